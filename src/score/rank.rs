//! The ranking: order, shared ranks, the cut-line, and who is left out or cannot be ranked.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::evaluate::{Evaluation, Totals};
use super::screen::{Bar, Outcome};
use crate::model::{MISSING, Ranks};
use crate::number::Exact;

/// What became of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// It has a rank.
    Ranked,
    /// It failed a gate or a threshold.
    Excluded,
    /// It failed nothing, but something it needs is missing.
    Unrated,
}

/// Where a ranked submission stands to the cut-line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Among the places.
    In,
    /// Its shared rank stretches across the cut-line: undecided.
    TiedAtCut,
    /// Beyond the places.
    Out,
}

/// A submission in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The index of the submission.
    pub submission: u32,
    /// The rank, from 1.
    pub rank: u32,
    /// Whether another submission shares it.
    pub tied: bool,
    /// Its standing, where the call has places.
    pub status: Option<Status>,
}

/// The cut-line of a call with places.
#[derive(Debug, Clone)]
pub struct Cut {
    /// How many places there are.
    pub places: usize,
    /// The total of the last that has a place, tied across the line or not.
    pub last_in: Option<Exact>,
    /// The total of the first that has none, tied across the line or not.
    pub first_out: Option<Exact>,
    /// How many share the rank that stretches across the line; 0 where it is decided.
    pub tied: usize,
    /// How many places those tied share.
    pub open: usize,
}

/// The result of a call.
#[derive(Debug)]
pub struct Ranking<'a> {
    /// The points behind it.
    pub evaluation: Evaluation<'a>,
    /// The ranked submissions, best first; inside a shared rank in the order of the ids, which says nothing.
    pub ranked: Vec<Ranked>,
    /// The excluded, in the order of the file.
    pub excluded: Vec<u32>,
    /// The unrated, in the order of the file.
    pub unrated: Vec<u32>,
    /// The cut-line, where the call has places.
    pub cut: Option<Cut>,
}

