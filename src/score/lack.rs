//! What a submission lacks for want of which it has no score.

use super::evaluate::Evaluation;
use super::points::Line;
use super::sight::Sight;
use crate::model::{Combine, Item, RankBy, Role, TotalRef};

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

impl Evaluation<'_> {
    /// The lines that have no points and should have.
    pub(super) fn unmarked(&self, submission: usize) -> Vec<Line> {
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
}
