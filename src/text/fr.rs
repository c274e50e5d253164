//! The French catalogue, as a Québec committee writes.

use super::{Lang, Message};
use Message as M;

const LANG: Lang = Lang::Fr;

/// The sentence in French.
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
        // The no-break spaces stand before the colon that the layout of findings adds.
        M::LevelError { code } => format!("erreur[{code}]\u{a0}"),
        M::LevelWarning { code } => format!("avertissement[{code}]\u{a0}"),
        M::LevelNote { code } => format!("note[{code}]\u{a0}"),
        M::LevelHelp {} => "aide\u{a0}".into(),
        M::NoFindings {} => "rien à signaler".into(),
        M::FindingsCount { errors, warnings, notes } => {
            let part = |count: &usize, one: &str, many: &str| {
                (*count > 0).then(|| format!("{} {}", LANG.count(*count), if *count == 1 { one } else { many }))
            };
            let parts = [
                part(errors, "erreur", "erreurs"),
                part(warnings, "avertissement", "avertissements"),
                part(notes, "note", "notes"),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        M::MoreFindings { more, code } if *more == 1 => format!("… et {} autre du même genre ({code})", LANG.count(*more)),
        M::MoreFindings { more, code } => format!("… et {} autres du même genre ({code})", LANG.count(*more)),
        M::FieldOf { label, value } => format!("{label}\u{a0}: {value}"),
        // ───

        // ── cli: usage, help, files ──

        // ───
    }
}
