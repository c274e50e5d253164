//! The walker: holds a draft tree against the key table and says every key that is unknown, missing or of another kind.

use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::nearest::nearest;
use crate::model::{Fields, Findings, Node, Span, Value, rule};
use crate::number::{Decimal, DecimalError};
use crate::text::Message;

/// Holds `node` against `shape`.
pub(super) fn walk(node: &Node, shape: &Shape, findings: &mut Findings) {
    let Value::Table(fields) = &node.value else {
        findings
            .push(&rule::VALUE_TYPE, &node.span, Message::WantsThisTable { table: Box::new(place(shape)) })
            .help(Message::KnownKeys { known: shape.keys.iter().map(|key| key.name.to_owned()).collect() });
        return;
    };
    let mut meant = Vec::new();
    for field in &fields.0 {
        match shape.keys.iter().find(|key| key.name == field.key) {
            Some(key) => value(&field.node, key, key.kind, findings),
            None => meant.extend(unknown(&field.key, &field.key_span, fields, shape, findings)),
        }
    }
    missing(fields, &meant, &node.span, shape, findings);
    one_of(fields, &meant, &node.span, shape, findings);
}

/// Of the keys of which exactly one must be there, says that none is, or that two are.
fn one_of(fields: &Fields, meant: &[String], span: &Span, shape: &Shape, findings: &mut Findings) {
    let keys = || shape.keys.iter().filter(|key| key.need == Need::OneOf);
    let mut there = keys().filter(|key| fields.get(key.name).is_some());
    match (there.next(), there.next()) {
        (Some(first), Some(second)) => {
            let (first, second) = (first.name.to_owned(), second.name.to_owned());
            findings.push(&rule::VARIANT, &span.first_line(), Message::OneOfTwice { first, second });
        }
        (None, _) if keys().next().is_some() && !keys().any(|key| meant.iter().any(|meant| meant == key.name)) => {
            let known = keys().map(|key| key.name.to_owned()).collect();
            findings.push(&rule::VARIANT, &span.first_line(), Message::OneOfNone { known });
        }
        _ => {}
    }
}

/// Says an unknown key, with the nearest one that is not there yet; gives that one.
fn unknown(key: &str, span: &Span, fields: &Fields, shape: &Shape, findings: &mut Findings) -> Option<String> {
    let names = shape.keys.iter().map(|key| key.name);
    let near = nearest(key, names.clone().filter(|name| fields.get(name).is_none()));
    findings
        .push(
            &rule::KEY_UNKNOWN,
            span,
            Message::KeyUnknown { key: key.to_owned(), table: Box::new(place(shape)), near: near.clone() },
        )
        .help(Message::KnownKeys { known: names.map(str::to_owned).collect() });
    near
}

/// A table as messages name it: as its file writes it where it has a heading there.
fn place(shape: &Shape) -> Message {
    match shape.name {
        "grid file" => Message::TheGridFile {},
        "call file" => Message::TheCallFile {},
        "scenarios file" => Message::TheScenariosFile {},
        "settings file" => Message::TheSettingsFile {},
        name @ ("allow" | "deny") => Message::Verbatim { text: format!("[[check.{name}]]") },
        "scenario" => Message::Verbatim { text: "[[scenario]]".to_owned() },
        name @ ("fact" | "gate" | "criterion" | "group" | "total" | "stage" | "track" | "validity" | "summary") => {
            Message::Verbatim { text: format!("[[{name}]]") }
        }
        name @ ("grid" | "rules" | "call" | "notation" | "check") => Message::Verbatim { text: format!("[{name}]") },
        "level of the classification" => Message::Verbatim { text: "[[level]]".to_owned() },
        // Scales, conditions and parts are known by the key that makes them what they are.
        _ => Message::ThisTable {},
    }
}

/// Says the required keys that are not there. One that was only misspelt (`meant`) has been said already.
fn missing(fields: &Fields, meant: &[String], span: &Span, shape: &Shape, findings: &mut Findings) {
    let absent = |key: &&Key| fields.get(key.name).is_none() && !meant.iter().any(|meant| meant == key.name);
    for key in shape.keys.iter().filter(|key| key.need == Need::Required).filter(absent) {
        let written = match key.kind {
            Kind::Table(_) => format!("[{}]", key.name),
            _ => format!("{} = …", key.name),
        };
        findings
            .push(
                &rule::KEY_MISSING,
                &span.first_line(),
                Message::KeyMissing { key: key.name.to_owned(), table: Box::new(place(shape)) },
            )
            .help(Message::KeyMissingHelp { written, doc: doc(key) });
    }
}

