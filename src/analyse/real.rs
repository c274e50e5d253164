//! Exact numbers as statistics see them: the only way from the exact rooms to floating point.

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

use crate::number::Exact;

/// The number, to the precision of a double: a division of two numbers rounded to doubles, the same bits on any machine.
pub(super) fn approximate(value: &Exact) -> f64 {
    // Both are far below 2^63, and are rounded to the nearest double.
    #[expect(clippy::cast_precision_loss, reason = "that is what is asked for")]
    if let Some((num, den)) = value.small_fraction() {
        return num as f64 / den as f64;
    }
    let double = |whole: &BigInt| whole.to_f64().unwrap_or(f64::NAN);
    let (num, den) = value.fraction();
    double(&num) / double(&den)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_and_decimals() {
        assert!((approximate(&Exact::ratio(235, 3).unwrap()) - 78.333_333_333_333_33).abs() < 1e-12);
        assert!((approximate(&Exact::ratio(-1, 8).unwrap()) + 0.125).abs() < f64::EPSILON);
    }
}
