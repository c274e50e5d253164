//! One total unfolded: the answer, the lines that add up to it, then every bar.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::reasons;
use super::super::targets::targets_missed;
use super::{around, exact, joined, mark_cell, place_cell, title};
use crate::analyse::{Explanation, standings};
use crate::model::{Item, Role};
use crate::number::Exact;
use crate::score::{Adjusted, Disposition, Evaluation, LeftOut, Line, Outcome};
use crate::text::{Label, Message};

/// The document of an explanation.
pub fn explanation<'a>(evaluation: &'a Evaluation<'a>, explanation: &Explanation<'a>) -> Document<'a> {
    let submission = explanation.submission;
    let grid = evaluation.grid;
    let id = evaluation.submissions.id(submission).to_owned();
    let mut blocks = vec![
        Block::Title(Message::TitleExplanation { id, title: title(evaluation, submission).to_owned() }),
        Block::Paragraph(result(evaluation, explanation)),
    ];
    if let Some(track) = evaluation.track(submission).and_then(|track| grid.tracks.get(track)) {
        blocks.push(Block::Paragraph(Message::TrackIs { track: track.label.clone() }));
    }
    if !grid.criteria.is_empty() {
        blocks.push(Block::Table(lines(evaluation, explanation, true)));
        if !explanation.waived.is_zero() && explanation.total.is_some() {
            blocks.push(Block::Paragraph(Message::LeftOutWaived { weight: explanation.waived.clone() }));
        }
        if !explanation.left_out.is_zero() && explanation.total.is_some() {
            blocks.push(Block::Paragraph(Message::LeftOut { weight: explanation.left_out.clone(), total: grid.total.into() }));
        }
        if let Some(total) =
            explanation.total.as_ref().filter(|total| total.decimals().is_none_or(|needed| needed > grid.decimals))
        {
            blocks.push(Block::Paragraph(Message::ExactTotal { total: total.clone() }));
        }
    }
    if !grid.totals.is_empty() {
        blocks.push(Block::Heading(Message::HeadingTotals {}));
        blocks.push(Block::List(around::named_totals(evaluation, &explanation.named)));
    }
    levels(evaluation, explanation, &mut blocks);
    gaps(evaluation, submission, &mut blocks);
    if !explanation.verdicts.is_empty() {
        blocks.push(Block::Heading(Message::HeadingBars {}));
        blocks.push(Block::Table(bars(evaluation, explanation)));
    }
    validity(evaluation, submission, &mut blocks);
    facts(evaluation, submission, &mut blocks);
    Document { blocks, data: Some(lines(evaluation, explanation, false)) }
}

fn result(evaluation: &Evaluation<'_>, explanation: &Explanation<'_>) -> Message {
    let submission = explanation.submission;
    let grid = evaluation.grid;
    match explanation.disposition {
        Disposition::Excluded => Message::ResultExcluded {
            reasons: reasons::failures(evaluation, submission).into_iter().map(|(_, message)| message).collect(),
        },
        Disposition::Unrated => Message::ResultUnrated { reasons: reasons::gaps(evaluation, submission) },
        Disposition::Ranked if grid.criteria.is_empty() => Message::ResultEligible {},
        Disposition::Ranked if !grid.ranks() => match &explanation.class {
            Some((class, _)) => Message::ResultLevel { level: Box::new(reasons::class(grid, *class)) },
            None => Message::ResultProfile {},
        },
        Disposition::Ranked => {
            let rank = explanation.entry.map_or(0, |entry| entry.rank as usize);
            let among = explanation.among;
            let score = explanation.score.clone().unwrap_or(Exact::ZERO);
            let tied = explanation.entry.is_some_and(|entry| entry.tied);
            match (evaluation.ranks_by_weights(), tied) {
                (true, true) => Message::ResultRankedShared { rank, among, total: score },
                (true, false) => Message::ResultRanked { rank, among, total: score },
                (false, _) => Message::ResultScored { rank, among, what: Box::new(reasons::what_ranks(grid)), score },
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
        Column::number("mark", Message::ColumnMark {}).decimals(mark_decimals(evaluation, explanation)),
        Column::number("share", Message::ColumnShare {}).decimals(grid.decimals.max(3)),
        Column::number("weight", Message::ColumnWeight {}),
        Column::number("points", Message::ColumnPoints {}).decimals(grid.decimals),
    ]);
    let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
    if people {
        branch(evaluation, explanation, None, 0, &mut rows);
        if grid.has_total() {
            adjustments(explanation, None, 0, &mut rows);
            rows.push(bottom(Message::TotalLine {}, Cell::Exact(grid.total.into()), exact(explanation.total.clone())));
        }
    } else {
        for line in &explanation.tally.lines {
            let Some(criterion) = grid.criteria.get(line.criterion) else { continue };
            let mut row = vec![Cell::Text(criterion.id.as_str())];
            row.extend(line_row(evaluation, explanation, line, 0, false));
            rows.push(row);
        }
    }
    Sheet { columns, rows: Box::new(rows) }
}

/// Marks are shown with the decimals of the grid, or with two where reviewers or facts gave as many: 18.5 is not 19.
fn mark_decimals(evaluation: &Evaluation<'_>, explanation: &Explanation<'_>) -> usize {
    let marks = explanation.tally.lines.iter().filter_map(|line| line.mark.as_ref());
    let needed = marks.map(|mark| mark.decimals().unwrap_or(2)).max().unwrap_or(0);
    evaluation.grid.decimals.max(needed.min(2))
}

/// What stands in a group, or at the top: criteria with their marks, groups with what stands in them and their subtotal.
fn branch<'a>(
    evaluation: &'a Evaluation<'a>,
    explanation: &Explanation<'a>,
    of: Option<usize>,
    depth: usize,
    rows: &mut Vec<Vec<Cell<'a>>>,
) {
    for item in evaluation.grid.children(of) {
        match item {
            Item::Criterion(index) => {
                if let Some(line) = explanation.tally.lines.get(index) {
                    rows.push(line_row(evaluation, explanation, line, depth, true));
                }
            }
            Item::Group(index) => {
                branch(evaluation, explanation, Some(index), depth + 1, rows);
                adjustments(explanation, Some(index), depth + 1, rows);
                let Some(line) = explanation.tally.groups.get(index) else { continue };
                let say = indented(Message::SubtotalLine { group: evaluation.grid.item_label(item) }, depth);
                let points = line.points.clone().map(|points| evaluation.in_sum(item, points));
                rows.push(bottom(say, weight_cell(&line.weight, evaluation.grid.decimals), exact(points)));
            }
        }
    }
}

