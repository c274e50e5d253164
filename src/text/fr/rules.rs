//! French: the rules and their pages.

use super::{LANG, near_hint};
use crate::text::message::Rules as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleRules {} => "Règles de check".to_owned(),
        M::ColumnCode {} => "Code".to_owned(),
        M::ColumnSeverity {} => "Gravité".to_owned(),
        M::ColumnSummary {} => "Ce qu’elle dit".to_owned(),
        M::SeverityError {} => "erreur".to_owned(),
        M::SeverityWarning {} => "avertissement".to_owned(),
        M::SeverityNote {} => "remarque".to_owned(),
        M::RuleSays { level, summary } => format!("{} ({})", summary.text(LANG), level.text(LANG)),
        M::RulesMore {} => "`grille rule G101` dit pourquoi une règle existe, avec un exemple à corriger et corrigé.".to_owned(),
        M::HeadingWrong {} => "À corriger".to_owned(),
        M::HeadingRight {} => "Corrigé".to_owned(),
        M::ExampleEmpty { name } => format!("{name} est vide.", name = LANG.quote(name)),
        M::ExampleLess { name } => format!("{name}\u{a0}: le même, sans ce qui n’allait pas.", name = LANG.quote(name)),
        M::UnknownRule { name, near } => {
            format!(
                "aucune règle n’a le code ou le nom {}{} (grille rule les donne toutes)",
                LANG.quote(name),
                near_hint(near.as_deref())
            )
        }
    }
}
