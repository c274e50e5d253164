//! `grille/explanation/1`: one total unfolded, for programs.

use std::io;

use serde::Serialize;

use super::{GridRef, Number, Place, Reason, grid_ref, number, place, reason, write};
use crate::analyse::{Explanation, disposition_code};
use crate::report::reasons;
use crate::score::{Evaluation, Outcome};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    grid: GridRef<'a>,
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Number>,
    criteria: Vec<Criterion<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight_left_out: Option<Number>,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    weight: Number,
    marks: Vec<MarkRow<'a>>,
    facts: Vec<Fact<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Number>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    counted_lowest: bool,
}

#[derive(Serialize)]
struct MarkRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<&'a str>,
    mark: String,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Fact<'a> {
    #[serde(rename = "fact")]
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    weight: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Number>,
}

#[derive(Serialize)]
struct Rule {
    outcome: &'static str,
    #[serde(flatten)]
    reason: Reason,
}

/// Writes an explanation.
///
/// # Errors
/// Those of `out`.
pub fn explanation(evaluation: &Evaluation<'_>, explanation: &Explanation<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let grid = evaluation.grid;
    let submission = explanation.submission;
    let criteria = explanation.lines.iter().enumerate().filter_map(|(at, line)| {
        let criterion = grid.criteria.get(line.criterion)?;
        let marks = explanation.marks.get(at)?.iter().map(|mark| MarkRow {
            reviewer: mark.reviewer,
            mark: mark.value.to_string(),
            place: place(&mark.span),
        });
        let facts = line.parts.iter().filter_map(|part| {
            Some(Fact {
                id: &grid.facts.get(part.fact)?.id,
                value: part.value.map(|value| value.to_string()),
                weight: number(&part.weight.into()),
                points: part.points.as_ref().map(number),
            })
        });
        Some(Criterion {
            id: &criterion.id,
            weight: number(&criterion.weight.into()),
            marks: marks.collect(),
            facts: facts.collect(),
            mark: line.mark.as_ref().map(number),
            share: line.share.as_ref().map(number),
            points: line.points.as_ref().map(number),
            counted_lowest: line.counted_lowest,
        })
    });
    let rules = explanation.verdicts.iter().map(|verdict| Rule {
        outcome: match verdict.outcome {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::Undecided => "undecided",
        },
        reason: reason(evaluation, submission, verdict, &reasons::required(grid, verdict.bar)),
    });
    let document = Document {
        schema: "grille/explanation/1",
        grid: grid_ref(grid),
        id: evaluation.submissions.id(submission),
        title: evaluation.submissions.title(submission),
        standing: disposition_code(explanation.disposition),
        rank: explanation.entry.map(|entry| entry.rank),
        total: explanation.total.as_ref().map(number),
        criteria: criteria.collect(),
        weight_left_out: Some(&explanation.left_out).filter(|weight| !weight.is_zero()).map(number),
        rules: rules.collect(),
    };
    write(&document, out)
}
