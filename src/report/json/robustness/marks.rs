//! The smallest changes of points and of marks that change who is selected; everything is exact.

use serde::Serialize;

use super::super::{Number, number};
use crate::analyse::robustness::{Effect, Grain, MarkChange, PointsChange, SmallestChanges, Stand, Still};
use crate::report::reasons;
use crate::score::{Evaluation, Ranking};

/// The smallest changes, or why they are not worked out.
#[derive(Serialize)]
pub(in crate::report) struct Smallest<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    points_undefined: Vec<String>,
    points: Vec<Points<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks_undefined: Vec<String>,
    /// How many marks given were tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    marks_tried: Option<usize>,
    /// For so many of them, only the nearest thousand each way.
    #[serde(skip_serializing_if = "Option::is_none")]
    marks_cut_short: Option<usize>,
    marks: Vec<Mark<'a>>,
}

#[derive(Serialize)]
struct Points<'a> {
    id: &'a str,
    criterion: &'a str,
    from: Number,
    to: Number,
    by: Number,
    weight: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark_from: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark_to: Option<Number>,
    /// The set is the same at exactly `to`, and another one with anything more.
    beyond: bool,
    #[serde(flatten)]
    effect: Standing<'a>,
}

#[derive(Serialize)]
struct Mark<'a> {
    id: &'a str,
    criterion: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<&'a str>,
    from: Number,
    to: Number,
    beyond: bool,
    /// Among which marks: `scale`, `any` or `hundredths`.
    among: &'static str,
    /// The part of the scale.
    size: Number,
    #[serde(flatten)]
    effect: Standing<'a>,
}

#[derive(Serialize)]
struct Standing<'a> {
    was: &'static str,
    then: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    with_anything_more: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level_with: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others_enter: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others_leave: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others_undecided: Vec<&'a str>,
}

/// The smallest changes, for a projection.
pub(in crate::report) fn smallest_changes<'a>(ranking: &'a Ranking<'a>, found: &SmallestChanges) -> Smallest<'a> {
    let evaluation = &ranking.evaluation;
    let why = |still: &[Still]| still.iter().map(|one| code(evaluation, one)).collect::<Vec<String>>();
    let criterion = |index: usize| evaluation.grid.criteria.get(index).map_or("", |criterion| criterion.id.as_str());
    let points = |one: &PointsChange| Points {
        id: evaluation.submissions.id(one.submission),
        criterion: criterion(one.criterion),
        from: number(&one.from),
        to: number(&one.to),
        by: number(&one.by()),
        weight: number(&one.weight),
        mark_from: one.marks.as_ref().map(|(from, _)| number(from)),
        mark_to: one.marks.as_ref().map(|(_, to)| number(to)),
        beyond: one.beyond,
        effect: standing(evaluation, &one.effect),
    };
    let mark = |one: &MarkChange| Mark {
        id: evaluation.submissions.id(one.submission),
        criterion: criterion(one.criterion),
        reviewer: one.reviewer.and_then(|reviewer| evaluation.ledger.panel.seat(reviewer)).map(|seat| seat.name.as_str()),
        from: number(&one.from),
        to: number(&one.to),
        beyond: one.beyond,
        among: match one.grain {
            Grain::Scale => "scale",
            Grain::Any => "any",
            Grain::Hundredths => "hundredths",
        },
        size: number(&one.size),
        effect: standing(evaluation, &one.effect),
    };
    let marks = found.marks.as_ref().ok();
    Smallest {
        points_undefined: found.points.as_ref().err().map(|still| why(still)).unwrap_or_default(),
        points: found.points.iter().flatten().map(points).collect(),
        marks_undefined: found.marks.as_ref().err().map(|still| why(still)).unwrap_or_default(),
        marks_tried: marks.map(|marks| marks.marks),
        marks_cut_short: marks.map(|marks| marks.cut_short).filter(|count| *count > 0),
        marks: marks.map(|marks| marks.changes.iter().map(mark).collect()).unwrap_or_default(),
    }
}

fn standing<'a>(evaluation: &'a Evaluation<'a>, effect: &Effect) -> Standing<'a> {
    let ids = |some: &[usize]| some.iter().map(|one| evaluation.submissions.id(*one)).collect::<Vec<&str>>();
    let rival = effect.rival.filter(|_| effect.then == Stand::Tied);
    Standing {
        was: stand(effect.was),
        then: stand(effect.then),
        with_anything_more: effect.after.map(stand),
        level_with: rival.map(|rival| evaluation.submissions.id(rival)),
        rules: effect.bars.iter().map(|bar| reasons::bar_code(evaluation.grid, *bar)).collect(),
        others_enter: ids(&effect.enters),
        others_leave: ids(&effect.leaves),
        others_undecided: ids(&effect.undecided),
    }
}

const fn stand(stand: Stand) -> &'static str {
    match stand {
        Stand::In => "in",
        Stand::Tied => "tied-at-cut",
        Stand::Out => "out",
        Stand::Excluded => "excluded",
        Stand::Unrated => "unrated",
    }
}

fn code(evaluation: &Evaluation<'_>, still: &Still) -> String {
    let code = match still {
        Still::NoRanks => "no-ranks",
        Still::NoTotal => "no-total",
        Still::NoCut => "no-cut-line",
        Still::RankedBy(index) => {
            return format!("ranked-by:{}", evaluation.grid.totals.get(*index).map_or("", |total| total.id.as_str()));
        }
        Still::RankSum => "rank-sum",
        Still::Totals => "totals-combined",
        Still::Budget => "budget",
        Still::Pool => "pool",
        Still::Rounded => "rounded",
        Still::Bar(bar) => return reasons::bar_code(evaluation.grid, *bar),
        Still::Consensus => "consensus",
        Still::NoMarks => "no-marks",
    };
    code.to_owned()
}
