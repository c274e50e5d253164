//! The call: one round of selection, as decided before anyone marks.

use std::collections::BTreeMap;

use super::{Grid, Measure};
use crate::number::{Date, Decimal};
use crate::text::{Label, Message};

/// A valid call.
#[derive(Debug, Default)]
pub struct Call {
    /// Its name.
    pub title: Option<Label>,
    /// How many submissions can be selected; without it the ranking has no cut-line.
    pub cutoff: Option<Cutoff>,
    /// The day from which rules about dates look.
    pub as_of: Option<Date>,
    /// For each criterion of the grid, the name of the way the call picked; `None` for the grid's own.
    pub ways: Vec<Option<String>>,
    /// What the round before decided, where there was one.
    pub carried: Option<CarriedOver>,
}

/// How far down the ranking submissions are selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cutoff {
    /// So many.
    Places(usize),
    /// A share of all submissions, rounded down to whole ones.
    Share(Decimal),
    /// In the order of the ranking, until the money is spent.
    Budget(Decimal),
}

/// What the round before decided.
#[derive(Debug, Clone, Default)]
pub struct CarriedOver {
    /// The name of that round.
    pub title: Label,
    /// Every submission of that round, by its id.
    pub submissions: BTreeMap<String, Carried>,
}

/// What became of one submission in the round before.
#[derive(Debug, Clone)]
pub struct Carried {
    /// Its title there.
    pub title: String,
    /// Why it goes no further; empty where it does.
    pub stopped: Vec<Message>,
    /// Whether a shared rank across the cut-line left it undecided there.
    pub undecided: bool,
}

impl Call {
    /// How this call measures the criterion at `index` of `grid`.
    pub fn measure<'a>(&self, grid: &'a Grid, index: usize) -> Option<&'a Measure> {
        let way = self.ways.get(index).and_then(Option::as_deref);
        grid.criteria.get(index).map(|criterion| criterion.measure(way))
    }

    /// The number of places it names outright.
    pub fn places(&self) -> Option<usize> {
        match self.cutoff {
            Some(Cutoff::Places(places)) => Some(places),
            _ => None,
        }
    }
}
