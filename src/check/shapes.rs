//! The key tables of the two files people write: the grid and the call. Scales and conditions bring their own.

use crate::model::condition::CONDITION;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::scale;
use crate::model::{Missing, Ranks};
use crate::text::Pair;

const fn key(name: &'static str, kind: Kind, need: Need, fr: &'static str, en: &'static str) -> Key {
    Key { name, kind, need, doc: Pair { fr, en } }
}

static SCALE: Kind = Kind::Variant(scale::SHAPES);

/// A grid file.
pub static GRID_FILE: Shape = Shape {
    name: "grid file",
    doc: Pair { fr: "Une grille de sélection.", en: "A selection grid." },
    keys: &[
        key("grid", Kind::Table(&GRID), Need::Required, "Ce qu’est la grille.", "What the grid is."),
        key(
            "fact",
            Kind::List(&Kind::Table(&FACT)),
            Need::Optional,
            "Les renseignements que donnent les candidatures, un tableau `[[fact]]` chacun.",
            "What submissions state, one `[[fact]]` table each.",
        ),
        key(
            "gate",
            Kind::List(&Kind::Table(&GATE)),
            Need::Optional,
            "Les critères d’exclusion, un tableau `[[gate]]` chacun.",
            "The exclusion criteria, one `[[gate]]` table each.",
        ),
        key(
            "criterion",
            Kind::List(&Kind::Table(&CRITERION)),
            Need::Optional,
            "Les critères pondérés, un tableau `[[criterion]]` chacun. Sans critère, la grille dit l’admissibilité et ne classe pas.",
            "The weighted criteria, one `[[criterion]]` table each. Without any, the grid tells eligibility and ranks nothing.",
        ),
        key("rules", Kind::Table(&RULES), Need::Optional, "Les règles du comité.", "The committee’s rules."),
    ],
};

static GRID: Shape = Shape {
    name: "grid",
    doc: Pair { fr: "Ce qu’est la grille, et d’où elle vient.", en: "What the grid is, and where it comes from." },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key(
            "version",
            Kind::Text,
            Need::Required,
            "Version, à changer chaque fois que la grille change.",
            "Version, to be changed whenever the grid changes.",
        ),
        key("title", Kind::Label, Need::Required, "Nom de la grille.", "Name of the grid."),
        key("issuer", Kind::Label, Need::Optional, "Qui l’a publiée.", "Who published it."),
        key("year", Kind::Whole, Need::Optional, "Année de publication.", "Year of publication."),
        key(
            "source",
            Kind::Label,
            Need::Optional,
            "Où elle a été publiée, et ce qui y est ajouté. Son absence est un avertissement.",
            "Where it was published, and what is added to it. Its absence is a warning.",
        ),
        key(
            "total",
            Kind::Number,
            Need::Default("100"),
            "Le total des points; la somme des poids y est exactement égale.",
            "The total of points; the weights add up to exactly this.",
        ),
        key(
            "decimals",
            Kind::Whole,
            Need::Default("2"),
            "Nombre de décimales affichées (0 à 6). L’affichage ne décide de rien.",
            "Decimals shown (0 to 6). What is shown decides nothing.",
        ),
    ],
};

static FACT: Shape = Shape {
    name: "fact",
    doc: Pair {
        fr: "Un renseignement\u{a0}: une colonne déclarée des candidatures, avec son type.",
        en: "A fact: a declared column of the submissions, with its type.",
    },
    keys: &[
        key(
            "id",
            Kind::Id,
            Need::Required,
            "Identifiant stable; c’est aussi le nom de la colonne.",
            "Stable identifier; also the column’s name.",
        ),
        key(
            "label",
            Kind::Label,
            Need::Required,
            "Nom du renseignement; la colonne peut aussi porter ce nom, dans l’une ou l’autre langue.",
            "Name of the fact; the column may bear this name too, in either language.",
        ),
        key(
            "type",
            Kind::Word(&["text", "choice", "number", "count", "date", "yes-no"]),
            Need::Required,
            "Texte, choix parmi des valeurs, nombre exact, décompte (nombre entier), date, oui ou non.",
            "Text, choice among values, exact number, count (a whole number), date, yes or no.",
        ),
        key(
            "values",
            Kind::Map(&Kind::Label),
            Need::Optional,
            "Pour un choix, les valeurs\u{a0}: identifiant = nom. Une cellule peut donner l’un ou l’autre.",
            "For a choice, its values: identifier = name. A cell may give either.",
        ),
        key(
            "count",
            Kind::Table(&COUNT),
            Need::Optional,
            "Pour un décompte, la liste où compter, si l’appel en fournit une; sinon la colonne donne le nombre.",
            "For a count, the list to count in, if the call gives one; otherwise the column gives the number.",
        ),
    ],
};

