//! Criteria: how each is measured, what it weighs, and the bounds it sets.

use super::outcomes::stage_of;
use super::tree::criterion_weight;
use crate::model::names::Names;
use crate::model::reading::{self, Read};
use crate::model::scale::{self, Scale};
use crate::model::{Criterion, FactKind, Fields, Findings, Measure, Missing, Node, Part, Placed, Role, Span, Stage, rule};
use crate::number::{Decimal, Exact};
use crate::text::Message;

pub(super) fn criteria(
    fields: &Fields,
    names: &Names<'_>,
    stages: &[Option<Stage>],
    ranks: bool,
    findings: &mut Findings,
) -> Vec<Option<Criterion>> {
    let drafts = fields.list("criterion");
    drafts.iter().map(|draft| criterion(draft, names, stages, ranks, findings)).collect()
}

fn criterion(
    draft: &Node,
    names: &Names<'_>,
    stages: &[Option<Stage>],
    ranks: bool,
    findings: &mut Findings,
) -> Option<Criterion> {
    let fields = draft.table()?;
    let role = fields.text("role").and_then(|word| Role::from_word(word.value)).unwrap_or_default();
    let group = match fields.text("group") {
        Some(id) => names.group(&id, findings).map(Some),
        None => Some(None),
    };
    let stage = stage_of(draft, stages, findings);
    let weight = criterion_weight(draft, group.flatten(), names, role, ranks, findings);
    let own = measure(fields, &draft.span, weight, names, findings);
    let mut ways = Vec::new();
    for field in fields.table("ways").map(|ways| ways.0.as_slice()).unwrap_or_default() {
        if !super::super::walk::is_id(&field.key) {
            findings.push(&rule::VALUE_FORM, &field.key_span, Message::IdForm { id: field.key.clone() });
        }
        if let Some(way) = field.node.table()
            && let Some(measure) = measure(way, &field.key_span, weight, names, findings)
        {
            ways.push((field.key.clone(), measure));
        }
    }
    let minimum = fields.number("minimum");
    if let (Some(minimum), Some(own)) = (&minimum, &own) {
        minimum_in_reach(minimum.value, &minimum.span, own, &ways, findings);
    }
    let target = own.as_ref().map(|own| target(fields, own, findings));
    Some(Criterion {
        id: fields.text("id")?.value.to_owned(),
        label: fields.label("label")?,
        short: fields.label("short"),
        group: group?,
        weight: weight?.into(),
        role,
        aspects: fields.list("aspects").iter().filter_map(Node::label).collect(),
        measure: own?,
        ways,
        minimum: minimum.map(|minimum| minimum.value),
        target: target?,
        stage: stage?,
        missing: fields.text("missing").and_then(|word| Missing::from_word(word.value)),
        combine: super::panel::own(fields, findings).map(Into::into),
    })
}

/// The mark to reach: a number of the scale, or the name of one of its levels.
fn target(fields: &Fields, own: &Measure, findings: &mut Findings) -> Option<Decimal> {
    let node = fields.get("target")?;
    let Some(scale) = own.scale().filter(|scale| scale.relative().is_none() && scale.rises()) else {
        findings.push(&rule::TARGET, &node.span, Message::TargetNoScale {}).help(Message::TargetNoScaleHelp {});
        return None;
    };
    let word = node.scalar().and_then(|text| scale.word(text));
    let Some(target) = node.number().or(word) else {
        let value = node.scalar().unwrap_or_default().to_owned();
        findings
            .push(&rule::TARGET, &node.span, Message::TargetUnknown { value })
            .help(Message::MarkWordHelp { scale: Box::new(scale.describe()) });
        return None;
    };
    let (low, high) = scale.bounds();
    if scale.line().is_some() && (target > high || target <= low) {
        let (value, low, high) = (target.into(), low.into(), high.into());
        findings
            .push(&rule::TARGET, &node.span, Message::TargetVacuous { target: value, low, high })
            .help(Message::TargetVacuousHelp {});
        return None;
    }
    Some(target)
}

/// A minimum is in the units of one scale, and it must be possible both to reach and to miss it.
pub(super) fn minimum_in_reach(
    minimum: Decimal,
    span: &Span,
    own: &Measure,
    ways: &[(String, Measure)],
    findings: &mut Findings,
) {
    for measure in std::iter::once(own).chain(ways.iter().map(|(_, measure)| measure)) {
        let Some(scale) = measure.scale() else {
            findings.push(&rule::THRESHOLD, span, Message::MinimumOnSum {}).help(Message::MinimumOnSumHelp {});
            continue;
        };
        if scale.is_ordered() && !scale.rises() {
            findings.push(&rule::THRESHOLD, span, Message::MinimumOnLowest {}).help(Message::MinimumOnLowestHelp {});
            continue;
        }
        let (low, high) = scale.bounds();
        let (low, high) = (Exact::from(low), Exact::from(high));
        let value = Exact::from(minimum);
        // A bracket table has no bounds of its own on what is counted.
        if scale.line().is_some() && (value > high || value <= low) {
            findings
                .push(&rule::THRESHOLD, span, Message::MinimumVacuous { minimum: value, low, high })
                .help(Message::MinimumVacuousHelp {});
        }
    }
}

