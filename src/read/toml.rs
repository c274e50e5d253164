//! TOML into a tree with places, with every syntax error of the file. What the errors mean is told in `toml_errors`.

use std::sync::Arc;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::toml_errors::{Known, Report};
use super::{Limit, tidy};
use crate::model::{Field, Fields, Findings, Node, Source, Span, Value, rule};
use crate::text::Message;

/// How deep tables and lists may stand in one another.
pub(super) const MAX_DEPTH: usize = 64;
/// How often a mended text is read again.
const MOST_ROUNDS: usize = 8;

/// The tree that the file is; `None` when an error hides where its parts begin or end.
///
/// After errors that stay inside one value there is a tree, so that the rest can be checked too.
pub fn tree(source: &Arc<Source>, findings: &mut Findings) -> Option<Node> {
    let text = source.text();
    if text.len() as u64 > Limit::Tree.bytes() {
        super::source::too_large(source.name(), Limit::Tree, findings);
        return None;
    }
    let mut report = Report::default();
    let mut mended: Option<String> = None;
    // Some mistakes make the parser lose what follows: they are mended in a copy, until it sees the whole file.
    for _ in 0..MOST_ROUNDS {
        let seen = mended.as_deref().unwrap_or(text);
        let (root, errors) = DeTable::parse_recoverable(seen);
        let Some(next) = report.mend(seen, &errors, &Known::of(root.get_ref(), &errors)) else { break };
        mended = Some(next);
    }
    let seen = mended.as_deref().unwrap_or(text);
    let (root, errors) = DeTable::parse_recoverable(seen);
    let since = findings.len();
    let lost = report.finish(source, seen, &errors, &Known::of(root.get_ref(), &errors), findings);
    // A depth that the parser itself refused has been said.
    let too_deep = findings.iter().skip(since).any(|finding| finding.rule.code == rule::FILE_TOO_LARGE.code);
    let mut walker = Walker { source, findings, too_deep };
    let fields = walker.table(root.get_ref(), 0);
    if walker.too_deep || lost {
        return None;
    }
    Some(Node { span: Span::new(source, 0, 0), value: Value::Table(fields) })
}

struct Walker<'a> {
    source: &'a Arc<Source>,
    findings: &'a mut Findings,
    too_deep: bool,
}

