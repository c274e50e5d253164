//! What only the whole grid tells: thresholds nobody can reach or miss, caps that never count, tracks that leave somebody out;
//! then, in files of their own, what conditions are together, what decides nothing and what stands twice.

use super::reason::Reason;
use super::{conditions, idle, levels, repeated};
use crate::model::condition::Condition;
use crate::model::{FactKind, Fields, Findings, Grid, Item, Look, Role, Seen, Share, Span, Subject, TotalRef, rule};
use crate::number::{Date, Decimal, Exact};
use crate::text::Message;

pub(super) fn sense(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    pass(grid, fields, findings);
    caps(grid, fields, findings);
    groups(grid, fields, findings);
    tracks(grid, fields, findings);
    let reason = Reason::new(grid);
    conditions::gates(grid, fields, &reason, findings);
    conditions::tracks(grid, fields, &reason, findings);
    levels::levels(grid, fields, &reason, findings);
    idle::criteria(grid, fields, &reason, findings);
    idle::pass(grid, fields, findings);
    idle::ties(grid, fields, findings);
    idle::stages(grid, fields, findings);
    idle::beside_quorum(grid, fields, findings);
    repeated::labels(fields, findings);
    repeated::aspects(grid, fields, findings);
}

/// The most points a submission can have, bonuses included, before the cap.
pub(super) fn most(grid: &Grid) -> Exact {
    let bonus = |item: &Item| match item {
        Item::Criterion(index) => {
            grid.criteria.get(*index).filter(|criterion| criterion.role == Role::Bonus).map(|it| it.weight.clone())
        }
        Item::Group(index) => grid.groups.get(*index).filter(|group| group.role == Role::Bonus).map(|group| group.weight.clone()),
    };
    let bonuses: Exact = grid.children(None).iter().filter_map(bonus).sum();
    &Exact::from(grid.total) + &bonuses
}

/// Whether something takes points away, so that a total may be below zero.
pub(super) fn has_malus(grid: &Grid) -> bool {
    grid.criteria.iter().any(|criterion| criterion.role == Role::Malus)
        || grid.groups.iter().any(|group| group.role == Role::Malus)
}

fn pass(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let own = fields.table("rules").and_then(|rules| rules.table("pass")?.get("total"));
    let tracks = fields.list("track").iter().filter_map(|track| track.table()?.get("pass"));
    let high = grid.rules.cap.map_or_else(|| most(grid), |cap| most(grid).min(cap.into()));
    for node in own.into_iter().chain(tracks) {
        let Some(pass) = node.number() else { continue };
        let missable = pass > Decimal::ZERO || has_malus(grid);
        if !grid.has_total() || !missable || Exact::from(pass) > high {
            findings
                .push(&rule::THRESHOLD, &node.span, Message::PassVacuous { pass: pass.into(), total: high.clone() })
                .help(Message::PassVacuousHelp {});
        }
    }
}

fn caps(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let node = fields.table("rules").and_then(|rules| rules.get("at_most"));
    if let (Some(cap), Some(node)) = (grid.rules.cap.filter(|_| grid.has_total()), node)
        && Exact::from(cap) >= most(grid)
    {
        findings
            .push(&rule::CAP, &node.span, Message::CapUseless { cap: cap.into(), most: most(grid) })
            .help(Message::CapUselessHelp {});
    }
}

/// Minimums and targets of groups are points of their weight.
fn groups(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    for (group, draft) in grid.groups.iter().zip(fields.list("group")) {
        let beside = grid.criteria.iter().any(|criterion| matches!(criterion.role, Role::Bonus | Role::Malus));
        for key in ["minimum", "target"] {
            let Some(node) = draft.table().and_then(|fields| fields.get(key)) else { continue };
            let Some(value) = node.number() else { continue };
            if (value <= Decimal::ZERO || Exact::from(value) > group.weight) && !beside {
                let (bound, low, high) = (value.into(), Exact::ZERO, group.weight.clone());
                findings
                    .push(&rule::THRESHOLD, &node.span, Message::TotalThreshold { bound, low, high })
                    .help(Message::TotalThresholdHelp {});
            }
        }
    }
    for track in fields.list("track") {
        let minimums = track.table().and_then(|fields| fields.table("minimums")).map(|table| table.0.as_slice());
        for field in minimums.unwrap_or_default() {
            let group = grid.groups.iter().find(|group| group.id == field.key);
            if let (Some(group), Some(value)) = (group, field.node.number())
                && (value <= Decimal::ZERO || Exact::from(value) > group.weight)
            {
                let (bound, low, high) = (value.into(), Exact::ZERO, group.weight.clone());
                findings
                    .push(&rule::THRESHOLD, &field.node.span, Message::TotalThreshold { bound, low, high })
                    .help(Message::TotalThresholdHelp {});
            }
        }
    }
}

