//! From a table to [`Submissions`]: identities, titles and declared facts, every cell checked.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::call::CallDraft;
use super::columns::{Columns, ID, SUBMISSION, TITLE};
use super::costs;
use super::numbers::{self, Written};
use crate::model::nearest::{nearest, same_word};
use crate::model::{
    Call, CountOf, Fact, FactColumn, FactKind, FactOrigin, FactValue, Findings, Grid, ListTally, Measure, Severity, Submissions,
    Table, fact, rule,
};
use crate::number::{Decimal, Exact};
use crate::read::Notation;
use crate::text::Message;

/// So many rows are worth a thread of their own.
const PART: usize = 1 << 14;

/// A list beside the submissions: its name and its rows.
#[derive(Debug)]
pub struct List {
    /// The name the grid uses.
    pub name: String,
    /// Its rows.
    pub table: Table,
}

/// Submissions as checked, and what the marks need of their table.
#[derive(Debug)]
pub struct Checked {
    /// The submissions.
    pub submissions: Submissions,
    /// For each criterion that reviewers mark, the column of the submissions' table that holds marks, if any.
    pub mark_columns: Vec<Option<usize>>,
    /// How the numbers of that table are written.
    pub notation: Notation,
    /// Whether every submission of the file is known by an id: only then can a mark be said to be about none of them.
    pub ids_known: bool,
    /// Whether each has an id of its own as well: only then can a mark be said to be missing.
    pub ids_sound: bool,
}

/// The submissions that a table holds. A finding of level error means that no result may be given; what can be told of
/// the submissions is given all the same, so that the marks are checked in the same run. `None` without ids.
pub fn submissions(
    table: Table,
    lists: &[List],
    grid: &Grid,
    call: &Call,
    draft: &CallDraft,
    findings: &mut Findings,
) -> Option<Checked> {
    let table = Arc::new(table);
    let mut columns = Columns::new(&table, &draft.columns);
    let mut id = columns.take(ID);
    if id.is_none() {
        columns.missing(ID, findings);
        // An empty YAML list has no columns, and no row that would need one.
        id = table.headings().is_empty().then_some(0);
    }
    let title = columns.take(TITLE);
    let fact_columns: Vec<Option<usize>> = grid.facts.iter().map(|fact| columns.take_any(fact.names())).collect();
    let mark_columns: Vec<Option<usize>> = grid
        .criteria
        .iter()
        .enumerate()
        .map(|(index, criterion)| match call.measure(grid, index) {
            Some(Measure::Marks(_)) => columns.take_any(criterion.names()),
            _ => None,
        })
        .collect();
    let extra = columns.free();
    unused(&table, &extra, draft, findings);
    if draft.marks.is_empty() && !draft.before_marks {
        for ((index, criterion), _) in grid.criteria.iter().enumerate().zip(&mark_columns).filter(|(_, column)| column.is_none())
        {
            if let Some(Measure::Marks(_)) = call.measure(grid, index) {
                columns.missing(&criterion.names().collect::<Vec<_>>(), findings);
            }
        }
    }
    let errors = findings.count(Severity::Error);
    let by_id = id.and_then(|id| identities(&table, id, findings));
    // Sound ids are known; where they are not sound, some may only be given twice.
    let named = |id: usize| by_id.is_some() || (0..table.rows()).all(|row| !table.cell(row, id).is_empty());
    let ids_known = !table.is_partial() && id.is_some_and(named);
    let ids_sound = !table.is_partial() && findings.count(Severity::Error) == errors;
    let numeric: Vec<usize> = grid
        .facts
        .iter()
        .zip(&fact_columns)
        .filter(|(fact, _)| matches!(fact.kind, FactKind::Number | FactKind::Count))
        .filter_map(|(_, column)| *column)
        .collect();
    let numeric: Vec<usize> = numeric.into_iter().chain(mark_columns.iter().copied().flatten()).collect();
    // One notation for the whole file: facts and marks prove it together.
    let notation = numbers::settle(&table, &numeric, &draft.written, findings);
    if let Some(id) = id {
        for list in lists {
            orphans(&table, id, ids_known, list, draft, findings);
        }
    }
    let mut facts = Vec::with_capacity(grid.facts.len());
    for (index, (fact, column)) in grid.facts.iter().zip(&fact_columns).enumerate() {
        facts.push(
            match (&fact.count, lists.iter().find(|list| fact.count.as_ref().is_some_and(|count| count.list == list.name))) {
                (Some(count), Some(list)) => {
                    if let Some(column) = column {
                        let heading = &table.headings()[*column];
                        findings
                            .push(
                                &rule::COUNT_TWICE,
                                &heading.span,
                                Message::CountTwice { fact: fact.id.clone(), list: list.name.clone() },
                            )
                            .help(Message::CountTwiceHelp {});
                    }
                    let values = id.map(|id| counted(&table, id, list, fact, count, draft, findings));
                    FactColumn {
                        values: values.unwrap_or_else(|| vec![None; table.rows()]),
                        origin: FactOrigin::List(list.name.clone()),
                    }
                }
                _ => match column {
                    Some(column) => FactColumn {
                        values: fact_values(&table, *column, fact, &notation, &draft.written, findings),
                        origin: FactOrigin::Column(*column),
                    },
                    None => {
                        if grid.looks_at(index, call) {
                            let names: Vec<&str> = fact.names().collect();
                            columns.missing(&names, findings);
                        }
                        FactColumn { values: vec![None; table.rows()], origin: FactOrigin::Absent }
                    }
                },
            },
        );
    }
    empty_columns(&table, &fact_columns, grid, call, findings);
    // Where numbers or values are expected, cells that are none of them have been said.
    let texts = |(fact, column): (&Fact, &Option<usize>)| column.is_none() || fact.kind == FactKind::Text;
    if numeric.is_empty() && grid.facts.iter().zip(&fact_columns).all(texts) {
        repeated_heading(&table, findings);
    }
    if table.rows() == 0 && !table.is_partial() {
        findings.push(&rule::NO_SUBMISSION, &crate::model::Span::new(table.source(), 0, 0), Message::NoSubmission {});
    }
    let submissions = Submissions::new(table, id?, title, facts, extra, by_id?);
    facts_on_scale(&submissions, grid, call, findings);
    costs::check(&submissions, grid, call, findings);
    validity_dates(&submissions, grid, call, findings);
    Some(Checked { submissions, mark_columns, notation, ids_known, ids_sound })
}

