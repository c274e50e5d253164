//! `{ points = 20, step = 0.5 }`: a mark out of so many points, from zero.

use super::{OffScale, Ruler, Scale, ScaleKind, straight};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "points scale",
    doc: Pair { fr: "Une note sur tant de points, à partir de zéro.", en: "A mark out of so many points, from zero." },
    keys: &[
        Key {
            name: "points",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "La note la plus haute; la plus basse est 0.", en: "The highest mark; the lowest is 0." },
        },
        Key {
            name: "step",
            kind: Kind::Number,
            need: Need::Optional,
            doc: Pair {
                fr: "Le pas\u{a0}: les notes permises en sont des multiples. Sans pas, tout nombre entre les bornes est permis.",
                en: "The step: marks are multiples of it. Without one, any number within the bounds is a mark.",
            },
        },
    ],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Points {
    top: Decimal,
    step: Option<Decimal>,
    ruler: Ruler,
}

fn compile(_: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let points = fields.number("points")?;
    if points.value <= Decimal::ZERO {
        findings.push(&rule::SCALE, &points.span, Message::ScaleNotPositive { value: points.value.into() });
        return None;
    }
    let step = super::range::step(fields, Decimal::ZERO, points.value, findings).ok()?;
    Some(out_of(points.value, step))
}

/// Out of so many points, which must be above zero.
pub(super) fn out_of(top: Decimal, step: Option<Decimal>) -> Box<dyn Scale> {
    Box::new(Points { top, step, ruler: Ruler::new(Decimal::ZERO, top, step) })
}

impl Scale for Points {
    fn bounds(&self) -> (Decimal, Decimal) {
        (Decimal::ZERO, self.top)
    }

    fn admits(&self, mark: Decimal) -> Result<(), OffScale> {
        self.ruler.admits(mark)
    }

    fn share(&self, mark: &Exact) -> Exact {
        mark.checked_div(&self.top.into()).unwrap_or(Exact::ZERO)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        straight(Decimal::ZERO, self.top)
    }

    fn step(&self) -> Option<Decimal> {
        self.step
    }

    fn describe(&self) -> Message {
        Message::ScalePoints { points: self.top.into(), step: self.step.map(Exact::from) }
    }
}
