//! CSV into a [`Table`]. Which file is CSV is told in `mod.rs`, what a cell means in `check`.
//!
//! Nearly every record has no quotation mark: its cells are then slices of the text, at the offsets the `csv` crate gives.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use ::csv::{ByteRecord, ReaderBuilder};
use rayon::prelude::*;

use super::cap::Capped;
use super::lex::{self, Raw};
use super::tidy;
use crate::model::{At, Findings, Heading, Source, Span, Table, TableBuilder, rule};
use crate::text::Message;

/// The delimiters that are looked for.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// How many records are compared with the heading to choose among several delimiters.
const COMPARED: usize = 100;
/// The most cells that room is made for in advance: a guess must not cost more than it saves.
const RESERVED: usize = 1 << 24;

/// What is declared about a CSV file.
#[derive(Debug, Clone, Copy, Default)]
pub struct CsvOptions {
    /// The delimiter; found in the heading when absent.
    pub delimiter: Option<u8>,
}

/// Reads a table. Rows that do not have as many fields as the heading are findings, and left out of it.
pub fn table(source: &Arc<Source>, options: &CsvOptions, findings: &mut Findings) -> Option<Table> {
    if u32::try_from(source.text().len()).is_err() {
        super::source::too_large(source.name(), super::Limit::Rows, findings);
        return None;
    }
    let delimiter = match options.delimiter {
        Some(delimiter) => delimiter,
        None => find_delimiter(source, findings)?,
    };
    if delimiter != b',' {
        note(source, Message::ReadAsDelimiter { delimiter: shown(delimiter) }, findings);
    }
    let any_quote = memchr::memchr(b'"', source.text().as_bytes()).is_some();
    let mut records = Records::new(source.text(), delimiter, any_quote);
    let mut blank = 0;
    let mut raw = Vec::new();
    let columns = loop {
        let Some(record) = records.next() else {
            findings
                .push_at(
                    &rule::FILE_EMPTY,
                    At::File(source.name().to_owned()),
                    Message::FileEmpty { name: source.name().to_owned() },
                )
                .help(Message::HelpFileEmpty {});
            return None;
        };
        if let Some(open) = lex::fields(source.text(), record.start, delimiter, &mut raw) {
            unclosed(source, open, findings);
            return None;
        }
        if !raw.iter().all(|&raw| cell(source.text(), raw).text().is_empty()) {
            break Columns::new(source, &raw, findings);
        }
        blank += 1;
    };
    let mut body = Records::new(source.text(), delimiter, any_quote);
    for _ in 0..=blank {
        body.next();
    }
    let likely = body.peek_length().map_or(0, |length| source.text().len() / length.max(1) + 1);
    let ranges = parts(source.text(), body.start_of_rest(), any_quote);
    let room = likely.min(RESERVED / columns.count.max(1));
    let share = room / ranges.len().max(1) + 1;
    let mut read = ranges
        .into_par_iter()
        .enumerate()
        // The first takes in the rows of the others.
        .map(|(at, range)| part(source, delimiter, any_quote, columns.clone(), range, if at == 0 { room } else { share }))
        .collect::<Vec<Part>>()
        .into_iter();
    let first = read.next()?;
    let (mut builder, mut rows, found) = (first.builder, first.rows, first.findings);
    findings.extend(found);
    for part in read {
        builder.append(part.builder);
        rows.blank += part.rows.blank;
        rows.columns.first_values(part.rows.columns);
        rows.shape.absorb(part.rows.shape, part.findings, findings);
    }
    let Rows { columns, blank: more, shape, .. } = rows;
    blank += more;
    shape.finish(findings, source);
    columns.finish(source, findings);
    if blank > 0 {
        note(source, Message::ReadAsBlankRows { count: blank }, findings);
    }
    Some(builder.finish())
}

/// Below this many bytes a second thread would cost more than it saves.
const WORTH_SPLITTING: usize = 1 << 20;

/// The stretches of a text that threads read side by side: whole lines, and one stretch only where a quotation mark may
/// hold a line break.
fn parts(text: &str, start: usize, any_quote: bool) -> Vec<Range<usize>> {
    let threads = rayon::current_num_threads().max(1);
    let length = text.len() - start;
    if any_quote || length < WORTH_SPLITTING || threads == 1 {
        return std::iter::once(start..text.len()).collect();
    }
    let mut ranges = Vec::with_capacity(threads);
    let mut from = start;
    for part in 1..=threads {
        let aim = if part == threads { text.len() } else { (start + length / threads * part).max(from) };
        let end = text.as_bytes()[aim..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |at| aim + at + 1);
        if end > from {
            ranges.push(from..end);
        }
        from = end;
    }
    ranges
}

