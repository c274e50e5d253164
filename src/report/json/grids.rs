//! `grille/grids/1` and `grille/grid/1`: the shipped library and one of its grids, for programs.

use std::io;

use serde::Serialize;

use super::{Number, Text, number, say, text, write};
use crate::model::{Grid, Measure, Ranks};
use crate::text::Message;

#[derive(Serialize)]
struct List<'a> {
    schema: &'static str,
    grids: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    version: &'a str,
    title: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Text<'a>>,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Number>,
    gates: Vec<Gate<'a>>,
    criteria: Vec<Criterion<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Rules<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    schema: &'static str,
    #[serde(flatten)]
    entry: Entry<'a>,
}

#[derive(Serialize)]
struct Gate<'a> {
    id: &'a str,
    label: Text<'a>,
    require: String,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    label: Text<'a>,
    weight: Number,
    scale: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<Number>,
}

/// The policies, where something is weighed, in the words of the grid language.
#[derive(Serialize)]
struct Rules<'a> {
    missing: &'static str,
    quorum: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pass: Option<Number>,
    ties: Vec<&'a str>,
    ranks: &'static str,
}

fn entry(grid: &Grid) -> Entry<'_> {
    let gates = grid.gates.iter().map(|gate| Gate {
        id: &gate.id,
        label: text(&gate.label),
        require: say(&gate.require.describe(&grid.facts)),
    });
    let criteria = grid.criteria.iter().map(|criterion| Criterion {
        id: &criterion.id,
        label: text(&criterion.label),
        weight: number(&criterion.weight.into()),
        scale: match &criterion.measure {
            Measure::Marks(scale) => say(&scale.describe()),
            Measure::Facts(parts) => {
                say(&Message::ConditionAll { parts: parts.iter().map(|part| part.scale.describe()).collect() })
            }
        },
        minimum: criterion.minimum.map(|minimum| number(&minimum.into())),
    });
    let weighed = !grid.criteria.is_empty();
    let ties = grid.rules.ties.iter().filter_map(|&index| grid.criteria.get(index));
    let rules = weighed.then(|| Rules {
        missing: grid.rules.missing.word(),
        quorum: grid.rules.quorum,
        pass: grid.rules.pass.map(|pass| number(&pass.into())),
        ties: ties.map(|criterion| criterion.id.as_str()).collect(),
        ranks: match grid.rules.ranks {
            Ranks::Competition => "competition",
            Ranks::Dense => "dense",
        },
    });
    Entry {
        id: &grid.id,
        version: &grid.version,
        title: text(&grid.title),
        issuer: grid.issuer.as_ref().map(text),
        year: grid.year,
        source: grid.source.as_ref().map(text),
        sha256: grid.file.sha256(),
        total: weighed.then(|| number(&grid.total.into())),
        gates: gates.collect(),
        criteria: criteria.collect(),
        rules,
    }
}

/// Writes the shipped library.
///
/// # Errors
/// Those of `out`.
pub fn grids(grids: &[Grid], out: &mut dyn io::Write) -> io::Result<()> {
    write(&List { schema: "grille/grids/1", grids: grids.iter().map(entry).collect() }, out)
}

/// Writes one grid.
///
/// # Errors
/// Those of `out`.
pub fn grid(grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    write(&One { schema: "grille/grid/1", entry: entry(grid) }, out)
}
