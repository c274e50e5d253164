//! `grille new`: a folder for a new call, from a shipped grid, that passes `check` at once.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;

use crate::cli::args::NewArgs;
use crate::cli::commands::grids::shipped;
use crate::cli::failure::Said;
use crate::cli::pinned::{Pinned, lines};
use crate::cli::{Context, Outcome};
use crate::model::{Call, FactKind, Grid, Measure, Source};
use crate::read::library;
use crate::text::{Lang, Message};

/// The grid of a call that names none.
const DEFAULT: &str = "trasss";
/// The copy of the grid that the call pins.
const COPY: &str = "grid.toml.pinned";

/// Runs the command.
///
/// # Errors
/// When the grid is unknown, or the folder is not new and cannot be made; nothing is then written.
pub fn run(args: &NewArgs, context: &Context) -> anyhow::Result<Outcome> {
    let id = args.from.as_deref().unwrap_or(DEFAULT);
    let grid = shipped(id)?;
    let text = library::shipped(id).map_or("", |shipped| shipped.text);
    let folder = args.dir.to_string_lossy().into_owned();
    if args.dir.read_dir().map_or(args.dir.exists(), |mut entries| entries.next().is_some()) {
        return Err(anyhow::Error::from(Said(Message::FolderNotEmpty { folder })));
    }
    let parent = args.dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Everything is made beside the folder and put in its place in one step: the call is there whole, or not at all.
    let cannot = || Said(Message::FolderCannotBeMade { folder: folder.clone() });
    fs::create_dir_all(parent).with_context(cannot)?;
    let draft = tempfile::Builder::new().prefix(".grille-").tempdir_in(parent).with_context(cannot)?;
    for (name, bytes) in files(&grid, text, context.lang) {
        File::create_new(draft.path().join(name)).and_then(|mut file| file.write_all(&bytes)).with_context(cannot)?;
    }
    if args.dir.exists() {
        fs::remove_dir(&args.dir).with_context(cannot)?;
    }
    share(draft.path()).with_context(cannot)?;
    fs::rename(draft.path(), &args.dir).with_context(cannot)?;
    // The folder has moved: there is nothing left to remove at its old place.
    let _ = draft.keep();
    let command = |name: &str| format!("`grille {name} {folder}`");
    context.note(&Message::CallStarted { folder: folder.clone(), grid: grid.title.clone() });
    let result = if grid.criteria.is_empty() { "screen" } else { "rank" };
    context.note(&Message::CallStartedNext { check: command("check"), rank: command(result) });
    Ok(Outcome::Done)
}

/// A temporary folder is its maker's alone; a call's folder is as any other.
#[cfg(unix)]
fn share(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    // What `mkdir` would have given, from a folder that it has just made.
    let probe = folder.join(".mode");
    fs::create_dir(&probe)?;
    let mode = fs::metadata(&probe)?.permissions().mode();
    fs::remove_dir(&probe)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn share(_: &Path) -> std::io::Result<()> {
    Ok(())
}

fn files(grid: &Grid, text: &str, lang: Lang) -> Vec<(&'static str, Vec<u8>)> {
    let marked = marks(grid, lang);
    let title = grid.title.get(lang);
    let mut call = String::from("[call]\n");
    let mut line = |key: &str, value: &str| {
        call.push_str(key);
        call.push_str(" = ");
        call.push_str(&toml::Value::String(value.to_owned()).to_string());
        call.push('\n');
    };
    line("title", title);
    line("grid", "grid.toml");
    line("submissions", "submissions.csv");
    if marked.is_some() {
        line("marks", "marks.csv");
    }
    for comment in [Message::CallCommentPlaces {}, Message::CallCommentAsOf {}] {
        call.push_str(&comment.text(lang));
        call.push('\n');
    }
    let own = copied(text);
    let sha256 = Source::new("grid.toml".to_owned(), own.to_owned(), None).sha256();
    let pinned = Pinned { version: &grid.version, sha256: &sha256, copy: COPY };
    for part in ["\n", &Message::PinComment {}.text(lang), "\n", &lines(pinned)] {
        call.push_str(part);
    }
    let readme = Message::NewReadme {
        title: grid.title.clone(),
        grid: grid.title.clone(),
        marks: marked.is_some().then(|| Box::new(Message::NewMarks {})),
    };
    let mut files = vec![
        ("call.toml", call.into_bytes()),
        ("grid.toml", own.as_bytes().to_vec()),
        (COPY, own.as_bytes().to_vec()),
        ("submissions.csv", headings(&submissions(grid, lang), lang)),
        ("README.md", readme.text(lang).into_bytes()),
    ];
    files.extend(marked.map(|names| ("marks.csv", headings(&names, lang))));
    files
}

/// The text of a shipped grid without its first line where that tells editors where the schema stands: it stands nowhere
/// near the copy.
pub(in crate::cli) fn copied(text: &str) -> &str {
    let rest = text.strip_prefix("#:schema ").and_then(|rest| rest.split_once('\n'));
    rest.map_or(text, |(_, rest)| rest.trim_start())
}

/// What the submissions file asks: identity, then the facts on which a result may depend as the grid stands.
fn submissions(grid: &Grid, lang: Lang) -> Vec<String> {
    let call = Call::default();
    let used = |index: usize| grid.looks_at(index, &call) || grid.rules.cost == Some(index);
    let title = if lang == Lang::Fr { "titre" } else { "title" };
    let facts = grid.facts.iter().enumerate().filter(|(index, fact)| used(*index) || fact.kind == FactKind::Text);
    let facts = facts.map(|(_, fact)| heading(&fact.id, fact.label.get(lang)));
    ["id", title].into_iter().map(str::to_owned).chain(facts).collect()
}

/// What the marks file asks, where reviewers mark at all.
fn marks(grid: &Grid, lang: Lang) -> Option<Vec<String>> {
    let marked = grid.criteria.iter().filter(|criterion| matches!(criterion.measure, Measure::Marks(_)));
    let names: Vec<String> = marked.map(|criterion| heading(&criterion.id, criterion.label.get(lang))).collect();
    let first = if lang == Lang::Fr { ["candidature", "membre"] } else { ["submission", "reviewer"] };
    (!names.is_empty()).then(|| first.into_iter().map(str::to_owned).chain(names).collect())
}

/// The name that people know; the identifier where that name has a sign by which fields are told apart.
fn heading(id: &str, label: &str) -> String {
    if label.contains([',', ';', '\t']) { id.to_owned() } else { label.to_owned() }
}

/// A table without rows, as a spreadsheet of that language opens it by a double click.
fn headings(names: &[String], lang: Lang) -> Vec<u8> {
    let delimiter = if lang == Lang::Fr { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory cannot fail.
    let _ = writer.write_record(names);
    writer.into_inner().unwrap_or_default()
}
