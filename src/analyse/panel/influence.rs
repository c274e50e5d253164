//! What the ranking and the selected set become without each reviewer.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::Ledger;
use crate::score::{Evaluation, Lack, Ranking, Status, rank};

/// A submission that changes rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The submission.
    pub submission: usize,
    /// Its rank with everyone.
    pub from: u32,
    /// Its rank without the reviewer.
    pub to: u32,
}

/// What becomes of the ranking without one reviewer.
#[derive(Debug, Clone)]
pub struct Influence {
    /// The reviewer, by index.
    pub reviewer: u32,
    /// Who would be selected and is not now.
    pub enters: Vec<usize>,
    /// Who is selected and would not be.
    pub leaves: Vec<usize>,
    /// Who would be undecided at the cut-line and is decided now.
    pub undecided: Vec<usize>,
    /// Who is ranked now and would be unrated.
    pub unrated: Vec<usize>,
    /// Who is selected and would wait for a discussion or another reading.
    pub awaits_reading: Vec<usize>,
    /// Who would have another rank among those who are ranked both with the reviewer and without: that somebody above is unrated
    /// moves nobody.
    pub moves: Vec<Move>,
    /// Whether another submission, or others, would be first.
    pub winner_changes: bool,
}

impl Influence {
    /// Whether the marks of the reviewer decide who is selected: without them somebody would leave who stays rated, somebody would
    /// be undecided, or somebody would enter a place that nobody leaves.
    pub fn decides(&self) -> bool {
        let out_ranked = self.leaves.iter().any(|one| !self.unrated.contains(one));
        out_ranked || !self.undecided.is_empty() || (self.leaves.is_empty() && !self.enters.is_empty())
    }

    /// Who is selected and would be unrated, for want of a quorum or of another reading.
    pub fn unsettles(&self) -> Vec<usize> {
        self.leaves.iter().copied().filter(|one| self.unrated.contains(one)).collect()
    }

    /// The widest move.
    pub fn widest(&self) -> Option<Move> {
        self.moves.iter().copied().max_by_key(|one| (one.from.abs_diff(one.to), std::cmp::Reverse(one.submission)))
    }
}

/// The ledger with each reviewer's marks counted so many times.
pub(super) fn counted(ledger: &Ledger, times: &[u32]) -> Ledger {
    ledger.under(ledger.panel.counted(times))
}

/// The submissions of a standing.
pub(super) fn standing(ranking: &Ranking<'_>, status: Status) -> BTreeSet<usize> {
    let own = ranking.ranked.iter().filter(|entry| entry.status == Some(status));
    own.map(|entry| entry.submission as usize).collect()
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

/// The ranks that change, counted among those ranked on both sides.
fn moves(now: &Ranking<'_>, then: &Ranking<'_>) -> Vec<Move> {
    let ranks = |one: &Ranking<'_>, other: &Ranking<'_>| {
        let mut ranks: BTreeMap<usize, u32> = BTreeMap::new();
        for league in &one.leagues {
            let (mut before, mut last) = (0, None);
            let common = one.entries(league).iter().filter(|entry| other.entry(entry.submission as usize).is_some());
            for entry in common {
                before += 1;
                let rank = match last {
                    Some((own, rank)) if own == entry.rank => rank,
                    _ => before,
                };
                last = Some((entry.rank, rank));
                ranks.insert(entry.submission as usize, rank);
            }
        }
        ranks
    };
    let (from, to) = (ranks(now, then), ranks(then, now));
    let moved = from.into_iter().filter_map(|(submission, from)| {
        let to = *to.get(&submission)?;
        (from != to).then_some(Move { submission, from, to })
    });
    moved.collect()
}

fn without(ranking: &Ranking<'_>, reviewer: u32) -> Influence {
    let Evaluation { grid, call, submissions, ledger, .. } = &ranking.evaluation;
    let mut times: Vec<u32> = ledger.panel.seats.iter().map(|seat| seat.times).collect();
    if let Some(times) = times.get_mut(reviewer as usize) {
        *times = 0;
    }
    let ledger = counted(ledger, &times);
    let other = rank(Evaluation::new(grid, call, submissions, &ledger));
    let (now, then) = (standing(ranking, Status::In), standing(&other, Status::In));
    let (tied_now, tied_then) = (standing(ranking, Status::TiedAtCut), standing(&other, Status::TiedAtCut));
    let moves = moves(ranking, &other);
    let first = |ranking: &Ranking<'_>| {
        let own = ranking.ranked.iter().filter(|entry| entry.rank == 1);
        own.map(|entry| entry.submission).collect::<BTreeSet<u32>>()
    };
    Influence {
        reviewer,
        enters: then.difference(&now).copied().collect(),
        leaves: now.iter().copied().filter(|one| !then.contains(one) && !tied_then.contains(one)).collect(),
        undecided: tied_then.difference(&tied_now).copied().collect(),
        unrated: other.unrated.iter().map(|one| *one as usize).filter(|one| ranking.entry(*one).is_some()).collect(),
        awaits_reading: other
            .unrated
            .iter()
            .map(|one| *one as usize)
            .filter(|one| now.contains(one) && is_open(&other, *one))
            .collect(),
        moves,
        winner_changes: first(ranking) != first(&other),
    }
}
