//! Combining reviewers: the marks on one criterion become one mark a submission. Today: the exact mean of those given.

use std::borrow::Cow;

use num_integer::Integer;

use crate::model::{MISSING, MarkColumn};
use crate::number::Exact;

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

/// The mean of the marks given, for every submission that has at least `quorum` of them.
pub(super) fn mean(column: &MarkColumn, submissions: usize, quorum: usize) -> Combined<'_> {
    let unit = 10i64.pow(u32::from(column.scale()));
    if let (Some(single), 0..=1) = (column.single(), quorum) {
        return Combined::Integers { values: Cow::Borrowed(single), den: unit };
    }
    common(column, submissions, quorum, unit).unwrap_or_else(|| Combined::Exact(exact(column, submissions, quorum, unit)))
}

/// Over the least common multiple of the panel sizes, if the sums fit.
fn common<'a>(column: &MarkColumn, submissions: usize, quorum: usize, unit: i64) -> Option<Combined<'a>> {
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
    let den = unit.checked_mul(multiple)?;
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

fn exact(column: &MarkColumn, submissions: usize, quorum: usize, unit: i64) -> Vec<Option<Exact>> {
    (0..submissions)
        .map(|submission| {
            let marks: Vec<Exact> = column.given(submission).filter_map(|mark| Exact::ratio(mark, unit)).collect();
            let count = i64::try_from(marks.len()).ok().filter(|_| marks.len() >= quorum.max(1))?;
            marks.into_iter().sum::<Exact>().checked_div(&Exact::whole(count))
        })
        .collect()
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
