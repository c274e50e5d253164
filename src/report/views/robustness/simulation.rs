//! What draws find: how often the published set is selected, who is not always on the same side of the line, which sets take its
//! place, and with which weights each submission is first.

use std::cmp::Reverse;

use super::super::super::chart::{Bar, Bars, Chart, Unit};
use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::super::figure;
use super::super::super::reasons;
use super::super::{exact, title};
use super::MOST_ROWS;
use super::simulation_rows::percent;
use crate::analyse::robustness::{Drawn, Pairs, Region, Row, SelectedSet, Simulation};
use crate::number::Exact;
use crate::score::{Ranking, Status};
use crate::text::Message;

/// So many of those who are not always on the same side of the line are named.
const MOST_CONTESTED: usize = 8;

/// More submissions than this do not fit beside each other.
const MOST_PAIRED: usize = 12;

/// More weights than this do not fit beside each other.
const MOST_CRITERIA: usize = 12;

/// So many of a submission's ranks are named.
const FREQUENT: usize = 3;

/// The part of a document that says what draws found.
pub(super) fn simulation<'a>(ranking: &'a Ranking<'a>, found: &'a Simulation, blocks: &mut Vec<Block<'a>>) {
    let view = View { ranking, found };
    blocks.push(Block::Heading(Message::HeadingSimulation {}));
    view.answer(blocks);
    blocks.push(Block::Paragraph(view.drawn()));
    let points = figure(found.worst_error() * 100.0);
    blocks.push(Block::Paragraph(Message::SimulationError { points }));
    if found.rows.is_empty() {
        return;
    }
    view.picture(blocks);
    view.submissions(blocks);
    view.sets(blocks);
    view.central(blocks);
    view.pairs(blocks);
}

struct View<'a> {
    ranking: &'a Ranking<'a>,
    found: &'a Simulation,
}

