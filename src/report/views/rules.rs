//! The rules: the table of all, and the page of one or of each, with its example before and after the repair.

use super::super::document::{Block, Cell, Column, Document, Excerpt, Line, Sheet};
use crate::model::{At, Finding, Findings, Rule, Severity};
use crate::read::pages::{Content, File, Page};
use crate::text::{Label, Message};

/// A rule, its page, and what `check` says of the wrong example where that is known.
#[derive(Debug)]
pub struct Explained {
    /// The rule.
    pub rule: &'static Rule,
    /// Its page.
    pub page: Page,
    /// What it finds in the wrong example.
    pub found: Findings,
}

/// The table of all rules.
pub fn rules(rules: &[&'static Rule]) -> Document<'static> {
    let columns = || {
        vec![
            Column::text("code", Message::ColumnCode {}),
            Column::text("name", Message::ColumnName {}),
            Column::text("severity", Message::ColumnSeverity {}),
            Column::text("summary", Message::ColumnSummary {}).flexible(),
        ]
    };
    let sheet = || Sheet { columns: columns(), rows: Box::new(rules.iter().map(|rule| row(rule)).collect::<Vec<_>>()) };
    Document {
        blocks: vec![Block::Title(Message::TitleRules {}), Block::Table(sheet()), Block::Prose(Message::RulesMore {})],
        data: Some(sheet()),
    }
}

/// The page of one rule.
pub fn rule(explained: &Explained) -> Document<'_> {
    let mut document = rules(&[explained.rule]);
    document.blocks = page(explained);
    document
}

/// The table of all rules, and the page of each.
pub fn all(explained: &[Explained]) -> Document<'_> {
    let mut document = rules(&explained.iter().map(|one| one.rule).collect::<Vec<_>>());
    document.blocks.pop();
    document.blocks.extend(explained.iter().flat_map(page));
    document
}

fn row(rule: &'static Rule) -> Vec<Cell<'static>> {
    vec![Cell::Text(rule.code), Cell::Text(rule.name), severity(rule.severity), Cell::say(summary(rule))]
}

fn severity(severity: Severity) -> Cell<'static> {
    match severity {
        Severity::Error => Cell::Word { code: "error", say: || Message::SeverityError {} },
        Severity::Warning => Cell::Word { code: "warning", say: || Message::SeverityWarning {} },
        Severity::Note => Cell::Word { code: "note", say: || Message::SeverityNote {} },
    }
}

fn summary(rule: &Rule) -> Message {
    Message::Text { label: Label::new(Some(rule.summary.fr.to_owned()), Some(rule.summary.en.to_owned())) }
}

fn page(explained: &Explained) -> Vec<Block<'_>> {
    let Explained { rule, page, found } = explained;
    let level = match rule.severity {
        Severity::Error => Message::SeverityError {},
        Severity::Warning => Message::SeverityWarning {},
        Severity::Note => Message::SeverityNote {},
    };
    let mut blocks = vec![
        Block::Title(Message::Verbatim { text: format!("{} {}", rule.code, rule.name) }),
        Block::Paragraph(Message::RuleSays { level: Box::new(level), summary: Box::new(summary(rule)) }),
    ];
    blocks.extend(page.why.iter().map(|label| Block::Prose(Message::Text { label: label.clone() })));
    blocks.push(Block::Heading(Message::HeadingWrong {}));
    for file in &page.wrong {
        let lines: Vec<usize> = found.iter().filter_map(|finding| line_in(finding, &file.name)).collect();
        // A file that the repair leaves as it is stands beside itself: only what a finding points at is shown of it. A workbook is
        // shown whole, since it is nowhere else to be looked at.
        let is_text = matches!(file.content, Content::Text(_));
        blocks.extend(part(file, page.after(&file.name).or(is_text.then_some(file)), &lines));
    }
    if !found.is_empty() {
        blocks.push(Block::Findings(found));
    }
    blocks.push(Block::Heading(Message::HeadingRight {}));
    for file in &page.right {
        blocks.extend(part(file, page.before(&file.name), &[]));
    }
    blocks
}

/// The line of a finding in a file, from 1; none where it is elsewhere, or about the file as a whole.
fn line_in(finding: &Finding, name: &str) -> Option<usize> {
    match &finding.at {
        At::Span(span) if span.source().name() == name => usize::try_from(span.position().line.get()).ok(),
        At::Span(_) | At::File(_) | At::Arguments => None,
    }
}

