//! A scenario: what a committee, or an analyst, would have decided otherwise. What it makes of a grid is in `analyse`.

use std::sync::Arc;

use super::combine::Policy;
use super::rules::Missing;
use super::subject::Item;
use crate::number::Exact;
use crate::text::Label;

/// What is changed in a grid.
#[derive(Debug, Clone, Default)]
pub struct Scenario {
    /// Stable identifier.
    pub id: String,
    /// Its name, where it has one.
    pub label: Option<Label>,
    /// What is changed in the weights.
    pub weighing: Weighing,
    /// What a missing mark means instead.
    pub missing: Option<Missing>,
    /// How marks combine instead.
    pub panel: Option<Arc<dyn Policy>>,
}

/// What is changed in the weights of a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weighing {
    /// Weights that are given, in the units in which the grid writes them; none is negative.
    pub set: Vec<(Item, Exact)>,
    /// What keeps its weight while others move.
    pub fix: Vec<Item>,
    /// What counts for nothing any more.
    pub drop: Vec<Item>,
}

impl Weighing {
    /// Whether it changes nothing.
    pub const fn is_empty(&self) -> bool {
        self.set.is_empty() && self.drop.is_empty()
    }
}
