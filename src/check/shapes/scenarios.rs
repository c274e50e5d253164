//! The key table of a file of scenarios.

use super::key;
use crate::model::combine;
use crate::model::keys::{Kind, Need, Shape};
use crate::text::Pair;

/// A `scenarios.toml`.
pub static SCENARIOS_FILE: Shape = Shape {
    name: "scenarios file",
    doc: Pair {
        fr: "Des scénarios\u{a0}: ce que l’appel donnerait si la grille avait été autre.",
        en: "Scenarios: what the call would give had the grid been another.",
    },
    keys: &[key(
        "scenario",
        Kind::List(&Kind::Table(&SCENARIO)),
        Need::Required,
        "Les scénarios, côte à côte, dans l’ordre du fichier.",
        "The scenarios, side by side, in the order of the file.",
    )],
};

/// What a missing mark may mean in a scenario: what is an error of the files cannot be undone.
const MISSING: &[&str] = &["unrated", "reweight", "lowest"];

static SCENARIO: Shape = Shape {
    name: "scenario",
    doc: Pair { fr: "Ce qui change dans la grille, tout à la fois.", en: "What changes in the grid, all of it together." },
    keys: &[
        key("id", Kind::Id, Need::Required, "Identifiant stable.", "Stable identifier."),
        key(
            "label",
            Kind::Label,
            Need::Optional,
            "Nom du scénario; sans cette clé, on dit ce qui change.",
            "Name of the scenario; without this key, what changes is said.",
        ),
        key(
            "set",
            Kind::Map(&Kind::Number),
            Need::Optional,
            "Le poids de critères ou de groupes, dans l’unité où la grille l’écrit. Ceux d’à côté gardent leurs proportions.",
            "The weight of criteria or groups, in the unit in which the grid writes it. Those beside them keep their proportions.",
        ),
        key(
            "fix",
            Kind::OneOrList(&Kind::Id),
            Need::Optional,
            "Les critères ou groupes qui gardent leur poids quand les autres bougent.",
            "The criteria or groups that keep their weight while the others move.",
        ),
        key(
            "drop",
            Kind::OneOrList(&Kind::Id),
            Need::Optional,
            "Les critères ou groupes qui ne comptent plus; ceux d’à côté se partagent leur poids, en proportion.",
            "The criteria or groups that no longer count; those beside them share their weight, in proportion.",
        ),
        key(
            "missing",
            Kind::Word(MISSING),
            Need::Optional,
            "Ce que veut dire une note absente, au lieu de ce que dit la grille.",
            "What a missing mark means, instead of what the grid says.",
        ),
        key(
            "panel",
            Kind::Word(combine::PLAIN),
            Need::Optional,
            "Comment se combinent les notes, au lieu de ce que dit la grille; ses cas particuliers ne valent plus.",
            "How marks combine, instead of what the grid says; its special cases no longer hold.",
        ),
        key(
            "grid",
            Kind::Text,
            Need::Optional,
            "Une autre grille\u{a0}: un fichier, à partir du dossier de celui-ci, ou l’identifiant d’une grille fournie. Les autres clés la changent.",
            "Another grid: a file, from the folder of this one, or the identifier of a shipped grid. The other keys change it.",
        ),
    ],
};
