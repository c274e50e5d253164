//! Targets: what a submission has where it falls short of one. Every result shares this.

use crate::model::Item;
use crate::number::Exact;
use crate::score::Evaluation;

/// What a submission has, its target, and what is missing.
pub(super) struct Gap {
    /// What has a target.
    pub(super) item: Item,
    /// The mark or the points there are.
    pub(super) value: Exact,
    /// The target.
    pub(super) target: Exact,
}

/// The targets that a submission does not reach, in the order of the grid.
pub(super) fn targets_missed(evaluation: &Evaluation<'_>, submission: usize) -> Vec<Gap> {
    let grid = evaluation.grid;
    let criteria = grid.criteria.iter().enumerate().filter_map(|(index, criterion)| {
        let target = Exact::from(criterion.target?);
        let value = evaluation.line(submission, index).mark?;
        Some(Gap { item: Item::Criterion(index), value, target })
    });
    let groups = grid.groups.iter().enumerate().filter_map(|(index, group)| {
        let target = Exact::from(group.target?);
        let value = evaluation.item_points(submission, Item::Group(index))?;
        Some(Gap { item: Item::Group(index), value, target })
    });
    criteria.chain(groups).filter(|gap| gap.value < gap.target).collect()
}
