//! Conditions on facts, as data: they can be linted, translated and explained. A new test on a fact is one file here
//! and one line in [`TESTS`].

mod dates;
mod members;
mod numbers;
mod presence;

use std::fmt::Debug;

use super::keys::{Key, Kind, Need, Shape};
use super::{Fact, FactKind, FactValue, Findings, Node};
use crate::number::Date;
use crate::text::{Message, Pair};

/// What a submission must be, or have.
#[derive(Debug)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A test of one fact.
    Fact {
        /// The index of the fact in the grid.
        fact: usize,
        /// The test.
        test: Box<dyn Test>,
    },
}

/// A test of the value of one fact.
pub trait Test: Debug + Send + Sync {
    /// Whether the value passes; `None` when there is no value to tell by.
    fn passes(&self, value: Option<FactValue>, today: Option<Date>) -> Option<bool>;

    /// Whether the test needs the call's `as_of` date.
    fn needs_today(&self) -> bool {
        false
    }

    /// What is required of `fact`, as a sentence: "the type of practice is A or B".
    fn describe(&self, fact: &Fact) -> Message;
}

/// A kind of test: its keys, and how a draft becomes one.
#[derive(Debug)]
pub struct TestKind {
    /// Its keys; the first tells it from the others and holds the operand.
    pub shape: &'static Shape,
    /// Builds it from its operand, for a fact whose type it must suit.
    pub compile: fn(&Node, &Fact, &mut Findings) -> Option<Box<dyn Test>>,
}

/// Every test of a fact.
pub static TESTS: &[TestKind] = &[
    members::ONE_OF,
    members::NONE_OF,
    numbers::AT_LEAST,
    numbers::AT_MOST,
    numbers::BETWEEN,
    presence::PRESENT,
    presence::ABSENT,
    dates::BEFORE,
    dates::AFTER,
    dates::WITHIN_YEARS,
];

macro_rules! combination {
    ($SHAPE:ident, $name:literal, $kind:expr, $fr:literal, $en:literal) => {
        static $SHAPE: Shape = Shape {
            name: concat!("condition `", $name, "`"),
            doc: Pair { fr: $fr, en: $en },
            keys: &[Key { name: $name, kind: $kind, need: Need::Required, doc: Pair { fr: $fr, en: $en } }],
        };
    };
}

combination!(ALL, "all", Kind::List(&CONDITION), "Toutes ces conditions sont remplies.", "Every one of these conditions holds.");
combination!(
    ANY,
    "any",
    Kind::List(&CONDITION),
    "Au moins une de ces conditions est remplie.",
    "At least one of these conditions holds."
);
combination!(NOT, "not", CONDITION, "Cette condition n’est pas remplie.", "This condition does not hold.");

/// A condition in the key table.
pub static CONDITION: Kind = Kind::Variant(&[
    &ALL,
    &ANY,
    &NOT,
    &members::ONE_OF_SHAPE,
    &members::NONE_OF_SHAPE,
    &numbers::AT_LEAST_SHAPE,
    &numbers::AT_MOST_SHAPE,
    &numbers::BETWEEN_SHAPE,
    &presence::PRESENT_SHAPE,
    &presence::ABSENT_SHAPE,
    &dates::BEFORE_SHAPE,
    &dates::AFTER_SHAPE,
    &dates::WITHIN_YEARS_SHAPE,
]);

/// The key that names the fact, the same in every test.
const FACT_KEY: Key = Key {
    name: "fact",
    kind: Kind::Id,
    need: Need::Required,
    doc: Pair { fr: "Le renseignement examiné.", en: "The fact that is looked at." },
};

/// The tests that suit facts of a type, to say with one that does not.
fn tests_for(kind: &FactKind) -> Message {
    let tests: &[&str] = match kind {
        FactKind::Text => &["present", "absent"],
        FactKind::Choice(_) | FactKind::YesNo => &["one_of", "none_of", "present", "absent"],
        FactKind::Number | FactKind::Count => &["one_of", "none_of", "at_least", "at_most", "between", "present", "absent"],
        FactKind::Date => &["at_least", "at_most", "between", "before", "after", "within_years", "present", "absent"],
    };
    Message::TestsFor { kind: kind.word().to_owned(), tests: tests.iter().map(|test| (*test).to_owned()).collect() }
}

impl Condition {
    /// Whether the condition holds; `None` where a missing value leaves it undecided (Kleene’s three values).
    pub fn holds(&self, value: &dyn Fn(usize) -> Option<FactValue>, today: Option<Date>) -> Option<bool> {
        match self {
            Self::All(parts) => settle(parts.iter().map(|part| part.holds(value, today)), false),
            Self::Any(parts) => settle(parts.iter().map(|part| part.holds(value, today)), true),
            Self::Not(part) => part.holds(value, today).map(|held| !held),
            Self::Fact { fact, test } => test.passes(value(*fact), today),
        }
    }

    /// The facts it looks at, in order, each once.
    pub fn facts(&self) -> Vec<usize> {
        let mut found = Vec::new();
        self.walk(&mut |fact, _| {
            if !found.contains(&fact) {
                found.push(fact);
            }
        });
        found
    }

    /// Whether any part of it needs the call's `as_of` date.
    pub fn needs_today(&self) -> bool {
        let mut needed = false;
        self.walk(&mut |_, test| needed |= test.needs_today());
        needed
    }

    fn walk(&self, visit: &mut dyn FnMut(usize, &dyn Test)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Not(part) => part.walk(visit),
            Self::Fact { fact, test } => visit(*fact, &**test),
        }
    }

    /// What is required, as a sentence.
    pub fn describe(&self, facts: &[Fact]) -> Message {
        match self {
            Self::All(parts) => Message::ConditionAll { parts: parts.iter().map(|part| part.describe(facts)).collect() },
            Self::Any(parts) => Message::ConditionAny { parts: parts.iter().map(|part| part.describe(facts)).collect() },
            Self::Not(part) => Message::ConditionNot { part: Box::new(part.describe(facts)) },
            Self::Fact { fact, test } => match facts.get(*fact) {
                Some(fact) => test.describe(fact),
                None => Message::Verbatim { text: fact.to_string() },
            },
        }
    }
}

/// `all` is settled by one `false`, `any` by one `true`; otherwise an unknown part leaves the whole unknown.
fn settle(parts: impl Iterator<Item = Option<bool>>, settled_by: bool) -> Option<bool> {
    let mut unknown = false;
    for part in parts {
        match part {
            Some(held) if held == settled_by => return Some(settled_by),
            Some(_) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(!settled_by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_is_in_the_key_table_under_its_own_first_key() {
        let Kind::Variant(shapes) = CONDITION else { unreachable!() };
        assert_eq!(shapes.len(), TESTS.len() + 3);
        for (kind, shape) in TESTS.iter().zip(&shapes[3..]) {
            assert!(std::ptr::eq(kind.shape, *shape), "{}", shape.name);
            assert_eq!(shape.keys[1].name, "fact");
        }
    }

    #[test]
    fn unknown_parts_leave_the_whole_unknown_unless_another_settles_it() {
        let (yes, no, unknown) = (Some(true), Some(false), None);
        assert_eq!(settle([yes, unknown].into_iter(), false), None);
        assert_eq!(settle([no, unknown].into_iter(), false), Some(false));
        assert_eq!(settle([no, unknown].into_iter(), true), None);
        assert_eq!(settle([yes, unknown].into_iter(), true), Some(true));
        assert_eq!(settle([].into_iter(), false), Some(true));
    }
}
