//! How sure a coefficient is: a percentile interval from units drawn anew, the same bits for the same seed everywhere.

use rayon::prelude::*;

use super::{Ratings, real};
use crate::analyse::stream::Stream;

/// A 95 % interval, in the units of the coefficient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower bound: 2.5 % of the draws are below.
    pub low: f64,
    /// The upper bound: 2.5 % of the draws are above.
    pub high: f64,
    /// How many draws have the coefficient.
    pub draws_used: usize,
    /// How many have none, and count in no way. Where they are many, so is the doubt about the interval.
    pub draws_undefined: usize,
}

/// Below so many, 2.5 % of the draws is not one draw.
const FEWEST: usize = 40;

/// The percentile bootstrap of a coefficient: as many units as there are, drawn with replacement, so many times.
///
/// B. Efron, R. J. Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13; between two draws the bounds are interpolated
/// (definition 7 of R. J. Hyndman, Y. Fan, *The American Statistician* 50, 1996). Raters stay as they are: the interval says what
/// other units might have given with these raters. Of few units, or near the end of the range of a coefficient, it is too narrow.
///
/// For a coefficient of complete units give [`Ratings::complete`], so that every draw has as many. `None` where there are fewer
/// than two units, or where the coefficient is defined in fewer than forty draws.
pub fn bootstrap(
    ratings: &Ratings,
    seed: u64,
    draws: usize,
    statistic: impl Fn(&Ratings) -> Option<f64> + Sync,
) -> Option<Interval> {
    let units = ratings.units();
    if units < 2 {
        return None;
    }
    let draw = |index: usize| {
        let mut stream = Stream::new(seed, index as u64);
        // A number below the number of units is an index.
        let one = || usize::try_from(stream.below(units as u64)).unwrap_or_default();
        let drawn: Vec<usize> = std::iter::repeat_with(one).take(units).collect();
        statistic(&ratings.draw(&drawn)).filter(|value| value.is_finite())
    };
    let mut values: Vec<f64> = (0..draws).into_par_iter().filter_map(draw).collect();
    if values.len() < FEWEST {
        return None;
    }
    values.sort_unstable_by(f64::total_cmp);
    let draws_used = values.len();
    // In thousandths, to find the draw below in whole numbers.
    let quantile = |thousandths: usize| {
        let place = (draws_used - 1) * thousandths;
        let (below, part) = (place / 1000, real(place % 1000) / 1000.0);
        let above = (below + 1).min(draws_used - 1);
        values[below] + (values[above] - values[below]) * part
    };
    Some(Interval { low: quantile(25), high: quantile(975), draws_used, draws_undefined: draws - draws_used })
}

#[cfg(test)]
mod tests {
    use super::super::tables::{SHROUT_FLEISS, table};
    use super::super::{Anova, Measurement, alpha, anova, mean_tau_b};
    use super::*;

    fn single(ratings: &Ratings) -> Option<f64> {
        anova(ratings).as_ref().map(Anova::single).ok()?.ok()
    }

    #[test]
    fn the_same_bits_at_any_number_of_threads() {
        let ratings = table("9 2 5 8 / 6 1 . 2 / 8 4 6 8 / 7 . 2 6 / 10 5 6 9 / . 2 4 7 / 3 . . 1");
        let at = |threads: usize, statistic: fn(&Ratings) -> Option<f64>| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let found = pool.install(|| bootstrap(&ratings, 7, 500, statistic)).unwrap();
            (found.low.to_bits(), found.high.to_bits(), found.draws_used)
        };
        let statistics: [fn(&Ratings) -> Option<f64>; 4] = [
            |ratings| alpha(ratings, Measurement::Interval).ok(),
            |ratings| alpha(ratings, Measurement::Ordinal).ok(),
            |ratings| mean_tau_b(ratings).mean.ok(),
            single,
        ];
        for statistic in statistics {
            assert_eq!(at(1, statistic), at(5, statistic));
        }
    }

    /// Written down once: other bits on another machine or in another year would be a change of results.
    #[test]
    fn the_same_bits_on_any_machine() {
        let ratings = table(SHROUT_FLEISS);
        let found = bootstrap(&ratings, 1, 1000, |ratings| alpha(ratings, Measurement::Interval).ok()).unwrap();
        assert_eq!((found.draws_used, found.draws_undefined), (1000, 0));
        assert_eq!(
            (found.low.to_bits(), found.high.to_bits()),
            (13_819_022_014_647_536_140, 4_599_569_910_513_292_396),
            "{} to {}",
            found.low,
            found.high
        );
        // What it must be whatever the bits: around the coefficient, and other draws with another seed.
        let alpha = |ratings: &Ratings| alpha(ratings, Measurement::Interval).ok();
        assert!(found.low < alpha(&ratings).unwrap() && alpha(&ratings).unwrap() < found.high);
        assert_ne!(bootstrap(&ratings, 2, 1000, alpha).unwrap(), found);
    }

    /// The mean of many units is normal: the interval is 1.96 standard errors on either side.
    #[test]
    fn a_known_interval() {
        let marks: Vec<[Option<f64>; 1]> = (0..400).map(|at| [Some(f64::from(at % 20))]).collect();
        let ratings = Ratings::new(1, marks).unwrap();
        let mean = |ratings: &Ratings| {
            let marks: Vec<f64> = (0..ratings.units()).flat_map(|unit| ratings.marks(unit)).map(|(_, mark)| mark).collect();
            Some(marks.iter().sum::<f64>() / real(marks.len()))
        };
        let found = bootstrap(&ratings, 3, 4000, mean).unwrap();
        // The variance of 0, 1, …, 19 is 399/12.
        let error = (399.0f64 / 12.0 / 400.0).sqrt();
        assert!((found.low - (9.5 - 1.96 * error)).abs() < 0.03, "{found:?}");
        assert!((found.high - (9.5 + 1.96 * error)).abs() < 0.03, "{found:?}");
    }

    #[test]
    fn draws_without_a_value_are_counted() {
        // Of two units, half of the draws have one of them twice, which does not vary.
        let found = bootstrap(&table("1 1 / 2 2"), 5, 400, |ratings| alpha(ratings, Measurement::Interval).ok()).unwrap();
        assert_eq!(found.draws_used + found.draws_undefined, 400);
        assert!((150..250).contains(&found.draws_used));
        assert_eq!((found.low, found.high), (1.0, 1.0));
    }

    #[test]
    fn no_interval_from_nothing() {
        let one = |_: &Ratings| Some(1.0);
        assert_eq!(bootstrap(&table("1 2"), 1, 1000, one), None);
        assert_eq!(bootstrap(&table("1 2 / 2 3"), 1, 39, one), None);
        assert_eq!(bootstrap(&table("1 2 / 2 3"), 1, 1000, |_| None), None);
        assert_eq!(bootstrap(&table("1 2 / 2 3"), 1, 1000, |_| Some(f64::NAN)), None);
    }
}