static COUNT: Shape = Shape {
    name: "count",
    doc: Pair {
        fr: "Un décompte fait dans une liste jointe aux candidatures (par exemple les marques d’intérêt).",
        en: "A count made in a list beside the submissions (expressions of interest, for example).",
    },
    keys: &[
        key(
            "list",
            Kind::Id,
            Need::Required,
            "Le nom de la liste; l’appel dit quel fichier c’est.",
            "The list’s name; the call says which file it is.",
        ),
        key(
            "distinct",
            Kind::Text,
            Need::Optional,
            "La colonne dont on compte les valeurs distinctes. Sans elle, on compte les lignes.",
            "The column whose distinct values are counted. Without it, rows are counted.",
        ),
    ],
};

static GATE: Shape = Shape {
    name: "gate",
    doc: Pair {
        fr: "Un critère d’exclusion. Une candidature qui n’y satisfait pas est écartée; si le renseignement manque, elle n’est pas évaluée.",
        en: "An exclusion criterion. A submission that fails it is excluded; where the fact is missing, it is unrated.",
    },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Nom du critère d’exclusion.", "Name of the gate."),
        key("require", CONDITION, Need::Required, "Ce qu’il faut pour rester.", "What it takes to stay."),
        key(
            "reason",
            Kind::Label,
            Need::Optional,
            "Le motif donné à qui est écarté; par défaut, la condition en toutes lettres.",
            "The reason given to those excluded; by default, the condition in words.",
        ),
    ],
};

static CRITERION: Shape = Shape {
    name: "criterion",
    doc: Pair { fr: "Un critère pondéré.", en: "A weighted criterion." },
    keys: &[
        key(
            "id",
            Kind::Id,
            Need::Required,
            "Identifiant stable; c’est aussi un nom de colonne.",
            "Stable identifier; also a column name.",
        ),
        key("label", Kind::Label, Need::Required, "Nom officiel du critère.", "The criterion’s official name."),
        key("short", Kind::Label, Need::Optional, "Nom court, pour les colonnes étroites.", "Short name, for narrow columns."),
        key(
            "weight",
            Kind::Number,
            Need::Required,
            "Poids, en points du total de la grille.",
            "Weight, in points of the grid’s total.",
        ),
        key(
            "aspects",
            Kind::List(&Kind::Label),
            Need::Optional,
            "Ce qui guide la note, sans poids propre.",
            "What guides the mark, without a weight of its own.",
        ),
        key(
            "scale",
            SCALE,
            Need::Optional,
            "Comment la note ou le renseignement devient une part du poids.",
            "How the mark or the fact becomes a share of the weight.",
        ),
        key(
            "from",
            Kind::Variant(&[&FROM_FACT, &FROM_SUM]),
            Need::Optional,
            "Le ou les renseignements qui donnent les points; sans cette clé, les membres du comité notent.",
            "The fact or facts that give the points; without this key, reviewers mark.",
        ),
        key(
            "ways",
            Kind::Map(&Kind::Table(&WAY)),
            Need::Optional,
            "D’autres façons de mesurer le critère, par nom. L’appel en choisit une avec `[ways]`.",
            "Other ways to measure the criterion, by name. The call picks one with `[ways]`.",
        ),
        key(
            "minimum",
            Kind::Number,
            Need::Optional,
            "La note la plus basse admise, dans les unités de l’échelle, comprise; au-dessous, la candidature est écartée.",
            "The lowest mark admitted, in the scale’s units, included; below it, the submission is excluded.",
        ),
    ],
};

static WAY: Shape = Shape {
    name: "way",
    doc: Pair { fr: "Une autre façon de mesurer un critère.", en: "Another way to measure a criterion." },
    keys: &[
        key("scale", SCALE, Need::Optional, "L’échelle.", "The scale."),
        key("from", Kind::Variant(&[&FROM_FACT, &FROM_SUM]), Need::Optional, "Le ou les renseignements.", "The fact or facts."),
    ],
};

