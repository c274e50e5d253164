//! English: settings of a folder, and grids held against each other.

use super::{LANG, near_hint};
use crate::text::message::Settings as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TheSettingsFile {} => "grille.toml".to_owned(),
        M::SettingRuleUnknown { rule, near } => {
            format!("no rule has the code or the name {rule}{near}", rule = LANG.quote(rule), near = near_hint(near.as_deref()))
        }
        M::SettingRuleUnknownHelp {} => {
            "a rule is named by its code, such as G118, or by its name, such as source-missing".to_owned()
        }
        M::SettingAllowsError { code, name } => format!("{code} ({name}) is an error, and an error cannot be allowed"),
        M::SettingAllowsErrorHelp {} => {
            "no other command would take the file, whatever is allowed here: correct it; warnings and notes can be allowed"
                .to_owned()
        }
        M::SettingTwice { rule, line } => {
            format!("{rule} has a setting already, on line {line}", line = LANG.count(*line))
        }
        M::SettingTwiceHelp {} => "keep one of the two".to_owned(),
        M::SettingBoth { rule } => format!("{rule} cannot be both allowed and denied"),
        M::SettingUnused { rule } => format!("nothing here needs this exception: there is no finding of {rule}"),
        M::SettingUnusedHelp {} => "take the exception out, so that it hides nothing one day".to_owned(),
        M::GridClash { id, version, first } => format!(
            "the grid {id} in version {version} is another text in {first}",
            id = LANG.quote(id),
            version = LANG.quote(version),
            first = super::file(first)
        ),
        M::GridClashHelp {} => {
            "a decision names its grid by identifier and version: give one of the two another version, or make them the same"
                .to_owned()
        }
        M::AtCell { cell, said } => format!("{cell}: {said}", said = said.text(LANG)),
        M::HelpBelow { help } => format!("help: {help}", help = help.text(LANG)),
        M::SarifRoot {} => "The folder in which grille ran".to_owned(),
        M::FindingsCut { shown, all } => format!(
            "{shown} findings of {all} are in this file, which is as many as code hosts read; errors come first",
            shown = LANG.count(*shown),
            all = LANG.count(*all)
        ),
    }
}
