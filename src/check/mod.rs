//! Drafts into models: every rule runs over the drafts, all findings are collected, and a draft becomes a model only
//! when no error fired. The linter and the loader share one definition of valid.

mod call;
mod grid;
mod marks;
mod shapes;
mod submissions;
mod walk;

pub use call::{CallDraft, Overrides};
pub use grid::grid;
pub use marks::marks;
pub use shapes::{CALL_FILE, GRID_FILE};
pub use submissions::submissions;
