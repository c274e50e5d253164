//! French: what a re-weighting changes.

use super::LANG;
use crate::text::message::Compare as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleCompare { call } => format!("Ce qui change\u{a0}: {}", call.get(LANG)),
    }
}
