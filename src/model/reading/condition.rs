//! `{ when = { fact = "rural", one_of = ["yes"] } }`: all the points where a condition on facts holds, else none.

use super::{Read, Reading, ReadingKind};
use crate::model::condition::{self, CONDITION, Condition, Scope};
use crate::model::keys::{Key, Need, Shape};
use crate::model::names::Names;
use crate::model::scale::{self, Scale};
use crate::model::subject::Look;
use crate::model::{Fields, Findings, Grid};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

const KEY: Key = Key {
    name: "when",
    kind: CONDITION,
    need: Need::Required,
    doc: Pair {
        fr: "La condition sur des renseignements qui donne tous les points.",
        en: "The condition on facts that gives all the points.",
    },
};

pub(super) const IN_PART: Key = Key { need: Need::OneOf, ..KEY };

pub(super) static SHAPE: Shape = Shape {
    name: "source `when`",
    doc: Pair {
        fr: "Tous les points si une condition est remplie, aucun sinon. Sans échelle.",
        en: "All the points where a condition holds, none otherwise. Without a scale.",
    },
    keys: &[KEY],
};

pub(super) const KIND: ReadingKind = ReadingKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct When(Condition);

fn compile(fields: &Fields, _: Decimal, names: &Names<'_>, findings: &mut Findings) -> Option<Read> {
    let condition = condition::compile(fields.get("when")?, names, Scope::Facts, findings)?;
    Some(Read { reading: Box::new(When(condition)), scale: Some(scale::yes_is_one()), suits: Vec::new() })
}

impl Reading for When {
    fn value(&self, look: &dyn Look, _: &dyn Scale) -> Option<Exact> {
        self.0.holds(look).map(|held| if held { Exact::ONE } else { Exact::ZERO })
    }

    fn facts(&self) -> Vec<usize> {
        self.0.facts()
    }

    fn needs_today(&self, _: &Grid) -> bool {
        self.0.needs_today()
    }

    fn brings_its_scale(&self) -> bool {
        true
    }

    fn condition(&self) -> Option<&Condition> {
        Some(&self.0)
    }

    fn describe(&self, grid: &Grid) -> Message {
        self.0.describe(grid)
    }
}
