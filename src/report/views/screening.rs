//! The exclusion report: the count by reason, then what is not passed, then every submission against every gate and
//! threshold, with what was found and where.

use std::io;
use std::ops::Range;

use super::super::document::{Block, Cell, Column, Document, Rows, Sheet};
use super::super::reasons;
use super::{around, call_label, joined, place_cell, title};
use crate::score::{Bar, Disposition, Evaluation, Outcome, Ranking};
use crate::text::Message;

/// How the rows of the report follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// One submission after the other.
    Submission,
    /// One rule after the other.
    Rule,
}

/// The document of an exclusion report.
pub fn screening<'a>(ranking: &'a Ranking<'a>, order: Order) -> Document<'a> {
    let evaluation = &ranking.evaluation;
    let (submitted, excluded, unrated) = (evaluation.submissions.len(), ranking.excluded.len(), ranking.unrated.len());
    let eligible = ranking.ranked.len();
    let mut blocks = vec![
        Block::Title(Message::TitleScreening { call: call_label(evaluation) }),
        Block::Paragraph(Message::SummaryEligible { submitted, eligible, excluded, unrated }),
    ];
    if (1..=40).contains(&eligible) {
        let mut ids: Vec<u32> = ranking.ranked.iter().map(|entry| entry.submission).collect();
        ids.sort_unstable();
        let ids = ids.into_iter().map(|at| evaluation.submissions.id(at as usize).to_owned()).collect();
        blocks.push(Block::Paragraph(Message::EligibleAre { ids }));
    }
    blocks.push(Block::Heading(Message::HeadingReasons {}));
    blocks.push(Block::Table(counts(evaluation)));
    let bars = evaluation.bars();
    let all = Detail { evaluation, order, bars: bars.clone(), only: None, data: false };
    let not_passed: Vec<usize> = (0..all.len())
        .filter(|&at| {
            all.line(at).is_some_and(|(submission, bar)| {
                !matches!(evaluation.outcome(submission, bar), Outcome::Passed | Outcome::NotReached)
            })
        })
        .collect();
    if !not_passed.is_empty() {
        blocks.push(Block::Heading(Message::HeadingNotPassed {}));
        let rows = Detail { evaluation, order, bars, only: Some(not_passed), data: false };
        blocks.push(Block::Table(Sheet { columns: columns(evaluation, false), rows: Box::new(rows) }));
    }
    let gaps: Vec<Vec<Cell<'a>>> = ranking
        .unrated
        .iter()
        .map(|&at| {
            let at = at as usize;
            vec![Cell::Text(evaluation.submissions.id(at)), Cell::say(joined(reasons::gaps(evaluation, at)))]
        })
        .collect();
    if !gaps.is_empty() {
        blocks.push(Block::Heading(Message::HeadingUnrated {}));
        let columns = vec![Column::text("id", Message::ColumnId {}), Column::text("missing", Message::ColumnLack {}).flexible()];
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(gaps) }));
    }
    if !all.is_empty() {
        blocks.push(Block::Heading(Message::HeadingDetail {}));
        blocks.push(Block::Table(Sheet { columns: columns(evaluation, false), rows: Box::new(all) }));
    }
    around::left_before(evaluation, &mut blocks);
    around::validity(evaluation, &mut blocks);
    let grid = evaluation.grid;
    blocks.push(Block::Paragraph(Message::GridLine { title: grid.title.clone(), version: grid.version.clone() }));
    let data = Sheet {
        columns: columns(evaluation, true),
        rows: Box::new(Detail { evaluation, order, bars: evaluation.bars(), only: None, data: true }),
    };
    Document { blocks, data: Some(data) }
}

/// How many each bar excludes.
fn counts<'a>(evaluation: &'a Evaluation<'a>) -> Sheet<'a> {
    let staged = evaluation.grid.stages.len() > 1;
    let rows: Vec<Vec<Cell<'_>>> = evaluation
        .bars()
        .into_iter()
        .map(|bar| {
            let mut counts = [0usize; 4];
            for submission in 0..evaluation.submissions.len() {
                counts[match evaluation.outcome(submission, bar) {
                    Outcome::Failed => 0,
                    Outcome::Undecided => 1,
                    Outcome::Passed => 2,
                    Outcome::NotReached => 3,
                }] += 1;
            }
            let [failed, undecided, passed, not_reached] = counts.map(Cell::Count);
            let mut row = vec![Cell::say(reasons::bar_message(evaluation.grid, evaluation.call, bar)), failed, undecided, passed];
            if staged {
                let stage = evaluation.grid.stages.get(evaluation.stage_of(bar)).map(|stage| stage.label.clone());
                row.insert(0, Cell::say(Message::Text { label: stage.unwrap_or_default() }));
                row.push(not_reached);
            }
            row
        })
        .collect();
    let mut columns = vec![
        Column::text("rule", Message::ColumnRule {}).flexible(),
        Column::number("failed", Message::ColumnFailed {}),
        Column::number("undecided", Message::ColumnUndecided {}),
        Column::number("passed", Message::ColumnPassed {}),
    ];
    if staged {
        columns.insert(0, Column::text("stage", Message::ColumnStage {}));
        columns.push(Column::number("not_reached", Message::ColumnNotReached {}));
    }
    Sheet { columns, rows: Box::new(rows) }
}

