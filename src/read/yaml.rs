//! YAML into a tree or a table, every scalar as the text that was written: `NO` is not false and `010` is not ten.
//!
//! Built on the parser's events, so that nothing between the file and the tree gives a scalar a type.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_saphyr::granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span as Mark, Tag};

use super::cap::Capped;
use super::{Limit, tidy};
use crate::model::{At, Field, Fields, Findings, Heading, Node, Source, Span, Table, TableBuilder, Value, rule};
use crate::text::Message;

/// How deep lists and maps may stand in one another.
const MAX_DEPTH: usize = 64;
/// How many values a file may have: more than 16 MiB of realistic text ever does.
const MAX_NODES: usize = 4_000_000;
/// How many values all anchors and aliases together may repeat.
const MAX_COPIED: usize = 200_000;

/// The tree that the file is; `None` when it cannot be told.
pub fn tree(source: &Arc<Source>, findings: &mut Findings) -> Option<Node> {
    if source.text().len() as u64 > Limit::Tree.bytes() {
        super::source::too_large(source.name(), Limit::Tree, findings);
        return None;
    }
    let mut builder = Builder {
        source,
        findings,
        frames: Vec::new(),
        anchors: BTreeMap::new(),
        root: None,
        documents: 0,
        nodes: 0,
        copied: 0,
        duplicates: Capped::new(&rule::DUPLICATE_KEY),
        refused: Capped::new(&rule::YAML_SYNTAX),
    };
    let mut options = Options::default();
    options.set_emit_comments(false);
    let mut complete = true;
    for event in Parser::new_from_str_with_options(source.text(), options) {
        let taken = match event {
            Ok((event, mark)) => builder.take(event, mark),
            Err(error) => {
                builder.syntax(&error);
                None
            }
        };
        if taken.is_none() {
            complete = false;
            break;
        }
    }
    let Builder { root, duplicates, refused, findings, .. } = builder;
    duplicates.finish(findings, source);
    refused.finish(findings, source);
    if !complete {
        return None;
    }
    if root.is_none() {
        findings
            .push_at(&rule::FILE_EMPTY, At::File(source.name().to_owned()), Message::FileEmpty { name: source.name().to_owned() })
            .help(Message::HelpFileEmpty {});
    }
    root
}

/// A list or a map that is not closed yet.
struct Frame {
    start: usize,
    flow: bool,
    anchor: usize,
    /// How many values there were when it began: what an alias to it repeats.
    before: usize,
    inside: Inside,
}

enum Inside {
    List(Vec<Node>),
    Table { fields: Vec<Field>, seen: BTreeMap<String, Span>, pending: Option<(String, Span)> },
}

struct Builder<'a> {
    source: &'a Arc<Source>,
    findings: &'a mut Findings,
    frames: Vec<Frame>,
    /// Anchored values, and how many values each is made of.
    anchors: BTreeMap<usize, (Node, usize)>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    copied: usize,
    duplicates: Capped,
    refused: Capped,
}

