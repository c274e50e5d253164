//! Marks in files of their own, any number of them, wide or long.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::sync::Arc;

use super::super::answers;
use super::super::call::CallDraft;
use super::super::columns::{COMMENT, CRITERION, Columns, MARK, REVIEWER, SUBMISSION, TITLE};
use super::super::numbers;
use super::super::panel::{seat_of, unknown_reviewer};
use super::super::submissions::Checked;
use super::cell::{Marked, mark};
use super::{criterion_line, too_long};
use crate::model::nearest::{nearest, same_word};
use crate::model::{
    Criterion, Findings, Given, Grid, Ledger, MarkColumn, Origins, Panel, Seat, Source, Span, Submissions, Table, rule,
};
use crate::text::{Label, Message};

/// A mark on its way into the ledger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) submission: u32,
    pub(super) reviewer: u32,
    pub(super) value: Given,
    pub(super) cell: (u16, u32, u16),
}

/// Gathers the marks of any number of files.
pub(super) struct Intake<'a> {
    pub(super) submissions: &'a Submissions,
    ids_known: bool,
    grid: &'a Grid,
    scales: &'a [Option<Marked<'a>>],
    ids: HashMap<&'a str, u32>,
    pub(super) panel: Panel,
    /// Who a name in a file means; nobody, where it has been said that the panel has no such reviewer.
    known: HashMap<String, Option<u32>>,
    pub(super) entries: Vec<Vec<Entry>>,
}

