//! French: what each criterion and each mark does.

use super::LANG;
use crate::text::message::Contribution as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::ChartFrom {} => "De".to_owned(),
        M::ChartTo {} => "À".to_owned(),
        M::ChartPart { value, part } => format!("{value} {part}"),
        M::ChartBetween { mark, low, high } => format!("{mark} (de {low} à {high})"),
        M::ChartPercent { value } => format!("{value}\u{a0}%"),
        M::ChartLegend { mark } => {
            format!("● {}; ├ ┤ quelque chose change au-delà; un trait sans crochet va jusqu’au bout de l’axe", mark.text(LANG))
        }
        M::EffectiveNote { criteria } => format!("regardez {}", LANG.list(criteria)),
        M::HeadingEffective {} => "Ce que décide chaque critère".to_owned(),
    }
}
