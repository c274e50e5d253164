//! How each reviewer marks, and what totals would be without their severity.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::super::figure;
use super::super::{exact, joined, title};
use super::{MOST_ROWS, View, more};
use crate::analyse::agreement::Severity;
use crate::analyse::panel::{Asked, Beside, Calibrated, SideBySide};
use crate::model::Seat;
use crate::number::Exact;
use crate::text::Message;

/// A reviewer is called harsh or lenient from this share of the grid's total on.
const SEVERE: i64 = 20;

/// Fewer marks than this, on what others marked too, do not tell whether a reviewer is harsh.
const FEW_MARKS: usize = 10;

/// An effect that rests on fewer totals than this is hardly known.
const FEW: usize = 3;

/// What there is to say of how one reviewer marks.
type Marking<'a> = ((&'a Severity, &'a Beside), &'a Seat);

impl<'a> View<'a> {
    /// Whether a reviewer is harsh or generous, where enough marks tell.
    pub(super) fn leaning(&self, reviewer: usize) -> Option<Message> {
        let beside = self.study.severity.get(reviewer).filter(|beside| beside.shared >= FEW_MARKS)?;
        let (deviation, limit) = (beside.deviation.as_ref()?, self.limit());
        if *deviation <= -&limit {
            Some(Message::RemarkHarsh {})
        } else if *deviation >= limit {
            Some(Message::RemarkLenient {})
        } else {
            None
        }
    }

    /// A reviewer by name, with how they lean.
    pub(super) fn with_leaning(&self, reviewer: usize) -> Box<Message> {
        let name = self.name(reviewer).to_owned();
        Box::new(match self.leaning(reviewer) {
            Some(remark) => Message::NameRemark { name, remark: Box::new(remark) },
            None => Message::Verbatim { text: name },
        })
    }

    /// The difference from which a reviewer is called harsh or lenient.
    pub(super) fn limit(&self) -> Exact {
        Exact::from(self.evaluation.grid.total).checked_div(&Exact::whole(SEVERE)).unwrap_or(Exact::ZERO)
    }

