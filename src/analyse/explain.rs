//! One total unfolded: marks → combined mark → share → points → total, and every bar with what it found.

use crate::model::Mark;
use crate::number::Exact;
use crate::score::{Disposition, Lack, Line, Ranked, Ranking, Verdict};

/// Everything behind the result of one submission.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The index of the submission.
    pub submission: usize,
    /// What became of it.
    pub disposition: Disposition,
    /// Its place, where it is ranked.
    pub entry: Option<&'a Ranked>,
    /// How many are ranked.
    pub among: usize,
    /// The lines, in the order of the grid.
    pub lines: Vec<Line>,
    /// For each line, the marks behind it.
    pub marks: Vec<Vec<Mark<'a>>>,
    /// The exact total; it is the sum of the lines, unless weight was left out and shared.
    pub total: Option<Exact>,
    /// The weight that was left out, where the grid shares it among the other criteria.
    pub left_out: Exact,
    /// Every gate and threshold.
    pub verdicts: Vec<Verdict>,
    /// What is missing.
    pub lacks: Vec<Lack>,
}

/// Unfolds the result of one submission.
pub fn explain<'a>(ranking: &'a Ranking<'a>, submission: usize) -> Explanation<'a> {
    let evaluation = &ranking.evaluation;
    let marks = (0..evaluation.grid.criteria.len())
        .map(|criterion| match evaluation.ledger.columns.get(criterion) {
            Some(Some(column)) => column.marks(submission, &evaluation.ledger.reviewers).collect(),
            _ => Vec::new(),
        })
        .collect();
    Explanation {
        submission,
        disposition: ranking.disposition(submission),
        entry: ranking.entry(submission),
        among: ranking.ranked.len(),
        lines: evaluation.lines(submission).collect(),
        marks,
        total: evaluation.total(submission),
        left_out: evaluation.left_out(submission),
        verdicts: evaluation.bars().into_iter().map(|bar| evaluation.verdict(submission, bar)).collect(),
        lacks: evaluation.lacks(submission),
    }
}
