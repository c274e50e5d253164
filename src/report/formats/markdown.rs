//! Markdown in GitHub's dialect. What a title may not do in it is in `hostile`.

use std::io::{self, Write};

use super::{Format, Style, cell, chart, excerpt, hostile};
use crate::report::{Block, Cell, Document, Sheet, findings};
use crate::text::{Lang, Message};

pub(super) const FORMAT: Format = Format { name: "markdown", endings: &["md", "markdown"], machine: false, render };

fn render(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let say = |message: &Message| hostile::markdown(&message.text(style.lang));
    for (at, block) in document.blocks.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Title(message) => writeln!(out, "# {}", say(message))?,
            Block::Heading(message) => writeln!(out, "## {}", say(message))?,
            Block::Paragraph(message) => writeln!(out, "{}", say(message))?,
            Block::Prose(message) => writeln!(out, "{}", message.text(style.lang))?,
            Block::Excerpt(lines) => excerpt::markdown(lines, out)?,
            Block::Findings(found) => {
                let mut bytes = Vec::new();
                findings::render(found, &Style { color: false, ..*style }, &mut bytes)?;
                excerpt::fenced("text", String::from_utf8_lossy(&bytes).trim_end(), out)?;
            }
            Block::List(items) => items.iter().try_for_each(|item| writeln!(out, "- {}", say(item)))?,
            Block::Table(sheet) => table(sheet, style.lang, out)?,
            Block::Chart(chart) => chart::markdown(chart, style.lang, out)?,
        }
    }
    Ok(())
}

fn table(sheet: &Sheet<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut line = String::from("|");
    for column in &sheet.columns {
        line.push(' ');
        line.push_str(&hostile::markdown(&column.label.text(lang)));
        if let Some(under) = &column.under {
            line.push_str(" (");
            line.push_str(&hostile::markdown(&under.text(lang)));
            line.push(')');
        }
        line.push_str(" |");
    }
    line.push_str("\n|");
    for column in &sheet.columns {
        line.push_str(if column.numeric { " ---: |" } else { " --- |" });
    }
    line.push('\n');
    out.write_all(line.as_bytes())?;
    sheet.rows.visit(&mut |cells| {
        line.clear();
        line.push('|');
        for (cell, column) in cells.iter().zip(&sheet.columns) {
            line.push(' ');
            let text = cell::shown(cell, column, lang);
            // Numbers are ours: nothing in them can act.
            match cell {
                Cell::Exact(_) | Cell::Signed(_) | Cell::Count(_) | Cell::Rank { .. } => line.push_str(&text),
                Cell::Missing | Cell::Text(_) | Cell::Word { .. } | Cell::Say(_) => line.push_str(&hostile::markdown(&text)),
            }
            line.push_str(" |");
        }
        line.push('\n');
        out.write_all(line.as_bytes())
    })
}