fn measure(
    fields: &Fields,
    whole: &Span,
    weight: Option<Decimal>,
    names: &Names<'_>,
    findings: &mut Findings,
) -> Option<Measure> {
    let scale_node = fields.get("scale");
    let Some(from) = fields.get("from") else {
        let Some(node) = scale_node else {
            scale_missing(whole, findings);
            return None;
        };
        let scale = scale::compile(node, findings)?;
        if scale.only_facts() {
            findings.push(&rule::SCALE, &node.span, Message::BracketsNeedFact {}).help(Message::BracketsNeedFactHelp {});
            return None;
        }
        return Some(Measure::Marks(scale.into()));
    };
    let from_fields = from.table()?;
    if from_fields.get("sum").is_none() {
        return part(from_fields, scale_node, whole, weight, names, findings).map(|part| Measure::Facts(vec![part]));
    }
    if let Some(scale) = scale_node {
        findings.push(&rule::SCALE, &scale.span.first_line(), Message::ScaleBesideSum {}).help(Message::ScaleBesideSumHelp {});
    }
    let drafts = from_fields.list("sum");
    let mut parts = Vec::new();
    for draft in drafts {
        let Some(fields) = draft.table() else { continue };
        let weight = fields.number("weight").map(|weight| weight.value);
        parts.extend(part(fields, fields.get("scale"), &draft.span, weight, names, findings));
    }
    if drafts.is_empty() {
        findings.push(&rule::EMPTY_LIST, &from.span, Message::EmptyList {}).help(Message::EmptyListHelp {});
    }
    let whole = parts.len() == drafts.len() && !drafts.is_empty();
    if let (Some(weight), true) = (weight, whole) {
        let sum: Exact = parts.iter().map(|part| Exact::from(part.weight)).sum();
        if sum != weight.into() {
            findings
                .push(&rule::PARTS_SUM, &from.span, Message::PartsSum { sum, weight: weight.into() })
                .help(Message::PartsSumHelp {});
        }
    }
    whole.then_some(Measure::Facts(parts))
}

fn scale_missing(whole: &Span, findings: &mut Findings) {
    findings.push(&rule::SCALE_MISSING, &whole.first_line(), Message::ScaleMissing {}).help(Message::ScaleMissingHelp {});
}

/// One part: what it reads, and the scale that makes points of it.
fn part(
    fields: &Fields,
    scale_node: Option<&Node>,
    whole: &Span,
    weight: Option<Decimal>,
    names: &Names<'_>,
    findings: &mut Findings,
) -> Option<Part> {
    let errors = findings.count(crate::model::Severity::Error);
    // Without a weight, which has been said, the rest is looked at all the same.
    let read = reading::compile(fields, weight.unwrap_or(Decimal::ONE), names, findings);
    let Some(node) = scale_node else {
        let read = match read {
            Some(Read { scale: None, .. }) => {
                scale_missing(whole, findings);
                return None;
            }
            read => read?,
        };
        return Some(Part { reading: read.reading.into(), weight: weight?, scale: read.scale?.into() });
    };
    let scale = scale::compile(node, findings);
    let read = read?;
    if read.scale.is_some() {
        findings.push(&rule::SCALE, &node.span.first_line(), Message::ScaleBesideOwn {}).help(Message::ScaleBesideSumHelp {});
        return None;
    }
    let scale = scale?;
    suits(&read.suits, weight, &*scale, node, names, findings);
    (findings.count(crate::model::Severity::Error) == errors).then_some(())?;
    Some(Part { reading: read.reading.into(), weight: weight?, scale: scale.into() })
}

/// A scale must be out of the weight, know what the facts say, and take every value they may have.
fn suits(facts: &[usize], weight: Option<Decimal>, scale: &dyn Scale, node: &Node, names: &Names<'_>, findings: &mut Findings) {
    if let (Some(best), Some(weight)) = (scale.best_points(), weight)
        && best != weight
    {
        findings
            .push(&rule::BRACKETS, &node.span, Message::BracketsBest { best: best.into(), weight: weight.into() })
            .help(Message::BracketsBestHelp {});
    }
    let facts: Vec<_> = facts.iter().filter_map(|index| names.facts.get(*index)?.as_ref()).collect();
    for fact in &facts {
        let suits = match fact.kind {
            FactKind::Number | FactKind::Count => true,
            FactKind::Date => scale.words().is_empty() && scale.relative().is_none(),
            // A choice or a yes-no fact is read by a scale that has words.
            FactKind::Choice(_) | FactKind::YesNo => !scale.words().is_empty(),
            FactKind::Text => false,
        };
        if !suits {
            findings
                .push(
                    &rule::TEST_TYPE,
                    &node.span,
                    Message::ScaleFactType { fact: fact.id.clone(), kind: fact.kind.word().to_owned() },
                )
                .help(Message::ScaleFactTypeHelp {});
        }
        if let FactKind::Choice(values) = &fact.kind {
            for value in values.iter().filter(|value| suits && scale.word(&value.id).is_none()) {
                findings
                    .push(&rule::SCALE, &node.span, Message::ScaleLacksValue { value: value.id.clone(), fact: fact.id.clone() })
                    .help(Message::ScaleLacksValueHelp {});
            }
        }
    }
    let counts = facts.iter().all(|fact| fact.kind == FactKind::Count);
    if let Some(gap) = scale.gap(counts) {
        findings.push(&rule::BRACKETS, &node.span, Message::BracketGap { value: gap.into() }).help(Message::BracketGapHelp {});
    }
}

/// A threshold written somewhere else than beside its criterion: on a track.
pub(super) fn threshold(placed: &Placed<Decimal>, criterion: &Criterion, findings: &mut Findings) {
    minimum_in_reach(placed.value, &placed.span, &criterion.measure, &criterion.ways, findings);
}
