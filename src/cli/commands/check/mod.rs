//! `grille check`: everything wrong with grids and calls, all at once.

mod file;
mod kind;
mod paths;
mod settings;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::check;
use crate::check::settings::{Judged, Setting};
use crate::cli::args::{CheckArgs, Format};
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, output};
use crate::model::{At, Findings, rule};
use crate::report::findings::{Checked, Form, form};
use crate::report::formats::Style;
use crate::text::{Lang, Message};
use file::{Checkup, Examined};
use paths::Paths;
use settings::Settings;

/// Runs the command.
///
/// # Errors
/// When the output cannot be written, or in a form that findings do not have.
pub fn run(args: &CheckArgs, context: &Context) -> anyhow::Result<Outcome> {
    let form = chosen(args, context)?;
    let line = args.settings().map_err(Said)?;
    let mut findings = Findings::new();
    let paths = Paths::gather(&args.paths, &mut findings);
    let Found { judged, inputs, grids, calls, unreadable } = found(&paths, findings, line);
    let opened = inputs.iter().map(|path| path.canonicalize().unwrap_or_else(|_| path.clone())).collect::<BTreeSet<_>>();
    let files = opened.len() + paths.files.iter().filter(|file| file.stdin).count();
    let checked = Checked { judged: &judged, files, grids, calls, quiet: context.quiet };
    write(form, &checked, &inputs, context)?;
    Ok(if unreadable {
        Outcome::Refused
    } else if judged.findings.has_errors() {
        Outcome::Findings
    } else {
        Outcome::Done
    })
}

/// What is found in a folder under its own settings, its files named as seen from there.
pub fn inside(folder: &Path) -> Findings {
    let mut findings = Findings::new();
    let paths = Paths::inside(folder, &mut findings);
    found(&paths, findings, Vec::new()).judged.findings
}

/// What was found, in what.
struct Found {
    judged: Judged,
    inputs: Vec<PathBuf>,
    grids: usize,
    calls: usize,
    unreadable: bool,
}

/// Everything wrong with files, under the settings of their folders and of the command `line`; `findings` came of gathering them.
fn found(paths: &Paths, findings: Findings, line: Vec<Setting>) -> Found {
    // Each file by itself, on all cores; what comes of it stays in the order of the files.
    let checkup = Checkup::of(&paths.files);
    let mut examined: Vec<Examined> = paths.files.par_iter().map(|file| checkup.examine(file)).collect();

    let mut settings = Settings::new(line, &paths.folders, &paths.here);
    let mut inputs: Vec<PathBuf> = Vec::new();
    for (file, one) in paths.files.iter().zip(&mut examined) {
        if one.is_settings {
            settings.read(file);
        }
        inputs.append(&mut one.inputs);
    }
    settings.climb(&inputs);
    let (grids, calls) = examined.iter().fold((0, 0), |(grids, calls), one| (grids + one.grids, calls + one.calls));
    let unreadable = examined.iter().any(|one| one.unreadable);

    let mut found = settings.take_findings();
    found.extend(findings);
    for one in &mut examined {
        found.extend(std::mem::take(&mut one.findings));
    }
    check::clashes(examined.iter().filter_map(|one| one.head.as_ref()), &mut found);
    nothing_found(paths, &examined, &mut found);
    found.sort();
    found.dedup();
    let judged = settings.judge(found);
    inputs.extend(settings.inputs());
    Found { judged, inputs, grids, calls, unreadable }
}

/// The form that was asked for, of those that findings have.
fn chosen(args: &CheckArgs, context: &Context) -> anyhow::Result<&'static Form> {
    let format = args.format.or(context.format).unwrap_or(Format::Table);
    form(format.name()).ok_or_else(|| Said(Message::FormatNotHere { format: format.name().to_owned() }).into())
}

/// Writes the findings; beside a file, people are shown them as well.
fn write(form: &Form, checked: &Checked<'_>, inputs: &[PathBuf], context: &Context) -> anyhow::Result<()> {
    // What is for programs is the same in every locale.
    let lang = if form.machine { context.asked.unwrap_or(Lang::En) } else { context.lang };
    let style = Style { lang, width: context.screen.width, color: context.screen.color };
    output::write(context, inputs, |out| (form.write)(checked, &style, out))?;
    if context.output.is_some()
        && let Some(table) = self::form(Format::Table.name())
    {
        let style = Style { lang: context.lang, width: context.terminal.width, color: context.terminal.color };
        output::write_stdout(|out| (table.write)(checked, &style, out))?;
    }
    Ok(())
}

/// A folder in which there is nothing to check is a folder that was not meant.
fn nothing_found(paths: &Paths, examined: &[Examined], findings: &mut Findings) {
    for (at, folder) in paths.folders.iter().enumerate() {
        let mut inside = paths.files.iter().zip(examined).filter(|(file, _)| file.folder == Some(at));
        let reached = paths.again.contains(&at) || inside.any(|(_, one)| one.grids + one.calls > 0);
        if !reached && !findings.has_errors() {
            findings
                .push_at(&rule::CALL_INCOMPLETE, At::File(folder.name.clone()), Message::NothingFound {})
                .help(Message::NothingFoundHelp {});
        }
    }
}
