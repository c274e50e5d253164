//! One submission as it would be if one mark, or the points of one criterion, were others: everything else stays as it is.

use std::cmp::Ordering;

use super::evaluate::Evaluation;
use super::rank::{Disposition, order_on};
use super::screen::{Bar, Outcome};
use super::sight::{Instead, Sight};
use crate::model::{Item, Look as _, Role, Subject, TieKey};
use crate::number::Exact;

/// A submission with one thing changed. What others are compared with stays the same: where a scale compares submissions, and the
/// change would take this one into the pool or out of it, nothing here says so.
pub struct Changed<'e> {
    evaluation: &'e Evaluation<'e>,
    sight: Sight<'e>,
    /// The stage at which it would leave or wait.
    left_at: Option<usize>,
}

impl Evaluation<'_> {
    /// A submission as it would be if one reviewer (`None`: whoever gave it, where marks have no names) had given another mark on a
    /// criterion. It is combined with the others by the policy of the grid; without a mark of theirs there, nothing changes.
    pub fn with_mark(&self, submission: usize, criterion: usize, reviewer: Option<u32>, mark: &Exact) -> Changed<'_> {
        let combined = self.committee().with_mark(criterion, submission, reviewer, mark);
        Changed::new(self, Sight::with(self, submission, criterion, Instead::Mark(combined)))
    }

    /// A submission as it would be with another share of the points of a criterion, from 0 to 1.
    pub fn with_share(&self, submission: usize, criterion: usize, share: &Exact) -> Changed<'_> {
        Changed::new(self, Sight::with(self, submission, criterion, Instead::Share(share.clone())))
    }

    /// Whether the mark on a criterion moves in proportion with each of its votes: their plain mean, whatever they are.
    pub fn takes_the_mean(&self, criterion: usize) -> bool {
        self.committee().takes_the_mean(criterion)
    }

    /// Whether no change of a vote on a criterion makes or undoes its mark.
    pub fn always_settles(&self, criterion: usize) -> bool {
        self.committee().always_settles(criterion)
    }

    /// Whether raising a vote on a criterion can never lower its mark, nor make or undo it.
    pub fn goes_one_way(&self, criterion: usize) -> bool {
        self.committee().goes_one_way(criterion)
    }
}

impl<'e> Changed<'e> {
    fn new(evaluation: &'e Evaluation<'e>, sight: Sight<'e>) -> Self {
        let staged = evaluation.grid.stages.len() > 1 || evaluation.call.carried.is_some();
        let left_at = if staged { evaluation.stage_left(&sight) } else { None };
        Self { evaluation, sight, left_at }
    }

    /// Its total of the weights; `None` where it has none.
    pub fn total(&self) -> Option<Exact> {
        let submission = self.sight.submission();
        if self.left_at.is_some() || self.evaluation.is_short(submission) { None } else { self.sight.tally().total.clone() }
    }

    /// Whether it passes a bar.
    pub fn outcome(&self, bar: Bar) -> Outcome {
        if self.evaluation.is_behind_stage(self.sight.submission(), self.left_at, bar) {
            Outcome::NotReached
        } else {
            self.evaluation.outcome_at(&self.sight, bar)
        }
    }

    /// How far above a threshold it is; negative below; `None` for a gate, or where there is no value.
    pub fn margin(&self, bar: Bar) -> Option<Exact> {
        let behind = self.evaluation.is_behind_stage(self.sight.submission(), self.left_at, bar);
        if behind { None } else { self.evaluation.margin_at(&self.sight, bar) }
    }

    /// The combined mark and the points it has on a criterion.
    pub fn on(&self, criterion: usize) -> (Option<Exact>, Option<Exact>) {
        let line = self.sight.tally().lines.get(criterion);
        line.map_or((None, None), |line| (line.mark.clone(), line.points.clone()))
    }

    /// What would become of it, in a ranking by the total of the weights. `bars` are those of [`Evaluation::bars`].
    pub fn disposition(&self, bars: &[Bar]) -> Disposition {
        let mut undecided = self.total().is_none() || self.left_at.is_some();
        for bar in bars {
            match self.outcome(*bar) {
                Outcome::Failed => return Disposition::Excluded,
                Outcome::Undecided => undecided = true,
                Outcome::Passed | Outcome::NotReached => {}
            }
        }
        if undecided { Disposition::Unrated } else { Disposition::Ranked }
    }

    /// How it would stand to another submission as that one is, in a ranking by the total of the weights: less is better.
    pub fn compare(&self, other: usize) -> Ordering {
        let by_total = order_on(self.total(), self.evaluation.total(other), self.evaluation.grid.best());
        let mut keys = self.evaluation.grid.rules.ties.iter().map(|key| match key {
            TieKey::Scored { subject, best } => order_on(self.tie_value(subject), self.evaluation.tie_value(key, other), *best),
            // Facts do not change.
            TieKey::Fact { .. } | TieKey::Ratio { .. } | TieKey::First { .. } => {
                self.evaluation.compare_on(key, self.sight.submission(), other)
            }
        });
        by_total.then_with(|| keys.find(|order| order.is_ne()).unwrap_or(Ordering::Equal))
    }

    fn tie_value(&self, subject: &Subject) -> Option<Exact> {
        match subject {
            Subject::Criterion(criterion) => {
                let line = self.sight.tally().lines.get(*criterion)?;
                let aside = self.evaluation.grid.role(Item::Criterion(*criterion)) == Role::Aside;
                if aside { line.share.clone() } else { line.points.clone() }
            }
            _ => self.sight.number(subject),
        }
    }
}
