//! `grille/findings/1`: what `check` found, for programs. Its schema is `schema/findings.schema.json`.

use std::io;

use serde::Serialize;

use super::{Place, Text, place, say, text, write};
use crate::check::settings::{Allowed, By};
use crate::model::{At, Finding, Severity};
use crate::report::findings::Checked;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    files: usize,
    grids: usize,
    calls: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// How many there are in `silenced`.
    allowed: usize,
    findings: Vec<Row<'a>>,
    silenced: Vec<Silenced<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(flatten)]
    place: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<End>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

/// A finding that is let pass, and who lets it.
#[derive(Serialize)]
struct Silenced<'a> {
    #[serde(flatten)]
    finding: Row<'a>,
    by: &'static str,
    /// Where the settings name the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    setting: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Text<'a>>,
}

/// Just after the last character (the last cell of a workbook), counted from 1.
#[derive(Serialize)]
struct End {
    line: u32,
    column: u32,
}

/// Writes findings.
///
/// # Errors
/// Those of `out`.
pub fn findings(checked: &Checked<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        schema: "grille/findings/1",
        files: checked.files,
        grids: checked.grids,
        calls: checked.calls,
        errors: checked.count(Severity::Error),
        warnings: checked.count(Severity::Warning),
        notes: checked.count(Severity::Note),
        allowed: checked.judged.allowed.len(),
        findings: checked.judged.findings.iter().map(row).collect(),
        silenced: checked.judged.allowed.iter().map(silenced).collect(),
    };
    write(&document, out)
}

fn row(finding: &Finding) -> Row<'_> {
    let span = finding.span();
    Row {
        rule: finding.rule.code,
        name: finding.rule.name,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: say(&finding.message),
        help: finding.help.as_ref().map(say),
        place: span.map(place),
        end: span.map(|span| {
            let position = span.end();
            End { line: position.line.get(), column: position.column.get() }
        }),
        file: match &finding.at {
            At::File(name) => Some(name),
            At::Span(_) | At::Arguments => None,
        },
        text: finding.quoted(),
    }
}

fn silenced(allowed: &Allowed) -> Silenced<'_> {
    let finding = row(&allowed.finding);
    match &allowed.by {
        By::CommandLine => Silenced { finding, by: "command-line", setting: None, reason: None },
        By::File { span, reason } => Silenced { finding, by: "settings", setting: Some(place(span)), reason: Some(text(reason)) },
    }
}
