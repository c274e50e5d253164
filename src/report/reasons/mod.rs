//! Reasons as sentences: why a submission is out, what it lacks. Every result shares this wording, and that of bars, notes and
//! the parts of a grid beside it.

mod bars;
mod bent;
mod marks;
mod notes;
mod refusal;
mod words;

pub(super) use bars::{bar_code, bar_message, required};
pub(super) use bent::bent;
pub(super) use marks::marks;
pub(super) use notes::{names as submission_names, note};
pub use refusal::refusal;
pub(super) use words::{criterion_label, fact_label, measure, short_label, tie_code, tie_key, what_ranks};

use bars::bar_label;

use crate::model::combine::Open;
use crate::model::{Carried, FactOrigin, FactValue, Grid, Item, Measure, Span};
use crate::number::Exact;
use crate::score::{Bar, Class, Evaluation, Found, Lack, LeftOut, Line, Outcome, Verdict};
use crate::text::Message;

/// The sentence for a bar that excludes.
pub(super) fn failure(evaluation: &Evaluation<'_>, submission: usize, verdict: &Verdict) -> Message {
    let reason = plain_failure(evaluation, submission, verdict);
    match evaluation.grid.stages.get(evaluation.stage_of(verdict.bar)) {
        Some(stage) if !stage.id.is_empty() && verdict.bar != Bar::Carried => {
            Message::ReasonAtStage { stage: stage.label.clone(), reason: Box::new(reason) }
        }
        _ => reason,
    }
}

fn plain_failure(evaluation: &Evaluation<'_>, submission: usize, verdict: &Verdict) -> Message {
    let grid = evaluation.grid;
    let nothing = || Message::Verbatim { text: String::new() };
    match verdict.bar {
        Bar::Carried => {
            let carried = evaluation.call.carried.as_ref();
            let id = evaluation.submissions.id(submission);
            let reasons = carried.and_then(|carried| carried.submissions.get(id)).map(|one| one.stopped.clone());
            Message::ReasonCarried {
                round: carried.map(|carried| carried.title.clone()).unwrap_or_default(),
                reasons: reasons.unwrap_or_default(),
            }
        }
        Bar::Gate(index) => {
            let found = found(evaluation, submission, verdict);
            match grid.gates.get(index) {
                Some(gate) => match &gate.reason {
                    Some(reason) => Message::ReasonGateSaid { gate: gate.label.clone(), reason: reason.clone(), found },
                    None => Message::ReasonGate { gate: gate.label.clone(), found },
                },
                None => nothing(),
            }
        }
        Bar::Minimum(criterion) => Message::ReasonMinimum {
            criterion: criterion_label(grid, criterion),
            minimum: evaluation.minimum(submission, Item::Criterion(criterion)).unwrap_or(Exact::ZERO),
            mark: evaluation.counted(submission, criterion).unwrap_or(Exact::ZERO),
        },
        Bar::Group(group) => Message::ReasonGroup {
            group: grid.item_label(Item::Group(group)),
            minimum: evaluation.minimum(submission, Item::Group(group)).unwrap_or(Exact::ZERO),
            points: scored(verdict).unwrap_or(Exact::ZERO),
        },
        Bar::Total(index) => {
            let Some(total) = grid.totals.get(index) else { return nothing() };
            let value = scored(verdict).unwrap_or(Exact::ZERO);
            let below = total.at_least.map(Exact::from).filter(|least| value < *least);
            match (below, total.at_most) {
                (Some(least), _) => Message::ReasonBelow { total: total.label.clone(), value, least },
                (None, Some(most)) => Message::ReasonAbove { total: total.label.clone(), value, most: most.into() },
                (None, None) => nothing(),
            }
        }
        Bar::Pass => Message::ReasonPass {
            total: scored(verdict).unwrap_or(Exact::ZERO),
            pass: evaluation.pass(submission).unwrap_or(Exact::ZERO),
        },
        Bar::Rateable => class(grid, evaluation.class(submission).unwrap_or(Class::None)),
    }
}

/// What the round before says of a submission.
fn carried(evaluation: &Evaluation<'_>, submission: usize) -> Message {
    let before = evaluation.call.carried.as_ref();
    match before.and_then(|before| before.submissions.get(evaluation.submissions.id(submission))) {
        Some(one) if !one.stopped.is_empty() => Message::ReasonCarried {
            round: before.map(|before| before.title.clone()).unwrap_or_default(),
            reasons: one.stopped.clone(),
        },
        Some(_) => Message::WentOn {},
        None => Message::NewHere {},
    }
}

