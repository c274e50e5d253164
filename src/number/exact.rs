//! Exact rationals: what totals are made of. Two machine words while they fit, big integers when they do not.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::Decimal;

/// An exact rational number.
///
/// Equality and order are those of the value, whatever the fraction it is stored as.
#[derive(Clone)]
pub struct Exact(Form);

#[derive(Clone)]
enum Form {
    /// `num / den`, `den > 0`, not necessarily in lowest terms.
    Small {
        num: i64,
        den: i64,
    },
    Big(Box<BigRational>),
}

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self(Form::Small { num: 0, den: 1 });
    /// One.
    pub const ONE: Self = Self(Form::Small { num: 1, den: 1 });

    /// `num / den`; `None` when `den` is zero.
    pub fn ratio(num: i64, den: i64) -> Option<Self> {
        match den.cmp(&0) {
            Ordering::Greater => Some(Self(Form::Small { num, den })),
            Ordering::Equal => None,
            Ordering::Less => Some(Self::from_wide(-i128::from(num), -i128::from(den))),
        }
    }

    /// `num / den` of big integers; `None` when `den` is zero.
    pub fn big_ratio(num: BigInt, den: BigInt) -> Option<Self> {
        if den.is_zero() { None } else { Some(Self::from_big(BigRational::new(num, den))) }
    }

    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self(Form::Small { num: value, den: 1 })
    }

    fn from_wide(num: i128, den: i128) -> Self {
        debug_assert!(den > 0);
        if let (Ok(num), Ok(den)) = (i64::try_from(num), i64::try_from(den)) {
            return Self(Form::Small { num, den });
        }
        let divisor = num.gcd(&den);
        let (num, den) = if divisor == 0 { (num, den) } else { (num / divisor, den / divisor) };
        if let (Ok(num), Ok(den)) = (i64::try_from(num), i64::try_from(den)) {
            return Self(Form::Small { num, den });
        }
        Self(Form::Big(Box::new(BigRational::new_raw(num.into(), den.into()))))
    }

    fn from_big(value: BigRational) -> Self {
        match (value.numer().to_i64(), value.denom().to_i64()) {
            (Some(num), Some(den)) => Self(Form::Small { num, den }),
            _ => Self(Form::Big(Box::new(value))),
        }
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Form::Small { num, den } => BigRational::new((*num).into(), (*den).into()),
            Form::Big(value) => (**value).clone(),
        }
    }

    /// Numerator and denominator in lowest terms (denominator positive).
    pub fn fraction(&self) -> (BigInt, BigInt) {
        let reduced = self.big().reduced();
        (reduced.numer().clone(), reduced.denom().clone())
    }

    /// Numerator and denominator as stored, when both are machine words: for code that computes on a common denominator.
    pub fn small_fraction(&self) -> Option<(i64, i64)> {
        match &self.0 {
            Form::Small { num, den } => Some((*num, *den)),
            Form::Big(_) => None,
        }
    }

    /// The same value in lowest terms.
    #[must_use]
    pub fn reduced(&self) -> Self {
        match &self.0 {
            Form::Small { num, den } => {
                let divisor = i128::from(*num).gcd(&i128::from(*den)).max(1);
                Self::from_wide(i128::from(*num) / divisor, i128::from(*den) / divisor)
            }
            Form::Big(value) => Self::from_big(value.reduced()),
        }
    }

    /// Exactly zero.
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Form::Small { num, .. } => *num == 0,
            Form::Big(value) => value.is_zero(),
        }
    }

    /// Below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Small { num, .. } => *num < 0,
            Form::Big(value) => value.is_negative(),
        }
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// `self / other`; `None` when `other` is zero.
    pub fn checked_div(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if let (Form::Small { num: a, den: b }, Form::Small { num: c, den: d }) = (&self.0, &other.0) {
            let (mut num, mut den) = (i128::from(*a) * i128::from(*d), i128::from(*b) * i128::from(*c));
            if den < 0 {
                (num, den) = (-num, -den);
            }
            return Some(Self::from_wide(num, den));
        }
        Some(Self::from_big(self.big() / other.big()))
    }

    /// Whether the value can be written with finitely many decimals, and with how many.
    pub fn decimals(&self) -> Option<usize> {
        if let Form::Small { num, den } = &self.0 {
            let (num, den) = (num.unsigned_abs(), den.unsigned_abs());
            let mut rest = den / num.gcd(&den).max(1);
            let twos = rest.trailing_zeros();
            rest >>= twos;
            let mut fives = 0;
            while rest % 5 == 0 {
                rest /= 5;
                fives += 1;
            }
            return (rest == 1).then(|| usize::try_from(twos.max(fives)).unwrap_or(usize::MAX));
        }
        let (_, mut den) = self.fraction();
        let (two, five) = (BigInt::from(2), BigInt::from(5));
        let mut count = [0usize; 2];
        for (slot, factor) in count.iter_mut().zip([&two, &five]) {
            while (&den % factor).is_zero() {
                den /= factor;
                *slot += 1;
            }
        }
        den.is_one().then(|| count[0].max(count[1]))
    }

    /// The value rounded half away from zero to `decimals` places, plain notation, trailing zeros kept: `78.50`.
    pub fn to_fixed_text(&self, decimals: usize) -> String {
        let mut out = String::new();
        self.write_fixed(&mut out, decimals);
        out
    }

    /// The value rounded half away from zero to at most `decimals` places, without trailing zeros: `78.5`.
    pub fn to_decimal_text(&self, decimals: usize) -> String {
        let mut out = String::new();
        self.write_decimal(&mut out, decimals);
        out
    }

    /// [`Self::to_decimal_text`] appended to a buffer, for rows by the million.
    pub fn write_decimal(&self, out: &mut String, decimals: usize) {
        if self.write_small_decimal(out, decimals).is_some() {
            return;
        }
        let start = out.len();
        self.write_fixed(out, decimals);
        if out[start..].contains('.') {
            let kept = out[start..].trim_end_matches('0').trim_end_matches('.').len();
            out.truncate(start + kept);
        }
        if &out[start..] == "-0" {
            out.replace_range(start.., "0");
        }
    }

    /// [`Self::write_decimal`] for numbers whose scaled value fits a machine word, as all marks and totals do: the
    /// digits are laid down from the right, several times faster than by way of `fmt`. `None` if it does not apply.
    fn write_small_decimal(&self, out: &mut String, decimals: usize) -> Option<()> {
        const FACTORS: [u64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
        let Form::Small { num, den } = &self.0 else { return None };
        let (factor, magnitude, den) = (*FACTORS.get(decimals)?, num.unsigned_abs(), den.unsigned_abs());
        // Millionths need no division by a number unknown here; `score::Matrix` counts in them where it can.
        let millionths = den == 1_000_000 && decimals == 6;
        // The whole first, then the rest: two short divisions are faster than a long one.
        let (mut whole, rest) =
            if millionths { (magnitude / 1_000_000, magnitude % 1_000_000) } else { (magnitude / den, magnitude % den) };
        let mut part = rest;
        if rest > 0 && !millionths {
            let scaled = rest.checked_mul(factor)?;
            let (units, below) = (scaled / den, scaled % den);
            part = units + u64::from(below >= den - below);
            if part == factor {
                whole += 1;
                part = 0;
            }
        }
        let negative = *num < 0 && (whole > 0 || part > 0);
        // A sign, twenty digits, a point and six decimals fit.
        let mut text = [0u8; 28];
        let mut at = text.len();
        let mut put = |byte: u8| {
            at -= 1;
            text[at] = byte;
        };
        // A digit is below ten.
        let digit = |value: u64| b'0' + (value % 10).to_le_bytes()[0];
        if part > 0 {
            let mut places = decimals;
            while part % 10 == 0 {
                part /= 10;
                places -= 1;
            }
            for _ in 0..places {
                put(digit(part));
                part /= 10;
            }
            put(b'.');
        }
        loop {
            put(digit(whole));
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        if negative {
            put(b'-');
        }
        out.push_str(std::str::from_utf8(&text[at..]).ok()?);
        Some(())
    }

    fn write_fixed(&self, out: &mut String, decimals: usize) {
        use std::fmt::Write as _;
        if let (Form::Small { num, den }, true) = (&self.0, decimals <= 6) {
            let (magnitude, den) = (u128::from(num.unsigned_abs()), u128::from(den.unsigned_abs()));
            let factor = 10u64.pow(u32::try_from(decimals).unwrap_or(6));
            let scaled = magnitude * u128::from(factor);
            // Both halves fit a machine word for every realistic grid: the 64-bit division is several times faster.
            let units = match (u64::try_from(scaled), u64::try_from(den)) {
                (Ok(scaled), Ok(den)) => {
                    let (quotient, rest) = (scaled / den, scaled % den);
                    u128::from(quotient) + u128::from(rest >= den - rest)
                }
                _ => scaled / den + u128::from((scaled % den) * 2 >= den),
            };
            if *num < 0 && units > 0 {
                out.push('-');
            }
            let (whole, part) = (units / u128::from(factor), units % u128::from(factor));
            // Writing into a String cannot fail.
            let _ = match (u64::try_from(whole), decimals) {
                (Ok(whole), 0) => write!(out, "{whole}"),
                (Ok(whole), _) => write!(out, "{whole}.{:0decimals$}", u64::try_from(part).unwrap_or(0)),
                (Err(_), 0) => write!(out, "{whole}"),
                (Err(_), _) => write!(out, "{whole}.{part:0decimals$}"),
            };
            return;
        }
        let (num, den) = self.fraction();
        let factor = BigInt::from(10).pow(u32::try_from(decimals).unwrap_or(u32::MAX));
        let scaled = num.abs() * &factor;
        let (mut units, rest) = scaled.div_rem(&den);
        if rest * 2 >= den {
            units += 1;
        }
        if num.is_negative() && !units.is_zero() {
            out.push('-');
        }
        let (whole, part) = units.div_rem(&factor);
        let _ = if decimals == 0 { write!(out, "{whole}") } else { write!(out, "{whole}.{:0>decimals$}", part.to_string()) };
    }

    /// The value rounded half away from zero to `decimals` places, as an exact number.
    #[must_use]
    pub fn rounded(&self, decimals: usize) -> Self {
        if let (Form::Small { num, den }, Some(factor)) = (&self.0, small_power(decimals)) {
            let (scaled, den) = (i128::from(num.unsigned_abs()) * factor, i128::from(*den));
            let units = scaled / den + i128::from(scaled % den * 2 >= den);
            return Self::from_wide(if num.is_negative() { -units } else { units }, factor);
        }
        let factor = BigInt::from(10).pow(u32::try_from(decimals).unwrap_or(u32::MAX));
        let (num, den) = self.fraction();
        let (mut units, rest) = (num.abs() * &factor).div_rem(&den);
        if rest * 2 >= den {
            units += 1;
        }
        Self::from_big(BigRational::new(if num.is_negative() { -units } else { units }, factor))
    }

    /// The greatest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        if let Form::Small { num, den } = &self.0 {
            return Self::whole(num.div_euclid(*den));
        }
        Self::from_big(self.big().floor())
    }

    /// The greatest number of so many decimals that is not above it.
    #[must_use]
    pub fn rounded_down(&self, decimals: usize) -> Self {
        let factor = BigInt::from(10).pow(u32::try_from(decimals).unwrap_or(u32::MAX));
        let (num, den) = self.fraction();
        Self::from_big(BigRational::new((num * &factor).div_floor(&den), factor))
    }

    /// The least number of so many decimals that is not below it.
    #[must_use]
    pub fn rounded_up(&self, decimals: usize) -> Self {
        -&(-self).rounded_down(decimals)
    }

    /// The exact text that machine formats carry: a decimal where one exists (`78.5`), else a fraction (`235/3`).
    pub fn to_exact_text(&self) -> String {
        match self.decimals() {
            Some(decimals) => self.to_decimal_text(decimals),
            None => {
                let (num, den) = self.fraction();
                format!("{num}/{den}")
            }
        }
    }
}

