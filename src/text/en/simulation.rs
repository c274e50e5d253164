//! English: draws.

use super::LANG;
use crate::text::message::Simulation as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::SimulationDraws { draws } => format!("{} draws", LANG.count(*draws)),
        M::HeadingSimulation {} => "By simulation".to_owned(),
    }
}
