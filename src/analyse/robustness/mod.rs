//! How far a decision holds when weights move: exactly where the total is a linear function of the weights, by draws otherwise.

mod draw;
mod linear;
mod region;
mod reweigh;
mod simulate;

pub use draw::{Drawer, Undrawable};
pub use linear::{Bent, Candidate, Half, Linear};
pub use region::Region;
pub use reweigh::{Reweigh, Unweighable};
pub use simulate::{DRAWS, Drawn, Options, Pairs, Row, SelectedSet, Simulation, Undrawn, sampling_error, simulate};
