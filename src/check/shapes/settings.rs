//! The key table of the settings of a folder, `grille.toml`.

use super::key;
use crate::model::keys::{Kind, Need, Shape};
use crate::text::Pair;

/// A `grille.toml`.
pub static SETTINGS_FILE: Shape = Shape {
    name: "settings file",
    doc: Pair {
        fr: "Des réglages pour les fichiers d’un dossier et de ses sous-dossiers.",
        en: "Settings for the files of a folder and of the folders in it.",
    },
    keys: &[key(
        "check",
        Kind::Table(&CHECK),
        Need::Optional,
        "Ce que `grille check` laisse passer et ce qu’il refuse.",
        "What `grille check` lets pass and what it refuses.",
    )],
};

static CHECK: Shape = Shape {
    name: "check",
    doc: Pair {
        fr: "Les exceptions. Le dossier le plus proche du fichier l’emporte.",
        en: "The exceptions. The folder nearest to the file wins.",
    },
    keys: &[
        key(
            "allow",
            Kind::List(&Kind::Table(&ALLOW)),
            Need::Optional,
            "Les règles dont les avertissements et les remarques sont tolérés, donc comptés sans être montrés.",
            "The rules whose warnings and notes are allowed, that is, counted but not shown.",
        ),
        key(
            "deny",
            Kind::List(&Kind::Table(&DENY)),
            Need::Optional,
            "Les règles dont les avertissements et les remarques deviennent des erreurs.",
            "The rules whose warnings and notes become errors.",
        ),
    ],
};

static ALLOW: Shape = Shape {
    name: "allow",
    doc: Pair { fr: "Une règle dont les constats sont tolérés ici.", en: "A rule whose findings are allowed here." },
    keys: &[
        key(
            "rule",
            Kind::Text,
            Need::Required,
            "Le code d’une règle ou son nom. Une erreur ne peut être tolérée.",
            "The code of a rule, or its name. An error cannot be allowed.",
        ),
        key("reason", Kind::Label, Need::Required, "Pourquoi c’est permis ici.", "Why it is allowed here."),
    ],
};

static DENY: Shape = Shape {
    name: "deny",
    doc: Pair { fr: "Une règle dont les constats sont des erreurs ici.", en: "A rule whose findings are errors here." },
    keys: &[
        key(
            "rule",
            Kind::Text,
            Need::Required,
            "Le code d’une règle ou son nom; `warnings` pour tous les avertissements qui n’ont pas leur propre réglage.",
            "The code of a rule, or its name; `warnings` for every warning that has no setting of its own.",
        ),
        key("reason", Kind::Label, Need::Required, "Pourquoi c’est refusé ici.", "Why it is refused here."),
    ],
};
