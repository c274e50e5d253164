//! Totals: the points of every submission added up, exactly.

use num_integer::Integer;
use rayon::prelude::*;

use super::combine::Combined;
use super::points::{LeftOut, Line, Source, lowest_share, sources};
use super::pool::Pool;
use super::rank_sum;
use super::sight::Sight;
use super::tally::{Adjustment, Tally};
use super::weights::Weights;
use crate::model::{
    Call, Combine, Grid, GroupScore, Item, Ledger, MISSING, Measure, Missing, RankBy, Role, Submissions, TotalRef,
};
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
    sources: Vec<Source<'a>>,
    /// What stands at the top of the grid, then in each group.
    tree: Vec<Vec<Item>>,
    /// The weights of the grid, then of each track.
    weights: Vec<Weights>,
    /// The track of each submission, where the grid has tracks.
    tracks: Vec<Option<usize>>,
    pool: Pool,
    /// Where integers suffice: what turns each criterion's combined marks into points.
    straight: Vec<Straight>,
    totals: Totals,
    /// What ranks, where that is not the total of the weights.
    scores: Option<Vec<Option<Exact>>>,
    /// The stage at which each submission left or waits, where the grid has several.
    left_at: Vec<Option<usize>>,
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

/// The road of integers, laid open: every number over one denominator.
pub(super) struct Integers<'e> {
    /// Each criterion's combined marks, and what makes points of them.
    pub(super) columns: Vec<(&'e [i64], Straight)>,
    pub(super) totals: &'e [i64],
    pub(super) den: i64,
    /// No number is further from zero.
    pub(super) reach: i64,
}

/// Why a submission has no total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// A criterion has fewer marks than the quorum: its index, marks given, quorum.
    Marks {
        /// The index of the criterion.
        criterion: usize,
        /// How many marks were given.
        given: usize,
        /// How many are needed.
        quorum: usize,
    },
    /// A fact that gives points is missing: the indices of the criterion and of the fact.
    Fact {
        /// The index of the criterion.
        criterion: usize,
        /// The index of the fact.
        fact: usize,
    },
    /// No track is its own, or it cannot be told which.
    Track,
    /// A named total has no value: it would divide by zero, or a fact that it reads is missing.
    Total {
        /// The index of the total.
        total: usize,
    },
    /// A reviewer has not marked it whole, and each reviewer's order counts.
    Reviewer {
        /// The name of the reviewer.
        reviewer: String,
    },
    /// Reviewers say of every criterion that it does not apply.
    NothingApplies,
}

