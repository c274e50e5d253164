//! All points and totals row by row, as integers over one denominator: for output by the million in the order of ranks,
//! where each row is far from the next in memory and should be met once, not once a column.

use super::evaluate::Evaluation;
use crate::model::MISSING;
use crate::number::Exact;

/// The points of each submission on each criterion, then its total.
#[derive(Debug)]
pub struct Matrix {
    /// One row a submission.
    values: Vec<i64>,
    width: usize,
    den: i64,
}

impl Matrix {
    /// The matrix of an evaluation, where integers suffice.
    pub fn new(evaluation: &Evaluation<'_>) -> Option<Self> {
        let (columns, totals, den) = evaluation.integers()?;
        let width = columns.len() + 1;
        let mut values = Vec::with_capacity(totals.len() * width);
        for (submission, &total) in totals.iter().enumerate() {
            for (marks, straight) in &columns {
                // A mark that is missing and counted as the lowest gives no points; left out otherwise.
                let mark = marks.get(submission).copied().unwrap_or(MISSING);
                values.push(if mark != MISSING {
                    straight.units(mark)
                } else if evaluation.grid.rules.missing == crate::model::Missing::Lowest {
                    0
                } else {
                    MISSING
                });
            }
            values.push(total);
        }
        Some(Self { values, width, den })
    }

    /// How many numbers a row has: the criteria, then the total.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The numerators of one submission.
    pub fn row(&self, submission: usize) -> &[i64] {
        self.values.get(submission * self.width..(submission + 1) * self.width).unwrap_or_default()
    }

    /// What a numerator stands for.
    pub fn exact(&self, numerator: i64) -> Option<Exact> {
        if numerator == MISSING { None } else { Exact::ratio(numerator, self.den) }
    }
}
