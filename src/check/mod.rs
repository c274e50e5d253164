//! Drafts into models: every rule runs over the drafts, all findings are collected, and a draft becomes a model only
//! when no error fired. The linter and the loader share one definition of valid.

pub mod advice;
mod answers;
mod call;
mod clash;
mod columns;
mod costs;
mod grid;
mod marks;
mod numbers;
mod panel;
mod pin;
mod said;
mod scenarios;
pub mod settings;
mod shapes;
mod submissions;
mod walk;

pub use call::{CallDraft, Overrides, delimiter};
pub use clash::{GridHead, clashes};
pub use columns::Mapping;
pub use columns::is_our_heading;
pub use grid::grid;
pub use marks::{marks, no_marks};
pub use numbers::Written;
pub use panel::{PanelDraft, PanelTables, panel, quorums};
pub use pin::Pin;
pub use said::Said;
pub use scenarios::{ScenarioDraft, scenarios};
pub use shapes::{CALL_FILE, GRID_FILE, SCENARIOS_FILE, SETTINGS_FILE};
pub use submissions::{Checked, List, submissions};
