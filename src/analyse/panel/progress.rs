//! Who has answered what: submission by reviewer.

use crate::model::{Given, Measure};
use crate::score::Evaluation;

/// What is asked of a reviewer for one submission, and what came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing: not assigned, not sitting, or without a vote.
    Nothing,
    /// They are in conflict.
    Conflict,
    /// Answers on so many criteria.
    Answers {
        /// How many criteria they are to mark.
        asked: usize,
        /// On how many they have answered, be it by a mark, an abstention or word that it does not apply.
        answered: usize,
        /// How many of those are abstentions.
        abstained: usize,
    },
}

/// What is asked of a panel, and what came.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// A row a submission, a column a reviewer.
    pub cells: Vec<Vec<Asked>>,
    /// How many answers are expected.
    pub asked: usize,
    /// How many have come.
    pub answered: usize,
}

impl Progress {
    pub(super) fn new(evaluation: &Evaluation<'_>, submissions: &[usize]) -> Self {
        let marked: Vec<usize> = (0..evaluation.grid.criteria.len())
            .filter(|at| matches!(evaluation.call.measure(evaluation.grid, *at), Some(Measure::Marks(_))))
            .collect();
        let cells: Vec<Vec<Asked>> = submissions
            .iter()
            .map(|&submission| {
                let asked = |reviewer: u32| asked(evaluation, submission, reviewer, &marked);
                (0..super::reviewers(evaluation)).map(asked).collect()
            })
            .collect();
        let answers = || {
            cells.iter().flatten().filter_map(|cell| match cell {
                Asked::Answers { asked, answered, .. } => Some((*asked, *answered)),
                _ => None,
            })
        };
        let (asked, answered) = answers().fold((0, 0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
        Self { cells, asked, answered }
    }

    /// Those who still have something to answer: reviewer, number of answers, and the rows that wait for them. Who has most to
    /// do comes first.
    pub fn late(&self) -> Vec<(usize, usize, Vec<usize>)> {
        let reviewers = self.cells.first().map_or(0, Vec::len);
        let of = |reviewer: usize| {
            let open = self.cells.iter().enumerate().filter_map(|(row, cells)| match cells.get(reviewer) {
                Some(Asked::Answers { asked, answered, .. }) if answered < asked => Some((row, asked - answered)),
                _ => None,
            });
            let open: Vec<(usize, usize)> = open.collect();
            (reviewer, open.iter().map(|(_, count)| count).sum(), open.into_iter().map(|(row, _)| row).collect())
        };
        let mut late: Vec<(usize, usize, Vec<usize>)> = (0..reviewers).map(of).filter(|(_, count, _)| *count > 0).collect();
        late.sort_by_key(|(reviewer, count, _)| (std::cmp::Reverse(*count), *reviewer));
        late
    }
}

fn asked(evaluation: &Evaluation<'_>, submission: usize, reviewer: u32, marked: &[usize]) -> Asked {
    let panel = &evaluation.ledger.panel;
    if panel.conflict(submission, reviewer).is_some() {
        return Asked::Conflict;
    }
    let left = evaluation.left_at(submission);
    let reached = |criterion: usize| {
        let stage = evaluation.grid.criteria.get(criterion).map_or(0, |criterion| criterion.stage);
        left.is_none_or(|left| stage <= left)
    };
    let sits = panel.seat(reviewer).is_some_and(|seat| seat.sits && seat.is_asked());
    let own = marked.iter().filter(|at| sits && reached(**at) && panel.assigned(submission, Some(**at), reviewer));
    let (mut asked, mut answered, mut abstained) = (0, 0, 0);
    for criterion in own {
        asked += 1;
        let answer = evaluation.ledger.column(*criterion).and_then(|column| column.answer_of(submission, reviewer));
        answered += usize::from(answer.is_some());
        abstained += usize::from(answer == Some(Given::Abstained));
    }
    if asked == 0 { Asked::Nothing } else { Asked::Answers { asked, answered, abstained } }
}
