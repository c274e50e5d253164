//! `grille rank`: the ranked table, with what is excluded and unrated.

use crate::cli::args::RankArgs;
use crate::cli::{Context, Outcome};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(_args: &RankArgs, _context: &Context) -> anyhow::Result<Outcome> {
    anyhow::bail!("`grille rank` has no body yet")
}
