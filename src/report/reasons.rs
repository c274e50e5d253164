//! Reasons as sentences: why a submission is out, what it lacks, what a note says. Every result shares this wording.

use crate::analyse::Note;
use crate::model::{FactOrigin, FactValue, Grid, Span};
use crate::number::Exact;
use crate::score::{Bar, Evaluation, Found, Lack, Outcome, Verdict};
use crate::text::{Label, Message};

/// The sentence for a bar that excludes.
pub(super) fn failure(evaluation: &Evaluation<'_>, submission: usize, verdict: &Verdict) -> Message {
    let grid = evaluation.grid;
    match verdict.bar {
        Bar::Gate(index) => {
            let found = found(evaluation, submission, verdict);
            match grid.gates.get(index) {
                Some(gate) => match &gate.reason {
                    Some(reason) => Message::ReasonGateSaid { gate: gate.label.clone(), reason: reason.clone(), found },
                    None => Message::ReasonGate { gate: gate.label.clone(), found },
                },
                None => Message::Verbatim { text: String::new() },
            }
        }
        Bar::Minimum(criterion) => Message::ReasonMinimum {
            criterion: criterion_label(grid, criterion),
            minimum: minimum(grid, criterion),
            mark: evaluation.counted(submission, criterion).unwrap_or(Exact::ZERO),
        },
        Bar::Pass => Message::ReasonPass {
            total: evaluation.total(submission).unwrap_or(Exact::ZERO),
            pass: grid.rules.pass.map_or(Exact::ZERO, Exact::from),
        },
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
    if lacks.is_empty() {
        // The total can do without a criterion; its minimum cannot.
        let wanted = undecided.iter().filter_map(|bar| match bar {
            Bar::Minimum(criterion) => Some(evaluation.lack(&evaluation.line(submission, *criterion), submission)),
            Bar::Gate(_) | Bar::Pass => None,
        });
        lacks = wanted.collect();
    }
    let lacks = lacks.into_iter().map(|lack| match lack {
        Lack::Marks { criterion, given: 0, .. } => Message::LackMarks { criterion: criterion_label(grid, criterion) },
        Lack::Marks { criterion, given, quorum } => {
            Message::LackQuorum { criterion: criterion_label(grid, criterion), given, quorum }
        }
        Lack::Fact { criterion, fact } => {
            Message::LackFact { criterion: criterion_label(grid, criterion), fact: fact_label(grid, fact) }
        }
    });
    gates.chain(lacks).collect()
}

/// What a bar found, value by value.
pub(super) fn found(evaluation: &Evaluation<'_>, submission: usize, verdict: &Verdict) -> Vec<Message> {
    // Where one fact is looked at, the bar has named it already.
    let alone = verdict.found.len() == 1;
    verdict
        .found
        .iter()
        .map(|found| match found {
            Found::Fact { fact, .. } if alone => match fact_message(evaluation, submission, *fact) {
                Message::FoundFact { value, .. } => Message::FoundValue { value },
                Message::FoundCount { value, .. } => Message::Number { value },
                Message::FoundNothing { .. } => Message::FoundEmpty {},
                other => other,
            },
            Found::Fact { fact, .. } => fact_message(evaluation, submission, *fact),
            Found::Mark { mark: Some(value), .. } | Found::Total(Some(value)) => Message::Number { value: value.clone() },
            Found::Mark { mark: None, .. } | Found::Total(None) => Message::StatusUnrated {},
        })
        .collect()
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
        Found::Total(_) => Vec::new(),
    });
    spans.collect()
}

/// A place as people read it.
pub(super) fn place_message(span: &Span) -> Message {
    let position = span.position();
    Message::Place { file: span.source().name().to_owned(), line: position.line.to_string(), column: position.column.to_string() }
}

/// The name of a bar.
pub(super) fn bar_label(grid: &Grid, bar: Bar) -> Label {
    match bar {
        Bar::Gate(index) => grid.gates.get(index).map(|gate| gate.label.clone()).unwrap_or_default(),
        Bar::Minimum(index) => criterion_label(grid, index),
        Bar::Pass => Label::default(),
    }
}

/// A bar as a heading or a row title.
pub(super) fn bar_message(grid: &Grid, bar: Bar) -> Message {
    match bar {
        Bar::Gate(_) => Message::Text { label: bar_label(grid, bar) },
        Bar::Minimum(index) => Message::BarMinimum { criterion: criterion_label(grid, index), minimum: minimum(grid, index) },
        Bar::Pass => Message::BarPass { pass: grid.rules.pass.map_or(Exact::ZERO, Exact::from) },
    }
}

