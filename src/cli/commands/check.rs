//! `grille check`: everything wrong with grids and calls, all at once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::check;
use crate::cli::advice;
use crate::cli::args::{CheckArgs, Format};
use crate::cli::failure::Said;
use crate::cli::load::{self, CALL_FILE, Ready};
use crate::cli::scenarios::{self, SCENARIOS_FILE};
use crate::cli::{Context, Outcome, output};
use crate::model::{At, Findings, Span, rule};
use crate::read::{self, Input, Limit};
use crate::report::formats::Style;
use crate::report::{findings, json};
use crate::text::Message;

/// How deep folders are searched: deeper than any folder of grids, and an end to a loop of links.
const DEPTH: usize = 16;

/// Runs the command.
///
/// # Errors
/// When the output cannot be written, or in a form that findings do not have.
pub fn run(args: &CheckArgs, context: &Context) -> anyhow::Result<Outcome> {
    let here = [PathBuf::from(".")];
    let mut checker = Checker::default();
    for path in if args.paths.is_empty() { &here } else { args.paths.as_slice() } {
        checker.path(path);
    }
    checker.findings.sort();
    let found = &checker.findings;
    match context.format {
        Some(Format::Json) => output::write(context, &checker.inputs, |out| json::findings(found, out))?,
        None | Some(Format::Table) => {
            let style = Style { lang: context.lang, width: context.screen.width, color: context.screen.color };
            output::write(context, &checker.inputs, |out| {
                findings::render(found, &style, out)?;
                let summary = Message::CheckSummary {
                    grids: checker.grids,
                    calls: checker.calls,
                    found: Box::new(findings::summary(found)),
                };
                writeln!(out, "{}", summary.text(style.lang))
            })?;
        }
        Some(other) => {
            let format = clap::ValueEnum::to_possible_value(&other).map_or_else(String::new, |value| value.get_name().to_owned());
            return Err(Said(Message::FormatNotHere { format }).into());
        }
    }
    Ok(if found.has_errors() { Outcome::Findings } else { Outcome::Done })
}

/// Goes through paths and gathers findings; each file is checked once, whichever way it is reached.
#[derive(Default)]
struct Checker {
    findings: Findings,
    inputs: Vec<PathBuf>,
    seen: BTreeSet<PathBuf>,
    grids: usize,
    calls: usize,
}

/// What a TOML file of this house is, by its content.
enum Kind {
    Grid,
    Call,
    Scenarios,
}

impl Checker {
    fn path(&mut self, path: &Path) {
        if path.is_dir() {
            let before = self.grids + self.calls;
            self.folder(path, 0);
            if self.grids + self.calls == before && !self.findings.has_errors() {
                self.findings
                    .push_at(&rule::CALL_INCOMPLETE, At::File(name(path)), Message::NothingFound {})
                    .help(Message::NothingFoundHelp {});
            }
        } else {
            self.file(path, true);
        }
    }

    /// A call first, so that its files are named once; then the other files, then the folders, by name.
    fn folder(&mut self, folder: &Path, depth: usize) {
        if folder.join(CALL_FILE).is_file() {
            self.file(&folder.join(CALL_FILE), true);
        }
        let Ok(entries) = folder.read_dir() else {
            self.findings.push_at(
                &rule::FILE_UNREADABLE,
                At::File(name(folder)),
                Message::FolderUnreadable { folder: name(folder) },
            );
            return;
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let visible = |path: &&PathBuf| {
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| !name.starts_with('.') && name != "target")
        };
        for path in paths.iter().filter(visible).filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
            self.file(path, false);
        }
        for path in paths.iter().filter(visible).filter(|path| path.is_dir() && depth < DEPTH) {
            self.folder(path, depth + 1);
        }
    }

    /// A file; one that was not `named` by the user may be anything and is passed over when it is not ours.
    fn file(&mut self, path: &Path, named: bool) {
        if !self.seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned())) {
            return;
        }
        let mut findings = Findings::new();
        let input_name = name(path);
        let input = Input::file(path.to_owned(), input_name.clone());
        let source = read::open(&input, Limit::Tree, None, &mut findings);
        let Some(source) = source else {
            if named {
                self.findings.extend(findings);
            }
            return;
        };
        match kind(path, source.text()) {
            Some(Kind::Call) => {
                self.calls += 1;
                let folder = path.parent().unwrap_or(Path::new(""));
                let prefix = if folder.as_os_str().is_empty() { String::new() } else { format!("{}/", name(folder)) };
                let prefix = if prefix == "./" { String::new() } else { prefix };
                let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                let loaded = load::from_folder(folder, &prefix);
                self.seen.extend(loaded.inputs.iter().filter_map(|path| path.canonicalize().ok()));
                advice::call(&loaded, &input_name, &mut self.findings);
                self.inputs.extend(loaded.inputs);
                self.findings.extend(loaded.findings);
                self.scenarios(folder, &prefix, loaded.ready.as_ref());
            }
            Some(Kind::Grid) => {
                self.grids += 1;
                self.inputs.push(path.to_owned());
                if let Some(root) = read::toml::tree(&source, &mut findings)
                    && let Some(grid) = check::grid(&source, &root, &mut findings)
                {
                    check::advice::grid(&grid, &root, &mut findings);
                }
                self.findings.extend(findings);
            }
            // Beside no call, what the file says is held against no grid.
            Some(Kind::Scenarios) => {
                self.inputs.push(path.to_owned());
                if let Some(root) = read::toml::tree(&source, &mut findings) {
                    check::scenarios(&root, &mut findings);
                }
                self.findings.extend(findings);
            }
            None if named => {
                self.findings.extend(findings);
                self.findings
                    .push(&rule::CALL_INCOMPLETE, &Span::new(&source, 0, 0), Message::NotGridNorCall {})
                    .help(Message::NotGridNorCallHelp {});
            }
            None => {}
        }
    }

    /// The scenarios beside a call: what they say, and, where the call holds, whether its grid allows it.
    fn scenarios(&mut self, folder: &Path, prefix: &str, call: Option<&Ready>) {
        let path = folder.join(SCENARIOS_FILE);
        if !path.is_file() {
            return;
        }
        self.seen.extend(path.canonicalize());
        self.inputs.push(path.clone());
        let drafts = scenarios::read(&path, format!("{prefix}{SCENARIOS_FILE}"), &mut self.findings);
        if let Some(call) = call {
            let load = |grid: PathBuf| load::from_folder_with(folder, prefix, &grid);
            scenarios::make(&drafts, Some(&path), call, &load, &mut self.findings);
        }
    }
}

/// A path as findings name it: with `/`, without a leading `./`.
fn name(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").map_or(name.clone(), str::to_owned).trim_end_matches('/').to_owned()
}

/// A grid has a `[grid]` table, a call a `[call]` table or its own name: enough to tell even a file that does not parse.
fn kind(path: &Path, text: &str) -> Option<Kind> {
    let has = |header: &str| text.lines().any(|line| line.trim_start().starts_with(header));
    if has("[call]") || path.file_name().is_some_and(|name| name == CALL_FILE) {
        Some(Kind::Call)
    } else if has("[grid]") || has("[[criterion]]") || has("[[gate]]") {
        Some(Kind::Grid)
    } else if has("[[scenario]]") {
        Some(Kind::Scenarios)
    } else {
        None
    }
}
