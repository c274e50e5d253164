//! Scales: how a mark becomes a share of its criterion. A new scale is one file here and one line in the registry below.

mod brackets;
mod decline;
mod intervals;
mod levels;
mod points;
mod range;
mod relative;
mod slope;
mod yes_no;

use std::fmt::Debug;

use super::best::Best;
use super::keys::Shape;
use super::{Fields, Findings, Node};
use crate::number::{Decimal, Exact};
use crate::text::Message;

/// What a scale does with a mark.
pub trait Scale: Debug + Send + Sync {
    /// The lowest and the highest mark, in the scale's own units.
    fn bounds(&self) -> (Decimal, Decimal);

    /// Whether `mark` is one the scale has.
    ///
    /// # Errors
    /// Which way the mark is off the scale.
    fn admits(&self, mark: Decimal) -> Result<(), OffScale>;

    /// The value of a mark given as a word; `None` for a word it does not know, or where only numbers are marks.
    fn word(&self, _text: &str) -> Option<Decimal> {
        None
    }

    /// The words it knows, for suggestions; empty where only numbers are marks.
    fn words(&self) -> Vec<String> {
        Vec::new()
    }

    /// What a reviewer chooses from, in order, where marks have names: of each, the identifier and the name.
    fn choices(&self) -> Vec<(String, Message)> {
        Vec::new()
    }

    /// What people call a mark that is exactly one with a name.
    fn name_of(&self, _mark: &Exact) -> Option<Message> {
        None
    }

    /// Where `mark` stands between the worst (0) and the best (1) of the scale. The mark may be a mean of several.
    fn share(&self, mark: &Exact) -> Exact;

    /// `(slope, offset)` when the share is `mark × slope + offset` over the whole scale.
    fn line(&self) -> Option<(Exact, Exact)>;

    /// The difference between two neighbouring marks, where the scale has one.
    fn step(&self) -> Option<Decimal> {
        None
    }

    /// The points that the scale's own table gives at best, where it has such a table: they must be the weight.
    fn best_points(&self) -> Option<Decimal> {
        None
    }

    /// Whether it is for facts only: nobody gives a mark on it.
    fn only_facts(&self) -> bool {
        false
    }

    /// Whether all its values give the same share.
    fn is_flat(&self) -> bool {
        false
    }

    /// Whether it goes one way from its worst value to its best: a table of lines may go both ways.
    fn is_ordered(&self) -> bool {
        true
    }

    /// Whether a higher mark is never worse: always so, unless the lowest is best.
    fn rises(&self) -> bool {
        true
    }

    /// The mark that stands for a missing one where the grid counts that as the lowest: the one that gives least. `None`
    /// where there is always a worse one.
    fn worst(&self) -> Option<Exact> {
        let (low, high) = self.bounds();
        Some(if self.rises() { low } else { high }.into())
    }

    /// A value that no line of the scale's table takes, among all numbers or (`counts`) among whole ones from zero.
    fn gap(&self, _counts: bool) -> Option<Decimal> {
        None
    }

    /// The submission to which all are compared, where a mark alone says nothing: see [`Self::share_to`].
    fn relative(&self) -> Option<Best> {
        None
    }

    /// The share of `mark` where the best of the pool has `best`.
    fn share_to(&self, mark: &Exact, _best: &Exact) -> Option<Exact> {
        Some(self.share(mark))
    }

    /// The scale in words.
    fn describe(&self) -> Message;
}

/// How a mark misses its scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffScale {
    /// Below the lowest or above the highest.
    Outside,
    /// Between two steps.
    OffStep,
}

/// A kind of scale: its keys, and how a draft becomes one.
#[derive(Debug)]
pub struct ScaleKind {
    /// Its keys; the first tells it from the others.
    pub shape: &'static Shape,
    /// Builds it from keys that the walker has accepted, and says what is wrong with their values.
    pub compile: fn(&Node, &Fields, &mut Findings) -> Option<Box<dyn Scale>>,
}

