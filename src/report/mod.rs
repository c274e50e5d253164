//! Results as documents, and documents as bytes: N results and M formats, never N × M.

mod document;

pub use document::{Block, Cell, Column, Document, Rows, Sheet};
