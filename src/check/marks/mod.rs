//! From tables to the [`Ledger`]: marks beside the facts, one column a criterion, or one mark a row.

mod bench;
mod beside;
mod cell;
mod intake;
mod whole;

use std::sync::Arc;

use super::answers::idle_sentinels;
use super::call::CallDraft;
use super::submissions::Checked;
use crate::model::{
    Call, Combine, Consensus, Criterion, Findings, Grid, Ledger, MarkColumn, Measure, NotApplicable, Origins, Panel, Severity,
    Span, Table, rule,
};
use crate::text::Message;

use beside::beside;
use cell::Marked;
use intake::Intake;
use whole::{needs_reviewers, refuse_missing, votes_in_band};

/// The marks of a call, or `None` when a finding forbids it.
pub fn marks(
    checked: &Checked,
    tables: Vec<Table>,
    grid: &Grid,
    call: &Call,
    panel: Panel,
    draft: &CallDraft,
    findings: &mut Findings,
) -> Option<Ledger> {
    let errors = findings.count(Severity::Error);
    let submissions = &checked.submissions;
    let may_waive = grid.rules.not_applicable != NotApplicable::Refuse;
    let scales: Vec<Option<Marked<'_>>> = (0..grid.criteria.len())
        .map(|index| match call.measure(grid, index) {
            Some(Measure::Marks(scale)) => Some(Marked { scale: &**scale, may_waive, words: &draft.words }),
            _ => None,
        })
        .collect();
    let marked = scales.iter().any(Option::is_some);
    let whole = tables.iter().all(|table| !table.is_partial());
    let ledger = if tables.is_empty() {
        if panel.declared {
            marks_of_nobody(checked, findings);
        }
        Ledger { panel, columns: beside(checked, &scales, findings).into() }
    } else {
        marks_twice(checked, findings);
        let tables: Vec<Arc<Table>> = tables.into_iter().map(Arc::new).collect();
        let mut intake = Intake::new(checked, grid, &scales, panel);
        for (index, table) in tables.iter().enumerate() {
            intake.table(u16::try_from(index).unwrap_or(u16::MAX), table, draft, findings);
        }
        // Of files that the command line names, some may be left out.
        if draft.has_own_marks() {
            idle_sentinels(&draft.sentinels, &draft.prefix, &tables, findings);
        }
        intake.finish(&tables, findings)
    };
    if let Some(Consensus::Bounds(band)) = grid.rules.panel.consensus
        && findings.count(Severity::Error) == errors
    {
        votes_in_band(submissions, &ledger, band, findings);
    }
    if matches!(grid.rules.combine, Combine::RankSum { .. }) && findings.count(Severity::Error) == errors {
        needs_reviewers(submissions, &ledger, findings);
    }
    // A mark that is refused is not one that is missing.
    let sound = whole && checked.ids_sound && findings.count(Severity::Error) == errors;
    if marked && sound {
        refuse_missing(submissions, &ledger, grid, call, findings);
    }
    (findings.count(Severity::Error) == errors).then_some(ledger)
}

/// The ledger before anyone marks.
pub fn no_marks(checked: &Checked, grid: &Grid, call: &Call, panel: Panel) -> Ledger {
    let none = |index: usize| match call.measure(grid, index) {
        Some(Measure::Marks(_)) => MarkColumn::several(checked.submissions.len(), &[], Origins::Cells(Vec::new(), Vec::new())),
        _ => None,
    };
    Ledger { panel, columns: (0..grid.criteria.len()).map(none).collect() }
}

fn too_long(span: &Span, findings: &mut Findings) {
    findings.push(&rule::NUMBER, span, Message::NumbersTooLong {}).help(Message::NumberTooLongHelp {});
}

/// Marks beside the facts are nobody's: of a panel that the call names, they would be missing marks of each.
fn marks_of_nobody(checked: &Checked, findings: &mut Findings) {
    let table = checked.submissions.table();
    let first = checked.mark_columns.iter().flatten().min().and_then(|&column| table.headings().get(column));
    if let Some(heading) = first {
        findings
            .push(&rule::PANEL, &heading.span, Message::MarksOfNobody { column: heading.name.clone() })
            .help(Message::MarksOfNobodyHelp {});
    }
}

/// Marks both beside the facts and in files of their own could contradict each other.
fn marks_twice(checked: &Checked, findings: &mut Findings) {
    let table = checked.submissions.table();
    for heading in checked.mark_columns.iter().flatten().filter_map(|&column| table.headings().get(column)) {
        findings
            .push(&rule::MARKS_TWICE, &heading.span, Message::MarksTwice { column: heading.name.clone() })
            .help(Message::MarksTwiceHelp {});
    }
}

fn criterion_line(criterion: &Criterion) -> Message {
    Message::ChoiceLine { id: criterion.id.clone(), label: criterion.label.clone() }
}
