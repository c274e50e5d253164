//! `grille check`: every rule over grids and calls.

use crate::cli::args::CheckArgs;
use crate::cli::{Context, Outcome};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(_args: &CheckArgs, _context: &Context) -> anyhow::Result<Outcome> {
    anyhow::bail!("`grille check` has no body yet")
}
