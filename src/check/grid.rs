//! From the draft of a grid to a [`Grid`]: compiles each part, then holds the parts against each other.

use std::sync::Arc;

use super::shapes::GRID_FILE;
use super::walk::walk;
use crate::model::condition::{CONDITION, Condition, TESTS};
use crate::model::keys::Kind;
use crate::model::nearest::{nearest, same_word};
use crate::model::scale::{self, Scale};
use crate::model::{
    ChoiceValue, CountOf, Criterion, Fact, FactKind, Fields, Findings, Gate, Grid, Measure, Missing, Node, Part, Placed, Ranks,
    Rules, Source, Span, rule,
};
use crate::number::{Decimal, Exact};
use crate::text::Message;

/// The grid that `root` describes, or `None` when a finding forbids it.
pub fn grid(file: &Arc<Source>, root: &Node, findings: &mut Findings) -> Option<Grid> {
    let errors = findings.count(crate::model::Severity::Error);
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
    let facts = facts(fields, findings);
    let gates = gates(fields, &facts, findings);
    let criteria = criteria(fields, &facts, findings);
    columns_clash(fields, &facts, &criteria, findings);
    let total = head.number("total").map_or(Decimal::whole(100), |total| total.value);
    weights(head, total, fields, findings);
    let rules = rules(fields, &criteria, total, findings);
    if fields.list("criterion").is_empty() && fields.list("gate").is_empty() {
        findings.push(&rule::NOTHING_TO_DO, &root.span, Message::NothingToDo {}).help(Message::NothingToDoHelp {});
    }
    let decimals = head.whole("decimals");
    if let Some(decimals) = decimals.as_ref().filter(|decimals| decimals.value > 6) {
        findings.push(&rule::VALUE_FORM, &decimals.span, Message::DecimalsRange { value: decimals.value });
    }
    if findings.count(crate::model::Severity::Error) > errors {
        return None;
    }
    Some(Grid {
        id: head.text("id")?.value.to_owned(),
        version: head.text("version")?.value.to_owned(),
        title: head.label("title")?,
        issuer: head.label("issuer"),
        year: head.whole("year").map(|year| year.value),
        source: head.label("source"),
        total: if criteria.is_empty() { Decimal::ZERO } else { total },
        decimals: decimals.map_or(2, |decimals| decimals.value),
        facts: facts.into_iter().flatten().collect(),
        gates: gates.into_iter().flatten().collect(),
        criteria: criteria.into_iter().flatten().collect(),
        rules,
        file: Arc::clone(file),
    })
}

