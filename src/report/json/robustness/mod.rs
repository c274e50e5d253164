//! How far the decision holds, for programs: one file a question.

mod simulation;

pub use simulation::{Simulated, simulated, undrawn_code};
