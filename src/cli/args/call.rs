//! The options that name a call and say how its files are written: the same for every command that works on one.

use std::path::{Path, PathBuf};

use clap::builder::{PathBufValueParser, TypedValueParser as _};
use clap::{Args, value_parser};

use super::value::{self, DateNotation, DecimalSign, Delimiter, Input, KeyValue};
use crate::number::Date;
use crate::text::Message;

/// Which call.
#[derive(Debug, Clone, Args)]
pub struct CallArgs {
    /// The call's folder.
    #[arg(short = 'C', long = "call", value_parser = value_parser!(PathBuf))]
    pub dir: Option<PathBuf>,
    /// The grid, instead of the call's.
    #[arg(long, value_parser = PathBufValueParser::new().map(Input::from))]
    pub grid: Option<Input>,
    /// The submissions, instead of the call's.
    #[arg(long, value_parser = PathBufValueParser::new().map(Input::from))]
    pub submissions: Option<Input>,
    /// The mark files (or patterns), instead of the call's.
    #[arg(long, num_args = 1.., value_parser = PathBufValueParser::new().map(Input::from))]
    pub marks: Vec<Input>,
    /// The files that the grid's counts are taken from.
    #[arg(long, value_parser = KeyValue::cut_first)]
    pub list: Vec<KeyValue>,
    /// Other headings of columns.
    #[arg(long, value_parser = KeyValue::cut_last)]
    pub column: Vec<KeyValue>,
    /// The way each criterion is marked, where the grid offers several.
    #[arg(long, value_parser = KeyValue::cut_last)]
    pub way: Vec<KeyValue>,
    /// How many submissions can be chosen.
    #[arg(long, value_parser = value::whole_number)]
    pub places: Option<usize>,
    /// The day that rules about dates count from.
    #[arg(long, value_parser = value::iso_date)]
    pub as_of: Option<Date>,
    /// Whether reviewers are numbered rather than named.
    #[arg(long)]
    pub anonymous: bool,
    /// How the files are written.
    #[command(flatten)]
    pub notation: Notation,
}

/// How the files are written, where it is not in the plain notation.
#[derive(Debug, Clone, Default, Args)]
pub struct Notation {
    /// The decimal sign.
    #[arg(long, value_enum)]
    pub decimal: Option<DecimalSign>,
    /// The order of a date's parts.
    #[arg(long, value_enum)]
    pub dates: Option<DateNotation>,
    /// The encoding, by its WHATWG label.
    #[arg(long)]
    pub encoding: Option<String>,
    /// What stands between two cells.
    #[arg(long, value_enum)]
    pub delimiter: Option<Delimiter>,
}

impl CallArgs {
    /// The folder of the call: the argument, else `-C`, else the current folder.
    pub fn folder<'a>(&'a self, argument: Option<&'a Path>) -> &'a Path {
        argument.or(self.dir.as_deref()).unwrap_or(Path::new("."))
    }

    /// What clap cannot see: standard input can be read once only.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn check(&self) -> Result<(), Message> {
        let stdin = self.stdin();
        if stdin.len() > 1 { Err(Message::UsageOneStdin { args: stdin }) } else { Ok(()) }
    }

    /// Whether anything is read from standard input.
    pub fn reads_stdin(&self) -> bool {
        !self.stdin().is_empty()
    }

    /// The options that ask for standard input.
    fn stdin(&self) -> Vec<String> {
        let named = [("--grid", self.grid.as_slice()), ("--submissions", self.submissions.as_slice()), ("--marks", &self.marks)];
        let mut stdin: Vec<String> = Vec::new();
        for (name, inputs) in named {
            stdin.extend(inputs.iter().filter(|input| **input == Input::Stdin).map(|_| name.to_owned()));
        }
        let lists = self.list.iter().filter(|list| list.value == "-");
        stdin.extend(lists.map(|list| format!("--list {}", list.key)));
        stdin
    }
}
