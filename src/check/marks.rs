//! From tables to the [`Ledger`]: marks beside the facts, one column a criterion, or one mark a row.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::answers;
use super::call::CallDraft;
use super::columns::{COMMENT, CRITERION, Columns, MARK, REVIEWER, SUBMISSION};
use super::numbers;
use super::panel::{seat_of, unknown_reviewer};
use super::submissions::Checked;
use crate::model::nearest::{nearest, same_word};
use crate::model::scale::{OffScale, Scale};
use crate::model::{
    Abstained, At, Call, Combine, Conflict, Consensus, Criterion, Findings, Given, Grid, Ledger, MarkColumn, Measure, Missing,
    NotApplicable, Origins, Packed, Panel, PanelRules, Seat, SeatPart, Severity, Span, Submissions, Table, rule,
};
use crate::number::{Decimal, Exact};
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

/// A criterion that reviewers mark: its scale, whether a mark may say that it does not apply, and the words that the call adds.
#[derive(Debug, Clone, Copy)]
struct Marked<'a> {
    scale: &'a dyn Scale,
    may_waive: bool,
    words: &'a [(String, Option<Given>)],
}

/// The numbers that are no marks in one file, with how often each was met.
type Sentinels<'a> = Vec<(&'a answers::Sentinel, std::cell::Cell<usize>)>;

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
        Ledger { panel, columns: beside(checked, &scales, findings).into() }
    } else {
        marks_twice(checked, findings);
        let tables: Vec<Arc<Table>> = tables.into_iter().map(Arc::new).collect();
        let mut intake = Intake::new(checked, grid, &scales, panel);
        for (index, table) in tables.iter().enumerate() {
            intake.table(u16::try_from(index).unwrap_or(u16::MAX), table, draft, findings);
        }
        idle_sentinels(draft, &tables, findings);
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

/// Where ranks add up, each reviewer has an order of their own: marks without names have none.
fn needs_reviewers(submissions: &Submissions, ledger: &Ledger, findings: &mut Findings) {
    let seats = &ledger.panel.seats;
    let named = !seats.is_empty() && seats.iter().all(|seat| !seat.name.is_empty());
    let marked = ledger.columns.iter().flatten().any(|column| column.most() > 0) && !submissions.is_empty();
    if named || !marked {
        return;
    }
    let first = (0..submissions.len()).find_map(|submission| {
        let mut marks = ledger.columns.iter().flatten().flat_map(|column| column.marks(submission, &ledger.panel));
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
                        packed.push(mark(table, row, column, scale, &checked.notation, &[], &mut findings));
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
    sentinels: &[(&answers::Sentinel, std::cell::Cell<usize>)],
    findings: &mut Findings,
) -> Option<Given> {
    let scale = marked.scale;
    let text = table.cell(row, column);
    if text.is_empty() {
        return None;
    }
    if let Some((_, means)) = marked.words.iter().find(|(word, _)| same_word(word, text)) {
        return answer(*means, table, row, column, marked, findings);
    }
    if let Some(value) = scale.word(text) {
        return Some(Given::Mark(value));
    }
    let Ok(value) = numbers::parse(text, table.is_typed(row, column), notation) else {
        if let Some(given) = answers::known(text) {
            return answer(Some(given), table, row, column, marked, findings);
        }
        let words = scale.words();
        if let Some(near) = nearest(text, answers::suggestions()).filter(|_| words.is_empty()) {
            findings
                .push(
                    &rule::MARK_WORD,
                    &table.span(row, column),
                    Message::MarkWordUnknown { value: text.to_owned(), near: Some(near) },
                )
                .help(Message::MarkWordHelp { scale: Box::new(scale.describe()) });
            return None;
        }
        if words.is_empty() {
            return numbers::number(table, row, column, notation, findings).map(Given::Mark);
        }
        let mut known: Vec<&str> = answers::suggestions().collect();
        known.extend(words.iter().map(String::as_str));
        let near = nearest(text, known);
        findings
            .push(&rule::MARK_WORD, &table.span(row, column), Message::MarkWordUnknown { value: text.to_owned(), near })
            .help(if numbers::became_a_date(table, row, column) {
                Message::CellIsADateHelp {}
            } else {
                Message::MarkWordHelp { scale: Box::new(scale.describe()) }
            });
        return None;
    };
    if let Some((sentinel, count)) = sentinels.iter().find(|(sentinel, _)| sentinel.value == value) {
        count.set(count.get() + 1);
        return answer(sentinel.means, table, row, column, marked, findings);
    }
    match scale.admits(value) {
        Ok(()) => Some(Given::Mark(value)),
        Err(off) => {
            off_scale(off, value, scale, &table.span(row, column), findings);
            None
        }
    }
}

/// An answer that is no mark; that a criterion does not apply must be known to the grid.
fn answer(
    means: Option<Given>,
    table: &Table,
    row: usize,
    column: usize,
    marked: Marked<'_>,
    findings: &mut Findings,
) -> Option<Given> {
    if means == Some(Given::NotApplicable) && !marked.may_waive {
        let value = table.cell(row, column).to_owned();
        findings
            .push(&rule::MARK_NOT_APPLICABLE, &table.span(row, column), Message::MarkNotApplicable { value })
            .help(Message::MarkNotApplicableHelp {});
        return None;
    }
    means
}

/// A number declared for files that are not there is most often a mistyped name.
fn idle_sentinels(draft: &CallDraft, tables: &[Arc<Table>], findings: &mut Findings) {
    for sentinel in &draft.sentinels {
        if !tables.iter().any(|table| sentinel.is_about(table.source().name())) {
            let near = nearest(&sentinel.files, tables.iter().map(|table| table.source().name()));
            findings
                .push(&rule::WORDS, &sentinel.span, Message::SentinelIdle { files: sentinel.files.clone(), near })
                .help(Message::SentinelIdleHelp {});
        }
    }
}

/// Votes that depart from the consensus, or without one from the mean of the leads, by more than the grid admits.
fn votes_in_band(submissions: &Submissions, ledger: &Ledger, band: Decimal, findings: &mut Findings) {
    for column in ledger.columns.iter().flatten() {
        for submission in 0..submissions.len() {
            let of = |part: SeatPart| {
                let own = column.answers(submission).filter_map(move |(reviewer, given)| match given {
                    Given::Mark(mark) => (ledger.panel.seat(reviewer?)?.part == part).then(|| Exact::from(mark)),
                    _ => None,
                });
                own.collect::<Vec<Exact>>()
            };
            let leads = of(SeatPart::Lead);
            let count = Exact::whole(i64::try_from(leads.len()).unwrap_or(i64::MAX));
            let reference = of(SeatPart::Consensus).pop().or_else(|| leads.into_iter().sum::<Exact>().checked_div(&count));
            let Some(reference) = reference else { continue };
            for mark in column.marks(submission, &ledger.panel) {
                let member =
                    mark.index.and_then(|index| ledger.panel.seat(index)).is_some_and(|seat| seat.part == SeatPart::Member);
                let Given::Mark(value) = mark.value else { continue };
                let value = Exact::from(value);
                if member && (&value - &reference).abs() > Exact::from(band) {
                    let message = Message::VoteOutOfBand { mark: value, consensus: reference.clone(), band: band.into() };
                    findings.push(&rule::MARK_OUT_OF_BAND, &mark.span, message).help(Message::VoteOutOfBandHelp {});
                }
            }
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
    panel: Panel,
    /// Who a name in a file means; nobody, where it has been said that the panel has no such reviewer.
    known: HashMap<String, Option<u32>>,
    entries: Vec<Vec<Entry>>,
}

impl<'a> Intake<'a> {
    fn new(checked: &'a Checked, grid: &'a Grid, scales: &'a [Option<Marked<'a>>], panel: Panel) -> Self {
        let (submissions, ids_known) = (&checked.submissions, checked.ids_known);
        let ids = submissions.ids().enumerate().filter_map(|(at, id)| Some((id, u32::try_from(at).ok()?))).collect();
        let entries = vec![Vec::new(); scales.len()];
        Self { submissions, ids_known, grid, scales, ids, panel, known: HashMap::new(), entries }
    }

    fn table(&mut self, index: u16, table: &Arc<Table>, draft: &CallDraft, findings: &mut Findings) {
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
            && self.panel.seat(reviewer).is_some_and(Seat::votes)
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
        let sentinels = sentinels(draft, table);
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
        said_sentinels(table, &sentinels, findings);
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
        let sentinels = sentinels(draft, table);
        for row in 0..table.rows() {
            let submission = self.submission(table, row, subject, findings);
            let reviewer = self.reviewer(table, row, reviewer, findings);
            for &(criterion, column) in found {
                let Some(scale) = self.scales.get(criterion).copied().flatten() else { continue };
                let value = mark(table, row, column, scale, &notation, &sentinels, findings);
                self.enter(criterion, submission, reviewer, value, table, cell(index, row, column), findings);
            }
        }
        said_sentinels(table, &sentinels, findings);
    }

    fn finish(mut self, tables: &[Arc<Table>], findings: &mut Findings) -> Ledger {
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

    /// Where the call names nobody, reviewers are in the order of their names: that of the files must say nothing.
    fn by_name(&mut self) {
        if self.panel.declared || self.panel.seats.is_sorted_by(|a, b| a.name <= b.name) {
            return;
        }
        let mut order: Vec<usize> = (0..self.panel.seats.len()).collect();
        order.sort_by(|a, b| self.panel.seats[*a].name.cmp(&self.panel.seats[*b].name));
        let mut place = vec![0u32; order.len()];
        for (to, from) in (0u32..).zip(&order) {
            place[*from] = to;
        }
        let at = |reviewer: u32| place.get(reviewer as usize).copied().unwrap_or(reviewer);
        self.entries.iter_mut().flatten().for_each(|entry| entry.reviewer = at(entry.reviewer));
        let conflicts = std::mem::take(&mut self.panel.conflicts);
        self.panel.conflicts = conflicts.into_iter().map(|((submission, who), one)| ((submission, at(who)), one)).collect();
        self.panel.seats.sort_by(|a, b| a.name.cmp(&b.name));
    }

    /// Who is in conflict with a submission, by the call or by their own word, gives it no mark: one that is there is said
    /// and does not count.
    fn recuse(&mut self, tables: &[Arc<Table>], findings: &mut Findings) {
        let place = |entry: &Entry| span_of(tables, entry.cell);
        for entry in self.entries.iter().flatten().filter(|entry| entry.value == Given::Recused) {
            let own = || Conflict { reason: String::new(), span: place(entry) };
            self.panel.conflicts.entry((entry.submission, entry.reviewer)).or_insert_with(own);
        }
        if self.panel.conflicts.is_empty() {
            return;
        }
        let mut marked: BTreeMap<(u32, u32), (Span, usize)> = BTreeMap::new();
        for entry in self.entries.iter_mut().flatten() {
            let key = (entry.submission, entry.reviewer);
            if self.panel.conflicts.contains_key(&key) {
                if matches!(entry.value, Given::Mark(_)) {
                    marked.entry(key).or_insert_with(|| (place(entry), 0)).1 += 1;
                }
                entry.value = Given::Recused;
            }
        }
        for ((submission, reviewer), (span, count)) in marked {
            let id = self.submissions.id(submission as usize).to_owned();
            let name = self.panel.seat(reviewer).map(|seat| seat.name.clone()).unwrap_or_default();
            findings
                .push(&rule::MARK_IN_CONFLICT, &span, Message::MarkInConflict { name, id, count })
                .help(Message::MarkInConflictHelp {});
        }
    }

    /// Who does not sit on the reference date and has marked all the same: the marks count, and it is said.
    fn out_of_term(&self, tables: &[Arc<Table>], findings: &mut Findings) {
        for (reviewer, seat) in (0u32..).zip(&self.panel.seats).filter(|(_, seat)| !seat.sits) {
            let own = |entry: &&Entry| entry.reviewer == reviewer && matches!(entry.value, Given::Mark(_));
            let mut marks = self.entries.iter().flatten().filter(own);
            if let Some(first) = marks.next() {
                let (name, count) = (seat.name.clone(), marks.count() + 1);
                findings
                    .push(&rule::MARK_OUT_OF_TERM, &span_of(tables, first.cell), Message::MarkOutOfTerm { name, count })
                    .help(Message::MarkOutOfTermHelp {});
            }
        }
    }
}

/// The numbers that are no marks in a file.
fn sentinels<'a>(draft: &'a CallDraft, table: &Table) -> Sentinels<'a> {
    let about = draft.sentinels.iter().filter(|sentinel| sentinel.is_about(table.source().name()));
    about.map(|sentinel| (sentinel, std::cell::Cell::new(0))).collect()
}

/// Says how often each of them was read.
fn said_sentinels(table: &Table, sentinels: &Sentinels<'_>, findings: &mut Findings) {
    for (sentinel, count) in sentinels {
        let message =
            Message::ReadAsSentinel { value: sentinel.value.into(), means: sentinel.word.to_owned(), count: count.get() };
        findings.push_at(&rule::READ_AS, At::File(table.source().name().to_owned()), message);
    }
}

/// Where a mark stands.
fn span_of(tables: &[Arc<Table>], (table, row, column): (u16, u32, u16)) -> Span {
    match tables.get(usize::from(table)).or(tables.first()) {
        Some(table) => table.span(row as usize, usize::from(column)),
        None => Span::new(&crate::model::Source::new(String::new(), String::new(), None), 0, 0),
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
            .zip(ledger.columns.iter())
            // Who left at a first stage is not asked at the next ones.
            .filter(|((index, criterion), _)| grid.missing(*index) == Missing::Error && criterion.stage == 0)
            .filter(|((index, _), column)| {
                column.as_ref().is_some_and(|column| is_short(column, &ledger.panel, &grid.rules.panel, *index, submission))
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

/// Whether a criterion has fewer votes than the quorum, and neither a consensus in their place nor word that it does not apply.
fn is_short(column: &MarkColumn, panel: &Panel, rules: &PanelRules, criterion: usize, submission: usize) -> bool {
    let bounded = matches!(rules.consensus, Some(Consensus::Bounds(_)));
    let votes = |seat: &Seat| seat.votes() && !(bounded && seat.part == SeatPart::Lead);
    let mut given = 0;
    let marks = column.answers(submission).filter(|(_, answer)| matches!(answer, Given::Mark(_)));
    for (reviewer, _) in marks {
        match reviewer.and_then(|reviewer| panel.seat(reviewer)) {
            Some(seat) if seat.part == SeatPart::Consensus && rules.consensus == Some(Consensus::Replaces) => return false,
            Some(seat) if !votes(seat) => {}
            _ => given += 1,
        }
    }
    let able = panel.expected(submission, Some(criterion)).into_iter().filter(|&reviewer| {
        let excused = match column.answer_of(submission, reviewer) {
            Some(Given::Abstained) => rules.abstained == Abstained::Excuse,
            Some(Given::NotApplicable) => true,
            _ => false,
        };
        !excused && panel.conflict(submission, reviewer).is_none() && panel.seat(reviewer).is_some_and(votes)
    });
    given < rules.quorum.of(able.count()) && !column.is_waived(submission, panel)
}
