//! A call as a linear function of its weights: what every exact answer about weights stands on, or why it is none.

use crate::model::{Combine, Cutoff, GroupScore, Item, RankBy, Subject, TotalRef};
use crate::number::Exact;
use crate::score::{Bar, Evaluation, LeftOut, Outcome, Ranking, Status};

/// Every total of a call as a sum of share × weight over the weighed criteria, plus what no weight touches.
///
/// Weights are points of the grid's total, at the leaves: what a criterion weighs in the end, whatever groups it stands in.
/// Bonuses and maluses keep their points when weights move, and thresholds stay where they are printed.
#[derive(Debug)]
pub struct Linear {
    /// The weighed criteria, by index of the grid.
    pub criteria: Vec<usize>,
    /// What each of them weighs as published; none is negative, and they add up to [`Self::total`].
    pub weights: Vec<Exact>,
    /// The sum of the weights.
    pub total: Exact,
    /// The submissions that may be ranked under some weights, in the order of the file: nothing that weights do not touch excludes
    /// them or leaves them unrated.
    pub candidates: Vec<Candidate>,
    /// Who competes for the same places: the places (`None` without a cut-line), by [`Candidate::league`].
    pub leagues: Vec<Option<usize>>,
}

/// A submission that may be ranked.
#[derive(Debug)]
pub struct Candidate {
    /// The submission, by index.
    pub submission: usize,
    /// Its share of each of [`Linear::criteria`], from 0 to 1.
    pub shares: Vec<Exact>,
    /// Points that no weight touches: bonuses less maluses.
    pub beside: Exact,
    /// The thresholds that weights touch; it is ranked where all hold.
    pub bars: Vec<Half>,
    /// Among whom it competes.
    pub league: usize,
    /// Its rank with the published weights, from 1; `None` where it is then excluded.
    pub rank: Option<u32>,
    /// Where it stands with the published weights; `None` where it is then excluded, or nobody selects.
    pub status: Option<Status>,
}

/// A threshold as a half-space of weights: `coefficients · weights + constant ≥ 0`.
#[derive(Debug, Clone)]
pub struct Half {
    /// Which threshold.
    pub bar: Bar,
    /// One a criterion of [`Linear::criteria`].
    pub coefficients: Vec<Exact>,
    /// What is added.
    pub constant: Exact,
}

/// Why totals are no linear function of the weights, so that exact intervals do not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bent {
    /// The grid ranks nothing.
    NoRanks,
    /// Its weights make no total.
    NoTotal,
    /// A named total ranks, by index.
    RankedBy(usize),
    /// Ranks of reviewers add up.
    RankSum,
    /// The totals of reviewers are combined, and which of them count depends on the weights.
    Totals,
    /// Points or totals are rounded on the way.
    Rounded,
    /// The total, or (by index) that of a group, is held to a cap.
    Capped(Option<usize>),
    /// Tracks have weights of their own.
    Tracks,
    /// Criteria are left out of some submissions, whose weight the others share: these submissions, by index.
    LeftOut(Vec<usize>),
    /// A threshold or gate looks at points in another way than "at least so many".
    Bar(Bar),
    /// What prices are compared with depends on who reaches a threshold on points.
    Pool,
    /// Money draws the line: who is selected depends on the costs of those who come next.
    Budget,
    /// Something else stands between the lines of these submissions and their totals, by index.
    Adjusted(Vec<usize>),
}

