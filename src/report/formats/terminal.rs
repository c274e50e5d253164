//! The form for a person at a terminal: light tables, wrapped lines, bold where colour is wanted.

use std::io::{self, Write};

use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Row, Table, TableStyle, Width,
};

use super::wrap::{widest_word, width, wrap};
use super::{Format, Style, cell, chart, excerpt, hostile};
use crate::report::{Block, Cell, Column, Document, Sheet, findings};
use crate::text::{Lang, Message};

pub(super) const FORMAT: Format = Format { name: "table", endings: &[], machine: false, render };

/// Space between columns.
const GAP: usize = 2;
/// A column of titles narrower than this is tiring to read.
const READABLE: usize = 24;
/// A column of titles this wide needs no more.
const COMFORTABLE: usize = 48;
/// Other texts (identifiers, words) take at most this much where titles need the room.
const ASIDE: usize = 32;
/// The narrowest a text becomes before a table is given up for a list of fields.
const NARROWEST: usize = 12;
/// Headings have at most this many lines, the second line of [`Column::under`] not counted.
const HEADING_LINES: usize = 4;
/// A word of a heading wider than this is cut.
const HEADING_WORD: usize = 18;
/// A numeric column with a heading wider than this, even in two lines, gets a letter where letters are used.
const LETTER_FROM: usize = 8;
/// A line without bounds is bounded here all the same, for texts of a megabyte.
const UNBOUNDED: usize = 1000;
/// Rows laid out at once: the table is as fast for a million rows as for a hundred.
const PIECE: usize = 500;

/// A thin rule under the headings and no other line: the numbers are the picture.
const LOOK: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─'))
    .content_lines(ContentLineStyle::none());

fn render(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let room = style.width.unwrap_or(usize::MAX);
    let mut after_heading = true;
    for block in &document.blocks {
        if !after_heading {
            writeln!(out)?;
        }
        after_heading = matches!(block, Block::Heading(_));
        match block {
            Block::Title(message) | Block::Heading(message) => {
                for line in wrap(&say(message, style.lang), room) {
                    write_line(&line, true, style, out)?;
                }
            }
            Block::Excerpt(lines) => excerpt::terminal(lines, style, out)?,
            // Every finding ends with an empty line; the next block begins with one.
            Block::Findings(found) => {
                let mut bytes = Vec::new();
                findings::render(found, style, &mut bytes)?;
                out.write_all(bytes.strip_suffix(b"\n").unwrap_or(&bytes))?;
            }
            Block::Paragraph(message) | Block::Prose(message) => hanging("", &say(message, style.lang), room, style, out)?,
            Block::List(items) => {
                items.iter().try_for_each(|item| hanging("• ", &say(item, style.lang), room, style, out))?;
            }
            Block::Table(sheet) => table(sheet, style, out)?,
            Block::Chart(chart) => chart::terminal(chart, style, out)?,
        }
    }
    Ok(())
}

/// A message may carry texts from files, so it is as hostile as they are.
fn say(message: &Message, lang: Lang) -> String {
    hostile::visible(&message.text(lang)).into_owned()
}

fn write_line(line: &str, bold: bool, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let line = line.trim_end();
    if bold && style.color {
        let bold = anstyle::Style::new().bold();
        writeln!(out, "{bold}{line}{bold:#}")
    } else {
        writeln!(out, "{line}")
    }
}

/// A text whose further lines stand under its first word.
fn hanging(mark: &str, text: &str, room: usize, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let indent = width(mark);
    for (at, line) in wrap(text, room.saturating_sub(indent)).into_iter().enumerate() {
        let line = hostile::isolated(line);
        write_line(&if at == 0 { format!("{mark}{line}") } else { format!("{:indent$}{line}", "") }, false, style, out)?;
    }
    Ok(())
}

/// What the cells of a column need.
#[derive(Clone, Copy, Default)]
struct Needs {
    /// The widest number up to its decimal sign.
    head: usize,
    /// The widest part of a number from its decimal sign on: numbers stand with their decimal signs in one line.
    tail: usize,
    /// The widest text.
    text: usize,
    /// The widest word of a text: a column narrower than that would cut a place or an identifier.
    word: usize,
}

