//! What each criterion decides: its part in the differences between totals, and the ranking without it.

mod effective;
mod without;

pub use effective::{Effective, NoEffect, Weighing, effective};
pub use without::{NotWithout, Without, without};
