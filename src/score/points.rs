//! Points: what each criterion gives each submission, and the line of its explanation.

use super::combine::{Combined, Committee};
use super::evaluate::Evaluation;
use super::sight::Sight;
use crate::model::combine::{Vote, mean_of};
use crate::model::{Abstained, Call, Given, Grid, Measure, Missing, Part, Submissions};
use crate::number::{Decimal, Exact};

/// How one criterion of this call gives points.
#[derive(Debug)]
pub(super) enum Source<'a> {
    /// From combined marks.
    Marks(Combined<'a>),
    /// From facts.
    Facts(&'a [Part]),
}

/// One criterion's contribution to one total.
#[derive(Debug, Clone)]
pub struct Line {
    /// The index of the criterion.
    pub criterion: usize,
    /// The combined mark, where reviewers mark; the value, where a single part gives the points.
    pub mark: Option<Exact>,
    /// Between 0 and 1; `None` where it is missing or left out.
    pub share: Option<Exact>,
    /// What the criterion weighs here, in points of the total.
    pub weight: Exact,
    /// Share × weight; `None` likewise. What a malus takes away is not negative here.
    pub points: Option<Exact>,
    /// Whether a missing mark was counted as the lowest, as the grid says.
    pub counted_lowest: bool,
    /// Why it is left out of the score, where it is.
    pub left_out: Option<LeftOut>,
    /// The parts, where facts give the points.
    pub parts: Vec<LinePart>,
}

/// Why a criterion is left out of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// Reviewers say that it does not apply.
    NotApplicable,
    /// It has no mark, and the grid shares its weight.
    Missing,
    /// The submission left at an earlier stage: nobody asks.
    NotReached,
}

/// One part's contribution to one line.
#[derive(Debug, Clone)]
pub struct LinePart {
    /// The index of the part in its criterion.
    pub part: usize,
    /// Its value, as a number of the part's scale.
    pub value: Option<Exact>,
    /// Share × the part's weight.
    pub points: Option<Exact>,
    /// The part's weight.
    pub weight: Decimal,
}

/// One source a criterion.
pub(super) fn sources<'a>(committee: Committee<'a>, submissions: &Submissions) -> Vec<Source<'a>> {
    let (grid, call): (&'a Grid, &'a Call) = (committee.grid, committee.call);
    (0..grid.criteria.len())
        .map(|index| match call.measure(grid, index) {
            Some(Measure::Facts(parts)) => Source::Facts(parts),
            _ => Source::Marks(committee.combined(index, submissions.len())),
        })
        .collect()
}

