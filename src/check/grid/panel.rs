//! The rules of the panel: how marks combine, by panel size and by spread, and what each state of a mark does.

use crate::model::combine::{self, Case, Policy};
use crate::model::{Abstained, Combine, Consensus, Fields, Findings, Node, PanelRules, Quorum, TiedRanks, rule};
use crate::number::Decimal;
use crate::text::Message;

/// What of several reviewers is combined.
pub(super) fn combine(panel: &Fields, ranked: bool, findings: &mut Findings) -> Combine {
    let tied = panel.text("tied_ranks");
    let word = panel.text("combine");
    let ranks = word.as_ref().filter(|word| [combine::RANK_SUM, combine::RANK_MEAN].contains(&word.value));
    let Some(word) = ranks else {
        if let Some(tied) = &tied {
            findings.push(&rule::RANK_BY, &tied.span, Message::TiedRanksUseless {}).help(Message::TiedRanksUselessHelp {});
        }
        let per = panel.text("per").filter(|per| per.value == "total");
        if let Some(per) = per.as_ref().filter(|_| !ranked) {
            useless("per", &per.span, findings);
        }
        return if per.is_some() { Combine::Totals } else { Combine::Marks };
    };
    if !ranked {
        findings
            .push(&rule::RANK_BY, &word.span, Message::RuleWithoutRank { key: "combine".to_owned() })
            .help(Message::RuleWithoutRankHelp {});
    }
    for key in ["cases", "per", "consensus", "band", "trim"] {
        if let Some(field) = panel.field(key) {
            useless(key, &field.key_span, findings);
        }
    }
    let tied = if tied.is_some_and(|tied| tied.value == "lowest") { TiedRanks::Lowest } else { TiedRanks::Mean };
    Combine::RankSum { tied, mean: word.value == combine::RANK_MEAN }
}

/// Says that a key has no effect beside the others.
fn useless(key: &str, span: &crate::model::Span, findings: &mut Findings) {
    findings
        .push(&rule::COMBINE, span, Message::PanelKeyUseless { key: key.to_owned() })
        .help(Message::PanelKeyUselessHelp { key: key.to_owned() });
}

/// How the marks on one criterion combine, where it says so itself.
pub(super) fn own(criterion: &Fields, findings: &mut Findings) -> Option<Box<dyn Policy>> {
    let word = criterion.text("combine");
    if let Some(trim) = criterion.field("trim").filter(|_| word.as_ref().is_none_or(|word| word.value != "trimmed")) {
        useless("trim", &trim.key_span, findings);
    }
    let word = word?;
    if word.value == "discuss" {
        findings.push(&rule::COMBINE, &word.span, Message::CombineNever {}).help(Message::CombineNeverHelp {});
        return None;
    }
    combine::compile(word.value, criterion, findings)
}

pub(super) fn panel(panel: &Fields, findings: &mut Findings) -> PanelRules {
    let word = panel.text("combine").map(|word| word.value);
    let policy = word.and_then(|word| combine::compile(word, panel, findings)).unwrap_or_else(combine::mean);
    if let Some(trim) = panel.field("trim").filter(|_| word != Some("trimmed") && !is_by_ranks(word)) {
        useless("trim", &trim.key_span, findings);
    }
    let cases = cases(panel, findings);
    if let Some(placed) = panel.text("combine").filter(|word| word.value == "discuss" && cases.is_empty()) {
        findings.push(&rule::COMBINE, &placed.span, Message::CombineNever {}).help(Message::CombineNeverHelp {});
    }
    PanelRules {
        cases,
        policy: policy.into(),
        quorum: quorum(panel, "quorum", findings).unwrap_or(Quorum::Count(1)),
        reviewers: quorum(panel, "reviewers", findings),
        abstained: panel.text("abstained").and_then(|word| Abstained::from_word(word.value)).unwrap_or(Abstained::LeaveOut),
        missing_is_lowest: panel.text("missing").is_some_and(|word| word.value == "lowest"),
        consensus: consensus(panel, findings),
    }
}

fn is_by_ranks(word: Option<&str>) -> bool {
    word.is_some_and(|word| [combine::RANK_SUM, combine::RANK_MEAN].contains(&word))
}

