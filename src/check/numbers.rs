//! Numbers in the columns of one table: plain at first sight, else in the notation that the file's own numbers prove or
//! that the call declares.

use rayon::prelude::*;

use crate::model::{At, Findings, Table, rule};
use crate::number::{Date, DateForm, Decimal};
use crate::read::{DecimalSign, Evidence, Notation, NumberProblem};
use crate::text::Message;

/// So many rows are worth a thread of their own.
const PART: usize = 1 << 14;

/// How the call says its tables are written.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// The decimal sign, when declared.
    pub decimal: Option<DecimalSign>,
    /// The order of dates.
    pub dates: DateForm,
}

/// The notation of one table, settled over all its number columns, and said in a note where it is not the plain one.
pub(super) fn settle(table: &Table, columns: &[usize], written: &Written, findings: &mut Findings) -> Notation {
    // Numbers that are all plain prove nothing else, and cost no second pass.
    let plain = |row: usize| columns.iter().all(|&column| is_plain(table.cell_bytes(row, column)));
    if written.decimal.is_none() && (0..table.rows()).into_par_iter().with_min_len(PART).all(plain) {
        return Notation::default();
    }
    let mut evidence = Evidence::default();
    for &column in columns {
        // The numbers of a workbook are in the plain notation and say nothing of the texts beside them.
        for row in (0..table.rows()).filter(|&row| !table.is_typed(row, column)) {
            evidence.see(table.cell(row, column));
        }
    }
    let notation = Notation::settle(&evidence, written.decimal);
    for remark in notation.remarks() {
        findings.push_at(&rule::READ_AS, At::File(table.source().name().to_owned()), remark.clone());
    }
    notation
}

/// Digits and at most one point: the same in every notation this program plainly reads.
fn is_plain(text: &[u8]) -> bool {
    text.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'))
}

/// The number in a cell that is not empty; a `typed` one of a workbook is in the plain notation.
pub(super) fn parse(text: &str, typed: bool, notation: &Notation) -> Result<Decimal, NumberProblem> {
    if typed { Notation::default().number(text) } else { notation.number(text) }
}

/// Whether a cell of a workbook is a date: most often not what a reviewer meant by `3/4`.
pub(super) fn became_a_date(table: &Table, row: usize, column: usize) -> bool {
    table.is_typed(row, column) && Date::parse(table.cell(row, column), DateForm::Iso).is_some()
}

/// The number in a cell; a finding where there is none. The cell must not be empty.
pub(super) fn number(table: &Table, row: usize, column: usize, notation: &Notation, findings: &mut Findings) -> Option<Decimal> {
    let text = table.cell(row, column);
    match parse(text, table.is_typed(row, column), notation) {
        Ok(number) => Some(number),
        Err(problem) => {
            let (span, value) = (table.span(row, column), text.to_owned());
            let heading = table.headings().get(column).map_or_else(String::new, |heading| heading.name.clone());
            match problem {
                NumberProblem::NotANumber => findings
                    .push(&rule::NUMBER, &span, Message::CellNotANumber { value, column: heading })
                    .help(if became_a_date(table, row, column) {
                        Message::CellIsADateHelp {}
                    } else {
                        Message::CellNotANumberHelp {}
                    }),
                NumberProblem::TooManyDigits => {
                    findings.push(&rule::NUMBER, &span, Message::NumberTooLong { value }).help(Message::NumberTooLongHelp {})
                }
                NumberProblem::Ambiguous => findings
                    .push(&rule::NUMBER_AMBIGUOUS, &span, Message::NumberAmbiguous { value })
                    .help(Message::NumberAmbiguousHelp {}),
                NumberProblem::OtherNotation => {
                    findings.push(&rule::NUMBER_MIXED, &span, Message::NumberMixed { value }).help(Message::NumberMixedHelp {})
                }
            };
            None
        }
    }
}

/// Whether a text has a digit wherever `shape` has one, and its other characters as they are.
fn has_shape(text: &str, shape: &str) -> bool {
    let same = |(a, b): (u8, u8)| if b == b'0' { a.is_ascii_digit() } else { a == b };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(same)
}

/// The date in a cell, in the declared form; a finding where there is none. The cell must not be empty.
pub(super) fn date(table: &Table, row: usize, column: usize, form: DateForm, findings: &mut Findings) -> Option<Date> {
    let text = table.cell(row, column);
    // A date of a workbook has no order of its own to declare.
    let form = if table.is_typed(row, column) { DateForm::Iso } else { form };
    let date = Date::parse(text, form);
    if date.is_none() {
        let (span, value) = (table.span(row, column), text.to_owned());
        let read = |form| Date::parse(text, form);
        let (day_first, month_first) = (read(DateForm::DayMonthYear), read(DateForm::MonthDayYear));
        if form == DateForm::Iso && day_first.is_some() && month_first.is_some() && day_first != month_first {
            findings.push(&rule::DATE_AMBIGUOUS, &span, Message::DateAmbiguous { value }).help(Message::DateAmbiguousHelp {});
        } else if form == DateForm::Iso && (day_first.is_some() || month_first.is_some()) {
            // One order only makes it a date, but the next row may be one in both.
            let order = if day_first.is_some() { DateForm::DayMonthYear } else { DateForm::MonthDayYear };
            findings
                .push(&rule::DATE, &span, Message::DateOtherOrder { value })
                .help(Message::DateOtherOrderHelp { order: order.word().to_owned() });
        } else if form == DateForm::Iso && has_shape(text, "0000-00-00") {
            findings.push(&rule::DATE, &span, Message::DateNoSuchDay { value }).help(Message::DateNoSuchDayHelp {});
        } else {
            let help = match form {
                DateForm::Iso => Message::CellNotADateHelp {},
                _ => Message::DateDeclaredHelp { order: form.word().to_owned() },
            };
            findings.push(&rule::DATE, &span, Message::CellNotADate { value }).help(help);
        }
    }
    date
}
