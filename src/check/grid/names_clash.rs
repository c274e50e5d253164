//! Names: two columns of a file could bear the same one.

use crate::model::nearest::same_word;
use crate::model::{Criterion, Fact, Fields, Findings, Node, rule};
use crate::text::Message;

/// Two columns of a file could bear the same name.
pub(super) fn columns(fields: &Fields, facts: &[Option<Fact>], criteria: &[Option<Criterion>], findings: &mut Findings) {
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
