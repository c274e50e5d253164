//! The pool: the submissions that others are compared with, those that passed every gate and every threshold that does not
//! itself depend on such a comparison; and the best value in it for each part that compares.

use rayon::prelude::*;

use super::evaluate::{Evaluation, PART};
use super::points::Source;
use super::screen::{Bar, Outcome};
use super::sight::Sight;
use crate::model::{Best, Subject, TotalRef};
use crate::number::Exact;

/// What relative scales compare with.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// Whether each submission is in it; empty where nothing is compared.
    members: Vec<bool>,
    /// For each criterion and part that compares: the best value in the pool.
    best: Vec<(usize, usize, Exact)>,
}

impl Pool {
    /// The pool of an evaluation whose comparisons are still empty.
    pub(super) fn new(evaluation: &Evaluation<'_>) -> Self {
        let mut parts = Vec::new();
        for criterion in 0..evaluation.grid.criteria.len() {
            let Some(Source::Facts(all)) = evaluation.source(criterion) else { continue };
            let relative = all.iter().enumerate().filter_map(|(at, part)| Some((criterion, at, part, part.scale.relative()?)));
            parts.extend(relative);
        }
        if parts.is_empty() {
            return Self::default();
        }
        let bars: Vec<Bar> = evaluation.bars().into_iter().filter(|bar| !depends(evaluation, *bar)).collect();
        let passes = |submission: usize| {
            let sight = Sight::new(evaluation, submission);
            bars.iter().all(|bar| evaluation.outcome_at(&sight, *bar) == Outcome::Passed)
        };
        let members: Vec<bool> = (0..evaluation.submissions.len()).into_par_iter().with_min_len(PART).map(passes).collect();
        let best = parts.into_iter().filter_map(|(criterion, at, part, best)| {
            let in_pool = members.iter().enumerate().filter(|(_, member)| **member);
            let values =
                in_pool.filter_map(|(submission, _)| part.reading.value(&Sight::new(evaluation, submission), &*part.scale));
            let value = if best == Best::Lowest { values.min() } else { values.max() };
            Some((criterion, at, value?))
        });
        let best = best.collect();
        Self { members, best }
    }

    /// The best value for the first part of a criterion that compares.
    pub(super) fn reference(&self, criterion: usize) -> Option<&Exact> {
        self.best.iter().find(|(other, ..)| *other == criterion).map(|(.., best)| best)
    }

    /// The best value for a part, for a submission in the pool.
    pub(super) fn best(&self, submission: usize, criterion: usize, part: usize) -> Option<&Exact> {
        self.members.get(submission).filter(|member| **member)?;
        self.best.iter().find(|(c, p, _)| (*c, *p) == (criterion, part)).map(|(_, _, best)| best)
    }
}

/// Whether a bar looks at something that compares submissions.
fn depends(evaluation: &Evaluation<'_>, bar: Bar) -> bool {
    let grid = evaluation.grid;
    match bar {
        Bar::Carried => false,
        Bar::Gate(index) => grid
            .gates
            .get(index)
            .is_some_and(|gate| gate.require.subjects().into_iter().any(|subject| compares(evaluation, subject))),
        Bar::Minimum(index) => compares(evaluation, &Subject::Criterion(index)),
        Bar::Group(index) => compares(evaluation, &Subject::Group(index)),
        Bar::Pass => compares(evaluation, &Subject::Total(TotalRef::Main)),
        Bar::Total(index) => compares(evaluation, &Subject::Total(TotalRef::Named(index))),
        Bar::Rateable => {
            let conditions = grid.levels.iter().filter_map(|level| level.when.as_ref());
            conditions.flat_map(|when| when.subjects()).any(|subject| compares(evaluation, subject))
        }
    }
}

/// Whether a subject depends on a comparison between submissions.
fn compares(evaluation: &Evaluation<'_>, subject: &Subject) -> bool {
    let grid = evaluation.grid;
    let relative = |criterion: usize| evaluation.call.measure(grid, criterion).is_some_and(crate::model::Measure::is_relative);
    match subject {
        Subject::Fact(_) => false,
        Subject::Criterion(index) => relative(*index),
        Subject::Group(index) => {
            (0..grid.criteria.len()).any(|criterion| relative(criterion) && grid.stands_in(criterion, *index))
        }
        Subject::Total(TotalRef::Main) => (0..grid.criteria.len()).any(relative),
        Subject::Total(TotalRef::Named(index)) => {
            grid.totals.get(*index).is_some_and(|total| total.form.subjects().iter().any(|subject| compares(evaluation, subject)))
        }
        Subject::Count(count) => count.among.iter().any(|(criterion, _)| relative(*criterion)),
    }
}
