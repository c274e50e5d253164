//! How far a decision holds when weights move: exactly where the total is a linear function of the weights, by draws otherwise.

mod contest;
mod draw;
mod interval;
mod linear;
mod nearest;
mod possible;
mod region;
mod reweigh;
mod satisfy;
mod scaled;
mod simplex;
mod simulate;
mod study;

#[cfg(test)]
mod tests;

pub use contest::Event;
pub use draw::{Drawer, Undrawable};
pub use interval::{End, Interval, Intervals, intervals};
pub use linear::{Bent, Candidate, Half, Linear};
pub use nearest::{Nearest, Neighbours, Reweighing, nearest};
pub use possible::{Asked, Can, Dominance, Possible, Reach, dominances, nodes_for, possible};
pub use region::Region;
pub use reweigh::{Reweigh, Unweighable};
pub use simulate::{DRAWS, Drawn, Options, Pairs, Row, SelectedSet, Simulation, Undrawn, sampling_error, simulate};
pub use study::{Exactly, MANY, Study, Wanted, study};
