//! The ranking: the table first, then who is out and why, then what a chair should know.

use std::io;
use std::ops::Range;

use super::super::document::{Block, Cell, Column, Document, Rows, Sheet};
use super::super::reasons;
use super::{around, call_label, exact, item_cell, item_column, joined, place_cell, status_cell, title};
use crate::analyse::notes;
use crate::model::{Combine, Grid, Item, RankBy, TotalRef};
use crate::score::{CutBy, Evaluation, League, Matrix, Ranked, Ranking, Status};
use crate::text::Message;

/// The rows of a ranking alone, for forms that show nothing else: the sentences about a million rows are not made.
pub fn ranking_rows<'a>(ranking: &'a Ranking<'a>) -> Document<'a> {
    // Made here and not by the first thread that writes a row: the others would wait for it while it waits for them.
    Document { blocks: Vec::new(), data: Some(data(ranking, Matrix::new(&ranking.evaluation))) }
}

/// The document of a ranking; of a classification or of profiles, where the grid ranks nothing.
pub fn ranking<'a>(ranking: &'a Ranking<'a>) -> Document<'a> {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    let (submitted, ranked) = (evaluation.submissions.len(), ranking.ranked.len());
    let (excluded, unrated) = (ranking.excluded.len(), ranking.unrated.len());
    let call = call_label(evaluation);
    let mut blocks = if grid.ranks() {
        vec![
            Block::Title(Message::TitleRanking { call }),
            Block::Paragraph(Message::SummaryRanking { submitted, ranked, excluded, unrated }),
        ]
    } else {
        vec![
            Block::Title(Message::TitleProfile { call }),
            Block::Paragraph(Message::SummaryProfile { submitted, rated: ranked, excluded, unrated }),
        ]
    };
    if !grid.ranks() {
        by_level(ranking, &mut blocks);
    }
    for league in &ranking.leagues {
        if let Some(track) = league.track.and_then(|track| grid.tracks.get(track)) {
            blocks.push(Block::Heading(Message::HeadingTrack { track: track.label.clone() }));
        }
        blocks.extend(selected(ranking, league).map(Block::Paragraph));
        if !league.range.is_empty() {
            let shown = Shown::new(ranking, league);
            blocks.push(Block::Table(Sheet { columns: shown.columns(), rows: Box::new(RankedRows { shown }) }));
        }
    }
    around::summaries(ranking, &mut blocks);
    around::gaps(ranking, &mut blocks);
    left_out(ranking, &mut blocks);
    around::left_before(evaluation, &mut blocks);
    around::validity(evaluation, &mut blocks);
    let notes: Vec<Message> = notes(ranking).iter().map(|note| reasons::note(evaluation, note)).collect();
    if !notes.is_empty() {
        blocks.push(Block::Heading(Message::HeadingNotes {}));
        blocks.push(Block::List(notes));
    }
    blocks.push(Block::Paragraph(Message::GridLine { title: grid.title.clone(), version: grid.version.clone() }));
    Document { blocks, data: Some(data(ranking, None)) }
}

/// Which columns a table of ranked submissions has.
struct Shown<'a> {
    ranking: &'a Ranking<'a>,
    league: &'a League,
    /// Groups and criteria at the top of the grid.
    items: Vec<Item>,
    /// Whether something between the lines and the total has to be shown for them to add up.
    adjusted: bool,
}

impl<'a> Shown<'a> {
    fn new(ranking: &'a Ranking<'a>, league: &'a League) -> Self {
        let evaluation = &ranking.evaluation;
        let items = evaluation.grid.children(None);
        let adjusts =
            |entry: &Ranked| evaluation.adjustments(entry.submission as usize).iter().any(|adjustment| adjustment.of.is_none());
        // On the road of integers there is nothing to adjust, and a million rows need not be asked.
        let adjusted = ranking.entries(league).iter().any(adjusts);
        Self { ranking, league, items, adjusted }
    }