/// Which headings a table has.
#[derive(Clone, Copy, PartialEq)]
enum Headings {
    Full,
    Short,
    Letters,
}

/// A table laid out.
struct Plan {
    widths: Vec<usize>,
    headings: Vec<String>,
    legend: Vec<(String, String)>,
}

fn table(sheet: &Sheet<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut needs = vec![Needs::default(); sheet.columns.len()];
    sheet.rows.visit(&mut |cells| {
        for ((cell, column), need) in cells.iter().zip(&sheet.columns).zip(&mut needs) {
            let (text, tail) = content(cell, column, style.lang);
            need.word = widest_word(&text).min(ASIDE).max(need.word);
            match tail {
                Some(tail) => {
                    need.head = need.head.max(width(&text) - tail);
                    need.tail = need.tail.max(tail);
                }
                // A word among numbers takes two lines rather than the width of the titles.
                None if column.numeric => need.text = need.text.max(width(&text).min(ASIDE)),
                None => need.text = need.text.max(width(&text)),
            }
        }
        Ok(())
    })?;
    // First with every column, even if titles are cramped; then without those that say again what stands elsewhere.
    let all = vec![true; sheet.columns.len()];
    let once: Vec<bool> = sheet.columns.iter().map(|column| !column.repeats).collect();
    for kept in [&all, &once] {
        for layout in [plan, cramped] {
            let columns = kept_of(&sheet.columns, kept);
            let needs = kept_of(&needs, kept);
            if let Some(plan) = layout(&columns, &needs, style) {
                return grid(sheet, &Shown { kept, columns, needs, plan }, style, out);
            }
        }
    }
    fields(sheet, style, out)
}

/// The columns that are shown, and how.
struct Shown<'k> {
    kept: &'k [bool],
    columns: Vec<Column>,
    needs: Vec<Needs>,
    plan: Plan,
}

fn kept_of<T: Clone>(items: &[T], kept: &[bool]) -> Vec<T> {
    items.iter().zip(kept).filter(|(_, kept)| **kept).map(|(item, _)| item.clone()).collect()
}

/// A cell's text, harmless, and for a number the width of what follows the last digit of its whole part.
fn content(cell: &Cell<'_>, column: &Column, lang: Lang) -> (String, Option<usize>) {
    let text = cell::shown(cell, column, lang);
    let tail = match cell {
        Cell::Exact(_) | Cell::Signed(_) => text.rfind(lang.decimal_sign()).map_or(0, |at| text.len() - at),
        Cell::Rank { tied, .. } => usize::from(*tied),
        Cell::Text(_) | Cell::Word { .. } | Cell::Say(_) => return (hostile::visible(&text).into_owned(), None),
        Cell::Missing | Cell::Count(_) => 0,
    };
    (text, column.numeric.then_some(tail))
}

/// The first layout that fits: full headings, short ones, letters; `None` where the width is too small for a table.
fn plan(columns: &[Column], needs: &[Needs], style: &Style) -> Option<Plan> {
    let Some(total) = style.width else {
        return Plan::new(columns, needs, Headings::Full, 3, UNBOUNDED, usize::MAX, style.lang);
    };
    let attempt = |headings, lines, readable| Plan::new(columns, needs, headings, lines, readable, total, style.lang);
    for headings in [Headings::Full, Headings::Short, Headings::Letters] {
        let comfortable = (1..=HEADING_LINES).find_map(|lines| attempt(headings, lines, COMFORTABLE));
        let plan = comfortable.or_else(|| attempt(headings, HEADING_LINES, READABLE));
        if plan.is_some() {
            return plan;
        }
    }
    None
}

/// The layout of last resort, with letters and narrow titles.
fn cramped(columns: &[Column], needs: &[Needs], style: &Style) -> Option<Plan> {
    Plan::new(columns, needs, Headings::Letters, HEADING_LINES, NARROWEST, style.width?, style.lang)
}