    pub(super) fn severity(&self, blocks: &mut Vec<Block<'a>>) {
        let seats = &self.evaluation.ledger.panel.seats;
        let table = self.study.moments.iter().zip(&self.study.severity).zip(seats);
        let all: Vec<(usize, Marking<'a>)> = table.enumerate().filter(|(_, ((_, beside), _))| beside.marks > 0).collect();
        if all.is_empty() {
            return;
        }
        let limit = self.limit();
        let roles = seats.iter().any(|seat| !seat.role.is_empty());
        let row = |(reviewer, ((severity, beside), seat)): &(usize, Marking<'a>)| {
            let marks = severity.marks.as_ref();
            let few = beside.shared < FEW_MARKS;
            let beside = beside.deviation.clone();
            let mut remarks = Vec::new();
            if few {
                remarks.push(Message::RemarkFew {});
            }
            if marks.is_some_and(|marks| marks.count > 1 && marks.is_constant()) {
                remarks.push(Message::RemarkConstant {});
            }
            remarks.extend(self.leaning(*reviewer));
            if marks.is_none() {
                let abstains = self.study.progress.cells.iter().filter_map(|cells| cells.get(*reviewer));
                let abstains = abstains.into_iter().any(|cell| matches!(cell, Asked::Answers { abstained: 1.., .. }));
                remarks.push(if abstains { Message::RemarkAbstains {} } else { Message::RemarkNoTotal {} });
            }
            // Of few totals, an order says little.
            if marks.is_some_and(|marks| marks.count > FEW) && severity.agreement.is_ok_and(|tau| tau < 0.0) {
                remarks.push(Message::RemarkContrary {});
            }
            let moment = |of: fn(&crate::analyse::agreement::Moments) -> f64| exact(marks.map(|marks| figure(of(marks))));
            let mut row = vec![Cell::Text(&seat.name)];
            if roles {
                row.push(Cell::Text(&seat.role));
            }
            row.extend([
                Cell::Count(marks.map_or(0, |marks| marks.count)),
                moment(|marks| marks.mean),
                moment(|marks| marks.min),
                moment(|marks| marks.max),
                beside.map_or(Cell::Missing, Cell::Signed),
                exact(severity.agreement.ok().map(figure)),
                if remarks.is_empty() { Cell::Missing } else { Cell::say(joined(remarks)) },
            ]);
            row
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let mut columns = vec![Column::text("reviewer", Message::ColumnReviewer {}).flexible()];
        if roles {
            columns.push(Column::text("role", Message::ColumnRole {}).repeats());
        }
        columns.extend([
            Column::number("totals", Message::ColumnTotalsGiven {}),
            Column::number("mean", Message::ColumnMean {}).decimals(2),
            Column::number("lowest", Message::ColumnLowest {}).decimals(2),
            Column::number("highest", Message::ColumnHighest {}).decimals(2),
            Column::number("beside", Message::ColumnBeside {}).decimals(2),
            Column::number("agrees", Message::ColumnPairs {}).decimals(2),
            Column::text("remark", Message::ColumnRemark {}),
        ]);
        blocks.push(Block::Heading(Message::HeadingSeverity {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
        blocks.push(Block::Paragraph(Message::MeansSeverity { limit }));
    }

    pub(super) fn calibrated(&self, blocks: &mut Vec<Block<'a>>) {
        let Some(calibrated) = &self.study.calibrated else { return };
        blocks.push(Block::Heading(Message::HeadingCalibrated {}));
        let (rows, calibration) = match calibrated {
            SideBySide::NoTotals => return blocks.push(Block::Paragraph(Message::NothingToCalibrate {})),
            SideBySide::Islands(islands) => {
                let named = |(reviewers, submissions): &(Vec<usize>, Vec<usize>)| Message::IslandOf {
                    names: reviewers.iter().map(|reviewer| self.name(*reviewer).to_owned()).collect(),
                    ids: self.ids(submissions),
                };
                blocks.push(Block::Paragraph(Message::Islands { count: islands.len() }));
                return blocks.push(Block::List(islands.iter().take(MOST_ROWS).map(named).collect()));
            }
            SideBySide::Given { rows, calibration } => (rows, calibration),
        };
        blocks.push(Block::Paragraph(Message::MeansCalibrated {}));
        let rank = |rank: u32| Cell::Rank { rank: rank as usize, tied: false };
        let row = |row: &Calibrated| {
            vec![
                rank(row.raw_rank),
                row.rank.map_or(Cell::Missing, rank),
                Cell::Text(self.evaluation.submissions.id(row.submission)),
                Cell::Text(title(self.evaluation, row.submission)),
                Cell::Exact(row.raw.clone()),
                exact(row.mean.clone()),
                exact(row.level.map(figure)),
            ]
        };
        let table: Vec<Vec<Cell<'a>>> = rows.iter().take(MOST_ROWS).map(row).collect();
        let columns = vec![
            Column::number("raw_rank", Message::ColumnRawRank {}),
            Column::number("calibrated_rank", Message::ColumnCalibratedRank {}),
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::number("raw", Message::ColumnRaw {}).decimals(2),
            Column::number("mean", Message::ColumnPlainMean {}).decimals(2),
            Column::number("calibrated", Message::ColumnCalibrated {}).decimals(2),
        ];
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(table) }));
        more(rows.len(), blocks);
        let effects = calibration.effects.iter().zip(&calibration.marks).enumerate();
        let mut lines: Vec<Message> = Vec::new();
        for (reviewer, (effect, marks)) in effects {
            let Some(effect) = effect else { continue };
            let name = self.name(reviewer).to_owned();
            lines.push(Message::EffectOf { name: name.clone(), effect: figure(*effect), marks: *marks });
            if *marks < FEW {
                lines.push(Message::EffectFew { name, marks: *marks });
            }
        }
        blocks.push(Block::List(lines));
    }
}
