//! CSV for programs: the document's data, stable English names, exact numbers. Also the writing of every CSV dialect.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::mpsc;

use super::{Format, Style, hostile};
use crate::number::Exact;
use crate::report::{Block, Cell, Column, Document, Rows, Sheet};
use crate::text::Lang;

pub(super) const FORMAT: Format = Format { name: "csv", endings: &["csv"], machine: true, render };

fn render(document: &Document<'_>, _: &Style, out: &mut dyn Write) -> io::Result<()> {
    let dialect = Dialect {
        start: "",
        delimiter: b',',
        line_end: "\n",
        decimal_sign: '.',
        lang: Lang::En,
        heading: |column, _| column.id.clone(),
        codes: true,
    };
    write(document, &dialect, out)
}

/// The decimals of a number that has more, or endlessly many.
const DECIMALS: usize = 6;

/// So many rows are written at a time, by one thread.
const PIECE: usize = 1024;

/// What makes one kind of CSV differ from another.
pub(super) struct Dialect {
    /// What opens the file.
    pub(super) start: &'static str,
    /// What stands between fields.
    pub(super) delimiter: u8,
    /// What ends a line.
    pub(super) line_end: &'static str,
    /// What stands between the whole and the decimals of a number.
    pub(super) decimal_sign: char,
    /// The language of sentences.
    pub(super) lang: Lang,
    /// The heading of a column.
    pub(super) heading: fn(&Column, Lang) -> String,
    /// Whether words are written as their codes.
    pub(super) codes: bool,
}

/// Writes the data of a document; of one without, its first table.
///
/// By hand into buffers, and not by `csv::Writer`: only texts need a look at their bytes for something to quote, and
/// whole pieces can be made side by side.
pub(super) fn write(document: &Document<'_>, dialect: &Dialect, out: &mut dyn Write) -> io::Result<()> {
    let first_table =
        || document.blocks.iter().find_map(|block| if let Block::Table(sheet) = block { Some(sheet) } else { None });
    let Some(Sheet { columns, rows }) = document.data.as_ref().or_else(first_table) else { return Ok(()) };
    let mut buffer = String::new();
    buffer.push_str(dialect.start);
    for (at, column) in columns.iter().enumerate() {
        if at > 0 {
            buffer.push(char::from(dialect.delimiter));
        }
        text(&(dialect.heading)(column, dialect.lang), dialect, &mut buffer);
    }
    buffer.push_str(dialect.line_end);
    out.write_all(buffer.as_bytes())?;
    let pieces: Vec<Range<usize>> = (0..rows.len()).step_by(PIECE).map(|start| start..(start + PIECE).min(rows.len())).collect();
    let rows = &**rows;
    // Pieces are made side by side, some ahead of the one being written, and written in order: the same bytes at any
    // number of threads.
    let ahead = rayon::current_num_threads() + 1;
    rayon::in_place_scope(|scope| {
        let mut under_way = VecDeque::with_capacity(ahead);
        let mut pieces = pieces.into_iter();
        loop {
            while under_way.len() < ahead {
                let Some(part) = pieces.next() else { break };
                let (sender, receiver) = mpsc::sync_channel(1);
                // Nobody waits for a piece any more once writing has failed.
                scope.spawn(move |_| drop(sender.send(piece(rows, part, dialect))));
                under_way.push_back(receiver);
            }
            let Some(next) = under_way.pop_front() else { return Ok(()) };
            let made = next.recv().map_err(|_| io::Error::other("a piece was not made"))?;
            out.write_all(made?.as_bytes())?;
        }
    })
}

/// Some of the rows as lines.
fn piece(rows: &dyn Rows, part: Range<usize>, dialect: &Dialect) -> io::Result<String> {
    // A guess: what a row of identifiers and numbers takes.
    let mut buffer = String::with_capacity(part.len() * 64);
    rows.visit_part(part, &mut |cells| {
        let start = buffer.len();
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                buffer.push(char::from(dialect.delimiter));
            }
            field(cell, dialect, &mut buffer);
        }
        if buffer.len() == start {
            // A row of one empty field would be an empty line, which readers skip.
            buffer.push_str("\"\"");
        }
        buffer.push_str(dialect.line_end);
        Ok(())
    })?;
    Ok(buffer)
}

fn field(cell: &Cell<'_>, dialect: &Dialect, out: &mut String) {
    match cell {
        Cell::Missing => {}
        Cell::Text(value) => text(value, dialect, out),
        Cell::Exact(value) | Cell::Signed(value) => {
            let start = out.len();
            value.write_decimal(out, DECIMALS);
            if dialect.decimal_sign != '.'
                && let Some(point) = out[start..].find('.')
            {
                let at = start + point;
                out.replace_range(at..=at, dialect.decimal_sign.encode_utf8(&mut [0; 4]));
            }
        }
        Cell::Rank { rank: count, .. } | Cell::Count(count) => {
            // Faster than by way of `fmt`, which shows at a million rows.
            match i64::try_from(*count) {
                Ok(count) => Exact::whole(count).write_decimal(out, 0),
                Err(_) => out.push_str(&count.to_string()),
            }
        }
        Cell::Word { code, .. } if dialect.codes => text(code, dialect, out),
        Cell::Word { say, .. } => text(&say().text(dialect.lang), dialect, out),
        Cell::Say(say) => text(&say.text(dialect.lang), dialect, out),
    }
}

fn text(value: &str, dialect: &Dialect, out: &mut String) {
    // Nearly every text is plain: letters, digits, spaces, inner punctuation. One look at its bytes, without an early
    // end so that several are looked at together, says so; 0xc2 begins the control characters beyond ASCII.
    let suspect = |byte: u8| byte < b' ' || matches!(byte, b'"' | 0x7f | 0xc2) || byte == dialect.delimiter;
    let plain = !value.starts_with(['=', '+', '-', '@', '\'']) && !value.bytes().fold(false, |found, byte| found | suspect(byte));
    if plain {
        out.push_str(value);
        return;
    }
    let value = hostile::csv(value);
    if value.bytes().any(|byte| matches!(byte, b'"' | b'\n' | b'\r') || byte == dialect.delimiter) {
        out.push('"');
        for (at, part) in value.split('"').enumerate() {
            out.push_str(if at > 0 { "\"\"" } else { "" });
            out.push_str(part);
        }
        out.push('"');
    } else {
        out.push_str(&value);
    }
}