/// What one thread read.
struct Part<'a> {
    builder: TableBuilder,
    rows: Rows<'a>,
    findings: Findings,
}

fn part(
    source: &Arc<Source>,
    delimiter: u8,
    any_quote: bool,
    mut columns: Columns,
    range: Range<usize>,
    room: usize,
) -> Part<'_> {
    let mut builder = TableBuilder::new(source, std::mem::take(&mut columns.headings));
    builder.reserve(room);
    let mut rows = Rows { source, delimiter, columns, blank: 0, shape: Capped::new(&rule::CSV_SHAPE), raw: Vec::new() };
    let mut findings = Findings::new();
    let mut records = Records::within(source.text(), range, delimiter, any_quote);
    while let Some(record) = records.next() {
        if !rows.take(&record, &mut builder, &mut findings) {
            break;
        }
    }
    Part { builder, rows, findings }
}

/// One record: its fields without quotation marks, and its bytes in the text.
struct Record<'a> {
    fields: &'a ByteRecord,
    start: usize,
    end: usize,
    has_quotes: bool,
}

/// The records of a stretch of a text, blank lines left out.
struct Records<'a> {
    text: &'a str,
    /// Bytes before those that the reader sees.
    base: usize,
    end: usize,
    reader: ::csv::Reader<&'a [u8]>,
    record: ByteRecord,
    any_quote: bool,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: u8, any_quote: bool) -> Self {
        Self::within(text, 0..text.len(), delimiter, any_quote)
    }

    fn within(text: &'a str, range: Range<usize>, delimiter: u8, any_quote: bool) -> Self {
        // The reader would skip a byte-order mark without counting it.
        let marks = range.len() - text[range.clone()].trim_start_matches('\u{feff}').len();
        let range = range.start + marks..range.end;
        let bytes = &text.as_bytes()[range.clone()];
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(1 << 16)
            .from_reader(bytes);
        Self { text, base: range.start, end: range.end, reader, record: ByteRecord::new(), any_quote }
    }

    /// Where the records not yet given begin.
    fn start_of_rest(&self) -> usize {
        usize::try_from(self.reader.position().byte()).map_or(self.end, |byte| (byte + self.base).min(self.end))
    }

    /// How long the next line is: a guess of all of them.
    fn peek_length(&self) -> Option<usize> {
        let rest = self.text.as_bytes().get(self.start_of_rest()..self.end)?;
        rest.iter().position(|&byte| byte == b'\n').map(|at| at + 1)
    }

    fn next(&mut self) -> Option<Record<'_>> {
        // Records of any length are accepted and bytes come from memory: there is nothing left to fail.
        if !matches!(self.reader.read_byte_record(&mut self.record), Ok(true)) {
            return None;
        }
        let place = |byte: u64| usize::try_from(byte).map_or(self.end, |byte| (byte + self.base).min(self.end));
        let mut start = place(self.record.position().map_or(0, ::csv::Position::byte));
        let bytes = self.text.as_bytes();
        // The reader counts the end of the line before, and blank lines, as part of a record.
        while matches!(bytes.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let end = place(self.reader.position().byte()).max(start);
        let has_quotes = self.any_quote && bytes[start..end].contains(&b'"');
        Some(Record { fields: &self.record, start, end, has_quotes })
    }
}

/// The columns of the heading: those with a name become the table's, the others must stay empty.
#[derive(Clone)]
struct Columns {
    headings: Vec<Heading>,
    /// How many fields a row must have.
    count: usize,
    /// Which of them have no name, and their first value.
    unnamed: Vec<(usize, Option<Span>)>,
}

