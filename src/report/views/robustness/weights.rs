//! One weight at a time: a picture of the intervals in which the selection stays, and a table of what happens at their ends.

use super::super::super::chart::{Chart, End, Interval as Drawn, Intervals as Picture, Unit};
use super::super::super::document::{Block, Cell, Column, Sheet};
use super::{MOST_ROWS, View, item_name};
use crate::analyse::robustness::{Exactly, Interval, Intervals};
use crate::number::Exact;
use crate::text::Message;

impl<'a> View<'a> {
    /// The intervals of every criterion and group.
    pub(super) fn weights(&self, exact: &Exactly, blocks: &mut Vec<Block<'a>>) {
        blocks.push(Block::Heading(Message::HeadingOneWeight {}));
        let all = &exact.intervals;
        if all.is_empty() {
            blocks.push(Block::Paragraph(Message::OneWeightNone {}));
            return;
        }
        let selects = self.selects(exact);
        let decided = all.iter().all(|one| one.set.is_some());
        blocks.push(Block::Paragraph(Message::OneWeightHow {}));
        if selects && !decided {
            blocks.push(Block::Paragraph(Message::OneWeightTied {}));
        }
        let sets = selects && decided;
        if let Some(chart) = self.picture(exact, sets) {
            blocks.push(Block::Chart(Box::new(chart)));
        }
        let mut columns = vec![
            Column::text("criterion", Message::ColumnCriterion {}).flexible(),
            Column::number("weight", Message::ColumnWeight {}).decimals(2),
        ];
        if sets {
            columns.extend([
                Column::text("selection_stays", Message::ColumnSelectionStays {}),
                Column::text("below", Message::ColumnBelowIt {}),
                Column::text("above", Message::ColumnAboveIt {}),
            ]);
        }
        columns.extend([
            Column::text("first_stays", Message::ColumnFirstStays {}),
            Column::text("order_stays", Message::ColumnOrderStays {}),
        ]);
        let row = |one: &Intervals| {
            let mut row = vec![Cell::say(item_name(self.evaluation.grid, one.item)), Cell::Exact(one.weight.clone())];
            if let Some(set) = one.set.as_ref().filter(|_| sets) {
                let end = |end: &crate::analyse::robustness::End| {
                    let event = end.why.as_ref().map_or(Message::NothingChanges {}, |event| self.event(event));
                    Cell::say(event)
                };
                row.extend([between(set), end(&set.low), end(&set.high)]);
            } else if sets {
                row.extend([Cell::Missing, Cell::Missing, Cell::Missing]);
            }
            row.push(one.winner.as_ref().map_or(Cell::Missing, between));
            row.push(between(&one.order));
            row
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        super::more(all.len(), blocks);
    }

    fn picture(&self, exact: &Exactly, sets: bool) -> Option<Chart> {
        let row = |one: &Intervals| {
            let interval = if sets { one.set.as_ref() } else { one.winner.as_ref() }?;
            let (low, high) = inward(interval);
            let end = |at: Exact, why: bool| if why { End::change(at) } else { End::of_axis(at) };
            Some(Drawn {
                label: item_name(self.evaluation.grid, one.item),
                low: end(low, interval.low.why.is_some()),
                high: end(high, interval.high.why.is_some()),
                mark: one.weight.clone(),
                note: None,
            })
        };
        let rows: Vec<Drawn> = exact.intervals.iter().take(MOST_ROWS).filter_map(row).collect();
        if rows.is_empty() {
            return None;
        }
        Some(Chart::Intervals(Picture {
            of: if sets { Message::ColumnSelectionStays {} } else { Message::ColumnFirstStays {} },
            mark: Message::PublishedWeight {},
            rows,
            low: Exact::ZERO,
            high: exact.linear.total.clone(),
            unit: Unit::Plain,
            decimals: 2,
        }))
    }
}

/// The ends of an interval, rounded inward but never past the published weight.
pub(super) fn inward(interval: &Interval) -> (Exact, Exact) {
    (interval.low.at.rounded_up(2), interval.high.at.rounded_down(2))
}

fn between(interval: &Interval) -> Cell<'static> {
    if interval.low.why.is_none() && interval.high.why.is_none() {
        return Cell::say(Message::AnyWeight {});
    }
    let (low, high) = inward(interval);
    Cell::say(Message::WeightBetween { low, high })
}
