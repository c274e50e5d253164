//! What a TOML syntax error is about, in this program's own words. The place comes from the parser, the sentence from the
//! text that stands there; only what is rare keeps the parser's English detail.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue, Error};

use super::cap::Capped;
use super::tidy::excerpt;
use crate::model::{At, Findings, Source, Span, rule};
use crate::text::Message;

/// What the recovered tree knows: where each value and each list or table ends, with its beginning, and where keys stand.
#[derive(Debug, Default)]
pub(super) struct Known {
    values: BTreeMap<usize, usize>,
    containers: BTreeMap<usize, usize>,
    keys: BTreeMap<String, BTreeSet<usize>>,
}

impl Known {
    /// Notes the places of a recovered tree, when there are errors to place.
    pub(super) fn of(table: &DeTable<'_>, errors: &[Error]) -> Self {
        let mut known = Self::default();
        if !errors.is_empty() {
            known.table(table, 0);
        }
        known
    }

    fn table(&mut self, table: &DeTable<'_>, depth: usize) {
        for (key, value) in table {
            self.keys.entry(key.get_ref().to_string()).or_default().insert(key.span().start);
            self.value(value, depth);
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, depth: usize) {
        let span = value.span();
        let start = self.values.entry(span.end).or_insert(span.start);
        *start = (*start).min(span.start);
        if depth > super::toml::MAX_DEPTH {
            return;
        }
        match value.get_ref() {
            DeValue::Array(items) => {
                self.containers.insert(span.end, span.start);
                for item in items {
                    self.value(item, depth + 1);
                }
            }
            DeValue::Table(table) => {
                self.containers.insert(span.end, span.start);
                self.table(table, depth + 1);
            }
            _ => {}
        }
    }
}

/// One error: where it is shown, what is said, and whether it hides other parts of the file.
struct Told {
    place: Range<usize>,
    message: Message,
    help: Message,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It stays inside one value.
    Local,
    /// Something else of the file is lost.
    Losing,
    /// A key of that name stands where it says, if it is known.
    Duplicate(Option<usize>),
    Depth,
}

/// The errors of a file, told over the rounds that it takes to see past them.
#[derive(Default)]
pub(super) struct Report {
    told: Vec<Told>,
}

impl Report {
    /// Takes the errors that make the parser lose what follows them, and mends the text so that it can go on: same length,
    /// same places. `None` when there is nothing to mend.
    pub(super) fn mend(&mut self, text: &str, errors: &[Error], known: &Known) -> Option<String> {
        let mut mended = String::new();
        for error in errors {
            let told = tell(text, error, error.span().unwrap_or_default(), known);
            let written = text.get(told.place.clone()).unwrap_or_default();
            let replacement = match told.message {
                Message::TomlDecimalComma { .. } => written.replace(',', "."),
                Message::TomlMissingEquals { .. } | Message::TomlMissingKey {} => " ".repeat(written.len()),
                _ => continue,
            };
            if written.is_empty() || self.told.iter().rev().take(8).any(|known| known.place == told.place) {
                continue;
            }
            if mended.is_empty() {
                text.clone_into(&mut mended);
            }
            mended.replace_range(told.place.clone(), &replacement);
            self.told.push(told);
        }
        (!mended.is_empty()).then_some(mended)
    }

