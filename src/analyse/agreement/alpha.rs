//! Krippendorff's alpha: agreement beyond chance of any number of raters, with gaps, at four levels of measurement.

use super::{Ratings, Undefined, real};

/// What the differences between two marks mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measurement {
    /// Marks are the same or not: names.
    Nominal,
    /// Marks have an order: places in a row.
    Ordinal,
    /// Differences have a size: points.
    Interval,
    /// Differences are relative to the marks, which start at a true zero: counts, amounts.
    Ratio,
}

/// Krippendorff's α = 1 − Do/De, at most 1: 1 is perfect agreement, 0 what chance would give, below 0 systematic disagreement.
///
/// Do is the mean squared difference between marks of a same unit, each pair weighing 1/(m − 1) where the unit has m marks; De is
/// that between all marks of such units. A unit with a single mark takes no part. K. Krippendorff, *Computing Krippendorff's
/// Alpha-Reliability* (2011). Squared differences are 1 for unlike names; (place − place)² for ordered marks, places being mean
/// ranks among all pairable marks; (a − b)² for points; ((a − b)/(a + b))² for ratios.
///
/// The work grows with the number of marks, and for ratios with the square of the number of distinct marks.
///
/// # Errors
///
/// [`Undefined::TooFew`] where no unit has two marks, [`Undefined::NoVariation`] where all pairable marks are equal, and
/// [`Undefined::Negative`] where a ratio is asked of a mark below zero.
pub fn alpha(ratings: &Ratings, measurement: Measurement) -> Result<f64, Undefined> {
    let counts = counts(ratings);
    let present = || counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let Some((lowest, _)) = present().next() else { return Err(Undefined::TooFew) };
    if present().count() < 2 {
        return Err(Undefined::NoVariation);
    }
    match measurement {
        Measurement::Nominal => Ok(nominal(ratings, &counts)),
        Measurement::Ordinal => Ok(squares(ratings, &counts, &places(&counts))),
        Measurement::Interval => Ok(squares(ratings, &counts, ratings.values())),
        Measurement::Ratio if ratings.values()[lowest] < 0.0 => Err(Undefined::Negative),
        Measurement::Ratio => Ok(ratio(ratings, &counts)),
    }
}

/// How often each distinct mark occurs among the units with at least two marks.
fn counts(ratings: &Ratings) -> Vec<usize> {
    let mut counts = vec![0; ratings.values().len()];
    for unit in 0..ratings.units() {
        if ratings.codes(unit).len() > 1 {
            for code in ratings.codes(unit) {
                counts[code] += 1;
            }
        }
    }
    counts
}

/// The mean rank of each distinct mark. Krippendorff sums the marks from one to the other, counting half of both ends: that sum
/// is the difference between their mean ranks.
fn places(counts: &[usize]) -> Vec<f64> {
    let mut below = 0;
    let place = |count: &usize| {
        let place = real(2 * below + count) / 2.0;
        below += count;
        place
    };
    counts.iter().map(place).collect()
}

/// α from the sum over units of the disagreement of ordered pairs, each divided by m − 1, and that of all ordered pairs.
fn from_sums(observed: f64, expected: f64, counts: &[usize]) -> f64 {
    1.0 - real(counts.iter().sum::<usize>() - 1) * observed / expected
}

/// Squared differences of numbers need no pairs: over all ordered pairs of m marks they add up to 2m times the squared distances
/// from the mean.
fn squares(ratings: &Ratings, counts: &[usize], scores: &[f64]) -> f64 {
    let mut observed = 0.0;
    let mut marks: Vec<f64> = Vec::with_capacity(ratings.raters());
    for unit in 0..ratings.units() {
        marks.clear();
        marks.extend(ratings.codes(unit).map(|code| scores[code]));
        if marks.len() > 1 {
            let count = real(marks.len());
            let mean = marks.iter().sum::<f64>() / count;
            let around: f64 = marks.iter().map(|mark| (mark - mean) * (mark - mean)).sum();
            observed += 2.0 * count * around / (count - 1.0);
        }
    }
    let weighted = || counts.iter().zip(scores).map(|(count, score)| (real(*count), score));
    let all = real(counts.iter().sum());
    let mean = weighted().map(|(count, score)| count * score).sum::<f64>() / all;
    let around: f64 = weighted().map(|(count, score)| count * (score - mean) * (score - mean)).sum();
    from_sums(observed, 2.0 * all * around, counts)
}

/// Unlike names among n are n² less the squares of how often each name occurs.
fn nominal(ratings: &Ratings, counts: &[usize]) -> f64 {
    let unlike = |all: usize, alike: f64| real(all) * real(all) - alike;
    let square = |count: usize| real(count) * real(count);
    let mut observed = 0.0;
    let mut codes: Vec<usize> = Vec::with_capacity(ratings.raters());
    for unit in 0..ratings.units() {
        codes.clear();
        codes.extend(ratings.codes(unit));
        if codes.len() > 1 {
            codes.sort_unstable();
            let alike = codes.chunk_by(|a, b| a == b).map(|run| square(run.len())).sum();
            observed += unlike(codes.len(), alike) / real(codes.len() - 1);
        }
    }
    let expected = unlike(counts.iter().sum(), counts.iter().map(|count| square(*count)).sum());
    from_sums(observed, expected, counts)
}

