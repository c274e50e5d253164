//! Points: what each criterion gives each submission, and the line of its explanation.

use crate::model::{Call, FactKind, FactValue, Grid, Ledger, Measure, Missing, Part, Submissions};
use crate::number::{Decimal, Exact};

use super::combine::{Combined, mean};

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
    /// The combined mark, where reviewers mark; the value, where a single fact gives the points.
    pub mark: Option<Exact>,
    /// Between 0 and 1; `None` where it is missing and the grid leaves it out.
    pub share: Option<Exact>,
    /// Share × weight; `None` likewise.
    pub points: Option<Exact>,
    /// Whether a missing mark was counted as the lowest, as the grid says.
    pub counted_lowest: bool,
    /// The parts, where facts give the points.
    pub parts: Vec<LinePart>,
}

/// One fact's contribution to one line.
#[derive(Debug, Clone)]
pub struct LinePart {
    /// The index of the fact.
    pub fact: usize,
    /// Its value as a number of the part's scale.
    pub value: Option<Decimal>,
    /// Share × the part's weight.
    pub points: Option<Exact>,
    /// The part's weight.
    pub weight: Decimal,
}

/// One source a criterion.
pub(super) fn sources<'a>(grid: &'a Grid, call: &Call, submissions: &Submissions, ledger: &'a Ledger) -> Vec<Source<'a>> {
    (0..grid.criteria.len())
        .map(|index| match call.measure(grid, index) {
            Some(Measure::Facts(parts)) => Source::Facts(parts),
            _ => match ledger.columns.get(index) {
                Some(Some(column)) => Source::Marks(mean(column, submissions.len(), grid.rules.quorum)),
                _ => Source::Marks(Combined::Exact(vec![None; submissions.len()])),
            },
        })
        .collect()
}

/// The number that a fact is on the scale of a part.
fn part_value(part: &Part, value: FactValue, grid: &Grid) -> Option<Decimal> {
    match value {
        FactValue::Number(number) => Some(number),
        FactValue::YesNo(yes) => part.scale.word(if yes { "yes" } else { "no" }),
        FactValue::Choice(index) => match &grid.facts.get(part.fact)?.kind {
            FactKind::Choice(values) => part.scale.word(&values.get(index)?.id),
            _ => None,
        },
        FactValue::Text | FactValue::Date(_) => None,
    }
}

/// The line of a criterion for a submission.
pub(super) fn line(
    grid: &Grid,
    call: &Call,
    submissions: &Submissions,
    source: &Source<'_>,
    criterion: usize,
    submission: usize,
) -> Line {
    let mut line = Line { criterion, mark: None, share: None, points: None, counted_lowest: false, parts: Vec::new() };
    let Some(weight) = grid.criteria.get(criterion).map(|criterion| Exact::from(criterion.weight)) else { return line };
    match source {
        Source::Marks(combined) => {
            line.mark = combined.mark(submission);
            if let (Some(mark), Some(Measure::Marks(scale))) = (&line.mark, call.measure(grid, criterion)) {
                line.share = Some(scale.share(mark));
            }
        }
        Source::Facts(parts) => {
            line.parts = parts
                .iter()
                .map(|part| {
                    let value = submissions.fact(submission, part.fact).and_then(|value| part_value(part, value, grid));
                    let points = value.map(|value| &part.scale.share(&value.into()) * &Exact::from(part.weight));
                    LinePart { fact: part.fact, value, points, weight: part.weight }
                })
                .collect();
            if let [part] = line.parts.as_slice() {
                line.mark = part.value.map(Exact::from);
            }
            let points: Option<Vec<Exact>> = line.parts.iter().map(|part| part.points.clone()).collect();
            line.share = points.and_then(|points| points.into_iter().sum::<Exact>().checked_div(&weight));
        }
    }
    if line.share.is_none() && grid.rules.missing == Missing::Lowest {
        line.share = Some(Exact::ZERO);
        line.counted_lowest = true;
    }
    line.points = line.share.as_ref().map(|share| share * &weight);
    line
}
