//! Stages, gates, levels, tracks, validity and summaries.

use super::criteria::threshold;
use super::tree::positive;
use crate::model::condition::{self, Scope};
use crate::model::names::Names;
use crate::model::nearest::nearest;
use crate::model::{FactKind, Fields, Findings, Gate, Item, Level, Node, Placed, Stage, Subject, Summary, Track, Validity, rule};
use crate::number::Decimal;
use crate::text::{Label, Message};

/// The declared stages; a grid without any has one, which nobody names.
pub(super) fn stages(fields: &Fields, findings: &mut Findings) -> Vec<Option<Stage>> {
    let drafts = fields.list("stage");
    super::duplicates(drafts, findings);
    if drafts.is_empty() {
        return vec![Some(Stage { id: String::new(), label: Label::default() })];
    }
    let stage = |draft: &Node| {
        let fields = draft.table()?;
        Some(Stage { id: fields.text("id")?.value.to_owned(), label: fields.label("label")? })
    };
    drafts.iter().map(stage).collect()
}

/// The stage of a gate or a criterion, by index; where the grid has stages, each must say its own.
pub(super) fn stage_of(draft: &Node, stages: &[Option<Stage>], findings: &mut Findings) -> Option<usize> {
    let fields = draft.table()?;
    let declared = stages.iter().any(|stage| stage.as_ref().is_none_or(|stage| !stage.id.is_empty()));
    let known = || stages.iter().flatten().filter(|stage| !stage.id.is_empty()).map(|stage| stage.id.as_str());
    let Some(id) = fields.text("stage") else {
        if declared && fields.get("stage").is_none() {
            findings
                .push(&rule::STAGE, &draft.span.first_line(), Message::StageMissing {})
                .help(Message::KnownValues { known: known().map(str::to_owned).collect() });
            return None;
        }
        return Some(0);
    };
    let found = stages.iter().position(|stage| stage.as_ref().is_some_and(|stage| stage.id == id.value && !id.value.is_empty()));
    if found.is_none() && stages.iter().all(Option::is_some) {
        let help = if declared {
            Message::KnownValues { known: known().map(str::to_owned).collect() }
        } else {
            Message::StageNoneHelp {}
        };
        findings
            .push(&rule::STAGE, &id.span, Message::StageUnknown { stage: id.value.to_owned(), near: nearest(id.value, known()) })
            .help(help);
    }
    found
}

pub(super) fn gates(fields: &Fields, names: &Names<'_>, stages: &[Option<Stage>], findings: &mut Findings) -> Vec<Option<Gate>> {
    let drafts = fields.list("gate");
    super::duplicates(drafts, findings);
    drafts
        .iter()
        .map(|draft| {
            let fields = draft.table()?;
            let stage = stage_of(draft, stages, findings);
            let require = condition::compile(fields.get("require")?, names, Scope::All, findings);
            Some(Gate {
                id: fields.text("id")?.value.to_owned(),
                label: fields.label("label")?,
                require: require?,
                reason: fields.label("reason"),
                stage: stage?,
            })
        })
        .collect()
}

/// Says a part without `when` that is not the last: it would take all the rest away from those below.
fn rest_is_last(drafts: &[Node], findings: &mut Findings) {
    for draft in drafts.iter().rev().skip(1) {
        if draft.table().is_some_and(|fields| fields.get("when").is_none()) {
            findings.push(&rule::LEVELS, &draft.span.first_line(), Message::RestNotLast {}).help(Message::RestNotLastHelp {});
        }
    }
}

/// The condition of a level or a track: `Some(None)` for all the rest, `None` where a finding says why not.
#[expect(clippy::option_option, reason = "three outcomes: refused, none written, compiled")]
fn when(fields: &Fields, names: &Names<'_>, scope: Scope, findings: &mut Findings) -> Option<Option<condition::Condition>> {
    match fields.get("when") {
        Some(node) => condition::compile(node, names, scope, findings).map(Some),
        None => Some(None),
    }
}

