//! `grille man`: the page of the program, or all pages in a folder.

use std::fs;

use clap::CommandFactory as _;

use crate::cli::args::{Cli, ManArgs};
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, help, output};
use crate::text::Message;

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &ManArgs, context: &Context) -> anyhow::Result<Outcome> {
    let pages = help::manual(&Cli::command(), context.lang);
    let Some(folder) = args.output.as_ref().filter(|path| path.as_os_str() != "-") else {
        let main = pages.first().map_or("", |(_, page)| page);
        output::write_stdout(|out| out.write_all(main.as_bytes()))?;
        return Ok(Outcome::Done);
    };
    fs::create_dir_all(folder).map_err(|error| {
        anyhow::Error::from(error).context(Said(Message::FolderCannotBeMade { folder: folder.display().to_string() }))
    })?;
    for (name, page) in &pages {
        // Pages of an earlier version are replaced.
        output::write_file(&folder.join(format!("{name}.1")), &[], |out| out.write_all(page.as_bytes()))?;
    }
    context.note(&Message::ManualMade { count: pages.len(), folder: folder.display().to_string() });
    Ok(Outcome::Done)
}
