//! How far the totals of a submission are apart, and which to discuss first: what is not settled, then what reviewers put on
//! both sides of the cut-line, then what they see most differently.

use crate::analyse::agreement::Moments;
use crate::analyse::real::approximate;
use crate::number::Exact;
use crate::score::{Evaluation, Lack, Ranking, Unsettled};

/// How far the totals that reviewers give one submission are apart.
#[derive(Debug, Clone)]
pub struct Spread {
    /// The submission.
    pub submission: usize,
    /// How many reviewers gave a whole total.
    pub count: usize,
    /// The lowest total and who gives it, by index; `None` of no total.
    pub low: Option<(usize, Exact)>,
    /// The highest, likewise.
    pub high: Option<(usize, Exact)>,
    /// The highest less the lowest; `None` of fewer than two, which have no spread.
    pub range: Option<Exact>,
    /// The sample standard deviation (n − 1), likewise.
    pub deviation: Option<f64>,
}

/// Why a submission is to be discussed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Marks or totals lie too far apart, or have no majority: the grid leaves it open.
    Unsettled,
    /// Some reviewers put it above the cut-line and some below; the totals of the last selected and of the first that is not.
    AcrossTheCut {
        /// How many of those who marked it put it at or above the middle of the line.
        above: usize,
        /// How many below.
        below: usize,
        /// The middle between the last selected and the first that is not.
        line: Exact,
    },
    /// Its totals are the furthest apart.
    Apart,
}

/// A submission to discuss.
#[derive(Debug, Clone)]
pub struct Discussion {
    /// The submission.
    pub submission: usize,
    /// Why.
    pub why: Why,
    /// How far its totals are apart.
    pub range: Option<Exact>,
}

/// Totals are far apart from this part of the grid's total on.
const NOTABLE: i64 = 10;

/// Of those that are only far apart, so many are worth naming.
const APART: usize = 3;

pub(super) fn spreads(submissions: &[usize], totals: &[Vec<Option<Exact>>]) -> Vec<Spread> {
    submissions.iter().zip(totals).map(|(&submission, row)| spread(submission, row)).collect()
}

fn spread(submission: usize, row: &[Option<Exact>]) -> Spread {
    let given = || row.iter().enumerate().filter_map(|(reviewer, total)| Some((reviewer, total.clone()?)));
    let count = given().count();
    // Of equals, the first in the order of the panel.
    let low = given().min_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
    let high = given().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
    let range = low.as_ref().zip(high.as_ref()).filter(|_| count > 1).map(|(low, high)| &high.1 - &low.1);
    let moments = Moments::of(given().map(|(_, total)| approximate(&total)));
    Spread { submission, count, low, high, range, deviation: moments.and_then(|moments| moments.deviation) }
}

/// Whether the marks on a criterion are too far apart, or have no majority.
fn is_open(evaluation: &Evaluation<'_>, submission: usize, criterion: usize) -> bool {
    evaluation.ledger.column(criterion).is_some()
        && matches!(evaluation.settle(submission, criterion).outcome, Err(Unsettled::Open { .. }))
}

/// How far apart totals must be to be worth a discussion, in points of the grid's total.
pub fn notable(evaluation: &Evaluation<'_>) -> Exact {
    Exact::from(evaluation.grid.total).checked_div(&Exact::whole(NOTABLE)).unwrap_or(Exact::ONE)
}

pub(super) fn first(
    ranking: &Ranking<'_>,
    submissions: &[usize],
    spreads: &[Spread],
    totals: &[Vec<Option<Exact>>],
) -> Vec<Discussion> {
    let evaluation = &ranking.evaluation;
    let notable = notable(evaluation);
    let mut discussions: Vec<(u8, Discussion)> = Vec::new();
    for ((&submission, spread), row) in submissions.iter().zip(spreads).zip(totals) {
        // Of who is rated, nothing is open; a gate on a mark may be open where no total is.
        let open = ranking.entry(submission).is_none()
            && (evaluation.lacks(submission).iter().any(|lack| matches!(lack, Lack::Open { .. }))
                || (0..evaluation.grid.criteria.len()).any(|criterion| is_open(evaluation, submission, criterion)));
        let across = line(ranking, submission).and_then(|line| {
            let own = || row.iter().flatten();
            let (above, below) = (own().filter(|total| **total >= line).count(), own().filter(|total| **total < line).count());
            (above > 0 && below > 0).then_some(Why::AcrossTheCut { above, below, line })
        });
        let (order, why) = match (open, across) {
            (true, _) => (0, Why::Unsettled),
            (false, Some(across)) => (1, across),
            (false, None) if spread.range.as_ref().is_some_and(|range| *range >= notable) => (2, Why::Apart),
            (false, None) => continue,
        };
        discussions.push((order, Discussion { submission, why, range: spread.range.clone() }));
    }
    let id = |submission: usize| evaluation.submissions.id(submission);
    discussions.sort_by(|(a, one), (b, other)| {
        a.cmp(b).then(other.range.cmp(&one.range)).then_with(|| id(one.submission).cmp(id(other.submission)))
    });
    let mut apart = 0;
    discussions.retain(|(order, _)| {
        apart += usize::from(*order == 2);
        *order < 2 || apart <= APART
    });
    discussions.into_iter().map(|(_, discussion)| discussion).collect()
}

/// The middle of the cut-line of a submission's league, where what ranks is the total of the weights.
fn line(ranking: &Ranking<'_>, submission: usize) -> Option<Exact> {
    if !ranking.evaluation.ranks_by_weights() {
        return None;
    }
    let league = match ranking.entry(submission) {
        Some(entry) => ranking.league_of(entry)?,
        None => ranking.leagues.iter().find(|league| league.track == ranking.evaluation.track(submission))?,
    };
    let cut = league.cut.as_ref()?;
    let (last, first) = (cut.last_in.as_ref()?, cut.first_out.as_ref()?);
    (last + first).checked_div(&Exact::whole(2))
}
