//! `grille screen`: what the exclusion criteria decide, by submission or by rule.

use crate::cli::args::ScreenArgs;
use crate::cli::{Context, Outcome};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(_args: &ScreenArgs, _context: &Context) -> anyhow::Result<Outcome> {
    anyhow::bail!("`grille screen` has no body yet")
}