pub(super) fn levels(fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Vec<Option<Level>> {
    let drafts = fields.list("level");
    super::duplicates(drafts, findings);
    rest_is_last(drafts, findings);
    drafts
        .iter()
        .map(|draft| {
            let fields = draft.table()?;
            let when = when(fields, names, Scope::All, findings);
            Some(Level {
                id: fields.text("id")?.value.to_owned(),
                label: fields.label("label")?,
                when: when?,
                rateable: fields.flag("rateable").unwrap_or(true),
            })
        })
        .collect()
}

pub(super) fn tracks(fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Vec<Option<Track>> {
    let drafts = fields.list("track");
    super::duplicates(drafts, findings);
    rest_is_last(drafts, findings);
    let apart = fields.table("rules").and_then(|rules| rules.text("tracks"));
    if let Some(apart) = apart.as_ref().filter(|_| drafts.is_empty()) {
        findings.push(&rule::TRACKS, &apart.span, Message::TracksNone {}).help(Message::TracksNoneHelp {});
    }
    let apart = apart.is_some_and(|apart| apart.value == "apart");
    let rank_by = fields.table("rules").and_then(|rules| rules.text("rank_by"));
    let ranks = rank_by.is_none_or(|rank_by| rank_by.value != "none");
    let has_cost = fields.table("rules").is_some_and(|rules| rules.get("cost").is_some());
    drafts
        .iter()
        .map(|draft| {
            let fields = draft.table()?;
            let when = when(fields, names, Scope::Facts, findings);
            let weights = items(fields, "weights", names, findings);
            let minimums = items(fields, "minimums", names, findings);
            for (_, weight) in &weights {
                let _ = positive(weight.value, &weight.span, findings);
            }
            for (item, minimum) in &minimums {
                if let Item::Criterion(index) = item
                    && let Some(criterion) = names.criteria.get(*index).and_then(Option::as_ref)
                {
                    threshold(minimum, criterion, findings);
                }
            }
            let places = fields.whole("places");
            let budget = fields.number("budget");
            if let Some(budget) = &budget {
                let span = &budget.span;
                if places.is_some() {
                    findings.push(&rule::TRACKS, span, Message::TrackCutTwice {}).help(Message::TrackCutTwiceHelp {});
                }
                if budget.value <= Decimal::ZERO {
                    findings.push(&rule::TRACKS, span, Message::ScaleNotPositive { value: budget.value.into() });
                }
                if !has_cost {
                    findings.push(&rule::TRACKS, span, Message::BudgetWithoutCost {}).help(Message::BudgetWithoutCostHelp {});
                }
            }
            let cuts = [places.as_ref().map(|places| &places.span), budget.as_ref().map(|budget| &budget.span)];
            for (span, key) in cuts.iter().zip(["places", "budget"]).filter(|_| !ranks) {
                if let Some(span) = span {
                    findings
                        .push(&rule::RANK_BY, span, Message::RuleWithoutRank { key: key.to_owned() })
                        .help(Message::RuleWithoutRankHelp {});
                }
            }
            for span in cuts.into_iter().flatten().filter(|_| ranks && !apart) {
                findings.push(&rule::TRACKS, span, Message::PlacesTogether {}).help(Message::PlacesTogetherHelp {});
            }
            let plain =
                |items: Vec<(Item, Placed<Decimal>)>| items.into_iter().map(|(item, placed)| (item, placed.value)).collect();
            Some(Track {
                id: fields.text("id")?.value.to_owned(),
                label: fields.label("label")?,
                when: when?,
                weights: weights.into_iter().map(|(item, placed)| (item, placed.value.into())).collect(),
                minimums: plain(minimums),
                pass: fields.number("pass").map(|pass| pass.value),
                places: places.map(|places| places.value),
                budget: budget.map(|budget| budget.value),
            })
        })
        .collect()
}

/// Numbers for criteria and groups, by identifier.
fn items(fields: &Fields, key: &str, names: &Names<'_>, findings: &mut Findings) -> Vec<(Item, Placed<Decimal>)> {
    let drafts = fields.table(key).map(|table| table.0.as_slice()).unwrap_or_default();
    let item = |field: &crate::model::Field, findings: &mut Findings| {
        let item = names.item(&Placed { value: field.key.as_str(), span: field.key_span.clone() }, findings)?;
        Some((item, Placed { value: field.node.number()?, span: field.node.span.clone() }))
    };
    drafts.iter().filter_map(|field| item(field, findings)).collect()
}

/// The fact that `key` names, which must be of a type; another type is a finding.
fn fact_of(fields: &Fields, key: &str, names: &Names<'_>, is: fn(&FactKind) -> bool, findings: &mut Findings) -> Option<usize> {
    let id = fields.text(key)?;
    let index = names.fact(&id, findings)?;
    let fact = names.facts.get(index)?.as_ref()?;
    if is(&fact.kind) {
        return Some(index);
    }
    let (fact, kind) = (fact.id.clone(), fact.kind.word().to_owned());
    findings
        .push(&rule::TEST_TYPE, &id.span, Message::FactWrongType { key: key.to_owned(), fact, kind })
        .help(Message::FactWrongTypeHelp {});
    None
}

pub(super) fn validities(fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Vec<Option<Validity>> {
    let drafts = fields.list("validity");
    super::duplicates(drafts, findings);
    drafts
        .iter()
        .map(|draft| {
            let fields = draft.table()?;
            let fact = fact_of(fields, "fact", names, |kind| *kind == FactKind::Date, findings);
            let years = fields.whole("years")?;
            let in_range = u16::try_from(years.value).ok().filter(|years| (1..=1000).contains(years));
            if in_range.is_none() {
                findings.push(&rule::VALUE_FORM, &years.span, Message::WantsYears { value: years.value.to_string() });
            }
            Some(Validity {
                id: fields.text("id")?.value.to_owned(),
                label: fields.label("label")?,
                fact: fact?,
                years: in_range?,
            })
        })
        .collect()
}

pub(super) fn summaries(fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Vec<Option<Summary>> {
    let drafts = fields.list("summary");
    super::duplicates(drafts, findings);
    drafts
        .iter()
        .map(|draft| {
            let fields = draft.table()?;
            let mean = fields.text("mean").and_then(|id| names.scored(&id, findings));
            let by = match fields.get("by") {
                Some(_) => {
                    fact_of(fields, "by", names, |kind| matches!(kind, FactKind::Choice(_) | FactKind::YesNo), findings).map(Some)
                }
                None => Some(None),
            };
            Some(Summary {
                id: fields.text("id")?.value.to_owned(),
                label: fields.label("label")?,
                mean: mean.filter(|subject| !matches!(subject, Subject::Count(_)))?,
                by: by?,
            })
        })
        .collect()
}
