//! What a re-weighting changes: who enters and leaves first, then the weights and the ranks side by side, how alike the rankings
//! are, and why for those who cross the line.

mod ranks;
mod weights;
mod why;

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::figure;
use super::super::reasons::submission_names;
use super::{call_label, exact};
use crate::analyse::compare::Case;
use crate::model::{Grid, Item, Missing, Scenario};
use crate::score::{Ranked, Ranking};
use crate::text::{Label, Message};

/// Longer tables are for a spreadsheet.
const MOST_ROWS: usize = 40;

/// So many scenarios stand side by side in one table.
const MOST_BESIDE: usize = 5;

/// The document of scenarios.
pub fn compare<'a>(now: &'a Ranking<'a>, cases: &'a [Case<'a>]) -> Document<'a> {
    let view = View { now, cases, of_grids: false };
    let mut blocks = vec![Block::Title(Message::TitleCompare { call: call_label(&now.evaluation) })];
    let mut outcomes: Vec<Message> = cases.iter().map(|case| outcome(case, with(case))).collect();
    match outcomes.len() {
        1 => blocks.extend(outcomes.pop().map(Block::Paragraph)),
        _ => {
            let number = |(at, outcome)| Message::ScenarioNumbered { number: at + 1, what: Box::new(outcome) };
            blocks.push(Block::List(outcomes.into_iter().enumerate().map(number).collect()));
        }
    }
    blocks.extend(
        now.leagues
            .iter()
            .filter_map(|league| super::ranking::selected(now, league))
            .map(|selected| Block::Paragraph(Message::AsItStands { selected: Box::new(selected) })),
    );
    view.weights(&mut blocks);
    view.kept(&mut blocks);
    view.ranks(&mut blocks);
    view.alike(&mut blocks);
    view.why(&mut blocks);
    view.gone(&mut blocks);
    Document { blocks, data: Some(view.data()) }
}

/// What another grid does to a call: who enters and leaves, and the ranks side by side.
pub(super) fn between<'a>(now: &'a Ranking<'a>, cases: &'a [Case<'a>]) -> Vec<Block<'a>> {
    let with = || Message::DiffWithNew {};
    let mut blocks: Vec<Block<'a>> = cases.iter().map(|case| Block::Paragraph(outcome(case, with()))).collect();
    let view = View { now, cases, of_grids: true };
    view.ranks(&mut blocks);
    view.gone(&mut blocks);
    blocks
}

struct View<'a> {
    now: &'a Ranking<'a>,
    cases: &'a [Case<'a>],
    /// Whether two grids are compared, and no scenario is named.
    of_grids: bool,
}

/// The grid that a scenario starts from.
fn base<'a>(now: &'a Ranking<'a>, case: &Case<'a>) -> &'a Grid {
    case.other.unwrap_or(now.evaluation.grid)
}

/// The name of an item, the short one where there is one.
fn item_name(grid: &Grid, item: Item) -> Label {
    let short = match item {
        Item::Criterion(index) => grid.criteria.get(index).and_then(|criterion| criterion.short.clone()),
        Item::Group(index) => grid.groups.get(index).and_then(|group| group.short.clone()),
    };
    short.unwrap_or_else(|| grid.item_label(item))
}

/// What a scenario changes, in words.
fn described(case: &Case<'_>) -> Message {
    let grid = case.other.unwrap_or(&case.applied.grid);
    let Scenario { weighing, missing, panel, .. } = case.scenario;
    let mut parts: Vec<Message> = case.other.map(|grid| Message::ScenarioGrid { grid: grid.title.clone() }).into_iter().collect();
    parts.extend(
        weighing.set.iter().map(|(item, weight)| Message::ScenarioSet { item: item_name(grid, *item), weight: weight.clone() }),
    );
    parts.extend(weighing.fix.iter().map(|item| Message::ScenarioFix { item: item_name(grid, *item) }));
    parts.extend(weighing.drop.iter().map(|item| Message::ScenarioDrop { item: item_name(grid, *item) }));
    parts.extend(missing.and_then(|missing| match missing {
        Missing::Unrated => Some(Message::ScenarioUnrated {}),
        Missing::Reweight => Some(Message::ScenarioReweight {}),
        Missing::Lowest => Some(Message::ScenarioLowest {}),
        Missing::Error => None,
    }));
    parts.extend(panel.as_ref().map(|policy| Message::ScenarioPanel { policy: Box::new(policy.describe()) }));
    Message::ScenarioParts { parts }
}

/// How people call a scenario.
fn name(case: &Case<'_>) -> Message {
    match &case.scenario.label {
        Some(label) => Message::Text { label: label.clone() },
        None => described(case),
    }
}

/// A scenario, to stand before what it does.
fn with(case: &Case<'_>) -> Message {
    match &case.scenario.label {
        Some(label) => Message::InScenario { label: label.clone() },
        None => Message::WithScenario { what: Box::new(described(case)) },
    }
}

