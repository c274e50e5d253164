//! The words of the domain as types: if it exists, it is valid. No input or output happens here.

mod finding;
pub mod keys;
mod node;
pub mod rule;
mod source;
mod table;

pub use finding::{At, Finding, Findings, Severity};
pub use node::{Field, Fields, Node, Value};
pub use rule::Rule;
pub use source::{Position, Source, Span};
pub use table::{Heading, Table, TableBuilder};
