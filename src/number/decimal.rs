//! A decimal number as a file writes it: an integer and a count of decimals. Locale notations are read elsewhere.

use std::fmt;

/// The most significant digits a number in a file may have: beyond, it is refused rather than rounded.
const MAX_DIGITS: u32 = 18;

/// `POWERS[n]` is `10^n`, for every scale a decimal can have.
const POWERS: [i64; 19] = {
    let mut powers = [1i64; 19];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// An exact decimal: `mantissa / 10^scale`, at most 18 significant digits, no trailing zero decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

/// Why a text is not a [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// The text has something else than an optional sign, digits, one point and an optional exponent.
    #[error("not a number")]
    NotANumber,
    /// More than 18 significant digits or decimals.
    #[error("too many digits")]
    TooLong,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };
    /// One.
    pub const ONE: Self = Self { mantissa: 1, scale: 0 };

    /// The decimal `mantissa / 10^scale`, normalised; `None` when `scale` is over 18.
    pub fn new(mantissa: i64, scale: u8) -> Option<Self> {
        (u32::from(scale) <= MAX_DIGITS).then(|| Self { mantissa, scale }.normalised())
    }

    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    fn normalised(mut self) -> Self {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Reads the plain notation: `12`, `-0.5`, `+3`, `.5`, `1e3`; no spaces, no comma.
    ///
    /// # Errors
    /// [`DecimalError::NotANumber`] for any other character, [`DecimalError::TooLong`] past 18 digits.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        match Self::parse_plain(text.as_bytes()) {
            Ok((mantissa, scale)) => Ok(Self { mantissa, scale }.normalised()),
            Err(DecimalError::NotANumber) => Self::parse_exponent(text),
            Err(error) => Err(error),
        }
    }

    /// `12.5e3`: the number before the exponent, its point moved.
    fn parse_exponent(text: &str) -> Result<Self, DecimalError> {
        let (body, exponent) = text.split_once(['e', 'E']).ok_or(DecimalError::NotANumber)?;
        let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DecimalError::NotANumber);
        }
        let exponent: i32 = exponent.parse().map_err(|_| DecimalError::NotANumber)?;
        let (mut mantissa, decimals) = Self::parse_plain(body.as_bytes())?;
        let mut scale = i32::from(decimals) - exponent;
        while scale > 0 && mantissa % 10 == 0 {
            if mantissa == 0 {
                return Ok(Self::ZERO);
            }
            (mantissa, scale) = (mantissa / 10, scale - 1);
        }
        let power = |exponent: u32| POWERS.get(exponent as usize).copied().ok_or(DecimalError::TooLong);
        if scale < 0 {
            mantissa = mantissa.checked_mul(power(scale.unsigned_abs())?).ok_or(DecimalError::TooLong)?;
            scale = 0;
        }
        if mantissa.unsigned_abs() >= 10u64.pow(MAX_DIGITS) {
            return Err(DecimalError::TooLong);
        }
        u8::try_from(scale).ok().and_then(|scale| Self::new(mantissa, scale)).ok_or(DecimalError::TooLong)
    }

    /// Sign, digits and one point: the mantissa and the number of decimals as written.
    fn parse_plain(text: &[u8]) -> Result<(i64, u8), DecimalError> {
        let (negative, digits) = match text {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            _ => (false, text),
        };
        let mut value: i64 = 0;
        let mut significant = 0u32;
        let mut any = false;
        let mut point = false;
        let mut scale = 0u8;
        for &byte in digits {
            match byte {
                b'0'..=b'9' => {
                    any = true;
                    if significant > 0 || byte != b'0' {
                        significant += 1;
                    }
                    if significant > MAX_DIGITS || (point && u32::from(scale) >= MAX_DIGITS) {
                        return Err(DecimalError::TooLong);
                    }
                    value = value * 10 + i64::from(byte - b'0');
                    scale += u8::from(point);
                }
                b'.' if !point => point = true,
                _ => return Err(DecimalError::NotANumber),
            }
        }
        if !any {
            return Err(DecimalError::NotANumber);
        }
        Ok((if negative { -value } else { value }, scale))
    }

    /// The integer before the division by `10^scale`.
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many decimals the shortest writing has (0 to 18).
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Below zero.
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The greatest whole number that is not above it.
    #[must_use]
    pub fn floor(self) -> Self {
        Self::whole(self.mantissa.div_euclid(POWERS[usize::from(self.scale)]))
    }

    /// The whole number after it.
    #[must_use]
    pub fn next_whole(self) -> Self {
        Self::whole(self.floor().mantissa + 1)
    }

    /// The whole number before it.
    #[must_use]
    pub fn previous_whole(self) -> Self {
        let floor = self.floor();
        if floor == self { Self::whole(floor.mantissa - 1) } else { floor }
    }

    /// A number halfway between it and another, or `self` where 18 digits cannot write it.
    #[must_use]
    pub fn middle(self, other: Self) -> Self {
        let scale = self.scale.max(other.scale);
        let sum = self.mantissa_at(scale).zip(other.mantissa_at(scale)).and_then(|(a, b)| a.checked_add(b)?.checked_mul(5));
        sum.and_then(|sum| Self::new(sum, scale + 1)).unwrap_or(self)
    }

    /// Exactly zero.
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The mantissa this number has when written with `scale` decimals; `None` if it needs more or overflows.
    pub fn mantissa_at(self, scale: u8) -> Option<i64> {
        let up = scale.checked_sub(self.scale)?;
        POWERS.get(usize::from(up))?.checked_mul(self.mantissa)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        if self.scale == other.scale {
            return self.mantissa.cmp(&other.mantissa);
        }
        let side = |a: Self, b: Self| i128::from(a.mantissa) * 10i128.pow(u32::from(b.scale));
        side(*self, *other).cmp(&side(*other, *self))
    }
}

