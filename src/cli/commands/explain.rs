//! `grille explain`: a total unfolded, or why one submission stands above another.

use crate::cli::args::ExplainArgs;
use crate::cli::{Context, Outcome};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(_args: &ExplainArgs, _context: &Context) -> anyhow::Result<Outcome> {
    anyhow::bail!("`grille explain` has no body yet")
}
