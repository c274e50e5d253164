//! One total unfolded: the answer, the lines that add up to it, then every bar.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::reasons;
use super::{exact, joined, place_cell, title};
use crate::analyse::Explanation;

use crate::number::Exact;
use crate::score::{Disposition, Evaluation, Line, Outcome};
use crate::text::{Label, Message};

/// The document of an explanation.
pub fn explanation<'a>(evaluation: &'a Evaluation<'a>, explanation: &Explanation<'a>) -> Document<'a> {
    let submission = explanation.submission;
    let id = evaluation.submissions.id(submission).to_owned();
    let mut blocks = vec![
        Block::Title(Message::TitleExplanation { id, title: title(evaluation, submission).to_owned() }),
        Block::Paragraph(result(evaluation, explanation)),
    ];
    if !evaluation.grid.criteria.is_empty() {
        blocks.push(Block::Table(lines(evaluation, explanation, true)));
        if !explanation.left_out.is_zero() && explanation.total.is_some() {
            blocks.push(Block::Paragraph(Message::LeftOut {
                weight: explanation.left_out.clone(),
                total: evaluation.grid.total.into(),
            }));
        }
        if let Some(total) =
            explanation.total.as_ref().filter(|total| total.decimals().is_none_or(|needed| needed > evaluation.grid.decimals))
        {
            blocks.push(Block::Paragraph(Message::ExactTotal { text: total.to_exact_text() }));
        }
    }
    if !explanation.verdicts.is_empty() {
        blocks.push(Block::Heading(Message::HeadingBars {}));
        blocks.push(Block::Table(bars(evaluation, explanation)));
    }
    facts(evaluation, submission, &mut blocks);
    Document { blocks, data: Some(lines(evaluation, explanation, false)) }
}

fn result(evaluation: &Evaluation<'_>, explanation: &Explanation<'_>) -> Message {
    let submission = explanation.submission;
    match explanation.disposition {
        Disposition::Excluded => Message::ResultExcluded {
            reasons: reasons::failures(evaluation, submission).into_iter().map(|(_, message)| message).collect(),
        },
        Disposition::Unrated => Message::ResultUnrated { reasons: reasons::gaps(evaluation, submission) },
        Disposition::Ranked if evaluation.grid.criteria.is_empty() => Message::ResultEligible {},
        Disposition::Ranked => {
            let rank = explanation.entry.map_or(0, |entry| entry.rank as usize);
            let (among, total) = (explanation.among, explanation.total.clone().unwrap_or(Exact::ZERO));
            if explanation.entry.is_some_and(|entry| entry.tied) {
                Message::ResultRankedShared { rank, among, total }
            } else {
                Message::ResultRanked { rank, among, total }
            }
        }
    }
}

/// The lines of the total; for people, with the total under them.
fn lines<'a>(evaluation: &'a Evaluation<'a>, explanation: &Explanation<'a>, people: bool) -> Sheet<'a> {
    let grid = evaluation.grid;
    let mut columns = Vec::new();
    if !people {
        columns.push(Column::text("criterion_id", Message::ColumnId {}));
    }
    columns.extend([
        Column::text("criterion", Message::ColumnCriterion {}).flexible(),
        Column::text("marks", Message::ColumnMarks {}).flexible(),
        Column::number("mark", Message::ColumnMark {}).decimals(grid.decimals),
        Column::number("share", Message::ColumnShare {}).decimals(grid.decimals.max(3)),
        Column::number("weight", Message::ColumnWeight {}),
        Column::number("points", Message::ColumnPoints {}).decimals(grid.decimals),
    ]);
    let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
    for (at, line) in explanation.lines.iter().enumerate() {
        let Some(criterion) = grid.criteria.get(line.criterion) else { continue };
        let mut row = Vec::new();
        if !people {
            row.push(Cell::Text(&criterion.id));
        }
        row.extend([
            Cell::say(Message::Text { label: criterion.label.clone() }),
            Cell::say(behind(evaluation, explanation, at, line)),
            exact(line.mark.clone()),
            exact(line.share.clone()),
            Cell::Exact(criterion.weight.into()),
            exact(line.points.clone()),
        ]);
        rows.push(row);
    }
    if people {
        let points: Exact = explanation.lines.iter().filter_map(|line| line.points.clone()).sum();
        let bottom = |say: Message, weight: Cell<'a>, points: Cell<'a>| {
            vec![Cell::say(say), Cell::Text(""), Cell::Missing, Cell::Missing, weight, points]
        };
        if let Some(total) = &explanation.total {
            let shared = total - &points;
            if !shared.is_zero() {
                rows.push(bottom(Message::SharedLine {}, Cell::Missing, Cell::Exact(shared)));
            }
        }
        rows.push(bottom(Message::TotalLine {}, Cell::Exact(grid.total.into()), exact(explanation.total.clone())));
    }
    Sheet { columns, rows: Box::new(rows) }
}

