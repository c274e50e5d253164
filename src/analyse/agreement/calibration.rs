//! What marks would be if every rater were as severe as the mean of all: additive effects by least squares.

use super::islands::islands;
use super::{Island, Ratings, real};

/// The model mark = unit + rater + noise, the raters' effects adding up to zero, fitted by least squares to the marks that are
/// there, however many each gave. All numbers are in the units of the marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// How much each rater gives more (or less, below zero) than the mean rater would; `None` for who marked nothing.
    pub effects: Vec<Option<f64>>,
    /// What the mean rater would give each unit; `None` for what nobody marked.
    pub levels: Vec<Option<f64>>,
    /// How many marks each rater gave: an effect is as sure as these are many.
    pub marks: Vec<usize>,
    /// The standard deviation of the noise, √(Σ residual² / freedom), zero or more; `None` without any freedom.
    pub deviation: Option<f64>,
    /// The marks less what was fitted to them: one number for each unit, and for each rater but one.
    pub freedom: usize,
}

impl Calibration {
    /// The mark that the model expects of a rater for a unit, given or not; `None` where it knows one of them not.
    pub fn fitted(&self, unit: usize, rater: usize) -> Option<f64> {
        Some(self.levels.get(unit).copied().flatten()? + self.effects.get(rater).copied().flatten()?)
    }
}

/// Why there is no calibration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uncalibrated {
    /// Nobody marked anything.
    NoMarks,
    /// Groups of raters who share no unit, not even by way of others: whether one is more severe cannot be known.
    Islands(Vec<Island>),
}

/// Fits the model. The units are eliminated first, so that only as many equations remain as there are raters:
/// for rater j, the marks less the means of their units are those effects less the means of the effects on the same units.
///
/// # Errors
///
/// [`Uncalibrated`] where there is no mark or where marks do not hold all raters together.
pub fn calibrate(ratings: &Ratings) -> Result<Calibration, Uncalibrated> {
    let islands = islands(ratings);
    let raters = match islands.as_slice() {
        [] => return Err(Uncalibrated::NoMarks),
        [island] => &island.raters,
        _ => return Err(Uncalibrated::Islands(islands)),
    };
    let size = raters.len();
    // Where each rater who marked stands in the equations.
    let mut places = vec![0; ratings.raters()];
    raters.iter().enumerate().for_each(|(place, rater)| places[*rater] = place);
    let mut marks = vec![0; ratings.raters()];
    let mut matrix = vec![0.0; size * size];
    let mut right = vec![0.0; size];
    let mut row: Vec<(usize, f64)> = Vec::with_capacity(size);
    for unit in 0..ratings.units() {
        row.clear();
        row.extend(ratings.marks(unit).map(|(rater, mark)| (places[rater], mark)));
        ratings.marks(unit).for_each(|(rater, _)| marks[rater] += 1);
        if row.is_empty() {
            continue;
        }
        let share = 1.0 / real(row.len());
        let mean = row.iter().map(|(_, mark)| mark).sum::<f64>() * share;
        for (place, mark) in &row {
            right[*place] += mark - mean;
            matrix[place * size + place] += 1.0;
            for (other, _) in &row {
                matrix[place * size + other] -= share;
            }
        }
    }
    // As they are, the equations say nothing of the sum of the effects. A same number added everywhere makes that sum zero and
    // changes nothing else; of the size of the diagonal, it keeps the solution as exact as it was. It also makes the matrix
    // positive definite, since the marks hold all raters together.
    let diagonal: f64 = (0..size).map(|place| matrix[place * size + place]).sum();
    let lift = if diagonal > 0.0 { diagonal } else { 1.0 } / (real(size) * real(size));
    for cell in &mut matrix {
        *cell += lift;
    }
    cholesky(&mut matrix, &mut right, size);
    let middle = right.iter().sum::<f64>() / real(size);

    let mut effects = vec![None; ratings.raters()];
    for (rater, effect) in raters.iter().zip(&right) {
        effects[*rater] = Some(effect - middle);
    }
    let effect = |rater: usize| effects[rater].unwrap_or_default();
    let mut levels = Vec::with_capacity(ratings.units());
    let (mut squares, mut given, mut marked) = (0.0, 0, 0);
    for unit in 0..ratings.units() {
        let count = ratings.marks(unit).len();
        let level = ratings.marks(unit).map(|(rater, mark)| mark - effect(rater)).sum::<f64>() / real(count);
        squares +=
            ratings.marks(unit).map(|(rater, mark)| (mark - effect(rater) - level) * (mark - effect(rater) - level)).sum::<f64>();
        given += count;
        marked += usize::from(count > 0);
        levels.push((count > 0).then_some(level));
    }
    // A connected table has at least one mark for each unit and for each rater but one.
    let freedom = given + 1 - marked - size;
    let deviation = (freedom > 0).then(|| (squares / real(freedom)).sqrt());
    Ok(Calibration { effects, levels, marks, deviation, freedom })
}