/// What a bar requires.
pub(super) fn required(grid: &Grid, bar: Bar) -> Message {
    match bar {
        Bar::Gate(index) => match grid.gates.get(index) {
            Some(gate) => gate.require.describe(&grid.facts),
            None => Message::Verbatim { text: String::new() },
        },
        Bar::Minimum(_) | Bar::Pass => bar_message(grid, bar),
    }
}

/// The stable identifier of a bar for machines: `gate:practice-type`, `minimum:feasibility`, `pass`.
pub(super) fn bar_code(grid: &Grid, bar: Bar) -> String {
    match bar {
        Bar::Gate(index) => format!("gate:{}", grid.gates.get(index).map_or("", |gate| gate.id.as_str())),
        Bar::Minimum(index) => format!("minimum:{}", grid.criteria.get(index).map_or("", |criterion| criterion.id.as_str())),
        Bar::Pass => "pass".to_owned(),
    }
}

/// The name of a criterion.
pub(super) fn criterion_label(grid: &Grid, criterion: usize) -> Label {
    grid.criteria.get(criterion).map(|criterion| criterion.label.clone()).unwrap_or_default()
}

/// The name of a fact.
pub(super) fn fact_label(grid: &Grid, fact: usize) -> Label {
    grid.facts.get(fact).map(|fact| fact.label.clone()).unwrap_or_default()
}

fn minimum(grid: &Grid, criterion: usize) -> Exact {
    grid.criteria.get(criterion).and_then(|criterion| criterion.minimum).map_or(Exact::ZERO, Exact::from)
}

/// Names of submissions by id, the first ones when there are many.
pub(super) fn names(evaluation: &Evaluation<'_>, submissions: &[usize]) -> Vec<String> {
    const MOST: usize = 12;
    let mut names: Vec<String> = submissions.iter().take(MOST).map(|&at| evaluation.submissions.id(at).to_owned()).collect();
    if submissions.len() > MOST {
        names.push("…".to_owned());
    }
    names
}

/// A note as a sentence.
pub(super) fn note(evaluation: &Evaluation<'_>, note: &Note) -> Message {
    let grid = evaluation.grid;
    let id = |submission: &usize| evaluation.submissions.id(*submission).to_owned();
    let criterion = |index: &usize| criterion_label(grid, *index);
    match note {
        Note::Provisional { unrated } => Message::NoteProvisional { unrated: *unrated },
        Note::Undecided { tied, open } => Message::NoteUndecided { tied: names(evaluation, tied), open: *open },
        Note::PlacesLeft { ranked, places } => Message::NotePlacesLeft { ranked: *ranked, places: *places },
        Note::TieBroken { above, below, total, criterion: index, at_cut } => {
            let (above, below, total, criterion) = (id(above), id(below), total.clone(), criterion(index));
            if *at_cut {
                Message::NoteTieBrokenAtCut { above, below, total, criterion }
            } else {
                Message::NoteTieBroken { above, below, total, criterion }
            }
        }
        Note::TieShared { tied, total, rank } => {
            Message::NoteTieShared { tied: names(evaluation, tied), total: total.clone(), rank: *rank }
        }
        Note::ShownAlike { above, below, gap } => {
            Message::NoteShownAlike { above: id(above), below: id(below), gap: gap.clone() }
        }
        Note::Near { submission, bar, margin } => {
            let (id, bar) = (id(submission), Box::new(bar_message(grid, *bar)));
            if margin.is_zero() {
                Message::NoteNearExact { id, bar }
            } else if margin.is_negative() {
                Message::NoteNearBelow { id, bar, margin: margin.abs() }
            } else {
                Message::NoteNearAbove { id, bar, margin: margin.clone() }
            }
        }
        Note::CountedLowest { submission, criteria } => {
            let criteria = criteria.iter().filter_map(|&index| grid.criteria.get(index)).map(|criterion| criterion.id.clone());
            Message::NoteCountedLowest { id: id(submission), criteria: criteria.collect() }
        }
        Note::Reweighted { submission, weight } => Message::NoteReweighted { id: id(submission), weight: weight.clone() },
        Note::RoundedLines { submissions } => Message::NoteRoundedLines { ids: names(evaluation, submissions) },
        Note::Way { criterion: index, way } => Message::NoteWay { criterion: criterion(index), way: way.clone() },
        Note::More { more } => Message::NoteMore { more: *more },
    }
}
