//! `before`, `after` and `within_years`: dates against a day of the grid, or against the call's `as_of`. Never the clock.

use super::subject::ONLY_FACT;
use super::{Test, TestKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{FactKind, Findings, Node, Seen, Topic, rule};
use crate::number::Date;
use crate::text::{Message, Pair};

pub(super) static BEFORE_SHAPE: Shape = Shape {
    name: "condition `before`",
    doc: Pair { fr: "La date vient avant ce jour.", en: "The date comes before this day." },
    keys: &[
        Key {
            name: "before",
            kind: Kind::Scalar,
            need: Need::Required,
            doc: Pair {
                fr: "Un jour, non compris, ou `\"as_of\"` pour la date de référence de l’appel.",
                en: "A day, not included, or `\"as_of\"` for the call’s reference date.",
            },
        },
        ONLY_FACT,
    ],
};

pub(super) static AFTER_SHAPE: Shape = Shape {
    name: "condition `after`",
    doc: Pair { fr: "La date vient après ce jour.", en: "The date comes after this day." },
    keys: &[
        Key {
            name: "after",
            kind: Kind::Scalar,
            need: Need::Required,
            doc: Pair {
                fr: "Un jour, non compris, ou `\"as_of\"` pour la date de référence de l’appel.",
                en: "A day, not included, or `\"as_of\"` for the call’s reference date.",
            },
        },
        ONLY_FACT,
    ],
};

pub(super) static WITHIN_YEARS_SHAPE: Shape = Shape {
    name: "condition `within_years`",
    doc: Pair {
        fr: "La date remonte à moins de tant d’années avant la date de référence de l’appel, et ne la suit pas.",
        en: "The date is less than so many years before the call’s reference date, and not after it.",
    },
    keys: &[
        Key {
            name: "within_years",
            kind: Kind::Whole,
            need: Need::Required,
            doc: Pair {
                fr: "Le nombre d’années; le jour anniversaire lui-même est trop tard.",
                en: "The number of years; the anniversary itself is too late.",
            },
        },
        ONLY_FACT,
    ],
};

pub(super) const BEFORE: TestKind =
    TestKind { shape: &BEFORE_SHAPE, compile: |node, fact, findings| order(node, fact, Side::Before, findings) };
pub(super) const AFTER: TestKind =
    TestKind { shape: &AFTER_SHAPE, compile: |node, fact, findings| order(node, fact, Side::After, findings) };
pub(super) const WITHIN_YEARS: TestKind = TestKind { shape: &WITHIN_YEARS_SHAPE, compile: within };

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// `day` is `None` for the call's own date.
#[derive(Debug)]
struct Order {
    side: Side,
    day: Option<Date>,
}

#[derive(Debug)]
struct Within {
    years: u16,
}

fn suits(test: &str, node: &Node, fact: &Topic<'_>, findings: &mut Findings) -> Option<()> {
    if *fact.kind == FactKind::Date {
        return Some(());
    }
    findings
        .push(
            &rule::TEST_TYPE,
            &node.span,
            Message::TestType { test: test.to_owned(), fact: fact.id.to_owned(), kind: fact.kind.word().to_owned() },
        )
        .help(super::tests_for(fact.kind));
    None
}

fn order(node: &Node, fact: &Topic<'_>, side: Side, findings: &mut Findings) -> Option<Box<dyn Test>> {
    suits(if side == Side::Before { "before" } else { "after" }, node, fact, findings)?;
    if node.text() == Some("as_of") {
        return Some(Box::new(Order { side, day: None }));
    }
    let Some(day) = node.date() else {
        let value = node.scalar().unwrap_or_default().to_owned();
        findings.push(&rule::VALUE_TYPE, &node.span, Message::WantsDate { value });
        return None;
    };
    Some(Box::new(Order { side, day: Some(day) }))
}

fn within(node: &Node, fact: &Topic<'_>, findings: &mut Findings) -> Option<Box<dyn Test>> {
    suits("within_years", node, fact, findings)?;
    let years = u16::try_from(node.number()?.mantissa()).ok().filter(|years| (1..=1000).contains(years));
    let Some(years) = years else {
        let value = node.scalar().unwrap_or_default().to_owned();
        findings.push(&rule::VALUE_FORM, &node.span, Message::WantsYears { value });
        return None;
    };
    Some(Box::new(Within { years }))
}

impl Test for Order {
    fn passes(&self, value: Option<&Seen>, today: Option<Date>) -> Option<bool> {
        let Some(&Seen::Date(date)) = value else { return None };
        let day = self.day.or(today)?;
        Some(if self.side == Side::Before { date < day } else { date > day })
    }

    fn needs_today(&self) -> bool {
        self.day.is_none()
    }

    fn cuts(&self) -> Option<Vec<Seen>> {
        Some(vec![Seen::Date(self.day?)])
    }

    fn describe(&self, fact: &Topic<'_>) -> Message {
        let day = Box::new(self.day.map_or(Message::AsOf {}, |date| Message::Day { date }));
        let fact = Box::new(fact.label.clone());
        if self.side == Side::Before { Message::MustBeBefore { fact, day } } else { Message::MustBeAfter { fact, day } }
    }
}

impl Test for Within {
    fn passes(&self, value: Option<&Seen>, today: Option<Date>) -> Option<bool> {
        let Some(&Seen::Date(date)) = value else { return None };
        let today = today?;
        // Past the year 9999 the period has not ended either.
        Some(date <= today && date.plus_years(self.years).is_none_or(|end| end > today))
    }

    fn needs_today(&self) -> bool {
        true
    }

    fn cuts(&self) -> Option<Vec<Seen>> {
        None
    }

    fn describe(&self, fact: &Topic<'_>) -> Message {
        Message::MustBeWithinYears { fact: Box::new(fact.label.clone()), years: usize::from(self.years) }
    }
}
