//! JSON: typed, versioned projections of results, never a dump of internal structures. Keys and codes are English and
//! stable; sentences are in English whatever the reader's language; what does not apply is absent.

mod compare;
mod explanation;
mod findings;
mod grids;
mod marks;
mod panel;
mod ranking;
pub(super) mod robustness;
mod rules;
mod screening;
mod versus;

pub use compare::compare;
pub use explanation::explanation;
pub use findings::findings;
pub use grids::{grid, grids};
pub use panel::panel;
pub use ranking::ranking;
pub use robustness::robustness;
pub use rules::rules;
pub use screening::screening;
pub use versus::versus;

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::reasons;
use super::targets::targets_missed;
use crate::analyse::{State, standings};
use crate::model::{Grid, Item, Span};
use crate::number::Exact;
use crate::score::{Adjusted, Class, Evaluation, Outcome, Status, Verdict};
use crate::text::{Label, Lang, Message};

/// An exact number: rounded half away from zero to 6 decimals for programs that compute, and its exact text.
#[derive(Serialize)]
struct Number {
    value: serde_json::Number,
    exact: String,
}

/// Numbers on one line: a thousand lines of one number each help no reader, and take longer to write than to find.
struct Line<T>(T);

impl<T: Serialize> Serialize for Line<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::value::to_raw_value(&self.0).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

/// A grid, pinned by the hash of its file.
#[derive(Serialize)]
struct GridRef<'a> {
    id: &'a str,
    version: &'a str,
    sha256: String,
}

/// A reason, with what was found and where.
#[derive(Serialize)]
struct Reason {
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(flatten)]
    place: Option<Place>,
    /// Where several marks make the value, each of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Place>,
}

/// A place in a file, counted from 1; in a workbook, the cell and its row and column.
#[derive(Serialize)]
struct Place {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    line: u32,
    column: u32,
}

/// A text in the languages it has.
#[derive(Serialize)]
struct Text<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    fr: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<&'a str>,
}

fn number(value: &Exact) -> Number {
    let rounded = value.to_decimal_text(6);
    // A plain decimal text is JSON; serde_json keeps it only as a 64-bit float, which six decimals of a total survive.
    let value_number = rounded.parse().unwrap_or_else(|_| serde_json::Number::from(0));
    Number { value: value_number, exact: value.to_exact_text() }
}

fn grid_ref(grid: &Grid) -> GridRef<'_> {
    GridRef { id: &grid.id, version: &grid.version, sha256: grid.file.sha256() }
}

fn text(label: &Label) -> Text<'_> {
    Text { fr: label.only(Lang::Fr), en: label.only(Lang::En) }
}

fn say(message: &Message) -> String {
    message.text(Lang::En)
}

fn place(span: &Span) -> Place {
    let position = span.position();
    let cell = span.cell();
    Place {
        file: span.source().name().to_owned(),
        sheet: cell.map(|cell| cell.sheet.to_owned()),
        cell: cell.map(|cell| cell.cell()),
        line: position.line.get(),
        column: position.column.get(),
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::In => "in",
        Status::TiedAtCut => "tied-at-cut",
        Status::Out => "out",
    }
}

/// The reason behind a verdict.
fn reason(evaluation: &Evaluation<'_>, submission: usize, verdict: &Verdict, message: &Message) -> Reason {
    let (fact, value) = verdict
        .found
        .iter()
        .find_map(|found| match found {
            crate::score::Found::Fact { fact, .. } => {
                let name = evaluation.grid.facts.get(*fact).map(|fact| fact.id.clone());
                let value = match evaluation.submissions.fact(submission, *fact) {
                    Some(crate::model::FactValue::Number(number)) => Some(number.to_string()),
                    Some(_) => Some(evaluation.submissions.fact_text(submission, *fact).to_owned()),
                    None => None,
                };
                Some((name, value))
            }
            crate::score::Found::Mark { mark: Some(value), .. } | crate::score::Found::Scored { value: Some(value), .. } => {
                Some((None, Some(value.to_exact_text())))
            }
            crate::score::Found::Mark { mark: None, .. }
            | crate::score::Found::Scored { value: None, .. }
            | crate::score::Found::Carried
            | crate::score::Found::Class(_) => None,
        })
        .unwrap_or_default();
    let mut places: Vec<Place> = reasons::places(verdict).iter().map(place).collect();
    let alone = if places.len() == 1 { places.pop() } else { None };
    Reason {
        rule: Some(reasons::bar_code(evaluation.grid, verdict.bar)),
        message: say(message),
        fact,
        value,
        place: alone,
        marks: places,
    }
}

