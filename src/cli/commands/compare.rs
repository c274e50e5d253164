//! `grille compare`: what a re-weighting changes, scenario by scenario.

use std::path::{Path, PathBuf};

use crate::analyse::compare::{Case, compare};
use crate::analyse::scenario::{Applied, apply};
use crate::check::{self, Said as Placed, ScenarioDraft};
use crate::cli::args::{CompareArgs, Input as Arg};
use crate::cli::failure::Said;
use crate::cli::load::Loaded;
use crate::cli::{Context, Outcome, load, present};
use crate::model::{Findings, Grid, Scenario, Severity, rule};
use crate::read::{self, Input, Limit};
use crate::report::{json, refusal, views};
use crate::score::{Evaluation, rank};
use crate::text::Message;

/// The name of the file of scenarios that is read where nothing else is said.
const SCENARIOS_FILE: &str = "scenarios.toml";

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result: nothing to compare with, first of all.
pub fn run(args: &CompareArgs, context: &Context) -> anyhow::Result<Outcome> {
    let mut which = args.which.clone();
    if !args.is_bare() {
        which.grid = None;
    }
    let mut loaded = load::from_args(&which, args.call.as_deref(), context.lang);
    if present::ready_or_refused(&loaded, context)?.is_none() {
        return Ok(Outcome::Refused);
    }
    let mut findings = Findings::new();
    let (drafts, file) = drafts(args, &mut loaded.inputs, &mut findings);
    if findings.has_errors() {
        return refused(&findings, context);
    }
    if drafts.is_empty() {
        return Err(Said(Message::CompareNothing {}).into());
    }
    let Some(ready) = &loaded.ready else { return Ok(Outcome::Refused) };
    if ready.grid.criteria.is_empty() {
        return Err(Said(Message::CompareNoCriteria { title: ready.grid.title.clone() }).into());
    }
    let mut others: Vec<Option<Loaded>> = Vec::new();
    for draft in &drafts {
        let Some(grid) = &draft.grid else {
            others.push(None);
            continue;
        };
        if reads_stdin(args) {
            return Err(Said(Message::CompareStdin {}).into());
        }
        let mut other = which.clone();
        other.grid = Some(Arg::Path(grid_path(grid, file.as_deref())));
        let mut other = load::from_args(&other, args.call.as_deref(), context.lang);
        if other.ready.is_none() {
            let message = Message::RefusedOtherGrid { id: draft.id.value.clone() };
            findings.push_at(&rule::SCENARIO, grid.at(), message);
            findings.extend(std::mem::take(&mut other.findings));
        }
        others.push(Some(other));
    }
    let base = |at: usize| others.get(at).and_then(Option::as_ref).and_then(|loaded| loaded.ready.as_ref()).unwrap_or(ready);
    let mut made: Vec<(Scenario, Applied)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        // What a grid that was refused has is not known.
        if others.get(at).and_then(Option::as_ref).is_none_or(|other| other.ready.is_some()) {
            made.extend(scenario(draft, &base(at).grid, &mut findings));
        }
    }
    if findings.has_errors() {
        return refused(&findings, context);
    }
    let now = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let cases: Vec<Case<'_>> = made
        .iter()
        .enumerate()
        .map(|(at, (scenario, applied))| {
            let own = base(at);
            let then = rank(Evaluation::new(&applied.grid, &own.call, &own.submissions, &own.ledger));
            let other = others.get(at).is_some_and(Option::is_some).then_some(&own.grid);
            let comparison = compare(&now, &then);
            Case { scenario, other, applied, then, comparison }
        })
        .collect();
    let mut inputs = loaded.inputs.clone();
    inputs.extend(others.iter().flatten().flat_map(|other| other.inputs.clone()));
    present::write(&views::compare(&now, &cases), &|out| json::compare(&now, &cases, out), context, &inputs)?;
    present::remarks(&loaded, context)?;
    for other in others.iter_mut().flatten() {
        // What was said of the call already is not said of each grid again.
        let said = |finding: &crate::model::Finding| {
            loaded.findings.iter().any(|known| known.rule == finding.rule && known.message == finding.message)
        };
        let mut new = Loaded::default();
        std::mem::take(&mut other.findings).into_iter().filter(|one| !said(one)).for_each(|one| new.findings.push_again(one));
        present::remarks(&new, context)?;
    }
    Ok(Outcome::Done)
}