/// A subject, and the numbers between which it must be.
pub(super) type Bound<'c> = (&'c Subject, Option<Exact>, Option<Exact>);

/// The bounds that a condition sets, where that is all it does: bounds on numbers, and all of several.
pub(super) fn bounds(condition: &Condition) -> Option<Vec<Bound<'_>>> {
    match condition {
        Condition::All(parts) => {
            let mut of = Vec::new();
            for part in parts {
                of.extend(bounds(part)?);
            }
            Some(of)
        }
        Condition::Test { subject, test } => {
            let (low, high) = test.bounds()?;
            Some(vec![(subject, low, high)])
        }
        Condition::Any(_) | Condition::Not(_) => None,
    }
}

/// Says the bounds of a condition that nothing can reach; whether there are any.
pub(super) fn unreachable(grid: &Grid, condition: &Condition, place: &Span, findings: &mut Findings) -> bool {
    let before = findings.len();
    for (subject, low, high) in bounds(condition).unwrap_or_default() {
        threshold(grid, subject, low.as_ref(), high.as_ref(), place, findings);
    }
    findings.len() > before
}

/// A bound on a total, a group or a count that nothing can reach.
fn threshold(grid: &Grid, subject: &Subject, low: Option<&Exact>, high: Option<&Exact>, place: &Span, findings: &mut Findings) {
    let reach = match subject {
        Subject::Total(TotalRef::Main) if !has_malus(grid) => Some((Exact::ZERO, most(grid))),
        Subject::Total(TotalRef::Named(index)) => grid.totals.get(*index).and_then(|total| total.form.reach()),
        Subject::Group(index) => grid.groups.get(*index).map(|group| (Exact::ZERO, group.weight.clone())),
        Subject::Criterion(index) => {
            let scale = grid.criteria.get(*index).and_then(|criterion| criterion.scale()).filter(|scale| scale.line().is_some());
            scale.map(|scale| (scale.bounds().0.into(), scale.bounds().1.into()))
        }
        Subject::Count(count) => i64::try_from(count.among.len()).ok().map(|most| (Exact::ZERO, Exact::whole(most))),
        Subject::Fact(_) | Subject::Total(TotalRef::Main) => None,
    };
    let Some((least, most)) = reach else { return };
    for bound in [low.filter(|low| **low > most), high.filter(|high| **high < least)].into_iter().flatten() {
        let (bound, low, high) = (bound.clone(), least.clone(), most.clone());
        findings.push(&rule::THRESHOLD, place, Message::TotalThreshold { bound, low, high }).help(Message::TotalThresholdHelp {});
    }
}

/// A submission that has one value for one fact, and nothing else.
struct Supposed {
    fact: usize,
    seen: Seen,
}

impl Look for Supposed {
    fn seen(&self, subject: &Subject) -> Option<Seen> {
        (*subject == Subject::Fact(self.fact)).then(|| self.seen.clone())
    }

    fn share(&self, _: Item) -> Share {
        Share::Missing
    }

    fn today(&self) -> Option<Date> {
        None
    }
}

/// Where all tracks are told by one choice or yes-no fact, each of its values must be on one of them.
fn tracks(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let conditions: Vec<&Condition> = grid.tracks.iter().filter_map(|track| track.when.as_ref()).collect();
    if conditions.len() < grid.tracks.len() || conditions.is_empty() {
        return;
    }
    let mut facts: Vec<usize> = conditions.iter().flat_map(|condition| condition.facts()).collect();
    facts.dedup();
    let [fact] = facts.as_slice() else { return };
    let Some(declared) = grid.facts.get(*fact) else { return };
    let values: Vec<(Seen, Message)> = match &declared.kind {
        FactKind::Choice(values) => values
            .iter()
            .enumerate()
            .map(|(index, value)| (Seen::Choice(index), Message::Text { label: value.label.clone() }))
            .collect(),
        FactKind::YesNo => vec![(Seen::YesNo(true), Message::Yes {}), (Seen::YesNo(false), Message::No {})],
        _ => return,
    };
    for (seen, say) in values {
        let supposed = Supposed { fact: *fact, seen };
        let Some(draft) = fields.list("track").last() else { return };
        if conditions.iter().all(|condition| condition.holds(&supposed) == Some(false)) {
            findings
                .push(
                    &rule::TRACKS,
                    &draft.span.first_line(),
                    Message::TrackUncovered { fact: declared.label.clone(), value: Box::new(say) },
                )
                .help(Message::TrackUncoveredHelp {});
        }
    }
}
