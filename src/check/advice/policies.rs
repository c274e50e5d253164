//! Policies that marks need and that the grid leaves to their defaults.

use crate::model::{Fields, Findings, Grid, Measure, rule};
use crate::text::Message;

/// Says once what is not said: what a missing mark means, how marks combine, how many are enough, what breaks ties.
pub(super) fn implicit(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    let marked = |measure: &Measure| matches!(measure, Measure::Marks(_));
    let by_marks =
        |at: usize| grid.criteria.get(at).is_some_and(|it| marked(&it.measure) || it.ways.iter().any(|(_, way)| marked(way)));
    let criteria: Vec<usize> = (0..grid.criteria.len()).filter(|at| by_marks(*at)).collect();
    if criteria.is_empty() {
        return;
    }
    let of_criteria =
        |says: fn(&crate::model::Criterion) -> bool| criteria.iter().filter_map(|at| grid.criteria.get(*at)).all(says);
    let empty = Fields::default();
    let rules = fields.table("rules").unwrap_or(&empty);
    let panel = rules.table("panel").unwrap_or(&empty);
    let unsaid = [
        ("missing = \"unrated\"", rules.get("missing").is_some() || of_criteria(|criterion| criterion.missing.is_some())),
        ("panel.combine = \"mean\"", panel.get("combine").is_some() || of_criteria(|criterion| criterion.combine.is_some())),
        ("panel.quorum = 1", panel.get("quorum").is_some()),
        ("ties = []", !grid.ranks() || rules.get("ties").is_some()),
    ];
    let policies: Vec<String> = unsaid.iter().filter(|(_, said)| !said).map(|(policy, _)| (*policy).to_owned()).collect();
    let place = fields.field("rules").or_else(|| fields.field("grid")).map(|field| &field.key_span);
    if let Some(place) = place.filter(|_| !policies.is_empty()) {
        findings
            .push(&rule::POLICY_IMPLICIT, place, Message::PoliciesImplicit { policies })
            .help(Message::PoliciesImplicitHelp {});
    }
}
