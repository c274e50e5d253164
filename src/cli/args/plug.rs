//! The arguments of what plugs the program into a shell and a system: completions and manual pages.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// `grille completions`
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// For which shell.
    #[arg(value_enum)]
    pub shell: Shell,
}

/// `grille man`
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The folder of the pages, in place of the file that other commands write.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
}

/// `grille ids`
#[derive(Debug, Args)]
pub struct IdsArgs {
    /// Of what.
    #[arg(value_enum)]
    pub of: IdsOf,
    /// The command line so far: the call may be named in it.
    #[arg(last = true)]
    pub words: Vec<OsString>,
}

/// A shell that completes command lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU Bash.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
    /// `PowerShell`, on any system.
    Powershell,
}

/// What an identifier is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum IdsOf {
    /// A shipped grid.
    Shipped,
    /// A shipped grid, or the file of a grid.
    Grid,
    /// A rule, by its code.
    Rule,
    /// A criterion or a group of the call's grid.
    Item,
    /// A submission of the call.
    Submission,
    /// A reviewer of the call.
    Reviewer,
}
