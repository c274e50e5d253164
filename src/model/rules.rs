//! The policies of a grid: what a committee declares rather than leave to guess.

use std::sync::Arc;

use super::best::Best;
use super::combine::{Case, Policy};
use super::subject::{Item, Seen, Subject, TotalRef};
use crate::number::Decimal;

/// The policies of a grid.
#[derive(Debug, Clone)]
pub struct Rules {
    /// What a missing mark means.
    pub missing: Missing,
    /// What a mark "not applicable" means.
    pub not_applicable: NotApplicable,
    /// What of several reviewers is combined.
    pub combine: Combine,
    /// How their marks combine, and what each state of a mark does.
    pub panel: PanelRules,
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

/// What of several reviewers is combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combine {
    /// Their marks on each criterion, which then make one total.
    Marks,
    /// The total of each of them, over the criteria that they marked whole.
    Totals,
    /// Each reviewer's totals become ranks, and the ranks add up: the lowest sum comes first.
    RankSum {
        /// What those share whom a reviewer puts level.
        tied: TiedRanks,
        /// Whether the mean of the ranks counts, over those who may mark the submission, and not their sum over everyone.
        mean: bool,
    },
}

impl Combine {
    /// The words of `per` in a grid: marks on each criterion, or totals.
    pub const PER: &[&str] = &["criterion", "total"];
}

/// How marks combine, and what each state of a mark does.
#[derive(Debug, Clone)]
pub struct PanelRules {
    /// By panel size and by spread: the first case that holds decides.
    pub cases: Vec<Case>,
    /// What decides where no case does.
    pub policy: Arc<dyn Policy>,
    /// How many marks a criterion needs to count as marked.
    pub quorum: Quorum,
    /// How many reviewers must have marked a submission on one criterion at least; `None` where any number will do.
    pub reviewers: Option<Quorum>,
    /// What an abstention does.
    pub abstained: Abstained,
    /// Whether the mark that an eligible reviewer did not give counts as the lowest; otherwise it is left out.
    pub missing_is_lowest: bool,
    /// What a consensus mark does, where the grid knows one.
    pub consensus: Option<Consensus>,
}

/// How many of those eligible must have given a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quorum {
    /// So many, at least one.
    Count(usize),
    /// More than half of those eligible.
    Majority,
    /// All those eligible.
    All,
}

impl Quorum {
    /// The words that may stand in place of a number.
    pub const WORDS: &[&str] = &["majority", "all"];

    /// The quorum that a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "majority" => Some(Self::Majority),
            "all" => Some(Self::All),
            _ => None,
        }
    }

    /// How many that is where so many are eligible; at least one.
    pub const fn of(self, eligible: usize) -> usize {
        match self {
            Self::Count(count) => count,
            Self::Majority => eligible / 2 + 1,
            Self::All if eligible == 0 => 1,
            Self::All => eligible,
        }
    }
}

/// What an abstention does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abstained {
    /// It is left out; who abstains stays among those eligible.
    LeaveOut,
    /// It is left out, and who abstains is not among those eligible.
    Excuse,
    /// It counts as the lowest mark of the scale.
    Lowest,
}

impl Abstained {
    /// The words for it in a grid.
    pub const WORDS: &[&str] = &["leave-out", "excuse", "lowest"];

    /// What a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "leave-out" => Some(Self::LeaveOut),
            "excuse" => Some(Self::Excuse),
            "lowest" => Some(Self::Lowest),
            _ => None,
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::LeaveOut => "leave-out",
            Self::Excuse => "excuse",
            Self::Lowest => "lowest",
        }
    }
}

/// What a consensus mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consensus {
    /// Where it is given, it is the mark.
    Replaces,
    /// Votes may depart from it by so much at most; without it, from the mean of the leads.
    Bounds(Decimal),
}

impl Consensus {
    /// The words for it in a grid.
    pub const WORDS: &[&str] = &["replaces", "bounds"];
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

impl TieKey {
    /// The criterion or group whose points it compares.
    pub const fn item(&self) -> Option<Item> {
        match self {
            Self::Scored { subject: Subject::Criterion(index), .. } => Some(Item::Criterion(*index)),
            Self::Scored { subject: Subject::Group(index), .. } => Some(Item::Group(*index)),
            Self::Scored { .. } | Self::Fact { .. } | Self::First { .. } | Self::Ratio { .. } => None,
        }
    }
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
