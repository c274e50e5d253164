//! What surrounds the weights: stages in order, tracks, levels of a classification, validity over time, summaries.

use super::condition::Condition;
use super::subject::{Item, Subject};
use crate::number::{Decimal, Exact};
use crate::text::Label;

/// A stage: failing a bar of one means that the later ones are neither asked nor counted.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
}

/// A track: other weights, thresholds or places for some of the submissions, told by their facts.
#[derive(Debug, Clone)]
pub struct Track {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Who is on it; `None` on the last one: all the rest.
    pub when: Option<Condition>,
    /// The weights that differ from the grid's.
    pub weights: Vec<(Item, Exact)>,
    /// The minimums that differ from the grid's.
    pub minimums: Vec<(Item, Decimal)>,
    /// The pass mark, where it differs from the grid's.
    pub pass: Option<Decimal>,
    /// How many can be selected on this track, where tracks are ranked apart.
    pub places: Option<usize>,
    /// What can be spent on this track, likewise.
    pub budget: Option<Decimal>,
}

/// A level of a classification; the first whose condition holds is the submission's.
#[derive(Debug, Clone)]
pub struct Level {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// What it takes; `None` on the last one: all the rest.
    pub when: Option<Condition>,
    /// Whether a submission at this level can be rated at all; one that cannot is not ranked.
    pub rateable: bool,
}

/// For how long something is valid.
#[derive(Debug, Clone)]
pub struct Validity {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The date it runs from, by the index of the fact.
    pub fact: usize,
    /// For how many years.
    pub years: u16,
}

/// A mean over submissions, shown under their table.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Of what.
    pub mean: Subject,
    /// The choice by whose values it is also given, by the index of the fact.
    pub by: Option<usize>,
}
