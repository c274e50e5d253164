//! Kendall's coefficient of concordance W: how far several raters put the same units in the same order.

use super::{Ratings, Undefined, real, same};

/// The concordance of the units that every rater marked, each rater's marks turned into ranks, equal marks sharing theirs.
///
/// M. G. Kendall, B. Babington Smith, "The problem of m rankings", *Annals of Mathematical Statistics* 10 (1939).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concordance {
    /// How many units n are complete, at least two.
    pub units: usize,
    /// How many raters m, at least two.
    pub raters: usize,
    /// S, the squared distances of the units' rank sums from their mean, added up.
    pub squares: f64,
    /// ΣT, t³ − t added up over each rater's groups of t equal marks.
    pub ties: f64,
    /// W corrected for ties, from 0 (no common order) to 1 (one order): 12·S / (m²·(n³ − n) − m·ΣT).
    pub corrected: f64,
    /// W without the correction, 12·S / (m²·(n³ − n)): at most the corrected one.
    pub uncorrected: f64,
}

/// Kendall's W of the complete units.
///
/// # Errors
///
/// [`Undefined::TooFew`] with fewer than two complete units or two raters, [`Undefined::NoVariation`] where each rater gives one
/// same mark to all units.
pub fn concordance(ratings: &Ratings) -> Result<Concordance, Undefined> {
    let complete = ratings.complete();
    let (units, raters) = (complete.units(), complete.raters());
    if units < 2 || raters < 2 {
        return Err(Undefined::TooFew);
    }
    let mut sums = vec![0.0; units];
    let mut ties = 0.0;
    for mut column in complete.by_rater() {
        column.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
        let mut below = 0;
        for equal in column.chunk_by(|a, b| same(a.1, b.1)) {
            let rank = real(2 * below + equal.len() + 1) / 2.0;
            for (unit, _) in equal {
                sums[*unit] += rank;
            }
            below += equal.len();
            ties += cube_less(equal.len());
        }
    }
    let (n, m) = (real(units), real(raters));
    // Ranks are whole or half, and so are their sums and this mean: nothing is rounded before the squares are large.
    let mean = m * (n + 1.0) / 2.0;
    let squares: f64 = sums.iter().map(|sum| (sum - mean) * (sum - mean)).sum();
    let most = m * m * cube_less(units);
    let corrected = most - m * ties;
    if corrected <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    Ok(Concordance { units, raters, squares, ties, corrected: 12.0 * squares / corrected, uncorrected: 12.0 * squares / most })
}

/// t³ − t.
fn cube_less(count: usize) -> f64 {
    let count = real(count);
    count * count * count - count
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tables::{SHROUT_FLEISS, any_shuffled, by_raters, close, printed, table};
    use super::*;

    /// Wing, tail and culmen lengths of twelve birds: J. H. Zar, *Biostatistical Analysis*, example 20.5.
    #[test]
    fn zar_20_5() {
        let lengths = by_raters(
            "10.4 10.8 11.1 10.2 10.3 10.2 10.7 10.5 10.8 11.2 10.6 11.4 / \
             7.4 7.6 7.9 7.2 7.4 7.1 7.4 7.2 7.8 7.7 7.8 8.3 / \
             17 17 20 14.5 15.5 13 19.5 16 21 20 18 22",
        );
        let found = concordance(&lengths).unwrap();
        assert_eq!((found.units, found.raters, found.squares, found.ties), (12, 3, 1175.5, 60.0));
        assert_eq!(printed(found.uncorrected, 6), "0.913364");
        assert_eq!(printed(found.corrected, 6), "0.924135");
    }

    #[test]
    fn the_four_judges_of_shrout_and_fleiss() {
        let found = concordance(&table(SHROUT_FLEISS)).unwrap();
        assert_eq!(printed(found.corrected, 6), "0.887037");
        assert_eq!(printed(found.uncorrected, 6), "0.855357");
    }

    #[test]
    fn what_has_no_concordance_says_why() {
        let why = |text: &str| concordance(&table(text)).map(|found| found.corrected);
        assert_eq!(why("1 2 3"), Err(Undefined::TooFew));
        assert_eq!(why("1 / 2"), Err(Undefined::TooFew));
        assert_eq!(why("1 . / . 2 / 3 4"), Err(Undefined::TooFew));
        assert_eq!(why("0.1 7 / 0.1 7 / 0.1 7"), Err(Undefined::NoVariation));
        assert_eq!(why("0.1 7 / 0.2 8 / 0.3 9"), Ok(1.0));
        assert_eq!(why("0.1 8 / 0.2 7"), Ok(0.0));
        // Equal marks shared by all take nothing from a common order.
        assert_eq!(why("1 5 / 1 5 / 2 9"), Ok(1.0));
    }

    proptest! {
        #[test]
        fn no_order_matters((one, other, _, _) in any_shuffled()) {
            let corrected = |ratings: &Ratings| concordance(ratings).map(|found| found.corrected);
            prop_assert!(close(&corrected(&one), &corrected(&other), 1e-12));
            if let Ok(found) = concordance(&one) {
                prop_assert!(found.uncorrected <= found.corrected && (0.0..=1.0 + 1e-12).contains(&found.corrected));
            }
        }
    }
}