/// Where a bar stands, as a stable word.
const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
        Outcome::Undecided => "undecided",
        Outcome::NotReached => "not-reached",
    }
}

/// The level of a submission, by its identifier; absent where it has none, or the grid has no levels.
fn level<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> Option<&'a str> {
    match evaluation.class(submission)? {
        Class::Level(index) => evaluation.grid.levels.get(index).map(|level| level.id.as_str()),
        Class::None | Class::Undecided => None,
    }
}

/// The track of a submission, by its identifier.
fn track<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> Option<&'a str> {
    evaluation.track(submission).and_then(|track| evaluation.grid.tracks.get(track)).map(|track| track.id.as_str())
}

/// A group’s score.
#[derive(Serialize)]
struct GroupRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<Number>,
}

fn group_rows<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> Vec<GroupRow<'a>> {
    let groups = evaluation.grid.groups.iter().enumerate();
    groups
        .map(|(index, group)| GroupRow {
            id: &group.id,
            points: evaluation.item_points(submission, Item::Group(index)).as_ref().map(number),
        })
        .collect()
}

/// What stands between the lines and the total.
#[derive(Serialize)]
struct AdjustmentRow<'a> {
    why: &'static str,
    /// The group it happens in; absent for the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    by: Number,
}

fn adjustment_rows<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> Vec<AdjustmentRow<'a>> {
    let rows = evaluation.adjustments(submission).into_iter().map(|adjustment| AdjustmentRow {
        why: match adjustment.why {
            Adjusted::Shared => "shared-weight",
            Adjusted::Capped => "cap",
            Adjusted::Rounded => "rounding",
            Adjusted::Combined => "totals-combined",
        },
        group: adjustment.of.and_then(|group| evaluation.grid.groups.get(group)).map(|group| group.id.as_str()),
        by: number(&adjustment.by),
    });
    rows.collect()
}

/// Until when a submission is valid, and where that stands on the call’s day.
#[derive(Serialize)]
struct ValidityRow<'a> {
    submission: &'a str,
    validity: &'a str,
    from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
}

/// Every validity that has a date to run from, in the order of the submissions.
fn validity<'a>(evaluation: &'a Evaluation<'a>) -> Vec<ValidityRow<'a>> {
    let rows = standings(evaluation).into_iter().filter_map(|standing| {
        Some(ValidityRow {
            submission: evaluation.submissions.id(standing.submission),
            validity: &evaluation.grid.validities.get(standing.validity)?.id,
            from: standing.from.to_string(),
            ends: standing.ends.map(|ends| ends.to_string()),
            state: standing.state.map(|state| match state {
                State::NotYet => "not-yet",
                State::Valid => "valid",
                State::Expired => "expired",
            }),
        })
    });
    rows.collect()
}

/// A target that is not reached, in the units of the scale or of the group.
#[derive(Serialize)]
struct GapRow<'a> {
    id: &'a str,
    found: Number,
    target: Number,
}

fn gap_rows<'a>(evaluation: &'a Evaluation<'a>, submission: usize) -> Vec<GapRow<'a>> {
    let grid = evaluation.grid;
    let rows = targets_missed(evaluation, submission).into_iter().filter_map(|gap| {
        let id = match gap.item {
            Item::Criterion(index) => &grid.criteria.get(index)?.id,
            Item::Group(index) => &grid.groups.get(index)?.id,
        };
        Some(GapRow { id, found: number(&gap.value), target: number(&gap.target) })
    });
    rows.collect()
}

/// What ranks (`ranking`), the total of the weights where that is another, and the named totals.
fn totals(evaluation: &Evaluation<'_>, submission: usize) -> BTreeMap<String, Number> {
    let mut totals = BTreeMap::new();
    let mut put = |name: &str, value: Option<Exact>| {
        if let Some(value) = value {
            totals.insert(name.to_owned(), number(&value));
        }
    };
    if evaluation.grid.ranks() {
        put("ranking", evaluation.score(submission));
    }
    if !evaluation.ranks_by_weights() {
        put("total", evaluation.total(submission));
    }
    for (index, total) in evaluation.grid.totals.iter().enumerate() {
        put(&total.id, evaluation.named(submission, index));
    }
    totals
}

/// Writes any projection, indented, with a line end after it.
pub(super) fn write(value: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    let mut out = io::BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    io::Write::write_all(&mut out, b"\n")?;
    io::Write::flush(&mut out)
}
