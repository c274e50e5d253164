//! Why weights cannot be changed as asked.

use crate::model::Item;
use crate::number::Exact;

/// Why weights cannot be changed as asked. Tracks are told by index; `None` is the grid itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A weight below zero.
    Negative {
        /// Of what.
        item: Item,
        /// The weight.
        weight: Exact,
    },
    /// A weight given twice.
    Twice {
        /// Of what.
        item: Item,
    },
    /// Two contrary wishes about one item: its weight is given, kept, or the item is dropped.
    Contrary {
        /// About what.
        item: Item,
    },
    /// It counts for nothing in this grid, or stands in something that does.
    Aside {
        /// What.
        item: Item,
    },
    /// It stands in a group that is dropped.
    Dropped {
        /// What.
        item: Item,
        /// The group.
        group: usize,
    },
    /// Everything that makes the total is dropped.
    NothingLeft,
    /// The weights that are given or kept do not add up to what there is.
    Sum {
        /// In which group, by index; `None` at the top of the grid.
        of: Option<usize>,
        /// On which track.
        track: Option<usize>,
        /// What they add up to.
        sum: Exact,
        /// What there is.
        held: Exact,
        /// Whether others would be left without any weight: there is too much. Otherwise nothing is left to take the
        /// difference.
        others: bool,
    },
    /// What is left to move weighs nothing, and has no proportions to keep.
    Weightless {
        /// In which group, by index; `None` at the top of the grid.
        of: Option<usize>,
        /// On which track.
        track: Option<usize>,
        /// What it would have to weigh together.
        rest: Exact,
    },
    /// Ranks of reviewers add up in this grid: marks are not combined.
    RankSum,
    /// Nothing in a group that takes a mean would weigh anything.
    EmptyMean {
        /// The group, by index.
        group: usize,
        /// On which track.
        track: Option<usize>,
    },
}
