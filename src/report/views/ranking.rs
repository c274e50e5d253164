//! The ranking: the table first, then who is out and why, then what a chair should know.

use std::io;
use std::ops::Range;

use super::super::document::{Block, Cell, Column, Document, Rows, Sheet};
use super::super::reasons;
use super::{call_label, criterion_columns, exact, joined, place_cell, status_cell, title};
use crate::analyse::notes;
use crate::score::{Evaluation, Matrix, Ranked, Ranking, Status};
use crate::text::Message;

/// The rows of a ranking alone, for forms that show nothing else: the sentences about a million rows are not made.
pub fn ranking_rows<'a>(ranking: &'a Ranking<'a>) -> Document<'a> {
    // Made here and not by the first thread that writes a row: the others would wait for it while it waits for them.
    Document { blocks: Vec::new(), data: Some(data(ranking, Matrix::new(&ranking.evaluation))) }
}

/// The document of a ranking.
pub fn ranking<'a>(ranking: &'a Ranking<'a>) -> Document<'a> {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    let mut blocks = vec![
        Block::Title(Message::TitleRanking { call: call_label(evaluation) }),
        Block::Paragraph(Message::SummaryRanking {
            submitted: evaluation.submissions.len(),
            ranked: ranking.ranked.len(),
            excluded: ranking.excluded.len(),
            unrated: ranking.unrated.len(),
        }),
    ];
    blocks.extend(selected(ranking).map(Block::Paragraph));
    let mut columns = vec![Column::number("rank", Message::ColumnRank {}), Column::text("id", Message::ColumnId {})];
    if evaluation.submissions.has_titles() {
        columns.push(Column::text("title", Message::ColumnTitle {}).flexible());
    }
    columns.extend(criterion_columns(grid));
    columns.push(total_column(ranking));
    if ranking.cut.is_some() {
        columns.push(Column::number("distance", Message::ColumnDistance {}).decimals(grid.decimals));
        // The sentence above the table names those selected and those undecided.
        columns.push(Column::text("status", Message::ColumnStatus {}).repeats());
    }
    if !ranking.ranked.is_empty() {
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(RankedRows { ranking }) }));
    }
    left_out(ranking, &mut blocks);
    let notes: Vec<Message> = notes(ranking).iter().map(|note| reasons::note(evaluation, note)).collect();
    if !notes.is_empty() {
        blocks.push(Block::Heading(Message::HeadingNotes {}));
        blocks.push(Block::List(notes));
    }
    blocks.push(Block::Paragraph(Message::GridLine { title: grid.title.clone(), version: grid.version.clone() }));
    Document { blocks, data: Some(data(ranking, None)) }
}

fn total_column(ranking: &Ranking<'_>) -> Column {
    let grid = ranking.evaluation.grid;
    Column::number("total", Message::ColumnTotal {}).under(Message::OutOf { weight: grid.total.into() }).decimals(grid.decimals)
}

