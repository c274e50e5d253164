//! What the values of a workbook are as texts: numbers with the digits that a spreadsheet keeps, dates in ISO form. All of it
//! is done on digits: a floating-point number would decide what is written.

use crate::number::Date;

/// A spreadsheet keeps and shows so many significant digits; what binary arithmetic leaves beyond them is noise.
const DIGITS: usize = 15;
/// No number of a spreadsheet has more digits before or after the point.
const MOST_ZEROS: i64 = 330;
const SECONDS: u64 = 86_400;

/// Whether a text is a whole number as [`number`] would write it: nearly all marks.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    (1..=DIGITS).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) && (bytes[0] != b'0' || bytes.len() == 1)
}

/// A number as text, in the plain notation (`0.1`, never `1E-1`), from the text in which a workbook keeps it.
pub(super) fn number(text: &str) -> Option<String> {
    let text = text.trim();
    let (sign, rest) = text.strip_prefix('-').map_or(("", text.strip_prefix('+').unwrap_or(text)), |rest| ("-", rest));
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], rest[at + 1..].parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() == 0 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let zeros = whole.bytes().chain(part.bytes()).take_while(|byte| *byte == b'0').count();
    let mut digits: Vec<u8> = whole.bytes().chain(part.bytes()).skip(zeros).collect();
    // The number is 0.digits × 10^point.
    let mut point = i64::try_from(whole.len()).ok()? - i64::try_from(zeros).ok()? + i64::from(exponent);
    if digits.len() > DIGITS {
        let up = digits[DIGITS] >= b'5';
        digits.truncate(DIGITS);
        if up {
            let nines = digits.iter().rev().take_while(|digit| **digit == b'9').count();
            digits.truncate(DIGITS - nines);
            match digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    digits.push(b'1');
                    point += 1;
                }
            }
        }
    }
    digits.truncate(digits.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1));
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    if point.abs() > MOST_ZEROS {
        return None;
    }
    let digits: String = digits.into_iter().map(char::from).collect();
    let length = i64::try_from(digits.len()).ok()?;
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    Some(if point <= 0 {
        format!("{sign}0.{}{digits}", zeros(-point))
    } else if point >= length {
        format!("{sign}{digits}{}", zeros(point - length))
    } else {
        let (whole, part) = digits.split_at(usize::try_from(point).ok()?);
        format!("{sign}{whole}.{part}")
    })
}

/// A count of days since the epoch of a workbook, as a date, or a date and a time. `None` for what is no day.
pub(super) fn date(text: &str, from_1904: bool) -> Option<String> {
    let (days, seconds) = days_and_seconds(text)?;
    if days == 0 && !from_1904 {
        return (seconds > 0).then(|| clock(seconds));
    }
    let day = if days == 60 && !from_1904 {
        // The spreadsheets of 1900 have a day that never was; a check of dates says so.
        "1900-02-29".to_owned()
    } else {
        let since_1970 = if from_1904 {
            i64::try_from(days).ok()? - 24_107
        } else {
            i64::try_from(days).ok()? - 25_569 + i64::from(days < 60)
        };
        day(since_1970)?.to_string()
    };
    Some(if seconds == 0 { day } else { format!("{day}T{}", clock(seconds)) })
}

/// A count of days as hours, minutes and seconds.
pub(super) fn time(text: &str) -> Option<String> {
    let (days, seconds) = days_and_seconds(text)?;
    Some(clock(days.checked_mul(SECONDS)?.checked_add(seconds)?))
}

/// Whole days, and the seconds of the last one, rounded.
fn days_and_seconds(text: &str) -> Option<(u64, u64)> {
    let plain = number(text)?;
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let days: u64 = whole.parse().ok()?;
    // A ten thousand millionth of a day is far less than a second.
    let part = &part[..part.len().min(DIGITS)];
    let scale = 10_u128.pow(u32::try_from(part.len()).ok()?);
    let fraction: u128 = if part.is_empty() { 0 } else { part.parse().ok()? };
    let seconds = u64::try_from((fraction * u128::from(SECONDS) * 2 + scale) / (scale * 2)).ok()?;
    // Past the year 9999 there is nothing to be named.
    (days < 3_000_000).then_some((days + seconds / SECONDS, seconds % SECONDS))
}

fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The day so many days after 1 January 1970: eras of 400 years begin on 1 March.
fn day(since_1970: i64) -> Option<Date> {
    let shifted = since_1970 + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// An ISO date, or date and time, as a workbook keeps it: without a time that says nothing, and without parts of a second.
pub(super) fn iso(text: &str) -> String {
    let text = text.trim();
    let Some((day, time)) = text.split_once('T') else { return text.to_owned() };
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    if time.bytes().all(|byte| matches!(byte, b'0' | b':')) { day.to_owned() } else { format!("{day}T{time}") }
}

/// A duration such as `PT12H30M00S`, as hours, minutes and seconds; as it is where it is written otherwise.
pub(super) fn duration(text: &str) -> String {
    let read = || {
        let mut rest = text.trim().strip_prefix("PT")?;
        let mut seconds: u64 = 0;
        for (unit, worth) in [('H', 3600), ('M', 60), ('S', 1)] {
            if let Some((amount, after)) = rest.split_once(unit) {
                let amount = amount.split_once(['.', ',']).map_or(amount, |(whole, _)| whole);
                seconds = seconds.checked_add(amount.parse::<u64>().ok()?.checked_mul(worth)?)?;
                rest = after;
            }
        }
        rest.is_empty().then(|| clock(seconds))
    };
    read().unwrap_or_else(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_have_fifteen_digits() {
        for (kept, read) in [
            ("7", "7"),
            ("-0", "0"),
            ("007.50", "7.5"),
            ("0.30000000000000004", "0.3"),
            ("8.1999999999999993", "8.2"),
            ("0.1", "0.1"),
            ("99.999999999999996", "100"),
            ("1E-3", "0.001"),
            ("1.5e+3", "1500"),
            ("-1.25E2", "-125"),
            ("123456789012345678", "123456789012346000"),
            ("0.123456789012345649", "0.123456789012346"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1E20", "100000000000000000000"),
            (" 3 ", "3"),
        ] {
            assert_eq!(number(kept).as_deref(), Some(read), "{kept}");
            assert!(!is_plain(kept) || kept == read, "{kept}");
        }
        for none in ["", "-", ".", "1,5", "NaN", "INF", "1e", "1e400", "0x1", "1 2", "١", "1e99999999999"] {
            assert_eq!(number(none), None, "{none}");
        }
    }

    #[test]
    fn days_are_dates() {
        for (kept, read) in [
            ("45323", "2024-02-01"),
            ("45323.0", "2024-02-01"),
            ("45323.5", "2024-02-01T12:00:00"),
            ("45323.99999999999", "2024-02-02"),
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("60", "1900-02-29"),
            ("61", "1900-03-01"),
            ("0.25", "06:00:00"),
            ("2958465", "9999-12-31"),
            ("25569", "1970-01-01"),
        ] {
            assert_eq!(date(kept, false).as_deref(), Some(read), "{kept}");
        }
        assert_eq!(date("0", true).as_deref(), Some("1904-01-01"));
        assert_eq!(date("43861", true).as_deref(), Some("2024-02-01"));
        for none in ["0", "-1", "2958466", "1e300", "x"] {
            assert_eq!(date(none, false), None, "{none}");
        }
        assert_eq!(time("1.5").as_deref(), Some("36:00:00"));
        assert_eq!(time("0.0006944444444444445").as_deref(), Some("00:01:00"));
    }

    #[test]
    fn dates_in_iso_form() {
        assert_eq!(iso("2024-02-01"), "2024-02-01");
        assert_eq!(iso("2024-02-01T00:00:00.000000000"), "2024-02-01");
        assert_eq!(iso("2024-02-01T09:05:00.5Z"), "2024-02-01T09:05:00");
        assert_eq!(duration("PT12H30M00S"), "12:30:00");
        assert_eq!(duration("PT36H"), "36:00:00");
        assert_eq!(duration("PT05M07.5S"), "00:05:07");
        assert_eq!(duration("P1D"), "P1D");
        assert_eq!(duration("PTxH"), "PTxH");
    }

    proptest! {
        /// What a person types with fifteen digits comes back, however the double nearest to it is written.
        #[test]
        fn what_was_typed_comes_back(units in 0u64..1_000_000_000_000_000, decimals in 0usize..16) {
            let digits = format!("{units:0>width$}", width = decimals + 1);
            let (whole, part) = digits.split_at(digits.len() - decimals);
            let typed = format!("{whole}.{part}");
            let typed = typed.trim_end_matches('0').trim_end_matches('.');
            let double: f64 = typed.parse().unwrap();
            for kept in [format!("{double}"), format!("{double:e}"), format!("{double:.16e}")] {
                prop_assert_eq!(number(&kept).unwrap(), typed, "{}", kept);
            }
        }

        #[test]
        fn any_text_is_a_value_or_none(text in "[-+0-9.eETPHMSZ:x]{0,30}") {
            let _ = (number(&text), date(&text, true), date(&text, false), time(&text), iso(&text), duration(&text));
        }
    }
}
