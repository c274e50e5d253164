//! Pictures drawn with characters: a bar or an interval in a row of cells, the same number of cells in every row.

use std::io::{self, Write};

use super::wrap::{width, wrap};
use super::{Style, hostile};
use crate::number::Exact;
use crate::report::chart::{Bar, Bars, Chart, End, Interval, Intervals, Unit};
use crate::text::{Lang, Message};

/// Space between columns.
const GAP: usize = 2;
/// Narrower terminals get numbers only.
const NARROW: usize = 60;
/// A picture of fewer cells shows nothing that the numbers do not.
const FEWEST: usize = 21;
/// More cells tire the eye. A multiple of four and one, so that quarters fall on cells.
const MOST: usize = 61;
/// Where nothing bounds a line: what a page holds.
const PAGE: usize = 100;
/// Quarters of an axis have a number and a dot.
const QUARTERS: usize = 4;

/// One row, ready to be laid out.
struct Row {
    label: String,
    /// What stands before the picture.
    before: String,
    /// What stands after it.
    after: Vec<String>,
    /// All of that in words, for where there is no picture.
    said: String,
    note: Option<String>,
}

/// Draws a chart for a terminal, or any other plain text.
pub(super) fn terminal(chart: &Chart, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let lang = style.lang;
    let rows = rows(chart, lang);
    let room = style.width.unwrap_or(PAGE);
    let widest = |of: &dyn Fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let labels = widest(&|row| width(&row.label)).min((room / 3).max(12));
    let before = widest(&|row| width(&row.before));
    let columns = rows.iter().map(|row| row.after.len()).max().unwrap_or(0);
    let after: Vec<usize> = (0..columns).map(|at| widest(&|row| row.after.get(at).map_or(0, |text| width(text)))).collect();
    let notes = widest(&|row| row.note.as_deref().map_or(0, width));
    let gap_before = if before > 0 { GAP } else { 0 };
    let taken = labels + GAP + before + gap_before + after.iter().map(|width| GAP + width).sum::<usize>();
    let left = room.saturating_sub(taken);
    // Remarks stand beside the pictures where there is room for all of them, else under each.
    let beside = notes > 0 && left >= FEWEST * 2 + GAP + notes;
    let cells = if beside { left - GAP - notes } else { left };
    let cells = cells.min(MOST);
    let legend = legend(chart, lang);
    if room < NARROW || cells < FEWEST {
        for row in &rows {
            let text = Message::FieldOf { label: row.label.clone(), value: row.said.clone() }.text(lang);
            lines("", &text, room, out)?;
            row.note.iter().try_for_each(|note| lines("  ", note, room, out))?;
        }
        return Ok(());
    }
    let cells = cells - (cells - 1) % QUARTERS;
    let start = labels + GAP + before + gap_before;
    if let Some(ticks) = ticks(chart, cells, lang) {
        write_line(&format!("{:start$}{ticks}", ""), out)?;
    }
    for (at, row) in rows.iter().enumerate() {
        let mut label = wrap(&row.label, labels).into_iter();
        let first = label.next().unwrap_or_default();
        let mut line = padded(&first, labels);
        line.push_str(&" ".repeat(GAP));
        if before > 0 {
            line.push_str(&" ".repeat(before - width(&row.before)));
            line.push_str(&row.before);
            line.push_str(&" ".repeat(GAP));
        }
        line.push_str(&picture(chart, at, cells, ' '));
        for (text, wide) in row.after.iter().zip(&after) {
            line.push_str(&" ".repeat(GAP + wide - width(text)));
            line.push_str(text);
        }
        if let Some(note) = row.note.as_ref().filter(|_| beside) {
            line.push_str(&" ".repeat(GAP));
            line.push_str(&hostile::isolated(note.clone()));
        }
        write_line(&line, out)?;
        label.try_for_each(|more| write_line(&hostile::isolated(more), out))?;
        row.note.iter().filter(|_| !beside).try_for_each(|note| lines(&" ".repeat(labels + GAP), note, room, out))?;
    }
    legend.map_or(Ok(()), |legend| lines("", &legend, room, out))
}

