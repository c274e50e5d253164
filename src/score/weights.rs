//! What each item weighs in the end, in points of the total: its own weight, as its groups scale it and its track changes it.

use crate::model::{Grid, GroupScore, Item, Role, Track};
use crate::number::Exact;

/// The weights of a grid on one track.
#[derive(Debug)]
pub(super) struct Weights {
    /// Of each criterion, in points of the total (or of its outermost group, where there is no total).
    pub(super) criteria: Vec<Exact>,
    /// Of each group, likewise.
    pub(super) groups: Vec<Exact>,
    /// The cap of each group, likewise.
    pub(super) caps: Vec<Option<Exact>>,
    /// What a point of the group's own minimum or target is in points of the total.
    pub(super) units: Vec<Exact>,
}

impl Weights {
    /// The weights on a track, or of a grid without tracks.
    pub(super) fn new(grid: &Grid, track: Option<&Track>) -> Self {
        let mut weights = Self {
            criteria: vec![Exact::ZERO; grid.criteria.len()],
            groups: vec![Exact::ZERO; grid.groups.len()],
            caps: vec![None; grid.groups.len()],
            units: vec![Exact::ONE; grid.groups.len()],
        };
        weights.descend(grid, track, None, &Exact::ONE);
        weights
    }

    /// `unit`: what a point of weight among these children is in points of the total.
    fn descend(&mut self, grid: &Grid, track: Option<&Track>, of: Option<usize>, unit: &Exact) {
        for item in grid.children(of) {
            let weight = &grid.weight(item, track) * unit;
            match item {
                Item::Criterion(index) => self.criteria[index] = weight,
                Item::Group(index) => {
                    let Some(group) = grid.groups.get(index) else { continue };
                    let inner = match group.score {
                        GroupScore::Sum => unit.clone(),
                        GroupScore::Mean => {
                            let children = grid.children(Some(index)).into_iter();
                            let weighed = children.filter(|child| grid.role(*child) == Role::Weighed);
                            let sum: Exact = weighed.map(|child| grid.weight(child, track)).sum();
                            weight.checked_div(&sum).unwrap_or(Exact::ZERO)
                        }
                    };
                    self.groups[index] = weight;
                    self.caps[index] = group.cap.as_ref().map(|cap| cap * unit);
                    self.units[index] = unit.clone();
                    self.descend(grid, track, Some(index), &inner);
                }
            }
        }
    }
}