    /// Reports every error, in the order of the file; `text` is the mended one. Says whether parts of the file were lost.
    pub(super) fn finish(
        mut self,
        source: &Arc<Source>,
        text: &str,
        errors: &[Error],
        known: &Known,
        findings: &mut Findings,
    ) -> bool {
        // Where a bracket is never closed, what follows is not a list: complaints about its commas say nothing more.
        let unclosed: Vec<Range<usize>> = errors.iter().filter_map(|error| unclosed_container(error, known)).collect();
        for error in errors {
            let at = error.span().unwrap_or_default();
            let aftermath = unclosed.iter().any(|range| range.contains(&at.start) || range.end == at.start)
                && (error.message().starts_with("missing comma")
                    || error.message().starts_with("unexpected `=`")
                    || error.message().starts_with("extra comma")
                    || (error.message().starts_with("string values must be quoted") && is_followed_by_equals(text, &at)));
            if !aftermath {
                self.told.push(tell(text, error, at, known));
            }
        }
        self.told.sort_by_key(|told| (told.place.start, told.place.end));
        let lost = self.told.iter().any(|told| matches!(told.kind, Kind::Losing | Kind::Depth));
        // Past the deepest nesting the parser skips what it should close: one finding says it.
        if let Some(deep) = self.told.iter().position(|told| told.kind == Kind::Depth) {
            self.told.swap(0, deep);
            self.told.truncate(1);
        }
        let mut shown = BTreeSet::new();
        let (mut syntax, mut duplicate) = (Capped::new(&rule::TOML_SYNTAX), Capped::new(&rule::DUPLICATE_KEY));
        for Told { place, message, help, kind } in self.told {
            if !shown.insert((place.start, matches!(kind, Kind::Duplicate(_)))) {
                continue;
            }
            let span = Span::new(source, place.start, place.end);
            let finding = match kind {
                Kind::Depth if place.is_empty() => {
                    Some(findings.push_at(&rule::FILE_TOO_LARGE, At::File(source.name().to_owned()), message))
                }
                Kind::Depth => Some(findings.push(&rule::FILE_TOO_LARGE, &span, message)),
                Kind::Duplicate(first) => {
                    let message = match (message, first) {
                        (Message::DuplicateKey { key }, Some(first)) if duplicate.has_room() => {
                            Message::DuplicateKeyAt { key, line: source.position(first).line.to_string() }
                        }
                        (message, _) => message,
                    };
                    duplicate.push(findings, &span, message)
                }
                Kind::Local | Kind::Losing => syntax.push(findings, &span, message),
            };
            if let Some(finding) = finding {
                finding.help(help);
            }
        }
        syntax.finish(findings, source);
        duplicate.finish(findings, source);
        lost
    }
}

fn tell(text: &str, error: &Error, at: Range<usize>, known: &Known) -> Told {
    let detail = error.message();
    let written = text.get(at.clone()).unwrap_or_default();
    let told = |place, message, help, kind| Told { place, message, help, kind };
    let starts = |starts: &[&str]| starts.iter().any(|start| detail.starts_with(start));
    if starts(&["recursion limit", "cannot recurse"]) {
        return told(at, Message::TooDeep { most: super::toml::MAX_DEPTH }, Message::HelpTooDeep {}, Kind::Depth);
    }
    if starts(&["duplicate key"]) {
        let key = written.trim_matches(['"', '\'']);
        // The nearest key of that name above it is the one it repeats: two tables may share key names.
        let first = known.keys.get(key).and_then(|places| places.range(..at.start).next_back().copied());
        return told(at, Message::DuplicateKey { key: excerpt(key) }, Message::HelpDuplicateKey {}, Kind::Duplicate(first));
    }
    if let Some(place) = decimal_comma(text, at.start) {
        let written = excerpt(&text[place.clone()]);
        let fixed = written.replace(',', ".");
        return told(place, Message::TomlDecimalComma { written }, Message::HelpTomlDecimalComma { fixed }, Kind::Local);
    }
    if starts(&["string values must be quoted"]) {
        let trimmed = at.start..at.start + written.trim_end().len();
        return match written.trim().chars().next() {
            None => told(at, Message::TomlMissingValue {}, Message::HelpTomlMissingValue {}, Kind::Losing),
            Some('“' | '”' | '«' | '‘' | '’' | '„') => {
                told(trimmed, Message::TomlCurlyQuotes { text: excerpt(written) }, Message::HelpTomlQuotes {}, Kind::Local)
            }
            Some(_) => told(trimmed, Message::TomlUnquoted { text: excerpt(written) }, Message::HelpTomlQuotes {}, Kind::Local),
        };
    }
    if starts(&["invalid basic string", "invalid literal string", "invalid multi-line"])
        && at.is_empty()
        && (detail.ends_with("expected `\"`") || detail.ends_with("expected `'`") || detail.ends_with("expected `'''`"))
    {
        let open = known.values.get(&at.start).copied().unwrap_or(at.start);
        let several_lines = text[open..].starts_with("\"\"\"") || text[open..].starts_with("'''");
        let place = open..end_of_line(text, open);
        let kind = if several_lines { Kind::Losing } else { Kind::Local };
        let message = Message::TomlUnclosedText { text: excerpt(&text[place.clone()]) };
        return told(place, message, Message::HelpTomlUnclosedText {}, kind);
    }
    if starts(&["key with no value", "missing value for key"]) {
        let place = line(text, at.start);
        let message = Message::TomlMissingEquals { text: excerpt(&text[place.clone()]) };
        return told(place, message, Message::HelpTomlMissingEquals {}, Kind::Losing);
    }
    if starts(&["unclosed"]) {
        let open = match detail {
            detail if detail.starts_with("unclosed table") || detail.starts_with("unclosed array table") => {
                line(text, at.start).start
            }
            _ => known.containers.get(&at.start).copied().unwrap_or(at.start),
        };
        let bracket = text[open..].chars().next().map_or_else(String::new, String::from);
        let place = open..open + bracket.len();
        return told(place, Message::TomlUnclosed { bracket }, Message::HelpTomlUnclosed {}, Kind::Losing);
    }
    if starts(&["missing comma"]) {
        return told(at, Message::TomlMissingComma {}, Message::HelpTomlMissingComma {}, Kind::Losing);
    }
    if starts(&["missing escaped value", "invalid escape"]) {
        let back = text[..at.start].rfind('\\').unwrap_or(at.start);
        return told(back..at.end.max(back + 1), Message::TomlBackslash {}, Message::HelpTomlBackslash {}, Kind::Local);
    }
    if starts(&["unquoted keys cannot be empty"]) {
        let place = line(text, at.start);
        return told(place, Message::TomlMissingKey {}, Message::HelpTomlMissingEquals {}, Kind::Losing);
    }
    if starts(&["invalid unquoted key"]) {
        let place = token(text, at.start, known);
        let key = excerpt(&text[place.clone()]);
        let quoted = format!("\"{key}\"");
        return told(place, Message::TomlBareKey { key }, Message::HelpTomlBareKey { quoted }, Kind::Local);
    }
    let place = token(text, at.start, known);
    let value = excerpt(&text[place.clone()]);
    if starts(&["invalid boolean"]) {
        return told(place, Message::TomlFlag { text: value }, Message::HelpTomlFlag {}, Kind::Local);
    }
    if starts(&["invalid date", "invalid time", "invalid local", "invalid offset"]) {
        return told(place, Message::TomlDate { text: value }, Message::HelpTomlDate {}, Kind::Local);
    }
    let number = [
        "unexpected leading zero",
        "invalid fraction",
        "invalid mantissa",
        "invalid float",
        "invalid integer",
        "invalid exponent",
        "redundant numeric",
        "redundant integer",
        "integers with",
        "radix must",
        "`_` may only",
        "invalid hexadecimal",
        "invalid octal",
        "invalid binary",
        "unexpected sign",
    ];
    if starts(&number) {
        return told(place, Message::TomlNumber { text: value }, Message::HelpTomlNumber {}, Kind::Local);
    }
    told(at, Message::TomlOther { detail: detail.to_owned() }, Message::HelpTomlOther {}, Kind::Losing)
}

/// The list or inline table that this error says is never closed.
fn unclosed_container(error: &Error, known: &Known) -> Option<Range<usize>> {
    let about = error.message();
    if !about.starts_with("unclosed array,") && !about.starts_with("unclosed inline table") {
        return None;
    }
    let end = error.span()?.start;
    Some(*known.containers.get(&end)?..end)
}

fn is_followed_by_equals(text: &str, at: &Range<usize>) -> bool {
    text.get(at.end..).is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('='))
}

