//! `{ adjusted_price = "price", k = 0.2, floor = 70, span = 30 }`: a price brought down by quality. Source of the form:
//! Québec, *Règlement sur certains contrats d’approvisionnement des organismes publics* and its kin (C-65.1, r. 2 to 4):
//! price ÷ (1 + K × (Q − 70) ÷ 30).

use super::{Form, FormKind, name_of, price};
use crate::model::best::Best;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::{MAIN_TOTAL, Names};
use crate::model::subject::{Look, Subject};
use crate::model::{Fields, Findings, Grid, Node, Placed, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "total `adjusted_price`",
    doc: Pair {
        fr: "Un prix divisé par 1 + k × (qualité − plancher) ÷ étendue; le plus bas l’emporte.",
        en: "A price divided by 1 + k × (quality − floor) ÷ span; the lowest wins.",
    },
    keys: &[
        Key {
            name: "adjusted_price",
            kind: Kind::Id,
            need: Need::Required,
            doc: Pair { fr: "Le renseignement qui donne le prix.", en: "The fact that gives the price." },
        },
        Key {
            name: "quality",
            kind: Kind::Id,
            need: Need::Default("\"total\""),
            doc: Pair {
                fr: "Le total, le groupe ou le critère qui dit la qualité.",
                en: "The total, group or criterion that tells the quality.",
            },
        },
        Key {
            name: "k",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "Ce que vaut la qualité\u{a0}: 0.2 pour 20\u{a0}%.", en: "What quality is worth: 0.2 for 20 %." },
        },
        Key {
            name: "floor",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "La qualité qui laisse le prix tel quel.", en: "The quality that leaves the price as it is." },
        },
        Key {
            name: "span",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair {
                fr: "Ce qui sépare le plancher de la meilleure qualité.",
                en: "What lies between the floor and the best quality.",
            },
        },
    ],
};

pub(super) const KIND: FormKind = FormKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct AdjustedPrice {
    price: Subject,
    quality: Subject,
    k: Decimal,
    floor: Decimal,
    span: Decimal,
}

fn compile(node: &Node, fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Option<Box<dyn Form>> {
    let price = price(fields, "adjusted_price", names, findings);
    let quality = fields.text("quality").unwrap_or(Placed { value: MAIN_TOTAL, span: node.span.first_line() });
    let quality = if quality.value == MAIN_TOTAL {
        names.total(&quality, findings).map(Subject::Total)
    } else {
        names.scored(&quality, findings)
    };
    let number = |key: &str| fields.number(key);
    let (k, floor, span) = (number("k")?, number("floor")?, number("span")?);
    let mut sound = true;
    for above_zero in [&k, &span] {
        if above_zero.value <= Decimal::ZERO {
            findings.push(&rule::FORM, &above_zero.span, Message::ScaleNotPositive { value: above_zero.value.into() });
            sound = false;
        }
    }
    // At quality 0 the divisor must still be above zero: 1 + k·(0 − floor)/span > 0.
    let lowest = &Exact::ONE - &(&Exact::from(k.value) * &Exact::from(floor.value)).checked_div(&span.value.into())?;
    if sound && (lowest.is_negative() || lowest.is_zero()) {
        findings
            .push(&rule::FORM, &k.span, Message::DivisorNotPositive { divisor: lowest })
            .help(Message::DivisorNotPositiveHelp {});
        sound = false;
    }
    sound.then_some(())?;
    Some(Box::new(AdjustedPrice { price: price?, quality: quality?, k: k.value, floor: floor.value, span: span.value }))
}

impl Form for AdjustedPrice {
    fn value(&self, look: &dyn Look) -> Option<Exact> {
        let (price, quality) = (look.number(&self.price)?, look.number(&self.quality)?);
        let above = (&quality - &self.floor.into()).checked_div(&self.span.into())?;
        price.checked_div(&(&Exact::ONE + &(&above * &self.k.into())))
    }

    fn best(&self) -> Best {
        Best::Lowest
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![self.price.clone(), self.quality.clone()]
    }

    fn describe(&self, grid: &Grid) -> Message {
        Message::FormAdjustedPrice {
            price: Box::new(name_of(grid, &self.price)),
            quality: Box::new(name_of(grid, &self.quality)),
            k: self.k.into(),
            floor: self.floor.into(),
            span: self.span.into(),
        }
    }
}
