//! How far a decision holds, for programs: parts to be put into one projection.

mod contribution;
mod marks;

pub use contribution::{EffectiveWeights, Thresholds, WithoutEach, effective_weights, near_thresholds, without_each};
pub use marks::{Smallest, smallest_changes};
