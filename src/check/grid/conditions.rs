//! Conditions, alone and together: those that nobody can meet, gates that stop nobody, and what says again what is said already.

use super::reason::Reason;
use super::sense::unreachable;
use crate::model::condition::Condition;
use crate::model::{Fields, Findings, Gate, Grid, Look, Node, Span, Subject, TotalRef, rule};
use crate::number::Exact;
use crate::text::Message;

/// What can be said of a condition by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    /// Nobody can meet it; it has been said.
    Never,
    /// Nobody can fail it.
    Always,
    /// Some can do either.
    Sensible,
}

/// Looks at a condition by itself: says one that nobody can meet, and the parts of it that change nothing.
pub(super) fn alone(condition: &Condition, node: &Node, reason: &Reason<'_>, grid: &Grid, findings: &mut Findings) -> Alone {
    if unreachable(grid, condition, &node.span, findings) {
        return Alone::Never;
    }
    if reason.never(condition) {
        findings
            .push(&rule::CONTRADICTION, &node.span.first_line(), Message::ConditionNever {})
            .help(Message::ConditionNeverHelp {});
        return Alone::Never;
    }
    if reason.always(condition) {
        return Alone::Always;
    }
    parts(condition, node, reason, findings);
    Alone::Sensible
}

/// Says the parts of a condition that ask nothing or open nothing, and those without which it would be the same; of two that say the
/// same, the later one.
fn parts(condition: &Condition, node: &Node, reason: &Reason<'_>, findings: &mut Findings) {
    let Some(fields) = node.table() else { return };
    let (of, drafts, all) = match condition {
        Condition::All(of) => (of, fields.list("all"), true),
        Condition::Any(of) => (of, fields.list("any"), false),
        Condition::Not(part) => {
            if let Some(draft) = fields.get("not") {
                parts(part, draft, reason, findings);
            }
            return;
        }
        Condition::Test { .. } => return,
    };
    let mut kept: Vec<(&Condition, &Node)> = of.iter().zip(drafts).collect();
    let mut at = kept.len();
    while at > 0 && kept.len() > 1 {
        at -= 1;
        let Some(&(part, draft)) = kept.get(at) else { break };
        let message = if all && reason.always(part) {
            Message::PartIdle {}
        } else if !all && reason.never(part) {
            Message::PartNever {}
        } else if is_covered(condition, all, at, &kept, reason) {
            Message::PartRedundant {}
        } else {
            continue;
        };
        findings.push(&rule::REDUNDANT, &draft.span.first_line(), message).help(Message::PartRedundantHelp {});
        kept.remove(at);
    }
    for (part, draft) in kept {
        parts(part, draft, reason, findings);
    }
}

/// Whether the part at an index changes nothing beside another one, or beside all the others where those are few enough to try.
fn is_covered(condition: &Condition, all: bool, at: usize, kept: &[(&Condition, &Node)], reason: &Reason<'_>) -> bool {
    let Some((part, _)) = kept.get(at) else { return false };
    let others = || kept.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, (other, _))| *other);
    // All of several go no further than the least of them, any of several as far as the best.
    let beside = |other: &Condition| {
        reason.spend(1).is_some()
            && part.subjects().iter().any(|subject| other.subjects().contains(subject))
            && reason.every(&[part, other], |case| {
                let (own, other) = (passage(part, case), passage(other, case));
                if all { own >= other } else { own <= other }
            }) == Some(true)
    };
    if others().any(beside) {
        return true;
    }
    let rest: Vec<Condition> = others().cloned().collect();
    let rest = if all { Condition::All(rest) } else { Condition::Any(rest) };
    reason.every(&[condition], |case| rest.holds(case) == condition.holds(case)) == Some(true)
}

