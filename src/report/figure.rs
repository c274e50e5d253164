//! A statistic as a number that every form can write: rounded to millionths, which is more than it is worth.

use crate::number::Exact;

/// A figure of statistics, rounded half away from zero to six decimals; zero where it is no number.
pub(super) fn figure(value: f64) -> Exact {
    const MILLION: i64 = 1_000_000;
    let scaled = (value * 1e6).round();
    // Beyond 9 · 10¹² a double has no six decimals left.
    if !scaled.is_finite() || scaled.abs() > 9e18 {
        return Exact::ZERO;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 64 bits")]
    let scaled = scaled as i64;
    Exact::ratio(scaled, MILLION).unwrap_or(Exact::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millionths() {
        assert_eq!(figure(0.743_420_6), Exact::ratio(743_421, 1_000_000).unwrap());
        assert_eq!(figure(-2.25), Exact::ratio(-9, 4).unwrap());
        assert_eq!(figure(f64::NAN), Exact::ZERO);
    }
}
