//! The key tables of the files people write. Scales, readings, forms and conditions bring their own.

mod call;
mod criterion;
mod grid;
mod outcomes;
mod rules;
mod scenarios;
mod settings;

pub use call::CALL_FILE;
pub use grid::GRID_FILE;
pub use scenarios::SCENARIOS_FILE;
pub use settings::SETTINGS_FILE;

use crate::model::keys::{Key, Kind, Need};
use crate::text::Pair;

const fn key(name: &'static str, kind: Kind, need: Need, fr: &'static str, en: &'static str) -> Key {
    Key { name, kind, need, doc: Pair { fr, en } }
}
