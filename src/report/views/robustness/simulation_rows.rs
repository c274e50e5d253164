//! What draws find as rows for spreadsheets and programs, and why there may be nothing to draw.

use super::super::super::document::{Cell, Column, Sheet};
use super::super::super::figure;
use super::super::exact;
use crate::analyse::robustness::{Row, Simulation, Undrawable, Undrawn};
use crate::model::{Grid, Item};
use crate::number::Exact;
use crate::score::Ranking;
use crate::text::Message;

/// Of more ranks than this, no column each.
const MOST_RANKS: usize = 60;

/// One row a submission, for spreadsheets and programs: shares of the draws from 0 to 1, weights in points of the total.
pub(super) fn simulation_rows<'a>(ranking: &'a Ranking<'a>, found: &'a Simulation) -> Sheet<'a> {
    let grid = ranking.evaluation.grid;
    let ranks = if found.rows.len() <= MOST_RANKS { found.ranks.min(found.rows.len()) } else { 0 };
    let mut columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("title", Message::ColumnTitle {}).flexible(),
        Column::number("rank", Message::ColumnRank {}),
        Column::number("selected", Message::ColumnSelectedShare {}),
        Column::number("undecided", Message::ColumnOpened {}),
        Column::number("unranked", Message::ColumnUnrankedShare {}),
        Column::number("first", Message::ColumnFirstShare {}),
        Column::number("expected_rank", Message::ColumnExpectedRank {}),
    ];
    let central = found.criteria.iter().filter_map(|criterion| grid.criteria.get(*criterion));
    columns.extend(central.map(|criterion| {
        let label = Message::ColumnCentral { criterion: criterion.label.clone() };
        Column::number(format!("central_{}", criterion.id), label)
    }));
    columns.extend((1..=ranks).map(|rank| Column::number(format!("rank_{rank}"), Message::ColumnRankNumber { rank })));
    let row = |row: &Row| {
        let share = |count: u32| Cell::Exact(share(count, found.draws));
        let mut cells = vec![
            Cell::Text(ranking.evaluation.submissions.id(row.submission)),
            Cell::Text(ranking.evaluation.submissions.title(row.submission)),
            row.published.map_or(Cell::Missing, |rank| Cell::Count(rank as usize)),
            if found.cut { share(row.selected) } else { Cell::Missing },
            if found.cut { share(row.tied) } else { Cell::Missing },
            share(row.unranked),
            share(row.first),
            exact(row.expected_rank.map(figure)),
        ];
        let central = |at: usize| row.central.as_ref().and_then(|central| central.get(at).copied());
        cells.extend((0..found.criteria.len()).map(|at| exact(central(at).map(figure))));
        cells.extend(found.rank_counts(row).iter().take(ranks).map(|count| share(*count)));
        cells
    };
    Sheet { columns, rows: Box::new(found.rows.iter().map(row).collect::<Vec<Vec<Cell<'a>>>>()) }
}

/// Why there is nothing to draw, without a capital or a full stop: a sentence goes around it.
pub(super) fn undrawn(grid: &Grid, why: Undrawn) -> Message {
    match why {
        Undrawn::NoRanks => Message::UndrawnNoRanks {},
        Undrawn::NoTotal => Message::UndrawnNoTotal {},
        Undrawn::Tracks => Message::UndrawnTracks {},
        Undrawn::Capped(group) => Message::UndrawnCapped { group: grid.item_label(Item::Group(group)) },
        Undrawn::OneCriterion => Message::UndrawnOneCriterion {},
        Undrawn::Region(Undrawable::Impossible) => Message::UndrawnImpossible {},
        Undrawn::Region(Undrawable::Narrow) => Message::UndrawnNarrow {},
        Undrawn::Region(Undrawable::Fine) => Message::UndrawnFine {},
        Undrawn::Reviewers => Message::UndrawnReviewers {},
    }
}

/// A count of draws as a share, from 0 to 1.
fn share(count: u32, draws: u32) -> Exact {
    Exact::ratio(i64::from(count), i64::from(draws.max(1))).unwrap_or(Exact::ZERO)
}

/// A count of draws in hundredths.
pub(super) fn percent(count: u32, draws: u32) -> Exact {
    &share(count, draws) * &Exact::whole(100)
}