impl Columns {
    fn new(source: &Arc<Source>, raw: &[Raw], findings: &mut Findings) -> Self {
        let mut duplicates = Capped::new(&rule::HEADING_DUPLICATE);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut columns = Self { headings: Vec::new(), count: raw.len(), unnamed: Vec::new() };
        for (at, &raw) in raw.iter().enumerate() {
            let heading = cell(source.text(), raw);
            let name = heading.text();
            if name.is_empty() {
                columns.unnamed.push((at, None));
                continue;
            }
            let span = match heading {
                Cell::Plain { start, .. } => Span::new(source, start, start + name.len()),
                Cell::Changed(_) => Span::new(source, raw.start, raw.end),
            };
            let first = *seen.entry(name.to_lowercase()).or_insert(at);
            if first != at {
                let message = Message::HeadingDuplicate { name: tidy::excerpt(name), first: first + 1, second: at + 1 };
                if let Some(finding) = duplicates.push(findings, &span, message) {
                    finding.help(Message::HelpHeadingDuplicate {});
                }
            }
            columns.headings.push(Heading { name: name.to_owned(), span });
        }
        duplicates.finish(findings, source);
        columns
    }

    /// Takes the first values of unnamed columns from a later stretch, where this one had none.
    fn first_values(&mut self, later: Self) {
        for ((_, mine), (_, theirs)) in self.unnamed.iter_mut().zip(later.unnamed) {
            if mine.is_none() {
                *mine = theirs;
            }
        }
    }

    fn finish(self, source: &Arc<Source>, findings: &mut Findings) {
        let mut nameless = Capped::new(&rule::HEADING_EMPTY);
        let mut dropped = 0;
        for (at, value) in self.unnamed {
            match value {
                None => dropped += 1,
                Some(span) => {
                    let message = Message::HeadingEmpty { column: at + 1, value: tidy::excerpt(span.text()) };
                    if let Some(finding) = nameless.push(findings, &span, message) {
                        finding.help(Message::HelpHeadingEmpty {});
                    }
                }
            }
        }
        nameless.finish(findings, source);
        if dropped > 0 {
            note(source, Message::ReadAsEmptyColumns { count: dropped }, findings);
        }
    }
}

/// The rows under the heading, on their way into the table.
struct Rows<'a> {
    source: &'a Arc<Source>,
    delimiter: u8,
    columns: Columns,
    blank: usize,
    shape: Capped,
    raw: Vec<Raw>,
}

impl Rows<'_> {
    /// Takes a row in; `false` after a quotation mark that swallowed the rest of the file.
    fn take(&mut self, record: &Record<'_>, builder: &mut TableBuilder, findings: &mut Findings) -> bool {
        let text = self.source.text();
        if record.has_quotes
            && let Some(open) = lex::fields(text, record.start, self.delimiter, &mut self.raw)
        {
            unclosed(self.source, open, findings);
            return false;
        }
        if !record.has_quotes {
            self.raw.clear();
            let mut start = record.start;
            // Only rows that need it pay for a list of their fields.
            let plain = self.columns.unnamed.is_empty()
                && record.fields.len() == self.columns.count
                && record.fields.as_slice().is_ascii()
                && record.fields.get(0).is_some_and(|first| first.first().is_some_and(u8::is_ascii_graphic));
            if plain {
                for field in record.fields {
                    push_ascii(text, start, field, builder);
                    start += field.len() + 1;
                }
                return true;
            }
            for field in record.fields {
                self.raw.push(Raw { start, end: start + field.len() });
                start += field.len() + 1;
            }
        }
        if self.raw.iter().all(|&raw| cell(text, raw).text().is_empty()) {
            self.blank += 1;
            return true;
        }
        if self.raw.len() != self.columns.count {
            self.misshapen(record, findings);
            return true;
        }
        let mut unnamed = self.columns.unnamed.iter_mut().peekable();
        for (at, &raw) in self.raw.iter().enumerate() {
            let read = cell(text, raw);
            if let Some((_, value)) = unnamed.next_if(|(column, _)| *column == at) {
                if value.is_none() && !read.text().is_empty() {
                    *value = Some(Span::new(self.source, raw.start, raw.end));
                }
                continue;
            }
            push(read, raw, builder);
        }
        true
    }

    fn misshapen(&mut self, record: &Record<'_>, findings: &mut Findings) {
        if !self.shape.has_room() {
            self.shape.skip();
            return;
        }
        let text = self.source.text();
        let end = record.start + text[record.start..record.end].trim_end_matches(['\r', '\n']).len();
        let span = Span::new(self.source, record.start, end);
        let (expected, found) = (self.columns.count, self.raw.len());
        let decimal = (self.delimiter == b',' && found > expected).then(|| decimal_comma(text, &self.raw)).flatten();
        let (message, help) = match decimal {
            Some(number) => (
                Message::CsvDecimalComma { expected, found, number: tidy::excerpt(number) },
                Message::HelpCsvDecimalComma { number: tidy::excerpt(number) },
            ),
            None if found > expected => (
                Message::CsvTooManyFields { expected, found },
                Message::HelpCsvTooManyFields { delimiter: shown(self.delimiter) },
            ),
            None => {
                (Message::CsvTooFewFields { expected, found }, Message::HelpCsvTooFewFields { delimiter: shown(self.delimiter) })
            }
        };
        if let Some(finding) = self.shape.push(findings, &span, message) {
            finding.help(help);
        }
    }
}

