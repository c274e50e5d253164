//! One short file per command: call the layers in order, hand the result over, say how it ended.

pub mod check;
pub mod compare;
pub mod diff;
pub mod explain;
pub mod grids;
pub mod new;
pub mod panel;
pub mod pin;
pub mod rank;
pub mod robustness;
pub mod schema;
pub mod screen;
pub mod sheets;
