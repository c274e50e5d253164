//! Uniform draws of weightings from a region, in whole numbers only: the same bits on every machine.

mod between;

use between::Between;

use super::region::Region;
use crate::analyse::stream::Stream;
use crate::number::Exact;

/// As many units as a weighting is divided into at most: a billion, so that one of them is worth nothing to anybody.
const UNITS: u64 = 1 << 30;

/// Why no weighting can be drawn from a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undrawable {
    /// There is no such weighting.
    Impossible,
    /// Fewer than one in ten thousand attempts falls into the region.
    Narrow,
    /// The bounds have more decimals than a billionth of the total.
    Fine,
}

/// Draws weightings from a region, each as likely as the next.
///
/// A weighting is whole numbers of units, which add up to [`Self::units`]: the weight of a criterion, in points of the total, is
/// its units × total ÷ all units.
#[derive(Debug, Clone)]
pub struct Drawer {
    units: u64,
    criteria: usize,
    way: Way,
}

#[derive(Debug, Clone)]
enum Way {
    Simplex,
    Order(Vec<Vec<usize>>),
    Between(Between),
}

impl Drawer {
    /// A drawer of weightings of so many criteria that add up to `total`, which is above zero.
    ///
    /// # Errors
    /// Why none can be drawn.
    pub fn new(region: &Region, total: &Exact, criteria: usize) -> Result<Self, Undrawable> {
        if !region.is_possible(total) || criteria == 0 {
            return Err(Undrawable::Impossible);
        }
        let (units, way) = match region {
            Region::All => (UNITS, Way::Simplex),
            Region::Order(blocks) => (UNITS, Way::Order(blocks.clone())),
            Region::Between(bounds) if bounds.len() == criteria => {
                let between = Between::new(bounds, total, UNITS)?;
                (between.units(), Way::Between(between))
            }
            Region::Between(_) => return Err(Undrawable::Impossible),
        };
        Ok(Self { units, criteria, way })
    }

    /// How many units a weighting has, at most 2³⁰.
    pub fn units(&self) -> u64 {
        self.units
    }

    /// Whether the criterion (by its place among the weighed ones) never weighs anything.
    pub(super) fn is_nothing(&self, criterion: usize) -> bool {
        match &self.way {
            Way::Simplex | Way::Order(_) => false,
            Way::Between(between) => between.is_nothing(criterion),
        }
    }

    /// Draws the next weighting of a stream into `weights`, one a criterion.
    pub(in crate::analyse) fn draw(&self, stream: &mut Stream, weights: &mut Vec<u32>) {
        weights.clear();
        weights.resize(self.criteria, 0);
        match &self.way {
            Way::Simplex => simplex(stream, self.units, weights),
            Way::Order(blocks) => {
                simplex(stream, self.units, weights);
                in_order(blocks, weights);
            }
            Way::Between(between) => between.draw(stream, weights),
        }
    }
}

/// Uniform on the simplex: the gaps that uniform numbers leave, sorted (L. Devroye, *Non-Uniform Random Variate Generation*, 1986,
/// ch. V.2). `units` is at most [`UNITS`].
fn simplex(stream: &mut Stream, units: u64, parts: &mut [u32]) {
    let Some((last, cuts)) = parts.split_last_mut() else { return };
    for cut in cuts.iter_mut() {
        *cut = word(stream.below(units + 1));
    }
    cuts.sort_unstable();
    let mut before = 0;
    for cut in cuts {
        (*cut, before) = (*cut - before, *cut);
    }
    *last = word(units) - before;
}

/// What is at most [`UNITS`] fits.
fn word(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Hands the weights that the listed criteria were drawn to the blocks, heaviest first; inside a block who had more keeps more.
///
/// Uniform on the region: the criteria of the simplex are exchangeable, and each order of the criteria inside their blocks comes
/// from as many orders of all of them.
fn in_order(blocks: &[Vec<usize>], weights: &mut [u32]) {
    let of = |criterion: &usize, weights: &[u32]| weights.get(*criterion).copied().unwrap_or(0);
    let mut values: Vec<u32> = blocks.iter().flatten().map(|criterion| of(criterion, weights)).collect();
    values.sort_unstable_by(|a, b| b.cmp(a));
    let mut rest = values.as_slice();
    for block in blocks {
        let mut own = block.clone();
        own.sort_by_key(|criterion| std::cmp::Reverse(of(criterion, weights)));
        let (mine, others) = rest.split_at(own.len().min(rest.len()));
        for (criterion, value) in own.iter().zip(mine) {
            if let Some(weight) = weights.get_mut(*criterion) {
                *weight = *value;
            }
        }
        rest = others;
    }
}

#[cfg(test)]
mod tests;
