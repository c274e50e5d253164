//! `grille ids`: what may stand at a place of a command line, one a line, for the scripts of `grille completions`. It is hidden
//! from the help: a key that is pressed asks, not a person.
//!
//! Shells may expand what they are given: only words that no shell reads anything into are given.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::args::{IdsArgs, IdsOf};
use crate::cli::load::{self, CALL_FILE};
use crate::cli::{Context, Outcome, output};
use crate::model::rule::RULES;
use crate::read::library;

/// Runs the command.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &IdsArgs, context: &Context) -> anyhow::Result<Outcome> {
    let ids = match args.of {
        IdsOf::Shipped => shipped(),
        IdsOf::Grid => shipped().into_iter().chain(grid_files()).collect(),
        IdsOf::Rule => RULES.iter().map(|rule| rule.code.to_owned()).collect(),
        IdsOf::Item | IdsOf::Submission | IdsOf::Reviewer => of_call(args.of, &folder(&args.words)),
    };
    let ids: Vec<String> = ids.into_iter().filter(|id| is_plain(id)).collect();
    output::write(context, &[], |out| ids.iter().try_for_each(|id| writeln!(out, "{id}")))?;
    Ok(Outcome::Done)
}

fn shipped() -> Vec<String> {
    library::GRIDS.iter().map(|grid| grid.id.to_owned()).collect()
}

/// The TOML files of this folder and of its folder of grids.
fn grid_files() -> Vec<String> {
    let mut files = Vec::new();
    for folder in [Path::new("."), Path::new("grids")] {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let toml = entries.filter(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with(CALL_FILE));
        files.extend(toml.map(|path| path.to_string_lossy().trim_start_matches("./").replace('\\', "/")));
    }
    files.sort();
    files
}

/// The first word so far that is a folder with a call, else the current folder.
fn folder(words: &[OsString]) -> PathBuf {
    let named = words.iter().skip(1).filter_map(|word| {
        let word = word.to_string_lossy();
        let path =
            word.strip_prefix("--call=").or_else(|| word.strip_prefix("-C")).filter(|rest| !rest.is_empty()).unwrap_or(&word);
        Some(load::folder_of(Path::new(path))).filter(|path| path.join(CALL_FILE).is_file()).map(Path::to_path_buf)
    });
    named.into_iter().next().unwrap_or_else(|| PathBuf::from("."))
}

/// What the call knows; nothing where it does not hold: `grille check` says why, a key that is pressed does not.
fn of_call(of: IdsOf, folder: &Path) -> Vec<String> {
    let Some(call) = load::from_folder(folder, "").ready else { return Vec::new() };
    match of {
        IdsOf::Submission => (0..call.submissions.len()).map(|index| call.submissions.id(index).to_owned()).collect(),
        IdsOf::Reviewer => call.ledger.panel.seats.iter().map(|seat| seat.id.clone()).collect(),
        _ => {
            let groups = call.grid.groups.iter().map(|group| &group.id);
            call.grid.criteria.iter().map(|criterion| &criterion.id).chain(groups).cloned().collect()
        }
    }
}

/// Whether a word is the same in every shell, with nothing around it.
fn is_plain(word: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    !word.is_empty() && !word.starts_with('-') && word.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_read_something_into_is_not_given() {
        for plain in ["P1", "network-interest", "G101", "Ève.Roy_2", "grids/a.toml"] {
            assert!(is_plain(plain), "{plain}");
        }
        for other in [
            "",
            "-o",
            "a b",
            "$(touch x)",
            "`x`",
            "a;b",
            "a\nb",
            "*",
            "~",
            "a\"b",
            "a'b",
            "a\\b",
            "{a,b}",
            "a&",
            "#a",
            "a\u{202e}b",
        ] {
            assert!(!is_plain(other), "{other:?}");
        }
    }
}
