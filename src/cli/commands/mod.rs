//! One short file per command: call the layers in order, hand the result over, say how it ended.

pub mod check;
pub mod compare;
pub mod completions;
pub mod diff;
pub mod explain;
pub mod grids;
pub mod ids;
pub mod man;
pub mod new;
pub mod panel;
pub mod pin;
pub mod rank;
pub mod robustness;
pub mod rule;
pub mod schema;
pub mod screen;
pub mod sheets;
