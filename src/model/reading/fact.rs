//! `{ fact = "sites" }`: one fact. A date counts as the whole years from it to the call's reference date.

use super::{Read, Reading, ReadingKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::Names;
use crate::model::scale::Scale;
use crate::model::subject::{Look, Seen, Subject};
use crate::model::{FactKind, Fields, Findings, Grid};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

const KEY: Key = Key {
    name: "fact",
    kind: Kind::Id,
    need: Need::Required,
    doc: Pair {
        fr: "Le renseignement. Une date compte pour le nombre d’années entières jusqu’à la date de référence de l’appel.",
        en: "The fact. A date counts as the whole years from it to the call’s reference date.",
    },
};

pub(super) const IN_PART: Key = Key { need: Need::OneOf, ..KEY };

pub(super) static SHAPE: Shape = Shape {
    name: "source `fact`",
    doc: Pair {
        fr: "Un renseignement donne tous les points, sur l’échelle du critère.",
        en: "One fact gives all the points, on the criterion’s scale.",
    },
    keys: &[KEY],
};

pub(super) const KIND: ReadingKind = ReadingKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct OneFact {
    fact: usize,
    /// For a choice, the identifiers of its values: the words by which a scale knows them.
    choices: Vec<String>,
}

fn compile(fields: &Fields, _: Decimal, names: &Names<'_>, findings: &mut Findings) -> Option<Read> {
    let fact = names.fact(&fields.text("fact")?, findings)?;
    Some(Read { reading: Box::new(one(fact, names)), scale: None, suits: vec![fact] })
}

fn one(fact: usize, names: &Names<'_>) -> OneFact {
    let choices = match names.facts.get(fact).and_then(Option::as_ref).map(|fact| &fact.kind) {
        Some(FactKind::Choice(values)) => values.iter().map(|value| value.id.clone()).collect(),
        _ => Vec::new(),
    };
    OneFact { fact, choices }
}

/// The number that a value is on a scale.
pub(super) fn on_scale(seen: Seen, choices: &[String], look: &dyn Look, scale: &dyn Scale) -> Option<Exact> {
    match seen {
        Seen::Number(number) => Some(number),
        Seen::YesNo(yes) => scale.word(if yes { "yes" } else { "no" }).map(Exact::from),
        Seen::Choice(index) => scale.word(choices.get(index)?).map(Exact::from),
        Seen::Date(date) => Some(Exact::whole(date.years_until(look.today()?))),
        Seen::Text => None,
    }
}

impl Reading for OneFact {
    fn value(&self, look: &dyn Look, scale: &dyn Scale) -> Option<Exact> {
        on_scale(look.seen(&Subject::Fact(self.fact))?, &self.choices, look, scale)
    }

    fn facts(&self) -> Vec<usize> {
        vec![self.fact]
    }

    fn on_scale(&self) -> Vec<usize> {
        vec![self.fact]
    }

    fn needs_today(&self, grid: &Grid) -> bool {
        grid.facts.get(self.fact).is_some_and(|fact| fact.kind == FactKind::Date)
    }

    fn describe(&self, grid: &Grid) -> Message {
        Message::Text { label: grid.facts.get(self.fact).map(|fact| fact.label.clone()).unwrap_or_default() }
    }
}
