//! Finding facts, criteria, groups and totals by their identifiers while a grid is being compiled.

use super::nearest::nearest;
use super::subject::{Counted, Item, Subject, Topic, TotalRef};
use super::{Criterion, Fact, FactKind, Findings, Group, Placed, Total, rule};
use crate::text::Message;

/// The word for the total that the weights make.
pub const MAIN_TOTAL: &str = "total";

/// Every criterion, group, total or count is a number.
static NUMBER: FactKind = FactKind::Number;

/// What has been compiled so far; `None` stands for a part that a finding forbids.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The facts.
    pub facts: &'a [Option<Fact>],
    /// The criteria.
    pub criteria: &'a [Option<Criterion>],
    /// The groups.
    pub groups: &'a [Option<Group>],
    /// The named totals.
    pub totals: &'a [Option<Total>],
    /// Whether the weights make a total.
    pub has_main_total: bool,
}

impl<'a> Names<'a> {
    /// Facts alone.
    pub fn of_facts(facts: &'a [Option<Fact>]) -> Self {
        Self { facts, criteria: &[], groups: &[], totals: &[], has_main_total: false }
    }

    /// Whether some criterion, group or total was refused: a reference to it must not be reported as unknown on top.
    pub fn broken(&self) -> bool {
        self.criteria.iter().any(Option::is_none)
            || self.groups.iter().any(Option::is_none)
            || self.totals.iter().any(Option::is_none)
    }

    /// The index of the fact that `id` names; an unknown name is a finding.
    pub fn fact(&self, id: &Placed<&str>, findings: &mut Findings) -> Option<usize> {
        let found = self.facts.iter().position(|fact| fact.as_ref().is_some_and(|fact| fact.id == id.value));
        // A reference to a fact that was refused must not be reported as unknown on top.
        if found.is_none() && self.facts.iter().all(Option::is_some) {
            let known = || self.facts.iter().flatten().map(|fact| fact.id.as_str());
            findings
                .push(
                    &rule::FACT_UNKNOWN,
                    &id.span,
                    Message::FactUnknown { fact: id.value.to_owned(), near: nearest(id.value, known()) },
                )
                .help(match self.facts {
                    [] => Message::NoneDeclaredHelp {},
                    _ => Message::DeclaredFacts { known: known().map(str::to_owned).collect() },
                });
        }
        found
    }

    fn unknown(
        &self,
        id: &Placed<&str>,
        known: &[&str],
        message: fn(String, Option<String>) -> Message,
        findings: &mut Findings,
    ) {
        if !self.broken() {
            let near = nearest(id.value, known.iter().copied());
            let help = match known {
                [] => Message::NoneDeclaredHelp {},
                _ => Message::KnownValues { known: known.iter().map(|name| (*name).to_owned()).collect() },
            };
            findings.push(&rule::ITEM_UNKNOWN, &id.span, message(id.value.to_owned(), near)).help(help);
        }
    }

