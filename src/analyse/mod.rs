//! Questions asked of a ranking: why this total, why A above B, what a committee should be told. Nothing is decided here.

mod explain;
mod notes;
mod versus;

pub use explain::{Explanation, explain};
pub use notes::{Note, disposition_code, notes};
pub use versus::{Difference, Settled, Versus, versus};
