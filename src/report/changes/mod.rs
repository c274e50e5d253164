//! Changes between two grids as sentences, in the grid's own terms.

mod value;
mod words;

use super::reasons;
use crate::analyse::diff::{Canon, Change, Diff, Drafted, Part, Step, What};
use crate::model::Grid;
use crate::number::Exact;
use crate::text::{Label, Lang, Message};

pub(super) use value::inline;

/// The changes of meaning or of wording, a line for each part of the grid.
pub fn lines(diff: &Diff, old: &Drafted, new: &Drafted, meaning: bool) -> Vec<Message> {
    let mut lines: Vec<(&Part, Vec<Message>)> = Vec::new();
    let mut told = Vec::new();
    for change in diff.of(meaning) {
        // Elements that have come, have gone or stand otherwise are lines of their own.
        if whole(change) {
            told.push((lines.len(), sentence(change, old, new)));
            lines.push((&change.part, Vec::new()));
            continue;
        }
        match lines.last_mut() {
            Some((part, own)) if **part == change.part && !own.is_empty() => own.extend(sentences(change, old, new)),
            _ => lines.push((&change.part, sentences(change, old, new))),
        }
    }
    let line = |(at, (part, own)): (usize, (&Part, Vec<Message>))| match told.iter().find(|(place, _)| *place == at) {
        Some((_, sentence)) => sentence.clone(),
        None => Message::DiffLine { part: Box::new(part_name(part)), changes: own },
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// One change by itself, with the part it is in.
pub(super) fn alone(change: &Change, old: &Drafted, new: &Drafted) -> Message {
    if whole(change) {
        return sentence(change, old, new);
    }
    Message::DiffLine { part: Box::new(part_name(&change.part)), changes: sentences(change, old, new) }
}

/// Whether a change is about a part as a whole, or about a section.
fn whole(change: &Change) -> bool {
    change.path.is_empty() && !matches!(change.what, What::Renamed(..))
}

/// A part of a grid as people call it.
fn part_name(part: &Part) -> Message {
    match part {
        Part::Key("grid") => Message::DiffHead {},
        Part::Key("rules") => Message::DiffRules {},
        Part::Key(key) => Message::Text { label: words::several(key) },
        Part::Item { section: "criterion", id, label } => Message::DiffItem { label: label.clone(), id: id.clone() },
        Part::Item { section, id, label } => {
            Message::DiffItemOf { section: words::section(section), label: label.clone(), id: id.clone() }
        }
    }
}

fn sentences(change: &Change, old: &Drafted, new: &Drafted) -> Vec<Message> {
    match &change.what {
        // A text is told in the languages in which it changed.
        What::Changed(Canon::Label(before), Canon::Label(after)) => {
            let changed = Lang::ALL.into_iter().filter(|lang| before.only(*lang) != after.only(*lang));
            let text = |label: &Label, lang: Lang| label.only(lang).unwrap_or_default().to_owned();
            let both = |label: &Label| Lang::ALL.into_iter().all(|lang| label.only(lang) == label.only(Lang::Fr));
            let what = || path(&change.path);
            if both(before) && both(after) {
                let (one, other) = value::apart(&text(before, Lang::Fr), &text(after, Lang::Fr));
                let quoted = |text: &str| Box::new(Message::DiffQuoted { text: Label::same(text) });
                return vec![Message::DiffChanged { what: what(), old: quoted(&one), new: quoted(&other) }];
            }
            let of = |lang: Lang| {
                let (old, new) = value::apart(&text(before, lang), &text(after, lang));
                Message::DiffText { what: what(), language: lang.code().to_owned(), old, new }
            };
            changed.map(of).collect()
        }
        _ => vec![sentence(change, old, new)],
    }
}

fn sentence(change: &Change, old: &Drafted, new: &Drafted) -> Message {
    let what = path(&change.path);
    let value = |grid: &Drafted, canon: &Canon| Box::new(described(&grid.grid, change).unwrap_or_else(|| value::value(canon)));
    match (&change.what, &change.part) {
        (What::Added(_), Part::Item { section, .. }) if change.path.is_empty() => Message::DiffItemAdded {
            what: words::section(section),
            item: Box::new(item_name(&change.part)),
            how: about(&new.grid, change),
        },
        (What::Removed(_), Part::Item { section, .. }) if change.path.is_empty() => {
            Message::DiffItemRemoved { what: words::section(section), item: Box::new(item_name(&change.part)) }
        }
        (What::Added(canon), _) => Message::DiffAdded { what, new: value(new, canon) },
        (What::Removed(canon), _) => Message::DiffRemoved { what, old: value(old, canon) },
        (What::Changed(before, after), _) => {
            let (mut one, mut other) = (value(old, before), value(new, after));
            // Where the words are the same, the values tell.
            if one == other {
                (one, other) = (Box::new(value::value(before)), Box::new(value::value(after)));
            }
            match (before, after, bound(change)) {
                (Canon::Number(a), Canon::Number(b), true) if b < a => Message::DiffLowered { what, old: one, new: other },
                (Canon::Number(_), Canon::Number(_), true) => Message::DiffRaised { what, old: one, new: other },
                _ => Message::DiffChanged { what, old: one, new: other },
            }
        }
        (What::Renamed(from, to), _) => Message::DiffRenamed { old: from.clone(), new: to.clone() },
        (What::Order(ids), Part::Key(key)) if change.path.is_empty() => {
            Message::DiffOrder { what: words::several(key), ids: ids.clone() }
        }
        (What::Order(ids), _) => Message::DiffOrder { what, ids: ids.clone() },
        (What::NameMoved(name, from, to), _) => Message::DiffNameMoved { name: name.clone(), old: from.clone(), new: to.clone() },
    }
}

/// An element by its name, its section being said already.
fn item_name(part: &Part) -> Message {
    match part {
        Part::Item { id, label, .. } => Message::DiffItem { label: label.clone(), id: id.clone() },
        Part::Key(_) => part_name(part),
    }
}

/// Whether a number is a threshold, which is lowered or raised.
fn bound(change: &Change) -> bool {
    let keys: Vec<&str> =
        change.path.iter().filter_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None }).collect();
    matches!(
        (&change.part, keys.as_slice()),
        (Part::Key("rules"), ["pass", "total"] | ["at_most"] | ["panel", "quorum"])
            | (Part::Item { section: "criterion" | "group", .. }, ["minimum" | "at_most"])
            | (Part::Item { section: "total", .. }, ["at_least" | "at_most"])
            | (Part::Item { section: "track", .. }, ["pass"])
    )
}