/// Gates that nobody can pass, that stop nobody, or that ask again what another asks.
pub(super) fn gates(grid: &Grid, fields: &Fields, reason: &Reason<'_>, findings: &mut Findings) {
    let drafts: Vec<&Node> = fields.list("gate").iter().filter_map(|draft| draft.table()?.get("require")).collect();
    // A gate that is wrong by itself has been said, and is not held against the others.
    let mut sensible: Vec<(&Gate, &Node)> = Vec::new();
    for (gate, node) in grid.gates.iter().zip(drafts) {
        match alone(&gate.require, node, reason, grid, findings) {
            Alone::Never => {}
            Alone::Always => {
                findings
                    .push(&rule::GATE_IDLE, &node.span.first_line(), Message::GateIdle { gate: gate.label.clone() })
                    .help(Message::GateIdleHelp {});
            }
            Alone::Sensible => sensible.push((gate, node)),
        }
    }
    let mut contradicted = false;
    for (at, (gate, node)) in sensible.iter().enumerate() {
        let above = sensible.iter().take(at).find(|(above, _)| contradict(above, gate, reason) == Some(true));
        if let Some((above, _)) = above {
            let (gate, other) = (gate.label.clone(), above.label.clone());
            findings
                .push(&rule::GATES_CONTRADICT, &node.span.first_line(), Message::GatesContradict { gate, other })
                .help(Message::GatesContradictHelp {});
            contradicted = true;
        }
    }
    if !contradicted && !together(&sensible, reason, findings) {
        again(grid, &sensible, reason, findings);
    }
}

/// Whether two gates look at something in common.
fn meet(a: &Gate, b: &Gate) -> bool {
    let subjects = a.require.subjects();
    b.require.subjects().iter().any(|subject| subjects.contains(subject))
}

/// Whether nobody can pass both of two gates.
fn contradict(a: &Gate, b: &Gate, reason: &Reason<'_>) -> Option<bool> {
    reason.spend(1)?;
    if !meet(a, b) {
        return Some(false);
    }
    let conditions = [&a.require, &b.require];
    reason.every(&conditions, |case| conditions.iter().any(|condition| condition.holds(case) != Some(true)))
}

/// Says the first gate that nobody can pass who has passed all those above it which look at the same things.
fn together(gates: &[(&Gate, &Node)], reason: &Reason<'_>, findings: &mut Findings) -> bool {
    for (at, (gate, node)) in gates.iter().enumerate() {
        let near: Vec<&(&Gate, &Node)> = gates.iter().take(at).filter(|(above, _)| meet(above, gate)).collect();
        // Two have been held against each other.
        if near.len() < 2 {
            continue;
        }
        let conditions: Vec<_> = near.iter().map(|(above, _)| &above.require).chain([&gate.require]).collect();
        if reason.every(&conditions, |case| conditions.iter().any(|condition| condition.holds(case) != Some(true))) == Some(true)
        {
            findings
                .push(&rule::GATES_CONTRADICT, &node.span.first_line(), Message::GatesContradictAll { gate: gate.label.clone() })
                .help(Message::GatesContradictHelp {});
            return true;
        }
    }
    false
}

/// How far a condition lets a submission come: out, waiting, through.
fn passage(condition: &Condition, look: &dyn Look) -> u8 {
    match condition.holds(look) {
        Some(false) => 0,
        None => 1,
        Some(true) => 2,
    }
}

