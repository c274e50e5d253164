//! French: settings of a folder, and grids held against each other.

use super::{LANG, near_hint};
use crate::text::message::Settings as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TheSettingsFile {} => "grille.toml".to_owned(),
        M::SettingRuleUnknown { rule, near } => format!(
            "aucune règle n’a le code ou le nom {rule}{near}",
            rule = LANG.quote(rule),
            near = near_hint(near.as_deref())
        ),
        M::SettingRuleUnknownHelp {} => {
            "une règle se nomme par son code, comme G118, ou par son nom, comme source-missing".to_owned()
        }
        M::SettingAllowsError { code, name } => format!("{code} ({name}) est une erreur, et une erreur ne peut être tolérée"),
        M::SettingAllowsErrorHelp {} => {
            "aucune autre commande n’accepterait le fichier, quoi qu’on tolère ici\u{a0}: corrigez-le; avertissements et remarques peuvent être tolérés".to_owned()
        }
        M::SettingTwice { rule, line } => {
            format!("{rule} a déjà un réglage, à la ligne {line}", line = LANG.count(*line))
        }
        M::SettingTwiceHelp {} => "gardez l’un des deux".to_owned(),
        M::SettingBoth { rule } => format!("{rule} ne peut être à la fois toléré et refusé"),
        M::SettingUnused { rule } => format!("rien ici n’a besoin de cette exception\u{a0}: il n’y a aucun constat de {rule}"),
        M::SettingUnusedHelp {} => "retirez l’exception, pour qu’elle ne cache rien un jour".to_owned(),
        M::GridClash { id, version, first } => format!(
            "la grille {id}, version {version}, est un autre texte dans {first}",
            id = LANG.quote(id),
            version = LANG.quote(version),
            first = super::file(first)
        ),
        M::GridClashHelp {} => {
            "une décision nomme sa grille par identifiant et version\u{a0}: donnez à l’une des deux une autre version, ou rendez-les identiques".to_owned()
        }
        M::AtCell { cell, said } => format!("{cell}\u{a0}: {said}", said = said.text(LANG)),
        M::HelpBelow { help } => format!("aide\u{a0}: {help}", help = help.text(LANG)),
        M::SarifRoot {} => "Le dossier où grille a été lancé".to_owned(),
        M::FindingsCut { shown, all } => format!(
            "{shown} constats sur {all} figurent dans ce fichier, soit ce que lisent les hébergeurs de code; les erreurs d’abord",
            shown = LANG.count(*shown),
            all = LANG.count(*all)
        ),
    }
}
