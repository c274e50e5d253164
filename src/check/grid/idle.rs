//! What can decide nothing: criteria that give everyone the same, tie keys on which those tied are level already, a pass mark that
//! the minimums settle, stages at which nothing is looked at, what a quorum settles already.

use super::conditions::{Alone, alone};
use super::reason::Reason;
use crate::model::{
    Combine, Criterion, Fields, Findings, Grid, GroupScore, Item, Measure, Missing, Node, NotApplicable, Part, Quorum, RankBy,
    Role, Rounding, Subject, TieKey, TotalRef, rule,
};
use crate::number::Exact;
use crate::text::Message;

/// Criteria whose points are the same for everyone, or for everyone whom their minimum lets pass.
pub(super) fn criteria(grid: &Grid, fields: &Fields, reason: &Reason<'_>, findings: &mut Findings) {
    for (at, (criterion, draft)) in grid.criteria.iter().zip(fields.list("criterion")).enumerate() {
        let Some(own) = draft.table() else { continue };
        measure(&criterion.measure, own, reason, grid, findings);
        for (name, way) in &criterion.ways {
            if let Some(fields) = own.table("ways").and_then(|ways| ways.table(name)) {
                measure(way, fields, reason, grid, findings);
            }
        }
        if let (true, Some(node)) = (minimum_at_top(grid, at, criterion), own.get("minimum"))
            && let Some(minimum) = criterion.minimum
        {
            findings
                .push(&rule::CRITERION_IDLE, &node.span, Message::MinimumAtTop { minimum: minimum.into() })
                .help(Message::MinimumAtTopHelp {});
        }
    }
}

/// Whether all who reach the minimum of a criterion that ranks have its whole weight.
fn minimum_at_top(grid: &Grid, at: usize, criterion: &Criterion) -> bool {
    let scale = criterion.scale().filter(|scale| scale.line().is_some() && scale.rises());
    let top = scale.map(|scale| scale.bounds().1);
    criterion.ways.is_empty()
        && grid.has_total()
        && grid.ranks()
        && grid.is_weighed(at)
        && top.is_some()
        && criterion.minimum == top
}

fn measure(measure: &Measure, fields: &Fields, reason: &Reason<'_>, grid: &Grid, findings: &mut Findings) {
    let mut flat = |node: &Node| {
        findings
            .push(&rule::CRITERION_IDLE, &node.span.first_line(), Message::CriterionFlat {})
            .help(Message::CriterionFlatHelp {});
    };
    let parts = match measure {
        Measure::Marks(scale) => {
            if let Some(node) = fields.get("scale").filter(|_| scale.is_flat()) {
                flat(node);
            }
            return;
        }
        Measure::Facts(parts) => parts,
    };
    let Some(from) = fields.table("from") else { return };
    let drafts: Vec<(&Fields, Option<&Node>)> = match from.get("sum") {
        Some(_) => from.list("sum").iter().filter_map(Node::table).map(|part| (part, part.get("scale"))).collect(),
        None => vec![(from, fields.get("scale"))],
    };
    for (part, (from, scale)) in parts.iter().zip(drafts) {
        if let Some(node) = scale.filter(|_| part.scale.is_flat()) {
            flat(node);
        } else if let Some(node) = from.table("table").and_then(|table| table.get("points")).filter(|_| part.reading.is_flat()) {
            flat(node);
        }
    }
    for (part, from) in parts.iter().zip(conditions(from)) {
        condition(part, from, reason, grid, findings);
    }
}

/// The condition of each part, where it is one.
fn conditions(from: &Fields) -> Vec<Option<&Node>> {
    match from.get("sum") {
        Some(_) => from.list("sum").iter().filter_map(Node::table).map(|part| part.get("when")).collect(),
        None => vec![from.get("when")],
    }
}

