//! Combining policies: how the marks of several reviewers become one. A policy is one file here and one line in the registry
//! below: it says which of the sorted votes it keeps, and the combined mark is their exact mean.

mod discuss;
mod extremes;
mod majority;
mod mean;
mod median;
mod trimmed;
mod two_closest;

use std::fmt::Debug;
use std::ops::Range;
use std::sync::Arc;

use super::{Fields, Findings};
use crate::number::{Decimal, Exact};
use crate::text::Message;

/// One mark that counts, and how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The mark, or the total of one reviewer.
    pub value: Exact,
    /// How many votes it has; above zero.
    pub votes: Exact,
    /// Who gives it, by index into the panel; nobody, where marks have no names.
    pub by: Option<u32>,
}

/// What a policy does with votes.
pub trait Policy: Debug + Send + Sync {
    /// Which votes are kept, as a range of `votes`, which are sorted by value and not empty. The combined mark is the mean of
    /// those kept.
    ///
    /// # Errors
    /// Why the votes make no mark yet.
    fn kept(&self, votes: &[Vote]) -> Result<Range<usize>, Open>;

    /// The word for it in a grid.
    fn word(&self) -> &'static str;

    /// Whether reviewers may have different numbers of votes under it.
    fn weighs(&self) -> bool {
        false
    }

    /// Whether one reviewer's raising a mark can never lower the combined one.
    fn is_monotone(&self) -> bool {
        true
    }

    /// Whether any votes make a mark: a quorum apart, none are ever left open.
    fn always_settles(&self) -> bool {
        true
    }

    /// It in words.
    fn describe(&self) -> Message;
}

/// Why votes make no mark yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// The grid asks for one more reviewer, or for a discussion.
    Discuss,
    /// No value has more than half of the votes.
    NoMajority,
}

/// A kind of policy: its word, and how the keys beside the word make it.
#[derive(Debug)]
pub struct PolicyKind {
    /// The word for it in a grid.
    pub word: &'static str,
    /// Builds it from the table where the word stands, and says what is wrong there.
    pub compile: fn(&Fields, &mut Findings) -> Option<Box<dyn Policy>>,
}

macro_rules! registry {
    ($($kind:ident;)*) => {
        /// Every kind of policy.
        pub static POLICIES: &[PolicyKind] = &[$($kind::KIND),*];
        /// Their words, for a case of a panel.
        pub static CASE_WORDS: &[&str] = &[$($kind::KIND.word),*];
        /// The words of `combine`: the policies, and what combines totals by their ranks.
        pub static WORDS: &[&str] = &[$($kind::KIND.word,)* RANK_SUM, RANK_MEAN];
    };
}

/// The words for ranks of each reviewer that add up or make a mean, which are no policies on marks.
pub const RANK_SUM: &str = "rank-sum";
/// See [`RANK_SUM`].
pub const RANK_MEAN: &str = "rank-mean";

registry! {
    mean;
    median;
    trimmed;
    extremes;
    two_closest;
    majority;
    discuss;
}

/// The policies that need no other key and settle a mark by themselves: those that may stand in for another.
pub const PLAIN: &[&str] = &["mean", "median", "drop-extremes", "two-closest", "majority"];

/// One of the [`PLAIN`] policies, by its word.
pub fn plain(word: &str) -> Option<Arc<dyn Policy>> {
    let word = PLAIN.iter().find(|plain| **plain == word)?;
    compile(word, &Fields::default(), &mut Findings::new()).map(Arc::from)
}

