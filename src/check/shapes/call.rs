//! The key table of a call file.

use super::key;
use crate::model::keys::{Kind, Need, Shape};
use crate::text::Pair;

/// A `call.toml`.
pub static CALL_FILE: Shape = Shape {
    name: "call file",
    doc: Pair { fr: "Un appel\u{a0}: une ronde de sélection.", en: "A call: one round of selection." },
    keys: &[
        key(
            "call",
            Kind::Table(&CALL),
            Need::Required,
            "Les fichiers de l’appel et ses places.",
            "The call’s files and its places.",
        ),
        key(
            "lists",
            Kind::Map(&Kind::Text),
            Need::Optional,
            "Les listes jointes aux candidatures, par nom\u{a0}: celles où la grille compte. La colonne `submission` dit de quelle candidature parle chaque ligne.",
            "The lists beside the submissions, by name: those the grid counts in. The column `submission` says which submission a row is about.",
        ),
        key(
            "ways",
            Kind::Map(&Kind::Text),
            Need::Optional,
            "Pour un critère qui se mesure de plusieurs façons, celle que l’appel choisit.",
            "For a criterion that can be measured in several ways, the one this call picks.",
        ),
        key(
            "columns",
            Kind::Map(&Kind::Text),
            Need::Optional,
            "Les en-têtes des fichiers qui ne sont pas les nôtres\u{a0}: `\"En-tête du fichier\" = \"notre-nom\"`.",
            "Headings of files that are not ours: `\"Heading in the file\" = \"our-name\"`.",
        ),
        key(
            "notation",
            Kind::Table(&NOTATION),
            Need::Optional,
            "Comment les tableaux sont écrits, s’il faut le dire.",
            "How the tables are written, where it must be said.",
        ),
    ],
};

static CALL: Shape = Shape {
    name: "call",
    doc: Pair {
        fr: "Les fichiers de l’appel; les chemins partent du dossier de l’appel.",
        en: "The call’s files; paths start from the call’s folder.",
    },
    keys: &[
        key("title", Kind::Label, Need::Optional, "Nom de l’appel.", "Name of the call."),
        key(
            "grid",
            Kind::Text,
            Need::Required,
            "Le fichier de la grille, ou l’identifiant d’une grille fournie avec `grille`.",
            "The grid’s file, or the identifier of a grid shipped with `grille`.",
        ),
        key(
            "submissions",
            Kind::Text,
            Need::Required,
            "Le fichier des candidatures (CSV, YAML ou classeur).",
            "The file of submissions (CSV, YAML or a workbook).",
        ),
        key(
            "marks",
            Kind::OneOrList(&Kind::Text),
            Need::Optional,
            "Le ou les fichiers de notes; `*` est permis. Sans cette clé, les notes sont dans les colonnes des candidatures.",
            "The file or files of marks; `*` is allowed. Without this key, marks stand in columns of the submissions.",
        ),
        key(
            "places",
            Kind::Whole,
            Need::Optional,
            "Combien de candidatures peuvent être retenues. Sans cette clé, ni `share` ni `budget`, le classement n’a pas de ligne de coupe.",
            "How many submissions can be selected. Without this key, `share` or `budget`, the ranking has no cut-line.",
        ),
        key(
            "share",
            Kind::Number,
            Need::Optional,
            "La part des candidatures qui peuvent être retenues (0.3 pour trois sur dix), ramenée au nombre entier inférieur.",
            "The share of the submissions that can be selected (0.3 for three in ten), rounded down to a whole number.",
        ),
        key(
            "budget",
            Kind::Number,
            Need::Optional,
            "L’argent à dépenser\u{a0}: on retient dans l’ordre du classement jusqu’à la première candidature qu’il ne couvre plus. La grille dit avec `cost` quel renseignement est le coût.",
            "The money to spend: submissions are selected in the order of the ranking down to the first that it no longer covers. The grid says with `cost` which fact is the cost.",
        ),
        key(
            "previous",
            Kind::Text,
            Need::Optional,
            "Le dossier de la ronde précédente. Qui y a été écarté ou n’a pas été retenu l’est ici aussi, avec le motif.",
            "The folder of the round before. Who was excluded or not selected there is left out here too, with the reason.",
        ),
        key(
            "as_of",
            Kind::Date,
            Need::Optional,
            "La date de référence des règles sur les dates; jamais l’horloge.",
            "The reference date of rules about dates; never the clock.",
        ),
    ],
};

static NOTATION: Shape = Shape {
    name: "notation",
    doc: Pair { fr: "Comment les tableaux sont écrits.", en: "How the tables are written." },
    keys: &[
        key(
            "decimal",
            Kind::Word(&["point", "comma"]),
            Need::Optional,
            "Le signe décimal. Sans cette clé, il est établi par fichier, et refusé s’il y a doute.",
            "The decimal sign. Without this key it is told file by file, and refused where in doubt.",
        ),
        key(
            "dates",
            Kind::Word(&["iso", "day-month-year", "month-day-year"]),
            Need::Default("\"iso\""),
            "L’ordre des dates; `iso` est 2024-02-01.",
            "The order of dates; `iso` is 2024-02-01.",
        ),
        key(
            "encoding",
            Kind::Text,
            Need::Optional,
            "L’encodage des tableaux (`windows-1252`, `macintosh`…), si celui qui est établi n’est pas le bon.",
            "The encoding of the tables (`windows-1252`, `macintosh`…), if the one found is wrong.",
        ),
        key(
            "delimiter",
            Kind::Word(&[",", ";", "tab"]),
            Need::Optional,
            "Le séparateur de champs des fichiers CSV, s’il ne peut être établi.",
            "The field delimiter of the CSV files, where it cannot be told.",
        ),
    ],
};
