//! Totals: the points of every submission added up, exactly.

use rayon::prelude::*;

use super::combine::{Combined, Committee, ReviewerTotal, Settlement};
use super::integers::Straight;
use super::points::{LeftOut, Line, Source, sources};
use super::pool::Pool;
use super::rank_sum;
use super::sight::Sight;
use super::tally::{Adjustment, Tally};
use super::weights::Weights;
use crate::model::{Abstained, Call, Combine, Given, Grid, Item, Ledger, MISSING, RankBy, Submissions, TotalRef};
use crate::number::Exact;

/// So many submissions are worth a thread of their own.
pub(super) const PART: usize = 1 << 14;

/// Every submission's points, line by line, and its total.
#[derive(Debug)]
pub struct Evaluation<'a> {
    /// The grid.
    pub grid: &'a Grid,
    /// The call.
    pub call: &'a Call,
    /// The submissions.
    pub submissions: &'a Submissions,
    /// The marks.
    pub ledger: &'a Ledger,
    pub(super) sources: Vec<Source<'a>>,
    /// What stands at the top of the grid, then in each group.
    tree: Vec<Vec<Item>>,
    /// The weights of the grid, then of each track.
    pub(super) weights: Vec<Weights>,
    /// The track of each submission, where the grid has tracks.
    tracks: Vec<Option<usize>>,
    pool: Pool,
    /// Where integers suffice: what turns each criterion's combined marks into points.
    pub(super) straight: Vec<Straight>,
    pub(super) totals: Totals,
    /// What ranks, where that is not the total of the weights.
    pub(super) scores: Option<Vec<Option<Exact>>>,
    /// The stage at which each submission left or waits, where the grid has several.
    pub(super) left_at: Vec<Option<usize>>,
    /// Whether each submission was marked by fewer reviewers than the grid asks for, where it asks.
    pub(super) few: Vec<bool>,
}

/// Totals by submission.
#[derive(Debug)]
pub(super) enum Totals {
    /// `values[i] / den`, [`MISSING`] where there is no total. No total nor any of its lines is further from zero than
    /// `reach`.
    Integers { values: Vec<i64>, den: i64, reach: i64 },
    /// Where no common denominator fits, or the grid does more than add up marks.
    Exact(Vec<Option<Exact>>),
}

impl<'a> Evaluation<'a> {
    /// Evaluates every submission.
    pub fn new(grid: &'a Grid, call: &'a Call, submissions: &'a Submissions, ledger: &'a Ledger) -> Self {
        Self::on_road(grid, call, submissions, ledger, true)
    }

    /// As [`Self::new`], with the choice of the road: tests compare the two.
    pub(super) fn on_road(
        grid: &'a Grid,
        call: &'a Call,
        submissions: &'a Submissions,
        ledger: &'a Ledger,
        integers: bool,
    ) -> Self {
        let tree = std::iter::once(grid.children(None)).chain((0..grid.groups.len()).map(|group| grid.children(Some(group))));
        let weights =
            std::iter::once(Weights::new(grid, None)).chain(grid.tracks.iter().map(|track| Weights::new(grid, Some(track))));
        let mut evaluation = Self {
            grid,
            call,
            submissions,
            ledger,
            sources: sources(Committee { grid, call, ledger }, submissions),
            tree: tree.collect(),
            weights: weights.collect(),
            tracks: Vec::new(),
            pool: Pool::default(),
            straight: Vec::new(),
            totals: Totals::Exact(Vec::new()),
            scores: None,
            left_at: Vec::new(),
            few: Vec::new(),
        };
        if !grid.tracks.is_empty() {
            evaluation.tracks = evaluation.each(|sight| evaluation.grid.track_of(sight));
        }
        if grid.rules.panel.reviewers.is_some() {
            evaluation.few = evaluation.each(|sight| evaluation.has_few_reviewers(sight.submission()));
        }
        evaluation.pool = Pool::new(&evaluation);
        match if integers { evaluation.integer_totals() } else { None } {
            Some((straight, totals)) => {
                evaluation.straight = straight;
                evaluation.totals = totals;
            }
            None => evaluation.totals = Totals::Exact(evaluation.each(|sight| sight.tally().total.clone())),
        }
        if grid.stages.len() > 1 || call.carried.is_some() {
            evaluation.left_at = evaluation.each(|sight| evaluation.stage_left(sight));
        }
        evaluation.scores = match (grid.rules.combine, grid.rules.rank_by) {
            (Combine::RankSum { tied, mean }, _) => Some(rank_sum::sums(&evaluation, tied, mean)),
            (_, RankBy::Total(TotalRef::Named(index))) => Some(evaluation.each(|sight| sight.named(index))),
            _ => None,
        };
        evaluation
    }

