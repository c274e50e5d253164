//! The key tables of a criterion, of its sources, and of the groups it may stand in.

use super::key;
use super::rules::TRIM;
use crate::model::combine;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::reading;
use crate::model::scale;
use crate::model::{GroupScore, Missing, Role};
use crate::text::Pair;

const SCALE: Kind = Kind::Variant(scale::SHAPES);

pub(super) static CRITERION: Shape = Shape {
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
        key("group", Kind::Id, Need::Optional, "Le groupe où se trouve le critère.", "The group that the criterion stands in."),
        key(
            "stage",
            Kind::Id,
            Need::Optional,
            "L’étape où on le note; obligatoire si la grille a des étapes.",
            "The stage at which it is marked; required where the grid has stages.",
        ),
        key(
            "weight",
            Kind::Number,
            Need::Optional,
            "Poids, en points du total ou du groupe. Facultatif dans un groupe qui fait une moyenne (1), et là où rien n’est classé.",
            "Weight, in points of the total or of the group. Optional in a group that takes a mean (1), and where nothing is ranked.",
        ),
        key(
            "role",
            Kind::Word(Role::WORDS),
            Need::Default("\"weighed\""),
            "Ce que font ses points\u{a0}: ils font partie du total, s’y ajoutent (`bonus`), en sont retirés (`malus`), ou n’y comptent pas (`aside`).",
            "What its points do: they are part of the total, are added to it (`bonus`), taken away (`malus`), or do not count (`aside`).",
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
            Kind::Variant(&FROM),
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
        key(
            "target",
            Kind::Scalar,
            Need::Optional,
            "La note à atteindre, ou l’échelon; ne pas l’atteindre n’écarte pas, l’écart est montré.",
            "The mark to reach, or the level; missing it does not exclude, the gap is shown.",
        ),
        key(
            "missing",
            Kind::Word(Missing::WORDS),
            Need::Optional,
            "Ce que veut dire une note manquante sur ce critère, si ce n’est pas ce que disent les règles.",
            "What a missing mark on this criterion means, where it is not what the rules say.",
        ),
        key(
            "combine",
            Kind::Word(combine::CASE_WORDS),
            Need::Optional,
            "Comment se combinent les notes de ce critère, si ce n’est pas ce que disent les règles\u{a0}: la majorité pour un oui ou non, par exemple.",
            "How the marks on this criterion combine, where it is not what the rules say: a majority for yes or no, say.",
        ),
        TRIM,
    ],
};

static WAY: Shape = Shape {
    name: "way",
    doc: Pair { fr: "Une autre façon de mesurer un critère.", en: "Another way to measure a criterion." },
    keys: &[
        key("scale", SCALE, Need::Optional, "L’échelle.", "The scale."),
        key("from", Kind::Variant(&FROM), Need::Optional, "Le ou les renseignements.", "The fact or facts."),
    ],
};

/// What `from` may be: a reading, or a sum of several.
static FROM: [&Shape; 6] = {
    let [a, b, c, d, e] = reading::SHAPES;
    [a, b, c, d, e, &FROM_SUM]
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

static PART_KEYS: [Key; 7] = {
    let [a, b, c, d, e] = reading::PART_KEYS;
    [
        a,
        b,
        c,
        d,
        e,
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
            Need::Optional,
            "Comment la valeur devient une part de ce poids; sans objet pour `when` et `table`.",
            "How the value becomes a share of that weight; without object for `when` and `table`.",
        ),
    ]
};

static PART: Shape = Shape {
    name: "part",
    doc: Pair { fr: "La contribution de renseignements à un critère.", en: "What facts contribute to a criterion." },
    keys: &PART_KEYS,
};

pub(super) static GROUP: Shape = Shape {
    name: "group",
    doc: Pair {
        fr: "Un groupe de critères, ou d’autres groupes, avec ses propres points.",
        en: "A group of criteria, or of other groups, with points of its own.",
    },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key("label", Kind::Label, Need::Required, "Nom officiel du groupe.", "The group’s official name."),
        key("short", Kind::Label, Need::Optional, "Nom court, pour les colonnes étroites.", "Short name, for narrow columns."),
        key(
            "in",
            Kind::Id,
            Need::Optional,
            "Le groupe où il se trouve, déclaré avant lui.",
            "The group it stands in, declared before it.",
        ),
        key(
            "weight",
            Kind::Number,
            Need::Optional,
            "Poids, en points du total ou du groupe où il se trouve; avec `at_most`, c’est ce maximum.",
            "Weight, in points of the total or of the group it stands in; with `at_most`, it is that maximum.",
        ),
        key(
            "score",
            Kind::Word(GroupScore::WORDS),
            Need::Default("\"sum\""),
            "`sum`\u{a0}: les points s’additionnent, et les poids font exactement celui du groupe. `mean`\u{a0}: la moyenne des parts, pondérée par les poids, multipliée par le poids du groupe.",
            "`sum`: points add up, and weights add up to exactly the group’s. `mean`: the mean of the shares, weighted by the weights, times the group’s weight.",
        ),
        key(
            "at_most",
            Kind::Number,
            Need::Optional,
            "Le plus de points que le groupe donne, quoi que fassent ses critères ensemble.",
            "The most points that the group gives, whatever its criteria make together.",
        ),
        key(
            "minimum",
            Kind::Number,
            Need::Optional,
            "Le moins de points admis, en points du groupe, compris; au-dessous, la candidature est écartée.",
            "The fewest points admitted, in points of the group, included; below it, the submission is excluded.",
        ),
        key(
            "target",
            Kind::Number,
            Need::Optional,
            "Les points à atteindre; ne pas les atteindre n’écarte pas, l’écart est montré.",
            "The points to reach; missing them does not exclude, the gap is shown.",
        ),
        key(
            "role",
            Kind::Word(Role::WORDS),
            Need::Default("\"weighed\""),
            "Ce que font ses points\u{a0}: comme pour un critère.",
            "What its points do: as for a criterion.",
        ),
    ],
};