fn condition(part: &Part, node: Option<&Node>, reason: &Reason<'_>, grid: &Grid, findings: &mut Findings) {
    let (Some(condition), Some(node)) = (part.reading.condition(), node) else { return };
    if alone(condition, node, reason, grid, findings) == Alone::Always {
        findings.push(&rule::CRITERION_IDLE, &node.span.first_line(), Message::WhenAlways {}).help(Message::CriterionFlatHelp {});
    }
}

/// Whether the total is the plain sum of weighted shares for everyone who is ranked: nothing caps, rounds, averages or re-weighs.
fn is_plain_sum(grid: &Grid) -> bool {
    let reweighs = grid.rules.missing == Missing::Reweight
        || grid.criteria.iter().any(|criterion| criterion.missing == Some(Missing::Reweight));
    grid.has_total()
        && grid.tracks.is_empty()
        && grid.rules.combine == Combine::Marks
        && grid.rules.cap.is_none()
        && grid.rules.round == Rounding::default()
        && grid.rules.not_applicable == NotApplicable::Refuse
        && !reweighs
        && grid.groups.iter().all(|group| group.score == GroupScore::Sum && group.cap.is_none())
}

/// A pass mark that everyone reaches who reaches every minimum.
pub(super) fn pass(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let malus = (0..grid.criteria.len()).any(|at| grid.takes_away(Item::Criterion(at)));
    let Some(pass) = grid.rules.pass.filter(|_| is_plain_sum(grid) && !malus) else { return };
    let least = grid.children(None).into_iter().map(|item| guaranteed(grid, item)).sum::<Exact>();
    let node = fields.table("rules").and_then(|rules| rules.table("pass")?.get("total"));
    // A pass mark that nobody can miss at all has been said.
    if let Some(node) = node.filter(|_| !least.is_zero() && least >= pass.into()) {
        findings
            .push(&rule::REDUNDANT, &node.span, Message::PassRedundant { pass: pass.into(), least })
            .help(Message::PassRedundantHelp {});
    }
}

/// The points that the minimums in an item make sure of.
fn guaranteed(grid: &Grid, item: Item) -> Exact {
    if grid.stands_aside(item) {
        return Exact::ZERO;
    }
    match item {
        Item::Criterion(index) => {
            let Some(criterion) = grid.criteria.get(index).filter(|criterion| criterion.ways.is_empty()) else {
                return Exact::ZERO;
            };
            let scale = criterion.scale().filter(|scale| scale.line().is_some() && scale.rises());
            let share = criterion.minimum.zip(scale).map(|(minimum, scale)| scale.share(&minimum.into()));
            share.map_or(Exact::ZERO, |share| &share * &criterion.weight)
        }
        Item::Group(index) => {
            let below = grid.children(Some(index)).into_iter().map(|item| guaranteed(grid, item)).sum::<Exact>();
            let own = grid.groups.get(index).and_then(|group| group.minimum).map_or(Exact::ZERO, Exact::from);
            own.max(below)
        }
    }
}

/// Tie keys on which those who are tied cannot differ.
pub(super) fn ties(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let by_total = match grid.rules.rank_by {
        RankBy::Total(total) if !matches!(grid.rules.combine, Combine::RankSum { .. }) => Some(total),
        RankBy::Total(_) | RankBy::Nothing => None,
    };
    let mut level = Level { grid, known: Vec::new(), total: is_plain_sum(grid) && by_total == Some(TotalRef::Main) };
    let drafts = fields.table("rules").map(|rules| rules.list("ties")).unwrap_or_default();
    for (key, node) in grid.rules.ties.iter().zip(drafts) {
        let idle = match key {
            TieKey::Scored { subject: Subject::Total(total), .. } => by_total == Some(*total),
            TieKey::Ratio { over, by, .. } => over == by,
            TieKey::Scored { .. } | TieKey::Fact { .. } | TieKey::First { .. } => {
                key.item().is_some_and(|item| level.is_settled(item))
            }
        };
        if idle {
            findings.push(&rule::TIE_IDLE, &node.span, Message::TieIdle {}).help(Message::TieIdleHelp {});
        }
        level.known.extend(key.item());
    }
}