/// No shorter way is known for ratios than pair by pair: of marks in a unit, of distinct marks in all.
fn ratio(ratings: &Ratings, counts: &[usize]) -> f64 {
    let values = ratings.values();
    // Of two different marks that are not negative, one is positive: the sum is never zero.
    let square = |a: usize, b: usize| {
        let relative = (values[a] - values[b]) / (values[a] + values[b]);
        if a == b { 0.0 } else { relative * relative }
    };
    let mut observed = 0.0;
    let mut codes: Vec<usize> = Vec::with_capacity(ratings.raters());
    for unit in 0..ratings.units() {
        codes.clear();
        codes.extend(ratings.codes(unit));
        let mut pairs = 0.0;
        for (at, one) in codes.iter().enumerate() {
            pairs += codes[..at].iter().map(|other| square(*one, *other)).sum::<f64>();
        }
        if codes.len() > 1 {
            observed += 2.0 * pairs / real(codes.len() - 1);
        }
    }
    let present: Vec<usize> = (0..values.len()).filter(|code| counts[*code] > 0).collect();
    let mut expected = 0.0;
    for (at, one) in present.iter().enumerate() {
        let others: f64 = present[..at].iter().map(|other| real(counts[*other]) * square(*one, *other)).sum();
        expected += 2.0 * real(counts[*one]) * others;
    }
    from_sums(observed, expected, counts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tables::{any_ratings, any_shuffled, by_raters, close, printed, rows, table};
    use super::*;

    const ALL: [Measurement; 4] = [Measurement::Nominal, Measurement::Ordinal, Measurement::Interval, Measurement::Ratio];

    /// Four observers, twelve units: K. Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011), part C.
    #[test]
    fn krippendorff_2011() {
        let observers = "1 2 3 3 2 1 4 1 2 . . . / 1 2 3 3 2 2 4 1 2 5 . 3 / . 3 3 3 2 3 4 2 2 5 1 . / 1 2 3 3 2 4 4 1 2 5 1 .";
        let ratings = by_raters(observers);
        assert_eq!((ratings.units(), ratings.raters(), ratings.pairable_units()), (12, 4, 11));
        let found = ALL.map(|measurement| printed(alpha(&ratings, measurement).unwrap(), 6));
        assert_eq!(found, ["0.743421", "0.815388", "0.849107", "0.797403"]);
    }

    #[test]
    fn what_has_no_alpha_says_why() {
        for measurement in ALL {
            let why = |text: &str| alpha(&table(text), measurement);
            assert_eq!(why(". . / . ."), Err(Undefined::TooFew));
            assert_eq!(why("1 / 2 / 3"), Err(Undefined::TooFew));
            assert_eq!(why("1 . / . 2"), Err(Undefined::TooFew));
            assert_eq!(why("0.1 0.1 0.1 / . 0.1 0.1 / 7 . ."), Err(Undefined::NoVariation));
            // One unit cannot show more agreement than chance: chance is that unit.
            assert!(why("1 2 3").unwrap().abs() < 1e-12);
        }
        assert_eq!(alpha(&table("-1 2 / 1 1"), Measurement::Ratio), Err(Undefined::Negative));
        assert_eq!(alpha(&table("-1 . / 1 2"), Measurement::Ratio), alpha(&table("1 2"), Measurement::Ratio));
        // Zero is a mark like another.
        assert!(alpha(&table("0 0 / 1 1 / 0 2"), Measurement::Ratio).is_ok());
    }

    /// The definition, pair by pair.
    fn by_pairs(ratings: &Ratings, measurement: Measurement) -> f64 {
        let units: Vec<Vec<usize>> = (0..ratings.units()).map(|unit| ratings.codes(unit).collect()).collect();
        let units: Vec<Vec<usize>> = units.into_iter().filter(|unit| unit.len() > 1).collect();
        let all = units.concat();
        let delta = |a: usize, b: usize| {
            let (x, y) = (ratings.values()[a], ratings.values()[b]);
            match measurement {
                _ if a == b => 0.0,
                Measurement::Nominal => 1.0,
                Measurement::Ordinal => {
                    let between = all.iter().filter(|code| (a.min(b)..=a.max(b)).contains(*code)).count();
                    let ends = all.iter().filter(|code| [a, b].contains(*code)).count();
                    (real(between) - real(ends) / 2.0).powi(2)
                }
                Measurement::Interval => (x - y).powi(2),
                Measurement::Ratio => ((x - y) / (x + y)).powi(2),
            }
        };
        let sum = |codes: &[usize]| codes.iter().flat_map(|a| codes.iter().map(|b| delta(*a, *b))).sum::<f64>();
        let count = real(all.len());
        let observed = units.iter().map(|unit| sum(unit) / real(unit.len() - 1)).sum::<f64>() / count;
        1.0 - observed / (sum(&all) / (count * (count - 1.0)))
    }

    proptest! {
        #[test]
        fn the_short_ways_are_the_definition(ratings in any_ratings()) {
            for measurement in ALL {
                if let Ok(alpha) = alpha(&ratings, measurement) {
                    prop_assert!((alpha - by_pairs(&ratings, measurement)).abs() < 1e-12, "{measurement:?}");
                }
            }
        }

        #[test]
        fn no_order_matters((one, other, _, _) in any_shuffled()) {
            for measurement in ALL {
                prop_assert!(close(&alpha(&one, measurement), &alpha(&other, measurement), 1e-12), "{measurement:?}");
            }
        }

        #[test]
        fn perfect_agreement_is_one(ratings in any_ratings()) {
            // Everybody says what the first mark of the unit says, gaps as they were.
            let mut agreed = rows(&ratings);
            for row in &mut agreed {
                let first = row.iter().flatten().next().copied();
                row.iter_mut().flatten().for_each(|mark| *mark = first.unwrap());
            }
            let agreed = Ratings::new(ratings.raters(), agreed).unwrap();
            for measurement in ALL {
                match alpha(&agreed, measurement) {
                    Ok(alpha) => prop_assert!((alpha - 1.0).abs() < 1e-12),
                    Err(why) => prop_assert_ne!(why, Undefined::Negative),
                }
            }
        }
    }
}
