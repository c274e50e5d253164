//! Texts that stand twice: names that tell two things apart no longer, and aspects that would guide two marks by the same thing.

use std::collections::HashMap;

use crate::model::nearest::fold;
use crate::model::{Fields, Findings, Grid, Node, Span, rule};
use crate::text::{Label, Lang, Message};

/// Two of one kind that bear the same name in a language. Facts and criteria are columns too, and held apart as such.
pub(super) fn labels(fields: &Fields, findings: &mut Findings) {
    for list in ["stage", "gate", "group", "total", "level", "track"] {
        let mut seen = Seen::default();
        for draft in fields.list(list) {
            let Some(node) = draft.table().and_then(|fields| fields.get("label")) else { continue };
            if let Some((text, line)) = seen.first(node) {
                findings
                    .push(&rule::LABELS_ALIKE, &node.span.first_line(), Message::LabelsAlike { label: text, line })
                    .help(Message::LabelsAlikeHelp {});
            }
        }
    }
}

/// Aspects that stand twice in the grid.
pub(super) fn aspects(grid: &Grid, fields: &Fields, findings: &mut Findings) {
    if grid.criteria.iter().all(|criterion| criterion.aspects.is_empty()) {
        return;
    }
    let mut seen = Seen::default();
    for draft in fields.list("criterion").iter().filter_map(Node::table) {
        for node in draft.list("aspects") {
            if let Some((aspect, line)) = seen.first(node) {
                findings
                    .push(&rule::ASPECT_REPEATED, &node.span.first_line(), Message::AspectRepeated { aspect, line })
                    .help(Message::AspectRepeatedHelp {});
            }
        }
    }
}

/// Texts met so far, by language, as people compare them, with where each stood first.
#[derive(Default)]
struct Seen(HashMap<(&'static str, String), Span>);

impl Seen {
    /// The text of a label that stood before, and on which line; takes the label in.
    fn first(&mut self, node: &Node) -> Option<(String, usize)> {
        let label: Label = node.label()?;
        let mut first: Option<(String, usize)> = None;
        for lang in Lang::ALL {
            let Some(text) = label.only(lang) else { continue };
            let key = (lang.code(), fold(text));
            match self.0.get(&key) {
                Some(span) if first.is_none() => {
                    first = Some((text.to_owned(), span.position().line.get() as usize));
                }
                Some(_) => {}
                None => {
                    self.0.insert(key, node.span.clone());
                }
            }
        }
        first
    }
}