impl Builder<'_> {
    /// Takes one event in; `None` when reading cannot go on.
    fn take(&mut self, event: Event<'_>, mark: Mark) -> Option<()> {
        let range = mark.byte_range().unwrap_or_default();
        let span = Span::new(self.source, range.start, range.end);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return self.stop(&span, Message::YamlSeveralDocuments {}, Message::HelpYamlSeveralDocuments {});
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                let tagged = self.tag(tag.as_deref(), &span);
                let is_null =
                    tagged != Some("str") && style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let merge = style == ScalarStyle::Plain && text == "<<";
                if merge && matches!(self.frames.last(), Some(Frame { inside: Inside::Table { pending: None, .. }, .. })) {
                    return self.stop(&span, Message::YamlMergeKey {}, Message::HelpYamlMergeKey {});
                }
                let value = if is_null { Value::Empty } else { Value::Text(tidy::nfc(&text).into_owned()) };
                let length = span.text().trim_end().len();
                let node = Node { span: Span::new(self.source, range.start, range.start + length), value };
                self.count(1, &span)?;
                self.place(node, anchor, 1)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), &span);
                self.open(&span, is_flow(style), anchor, Inside::List(Vec::new()))?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), &span);
                self.open(
                    &span,
                    is_flow(style),
                    anchor,
                    Inside::Table { fields: Vec::new(), seen: BTreeMap::new(), pending: None },
                )?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end)?,
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor) else {
                    return self.stop(&span, Message::YamlAliasLoop {}, Message::HelpYamlAlias {});
                };
                let size = *size;
                if self.copied + size > MAX_COPIED {
                    return self.too_much(&span, Message::YamlTooManyCopies { most: MAX_COPIED });
                }
                let node = node.clone();
                self.copied += size;
                self.count(size, &span)?;
                self.place(node, 0, size)?;
            }
            _ => {}
        }
        Some(())
    }

    fn open(&mut self, span: &Span, flow: bool, anchor: usize, inside: Inside) -> Option<()> {
        if let Some(Frame { inside: Inside::Table { pending: None, .. }, .. }) = self.frames.last() {
            return self.stop(span, Message::YamlComplexKey {}, Message::HelpYamlComplexKey {});
        }
        if self.frames.len() >= MAX_DEPTH {
            return self.too_much(span, Message::TooDeep { most: MAX_DEPTH });
        }
        self.count(1, span)?;
        self.frames.push(Frame { start: span.range().start, flow, anchor, before: self.nodes, inside });
        Some(())
    }

    fn close(&mut self, end: usize) -> Option<()> {
        let frame = self.frames.pop()?;
        let (value, last) = match frame.inside {
            Inside::List(items) => {
                let last = items.last().map(|node| node.span.range().end);
                (Value::List(items), last)
            }
            Inside::Table { fields, .. } => {
                let last = fields.last().map(|field| field.node.span.range().end.max(field.key_span.range().end));
                (Value::Table(Fields(fields)), last)
            }
        };
        // In block style the parser closes where the next thing begins; the value ends with its last part.
        let end = if frame.flow { end } else { last.unwrap_or(frame.start) };
        let node = Node { span: Span::new(self.source, frame.start, end.max(frame.start)), value };
        self.place(node, frame.anchor, self.nodes - frame.before + 1)
    }

    /// Puts a finished value where it belongs.
    fn place(&mut self, node: Node, anchor: usize, size: usize) -> Option<()> {
        if anchor > 0 {
            // An anchor inside an anchor keeps its values once more each.
            self.copied += size;
            if self.copied > MAX_COPIED {
                let span = node.span;
                return self.too_much(&span, Message::YamlTooManyCopies { most: MAX_COPIED });
            }
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(node);
            return Some(());
        };
        match &mut frame.inside {
            Inside::List(items) => items.push(node),
            Inside::Table { fields, seen, pending } => match pending.take() {
                None => {
                    let Some(text) = node.scalar() else {
                        let span = node.span;
                        return self.stop(&span, Message::YamlComplexKey {}, Message::HelpYamlComplexKey {});
                    };
                    *pending = Some((tidy::tidy(text).into_owned(), node.span));
                }
                Some((key, key_span)) => {
                    if let Some(first) = seen.get(&key) {
                        if !self.duplicates.has_room() {
                            self.duplicates.skip();
                            return Some(());
                        }
                        let line = first.position().line.to_string();
                        let message = Message::DuplicateKeyAt { key: tidy::excerpt(&key), line };
                        if let Some(finding) = self.duplicates.push(self.findings, &key_span, message) {
                            finding.help(Message::HelpDuplicateKey {});
                        }
                        return Some(());
                    }
                    seen.insert(key.clone(), key_span.clone());
                    fields.push(Field { key, key_span, node });
                }
            },
        }
        Some(())
    }

    fn count(&mut self, more: usize, span: &Span) -> Option<()> {
        self.nodes += more;
        if self.nodes > MAX_NODES { self.too_much(span, Message::YamlTooManyValues { most: MAX_NODES }) } else { Some(()) }
    }

    /// The short name of a standard tag; any other is a finding.
    fn tag<'t>(&mut self, tag: Option<&'t Tag>, span: &Span) -> Option<&'t str> {
        let tag = tag?;
        let standard =
            tag.core_suffix().filter(|name| matches!(*name, "str" | "int" | "float" | "bool" | "null" | "seq" | "map"));
        if standard.is_none() {
            let message = Message::YamlTag { tag: tidy::excerpt(&tag.original()) };
            if let Some(finding) = self.refused.push(self.findings, span, message) {
                finding.help(Message::HelpYamlTag {});
            }
        }
        standard
    }

    fn stop(&mut self, span: &Span, message: Message, help: Message) -> Option<()> {
        self.findings.push(&rule::YAML_SYNTAX, span, message).help(help);
        None
    }

    fn too_much(&mut self, span: &Span, message: Message) -> Option<()> {
        self.findings.push(&rule::FILE_TOO_LARGE, span, message).help(Message::HelpTooDeep {});
        None
    }

    fn syntax(&mut self, error: &ScanError) {
        let text = self.source.text();
        let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
        // At the end of the file there is nothing to show: the last thing written is shown instead.
        let at = if at >= text.trim_end().len() { text.trim_end().len().saturating_sub(1) } else { at };
        let tab = indenting_tab(text, at);
        let at = tab.unwrap_or(at);
        let span = Span::new(self.source, at, at + 1);
        let (message, help) = match error.kind() {
            _ if tab.is_some() => (Message::YamlTab {}, Message::HelpYamlTab {}),
            ErrorKind::RecursionLimitExceeded => {
                self.too_much(&span, Message::TooDeep { most: MAX_DEPTH });
                return;
            }
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar => (Message::YamlTab {}, Message::HelpYamlTab {}),
            ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
                (Message::YamlUnclosedQuote {}, Message::HelpYamlUnclosedQuote {})
            }
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofImplicitFlowMapping => {
                (Message::YamlUnclosedBracket {}, Message::HelpYamlUnclosedBracket {})
            }
            ErrorKind::UnknownAnchor => (Message::YamlUnknownAlias {}, Message::HelpYamlAlias {}),
            ErrorKind::InvalidIndentation
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::BlockSequenceEntryNotAllowed => {
                (Message::YamlIndentation { detail: tidy::excerpt(&error.info()) }, Message::HelpYamlIndentation {})
            }
            ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
                (Message::YamlColon {}, Message::HelpYamlColon {})
            }
            _ => (Message::YamlOther { detail: tidy::excerpt(&error.info()) }, Message::HelpYamlOther {}),
        };
        self.findings.push(&rule::YAML_SYNTAX, &span, message).help(help);
    }
}

