//! The smallest change of one mark of one reviewer that changes who is selected: with the marks that the scale has, through the
//! policy that combines them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::field::{Effect, Field};
use super::opaque;
use super::turn::{critical, first_turn};
use crate::model::scale::Scale;
use crate::model::{Given, Item, Measure, SeatPart};
use crate::number::{Decimal, Exact};

/// For one submission, the smallest change of one mark that changes the selected set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkChange {
    /// The submission.
    pub submission: usize,
    /// The criterion.
    pub criterion: usize,
    /// The reviewer, by index; `None` where marks have no names.
    pub reviewer: Option<u32>,
    /// The mark given, in the units of its scale.
    pub from: Exact,
    /// The mark at which the set is another one; with [`Self::beyond`], with anything more.
    pub to: Exact,
    /// Whether the set is still the same at exactly `to`.
    pub beyond: bool,
    /// Among which marks it was looked for.
    pub grain: Grain,
    /// How much of the whole scale the change is, from 0 to 1: marks on different scales are compared by this.
    pub size: Exact,
    /// What becomes of the selected set.
    pub effect: Effect,
}

/// The marks among which the smallest was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Those that the scale has.
    Scale,
    /// All numbers: the scale has them all, and the combined mark moves in proportion.
    Any,
    /// Hundredths from the given mark: the scale has all numbers, and the combined mark does not move in proportion.
    Hundredths,
}

/// The smallest changes of marks.
#[derive(Debug, Clone, Default)]
pub struct MarkChanges {
    /// One for each submission that can change the set by one mark; the smallest for its scale first, then in the order of the ids.
    pub changes: Vec<MarkChange>,
    /// How many marks given were looked at.
    pub marks: usize,
    /// How many of them have so many marks beside them that only the nearest thousand each way were tried.
    pub cut_short: usize,
}

/// Where a change could go both ways, so many marks are tried each way.
const MOST_TRIES: usize = 1_000;
/// A scale of more marks is taken for one that has all numbers.
const MOST_RUNGS: i64 = 100_000;

/// What is the same for all marks on one criterion.
struct Marked {
    criterion: usize,
    /// The marks of the scale, in order; `None` where it has all numbers.
    rungs: Option<Vec<Exact>>,
    low: Exact,
    high: Exact,
    /// The shares of the points at the two ends of the scale, where these two tell what any combined mark could do.
    ends: Option<[Exact; 2]>,
    /// Whether raising a mark can only ever help, or only ever harm.
    one_way: bool,
    /// Whether the total moves in proportion to a mark between its bounds, so far as the panel is concerned.
    in_proportion: bool,
}

/// One for each submission.
pub(super) fn all(field: &Field<'_>) -> MarkChanges {
    let evaluation = field.evaluation();
    let marked: BTreeMap<usize, Marked> =
        (0..evaluation.grid.criteria.len()).filter_map(|criterion| Some((criterion, marked(field, criterion)?))).collect();
    let found: Vec<MarkChanges> =
        (0..evaluation.submissions.len()).into_par_iter().map(|submission| of_submission(field, &marked, submission)).collect();
    let mut all = MarkChanges::default();
    for one in found {
        all.changes.extend(one.changes);
        all.marks += one.marks;
        all.cut_short += one.cut_short;
    }
    let id = |one: &MarkChange| evaluation.submissions.id(one.submission);
    all.changes.sort_by(|a, b| a.size.cmp(&b.size).then(a.beyond.cmp(&b.beyond)).then_with(|| id(a).cmp(id(b))));
    all
}

fn marked(field: &Field<'_>, criterion: usize) -> Option<Marked> {
    let evaluation = field.evaluation();
    let grid = evaluation.grid;
    let Some(Measure::Marks(scale)) = evaluation.call.measure(grid, criterion) else { return None };
    evaluation.ledger.column(criterion)?;
    let (low, high) = scale.bounds();
    let (low, high) = (Exact::from(low), Exact::from(high));
    let gates = opaque(evaluation);
    let straight = gates.is_empty() && !field.named && scale.is_ordered() && !grid.takes_away(Item::Criterion(criterion));
    let round = &grid.rules.round;
    let rounded = [round.marks, round.points, round.groups, round.totals].iter().any(Option::is_some);
    Some(Marked {
        criterion,
        rungs: rungs(&**scale),
        ends: (straight && evaluation.always_settles(criterion) && scale.line().is_some())
            .then(|| [scale.share(&low), scale.share(&high)]),
        low,
        high,
        one_way: straight && evaluation.goes_one_way(criterion),
        in_proportion: gates.is_empty() && !rounded && scale.line().is_some() && evaluation.takes_the_mean(criterion),
    })
}

