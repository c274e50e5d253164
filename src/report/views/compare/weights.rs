//! The weights side by side: as the grid has them, and as each scenario does, with what was given marked.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::{Case, View, base, item_name};
use crate::analyse::scenario::{How, Kept, Moved};
use crate::model::{Grid, Item, Role, Track};
use crate::number::Exact;
use crate::text::{Label, Message};

/// An item of one of the grids, by its identifier.
struct Line {
    id: String,
    label: Label,
    /// In how many groups it stands.
    deep: usize,
}

impl<'a> View<'a> {
    pub(super) fn weights(&self, blocks: &mut Vec<Block<'a>>) {
        let changed = |case: &&Case<'_>| case.other.is_some() || !case.scenario.weighing.is_empty();
        if !self.cases.iter().any(|case| changed(&case)) {
            return;
        }
        let grid = self.now.evaluation.grid;
        blocks.push(Block::Heading(Message::HeadingWeights {}));
        self.weight_tables(None, blocks);
        let others = self.cases.iter().filter_map(|case| case.other);
        let mut tracks: Vec<(&str, &Label)> = Vec::new();
        for track in std::iter::once(grid).chain(others).flat_map(|grid| &grid.tracks) {
            if !track.weights.is_empty() && !tracks.iter().any(|(id, _)| *id == track.id) {
                tracks.push((&track.id, &track.label));
            }
        }
        for (id, label) in tracks {
            blocks.push(Block::Heading(Message::HeadingWeightsTrack { track: label.clone() }));
            self.weight_tables(Some(id), blocks);
        }
        let moved = || self.cases.iter().flat_map(|case| &case.applied.moved);
        let shifts = |how: How| moved().any(|one| one.how == how && one.from != one.to);
        if shifts(How::InProportion) && shifts(How::Set) {
            blocks.push(Block::Paragraph(Message::WeightsProportion {}));
        }
        if moved().any(|one| one.how == How::Kept) {
            blocks.push(Block::Paragraph(Message::WeightsKept {}));
        }
        if shifts(How::InProportion) && shifts(How::Dropped) {
            blocks.push(Block::Paragraph(Message::WeightsDroppedShare {}));
        }
    }

    fn weight_tables(&self, track: Option<&str>, blocks: &mut Vec<Block<'a>>) {
        let grid = self.now.evaluation.grid;
        let mut lines = Vec::new();
        put(grid, None, 0, &mut lines);
        for other in self.cases.iter().filter_map(|case| case.other) {
            put(other, None, 0, &mut lines);
        }
        let headings = self.headings();
        for beside in self.beside() {
            let mut columns = vec![
                Column::text("item", Message::ColumnCriterion {}).flexible(),
                Column::number("grid", Message::ColumnGridNow {}).decimals(2),
            ];
            columns.extend(beside.iter().map(|(at, case)| {
                let heading = headings.get(*at).cloned().unwrap_or(Message::ColumnScenario {});
                Column::number(case.scenario.id.clone(), heading).decimals(2)
            }));
            let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
            for line in &lines {
                let label = (0..line.deep)
                    .fold(Message::Text { label: line.label.clone() }, |what, _| Message::Indented { what: Box::new(what) });
                let mut row = vec![Cell::say(label), weight(grid, &line.id, track)];
                row.extend(beside.iter().map(|(_, case)| self.weight_then(case, &line.id, track)));
                rows.push(row);
            }
            if grid.has_total() {
                let mut row = vec![Cell::say(Message::TotalLine {}), Cell::Exact(grid.total.into())];
                row.extend(beside.iter().map(|(_, case)| {
                    let grid = &case.applied.grid;
                    let track = find_track(grid, track);
                    let top = grid.children(None).into_iter().filter(|item| grid.role(*item) == Role::Weighed);
                    // Added up, and not read from the grid: what the table says is what the weights make.
                    Cell::Exact(top.map(|item| grid.weight(item, track)).sum::<Exact>())
                }));
                rows.push(row);
            }
            blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        }
    }

