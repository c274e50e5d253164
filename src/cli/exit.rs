//! How a run ends: its outcome, and the exit codes that programs can count on.

use std::process::ExitCode;

/// Done, nothing to report.
pub const DONE: u8 = 0;
/// Done, and there are findings: `check` found errors, or `--final` met something unrated.
pub const FINDINGS: u8 = 1;
/// Could not run: the command line, an input or an output is at fault.
pub const FAILED: u8 = 2;

/// How a command that ran ends. One that could not run returns an error instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Done, and there are findings.
    Findings,
    /// No result: the input is invalid, and the findings that say so have been shown already.
    Refused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => DONE,
            Outcome::Findings => FINDINGS,
            Outcome::Refused => FAILED,
        })
    }
}
