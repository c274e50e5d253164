//! What each criterion does to the decision, and what is near a threshold. Statistics are rounded to millionths; margins are exact.

use serde::Serialize;

use super::super::{Number, number};
use crate::analyse::agreement::Undefined;
use crate::analyse::robustness::{Effective, Near, Nearness, NoEffect, NotWithout, Without};
use crate::model::Item;
use crate::report::{figure, reasons};
use crate::score::{Evaluation, Ranking};

/// Nominal and effective weights, or why there are none.
#[derive(Serialize)]
pub(in crate::report) struct EffectiveWeights<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    undefined: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    submissions: Option<usize>,
    criteria: Vec<Weight<'a>>,
    /// The part of what stands between the lines and the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    remainder: Option<Number>,
}

#[derive(Serialize)]
struct Weight<'a> {
    id: &'a str,
    /// Parts of the total and of its variance; 1 is all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    nominal: Option<Number>,
    effective: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean_share: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deviation: Option<Number>,
    alike: bool,
    /// `more` or `less` than it weighs, by far.
    #[serde(skip_serializing_if = "Option::is_none")]
    decides: Option<&'static str>,
}

/// The ranking without each criterion, or why there is none.
#[derive(Serialize)]
pub(in crate::report) struct WithoutEach<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    undefined: Option<&'static str>,
    criteria: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    criterion: &'a str,
    /// The group that was left out with it, being alone in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    enter: Vec<&'a str>,
    leave: Vec<&'a str>,
    undecided: Vec<&'a str>,
    unrated: Vec<&'a str>,
    excluded: Vec<&'a str>,
    winner_changes: bool,
    moves: Vec<Moved<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tau_b: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tau_b_undefined: Option<&'static str>,
}

#[derive(Serialize)]
struct Moved<'a> {
    id: &'a str,
    from: u32,
    to: u32,
}

/// What is near a threshold, nearest first.
#[derive(Serialize)]
pub(in crate::report) struct Thresholds<'a> {
    failed: Vec<Held<'a>>,
    passed: Vec<Held<'a>>,
}

#[derive(Serialize)]
struct Held<'a> {
    id: &'a str,
    rule: String,
    what: String,
    value: Number,
    bound: Number,
    margin: Number,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    only_obstacle: bool,
}

fn id<'a>(evaluation: &'a Evaluation<'a>, criterion: usize) -> &'a str {
    evaluation.grid.criteria.get(criterion).map_or("", |criterion| criterion.id.as_str())
}

/// Effective weights, for a projection.
pub(in crate::report) fn effective_weights<'a>(
    ranking: &'a Ranking<'a>,
    found: &Result<Effective, NoEffect>,
) -> EffectiveWeights<'a> {
    let real = |value: f64| number(&figure(value));
    let effective = match found {
        Ok(effective) => effective,
        Err(why) => {
            let (undefined, submissions) = match why {
                NoEffect::NoTotal => ("no-total", None),
                NoEffect::TooFew(count) => ("too-few", Some(*count)),
                NoEffect::NoSpread => ("no-spread", None),
            };
            return EffectiveWeights { undefined: Some(undefined), submissions, criteria: Vec::new(), remainder: None };
        }
    };
    let criteria = effective.rows.iter().map(|row| Weight {
        id: id(&ranking.evaluation, row.criterion),
        nominal: row.nominal.as_ref().map(number),
        effective: real(row.effective),
        mean_share: row.mean.map(real),
        deviation: row.deviation.map(real),
        alike: row.alike,
        decides: row.gross().map(|more| if more { "more" } else { "less" }),
    });
    EffectiveWeights {
        undefined: None,
        submissions: Some(effective.submissions),
        criteria: criteria.collect(),
        remainder: effective.remainder.map(real),
    }
}

/// The ranking without each criterion, for a projection.
pub(in crate::report) fn without_each<'a>(ranking: &'a Ranking<'a>, found: &Result<Vec<Without>, NotWithout>) -> WithoutEach<'a> {
    let evaluation = &ranking.evaluation;
    let ids = |some: &[usize]| some.iter().map(|one| evaluation.submissions.id(*one)).collect::<Vec<&str>>();
    let one = |one: &Without| One {
        criterion: id(evaluation, one.criterion),
        group: match one.item {
            Item::Group(index) => evaluation.grid.groups.get(index).map(|group| group.id.as_str()),
            Item::Criterion(_) => None,
        },
        enter: ids(&one.shift.enters),
        leave: ids(&one.shift.leaves),
        undecided: ids(&one.shift.undecided),
        unrated: ids(&one.shift.unrated),
        excluded: ids(&one.shift.excluded),
        winner_changes: one.shift.winner_changes,
        moves: one
            .shift
            .moves
            .iter()
            .map(|one| Moved { id: evaluation.submissions.id(one.submission), from: one.from, to: one.to })
            .collect(),
        tau_b: one.tau.and_then(Result::ok).map(|tau| number(&figure(tau))),
        tau_b_undefined: match one.tau {
            None => Some("tracks-apart"),
            Some(Err(Undefined::TooFew)) => Some("too-few"),
            Some(Err(_)) => Some("no-variation"),
            Some(Ok(_)) => None,
        },
    };
    match found {
        Ok(all) => WithoutEach { undefined: None, criteria: all.iter().map(one).collect() },
        Err(why) => {
            let undefined = match why {
                NotWithout::NoRanks => "no-ranks",
                NotWithout::NoTotal => "no-total",
                NotWithout::Alone => "one-criterion",
            };
            WithoutEach { undefined: Some(undefined), criteria: Vec::new() }
        }
    }
}

/// What is near a threshold, for a projection.
pub(in crate::report) fn near_thresholds<'a>(ranking: &'a Ranking<'a>, found: &Nearness) -> Thresholds<'a> {
    let evaluation = &ranking.evaluation;
    let held = |one: &Near| Held {
        id: evaluation.submissions.id(one.submission),
        rule: reasons::bar_code(evaluation.grid, one.bar),
        what: evaluation.grid.topic(&one.subject).map_or_else(|| "total".to_owned(), |topic| topic.id.to_owned()),
        value: number(&one.value),
        bound: number(&one.threshold),
        margin: number(&one.margin),
        only_obstacle: one.only,
    };
    Thresholds { failed: found.failed.iter().map(held).collect(), passed: found.passed.iter().map(held).collect() }
}
