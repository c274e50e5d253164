//! The score sheets that were made: for whom, in which file, with how many submissions.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use crate::analyse::Duties;
use crate::text::Message;

/// What was made in a folder, sheet by sheet.
pub fn sheets<'a>(folder: &str, made: &[(&'a Duties<'a>, &'a String)]) -> Document<'a> {
    let columns = vec![
        Column::text("reviewer", Message::SheetReviewer {}).flexible(),
        Column::text("file", Message::ColumnFile {}).flexible(),
        Column::number("submissions", Message::SheetToMark {}),
        Column::number("conflicts", Message::SheetsColumnConflicts {}),
    ];
    let rows = made.iter().map(|(duties, file)| {
        vec![Cell::Text(&duties.seat.name), Cell::Text(file), Cell::Count(duties.rows.len()), Cell::Count(duties.conflicts.len())]
    });
    let blocks = vec![
        Block::Paragraph(Message::SheetsMade { count: made.len(), folder: folder.to_owned() }),
        Block::Table(Sheet { columns, rows: Box::new(rows.collect::<Vec<Vec<Cell<'_>>>>()) }),
    ];
    Document { blocks, data: None }
}
