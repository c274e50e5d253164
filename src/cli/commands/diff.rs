//! `grille diff`: what changed between two grids, and what that does to a call.

use std::path::{Path, PathBuf};

use crate::analyse::compare::{Case, compare};
use crate::analyse::diff::{Diff, Differ, Drafted, diff};
use crate::analyse::scenario::apply;
use crate::cli::args::{DiffArgs, Input};
use crate::cli::failure::Said;
use crate::cli::load::{self, Loaded};
use crate::cli::{Context, Outcome, present};
use crate::model::{Scenario, Severity};
use crate::report::views::Effect;
use crate::report::{json, views};
use crate::score::{Evaluation, Ranking, rank};
use crate::text::Message;

/// Runs the command.
///
/// # Errors
/// When a grid or the call cannot be read, or the output cannot be written.
pub fn run(args: &DiffArgs, context: &Context) -> anyhow::Result<Outcome> {
    let mut loaded = Loaded::default();
    let (old, new) = (load::grid_alone(&named(&args.old), &mut loaded), load::grid_alone(&named(&args.new), &mut loaded));
    loaded.findings.sort();
    let (Some(old), Some(new)) = (old, new) else { return refused(&loaded, context) };
    let found = diff(&old, &new);
    let Some(folder) = args.dir.as_deref() else {
        write([&old, &new], &found, None, &loaded.inputs, context)?;
        return Ok(outcome(found.differ()));
    };
    let (before, after) = (on(folder, &old), on(folder, &new));
    let mut inputs = loaded.inputs;
    inputs.extend(before.inputs.iter().chain(&after.inputs).cloned());
    let both = before.ready.as_ref().zip(after.ready.as_ref());
    let Some((one, other)) = both else {
        // What changed is worth saying all the same; what it does to the call is not known.
        write([&old, &new], &found, None, &inputs, context)?;
        let (lacking, message) =
            if before.ready.is_none() { (&before, Message::DiffCallOld {}) } else { (&after, Message::DiffCallNew {}) };
        present::show_findings(&lacking.findings, context)?;
        return Err(Said(message).into());
    };
    let now = rank(Evaluation::new(&one.grid, &one.call, &one.submissions, &one.ledger));
    let then = rank(Evaluation::new(&other.grid, &other.call, &other.submissions, &other.ledger));
    let comparison = compare(&now, &then);
    let scenario = Scenario { id: "new".to_owned(), ..Scenario::default() };
    let Ok(applied) = apply(&other.grid, &scenario) else { return refused(&after, context) };
    let changes = differs(&now, &then);
    let case = Case { scenario: &scenario, other: Some(&other.grid), applied: &applied, then, comparison };
    let command = command(folder, &old, &args.new);
    let effect = Some(Effect { now: &now, case: &case, command: command.as_deref() });
    write([&old, &new], &found, effect, &inputs, context)?;
    present::remarks(&after, context)?;
    Ok(if changes { Outcome::Findings } else { outcome(found.differ()) })
}

fn write(
    [old, new]: [&Drafted; 2],
    found: &Diff,
    effect: Option<Effect<'_>>,
    inputs: &[PathBuf],
    context: &Context,
) -> anyhow::Result<()> {
    let document = views::diff(found, old, new, effect);
    present::write(&document, &|out| json::diff(found, old, new, effect, out), context, inputs)?;
    Ok(())
}

/// Whether a result of the call is another: who is ranked, how, with how much. Wording may do that, where files name columns and
/// values by it.
fn differs(now: &Ranking<'_>, then: &Ranking<'_>) -> bool {
    let all = |ranking: &Ranking<'_>| {
        let count = ranking.evaluation.submissions.len();
        let entry = |at: usize| ranking.entry(at).map(|entry| (entry.rank, entry.tied, entry.status));
        (0..count).map(|at| (ranking.disposition(at), entry(at), ranking.evaluation.score(at))).collect::<Vec<_>>()
    };
    all(now) != all(then)
}

const fn outcome(differ: Differ) -> Outcome {
    match differ {
        Differ::Meaning => Outcome::Findings,
        Differ::Wording | Differ::Nothing => Outcome::Done,
    }
}

fn named(input: &Input) -> String {
    input.path().map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned())
}

/// The call with one of the grids.
fn on(folder: &Path, grid: &Drafted) -> Loaded {
    load::from_folder_on(load::folder_of(folder), grid)
}

/// The command that says more of the newer grid: where that can be read again, and the older one is what the call has.
fn command(folder: &Path, old: &Drafted, new: &Input) -> Option<String> {
    let grid = new.path()?;
    let call = load::from_folder(load::folder_of(folder), "").ready?;
    if call.grid.file.sha256() != old.grid.file.sha256() {
        return None;
    }
    Some(format!("grille compare {} --grid {}", folder.display(), grid.display()))
}

fn refused(loaded: &Loaded, context: &Context) -> anyhow::Result<Outcome> {
    present::show_findings(&loaded.findings, context)?;
    present::invalid(loaded.findings.count(Severity::Error), context)?;
    Ok(Outcome::Refused)
}
