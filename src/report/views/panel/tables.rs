//! The detail of a panel: how far totals are apart, who has answered what, and both as rows for a spreadsheet.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::super::figure;
use super::super::{exact, title};
use super::{MOST_ROWS, View, more};
use crate::analyse::panel::{Asked, Spread};
use crate::number::Exact;
use crate::text::Message;

/// More reviewers than this do not fit beside each other.
const MOST_REVIEWERS: usize = 12;

impl<'a> View<'a> {
    pub(super) fn spreads(&self, blocks: &mut Vec<Block<'a>>) {
        let mut all: Vec<_> = self.study.spreads.iter().filter(|spread| spread.count > 0).collect();
        if all.is_empty() {
            return;
        }
        all.sort_by(|a, b| b.range.cmp(&a.range).then_with(|| self.id(a.submission).cmp(&self.id(b.submission))));
        let by = |end: &Option<(usize, Exact)>| match end {
            Some((reviewer, value)) => {
                Cell::say(Message::ByReviewer { value: value.clone(), name: self.name(*reviewer).to_owned() })
            }
            None => Cell::Missing,
        };
        let row = |spread: &&Spread| {
            vec![
                Cell::Text(self.evaluation.submissions.id(spread.submission)),
                Cell::Text(title(self.evaluation, spread.submission)),
                Cell::Count(spread.count),
                by(&spread.low),
                by(&spread.high),
                exact(spread.range.clone()),
                exact(spread.deviation.map(figure)),
            ]
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::number("totals", Message::ColumnTotalsGiven {}),
            Column::text("lowest", Message::ColumnLowest {}),
            Column::text("highest", Message::ColumnHighest {}),
            Column::number("range", Message::ColumnRange {}).decimals(2),
            Column::number("deviation", Message::ColumnDeviation {}).decimals(2),
        ];
        blocks.push(Block::Heading(Message::HeadingSpread {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
    }

    /// Submissions by reviewers; of many reviewers, the list of those who are late says it.
    pub(super) fn progress(&self, blocks: &mut Vec<Block<'a>>) {
        let seats = &self.evaluation.ledger.panel.seats;
        if seats.len() > MOST_REVIEWERS || self.study.submissions.is_empty() {
            return;
        }
        let row = |(submission, cells): (&usize, &Vec<Asked>)| {
            let mut row = vec![Cell::Text(self.evaluation.submissions.id(*submission))];
            row.extend(cells.iter().map(|cell| asked(*cell)));
            row
        };
        let rows = self.study.submissions.iter().zip(&self.study.progress.cells).take(MOST_ROWS);
        let rows: Vec<Vec<Cell<'a>>> = rows.map(row).collect();
        let mut columns = vec![Column::text("id", Message::ColumnId {})];
        columns.extend(seats.iter().map(|seat| {
            let name = Message::Verbatim { text: seat.name.clone() };
            Column::text(seat.id.clone(), name).short(Some(Message::Verbatim { text: seat.id.clone() }))
        }));
        blocks.push(Block::Heading(Message::HeadingProgress {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(self.study.submissions.len(), blocks);
        blocks.push(Block::Paragraph(Message::MeansProgress {}));
    }

    /// A row a submission and reviewer of whom something is asked.
    pub(super) fn data(&self) -> Sheet<'a> {
        let columns = vec![
            Column::text("submission", Message::ColumnId {}),
            Column::text("reviewer", Message::ColumnReviewer {}),
            Column::text("state", Message::ColumnRemark {}),
            Column::number("asked", Message::ColumnCompared {}),
            Column::number("answered", Message::ColumnCompared {}),
            Column::number("abstained", Message::ColumnCompared {}),
            Column::number("total", Message::ColumnTotalsGiven {}),
        ];
        let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
        let table = self.study.submissions.iter().zip(&self.study.progress.cells).zip(&self.study.totals);
        for ((submission, cells), totals) in table {
            for ((reviewer, cell), total) in cells.iter().enumerate().zip(totals) {
                let mut row = vec![Cell::Text(self.evaluation.submissions.id(*submission)), Cell::Text(self.name(reviewer))];
                row.extend(match cell {
                    Asked::Nothing => continue,
                    Asked::Conflict => [conflict(), Cell::Missing, Cell::Missing, Cell::Missing],
                    Asked::Answers { asked, answered, abstained } => {
                        let state = match (*answered, *abstained) {
                            (0, _) => Cell::Word { code: "none", say: || Message::MarkAwaited {} },
                            (answered, abstained) if answered == abstained && answered == *asked => abstains(),
                            (answered, _) if answered < *asked => Cell::Word { code: "partial", say: || Message::MarkAwaited {} },
                            _ => Cell::Word { code: "complete", say: || Message::StatusRated {} },
                        };
                        [state, Cell::Count(*asked), Cell::Count(*answered), Cell::Count(*abstained)]
                    }
                });
                row.push(exact(total.clone()));
                rows.push(row);
            }
        }
        Sheet { columns, rows: Box::new(rows) }
    }
}

fn conflict() -> Cell<'static> {
    Cell::Word { code: "conflict", say: || Message::CellConflict {} }
}

fn abstains() -> Cell<'static> {
    Cell::Word { code: "abstained", say: || Message::MarkAbstained {} }
}

fn asked(cell: Asked) -> Cell<'static> {
    match cell {
        Asked::Nothing => Cell::Missing,
        Asked::Conflict => conflict(),
        Asked::Answers { asked, abstained, .. } if abstained == asked => abstains(),
        Asked::Answers { asked, answered, .. } => Cell::say(Message::AnswersOf { answered, asked }),
    }
}
