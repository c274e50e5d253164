//! The table of marks, units by raters with gaps, that every statistic of agreement looks at.

use std::sync::Arc;

use super::same;

/// Marks of some units (submissions) by some raters (reviewers). A cell may be empty: who did not mark said nothing.
///
/// Empty cells take no room, since many reviewers mark few submissions each. Distinct marks are kept once, in order, and cells
/// point at them: counting and ranking marks needs no sorting, however often the units are drawn anew.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ratings {
    raters: usize,
    values: Arc<[f64]>,
    /// Unit by unit, and in a unit by rater.
    cells: Vec<Cell>,
    /// Where the cells of each unit end.
    ends: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Cell {
    rater: usize,
    /// The index of the mark among the values.
    code: usize,
}

/// Why rows make no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// A row has another number of cells than there are raters.
    Ragged {
        /// The index of the row.
        unit: usize,
        /// How many cells it has.
        cells: usize,
    },
    /// A mark is infinite or not a number.
    NotFinite {
        /// The index of its row.
        unit: usize,
        /// The index of its cell.
        rater: usize,
    },
}

impl Ratings {
    /// The table of some rows: one a unit, with a cell for each rater.
    ///
    /// # Errors
    ///
    /// The first row that has not a cell for each rater, or whose mark is not a finite number.
    pub fn new<R: AsRef<[Option<f64>]>>(raters: usize, rows: impl IntoIterator<Item = R>) -> Result<Self, Malformed> {
        let mut given: Vec<(usize, f64)> = Vec::new();
        let mut ends = Vec::new();
        for row in rows {
            let (row, unit) = (row.as_ref(), ends.len());
            if row.len() != raters {
                return Err(Malformed::Ragged { unit, cells: row.len() });
            }
            for (rater, mark) in row.iter().enumerate().filter_map(|(rater, mark)| Some((rater, (*mark)?))) {
                if !mark.is_finite() {
                    return Err(Malformed::NotFinite { unit, rater });
                }
                // Adding zero turns the negative zero into the other one.
                given.push((rater, mark + 0.0));
            }
            ends.push(given.len());
        }
        let mut values: Vec<f64> = given.iter().map(|(_, mark)| *mark).collect();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup_by(|a, b| same(*a, *b));
        let cell = |(rater, mark)| Cell { rater, code: values.partition_point(|value| *value < mark) };
        let cells = given.into_iter().map(cell).collect();
        Ok(Self { raters, values: values.into(), cells, ends })
    }

    /// How many units there are, marked or not.
    pub fn units(&self) -> usize {
        self.ends.len()
    }

    /// How many raters there are, whether they marked or not.
    pub fn raters(&self) -> usize {
        self.raters
    }

