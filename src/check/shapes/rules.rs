//! The key tables of the committee’s rules.

use super::key;
use crate::model::combine;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Abstained, Best, Combine, Consensus, Missing, NotApplicable, Quorum, Ranks};
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
            Kind::Word(combine::WORDS),
            Need::Default("\"mean\""),
            "`mean`\u{a0}: la moyenne exacte. `median`\u{a0}: la note du milieu, ou la moyenne des deux du milieu. `trimmed`\u{a0}: la moyenne sans la part `trim` à chaque bout. `drop-extremes`\u{a0}: la moyenne sans une note la plus haute ni une la plus basse. `two-closest`\u{a0}: la moyenne des deux notes les plus proches. `majority`\u{a0}: la note que donnent plus de la moitié des voix. `discuss`\u{a0}: aucune note, on en discute. `rank-sum`, `rank-mean`\u{a0}: les totaux de chaque membre deviennent des rangs, dont la somme ou la moyenne la plus petite l’emporte.",
            "`mean`: the exact mean. `median`: the mark in the middle, or the mean of the two in the middle. `trimmed`: the mean without the share `trim` at each end. `drop-extremes`: the mean without one highest and one lowest mark. `two-closest`: the mean of the two marks nearest to each other. `majority`: the mark that more than half of the votes give. `discuss`: no mark, it is discussed. `rank-sum`, `rank-mean`: each reviewer’s totals become ranks, of which the lowest sum or mean wins.",
        ),
        TRIM,
        key(
            "cases",
            Kind::List(&Kind::Table(&CASE)),
            Need::Optional,
            "Selon le nombre de notes et leur écart\u{a0}: le premier cas qui convient décide, sinon `combine`.",
            "By the number of marks and how far they are apart: the first case that holds decides, otherwise `combine`.",
        ),
        key(
            "per",
            Kind::Word(Combine::PER),
            Need::Default("\"criterion\""),
            "Ce qui se combine\u{a0}: les notes de chaque critère, ou le total de chaque membre.",
            "What is combined: the marks on each criterion, or the total of each reviewer.",
        ),
        key(
            "tied_ranks",
            Kind::Word(&["mean", "lowest"]),
            Need::Optional,
            "Avec `rank-sum` et `rank-mean`, le rang de ceux qu’un membre met à égalité\u{a0}: la moyenne des rangs qu’ils prennent (1-2,5-2,5-4, par défaut), ou le meilleur (1-2-2-4).",
            "With `rank-sum` and `rank-mean`, the rank of those whom a reviewer puts level: the mean of the ranks they take (1-2.5-2.5-4, the default), or the best (1-2-2-4).",
        ),
        key(
            "quorum",
            Kind::WholeOr(Quorum::WORDS),
            Need::Default("1"),
            "Combien de notes il faut pour qu’un critère soit noté (avec `per = \"total\"`, combien de totaux)\u{a0}: un nombre, `\"majority\"` (plus de la moitié de ceux qui peuvent noter) ou `\"all\"`.",
            "How many marks a criterion needs to count as marked (with `per = \"total\"`, how many totals): a number, `\"majority\"` (more than half of those who may mark) or `\"all\"`.",
        ),
        key(
            "reviewers",
            Kind::WholeOr(Quorum::WORDS),
            Need::Optional,
            "Combien de membres doivent avoir noté la candidature, au moins sur un critère\u{a0}: un nombre, `\"majority\"` ou `\"all\"`.",
            "How many reviewers must have marked the submission, on one criterion at least: a number, `\"majority\"` or `\"all\"`.",
        ),
        key(
            "abstained",
            Kind::Word(Abstained::WORDS),
            Need::Default("\"leave-out\""),
            "Une abstention\u{a0}: laissée de côté, laissée de côté sans que le membre compte parmi ceux qui peuvent noter (`excuse`), ou comptée comme la note la plus basse.",
            "An abstention: left out, left out without its reviewer being among those who may mark (`excuse`), or counted as the lowest mark.",
        ),
        key(
            "missing",
            Kind::Word(&["leave-out", "lowest"]),
            Need::Default("\"leave-out\""),
            "La note qu’un membre n’a pas donnée\u{a0}: laissée de côté, ou comptée comme la plus basse.",
            "The mark that one reviewer has not given: left out, or counted as the lowest.",
        ),
        key(
            "consensus",
            Kind::Word(Consensus::WORDS),
            Need::Optional,
            "La note de consensus remplace les autres (`replaces`), ou les votes s’en écartent d’au plus `band` (`bounds`).",
            "The consensus mark replaces the others (`replaces`), or votes depart from it by `band` at most (`bounds`).",
        ),
        key(
            "band",
            Kind::Number,
            Need::Optional,
            "Avec `bounds`, de combien un vote peut s’écarter du consensus, ou, sans lui, de la moyenne des notes des `lead`.",
            "With `bounds`, how far a vote may be from the consensus or, without one, from the mean of the leads.",
        ),
    ],
};

pub(super) const TRIM: Key = key(
    "trim",
    Kind::Number,
    Need::Optional,
    "Avec `trimmed`, la part des notes à retirer à chaque bout (0.1 pour une sur dix), ramenée au nombre entier inférieur.",
    "With `trimmed`, the share of the marks to take away at each end (0.1 for one in ten), rounded down to a whole number.",
);

static CASE: Shape = Shape {
    name: "case",
    doc: Pair { fr: "Un cas\u{a0}: pour combien de notes, pour quel écart.", en: "A case: for how many marks, how far apart." },
    keys: &[
        key("combine", Kind::Word(combine::CASE_WORDS), Need::Required, "Ce qui s’applique alors.", "What then applies."),
        TRIM,
        key("marks", Kind::Whole, Need::Optional, "Pour exactement tant de notes.", "For exactly so many marks."),
        key("at_least", Kind::Whole, Need::Optional, "Pour au moins tant de notes.", "For so many marks at least."),
        key("at_most", Kind::Whole, Need::Optional, "Pour au plus tant de notes.", "For so many marks at most."),
        key(
            "apart",
            Kind::Number,
            Need::Optional,
            "Pour des notes dont la plus haute et la plus basse sont séparées de plus que cette part de l’échelle (0.3 pour 30\u{a0}%).",
            "For marks whose highest and lowest are further apart than this share of the scale (0.3 for 30%).",
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
