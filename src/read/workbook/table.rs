//! From the cells of a sheet to a [`Table`]: the rows and columns that have something are written into a text, a line a row,
//! and the text knows which cell each of its places is.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::slice::Iter;
use std::sync::Arc;

use super::cells::{Cell, Cells, Kind, LAST_COLUMN, MOST_CELLS, MOST_TEXT, Shared};
use super::package::Trouble;
use crate::model::{At, Findings, Heading, Sheet, Source, Span, Table, TableBuilder, column_letters, rule};
use crate::read::cap::Capped;
use crate::read::tidy;
use crate::text::Message;

/// Stands between two cells in the text: an excerpt shows it as a gap.
const GAP: char = '\t';

/// A cell, or the want of one, in the text made of a sheet.
#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    start: usize,
    kind: Option<Kind>,
    text: &'a str,
}

impl Placed<'_> {
    fn span(self, source: &Arc<Source>) -> Span {
        Span::new(source, self.start, self.start + self.text.len())
    }
}

/// Goes through the places of the text, in its order.
struct Walk<'a> {
    cells: &'a Cells,
    shared: &'a Shared,
    rest: Peekable<Iter<'a, Cell>>,
    start: usize,
}

impl<'a> Walk<'a> {
    fn new(cells: &'a Cells, shared: &'a Shared) -> Self {
        Self { cells, shared, rest: cells.list.iter().peekable(), start: 0 }
    }

    /// The next place, which is this one.
    fn take(&mut self, row: u32, column: u32) -> Placed<'a> {
        let cell = self.rest.next_if(|cell| cell.row == row && u32::from(cell.column) == column);
        let text = cell.map_or("", |cell| self.cells.text(*cell, self.shared));
        let start = self.start;
        self.start += text.len() + 1;
        Placed { start, kind: cell.map(|cell| cell.kind), text }
    }
}

/// The table of a sheet that has at least one cell, all in their order: its first row has the headings. `bytes` are those of the workbook.
pub(super) fn table(
    name: &str,
    bytes: Vec<u8>,
    sheet: &str,
    cells: &Cells,
    shared: &Shared,
    findings: &mut Findings,
) -> Result<Table, Trouble> {
    let (rows, columns) = used(cells, shared)?;
    let (text, starts) = lay(cells, shared, &rows, &columns);
    let places = Sheet::new(sheet.to_owned(), rows.clone(), columns.clone(), starts);
    let source = Source::of_sheet(name.to_owned(), text, bytes, places);
    let mut walk = Walk::new(cells, shared);
    let mut values = Values::default();
    let head: Vec<Placed<'_>> = columns.iter().map(|&column| walk.take(rows[0], column)).collect();
    let named: Vec<bool> = head.iter().map(|cell| !values.text(*cell, &source, findings).is_empty()).collect();
    let headings = headings(&source, &columns, &head, &named, findings);
    let mut builder = TableBuilder::new(&source, headings);
    builder.reserve(rows.len() - 1);
    let mut nameless: Vec<Option<Placed<'_>>> = vec![None; columns.len()];
    for &row in &rows[1..] {
        for (at, &column) in columns.iter().enumerate() {
            let cell = walk.take(row, column);
            if !named[at] {
                // A heading that is an error has been said.
                if head[at].kind.is_none() {
                    nameless[at] = nameless[at].or(cell.kind.map(|_| cell));
                }
                continue;
            }
            let text = values.text(cell, &source, findings);
            let (start, length) = (narrow(cell.start), narrow(text.len()));
            match cell.kind {
                Some(Kind::Typed | Kind::Percent) => builder.push_typed(start, length),
                // What is wrong with it has been said.
                Some(Kind::Error) => builder.push_changed("", start, narrow(cell.start + cell.text.len())),
                _ => builder.push_plain(start, length),
            }
        }
    }
    values.finish(&source, findings);
    let mut wrong = Capped::new(&rule::HEADING_EMPTY);
    for (cell, &column) in nameless.iter().zip(&columns) {
        let Some(cell) = cell else { continue };
        let message = Message::HeadingEmptyCell { column: column_letters(column), value: tidy::excerpt(cell.text) };
        if let Some(finding) = wrong.push(findings, &cell.span(&source), message) {
            finding.help(Message::HelpHeadingEmptyCell { row: rows[0] as usize });
        }
    }
    wrong.finish(findings, &source);
    Ok(builder.finish())
}

