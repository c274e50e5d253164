//! The panel at work: who has answered what, how far reviewers agree, who is severe, what to discuss first, and what the decision
//! owes to each of them. Totals and marks are exact; what is said of agreement is statistics, and decides nothing.

mod coefficients;
mod discuss;
mod influence;
mod progress;
mod resample;
mod severity;
mod side_by_side;

pub use coefficients::{Agreement, Coefficient, Of as AgreementOf};
pub use discuss::{Discussion, Spread, Why, notable};
pub use influence::Influence;
pub use progress::{Asked, Progress};
pub use resample::{Chances, Resampled};
pub use severity::Beside;
pub use side_by_side::{Calibrated, SideBySide};

use super::agreement::{self, Ratings, Severity};
use super::real::approximate;
use crate::number::Exact;
use crate::score::{Disposition, Evaluation, Ranking};

/// What is asked of the study of a panel.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Where random draws start.
    pub seed: u64,
    /// How often submissions or reviewers are drawn anew; none leaves out what needs draws.
    pub draws: usize,
    /// Whether totals are to be calibrated.
    pub calibrate: bool,
}

/// Everything there is to say about a panel.
#[derive(Debug)]
pub struct Study {
    /// The submissions that are neither excluded nor stopped before, by index in the order of the file: those a panel has to do
    /// with.
    pub submissions: Vec<usize>,
    /// Who has answered what.
    pub progress: Progress,
    /// The total that each reviewer's marks make alone: a row a submission of [`Self::submissions`], a column a reviewer.
    pub totals: Vec<Vec<Option<Exact>>>,
    /// Agreement on totals, then on each criterion that reviewers mark.
    pub agreement: Vec<Agreement>,
    /// How severe each reviewer is beside the others.
    pub severity: Vec<Beside>,
    /// The whole totals of each reviewer: how many, how high, and whether in the same order as the mean of the others'.
    pub moments: Vec<Severity>,
    /// How far the totals of each submission are apart.
    pub spreads: Vec<Spread>,
    /// What to discuss first, in that order.
    pub discussions: Vec<Discussion>,
    /// What becomes of the ranking without each reviewer who has marked.
    pub influences: Vec<Influence>,
    /// How often each submission is selected when reviewers are drawn anew; `None` where nobody selects, or without draws.
    pub resampled: Option<Resampled>,
    /// Totals without the severity of each reviewer, beside the raw ones, where it was asked for.
    pub calibrated: Option<SideBySide>,
}

/// Studies the panel behind a ranking. `step` is called after each ranking that is made anew: one a reviewer, and one a draw.
pub fn study(ranking: &Ranking<'_>, options: Options, step: &(dyn Fn() + Sync)) -> Study {
    let evaluation = &ranking.evaluation;
    let submissions: Vec<usize> = (0..evaluation.submissions.len())
        .filter(|submission| ranking.disposition(*submission) != Disposition::Excluded)
        .collect();
    let progress = Progress::new(evaluation, &submissions);
    let totals = totals(evaluation, &submissions);
    let ratings = ratings(&totals, reviewers(evaluation));
    let agreement = coefficients::all(evaluation, &submissions, &ratings, options);
    let spreads = discuss::spreads(&submissions, &totals);
    let discussions = discuss::first(ranking, &submissions, &spreads, &totals);
    let influences = influence::all(ranking, step);
    let resampled = resample::resampled(ranking, options, step);
    let calibrated = options.calibrate.then(|| side_by_side::calibrated(ranking, &submissions, &totals, &ratings));
    let moments = agreement::severities(&ratings);
    let severity = severity::all(evaluation, &submissions);
    Study { submissions, progress, totals, agreement, severity, moments, spreads, discussions, influences, resampled, calibrated }
}

/// How many reviewers there are.
fn reviewers(evaluation: &Evaluation<'_>) -> u32 {
    u32::try_from(evaluation.ledger.panel.seats.len()).unwrap_or(u32::MAX)
}

fn totals(evaluation: &Evaluation<'_>, submissions: &[usize]) -> Vec<Vec<Option<Exact>>> {
    use rayon::prelude::*;
    let voting = |reviewer: &u32| evaluation.ledger.panel.seat(*reviewer).is_some_and(crate::model::Seat::votes);
    let row = |submission: &usize| {
        let total = |reviewer: u32| Some(reviewer).filter(voting).and_then(|who| evaluation.total_by(*submission, who));
        (0..reviewers(evaluation)).map(total).collect()
    };
    submissions.par_iter().map(row).collect()
}

/// Exact numbers as statistics see them.
fn ratings(rows: &[Vec<Option<Exact>>], raters: u32) -> Ratings {
    let rows = rows.iter().map(|row| row.iter().map(|value| value.as_ref().map(approximate)).collect::<Vec<_>>());
    // Rows are as long as there are reviewers, and no number of at most 18 digits is infinite.
    Ratings::new(raters as usize, rows).unwrap_or_default()
}
