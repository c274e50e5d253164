//! What admissible weights can do for each submission: the ranks it can have, whether it can be selected or left out.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::title;
use super::{MOST_ROWS, View, item_name};
use crate::analyse::robustness::{Can, Drawn, Exactly, Possible, Reach, Region};
use crate::model::Item;
use crate::number::Exact;
use crate::text::Message;

impl<'a> View<'a> {
    /// Who is in or out whatever the weights, then a row a submission.
    pub(super) fn possible(&self, exact: &'a Exactly, blocks: &mut Vec<Block<'a>>) {
        if exact.linear.candidates.is_empty() {
            return;
        }
        blocks.push(Block::Heading(Message::HeadingPossible {}));
        let Some(all) = &exact.possible else {
            blocks.push(Block::Paragraph(Message::PossibleSkipped { candidates: exact.linear.candidates.len() }));
            return;
        };
        blocks.push(Block::Paragraph(Message::PossibleHow { region: Box::new(self.region(exact)) }));
        if self.selects(exact) {
            let with = |wanted: &dyn Fn(&Possible) -> bool| {
                all.iter().filter(|one| wanted(one)).map(|one| one.submission).collect::<Vec<usize>>()
            };
            let parts: [(Vec<usize>, Say); 4] = [
                (with(&|one| one.left_out == Can::No && one.selected != Can::No), |ids| Message::CoreAre { ids }),
                (with(&|one| matches!(one.selected, Can::Yes(_)) && matches!(one.left_out, Can::Yes(_))), |ids| {
                    Message::ContestedAre { ids }
                }),
                (with(&|one| one.selected == Can::No && one.left_out != Can::No), |ids| Message::NeverAre { ids }),
                (with(&|one| one.selected == Can::No && one.left_out == Can::No), |ids| Message::TiedAre { ids }),
            ];
            let lines: Vec<Message> =
                parts.into_iter().filter(|(some, _)| !some.is_empty()).map(|(some, say)| say(self.ids(&some))).collect();
            blocks.push(Block::List(lines));
        }
        let bounded = all.iter().any(|one| !one.best.is_exact() || !one.worst.is_exact() || one.selected == Can::Unknown);
        let mut columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::number("rank", Message::ColumnRank {}),
            Column::text("best_rank", Message::ColumnBestRank {}),
            Column::text("worst_rank", Message::ColumnWorstRank {}),
        ];
        let selects = self.selects(exact);
        if selects {
            columns.push(Column::text("selected", Message::ColumnSelection {}));
        }
        // Where the same weightings were drawn, the two stand side by side.
        let drawn = self.study.simulation.as_ref().and_then(|drawn| drawn.as_ref().ok());
        let drawn = drawn.filter(|drawn| selects && drawn.cut && drawn.drawn == Drawn::Weights);
        if drawn.is_some() {
            columns.push(Column::number("selected_in_draws", Message::ColumnInDraws {}));
        }
        columns.extend([
            Column::number("always_above", Message::ColumnAlwaysAbove {}),
            Column::number("always_below", Message::ColumnAlwaysBelow {}),
        ]);
        let mut sorted: Vec<&Possible> = all.iter().collect();
        let rank = |one: &Possible| self.ranking.entry(one.submission).map_or(u32::MAX, |entry| entry.rank);
        sorted.sort_by_key(|one| rank(one));
        let row = |one: &&Possible| {
            let mut row = vec![
                Cell::Text(self.evaluation.submissions.id(one.submission)),
                Cell::Text(title(self.evaluation, one.submission)),
                self.ranking.entry(one.submission).map_or(Cell::Missing, |entry| Cell::Count(entry.rank as usize)),
                reach(&one.best),
                reach(&one.worst),
            ];
            if selects {
                row.push(selection(one));
            }
            if let Some(drawn) = drawn {
                let selected = drawn.row(one.submission).map_or(0, |row| row.selected);
                let share = Exact::ratio(i64::from(selected) * 100, i64::from(drawn.draws)).unwrap_or(Exact::ZERO);
                row.push(Cell::say(Message::SharePercent { share }));
            }
            row.extend([Cell::Count(one.always_above), Cell::Count(one.always_below)]);
            row
        };
        let rows: Vec<Vec<Cell<'a>>> = sorted.iter().take(MOST_ROWS).map(row).collect();
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        super::more(all.len(), blocks);
        if bounded {
            blocks.push(Block::Paragraph(Message::PossibleBounds { nodes: exact.nodes }));
        }
    }

    /// Where other weights than all are admissible: whether the selection holds among them.
    pub(super) fn within(&self, exact: &Exactly, blocks: &mut Vec<Block<'a>>) {
        let Some(all) = exact.possible.as_ref().filter(|_| self.asked.region != Region::All && self.selects(exact)) else {
            return;
        };
        let region = Box::new(self.region(exact));
        if exact.nearest.set.is_err() {
            return;
        }
        let settled = |one: &&Possible| one.left_out == Can::No || one.selected == Can::No;
        let open: Vec<usize> = all.iter().filter(|one| !settled(one)).map(|one| one.submission).collect();
        blocks.push(Block::Paragraph(if open.is_empty() {
            Message::RegionHolds { region }
        } else {
            Message::RegionDepends { region, ids: self.ids(&open) }
        }));
    }

    /// The admissible weightings in words.
    fn region(&self, exact: &Exactly) -> Message {
        let grid = self.evaluation.grid;
        let criteria = &exact.linear.criteria;
        let name = |at: usize| {
            let criterion = criteria.get(at).copied().unwrap_or(usize::MAX);
            item_name(grid, Item::Criterion(criterion))
        };
        match (&self.asked.region, &self.asked.band) {
            (Region::All, _) => Message::RegionAll {},
            (Region::Between(_), Some(band)) => Message::RegionBand { percent: band * &Exact::whole(100) },
            (Region::Between(bounds), None) => {
                let tight = bounds.iter().enumerate().filter(|(_, (low, high))| !low.is_zero() || *high < exact.linear.total);
                let bound = |(at, (low, high)): (usize, &(Exact, Exact))| Message::RegionBound {
                    name: Box::new(name(at)),
                    low: low.clone(),
                    high: high.clone(),
                };
                Message::RegionBetween { bounds: tight.map(bound).collect() }
            }
            (Region::Order(blocks), _) => {
                let block = |block: &Vec<usize>| match block.as_slice() {
                    [one] => name(*one),
                    several => Message::RegionLevel { names: several.iter().map(|at| name(*at)).collect() },
                };
                Message::RegionOrder { order: blocks.iter().map(block).collect() }
            }
        }
    }
}

/// A sentence about some submissions.
type Say = fn(Vec<String>) -> Message;

/// A rank, or between which it is proven to be.
fn reach(reach: &Reach) -> Cell<'static> {
    match reach.found {
        Some(found) if found == reach.proven => Cell::Count(found),
        Some(found) => Cell::say(Message::RankBetween { low: found.min(reach.proven), high: found.max(reach.proven) }),
        None => Cell::Missing,
    }
}

/// Whether it is selected under all admissible weights, some, or none.
pub(super) fn selection(one: &Possible) -> Cell<'static> {
    match (&one.selected, &one.left_out) {
        (Can::No, Can::No) => Cell::Word { code: "tied", say: || Message::AlwaysTied {} },
        (_, Can::No) => Cell::Word { code: "always", say: || Message::Always {} },
        (Can::No, _) => Cell::Word { code: "never", say: || Message::Never {} },
        (Can::Yes(_), Can::Yes(_)) => Cell::Word { code: "depends", say: || Message::Depends {} },
        _ => Cell::Word { code: "unknown", say: || Message::NotKnown {} },
    }
}
