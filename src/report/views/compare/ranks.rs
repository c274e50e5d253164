//! The ranks side by side, those that change first where there are many; and all of them as rows for a spreadsheet.

use std::collections::BTreeMap;

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::{exact, status_cell};
use super::{MOST_ROWS, View, entries};
use crate::analyse::Move;
use crate::score::{Disposition, Ranked, Ranking, Status};
use crate::text::Message;

/// What a scenario does to one submission.
struct Then<'a> {
    ranking: &'a Ranking<'a>,
    entries: Vec<Option<&'a Ranked>>,
    moves: BTreeMap<usize, Move>,
}

impl<'a> View<'a> {
    fn thens(&self) -> Vec<Then<'a>> {
        let then = |case: &'a super::Case<'a>| Then {
            ranking: &case.then,
            entries: entries(&case.then),
            moves: case.comparison.shift.moves.iter().map(|one| (one.submission, *one)).collect(),
        };
        self.cases.iter().map(then).collect()
    }

    pub(super) fn ranks(&self, blocks: &mut Vec<Block<'a>>) {
        if !self.now.evaluation.grid.ranks() {
            return;
        }
        let (now, thens) = (entries(self.now), self.thens());
        let evaluation = &self.now.evaluation;
        // Everything that any of the rankings ranks, in the order of the grid's own, then in that of the file.
        let mut order: Vec<usize> = self.now.ranked.iter().map(|entry| entry.submission as usize).collect();
        let ranked = |then: &Then<'_>, at: usize| then.entries.get(at).is_some_and(Option::is_some);
        let is_new = |at: &usize| now.get(*at).is_some_and(Option::is_none) && thens.iter().any(|then| ranked(then, *at));
        order.extend((0..evaluation.submissions.len()).filter(is_new));
        let rows = order.len();
        if rows > MOST_ROWS {
            let reach = |at: &usize| {
                let own = thens.iter().map(|then| {
                    let moved = then.moves.get(at).map_or(0, |one| one.from.abs_diff(one.to));
                    (standing(&now, *at) != standing(&then.entries, *at), moved)
                });
                own.max().unwrap_or_default()
            };
            // Stable: those that move as much stay in the order of their ranks.
            order.sort_by_key(|at| std::cmp::Reverse(reach(at)));
            order.truncate(MOST_ROWS);
        }
        blocks.push(Block::Heading(Message::HeadingRanksBeside {}));
        let titles = evaluation.submissions.has_titles();
        let headings = self.headings();
        for beside in self.beside() {
            let mut columns = vec![Column::text("id", Message::ColumnId {})];
            if titles {
                columns.push(Column::text("title", Message::ColumnTitle {}).flexible().repeats());
            }
            let own = if self.of_grids { Message::ColumnDiffOld {} } else { Message::ColumnGridNow {} };
            columns.push(Column::text("grid", own));
            columns.extend(beside.iter().map(|(at, case)| {
                let heading = headings.get(*at).cloned().unwrap_or(Message::ColumnScenario {});
                Column::text(case.scenario.id.clone(), heading)
            }));
            let row = |at: &usize| {
                let mut row = vec![Cell::Text(evaluation.submissions.id(*at))];
                if titles {
                    row.push(Cell::Text(evaluation.submissions.title(*at)));
                }
                row.push(place(self.now, &now, *at, None));
                row.extend(beside.iter().filter_map(|(case, _)| {
                    let then = thens.get(*case)?;
                    Some(place(then.ranking, &then.entries, *at, then.moves.get(at)))
                }));
                row
            };
            let table: Vec<Vec<Cell<'a>>> = order.iter().map(row).collect();
            blocks.push(Block::Table(Sheet { columns, rows: Box::new(table) }));
        }
        if rows > MOST_ROWS {
            blocks.push(Block::Paragraph(Message::MoreRanks { count: rows - MOST_ROWS }));
        }
        blocks.push(Block::Paragraph(Message::MeansRanksBeside {}));
    }

    /// A row a scenario and submission.
    pub(super) fn data(&self) -> Sheet<'a> {
        let on_grid = |what: Message| Message::ColumnOnGrid { what: Box::new(what) };
        let on_scenario = |what: Message| Message::ColumnOnScenario { what: Box::new(what) };
        let columns = vec![
            Column::text("scenario", Message::ColumnScenario {}),
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}),
            Column::number("rank_before", on_grid(Message::ColumnRank {})),
            Column::text("status_before", on_grid(Message::ColumnStatus {})),
            Column::number("score_before", on_grid(Message::TotalLine {})),
            Column::number("rank", on_scenario(Message::ColumnRank {})),
            Column::text("status", on_scenario(Message::ColumnStatus {})),
            Column::number("score", on_scenario(Message::TotalLine {})),
            Column::number("from", Message::ColumnFromCommon {}),
            Column::number("to", Message::ColumnToCommon {}),
        ];
        let now = entries(self.now);
        let submissions = self.now.evaluation.submissions;
        let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
        for (case, then) in self.cases.iter().zip(self.thens()) {
            for at in 0..submissions.len() {
                let mut row =
                    vec![Cell::Text(&case.scenario.id), Cell::Text(submissions.id(at)), Cell::Text(submissions.title(at))];
                row.extend(side(self.now, &now, at));
                row.extend(side(then.ranking, &then.entries, at));
                let moved = then.moves.get(&at);
                row.extend([moved.map(|one| one.from), moved.map(|one| one.to)].map(|rank| match rank {
                    Some(rank) => Cell::Count(rank as usize),
                    None => Cell::Missing,
                }));
                rows.push(row);
            }
        }
        Sheet { columns, rows: Box::new(rows) }
    }
}

