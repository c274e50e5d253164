//! The help pages in the reader's language: every text comes from the tables of `texts`, never from the derive's doc
//! comments, and the page's own words ("Usage:", "[default: …]") from here.

mod man;
mod page;
mod texts;
pub(super) mod words;

pub(super) use man::manual;
pub(super) use page::{dress, usage};
