//! Grids of a folder held against each other: one identifier and one version are one text.

use std::collections::HashMap;

use crate::model::{Findings, Node, Span, rule};
use crate::text::Message;

/// What tells a grid from others.
#[derive(Debug)]
pub struct GridHead {
    id: String,
    version: String,
    /// Where the version is written.
    span: Span,
    sha256: String,
}

impl GridHead {
    /// What the draft of a grid says of it, valid or not.
    pub fn of(root: &Node) -> Option<Self> {
        let head = root.table()?.table("grid")?;
        let (id, version) = (head.text("id")?, head.text("version")?);
        let sha256 = version.span.source().sha256();
        Some(Self { id: id.value.to_owned(), version: version.value.to_owned(), span: version.span, sha256 })
    }
}

/// Says each grid that has the identifier and the version of an earlier one, and another text. Copies are no clash.
pub fn clashes<'h>(heads: impl IntoIterator<Item = &'h GridHead>, findings: &mut Findings) {
    let mut firsts: HashMap<(&str, &str), &GridHead> = HashMap::new();
    for head in heads {
        let first = *firsts.entry((&head.id, &head.version)).or_insert(head);
        if first.sha256 != head.sha256 {
            let message = Message::GridClash {
                id: head.id.clone(),
                version: head.version.clone(),
                first: first.span.source().name().to_owned(),
            };
            findings.push(&rule::GRID_CLASH, &head.span, message).help(Message::GridClashHelp {});
        }
    }
}
