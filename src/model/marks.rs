//! The ledger: every mark that reviewers gave, criterion by criterion, with its place.

use std::sync::Arc;

use super::{Panel, SeatPart, Span, Table};
use crate::number::{Decimal, Exact};

/// All marks of a call.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The reviewers: those the call names, else in the order of first mention. Without any, marks are given without a name.
    pub panel: Panel,
    /// One column a criterion of the grid; a criterion that facts measure has none.
    pub columns: Arc<[Option<MarkColumn>]>,
}

impl Ledger {
    /// The column of a criterion that reviewers mark.
    pub fn column(&self, criterion: usize) -> Option<&MarkColumn> {
        self.columns.get(criterion).and_then(Option::as_ref)
    }

    /// Whether a reviewer has given a submission a mark, on one criterion at least.
    pub fn is_marked_by(&self, submission: usize, reviewer: u32) -> bool {
        let mut columns = self.columns.iter().flatten();
        columns.any(|column| matches!(column.answer_of(submission, reviewer), Some(Given::Mark(_))))
    }

    /// The same marks under another panel.
    #[must_use]
    pub fn under(&self, panel: Panel) -> Self {
        Self { panel, columns: Arc::clone(&self.columns) }
    }
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
    /// Whether some answer is no mark.
    answers: bool,
    /// Whether some mark says that the criterion does not apply.
    waives: bool,
    /// Who gave each mark, by index into the ledger's reviewers; empty where marks are given without a name.
    reviewers: Vec<u32>,
    origins: Origins,
}

/// Stands for "no mark" among integers: no mark of at most 18 digits has this mantissa.
pub const MISSING: i64 = i64::MIN;

/// Stand for the answers that are no mark, in a column.
const NOT_APPLICABLE: i64 = i64::MIN + 1;
const ABSTAINED: i64 = i64::MIN + 2;
const RECUSED: i64 = i64::MIN + 3;

/// What a reviewer gave. A mark that is missing is none of these: it is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// A mark on the scale.
    Mark(Decimal),
    /// Word that the criterion does not apply to the submission.
    NotApplicable,
    /// Word that they give no mark.
    Abstained,
    /// Word that they may give none, being in conflict; or a mark that a conflict has removed.
    Recused,
}

impl Given {
    /// The integer that stands for an answer that is no mark.
    const fn sentinel(self) -> Option<i64> {
        match self {
            Self::Mark(_) => None,
            Self::NotApplicable => Some(NOT_APPLICABLE),
            Self::Abstained => Some(ABSTAINED),
            Self::Recused => Some(RECUSED),
        }
    }

    /// The answer that an integer stands for, at a number of decimals; `None` where it is missing.
    fn from_integer(mantissa: i64, scale: u8) -> Option<Self> {
        match mantissa {
            MISSING => None,
            NOT_APPLICABLE => Some(Self::NotApplicable),
            ABSTAINED => Some(Self::Abstained),
            RECUSED => Some(Self::Recused),
            mark => Decimal::new(mark, scale).map(Self::Mark),
        }
    }
}

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
    /// Their index in the panel, likewise.
    pub index: Option<u32>,
    /// What was given.
    pub value: Given,
    /// Where it stands.
    pub span: Span,
}

/// Whether an integer of a column is a mark, and stands for nothing else.
const fn is_mark(mantissa: i64) -> bool {
    mantissa > RECUSED
}

impl MarkColumn {
    /// One mark or none a submission, given without names, in a column of the submissions' own table.
    /// `None` when the marks need more than 18 digits at a common number of decimals.
    pub fn plain(table: &Arc<Table>, column: usize, marks: Packed) -> Option<Self> {
        let (answers, waives) = (marks.answers, marks.waives);
        let (scale, mantissas) = marks.settled()?;
        Some(Self {
            scale,
            starts: None,
            mantissas,
            answers,
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
        let (answers, waives) = (packed.answers, packed.waives);
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
            answers,
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

    /// Every answer about a submission: who gave it (`None` where marks have no names), and what.
    pub fn answers(&self, submission: usize) -> impl Iterator<Item = (Option<u32>, Given)> + '_ {
        self.range(submission).filter_map(move |at| {
            let given = Given::from_integer(*self.mantissas.get(at)?, self.scale)?;
            Some((self.reviewers.get(at).copied(), given))
        })
    }

    /// Whether somebody says that the criterion does not apply to a submission, and nobody gives a mark. Who only gives an opinion,
    /// or is left out of an analysis, says nothing.
    pub fn is_waived(&self, submission: usize, panel: &Panel) -> bool {
        if !self.waives {
            return false;
        }
        let heard = |reviewer: Option<u32>| {
            let seat = reviewer.and_then(|reviewer| panel.seat(reviewer));
            seat.is_none_or(|seat| seat.times > 0 && (seat.is_asked() || seat.part == SeatPart::Consensus))
        };
        let mut waived = false;
        for (_, given) in self.answers(submission).filter(|(reviewer, _)| heard(*reviewer)) {
            match given {
                Given::Mark(_) => return false,
                Given::NotApplicable => waived = true,
                Given::Abstained | Given::Recused => {}
            }
        }
        waived
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
        (self.starts.is_none() && !self.answers).then_some(self.mantissas.as_slice())
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

    /// The answer of one reviewer about a submission.
    pub fn answer_of(&self, submission: usize, reviewer: u32) -> Option<Given> {
        self.answers(submission).find(|(who, _)| *who == Some(reviewer)).map(|(_, given)| given)
    }

    /// The answers about a submission, with who gave them and where they stand.
    pub fn marks<'a>(&'a self, submission: usize, panel: &'a Panel) -> impl Iterator<Item = Mark<'a>> + 'a {
        self.range(submission).filter_map(move |at| {
            let value = Given::from_integer(*self.mantissas.get(at)?, self.scale)?;
            let index = self.reviewers.get(at).copied();
            let seat = index.and_then(|index| panel.seat(index));
            let span = match &self.origins {
                Origins::Column(table, column) => table.span(submission, *column),
                Origins::Cells(tables, cells) => {
                    let &(table, row, column) = cells.get(at)?;
                    tables.get(usize::from(table))?.span(row as usize, usize::from(column))
                }
            };
            let named = seat.filter(|seat| !seat.name.is_empty());
            Some(Mark { reviewer: named.map(|seat| seat.name.as_str()), index: index.filter(|_| named.is_some()), value, span })
        })
    }

    /// One whole unit of a mark, in the integers of [`Self::given`].
    pub fn unit(&self) -> i64 {
        10i64.pow(u32::from(self.scale))
    }

    /// A mark of [`Self::given`] as a number.
    pub fn number(&self, mark: i64) -> Option<Exact> {
        Exact::ratio(mark, self.unit())
    }
}

/// Marks on their way into a column: integers at a number of decimals that grows as the marks need it.
#[derive(Debug, Default)]
pub struct Packed {
    scale: u8,
    mantissas: Vec<i64>,
    /// Some mark did not fit 18 digits at the common number of decimals.
    overflow: bool,
    /// Some answer is no mark.
    answers: bool,
    /// Some answer says that the criterion does not apply.
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
            Some(answer) => {
                self.answers = true;
                self.waives |= answer == Given::NotApplicable;
                return self.mantissas.push(answer.sentinel().unwrap_or(MISSING));
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
        self.answers |= other.answers;
        self.waives |= other.waives;
        if other.scale >= self.scale {
            self.rescale(other.scale);
            self.mantissas.extend_from_slice(&other.mantissas);
        } else {
            let added = other.mantissas.iter().map(|&mark| Given::from_integer(mark, other.scale));
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
