//! The options every command has: the form of the result, where it goes, its language and colours.

use std::path::PathBuf;

use clap::Args;

use super::value::{ColorWhen, Format};
use crate::text::Lang;

/// Where the result goes, and how it looks.
#[derive(Debug, Clone, Args)]
pub struct OutputArgs {
    /// The form of the result.
    #[arg(long, global = true, value_enum)]
    pub format: Option<Format>,
    /// The file that takes the result; `-` is standard output.
    #[arg(short, long, global = true)]
    pub output: Option<PathBuf>,
    /// The language. It was chosen before parsing (see `language`); clap only checks its form here.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
    /// When to use colours; nothing said is [`ColorWhen::Auto`], which help pages need not repeat.
    #[arg(long, global = true, value_enum)]
    pub color: Option<ColorWhen>,
    /// Says nothing but results and errors.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

impl clap::ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.code()))
    }
}
