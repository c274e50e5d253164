//! What a submission lacks for want of which it has no score.

use super::combine::Unsettled;
use super::evaluate::Evaluation;
use super::points::Line;
use super::sight::Sight;
use crate::model::combine::Open;
use crate::model::{Combine, Item, RankBy, Role, TotalRef};
use crate::number::Exact;

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
        /// Who is expected to mark and has not.
        waiting: Vec<u32>,
        /// How many may give a mark.
        eligible: usize,
    },
    /// The votes on a criterion, or (`None`) the totals of reviewers, settle nothing: they lie too far apart or have no
    /// majority.
    Open {
        /// The index of the criterion.
        criterion: Option<usize>,
        /// Which of the two.
        open: Open,
        /// How far the lowest and the highest are apart.
        gap: Exact,
        /// Of how much: the whole scale, or the grid's total.
        width: Exact,
    },
    /// The grid bounds votes by a consensus, and there is none yet.
    Consensus {
        /// The index of the criterion.
        criterion: usize,
    },
    /// Fewer reviewers have marked it, or (`whole`) have marked all of it, than the grid asks for.
    Reviewers {
        /// How many have.
        given: usize,
        /// How many are needed.
        quorum: usize,
        /// Who is expected to and has not.
        waiting: Vec<u32>,
        /// How many may.
        eligible: usize,
        /// Whether the whole submission must be marked.
        whole: bool,
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
        if self.is_short(submission) {
            return vec![self.short_of(submission)];
        }
        if let Some(lack) = self.unsettled_totals(submission) {
            return vec![lack];
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

    /// How many reviewers have marked a submission on one criterion at least, how many of them the grid asks for, how many
    /// may, and who of these has not.
    fn turnout(&self, submission: usize) -> (usize, usize, usize, Vec<u32>) {
        let panel = &self.ledger.panel;
        let marked = |reviewer: u32| self.ledger.is_marked_by(submission, reviewer);
        let seats = (0..u32::try_from(panel.seats.len()).unwrap_or(0)).zip(&panel.seats);
        let given = seats.filter(|(reviewer, seat)| seat.votes() && seat.times > 0 && marked(*reviewer));
        let given: usize = given.map(|(_, seat)| seat.times as usize).sum();
        let (eligible, waiting) = self.able(submission, false, marked);
        let quorum = self.grid.rules.panel.reviewers.map_or(0, |quorum| quorum.of(eligible));
        (given, quorum, eligible, waiting)
    }

    pub(super) fn has_few_reviewers(&self, submission: usize) -> bool {
        let (given, quorum, ..) = self.turnout(submission);
        given < quorum
    }

    fn short_of(&self, submission: usize) -> Lack {
        let (given, quorum, eligible, waiting) = self.turnout(submission);
        Lack::Reviewers { given, quorum, waiting, eligible, whole: false }
    }

    /// Where the totals of reviewers are combined: why they make none.
    fn unsettled_totals(&self, submission: usize) -> Option<Lack> {
        let sight = Sight::new(self, submission);
        let totals = sight.totals().filter(|_| self.grid.has_total() && self.left_at(submission).is_none())?;
        match totals.outcome.as_ref().err()? {
            Unsettled::Quorum { quorum } => Some(Lack::Reviewers {
                given: totals.turnout.given,
                quorum: *quorum,
                waiting: totals.turnout.missing.clone(),
                eligible: totals.turnout.eligible,
                whole: true,
            }),
            Unsettled::Open { open, gap, width } => {
                Some(Lack::Open { criterion: None, open: *open, gap: gap.clone(), width: width.clone() })
            }
            Unsettled::NoConsensus => None,
        }
    }

    fn missing_reviewers(&self, submission: usize, total: TotalRef) -> Vec<Lack> {
        use crate::model::{Look as _, Subject};
        let mean = matches!(self.grid.rules.combine, Combine::RankSum { mean: true, .. });
        let seats = (0u32..).zip(&self.ledger.panel.seats).filter(|(reviewer, _)| self.puts_in_order(*reviewer));
        let seats = seats.filter(|(reviewer, _)| !mean || self.ledger.panel.expects(submission, None, *reviewer));
        let lacking =
            seats.filter(|(reviewer, _)| Sight::alone(self, submission, *reviewer).seen(&Subject::Total(total)).is_none());
        lacking.map(|(_, seat)| Lack::Reviewer { reviewer: seat.name.clone() }).collect()
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
        let criterion = line.criterion;
        let settlement = self.settle(submission, criterion);
        Some(match settlement.outcome.err().unwrap_or(Unsettled::Quorum { quorum: 1 }) {
            Unsettled::Quorum { quorum } => Lack::Marks {
                criterion,
                given: settlement.turnout.given,
                quorum,
                waiting: settlement.turnout.missing,
                eligible: settlement.turnout.eligible,
            },
            Unsettled::Open { open, gap, width } => Lack::Open { criterion: Some(criterion), open, gap, width },
            Unsettled::NoConsensus => Lack::Consensus { criterion },
        })
    }
}
