//! `grille schema`: the JSON Schema of the files people write.

use crate::cli::args::SchemaArgs;
use crate::cli::{Context, Outcome};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(_args: &SchemaArgs, _context: &Context) -> anyhow::Result<Outcome> {
    anyhow::bail!("`grille schema` has no body yet")
}
