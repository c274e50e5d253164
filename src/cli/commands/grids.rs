//! `grille grids`: the shipped library, or one of its grids as a committee reads it.

use crate::cli::args::GridsArgs;
use crate::cli::failure::Said;
use crate::cli::load::shipped_grid;
use crate::cli::{Context, Outcome, present};
use crate::model::Grid;
use crate::model::nearest::nearest;
use crate::read::library;
use crate::report::{json, views};
use crate::text::Message;

/// Runs the command.
///
/// # Errors
/// When no shipped grid has that name, or the output cannot be written.
pub fn run(args: &GridsArgs, context: &Context) -> anyhow::Result<Outcome> {
    match &args.name {
        None => {
            let grids: Vec<Grid> = library::GRIDS.iter().filter_map(shipped_grid).collect();
            present::write(&views::grids(&grids), &|out| json::grids(&grids, out), context, &[])
        }
        Some(name) => {
            let grid = shipped(name)?;
            present::write(&views::grid(&grid), &|out| json::grid(&grid, out), context, &[])
        }
    }
}

/// The shipped grid called `name`.
///
/// # Errors
/// When there is none.
pub fn shipped(name: &str) -> anyhow::Result<Grid> {
    let known = || library::GRIDS.iter().map(|grid| grid.id);
    library::shipped(name)
        .and_then(shipped_grid)
        .ok_or_else(|| Said(Message::UnknownGrid { name: name.to_owned(), near: nearest(name, known()) }).into())
}
