//! Pictures of numbers, as data: what is drawn, and not how. Each form that shows people something draws it as it can.

use crate::number::Exact;
use crate::text::Message;

/// A picture of numbers. Forms that show rows only leave it out: its numbers stand in a table or in the data as well.
#[derive(Debug, Clone)]
pub enum Chart {
    /// A bar a row, all from zero on one axis.
    Bars(Bars),
    /// An interval a row, all on one axis.
    Intervals(Intervals),
}

/// Bars from zero, of one part or of several laid end to end.
#[derive(Debug, Clone)]
pub struct Bars {
    /// What the rows are: the heading of their labels.
    pub of: Message,
    /// What each part of a bar stands for (`selected`, `undecided`), in the order of [`Bar::values`]; one at least.
    pub parts: Vec<Message>,
    /// The rows, in the order they are shown.
    pub rows: Vec<Bar>,
    /// Where the axis ends; the parts of a bar add up to this at most.
    pub most: Exact,
    /// What the numbers are.
    pub unit: Unit,
    /// The numbers beside the picture have so many decimals, rounded half away from zero.
    pub decimals: usize,
}

/// One bar.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Whose it is.
    pub label: Message,
    /// How long each part is, in the unit of the axis; not below zero.
    pub values: Vec<Exact>,
    /// A remark beside or under it.
    pub note: Option<Message>,
}

/// Intervals on one axis, each with a value of its own marked.
#[derive(Debug, Clone)]
pub struct Intervals {
    /// What the rows are: the heading of their labels.
    pub of: Message,
    /// What the marked values are (`published`).
    pub mark: Message,
    /// The rows, in the order they are shown.
    pub rows: Vec<Interval>,
    /// Where the axis begins.
    pub low: Exact,
    /// Where it ends.
    pub high: Exact,
    /// What the numbers are.
    pub unit: Unit,
    /// The numbers beside the picture have so many decimals, rounded half away from zero. Ends that must not be said to be further
    /// than they are come rounded inward.
    pub decimals: usize,
}

/// One interval.
#[derive(Debug, Clone)]
pub struct Interval {
    /// Whose it is.
    pub label: Message,
    /// Where it begins.
    pub low: End,
    /// Where it ends.
    pub high: End,
    /// The value that is marked.
    pub mark: Exact,
    /// A remark beside or under it.
    pub note: Option<Message>,
}

/// An end of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Where it is.
    pub at: Exact,
    /// Whether something changes beyond it; otherwise it is only where the axis ends.
    pub changes: bool,
}

/// What the numbers of a picture are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Parts of a hundred, from 0 to 100.
    Percent,
    /// Numbers whose unit the heading says.
    Plain,
}

impl End {
    /// Where something changes.
    pub const fn change(at: Exact) -> Self {
        Self { at, changes: true }
    }

    /// Where the axis ends.
    pub const fn of_axis(at: Exact) -> Self {
        Self { at, changes: false }
    }
}
