//! The help texts of the arguments that several commands have.

use super::{ArgText, Heading, Pair, same};

const fn arg(id: &'static str, value: Option<Pair>, heading: Heading, help: Pair) -> ArgText {
    ArgText { id, value, help, heading }
}

const FILE: Option<Pair> = Some(Pair { fr: "FICHIER", en: "FILE" });

/// Their order means nothing: the help page keeps the order of the code.
pub(super) const ALL: &[ArgText] = &[
    arg(
        "call",
        Some(Pair { fr: "APPEL", en: "CALL" }),
        Heading::Call,
        Pair { fr: "Dossier d’appel, au lieu du dossier courant", en: "Folder of the call, instead of the current one" },
    ),
    arg(
        "dir",
        Some(Pair { fr: "DOSSIER", en: "DIR" }),
        Heading::Call,
        Pair { fr: "Dossier d’appel, au lieu du dossier courant", en: "Folder of the call, instead of the current one" },
    ),
    arg(
        "grid",
        Some(Pair { fr: "GRILLE", en: "GRID" }),
        Heading::Call,
        Pair { fr: "Autre grille (- pour l’entrée standard)", en: "Another grid (- for standard input)" },
    ),
    arg("submissions", FILE, Heading::Call, Pair { fr: "Autres candidatures (ou -)", en: "Other submissions (or -)" }),
    arg(
        "marks",
        FILE,
        Heading::Call,
        Pair { fr: "Autres notes (ou -); motifs permis", en: "Other marks (or -); patterns are allowed" },
    ),
    arg(
        "list",
        Some(Pair { fr: "NOM=FICHIER", en: "NAME=FILE" }),
        Heading::Call,
        Pair { fr: "Liste où la grille fait ses décomptes", en: "List that the grid takes its counts from" },
    ),
    arg(
        "column",
        Some(Pair { fr: "TITRE=NOM", en: "TITLE=NAME" }),
        Heading::Call,
        Pair { fr: "Sens d’une colonne nommée autrement", en: "What a column under another title means" },
    ),
    arg(
        "way",
        Some(Pair { fr: "CRITÈRE=FAÇON", en: "CRITERION=WAY" }),
        Heading::Call,
        Pair { fr: "Façon de mesurer, si la grille en offre plusieurs", en: "Way of measuring, if the grid offers several" },
    ),
    arg(
        "anonymous",
        None,
        Heading::Call,
        Pair { fr: "Numéroter les membres au lieu de les nommer", en: "Number the reviewers instead of naming them" },
    ),
    arg("places", Some(same("N")), Heading::Call, Pair { fr: "Nombre de places", en: "Number of places" }),
    arg(
        "as_of",
        Some(same("DATE")),
        Heading::Call,
        Pair { fr: "Jour où s’appliquent les règles de dates", en: "Day at which rules about dates apply" },
    ),
    arg("decimal", Some(Pair { fr: "SIGNE", en: "SIGN" }), Heading::Notation, Pair { fr: "Signe décimal", en: "Decimal sign" }),
    arg("dates", Some(Pair { fr: "ORDRE", en: "ORDER" }), Heading::Notation, Pair { fr: "Dates", en: "Dates" }),
    arg(
        "encoding",
        Some(Pair { fr: "NOM", en: "LABEL" }),
        Heading::Notation,
        Pair { fr: "Encodage, comme windows-1252", en: "Encoding, such as windows-1252" },
    ),
    arg(
        "delimiter",
        Some(Pair { fr: "SIGNE", en: "SIGN" }),
        Heading::Notation,
        Pair { fr: "Entre deux cellules", en: "Between two cells" },
    ),
    arg(
        "format",
        Some(Pair { fr: "FORME", en: "NAME" }),
        Heading::General,
        Pair { fr: "Forme du résultat", en: "Form of the result" },
    ),
    arg(
        "output",
        FILE,
        Heading::General,
        Pair { fr: "Fichier du résultat; son extension dit la forme", en: "File for the result; its extension picks the form" },
    ),
    arg("lang", Some(Pair { fr: "LANGUE", en: "LANG" }), Heading::General, Pair { fr: "Langue", en: "Language" }),
    arg("color", Some(Pair { fr: "QUAND", en: "WHEN" }), Heading::General, Pair { fr: "Couleurs", en: "Colours" }),
    arg(
        "quiet",
        None,
        Heading::General,
        Pair { fr: "Tait les remarques, jamais les erreurs", en: "Leaves notes out, never errors" },
    ),
    arg("help", None, Heading::General, Pair { fr: "Affiche cette aide", en: "Shows this help" }),
    arg("version", None, Heading::General, Pair { fr: "Affiche la version", en: "Shows the version" }),
];
