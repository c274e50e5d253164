//! `grille/explanation/1`: one total unfolded, for programs.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::marks::{MarkRow, mark_rows};
use super::{
    AdjustmentRow, GapRow, GridRef, GroupRow, Number, Reason, adjustment_rows, gap_rows, grid_ref, group_rows, level, number,
    outcome, reason, totals, track, write,
};
use crate::analyse::{Explanation, disposition_code};
use crate::model::Item;
use crate::number::Exact;
use crate::report::reasons;
use crate::score::{Disposition, Evaluation, LeftOut};

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
    totals: BTreeMap<String, Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    track: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    /// The stage at which the submission left, or waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_at: Option<&'a str>,
    criteria: Vec<Criterion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<GroupRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    adjustments: Vec<AdjustmentRow<'a>>,
    /// The targets that are not reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight_left_out: Option<Number>,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    weight: Number,
    marks: Vec<MarkRow<'a>>,
    facts: Vec<Fact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Number>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    counted_lowest: bool,
    /// Why it is left out of the score.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<&'static str>,
}

#[derive(Serialize)]
struct Fact {
    /// The fact; several that are read together are joined by `+`.
    #[serde(rename = "fact")]
    id: String,
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
    let criteria = explanation.tally.lines.iter().filter_map(|line| {
        let criterion = grid.criteria.get(line.criterion)?;
        let marks = mark_rows(evaluation, explanation.behind.get(line.criterion)?);
        let facts = line.parts.iter().filter_map(|part| {
            let reading = &evaluation.call.measure(grid, line.criterion)?.parts().get(part.part)?.reading;
            let facts = reading.facts().into_iter().filter_map(|fact| grid.facts.get(fact));
            Some(Fact {
                id: facts.map(|fact| fact.id.as_str()).collect::<Vec<_>>().join("+"),
                value: part.value.as_ref().map(Exact::to_exact_text),
                weight: number(&part.weight.into()),
                points: part.points.as_ref().map(number),
            })
        });
        Some(Criterion {
            id: &criterion.id,
            weight: number(&line.weight),
            marks,
            facts: facts.collect(),
            mark: line.mark.as_ref().map(number),
            share: line.share.as_ref().map(number),
            points: line.points.clone().map(|points| number(&evaluation.in_sum(Item::Criterion(line.criterion), points))),
            counted_lowest: line.counted_lowest,
            left_out: line.left_out.map(|why| match why {
                LeftOut::NotApplicable => "not-applicable",
                LeftOut::Missing => "missing",
                LeftOut::NotReached => "not-reached",
            }),
        })
    });
    let rules = explanation.verdicts.iter().map(|verdict| Rule {
        outcome: outcome(verdict.outcome),
        reason: reason(evaluation, submission, verdict, &reasons::required(evaluation, submission, verdict.bar)),
    });
    let document = Document {
        schema: "grille/explanation/1",
        grid: grid_ref(grid),
        id: evaluation.submissions.id(submission),
        title: evaluation.submissions.title(submission),
        standing: disposition_code(explanation.disposition),
        rank: explanation.entry.map(|entry| entry.rank).filter(|_| grid.ranks()),
        total: explanation.total.as_ref().map(number),
        totals: totals(evaluation, submission),
        track: track(evaluation, submission),
        level: (explanation.disposition == Disposition::Ranked).then(|| level(evaluation, submission)).flatten(),
        left_at: evaluation
            .left_at(submission)
            .and_then(|stage| grid.stages.get(stage))
            .map(|stage| stage.id.as_str())
            .filter(|id| !id.is_empty()),
        criteria: criteria.collect(),
        groups: group_rows(evaluation, submission),
        adjustments: adjustment_rows(evaluation, submission),
        gaps: gap_rows(evaluation, submission),
        weight_left_out: Some(&explanation.left_out).filter(|weight| !weight.is_zero()).map(number),
        rules: rules.collect(),
    };
    write(&document, out)
}
