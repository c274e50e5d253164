//! The rows that spreadsheets and programs get: a submission each, or a criterion or group each.

use super::super::super::document::{Cell, Column, Sheet};
use super::View;
use crate::analyse::robustness::{Intervals, Possible};
use crate::model::Item;
use crate::text::Message;

impl<'a> View<'a> {
    pub(super) fn data(&self) -> Sheet<'a> {
        match &self.study.simulation {
            _ if self.asked.by_criterion => self.by_criterion(),
            Some(Ok(found)) if self.asked.drawn => super::simulation_rows::simulation_rows(self.ranking, found),
            _ => self.by_submission(),
        }
    }

    fn by_criterion(&self) -> Sheet<'a> {
        let ends = |name: &str| {
            [("low", Message::ColumnBelowIt {}), ("high", Message::ColumnAboveIt {})]
                .map(|(end, label)| Column::number(format!("{name}_{end}"), label))
        };
        let mut columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("criterion", Message::ColumnCriterion {}),
            Column::number("weight", Message::ColumnWeight {}),
        ];
        for name in ["selection", "first", "order"] {
            columns.extend(ends(name));
        }
        columns.extend([
            Column::text("selection_below", Message::ColumnBelowIt {}),
            Column::text("selection_above", Message::ColumnAboveIt {}),
        ]);
        let grid = self.evaluation.grid;
        let row = |one: &Intervals| {
            let id = match one.item {
                Item::Criterion(index) => grid.criteria.get(index).map(|criterion| criterion.id.as_str()),
                Item::Group(index) => grid.groups.get(index).map(|group| group.id.as_str()),
            };
            let mut row = vec![
                Cell::Text(id.unwrap_or_default()),
                Cell::say(Message::Text { label: grid.item_label(one.item) }),
                Cell::Exact(one.weight.clone()),
            ];
            for interval in [one.set.as_ref(), one.winner.as_ref(), Some(&one.order)] {
                // Rounded inward, to what is written: a weight that is read back lies in the interval.
                row.push(interval.map_or(Cell::Missing, |interval| Cell::Exact(interval.low.at.rounded_up(6))));
                row.push(interval.map_or(Cell::Missing, |interval| Cell::Exact(interval.high.at.rounded_down(6))));
            }
            for end in [one.set.as_ref().map(|set| &set.low), one.set.as_ref().map(|set| &set.high)] {
                let event = end.and_then(|end| end.why.as_ref());
                row.push(event.map_or(Cell::Missing, |event| Cell::say(self.event(event))));
            }
            row
        };
        let intervals = self.study.exact.as_ref().map(|exact| exact.intervals.as_slice()).unwrap_or_default();
        let rows: Vec<Vec<Cell<'a>>> = intervals.iter().map(row).collect();
        Sheet { columns, rows: Box::new(rows) }
    }

    fn by_submission(&self) -> Sheet<'a> {
        let columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}),
            Column::number("rank", Message::ColumnRank {}),
            Column::text("status", Message::ColumnStatus {}),
            Column::number("best_rank", Message::ColumnBestRank {}),
            Column::number("best_rank_proven", Message::ColumnBestRank {}),
            Column::number("worst_rank", Message::ColumnWorstRank {}),
            Column::number("worst_rank_proven", Message::ColumnWorstRank {}),
            Column::text("selected", Message::ColumnSelection {}),
            Column::number("always_above", Message::ColumnAlwaysAbove {}),
            Column::number("always_below", Message::ColumnAlwaysBelow {}),
        ];
        let possible = self.study.exact.as_ref().ok().and_then(|exact| exact.possible.as_deref()).unwrap_or_default();
        let mut found: Vec<Option<&Possible>> = vec![None; self.evaluation.submissions.len()];
        for one in possible {
            if let Some(slot) = found.get_mut(one.submission) {
                *slot = Some(one);
            }
        }
        let ranked = self.ranking.ranked.iter().map(|entry| (entry.submission as usize, Some(*entry)));
        // Those that other weights would let in.
        let excluded = self.ranking.excluded.iter().map(|one| (*one as usize, None));
        let excluded = excluded.filter(|(one, _)| found.get(*one).is_some_and(Option::is_some));
        let rows = ranked.chain(excluded).map(|(submission, entry)| {
            let status = match entry {
                Some(entry) => super::super::status_cell(entry.status, true),
                None => Cell::Word { code: "excluded", say: || Message::StatusExcluded {} },
            };
            let mut row = vec![
                Cell::Text(self.evaluation.submissions.id(submission)),
                Cell::Text(self.evaluation.submissions.title(submission)),
                entry.map_or(Cell::Missing, |entry| Cell::Count(entry.rank as usize)),
                status,
            ];
            match found.get(submission).copied().flatten() {
                Some(one) => {
                    let count = |count: Option<usize>| count.map_or(Cell::Missing, Cell::Count);
                    row.extend([count(one.best.found), Cell::Count(one.best.proven)]);
                    row.extend([count(one.worst.found), Cell::Count(one.worst.proven)]);
                    row.push(super::possible::selection(one));
                    row.extend([Cell::Count(one.always_above), Cell::Count(one.always_below)]);
                }
                None => row.extend((0..7).map(|_| Cell::Missing)),
            }
            row
        });
        let rows: Vec<Vec<Cell<'a>>> = rows.collect();
        Sheet { columns, rows: Box::new(rows) }
    }
}