/// The number that a bar found.
fn scored(verdict: &Verdict) -> Option<Exact> {
    verdict.found.iter().find_map(|found| match found {
        Found::Scored { value, .. } => value.clone(),
        Found::Mark { mark, .. } => mark.clone(),
        Found::Fact { .. } | Found::Carried | Found::Class(_) => None,
    })
}

/// A class as people read it.
pub(super) fn class(grid: &Grid, class: Class) -> Message {
    match class {
        Class::Level(index) => {
            Message::Text { label: grid.levels.get(index).map(|level| level.label.clone()).unwrap_or_default() }
        }
        Class::None => Message::ClassNone {},
        Class::Undecided => Message::ClassUndecided {},
    }
}

/// Every reason why a submission is excluded, with the verdict behind it.
pub(super) fn failures(evaluation: &Evaluation<'_>, submission: usize) -> Vec<(Verdict, Message)> {
    let failed = evaluation.bars().into_iter().filter(|&bar| evaluation.outcome(submission, bar) == Outcome::Failed);
    failed
        .map(|bar| {
            let verdict = evaluation.verdict(submission, bar);
            let message = failure(evaluation, submission, &verdict);
            (verdict, message)
        })
        .collect()
}

/// Everything that keeps a submission from being rated: undecided gates, then missing marks and facts.
pub(super) fn gaps(evaluation: &Evaluation<'_>, submission: usize) -> Vec<Message> {
    let grid = evaluation.grid;
    let undecided: Vec<Bar> =
        evaluation.bars().into_iter().filter(|&bar| evaluation.outcome(submission, bar) == Outcome::Undecided).collect();
    let gates = undecided.iter().filter(|bar| matches!(bar, Bar::Gate(_))).map(|&bar| {
        let verdict = evaluation.verdict(submission, bar);
        Message::LackGate { gate: bar_label(grid, bar), found: found(evaluation, submission, &verdict) }
    });
    let mut lacks = evaluation.lacks(submission);
    // What a gate looks at is open for a reason.
    for bar in undecided.iter().filter(|bar| matches!(bar, Bar::Gate(_))) {
        let open = evaluation.verdict(submission, *bar).found.into_iter().filter_map(|found| match found {
            Found::Mark { criterion, mark: None, .. } => evaluation.lack(&evaluation.line(submission, criterion), submission),
            _ => None,
        });
        let open: Vec<Lack> = open.filter(|lack| matches!(lack, Lack::Open { .. }) && !lacks.contains(lack)).collect();
        lacks.extend(open);
    }
    if lacks.is_empty() {
        // What ranks can do without a criterion or a total; a threshold on it cannot.
        let lines: Vec<Line> = evaluation.lines(submission).collect();
        let unmarked = |of: Option<usize>| {
            let counts = |line: &&Line| stands_in(grid, line.criterion, of) && line.points.is_none() && line.left_out.is_none();
            lines.iter().filter(counts).filter_map(|line| evaluation.lack(line, submission)).collect::<Vec<Lack>>()
        };
        for bar in &undecided {
            lacks.extend(match bar {
                Bar::Minimum(criterion) => {
                    evaluation.lack(&evaluation.line(submission, *criterion), submission).into_iter().collect()
                }
                Bar::Group(group) => unmarked(Some(*group)),
                Bar::Pass => unmarked(None),
                Bar::Total(total) => vec![Lack::Total { total: *total }],
                Bar::Carried | Bar::Gate(_) | Bar::Rateable => Vec::new(),
            });
        }
        let mut seen: Vec<Lack> = Vec::new();
        lacks.retain(|lack| {
            let new = !seen.contains(lack);
            seen.push(lack.clone());
            new
        });
    }
    let lacks = lack_messages(evaluation, lacks);
    let mut gaps: Vec<Message> = gates.chain(lacks).collect();
    if gaps.is_empty() && undecided.contains(&Bar::Rateable) {
        gaps.push(Message::ClassUndecided {});
    }
    gaps
}

