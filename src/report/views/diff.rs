//! What changed between two grids: how they differ first, then the changes of meaning, those of wording, and what all of it does
//! to a call.

use super::super::changes;
use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::{call_label, compare};
use crate::analyse::compare::Case;
use crate::analyse::diff::{Change, Diff, Differ, Drafted, Part, Step, What};
use crate::score::Ranking;
use crate::text::{Lang, Message};

/// A call ranked with both grids.
#[derive(Debug, Clone, Copy)]
pub struct Effect<'a> {
    /// With the older one.
    pub now: &'a Ranking<'a>,
    /// With the newer one.
    pub case: &'a Case<'a>,
    /// The command that says why, by criterion.
    pub command: Option<&'a str>,
}

/// The document of two grids and their differences.
pub fn diff<'a>(diff: &'a Diff, old: &'a Drafted, new: &'a Drafted, effect: Option<Effect<'a>>) -> Document<'a> {
    let (meaning, wording) = (diff.of(true).count(), diff.of(false).count());
    let mut blocks = vec![
        Block::Title(Message::TitleDiff { grid: new.grid.title.clone() }),
        Block::Paragraph(Message::DiffSides {
            old: old.grid.file.name().to_owned(),
            old_version: old.grid.version.clone(),
            new: new.grid.file.name().to_owned(),
            new_version: new.grid.version.clone(),
        }),
        Block::Paragraph(match diff.differ() {
            Differ::Nothing if old.grid.file.sha256() == new.grid.file.sha256() => Message::DiffSame {},
            Differ::Nothing => Message::DiffLayout {},
            Differ::Wording => Message::DiffWording { count: wording },
            Differ::Meaning => Message::DiffMeaning { meaning, wording },
        }),
    ];
    let mut list = |heading: Message, lines: Vec<Message>| {
        if !lines.is_empty() {
            blocks.push(Block::Heading(heading));
            blocks.push(Block::List(lines));
        }
    };
    list(Message::HeadingDiffMeaning {}, changes::lines(diff, old, new, true));
    list(Message::HeadingDiffWording {}, changes::lines(diff, old, new, false));
    if diff.renames_in_files() {
        blocks.push(Block::Paragraph(Message::DiffNamesInFiles {}));
    }
    if let Some(Effect { now, case, command }) = effect {
        blocks.push(Block::Heading(Message::HeadingDiffCall { call: call_label(&now.evaluation) }));
        blocks.extend(compare::between(now, std::slice::from_ref(case)));
        blocks.extend(command.map(|command| Block::Paragraph(Message::DiffWhy { command: command.to_owned() })));
    }
    Document { blocks, data: Some(data(diff)) }
}

/// A row a change.
fn data(diff: &Diff) -> Sheet<'_> {
    let columns = vec![
        Column::text("kind", Message::ColumnDiffKind {}),
        Column::text("part", Message::ColumnDiffPart {}),
        Column::text("id", Message::ColumnId {}),
        Column::text("path", Message::ColumnDiffPath {}),
        Column::text("change", Message::ColumnDiffWhat {}),
        Column::text("before", Message::ColumnDiffOld {}),
        Column::text("after", Message::ColumnDiffNew {}),
    ];
    // The order of changes is that of the parts of a grid, for people and for programs.
    let rows: Vec<Vec<Cell<'_>>> = diff.changes.iter().map(row).collect();
    Sheet { columns, rows: Box::new(rows) }
}

fn row(change: &Change) -> Vec<Cell<'_>> {
    let verbatim = |text: String| Cell::say(Message::Verbatim { text });
    let (part, id) = match &change.part {
        Part::Key(key) => (*key, ""),
        Part::Item { section, id, .. } => (*section, id.as_str()),
    };
    let (before, after) = match &change.what {
        What::Added(value) => (Cell::Missing, verbatim(changes::inline(value))),
        What::Removed(value) => (verbatim(changes::inline(value)), Cell::Missing),
        What::Changed(before, after) => (verbatim(changes::inline(before)), verbatim(changes::inline(after))),
        What::Renamed(from, to) | What::NameMoved(_, from, to) => (Cell::Text(from), Cell::Text(to)),
        What::Order(ids) => (Cell::Missing, verbatim(ids.join(", "))),
    };
    let kind = if change.meaning { Differ::Meaning } else { Differ::Wording };
    vec![
        Cell::Text(kind.word()),
        Cell::Text(part),
        Cell::Text(id),
        verbatim(path(change)),
        Cell::Text(change.what.word()),
        before,
        after,
    ]
}

/// Where in a part, as programs read it: `scale.points`, `from.brackets[2].points`.
pub(in crate::report) fn path(change: &Change) -> String {
    let mut out = String::new();
    for step in &change.path {
        match step {
            Step::Key(name) | Step::Name(name) => {
                let dot = if out.is_empty() { "" } else { "." };
                out.extend([dot, name]);
            }
            Step::At(at) => out.extend(["[", &at.to_string(), "]"]),
        }
    }
    out
}

/// What a change says, in English, for programs.
pub(in crate::report) fn said(change: &Change, old: &Drafted, new: &Drafted) -> String {
    changes::alone(change, old, new).text(Lang::En)
}
