//! The ranking without each criterion: what it would be if the others shared its weight.

use crate::analyse::Shift;
use crate::analyse::agreement::{Undefined, tau_b};
use crate::model::{Grid, GroupScore, Item, Role};
use crate::number::Exact;
use crate::score::{Evaluation, Ranking, rank};

/// What becomes of the ranking without one criterion.
#[derive(Debug, Clone)]
pub struct Without {
    /// The criterion, by index.
    pub criterion: usize,
    /// What was left out: the criterion, or the outermost group in which it is all that is weighed.
    pub item: Item,
    /// From the published ranking to that without it.
    pub shift: Shift,
    /// How far both put those they rank in the same order, from −1 to 1 (Kendall's τ-b); `None` where tracks are ranked apart.
    pub tau: Option<Result<f64, Undefined>>,
}

/// Why no criterion can be left out of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWithout {
    /// The grid ranks nothing.
    NoRanks,
    /// Its weights make no total.
    NoTotal,
    /// Only one criterion has a weight: without it there is nothing to share it among.
    Alone,
}

/// How many criteria would be left out: so often the ranking is made again.
pub fn leavable(grid: &Grid) -> Vec<usize> {
    (0..grid.criteria.len()).filter(|criterion| grid.is_weighed(*criterion)).collect()
}

/// The ranking without each weighed criterion, in the order of the grid; on those that cannot be left out, nothing. `step` is called
/// after each.
///
/// # Errors
/// Why there is none at all.
pub fn without(ranking: &Ranking<'_>, step: &(dyn Fn() + Sync)) -> Result<Vec<Without>, NotWithout> {
    let Evaluation { grid, call, submissions, ledger, .. } = &ranking.evaluation;
    if !grid.ranks() {
        return Err(NotWithout::NoRanks);
    }
    if !grid.has_total() {
        return Err(NotWithout::NoTotal);
    }
    let one = |criterion: usize| {
        let (other, item) = with_weight_shared(grid, criterion)?;
        let then = rank(Evaluation::new(&other, call, submissions, ledger));
        let shift = Shift::between(ranking, &then);
        let tau = (!grid.rules.tracks_apart).then(|| same_order(ranking, &then));
        step();
        Some(Without { criterion, item, shift, tau })
    };
    let all: Vec<Without> = leavable(grid).into_iter().filter_map(one).collect();
    if all.is_empty() { Err(NotWithout::Alone) } else { Ok(all) }
}

/// Kendall's τ-b of the ranks of those ranked in both.
fn same_order(now: &Ranking<'_>, then: &Ranking<'_>) -> Result<f64, Undefined> {
    let mut ranks = vec![None; now.evaluation.submissions.len()];
    for entry in &then.ranked {
        if let Some(slot) = ranks.get_mut(entry.submission as usize) {
            *slot = Some(f64::from(entry.rank));
        }
    }
    let pair = |entry: &crate::score::Ranked| Some((f64::from(entry.rank), (*ranks.get(entry.submission as usize)?)?));
    let pairs: Vec<(f64, f64)> = now.ranked.iter().filter_map(pair).collect();
    tau_b(&pairs)
}

/// A grid in which a criterion counts for nothing and its weighed siblings share its weight in proportion to theirs, on every track;
/// and what was put aside. Where it is all that is weighed in its group, the group is put aside and its own siblings share. Bonuses
/// and maluses keep their points; thresholds stay where they are, those on the mark of the criterion included. `None` where nothing
/// is left to share the weight.
pub fn with_weight_shared(grid: &Grid, criterion: usize) -> Option<(Grid, Item)> {
    let mut aside = Item::Criterion(criterion);
    let siblings = loop {
        let parent = match aside {
            Item::Criterion(index) => grid.criteria.get(index)?.group,
            Item::Group(index) => grid.groups.get(index)?.parent,
        };
        let weighed = grid.children(parent).into_iter().filter(|item| *item != aside && grid.role(*item) == Role::Weighed);
        let siblings: Vec<Item> = weighed.collect();
        match parent {
            Some(group) if siblings.is_empty() => aside = Item::Group(group),
            _ => break (parent, siblings),
        }
    };
    let (parent, siblings) = siblings;
    let mut other = grid.clone();
    match aside {
        Item::Criterion(index) => other.criteria.get_mut(index)?.role = Role::Aside,
        Item::Group(index) => other.groups.get_mut(index)?.role = Role::Aside,
    }
    // A mean takes what its children weigh among themselves: without one, the others make all of it.
    let mean = parent.and_then(|group| grid.groups.get(group)).is_some_and(|group| group.score == GroupScore::Mean);
    let mut scaled = Vec::new();
    siblings.iter().for_each(|item| weighed_below(grid, *item, &mut scaled));
    let factor = |track: Option<usize>| {
        let weight = |item: Item| grid.weight(item, track.and_then(|track| grid.tracks.get(track)));
        let rest: Exact = siblings.iter().map(|item| weight(*item)).sum();
        let all = &rest + &weight(aside);
        if mean { (!rest.is_zero()).then_some(Exact::ONE) } else { all.checked_div(&rest) }
    };
    for (at, track) in grid.tracks.iter().enumerate().filter(|(_, track)| !track.weights.is_empty()) {
        let factor = factor(Some(at))?;
        let own = &mut other.tracks.get_mut(at)?.weights;
        for item in &scaled {
            let weight = &grid.weight(*item, Some(track)) * &factor;
            match own.iter_mut().find(|(owned, _)| owned == item) {
                Some((_, old)) => *old = weight,
                None => own.push((*item, weight)),
            }
        }
    }
    let factor = factor(None)?;
    for item in scaled {
        let weight = match item {
            Item::Criterion(index) => &mut other.criteria.get_mut(index)?.weight,
            Item::Group(index) => &mut other.groups.get_mut(index)?.weight,
        };
        *weight = &*weight * &factor;
    }
    Some((other, aside))
}

/// An item, and what is weighed in it in points of the same unit: not below a mean, whose children weigh only beside each other.
fn weighed_below(grid: &Grid, item: Item, found: &mut Vec<Item>) {
    found.push(item);
    if let Item::Group(index) = item
        && grid.groups.get(index).is_some_and(|group| group.score == GroupScore::Sum)
    {
        let children = grid.children(Some(index)).into_iter().filter(|child| grid.role(*child) == Role::Weighed);
        children.for_each(|child| weighed_below(grid, child, found));
    }
}
