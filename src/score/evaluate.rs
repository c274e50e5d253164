//! Totals: the points of every submission added up, exactly.

use num_integer::Integer;
use rayon::prelude::*;

use super::combine::Combined;
use super::points::{Line, Source, line, sources};
use crate::model::{Call, Grid, Ledger, MISSING, Measure, Missing, Submissions};
use crate::number::Exact;

/// So many submissions are worth a thread of their own.
const PART: usize = 1 << 14;

/// Every submission's points, line by line, and its total.
#[derive(Debug)]
pub struct Evaluation<'a> {
    /// The grid.
    pub grid: &'a Grid,
    /// The call.
    pub call: &'a Call,
    /// The submissions.
    pub submissions: &'a Submissions,
    /// The marks.
    pub ledger: &'a Ledger,
    sources: Vec<Source<'a>>,
    /// Where integers suffice: what turns each criterion's combined marks into points.
    straight: Vec<Straight>,
    totals: Totals,
}

/// Totals by submission.
#[derive(Debug)]
pub(super) enum Totals {
    /// `values[i] / den`, [`MISSING`] where there is no total. No total nor any of its lines is further from zero than
    /// `reach`.
    Integers { values: Vec<i64>, den: i64, reach: i64 },
    /// Where no common denominator fits, or weights are shared out submission by submission.
    Exact(Vec<Option<Exact>>),
}

/// The road of integers, laid open: every number over one denominator.
pub(super) struct Integers<'e> {
    /// Each criterion's combined marks, and what makes points of them.
    pub(super) columns: Vec<(&'e [i64], Straight)>,
    pub(super) totals: &'e [i64],
    pub(super) den: i64,
    /// No number is further from zero.
    pub(super) reach: i64,
}

/// Why a submission has no total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// A criterion has fewer marks than the quorum: its index, marks given, quorum.
    Marks {
        /// The index of the criterion.
        criterion: usize,
        /// How many marks were given.
        given: usize,
        /// How many are needed.
        quorum: usize,
    },
    /// A fact that gives points is missing: the indices of the criterion and of the fact.
    Fact {
        /// The index of the criterion.
        criterion: usize,
        /// The index of the fact.
        fact: usize,
    },
}

/// What turns the integer of a combined mark into points over the common denominator: `(value × slope + offset) / den`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Straight {
    slope: i64,
    offset: i64,
    den: i64,
}

impl<'a> Evaluation<'a> {
    /// Evaluates every submission.
    pub fn new(grid: &'a Grid, call: &'a Call, submissions: &'a Submissions, ledger: &'a Ledger) -> Self {
        Self::on_road(grid, call, submissions, ledger, true)
    }

    /// As [`Self::new`], with the choice of the road: tests compare the two.
    pub(super) fn on_road(
        grid: &'a Grid,
        call: &'a Call,
        submissions: &'a Submissions,
        ledger: &'a Ledger,
        integers: bool,
    ) -> Self {
        let sources = sources(grid, call, submissions, ledger);
        let mut evaluation =
            Self { grid, call, submissions, ledger, sources, straight: Vec::new(), totals: Totals::Exact(Vec::new()) };
        match if integers { evaluation.integer_totals() } else { None } {
            Some((straight, totals)) => {
                evaluation.straight = straight;
                evaluation.totals = totals;
            }
            None => {
                evaluation.totals = Totals::Exact((0..submissions.len()).map(|at| evaluation.exact_total(at)).collect());
            }
        }
        evaluation
    }

    /// One submission's line on one criterion.
    pub fn line(&self, submission: usize, criterion: usize) -> Line {
        match self.sources.get(criterion) {
            Some(source) => line(self.grid, self.call, self.submissions, source, criterion, submission),
            None => Line { criterion, mark: None, share: None, points: None, counted_lowest: false, parts: Vec::new() },
        }
    }

