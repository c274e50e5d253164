//! The ledger: every mark that reviewers gave, criterion by criterion, with its place.

use std::sync::Arc;

use super::{Span, Table};
use crate::number::Decimal;

/// All marks of a call.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The reviewers, in the order of first mention. Empty where marks are given without a name.
    pub reviewers: Vec<String>,
    /// One column a criterion of the grid; a criterion that facts measure has none.
    pub columns: Vec<Option<MarkColumn>>,
}

/// The marks on one criterion: numbers of one scale, packed.
#[derive(Debug)]
pub struct MarkColumn {
    /// Decimals of every mark in `mantissas`.
    scale: u8,
    /// The marks of submission `i` are at `starts[i]..starts[i + 1]`; without it, at `i`.
    starts: Option<Vec<u32>>,
    /// The marks as integers at `scale` decimals; [`MISSING`] for none.
    mantissas: Vec<i64>,
    /// Whether some mark says that the criterion does not apply.
    waives: bool,
    /// Who gave each mark, by index into the ledger's reviewers; empty where marks are given without a name.
    reviewers: Vec<u32>,
    origins: Origins,
}

/// Stands for "no mark" among integers: no mark of at most 18 digits has this mantissa.
pub const MISSING: i64 = i64::MIN;

/// Stands for the mark "not applicable" in a column.
const NOT_APPLICABLE: i64 = i64::MIN + 1;

/// What a reviewer gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// A mark on the scale.
    Mark(Decimal),
    /// Word that the criterion does not apply to the submission.
    NotApplicable,
}

/// The words for "not applicable" in a mark file, in both languages.
pub const NOT_APPLICABLE_WORDS: &[&str] =
    &["n/a", "na", "n.a.", "not applicable", "s.o.", "s. o.", "s/o", "so", "sans objet", "non applicable", "ne s’applique pas"];

/// Where marks stand.
#[derive(Debug)]
pub enum Origins {
    /// In one column of a table whose rows are the submissions, in their order.
    Column(Arc<Table>, usize),
    /// Each in its own cell: table, row, column.
    Cells(Vec<Arc<Table>>, Vec<(u16, u32, u16)>),
}

/// One mark given.
#[derive(Debug, Clone)]
pub struct Mark<'a> {
    /// The name of who gave it, where the file has names.
    pub reviewer: Option<&'a str>,
    /// What was given.
    pub value: Given,
    /// Where it stands.
    pub span: Span,
}

/// Whether an integer of a column is a mark, and stands for nothing else.
const fn is_mark(mantissa: i64) -> bool {
    mantissa > NOT_APPLICABLE
}

impl MarkColumn {
    /// One mark or none a submission, given without names, in a column of the submissions' own table.
    /// `None` when the marks need more than 18 digits at a common number of decimals.
    pub fn plain(table: &Arc<Table>, column: usize, marks: Packed) -> Option<Self> {
        let waives = marks.waives;
        let (scale, mantissas) = marks.settled()?;
        Some(Self {
            scale,
            starts: None,
            mantissas,
            waives,
            reviewers: Vec::new(),
            origins: Origins::Column(Arc::clone(table), column),
        })
    }

    /// Any number of marks a submission. `marks` must be sorted by submission.
    /// `None` when the marks need more than 18 digits at a common number of decimals.
    pub fn several(submissions: usize, marks: &[(u32, u32, Given)], origins: Origins) -> Option<Self> {
        let mut packed = Packed::default();
        for mark in marks {
            packed.push(Some(mark.2));
        }
        let waives = packed.waives;
        let (scale, mantissas) = packed.settled()?;
        let mut starts = Vec::with_capacity(submissions + 1);
        for (at, mark) in marks.iter().enumerate() {
            while starts.len() <= mark.0 as usize {
                starts.push(u32::try_from(at).ok()?);
            }
        }
        starts.resize(submissions + 1, u32::try_from(marks.len()).ok()?);
        Some(Self {
            scale,
            starts: Some(starts),
            mantissas,
            waives,
            reviewers: marks.iter().map(|mark| mark.1).collect(),
            origins,
        })
    }

    /// How many decimals the integers of [`Self::given`] have.
    pub fn scale(&self) -> u8 {
        self.scale
    }

    /// Whether any mark of the column says that the criterion does not apply.
    pub fn waives(&self) -> bool {
        self.waives
    }

    /// How many reviewers say that the criterion does not apply to a submission.
    pub fn waived(&self, submission: usize) -> usize {
        self.mantissas.get(self.range(submission)).unwrap_or_default().iter().filter(|&&mark| mark == NOT_APPLICABLE).count()
    }

    fn range(&self, submission: usize) -> std::ops::Range<usize> {
        match &self.starts {
            None => submission..(submission + 1).min(self.mantissas.len()),
            Some(starts) => match starts.get(submission..submission + 2) {
                Some(&[start, end]) => start as usize..end as usize,
                _ => 0..0,
            },
        }
    }

