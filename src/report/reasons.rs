//! Reasons as sentences: why a submission is out, what it lacks, what a note says. Every result shares this wording.

use crate::analyse::Note;
use crate::model::{Call, Carried, Combine, FactOrigin, FactValue, Grid, Item, Measure, RankBy, Span, Subject, TieKey};
use crate::number::Exact;
use crate::score::{Bar, Class, Evaluation, Found, Lack, LeftOut, Line, Outcome, Verdict};
use crate::text::{Label, Message};

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
    let lacks = lacks.into_iter().map(|lack| match lack {
        Lack::Marks { criterion, given: 0, .. } => Message::LackMarks { criterion: criterion_label(grid, criterion) },
        Lack::Marks { criterion, given, quorum } => {
            Message::LackQuorum { criterion: criterion_label(grid, criterion), given, quorum }
        }
        Lack::Fact { criterion, fact } => {
            Message::LackFact { criterion: criterion_label(grid, criterion), fact: fact_label(grid, fact) }
        }
        Lack::Track => Message::LackTrack {},
        Lack::Total { total } => {
            Message::LackTotal { total: grid.totals.get(total).map(|total| total.label.clone()).unwrap_or_default() }
        }
        Lack::Reviewer { reviewer } => Message::LackReviewer { reviewer },
        Lack::NothingApplies => Message::LackNothingApplies {},
    });
    let mut gaps: Vec<Message> = gates.chain(lacks).collect();
    if gaps.is_empty() && undecided.contains(&Bar::Rateable) {
        gaps.push(Message::ClassUndecided {});
    }
    gaps
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
    let position = span.position();
    Message::Place { file: span.source().name().to_owned(), line: position.line.to_string(), column: position.column.to_string() }
}

/// The name of a bar.
pub(super) fn bar_label(grid: &Grid, bar: Bar) -> Label {
    match bar {
        Bar::Gate(index) => grid.gates.get(index).map(|gate| gate.label.clone()).unwrap_or_default(),
        Bar::Minimum(index) => criterion_label(grid, index),
        Bar::Group(index) => grid.item_label(Item::Group(index)),
        Bar::Total(index) => grid.totals.get(index).map(|total| total.label.clone()).unwrap_or_default(),
        Bar::Carried | Bar::Pass | Bar::Rateable => Label::default(),
    }
}

/// A bar as a heading or a row title; thresholds as the grid has them, whatever a track makes of them.
pub(super) fn bar_message(grid: &Grid, call: &Call, bar: Bar) -> Message {
    match bar {
        Bar::Carried => {
            Message::BarCarried { round: call.carried.as_ref().map(|carried| carried.title.clone()).unwrap_or_default() }
        }
        Bar::Gate(_) => Message::Text { label: bar_label(grid, bar) },
        Bar::Minimum(index) => match grid.criteria.get(index).and_then(|criterion| criterion.minimum) {
            Some(minimum) => Message::BarMinimum { criterion: criterion_label(grid, index), minimum: minimum.into() },
            None => Message::Text { label: criterion_label(grid, index) },
        },
        Bar::Group(index) => match grid.groups.get(index).and_then(|group| group.minimum) {
            Some(minimum) => Message::BarGroup { group: bar_label(grid, bar), minimum: minimum.into() },
            None => Message::Text { label: bar_label(grid, bar) },
        },
        Bar::Total(index) => {
            let Some(total) = grid.totals.get(index) else { return Message::TotalLine {} };
            let label = total.label.clone();
            match (total.at_least.map(Exact::from), total.at_most.map(Exact::from)) {
                (Some(least), Some(most)) => Message::BarBetween { total: label, least, most },
                (Some(least), None) => Message::BarAtLeast { total: label, least },
                (None, Some(most)) => Message::BarAtMost { total: label, most },
                (None, None) => Message::Text { label },
            }
        }
        Bar::Pass => match grid.rules.pass {
            Some(pass) => Message::BarPass { pass: pass.into() },
            None => Message::TotalLine {},
        },
        Bar::Rateable => Message::BarRateable {},
    }
}

