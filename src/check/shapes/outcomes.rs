//! The key tables of what surrounds the weights: named totals, levels, stages, tracks, validity, summaries.

use super::key;
use crate::model::Best;
use crate::model::condition::CONDITION;
use crate::model::keys::{Kind, Need, Shape};
use crate::model::total::FORM;
use crate::text::Pair;

pub(super) static TOTAL: Shape = Shape {
    name: "total",
    doc: Pair {
        fr: "Un total nommé, à côté de celui des poids; `rank_by` peut en faire ce qui classe.",
        en: "A named total beside the one that the weights make; `rank_by` can make it what ranks.",
    },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Nom du total.", "Name of the total."),
        key("of", FORM, Need::Required, "Comment il se calcule.", "How it comes about."),
        key(
            "best",
            Kind::Word(Best::WORDS),
            Need::Optional,
            "Ce qui l’emporte; sans cette clé, le plus haut, ou le plus bas pour un prix.",
            "Which wins; without this key, the highest, or the lowest for a price.",
        ),
        key(
            "at_least",
            Kind::Number,
            Need::Optional,
            "La valeur la plus basse admise, comprise; au-dessous, la candidature est écartée.",
            "The lowest value admitted, included; below it, the submission is excluded.",
        ),
        key(
            "at_most",
            Kind::Number,
            Need::Optional,
            "La valeur la plus haute admise, comprise; au-dessus, la candidature est écartée.",
            "The highest value admitted, included; above it, the submission is excluded.",
        ),
    ],
};

pub(super) static CLASS: Shape = Shape {
    name: "level of the classification",
    doc: Pair { fr: "Un niveau du classement par catégories.", en: "A level of the classification." },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Nom du niveau.", "Name of the level."),
        key(
            "when",
            CONDITION,
            Need::Optional,
            "Ce qu’il faut pour y être. Sans cette clé, permise au dernier seulement, tout le reste y est.",
            "What it takes. Without this key, which only the last may do, all the rest is there.",
        ),
        key(
            "rateable",
            Kind::Flag,
            Need::Default("true"),
            "`false` si une candidature de ce niveau ne peut être cotée\u{a0}: elle n’est pas classée.",
            "`false` where a submission at this level cannot be rated: it is not ranked.",
        ),
    ],
};

pub(super) static STAGE: Shape = Shape {
    name: "stage",
    doc: Pair { fr: "Une étape de l’examen.", en: "A stage." },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Nom de l’étape.", "Name of the stage."),
    ],
};

pub(super) static TRACK: Shape = Shape {
    name: "track",
    doc: Pair {
        fr: "Un volet\u{a0}: les candidatures qui ont ce renseignement ont d’autres poids, seuils ou places.",
        en: "A track: the submissions with this fact have other weights, thresholds or places.",
    },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Nom du volet.", "Name of the track."),
        key(
            "when",
            CONDITION,
            Need::Optional,
            "Qui en est, selon ses renseignements. Sans cette clé, permise au dernier seulement, tous les autres en sont.",
            "Who is on it, by their facts. Without this key, which only the last may do, all the others are.",
        ),
        key(
            "weights",
            Kind::Map(&Kind::Number),
            Need::Optional,
            "Les poids qui diffèrent de ceux de la grille\u{a0}: critère ou groupe = poids. Les sommes doivent encore y être.",
            "The weights that differ from the grid’s: criterion or group = weight. The sums must still be right.",
        ),
        key(
            "minimums",
            Kind::Map(&Kind::Number),
            Need::Optional,
            "Les minimums qui diffèrent de ceux de la grille\u{a0}: critère ou groupe = minimum.",
            "The minimums that differ from the grid’s: criterion or group = minimum.",
        ),
        key("pass", Kind::Number, Need::Optional, "Le seuil de passage, s’il diffère.", "The pass mark, where it differs."),
        key(
            "places",
            Kind::Whole,
            Need::Optional,
            "Combien de candidatures du volet peuvent être retenues, si les volets sont classés à part.",
            "How many submissions of the track can be selected, where tracks are ranked apart.",
        ),
        key(
            "budget",
            Kind::Number,
            Need::Optional,
            "L’argent à dépenser pour le volet, si les volets sont classés à part; au lieu de `places`.",
            "The money to spend on the track, where tracks are ranked apart; instead of `places`.",
        ),
    ],
};

pub(super) static VALIDITY: Shape = Shape {
    name: "validity",
    doc: Pair {
        fr: "Une durée de validité\u{a0}: tant d’années après une date, vue de la date de référence de l’appel.",
        en: "Validity over time: so many years after a date, seen from the call’s reference date.",
    },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Ce qui est valide.", "What is valid."),
        key("fact", Kind::Id, Need::Required, "La date d’où elle part.", "The date it runs from."),
        key(
            "years",
            Kind::Whole,
            Need::Required,
            "Le nombre d’années; elle prend fin le jour anniversaire.",
            "The number of years; it ends on the anniversary.",
        ),
    ],
};

pub(super) static SUMMARY: Shape = Shape {
    name: "summary",
    doc: Pair {
        fr: "Une moyenne sur les candidatures au classement (ou au profil).",
        en: "A mean over the submissions that are ranked (or profiled).",
    },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Nom de la moyenne.", "Name of the mean."),
        key(
            "mean",
            Kind::Id,
            Need::Required,
            "De quoi\u{a0}: un total, un groupe (ses points) ou un critère (sa note).",
            "Of what: a total, a group (its points) or a criterion (its mark).",
        ),
        key(
            "by",
            Kind::Id,
            Need::Optional,
            "Un choix\u{a0}: la moyenne est aussi donnée pour chacune de ses valeurs.",
            "A choice: the mean is also given for each of its values.",
        ),
    ],
};