/// A tab that indents the line of an error or the next one: the parser blames what stands before it.
fn indenting_tab(text: &str, at: usize) -> Option<usize> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |before| before + 1);
    let mut from = start;
    for line in text[start..].split('\n').take(2) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t') {
            return Some(from + tab);
        }
        from += line.len() + 1;
    }
    None
}

fn is_flow(style: serde_saphyr::granit_parser::StructureStyle) -> bool {
    style == serde_saphyr::granit_parser::StructureStyle::Flow
}

/// Reads a list of maps, or a map of maps by id, as a table whose columns are all their keys.
pub fn table(source: &Arc<Source>, findings: &mut Findings) -> Option<Table> {
    let tree = tree(source, findings)?;
    let mut shape = Capped::new(&rule::TABLE_SHAPE);
    let rows = rows(&tree, &mut shape, findings);
    let table = rows.map(|(rows, by_id)| {
        let mut columns = Columns::default();
        if by_id && let Some(row) = rows.first() {
            columns.name("id", &row.id.map_or_else(|| row.span.clone(), |(_, span)| span.clone()));
        }
        columns.gather(source, &rows, findings);
        fill(source, &rows, columns, &mut shape, findings)
    });
    shape.finish(findings, source);
    table
}

/// One map of the file, with its id where the file gives it as a key.
struct Row<'a> {
    id: Option<(&'a str, &'a Span)>,
    fields: &'a Fields,
    span: &'a Span,
}