/// Draws a chart as a table of a code host: the numbers in cells, the picture as code.
pub(super) fn markdown(chart: &Chart, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    /// Cells of a picture in a table.
    const CELLS: usize = 41;
    let say = |message: &Message| hostile::markdown(&message.text(lang));
    let rows = rows(chart, lang);
    let any_note = rows.iter().any(|row| row.note.is_some());
    let (of, mut heads): (&Message, Vec<String>) = match chart {
        Chart::Bars(bars) => (&bars.of, bars.parts.iter().map(say).collect()),
        Chart::Intervals(all) => (&all.of, vec![say(&all.mark), say(&Message::ChartFrom {}), say(&Message::ChartTo {})]),
    };
    let numbers = heads.len();
    heads.insert(0, say(of));
    // The picture needs no name.
    heads.push(String::new());
    if any_note {
        heads.push(say(&Message::ColumnRemark {}));
    }
    writeln!(out, "| {} |", heads.join(" | "))?;
    let rules = (0..heads.len()).map(|at| if (1..=numbers).contains(&at) { "---:" } else { "---" });
    writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
    for (at, row) in rows.iter().enumerate() {
        let mut cells = vec![hostile::markdown(&row.label)];
        cells.extend(Some(row.before.clone()).filter(|before| !before.is_empty()));
        cells.extend(row.after.iter().map(|text| hostile::markdown(text)));
        // A space would be lost at the ends of code.
        let picture = picture(chart, at, CELLS, '·');
        cells.push(format!("`{picture}`"));
        if any_note {
            cells.push(row.note.as_deref().map(hostile::markdown).unwrap_or_default());
        }
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    if let Some(legend) = legend(chart, lang) {
        writeln!(out, "\n{}", hostile::markdown(&legend))?;
    }
    Ok(())
}

fn rows(chart: &Chart, lang: Lang) -> Vec<Row> {
    let say = |message: &Message| hostile::visible(&message.text(lang)).into_owned();
    match chart {
        Chart::Bars(bars) => {
            let row = |bar: &Bar| {
                let after: Vec<String> =
                    (0..bars.parts.len()).map(|at| number(value(bar, at), bars.unit, bars.decimals, lang)).collect();
                let said: Vec<String> = match bars.parts.as_slice() {
                    [_] => after.clone(),
                    parts => {
                        let each = after.iter().zip(parts);
                        each.map(|(value, part)| Message::ChartPart { value: value.clone(), part: say(part) }.text(lang))
                            .collect()
                    }
                };
                let (label, note) = (say(&bar.label), bar.note.as_ref().map(say));
                Row { label, before: String::new(), after, said: said.join(", "), note }
            };
            bars.rows.iter().map(row).collect()
        }
        Chart::Intervals(all) => {
            let row = |one: &Interval| {
                let [mark, low, high] =
                    [&one.mark, &one.low.at, &one.high.at].map(|value| number(value, all.unit, all.decimals, lang));
                let said = Message::ChartBetween { mark: mark.clone(), low: low.clone(), high: high.clone() }.text(lang);
                Row { label: say(&one.label), before: mark, after: vec![low, high], said, note: one.note.as_ref().map(say) }
            };
            all.rows.iter().map(row).collect()
        }
    }
}

fn value(bar: &Bar, part: usize) -> &Exact {
    bar.values.get(part).unwrap_or(&Exact::ZERO)
}

fn number(value: &Exact, unit: Unit, decimals: usize, lang: Lang) -> String {
    let text = lang.fixed(value, decimals);
    match unit {
        Unit::Percent => Message::ChartPercent { value: text }.text(lang),
        Unit::Plain => text,
    }
}

/// What the signs mean, where that has to be said.
fn legend(chart: &Chart, lang: Lang) -> Option<String> {
    let message = match chart {
        Chart::Bars(bars) if bars.parts.len() < 2 => return None,
        Chart::Bars(bars) => {
            let sign = |at: usize| FILLS.get(at).copied().unwrap_or(LAST_FILL).to_string();
            let part = |(at, part): (usize, &Message)| Message::ChartPart { value: sign(at), part: part.text(lang) }.text(lang);
            Message::Verbatim { text: bars.parts.iter().enumerate().map(part).collect::<Vec<_>>().join(", ") }
        }
        Chart::Intervals(all) => Message::ChartLegend { mark: Box::new(all.mark.clone()) },
    };
    Some(hostile::visible(&message.text(lang)).into_owned())
}

/// The numbers at the quarters of an axis, each over its cell; only those at the ends where the others have no room.
fn ticks(chart: &Chart, cells: usize, lang: Lang) -> Option<String> {
    let Chart::Intervals(all) = chart else { return None };
    let span = &all.high - &all.low;
    let text = |quarter: usize| {
        let part = Exact::ratio(i64::try_from(quarter).ok()?, i64::try_from(QUARTERS).ok()?)?;
        Some(lang.number(&(&all.low + &(&span * &part))))
    };
    let lay = |quarters: &[usize]| {
        let mut line = String::new();
        for &quarter in quarters {
            let text = text(quarter)?;
            let (own, cell) = (width(&text), (cells - 1) * quarter / QUARTERS);
            let start = if quarter == QUARTERS { cells.checked_sub(own)? } else { cell.saturating_sub(own / 2) };
            let gap = start.checked_sub(width(&line)).filter(|gap| *gap > 0 || line.is_empty())?;
            line.push_str(&" ".repeat(gap));
            line.push_str(&text);
        }
        Some(line)
    };
    lay(&[0, 1, 2, 3, QUARTERS]).or_else(|| lay(&[0, QUARTERS]))
}

/// What the parts of a bar are made of, in order: told apart without colour.
const FILLS: [char; 2] = ['█', '▒'];
/// Any further part.
const LAST_FILL: char = '░';
/// Eighths of a cell, for the end of a bar of one part.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// The picture of one row, exactly `cells` wide; `blank` is where nothing is.
fn picture(chart: &Chart, row: usize, cells: usize, blank: char) -> String {
    match chart {
        Chart::Bars(bars) => bars.rows.get(row).map(|bar| draw_bar(bars, bar, cells, blank)),
        Chart::Intervals(all) => all.rows.get(row).map(|one| draw_interval(all, one, cells, blank)),
    }
    .unwrap_or_default()
}

fn draw_bar(bars: &Bars, bar: &Bar, cells: usize, blank: char) -> String {
    let room = cells.saturating_sub(1);
    let mut drawn = String::from("│");
    let mut used = 0;
    if bars.parts.len() < 2 {
        // More than nothing is never nothing, and less than all never all.
        let all = room * EIGHTHS.len().saturating_add(1);
        let value = value(bar, 0);
        let mut eighths = scaled(value, &bars.most, all);
        if *value > Exact::ZERO {
            eighths = eighths.max(1);
        }
        if *value < bars.most {
            eighths = eighths.min(all.saturating_sub(1));
        }
        used = eighths / 8;
        drawn.extend(std::iter::repeat_n('█', used));
        if let Some(part) = (eighths % 8).checked_sub(1).and_then(|at| EIGHTHS.get(at)) {
            drawn.push(*part);
            used += 1;
        }
    } else {
        let mut sum = Exact::ZERO;
        for at in 0..bars.parts.len() {
            sum = &sum + value(bar, at);
            // Where a bar ends depends on the sum so far alone, so that a longer one is never drawn shorter.
            let end = scaled(&sum, &bars.most, room).max(used);
            drawn.extend(std::iter::repeat_n(FILLS.get(at).copied().unwrap_or(LAST_FILL), end - used));
            used = end;
        }
    }
    drawn.extend(std::iter::repeat_n(blank, room.saturating_sub(used)));
    drawn
}

fn draw_interval(all: &Intervals, one: &Interval, cells: usize, blank: char) -> String {
    let last = cells.saturating_sub(1);
    let cell = |value: &Exact| scaled(&(value - &all.low), &(&all.high - &all.low), last);
    let (low, high, mark) = (cell(&one.low.at), cell(&one.high.at), cell(&one.mark));
    let draw = |at: usize| {
        let end = |end: &End, bracket: char| if end.changes { bracket } else { '─' };
        if at == mark {
            '●'
        } else if at == low && at == high {
            '│'
        } else if at == low {
            end(&one.low, '├')
        } else if at == high {
            end(&one.high, '┤')
        } else if (low..high).contains(&at) {
            '─'
        } else if (at * QUARTERS).is_multiple_of(last.max(1)) {
            '·'
        } else {
            blank
        }
    };
    (0..cells).map(draw).collect()
}

/// How many of `all` steps a value is of the `whole`, rounded, from none to all.
fn scaled(value: &Exact, whole: &Exact, all: usize) -> usize {
    let steps = i64::try_from(all).ok().and_then(|all| (value * &Exact::whole(all)).checked_div(whole));
    let steps = steps.filter(|_| *whole > Exact::ZERO && !value.is_negative()).map(|steps| steps.rounded(0));
    let steps = steps.map(|steps| steps.small_fraction().map_or(all, |(num, _)| usize::try_from(num).unwrap_or(all)));
    steps.unwrap_or(0).min(all)
}

fn padded(text: &str, room: usize) -> String {
    let pad = room.saturating_sub(width(text));
    format!("{}{}", hostile::isolated(text.to_owned()), " ".repeat(pad))
}

/// A text under an indent.
fn lines(indent: &str, text: &str, room: usize, out: &mut dyn Write) -> io::Result<()> {
    let room = room.saturating_sub(indent.len());
    wrap(text, room).into_iter().try_for_each(|line| write_line(&format!("{indent}{}", hostile::isolated(line)), out))
}

fn write_line(line: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", line.trim_end())
}

#[cfg(test)]
mod tests;
