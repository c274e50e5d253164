//! `{ brackets = [{ at_least = 10, points = 15 }, …, { points = 0 }] }`: a visible table from a count or a number to points.

use super::intervals::{self, Cut, Interval};
use super::{OffScale, Scale, ScaleKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

const fn bound(name: &'static str, fr: &'static str, en: &'static str) -> Key {
    Key { name, kind: Kind::Number, need: Need::Optional, doc: Pair { fr, en } }
}

static BRACKET: Shape = Shape {
    name: "bracket",
    doc: Pair {
        fr: "Une ligne du barème\u{a0}: une borne inférieure, une supérieure, les deux, ou aucune pour tout le reste.",
        en: "One line of the table: a lower bound, an upper one, both, or none for all the rest.",
    },
    keys: &[
        bound("at_least", "La borne inférieure, comprise.", "The lower bound, included."),
        bound("above", "La borne inférieure, non comprise.", "The lower bound, not included."),
        bound("at_most", "La borne supérieure, comprise.", "The upper bound, included."),
        bound("below", "La borne supérieure, non comprise.", "The upper bound, not included."),
        bound("equals", "Cette valeur exactement.", "Exactly this value."),
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
        fr: "Un barème visible, lu de haut en bas\u{a0}: la première ligne qui convient donne ses points.",
        en: "A visible table, read from the top: the first line that fits gives its points.",
    },
    keys: &[Key {
        name: "brackets",
        kind: Kind::List(&Kind::Table(&BRACKET)),
        need: Need::Required,
        doc: Pair {
            fr: "Les lignes; ensemble, elles prennent toutes les valeurs. Une dernière ligne sans borne dit ce que vaut le reste.",
            en: "The lines; together they take every value. A last line without a bound says what all the rest is worth.",
        },
    }],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Brackets {
    lines: Vec<Line>,
    best: Decimal,
}

#[derive(Debug, Clone, Copy)]
struct Line {
    interval: Interval,
    points: Decimal,
}

fn compile(node: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let mut lines: Vec<Line> = Vec::new();
    let before = findings.count(crate::model::Severity::Error);
    for draft in fields.list("brackets") {
        let bracket = draft.table()?;
        let points = bracket.number("points")?;
        if points.value.is_negative() {
            findings.push(&rule::BRACKETS, &points.span, Message::BracketNegative { points: points.value.into() });
        }
        let Some(interval) = interval(draft, bracket, findings) else { continue };
        hidden(&lines, interval, draft, findings);
        lines.push(Line { interval, points: points.value });
    }
    let sound = findings.count(crate::model::Severity::Error) == before;
    let best = lines.iter().map(|line| line.points).max().unwrap_or(Decimal::ZERO);
    if best <= Decimal::ZERO && sound {
        findings.push(&rule::BRACKETS, &node.span, Message::BracketsWorthless {});
        return None;
    }
    sound.then(|| Box::new(Brackets { lines, best }) as Box<dyn Scale>)
}

/// The values a line takes; a finding where its bounds contradict or repeat each other.
fn interval(draft: &Node, bracket: &Fields, findings: &mut Findings) -> Option<Interval> {
    let cut = |key: &str, cut: fn(Decimal) -> Cut| bracket.number(key).map(|bound| cut(bound.value));
    let equals = bracket.number("equals").map(|bound| bound.value);
    let lower = [cut("at_least", Cut::before), cut("above", Cut::after), equals.map(Cut::before)];
    let upper = [cut("at_most", Cut::after), cut("below", Cut::before), equals.map(Cut::after)];
    if [lower, upper].iter().any(|bounds| bounds.iter().flatten().count() > 1) {
        findings.push(&rule::BRACKETS, &draft.span, Message::BracketBoundTwice {}).help(Message::BracketBoundTwiceHelp {});
        return None;
    }
    let one = |bounds: [Option<Cut>; 3]| bounds.into_iter().flatten().next();
    let interval = Interval { from: one(lower), to: one(upper) };
    if interval.is_empty() {
        findings.push(&rule::BRACKETS, &draft.span, Message::BracketEmpty {}).help(Message::BracketEmptyHelp {});
        return None;
    }
    Some(interval)
}

/// Says a line that the ones above leave nothing to, or that shares values with another one closed on both sides.
fn hidden(above: &[Line], interval: Interval, draft: &Node, findings: &mut Findings) {
    let taken: Vec<Interval> = above.iter().map(|line| line.interval).collect();
    if intervals::covers(interval, &taken) {
        // The usual case in its own words: bounds that do not fall.
        let last = above.last().map(|line| line.interval);
        match (interval, last) {
            (Interval { from: Some(bound), to: None }, Some(Interval { from: Some(last), to: None })) => {
                let (bound, above) = (bound.at.into(), last.at.into());
                let written = draft.table().and_then(|fields| fields.get("at_least").or_else(|| fields.get("above")));
                let place = written.map_or(&draft.span, |node| &node.span);
                findings.push(&rule::BRACKETS, place, Message::BracketOrder { bound, above }).help(Message::BracketOrderHelp {});
            }
            _ => {
                findings.push(&rule::BRACKETS, &draft.span, Message::BracketHidden {}).help(Message::BracketHiddenHelp {});
            }
        }
        return;
    }
    let closed = |interval: Interval| interval.from.is_some() && interval.to.is_some();
    if closed(interval) && taken.iter().any(|other| closed(*other) && other.meets(interval)) {
        findings.push(&rule::BRACKETS, &draft.span, Message::BracketOverlap {}).help(Message::BracketOverlapHelp {});
    }
}

impl Line {
    fn holds(&self, mark: &Exact) -> bool {
        let from = self.interval.from.is_none_or(|cut| {
            let bound = Exact::from(cut.at);
            if cut.after { *mark > bound } else { *mark >= bound }
        });
        let to = self.interval.to.is_none_or(|cut| {
            let bound = Exact::from(cut.at);
            if cut.after { *mark <= bound } else { *mark < bound }
        });
        from && to
    }

    fn describe(&self) -> Message {
        let points = self.points.into();
        match (self.interval.from, self.interval.to) {
            (None, None) => Message::BracketRest { points },
            (Some(from), None) if from.after => Message::BracketAbove { bound: from.at.into(), points },
            (Some(from), None) => Message::BracketLine { bound: from.at.into(), points },
            (None, Some(to)) if to.after => Message::BracketAtMost { bound: to.at.into(), points },
            (None, Some(to)) => Message::BracketBelow { bound: to.at.into(), points },
            (Some(from), Some(to)) if from.at == to.at => Message::BracketEquals { bound: to.at.into(), points },
            (Some(from), Some(to)) => {
                let low = if from.after {
                    Message::Above { bound: from.at.into() }
                } else {
                    Message::AtLeast { bound: from.at.into() }
                };
                let high =
                    if to.after { Message::AtMost { bound: to.at.into() } } else { Message::Below { bound: to.at.into() } };
                Message::BracketBetween { low: Box::new(low), high: Box::new(high), points }
            }
        }
    }
}

impl Scale for Brackets {
    fn bounds(&self) -> (Decimal, Decimal) {
        let ends = || self.lines.iter().flat_map(|line| [line.interval.from, line.interval.to]).flatten().map(|cut| cut.at);
        (ends().min().unwrap_or(Decimal::ZERO).min(Decimal::ZERO), ends().max().unwrap_or(Decimal::ZERO))
    }

    fn admits(&self, mark: Decimal) -> Result<(), OffScale> {
        // Only below zero, on a table of counts, can there be no line.
        if self.lines.iter().any(|line| line.holds(&mark.into())) { Ok(()) } else { Err(OffScale::Outside) }
    }

    fn share(&self, mark: &Exact) -> Exact {
        let points = self.lines.iter().find(|line| line.holds(mark)).map_or(Decimal::ZERO, |line| line.points);
        Exact::from(points).checked_div(&self.best.into()).unwrap_or(Exact::ZERO)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        None
    }

    fn best_points(&self) -> Option<Decimal> {
        Some(self.best)
    }

    fn only_facts(&self) -> bool {
        true
    }

    fn is_flat(&self) -> bool {
        self.lines.iter().all(|line| line.points == self.best)
    }

    fn is_ordered(&self) -> bool {
        false
    }

    fn worst(&self) -> Option<Exact> {
        // Whatever its lines give: what a minimum is held against is the least that can be counted.
        Some(self.bounds().0.into())
    }

    fn rises(&self) -> bool {
        // Read from the top, points fall with lower bounds that fall.
        let from_below = self.lines.iter().all(|line| line.interval.to.is_none());
        from_below && self.lines.is_sorted_by(|a, b| a.points >= b.points)
    }

    fn gap(&self, counts: bool) -> Option<Decimal> {
        let intervals: Vec<Interval> = self.lines.iter().map(|line| line.interval).collect();
        intervals::gap(&intervals, counts)
    }

    fn describe(&self) -> Message {
        Message::ScaleBrackets { lines: self.lines.iter().map(Line::describe).collect() }
    }
}