/// Says an identifier that an earlier element has.
fn duplicates(items: &[Node], findings: &mut Findings) {
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

fn facts(fields: &Fields, findings: &mut Findings) -> Vec<Option<Fact>> {
    let drafts = fields.list("fact");
    duplicates(drafts, findings);
    drafts.iter().map(|draft| fact(draft, findings)).collect()
}

fn fact(draft: &Node, findings: &mut Findings) -> Option<Fact> {
    let fields = draft.table()?;
    let (id, word) = (fields.text("id")?, fields.text("type")?);
    let values = fields.field("values");
    let kind = match word.value {
        "text" => FactKind::Text,
        "number" => FactKind::Number,
        "count" => FactKind::Count,
        "date" => FactKind::Date,
        "yes-no" => FactKind::YesNo,
        "choice" => FactKind::Choice(choice_values(fields, &word.span, findings)),
        _ => return None,
    };
    if let (Some(values), false) = (values, matches!(kind, FactKind::Choice(_))) {
        findings
            .push(
                &rule::FACT_KEY,
                &values.key_span,
                Message::FactKeyUseless { key: "values".into(), wanted: "choice".into(), kind: kind.word().into() },
            )
            .help(Message::FactKeyUselessHelp {});
    }
    let count = fields.field("count").and_then(|field| {
        if kind != FactKind::Count {
            findings
                .push(
                    &rule::FACT_KEY,
                    &field.key_span,
                    Message::FactKeyUseless { key: "count".into(), wanted: "count".into(), kind: kind.word().into() },
                )
                .help(Message::FactKeyUselessHelp {});
            return None;
        }
        let count = field.node.table()?;
        Some(CountOf {
            list: count.text("list")?.value.to_owned(),
            distinct: count.text("distinct").map(|text| text.value.to_owned()),
        })
    });
    Some(Fact { id: id.value.to_owned(), label: fields.label("label")?, kind, count })
}

fn choice_values(fields: &Fields, type_span: &Span, findings: &mut Findings) -> Vec<ChoiceValue> {
    let drafts = fields.table("values").map(|values| values.0.as_slice()).unwrap_or_default();
    if drafts.is_empty() {
        findings.push(&rule::FACT_KEY, type_span, Message::ChoiceWithoutValues {}).help(Message::ChoiceWithoutValuesHelp {});
    }
    let mut values: Vec<ChoiceValue> = Vec::new();
    for draft in drafts {
        let value = ChoiceValue { id: draft.key.clone(), label: draft.node.label().unwrap_or_default() };
        let clash = values.iter().find(|other| other.is_named(&value.id) || value.label.texts().any(|text| other.is_named(text)));
        if let Some(other) = clash {
            findings
                .push(
                    &rule::NAMES_CLASH,
                    &draft.key_span,
                    Message::ValuesClash { value: value.id.clone(), other: other.id.clone() },
                )
                .help(Message::ValuesClashHelp {});
        }
        values.push(value);
    }
    values
}

/// The index of the fact that `id` names; an unknown name is a finding.
fn fact_index(id: &Placed<&str>, facts: &[Option<Fact>], drafted: bool, findings: &mut Findings) -> Option<usize> {
    let found = facts.iter().position(|fact| fact.as_ref().is_some_and(|fact| fact.id == id.value));
    if found.is_none() && !drafted {
        let known = || facts.iter().flatten().map(|fact| fact.id.as_str());
        findings
            .push(
                &rule::FACT_UNKNOWN,
                &id.span,
                Message::FactUnknown { fact: id.value.to_owned(), near: nearest(id.value, known()) },
            )
            .help(Message::DeclaredFacts { known: known().map(str::to_owned).collect() });
    }
    found
}

/// Facts as compiled so far, and what every reference to them needs.
struct FactNames<'a> {
    facts: &'a [Option<Fact>],
    /// Whether some fact was refused: a reference to it must not be reported as unknown on top.
    broken: bool,
}

impl<'a> FactNames<'a> {
    fn new(facts: &'a [Option<Fact>]) -> Self {
        Self { facts, broken: facts.iter().any(Option::is_none) }
    }

    fn find(&self, id: &Placed<&str>, findings: &mut Findings) -> Option<(usize, &'a Fact)> {
        let index = fact_index(id, self.facts, self.broken, findings)?;
        self.facts.get(index)?.as_ref().map(|fact| (index, fact))
    }
}

fn gates(fields: &Fields, facts: &[Option<Fact>], findings: &mut Findings) -> Vec<Option<Gate>> {
    let drafts = fields.list("gate");
    duplicates(drafts, findings);
    let names = FactNames::new(facts);
    drafts
        .iter()
        .map(|draft| {
            let fields = draft.table()?;
            let require = condition(fields.get("require")?, &names, findings);
            Some(Gate {
                id: fields.text("id")?.value.to_owned(),
                label: fields.label("label")?,
                require: require?,
                reason: fields.label("reason"),
            })
        })
        .collect()
}

fn condition(node: &Node, names: &FactNames<'_>, findings: &mut Findings) -> Option<Condition> {
    let fields = node.table()?;
    // The walker has said so where not exactly one shape fits.
    let Kind::Variant(shapes) = CONDITION else { return None };
    let mut tags = shapes.iter().filter_map(|shape| shape.keys.first()).filter(|key| fields.get(key.name).is_some());
    let (tag, None) = (tags.next()?.name, tags.next()) else { return None };
    let operand = fields.get(tag)?;
    let several = |findings: &mut Findings| -> Option<Vec<Condition>> {
        let items = operand.list()?;
        if items.is_empty() {
            findings.push(&rule::EMPTY_LIST, &operand.span, Message::EmptyList {}).help(Message::EmptyListHelp {});
        }
        let parts: Vec<Option<Condition>> = items.iter().map(|item| condition(item, names, findings)).collect();
        parts.into_iter().collect()
    };
    match tag {
        "all" => several(findings).map(Condition::All),
        "any" => several(findings).map(Condition::Any),
        "not" => condition(operand, names, findings).map(|part| Condition::Not(Box::new(part))),
        _ => {
            let (index, fact) = names.find(&fields.text("fact")?, findings)?;
            let kind = TESTS.iter().find(|kind| kind.shape.keys.first().is_some_and(|key| key.name == tag))?;
            let test = (kind.compile)(operand, fact, findings)?;
            Some(Condition::Fact { fact: index, test })
        }
    }
}