impl Walker<'_> {
    fn table(&mut self, table: &DeTable<'_>, depth: usize) -> Fields {
        let mut fields = Vec::with_capacity(table.len());
        for (key, value) in table {
            let place = key.span();
            let key_span = Span::new(self.source, place.start, place.end);
            let node = self.value(value, depth + 1);
            fields.push(Field { key: tidy::nfc(key.get_ref()).into_owned(), key_span, node });
        }
        Fields(fields)
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, depth: usize) -> Node {
        let place = value.span();
        let span = Span::new(self.source, place.start, place.end);
        if depth > MAX_DEPTH {
            if !self.too_deep {
                self.too_deep = true;
                self.findings
                    .push(&rule::FILE_TOO_LARGE, &span, Message::TooDeep { most: MAX_DEPTH })
                    .help(Message::HelpTooDeep {});
            }
            return Node { span, value: Value::Empty };
        }
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(tidy::nfc(text).into_owned()),
            DeValue::Integer(number) if number.as_str().is_empty() => Value::Number(span.text().replace('_', "")),
            DeValue::Integer(number) => match number.radix() {
                10 => Value::Number(number.as_str().to_owned()),
                radix => Value::Number(
                    i128::from_str_radix(number.as_str(), radix)
                        .map_or_else(|_| span.text().to_owned(), |value| value.to_string()),
                ),
            },
            DeValue::Float(number) => Value::Number(self.float(number.as_str(), &span)),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(_) => Value::Date(span.text().to_owned()),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.value(item, depth + 1)).collect()),
            DeValue::Table(table) => Value::Table(self.table(table, depth)),
        };
        Node { span, value }
    }

    fn float(&mut self, text: &str, span: &Span) -> String {
        if text.is_empty() {
            return span.text().replace('_', "");
        }
        if text.contains(['n', 'i']) {
            self.findings
                .push(&rule::TOML_SYNTAX, span, Message::TomlNotFinite { text: tidy::excerpt(span.text()) })
                .help(Message::HelpTomlNumber {});
            return "0".to_owned();
        }
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{At, Findings};
    use proptest::prelude::*;

    fn read(text: &str) -> (Option<Node>, Vec<String>, Findings) {
        let source = Source::new("grid.toml".into(), text.into(), None);
        let mut findings = Findings::new();
        let tree = tree(&source, &mut findings);
        let place = |at: &At| match at {
            At::Span(span) => format!("{}:{}", span.position().line, span.position().column),
            _ => "file".to_owned(),
        };
        let places = findings.iter().map(|finding| format!("{} {}", finding.rule.code, place(&finding.at))).collect();
        (tree, places, findings)
    }

    fn get<'a>(tree: &'a Node, path: &str) -> &'a Node {
        path.split('.').fold(tree, |node, key| match key.parse::<usize>() {
            Ok(at) => &node.list().unwrap()[at],
            Err(_) => node.table().unwrap().get(key).unwrap(),
        })
    }

    #[test]
    fn values_keep_what_was_written_and_where() {
        let text = "[grid]\nid = \"a\"\ntotal = 1_00.50\nhex = 0x1F\nday = 2024-02-01\nok = true\ne\u{301} = 1\n";
        let text = &text.replace("e\u{301} =", "\"e\u{301}\" =");
        let (tree, found, _) = read(&format!("{text}[[criterion]]\nid = \"x\"\nbrackets = [{{ at_least = 10 }}]\n"));
        assert_eq!(found, Vec::<String>::new());
        let tree = tree.unwrap();
        for (path, written, span) in [
            ("grid.id", "a", "\"a\""),
            ("grid.total", "100.50", "1_00.50"),
            ("grid.hex", "31", "0x1F"),
            ("grid.day", "2024-02-01", "2024-02-01"),
            ("grid.ok", "true", "true"),
            ("grid.é", "1", "1"),
            ("criterion.0.brackets.0.at_least", "10", "10"),
        ] {
            assert_eq!(get(&tree, path).scalar(), Some(written), "{path}");
            assert_eq!(get(&tree, path).span.text(), span, "{path}");
        }
        assert!(matches!(get(&tree, "grid.day").value, Value::Date(_)));
        let keys: Vec<&str> = get(&tree, "grid").table().unwrap().0.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["id", "total", "hex", "day", "ok", "é"]);
        assert_eq!(get(&tree, "grid").table().unwrap().field("hex").unwrap().key_span.text(), "hex");
    }

    #[test]
    fn five_mistakes_are_five_findings_in_order() {
        let text = "[grid]\nid = \"open\ntotal 100\nweight = 0,25\nname = bare words\nid = \"again\"\nok = 1\n";
        let (_, found, findings) = read(text);
        assert_eq!(found, ["F010 2:6", "F010 3:1", "F010 4:10", "F010 5:8", "F012 6:1"]);
        let kinds: Vec<_> = findings.iter().map(|finding| &finding.message).collect();
        assert!(matches!(kinds[0], Message::TomlUnclosedText { .. }), "{kinds:?}");
        assert!(matches!(kinds[1], Message::TomlMissingEquals { .. }), "{kinds:?}");
        assert!(matches!(kinds[2], Message::TomlDecimalComma { written } if written == "0,25"), "{kinds:?}");
        assert!(matches!(kinds[3], Message::TomlUnquoted { text } if text == "bare words"), "{kinds:?}");
        assert!(matches!(kinds[4], Message::DuplicateKeyAt { key, line } if key == "id" && line == "2"), "{kinds:?}");
        assert!(findings.iter().all(|finding| finding.help.is_some()));
    }

    #[test]
    fn each_frequent_mistake_is_one_finding_at_its_place() {
        for (text, place, tree_is_left) in [
            ("a = 0,25\n", "F010 1:5", true),
            ("x = { a = 0,25 }\n", "F010 1:11", true),
            ("x = { a = 0,25, b = 2 }\n", "F010 1:11", true),
            ("a = True\n", "F010 1:5", true),
            ("a = \n", "F010 1:5", false),
            ("a = «x»\n", "F010 1:5", true),
            ("a = .5\n", "F010 1:5", true),
            ("a = 1.\n", "F010 1:5", true),
            ("a = 01\n", "F010 1:5", true),
            ("a = 12.5.3\n", "F010 1:5", true),
            ("a = inf\n", "F010 1:5", true),
            ("a : 1\n", "F010 1:1", false),
            ("é = 1\n", "F010 1:1", true),
            ("a = 2024-13-01\n", "F010 1:5", true),
            ("a = [1, 2\nb = 3\n", "F010 1:5", false),
            ("a = {x = 1, y = 2\nb = 3\n", "F010 1:5", false),
            ("[t\nx = 1\n", "F010 1:1", false),
            ("a = \"C:\\dossier\"\n", "F010 1:8", true),
            ("x = [\"a\" \"b\"]\n", "F010 1:10", false),
            ("a = \"\"\"x\nb = 1\n", "F010 1:5", false),
            ("a.b = 1\na = 2\n", "F012 2:1", true),
            ("[t]\nx = 1\n[t]\ny = 2\n", "F012 3:2", true),
            ("= 3\n", "F010 1:1", false),
        ] {
            let (tree, found, findings) = read(text);
            assert_eq!(found, [place], "{text}: {findings:?}");
            assert_eq!(tree.is_some(), tree_is_left, "{text}");
        }
        let (tree, _, _) = read("x = { a = 0,25, b = 2 }\n");
        let tree = tree.unwrap();
        assert_eq!(get(&tree, "x.a").scalar(), Some("0.25"));
        assert_eq!(get(&tree, "x").table().unwrap().0.len(), 2);
    }

    #[test]
    fn depth_and_number_of_errors_are_bounded() {
        for text in [
            format!("{}a = 1\n", "a.".repeat(50_000)),
            format!("a = {}", "[".repeat(50_000)),
            format!("a = {}1{}", "[".repeat(70), "]".repeat(70)),
            format!("{}a = 1{}\n", format!("{}a = {{", "a.".repeat(70)).repeat(70), "}".repeat(70)),
        ] {
            let (tree, found, _) = read(&text);
            assert!(tree.is_none() && found.iter().any(|found| found.starts_with("F004")), "{:?}", &found[..found.len().min(4)]);
            assert!(found.len() <= 3, "{}", found.len());
        }
        assert_eq!(read(&"a\n".repeat(1_000)).1.len(), 101);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "[ab=\\[\\]{}\"'.,:#0-9\\\\ \n\té-]{0,60}") {
            let (tree, _, findings) = read(&text);
            prop_assert!(tree.is_some() || findings.has_errors());
        }
    }
}
