//! `{ highest = ["a", "b"] }` and `{ lowest = ["a", "b"] }`: the higher or the lower of several facts.

use super::{Read, Reading, ReadingKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::Names;
use crate::model::scale::Scale;
use crate::model::subject::{Look, Subject};
use crate::model::{FactKind, Fields, Findings, Grid, rule};
use crate::number::Exact;
use crate::text::{Message, Pair};

const HIGHEST_KEY: Key = Key {
    name: "highest",
    kind: Kind::List(&Kind::Id),
    need: Need::Required,
    doc: Pair { fr: "Les renseignements dont on prend le plus grand.", en: "The facts whose highest is taken." },
};

const LOWEST_KEY: Key = Key {
    name: "lowest",
    kind: Kind::List(&Kind::Id),
    need: Need::Required,
    doc: Pair { fr: "Les renseignements dont on prend le plus petit.", en: "The facts whose lowest is taken." },
};

pub(super) const HIGHEST_IN_PART: Key = Key { need: Need::OneOf, ..HIGHEST_KEY };
pub(super) const LOWEST_IN_PART: Key = Key { need: Need::OneOf, ..LOWEST_KEY };

pub(super) static HIGHEST_SHAPE: Shape = Shape {
    name: "source `highest`",
    doc: Pair { fr: "Le plus grand de plusieurs renseignements.", en: "The highest of several facts." },
    keys: &[HIGHEST_KEY],
};

pub(super) static LOWEST_SHAPE: Shape = Shape {
    name: "source `lowest`",
    doc: Pair { fr: "Le plus petit de plusieurs renseignements.", en: "The lowest of several facts." },
    keys: &[LOWEST_KEY],
};

pub(super) const HIGHEST: ReadingKind =
    ReadingKind { shape: &HIGHEST_SHAPE, compile: |fields, _, names, findings| compile(fields, "highest", names, findings) };
pub(super) const LOWEST: ReadingKind =
    ReadingKind { shape: &LOWEST_SHAPE, compile: |fields, _, names, findings| compile(fields, "lowest", names, findings) };

#[derive(Debug)]
struct Extreme {
    facts: Vec<usize>,
    highest: bool,
}

fn compile(fields: &Fields, key: &'static str, names: &Names<'_>, findings: &mut Findings) -> Option<Read> {
    let mut facts = Vec::new();
    let mut sound = true;
    for id in fields.texts(key) {
        let Some(index) = names.fact(&id, findings) else {
            sound = false;
            continue;
        };
        let fact = names.facts.get(index)?.as_ref()?;
        if !matches!(fact.kind, FactKind::Number | FactKind::Count) {
            findings
                .push(
                    &rule::TEST_TYPE,
                    &id.span,
                    Message::TestType { test: key.to_owned(), fact: fact.id.clone(), kind: fact.kind.word().to_owned() },
                )
                .help(Message::PriceTypeHelp {});
            sound = false;
        }
        facts.push(index);
    }
    if facts.len() < 2 && sound {
        let place = fields.get(key)?;
        findings.push(&rule::EMPTY_LIST, &place.span, Message::ExtremeOfOne {}).help(Message::ExtremeOfOneHelp {});
        return None;
    }
    sound.then(|| Read { suits: facts.clone(), reading: Box::new(Extreme { facts, highest: key == "highest" }), scale: None })
}

impl Reading for Extreme {
    fn value(&self, look: &dyn Look, _: &dyn Scale) -> Option<Exact> {
        // One missing value could be the one: nothing is told of the rest.
        let values: Option<Vec<Exact>> = self.facts.iter().map(|fact| look.number(&Subject::Fact(*fact))).collect();
        if self.highest { values?.into_iter().max() } else { values?.into_iter().min() }
    }

    fn facts(&self) -> Vec<usize> {
        self.facts.clone()
    }

    fn on_scale(&self) -> Vec<usize> {
        self.facts.clone()
    }

    fn describe(&self, grid: &Grid) -> Message {
        let facts = self.facts.iter().filter_map(|&fact| grid.facts.get(fact));
        let facts = facts.map(|fact| Message::Text { label: fact.label.clone() }).collect();
        if self.highest { Message::ReadHighest { facts } } else { Message::ReadLowest { facts } }
    }
}
