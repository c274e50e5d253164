//! Screening: every gate and every threshold, held against every submission.

use super::evaluate::Evaluation;
use crate::model::{FactValue, Measure, Span};
use crate::number::Exact;

/// Something that a submission must pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// The gate at this index of the grid.
    Gate(usize),
    /// The minimum of the criterion at this index.
    Minimum(usize),
    /// The pass mark on the total.
    Pass,
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
        /// The combined mark, if there is one.
        mark: Option<Exact>,
        /// Where each of the marks stands.
        spans: Vec<Span>,
    },
    /// The total, if there is one.
    Total(Option<Exact>),
}

impl Evaluation<'_> {
    /// Everything a submission must pass, in order: gates, minimums, pass mark.
    pub fn bars(&self) -> Vec<Bar> {
        let gates = (0..self.grid.gates.len()).map(Bar::Gate);
        let minimums = self
            .grid
            .criteria
            .iter()
            .enumerate()
            .filter(|(_, criterion)| criterion.minimum.is_some())
            .map(|(at, _)| Bar::Minimum(at));
        gates.chain(minimums).chain(self.grid.rules.pass.map(|_| Bar::Pass)).collect()
    }

    /// Whether a submission passes a bar.
    pub fn outcome(&self, submission: usize, bar: Bar) -> Outcome {
        match bar {
            Bar::Gate(gate) => {
                let value = |fact: usize| -> Option<FactValue> { self.submissions.fact(submission, fact) };
                let held = self.grid.gates.get(gate).and_then(|gate| gate.require.holds(&value, self.call.as_of));
                held.map_or(Outcome::Undecided, |held| if held { Outcome::Passed } else { Outcome::Failed })
            }
            Bar::Minimum(_) | Bar::Pass => match self.margin(submission, bar) {
                None => Outcome::Undecided,
                Some(margin) if margin.is_negative() => Outcome::Failed,
                Some(_) => Outcome::Passed,
            },
        }
    }

    /// How far above a threshold a submission is; negative below; `None` for a gate, or where there is no value.
    pub fn margin(&self, submission: usize, bar: Bar) -> Option<Exact> {
        match bar {
            Bar::Gate(_) => None,
            Bar::Minimum(criterion) => {
                let minimum = self.grid.criteria.get(criterion)?.minimum?;
                Some(&self.counted(submission, criterion)? - &minimum.into())
            }
            Bar::Pass => Some(&self.total(submission)? - &self.grid.rules.pass?.into()),
        }
    }

    /// The mark that a minimum looks at: the combined one, or the lowest of the scale where the grid says that a missing
    /// mark counts as that.
    pub fn counted(&self, submission: usize, criterion: usize) -> Option<Exact> {
        let line = self.line(submission, criterion);
        if line.mark.is_some() || !line.counted_lowest {
            return line.mark;
        }
        let scale = match self.call.measure(self.grid, criterion)? {
            Measure::Marks(scale) => scale,
            // A minimum stands on a single fact only.
            Measure::Facts(parts) => &parts.first()?.scale,
        };
        Some(scale.bounds().0.into())
    }

    /// A bar held against a submission, with what was found.
    pub fn verdict(&self, submission: usize, bar: Bar) -> Verdict {
        let found = match bar {
            Bar::Gate(gate) => {
                let facts = self.grid.gates.get(gate).map(|gate| gate.require.facts()).unwrap_or_default();
                facts.into_iter().map(|fact| Found::Fact { fact, span: self.submissions.fact_span(submission, fact) }).collect()
            }
            Bar::Minimum(criterion) => {
                let line = self.line(submission, criterion);
                let column = self.ledger.columns.get(criterion).and_then(Option::as_ref);
                let spans = match (line.parts.as_slice(), column) {
                    ([part], _) => self.submissions.fact_span(submission, part.fact).into_iter().collect(),
                    (_, Some(column)) => column.marks(submission, &self.ledger.reviewers).map(|mark| mark.span).collect(),
                    _ => Vec::new(),
                };
                vec![Found::Mark { mark: self.counted(submission, criterion), spans }]
            }
            Bar::Pass => vec![Found::Total(self.total(submission))],
        };
        Verdict { bar, outcome: self.outcome(submission, bar), found, margin: self.margin(submission, bar) }
    }
}
