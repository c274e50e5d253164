//! Why A stands above B: one sentence, then the differences that add up to the gap.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::reasons;
use super::exact;
use crate::analyse::{Settled, Versus};
use crate::number::Exact;
use crate::score::{Disposition, Evaluation};
use crate::text::Message;

/// The document of a comparison.
pub fn versus<'a>(evaluation: &'a Evaluation<'a>, versus: &Versus) -> Document<'a> {
    let id = |submission: usize| evaluation.submissions.id(submission).to_owned();
    let (above, below) = (id(versus.above), id(versus.below));
    let totals = evaluation.score(versus.above).zip(evaluation.score(versus.below));
    let sentence = match &versus.settled {
        Settled::Total => {
            let gap = totals.as_ref().map_or(Exact::ZERO, |(a, b)| (a - b).abs());
            Message::EdgeAbove { above: above.clone(), below: below.clone(), gap }
        }
        Settled::Chain { key } => {
            let key = evaluation.grid.rules.ties.get(*key);
            let criterion = key.map_or(Message::TotalLine {}, |key| reasons::tie_key(evaluation.grid, key));
            Message::EdgeChain { above: above.clone(), below: below.clone(), criterion: Box::new(criterion) }
        }
        Settled::Nothing => Message::EdgeNothing { above: above.clone(), below: below.clone() },
        Settled::Apart { above: one, below: two } => {
            let track = |(_, track): (usize, Option<usize>)| {
                let track = track.and_then(|track| evaluation.grid.tracks.get(track));
                track.map(|track| track.label.clone()).unwrap_or_default()
            };
            Message::EdgeApart {
                above: above.clone(),
                above_rank: one.0,
                above_track: track(*one),
                below: below.clone(),
                below_rank: two.0,
                below_track: track(*two),
            }
        }
        Settled::NoRanks => {
            let level = |submission: usize| match evaluation.class(submission) {
                Some(class) => reasons::class(evaluation.grid, class),
                None => Message::StatusRated {},
            };
            Message::EdgeNoRanks {
                above: above.clone(),
                above_is: Box::new(level(versus.above)),
                below: below.clone(),
                below_is: Box::new(level(versus.below)),
            }
        }
        Settled::NotRanked { above: first, below: second } => Message::EdgeNotRanked {
            above: above.clone(),
            above_is: Box::new(disposition(*first)),
            below: below.clone(),
            below_is: Box::new(disposition(*second)),
        },
    };
    let mut blocks = vec![Block::Title(Message::TitleVersus { above, below }), Block::Paragraph(sentence)];
    if versus.settled == Settled::Total && evaluation.ranks_by_weights() {
        let largest =
            versus.differences.iter().filter_map(|line| Some((line.criterion, line.difference.clone()?))).max_by(|a, b| {
                // The first of equals, in the order of the grid.
                a.1.cmp(&b.1).then(b.0.cmp(&a.0))
            });
        if let Some((criterion, difference)) = largest {
            let criterion = reasons::criterion_label(evaluation.grid, criterion);
            blocks.push(Block::Paragraph(Message::EdgeMost { criterion, difference }));
        }
    }
    blocks.push(Block::Table(sheet(evaluation, versus, true)));
    if let Some(rest) = &versus.shared_weight {
        blocks.push(Block::Paragraph(Message::EdgeShared { rest: rest.clone() }));
    }
    Document { blocks, data: Some(sheet(evaluation, versus, false)) }
}

fn disposition(disposition: Disposition) -> Message {
    match disposition {
        Disposition::Ranked => Message::StatusRanked {},
        Disposition::Excluded => Message::StatusExcluded {},
        Disposition::Unrated => Message::StatusUnrated {},
    }
}

fn sheet<'a>(evaluation: &'a Evaluation<'a>, versus: &Versus, people: bool) -> Sheet<'a> {
    let grid = evaluation.grid;
    let id = |submission: usize| evaluation.submissions.id(submission).to_owned();
    let submission = |which: usize, name: &str| {
        let heading = Message::Verbatim { text: id(which) };
        Column::number(name, heading).decimals(grid.decimals)
    };
    let mut columns = Vec::new();
    if !people {
        columns.push(Column::text("criterion_id", Message::ColumnId {}));
    }
    columns.extend([
        Column::text("criterion", Message::ColumnCriterion {}).flexible(),
        submission(versus.above, "above"),
        submission(versus.below, "below"),
        Column::number("difference", Message::ColumnDifference {}).decimals(grid.decimals),
    ]);
    let signed = |value: Option<Exact>| value.map_or(Cell::Missing, Cell::Signed);
    let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
    for line in &versus.differences {
        let Some(criterion) = grid.criteria.get(line.criterion) else { continue };
        let mut row = Vec::new();
        if !people {
            row.push(Cell::Text(&criterion.id));
        }
        row.extend([
            Cell::say(Message::Text { label: criterion.label.clone() }),
            exact(line.above.clone()),
            exact(line.below.clone()),
            signed(line.difference.clone()),
        ]);
        rows.push(row);
    }
    if people {
        let totals = (evaluation.total(versus.above), evaluation.total(versus.below));
        let gap = totals.0.as_ref().zip(totals.1.as_ref()).map(|(a, b)| a - b);
        if let Some(rest) = &versus.shared_weight {
            rows.push(vec![Cell::say(Message::BetweenLine {}), Cell::Missing, Cell::Missing, signed(Some(rest.clone()))]);
        }
        if grid.has_total() {
            rows.push(vec![Cell::say(Message::TotalLine {}), exact(totals.0), exact(totals.1), signed(gap)]);
        }
        if grid.ranks() && !evaluation.ranks_by_weights() {
            let scores = (evaluation.score(versus.above), evaluation.score(versus.below));
            let gap = scores.0.as_ref().zip(scores.1.as_ref()).map(|(a, b)| a - b);
            rows.push(vec![Cell::say(reasons::what_ranks(grid)), exact(scores.0), exact(scores.1), signed(gap)]);
        }
    }
    Sheet { columns, rows: Box::new(rows) }
}
