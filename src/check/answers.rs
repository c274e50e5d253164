//! Answers that are no mark: the words for them, those a call adds, and the numbers that a call says stand for one.

use glob::Pattern;

use std::cell::Cell;
use std::sync::Arc;

use crate::model::nearest::{nearest, same_word};
use crate::model::{At, Fields, Findings, Given, Span, Table, rule};
use crate::number::Decimal;
use crate::text::Message;

/// An answer that is no mark: `None` where none is given.
pub(super) type Answer = Option<Given>;

/// The words for each answer in a mark file, in both languages. An empty cell is a missing mark.
const WORDS: &[(Given, &[&str])] = &[
    (
        Given::NotApplicable,
        &[
            "n/a",
            "na",
            "n.a.",
            "not applicable",
            "s.o.",
            "s. o.",
            "s/o",
            "so",
            "sans objet",
            "non applicable",
            "ne s’applique pas",
        ],
    ),
    (Given::Abstained, &["abstained", "abstain", "abstains", "abstention", "s’abstient", "abs.", "abst."]),
    (
        Given::Recused,
        &[
            "conflict",
            "conflict of interest",
            "recused",
            "recusal",
            "conflit",
            "conflit d’intérêts",
            "conflit d’intérêt",
            "récusé",
            "récusée",
            "récusation",
        ],
    ),
];

/// The answer that a word means.
pub(super) fn known(word: &str) -> Option<Given> {
    WORDS.iter().find(|(_, words)| words.iter().any(|known| same_word(known, word))).map(|(given, _)| *given)
}

/// The first word for each answer that is no mark, to suggest.
pub(super) fn suggestions<'w>() -> impl Iterator<Item = &'w str> {
    WORDS.iter().flat_map(|(_, words)| words.iter().copied())
}

/// The answer that a word of a call file means.
fn answer(word: &str) -> Option<Answer> {
    match word {
        "missing" => Some(None),
        "abstained" => Some(Some(Given::Abstained)),
        "not-applicable" => Some(Some(Given::NotApplicable)),
        "recused" => Some(Some(Given::Recused)),
        _ => None,
    }
}

/// The words that a call adds; one that reads as a number is a finding.
pub(super) fn words(fields: &Fields, findings: &mut Findings) -> Vec<(String, Answer)> {
    let fields = fields.table("words").map(|words| words.0.as_slice()).unwrap_or_default();
    let words = fields.iter().filter_map(|field| {
        let means = answer(field.node.text()?.trim())?;
        if Decimal::parse(&field.key.trim().replace(',', ".")).is_ok() {
            findings
                .push(&rule::WORDS, &field.key_span, Message::WordIsNumber { word: field.key.clone() })
                .help(Message::WordIsNumberHelp {});
            return None;
        }
        Some((field.key.trim().to_owned(), means))
    });
    words.collect()
}

/// A number that is no mark in some files.
#[derive(Debug)]
pub(super) struct Sentinel {
    /// Where the call names the files.
    pub(super) span: Span,
    /// The files, as the call names them.
    pub(super) files: String,
    /// The number.
    pub(super) value: Decimal,
    /// What it means.
    pub(super) means: Answer,
}

impl Sentinel {
    pub(super) fn from_fields(fields: &Fields) -> Option<Self> {
        let (files, means) = (fields.text("marks")?, fields.text("means")?);
        Some(Self {
            span: files.span.clone(),
            files: files.value.to_owned(),
            value: fields.number("value")?.value,
            means: answer(means.value)?,
        })
    }

    /// Whether it is about a file of this name, before which `prefix` stands.
    pub(super) fn is_about(&self, name: &str, prefix: &str) -> bool {
        let name = name.strip_prefix(prefix).unwrap_or(name);
        self.files == name || Pattern::new(&self.files).is_ok_and(|pattern| pattern.matches(name))
    }
}

/// An answer that is no mark, in words.
const fn said(answer: Answer) -> Message {
    match answer {
        Some(Given::Abstained) => Message::AnswerAbstained {},
        Some(Given::NotApplicable) => Message::AnswerNotApplicable {},
        Some(Given::Recused) => Message::AnswerRecused {},
        Some(Given::Mark(_)) | None => Message::AnswerMissing {},
    }
}

/// The numbers that are no marks in one file, with how often each was met.
pub(super) type Sentinels<'a> = Vec<(&'a Sentinel, Cell<usize>)>;

/// The numbers that are no marks in a file.
pub(super) fn sentinels<'a>(sentinels: &'a [Sentinel], prefix: &str, table: &Table) -> Sentinels<'a> {
    let about = sentinels.iter().filter(|sentinel| sentinel.is_about(table.source().name(), prefix));
    about.map(|sentinel| (sentinel, Cell::new(0))).collect()
}

/// Says how often each of them was read.
pub(super) fn said_sentinels(table: &Table, sentinels: &Sentinels<'_>, findings: &mut Findings) {
    for (sentinel, count) in sentinels {
        let message =
            Message::ReadAsSentinel { value: sentinel.value.into(), means: Box::new(said(sentinel.means)), count: count.get() };
        findings.push_at(&rule::READ_AS, At::File(table.source().name().to_owned()), message);
    }
}

/// A number declared for files that are not there is most often a mistyped name.
pub(super) fn idle_sentinels(sentinels: &[Sentinel], prefix: &str, tables: &[Arc<Table>], findings: &mut Findings) {
    for sentinel in sentinels {
        if !tables.iter().any(|table| sentinel.is_about(table.source().name(), prefix)) {
            let near = nearest(&sentinel.files, tables.iter().map(|table| table.source().name()));
            findings
                .push(&rule::WORDS, &sentinel.span, Message::SentinelIdle { files: sentinel.files.clone(), near })
                .help(Message::SentinelIdleHelp {});
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_in_both_languages() {
        for (word, given) in [
            ("Abstention", Given::Abstained),
            ("S.O.", Given::NotApplicable),
            ("conflit d'intérêts", Given::Recused),
            ("N/A", Given::NotApplicable),
        ] {
            assert_eq!(known(word), Some(given), "{word}");
        }
        assert_eq!(known("0"), None);
        let all: Vec<&str> = suggestions().collect();
        for (at, word) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|other| !same_word(other, word)), "{word}");
            assert!(Decimal::parse(word).is_err());
        }
    }
}
