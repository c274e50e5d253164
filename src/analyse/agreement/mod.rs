//! How far reviewers agree and how each of them marks: pure statistics in floating point, which describe and decide nothing.
//!
//! Everything here looks at [`Ratings`] alone, a table of marks with gaps. A statistic without a value says why
//! ([`Undefined`]); none is ever replaced by zero.

mod alpha;
mod calibration;
mod icc;
mod interval;
mod islands;
mod kendall_w;
mod moments;
mod ratings;
mod severity;
mod spread;
mod tau_b;

#[cfg(test)]
mod tables;

pub use alpha::{Measurement, alpha};
pub use calibration::{Calibration, Uncalibrated, calibrate};
pub use icc::{Anova, anova};
pub use interval::{Interval, bootstrap};
pub use islands::{Island, islands};
pub use kendall_w::{Concordance, concordance};
pub use moments::Moments;
pub use ratings::{Malformed, Ratings};
pub use severity::{Severity, severities};
pub use spread::spreads;
pub use tau_b::{Pairwise, mean_tau_b, tau_b};

/// Why a statistic has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// Too little was marked by more than one rater: each statistic says what it needs.
    TooFew,
    /// All that would be compared is equal, so that agreement cannot be told from having no choice.
    NoVariation,
    /// A ratio of marks was asked for, and a mark is below zero.
    Negative,
    /// The estimate of a variance that the statistic divides by is not positive.
    NoPositiveVariance,
}

/// A count as a real number.
#[expect(clippy::cast_precision_loss, reason = "marks and pairs of marks stay far below 2^53")]
fn real(count: usize) -> f64 {
    count as f64
}

/// Whether two finite numbers are the same, bit for bit. Zero has one sign here: [`Ratings`] and [`tau_b`] see to that.
fn same(a: f64, b: f64) -> bool {
    a.total_cmp(&b).is_eq()
}
