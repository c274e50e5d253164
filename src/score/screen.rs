//! Screening: every gate and every threshold, held against every submission, stage by stage.

use super::classify::Class;
use super::evaluate::Evaluation;
use super::sight::Sight;
use crate::model::condition::Condition;
use crate::model::{Item, Look as _, RankBy, Span, Subject, TotalRef};
use crate::number::Exact;

/// Something that a submission must pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// The decision of the round before.
    Carried,
    /// The gate at this index of the grid.
    Gate(usize),
    /// The minimum of the criterion at this index.
    Minimum(usize),
    /// The minimum of the group at this index.
    Group(usize),
    /// The thresholds of the named total at this index.
    Total(usize),
    /// The pass mark on the total.
    Pass,
    /// Not to be at a level that cannot be rated.
    Rateable,
}

/// Whether a bar was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It does not: the submission is excluded.
    Failed,
    /// It cannot be told: a fact or a mark is missing.
    Undecided,
    /// Nobody asks: the submission left, or waits, at an earlier stage.
    NotReached,
}

/// One bar held against one submission.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The bar.
    pub bar: Bar,
    /// The outcome.
    pub outcome: Outcome,
    /// What was found.
    pub found: Vec<Found>,
    /// How far above (or, negative, below) a threshold the value is.
    pub margin: Option<Exact>,
}

/// A value that a bar looked at.
#[derive(Debug, Clone)]
pub enum Found {
    /// The value of a fact, by index.
    Fact {
        /// The index of the fact.
        fact: usize,
        /// Where it stands; a count made in a list stands nowhere in particular.
        span: Option<Span>,
    },
    /// A combined mark, with the places of the marks behind it.
    Mark {
        /// The index of the criterion.
        criterion: usize,
        /// The combined mark, if there is one.
        mark: Option<Exact>,
        /// Where each of the marks stands.
        spans: Vec<Span>,
    },
    /// A number that the grid makes: points of a group, a total, a count of criteria.
    Scored {
        /// What it is.
        subject: Subject,
        /// The number, if there is one.
        value: Option<Exact>,
    },
    /// What the round before decided.
    Carried,
    /// A level of the classification.
    Class(Class),
}

