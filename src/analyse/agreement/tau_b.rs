//! Kendall's tau-b: how far two raters put units in the same order, and the mean over all pairs of raters.

use rayon::prelude::*;

use super::{Ratings, Undefined, real, same};

/// Kendall's τ-b of pairs of finite numbers, from −1 (opposite orders) to 1 (the same order, equal where equal).
///
/// (C − D) / √((N − X)(N − Y)): of the N pairs of pairs, C stand in the same order twice, D in opposite orders, X are tied in the
/// first number and Y in the second. M. G. Kendall, "The treatment of ties in ranking problems", *Biometrika* 33 (1945); counted
/// in n·log n steps after W. R. Knight, "A computer method for calculating Kendall's tau with ungrouped data", *Journal of the
/// American Statistical Association* 61 (1966).
///
/// # Errors
///
/// [`Undefined::TooFew`] with fewer than two pairs, [`Undefined::NoVariation`] where all first or all second numbers are equal.
pub fn tau_b(pairs: &[(f64, f64)]) -> Result<f64, Undefined> {
    if pairs.len() < 2 {
        return Err(Undefined::TooFew);
    }
    // Adding zero turns the negative zero into the other one.
    let mut pairs: Vec<(f64, f64)> = pairs.iter().map(|(first, second)| (first + 0.0, second + 0.0)).collect();
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let tied_first = tied(&pairs, |a, b| same(a.0, b.0));
    let tied_both = tied(&pairs, |a, b| same(a.0, b.0) && same(a.1, b.1));
    let mut seconds: Vec<f64> = pairs.iter().map(|(_, second)| *second).collect();
    let opposite = exchanges(&mut seconds);
    let tied_second = tied(&seconds, |a, b| same(*a, *b));
    let all = choose_two(pairs.len());
    let (first, second) = (all - tied_first, all - tied_second);
    if first <= 0.0 || second <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    // All these are whole numbers, exact while there are fewer than a hundred million pairs.
    Ok((all - tied_first - tied_second + tied_both - 2.0 * opposite) / (first * second).sqrt())
}

/// How many pairs can be made of so many.
fn choose_two(count: usize) -> f64 {
    real(count) * (real(count) - 1.0) / 2.0
}

/// How many pairs are alike, where those alike stand together.
fn tied<T>(sorted: &[T], alike: impl Fn(&T, &T) -> bool) -> f64 {
    sorted.chunk_by(alike).map(|run| choose_two(run.len())).sum()
}

