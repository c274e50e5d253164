//! `grille schema`: the JSON Schema of the files people write; as a table or in Markdown, their reference page.

use crate::check::{CALL_FILE, GRID_FILE, SCENARIOS_FILE, SETTINGS_FILE};
use crate::cli::args::{Format, SchemaArgs, SchemaName};
use crate::cli::{Context, Outcome, output, present};
use crate::report::{schema, views};

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &SchemaArgs, context: &Context) -> anyhow::Result<Outcome> {
    let (shape, id) = match args.name {
        SchemaName::Grid => (&GRID_FILE, "grid"),
        SchemaName::Call => (&CALL_FILE, "call"),
        SchemaName::Scenarios => (&SCENARIOS_FILE, "scenarios"),
        SchemaName::Settings => (&SETTINGS_FILE, "settings"),
    };
    // A schema is JSON unless a form for people was asked for.
    if matches!(context.format, None | Some(Format::Json)) {
        let schema = serde_json::to_string_pretty(&schema::schema(shape, id))?;
        output::write(context, &[], |out| writeln!(out, "{schema}"))?;
        return Ok(Outcome::Done);
    }
    present::write(&views::reference(shape), &|_| Ok(()), context, &[])
}
