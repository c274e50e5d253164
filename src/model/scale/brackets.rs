//! `{ brackets = [{ at_least = 10, points = 15 }, …, { else = 0 }] }`: a visible table from a count or a number to points.

use super::{OffScale, Scale, ScaleKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

static BRACKET: Shape = Shape {
    name: "bracket",
    doc: Pair { fr: "Une ligne du barème.", en: "One line of the table." },
    keys: &[
        Key {
            name: "at_least",
            kind: Kind::Number,
            need: Need::Optional,
            doc: Pair {
                fr: "La borne inférieure, comprise. La dernière ligne n’en a pas\u{a0}: elle prend tout le reste.",
                en: "The lower bound, included. The last line has none: it takes all the rest.",
            },
        },
        Key {
            name: "points",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair {
                fr: "Les points que donne la ligne, sur le poids du critère.",
                en: "The points that the line gives, out of the criterion’s weight.",
            },
        },
    ],
};

pub(super) static SHAPE: Shape = Shape {
    name: "bracket scale",
    doc: Pair {
        fr: "Un barème visible\u{a0}: de la borne la plus haute à la plus basse, la première ligne atteinte donne ses points.",
        en: "A visible table: from the highest bound to the lowest, the first line that is reached gives its points.",
    },
    keys: &[Key {
        name: "brackets",
        kind: Kind::List(&Kind::Table(&BRACKET)),
        need: Need::Required,
        doc: Pair {
            fr: "Les lignes, bornes décroissantes; la dernière, sans borne, dit ce que vaut le reste.",
            en: "The lines, bounds falling; the last, without a bound, says what all the rest is worth.",
        },
    }],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Brackets {
    /// Bounds falling, each with its points.
    lines: Vec<(Decimal, Decimal)>,
    rest: Decimal,
    best: Decimal,
}

fn compile(node: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let drafts = fields.list("brackets");
    let mut lines: Vec<(Decimal, Decimal)> = Vec::new();
    let mut rest = None;
    let before = findings.count(crate::model::Severity::Error);
    for (at, draft) in drafts.iter().enumerate() {
        let bracket = draft.table()?;
        let points = bracket.number("points")?;
        if points.value.is_negative() {
            findings.push(&rule::BRACKETS, &points.span, Message::BracketNegative { points: points.value.into() });
        }
        match bracket.number("at_least") {
            Some(bound) => {
                if let Some(&(above, _)) = lines.last()
                    && bound.value >= above
                {
                    findings
                        .push(
                            &rule::BRACKETS,
                            &bound.span,
                            Message::BracketOrder { bound: bound.value.into(), above: above.into() },
                        )
                        .help(Message::BracketOrderHelp {});
                }
                lines.push((bound.value, points.value));
            }
            None if at + 1 == drafts.len() => rest = Some(points.value),
            None => {
                findings.push(&rule::BRACKETS, &draft.span, Message::BracketUnbounded {}).help(Message::BracketUnboundedHelp {});
            }
        }
    }
    if rest.is_none() {
        let lowest = lines.last().map_or(Decimal::ZERO, |(bound, _)| *bound);
        findings
            .push(&rule::BRACKETS, &node.span, Message::BracketGap { lowest: lowest.into() })
            .help(Message::BracketGapHelp {});
    }
    let best = lines.iter().map(|(_, points)| *points).chain(rest).max().unwrap_or(Decimal::ZERO);
    if best <= Decimal::ZERO && findings.count(crate::model::Severity::Error) == before {
        findings.push(&rule::BRACKETS, &node.span, Message::BracketsWorthless {});
    }
    let sound = findings.count(crate::model::Severity::Error) == before;
    sound.then(|| Box::new(Brackets { lines, rest: rest.unwrap_or(Decimal::ZERO), best }) as Box<dyn Scale>)
}

impl Brackets {
    fn points(&self, mark: &Exact) -> Decimal {
        self.lines.iter().find(|(bound, _)| *mark >= Exact::from(*bound)).map_or(self.rest, |(_, points)| *points)
    }
}

impl Scale for Brackets {
    fn bounds(&self) -> (Decimal, Decimal) {
        let low = self.lines.last().map_or(Decimal::ZERO, |(bound, _)| (*bound).min(Decimal::ZERO));
        (low, self.lines.first().map_or(Decimal::ZERO, |(bound, _)| *bound))
    }

    fn admits(&self, _: Decimal) -> Result<(), OffScale> {
        Ok(())
    }

    fn share(&self, mark: &Exact) -> Exact {
        Exact::from(self.points(mark)).checked_div(&self.best.into()).unwrap_or(Exact::ZERO)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        None
    }

    fn best_points(&self) -> Option<Decimal> {
        Some(self.best)
    }

    fn rises(&self) -> bool {
        let points: Vec<Decimal> = self.lines.iter().map(|(_, points)| *points).chain([self.rest]).collect();
        points.is_sorted_by(|a, b| a >= b)
    }

    fn describe(&self) -> Message {
        let lines =
            self.lines.iter().map(|(bound, points)| Message::BracketLine { bound: (*bound).into(), points: (*points).into() });
        let rest = Message::BracketRest { points: self.rest.into() };
        Message::ScaleBrackets { lines: lines.chain([rest]).collect() }
    }
}