/// Sorts by merging, and tells how many exchanges of neighbours that takes: the pairs that stood in the wrong order.
fn exchanges(values: &mut Vec<f64>) -> f64 {
    let mut merged: Vec<f64> = Vec::with_capacity(values.len());
    let mut exchanges = 0.0;
    let mut width = 1;
    while width < values.len() {
        merged.clear();
        for block in values.chunks(2 * width) {
            let (mut left, mut right) = block.split_at(width.min(block.len()));
            while let (Some(first), Some(second)) = (left.first(), right.first()) {
                if first <= second {
                    merged.push(*first);
                    left = &left[1..];
                } else {
                    exchanges += real(left.len());
                    merged.push(*second);
                    right = &right[1..];
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(values, &mut merged);
        width *= 2;
    }
    exchanges
}

/// The mean of τ-b over the pairs of raters, each pair counting once whatever it shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pairwise {
    /// The mean over the defined pairs, from −1 to 1; where there is none, [`Undefined::NoVariation`] if some pair shares two
    /// units, [`Undefined::TooFew`] if none does.
    pub mean: Result<f64, Undefined>,
    /// How many pairs of raters have a τ-b.
    pub defined: usize,
    /// How many share at least two units, on which one of them gives a single mark throughout.
    pub undefined: usize,
    /// How many share fewer than two units.
    pub apart: usize,
}

/// The mean τ-b of all pairs of raters on the units that both marked.
pub fn mean_tau_b(ratings: &Ratings) -> Pairwise {
    let columns = ratings.by_rater();
    let pairs: Vec<(usize, usize)> = (0..columns.len()).flat_map(|one| (0..one).map(move |other| (other, one))).collect();
    // Collected in order, so that the sum is the same at any number of threads.
    let taus: Vec<Result<f64, Undefined>> =
        pairs.par_iter().map(|(one, other)| tau_b(&shared(&columns[*one], &columns[*other]))).collect();
    let defined: Vec<f64> = taus.iter().copied().filter_map(Result::ok).collect();
    let apart = taus.iter().filter(|tau| **tau == Err(Undefined::TooFew)).count();
    let undefined = taus.len() - defined.len() - apart;
    let mean = match (defined.len(), undefined) {
        (0, 0) => Err(Undefined::TooFew),
        (0, _) => Err(Undefined::NoVariation),
        (count, _) => Ok(defined.iter().sum::<f64>() / real(count)),
    };
    Pairwise { mean, defined: defined.len(), undefined, apart }
}

/// The marks of two raters on the units that both marked; both lists are in the order of the units.
fn shared(mut one: &[(usize, f64)], mut other: &[(usize, f64)]) -> Vec<(f64, f64)> {
    let mut shared = Vec::with_capacity(one.len().min(other.len()));
    while let (Some((unit, mark)), Some((other_unit, other_mark))) = (one.first(), other.first()) {
        if unit == other_unit {
            shared.push((*mark, *other_mark));
        }
        let (step, other_step) = (usize::from(unit <= other_unit), usize::from(other_unit <= unit));
        (one, other) = (&one[step..], &other[other_step..]);
    }
    shared
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tables::{SHROUT_FLEISS, any_shuffled, close, table};
    use super::*;

    /// The example that the manual of `scipy.stats.kendalltau` prints.
    #[test]
    fn a_printed_example() {
        let tau = tau_b(&[(12.0, 1.0), (2.0, 4.0), (1.0, 7.0), (12.0, 1.0), (2.0, 0.0)]).unwrap();
        assert!((tau - -0.471_404_520_791_031_6).abs() < 1e-15, "{tau}");
    }

    #[test]
    fn what_has_no_tau_says_why() {
        assert_eq!(tau_b(&[]), Err(Undefined::TooFew));
        assert_eq!(tau_b(&[(1.0, 2.0)]), Err(Undefined::TooFew));
        assert_eq!(tau_b(&[(1.0, 2.0), (1.0, 3.0)]), Err(Undefined::NoVariation));
        assert_eq!(tau_b(&[(1.0, 2.0), (3.0, 2.0)]), Err(Undefined::NoVariation));
        assert_eq!(tau_b(&[(0.0, 2.0), (-0.0, 3.0)]), Err(Undefined::NoVariation));
        assert_eq!(tau_b(&[(1.0, 2.0), (3.0, 4.0), (3.0, 4.0)]), Ok(1.0));
        assert_eq!(tau_b(&[(1.0, 4.0), (3.0, 2.0)]), Ok(-1.0));
    }

    #[test]
    fn a_hundred_thousand_pairs() {
        let same: Vec<(f64, f64)> = (0..100_000).map(|at| (f64::from(at), f64::from(at / 2))).collect();
        // Fifty thousand ties in the second number.
        let all = choose_two(100_000);
        assert_eq!(tau_b(&same), Ok((all - 50_000.0) / (all * (all - 50_000.0)).sqrt()));
    }

    #[test]
    fn pairs_of_raters() {
        let found = mean_tau_b(&table("1 1 5 . / 2 2 5 . / 3 1 5 4 / 4 2 . ."));
        // The third is constant with the first two; the fourth shares one unit with each of three.
        assert_eq!((found.defined, found.undefined, found.apart), (1, 2, 3));
        let alone = mean_tau_b(&table("1 / 2"));
        assert_eq!((alone.mean, alone.defined, alone.apart), (Err(Undefined::TooFew), 0, 0));
        assert_eq!(mean_tau_b(&table("1 1 / 1 2")).mean, Err(Undefined::NoVariation));
        assert_eq!(mean_tau_b(&table("1 . / . 2")).mean, Err(Undefined::TooFew));
        assert_eq!(mean_tau_b(&table(". . / . .")).apart, 1);
        let judges = mean_tau_b(&table(SHROUT_FLEISS));
        assert_eq!((judges.defined, judges.undefined, judges.apart), (6, 0, 0));
    }

    /// The definition: every pair of pairs looked at.
    fn by_pairs(pairs: &[(f64, f64)]) -> f64 {
        let (mut score, mut first, mut second) = (0.0, 0.0, 0.0);
        let sign = |a: f64, b: f64| f64::from(i8::from(a > b) - i8::from(a < b));
        for (at, one) in pairs.iter().enumerate() {
            for other in &pairs[..at] {
                let (x, y) = (sign(one.0, other.0), sign(one.1, other.1));
                score += x * y;
                first += x * x;
                second += y * y;
            }
        }
        score / (first * second).sqrt()
    }

    proptest! {
        #[test]
        fn the_short_way_is_the_definition(pairs in proptest::collection::vec((0i32..6, 0i32..6), 0..40)) {
            let pairs: Vec<(f64, f64)> = pairs.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect();
            let expected = by_pairs(&pairs);
            match tau_b(&pairs) {
                Ok(tau) => prop_assert!((tau - expected).abs() < 1e-12),
                Err(_) => prop_assert!(expected.is_nan()),
            }
        }

        #[test]
        fn no_order_matters((one, other, _, _) in any_shuffled()) {
            let (one, other) = (mean_tau_b(&one), mean_tau_b(&other));
            prop_assert!(close(&one.mean, &other.mean, 1e-12));
            prop_assert_eq!((one.defined, one.undefined, one.apart), (other.defined, other.undefined, other.apart));
        }
    }
}
