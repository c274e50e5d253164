//! One file: what it is, and everything wrong with it and with the files that it names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::kind::{Kind, kind};
use super::paths::File;
use crate::check::{self, GridHead};
use crate::cli::advice;
use crate::cli::load::{self, CALL_FILE, Loaded, Ready};
use crate::cli::names;
use crate::cli::scenarios::{self, SCENARIOS_FILE};
use crate::model::{Findings, Source, Span, rule};
use crate::read::{self, Input, Limit};
use crate::text::Message;

/// What came of a file.
#[derive(Debug, Default)]
pub(super) struct Examined {
    pub(super) findings: Findings,
    /// Every file that was opened.
    pub(super) inputs: Vec<PathBuf>,
    pub(super) grids: usize,
    pub(super) calls: usize,
    /// What tells a grid from others.
    pub(super) head: Option<GridHead>,
    pub(super) is_settings: bool,
    /// Whether somebody named it, and it cannot be opened.
    pub(super) unreadable: bool,
}

/// What the examination of one file knows of the others.
#[derive(Debug)]
pub(super) struct Checkup {
    /// The folders whose calls are checked.
    calls: BTreeSet<PathBuf>,
}

impl Checkup {
    pub(super) fn of(files: &[File]) -> Self {
        let calls = files.iter().filter(|file| file.path.file_name().is_some_and(|name| name == CALL_FILE));
        Self { calls: calls.map(|file| folder_of(&file.path).to_owned()).collect() }
    }

    /// Checks a file.
    pub(super) fn examine(&self, file: &File) -> Examined {
        let mut examined = Examined::default();
        let input = if file.stdin { Input::Stdin } else { Input::file(file.path.clone(), file.name.clone()) };
        let mut findings = Findings::new();
        match read::open(&input, Limit::Tree, None, &mut findings) {
            Some(source) => self.read(file, &source, &mut findings, &mut examined),
            None if file.named => {
                examined.unreadable = findings.iter().any(|finding| finding.rule.code == rule::FILE_UNREADABLE.code);
            }
            None => findings = Findings::new(),
        }
        examined.findings.extend(findings);
        examined
    }

    fn read(&self, file: &File, source: &Arc<Source>, findings: &mut Findings, examined: &mut Examined) {
        let kind = kind(&file.path, source.text());
        if kind.is_some() && !file.stdin {
            examined.inputs.push(file.path.clone());
        }
        match kind {
            Some(Kind::Call) => {
                // What was told while reading it is told again by loading it.
                *findings = Findings::new();
                call(file, source, examined);
            }
            Some(Kind::Grid) => {
                examined.grids = 1;
                if let Some(root) = read::toml::tree(source, findings) {
                    if let Some(grid) = check::grid(source, &root, findings) {
                        check::advice::grid(&grid, &root, findings);
                    }
                    examined.head = GridHead::of(&root);
                }
            }
            // Beside a call that is checked, it is held against the grid of that call.
            Some(Kind::Scenarios) if file.path.ends_with(SCENARIOS_FILE) && self.calls.contains(folder_of(&file.path)) => {
                *findings = Findings::new();
            }
            // Beside no call, what the file says is held against no grid.
            Some(Kind::Scenarios) => {
                if let Some(root) = read::toml::tree(source, findings) {
                    check::scenarios(&root, findings);
                }
            }
            Some(Kind::Settings) => {
                // Read where the other settings are.
                *findings = Findings::new();
                examined.is_settings = true;
            }
            None if file.named => {
                findings
                    .push(&rule::CALL_INCOMPLETE, &Span::new(source, 0, 0), Message::NotGridNorCall {})
                    .help(Message::NotGridNorCallHelp {});
            }
            None => *findings = Findings::new(),
        }
    }
}

/// A call and all its files, which the standard input names from here. In a file of another name no other command finds it, and
/// that is said.
fn call(file: &File, source: &Arc<Source>, examined: &mut Examined) {
    let folder = folder_of(&file.path);
    let prefix = names::prefix(folder_of(Path::new(&file.name)));
    let is_file = file.path.file_name().is_some_and(|name| name == CALL_FILE);
    if !is_file && !file.stdin {
        if !file.named && folder.join(CALL_FILE).is_file() {
            // One that was kept beside the call of a folder decides nothing.
            return;
        }
        let start = source.text().find("[call]").unwrap_or(0);
        let end = source.text().len().min(start + "[call]".len());
        let place = Span::new(source, start, end);
        examined.findings.push(&rule::CALL_INCOMPLETE, &place, Message::CallFileName {}).help(Message::CallFileNameHelp {});
    }
    examined.calls = 1;
    let loaded = if is_file { load::from_folder(folder, &prefix) } else { load::from_source(source, folder, &prefix) };
    advice::call(&loaded, &file.name, &mut examined.findings);
    let Loaded { ready, findings, inputs, .. } = loaded;
    examined.findings.extend(findings);
    examined.inputs.extend(inputs);
    if is_file {
        beside(folder, &prefix, ready.as_ref(), examined);
    }
}

/// The scenarios beside a call: what they say, and, where the call holds, whether its grid allows it.
fn beside(folder: &Path, prefix: &str, call: Option<&Ready>, examined: &mut Examined) {
    let path = folder.join(SCENARIOS_FILE);
    if !path.is_file() {
        return;
    }
    examined.inputs.push(path.clone());
    let drafts = scenarios::read(&path, format!("{prefix}{SCENARIOS_FILE}"), &mut examined.findings);
    if let Some(call) = call {
        let load = |grid: PathBuf| load::from_folder_with(folder, prefix, &grid);
        scenarios::make(&drafts, Some(&path), call, &load, &mut examined.findings);
    }
}

/// The folder of a file, the current one where its path names none.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
