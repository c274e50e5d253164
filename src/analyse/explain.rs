//! One total unfolded: marks → combined mark → share → points → total, and every bar with what it found.

use crate::model::{Given, Mark, SeatPart};
use crate::number::Exact;
use crate::score::{Class, Disposition, Evaluation, Lack, LeftOut, Ranked, Ranking, Tally, Verdict};

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
    /// For each line, the marks behind it.
    pub marks: Vec<Vec<Mark<'a>>>,
    /// For each line, what became of them.
    pub behind: Vec<Behind>,
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

/// What became of the marks on one criterion.
#[derive(Debug, Default)]
pub struct Behind {
    /// The reviewers whose mark is given and does not count: an extreme, one without a vote, or replaced by a consensus.
    pub uncounted: Vec<u32>,
    /// Those who are expected to mark and have not answered, where the call names its reviewers.
    pub missing: Vec<u32>,
    /// How far the lowest and the highest mark are apart; `None` of fewer than two marks.
    pub gap: Option<Exact>,
}

fn behind(evaluation: &Evaluation<'_>, submission: usize, criterion: usize, marks: &[Mark<'_>]) -> Behind {
    if evaluation.ledger.column(criterion).is_none() {
        return Behind::default();
    }
    let settlement = evaluation.settle(submission, criterion);
    let sight = evaluation.sight(submission);
    let of = sight.totals().unwrap_or(&settlement);
    // Where nothing is settled, nothing is left out of it.
    let kept = match &of.outcome {
        Ok(settled) => settled.kept.clone(),
        Err(_) => 0..of.votes.len(),
    };
    let counted: Vec<u32> = of.votes.get(kept).unwrap_or_default().iter().filter_map(|(reviewer, _)| *reviewer).collect();
    let given: Vec<(&Mark<'_>, Exact)> = marks
        .iter()
        .filter_map(|mark| match mark.value {
            Given::Mark(value) => Some((mark, Exact::from(value))),
            _ => None,
        })
        .collect();
    let consensus = |index: &u32| {
        let seat = evaluation.ledger.panel.seat(*index);
        seat.is_some_and(|seat| seat.part == SeatPart::Consensus)
    };
    let uncounted = given.iter().filter_map(|(mark, _)| mark.index).filter(|index| !counted.contains(index) && !consensus(index));
    let values = || given.iter().map(|(_, value)| value);
    let gap = values().max().zip(values().min()).map(|(high, low)| high - low).filter(|_| given.len() > 1);
    let missing = if evaluation.ledger.panel.declared { settlement.turnout.missing } else { Vec::new() };
    Behind { uncounted: uncounted.collect(), missing, gap }
}

/// Unfolds the result of one submission.
pub fn explain<'a>(ranking: &'a Ranking<'a>, submission: usize) -> Explanation<'a> {
    let evaluation = &ranking.evaluation;
    let marks: Vec<Vec<Mark<'a>>> = (0..evaluation.grid.criteria.len())
        .map(|criterion| match evaluation.ledger.columns.get(criterion) {
            Some(Some(column)) => column.marks(submission, &evaluation.ledger.panel).collect(),
            _ => Vec::new(),
        })
        .collect();
    Explanation {
        submission,
        disposition: ranking.disposition(submission),
        entry: ranking.entry(submission),
        among: ranking.entry(submission).and_then(|entry| ranking.league_of(entry)).map_or(0, |league| league.range.len()),
        tally: evaluation.tally(submission),
        behind: marks.iter().enumerate().map(|(criterion, marks)| behind(evaluation, submission, criterion, marks)).collect(),
        marks,
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
