//! Two canonical forms side by side, down to the values that differ.

use super::canon::Canon;
use super::renames::Rename;
use super::{Change, IN_ORDER, Part, Step, WORDING, What, names};
use crate::text::Label;

/// What was found on the way, and where the way is now.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) changes: Vec<Change>,
    path: Vec<Step>,
}

impl Walk {
    pub(super) fn push(&mut self, part: &Part, what: What, meaning: bool) {
        self.changes.push(Change { part: part.clone(), path: self.path.clone(), what, meaning });
    }

    /// A part that stands once in a grid.
    pub(super) fn part(&mut self, part: &Part, old: Option<&Canon>, new: Option<&Canon>) {
        self.either(part, old, new, false);
    }

    /// The elements of a section, by their identifiers. What is renamed has its new identifier in `old` already.
    pub(super) fn section(&mut self, section: &'static str, old: Option<&Canon>, new: Option<&Canon>, renames: &[Rename]) {
        let old = old.map(Canon::items).unwrap_or_default();
        let new = new.map(Canon::items).unwrap_or_default();
        let of = |items: &'_ [Canon], id: &str| items.iter().position(|item| self::id(item) == id);
        for before in old.iter().filter(|item| of(new, id(item)).is_none()) {
            self.push(&item(section, before), What::Removed(before.clone()), true);
        }
        for after in new {
            let part = item(section, after);
            match of(old, id(after)).and_then(|at| old.get(at)) {
                Some(before) => {
                    if let Some(rename) = renames.iter().find(|one| one.section == section && one.to == id(after)) {
                        self.push(&part, What::Renamed(rename.from.clone(), rename.to.clone()), true);
                    }
                    self.both(&part, before, after, false);
                }
                None => self.push(&part, What::Added(after.clone()), true),
            }
        }
        let common = |items: &[Canon], others: &[Canon]| {
            let ids = items.iter().map(|item| id(item).to_owned()).filter(|id| of(others, id).is_some());
            ids.collect::<Vec<String>>()
        };
        if common(old, new) != common(new, old) {
            let order = new.iter().map(|item| id(item).to_owned()).collect();
            self.push(&Part::Key(section), What::Order(order), IN_ORDER.contains(&section));
        }
    }

    /// A value that may be absent on either side.
    fn either(&mut self, part: &Part, old: Option<&Canon>, new: Option<&Canon>, wording: bool) {
        let empty = Canon::Map(Vec::new());
        match (old, new) {
            (Some(old), Some(new)) => self.both(part, old, new, wording),
            // What has come or gone with a table of the author’s keys is each of them.
            (None, Some(new @ Canon::Map(_))) => self.both(part, &empty, new, wording),
            (Some(old @ Canon::Map(_)), None) => self.both(part, old, &empty, wording),
            // A table of a single key is that key.
            (Some(Canon::Table { fields, .. }), None) | (None, Some(Canon::Table { fields, .. })) if fields.len() == 1 => {
                for (key, value) in fields {
                    self.path.push(Step::Key(key.clone()));
                    self.either(part, old.map(|_| value), new.map(|_| value), wording);
                    self.path.pop();
                }
            }
            (None, Some(new)) => self.push(part, What::Added(new.clone()), !wording),
            (Some(old), None) => self.push(part, What::Removed(old.clone()), !wording),
            (None, None) => {}
        }
    }

    fn both(&mut self, part: &Part, old: &Canon, new: &Canon, wording: bool) {
        match (old, new) {
            _ if old == new => {}
            (Canon::Label(_), Canon::Label(_)) => self.push(part, What::Changed(old.clone(), new.clone()), false),
            (Canon::Table { shape, .. }, Canon::Table { shape: other, .. }) if shape == other => {
                for key in keys(old, new) {
                    let (before, after) = (old.get(&key), new.get(&key));
                    let label = before.or(after).is_some_and(Canon::is_label);
                    // Its identifier is how an element is known: what happened to it has been said.
                    if key == "id" && matches!(part, Part::Item { .. }) && self.path.is_empty() {
                        continue;
                    }
                    let wording = wording || label || WORDING.contains(&(*shape, key.as_str()));
                    self.path.push(Step::Key(key));
                    self.either(part, before, after, wording);
                    self.path.pop();
                }
            }
            (Canon::Map(_), Canon::Map(_)) => self.maps(part, old, new, wording),
            (Canon::List { ordered: true, .. }, Canon::List { .. }) => self.lists(part, old, new, wording),
            (Canon::List { .. }, Canon::List { .. }) => self.bags(part, old, new, wording),
            _ => self.push(part, What::Changed(old.clone(), new.clone()), !wording),
        }
    }

