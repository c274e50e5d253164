//! A draft in table form: rows of cells whose text is trimmed and NFC, each able to name its place.
//!
//! A cell that stands in the source as it is costs eight bytes; only cells that decoding changed own a text.

use std::sync::Arc;

use super::{Source, Span};

/// Rows of submissions or marks as a file gives them; CSV, YAML and the sheets of workbooks all become this.
#[derive(Debug)]
pub struct Table {
    source: Arc<Source>,
    headings: Vec<Heading>,
    cells: Vec<Cell>,
    changed: Vec<Changed>,
    /// One bit a cell: whether it is a number, a date or a yes and no of a workbook. Empty where nothing is.
    typed: Vec<u64>,
    partial: bool,
}

/// The name of a column and where it stands.
#[derive(Debug, Clone)]
pub struct Heading {
    /// Trimmed and NFC.
    pub name: String,
    /// Its place: in YAML, the first row that uses the key.
    pub span: Span,
}

/// `start..start + length` of the source, or, where `length` is [`CHANGED`], an index into the changed cells.
#[derive(Debug, Clone, Copy)]
struct Cell {
    start: u32,
    length: u32,
}

const CHANGED: u32 = u32::MAX;

#[derive(Debug)]
struct Changed {
    text: Box<str>,
    start: u32,
    end: u32,
}

impl Table {
    /// The file.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The columns, in the order of the file.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// How many rows there are, headings not counted.
    pub fn rows(&self) -> usize {
        self.cells.len().checked_div(self.headings.len()).unwrap_or(0)
    }

    /// Whether some of the file could not be read: what is absent here may well stand in the file.
    pub const fn is_partial(&self) -> bool {
        self.partial
    }

    /// The same table, as what could be read of a file.
    #[must_use]
    pub fn partial(self) -> Self {
        Self { partial: true, ..self }
    }

    /// The text of a cell, trimmed and NFC; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let Some(&Cell { start, length }) = self.cells.get(row * self.headings.len() + column) else { return "" };
        if length == CHANGED {
            return self.changed.get(start as usize).map_or("", |changed| &changed.text);
        }
        let start = start as usize;
        self.source.text().get(start..start + length as usize).unwrap_or("")
    }

    /// The bytes of [`Self::cell`], for columns of numbers by the million.
    pub fn cell_bytes(&self, row: usize, column: usize) -> &[u8] {
        let Some(&Cell { start, length }) = self.cells.get(row * self.headings.len() + column) else { return b"" };
        if length == CHANGED {
            return self.cell(row, column).as_bytes();
        }
        let start = start as usize;
        self.source.text().as_bytes().get(start..start + length as usize).unwrap_or_default()
    }

    /// Whether a cell is a number, a date or a truth value of a workbook: its text is then in the plain notation, whatever
    /// the notation of the texts around it.
    pub fn is_typed(&self, row: usize, column: usize) -> bool {
        let bit = row * self.headings.len() + column;
        self.typed.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }

    /// Where a cell stands: its text, quotation marks included.
    pub fn span(&self, row: usize, column: usize) -> Span {
        let Some(&Cell { start, length }) = self.cells.get(row * self.headings.len() + column) else {
            return Span::new(&self.source, 0, 0);
        };
        if length == CHANGED {
            let (start, end) = self.changed.get(start as usize).map_or((0, 0), |changed| (changed.start, changed.end));
            return Span::new(&self.source, start as usize, end as usize);
        }
        Span::new(&self.source, start as usize, start as usize + length as usize)
    }
}

/// Fills a [`Table`] row by row: as many cells a row as there are headings, in their order.
#[derive(Debug)]
pub struct TableBuilder {
    table: Table,
}

impl TableBuilder {
    /// A table with these columns.
    pub fn new(source: &Arc<Source>, headings: Vec<Heading>) -> Self {
        Self {
            table: Table {
                source: Arc::clone(source),
                headings,
                cells: Vec::new(),
                changed: Vec::new(),
                typed: Vec::new(),
                partial: false,
            },
        }
    }

    /// Makes room for `rows` more rows.
    pub fn reserve(&mut self, rows: usize) {
        self.table.cells.reserve(rows.saturating_mul(self.table.headings.len()));
    }

    /// A cell whose text stands at `start..start + length` of the source exactly as it is to be read.
    pub fn push_plain(&mut self, start: u32, length: u32) {
        self.table.cells.push(Cell { start, length });
    }

    /// A cell of a workbook that is no text: what stands at `start..start + length` is in the plain notation.
    pub fn push_typed(&mut self, start: u32, length: u32) {
        let bit = self.table.cells.len();
        self.table.typed.resize((bit / 64 + 1).max(self.table.typed.len()), 0);
        self.table.typed[bit / 64] |= 1 << (bit % 64);
        self.push_plain(start, length);
    }

    /// A cell whose text differs from what stands at `start..end` of the source (unquoted, normalised, absent).
    pub fn push_changed(&mut self, text: &str, start: u32, end: u32) {
        let index = u32::try_from(self.table.changed.len()).unwrap_or(CHANGED - 1);
        self.table.changed.push(Changed { text: text.into(), start, end });
        self.table.cells.push(Cell { start: index, length: CHANGED });
    }

    /// Adds the rows of another table of the same columns, none of whose cells is typed: text files are read in parts,
    /// workbooks are not.
    pub fn append(&mut self, other: Self) {
        let shift = u32::try_from(self.table.changed.len()).unwrap_or(CHANGED - 1);
        let moved = |cell: Cell| if cell.length == CHANGED { Cell { start: cell.start + shift, ..cell } } else { cell };
        if shift == 0 {
            self.table.cells.extend_from_slice(&other.table.cells);
        } else {
            self.table.cells.extend(other.table.cells.into_iter().map(moved));
        }
        self.table.changed.extend(other.table.changed);
    }

    /// The table.
    pub fn finish(self) -> Table {
        debug_assert!(self.table.headings.is_empty() || self.table.cells.len().is_multiple_of(self.table.headings.len()));
        self.table
    }
}