impl<'a> View<'a> {
    fn id(&self, submission: usize) -> &'a str {
        self.ranking.evaluation.submissions.id(submission)
    }

    fn percent(&self, count: u32) -> Cell<'a> {
        Cell::say(Message::SharePercent { share: percent(count, self.found.draws) })
    }

    /// A share that is nothing is not shown.
    fn some(&self, count: u32) -> Cell<'a> {
        if count == 0 { Cell::Missing } else { self.percent(count) }
    }

    fn criterion(&self, place: usize) -> Message {
        let criterion = self.found.criteria.get(place).copied().unwrap_or(usize::MAX);
        Message::Text { label: self.ranking.evaluation.grid.item_label(crate::model::Item::Criterion(criterion)) }
    }

    /// What was drawn.
    fn drawn(&self) -> Message {
        let draws = self.found.draws as usize;
        let seed = usize::try_from(self.found.seed).unwrap_or(usize::MAX);
        let reviewers = self.found.reviewers.unwrap_or(0);
        let region = || Box::new(self.region());
        match self.found.drawn {
            Drawn::Weights => Message::SimulationWeights { draws, region: region(), seed },
            Drawn::Panel => Message::SimulationPanel { draws, reviewers, seed },
            Drawn::Both => Message::SimulationBoth { draws, region: region(), reviewers, seed },
        }
    }

    fn region(&self) -> Message {
        let ids = |places: &mut dyn Iterator<Item = usize>| {
            let criteria = places.filter_map(|place| self.found.criteria.get(place));
            let criteria = criteria.filter_map(|criterion| self.ranking.evaluation.grid.criteria.get(*criterion));
            criteria.map(|criterion| criterion.id.clone()).collect::<Vec<String>>()
        };
        match &self.found.region {
            Some(Region::Order(blocks)) => {
                let block = |block: &Vec<usize>| Message::RegionBlock { criteria: ids(&mut block.iter().copied()) };
                let mut said: Vec<Message> = blocks.iter().map(block).collect();
                let is_free = |place: &usize| !blocks.iter().flatten().any(|other| other == place);
                let free = ids(&mut (0..self.found.criteria.len()).filter(is_free));
                if !free.is_empty() {
                    said.push(Message::RegionFree { criteria: free });
                }
                Message::DrawnInOrder { blocks: said }
            }
            Some(Region::Between(_)) => Message::DrawnBetween {},
            Some(Region::All) | None => Message::DrawnFromAll {},
        }
    }

    /// How often the published set is selected, and who is not always on the same side of the line; without a line, who is first.
    /// How often each is selected, or undecided.
    fn picture(&self, blocks: &mut Vec<Block<'a>>) {
        let found = self.found;
        if !found.cut {
            return;
        }
        let bar = |row: &Row| Bar {
            label: Message::Verbatim { text: self.id(row.submission).to_owned() },
            values: vec![percent(row.selected, found.draws), percent(row.tied, found.draws)],
            note: None,
        };
        let rows: Vec<Bar> = found.rows.iter().take(MOST_ROWS).map(bar).collect();
        blocks.push(Block::Chart(Box::new(Chart::Bars(Bars {
            of: Message::ColumnId {},
            parts: vec![Message::ChartSelected {}, Message::ChartUndecided {}],
            rows,
            most: Exact::whole(100),
            unit: Unit::Percent,
            decimals: 1,
        }))));
    }

    fn answer(&self, blocks: &mut Vec<Block<'a>>) {
        let (found, draws) = (self.found, self.found.draws);
        let in_share = |(submission, count): (usize, u32)| Message::InShare {
            id: self.id(submission).to_owned(),
            share: percent(count, draws),
        };
        if found.rows.is_empty() {
            return blocks.push(Block::Paragraph(Message::SimulationNobody {}));
        }
        if !found.cut {
            let mut first: Vec<(usize, u32)> = found.rows.iter().map(|row| (row.submission, row.first)).collect();
            // Stable: equal ones stay in the order of the ranking.
            first.sort_by_key(|(_, count)| Reverse(*count));
            let parts = first.into_iter().filter(|(_, count)| *count > 0).take(FREQUENT).map(in_share).collect();
            return blocks.push(Block::Paragraph(Message::SimulationFirst { parts }));
        }
        blocks.push(Block::Paragraph(match found.same {
            0 => Message::SimulationNever {},
            same if same == draws => Message::SimulationAlways {},
            same => Message::SimulationSame { same: percent(same, draws) },
        }));
        let mut contested: Vec<&Row> =
            found.rows.iter().filter(|row| row.tied > 0 || (1..draws).contains(&row.selected)).collect();
        // Nearest to one half first: they are the least sure.
        contested.sort_by_key(|row| (2 * u64::from(row.selected)).abs_diff(u64::from(draws)));
        contested.truncate(MOST_CONTESTED);
        contested.sort_by_key(|row| Reverse(row.selected));
        if !contested.is_empty() {
            let parts = contested.into_iter().map(|row| in_share((row.submission, row.selected))).collect();
            blocks.push(Block::Paragraph(Message::SimulationContested { parts }));
        }
    }

    fn submissions(&self, blocks: &mut Vec<Block<'a>>) {
        let found = self.found;
        let shown: Vec<&Row> = found.rows.iter().filter(|row| self.is_shown(row)).collect();
        let any = |of: fn(&Row) -> u32| found.rows.iter().any(|row| of(row) > 0);
        let (tied, unranked) = (any(|row| row.tied), any(|row| row.unranked));
        let row = |row: &&Row| {
            let is_tied = self.ranking.entry(row.submission).is_some_and(|entry| entry.tied);
            let rank = row.published.map_or(Cell::Missing, |rank| Cell::Rank { rank: rank as usize, tied: is_tied });
            let mut cells =
                vec![rank, Cell::Text(self.id(row.submission)), Cell::Text(title(&self.ranking.evaluation, row.submission))];
            if found.cut {
                cells.push(self.percent(row.selected));
            }
            if tied {
                cells.push(self.some(row.tied));
            }
            if unranked {
                cells.push(self.some(row.unranked));
            }
            cells.push(exact(row.expected_rank.map(figure)));
            cells.push(self.frequent(row));
            cells
        };
        let rows: Vec<Vec<Cell<'a>>> = shown.iter().take(MOST_ROWS).map(row).collect();
        let mut columns = vec![
            Column::number("rank", Message::ColumnRank {}),
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
        ];
        if found.cut {
            columns.push(Column::number("selected", Message::ColumnSelectedShare {}));
        }
        if tied {
            columns.push(Column::number("undecided", Message::ColumnOpened {}));
        }
        if unranked {
            columns.push(Column::number("unranked", Message::ColumnUnrankedShare {}));
        }
        columns.push(Column::number("expected_rank", Message::ColumnExpectedRank {}).decimals(1));
        columns.push(Column::text("ranks", Message::ColumnFrequentRanks {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        let left_out = found.rows.len() - shown.len().min(MOST_ROWS);
        if left_out > 0 {
            blocks.push(Block::Paragraph(Message::MoreRows { count: left_out }));
        }
        blocks.push(Block::Paragraph(if found.cut { Message::MeansSimulated {} } else { Message::MeansRanks {} }));
    }

    /// In a large call, who is selected in no draw is for the data forms.
    fn is_shown(&self, row: &Row) -> bool {
        self.found.rows.len() <= MOST_ROWS || !self.found.cut || row.selected > 0 || row.tied > 0
    }

    /// The ranks that a submission has most often.
    fn frequent(&self, row: &Row) -> Cell<'a> {
        let mut ranks: Vec<(usize, u32)> = (1..).zip(self.found.rank_counts(row).iter().copied()).collect();
        ranks.retain(|(_, count)| *count > 0);
        ranks.sort_by_key(|(rank, count)| (Reverse(*count), *rank));
        let draws = self.found.draws;
        let said = ranks.iter().take(FREQUENT);
        let parts: Vec<Message> =
            said.map(|(rank, count)| Message::RankShare { rank: *rank, share: percent(*count, draws) }).collect();
        if parts.is_empty() { Cell::Missing } else { Cell::say(super::super::joined(parts)) }
    }

    fn sets(&self, blocks: &mut Vec<Block<'a>>) {
        let found = self.found;
        if !found.cut || found.distinct < 2 {
            return;
        }
        let of = |status: Status| {
            let own = self.ranking.ranked.iter().filter(move |entry| entry.status == Some(status));
            own.map(|entry| entry.submission as usize).collect::<Vec<usize>>()
        };
        let (now, tied_now) = (of(Status::In), of(Status::TiedAtCut));
        let named = |submissions: Vec<usize>| match submissions.as_slice() {
            [] => Cell::Missing,
            some => {
                let text = reasons::submission_names(&self.ranking.evaluation, some).join(", ");
                Cell::say(Message::Verbatim { text })
            }
        };
        let undecided = !tied_now.is_empty() || found.sets.iter().any(|set| !set.tied.is_empty());
        let row = |set: &SelectedSet| {
            let enters = set.selected.iter().copied().filter(|one| !now.contains(one)).collect();
            let leaves = now.iter().copied().filter(|one| !set.selected.contains(one) && !set.tied.contains(one)).collect();
            let enters = if set.published { Cell::say(Message::SetPublished {}) } else { named(enters) };
            let mut cells = vec![self.percent(set.draws), enters, named(leaves)];
            if undecided {
                cells.push(named(set.tied.clone()));
            }
            cells
        };
        let rows: Vec<Vec<Cell<'a>>> = found.sets.iter().map(row).collect();
        let mut columns = vec![
            Column::number("draws", Message::ColumnDraws {}),
            Column::text("enter", Message::ColumnEnters {}).flexible(),
            Column::text("leave", Message::ColumnLeaves {}).flexible(),
        ];
        if undecided {
            columns.push(Column::text("undecided", Message::ColumnOpened {}));
        }
        blocks.push(Block::Heading(Message::HeadingSets {}));
        blocks.push(Block::Paragraph(Message::MeansSets { distinct: found.distinct }));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    }

    fn central(&self, blocks: &mut Vec<Block<'a>>) {
        let found = self.found;
        let mut first: Vec<&Row> = found.rows.iter().filter(|row| row.central.is_some()).collect();
        if first.is_empty() {
            return;
        }
        first.sort_by_key(|row| Reverse(row.first));
        blocks.push(Block::Heading(Message::HeadingCentral {}));
        let wide = found.criteria.len() > MOST_CRITERIA;
        let mut columns =
            vec![Column::text("id", Message::ColumnId {}).flexible(), Column::number("first", Message::ColumnFirstShare {})];
        let decimals = self.ranking.evaluation.grid.decimals.max(1);
        let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
        if wide {
            blocks.push(Block::Paragraph(Message::CentralWide { criteria: found.criteria.len() }));
        } else {
            let ids = found.criteria.iter().filter_map(|criterion| self.ranking.evaluation.grid.criteria.get(*criterion));
            columns.extend(ids.enumerate().map(|(place, criterion)| {
                let short = criterion.short.as_ref().map(|short| Message::Text { label: short.clone() });
                Column::number(criterion.id.clone(), self.criterion(place)).short(short).decimals(decimals)
            }));
            let mut published = vec![Cell::say(Message::WeightsPublished {}), Cell::Missing];
            published.extend(found.weights.iter().cloned().map(Cell::Exact));
            rows.push(published);
        }
        rows.extend(first.iter().take(MOST_ROWS).map(|row| {
            let mut cells = vec![Cell::Text(self.id(row.submission)), self.percent(row.first)];
            if !wide {
                cells.extend(row.central.iter().flatten().map(|weight| Cell::Exact(figure(*weight))));
            }
            cells
        }));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        if first.len() > MOST_ROWS {
            blocks.push(Block::Paragraph(Message::MoreRows { count: first.len() - MOST_ROWS }));
        }
        blocks.push(Block::Paragraph(Message::MeansCentral {}));
    }

    fn pairs(&self, blocks: &mut Vec<Block<'a>>) {
        let found = self.found;
        let Pairs::All(ahead) = &found.pairs else { return };
        if found.rows.len() > MOST_PAIRED || found.rows.len() < 2 {
            return;
        }
        let mut columns = vec![Column::text("id", Message::ColumnAheadOf {})];
        columns.extend(found.rows.iter().map(|row| {
            let id = self.id(row.submission);
            Column::number(id, Message::Verbatim { text: id.to_owned() })
        }));
        let row = |(at, (row, ahead)): (usize, (&Row, &Vec<u32>))| {
            let mut cells = vec![Cell::Text(self.id(row.submission))];
            let cell = |(other, count): (usize, &u32)| if at == other { Cell::Missing } else { self.percent(*count) };
            cells.extend(ahead.iter().enumerate().map(cell));
            cells
        };
        let rows: Vec<Vec<Cell<'a>>> = found.rows.iter().zip(ahead).enumerate().map(row).collect();
        blocks.push(Block::Heading(Message::HeadingPairs {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        blocks.push(Block::Paragraph(Message::MeansAhead {}));
    }
}
