//! The panel of a call: its draft held against the grid and the submissions.

mod draft;
mod quorum;

pub use draft::PanelDraft;
pub use quorum::quorums;

use draft::{ConflictDraft, ReviewerDraft};

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::columns::{CRITERION, Columns, Mapping, REASON, REVIEWER, SUBMISSION};
use super::said::Said;
use super::submissions::Checked;
use crate::model::nearest::{nearest, same_word};
use crate::model::{
    Assignments, At, Call, Combine, Conflict, Consensus, Criterion, FactKind, Findings, Grid, Panel, Placed, Rule, Seat,
    SeatPart, Severity, Span, Submissions, Table, rule,
};
use crate::number::Decimal;
use crate::text::Message;

/// The files of a panel, read.
#[derive(Debug, Default)]
pub struct PanelTables {
    /// Conflicts: a submission and a reviewer a row.
    pub conflicts: Option<Table>,
    /// Assignments, likewise.
    pub assignments: Option<Table>,
}

impl PanelTables {
    /// Those that are there.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.conflicts.iter().chain(&self.assignments)
    }
}

/// The panel, for submissions that are known; `None` when a finding forbids it.
pub fn panel(
    said: &PanelDraft,
    mappings: &[Mapping],
    tables: &PanelTables,
    grid: &Grid,
    call: &Call,
    checked: &Checked,
    findings: &mut Findings,
) -> Option<Panel> {
    let errors = findings.count(Severity::Error);
    if !said.is_declared() {
        if said.says_something() {
            let place = said.conflicts.first().map(|conflict| At::Span(conflict.span.clone()));
            let first = said.assignments.first().and_then(|one| one.reviewers.first()).map(|id| At::Span(id.span.clone()));
            let file = said.conflict_file.as_ref().or(said.assignment_file.as_ref()).map(Said::at);
            let at = place.or(first).or(file).unwrap_or(At::Arguments);
            findings.push_at(&rule::PANEL, at, Message::PanelWithoutReviewers {}).help(Message::PanelWithoutReviewersHelp {});
            return None;
        }
        return Some(Panel::default());
    }
    let (submissions, ids_known) = (&checked.submissions, checked.ids_known);
    let mut bench = Bench { grid, call, submissions, ids_known, said, mappings, seats: Vec::new(), findings };
    bench.sit();
    let conflicts = bench.conflicts(tables.conflicts.as_ref());
    let assignments = bench.assignments(tables.assignments.as_ref());
    let seats = bench.seats;
    (findings.count(Severity::Error) == errors).then_some(Panel {
        declared: true,
        anonymous: false,
        seats,
        conflicts: Arc::new(conflicts),
        assignments: assignments.map(Arc::new),
    })
}

/// A panel in the making.
struct Bench<'a> {
    grid: &'a Grid,
    call: &'a Call,
    submissions: &'a Submissions,
    /// Whether all ids could be read: an unknown one is said only then.
    ids_known: bool,
    said: &'a PanelDraft,
    mappings: &'a [Mapping],
    seats: Vec<Seat>,
    findings: &'a mut Findings,
}

