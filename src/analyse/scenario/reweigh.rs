//! Weights moved in a grid: what is given stands, and what stands beside it keeps its proportions. Pure and exact.

use std::collections::{BTreeMap, BTreeSet};

use super::Refusal;
use crate::model::{Grid, GroupScore, Item, Role, Track, Weighing};
use crate::number::Exact;

/// The weight of an item, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Of what.
    pub item: Item,
    /// The track whose weights these are, by index; `None` where they are the grid's own.
    pub track: Option<usize>,
    /// As the grid has it.
    pub from: Exact,
    /// As it becomes; zero for what is dropped.
    pub to: Exact,
    /// Why.
    pub how: How,
}

/// Why a weight is what it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It was given.
    Set,
    /// It was kept.
    Kept,
    /// The item is dropped, or all that stands in it is.
    Dropped,
    /// It keeps its proportion to what stands beside it.
    InProportion,
}

/// The grid with other weights, and every weight that was named or that moved, in the order of the grid, then of each track that
/// has weights of its own.
///
/// The weighed children of the grid go on adding up to its total, and those of a group to its weight. With `t` given to one child of
/// weight `w` among children that add up to `W`, each other weight is multiplied by `(W − t) / (W − w)`: the others keep their
/// proportions. Of several that are given or kept, the rest shares what they leave. A group whose weight moves takes its children
/// along; in one that takes a mean, weights are relative, and each stands for itself. So do bonuses and maluses, and everything at
/// the top of a grid that has no total. The cap of a group that adds up is its weight, and moves with it; every other threshold,
/// cap or minimum stays as it is printed. What is dropped counts for nothing, excludes nobody by a minimum and settles no tie;
/// conditions and named totals may still look at it.
///
/// # Errors
/// [`Refusal`]: no weight is ever below zero, and none is made to fit in silence.
pub fn reweigh(grid: &Grid, weighing: &Weighing) -> Result<(Grid, Vec<Moved>), Refusal> {
    wishes(grid, weighing)?;
    let dropped = dropped(grid, weighing)?;
    let base = Settled::of(grid, weighing, &dropped, None)?;
    let mut moved = base.moved;
    let mut other = grid.clone();
    for (at, track) in grid.tracks.iter().enumerate().filter(|(_, track)| !track.weights.is_empty()) {
        let own = Settled::of(grid, weighing, &dropped, Some((at, track)))?;
        let differs = |(item, weight): (&Item, &Exact)| {
            let here = base.weights.get(item).is_none_or(|other| other != weight);
            here.then(|| (*item, weight.clone()))
        };
        // What stands aside has no weight that could move.
        let aside = track.weights.iter().filter(|(item, _)| !own.weights.contains_key(item)).cloned();
        let weights = own.weights.iter().filter_map(differs).chain(aside).collect();
        if let Some(track) = other.tracks.get_mut(at) {
            track.weights = weights;
        }
        moved.extend(own.moved);
    }
    for (item, weight) in base.weights {
        match item {
            Item::Criterion(index) => {
                if let Some(criterion) = other.criteria.get_mut(index) {
                    criterion.weight = weight;
                }
            }
            Item::Group(index) => {
                let Some(group) = other.groups.get_mut(index) else { continue };
                // The most that a group which adds up counts for is its weight.
                if let (GroupScore::Sum, Some(cap)) = (group.score, group.cap.as_mut()) {
                    *cap = weight.clone();
                }
                group.weight = weight;
            }
        }
    }
    for item in dropped {
        drop_item(&mut other, item);
    }
    Ok((other, moved))
}

/// What is dropped counts for nothing, excludes nobody, and settles no tie.
fn drop_item(grid: &mut Grid, item: Item) {
    match item {
        Item::Criterion(index) => {
            if let Some(criterion) = grid.criteria.get_mut(index) {
                criterion.role = Role::Aside;
                criterion.minimum = None;
            }
        }
        Item::Group(index) => {
            if let Some(group) = grid.groups.get_mut(index) {
                group.role = Role::Aside;
                group.minimum = None;
            }
        }
    }
    for track in &mut grid.tracks {
        track.minimums.retain(|(other, _)| *other != item);
    }
    grid.rules.ties.retain(|key| key.item() != Some(item));
}

