//! Ranking by ranks: each reviewer's totals put the submissions in an order, and the ranks of a submission add up.

use super::evaluate::Evaluation;
use super::screen::Outcome;
use super::sight::Sight;
use crate::model::{Best, Look, RankBy, Seen, Subject, TiedRanks, TotalRef};
use crate::number::Exact;

/// The sum of ranks of every submission: `None` where one fails a bar, or where a reviewer has not marked it whole. As a mean
/// (`mean`), over those who may mark it and are assigned to it.
pub(super) fn sums(evaluation: &Evaluation<'_>, tied: TiedRanks, mean: bool) -> Vec<Option<Exact>> {
    let RankBy::Total(total) = evaluation.grid.rules.rank_by else { return vec![None; evaluation.submissions.len()] };
    let best = match total {
        TotalRef::Named(index) => evaluation.grid.totals.get(index).map_or(Best::Highest, |total| total.best),
        TotalRef::Main => Best::Highest,
    };
    let bars = evaluation.bars();
    let passes = |submission: &usize| {
        let sight = Sight::new(evaluation, *submission);
        evaluation.has_track(*submission) && bars.iter().all(|bar| evaluation.outcome_at(&sight, *bar) == Outcome::Passed)
    };
    let pool: Vec<usize> = (0..evaluation.submissions.len()).filter(passes).collect();
    let mut sums: Vec<Option<Exact>> = vec![None; evaluation.submissions.len()];
    for &submission in &pool {
        sums[submission] = Some(Exact::ZERO);
    }
    let panel = &evaluation.ledger.panel;
    let mut ranked: Vec<Exact> = vec![Exact::ZERO; evaluation.submissions.len()];
    for reviewer in 0..u32::try_from(panel.seats.len()).unwrap_or(0) {
        let Some(seat) = panel.seat(reviewer).filter(|_| evaluation.puts_in_order(reviewer)) else { continue };
        let votes = &Exact::from(seat.votes) * &Exact::whole(seat.times.into());
        let mut order: Vec<(Exact, usize)> = Vec::new();
        for &submission in &pool {
            match Sight::alone(evaluation, submission, reviewer).seen(&Subject::Total(total)) {
                Some(Seen::Number(value)) => order.push((value, submission)),
                // Of who may not mark it, or is not asked to, a mean wants no rank.
                _ if mean && !panel.expects(submission, None, reviewer) => {}
                _ => sums[submission] = None,
            }
        }
        order.sort_by(|a, b| match best {
            Best::Highest => b.0.cmp(&a.0),
            Best::Lowest => a.0.cmp(&b.0),
        });
        let mut before = 0i64;
        for level in order.chunk_by(|a, b| a.0 == b.0) {
            let size = i64::try_from(level.len()).unwrap_or(i64::MAX);
            let rank = match tied {
                TiedRanks::Lowest => Exact::whole(before + 1),
                // The mean of before+1 … before+size.
                TiedRanks::Mean => Exact::ratio(2 * before + 1 + size, 2).unwrap_or(Exact::ZERO),
            };
            for (_, submission) in level {
                sums[*submission] = sums[*submission].take().map(|sum| &sum + &(&rank * &votes));
                ranked[*submission] = &ranked[*submission] + &votes;
            }
            before += size;
        }
    }
    // Of nobody's ranks there is neither a sum nor a mean.
    let some = sums.into_iter().zip(&ranked).map(|(sum, ranked)| {
        let mean_of = sum.as_ref()?.checked_div(ranked)?;
        if mean { Some(mean_of) } else { sum }
    });
    some.collect()
}

impl Evaluation<'_> {
    /// Whether a reviewer has an order of their own: with a vote, and sitting or, if not, having marked all the same.
    pub(super) fn puts_in_order(&self, reviewer: u32) -> bool {
        let Some(seat) = self.ledger.panel.seat(reviewer).filter(|seat| seat.times > 0 && seat.votes()) else { return false };
        let marks = |submission: usize| self.ledger.is_marked_by(submission, reviewer);
        seat.sits || (0..self.submissions.len()).any(marks)
    }
}
