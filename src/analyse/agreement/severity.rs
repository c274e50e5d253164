//! How each rater marks: how much, how high, how far from the others, and whether in their order.

use super::{Moments, Ratings, Undefined, real, tau_b};

/// How one rater marks. What is compared is compared on the units that somebody else marked too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Severity {
    /// The rater’s marks described, in their units; `None` for who marked nothing.
    pub marks: Option<Moments>,
    /// How many of these units somebody else marked too.
    pub shared: usize,
    /// The mean of (the rater’s mark − the mean of the others on the same unit), in the units of the marks: below zero is harsher. `None`
    /// where nobody else marked these units.
    pub deviation: Option<f64>,
    /// Kendall's τ-b, from −1 to 1, between the rater’s marks and the means of the others: whether the units stand in the same order. It
    /// looks at order alone, so that a harsh rater can agree wholly, and needs no points of equal size as a correlation does.
    pub agreement: Result<f64, Undefined>,
}

/// Means that differ by less than this share of the largest mark differ by rounding, not by what anybody gave.
const NOISE: f64 = 1e-9;

/// How each rater marks, in the order of the raters.
pub fn severities(ratings: &Ratings) -> Vec<Severity> {
    let totals: Vec<(f64, usize)> = (0..ratings.units())
        .map(|unit| ratings.marks(unit).fold((0.0, 0), |(sum, count), (_, mark)| (sum + mark, count + 1)))
        .collect();
    let largest = ratings.values().iter().map(|value| value.abs()).fold(0.0, f64::max);
    let of = |own: &Vec<(usize, f64)>| {
        let mut shared: Vec<(f64, f64)> = Vec::new();
        for (unit, mark) in own {
            let (sum, count) = totals[*unit];
            if count > 1 {
                shared.push((*mark, (sum - mark) / real(count - 1)));
            }
        }
        let differences = shared.iter().map(|(mark, others)| mark - others).sum::<f64>();
        let deviation = (!shared.is_empty()).then(|| differences / real(shared.len()));
        let count = shared.len();
        join(&mut shared, largest * NOISE);
        let agreement = tau_b(&shared);
        Severity { marks: Moments::of(own.iter().map(|(_, mark)| *mark)), shared: count, deviation, agreement }
    };
    ratings.by_rater().iter().map(of).collect()
}

/// Puts the number of its step in place of each second number, where numbers closer than the noise are on one step. The means of
/// 7.1 and 7.3 and of twice 7.2 are equal, and their floating point numbers may not be: an order would be made of rounding.
fn join(pairs: &mut [(f64, f64)], noise: f64) {
    pairs.sort_unstable_by(|a, b| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
    let (mut step, mut last) = (0, None);
    for (_, mean) in pairs {
        if last.is_some_and(|last| *mean - last > noise) {
            step += 1;
        }
        last = Some(*mean);
        *mean = real(step);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tables::{SHROUT_FLEISS, any_shuffled, close, printed, table};
    use super::*;

    #[test]
    fn four_judges() {
        let judges = severities(&table(SHROUT_FLEISS));
        // Every judge marked all six: each is the judge’s mean less that of the three others, 4/3 of the distance from the mean of all.
        let deviations: Vec<String> = judges.iter().map(|judge| printed(judge.deviation.unwrap(), 6)).collect();
        assert_eq!(deviations, ["3.166667", "-3.722222", "-1.277778", "1.833333"]);
        let first = judges[0].marks.unwrap();
        assert_eq!((first.count, first.min, first.max, judges[0].shared), (6, 6.0, 10.0, 6));
        assert_eq!(printed(first.mean, 6), "7.666667");
        assert_eq!(printed(first.deviation.unwrap(), 6), "1.632993");
    }

    #[test]
    fn gaps_and_edges() {
        let raters = severities(&table("5 4 . . / 7 4 . . / 6 . . . / . . 3 ."));
        assert_eq!((raters[0].shared, raters[0].deviation), (2, Some(2.0)));
        assert_eq!(raters[0].agreement, Err(Undefined::NoVariation));
        assert!(raters[1].marks.unwrap().is_constant() && !raters[0].marks.unwrap().is_constant());
        assert_eq!((raters[1].deviation, raters[1].marks.unwrap().deviation), (Some(-2.0), Some(0.0)));
        // Alone on a unit: a mark, and nobody to compare it with.
        let third = raters[2];
        assert_eq!((third.shared, third.deviation, third.agreement), (0, None, Err(Undefined::TooFew)));
        assert_eq!(third.marks.map(|marks| (marks.count, marks.deviation)), Some((1, None)));
        assert_eq!(raters[3], Severity { marks: None, shared: 0, deviation: None, agreement: Err(Undefined::TooFew) });
        assert!(severities(&table(". / .")).iter().all(|rater| rater.marks.is_none()));
    }

    #[test]
    fn rounding_makes_no_order() {
        // The others' means are 7.2 twice, in two ways that floating point keeps apart, and 8.
        assert!(!super::super::same((7.1 + 7.3 + 4.2) / 3.0, (6.1 + 7.9 + 4.6) / 3.0));
        let raters = severities(&table("3 7.1 7.3 4.2 / 4 6.1 7.9 4.6 / 5 8 8 8"));
        // One pair tied in the second number, two in order: 2 / √(3·2).
        assert!((raters[0].agreement.unwrap() - 2.0 / 6.0f64.sqrt()).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn no_order_matters((one, other, _, raters) in any_shuffled()) {
            let (one, other) = (severities(&one), severities(&other));
            for (at, from) in raters.iter().enumerate() {
                let (one, other) = (one[*from], other[at]);
                prop_assert_eq!(one.shared, other.shared);
                prop_assert!(close(&one.agreement, &other.agreement, 1e-12));
                prop_assert!(close(&one.deviation.ok_or(()), &other.deviation.ok_or(()), 1e-12));
                let parts = |of: fn(Moments) -> Option<f64>| close(&one.marks.and_then(of).ok_or(()), &other.marks.and_then(of).ok_or(()), 1e-12);
                prop_assert!(parts(|marks| Some(marks.mean)) && parts(|marks| marks.deviation) && parts(|marks| marks.range()));
            }
        }
    }
}
