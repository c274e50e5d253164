//! What `check` found, under the settings that hold, and how much it looked at.

use std::io::{self, Write};

use super::{render, summary};
use crate::check::settings::Judged;
use crate::model::{Findings, Severity};
use crate::report::formats::Style;
use crate::text::Message;

/// What `check` found, and how much it looked at.
#[derive(Debug)]
pub struct Checked<'a> {
    /// What is shown, and what is let pass.
    pub judged: &'a Judged,
    /// The files that were opened, each once.
    pub files: usize,
    /// The grids among them that were checked by themselves.
    pub grids: usize,
    /// The calls among them.
    pub calls: usize,
    /// Whether people are spared the notes; they are counted all the same.
    pub quiet: bool,
}

impl Checked<'_> {
    /// How much was looked at and how much was found, in one line.
    pub fn summary(&self) -> Message {
        Message::CheckSummary {
            files: self.files,
            grids: self.grids,
            calls: self.calls,
            found: Box::new(summary(&self.judged.findings)),
            allowed: self.judged.allowed.len(),
        }
    }

    /// How many findings of a severity are shown.
    pub(in crate::report) fn count(&self, severity: Severity) -> usize {
        self.judged.findings.count(severity)
    }
}

/// For people: each finding with its place, then the summary.
pub(super) fn table(checked: &Checked<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let found = &checked.judged.findings;
    if checked.quiet {
        let mut shown = Findings::new();
        found.iter().filter(|finding| finding.severity != Severity::Note).for_each(|finding| shown.push_again(finding.clone()));
        render(&shown, style, out)?;
    } else {
        render(found, style, out)?;
    }
    writeln!(out, "{}", checked.summary().text(style.lang))
}