/// Ranks everything that can be ranked. Ranked + excluded + unrated = submitted.
pub fn rank(evaluation: Evaluation<'_>) -> Ranking<'_> {
    let bars = evaluation.bars();
    let (mut excluded, mut unrated) = (Vec::new(), Vec::new());
    let mut candidates: Vec<u32> = Vec::with_capacity(evaluation.submissions.len());
    let mut left = vec![false; evaluation.submissions.len()];
    for (submission, left) in left.iter_mut().enumerate() {
        let index = u32::try_from(submission).unwrap_or(u32::MAX);
        match disposition(&evaluation, &bars, submission) {
            Disposition::Ranked => {}
            Disposition::Excluded => {
                *left = true;
                excluded.push(index);
            }
            Disposition::Unrated => {
                *left = true;
                unrated.push(index);
            }
        }
    }
    candidates.extend(evaluation.submissions.by_id().iter().copied().filter(|&index| !left[index as usize]));
    let mut ranked = order(&evaluation, &candidates);
    let cut = evaluation.call.places.map(|places| draw_cut(&evaluation, &mut ranked, places));
    Ranking { evaluation, ranked, excluded, unrated, cut }
}

/// One failed bar excludes; else one undecided bar or a missing total leaves unrated.
fn disposition(evaluation: &Evaluation<'_>, bars: &[Bar], submission: usize) -> Disposition {
    let mut undecided = match evaluation.totals() {
        Totals::Integers { values, .. } => values.get(submission) == Some(&MISSING),
        Totals::Exact(values) => values.get(submission).is_none_or(Option::is_none),
    };
    for &bar in bars {
        match evaluation.outcome(submission, bar) {
            Outcome::Failed => return Disposition::Excluded,
            Outcome::Undecided => undecided = true,
            Outcome::Passed => {}
        }
    }
    if undecided { Disposition::Unrated } else { Disposition::Ranked }
}

/// Highest total first; equal totals go through the tie chain, and what it leaves equal shares a rank, in the order it
/// came in, which is that of the ids.
fn order(evaluation: &Evaluation<'_>, candidates: &[u32]) -> Vec<Ranked> {
    let placed = || (0u32..).zip(candidates.iter().copied());
    match evaluation.totals() {
        Totals::Integers { values, .. } => {
            shared_ranks(evaluation, placed().filter_map(|(place, at)| Some((*values.get(at as usize)?, place, at))).collect())
        }
        Totals::Exact(values) => {
            let total = |at: u32| values.get(at as usize)?.as_ref();
            shared_ranks(evaluation, placed().filter_map(|(place, at)| Some((total(at)?, place, at))).collect())
        }
    }
}

fn shared_ranks<K: Ord + Copy + Send>(evaluation: &Evaluation<'_>, mut keyed: Vec<(K, u32, u32)>) -> Vec<Ranked> {
    // Equals stay in the order they came in, here by their place in it, below because the sort is stable.
    keyed.par_sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let dense = evaluation.grid.rules.ranks == Ranks::Dense;
    let chained = !evaluation.grid.rules.ties.is_empty();
    let mut ranked = Vec::with_capacity(keyed.len());
    let mut groups = 0u32;
    for equals in keyed.chunk_by_mut(|a, b| a.0 == b.0) {
        if chained {
            equals.sort_by(|a, b| chain(evaluation, a.2, b.2));
        }
        for same in equals.chunk_by(|a, b| !chained || chain(evaluation, a.2, b.2) == Ordering::Equal) {
            groups += 1;
            let rank = if dense { groups } else { u32::try_from(ranked.len() + 1).unwrap_or(u32::MAX) };
            ranked.extend(same.iter().map(|&(_, _, submission)| Ranked { submission, rank, tied: same.len() > 1, status: None }));
        }
    }
    ranked
}

/// The declared tie-break chain: more points on the first criterion that differs.
fn chain(evaluation: &Evaluation<'_>, a: u32, b: u32) -> Ordering {
    let points = |submission: u32, criterion: usize| evaluation.points(submission as usize, criterion);
    evaluation
        .grid
        .rules
        .ties
        .iter()
        .map(|&key| points(b, key).cmp(&points(a, key)))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn draw_cut(evaluation: &Evaluation<'_>, ranked: &mut [Ranked], places: usize) -> Cut {
    let total = |at: usize, ranked: &[Ranked]| ranked.get(at).and_then(|ranked| evaluation.total(ranked.submission as usize));
    let last_in = places.checked_sub(1).and_then(|at| total(at, ranked));
    let first_out = total(places, ranked);
    let across = match (places.checked_sub(1).and_then(|at| ranked.get(at)), ranked.get(places)) {
        (Some(inside), Some(outside)) if inside.rank == outside.rank => Some(inside.rank),
        _ => None,
    };
    let (mut tied, mut open) = (0, 0);
    for (at, entry) in ranked.iter_mut().enumerate() {
        entry.status = Some(if Some(entry.rank) == across {
            tied += 1;
            open += usize::from(at < places);
            Status::TiedAtCut
        } else if at < places {
            Status::In
        } else {
            Status::Out
        });
    }
    Cut { places, last_in, first_out, tied, open }
}

impl Ranking<'_> {
    /// Whether something is unrated, so that the ranking may still change.
    pub fn provisional(&self) -> bool {
        !self.unrated.is_empty()
    }

    /// How far a ranked submission is from the cut-line: above the first without a place, or below the last with one.
    pub fn distance(&self, entry: &Ranked) -> Option<Exact> {
        self.distance_of(entry, &self.evaluation.total(entry.submission as usize)?)
    }

    /// As [`Self::distance`], for a total that is already at hand.
    pub fn distance_of(&self, entry: &Ranked, total: &Exact) -> Option<Exact> {
        let cut = self.cut.as_ref()?;
        match entry.status? {
            Status::In => Some(total - cut.first_out.as_ref()?),
            Status::TiedAtCut => Some(Exact::ZERO),
            Status::Out => Some(total - cut.last_in.as_ref()?),
        }
    }

    /// The place of a submission in the ranking.
    pub fn entry(&self, submission: usize) -> Option<&Ranked> {
        self.ranked.iter().find(|entry| entry.submission as usize == submission)
    }

    /// What became of a submission.
    pub fn disposition(&self, submission: usize) -> Disposition {
        disposition(&self.evaluation, &self.evaluation.bars(), submission)
    }
}
