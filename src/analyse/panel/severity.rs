//! How severe each reviewer is, mark by mark: it needs no whole totals, so that who abstains on one criterion is not left out.

use rayon::prelude::*;

use super::reviewers;
use crate::model::{Given, Item, Measure};
use crate::number::Exact;
use crate::score::Evaluation;

/// A reviewer beside the others who gave marks on the same criteria of the same submissions.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// How many marks they gave.
    pub marks: usize,
    /// How many of those are on what somebody else marked too.
    pub shared: usize,
    /// How many points of the grid's total their marks are above (or, negative, below) the mean of the others', the marks of each
    /// criterion counting for its weight; `None` where nothing is shared. With share p of a mark and weight w of its criterion:
    /// total · Σ w (p − mean of the others' p) / Σ w.
    pub deviation: Option<Exact>,
}

pub(super) fn all(evaluation: &Evaluation<'_>, submissions: &[usize]) -> Vec<Beside> {
    let panel = &evaluation.ledger.panel;
    let count = reviewers(evaluation) as usize;
    let of_one = |submission: &usize| {
        let mut sums: Vec<(usize, usize, Exact, Exact)> = vec![(0, 0, Exact::ZERO, Exact::ZERO); count];
        for index in 0..evaluation.grid.criteria.len() {
            let (Some(Measure::Marks(scale)), Some(column)) =
                (evaluation.call.measure(evaluation.grid, index), evaluation.ledger.column(index))
            else {
                continue;
            };
            // What stands aside counts for nothing, and tells nothing of totals.
            if evaluation.grid.has_total() && evaluation.grid.stands_aside(Item::Criterion(index)) {
                continue;
            }
            let weight = evaluation.line(*submission, index).weight;
            let shares: Vec<(usize, Exact)> = column
                .answers(*submission)
                .filter_map(|(reviewer, given)| match given {
                    Given::Mark(mark) if panel.seat(reviewer?)?.votes() => Some((reviewer? as usize, scale.share(&mark.into()))),
                    _ => None,
                })
                .collect();
            let others = i64::try_from(shares.len()).unwrap_or(i64::MAX) - 1;
            let all: Exact = shares.iter().map(|(_, share)| share.clone()).sum();
            for (reviewer, share) in &shares {
                let Some(sum) = sums.get_mut(*reviewer) else { continue };
                sum.0 += 1;
                if let Some(mean) = (&all - share).checked_div(&Exact::whole(others)).filter(|_| others > 0) {
                    sum.1 += 1;
                    sum.2 = &sum.2 + &(&weight * &(share - &mean));
                    sum.3 = &sum.3 + &weight;
                }
            }
        }
        sums
    };
    let none = || vec![(0, 0, Exact::ZERO, Exact::ZERO); count];
    let add = |mut a: Vec<(usize, usize, Exact, Exact)>, b: Vec<(usize, usize, Exact, Exact)>| {
        for (a, b) in a.iter_mut().zip(b) {
            *a = (a.0 + b.0, a.1 + b.1, &a.2 + &b.2, &a.3 + &b.3);
        }
        a
    };
    // Exact numbers add up to the same in any order.
    let sums = submissions.par_iter().map(of_one).reduce(none, add);
    let total = Exact::from(evaluation.grid.total);
    let beside = sums.into_iter().map(|(marks, shared, difference, weight)| {
        let deviation = (&total * &difference).checked_div(&weight);
        Beside { marks, shared, deviation }
    });
    beside.collect()
}
