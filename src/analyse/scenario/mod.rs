//! A scenario is another grid: what is changed makes a whole grid, so that everything else works on it unchanged.

mod apply;
mod refusal;
mod reweigh;

pub use apply::{Applied, Kept, apply};
pub use refusal::Refusal;
pub use reweigh::{How, Moved, reweigh};

#[cfg(test)]
mod tests;