impl<'a> Intake<'a> {
    pub(super) fn new(checked: &'a Checked, grid: &'a Grid, scales: &'a [Option<Marked<'a>>], panel: Panel) -> Self {
        let (submissions, ids_known) = (&checked.submissions, checked.ids_known);
        let ids = submissions.ids().enumerate().filter_map(|(at, id)| Some((id, u32::try_from(at).ok()?))).collect();
        let entries = vec![Vec::new(); scales.len()];
        Self { submissions, ids_known, grid, scales, ids, panel, known: HashMap::new(), entries }
    }

    pub(super) fn table(&mut self, index: u16, table: &Arc<Table>, draft: &CallDraft, findings: &mut Findings) {
        let mut columns = Columns::new(table, &draft.columns);
        let subject = columns.take(SUBMISSION);
        let reviewer = columns.take(REVIEWER);
        if subject.is_none() {
            columns.missing(SUBMISSION, findings);
        }
        if reviewer.is_none() && self.panel.declared {
            columns.missing(REVIEWER, findings);
        }
        let long = (columns.find(CRITERION), columns.find(MARK));
        if let (Some(criterion), Some(mark)) = long {
            columns.take(CRITERION);
            columns.take(MARK);
            if let Some(subject) = subject {
                self.long(index, table, [subject, criterion, mark], reviewer, draft, findings);
            }
        } else if long.0.is_some() || long.1.is_some() {
            columns.missing(if long.0.is_some() { MARK } else { CRITERION }, findings);
        } else {
            let found: Vec<(usize, usize)> = self
                .grid
                .criteria
                .iter()
                .enumerate()
                .filter(|(at, _)| self.scales.get(*at).is_some_and(Option::is_some))
                .filter_map(|(at, criterion)| Some((at, columns.take_any(criterion.names())?)))
                .collect();
            // An empty YAML list has no columns, and no mark that would need one.
            if found.is_empty() && !table.headings().is_empty() {
                let marked = self.grid.criteria.iter().zip(self.scales).filter(|(_, scale)| scale.is_some());
                findings.push(&rule::COLUMN_MISSING, &columns.place(), Message::MarkColumnsMissing {}).help(
                    Message::MarkColumnsMissingHelp { known: marked.map(|(criterion, _)| criterion_line(criterion)).collect() },
                );
            }
            if let Some(subject) = subject {
                self.wide(index, table, subject, reviewer, &found, draft, findings);
            }
        }
        // What is written for people beside the marks: a criterion of that name has been taken before.
        columns.take(TITLE);
        columns.take(COMMENT);
        self.strangers(&columns, findings);
    }

    /// Columns of a mark file that are neither a criterion nor known: one of them may be a misspelt criterion.
    fn strangers(&self, columns: &Columns<'_>, findings: &mut Findings) {
        for heading in columns.free().into_iter().filter_map(|at| columns.table.headings().get(at)) {
            let from_facts = self
                .grid
                .criteria
                .iter()
                .zip(self.scales)
                .find(|(criterion, scale)| scale.is_none() && (criterion.names().any(|text| same_word(text, &heading.name))));
            if let Some((criterion, _)) = from_facts {
                not_wanted(criterion, &heading.span, findings);
                continue;
            }
            let names = self.grid.criteria.iter().flat_map(Criterion::names);
            let near = nearest(&heading.name, names);
            findings.push(&rule::MARKS_COLUMN, &heading.span, Message::MarksColumnUnknown { column: heading.name.clone(), near });
        }
    }

    fn submission(&self, table: &Table, row: usize, column: usize, findings: &mut Findings) -> Option<u32> {
        let id = table.cell(row, column);
        let found = self.ids.get(id).copied();
        if found.is_none() && self.ids_known {
            // Comparing with a million ids for each orphan would take minutes.
            let near = if self.ids.len() <= 10_000 { nearest(id, self.submissions.ids()) } else { None };
            findings
                .push(&rule::MARK_ORPHAN, &table.span(row, column), Message::SubmissionUnknown { id: id.to_owned(), near })
                .help(Message::SubmissionUnknownHelp {});
        }
        found
    }

    /// Who a row is by: on a panel that the call names, nobody else.
    fn reviewer(&mut self, table: &Table, row: usize, column: Option<usize>, findings: &mut Findings) -> Option<u32> {
        let name = column.map_or("", |column| table.cell(row, column));
        if let Some(&index) = self.known.get(name) {
            return index;
        }
        let index = if self.panel.declared {
            let found = seat_of(&self.panel.seats, name);
            match column {
                Some(column) if found.is_none() => {
                    let (seats, span) = (&self.panel.seats, table.span(row, column));
                    unknown_reviewer(seats, name, &span, &rule::MARK_STRANGER, findings);
                }
                // Without the column, the table has been told so.
                _ => {}
            }
            found
        } else {
            self.panel.seats.push(Seat::named(name));
            u32::try_from(self.panel.seats.len() - 1).ok()
        };
        self.known.insert(name.to_owned(), index);
        index
    }

    /// Takes an answer in, unless nothing is given.
    #[expect(clippy::too_many_arguments, reason = "the coordinates of a mark and where to say what is wrong with it")]
    fn enter(
        &mut self,
        criterion: usize,
        submission: Option<u32>,
        reviewer: Option<u32>,
        value: Option<Given>,
        table: &Table,
        cell: (u16, u32, u16),
        findings: &mut Findings,
    ) {
        let (Some(submission), Some(reviewer), Some(value)) = (submission, reviewer, value) else { return };
        if self.panel.assignments.is_some()
            && matches!(value, Given::Mark(_))
            && self.panel.conflict(submission as usize, reviewer).is_none()
            && self.panel.seat(reviewer).is_some_and(Seat::is_asked)
            && !self.panel.assigned(submission as usize, Some(criterion), reviewer)
        {
            let id = self.submissions.id(submission as usize).to_owned();
            let name = self.panel.seat(reviewer).map(|seat| seat.name.clone()).unwrap_or_default();
            let span = table.span(cell.1 as usize, usize::from(cell.2));
            findings
                .push(&rule::MARK_UNASSIGNED, &span, Message::MarkUnassigned { name, id })
                .help(Message::MarkUnassignedHelp {});
        }
        self.entries[criterion].push(Entry { submission, reviewer, value, cell });
    }

    /// One mark a row.
    fn long(
        &mut self,
        index: u16,
        table: &Arc<Table>,
        [subject, criterion_column, mark_column]: [usize; 3],
        reviewer: Option<usize>,
        draft: &CallDraft,
        findings: &mut Findings,
    ) {
        let notation = numbers::settle(table, &[mark_column], &draft.written, findings);
        let sentinels = answers::sentinels(&draft.sentinels, &draft.prefix, table);
        let mut known: HashMap<&str, Option<usize>> = HashMap::new();
        for row in 0..table.rows() {
            let name = table.cell(row, criterion_column);
            let criterion = *known.entry(name).or_insert_with(|| {
                self.grid.criteria.iter().position(|criterion| criterion.names().any(|text| same_word(text, name)))
            });
            let submission = self.submission(table, row, subject, findings);
            let Some(criterion) = criterion else {
                let names = || self.grid.criteria.iter().flat_map(Criterion::names);
                findings
                    .push(
                        &rule::MARK_CRITERION,
                        &table.span(row, criterion_column),
                        Message::CriterionUnknown { criterion: name.to_owned(), near: nearest(name, names()) },
                    )
                    .help(Message::KnownChoices { known: self.grid.criteria.iter().map(criterion_line).collect() });
                continue;
            };
            let Some(scale) = self.scales.get(criterion).copied().flatten() else {
                not_wanted(&self.grid.criteria[criterion], &table.span(row, criterion_column), findings);
                continue;
            };
            let value = mark(table, row, mark_column, scale, &notation, &sentinels, findings);
            let reviewer = self.reviewer(table, row, reviewer, findings);
            self.enter(criterion, submission, reviewer, value, table, cell(index, row, mark_column), findings);
        }
        answers::said_sentinels(table, &sentinels, findings);
    }

    /// One column a criterion.
    #[expect(clippy::too_many_arguments, reason = "the coordinates of a table and where to say what is wrong with it")]
    fn wide(
        &mut self,
        index: u16,
        table: &Arc<Table>,
        subject: usize,
        reviewer: Option<usize>,
        found: &[(usize, usize)],
        draft: &CallDraft,
        findings: &mut Findings,
    ) {
        let numeric: Vec<usize> = found.iter().map(|(_, column)| *column).collect();
        let notation = numbers::settle(table, &numeric, &draft.written, findings);
        let sentinels = answers::sentinels(&draft.sentinels, &draft.prefix, table);
        for row in 0..table.rows() {
            let submission = self.submission(table, row, subject, findings);
            let reviewer = self.reviewer(table, row, reviewer, findings);
            for &(criterion, column) in found {
                let Some(scale) = self.scales.get(criterion).copied().flatten() else { continue };
                let value = mark(table, row, column, scale, &notation, &sentinels, findings);
                self.enter(criterion, submission, reviewer, value, table, cell(index, row, column), findings);
            }
        }
        answers::said_sentinels(table, &sentinels, findings);
    }

    pub(super) fn finish(mut self, tables: &[Arc<Table>], findings: &mut Findings) -> Ledger {
        self.recuse(tables, findings);
        self.out_of_term(tables, findings);
        self.by_name();
        let panel = self.panel;
        let names: Vec<String> = panel.seats.iter().map(|seat| seat.name.clone()).collect();
        let mut columns = Vec::with_capacity(self.entries.len());
        for ((mut entries, scale), criterion) in self.entries.into_iter().zip(self.scales).zip(&self.grid.criteria) {
            if scale.is_none() {
                columns.push(None);
                continue;
            }
            duplicates(&entries, tables, self.submissions, &names, &criterion.label, findings);
            // The order of marks inside a submission must not depend on the order of the files' rows.
            // That of the panel: in the order of names, numbers in their place would tell who bears them.
            entries.sort_by_key(|entry| (entry.submission, entry.reviewer, entry.cell));
            let packed: Vec<(u32, u32, Given)> =
                entries.iter().map(|entry| (entry.submission, entry.reviewer, entry.value)).collect();
            let cells = entries.iter().map(|entry| entry.cell).collect();
            let column = MarkColumn::several(self.submissions.len(), &packed, Origins::Cells(tables.to_vec(), cells));
            if column.is_none()
                && let Some(table) = tables.first()
            {
                too_long(&Span::new(table.source(), 0, 0), findings);
            }
            columns.push(column);
        }
        Ledger { panel, columns: columns.into() }
    }
}

