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
        FileMissing { name: String },
        FileIsFolder { name: String },
        FileIsSpecial { name: String },
        FileForbidden { name: String },
        FileUnreadable { name: String, detail: String },
        FileEmpty { name: String },
        FileTooLarge { name: String, mebibytes: usize },
        FileBinary { name: String },
        FileIsWorkbook { name: String },
        FileIsPdf { name: String },
        FileIsArchive { name: String },
        FileIsImage { name: String },
        FileKindUnknown { name: String },
        HelpFileMissing {},
        HelpFileIsFolder {},
        HelpFileIsSpecial {},
        HelpFileForbidden {},
        HelpFileUnreadable {},
        HelpFileEmpty {},
        HelpFileTooLarge {},
        HelpFileBinary {},
        HelpFileIsWorkbook {},
        HelpFileIsArchive {},
        HelpFileKindUnknown { endings: Vec<String> },
        EncodingUnknown { label: String },
        EncodingMalformed { encoding: String },
        HelpEncodingUnknown {},
        HelpEncodingMalformed {},
        ReadAsEncoding { encoding: String },
        ReadAsMarked { encoding: String },
        ReadAsDelimiter { delimiter: String },
        ReadAsBlankRows { count: usize },
        ReadAsEmptyColumns { count: usize },
        ReadAsDecimalComma { example: String },
        ReadAsGrouped { example: String },
        MoreOfTheSame { name: String, count: usize, code: String },
        CsvTooFewFields { expected: usize, found: usize },
        CsvTooManyFields { expected: usize, found: usize },
        CsvDecimalComma { expected: usize, found: usize, number: String },
        CsvUnclosedQuote {},
        CsvDelimiter { candidates: Vec<String> },
        HelpCsvTooFewFields { delimiter: String },
        HelpCsvTooManyFields { delimiter: String },
        HelpCsvDecimalComma { number: String },
        HelpCsvUnclosedQuote {},
        HelpCsvDelimiter {},
        HeadingDuplicate { name: String, first: usize, second: usize },
        HeadingEmpty { column: usize, value: String },
        HelpHeadingDuplicate {},
        HelpHeadingEmpty {},
        DuplicateKey { key: String },
        DuplicateKeyAt { key: String, line: String },
        HelpDuplicateKey {},
        TooDeep { most: usize },
        HelpTooDeep {},
        TomlUnclosedText { text: String },
        TomlMissingEquals { text: String },
        TomlMissingValue {},
        TomlMissingKey {},
        TomlDecimalComma { written: String },
        TomlUnquoted { text: String },
        TomlCurlyQuotes { text: String },
        TomlUnclosed { bracket: String },
        TomlMissingComma {},
        TomlBackslash {},
        TomlBareKey { key: String },
        TomlFlag { text: String },
        TomlDate { text: String },
        TomlNumber { text: String },
        TomlNotFinite { text: String },
        TomlOther { detail: String },
        HelpTomlUnclosedText {},
        HelpTomlMissingEquals {},
        HelpTomlMissingValue {},
        HelpTomlDecimalComma { fixed: String },
        HelpTomlQuotes {},
        HelpTomlUnclosed {},
        HelpTomlMissingComma {},
        HelpTomlBackslash {},
        HelpTomlBareKey { quoted: String },
        HelpTomlFlag {},
        HelpTomlDate {},
        HelpTomlNumber {},
        HelpTomlOther {},
        YamlSeveralDocuments {},
        YamlMergeKey {},
        YamlComplexKey {},
        YamlAliasLoop {},
        YamlUnknownAlias {},
        YamlTooManyCopies { most: usize },
        YamlTooManyValues { most: usize },
        YamlTag { tag: String },
        YamlTab {},
        YamlUnclosedQuote {},
        YamlUnclosedBracket {},
        YamlIndentation { detail: String },
        YamlColon {},
        YamlOther { detail: String },
        YamlNotATable {},
        YamlNotARow {},
        YamlIdTwice {},
        YamlEmptyKey {},
        YamlNestedCell {},
        HelpYamlSeveralDocuments {},
        HelpYamlMergeKey {},
        HelpYamlComplexKey {},
        HelpYamlAlias {},
        HelpYamlTag {},
        HelpYamlTab {},
        HelpYamlUnclosedQuote {},
        HelpYamlUnclosedBracket {},
        HelpYamlIndentation {},
        HelpYamlColon {},
        HelpYamlOther {},
        HelpYamlNotATable {},
        HelpYamlIdTwice {},
        HelpYamlNestedCell {},
        PatternMalformed { pattern: String, detail: String },
        PatternMatchesNothing { pattern: String },
        PatternMatchesTooMany { pattern: String, most: usize },
        HelpPattern {},
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