/// The decision in one sentence, where the call has places.
fn selected(ranking: &Ranking<'_>) -> Option<Message> {
    const MOST: usize = 40;
    let cut = ranking.cut.as_ref()?;
    let selected: Vec<&Ranked> = ranking.ranked.iter().filter(|entry| entry.status == Some(Status::In)).collect();
    if selected.is_empty() && cut.tied == 0 {
        return Some(Message::SelectedNone {});
    }
    let id = |entry: &&Ranked| ranking.evaluation.submissions.id(entry.submission as usize).to_owned();
    let mut ids: Vec<String> = selected.iter().take(MOST).map(id).collect();
    if selected.len() > MOST {
        ids.push("…".to_owned());
    }
    if cut.tied > 0 {
        let tied = ranking.ranked.iter().filter(|entry| entry.status == Some(Status::TiedAtCut));
        let mut tied: Vec<String> = tied.map(|entry| id(&entry)).take(MOST).collect();
        if cut.tied > MOST {
            tied.push("…".to_owned());
        }
        return Some(Message::SelectedAndUndecided { places: cut.places, ids, open: cut.open, tied });
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
    ranking: &'a Ranking<'a>,
}

impl Rows for RankedRows<'_> {
    fn len(&self) -> usize {
        self.ranking.ranked.len()
    }

    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        let evaluation = &self.ranking.evaluation;
        let mut row = Vec::new();
        for entry in self.ranking.ranked.get(part).unwrap_or_default() {
            let submission = entry.submission as usize;
            row.clear();
            row.push(Cell::Rank { rank: entry.rank as usize, tied: entry.tied });
            row.push(Cell::Text(evaluation.submissions.id(submission)));
            if evaluation.submissions.has_titles() {
                row.push(Cell::Text(title(evaluation, submission)));
            }
            for criterion in 0..evaluation.grid.criteria.len() {
                row.push(exact(evaluation.points(submission, criterion)));
            }
            row.push(exact(evaluation.total(submission)));
            if self.ranking.cut.is_some() {
                row.push(self.ranking.distance(entry).map_or(Cell::Missing, Cell::Signed));
                row.push(status_cell(entry.status));
            }
            visit(&row)?;
        }
        Ok(())
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
    let mut columns = vec![
        Column::number("rank", Message::ColumnRank {}),
        Column::text("status", Message::ColumnStatus {}),
        Column::text("id", Message::ColumnId {}),
    ];
    if ranking.evaluation.submissions.has_titles() {
        columns.push(Column::text("title", Message::ColumnTitle {}));
    }
    columns.extend(criterion_columns(grid));
    columns.push(total_column(ranking));
    if ranking.cut.is_some() {
        columns.push(Column::number("distance", Message::ColumnDistance {}));
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
    fn new(evaluation: &Evaluation<'_>, matrix: Option<&Matrix>, block: &[Ranked]) -> Self {
        let mut numbers = Vec::new();
        if let Some(matrix) = matrix {
            numbers.reserve(block.len() * matrix.width());
            for entry in block {
                numbers.extend_from_slice(matrix.row(entry.submission as usize));
            }
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
        let evaluation = &ranking.evaluation;
        let criteria = evaluation.grid.criteria.len();
        let titles = evaluation.submissions.has_titles();
        let (ranked, excluded) = (ranking.ranked.len(), ranking.excluded.len());
        let matrix = self.matrix.as_ref();
        for block in within(&ranking.ranked, &part, 0).chunks(BLOCK) {
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
                let submission = entry.submission as usize;
                let total = match matrix {
                    Some(matrix) => {
                        let numbers = numbers.get(at * matrix.width()..(at + 1) * matrix.width()).unwrap_or_default();
                        row.extend(numbers.iter().take(criteria).map(|&number| exact(matrix.exact(number))));
                        numbers.last().and_then(|&number| matrix.exact(number))
                    }
                    None => {
                        row.extend((0..criteria).map(|criterion| exact(evaluation.points(submission, criterion))));
                        evaluation.total(submission)
                    }
                };
                let distance = total.as_ref().and_then(|total| ranking.distance_of(entry, total));
                row.push(exact(total));
                if ranking.cut.is_some() {
                    row.push(distance.map_or(Cell::Missing, Cell::Signed));
                }
                row.push(Cell::Missing);
                visit(&row)?;
            }
        }
        let left = within(&ranking.excluded, &part, ranked)
            .iter()
            .map(|&at| (at as usize, "excluded", (|| Message::StatusExcluded {}) as fn() -> Message));
        let gaps = within(&ranking.unrated, &part, ranked + excluded);
        let gaps = gaps.iter().map(|&at| (at as usize, "unrated", (|| Message::StatusUnrated {}) as fn() -> Message));
        let mut row: Vec<Cell<'_>> = Vec::with_capacity(criteria + 8);
        for (submission, code, say) in left.chain(gaps) {
            let reasons = if code == "excluded" {
                reasons::failures(evaluation, submission).into_iter().map(|(_, message)| message).collect()
            } else {
                reasons::gaps(evaluation, submission)
            };
            row.clear();
            row.push(Cell::Missing);
            row.push(Cell::Word { code, say });
            row.push(Cell::Text(evaluation.submissions.id(submission)));
            if titles {
                row.push(Cell::Text(evaluation.submissions.title(submission)));
            }
            row.extend((0..criteria).map(|criterion| exact(evaluation.points(submission, criterion))));
            row.push(exact(evaluation.total(submission)));
            if ranking.cut.is_some() {
                row.push(Cell::Missing);
            }
            row.push(Cell::say(joined(reasons)));
            visit(&row)?;
        }
        Ok(())
    }
}

/// The elements of `items` that a part takes, when they stand from `offset` on in the whole.
fn within<'i, T>(items: &'i [T], part: &Range<usize>, offset: usize) -> &'i [T] {
    let bound = |at: usize| at.saturating_sub(offset).min(items.len());
    items.get(bound(part.start)..bound(part.end)).unwrap_or_default()
}
