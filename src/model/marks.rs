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
    /// Who gave each mark, by index into the ledger's reviewers; empty where marks are given without a name.
    reviewers: Vec<u32>,
    origins: Origins,
}

/// Stands for "no mark" among integers: no mark of at most 18 digits has this mantissa.
pub const MISSING: i64 = i64::MIN;

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
    pub value: Decimal,
    /// Where it stands.
    pub span: Span,
}

impl MarkColumn {
    /// One mark or none a submission, given without names, in a column of the submissions' own table.
    /// `None` when the marks need more than 18 digits at a common number of decimals.
    pub fn plain(table: &Arc<Table>, column: usize, marks: &[Option<Decimal>]) -> Option<Self> {
        let (scale, mantissas) = pack(marks.iter().copied())?;
        Some(Self { scale, starts: None, mantissas, reviewers: Vec::new(), origins: Origins::Column(Arc::clone(table), column) })
    }

    /// Any number of marks a submission. `marks` must be sorted by submission.
    /// `None` when the marks need more than 18 digits at a common number of decimals.
    pub fn several(submissions: usize, marks: &[(u32, u32, Decimal)], origins: Origins) -> Option<Self> {
        let (scale, mantissas) = pack(marks.iter().map(|mark| Some(mark.2)))?;
        let mut starts = Vec::with_capacity(submissions + 1);
        for (at, mark) in marks.iter().enumerate() {
            while starts.len() <= mark.0 as usize {
                starts.push(u32::try_from(at).ok()?);
            }
        }
        starts.resize(submissions + 1, u32::try_from(marks.len()).ok()?);
        Some(Self { scale, starts: Some(starts), mantissas, reviewers: marks.iter().map(|mark| mark.1).collect(), origins })
    }

    /// How many decimals the integers of [`Self::given`] have.
    pub fn scale(&self) -> u8 {
        self.scale
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
        self.mantissas.get(self.range(submission)).unwrap_or_default().iter().copied().filter(|&mark| mark != MISSING)
    }

    /// Where there is at most one mark a submission by construction: its integers, [`MISSING`] where there is none.
    pub fn single(&self) -> Option<&[i64]> {
        self.starts.is_none().then_some(self.mantissas.as_slice())
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
        self.mantissas.iter().filter(|&&mark| mark != MISSING).map(|mark| mark.unsigned_abs()).max().unwrap_or(0)
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
            Some(Mark { reviewer: reviewer.filter(|name| !name.is_empty()), value: Decimal::new(mantissa, self.scale)?, span })
        })
    }
}

/// All marks as integers at their common number of decimals.
fn pack(marks: impl Iterator<Item = Option<Decimal>> + Clone) -> Option<(u8, Vec<i64>)> {
    let scale = marks.clone().flatten().map(Decimal::scale).max().unwrap_or(0);
    let mantissas = marks.map(|mark| mark.map_or(Some(MISSING), |mark| mark.mantissa_at(scale))).collect::<Option<Vec<_>>>()?;
    Some((scale, mantissas))
}
