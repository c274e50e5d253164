//! The panel of a call: who marks, what, with how many votes, and who may not.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Span;
use crate::number::Decimal;

/// Everyone who marks. Cheap to clone: what large calls have much of is shared.
#[derive(Debug, Clone, Default)]
pub struct Panel {
    /// Whether the call names its reviewers; otherwise they are those whom the mark files name.
    pub declared: bool,
    /// Whether numbers stand in the place of names; nothing else may then tell who marked what.
    pub anonymous: bool,
    /// The reviewers; a mark names one by index.
    pub seats: Vec<Seat>,
    /// Conflicts, by submission and reviewer.
    pub conflicts: Arc<BTreeMap<(u32, u32), Conflict>>,
    /// Who marks what; `None` where everyone marks everything.
    pub assignments: Option<Arc<Assignments>>,
}

/// One reviewer.
#[derive(Debug, Clone)]
pub struct Seat {
    /// As mark files and conflicts call them.
    pub id: String,
    /// As people do.
    pub name: String,
    /// What they are there for, in the call's own words; empty where it does not say.
    pub role: String,
    /// What their marks are.
    pub part: SeatPart,
    /// How many votes they have; zero for who only gives an opinion.
    pub votes: Decimal,
    /// Whether they sit on the call's reference date, or no dates are given: otherwise nothing is expected of them.
    pub sits: bool,
    /// How often their marks count: once, save in analyses that leave reviewers out or draw them again.
    pub times: u32,
    /// Where the call names them.
    pub span: Option<Span>,
}

/// What the marks of a reviewer are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatPart {
    /// Votes.
    Member,
    /// What the consensus is made of, where the grid bounds votes by one.
    Lead,
    /// What the others agreed upon: a consensus, which is nobody's own mark.
    Consensus,
}

impl SeatPart {
    /// The words for them in a call.
    pub const WORDS: &[&str] = &["member", "lead", "consensus"];

    /// What a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "member" => Some(Self::Member),
            "lead" => Some(Self::Lead),
            "consensus" => Some(Self::Consensus),
            _ => None,
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Lead => "lead",
            Self::Consensus => "consensus",
        }
    }
}

/// Why a reviewer may not mark a submission.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// The reason that the call gives, if any; where a fact makes it, its value.
    pub reason: String,
    /// Where it is declared.
    pub span: Span,
}

/// Who marks what.
#[derive(Debug, Clone, Default)]
pub struct Assignments {
    /// The entries of submission `i` are at `starts[i]..starts[i + 1]`.
    starts: Vec<u32>,
    /// Reviewer and scope, by submission and then by reviewer.
    entries: Vec<(u32, u32)>,
    /// The criteria of a scope, by index; `None` for all of them.
    scopes: Vec<Option<Vec<usize>>>,
}

impl Assignments {
    /// From triples (submission, reviewer, scope), in any order.
    pub fn new(submissions: usize, mut triples: Vec<(u32, u32, u32)>, scopes: Vec<Option<Vec<usize>>>) -> Self {
        triples.sort_unstable();
        triples.dedup();
        let mut starts = Vec::with_capacity(submissions + 1);
        let at = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        for (index, (submission, ..)) in triples.iter().enumerate() {
            while starts.len() <= *submission as usize {
                starts.push(at(index));
            }
        }
        starts.resize(submissions + 1, at(triples.len()));
        Self { starts, entries: triples.into_iter().map(|(_, reviewer, scope)| (reviewer, scope)).collect(), scopes }
    }

