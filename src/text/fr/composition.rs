//! French: what sentences are put together from.

use super::LANG;
use crate::text::message::Composition as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::Verbatim { text } => text.clone(),
        M::Text { label } => label.get(LANG).to_owned(),
        M::Number { value } => LANG.number(value),
        M::Day { date } => date.to_string(),
    }
}
