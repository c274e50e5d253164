//! How far the decision holds, as a document: one file a question.

mod simulation;

pub use simulation::{simulation, simulation_rows, undrawn};

/// Longer tables are for a spreadsheet.
const MOST_ROWS: usize = 40;