/// Two neighbouring fields that together look like `12,5`.
fn decimal_comma<'a>(text: &'a str, raw: &[Raw]) -> Option<&'a str> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    raw.windows(2).find_map(|pair| {
        let both = text.get(pair[0].start..pair[1].end)?.trim();
        let (whole, part) = both.split_once(',')?;
        (digits(whole.strip_prefix(['-', '+']).unwrap_or(whole)) && digits(part)).then_some(both)
    })
}

/// A cell as it is to be read.
enum Cell<'a> {
    /// It stands as it is at this place of the text.
    Plain {
        start: usize,
        text: &'a str,
    },
    Changed(String),
}

impl Cell<'_> {
    fn text(&self) -> &str {
        match self {
            Self::Plain { text, .. } => text,
            Self::Changed(text) => text,
        }
    }
}

/// Without quotation marks, trimmed, normalised, and without the apostrophe that keeps spreadsheets from computing it.
fn cell(text: &str, raw: Raw) -> Cell<'_> {
    let (said, stands) = lex::unquoted(text, raw);
    let (start, end) = tidy::trimmed(&said);
    let trimmed = &said[start..end];
    let freed = tidy::freed(trimmed);
    let tidied = match freed {
        Some(rest) => tidy::tidy(rest),
        None => tidy::nfc(trimmed),
    };
    match (stands, tidied, freed) {
        (Some(from), Cow::Borrowed(_), None) => {
            let start = from + start;
            Cell::Plain { start, text: &text[start..from + end] }
        }
        (_, tidied, _) => Cell::Changed(tidied.into_owned()),
    }
}

fn push(read: Cell<'_>, raw: Raw, builder: &mut TableBuilder) {
    // The length of the text was checked to fit.
    let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    match read {
        Cell::Plain { start, text } => builder.push_plain(narrow(start), narrow(text.len())),
        Cell::Changed(text) => builder.push_changed(&text, narrow(raw.start), narrow(raw.end)),
    }
}

/// A field of a record that has neither quotation marks nor accents: the path that rows by the million take.
fn push_ascii(text: &str, start: usize, field: &[u8], builder: &mut TableBuilder) {
    let settled = match field {
        [] => true,
        [only] => only.is_ascii_graphic(),
        [first, .., last] => first.is_ascii_graphic() && *first != b'\'' && last.is_ascii_graphic(),
    };
    if settled {
        let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        builder.push_plain(narrow(start), narrow(field.len()));
    } else {
        let raw = Raw { start, end: start + field.len() };
        push(cell(text, raw), raw, builder);
    }
}

fn note(source: &Arc<Source>, message: Message, findings: &mut Findings) {
    findings.push_at(&rule::READ_AS, At::File(source.name().to_owned()), message);
}

fn unclosed(source: &Arc<Source>, open: usize, findings: &mut Findings) {
    findings
        .push(&rule::CSV_QUOTES, &Span::new(source, open, open + 1), Message::CsvUnclosedQuote {})
        .help(Message::HelpCsvUnclosedQuote {});
}

/// A delimiter as messages show it.
fn shown(delimiter: u8) -> String {
    if delimiter == b'\t' { "TAB".to_owned() } else { char::from(delimiter).to_string() }
}