/// Solves symmetric, positive definite equations in place: the right side becomes the solution.
fn cholesky(matrix: &mut [f64], right: &mut [f64], size: usize) {
    for row in 0..size {
        for column in 0..=row {
            let (above, below) = (&matrix[column * size..column * size + column], &matrix[row * size..row * size + column]);
            let known: f64 = above.iter().zip(below).map(|(a, b)| a * b).sum();
            let left = matrix[row * size + column] - known;
            matrix[row * size + column] = if row == column { left.sqrt() } else { left / matrix[column * size + column] };
        }
        let known: f64 = matrix[row * size..row * size + row].iter().zip(&*right).map(|(a, b)| a * b).sum();
        right[row] = (right[row] - known) / matrix[row * size + row];
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|below| matrix[below * size + row] * right[below]).sum();
        right[row] = (right[row] - known) / matrix[row * size + row];
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tables::{SHROUT_FLEISS, any_ratings, any_shuffled, printed, rows, table};
    use super::*;

    /// The four judges of Shrout and Fleiss (1979) without the mark of the first on the first target; the fitted cell is what
    /// closes the gap in a two-way table, F. Yates, *Empire Journal of Experimental Agriculture* 1 (1933).
    #[test]
    fn four_judges_and_a_gap() {
        let mut marks = rows(&table(SHROUT_FLEISS));
        marks[0][0] = None;
        let found = calibrate(&Ratings::new(4, marks).unwrap()).unwrap();
        let effects: Vec<String> = found.effects.iter().map(|effect| printed(effect.unwrap(), 6)).collect();
        assert_eq!(effects, ["2.250000", "-2.750000", "-0.916667", "1.416667"]);
        assert_eq!(printed(found.fitted(0, 0).unwrap(), 6), "8.000000");
        assert_eq!(found.marks, [5, 6, 6, 6]);
        // 23 marks, six targets, four judges but one.
        assert_eq!(found.freedom, 14);
        // Yates by hand, from what is left of the row, of the column and of the table: (6·15 + 4·37 − 118) / ((6 − 1)(4 − 1)).
        let by_hand = (6.0 * 15.0 + 4.0 * 37.0 - 118.0) / 15.0;
        assert!((found.fitted(0, 0).unwrap() - by_hand).abs() < 1e-12);
    }

    /// Without gaps an effect is the rater's mean less the mean of all, and a level the mean of the unit.
    #[test]
    fn a_full_table_needs_no_equations() {
        let ratings = table(SHROUT_FLEISS);
        let found = calibrate(&ratings).unwrap();
        let mean = |marks: Vec<f64>| marks.iter().sum::<f64>() / real(marks.len());
        let all = mean((0..6).flat_map(|unit| ratings.marks(unit)).map(|(_, mark)| mark).collect());
        for (rater, own) in ratings.by_rater().iter().enumerate() {
            let own = mean(own.iter().map(|(_, mark)| *mark).collect());
            assert!((found.effects[rater].unwrap() - (own - all)).abs() < 1e-12);
        }
        for unit in 0..6 {
            assert!((found.levels[unit].unwrap() - mean(ratings.marks(unit).map(|(_, mark)| mark).collect())).abs() < 1e-12);
        }
        // The residual mean square of the analysis of variance.
        assert_eq!(printed(found.deviation.unwrap().powi(2), 6), "1.019444");
    }

    #[test]
    fn edges() {
        assert_eq!(calibrate(&table(". . / . .")), Err(Uncalibrated::NoMarks));
        let apart = calibrate(&table("1 . . / . 2 3 / . . ."));
        let islands = vec![Island { raters: vec![0], units: vec![0] }, Island { raters: vec![1, 2], units: vec![1] }];
        assert_eq!(apart, Err(Uncalibrated::Islands(islands)));
        let alone = calibrate(&table("1 . / . . / 3 .")).unwrap();
        assert_eq!(alone.effects, [Some(0.0), None]);
        assert_eq!(alone.levels, [Some(1.0), None, Some(3.0)]);
        assert_eq!((alone.deviation, alone.freedom, alone.marks.as_slice()), (None, 0, [2, 0].as_slice()));
        assert_eq!(
            (alone.fitted(0, 0), alone.fitted(0, 1), alone.fitted(1, 0), alone.fitted(9, 9)),
            (Some(1.0), None, None, None)
        );
        let one_unit = calibrate(&table("1 3")).unwrap();
        assert_eq!((one_unit.effects, one_unit.levels), (vec![Some(-1.0), Some(1.0)], vec![Some(2.0)]));
        let equal = calibrate(&table("0.1 0.1 / 0.1 .")).unwrap();
        assert!(equal.effects.iter().flatten().all(|effect| effect.abs() < 1e-15));
    }

    /// A harsh rater who saw only the best: the raw means lie, the levels do not.
    #[test]
    fn who_was_marked_by_the_harsh_one() {
        // True levels 8, 7, 2, 1; the second rater takes three points off.
        let found = calibrate(&table("8 5 / . 4 / 2 . / 1 .")).unwrap();
        let levels: Vec<f64> = found.levels.iter().map(|level| level.unwrap() + 1.5).collect();
        for (level, truth) in levels.iter().zip([8.0, 7.0, 2.0, 1.0]) {
            assert!((level - truth).abs() < 1e-12, "{levels:?}");
        }
        assert_eq!((found.freedom, found.deviation), (0, None));
    }

    /// A long chain, each rater sharing one unit with the next: as badly conditioned as a committee can be.
    #[test]
    fn three_hundred_raters_in_a_chain() {
        let raters = 300;
        let severity = |rater: usize| real(rater * 7 % 11) - 5.0;
        let rows = (0..raters - 1).map(|at| {
            (0..raters).map(|rater| (rater == at || rater == at + 1).then(|| 50.0 + severity(rater))).collect::<Vec<_>>()
        });
        let found = calibrate(&Ratings::new(raters, rows).unwrap()).unwrap();
        let middle = (0..raters).map(severity).sum::<f64>() / real(raters);
        for rater in 0..raters {
            assert!((found.effects[rater].unwrap() - (severity(rater) - middle)).abs() < 1e-9);
        }
    }

    proptest! {
        #[test]
        fn the_residuals_are_as_small_as_can_be(ratings in any_ratings()) {
            // Least squares by their own equations: the residuals of each rater and of each unit add up to nothing.
            let Ok(found) = calibrate(&ratings) else { return Ok(()) };
            let residual = |unit: usize, rater: usize, mark: f64| mark - found.fitted(unit, rater).unwrap();
            for (rater, own) in ratings.by_rater().iter().enumerate() {
                let sum: f64 = own.iter().map(|(unit, mark)| residual(*unit, rater, *mark)).sum();
                prop_assert!(sum.abs() < 1e-10);
            }
            for unit in 0..ratings.units() {
                let sum: f64 = ratings.marks(unit).map(|(rater, mark)| residual(unit, rater, mark)).sum();
                prop_assert!(sum.abs() < 1e-10);
            }
            prop_assert!(found.effects.iter().flatten().sum::<f64>().abs() < 1e-10);
        }

        #[test]
        fn no_order_matters((one, other, units, raters) in any_shuffled()) {
            match (calibrate(&one), calibrate(&other)) {
                (Ok(one), Ok(other)) => {
                    let near = |a: Option<f64>, b: Option<f64>| {
                        a.is_some() == b.is_some() && (a.unwrap_or_default() - b.unwrap_or_default()).abs() < 1e-12
                    };
                    prop_assert!(raters.iter().enumerate().all(|(at, from)| near(other.effects[at], one.effects[*from])));
                    prop_assert!(units.iter().enumerate().all(|(at, from)| near(other.levels[at], one.levels[*from])));
                    prop_assert_eq!(one.freedom, other.freedom);
                }
                (Err(Uncalibrated::Islands(one)), Err(Uncalibrated::Islands(other))) => prop_assert_eq!(one.len(), other.len()),
                (one, other) => prop_assert_eq!(one, other),
            }
        }

        #[test]
        fn a_severer_rater_changes_nothing_but_the_effects(ratings in any_ratings(), rater in 0usize..6, shift in -20i32..20) {
            let rater = rater % ratings.raters();
            let shift = f64::from(shift) / 4.0;
            let mut moved = rows(&ratings);
            for row in &mut moved {
                row[rater] = row[rater].map(|mark| mark + shift);
            }
            let moved = Ratings::new(ratings.raters(), moved).unwrap();
            let (Ok(before), Ok(after)) = (calibrate(&ratings), calibrate(&moved)) else { return Ok(()) };
            if before.effects[rater].is_none() {
                return Ok(());
            }
            // The mean of the raters moves with the one: that one’s effect by the rest, the levels by that mean.
            let middle = shift / real(before.effects.iter().flatten().count());
            for (at, (before, after)) in before.effects.iter().zip(&after.effects).enumerate() {
                let expected = before.map(|effect| effect - middle + if at == rater { shift } else { 0.0 });
                prop_assert!((after.unwrap_or_default() - expected.unwrap_or_default()).abs() < 1e-10);
            }
            let levels: Vec<(f64, f64)> = before.levels.iter().flatten().copied().zip(after.levels.iter().flatten().copied()).collect();
            for (before, after) in &levels {
                prop_assert!((after - before - middle).abs() < 1e-10);
            }
            for (one, one_after) in &levels {
                for (other, other_after) in &levels {
                    prop_assert!(one - other < 1e-9 || one_after > other_after);
                }
            }
        }
    }
}
