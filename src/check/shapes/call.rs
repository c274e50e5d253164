//! The key table of a call file.

use super::key;
use crate::model::SeatPart;
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
            "pin",
            Kind::Table(&PIN),
            Need::Optional,
            "La grille telle qu’elle était à l’ouverture de l’appel; `grille pin` l’écrit. Une autre grille est une erreur.",
            "The grid as it was when the call opened; `grille pin` writes it. Another grid is an error.",
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
            "reviewer",
            Kind::List(&Kind::Table(&REVIEWER)),
            Need::Optional,
            "Les membres du comité. Sans eux, ce sont ceux que nomment les fichiers de notes.",
            "The reviewers. Without them, they are those whom the mark files name.",
        ),
        key(
            "conflict",
            Kind::List(&Kind::Table(&CONFLICT)),
            Need::Optional,
            "Les conflits d’intérêts\u{a0}: qui ne peut noter quoi.",
            "Conflicts of interest: who may not mark what.",
        ),
        key(
            "assignment",
            Kind::List(&Kind::Table(&ASSIGNMENT)),
            Need::Optional,
            "Qui note quoi. Sans attributions, chacun note tout.",
            "Who marks what. Without assignments, everyone marks everything.",
        ),
        key(
            "panel",
            Kind::Table(&PANEL_FILES),
            Need::Optional,
            "Les conflits et les attributions qui sont dans des fichiers.",
            "Conflicts and assignments that stand in files.",
        ),
        key(
            "words",
            Kind::Map(&Kind::Word(ANSWERS)),
            Need::Optional,
            "Ce que veulent dire d’autres mots dans les fichiers de notes\u{a0}: `\"ne se prononce pas\" = \"abstained\"`.",
            "What other words mean in the mark files: `\"no opinion\" = \"abstained\"`.",
        ),
        key(
            "sentinel",
            Kind::List(&Kind::Table(&SENTINEL)),
            Need::Optional,
            "Les nombres qui, dans un fichier de notes, ne sont pas des notes.",
            "Numbers that are no marks in one mark file.",
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

static PIN: Shape = Shape {
    name: "pin",
    doc: Pair {
        fr: "La grille telle qu’elle était à l’ouverture de l’appel.", en: "The grid as it was when the call opened."
    },
    keys: &[
        key("version", Kind::Text, Need::Required, "Sa version.", "Its version."),
        key(
            "sha256",
            Kind::Text,
            Need::Required,
            "L’empreinte SHA-256 de son fichier, octet pour octet.",
            "The SHA-256 of its file, byte for byte.",
        ),
        key(
            "copy",
            Kind::Text,
            Need::Optional,
            "Une copie de ce fichier, qui sert à dire ce qui a changé.",
            "A copy of that file, from which to tell what has changed.",
        ),
    ],
};

/// The words for answers that are no mark.
const ANSWERS: &[&str] = &["missing", "abstained", "not-applicable", "recused"];

static REVIEWER: Shape = Shape {
    name: "[[reviewer]]",
    doc: Pair { fr: "Un membre du comité.", en: "A reviewer." },
    keys: &[
        key(
            "id",
            Kind::Text,
            Need::Required,
            "Comment les fichiers de notes l’appellent, à moins qu’ils ne disent son nom.",
            "How mark files call them, unless they say their name.",
        ),
        key("name", Kind::Text, Need::Optional, "Son nom.", "Their name."),
        key(
            "role",
            Kind::Text,
            Need::Optional,
            "Ce qu’il ou elle fait au comité, en toutes lettres; sans effet sur le calcul.",
            "What they are there for, in words; without effect on the score.",
        ),
        key(
            "part",
            Kind::Word(SeatPart::WORDS),
            Need::Default("\"member\""),
            "Ce que sont ses notes\u{a0}: des votes (`member`), ce dont le consensus est fait (`lead`), ou le consensus lui-même, qui n’est la note de personne (`consensus`).",
            "What their marks are: votes (`member`), what the consensus is made of (`lead`), or the consensus itself, which is nobody’s own mark (`consensus`).",
        ),
        key(
            "votes",
            Kind::Number,
            Need::Default("1"),
            "Combien de voix; zéro pour qui ne donne qu’un avis.",
            "How many votes; zero for who only gives an opinion.",
        ),
        key("from", Kind::Date, Need::Optional, "Siège à partir de ce jour, compris.", "Sits from this day on, included."),
        key("until", Kind::Date, Need::Optional, "Siège jusqu’à ce jour, compris.", "Sits until this day, included."),
    ],
};

static CONFLICT: Shape = Shape {
    name: "[[conflict]]",
    doc: Pair {
        fr: "Un conflit d’intérêts, avec des candidatures ou avec toutes celles qui ont telle valeur pour un renseignement.",
        en: "A conflict of interest, with submissions or with all those that have some value for a fact.",
    },
    keys: &[
        key(
            "reviewer",
            Kind::OneOrList(&Kind::Text),
            Need::Required,
            "Le ou les membres, par identifiant ou par nom.",
            "The reviewer or reviewers, by identifier or name.",
        ),
        key(
            "submission",
            Kind::OneOrList(&Kind::Text),
            Need::Optional,
            "La ou les candidatures, par identifiant.",
            "The submission or submissions, by identifier.",
        ),
        key(
            "fact",
            Kind::Text,
            Need::Optional,
            "Un renseignement, ou une colonne des candidatures\u{a0}: `fact = \"établissement\"`.",
            "A fact, or a column of the submissions: `fact = \"establishment\"`.",
        ),
        key(
            "is",
            Kind::OneOrList(&Kind::Text),
            Need::Optional,
            "La ou les valeurs qui font le conflit.",
            "The value or values that make the conflict.",
        ),
        key("reason", Kind::Text, Need::Optional, "Le motif, tel qu’on le consigne.", "The reason, as it is put on record."),
    ],
};

static ASSIGNMENT: Shape = Shape {
    name: "[[assignment]]",
    doc: Pair { fr: "Ce que note un membre.", en: "What a reviewer marks." },
    keys: &[
        key(
            "reviewer",
            Kind::OneOrList(&Kind::Text),
            Need::Required,
            "Le ou les membres, par identifiant ou par nom.",
            "The reviewer or reviewers, by identifier or name.",
        ),
        key(
            "submission",
            Kind::OneOrList(&Kind::Text),
            Need::Optional,
            "La ou les candidatures; sans cette clé, toutes.",
            "The submission or submissions; without this key, all of them.",
        ),
        key(
            "criterion",
            Kind::OneOrList(&Kind::Text),
            Need::Optional,
            "Le ou les critères; sans cette clé, tous.",
            "The criterion or criteria; without this key, all of them.",
        ),
    ],
};

static PANEL_FILES: Shape = Shape {
    name: "panel files",
    doc: Pair {
        fr: "Des tableaux d’une ligne par membre et candidature (colonnes `submission` et `reviewer`).",
        en: "Tables of a row for each reviewer and submission (columns `submission` and `reviewer`).",
    },
    keys: &[
        key(
            "conflicts",
            Kind::Text,
            Need::Optional,
            "Le fichier des conflits d’intérêts; une colonne `reason` donne le motif.",
            "The file of conflicts of interest; a column `reason` gives the reason.",
        ),
        key(
            "assignments",
            Kind::Text,
            Need::Optional,
            "Le fichier des attributions; une colonne `criterion` les limite à un critère.",
            "The file of assignments; a column `criterion` limits one to a criterion.",
        ),
    ],
};

static SENTINEL: Shape = Shape {
    name: "[[sentinel]]",
    doc: Pair {
        fr: "Un nombre qui n’est pas une note, comme `0` pour absent. Jamais deviné\u{a0}: un nombre est une note tant qu’un appel ne dit pas le contraire.",
        en: "A number that is no mark, such as `0` for absent. Never guessed: a number is a mark until a call says otherwise.",
    },
    keys: &[
        key(
            "marks",
            Kind::Text,
            Need::Required,
            "Le fichier de notes, ou un modèle de noms.",
            "The mark file, or a pattern of names.",
        ),
        key("value", Kind::Number, Need::Required, "Le nombre.", "The number."),
        key("means", Kind::Word(ANSWERS), Need::Required, "Ce qu’il veut dire.", "What it means."),
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
