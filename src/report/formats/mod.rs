//! Documents into bytes: one file a format, one line each in the registry. JSON is not among them: it is a typed
//! projection of a result, not a rendering of a document.

mod cell;
mod chart;
mod csv;
mod csv_excel;
mod excerpt;
pub(super) mod hostile;
mod markdown;
mod terminal;
pub(super) mod wrap;

use std::io;

use super::Document;
use crate::text::Lang;

/// How people want it.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The language of everything they read.
    pub lang: Lang,
    /// The columns of their terminal; `None` where nothing bounds a line.
    pub width: Option<usize>,
    /// Whether to write terminal styles.
    pub color: bool,
}

/// A form a document can take.
#[derive(Debug)]
pub struct Format {
    /// The name that `--format` takes.
    pub name: &'static str,
    /// The endings of file names that choose it, in lower case, without the dot.
    pub endings: &'static [&'static str],
    /// For programs: language and width change nothing.
    pub machine: bool,
    /// Writes a document.
    pub render: fn(&Document<'_>, &Style, &mut dyn io::Write) -> io::Result<()>,
}

/// Every form, the one for a terminal first.
pub static FORMATS: &[Format] = &[terminal::FORMAT, markdown::FORMAT, csv::FORMAT, csv_excel::FORMAT];

/// The form called `name`.
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The form that the ending of a file name asks for, in any case.
pub fn by_file_name(name: &str) -> Option<&'static Format> {
    let (_, ending) = name.rsplit_once('.')?;
    FORMATS.iter().find(|format| format.endings.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

#[cfg(test)]
mod tests;
