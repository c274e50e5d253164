//! What the number formats of an XLSX workbook make of a number: a date, a time, a percentage, or just a number.

/// What a number is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// A number.
    Number,
    /// A percentage.
    Percent,
    /// A day, perhaps with a time.
    Date,
    /// A time of day or a duration.
    Time,
}

/// The formats that every workbook has, by number.
pub(super) const fn built_in(id: u32) -> Format {
    match id {
        9 | 10 => Format::Percent,
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Format::Date,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Format::Time,
        _ => Format::Number,
    }
}

/// A format that a workbook declares, such as `yyyy-mm-dd` or `0.0 %`. Files have the letters of English in any language.
pub(super) fn declared(code: &str) -> Format {
    // Its letters would say day and second.
    if ["general", "standard"].iter().any(|word| code.trim().eq_ignore_ascii_case(word)) {
        return Format::Number;
    }
    let (mut day, mut month, mut clock, mut percent) = (false, false, false, false);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c.to_ascii_lowercase() {
            // What follows is for numbers below zero, or for texts.
            ';' => break,
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                // `[h]` counts hours beyond a day; `[Red]` and `[$-40C]` say nothing of this.
                clock |= !inside.is_empty() && inside.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'));
            }
            'y' | 'd' => day = true,
            'm' => month = true,
            'h' | 's' => clock = true,
            '%' => percent = true,
            _ => {}
        }
    }
    if day || (month && !clock) {
        Format::Date
    } else if clock {
        Format::Time
    } else if percent {
        Format::Percent
    } else {
        Format::Number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for (code, format) in [
            ("yyyy-mm-dd", Format::Date),
            ("[$-40C]d mmmm yyyy;@", Format::Date),
            ("mmm-yy", Format::Date),
            ("mmmm", Format::Date),
            ("yyyy\\-mm\\-dd\\ hh:mm", Format::Date),
            ("h:mm AM/PM", Format::Time),
            ("[h]:mm:ss", Format::Time),
            ("mm:ss.0", Format::Time),
            ("0.0 %", Format::Percent),
            ("0%", Format::Percent),
            ("General", Format::Number),
            ("Standard", Format::Number),
            ("0.00E+00", Format::Number),
            ("#,##0.00 \"days\"", Format::Number),
            ("0\\d", Format::Number),
            ("[Red]0;0\"d\"", Format::Number),
            ("#,##0\\ [$$-C0C]_-", Format::Number),
            ("_-* #,##0.00\\ _$_-;d", Format::Number),
            ("@", Format::Number),
            ("", Format::Number),
            ("\"", Format::Number),
            ("[", Format::Number),
        ] {
            assert_eq!(declared(code), format, "{code}");
        }
        assert_eq!(
            [built_in(0), built_in(9), built_in(14), built_in(46)],
            [Format::Number, Format::Percent, Format::Date, Format::Time]
        );
    }
}
