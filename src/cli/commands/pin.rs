//! `grille pin`: the grid of a call, held to what it is.

use std::path::Path;

use crate::cli::args::PinArgs;
use crate::cli::failure::Said;
use crate::cli::load::{self, Loaded};
use crate::cli::pinned::{self, Pinned};
use crate::cli::{Context, Outcome, output, present};
use crate::model::{Findings, Severity};
use crate::read::{self, Input, Limit};
use crate::text::Message;

/// Runs the command.
///
/// # Errors
/// When the call or its grid is not valid, or a file cannot be written without a loss; then nothing is written.
pub fn run(args: &PinArgs, context: &Context) -> anyhow::Result<Outcome> {
    let named = args.call.as_deref().or(args.dir.as_deref()).unwrap_or(Path::new("."));
    let folder = load::folder_of(named);
    let mut loaded = Loaded::default();
    let Some(to_pin) = load::to_pin(folder, &mut loaded) else {
        loaded.findings.sort();
        present::show_findings(&loaded.findings, context)?;
        present::invalid(loaded.findings.count(Severity::Error), context)?;
        return Ok(Outcome::Refused);
    };
    let (grid, call) = (&to_pin.grid.grid, &to_pin.file);
    let shown = folder.strip_prefix(".").unwrap_or(folder).join(load::CALL_FILE).display().to_string();
    let sha256 = grid.file.sha256();
    let copy = to_pin.copy_name();
    let now = Pinned { version: &grid.version, sha256: &sha256, copy: &copy };
    let before = to_pin.pin.as_ref();
    let path = folder.join(&copy);
    let there = of_copy(&path);
    let is = |said: &Option<crate::check::Said<String>>, text: &str| said.as_ref().is_some_and(|said| said.value == text);
    if let Some(pin) = before
        && pin.sha256.value == sha256
        && pin.version.value == grid.version
        && is(&pin.copy, &copy)
        && there.as_deref() == Some(sha256.as_str())
    {
        context.note(&Message::PinAlready { call: shown, version: grid.version.clone(), sha256 });
        return Ok(Outcome::Done);
    }
    // Only what is known to be a copy of the grid, as it was pinned or as it is, may be written over.
    let known = |hash: &str| hash == sha256 || before.is_some_and(|pin| pin.sha256.value == hash);
    if path.symlink_metadata().is_ok() && !there.as_deref().is_some_and(known) {
        return Err(Said(Message::PinCopyTaken { copy: path.display().to_string() }).into());
    }
    // The text is that of the file, unless it had to be decoded.
    if call.bytes() != call.text().as_bytes() {
        return Err(Said(Message::PinNotUtf8 { file: shown }).into());
    }
    let comment = Message::PinComment {}.text(context.lang);
    let Some(text) = pinned::with_pin(call.text(), &to_pin.root, now, &comment) else {
        return Err(Said(Message::PinUnsafe { file: shown, lines: pinned::lines(now) }).into());
    };
    let since = before.and_then(|pin| to_pin.since(pin, folder));
    let others: Vec<_> = loaded.inputs.iter().filter(|input| **input != path).cloned().collect();
    output::write_file(&path, &others, |out| out.write_all(grid.file.bytes()))?;
    output::write_file(&folder.join(load::CALL_FILE), &[], |out| out.write_all(text.as_bytes()))?;
    let (call, version) = (shown, grid.version.clone());
    let name = to_pin.name.clone();
    context.note(&match before {
        Some(pin) => Message::PinRenewed { call, grid: name, old: pin.version.value.clone(), version, sha256, copy },
        None => Message::PinDone { call, grid: name, version, sha256, copy },
    });
    if let Some(since) = since {
        context.note(&since);
    }
    Ok(Outcome::Done)
}

/// The hash of a file that is there and can be read.
fn of_copy(path: &Path) -> Option<String> {
    let input = Input::file(path.to_owned(), path.display().to_string());
    read::open(&input, Limit::Tree, None, &mut Findings::new()).map(|source| source.sha256())
}