fn columns(evaluation: &Evaluation<'_>, data: bool) -> Vec<Column> {
    let mut columns = vec![Column::text("id", Message::ColumnId {})];
    if evaluation.submissions.has_titles() && data {
        columns.push(Column::text("title", Message::ColumnTitle {}));
    }
    if data {
        columns.push(Column::text("standing", Message::ColumnStatus {}));
        columns.push(Column::text("rule_id", Message::ColumnRule {}));
    }
    columns.push(Column::text("rule", Message::ColumnRequired {}).flexible());
    columns.push(Column::text("outcome", Message::ColumnOutcome {}));
    columns.push(Column::text("found", Message::ColumnFound {}).flexible());
    if data {
        columns.push(Column::number("margin", Message::ColumnMargin {}));
        columns.push(Column::text("file", Message::ColumnFile {}));
        columns.push(Column::number("line", Message::ColumnLine {}));
        columns.push(Column::number("column", Message::ColumnColumn {}));
    } else {
        columns.push(Column::text("place", Message::ColumnPlace {}));
    }
    columns
}

/// Lines of the report: one a submission and a bar.
struct Detail<'a> {
    evaluation: &'a Evaluation<'a>,
    order: Order,
    bars: Vec<Bar>,
    /// Which lines of the whole, where not all.
    only: Option<Vec<usize>>,
    data: bool,
}

impl Rows for Detail<'_> {
    fn len(&self) -> usize {
        self.only.as_ref().map_or(self.evaluation.submissions.len() * self.bars.len(), Vec::len)
    }

    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        for at in part {
            let at = self.only.as_ref().map_or(Some(at), |only| only.get(at).copied());
            if let Some((submission, bar)) = at.and_then(|at| self.line(at)) {
                self.row(submission, bar, visit)?;
            }
        }
        Ok(())
    }
}

impl Detail<'_> {
    /// The submission and the bar of a line of the whole, in the order of the report.
    fn line(&self, at: usize) -> Option<(usize, Bar)> {
        let (bars, submissions) = (self.bars.len().max(1), self.evaluation.submissions.len().max(1));
        let (submission, bar) = match self.order {
            Order::Submission => (at / bars, at % bars),
            Order::Rule => (at % submissions, at / submissions),
        };
        Some((submission, *self.bars.get(bar)?))
    }

    fn row(&self, submission: usize, bar: Bar, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        let evaluation = self.evaluation;
        let verdict = evaluation.verdict(submission, bar);
        let span = reasons::places(&verdict).into_iter().next();
        let code = reasons::bar_code(evaluation.grid, bar);
        let mut row = vec![Cell::Text(evaluation.submissions.id(submission))];
        if evaluation.submissions.has_titles() && self.data {
            row.push(Cell::Text(title(evaluation, submission)));
        }
        if self.data {
            row.push(standing(evaluation, submission, &self.bars));
            row.push(Cell::Text(&code));
        }
        row.push(Cell::say(reasons::required(evaluation, submission, bar)));
        row.push(match verdict.outcome {
            Outcome::Passed => Cell::Word { code: "passed", say: || Message::OutcomePassed {} },
            Outcome::Failed => Cell::Word { code: "failed", say: || Message::OutcomeFailed {} },
            Outcome::Undecided => Cell::Word { code: "undecided", say: || Message::OutcomeUndecided {} },
            Outcome::NotReached => Cell::Word { code: "not-reached", say: || Message::OutcomeNotReached {} },
        });
        row.push(Cell::say(joined(reasons::found(evaluation, submission, &verdict))));
        if self.data {
            row.push(verdict.margin.clone().map_or(Cell::Missing, Cell::Signed));
            match &span {
                Some(span) => {
                    let position = span.position();
                    row.push(Cell::Text(span.source().name()));
                    row.push(Cell::Count(position.line.get() as usize));
                    row.push(Cell::Count(position.column.get() as usize));
                    return visit(&row);
                }
                None => row.extend([Cell::Missing, Cell::Missing, Cell::Missing]),
            }
        } else {
            row.push(place_cell(&verdict));
        }
        visit(&row)
    }
}

/// What became of the submission as a whole.
fn standing(evaluation: &Evaluation<'_>, submission: usize, bars: &[Bar]) -> Cell<'static> {
    match evaluation.disposition(bars, submission) {
        Disposition::Ranked => Cell::Word { code: "eligible", say: || Message::StatusEligible {} },
        Disposition::Excluded => Cell::Word { code: "excluded", say: || Message::StatusExcluded {} },
        Disposition::Unrated => Cell::Word { code: "unrated", say: || Message::StatusUnrated {} },
    }
}
