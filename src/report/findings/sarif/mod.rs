//! Findings as SARIF 2.1.0, the form that code hosts and editors read.
//!
//! What is let pass is not among the results: hosts show those that are marked as suppressed all the same. It is counted in the
//! properties of the run, with everything else.

mod place;
mod rules;

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::Checked;
use crate::model::{At, Finding, Severity};
use crate::report::formats::Style;
use crate::report::json;
use crate::text::{Lang, Message};
use place::{Location, ROOT, location};
use rules::{Descriptor, descriptors};

/// So many results of a run are read by code hosts.
const MOST: usize = 25_000;
/// The name of our fingerprints; another way to make them needs another number.
const FINGERPRINT: &str = "grille/v1";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    newline_sequences: [&'static str; 3],
    original_uri_base_ids: HashMap<&'static str, Base>,
    invocations: [Invocation; 1],
    results: Vec<Outcome<'a>>,
    properties: Counts,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor>,
}

/// What paths are relative to; where that is, only the machine that ran knows.
#[derive(Serialize)]
struct Base {
    description: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations: Option<[Location<'a>; 1]>,
    partial_fingerprints: HashMap<&'static str, String>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Counts {
    files: usize,
    grids: usize,
    calls: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    allowed: usize,
}

/// Writes a log of one run.
pub(super) fn log(checked: &Checked<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let found: Vec<&Finding> = checked.judged.findings.iter().collect();
    let kept = kept(&found, MOST);
    let (fired, descriptors) = descriptors(found.iter().map(|finding| finding.rule), style.lang);
    let mut occurrences = HashMap::new();
    let results: Vec<Outcome<'_>> = found
        .iter()
        .zip(&kept)
        // What is left out counts as an occurrence: fingerprints are the same wherever the cut is.
        .map(|(finding, kept)| (finding, fingerprint(finding, &mut occurrences), *kept))
        .filter(|(_, _, kept)| *kept)
        .map(|(finding, fingerprint, _)| Outcome {
            rule_id: finding.rule.code,
            rule_index: fired.iter().position(|code| *code == finding.rule.code).unwrap_or_default(),
            level: level(finding.severity),
            message: Text { text: said(finding, style.lang) },
            locations: location(finding).map(|location| [location]),
            partial_fingerprints: HashMap::from([(FINGERPRINT, fingerprint)]),
        })
        .collect();
    let cut = (results.len() < found.len()).then(|| Notification {
        level: "warning",
        message: Text { text: Message::FindingsCut { shown: results.len(), all: found.len() }.text(style.lang) },
    });
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "grille",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    language: style.lang.code(),
                    rules: descriptors,
                },
            },
            column_kind: "unicodeCodePoints",
            newline_sequences: ["\r\n", "\n", "\r"],
            original_uri_base_ids: HashMap::from([(ROOT, Base { description: Text { text: root(style.lang) } })]),
            invocations: [Invocation { execution_successful: true, tool_execution_notifications: cut.into_iter().collect() }],
            results,
            properties: Counts {
                files: checked.files,
                grids: checked.grids,
                calls: checked.calls,
                errors: checked.count(Severity::Error),
                warnings: checked.count(Severity::Warning),
                notes: checked.count(Severity::Note),
                allowed: checked.judged.allowed.len(),
            },
        }],
    };
    json::write(&log, out)
}

fn root(lang: Lang) -> String {
    Message::SarifRoot {}.text(lang)
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Which findings are kept where there are too many: what matters more first, in the order of the files.
fn kept(found: &[&Finding], most: usize) -> Vec<bool> {
    let mut kept = vec![found.len() <= most; found.len()];
    if found.len() <= most {
        return kept;
    }
    let mut left = most;
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let of_severity = found.iter().zip(&mut kept).filter(|(finding, _)| finding.severity == severity);
        for (_, kept) in of_severity.take(left) {
            *kept = true;
            left -= 1;
        }
    }
    kept
}

/// What is wrong, where in a workbook, and what to do.
fn said(finding: &Finding, lang: Lang) -> String {
    let cell = finding.span().and_then(crate::model::Span::cell);
    let message = match cell {
        Some(cell) => Message::AtCell { cell: cell.to_string(), said: Box::new(finding.message.clone()) },
        None => finding.message.clone(),
    };
    let mut text = message.text(lang);
    if let Some(help) = &finding.help {
        text = format!("{text}\n{}", Message::HelpBelow { help: Box::new(help.clone()) }.text(lang));
    }
    // `[text](address)` would be a link, and what a file says may look like one.
    text.replace("](", "\\](")
}

/// A mark that stays the same when lines are put in above: the rule, the file, the text itself, and how often that was met before.
fn fingerprint<'f>(finding: &'f Finding, seen: &mut HashMap<[&'f str; 3], usize>) -> String {
    let file = if matches!(finding.at, At::Arguments) { "" } else { finding.file() };
    let key = [finding.rule.code, file, finding.quoted().unwrap_or_default()];
    let occurrence = seen.entry(key).or_default();
    *occurrence += 1;
    let mut hash = Sha256::new();
    for part in key {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.update(occurrence.to_string().as_bytes());
    hash.finalize().iter().take(16).fold(String::with_capacity(32), |mut out, byte| {
        use std::fmt::Write as _;
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Findings, Source, Span, rule};

    fn findings(text: &str, rules: &[(&'static crate::model::Rule, &str)]) -> Findings {
        let source = Source::new("a.toml".into(), text.into(), None);
        let mut findings = Findings::new();
        for (rule, quoted) in rules {
            let at = text.find(quoted).unwrap();
            findings.push(rule, &Span::new(&source, at, at + quoted.len()), Message::SourceMissing {});
        }
        findings
    }

    fn fingerprints(findings: &Findings) -> Vec<String> {
        let mut seen = HashMap::new();
        findings.iter().map(|finding| fingerprint(finding, &mut seen)).collect()
    }

    #[test]
    fn a_fingerprint_survives_a_move_and_tells_twins_apart() {
        let twice = [(&rule::SOURCE_MISSING, "[grid]"), (&rule::SOURCE_MISSING, "[grid]"), (&rule::WEIGHTS_SUM, "[grid]")];
        let before = fingerprints(&findings("[grid]\nid = 1\n", &twice));
        let after = fingerprints(&findings("# a line\n\n  [grid]\nid = 1\n", &twice));
        assert_eq!(before, after);
        assert!(before[0] != before[1] && before[0] != before[2] && before[1] != before[2]);
        assert!(before.iter().all(|print| print.len() == 32));
    }

    #[test]
    fn errors_are_kept_first() {
        let note = (&rule::READ_AS, "x");
        let found = findings("x", &[note, (&rule::WEIGHTS_SUM, "x"), note, (&rule::SOURCE_MISSING, "x"), note]);
        let found: Vec<&Finding> = found.iter().collect();
        assert_eq!(kept(&found, 5), [true; 5]);
        assert_eq!(kept(&found, 3), [true, true, false, true, false]);
        assert_eq!(kept(&found, 1), [false, true, false, false, false]);
    }
}
