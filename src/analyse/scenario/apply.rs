//! A scenario applied: the grid it makes, and everything in it that stays although one might think it moves.

use std::sync::Arc;

use super::{Moved, Refusal, reweigh};
use crate::model::{Combine, Grid, GroupScore, Item, Scenario, Subject, TotalRef};

/// The grid of a scenario, and what was done to make it.
#[derive(Debug)]
pub struct Applied {
    /// The grid.
    pub grid: Grid,
    /// Every weight that was named or that moved.
    pub moved: Vec<Moved>,
    /// What a reader must know besides.
    pub kept: Vec<Kept>,
}

/// Something that stays as it is in a scenario, or goes with what is dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Thresholds, caps and minimums in points stay as they are printed, although weights have moved.
    Thresholds,
    /// Named totals that weigh their items themselves, by index, keep their weights.
    Totals(Vec<usize>),
    /// In these groups, which take a mean, a weight was given: there each weight is relative, and the others stay.
    Relative(Vec<usize>),
    /// What was dropped had a minimum, or settled ties: both go with it.
    WithDropped,
    /// These criteria say themselves what a missing mark means, and go on so.
    OwnMissing(Vec<usize>),
    /// These criteria say themselves how marks combine, and go on so.
    OwnCombine(Vec<usize>),
}

/// The grid of a scenario.
///
/// # Errors
/// As [`reweigh`]; and [`Refusal::RankSum`] where marks are to combine in a grid that adds up ranks.
pub fn apply(grid: &Grid, scenario: &Scenario) -> Result<Applied, Refusal> {
    let (mut other, moved) = reweigh(grid, &scenario.weighing)?;
    let criteria = |own: &dyn Fn(usize) -> bool| (0..grid.criteria.len()).filter(|index| own(*index)).collect::<Vec<_>>();
    let mut kept = Vec::new();
    if moved.iter().any(|one| one.from != one.to) {
        if has_thresholds(grid) {
            kept.push(Kept::Thresholds);
        }
        let weighs = |index: &usize| grid.totals.get(*index).is_some_and(|total| total.form.weighs());
        let totals: Vec<usize> = (0..grid.totals.len()).filter(weighs).collect();
        if !totals.is_empty() {
            kept.push(Kept::Totals(totals));
        }
    }
    let given = |group: usize| scenario.weighing.set.iter().any(|(item, _)| parent(grid, *item) == Some(group));
    let means = grid.groups.iter().enumerate().filter(|(index, group)| group.score == GroupScore::Mean && given(*index));
    let means: Vec<usize> = means.map(|(index, _)| index).collect();
    if !means.is_empty() {
        kept.push(Kept::Relative(means));
    }
    let minimums = |grid: &Grid| {
        let own = grid.criteria.iter().filter(|one| one.minimum.is_some()).count();
        let tracks: usize = grid.tracks.iter().map(|track| track.minimums.len()).sum();
        own + grid.groups.iter().filter(|one| one.minimum.is_some()).count() + tracks + grid.rules.ties.len()
    };
    if minimums(grid) != minimums(&other) {
        kept.push(Kept::WithDropped);
    }
    if let Some(missing) = scenario.missing {
        other.rules.missing = missing;
        let own = criteria(&|index| grid.criteria.get(index).is_some_and(|criterion| criterion.missing.is_some()));
        if !own.is_empty() {
            kept.push(Kept::OwnMissing(own));
        }
    }
    if let Some(policy) = &scenario.panel {
        if matches!(grid.rules.combine, Combine::RankSum { .. }) {
            return Err(Refusal::RankSum);
        }
        other.rules.panel.policy = Arc::clone(policy);
        other.rules.panel.cases.clear();
        let own = criteria(&|index| grid.criteria.get(index).is_some_and(|criterion| criterion.combine.is_some()));
        if !own.is_empty() {
            kept.push(Kept::OwnCombine(own));
        }
    }
    Ok(Applied { grid: other, moved, kept })
}

fn parent(grid: &Grid, item: Item) -> Option<usize> {
    match item {
        Item::Criterion(index) => grid.criteria.get(index).and_then(|criterion| criterion.group),
        Item::Group(index) => grid.groups.get(index).and_then(|group| group.parent),
    }
}

/// Whether anything in the grid is held against points: of the total, of a group, of a named total.
fn has_thresholds(grid: &Grid) -> bool {
    let points = |subject: &Subject| matches!(subject, Subject::Group(_) | Subject::Total(TotalRef::Main | TotalRef::Named(_)));
    let of_group = |item: &Item| matches!(item, Item::Group(_));
    grid.rules.pass.is_some()
        || grid.rules.cap.is_some()
        || grid.groups.iter().any(|group| group.minimum.is_some() || group.target.is_some())
        || grid.groups.iter().any(|group| group.score == GroupScore::Mean && group.cap.is_some())
        || grid.totals.iter().any(|total| total.at_least.is_some() || total.at_most.is_some())
        || grid.tracks.iter().any(|track| track.pass.is_some() || track.minimums.iter().any(|(item, _)| of_group(item)))
        || grid.conditions().any(|condition| condition.subjects().iter().any(|subject| points(subject)))
}
