//! The help texts of the program and of each command, with the arguments that only it has.

use super::{ArgText, CommandText, Example, Heading, Pair, same};

const fn example(line: &'static str, says: Pair) -> Example {
    Example { line: same(line), says }
}

/// An option that another line of the page names.
const fn elsewhere(id: &'static str) -> ArgText {
    ArgText { id, value: Some(same("…")), help: same("…"), heading: Heading::Elsewhere }
}

/// The program first, then its commands.
pub(super) const ALL: &[CommandText] = &[
    CommandText {
        name: "grille",
        about: Pair {
            fr: "Classe des pratiques candidates selon une grille de sélection pondérée.",
            en: "Ranks candidate practices by a weighted selection grid.",
        },
        args: &[],
        examples: &[
            example("grille new appel-2026", Pair { fr: "Ouvre un dossier d’appel", en: "Starts a call" }),
            example("grille check appel-2026", Pair { fr: "En vérifie les fichiers", en: "Checks its files" }),
            example("grille rank appel-2026", Pair { fr: "En donne le classement", en: "Ranks it" }),
        ],
    },
    CommandText {
        name: "rank",
        about: Pair {
            fr: "Classe les candidatures, avec les écartées et les non évaluées.",
            en: "Ranks the submissions; shows the excluded and the unrated ones too.",
        },
        args: &[
            ArgText {
                id: "final_ranking",
                value: None,
                help: Pair {
                    fr: "Code de sortie 1 si une candidature n’est pas évaluée",
                    en: "Exit code 1 if any submission is unrated",
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "details",
                value: None,
                help: Pair { fr: "Montrer aussi qui a donné quelles notes", en: "Show who gave which marks too" },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example("grille rank examples/trasss", Pair { fr: "Le classement à l’écran", en: "The ranking on screen" }),
            Example {
                line: Pair { fr: "grille rank -o classement.md", en: "grille rank -o ranking.md" },
                says: Pair { fr: "Pour le procès-verbal", en: "For the minutes" },
            },
        ],
    },
    CommandText {
        name: "screen",
        about: Pair {
            fr: "Montre qui est écarté, par quel critère et par quelle valeur.",
            en: "Shows who is excluded by which rule, with the value that decides.",
        },
        args: &[ArgText {
            id: "by",
            value: Some(Pair { fr: "QUOI", en: "WHAT" }),
            help: Pair { fr: "Une ligne par candidature ou par règle", en: "One line per submission or per rule" },
            heading: Heading::Options,
        }],
        examples: &[
            example("grille screen examples/trasss", Pair { fr: "Qui est écarté, et pourquoi", en: "Who is out, and why" }),
            example("grille screen --by rule", Pair { fr: "Ce qu’écarte chaque règle", en: "What each rule excludes" }),
        ],
    },
    CommandText {
        name: "explain",
        about: Pair {
            fr: "Déplie un total, ou dit en quoi deux candidatures diffèrent.",
            en: "Unfolds a total, or says why one submission stands above another.",
        },
        args: &[
            ArgText {
                id: "id",
                value: Some(same("ID")),
                help: Pair { fr: "Candidature à expliquer", en: "Submission to explain" },
                heading: Heading::Arguments,
            },
            ArgText {
                id: "other",
                value: Some(Pair { fr: "AUTRE", en: "OTHER" }),
                help: Pair { fr: "Candidature à laquelle la comparer", en: "Submission to compare it with" },
                heading: Heading::Arguments,
            },
        ],
        examples: &[
            example(
                "grille explain P4 -C examples/trasss",
                Pair { fr: "Son total, ligne par ligne", en: "Its total, line by line" },
            ),
            example(
                "grille explain P3 P2 -C examples/trasss",
                Pair { fr: "Leurs écarts, par critère", en: "Their differences, by criterion" },
            ),
        ],
    },
    CommandText {
        name: "compare",
        about: Pair {
            fr: "Montre ce que changent d’autres poids, règles ou grilles.",
            en: "Shows what other weights, other rules or another grid change.",
        },
        args: &[
            ArgText {
                id: "grid",
                value: Some(Pair { fr: "GRILLE", en: "GRID" }),
                help: Pair {
                    fr: "Grille à comparer (sans dossier, à changer)",
                    en: "Grid to compare with (no folder: to change)",
                },
                heading: Heading::Call,
            },
            ArgText {
                id: "encoding",
                value: Some(Pair { fr: "NOM", en: "LABEL" }),
                help: Pair {
                    fr: "Encodage; de même --decimal --dates --delimiter",
                    en: "Encoding; likewise --decimal --dates --delimiter",
                },
                heading: Heading::Call,
            },
            elsewhere("decimal"),
            elsewhere("dates"),
            elsewhere("delimiter"),
            ArgText {
                id: "set",
                value: Some(Pair { fr: "NOM=POIDS", en: "NAME=WEIGHT" }),
                help: Pair { fr: "Poids d’un critère ou d’un groupe", en: "Weight of a criterion or group" },
                heading: Heading::Options,
            },
            ArgText {
                id: "fix",
                value: Some(Pair { fr: "NOM", en: "NAME" }),
                help: Pair { fr: "Garde son poids quand d’autres bougent", en: "Keeps its weight while others move" },
                heading: Heading::Options,
            },
            ArgText {
                id: "drop",
                value: Some(Pair { fr: "NOM", en: "NAME" }),
                help: Pair { fr: "Critère ou groupe qui ne compte plus", en: "Criterion or group that counts no more" },
                heading: Heading::Options,
            },
            ArgText {
                id: "missing",
                value: Some(Pair { fr: "EFFET", en: "EFFECT" }),
                help: Pair { fr: "Notes absentes", en: "Missing marks" },
                heading: Heading::Options,
            },
            ArgText {
                id: "panel",
                value: Some(Pair { fr: "FAÇON", en: "WAY" }),
                help: Pair { fr: "Combiner par", en: "Combine by" },
                heading: Heading::Options,
            },
            ArgText {
                id: "each",
                value: None,
                help: Pair { fr: "Un scénario par changement, côte à côte", en: "One scenario per change, side by side" },
                heading: Heading::Options,
            },
            ArgText {
                id: "scenarios",
                value: Some(same("TOML")),
                help: Pair { fr: "Fichier de scénarios", en: "File of scenarios" },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example(
                "grille compare examples/trasss --set network-interest=30",
                Pair { fr: "D’autres poids", en: "Other weights" },
            ),
            example("grille compare --drop clarity --panel median --each", Pair { fr: "Deux scénarios", en: "Two scenarios" }),
        ],
    },
    CommandText {
        name: "panel",
        about: Pair {
            fr: "Montre le comité au travail\u{a0}: retards, désaccords, sévérité.",
            en: "Shows the panel at work: who is late, disagreement, severity, influence.",
        },
        args: &[
            ArgText {
                id: "calibrate",
                value: None,
                help: Pair {
                    fr: "Montrer aussi les totaux sans la sévérité de chacun",
                    en: "Show totals without each reviewer’s severity too",
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "draws",
                value: Some(same("N")),
                help: Pair { fr: "Nombre de tirages; 0 pour aucun", en: "Number of random draws; 0 for none" },
                heading: Heading::Options,
            },
            ArgText {
                id: "seed",
                value: Some(same("N")),
                help: Pair { fr: "Graine des tirages", en: "Seed of the draws" },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example("grille panel examples/trasss", Pair { fr: "Où en est le comité", en: "The panel at work" }),
            example("grille panel --calibrate", Pair { fr: "Avec les totaux calibrés", en: "With calibrated totals" }),
        ],
    },
    CommandText {
        name: "robustness",
        about: Pair {
            fr: "Dit jusqu’où tient la décision, et ce qui la changerait.",
            en: "Tells how far the decision holds: which weights and which marks would change it.",
        },
        args: &[
            ArgText {
                id: "grid",
                value: Some(Pair { fr: "GRILLE", en: "GRID" }),
                help: Pair {
                    fr: "Autre grille; de même --submissions --marks --list",
                    en: "Another grid; likewise --submissions --marks --list",
                },
                heading: Heading::Call,
            },
            elsewhere("submissions"),
            elsewhere("marks"),
            elsewhere("list"),
            ArgText {
                id: "places",
                value: Some(same("N")),
                help: Pair {
                    fr: "Nombre de places; de même --way --column --as-of",
                    en: "Number of places; likewise --way --column --as-of",
                },
                heading: Heading::Call,
            },
            elsewhere("way"),
            elsewhere("column"),
            elsewhere("as_of"),
            ArgText {
                id: "encoding",
                value: Some(Pair { fr: "NOM", en: "LABEL" }),
                help: Pair {
                    fr: "Encodage; de même --decimal --dates --delimiter",
                    en: "Encoding; likewise --decimal --dates --delimiter",
                },
                heading: Heading::Call,
            },
            elsewhere("decimal"),
            elsewhere("dates"),
            elsewhere("delimiter"),
            ArgText {
                id: "band",
                value: Some(same("20%")),
                help: Pair {
                    fr: "Poids admissibles\u{a0}: à tant de la valeur publiée",
                    en: "Admissible weights: within so much of the published ones",
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "order",
                value: Some(same("A,B=C")),
                help: Pair {
                    fr: "Poids admissibles\u{a0}: dans cet ordre, ou published",
                    en: "Admissible weights: in this order, or published",
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "range",
                value: Some(same("C=10..30")),
                help: Pair { fr: "Poids admissibles\u{a0}: entre ces bornes", en: "Admissible weights: between these bounds" },
                heading: Heading::Options,
            },
            ArgText {
                id: "only",
                value: Some(Pair { fr: "PARTIES", en: "PARTS" }),
                help: Pair { fr: "Seulement", en: "Only" },
                heading: Heading::Options,
            },
            ArgText {
                id: "nodes",
                value: Some(same("N")),
                help: Pair { fr: "Effort de recherche des rangs possibles", en: "How hard to search for possible ranks" },
                heading: Heading::Options,
            },
            ArgText {
                id: "simulate",
                value: Some(Pair { fr: "QUOI", en: "WHAT" }),
                help: Pair { fr: "Tirer aussi", en: "Also draw" },
                heading: Heading::Options,
            },
            ArgText {
                id: "draws",
                value: Some(same("N")),
                help: Pair {
                    fr: "Nombre de tirages; de même --seed, leur graine",
                    en: "Number of draws; likewise --seed, where they start",
                },
                heading: Heading::Options,
            },
            elsewhere("seed"),
            ArgText {
                id: "min_move",
                value: Some(same("POINTS")),
                help: Pair {
                    fr: "Échouer si moins de points déplacés suffisent",
                    en: "Fail where moving fewer points is enough",
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "no_cut_line_tie",
                value: None,
                help: Pair {
                    fr: "Échouer si une égalité chevauche la ligne de coupe",
                    en: "Fail where a tie stretches across the cut-line",
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "min_selected",
                value: Some(same("90%")),
                help: Pair {
                    fr: "Échouer si une retenue l’est moins souvent", en: "Fail where a selected one is so less often"
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "by",
                value: Some(Pair { fr: "QUOI", en: "WHAT" }),
                help: Pair { fr: "Ce que sont les lignes de csv", en: "What the rows of csv are" },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example(
                "grille robustness examples/trasss",
                Pair { fr: "Ce qui changerait la sélection", en: "What would change the selection" },
            ),
            example("grille robustness --band 20% --simulate", Pair { fr: "Avec des poids voisins", en: "With weights nearby" }),
            example("grille robustness --min-move 2.5 -q", Pair { fr: "Dans un travail automatisé", en: "In an automated job" }),
        ],
    },
    CommandText {
        name: "check",
        about: Pair {
            fr: "Vérifie des grilles et des appels; code de sortie 1 s’il y a erreur.",
            en: "Checks grids and calls; exit code 1 if there are errors.",
        },
        args: &[
            ArgText {
                id: "paths",
                value: Some(Pair { fr: "CHEMIN", en: "PATH" }),
                help: Pair {
                    fr: "Grilles, dossiers d’appel ou dossiers qui en contiennent; - pour l’entrée standard",
                    en: "Grids, calls, or folders that hold some; - for standard input",
                },
                heading: Heading::Arguments,
            },
            ArgText {
                id: "deny",
                value: Some(Pair { fr: "RÈGLE", en: "RULE" }),
                help: Pair {
                    fr: "Règle dont les constats sont des erreurs (code ou nom); warnings pour tout avertissement",
                    en: "Rule whose findings are errors (code or name); warnings for every warning",
                },
                heading: Heading::Options,
            },
            ArgText {
                id: "allow",
                value: Some(Pair { fr: "RÈGLE", en: "RULE" }),
                help: Pair {
                    fr: "Règle dont les constats sont comptés sans être montrés; une erreur reste une erreur",
                    en: "Rule whose findings are counted and not shown; an error stays one",
                },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example("grille check", Pair { fr: "Tout le dossier courant", en: "Everything in this folder" }),
            example(
                "grille check grids examples/trasss",
                Pair { fr: "Ces grilles et cet appel", en: "These grids and this call" },
            ),
            example(
                "grille check --deny warnings -o grille.sarif",
                Pair { fr: "Dans un travail automatisé", en: "In an automated job" },
            ),
        ],
    },
    CommandText {
        name: "diff",
        about: Pair {
            fr: "Dit ce qui change entre deux grilles; code 1 si le sens diffère.",
            en: "Tells what changed between two grids; exit 1 if the meaning did.",
        },
        args: &[
            ArgText {
                id: "old",
                value: Some(Pair { fr: "ANCIENNE", en: "OLD" }),
                help: Pair {
                    fr: "Fichier, grille fournie ou - (entrée standard)",
                    en: "A file, a shipped grid or - (standard input)",
                },
                heading: Heading::Arguments,
            },
            ArgText {
                id: "new",
                value: Some(Pair { fr: "NOUVELLE", en: "NEW" }),
                help: Pair { fr: "De même", en: "Likewise" },
                heading: Heading::Arguments,
            },
            ArgText {
                id: "dir",
                value: Some(Pair { fr: "DOSSIER", en: "DIR" }),
                help: Pair { fr: "Appel à classer avec l’une et l’autre", en: "Call to rank with the one and the other" },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example(
                "grille diff old.toml new.toml -C appel-2026",
                Pair { fr: "Et l’effet sur un appel", en: "And the effect on a call" },
            ),
            Example {
                line: same("grille diff - grids/trasss.toml"),
                says: Pair { fr: "L’ancienne vient d’un tube", en: "The older one from a pipe" },
            },
        ],
    },
    CommandText {
        name: "pin",
        about: Pair {
            fr: "Fige la grille d’un appel\u{a0}: une autre est alors une erreur.",
            en: "Pins the grid of a call: another one is then an error.",
        },
        args: &[],
        examples: &[example("grille pin appel-2026", Pair { fr: "À l’ouverture de l’appel", en: "When the call opens" })],
    },
    CommandText {
        name: "new",
        about: Pair {
            fr: "Ouvre un dossier d’appel à partir d’une grille fournie.", en: "Starts a call from a shipped grid."
        },
        args: &[
            ArgText {
                id: "dir",
                value: Some(Pair { fr: "DOSSIER", en: "DIR" }),
                help: Pair { fr: "Dossier à créer", en: "Folder to make" },
                heading: Heading::Arguments,
            },
            ArgText {
                id: "from",
                value: Some(Pair { fr: "GRILLE", en: "GRID" }),
                help: Pair {
                    fr: "Grille fournie (voir grille grids); sinon trasss",
                    en: "Shipped grid (see grille grids); else trasss",
                },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example("grille new appel-2026", Pair { fr: "Grille TRASSS", en: "The TRASSS grid" }),
            example(
                "grille new appel-2026 --from inters4-pratiques-inspirantes",
                Pair { fr: "Une autre grille", en: "Another grid" },
            ),
        ],
    },
    CommandText {
        name: "sheets",
        about: Pair {
            fr: "Prépare une feuille de notes pour chaque membre du comité.",
            en: "Makes a score sheet for each reviewer of the panel.",
        },
        args: &[
            ArgText {
                id: "reviewer",
                value: Some(Pair { fr: "MEMBRE", en: "REVIEWER" }),
                help: Pair { fr: "Pour ces membres seulement", en: "For these reviewers only" },
                heading: Heading::Options,
            },
            ArgText {
                id: "output",
                value: Some(Pair { fr: "DOSSIER", en: "DIR" }),
                help: Pair { fr: "Dossier des feuilles, créé au besoin", en: "Folder of the sheets, made if need be" },
                heading: Heading::Options,
            },
            ArgText {
                id: "format",
                value: Some(Pair { fr: "FORME", en: "NAME" }),
                help: Pair { fr: "Forme des feuilles; sinon xlsx", en: "Form of the sheets; else xlsx" },
                heading: Heading::Options,
            },
        ],
        examples: &[Example {
            line: Pair {
                fr: "grille sheets examples/trasss -o feuilles --reviewer M1 M2",
                en: "grille sheets examples/trasss -o sheets --reviewer M1 M2",
            },
            says: Pair { fr: "Deux classeurs", en: "Two workbooks" },
        }],
    },
    CommandText {
        name: "grids",
        about: Pair {
            fr: "Présente les grilles fournies, ou montre l’une d’elles.",
            en: "Lists the shipped grids, or shows one.",
        },
        args: &[ArgText {
            id: "name",
            value: Some(Pair { fr: "NOM", en: "NAME" }),
            help: Pair { fr: "Grille à montrer", en: "Grid to show" },
            heading: Heading::Arguments,
        }],
        examples: &[
            example("grille grids", Pair { fr: "Toutes les grilles", en: "All the grids" }),
            example("grille grids trasss", Pair { fr: "Une grille et ses critères", en: "One grid and its criteria" }),
        ],
    },
    CommandText {
        name: "rule",
        about: Pair {
            fr: "Explique une règle de grille check, ou les énumère toutes.",
            en: "Explains a rule of grille check, or lists them all.",
        },
        args: &[
            ArgText {
                id: "code",
                value: Some(same("CODE")),
                help: Pair { fr: "Règle à expliquer, par son code ou son nom", en: "Rule to explain, by its code or its name" },
                heading: Heading::Arguments,
            },
            ArgText {
                id: "all",
                value: None,
                help: Pair { fr: "Toutes les expliquer", en: "Explain every one" },
                heading: Heading::Options,
            },
        ],
        examples: &[
            example("grille rule", Pair { fr: "Toutes les règles", en: "All the rules" }),
            example("grille rule G101", Pair { fr: "Pourquoi, à corriger, corrigé", en: "Why, wrong, right" }),
            Example {
                line: Pair { fr: "grille rule --all -o regles.md", en: "grille rule --all -o rules.md" },
                says: Pair { fr: "Pour un guide", en: "For a handbook" },
            },
        ],
    },
    CommandText {
        name: "schema",
        about: Pair {
            fr: "Donne le schéma JSON d’une grille ou d’un appel, ou leurs clés.",
            en: "Gives the JSON Schema of a grid or a call, or the list of its keys.",
        },
        args: &[ArgText {
            id: "name",
            value: Some(Pair { fr: "NOM", en: "NAME" }),
            help: Pair { fr: "Fichier à décrire", en: "File to describe" },
            heading: Heading::Arguments,
        }],
        examples: &[
            example("grille schema call -o call.schema.json", Pair { fr: "Pour un éditeur de texte", en: "For a text editor" }),
            example("grille schema grid --format table", Pair { fr: "Toutes les clés d’une grille", en: "Every key of a grid" }),
        ],
    },
    CommandText {
        name: "completions",
        about: Pair {
            fr: "Donne le script qui complète les commandes dans un interpréteur.",
            en: "Gives the script with which a shell completes commands.",
        },
        args: &[ArgText {
            id: "shell",
            value: Some(Pair { fr: "INTERPRÉTEUR", en: "SHELL" }),
            help: Pair { fr: "Interpréteur", en: "Shell" },
            heading: Heading::Arguments,
        }],
        examples: &[
            example(
                "grille completions bash -o ~/.local/share/bash-completion/completions/grille",
                Pair { fr: "Bash", en: "Bash" },
            ),
            example("grille completions fish -o ~/.config/fish/completions/grille.fish", Pair { fr: "Fish", en: "Fish" }),
        ],
    },
    CommandText {
        name: "man",
        about: Pair {
            fr: "Donne les pages de manuel du programme et de ses commandes.",
            en: "Gives the manual pages of the program and its commands.",
        },
        args: &[ArgText {
            id: "output",
            value: Some(Pair { fr: "DOSSIER", en: "DIR" }),
            help: Pair { fr: "Dossier des pages, créé au besoin", en: "Folder of the pages, made if need be" },
            heading: Heading::Options,
        }],
        examples: &[
            example("grille man", Pair { fr: "La page du programme", en: "The page of the program" }),
            example("grille man -o ~/.local/share/man/man1", Pair { fr: "Toutes les pages", en: "Every page" }),
        ],
    },
    CommandText {
        name: "ids",
        about: Pair {
            fr: "Énumère ce qui peut s’écrire à un endroit, pour les scripts de grille completions.",
            en: "Lists what may stand at a place, for the scripts of grille completions.",
        },
        args: &[
            ArgText {
                id: "of",
                value: Some(Pair { fr: "QUOI", en: "WHAT" }),
                help: Pair { fr: "De quoi", en: "Of what" },
                heading: Heading::Arguments,
            },
            ArgText {
                id: "words",
                value: Some(Pair { fr: "MOTS", en: "WORDS" }),
                help: Pair { fr: "Ligne de commande déjà écrite", en: "Command line written so far" },
                heading: Heading::Arguments,
            },
        ],
        examples: &[],
    },
];