/// The delimiter that the heading has; where it has several, the one that the rows agree with.
fn find_delimiter(source: &Arc<Source>, findings: &mut Findings) -> Option<u8> {
    let heading = heading_line(source.text());
    let mut counts = [0usize; 3];
    let mut inside = false;
    for byte in heading.bytes() {
        inside ^= byte == b'"';
        if let Some(at) = DELIMITERS.iter().position(|&delimiter| delimiter == byte && !inside) {
            counts[at] += 1;
        }
    }
    let candidates: Vec<u8> = DELIMITERS.into_iter().zip(counts).filter(|(_, count)| *count > 0).map(|(byte, _)| byte).collect();
    if let [] | [_] = candidates[..] {
        return Some(candidates.first().copied().unwrap_or(b','));
    }
    let agreement: Vec<(usize, usize)> = candidates.iter().map(|&delimiter| agreeing(source.text(), delimiter)).collect();
    let better = |a: (usize, usize), b: (usize, usize)| a.0 * b.1.max(1) > b.0 * a.1.max(1);
    let best = (0..candidates.len())
        .find(|&at| (0..candidates.len()).all(|other| other == at || better(agreement[at], agreement[other])));
    if let Some(best) = best {
        return Some(candidates[best]);
    }
    let start = heading.as_ptr() as usize - source.text().as_ptr() as usize;
    findings
        .push(
            &rule::CSV_DELIMITER,
            &Span::new(source, start, start + heading.len()),
            Message::CsvDelimiter { candidates: candidates.into_iter().map(shown).collect() },
        )
        .help(Message::HelpCsvDelimiter {});
    None
}