/// A power of ten by which an `i64` can be multiplied in 128 bits.
fn small_power(decimals: usize) -> Option<i128> {
    u32::try_from(decimals).ok().filter(|decimals| *decimals <= 18).map(|decimals| 10i128.pow(decimals))
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        // A scale is at most 18, so the power of ten fits.
        Self(Form::Small { num: value.mantissa(), den: 10i64.pow(u32::from(value.scale())) })
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Small { num: a, den: b }, Form::Small { num: c, den: d }) if b == d => a.cmp(c),
            (Form::Small { num: a, den: b }, Form::Small { num: c, den: d }) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.big().cmp(&other.big()),
        }
    }
}

macro_rules! operation {
    ($trait:ident, $method:ident, |$a:ident, $b:ident, $c:ident, $d:ident| $small:expr) => {
        impl $trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                if let (Form::Small { num, den }, Form::Small { num: other_num, den: other_den }) = (&self.0, &other.0) {
                    let ($a, $b, $c, $d) = (i128::from(*num), i128::from(*den), i128::from(*other_num), i128::from(*other_den));
                    let (num, den): (Option<i128>, i128) = $small;
                    if let Some(num) = num {
                        return Exact::from_wide(num, den);
                    }
                }
                Exact::from_big($trait::$method(self.big(), other.big()))
            }
        }
        impl $trait for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                $trait::$method(&self, &other)
            }
        }
    };
}

