//! How far a decision holds when weights move: exactly where the total is a linear function of the weights, by draws otherwise.

mod effective;
mod linear;
mod marks;
mod near;
mod region;
mod without;

pub use effective::{Effective, NoEffect, Weighing, effective};
pub use linear::{Bent, Candidate, Half, Linear};
pub use marks::{Effect, Grain, MarkChange, MarkChanges, PointsChange, SmallestChanges, Stand, Still, smallest_changes};
pub use near::{Near, Nearness, near};
pub use region::Region;
pub use without::{NotWithout, Without, leavable, with_weight_shared, without};
