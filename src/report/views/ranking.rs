//! The ranking: the table first, then who is out and why, then what a chair should know.

use std::io;
use std::ops::Range;

use super::super::document::{Block, Cell, Column, Document, Rows, Sheet};
use super::super::reasons;
use super::ranking_data::data;
use super::{around, call_label, exact, item_cell, item_column, joined, place_cell, status_cell, title};
use crate::analyse::notes;
use crate::model::{Combine, Grid, Item, RankBy, TotalRef};
use crate::score::{Class, CutBy, Evaluation, League, Matrix, Ranked, Ranking, Status};
use crate::text::Message;

/// The rows of a ranking alone, for forms that show nothing else: the sentences about a million rows are not made.
pub fn ranking_rows<'a>(ranking: &'a Ranking<'a>) -> Document<'a> {
    // Made here and not by the first thread that writes a row: the others would wait for it while it waits for them.
    Document { blocks: Vec::new(), data: Some(data(ranking, Matrix::new(&ranking.evaluation))) }
}

/// The document of a ranking; of a classification or of profiles, where the grid ranks nothing.
/// With `details`, who gave which marks too.
pub fn ranking<'a>(ranking: &'a Ranking<'a>, details: bool) -> Document<'a> {
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
        vec![Block::Title(Message::TitleProfile { call }), Block::Paragraph(profile_summary(ranking))]
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
    if details {
        around::marks(ranking, &mut blocks);
    }
    around::validity(evaluation, &mut blocks);
    let notes: Vec<Message> = notes(ranking).iter().map(|note| reasons::note(evaluation, note)).collect();
    if !notes.is_empty() {
        blocks.push(Block::Heading(Message::HeadingNotes {}));
        blocks.push(Block::List(notes));
    }
    blocks.push(Block::Paragraph(Message::GridLine { title: grid.title.clone(), version: grid.version.clone() }));
    Document { blocks, data: Some(data(ranking, None)) }
}

/// How many have a result, where nothing is ranked; who cannot be rated is counted apart.
fn profile_summary(ranking: &Ranking<'_>) -> Message {
    let evaluation = &ranking.evaluation;
    let outside = |entry: &&Ranked| match evaluation.class(entry.submission as usize) {
        Some(Class::Level(index)) => evaluation.grid.levels.get(index).is_some_and(|level| !level.rateable),
        _ => false,
    };
    let not_rateable = ranking.ranked.iter().filter(outside).count();
    let (submitted, rated) = (evaluation.submissions.len(), ranking.ranked.len() - not_rateable);
    let (excluded, unrated) = (ranking.excluded.len(), ranking.unrated.len());
    if not_rateable > 0 {
        return Message::SummaryRateable { submitted, rated, not_rateable, excluded, unrated };
    }
    Message::SummaryProfile { submitted, rated, excluded, unrated }
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
        let adjusted = evaluation.grid.has_total() && ranking.entries(league).iter().any(adjusts);
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
        let track = self.league.track.and_then(|track| grid.tracks.get(track));
        columns.extend(self.items.iter().map(|item| item_column(grid, *item, self.marks(), track)));
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
            row.push(status_cell(entry.status, true));
        }
        row
    }
}

/// The columns of the totals: named ones, then that of the weights, then the sum of ranks; what ranks stands last.
pub(super) fn total_columns(grid: &Grid) -> Vec<Column> {
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
pub(super) fn total_cells(evaluation: &Evaluation<'_>, submission: usize) -> Vec<Cell<'static>> {
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

pub(super) fn track_cell<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> Cell<'a> {
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
pub(super) fn selected(ranking: &Ranking<'_>, league: &League) -> Option<Message> {
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
        if let CutBy::Budget { left } = &cut.by {
            return Some(Message::SelectedAndUnpaid { ids, tied, left: left.clone() });
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