    fn criterion_ids(&self) -> Vec<&'a str> {
        self.criteria.iter().flatten().map(|criterion| criterion.id.as_str()).collect()
    }

    fn group_ids(&self) -> Vec<&'a str> {
        self.groups.iter().flatten().map(|group| group.id.as_str()).collect()
    }

    fn total_ids(&self) -> Vec<&'a str> {
        let main = self.has_main_total.then_some(MAIN_TOTAL);
        main.into_iter().chain(self.totals.iter().flatten().map(|total| total.id.as_str())).collect()
    }

    fn find_criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.as_ref().is_some_and(|criterion| criterion.id == id))
    }

    fn find_group(&self, id: &str) -> Option<usize> {
        self.groups.iter().position(|group| group.as_ref().is_some_and(|group| group.id == id))
    }

    fn find_total(&self, id: &str) -> Option<TotalRef> {
        let named = self.totals.iter().position(|total| total.as_ref().is_some_and(|total| total.id == id));
        named.map(TotalRef::Named).or_else(|| (self.has_main_total && id == MAIN_TOTAL).then_some(TotalRef::Main))
    }

    /// The criterion that `id` names; an unknown name is a finding.
    pub fn criterion(&self, id: &Placed<&str>, findings: &mut Findings) -> Option<usize> {
        let found = self.find_criterion(id.value);
        if found.is_none() {
            self.unknown(id, &self.criterion_ids(), |criterion, near| Message::CriterionUnknown { criterion, near }, findings);
        }
        found
    }

    /// The group that `id` names; an unknown name is a finding.
    pub fn group(&self, id: &Placed<&str>, findings: &mut Findings) -> Option<usize> {
        let found = self.find_group(id.value);
        if found.is_none() {
            self.unknown(id, &self.group_ids(), |id, near| Message::GroupUnknown { id, near }, findings);
        }
        found
    }

    /// The total that `id` names; an unknown name is a finding.
    pub fn total(&self, id: &Placed<&str>, findings: &mut Findings) -> Option<TotalRef> {
        let found = self.find_total(id.value);
        if found.is_none() {
            if id.value == MAIN_TOTAL {
                no_main_total(id, findings);
            } else {
                self.unknown(id, &self.total_ids(), |id, near| Message::TotalUnknown { id, near }, findings);
            }
        }
        found
    }

    /// The criterion or group that `id` names; an unknown name is a finding.
    pub fn item(&self, id: &Placed<&str>, findings: &mut Findings) -> Option<Item> {
        let criterion = self.find_criterion(id.value).map(Item::Criterion);
        let found = criterion.or_else(|| self.find_group(id.value).map(Item::Group));
        if found.is_none() {
            let known = [self.criterion_ids(), self.group_ids()].concat();
            self.unknown(id, &known, |id, near| Message::ItemOfGridUnknown { id, near }, findings);
        }
        found
    }

    /// The criterion, group or total that `id` names; an unknown name is a finding.
    pub fn scored(&self, id: &Placed<&str>, findings: &mut Findings) -> Option<Subject> {
        let criterion = self.find_criterion(id.value).map(Subject::Criterion);
        let found = criterion
            .or_else(|| self.find_group(id.value).map(Subject::Group))
            .or_else(|| self.find_total(id.value).map(Subject::Total));
        if found.is_none() {
            if id.value == MAIN_TOTAL {
                no_main_total(id, findings);
            } else {
                let known = [self.criterion_ids(), self.group_ids(), self.total_ids()].concat();
                self.unknown(id, &known, |id, near| Message::ItemUnknown { id, near }, findings);
            }
        }
        found
    }

    /// What a test must know of a subject.
    pub fn topic<'t>(&'t self, subject: &'t Subject) -> Option<Topic<'t>> {
        let at = |index: usize| self.criteria.get(index).and_then(Option::as_ref);
        topic(
            subject,
            |index| self.facts.get(index).and_then(Option::as_ref),
            at,
            |index| self.groups.get(index).and_then(Option::as_ref),
            |index| self.totals.get(index).and_then(Option::as_ref),
        )
    }
}

/// Says that the weights of a grid that ranks nothing make no total.
fn no_main_total(id: &Placed<&str>, findings: &mut Findings) {
    findings.push(&rule::ITEM_UNKNOWN, &id.span, Message::NoMainTotal {}).help(Message::NoMainTotalHelp {});
}

/// What a test must know of a subject, wherever the parts of the grid are kept.
pub(super) fn topic<'t>(
    subject: &'t Subject,
    fact: impl Fn(usize) -> Option<&'t Fact>,
    criterion: impl Fn(usize) -> Option<&'t Criterion>,
    group: impl Fn(usize) -> Option<&'t Group>,
    total: impl Fn(usize) -> Option<&'t Total>,
) -> Option<Topic<'t>> {
    let number = |id: &'t str, label: Message| Topic { id, label, kind: &NUMBER, scale: None };
    Some(match subject {
        Subject::Fact(index) => {
            let fact = fact(*index)?;
            Topic { id: &fact.id, label: Message::Text { label: fact.label.clone() }, kind: &fact.kind, scale: None }
        }
        Subject::Criterion(index) => {
            let criterion = criterion(*index)?;
            Topic { scale: criterion.scale(), ..number(&criterion.id, Message::Text { label: criterion.label.clone() }) }
        }
        Subject::Group(index) => {
            let group = group(*index)?;
            number(&group.id, Message::Text { label: group.label.clone() })
        }
        Subject::Total(TotalRef::Main) => number(MAIN_TOTAL, Message::TotalLine {}),
        Subject::Total(TotalRef::Named(index)) => {
            let total = total(*index)?;
            number(&total.id, Message::Text { label: total.label.clone() })
        }
        Subject::Count(count) => match &count.what {
            Counted::At(level) => number("count", Message::CountAt { level: Box::new(level.clone()) }),
            Counted::AtLeast(level) => number("count", Message::CountAtLeast { level: Box::new(level.clone()) }),
            Counted::Below(level) => number("count", Message::CountBelow { level: Box::new(level.clone()) }),
            Counted::BelowTarget => number("count", Message::CountBelowTarget {}),
        },
    })
}
