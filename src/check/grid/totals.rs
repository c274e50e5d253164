//! Named totals: each may look at those before it, and its thresholds must be within its reach.

use crate::model::names::{MAIN_TOTAL, Names};
use crate::model::total;
use crate::model::{Best, Fields, Findings, Node, Placed, Total, rule};
use crate::number::{Decimal, Exact};
use crate::text::Message;

pub(super) fn totals(fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Vec<Option<Total>> {
    let drafts = fields.list("total");
    super::duplicates(drafts, findings);
    let mut totals: Vec<Option<Total>> = Vec::new();
    for draft in drafts {
        let total = total(draft, &Names { totals: &totals, ..*names }, findings);
        totals.push(total);
    }
    totals
}

fn total(draft: &Node, names: &Names<'_>, findings: &mut Findings) -> Option<Total> {
    let fields = draft.table()?;
    let id = fields.text("id")?;
    // Conditions and tie keys name totals, criteria and groups in one place.
    let taken = id.value == MAIN_TOTAL
        || names.criteria.iter().flatten().any(|criterion| criterion.id == id.value)
        || names.groups.iter().flatten().any(|group| group.id == id.value);
    if taken {
        findings
            .push(&rule::NAMES_CLASH, &id.span, Message::TotalNameTaken { id: id.value.to_owned() })
            .help(Message::IdDuplicateHelp {});
    }
    let form = total::compile(fields.get("of")?, names, findings)?;
    let (at_least, at_most) = (fields.number("at_least"), fields.number("at_most"));
    if let Some((low, high)) = form.reach() {
        let vacuous = |bound: &Placed<Decimal>, missed_by_none: bool, reached_by_none: bool, findings: &mut Findings| {
            if missed_by_none || reached_by_none {
                let (bound_value, low, high) = (bound.value.into(), low.clone(), high.clone());
                findings
                    .push(&rule::THRESHOLD, &bound.span, Message::TotalThreshold { bound: bound_value, low, high })
                    .help(Message::TotalThresholdHelp {});
            }
        };
        if let Some(bound) = &at_least {
            let value = Exact::from(bound.value);
            vacuous(bound, value <= low, value > high, findings);
        }
        if let Some(bound) = &at_most {
            let value = Exact::from(bound.value);
            vacuous(bound, value >= high, value < low, findings);
        }
    }
    if let (Some(least), Some(most)) = (&at_least, &at_most)
        && least.value > most.value
    {
        findings.push(&rule::CONTRADICTION, &most.span, Message::BoundsReversed {}).help(Message::BoundsReversedHelp {});
    }
    let best = fields.text("best").and_then(|word| Best::from_word(word.value)).unwrap_or_else(|| form.best());
    Some(Total {
        id: id.value.to_owned(),
        label: fields.label("label")?,
        form: form.into(),
        best,
        at_least: at_least.map(|bound| bound.value),
        at_most: at_most.map(|bound| bound.value),
    })
}
