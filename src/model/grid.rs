//! The grid: everything a call is held against, and how its parts find each other. The policies are in `rules`.

use super::best::Best;
use super::condition::Condition;
use super::names;
use super::outcome::{Level, Stage, Summary, Track, Validity};
use super::rules::{Combine, Missing, RankBy, Rules, TieKey};
use super::subject::{Item, Look, Subject, Topic, TotalRef};
use super::{Call, Criterion, Cutoff, Fact, Group, Role, Source, Total};
use crate::number::{Decimal, Exact};
use crate::text::Label;

use std::sync::Arc;

/// A valid grid.
#[derive(Debug, Clone)]
pub struct Grid {
    /// Stable identifier.
    pub id: String,
    /// Version, as its authors write it.
    pub version: String,
    /// Its name.
    pub title: Label,
    /// What it is for, among the families of the shipped library.
    pub family: Option<Family>,
    /// Who published it.
    pub issuer: Option<Label>,
    /// The year of publication.
    pub year: Option<usize>,
    /// Where it was published, and what in it is not.
    pub source: Option<Label>,
    /// The most points a submission can have without a bonus; the weights add up to exactly this. Zero where nothing is
    /// weighed into a total.
    pub total: Decimal,
    /// How many decimals people are shown; never what decides.
    pub decimals: usize,
    /// Declared columns.
    pub facts: Vec<Fact>,
    /// Stages, in order; one at least, which has no name where the grid declares none.
    pub stages: Vec<Stage>,
    /// Exclusion criteria.
    pub gates: Vec<Gate>,
    /// Groups; each stands after the one it is in.
    pub groups: Vec<Group>,
    /// Criteria.
    pub criteria: Vec<Criterion>,
    /// Named totals.
    pub totals: Vec<Total>,
    /// The levels of a classification, best first.
    pub levels: Vec<Level>,
    /// Tracks.
    pub tracks: Vec<Track>,
    /// Validity over time.
    pub validities: Vec<Validity>,
    /// Means over submissions.
    pub summaries: Vec<Summary>,
    /// Policies.
    pub rules: Rules,
    /// The file it was read from.
    pub file: Arc<Source>,
}

/// What a grid is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Choosing practices or projects.
    Selection,
    /// Granting money.
    Funding,
    /// Buying.
    Procurement,
    /// Judging the quality of documents, places or buildings.
    Appraisal,
    /// Where an organisation stands.
    Maturity,
    /// What was attained.
    Evaluation,
}

impl Family {
    /// All of them, in the order people see.
    pub const ALL: [Self; 6] =
        [Self::Selection, Self::Funding, Self::Procurement, Self::Appraisal, Self::Maturity, Self::Evaluation];
    /// The words for them in a grid.
    pub const WORDS: &[&str] = &["selection", "funding", "procurement", "appraisal", "maturity", "evaluation"];

    /// The family a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.word() == word)
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Selection => "selection",
            Self::Funding => "funding",
            Self::Procurement => "procurement",
            Self::Appraisal => "appraisal",
            Self::Maturity => "maturity",
            Self::Evaluation => "evaluation",
        }
    }
}

/// An exclusion criterion.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// What a submission must be to stay.
    pub require: Condition,
    /// The reason given to those it excludes, where the condition alone would not be clear.
    pub reason: Option<Label>,
    /// The stage at which it is asked, by index.
    pub stage: usize,
}

impl Grid {
    /// The index of a fact.
    pub fn fact(&self, id: &str) -> Option<usize> {
        self.facts.iter().position(|fact| fact.id == id)
    }

