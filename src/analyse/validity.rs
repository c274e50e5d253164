//! Validity over time, seen from the call’s reference date: never from a clock.

use crate::number::Date;
use crate::score::Evaluation;

/// One validity of one submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The index of the submission.
    pub submission: usize,
    /// The index of the validity in the grid.
    pub validity: usize,
    /// The day it runs from.
    pub from: Date,
    /// The first day on which it no longer holds; `None` past the year 9999.
    pub ends: Option<Date>,
    /// How it stands on the reference date; `None` where the call gives none.
    pub state: Option<State>,
}

/// How a validity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It begins after the reference date.
    NotYet,
    /// It holds.
    Valid,
    /// It has ended.
    Expired,
}

/// Every validity that has a date to run from, in the order of the submissions.
pub fn standings(evaluation: &Evaluation<'_>) -> Vec<Standing> {
    let grid = evaluation.grid;
    let mut standings = Vec::new();
    if grid.validities.is_empty() {
        return standings;
    }
    for submission in 0..evaluation.submissions.len() {
        for (index, validity) in grid.validities.iter().enumerate() {
            let Some(crate::model::FactValue::Date(from)) = evaluation.submissions.fact(submission, validity.fact) else {
                continue;
            };
            let ends = from.plus_years(validity.years);
            let state = evaluation.call.as_of.map(|today| {
                if today < from {
                    State::NotYet
                } else if ends.is_some_and(|ends| today >= ends) {
                    State::Expired
                } else {
                    State::Valid
                }
            });
            standings.push(Standing { submission, validity: index, from, ends, state });
        }
    }
    standings
}
