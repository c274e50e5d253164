//! The two languages and how each writes a number.

use crate::number::Exact;

/// No-break space: French writes it inside guillemets, before a colon, and between groups of three digits.
pub(super) const NBSP: char = '\u{a0}';

/// A language of the committee. French is written as in Québec, English as in Canada.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Français.
    Fr,
    /// English.
    En,
}

/// Before a number that is rounded.
const ABOUT: &str = "≈\u{a0}";

impl Lang {
    /// Both languages, French first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The code that files and flags use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// `fr` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language of a POSIX locale name (`fr_CA.UTF-8`); English for any other than French.
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::Fr } else { Self::En }
    }

    /// An exact number as this language writes it: all its decimals when there are at most six, else rounded to
    /// four and marked `≈`.
    pub fn number(self, value: &Exact) -> String {
        match value.decimals() {
            Some(decimals) if decimals <= 6 => self.dress(&value.to_decimal_text(decimals)),
            _ => format!("{ABOUT}{}", self.dress(&value.to_decimal_text(4))),
        }
    }

    /// The text of a number above zero with its sign, which stands beside the digits.
    pub fn plus(text: &str) -> String {
        text.strip_prefix(ABOUT).map_or_else(|| format!("+{text}"), |digits| format!("{ABOUT}+{digits}"))
    }

    /// A number rounded half away from zero to exactly `decimals` places, as this language writes it.
    pub fn fixed(self, value: &Exact, decimals: usize) -> String {
        self.dress(&value.to_fixed_text(decimals))
    }

    /// A count of things.
    pub fn count(self, value: usize) -> String {
        self.dress(&value.to_string())
    }

    /// Groups of three digits and the decimal sign of this language, on a plain number text.
    fn dress(self, plain: &str) -> String {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("−", rest));
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        let mut out = String::from(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 3 {
                out.push(match self {
                    Self::Fr => NBSP,
                    Self::En => ',',
                });
            }
            out.push(digit);
        }
        if let Some(part) = part {
            out.push(self.decimal_sign());
            out.push_str(part);
        }
        out
    }

    /// The decimal sign.
    pub const fn decimal_sign(self) -> char {
        match self {
            Self::Fr => ',',
            Self::En => '.',
        }
    }

    /// A text between the quotation marks of this language.
    pub fn quote(self, text: &str) -> String {
        match self {
            Self::Fr => format!("«{NBSP}{text}{NBSP}»"),
            Self::En => format!("“{text}”"),
        }
    }

    /// Each text between the quotation marks of this language.
    pub fn quote_each<T: AsRef<str>>(self, texts: &[T]) -> Vec<String> {
        texts.iter().map(|text| self.quote(text.as_ref())).collect()
    }

    /// `a, b and c`, each as it comes.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        Self::joined(items, if self == Self::Fr { " et " } else { " and " })
    }

    /// `a, b or c`, each as it comes.
    pub fn choice<T: AsRef<str>>(self, items: &[T]) -> String {
        Self::joined(items, if self == Self::Fr { " ou " } else { " or " })
    }

    fn joined<T: AsRef<str>>(items: &[T], last: &str) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [head @ .., tail] => {
                let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
                format!("{}{last}{}", head.join(", "), tail.as_ref())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Decimal;

    #[test]
    fn numbers_as_each_language_writes_them() {
        let value = |text| Exact::from(Decimal::parse(text).unwrap());
        assert_eq!(Lang::Fr.number(&value("1234.5")), "1\u{a0}234,5");
        assert_eq!(Lang::En.number(&value("-1234567.25")), "−1,234,567.25");
        assert_eq!(Lang::Fr.fixed(&value("78.5"), 2), "78,50");
        assert_eq!(Lang::Fr.number(&Exact::ratio(1, 3).unwrap()), "≈\u{a0}0,3333");
    }

    #[test]
    fn locales() {
        for (name, lang) in [
            ("fr_CA.UTF-8", Lang::Fr),
            ("fr", Lang::Fr),
            ("en_CA", Lang::En),
            ("C", Lang::En),
            ("", Lang::En),
            ("fry_NL", Lang::En),
        ] {
            assert_eq!(Lang::from_locale(name), lang, "{name}");
        }
    }
}