/// Shows what is wrong with the scenarios.
fn refused(findings: &Findings, context: &Context) -> anyhow::Result<Outcome> {
    present::show_findings(findings, context)?;
    present::invalid(findings.count(Severity::Error), context)?;
    Ok(Outcome::Refused)
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

/// The scenarios of the file, then those of the options; and the file, where there is one.
fn drafts(args: &CompareArgs, inputs: &mut Vec<PathBuf>, findings: &mut Findings) -> (Vec<ScenarioDraft>, Option<PathBuf>) {
    let given = given(args);
    let own = args.folder().join(SCENARIOS_FILE);
    let file = match &args.scenarios {
        Some(file) => Some(file.clone()),
        None if given.is_empty() && !args.is_bare() && own.exists() => Some(own),
        None => None,
    };
    let mut drafts = Vec::new();
    if let Some(path) = &file {
        let name = path.strip_prefix(args.folder()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        inputs.push(path.clone());
        let source = read::open(&Input::file(path.clone(), name), Limit::Tree, None, findings);
        let root = source.and_then(|source| read::toml::tree(&source, findings));
        drafts = root.map(|root| check::scenarios(&root, findings)).unwrap_or_default();
    }
    drafts.extend(given);
    (drafts, file)
}

/// The scenarios that the options make: one of all of them, or one each.
fn given(args: &CompareArgs) -> Vec<ScenarioDraft> {
    let argument = |text: &str| Placed::argument(text.to_owned());
    let fix: Vec<Placed<String>> = args.fix.iter().map(|item| argument(item)).collect();
    let mut one = ScenarioDraft::new(argument(""));
    let mut words: Vec<String> = Vec::new();
    let mut each: Vec<ScenarioDraft> = Vec::new();
    // Changes both the one scenario of all and one that is only this change.
    let mut change = |id: String, put: &dyn Fn(&mut ScenarioDraft)| {
        let mut alone = ScenarioDraft { fix: fix.clone(), ..ScenarioDraft::new(argument(&id)) };
        put(&mut alone);
        each.push(alone);
        put(&mut one);
        words.push(id);
    };
    for (item, weight) in &args.set {
        change(format!("{item}={weight}"), &|draft| draft.set.push((argument(item), *weight)));
    }
    for item in &args.drop {
        change(format!("drop={item}"), &|draft| draft.drop.push(argument(item)));
    }
    for word in &args.missing {
        let missing = crate::model::Missing::from(*word);
        change(format!("missing={}", missing.word()), &|draft| draft.missing = Some(missing));
    }
    for word in &args.panel {
        change(format!("panel={word}"), &|draft| draft.panel = Some(word.clone()));
    }
    if let Some(grid) = args.other_grid() {
        let name = grid.path().map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned());
        change(format!("grid={name}"), &|draft| draft.grid = Some(argument(&name)));
    }
    if each.is_empty() {
        return Vec::new();
    }
    if args.each {
        return each;
    }
    words.extend(args.fix.iter().map(|item| format!("fix={item}")));
    one.id = argument(&words.join(" "));
    one.fix = fix;
    vec![one]
}

fn reads_stdin(args: &CompareArgs) -> bool {
    let which = &args.which;
    let inputs = [which.grid.as_slice(), which.submissions.as_slice(), which.marks.as_slice()];
    inputs.into_iter().flatten().any(|input| *input == Arg::Stdin) || which.list.iter().any(|list| list.value == "-")
}

/// Where the grid of a scenario is: from the current folder on the command line, from the folder of its file otherwise; a shipped
/// grid by its name.
fn grid_path(grid: &Placed<String>, file: Option<&Path>) -> PathBuf {
    let named = PathBuf::from(&grid.value);
    let folder = file.and_then(Path::parent).filter(|_| grid.span.is_some());
    let beside = folder.map(|folder| folder.join(&grid.value));
    match beside {
        Some(path) if path.exists() || load::is_file_name(&grid.value) => path,
        _ => named,
    }
}
