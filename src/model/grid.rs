//! The grid: what is asked, what excludes, what is weighed, and how ties and gaps are settled.

use super::condition::Condition;
use super::scale::Scale;
use super::{Fact, Source};
use crate::number::Decimal;
use crate::text::Label;

use std::sync::Arc;

/// A valid grid.
#[derive(Debug)]
pub struct Grid {
    /// Stable identifier.
    pub id: String,
    /// Version, as its authors write it.
    pub version: String,
    /// Its name.
    pub title: Label,
    /// Who published it.
    pub issuer: Option<Label>,
    /// The year of publication.
    pub year: Option<usize>,
    /// Where it was published, and what in it is not.
    pub source: Option<Label>,
    /// The most points a submission can have; the weights add up to exactly this. Zero where there is no criterion.
    pub total: Decimal,
    /// How many decimals people are shown; never what decides.
    pub decimals: usize,
    /// Declared columns.
    pub facts: Vec<Fact>,
    /// Exclusion criteria.
    pub gates: Vec<Gate>,
    /// Weighted criteria.
    pub criteria: Vec<Criterion>,
    /// Policies.
    pub rules: Rules,
    /// The file it was read from.
    pub file: Arc<Source>,
}

/// An exclusion criterion.
#[derive(Debug)]
pub struct Gate {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// What a submission must be to stay.
    pub require: Condition,
    /// The reason given to those it excludes, where the condition alone would not be clear.
    pub reason: Option<Label>,
}

/// A weighted criterion.
#[derive(Debug)]
pub struct Criterion {
    /// Stable identifier.
    pub id: String,
    /// Its official name.
    pub label: Label,
    /// A name for narrow columns.
    pub short: Option<Label>,
    /// Its weight, in points of the grid's total.
    pub weight: Decimal,
    /// What guides the mark; carries no weight.
    pub aspects: Vec<Label>,
    /// How it is marked unless the call chooses another way.
    pub measure: Measure,
    /// Other ways the call may choose, by name.
    pub ways: Vec<(String, Measure)>,
    /// The least mark, in the scale's own units, below which a submission is excluded; included.
    pub minimum: Option<Decimal>,
}

/// How a criterion gets its points.
#[derive(Debug)]
pub enum Measure {
    /// Reviewers give a mark on this scale.
    Marks(Box<dyn Scale>),
    /// Facts give it: the parts add up to the criterion.
    Facts(Vec<Part>),
}

/// One fact's contribution to a criterion.
#[derive(Debug)]
pub struct Part {
    /// The index of the fact in the grid.
    pub fact: usize,
    /// Its part of the criterion's weight, in points.
    pub weight: Decimal,
    /// How the value becomes a share.
    pub scale: Box<dyn Scale>,
}

/// The policies of a grid.
#[derive(Debug)]
pub struct Rules {
    /// What a missing mark means.
    pub missing: Missing,
    /// How many marks a criterion needs to count as marked.
    pub quorum: usize,
    /// The least total, below which a submission is excluded; included.
    pub pass: Option<Decimal>,
    /// The criteria that settle a tie, in order, by index: more points first.
    pub ties: Vec<usize>,
    /// How ranks are counted after a tie.
    pub ranks: Ranks,
}

/// What a mark that nobody gave means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The submission is not ranked, and the ranking is provisional.
    Unrated,
    /// It is an error of the file.
    Error,
    /// The criterion is left out of that submission's total and its weight shared among the others, in proportion.
    Reweight,
    /// It counts as the lowest mark of the scale.
    Lowest,
}

impl Missing {
    /// The policies and their words in a grid.
    pub const WORDS: &[&str] = &["unrated", "error", "reweight", "lowest"];

    /// The policy a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Unrated, Self::Error, Self::Reweight, Self::Lowest].into_iter().find(|policy| policy.word() == word)
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unrated => "unrated",
            Self::Error => "error",
            Self::Reweight => "reweight",
            Self::Lowest => "lowest",
        }
    }
}

/// How ranks go on after a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranks {
    /// 1-2-2-4.
    Competition,
    /// 1-2-2-3.
    Dense,
}

impl Ranks {
    /// The words for them in a grid.
    pub const WORDS: &[&str] = &["competition", "dense"];
}

impl Grid {
    /// The index of a fact.
    pub fn fact(&self, id: &str) -> Option<usize> {
        self.facts.iter().position(|fact| fact.id == id)
    }

    /// The index of a criterion.
    pub fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }
}

impl Criterion {
    /// How it is measured when the call chose `way` (`None`: the grid's own).
    pub fn measure(&self, way: Option<&str>) -> &Measure {
        way.and_then(|way| self.ways.iter().find(|(name, _)| name == way)).map_or(&self.measure, |(_, measure)| measure)
    }

    /// Every name a file may give it: the identifier, the official and the short name in both languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.label.texts()).chain(self.short.iter().flat_map(Label::texts))
    }
}
