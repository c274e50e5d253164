//! `{ min = 1, max = 7 }`: a mark between two bounds, the highest or the lowest being best.

use super::{OffScale, Ruler, Scale, ScaleKind, straight};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "range scale",
    doc: Pair {
        fr: "Une note entre deux bornes; la meilleure est la plus haute, ou la plus basse si on le déclare.",
        en: "A mark between two bounds; the highest is best, or the lowest if so declared.",
    },
    keys: &[
        Key {
            name: "max",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "La note la plus haute.", en: "The highest mark." },
        },
        Key {
            name: "min",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "La note la plus basse.", en: "The lowest mark." },
        },
        Key {
            name: "step",
            kind: Kind::Number,
            need: Need::Optional,
            doc: Pair {
                fr: "Le pas, compté à partir de `min`. Sans pas, tout nombre entre les bornes est permis.",
                en: "The step, counted from `min`. Without one, any number within the bounds is a mark.",
            },
        },
        Key {
            name: "best",
            kind: Kind::Word(&["highest", "lowest"]),
            need: Need::Default("\"highest\""),
            doc: Pair { fr: "Quelle borne vaut tous les points.", en: "Which bound earns every point." },
        },
        Key {
            name: "zero",
            kind: Kind::Number,
            need: Need::Optional,
            doc: Pair {
                fr: "La note qui ne vaut rien, si ce n’est pas la borne la moins bonne\u{a0}: avec `zero = 0`, un 1 sur 7 vaut un septième.",
                en: "The mark worth nothing, where it is not the worse bound: with `zero = 0`, a 1 out of 7 is worth a seventh.",
            },
        },
    ],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Range {
    min: Decimal,
    max: Decimal,
    step: Option<Decimal>,
    rises: bool,
    /// The mark worth nothing: the worse bound, or beyond it.
    zero: Decimal,
    ruler: Ruler,
}

/// A part of a scale was refused, and a finding says why.
pub(super) struct Refused;

/// The step must be above zero and lead from one bound to the other; what does not is a finding.
pub(super) fn step(fields: &Fields, min: Decimal, max: Decimal, findings: &mut Findings) -> Result<Option<Decimal>, Refused> {
    let Some(step) = fields.number("step") else { return Ok(None) };
    if step.value <= Decimal::ZERO {
        findings.push(&rule::SCALE, &step.span, Message::ScaleNotPositive { value: step.value.into() });
        return Err(Refused);
    }
    if Ruler::new(min, max, Some(step.value)).admits(max).is_err() {
        findings
            .push(&rule::SCALE, &step.span, Message::StepMissesTop { step: step.value.into(), min: min.into(), max: max.into() })
            .help(Message::StepMissesTopHelp {});
        return Err(Refused);
    }
    Ok(Some(step.value))
}

fn compile(_: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let (min, max) = (fields.number("min")?, fields.number("max")?);
    if min.value >= max.value {
        findings
            .push(&rule::SCALE, &max.span, Message::ScaleBounds { min: min.value.into(), max: max.value.into() })
            .help(Message::ScaleBoundsHelp {});
        return None;
    }
    let step = step(fields, min.value, max.value, findings).ok()?;
    let rises = fields.text("best").is_none_or(|best| best.value != "lowest");
    let worse = if rises { min.value } else { max.value };
    let zero = fields.number("zero");
    if let Some(zero) = zero.as_ref().filter(|zero| if rises { zero.value > worse } else { zero.value < worse }) {
        let (zero_value, bound) = (zero.value.into(), worse.into());
        findings.push(&rule::SCALE, &zero.span, Message::ZeroInside { zero: zero_value, bound }).help(Message::ZeroInsideHelp {});
        return None;
    }
    let zero = zero.map_or(worse, |zero| zero.value);
    Some(Box::new(Range { min: min.value, max: max.value, step, rises, zero, ruler: Ruler::new(min.value, max.value, step) }))
}

impl Scale for Range {
    fn bounds(&self) -> (Decimal, Decimal) {
        (self.min, self.max)
    }

    fn admits(&self, mark: Decimal) -> Result<(), OffScale> {
        self.ruler.admits(mark)
    }

    fn share(&self, mark: &Exact) -> Exact {
        self.line().map_or(Exact::ZERO, |(slope, offset)| &(mark * &slope) + &offset)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        straight(self.zero, if self.rises { self.max } else { self.min })
    }

    fn step(&self) -> Option<Decimal> {
        self.step
    }

    fn rises(&self) -> bool {
        self.rises
    }

    fn describe(&self) -> Message {
        let (min, max, step) = (self.min.into(), self.max.into(), self.step.map(Exact::from));
        let range =
            if self.rises { Message::ScaleRange { min, max, step } } else { Message::ScaleRangeLowest { min, max, step } };
        if self.zero == (if self.rises { self.min } else { self.max }) {
            return range;
        }
        Message::ScaleFromZero { range: Box::new(range), zero: self.zero.into() }
    }
}
