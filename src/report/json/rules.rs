//! `grille/rules/1`: the rules with their pages, for programs. Texts stand in both languages.

use std::io;

use serde::Serialize;

use super::{Text, text, write};
use crate::model::Severity;
use crate::read::pages::{Content, File};
use crate::report::views::Explained;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    rules: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    summary: Text<'a>,
    /// Paragraphs.
    why: Vec<Text<'a>>,
    wrong: Vec<FileRow<'a>>,
    /// The files that the repair changes or adds.
    right: Vec<FileRow<'a>>,
}

#[derive(Serialize)]
struct FileRow<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sheets: Vec<SheetRow<'a>>,
}

#[derive(Serialize)]
struct SheetRow<'a> {
    name: &'a str,
    rows: &'a [Vec<String>],
}

/// Writes rules with their pages.
///
/// # Errors
/// Those of `out`.
pub fn rules(explained: &[Explained], out: &mut dyn io::Write) -> io::Result<()> {
    let rows = explained.iter().map(|Explained { rule, page, .. }| Row {
        code: rule.code,
        name: rule.name,
        severity: match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        summary: Text { fr: Some(rule.summary.fr), en: Some(rule.summary.en) },
        why: page.why.iter().map(text).collect(),
        wrong: page.wrong.iter().map(file).collect(),
        right: page.right.iter().map(file).collect(),
    });
    write(&Document { schema: "grille/rules/1", rules: rows.collect() }, out)
}

fn file(file: &File) -> FileRow<'_> {
    let (text, sheets) = match &file.content {
        Content::Text(text) => (Some(text.as_str()), Vec::new()),
        Content::Workbook(sheets) => (None, sheets.iter().map(|(name, rows)| SheetRow { name, rows }).collect()),
    };
    FileRow { file: &file.name, text, sheets }
}
