//! `grille` turns a published, weighted selection grid and a committee's marks into a ranking that can be defended.
//!
//! The data goes one way, and a module uses only what stands before it in this list
//! (`tests/architecture.rs` holds the order):
//!
//! | room | what lives there |
//! |---|---|
//! | [`number`] | exact decimals, rationals and dates |
//! | [`text`] | every sentence a person reads, in French and English |
//! | [`model`] | the words of the domain as types: grid, submissions, marks, findings |
//! | [`read`] | bytes into drafts whose values can name their place |
//! | [`check`] | drafts into models, with every finding at once |
//! | [`score`] | grid, submissions and marks into a ranking; pure |
//! | [`analyse`] | questions asked of a ranking: why this total, why A above B |
//! | [`report`] | results into one neutral document, and documents into bytes |
//! | [`cli`] | arguments, files, exit codes |

pub mod analyse;
pub mod check;
pub mod cli;
pub mod model;
pub mod number;
pub mod read;
pub mod report;
pub mod score;
pub mod text;
