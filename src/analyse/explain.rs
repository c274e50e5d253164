//! One total unfolded: marks → combined mark → share → points → total, and every bar with what it found.

use super::behind::{Behind, behind};
use crate::number::Exact;
use crate::score::{Class, Disposition, Lack, LeftOut, Ranked, Ranking, Tally, Verdict};

/// Everything behind the result of one submission.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The index of the submission.
    pub submission: usize,
    /// What became of it.
    pub disposition: Disposition,
    /// Its place, where it is ranked.
    pub entry: Option<&'a Ranked>,
    /// How many are ranked with it.
    pub among: usize,
    /// The score: lines, groups, and what stands between them and the total.
    pub tally: Tally,
    /// For each line, the marks behind it and what became of them.
    pub behind: Vec<Behind<'a>>,
    /// The exact total: the sum of lines and adjustments.
    pub total: Option<Exact>,
    /// What ranks, where that is not the total of the weights.
    pub score: Option<Exact>,
    /// The value of each named total, in the order of the grid.
    pub named: Vec<Option<Exact>>,
    /// The class, where the grid has levels, and for each level whether its condition holds.
    pub class: Option<(Class, Vec<Option<bool>>)>,
    /// The weight without marks, where the grid shares it among the other criteria.
    pub left_out: Exact,
    /// The weight of what does not apply, likewise.
    pub waived: Exact,
    /// Every gate and threshold.
    pub verdicts: Vec<Verdict>,
    /// What is missing.
    pub lacks: Vec<Lack>,
}

/// Unfolds the result of one submission.
pub fn explain<'a>(ranking: &'a Ranking<'a>, submission: usize) -> Explanation<'a> {
    let evaluation = &ranking.evaluation;
    let criteria = 0..evaluation.grid.criteria.len();
    Explanation {
        submission,
        disposition: ranking.disposition(submission),
        entry: ranking.entry(submission),
        among: ranking.entry(submission).and_then(|entry| ranking.league_of(entry)).map_or(0, |league| league.range.len()),
        tally: evaluation.tally(submission),
        behind: criteria.map(|criterion| behind(evaluation, submission, criterion)).collect(),
        total: evaluation.total(submission),
        score: evaluation.score(submission),
        named: (0..evaluation.grid.totals.len()).map(|total| evaluation.named(submission, total)).collect(),
        class: evaluation.class(submission).map(|class| (class, evaluation.level_outcomes(submission))),
        left_out: evaluation.left_out(submission, LeftOut::Missing),
        waived: evaluation.left_out(submission, LeftOut::NotApplicable),
        verdicts: evaluation.bars().into_iter().map(|bar| evaluation.verdict(submission, bar)).collect(),
        lacks: evaluation.lacks(submission),
    }
}