static FROM_FACT: Shape = Shape {
    name: "source `fact`",
    doc: Pair {
        fr: "Un renseignement donne tous les points, sur l’échelle du critère.",
        en: "One fact gives all the points, on the criterion’s scale.",
    },
    keys: &[key("fact", Kind::Id, Need::Required, "Le renseignement.", "The fact.")],
};

static FROM_SUM: Shape = Shape {
    name: "source `sum`",
    doc: Pair { fr: "Plusieurs renseignements s’additionnent.", en: "Several facts add up." },
    keys: &[key(
        "sum",
        Kind::List(&Kind::Table(&PART)),
        Need::Required,
        "Les parties; leurs poids font exactement celui du critère.",
        "The parts; their weights add up to exactly the criterion’s.",
    )],
};

static PART: Shape = Shape {
    name: "part",
    doc: Pair { fr: "La contribution d’un renseignement à un critère.", en: "What one fact contributes to a criterion." },
    keys: &[
        key("fact", Kind::Id, Need::Required, "Le renseignement.", "The fact."),
        key(
            "weight",
            Kind::Number,
            Need::Required,
            "Sa part du poids du critère, en points.",
            "Its part of the criterion’s weight, in points.",
        ),
        key(
            "scale",
            SCALE,
            Need::Required,
            "Comment la valeur devient une part de ce poids.",
            "How the value becomes a share of that weight.",
        ),
    ],
};

static RULES: Shape = Shape {
    name: "rules",
    doc: Pair {
        fr: "Ce que le comité déclare plutôt que de le laisser deviner.",
        en: "What the committee declares rather than leave to guess.",
    },
    keys: &[
        key(
            "missing",
            Kind::Word(Missing::WORDS),
            Need::Default("\"unrated\""),
            "Ce que veut dire une note manquante\u{a0}: candidature non évaluée, erreur, critère retiré et son poids réparti, ou note la plus basse.",
            "What a missing mark means: the submission is unrated, an error, the criterion left out and its weight shared, or the lowest mark.",
        ),
        key(
            "panel",
            Kind::Table(&PANEL),
            Need::Optional,
            "Comment les notes de plusieurs membres se combinent.",
            "How the marks of several reviewers combine.",
        ),
        key("pass", Kind::Table(&PASS), Need::Optional, "Note de passage.", "Pass mark."),
        key(
            "ties",
            Kind::List(&Kind::Id),
            Need::Optional,
            "Les critères qui départagent les ex æquo, dans l’ordre\u{a0}: le plus de points d’abord. Ensuite, le rang est partagé.",
            "The criteria that break ties, in order: more points first. After them, the rank is shared.",
        ),
        key(
            "ranks",
            Kind::Word(Ranks::WORDS),
            Need::Default("\"competition\""),
            "Les rangs après une égalité\u{a0}: `competition` compte 1-2-2-4, `dense` compte 1-2-2-3.",
            "Ranks after a tie: `competition` counts 1-2-2-4, `dense` counts 1-2-2-3.",
        ),
    ],
};

static PANEL: Shape = Shape {
    name: "panel",
    doc: Pair { fr: "Comment les notes se combinent.", en: "How marks combine." },
    keys: &[
        key(
            "combine",
            Kind::Word(&["mean"]),
            Need::Default("\"mean\""),
            "La moyenne exacte des notes données, critère par critère.",
            "The exact mean of the marks given, criterion by criterion.",
        ),
        key(
            "quorum",
            Kind::Whole,
            Need::Default("1"),
            "Combien de notes il faut pour qu’un critère soit noté.",
            "How many marks a criterion needs to count as marked.",
        ),
    ],
};

static PASS: Shape = Shape {
    name: "pass",
    doc: Pair { fr: "Ce qu’il faut atteindre.", en: "What must be reached." },
    keys: &[key(
        "total",
        Kind::Number,
        Need::Required,
        "Le total le plus bas admis, compris; au-dessous, la candidature est écartée.",
        "The lowest total admitted, included; below it, the submission is excluded.",
    )],
};

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
            "Le fichier des candidatures (CSV ou YAML).",
            "The file of submissions (CSV or YAML).",
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
            "Combien de candidatures peuvent être retenues. Sans cette clé, le classement n’a pas de ligne de coupe.",
            "How many submissions can be selected. Without this key, the ranking has no cut-line.",
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
