//! Scenarios: what a file of them, or the command line, says is changed; and what that means in a grid.

use super::said::Said;
use super::shapes::SCENARIOS_FILE;
use super::walk::walk;
use crate::model::nearest::nearest;
use crate::model::{At, Fields, Findings, Grid, Item, Missing, Node, Scenario, Severity, Span, Weighing, combine, rule};
use crate::number::Decimal;
use crate::text::{Label, Message};

/// A scenario as it is written, before its grid is known.
#[derive(Debug, Clone)]
pub struct ScenarioDraft {
    /// Stable identifier.
    pub id: Said<String>,
    /// Its name, where it has one.
    pub label: Option<Label>,
    /// Weights that are given, by identifier.
    pub set: Vec<(Said<String>, Decimal)>,
    /// What keeps its weight.
    pub fix: Vec<Said<String>>,
    /// What counts for nothing.
    pub drop: Vec<Said<String>>,
    /// What a missing mark means.
    pub missing: Option<Missing>,
    /// How marks combine: one of [`combine::PLAIN`].
    pub panel: Option<String>,
    /// Another grid: a file, or the identifier of a shipped one.
    pub grid: Option<Said<String>>,
}

impl ScenarioDraft {
    /// One that changes nothing yet.
    pub const fn new(id: Said<String>) -> Self {
        Self { id, label: None, set: Vec::new(), fix: Vec::new(), drop: Vec::new(), missing: None, panel: None, grid: None }
    }

    fn from_fields(fields: &Fields) -> Option<Self> {
        let id = fields.text("id")?;
        let texts = |key: &str| {
            let nodes = fields.one_or_list(key).iter();
            nodes.filter_map(|node| Some(Said { value: node.text()?.trim().to_owned(), span: Some(node.span.clone()) })).collect()
        };
        let set = fields.table("set").map(|set| set.0.as_slice()).unwrap_or_default().iter();
        let set = set.filter_map(|field| {
            Some((Said { value: field.key.clone(), span: Some(field.key_span.clone()) }, field.node.number()?))
        });
        let owned = |key: &str| fields.text(key).map(|text| text.value.to_owned());
        Some(Self {
            id: Said { value: id.value.to_owned(), span: Some(id.span) },
            label: fields.label("label"),
            set: set.collect(),
            fix: texts("fix"),
            drop: texts("drop"),
            missing: fields.text("missing").and_then(|word| Missing::from_word(word.value)),
            panel: owned("panel"),
            grid: fields.text("grid").map(|grid| Said { value: grid.value.to_owned(), span: Some(grid.span) }),
        })
    }

    /// Whether it changes anything: to keep a weight is no change by itself.
    pub const fn changes(&self) -> bool {
        !self.set.is_empty() || !self.drop.is_empty() || self.missing.is_some() || self.panel.is_some() || self.grid.is_some()
    }

    /// Where what it says of weights is written.
    pub fn at_weights(&self) -> At {
        let first = self.set.first().map(|(item, _)| item).or(self.drop.first()).or(self.fix.first());
        first.unwrap_or(&self.id).at()
    }

    /// What it means in a grid; `None` where a finding says why it means nothing there.
    pub fn in_grid(&self, grid: &Grid, findings: &mut Findings) -> Option<Scenario> {
        let errors = findings.count(Severity::Error);
        let mut item = |said: &Said<String>| item(said, grid, findings);
        let set = self.set.iter().filter_map(|(said, weight)| Some((item(said)?, (*weight).into()))).collect();
        let fix = self.fix.iter().filter_map(&mut item).collect();
        let drop = self.drop.iter().filter_map(&mut item).collect();
        let sound = findings.count(Severity::Error) == errors;
        sound.then(|| Scenario {
            id: self.id.value.clone(),
            label: self.label.clone(),
            weighing: Weighing { set, fix, drop },
            missing: self.missing,
            panel: self.panel.as_deref().and_then(combine::plain),
        })
    }
}

fn item(said: &Said<String>, grid: &Grid, findings: &mut Findings) -> Option<Item> {
    let criterion = grid.criterion(&said.value).map(Item::Criterion);
    let found = criterion.or_else(|| grid.groups.iter().position(|group| group.id == said.value).map(Item::Group));
    if found.is_none() {
        let groups = grid.groups.iter().map(|group| group.id.as_str());
        let known: Vec<&str> = grid.criteria.iter().map(|criterion| criterion.id.as_str()).chain(groups).collect();
        let message = Message::ScenarioItemUnknown {
            id: said.value.clone(),
            grid: grid.title.clone(),
            near: nearest(&said.value, known.iter().copied()),
        };
        let known = known.into_iter().map(str::to_owned).collect();
        findings.push_at(&rule::SCENARIO_ITEM, said.at(), message).help(Message::KnownValues { known });
    }
    found
}

/// Reads the tree of a file of scenarios. What the walker refuses is left out.
pub fn scenarios(root: &Node, findings: &mut Findings) -> Vec<ScenarioDraft> {
    walk(root, &SCENARIOS_FILE, findings);
    let Some(fields) = root.table() else { return Vec::new() };
    let mut drafts: Vec<ScenarioDraft> = Vec::new();
    let place = |span: &Option<Span>| span.clone().map_or(At::Arguments, At::Span);
    for draft in fields.list("scenario").iter().filter_map(|node| ScenarioDraft::from_fields(node.table()?)) {
        if drafts.iter().any(|known| known.id.value == draft.id.value) {
            let message = Message::ScenarioTwice { id: draft.id.value.clone() };
            findings.push_at(&rule::SCENARIO, place(&draft.id.span), message).help(Message::ScenarioTwiceHelp {});
        }
        if !draft.changes() {
            let message = Message::ScenarioEmpty { id: draft.id.value.clone() };
            findings.push_at(&rule::SCENARIO, place(&draft.id.span), message).help(Message::ScenarioEmptyHelp {});
        }
        drafts.push(draft);
    }
    drafts
}
