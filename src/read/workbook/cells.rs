//! The cells of one sheet as its file gives them: only those that have something, with their texts beside them.

use super::package::Trouble;
use crate::read::tidy;

/// The most cells of a sheet that are read.
pub(super) const MOST_CELLS: usize = 20_000_000;
/// The most text.
pub(super) const MOST_TEXT: usize = 256 << 20;
/// The last row and the last column that spreadsheets have.
pub(super) const LAST_ROW: u32 = 1_048_576;
pub(super) const LAST_COLUMN: u32 = 16_384;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text.
    Text,
    /// A text that several cells share.
    Shared,
    /// A number, a date or a truth value, in the plain notation.
    Typed,
    /// A number that is shown as a percentage.
    Percent,
    /// An error such as `#N/A`.
    Error,
    /// A formula whose result was never computed.
    NoResult,
}

/// A cell, its place counted from 1, and where its text is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) kind: Kind,
    start: u32,
    length: u32,
}

/// The cells of a sheet.
#[derive(Debug, Default)]
pub(super) struct Cells {
    text: String,
    pub(super) list: Vec<Cell>,
    merged: Vec<Area>,
    /// Whether it is enough to know that there is one.
    one_is_enough: bool,
}

/// Merged cells: the first and the last, each by row and column.
type Area = [(u32, u32); 2];

/// The texts that the cells of a workbook share, tidied once.
#[derive(Debug, Default)]
pub(super) struct Shared {
    text: String,
    ends: Vec<u32>,
}

impl Shared {
    pub(super) fn push(&mut self, text: &str) -> Result<(), Trouble> {
        push_tidied(text, &mut self.text)?;
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| Trouble::Cells)?);
        Ok(())
    }

    /// Where one of them is in the text of all.
    fn place(&self, at: usize) -> Option<(u32, u32)> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        Some((start, end - start))
    }
}

impl Cells {
    pub(super) fn new(one_is_enough: bool) -> Self {
        Self { one_is_enough, ..Self::default() }
    }

    /// Whether nothing more needs to be read.
    pub(super) const fn is_enough(&self) -> bool {
        self.one_is_enough && !self.list.is_empty()
    }

    /// Adds a cell; one with an empty text is none.
    pub(super) fn push(&mut self, row: u32, column: u32, kind: Kind, text: &str) -> Result<(), Trouble> {
        let start = self.text.len();
        if kind == Kind::Text {
            push_tidied(text, &mut self.text)?;
        } else {
            self.text.push_str(text);
        }
        if self.text.len() > MOST_TEXT {
            return Err(Trouble::Cells);
        }
        let length = self.text.len() - start;
        if length == 0 && kind != Kind::NoResult {
            return Ok(());
        }
        let narrow = |n: usize| u32::try_from(n).map_err(|_| Trouble::Cells);
        self.place(row, column, kind, (narrow(start)?, narrow(length)?))
    }

    /// Adds a cell that shows one of the shared texts.
    pub(super) fn push_shared(&mut self, row: u32, column: u32, at: usize, shared: &Shared) -> Result<(), Trouble> {
        let place = shared.place(at).ok_or_else(|| Trouble::Damaged(format!("text {at}")))?;
        if place.1 == 0 { Ok(()) } else { self.place(row, column, Kind::Shared, place) }
    }

    fn place(&mut self, row: u32, column: u32, kind: Kind, (start, length): (u32, u32)) -> Result<(), Trouble> {
        if row == 0 || column == 0 || row > LAST_ROW || column > LAST_COLUMN || self.list.len() >= MOST_CELLS {
            return Err(Trouble::Cells);
        }
        let column = u16::try_from(column).map_err(|_| Trouble::Cells)?;
        self.list.push(Cell { row, column, kind, start, length });
        Ok(())
    }

    /// Takes note that cells are merged: only the first one is shown.
    pub(super) fn merge(&mut self, first: (u32, u32), last: (u32, u32)) {
        if first != last {
            self.merged.push([first, last]);
        }
    }

    /// Writes the cells from `first` on, which are those of one row, again in each of the next `times` rows.
    pub(super) fn repeat(&mut self, first: usize, times: u32) -> Result<(), Trouble> {
        let last = self.list.len();
        for more in 1..=times {
            for at in first..last {
                let Cell { row, column, kind, start, length } = self.list[at];
                self.place(row.saturating_add(more), u32::from(column), kind, (start, length))?;
            }
            if last == first || self.is_enough() {
                break;
            }
        }
        Ok(())
    }

    /// The text of a cell.
    pub(super) fn text<'t>(&'t self, cell: Cell, shared: &'t Shared) -> &'t str {
        let text = if cell.kind == Kind::Shared { &shared.text } else { &self.text };
        text.get(cell.start as usize..cell.start as usize + cell.length as usize).unwrap_or_default()
    }

