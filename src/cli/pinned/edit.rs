//! A pin written into the text of a `call.toml`: everything else stays as it is, letter by letter. What is made is read again before
//! it is used: where anything but the pin would say something else, there is no result.

use crate::model::{Fields, Findings, Node, Source, Value};
use crate::read;

/// What a pin says.
#[derive(Debug, Clone, Copy)]
pub struct Pinned<'a> {
    /// The version of the grid.
    pub version: &'a str,
    /// The SHA-256 of its file.
    pub sha256: &'a str,
    /// Its copy.
    pub copy: &'a str,
}

/// The text of a call with a pin, new or in place of the one it has; `None` where it cannot be put in safely. `root` is the tree of
/// `text`, and `comment` a line to put above a new pin.
pub fn with_pin(text: &str, root: &Node, pinned: Pinned<'_>, comment: &str) -> Option<String> {
    let fields = root.table()?;
    let attempts = match fields.get("pin") {
        Some(pin) => renewed(text, pin, pinned),
        None => vec![appended(text, pinned, comment)],
    };
    attempts.into_iter().find(|made| holds(made, fields, pinned))
}

/// The lines of a pin.
pub fn lines(pinned: Pinned<'_>) -> String {
    let Pinned { version, sha256, copy } = pinned;
    format!("[pin]\nversion = {}\nsha256 = {}\ncopy = {}\n", quoted(version), quoted(sha256), quoted(copy))
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A new table at the end, which changes the sense of nothing before it.
fn appended(text: &str, pinned: Pinned<'_>, comment: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let close = if text.is_empty() || text.ends_with('\n') { "" } else { end };
    let added = format!("\n{comment}\n{}", lines(pinned)).replace('\n', end);
    format!("{text}{close}{added}")
}

/// The values of the pin that is there replaced by others. What it lacks is put beside the hash, in the form of a table of its own,
/// of one on a line, or of dotted keys.
fn renewed(text: &str, pin: &Node, pinned: Pinned<'_>) -> Vec<String> {
    let Some(fields) = pin.table() else { return Vec::new() };
    let wanted = [("version", pinned.version), ("sha256", pinned.sha256), ("copy", pinned.copy)];
    let span = |key: &str| fields.get(key).map(|node| node.span.range());
    let replaced: Option<Vec<(std::ops::Range<usize>, String)>> = wanted
        .into_iter()
        .filter(|(key, _)| *key != "copy" || fields.get("copy").is_some())
        .map(|(key, value)| Some((span(key)?, quoted(value))))
        .collect();
    let (Some(mut edits), Some(hash)) = (replaced, span("sha256")) else { return Vec::new() };
    if fields.get("copy").is_some() {
        return made(text, edits).into_iter().collect();
    }
    let copy = quoted(pinned.copy);
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // Just after the hash; a comment behind it stays with the new line.
    let forms = [format!("{end}copy = {copy}"), format!(", copy = {copy}"), format!("{end}pin.copy = {copy}")];
    let mut attempts = Vec::new();
    for form in forms {
        edits.push((hash.end..hash.end, form));
        attempts.extend(made(text, edits.clone()));
        edits.pop();
    }
    attempts
}

/// The text with these stretches replaced.
fn made(text: &str, mut edits: Vec<(std::ops::Range<usize>, String)>) -> Option<String> {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut out, mut at) = (String::with_capacity(text.len() + 200), 0);
    for (range, new) in edits {
        out.push_str(text.get(at..range.start)?);
        out.push_str(&new);
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// Whether a text reads without a mistake, says this pin, and says all else as before.
fn holds(text: &str, before: &Fields, pinned: Pinned<'_>) -> bool {
    let mut findings = Findings::new();
    let source = Source::new("call.toml".to_owned(), text.to_owned(), None);
    let Some(root) = read::toml::tree(&source, &mut findings).filter(|_| findings.is_empty()) else { return false };
    let Some(after) = root.table() else { return false };
    let pin = after.table("pin");
    let says = |key: &str, value: &str| pin.and_then(|pin| pin.text(key)).is_some_and(|text| text.value == value.trim());
    let others = |fields: &Fields| fields.0.iter().filter(|field| field.key != "pin").cloned().collect::<Vec<_>>();
    says("version", pinned.version)
        && says("sha256", pinned.sha256)
        && says("copy", pinned.copy)
        && same_fields(&Fields(others(before)), &Fields(others(after)))
}

fn same_fields(one: &Fields, other: &Fields) -> bool {
    one.0.len() == other.0.len() && one.0.iter().all(|field| other.get(&field.key).is_some_and(|node| same(&field.node, node)))
}

fn same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Text(one), Value::Text(other))
        | (Value::Number(one), Value::Number(other))
        | (Value::Date(one), Value::Date(other)) => one == other,
        (Value::Flag(one), Value::Flag(other)) => one == other,
        (Value::Empty, Value::Empty) => true,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Table(one), Value::Table(other)) => same_fields(one, other),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PINNED: Pinned<'_> = Pinned { version: "2 \"bis\"", sha256: "new", copy: "g.toml.pinned" };

    fn pin(text: &str) -> Option<String> {
        let source = Source::new("call.toml".to_owned(), text.to_owned(), None);
        let root = read::toml::tree(&source, &mut Findings::new()).unwrap();
        with_pin(text, &root, PINNED, "# why")
    }

    const LINES: &str = "[pin]\nversion = '2 \"bis\"'\nsha256 = \"new\"\ncopy = \"g.toml.pinned\"\n";

    #[test]
    fn a_new_pin_stands_at_the_end() {
        for text in ["[call]\ngrid = \"g\" # c\n", "call.grid = \"g\"\n[[reviewer]]\nid = \"a\"\n", ""] {
            assert_eq!(pin(text).unwrap(), format!("{text}\n# why\n{LINES}"));
        }
        assert_eq!(pin("a = 1").unwrap(), format!("a = 1\n\n# why\n{LINES}"), "a last line without an end gets one");
        let windows = pin("[call]\r\ngrid = \"g\"\r\n").unwrap();
        assert_eq!(windows.matches('\n').count(), windows.matches("\r\n").count());
    }

    #[test]
    fn a_pin_is_renewed_where_it_stands() {
        let old = "# a\n[pin] # b\nsha256   = 'old' # c\n# d\nversion = \"1\"\ncopy = '''x'''\n\n[call]\ngrid = \"g\"\n";
        let new = "# a\n[pin] # b\nsha256   = \"new\" # c\n# d\nversion = '2 \"bis\"'\ncopy = \"g.toml.pinned\"\n\n[call]\ngrid = \"g\"\n";
        assert_eq!(pin(old).unwrap(), new);
        assert_eq!(pin(new).unwrap(), new, "a second time changes nothing");
    }

    #[test]
    fn a_copy_that_was_not_there_comes_beside_the_hash_in_every_form() {
        for (old, new) in [
            (
                "[pin]\nversion = 'a'\nsha256 = 'o'\n",
                "[pin]\nversion = '2 \"bis\"'\nsha256 = \"new\"\ncopy = \"g.toml.pinned\"\n",
            ),
            (
                "pin = { version = 'a', sha256 = 'o' }\n",
                "pin = { version = '2 \"bis\"', sha256 = \"new\", copy = \"g.toml.pinned\" }\n",
            ),
            (
                "pin.version = 'a'\npin.sha256 = 'o'\n",
                "pin.version = '2 \"bis\"'\npin.sha256 = \"new\"\npin.copy = \"g.toml.pinned\"\n",
            ),
        ] {
            assert_eq!(pin(old).as_deref(), Some(new));
        }
    }

    #[test]
    fn what_cannot_be_renewed_is_left_alone() {
        for text in [
            "pin = 1\n",
            "[pin]\nversion = \"1\"\n",
            "[[pin]]\nversion = \"1\"\nsha256 = \"o\"\n",
            "pin = { sha256 = 'o', version.x = 1 }\n",
        ] {
            assert_eq!(pin(text), None, "{text}");
        }
    }
}
