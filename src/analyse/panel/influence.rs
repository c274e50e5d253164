//! What the ranking and the selected set become without each reviewer.

use rayon::prelude::*;

use crate::analyse::Shift;
use crate::model::Ledger;
use crate::score::{Evaluation, Lack, Ranking, Status, rank};

/// What becomes of the ranking without one reviewer.
#[derive(Debug, Clone)]
pub struct Influence {
    /// The reviewer, by index.
    pub reviewer: u32,
    /// What their marks make of the ranking: from everyone's to that without them.
    pub shift: Shift,
    /// Who is selected and would wait for a discussion or another reading.
    pub awaits_reading: Vec<usize>,
}

impl Influence {
    /// Whether the marks of the reviewer decide who is selected: without them somebody would leave who stays rated, somebody would
    /// be undecided, or somebody would enter a place that nobody leaves.
    pub fn decides(&self) -> bool {
        let Shift { enters, leaves, undecided, unrated, .. } = &self.shift;
        let out_ranked = leaves.iter().any(|one| !unrated.contains(one));
        out_ranked || !undecided.is_empty() || (leaves.is_empty() && !enters.is_empty())
    }

    /// Who is selected and would be unrated, for want of a quorum or of another reading.
    pub fn unsettles(&self) -> Vec<usize> {
        self.shift.leaves.iter().copied().filter(|one| self.shift.unrated.contains(one)).collect()
    }
}

/// The ledger with each reviewer's marks counted so many times.
pub(super) fn counted(ledger: &Ledger, times: &[u32]) -> Ledger {
    ledger.under(ledger.panel.counted(times))
}

/// Whether a reviewer has given any mark.
pub(super) fn has_marked(ledger: &Ledger, submissions: usize, reviewer: u32) -> bool {
    (0..submissions).any(|submission| ledger.is_marked_by(submission, reviewer))
}

pub(super) fn all(ranking: &Ranking<'_>, step: &(dyn Fn() + Sync)) -> Vec<Influence> {
    let evaluation = &ranking.evaluation;
    let seats = &evaluation.ledger.panel.seats;
    // Without anybody there is nothing to compare with.
    if seats.len() < 2 {
        return Vec::new();
    }
    let reviewers: Vec<u32> = (0u32..).zip(seats).filter(|(_, seat)| seat.votes()).map(|(reviewer, _)| reviewer).collect();
    let own = reviewers.into_par_iter().filter(|who| has_marked(evaluation.ledger, evaluation.submissions.len(), *who));
    let one = |reviewer: u32| {
        let influence = without(ranking, reviewer);
        step();
        influence
    };
    own.map(one).collect()
}

/// Whether marks too far apart, or without a majority, leave a submission open.
fn is_open(ranking: &Ranking<'_>, submission: usize) -> bool {
    ranking.evaluation.lacks(submission).iter().any(|lack| matches!(lack, Lack::Open { .. }))
}

fn without(ranking: &Ranking<'_>, reviewer: u32) -> Influence {
    let Evaluation { grid, call, submissions, ledger, .. } = &ranking.evaluation;
    let mut times: Vec<u32> = ledger.panel.seats.iter().map(|seat| seat.times).collect();
    if let Some(times) = times.get_mut(reviewer as usize) {
        *times = 0;
    }
    let ledger = counted(ledger, &times);
    let other = rank(Evaluation::new(grid, call, submissions, &ledger));
    let shift = Shift::between(ranking, &other);
    let was_in = |one: &usize| ranking.entry(*one).is_some_and(|entry| entry.status == Some(Status::In));
    let awaits_reading = shift.unrated.iter().copied().filter(|one| was_in(one) && is_open(&other, *one)).collect();
    Influence { reviewer, shift, awaits_reading }
}