/// Lengths were bounded far below the limit before anything was written.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The rows and the columns that have something.
fn used(cells: &Cells, shared: &Shared) -> Result<(Vec<u32>, Vec<u32>), Trouble> {
    let mut used = vec![false; LAST_COLUMN as usize + 1];
    let mut rows: Vec<u32> = Vec::new();
    let mut length = 0_usize;
    for cell in &cells.list {
        used[usize::from(cell.column)] = true;
        if rows.last() != Some(&cell.row) {
            rows.push(cell.row);
        }
        length = length.saturating_add(cells.text(*cell, shared).len());
    }
    let columns: Vec<u32> = (1..=LAST_COLUMN).filter(|&column| used[column as usize]).collect();
    // Columns that only one row has make places by the million: they are counted before room is made.
    let places = rows.len().saturating_mul(columns.len());
    if places > MOST_CELLS || length.saturating_add(places) > MOST_TEXT {
        return Err(Trouble::Cells);
    }
    Ok((rows, columns))
}

/// The text, and where in it each cell of these rows and columns begins.
fn lay(cells: &Cells, shared: &Shared, rows: &[u32], columns: &[u32]) -> (String, Vec<u32>) {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(rows.len() * columns.len());
    let mut walk = Walk::new(cells, shared);
    for &row in rows {
        for &column in columns {
            starts.push(narrow(text.len()));
            text.push_str(walk.take(row, column).text);
            text.push(GAP);
        }
        text.pop();
        text.push('\n');
    }
    (text, starts)
}

fn headings(source: &Arc<Source>, columns: &[u32], head: &[Placed<'_>], named: &[bool], findings: &mut Findings) -> Vec<Heading> {
    let mut duplicates = Capped::new(&rule::HEADING_DUPLICATE);
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut headings = Vec::new();
    for ((cell, &column), _) in head.iter().zip(columns).zip(named).filter(|(_, named)| **named) {
        let (name, span) = (cell.text, cell.span(source));
        let first = *seen.entry(name.to_lowercase()).or_insert(column);
        if first != column {
            let (first, second) = (column_letters(first), column_letters(column));
            let message = Message::HeadingDuplicateCell { name: tidy::excerpt(name), first, second };
            if let Some(finding) = duplicates.push(findings, &span, message) {
                finding.help(Message::HelpHeadingDuplicate {});
            }
        }
        headings.push(Heading { name: name.to_owned(), span });
    }
    duplicates.finish(findings, source);
    headings
}

/// What is said of values on the way.
struct Values<'a> {
    wrong: Capped,
    percent: Option<Placed<'a>>,
}

impl Default for Values<'_> {
    fn default() -> Self {
        Self { wrong: Capped::new(&rule::CELL_VALUE), percent: None }
    }
}

impl<'a> Values<'a> {
    /// The text of a cell; that of an error is none, and is said.
    fn text(&mut self, cell: Placed<'a>, source: &Arc<Source>, findings: &mut Findings) -> &'a str {
        let (error, help): (fn(String, String) -> Message, _) = match cell.kind {
            Some(Kind::Error) => (|cell, error| Message::CellError { cell, error }, Message::HelpCellError {}),
            Some(Kind::NoResult) => (|cell, _| Message::CellNoResult { cell }, Message::HelpCellNoResult {}),
            Some(Kind::Percent) => {
                self.percent.get_or_insert(cell);
                return cell.text;
            }
            _ => return cell.text,
        };
        let span = cell.span(source);
        let name = span.cell().map(|cell| cell.cell()).unwrap_or_default();
        if let Some(finding) = self.wrong.push(findings, &span, error(name, tidy::excerpt(cell.text))) {
            finding.help(help);
        }
        ""
    }

    fn finish(self, source: &Arc<Source>, findings: &mut Findings) {
        self.wrong.finish(findings, source);
        if let Some(first) = self.percent {
            let cell = first.span(source).cell().map(|cell| cell.cell()).unwrap_or_default();
            let message = Message::ReadAsPercent { cell, value: first.text.to_owned() };
            findings.push_at(&rule::READ_AS, At::File(source.name().to_owned()), message);
        }
    }
}
