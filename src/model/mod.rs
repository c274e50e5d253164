//! The words of the domain as types: if it exists, it is valid. No input or output happens here.

mod access;
mod call;
pub mod condition;
pub mod fact;
mod finding;
mod grid;
pub mod keys;
mod marks;
pub mod nearest;
mod node;
pub mod rule;
pub mod scale;
mod source;
mod submissions;
mod table;

pub use access::Placed;
pub use call::Call;
pub use fact::{ChoiceValue, CountOf, Fact, FactKind, FactValue};
pub use finding::{At, Finding, Findings, Severity};
pub use grid::{Criterion, Gate, Grid, Measure, Missing, Part, Ranks, Rules};
pub use marks::{Ledger, MISSING, Mark, MarkColumn, Origins, Packed};
pub use node::{Field, Fields, Node, Value};
pub use rule::Rule;
pub use source::{Position, Source, Span};
pub use submissions::{FactColumn, FactOrigin, Submissions};
pub use table::{Heading, Table, TableBuilder};
