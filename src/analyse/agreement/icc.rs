//! Intraclass correlations of a two-way table, raters drawn at random, absolute agreement: ICC(2,1) and ICC(2,k).

use super::{Moments, Ratings, Undefined, real};

/// The mean squares of the units that every rater marked, in squared units of the marks, zero or more.
///
/// P. E. Shrout, J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability", *Psychological Bulletin* 86 (1979);
/// in the words of K. O. `McGraw`, S. P. Wong, *Psychological Methods* 1 (1996), these are ICC(A,1) and ICC(A,k).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anova {
    /// How many units n are complete, at least two.
    pub units: usize,
    /// How many raters k, at least two.
    pub raters: usize,
    /// MSR, between units, n − 1 degrees of freedom.
    pub between_units: f64,
    /// MSC, between raters, k − 1 degrees of freedom.
    pub between_raters: f64,
    /// MSE, what is left, (n − 1)(k − 1) degrees of freedom.
    pub residual: f64,
}

/// The two-way analysis of variance of the complete units.
///
/// # Errors
///
/// [`Undefined::TooFew`] with fewer than two complete units or two raters, [`Undefined::NoVariation`] where all their marks are
/// equal.
pub fn anova(ratings: &Ratings) -> Result<Anova, Undefined> {
    let complete = ratings.complete();
    let (units, raters) = (complete.units(), complete.raters());
    if units < 2 || raters < 2 {
        return Err(Undefined::TooFew);
    }
    let marks: Vec<f64> = (0..units).flat_map(|unit| complete.marks(unit)).map(|(_, mark)| mark).collect();
    let all = Moments::of(marks.iter().copied()).ok_or(Undefined::TooFew)?;
    if all.is_constant() {
        return Err(Undefined::NoVariation);
    }
    let of_units: Vec<f64> = marks.chunks(raters).map(|row| row.iter().sum::<f64>() / real(raters)).collect();
    let mut of_raters = vec![0.0; raters];
    for row in marks.chunks(raters) {
        for (sum, mark) in of_raters.iter_mut().zip(row) {
            *sum += mark / real(units);
        }
    }
    let around = |means: &[f64]| means.iter().map(|mean| (mean - all.mean) * (mean - all.mean)).sum::<f64>();
    let mut residual = 0.0;
    for (row, of_unit) in marks.chunks(raters).zip(&of_units) {
        for (mark, of_rater) in row.iter().zip(&of_raters) {
            let left = mark - of_unit - of_rater + all.mean;
            residual += left * left;
        }
    }
    Ok(Anova {
        units,
        raters,
        between_units: real(raters) * around(&of_units) / real(units - 1),
        between_raters: real(units) * around(&of_raters) / real(raters - 1),
        residual: residual / (real(units - 1) * real(raters - 1)),
    })
}

impl Anova {
    /// ICC(2,1), at most 1: how far one rater’s mark can be relied on. At zero or below, not at all.
    ///
    /// (MSR − MSE) / (MSR + (k − 1)·MSE + k·(MSC − MSE)/n).
    ///
    /// # Errors
    ///
    /// [`Undefined::NoPositiveVariance`] where what it divides by is not positive, as where two raters contradict each other on
    /// two units.
    pub fn single(&self) -> Result<f64, Undefined> {
        let (n, k) = (real(self.units), real(self.raters));
        self.over(self.between_units + (k - 1.0) * self.residual + k * (self.between_raters - self.residual) / n)
    }

    /// ICC(2,k), at most 1: how far the mean of these k raters can be relied on. At zero or below, not at all; how far below says
    /// nothing, since the divisor may then be as small as you like.
    ///
    /// (MSR − MSE) / (MSR + (MSC − MSE)/n).
    ///
    /// # Errors
    ///
    /// [`Undefined::NoPositiveVariance`] where what it divides by is not positive: the raters differ so much within the units, and
    /// the units so little, that the coefficient would leave its range.
    pub fn average(&self) -> Result<f64, Undefined> {
        self.over(self.between_units + (self.between_raters - self.residual) / real(self.units))
    }

