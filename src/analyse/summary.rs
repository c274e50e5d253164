//! Means over the submissions, of all and by the values of a choice.

use crate::model::{FactKind, FactValue, Look as _};
use crate::number::Exact;
use crate::score::Ranking;

/// A mean over some submissions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mean {
    /// The index of the summary in the grid.
    pub summary: usize,
    /// Of which value of the choice; `None` for all submissions.
    pub of: Option<Of>,
    /// How many submissions have the number.
    pub count: usize,
    /// The exact mean; `None` of nobody.
    pub mean: Option<Exact>,
}

/// A value by which a mean is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The declared value at this index.
    Choice(usize),
    /// Yes or no.
    YesNo(bool),
    /// Those without a value.
    NotSaid,
}

/// Every mean that the grid declares, over the ranked (or profiled) submissions.
pub fn means(ranking: &Ranking<'_>) -> Vec<Mean> {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    let mut means = Vec::new();
    for (summary, declared) in grid.summaries.iter().enumerate() {
        let mut numbers: Vec<(Of, Exact)> = Vec::new();
        for submission in ranking.ranked.iter().map(|entry| entry.submission as usize) {
            let Some(number) = evaluation.sight(submission).number(&declared.mean) else { continue };
            let of = declared.by.and_then(|fact| evaluation.submissions.fact(submission, fact));
            let of = match of {
                Some(FactValue::Choice(index)) => Of::Choice(index),
                Some(FactValue::YesNo(yes)) => Of::YesNo(yes),
                _ => Of::NotSaid,
            };
            numbers.push((of, number));
        }
        let mean = |of: Option<Of>| {
            let mine = numbers.iter().filter(|(other, _)| of.is_none_or(|of| of == *other));
            let mine: Vec<Exact> = mine.map(|(_, number)| number.clone()).collect();
            let count = mine.len();
            let divisor = Exact::whole(i64::try_from(count).unwrap_or(i64::MAX));
            Mean { summary, of, count, mean: mine.into_iter().sum::<Exact>().checked_div(&divisor) }
        };
        means.push(mean(None));
        let Some(kind) = declared.by.and_then(|fact| grid.facts.get(fact)).map(|fact| &fact.kind) else { continue };
        let values: Vec<Of> = match kind {
            FactKind::Choice(values) => (0..values.len()).map(Of::Choice).collect(),
            _ => vec![Of::YesNo(true), Of::YesNo(false)],
        };
        means.extend(values.into_iter().chain([Of::NotSaid]).map(|of| mean(Some(of))).filter(|mean| mean.count > 0));
    }
    means
}
