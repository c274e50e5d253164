//! A criterion: what is marked or measured, on which scale, and what it weighs.

use std::sync::Arc;

use super::combine::Policy;
use super::reading::Reading;
use super::rules::Missing;
use super::scale::Scale;
use crate::number::{Decimal, Exact};
use crate::text::Label;

/// A line of the grid.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Stable identifier.
    pub id: String,
    /// Its official name.
    pub label: Label,
    /// A name for narrow columns.
    pub short: Option<Label>,
    /// The group it stands in, by index; `None` at the top of the grid.
    pub group: Option<usize>,
    /// Its weight: points of the total, or of its group; in a group that takes a mean, relative to its siblings. As written, a
    /// decimal; after a re-weighting, any fraction.
    pub weight: Exact,
    /// What its points do to the total.
    pub role: Role,
    /// What guides the mark; carries no weight.
    pub aspects: Vec<Label>,
    /// How it is marked unless the call chooses another way.
    pub measure: Measure,
    /// Other ways the call may choose, by name.
    pub ways: Vec<(String, Measure)>,
    /// The least mark, in the scale's own units, below which a submission is excluded; included.
    pub minimum: Option<Decimal>,
    /// The mark to reach, in the scale's own units; missing it excludes nobody.
    pub target: Option<Decimal>,
    /// The stage at which it is marked, by index.
    pub stage: usize,
    /// What a missing mark means here, where it is not what the grid says of all.
    pub missing: Option<Missing>,
    /// How its marks combine, where that is not what the grid says of all.
    pub combine: Option<Arc<dyn Policy>>,
}

/// What the points of a criterion or a group do to the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// They are a part of it: the weights add up to the total.
    #[default]
    Weighed,
    /// They are added beside the weights.
    Bonus,
    /// They are taken away.
    Malus,
    /// None: it is marked and shown, and may be looked at by conditions.
    Aside,
}

impl Role {
    /// The words for them in a grid.
    pub const WORDS: &[&str] = &["weighed", "bonus", "malus", "aside"];

    /// The role a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Weighed, Self::Bonus, Self::Malus, Self::Aside].into_iter().find(|role| role.word() == word)
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Weighed => "weighed",
            Self::Bonus => "bonus",
            Self::Malus => "malus",
            Self::Aside => "aside",
        }
    }
}

/// How a criterion gets its points.
#[derive(Debug, Clone)]
pub enum Measure {
    /// Reviewers give a mark on this scale.
    Marks(Arc<dyn Scale>),
    /// Facts give it: the parts add up to the criterion.
    Facts(Vec<Part>),
}

/// One contribution to a criterion that facts measure.
#[derive(Debug, Clone)]
pub struct Part {
    /// How facts become a number.
    pub reading: Arc<dyn Reading>,
    /// Its part of the criterion's weight, in points.
    pub weight: Decimal,
    /// How the number becomes a share.
    pub scale: Arc<dyn Scale>,
}

impl Measure {
    /// The one scale it is on; `None` for a sum of several parts.
    pub fn scale(&self) -> Option<&dyn Scale> {
        match self {
            Self::Marks(scale) => Some(&**scale),
            Self::Facts(parts) => match parts.as_slice() {
                [part] => Some(&*part.scale),
                _ => None,
            },
        }
    }

    /// The parts, where facts give the points.
    pub fn parts(&self) -> &[Part] {
        match self {
            Self::Marks(_) => &[],
            Self::Facts(parts) => parts,
        }
    }

    /// The facts it needs, each once.
    pub fn facts(&self) -> Vec<usize> {
        let mut facts = Vec::new();
        for fact in self.parts().iter().flat_map(|part| part.reading.facts()) {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
    }

    /// Whether it compares submissions with each other, so that it has to know which of them are in the pool.
    pub fn is_relative(&self) -> bool {
        self.parts().iter().any(|part| part.scale.relative().is_some())
    }
}

impl Criterion {
    /// How it is measured when the call chose `way` (`None`: the grid's own).
    pub fn measure(&self, way: Option<&str>) -> &Measure {
        way.and_then(|way| self.ways.iter().find(|(name, _)| name == way)).map_or(&self.measure, |(_, measure)| measure)
    }

    /// The scale of its own measure, where there is one.
    pub fn scale(&self) -> Option<&dyn Scale> {
        self.measure.scale()
    }

    /// Every name a file may give it: the identifier, the official and the short name in both languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.label.texts()).chain(self.short.iter().flat_map(Label::texts))
    }
}