    /// Criteria show their marks where there is no total that their points would add up to.
    fn marks(&self) -> bool {
        !self.ranking.evaluation.grid.has_total()
    }

    fn columns(&self) -> Vec<Column> {
        let evaluation = &self.ranking.evaluation;
        let grid = evaluation.grid;
        let mut columns = Vec::new();
        if grid.ranks() {
            columns.push(Column::number("rank", Message::ColumnRank {}));
        }
        columns.push(Column::text("id", Message::ColumnId {}));
        if evaluation.submissions.has_titles() {
            columns.push(Column::text("title", Message::ColumnTitle {}).flexible());
        }
        if !grid.tracks.is_empty() && !grid.rules.tracks_apart {
            columns.push(Column::text("track", Message::ColumnTrack {}));
        }
        columns.extend(self.items.iter().map(|item| item_column(grid, *item, self.marks())));
        if self.adjusted {
            columns.push(Column::number("adjustments", Message::ColumnAdjustments {}).decimals(grid.decimals));
        }
        columns.extend(total_columns(grid));
        if self.league.cut.is_some() {
            columns.push(Column::number("distance", Message::ColumnDistance {}).decimals(grid.decimals));
        }
        if !grid.levels.is_empty() {
            columns.push(Column::text("level", Message::ColumnLevel {}));
        }
        if self.league.cut.is_some() {
            // The sentence above the table names those selected and those undecided.
            columns.push(Column::text("status", Message::ColumnStatus {}).repeats());
        }
        columns
    }

    fn row(&self, entry: &Ranked) -> Vec<Cell<'a>> {
        let evaluation = &self.ranking.evaluation;
        let grid = evaluation.grid;
        let submission = entry.submission as usize;
        let mut row = Vec::new();
        if grid.ranks() {
            row.push(Cell::Rank { rank: entry.rank as usize, tied: entry.tied });
        }
        row.push(Cell::Text(evaluation.submissions.id(submission)));
        if evaluation.submissions.has_titles() {
            row.push(Cell::Text(title(evaluation, submission)));
        }
        if !grid.tracks.is_empty() && !grid.rules.tracks_apart {
            row.push(track_cell(evaluation, submission));
        }
        row.extend(self.items.iter().map(|item| item_cell(evaluation, submission, *item, self.marks())));
        if self.adjusted {
            let beside = evaluation.adjustments(submission).into_iter().filter(|adjustment| adjustment.of.is_none());
            row.push(Cell::Signed(beside.map(|adjustment| adjustment.by).sum()));
        }
        row.extend(total_cells(evaluation, submission));
        if self.league.cut.is_some() {
            row.push(self.ranking.distance(entry).map_or(Cell::Missing, Cell::Signed));
        }
        if let Some(class) = evaluation.class(submission) {
            row.push(Cell::say(reasons::class(grid, class)));
        }
        if self.league.cut.is_some() {
            row.push(status_cell(entry.status));
        }
        row
    }
}

/// The columns of the totals: named ones, then that of the weights, then the sum of ranks; what ranks stands last.
fn total_columns(grid: &Grid) -> Vec<Column> {
    let mut named: Vec<Column> = grid
        .totals
        .iter()
        .map(|total| Column::number(total.id.clone(), Message::Text { label: total.label.clone() }).decimals(grid.decimals))
        .collect();
    let mut columns = Vec::new();
    let last = match grid.rules.rank_by {
        RankBy::Total(TotalRef::Named(index)) if index < named.len() => Some(named.remove(index)),
        _ => None,
    };
    columns.append(&mut named);
    if grid.has_total() {
        columns.push(
            Column::number("total", Message::ColumnTotal {})
                .under(Message::OutOf { weight: grid.total.into() })
                .decimals(grid.decimals),
        );
    }
    columns.extend(last);
    if matches!(grid.rules.combine, Combine::RankSum { .. }) {
        columns.push(Column::number("rank_sum", Message::ColumnRankSum {}).decimals(grid.decimals));
    }
    columns
}

