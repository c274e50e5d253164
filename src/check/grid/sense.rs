//! What only the whole grid tells: thresholds nobody can reach or miss, levels that an earlier one hides, tracks that leave
//! somebody out.

use crate::model::condition::Condition;
use crate::model::{FactKind, Fields, Findings, Grid, Item, Level, Look, Role, Seen, Share, Span, Subject, TotalRef, rule};
use crate::number::{Date, Decimal, Exact};
use crate::text::Message;

pub(super) fn sense(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    pass(grid, fields, findings);
    caps(grid, fields, findings);
    groups(grid, fields, findings);
    gates(grid, fields, findings);
    levels(grid, fields, findings);
    tracks(grid, fields, findings);
}

/// The most points a submission can have, bonuses included, before the cap.
fn most(grid: &Grid) -> Exact {
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
fn has_malus(grid: &Grid) -> bool {
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

/// What must hold for a number to be within bounds; `None` where a condition says anything else.
struct Bounds<'c> {
    of: Vec<(&'c Subject, Option<Exact>, Option<Exact>)>,
}

/// Whether `outer` holds wherever `inner` does, as far as that can be told: conditions that are bounds on numbers, and all
/// of several.
fn implied(inner: &Condition, outer: &Condition) -> bool {
    let (Some(inner), Some(outer)) = (bounds(inner), bounds(outer)) else { return false };
    outer.of.iter().all(|(subject, low, high)| {
        inner.of.iter().any(|(other, inner_low, inner_high)| {
            other == subject
                && low.as_ref().is_none_or(|low| inner_low.as_ref().is_some_and(|inner| inner >= low))
                && high.as_ref().is_none_or(|high| inner_high.as_ref().is_some_and(|inner| inner <= high))
        })
    })
}

fn bounds(condition: &Condition) -> Option<Bounds<'_>> {
    match condition {
        Condition::All(parts) => {
            let mut of = Vec::new();
            for part in parts {
                of.extend(bounds(part)?.of);
            }
            Some(Bounds { of })
        }
        Condition::Test { subject, test } => {
            let (low, high) = test.bounds()?;
            Some(Bounds { of: vec![(subject, low, high)] })
        }
        Condition::Any(_) | Condition::Not(_) => None,
    }
}

/// A bound on a mark, a total or a count that a gate asks for and nothing can reach.
fn gates(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    for (gate, draft) in grid.gates.iter().zip(fields.list("gate")) {
        let place = draft.table().and_then(|fields| fields.get("require")).map(|node| &node.span);
        for (subject, low, high) in bounds(&gate.require).map(|bounds| bounds.of).unwrap_or_default() {
            threshold(grid, subject, low.as_ref(), high.as_ref(), place, findings);
        }
    }
}

/// A level below one that already takes everything it could take is never given.
fn levels(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    for (at, (level, draft)) in grid.levels.iter().zip(fields.list("level")).enumerate() {
        let Some(when) = &level.when else { continue };
        let hides = |above: &&Level| above.when.as_ref().is_some_and(|above| implied(when, above));
        if let Some(above) = grid.levels[..at].iter().find(hides) {
            let (level, above) = (level.label.clone(), above.label.clone());
            let place = draft
                .table()
                .and_then(|fields| fields.get("when"))
                .map_or_else(|| draft.span.first_line(), |node| node.span.clone());
            findings.push(&rule::LEVELS, &place, Message::LevelHidden { level, above }).help(Message::LevelHiddenHelp {});
        }
        for (subject, low, high) in bounds(when).map(|bounds| bounds.of).unwrap_or_default() {
            threshold(
                grid,
                subject,
                low.as_ref(),
                high.as_ref(),
                draft.table().and_then(|fields| fields.get("when")).map(|node| &node.span),
                findings,
            );
        }
    }
}

/// A bound on a total, a group or a count that nothing can reach.
fn threshold(
    grid: &Grid,
    subject: &Subject,
    low: Option<&Exact>,
    high: Option<&Exact>,
    place: Option<&Span>,
    findings: &mut Findings,
) {
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
    let (Some((least, most)), Some(place)) = (reach, place) else { return };
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
