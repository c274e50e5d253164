//! French: usage, help, files.

use super::{LANG, plural};
use crate::text::message::Cli as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::UsageValueRefused { value, arg } => {
            format!("valeur refusée pour {arg}\u{a0}: {value}", arg = LANG.quote(arg), value = LANG.quote(value))
        }
        M::UsageValueRefusedBecause { value, arg, reason } => {
            format!(
                "valeur refusée pour {arg}\u{a0}: {value} ({reason})",
                arg = LANG.quote(arg),
                value = LANG.quote(value),
                reason = reason.text(LANG)
            )
        }
        M::UsageValueMissing { arg } => {
            format!("{arg} attend une valeur", arg = LANG.quote(arg))
        }
        M::UsageValuesAllowed { values } => {
            format!("écrivez {values}", values = LANG.choice(values))
        }
        M::UsageOptionUnknown { arg } => {
            format!("option inconnue\u{a0}: {arg}", arg = LANG.quote(arg))
        }
        M::UsageArgumentTooMany { arg } => {
            format!("argument en trop\u{a0}: {arg}", arg = LANG.quote(arg))
        }
        M::UsageCommandUnknown { name } => {
            format!("commande inconnue\u{a0}: {name}", name = LANG.quote(name))
        }
        M::UsageCommandMissing {} => "aucune commande n’est donnée".to_owned(),
        M::UsageCommands { names } => {
            format!("les commandes sont {names}", names = LANG.list(names))
        }
        M::UsageDidYouMean { names } => {
            format!("vouliez-vous écrire {names}?", names = LANG.choice(&LANG.quote_each(names)))
        }
        M::UsageBelongsTo { arg, commands } => {
            format!(
                "{arg} s’écrit après l’une de ces commandes\u{a0}: {commands}",
                arg = LANG.quote(arg),
                commands = LANG.choice(commands)
            )
        }
        M::UsageEqualsNeeded { arg } => {
            format!("un signe d’égalité doit joindre {arg} et sa valeur", arg = LANG.quote(arg))
        }
        M::UsageOneValueTooMany { value, arg } => {
            format!("{arg} ne prend pas la valeur {value}", arg = LANG.quote(arg), value = LANG.quote(value))
        }
        M::UsageTooFewValues { arg, needed, given } => {
            format!(
                "{arg} attend au moins {needed} valeurs, nombre donné\u{a0}: {given}",
                arg = LANG.quote(arg),
                needed = LANG.count(*needed),
                given = LANG.count(*given)
            )
        }
        M::UsageOtherCount { arg, needed, given } => {
            format!(
                "{arg} attend exactement {needed} valeurs, nombre donné\u{a0}: {given}",
                arg = LANG.quote(arg),
                needed = LANG.count(*needed),
                given = LANG.count(*given)
            )
        }
        M::UsageRepeated { arg } => {
            format!("{arg} ne peut être donné qu’une fois", arg = LANG.quote(arg))
        }
        M::UsageConflict { arg, others } => {
            format!("{arg} ne peut accompagner {others}", arg = LANG.quote(arg), others = LANG.list(&LANG.quote_each(others)))
        }
        M::UsageConflictUnnamed {} => "certaines de ces options ne peuvent aller ensemble".to_owned(),
        M::UsageChooseOne {} => "gardez l’un et retirez l’autre".to_owned(),
        M::UsageMissing { args } => {
            format!("il manque {args}", args = LANG.list(&LANG.quote_each(args)))
        }
        M::UsageNotUnicode {} => "un argument contient des octets qui ne sont pas du texte (UTF-8 non valide)".to_owned(),
        M::UsageOther { detail } => format!("la ligne de commande ne peut être comprise\u{a0}: {detail}"),
        M::UsageSeeHelp { command } => {
            format!("{command} montre ce qui peut s’écrire", command = LANG.quote(command))
        }
        M::UsageNotPair {} => "il faut un nom, un signe d’égalité et une valeur, comme nom=valeur".to_owned(),
        M::UsageNotWhole {} => "il faut un nombre entier, comme 12".to_owned(),
        M::UsageNotDate {} => "un jour s’écrit année-mois-jour, comme 2026-01-31".to_owned(),
        M::UsageOneStdin { args } => {
            format!(
                "l’entrée standard (-) ne se lit qu’une fois, or plusieurs options la demandent\u{a0}: {args}",
                args = LANG.list(args)
            )
        }
        M::OutputIsFolder { path } => {
            format!("le résultat ne peut être écrit dans {path}\u{a0}: c’est un dossier", path = LANG.quote(path))
        }
        M::OutputNoFolder { path, folder } => {
            format!(
                "le résultat ne peut être écrit dans {path}\u{a0}: le dossier {folder} n’existe pas",
                path = LANG.quote(path),
                folder = LANG.quote(folder)
            )
        }
        M::OutputIsInput { path } => {
            format!(
                "le résultat ne peut être écrit dans {path}\u{a0}: ce fichier a servi d’entrée et serait perdu",
                path = LANG.quote(path)
            )
        }
        M::OutputReadOnly { path } => {
            format!("le résultat ne peut être écrit dans {path}\u{a0}: le fichier est en lecture seule", path = LANG.quote(path))
        }
        M::OutputFailed { path, reason } => {
            format!(
                "le résultat n’a pu être écrit dans {path}\u{a0}: {reason}",
                path = LANG.quote(path),
                reason = reason.text(LANG)
            )
        }
        M::OutputScreenFailed { reason } => {
            format!("le résultat n’a pu être écrit à la sortie standard\u{a0}: {reason}", reason = reason.text(LANG))
        }
        M::ReasonNotFound {} => "cela n’existe pas".to_owned(),
        M::ReasonDenied {} => "accès refusé".to_owned(),
        M::ReasonFull {} => "il n’y a plus de place".to_owned(),
        M::ReasonReadOnlyPlace {} => "l’emplacement est en lecture seule".to_owned(),
        M::ReasonNotFolder {} => "une partie du chemin n’est pas un dossier".to_owned(),
        M::ReasonNameTooLong {} => "le nom n’est pas de ceux que ce système accepte".to_owned(),
        M::NewReadme { title, grid, marks } => format!(
            "# {title}\n\nUn appel selon la grille {grid}.\n\n1. `submissions.csv`\u{a0}: une ligne par candidature.{marks}\n\nEnsuite, `grille check` dit ce qui ne va pas, et `grille rank` (ou `grille screen`) donne le résultat. `call.toml` contient le nombre de places et les noms des fichiers; `grid.toml` est la copie de la grille pour cet appel\u{a0}: une fois l’appel publié, changez sa version chaque fois que vous la modifiez.\n",
            title = title.get(LANG),
            grid = LANG.quote(grid.get(LANG)),
            marks = marks.as_ref().map_or_else(String::new, |it| format!("\n2. `marks.csv`\u{a0}: {}.", it.text(LANG)))
        ),
        M::CallCommentPlaces {} => "# places = 4            combien de candidatures peuvent être retenues".to_owned(),
        M::CallCommentAsOf {} => "# as_of = 2024-02-01    la date de référence des règles sur les dates".to_owned(),
        M::CheckSummary { files, grids, calls, found, allowed } => {
            let grids_are = format!("{} {}", LANG.count(*grids), plural(*grids, "grille vérifiée", "grilles vérifiées"));
            let calls_are = format!("{} {}", LANG.count(*calls), plural(*calls, "appel vérifié", "appels vérifiés"));
            let what = match (grids, calls) {
                (0, 0) | (1.., 1..) => format!("{grids_are}, {calls_are}"),
                (0, _) => calls_are,
                (_, 0) => grids_are,
            };
            // A grid is a file: said only where there is more to count.
            let in_files = if *files == *grids && *calls == 0 {
                String::new()
            } else {
                format!(" ({} {})", LANG.count(*files), plural(*files, "fichier", "fichiers"))
            };
            let allowed = if *allowed == 0 {
                String::new()
            } else {
                format!(" ({} {})", LANG.count(*allowed), plural(*allowed, "toléré", "tolérés"))
            };
            format!("{what}{in_files}\u{a0}: {found}{allowed}", found = found.text(LANG))
        }
        M::FolderUnreadable { folder } => format!("{folder} ne peut être lu", folder = LANG.quote(folder)),
        M::ManualMade { count, folder } => {
            format!("{} {} dans {}", LANG.count(*count), plural(*count, "page de manuel", "pages de manuel"), LANG.quote(folder))
        }
        M::FolderCannotBeMade { folder } => format!("{folder} ne peut être créé", folder = LANG.quote(folder)),
    }
}