/// What a bar requires of a submission: the thresholds of its track.
pub(super) fn required(evaluation: &Evaluation<'_>, submission: usize, bar: Bar) -> Message {
    let grid = evaluation.grid;
    match bar {
        Bar::Gate(index) => match grid.gates.get(index) {
            Some(gate) => gate.require.describe(grid),
            None => Message::Verbatim { text: String::new() },
        },
        Bar::Minimum(index) => match evaluation.minimum(submission, Item::Criterion(index)) {
            Some(minimum) => Message::BarMinimum { criterion: criterion_label(grid, index), minimum },
            None => bar_message(grid, evaluation.call, bar),
        },
        Bar::Group(index) => match evaluation.minimum(submission, Item::Group(index)) {
            Some(minimum) => Message::BarGroup { group: bar_label(grid, bar), minimum },
            None => bar_message(grid, evaluation.call, bar),
        },
        Bar::Pass => match evaluation.pass(submission) {
            Some(pass) => Message::BarPass { pass },
            None => bar_message(grid, evaluation.call, bar),
        },
        Bar::Carried | Bar::Total(_) | Bar::Rateable => bar_message(grid, evaluation.call, bar),
    }
}

/// The stable identifier of a bar for machines: `gate:practice-type`, `minimum:feasibility`, `pass`.
pub(super) fn bar_code(grid: &Grid, bar: Bar) -> String {
    match bar {
        Bar::Carried => "round".to_owned(),
        Bar::Gate(index) => format!("gate:{}", grid.gates.get(index).map_or("", |gate| gate.id.as_str())),
        Bar::Minimum(index) => format!("minimum:{}", grid.criteria.get(index).map_or("", |criterion| criterion.id.as_str())),
        Bar::Group(index) => format!("minimum:{}", grid.groups.get(index).map_or("", |group| group.id.as_str())),
        Bar::Total(index) => format!("total:{}", grid.totals.get(index).map_or("", |total| total.id.as_str())),
        Bar::Pass => "pass".to_owned(),
        Bar::Rateable => "rateable".to_owned(),
    }
}

/// How a criterion is measured, in words.
pub(super) fn measure(grid: &Grid, measure: &Measure) -> Message {
    match measure {
        Measure::Marks(scale) => scale.describe(),
        Measure::Facts(parts) => {
            let part = |part: &crate::model::Part| {
                let what = Box::new(part.reading.describe(grid));
                // A table or a condition has said all: its scale only carries the points.
                if part.reading.brings_its_scale() {
                    return Message::PartOf { what, weight: part.weight.into() };
                }
                Message::PartOn { what, scale: Box::new(part.scale.describe()) }
            };
            Message::ConditionAll { parts: parts.iter().map(part).collect() }
        }
    }
}

/// What ranks, in words.
pub(super) fn what_ranks(grid: &Grid) -> Message {
    match (grid.rules.combine, grid.rules.rank_by) {
        (Combine::RankSum { .. }, _) => Message::ColumnRankSum {},
        (_, RankBy::Total(total)) => grid.topic(&Subject::Total(total)).map_or(Message::TotalLine {}, |topic| topic.label),
        (_, RankBy::Nothing) => Message::RuleRanksNothing {},
    }
}

/// What a tie key compares, in words.
pub(super) fn tie_key(grid: &Grid, key: &TieKey) -> Message {
    match key {
        TieKey::Scored { subject, .. } => grid.topic(subject).map_or(Message::TotalLine {}, |topic| topic.label),
        TieKey::Fact { fact, .. } | TieKey::First { fact, .. } => Message::Text { label: fact_label(grid, *fact) },
        TieKey::Ratio { over, by, .. } => Message::Ratio { over: fact_label(grid, *over), by: fact_label(grid, *by) },
    }
}

