//! What stands around a ranking: means over all, gaps to targets, who left at the round before, what is still valid.

use super::super::document::{Block, Cell, Column, Sheet};
use super::super::reasons;
use super::super::targets::{Gap, targets_missed};
use super::{joined, mark_cell};
use crate::analyse::{Of, State, behind, means, standings};
use crate::model::{FactKind, Item};
use crate::number::Exact;
use crate::score::{Evaluation, Ranking};
use crate::text::Message;

/// The means that the grid declares.
pub(super) fn summaries<'a>(ranking: &'a Ranking<'a>, blocks: &mut Vec<Block<'a>>) {
    let grid = ranking.evaluation.grid;
    let lines: Vec<Message> = means(ranking)
        .into_iter()
        .filter_map(|mean| {
            let summary = grid.summaries.get(mean.summary)?;
            let (label, count) = (summary.label.clone(), mean.count);
            // As people are shown numbers: the exact one is for programs.
            let value = mean.mean?.rounded(grid.decimals);
            let Some(of) = mean.of else { return Some(Message::SummaryLine { label, mean: value, count }) };
            let of = match of {
                Of::Choice(index) => match &grid.facts.get(summary.by?)?.kind {
                    FactKind::Choice(values) => Message::Text { label: values.get(index)?.label.clone() },
                    _ => return None,
                },
                Of::YesNo(true) => Message::Yes {},
                Of::YesNo(false) => Message::No {},
                Of::NotSaid => Message::NotSaid {},
            };
            Some(Message::SummaryOf { label, value: Box::new(of), mean: value, count })
        })
        .collect();
    if !lines.is_empty() {
        blocks.push(Block::Heading(Message::HeadingSummaries {}));
        blocks.push(Block::List(lines));
    }
}

/// The gaps to the targets, submission by submission.
pub(super) fn gaps<'a>(ranking: &'a Ranking<'a>, blocks: &mut Vec<Block<'a>>) {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    let aimed = grid.criteria.iter().any(|criterion| criterion.target.is_some())
        || grid.groups.iter().any(|group| group.target.is_some());
    if !aimed || ranking.ranked.len() > 1_000 {
        return;
    }
    let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
    for entry in &ranking.ranked {
        let submission = entry.submission as usize;
        for (at, gap) in targets_missed(evaluation, submission).into_iter().enumerate() {
            let id = if at == 0 { evaluation.submissions.id(submission) } else { "" };
            rows.push(gap_row(evaluation, Cell::Text(id), &gap));
        }
    }
    blocks.push(Block::Heading(Message::HeadingGaps {}));
    if rows.is_empty() {
        blocks.push(Block::Paragraph(Message::NoGaps {}));
        return;
    }
    let mut columns = vec![Column::text("id", Message::ColumnId {})];
    columns.extend(gap_columns(grid.decimals));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

/// The columns of a gap, after the id.
pub(super) fn gap_columns(decimals: usize) -> [Column; 4] {
    [
        Column::text("criterion", Message::ColumnCriterion {}).flexible(),
        Column::number("found", Message::ColumnFound {}).decimals(decimals),
        Column::number("target", Message::ColumnTarget {}).decimals(decimals),
        Column::number("gap", Message::ColumnGap {}).decimals(decimals),
    ]
}

/// One gap, behind a first cell.
pub(super) fn gap_row<'a>(evaluation: &'a Evaluation<'a>, first: Cell<'a>, gap: &Gap) -> Vec<Cell<'a>> {
    let named = |value: &Exact| match gap.item {
        Item::Criterion(index) => {
            let scale = evaluation.call.measure(evaluation.grid, index).and_then(crate::model::Measure::scale);
            scale.and_then(|scale| scale.name_of(value)).map_or_else(|| Cell::Exact(value.clone()), Cell::say)
        }
        Item::Group(_) => Cell::Exact(value.clone()),
    };
    let missing = &gap.value - &gap.target;
    vec![
        first,
        Cell::say(Message::Text { label: evaluation.grid.item_label(gap.item) }),
        named(&gap.value),
        named(&gap.target),
        Cell::Signed(missing),
    ]
}

