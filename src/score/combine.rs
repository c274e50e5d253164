//! Combining reviewers: the answers about one submission on one criterion become one mark, or the reason why not yet.

use std::borrow::Cow;
use std::ops::Range;

use num_integer::Integer;
use rayon::prelude::*;

use crate::model::combine::{Open, Policy, Vote, gap, mean_of};
use crate::model::{
    Abstained, Call, Combine, Consensus, Given, Grid, Ledger, MISSING, MarkColumn, Measure, PanelRules, Quorum, Seat, SeatPart,
};
use crate::number::{Decimal, Exact};

/// So many submissions are worth a thread of their own.
const PART: usize = 1 << 12;

/// The combined marks of one criterion, one a submission.
#[derive(Debug)]
pub enum Combined<'a> {
    /// `values[i] / den`, [`MISSING`] where the criterion is not marked.
    Integers {
        /// Numerators.
        values: Cow<'a, [i64]>,
        /// The common denominator, positive.
        den: i64,
    },
    /// Where no common denominator fits a machine word.
    Exact(Vec<Option<Exact>>),
}

/// The panel over the marks of a call.
#[derive(Debug, Clone, Copy)]
pub(super) struct Committee<'a> {
    pub(super) grid: &'a Grid,
    pub(super) call: &'a Call,
    pub(super) ledger: &'a Ledger,
}

/// How the answers about one submission on one criterion combine.
#[derive(Debug, Clone)]
pub struct Settlement {
    /// Who answered what.
    pub turnout: Turnout,
    /// The votes, sorted by value.
    pub votes: Vec<Vote>,
    /// The mark, or why there is none.
    pub outcome: Result<Settled, Unsettled>,
}

/// How many answered what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turnout {
    /// Marks that count.
    pub given: usize,
    /// Who is expected to mark and has not answered.
    pub missing: Vec<u32>,
    /// Who abstains.
    pub abstained: Vec<Option<u32>>,
    /// Who says that the criterion does not apply.
    pub not_applicable: Vec<Option<u32>>,
    /// Who is in conflict.
    pub recused: Vec<Option<u32>>,
    /// How many may give a mark that counts: those expected, without the recused and those excused.
    pub eligible: usize,
}

/// A mark that the votes make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The combined mark.
    pub mark: Exact,
    /// Which of the sorted votes are in it; none where a consensus replaces them.
    pub kept: Range<usize>,
}

/// Why the votes make no mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsettled {
    /// Fewer marks than the quorum.
    Quorum {
        /// How many there must be.
        quorum: usize,
    },
    /// The votes lie too far apart, or have no majority.
    Open {
        /// Which of the two.
        open: Open,
        /// How far the lowest and the highest are apart.
        gap: Exact,
        /// Of how much: the whole scale, or the grid's total.
        width: Exact,
    },
    /// The grid bounds votes by a consensus, and there is none yet.
    NoConsensus,
}