/// On what those are level who are tied on a total and on the keys before.
struct Level<'g> {
    grid: &'g Grid,
    known: Vec<Item>,
    /// Whether they are level on the plain sum of what stands at the top.
    total: bool,
}

impl Level<'_> {
    /// Whether they are level on an item as well, since sums leave it nothing to differ by.
    fn is_settled(&self, item: Item) -> bool {
        if !self.total || self.grid.stands_aside(item) {
            return false;
        }
        let counts = |of: Option<usize>| -> Vec<Item> {
            self.grid.children(of).into_iter().filter(|item| self.grid.role(*item) != Role::Aside).collect()
        };
        let sums: Vec<(Option<Item>, Vec<Item>)> = std::iter::once((None, counts(None)))
            .chain((0..self.grid.groups.len()).map(|group| (Some(Item::Group(group)), counts(Some(group)))))
            .collect();
        let mut known = self.known.clone();
        // Each round settles an item at least, or is the last.
        loop {
            let settled = sums.iter().find_map(|(sum, parts)| {
                let of_sum = sum.filter(|sum| !known.contains(sum));
                let mut open = of_sum.into_iter().chain(parts.iter().copied().filter(|part| !known.contains(part)));
                let only = open.next();
                only.filter(|_| open.next().is_none())
            });
            match settled {
                Some(settled) => known.push(settled),
                None => return known.contains(&item),
            }
        }
    }
}

/// Stages at which nothing is asked. The thresholds on totals belong to the last one.
pub(super) fn stages(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let bars = grid.rules.pass.is_some()
        || grid.tracks.iter().any(|track| track.pass.is_some())
        || grid.totals.iter().any(|total| total.at_least.is_some() || total.at_most.is_some());
    for (at, (stage, draft)) in grid.stages.iter().zip(fields.list("stage")).enumerate() {
        let asked = grid.gates.iter().any(|gate| gate.stage == at)
            || grid.criteria.iter().any(|criterion| criterion.stage == at)
            || (bars && at + 1 == grid.stages.len());
        if !asked {
            let span =
                draft.table().and_then(|fields| fields.get("id")).map_or_else(|| draft.span.first_line(), |id| id.span.clone());
            findings
                .push(&rule::STAGE_EMPTY, &span, Message::StageEmpty { stage: stage.label.clone() })
                .help(Message::StageEmptyHelp {});
        }
    }
}

/// What a quorum of so many marks leaves nothing to do: fewer reviewers asked for, and cases of fewer marks.
pub(super) fn beside_quorum(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let Some(panel) = fields.table("rules").and_then(|rules| rules.table("panel")) else { return };
    let rules = &grid.rules;
    let Quorum::Count(quorum) = rules.panel.quorum else { return };
    let waits = |missing: Missing| matches!(missing, Missing::Unrated | Missing::Error);
    // Where a criterion under its quorum leaves the submission unrated, and none is left out of it.
    let holds = rules.combine == Combine::Marks
        && rules.not_applicable == NotApplicable::Refuse
        && (0..grid.criteria.len()).all(|at| waits(grid.missing(at)))
        && grid.criteria.iter().any(|criterion| criterion.stage == 0 && matches!(criterion.measure, Measure::Marks(_)));
    if let (Some(Quorum::Count(reviewers)), Some(node)) = (rules.panel.reviewers, panel.get("reviewers"))
        && holds
        && reviewers < quorum
    {
        findings
            .push(&rule::QUORUM_SETTLES, &node.span, Message::ReviewersIdle { reviewers, quorum })
            .help(Message::ReviewersIdleHelp {});
    }
    for (case, node) in rules.panel.cases.iter().zip(panel.list("cases")) {
        if let Some(most) = case.most.filter(|most| *most < quorum) {
            findings
                .push(&rule::QUORUM_SETTLES, &node.span.first_line(), Message::CaseUnderQuorum { most, quorum })
                .help(Message::CaseUnderQuorumHelp {});
        }
    }
}
