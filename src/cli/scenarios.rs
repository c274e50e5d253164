//! Scenarios of a file or of the command line, made into grids: each on the call's own, or on another one with which the call is
//! loaded again.

use std::path::{Path, PathBuf};

use super::load::{self, Loaded, Ready};
use crate::analyse::scenario::{Applied, apply};
use crate::check::{self, Said, ScenarioDraft};
use crate::model::{Findings, Grid, Scenario, rule};
use crate::read::{self, Input, Limit};
use crate::report::refusal;
use crate::text::Message;

/// The name of the file of scenarios that belongs to a call.
pub const SCENARIOS_FILE: &str = "scenarios.toml";

/// Scenarios whose grids are known.
#[derive(Debug, Default)]
pub struct Made {
    /// The call loaded again, for each scenario with a grid of its own.
    pub others: Vec<Option<Loaded>>,
    /// The scenarios and their grids; where there are findings, only some of them.
    pub scenarios: Vec<(Scenario, Applied)>,
}

impl Made {
    /// What a scenario is scored on: the call, loaded with its own grid where it has one.
    pub fn base<'a>(&'a self, at: usize, call: &'a Ready) -> &'a Ready {
        self.others.get(at).and_then(Option::as_ref).and_then(|loaded| loaded.ready.as_ref()).unwrap_or(call)
    }
}

/// Reads a file of scenarios.
pub fn read(path: &Path, name: String, findings: &mut Findings) -> Vec<ScenarioDraft> {
    let source = read::open(&Input::file(path.to_owned(), name), Limit::Tree, None, findings);
    let root = source.and_then(|source| read::toml::tree(&source, findings));
    root.map(|root| check::scenarios(&root, findings)).unwrap_or_default()
}

/// Makes the grids of scenarios. `file`: where they are written; `load`: the call with another grid.
pub fn make(
    drafts: &[ScenarioDraft],
    file: Option<&Path>,
    call: &Ready,
    load: &dyn Fn(PathBuf) -> Loaded,
    findings: &mut Findings,
) -> Made {
    let mut made = Made::default();
    for (at, draft) in drafts.iter().enumerate() {
        let other = draft.grid.as_ref().map(|grid| {
            let mut other = load(grid_path(grid, file));
            if other.ready.is_none() {
                let message = Message::RefusedOtherGrid { id: draft.id.value.clone() };
                findings.push_at(&rule::SCENARIO, grid.at(), message).help(Message::RefusedOtherGridHelp {});
                findings.extend(std::mem::take(&mut other.findings));
            }
            other
        });
        // What a grid has that was refused is not known.
        let known = other.as_ref().is_none_or(|other| other.ready.is_some());
        made.others.push(other);
        if known {
            let own = scenario(draft, &made.base(at, call).grid, findings);
            made.scenarios.extend(own);
        }
    }
    made
}

/// A scenario and its grid; `None` where a finding says why there is none.
fn scenario(draft: &ScenarioDraft, grid: &Grid, findings: &mut Findings) -> Option<(Scenario, Applied)> {
    let scenario = draft.in_grid(grid, findings)?;
    match apply(grid, &scenario) {
        Ok(applied) => Some((scenario, applied)),
        Err(why) => {
            let (rule, message, help) = refusal(grid, &why);
            findings.push_at(rule, draft.at_weights(), message).help(help);
            None
        }
    }
}

/// Where the grid of a scenario is: from the current folder on the command line, from the folder of its file otherwise; a shipped
/// grid by its name.
fn grid_path(grid: &Said<String>, file: Option<&Path>) -> PathBuf {
    let folder = file.and_then(Path::parent).filter(|_| grid.span.is_some());
    match folder.map(|folder| folder.join(&grid.value)) {
        Some(path) if path.exists() || load::is_file_name(&grid.value) => path,
        _ => PathBuf::from(&grid.value),
    }
}