impl<'a> Committee<'a> {
    fn rules(&self) -> &'a PanelRules {
        &self.grid.rules.panel
    }

    /// The combined marks of one criterion.
    pub(super) fn combined(&self, criterion: usize, submissions: usize) -> Combined<'a> {
        let ledger: &'a Ledger = self.ledger;
        let own = self.own_policy(criterion);
        let column = ledger.column(criterion).filter(|_| own.is_some() || !self.combines_totals());
        let Some(column) = column else { return Combined::Exact(vec![None; submissions]) };
        if let Some(quorum) = self.plain_mean(own) {
            if let (Some(single), 0..=1) = (column.single(), quorum) {
                return Combined::Integers { values: Cow::Borrowed(single), den: column.unit() };
            }
            if let Some(combined) = common_mean(column, submissions, quorum) {
                return combined;
            }
        }
        let settle = |submission| self.settled(criterion, submission, false, None).outcome.ok().map(|settled| settled.mark);
        let marks: Vec<Option<Exact>> = (0..submissions).into_par_iter().with_min_len(PART).map(settle).collect();
        as_integers(&marks).unwrap_or(Combined::Exact(marks))
    }

    /// The quorum, where every mark counts alike and nothing else is asked of the panel.
    fn plain_mean(&self, own: Option<&dyn Policy>) -> Option<usize> {
        let rules = self.rules();
        let Quorum::Count(quorum) = rules.quorum else { return None };
        let plain = match own {
            Some(own) => own.word() == "mean",
            None => rules.policy.word() == "mean" && rules.cases.is_empty(),
        };
        let plain = plain && rules.consensus.is_none();
        let left_out = rules.abstained != Abstained::Lowest && !rules.missing_is_lowest;
        (plain && left_out && self.ledger.panel.is_plain()).then_some(quorum)
    }

    /// How the answers about one submission on one criterion combine.
    pub(super) fn settle(&self, criterion: usize, submission: usize) -> Settlement {
        self.settled(criterion, submission, true, None)
    }

    /// The mark they would make if the mark given by one reviewer (`None`: by nobody in particular) were another.
    pub(super) fn with_mark(&self, criterion: usize, submission: usize, reviewer: Option<u32>, mark: &Exact) -> Option<Exact> {
        let settlement = self.settled(criterion, submission, false, Some((reviewer, mark)));
        settlement.outcome.ok().map(|settled| settled.mark)
    }

    /// As [`Self::settle`]; who is expected is found out only for who asks (`who`), or where the rules look at it. `instead`: the
    /// mark of one reviewer counts as this one.
    fn settled(&self, criterion: usize, submission: usize, who: bool, instead: Option<(Option<u32>, &Exact)>) -> Settlement {
        let Some(column) = self.ledger.column(criterion) else {
            let outcome = Err(Unsettled::Quorum { quorum: 1 });
            return Settlement { turnout: Turnout::default(), votes: Vec::new(), outcome };
        };
        let rules = self.rules();
        let scale = match self.call.measure(self.grid, criterion) {
            Some(Measure::Marks(scale)) => Some(&**scale),
            _ => None,
        };
        let worst = scale.and_then(crate::model::scale::Scale::worst);
        let mut hand = Hand::default();
        for (reviewer, given) in column.answers(submission) {
            let mark = instead.filter(|(by, _)| *by == reviewer).map(|(_, mark)| mark);
            self.take(&mut hand, reviewer, given, mark, worst.as_ref());
        }
        if who || !matches!(rules.quorum, Quorum::Count(_)) || rules.missing_is_lowest {
            self.expect(&mut hand, criterion, submission, worst.as_ref().filter(|_| rules.missing_is_lowest), column);
        }
        let width = scale.map_or(Exact::ONE, |scale| &Exact::from(scale.bounds().1) - &Exact::from(scale.bounds().0));
        self.close(hand, &width, self.own_policy(criterion))
    }

    /// `instead`: another mark in the place of the one given.
    fn take(&self, hand: &mut Hand, reviewer: Option<u32>, given: Given, instead: Option<&Exact>, worst: Option<&Exact>) {
        let value = |mark: Decimal| instead.cloned().unwrap_or_else(|| mark.into());
        let seat = reviewer.and_then(|reviewer| self.ledger.panel.seat(reviewer));
        if seat.is_some_and(|seat| seat.times == 0) {
            return;
        }
        match (given, seat.map(|seat| seat.part)) {
            (Given::Mark(mark), Some(SeatPart::Consensus)) => hand.consensus = Some(value(mark)),
            (Given::Mark(_), Some(SeatPart::Lead)) => hand.leads += 1,
            // Who has no vote gives an opinion.
            (Given::Mark(_), _) if seat.is_some_and(|seat| !seat.votes()) => {}
            (Given::Mark(mark), _) => {
                hand.turnout.given += seat.map_or(1, |seat| seat.times as usize);
                hand.vote(
                    Vote { value: value(mark), votes: seat.map_or(Exact::ONE, |seat| seat.votes.into()), by: reviewer },
                    seat.map_or(1, |seat| seat.times),
                );
            }
            (_, Some(SeatPart::Consensus)) => {}
            (Given::Abstained, _) => {
                hand.turnout.abstained.push(reviewer);
                // Whose mark would be no vote has none to lose.
                let votes = seat.is_none_or(Seat::votes);
                if let (Abstained::Lowest, Some(worst), true) = (self.rules().abstained, worst, votes) {
                    let (votes, times) = seat.map_or((Exact::ONE, 1), |seat| (seat.votes.into(), seat.times));
                    hand.vote(Vote { value: worst.clone(), votes, by: reviewer }, times);
                }
            }
            (Given::NotApplicable, _) => hand.turnout.not_applicable.push(reviewer),
            (Given::Recused, _) => hand.turnout.recused.push(reviewer),
        }
    }

    /// Who has not answered, and how many may give a mark that counts.
    fn expect(&self, hand: &mut Hand, criterion: usize, submission: usize, lowest: Option<&Exact>, column: &MarkColumn) {
        let panel = &self.ledger.panel;
        let excused = self.rules().abstained == Abstained::Excuse;
        for reviewer in panel.expected(submission, Some(criterion)) {
            let Some(seat) = panel.seat(reviewer).filter(|seat| seat.times > 0) else { continue };
            // Leads make the consensus and are asked for nothing else.
            if !seat.votes() {
                continue;
            }
            let answer = column.answer_of(submission, reviewer);
            if answer.is_none() && panel.conflict(submission, reviewer).is_some() {
                hand.turnout.recused.push(Some(reviewer));
            }
            match answer {
                Some(Given::Mark(_)) => hand.turnout.eligible += seat.times as usize,
                Some(Given::Abstained) if !excused => hand.turnout.eligible += seat.times as usize,
                Some(_) => {}
                None if panel.conflict(submission, reviewer).is_some() => {}
                None => {
                    hand.turnout.eligible += seat.times as usize;
                    hand.turnout.missing.push(reviewer);
                    if let Some(lowest) = lowest {
                        hand.vote(Vote { value: lowest.clone(), votes: seat.votes.into(), by: Some(reviewer) }, seat.times);
                    }
                }
            }
        }
    }

    fn close(&self, hand: Hand, width: &Exact, own: Option<&dyn Policy>) -> Settlement {
        let rules = self.rules();
        let Hand { turnout, mut votes, consensus, leads } = hand;
        votes.sort_by(|a, b| a.value.cmp(&b.value));
        let quorum = rules.quorum.of(turnout.eligible);
        let outcome = match (rules.consensus, consensus) {
            (Some(Consensus::Replaces), Some(mark)) => Ok(Settled { mark, kept: 0..0 }),
            (Some(Consensus::Bounds(_)), None) if leads == 0 => Err(Unsettled::NoConsensus),
            _ => rules.settle(&votes, turnout.given, quorum, width, own),
        };
        Settlement { turnout, votes, outcome }
    }

    /// The totals of several reviewers combined as marks are, on a scale as wide as the grid's total.
    pub(super) fn settle_totals(&self, totals: Vec<ReviewerTotal>, eligible: usize) -> Settlement {
        let mut hand = Hand::default();
        hand.turnout.eligible = eligible;
        for ReviewerTotal { reviewer, total, given } in totals {
            let Some(seat) = self.ledger.panel.seat(reviewer).filter(|seat| seat.votes() && seat.times > 0) else { continue };
            hand.turnout.given += if given { seat.times as usize } else { 0 };
            hand.vote(Vote { value: total, votes: seat.votes.into(), by: Some(reviewer) }, seat.times);
        }
        self.close(hand, &self.grid.total.into(), None)
    }

    /// How the marks on a criterion combine, where it says so itself.
    pub(super) fn own_policy(&self, criterion: usize) -> Option<&'a dyn Policy> {
        self.grid.criteria.get(criterion).and_then(|criterion| criterion.combine.as_deref())
    }

    /// Whether the mark on a criterion is the plain mean of all votes, so that it moves in proportion with each of them.
    pub(super) fn takes_the_mean(&self, criterion: usize) -> bool {
        let rules = self.rules();
        let mean = match self.own_policy(criterion) {
            Some(own) => own.word() == "mean",
            None => rules.policy.word() == "mean" && rules.cases.is_empty(),
        };
        mean && rules.consensus.is_none()
    }

    /// Whether no change of a vote on a criterion makes or undoes its mark.
    pub(super) fn always_settles(&self, criterion: usize) -> bool {
        self.all_policies(criterion, |policy| policy.always_settles())
    }

    /// Whether raising a vote on a criterion can never lower its mark, nor make or undo it.
    pub(super) fn goes_one_way(&self, criterion: usize) -> bool {
        // From one case to another the mark may jump either way.
        let one_case = self.own_policy(criterion).is_some() || self.rules().cases.is_empty();
        one_case && self.all_policies(criterion, |policy| policy.is_monotone() && policy.always_settles())
    }

    /// Whether something is so of every policy that may combine the marks on a criterion.
    fn all_policies(&self, criterion: usize, holds: impl Fn(&dyn Policy) -> bool) -> bool {
        match self.own_policy(criterion) {
            Some(own) => holds(own),
            None => holds(&*self.rules().policy) && self.rules().cases.iter().all(|case| holds(&*case.policy)),
        }
    }

    /// Whether the totals of reviewers are combined, and not their marks.
    pub(super) fn combines_totals(&self) -> bool {
        self.grid.rules.combine == Combine::Totals
    }
}