/// The marks of a scale, in order.
fn rungs(scale: &dyn Scale) -> Option<Vec<Exact>> {
    let choices = scale.choices();
    if !choices.is_empty() {
        let mut values: Vec<Decimal> = choices.iter().filter_map(|(word, _)| scale.word(word)).collect();
        values.sort_unstable();
        values.dedup();
        return Some(values.into_iter().map(Exact::from).collect());
    }
    let step = Exact::from(scale.step()?);
    let (low, high) = scale.bounds();
    let low = Exact::from(low);
    let count = (&Exact::from(high) - &low).checked_div(&step)?.floor().small_fraction()?.0;
    (0..=MOST_RUNGS).contains(&count).then(|| (0..=count).map(|at| &low + &(&step * &Exact::whole(at))).collect())
}

fn of_submission(field: &Field<'_>, marked: &BTreeMap<usize, Marked>, submission: usize) -> MarkChanges {
    let mut found = MarkChanges::default();
    if field.is_hopeless(submission) {
        return found;
    }
    let panel = &field.evaluation().ledger.panel;
    let mut best: Option<MarkChange> = None;
    for marked in marked.values() {
        let Some(column) = field.evaluation().ledger.column(marked.criterion) else { continue };
        let matters = marked.can_matter(field, submission);
        for (reviewer, given) in column.answers(submission) {
            let seat = reviewer.and_then(|reviewer| panel.seat(reviewer));
            let counts = seat.is_none_or(|seat| seat.times > 0 && (seat.votes() || seat.part == SeatPart::Consensus));
            let Given::Mark(mark) = given else { continue };
            if !counts {
                continue;
            }
            found.marks += 1;
            if !matters {
                continue;
            }
            let within = best.as_ref().map(|best| &best.size * &(&marked.high - &marked.low));
            let search = Search { field, marked, submission, reviewer, from: mark.into(), within };
            let (change, cut_short) = search.smallest();
            found.cut_short += usize::from(cut_short);
            let Some(change) = change else { continue };
            let better = |other: &MarkChange| change.size.cmp(&other.size).then(change.beyond.cmp(&other.beyond)).is_lt();
            if best.as_ref().is_none_or(better) {
                best = Some(change);
            }
        }
    }
    found.changes.extend(best);
    found
}

impl Marked {
    /// Whether any combined mark on the criterion could change the selected set.
    fn can_matter(&self, field: &Field<'_>, submission: usize) -> bool {
        let Some(ends) = &self.ends else { return true };
        let with = |share: &Exact| field.evaluation().with_share(submission, self.criterion, share);
        ends.iter().any(|share| field.now(submission).differs(field.then(submission, &with(share))))
    }
}

/// The search for the smallest change of one mark.
struct Search<'s> {
    field: &'s Field<'s>,
    marked: &'s Marked,
    submission: usize,
    reviewer: Option<u32>,
    from: Exact,
    /// A smaller change than this is looked for: another mark has one as large.
    within: Option<Exact>,
}

