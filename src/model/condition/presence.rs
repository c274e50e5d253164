//! `present` and `absent`: whether there is a value at all.

use super::subject::ONLY_FACT;
use super::{Test, TestKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Findings, Node, Seen, Topic, Value, rule};
use crate::number::Date;
use crate::text::{Message, Pair};

pub(super) static PRESENT_SHAPE: Shape = Shape {
    name: "condition `present`",
    doc: Pair { fr: "Le renseignement est donné.", en: "The fact is given." },
    keys: &[
        Key {
            name: "present",
            kind: Kind::Flag,
            need: Need::Required,
            doc: Pair { fr: "Toujours `true`.", en: "Always `true`." },
        },
        ONLY_FACT,
    ],
};

pub(super) static ABSENT_SHAPE: Shape = Shape {
    name: "condition `absent`",
    doc: Pair { fr: "Le renseignement est laissé vide.", en: "The fact is left empty." },
    keys: &[
        Key {
            name: "absent",
            kind: Kind::Flag,
            need: Need::Required,
            doc: Pair { fr: "Toujours `true`.", en: "Always `true`." },
        },
        ONLY_FACT,
    ],
};

pub(super) const PRESENT: TestKind =
    TestKind { shape: &PRESENT_SHAPE, compile: |node, _, findings| compile(node, true, "absent", findings) };
pub(super) const ABSENT: TestKind =
    TestKind { shape: &ABSENT_SHAPE, compile: |node, _, findings| compile(node, false, "present", findings) };

#[derive(Debug)]
struct Presence {
    wanted: bool,
}

/// `present = false` would be a second way to write `absent = true`; one way is enough to read.
fn compile(node: &Node, wanted: bool, other: &str, findings: &mut Findings) -> Option<Box<dyn Test>> {
    if let Value::Flag(false) = node.value {
        findings.push(&rule::VALUE_FORM, &node.span, Message::OnlyTrue { other: other.to_owned() });
        return None;
    }
    Some(Box::new(Presence { wanted }))
}

impl Test for Presence {
    fn passes(&self, value: Option<&Seen>, _: Option<Date>) -> Option<bool> {
        Some(value.is_some() == self.wanted)
    }

    fn cuts(&self) -> Option<Vec<Seen>> {
        Some(Vec::new())
    }

    fn describe(&self, fact: &Topic<'_>) -> Message {
        let fact = Box::new(fact.label.clone());
        if self.wanted { Message::MustBePresent { fact } } else { Message::MustBeAbsent { fact } }
    }
}