/// The first record that has something else than delimiters, up to the end of a line outside quotation marks.
fn heading_line(text: &str) -> &str {
    let empty = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '\u{feff}');
    let mut inside = false;
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => inside = !inside,
            b'\n' | b'\r' if !inside => {
                if !text[start..at].trim_matches(empty).is_empty() {
                    return &text[start..at];
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    &text[start..]
}

/// How many of the first records have as many fields as the heading, and out of how many.
fn agreeing(text: &str, delimiter: u8) -> (usize, usize) {
    let mut records = Records::new(text, delimiter, true);
    let mut expected = 0;
    let (mut same, mut all) = (0, 0);
    while all < COMPARED {
        let Some(record) = records.next() else { break };
        if record.fields.iter().all(|field| field.iter().all(|byte| byte.is_ascii_whitespace() || DELIMITERS.contains(byte))) {
            continue;
        }
        if expected == 0 {
            expected = record.fields.len();
            continue;
        }
        all += 1;
        same += usize::from(record.fields.len() == expected);
    }
    (same, all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_with(text: &str, delimiter: Option<u8>) -> (Option<Table>, Findings) {
        let source = Source::new("a.csv".into(), text.into(), None);
        let mut findings = Findings::new();
        let table = table(&source, &CsvOptions { delimiter }, &mut findings);
        (table, findings)
    }

    fn read(text: &str) -> (Vec<Vec<String>>, Vec<String>) {
        let (table, findings) = read_with(text, None);
        let rows = table.map_or_else(Vec::new, |table| {
            let names = table.headings().iter().map(|heading| heading.name.clone()).collect();
            let cells = |row| (0..table.headings().len()).map(|column| table.cell(row, column).to_owned()).collect();
            std::iter::once(names).chain((0..table.rows()).map(cells)).collect()
        });
        (rows, places(&findings))
    }

    /// Code and place of each finding.
    fn places(findings: &Findings) -> Vec<String> {
        let place = |at: &At| match at {
            At::Span(span) => format!("{}:{}", span.position().line, span.position().column),
            _ => "file".to_owned(),
        };
        findings.iter().map(|finding| format!("{} {}", finding.rule.code, place(&finding.at))).collect()
    }

    fn rows(expected: &[&[&str]]) -> Vec<Vec<String>> {
        expected.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
    }

    #[test]
    fn the_three_delimiters_and_none() {
        let expected = rows(&[&["id", "note"], &["P1", "12"]]);
        assert_eq!(read("id,note\nP1,12\n"), (expected.clone(), vec![]));
        assert_eq!(read("id;note\r\nP1;12\r\n"), (expected.clone(), vec!["F006 file".into()]));
        assert_eq!(read("id\tnote\rP1\t12"), (expected.clone(), vec!["F006 file".into()]));
        assert_eq!(read("id\nP1\nP2"), (rows(&[&["id"], &["P1"], &["P2"]]), vec![]));
        assert_eq!(read("id,\"a;b\"\nP1,12\n").1, Vec::<String>::new(), "a delimiter inside quotation marks is none");
    }

    #[test]
    fn several_delimiters_are_settled_by_the_rows() {
        let (cells, _) = read("id;title, short;note\nP1;Un, deux;3\nP2;Trois;4\n");
        assert_eq!(cells[1], ["P1", "Un, deux", "3"]);
        assert_eq!(read("id;title, x\nP1;a, b\n"), (vec![], vec!["F022 1:1".into()]));
        assert_eq!(read("a;b,c\n").1, ["F022 1:1"]);
        assert_eq!(read_with("id;title, x\nP1;a, b\n", Some(b';')).0.unwrap().cell(0, 1), "a, b");
    }

    #[test]
    fn cells_are_trimmed_and_normalised() {
        let (cells, found) = read("\u{feff}id , Titre\n\u{a0}P1\t,e\u{301}te\u{301} \n\" P2 \",\"a \"\"b\"\"\"\n,x\n");
        assert_eq!(cells, rows(&[&["id", "Titre"], &["P1", "été"], &["P2", "a \"b\""], &["", "x"]]));
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn the_apostrophe_of_our_own_writer_is_undone() {
        let (cells, _) = read("id,'=a\nP1,'=SUM(A1)\nP2,\"'+1, 2\"\nP3,'abc\nP4,'\nP5,''=x\nP6,-5\n");
        let second: Vec<&str> = cells.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(second, ["=a", "=SUM(A1)", "+1, 2", "'abc", "'", "''=x", "-5"]);
    }

    /// The reader drops a mark at the start of what it is given, and it is given the rows without their heading.
    #[test]
    fn a_byte_order_mark_before_the_first_row_moves_no_cell() {
        let (rows, _) = read("a,b\n\u{feff}é,y\nz,\u{feff}\n");
        assert_eq!(rows, [["a", "b"], ["é", "y"], ["z", ""]]);
    }

    /// A file long enough for several threads reads as one short enough for one.
    #[test]
    fn stretches_are_put_together_in_order() {
        let row = |at: usize| format!("P{at},titre {at} é,{}\n", if at % 1000 == 7 { "x,y" } else { "1" });
        let text: String = std::iter::once("id,title,mark\n".to_owned()).chain((0..80_000).map(row)).collect();
        assert!(text.len() > WORTH_SPLITTING);
        let (table, findings) = read_with(&text, None);
        let table = table.unwrap();
        assert_eq!(table.rows(), 80_000 - 80);
        for (at, row) in (0..80_000).filter(|at| at % 1000 != 7).enumerate() {
            assert_eq!(table.cell(at, 0), format!("P{row}"));
            assert_eq!(table.span(at, 1).text(), format!("titre {row} é"));
        }
        assert_eq!(findings.iter().filter(|finding| finding.rule.code == "F020").count(), 80);
        let lines: Vec<u32> = places_of(&findings);
        assert!(lines.is_sorted() && lines.first() == Some(&9), "{lines:?}");
    }

    fn places_of(findings: &Findings) -> Vec<u32> {
        let span = |at: &At| match at {
            At::Span(span) => Some(span.position().line.get()),
            At::File(_) | At::Arguments => None,
        };
        findings.iter().filter_map(|finding| span(&finding.at)).collect()
    }

    #[test]
    fn blank_lines_and_rows_of_delimiters() {
        let (cells, found) = read(";;\n\nid;a;b\n\nP1;1;2\n;;\n ; ;\n\nP2;3;4\n;;;;\n");
        assert_eq!(cells, rows(&[&["id", "a", "b"], &["P1", "1", "2"], &["P2", "3", "4"]]));
        assert_eq!(found, ["F006 file", "F006 file"]);
        assert_eq!(read("id,a\n").0, rows(&[&["id", "a"]]));
        assert_eq!(read(",,\n,,\n").1, ["F002 file"]);
    }

    #[test]
    fn every_misshapen_row_is_found() {
        let (cells, found) = read("id,a,b\nP1,1\nP2,1,2\nP3,1,2,3\n\"P4\",\"x\ny\"\nP5,1\n");
        assert_eq!(cells.len(), 2);
        assert_eq!(found, ["F020 2:1", "F020 4:1", "F020 5:1", "F020 7:1"]);
    }

    #[test]
    fn a_decimal_comma_in_a_comma_file_is_named() {
        let (_, findings) = read_with("id,a,b\nP1,12,5,x\nP2,a,b,c\n", None);
        let messages: Vec<_> = findings.iter().map(|finding| &finding.message).collect();
        assert!(matches!(messages[0], Message::CsvDecimalComma { number, .. } if number == "12,5"));
        assert!(matches!(messages[1], Message::CsvTooManyFields { expected: 3, found: 4 }));
    }

    #[test]
    fn a_hundred_misshapen_rows_then_a_count() {
        let text = format!("id,a\n{}", "P1\n".repeat(250));
        let (_, findings) = read_with(&text, None);
        assert_eq!(findings.iter().count(), 101);
    }

    #[test]
    fn an_unclosed_quotation_mark_is_where_it_opens() {
        let (cells, found) = read("id,a\nP1,\"x\nP2,y\nP3,z\n");
        assert_eq!((cells.len(), found), (1, vec!["F021 2:4".to_owned()]));
        assert_eq!(read("id,\"a\nP1,x\n").1, ["F021 1:4"]);
    }

    #[test]
    fn headings() {
        assert_eq!(read("id,Note,note \nP1,1,2\n").1, ["F023 1:9"]);
        assert_eq!(read("id,a,\nP1,1,\nP2,2,\n"), (rows(&[&["id", "a"], &["P1", "1"], &["P2", "2"]]), vec!["F006 file".into()]));
        assert_eq!(read("id,,a\nP1,,1\nP2,x,2\n").1, ["F024 3:4"]);
    }

    #[test]
    fn spans_slice_what_was_read() {
        let text = "id,t\r\n\r\nP1,\"é \"\"q\"\"\"\r\nP2,\"two\r\nlines\"\r\n é , x \r\n";
        let (table, findings) = read_with(text, None);
        let table = table.unwrap();
        assert!(findings.is_empty());
        let spans: Vec<_> =
            (0..3).flat_map(|row| (0..2).map(move |column| (row, column))).map(|(r, c)| table.span(r, c)).collect();
        let slices: Vec<&str> = spans.iter().map(Span::text).collect();
        assert_eq!(slices, ["P1", "\"é \"\"q\"\"\"", "P2", "two\r\nlines", "é", "x"]);
        assert_eq!(table.cell(0, 1), "é \"q\"");
        assert_eq!(table.span(2, 1).position().line.get(), 6);
        assert_eq!(table.span(2, 1).position().column.get(), 6);
        assert_eq!(table.headings()[1].span.text(), "t");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            rows in proptest::collection::vec(proptest::collection::vec(("[ab1é'=,;\"\n\r \u{a0}.-]{0,6}", any::<bool>()), 3), 0..6),
            delimiter in 0usize..3,
            ending in 0usize..3,
        ) {
            let (delimiter, ending) = (DELIMITERS[delimiter], ["\n", "\r\n", "\r"][ending]);
            let mark = char::from(delimiter);
            let mut text = format!("x{mark}y{mark}z{ending}");
            for row in &rows {
                let cells: Vec<String> = row
                    .iter()
                    .map(|(cell, quote)| {
                        let must = cell.contains([mark, '"', '\n', '\r']);
                        if *quote || must { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
                    })
                    .collect();
                text.push_str(&cells.join(&mark.to_string()));
                text.push_str(ending);
            }
            let source = Source::new("a.csv".into(), text.clone(), None);
            let mut findings = Findings::new();
            let table = table(&source, &CsvOptions { delimiter: Some(delimiter) }, &mut findings).unwrap();
            prop_assert!(!findings.has_errors(), "{:?}", findings);
            let expected = |cell: &str| {
                let (start, end) = tidy::trimmed(cell);
                let cell = &cell[start..end];
                match cell.strip_prefix('\'') {
                    Some(rest) if rest.starts_with(['=', '-', '\r']) => tidy::tidy(rest).into_owned(),
                    _ => cell.to_owned(),
                }
            };
            let kept: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|(cell, _)| expected(cell)).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty()))
                .collect();
            prop_assert_eq!(table.rows(), kept.len());
            for (row, cells) in kept.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    prop_assert_eq!(table.cell(row, column), cell);
                    let slice = table.span(row, column).text().to_owned();
                    let whole = Raw { start: 0, end: slice.len() };
                    let said = super::cell(&slice, whole).text().to_owned();
                    prop_assert!(slice == *cell || said == *cell, "{slice:?} is not {cell:?}");
                }
            }
        }

        #[test]
        fn any_text_is_read_without_panic(text in "[ab\",;\t\n\r'= é\u{feff}]{0,60}") {
            let _ = read_with(&text, None);
        }
    }
}
