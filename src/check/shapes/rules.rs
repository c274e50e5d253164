//! The key tables of the committee’s rules.

use super::key;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Best, Missing, NotApplicable, Ranks};
use crate::text::Pair;

pub(super) static RULES: Shape = Shape {
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
            "Ce que veut dire une note manquante\u{a0}: candidature non évaluée, erreur, critère retiré et son poids réparti dans son groupe, ou note la plus basse.",
            "What a missing mark means: the submission is unrated, an error, the criterion left out and its weight shared in its group, or the lowest mark.",
        ),
        key(
            "not_applicable",
            Kind::Word(NotApplicable::WORDS),
            Need::Default("\"refuse\""),
            "Ce que veut dire la note «\u{a0}sans objet\u{a0}»\u{a0}: une erreur, le critère retiré du résultat de son groupe (`leave-out`), ou son poids réparti entre tous les autres (`share-out`).",
            "What the mark “not applicable” means: an error, the criterion left out of its group’s score (`leave-out`), or its weight shared among all the others (`share-out`).",
        ),
        key(
            "rank_by",
            Kind::Id,
            Need::Default("\"total\""),
            "Ce qui classe\u{a0}: `total`, le total des poids; l’identifiant d’un `[[total]]`; ou `none`, pour un profil ou des niveaux sans rangs.",
            "What ranks: `total`, the total of the weights; the identifier of a `[[total]]`; or `none`, for a profile or levels without ranks.",
        ),
        key(
            "round",
            Kind::Table(&ROUND),
            Need::Optional,
            "Les étapes du calcul où la règle publiée arrondit. Sans cette clé, rien n’est arrondi avant d’être comparé.",
            "The steps at which the published rule rounds. Without this key, nothing is rounded before it is compared.",
        ),
        key(
            "at_most",
            Kind::Number,
            Need::Optional,
            "Le plus que le total puisse compter, bonus compris.",
            "The most that the total can count for, bonuses included.",
        ),
        key(
            "tracks",
            Kind::Word(&["together", "apart"]),
            Need::Default("\"together\""),
            "Si les volets sont classés ensemble, ou chacun pour soi avec ses places.",
            "Whether tracks are ranked together, or apart, each with its own places.",
        ),
        key(
            "cost",
            Kind::Id,
            Need::Optional,
            "Le renseignement que paie le `budget` d’un appel.",
            "The fact that a call’s `budget` pays for.",
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
            Kind::List(&Kind::IdOr(&[&TIE_RATIO, &TIE_FACT])),
            Need::Optional,
            "Ce qui départage les ex æquo, dans l’ordre\u{a0}: un critère, un groupe ou un total (le plus de points d’abord), un renseignement, ou un rapport de deux. Ensuite, le rang est partagé.",
            "What breaks ties, in order: a criterion, a group or a total (more points first), a fact, or a ratio of two. After them, the rank is shared.",
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
            Kind::Word(&["mean", "rank-sum"]),
            Need::Default("\"mean\""),
            "`mean`\u{a0}: la moyenne exacte des notes données, critère par critère. `rank-sum`\u{a0}: les totaux de chaque membre deviennent des rangs, qui s’additionnent; la plus petite somme l’emporte.",
            "`mean`: the exact mean of the marks given, criterion by criterion. `rank-sum`: each reviewer’s totals become ranks, which add up; the lowest sum wins.",
        ),
        key(
            "tied_ranks",
            Kind::Word(&["mean", "lowest"]),
            Need::Optional,
            "Avec `rank-sum`, le rang de ceux qu’un membre met à égalité\u{a0}: la moyenne des rangs qu’ils prennent (1-2,5-2,5-4, par défaut), ou le meilleur (1-2-2-4).",
            "With `rank-sum`, the rank of those whom a reviewer puts level: the mean of the ranks they take (1-2.5-2.5-4, the default), or the best (1-2-2-4).",
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

static ROUND: Shape = Shape {
    name: "rounding",
    doc: Pair {
        fr: "Les arrondis que déclare la règle, au plus près et à la hausse à mi-chemin (sous zéro, en s’éloignant de zéro)\u{a0}: étape = nombre de décimales (0 à 9).",
        en: "The roundings that the rule declares, half up (below zero, half away from zero): step = number of decimals (0 to 9).",
    },
    keys: &[
        key(
            "marks",
            Kind::Whole,
            Need::Optional,
            "La note d’un critère, une fois les membres combinés.",
            "The mark of a criterion, once reviewers are combined.",
        ),
        key("points", Kind::Whole, Need::Optional, "Les points d’un critère.", "The points of a criterion."),
        key("groups", Kind::Whole, Need::Optional, "Les points d’un groupe.", "The points of a group."),
        key("totals", Kind::Whole, Need::Optional, "Les totaux.", "The totals."),
    ],
};

const BEST: Key = key("best", Kind::Word(Best::WORDS), Need::Optional, "Ce qui passe devant.", "Which comes first.");

static TIE_RATIO: Shape = Shape {
    name: "tie key `ratio`",
    doc: Pair {
        fr: "Un renseignement divisé par un autre; qui n’a pas de rapport (un diviseur nul) vient après.",
        en: "One fact divided by another; who has no ratio (a divisor of zero) comes after.",
    },
    keys: &[
        key(
            "ratio",
            Kind::List(&Kind::Id),
            Need::Required,
            "Le dividende et le diviseur.",
            "What is divided, and what it is divided by.",
        ),
        BEST,
    ],
};

static TIE_FACT: Shape = Shape {
    name: "tie key `fact`",
    doc: Pair {
        fr: "Un nombre ou une date (`best`), ou un choix dont certaines valeurs passent devant (`first`); qui n’a pas de valeur vient après.",
        en: "A number or a date (`best`), or a choice some of whose values come first (`first`); who has no value comes after.",
    },
    keys: &[
        key("fact", Kind::Id, Need::Required, "Le renseignement.", "The fact."),
        BEST,
        key(
            "first",
            Kind::List(&Kind::Scalar),
            Need::Optional,
            "Les valeurs qui passent devant, dans l’ordre; toutes les autres se partagent la dernière place.",
            "The values that come first, in order; all others share the last place.",
        ),
    ],
};