impl Plan {
    /// The layout with such headings in so many lines, if titles get a width of `readable` (or what they need).
    fn new(
        columns: &[Column],
        needs: &[Needs],
        headings: Headings,
        lines: usize,
        readable: usize,
        total: usize,
        lang: Lang,
    ) -> Option<Self> {
        let mut legend = Vec::new();
        let mut letters = 0;
        let mut labels = Vec::with_capacity(columns.len());
        for column in columns {
            let full = say(&column.label, lang);
            let short = column.short.as_ref().map(|short| say(short, lang));
            labels.push(match (headings, short) {
                (Headings::Short, Some(short)) => short,
                (Headings::Letters, short) if column.numeric && (short.is_some() || heading_width(&full, 2, 1) > LETTER_FROM) => {
                    let letter = letter(letters);
                    letters += 1;
                    let under = column.under.as_ref().map(|under| format!(" {}", say(under, lang))).unwrap_or_default();
                    legend.push((letter.clone(), full + &under));
                    letter
                }
                _ => full,
            });
        }
        let under = |column: &Column| column.under.as_ref().map(|under| say(under, lang));
        let mut widths: Vec<usize> = Vec::with_capacity(columns.len());
        for ((column, label), need) in columns.iter().zip(&labels).zip(needs) {
            let at_least = (need.head + need.tail)
                .max(need.text)
                .max(under(column).map_or(0, |under| width(&under)))
                .max(if column.numeric { 1 } else { 2 });
            widths.push(if column.numeric {
                heading_width(label, lines, at_least)
            } else {
                at_least.max(width(label).min(HEADING_WORD)).min(UNBOUNDED)
            });
        }
        share(columns, needs, &mut widths, readable, total)?;
        let wrapped: Vec<Vec<String>> = columns
            .iter()
            .zip(&labels)
            .zip(&widths)
            .map(|((column, label), &width)| {
                let mut lines = wrap(label, width);
                lines.extend(under(column).map(|under| wrap(&under, width)).unwrap_or_default());
                lines
            })
            .collect();
        // Headings stand on the rule: what is short hangs low, near its numbers.
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
        let headings = wrapped
            .into_iter()
            .map(|lines| {
                "\n".repeat(height - lines.len()) + &lines.into_iter().map(hostile::isolated).collect::<Vec<_>>().join("\n")
            })
            .collect();
        Some(Self { widths, headings, legend })
    }
}

/// Gives text columns what the numbers leave of `total`; `None` if titles get less than `readable` (or what they need).
fn share(columns: &[Column], needs: &[Needs], widths: &mut [usize], readable: usize, total: usize) -> Option<()> {
    let any_flexible = columns.iter().any(|column| column.flexible);
    let flexible = |at: usize| if any_flexible { columns[at].flexible } else { !columns[at].numeric };
    // Unbounded: nothing to share.
    if total == usize::MAX {
        return Some(());
    }
    let tight = readable < READABLE;
    for at in 0..columns.len() {
        if !columns[at].numeric && !flexible(at) {
            widths[at] = widths[at].min(if tight { NARROWEST.max(needs[at].word) } else { ASIDE });
        }
    }
    let fixed: usize = (0..columns.len()).filter(|&at| !flexible(at)).map(|at| widths[at]).sum();
    let gaps = GAP * columns.len().saturating_sub(1);
    let mut left = total.checked_sub(fixed + gaps)?;
    let mut open: Vec<usize> = (0..columns.len()).filter(|&at| flexible(at)).collect();
    if open.iter().map(|&at| widths[at].min(readable)).sum::<usize>() > left {
        return None;
    }
    // The narrowest first: what one does not need is for the others.
    open.sort_by_key(|&at| (widths[at], at));
    for (done, &at) in open.iter().enumerate() {
        widths[at] = widths[at].min(left / (open.len() - done)).max(2);
        left = left.saturating_sub(widths[at]);
    }
    Some(())
}

