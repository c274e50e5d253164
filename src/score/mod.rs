//! Scoring, pure: screening → combining reviewers → points → totals → ranking with its cut-line. No I/O, no rounding.
//!
//! Two roads lead to the same numbers: integers over one common denominator where everything provably fits a machine
//! word, exact rationals otherwise. A property test holds them together.

mod changed;
mod classify;
mod combine;
mod evaluate;
mod integers;
mod lack;
#[cfg(test)]
pub(crate) mod loaded;
mod matrix;
mod points;
mod pool;
mod rank;
mod rank_sum;
#[cfg(test)]
mod roads;
mod screen;
mod sight;
mod tally;
mod weights;

pub use changed::Changed;
pub use classify::Class;
pub use combine::{Combined, Settled, Settlement, Turnout, Unsettled};
pub use evaluate::Evaluation;
pub use lack::Lack;
pub use matrix::Matrix;
pub use points::{LeftOut, Line, LinePart};
pub use rank::{Cut, CutBy, Disposition, League, Ranked, Ranking, Status, rank};
pub use screen::{Bar, Found, Outcome, Verdict};
pub use sight::Sight;
pub use tally::{Adjusted, Adjustment, GroupLine, Tally};
