//! The keys that name what a test looks at, and how a draft becomes a [`Subject`].

use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::Names;
use crate::model::{Counted, Fields, Findings, LevelCount, Node, Subject, rule};
use crate::number::Decimal;
use crate::text::{Message, Pair};

/// The key of a test that only makes sense on a fact.
pub(super) const ONLY_FACT: Key = Key {
    name: "fact",
    kind: Kind::Id,
    need: Need::Required,
    doc: Pair { fr: "Le renseignement examiné.", en: "The fact that is looked at." },
};

pub(super) const FACT: Key = Key { need: Need::OneOf, ..ONLY_FACT };

pub(super) const CRITERION: Key = Key {
    name: "criterion",
    kind: Kind::Id,
    need: Need::OneOf,
    doc: Pair {
        fr: "Le critère dont on examine la note (celle que donnent ensemble les membres); une borne peut être un échelon.",
        en: "The criterion whose combined mark is looked at; a bound may be a level of its scale.",
    },
};

pub(super) const GROUP: Key = Key {
    name: "group",
    kind: Kind::Id,
    need: Need::OneOf,
    doc: Pair { fr: "Le groupe dont on examine les points.", en: "The group whose points are looked at." },
};

pub(super) const TOTAL: Key = Key {
    name: "total",
    kind: Kind::Id,
    need: Need::OneOf,
    doc: Pair {
        fr: "Le total examiné\u{a0}: `\"total\"` pour celui des poids, ou l’identifiant d’un `[[total]]`.",
        en: "The total that is looked at: `\"total\"` for the one the weights make, or the identifier of a `[[total]]`.",
    },
};

pub(super) const COUNT: Key = Key {
    name: "count",
    kind: Kind::Table(&LEVEL_COUNT),
    need: Need::OneOf,
    doc: Pair { fr: "Le nombre de critères à un échelon.", en: "How many criteria are at a level." },
};

static LEVEL_COUNT: Shape = Shape {
    name: "count of criteria",
    doc: Pair {
        fr: "Combien de critères sont à un échelon, ou sous leur cible.",
        en: "How many criteria are at a level, or below their target.",
    },
    keys: &[
        Key {
            name: "level",
            kind: Kind::Id,
            need: Need::OneOf,
            doc: Pair { fr: "Exactement cet échelon.", en: "Exactly this level." },
        },
        Key {
            name: "at_least",
            kind: Kind::Id,
            need: Need::OneOf,
            doc: Pair { fr: "Cet échelon ou un meilleur.", en: "This level or a better one." },
        },
        Key {
            name: "below",
            kind: Kind::Id,
            need: Need::OneOf,
            doc: Pair { fr: "Un échelon moins bon que celui-ci.", en: "A level worse than this one." },
        },
        Key {
            name: "below_target",
            kind: Kind::Flag,
            need: Need::OneOf,
            doc: Pair {
                fr: "Toujours `true`\u{a0}: les critères dont la note n’atteint pas la cible.",
                en: "Always `true`: the criteria whose mark does not reach their target.",
            },
        },
        Key {
            name: "among",
            kind: Kind::List(&Kind::Id),
            need: Need::Optional,
            doc: Pair {
                fr: "Les critères parmi lesquels on compte; sans cette clé, tous ceux qui ont cet échelon (ou une cible).",
                en: "The criteria among which to count; without this key, all those that have the level (or a target).",
            },
        },
    ],
};

/// What a condition may look at where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Facts only: what is known before anyone marks.
    Facts,
    /// Anything.
    All,
}

/// The subject that a test names; `None` where a finding says why not.
pub(super) fn compile(fields: &Fields, names: &Names<'_>, scope: Scope, findings: &mut Findings) -> Option<Subject> {
    if let Some(id) = fields.text("fact") {
        return names.fact(&id, findings).map(Subject::Fact);
    }
    let (key, node) = ["criterion", "group", "total", "count"].iter().find_map(|key| Some((*key, fields.get(key)?)))?;
    if scope == Scope::Facts {
        findings
            .push(&rule::SUBJECT, &node.span, Message::OnlyFactsHere { key: key.to_owned() })
            .help(Message::OnlyFactsHereHelp {});
        return None;
    }
    match key {
        "criterion" => names.criterion(&fields.text(key)?, findings).map(Subject::Criterion),
        "group" => names.group(&fields.text(key)?, findings).map(Subject::Group),
        "total" => names.total(&fields.text(key)?, findings).map(Subject::Total),
        _ => count(node, node.table()?, names, findings).map(Subject::Count),
    }
}

/// What a count is asked for, before the criteria tell what the level is worth.
enum Wanted<'a> {
    At(&'a str),
    AtLeast(&'a str),
    Below(&'a str),
    BelowTarget,
}

fn count(node: &Node, fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Option<LevelCount> {
    // The walker has said that one of the four must be there.
    let wanted = if let Some(level) = fields.text("level") {
        Wanted::At(level.value)
    } else if let Some(level) = fields.text("at_least") {
        Wanted::AtLeast(level.value)
    } else if let Some(level) = fields.text("below") {
        Wanted::Below(level.value)
    } else {
        fields.get("below_target")?;
        Wanted::BelowTarget
    };
    let among: Vec<usize> = if fields.get("among").is_some() {
        let ids: Vec<Option<usize>> = fields.texts("among").iter().map(|id| names.criterion(id, findings)).collect();
        ids.into_iter().collect::<Option<_>>()?
    } else {
        (0..names.criteria.len()).collect()
    };
    let criterion = |index: usize| names.criteria.get(index)?.as_ref();
    let worth = |index: usize| -> Option<Decimal> {
        match wanted {
            Wanted::At(level) | Wanted::AtLeast(level) | Wanted::Below(level) => criterion(index)?.scale()?.word(level),
            Wanted::BelowTarget => criterion(index)?.target,
        }
    };
    let found: Vec<(usize, Decimal)> = among.iter().filter_map(|&index| Some((index, worth(index)?))).collect();
    // Named criteria must all have the level; without names, those that have it are meant, and some must.
    let lacking = if fields.get("among").is_some() { found.len() < among.len() } else { found.is_empty() };
    if lacking {
        if !names.broken() {
            let message = match wanted {
                Wanted::At(level) | Wanted::AtLeast(level) | Wanted::Below(level) => {
                    Message::CountNoLevel { level: level.to_owned() }
                }
                Wanted::BelowTarget => Message::CountNoTarget {},
            };
            findings.push(&rule::SUBJECT, &node.span.first_line(), message).help(Message::CountNoLevelHelp {});
        }
        return None;
    }
    let name = |level: &str| {
        let first = found.first().and_then(|(index, mark)| criterion(*index)?.scale()?.name_of(&(*mark).into()));
        first.unwrap_or_else(|| Message::Verbatim { text: level.to_owned() })
    };
    let what = match wanted {
        Wanted::At(level) => Counted::At(name(level)),
        Wanted::AtLeast(level) => Counted::AtLeast(name(level)),
        Wanted::Below(level) => Counted::Below(name(level)),
        Wanted::BelowTarget => Counted::BelowTarget,
    };
    Some(LevelCount { what, among: found })
}
