//! The road of integers: where every criterion is a straight scale of marks and nothing else stands between marks and total,
//! all points and totals are machine words over one denominator.

use num_integer::Integer;
use rayon::prelude::*;

use super::combine::Combined;
use super::evaluate::{Evaluation, PART, Totals};
use super::points::{Source, lowest_share};
use crate::model::{GroupScore, MISSING, MarkColumn, Measure, Missing, Role, Rounding};
use crate::number::Exact;

/// The road of integers, laid open: every number over one denominator.
pub(super) struct Integers<'e> {
    /// Each criterion's combined marks, and what makes points of them.
    pub(super) columns: Vec<(&'e [i64], Straight)>,
    pub(super) totals: &'e [i64],
    pub(super) den: i64,
    /// No number is further from zero.
    pub(super) reach: i64,
}

/// What turns the integer of a combined mark into points over the common denominator: `(value × slope + offset) / den`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Straight {
    slope: i64,
    offset: i64,
    den: i64,
}

impl Evaluation<'_> {
    /// Where integers suffice: each criterion's marks and what makes points of them, the totals, and their denominator.
    pub(super) fn integers(&self) -> Option<Integers<'_>> {
        if self.scores.is_some() || !self.left_at.is_empty() || self.few.contains(&true) {
            return None;
        }
        let Totals::Integers { values: totals, den, reach } = &self.totals else { return None };
        let columns = self.sources.iter().zip(&self.straight).map(|(source, straight)| match source {
            Source::Marks(Combined::Integers { values, .. }) => Some((&**values, *straight)),
            _ => None,
        });
        Some(Integers { columns: columns.collect::<Option<_>>()?, totals, den: *den, reach: *reach })
    }

    /// Whether the total is a plain sum of marks: nothing but weights stands between the two.
    fn is_plain(&self) -> bool {
        let grid = self.grid;
        if self.committee().combines_totals() {
            return false;
        }
        let plain_groups =
            grid.groups.iter().all(|group| group.score == GroupScore::Sum && group.cap.is_none() && group.role == Role::Weighed);
        let plain_criteria = grid.criteria.iter().all(|criterion| criterion.role == Role::Weighed && criterion.missing.is_none());
        let waived = self.ledger.columns.iter().flatten().any(MarkColumn::waives);
        let rounded = grid.rules.round != Rounding::default();
        let below_zero = grid.has_total() && plain_groups && plain_criteria && !waived && !rounded;
        below_zero && grid.tracks.is_empty() && grid.rules.cap.is_none()
    }

    /// All totals as integers over one denominator, when every criterion is a straight scale of integers and the largest
    /// possible total fits a machine word.
    pub(super) fn integer_totals(&self) -> Option<(Vec<Straight>, Totals)> {
        if self.grid.criteria.is_empty() || !self.is_plain() {
            return None;
        }
        let missing = self.grid.rules.missing;
        let mut lines: Vec<(&[i64], Exact, Exact)> = Vec::with_capacity(self.sources.len());
        let mut den: i64 = 1;
        for (index, source) in self.sources.iter().enumerate() {
            let Source::Marks(Combined::Integers { values, den: unit }) = source else { return None };
            let measure = self.call.measure(self.grid, index);
            let Some(Measure::Marks(scale)) = measure else { return None };
            if missing == Missing::Lowest && !lowest_share(measure).is_zero() {
                return None;
            }
            let (slope, offset) = scale.line()?;
            let weight = self.weights.first()?.criteria.get(index)?.clone();
            let slope = (&slope * &weight).checked_div(&Exact::whole(*unit))?.reduced();
            let offset = (&offset * &weight).reduced();
            for part in [slope.small_fraction()?.1, offset.small_fraction()?.1] {
                den = (den / den.gcd(&part)).checked_mul(part)?;
            }
            lines.push((values, slope, offset));
        }
        let at_common = |value: &Exact| value.small_fraction().and_then(|(num, part)| num.checked_mul(den / part));
        let mut straight = Vec::with_capacity(lines.len());
        let mut reach: i64 = 0;
        for (values, slope, offset) in &lines {
            let line = Straight { slope: at_common(slope)?, offset: at_common(offset)?, den };
            let largest = values
                .par_iter()
                .with_min_len(PART)
                .filter(|&&value| value != MISSING)
                .map(|value| value.unsigned_abs())
                .max()
                .unwrap_or(0);
            let most = i64::try_from(largest).ok()?.checked_mul(line.slope.checked_abs()?)?;
            reach = reach.checked_add(most)?.checked_add(line.offset.checked_abs()?)?;
            straight.push(line);
        }
        if missing == Missing::Reweight && lines.iter().any(|(values, ..)| values.contains(&MISSING)) {
            return None;
        }
        // `reach` bounds every partial sum, so plain arithmetic cannot overflow. Column by column: each is read in order.
        let mut totals = vec![0i64; self.submissions.len()];
        totals.par_chunks_mut(PART).enumerate().for_each(|(part, totals)| {
            for ((values, ..), line) in lines.iter().zip(&straight) {
                for (total, &value) in totals.iter_mut().zip(values.get(part * PART..).unwrap_or_default()) {
                    if value == MISSING {
                        if missing != Missing::Lowest {
                            *total = MISSING;
                        }
                    } else if *total != MISSING {
                        *total += line.units(value);
                    }
                }
            }
        });
        Some((straight, Totals::Integers { values: totals, den, reach }))
    }
}

impl Straight {
    /// The points over the common denominator. Cannot overflow: `integer_totals` has bounded it.
    pub(super) fn units(self, value: i64) -> i64 {
        value * self.slope + self.offset
    }

    pub(super) fn points(self, value: i64) -> Option<Exact> {
        Exact::ratio(self.units(value), self.den)
    }
}
