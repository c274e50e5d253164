//! English: the rules and their pages.

use super::{LANG, near_hint};
use crate::text::message::Rules as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleRules {} => "Rules of check".to_owned(),
        M::ColumnCode {} => "Code".to_owned(),
        M::ColumnSeverity {} => "Severity".to_owned(),
        M::ColumnSummary {} => "What it says".to_owned(),
        M::SeverityError {} => "error".to_owned(),
        M::SeverityWarning {} => "warning".to_owned(),
        M::SeverityNote {} => "note".to_owned(),
        M::RuleSays { level, summary } => format!("{} ({})", summary.text(LANG), level.text(LANG)),
        M::RulesMore {} => "`grille rule G101` says why a rule is there, with an example wrong and right.".to_owned(),
        M::HeadingWrong {} => "Wrong".to_owned(),
        M::HeadingRight {} => "Right".to_owned(),
        M::ExampleEmpty { name } => format!("{name} is empty.", name = LANG.quote(name)),
        M::ExampleLess { name } => format!("{name}: the same without what is wrong.", name = LANG.quote(name)),
        M::UnknownRule { name, near } => {
            format!(
                "no rule has the code or the name {}{} (grille rule lists them all)",
                LANG.quote(name),
                near_hint(near.as_deref())
            )
        }
    }
}