/// Whether what is asked makes sense of each item alone.
fn wishes(grid: &Grid, weighing: &Weighing) -> Result<(), Refusal> {
    let set = || weighing.set.iter().map(|(item, _)| *item);
    let named = set().chain(weighing.fix.iter().copied()).chain(weighing.drop.iter().copied());
    for item in named {
        if grid.stands_aside(item) {
            return Err(Refusal::Aside { item });
        }
        let count = set().filter(|other| *other == item).count();
        if count > 1 {
            return Err(Refusal::Twice { item });
        }
        let wishes = count + usize::from(weighing.fix.contains(&item)) + usize::from(weighing.drop.contains(&item));
        if wishes > 1 {
            return Err(Refusal::Contrary { item });
        }
        let inside = |group: &usize| weighing.drop.contains(&Item::Group(*group));
        if let Some(group) = above(grid, item).into_iter().find(inside) {
            return Err(Refusal::Dropped { item, group });
        }
    }
    match weighing.set.iter().find(|(_, weight)| weight.is_negative()) {
        Some((item, weight)) => Err(Refusal::Negative { item: *item, weight: weight.clone() }),
        None => Ok(()),
    }
}

/// The groups that an item stands in, from the inside out.
fn above(grid: &Grid, item: Item) -> Vec<usize> {
    let mut group = match item {
        Item::Criterion(index) => grid.criteria.get(index).and_then(|criterion| criterion.group),
        Item::Group(index) => grid.groups.get(index).and_then(|group| group.parent),
    };
    let mut above = Vec::new();
    while let Some(index) = group {
        above.push(index);
        group = grid.groups.get(index).and_then(|group| group.parent);
    }
    above
}

/// What is dropped, and the groups in which nothing weighed is left.
fn dropped(grid: &Grid, weighing: &Weighing) -> Result<BTreeSet<Item>, Refusal> {
    let mut dropped: BTreeSet<Item> = weighing.drop.iter().copied().collect();
    let weighed = |of: Option<usize>| -> Vec<Item> {
        grid.children(of).into_iter().filter(|item| grid.role(*item) == Role::Weighed).collect()
    };
    // Each group stands after the one it is in: the innermost come first here.
    for index in (0..grid.groups.len()).rev() {
        let children = weighed(Some(index));
        if !children.is_empty() && children.iter().all(|child| dropped.contains(child)) {
            let group = Item::Group(index);
            if weighing.set.iter().any(|(item, _)| *item == group) || weighing.fix.contains(&group) {
                return Err(Refusal::Dropped { item: group, group: index });
            }
            dropped.insert(group);
        }
    }
    let top = weighed(None);
    if !top.is_empty() && top.iter().all(|child| dropped.contains(child)) {
        return Err(Refusal::NothingLeft);
    }
    Ok(dropped)
}

/// The weights of a grid, or of one track, as they become.
struct Settled<'a> {
    grid: &'a Grid,
    weighing: &'a Weighing,
    dropped: &'a BTreeSet<Item>,
    track: Option<(usize, &'a Track)>,
    /// Of everything that is neither dropped nor aside.
    weights: BTreeMap<Item, Exact>,
    moved: Vec<Moved>,
}

