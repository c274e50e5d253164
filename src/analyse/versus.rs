//! Why A stands above B: the differences by criterion, which add up to the gap.

use super::notes::settling_key;
use crate::model::{Item, Role};
use crate::number::Exact;
use crate::score::{Disposition, Ranked, Ranking};

/// Two submissions side by side, the better one first.
#[derive(Debug)]
pub struct Versus {
    /// The index of the one that stands above; as asked where neither does.
    pub above: usize,
    /// The index of the other.
    pub below: usize,
    /// What puts one above the other.
    pub settled: Settled,
    /// Criterion by criterion, in the order of the grid.
    pub differences: Vec<Difference>,
    /// The sum of the differences, where both have all their points.
    pub gap: Option<Exact>,
    /// How much of the gap between totals comes from what stands between lines and totals: weight left out and shared, caps,
    /// declared roundings.
    pub shared_weight: Option<Exact>,
}

/// What puts one above the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// The higher total.
    Total,
    /// Equal scores: the tie chain, at this key.
    Chain {
        /// The index of the key.
        key: usize,
    },
    /// Nothing: they share a rank.
    Nothing,
    /// Nothing: each has a ranking of its own.
    Apart {
        /// The rank of the first, and its track by index.
        above: (usize, Option<usize>),
        /// Those of the second.
        below: (usize, Option<usize>),
    },
    /// Nothing is ranked.
    NoRanks,
    /// One or both are not ranked.
    NotRanked {
        /// What became of the first.
        above: Disposition,
        /// What became of the second.
        below: Disposition,
    },
}

/// The two on one criterion.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The index of the criterion.
    pub criterion: usize,
    /// The points of the one above; its mark, where there is no total that points would add up to.
    pub above: Option<Exact>,
    /// The points of the one below.
    pub below: Option<Exact>,
    /// The first less the second, where both have points; what is left out of one adds nothing to it.
    pub difference: Option<Exact>,
}

/// Compares two submissions.
pub fn versus(ranking: &Ranking<'_>, first: usize, second: usize) -> Versus {
    let evaluation = &ranking.evaluation;
    let (one, two) = (ranking.entry(first), ranking.entry(second));
    let (above, below, settled) = match (one, two) {
        (Some(a), Some(b)) => {
            let position = |submission: usize| ranking.ranked.iter().position(|entry| entry.submission as usize == submission);
            let (above, below) = if position(first) <= position(second) { (first, second) } else { (second, first) };
            let settled = if !evaluation.grid.ranks() {
                Settled::NoRanks
            } else if evaluation.grid.rules.tracks_apart && evaluation.track(first) != evaluation.track(second) {
                let own = |entry: &Ranked, submission: usize| (entry.rank as usize, evaluation.track(submission));
                Settled::Apart { above: own(a, first), below: own(b, second) }
            } else if a.rank == b.rank {
                Settled::Nothing
            } else if evaluation.score(first) == evaluation.score(second) {
                settling_key(ranking, first, second).map_or(Settled::Nothing, |key| Settled::Chain { key })
            } else {
                Settled::Total
            };
            if matches!(settled, Settled::Nothing | Settled::NoRanks | Settled::Apart { .. }) {
                (first, second, settled)
            } else {
                (above, below, settled)
            }
        }
        (None, Some(_)) => (second, first, not_ranked(ranking, second, first)),
        _ => (first, second, not_ranked(ranking, first, second)),
    };
    let differences: Vec<Difference> = (0..evaluation.grid.criteria.len())
        .map(|criterion| {
            let points = |submission: usize| {
                if !evaluation.grid.has_total() {
                    return evaluation.line(submission, criterion).mark;
                }
                let points = evaluation.points(submission, criterion)?;
                Some(evaluation.in_sum(Item::Criterion(criterion), points))
            };
            // What is left out is worth nothing by itself: its weight is in the rest of the gap.
            let counted = |submission: usize, points: &Option<Exact>| {
                let left_out = || evaluation.grid.has_total() && evaluation.line(submission, criterion).left_out.is_some();
                points.clone().or_else(|| left_out().then_some(Exact::ZERO))
            };
            let (a, b) = (points(above), points(below));
            let difference = match (&a, &b) {
                (None, None) => None,
                _ => counted(above, &a).zip(counted(below, &b)).map(|(a, b)| &a - &b),
            };
            Difference { criterion, above: a, below: b, difference }
        })
        .collect();
    let sum = differences.iter().filter(|line| evaluation.grid.role(Item::Criterion(line.criterion)) != Role::Aside);
    let gap: Option<Exact> = sum.map(|line| line.difference.clone()).sum_all();
    let totals = evaluation.total(above).zip(evaluation.total(below)).map(|(a, b)| &a - &b);
    let gap = gap.filter(|_| evaluation.grid.has_total());
    let shared_weight = totals.zip(gap.clone()).map(|(totals, gap)| &totals - &gap).filter(|rest| !rest.is_zero());
    Versus { above, below, settled, differences, gap, shared_weight }
}

fn not_ranked(ranking: &Ranking<'_>, above: usize, below: usize) -> Settled {
    Settled::NotRanked { above: ranking.disposition(above), below: ranking.disposition(below) }
}

/// The sum of values that are all there.
trait SumAll {
    fn sum_all(self) -> Option<Exact>;
}

impl<I: Iterator<Item = Option<Exact>>> SumAll for I {
    fn sum_all(mut self) -> Option<Exact> {
        self.try_fold(Exact::ZERO, |sum, term| Some(&sum + &term?))
    }
}