/// What is lacking as sentences; criteria that lack the same marks of the same reviewers are told together.
fn lack_messages(evaluation: &Evaluation<'_>, lacks: Vec<Lack>) -> Vec<Message> {
    let grid = evaluation.grid;
    let names = |reviewers: &[u32]| reviewer_names(evaluation, reviewers);
    let then = |waiting: &[u32], eligible: usize, quorum: usize| {
        let waiting = names(waiting);
        if evaluation.ledger.panel.declared && eligible < quorum {
            vec![Message::OnlyMay { able: eligible }]
        } else if waiting.is_empty() {
            Vec::new()
        } else {
            vec![Message::WaitingFor { names: waiting }]
        }
    };
    let mut messages: Vec<Message> = Vec::new();
    for lack in lacks {
        let message = match lack {
            Lack::Marks { criterion, given, quorum, waiting, eligible } => {
                let label = Message::Text { label: criterion_label(grid, criterion) };
                let own = (given, quorum, then(&waiting, eligible, quorum));
                let same = messages.iter_mut().find_map(|message| match message {
                    Message::LackMarksOf { criteria, given, quorum, then }
                        if (*given, *quorum, &*then) == (own.0, own.1, &own.2) =>
                    {
                        Some(criteria)
                    }
                    _ => None,
                });
                if let Some(criteria) = same {
                    criteria.push(label);
                    continue;
                }
                let (given, quorum, then) = own;
                Message::LackMarksOf { criteria: vec![label], given, quorum, then }
            }
            Lack::Reviewers { given, quorum, waiting, eligible, whole } => {
                let done = Box::new(if whole { Message::MarkedWholeBy {} } else { Message::MarkedBy {} });
                Message::LackReviewersOf { done, given, quorum, then: then(&waiting, eligible, quorum) }
            }
            Lack::Open { criterion, open, gap, width } => {
                let label = criterion.map(|criterion| Message::Text { label: criterion_label(grid, criterion) });
                let totals = label.is_none();
                let what = Box::new(label.unwrap_or(Message::TotalLine {}));
                match open {
                    Open::Discuss if totals => Message::LackDiscussTotals { gap, width },
                    Open::Discuss => Message::LackDiscuss { what, gap, width },
                    Open::NoMajority => Message::LackMajority { what },
                }
            }
            Lack::Consensus { criterion } => Message::LackConsensus { criterion: criterion_label(grid, criterion) },
            Lack::Fact { criterion, fact } => {
                Message::LackFact { criterion: criterion_label(grid, criterion), fact: fact_label(grid, fact) }
            }
            Lack::Track => Message::LackTrack {},
            Lack::Total { total } => {
                Message::LackTotal { total: grid.totals.get(total).map(|total| total.label.clone()).unwrap_or_default() }
            }
            Lack::Reviewer { reviewer } => Message::LackReviewer { reviewer },
            Lack::NothingApplies => Message::LackNothingApplies {},
        };
        messages.push(message);
    }
    messages
}

/// Reviewers by name, without those who have none; the first ones when there are many.
pub(super) fn reviewer_names(evaluation: &Evaluation<'_>, reviewers: &[u32]) -> Vec<String> {
    const MOST: usize = 12;
    let seats = reviewers.iter().filter_map(|reviewer| evaluation.ledger.panel.seat(*reviewer));
    let mut names: Vec<String> = seats.map(|seat| seat.name.clone()).filter(|name| !name.is_empty()).collect();
    if names.len() > MOST {
        names.truncate(MOST);
        names.push("…".to_owned());
    }
    names
}

/// Whether a criterion stands in a group, or in one that stands in it; every one stands in the grid (`None`).
fn stands_in(grid: &Grid, criterion: usize, group: Option<usize>) -> bool {
    let mut at = grid.criteria.get(criterion).and_then(|criterion| criterion.group);
    while at.is_some() && at != group {
        at = at.and_then(|index| grid.groups.get(index)?.parent);
    }
    at == group
}

/// Every reason why a submission is excluded, as sentences.
pub fn failure_reasons(evaluation: &Evaluation<'_>, submission: usize) -> Vec<Message> {
    failures(evaluation, submission).into_iter().map(|(_, message)| message).collect()
}

/// Everything that keeps a submission from being rated, as sentences.
pub fn gap_reasons(evaluation: &Evaluation<'_>, submission: usize) -> Vec<Message> {
    gaps(evaluation, submission)
}

/// Why somebody of the round before is not here: stopped there, or selected and gone.
pub(super) fn left_before(one: &Carried) -> Message {
    if one.stopped.is_empty() {
        return Message::GoneSince {};
    }
    Message::ConditionAll { parts: one.stopped.clone() }
}