impl Bench<'_> {
    fn sit(&mut self) {
        let said = self.said;
        for reviewer in &said.reviewers {
            let known = |text: &str| self.seats.iter().any(|seat| same_word(&seat.id, text) || same_word(&seat.name, text));
            let name = reviewer.name.clone().unwrap_or_else(|| reviewer.id.value.clone());
            if known(&reviewer.id.value) || known(&name) {
                let name = if known(&reviewer.id.value) { reviewer.id.value.clone() } else { name.clone() };
                self.findings
                    .push(&rule::PANEL, &reviewer.id.span, Message::ReviewerTwice { name })
                    .help(Message::ReviewerTwiceHelp {});
            }
            let (votes, part, sits) = (self.votes(reviewer), self.part(reviewer), self.sits(reviewer));
            self.seats.push(Seat {
                id: reviewer.id.value.clone(),
                name,
                role: reviewer.role.clone().unwrap_or_default(),
                part,
                votes,
                sits,
                times: 1,
                span: Some(reviewer.id.span.clone()),
            });
        }
    }

    fn votes(&mut self, reviewer: &ReviewerDraft) -> Decimal {
        let Some(votes) = &reviewer.votes else { return Decimal::ONE };
        if votes.value.is_negative() {
            self.findings
                .push(&rule::PANEL, &votes.span, Message::VotesNegative { votes: votes.value.into() })
                .help(Message::VotesHelp {});
            return Decimal::ONE;
        }
        let rules = &self.grid.rules.panel;
        let ranks = matches!(self.grid.rules.combine, Combine::RankSum { .. });
        let of_all = std::iter::once(&rules.policy).chain(rules.cases.iter().map(|case| &case.policy)).filter(|_| !ranks);
        let own = self.grid.criteria.iter().filter_map(|criterion| criterion.combine.as_ref());
        let light = of_all.chain(own).filter(|policy| !policy.weighs()).map(|policy| policy.word()).next();
        if let Some(word) = light.filter(|_| !votes.value.is_zero() && votes.value != Decimal::ONE) {
            self.findings
                .push(&rule::PANEL, &votes.span, Message::VotesUnweighed { votes: votes.value.into(), combine: word.to_owned() })
                .help(Message::VotesUnweighedHelp {});
        }
        votes.value
    }

    fn part(&mut self, reviewer: &ReviewerDraft) -> SeatPart {
        let Some(part) = &reviewer.part else { return SeatPart::Member };
        let consensus = self.grid.rules.panel.consensus;
        let idle = match part.value {
            SeatPart::Member => false,
            SeatPart::Lead => !matches!(consensus, Some(Consensus::Bounds(_))),
            SeatPart::Consensus => consensus.is_none(),
        };
        if part.value == SeatPart::Consensus && self.seats.iter().any(|seat| seat.part == SeatPart::Consensus) {
            self.findings.push(&rule::PANEL, &part.span, Message::ConsensusTwice {}).help(Message::ConsensusTwiceHelp {});
        }
        if idle {
            self.findings
                .push(&rule::PANEL, &part.span, Message::PartUnknown { part: part.value.word().to_owned() })
                .help(Message::PartUnknownHelp {});
        }
        part.value
    }

    fn sits(&mut self, reviewer: &ReviewerDraft) -> bool {
        let (from, until) = (reviewer.from.as_ref(), reviewer.until.as_ref());
        if let (Some(from), Some(until)) = (from, until)
            && from.value > until.value
        {
            self.findings
                .push(&rule::PANEL, &until.span, Message::TermBackward { from: from.value, until: until.value })
                .help(Message::TermHelp {});
        }
        let Some(place) = from.or(until) else { return true };
        let Some(today) = self.call.as_of else {
            let name = crate::text::Label::same(&reviewer.id.value);
            self.findings
                .push(&rule::AS_OF_MISSING, &place.span, Message::AsOfMissing { gate: name })
                .help(Message::AsOfMissingHelp {});
            return true;
        };
        from.is_none_or(|from| from.value <= today) && until.is_none_or(|until| today <= until.value)
    }

    /// The index of a reviewer, by identifier or name; an unknown one is a finding.
    fn reviewer(&mut self, name: &str, span: &Span) -> Option<u32> {
        let found = seat_of(&self.seats, name);
        if found.is_none() {
            unknown_reviewer(&self.seats, name, span, &rule::PANEL, self.findings);
        }
        found
    }

    fn submission(&mut self, id: &str, span: &Span) -> Option<u32> {
        let found = self.submissions.find(id).and_then(|at| u32::try_from(at).ok());
        if found.is_none() && self.ids_known {
            let near = if self.submissions.len() <= 10_000 { nearest(id, self.submissions.ids()) } else { None };
            self.findings
                .push(&rule::PANEL, span, Message::SubmissionUnknown { id: id.to_owned(), near })
                .help(Message::SubmissionUnknownHelp {});
        }
        found
    }

    fn criterion(&mut self, name: &str, span: &Span) -> Option<usize> {
        let found = self.grid.criteria.iter().position(|criterion| criterion.names().any(|text| same_word(text, name)));
        if found.is_none() {
            let near = nearest(name, self.grid.criteria.iter().flat_map(Criterion::names));
            let known = self.grid.criteria.iter().map(|criterion| criterion.id.clone()).collect();
            self.findings
                .push(&rule::PANEL, span, Message::CriterionUnknown { criterion: name.to_owned(), near })
                .help(Message::KnownValues { known });
        }
        found
    }

    fn conflicts(&mut self, table: Option<&Table>) -> BTreeMap<(u32, u32), Conflict> {
        let mut conflicts = BTreeMap::new();
        let said = self.said;
        for conflict in &said.conflicts {
            let reviewers: Vec<u32> =
                conflict.reviewers.iter().filter_map(|name| self.reviewer(&name.value, &name.span)).collect();
            let about: Vec<(u32, String)> = self.about(conflict);
            for (submission, reason) in about {
                for &reviewer in &reviewers {
                    let span = conflict.span.clone();
                    conflicts.entry((submission, reviewer)).or_insert(Conflict { reason: reason.clone(), span });
                }
            }
        }
        for row in self.rows(table) {
            conflicts.entry((row.submission, row.reviewer)).or_insert(Conflict { reason: row.reason, span: row.span });
        }
        conflicts
    }

    /// The submissions that a conflict is about, each with the reason.
    fn about(&mut self, conflict: &ConflictDraft) -> Vec<(u32, String)> {
        let named = !conflict.submissions.is_empty();
        let Some(fact) = &conflict.fact else {
            if !named || !conflict.values.is_empty() {
                self.findings
                    .push(&rule::PANEL, &conflict.span, Message::ConflictAboutNothing {})
                    .help(Message::ConflictAboutNothingHelp {});
            }
            let own = conflict.submissions.iter().filter_map(|id| self.submission(&id.value, &id.span));
            return own.map(|submission| (submission, conflict.reason.clone())).collect();
        };
        if named || conflict.values.is_empty() {
            self.findings
                .push(&rule::PANEL, &conflict.span, Message::ConflictAboutNothing {})
                .help(Message::ConflictAboutNothingHelp {});
            return Vec::new();
        }
        let Some(values) = self.fact_texts(fact) else { return Vec::new() };
        let mut about = Vec::new();
        for value in &conflict.values {
            let before = about.len();
            let fits = |text: &str| same_word(text, &value.value);
            let own = (0u32..).zip(&values).filter(|(_, texts)| texts.iter().any(|text| fits(text)));
            about.extend(own.map(|(submission, texts)| {
                let reason =
                    if conflict.reason.is_empty() { texts.first().cloned().unwrap_or_default() } else { conflict.reason.clone() };
                (submission, reason)
            }));
            if about.len() == before {
                let near = nearest(&value.value, values.iter().flatten().map(String::as_str));
                self.findings
                    .push(&rule::CONFLICT_IDLE, &value.span, Message::ConflictIdle { value: value.value.clone(), near })
                    .help(Message::ConflictIdleHelp {});
            }
        }
        about
    }

    /// What every submission has for a fact, or in a column that is kept as a text: all the ways to say it.
    fn fact_texts(&mut self, name: &Placed<String>) -> Option<Vec<Vec<String>>> {
        let (submissions, grid) = (self.submissions, self.grid);
        let rows = 0..submissions.len();
        let declared = grid.facts.iter().position(|fact| fact.names().any(|text| same_word(text, &name.value)));
        if let Some(index) = declared {
            let ways = |submission: usize| {
                let text = submissions.fact_text(submission, index).to_owned();
                let mut ways = vec![text];
                if let (Some(crate::model::FactValue::Choice(at)), Some(FactKind::Choice(values))) =
                    (submissions.fact(submission, index), grid.facts.get(index).map(|fact| &fact.kind))
                    && let Some(value) = values.get(at)
                {
                    ways.push(value.id.clone());
                    ways.extend(value.label.texts().map(str::to_owned));
                }
                ways
            };
            return Some(rows.map(ways).collect());
        }
        let kept = |submission: usize| {
            let mut extra = submissions.extra(submission);
            extra.find(|(heading, _)| same_word(heading, &name.value)).map(|(_, text)| vec![text.to_owned()])
        };
        let kept: Option<Vec<Vec<String>>> = rows.map(kept).collect();
        if kept.is_none() {
            let extra: Vec<&str> = submissions.extra(0).map(|(heading, _)| heading).collect();
            let known: Vec<&str> = grid.facts.iter().map(|fact| fact.id.as_str()).chain(extra).collect();
            let near = nearest(&name.value, known.iter().copied());
            self.findings
                .push(&rule::PANEL, &name.span, Message::ConflictFactUnknown { fact: name.value.clone(), near })
                .help(Message::KnownValues { known: known.into_iter().map(str::to_owned).collect() });
        }
        kept
    }

    fn assignments(&mut self, table: Option<&Table>) -> Option<Assignments> {
        let said = self.said;
        if said.assignments.is_empty() && table.is_none() {
            return None;
        }
        let mut scopes: Vec<Option<Vec<usize>>> = vec![None];
        let mut triples: Vec<(u32, u32, u32)> = Vec::new();
        let everyone = u32::try_from(self.submissions.len()).unwrap_or(u32::MAX);
        for assignment in &said.assignments {
            let reviewers: Vec<u32> =
                assignment.reviewers.iter().filter_map(|name| self.reviewer(&name.value, &name.span)).collect();
            let named: Vec<u32> = assignment.submissions.iter().filter_map(|id| self.submission(&id.value, &id.span)).collect();
            let criteria: Vec<usize> =
                assignment.criteria.iter().filter_map(|name| self.criterion(&name.value, &name.span)).collect();
            let scope = scope(&mut scopes, (!assignment.criteria.is_empty()).then_some(criteria));
            let submissions: Vec<u32> = if assignment.submissions.is_empty() { (0..everyone).collect() } else { named };
            let own = submissions.iter().flat_map(|&submission| reviewers.iter().map(move |&who| (submission, who, scope)));
            triples.extend(own);
        }
        for row in self.rows(table) {
            let scope = scope(&mut scopes, row.criterion.map(|criterion| vec![criterion]));
            triples.push((row.submission, row.reviewer, scope));
        }
        for (at, seat) in (0u32..).zip(&self.seats) {
            if let Some(span) = seat.span.as_ref().filter(|_| seat.is_asked() && triples.iter().all(|(_, who, _)| *who != at)) {
                self.findings
                    .push(&rule::ASSIGNMENT_GAP, span, Message::ReviewerUnassigned { name: seat.name.clone() })
                    .help(Message::ReviewerUnassignedHelp {});
            }
        }
        Some(Assignments::new(self.submissions.len(), triples, scopes))
    }

    /// The rows of a file of conflicts or assignments.
    fn rows(&mut self, table: Option<&Table>) -> Vec<Row> {
        let Some(table) = table.filter(|table| !table.headings().is_empty()) else { return Vec::new() };
        let columns = Columns::new(table, self.mappings);
        let (submission, reviewer) = (columns.find(SUBMISSION), columns.find(REVIEWER));
        for (found, names) in [(submission, SUBMISSION), (reviewer, REVIEWER)] {
            if found.is_none() {
                columns.missing(names, self.findings);
            }
        }
        let (Some(submission), Some(reviewer)) = (submission, reviewer) else { return Vec::new() };
        let (criterion, reason) = (columns.find(CRITERION), columns.find(REASON));
        let mut known: HashMap<&str, Option<u32>> = HashMap::new();
        let mut rows = Vec::new();
        for row in 0..table.rows() {
            let name = table.cell(row, reviewer);
            let who = *known.entry(name).or_insert_with(|| seat_of(&self.seats, name));
            if who.is_none() {
                unknown_reviewer(&self.seats, name, &table.span(row, reviewer), &rule::PANEL, self.findings);
            }
            let about = self.submission(table.cell(row, submission), &table.span(row, submission));
            let cell = criterion.map(|column| (table.cell(row, column), table.span(row, column)));
            let only = match cell.filter(|(text, _)| !text.is_empty()) {
                None => None,
                Some((text, span)) => match self.criterion(text, &span) {
                    None => continue,
                    found => found,
                },
            };
            if let (Some(submission), Some(reviewer_at)) = (about, who) {
                let reason = reason.map_or("", |column| table.cell(row, column)).to_owned();
                let span = table.span(row, reviewer);
                rows.push(Row { submission, reviewer: reviewer_at, criterion: only, reason, span });
            }
        }
        rows
    }
}

