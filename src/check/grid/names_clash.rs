//! Names: two columns of a file could bear the same one.

use std::collections::HashMap;

use crate::model::nearest::fold;
use crate::model::{Criterion, Fact, Fields, Findings, Node, rule};
use crate::text::Message;

/// Two columns of a file could bear the same name.
pub(super) fn columns(fields: &Fields, facts: &[Option<Fact>], criteria: &[Option<Criterion>], findings: &mut Findings) {
    let names_of_facts = facts.iter().map(|fact| fact.as_ref().map(|fact| fact.names().collect::<Vec<_>>()));
    let names_of_criteria =
        criteria.iter().map(|criterion| criterion.as_ref().map(|criterion| criterion.names().collect::<Vec<_>>()));
    let named = names_of_facts.zip(fields.list("fact")).chain(names_of_criteria.zip(fields.list("criterion")));
    // Each name as people may type it, and the first that bears it.
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut ids: Vec<&str> = Vec::new();
    for (names, node) in named {
        let (Some(names), Some(place)) = (names, node.table().and_then(|fields| fields.get("id"))) else { continue };
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let clash = folded.iter().filter_map(|name| seen.get(name)).min();
        let id = names.first().copied().unwrap_or_default();
        if let Some(other) = clash.and_then(|first| ids.get(*first)) {
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
        for name in folded {
            seen.entry(name).or_insert(ids.len());
        }
        ids.push(id);
    }
}

/// Whether `id` appears twice within the facts or within the criteria.
fn same_list(fields: &Fields, id: &str) -> bool {
    ["fact", "criterion"].iter().any(|list| {
        let with_id = |node: &&Node| node.table().and_then(|fields| fields.text("id")).is_some_and(|text| text.value == id);
        fields.list(list).iter().filter(with_id).count() > 1
    })
}
