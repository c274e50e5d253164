//! The smallest change of a mark that changes who is selected, in a sentence, then for each submission.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::super::reasons;
use super::super::title;
use super::contribution::{MOST_ROWS, more};
use crate::analyse::robustness::{Effect, Grain, MarkChange, MarkChanges, PointsChange, SmallestChanges, Stand, Still};
use crate::number::Exact;
use crate::score::{Bar, Evaluation, Ranking};
use crate::text::{Label, Message};

/// The smallest changes of points and of marks.
pub(super) fn smallest_changes<'a>(ranking: &'a Ranking<'a>, found: &SmallestChanges, blocks: &mut Vec<Block<'a>>) {
    let evaluation = &ranking.evaluation;
    let why = |still: &[Still]| still.iter().map(|one| still_message(evaluation, one)).collect::<Vec<Message>>();
    blocks.push(Block::Heading(Message::HeadingSmallest {}));
    match &found.points {
        Err(still) => blocks.push(Block::Paragraph(Message::SmallestPointsNot { reasons: why(still) })),
        Ok(all) => points(evaluation, all, blocks),
    }
    match &found.marks {
        // One reason for both is said once.
        Err(still) if found.points.as_ref().err() == Some(still) => {}
        Err(still) => blocks.push(Block::Paragraph(Message::SmallestMarksNot { reasons: why(still) })),
        Ok(all) => marks(evaluation, all, blocks),
    }
}

fn points<'a>(evaluation: &'a Evaluation<'a>, all: &[PointsChange], blocks: &mut Vec<Block<'a>>) {
    let Some(first) = all.first() else {
        blocks.push(Block::Paragraph(Message::SmallestPointsNone {}));
        return;
    };
    blocks.push(Block::Paragraph(Message::SmallestPoints {
        how: Box::new(how(first)),
        id: evaluation.submissions.id(first.submission).to_owned(),
        criterion: label(evaluation, first.criterion),
        from: first.from.clone(),
        to: first.to.clone(),
        weight: first.weight.clone(),
        effect: Box::new(effect(evaluation, &first.effect)),
    }));
    let row = |one: &PointsChange| {
        vec![
            Cell::Text(evaluation.submissions.id(one.submission)),
            Cell::Text(title(evaluation, one.submission)),
            Cell::say(Message::Text { label: label(evaluation, one.criterion) }),
            Cell::Exact(one.from.clone()),
            then(&one.from, &one.to, one.beyond, &one.effect, None),
            Cell::Signed(one.by()),
            Cell::say(effect(evaluation, &one.effect)),
        ]
    };
    let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
    let columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("title", Message::ColumnTitle {}).flexible().repeats(),
        Column::text("criterion", Message::ColumnCriterion {}).flexible(),
        Column::number("from", Message::ColumnNow {}),
        Column::number("to", Message::ColumnThen {}),
        Column::number("by", Message::ColumnChange {}),
        Column::text("effect", Message::ColumnEffect {}).flexible(),
    ];
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    more(all.len(), MOST_ROWS, blocks);
    blocks.push(Block::Paragraph(Message::MeansSmallestPoints {}));
}

fn marks<'a>(evaluation: &'a Evaluation<'a>, found: &MarkChanges, blocks: &mut Vec<Block<'a>>) {
    let Some(first) = found.changes.first() else {
        blocks.push(Block::Paragraph(Message::SmallestMarksNone { marks: found.marks }));
        remarks(found, blocks);
        return;
    };
    blocks.push(Block::Paragraph(smallest_mark(evaluation, first)));
    let row = |one: &MarkChange| {
        vec![
            Cell::Text(evaluation.submissions.id(one.submission)),
            Cell::say(reviewer(evaluation, one)),
            Cell::say(Message::Text { label: label(evaluation, one.criterion) }),
            reasons::level_name(evaluation, one.criterion, &one.from).map_or_else(|| Cell::Exact(one.from.clone()), Cell::say),
            then(&one.from, &one.to, one.beyond, &one.effect, reasons::level_name(evaluation, one.criterion, &one.to)),
            Cell::say(effect(evaluation, &one.effect)),
        ]
    };
    let rows: Vec<Vec<Cell<'a>>> = found.changes.iter().take(MOST_ROWS).map(row).collect();
    let columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("reviewer", Message::ColumnReviewer {}),
        Column::text("criterion", Message::ColumnCriterion {}).flexible(),
        Column::number("from", Message::ColumnNow {}),
        Column::number("to", Message::ColumnThen {}),
        Column::text("effect", Message::ColumnEffect {}).flexible(),
    ];
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    more(found.changes.len(), MOST_ROWS, blocks);
    blocks.push(Block::Paragraph(Message::MeansSmallestMarks { marks: found.marks }));
    remarks(found, blocks);
}

/// One change in a sentence.
fn smallest_mark(evaluation: &Evaluation<'_>, first: &MarkChange) -> Message {
    let mark = |value: &Exact| {
        reasons::level_name(evaluation, first.criterion, value).unwrap_or(Message::Number { value: value.clone() })
    };
    let to = if first.beyond {
        let value = first.to.clone();
        if rises(&first.from, &first.to, &first.effect) { Message::JustOver { value } } else { Message::JustUnder { value } }
    } else {
        mark(&first.to)
    };
    Message::SmallestMark {
        name: Box::new(reviewer(evaluation, first)),
        id: evaluation.submissions.id(first.submission).to_owned(),
        criterion: label(evaluation, first.criterion),
        from: Box::new(mark(&first.from)),
        to: Box::new(to),
        effect: Box::new(effect(evaluation, &first.effect)),
    }
}

