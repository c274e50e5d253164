//! The parts of a grid in words: how a criterion is measured, what ranks, what breaks ties.

use crate::model::{Combine, Grid, Measure, RankBy, Subject, TieKey};
use crate::text::{Label, Message};

/// The short name of a criterion, where it has one: for tables and sentences that name several.
pub(in crate::report) fn short_label(grid: &Grid, criterion: usize) -> Label {
    let short = grid.criteria.get(criterion).and_then(|criterion| criterion.short.clone());
    short.unwrap_or_else(|| criterion_label(grid, criterion))
}

/// How a criterion is measured, in words.
pub(in crate::report) fn measure(grid: &Grid, measure: &Measure) -> Message {
    match measure {
        Measure::Marks(scale) => scale.describe(),
        Measure::Facts(parts) => {
            let part = |part: &crate::model::Part| {
                let what = Box::new(part.reading.describe(grid));
                // A table or a condition has said all: its scale only carries the points.
                if part.reading.brings_its_scale() {
                    return Message::PartOf { what, weight: part.weight.into() };
                }
                Message::PartOn { what, scale: Box::new(part.scale.describe()) }
            };
            Message::ConditionAll { parts: parts.iter().map(part).collect() }
        }
    }
}

/// What ranks, in words.
pub(in crate::report) fn what_ranks(grid: &Grid) -> Message {
    match (grid.rules.combine, grid.rules.rank_by) {
        (Combine::RankSum { .. }, _) => Message::ColumnRankSum {},
        (_, RankBy::Total(total)) => grid.topic(&Subject::Total(total)).map_or(Message::TotalLine {}, |topic| topic.label),
        (_, RankBy::Nothing) => Message::RuleRanksNothing {},
    }
}

/// What a tie key compares, in words.
pub(in crate::report) fn tie_key(grid: &Grid, key: &TieKey) -> Message {
    match key {
        TieKey::Scored { subject, .. } => grid.topic(subject).map_or(Message::TotalLine {}, |topic| topic.label),
        TieKey::Fact { fact, .. } | TieKey::First { fact, .. } => Message::Text { label: fact_label(grid, *fact) },
        TieKey::Ratio { over, by, .. } => Message::Ratio { over: fact_label(grid, *over), by: fact_label(grid, *by) },
    }
}

/// The stable name of a tie key for machines.
pub(in crate::report) fn tie_code(grid: &Grid, key: &TieKey) -> String {
    let fact = |index: usize| grid.facts.get(index).map_or_else(String::new, |fact| fact.id.clone());
    match key {
        TieKey::Scored { subject, .. } => grid.topic(subject).map_or_else(String::new, |topic| topic.id.to_owned()),
        TieKey::Fact { fact: index, .. } | TieKey::First { fact: index, .. } => fact(*index),
        TieKey::Ratio { over, by, .. } => format!("{}/{}", fact(*over), fact(*by)),
    }
}

/// The name of a criterion.
pub(in crate::report) fn criterion_label(grid: &Grid, criterion: usize) -> Label {
    grid.criteria.get(criterion).map(|criterion| criterion.label.clone()).unwrap_or_default()
}

/// The name of a fact.
pub(in crate::report) fn fact_label(grid: &Grid, fact: usize) -> Label {
    grid.facts.get(fact).map(|fact| fact.label.clone()).unwrap_or_default()
}
