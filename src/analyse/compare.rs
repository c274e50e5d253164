//! Two rankings of the same submissions compared: who enters and leaves, how far the orders agree, how many of the selected are
//! the same, and which criterion makes the difference for those who cross the line.

use std::collections::BTreeSet;

use super::agreement::{Undefined, tau_b};
use super::scenario::Applied;
use super::shift::Shift;
use super::shift::both_ranks;
use crate::model::{Best, Grid, Item, Scenario};
use crate::number::Exact;
use crate::score::{Class, Evaluation, League, Ranked, Ranking, Status};
use crate::text::Label;

/// A scenario and what it gives beside the grid of the call.
#[derive(Debug)]
pub struct Case<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The grid that the scenario starts from, where it is not the call’s.
    pub other: Option<&'a Grid>,
    /// Its grid, and what was done to make it.
    pub applied: &'a Applied,
    /// The ranking it gives.
    pub then: Ranking<'a>,
    /// That ranking beside the call’s.
    pub comparison: Comparison,
}

/// From a ranking to another of the same submissions.
#[derive(Debug)]
pub struct Comparison {
    /// Who enters, leaves and moves.
    pub shift: Shift,
    /// Who would be at another level of a classification, or at none.
    pub levels: Vec<usize>,
    /// Kendall’s tau-b between the ranks of those ranked on both sides, from −1 to 1; `None` where there is no one order to compare:
    /// nothing ranks, or tracks are ranked apart.
    pub tau: Option<Result<f64, Undefined>>,
    /// How many are ranked on both sides.
    pub paired: usize,
    /// How many of the selected are the same; `None` where nobody selects.
    pub overlap: Option<Overlap>,
    /// Why, for those who enter or leave and have points on both sides: the first fifty of each, in the order of the file.
    pub crossings: Vec<Crossing>,
    /// How many more enter or leave.
    pub more: usize,
}

/// So many who cross the line are explained; where more do, the criteria say little of any one of them.
const MOST: usize = 50;

/// Two selected sets beside each other. Who is undecided at the cut-line is in neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// How many are selected now.
    pub before: usize,
    /// How many would be.
    pub after: usize,
    /// How many are in both.
    pub common: usize,
}

impl Overlap {
    /// The common ones as a share of all those selected on either side, from 0 to 1: P. Jaccard, "Étude comparative de la
    /// distribution florale dans une portion des Alpes et des Jura", *Bulletin de la Société vaudoise des sciences naturelles* 37
    /// (1901). `None` of two empty sets.
    pub fn jaccard(self) -> Option<Exact> {
        let either = (self.before + self.after).checked_sub(self.common)?;
        Exact::ratio(i64::try_from(self.common).ok()?, i64::try_from(either).ok()?)
    }
}

/// One who crosses the line, beside the one whose place is at stake then: who enters beside the first left out, who leaves beside
/// the last selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    /// Who is above then.
    pub above: usize,
    /// Who is below then.
    pub below: usize,
    /// How far the scores are apart, those of the first less those of the second: now, then.
    pub gap: (Exact, Exact),
    /// The same by criterion, in the order of the grid; empty where what ranks is no sum of points.
    pub lines: Vec<Line>,
    /// What stands between points and totals: shared weight, caps, roundings.
    pub between: (Exact, Exact),
    /// The line that did most, by its place among [`Self::lines`]; the first of several that did as much.
    pub most: Option<usize>,
}

/// One criterion behind a crossing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The points of the one above less those of the one below, now; `None` where the grid does not have it, or it stands aside.
    pub before: Option<Exact>,
    /// The same then.
    pub after: Option<Exact>,
}

impl Line {
    /// How much it adds to the gap.
    pub fn change(&self) -> Exact {
        let value = |side: &Option<Exact>| side.clone().unwrap_or(Exact::ZERO);
        &value(&self.after) - &value(&self.before)
    }
}

/// Compares two rankings. Both are of the same submissions, in the same order of the file; their grids may differ.
pub fn compare(now: &Ranking<'_>, then: &Ranking<'_>) -> Comparison {
    let shift = Shift::between(now, then);
    let pairs = both_ranks(now, then);
    let one_order = |ranking: &Ranking<'_>| ranking.evaluation.grid.ranks() && ranking.leagues.len() == 1;
    let tau = (one_order(now) && one_order(then)).then(|| tau_b(&pairs));
    let overlap = (now.has_cut() && then.has_cut()).then(|| overlap(now, then));
    let other_level = |at: &usize| level(&now.evaluation, *at) != level(&then.evaluation, *at);
    let classes = !now.evaluation.grid.levels.is_empty() || !then.evaluation.grid.levels.is_empty();
    let levels = (0..now.evaluation.submissions.len()).filter(|at| classes && other_level(at)).collect();
    let crossings = crossings(now, then, &shift);
    let more = shift.enters.len().saturating_sub(MOST) + shift.leaves.len().saturating_sub(MOST);
    Comparison { shift, levels, tau, paired: pairs.len(), overlap, crossings, more }
}

