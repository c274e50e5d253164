//! `at_least`, `at_most` and `between`: bounds on a number, a count or a date, always included.

use std::cmp::Ordering;
use std::sync::Arc;

use super::subject::{COUNT, CRITERION, FACT, GROUP, TOTAL};
use super::{Test, TestKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{FactKind, Findings, Node, Seen, Topic, rule};
use crate::number::{Date, Exact};
use crate::text::{Message, Pair};

macro_rules! shape {
    ($SHAPE:ident, $name:literal, $kind:expr, $fr:literal, $en:literal, $operand_fr:literal, $operand_en:literal) => {
        pub(super) static $SHAPE: Shape = Shape {
            name: concat!("condition `", $name, "`"),
            doc: Pair { fr: $fr, en: $en },
            keys: &[
                Key { name: $name, kind: $kind, need: Need::Required, doc: Pair { fr: $operand_fr, en: $operand_en } },
                FACT,
                CRITERION,
                GROUP,
                TOTAL,
                COUNT,
            ],
        };
    };
}

shape!(
    AT_LEAST_SHAPE,
    "at_least",
    Kind::Scalar,
    "Le nombre ou la date atteint cette borne.",
    "The number or date reaches this bound.",
    "La borne inférieure, comprise.",
    "The lower bound, included."
);
shape!(
    AT_MOST_SHAPE,
    "at_most",
    Kind::Scalar,
    "Le nombre ou la date ne dépasse pas cette borne.",
    "The number or date does not pass this bound.",
    "La borne supérieure, comprise.",
    "The upper bound, included."
);
shape!(
    BETWEEN_SHAPE,
    "between",
    Kind::List(&Kind::Scalar),
    "Le nombre ou la date est entre ces deux bornes.",
    "The number or date is between these two bounds.",
    "Les deux bornes, comprises.",
    "The two bounds, included."
);

pub(super) const AT_LEAST: TestKind = TestKind {
    shape: &AT_LEAST_SHAPE,
    compile: |node, fact, findings| Some(Box::new(Bounds { low: Some(bound("at_least", node, fact, findings)?), high: None })),
};
pub(super) const AT_MOST: TestKind = TestKind {
    shape: &AT_MOST_SHAPE,
    compile: |node, fact, findings| Some(Box::new(Bounds { low: None, high: Some(bound("at_most", node, fact, findings)?) })),
};
pub(super) const BETWEEN: TestKind = TestKind { shape: &BETWEEN_SHAPE, compile: between };

/// A bound: a number or a day, according to the fact.
#[derive(Debug, Clone)]
enum Bound {
    /// A number; what people call it, where it is a mark with a name.
    Number(Exact, Option<Message>),
    Date(Date),
}

#[derive(Debug)]
struct Bounds {
    low: Option<Bound>,
    high: Option<Bound>,
}

/// That a number reaches a bound, written nowhere as a condition.
pub(super) fn at_least(bound: Exact) -> Arc<dyn Test> {
    Arc::new(Bounds { low: Some(Bound::Number(bound, None)), high: None })
}

fn bound(test: &str, node: &Node, fact: &Topic<'_>, findings: &mut Findings) -> Option<Bound> {
    let text = node.scalar()?;
    match fact.kind {
        FactKind::Number | FactKind::Count => {
            if let Some(number) = node.number() {
                return Some(Bound::Number(number.into(), fact.name_of(number)));
            }
            let Some(number) = fact.word(text) else {
                findings.push(&rule::VALUE_TYPE, &node.span, Message::WantsNumber { value: text.to_owned() });
                return None;
            };
            Some(Bound::Number(number.into(), fact.name_of(number)))
        }
        FactKind::Date => {
            let date = node.date();
            if date.is_none() {
                findings.push(&rule::VALUE_TYPE, &node.span, Message::WantsDate { value: text.to_owned() });
            }
            date.map(Bound::Date)
        }
        _ => {
            findings
                .push(
                    &rule::TEST_TYPE,
                    &node.span,
                    Message::TestType { test: test.to_owned(), fact: fact.id.to_owned(), kind: fact.kind.word().to_owned() },
                )
                .help(super::tests_for(fact.kind));
            None
        }
    }
}

fn between(node: &Node, fact: &Topic<'_>, findings: &mut Findings) -> Option<Box<dyn Test>> {
    let [low, high] = node.list()? else {
        findings.push(&rule::VALUE_TYPE, &node.span, Message::WantsTwoBounds {});
        return None;
    };
    let (low, high) = (bound("between", low, fact, findings)?, bound("between", high, fact, findings)?);
    if low.compare_to(&high).is_some_and(Ordering::is_gt) {
        findings.push(&rule::CONTRADICTION, &node.span, Message::BoundsReversed {}).help(Message::BoundsReversedHelp {});
        return None;
    }
    Some(Box::new(Bounds { low: Some(low), high: Some(high) }))
}

impl Bound {
    fn say(&self) -> Message {
        match self {
            Self::Number(_, Some(name)) => name.clone(),
            Self::Number(value, None) => Message::Number { value: value.clone() },
            Self::Date(date) => Message::Day { date: *date },
        }
    }

    /// How this bound stands to another; `None` for a number and a day.
    fn compare_to(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(a, _), Self::Number(b, _)) => Some(a.cmp(b)),
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }

    /// How a value stands to this bound.
    fn compare(&self, value: &Seen) -> Option<Ordering> {
        match (value, self) {
            (Seen::Number(value), Self::Number(bound, _)) => Some(value.cmp(bound)),
            (Seen::Date(value), Self::Date(bound)) => Some(value.cmp(bound)),
            _ => None,
        }
    }
}

impl Test for Bounds {
    fn passes(&self, value: Option<&Seen>, _: Option<Date>) -> Option<bool> {
        let value = value?;
        let within = |bound: &Option<Bound>, wrong: Ordering| match bound {
            Some(bound) => bound.compare(value).map(|order| order != wrong),
            None => Some(true),
        };
        Some(within(&self.low, Ordering::Less)? && within(&self.high, Ordering::Greater)?)
    }

    fn bounds(&self) -> Option<(Option<Exact>, Option<Exact>)> {
        // A day is no number: what bounds a date says nothing here.
        let number = |bound: &Option<Bound>| match bound {
            None => Some(None),
            Some(Bound::Number(value, _)) => Some(Some(value.clone())),
            Some(Bound::Date(_)) => None,
        };
        Some((number(&self.low)?, number(&self.high)?))
    }

    fn cuts(&self) -> Option<Vec<Seen>> {
        let seen = |bound: &Bound| match bound {
            Bound::Number(value, _) => Seen::Number(value.clone()),
            Bound::Date(day) => Seen::Date(*day),
        };
        Some([&self.low, &self.high].into_iter().flatten().map(seen).collect())
    }

    fn describe(&self, fact: &Topic<'_>) -> Message {
        let fact = Box::new(fact.label.clone());
        match (&self.low, &self.high) {
            (Some(low), Some(high)) => Message::MustBeBetween { fact, low: Box::new(low.say()), high: Box::new(high.say()) },
            (Some(low), None) => Message::MustBeAtLeast { fact, bound: Box::new(low.say()) },
            (None, Some(high)) => Message::MustBeAtMost { fact, bound: Box::new(high.say()) },
            (None, None) => Message::MustBePresent { fact },
        }
    }
}
