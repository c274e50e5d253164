//! What an option's value may be: closed lists of words, `KEY=VALUE`, numbers, dates, and files or standard input.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::failure::Said;
use crate::model::combine;
use crate::number::{Date, DateForm, Decimal};
use crate::text::Message;

/// The form of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for a terminal.
    Table,
    /// A document for a wiki or a code host.
    Markdown,
    /// Rows for programs.
    Csv,
    /// Rows for a double click in a spreadsheet.
    CsvExcel,
    /// A versioned structure for programs.
    Json,
    /// A workbook: score sheets only.
    #[value(skip)]
    Xlsx,
    /// Annotations of GitHub: findings only.
    #[value(skip)]
    Github,
    /// SARIF 2.1.0: findings only.
    #[value(skip)]
    Sarif,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColorWhen {
    /// When a terminal shows them and nothing in the environment forbids it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What a line of the exclusion report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// One submission and all that excludes it.
    Submission,
    /// One rule and all that it excludes.
    Rule,
}

/// Which file a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// A grid.
    Grid,
    /// `call.toml`.
    Call,
    /// `scenarios.toml`.
    Scenarios,
    /// `grille.toml`.
    Settings,
}

/// The decimal sign of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DecimalSign {
    /// `0.5`
    Point,
    /// `0,5`
    Comma,
}

/// How the files write dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DateNotation {
    /// `2026-01-31`
    Iso,
    /// `31/01/2026`
    DayMonthYear,
    /// `01/31/2026`
    MonthDayYear,
}

/// What stands between two cells of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Delimiter {
    /// `,`
    #[value(alias = ",")]
    Comma,
    /// `;`
    #[value(alias = ";")]
    Semicolon,
    /// A tab.
    #[value(alias = "\t")]
    Tab,
}

/// A file (or a pattern of files), or standard input, written `-`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file or a pattern.
    Path(PathBuf),
}

/// `KEY=VALUE`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyValue {
    /// What stands before the `=`.
    pub key: String,
    /// What stands after it.
    pub value: String,
}

impl From<DateNotation> for DateForm {
    fn from(notation: DateNotation) -> Self {
        match notation {
            DateNotation::Iso => Self::Iso,
            DateNotation::DayMonthYear => Self::DayMonthYear,
            DateNotation::MonthDayYear => Self::MonthDayYear,
        }
    }
}

impl Delimiter {
    /// The sign itself.
    pub const fn sign(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

impl From<DecimalSign> for crate::read::DecimalSign {
    fn from(sign: DecimalSign) -> Self {
        match sign {
            DecimalSign::Point => Self::Point,
            DecimalSign::Comma => Self::Comma,
        }
    }
}

impl Format {
    /// The form that the ending of a file's name calls for.
    pub fn from_ending(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        // Both are in use.
        if [".sarif", ".sarif.json"].iter().any(|ending| name.strip_suffix(ending).is_some_and(|rest| !rest.is_empty())) {
            return Some(Self::Sarif);
        }
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "txt" => Some(Self::Table),
            "md" | "markdown" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

impl Format {
    /// Its name, as `--format` takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::CsvExcel => "csv-excel",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Github => "github",
            Self::Sarif => "sarif",
        }
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::Path(path) }
    }
}

impl Input {
    /// The file or the pattern, unless it is standard input.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::Path(path) => Some(path),
        }
    }
}

impl KeyValue {
    /// A name and a file: the name holds no `=`, the file may.
    pub(super) fn cut_first(text: &str) -> Result<Self, Said> {
        Self::new(text.split_once('='))
    }

    /// A heading and a name: the heading of a spreadsheet may hold an `=`, the name does not.
    pub(super) fn cut_last(text: &str) -> Result<Self, Said> {
        Self::new(text.rsplit_once('='))
    }

    fn new(parts: Option<(&str, &str)>) -> Result<Self, Said> {
        let (key, value) = parts.map(|(key, value)| (key.trim(), value.trim())).unwrap_or_default();
        if key.is_empty() || value.is_empty() {
            return Err(Said(Message::UsageNotPair {}));
        }
        Ok(Self { key: key.to_owned(), value: value.to_owned() })
    }
}

/// The forms of a score sheet, the usual one first.
const SHEET_FORMATS: [(&str, Format); 3] = [("xlsx", Format::Xlsx), ("csv-excel", Format::CsvExcel), ("csv", Format::Csv)];

