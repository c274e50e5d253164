//! A scenario is another grid: what is changed makes a whole grid, so that everything else works on it unchanged.

mod refusal;
mod reweigh;

pub use refusal::Refusal;
pub use reweigh::{How, Moved, reweigh};

#[cfg(test)]
mod tests;
