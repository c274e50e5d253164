//! French: what changed between two grids, and the grid that a call pins.

use super::{LANG, file, plural, texts};
use crate::text::message::Diff as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleDiff { grid } => format!("Ce qui a changé\u{a0}: {}", grid.get(LANG)),
        M::DiffSides { old, old_version, new, new_version } => format!("De {old} (version {old_version}) à {new} (version {new_version}).", old = file(old), new = file(new)),
        M::DiffSame {} => "Rien ne diffère\u{a0}: les deux fichiers sont les mêmes.".to_owned(),
        M::DiffLayout {} => "Rien ne diffère\u{a0}: la même grille, disposée autrement.".to_owned(),
        M::DiffWording { count } => format!("Seule la formulation diffère, à {} {}\u{a0}: les mêmes notes donnent les mêmes résultats.", LANG.count(*count), plural(*count, "endroit", "endroits")),
        M::DiffMeaning { meaning, wording } => format!("Le sens diffère\u{a0}: {} {}{}.", LANG.count(*meaning), plural(*meaning, "changement", "changements"), if *wording == 0 { String::new() } else { format!(", et {} de formulation", LANG.count(*wording)) }),
        M::DiffNamesInFiles {} => "Un nom par lequel les fichiers peuvent désigner une colonne ou une valeur a changé\u{a0}: ceux qui emploient l’ancien doivent changer aussi.".to_owned(),
        M::HeadingDiffMeaning {} => "Changements de sens".to_owned(),
        M::HeadingDiffWording {} => "Changements de formulation".to_owned(),
        M::HeadingDiffCall { call } => format!("Ce que cela fait à l’appel\u{a0}: {}", call.get(LANG)),
        M::DiffLine { part, changes } => format!("{}\u{a0}: {}", part.text(LANG), texts(changes).join("; ")),
        M::DiffItem { label, id } => format!("{} ({id})", label.get(LANG)),
        M::DiffItemOf { section, label, id } => format!("{section} {label} ({id})", section = section.get(LANG), label = LANG.quote(label.get(LANG))),
        M::DiffHead {} => "la grille".to_owned(),
        M::DiffRules {} => "les règles".to_owned(),
        M::DiffChanged { what, old, new } => format!("{} {} → {}", what.get(LANG), old.text(LANG), new.text(LANG)),
        M::DiffLowered { what, old, new } => format!("{} abaissé de {} à {}", what.get(LANG), old.text(LANG), new.text(LANG)),
        M::DiffRaised { what, old, new } => format!("{} relevé de {} à {}", what.get(LANG), old.text(LANG), new.text(LANG)),
        M::DiffAdded { what, new } => format!("ajout\u{a0}: {} {}", what.get(LANG), new.text(LANG)),
        M::DiffRemoved { what, old } => format!("retrait\u{a0}: {} {}", what.get(LANG), old.text(LANG)),
        M::DiffItemAdded { what, item, how } => format!("ajout, {}\u{a0}: {}{}", what.get(LANG), item.text(LANG), after_comma(&texts(how))),
        M::DiffItemRemoved { what, item } => format!("retrait, {}\u{a0}: {}", what.get(LANG), item.text(LANG)),
        M::DiffRenamed { old, new } => format!("identifiant {old} → {new}"),
        M::DiffOrder { what, ids } => format!("{} dans un autre ordre, maintenant {}", what.get(LANG), LANG.list(ids)),
        M::DiffText { what, language, old, new } => format!("{} ({language}) {} → {}", what.get(LANG), LANG.quote(old), LANG.quote(new)),
        M::DiffNameMoved { name, old, new } => format!("le nom {name}, qui désignait {old}, désigne maintenant {new}", name = LANG.quote(name)),
        M::DiffWeight { weight } => format!("poids {}", LANG.number(weight)),
        M::DiffQuoted { text } => LANG.quote(text.get(LANG)),
        M::DiffNothing {} => "rien".to_owned(),
        M::DiffWithNew {} => "Avec la nouvelle grille".to_owned(),
        M::DiffWhy { command } => format!("Pourquoi, par critère\u{a0}: {command}"),
        M::DiffCallOld {} => "l’appel ne peut être classé avec l’ancienne grille; ce qui précède ne le compte pas".to_owned(),
        M::DiffCallNew {} => "l’appel ne peut être classé avec la nouvelle grille, ses fichiers étant ce qu’ils sont; ce qui précède ne le compte pas".to_owned(),
        M::ColumnDiffKind {} => "Nature".to_owned(),
        M::ColumnDiffPart {} => "Partie".to_owned(),
        M::ColumnDiffPath {} => "Clé".to_owned(),
        M::ColumnDiffWhat {} => "Changement".to_owned(),
        M::ColumnDiffOld {} => "Avant".to_owned(),
        M::ColumnDiffNew {} => "Après".to_owned(),
        M::PinComment {} => "# La grille telle qu’elle était à l’ouverture de l’appel. Si elle doit changer\u{a0}: grille pin.".to_owned(),
        M::PinForm { value } => format!("{} n’est pas une empreinte SHA-256", LANG.quote(value)),
        M::PinFormHelp { command } => format!("elle a 64 chiffres, de 0 à 9 et de a à f; `{command}` l’écrit"),
        M::PinVersion { pinned, version } => format!("la grille qui a cette empreinte SHA-256 est la version {version}, et l’appel dit avoir figé {pinned}", version = LANG.quote(version), pinned = LANG.quote(pinned)),
        M::PinVersionHelp { command } => format!("corrigez la version que dit l’appel, ou laissez `{command}` la récrire"),
        M::PinCopyOther { copy } => format!("{} n’est pas une copie de la grille figée\u{a0}: son empreinte SHA-256 est autre", LANG.quote(copy)),
        M::PinCopyOtherHelp { command } => format!("remettez la copie telle qu’elle était; si elle est perdue, supprimez-la ainsi que cette clé, et `{command}` en fera une autre, une fois la grille redevenue celle qui a été convenue"),
        M::GridChanged { grid, pinned, pinned_sha256, version, sha256 } => format!("{grid} a changé depuis que l’appel l’a figée\u{a0}: la version {pinned} (SHA-256 {pinned_sha256}) a été figée, et le fichier{version} a maintenant l’empreinte {sha256}", grid = file(grid), pinned = LANG.quote(pinned), version = version.as_ref().map_or_else(String::new, |version| format!(", version {},", LANG.quote(version)))),
        M::GridChangedHelp { why, what, command } => format!("{}. {}; ou, si le comité a convenu du changement, `{command}` fige la grille telle qu’elle est maintenant", why.text(LANG), what.text(LANG)),
        M::PinSince { count, changes, more } => format!("{} {} de sens depuis\u{a0}: {}{}", LANG.count(*count), plural(*count, "changement", "changements"), texts(changes).join("; "), and_more(*more)),
        M::PinSinceWording { changes, more } => format!("seule la formulation diffère\u{a0}: {}{}", texts(changes).join("; "), and_more(*more)),
        M::PinSinceNothing {} => "rien ne diffère que la disposition".to_owned(),
        M::PinNoCopy { grid } => format!("aucune copie lisible de la grille figée n’est là pour dire ce qui a changé; si la grille est sous gestion de versions, `git log -p {grid}` le montre, de même que `git show RÉVISION:{grid} | grille diff - {grid}`"),
        M::PinInvalid {} => "ce qui a changé sera dit quand la grille sera de nouveau valide".to_owned(),
        M::PinGone { copy } => format!("Remettez la grille figée (sa copie est {})", LANG.quote(copy)),
        M::PinBack {} => "Remettez la grille figée".to_owned(),
        M::PinDone { call, grid, version, sha256, copy } => format!("{call} fige maintenant {grid}\u{a0}: version {version}, SHA-256 {sha256}; une copie est dans {copy}.", call = LANG.quote(call), grid = LANG.quote(grid), version = LANG.quote(version), copy = LANG.quote(copy)),
        M::PinRenewed { call, grid, old, version, sha256, copy } => format!("{call} fige maintenant {grid} dans sa version {version}, au lieu de la version {old}\u{a0}: SHA-256 {sha256}; une copie est dans {copy}.", call = LANG.quote(call), grid = LANG.quote(grid), version = LANG.quote(version), old = LANG.quote(old), copy = LANG.quote(copy)),
        M::PinAlready { call, version, sha256 } => format!("{call} fige déjà cette grille\u{a0}: version {version}, SHA-256 {sha256}; rien n’a été écrit.", call = LANG.quote(call), version = LANG.quote(version)),
        M::PinNotUtf8 { file } => format!("{} ne peut être modifié sur place\u{a0}: il n’est pas en UTF-8 simple; enregistrez-le en UTF-8 sans marque d’ordre des octets, puis recommencez", LANG.quote(file)),
        M::PinUnsafe { file, lines } => format!("{file} est écrit d’une façon qui ne se modifie pas sans risque et a été laissé tel quel; écrivez-y ceci\u{a0}:\n{lines}", file = LANG.quote(file)),
        M::PinCopyTaken { copy } => format!("{} existe déjà et n’est pas une copie de la grille\u{a0}: rien n’a été écrit; déplacez-le, puis recommencez", LANG.quote(copy)),
    }
}

fn after_comma(parts: &[String]) -> String {
    if parts.is_empty() { String::new() } else { format!(", {}", parts.join(", ")) }
}

fn and_more(more: usize) -> String {
    if more == 0 { String::new() } else { format!("; et {} de plus", LANG.count(more)) }
}
