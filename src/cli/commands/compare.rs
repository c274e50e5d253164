//! `grille compare`: what a re-weighting changes, scenario by scenario.

use std::path::PathBuf;

use crate::analyse::compare::{Case, compare};
use crate::check::{Said as Placed, ScenarioDraft};
use crate::cli::args::{CompareArgs, Input as Arg};
use crate::cli::failure::Said;
use crate::cli::load::Loaded;
use crate::cli::scenarios::{self, SCENARIOS_FILE};
use crate::cli::{Context, Outcome, load, present};
use crate::model::{Finding, Findings, Missing, Severity};
use crate::report::{json, views};
use crate::score::{Evaluation, rank};
use crate::text::Message;

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
    if drafts.iter().any(|draft| draft.grid.is_some()) && args.which.reads_stdin() {
        return Err(Said(Message::CompareStdin {}).into());
    }
    let with_grid = |grid: PathBuf| {
        let mut other = which.clone();
        other.grid = Some(Arg::Path(grid));
        load::from_args(&other, args.call.as_deref(), context.lang)
    };
    let mut made = scenarios::make(&drafts, file.as_deref(), ready, &with_grid, &mut findings);
    if findings.has_errors() {
        return refused(&findings, context);
    }
    let now = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let cases: Vec<Case<'_>> = made
        .scenarios
        .iter()
        .enumerate()
        .map(|(at, (scenario, applied))| {
            let own = made.base(at, ready);
            let then = rank(Evaluation::new(&applied.grid, &own.call, &own.submissions, &own.ledger));
            let other = made.others.get(at).is_some_and(Option::is_some).then_some(&own.grid);
            let comparison = compare(&now, &then);
            Case { scenario, other, applied, then, comparison }
        })
        .collect();
    let mut inputs = loaded.inputs.clone();
    inputs.extend(made.others.iter().flatten().flat_map(|other| other.inputs.clone()));
    present::write(&views::compare(&now, &cases), &|out| json::compare(&now, &cases, out), context, &inputs)?;
    present::remarks(&loaded, context)?;
    for other in made.others.iter_mut().flatten() {
        // What was said of the call already is not said of each grid again.
        let said = |finding: &Finding| {
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

/// The scenarios of the file, then those of the options; and the file, where there is one.
fn drafts(args: &CompareArgs, inputs: &mut Vec<PathBuf>, findings: &mut Findings) -> (Vec<ScenarioDraft>, Option<PathBuf>) {
    let given = given(args);
    let folder = load::folder_of(args.folder());
    let own = folder.join(SCENARIOS_FILE);
    let file = match &args.scenarios {
        Some(file) => Some(file.clone()),
        None if given.is_empty() && !args.is_bare() && own.exists() => Some(own),
        None => None,
    };
    let mut drafts = Vec::new();
    if let Some(path) = &file {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        inputs.push(path.clone());
        drafts = scenarios::read(path, name, findings);
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
        let missing = Missing::from(*word);
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