/// What a bar found, value by value.
pub(super) fn found(evaluation: &Evaluation<'_>, submission: usize, verdict: &Verdict) -> Vec<Message> {
    // Where one fact is looked at, the bar has named it already.
    values(evaluation, submission, &verdict.found, verdict.found.len() == 1)
}

/// Values that were looked at; one that stands alone needs no name.
pub(super) fn values(evaluation: &Evaluation<'_>, submission: usize, found: &[Found], alone: bool) -> Vec<Message> {
    found
        .iter()
        .map(|found| match found {
            Found::Fact { fact, .. } if alone => match fact_message(evaluation, submission, *fact) {
                Message::FoundFact { value, .. } => Message::FoundValue { value },
                Message::FoundCount { value, .. } => Message::Number { value },
                Message::FoundNothing { .. } => Message::FoundEmpty {},
                other => other,
            },
            Found::Fact { fact, .. } => fact_message(evaluation, submission, *fact),
            Found::Mark { criterion, mark: None, .. } => {
                let line = evaluation.line(submission, *criterion);
                let waived = line.left_out == Some(LeftOut::NotApplicable);
                let value = if waived { Message::NotApplicableMark {} } else { Message::StatusUnrated {} };
                if alone {
                    return value;
                }
                let what = Box::new(Message::Text { label: criterion_label(evaluation.grid, *criterion) });
                Message::FoundScored { what, value: Box::new(value) }
            }
            Found::Scored { value: None, .. } => Message::StatusUnrated {},
            Found::Mark { criterion, mark: Some(value), .. } if alone => named(evaluation, *criterion, value),
            Found::Scored { value: Some(value), .. } if alone => Message::Number { value: value.clone() },
            Found::Mark { criterion, mark: Some(value), .. } => Message::FoundScored {
                what: Box::new(Message::Text { label: criterion_label(evaluation.grid, *criterion) }),
                value: Box::new(named(evaluation, *criterion, value)),
            },
            Found::Scored { subject, value: Some(value) } => Message::FoundScored {
                what: Box::new(evaluation.grid.topic(subject).map_or(Message::TotalLine {}, |topic| topic.label)),
                value: Box::new(Message::Number { value: value.clone() }),
            },
            Found::Carried => carried(evaluation, submission),
            Found::Class(found) => class(evaluation.grid, *found),
        })
        .collect()
}

/// A mark as people say it: the name of its level where the scale has one, else the number.
pub(super) fn named(evaluation: &Evaluation<'_>, criterion: usize, mark: &Exact) -> Message {
    level_name(evaluation, criterion, mark).unwrap_or_else(|| Message::Number { value: mark.clone() })
}

/// The name of the level that a mark is, where the scale names it.
pub(super) fn level_name(evaluation: &Evaluation<'_>, criterion: usize, mark: &Exact) -> Option<Message> {
    evaluation.call.measure(evaluation.grid, criterion).and_then(Measure::scale)?.name_of(mark)
}

/// The value of a fact as the file writes it, or as it was counted.
pub(super) fn fact_message(evaluation: &Evaluation<'_>, submission: usize, fact: usize) -> Message {
    let label = fact_label(evaluation.grid, fact);
    match (evaluation.submissions.fact(submission, fact), evaluation.submissions.origin(fact)) {
        (Some(FactValue::Number(value)), FactOrigin::List(_)) => Message::FoundCount { fact: label, value: value.into() },
        (Some(_), _) => Message::FoundFact { fact: label, value: evaluation.submissions.fact_text(submission, fact).to_owned() },
        (None, _) => Message::FoundNothing { fact: label },
    }
}

/// Where what a bar found stands: the facts it looked at, or the marks behind it.
pub(super) fn places(verdict: &Verdict) -> Vec<Span> {
    let spans = verdict.found.iter().flat_map(|found| match found {
        Found::Fact { span, .. } => span.iter().cloned().collect(),
        Found::Mark { spans, .. } => spans.clone(),
        Found::Scored { .. } | Found::Carried | Found::Class(_) => Vec::new(),
    });
    spans.collect()
}

/// A place as people read it.
pub(super) fn place_message(span: &Span) -> Message {
    Message::Place { file: span.source().name().to_owned(), spot: span.spot() }
}
