//! Values of a grid as people read them: plain ones as they are, others as the grid language writes them.

use crate::analyse::diff::Canon;
use crate::text::{Label, Lang, Message};

/// Longer texts are cut: a change is told, and the file has the rest.
const MOST: usize = 120;
/// So much is shown before the place where two long texts begin to differ.
const BEFORE: usize = 30;

/// A value.
pub(super) fn value(value: &Canon) -> Message {
    match value {
        Canon::Number(number) => Message::Number { value: number.clone() },
        Canon::Label(label) => Message::DiffQuoted { text: cut_label(label) },
        Canon::List { items, .. } if items.is_empty() => Message::DiffNothing {},
        Canon::List { items, .. } if items.iter().all(Canon::is_leaf) => {
            Message::Verbatim { text: cut(&items.iter().map(inline).collect::<Vec<_>>().join(", ")) }
        }
        _ => Message::Verbatim { text: cut(&inline(value)) },
    }
}

/// A value on one line, as a grid file would write it.
pub(in crate::report) fn inline(value: &Canon) -> String {
    match value {
        Canon::Text(text) | Canon::Id(text) | Canon::Written(text) => text.clone(),
        Canon::Number(number) => number.to_exact_text(),
        Canon::Flag(flag) => flag.to_string(),
        Canon::Label(label) => label.texts().collect::<Vec<_>>().join(" / "),
        Canon::List { items, .. } => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Canon::Table { fields, .. } | Canon::Map(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{key} = {}", inline(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The beginning of a text in each language that it has.
pub(super) fn cut_label(label: &Label) -> Label {
    let part = |lang: Lang| label.only(lang).map(cut);
    Label::new(part(Lang::Fr), part(Lang::En))
}

/// Two texts from where they begin to differ, where they are too long to be shown whole.
pub(super) fn apart(one: &str, other: &str) -> (String, String) {
    let common: Vec<usize> =
        one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b).map(|((at, _), _)| at).collect();
    if one.chars().count().max(other.chars().count()) <= MOST || common.len() <= BEFORE {
        return (cut(one), cut(other));
    }
    // A little of what is the same tells where it is.
    let from = common.get(common.len() - BEFORE).copied().unwrap_or_default();
    let rest = |text: &str| format!("…{}", cut(text.get(from..).unwrap_or_default()));
    (rest(one), rest(other))
}

/// The beginning of a text, and a sign where there is more.
pub(super) fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
        None => line,
    }
}