fn rows<'a>(tree: &'a Node, shape: &mut Capped, findings: &mut Findings) -> Option<(Vec<Row<'a>>, bool)> {
    let entries: Vec<(Option<(&str, &Span)>, &Node)> = match &tree.value {
        Value::List(items) => items.iter().map(|item| (None, item)).collect(),
        Value::Table(fields) => fields.0.iter().map(|field| (Some((field.key.as_str(), &field.key_span)), &field.node)).collect(),
        _ => {
            if let Some(finding) = shape.push(findings, &tree.span, Message::YamlNotATable {}) {
                finding.help(Message::HelpYamlNotATable {});
            }
            return None;
        }
    };
    let by_id = matches!(tree.value, Value::Table(_));
    let mut rows = Vec::with_capacity(entries.len());
    for (id, node) in entries {
        let span = id.map_or(&node.span, |(_, span)| span);
        match &node.value {
            Value::Table(fields) => rows.push(Row { id, fields, span: if by_id { span } else { &node.span } }),
            _ => {
                if let Some(finding) = shape.push(findings, span, Message::YamlNotARow {}) {
                    finding.help(Message::HelpYamlNotATable {});
                }
            }
        }
    }
    Some((rows, by_id))
}

/// The columns in the order of their first appearance.
#[derive(Default)]
struct Columns {
    headings: Vec<Heading>,
    index: BTreeMap<String, usize>,
    /// The same names in lower case: two that differ only so are one column written twice.
    folded: BTreeMap<String, usize>,
}

impl Columns {
    fn name(&mut self, name: &str, span: &Span) -> usize {
        let at = self.headings.len();
        self.headings.push(Heading { name: name.to_owned(), span: span.clone() });
        self.index.insert(name.to_owned(), at);
        self.folded.entry(name.to_lowercase()).or_insert(at);
        at
    }