    /// Puts the cells in the order of rows and columns; of two in one place, the last is kept.
    pub(super) fn put_in_order(&mut self) {
        let key = |cell: &Cell| (cell.row, cell.column);
        if !self.list.is_sorted_by(|a, b| key(a) < key(b)) {
            self.list.sort_by_key(key);
            self.list.dedup_by(|later, kept| {
                let same = key(later) == key(kept);
                if same {
                    *kept = *later;
                }
                same
            });
        }
        self.uncover();
    }

    /// Takes out what merged cells hide: what nobody sees must not count.
    fn uncover(&mut self) {
        let mut hidden = vec![false; if self.merged.is_empty() { 0 } else { self.list.len() }];
        // Areas do not overlap in a sound file; where they do, each cell is looked at a few times and no more.
        let mut looks = self.list.len().saturating_mul(4);
        for [first, last] in std::mem::take(&mut self.merged) {
            let mut at = self.list.partition_point(|cell| (cell.row, u32::from(cell.column)) <= first);
            while let Some(cell) = self.list.get(at).filter(|cell| cell.row <= last.0 && looks > 0) {
                looks -= 1;
                let column = u32::from(cell.column);
                if column > last.1 {
                    let next = (cell.row + 1, first.1);
                    at += self.list[at..].partition_point(|cell| (cell.row, u32::from(cell.column)) < next);
                    continue;
                }
                hidden[at] |= column >= first.1;
                at += 1;
            }
        }
        let mut hidden = hidden.into_iter();
        self.list.retain(|_| !hidden.next().unwrap_or(false));
    }
}

/// Trimmed, normalised, and without the apostrophe that our own CSV puts before what a spreadsheet would compute.
fn push_tidied(text: &str, out: &mut String) -> Result<(), Trouble> {
    let (start, end) = tidy::trimmed(text);
    let trimmed = &text[start..end];
    match tidy::freed(trimmed) {
        Some(rest) => out.push_str(&tidy::tidy(rest)),
        None => out.push_str(&tidy::nfc(trimmed)),
    }
    if out.len() > MOST_TEXT { Err(Trouble::Cells) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_tidied_sorted_and_counted_once() {
        let mut shared = Shared::default();
        for text in [" e\u{301}te\u{301} ", "", "b"] {
            shared.push(text).unwrap();
        }
        let mut cells = Cells::new(false);
        cells.push(2, 1, Kind::Text, " x ").unwrap();
        cells.push(1, 2, Kind::Text, "\u{a0}").unwrap();
        cells.push(1, 3, Kind::Typed, "1").unwrap();
        cells.push(1, 3, Kind::Typed, "2").unwrap();
        cells.push_shared(1, 1, 0, &shared).unwrap();
        cells.push_shared(1, 4, 1, &shared).unwrap();
        cells.push(3, 1, Kind::Text, "'=a").unwrap();
        assert!(cells.push_shared(1, 5, 3, &shared).is_err());
        cells.put_in_order();
        let found: Vec<_> = cells.list.iter().map(|&cell| (cell.row, cell.column, cells.text(cell, &shared))).collect();
        assert_eq!(found, [(1, 1, "été"), (1, 3, "2"), (2, 1, "x"), (3, 1, "=a")]);
    }

    #[test]
    fn merged_cells_show_the_first() {
        let mut cells = Cells::new(false);
        for (row, column) in [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2)] {
            cells.push(row, column, Kind::Typed, "1").unwrap();
        }
        cells.merge((1, 2), (2, 2));
        cells.merge((3, 1), (3, 9));
        cells.merge((1, 3), (1, 3));
        (0..1000).for_each(|_| cells.merge((9, 9), (LAST_ROW, LAST_COLUMN)));
        cells.put_in_order();
        let left: Vec<_> = cells.list.iter().map(|cell| (cell.row, cell.column)).collect();
        assert_eq!(left, [(1, 1), (1, 2), (1, 3), (2, 1), (2, 3), (3, 1)]);
    }

    #[test]
    fn there_is_no_cell_beyond_the_last() {
        let mut cells = Cells::new(false);
        assert!(cells.push(LAST_ROW, LAST_COLUMN, Kind::Typed, "1").is_ok());
        for (row, column) in [(LAST_ROW + 1, 1), (1, LAST_COLUMN + 1), (0, 1), (1, 0)] {
            assert!(cells.push(row, column, Kind::Typed, "1").is_err());
        }
        assert!(cells.repeat(0, 1).is_err());
        assert!(cells.repeat(1, u32::MAX).is_ok(), "nothing, many times, is nothing");
    }
}