fn criteria(fields: &Fields, facts: &[Option<Fact>], findings: &mut Findings) -> Vec<Option<Criterion>> {
    let drafts = fields.list("criterion");
    duplicates(drafts, findings);
    let names = FactNames::new(facts);
    drafts.iter().map(|draft| criterion(draft, &names, findings)).collect()
}

fn criterion(draft: &Node, names: &FactNames<'_>, findings: &mut Findings) -> Option<Criterion> {
    let fields = draft.table()?;
    let weight = fields.number("weight");
    if let Some(weight) = weight.as_ref().filter(|weight| weight.value <= Decimal::ZERO) {
        findings
            .push(&rule::WEIGHT_SIGN, &weight.span, Message::WeightNotPositive { weight: weight.value.into() })
            .help(Message::WeightNotPositiveHelp {});
    }
    let own = measure(fields, &draft.span, weight.as_ref(), names, findings);
    let mut ways = Vec::new();
    for field in fields.table("ways").map(|ways| ways.0.as_slice()).unwrap_or_default() {
        if !super::walk::is_id(&field.key) {
            findings.push(&rule::VALUE_FORM, &field.key_span, Message::IdForm { id: field.key.clone() });
        }
        if let Some(way) = field.node.table()
            && let Some(measure) = measure(way, &field.key_span, weight.as_ref(), names, findings)
        {
            ways.push((field.key.clone(), measure));
        }
    }
    let minimum = fields.number("minimum");
    if let (Some(minimum), Some(own)) = (&minimum, &own) {
        minimum_in_reach(minimum, own, &ways, findings);
    }
    Some(Criterion {
        id: fields.text("id")?.value.to_owned(),
        label: fields.label("label")?,
        short: fields.label("short"),
        weight: weight?.value,
        aspects: fields.list("aspects").iter().filter_map(Node::label).collect(),
        measure: own?,
        ways,
        minimum: minimum.map(|minimum| minimum.value),
    })
}

/// A minimum is in the units of one scale, and it must be possible both to reach and to miss it.
fn minimum_in_reach(minimum: &Placed<Decimal>, own: &Measure, ways: &[(String, Measure)], findings: &mut Findings) {
    for measure in std::iter::once(own).chain(ways.iter().map(|(_, measure)| measure)) {
        let scale = match measure {
            Measure::Marks(scale) => scale,
            Measure::Facts(parts) => match parts.as_slice() {
                [part] => &part.scale,
                _ => {
                    findings.push(&rule::THRESHOLD, &minimum.span, Message::MinimumOnSum {}).help(Message::MinimumOnSumHelp {});
                    continue;
                }
            },
        };
        if scale.line().is_some() && !scale.rises() {
            findings.push(&rule::THRESHOLD, &minimum.span, Message::MinimumOnLowest {}).help(Message::MinimumOnLowestHelp {});
            continue;
        }
        let (low, high) = scale.bounds();
        let (low, high) = (Exact::from(low), Exact::from(high));
        let value = Exact::from(minimum.value);
        // A bracket table has no bounds of its own on what is counted.
        if scale.line().is_some() && (value > high || value <= low) {
            findings
                .push(&rule::THRESHOLD, &minimum.span, Message::MinimumVacuous { minimum: value, low, high })
                .help(Message::MinimumVacuousHelp {});
        }
    }
}