/// What is worth showing of a file beside its other version: the paragraphs that are not in it, and those with one of `lines`;
/// of a file that is not TOML, all of it or nothing. Lines that the other version does not have are marked, and `lines`.
fn part(file: &File, other: Option<&File>, lines: &[usize]) -> Vec<Block<'static>> {
    let text = match &file.content {
        Content::Workbook(sheets) => {
            let differs = other.is_none_or(|other| other.content != file.content);
            return if differs || !lines.is_empty() {
                sheets.iter().map(|sheet| workbook(file, sheet)).collect()
            } else {
                Vec::new()
            };
        }
        Content::Text(text) => text,
    };
    let other_text = other.map(|other| match &other.content {
        Content::Text(text) => text.as_str(),
        Content::Workbook(_) => "",
    });
    let same = other_text == Some(text.as_str());
    if same && lines.is_empty() {
        return Vec::new();
    }
    if text.trim().is_empty() {
        return vec![Block::Paragraph(Message::ExampleEmpty { name: file.name.clone() })];
    }
    let known: Vec<&str> = other_text.unwrap_or_default().lines().map(str::trim_end).collect();
    let elsewhere: Vec<Vec<&str>> = paragraphs(other_text.unwrap_or_default()).into_iter().map(|(_, lines)| lines).collect();
    let whole = !is_toml(&file.name);
    let mut shown = Vec::new();
    for (first, paragraph) in paragraphs(text) {
        let range = first..first + paragraph.len();
        if whole || !elsewhere.contains(&paragraph) || lines.iter().any(|line| range.contains(line)) {
            shown.extend(range.zip(paragraph).map(|(number, text)| Line {
                number,
                text: text.to_owned(),
                marked: lines.contains(&number) || (other.is_some() && !known.contains(&text)),
            }));
        }
    }
    if shown.is_empty() {
        return vec![Block::Paragraph(Message::ExampleLess { name: file.name.clone() })];
    }
    vec![Block::Excerpt(Excerpt { name: file.name.clone(), lines: shown })]
}

fn is_toml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("toml"))
}

/// The blocks between empty lines, each with the number of its first line.
fn paragraphs(text: &str) -> Vec<(usize, Vec<&str>)> {
    let mut found: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut open = false;
    for (number, line) in (1..).zip(text.lines().map(str::trim_end)) {
        match found.last_mut() {
            _ if line.is_empty() => open = false,
            Some((_, lines)) if open => lines.push(line),
            _ => {
                found.push((number, vec![line]));
                open = true;
            }
        }
    }
    found
}

/// A sheet of a workbook, as rows of cells between bars.
fn workbook(file: &File, (name, rows): &(String, Vec<Vec<String>>)) -> Block<'static> {
    let row = |cells: &Vec<String>| cells.join(" | ");
    let lines = (1..).zip(rows).map(|(number, cells)| Line { number, text: row(cells), marked: false });
    Block::Excerpt(Excerpt { name: format!("{}, {name}", file.name), lines: lines.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> File {
        File { name: name.into(), content: Content::Text(text.into()) }
    }

    fn shown(blocks: &[Block<'_>]) -> String {
        let line = |line: &Line| format!("{}{} {}\n", line.number, if line.marked { ">" } else { "" }, line.text);
        let block = |block: &Block<'_>| match block {
            Block::Excerpt(excerpt) => excerpt.lines.iter().map(line).collect::<String>(),
            Block::Paragraph(message) => format!("{message:?}\n"),
            _ => panic!("{block:?}"),
        };
        blocks.iter().map(block).collect()
    }

    #[test]
    fn of_a_grid_the_paragraphs_that_differ_and_of_a_table_everything() {
        let (before, after) =
            (file("grid.toml", "a = 1\n\nb = 2\nc = 3\n\n\nd = 4\n"), file("grid.toml", "a = 1\n\nb = 2\nc = 5\n\n\nd = 4"));
        assert_eq!(shown(&part(&before, Some(&after), &[])), "3 b = 2\n4> c = 3\n");
        assert_eq!(shown(&part(&after, Some(&before), &[])), "3 b = 2\n4> c = 5\n");
        assert_eq!(shown(&part(&before, Some(&after), &[7])), "3 b = 2\n4> c = 3\n7> d = 4\n");
        let (before, after) = (file("a.csv", "id\n\n1\n"), file("a.csv", "id\n\n2\n"));
        assert_eq!(shown(&part(&before, Some(&after), &[])), "1 id\n3> 1\n");
    }

    #[test]
    fn of_a_file_that_stays_what_is_pointed_at() {
        let stays = file("call.toml", "a = 1\n\nb = 2\n");
        assert_eq!(shown(&part(&stays, Some(&stays), &[])), "");
        assert_eq!(shown(&part(&stays, Some(&stays), &[3])), "3> b = 2\n");
    }

    #[test]
    fn a_new_file_is_not_marked_an_empty_one_and_a_shorter_one_are_said() {
        assert_eq!(shown(&part(&file("a.toml", "a = 1\n\nb = 2"), None, &[])), "1 a = 1\n3 b = 2\n");
        let (long, short) = (file("a.toml", "a = 1\n\nb = 2"), file("a.toml", "a = 1\n"));
        assert!(shown(&part(&short, Some(&long), &[])).starts_with("ExampleLess"));
        assert_eq!(shown(&part(&long, Some(&short), &[])), "3> b = 2\n");
        assert!(shown(&part(&file("a.toml", " \n"), Some(&long), &[])).starts_with("ExampleEmpty"));
    }
}