fn indented(message: Message, depth: usize) -> Message {
    (0..depth).fold(message, |inner, _| Message::Indented { what: Box::new(inner) })
}

/// A weight as the grid writes it; one that a mean makes may need rounding to be read.
fn weight_cell(weight: &Exact, decimals: usize) -> Cell<'static> {
    let long = weight.decimals().is_none_or(|needed| needed > decimals);
    Cell::Exact(if long { weight.rounded(decimals) } else { weight.clone() })
}

fn bottom<'a>(say: Message, weight: Cell<'a>, points: Cell<'a>) -> Vec<Cell<'a>> {
    vec![Cell::say(say), Cell::Text(""), Cell::Missing, Cell::Missing, weight, points]
}

/// What stands between the lines and their sum.
fn adjustments<'a>(explanation: &Explanation<'a>, of: Option<usize>, depth: usize, rows: &mut Vec<Vec<Cell<'a>>>) {
    for adjustment in explanation.tally.adjustments.iter().filter(|adjustment| adjustment.of == of) {
        let say = match adjustment.why {
            Adjusted::Shared => Message::AdjustShared {},
            Adjusted::Capped => Message::AdjustCapped {},
            Adjusted::Rounded => Message::AdjustRounded {},
            Adjusted::Combined => Message::AdjustCombined {},
        };
        rows.push(bottom(indented(say, depth), Cell::Missing, Cell::Signed(adjustment.by.clone())));
    }
}

fn line_row<'a>(
    evaluation: &'a Evaluation<'a>,
    explanation: &Explanation<'a>,
    line: &Line,
    depth: usize,
    people: bool,
) -> Vec<Cell<'a>> {
    let item = Item::Criterion(line.criterion);
    let aside = evaluation.grid.role(item) == Role::Aside;
    let points = line.points.clone().filter(|_| !aside).map(|points| evaluation.in_sum(item, points));
    vec![
        Cell::say(indented(Message::Text { label: evaluation.grid.item_label(item) }, depth)),
        Cell::say(behind(evaluation, explanation, line)),
        if people { mark_cell(evaluation, explanation.submission, line.criterion) } else { exact(line.mark.clone()) },
        exact(line.share.clone()),
        match (aside, people) {
            (true, _) => Cell::Missing,
            (false, true) => weight_cell(&line.weight, evaluation.grid.decimals),
            (false, false) => Cell::Exact(line.weight.clone()),
        },
        exact(points),
    ]
}

/// The marks or facts behind a line.
fn behind(evaluation: &Evaluation<'_>, explanation: &Explanation<'_>, line: &Line) -> Message {
    // Who is excluded before prices are compared has a value, and nothing that it is compared with.
    let uncompared = line.parts.iter().any(|part| part.value.is_some() && part.points.is_none());
    if line.counted_lowest && !uncompared {
        return Message::CountedLowestLine {};
    }
    match line.left_out.filter(|_| !uncompared) {
        Some(LeftOut::NotReached) => return Message::NotReachedLine {},
        Some(LeftOut::Missing) if evaluation.grid.is_weighed(line.criterion) => return Message::LeftOutLine {},
        Some(LeftOut::Missing) => return Message::NoMarkLine {},
        Some(LeftOut::NotApplicable) | None => {}
    }
    if !line.parts.is_empty() {
        let measure = evaluation.call.measure(evaluation.grid, line.criterion);
        let part = |part: &crate::score::LinePart| {
            let reading = measure.and_then(|measure| measure.parts().get(part.part));
            let what = reading.map_or(Message::TotalLine {}, |part| part.reading.describe(evaluation.grid));
            let what = Box::new(what);
            match (&part.value, &part.points) {
                (Some(value), Some(points)) => {
                    Message::PartPoints { fact: what, value: value.clone(), points: points.clone(), weight: part.weight.into() }
                }
                (Some(value), None) => Message::PartUncompared { fact: what, value: value.clone() },
                (None, _) => Message::PartMissing { fact: what },
            }
        };
        return joined(line.parts.iter().map(part).collect());
    }
    explanation
        .behind
        .get(line.criterion)
        .map_or_else(|| joined(Vec::new()), |behind| joined(reasons::marks(evaluation, line.criterion, behind)))
}

