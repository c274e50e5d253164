//! French: how far the decision holds, exactly.

use super::LANG;
use crate::text::message::Robustness as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleRobustness { call } => format!("Jusqu’où tient la décision\u{a0}: {}", call.get(LANG)),
    }
}
