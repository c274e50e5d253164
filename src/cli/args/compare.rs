//! The options of `grille compare`: what is changed, together or each by itself.

use std::path::{Path, PathBuf};

use clap::builder::{NonEmptyStringValueParser, PathBufValueParser};
use clap::{Args, ValueEnum};

use super::call::CallArgs;
use super::value::{self, Input};
use crate::model::Missing;
use crate::number::Decimal;
use crate::text::Message;

/// `grille compare`
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The call's folder.
    #[arg(conflicts_with = "dir")]
    pub call: Option<PathBuf>,
    /// Which call, and how its files are written. With a call's folder, `--grid` is the grid to compare with.
    #[command(flatten)]
    pub which: CallArgs,
    /// Weights that are given.
    #[arg(long, value_parser = value::weight)]
    pub set: Vec<(String, Decimal)>,
    /// What keeps its weight.
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub fix: Vec<String>,
    /// What counts for nothing.
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub drop: Vec<String>,
    /// What a missing mark means.
    #[arg(long, value_enum)]
    pub missing: Vec<MissingWord>,
    /// How marks combine.
    #[arg(long, value_parser = value::policy())]
    pub panel: Vec<String>,
    /// Whether each change is a scenario of its own.
    #[arg(long)]
    pub each: bool,
    /// A file of scenarios.
    #[arg(long, value_parser = PathBufValueParser::new())]
    pub scenarios: Option<PathBuf>,
}

/// What a missing mark may mean in a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MissingWord {
    /// The submission is not ranked.
    Unrated,
    /// Its siblings share its weight.
    Reweight,
    /// It counts as the lowest mark.
    Lowest,
}

impl From<MissingWord> for Missing {
    fn from(word: MissingWord) -> Self {
        match word {
            MissingWord::Unrated => Self::Unrated,
            MissingWord::Reweight => Self::Reweight,
            MissingWord::Lowest => Self::Lowest,
        }
    }
}

impl CompareArgs {
    /// The folder of the call.
    pub fn folder(&self) -> &Path {
        self.which.folder(self.call.as_deref())
    }

    /// Whether the options are a whole call without a folder, whose grid is the one to change.
    pub const fn is_bare(&self) -> bool {
        self.call.is_none() && self.which.dir.is_none() && self.which.grid.is_some() && self.which.submissions.is_some()
    }

    /// The grid to compare with.
    pub fn other_grid(&self) -> Option<&Input> {
        self.which.grid.as_ref().filter(|_| !self.is_bare())
    }

    /// What clap cannot see: one scenario has room for one of each.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn check(&self) -> Result<(), Message> {
        let twice = |arg: String| Err(Message::CompareTwice { arg });
        for (at, (item, _)) in self.set.iter().enumerate().filter(|_| !self.each) {
            if self.set.iter().take(at).any(|(other, _)| other == item) {
                return twice(format!("--set {item}"));
            }
        }
        if self.missing.len() > 1 && !self.each {
            return twice("--missing".to_owned());
        }
        if self.panel.len() > 1 && !self.each {
            return twice("--panel".to_owned());
        }
        if self.other_grid().is_some() && self.which.reads_stdin() { Err(Message::CompareStdin {}) } else { Ok(()) }
    }
}