/// The cells of [`total_columns`].
fn total_cells(evaluation: &Evaluation<'_>, submission: usize) -> Vec<Cell<'static>> {
    let grid = evaluation.grid;
    let mut named: Vec<Cell<'static>> = (0..grid.totals.len()).map(|total| exact(evaluation.named(submission, total))).collect();
    let last = match grid.rules.rank_by {
        RankBy::Total(TotalRef::Named(index)) if index < named.len() => Some(named.remove(index)),
        _ => None,
    };
    let mut cells = named;
    if grid.has_total() {
        cells.push(exact(evaluation.total(submission)));
    }
    cells.extend(last);
    if matches!(grid.rules.combine, Combine::RankSum { .. }) {
        cells.push(exact(evaluation.score(submission)));
    }
    cells
}

fn track_cell<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> Cell<'a> {
    match evaluation.track(submission).and_then(|track| evaluation.grid.tracks.get(track)) {
        Some(track) => Cell::say(Message::Text { label: track.label.clone() }),
        None => Cell::Missing,
    }
}

/// Who is at each level, where the grid only classifies.
fn by_level<'a>(ranking: &'a Ranking<'a>, blocks: &mut Vec<Block<'a>>) {
    const MOST: usize = 40;
    let evaluation = &ranking.evaluation;
    if evaluation.grid.levels.is_empty() || ranking.ranked.len() > MOST {
        return;
    }
    let class = |entry: &Ranked| evaluation.class(entry.submission as usize);
    let same = ranking.ranked.chunk_by(|a, b| class(a) == class(b));
    let lines = same.filter_map(|entries| {
        let level = reasons::class(evaluation.grid, class(entries.first()?)?);
        let ids = entries.iter().map(|entry| evaluation.submissions.id(entry.submission as usize).to_owned());
        Some(Message::LevelHas { level: Box::new(level), ids: ids.collect() })
    });
    blocks.push(Block::List(lines.collect()));
}

/// The decision in one sentence, where the call has places.
fn selected(ranking: &Ranking<'_>, league: &League) -> Option<Message> {
    const MOST: usize = 40;
    let cut = league.cut.as_ref()?;
    let entries = ranking.entries(league);
    let selected: Vec<&Ranked> = entries.iter().filter(|entry| entry.status == Some(Status::In)).collect();
    if selected.is_empty() && cut.tied == 0 {
        return Some(Message::SelectedNone {});
    }
    let id = |entry: &&Ranked| ranking.evaluation.submissions.id(entry.submission as usize).to_owned();
    let mut ids: Vec<String> = selected.iter().take(MOST).map(id).collect();
    if selected.len() > MOST {
        ids.push("…".to_owned());
    }
    if cut.tied > 0 {
        let tied = entries.iter().filter(|entry| entry.status == Some(Status::TiedAtCut));
        let mut tied: Vec<String> = tied.map(|entry| id(&entry)).take(MOST).collect();
        if cut.tied > MOST {
            tied.push("…".to_owned());
        }
        return Some(Message::SelectedAndUndecided { places: cut.places, ids, open: cut.open, tied });
    }
    if matches!(cut.by, CutBy::Budget { .. }) {
        return Some(Message::SelectedWithin { ids });
    }
    Some(Message::SelectedAre { places: cut.places, ids })
}

/// The excluded and the unrated, each with its reasons.
fn left_out<'a>(ranking: &'a Ranking<'a>, blocks: &mut Vec<Block<'a>>) {
    let columns = |reason: Column| {
        let mut columns = vec![Column::text("id", Message::ColumnId {})];
        if ranking.evaluation.submissions.has_titles() {
            columns.push(Column::text("title", Message::ColumnTitle {}).flexible());
        }
        columns.push(reason.flexible());
        columns
    };
    if !ranking.excluded.is_empty() {
        blocks.push(Block::Heading(Message::HeadingExcluded {}));
        let mut columns = columns(Column::text("reason", Message::ColumnReason {}));
        columns.push(Column::text("place", Message::ColumnPlace {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(ExcludedRows { ranking }) }));
    }
    if !ranking.unrated.is_empty() {
        blocks.push(Block::Heading(Message::HeadingUnrated {}));
        let columns = columns(Column::text("missing", Message::ColumnLack {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(UnratedRows { ranking }) }));
    }
}