fn measure(
    fields: &Fields,
    whole: &Span,
    weight: Option<&Placed<Decimal>>,
    names: &FactNames<'_>,
    findings: &mut Findings,
) -> Option<Measure> {
    let scale_node = fields.get("scale");
    let from = fields.get("from").map(|node| (node, node.table()));
    match from {
        None => {
            let Some(node) = scale_node else {
                findings
                    .push(&rule::SCALE_MISSING, &whole.first_line(), Message::ScaleMissing {})
                    .help(Message::ScaleMissingHelp {});
                return None;
            };
            let scale = scale::compile(node, findings)?;
            if scale.best_points().is_some() {
                findings.push(&rule::SCALE, &node.span, Message::BracketsNeedFact {}).help(Message::BracketsNeedFactHelp {});
                return None;
            }
            Some(Measure::Marks(scale))
        }
        Some((_, Some(from))) if from.get("fact").is_some() => {
            let found = from.text("fact").and_then(|id| names.find(&id, findings));
            let Some(node) = scale_node else {
                findings
                    .push(&rule::SCALE_MISSING, &whole.first_line(), Message::ScaleMissing {})
                    .help(Message::ScaleMissingHelp {});
                return None;
            };
            let scale = scale::compile(node, findings);
            Some(Measure::Facts(vec![part(found?, weight?, scale?, node, findings)]))
        }
        Some((node, Some(from))) => {
            if let Some(scale) = scale_node {
                findings
                    .push(&rule::SCALE, &scale.span.first_line(), Message::ScaleBesideSum {})
                    .help(Message::ScaleBesideSumHelp {});
            }
            let mut parts = Vec::new();
            let drafts = from.list("sum");
            for draft in drafts {
                let Some(fields) = draft.table() else { continue };
                let found = fields.text("fact").and_then(|id| names.find(&id, findings));
                let scale = fields.get("scale").and_then(|node| Some((scale::compile(node, findings)?, node)));
                let (Some(found), Some(weight), Some((scale, node))) = (found, fields.number("weight"), scale) else { continue };
                parts.push(part(found, &weight, scale, node, findings));
            }
            if drafts.is_empty() {
                findings.push(&rule::EMPTY_LIST, &node.span, Message::EmptyList {}).help(Message::EmptyListHelp {});
            }
            if let (Some(weight), true) = (weight, parts.len() == drafts.len() && !drafts.is_empty()) {
                let sum: Exact = parts.iter().map(|part| Exact::from(part.weight)).sum();
                if sum != weight.value.into() {
                    findings
                        .push(&rule::PARTS_SUM, &node.span, Message::PartsSum { sum, weight: weight.value.into() })
                        .help(Message::PartsSumHelp {});
                }
            }
            (parts.len() == drafts.len()).then_some(Measure::Facts(parts))
        }
        Some(_) => None,
    }
}

