//! How many marks went into a ranking, how many were left out, and why.

use rayon::prelude::*;

use crate::model::{Given, SeatPart};
use crate::score::{Evaluation, Ranking};

/// The answers about the submissions that are ranked or unrated, on every criterion that reviewers mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answers {
    /// Marks that are in a combined mark, or wait for others to make one.
    pub counted: usize,
    /// Marks that are given and count nowhere: extremes, opinions without a vote, what a consensus replaces or is made of.
    pub uncounted: usize,
    /// Marks that are awaited, where the call names its reviewers.
    pub missing: usize,
    /// Abstentions.
    pub abstained: usize,
    /// Words that a criterion does not apply.
    pub not_applicable: usize,
    /// Recusals, criterion by criterion.
    pub recused: usize,
}

impl Answers {
    /// Counts the answers behind a ranking.
    pub fn of(ranking: &Ranking<'_>) -> Self {
        let evaluation = &ranking.evaluation;
        let ranked = ranking.ranked.iter().map(|entry| entry.submission);
        let submissions: Vec<u32> = ranked.chain(ranking.unrated.iter().copied()).collect();
        let one = |submission: &u32| Self::about(evaluation, *submission as usize);
        submissions.par_iter().with_min_len(256).map(one).reduce(Self::default, Self::and)
    }

    fn about(evaluation: &Evaluation<'_>, submission: usize) -> Self {
        let mut answers = Self::default();
        let panel = &evaluation.ledger.panel;
        let sight = evaluation.sight(submission);
        for criterion in 0..evaluation.grid.criteria.len() {
            let Some(column) = evaluation.ledger.column(criterion) else { continue };
            let consensus = |reviewer: Option<u32>| {
                reviewer.and_then(|reviewer| panel.seat(reviewer)).is_some_and(|seat| seat.part == SeatPart::Consensus)
            };
            let given = column.answers(submission).filter(|(who, given)| matches!(given, Given::Mark(_)) && !consensus(*who));
            let given = given.count();
            let settlement = evaluation.settle(submission, criterion);
            let of = sight.totals().filter(|_| !evaluation.combines_apart(criterion)).unwrap_or(&settlement);
            let counted = match &of.outcome {
                Ok(settled) => settled.kept.len(),
                Err(_) => of.votes.len(),
            };
            // What counts as the lowest is a vote and no mark.
            let counted = counted.min(given);
            answers.counted += counted;
            answers.uncounted += given - counted;
            answers.missing += if panel.declared { settlement.turnout.missing.len() } else { 0 };
            answers.abstained += settlement.turnout.abstained.len();
            answers.not_applicable += settlement.turnout.not_applicable.len();
            // Whether they have written anything or not.
            let expected = panel.expected(submission, Some(criterion)).into_iter();
            answers.recused += expected.filter(|reviewer| panel.conflict(submission, *reviewer).is_some()).count();
        }
        answers
    }

    fn and(self, other: Self) -> Self {
        Self {
            counted: self.counted + other.counted,
            uncounted: self.uncounted + other.uncounted,
            missing: self.missing + other.missing,
            abstained: self.abstained + other.abstained,
            not_applicable: self.not_applicable + other.not_applicable,
            recused: self.recused + other.recused,
        }
    }

    /// Whether every answer is a mark that counts: there is then nothing to tell.
    pub fn is_plain(&self) -> bool {
        Self { counted: 0, ..*self } == Self::default()
    }
}
