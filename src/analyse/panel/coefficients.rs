//! How far reviewers agree, on totals and on each criterion, by four coefficients with their intervals.

use super::super::agreement::{Measurement, Ratings, Undefined, alpha, anova, bootstrap, concordance, mean_tau_b};
use super::{Options, ratings, reviewers};
use crate::model::{Given, Measure};
use crate::number::{Decimal, Exact};
use crate::score::Evaluation;

/// What reviewers agree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The totals of each.
    Totals,
    /// A criterion, by index.
    Criterion(usize),
}

/// A coefficient of agreement.
#[derive(Debug, Clone, Copy)]
pub struct Coefficient {
    /// Its value, or why it has none.
    pub value: Result<f64, Undefined>,
    /// What other submissions might have given with this panel, at 95 %; `None` where too few draws have a value.
    pub interval: Option<(f64, f64)>,
}

/// How far reviewers agree on one thing.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// On what.
    pub of: Of,
    /// How marks are compared: by name, by order, or by their distance.
    pub measurement: Measurement,
    /// How many submissions have two marks or more.
    pub submissions: usize,
    /// How many everyone marked: those that the coefficients of complete tables look at.
    pub complete: usize,
    /// Krippendorff's alpha, which admits gaps.
    pub alpha: Coefficient,
    /// ICC(2,1): how far one reviewer's mark is to be relied upon.
    pub single: Coefficient,
    /// ICC(2,k): how far the mean of this panel is.
    pub average: Coefficient,
    /// Kendall's W, corrected for ties: whether reviewers put the submissions in the same order.
    pub concordance: Coefficient,
    /// The mean of Kendall's tau-b over pairs of reviewers.
    pub pairs: Coefficient,
}

pub(super) fn all(evaluation: &Evaluation<'_>, submissions: &[usize], totals: &Ratings, options: Options) -> Vec<Agreement> {
    let mut all = Vec::new();
    if evaluation.grid.has_total() {
        all.push(agreement(Of::Totals, Measurement::Interval, totals, options));
    }
    for index in 0..evaluation.grid.criteria.len() {
        let Some(Measure::Marks(scale)) = evaluation.call.measure(evaluation.grid, index) else { continue };
        let (low, high) = scale.bounds();
        let measurement = match (scale.words().is_empty(), low == Decimal::ZERO && high == Decimal::ONE) {
            (true, _) => Measurement::Interval,
            // Two values have no order that could be got wrong.
            (false, true) => Measurement::Nominal,
            (false, false) => Measurement::Ordinal,
        };
        let rows: Vec<Vec<Option<Exact>>> = submissions
            .iter()
            .map(|&submission| {
                let mark = |reviewer: u32| match evaluation.ledger.column(index)?.answer_of(submission, reviewer)? {
                    Given::Mark(mark) if evaluation.ledger.panel.seat(reviewer)?.votes() => Some(Exact::from(mark)),
                    _ => None,
                };
                (0..reviewers(evaluation)).map(mark).collect()
            })
            .collect();
        all.push(agreement(Of::Criterion(index), measurement, &ratings(&rows, reviewers(evaluation)), options));
    }
    all
}

fn agreement(of: Of, measurement: Measurement, ratings: &Ratings, options: Options) -> Agreement {
    let present = ratings.without_silent();
    let complete = present.complete();
    let coefficient = |ratings: &Ratings, statistic: &(dyn Fn(&Ratings) -> Result<f64, Undefined> + Sync)| {
        let value = statistic(ratings);
        let drawn = value.is_ok().then(|| bootstrap(ratings, options.seed, options.draws, |drawn| statistic(drawn).ok()));
        Coefficient { value, interval: drawn.flatten().map(|interval| (interval.low, interval.high)) }
    };
    Agreement {
        of,
        measurement,
        submissions: present.pairable_units(),
        complete: complete.units(),
        alpha: coefficient(&present, &|ratings| alpha(ratings, measurement)),
        single: coefficient(&complete, &|ratings| anova(ratings)?.single()),
        average: coefficient(&complete, &|ratings| anova(ratings)?.average()),
        concordance: coefficient(&complete, &|ratings| Ok(concordance(ratings)?.corrected)),
        pairs: coefficient(&present, &|ratings| mean_tau_b(ratings).mean),
    }
}
