//! How far a decision holds when weights move: exactly where the total is a linear function of the weights, by draws otherwise.

mod contribution;
mod draw;
mod exact;
mod linear;
mod marks;
mod region;
mod reweigh;
mod simulate;
mod study;

pub use contribution::{Effective, NoEffect, NotWithout, Weighing, Without, effective, without};
pub use draw::{Drawer, Undrawable};
pub use exact::{
    Asked, Can, Dominance, End, Event, Interval, Intervals, Nearest, Neighbours, Possible, Reach, Reweighing, dominances,
    intervals, nearest, nodes_for, possible,
};
pub use linear::{Bent, Candidate, Half, Linear};
pub use marks::{
    Effect, Grain, MarkChange, MarkChanges, Near, Nearness, PointsChange, SmallestChanges, Stand, Still, near, smallest_changes,
};
pub use region::Region;
pub use reweigh::{Reweigh, Unweighable};
pub use simulate::{DRAWS, Drawn, Options, Pairs, Row, SelectedSet, Simulation, Undrawn, sampling_error, simulate};
pub use study::{Exactly, MANY, Parts, Study, Wanted, study};
