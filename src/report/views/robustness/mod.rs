//! How far a decision holds, part by part: each pushes the blocks of one question.

mod contribution;
mod marks;

pub use contribution::{effective_weights, near_thresholds, without_each};
pub use marks::smallest_changes;

#[cfg(test)]
mod tests;