impl fmt::Display for Decimal {
    /// The shortest plain writing: `12.5`, `-3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::Exact::from(*self).to_decimal_text(usize::from(self.scale)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_files_write() {
        for (text, mantissa, scale) in [
            ("12", 12, 0),
            ("12.50", 125, 1),
            ("-0.5", -5, 1),
            (".5", 5, 1),
            ("1e2", 100, 0),
            ("25e-1", 25, 1),
            ("007", 7, 0),
            ("1.0e0", 1, 0),
        ] {
            assert_eq!(Decimal::parse(text), Ok(Decimal { mantissa, scale }), "{text}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        for text in ["", "-", ".", "1,5", "1 5", "1.2.3", "NaN", "inf", "0x1", "1e", "1e+", "１"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::NotANumber), "{text}");
        }
        for text in ["1234567890123456789", "0.1234567890123456789", "1e18", "1e999"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::TooLong), "{text}");
        }
        assert_eq!(Decimal::parse("0e-999"), Ok(Decimal::ZERO));
    }

    #[test]
    fn whole_numbers_around_and_middles() {
        let d = |t: &str| Decimal::parse(t).unwrap();
        for (text, floor, next, previous) in
            [("2.5", 2, 3, 2), ("-2.5", -3, -2, -3), ("2", 2, 3, 1), ("-2", -2, -1, -3), ("0", 0, 1, -1)]
        {
            let whole = |n| Decimal::whole(n);
            assert_eq!(
                (d(text).floor(), d(text).next_whole(), d(text).previous_whole()),
                (whole(floor), whole(next), whole(previous)),
                "{text}"
            );
        }
        assert_eq!((d("20").middle(d("21")), d("0.1").middle(d("0.25"))), (d("20.5"), d("0.175")));
    }

    #[test]
    fn orders_across_scales() {
        let d = |t: &str| Decimal::parse(t).unwrap();
        assert!(d("0.30") == d("0.3"));
        assert!(d("-1") < d("-0.999"));
        assert!(d("99.9") < d("100"));
    }
}
