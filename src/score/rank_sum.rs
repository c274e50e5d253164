//! Ranking by ranks: each reviewer's totals put the submissions in an order, and the ranks of a submission add up.

use super::evaluate::Evaluation;
use super::screen::Outcome;
use super::sight::Sight;
use crate::model::{Best, Look, RankBy, Seen, Subject, TiedRanks, TotalRef};
use crate::number::Exact;

/// The sum of ranks of every submission: `None` where one fails a bar, or where a reviewer has not marked it whole.
pub(super) fn sums(evaluation: &Evaluation<'_>, tied: TiedRanks) -> Vec<Option<Exact>> {
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
    for reviewer in 0..evaluation.ledger.reviewers.len() {
        let Ok(reviewer) = u32::try_from(reviewer) else { continue };
        let mut order: Vec<(Exact, usize)> = Vec::new();
        for &submission in &pool {
            match Sight::alone(evaluation, submission, reviewer).seen(&Subject::Total(total)) {
                Some(Seen::Number(value)) => order.push((value, submission)),
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
                sums[*submission] = sums[*submission].take().map(|sum| &sum + &rank);
            }
            before += size;
        }
    }
    sums
}