/// A number such as `0,25`, as a whole value, at or just before a place.
fn decimal_comma(text: &str, at: usize) -> Option<Range<usize>> {
    // A number is short: looking further back would cost the length of the line for each of its errors.
    let near = boundary(text, at.saturating_sub(64));
    let before = text.get(near..at)?;
    let from = near + before.rfind(['=', '\n']).filter(|&from| before[from..].starts_with('='))? + 1;
    let start = from + text[from..].len() - text[from..].trim_start_matches([' ', '\t']).len();
    let digits = |from: usize| text.as_bytes()[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let signed = start + usize::from(text[start..].starts_with(['-', '+']));
    let whole = digits(signed);
    let comma = signed + whole;
    if whole == 0 || text.as_bytes().get(comma) != Some(&b',') {
        return None;
    }
    let part = digits(comma + 1);
    let end = comma + 1 + part;
    let rest = text[end..].trim_start_matches([' ', '\t']);
    let ends_here = rest.is_empty() || rest.starts_with(['\n', '\r', '#', ',', '}', ']']);
    let reach = text.len() - rest.len();
    (part > 0 && ends_here && (start..=reach).contains(&at)).then_some(start..end)
}

/// The word or value that stands around a place: the one the tree knows, else up to blanks and punctuation.
fn token(text: &str, at: usize, known: &Known) -> Range<usize> {
    if let Some((&end, &start)) = known.values.range(at..).next()
        && (start..=end).contains(&at)
        && !text[start..end].contains(['\n', '{', '['])
    {
        return start..end;
    }
    let stops = |c: char| c.is_whitespace() || matches!(c, '=' | ',' | '[' | ']' | '{' | '}' | '#' | '.');
    let near = boundary(text, at.saturating_sub(64));
    let start = text[near..at]
        .rfind(stops)
        .map_or(near, |before| near + before + text[near + before..].chars().next().map_or(1, char::len_utf8));
    let far = boundary(text, (at + 64).min(text.len()));
    let end = text[at..far].find(stops).map_or(far, |length| at + length);
    start..end.max(start)
}

/// The last place at or before `at` that cuts no character.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The line around a place, without the blanks around it.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |before| before + 1);
    let whole = &text[start..end_of_line(text, at)];
    let indent = whole.len() - whole.trim_start().len();
    start + indent..start + whole.trim_end().len().max(indent)
}

fn end_of_line(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length)
}