impl Evaluation<'_> {
    /// Everything a submission must pass, in order: stage by stage; in each, gates, minimums, thresholds.
    pub fn bars(&self) -> Vec<Bar> {
        let grid = self.grid;
        let own = |item: Item| grid.tracks.iter().any(|track| track.minimums.iter().any(|(other, _)| *other == item));
        let gates = (0..grid.gates.len()).map(Bar::Gate);
        let minimums = grid.criteria.iter().enumerate();
        let minimums = minimums.filter(|(at, criterion)| criterion.minimum.is_some() || own(Item::Criterion(*at)));
        let groups = grid.groups.iter().enumerate();
        let groups = groups.filter(|(at, group)| group.minimum.is_some() || own(Item::Group(*at)));
        let totals = grid.totals.iter().enumerate();
        let totals = totals.filter(|(_, total)| total.at_least.is_some() || total.at_most.is_some());
        let pass = grid.rules.pass.is_some() || grid.tracks.iter().any(|track| track.pass.is_some());
        let rateable = grid.ranks() && grid.levels.iter().any(|level| !level.rateable);
        let mut bars: Vec<Bar> = self
            .call
            .carried
            .iter()
            .map(|_| Bar::Carried)
            .chain(gates)
            .chain(minimums.map(|(at, _)| Bar::Minimum(at)))
            .chain(groups.map(|(at, _)| Bar::Group(at)))
            .chain(totals.map(|(at, _)| Bar::Total(at)))
            .chain(pass.then_some(Bar::Pass))
            .chain(rateable.then_some(Bar::Rateable))
            .collect();
        // The sort keeps the order within a stage.
        bars.sort_by_key(|bar| self.step(*bar));
        bars
    }

    /// The stage at which a bar is held, by index.
    pub fn stage_of(&self, bar: Bar) -> usize {
        let grid = self.grid;
        match bar {
            Bar::Carried => 0,
            Bar::Gate(index) => grid.gates.get(index).map_or(0, |gate| gate.stage),
            Bar::Minimum(index) => grid.criteria.get(index).map_or(0, |criterion| criterion.stage),
            Bar::Group(index) => self.stage_of_group(index),
            Bar::Total(_) | Bar::Pass | Bar::Rateable => grid.stages.len().saturating_sub(1),
        }
    }

    /// The latest stage of the criteria in a group.
    pub(super) fn stage_of_group(&self, group: usize) -> usize {
        let children = self.tree().get(group + 1).map(Vec::as_slice).unwrap_or_default();
        let stage = |item: &Item| match item {
            Item::Criterion(index) => self.grid.criteria.get(*index).map_or(0, |criterion| criterion.stage),
            Item::Group(index) => self.stage_of_group(*index),
        };
        children.iter().map(stage).max().unwrap_or(0)
    }

    /// The order in which bars are held: what the round before decided comes before every stage.
    fn step(&self, bar: Bar) -> usize {
        if bar == Bar::Carried { 0 } else { self.stage_of(bar) + 1 }
    }

    /// Where a submission leaves, or waits: the first step with a bar that it does not pass, given as the stage behind which
    /// nothing is asked.
    pub(super) fn stage_left(&self, sight: &Sight<'_>) -> Option<usize> {
        let bars = self.bars();
        let stopped = bars.iter().find(|bar| self.outcome_at(sight, **bar) != Outcome::Passed)?;
        // At the last stage everything has been asked.
        let last = self.grid.stages.len().saturating_sub(1);
        (*stopped == Bar::Carried || self.stage_of(*stopped) < last).then(|| self.stage_of(*stopped))
    }

    /// Whether a submission passes a bar.
    pub fn outcome(&self, submission: usize, bar: Bar) -> Outcome {
        if self.is_behind(submission, bar) { Outcome::NotReached } else { self.outcome_at(&self.sight(submission), bar) }
    }

    /// Whether a bar stands behind the stage at which a submission left.
    pub(super) fn is_behind(&self, submission: usize, bar: Bar) -> bool {
        self.is_behind_stage(submission, self.left_at(submission), bar)
    }

    /// As [`Self::is_behind`], for one that leaves, or waits, at a given stage.
    pub(super) fn is_behind_stage(&self, submission: usize, left_at: Option<usize>, bar: Bar) -> bool {
        match left_at {
            None => false,
            Some(_) if self.is_stopped_before(submission) => bar != Bar::Carried,
            Some(left) => self.stage_of(bar) > left,
        }
    }

    /// Whether the round before stopped it.
    pub fn is_stopped_before(&self, submission: usize) -> bool {
        let id = self.submissions.id(submission);
        let carried = self.call.carried.as_ref().and_then(|carried| carried.submissions.get(id));
        carried.is_some_and(|carried| !carried.stopped.is_empty())
    }

    pub(super) fn outcome_at(&self, sight: &Sight<'_>, bar: Bar) -> Outcome {
        let passes = |held: Option<bool>| match held {
            None => Outcome::Undecided,
            Some(true) => Outcome::Passed,
            Some(false) => Outcome::Failed,
        };
        match bar {
            Bar::Carried => passes(Some(!self.is_stopped_before(sight.submission()))),
            Bar::Gate(gate) => passes(self.grid.gates.get(gate).and_then(|gate| gate.require.holds(sight))),
            Bar::Rateable => passes(match self.class_at(sight) {
                Class::Level(index) => Some(self.grid.levels.get(index).is_none_or(|level| level.rateable)),
                Class::None => Some(true),
                Class::Undecided => None,
            }),
            // On one track or another the threshold may differ.
            Bar::Minimum(_) | Bar::Group(_) | Bar::Pass if !self.has_track(sight.submission()) => Outcome::Undecided,
            Bar::Minimum(criterion) => {
                if self.minimum(sight.submission(), Item::Criterion(criterion)).is_none() || self.is_left_out(sight, criterion) {
                    return Outcome::Passed;
                }
                passes(self.margin_at(sight, bar).map(|margin| !margin.is_negative()))
            }
            Bar::Group(group) => {
                // As for a criterion: a group that does not apply has no minimum to reach, one that is only unmarked has.
                let left_out = sight.tally().groups.get(group).is_some_and(|line| line.left_out);
                let left_out = left_out && !sight.tally().is_unmarked(self.grid, self.tree(), group);
                if self.minimum(sight.submission(), Item::Group(group)).is_none() || left_out {
                    return Outcome::Passed;
                }
                passes(self.margin_at(sight, bar).map(|margin| !margin.is_negative()))
            }
            Bar::Pass if self.pass(sight.submission()).is_none() => Outcome::Passed,
            Bar::Total(_) | Bar::Pass => passes(self.margin_at(sight, bar).map(|margin| !margin.is_negative())),
        }
    }

    /// A criterion that does not apply has no minimum to reach; one whose mark is only missing has.
    fn is_left_out(&self, sight: &Sight<'_>, criterion: usize) -> bool {
        let line = sight.tally().lines.get(criterion);
        line.is_some_and(|line| line.left_out == Some(super::points::LeftOut::NotApplicable))
            && self.grid.rules.not_applicable != crate::model::NotApplicable::Refuse
    }

    /// The minimum that holds for a submission on an item: that of its track, else the grid's.
    pub fn minimum(&self, submission: usize, item: Item) -> Option<Exact> {
        let track = self.track(submission).and_then(|track| self.grid.tracks.get(track));
        let own = track.and_then(|track| track.minimums.iter().find(|(other, _)| *other == item));
        let minimum = own.map(|(_, minimum)| *minimum).or_else(|| match item {
            Item::Criterion(index) => self.grid.criteria.get(index)?.minimum,
            Item::Group(index) => self.grid.groups.get(index)?.minimum,
        });
        minimum.map(Exact::from)
    }

    /// The pass mark that holds for a submission.
    pub fn pass(&self, submission: usize) -> Option<Exact> {
        let track = self.track(submission).and_then(|track| self.grid.tracks.get(track));
        track.and_then(|track| track.pass).or(self.grid.rules.pass).map(Exact::from)
    }

    /// How far above a threshold a submission is; negative below; `None` for a gate, or where there is no value.
    pub fn margin(&self, submission: usize, bar: Bar) -> Option<Exact> {
        if self.is_behind(submission, bar) { None } else { self.margin_at(&self.sight(submission), bar) }
    }

    pub(super) fn margin_at(&self, sight: &Sight<'_>, bar: Bar) -> Option<Exact> {
        let submission = sight.submission();
        match bar {
            Bar::Carried | Bar::Gate(_) | Bar::Rateable => None,
            Bar::Minimum(criterion) => Some(&sight.counted(criterion)? - &self.minimum(submission, Item::Criterion(criterion))?),
            Bar::Group(group) => {
                let points = sight.number(&Subject::Group(group))?;
                Some(&points - &self.minimum(submission, Item::Group(group))?)
            }
            Bar::Total(index) => {
                let total = self.grid.totals.get(index)?;
                let value = sight.named(index)?;
                let above = total.at_least.map(|least| &value - &least.into());
                let below = total.at_most.map(|most| &Exact::from(most) - &value);
                above.into_iter().chain(below).min()
            }
            Bar::Pass => {
                let pass = self.pass(submission)?;
                let total = sight.number(&Subject::Total(TotalRef::Main))?;
                Some(&total - &pass)
            }
        }
    }

    /// The mark that a minimum looks at.
    pub fn counted(&self, submission: usize, criterion: usize) -> Option<Exact> {
        self.sight(submission).counted(criterion)
    }

    /// A bar held against a submission, with what was found.
    pub fn verdict(&self, submission: usize, bar: Bar) -> Verdict {
        let outcome = self.outcome(submission, bar);
        if outcome == Outcome::NotReached {
            return Verdict { bar, outcome, found: Vec::new(), margin: None };
        }
        let sight = self.sight(submission);
        let found = match bar {
            Bar::Carried => vec![Found::Carried],
            Bar::Gate(gate) => {
                let subjects = self.grid.gates.get(gate).map(|gate| gate.require.subjects()).unwrap_or_default();
                subjects.into_iter().map(|subject| self.found(&sight, subject)).collect()
            }
            Bar::Minimum(criterion) => vec![self.found(&sight, &Subject::Criterion(criterion))],
            Bar::Group(group) => vec![self.found(&sight, &Subject::Group(group))],
            Bar::Total(index) => vec![self.found(&sight, &Subject::Total(TotalRef::Named(index)))],
            Bar::Pass => vec![self.found(&sight, &Subject::Total(TotalRef::Main))],
            Bar::Rateable => vec![Found::Class(self.class_at(&sight))],
        };
        Verdict { bar, outcome, found, margin: self.margin_at(&sight, bar) }
    }

    /// What a condition looks at in a submission.
    pub fn looked_at(&self, submission: usize, condition: Option<&Condition>) -> Vec<Found> {
        let sight = self.sight(submission);
        let subjects = condition.map(Condition::subjects).unwrap_or_default();
        subjects.into_iter().map(|subject| self.found(&sight, subject)).collect()
    }

    fn found(&self, sight: &Sight<'_>, subject: &Subject) -> Found {
        let submission = sight.submission();
        match subject {
            Subject::Fact(fact) => Found::Fact { fact: *fact, span: self.submissions.fact_span(submission, *fact) },
            Subject::Criterion(criterion) => {
                let column = self.ledger.columns.get(*criterion).and_then(Option::as_ref);
                let measure = self.call.measure(self.grid, *criterion);
                let spans = match (measure.map(crate::model::Measure::facts).unwrap_or_default().as_slice(), column) {
                    ([fact], _) => self.submissions.fact_span(submission, *fact).into_iter().collect(),
                    // The name of a mark file may be a reviewer's.
                    (_, Some(_)) if self.ledger.panel.anonymous => Vec::new(),
                    (_, Some(column)) => column.marks(submission, &self.ledger.panel).map(|mark| mark.span).collect(),
                    _ => Vec::new(),
                };
                Found::Mark { criterion: *criterion, mark: sight.counted(*criterion), spans }
            }
            Subject::Group(_) | Subject::Total(_) | Subject::Count(_) => {
                Found::Scored { subject: subject.clone(), value: sight.number(subject) }
            }
        }
    }

    /// Whether what ranks is the total of the weights.
    pub fn ranks_by_weights(&self) -> bool {
        self.grid.rules.rank_by == RankBy::Total(TotalRef::Main) && self.scores().is_none()
    }
}
