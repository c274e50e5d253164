//! Some marks in five numbers: how many, mean, lowest, highest, standard deviation.

use super::{real, same};

/// At least one mark, described. Means and deviations are in the units of the marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// How many marks, at least one.
    pub count: usize,
    /// Their mean.
    pub mean: f64,
    /// The lowest.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// The sample standard deviation √(Σ(x − mean)² / (n − 1)), zero or more; `None` for a single mark, which has none.
    pub deviation: Option<f64>,
}

impl Moments {
    /// Those of some marks; `None` of no mark.
    pub fn of(marks: impl IntoIterator<Item = f64>) -> Option<Self> {
        let marks: Vec<f64> = marks.into_iter().collect();
        let min = marks.iter().copied().reduce(f64::min)?;
        let max = marks.iter().copied().reduce(f64::max)?;
        let count = marks.len();
        // The sum of equal tenths is seldom a whole number of them: equal marks must not seem to differ.
        let mean = if same(min, max) { min } else { marks.iter().sum::<f64>() / real(count) };
        let squares: f64 = marks.iter().map(|mark| (mark - mean) * (mark - mean)).sum();
        let deviation = (count > 1).then(|| (squares / real(count - 1)).sqrt());
        Some(Self { count, mean, min, max, deviation })
    }

    /// The highest less the lowest, zero or more; `None` for a single mark.
    pub fn range(&self) -> Option<f64> {
        (self.count > 1).then_some(self.max - self.min)
    }

    /// Whether there are several marks, all equal.
    pub fn is_constant(&self) -> bool {
        self.count > 1 && same(self.min, self.max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_numbers() {
        let moments = Moments::of([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
        assert_eq!((moments.count, moments.mean, moments.min, moments.max), (8, 5.0, 2.0, 9.0));
        // The squares add up to 32: divided by seven, not by eight.
        assert_eq!(moments.deviation, Some((32.0f64 / 7.0).sqrt()));
        assert_eq!(moments.range(), Some(7.0));
        assert!(!moments.is_constant());
    }

    #[test]
    fn a_single_mark_has_no_spread() {
        let single = Moments::of([7.5]).unwrap();
        assert_eq!((single.mean, single.deviation, single.range(), single.is_constant()), (7.5, None, None, false));
        assert_eq!(Moments::of([]), None);
    }

    #[test]
    fn equal_marks_have_a_spread_of_exactly_zero() {
        let equal = Moments::of([0.1; 3]).unwrap();
        assert_eq!((equal.mean, equal.deviation, equal.range(), equal.is_constant()), (0.1, Some(0.0), Some(0.0), true));
    }
}