/// The policy that `word` means; `None` where a finding says why not, or where the walker has.
pub fn compile(word: &str, fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Policy>> {
    let kind = POLICIES.iter().find(|kind| kind.word == word)?;
    (kind.compile)(fields, findings)
}

/// The policy of a grid that declares none.
pub fn mean() -> Box<dyn Policy> {
    Box::new(mean::Mean)
}

/// A line of the table by panel size and by spread: the first whose conditions hold decides.
#[derive(Debug, Clone)]
pub struct Case {
    /// The smallest number of votes it is for.
    pub least: usize,
    /// The largest, where it has one.
    pub most: Option<usize>,
    /// The votes lie further apart than this, as a share of the whole scale.
    pub apart: Option<Decimal>,
    /// What then happens.
    pub policy: Arc<dyn Policy>,
}

impl Case {
    /// Whether it is for these sorted votes, on a scale so wide.
    pub fn holds(&self, votes: &[Vote], width: &Exact) -> bool {
        let count = votes.len() >= self.least && self.most.is_none_or(|most| votes.len() <= most);
        count && self.apart.is_none_or(|apart| gap(votes) > width * &Exact::from(apart))
    }
}

/// How far the lowest and the highest of sorted votes are apart.
pub fn gap(votes: &[Vote]) -> Exact {
    match (votes.first(), votes.last()) {
        (Some(first), Some(last)) => &last.value - &first.value,
        _ => Exact::ZERO,
    }
}

/// The mean of votes, each counted as often as it has votes; `None` of none.
pub fn mean_of(votes: &[Vote]) -> Option<Exact> {
    let one = |vote: &Vote| vote.votes == Exact::ONE;
    if let [vote] = votes {
        return Some(vote.value.clone());
    }
    if votes.iter().all(one) {
        let count = i64::try_from(votes.len()).ok()?;
        return votes.iter().map(|vote| vote.value.clone()).sum::<Exact>().checked_div(&Exact::whole(count));
    }
    let weighed = votes.iter().map(|vote| &vote.value * &vote.votes).sum::<Exact>();
    weighed.checked_div(&votes.iter().map(|vote| vote.votes.clone()).sum())
}

#[cfg(test)]
pub(super) fn votes(values: &[i64]) -> Vec<Vote> {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.into_iter().map(|value| Vote { value: Exact::whole(value), votes: Exact::ONE, by: None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_unique_and_each_makes_the_policy_of_that_word() {
        for (at, kind) in POLICIES.iter().enumerate() {
            assert!(POLICIES[..at].iter().all(|other| other.word != kind.word), "{}", kind.word);
            assert!(![RANK_SUM, RANK_MEAN].contains(&kind.word));
            let mut findings = Findings::new();
            if let Some(policy) = (kind.compile)(&Fields::default(), &mut findings) {
                assert_eq!(policy.word(), kind.word);
            }
        }
    }

    /// Those that make nothing without another key, or settle nothing whatever the marks, cannot stand in for another.
    #[test]
    fn plain_policies_are_all_those_that_need_no_key() {
        let alone = |kind: &&PolicyKind| {
            let policy = (kind.compile)(&Fields::default(), &mut Findings::new());
            policy.is_some_and(|policy| policy.kept(&votes(&[3, 3, 3])).is_ok())
        };
        let words: Vec<&str> = POLICIES.iter().filter(alone).map(|kind| kind.word).collect();
        assert_eq!(words, PLAIN);
        assert!(PLAIN.iter().all(|word| plain(word).is_some_and(|policy| policy.word() == *word)));
        assert!(plain("trimmed").is_none());
    }

    /// Every policy that says so: whichever vote rises, the combined mark does not fall.
    #[test]
    fn monotone_policies_are() {
        let policies: Vec<_> = POLICIES.iter().filter_map(|kind| (kind.compile)(&trim(), &mut Findings::new())).collect();
        let combined =
            |policy: &dyn Policy, marks: &[i64]| policy.kept(&votes(marks)).ok().and_then(|kept| mean_of(&votes(marks)[kept]));
        for policy in policies.iter().filter(|policy| policy.is_monotone()) {
            for marks in panels() {
                for at in 0..marks.len() {
                    let mut raised = marks.clone();
                    raised[at] += 1;
                    if let (Some(before), Some(after)) = (combined(&**policy, &marks), combined(&**policy, &raised)) {
                        assert!(after >= before, "{} {marks:?} {raised:?}", policy.word());
                    }
                }
            }
        }
        // The one that is not: 4, 6 and 8 give 7 (of two pairs, the higher); with 5 in place of 4, the nearest pair is 5 and 6.
        let closest = policies.iter().find(|policy| !policy.is_monotone()).unwrap();
        assert_eq!(combined(&**closest, &[4, 6, 8]), Some(Exact::whole(7)));
        assert_eq!(combined(&**closest, &[5, 6, 8]), Exact::ratio(11, 2));
    }

    fn trim() -> Fields {
        use super::super::{Field, Node, Source, Span, Value};
        let source = Source::new("grid.toml".to_owned(), String::new(), None);
        let span = Span::new(&source, 0, 0);
        let node = Node { value: Value::Number("0.25".to_owned()), span: span.clone() };
        Fields(vec![Field { key: "trim".to_owned(), key_span: span, node }])
    }

    /// Every panel of one to four marks from 0 to 5.
    fn panels() -> Vec<Vec<i64>> {
        let mut panels: Vec<Vec<i64>> = (0..6).map(|mark| vec![mark]).collect();
        let mut last = panels.clone();
        for _ in 1..4 {
            last = last.iter().flat_map(|panel| (0..6).map(move |mark| [panel.as_slice(), &[mark]].concat())).collect();
            panels.extend(last.iter().cloned());
        }
        panels
    }
}