impl<'a> Settled<'a> {
    fn of(
        grid: &'a Grid,
        weighing: &'a Weighing,
        dropped: &'a BTreeSet<Item>,
        track: Option<(usize, &'a Track)>,
    ) -> Result<Self, Refusal> {
        let mut settled = Self { grid, weighing, dropped, track, weights: BTreeMap::new(), moved: Vec::new() };
        let total = grid.has_total().then(|| Exact::from(grid.total));
        settled.children(None, total)?;
        Ok(settled)
    }

    fn old(&self, item: Item) -> Exact {
        self.grid.weight(item, self.track.map(|(_, track)| track))
    }

    fn given(&self, item: Item) -> Option<&Exact> {
        self.weighing.set.iter().find(|(other, _)| *other == item).map(|(_, weight)| weight)
    }

    /// Settles what stands in a group, or at the top. `held`: what its weighed children add up to from now on; `None` where each
    /// stands for itself.
    fn children(&mut self, of: Option<usize>, held: Option<Exact>) -> Result<(), Refusal> {
        let children = self.grid.children(of);
        let weighed = |item: &Item| self.grid.role(*item) == Role::Weighed && !self.dropped.contains(item);
        let beside: Vec<Item> = children.iter().copied().filter(weighed).collect();
        let factor = match held {
            Some(held) if !beside.is_empty() => self.factor(of, &beside, &held)?,
            Some(_) | None => None,
        };
        let is_mean = of.and_then(|index| self.grid.groups.get(index)).is_some_and(|group| group.score == GroupScore::Mean);
        if let (true, Some(group)) = (is_mean && !beside.is_empty(), of) {
            let weighs = |item: &Item| !self.given(*item).cloned().unwrap_or_else(|| self.old(*item)).is_zero();
            if !beside.iter().any(weighs) {
                return Err(Refusal::EmptyMean { group, track: self.track.map(|(at, _)| at) });
            }
        }
        for item in children {
            let from = self.old(item);
            if self.dropped.contains(&item) {
                self.note_dropped(item);
                continue;
            }
            if self.grid.role(item) == Role::Aside {
                continue;
            }
            let (to, how) = match (self.given(item), &factor) {
                (Some(weight), _) => (weight.clone(), How::Set),
                (None, _) if self.weighing.fix.contains(&item) => (from.clone(), How::Kept),
                (None, Some(factor)) if beside.contains(&item) => (&from * factor, How::InProportion),
                (None, _) => (from.clone(), How::InProportion),
            };
            self.weights.insert(item, to.clone());
            self.note(item, from.clone(), to.clone(), how);
            if let Item::Group(index) = item {
                let held = self.held(index, &from, &to);
                self.children(Some(index), held)?;
            }
        }
        Ok(())
    }

    /// What the children of a group add up to once its weight has moved: as much more or less as the group. A group held to a cap
    /// has children that add up to more than it counts for.
    fn held(&self, group: usize, from: &Exact, to: &Exact) -> Option<Exact> {
        if self.grid.groups.get(group).is_none_or(|group| group.score == GroupScore::Mean) {
            return None;
        }
        let children = self.grid.children(Some(group)).into_iter().filter(|item| self.grid.role(*item) == Role::Weighed);
        let sum: Exact = children.map(|item| self.old(item)).sum();
        Some((&sum * to).checked_div(from).unwrap_or_else(|| to.clone()))
    }

    /// By what those are multiplied that are neither given nor kept; `None` where nothing moves.
    fn factor(&self, of: Option<usize>, beside: &[Item], held: &Exact) -> Result<Option<Exact>, Refusal> {
        let before: Exact = beside.iter().map(|item| self.old(*item)).sum();
        if before == *held && beside.iter().all(|item| self.given(*item).is_none()) {
            return Ok(None);
        }
        let stands =
            |item: &Item| self.given(*item).cloned().or_else(|| self.weighing.fix.contains(item).then(|| self.old(*item)));
        let sum: Exact = beside.iter().filter_map(stands).sum();
        let free: Vec<Item> = beside.iter().copied().filter(|item| stands(item).is_none()).collect();
        let rest = held - &sum;
        let track = self.track.map(|(at, _)| at);
        if rest.is_negative() || (free.is_empty() && !rest.is_zero()) {
            return Err(Refusal::Sum { of, track, sum, held: held.clone(), others: !free.is_empty() });
        }
        let weight: Exact = free.iter().map(|item| self.old(*item)).sum();
        match rest.checked_div(&weight) {
            Some(factor) => Ok(Some(factor.reduced())),
            None if rest.is_zero() => Ok(None),
            None => Err(Refusal::Weightless { of, track, rest }),
        }
    }

    /// Notes what is dropped, and all that stands in it.
    fn note_dropped(&mut self, item: Item) {
        if self.grid.role(item) == Role::Aside {
            return;
        }
        self.note(item, self.old(item), Exact::ZERO, How::Dropped);
        if let Item::Group(index) = item {
            self.grid.children(Some(index)).into_iter().for_each(|child| self.note_dropped(child));
        }
    }

    fn note(&mut self, item: Item, from: Exact, to: Exact, how: How) {
        if how != How::InProportion || from != to {
            self.moved.push(Moved { item, track: self.track.map(|(at, _)| at), from, to, how });
        }
    }
}
