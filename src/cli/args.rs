//! The command line as typed values. Their texts are not here: `help` gives them, in both languages.

mod call;
mod compare;
mod output;
mod plug;
mod robustness;
mod value;

use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgAction, Args, Parser, Subcommand};

pub use call::{CallArgs, Notation};
pub use compare::CompareArgs;
pub use output::OutputArgs;
pub use plug::{CompletionsArgs, IdsArgs, IdsOf, ManArgs, Shell};
pub use robustness::{Drawn, Order, Part, Range, RobustnessArgs, RowsBy};
pub use value::{By, ColorWhen, DateNotation, DecimalSign, Delimiter, Format, Input, KeyValue, SchemaName};

use crate::check::settings::{Setting, Which, Wish};
use crate::text::Message;

// The doc comments below are for readers of the code; `help` replaces every one that clap would show.

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "grille", bin_name = "grille", version)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Where the result goes, and how it looks.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Shows the help and stops. `HelpShort`: there is one help page, not a short and a long one.
    #[arg(short, long, global = true, action = ArgAction::HelpShort)]
    help: Option<bool>,
    /// Shows the version and stops.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The ranked table.
    Rank(RankArgs),
    /// What the exclusion criteria decide.
    Screen(ScreenArgs),
    /// A total unfolded, or why one is above another.
    Explain(ExplainArgs),
    /// What a re-weighting changes.
    Compare(CompareArgs),
    /// How far the decision holds.
    Robustness(RobustnessArgs),
    /// The committee at work.
    Panel(PanelArgs),
    /// Rules over grids and calls.
    Check(CheckArgs),
    /// A new call from a shipped grid.
    New(NewArgs),
    /// Score sheets for the reviewers of a call.
    Sheets(SheetsArgs),
    /// The shipped grids.
    Grids(GridsArgs),
    /// What a rule means.
    Rule(RuleArgs),
    /// The JSON Schema of the files people write.
    Schema(SchemaArgs),
    /// The script with which a shell completes command lines.
    Completions(CompletionsArgs),
    /// The manual pages.
    Man(ManArgs),
    /// What may stand at a place of a command line: for the scripts of `completions`.
    #[command(hide = true)]
    Ids(IdsArgs),
}

/// `grille rank`
#[derive(Debug, Args)]
pub struct RankArgs {
    /// The call's folder.
    #[arg(conflicts_with = "dir")]
    pub call: Option<PathBuf>,
    /// Which call, and how its files are written.
    #[command(flatten)]
    pub which: CallArgs,
    /// Whether anything unrated is a finding (exit code 1).
    #[arg(long = "final")]
    pub final_ranking: bool,
    /// Whether the marks behind the points are shown.
    #[arg(long)]
    pub details: bool,
}

/// `grille screen`
#[derive(Debug, Args)]
pub struct ScreenArgs {
    /// The call's folder.
    #[arg(conflicts_with = "dir")]
    pub call: Option<PathBuf>,
    /// Which call, and how its files are written.
    #[command(flatten)]
    pub which: CallArgs,
    /// What a line of the report is about.
    #[arg(long, value_enum, default_value_t = By::Submission)]
    pub by: By,
}

/// `grille explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The submission to explain.
    pub id: String,
    /// The submission to compare it with.
    pub other: Option<String>,
    /// Which call, and how its files are written.
    #[command(flatten)]
    pub which: CallArgs,
}

/// `grille panel`
#[derive(Debug, Args)]
pub struct PanelArgs {
    /// The call's folder.
    #[arg(conflicts_with = "dir")]
    pub call: Option<PathBuf>,
    /// Which call, and how its files are written.
    #[command(flatten)]
    pub which: CallArgs,
    /// Whether totals are shown without the severity of each reviewer, beside the raw ones.
    #[arg(long)]
    pub calibrate: bool,
    /// How often submissions or reviewers are drawn anew.
    #[arg(long, value_parser = value::draws)]
    pub draws: Option<usize>,
    /// Where random draws start.
    #[arg(long, default_value = "1", value_parser = value::seed)]
    pub seed: u64,
}