/// Says the facts on which a result depends and whose column is empty from one end to the other.
fn empty_columns(table: &Table, columns: &[Option<usize>], grid: &Grid, call: &Call, findings: &mut Findings) {
    if table.rows() == 0 || table.is_partial() {
        return;
    }
    for (index, (fact, column)) in grid.facts.iter().zip(columns).enumerate() {
        let Some(column) = column.filter(|_| grid.needs(index, call)) else { continue };
        let empty = (0..table.rows()).all(|row| table.cell(row, column).is_empty());
        if let Some(heading) = table.headings().get(column).filter(|_| empty) {
            findings
                .push(&rule::FACT_EMPTY, &heading.span, Message::FactEmpty { fact: fact.label.clone() })
                .help(Message::FactEmptyHelp {});
        }
    }
}

/// A row whose every cell is the name of its column: files were put one after the other.
fn repeated_heading(table: &Table, findings: &mut Findings) {
    let headings = table.headings();
    for row in 0..table.rows() {
        let repeats = |(column, heading): (usize, &crate::model::Heading)| same_word(table.cell(row, column), &heading.name);
        if headings.iter().enumerate().all(repeats) {
            findings
                .push(&rule::HEADING_REPEATED, &table.span(row, 0), Message::HeadingRepeated {})
                .help(Message::HeadingRepeatedHelp {});
        }
    }
}

