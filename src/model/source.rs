//! A text that was read, and places in it.

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
}

/// Line and column, both counted from 1; a column counts Unicode scalar values.
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
        Arc::new(Self { name, text, raw, lines: OnceLock::new() })
    }

    /// The name that results show: a path relative to the call, with `/`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text, without byte-order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the raw bytes of the file, in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        use std::fmt::Write as _;
        let digest = Sha256::digest(self.raw.as_deref().unwrap_or(self.text.as_bytes()));
        digest.iter().fold(String::with_capacity(64), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
    }

    /// Where byte `offset` of the text stands. `\n`, `\r\n` and a lone `\r` end a line.
    pub fn position(&self, offset: usize) -> Position {
        let lines = self.lines.get_or_init(|| self.index_lines());
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = lines.partition_point(|&start| start as usize <= offset).max(1);
        let start = lines.get(line - 1).map_or(0, |&start| start as usize);
        let column = self.text[start..offset].chars().count() + 1;
        let one_based = |n: usize| u32::try_from(n).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MAX);
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
}
