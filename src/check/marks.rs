//! From tables to the [`Ledger`]: marks beside the facts, one column a criterion, or one mark a row.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::sync::Arc;

use rayon::prelude::*;

use super::call::CallDraft;
use super::columns::{COMMENT, CRITERION, Columns, MARK, REVIEWER, SUBMISSION};
use super::numbers;
use super::submissions::Checked;
use crate::model::nearest::{nearest, same_word};
use crate::model::scale::{OffScale, Scale};
use crate::model::{
    Call, Combine, Criterion, Findings, Given, Grid, Ledger, MarkColumn, Measure, Missing, NOT_APPLICABLE_WORDS, NotApplicable,
    Origins, Packed, Severity, Span, Submissions, Table, rule,
};
use crate::number::Decimal;
use crate::read::Notation;
use crate::text::{Label, Message};

/// A mark on its way into the ledger.
#[derive(Debug, Clone, Copy)]
struct Entry {
    submission: u32,
    reviewer: u32,
    value: Given,
    cell: (u16, u32, u16),
}

/// A criterion that reviewers mark: its scale, and whether a mark may say that it does not apply.
#[derive(Debug, Clone, Copy)]
struct Marked<'a> {
    scale: &'a dyn Scale,
    may_waive: bool,
}

/// The marks of a call, or `None` when a finding forbids it.
pub fn marks(
    checked: &Checked,
    tables: Vec<Table>,
    grid: &Grid,
    call: &Call,
    draft: &CallDraft,
    findings: &mut Findings,
) -> Option<Ledger> {
    let errors = findings.count(Severity::Error);
    let submissions = &checked.submissions;
    let may_waive = grid.rules.not_applicable != NotApplicable::Refuse;
    let scales: Vec<Option<Marked<'_>>> = (0..grid.criteria.len())
        .map(|index| match call.measure(grid, index) {
            Some(Measure::Marks(scale)) => Some(Marked { scale: &**scale, may_waive }),
            _ => None,
        })
        .collect();
    let marked = scales.iter().any(Option::is_some);
    let whole = tables.iter().all(|table| !table.is_partial());
    let ledger = if tables.is_empty() {
        Ledger { reviewers: Vec::new(), columns: beside(checked, &scales, findings) }
    } else {
        marks_twice(checked, findings);
        let tables: Vec<Arc<Table>> = tables.into_iter().map(Arc::new).collect();
        let mut intake = Intake::new(checked, grid, &scales);
        for (index, table) in tables.iter().enumerate() {
            intake.table(u16::try_from(index).unwrap_or(u16::MAX), table, draft, findings);
        }
        intake.finish(&tables, findings)
    };
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

/// Where ranks add up, each reviewer has an order of their own: marks without names have none.
fn needs_reviewers(submissions: &Submissions, ledger: &Ledger, findings: &mut Findings) {
    let named = !ledger.reviewers.is_empty() && ledger.reviewers.iter().all(|name| !name.is_empty());
    let marked = ledger.columns.iter().flatten().any(|column| column.most() > 0) && !submissions.is_empty();
    if named || !marked {
        return;
    }
    let first = (0..submissions.len()).find_map(|submission| {
        let mut marks = ledger.columns.iter().flatten().flat_map(|column| column.marks(submission, &ledger.reviewers));
        marks.find(|mark| mark.reviewer.is_none())
    });
    if let Some(mark) = first {
        findings
            .push(&rule::COLUMN_MISSING, &mark.span, Message::RankSumNeedsReviewers {})
            .help(Message::RankSumNeedsReviewersHelp {});
    }
}

/// So many rows are worth a thread of their own.
const PART: usize = 1 << 14;

/// Marks in columns of the submissions' own table.
fn beside(checked: &Checked, scales: &[Option<Marked<'_>>], findings: &mut Findings) -> Vec<Option<MarkColumn>> {
    let table = checked.submissions.table();
    let columns: Vec<Option<(Marked<'_>, usize)>> =
        scales.iter().zip(&checked.mark_columns).map(|(scale, column)| (*scale).zip(*column)).collect();
    // Row by row, so that each row is fetched once; stretches of rows on all threads, put together in their order.
    let stretches: Vec<(Vec<Packed>, Findings)> = (0..table.rows().div_ceil(PART))
        .into_par_iter()
        .map(|part| {
            let rows = part * PART..((part + 1) * PART).min(table.rows());
            let mut packed: Vec<Packed> = columns.iter().map(|_| Packed::with_capacity(rows.len())).collect();
            let mut findings = Findings::new();
            for row in rows {
                for (column, packed) in columns.iter().zip(&mut packed) {
                    if let Some((scale, column)) = *column {
                        packed.push(mark(table, row, column, scale, &checked.notation, &mut findings));
                    }
                }
            }
            (packed, findings)
        })
        .collect();
    let settled: Vec<Option<MarkColumn>> = columns
        .par_iter()
        .enumerate()
        .map(|(at, column)| {
            let (_, column) = (*column)?;
            let mut whole = Packed::with_capacity(table.rows());
            stretches.iter().filter_map(|(packed, _)| packed.get(at)).for_each(|part| whole.append(part));
            MarkColumn::plain(table, column, whole)
        })
        .collect();
    for (_, found) in stretches {
        findings.extend(found);
    }
    for (settled, column) in settled.iter().zip(&columns) {
        if let (None, Some((_, column))) = (settled, column) {
            too_long(&table.span(0, *column), findings);
        }
    }
    settled
}

/// The mark in a cell: nothing, a number on the scale, or a word the scale knows.
fn mark(
    table: &Table,
    row: usize,
    column: usize,
    marked: Marked<'_>,
    notation: &Notation,
    findings: &mut Findings,
) -> Option<Given> {
    let scale = marked.scale;
    let text = table.cell(row, column);
    if text.is_empty() {
        return None;
    }
    if let Some(value) = scale.word(text) {
        return Some(Given::Mark(value));
    }
    let Ok(value) = numbers::parse(text, table.is_typed(row, column), notation) else {
        if NOT_APPLICABLE_WORDS.iter().any(|word| same_word(word, text)) {
            if marked.may_waive {
                return Some(Given::NotApplicable);
            }
            findings
                .push(&rule::MARK_NOT_APPLICABLE, &table.span(row, column), Message::MarkNotApplicable { value: text.to_owned() })
                .help(Message::MarkNotApplicableHelp {});
            return None;
        }
        let words = scale.words();
        if words.is_empty() {
            return numbers::number(table, row, column, notation, findings).map(Given::Mark);
        }
        let near = nearest(text, words.iter().map(String::as_str));
        findings
            .push(&rule::MARK_WORD, &table.span(row, column), Message::MarkWordUnknown { value: text.to_owned(), near })
            .help(if numbers::became_a_date(table, row, column) {
                Message::CellIsADateHelp {}
            } else {
                Message::MarkWordHelp { scale: Box::new(scale.describe()) }
            });
        return None;
    };
    match scale.admits(value) {
        Ok(()) => Some(Given::Mark(value)),
        Err(off) => {
            off_scale(off, value, scale, &table.span(row, column), findings);
            None
        }
    }
}

/// Says that a value is not on its scale.
fn off_scale(off: OffScale, value: Decimal, scale: &dyn Scale, span: &Span, findings: &mut Findings) {
    let (mark, scale_text) = (value.into(), Box::new(scale.describe()));
    match off {
        OffScale::Outside => findings.push(&rule::MARK_OFF_SCALE, span, Message::MarkOffScale { mark, scale: scale_text }),
        OffScale::OffStep => findings.push(&rule::MARK_OFF_STEP, span, Message::MarkOffStep { mark, scale: scale_text }),
    }
    .help(Message::MarkOffScaleHelp {});
}

fn too_long(span: &Span, findings: &mut Findings) {
    findings.push(&rule::NUMBER, span, Message::NumbersTooLong {}).help(Message::NumberTooLongHelp {});
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

/// Gathers the marks of any number of files.
struct Intake<'a> {
    submissions: &'a Submissions,
    ids_known: bool,
    grid: &'a Grid,
    scales: &'a [Option<Marked<'a>>],
    ids: HashMap<&'a str, u32>,
    reviewers: Vec<String>,
    reviewer_index: HashMap<String, u32>,
    entries: Vec<Vec<Entry>>,
}

impl<'a> Intake<'a> {
    fn new(checked: &'a Checked, grid: &'a Grid, scales: &'a [Option<Marked<'a>>]) -> Self {
        let (submissions, ids_known) = (&checked.submissions, checked.ids_known);
        let ids = submissions.ids().enumerate().filter_map(|(at, id)| Some((id, u32::try_from(at).ok()?))).collect();
        let entries = vec![Vec::new(); scales.len()];
        Self { submissions, ids_known, grid, scales, ids, reviewers: Vec::new(), reviewer_index: HashMap::new(), entries }
    }

    fn table(&mut self, index: u16, table: &Arc<Table>, draft: &CallDraft, findings: &mut Findings) {
        let mut columns = Columns::new(table, &draft.columns);
        let subject = columns.take(SUBMISSION);
        let reviewer = columns.take(REVIEWER);
        if subject.is_none() {
            columns.missing(SUBMISSION, findings);
        }
        let long = (columns.find(CRITERION), columns.find(MARK));
        if let (Some(criterion), Some(mark)) = long {
            columns.take(CRITERION);
            columns.take(MARK);
            columns.take(COMMENT);
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
            columns.take(COMMENT);
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

    fn reviewer(&mut self, name: &str) -> u32 {
        if let Some(&index) = self.reviewer_index.get(name) {
            return index;
        }
        let index = u32::try_from(self.reviewers.len()).unwrap_or(u32::MAX);
        self.reviewers.push(name.to_owned());
        self.reviewer_index.insert(name.to_owned(), index);
        index
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
            let value = mark(table, row, mark_column, scale, &notation, findings);
            let reviewer = self.reviewer(reviewer.map_or("", |column| table.cell(row, column)));
            if let (Some(submission), Some(value)) = (submission, value) {
                let cell = cell(index, row, mark_column);
                self.entries[criterion].push(Entry { submission, reviewer, value, cell });
            }
        }
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
        for row in 0..table.rows() {
            let submission = self.submission(table, row, subject, findings);
            let reviewer = self.reviewer(reviewer.map_or("", |column| table.cell(row, column)));
            for &(criterion, column) in found {
                let Some(scale) = self.scales.get(criterion).copied().flatten() else { continue };
                let value = mark(table, row, column, scale, &notation, findings);
                if let (Some(submission), Some(value)) = (submission, value) {
                    let cell = cell(index, row, column);
                    self.entries[criterion].push(Entry { submission, reviewer, value, cell });
                }
            }
        }
    }

    fn finish(self, tables: &[Arc<Table>], findings: &mut Findings) -> Ledger {
        let names = self.reviewers;
        let mut columns = Vec::with_capacity(self.entries.len());
        for ((mut entries, scale), criterion) in self.entries.into_iter().zip(self.scales).zip(&self.grid.criteria) {
            if scale.is_none() {
                columns.push(None);
                continue;
            }
            duplicates(&entries, tables, self.submissions, &names, &criterion.label, findings);
            // The order of marks inside a submission must not depend on the order of the files' rows.
            entries.sort_by(|a, b| {
                (a.submission, name(&names, a.reviewer), a.cell).cmp(&(b.submission, name(&names, b.reviewer), b.cell))
            });
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
        Ledger { reviewers: names, columns }
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

fn criterion_line(criterion: &Criterion) -> Message {
    Message::ChoiceLine { id: criterion.id.clone(), label: criterion.label.clone() }
}

/// Where the grid says that a missing mark is an error.
fn refuse_missing(submissions: &Submissions, ledger: &Ledger, grid: &Grid, call: &Call, findings: &mut Findings) {
    for submission in 0..submissions.len() {
        // Nobody marks what the round before stopped.
        let before = call.carried.as_ref().and_then(|carried| carried.submissions.get(submissions.id(submission)));
        if before.is_some_and(|carried| !carried.stopped.is_empty()) {
            continue;
        }
        let lacking: Vec<Message> = grid
            .criteria
            .iter()
            .enumerate()
            .zip(&ledger.columns)
            // Who left at a first stage is not asked at the next ones.
            .filter(|((index, criterion), _)| grid.missing(*index) == Missing::Error && criterion.stage == 0)
            .filter(|(_, column)| {
                column.as_ref().is_some_and(|column| {
                    let given = column.given(submission).count();
                    given < grid.rules.quorum && (given > 0 || column.waived(submission) == 0)
                })
            })
            .map(|((_, criterion), _)| Message::Text { label: criterion.label.clone() })
            .collect();
        if !lacking.is_empty() {
            findings
                .push(
                    &rule::MARK_MISSING,
                    &submissions.span(submission),
                    Message::MarkMissing { id: submissions.id(submission).to_owned(), criteria: lacking },
                )
                .help(Message::MarkMissingHelp {});
        }
    }
}