    /// The marks of a unit that are there, with the index of who gave each, rising.
    pub fn marks(&self, unit: usize) -> impl ExactSizeIterator<Item = (usize, f64)> + '_ {
        self.row(unit).iter().map(|cell| (cell.rater, self.values[cell.code]))
    }

    /// The marks that each rater gave, with the index of the unit of each, rising.
    pub fn by_rater(&self) -> Vec<Vec<(usize, f64)>> {
        let mut raters = vec![Vec::new(); self.raters];
        for unit in 0..self.units() {
            self.marks(unit).for_each(|(rater, mark)| raters[rater].push((unit, mark)));
        }
        raters
    }

    /// How many marks there are.
    pub fn given(&self) -> usize {
        self.cells.len()
    }

    /// How many units have at least two marks: those that can tell of agreement.
    pub fn pairable_units(&self) -> usize {
        (0..self.units()).filter(|unit| self.row(*unit).len() > 1).count()
    }

    /// How many pairs of marks there are on a same unit, by two raters.
    pub fn pairs(&self) -> usize {
        (0..self.units()).map(|unit| self.row(unit).len()).map(|marks| marks * marks.saturating_sub(1) / 2).sum()
    }

    /// The units that every rater marked, in order.
    #[must_use]
    pub fn complete(&self) -> Self {
        let units: Vec<usize> = (0..self.units()).filter(|unit| self.row(*unit).len() == self.raters).collect();
        self.draw(&units)
    }

    /// The table without the raters who marked nothing. With them no unit would be complete.
    #[must_use]
    pub fn without_silent(&self) -> Self {
        let mut places: Vec<Option<usize>> = vec![None; self.raters];
        for cell in &self.cells {
            places[cell.rater] = Some(cell.rater);
        }
        let mut raters = 0;
        for place in places.iter_mut().flatten() {
            *place = raters;
            raters += 1;
        }
        let cell = |cell: &Cell| Some(Cell { rater: places[cell.rater]?, ..*cell });
        Self { raters, cells: self.cells.iter().filter_map(cell).collect(), ..self.clone() }
    }

    /// Some units, in this order and as often as they are named.
    pub(super) fn draw(&self, units: &[usize]) -> Self {
        let mut cells = Vec::with_capacity(self.cells.len());
        let mut ends = Vec::with_capacity(units.len());
        for unit in units {
            cells.extend_from_slice(self.row(*unit));
            ends.push(cells.len());
        }
        Self { raters: self.raters, values: Arc::clone(&self.values), cells, ends }
    }

    /// The distinct marks in rising order. After [`Ratings::draw`] some may have no cell.
    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    /// The marks of a unit as indexes of [`Ratings::values`].
    pub(super) fn codes(&self, unit: usize) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.row(unit).iter().map(|cell| cell.code)
    }

    /// The cells of a unit; none where there is no such unit.
    fn row(&self, unit: usize) -> &[Cell] {
        let start = if unit == 0 { 0 } else { self.ends.get(unit - 1).copied().unwrap_or_default() };
        self.ends.get(unit).map_or(&[], |end| &self.cells[start..*end])
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables::{SHROUT_FLEISS, rows, table};
    use super::*;

    #[test]
    fn what_is_put_in_comes_out() {
        let ratings = table("9 . -0.5 / . . . / 2 7 -0");
        assert_eq!((ratings.units(), ratings.raters(), ratings.given()), (3, 3, 5));
        let (gap, full) = ([Some(9.0), None, Some(-0.5)], [Some(2.0), Some(7.0), Some(0.0)]);
        assert_eq!(rows(&ratings), [gap, [None; 3], full]);
        assert_eq!(ratings.marks(0).collect::<Vec<_>>(), [(0, 9.0), (2, -0.5)]);
        assert!(ratings.marks(2).all(|(_, mark)| mark.is_sign_positive()));
        assert_eq!(ratings.marks(3).len(), 0);
        assert_eq!(ratings.by_rater(), [vec![(0, 9.0), (2, 2.0)], vec![(2, 7.0)], vec![(0, -0.5), (2, 0.0)]]);
        assert_eq!((ratings.pairable_units(), ratings.pairs()), (2, 4));
        assert_eq!(rows(&ratings.complete()), [full]);
        assert_eq!(rows(&ratings.draw(&[2, 0, 2])), [full, gap, full]);
    }

    #[test]
    fn rows_that_make_no_table() {
        let refused = |rows: &[&[Option<f64>]]| Ratings::new(2, rows).unwrap_err();
        assert_eq!(refused(&[&[Some(1.0), None], &[Some(1.0)]]), Malformed::Ragged { unit: 1, cells: 1 });
        assert_eq!(refused(&[&[None, Some(f64::NAN)]]), Malformed::NotFinite { unit: 0, rater: 1 });
        assert_eq!(refused(&[&[Some(f64::INFINITY), None]]), Malformed::NotFinite { unit: 0, rater: 0 });
    }

    #[test]
    fn tables_of_nothing() {
        let none = Ratings::new(3, Vec::<Vec<Option<f64>>>::new()).unwrap();
        assert_eq!((none.units(), none.raters(), none.given(), none.pairs()), (0, 3, 0, 0));
        let nobody = Ratings::new(0, [[], []] as [[Option<f64>; 0]; 2]).unwrap();
        assert_eq!((nobody.units(), nobody.raters(), nobody.pairs()), (2, 0, 0));
        assert_eq!(nobody.complete().units(), 2);
        assert_eq!(nobody.without_silent(), nobody);
    }

    #[test]
    fn who_marked_nothing_can_be_left_out() {
        let ratings = table("9 . 5 / 1 . . / 2 . 3");
        assert_eq!(ratings.complete().units(), 0);
        let spoken = ratings.without_silent();
        assert_eq!((spoken.raters(), spoken.complete().units()), (2, 2));
        assert_eq!(spoken.marks(2).collect::<Vec<_>>(), [(0, 2.0), (1, 3.0)]);
        let full = table(SHROUT_FLEISS);
        assert_eq!(full.without_silent(), full);
        assert_eq!(full.complete(), full);
    }
}
