//! A text that was read, and places in it. What a sheet of a workbook holds is made into a text, whose places are cells.

use std::fmt;
use std::num::NonZeroU32;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

/// One input: its name as results show it, and its text as decoded.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    /// The bytes of the file, kept only where they are not those of `text`.
    raw: Option<Vec<u8>>,
    /// Byte offset of each line's first character; made when a place is first asked for.
    lines: OnceLock<Vec<u32>>,
    /// Where the cells stand in the text, if it was made of a sheet.
    sheet: Option<Sheet>,
}

/// The cells of a sheet, in the text that was made of them: those of some rows and some columns, row by row.
#[derive(Debug)]
pub struct Sheet {
    name: String,
    /// The rows that have something, numbered from 1.
    rows: Vec<u32>,
    /// The columns that have something, numbered from 1.
    columns: Vec<u32>,
    /// Where each cell of those rows and columns begins, the empty ones too.
    starts: Vec<u32>,
}

/// A cell as spreadsheets name it: `Marks!C7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellName<'a> {
    /// The name of the sheet.
    pub sheet: &'a str,
    /// Its row and its column, by numbers.
    pub position: Position,
}

/// Line and column, both counted from 1; a column counts Unicode scalar values. In a workbook, the row and the column of a
/// cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: NonZeroU32,
    /// The column, from 1, in Unicode scalar values.
    pub column: NonZeroU32,
}

/// A stretch of a source: bytes `start..end` of its decoded text.
#[derive(Debug, Clone)]
pub struct Span {
    source: Arc<Source>,
    start: usize,
    end: usize,
}

impl Source {
    /// A source. `name` is relative to the call, with `/`; `raw` is given where decoding changed the bytes.
    pub fn new(name: String, text: String, raw: Option<Vec<u8>>) -> Arc<Self> {
        Arc::new(Self { name, text, raw, lines: OnceLock::new(), sheet: None })
    }

    /// A source made of a sheet; `raw` is the whole workbook.
    pub fn of_sheet(name: String, text: String, raw: Vec<u8>, sheet: Sheet) -> Arc<Self> {
        Arc::new(Self { name, text, raw: Some(raw), lines: OnceLock::new(), sheet: Some(sheet) })
    }

    /// Whether it was made of a sheet of a workbook.
    pub const fn is_sheet(&self) -> bool {
        self.sheet.is_some()
    }

    /// The name that results show: a path relative to the call, with `/`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text, without byte-order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The raw bytes of the file.
    pub fn bytes(&self) -> &[u8] {
        self.raw.as_deref().unwrap_or(self.text.as_bytes())
    }

    /// SHA-256 of the raw bytes of the file, in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        use std::fmt::Write as _;
        let digest = Sha256::digest(self.bytes());
        digest.iter().fold(String::with_capacity(64), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
    }

    /// Where byte `offset` of the text stands. `\n`, `\r\n` and a lone `\r` end a line.
    pub fn position(&self, offset: usize) -> Position {
        if let Some(sheet) = &self.sheet {
            return sheet.position(offset);
        }
        let lines = self.lines.get_or_init(|| self.index_lines());
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = lines.partition_point(|&start| start as usize <= offset).max(1);
        let start = lines.get(line - 1).map_or(0, |&start| start as usize);
        let column = self.text[start..offset].chars().count() + 1;
        Position { line: one_based(line), column: one_based(column) }
    }

    fn index_lines(&self) -> Vec<u32> {
        let bytes = self.text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        starts
    }
}

fn one_based(n: usize) -> NonZeroU32 {
    u32::try_from(n).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MAX)
}

impl Sheet {
    /// The places of a sheet's cells: as many `starts` as there are cells in these `rows` and `columns`.
    pub const fn new(name: String, rows: Vec<u32>, columns: Vec<u32>, starts: Vec<u32>) -> Self {
        Self { name, rows, columns, starts }
    }

    /// The cell that holds a byte of the text, or ends there.
    fn position(&self, offset: usize) -> Position {
        let cell = self.starts.partition_point(|&start| start as usize <= offset).saturating_sub(1);
        let width = self.columns.len().max(1);
        let number = |of: &[u32], at: usize| of.get(at).copied().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MIN);
        Position { line: number(&self.rows, cell / width), column: number(&self.columns, cell % width) }
    }
}

/// The letters of a column numbered from 1: `A`, `Z`, `AA`.
pub fn column_letters(number: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

impl CellName<'_> {
    /// The cell without its sheet: `C7`.
    pub fn cell(&self) -> String {
        format!("{}{}", column_letters(self.position.column.get()), self.position.line)
    }
}

