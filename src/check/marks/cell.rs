//! One cell of a mark file: nothing, a number on the scale, a word that the scale knows, or an answer that is no mark.

use super::super::{answers, numbers};
use crate::model::nearest::{nearest, same_word};
use crate::model::scale::{OffScale, Scale};
use crate::model::{Findings, Given, Span, Table, rule};
use crate::number::Decimal;
use crate::read::Notation;
use crate::text::Message;

/// A criterion that reviewers mark: its scale, whether a mark may say that it does not apply, and the words that the call adds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked<'a> {
    pub(super) scale: &'a dyn Scale,
    pub(super) may_waive: bool,
    pub(super) words: &'a [(String, Option<Given>)],
}

/// The mark in a cell: nothing, a number on the scale, or a word the scale knows.
pub(super) fn mark(
    table: &Table,
    row: usize,
    column: usize,
    marked: Marked<'_>,
    notation: &Notation,
    sentinels: &[(&answers::Sentinel, std::cell::Cell<usize>)],
    findings: &mut Findings,
) -> Option<Given> {
    let scale = marked.scale;
    let text = table.cell(row, column);
    if text.is_empty() {
        return None;
    }
    if let Some((_, means)) = marked.words.iter().find(|(word, _)| same_word(word, text)) {
        return answer(*means, table, row, column, marked, findings);
    }
    if let Some(value) = scale.word(text) {
        return Some(Given::Mark(value));
    }
    let Ok(value) = numbers::parse(text, table.is_typed(row, column), notation) else {
        if let Some(given) = answers::known(text) {
            return answer(Some(given), table, row, column, marked, findings);
        }
        let words = scale.words();
        if let Some(near) = nearest(text, answers::suggestions()).filter(|_| words.is_empty()) {
            findings
                .push(
                    &rule::MARK_WORD,
                    &table.span(row, column),
                    Message::MarkWordUnknown { value: text.to_owned(), near: Some(near) },
                )
                .help(Message::MarkWordHelp { scale: Box::new(scale.describe()) });
            return None;
        }
        if words.is_empty() {
            return numbers::number(table, row, column, notation, findings).map(Given::Mark);
        }
        let mut known: Vec<&str> = answers::suggestions().collect();
        known.extend(words.iter().map(String::as_str));
        let near = nearest(text, known);
        findings
            .push(&rule::MARK_WORD, &table.span(row, column), Message::MarkWordUnknown { value: text.to_owned(), near })
            .help(if numbers::became_a_date(table, row, column) {
                Message::CellIsADateHelp {}
            } else {
                Message::MarkWordHelp { scale: Box::new(scale.describe()) }
            });
        return None;
    };
    if let Some((sentinel, count)) = sentinels.iter().find(|(sentinel, _)| sentinel.value == value) {
        count.set(count.get() + 1);
        return answer(sentinel.means, table, row, column, marked, findings);
    }
    match scale.admits(value) {
        Ok(()) => Some(Given::Mark(value)),
        Err(off) => {
            off_scale(off, value, scale, &table.span(row, column), findings);
            None
        }
    }
}

/// An answer that is no mark; that a criterion does not apply must be known to the grid.
fn answer(
    means: Option<Given>,
    table: &Table,
    row: usize,
    column: usize,
    marked: Marked<'_>,
    findings: &mut Findings,
) -> Option<Given> {
    if means == Some(Given::NotApplicable) && !marked.may_waive {
        let value = table.cell(row, column).to_owned();
        findings
            .push(&rule::MARK_NOT_APPLICABLE, &table.span(row, column), Message::MarkNotApplicable { value })
            .help(Message::MarkNotApplicableHelp {});
        return None;
    }
    means
}

/// Says that a value is not on its scale.
fn off_scale(off: OffScale, value: Decimal, scale: &dyn Scale, span: &Span, findings: &mut Findings) {
    let (mark, scale_text) = (value.into(), Box::new(scale.describe()));
    match off {
        OffScale::Outside => findings.push(&rule::MARK_OFF_SCALE, span, Message::MarkOffScale { mark, scale: scale_text }),
        OffScale::OffStep => findings.push(&rule::MARK_OFF_STEP, span, Message::MarkOffStep { mark, scale: scale_text }),
    }
    .help(Message::MarkOffScaleHelp {});
}
