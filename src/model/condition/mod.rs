//! Conditions on facts, as data: they can be linted, translated and explained. A new test on a fact is one file here
//! and one line in the registry below.

mod dates;
mod members;
mod numbers;
mod presence;
mod subject;

use std::fmt::Debug;
use std::sync::Arc;

pub use subject::Scope;

use super::keys::{Key, Kind, Need, Shape};
use super::names::Names;
use super::{Counted, FactKind, Findings, Grid, Look, Node, Seen, Subject, Topic, rule};
use crate::number::{Date, Exact};
use crate::text::{Message, Pair};

/// What a submission must be, or have.
#[derive(Debug, Clone)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A test of one subject.
    Test {
        /// What is looked at.
        subject: Subject,
        /// The test.
        test: Arc<dyn Test>,
    },
}

/// A test of one value.
pub trait Test: Debug + Send + Sync {
    /// Whether the value passes; `None` when there is no value to tell by.
    fn passes(&self, value: Option<&Seen>, today: Option<Date>) -> Option<bool>;

    /// Whether the test needs the call's `as_of` date.
    fn needs_today(&self) -> bool {
        false
    }

    /// The numbers between which it holds, ends included, where that is all it says.
    fn bounds(&self) -> Option<(Option<Exact>, Option<Exact>)> {
        None
    }

    /// The values at which its answer may change: between two neighbours among them, and beyond the last, it answers alike.
    /// `None` where that depends on the call’s date.
    fn cuts(&self) -> Option<Vec<Seen>>;

    /// What is required of its subject, as a sentence: "the type of practice is A or B".
    fn describe(&self, topic: &Topic<'_>) -> Message;
}

/// A kind of test: its keys, and how a draft becomes one.
#[derive(Debug)]
pub struct TestKind {
    /// Its keys; the first tells it from the others and holds the operand.
    pub shape: &'static Shape,
    /// Builds it from its operand, for a subject whose type it must suit.
    pub compile: fn(&Node, &Topic<'_>, &mut Findings) -> Option<Box<dyn Test>>,
}

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

macro_rules! registry {
    ($($file:ident $kind:ident $shape:ident),* $(,)?) => {
        /// Every test.
        pub static TESTS: &[TestKind] = &[$($file::$kind),*];
        /// A condition in the key table: the combinations, then the tests.
        pub static CONDITION: Kind = Kind::Variant(&[&ALL, &ANY, &NOT, $(&$file::$shape),*]);
    };
}

registry![
    members ONE_OF ONE_OF_SHAPE,
    members NONE_OF NONE_OF_SHAPE,
    numbers AT_LEAST AT_LEAST_SHAPE,
    numbers AT_MOST AT_MOST_SHAPE,
    numbers BETWEEN BETWEEN_SHAPE,
    presence PRESENT PRESENT_SHAPE,
    presence ABSENT ABSENT_SHAPE,
    dates BEFORE BEFORE_SHAPE,
    dates AFTER AFTER_SHAPE,
    dates WITHIN_YEARS WITHIN_YEARS_SHAPE,
];

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

/// The condition that a draft describes; `None` where a finding says why not.
pub fn compile(node: &Node, names: &Names<'_>, scope: Scope, findings: &mut Findings) -> Option<Condition> {
    let fields = node.table()?;
    // The walker has said so where not exactly one shape fits.
    let Kind::Variant(shapes) = CONDITION else { return None };
    let mut tags = shapes.iter().filter_map(|shape| shape.keys.first()).filter(|key| fields.get(key.name).is_some());
    let (tag, None) = (tags.next()?.name, tags.next()) else { return None };
    let operand = fields.get(tag)?;
    let several = |findings: &mut Findings| -> Option<Vec<Condition>> {
        let items = operand.list()?;
        if items.is_empty() {
            findings.push(&rule::EMPTY_LIST, &operand.span, Message::EmptyList {}).help(Message::EmptyListHelp {});
        }
        let parts: Vec<Option<Condition>> = items.iter().map(|item| compile(item, names, scope, findings)).collect();
        parts.into_iter().collect()
    };
    match tag {
        "all" => several(findings).map(Condition::All),
        "any" => several(findings).map(Condition::Any),
        "not" => compile(operand, names, scope, findings).map(|part| Condition::Not(Box::new(part))),
        _ => {
            let subject = subject::compile(fields, names, scope, findings)?;
            let kind = TESTS.iter().find(|kind| kind.shape.keys.first().is_some_and(|key| key.name == tag))?;
            let test = (kind.compile)(operand, &names.topic(&subject)?, findings)?;
            Some(Condition::Test { subject, test: test.into() })
        }
    }
}

impl Condition {
    /// Whether the condition holds; `None` where a missing value leaves it undecided (Kleene’s three values).
    pub fn holds(&self, look: &dyn Look) -> Option<bool> {
        match self {
            Self::All(parts) => settle(parts.iter().map(|part| part.holds(look)), false),
            Self::Any(parts) => settle(parts.iter().map(|part| part.holds(look)), true),
            Self::Not(part) => part.holds(look).map(|held| !held),
            Self::Test { subject, test } => test.passes(look.seen(subject).as_ref(), look.today()),
        }
    }

