//! `{ relative_to = "lowest" }`: compared with the best of the submissions still in the running, as prices are.

use super::{OffScale, Scale, ScaleKind};
use crate::model::best::Best;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "relative scale",
    doc: Pair {
        fr: "Une valeur comparée à la meilleure de celles qui ont passé tous les critères d’exclusion et tous les minimums. Pour un renseignement seulement.",
        en: "A value compared with the best of those that passed every gate and every minimum. For a fact only.",
    },
    keys: &[Key {
        name: "relative_to",
        kind: Kind::Word(Best::WORDS),
        need: Need::Required,
        doc: Pair {
            fr: "`lowest`\u{a0}: la plus basse ÷ la valeur (les prix); `highest`\u{a0}: la valeur ÷ la plus haute.",
            en: "`lowest`: the lowest ÷ the value (prices); `highest`: the value ÷ the highest.",
        },
    }],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Relative {
    best: Best,
}

fn compile(_: &Node, fields: &Fields, _: &mut Findings) -> Option<Box<dyn Scale>> {
    Some(Box::new(Relative { best: Best::from_word(fields.text("relative_to")?.value)? }))
}

impl Scale for Relative {
    fn bounds(&self) -> (Decimal, Decimal) {
        (Decimal::ZERO, Decimal::ZERO)
    }

    fn admits(&self, mark: Decimal) -> Result<(), OffScale> {
        // Zero would be infinitely better than any price, and a price below zero is none; where more is better, zero is the
        // least there is.
        let least = self.best == Best::Highest && mark.is_zero();
        if mark > Decimal::ZERO || least { Ok(()) } else { Err(OffScale::Outside) }
    }

    fn share(&self, _: &Exact) -> Exact {
        Exact::ZERO
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        None
    }

    fn only_facts(&self) -> bool {
        true
    }

    fn rises(&self) -> bool {
        self.best == Best::Highest
    }

    fn worst(&self) -> Option<Exact> {
        // No price is so high that none is higher.
        self.rises().then_some(Exact::ZERO)
    }

    fn relative(&self) -> Option<Best> {
        Some(self.best)
    }

    fn share_to(&self, mark: &Exact, best: &Exact) -> Option<Exact> {
        match self.best {
            Best::Lowest => best.checked_div(mark),
            // Where even the highest is zero, nobody has anything.
            Best::Highest => Some(mark.checked_div(best).unwrap_or(Exact::ZERO)),
        }
    }

    fn describe(&self) -> Message {
        match self.best {
            Best::Lowest => Message::ScaleRelativeLowest {},
            Best::Highest => Message::ScaleRelativeHighest {},
        }
    }
}
