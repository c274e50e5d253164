//! How far the decision holds, as a document: one file a question.

mod simulation;
mod simulation_rows;

pub use simulation::simulation;
pub use simulation_rows::{simulation_rows, undrawn};

/// Longer tables are for a spreadsheet.
const MOST_ROWS: usize = 40;