    /// Something of every submission, in the order of the file.
    fn each<T: Send>(&self, of: impl Fn(&Sight<'_>) -> T + Sync) -> Vec<T> {
        let submissions = (0..self.submissions.len()).into_par_iter().with_min_len(PART / 16);
        submissions.map(|submission| of(&Sight::new(self, submission))).collect()
    }

    /// One submission, as conditions see it.
    pub fn sight(&self, submission: usize) -> Sight<'_> {
        Sight::new(self, submission)
    }

    pub(super) fn source(&self, criterion: usize) -> Option<&Source<'a>> {
        self.sources.get(criterion)
    }

    pub(super) fn tree(&self) -> &[Vec<Item>] {
        &self.tree
    }

    /// The weights that hold for a submission: those of its track, else the grid's.
    pub(super) fn weights(&self, submission: usize) -> &Weights {
        let track = self.track(submission).map_or(0, |track| track + 1);
        // There is always the grid's own.
        self.weights.get(track).unwrap_or(&self.weights[0])
    }

    pub(super) fn pool_best(&self, submission: usize, criterion: usize, part: usize) -> Option<&Exact> {
        self.pool.best(submission, criterion, part)
    }

    /// The best value of the pool that a criterion compares with, where it compares.
    pub fn compared_with(&self, criterion: usize) -> Option<&Exact> {
        self.pool.reference(criterion)
    }

    /// Points as they stand in the total: what a malus takes away, or what stands in one, is negative; what counts for nothing
    /// is nothing.
    pub fn in_sum(&self, item: Item, points: Exact) -> Exact {
        if self.grid.stands_aside(item) {
            Exact::ZERO
        } else if self.grid.takes_away(item) {
            -&points
        } else {
            points
        }
    }

    /// The track of a submission, by index.
    pub fn track(&self, submission: usize) -> Option<usize> {
        self.tracks.get(submission).copied().flatten()
    }

    /// Whether it is known which weights and thresholds hold for a submission.
    pub(super) fn has_track(&self, submission: usize) -> bool {
        self.grid.tracks.is_empty() || self.track(submission).is_some()
    }

    /// The stage at which a submission left, or waits for something that is missing; `None` where it went through all.
    pub fn left_at(&self, submission: usize) -> Option<usize> {
        self.left_at.get(submission).copied().flatten()
    }

    /// Whether fewer reviewers have marked a submission than the grid asks for.
    pub fn is_short(&self, submission: usize) -> bool {
        self.few.get(submission).copied().unwrap_or(false)
    }

    pub(super) fn committee(&self) -> Committee<'a> {
        Committee { grid: self.grid, call: self.call, ledger: self.ledger }
    }

    /// Whether the marks on a criterion combine in a way of their own.
    pub fn combines_apart(&self, criterion: usize) -> bool {
        self.committee().own_policy(criterion).is_some()
    }

    /// How the answers about one submission on one criterion combine.
    pub fn settle(&self, submission: usize, criterion: usize) -> Settlement {
        self.committee().settle(criterion, submission)
    }

    /// The total that the marks of one reviewer alone make, as far as they gave any.
    pub fn total_by(&self, submission: usize, reviewer: u32) -> Option<Exact> {
        if !self.ledger.is_marked_by(submission, reviewer) {
            return None;
        }
        Sight::alone(self, submission, reviewer).tally().total.clone()
    }

    /// How the totals of reviewers combine.
    pub(super) fn settle_totals(&self, submission: usize) -> Settlement {
        let of = |reviewer: u32| {
            let own = self.total_by(submission, reviewer);
            let given = own.is_some();
            Some(ReviewerTotal { reviewer, total: own.or_else(|| self.lowest_by(submission, reviewer))?, given })
        };
        let seats = u32::try_from(self.ledger.panel.seats.len()).unwrap_or(0);
        let totals: Vec<ReviewerTotal> = (0..seats).filter_map(of).collect();
        let whole = |reviewer: u32| totals.iter().any(|one| one.reviewer == reviewer && one.given);
        let (eligible, missing) = self.able(submission, true, whole);
        let mut settlement = self.committee().settle_totals(totals, eligible);
        settlement.turnout.missing = missing;
        settlement
    }

    /// The total of a reviewer who gives no mark where the grid counts each of them as the lowest; `None` where it does not.
    fn lowest_by(&self, submission: usize, reviewer: u32) -> Option<Exact> {
        let (panel, rules) = (&self.ledger.panel, &self.grid.rules.panel);
        if !panel.expects(submission, None, reviewer) {
            return None;
        }
        let mut some = false;
        for (criterion, column) in self.ledger.columns.iter().enumerate() {
            let Some(column) = column else { continue };
            some |= match column.answer_of(submission, reviewer) {
                Some(Given::Abstained) if rules.abstained == Abstained::Lowest => true,
                Some(Given::NotApplicable) => false,
                None if rules.missing_is_lowest && panel.expects(submission, Some(criterion), reviewer) => true,
                Some(_) | None => return None,
            };
        }
        if some { Sight::alone(self, submission, reviewer).tally().total.clone() } else { None }
    }

    /// How many may still mark a submission on one criterion at least (`whole`: all of it), those who have `done` so among them,
    /// and who of them has not.
    pub(super) fn able(&self, submission: usize, whole: bool, done: impl Fn(u32) -> bool) -> (usize, Vec<u32>) {
        let panel = &self.ledger.panel;
        let mut able = panel.able(submission, None);
        able.retain(|reviewer| panel.seat(*reviewer).is_some_and(|seat| seat.times > 0));
        able.retain(|reviewer| done(*reviewer) || !self.stands_back(submission, *reviewer, whole));
        let count = panel.times(&able);
        able.retain(|reviewer| !done(*reviewer));
        (count, able)
    }

    /// Whether no mark (`whole`: no whole total) is to come from a reviewer, by what they have answered: as on a single criterion,
    /// who says that it does not apply is not asked for more, nor is who abstains where the grid excuses them.
    fn stands_back(&self, submission: usize, reviewer: u32, whole: bool) -> bool {
        let (mut marked, mut abstains, mut awaited) = (false, false, false);
        for (criterion, column) in self.ledger.columns.iter().enumerate() {
            let Some(column) = column.as_ref().filter(|_| self.ledger.panel.assigned(submission, Some(criterion), reviewer))
            else {
                continue;
            };
            match column.answer_of(submission, reviewer) {
                Some(Given::Mark(_)) => marked = true,
                Some(Given::Abstained) => abstains = true,
                Some(Given::NotApplicable | Given::Recused) => {}
                None => awaited = true,
            }
        }
        if abstains && self.grid.rules.panel.abstained != Abstained::Excuse {
            return false;
        }
        (abstains && whole) || !(marked || awaited)
    }

    /// One submission's line on one criterion.
    pub fn line(&self, submission: usize, criterion: usize) -> Line {
        self.asked(self.sight(submission).line(criterion), submission)
    }

    /// A line of a stage that the submission did not reach says nothing.
    fn asked(&self, line: Line, submission: usize) -> Line {
        let stage = self.grid.criteria.get(line.criterion).map_or(0, |criterion| criterion.stage);
        match self.left_at(submission) {
            Some(left) if stage > left => {
                Line { left_out: Some(LeftOut::NotReached), ..Line::empty(line.criterion, line.weight) }
            }
            _ => line,
        }
    }

    /// One submission's score, with what its stages let it be asked.
    pub fn tally(&self, submission: usize) -> Tally {
        let mut tally = self.sight(submission).tally().clone();
        if self.left_at(submission).is_some() {
            tally.lines = tally.lines.into_iter().map(|line| self.asked(line, submission)).collect();
            tally.total = self.total(submission);
            let reached: Vec<bool> = tally.lines.iter().map(|line| line.left_out != Some(LeftOut::NotReached)).collect();
            for group in &mut tally.groups {
                if self.stage_of_group(group.group) > self.left_at(submission).unwrap_or(usize::MAX) {
                    group.points = None;
                }
            }
            if reached.contains(&false) {
                tally.adjustments.retain(|adjustment| adjustment.of.is_some());
            }
        }
        tally
    }

    /// One submission's lines, in the order of the grid.
    pub fn lines(&self, submission: usize) -> impl Iterator<Item = Line> + '_ {
        (0..self.grid.criteria.len()).map(move |criterion| self.line(submission, criterion))
    }

    /// What stands between the lines of a submission and its total.
    pub fn adjustments(&self, submission: usize) -> Vec<Adjustment> {
        if matches!(self.totals, Totals::Integers { .. }) { Vec::new() } else { self.tally(submission).adjustments }
    }

    /// The exact points of one submission on one criterion.
    pub fn points(&self, submission: usize, criterion: usize) -> Option<Exact> {
        // By far the most frequent case, by the million in a ranking's output: one multiplication.
        if let (Some(straight), Some(Source::Marks(Combined::Integers { values, .. }))) =
            (self.straight.get(criterion), self.sources.get(criterion))
            && let Some(&value) = values.get(submission).filter(|&&value| value != MISSING)
        {
            return straight.points(value);
        }
        self.line(submission, criterion).points
    }

    /// The points of an item, as the table of a ranking shows them: those of a group in the units of its own weight.
    pub fn item_points(&self, submission: usize, item: Item) -> Option<Exact> {
        match item {
            Item::Criterion(criterion) => self.points(submission, criterion),
            Item::Group(group) => {
                if self.left_at(submission).is_some_and(|left| self.stage_of_group(group) > left) {
                    return None;
                }
                self.group_points(self.sight(submission).tally(), submission, group)
            }
        }
    }

    /// The points of a group in the units of its own weight.
    pub(super) fn group_points(&self, tally: &Tally, submission: usize, group: usize) -> Option<Exact> {
        tally.groups.get(group)?.points.as_ref()?.checked_div(self.weights(submission).units.get(group)?)
    }

    /// The exact total of the weights; `None` where the submission is unrated, or the grid has no total.
    pub fn total(&self, submission: usize) -> Option<Exact> {
        if self.left_at(submission).is_some() || self.is_short(submission) {
            return None;
        }
        match &self.totals {
            Totals::Integers { values, den, .. } => {
                values.get(submission).filter(|&&value| value != MISSING).and_then(|&value| Exact::ratio(value, *den))
            }
            Totals::Exact(values) => values.get(submission)?.clone(),
        }
    }

    /// The value of a named total.
    pub fn named(&self, submission: usize, total: usize) -> Option<Exact> {
        if self.left_at(submission).is_some() || self.is_short(submission) {
            return None;
        }
        self.sight(submission).named(total)
    }

    /// What ranks the submission: the total, a named one, or the sum of its ranks.
    pub fn score(&self, submission: usize) -> Option<Exact> {
        if self.left_at(submission).is_some() || self.is_short(submission) {
            return None;
        }
        match &self.scores {
            Some(scores) => scores.get(submission)?.clone(),
            None => self.total(submission),
        }
    }

    /// What ranks, where it is not the total of the weights.
    pub(super) fn scores(&self) -> Option<&[Option<Exact>]> {
        self.scores.as_deref()
    }

    /// Whether the submission has what ranks it; in a grid that ranks nothing, whether nothing is missing.
    pub(super) fn is_scored(&self, submission: usize) -> bool {
        if !self.has_track(submission) || self.is_short(submission) {
            return false;
        }
        if !self.grid.ranks() {
            return self.unmarked(submission).is_empty();
        }
        match (&self.scores, &self.totals) {
            (Some(scores), _) => scores.get(submission).is_some_and(Option::is_some),
            (None, Totals::Integers { values, .. }) => values.get(submission).is_some_and(|&value| value != MISSING),
            (None, Totals::Exact(values)) => values.get(submission).is_some_and(Option::is_some),
        }
    }

    pub(super) fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The weight that was left out of a total and shared among the other criteria, where the grid says so: for want of marks,
    /// or because it does not apply.
    pub fn left_out(&self, submission: usize, why: LeftOut) -> Exact {
        if matches!(self.totals, Totals::Integers { .. }) || self.left_at(submission).is_some() {
            return Exact::ZERO;
        }
        self.sight(submission).tally().left_out(self.grid, why)
    }
}
