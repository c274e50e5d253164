//! `{ cost_per_point = "price", points = "total" }`: what one point costs.

use super::{Form, FormKind, name_of, price};
use crate::model::best::Best;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::{MAIN_TOTAL, Names};
use crate::model::subject::{Look, Subject};
use crate::model::{Fields, Findings, Grid, Node, Placed};
use crate::number::Exact;
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "total `cost_per_point`",
    doc: Pair {
        fr: "Un prix divisé par des points; le plus bas l’emporte. Qui n’a aucun point n’a pas de coût par point.",
        en: "A price divided by points; the lowest wins. Who has no point at all has no cost per point.",
    },
    keys: &[
        Key {
            name: "cost_per_point",
            kind: Kind::Id,
            need: Need::Required,
            doc: Pair { fr: "Le renseignement qui donne le prix.", en: "The fact that gives the price." },
        },
        Key {
            name: "points",
            kind: Kind::Id,
            need: Need::Default("\"total\""),
            doc: Pair {
                fr: "Le total, le groupe ou le critère qui donne les points.",
                en: "The total, group or criterion that gives the points.",
            },
        },
    ],
};

pub(super) const KIND: FormKind = FormKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct CostPerPoint {
    price: Subject,
    points: Subject,
}

fn compile(node: &Node, fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Option<Box<dyn Form>> {
    let price = price(fields, "cost_per_point", names, findings);
    let points = fields.text("points").unwrap_or(Placed { value: MAIN_TOTAL, span: node.span.first_line() });
    let points = if points.value == MAIN_TOTAL {
        names.total(&points, findings).map(Subject::Total)
    } else {
        names.scored(&points, findings)
    };
    Some(Box::new(CostPerPoint { price: price?, points: points? }))
}

impl Form for CostPerPoint {
    fn value(&self, look: &dyn Look) -> Option<Exact> {
        let points = look.number(&self.points)?;
        look.number(&self.price)?.checked_div(&points).filter(|_| !points.is_negative())
    }

    fn best(&self) -> Best {
        Best::Lowest
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![self.price.clone(), self.points.clone()]
    }

    fn describe(&self, grid: &Grid) -> Message {
        Message::FormCostPerPoint { price: Box::new(name_of(grid, &self.price)), points: Box::new(name_of(grid, &self.points)) }
    }
}
