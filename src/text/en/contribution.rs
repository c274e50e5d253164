//! English: what each criterion and each mark does.

use super::LANG;
use crate::text::message::Contribution as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::EffectiveNote { criteria } => format!("look at {}", LANG.list(criteria)),
        M::HeadingEffective {} => "What each criterion decides".to_owned(),
    }
}
