//! Calendar dates, without clock or time zone.

use std::fmt;

/// A day of the proleptic Gregorian calendar, years 0001 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// How a file writes its dates. Only [`DateForm::Iso`] is read without being declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateForm {
    /// `2024-02-01`
    #[default]
    Iso,
    /// `01/02/2024` is the first of February.
    DayMonthYear,
    /// `01/02/2024` is the second of January.
    MonthDayYear,
}

impl DateForm {
    /// The words that a call uses: `iso`, `day-month-year`, `month-day-year`.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "iso" => Some(Self::Iso),
            "day-month-year" => Some(Self::DayMonthYear),
            "month-day-year" => Some(Self::MonthDayYear),
            _ => None,
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Iso => "iso",
            Self::DayMonthYear => "day-month-year",
            Self::MonthDayYear => "month-day-year",
        }
    }
}

impl Date {
    /// The date, if that day exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=length).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads a date in the declared form. Separators of the two other forms are `/`, `-` or `.`.
    pub fn parse(text: &str, form: DateForm) -> Option<Self> {
        let mut parts = text.split(['-', '/', '.']);
        let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let number = |part: &str, length: std::ops::RangeInclusive<usize>| {
            (length.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
        };
        let small = |part: &str| number(part, 1..=2).and_then(|n| u8::try_from(n).ok());
        match form {
            DateForm::Iso if text.contains(['/', '.']) || b.len() != 2 || c.len() != 2 => None,
            DateForm::Iso => Self::new(number(a, 4..=4)?, small(b)?, small(c)?),
            DateForm::DayMonthYear => Self::new(number(c, 4..=4)?, small(b)?, small(a)?),
            DateForm::MonthDayYear => Self::new(number(c, 4..=4)?, small(a)?, small(b)?),
        }
    }

    /// A number that grows with the day: for comparing days with each other, not for counting them.
    pub fn ordinal(self) -> i64 {
        (i64::from(self.year) * 12 + i64::from(self.month)) * 31 + i64::from(self.day)
    }

    /// How many whole years lie between it and a later day; less than zero before an earlier one.
    pub fn years_until(self, later: Self) -> i64 {
        if later < self {
            return -later.years_until(self);
        }
        let years = later.year - self.year;
        let anniversary = self.plus_years(years);
        i64::from(years) - i64::from(anniversary.is_none_or(|day| day > later))
    }

    /// The same day `years` later (29 February becomes 28 February in a common year); `None` past year 9999.
    pub fn plus_years(self, years: u16) -> Option<Self> {
        let year = self.year.checked_add(years)?;
        Self::new(year, self.month, self.day).or_else(|| Self::new(year, self.month, 28))
    }

    /// The day after; `None` past year 9999.
    pub fn next_day(self) -> Option<Self> {
        let (year, month) = if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        Self::new(self.year, self.month, self.day + 1).or_else(|| Self::new(year, month, 1))
    }

    /// The day before; `None` before year 1.
    pub fn previous_day(self) -> Option<Self> {
        let (year, month) = if self.month == 1 { (self.year - 1, 12) } else { (self.year, self.month - 1) };
        let last = || (28..=31).rev().find_map(|day| Self::new(year, month, day));
        Self::new(self.year, self.month, self.day - 1).or_else(last)
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2024-02-01`, in both languages (it is also the Canadian standard form).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_three_forms() {
        let date = |form| Date::parse("01/02/2024", form).map(|d| d.to_string());
        assert_eq!(date(DateForm::Iso), None);
        assert_eq!(date(DateForm::DayMonthYear).as_deref(), Some("2024-02-01"));
        assert_eq!(date(DateForm::MonthDayYear).as_deref(), Some("2024-01-02"));
        assert_eq!(Date::parse("2024-02-01", DateForm::Iso).map(|d| d.to_string()).as_deref(), Some("2024-02-01"));
    }

    #[test]
    fn whole_years_between_days() {
        let date = |text| Date::parse(text, DateForm::Iso).unwrap();
        for (from, to, years) in [
            ("2020-03-01", "2024-02-29", 3),
            ("2020-03-01", "2024-03-01", 4),
            ("2020-02-29", "2021-02-28", 1),
            ("2024-03-01", "2020-03-01", -4),
            ("2024-03-01", "2024-03-01", 0),
        ] {
            assert_eq!(date(from).years_until(date(to)), years, "{from} {to}");
        }
    }

    #[test]
    fn days_have_neighbours() {
        let date = |text| Date::parse(text, DateForm::Iso).unwrap();
        for (day, next) in [
            ("2024-02-28", "2024-02-29"),
            ("2023-02-28", "2023-03-01"),
            ("2023-12-31", "2024-01-01"),
            ("2024-04-30", "2024-05-01"),
        ] {
            assert_eq!((date(day).next_day(), date(next).previous_day()), (Some(date(next)), Some(date(day))), "{day}");
        }
        assert_eq!((date("9999-12-31").next_day(), date("0001-01-01").previous_day()), (None, None));
    }

    #[test]
    fn days_that_do_not_exist() {
        for text in ["2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "24-01-01", "2024-1-1", "2024-01-01-01", ""] {
            assert_eq!(Date::parse(text, DateForm::Iso), None, "{text}");
        }
        assert_eq!(Date::new(2024, 2, 29).unwrap().plus_years(1).unwrap().to_string(), "2025-02-28");
    }
}