/// Whose marks a line looks at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Who<'w> {
    /// The panel's, combined.
    Panel,
    /// One reviewer's.
    Alone(u32),
    /// The mean of some reviewers', each with votes: those whose totals are kept.
    Kept(&'w [(u32, Exact)]),
    /// The panel's, as it would be: this mark, or none.
    Instead(Option<&'w Exact>),
}

/// The mark on a criterion, as `who` sees it, and whether it is said not to apply.
fn seen(
    evaluation: &Evaluation<'_>,
    combined: &Combined<'_>,
    submission: usize,
    criterion: usize,
    who: Who<'_>,
) -> (Option<Exact>, bool) {
    let Some(column) = evaluation.ledger.column(criterion) else { return (None, false) };
    match who {
        Who::Panel => (combined.mark(submission), column.is_waived(submission, &evaluation.ledger.panel)),
        Who::Instead(mark) => (mark.cloned(), column.is_waived(submission, &evaluation.ledger.panel)),
        Who::Alone(reviewer) => {
            let rules = &evaluation.grid.rules.panel;
            let worst = || evaluation.call.measure(evaluation.grid, criterion).and_then(Measure::scale)?.worst();
            match column.answer_of(submission, reviewer) {
                Some(Given::Mark(mark)) => (Some(mark.into()), false),
                Some(Given::NotApplicable) => (None, true),
                Some(Given::Abstained) if rules.abstained == Abstained::Lowest => (worst(), false),
                // Of what nobody asks of them, nothing is missing.
                None if rules.missing_is_lowest && evaluation.ledger.panel.expects(submission, Some(criterion), reviewer) => {
                    (worst(), false)
                }
                Some(Given::Abstained | Given::Recused) | None => (None, false),
            }
        }
        Who::Kept(reviewers) => {
            let own = reviewers
                .iter()
                .map(|(reviewer, votes)| (seen(evaluation, combined, submission, criterion, Who::Alone(*reviewer)), votes));
            let own: Vec<_> = own.collect();
            let votes = own.iter().filter_map(|((mark, _), votes)| Some((mark.clone()?, (*votes).clone())));
            let votes: Vec<Vote> = votes.map(|(value, votes)| Vote { value, votes, by: None }).collect();
            (mean_of(&votes), votes.is_empty() && own.iter().any(|((_, waived), _)| *waived))
        }
    }
}

impl Line {
    pub(super) fn empty(criterion: usize, weight: Exact) -> Self {
        Self {
            criterion,
            mark: None,
            share: None,
            weight,
            points: None,
            counted_lowest: false,
            left_out: None,
            parts: Vec::new(),
        }
    }
}

/// The line of a criterion for a submission, as `who` sees it.
pub(super) fn line(evaluation: &Evaluation<'_>, sight: &Sight<'_>, criterion: usize, who: Who<'_>) -> Line {
    let (grid, call, submission) = (evaluation.grid, evaluation.call, sight.submission());
    let weight = evaluation.weights(submission).criteria.get(criterion).cloned().unwrap_or(Exact::ZERO);
    let mut line = Line::empty(criterion, weight);
    match evaluation.source(criterion) {
        Some(Source::Marks(combined)) => {
            let (mark, waived) = seen(evaluation, combined, submission, criterion, who);
            line.mark = mark;
            if let (Some(decimals), Some(mark)) = (grid.rules.round.marks, &line.mark) {
                line.mark = Some(mark.rounded(decimals));
            }
            if let (Some(mark), Some(Measure::Marks(scale))) = (&line.mark, call.measure(grid, criterion)) {
                line.share = Some(scale.share(mark));
            } else if waived {
                line.left_out = Some(LeftOut::NotApplicable);
            }
        }
        Some(Source::Facts(parts)) => {
            line.parts = parts.iter().enumerate().map(|(at, part)| line_part(evaluation, sight, criterion, at, part)).collect();
            if let [part] = line.parts.as_slice() {
                line.mark = part.value.clone();
            }
            let points: Option<Vec<Exact>> = line.parts.iter().map(|part| part.points.clone()).collect();
            // As the file declares them, whatever the criterion weighs by now: its parts keep their proportions.
            let own: Exact = parts.iter().map(|part| Exact::from(part.weight)).sum();
            line.share = points.and_then(|points| points.into_iter().sum::<Exact>().checked_div(&own));
        }
        None => {}
    }
    if line.share.is_none() && line.left_out.is_none() {
        match grid.missing(criterion) {
            Missing::Lowest => {
                line.share = Some(lowest_share(call.measure(grid, criterion)));
                line.counted_lowest = true;
            }
            Missing::Reweight => line.left_out = Some(LeftOut::Missing),
            Missing::Unrated | Missing::Error => {}
        }
    }
    line.points = line.share.as_ref().map(|share| share * &line.weight);
    if let (Some(decimals), Some(points)) = (grid.rules.round.points, &line.points) {
        line.points = Some(points.rounded(decimals));
    }
    line
}

/// What the lowest mark of a scale is worth; nothing, where facts give the points.
pub(super) fn lowest_share(measure: Option<&Measure>) -> Exact {
    match measure {
        Some(Measure::Marks(scale)) => scale.worst().map_or(Exact::ZERO, |worst| scale.share(&worst)),
        _ => Exact::ZERO,
    }
}

fn line_part(evaluation: &Evaluation<'_>, sight: &Sight<'_>, criterion: usize, at: usize, part: &Part) -> LinePart {
    let value = part.reading.value(sight, &*part.scale);
    let share = value.as_ref().and_then(|value| match part.scale.relative() {
        None => Some(part.scale.share(value)),
        Some(_) => part.scale.share_to(value, evaluation.pool_best(sight.submission(), criterion, at)?),
    });
    LinePart { part: at, value, points: share.map(|share| &share * &Exact::from(part.weight)), weight: part.weight }
}