    fn gather(&mut self, source: &Arc<Source>, rows: &[Row<'_>], findings: &mut Findings) {
        let mut duplicates = Capped::new(&rule::HEADING_DUPLICATE);
        for field in rows.iter().flat_map(|row| &row.fields.0) {
            if self.index.contains_key(&field.key) {
                continue;
            }
            let first = self.folded.get(&field.key.to_lowercase()).copied();
            let second = self.name(&field.key, &field.key_span);
            if let Some(first) = first {
                let message = Message::HeadingDuplicate { name: tidy::excerpt(&field.key), first: first + 1, second: second + 1 };
                if let Some(finding) = duplicates.push(findings, &field.key_span, message) {
                    finding.help(Message::HelpHeadingDuplicate {});
                }
            }
        }
        duplicates.finish(findings, source);
    }
}

fn fill(source: &Arc<Source>, rows: &[Row<'_>], columns: Columns, shape: &mut Capped, findings: &mut Findings) -> Table {
    let Columns { headings, index, .. } = columns;
    let mut line: Vec<Option<&Node>> = vec![None; headings.len()];
    let mut builder = TableBuilder::new(source, headings);
    // The text was checked to be far shorter than 32 bits can count.
    let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let mut blank = 0;
    for row in rows {
        line.fill(None);
        for field in &row.fields.0 {
            if row.id.is_some() && field.key == "id" {
                if let Some(finding) = shape.push(findings, &field.key_span, Message::YamlIdTwice {}) {
                    finding.help(Message::HelpYamlIdTwice {});
                }
                continue;
            }
            if field.key.is_empty()
                && let Some(finding) = shape.push(findings, &field.key_span, Message::YamlEmptyKey {})
            {
                finding.help(Message::HelpHeadingEmpty {});
            }
            if let Some(slot) = index.get(&field.key).and_then(|&at| line.get_mut(at)) {
                *slot = Some(&field.node);
            }
        }
        let says_something = |node: &&Node| node.scalar().is_none_or(|text| !tidy::tidy(text).is_empty());
        if row.id.is_none() && !line.iter().flatten().any(says_something) {
            blank += 1;
            continue;
        }
        for (at, node) in line.iter().enumerate() {
            let (text, span) = match (node, row.id) {
                (None, Some((id, span))) if at == 0 => (id, span),
                (None, _) => ("", row.span),
                (Some(node), _) => {
                    let text = node.scalar();
                    if text.is_none()
                        && let Some(finding) = shape.push(findings, &node.span, Message::YamlNestedCell {})
                    {
                        finding.help(Message::HelpYamlNestedCell {});
                    }
                    (text.unwrap_or_default(), &node.span)
                }
            };
            let (text, range) = (tidy::tidy(text), span.range());
            if span.text() == text {
                builder.push_plain(narrow(range.start), narrow(range.len()));
            } else {
                builder.push_changed(&text, narrow(range.start), narrow(range.end));
            }
        }
    }
    if blank > 0 {
        findings.push_at(&rule::READ_AS, At::File(source.name().to_owned()), Message::ReadAsBlankRows { count: blank });
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (Option<Table>, Vec<String>) {
        let source = Source::new("a.yaml".into(), text.into(), None);
        let mut findings = Findings::new();
        let table = table(&source, &mut findings);
        (table, places(&findings))
    }

    fn places(findings: &Findings) -> Vec<String> {
        let place = |at: &At| match at {
            At::Span(span) => format!("{}:{}", span.position().line, span.position().column),
            _ => "file".to_owned(),
        };
        findings.iter().map(|finding| format!("{} {}", finding.rule.code, place(&finding.at))).collect()
    }

    fn cells(table: &Table) -> Vec<Vec<String>> {
        let names = table.headings().iter().map(|heading| heading.name.clone()).collect();
        let cells = |row| (0..table.headings().len()).map(|column| table.cell(row, column).to_owned()).collect();
        std::iter::once(names).chain((0..table.rows()).map(cells)).collect()
    }

    #[test]
    fn scalars_stay_as_written() {
        let text =
            "- {id: NO, a: 010, b: 1.50, c: ~, d: 0x1F, e: '~', f: true, g: .nan, h: 1_000, i: !!str null, j: 2024-02-01, k: }\n";
        let (table, found) = read(text);
        assert_eq!(found, Vec::<String>::new());
        let row = &cells(&table.unwrap())[1];
        assert_eq!(row, &["NO", "010", "1.50", "", "0x1F", "~", "true", ".nan", "1_000", "null", "2024-02-01", ""]);
    }

    #[test]
    fn a_list_of_maps_and_a_map_by_id_are_the_same_table() {
        let (list, found) = read("- id: P1\n  titre: Été\n- id: P2\n  note: 3\n");
        assert_eq!(found, Vec::<String>::new());
        let list = list.unwrap();
        assert_eq!(cells(&list), [["id", "titre", "note"], ["P1", "Été", ""], ["P2", "", "3"]]);
        assert_eq!(list.span(0, 2).text(), "id: P1\n  titre: Été");
        assert_eq!(list.headings()[2].span.position().line.get(), 4);
        let (by_id, found) = read("P1:\n  titre: Été\nP2: {note: 3}\n");
        assert_eq!(found, Vec::<String>::new());
        let by_id = by_id.unwrap();
        assert_eq!(cells(&by_id), cells(&list));
        assert_eq!([by_id.span(0, 0).text(), by_id.span(0, 1).text(), by_id.span(1, 2).text()], ["P1", "Été", "3"]);
    }

    #[test]
    fn the_same_cells_as_csv() {
        let csv = Source::new("a.csv".into(), "id,t,n\nP1,\" e\u{301}té \",12\nP2,,\n,,\n".into(), None);
        let mut findings = Findings::new();
        let csv = super::super::csv::table(&csv, &super::super::csv::CsvOptions::default(), &mut findings).unwrap();
        let (yaml, found) = read("- id: P1\n  t: \" e\u{301}té \"\n  n: 12\n- id: P2\n- {}\n");
        assert_eq!(found, ["F006 file"]);
        assert_eq!(cells(&yaml.unwrap()), cells(&csv));
    }

    #[test]
    fn shapes_that_are_no_table() {
        for (text, found) in [
            ("just text\n", "F025 1:1"),
            ("- a\n- b: 1\n", "F025 1:3"),
            ("- id: [1, 2]\n", "F025 1:7"),
            ("P1: {id: P2}\n", "F025 1:6"),
            ("P1: 3\n", "F025 1:1"),
            ("# only a comment\n", "F002 file"),
            ("- Id: 1\n- id: 2\n", "F023 2:3"),
        ] {
            assert_eq!(read(text).1, [found], "{text}");
        }
    }

    #[test]
    fn what_yaml_would_do_silently_is_refused() {
        for (text, found) in [
            ("- id: P1\n  id: P2\n", "F012 2:3"),
            ("- id: P1\n---\n- id: P2\n", "F011 2:1"),
            ("- id: *nobody\n", "F011 1:7"),
            ("- &a {id: 1}\n- <<: *a\n", "F011 2:3"),
            ("- ? [a]\n  : 1\n", "F011 1:5"),
            ("- id: !secret x\n", "F011 1:15"),
            ("- &a [*a]\n", "F011 1:7"),
            ("- id: \"x\n", "F011 1:8"),
            ("- id: [1, 2\n", "F011 1:11"),
            ("- id: 1\n\ttitle: 2\n", "F011 2:1"),
            ("- id: a: b\n", "F011 1:8"),
        ] {
            let found_here = read(text).1;
            assert_eq!(found_here.len(), 1, "{text}: {found_here:?}");
            assert_eq!(found_here[0][..4], found[..4], "{text}: {found_here:?}");
            let line = |place: &str| place[5..].split(':').next().unwrap().to_owned();
            assert_eq!(line(&found_here[0]), line(found), "{text}: {found_here:?}");
        }
    }

    #[test]
    fn every_duplicate_key_is_found() {
        assert_eq!(read("- {a: 1, a: 2}\n- {b: 1, b: 2, b: 3}\n").1, ["F012 1:10", "F012 2:10", "F012 2:16"]);
    }

    #[test]
    fn aliases_copy_values_within_bounds() {
        let (table, found) = read("- id: P1\n  t: &t Un titre\n- id: P2\n  t: *t\n");
        assert_eq!(found, Vec::<String>::new());
        assert_eq!(table.unwrap().cell(1, 1), "Un titre");
        let mut laughs = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let row = vec![format!("*a{}", level - 1); 9].join(", ");
            laughs = [laughs, format!("a{level}: &a{level} [{row}]\n")].concat();
        }
        let (none, found) = read(&laughs);
        assert!(none.is_none());
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("F004"), "{found:?}");
    }

    #[test]
    fn depth_is_bounded() {
        for text in ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(50_000)] {
            let (none, found) = read(&text);
            assert!(none.is_none() && found.len() == 1, "{found:?}");
            assert!(found[0].starts_with("F004"), "{found:?}");
        }
    }