impl fmt::Display for CellName<'_> {
    /// A sheet whose name is not one word stands between apostrophes, as in a formula.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        if !self.sheet.is_empty() && self.sheet.chars().all(plain) {
            write!(f, "{}!{}", self.sheet, self.cell())
        } else {
            write!(f, "'{}'!{}", self.sheet.replace('\'', "''"), self.cell())
        }
    }
}

impl Span {
    /// Bytes `start..end` of a source, clamped to its text.
    pub fn new(source: &Arc<Source>, start: usize, end: usize) -> Self {
        let length = source.text.len();
        let start = source.text.floor_char_boundary(start.min(length));
        let end = source.text.ceil_char_boundary(end.clamp(start, length));
        Self { source: Arc::clone(source), start, end }
    }

    /// The source it is a part of.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Byte offsets in the decoded text.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// The text it covers.
    pub fn text(&self) -> &str {
        &self.source.text[self.start..self.end]
    }

    /// Its first line: what a finding about a whole table points at.
    #[must_use]
    pub fn first_line(&self) -> Self {
        let length = self.text().find(['\n', '\r']).unwrap_or(self.end - self.start);
        Self { source: Arc::clone(&self.source), start: self.start, end: self.start + length }
    }

    /// Where it begins.
    pub fn position(&self) -> Position {
        self.source.position(self.start)
    }

    /// Just after its last character, or, in a workbook, its last cell.
    pub fn end(&self) -> Position {
        let end = self.source.position(self.end);
        if self.source.is_sheet() { Position { column: end.column.saturating_add(1), ..end } } else { end }
    }

    /// The cell where it begins, if it is in a workbook.
    pub fn cell(&self) -> Option<CellName<'_>> {
        let sheet = self.source.sheet.as_ref()?;
        Some(CellName { sheet: &sheet.name, position: self.position() })
    }

    /// Where it begins, as people write it after the name of the file: `2:21`, or `Marks!C7`.
    pub fn spot(&self) -> String {
        self.cell().map_or_else(
            || {
                let Position { line, column } = self.position();
                format!("{line}:{column}")
            },
            |cell| cell.to_string(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let source = Source::new("a.csv".into(), "é,b\r\nc\rd\n\ne".into(), None);
        let at = |offset| {
            let p = source.position(offset);
            (p.line.get(), p.column.get())
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(3), (1, 3));
        assert_eq!(at(6), (2, 1));
        assert_eq!(at(8), (3, 1));
        assert_eq!(at(11), (5, 1));
        assert_eq!(at(999), (5, 2));
        assert_eq!(Span::new(&source, 1, 2).text(), "é", "a span never cuts a character");
    }

    #[test]
    fn places_of_a_sheet_are_cells() {
        // Row 2 has the columns B and AC, row 9 only AC: the cell B9 is empty.
        let sheet = Sheet::new("Notes du jury".into(), vec![2, 9], vec![2, 29], vec![0, 3, 7, 8]);
        let source = Source::of_sheet("a.xlsx".into(), "id\té,b\n\t12\n".into(), b"PK".to_vec(), sheet);
        let spot = |start, end| Span::new(&source, start, end).spot();
        assert_eq!(spot(0, 2), "'Notes du jury'!B2");
        assert_eq!(spot(3, 6), "'Notes du jury'!AC2");
        assert_eq!(spot(7, 7), "'Notes du jury'!B9");
        assert_eq!(spot(8, 10), "'Notes du jury'!AC9");
        let both = Span::new(&source, 0, 6);
        let numbers = |position: Position| (position.line.get(), position.column.get());
        assert_eq!((numbers(both.position()), numbers(both.end())), ((2, 2), (2, 30)));
        assert_eq!(source.sha256(), Source::new("b".into(), "PK".into(), None).sha256(), "the hash is that of the workbook");
    }

    #[test]
    fn cells_are_named_as_in_a_formula() {
        let letters: Vec<String> = [1, 26, 27, 52, 702, 703, 16_384].into_iter().map(column_letters).collect();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
        let name = |sheet| {
            let position = Position { line: one_based(7), column: one_based(3) };
            CellName { sheet, position }.to_string()
        };
        assert_eq!(name("Évaluation_2"), "Évaluation_2!C7");
        assert_eq!(name("l'appel"), "'l''appel'!C7");
        assert_eq!(name(""), "''!C7");
    }
}