/// The answer: who enters and leaves, or that nobody does.
fn outcome(case: &Case<'_>, with: Message) -> Message {
    let shift = &case.comparison.shift;
    let ids = |some: &[usize]| submission_names(&case.then.evaluation, some);
    // Who leaves because nothing ranks it any more is told so, once.
    let gone = |one: &&usize| !shift.excluded.contains(*one) && !shift.unrated.contains(*one);
    let leaves: Vec<usize> = shift.leaves.iter().filter(gone).copied().collect();
    let mut changes = Vec::new();
    let mut put = |some: &[usize], change: fn(Vec<String>) -> Message| {
        if !some.is_empty() {
            changes.push(change(ids(some)));
        }
    };
    put(&shift.enters, |ids| Message::ChangeEnters { ids });
    put(&leaves, |ids| Message::ChangeLeaves { ids });
    put(&shift.undecided, |ids| Message::ChangeUndecided { ids });
    put(&shift.excluded, |ids| Message::ChangeExcluded { ids });
    put(&shift.unrated, |ids| Message::ChangeUnrated { ids });
    put(&shift.ranked, |ids| Message::ChangeRanked { ids });
    let moved = shift.moves.len();
    if case.comparison.overlap.is_some() && !shift.changes_selection() {
        changes.insert(0, Message::ChangeNobody {});
    }
    if shift.winner_changes && case.then.evaluation.grid.ranks() {
        let first: Vec<usize> =
            case.then.ranked.iter().filter(|entry| entry.rank == 1).map(|entry| entry.submission as usize).collect();
        if !first.is_empty() && case.then.leagues.len() == 1 {
            changes.push(Message::ChangeFirst { ids: ids(&first) });
        }
    }
    if !case.comparison.levels.is_empty() {
        changes.push(Message::ChangeLevel { ids: ids(&case.comparison.levels) });
    }
    match (moved, changes.is_empty()) {
        (_, true) if !case.then.evaluation.grid.ranks() => changes.push(Message::ChangeNoRanks {}),
        _ if !case.then.evaluation.grid.ranks() => {}
        (0, false) if case.comparison.shift.changes_selection() => {}
        (0, _) => changes.push(Message::ChangeNoMove {}),
        (count, true) => changes.push(Message::ChangeMoves { count }),
        (count, false) => changes.push(Message::AlsoMoves { count }),
    }
    Message::ScenarioOutcome { with: Box::new(with), changes }
}

impl<'a> View<'a> {
    /// The columns of scenarios: by number where there are several, as the list above has them.
    fn headings(&self) -> Vec<Message> {
        match self.cases {
            [_] if self.of_grids => vec![Message::ColumnDiffNew {}],
            [_] => vec![Message::ColumnScenario {}],
            several => (1..=several.len()).map(|number| Message::ColumnScenarioNumber { number }).collect(),
        }
    }

    /// Scenarios a few at a time, each with its place.
    fn beside(&self) -> impl Iterator<Item = Vec<(usize, &'a Case<'a>)>> {
        let all: Vec<(usize, &'a Case<'a>)> = self.cases.iter().enumerate().collect();
        all.chunks(MOST_BESIDE).map(<[_]>::to_vec).collect::<Vec<_>>().into_iter()
    }

    fn alike(&self, blocks: &mut Vec<Block<'a>>) {
        if !self.now.evaluation.grid.ranks() {
            return;
        }
        let row = |(at, case): (usize, &'a Case<'a>)| {
            let comparison = &case.comparison;
            let widest = comparison.shift.widest().map(|one| Message::MoveOf {
                id: case.then.evaluation.submissions.id(one.submission).to_owned(),
                from: one.from as usize,
                to: one.to as usize,
            });
            let common = comparison
                .overlap
                .map(|overlap| Message::CommonOf { common: overlap.common, of: overlap.before.max(overlap.after) });
            vec![
                Cell::say(self.called(at, case)),
                Cell::Count(comparison.shift.moves.len()),
                widest.map_or(Cell::Missing, Cell::say),
                exact(comparison.tau.and_then(Result::ok).map(figure)),
                common.map_or(Cell::Missing, Cell::say),
                exact(comparison.overlap.and_then(crate::analyse::compare::Overlap::jaccard)),
            ]
        };
        let rows: Vec<Vec<Cell<'a>>> = self.cases.iter().enumerate().map(row).collect();
        let columns = vec![
            Column::text("scenario", Message::ColumnScenario {}).flexible(),
            Column::number("moves", Message::ColumnMoves {}),
            Column::text("widest", Message::ColumnWidest {}),
            Column::number("tau_b", Message::ColumnTauB {}).decimals(3),
            Column::text("common", Message::ColumnCommon {}),
            Column::number("jaccard", Message::ColumnJaccard {}).decimals(3),
        ];
        blocks.push(Block::Heading(Message::HeadingAlike {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        blocks.push(Block::Paragraph(Message::MeansAlike {}));
    }

    /// A scenario by its number and its name; what changes in it too, where it has a name.
    fn called(&self, at: usize, case: &Case<'_>) -> Message {
        let what = match &case.scenario.label {
            Some(label) => Message::InScenarioWith { label: label.clone(), what: Box::new(described(case)) },
            None => name(case),
        };
        if self.cases.len() == 1 { what } else { Message::ScenarioNumbered { number: at + 1, what: Box::new(what) } }
    }
}

/// Where each submission stands in a ranking, by its index.
fn entries<'a>(ranking: &'a Ranking<'_>) -> Vec<Option<&'a Ranked>> {
    let mut entries = vec![None; ranking.evaluation.submissions.len()];
    for entry in &ranking.ranked {
        if let Some(slot) = entries.get_mut(entry.submission as usize) {
            *slot = Some(entry);
        }
    }
    entries
}
