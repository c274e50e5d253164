//! Elements that are the same under another identifier: one is gone and one has come, with the same name, in the same place.

use super::canon::Canon;
use super::sections;
use super::walk::{id, label};

/// An element under another identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rename {
    pub(super) section: &'static str,
    pub(super) from: String,
    pub(super) to: String,
}

/// Keys under which an identifier names an element of a section. Under any other, a change is told by itself.
const REFERENCES: [&str; 21] = [
    "fact",
    "criterion",
    "group",
    "in",
    "stage",
    "total",
    "mean",
    "by",
    "cost",
    "rank_by",
    "rows",
    "columns",
    "among",
    "ratio",
    "ties",
    "highest",
    "lowest",
    "cost_per_point",
    "adjusted_price",
    "quality",
    "product",
];

/// Maps whose keys name elements.
const BY_ELEMENT: [&str; 2] = ["weights", "minimums"];

/// What is renamed between two grids. Only an identifier that means one thing in its grid, and nothing in the other, is told so:
/// whatever names it then names the same.
pub(super) fn find(old: &Canon, new: &Canon) -> Vec<Rename> {
    let mut found = Vec::new();
    for section in sections() {
        let before = old.get(section).map(Canon::items).unwrap_or_default();
        let after = new.get(section).map(Canon::items).unwrap_or_default();
        let has = |items: &[Canon], wanted: &str| items.iter().any(|item| id(item) == wanted);
        let gone = before.iter().enumerate().filter(|(_, item)| !has(after, id(item)));
        for (at, one) in gone {
            let same = |(place, other): &(usize, &Canon)| {
                !has(before, id(other)) && same_name(one, other) && same_place(before, at, after, *place)
            };
            let mut fitting = after.iter().enumerate().filter(same);
            let (Some((_, other)), None) = (fitting.next(), fitting.next()) else { continue };
            let (from, to) = (id(one), id(other));
            let alone = count(old, from) == 1 && count(new, to) == 1 && count(new, from) == 0 && count(old, to) == 0;
            let free = found.iter().all(|known: &Rename| known.to != to);
            if alone && free {
                found.push(Rename { section, from: from.to_owned(), to: to.to_owned() });
            }
        }
    }
    found
}

fn same_name(one: &Canon, other: &Canon) -> bool {
    label(one) == label(other)
}

/// The same place in the list, or after the same neighbour.
fn same_place(before: &[Canon], at: usize, after: &[Canon], place: usize) -> bool {
    let neighbour = |items: &[Canon], at: usize| at.checked_sub(1).and_then(|at| items.get(at)).map(|item| id(item).to_owned());
    at == place || (at > 0 && neighbour(before, at) == neighbour(after, place))
}

/// How many elements of a grid have an identifier.
fn count(grid: &Canon, wanted: &str) -> usize {
    let items = sections().flat_map(|section| grid.get(section).map(Canon::items).unwrap_or_default());
    items.filter(|item| id(item) == wanted).count()
}

/// Gives what is renamed its new identifier, wherever it is named.
pub(super) fn apply(grid: &mut Canon, renames: &[Rename]) {
    if renames.is_empty() {
        return;
    }
    for section in sections() {
        let Some(Canon::List { items, .. }) = grid.get_mut(section) else { continue };
        for item in items {
            if let Some(Canon::Id(id)) = item.get_mut("id")
                && let Some(rename) = renames.iter().find(|one| one.section == section && one.from == *id)
            {
                id.clone_from(&rename.to);
            }
        }
    }
    refer(grid, "", renames);
}

fn refer(value: &mut Canon, key: &str, renames: &[Rename]) {
    let renamed = |id: &mut String| {
        if let Some(rename) = renames.iter().find(|one| one.from == *id) {
            id.clone_from(&rename.to);
        }
    };
    match value {
        Canon::Id(id) if REFERENCES.contains(&key) => renamed(id),
        Canon::List { items, .. } => items.iter_mut().for_each(|item| refer(item, key, renames)),
        Canon::Table { fields, .. } => fields.iter_mut().for_each(|(key, value)| refer(value, key, renames)),
        Canon::Map(fields) => {
            for (name, value) in fields {
                if BY_ELEMENT.contains(&key) {
                    renamed(name);
                }
                refer(value, key, renames);
            }
        }
        _ => {}
    }
}
