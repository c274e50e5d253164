//! Results as documents: one file a result. A new format needs nothing here.

mod around;
mod compare;
mod diff;
mod explanation;
mod grids;
mod panel;
mod ranking;
mod ranking_data;
mod reference;
mod robustness;
mod rules;
mod screening;
mod sheets;
mod versus;

pub use compare::compare;
pub use diff::{Effect, diff};
pub(super) use diff::{path as change_path, said as change_said};
pub use explanation::explanation;
pub use grids::{grid, grids};
pub use panel::panel;
pub use ranking::{ranking, ranking_rows};
pub use reference::reference;
pub use robustness::{RobustnessAsked, robustness};
pub use rules::{Explained, all, rule, rules};
pub use screening::{Order, screening};
pub use sheets::sheets;
pub use versus::versus;

use super::document::{Cell, Column};
use super::reasons;
use crate::model::{Grid, Item, Role, Track};
use crate::number::Exact;
use crate::score::{Evaluation, LeftOut, Status};
use crate::text::{Label, Message};

/// One column a criterion or a group, with its weight under the name: that of `track`, where the table is one track’s. Without
/// it where a criterion shows its mark, or where the rows of the table have several weights.
fn item_column(grid: &Grid, item: Item, marks: bool, track: Option<&Track>) -> Column {
    let (id, label, short) = match item {
        Item::Criterion(index) => match grid.criteria.get(index) {
            Some(criterion) => (&criterion.id, &criterion.label, &criterion.short),
            None => return Column::text("", Message::ColumnCriterion {}),
        },
        Item::Group(index) => match grid.groups.get(index) {
            Some(group) => (&group.id, &group.label, &group.short),
            None => return Column::text("", Message::ColumnCriterion {}),
        },
    };
    let column = Column::number(id.clone(), Message::Text { label: label.clone() })
        .short(short.as_ref().map(|short| Message::Text { label: short.clone() }))
        .decimals(grid.decimals);
    let shows_mark = matches!(item, Item::Criterion(_)) && (marks || grid.role(item) == Role::Aside);
    let several = track.is_none() && grid.tracks.iter().any(|track| track.weights.iter().any(|(other, _)| *other == item));
    if shows_mark || several { column } else { column.under(Message::OutOf { weight: grid.weight(item, track) }) }
}

/// The cell of an item: its points, with their sign in the sum; where a criterion shows its mark, the mark or its level.
fn item_cell(evaluation: &Evaluation<'_>, submission: usize, item: Item, marks: bool) -> Cell<'static> {
    match item {
        Item::Criterion(index) if marks || evaluation.grid.role(item) == Role::Aside => mark_cell(evaluation, submission, index),
        _ => exact(evaluation.item_points(submission, item).map(|points| evaluation.in_sum(item, points))),
    }
}

/// The combined mark on a criterion, by the name of its level where it is one.
fn mark_cell(evaluation: &Evaluation<'_>, submission: usize, criterion: usize) -> Cell<'static> {
    let line = evaluation.line(submission, criterion);
    let Some(mark) = line.mark else {
        return match line.left_out {
            Some(LeftOut::NotApplicable) => Cell::Word { code: "not-applicable", say: || Message::NotApplicableMark {} },
            _ => Cell::Missing,
        };
    };
    match reasons::level_name(evaluation, criterion, &mark) {
        Some(name) => Cell::say(name),
        None => Cell::Exact(mark),
    }
}

/// The name of the call, else of its grid.
fn call_label(evaluation: &Evaluation<'_>) -> Label {
    evaluation.call.title.clone().unwrap_or_else(|| evaluation.grid.title.clone())
}

fn exact(value: Option<Exact>) -> Cell<'static> {
    value.map_or(Cell::Missing, Cell::Exact)
}

fn status_cell(status: Option<Status>, ranks: bool) -> Cell<'static> {
    match status {
        Some(Status::In) => Cell::Word { code: "in", say: || Message::StatusIn {} },
        Some(Status::TiedAtCut) => Cell::Word { code: "tied-at-cut", say: || Message::StatusTied {} },
        Some(Status::Out) => Cell::Word { code: "out", say: || Message::StatusOut {} },
        None if ranks => Cell::Word { code: "ranked", say: || Message::StatusRanked {} },
        None => Cell::Word { code: "rated", say: || Message::StatusRated {} },
    }
}

/// The title of a submission; its id where the file gives no title.
fn title<'a>(evaluation: &Evaluation<'a>, submission: usize) -> &'a str {
    let title = evaluation.submissions.title(submission);
    if title.is_empty() { evaluation.submissions.id(submission) } else { title }
}

/// Several sentences in one cell.
fn joined(parts: Vec<Message>) -> Message {
    Message::ConditionAll { parts }
}

/// The places behind a verdict, the first ones where there are many.
fn place_cell(verdict: &crate::score::Verdict) -> Cell<'static> {
    const MOST: usize = 4;
    let spans = reasons::places(verdict);
    let mut places: Vec<Message> = spans.iter().take(MOST).map(reasons::place_message).collect();
    if spans.len() > MOST {
        places.push(Message::Verbatim { text: "…".to_owned() });
    }
    if places.is_empty() { Cell::Missing } else { Cell::say(joined(places)) }
}
