//! `{ starts_at = 12, less = 1, every = 1 }`: so many points, then fewer for each step beyond a value.

use super::{OffScale, Scale, ScaleKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "declining scale",
    doc: Pair {
        fr: "Tant de points, puis de moins en moins par paliers égaux\u{a0}: 12 points, puis un de moins par année. Pour un renseignement seulement.",
        en: "So many points, then fewer and fewer by equal steps: 12 points, then one less per year. For a fact only.",
    },
    keys: &[
        Key {
            name: "starts_at",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "Les points au départ\u{a0}: tout le poids.", en: "The points at the start: all the weight." },
        },
        Key {
            name: "less",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "Les points retirés à chaque palier.", en: "The points that each step takes away." },
        },
        Key {
            name: "every",
            kind: Kind::Number,
            need: Need::Default("1"),
            doc: Pair {
                fr: "La longueur d’un palier; un palier entamé ne compte pas.",
                en: "The length of a step; a step only begun does not count.",
            },
        },
        Key {
            name: "after",
            kind: Kind::Number,
            need: Need::Default("0"),
            doc: Pair {
                fr: "La valeur jusqu’à laquelle rien n’est retiré.", en: "The value up to which nothing is taken away."
            },
        },
        Key {
            name: "down_to",
            kind: Kind::Number,
            need: Need::Default("0"),
            doc: Pair { fr: "Les points sous lesquels on ne descend pas.", en: "The points below which it does not go." },
        },
    ],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Decline {
    starts_at: Decimal,
    less: Decimal,
    every: Decimal,
    after: Decimal,
    down_to: Decimal,
}

fn compile(_: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let (starts_at, less) = (fields.number("starts_at")?, fields.number("less")?);
    let every = fields.number("every");
    let down_to = fields.number("down_to");
    let mut sound = true;
    for above_zero in [Some(&starts_at), Some(&less), every.as_ref()].into_iter().flatten() {
        if above_zero.value <= Decimal::ZERO {
            findings.push(&rule::SCALE, &above_zero.span, Message::ScaleNotPositive { value: above_zero.value.into() });
            sound = false;
        }
    }
    if let Some(least) = down_to.as_ref().filter(|least| least.value.is_negative() || least.value >= starts_at.value) {
        let (least_value, most) = (least.value.into(), starts_at.value.into());
        findings.push(&rule::SCALE, &least.span, Message::DeclineFloor { least: least_value, most });
        sound = false;
    }
    let or = |number: Option<crate::model::Placed<Decimal>>, default| number.map_or(default, |number| number.value);
    let (every, down_to) = (or(every, Decimal::ONE), or(down_to, Decimal::ZERO));
    let after = or(fields.number("after"), Decimal::ZERO);
    sound.then(|| Box::new(Decline { starts_at: starts_at.value, less: less.value, every, after, down_to }) as Box<dyn Scale>)
}

impl Decline {
    fn points(&self, mark: &Exact) -> Exact {
        let beyond = mark - &self.after.into();
        if beyond.is_negative() {
            return self.starts_at.into();
        }
        let steps = beyond.checked_div(&self.every.into()).map_or(Exact::ZERO, |steps| steps.floor());
        let points = &Exact::from(self.starts_at) - &(&steps * &self.less.into());
        points.max(self.down_to.into())
    }
}

impl Scale for Decline {
    fn bounds(&self) -> (Decimal, Decimal) {
        (self.after, self.after)
    }

    fn admits(&self, _: Decimal) -> Result<(), OffScale> {
        Ok(())
    }

    fn share(&self, mark: &Exact) -> Exact {
        self.points(mark).checked_div(&self.starts_at.into()).unwrap_or(Exact::ZERO)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        None
    }

    fn best_points(&self) -> Option<Decimal> {
        Some(self.starts_at)
    }

    fn only_facts(&self) -> bool {
        true
    }

    fn rises(&self) -> bool {
        false
    }

    fn worst(&self) -> Option<Exact> {
        // The first value that gives no more than `down_to`: so many whole steps, the last of which may fall short.
        let falls = &Exact::from(self.starts_at) - &self.down_to.into();
        let steps = -&(-&falls).checked_div(&self.less.into())?.floor();
        Some(&Exact::from(self.after) + &(&steps * &self.every.into()))
    }

    fn describe(&self) -> Message {
        Message::ScaleDecline {
            starts_at: self.starts_at.into(),
            less: self.less.into(),
            every: self.every.into(),
            after: self.after.into(),
            down_to: self.down_to.into(),
        }
    }
}
