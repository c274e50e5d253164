//! What changed between two grids, in the grid's own terms: part by part, key by key, meaning told from wording. Layout, comments,
//! the order of keys and equivalent writings are no change.
//!
//! Everything that a grid file may say is compared, since both drafts are walked through the key table; only what is declared here
//! to be wording is not a change of meaning. A key that is added to the grid language is compared from the start.

mod canon;
mod names;
mod renames;
mod walk;

pub use canon::Canon;

use std::sync::Arc;

use crate::check::GRID_FILE;
use crate::model::keys::{Key, Kind, Shape};
use crate::model::{Grid, Node};
use crate::text::Label;

/// A grid, and the draft that it was made of.
#[derive(Debug, Clone)]
pub struct Drafted {
    /// The grid.
    pub grid: Grid,
    /// Its draft.
    pub root: Arc<Node>,
}

/// What changed from one grid to another.
#[derive(Debug, Default)]
pub struct Diff {
    /// The changes, in the order of the parts of a grid.
    pub changes: Vec<Change>,
}

/// How two grids differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differ {
    /// In nothing that a grid says.
    Nothing,
    /// In wording only: texts, origin, order on paper.
    Wording,
    /// In something that results are made of.
    Meaning,
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The part of the grid.
    pub part: Part,
    /// Where in the part; empty for the part as a whole.
    pub path: Vec<Step>,
    /// What happened.
    pub what: What,
    /// Whether results are made of it; otherwise only the wording changes.
    pub meaning: bool,
}

/// A part of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Its head, its rules, or a section as a whole: the key in the file.
    Key(&'static str),
    /// One element of a section.
    Item {
        /// The section: `criterion`.
        section: &'static str,
        /// The identifier; in the newer grid, where it is there.
        id: String,
        /// The name, likewise.
        label: Label,
    },
}

/// A step down into a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A key of the grid language.
    Key(String),
    /// A key that the author chose.
    Name(String),
    /// A place in a list, from 1.
    At(usize),
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It was not there before.
    Added(Canon),
    /// It is not there any more.
    Removed(Canon),
    /// It has another value.
    Changed(Canon, Canon),
    /// It is the same under another identifier.
    Renamed(String, String),
    /// The same elements stand in another order; how they stand now.
    Order(Vec<String>),
    /// A name by which files may call something now calls something else: the name, what it called, what it calls.
    NameMoved(String, String, String),
}

/// Sections in which the first element that fits is the one, or one comes after the other: their order decides.
const IN_ORDER: [&str; 3] = ["stage", "level", "track"];

/// Keys whose values are told to people and decide nothing, beside the texts in two languages: shape and key.
const WORDING: [(&str, &str); 5] =
    [("grid", "id"), ("grid", "version"), ("grid", "family"), ("grid", "year"), ("grid", "decimals")];

/// What changed from `old` to `new`.
pub fn diff(old: &Drafted, new: &Drafted) -> Diff {
    let mut before = canon::of_grid(&old.grid, &old.root);
    let after = canon::of_grid(&new.grid, &new.root);
    let renames = renames::find(&before, &after);
    let mut walk = walk::Walk::default();
    renames::apply(&mut before, &renames);
    names::columns(&before, &after, &mut walk);
    for key in GRID_FILE.keys {
        match section(key) {
            Some(_) => walk.section(key.name, before.get(key.name), after.get(key.name), &renames),
            None => walk.part(&Part::Key(key.name), before.get(key.name), after.get(key.name)),
        }
    }
    Diff { changes: walk.changes }
}

/// The shape of the elements, where a key of the grid file is a section.
fn section(key: &Key) -> Option<&'static Shape> {
    match key.kind {
        Kind::List(Kind::Table(shape)) => Some(*shape),
        _ => None,
    }
}

/// The sections of a grid file.
fn sections() -> impl Iterator<Item = &'static str> {
    GRID_FILE.keys.iter().filter(|key| section(key).is_some()).map(|key| key.name)
}

impl Diff {
    /// How the two grids differ.
    pub fn differ(&self) -> Differ {
        match (self.changes.is_empty(), self.changes.iter().any(|change| change.meaning)) {
            (true, _) => Differ::Nothing,
            (false, false) => Differ::Wording,
            (false, true) => Differ::Meaning,
        }
    }

    /// The changes of meaning, or of wording.
    pub fn of(&self, meaning: bool) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.meaning == meaning)
    }

    /// Whether a name has changed by which files may call a column or a value.
    pub fn renames_in_files(&self) -> bool {
        self.of(false).any(|change| {
            let named = matches!(&change.part, Part::Item { section: "fact" | "criterion", .. });
            let text = match change.path.last() {
                Some(Step::Key(key)) => key == "label",
                Some(Step::Name(_)) => matches!(&change.what, What::Changed(Canon::Label(_), _)),
                _ => false,
            };
            named && text
        })
    }
}

impl Differ {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Wording => "wording",
            Self::Meaning => "meaning",
        }
    }
}

impl What {
    /// The word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
            Self::Changed(..) => "changed",
            Self::Renamed(..) => "renamed",
            Self::Order(_) => "reordered",
            Self::NameMoved(..) => "name-moved",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declared_to_be_wording_exists() {
        let head = GRID_FILE.keys.iter().find(|key| key.name == "grid").unwrap();
        let Kind::Table(shape) = head.kind else { panic!("a table") };
        for (name, key) in WORDING {
            assert_eq!(shape.name, name);
            assert!(shape.keys.iter().any(|known| known.name == key), "{key}");
        }
        for section in IN_ORDER {
            assert!(sections().any(|known| known == section), "{section}");
        }
    }
}
