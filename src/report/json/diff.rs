//! `grille/diff/1`: what changed between two grids, for programs. Values are as the grid language writes them, defaults written out;
//! numbers are exact.

use std::io;

use serde::Serialize;

use super::compare::{Row, Scenario, rows, scenario};
use super::{GridRef, grid_ref, number, write};
use crate::analyse::diff::{Canon, Change, Diff, Drafted, Part, What};
use crate::report::views::{self, Effect};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    old: GridRef<'a>,
    new: GridRef<'a>,
    /// `nothing`, `wording` or `meaning`.
    differ: &'static str,
    changes: Vec<One<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<Call<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    /// `meaning` or `wording`.
    kind: &'static str,
    /// The key of the part in the file: `grid`, `criterion`, `rules`.
    part: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    /// Where in the part; absent for the part as a whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    path: String,
    /// `added`, `removed`, `changed`, `renamed`, `reordered` or `name-moved`.
    change: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<serde_json::Value>,
    message: String,
}

/// What the change does to a call: as `grille compare` has it.
#[derive(Serialize)]
struct Call<'a> {
    ranking: Vec<Row<'a>>,
    effect: Scenario<'a>,
}

/// Writes a diff.
///
/// # Errors
/// Those of `out`.
pub fn diff(diff: &Diff, old: &Drafted, new: &Drafted, effect: Option<Effect<'_>>, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        schema: "grille/diff/1",
        old: grid_ref(&old.grid),
        new: grid_ref(&new.grid),
        differ: diff.differ().word(),
        changes: diff.changes.iter().map(|change| one(change, old, new)).collect(),
        call: effect.map(|effect| Call { ranking: rows(effect.now), effect: scenario(effect.now, effect.case, &new.grid) }),
    };
    write(&document, out)
}

fn one<'a>(change: &'a Change, old: &Drafted, new: &Drafted) -> One<'a> {
    let (part, id) = match &change.part {
        Part::Key(key) => (*key, None),
        Part::Item { section, id, .. } => (*section, Some(id.as_str())),
    };
    let text = |text: &str| Some(serde_json::Value::from(text));
    let (before, after) = match &change.what {
        What::Added(canon) => (None, Some(value(canon))),
        What::Removed(canon) => (Some(value(canon)), None),
        What::Changed(before, after) => (Some(value(before)), Some(value(after))),
        What::Renamed(from, to) | What::NameMoved(_, from, to) => (text(from), text(to)),
        What::Order(ids) => (None, Some(ids.as_slice().into())),
    };
    One {
        kind: if change.meaning { "meaning" } else { "wording" },
        part,
        id,
        path: views::change_path(change),
        change: change.what.word(),
        before,
        after,
        message: views::change_said(change, old, new),
    }
}

fn value(canon: &Canon) -> serde_json::Value {
    use serde_json::{Value, json};
    match canon {
        Canon::Text(text) | Canon::Id(text) | Canon::Written(text) => Value::from(text.as_str()),
        Canon::Number(exact) => json!(number(exact)),
        Canon::Flag(flag) => Value::from(*flag),
        Canon::Label(label) => json!(super::text(label)),
        Canon::List { items, .. } => items.iter().map(value).collect(),
        Canon::Table { fields, .. } | Canon::Map(fields) => {
            Value::Object(fields.iter().map(|(key, canon)| (key.clone(), value(canon))).collect())
        }
    }
}