/// Where a mark stands.
pub(super) fn span_of(tables: &[Arc<Table>], (table, row, column): (u16, u32, u16)) -> Span {
    match tables.get(usize::from(table)).or(tables.first()) {
        Some(table) => table.span(row as usize, usize::from(column)),
        None => Span::new(&Source::new(String::new(), String::new(), None), 0, 0),
    }
}

/// Says a mark on a criterion that facts measure.
fn not_wanted(criterion: &Criterion, span: &Span, findings: &mut Findings) {
    findings
        .push(&rule::MARK_NOT_WANTED, span, Message::MarkNotWanted { criterion: criterion.label.clone() })
        .help(Message::MarkNotWantedHelp {});
}

fn name(names: &[String], reviewer: u32) -> &str {
    names.get(reviewer as usize).map_or("", String::as_str)
}

fn cell(table: u16, row: usize, column: usize) -> (u16, u32, u16) {
    (table, u32::try_from(row).unwrap_or(u32::MAX), u16::try_from(column).unwrap_or(u16::MAX))
}

/// One reviewer, one submission, one criterion: one mark.
fn duplicates(
    entries: &[Entry],
    tables: &[Arc<Table>],
    submissions: &Submissions,
    names: &[String],
    criterion: &Label,
    findings: &mut Findings,
) {
    let mut seen: HashMap<(u32, u32), (u16, u32, u16)> = HashMap::with_capacity(entries.len());
    for entry in entries {
        let (first, first_row, first_column) = match seen.entry((entry.submission, entry.reviewer)) {
            Slot::Vacant(slot) => {
                slot.insert(entry.cell);
                continue;
            }
            Slot::Occupied(slot) => *slot.get(),
        };
        let (table, row, column) = entry.cell;
        let (Some(first), Some(table)) = (tables.get(usize::from(first)), tables.get(usize::from(table))) else { continue };
        let spot = first.span(first_row as usize, usize::from(first_column)).spot();
        let place = Message::Place { file: first.source().name().to_owned(), spot };
        let reviewer = Some(name(names, entry.reviewer)).filter(|name| !name.is_empty()).map(str::to_owned);
        findings
            .push(
                &rule::MARK_DUPLICATE,
                &table.span(row as usize, usize::from(column)),
                Message::MarkDuplicate {
                    submission: submissions.id(entry.submission as usize).to_owned(),
                    criterion: criterion.clone(),
                    reviewer,
                    place: Box::new(place),
                },
            )
            .help(Message::MarkDuplicateHelp {});
    }
}