    /// The marks given to a submission, as integers at [`Self::scale`] decimals.
    pub fn given(&self, submission: usize) -> impl Iterator<Item = i64> + '_ {
        self.mantissas.get(self.range(submission)).unwrap_or_default().iter().copied().filter(|&mark| is_mark(mark))
    }

    /// Where there is at most one mark a submission by construction, and each is a number or missing: its integers,
    /// [`MISSING`] where there is none.
    pub fn single(&self) -> Option<&[i64]> {
        (self.starts.is_none() && !self.waives()).then_some(self.mantissas.as_slice())
    }

    /// The largest number of marks any submission has.
    pub fn most(&self) -> usize {
        match &self.starts {
            None => 1,
            Some(starts) => starts.windows(2).map(|pair| (pair[1] - pair[0]) as usize).max().unwrap_or(0),
        }
    }

    /// The largest absolute value among the integers.
    pub fn largest(&self) -> u64 {
        self.mantissas.iter().filter(|&&mark| is_mark(mark)).map(|mark| mark.unsigned_abs()).max().unwrap_or(0)
    }

    /// The mark of one reviewer on a submission, as an integer at [`Self::scale`] decimals.
    pub fn given_by(&self, submission: usize, reviewer: u32) -> Option<i64> {
        let range = self.range(submission);
        let at = range.clone().find(|&at| self.reviewers.get(at) == Some(&reviewer))?;
        self.mantissas.get(at).copied().filter(|&mark| is_mark(mark))
    }

    /// Whether one reviewer says that the criterion does not apply to a submission.
    pub fn waived_by(&self, submission: usize, reviewer: u32) -> bool {
        let mut range = self.range(submission);
        let at = range.find(|&at| self.reviewers.get(at) == Some(&reviewer));
        at.and_then(|at| self.mantissas.get(at)) == Some(&NOT_APPLICABLE)
    }

    /// The marks given to a submission, with who gave them and where they stand.
    pub fn marks<'a>(&'a self, submission: usize, names: &'a [String]) -> impl Iterator<Item = Mark<'a>> + 'a {
        self.range(submission).filter_map(move |at| {
            let mantissa = *self.mantissas.get(at).filter(|&&mark| mark != MISSING)?;
            let reviewer = self.reviewers.get(at).and_then(|&index| names.get(index as usize)).map(String::as_str);
            let span = match &self.origins {
                Origins::Column(table, column) => table.span(submission, *column),
                Origins::Cells(tables, cells) => {
                    let &(table, row, column) = cells.get(at)?;
                    tables.get(usize::from(table))?.span(row as usize, usize::from(column))
                }
            };
            let value = match mantissa {
                NOT_APPLICABLE => Given::NotApplicable,
                mantissa => Given::Mark(Decimal::new(mantissa, self.scale)?),
            };
            Some(Mark { reviewer: reviewer.filter(|name| !name.is_empty()), value, span })
        })
    }
}

/// Marks on their way into a column: integers at a number of decimals that grows as the marks need it.
#[derive(Debug, Default)]
pub struct Packed {
    scale: u8,
    mantissas: Vec<i64>,
    /// Some mark did not fit 18 digits at the common number of decimals.
    overflow: bool,
    /// Some mark says that the criterion does not apply.
    waives: bool,
}

impl Packed {
    /// Makes room for so many marks.
    pub fn with_capacity(marks: usize) -> Self {
        Self { mantissas: Vec::with_capacity(marks), ..Self::default() }
    }

    /// Adds a mark, or the lack of one.
    pub fn push(&mut self, mark: Option<Given>) {
        let mark = match mark {
            Some(Given::Mark(mark)) => mark,
            Some(Given::NotApplicable) => {
                self.waives = true;
                return self.mantissas.push(NOT_APPLICABLE);
            }
            None => return self.mantissas.push(MISSING),
        };
        if mark.scale() > self.scale {
            self.rescale(mark.scale());
        }
        match mark.mantissa_at(self.scale) {
            Some(mantissa) => self.mantissas.push(mantissa),
            None => self.overflow = true,
        }
    }

    /// Adds the marks of another stretch.
    pub fn append(&mut self, other: &Self) {
        self.overflow |= other.overflow;
        self.waives |= other.waives;
        if other.scale >= self.scale {
            self.rescale(other.scale);
            self.mantissas.extend_from_slice(&other.mantissas);
        } else {
            let added = other.mantissas.iter().map(|&mark| match mark {
                MISSING => None,
                NOT_APPLICABLE => Some(Given::NotApplicable),
                mark => Decimal::new(mark, other.scale).map(Given::Mark),
            });
            added.for_each(|mark| self.push(mark));
        }
    }

    fn rescale(&mut self, scale: u8) {
        if scale == self.scale {
            return;
        }
        let factor = 10i64.checked_pow(u32::from(scale - self.scale));
        for mark in self.mantissas.iter_mut().filter(|mark| is_mark(**mark)) {
            match factor.and_then(|factor| mark.checked_mul(factor)) {
                Some(scaled) => *mark = scaled,
                None => self.overflow = true,
            }
        }
        self.scale = scale;
    }

    /// The decimals and the integers, if every mark fits.
    fn settled(self) -> Option<(u8, Vec<i64>)> {
        (!self.overflow).then_some((self.scale, self.mantissas))
    }
}
