//! `grille/versus/1`: two submissions side by side, for programs.

use std::io;

use serde::Serialize;

use super::{GridRef, Number, grid_ref, number, write};
use crate::analyse::{Settled, Versus};
use crate::report::reasons;
use crate::score::Evaluation;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    grid: GridRef<'a>,
    above: &'a str,
    below: &'a str,
    settled_by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tie_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared_weight: Option<Number>,
    criteria: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<Number>,
}

/// Writes a comparison.
///
/// # Errors
/// Those of `out`.
pub fn versus(evaluation: &Evaluation<'_>, versus: &Versus, out: &mut dyn io::Write) -> io::Result<()> {
    let grid = evaluation.grid;
    let (settled_by, tie_key) = match versus.settled {
        Settled::Total => ("total", None),
        Settled::Chain { key } => ("tie-break", grid.rules.ties.get(key).map(|key| reasons::tie_code(grid, key))),
        Settled::Nothing => ("nothing", None),
        Settled::Apart { .. } => ("tracks-apart", None),
        Settled::NoRanks => ("no-ranks", None),
        Settled::NotRanked { .. } => ("not-ranked", None),
    };
    let rows = versus.differences.iter().filter_map(|line| {
        Some(Row {
            id: &grid.criteria.get(line.criterion)?.id,
            above: line.above.as_ref().map(number),
            below: line.below.as_ref().map(number),
            difference: line.difference.as_ref().map(number),
        })
    });
    let document = Document {
        schema: "grille/versus/1",
        grid: grid_ref(grid),
        above: evaluation.submissions.id(versus.above),
        below: evaluation.submissions.id(versus.below),
        settled_by,
        tie_key,
        gap: versus.gap.as_ref().map(number),
        shared_weight: versus.shared_weight.as_ref().map(number),
        criteria: rows.collect(),
    };
    write(&document, out)
}