/// Each level with what it takes, and whether that holds.
fn levels<'a>(evaluation: &'a Evaluation<'a>, explanation: &Explanation<'a>, blocks: &mut Vec<Block<'a>>) {
    let Some((class, outcomes)) = &explanation.class else { return };
    let submission = explanation.submission;
    let grid = evaluation.grid;
    // The first that holds is the level: those below it are not asked any more.
    let asked = outcomes.iter().position(|held| *held == Some(true)).map_or(outcomes.len(), |first| first + 1);
    let rows: Vec<Vec<Cell<'a>>> = grid
        .levels
        .iter()
        .zip(outcomes.iter().take(asked))
        .map(|(level, held)| {
            let when = level.when.as_ref().map_or(Message::AllTheRest {}, |when| when.describe(grid));
            let looked_at = evaluation.looked_at(submission, level.when.as_ref());
            let found = reasons::values(evaluation, submission, &looked_at, looked_at.len() == 1);
            vec![
                Cell::say(Message::Text { label: level.label.clone() }),
                Cell::say(when),
                Cell::say(joined(found)),
                match held {
                    Some(true) => Cell::Word { code: "passed", say: || Message::OutcomePassed {} },
                    Some(false) => Cell::Word { code: "failed", say: || Message::OutcomeFailed {} },
                    None => Cell::Word { code: "undecided", say: || Message::OutcomeUndecided {} },
                },
            ]
        })
        .collect();
    let columns = vec![
        Column::text("level", Message::ColumnLevel {}),
        Column::text("when", Message::ColumnRequired {}).flexible(),
        Column::text("found", Message::ColumnFound {}).flexible(),
        Column::text("outcome", Message::ColumnOutcome {}),
    ];
    blocks.push(Block::Heading(Message::HeadingLevels {}));
    // Where the grid ranks, the first sentence says the rank; who is excluded or unrated has no level.
    if grid.ranks() && explanation.disposition == Disposition::Ranked {
        blocks.push(Block::Paragraph(Message::ResultLevel { level: Box::new(reasons::class(grid, *class)) }));
    }
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

/// The targets that are not reached.
fn gaps<'a>(evaluation: &'a Evaluation<'a>, submission: usize, blocks: &mut Vec<Block<'a>>) {
    let gaps = targets_missed(evaluation, submission);
    if gaps.is_empty() {
        return;
    }
    let rows: Vec<Vec<Cell<'a>>> = gaps
        .into_iter()
        .map(|gap| {
            let mut row = around::gap_row(evaluation, Cell::Missing, &gap);
            row.remove(0);
            row
        })
        .collect();
    blocks.push(Block::Heading(Message::HeadingGaps {}));
    blocks.push(Block::Table(Sheet { columns: around::gap_columns(evaluation.grid.decimals).into(), rows: Box::new(rows) }));
}

fn validity<'a>(evaluation: &'a Evaluation<'a>, submission: usize, blocks: &mut Vec<Block<'a>>) {
    let mine = standings(evaluation).into_iter().filter(|standing| standing.submission == submission);
    let lines: Vec<Message> = mine
        .filter_map(|standing| {
            let label = evaluation.grid.validities.get(standing.validity)?.label.clone();
            let state = Box::new(around::state(standing.state));
            Some(Message::ValidUntil { label, from: standing.from, ends: standing.ends, state })
        })
        .collect();
    if !lines.is_empty() {
        blocks.push(Block::Heading(Message::HeadingValidity {}));
        blocks.push(Block::List(lines));
    }
}

fn bars<'a>(evaluation: &'a Evaluation<'a>, explanation: &Explanation<'a>) -> Sheet<'a> {
    let rows: Vec<Vec<Cell<'a>>> = explanation
        .verdicts
        .iter()
        .map(|verdict| {
            vec![
                Cell::say(reasons::required(evaluation, explanation.submission, verdict.bar)),
                match verdict.outcome {
                    Outcome::Passed => Cell::Word { code: "passed", say: || Message::OutcomePassed {} },
                    Outcome::Failed => Cell::Word { code: "failed", say: || Message::OutcomeFailed {} },
                    Outcome::Undecided => Cell::Word { code: "undecided", say: || Message::OutcomeUndecided {} },
                    Outcome::NotReached => Cell::Word { code: "not-reached", say: || Message::OutcomeNotReached {} },
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
