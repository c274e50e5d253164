//! The English catalogue.

use super::{Lang, Message};
use Message as M;

const LANG: Lang = Lang::En;

/// The sentence in English.
pub(super) fn sentence(message: &Message) -> String {
    match message {
        // ── composition ──
        M::Verbatim { text } => text.clone(),
        M::Text { label } => label.get(LANG).to_owned(),
        M::Number { value } => LANG.number(value),
        M::Day { date } => date.to_string(),

        // ── read: how files were read, and what is wrong with their form ──

        // ───

        // ── check: grids and calls ──

        // ───

        // ── check: submissions and marks ──

        // ───

        // ── score and analyse: reasons, notes, explanations ──

        // ───

        // ── report: headings, columns, words ──
        M::LevelError { code } => format!("error[{code}]"),
        M::LevelWarning { code } => format!("warning[{code}]"),
        M::LevelNote { code } => format!("note[{code}]"),
        M::LevelHelp {} => "help".into(),
        M::NoFindings {} => "nothing to report".into(),
        M::FindingsCount { errors, warnings, notes } => {
            let part = |count: &usize, one: &str, many: &str| {
                (*count > 0).then(|| format!("{} {}", LANG.count(*count), if *count == 1 { one } else { many }))
            };
            let parts = [part(errors, "error", "errors"), part(warnings, "warning", "warnings"), part(notes, "note", "notes")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        M::MoreFindings { more, code } => format!("… and {} more of the same kind ({code})", LANG.count(*more)),
        M::FieldOf { label, value } => format!("{label}: {value}"),
        // ───

        // ── cli: usage, help, files ──

        // ───
    }
}