/// One part, whose bracket table must be out of its weight, and whose fact must be a number.
fn part(found: (usize, &Fact), weight: &Placed<Decimal>, scale: Box<dyn Scale>, node: &Node, findings: &mut Findings) -> Part {
    let (index, fact) = found;
    if let Some(best) = scale.best_points().filter(|best| *best != weight.value) {
        findings
            .push(&rule::BRACKETS, &node.span, Message::BracketsBest { best: best.into(), weight: weight.value.into() })
            .help(Message::BracketsBestHelp {});
    }
    let suits = match fact.kind {
        FactKind::Number | FactKind::Count => true,
        // A choice or a yes-no fact is read by a scale that has words.
        FactKind::Choice(_) | FactKind::YesNo => !scale.words().is_empty(),
        FactKind::Text | FactKind::Date => false,
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
    Part { fact: index, weight: weight.value, scale }
}

/// The weights add up to the total, exactly.
fn weights(head: &Fields, total: Decimal, fields: &Fields, findings: &mut Findings) {
    let drafts = fields.list("criterion");
    let weights: Vec<(String, Decimal)> = drafts
        .iter()
        .filter_map(|draft| {
            let fields = draft.table()?;
            Some((fields.text("id").map_or_else(String::new, |id| id.value.to_owned()), fields.number("weight")?.value))
        })
        .collect();
    if drafts.is_empty() {
        if let Some(total) = head.field("total") {
            findings
                .push(&rule::WEIGHTS_SUM, &total.key_span, Message::TotalWithoutCriteria {})
                .help(Message::TotalWithoutCriteriaHelp {});
        }
        return;
    }
    if weights.len() < drafts.len() {
        // A weight that could not be read is already a finding; the sum would be another about the same thing.
        return;
    }
    let sum: Exact = weights.iter().map(|(_, weight)| Exact::from(*weight)).sum();
    let total = Exact::from(total);
    if sum != total {
        let place = head.get("total").map(|node| node.span.clone());
        let place = place.or_else(|| drafts.first().and_then(|draft| draft.table()?.get("weight")).map(|node| node.span.clone()));
        let list = weights.iter().map(|(id, weight)| Message::WeightOf { id: id.clone(), weight: (*weight).into() }).collect();
        let gap = (&sum - &total).abs();
        if let Some(place) = place {
            let help = if sum < total { Message::WeightsShort { gap, list } } else { Message::WeightsOver { gap, list } };
            findings.push(&rule::WEIGHTS_SUM, &place, Message::WeightsSum { sum, total }).help(help);
        }
    }
}

/// Two columns of a file could bear the same name.
fn columns_clash(fields: &Fields, facts: &[Option<Fact>], criteria: &[Option<Criterion>], findings: &mut Findings) {
    let names_of_facts = facts.iter().map(|fact| fact.as_ref().map(|fact| fact.names().collect::<Vec<_>>()));
    let names_of_criteria =
        criteria.iter().map(|criterion| criterion.as_ref().map(|criterion| criterion.names().collect::<Vec<_>>()));
    let named = names_of_facts.zip(fields.list("fact")).chain(names_of_criteria.zip(fields.list("criterion")));
    let mut seen: Vec<Vec<&str>> = Vec::new();
    for (names, node) in named {
        let (Some(names), Some(place)) = (names, node.table().and_then(|fields| fields.get("id"))) else { continue };
        let clash = seen.iter().find(|other| names.iter().any(|name| other.iter().any(|known| same_word(known, name))));
        let id = names.first().copied().unwrap_or_default();
        if let Some(other) = clash.and_then(|other| other.first()) {
            // The same identifier twice in one list has been said by `duplicates`.
            if *other != id || !same_list(fields, id) {
                findings
                    .push(
                        &rule::NAMES_CLASH,
                        &place.span,
                        Message::ColumnsClash { id: id.to_owned(), other: (*other).to_owned() },
                    )
                    .help(Message::ColumnsClashHelp {});
            }
        }
        seen.push(names);
    }
}

/// Whether `id` appears twice within the facts or within the criteria.
fn same_list(fields: &Fields, id: &str) -> bool {
    ["fact", "criterion"].iter().any(|list| {
        let with_id = |node: &&Node| node.table().and_then(|fields| fields.text("id")).is_some_and(|text| text.value == id);
        fields.list(list).iter().filter(with_id).count() > 1
    })
}

fn rules(fields: &Fields, criteria: &[Option<Criterion>], total: Decimal, findings: &mut Findings) -> Rules {
    let empty = Fields::default();
    let rules = fields.table("rules").unwrap_or(&empty);
    let quorum = rules.table("panel").and_then(|panel| panel.whole("quorum"));
    if let Some(quorum) = quorum.as_ref().filter(|quorum| quorum.value == 0) {
        findings.push(&rule::VALUE_FORM, &quorum.span, Message::QuorumZero {});
    }
    let pass = rules.table("pass").and_then(|pass| pass.number("total"));
    if let Some(pass) = pass.as_ref().filter(|pass| criteria.is_empty() || pass.value <= Decimal::ZERO || pass.value > total) {
        findings
            .push(&rule::THRESHOLD, &pass.span, Message::PassVacuous { pass: pass.value.into(), total: total.into() })
            .help(Message::PassVacuousHelp {});
    }
    let mut ties: Vec<usize> = Vec::new();
    let broken = criteria.iter().any(Option::is_none);
    for node in rules.list("ties") {
        let Some(id) = node.text() else { continue };
        match criteria.iter().position(|criterion| criterion.as_ref().is_some_and(|criterion| criterion.id == id)) {
            Some(index) if ties.contains(&index) => {
                findings
                    .push(&rule::TIE_KEY, &node.span, Message::TieKeyTwice { id: id.to_owned() })
                    .help(Message::HelpDuplicateKey {});
            }
            Some(index) => ties.push(index),
            None if broken => {}
            None => {
                let known = || criteria.iter().flatten().map(|criterion| criterion.id.as_str());
                findings
                    .push(&rule::TIE_KEY, &node.span, Message::TieKeyUnknown { id: id.to_owned(), near: nearest(id, known()) })
                    .help(Message::KnownValues { known: known().map(str::to_owned).collect() });
            }
        }
    }
    Rules {
        missing: rules.text("missing").and_then(|word| Missing::from_word(word.value)).unwrap_or(Missing::Unrated),
        quorum: quorum.map_or(1, |quorum| quorum.value.max(1)),
        pass: pass.map(|pass| pass.value),
        ties,
        ranks: if rules.text("ranks").is_some_and(|word| word.value == "dense") { Ranks::Dense } else { Ranks::Competition },
    }
}
