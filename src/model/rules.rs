//! The policies of a grid: what a committee declares rather than leave to guess.

use super::best::Best;
use super::subject::{Seen, Subject, TotalRef};
use crate::number::Decimal;

/// The policies of a grid.
#[derive(Debug)]
pub struct Rules {
    /// What a missing mark means.
    pub missing: Missing,
    /// What a mark "not applicable" means.
    pub not_applicable: NotApplicable,
    /// How the marks of several reviewers combine.
    pub combine: Combine,
    /// How many marks a criterion needs to count as marked.
    pub quorum: usize,
    /// What ranks.
    pub rank_by: RankBy,
    /// The least total, below which a submission is excluded; included.
    pub pass: Option<Decimal>,
    /// The most the total counts for, bonuses included.
    pub cap: Option<Decimal>,
    /// What settles a tie, in order.
    pub ties: Vec<TieKey>,
    /// How ranks are counted after a tie.
    pub ranks: Ranks,
    /// Steps at which the published rule rounds.
    pub round: Rounding,
    /// Whether tracks are ranked apart, each with its own places.
    pub tracks_apart: bool,
    /// What a call's budget is spent on, by the index of the fact.
    pub cost: Option<usize>,
}

/// What ranks the submissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankBy {
    /// A total.
    Total(TotalRef),
    /// Nothing: each submission has a profile or a level, and no rank.
    Nothing,
}

/// How the marks of several reviewers combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combine {
    /// The exact mean of the marks given, criterion by criterion.
    Mean,
    /// Each reviewer's totals become ranks, and the ranks add up: the lowest sum comes first.
    RankSum {
        /// What those share whom a reviewer puts level.
        tied: TiedRanks,
    },
}

/// The rank of those whom a reviewer puts level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TiedRanks {
    /// The mean of the ranks they take together: 1-2.5-2.5-4.
    Mean,
    /// The best of them: 1-2-2-4.
    Lowest,
}

/// What settles a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieKey {
    /// A criterion's points, a group's points or a total; more is better, except on a total whose best is the lowest.
    Scored {
        /// What is compared.
        subject: Subject,
        /// Which is better.
        best: Best,
    },
    /// A number or a date of the submission.
    Fact {
        /// The index of the fact.
        fact: usize,
        /// Which is better.
        best: Best,
    },
    /// A choice or yes-no fact: these values come first, in this order; all others share the last place.
    First {
        /// The index of the fact.
        fact: usize,
        /// The values, as they are seen.
        values: Vec<Seen>,
    },
    /// One fact divided by another.
    Ratio {
        /// The index of the fact that is divided.
        over: usize,
        /// The index of the fact it is divided by.
        by: usize,
        /// Which is better.
        best: Best,
    },
}

/// Numbers of decimals at the steps where the published rule rounds, half up; `None` where it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rounding {
    /// The combined mark of a criterion.
    pub marks: Option<usize>,
    /// The points of a criterion.
    pub points: Option<usize>,
    /// The points of a group.
    pub groups: Option<usize>,
    /// Totals.
    pub totals: Option<usize>,
}

/// What a mark that nobody gave means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The submission is not ranked, and the ranking is provisional.
    Unrated,
    /// It is an error of the file.
    Error,
    /// The criterion is left out of that submission's score and its weight shared among its siblings, in proportion.
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

/// What a mark "not applicable" means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotApplicable {
    /// The grid does not know such marks: one is an error of the file.
    Refuse,
    /// The criterion is left out of its group's score, whose maximum is adjusted: its siblings share its weight.
    LeaveOut,
    /// All the other criteria of the grid share its weight, in proportion.
    ShareOut,
}

impl NotApplicable {
    /// The policies and their words in a grid.
    pub const WORDS: &[&str] = &["refuse", "leave-out", "share-out"];

    /// The policy a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Refuse, Self::LeaveOut, Self::ShareOut].into_iter().find(|policy| policy.word() == word)
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Refuse => "refuse",
            Self::LeaveOut => "leave-out",
            Self::ShareOut => "share-out",
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
