//! Readings: how the facts of a submission become the number that a scale turns into points. A reading is one file here and
//! one line in [`READINGS`].

mod condition;
mod extreme;
mod fact;
mod table;

use std::fmt::Debug;

use super::condition::Condition;
use super::keys::{Key, Shape};
use super::names::Names;
use super::scale::Scale;
use super::subject::Look;
use super::{Fields, Findings, Grid};
use crate::number::{Decimal, Exact};
use crate::text::Message;

/// How facts become a number.
pub trait Reading: Debug + Send + Sync {
    /// The number, on `scale`; `None` where a fact is missing.
    fn value(&self, look: &dyn Look, scale: &dyn Scale) -> Option<Exact>;

    /// The facts it reads, each once.
    fn facts(&self) -> Vec<usize>;

    /// The facts each of whose values must be a mark of the scale.
    fn on_scale(&self) -> Vec<usize> {
        Vec::new()
    }

    /// Whether it can read this value of a fact at all.
    fn admits(&self, _fact: usize, _value: Decimal) -> bool {
        true
    }

    /// Whether it gives points without a scale from the grid.
    fn brings_its_scale(&self) -> bool {
        false
    }

    /// Whether it needs the call's reference date.
    fn needs_today(&self, _: &Grid) -> bool {
        false
    }

    /// The condition that it is, where it is one.
    fn condition(&self) -> Option<&Condition> {
        None
    }

    /// Whether it gives the same number whatever the facts are.
    fn is_flat(&self) -> bool {
        false
    }

    /// What it reads, in words.
    fn describe(&self, grid: &Grid) -> Message;
}

/// A reading as compiled: with the scale it brings, where it needs none from the grid.
#[derive(Debug)]
pub struct Read {
    /// The reading.
    pub reading: Box<dyn Reading>,
    /// Its own scale; a `scale` beside it would say the same thing twice.
    pub scale: Option<Box<dyn Scale>>,
    /// The type of fact that a scale must suit, by the index of the fact; nothing to suit where the scale is its own.
    pub suits: Vec<usize>,
}

/// A kind of reading: its keys, and how a draft becomes one.
#[derive(Debug)]
pub struct ReadingKind {
    /// Its keys; the first tells it from the others.
    pub shape: &'static Shape,
    /// Builds it from the table that has the first key.
    pub compile: fn(&Fields, Decimal, &Names<'_>, &mut Findings) -> Option<Read>,
}

macro_rules! registry {
    ($count:literal: $($file:ident $kind:ident $shape:ident $in_part:ident),* $(,)?) => {
        /// Every reading.
        pub static READINGS: &[ReadingKind] = &[$($file::$kind),*];
        /// The shapes of [`READINGS`], for the key table; the sum of several follows them there.
        pub const SHAPES: [&Shape; $count] = [$(&$file::$shape),*];
        /// The keys by which a part of a sum says what it reads.
        pub const PART_KEYS: [Key; $count] = [$($file::$in_part),*];
    };
}

registry![5:
    fact KIND SHAPE IN_PART,
    extreme HIGHEST HIGHEST_SHAPE HIGHEST_IN_PART,
    extreme LOWEST LOWEST_SHAPE LOWEST_IN_PART,
    condition KIND SHAPE IN_PART,
    table KIND SHAPE IN_PART,
];

/// The reading that a draft describes, for a part of this weight; `None` where a finding says why not.
pub fn compile(fields: &Fields, weight: Decimal, names: &Names<'_>, findings: &mut Findings) -> Option<Read> {
    let kind = READINGS.iter().find(|kind| kind.shape.keys.first().is_some_and(|key| fields.get(key.name).is_some()))?;
    (kind.compile)(fields, weight, names, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_is_in_the_key_table_and_in_parts() {
        for ((kind, shape), key) in READINGS.iter().zip(SHAPES).zip(&PART_KEYS) {
            assert!(std::ptr::eq(kind.shape, shape), "{}", shape.name);
            assert_eq!(shape.keys[0].name, key.name);
        }
    }
}
