//! The call: one round of selection, as decided before anyone marks.

use super::{Grid, Measure};
use crate::number::Date;
use crate::text::Label;

/// A valid call.
#[derive(Debug, Default)]
pub struct Call {
    /// Its name.
    pub title: Option<Label>,
    /// How many submissions can be selected; without it the ranking has no cut-line.
    pub places: Option<usize>,
    /// The day from which rules about dates look.
    pub as_of: Option<Date>,
    /// For each criterion of the grid, the name of the way the call picked; `None` for the grid's own.
    pub ways: Vec<Option<String>>,
}

impl Call {
    /// How this call measures the criterion at `index` of `grid`.
    pub fn measure<'a>(&self, grid: &'a Grid, index: usize) -> Option<&'a Measure> {
        let way = self.ways.get(index).and_then(Option::as_deref);
        grid.criteria.get(index).map(|criterion| criterion.measure(way))
    }
}