impl Search<'_> {
    fn differs(&self, mark: &Exact) -> bool {
        let changed = self.field.evaluation().with_mark(self.submission, self.marked.criterion, self.reviewer, mark);
        self.field.now(self.submission).differs(self.field.then(self.submission, &changed))
    }

    /// The smallest change, if any, and whether some marks were left untried.
    fn smallest(&self) -> (Option<MarkChange>, bool) {
        let Marked { low, high, one_way, in_proportion, rungs, .. } = self.marked;
        // Where raising can only help, the ends tell whether anything between them does.
        if *one_way && !self.differs(low) && !self.differs(high) {
            return (None, false);
        }
        if rungs.is_none() && *in_proportion {
            let probe =
                |mark: &Exact| self.field.evaluation().with_mark(self.submission, self.marked.criterion, self.reviewer, mark);
            if let Some(places) = critical(self.field, self.submission, (low, &self.from, high), &probe) {
                return (self.anywhere(&places), false);
            }
        }
        let (below, above, grain) = self.neighbours();
        let (down, short_down) = self.first(&below);
        let (up, short_up) = self.first(&above);
        let distance = |mark: &Exact| (mark - &self.from).abs();
        let nearest = [up, down].into_iter().flatten().min_by(|a, b| distance(a).cmp(&distance(b)));
        (nearest.map(|to| self.change(to.clone(), &to, false, None, grain)), short_down || short_up)
    }

    /// Among all numbers.
    fn anywhere(&self, places: &[Exact]) -> Option<MarkChange> {
        let differs = |mark: &Exact| self.differs(mark);
        let ends = [&self.marked.high, &self.marked.low];
        let turns = ends.into_iter().filter_map(|end| first_turn(&self.from, end, places, &differs));
        let distance = |at: &Exact| (at - &self.from).abs();
        let turn = turns.min_by(|a, b| distance(&a.at).cmp(&distance(&b.at)).then(a.beyond.cmp(&b.beyond)))?;
        Some(self.change(turn.at, &turn.sample, turn.beyond, turn.further.as_ref(), Grain::Any))
    }

    /// The marks below and above the one given, each from it outward.
    fn neighbours(&self) -> (Vec<Exact>, Vec<Exact>, Grain) {
        if let Some(rungs) = &self.marked.rungs {
            let below = rungs.iter().rev().filter(|rung| **rung < self.from).cloned().collect();
            let above = rungs.iter().filter(|rung| **rung > self.from).cloned().collect();
            return (below, above, Grain::Scale);
        }
        let hundredth = Exact::ratio(1, 100).unwrap_or(Exact::ONE);
        let towards = |end: &Exact, step: &Exact| {
            let count = (end - &self.from).checked_div(step).map(|count| count.floor());
            let count = count.and_then(|count| count.small_fraction()).map_or(0, |(count, _)| count.clamp(0, MOST_RUNGS));
            let mut marks: Vec<Exact> = (1..=count).map(|at| &self.from + &(step * &Exact::whole(at))).collect();
            if marks.last().unwrap_or(&self.from) != end {
                marks.push(end.clone());
            }
            marks
        };
        (towards(&self.marked.low, &-&hundredth), towards(&self.marked.high, &hundredth), Grain::Hundredths)
    }

    /// The first of some marks, from the nearest on, with which the set is another one; and whether some were left untried.
    fn first(&self, marks: &[Exact]) -> (Option<Exact>, bool) {
        let Some(end) = marks.last() else { return (None, false) };
        if self.marked.one_way {
            if !self.differs(end) {
                return (None, false);
            }
            let at = marks.partition_point(|mark| !self.differs(mark));
            return (marks.get(at).cloned(), false);
        }
        let nearer = |mark: &&Exact| self.within.as_ref().is_none_or(|within| (*mark - &self.from).abs() < *within);
        for (tried, mark) in marks.iter().take_while(nearer).enumerate() {
            if tried == MOST_TRIES {
                return (None, true);
            }
            if self.differs(mark) {
                return (Some(mark.clone()), false);
            }
        }
        (None, false)
    }

    fn change(&self, to: Exact, sample: &Exact, beyond: bool, further: Option<&Exact>, grain: Grain) -> MarkChange {
        let Self { field, marked, submission, reviewer, from, .. } = self;
        let evaluation = field.evaluation();
        let with = |mark: &Exact| evaluation.with_mark(*submission, marked.criterion, *reviewer, mark);
        let after = further.map(|mark| field.then(*submission, &with(mark)));
        let size = (&to - from).abs().checked_div(&(&marked.high - &marked.low)).unwrap_or(Exact::ZERO);
        let effect = field.effect(*submission, &with(sample), after);
        MarkChange {
            submission: *submission,
            criterion: marked.criterion,
            reviewer: *reviewer,
            from: from.clone(),
            to,
            beyond,
            grain,
            size,
            effect,
        }
    }
}
