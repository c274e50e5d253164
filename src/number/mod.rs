//! Exact values and nothing else: decimals as written, rationals as computed, dates as counted.
//!
//! No floating-point number enters here, and none leaves.

mod date;
mod decimal;
mod exact;

pub use date::{Date, DateForm};
pub use decimal::{Decimal, DecimalError};
pub use exact::Exact;
