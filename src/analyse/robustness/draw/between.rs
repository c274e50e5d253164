//! Uniform draws of weightings between two bounds a criterion: attempts that are uniform on something larger, kept where they fall
//! into the region. What they are uniform on is chosen by trying.

use num_integer::Integer as _;

use super::{Undrawable, simplex, word};
use crate::analyse::stream::Stream;
use crate::number::Exact;

/// So many attempts choose among the ways; where they do not tell enough, so many more say whether the region is too narrow.
const TRIES: [u32; 2] = [2_000, 100_000];

/// Fewer of [`TRIES`] than this are too few: one in ten thousand of the longer attempt.
const ENOUGH: [u32; 2] = [20, 10];

/// Bounds in units, and how to draw between them.
#[derive(Debug, Clone)]
pub(super) struct Between {
    units: u64,
    low: Vec<u64>,
    /// How far the upper bound is above the lower one.
    width: Vec<u64>,
    /// Those whose bounds differ.
    free: Vec<usize>,
    way: Way,
}

/// What attempts are uniform on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// What is left above the lower bounds is shared out.
    Above,
    /// All but the widest are drawn between their bounds, and it takes the rest.
    Box,
    /// What is left below the upper bounds is shared out.
    Below,
}

impl Between {
    /// Bounds in points of `total`, of whom a weighting is possible.
    pub(super) fn new(bounds: &[(Exact, Exact)], total: &Exact, most: u64) -> Result<Self, Undrawable> {
        let share = |value: &Exact| value.checked_div(total).map(|share| share.reduced());
        let mut shares: Vec<(Exact, Exact)> = Vec::with_capacity(bounds.len());
        for (low, high) in bounds {
            // No weight is above the total.
            let (low, high) = (share(low).ok_or(Undrawable::Impossible)?, share(high).ok_or(Undrawable::Impossible)?);
            shares.push((low, high.min(Exact::ONE)));
        }
        // Units that every bound is a whole number of, so that bounds, and weights that are fixed, are kept exactly.
        let mut den = 1u64;
        for value in shares.iter().flat_map(|(low, high)| [low, high]) {
            let part = value.small_fraction().and_then(|(_, part)| u64::try_from(part).ok()).ok_or(Undrawable::Fine)?;
            den = (den / den.gcd(&part)).checked_mul(part).filter(|den| *den <= most).ok_or(Undrawable::Fine)?;
        }
        let units = den * (most / den);
        let at = |value: &Exact| {
            let (num, part) = value.small_fraction()?;
            u64::try_from(num).ok().map(|num| num * (units / part.unsigned_abs()))
        };
        let (mut low, mut width) = (Vec::new(), Vec::new());
        for (from, to) in &shares {
            let (from, to) = (at(from).ok_or(Undrawable::Impossible)?, at(to).ok_or(Undrawable::Impossible)?);
            low.push(from);
            width.push(to.checked_sub(from).ok_or(Undrawable::Impossible)?);
        }
        let free = (0..width.len()).filter(|at| width.get(*at).is_some_and(|width| *width > 0)).collect();
        let mut between = Self { units, low, width, free, way: Way::Above };
        between.way = between.choose()?;
        Ok(between)
    }

    pub(super) fn units(&self) -> u64 {
        self.units
    }

    pub(super) fn is_nothing(&self, criterion: usize) -> bool {
        self.low.get(criterion) == Some(&0) && self.width.get(criterion) == Some(&0)
    }

    /// What is left above all lower bounds, and below all upper ones.
    fn slack(&self) -> (u64, u64) {
        let (low, width): (u64, u64) = (self.low.iter().sum(), self.width.iter().sum());
        (self.units.saturating_sub(low), (low + width).saturating_sub(self.units))
    }

    /// The way that falls into the region most often, by attempts of its own stream.
    fn choose(&self) -> Result<Way, Undrawable> {
        for (stage, (tries, enough)) in (0u64..).zip(TRIES.into_iter().zip(ENOUGH)) {
            let mut best = (0, Way::Above);
            for (index, way) in (0u64..).zip([Way::Above, Way::Box, Way::Below]) {
                let mut stream = Stream::new(index, stage);
                let mut hand = vec![0; self.free.len()];
                let hits = (0..tries).filter(|_| self.attempt(way, &mut stream, &mut hand)).count();
                let hits = u32::try_from(hits).unwrap_or(u32::MAX);
                if hits > best.0 {
                    best = (hits, way);
                }
            }
            if best.0 >= enough {
                return Ok(best.1);
            }
        }
        Err(Undrawable::Narrow)
    }

    fn width_of(&self, free: usize) -> u64 {
        self.free.get(free).and_then(|at| self.width.get(*at)).copied().unwrap_or(0)
    }

    /// One attempt: how far each free weight is above its lower bound; whether it is in the region.
    fn attempt(&self, way: Way, stream: &mut Stream, hand: &mut [u32]) -> bool {
        let (above, below) = self.slack();
        let fits = |hand: &[u32]| hand.iter().enumerate().all(|(at, part)| u64::from(*part) <= self.width_of(at));
        match way {
            _ if hand.is_empty() => true,
            Way::Above => {
                simplex(stream, above, hand);
                fits(hand)
            }
            // As many units are below the upper bounds as do not fit into a weighting: far more than a weighting has, where most
            // bounds are wide.
            Way::Below if below > self.units => false,
            Way::Below => {
                simplex(stream, below, hand);
                let inside = fits(hand);
                for (at, part) in hand.iter_mut().enumerate() {
                    *part = word(self.width_of(at).saturating_sub(u64::from(*part)));
                }
                inside
            }
            Way::Box => {
                let widest = (0..hand.len()).max_by_key(|at| (self.width_of(*at), std::cmp::Reverse(*at))).unwrap_or(0);
                let mut rest = above;
                for (at, part) in hand.iter_mut().enumerate().filter(|(at, _)| *at != widest) {
                    *part = word(stream.below(self.width_of(at) + 1));
                    let Some(left) = rest.checked_sub(u64::from(*part)) else { return false };
                    rest = left;
                }
                if let Some(part) = hand.get_mut(widest) {
                    *part = word(rest);
                }
                rest <= self.width_of(widest)
            }
        }
    }

    /// Draws until an attempt is in the region: one in ten thousand is, or the region was refused.
    pub(super) fn draw(&self, stream: &mut Stream, weights: &mut [u32]) {
        let mut hand = vec![0; self.free.len()];
        while !self.attempt(self.way, stream, &mut hand) {}
        for (weight, low) in weights.iter_mut().zip(&self.low) {
            *weight = word(*low);
        }
        for (at, part) in self.free.iter().zip(&hand) {
            if let Some(weight) = weights.get_mut(*at) {
                *weight += part;
            }
        }
    }
}
