//! What each criterion does to the decision, and what is near a threshold.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::super::{figure, reasons};
use super::super::{joined, title};
use crate::analyse::robustness::{Effective, Near, Nearness, NoEffect, NotWithout, Weighing, Without};
use crate::number::Exact;
use crate::score::{Evaluation, Ranking};
use crate::text::Message;

/// Longer tables are for a program.
pub(super) const MOST_ROWS: usize = 40;
/// So many of each side of a threshold are shown.
const MOST_NEAR: usize = 10;

/// What each criterion decides beside what it weighs.
pub(super) fn effective_weights<'a>(ranking: &'a Ranking<'a>, found: &Result<Effective, NoEffect>, blocks: &mut Vec<Block<'a>>) {
    let evaluation = &ranking.evaluation;
    blocks.push(Block::Heading(Message::HeadingEffective {}));
    let effective = match found {
        Ok(effective) => effective,
        Err(why) => {
            blocks.push(Block::Paragraph(match why {
                NoEffect::NoTotal => Message::EffectiveNoTotal {},
                NoEffect::TooFew(count) => Message::EffectiveTooFew { count: *count },
                NoEffect::NoSpread => Message::EffectiveNoSpread {},
            }));
            return;
        }
    };
    let label = |row: &Weighing| reasons::short_label(evaluation.grid, row.criterion);
    let mut told: Vec<Message> = Vec::new();
    for row in &effective.rows {
        let Some((more, nominal)) = row.gross().zip(row.nominal.as_ref()) else { continue };
        // Said with one decimal, as the table shows them.
        let (nominal, effective) = (hundredths(nominal).rounded(1), percent(row.effective).rounded(1));
        let criterion = label(row);
        told.push(if more {
            Message::EffectiveMore { criterion, nominal, effective }
        } else {
            Message::EffectiveLess { criterion, nominal, effective }
        });
    }
    let alike: Vec<&Weighing> = effective.rows.iter().filter(|row| row.alike).collect();
    if !alike.is_empty() {
        let criteria = alike.into_iter().map(|row| Message::Text { label: label(row) }).collect();
        told.push(Message::EffectiveAlike { criteria });
    }
    if told.is_empty() {
        blocks.push(Block::Paragraph(Message::EffectiveAsWeighed {}));
    } else {
        blocks.push(Block::List(told));
    }
    let row = |row: &Weighing| {
        vec![
            Cell::say(Message::Text { label: label(row) }),
            row.nominal.as_ref().map_or(Cell::Missing, |nominal| Cell::Exact(hundredths(nominal))),
            Cell::Exact(percent(row.effective)),
            row.mean.map_or(Cell::Missing, |mean| Cell::Exact(percent(mean))),
            row.deviation.map_or(Cell::Missing, |deviation| Cell::Exact(percent(deviation))),
        ]
    };
    let mut rows: Vec<Vec<Cell<'a>>> = effective.rows.iter().take(MOST_ROWS).map(row).collect();
    if let Some(remainder) = effective.remainder {
        let cells =
            [Cell::say(Message::RowRemainder {}), Cell::Missing, Cell::Exact(percent(remainder)), Cell::Missing, Cell::Missing];
        rows.push(cells.into());
    }
    let columns = vec![
        Column::text("criterion", Message::ColumnCriterion {}).flexible(),
        Column::number("nominal", Message::ColumnNominal {}).decimals(1),
        Column::number("effective", Message::ColumnEffective {}).decimals(1),
        Column::number("mean_share", Message::ColumnMeanShare {}).decimals(1),
        Column::number("deviation", Message::ColumnShareDeviation {}).decimals(1),
    ];
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    more(effective.rows.len(), MOST_ROWS, blocks);
    blocks.push(Block::Paragraph(Message::MeansEffective { count: effective.submissions }));
}