/// What a key means, to stand after a colon.
fn doc(key: &Key) -> crate::text::Label {
    let inside = |text: &str| {
        let mut letters = text.trim_end_matches('.').chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>())
    };
    crate::text::Label::new(inside(key.doc.fr), inside(key.doc.en))
}

fn value(node: &Node, key: &Key, kind: Kind, findings: &mut Findings) {
    let wrong = |message: Message, findings: &mut Findings| {
        findings.push(&rule::VALUE_TYPE, &node.span.first_line(), message);
    };
    let name = || key.name.to_owned();
    match kind {
        Kind::Text => match node.text() {
            Some(text) if text.trim().is_empty() => {
                findings.push(&rule::VALUE_FORM, &node.span, Message::TextEmpty { key: name() });
            }
            Some(_) => {}
            None => wrong(Message::WantsText { key: name() }, findings),
        },
        Kind::Label => label(node, key, findings),
        Kind::Id => match node.text() {
            Some(text) if is_id(text) => {}
            Some(text) => {
                findings
                    .push(&rule::VALUE_FORM, &node.span, Message::IdForm { id: text.to_owned() })
                    .help(Message::IdFormHelp { suggestion: suggested_id(text) });
            }
            None => wrong(Message::WantsText { key: name() }, findings),
        },
        Kind::Number | Kind::Whole => number(node, key, matches!(kind, Kind::Whole), findings),
        Kind::WholeOr(words) => match node.text() {
            Some(_) => value(node, key, Kind::Word(words), findings),
            None => number(node, key, true, findings),
        },
        Kind::Flag => {
            if !matches!(node.value, Value::Flag(_)) {
                wrong(Message::WantsFlag { key: name() }, findings);
            }
        }
        Kind::Date => {
            if node.date().is_none() {
                wrong(Message::WantsDate { value: node.scalar().unwrap_or_default().to_owned() }, findings);
            }
        }
        Kind::Word(words) => match node.text() {
            Some(text) if words.contains(&text.trim()) => {}
            Some(text) => {
                findings
                    .push(
                        &rule::VALUE_WORD,
                        &node.span,
                        Message::WordUnknown { key: name(), value: text.to_owned(), near: nearest(text, words.iter().copied()) },
                    )
                    .help(Message::KnownValues { known: words.iter().map(|word| (*word).to_owned()).collect() });
            }
            None => wrong(Message::WantsText { key: name() }, findings),
        },
        Kind::Scalar => {
            if node.scalar().is_none() {
                wrong(Message::WantsScalar { key: name() }, findings);
            }
        }
        Kind::List(inner) => match node.list() {
            Some(items) => items.iter().for_each(|item| value(item, key, *inner, findings)),
            None => wrong(Message::WantsList { key: name() }, findings),
        },
        Kind::OneOrList(inner) => match node.list() {
            Some(items) => items.iter().for_each(|item| value(item, key, *inner, findings)),
            None => value(node, key, *inner, findings),
        },
        Kind::Map(inner) => match node.table() {
            Some(fields) => fields.0.iter().for_each(|field| value(&field.node, key, *inner, findings)),
            None => wrong(Message::WantsTable { table: name() }, findings),
        },
        Kind::Table(shape) => walk(node, shape, findings),
        Kind::Variant(shapes) => variant(node, key, shapes, findings),
        Kind::IdOr(shapes) => {
            if node.table().is_some() {
                variant(node, key, shapes, findings);
            } else {
                value(node, key, Kind::Id, findings);
            }
        }
    }
}

