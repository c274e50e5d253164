//! `{ levels = { high = 3, medium = 2, low = 0 } }`: named levels, each worth a declared value.

use super::{OffScale, Scale, ScaleKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, nearest::same_word, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Label, Message, Pair};

static LEVEL: Shape = Shape {
    name: "level",
    doc: Pair { fr: "Un échelon de l’échelle.", en: "One level of the scale." },
    keys: &[
        Key {
            name: "value",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "Ce que vaut l’échelon.", en: "What the level is worth." },
        },
        Key {
            name: "label",
            kind: Kind::Label,
            need: Need::Required,
            doc: Pair {
                fr: "Son nom; dans les fichiers de notes, le nom dans l’une ou l’autre langue est accepté comme l’identifiant.",
                en: "Its name; mark files may give the name in either language instead of the identifier.",
            },
        },
    ],
};

pub(super) static SHAPE: Shape = Shape {
    name: "levels scale",
    doc: Pair {
        fr: "Des échelons nommés, chacun avec sa valeur; la part est la valeur rapportée à la plus haute.",
        en: "Named levels, each with its value; the share is the value over the highest.",
    },
    keys: &[Key {
        name: "levels",
        kind: Kind::Map(&Kind::Table(&LEVEL)),
        need: Need::Required,
        doc: Pair {
            fr: "Les échelons par identifiant. Zéro est le bas de l’échelle\u{a0}: un échelon qui vaut 1 quand le plus haut vaut 4 donne le quart des points.",
            en: "The levels by identifier. Zero is the bottom of the scale: a level worth 1 where the highest is worth 4 gives a quarter of the points.",
        },
    }],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct Levels {
    levels: Vec<Level>,
    highest: Decimal,
}

#[derive(Debug)]
struct Level {
    id: String,
    label: Label,
    value: Decimal,
}

fn compile(node: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let mut levels: Vec<Level> = Vec::new();
    let mut sound = true;
    for field in &fields.table("levels")?.0 {
        let (Some(value), Some(label)) = (
            field.node.table().and_then(|level| level.number("value")),
            field.node.table().and_then(|level| level.label("label")),
        ) else {
            sound = false;
            continue;
        };
        if value.value.is_negative() {
            findings.push(&rule::SCALE, &value.span, Message::LevelNegative { level: field.key.clone() });
            sound = false;
        }
        let level = Level { id: field.key.clone(), label, value: value.value };
        let names =
            |level: &Level| std::iter::once(level.id.clone()).chain(level.label.texts().map(str::to_owned)).collect::<Vec<_>>();
        if let Some(other) =
            levels.iter().find(|other| names(other).iter().any(|a| names(&level).iter().any(|b| same_word(a, b))))
        {
            findings.push(
                &rule::SCALE,
                &field.key_span,
                Message::LevelAmbiguous { level: field.key.clone(), other: other.id.clone() },
            );
            sound = false;
        }
        levels.push(level);
    }
    let highest = levels.iter().map(|level| level.value).max().unwrap_or(Decimal::ZERO);
    if sound && (levels.len() < 2 || highest <= Decimal::ZERO) {
        findings.push(&rule::SCALE, &node.span, Message::LevelsTooFew {}).help(Message::LevelsTooFewHelp {});
        sound = false;
    }
    let ordered = levels.is_sorted_by(|a, b| a.value <= b.value) || levels.is_sorted_by(|a, b| a.value >= b.value);
    if sound && !ordered {
        let levels = levels.iter().map(Level::line).collect();
        findings
            .push(&rule::LEVELS_ORDER, &node.span.first_line(), Message::LevelsOrder { levels })
            .help(Message::LevelsOrderHelp {});
    }
    sound.then(|| Box::new(Levels { levels, highest }) as Box<dyn Scale>)
}

impl Level {
    fn line(&self) -> Message {
        Message::LevelLine { level: self.label.clone(), value: self.value.into() }
    }
}

impl Scale for Levels {
    fn bounds(&self) -> (Decimal, Decimal) {
        (Decimal::ZERO, self.highest)
    }

    fn admits(&self, mark: Decimal) -> Result<(), OffScale> {
        if self.levels.iter().any(|level| level.value == mark) { Ok(()) } else { Err(OffScale::Outside) }
    }

    fn word(&self, text: &str) -> Option<Decimal> {
        self.levels
            .iter()
            .find(|level| same_word(&level.id, text) || level.label.texts().any(|label| same_word(label, text)))
            .map(|level| level.value)
    }

    fn words(&self) -> Vec<String> {
        let labels = self.levels.iter().flat_map(|level| level.label.texts().map(str::to_owned));
        let mut words: Vec<String> = self.levels.iter().map(|level| level.id.clone()).chain(labels).collect();
        words.dedup();
        words
    }

    fn choices(&self) -> Vec<(String, Message)> {
        self.levels.iter().map(|level| (level.id.clone(), Message::Text { label: level.label.clone() })).collect()
    }

    fn name_of(&self, mark: &Exact) -> Option<Message> {
        let level = self.levels.iter().find(|level| *mark == Exact::from(level.value))?;
        Some(Message::Text { label: level.label.clone() })
    }

    fn share(&self, mark: &Exact) -> Exact {
        mark.checked_div(&self.highest.into()).unwrap_or(Exact::ZERO)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        super::straight(Decimal::ZERO, self.highest)
    }

    fn is_flat(&self) -> bool {
        self.levels.iter().all(|level| level.value == self.highest)
    }

    fn describe(&self) -> Message {
        Message::ScaleLevels { levels: self.levels.iter().map(Level::line).collect() }
    }
}