/// `grille check`
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Grids, calls and folders, and `-` for standard input; none is the current folder.
    pub paths: Vec<PathBuf>,
    /// The rules whose findings are errors; `warnings` for all of them.
    #[arg(long, num_args = 1, value_parser = NonEmptyStringValueParser::new())]
    pub deny: Vec<String>,
    /// The rules whose findings are counted and not shown.
    #[arg(long, num_args = 1, value_parser = NonEmptyStringValueParser::new())]
    pub allow: Vec<String>,
    /// The form of the findings, in place of the forms of a result.
    #[arg(long, value_parser = value::findings_format())]
    pub format: Option<Format>,
}

/// `grille new`
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The folder to make.
    pub dir: PathBuf,
    /// The grid to start from.
    #[arg(long)]
    pub from: Option<String>,
}

/// `grille sheets`
#[derive(Debug, Args)]
pub struct SheetsArgs {
    /// The call's folder.
    #[arg(conflicts_with = "dir")]
    pub call: Option<PathBuf>,
    /// Which call, and how its files are written.
    #[command(flatten)]
    pub which: CallArgs,
    /// Whose sheets; without it, those of every reviewer who sits.
    #[arg(long, num_args = 1.., value_parser = NonEmptyStringValueParser::new())]
    pub reviewer: Vec<String>,
    /// The folder of the sheets, in place of the file that other commands write.
    #[arg(short, long, required = true)]
    pub output: Option<PathBuf>,
    /// The form of the sheets, in place of the forms of a result.
    #[arg(long, value_parser = value::sheet_format())]
    pub format: Option<Format>,
}

/// `grille grids`
#[derive(Debug, Args)]
pub struct GridsArgs {
    /// The grid to show; none lists them all.
    pub name: Option<String>,
}

/// `grille rule`
#[derive(Debug, Args)]
pub struct RuleArgs {
    /// The rule to explain, by code or name; none lists them all.
    pub code: Option<String>,
    /// Whether every rule is explained.
    #[arg(long, conflicts_with = "code")]
    pub all: bool,
}

/// `grille schema`
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Which file the schema describes.
    #[arg(value_enum)]
    pub name: SchemaName,
}

impl RankArgs {
    /// The folder of the call.
    pub fn folder(&self) -> &Path {
        self.which.folder(self.call.as_deref())
    }
}

impl ScreenArgs {
    /// The folder of the call.
    pub fn folder(&self) -> &Path {
        self.which.folder(self.call.as_deref())
    }
}

impl SheetsArgs {
    /// The folder of the call.
    pub fn folder(&self) -> &Path {
        self.which.folder(self.call.as_deref())
    }
}

impl ExplainArgs {
    /// The folder of the call.
    pub fn folder(&self) -> &Path {
        self.which.folder(None)
    }
}

impl CheckArgs {
    /// What the arguments want of findings.
    ///
    /// # Errors
    /// The sentence to show where they want what cannot be.
    pub fn settings(&self) -> Result<Vec<Setting>, Message> {
        let of = |words: &[String], wish: Wish| -> Result<Vec<Setting>, Message> {
            words.iter().map(|word| Ok(Setting { wish, which: Which::from_word(word, wish)? })).collect()
        };
        let (mut settings, allowed) = (of(&self.deny, Wish::Deny)?, of(&self.allow, Wish::Allow)?);
        if let Some(both) = allowed.iter().find(|allowed| settings.iter().any(|denied| denied.which == allowed.which)) {
            return Err(Message::SettingBoth { rule: both.which.word().to_owned() });
        }
        settings.extend(allowed);
        Ok(settings)
    }
}

impl Command {
    /// What the parser cannot see.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn check(&self) -> Result<(), Message> {
        self.call().map_or(Ok(()), CallArgs::check)?;
        match self {
            Self::Compare(args) => args.check(),
            Self::Check(args) => args.settings().map(|_| ()),
            _ => Ok(()),
        }
    }

    /// The options that name a call, for the commands that work on one.
    pub const fn call(&self) -> Option<&CallArgs> {
        match self {
            Self::Rank(args) => Some(&args.which),
            Self::Screen(args) => Some(&args.which),
            Self::Explain(args) => Some(&args.which),
            Self::Compare(args) => Some(&args.which),
            Self::Panel(args) => Some(&args.which),
            Self::Robustness(args) => Some(&args.which),
            Self::Sheets(args) => Some(&args.which),
            Self::Check(_)
            | Self::New(_)
            | Self::Grids(_)
            | Self::Rule(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_)
            | Self::Ids(_) => None,
        }
    }
}
