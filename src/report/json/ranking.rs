//! `grille/ranking/1`: the ranking for programs.

use std::io;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::{GridRef, Number, Reason, grid_ref, number, reason, say, status, write};
use crate::analyse::notes;
use crate::report::reasons;
use crate::score::{Evaluation, Ranked, Ranking};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    grid: GridRef<'a>,
    order: &'static str,
    provisional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<usize>,
    ranked: Lazily<'a, RankedRow<'a>>,
    excluded: Lazily<'a, LeftOut<'a>>,
    unrated: Lazily<'a, LeftOut<'a>>,
    notes: Vec<NoteRow<'a>>,
}

/// A list whose elements are made one by one: a million rows never stand in memory together.
struct Lazily<'a, T> {
    ranking: &'a Ranking<'a>,
    length: usize,
    make: fn(&'a Ranking<'a>, usize) -> Option<T>,
}

impl<T: Serialize> Serialize for Lazily<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.length))?;
        for at in 0..self.length {
            if let Some(element) = (self.make)(self.ranking, at) {
                list.serialize_element(&element)?;
            }
        }
        list.end()
    }
}

#[derive(Serialize)]
struct RankedRow<'a> {
    rank: u32,
    tied: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    totals: Totals,
    #[serde(skip_serializing_if = "Option::is_none")]
    distance: Option<Number>,
    criteria: Vec<CriterionRow<'a>>,
}

/// The total that ranks; other named totals stand beside it where a grid has them.
#[derive(Serialize)]
struct Totals {
    #[serde(skip_serializing_if = "Option::is_none")]
    ranking: Option<Number>,
}

#[derive(Serialize)]
struct CriterionRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Number>,
}

#[derive(Serialize)]
struct LeftOut<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    reasons: Vec<Reason>,
}

#[derive(Serialize)]
struct NoteRow<'a> {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    submissions: Vec<&'a str>,
}

/// Writes a ranking.
///
/// # Errors
/// Those of `out`.
pub fn ranking<'a>(ranking: &'a Ranking<'a>, out: &mut dyn io::Write) -> io::Result<()> {
    let evaluation = &ranking.evaluation;
    let notes = notes(ranking).into_iter().map(|note| NoteRow {
        code: note.code(),
        message: say(&reasons::note(evaluation, &note)),
        submissions: note.submissions().into_iter().map(|at| evaluation.submissions.id(at)).collect(),
    });
    let document = Document {
        schema: "grille/ranking/1",
        grid: grid_ref(evaluation.grid),
        order: "descending",
        provisional: ranking.provisional(),
        places: evaluation.call.places,
        ranked: Lazily { ranking, length: ranking.ranked.len(), make: |ranking, at| Some(row(ranking, ranking.ranked.get(at)?)) },
        excluded: Lazily {
            ranking,
            length: ranking.excluded.len(),
            make: |ranking, at| Some(excluded(&ranking.evaluation, *ranking.excluded.get(at)? as usize)),
        },
        unrated: Lazily {
            ranking,
            length: ranking.unrated.len(),
            make: |ranking, at| Some(unrated(&ranking.evaluation, *ranking.unrated.get(at)? as usize)),
        },
        notes: notes.collect(),
    };
    write(&document, out)
}

fn row<'a>(ranking: &'a Ranking<'a>, entry: &Ranked) -> RankedRow<'a> {
    let evaluation = &ranking.evaluation;
    let submission = entry.submission as usize;
    let criteria = evaluation.grid.criteria.iter().enumerate().map(|(index, criterion)| {
        let line = evaluation.line(submission, index);
        CriterionRow { id: &criterion.id, points: line.points.as_ref().map(number), share: line.share.as_ref().map(number) }
    });
    RankedRow {
        rank: entry.rank,
        tied: entry.tied,
        status: entry.status.map(status),
        id: evaluation.submissions.id(submission),
        title: evaluation.submissions.title(submission),
        totals: Totals { ranking: evaluation.total(submission).as_ref().map(number) },
        distance: ranking.distance(entry).as_ref().map(number),
        criteria: criteria.collect(),
    }
}

fn excluded<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> LeftOut<'a> {
    let reasons = reasons::failures(evaluation, submission);
    LeftOut {
        id: evaluation.submissions.id(submission),
        title: evaluation.submissions.title(submission),
        reasons: reasons.iter().map(|(verdict, message)| reason(evaluation, submission, verdict, message)).collect(),
    }
}

fn unrated<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> LeftOut<'a> {
    let gap = |message| Reason { rule: None, message: say(message), fact: None, value: None, place: None, marks: Vec::new() };
    LeftOut {
        id: evaluation.submissions.id(submission),
        title: evaluation.submissions.title(submission),
        reasons: reasons::gaps(evaluation, submission).iter().map(gap).collect(),
    }
}
