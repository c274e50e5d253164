//! Exact answers about weights: between which the decision stays, the smallest move that changes it, and what admissible weights
//! can do.

mod contest;
mod interval;
mod nearest;
mod possible;
mod satisfy;
mod scaled;
mod simplex;
#[cfg(test)]
mod tests;

pub use contest::Event;
pub use interval::{End, Interval, Intervals, intervals};
pub use nearest::{Nearest, Neighbours, Reweighing, nearest};
pub use possible::{Asked, Can, Dominance, Possible, Reach, dominances, nodes_for, possible};
