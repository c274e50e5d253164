//! Reviewers of a panel that the call names who have marked, and not everything that is theirs.

use crate::model::{At, Findings, Measure, rule};
use crate::score::{Disposition, Ranking};
use crate::text::Message;

/// So many submissions are named; the others are counted.
const NAMED: usize = 5;

/// Says of each reviewer who has begun what they have left without an answer. Nobody marks what facts exclude.
pub(super) fn marks(ranking: &Ranking<'_>, _: &At, findings: &mut Findings) {
    let evaluation = &ranking.evaluation;
    let (grid, ledger, submissions) = (evaluation.grid, evaluation.ledger, evaluation.submissions);
    let panel = &ledger.panel;
    if !panel.declared || panel.anonymous {
        return;
    }
    // What is marked at a later stage may be marked later.
    let marked: Vec<usize> = (0..grid.criteria.len())
        .filter(|at| matches!(evaluation.call.measure(grid, *at), Some(Measure::Marks(_))))
        .filter(|at| grid.criteria.get(*at).is_some_and(|criterion| criterion.stage == 0))
        .collect();
    for (seat, reviewer) in panel.seats.iter().zip(0u32..) {
        let Some(place) = &seat.span else { continue };
        let answers = |submission: usize| {
            let mut columns = marked.iter().filter_map(|at| ledger.column(*at));
            columns.any(|column| column.answer_of(submission, reviewer).is_some())
        };
        let asked = |submission: &usize| {
            marked.iter().any(|at| panel.expects(*submission, Some(*at), reviewer))
                && ranking.disposition(*submission) != Disposition::Excluded
        };
        let (done, open): (Vec<usize>, Vec<usize>) = (0..submissions.len()).filter(asked).partition(|at| answers(*at));
        if !done.is_empty() && !open.is_empty() {
            let ids = open.iter().take(NAMED).map(|at| submissions.id(*at).to_owned()).collect();
            let (name, count) = (seat.name.clone(), open.len());
            findings
                .push(&rule::MARKS_TO_COME, place, Message::MarksToCome { name, count, ids })
                .help(Message::MarksToComeHelp {});
        }
    }
}
