//! Which files are checked: those that are named, and the TOML files of folders, without what Git ignores.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::cli::load::CALL_FILE;
use crate::cli::names;
use crate::model::{At, Findings, rule};
use crate::text::Message;

/// How deep folders are searched: deeper than any folder of grids.
const DEPTH: usize = 17;
/// What builds leave behind.
const BUILT: &str = "target";
/// Standard input, on the command line and in findings.
pub(super) const STDIN: &str = "-";

/// A file to check.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: PathBuf,
    /// How findings name it.
    pub(super) name: String,
    /// Whether it is the standard input.
    pub(super) stdin: bool,
    /// Whether somebody named it; another file may be anything, and is passed over when it is not ours.
    pub(super) named: bool,
    /// In which of the folders it was found.
    pub(super) folder: Option<usize>,
}

/// A folder that was named.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) name: String,
    /// Its own path, without links.
    pub(super) real: PathBuf,
}

/// What there is to check.
#[derive(Debug, Default)]
pub(super) struct Paths {
    pub(super) files: Vec<File>,
    pub(super) folders: Vec<Folder>,
    /// The folders, by number, in which a file was met that is checked already.
    pub(super) again: BTreeSet<usize>,
    /// From where findings name files; the current folder.
    pub(super) here: PathBuf,
    seen: BTreeSet<PathBuf>,
}

impl Paths {
    /// The files that arguments name, each once, in the order of the arguments.
    pub(super) fn gather(arguments: &[PathBuf], findings: &mut Findings) -> Self {
        let here = [PathBuf::from(".")];
        let mut paths = Self { here: PathBuf::from("."), ..Self::default() };
        for path in if arguments.is_empty() { &here } else { arguments } {
            if path.as_os_str() == STDIN {
                paths.stdin();
            } else if path.is_dir() {
                paths.folder(path, findings);
            } else {
                paths.file(path, true, None);
            }
        }
        paths
    }

    /// The files of a folder, named as seen from there.
    pub(super) fn inside(folder: &Path, findings: &mut Findings) -> Self {
        let mut paths = Self { here: folder.to_owned(), ..Self::default() };
        paths.folder(folder, findings);
        paths
    }

    fn stdin(&mut self) {
        if self.seen.insert(PathBuf::from(STDIN)) {
            let (path, name) = (PathBuf::from(STDIN), STDIN.to_owned());
            self.files.push(File { path, name, stdin: true, named: true, folder: None });
        }
    }

    fn file(&mut self, path: &Path, named: bool, folder: Option<usize>) {
        if self.seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned())) {
            let name = names::name(path.strip_prefix(&self.here).unwrap_or(path));
            self.files.push(File { path: path.to_owned(), name, stdin: false, named, folder });
        } else {
            self.again.extend(folder);
        }
    }

    fn folder(&mut self, folder: &Path, findings: &mut Findings) {
        let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let number = self.folders.len();
        let mut found = Vec::new();
        for entry in walk(folder, in_repository(&real)) {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| !kind.is_dir());
                    if is_file && entry.path().extension().is_some_and(|ending| ending == "toml") {
                        found.push(entry.into_path());
                    }
                }
                Err(error) => unreadable(&error, folder, findings),
            }
        }
        self.folders.push(Folder { name: names::name(folder.strip_prefix(&self.here).unwrap_or(folder)), real });
        found.sort_by(|a, b| order(a, b));
        for path in found {
            // A call is one by its name, whatever is in it.
            let named = path.file_name().is_some_and(|name| name == CALL_FILE);
            self.file(&path, named, Some(number));
        }
    }
}

/// Whether a folder is in a Git repository.
fn in_repository(folder: &Path) -> bool {
    folder.ancestors().any(|folder| folder.join(".git").exists())
}

/// Hidden files and what is built are passed over, and what the `.gitignore` of these folders name; in a repository, also those
/// of the folders around, up to its root. What only one machine ignores (its own list, that of one clone) is not: the same files are
/// checked everywhere.
fn walk(folder: &Path, in_repository: bool) -> ignore::Walk {
    WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(true)
        .git_ignore(true)
        // Only then does the root of a repository end the climb.
        .require_git(in_repository)
        .parents(in_repository)
        .follow_links(true)
        .max_depth(Some(DEPTH))
        .filter_entry(|entry| entry.depth() == 0 || entry.file_name() != BUILT)
        .build()
}

/// Says a folder that cannot be read. A link that leads nowhere, or back to where it is, is no folder.
fn unreadable(error: &ignore::Error, folder: &Path, findings: &mut Findings) {
    let Some(cause) = error.io_error() else { return };
    if cause.kind() == io::ErrorKind::NotFound {
        return;
    }
    let name = names::name(path_of(error).unwrap_or(folder));
    findings.push_at(&rule::FILE_UNREADABLE, At::File(name.clone()), Message::FolderUnreadable { folder: name });
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// In a folder a call first, then the other files, then the folders, by name.
fn order(a: &Path, b: &Path) -> Ordering {
    let (a, b) = (parts(a), parts(b));
    let differ = a.iter().zip(&b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
    rank(&a, differ).cmp(&rank(&b, differ))
}

fn parts(path: &Path) -> Vec<&OsStr> {
    path.iter().collect()
}

fn rank<'p>(parts: &[&'p OsStr], at: usize) -> (u8, Option<&'p OsStr>) {
    let name = parts.get(at).copied();
    let rank = match name {
        Some(_) if at + 1 < parts.len() => 2,
        Some(name) if name != CALL_FILE => 1,
        _ => 0,
    };
    (rank, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_comes_first_then_files_then_folders() {
        let mut paths: Vec<&Path> =
            ["x/b/a.toml", "x/z.toml", "x/a/call.toml", "x/a/b/c.toml", "x/call.toml", "x/a/a.toml", "x/b.toml"]
                .map(Path::new)
                .into();
        paths.sort_by(|a, b| order(a, b));
        let names: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
        assert_eq!(names, ["x/call.toml", "x/b.toml", "x/z.toml", "x/a/call.toml", "x/a/a.toml", "x/a/b/c.toml", "x/b/a.toml"]);
    }
}