macro_rules! registry {
    ($($kind:ident;)*) => {
        /// Every kind of scale.
        pub static SCALES: &[ScaleKind] = &[$($kind::KIND),*];
        /// The shapes of [`SCALES`], for the key table.
        pub static SHAPES: &[&Shape] = &[$(&$kind::SHAPE),*];
    };
}

registry! {
    points;
    range;
    levels;
    yes_no;
    brackets;
    decline;
    relative;
    slope;
}

/// The scale that a draft describes; `None` where a finding says why not.
pub fn compile(node: &Node, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let fields = node.table()?;
    let kind = SCALES.iter().find(|kind| kind.shape.keys.first().is_some_and(|key| fields.get(key.name).is_some()))?;
    (kind.compile)(node, fields, findings)
}

/// Yes is worth one, no nothing: the scale of a condition.
pub(super) fn yes_is_one() -> Box<dyn Scale> {
    yes_no::one()
}

/// From zero to `points`, any number within: the scale of a table that gives points itself. `None` where nothing is given.
pub(super) fn points_out_of(points: Decimal) -> Option<Box<dyn Scale>> {
    (points > Decimal::ZERO).then(|| points::out_of(points, None))
}

/// The line through (zero, 0) and (top, 1); what `points`, `range`, `levels` and `yes_no` share.
fn straight(zero: Decimal, top: Decimal) -> Option<(Exact, Exact)> {
    let (zero, top) = (Exact::from(zero), Exact::from(top));
    let slope = Exact::ONE.checked_div(&(&top - &zero))?;
    Some((slope.clone(), -&(&zero * &slope)))
}

/// Bounds and step at a common number of decimals: a mark is held against them by integers.
#[derive(Debug, Clone, Copy)]
struct Ruler {
    min: Decimal,
    max: Decimal,
    step: Option<Decimal>,
    /// `min`, `max` and `step` (0 for none) as integers at `scale` decimals, where they fit. A step of 1 excludes nothing:
    /// every integer is one.
    units: Option<(i64, i64, i64)>,
    scale: u8,
}

impl Ruler {
    fn new(min: Decimal, max: Decimal, step: Option<Decimal>) -> Self {
        let scale = min.scale().max(max.scale()).max(step.map_or(0, Decimal::scale));
        let unit = |value: Decimal| value.mantissa_at(scale);
        let units = unit(min).zip(unit(max)).zip(step.map_or(Some(0), unit)).map(|((min, max), step)| (min, max, step));
        Self { min, max, step, units, scale }
    }

    /// Whether `mark` is within the bounds and a whole number of steps above the lower one.
    fn admits(&self, mark: Decimal) -> Result<(), OffScale> {
        if let (Some((min, max, step)), Some(mark)) = (self.units, mark.mantissa_at(self.scale)) {
            return if mark < min || mark > max {
                Err(OffScale::Outside)
            } else if step > 1 && mark.checked_sub(min).is_none_or(|up| up % step != 0) {
                Err(OffScale::OffStep)
            } else {
                Ok(())
            };
        }
        // More decimals than bounds and step have: between two steps, if there are steps.
        if mark < self.min || mark > self.max {
            Err(OffScale::Outside)
        } else if self.step.is_some() {
            Err(OffScale::OffStep)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_and_kinds_are_the_same_list() {
        assert_eq!(SCALES.len(), SHAPES.len());
        for (kind, shape) in SCALES.iter().zip(SHAPES) {
            assert!(std::ptr::eq(kind.shape, *shape), "{}", shape.name);
        }
        for shape in SHAPES {
            let first = shape.keys[0].name;
            let owners = SHAPES.iter().filter(|other| other.keys.iter().any(|key| key.name == first)).count();
            assert_eq!(owners, 1, "`{first}` must tell the {} scale from the others", shape.name);
        }
    }
}