/// The marks or facts behind a line.
fn behind(evaluation: &Evaluation<'_>, explanation: &Explanation<'_>, at: usize, line: &Line) -> Message {
    if line.counted_lowest {
        return Message::CountedLowestLine {};
    }
    if !line.parts.is_empty() {
        let part = |part: &crate::score::LinePart| {
            let fact = reasons::fact_label(evaluation.grid, part.fact);
            match (part.value, &part.points) {
                (Some(value), Some(points)) => {
                    Message::PartPoints { fact, value: value.into(), points: points.clone(), weight: part.weight.into() }
                }
                _ => Message::PartMissing { fact },
            }
        };
        return joined(line.parts.iter().map(part).collect());
    }
    let marks = explanation.marks.get(at).map(Vec::as_slice).unwrap_or_default();
    let mark = |mark: &crate::model::Mark<'_>| match mark.reviewer {
        Some(reviewer) => Message::MarkBy { reviewer: reviewer.to_owned(), mark: mark.value.into() },
        None => Message::Number { value: mark.value.into() },
    };
    joined(marks.iter().map(mark).collect())
}

fn bars<'a>(evaluation: &'a Evaluation<'a>, explanation: &Explanation<'a>) -> Sheet<'a> {
    let rows: Vec<Vec<Cell<'a>>> = explanation
        .verdicts
        .iter()
        .map(|verdict| {
            vec![
                Cell::say(reasons::required(evaluation.grid, verdict.bar)),
                match verdict.outcome {
                    Outcome::Passed => Cell::Word { code: "passed", say: || Message::OutcomePassed {} },
                    Outcome::Failed => Cell::Word { code: "failed", say: || Message::OutcomeFailed {} },
                    Outcome::Undecided => Cell::Word { code: "undecided", say: || Message::OutcomeUndecided {} },
                },
                Cell::say(joined(reasons::found(evaluation, explanation.submission, verdict))),
                place_cell(verdict),
            ]
        })
        .collect();
    let columns = vec![
        Column::text("rule", Message::ColumnRequired {}).flexible(),
        Column::text("outcome", Message::ColumnOutcome {}),
        Column::text("found", Message::ColumnFound {}).flexible(),
        Column::text("place", Message::ColumnPlace {}),
    ];
    Sheet { columns, rows: Box::new(rows) }
}

/// Declared facts, then the columns kept as texts.
fn facts<'a>(evaluation: &'a Evaluation<'a>, submission: usize, blocks: &mut Vec<Block<'a>>) {
    let declared = (0..evaluation.grid.facts.len()).map(|fact| reasons::fact_message(evaluation, submission, fact));
    let extra = evaluation.submissions.extra(submission).filter(|(_, value)| !value.is_empty());
    let extra = extra.map(|(name, value)| Message::FoundFact { fact: Label::same(name), value: value.to_owned() });
    let facts: Vec<Message> = declared.chain(extra).collect();
    if !facts.is_empty() {
        blocks.push(Block::Heading(Message::HeadingFacts {}));
        blocks.push(Block::List(facts));
    }
}