impl Linear {
    /// The linear function of a ranking.
    ///
    /// # Errors
    /// Every reason why its totals are none.
    pub fn new(ranking: &Ranking<'_>) -> Result<Self, Vec<Bent>> {
        let evaluation = &ranking.evaluation;
        let grid = evaluation.grid;
        let mut bent = whole(evaluation);
        let criteria: Vec<usize> = (0..grid.criteria.len()).filter(|criterion| grid.is_weighed(*criterion)).collect();
        let bars = evaluation.bars();
        let touched: Vec<Bar> = bars.iter().copied().filter(|bar| is_touched(evaluation, *bar)).collect();
        bent.extend(touched.iter().filter(|bar| !is_half(evaluation, **bar)).map(|bar| Bent::Bar(*bar)));
        if !touched.is_empty() && compares(evaluation) {
            bent.push(Bent::Pool);
        }
        if !bent.is_empty() {
            return Err(bent);
        }
        let mut weights: Option<Vec<Exact>> = None;
        let mut entries = vec![None; evaluation.submissions.len()];
        for entry in &ranking.ranked {
            if let Some(slot) = entries.get_mut(entry.submission as usize) {
                *slot = Some(entry);
            }
        }
        let (mut candidates, mut left_out, mut adjusted) = (Vec::new(), Vec::new(), Vec::new());
        for submission in 0..evaluation.submissions.len() {
            let fixed = bars.iter().filter(|bar| !touched.contains(bar));
            if fixed.map(|bar| evaluation.outcome(submission, *bar)).any(|outcome| outcome != Outcome::Passed) {
                continue;
            }
            let tally = evaluation.tally(submission);
            let lines = || criteria.iter().filter_map(|criterion| tally.lines.get(*criterion));
            if lines().any(|line| matches!(line.left_out, Some(LeftOut::Missing | LeftOut::NotApplicable))) {
                left_out.push(submission);
                continue;
            }
            // Without a mark, a share or a reviewer too few: it waits, whatever the weights.
            let shares: Option<Vec<Exact>> = lines().map(|line| line.share.clone()).collect();
            let (Some(shares), Some(total)) = (shares, evaluation.total(submission)) else { continue };
            let own: Vec<Exact> = lines().map(|line| line.weight.clone()).collect();
            let beside = &total - &dot(&shares, &own);
            let half = |bar: &Bar| half(evaluation, *bar, submission, &criteria, &shares, &own, &beside);
            let halves: Vec<Half> = touched.iter().filter_map(half).collect();
            if tally.adjustments.iter().any(|adjustment| !adjustment.by.is_zero())
                || weights.as_ref().is_some_and(|all| *all != own)
            {
                adjusted.push(submission);
            }
            weights.get_or_insert(own);
            let entry = entries.get(submission).copied().flatten();
            let league = if grid.rules.tracks_apart { evaluation.track(submission) } else { None };
            let league = ranking.leagues.iter().position(|one| one.track == league).unwrap_or(0);
            let (rank, status) = (entry.map(|entry| entry.rank), entry.and_then(|entry| entry.status));
            candidates.push(Candidate { submission, shares, beside, bars: halves, league, rank, status });
        }
        for (reason, some) in
            [(Bent::LeftOut(left_out.clone()), !left_out.is_empty()), (Bent::Adjusted(adjusted.clone()), !adjusted.is_empty())]
        {
            if some {
                bent.push(reason);
            }
        }
        if !bent.is_empty() {
            return Err(bent);
        }
        let weights = weights.unwrap_or_else(|| vec![Exact::ZERO; criteria.len()]);
        let total = weights.iter().cloned().sum();
        let leagues = ranking.leagues.iter().map(|league| league.cut.as_ref().map(|cut| cut.places)).collect();
        Ok(Self { criteria, weights, total, candidates, leagues })
    }

    /// The total of a candidate under some weights.
    pub fn score(&self, candidate: &Candidate, weights: &[Exact]) -> Exact {
        &dot(&candidate.shares, weights) + &candidate.beside
    }
}

