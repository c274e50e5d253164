//! The panel at work: who is late, what to discuss first and why, whether anybody decides alone; then agreement, severity and
//! the rest in detail.

mod agreement;
mod reviewers;
mod tables;

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::reasons;
use super::{call_label, exact, joined, title};
use crate::analyse::panel::{Discussion, Influence, Options, Study, Why, notable};
use crate::score::{Evaluation, Ranking};
use crate::text::Message;

/// Longer tables are for a spreadsheet.
const MOST_ROWS: usize = 40;

/// The document of a panel.
pub fn panel<'a>(ranking: &'a Ranking<'a>, study: &'a Study, options: Options) -> Document<'a> {
    let evaluation = &ranking.evaluation;
    let view = View { evaluation, ranking, study };
    let seats = evaluation.ledger.panel.seats.iter().filter(|seat| seat.votes()).count();
    let (submissions, progress) = (study.submissions.len(), &study.progress);
    let mut blocks = vec![
        Block::Title(Message::TitlePanel { call: call_label(evaluation) }),
        Block::Paragraph(Message::SummaryPanel {
            reviewers: seats,
            submissions,
            answered: progress.answered,
            asked: progress.asked,
        }),
    ];
    if !ranking.excluded.is_empty() {
        blocks.push(Block::Paragraph(Message::PanelExcluded { excluded: ranking.excluded.len() }));
    }
    let leagues = ranking.leagues.iter().filter_map(|league| super::ranking::selected(ranking, league));
    blocks.extend(leagues.map(Block::Paragraph));
    if ranking.provisional() {
        blocks.push(Block::Paragraph(Message::NoteProvisional { unrated: ranking.unrated.len() }));
        let unrated: Vec<usize> = ranking.unrated.iter().map(|one| *one as usize).collect();
        blocks.push(Block::Paragraph(Message::UnratedAre { ids: view.ids(&unrated) }));
    }
    view.late(&mut blocks);
    view.discuss(&mut blocks);
    view.conflicts(&mut blocks);
    view.influence(&mut blocks);
    view.severity(&mut blocks);
    view.agreement(&mut blocks, options);
    view.resampled(&mut blocks);
    view.calibrated(&mut blocks);
    view.spreads(&mut blocks);
    view.progress(&mut blocks);
    Document { blocks, data: Some(view.data()) }
}

struct View<'a> {
    evaluation: &'a Evaluation<'a>,
    ranking: &'a Ranking<'a>,
    study: &'a Study,
}