struct RankedRows<'a> {
    shown: Shown<'a>,
}

impl Rows for RankedRows<'_> {
    fn len(&self) -> usize {
        self.shown.league.range.len()
    }

    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        let entries = self.shown.ranking.entries(self.shown.league);
        entries.get(part).unwrap_or_default().iter().try_for_each(|entry| visit(&self.shown.row(entry)))
    }
}

/// One row a reason: a submission that fails two bars has two.
struct ExcludedRows<'a> {
    ranking: &'a Ranking<'a>,
}

impl Rows for ExcludedRows<'_> {
    fn len(&self) -> usize {
        self.ranking.excluded.len()
    }

    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        let evaluation = &self.ranking.evaluation;
        for &submission in self.ranking.excluded.get(part).unwrap_or_default() {
            let submission = submission as usize;
            for (at, (verdict, message)) in reasons::failures(evaluation, submission).into_iter().enumerate() {
                let mut row = Vec::with_capacity(4);
                // The name is said once, the reasons below each other.
                let first = |text| if at == 0 { Cell::Text(text) } else { Cell::Text("") };
                row.push(first(evaluation.submissions.id(submission)));
                if evaluation.submissions.has_titles() {
                    row.push(first(title(evaluation, submission)));
                }
                row.push(Cell::say(message));
                row.push(place_cell(&verdict));
                visit(&row)?;
            }
        }
        Ok(())
    }
}

struct UnratedRows<'a> {
    ranking: &'a Ranking<'a>,
}

impl Rows for UnratedRows<'_> {
    fn len(&self) -> usize {
        self.ranking.unrated.len()
    }

    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        let evaluation = &self.ranking.evaluation;
        for &submission in self.ranking.unrated.get(part).unwrap_or_default() {
            let submission = submission as usize;
            let mut row = vec![Cell::Text(evaluation.submissions.id(submission))];
            if evaluation.submissions.has_titles() {
                row.push(Cell::Text(title(evaluation, submission)));
            }
            row.push(Cell::say(joined(reasons::gaps(evaluation, submission))));
            visit(&row)?;
        }
        Ok(())
    }
}

/// Every submission in one table: ranked, then excluded, then unrated.
fn data<'a>(ranking: &'a Ranking<'a>, matrix: Option<Matrix>) -> Sheet<'a> {
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
    columns.extend((0..grid.criteria.len()).map(|index| item_column(grid, Item::Criterion(index), marks)));
    columns.extend((0..grid.groups.len()).map(|index| item_column(grid, Item::Group(index), marks)));
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
                    visit(&self.row(entry.submission as usize, rank, status_cell(entry.status), distance, Cell::Missing))?;
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
        let excluded = matches!(&status, Cell::Word { code: "excluded", .. });
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
            // Who is excluded is at no level.
            row.push(if excluded { Cell::Missing } else { Cell::say(reasons::class(grid, class)) });
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
                row.clear();
                row.push(Cell::Rank { rank: entry.rank as usize, tied: entry.tied });
                row.push(status_cell(entry.status));
                row.push(Cell::Text(texts.id(at)));
                if titles {
                    row.push(Cell::Text(texts.title(at)));
                }
                let numbers = numbers.get(at * matrix.width()..(at + 1) * matrix.width()).unwrap_or_default();
                row.extend(numbers.iter().take(criteria).map(|&number| exact(matrix.exact(number))));
                let total = numbers.last().and_then(|&number| matrix.exact(number));
                let distance = total.as_ref().and_then(|total| ranking.distance_of(entry, total));
                row.push(exact(total));
                if cut {
                    row.push(distance.map_or(Cell::Missing, Cell::Signed));
                }
                row.push(Cell::Missing);
                visit(&row)?;
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