/// The sum of products.
pub(super) fn dot(a: &[Exact], b: &[Exact]) -> Exact {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// What in the grid itself bends the total.
fn whole(evaluation: &Evaluation<'_>) -> Vec<Bent> {
    let (grid, rules) = (evaluation.grid, &evaluation.grid.rules);
    let mut bent = Vec::new();
    match (rules.rank_by, rules.combine) {
        (RankBy::Nothing, _) => bent.push(Bent::NoRanks),
        (_, Combine::RankSum { .. }) => bent.push(Bent::RankSum),
        (RankBy::Total(TotalRef::Named(index)), _) => bent.push(Bent::RankedBy(index)),
        (RankBy::Total(TotalRef::Main), _) if !grid.has_total() => bent.push(Bent::NoTotal),
        (RankBy::Total(TotalRef::Main), _) => {}
    }
    if rules.combine == Combine::Totals {
        bent.push(Bent::Totals);
    }
    if [rules.round.points, rules.round.groups, rules.round.totals].iter().any(Option::is_some) {
        bent.push(Bent::Rounded);
    }
    bent.extend(rules.cap.map(|_| Bent::Capped(None)));
    bent.extend(grid.groups.iter().enumerate().filter(|(_, group)| group.cap.is_some()).map(|(at, _)| Bent::Capped(Some(at))));
    if grid.tracks.iter().any(|track| !track.weights.is_empty()) {
        bent.push(Bent::Tracks);
    }
    if matches!(evaluation.call.cutoff, Some(Cutoff::Budget(_))) || grid.tracks.iter().any(|track| track.budget.is_some()) {
        bent.push(Bent::Budget);
    }
    bent
}

/// Whether moving weights may change what a bar says.
fn is_touched(evaluation: &Evaluation<'_>, bar: Bar) -> bool {
    let grid = evaluation.grid;
    match bar {
        Bar::Carried | Bar::Minimum(_) => false,
        Bar::Pass => true,
        Bar::Group(group) => touches(evaluation, &Subject::Group(group)),
        Bar::Gate(gate) => grid
            .gates
            .get(gate)
            .is_some_and(|gate| gate.require.subjects().into_iter().any(|subject| touches(evaluation, subject))),
        Bar::Total(index) => touches(evaluation, &Subject::Total(TotalRef::Named(index))),
        Bar::Rateable => {
            let conditions = grid.levels.iter().filter_map(|level| level.when.as_ref());
            conditions.flat_map(|when| when.subjects()).any(|subject| touches(evaluation, subject))
        }
    }
}

/// Whether moving weights may change a number that conditions look at.
pub(super) fn touches(evaluation: &Evaluation<'_>, subject: &Subject) -> bool {
    let grid = evaluation.grid;
    match subject {
        Subject::Fact(_) | Subject::Criterion(_) | Subject::Count(_) => false,
        Subject::Group(group) => {
            (0..grid.criteria.len()).any(|criterion| grid.is_weighed(criterion) && grid.stands_in(criterion, *group))
        }
        Subject::Total(TotalRef::Main) => true,
        Subject::Total(TotalRef::Named(index)) => {
            grid.totals.get(*index).is_some_and(|total| total.form.subjects().iter().any(|subject| touches(evaluation, subject)))
        }
    }
}

/// Whether a bar that weights touch is a half-space of weights.
fn is_half(evaluation: &Evaluation<'_>, bar: Bar) -> bool {
    let grid = evaluation.grid;
    // What fails it at an earlier stage has no later marks, and so no total under other weights.
    let last = evaluation.stage_of(bar) + 1 == grid.stages.len().max(1);
    let sums = |group: usize| {
        let mut parent = grid.groups.get(group).and_then(|group| group.parent);
        while let Some(index) = parent {
            let Some(above) = grid.groups.get(index) else { break };
            if above.score == GroupScore::Mean {
                return false;
            }
            parent = above.parent;
        }
        true
    };
    match bar {
        Bar::Pass => last,
        Bar::Group(group) => last && sums(group),
        Bar::Gate(_) | Bar::Total(_) | Bar::Rateable | Bar::Carried | Bar::Minimum(_) => false,
    }
}

/// Whether any criterion compares submissions with each other.
fn compares(evaluation: &Evaluation<'_>) -> bool {
    let grid = evaluation.grid;
    (0..grid.criteria.len())
        .any(|criterion| evaluation.call.measure(grid, criterion).is_some_and(crate::model::Measure::is_relative))
}

/// A threshold on one submission as a half-space; `None` where it has none to reach.
fn half(
    evaluation: &Evaluation<'_>,
    bar: Bar,
    submission: usize,
    criteria: &[usize],
    shares: &[Exact],
    weights: &[Exact],
    beside: &Exact,
) -> Option<Half> {
    match bar {
        Bar::Pass => {
            let pass = evaluation.pass(submission)?;
            Some(Half { bar, coefficients: shares.to_vec(), constant: beside - &pass })
        }
        Bar::Group(group) => {
            evaluation.minimum(submission, Item::Group(group))?;
            let margin = evaluation.margin(submission, bar)?;
            let own = criteria.iter().zip(shares);
            let coefficients: Vec<Exact> = own
                .map(|(criterion, share)| if evaluation.grid.stands_in(*criterion, group) { share.clone() } else { Exact::ZERO })
                .collect();
            let constant = &margin - &dot(&coefficients, weights);
            Some(Half { bar, coefficients, constant })
        }
        _ => None,
    }
}