/// Columns that neither the grid nor the program knows are kept as texts, and it is said.
fn unused(table: &Table, extra: &[usize], draft: &CallDraft, findings: &mut Findings) {
    let headings: Vec<_> = extra
        .iter()
        .filter_map(|&column| Some((column, table.headings().get(column)?)))
        // A column to which the call gives a name is known to it.
        .filter(|(_, heading)| !draft.columns.iter().any(|mapping| same_word(&mapping.heading, &heading.name)))
        // The second of two columns of one name has been said already.
        .filter(|(column, heading)| !table.headings()[..*column].iter().any(|other| same_word(&other.name, &heading.name)))
        .map(|(_, heading)| heading)
        .collect();
    let names: Vec<String> = headings.iter().map(|heading| heading.name.clone()).collect();
    if let Some(first) = headings.first() {
        findings.push(&rule::COLUMNS_KEPT, &first.span, Message::ColumnsKept { count: names.len(), names });
    }
}

/// The rows in the order of their ids; a missing id or one given twice is a finding.
fn identities(table: &Table, column: usize, findings: &mut Findings) -> Option<Vec<u32>> {
    let rows = u32::try_from(table.rows()).ok()?;
    let id = |row: u32| table.cell(row as usize, column);
    let mut order: Vec<u32> = (0..rows).collect();
    let sorted = (1..rows).into_par_iter().with_min_len(PART).all(|row| id(row - 1) < id(row));
    // Nothing comes before an empty text: where the ids rise, only the first could be one.
    let empty = |row: &u32| id(*row).is_empty();
    for row in (0..if sorted { rows.min(1) } else { rows }).filter(empty) {
        findings
            .push(&rule::ID_EMPTY, &table.span(row as usize, column), Message::SubmissionWithoutId {})
            .help(Message::SubmissionWithoutIdHelp {});
    }
    if !sorted {
        order.par_sort_by(|&a, &b| id(a).cmp(id(b)));
        let mut first = order.first().copied();
        for pair in order.windows(2) {
            if id(pair[0]) == id(pair[1]) {
                let original = first.unwrap_or(pair[0]);
                if !id(pair[1]).is_empty() {
                    let line = table.span(original as usize, column).position().line.get() as usize;
                    findings
                        .push(
                            &rule::SUBMISSION_DUPLICATE,
                            &table.span(pair[1] as usize, column),
                            Message::SubmissionDuplicate { id: id(pair[1]).to_owned(), line },
                        )
                        .help(Message::SubmissionDuplicateHelp {});
                }
            } else {
                first = Some(pair[1]);
            }
        }
    }
    Some(order)
}

fn fact_values(
    table: &Table,
    column: usize,
    fact: &Fact,
    notation: &Notation,
    written: &Written,
    findings: &mut Findings,
) -> Vec<Option<FactValue>> {
    let mut known: HashMap<&str, Option<FactValue>> = HashMap::new();
    (0..table.rows())
        .map(|row| {
            let text = table.cell(row, column);
            if text.is_empty() {
                return None;
            }
            match &fact.kind {
                FactKind::Text => Some(FactValue::Text),
                FactKind::Number => numbers::number(table, row, column, notation, findings).map(FactValue::Number),
                FactKind::Count => {
                    let number = numbers::number(table, row, column, notation, findings)?;
                    if number.is_negative() || number.scale() > 0 {
                        findings
                            .push(&rule::NUMBER, &table.span(row, column), Message::CellNotACount { value: text.to_owned() })
                            .help(Message::CellNotANumberHelp {});
                        return None;
                    }
                    Some(FactValue::Number(number))
                }
                FactKind::Date => numbers::date(table, row, column, written.dates, findings).map(FactValue::Date),
                FactKind::YesNo => match fact::yes_or_no(text) {
                    Some(yes) => Some(FactValue::YesNo(yes)),
                    None => {
                        let near = nearest(text, fact::YES_NO_WORDS.iter().map(|(word, _)| *word));
                        findings
                            .push(
                                &rule::FACT_VALUE,
                                &table.span(row, column),
                                Message::FactValueUnknown { value: text.to_owned(), fact: fact.label.clone(), near },
                            )
                            .help(Message::KnownValues {
                                known: fact::YES_NO_WORDS.iter().map(|(word, _)| (*word).to_owned()).collect(),
                            });
                        None
                    }
                },
                FactKind::Choice(values) => {
                    if let Some(value) = known.get(text)
                        && value.is_some()
                    {
                        return *value;
                    }
                    let value = fact.kind.choice(text).map(FactValue::Choice);
                    known.insert(text, value);
                    if value.is_none() {
                        let words =
                            || values.iter().flat_map(|value| std::iter::once(value.id.as_str()).chain(value.label.texts()));
                        findings
                            .push(
                                &rule::FACT_VALUE,
                                &table.span(row, column),
                                Message::FactValueUnknown {
                                    value: text.to_owned(),
                                    fact: fact.label.clone(),
                                    near: nearest(text, words()),
                                },
                            )
                            .help(Message::KnownChoices { known: values.iter().map(choice_line).collect() });
                    }
                    value
                }
            }
        })
        .collect()
}

