//! `grille/ranking/1`: the ranking for programs.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::marks::{MarkRow, mark_rows};
use super::{
    AdjustmentRow, GapRow, GridRef, GroupRow, Number, Reason, ValidityRow, adjustment_rows, gap_rows, grid_ref, group_rows,
    level, number, reason, say, status, totals, track, validity, write,
};
use crate::analyse::{Of, behind, means, notes};
use crate::model::{Best, FactKind, Item, Role};
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
    /// Where tracks are ranked apart, the places of each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tracks: Vec<TrackRow<'a>>,
    ranked: Lazily<'a, RankedRow<'a>>,
    excluded: Lazily<'a, LeftOut<'a>>,
    unrated: Lazily<'a, LeftOut<'a>>,
    /// Those of the round before that are not among the submissions, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_before: Vec<LeftBefore<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    validity: Vec<ValidityRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    summaries: Vec<SummaryRow<'a>>,
    notes: Vec<NoteRow<'a>>,
}

#[derive(Serialize)]
struct TrackRow<'a> {
    id: &'a str,
    ranked: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<usize>,
}

#[derive(Serialize)]
struct LeftBefore<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    reasons: Vec<String>,
}

#[derive(Serialize)]
struct SummaryRow<'a> {
    id: &'a str,
    /// Of which value of the choice; absent for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean: Option<Number>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    tied: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    track: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    totals: BTreeMap<String, Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    distance: Option<Number>,
    criteria: Vec<CriterionRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<GroupRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    adjustments: Vec<AdjustmentRow<'a>>,
    /// The targets that are not reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapRow<'a>>,
}

#[derive(Serialize)]
struct CriterionRow<'a> {
    id: &'a str,
    /// The combined mark, where the grid has no total that points would add up to.
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Number>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    not_applicable: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarkRow<'a>>,
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

/// Writes a ranking; with `details`, who gave which marks too.
///
/// # Errors
/// Those of `out`.
pub fn ranking<'a>(ranking: &'a Ranking<'a>, details: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let evaluation = &ranking.evaluation;
    let notes = notes(ranking).into_iter().map(|note| NoteRow {
        code: note.code(),
        message: say(&reasons::note(evaluation, &note)),
        submissions: note.submissions().into_iter().map(|at| evaluation.submissions.id(at)).collect(),
    });
    let document = Document {
        schema: "grille/ranking/1",
        grid: grid_ref(evaluation.grid),
        order: match evaluation.grid.best() {
            _ if !evaluation.grid.ranks() => "none",
            Best::Highest => "descending",
            Best::Lowest => "ascending",
        },
        provisional: ranking.provisional(),
        places: match ranking.leagues.as_slice() {
            [one] => one.cut.as_ref().map(|cut| cut.places),
            _ => None,
        },
        tracks: track_rows(ranking),
        ranked: Lazily {
            ranking,
            length: ranking.ranked.len(),
            make: if details {
                |ranking, at| Some(row(ranking, ranking.ranked.get(at)?, true))
            } else {
                |ranking, at| Some(row(ranking, ranking.ranked.get(at)?, false))
            },
        },
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
        left_before: left_before(evaluation),
        validity: validity(evaluation),
        summaries: summaries(ranking),
        notes: notes.collect(),
    };
    write(&document, out)
}

fn track_rows<'a>(ranking: &'a Ranking<'a>) -> Vec<TrackRow<'a>> {
    let leagues = ranking.leagues.iter().filter_map(|league| {
        let track = ranking.evaluation.grid.tracks.get(league.track?)?;
        Some(TrackRow { id: &track.id, ranked: league.range.len(), places: league.cut.as_ref().map(|cut| cut.places) })
    });
    leagues.collect()
}

fn left_before<'a>(evaluation: &'a Evaluation<'a>) -> Vec<LeftBefore<'a>> {
    let carried = evaluation.call.carried.iter().flat_map(|carried| &carried.submissions);
    let gone = carried.filter(|(id, _)| evaluation.submissions.find(id).is_none());
    gone.map(|(id, one)| LeftBefore { id, title: &one.title, reasons: vec![say(&reasons::left_before(one))] }).collect()
}

fn summaries<'a>(ranking: &'a Ranking<'a>) -> Vec<SummaryRow<'a>> {
    let grid = ranking.evaluation.grid;
    let rows = means(ranking).into_iter().filter_map(|mean| {
        let summary = grid.summaries.get(mean.summary)?;
        let of = mean.of.map(|of| match of {
            Of::Choice(index) => match summary.by.and_then(|fact| grid.facts.get(fact)).map(|fact| &fact.kind) {
                Some(FactKind::Choice(values)) => values.get(index).map_or_else(String::new, |value| value.id.clone()),
                _ => String::new(),
            },
            Of::YesNo(yes) => if yes { "yes" } else { "no" }.to_owned(),
            Of::NotSaid => String::new(),
        });
        Some(SummaryRow { id: &summary.id, of, count: mean.count, mean: mean.mean.as_ref().map(number) })
    });
    rows.collect()
}

fn row<'a>(ranking: &'a Ranking<'a>, entry: &Ranked, details: bool) -> RankedRow<'a> {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    let submission = entry.submission as usize;
    let criteria = grid.criteria.iter().enumerate().map(|(index, criterion)| {
        let line = evaluation.line(submission, index);
        let item = Item::Criterion(index);
        let counts = grid.role(item) != Role::Aside;
        CriterionRow {
            id: &criterion.id,
            mark: line.mark.as_ref().filter(|_| !grid.has_total() || !counts).map(number),
            points: line.points.filter(|_| counts).map(|points| number(&evaluation.in_sum(item, points))),
            share: line.share.as_ref().map(number),
            not_applicable: line.left_out == Some(crate::score::LeftOut::NotApplicable),
            marks: if details { mark_rows(evaluation, &behind(evaluation, submission, index)) } else { Vec::new() },
        }
    });
    RankedRow {
        rank: Some(entry.rank).filter(|_| grid.ranks()),
        tied: entry.tied,
        status: entry.status.map(status),
        id: evaluation.submissions.id(submission),
        title: evaluation.submissions.title(submission),
        track: track(evaluation, submission),
        level: level(evaluation, submission),
        totals: totals(evaluation, submission),
        distance: ranking.distance(entry).as_ref().map(number),
        criteria: criteria.collect(),
        groups: group_rows(evaluation, submission),
        adjustments: adjustment_rows(evaluation, submission),
        gaps: gap_rows(evaluation, submission),
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
