//! The policies: what a grid declares rather than leave to guess.

use super::panel;
use crate::model::names::{MAIN_TOTAL, Names};
use crate::model::nearest::nearest;
use crate::model::{
    Best, FactKind, Fields, Findings, Missing, Node, NotApplicable, Placed, RankBy, Ranks, Rounding, Rules, Seen, Subject,
    TieKey, TotalRef, fact, rule,
};
use crate::number::Decimal;
use crate::text::Message;

/// The word of `rank_by` for a profile or a classification without ranks.
const NOTHING: &str = "none";

/// Whether the grid ranks, told before anything else is compiled.
pub(super) fn ranks(fields: &Fields) -> bool {
    fields.table("rules").and_then(|rules| rules.text("rank_by")).is_none_or(|by| by.value != NOTHING)
}

pub(super) fn rules(fields: &Fields, names: &Names<'_>, findings: &mut Findings) -> Rules {
    let empty = Fields::default();
    let rules = fields.table("rules").unwrap_or(&empty);
    let ranked = names.has_main_total;
    let panel = rules.table("panel").unwrap_or(&empty);
    let rank_by = rank_by(rules, names, findings);
    for key in ["pass", "ties", "at_most"] {
        let empty_list = rules.get(key).and_then(Node::list).is_some_and(<[Node]>::is_empty);
        if let Some(field) = rules.field(key).filter(|_| !ranked && !names.criteria.is_empty() && !empty_list) {
            findings
                .push(&rule::RANK_BY, &field.key_span, Message::RuleWithoutRank { key: key.to_owned() })
                .help(Message::RuleWithoutRankHelp {});
        }
    }
    Rules {
        missing: rules.text("missing").and_then(|word| Missing::from_word(word.value)).unwrap_or(Missing::Unrated),
        not_applicable: rules
            .text("not_applicable")
            .and_then(|word| NotApplicable::from_word(word.value))
            .unwrap_or(NotApplicable::Refuse),
        combine: panel::combine(panel, ranked, findings),
        panel: panel::panel(panel, findings),
        rank_by,
        pass: rules.table("pass").and_then(|pass| pass.number("total")).map(|pass| pass.value),
        cap: cap(rules, findings),
        ties: ties(rules, names, findings),
        ranks: if rules.text("ranks").is_some_and(|word| word.value == "dense") { Ranks::Dense } else { Ranks::Competition },
        round: rounding(rules, findings),
        tracks_apart: rules.text("tracks").is_some_and(|word| word.value == "apart"),
        cost: cost(rules, names, findings),
    }
}

fn rank_by(rules: &Fields, names: &Names<'_>, findings: &mut Findings) -> RankBy {
    match rules.text("rank_by") {
        Some(by) if by.value == NOTHING => RankBy::Nothing,
        Some(by) if by.value != MAIN_TOTAL => {
            let found = names.totals.iter().position(|total| total.as_ref().is_some_and(|total| total.id == by.value));
            if found.is_none() && names.totals.iter().all(Option::is_some) {
                let known =
                    || [MAIN_TOTAL, NOTHING].into_iter().chain(names.totals.iter().flatten().map(|total| total.id.as_str()));
                findings
                    .push(
                        &rule::RANK_BY,
                        &by.span,
                        Message::RankByUnknown { id: by.value.to_owned(), near: nearest(by.value, known()) },
                    )
                    .help(Message::KnownValues { known: known().map(str::to_owned).collect() });
            }
            found.map_or(RankBy::Total(TotalRef::Main), |index| RankBy::Total(TotalRef::Named(index)))
        }
        _ => RankBy::Total(TotalRef::Main),
    }
}

fn cap(rules: &Fields, findings: &mut Findings) -> Option<Decimal> {
    let cap = rules.number("at_most")?;
    if cap.value <= Decimal::ZERO {
        findings.push(&rule::CAP, &cap.span, Message::ScaleNotPositive { value: cap.value.into() });
        return None;
    }
    Some(cap.value)
}

fn rounding(rules: &Fields, findings: &mut Findings) -> Rounding {
    let Some(round) = rules.table("round") else { return Rounding::default() };
    let mut step = |key: &str| {
        let decimals = round.whole(key)?;
        if decimals.value > 9 {
            findings.push(&rule::VALUE_FORM, &decimals.span, Message::RoundRange { value: decimals.value });
            return None;
        }
        Some(decimals.value)
    };
    Rounding { marks: step("marks"), points: step("points"), groups: step("groups"), totals: step("totals") }
}

fn cost(rules: &Fields, names: &Names<'_>, findings: &mut Findings) -> Option<usize> {
    let id = rules.text("cost")?;
    number_fact(&id, "cost", names, findings)
}

/// A fact that is a number or a count; another type is a finding.
fn number_fact(id: &Placed<&str>, key: &str, names: &Names<'_>, findings: &mut Findings) -> Option<usize> {
    let index = names.fact(id, findings)?;
    let fact = names.facts.get(index)?.as_ref()?;
    if matches!(fact.kind, FactKind::Number | FactKind::Count) {
        return Some(index);
    }
    let (fact, kind) = (fact.id.clone(), fact.kind.word().to_owned());
    findings
        .push(&rule::TEST_TYPE, &id.span, Message::FactWrongType { key: key.to_owned(), fact, kind })
        .help(Message::FactWrongTypeHelp {});
    None
}

fn ties(rules: &Fields, names: &Names<'_>, findings: &mut Findings) -> Vec<TieKey> {
    let mut ties: Vec<TieKey> = Vec::new();
    for node in rules.list("ties") {
        let Some(key) = tie(node, names, findings) else { continue };
        if ties.contains(&key) {
            let of = |key: &str| Some(node.table()?.text(key)?.value.to_owned());
            let id = node.text().map(str::to_owned).or_else(|| of("fact")).unwrap_or_else(|| "ratio".to_owned());
            findings.push(&rule::TIE_KEY, &node.span, Message::TieKeyTwice { id }).help(Message::HelpDuplicateKey {});
        } else {
            ties.push(key);
        }
    }
    ties
}

