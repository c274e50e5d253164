//! Scoring, pure: screening → combining reviewers → points → totals → ranking with its cut-line. No I/O, no rounding.
//!
//! Two roads lead to the same numbers: integers over one common denominator where everything provably fits a machine
//! word, exact rationals otherwise. A property test holds them together.

mod combine;
mod evaluate;
mod matrix;
mod points;
mod rank;
#[cfg(test)]
mod roads;
mod screen;

pub use combine::Combined;
pub use evaluate::{Evaluation, Lack};
pub use matrix::Matrix;
pub use points::{Line, LinePart};
pub use rank::{Cut, Disposition, Ranked, Ranking, Status, rank};
pub use screen::{Bar, Found, Outcome, Verdict};