impl<'a> View<'a> {
    fn name(&self, reviewer: usize) -> &'a str {
        self.evaluation.ledger.panel.seats.get(reviewer).map_or("", |seat| seat.name.as_str())
    }

    fn id(&self, submission: usize) -> String {
        self.evaluation.submissions.id(submission).to_owned()
    }

    fn ids(&self, submissions: &[usize]) -> Vec<String> {
        reasons::submission_names(self.evaluation, submissions)
    }

    fn late(&self, blocks: &mut Vec<Block<'a>>) {
        let late = self.study.progress.late();
        if late.is_empty() {
            blocks.push(Block::Paragraph(Message::AllAnswered {}));
            return;
        }
        let line = |(reviewer, count, rows): &(usize, usize, Vec<usize>)| {
            let on: Vec<usize> = rows.iter().filter_map(|row| self.study.submissions.get(*row).copied()).collect();
            Message::LateReviewer { name: self.name(*reviewer).to_owned(), count: *count, on: self.ids(&on) }
        };
        blocks.push(Block::Heading(Message::HeadingLate {}));
        blocks.push(Block::List(late.iter().take(MOST_ROWS).map(line).collect()));
        more(late.len(), blocks);
        let mut rows: Vec<usize> = late.iter().flat_map(|(.., rows)| rows.iter().copied()).collect();
        rows.sort_unstable();
        rows.dedup();
        let ranked = rows.into_iter().filter_map(|row| self.study.submissions.get(row).copied());
        let ranked: Vec<usize> = ranked.filter(|submission| self.ranking.entry(*submission).is_some()).collect();
        if !ranked.is_empty() {
            blocks.push(Block::Paragraph(Message::LateRanked { ids: self.ids(&ranked) }));
        }
    }

    /// Who may not mark what, with the reasons on record.
    fn conflicts(&self, blocks: &mut Vec<Block<'a>>) {
        let conflicts = &self.evaluation.ledger.panel.conflicts;
        let mut lines: Vec<Message> = Vec::new();
        for reviewer in 0..self.evaluation.ledger.panel.seats.len() {
            let own = || conflicts.iter().filter(|((_, who), _)| *who as usize == reviewer);
            let submissions: Vec<usize> = own().map(|((submission, _), _)| *submission as usize).collect();
            let mut reasons: Vec<String> = own().map(|(_, one)| one.reason.clone()).filter(|reason| !reason.is_empty()).collect();
            reasons.dedup();
            if self.evaluation.ledger.panel.anonymous {
                // A reason tells who somebody is.
                reasons.clear();
            }
            if !submissions.is_empty() {
                lines.push(Message::ConflictsOf { name: self.name(reviewer).to_owned(), ids: self.ids(&submissions), reasons });
            }
        }
        if !lines.is_empty() {
            blocks.push(Block::Heading(Message::HeadingConflicts {}));
            blocks.push(Block::List(lines));
        }
    }

    fn discuss(&self, blocks: &mut Vec<Block<'a>>) {
        blocks.push(Block::Heading(Message::HeadingDiscuss {}));
        let all = &self.study.discussions;
        if all.is_empty() {
            blocks.push(Block::Paragraph(Message::DiscussNothing {}));
            return;
        }
        let row = |discussion: &Discussion| {
            let why = match &discussion.why {
                Why::Unsettled => Message::DiscussUnsettled { reasons: reasons::gaps(self.evaluation, discussion.submission) },
                Why::AcrossTheCut { above, below, line } => {
                    Message::DiscussAcross { above: *above, below: *below, line: line.clone() }
                }
                Why::Apart => Message::DiscussApart { limit: notable(self.evaluation) },
            };
            let spread = self.study.spreads.iter().find(|spread| spread.submission == discussion.submission);
            let between = spread.and_then(|spread| spread.low.as_ref().zip(spread.high.as_ref()).filter(|_| spread.count > 1));
            let between = between.map(|(low, high)| Message::RangeBy {
                low: low.1.clone(),
                low_by: self.with_leaning(low.0),
                high: high.1.clone(),
                high_by: self.with_leaning(high.0),
            });
            vec![
                Cell::Text(self.evaluation.submissions.id(discussion.submission)),
                Cell::Text(title(self.evaluation, discussion.submission)),
                Cell::say(why),
                exact(self.evaluation.score(discussion.submission)),
                exact(discussion.range.clone()),
                between.map_or(Cell::Missing, Cell::say),
            ]
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::text("why", Message::ColumnReason {}).flexible(),
            Column::number("score", Message::ColumnResult {}).decimals(self.evaluation.grid.decimals),
            Column::number("range", Message::ColumnRange {}).decimals(self.evaluation.grid.decimals),
            Column::text("between", Message::ColumnTotalsGiven {}).flexible(),
        ];
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
        let limit = notable(self.evaluation);
        let named = |submission: usize| all.iter().any(|one| one.submission == submission);
        let others = self.study.spreads.iter().filter(|spread| !named(spread.submission));
        let count = others.filter(|spread| spread.range.as_ref().is_some_and(|range| *range >= limit)).count();
        if count > 0 {
            blocks.push(Block::Paragraph(Message::MoreApart { count, limit }));
        }
    }

    fn influence(&self, blocks: &mut Vec<Block<'a>>) {
        let all = &self.study.influences;
        if all.is_empty() {
            return;
        }
        blocks.push(Block::Heading(Message::HeadingInfluence {}));
        let deciders: Vec<String> =
            all.iter().filter(|one| one.decides()).map(|one| self.name(one.reviewer as usize).to_owned()).collect();
        let unsettling: Vec<Message> = all
            .iter()
            .map(|one| (one, one.unsettles()))
            .filter(|(_, lost)| !lost.is_empty())
            .map(|(one, lost)| {
                let reading = lost.iter().all(|submission| one.awaits_reading.contains(submission));
                let why = Box::new(if reading { Message::WhyReading {} } else { Message::WhyTooFew {} });
                Message::InfluenceQuorum { name: self.name(one.reviewer as usize).to_owned(), ids: self.ids(&lost), why }
            })
            .collect();
        if self.ranking.has_cut() {
            match deciders.as_slice() {
                [] if unsettling.is_empty() => blocks.push(Block::Paragraph(Message::InfluenceNone {})),
                [] => {}
                [name] => blocks.push(Block::Paragraph(Message::InfluenceOne { name: name.clone() })),
                _ => blocks.push(Block::Paragraph(Message::InfluenceSome { names: deciders.clone() })),
            }
            if !unsettling.is_empty() {
                blocks.push(Block::List(unsettling));
            }
            let others = all.iter().any(|one| !one.decides() && one.unsettles().is_empty());
            if others && all.iter().any(|one| one.decides() || !one.unsettles().is_empty()) {
                blocks.push(Block::Paragraph(Message::InfluenceOthers {}));
            }
        } else {
            blocks.push(Block::Paragraph(Message::InfluenceNoCut {}));
        }
        let named = |submissions: &[usize]| match submissions {
            [] => Cell::Missing,
            some => Cell::say(Message::Verbatim { text: self.ids(some).join(", ") }),
        };
        let undecided = all.iter().any(|one| !one.shift.undecided.is_empty());
        let row = |one: &Influence| {
            let shift = &one.shift;
            let mut widest: Vec<Message> = Vec::new();
            widest.extend(shift.widest().map(|one| Message::MoveOf {
                id: self.id(one.submission),
                from: one.from as usize,
                to: one.to as usize,
            }));
            if !shift.unrated.is_empty() {
                widest.push(Message::BecomesUnrated { ids: self.ids(&shift.unrated) });
            }
            let mut row = vec![Cell::Text(self.name(one.reviewer as usize)), named(&shift.enters), named(&shift.leaves)];
            if undecided {
                row.push(named(&shift.undecided));
            }
            row.push(Cell::Count(shift.moves.len()));
            row.push(if widest.is_empty() { Cell::Missing } else { Cell::say(joined(widest)) });
            row
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let mut columns = vec![
            Column::text("without", Message::ColumnWithout {}).flexible(),
            Column::text("enter", Message::ColumnEnters {}),
            Column::text("leave", Message::ColumnLeaves {}),
        ];
        if undecided {
            columns.push(Column::text("undecided", Message::ColumnOpened {}));
        }
        columns.push(Column::number("moves", Message::ColumnMoves {}));
        columns.push(Column::text("widest", Message::ColumnWidest {}).flexible());
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
        if all.iter().any(|one| !one.shift.unrated.is_empty()) {
            blocks.push(Block::Paragraph(Message::MovesMean {}));
        }
    }
}

/// Says how many rows are not shown.
fn more(rows: usize, blocks: &mut Vec<Block<'_>>) {
    if rows > MOST_ROWS {
        blocks.push(Block::Paragraph(Message::MoreRows { count: rows - MOST_ROWS }));
    }
}