    /// One submission's lines, in the order of the grid.
    pub fn lines(&self, submission: usize) -> impl Iterator<Item = Line> + '_ {
        (0..self.grid.criteria.len()).map(move |criterion| self.line(submission, criterion))
    }

    /// The exact points of one submission on one criterion.
    pub fn points(&self, submission: usize, criterion: usize) -> Option<Exact> {
        // By far the most frequent case, by the million in a ranking's output: one multiplication.
        if let (Some(straight), Some(Source::Marks(Combined::Integers { values, .. }))) =
            (self.straight.get(criterion), self.sources.get(criterion))
            && let Some(&value) = values.get(submission).filter(|&&value| value != MISSING)
        {
            return straight.points(value);
        }
        self.line(submission, criterion).points
    }

    /// The exact total; `None` where the submission is unrated.
    pub fn total(&self, submission: usize) -> Option<Exact> {
        match &self.totals {
            Totals::Integers { values, den, .. } => {
                values.get(submission).filter(|&&value| value != MISSING).and_then(|&value| Exact::ratio(value, *den))
            }
            Totals::Exact(values) => values.get(submission)?.clone(),
        }
    }

    /// Where integers suffice: each criterion's marks and what makes points of them, the totals, and their denominator.
    pub(super) fn integers(&self) -> Option<Integers<'_>> {
        let Totals::Integers { values: totals, den, reach } = &self.totals else { return None };
        let columns = self.sources.iter().zip(&self.straight).map(|(source, straight)| match source {
            Source::Marks(Combined::Integers { values, .. }) => Some((&**values, *straight)),
            _ => None,
        });
        Some(Integers { columns: columns.collect::<Option<_>>()?, totals, den: *den, reach: *reach })
    }

    pub(super) fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The weight that was left out of a total and shared among the other criteria, where the grid says so.
    pub fn left_out(&self, submission: usize) -> Exact {
        if self.grid.rules.missing != Missing::Reweight {
            return Exact::ZERO;
        }
        self.lines(submission)
            .filter(|line| line.points.is_none())
            .filter_map(|line| self.grid.criteria.get(line.criterion).map(|criterion| Exact::from(criterion.weight)))
            .sum()
    }

    /// What the submission lacks, criterion by criterion; empty where nothing is missing, or where the grid says what a
    /// missing mark counts as.
    pub fn lacks(&self, submission: usize) -> Vec<Lack> {
        if self.total(submission).is_some() {
            return Vec::new();
        }
        self.lines(submission).filter(|line| line.points.is_none()).map(|line| self.lack(&line, submission)).collect()
    }

    /// What one line without points lacks.
    pub fn lack(&self, line: &Line, submission: usize) -> Lack {
        if let Some(part) = line.parts.iter().find(|part| part.value.is_none()) {
            return Lack::Fact { criterion: line.criterion, fact: part.fact };
        }
        let column = self.ledger.columns.get(line.criterion).and_then(Option::as_ref);
        let given = column.map_or(0, |column| column.given(submission).count());
        Lack::Marks { criterion: line.criterion, given, quorum: self.grid.rules.quorum }
    }

    fn exact_total(&self, submission: usize) -> Option<Exact> {
        let mut total = Exact::ZERO;
        let mut weight = Exact::ZERO;
        for line in self.lines(submission) {
            match line.points {
                Some(points) => {
                    total = &total + &points;
                    weight = &weight + &self.grid.criteria.get(line.criterion)?.weight.into();
                }
                None if self.grid.rules.missing == Missing::Reweight => {}
                None => return None,
            }
        }
        if self.grid.rules.missing == Missing::Reweight {
            // Nothing marked at all leaves nothing to share the weight among.
            return (&total * &self.grid.total.into()).checked_div(&weight);
        }
        Some(total)
    }

    /// All totals as integers over one denominator, when every criterion is a straight scale of integers and the largest
    /// possible total fits a machine word.
    fn integer_totals(&self) -> Option<(Vec<Straight>, Totals)> {
        if self.grid.criteria.is_empty() {
            return None;
        }
        let mut lines: Vec<(&[i64], Exact, Exact)> = Vec::with_capacity(self.sources.len());
        let mut den: i64 = 1;
        for (index, source) in self.sources.iter().enumerate() {
            let Source::Marks(Combined::Integers { values, den: unit }) = source else { return None };
            let Some(Measure::Marks(scale)) = self.call.measure(self.grid, index) else { return None };
            let (slope, offset) = scale.line()?;
            let weight = Exact::from(self.grid.criteria.get(index)?.weight);
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
        let missing = self.grid.rules.missing;
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

    fn points(self, value: i64) -> Option<Exact> {
        Exact::ratio(self.units(value), self.den)
    }
}
