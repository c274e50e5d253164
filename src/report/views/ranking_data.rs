//! Every submission of a ranking in one table, for spreadsheets and programs; written by the million where it must be.

use std::io;
use std::ops::Range;

use super::super::document::{Cell, Column, Rows, Sheet};
use super::super::reasons;
use super::ranking::{total_cells, total_columns, track_cell};
use super::{exact, item_cell, item_column, joined, status_cell};
use crate::model::Item;
use crate::score::{Evaluation, Matrix, Ranked, Ranking};
use crate::text::Message;

/// Every submission in one table: ranked, then excluded, then unrated.
pub(super) fn data<'a>(ranking: &'a Ranking<'a>, matrix: Option<Matrix>) -> Sheet<'a> {
    let grid = ranking.evaluation.grid;
    let mut columns = Vec::new();
    if grid.ranks() {
        columns.push(Column::number("rank", Message::ColumnRank {}));
    }
    columns.push(Column::text("status", Message::ColumnStatus {}));
    columns.push(Column::text("id", Message::ColumnId {}));
    if ranking.evaluation.submissions.has_titles() {
        columns.push(Column::text("title", Message::ColumnTitle {}));
    }
    if !grid.tracks.is_empty() {
        columns.push(Column::text("track", Message::ColumnTrack {}));
    }
    let marks = !grid.has_total();
    columns.extend((0..grid.criteria.len()).map(|index| item_column(grid, Item::Criterion(index), marks, None)));
    columns.extend((0..grid.groups.len()).map(|index| item_column(grid, Item::Group(index), marks, None)));
    columns.extend(total_columns(grid));
    if ranking.has_cut() {
        columns.push(Column::number("distance", Message::ColumnDistance {}));
    }
    if !grid.levels.is_empty() {
        columns.push(Column::text("level", Message::ColumnLevel {}));
    }
    columns.push(Column::text("reason", Message::ColumnReason {}));
    Sheet { columns, rows: Box::new(DataRows { ranking, matrix }) }
}

/// So many rows are gathered at a time: few enough to stay in the processor's nearest cache.
const BLOCK: usize = 512;

/// What a block of ranked rows shows. Neighbours in a ranking are strangers in memory: fetching a block before writing any
/// of it lets the processor wait for many rows at once instead of for each in turn.
struct Gathered {
    numbers: Vec<i64>,
    texts: Texts,
}

/// The ids and titles of a block.
struct Texts {
    all: String,
    /// Where in `all` each id begins, its title begins and ends.
    bounds: Vec<[usize; 3]>,
}

impl Gathered {
    fn new(evaluation: &Evaluation<'_>, matrix: &Matrix, block: &[Ranked]) -> Self {
        let mut numbers = Vec::with_capacity(block.len() * matrix.width());
        for entry in block {
            numbers.extend_from_slice(matrix.row(entry.submission as usize));
        }
        let mut texts = Texts { all: String::new(), bounds: Vec::with_capacity(block.len()) };
        for entry in block {
            let start = texts.all.len();
            texts.all.push_str(evaluation.submissions.id(entry.submission as usize));
            let middle = texts.all.len();
            texts.all.push_str(evaluation.submissions.title(entry.submission as usize));
            texts.bounds.push([start, middle, texts.all.len()]);
        }
        Self { numbers, texts }
    }
}

impl Texts {
    fn id(&self, at: usize) -> &str {
        self.bounds.get(at).and_then(|&[start, middle, _]| self.all.get(start..middle)).unwrap_or_default()
    }

    fn title(&self, at: usize) -> &str {
        self.bounds.get(at).and_then(|&[_, middle, end]| self.all.get(middle..end)).unwrap_or_default()
    }
}

struct DataRows<'a> {
    ranking: &'a Ranking<'a>,
    /// Where all rows are sure to be asked for.
    matrix: Option<Matrix>,
}

impl Rows for DataRows<'_> {
    fn len(&self) -> usize {
        self.ranking.evaluation.submissions.len()
    }

    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        let ranking = self.ranking;
        let (ranked, excluded) = (ranking.ranked.len(), ranking.excluded.len());
        match &self.matrix {
            Some(matrix) if self.is_plain() => self.plain(matrix, within(&ranking.ranked, &part, 0), visit)?,
            _ => {
                for entry in within(&ranking.ranked, &part, 0) {
                    let distance = ranking.distance(entry).map_or(Cell::Missing, Cell::Signed);
                    let rank = Cell::Rank { rank: entry.rank as usize, tied: entry.tied };
                    let status = status_cell(entry.status, ranking.evaluation.grid.ranks());
                    visit(&self.row(entry.submission as usize, rank, status, distance, Cell::Missing))?;
                }
            }
        }
        let left = within(&ranking.excluded, &part, ranked)
            .iter()
            .map(|&at| (at as usize, "excluded", (|| Message::StatusExcluded {}) as fn() -> Message));
        let gaps = within(&ranking.unrated, &part, ranked + excluded);
        let gaps = gaps.iter().map(|&at| (at as usize, "unrated", (|| Message::StatusUnrated {}) as fn() -> Message));
        for (submission, code, say) in left.chain(gaps) {
            let evaluation = &ranking.evaluation;
            let reasons = if code == "excluded" {
                reasons::failures(evaluation, submission).into_iter().map(|(_, message)| message).collect()
            } else {
                reasons::gaps(evaluation, submission)
            };
            let reason = Cell::say(joined(reasons));
            visit(&self.row(submission, Cell::Missing, Cell::Word { code, say }, Cell::Missing, reason))?;
        }
        Ok(())
    }
}

