//! `one_of` and `none_of`: membership of a list of values.

use super::subject::{COUNT, CRITERION, FACT};
use super::{Test, TestKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::nearest::nearest;
use crate::model::{FactKind, Findings, Node, Seen, Topic, fact, rule};
use crate::number::Date;
use crate::text::{Message, Pair};

pub(super) static ONE_OF_SHAPE: Shape = Shape {
    name: "condition `one_of`",
    doc: Pair { fr: "Le renseignement est une de ces valeurs.", en: "The fact is one of these values." },
    keys: &[
        Key {
            name: "one_of",
            kind: Kind::List(&Kind::Scalar),
            need: Need::Required,
            doc: Pair { fr: "Les valeurs admises, par identifiant.", en: "The accepted values, by identifier." },
        },
        FACT,
        CRITERION,
        COUNT,
    ],
};

pub(super) static NONE_OF_SHAPE: Shape = Shape {
    name: "condition `none_of`",
    doc: Pair { fr: "Le renseignement n’est aucune de ces valeurs.", en: "The fact is none of these values." },
    keys: &[
        Key {
            name: "none_of",
            kind: Kind::List(&Kind::Scalar),
            need: Need::Required,
            doc: Pair { fr: "Les valeurs refusées, par identifiant.", en: "The refused values, by identifier." },
        },
        FACT,
        CRITERION,
        COUNT,
    ],
};

pub(super) const ONE_OF: TestKind =
    TestKind { shape: &ONE_OF_SHAPE, compile: |node, fact, findings| compile(node, fact, true, findings) };
pub(super) const NONE_OF: TestKind =
    TestKind { shape: &NONE_OF_SHAPE, compile: |node, fact, findings| compile(node, fact, false, findings) };

#[derive(Debug)]
struct Members {
    values: Vec<Seen>,
    shown: Vec<Message>,
    inside: bool,
}

fn compile(node: &Node, fact: &Topic<'_>, inside: bool, findings: &mut Findings) -> Option<Box<dyn Test>> {
    let (mut values, mut shown) = (Vec::new(), Vec::new());
    for item in node.list()? {
        let text = item.scalar()?;
        let (value, say) = match fact.kind {
            // A choice without any value has been said.
            FactKind::Choice(known) if known.is_empty() => continue,
            FactKind::Choice(known) => {
                let Some(index) = fact.kind.choice(text) else {
                    let ids = known.iter().map(|value| value.id.as_str());
                    let near = nearest(text, ids.clone());
                    let known = ids.map(str::to_owned).collect();
                    findings
                        .push(
                            &rule::CHOICE_UNKNOWN,
                            &item.span,
                            Message::ChoiceUnknown { value: text.to_owned(), fact: fact.id.to_owned(), near },
                        )
                        .help(Message::KnownValues { known });
                    continue;
                };
                let label = known.get(index).map(|value| value.label.clone()).unwrap_or_default();
                (Seen::Choice(index), Message::Text { label })
            }
            FactKind::YesNo => match fact::yes_or_no(text) {
                Some(yes) => (Seen::YesNo(yes), if yes { Message::Yes {} } else { Message::No {} }),
                None => {
                    findings.push(&rule::VALUE_TYPE, &item.span, Message::WantsYesNo { value: text.to_owned() });
                    continue;
                }
            },
            FactKind::Number | FactKind::Count => match item.number().or_else(|| fact.word(text)) {
                Some(number) => {
                    let name = fact.name_of(number);
                    (Seen::Number(number.into()), name.unwrap_or_else(|| Message::Number { value: number.into() }))
                }
                None => {
                    findings.push(&rule::VALUE_TYPE, &item.span, Message::WantsNumber { value: text.to_owned() });
                    continue;
                }
            },
            FactKind::Text | FactKind::Date => {
                findings
                    .push(
                        &rule::TEST_TYPE,
                        &node.span,
                        Message::TestType {
                            test: if inside { "one_of" } else { "none_of" }.to_owned(),
                            fact: fact.id.to_owned(),
                            kind: fact.kind.word().to_owned(),
                        },
                    )
                    .help(super::tests_for(fact.kind));
                return None;
            }
        };
        if values.contains(&value) {
            findings
                .push(&rule::VALUE_TWICE, &item.span, Message::ValueTwice { value: text.to_owned() })
                .help(Message::ValueTwiceHelp {});
            continue;
        }
        values.push(value);
        shown.push(say);
    }
    if node.list().is_some_and(<[Node]>::is_empty) {
        findings.push(&rule::EMPTY_LIST, &node.span, Message::EmptyList {}).help(Message::EmptyListHelp {});
    }
    (!values.is_empty()).then(|| Box::new(Members { values, shown, inside }) as Box<dyn Test>)
}

impl Test for Members {
    fn passes(&self, value: Option<&Seen>, _: Option<Date>) -> Option<bool> {
        value.map(|value| self.values.contains(value) == self.inside)
    }

    fn cuts(&self) -> Option<Vec<Seen>> {
        Some(self.values.clone())
    }

    fn describe(&self, fact: &Topic<'_>) -> Message {
        let values = self.shown.clone();
        let fact = Box::new(fact.label.clone());
        if self.inside { Message::MustBeOneOf { fact, values } } else { Message::MustBeNoneOf { fact, values } }
    }
}
