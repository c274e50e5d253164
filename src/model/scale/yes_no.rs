//! `{ yes = 1, no = 0 }`: yes or no, each worth a declared value.

use super::{OffScale, Scale, ScaleKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Findings, Node, fact, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

pub(super) static SHAPE: Shape = Shape {
    name: "yes-no scale",
    doc: Pair { fr: "Oui ou non.", en: "Yes or no." },
    keys: &[
        Key {
            name: "yes",
            kind: Kind::Number,
            need: Need::Required,
            doc: Pair { fr: "Ce que vaut un oui.", en: "What a yes is worth." },
        },
        Key {
            name: "no",
            kind: Kind::Number,
            need: Need::Default("0"),
            doc: Pair {
                fr: "Ce que vaut un non. La réponse qui vaut le plus donne tous les points, l’autre aucun.",
                en: "What a no is worth. The answer worth more earns every point, the other none.",
            },
        },
    ],
};

pub(super) const KIND: ScaleKind = ScaleKind { shape: &SHAPE, compile };

#[derive(Debug)]
struct YesNo {
    yes: Decimal,
    no: Decimal,
}

fn compile(_: &Node, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Scale>> {
    let yes = fields.number("yes")?;
    let no = fields.number("no").map_or(Decimal::ZERO, |no| no.value);
    if yes.value == no {
        findings.push(&rule::SCALE, &yes.span, Message::YesIsNo { value: yes.value.into() });
        return None;
    }
    Some(Box::new(YesNo { yes: yes.value, no }))
}

/// Yes is worth one, no nothing.
pub(super) fn one() -> Box<dyn Scale> {
    Box::new(YesNo { yes: Decimal::ONE, no: Decimal::ZERO })
}

impl Scale for YesNo {
    fn bounds(&self) -> (Decimal, Decimal) {
        (self.yes.min(self.no), self.yes.max(self.no))
    }

    fn admits(&self, mark: Decimal) -> Result<(), OffScale> {
        if mark == self.yes || mark == self.no { Ok(()) } else { Err(OffScale::Outside) }
    }

    fn word(&self, text: &str) -> Option<Decimal> {
        // `1` and `0` are marks of the scale, if it has them: which of the two is yes is its own affair.
        let word = fact::yes_or_no(text).filter(|_| !text.starts_with(['0', '1']));
        word.map(|yes| if yes { self.yes } else { self.no })
    }

    fn words(&self) -> Vec<String> {
        fact::YES_NO_WORDS.iter().map(|(word, _)| *word).filter(|word| !word.starts_with(['0', '1'])).map(str::to_owned).collect()
    }

    fn choices(&self) -> Vec<(String, Message)> {
        vec![("yes".to_owned(), Message::Yes {}), ("no".to_owned(), Message::No {})]
    }

    fn name_of(&self, mark: &Exact) -> Option<Message> {
        if *mark == Exact::from(self.yes) {
            Some(Message::Yes {})
        } else if *mark == Exact::from(self.no) {
            Some(Message::No {})
        } else {
            None
        }
    }

    fn share(&self, mark: &Exact) -> Exact {
        self.line().map_or(Exact::ZERO, |(slope, offset)| &(mark * &slope) + &offset)
    }

    fn line(&self) -> Option<(Exact, Exact)> {
        let (low, high) = self.bounds();
        super::straight(low, high)
    }

    fn describe(&self) -> Message {
        Message::ScaleYesNo { yes: self.yes.into(), no: self.no.into() }
    }
}