impl<'a> DataRows<'a> {
    /// Whether a row is only marks, a total and a place: then it comes from the matrix.
    fn is_plain(&self) -> bool {
        let grid = self.ranking.evaluation.grid;
        grid.groups.is_empty() && grid.totals.is_empty() && grid.levels.is_empty() && grid.tracks.is_empty() && grid.ranks()
    }

    fn row(&self, submission: usize, rank: Cell<'a>, status: Cell<'a>, distance: Cell<'a>, reason: Cell<'a>) -> Vec<Cell<'a>> {
        let evaluation = &self.ranking.evaluation;
        let grid = evaluation.grid;
        let marks = !grid.has_total();
        let mut row: Vec<Cell<'a>> = Vec::with_capacity(grid.criteria.len() + 8);
        if grid.ranks() {
            row.push(rank);
        }
        // Who is excluded or unrated is at no level.
        let left_out = matches!(&status, Cell::Word { code: "excluded" | "unrated", .. });
        row.push(status);
        row.push(Cell::Text(evaluation.submissions.id(submission)));
        if evaluation.submissions.has_titles() {
            row.push(Cell::Text(evaluation.submissions.title(submission)));
        }
        if !grid.tracks.is_empty() {
            row.push(track_cell(evaluation, submission));
        }
        row.extend((0..grid.criteria.len()).map(|index| item_cell(evaluation, submission, Item::Criterion(index), marks)));
        row.extend((0..grid.groups.len()).map(|index| item_cell(evaluation, submission, Item::Group(index), marks)));
        row.extend(total_cells(evaluation, submission));
        if self.ranking.has_cut() {
            row.push(distance);
        }
        if let Some(class) = evaluation.class(submission) {
            row.push(if left_out { Cell::Missing } else { Cell::say(reasons::class(grid, class)) });
        }
        row.push(reason);
        row
    }

    fn plain(&self, matrix: &Matrix, entries: &[Ranked], visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        let ranking = self.ranking;
        let evaluation = &ranking.evaluation;
        let criteria = evaluation.grid.criteria.len();
        let titles = evaluation.submissions.has_titles();
        let cut = ranking.has_cut();
        for block in entries.chunks(BLOCK) {
            let Gathered { numbers, texts } = Gathered::new(evaluation, matrix, block);
            let mut row: Vec<Cell<'_>> = Vec::with_capacity(criteria + 8);
            for (at, entry) in block.iter().enumerate() {
                row.push(Cell::Rank { rank: entry.rank as usize, tied: entry.tied });
                row.push(status_cell(entry.status, true));
                row.push(Cell::Text(texts.id(at)));
                if titles {
                    row.push(Cell::Text(texts.title(at)));
                }
                let numbers = numbers.get(at * matrix.width()..(at + 1) * matrix.width()).unwrap_or_default();
                for &number in numbers.iter().take(criteria) {
                    row.push(exact(matrix.exact(number)));
                }
                let total = numbers.last().and_then(|&number| matrix.exact(number));
                let distance = total.as_ref().and_then(|total| ranking.distance_of(entry, total));
                row.push(exact(total));
                let light = row.len();
                if cut {
                    row.push(distance.map_or(Cell::Missing, Cell::Signed));
                }
                row.push(Cell::Missing);
                visit(&row)?;
                // A distance may own a large number. What stands before it is borrowed, or two integers out of the matrix:
                // there is nothing to give back, and asking each of some ten million cells is a thirtieth of the whole run.
                row.truncate(light);
                row.drain(..).for_each(std::mem::forget);
            }
        }
        Ok(())
    }
}

/// The elements of `items` that a part takes, when they stand from `offset` on in the whole.
fn within<'i, T>(items: &'i [T], part: &Range<usize>, offset: usize) -> &'i [T] {
    let bound = |at: usize| at.saturating_sub(offset).min(items.len());
    items.get(bound(part.start)..bound(part.end)).unwrap_or_default()
}
