//! From the draft of a grid to a [`Grid`]: compiles each part, then holds the parts against each other.

mod conditions;
mod criteria;
mod facts;
mod idle;
mod levels;
mod names_clash;
mod outcomes;
mod panel;
mod reason;
mod repeated;
mod rules;
mod sense;
mod totals;
mod tree;

use std::sync::Arc;

use super::shapes::GRID_FILE;
use super::walk::walk;
use crate::model::names::Names;
use crate::model::{Family, Fields, Findings, Grid, Node, Placed, RankBy, Severity, Source, rule};
use crate::number::Decimal;
use crate::text::Message;

/// The grid that `root` describes, or `None` when a finding forbids it.
pub fn grid(file: &Arc<Source>, root: &Node, findings: &mut Findings) -> Option<Grid> {
    let errors = findings.count(Severity::Error);
    walk(root, &GRID_FILE, findings);
    let fields = root.table()?;
    let head = fields.table("grid");
    if let Some(head_field) = fields.field("grid")
        && head.is_some_and(|head| head.get("source").is_none())
    {
        findings.push(&rule::SOURCE_MISSING, &head_field.key_span, Message::SourceMissing {}).help(Message::SourceMissingHelp {});
    }
    let empty = Fields::default();
    let head = head.unwrap_or(&empty);
    let has_criteria = !fields.list("criterion").is_empty();
    let ranks = has_criteria && rules::ranks(fields);
    let facts = facts::facts(fields, findings);
    let stages = outcomes::stages(fields, findings);
    let groups = tree::groups(fields, ranks, findings);
    let names = Names { groups: &groups, ..Names::of_facts(&facts) };
    let criteria = criteria::criteria(fields, &names, &stages, ranks, findings);
    names_clash::columns(fields, &facts, &criteria, findings);
    let names = Names { criteria: &criteria, has_main_total: ranks, ..names };
    let totals = totals::totals(fields, &names, findings);
    let names = Names { totals: &totals, ..names };
    let gates = outcomes::gates(fields, &names, &stages, findings);
    let levels = outcomes::levels(fields, &names, findings);
    let tracks = outcomes::tracks(fields, &names, findings);
    let validities = outcomes::validities(fields, &names, findings);
    let summaries = outcomes::summaries(fields, &names, findings);
    let total = total(head, ranks, fields, findings);
    let rules = rules::rules(fields, &names, findings);
    if !has_criteria && fields.list("gate").is_empty() {
        findings.push(&rule::NOTHING_TO_DO, &root.span, Message::NothingToDo {}).help(Message::NothingToDoHelp {});
    }
    let decimals = head.whole("decimals");
    if let Some(decimals) = decimals.as_ref().filter(|decimals| decimals.value > 6) {
        findings.push(&rule::VALUE_FORM, &decimals.span, Message::DecimalsRange { value: decimals.value });
    }
    if findings.count(Severity::Error) > errors {
        // Sums are worth saying of a broken grid too, as far as weights could be read.
        tree::drafted_sums(head, fields, ranks, total, findings);
        return None;
    }
    let grid = Grid {
        id: head.text("id")?.value.to_owned(),
        version: head.text("version")?.value.to_owned(),
        title: head.label("title")?,
        family: head.text("family").and_then(|word| Family::from_word(word.value)),
        issuer: head.label("issuer"),
        year: head.whole("year").map(|year| year.value),
        source: head.label("source"),
        total: if ranks { total } else { Decimal::ZERO },
        decimals: decimals.map_or(2, |decimals| decimals.value),
        facts: facts.into_iter().flatten().collect(),
        stages: stages.into_iter().flatten().collect(),
        gates: gates.into_iter().flatten().collect(),
        groups: groups.into_iter().flatten().collect(),
        criteria: criteria.into_iter().flatten().collect(),
        totals: totals.into_iter().flatten().collect(),
        levels: levels.into_iter().flatten().collect(),
        tracks: tracks.into_iter().flatten().collect(),
        validities: validities.into_iter().flatten().collect(),
        summaries: summaries.into_iter().flatten().collect(),
        rules: if ranks { rules } else { crate::model::Rules { rank_by: RankBy::Nothing, ..rules } },
        file: Arc::clone(file),
    };
    tree::sums(&grid, head, fields, findings);
    sense::sense(&grid, fields, findings);
    (findings.count(Severity::Error) == errors).then_some(grid)
}

/// The total of the weights, as declared; one that nothing adds up to is a finding.
fn total(head: &Fields, ranks: bool, fields: &Fields, findings: &mut Findings) -> Decimal {
    if let Some(total) = head.field("total").filter(|_| !ranks) {
        let (message, help) = if fields.list("criterion").is_empty() {
            (Message::TotalWithoutCriteria {}, Message::TotalWithoutCriteriaHelp {})
        } else {
            (Message::TotalWithoutRank {}, Message::TotalWithoutRankHelp {})
        };
        findings.push(&rule::WEIGHTS_SUM, &total.key_span, message).help(help);
    }
    let declared = head.number("total");
    if let Some(total) = declared.as_ref().filter(|total| total.value <= Decimal::ZERO && ranks) {
        findings.push(&rule::WEIGHT_SIGN, &total.span, Message::ScaleNotPositive { value: total.value.into() });
    }
    declared.map_or(Decimal::whole(100), |total| total.value)
}

/// Says an identifier that an earlier element has.
fn duplicates<'n>(items: impl IntoIterator<Item = &'n Node>, findings: &mut Findings) {
    let mut seen: Vec<Placed<&str>> = Vec::new();
    for item in items {
        let Some(id) = item.table().and_then(|fields| fields.text("id")) else { continue };
        if let Some(first) = seen.iter().find(|first| first.value == id.value) {
            let line = first.span.position().line.get() as usize;
            findings
                .push(&rule::ID_DUPLICATE, &id.span, Message::IdDuplicate { id: id.value.to_owned(), line })
                .help(Message::IdDuplicateHelp {});
        } else {
            seen.push(id);
        }
    }
}