/// The stable name of a tie key for machines.
pub(super) fn tie_code(grid: &Grid, key: &TieKey) -> String {
    let fact = |index: usize| grid.facts.get(index).map_or_else(String::new, |fact| fact.id.clone());
    match key {
        TieKey::Scored { subject, .. } => grid.topic(subject).map_or_else(String::new, |topic| topic.id.to_owned()),
        TieKey::Fact { fact: index, .. } | TieKey::First { fact: index, .. } => fact(*index),
        TieKey::Ratio { over, by, .. } => format!("{}/{}", fact(*over), fact(*by)),
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

/// Names of submissions by id, the first ones when there are many.
pub(super) fn names(evaluation: &Evaluation<'_>, submissions: &[usize]) -> Vec<String> {
    const MOST: usize = 12;
    let mut names: Vec<String> = submissions.iter().take(MOST).map(|&at| evaluation.submissions.id(at).to_owned()).collect();
    if submissions.len() > MOST {
        names.push("…".to_owned());
    }
    names
}

/// A note about one track, which it names.
fn on_track(grid: &Grid, track: Option<usize>, note: Message) -> Message {
    match track.and_then(|track| grid.tracks.get(track)) {
        Some(track) => Message::ReasonAtStage { stage: track.label.clone(), reason: Box::new(note) },
        None => note,
    }
}

/// A note as a sentence.
pub(super) fn note(evaluation: &Evaluation<'_>, note: &Note) -> Message {
    let grid = evaluation.grid;
    let id = |submission: &usize| evaluation.submissions.id(*submission).to_owned();
    let criterion = |index: &usize| criterion_label(grid, *index);
    match note {
        Note::Provisional { unrated } if grid.ranks() => Message::NoteProvisional { unrated: *unrated },
        Note::Provisional { unrated } => Message::NoteIncomplete { unrated: *unrated },
        Note::Unpaid { tied, left } => Message::NoteUnpaid { tied: names(evaluation, tied), left: left.clone() },
        Note::Undecided { tied, open } => Message::NoteUndecided { tied: names(evaluation, tied), open: *open },
        Note::PlacesLeft { ranked, places, track } => {
            on_track(grid, *track, Message::NotePlacesLeft { ranked: *ranked, places: *places })
        }
        Note::Left { left, track } => on_track(grid, *track, Message::NoteLeft { left: left.clone() }),
        Note::BetweenLevels { criterion: index, submissions } => {
            Message::NoteBetweenLevels { criterion: criterion(index), ids: names(evaluation, submissions) }
        }
        Note::TieBroken { above, below, total, key, at_cut } => {
            let key = grid.rules.ties.get(*key).map_or(Message::TotalLine {}, |key| tie_key(grid, key));
            let (above, below, total, criterion) = (id(above), id(below), total.clone(), Box::new(key));
            if !evaluation.ranks_by_weights() {
                let what = Box::new(what_ranks(grid));
                return Message::NoteScoreBroken { above, below, what, score: total, criterion };
            }
            if *at_cut {
                Message::NoteTieBrokenAtCut { above, below, total, criterion }
            } else {
                Message::NoteTieBroken { above, below, total, criterion }
            }
        }
        Note::TieShared { tied, total, rank } if !evaluation.ranks_by_weights() => Message::NoteScoreShared {
            tied: names(evaluation, tied),
            what: Box::new(what_ranks(grid)),
            score: total.clone(),
            rank: *rank,
        },
        Note::TieShared { tied, total, rank } => {
            Message::NoteTieShared { tied: names(evaluation, tied), total: total.clone(), rank: *rank }
        }
        Note::ShownAlike { above, below, gap } => {
            Message::NoteShownAlike { above: id(above), below: id(below), gap: gap.clone() }
        }
        Note::Near { submission, bar, margin } => {
            let (id, bar) = (id(submission), Box::new(required(evaluation, *submission, *bar)));
            if margin.is_zero() {
                Message::NoteNearExact { id, bar }
            } else if margin.is_negative() {
                Message::NoteNearBelow { id, bar, margin: margin.abs() }
            } else {
                Message::NoteNearAbove { id, bar, margin: margin.clone() }
            }
        }
        Note::CountedLowest { submission, criteria } => {
            let criteria = criteria.iter().map(|index| Message::Text { label: criterion(index) });
            Message::NoteCountedLowest { id: id(submission), criteria: criteria.collect() }
        }
        Note::NotApplicable { submission, criteria } => {
            let criteria = criteria.iter().map(|index| Message::Text { label: criterion(index) });
            Message::NoteNotApplicable { id: id(submission), criteria: criteria.collect() }
        }
        Note::Compared { criterion: index, best } => Message::NoteCompared { criterion: criterion(index), best: best.clone() },
        Note::Reweighted { submission, weight } => Message::NoteReweighted { id: id(submission), weight: weight.clone() },
        Note::RoundedLines { submissions } => Message::NoteRoundedLines { ids: names(evaluation, submissions) },
        Note::Way { criterion: index, way } => Message::NoteWay { criterion: criterion(index), way: way.clone() },
        Note::More { more } => Message::NoteMore { more: *more },
    }
}
