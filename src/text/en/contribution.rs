//! English: what each criterion and each mark does.

use super::LANG;
use crate::text::message::Contribution as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::ChartFrom {} => "From".to_owned(),
        M::ChartTo {} => "To".to_owned(),
        M::ChartPart { value, part } => format!("{value} {part}"),
        M::ChartBetween { mark, low, high } => format!("{mark} (from {low} to {high})"),
        M::ChartPercent { value } => format!("{value}%"),
        M::ChartLegend { mark } => {
            format!("● {}; ├ ┤ something changes beyond; a line without a bracket goes to the end of the axis", mark.text(LANG))
        }
        M::EffectiveNote { criteria } => format!("look at {}", LANG.list(criteria)),
        M::HeadingEffective {} => "What each criterion decides".to_owned(),
    }
}