/// One row of a file of conflicts or assignments.
struct Row {
    submission: u32,
    reviewer: u32,
    criterion: Option<usize>,
    reason: String,
    span: Span,
}

/// The index of a scope among those known.
fn scope(scopes: &mut Vec<Option<Vec<usize>>>, scope: Option<Vec<usize>>) -> u32 {
    let at = scopes.iter().position(|known| *known == scope).unwrap_or_else(|| {
        scopes.push(scope);
        scopes.len() - 1
    });
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The reviewer that an identifier or a name means.
pub(super) fn seat_of(seats: &[Seat], name: &str) -> Option<u32> {
    let found = seats.iter().position(|seat| same_word(&seat.id, name) || same_word(&seat.name, name));
    found.and_then(|at| u32::try_from(at).ok())
}

/// Says that nobody on the panel is called so.
pub(super) fn unknown_reviewer(seats: &[Seat], name: &str, span: &Span, rule: &'static Rule, findings: &mut Findings) {
    let near = nearest(name, seats.iter().flat_map(|seat| [seat.id.as_str(), seat.name.as_str()]));
    let known = seats.iter().map(|seat| seat.id.clone()).collect();
    findings.push(rule, span, Message::ReviewerUnknown { name: name.to_owned(), near }).help(Message::KnownValues { known });
}
