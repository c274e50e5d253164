//! Results as documents, and documents as bytes: N results and M formats, never N × M.

pub mod changes;
mod chart;
mod document;
mod figure;
pub mod findings;
pub mod formats;
pub mod json;
mod reasons;
pub mod schema;
pub mod sheets;
mod targets;
pub mod views;

use figure::figure;

pub use chart::{Bar, Bars, Chart, End, Interval, Intervals, Unit};
pub use document::{Block, Cell, Column, Document, Excerpt, Line, Rows, Sheet};
pub use reasons::{failure_reasons, gap_reasons, refusal};
