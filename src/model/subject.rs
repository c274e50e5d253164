//! What conditions, totals and tie keys look at: a fact, a criterion, a group, a total, or how many criteria reach a level.

use super::scale::Scale;
use super::{FactKind, FactValue};
use crate::number::{Date, Decimal, Exact};
use crate::text::Message;

/// A criterion or a group: what has points and stands somewhere in the tree of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The criterion at this index of the grid.
    Criterion(usize),
    /// The group at this index.
    Group(usize),
}

/// One of the totals of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalRef {
    /// The sum that the weights make.
    Main,
    /// The `[[total]]` at this index.
    Named(usize),
}

/// What a condition looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The value of a fact.
    Fact(usize),
    /// The combined mark on a criterion.
    Criterion(usize),
    /// The points of a group.
    Group(usize),
    /// A total.
    Total(TotalRef),
    /// How many criteria are at a level, or below their target.
    Count(LevelCount),
}

/// A count of criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelCount {
    /// What is counted.
    pub what: Counted,
    /// The criteria among which, by index, each with the mark that the level is worth on its scale (unused for targets).
    pub among: Vec<(usize, Decimal)>,
}

/// What a [`LevelCount`] counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// Criteria exactly at this level, as people call it.
    At(Message),
    /// Criteria at this level or a better one.
    AtLeast(Message),
    /// Criteria at a worse level than this.
    Below(Message),
    /// Criteria whose mark is below their target.
    BelowTarget,
}

/// A value found for a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// There is a text.
    Text,
    /// The index of the value among the declared ones.
    Choice(usize),
    /// A number: a fact, a mark, points, a total, a count.
    Number(Exact),
    /// A day.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
}

impl From<FactValue> for Seen {
    fn from(value: FactValue) -> Self {
        match value {
            FactValue::Text => Self::Text,
            FactValue::Choice(index) => Self::Choice(index),
            FactValue::Number(number) => Self::Number(number.into()),
            FactValue::Date(date) => Self::Date(date),
            FactValue::YesNo(yes) => Self::YesNo(yes),
        }
    }
}

/// A share of an item for one submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Share {
    /// It has one, between 0 and 1.
    Given(Exact),
    /// It is left out: not applicable, or missing and left out as the grid says.
    LeftOut,
    /// It is missing.
    Missing,
}

/// One submission as conditions and totals see it.
pub trait Look {
    /// The value of a subject; `None` where it is missing.
    fn seen(&self, subject: &Subject) -> Option<Seen>;

    /// The share of an item.
    fn share(&self, item: Item) -> Share;

    /// The reference date of the call.
    fn today(&self) -> Option<Date>;

    /// The number a subject is, where it is one.
    fn number(&self, subject: &Subject) -> Option<Exact> {
        match self.seen(subject)? {
            Seen::Number(number) => Some(number),
            Seen::Text | Seen::Choice(_) | Seen::Date(_) | Seen::YesNo(_) => None,
        }
    }
}

/// What a test must know of its subject: how it is called and of which type it is.
#[derive(Debug)]
pub struct Topic<'a> {
    /// Its identifier.
    pub id: &'a str,
    /// How people call it.
    pub label: Message,
    /// The type of its values.
    pub kind: &'a FactKind,
    /// The scale of a criterion, whose words may stand for marks.
    pub scale: Option<&'a dyn Scale>,
}

impl Topic<'_> {
    /// The number that a word means on the scale, where there is one.
    pub fn word(&self, text: &str) -> Option<Decimal> {
        self.scale.and_then(|scale| scale.word(text))
    }

    /// What people call a mark of the scale, where it has a name.
    pub fn name_of(&self, mark: Decimal) -> Option<Message> {
        self.scale.and_then(|scale| scale.name_of(&mark.into()))
    }
}