fn label(node: &Node, key: &Key, findings: &mut Findings) {
    match &node.value {
        Value::Text(text) if !text.trim().is_empty() => {}
        Value::Text(_) => {
            findings.push(&rule::VALUE_FORM, &node.span, Message::TextEmpty { key: key.name.to_owned() });
        }
        Value::Table(fields) if fields.0.is_empty() => {
            findings.push(&rule::VALUE_FORM, &node.span, Message::TextEmpty { key: key.name.to_owned() });
        }
        Value::Table(fields) => {
            for field in &fields.0 {
                if !["fr", "en"].contains(&field.key.as_str()) {
                    findings.push(&rule::KEY_UNKNOWN, &field.key_span, Message::LanguageUnknown { key: field.key.clone() });
                } else if field.node.text().is_none_or(|text| text.trim().is_empty()) {
                    findings.push(&rule::VALUE_FORM, &field.node.span, Message::TextEmpty { key: field.key.clone() });
                }
            }
            for language in ["fr", "en"] {
                if fields.get(language).is_none() {
                    findings.push(
                        &rule::LABEL_LANGUAGE,
                        &node.span.first_line(),
                        Message::LabelLanguage { key: key.name.to_owned(), language: language.to_owned() },
                    );
                }
            }
        }
        _ => {
            findings.push(&rule::VALUE_TYPE, &node.span.first_line(), Message::WantsLabel { key: key.name.to_owned() });
        }
    }
}

fn number(node: &Node, key: &Key, whole: bool, findings: &mut Findings) {
    let Value::Number(text) = &node.value else {
        let value = node.scalar().unwrap_or_default().to_owned();
        findings
            .push(&rule::VALUE_TYPE, &node.span.first_line(), Message::WantsNumberFor { key: key.name.to_owned(), value })
            .help(Message::WantsNumberHelp {});
        return;
    };
    match Decimal::parse(text) {
        Ok(value) if whole && (value.is_negative() || value.scale() > 0) => {
            findings.push(&rule::VALUE_FORM, &node.span, Message::WantsWhole { key: key.name.to_owned(), value: value.into() });
        }
        Ok(_) => {}
        Err(DecimalError::NotANumber) => {
            findings.push(&rule::VALUE_TYPE, &node.span, Message::WantsNumber { value: text.clone() });
        }
        Err(DecimalError::TooLong) => {
            findings
                .push(&rule::VALUE_FORM, &node.span, Message::NumberTooLong { value: text.clone() })
                .help(Message::NumberTooLongHelp {});
        }
    }
}

/// The shape whose first key is there; exactly one must be.
fn variant(node: &Node, key: &Key, shapes: &'static [&'static Shape], findings: &mut Findings) {
    let Some(fields) = node.table() else {
        findings.push(&rule::VALUE_TYPE, &node.span.first_line(), Message::WantsTable { table: key.name.to_owned() });
        return;
    };
    let tag = |shape: &Shape| shape.keys.first().map_or("", |key| key.name);
    let mut present = shapes.iter().filter(|shape| fields.get(tag(shape)).is_some());
    let tags = || shapes.iter().map(|shape| tag(shape).to_owned()).collect::<Vec<_>>();
    match (present.next(), present.next()) {
        (Some(shape), None) => walk(node, shape, findings),
        (Some(first), Some(second)) => {
            findings.push(
                &rule::VARIANT,
                &node.span.first_line(),
                Message::VariantTwice { key: key.name.to_owned(), first: tag(first).to_owned(), second: tag(second).to_owned() },
            );
        }
        (None, _) => {
            // A misspelt first key is the likely cause: say the nearest.
            let near = fields.0.iter().find_map(|field| nearest(&field.key, shapes.iter().map(|shape| tag(shape))));
            findings
                .push(&rule::VARIANT, &node.span.first_line(), Message::VariantNone { key: key.name.to_owned(), near })
                .help(Message::KnownKeys { known: tags() });
        }
    }
}

/// Whether `text` is a stable identifier: lower-case ASCII letters, digits and hyphens, beginning with a letter.
pub(super) fn is_id(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.ends_with('-')
}

/// The nearest identifier to any text: accents dropped, the rest joined by hyphens.
fn suggested_id(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let mut id = String::new();
    for c in text.nfd().take(64).filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_lowercase() || (c.is_ascii_digit() && !id.is_empty()) => id.push(c),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "identifiant".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        for good in ["a", "network-interest", "p4"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "4p", "Réseau", "a b", "a-", "A"] {
            assert!(!is_id(bad), "{bad}");
        }
        assert_eq!(suggested_id("Intérêt du réseau (25)"), "interet-du-reseau-25");
        assert!(is_id(&suggested_id("«»")));
    }
}