    fn weight_then(&self, case: &Case<'a>, id: &str, track: Option<&str>) -> Cell<'a> {
        let grid = &case.applied.grid;
        let Some(item) = find(grid, id) else { return Cell::Missing };
        let before = base(self.now, case);
        let at = track.and_then(|id| before.tracks.iter().position(|track| track.id == id));
        // A track that changes no weight has those of the grid.
        let at = at.filter(|at| before.tracks.get(*at).is_some_and(|track| !track.weights.is_empty()));
        let own = |one: &&Moved| one.item == item && one.track == at;
        match case.applied.moved.iter().find(own) {
            Some(Moved { how: How::Set, to, .. }) => Cell::say(Message::WeightSet { weight: to.clone() }),
            Some(Moved { how: How::Kept, to, .. }) => Cell::say(Message::WeightKept { weight: to.clone() }),
            Some(Moved { how: How::Dropped, .. }) => Cell::say(Message::WeightDropped {}),
            _ if grid.stands_aside(item) && !before.stands_aside(item) => Cell::say(Message::WeightDropped {}),
            _ => weight(grid, id, track),
        }
    }

    /// What stays although one might think it moves, each said once.
    pub(super) fn kept(&self, blocks: &mut Vec<Block<'a>>) {
        let mut notes: Vec<Message> = Vec::new();
        for case in self.cases {
            let grid = base(self.now, case);
            let names = |items: &[usize], item: fn(usize) -> Item| {
                items.iter().map(|index| Message::Text { label: item_name(grid, item(*index)) }).collect()
            };
            for kept in &case.applied.kept {
                let note = match kept {
                    Kept::Thresholds => Message::KeptThresholds {},
                    Kept::WithDropped => Message::KeptWithDropped {},
                    Kept::Relative(groups) => Message::KeptRelative { groups: names(groups, Item::Group) },
                    Kept::OwnMissing(criteria) => Message::KeptMissing { criteria: names(criteria, Item::Criterion) },
                    Kept::OwnCombine(criteria) => Message::KeptCombine { criteria: names(criteria, Item::Criterion) },
                    Kept::Totals(totals) => {
                        let label = |index: &usize| grid.totals.get(*index).map(|total| total.label.clone()).unwrap_or_default();
                        Message::KeptTotals { totals: totals.iter().map(|index| Message::Text { label: label(index) }).collect() }
                    }
                };
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        blocks.extend(notes.into_iter().map(Block::Paragraph));
    }
}

/// The items of a grid that are not listed yet, in order, each under its group.
fn put(grid: &Grid, of: Option<usize>, deep: usize, lines: &mut Vec<Line>) {
    for item in grid.children(of) {
        let id = id(grid, item);
        if !lines.iter().any(|line| line.id == id) {
            lines.push(Line { id, label: grid.item_label(item), deep });
        }
        if let Item::Group(index) = item {
            put(grid, Some(index), deep + 1, lines);
        }
    }
}

fn id(grid: &Grid, item: Item) -> String {
    let id = match item {
        Item::Criterion(index) => grid.criteria.get(index).map(|criterion| criterion.id.clone()),
        Item::Group(index) => grid.groups.get(index).map(|group| group.id.clone()),
    };
    id.unwrap_or_default()
}

fn find(grid: &Grid, id: &str) -> Option<Item> {
    let group = || grid.groups.iter().position(|group| group.id == id).map(Item::Group);
    grid.criterion(id).map(Item::Criterion).or_else(group)
}

fn find_track<'g>(grid: &'g Grid, track: Option<&str>) -> Option<&'g Track> {
    track.and_then(|id| grid.tracks.iter().find(|track| track.id == id))
}

/// What an item weighs in a grid, on a track of it.
fn weight(grid: &Grid, id: &str, track: Option<&str>) -> Cell<'static> {
    match find(grid, id) {
        None => Cell::Missing,
        Some(item) if grid.stands_aside(item) => Cell::say(Message::WeightAside {}),
        Some(item) => Cell::Exact(grid.weight(item, find_track(grid, track))),
    }
}