    #[test]
    fn block_texts_and_comments() {
        let (table, found) =
            read("# marks\n- id: P1 # first\n  text: |\n    two\n    lines\n- id: P2\n  text: >-\n    one\n    line\n");
        assert_eq!(found, Vec::<String>::new());
        let table = table.unwrap();
        assert_eq!([table.cell(0, 1), table.cell(1, 1)], ["two\nlines", "one line"]);
        assert_eq!(table.span(0, 1).position().line.get(), 4);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "[ab:,\\-\\[\\]{}&*!|>'\"%#? \n\té~<]{0,60}") {
            let _ = read(&text);
        }

        #[test]
        fn spans_slice_what_was_read(values in proptest::collection::vec("[a-zé]{1,5}( [a-z]{1,3})?", 1..5)) {
            let rows: Vec<String> = values.iter().map(|value| format!("- id: {value}\n  b: '{value}'\n")).collect();
            let text = rows.concat();
            let (table, _) = read(&text);
            let table = table.unwrap();
            for (row, value) in values.iter().enumerate() {
                let value = match value.as_str() { "null" => "", value => value };
                prop_assert_eq!(table.cell(row, 0), value);
                prop_assert!(table.span(row, 0).text().contains(value));
                prop_assert!(table.span(row, 1).text().contains(table.cell(row, 1)));
            }
        }
    }
}
