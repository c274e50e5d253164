//! Totals: the points of every submission added up, exactly.

use num_integer::Integer;

use super::combine::Combined;
use super::points::{Line, Source, line, sources};
use crate::model::{Call, Grid, Ledger, MISSING, Measure, Missing, Submissions};
use crate::number::Exact;

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
    totals: Totals,
}

/// Totals by submission.
#[derive(Debug)]
pub(super) enum Totals {
    /// `values[i] / den`, [`MISSING`] where there is no total.
    Integers { values: Vec<i64>, den: i64 },
    /// Where no common denominator fits, or weights are shared out submission by submission.
    Exact(Vec<Option<Exact>>),
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

/// What turns the integer of a combined mark into points over the common denominator: `value × slope + offset`.
struct Straight<'v> {
    values: &'v [i64],
    slope: i64,
    offset: i64,
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
        let mut evaluation = Self { grid, call, submissions, ledger, sources, totals: Totals::Exact(Vec::new()) };
        let fast = if integers { evaluation.integer_totals() } else { None };
        evaluation.totals =
            fast.unwrap_or_else(|| Totals::Exact((0..submissions.len()).map(|at| evaluation.exact_total(at)).collect()));
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
        // By far the most frequent case, by the million in a ranking's output: no vector of parts, no clone.
        if let (Some(Source::Marks(combined)), Some(Measure::Marks(scale))) =
            (self.sources.get(criterion), self.call.measure(self.grid, criterion))
        {
            if let Some(mark) = combined.mark(submission) {
                return Some(&scale.share(&mark) * &self.grid.criteria.get(criterion)?.weight.into());
            }
        }
        self.line(submission, criterion).points
    }

    /// The exact total; `None` where the submission is unrated.
    pub fn total(&self, submission: usize) -> Option<Exact> {
        match &self.totals {
            Totals::Integers { values, den } => {
                values.get(submission).filter(|&&value| value != MISSING).and_then(|&value| Exact::ratio(value, *den))
            }
            Totals::Exact(values) => values.get(submission)?.clone(),
        }
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
        let quorum = self.grid.rules.quorum;
        self.lines(submission)
            .filter(|line| line.points.is_none())
            .map(|line| {
                let missing = line.parts.iter().find(|part| part.value.is_none());
                match missing {
                    Some(part) => Lack::Fact { criterion: line.criterion, fact: part.fact },
                    None => {
                        let column = self.ledger.columns.get(line.criterion).and_then(Option::as_ref);
                        let given = column.map_or(0, |column| column.given(submission).count());
                        Lack::Marks { criterion: line.criterion, given, quorum }
                    }
                }
            })
            .collect()
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
    fn integer_totals(&self) -> Option<Totals> {
        if self.grid.criteria.is_empty() {
            return None;
        }
        let mut straight: Vec<(Straight<'_>, Exact, Exact)> = Vec::with_capacity(self.sources.len());
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
            straight.push((Straight { values, slope: 0, offset: 0 }, slope, offset));
        }
        let at_common = |value: &Exact| value.small_fraction().and_then(|(num, part)| num.checked_mul(den / part));
        let mut reach: i64 = 0;
        for (line, slope, offset) in &mut straight {
            line.slope = at_common(slope)?;
            line.offset = at_common(offset)?;
            let largest =
                line.values.iter().filter(|&&value| value != MISSING).map(|value| value.unsigned_abs()).max().unwrap_or(0);
            let most = i64::try_from(largest).ok()?.checked_mul(line.slope.checked_abs()?)?;
            reach = reach.checked_add(most)?.checked_add(line.offset.checked_abs()?)?;
        }
        let lines: Vec<Straight<'_>> = straight.into_iter().map(|(line, _, _)| line).collect();
        if self.grid.rules.missing == Missing::Reweight && lines.iter().any(|line| line.values.contains(&MISSING)) {
            return None;
        }
        let lowest = self.grid.rules.missing == Missing::Lowest;
        // `reach` bounds every partial sum, so plain arithmetic cannot overflow.
        let values = (0..self.submissions.len())
            .map(|at| {
                let mut total = 0i64;
                for line in &lines {
                    match line.values.get(at) {
                        Some(&value) if value != MISSING => total += value * line.slope + line.offset,
                        _ if lowest => {}
                        _ => return MISSING,
                    }
                }
                total
            })
            .collect();
        Some(Totals::Integers { values, den })
    }
}
