//! Bars as people read them, and as machines do.

use super::criterion_label;
use crate::model::{Call, Grid, Item};
use crate::number::Exact;
use crate::score::{Bar, Evaluation};
use crate::text::{Label, Message};

/// The name of a bar.
pub(in crate::report) fn bar_label(grid: &Grid, bar: Bar) -> Label {
    match bar {
        Bar::Gate(index) => grid.gates.get(index).map(|gate| gate.label.clone()).unwrap_or_default(),
        Bar::Minimum(index) => criterion_label(grid, index),
        Bar::Group(index) => grid.item_label(Item::Group(index)),
        Bar::Total(index) => grid.totals.get(index).map(|total| total.label.clone()).unwrap_or_default(),
        Bar::Carried | Bar::Pass | Bar::Rateable => Label::default(),
    }
}

/// A bar as a heading or a row title; thresholds as the grid has them, whatever a track makes of them.
pub(in crate::report) fn bar_message(grid: &Grid, call: &Call, bar: Bar) -> Message {
    match bar {
        Bar::Carried => {
            Message::BarCarried { round: call.carried.as_ref().map(|carried| carried.title.clone()).unwrap_or_default() }
        }
        Bar::Gate(_) => Message::Text { label: bar_label(grid, bar) },
        Bar::Minimum(index) => match grid.criteria.get(index).and_then(|criterion| criterion.minimum) {
            Some(minimum) => Message::BarMinimum { criterion: criterion_label(grid, index), minimum: minimum.into() },
            None => Message::Text { label: criterion_label(grid, index) },
        },
        Bar::Group(index) => match grid.groups.get(index).and_then(|group| group.minimum) {
            Some(minimum) => Message::BarGroup { group: bar_label(grid, bar), minimum: minimum.into() },
            None => Message::Text { label: bar_label(grid, bar) },
        },
        Bar::Total(index) => {
            let Some(total) = grid.totals.get(index) else { return Message::TotalLine {} };
            let label = total.label.clone();
            match (total.at_least.map(Exact::from), total.at_most.map(Exact::from)) {
                (Some(least), Some(most)) => Message::BarBetween { total: label, least, most },
                (Some(least), None) => Message::BarAtLeast { total: label, least },
                (None, Some(most)) => Message::BarAtMost { total: label, most },
                (None, None) => Message::Text { label },
            }
        }
        Bar::Pass => match grid.rules.pass {
            Some(pass) => Message::BarPass { pass: pass.into() },
            None => Message::TotalLine {},
        },
        Bar::Rateable => Message::BarRateable {},
    }
}

/// What a bar requires of a submission: the thresholds of its track.
pub(in crate::report) fn required(evaluation: &Evaluation<'_>, submission: usize, bar: Bar) -> Message {
    let grid = evaluation.grid;
    match bar {
        Bar::Gate(index) => match grid.gates.get(index) {
            Some(gate) => gate.require.describe(grid),
            None => Message::Verbatim { text: String::new() },
        },
        Bar::Minimum(index) => match evaluation.minimum(submission, Item::Criterion(index)) {
            Some(minimum) => Message::BarMinimum { criterion: criterion_label(grid, index), minimum },
            None => bar_message(grid, evaluation.call, bar),
        },
        Bar::Group(index) => match evaluation.minimum(submission, Item::Group(index)) {
            Some(minimum) => Message::BarGroup { group: bar_label(grid, bar), minimum },
            None => bar_message(grid, evaluation.call, bar),
        },
        Bar::Pass => match evaluation.pass(submission) {
            Some(pass) => Message::BarPass { pass },
            None => bar_message(grid, evaluation.call, bar),
        },
        Bar::Carried | Bar::Total(_) | Bar::Rateable => bar_message(grid, evaluation.call, bar),
    }
}

/// The stable identifier of a bar for machines: `gate:practice-type`, `minimum:feasibility`, `pass`.
pub(in crate::report) fn bar_code(grid: &Grid, bar: Bar) -> String {
    match bar {
        Bar::Carried => "round".to_owned(),
        Bar::Gate(index) => format!("gate:{}", grid.gates.get(index).map_or("", |gate| gate.id.as_str())),
        Bar::Minimum(index) => format!("minimum:{}", grid.criteria.get(index).map_or("", |criterion| criterion.id.as_str())),
        Bar::Group(index) => format!("minimum:{}", grid.groups.get(index).map_or("", |group| group.id.as_str())),
        Bar::Total(index) => format!("total:{}", grid.totals.get(index).map_or("", |total| total.id.as_str())),
        Bar::Pass => "pass".to_owned(),
        Bar::Rateable => "rateable".to_owned(),
    }
}
