//! A grid with other weights at its leaves: what its criteria weigh in the end is given, and the weights that it declares follow.

use crate::model::{Grid, GroupScore, Role};
use crate::number::Exact;

/// The weights of a grid at its leaves, and how to set others.
#[derive(Debug, Clone)]
pub struct Reweigh {
    /// The weighed criteria, by index.
    pub criteria: Vec<usize>,
    /// What each weighs as published, in points of the total.
    pub weights: Vec<Exact>,
    /// Their sum.
    pub total: Exact,
    /// What a point of declared weight is in points of the total, in each group.
    units: Vec<Exact>,
}

/// Why the weights of a grid cannot be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unweighable {
    /// Its weights make no total.
    NoTotal,
    /// Tracks have weights of their own: there is no one set of weights.
    Tracks,
    /// A group, by index, counts for less than what is in it weighs together: what it would weigh with others is not said.
    Capped(usize),
    /// Fewer than two criteria are weighed: there is nothing to move.
    OneCriterion,
}

impl Reweigh {
    /// The weights of a grid.
    ///
    /// # Errors
    /// Why others cannot be set.
    pub fn new(grid: &Grid) -> Result<Self, Unweighable> {
        if grid.tracks.iter().any(|track| !track.weights.is_empty()) {
            return Err(Unweighable::Tracks);
        }
        let mut units: Vec<Exact> = Vec::with_capacity(grid.groups.len());
        let unit_in = |units: &[Exact], of: Option<usize>| of.and_then(|at| units.get(at).cloned()).unwrap_or(Exact::ONE);
        // A group stands after the one it is in.
        for (at, group) in grid.groups.iter().enumerate() {
            let outer = unit_in(&units, group.parent);
            let inner = match group.score {
                GroupScore::Sum => outer,
                GroupScore::Mean => {
                    let children = grid.children(Some(at)).into_iter().filter(|child| grid.role(*child) == Role::Weighed);
                    let sum: Exact = children.map(|child| grid.weight(child, None)).sum();
                    // A group that weighs nothing has no measure of its own.
                    (&group.weight * &outer).checked_div(&sum).filter(|inner| !inner.is_zero()).unwrap_or(outer)
                }
            };
            units.push(inner);
        }
        let criteria: Vec<usize> = (0..grid.criteria.len()).filter(|criterion| grid.is_weighed(*criterion)).collect();
        let above = |of: Option<usize>| std::iter::successors(of, |at| grid.groups.get(*at).and_then(|group| group.parent));
        let weighing = criteria.iter().filter_map(|criterion| grid.criteria.get(*criterion));
        let capped = weighing
            .flat_map(|criterion| above(criterion.group))
            .find(|at| grid.groups.get(*at).is_some_and(|group| group.score == GroupScore::Sum && group.cap.is_some()));
        if let Some(group) = capped {
            return Err(Unweighable::Capped(group));
        }
        let own = criteria.iter().filter_map(|criterion| grid.criteria.get(*criterion));
        let weights: Vec<Exact> = own.map(|criterion| &criterion.weight * &unit_in(&units, criterion.group)).collect();
        let total: Exact = weights.iter().cloned().sum();
        if !grid.has_total() || total.is_zero() {
            return Err(Unweighable::NoTotal);
        }
        if criteria.len() < 2 {
            return Err(Unweighable::OneCriterion);
        }
        Ok(Self { criteria, weights, total, units })
    }

    /// Sets what each of [`Self::criteria`] weighs, in points of the total, in a copy of the grid. A group weighs what is in it;
    /// bonuses, caps and thresholds keep their points.
    pub fn set(&self, grid: &mut Grid, weights: &[Exact]) {
        let mut groups: Vec<Option<Exact>> = vec![None; grid.groups.len()];
        let unit = |of: Option<usize>| of.and_then(|at| self.units.get(at)).unwrap_or(&Exact::ONE);
        for (criterion, weight) in self.criteria.iter().zip(weights) {
            let Some(criterion) = grid.criteria.get_mut(*criterion) else { continue };
            // No unit is zero.
            criterion.weight = weight.checked_div(unit(criterion.group)).unwrap_or(Exact::ZERO);
            let mut above = criterion.group;
            while let Some(index) = above {
                if let Some(sum) = groups.get_mut(index) {
                    *sum = Some(weight + sum.as_ref().unwrap_or(&Exact::ZERO));
                }
                above = grid.groups.get(index).and_then(|group| group.parent);
            }
        }
        for (group, weight) in grid.groups.iter_mut().zip(groups) {
            if let Some(weight) = weight {
                group.weight = weight.checked_div(unit(group.parent)).unwrap_or(Exact::ZERO);
            }
        }
    }
}
