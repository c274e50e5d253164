//! Admissible weightings: which weights a committee could also have published, and the best of them for a linear function.

use crate::number::Exact;

/// A set of weightings of some criteria: no weight is negative, and they add up to the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Region {
    /// All of them.
    All,
    /// Those between two bounds a criterion, ends included, in points of the total.
    Between(Vec<(Exact, Exact)>),
    /// Those that keep an order of importance: no criterion weighs less than one of a later block. Criteria, by their place among
    /// the weighed ones, stand in one block at most; those in none are free.
    Order(Vec<Vec<usize>>),
}

impl Region {
    /// Those that differ from `weights` by a share of each at most, from 0 to 1.
    pub fn band(weights: &[Exact], share: &Exact) -> Self {
        let (less, more) = (&Exact::ONE - share, &Exact::ONE + share);
        Self::Between(weights.iter().map(|weight| (weight * &less, weight * &more)).collect())
    }

    /// Those in the order of `weights`: heavier ones first, equal ones in one block.
    pub fn in_order_of(weights: &[Exact]) -> Self {
        let mut places: Vec<usize> = (0..weights.len()).collect();
        // Stable: equal ones stay in the order of the grid.
        places.sort_by(|a, b| weights.get(*b).cmp(&weights.get(*a)));
        let blocks = places.chunk_by(|a, b| weights.get(*a) == weights.get(*b));
        Self::Order(blocks.map(<[usize]>::to_vec).collect())
    }

    /// Whether there is any such weighting.
    pub fn is_possible(&self, total: &Exact) -> bool {
        let Self::Between(bounds) = self else { return true };
        let low: Exact = bounds.iter().map(|(low, _)| low.clone()).sum();
        let high: Exact = bounds.iter().map(|(_, high)| high.clone()).sum();
        bounds.iter().all(|(low, high)| low <= high && !low.is_negative()) && low <= *total && high >= *total
    }
}