    /// The index of a criterion.
    pub fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }

    /// What stands at the top of the grid (`None`) or in a group, in the order of the criteria: a group stands where its first
    /// criterion does.
    pub fn children(&self, of: Option<usize>) -> Vec<Item> {
        let firsts = self.first_criteria();
        let groups = self.groups.iter().enumerate().filter(|(_, group)| group.parent == of);
        let groups = groups.map(|(at, _)| (firsts.get(at).copied().unwrap_or(usize::MAX), Item::Group(at)));
        let criteria = self.criteria.iter().enumerate().filter(|(_, criterion)| criterion.group == of);
        let criteria = criteria.map(|(at, _)| (at, Item::Criterion(at)));
        let mut children: Vec<(usize, Item)> = groups.chain(criteria).collect();
        children.sort();
        children.into_iter().map(|(_, item)| item).collect()
    }

    /// For each group, the first criterion in it or in one of its groups.
    fn first_criteria(&self) -> Vec<usize> {
        let mut firsts = vec![usize::MAX; self.groups.len()];
        for (at, criterion) in self.criteria.iter().enumerate() {
            let mut group = criterion.group;
            // A group stands after the one it is in: this ends.
            while let Some(index) = group {
                let Some(first) = firsts.get_mut(index).filter(|first| **first > at) else { break };
                *first = at;
                group = self.groups.get(index).and_then(|group| group.parent);
            }
        }
        firsts
    }

    /// The weight of an item as the grid, or a track of it, declares it.
    pub fn weight(&self, item: Item, track: Option<&Track>) -> Exact {
        let own = track.and_then(|track| track.weights.iter().find(|(other, _)| *other == item));
        match (own, item) {
            (Some((_, weight)), _) => weight.clone(),
            (None, Item::Criterion(index)) => self.criteria.get(index).map_or(Exact::ZERO, |criterion| criterion.weight.clone()),
            (None, Item::Group(index)) => self.groups.get(index).map_or(Exact::ZERO, |group| group.weight.clone()),
        }
    }

    /// The name of an item.
    pub fn item_label(&self, item: Item) -> Label {
        match item {
            Item::Criterion(index) => self.criteria.get(index).map(|criterion| criterion.label.clone()).unwrap_or_default(),
            Item::Group(index) => self.groups.get(index).map(|group| group.label.clone()).unwrap_or_default(),
        }
    }

    /// What the points of an item do to the total.
    pub fn role(&self, item: Item) -> Role {
        match item {
            Item::Criterion(index) => self.criteria.get(index).map(|criterion| criterion.role).unwrap_or_default(),
            Item::Group(index) => self.groups.get(index).map(|group| group.role).unwrap_or_default(),
        }
    }

    /// Whether the points of an item are taken away from the total: it is a malus, or stands in one (in two, they are not).
    pub fn takes_away(&self, item: Item) -> bool {
        let parent = match item {
            Item::Criterion(index) => self.criteria.get(index).and_then(|criterion| criterion.group),
            Item::Group(index) => self.groups.get(index).and_then(|group| group.parent),
        };
        let above = parent.is_some_and(|group| self.takes_away(Item::Group(group)));
        above != (self.role(item) == Role::Malus)
    }

    /// Whether an item, or a group it stands in, counts for nothing.
    pub fn stands_aside(&self, item: Item) -> bool {
        let parent = match item {
            Item::Criterion(index) => self.criteria.get(index).and_then(|criterion| criterion.group),
            Item::Group(index) => self.groups.get(index).and_then(|group| group.parent),
        };
        self.role(item) == Role::Aside || parent.is_some_and(|group| self.stands_aside(Item::Group(group)))
    }

    /// Whether a criterion stands in a group, or in one that stands in it.
    pub fn stands_in(&self, criterion: usize, group: usize) -> bool {
        let own = self.criteria.get(criterion).and_then(|criterion| criterion.group);
        let above = |group: &usize| self.groups.get(*group).and_then(|group| group.parent);
        // A group stands after the one it is in: this ends.
        std::iter::successors(own, above).any(|one| one == group)
    }

    /// Whether a criterion is a part of what the weights make, and so is every group it stands in.
    pub fn is_weighed(&self, criterion: usize) -> bool {
        let Some(criterion) = self.criteria.get(criterion) else { return false };
        let mut weighed = criterion.role == Role::Weighed;
        let mut group = criterion.group.and_then(|index| self.groups.get(index));
        while let Some(this) = group {
            weighed &= this.role == Role::Weighed;
            group = this.parent.and_then(|index| self.groups.get(index));
        }
        weighed
    }

    /// Whether the weights make a total.
    pub fn has_total(&self) -> bool {
        self.total > Decimal::ZERO
    }

    /// Whether submissions are ranked at all.
    pub fn ranks(&self) -> bool {
        self.rules.rank_by != RankBy::Nothing
    }

    /// Which end of what ranks is the better one.
    pub fn best(&self) -> Best {
        match (self.rules.combine, self.rules.rank_by) {
            (Combine::RankSum { .. }, _) => Best::Lowest,
            (_, RankBy::Total(TotalRef::Named(index))) => self.totals.get(index).map_or(Best::Highest, |total| total.best),
            _ => Best::Highest,
        }
    }

    /// What a missing mark on a criterion means.
    pub fn missing(&self, criterion: usize) -> Missing {
        self.criteria.get(criterion).and_then(|criterion| criterion.missing).unwrap_or(self.rules.missing)
    }

    /// What a test must know of a subject.
    pub fn topic<'t>(&'t self, subject: &'t Subject) -> Option<Topic<'t>> {
        names::topic(
            subject,
            |index| self.facts.get(index),
            |index| self.criteria.get(index),
            |index| self.groups.get(index),
            |index| self.totals.get(index),
        )
    }

    /// Whether a result of this call depends on a fact: a gate, a level, a track, a criterion as the call measures it, a
    /// total, a tie key or the budget looks at it.
    pub fn looks_at(&self, fact: usize, call: &Call) -> bool {
        let measures = (0..self.criteria.len()).filter_map(|index| call.measure(self, index));
        self.compares(fact, call)
            || self.conditions().any(|condition| condition.facts().contains(&fact))
            || measures.map(super::Measure::facts).any(|facts| facts.contains(&fact))
    }

    /// Whether a tie key, a total or the budget of this call looks at a fact.
    fn compares(&self, fact: usize, call: &Call) -> bool {
        let in_ties = self.rules.ties.iter().any(|key| match key {
            TieKey::Scored { .. } => false,
            TieKey::Fact { fact: other, .. } | TieKey::First { fact: other, .. } => *other == fact,
            TieKey::Ratio { over, by, .. } => *over == fact || *by == fact,
        });
        let is_cost = self.rules.cost == Some(fact) && self.spends(call);
        in_ties || is_cost || self.totals.iter().any(|total| total.form.subjects().contains(&Subject::Fact(fact)))
    }

    /// Whether a result of this call needs values of a fact: a gate asks that it be given, or anything asks what it is. What
    /// only asks whether there is one, as a level or a criterion may, needs none.
    pub fn needs(&self, fact: usize, call: &Call) -> bool {
        let measures = (0..self.criteria.len()).filter_map(|index| call.measure(self, index));
        let reads = |part: &super::Part| match part.reading.condition() {
            Some(condition) => condition.needs(fact, false),
            None => part.reading.facts().contains(&fact),
        };
        self.compares(fact, call)
            || self.gates.iter().any(|gate| gate.require.needs(fact, true))
            || self.conditions().any(|condition| condition.needs(fact, false))
            || measures.flat_map(super::Measure::parts).any(reads)
    }

    /// The track of a submission, by index: the first whose condition holds; `None` where there is none, or where a fact that
    /// tells is missing.
    pub fn track_of(&self, look: &dyn Look) -> Option<usize> {
        for (index, track) in self.tracks.iter().enumerate() {
            match track.when.as_ref().map_or(Some(true), |when| when.holds(look)) {
                Some(true) => return Some(index),
                Some(false) => {}
                None => return None,
            }
        }
        None
    }

    /// Whether money draws a cut-line: the call's, or a track's.
    pub fn spends(&self, call: &Call) -> bool {
        matches!(call.cutoff, Some(Cutoff::Budget(_))) || self.tracks.iter().any(|track| track.budget.is_some())
    }

    /// Every condition of the grid, wherever it stands.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let gates = self.gates.iter().map(|gate| &gate.require);
        let levels = self.levels.iter().filter_map(|level| level.when.as_ref());
        gates.chain(levels).chain(self.tracks.iter().filter_map(|track| track.when.as_ref()))
    }
}
