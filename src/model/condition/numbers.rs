//! `at_least`, `at_most` and `between`: bounds on a number, a count or a date, always included.

use super::{FACT_KEY, Test, TestKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fact, FactKind, FactValue, Findings, Node, rule};
use crate::number::{Date, Decimal};
use crate::text::{Message, Pair};

macro_rules! shape {
    ($SHAPE:ident, $name:literal, $kind:expr, $fr:literal, $en:literal, $operand_fr:literal, $operand_en:literal) => {
        pub(super) static $SHAPE: Shape = Shape {
            name: concat!("condition `", $name, "`"),
            doc: Pair { fr: $fr, en: $en },
            keys: &[
                Key { name: $name, kind: $kind, need: Need::Required, doc: Pair { fr: $operand_fr, en: $operand_en } },
                FACT_KEY,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bound {
    Number(Decimal),
    Date(Date),
}

#[derive(Debug)]
struct Bounds {
    low: Option<Bound>,
    high: Option<Bound>,
}

fn bound(test: &str, node: &Node, fact: &Fact, findings: &mut Findings) -> Option<Bound> {
    let text = node.scalar()?;
    match fact.kind {
        FactKind::Number | FactKind::Count => {
            let number = node.number();
            if number.is_none() {
                findings.push(&rule::VALUE_TYPE, &node.span, Message::WantsNumber { value: text.to_owned() });
            }
            number.map(Bound::Number)
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
                    Message::TestType { test: test.to_owned(), fact: fact.id.clone(), kind: fact.kind.word().to_owned() },
                )
                .help(super::tests_for(&fact.kind));
            None
        }
    }
}

fn between(node: &Node, fact: &Fact, findings: &mut Findings) -> Option<Box<dyn Test>> {
    let [low, high] = node.list()? else {
        findings.push(&rule::VALUE_TYPE, &node.span, Message::WantsTwoBounds {});
        return None;
    };
    let (low, high) = (bound("between", low, fact, findings)?, bound("between", high, fact, findings)?);
    if low > high {
        findings.push(&rule::CONTRADICTION, &node.span, Message::BoundsReversed {}).help(Message::BoundsReversedHelp {});
        return None;
    }
    Some(Box::new(Bounds { low: Some(low), high: Some(high) }))
}

impl Bound {
    fn say(self) -> Message {
        match self {
            Self::Number(value) => Message::Number { value: value.into() },
            Self::Date(date) => Message::Day { date },
        }
    }
}

impl Test for Bounds {
    fn passes(&self, value: Option<FactValue>, _: Option<Date>) -> Option<bool> {
        let value = match value? {
            FactValue::Number(number) => Bound::Number(number),
            FactValue::Date(date) => Bound::Date(date),
            FactValue::Text | FactValue::Choice(_) | FactValue::YesNo(_) => return None,
        };
        Some(self.low.is_none_or(|low| value >= low) && self.high.is_none_or(|high| value <= high))
    }

    fn describe(&self, fact: &Fact) -> Message {
        let fact = fact.label.clone();
        match (self.low, self.high) {
            (Some(low), Some(high)) => Message::MustBeBetween { fact, low: Box::new(low.say()), high: Box::new(high.say()) },
            (Some(low), None) => Message::MustBeAtLeast { fact, bound: Box::new(low.say()) },
            (None, Some(high)) => Message::MustBeAtMost { fact, bound: Box::new(high.say()) },
            (None, None) => Message::MustBePresent { fact },
        }
    }
}
