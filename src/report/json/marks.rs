//! The marks behind a line, for programs.

use serde::Serialize;

use super::{Place, place};
use crate::analyse::Behind;
use crate::model::Given;
use crate::score::Evaluation;

/// One answer.
#[derive(Serialize)]
pub(super) struct MarkRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<&'a str>,
    mark: String,
    /// Whether it is in the combined mark; absent where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<bool>,
    /// Absent for who asked for numbers in the place of names: a file may bear one.
    #[serde(flatten)]
    place: Option<Place>,
}

/// The answers behind a line, then who is in conflict or expected and has written nothing.
pub(super) fn mark_rows<'a>(evaluation: &Evaluation<'a>, behind: &Behind<'a>) -> Vec<MarkRow<'a>> {
    let panel = &evaluation.ledger.panel;
    let given = behind.marks.iter().map(|mark| MarkRow {
        reviewer: mark.reviewer,
        mark: match mark.value {
            Given::Mark(value) => value.to_string(),
            Given::NotApplicable => "n/a".to_owned(),
            Given::Abstained => "abstained".to_owned(),
            Given::Recused => "recused".to_owned(),
        },
        counts: mark.index.filter(|index| behind.uncounted.contains(index)).map(|_| false),
        place: (!panel.anonymous).then(|| place(&mark.span)),
    });
    let told = |reviewers: &[u32], word: &str| {
        let seats = reviewers.iter().filter_map(|reviewer| panel.seat(*reviewer));
        let rows = seats.map(|seat| MarkRow { reviewer: Some(&seat.name), mark: word.to_owned(), counts: None, place: None });
        rows.collect::<Vec<_>>()
    };
    given.chain(told(&behind.recused, "recused")).chain(told(&behind.missing, "missing")).collect()
}
