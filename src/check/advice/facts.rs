//! Facts that nothing in the grid uses.

use crate::model::{FactKind, Fields, Findings, Grid, Measure, Subject, TieKey, rule};
use crate::text::Message;

/// Says the facts that people are asked for and that nothing looks at. A text is there to be read.
pub(super) fn unused(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    for (index, (fact, draft)) in grid.facts.iter().zip(fields.list("fact")).enumerate() {
        if fact.kind == FactKind::Text || is_used(grid, index) {
            continue;
        }
        let Some(id) = draft.table().and_then(|fields| fields.get("id")) else { continue };
        findings
            .push(&rule::FACT_UNUSED, &id.span, Message::FactUnused { fact: fact.label.clone() })
            .help(Message::FactUnusedHelp {});
    }
}

/// Whether anything looks at a fact, whichever way a call may pick.
fn is_used(grid: &Grid, fact: usize) -> bool {
    let measures = grid
        .criteria
        .iter()
        .flat_map(|criterion| std::iter::once(&criterion.measure).chain(criterion.ways.iter().map(|(_, way)| way)));
    let in_ties = grid.rules.ties.iter().any(|key| match key {
        TieKey::Scored { .. } => false,
        TieKey::Fact { fact: other, .. } | TieKey::First { fact: other, .. } => *other == fact,
        TieKey::Ratio { over, by, .. } => *over == fact || *by == fact,
    });
    in_ties
        || grid.rules.cost == Some(fact)
        || grid.totals.iter().any(|total| total.form.subjects().contains(&Subject::Fact(fact)))
        || grid.conditions().any(|condition| condition.facts().contains(&fact))
        || grid.validities.iter().any(|validity| validity.fact == fact)
        || grid.summaries.iter().any(|summary| summary.by == Some(fact))
        || measures.map(Measure::facts).any(|facts| facts.contains(&fact))
}