/// A whole number from one, or a word.
fn quorum(panel: &Fields, key: &str, findings: &mut Findings) -> Option<Quorum> {
    if let Some(count) = panel.whole(key) {
        if count.value == 0 {
            findings.push(&rule::VALUE_FORM, &count.span, Message::QuorumZero {});
        }
        return Some(Quorum::Count(count.value.max(1)));
    }
    Quorum::from_word(panel.text(key)?.value)
}

fn consensus(panel: &Fields, findings: &mut Findings) -> Option<Consensus> {
    let band = panel.number("band");
    let word = panel.text("consensus");
    let totals = panel.text("per").filter(|per| per.value == "total");
    if let Some(word) = word.as_ref().filter(|_| totals.is_some()) {
        useless("consensus", &word.span, findings);
    }
    match (word.as_ref().map(|word| word.value), band) {
        (Some("bounds"), Some(band)) => {
            if band.value.is_negative() {
                findings.push(&rule::COMBINE, &band.span, Message::BandNegative {}).help(Message::BandHelp {});
            }
            Some(Consensus::Bounds(band.value))
        }
        (Some("bounds"), None) => {
            if let Some(word) = word.filter(|_| panel.get("band").is_none()) {
                findings.push(&rule::COMBINE, &word.span, Message::BandMissing {}).help(Message::BandHelp {});
            }
            None
        }
        (word, band) => {
            if let Some(field) = panel.field("band").filter(|_| band.is_some()) {
                useless("band", &field.key_span, findings);
            }
            word.map(|_| Consensus::Replaces)
        }
    }
}

/// The cases, in order; one that another hides, or that can never hold, is a finding.
fn cases(panel: &Fields, findings: &mut Findings) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for node in panel.list("cases") {
        let Some(fields) = node.table() else { continue };
        let Some((case, policy)) = case(node, fields, findings) else { continue };
        let place = node.span.first_line();
        let hidden = cases.iter().any(|before| {
            let longer = match (before.most, case.most) {
                (None, _) => true,
                (Some(before), Some(own)) => before >= own,
                (Some(_), None) => false,
            };
            let wider = match (before.apart, case.apart) {
                (None, _) => true,
                (Some(before), Some(own)) => before <= own,
                (Some(_), None) => false,
            };
            before.least <= case.least && longer && wider
        });
        if hidden {
            findings.push(&rule::COMBINE, &place, Message::CaseHidden {}).help(Message::CaseHiddenHelp {});
        }
        cases.push(Case { policy: policy.into(), ..case });
    }
    cases
}

/// A case without its policy, then its policy.
fn case(node: &Node, fields: &Fields, findings: &mut Findings) -> Option<(Case, Box<dyn Policy>)> {
    let place = node.span.first_line();
    let word = fields.text("combine")?.value;
    let policy = combine::compile(word, fields, findings)?;
    if let Some(trim) = fields.field("trim").filter(|_| word != "trimmed") {
        useless("trim", &trim.key_span, findings);
    }
    let (exactly, least, most) = (fields.whole("marks"), fields.whole("at_least"), fields.whole("at_most"));
    let number = |placed: &Option<crate::model::Placed<usize>>| placed.as_ref().map(|placed| placed.value);
    let apart = fields.number("apart");
    if let Some(apart) = apart.as_ref().filter(|apart| apart.value.is_negative() || apart.value >= Decimal::ONE) {
        findings
            .push(&rule::COMBINE, &apart.span, Message::ApartRange { share: apart.value.into() })
            .help(Message::ApartRangeHelp {});
    }
    let (low, high) = match (number(&exactly), number(&least), number(&most)) {
        (Some(exactly), None, None) => (exactly, Some(exactly)),
        (None, least, most) => (least.unwrap_or(1), most),
        (Some(_), ..) => {
            findings.push(&rule::COMBINE, &place, Message::CaseTwoSizes {}).help(Message::CaseTwoSizesHelp {});
            return None;
        }
    };
    if high.is_some_and(|high| high < low || high == 0) {
        findings.push(&rule::COMBINE, &place, Message::CaseNever {}).help(Message::CaseNeverHelp {});
        return None;
    }
    if exactly.is_none() && least.is_none() && most.is_none() && apart.is_none() {
        findings.push(&rule::COMBINE, &place, Message::CaseAlways {}).help(Message::CaseAlwaysHelp {});
    }
    let case = Case { least: low, most: high, apart: apart.map(|apart| apart.value), policy: combine::mean().into() };
    Some((case, policy))
}
