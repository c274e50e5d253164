//! What becomes of one ranking in another of the same submissions: who enters and leaves, who moves, and how far.

use std::collections::{BTreeMap, BTreeSet};

use crate::score::{Ranked, Ranking, Status};

/// A submission that changes rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The submission.
    pub submission: usize,
    /// Its rank now, among those ranked on both sides.
    pub from: u32,
    /// Its rank then, likewise.
    pub to: u32,
}

/// The way from a ranking (now) to another of the same submissions (then). Submissions are told by index, in ascending order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shift {
    /// Who would be selected and is not now.
    pub enters: Vec<usize>,
    /// Who is selected and would not be, nor undecided.
    pub leaves: Vec<usize>,
    /// Who would be undecided at the cut-line and is not now.
    pub undecided: Vec<usize>,
    /// Who is ranked now and would be unrated.
    pub unrated: Vec<usize>,
    /// Who is ranked now and would be excluded.
    pub excluded: Vec<usize>,
    /// Who is excluded or unrated now and would be ranked.
    pub ranked: Vec<usize>,
    /// Who would have another rank among those who are ranked on both sides: that somebody above is no longer ranked moves nobody.
    pub moves: Vec<Move>,
    /// Whether another submission, or others, would be first.
    pub winner_changes: bool,
}

impl Shift {
    /// The way from one ranking to another. Both are of the same submissions, in the same order of the file.
    pub fn between(now: &Ranking<'_>, then: &Ranking<'_>) -> Self {
        let (selected, selected_then) = (standing(now, Status::In), standing(then, Status::In));
        let (tied, tied_then) = (standing(now, Status::TiedAtCut), standing(then, Status::TiedAtCut));
        let (placed, placed_then) = (placed(now), placed(then));
        let lost = |to: &[u32]| to.iter().map(|one| *one as usize).filter(|one| placed.contains(one)).collect();
        Self {
            enters: selected_then.difference(&selected).copied().collect(),
            leaves: selected.iter().copied().filter(|one| !selected_then.contains(one) && !tied_then.contains(one)).collect(),
            undecided: tied_then.difference(&tied).copied().collect(),
            unrated: lost(&then.unrated),
            excluded: lost(&then.excluded),
            ranked: placed_then.difference(&placed).copied().collect(),
            moves: moves(now, &placed, then, &placed_then),
            winner_changes: first(now) != first(then),
        }
    }

    /// Whether the selected set is another one, or another part of it undecided.
    pub fn changes_selection(&self) -> bool {
        !(self.enters.is_empty() && self.leaves.is_empty() && self.undecided.is_empty())
    }

    /// The widest move; of several as wide, that of the first submission.
    pub fn widest(&self) -> Option<Move> {
        self.moves.iter().copied().max_by_key(|one| (one.from.abs_diff(one.to), std::cmp::Reverse(one.submission)))
    }
}

/// The ranks of those ranked on both sides: first the one, then the other.
pub(super) fn both_ranks(now: &Ranking<'_>, then: &Ranking<'_>) -> Vec<(f64, f64)> {
    let mut ranks = vec![None; then.evaluation.submissions.len()];
    for entry in &then.ranked {
        if let Some(rank) = ranks.get_mut(entry.submission as usize) {
            *rank = Some(f64::from(entry.rank));
        }
    }
    let pair = |entry: &Ranked| Some((f64::from(entry.rank), ranks.get(entry.submission as usize).copied().flatten()?));
    now.ranked.iter().filter_map(pair).collect()
}

/// The submissions of a standing.
fn standing(ranking: &Ranking<'_>, status: Status) -> BTreeSet<usize> {
    let own = ranking.ranked.iter().filter(|entry| entry.status == Some(status));
    own.map(|entry| entry.submission as usize).collect()
}

fn placed(ranking: &Ranking<'_>) -> BTreeSet<usize> {
    ranking.ranked.iter().map(|entry| entry.submission as usize).collect()
}

fn first(ranking: &Ranking<'_>) -> BTreeSet<u32> {
    let own = ranking.ranked.iter().filter(|entry| entry.rank == 1);
    own.map(|entry| entry.submission).collect()
}

/// The ranks that change, counted among those ranked on both sides.
fn moves(now: &Ranking<'_>, placed: &BTreeSet<usize>, then: &Ranking<'_>, placed_then: &BTreeSet<usize>) -> Vec<Move> {
    let ranks = |one: &Ranking<'_>, other: &BTreeSet<usize>| {
        let mut ranks: BTreeMap<usize, u32> = BTreeMap::new();
        for league in &one.leagues {
            let (mut before, mut last) = (0, None);
            for entry in one.entries(league).iter().filter(|entry| other.contains(&(entry.submission as usize))) {
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
    let (from, to) = (ranks(now, placed_then), ranks(then, placed));
    let moved = from.into_iter().filter_map(|(submission, from)| {
        let to = *to.get(&submission)?;
        (from != to).then_some(Move { submission, from, to })
    });
    moved.collect()
}