    /// Tables whose keys the author chose: another order of the same keys is another order on paper.
    fn maps(&mut self, part: &Part, old: &Canon, new: &Canon, wording: bool) {
        for moved in names::moved(old.fields(), new.fields()) {
            self.push(part, moved, true);
        }
        for key in keys(old, new) {
            self.path.push(Step::Name(key.clone()));
            self.either(part, old.get(&key), new.get(&key), wording);
            self.path.pop();
        }
        let order = |one: &Canon, other: &Canon| {
            one.fields().iter().map(|(key, _)| key.clone()).filter(|key| other.get(key).is_some()).collect::<Vec<String>>()
        };
        if order(old, new) != order(new, old) {
            self.push(part, What::Order(order(new, new)), false);
        }
    }

    /// Lists told in their order. Of tables, those that differ are told one by one, past what both begin and end with.
    fn lists(&mut self, part: &Part, old: &Canon, new: &Canon, wording: bool) {
        let (before, after) = (old.items(), new.items());
        let plain = |items: &[Canon]| items.iter().all(|item| item.is_leaf() && !item.is_label());
        if plain(before) && plain(after) {
            return self.push(part, What::Changed(old.clone(), new.clone()), !wording);
        }
        let begin = before.iter().zip(after).take_while(|(one, other)| one == other).count();
        let (rest, others) = (before.get(begin..).unwrap_or_default(), after.get(begin..).unwrap_or_default());
        let end = rest.iter().rev().zip(others.iter().rev()).take_while(|(one, other)| one == other).count();
        let rest = rest.get(..rest.len() - end).unwrap_or_default();
        let others = others.get(..others.len() - end).unwrap_or_default();
        for at in 0..rest.len().max(others.len()) {
            self.path.push(Step::At(begin + at + 1));
            self.either(part, rest.get(at), others.get(at), wording);
            self.path.pop();
        }
    }

    /// Lists in which nothing depends on the order.
    fn bags(&mut self, part: &Part, old: &Canon, new: &Canon, wording: bool) {
        let left = |items: &[Canon], others: &[Canon]| {
            let mut others: Vec<Option<&Canon>> = others.iter().map(Some).collect();
            let mut left = Vec::new();
            for (at, item) in items.iter().enumerate() {
                match others.iter_mut().find(|other| **other == Some(item)) {
                    Some(other) => *other = None,
                    None => left.push((at, item.clone())),
                }
            }
            left
        };
        let (gone, come) = (left(old.items(), new.items()), left(new.items(), old.items()));
        if gone.is_empty() && come.is_empty() {
            // A condition says its parts in another order, and holds for the same.
            let order = new.items().iter().filter_map(|item| item.text().map(str::to_owned)).collect();
            return self.push(part, What::Order(order), false);
        }
        if old.items().iter().chain(new.items()).all(Canon::is_leaf) {
            return self.push(part, What::Changed(old.clone(), new.clone()), !wording);
        }
        for at in 0..gone.len().max(come.len()) {
            let (before, after) = (gone.get(at), come.get(at));
            let place = after.or(before).map_or(0, |(place, _)| *place);
            self.path.push(Step::At(place + 1));
            self.either(part, before.map(|(_, one)| one), after.map(|(_, one)| one), wording);
            self.path.pop();
        }
    }
}

/// The keys of two tables: those of the newer one, and those that only the older one has.
fn keys(old: &Canon, new: &Canon) -> Vec<String> {
    let gone = old.fields().iter().filter(|(key, _)| new.get(key).is_none());
    new.fields().iter().chain(gone).map(|(key, _)| key.clone()).collect()
}

/// The identifier of an element.
pub(super) fn id(item: &Canon) -> &str {
    item.get("id").and_then(Canon::text).unwrap_or_default()
}

pub(super) fn label(item: &Canon) -> Label {
    match item.get("label") {
        Some(Canon::Label(label)) => label.clone(),
        _ => Label::default(),
    }
}

fn item(section: &'static str, item: &Canon) -> Part {
    Part::Item { section, id: id(item).to_owned(), label: label(item) }
}
