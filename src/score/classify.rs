//! Classification: the first level whose condition holds.

use super::evaluate::Evaluation;
use super::sight::Sight;

/// Where a submission stands in a classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The level at this index of the grid.
    Level(usize),
    /// None of the levels.
    None,
    /// It cannot be told: something that a level looks at is missing.
    Undecided,
}

impl Evaluation<'_> {
    /// The class of a submission; `None` where the grid has no levels.
    pub fn class(&self, submission: usize) -> Option<Class> {
        (!self.grid.levels.is_empty()).then(|| self.class_at(&Sight::new(self, submission)))
    }

    /// For each level of the grid, whether its condition holds; `None` where it cannot be told. All the rest is what no level
    /// above takes.
    pub fn level_outcomes(&self, submission: usize) -> Vec<Option<bool>> {
        let sight = Sight::new(self, submission);
        let mut outcomes: Vec<Option<bool>> = Vec::new();
        for level in &self.grid.levels {
            let rest = if outcomes.contains(&Some(true)) {
                Some(false)
            } else if outcomes.contains(&None) {
                None
            } else {
                Some(true)
            };
            outcomes.push(level.when.as_ref().map_or(rest, |when| when.holds(&sight)));
        }
        outcomes
    }

    pub(super) fn class_at(&self, sight: &Sight<'_>) -> Class {
        for (index, level) in self.grid.levels.iter().enumerate() {
            match level.when.as_ref().map_or(Some(true), |when| when.holds(sight)) {
                Some(true) => return Class::Level(index),
                Some(false) => {}
                None => return Class::Undecided,
            }
        }
        Class::None
    }
}