impl PanelRules {
    /// What sorted votes make, so many of them marks that were given.
    fn settle(
        &self,
        votes: &[Vote],
        given: usize,
        quorum: usize,
        width: &Exact,
        own: Option<&dyn Policy>,
    ) -> Result<Settled, Unsettled> {
        if given < quorum || votes.is_empty() {
            return Err(Unsettled::Quorum { quorum });
        }
        let of_all = || self.cases.iter().find(|case| case.holds(votes, width)).map_or(&*self.policy, |case| &*case.policy);
        let policy = own.unwrap_or_else(of_all);
        let kept = policy.kept(votes).map_err(|open| Unsettled::Open { open, gap: gap(votes), width: width.clone() })?;
        let mark = votes.get(kept.clone()).and_then(mean_of).ok_or(Unsettled::Quorum { quorum })?;
        Ok(Settled { mark, kept })
    }
}

/// The total of one reviewer.
#[derive(Debug)]
pub(super) struct ReviewerTotal {
    pub(super) reviewer: u32,
    pub(super) total: Exact,
    /// Whether they gave a mark; otherwise all of it counts as the lowest, as the grid says.
    pub(super) given: bool,
}

/// Answers on their way into a settlement.
#[derive(Default)]
struct Hand {
    turnout: Turnout,
    votes: Vec<Vote>,
    consensus: Option<Exact>,
    leads: usize,
}