    fn of(&self, submission: usize) -> &[(u32, u32)] {
        match self.starts.get(submission..submission + 2) {
            Some(&[start, end]) => self.entries.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    fn covers(&self, scope: u32, criterion: Option<usize>) -> bool {
        let scope = self.scopes.get(scope as usize);
        scope.is_some_and(|scope| match (scope, criterion) {
            (Some(criteria), Some(criterion)) => criteria.contains(&criterion),
            _ => true,
        })
    }
}

impl Seat {
    /// Somebody whom a mark file names, of whom nothing else is known.
    pub fn named(name: &str) -> Self {
        Self {
            id: name.to_owned(),
            name: name.to_owned(),
            role: String::new(),
            part: SeatPart::Member,
            votes: Decimal::ONE,
            sits: true,
            times: 1,
            span: None,
        }
    }

    /// Whether their marks count as everyone else's, once.
    pub fn is_plain(&self) -> bool {
        self.part == SeatPart::Member && self.votes == Decimal::ONE && self.times == 1
    }

    /// Whether their marks are votes.
    pub fn votes(&self) -> bool {
        self.part == SeatPart::Member && self.votes > Decimal::ZERO
    }

    /// Whether marks of theirs are expected where they are assigned: votes, or what a consensus is made of.
    pub fn is_asked(&self) -> bool {
        self.part == SeatPart::Lead || self.votes()
    }
}

impl Panel {
    /// One reviewer.
    pub fn seat(&self, reviewer: u32) -> Option<&Seat> {
        self.seats.get(reviewer as usize)
    }

    /// Whether every reviewer's marks count as everyone else's, once.
    pub fn is_plain(&self) -> bool {
        self.seats.iter().all(Seat::is_plain)
    }

    /// The conflict of a reviewer with a submission.
    pub fn conflict(&self, submission: usize, reviewer: u32) -> Option<&Conflict> {
        if self.conflicts.is_empty() {
            return None;
        }
        self.conflicts.get(&(u32::try_from(submission).ok()?, reviewer))
    }

    /// Whether a reviewer is to mark a submission, on a criterion or (`None`) at all. A conflict is another matter.
    pub fn assigned(&self, submission: usize, criterion: Option<usize>, reviewer: u32) -> bool {
        match &self.assignments {
            None => true,
            Some(assignments) => assignments
                .of(submission)
                .iter()
                .any(|&(assigned, scope)| assigned == reviewer && assignments.covers(scope, criterion)),
        }
    }

    /// Whether a reviewer is to mark a submission, on a criterion or (`None`) at all, and may: assigned, sitting, with a vote and
    /// without a conflict.
    pub fn expects(&self, submission: usize, criterion: Option<usize>, reviewer: u32) -> bool {
        self.seat(reviewer).is_some_and(|seat| seat.sits && seat.votes())
            && self.conflict(submission, reviewer).is_none()
            && self.assigned(submission, criterion, reviewer)
    }

    /// Those whose mark on a criterion (`None`: on any) is expected: assigned, sitting, with a vote; conflicts among them.
    pub fn expected(&self, submission: usize, criterion: Option<usize>) -> Vec<u32> {
        let mut expected: Vec<u32> = match &self.assignments {
            None => (0..u32::try_from(self.seats.len()).unwrap_or(0)).collect(),
            Some(assignments) => {
                let own = assignments.of(submission).iter().filter(|(_, scope)| assignments.covers(*scope, criterion));
                own.map(|(reviewer, _)| *reviewer).collect()
            }
        };
        expected.dedup();
        expected.retain(|&reviewer| self.seat(reviewer).is_some_and(|seat| seat.sits && seat.is_asked()));
        expected
    }

    /// Numbers the reviewers in the place of their names, roles and identifiers.
    pub fn number(&mut self, name: impl Fn(usize) -> String) {
        self.anonymous = true;
        for (at, seat) in self.seats.iter_mut().enumerate() {
            seat.name = name(at + 1);
            seat.id = (at + 1).to_string();
            seat.role = String::new();
        }
    }

    /// Those of [`Self::expected`] who are not in conflict and have a vote.
    pub fn able(&self, submission: usize, criterion: Option<usize>) -> Vec<u32> {
        let mut able = self.expected(submission, criterion);
        able.retain(|&reviewer| self.conflict(submission, reviewer).is_none() && self.seat(reviewer).is_some_and(Seat::votes));
        able
    }

    /// How many votes some reviewers make, each counted as often as their marks are.
    pub fn times(&self, reviewers: &[u32]) -> usize {
        reviewers.iter().filter_map(|reviewer| self.seat(*reviewer)).map(|seat| seat.times as usize).sum()
    }

    /// The same panel, each reviewer's marks counted so many times.
    #[must_use]
    pub fn counted(&self, times: &[u32]) -> Self {
        let mut panel = self.clone();
        for (seat, times) in panel.seats.iter_mut().zip(times) {
            seat.times = *times;
        }
        panel
    }
}
