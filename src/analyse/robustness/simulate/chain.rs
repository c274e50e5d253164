//! What settles equal totals, as far as weights do not change it: the tie chain of the grid, worked out once.

use std::cmp::Ordering;

use super::super::draw::Drawer;
use super::super::linear::{Linear, touches};
use crate::model::{Best, Subject, TieKey, TotalRef};
use crate::score::Ranking;

/// The candidates in the order of the tie chain.
pub(super) struct Chain {
    /// Candidates, by index: each league together, and in it in the order of the chain.
    pub(super) order: Vec<usize>,
    /// The class of each of [`Self::order`]: who is in the same is told apart by nothing.
    pub(super) classes: Vec<u32>,
    /// Whether the chain looks at something that weights change: equal totals are then settled draw by draw.
    pub(super) moves: bool,
    /// The criteria, by their place among the weighed ones, that the chain looks at: without any weight, they settle nothing.
    pub(super) watched: Vec<usize>,
}

impl Chain {
    pub(super) fn new(ranking: &Ranking<'_>, linear: &Linear, drawer: &Drawer) -> Self {
        let evaluation = &ranking.evaluation;
        let ties = &evaluation.grid.rules.ties;
        let weighed = |key: &TieKey| match key {
            TieKey::Scored { subject: Subject::Criterion(criterion), best } => {
                linear.criteria.iter().position(|own| own == criterion).map(|place| (place, *best))
            }
            _ => None,
        };
        let moves = ties.iter().any(|key| match key {
            // It is asked of those whose totals are equal.
            TieKey::Scored { subject, .. } => *subject != Subject::Total(TotalRef::Main) && touches(evaluation, subject),
            TieKey::Fact { .. } | TieKey::Ratio { .. } | TieKey::First { .. } => false,
        });
        let on = |key: &TieKey, a: usize, b: usize| {
            let (Some(a), Some(b)) = (linear.candidates.get(a), linear.candidates.get(b)) else { return Ordering::Equal };
            match (key, weighed(key)) {
                (TieKey::Scored { subject: Subject::Total(TotalRef::Main), .. }, _) => Ordering::Equal,
                // Points are shares times one weight, so that shares tell the order; nothing does where it is zero.
                (_, Some((place, _))) if drawer.is_nothing(place) => Ordering::Equal,
                (_, Some((place, Best::Highest))) => b.shares.get(place).cmp(&a.shares.get(place)),
                (_, Some((place, Best::Lowest))) => a.shares.get(place).cmp(&b.shares.get(place)),
                (key, None) => evaluation.compare_on(key, a.submission, b.submission),
            }
        };
        let league = |at: usize| linear.candidates.get(at).map_or(0, |candidate| candidate.league);
        let compare = |a: usize, b: usize| {
            // Where weights change the chain, nothing of it holds for all draws.
            let keys = ties.iter().filter(|_| !moves);
            keys.map(|key| on(key, a, b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        let mut order: Vec<usize> = (0..linear.candidates.len()).collect();
        order.sort_by(|a, b| league(*a).cmp(&league(*b)).then_with(|| compare(*a, *b)));
        let mut class = 0;
        let mut before: Option<usize> = None;
        let classes = order.iter().map(|at| {
            class += u32::from(before.is_some_and(|before| league(before) != league(*at) || compare(before, *at).is_ne()));
            before = Some(*at);
            class
        });
        let classes = classes.collect();
        let own = ties.iter().filter_map(weighed).map(|(place, _)| place);
        let watched = own.filter(|place| !drawer.is_nothing(*place)).collect();
        Self { order, classes, moves, watched }
    }
}
