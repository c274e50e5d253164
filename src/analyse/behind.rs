//! The marks behind one line: who gave them, which of them count, who is still expected, and how far they are apart.

use crate::model::{Given, Mark, Seat, SeatPart};
use crate::number::Exact;
use crate::score::Evaluation;

/// What became of the marks on one criterion.
#[derive(Debug, Default)]
pub struct Behind<'a> {
    /// Every answer, with who gave it and where it stands.
    pub marks: Vec<Mark<'a>>,
    /// The reviewers whose mark is given and does not count: an extreme, one without a vote, or replaced by a consensus.
    pub uncounted: Vec<u32>,
    /// Those who are in conflict and have written nothing.
    pub recused: Vec<u32>,
    /// Those who are expected to mark and have not answered, where the call names its reviewers.
    pub missing: Vec<u32>,
    /// How far the lowest and the highest mark are apart; `None` of fewer than two marks.
    pub gap: Option<Exact>,
}

/// The marks behind the line of a criterion; none, where facts give its points.
pub fn behind<'a>(evaluation: &Evaluation<'a>, submission: usize, criterion: usize) -> Behind<'a> {
    let ledger = evaluation.ledger;
    let Some(column) = ledger.column(criterion) else { return Behind::default() };
    let marks: Vec<Mark<'a>> = column.marks(submission, &ledger.panel).collect();
    let settlement = evaluation.settle(submission, criterion);
    let sight = evaluation.sight(submission);
    let of = sight.totals().filter(|_| !evaluation.combines_apart(criterion)).unwrap_or(&settlement);
    // Where nothing is settled, nothing is left out of it.
    let kept = match &of.outcome {
        Ok(settled) => settled.kept.clone(),
        Err(_) => 0..of.votes.len(),
    };
    let counted: Vec<u32> = of.votes.get(kept).unwrap_or_default().iter().filter_map(|vote| vote.by).collect();
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
    // What is no vote is not held against the votes.
    let votes = |mark: &Mark<'_>| mark.index.and_then(|index| ledger.panel.seat(index)).is_none_or(Seat::votes);
    let voted: Vec<&Exact> = given.iter().filter(|(mark, _)| votes(mark)).map(|(_, value)| value).collect();
    let gap = voted.iter().max().zip(voted.iter().min()).map(|(high, low)| *high - *low).filter(|_| voted.len() > 1);
    let missing = if evaluation.ledger.panel.declared { settlement.turnout.missing } else { Vec::new() };
    let uncounted = uncounted.collect();
    let silent = |reviewer: &u32| marks.iter().all(|mark| mark.index != Some(*reviewer));
    let recused = settlement.turnout.recused.iter().flatten().copied().filter(silent).collect();
    Behind { marks, uncounted, recused, missing, gap }
}