/// Reads the form of a score sheet.
pub(super) fn sheet_format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(SHEET_FORMATS.map(|(name, _)| name)).map(|name| {
        let found = SHEET_FORMATS.into_iter().find(|(known, _)| *known == name);
        found.map_or(Format::Xlsx, |(_, format)| format)
    })
}

/// The forms of findings, the one for people first.
const FINDINGS_FORMATS: [Format; 4] = [Format::Table, Format::Json, Format::Github, Format::Sarif];

/// Reads the form of findings.
pub(super) fn findings_format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(FINDINGS_FORMATS.map(Format::name)).map(|name| {
        let found = FINDINGS_FORMATS.into_iter().find(|format| format.name() == name);
        found.unwrap_or(Format::Table)
    })
}

/// `CRITERION=WEIGHT`
pub(super) fn weight(text: &str) -> Result<(String, Decimal), Said> {
    let pair = KeyValue::cut_last(text).map_err(|_| Said(Message::UsageNotWeight {}))?;
    let weight = Decimal::parse(&pair.value).map_err(|_| Said(Message::UsageNotWeight {}))?;
    Ok((pair.key, weight))
}

/// Reads a way to combine marks.
pub(super) fn policy() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(combine::PLAIN)
}

/// A number of things.
pub(super) fn whole_number(text: &str) -> Result<usize, Said> {
    text.parse().map_err(|_| Said(Message::UsageNotWhole {}))
}

/// A number of random draws: more would take hours and tell nothing new.
pub(super) fn draws(text: &str) -> Result<usize, Said> {
    Some(whole_number(text)?).filter(|draws| *draws <= MOST_DRAWS).ok_or(Said(Message::UsageDraws { most: MOST_DRAWS }))
}

/// A number of draws that make a few operations each.
pub(super) fn many_draws(text: &str) -> Result<u32, Said> {
    let draws = whole_number(text)?;
    let most = usize::try_from(MANY_DRAWS).unwrap_or(usize::MAX);
    u32::try_from(draws).ok().filter(|draws| (1..=MANY_DRAWS).contains(draws)).ok_or(Said(Message::UsageManyDraws { most }))
}

const MANY_DRAWS: u32 = 10_000_000;

const MOST_DRAWS: usize = 100_000;

/// Where random draws start.
pub(super) fn seed(text: &str) -> Result<u64, Said> {
    text.parse().map_err(|_| Said(Message::UsageNotWhole {}))
}

/// A day, as the command line writes it in both languages.
pub(super) fn iso_date(text: &str) -> Result<Date, Said> {
    Date::parse(text, DateForm::Iso).ok_or(Said(Message::UsageNotDate {}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_cut_where_its_name_ends() {
        let both = |pair: Result<KeyValue, Said>| pair.map(|pair| (pair.key, pair.value)).unwrap();
        assert_eq!(both(KeyValue::cut_last("Note (max = 20)=mark")), ("Note (max = 20)".to_owned(), "mark".to_owned()));
        assert_eq!(both(KeyValue::cut_first("interest = a=b.csv")), ("interest".to_owned(), "a=b.csv".to_owned()));
        for bad in ["", "=", "a=", "=b", "a", " = "] {
            assert!(KeyValue::cut_last(bad).is_err() && KeyValue::cut_first(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_dash_is_standard_input_and_a_path_to_it_is_not() {
        assert_eq!(Input::from(PathBuf::from("-")), Input::Stdin);
        assert_eq!(Input::from(PathBuf::from("./-")).path(), Some(Path::new("./-")));
    }

    #[test]
    fn endings() {
        for (name, format) in [("a.CSV", Some(Format::Csv)), ("a.md", Some(Format::Markdown)), ("a", None), (".json", None)] {
            assert_eq!(Format::from_ending(Path::new(name)), format, "{name}");
        }
        for name in ["a.sarif", "b/a.SARIF", "a.sarif.json"] {
            assert_eq!(Format::from_ending(Path::new(name)), Some(Format::Sarif), "{name}");
        }
        assert_eq!(Format::from_ending(Path::new(".sarif")), None);
    }

    #[test]
    fn findings_have_these_forms() {
        let forms: Vec<&str> = crate::report::findings::FORMS.iter().map(|form| form.name).collect();
        assert_eq!(FINDINGS_FORMATS.map(Format::name).as_slice(), forms);
    }
}
