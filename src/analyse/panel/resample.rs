//! How often each submission is selected when the panel is drawn anew: as many reviewers as there are, with replacement.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Options;
use super::influence::{counted, has_marked};
use crate::analyse::stream::Stream;
use crate::model::Ledger;
use crate::score::{Evaluation, Ranking, Status, rank};

/// How often one submission fares how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chances {
    /// Draws in which it is selected.
    pub selected: usize,
    /// Draws in which it is undecided at the cut-line.
    pub tied: usize,
    /// Draws in which it has too few marks to be rated: none of those drawn marked it, or not enough. It is then not selected.
    pub unrated: usize,
}

/// The panel drawn anew, so many times.
#[derive(Debug, Clone)]
pub struct Resampled {
    /// How many draws.
    pub draws: usize,
    /// Where they start.
    pub seed: u64,
    /// How many reviewers are drawn from: those with a vote who have marked.
    pub reviewers: usize,
    /// One a submission of the call.
    pub chances: Vec<Chances>,
    /// How many draws select exactly the set selected now, without anybody undecided.
    pub same: usize,
}

/// Panels drawn anew from one: whole reviewers, so that what one of them thinks of several submissions stays together (B. Efron,
/// R. J. Tibshirani, *An Introduction to the Bootstrap*, 1993).
pub(in crate::analyse) struct Panels<'a> {
    ledger: &'a Ledger,
    /// Those drawn from: who has a vote and has marked.
    drawn: Vec<usize>,
}

impl<'a> Panels<'a> {
    /// The panels of a ledger; `None` where fewer than two reviewers have marked.
    pub(in crate::analyse) fn new(evaluation: &Evaluation<'a>) -> Option<Self> {
        let (ledger, submissions) = (evaluation.ledger, evaluation.submissions.len());
        let drawn: Vec<usize> = (0u32..)
            .zip(&ledger.panel.seats)
            .filter(|(who, seat)| seat.votes() && has_marked(ledger, submissions, *who))
            .map(|(who, _)| who as usize)
            .collect();
        (drawn.len() > 1).then_some(Self { ledger, drawn })
    }

    /// How many reviewers are drawn from, and how many each panel has.
    pub(in crate::analyse) fn reviewers(&self) -> usize {
        self.drawn.len()
    }

    /// Panel `index` of a seed: as many reviewers, with replacement. Who has no vote stays.
    pub(in crate::analyse) fn draw(&self, seed: u64, index: u64) -> Ledger {
        let mut stream = Stream::new(seed, index);
        let mut times: Vec<u32> = self.ledger.panel.seats.iter().map(|seat| u32::from(!seat.votes())).collect();
        for _ in &self.drawn {
            // A number below the number of reviewers is an index.
            let who = usize::try_from(stream.below(self.drawn.len() as u64)).ok().and_then(|at| self.drawn.get(at));
            if let Some(times) = who.and_then(|who| times.get_mut(*who)) {
                *times += 1;
            }
        }
        counted(self.ledger, &times)
    }
}

pub(super) fn resampled(ranking: &Ranking<'_>, options: Options, step: &(dyn Fn() + Sync)) -> Option<Resampled> {
    let Evaluation { grid, call, submissions, .. } = &ranking.evaluation;
    if options.draws == 0 || !ranking.has_cut() {
        return None;
    }
    let panels = Panels::new(&ranking.evaluation)?;
    let now: Vec<Option<Status>> = statuses(ranking, submissions.len());
    let draw = |index: usize| {
        let ledger = panels.draw(options.seed, index as u64);
        let other = rank(Evaluation::new(grid, call, submissions, &ledger));
        let statuses = statuses(&other, submissions.len());
        step();
        (statuses, other.unrated)
    };
    let mut chances = vec![Chances::default(); submissions.len()];
    let mut same = 0;
    // In stretches, so that the draws of a large call never stand in memory together.
    let all: Vec<usize> = (0..options.draws).collect();
    for stretch in all.chunks(256) {
        let outcomes: Vec<(Vec<Option<Status>>, Vec<u32>)> = stretch.par_iter().map(|index| draw(*index)).collect();
        for (statuses, unrated) in outcomes {
            same += usize::from(selected(&statuses) == selected(&now));
            for (chance, status) in chances.iter_mut().zip(&statuses) {
                chance.selected += usize::from(*status == Some(Status::In));
                chance.tied += usize::from(*status == Some(Status::TiedAtCut));
            }
            for submission in unrated {
                if let Some(chance) = chances.get_mut(submission as usize) {
                    chance.unrated += 1;
                }
            }
        }
    }
    Some(Resampled { draws: options.draws, seed: options.seed, reviewers: panels.reviewers(), chances, same })
}

fn statuses(ranking: &Ranking<'_>, submissions: usize) -> Vec<Option<Status>> {
    let mut statuses = vec![None; submissions];
    for entry in &ranking.ranked {
        if let Some(status) = statuses.get_mut(entry.submission as usize) {
            *status = entry.status;
        }
    }
    statuses
}

/// Who is selected or undecided, and which of the two.
fn selected(statuses: &[Option<Status>]) -> BTreeMap<usize, bool> {
    let own = statuses.iter().enumerate().filter(|(_, status)| matches!(status, Some(Status::In | Status::TiedAtCut)));
    own.map(|(at, status)| (at, *status == Some(Status::In))).collect()
}

impl Resampled {
    /// How far, in whole points of a hundred, the share of draws may be from what endless draws would give: at most, at 95 %,
    /// rounded up. 1.96 · √(¼ ÷ draws) is 98 ÷ √draws in points.
    pub fn error(&self) -> usize {
        (1..=100).find(|points| points * points * self.draws >= 98 * 98).unwrap_or(100)
    }
}