fn entry<'e>(entries: &[Option<&'e Ranked>], at: usize) -> Option<&'e Ranked> {
    entries.get(at).copied().flatten()
}

/// Whether it is ranked, and where it stands to the cut-line.
fn standing(entries: &[Option<&Ranked>], at: usize) -> (bool, Option<Status>) {
    let entry = entry(entries, at);
    (entry.is_some(), entry.and_then(|entry| entry.status))
}

/// The rank, the status and the score of a submission.
fn side(ranking: &Ranking<'_>, entries: &[Option<&Ranked>], at: usize) -> [Cell<'static>; 3] {
    match entry(entries, at) {
        Some(entry) if ranking.evaluation.grid.ranks() => [
            Cell::Rank { rank: entry.rank as usize, tied: entry.tied },
            status_cell(entry.status, true),
            exact(ranking.evaluation.score(at)),
        ],
        Some(entry) => [Cell::Missing, status_cell(entry.status, false), Cell::Missing],
        None => [Cell::Missing, unranked(ranking, at), Cell::Missing],
    }
}

fn unranked(ranking: &Ranking<'_>, at: usize) -> Cell<'static> {
    match ranking.disposition(at) {
        Disposition::Excluded => Cell::Word { code: "excluded", say: || Message::StatusExcluded {} },
        Disposition::Unrated => Cell::Word { code: "unrated", say: || Message::StatusUnrated {} },
        Disposition::Ranked => Cell::Missing,
    }
}

/// The rank of a submission, by how many it moved, and whether it is selected.
fn place(ranking: &Ranking<'_>, entries: &[Option<&Ranked>], at: usize, moved: Option<&Move>) -> Cell<'static> {
    let Some(entry) = entry(entries, at) else { return unranked(ranking, at) };
    let moved = moved.map(|one| {
        let by = one.from.abs_diff(one.to) as usize;
        Box::new(if one.to < one.from { Message::MovedUp { by } } else { Message::MovedDown { by } })
    });
    let mark = match entry.status {
        Some(Status::In) => Some(Box::new(Message::MarkIn {})),
        Some(Status::TiedAtCut) => Some(Box::new(Message::MarkAtCut {})),
        Some(Status::Out) | None => None,
    };
    let tied = entry.tied.then(|| Box::new(Message::MarkTied {}));
    Cell::say(Message::RankHere { rank: entry.rank as usize, tied, moved, mark })
}