/// The smallest width, `at_least` or more, in which a heading has at most so many lines.
fn heading_width(label: &str, lines: usize, at_least: usize) -> usize {
    let start = at_least.max(widest_word(label).min(HEADING_WORD));
    (start..width(label).min(UNBOUNDED))
        .find(|&room| wrap(label, room).len() <= lines)
        .unwrap_or_else(|| start.max(width(label).min(UNBOUNDED)))
}

/// A, B, … Z, AA, AB, …
fn letter(index: usize) -> String {
    let last = u8::try_from(index % 26).map_or('?', |offset| char::from(b'A' + offset));
    if index < 26 { last.to_string() } else { format!("{}{last}", letter(index / 26 - 1)) }
}

fn grid(sheet: &Sheet<'_>, shown: &Shown<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let Shown { kept, columns, needs, plan } = shown;
    let empty = || {
        let mut table = Table::new();
        table.load_style(LOOK).set_content_arrangement(ContentArrangement::Disabled).set_header(&plan.headings);
        let last = plan.widths.len().saturating_sub(1);
        for (at, column) in table.column_iter_mut().enumerate() {
            let gap = u16::try_from(if at == last { 0 } else { GAP }).unwrap_or(0);
            column.set_padding((0, gap));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(
                u16::try_from(plan.widths[at]).unwrap_or(u16::MAX - gap) + gap,
            )));
            if columns[at].numeric {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table
    };
    let heading_lines = plan.headings.first().map_or(0, |heading| heading.split('\n').count());
    let mut first = true;
    let mut flush = |table: &Table, out: &mut dyn Write| {
        for (at, line) in table.lines().enumerate() {
            let heading = at <= heading_lines;
            if first || !heading {
                write_line(&line, at < heading_lines, style, out)?;
            }
        }
        first = false;
        io::Result::Ok(())
    };
    let mut table = empty();
    let mut waiting = 0;
    sheet.rows.visit(&mut |cells| {
        let mut row = Row::new();
        let cells = cells.iter().zip(*kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell);
        for (at, (cell, column)) in cells.zip(columns).enumerate() {
            let (mut text, tail) = content(cell, column, style.lang);
            let room = plan.widths[at];
            if column.numeric && width(&text) <= room {
                let pad = tail.map_or(0, |tail| needs[at].tail - tail.min(needs[at].tail));
                text.extend(std::iter::repeat_n(' ', pad));
                row.add_cell(comfy_table::Cell::new_owned(text));
            } else {
                let lines: Vec<String> = wrap(&text, room).into_iter().map(hostile::isolated).collect();
                row.add_cell(comfy_table::Cell::new_owned(lines.join("\n")));
            }
        }
        table.add_row(row);
        waiting += 1;
        if waiting == PIECE {
            flush(&table, out)?;
            table = empty();
            waiting = 0;
        }
        Ok(())
    })?;
    flush(&table, out)?;
    if !plan.legend.is_empty() {
        writeln!(out)?;
    }
    let room = style.width.unwrap_or(usize::MAX);
    let widest = plan.legend.iter().map(|(letter, _)| letter.len()).max().unwrap_or(0);
    plan.legend.iter().try_for_each(|(letter, label)| hanging(&format!("{letter:widest$}  "), label, room, style, out))
}

/// Where no table fits: each row as a list of its fields.
fn fields(sheet: &Sheet<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let room = style.width.unwrap_or(usize::MAX);
    let mut first = true;
    sheet.rows.visit(&mut |cells| {
        if !std::mem::take(&mut first) {
            writeln!(out)?;
        }
        for (cell, column) in cells.iter().zip(&sheet.columns) {
            let label = say(column.short.as_ref().unwrap_or(&column.label), style.lang);
            let (value, _) = content(cell, column, style.lang);
            let mut lines = wrap(&Message::FieldOf { label, value }.text(style.lang), room.saturating_sub(GAP))
                .into_iter()
                .map(hostile::isolated);
            write_line(&lines.next().unwrap_or_default(), false, style, out)?;
            lines.try_for_each(|line| write_line(&format!("  {line}"), false, style, out))?;
        }
        Ok(())
    })
}
