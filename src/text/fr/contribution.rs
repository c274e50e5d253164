//! French: what each criterion and each mark does.

use super::LANG;
use crate::text::message::Contribution as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::EffectiveNote { criteria } => format!("regardez {}", LANG.list(criteria)),
        M::HeadingEffective {} => "Ce que décide chaque critère".to_owned(),
    }
}
