//! Results as documents: one file a result. A new format needs nothing here.

mod explanation;
mod grids;
mod ranking;
mod reference;
mod screening;
mod versus;

pub use explanation::explanation;
pub use grids::{grid, grids};
pub use ranking::{ranking, ranking_rows};
pub use reference::reference;
pub use screening::{Order, screening};
pub use versus::versus;

use super::document::{Cell, Column};
use super::reasons;
use crate::model::Grid;
use crate::number::Exact;
use crate::score::{Evaluation, Status};
use crate::text::{Label, Message};

/// One column a criterion, with its weight under the name.
fn criterion_columns(grid: &Grid) -> impl Iterator<Item = Column> + '_ {
    grid.criteria.iter().map(|criterion| {
        Column::number(criterion.id.clone(), Message::Text { label: criterion.label.clone() })
            .short(criterion.short.as_ref().map(|short| Message::Text { label: short.clone() }))
            .under(Message::OutOf { weight: criterion.weight.into() })
            .decimals(grid.decimals)
    })
}

/// The name of the call, else of its grid.
fn call_label(evaluation: &Evaluation<'_>) -> Label {
    evaluation.call.title.clone().unwrap_or_else(|| evaluation.grid.title.clone())
}

fn exact(value: Option<Exact>) -> Cell<'static> {
    value.map_or(Cell::Missing, Cell::Exact)
}

fn status_cell(status: Option<Status>) -> Cell<'static> {
    match status {
        Some(Status::In) => Cell::Word { code: "in", say: || Message::StatusIn {} },
        Some(Status::TiedAtCut) => Cell::Word { code: "tied-at-cut", say: || Message::StatusTied {} },
        Some(Status::Out) => Cell::Word { code: "out", say: || Message::StatusOut {} },
        None => Cell::Word { code: "ranked", say: || Message::StatusRanked {} },
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