/// Where in a part: the words for the keys, one below the other.
fn path(path: &[Step]) -> Label {
    if let [Step::Key(one), Step::Key(other)] = path
        && (one.as_str(), other.as_str()) == ("pass", "total")
    {
        return words::pass();
    }
    let in_language = |lang: Lang| {
        let mut out = String::new();
        for step in path {
            let (sign, text) = match step {
                Step::Key(key) => (" › ", words::word(key).get(lang).to_owned()),
                Step::Name(name) => (" ", name.clone()),
                Step::At(at) => (" ", at.to_string()),
            };
            if !out.is_empty() {
                out.push_str(sign);
            }
            out.push_str(&text);
        }
        out
    };
    Label::new(Some(in_language(Lang::Fr)), Some(in_language(Lang::En)))
}

/// What a new element asks or weighs.
fn about(grid: &Grid, change: &Change) -> Vec<Message> {
    let Part::Item { section, id, .. } = &change.part else { return Vec::new() };
    let weight = |weight: &Exact| Message::DiffWeight { weight: weight.clone() };
    match *section {
        "criterion" => grid
            .criteria
            .iter()
            .find(|one| one.id == *id)
            .map_or_else(Vec::new, |one| vec![weight(&one.weight), reasons::measure(grid, &one.measure)]),
        "group" => grid.groups.iter().find(|one| one.id == *id).map_or_else(Vec::new, |one| vec![weight(&one.weight)]),
        _ => main(section).and_then(|key| described_key(grid, section, id, &[Step::Key(key.to_owned())])).into_iter().collect(),
    }
}

/// The key that says most of an element of a section.
fn main(section: &str) -> Option<&'static str> {
    match section {
        "gate" => Some("require"),
        "level" | "track" => Some("when"),
        "total" => Some("of"),
        _ => None,
    }
}

/// A value in the words of the grid's own description, where it has one.
fn described(grid: &Grid, change: &Change) -> Option<Message> {
    let Part::Item { section, id, .. } = &change.part else { return None };
    described_key(grid, section, id, &change.path)
}

fn described_key(grid: &Grid, section: &str, id: &str, path: &[Step]) -> Option<Message> {
    match (section, path) {
        ("gate", [Step::Key(key)]) if key == "require" => {
            Some(grid.gates.iter().find(|one| one.id == id)?.require.describe(grid))
        }
        ("level", [Step::Key(key)]) if key == "when" => {
            Some(grid.levels.iter().find(|one| one.id == id)?.when.as_ref()?.describe(grid))
        }
        ("track", [Step::Key(key)]) if key == "when" => {
            Some(grid.tracks.iter().find(|one| one.id == id)?.when.as_ref()?.describe(grid))
        }
        ("total", [Step::Key(key)]) if key == "of" => Some(grid.totals.iter().find(|one| one.id == id)?.form.describe(grid)),
        ("criterion", [Step::Key(key)]) if key == "scale" || key == "from" => {
            let criterion = grid.criteria.iter().find(|one| one.id == id)?;
            Some(reasons::measure(grid, &criterion.measure))
        }
        ("criterion", [Step::Key(key), Step::Name(way)]) if key == "ways" => {
            let criterion = grid.criteria.iter().find(|one| one.id == id)?;
            let (_, measure) = criterion.ways.iter().find(|(name, _)| name == way)?;
            Some(reasons::measure(grid, measure))
        }
        _ => None,
    }
}
