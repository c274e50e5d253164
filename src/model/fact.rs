//! Facts: the typed, declared columns of a submission.

use super::nearest::same_word;
use crate::number::{Date, Decimal};
use crate::text::Label;

/// A declared column.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// What its values are.
    pub kind: FactKind,
    /// Where a count comes from, when it is counted in a list beside the submissions.
    pub count: Option<CountOf>,
}

/// The type of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactKind {
    /// Free text.
    Text,
    /// One of the declared values.
    Choice(Vec<ChoiceValue>),
    /// An exact number.
    Number,
    /// A whole number, zero or more.
    Count,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
}

/// A value that a choice may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceValue {
    /// Stable identifier.
    pub id: String,
    /// Its name; files may write it in either language.
    pub label: Label,
}

/// A number made in a list beside the submissions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountOf {
    /// The name of the list; the call says which file it is.
    pub list: String,
    /// What is made of the rows of a submission.
    pub tally: ListTally,
    /// Only the rows that have, in each of these columns, one of these values.
    pub only: Vec<(String, Vec<String>)>,
}

/// What is made of the rows of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListTally {
    /// How many there are.
    Rows,
    /// How many distinct values they have in a column.
    Distinct(String),
    /// The sum of the numbers they have in a column.
    Sum(String),
}

/// A value of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactValue {
    /// There is a text; it is read from the table.
    Text,
    /// The index of the value among the declared ones.
    Choice(usize),
    /// A number or a count.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
}

impl Fact {
    /// Every name a file may give its column: the identifier, and the label in both languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.label.texts())
    }
}

impl FactKind {
    /// The word for this type in a grid.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Choice(_) => "choice",
            Self::Number => "number",
            Self::Count => "count",
            Self::Date => "date",
            Self::YesNo => "yes-no",
        }
    }

    /// The index of the choice value that `text` names, by identifier or by label in either language.
    pub fn choice(&self, text: &str) -> Option<usize> {
        match self {
            Self::Choice(values) => values.iter().position(|value| value.is_named(text)),
            _ => None,
        }
    }
}

impl ChoiceValue {
    /// Whether `text` is the identifier or the label in either language.
    pub fn is_named(&self, text: &str) -> bool {
        same_word(&self.id, text) || self.label.texts().any(|label| same_word(label, text))
    }
}

/// The words that mean yes or no, in both languages.
pub const YES_NO_WORDS: &[(&str, bool)] = &[
    ("oui", true),
    ("non", false),
    ("yes", true),
    ("no", false),
    ("vrai", true),
    ("faux", false),
    ("true", true),
    ("false", false),
    ("1", true),
    ("0", false),
];

/// Yes, no, or neither, without regard to case.
pub fn yes_or_no(text: &str) -> Option<bool> {
    YES_NO_WORDS.iter().find(|(word, _)| same_word(word, text)).map(|(_, yes)| *yes)
}