/// The level of a submission, by its identifier.
fn level<'a>(evaluation: &Evaluation<'a>, submission: usize) -> Option<&'a str> {
    match evaluation.class(submission)? {
        Class::Level(index) => evaluation.grid.levels.get(index).map(|level| level.id.as_str()),
        Class::None | Class::Undecided => None,
    }
}

fn overlap(now: &Ranking<'_>, then: &Ranking<'_>) -> Overlap {
    let selected = |ranking: &Ranking<'_>| {
        let own = ranking.ranked.iter().filter(|entry| entry.status == Some(Status::In));
        own.map(|entry| entry.submission).collect::<BTreeSet<u32>>()
    };
    let (before, after) = (selected(now), selected(then));
    Overlap { before: before.len(), after: after.len(), common: before.intersection(&after).count() }
}

/// Who crosses and at whose expense, each pair once.
fn crossings(now: &Ranking<'_>, then: &Ranking<'_>, shift: &Shift) -> Vec<Crossing> {
    let league = |submission: usize| then.entry(submission).and_then(|entry| then.league_of(entry));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut put = |above: Option<usize>, below: Option<usize>| {
        if let Some(pair) = above.zip(below).filter(|(above, below)| above != below)
            && !pairs.contains(&pair)
        {
            pairs.push(pair);
        }
    };
    for &one in shift.enters.iter().take(MOST) {
        put(Some(one), league(one).and_then(|league| at_line(then, league, Status::Out)));
    }
    for &one in shift.leaves.iter().take(MOST) {
        put(league(one).and_then(|league| at_line(then, league, Status::In)), Some(one));
    }
    pairs.into_iter().filter_map(|(above, below)| crossing(now, then, above, below)).collect()
}

/// The first of a league that is left out, or the last that is selected; of several that share the rank, the first by id.
fn at_line(ranking: &Ranking<'_>, league: &League, status: Status) -> Option<usize> {
    let mut own = ranking.entries(league).iter().filter(|entry| entry.status == Some(status));
    let first = if status == Status::In {
        let last = own.clone().next_back()?.rank;
        own.find(|entry| entry.rank == last)
    } else {
        own.next()
    };
    first.map(|entry: &Ranked| entry.submission as usize)
}

fn crossing(now: &Ranking<'_>, then: &Ranking<'_>, above: usize, below: usize) -> Option<Crossing> {
    let (before, after) = (&now.evaluation, &then.evaluation);
    let gap = |evaluation: &Evaluation<'_>| {
        let (one, other) = (evaluation.score(above)?, evaluation.score(below)?);
        Some(match evaluation.grid.best() {
            Best::Highest => &one - &other,
            Best::Lowest => &other - &one,
        })
    };
    let gap = (gap(before)?, gap(after)?);
    let sums = |evaluation: &Evaluation<'_>| evaluation.grid.has_total() && evaluation.ranks_by_weights();
    let (mut lines, mut between) = (Vec::new(), (Exact::ZERO, Exact::ZERO));
    if sums(before) && sums(after) {
        lines = self::lines(before, after, above, below);
        let sum = |side: fn(&Line) -> &Option<Exact>| lines.iter().filter_map(|line| side(line).clone()).sum::<Exact>();
        between = (&gap.0 - &sum(|line| &line.before), &gap.1 - &sum(|line| &line.after));
    }
    let rises = gap.1 > gap.0;
    let most = (0..lines.len()).reduce(|best, next| {
        let change = |at: usize| lines.get(at).map_or(Exact::ZERO, Line::change);
        let (one, other) = (change(best), change(next));
        if if rises { other > one } else { other < one } { next } else { best }
    });
    let most = most.filter(|at| lines.get(*at).is_some_and(|line| !line.change().is_zero()));
    Some(Crossing { above, below, gap, lines, between, most })
}

/// The differences between two submissions by criterion, in two evaluations: the criteria of the first grid, then those that only
/// the second has.
fn lines(before: &Evaluation<'_>, after: &Evaluation<'_>, above: usize, below: usize) -> Vec<Line> {
    let in_second = after.grid.criteria.iter().filter(|criterion| before.grid.criterion(&criterion.id).is_none());
    let criteria = before.grid.criteria.iter().chain(in_second);
    let lines = criteria.map(|criterion| Line {
        id: criterion.id.clone(),
        label: criterion.short.clone().unwrap_or_else(|| criterion.label.clone()),
        before: difference(before, &criterion.id, above, below),
        after: difference(after, &criterion.id, above, below),
    });
    lines.filter(|line| line.before.is_some() || line.after.is_some()).collect()
}

fn difference(evaluation: &Evaluation<'_>, id: &str, above: usize, below: usize) -> Option<Exact> {
    let criterion = evaluation.grid.criterion(id)?;
    let item = Item::Criterion(criterion);
    if evaluation.grid.stands_aside(item) {
        return None;
    }
    // What is left out is worth nothing by itself: its weight is in what stands between.
    let points = |submission: usize| {
        evaluation.points(submission, criterion).map_or(Exact::ZERO, |points| evaluation.in_sum(item, points))
    };
    Some(&points(above) - &points(below))
}
