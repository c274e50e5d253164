//! `grille/findings/1`: what `check` found, for programs.

use std::io;

use serde::Serialize;

use super::{Place, place, say, write};
use crate::model::{At, Findings, Severity};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<Row<'a>>,
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
pub fn findings(findings: &Findings, out: &mut dyn io::Write) -> io::Result<()> {
    let rows = findings.iter().map(|finding| {
        let span = match &finding.at {
            At::Span(span) => Some(span),
            At::File(_) | At::Arguments => None,
        };
        Row {
            rule: finding.rule.code,
            name: finding.rule.name,
            severity: match finding.rule.severity {
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
            text: span.map(crate::model::Span::text),
        }
    });
    let document = Document {
        schema: "grille/findings/1",
        errors: findings.count(Severity::Error),
        warnings: findings.count(Severity::Warning),
        notes: findings.count(Severity::Note),
        findings: rows.collect(),
    };
    write(&document, out)
}
