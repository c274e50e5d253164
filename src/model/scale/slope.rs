//! `{ full = 30, none = 90 }`: all the points at one value, none at another, in proportion between the two.

use super::{OffScale, Scale, ScaleKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "sloping scale",
    doc: Pair {
        fr: "Tous les points à une valeur et au-delà, aucun à une autre et en deçà, en proportion entre les deux. Pour un renseignement seulement.",
        en: "All the points at one value and beyond, none at another and short of it, in proportion between the two. For a fact only.",
    },
    keys: &[
        Key {
            name: "full",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "La valeur qui donne tous les points.", en: "The value that gives all the points." },
        },
        Key {
            name: "none",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair {
                fr: "La valeur qui n’en donne aucun, plus basse ou plus haute que l’autre.",
                en: "The value that gives none, below the other or above it.",
            },
        },
    ],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Slope {
    full: Decimal,
    none: Decimal,
}

fn compile(_: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let (full, none) = (fields.number("full")?, fields.number("none")?);
    if full.value == none.value {
        findings.push(&rule::SCALE, &none.span, Message::SlopeFlat { value: none.value.into() }).help(Message::SlopeFlatHelp {});
        return None;
    }
    Some(Box::new(Slope { full: full.value, none: none.value }))
}

impl Scale for Slope {
    fn bounds(&self) -> (Decimal, Decimal) {
        (self.full.min(self.none), self.full.max(self.none))
    }

    fn admits(&self, _: Decimal) -> Result<(), OffScale> {
        // What lies beyond either end counts as that end.
        Ok(())
    }

    fn share(&self, mark: &Exact) -> Exact {
        let (full, none) = (Exact::from(self.full), Exact::from(self.none));
        let share = (mark - &none).checked_div(&(&full - &none)).unwrap_or(Exact::ZERO);
        share.max(Exact::ZERO).min(Exact::ONE)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        // Straight between its ends only.
        None
    }

    fn only_facts(&self) -> bool {
        true
    }

    fn rises(&self) -> bool {
        self.full > self.none
    }

    fn describe(&self) -> Message {
        Message::ScaleSlope { full: self.full.into(), none: self.none.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_proportion_between_its_ends_and_flat_beyond() {
        let share = |full: i64, none: i64, mark: i64| {
            let slope = Slope { full: Decimal::whole(full), none: Decimal::whole(none) };
            slope.share(&Exact::whole(mark)).to_exact_text()
        };
        for (mark, expected) in [(29, "1"), (30, "1"), (45, "0.75"), (50, "2/3"), (90, "0"), (91, "0")] {
            assert_eq!(share(30, 90, mark), expected, "{mark}");
        }
        for (mark, expected) in [(-1, "0"), (0, "0"), (5, "0.25"), (20, "1"), (21, "1")] {
            assert_eq!(share(20, 0, mark), expected, "{mark}");
        }
    }
}
