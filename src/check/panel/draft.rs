//! What a call says of its panel, before the submissions are known.

use super::super::said::Said;
use crate::model::{Fields, Findings, Node, Placed, SeatPart, Span, rule};
use crate::number::{Date, Decimal};
use crate::text::Message;

/// What a call says of its panel.
#[derive(Debug, Default)]
pub struct PanelDraft {
    pub(super) reviewers: Vec<ReviewerDraft>,
    pub(super) conflicts: Vec<ConflictDraft>,
    pub(super) assignments: Vec<AssignmentDraft>,
    /// A file of conflicts.
    pub conflict_file: Option<Said<String>>,
    /// A file of assignments.
    pub assignment_file: Option<Said<String>>,
}

#[derive(Debug)]
pub(super) struct ReviewerDraft {
    pub(super) id: Placed<String>,
    pub(super) name: Option<String>,
    pub(super) role: Option<String>,
    pub(super) part: Option<Placed<SeatPart>>,
    pub(super) votes: Option<Placed<Decimal>>,
    pub(super) from: Option<Placed<Date>>,
    pub(super) until: Option<Placed<Date>>,
}

#[derive(Debug)]
pub(super) struct ConflictDraft {
    pub(super) span: Span,
    pub(super) reviewers: Vec<Placed<String>>,
    pub(super) submissions: Vec<Placed<String>>,
    pub(super) fact: Option<Placed<String>>,
    pub(super) values: Vec<Placed<String>>,
    pub(super) reason: String,
}

#[derive(Debug)]
pub(super) struct AssignmentDraft {
    pub(super) reviewers: Vec<Placed<String>>,
    pub(super) submissions: Vec<Placed<String>>,
    pub(super) criteria: Vec<Placed<String>>,
}

/// Texts of a key that holds one or several.
fn texts(fields: &Fields, key: &str) -> Vec<Placed<String>> {
    let text = |node: &Node| Some(Placed { value: node.text()?.trim().to_owned(), span: node.span.clone() });
    fields.one_or_list(key).iter().filter_map(text).collect()
}

fn owned(text: Option<Placed<&str>>) -> Option<String> {
    text.map(|text| text.value.to_owned()).filter(|text| !text.is_empty())
}

impl PanelDraft {
    /// From the tree of a call file.
    pub(in crate::check) fn from_fields(fields: &Fields, findings: &mut Findings) -> Self {
        // Of nobody, or of nothing, an assignment would mean everybody or everything.
        for node in ["conflict", "assignment"].into_iter().flat_map(|key| fields.list(key)) {
            let keys = node.table().map(|fields| fields.0.as_slice()).unwrap_or_default();
            for field in keys.iter().filter(|field| field.node.list().is_some_and(<[Node]>::is_empty)) {
                findings.push(&rule::PANEL, &field.node.span, Message::EmptyList {}).help(Message::EmptyListHelp {});
            }
        }
        let said = |text: Placed<&str>| Said { value: text.value.to_owned(), span: Some(text.span) };
        let file = |key: &str| fields.table("panel").and_then(|panel| panel.text(key)).map(said);
        let tables = |key: &str| fields.list(key).iter().filter_map(|node| Some((node, node.table()?)));
        let reviewers = tables("reviewer").filter_map(|(_, fields)| {
            let id = fields.text("id")?;
            Some(ReviewerDraft {
                id: Placed { value: id.value.to_owned(), span: id.span },
                name: owned(fields.text("name")),
                role: owned(fields.text("role")),
                part: fields
                    .text("part")
                    .and_then(|word| Some(Placed { value: SeatPart::from_word(word.value)?, span: word.span })),
                votes: fields.number("votes"),
                from: fields.date("from"),
                until: fields.date("until"),
            })
        });
        let conflicts = tables("conflict").map(|(node, fields)| ConflictDraft {
            span: node.span.first_line(),
            reviewers: texts(fields, "reviewer"),
            submissions: texts(fields, "submission"),
            fact: fields.text("fact").map(|fact| Placed { value: fact.value.to_owned(), span: fact.span }),
            values: texts(fields, "is"),
            reason: owned(fields.text("reason")).unwrap_or_default(),
        });
        let assignments = tables("assignment").map(|(_, fields)| AssignmentDraft {
            reviewers: texts(fields, "reviewer"),
            submissions: texts(fields, "submission"),
            criteria: texts(fields, "criterion"),
        });
        Self {
            reviewers: reviewers.collect(),
            conflicts: conflicts.collect(),
            assignments: assignments.collect(),
            conflict_file: file("conflicts"),
            assignment_file: file("assignments"),
        }
    }

    /// What conflicts look at: facts, or columns that are kept as texts.
    pub(in crate::check) fn conflict_facts(&self) -> Vec<&str> {
        self.conflicts.iter().filter_map(|conflict| conflict.fact.as_ref()).map(|fact| fact.value.as_str()).collect()
    }

    /// Whether the call says who marks.
    pub(super) fn is_declared(&self) -> bool {
        !self.reviewers.is_empty()
    }

    /// Whether it says anything about a panel.
    pub(super) fn says_something(&self) -> bool {
        let lists = self.conflicts.is_empty() && self.assignments.is_empty();
        !lists || self.conflict_file.is_some() || self.assignment_file.is_some()
    }
}
