//! Facts: their types, their values, and the lists in which they are counted.

use crate::model::{ChoiceValue, CountOf, Fact, FactKind, Fields, Findings, ListTally, Node, Span, Value, rule};
use crate::text::Message;

pub(super) fn facts(fields: &Fields, findings: &mut Findings) -> Vec<Option<Fact>> {
    let drafts = fields.list("fact");
    super::duplicates(drafts, findings);
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
        let count = field.node.table().and_then(|table| count_of(table, &field.node, findings));
        // A number that is not whole can only be a sum.
        let sums = matches!(count, Some(CountOf { tally: ListTally::Sum(_), .. }));
        if kind != FactKind::Count && !(kind == FactKind::Number && sums) {
            findings
                .push(
                    &rule::FACT_KEY,
                    &field.key_span,
                    Message::FactKeyUseless { key: "count".into(), wanted: "count".into(), kind: kind.word().into() },
                )
                .help(Message::FactKeyUselessHelp {});
            return None;
        }
        count
    });
    Some(Fact { id: id.value.to_owned(), label: fields.label("label")?, kind, count })
}

fn choice_values(fields: &Fields, type_span: &Span, findings: &mut Findings) -> Vec<ChoiceValue> {
    let drafts = fields.table("values").map(|values| values.0.as_slice()).unwrap_or_default();
    if drafts.is_empty() {
        findings.push(&rule::FACT_KEY, type_span, Message::ChoiceWithoutValues {}).help(Message::ChoiceWithoutValuesHelp {});
    }
    if let [only] = drafts {
        findings
            .push(&rule::CHOICE_SINGLE, &only.key_span, Message::ChoiceSingle { value: only.key.clone() })
            .help(Message::ChoiceSingleHelp {});
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

/// What is made of the rows of a list.
fn count_of(count: &Fields, node: &Node, findings: &mut Findings) -> Option<CountOf> {
    let text = |key: &str| count.text(key).map(|text| text.value.to_owned());
    let tally = match (text("distinct"), text("total")) {
        (Some(_), Some(_)) => {
            findings.push(&rule::VARIANT, &node.span.first_line(), Message::CountBoth {}).help(Message::CountBothHelp {});
            return None;
        }
        (Some(column), None) => ListTally::Distinct(column),
        (None, Some(column)) => ListTally::Sum(column),
        (None, None) => ListTally::Rows,
    };
    let only = count.table("only").map(|only| only.0.as_slice()).unwrap_or_default();
    let only = only.iter().map(|field| {
        let values = match &field.node.value {
            Value::List(items) => items.iter().filter_map(Node::scalar).map(str::to_owned).collect(),
            _ => field.node.scalar().map(str::to_owned).into_iter().collect(),
        };
        (field.key.clone(), values)
    });
    Some(CountOf { list: text("list")?, tally, only: only.collect() })
}
