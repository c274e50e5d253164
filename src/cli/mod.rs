//! Arguments, files and exit codes: one short file per command.
//!
//! What does not live here: what a grid or a ranking is. A command calls the other rooms in order, writes the bytes and
//! says how it ended.

pub mod advice;
pub mod args;
pub mod commands;
mod completions;
pub mod context;
pub mod example;
pub mod exit;
pub mod failure;
mod help;
pub mod language;
pub mod load;
mod names;
pub mod output;
pub mod present;
pub mod round;
pub mod scenarios;
mod terminal;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, ValueEnum as _};

pub use context::Context;
pub use exit::Outcome;

use args::{Cli, ColorWhen, Command};
use terminal::Screen;

use crate::text::Lang;

/// Help is read on narrow and on very wide terminals; lines longer than this are hard to follow.
const HELP_WIDTH: usize = 100;
/// The width of help that goes to a file or a pipe.
const PLAIN_WIDTH: usize = 80;

/// Runs the program: chooses the language, parses, runs the command, and shows what went wrong.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let after_name = args.get(1..).unwrap_or_default();
    let lang = language::choose(after_name, |name| std::env::var_os(name));
    let color =
        language::early_value(after_name, "--color").and_then(|name| ColorWhen::from_str(name, false).ok()).unwrap_or_default();
    match parse(&args, lang, color) {
        Ok(cli) => finish(command(&cli, lang), lang, color),
        Err(stop) => stop.show(lang, color),
    }
}

fn command(cli: &Cli, lang: Lang) -> anyhow::Result<Outcome> {
    let context = Context::new(lang, &cli.output);
    match &cli.command {
        Command::Rank(args) => commands::rank::run(args, &context),
        Command::Screen(args) => commands::screen::run(args, &context),
        Command::Explain(args) => commands::explain::run(args, &context),
        Command::Compare(args) => commands::compare::run(args, &context),
        Command::Panel(args) => commands::panel::run(args, &context),
        Command::Robustness(args) => commands::robustness::run(args, &context),
        Command::Check(args) => commands::check::run(args, &context),
        Command::New(args) => commands::new::run(args, &context),
        Command::Sheets(args) => commands::sheets::run(args, &context),
        Command::Grids(args) => commands::grids::run(args, &context),
        Command::Rule(args) => commands::rule::run(args, &context),
        Command::Schema(args) => commands::schema::run(args, &context),
        Command::Completions(args) => commands::completions::run(args, &context),
        Command::Man(args) => commands::man::run(args, &context),
        Command::Ids(args) => commands::ids::run(args, &context),
    }
}

fn finish(result: anyhow::Result<Outcome>, lang: Lang, color: ColorWhen) -> ExitCode {
    result.map_or_else(
        |error| {
            // Nobody is left to tell when standard error is closed.
            let _ = failure::show(&error, lang, Screen::stderr(color), &mut io::stderr().lock());
            ExitCode::from(exit::FAILED)
        },
        ExitCode::from,
    )
}

/// Why parsing ends without a command to run.
#[derive(Debug)]
enum Stop {
    /// A page that was asked for: help, version.
    Asked(String),
    /// A page that says what is wrong.
    Wrong(String),
}

impl Stop {
    fn show(self, lang: Lang, color: ColorWhen) -> ExitCode {
        match self {
            Self::Asked(page) => {
                finish(output::write_stdout(|out| out.write_all(page.as_bytes())).map(|()| Outcome::Done), lang, color)
            }
            Self::Wrong(page) => {
                let _ = io::stderr().lock().write_all(page.as_bytes());
                ExitCode::from(exit::FAILED)
            }
        }
    }
}

fn parse(args: &[OsString], lang: Lang, when: ColorWhen) -> Result<Cli, Stop> {
    let (stdout, stderr) = (Screen::stdout(when), Screen::stderr(when));
    let width = stdout.width.unwrap_or(PLAIN_WIDTH).min(HELP_WIDTH);
    let mut program = help::dress(Cli::command(), lang, width);
    let parsed = program.try_get_matches_from_mut(args).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = parsed.map_err(|error| {
        let ansi = |color: bool| if color { error.render().ansi().to_string() } else { error.render().to_string() };
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Asked(ansi(stdout.color)),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Stop::Wrong(ansi(stderr.color)),
            _ => Stop::Wrong(usage::page(&error, &program, args, lang, stderr.color)),
        }
    })?;
    match cli.command.check() {
        Ok(()) => Ok(cli),
        Err(message) => Err(Stop::Wrong(usage::page_for(message, &program, args, lang, stderr.color))),
    }
}
