//! `grille completions`: the script for a shell.

use crate::cli::args::CompletionsArgs;
use crate::cli::{Context, Outcome, completions, output};

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &CompletionsArgs, context: &Context) -> anyhow::Result<Outcome> {
    let script = completions::script(args.shell, context.lang);
    output::write(context, &[], |out| out.write_all(script.as_bytes()))?;
    Ok(Outcome::Done)
}
