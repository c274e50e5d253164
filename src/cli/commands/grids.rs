//! `grille grids`: the shipped grids.

use crate::cli::args::GridsArgs;
use crate::cli::{Context, Outcome};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(_args: &GridsArgs, _context: &Context) -> anyhow::Result<Outcome> {
    anyhow::bail!("`grille grids` has no body yet")
}