/// Those of the round before that are not among the submissions: why they went no further, or that they could have.
pub(super) fn left_before<'a>(evaluation: &'a Evaluation<'a>, blocks: &mut Vec<Block<'a>>) {
    let Some(carried) = &evaluation.call.carried else { return };
    let gone = carried.submissions.iter().filter(|(id, _)| evaluation.submissions.find(id).is_none());
    let rows: Vec<Vec<Cell<'a>>> =
        gone.map(|(id, one)| vec![Cell::Text(id), Cell::Text(&one.title), Cell::say(reasons::left_before(one))]).collect();
    if rows.is_empty() {
        return;
    }
    let columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("title", Message::ColumnTitle {}).flexible(),
        Column::text("reason", Message::ColumnReason {}).flexible(),
    ];
    blocks.push(Block::Heading(Message::HeadingLeftBefore {}));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

/// How a validity stands, in a word.
pub(super) fn state(state: Option<State>) -> Message {
    match state {
        Some(State::Valid) => Message::StateValid {},
        Some(State::Expired) => Message::StateExpired {},
        Some(State::NotYet) => Message::StateNotYet {},
        None => Message::StateUnknown {},
    }
}

/// What is valid until when.
pub(super) fn validity<'a>(evaluation: &'a Evaluation<'a>, blocks: &mut Vec<Block<'a>>) {
    let rows: Vec<Vec<Cell<'a>>> = standings(evaluation)
        .into_iter()
        .filter_map(|standing| {
            let validity = evaluation.grid.validities.get(standing.validity)?;
            let day = |date| Cell::say(Message::Day { date });
            Some(vec![
                Cell::Text(evaluation.submissions.id(standing.submission)),
                Cell::say(Message::Text { label: validity.label.clone() }),
                day(standing.from),
                standing.ends.map_or(Cell::Missing, day),
                Cell::say(state(standing.state)),
            ])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("validity", Message::ColumnName {}).flexible(),
        Column::text("from", Message::ColumnFrom {}),
        Column::text("until", Message::ColumnUntil {}),
        Column::text("state", Message::ColumnState {}),
    ];
    blocks.push(Block::Heading(Message::HeadingValidity {}));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

/// The named totals of one submission, each with how it comes about.
pub(super) fn named_totals(evaluation: &Evaluation<'_>, values: &[Option<Exact>]) -> Vec<Message> {
    let totals = evaluation.grid.totals.iter().zip(values);
    let line = |(total, value): (&crate::model::Total, &Option<Exact>)| {
        let (label, how) = (total.label.clone(), Box::new(total.form.describe(evaluation.grid)));
        match value {
            Some(value) => Message::TotalIs { total: label, value: value.clone(), how },
            None => Message::LackTotal { total: label },
        }
    };
    totals.map(line).collect()
}

/// The marks behind every point of who is ranked or unrated: a line a criterion.
pub(super) fn marks<'a>(ranking: &'a Ranking<'a>, blocks: &mut Vec<Block<'a>>) {
    let evaluation = &ranking.evaluation;
    let rated = ranking.ranked.iter().map(|entry| entry.submission as usize);
    let submissions = rated.chain(ranking.unrated.iter().map(|submission| *submission as usize));
    let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
    for submission in submissions {
        for criterion in 0..evaluation.grid.criteria.len() {
            let behind = behind(evaluation, submission, criterion);
            if evaluation.ledger.column(criterion).is_none() {
                continue;
            }
            rows.push(vec![
                Cell::Text(evaluation.submissions.id(submission)),
                Cell::say(Message::Text { label: reasons::criterion_label(evaluation.grid, criterion) }),
                mark_cell(evaluation, submission, criterion),
                Cell::say(joined(reasons::marks(evaluation, criterion, &behind))),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    let columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("criterion", Message::ColumnCriterion {}).flexible(),
        Column::number("mark", Message::ColumnMark {}).decimals(evaluation.grid.decimals),
        Column::text("marks", Message::ColumnMarks {}).flexible(),
    ];
    blocks.push(Block::Heading(Message::HeadingMarks {}));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}