    /// What it looks at, in order, each once.
    pub fn subjects(&self) -> Vec<&Subject> {
        let mut found: Vec<&Subject> = Vec::new();
        self.walk(&mut |subject, _| {
            if !found.contains(&subject) {
                found.push(subject);
            }
        });
        found
    }

    /// The facts it looks at, in order, each once.
    pub fn facts(&self) -> Vec<usize> {
        let facts = self.subjects().into_iter().filter_map(|subject| match subject {
            Subject::Fact(fact) => Some(*fact),
            _ => None,
        });
        facts.collect()
    }

    /// The criteria of which it asks for exactly one mark or level, by index.
    pub fn exact_criteria(&self) -> Vec<usize> {
        let mut found = Vec::new();
        self.walk(&mut |subject, test| match subject {
            Subject::Criterion(criterion) if test.bounds().is_none() => found.push(*criterion),
            Subject::Count(count) if matches!(count.what, Counted::At(_)) => {
                found.extend(count.among.iter().map(|(criterion, _)| *criterion));
            }
            _ => {}
        });
        found
    }

    /// What it looks at, each once, with the values at which the answer of some test of it may change; `None` where one
    /// depends on the call’s date.
    pub fn cuts(&self) -> Option<Vec<(&Subject, Vec<Seen>)>> {
        let mut found: Vec<(&Subject, Vec<Seen>)> = Vec::new();
        let mut whole = true;
        self.walk(&mut |subject, test| {
            let Some(cuts) = test.cuts() else { return whole = false };
            match found.iter_mut().find(|(known, _)| *known == subject) {
                Some((_, known)) => known.extend(cuts),
                None => found.push((subject, cuts)),
            }
        });
        whole.then_some(found)
    }

    /// Whether it needs a fact: asks for one of its values, or (`given`) that it be given at all.
    pub fn needs(&self, fact: usize, given: bool) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.needs(fact, given)),
            // What must not be given is not needed.
            Self::Not(part) => part.needs(fact, false),
            Self::Test { subject, test } => {
                *subject == Subject::Fact(fact)
                    && match test.passes(None, None) {
                        None => true,
                        Some(without) => given && !without,
                    }
            }
        }
    }

    /// How many tests it has.
    pub fn tests(&self) -> usize {
        let mut count = 0;
        self.walk(&mut |_, _| count += 1);
        count
    }

    /// That a number reaches a bound.
    pub fn at_least(subject: Subject, bound: Exact) -> Self {
        Self::Test { subject, test: numbers::at_least(bound) }
    }

    /// Whether any part of it needs the call's `as_of` date.
    pub fn needs_today(&self) -> bool {
        let mut needed = false;
        self.walk(&mut |_, test| needed |= test.needs_today());
        needed
    }

    fn walk<'c>(&'c self, visit: &mut dyn FnMut(&'c Subject, &'c dyn Test)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Not(part) => part.walk(visit),
            Self::Test { subject, test } => visit(subject, &**test),
        }
    }

    /// What is required, as a sentence.
    pub fn describe(&self, grid: &Grid) -> Message {
        match self {
            Self::All(parts) => Message::ConditionAll { parts: parts.iter().map(|part| part.describe(grid)).collect() },
            Self::Any(parts) => Message::ConditionAny { parts: parts.iter().map(|part| part.describe(grid)).collect() },
            Self::Not(part) => Message::ConditionNot { part: Box::new(part.describe(grid)) },
            Self::Test { subject, test } => match grid.topic(subject) {
                Some(topic) => test.describe(&topic),
                None => Message::Verbatim { text: String::new() },
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
            assert!(shape.keys[1..].iter().all(|key| key.need == Need::OneOf) || shape.keys.len() == 2, "{}", shape.name);
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
