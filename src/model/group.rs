//! A group: criteria, or other groups, that score together.

use super::criterion::Role;
use crate::number::{Decimal, Exact};
use crate::text::Label;

/// A heading of the grid with points of its own.
#[derive(Debug, Clone)]
pub struct Group {
    /// Stable identifier.
    pub id: String,
    /// Its official name.
    pub label: Label,
    /// A name for narrow columns.
    pub short: Option<Label>,
    /// The group it stands in, by index; `None` at the top of the grid. Always an earlier one.
    pub parent: Option<usize>,
    /// Its weight: points of the total, or of its parent. As written, a decimal; after a re-weighting, any fraction.
    pub weight: Exact,
    /// How its children make its points.
    pub score: GroupScore,
    /// The most points it counts for, in points of its weight. As written, a decimal; where the group adds up, its weight, and
    /// after a re-weighting any fraction.
    pub cap: Option<Exact>,
    /// What its points do to the total.
    pub role: Role,
    /// The least points, below which a submission is excluded; included.
    pub minimum: Option<Decimal>,
    /// The points to reach; missing them excludes nobody.
    pub target: Option<Decimal>,
}

/// How the children of a group make its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GroupScore {
    /// Their points add up.
    #[default]
    Sum,
    /// The mean of their shares, weighted by their weights, of the group's own weight.
    Mean,
}

impl GroupScore {
    /// The words for them in a grid.
    pub const WORDS: &[&str] = &["sum", "mean"];
}