/// The smallest change of a mark in a sentence, where there is one.
pub(super) fn answer(evaluation: &Evaluation<'_>, found: &SmallestChanges) -> Option<Message> {
    let first = found.marks.as_ref().ok()?.changes.first()?;
    Some(smallest_mark(evaluation, first))
}

/// How the marks were looked for, where that is not every mark.
fn remarks(found: &MarkChanges, blocks: &mut Vec<Block<'_>>) {
    if found.changes.iter().any(|one| one.grain == Grain::Hundredths) {
        blocks.push(Block::Paragraph(Message::MarksHundredths {}));
    }
    if found.cut_short > 0 {
        blocks.push(Block::Paragraph(Message::MarksCutShort { count: found.cut_short }));
    }
}

fn label(evaluation: &Evaluation<'_>, criterion: usize) -> Label {
    reasons::short_label(evaluation.grid, criterion)
}

fn reviewer(evaluation: &Evaluation<'_>, change: &MarkChange) -> Message {
    let seat = change.reviewer.and_then(|reviewer| evaluation.ledger.panel.seat(reviewer));
    match seat.filter(|seat| !seat.name.is_empty()) {
        Some(seat) => Message::Verbatim { text: seat.name.clone() },
        None => Message::SomeReviewer {},
    }
}

/// Whether a change goes up; where nothing is asked but a little, what becomes of the submission tells.
fn rises(from: &Exact, to: &Exact, effect: &Effect) -> bool {
    match from.cmp(to) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Equal => effect.then == Stand::In,
    }
}

/// By how many points, in words.
fn how(change: &PointsChange) -> Message {
    let by = change.by().abs();
    match (rises(&change.from, &change.to, &change.effect), change.beyond, by.is_zero()) {
        (true, true, true) => Message::AnyMore {},
        (false, true, true) => Message::AnyFewer {},
        (true, true, false) => Message::JustOverMore { by },
        (false, true, false) => Message::JustOverFewer { by },
        (true, false, _) => Message::MorePoints { by },
        (false, false, _) => Message::FewerPoints { by },
    }
}

/// The mark or the points of which the set is another one.
fn then(from: &Exact, to: &Exact, beyond: bool, effect: &Effect, name: Option<Message>) -> Cell<'static> {
    let value = to.clone();
    match (beyond, rises(from, to, effect), name) {
        (true, true, _) => Cell::say(Message::JustOver { value }),
        (true, false, _) => Cell::say(Message::JustUnder { value }),
        (false, _, Some(name)) => Cell::say(name),
        (false, _, None) => Cell::Exact(value),
    }
}

/// What becomes of the submission and of the others, in a few words.
fn effect(evaluation: &Evaluation<'_>, effect: &Effect) -> Message {
    let names = |some: &[usize]| reasons::submission_names(evaluation, some);
    let id = |submission: usize| evaluation.submissions.id(submission).to_owned();
    let bars = |some: &[Bar]| {
        some.iter().map(|bar| reasons::bar_message(evaluation.grid, evaluation.call, *bar)).collect::<Vec<Message>>()
    };
    let mut parts = Vec::new();
    if !effect.bars.is_empty() {
        let bars = bars(&effect.bars);
        parts.push(if effect.then == Stand::Excluded { Message::EffectFails { bars } } else { Message::EffectPasses { bars } });
    }
    parts.push(match (effect.then, effect.rival) {
        (Stand::Tied, Some(rival)) => Message::EffectLevel { rival: id(rival) },
        (Stand::Tied, None) => Message::EffectLevelAlone {},
        (Stand::In, _) if !effect.leaves.is_empty() => Message::EffectInFor { leaves: names(&effect.leaves) },
        (Stand::In, _) => Message::EffectIn {},
        (Stand::Unrated, _) => Message::EffectUnrated {},
        (Stand::Out | Stand::Excluded, _) if !effect.enters.is_empty() => Message::EffectOutFor { enters: names(&effect.enters) },
        (Stand::Out | Stand::Excluded, _) => Message::EffectOut {},
    });
    let rival = effect.rival.filter(|_| effect.then == Stand::Tied);
    let others: Vec<usize> = effect.undecided.iter().copied().filter(|one| Some(*one) != rival).collect();
    if !others.is_empty() {
        parts.push(Message::EffectUndecided { ids: names(&others) });
    }
    match effect.after.filter(|after| *after != effect.then) {
        Some(Stand::In) => parts.push(Message::AfterIn {}),
        Some(Stand::Out | Stand::Excluded) => parts.push(Message::AfterOut {}),
        Some(Stand::Tied | Stand::Unrated) | None => {}
    }
    Message::ConditionAll { parts }
}

fn still_message(evaluation: &Evaluation<'_>, still: &Still) -> Message {
    match still {
        Still::NoRanks => Message::StillNoRanks {},
        Still::NoTotal => Message::StillNoTotal {},
        Still::NoCut => Message::StillNoCut {},
        Still::RankedBy(index) => Message::StillRankedBy {
            total: evaluation.grid.totals.get(*index).map(|total| total.label.clone()).unwrap_or_default(),
        },
        Still::RankSum => Message::StillRankSum {},
        Still::Totals => Message::StillTotals {},
        Still::Budget => Message::StillBudget {},
        Still::Pool => Message::StillPool {},
        Still::Rounded => Message::StillRounded {},
        Still::Bar(bar) => Message::StillBar { bar: Box::new(reasons::bar_message(evaluation.grid, evaluation.call, *bar)) },
        Still::Consensus => Message::StillConsensus {},
        Still::NoMarks => Message::StillNoMarks {},
    }
}
