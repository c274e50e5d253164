//! What a folder or the command line wants of findings: some let pass, some made errors. Where such settings are looked for
//! is told in `cli`.

mod judge;
mod read;

pub use judge::{Allowed, By, Judge, Judged, Setting};
pub use read::settings;

use crate::model::rule::{self, Rule};
use crate::model::{Severity, Span};
use crate::text::{Label, Message};

/// The word that stands for every warning.
pub const WARNINGS: &str = "warnings";

/// What to do with the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// They are counted, and not shown.
    Allow,
    /// They are errors.
    Deny,
}

/// Which findings a wish is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those of one rule.
    Rule(&'static Rule),
    /// Every warning that nothing is said of.
    Warnings,
}

/// A wish of a settings file.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What is wished.
    pub wish: Wish,
    /// Of which findings.
    pub which: Which,
    /// Why.
    pub reason: Label,
    /// Where the rule is named.
    pub span: Span,
}

impl Which {
    /// What a word of a file or of the command line is about.
    ///
    /// # Errors
    /// The sentence that says why it is about nothing: no rule has that name, or the rule is an error, which nothing can allow:
    /// the program that lints and the one that loads share one definition of valid.
    pub fn from_word(word: &str, wish: Wish) -> Result<Self, Message> {
        if wish == Wish::Deny && word.trim() == WARNINGS {
            return Ok(Self::Warnings);
        }
        let Some(found) = rule::named(word) else {
            let near = rule::nearest_to(word);
            return Err(Message::SettingRuleUnknown { rule: word.to_owned(), near });
        };
        if wish == Wish::Allow && found.severity == Severity::Error {
            return Err(Message::SettingAllowsError { code: found.code.to_owned(), name: found.name.to_owned() });
        }
        Ok(Self::Rule(found))
    }

    /// As people read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.code,
            Self::Warnings => WARNINGS,
        }
    }
}
