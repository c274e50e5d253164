//! Every sentence and heading the program can say, with its arguments. The wording is in `fr.rs` and `en.rs`.

use super::catalogue::catalogue;
use super::{Label, Lang, en, fr};
use crate::number::{Date, Exact};

catalogue! {
    /// A sentence or a heading, ready to be rendered in either language.
    pub enum Message {
        // ── composition ──
        Verbatim { text: String },
        Text { label: Label },
        Number { value: Exact },
        Day { date: Date },

        // ── read: how files were read, and what is wrong with their form ──

        // ───

        // ── check: grids and calls ──

        // ───

        // ── check: submissions and marks ──

        // ───

        // ── score and analyse: reasons, notes, explanations ──

        // ───

        // ── report: headings, columns, words ──
        LevelError { code: String },
        LevelWarning { code: String },
        LevelNote { code: String },
        LevelHelp {},
        NoFindings {},
        FindingsCount { errors: usize, warnings: usize, notes: usize },
        MoreFindings { more: usize, code: String },
        FieldOf { label: String, value: String },

        // ───

        // ── cli: usage, help, files ──
        UsageValueRefused { value: String, arg: String },
        UsageValueRefusedBecause { value: String, arg: String, reason: Box<Message> },
        UsageValueMissing { arg: String },
        UsageValuesAllowed { values: Vec<String> },
        UsageOptionUnknown { arg: String },
        UsageArgumentTooMany { arg: String },
        UsageCommandUnknown { name: String },
        UsageCommandMissing {},
        UsageCommands { names: Vec<String> },
        UsageDidYouMean { names: Vec<String> },
        UsageBelongsTo { arg: String, commands: Vec<String> },
        UsageEqualsNeeded { arg: String },
        UsageOneValueTooMany { value: String, arg: String },
        UsageTooFewValues { arg: String, needed: usize, given: usize },
        UsageOtherCount { arg: String, needed: usize, given: usize },
        UsageRepeated { arg: String },
        UsageConflict { arg: String, others: Vec<String> },
        UsageConflictUnnamed {},
        UsageChooseOne {},
        UsageMissing { args: Vec<String> },
        UsageNotUnicode {},
        UsageOther { detail: String },
        UsageSeeHelp { command: String },
        UsageNotPair {},
        UsageNotWhole {},
        UsageNotDate {},
        UsageOneStdin { args: Vec<String> },
        OutputIsFolder { path: String },
        OutputNoFolder { path: String, folder: String },
        OutputIsInput { path: String },
        OutputReadOnly { path: String },
        OutputFailed { path: String, reason: Box<Message> },
        OutputScreenFailed { reason: Box<Message> },
        ReasonNotFound {},
        ReasonDenied {},
        ReasonFull {},
        ReasonReadOnlyPlace {},
        ReasonNotFolder {},
        ReasonNameTooLong {},
        // ───
    }
}

impl Message {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => fr::sentence(self),
            Lang::En => en::sentence(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_argument_is_said_in_both_languages() {
        let mut lost = Vec::new();
        for sample in Message::samples() {
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                let text = sample.message.text(lang);
                assert!(!text.trim().is_empty(), "{} is empty in {}", sample.name, lang.code());
                for (arg, shown) in &sample.args {
                    if !text.contains(&shown[at]) {
                        lost.push(format!("{} loses `{arg}` in {}: {text}", sample.name, lang.code()));
                    }
                }
            }
        }
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    }

    /// French typography: a no-break space before a colon and inside guillemets, none before `;`, `!`, `?`.
    #[test]
    fn french_is_typeset_as_in_quebec() {
        for sample in Message::samples() {
            let text = sample.message.text(Lang::Fr);
            for bad in [" :", " ;", " !", " ?", "« ", " »", "\u{a0};", " %", "'"] {
                assert!(!text.contains(bad), "{}: {bad:?} in {text}", sample.name);
            }
        }
    }
}