operation!(Add, add, |a, b, c, d| if b == d { (a.checked_add(c), b) } else { ((a * d).checked_add(c * b), b * d) });
operation!(Sub, sub, |a, b, c, d| if b == d { (a.checked_sub(c), b) } else { ((a * d).checked_sub(c * b), b * d) });
operation!(Mul, mul, |a, b, c, d| (a.checked_mul(c), b * d));

impl Div for Exact {
    type Output = Option<Exact>;
    fn div(self, other: Exact) -> Option<Exact> {
        self.checked_div(&other)
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        &Exact::ZERO - self
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(terms: I) -> Self {
        terms.fold(Self::ZERO, |sum, term| &sum + &term)
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_exact_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(text: &str) -> Exact {
        Decimal::parse(text).unwrap().into()
    }

    #[test]
    fn rounding_to_a_side() {
        let third = Exact::ratio(-7, 3).unwrap();
        assert_eq!(third.rounded_down(2).to_exact_text(), "-2.34");
        assert_eq!(third.rounded_up(2).to_exact_text(), "-2.33");
        assert_eq!(Exact::ratio(5, 2).unwrap().rounded_up(1), Exact::ratio(5, 2).unwrap());
        assert_eq!(Exact::ratio(231, 100).unwrap().rounded_up(1).to_exact_text(), "2.4");
        assert_eq!(Exact::big_ratio(BigInt::from(6), BigInt::from(-4)), Exact::ratio(-3, 2));
        assert_eq!(Exact::big_ratio(BigInt::from(6), BigInt::from(0)), None);
    }

    #[test]
    fn a_tenth_and_two_tenths_are_three_tenths() {
        assert_eq!(exact("0.1") + exact("0.2"), exact("0.3"));
    }

    #[test]
    fn texts() {
        let third = Exact::ratio(235, 3).unwrap();
        assert_eq!(third.to_exact_text(), "235/3");
        assert_eq!(third.to_fixed_text(2), "78.33");
        assert_eq!(exact("78.5").to_exact_text(), "78.5");
        assert_eq!(exact("78.5").to_fixed_text(2), "78.50");
        assert_eq!(exact("0.125").to_fixed_text(2), "0.13");
        assert_eq!(exact("-0.125").to_fixed_text(2), "-0.13");
        assert_eq!(exact("-0.001").to_decimal_text(2), "0");
        assert_eq!(exact("0.005").to_fixed_text(2), "0.01");
        assert_eq!(exact("100").to_decimal_text(6), "100");
        assert_eq!(Exact::ratio(1, 8).unwrap().to_fixed_text(9), "0.125000000");
        assert_eq!(Exact::ratio(-7, -2), Exact::ratio(7, 2));
    }

    proptest! {
        #[test]
        fn agrees_with_big_rationals(a in any::<i64>(), b in 1..=i64::MAX, c in any::<i64>(), d in 1..=i64::MAX) {
            let (x, y) = (Exact::ratio(a, b).unwrap(), Exact::ratio(c, d).unwrap());
            let (p, q) = (BigRational::new(a.into(), b.into()), BigRational::new(c.into(), d.into()));
            prop_assert_eq!((&x + &y).big().reduced(), &p + &q);
            prop_assert_eq!((&x - &y).big().reduced(), &p - &q);
            prop_assert_eq!((&x * &y).big().reduced(), &p * &q);
            prop_assert_eq!(x.cmp(&y), p.cmp(&q));
            if c != 0 {
                prop_assert_eq!(x.checked_div(&y).unwrap().big().reduced(), &p / &q);
            }
            prop_assert_eq!(x.rounded(3).to_decimal_text(3), x.to_decimal_text(3));
        }

        #[test]
        fn decimals_are_as_many_as_needed(a in any::<i64>(), small in -1_000i64..1_000, b in 1..2_000i64) {
            for num in [a, small] {
                let x = Exact::ratio(num, b).unwrap();
                let needed = (0..12).find(|&count| x.rounded(count) == x);
                prop_assert_eq!(x.decimals(), needed);
            }
        }

        #[test]
        fn both_ways_of_writing_agree(a in any::<i64>(), small in -100_000i64..100_000, b in 1..2_000i64, decimals in 0usize..9) {
            for num in [a, small] {
                let x = Exact::ratio(num, b).unwrap();
                let fixed = x.to_fixed_text(decimals);
                let trimmed = if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.') } else { &fixed };
                prop_assert_eq!(x.to_decimal_text(decimals), if trimmed == "-0" { "0" } else { trimmed });
            }
        }

        #[test]
        fn rounding_is_within_half_a_unit(a in any::<i64>(), b in 1..1_000_000i64, decimals in 0usize..9) {
            let x = Exact::ratio(a, b).unwrap();
            let unit = Exact::ratio(1, 10i64.pow(u32::try_from(decimals).unwrap())).unwrap();
            let gap = (&x - &x.rounded(decimals)).abs();
            prop_assert!(&gap + &gap <= unit);
        }
    }
}
