//! All points and totals row by row, as integers over one denominator: for output by the million in the order of ranks,
//! where each row is far from the next in memory and should be met once, not once a column.

use rayon::prelude::*;

use super::evaluate::Evaluation;
use super::integers::Integers;
use crate::model::{MISSING, Missing};
use crate::number::Exact;

/// So many submissions are worth a thread of their own.
const PART: usize = 1 << 14;

/// Points of most grids are whole numbers of millionths, which are the fastest to write.
const MILLION: i64 = 1_000_000;

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
        let Integers { columns, totals, den, reach } = evaluation.integers()?;
        // No number of the matrix passes `reach`, so that none overflows.
        let by = MILLION.checked_div(den).filter(|by| by * den == MILLION && reach.checked_mul(*by).is_some()).unwrap_or(1);
        let width = columns.len() + 1;
        let lowest = evaluation.grid.rules.missing == Missing::Lowest;
        let mut values = vec![0; totals.len() * width];
        values.par_chunks_mut(width).zip(totals.par_iter()).enumerate().with_min_len(PART).for_each(
            |(submission, (row, &total))| {
                for (slot, (marks, straight)) in row.iter_mut().zip(&columns) {
                    *slot = match marks.get(submission) {
                        Some(&mark) if mark != MISSING => straight.units(mark) * by,
                        // A missing mark that counts as the lowest gives no points; one that is left out is no number.
                        _ if lowest => 0,
                        _ => MISSING,
                    };
                }
                if let Some(slot) = row.last_mut() {
                    *slot = if total == MISSING { MISSING } else { total * by };
                }
            },
        );
        Some(Self { values, width, den: den * by })
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
