//! The general road: a whole ranking a draw, whatever the grid does with marks and weights.

use super::super::draw::Drawer;
use super::super::reweigh::Reweigh;
use super::standings::Standings;
use crate::analyse::panel::Panels;
use crate::model::{Grid, Ledger};
use crate::number::Exact;
use crate::score::{Evaluation, Ranking, Status, rank};

/// What rankings are made anew from.
pub(super) struct General<'a> {
    pub(super) ranking: &'a Ranking<'a>,
    /// How weights are set, where they are drawn.
    pub(super) reweigh: Option<Reweigh>,
    /// The panels, where they are drawn.
    pub(super) panels: Option<Panels<'a>>,
    pub(super) seed: u64,
    /// The slot of each submission, where it has one.
    pub(super) slots: Vec<Option<u32>>,
}

impl General<'_> {
    /// Ranks everyone in a draw. `own` is a copy of the grid, made where it is needed and kept for the next draw.
    pub(super) fn rank(
        &self,
        draw: u32,
        weights: Option<(&[u32], &Drawer)>,
        own: &mut Option<Box<Grid>>,
        slots: usize,
        standings: &mut Standings,
    ) {
        let Evaluation { grid, call, submissions, ledger, .. } = &self.ranking.evaluation;
        let mut grid: &Grid = grid;
        if let (Some(reweigh), Some((weights, drawer))) = (&self.reweigh, weights) {
            let copy = own.get_or_insert_with(|| Box::new(grid.clone()));
            reweigh.set(copy, &points(weights, drawer, &reweigh.total));
            grid = copy;
        }
        let panel: Option<Ledger> = self.panels.as_ref().map(|panels| panels.draw(self.seed, u64::from(draw)));
        let ranking = rank(Evaluation::new(grid, call, submissions, panel.as_ref().unwrap_or(ledger)));
        self.read(&ranking, slots, standings);
    }

    /// The standings of a ranking.
    pub(super) fn read(&self, ranking: &Ranking<'_>, slots: usize, standings: &mut Standings) {
        standings.clear(slots);
        for entry in &ranking.ranked {
            let Some(slot) = self.slots.get(entry.submission as usize).copied().flatten() else { continue };
            if let Some(rank) = standings.ranks.get_mut(slot as usize) {
                *rank = entry.rank;
            }
            if entry.rank == 1 {
                standings.first.push(slot);
            }
            match entry.status {
                Some(Status::In) => standings.selected.push(slot),
                Some(Status::TiedAtCut) => standings.tied.push(slot),
                Some(Status::Out) | None => {}
            }
        }
    }
}

/// The weights of a draw in points of the total.
pub(super) fn points(weights: &[u32], drawer: &Drawer, total: &Exact) -> Vec<Exact> {
    let all = i64::try_from(drawer.units()).unwrap_or(i64::MAX);
    let one = |units: &u32| (&Exact::whole(i64::from(*units)) * total).checked_div(&Exact::whole(all)).unwrap_or(Exact::ZERO);
    weights.iter().map(|units| one(units).reduced()).collect()
}