impl Hand {
    fn vote(&mut self, vote: Vote, times: u32) {
        for _ in 1..times {
            self.votes.push(vote.clone());
        }
        if times > 0 {
            self.votes.push(vote);
        }
    }
}

/// The mean of the marks given, over the least common multiple of the panel sizes, if the sums fit.
fn common_mean<'a>(column: &MarkColumn, submissions: usize, quorum: usize) -> Option<Combined<'a>> {
    let mut multiple: i64 = 1;
    let mut sizes = vec![false; column.most() + 1];
    for submission in 0..submissions {
        if let Some(seen) = sizes.get_mut(column.given(submission).count()) {
            *seen = true;
        }
    }
    for (size, _) in sizes.iter().enumerate().skip(quorum.max(1)).filter(|(_, seen)| **seen) {
        let size = i64::try_from(size).ok()?;
        multiple = (multiple / multiple.gcd(&size)).checked_mul(size)?;
    }
    let den = column.unit().checked_mul(multiple)?;
    // No sum of marks times the multiple can pass this; if it fits, nothing below overflows.
    let most = i64::try_from(column.most()).ok()?;
    i64::try_from(column.largest()).ok()?.checked_mul(most)?.checked_mul(multiple)?;
    let values = (0..submissions)
        .map(|submission| {
            let (sum, count) = column.given(submission).fold((0i64, 0i64), |(sum, count), mark| (sum + mark, count + 1));
            if count == 0 || usize::try_from(count).is_ok_and(|count| count < quorum) {
                MISSING
            } else {
                sum * (multiple / count)
            }
        })
        .collect();
    Some(Combined::Integers { values: Cow::Owned(values), den })
}

/// Marks over a common denominator, if one fits.
fn as_integers<'a>(marks: &[Option<Exact>]) -> Option<Combined<'a>> {
    let mut den: i64 = 1;
    for mark in marks.iter().flatten() {
        let part = mark.reduced().small_fraction()?.1;
        den = (den / den.gcd(&part)).checked_mul(part)?;
    }
    let values = marks.iter().map(|mark| match mark {
        None => Some(MISSING),
        Some(mark) => {
            let (num, part) = mark.small_fraction()?;
            // Of two forms of one fraction, `den` is a multiple of the reduced one's denominator.
            let (num, part) = if den % part == 0 { (num, part) } else { mark.reduced().small_fraction()? };
            num.checked_mul(den / part).filter(|value| *value != MISSING)
        }
    });
    Some(Combined::Integers { values: Cow::Owned(values.collect::<Option<_>>()?), den })
}

impl Combined<'_> {
    /// The combined mark of a submission.
    pub fn mark(&self, submission: usize) -> Option<Exact> {
        match self {
            Self::Integers { values, den } => {
                values.get(submission).filter(|&&value| value != MISSING).and_then(|&value| Exact::ratio(value, *den))
            }
            Self::Exact(values) => values.get(submission)?.clone(),
        }
    }
}