/// What turns the integer of a combined mark into points over the common denominator: `(value × slope + offset) / den`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Straight {
    slope: i64,
    offset: i64,
    den: i64,
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
            sources: sources(grid, call, submissions, ledger),
            tree: tree.collect(),
            weights: weights.collect(),
            tracks: Vec::new(),
            pool: Pool::default(),
            straight: Vec::new(),
            totals: Totals::Exact(Vec::new()),
            scores: None,
            left_at: Vec::new(),
        };
        if !grid.tracks.is_empty() {
            evaluation.tracks = evaluation.each(|sight| evaluation.track_of(sight));
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
            (Combine::RankSum { tied }, _) => Some(rank_sum::sums(&evaluation, tied)),
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
        match self.grid.role(item) {
            Role::Aside => Exact::ZERO,
            _ if self.grid.takes_away(item) => -&points,
            _ => points,
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

    fn track_of(&self, sight: &Sight<'_>) -> Option<usize> {
        for (index, track) in self.grid.tracks.iter().enumerate() {
            match track.when.as_ref().map_or(Some(true), |when| when.holds(sight)) {
                Some(true) => return Some(index),
                Some(false) => {}
                None => return None,
            }
        }
        None
    }

    /// The stage at which a submission left, or waits for something that is missing; `None` where it went through all.
    pub fn left_at(&self, submission: usize) -> Option<usize> {
        self.left_at.get(submission).copied().flatten()
    }

    /// One submission's line on one criterion.
    pub fn line(&self, submission: usize, criterion: usize) -> Line {
        let line = super::points::line(self, &self.sight(submission), criterion, None);
        self.asked(line, submission)
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
        if self.left_at(submission).is_some() {
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
        if self.left_at(submission).is_some() {
            return None;
        }
        self.sight(submission).named(total)
    }

    /// What ranks the submission: the total, a named one, or the sum of its ranks.
    pub fn score(&self, submission: usize) -> Option<Exact> {
        if self.left_at(submission).is_some() {
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
        if !self.has_track(submission) {
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

    /// Where integers suffice: each criterion's marks and what makes points of them, the totals, and their denominator.
    pub(super) fn integers(&self) -> Option<Integers<'_>> {
        if self.scores.is_some() || !self.left_at.is_empty() {
            return None;
        }
        let Totals::Integers { values: totals, den, reach } = &self.totals else { return None };
        let columns = self.sources.iter().zip(&self.straight).map(|(source, straight)| match source {
            Source::Marks(Combined::Integers { values, .. }) => Some((&**values, *straight)),
            _ => None,
        });
        Some(Integers { columns: columns.collect::<Option<_>>()?, totals, den: *den, reach: *reach })
    }

    pub(super) fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The weight that was left out of a total and shared among the other criteria, where the grid says so.
    pub fn left_out(&self, submission: usize) -> Exact {
        if matches!(self.totals, Totals::Integers { .. }) || self.left_at(submission).is_some() {
            return Exact::ZERO;
        }
        self.sight(submission).tally().left_out()
    }

    /// The lines that have no points and should have.
    fn unmarked(&self, submission: usize) -> Vec<Line> {
        let counts = |line: &Line| self.grid.role(Item::Criterion(line.criterion)) != Role::Aside;
        self.lines(submission).filter(|line| line.points.is_none() && line.left_out.is_none() && counts(line)).collect()
    }

    /// What the submission lacks, criterion by criterion; empty where nothing is missing, or where the grid says what a
    /// missing mark counts as.
    pub fn lacks(&self, submission: usize) -> Vec<Lack> {
        if self.is_scored(submission) && self.left_at(submission).is_none() {
            return Vec::new();
        }
        if !self.has_track(submission) {
            return vec![Lack::Track];
        }
        let mut lacks: Vec<Lack> = self.unmarked(submission).iter().filter_map(|line| self.lack(line, submission)).collect();
        if lacks.is_empty() && self.left_at(submission).is_none() {
            match (self.grid.rules.combine, self.grid.rules.rank_by) {
                (Combine::RankSum { .. }, RankBy::Total(total)) => lacks.extend(self.missing_reviewers(submission, total)),
                (_, RankBy::Total(TotalRef::Named(total))) => lacks.push(Lack::Total { total }),
                (_, RankBy::Total(TotalRef::Main)) if self.total(submission).is_none() => lacks.push(Lack::NothingApplies),
                _ => {}
            }
        }
        lacks
    }

    fn missing_reviewers(&self, submission: usize, total: TotalRef) -> Vec<Lack> {
        use crate::model::{Look as _, Subject};
        let names = self.ledger.reviewers.iter().enumerate();
        let lacking = names.filter(|(reviewer, _)| {
            let alone = Sight::alone(self, submission, u32::try_from(*reviewer).unwrap_or(u32::MAX));
            alone.seen(&Subject::Total(total)).is_none()
        });
        lacking.map(|(_, name)| Lack::Reviewer { reviewer: name.clone() }).collect()
    }

    /// What one line without points lacks; `None` where it is only not compared, for not being in the pool.
    pub fn lack(&self, line: &Line, submission: usize) -> Option<Lack> {
        if let Some(part) = line.parts.iter().find(|part| part.value.is_none()) {
            let reading = &self.call.measure(self.grid, line.criterion)?.parts().get(part.part)?.reading;
            let facts = reading.facts();
            let fact = facts.iter().find(|fact| self.submissions.fact(submission, **fact).is_none()).or(facts.first());
            return Some(Lack::Fact { criterion: line.criterion, fact: *fact? });
        }
        if !line.parts.is_empty() {
            return None;
        }
        let column = self.ledger.columns.get(line.criterion).and_then(Option::as_ref);
        let given = column.map_or(0, |column| column.given(submission).count());
        Some(Lack::Marks { criterion: line.criterion, given, quorum: self.grid.rules.quorum })
    }

    /// Whether the total is a plain sum of marks: nothing but weights stands between the two.
    fn is_plain(&self) -> bool {
        let grid = self.grid;
        let plain_groups =
            grid.groups.iter().all(|group| group.score == GroupScore::Sum && group.cap.is_none() && group.role == Role::Weighed);
        let plain_criteria = grid.criteria.iter().all(|criterion| criterion.role == Role::Weighed && criterion.missing.is_none());
        let waived = self.ledger.columns.iter().flatten().any(crate::model::MarkColumn::waives);
        let rounded = grid.rules.round != crate::model::Rounding::default();
        let below_zero = grid.has_total() && plain_groups && plain_criteria && !waived && !rounded;
        below_zero && grid.tracks.is_empty() && grid.rules.cap.is_none()
    }

    /// All totals as integers over one denominator, when every criterion is a straight scale of integers and the largest
    /// possible total fits a machine word.
    fn integer_totals(&self) -> Option<(Vec<Straight>, Totals)> {
        if self.grid.criteria.is_empty() || !self.is_plain() {
            return None;
        }
        let missing = self.grid.rules.missing;
        let mut lines: Vec<(&[i64], Exact, Exact)> = Vec::with_capacity(self.sources.len());
        let mut den: i64 = 1;
        for (index, source) in self.sources.iter().enumerate() {
            let Source::Marks(Combined::Integers { values, den: unit }) = source else { return None };
            let measure = self.call.measure(self.grid, index);
            let Some(Measure::Marks(scale)) = measure else { return None };
            if missing == Missing::Lowest && !lowest_share(measure).is_zero() {
                return None;
            }
            let (slope, offset) = scale.line()?;
            let weight = self.weights.first()?.criteria.get(index)?.clone();
            let slope = (&slope * &weight).checked_div(&Exact::whole(*unit))?.reduced();
            let offset = (&offset * &weight).reduced();
            for part in [slope.small_fraction()?.1, offset.small_fraction()?.1] {
                den = (den / den.gcd(&part)).checked_mul(part)?;
            }
            lines.push((values, slope, offset));
        }
        let at_common = |value: &Exact| value.small_fraction().and_then(|(num, part)| num.checked_mul(den / part));
        let mut straight = Vec::with_capacity(lines.len());
        let mut reach: i64 = 0;
        for (values, slope, offset) in &lines {
            let line = Straight { slope: at_common(slope)?, offset: at_common(offset)?, den };
            let largest = values
                .par_iter()
                .with_min_len(PART)
                .filter(|&&value| value != MISSING)
                .map(|value| value.unsigned_abs())
                .max()
                .unwrap_or(0);
            let most = i64::try_from(largest).ok()?.checked_mul(line.slope.checked_abs()?)?;
            reach = reach.checked_add(most)?.checked_add(line.offset.checked_abs()?)?;
            straight.push(line);
        }
        if missing == Missing::Reweight && lines.iter().any(|(values, ..)| values.contains(&MISSING)) {
            return None;
        }
        // `reach` bounds every partial sum, so plain arithmetic cannot overflow. Column by column: each is read in order.
        let mut totals = vec![0i64; self.submissions.len()];
        totals.par_chunks_mut(PART).enumerate().for_each(|(part, totals)| {
            for ((values, ..), line) in lines.iter().zip(&straight) {
                for (total, &value) in totals.iter_mut().zip(values.get(part * PART..).unwrap_or_default()) {
                    if value == MISSING {
                        if missing != Missing::Lowest {
                            *total = MISSING;
                        }
                    } else if *total != MISSING {
                        *total += line.units(value);
                    }
                }
            }
        });
        Some((straight, Totals::Integers { values: totals, den, reach }))
    }
}

impl Straight {
    /// The points over the common denominator. Cannot overflow: `integer_totals` has bounded it.
    pub(super) fn units(self, value: i64) -> i64 {
        value * self.slope + self.offset
    }

    fn points(self, value: i64) -> Option<Exact> {
        Exact::ratio(self.units(value), self.den)
    }
}