fn tie(node: &Node, names: &Names<'_>, findings: &mut Findings) -> Option<TieKey> {
    if let Some(id) = node.text() {
        return tie_scored(&Placed { value: id.trim(), span: node.span.clone() }, names, findings);
    }
    let fields = node.table()?;
    let best = fields.text("best");
    let end = best.as_ref().and_then(|word| Best::from_word(word.value));
    if fields.get("ratio").is_some() {
        let ids = fields.texts("ratio");
        let [over, by] = ids.as_slice() else {
            findings.push(&rule::TIE_KEY, &node.span.first_line(), Message::RatioOfTwo {}).help(Message::RatioOfTwoHelp {});
            return None;
        };
        let (over, by) = (number_fact(over, "ratio", names, findings), number_fact(by, "ratio", names, findings));
        return Some(TieKey::Ratio { over: over?, by: by?, best: needs_best(end, node, findings)? });
    }
    let id = fields.text("fact")?;
    let index = names.fact(&id, findings)?;
    let fact = names.facts.get(index)?.as_ref()?;
    match &fact.kind {
        FactKind::Choice(_) | FactKind::YesNo => {
            if fields.get("first").is_none() {
                findings
                    .push(&rule::TIE_KEY, &node.span.first_line(), Message::TieNeedsFirst { fact: fact.id.clone() })
                    .help(Message::TieNeedsFirstHelp {});
                return None;
            }
            let value = |text: &Placed<&str>| match &fact.kind {
                FactKind::YesNo => fact::yes_or_no(text.value).map(Seen::YesNo),
                kind => kind.choice(text.value).map(Seen::Choice),
            };
            let mut values = Vec::new();
            for text in fields.texts("first") {
                match value(&text) {
                    Some(seen) => values.push(seen),
                    None => {
                        let known: Vec<String> = match &fact.kind {
                            FactKind::Choice(values) => values.iter().map(|value| value.id.clone()).collect(),
                            _ => fact::YES_NO_WORDS.iter().map(|(word, _)| (*word).to_owned()).collect(),
                        };
                        let near = nearest(text.value, known.iter().map(String::as_str));
                        findings
                            .push(
                                &rule::CHOICE_UNKNOWN,
                                &text.span,
                                Message::ChoiceUnknown { value: text.value.to_owned(), fact: fact.id.clone(), near },
                            )
                            .help(Message::KnownValues { known });
                    }
                }
            }
            Some(TieKey::First { fact: index, values })
        }
        FactKind::Number | FactKind::Count | FactKind::Date => {
            if let Some(first) = fields.get("first") {
                findings
                    .push(&rule::TIE_KEY, &first.span, Message::TieFirstOnNumber { fact: fact.id.clone() })
                    .help(Message::TieNeedsBestHelp {});
                return None;
            }
            Some(TieKey::Fact { fact: index, best: needs_best(end, node, findings)? })
        }
        FactKind::Text => {
            let (fact, kind) = (fact.id.clone(), fact.kind.word().to_owned());
            findings
                .push(&rule::TEST_TYPE, &id.span, Message::FactWrongType { key: "ties".to_owned(), fact, kind })
                .help(Message::FactWrongTypeHelp {});
            None
        }
    }
}

fn needs_best(best: Option<Best>, node: &Node, findings: &mut Findings) -> Option<Best> {
    if best.is_none() {
        findings.push(&rule::TIE_KEY, &node.span.first_line(), Message::TieNeedsBest {}).help(Message::TieNeedsBestHelp {});
    }
    best
}

/// A criterion, a group or a total, by identifier.
fn tie_scored(id: &Placed<&str>, names: &Names<'_>, findings: &mut Findings) -> Option<TieKey> {
    let criteria =
        names.criteria.iter().position(|criterion| criterion.as_ref().is_some_and(|criterion| criterion.id == id.value));
    let group = || names.groups.iter().position(|group| group.as_ref().is_some_and(|group| group.id == id.value));
    let total = || names.totals.iter().position(|total| total.as_ref().is_some_and(|total| total.id == id.value));
    let main = || (names.has_main_total && id.value == MAIN_TOTAL).then_some(Subject::Total(TotalRef::Main));
    let subject = criteria
        .map(Subject::Criterion)
        .or_else(|| group().map(Subject::Group))
        .or_else(|| total().map(|index| Subject::Total(TotalRef::Named(index))))
        .or_else(main);
    if let Some(subject) = subject {
        let best = match &subject {
            Subject::Total(TotalRef::Named(index)) => names.totals.get(*index)?.as_ref()?.best,
            _ => Best::Highest,
        };
        return Some(TieKey::Scored { subject, best });
    }
    if !names.broken() {
        let criteria = names.criteria.iter().flatten().map(|criterion| criterion.id.as_str());
        let groups = names.groups.iter().flatten().map(|group| group.id.as_str());
        let totals = names.totals.iter().flatten().map(|total| total.id.as_str());
        let known: Vec<&str> = criteria.chain(groups).chain(totals).collect();
        findings
            .push(
                &rule::TIE_KEY,
                &id.span,
                Message::TieKeyUnknown { id: id.value.to_owned(), near: nearest(id.value, known.iter().copied()) },
            )
            .help(match known.as_slice() {
                [] => Message::NoneDeclaredHelp {},
                known => Message::KnownValues { known: known.iter().map(|name| (*name).to_owned()).collect() },
            });
    }
    None
}
