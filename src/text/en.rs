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

        // ───

        // ── cli: usage, help, files ──

        // ───
    }
}