fn choice_line(value: &crate::model::ChoiceValue) -> Message {
    Message::ChoiceLine { id: value.id.clone(), label: value.label.clone() }
}

/// What a list gives each submission: its rows, the distinct values they have in a column, or the sum of the numbers there.
/// A submission without a row counts 0.
fn counted(
    table: &Table,
    id: usize,
    list: &List,
    fact: &Fact,
    count: &CountOf,
    draft: &CallDraft,
    findings: &mut Findings,
) -> Vec<Option<FactValue>> {
    let none = vec![None; table.rows()];
    if list.table.headings().is_empty() {
        // An empty YAML list has no columns either: everyone counts zero.
        return vec![Some(FactValue::Number(Decimal::ZERO)); table.rows()];
    }
    let columns = Columns::new(&list.table, &draft.columns);
    // Two keys may look at the same column: none takes it from the other.
    let mut column = |name: &str| {
        let found = columns.find(&[name]);
        if found.is_none() {
            columns.missing(&[name], findings);
        }
        found
    };
    let subject = columns.find(SUBMISSION);
    let wanted = match &count.tally {
        ListTally::Rows => Some(None),
        ListTally::Distinct(name) | ListTally::Sum(name) => column(name).map(Some),
    };
    let only: Option<Vec<(usize, &[String])>> =
        count.only.iter().map(|(name, values)| Some((column(name)?, values.as_slice()))).collect();
    let (Some(subject), Some(wanted), Some(only)) = (subject, wanted, only) else { return none };
    let notation = match (&count.tally, wanted) {
        (ListTally::Sum(_), Some(column)) => numbers::settle(&list.table, &[column], &draft.written, findings),
        _ => Notation::default(),
    };
    let rows: HashMap<&str, usize> = (0..table.rows()).map(|row| (table.cell(row, id), row)).collect();
    let mut counts: Vec<Exact> = vec![Exact::ZERO; table.rows()];
    let mut seen: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for row in 0..list.table.rows() {
        // A row about nobody is said once, by `orphans`.
        let Some(&submission) = rows.get(list.table.cell(row, subject)) else { continue };
        let kept = only.iter().all(|(column, values)| {
            let cell = list.table.cell(row, *column);
            values.iter().any(|value| same_word(value, cell))
        });
        if !kept {
            continue;
        }
        let Some(column) = wanted else {
            counts[submission] = &counts[submission] + &Exact::ONE;
            continue;
        };
        let value = list.table.cell(row, column);
        if value.is_empty() {
            let name = list.table.headings().get(column).map_or_else(String::new, |heading| heading.name.clone());
            findings.push(&rule::LIST_EMPTY_CELL, &list.table.span(row, subject), Message::ListCellEmpty { column: name });
        } else if matches!(count.tally, ListTally::Sum(_)) {
            let Some(number) = numbers::number(&list.table, row, column, &notation, findings) else { continue };
            if fact.kind == FactKind::Count && (number.is_negative() || number.scale() > 0) {
                findings
                    .push(&rule::NUMBER, &list.table.span(row, column), Message::CellNotACount { value: value.to_owned() })
                    .help(Message::CellNotANumberHelp {});
                continue;
            }
            counts[submission] = &counts[submission] + &number.into();
        } else if seen.entry(submission).or_default().insert(crate::model::nearest::fold(value)) {
            counts[submission] = &counts[submission] + &Exact::ONE;
        }
    }
    let written = |count: Exact| Decimal::parse(&count.to_exact_text()).ok().map(FactValue::Number);
    let values: Vec<Option<FactValue>> = counts.into_iter().map(written).collect();
    for (row, value) in values.iter().enumerate() {
        if value.is_none() {
            findings.push(&rule::NUMBER, &table.span(row, id), Message::NumbersTooLong {}).help(Message::NumberTooLongHelp {});
        }
    }
    values
}

