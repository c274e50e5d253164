//! Everything a person reads, in French and in English: one enum of sentences, one exhaustive file per language.
//!
//! What does not live here: grid texts (they come from files, as [`Label`]) and machine identifiers (English, stable).

mod catalogue;
mod en;
mod fr;
mod label;
mod lang;
mod message;

pub use catalogue::{Arg, Sample};
pub use label::{Label, Pair};
pub use lang::Lang;
pub use message::Message;
