//! `grille new`: a new call from a shipped grid.

use crate::cli::args::NewArgs;
use crate::cli::{Context, Outcome};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(_args: &NewArgs, _context: &Context) -> anyhow::Result<Outcome> {
    anyhow::bail!("`grille new` has no body yet")
}