    fn over(&self, variance: f64) -> Result<f64, Undefined> {
        // What should cancel out may leave a rounding error behind.
        let noise = 1e-12 * (self.between_units + self.between_raters + self.residual);
        if variance <= noise { Err(Undefined::NoPositiveVariance) } else { Ok((self.between_units - self.residual) / variance) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tables::{SHROUT_FLEISS, any_shuffled, close, printed, table};
    use super::*;

    /// Tables 3 and 4 of Shrout and Fleiss: the mean squares, and all six coefficients that they make.
    #[test]
    fn shrout_fleiss_1979() {
        let found = anova(&table(SHROUT_FLEISS)).unwrap();
        assert_eq!((found.units, found.raters), (6, 4));
        let Anova { between_units: msr, between_raters: msc, residual: mse, .. } = found;
        assert_eq!([msr, msc, mse].map(|square| printed(square, 6)), ["11.241667", "32.486111", "1.019444"]);
        assert_eq!(printed(found.single().unwrap(), 6), "0.289764");
        assert_eq!(printed(found.average().unwrap(), 6), "0.620051");
        // Within the units: what is between raters and what is left, 3 and 15 degrees of freedom out of 18.
        let within = (3.0 * msc + 15.0 * mse) / 18.0;
        let others =
            [(msr - within) / (msr + 3.0 * within), (msr - mse) / (msr + 3.0 * mse), (msr - within) / msr, (msr - mse) / msr];
        assert_eq!(others.map(|icc| printed(icc, 6)), ["0.165742", "0.714841", "0.442797", "0.909316"]);
    }

    #[test]
    fn incomplete_units_stand_aside() {
        let gaps = table("9 2 5 8 / 6 1 3 2 / . 4 6 8 / 8 4 6 8 / 7 1 2 6 / . . . . / 10 5 6 9 / 6 2 4 7");
        assert_eq!(anova(&gaps), anova(&table(SHROUT_FLEISS)));
    }

    #[test]
    fn what_has_no_icc_says_why() {
        let why = |text: &str| anova(&table(text));
        assert_eq!(why("1 2 3"), Err(Undefined::TooFew));
        assert_eq!(why("1 / 2 / 3"), Err(Undefined::TooFew));
        assert_eq!(why("1 . / . 2 / 3 4"), Err(Undefined::TooFew));
        assert_eq!(why(". . / . ."), Err(Undefined::TooFew));
        assert_eq!(why("0.1 0.1 / 0.1 0.1 / 0.1 0.1"), Err(Undefined::NoVariation));
        // Two who contradict each other: no variance of units, none of raters.
        let against = why("0.1 0.2 / 0.2 0.1").unwrap();
        assert_eq!(
            (against.single(), against.average()),
            (Err(Undefined::NoPositiveVariance), Err(Undefined::NoPositiveVariance))
        );
        // All units alike, raters apart: a coefficient of zero, and no error.
        assert!(why("1 2 / 1 2 / 1 2").unwrap().single().unwrap().abs() < 1e-12);
        assert!((why("1 1 / 2 2 / 3 3").unwrap().single().unwrap() - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn no_order_matters((one, other, _, _) in any_shuffled()) {
            let (one, other) = (anova(&one), anova(&other));
            prop_assert!(close(&one.map(|one| one.residual), &other.map(|other| other.residual), 1e-12));
            for value in [Anova::single, Anova::average] {
                let (one, other) = (one.and_then(|one| value(&one)), other.and_then(|other| value(&other)));
                // Far below zero the divisor is close to nothing, and its rounding grows with the square of the coefficient.
                let size = one.unwrap_or_default();
                prop_assert!(close(&one, &other, 1e-12 * (1.0 + size * size)), "{one:?} {other:?}");
            }
        }
    }
}