/// Rows of a list about a submission that does not exist.
fn orphans(table: &Table, id: usize, ids_known: bool, list: &List, draft: &CallDraft, findings: &mut Findings) {
    let mut columns = Columns::new(&list.table, &draft.columns);
    let Some(subject) = columns.take(SUBMISSION) else {
        columns.missing(SUBMISSION, findings);
        return;
    };
    if !ids_known {
        return;
    }
    let ids = || (0..table.rows()).map(|row| table.cell(row, id));
    let known: BTreeSet<&str> = ids().collect();
    for row in 0..list.table.rows() {
        let name = list.table.cell(row, subject);
        if !known.contains(name) {
            // Comparing with a million ids for each orphan would take minutes.
            let near = if known.len() <= 10_000 { nearest(name, ids()) } else { None };
            findings
                .push(
                    &rule::LIST_ORPHAN,
                    &list.table.span(row, subject),
                    Message::SubmissionUnknown { id: name.to_owned(), near },
                )
                .help(Message::SubmissionUnknownHelp {});
        }
    }
}

/// A fact that gives points must be on the scale that turns it into points.
fn facts_on_scale(submissions: &Submissions, grid: &Grid, call: &Call, findings: &mut Findings) {
    for index in 0..grid.criteria.len() {
        let Some(Measure::Facts(parts)) = call.measure(grid, index) else { continue };
        for (part, fact) in parts.iter().flat_map(|part| part.reading.facts().into_iter().map(move |fact| (part, fact))) {
            let on_scale = part.reading.on_scale().contains(&fact);
            for submission in 0..submissions.len() {
                let Some(FactValue::Number(value)) = submissions.fact(submission, fact) else { continue };
                if !part.reading.admits(fact, value) || (on_scale && part.scale.admits(value).is_err()) {
                    let span = submissions.fact_span(submission, fact).unwrap_or_else(|| submissions.span(submission));
                    let label = grid.facts.get(fact).map(|fact| fact.label.clone()).unwrap_or_default();
                    let scale = Box::new(if on_scale { part.scale.describe() } else { part.reading.describe(grid) });
                    let value = value.into();
                    let message = if part.scale.relative().is_some() {
                        Message::ScaleNotPositive { value }
                    } else {
                        Message::FactOffScale { fact: label, value, scale }
                    };
                    findings.push(&rule::FACT_VALUE, &span, message).help(Message::FactOffScaleHelp {});
                }
            }
        }
    }
}

/// Validity is seen from the call’s reference date: where some submission has the date it runs from, there must be one.
fn validity_dates(submissions: &Submissions, grid: &Grid, call: &Call, findings: &mut Findings) {
    for validity in grid.validities.iter().filter(|_| call.as_of.is_none()) {
        let dated = (0..submissions.len()).find(|&submission| submissions.fact(submission, validity.fact).is_some());
        if let Some(place) = dated.and_then(|submission| submissions.fact_span(submission, validity.fact)) {
            findings
                .push(&rule::AS_OF_MISSING, &place, Message::AsOfMissing { gate: validity.label.clone() })
                .help(Message::AsOfMissingHelp {});
        }
    }
}
