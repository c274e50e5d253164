//! How far a decision holds when weights move: exactly where the total is a linear function of the weights, by draws otherwise.

mod contest;
mod draw;
mod effective;
mod interval;
mod linear;
mod marks;
mod near;
mod nearest;
mod possible;
mod region;
mod reweigh;
mod satisfy;
mod scaled;
mod simplex;
mod simulate;
mod study;
mod without;

#[cfg(test)]
mod tests;

pub use contest::Event;
pub use draw::{Drawer, Undrawable};
pub use effective::{Effective, NoEffect, Weighing, effective};
pub use interval::{End, Interval, Intervals, intervals};
pub use linear::{Bent, Candidate, Half, Linear};
pub use marks::{Effect, Grain, MarkChange, MarkChanges, PointsChange, SmallestChanges, Stand, Still, smallest_changes};
pub use near::{Near, Nearness, near};
pub use nearest::{Nearest, Neighbours, Reweighing, nearest};
pub use possible::{Asked, Can, Dominance, Possible, Reach, dominances, nodes_for, possible};
pub use region::Region;
pub use reweigh::{Reweigh, Unweighable};
pub use simulate::{DRAWS, Drawn, Options, Pairs, Row, SelectedSet, Simulation, Undrawn, sampling_error, simulate};
pub use study::{Exactly, MANY, Parts, Study, Wanted, study};
pub use without::{NotWithout, Without, without};
