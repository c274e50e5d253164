//! `grille/screening/1`: the exclusion report for programs.

use std::io;

use serde::Serialize;

use super::{GridRef, Number, Reason, ValidityRow, grid_ref, number, outcome, reason, validity, write};
use crate::analyse::disposition_code;
use crate::report::reasons;
use crate::score::{Outcome, Ranking};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    grid: GridRef<'a>,
    counts: Vec<Count>,
    submissions: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    validity: Vec<ValidityRow<'a>>,
}

#[derive(Serialize)]
struct Count {
    rule: String,
    failed: usize,
    undecided: usize,
    passed: usize,
    #[serde(skip_serializing_if = "is_zero")]
    not_reached: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    standing: &'static str,
    rules: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    outcome: &'static str,
    #[serde(flatten)]
    reason: Reason,
    #[serde(skip_serializing_if = "Option::is_none")]
    margin: Option<Number>,
}

/// Writes an exclusion report.
///
/// # Errors
/// Those of `out`.
pub fn screening(ranking: &Ranking<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let evaluation = &ranking.evaluation;
    let bars = evaluation.bars();
    let submissions = 0..evaluation.submissions.len();
    let counts = bars.iter().map(|&bar| {
        let with = |wanted: Outcome| submissions.clone().filter(|&at| evaluation.outcome(at, bar) == wanted).count();
        Count {
            rule: reasons::bar_code(evaluation.grid, bar),
            failed: with(Outcome::Failed),
            undecided: with(Outcome::Undecided),
            passed: with(Outcome::Passed),
            not_reached: with(Outcome::NotReached),
        }
    });
    let rows = submissions.clone().map(|submission| {
        let rules = bars.iter().map(|&bar| {
            let verdict = evaluation.verdict(submission, bar);
            let message = reasons::required(evaluation, submission, bar);
            Bar {
                outcome: outcome(verdict.outcome),
                reason: reason(evaluation, submission, &verdict, &message),
                margin: verdict.margin.as_ref().map(number),
            }
        });
        Row {
            id: evaluation.submissions.id(submission),
            title: evaluation.submissions.title(submission),
            standing: disposition_code(ranking.disposition(submission)),
            rules: rules.collect(),
        }
    });
    let document = Document {
        schema: "grille/screening/1",
        grid: grid_ref(evaluation.grid),
        counts: counts.collect(),
        submissions: rows.collect(),
        validity: validity(evaluation),
    };
    write(&document, out)
}
