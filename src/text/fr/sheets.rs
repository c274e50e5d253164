//! French: score sheets.

use super::{LANG, near_hint, plural, texts};
use crate::text::message::Sheets as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::SheetMarks {} => "Notes".to_owned(),
        M::SheetInstructions {} => "Consignes".to_owned(),
        M::SheetLists {} => "Listes".to_owned(),
        M::SheetSubmission {} => "Candidature".to_owned(),
        M::SheetTitle {} => "Titre".to_owned(),
        M::SheetReviewer {} => "Membre".to_owned(),
        M::SheetComment {} => "Commentaire".to_owned(),
        M::WordAbstained {} => "abstention".to_owned(),
        M::WordNotApplicable {} => "s.o.".to_owned(),
        M::WordConflict {} => "conflit".to_owned(),
        M::WordAbstainedMeans {} => "vous ne donnez pas de note ici".to_owned(),
        M::WordNotApplicableMeans {} => "le critère ne s’applique pas à cette candidature".to_owned(),
        M::WordConflictMeans {} => {
            "vous êtes en conflit d’intérêts avec cette candidature\u{a0}: aucune de vos notes n’y compte".to_owned()
        }
        M::SheetGrid {} => "Grille".to_owned(),
        M::SheetGridVersion { title, version } => format!("{title}, version {version}", title = title.get(LANG)),
        M::SheetReviewerRole { name, role } => format!("{name} ({role})"),
        M::SheetToMark {} => "À noter".to_owned(),
        M::SheetToMarkCount { count } => {
            format!("{count} {}", plural(*count, "candidature", "candidatures"), count = LANG.count(*count))
        }
        M::SheetHow {} => "Comment remplir".to_owned(),
        M::SheetHowCells {} => "Sur la feuille «\u{a0}Notes\u{a0}», une ligne est une candidature et une colonne, un critère. Remplissez les cellules blanches; les autres sont verrouillées.".to_owned(),
        M::SheetHowEmpty {} => "Une cellule vide est une note qui n’est pas donnée\u{a0}: jamais un zéro.".to_owned(),
        M::SheetHowGrey {} => "Une cellule grise est un critère que vous n’avez pas à noter.".to_owned(),
        M::SheetHowComment {} => "La dernière colonne est pour vos commentaires; rien n’en est calculé.".to_owned(),
        M::SheetWords {} => "Au lieu d’une note".to_owned(),
        M::SheetCriteria {} => "Critères".to_owned(),
        M::SheetGroup { group } => group.get(LANG).to_owned(),
        M::SheetWeight { weight } => format!("Poids\u{a0}: {weight}", weight = LANG.number(weight)),
        M::SheetScale { scale } => format!("Note\u{a0}: {scale}", scale = scale.text(LANG)),
        M::SheetAsked { parts } => texts(parts).join(" · "),
        M::SheetAspect { aspect } => format!("• {aspect}", aspect = aspect.get(LANG)),
        M::SheetConflicts {} => "Conflits d’intérêts".to_owned(),
        M::SheetConflictsLeftOut {} => "Ces candidatures ne sont pas parmi les vôtres\u{a0}:".to_owned(),
        M::SheetConflictWhy { title, reason } => format!("{title} — {reason}"),
        M::SheetRefusedTitle {} => "Hors de l’échelle".to_owned(),
        M::SheetRefused { scale, words } => {
            format!("Une note\u{a0}: {scale}; sinon {words}.", scale = scale.text(LANG), words = LANG.choice(words))
        }
        M::SheetsMade { count, folder } => format!(
            "{count} {} de notes dans {folder}.",
            plural(*count, "feuille", "feuilles"),
            count = LANG.count(*count),
            folder = LANG.quote(folder)
        ),
        M::SheetsColumnConflicts {} => "En conflit".to_owned(),
        M::SheetsNext { pattern } => {
            format!("Une fois remplies, ce sont des fichiers de notes\u{a0}: `--marks {pattern}`, ou la clé `marks` de call.toml.")
        }
        M::SheetsNotSitting { names } => {
            format!("Pas de feuille pour {names}\u{a0}: ne siège pas à la date de référence.", names = LANG.list(names))
        }
        M::SheetsConsensus { names } => format!(
            "Pas de feuille pour {names}\u{a0}: un consensus s’écrit une fois les autres notes données; `--reviewer` en fait alors une.",
            names = LANG.list(names)
        ),
        M::SheetsIdle { names } => format!("Pas de feuille pour {names}\u{a0}: rien à noter.", names = LANG.list(names)),
        M::SheetsExcluded { ids, more } => {
            let mut ids = ids.clone();
            if *more > 0 {
                ids.push(format!("{} {}", LANG.count(*more), plural(*more, "autre", "autres")));
            }
            format!("Sur aucune feuille, étant écartées avant toute note\u{a0}: {ids}.", ids = LANG.list(&ids))
        }
        M::SheetsNobody {} => {
            "l’appel ne nomme aucun membre; nommez-les dans call.toml ([[reviewer]] id = \"…\") ou sur la ligne de commande (--reviewer)"
                .to_owned()
        }
        M::SheetsNoMarks { title } => format!(
            "personne ne note selon {title}\u{a0}: des renseignements donnent tous ses points",
            title = LANG.quote(title.get(LANG))
        ),
        M::SheetsReviewerUnknown { name, near, known } => format!(
            "aucun membre de l’appel ne s’appelle {name} (il y a {known}){near}",
            name = LANG.quote(name),
            near = near_hint(near.as_deref()),
            known = LANG.list(known)
        ),
        M::SheetsNothing {} => "il n’y a pas de feuille à faire\u{a0}: aucun de ces membres n’a quoi que ce soit à noter".to_owned(),
        M::SheetsExist { paths } => format!(
            "déjà là, et peut-être remplis\u{a0}: {paths}; rien n’a été écrit; déplacez-les, ou choisissez un autre dossier",
            paths = LANG.list(&LANG.quote_each(paths))
        ),
        M::SheetsFormat {} => "les feuilles de notes se font en xlsx, en csv-excel ou en csv".to_owned(),
        M::SheetsToStdout {} => {
            "les feuilles de notes sont les fichiers d’un dossier\u{a0}: donnez-en un à -o".to_owned()
        }
        M::SheetsNotFolder { path } => {
            format!("les feuilles ne peuvent être écrites dans {path}\u{a0}: ce n’est pas un dossier", path = LANG.quote(path))
        }
        M::SheetTooManyRows { rows, most } => format!(
            "une feuille de {rows} lignes dépasse ce que contient un classeur ({most}); --format csv n’a pas cette limite",
            rows = LANG.count(*rows),
            most = LANG.count(*most)
        ),
        M::SheetTooManyColumns { columns, most } => format!(
            "une feuille de {columns} colonnes dépasse ce que contient un classeur ({most}); --format csv n’a pas cette limite",
            columns = LANG.count(*columns),
            most = LANG.count(*most)
        ),
        M::SheetTextTooLong { text, most } => format!(
            "l’identifiant {text} est plus long que ce que contient une cellule de classeur ({most} caractères)",
            text = LANG.quote(text),
            most = LANG.count(*most)
        ),
        M::SheetFailed { detail } => format!("le classeur n’a pu être fait\u{a0}: {detail}"),
    }
}
