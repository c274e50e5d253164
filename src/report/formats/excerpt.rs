//! Lines of a file: numbered and marked for a terminal, as code in Markdown. Control characters in them are shown, not sent.

use std::io::{self, Write};

use super::wrap::width;
use super::{Style, hostile};
use crate::report::Excerpt;

/// The mark of the lines that an excerpt is shown for.
const MARK: char = '>';
/// What stands for the rest of a line, or for lines left out.
const CUT: char = '…';

/// The name of the file, then its lines.
pub(super) fn terminal(excerpt: &Excerpt, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let digits = excerpt.lines.last().map_or(1, |line| line.number.to_string().len());
    let room = style.width.map_or(usize::MAX, |width| width.max(digits + 12).saturating_sub(digits + 5));
    writeln!(out, "{}", hostile::visible(&excerpt.name))?;
    let mut next = None;
    for line in &excerpt.lines {
        if next.is_some_and(|next| next != line.number) {
            writeln!(out, "{:digits$} {CUT}", "")?;
        }
        next = Some(line.number + 1);
        let mark = if line.marked { MARK } else { ' ' };
        let text = cut(&shown(&line.text), room);
        let row = format!("{:digits$} | {mark} {text}", line.number);
        let row = row.trim_end();
        if line.marked && style.color {
            let bold = anstyle::Style::new().bold();
            writeln!(out, "{bold}{row}{bold:#}")?;
        } else {
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}

/// The name of the file, then its lines in a block of code.
pub(super) fn markdown(excerpt: &Excerpt, out: &mut dyn Write) -> io::Result<()> {
    let language = match excerpt.name.rsplit_once('.') {
        Some((_, ending @ ("toml" | "csv" | "yaml"))) => ending,
        Some((_, "yml")) => "yaml",
        _ => "text",
    };
    let mut text = String::new();
    let mut next = None;
    for line in &excerpt.lines {
        if next.is_some_and(|next| next != line.number) {
            text.push('\n');
        }
        next = Some(line.number + 1);
        text.push_str(shown(&line.text).trim_end());
        text.push('\n');
    }
    writeln!(out, "`{}`\n", hostile::visible(&excerpt.name).replace('`', "'"))?;
    fenced(language, text.trim_end_matches('\n'), out)
}

/// A block of code whose fence no line of it can close.
pub(super) fn fenced(language: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let ticks = text.split(|ch| ch != '`').map(str::len).max().unwrap_or(0).max(2) + 1;
    let fence = "`".repeat(ticks);
    writeln!(out, "{fence}{language}\n{text}\n{fence}")
}

fn shown(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    line.chars().for_each(|ch| hostile::push_source_char(ch, &mut text));
    text
}

fn cut(line: &str, room: usize) -> String {
    if width(line) <= room {
        return line.to_owned();
    }
    let mut text = String::new();
    for ch in line.chars() {
        text.push(ch);
        if width(&text) >= room {
            text.pop();
            break;
        }
    }
    text.push(CUT);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Line;
    use crate::text::Lang;

    fn excerpt(texts: &[(usize, &str)]) -> Excerpt {
        let line = |(number, text): &(usize, &str)| Line { number: *number, text: (*text).to_owned(), marked: *number == 9 };
        Excerpt { name: "grid.toml".into(), lines: texts.iter().map(line).collect() }
    }

    fn written(render: impl Fn(&mut dyn Write) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        render(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_are_numbered_marked_and_cut() {
        let style = Style { lang: Lang::En, width: Some(30), color: false };
        let lines = excerpt(&[(8, "[[criterion]]"), (9, "weight = 45"), (12, "a\t\u{1b}[31m, a long one that does not fit")]);
        let out = written(|out| terminal(&lines, &style, out));
        assert_eq!(out, "grid.toml\n 8 |   [[criterion]]\n 9 | > weight = 45\n   …\n12 |   a    ␛[31m, a long one…\n");
        assert!(out.lines().all(|line| width(line) <= 30), "{out}");
    }

    #[test]
    fn no_line_closes_the_block_it_is_in() {
        let out = written(|out| markdown(&excerpt(&[(1, "a = 1"), (3, "````"), (4, "\u{202e}b")]), out));
        assert_eq!(out, "`grid.toml`\n\n`````toml\na = 1\n\n````\n\u{fffd}b\n`````\n");
    }
}
