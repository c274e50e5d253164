//! `{ product = ["severity", "frequency"] }`: the product of marks, points or facts.

use super::{Form, FormKind, name_of};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::Names;
use crate::model::subject::{Look, Subject};
use crate::model::{Fields, Findings, Grid, Node, rule};
use crate::number::Exact;
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "total `product`",
    doc: Pair {
        fr: "Le produit de notes, de points de groupes ou d’autres totaux.",
        en: "The product of marks, of points of groups or of other totals.",
    },
    keys: &[Key {
        name: "product",
        kind: Kind::List(&Kind::Id),
        need: Need::Required,
        doc: Pair {
            fr: "Les critères (leur note), groupes ou totaux multipliés; deux au moins.",
            en: "The criteria (their mark), groups or totals that are multiplied; two at least.",
        },
    }],
};

pub(super) const KIND: FormKind = FormKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Product {
    factors: Vec<Subject>,
}

fn compile(node: &Node, fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Option<Box<dyn Form>> {
    let ids = fields.texts("product");
    let factors: Vec<Option<Subject>> = ids.iter().map(|id| names.scored(id, findings)).collect();
    if factors.len() < 2 {
        findings.push(&rule::EMPTY_LIST, &node.span, Message::ProductOfOne {}).help(Message::ProductOfOneHelp {});
        return None;
    }
    Some(Box::new(Product { factors: factors.into_iter().collect::<Option<_>>()? }))
}

impl Form for Product {
    fn value(&self, look: &dyn Look) -> Option<Exact> {
        self.factors.iter().try_fold(Exact::ONE, |product, factor| Some(&product * &look.number(factor)?))
    }

    fn subjects(&self) -> Vec<Subject> {
        self.factors.clone()
    }

    fn describe(&self, grid: &Grid) -> Message {
        Message::FormProduct { factors: self.factors.iter().map(|factor| name_of(grid, factor)).collect() }
    }
}
