//! `{ weights = { excellence = 5, impact = 7.5 }, out_of = 15 }`: the shares of some items, with weights of their own.

use super::{Form, FormKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::Names;
use crate::model::subject::{Item, Look, Share, Subject};
use crate::model::{Fields, Findings, Grid, Node, Placed, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "total `weights`",
    doc: Pair {
        fr: "La part de chaque critère ou groupe, multipliée par un poids propre à ce total.",
        en: "The share of each criterion or group, times a weight of this total’s own.",
    },
    keys: &[
        Key {
            name: "weights",
            kind: Kind::Map(&Kind::Number),
            need: Need::Required,
            doc: Pair {
                fr: "Le poids de chaque critère ou groupe, par identifiant.",
                en: "The weight of each criterion or group, by identifier.",
            },
        },
        Key {
            name: "out_of",
            kind: Kind::Number,
            need: Need::Optional,
            doc: Pair {
                fr: "Le maximum auquel le total est ramené; sans cette clé, la somme des poids.",
                en: "The maximum that the total is scaled to; without this key, the sum of the weights.",
            },
        },
    ],
};

pub(super) const KIND: FormKind = FormKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Weights {
    items: Vec<(Item, Decimal)>,
    sum: Exact,
    out_of: Exact,
}

fn compile(node: &Node, fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Option<Box<dyn Form>> {
    let drafts = &fields.table("weights")?.0;
    let mut weights = Vec::new();
    for field in drafts {
        let item = names.item(&Placed { value: field.key.as_str(), span: field.key_span.clone() }, findings);
        let weight = field.node.number()?;
        if weight <= Decimal::ZERO {
            findings
                .push(&rule::WEIGHT_SIGN, &field.node.span, Message::WeightNotPositive { weight: weight.into() })
                .help(Message::WeightNotPositiveHelp {});
            continue;
        }
        weights.push((item?, weight));
    }
    if drafts.is_empty() {
        findings.push(&rule::EMPTY_LIST, &node.span, Message::EmptyList {}).help(Message::EmptyListHelp {});
        return None;
    }
    let sum: Exact = weights.iter().map(|(_, weight)| Exact::from(*weight)).sum();
    let out_of = fields.number("out_of");
    if let Some(out_of) = out_of.as_ref().filter(|out_of| out_of.value <= Decimal::ZERO) {
        findings.push(&rule::WEIGHT_SIGN, &out_of.span, Message::ScaleNotPositive { value: out_of.value.into() });
        return None;
    }
    let out_of = out_of.map_or_else(|| sum.clone(), |out_of| out_of.value.into());
    Some(Box::new(Weights { items: weights, sum, out_of }))
}

impl Form for Weights {
    fn value(&self, look: &dyn Look) -> Option<Exact> {
        let (mut points, mut applied) = (Exact::ZERO, Exact::ZERO);
        for (item, weight) in &self.items {
            let weight = Exact::from(*weight);
            match look.share(*item) {
                Share::Given(share) => {
                    points = points + &share * &weight;
                    applied = applied + weight;
                }
                Share::LeftOut => {}
                Share::Missing => return None,
            }
        }
        // What is left out leaves its weight to the others; where all is, there is no total.
        let scaled = if applied == self.sum && self.out_of == self.sum {
            points
        } else {
            (&points * &self.out_of).checked_div(&applied)?
        };
        Some(scaled)
    }

    fn reach(&self) -> Option<(Exact, Exact)> {
        Some((Exact::ZERO, self.out_of.clone()))
    }

    fn subjects(&self) -> Vec<Subject> {
        let subject = |item: &Item| match item {
            Item::Criterion(index) => Subject::Criterion(*index),
            Item::Group(index) => Subject::Group(*index),
        };
        self.items.iter().map(|(item, _)| subject(item)).collect()
    }

    fn weighs(&self) -> bool {
        true
    }

    fn describe(&self, grid: &Grid) -> Message {
        let weights = self
            .items
            .iter()
            .map(|(item, weight)| Message::WeightedItem { item: grid.item_label(*item), weight: (*weight).into() });
        Message::FormWeights { weights: weights.collect(), out_of: self.out_of.clone() }
    }
}
