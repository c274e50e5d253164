//! The key table of a grid file: its head, its facts and its gates.

use super::criterion::{CRITERION, GROUP};
use super::key;
use super::outcomes::{CLASS, STAGE, SUMMARY, TOTAL, TRACK, VALIDITY};
use super::rules::RULES;
use crate::model::Family;
use crate::model::condition::CONDITION;
use crate::model::keys::{Kind, Need, Shape};
use crate::text::Pair;

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
        key(
            "group",
            Kind::List(&Kind::Table(&GROUP)),
            Need::Optional,
            "Les groupes de critères, un tableau `[[group]]` chacun; un groupe vient après celui où il se trouve.",
            "The groups of criteria, one `[[group]]` table each; a group comes after the one it is in.",
        ),
        key(
            "total",
            Kind::List(&Kind::Table(&TOTAL)),
            Need::Optional,
            "Des totaux nommés, à côté de celui des poids, un tableau `[[total]]` chacun.",
            "Named totals beside the one that the weights make, one `[[total]]` table each.",
        ),
        key(
            "level",
            Kind::List(&Kind::Table(&CLASS)),
            Need::Optional,
            "Les niveaux d’un classement par catégories, du meilleur au moins bon, un tableau `[[level]]` chacun\u{a0}: le premier dont la condition est remplie.",
            "The levels of a classification, best first, one `[[level]]` table each: the first whose condition holds.",
        ),
        key(
            "stage",
            Kind::List(&Kind::Table(&STAGE)),
            Need::Optional,
            "Les étapes, dans l’ordre, un tableau `[[stage]]` chacune. Qui échoue à une étape n’est plus examiné ensuite.",
            "The stages, in order, one `[[stage]]` table each. Who fails at one is not looked at in the next.",
        ),
        key(
            "track",
            Kind::List(&Kind::Table(&TRACK)),
            Need::Optional,
            "Les volets, un tableau `[[track]]` chacun\u{a0}: d’autres poids, seuils ou places selon un renseignement.",
            "The tracks, one `[[track]]` table each: other weights, thresholds or places according to a fact.",
        ),
        key(
            "validity",
            Kind::List(&Kind::Table(&VALIDITY)),
            Need::Optional,
            "Les durées de validité, un tableau `[[validity]]` chacune.",
            "Validity over time, one `[[validity]]` table each.",
        ),
        key(
            "summary",
            Kind::List(&Kind::Table(&SUMMARY)),
            Need::Optional,
            "Des moyennes sur l’ensemble des candidatures, un tableau `[[summary]]` chacune.",
            "Means over all submissions, one `[[summary]]` table each.",
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
        key(
            "family",
            Kind::Word(Family::WORDS),
            Need::Optional,
            "À quoi sert la grille\u{a0}: choisir, financer, acheter, apprécier, situer une organisation, évaluer des résultats.",
            "What the grid is for: selecting, funding, buying, appraising, locating an organisation, evaluating results.",
        ),
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
            "Le total des points; la somme des poids y est exactement égale. Sans objet si rien n’est classé.",
            "The total of points; the weights add up to exactly this. Without object where nothing is ranked.",
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
            "Pour un décompte (ou un nombre, avec `total`), la liste où compter, si l’appel en fournit une; sinon la colonne donne le nombre.",
            "For a count (or a number, with `total`), the list to count in, if the call gives one; otherwise the column gives the number.",
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
            "La colonne dont on compte les valeurs distinctes. Sans elle ni `total`, on compte les lignes.",
            "The column whose distinct values are counted. Without it or `total`, rows are counted.",
        ),
        key(
            "total",
            Kind::Text,
            Need::Optional,
            "La colonne dont on additionne les nombres.",
            "The column whose numbers are added up.",
        ),
        key(
            "only",
            Kind::Map(&Kind::OneOrList(&Kind::Scalar)),
            Need::Optional,
            "Ne garder que les lignes où une colonne a cette valeur, ou l’une de celles-ci\u{a0}: colonne = valeur.",
            "Keep only the rows where a column has this value, or one of these: column = value.",
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
        key(
            "stage",
            Kind::Id,
            Need::Optional,
            "L’étape où on l’examine; obligatoire si la grille a des étapes.",
            "The stage at which it is looked at; required where the grid has stages.",
        ),
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