/// The result without each criterion.
pub(super) fn without_each<'a>(ranking: &'a Ranking<'a>, found: &Result<Vec<Without>, NotWithout>, blocks: &mut Vec<Block<'a>>) {
    let evaluation = &ranking.evaluation;
    blocks.push(Block::Heading(Message::HeadingWithout {}));
    let all = match found {
        Ok(all) => all,
        Err(why) => {
            blocks.push(Block::Paragraph(match why {
                NotWithout::NoRanks => Message::WithoutNoRanks {},
                NotWithout::NoTotal => Message::WithoutNoTotal {},
                NotWithout::Alone => Message::WithoutAlone {},
            }));
            return;
        }
    };
    let label = |one: &Without| Message::Text { label: reasons::short_label(evaluation.grid, one.criterion) };
    let deciding: Vec<Message> = all.iter().filter(|one| one.shift.changes_selection()).map(label).collect();
    blocks.push(Block::Paragraph(match deciding.len() {
        _ if !ranking.has_cut() => Message::WithoutNoCut {},
        0 => Message::WithoutNone {},
        _ => Message::WithoutSome { criteria: deciding },
    }));
    let ids = |some: &[usize]| reasons::submission_names(evaluation, some);
    let named = |some: &[usize]| match some {
        [] => Cell::Missing,
        some => Cell::say(Message::Verbatim { text: ids(some).join(", ") }),
    };
    let undecided = all.iter().any(|one| !one.shift.undecided.is_empty());
    let row = |one: &Without| {
        let shift = &one.shift;
        let mut row = vec![Cell::say(label(one)), named(&shift.enters), named(&shift.leaves)];
        if undecided {
            row.push(named(&shift.undecided));
        }
        row.push(Cell::Count(shift.moves.len()));
        let mut widest: Vec<Message> = Vec::new();
        widest.extend(shift.widest().map(|one| Message::MoveOf {
            id: evaluation.submissions.id(one.submission).to_owned(),
            from: one.from as usize,
            to: one.to as usize,
        }));
        if !shift.unrated.is_empty() {
            widest.push(Message::BecomesUnrated { ids: ids(&shift.unrated) });
        }
        if !shift.excluded.is_empty() {
            widest.push(Message::BecomesExcluded { ids: ids(&shift.excluded) });
        }
        row.push(if widest.is_empty() { Cell::Missing } else { Cell::say(joined(widest)) });
        row.push(match one.tau {
            Some(Ok(tau)) => Cell::Exact(figure(tau)),
            Some(Err(_)) | None => Cell::Missing,
        });
        row
    };
    let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
    let mut columns = vec![
        Column::text("without", Message::ColumnWithout {}).flexible(),
        Column::text("enter", Message::ColumnEnters {}),
        Column::text("leave", Message::ColumnLeaves {}),
    ];
    if undecided {
        columns.push(Column::text("undecided", Message::ColumnOpened {}));
    }
    columns.push(Column::number("moves", Message::ColumnMoves {}));
    columns.push(Column::text("widest", Message::ColumnWidest {}).flexible());
    columns.push(Column::number("order", Message::ColumnOrder {}).decimals(2));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    more(all.len(), MOST_ROWS, blocks);
    blocks.push(Block::Paragraph(Message::MeansWithout {}));
}

/// Who is near a threshold, on either side.
pub(super) fn near_thresholds<'a>(ranking: &'a Ranking<'a>, found: &Nearness, blocks: &mut Vec<Block<'a>>) {
    // A grid without such thresholds is not told so.
    if found.failed.is_empty() && found.passed.is_empty() {
        return;
    }
    blocks.push(Block::Heading(Message::HeadingNear {}));
    if found.failed.is_empty() {
        blocks.push(Block::Paragraph(Message::NearNobodyFailed {}));
    } else {
        blocks.push(Block::Paragraph(Message::NearFailed {}));
        side(&ranking.evaluation, &found.failed, blocks);
    }
    if !found.passed.is_empty() {
        blocks.push(Block::Paragraph(Message::NearPassed {}));
        side(&ranking.evaluation, &found.passed, blocks);
    }
    blocks.push(Block::Paragraph(Message::MeansNear {}));
}

fn side<'a>(evaluation: &'a Evaluation<'a>, all: &[Near], blocks: &mut Vec<Block<'a>>) {
    let any_only = all.iter().take(MOST_NEAR).any(|one| one.only);
    let row = |one: &Near| {
        let what = evaluation.grid.topic(&one.subject).map_or(Message::TotalLine {}, |topic| topic.label);
        let mut row = vec![
            Cell::Text(evaluation.submissions.id(one.submission)),
            Cell::Text(title(evaluation, one.submission)),
            Cell::say(what),
            Cell::Exact(one.value.clone()),
            Cell::Exact(one.threshold.clone()),
            Cell::Signed(one.margin.clone()),
        ];
        if any_only {
            row.push(if one.only { Cell::say(Message::OnlyObstacle {}) } else { Cell::Missing });
        }
        row
    };
    let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_NEAR).map(row).collect();
    let mut columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("title", Message::ColumnTitle {}).flexible(),
        Column::text("what", Message::ColumnThreshold {}).flexible(),
        Column::number("value", Message::ColumnReached {}),
        Column::number("bound", Message::ColumnBound {}),
        Column::number("margin", Message::ColumnMargin {}),
    ];
    if any_only {
        columns.push(Column::text("only", Message::ColumnRemark {}));
    }
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    more(all.len(), MOST_NEAR, blocks);
}

/// Says how many rows are not shown.
pub(super) fn more(rows: usize, most: usize, blocks: &mut Vec<Block<'_>>) {
    if rows > most {
        blocks.push(Block::Paragraph(Message::MoreInJson { count: rows - most }));
    }
}

fn hundredths(share: &Exact) -> Exact {
    share * &Exact::whole(100)
}

fn percent(share: f64) -> Exact {
    figure(share * 100.0)
}
