//! Levels of a classification: those that are nobody’s, and bounds between which something falls.

use super::conditions::{Alone, alone, hidden, when};
use super::reason::{Reason, middle};
use super::sense::bounds;
use crate::model::condition::Condition;
use crate::model::{Fields, Findings, Grid, Level, Node, Subject, rule};
use crate::number::Exact;
use crate::text::Message;

pub(super) fn levels(grid: &Grid, fields: &Fields, reason: &Reason<'_>, findings: &mut Findings) {
    let drafts = fields.list("level");
    let mut above: Vec<(&Level, &Condition)> = Vec::new();
    let mut sound = true;
    for (level, draft) in grid.levels.iter().zip(drafts) {
        let node = when(draft);
        if let (Some(own), Some(node)) = (&level.when, node)
            && alone(own, node, reason, grid, findings) == Alone::Never
        {
            sound = false;
            continue;
        }
        let one = above.iter().find(|(_, above)| level.when.is_some() && hidden(level.when.as_ref(), &[above], reason));
        let all: Vec<&Condition> = above.iter().map(|(_, above)| *above).collect();
        let message = if let Some((above, _)) = one {
            Some(Message::LevelHidden { level: level.label.clone(), above: above.label.clone() })
        } else if hidden(level.when.as_ref(), &all, reason) {
            Some(Message::LevelHiddenByAll { level: level.label.clone() })
        } else {
            None
        };
        if let Some(message) = message {
            let place = node.map_or_else(|| draft.span.first_line(), |node| node.span.clone());
            findings.push(&rule::LEVELS, &place, message).help(Message::LevelHiddenHelp {});
            sound = false;
        }
        above.extend(level.when.as_ref().map(|when| (level, when)));
    }
    if sound {
        stretches(grid, drafts, reason, findings);
    }
}

/// A level that is a stretch of numbers, ends included.
struct Stretch<'g> {
    level: &'g Level,
    node: &'g Node,
    low: Option<Exact>,
    high: Option<Exact>,
}

/// Where every level is a stretch of one number, apart from the rest: no gap that nobody can have meant, nothing twice.
fn stretches<'g>(grid: &'g Grid, drafts: &'g [Node], reason: &Reason<'_>, findings: &mut Findings) {
    let mut of: Option<&Subject> = None;
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    for (level, draft) in grid.levels.iter().zip(drafts) {
        let Some(own) = &level.when else { continue };
        let Some(node) = when(draft) else { return };
        let Some([(subject, low, high)]) = bounds(own).and_then(|bounds| <[_; 1]>::try_from(bounds).ok()) else { return };
        if of.is_some_and(|of| of != subject) {
            return;
        }
        of = Some(subject);
        stretches.push(Stretch { level, node, low, high });
    }
    let Some(subject) = of else { return };
    for (at, own) in stretches.iter().enumerate() {
        let shared = |other: &&Stretch<'_>| overlap(own, other).is_some();
        if let Some(other) = stretches.iter().take(at).find(shared)
            && let Some(value) = overlap(own, other)
        {
            let (level, other) = (own.level.label.clone(), other.level.label.clone());
            findings
                .push(&rule::LEVEL_BOUNDS, &own.node.span, Message::LevelsOverlap { level, other, value })
                .help(Message::LevelsOverlapHelp {});
        }
    }
    gaps(grid, stretches, reason.is_whole(subject), findings);
}

/// The first value that two levels closed on both sides share.
fn overlap(a: &Stretch<'_>, b: &Stretch<'_>) -> Option<Exact> {
    let low = a.low.as_ref()?.max(b.low.as_ref()?);
    let high = a.high.as_ref()?.min(b.high.as_ref()?);
    (low <= high).then(|| low.clone())
}

fn gaps(grid: &Grid, mut stretches: Vec<Stretch<'_>>, whole: bool, findings: &mut Findings) {
    let rest = grid.levels.iter().find(|level| level.when.is_none());
    // No lower end comes first, as it should.
    stretches.sort_by(|a, b| a.low.cmp(&b.low));
    let mut reached: Option<(&Exact, &Stretch<'_>)> = None;
    for own in &stretches {
        if let (Some((high, below)), Some(low)) = (reached, &own.low)
            && low > high
        {
            let next = &high.floor() + &Exact::ONE;
            // Where all the rest has a level, a stretch that holds a whole number may be meant for it.
            let slip = if whole { next < *low && rest.is_none() } else { next >= *low || rest.is_none() };
            if slip {
                let value = if whole { next } else { middle(high, low) };
                let (below, above) = (below, own.level.label.clone());
                let level = below.level.label.clone();
                let message = match rest {
                    Some(rest) => Message::LevelGapRest { level, above, value, rest: rest.label.clone() },
                    None => Message::LevelGap { level, above, value },
                };
                findings.push(&rule::LEVEL_BOUNDS, &below.node.span, message).help(Message::LevelGapHelp {});
            }
        }
        match (&own.high, reached) {
            (None, _) => return,
            (Some(high), Some((reached, _))) if high <= reached => {}
            (Some(high), _) => reached = Some((high, own)),
        }
    }
}