/// Says the gates that change nothing beside another one, or beside a threshold; of two that ask the same, the later one.
fn again(grid: &Grid, gates: &[(&Gate, &Node)], reason: &Reason<'_>, findings: &mut Findings) {
    // Whether `gate` lets everyone come as far as `other` does: beside it, it changes nothing.
    let idle = |gate: &Condition, other: &Condition| {
        reason.every(&[gate, other], |case| passage(gate, case) >= passage(other, case)) == Some(true)
    };
    let last = grid.stages.len().saturating_sub(1);
    let thresholds = thresholds(grid, last);
    for (at, (gate, node)) in gates.iter().enumerate() {
        let beside = gates.iter().enumerate().find(|(other_at, (other, _))| {
            // What is asked sooner stops sooner: that is a reason to ask.
            *other_at != at
                && reason.spend(1).is_some()
                && other.stage <= gate.stage
                && meet(gate, other)
                && idle(&gate.require, &other.require)
                && (*other_at < at || other.stage < gate.stage || !idle(&other.require, &gate.require))
        });
        let span = node.span.first_line();
        if let Some((_, (other, _))) = beside {
            let (gate, other) = (gate.label.clone(), other.label.clone());
            findings.push(&rule::REDUNDANT, &span, Message::GateRedundant { gate, other }).help(Message::GateRedundantHelp {});
            continue;
        }
        let subjects = gate.require.subjects();
        let known = thresholds.iter().filter(|(subject, stage, _)| *stage <= gate.stage && subjects.contains(&subject));
        if known.map(|(_, _, threshold)| threshold).any(|threshold| idle(&gate.require, threshold)) {
            findings
                .push(&rule::REDUNDANT, &span, Message::GateUnderThreshold { gate: gate.label.clone() })
                .help(Message::GateRedundantHelp {});
        }
    }
}

/// The minimums of the grid and its pass mark as conditions, each with its subject and the stage at which it is asked; none where
/// tracks have their own.
fn thresholds(grid: &Grid, last: usize) -> Vec<(Subject, usize, Condition)> {
    if grid.tracks.iter().any(|track| track.pass.is_some() || !track.minimums.is_empty() || !track.weights.is_empty()) {
        return Vec::new();
    }
    let threshold = |subject: Subject, stage: usize, bound: Exact| (subject.clone(), stage, Condition::at_least(subject, bound));
    let of_criteria = grid
        .criteria
        .iter()
        .enumerate()
        .filter_map(|(at, criterion)| Some(threshold(Subject::Criterion(at), criterion.stage, criterion.minimum?.into())));
    let of_groups = grid.groups.iter().enumerate().filter_map(|(at, group)| {
        let stages = (0..grid.criteria.len()).filter(|one| grid.stands_in(*one, at)).filter_map(|one| grid.criteria.get(one));
        let stage = stages.map(|criterion| criterion.stage).max().unwrap_or(last);
        Some(threshold(Subject::Group(at), stage, group.minimum?.into()))
    });
    let pass = grid.rules.pass.map(|pass| threshold(Subject::Total(TotalRef::Main), last, pass.into()));
    of_criteria.chain(of_groups).chain(pass).collect()
}

/// Where the condition of a level or a track is written.
pub(super) fn when(draft: &Node) -> Option<&Node> {
    draft.table()?.get("when")
}

/// Whether `own` is met by nobody whom all of `above` let pass by: then what has it is nobody’s.
pub(super) fn hidden(own: Option<&Condition>, above: &[&Condition], reason: &Reason<'_>) -> bool {
    let conditions: Vec<&Condition> = own.into_iter().chain(above.iter().copied()).collect();
    !above.is_empty()
        && reason.every(&conditions, |case| {
            own.is_some_and(|own| own.holds(case) != Some(true)) || above.iter().any(|above| above.holds(case) != Some(false))
        }) == Some(true)
}

/// Tracks that nobody can be on.
pub(super) fn tracks(grid: &Grid, fields: &Fields, reason: &Reason<'_>, findings: &mut Findings) {
    let mut above: Vec<&Condition> = Vec::new();
    for (track, draft) in grid.tracks.iter().zip(fields.list("track")) {
        let node = when(draft);
        let never =
            track.when.as_ref().zip(node).is_some_and(|(own, node)| alone(own, node, reason, grid, findings) == Alone::Never);
        if !never && hidden(track.when.as_ref(), &above, reason) {
            let span: Span = node.map_or_else(|| draft.span.first_line(), |node| node.span.first_line());
            findings
                .push(&rule::LEVELS, &span, Message::TrackHidden { track: track.label.clone() })
                .help(Message::TrackHiddenHelp {});
        }
        above.extend(&track.when);
    }
}
