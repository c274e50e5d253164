//! `grille/panel/1`: the panel at work, for programs. Statistics are rounded to millionths; totals and ranges are exact.

use std::io;

use serde::Serialize;

use super::{GridRef, Number, grid_ref, number, say, write};
use crate::analyse::agreement::{Measurement, Undefined};
use crate::analyse::panel::{Agreement, AgreementOf, Asked, Coefficient, Options, SideBySide, Study, Why};
use crate::report::{figure, reasons};
use crate::score::{Evaluation, Ranking};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    grid: GridRef<'a>,
    asked: usize,
    answered: usize,
    seed: u64,
    draws: usize,
    reviewers: Vec<Reviewer<'a>>,
    submissions: Vec<Submission<'a>>,
    discuss: Vec<Discuss<'a>>,
    agreement: Vec<Row<'a>>,
    influence: Vec<Without<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resampled: Option<Drawn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calibrated: Option<Calibrated<'a>>,
}

#[derive(Serialize)]
struct Reviewer<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    role: &'a str,
    part: &'static str,
    votes: Number,
    sits: bool,
    totals: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lowest: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    highest: Option<Number>,
    marks: usize,
    /// On what somebody else marked too.
    shared: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    beside_the_others: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_order: Option<Number>,
    constant: bool,
}

#[derive(Serialize)]
struct Submission<'a> {
    id: &'a str,
    answers: Vec<Answers<'a>>,
    totals: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deviation: Option<Number>,
    /// Shares of the draws, between 0 and 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    selected: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    undecided: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unrated: Option<Number>,
}

#[derive(Serialize)]
struct Answers<'a> {
    reviewer: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    conflict: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    abstained: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Number>,
}

#[derive(Serialize)]
struct Discuss<'a> {
    id: &'a str,
    why: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    above: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Number>,
}

#[derive(Serialize)]
struct Row<'a> {
    /// The criterion; absent for totals.
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<&'a str>,
    measurement: &'static str,
    submissions: usize,
    complete: usize,
    alpha: Figure,
    icc_2_1: Figure,
    icc_2_k: Figure,
    kendall_w: Figure,
    tau_b: Figure,
}

#[derive(Serialize)]
struct Figure {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    undefined: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<serde_json::Number>,
}

#[derive(Serialize)]
struct Without<'a> {
    reviewer: &'a str,
    enter: Vec<&'a str>,
    leave: Vec<&'a str>,
    undecided: Vec<&'a str>,
    unrated: Vec<&'a str>,
    /// Whether their marks, and not a quorum, make the difference.
    decides: bool,
    winner_changes: bool,
    moves: Vec<Moved<'a>>,
}

#[derive(Serialize)]
struct Moved<'a> {
    id: &'a str,
    from: u32,
    to: u32,
}

#[derive(Serialize)]
struct Drawn {
    draws: usize,
    reviewers: usize,
    same_selection: Number,
    /// At most, at 95 %, as a share.
    error: Number,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Calibrated<'a> {
    Given { submissions: Vec<Pair<'a>>, effects: Vec<Effect<'a>> },
    Islands { islands: Vec<Island<'a>> },
    Nothing { undefined: &'static str },
}

#[derive(Serialize)]
struct Pair<'a> {
    id: &'a str,
    raw_rank: u32,
    raw: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    mean: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calibrated: Option<Number>,
}

#[derive(Serialize)]
struct Effect<'a> {
    reviewer: &'a str,
    points: Number,
    totals: usize,
}

#[derive(Serialize)]
struct Island<'a> {
    reviewers: Vec<&'a str>,
    submissions: Vec<&'a str>,
}

/// Writes the study of a panel.
///
/// # Errors
/// Those of `out`.
pub fn panel(ranking: &Ranking<'_>, study: &Study, options: Options, out: &mut dyn io::Write) -> io::Result<()> {
    let evaluation = &ranking.evaluation;
    let seats = &evaluation.ledger.panel.seats;
    let id = |submission: usize| evaluation.submissions.id(submission);
    let ids = |submissions: &[usize]| submissions.iter().map(|submission| id(*submission)).collect::<Vec<&str>>();
    let name = |reviewer: usize| seats.get(reviewer).map_or("", |seat| seat.name.as_str());
    let real = |value: f64| number(&figure(value));
    let reviewers = seats.iter().zip(&study.moments).zip(&study.severity).map(|((seat, severity), beside)| {
        let marks = severity.marks.as_ref();
        Reviewer {
            name: &seat.name,
            role: &seat.role,
            part: seat.part.word(),
            votes: number(&seat.votes.into()),
            sits: seat.sits,
            totals: marks.map_or(0, |marks| marks.count),
            mean: marks.map(|marks| real(marks.mean)),
            lowest: marks.map(|marks| real(marks.min)),
            highest: marks.map(|marks| real(marks.max)),
            marks: beside.marks,
            shared: beside.shared,
            beside_the_others: beside.deviation.as_ref().map(number),
            same_order: severity.agreement.ok().map(real),
            constant: marks.is_some_and(|marks| marks.count > 1 && marks.is_constant()),
        }
    });
    let discuss = study.discussions.iter().map(|discussion| {
        let (why, reasons, across) = match &discussion.why {
            Why::Unsettled => {
                let reasons = reasons::gaps(evaluation, discussion.submission);
                ("unsettled", reasons.iter().map(say).collect(), None)
            }
            Why::AcrossTheCut { above, below, line } => ("across-the-cut", Vec::new(), Some((*above, *below, line))),
            Why::Apart => ("apart", Vec::new(), None),
        };
        Discuss {
            id: id(discussion.submission),
            why,
            reasons,
            above: across.map(|across| across.0),
            below: across.map(|across| across.1),
            line: across.map(|across| number(across.2)),
            range: discussion.range.as_ref().map(number),
        }
    });
    let influence = study.influences.iter().map(|one| Without {
        reviewer: name(one.reviewer as usize),
        enter: ids(&one.shift.enters),
        leave: ids(&one.shift.leaves),
        undecided: ids(&one.shift.undecided),
        unrated: ids(&one.shift.unrated),
        decides: one.decides(),
        winner_changes: one.shift.winner_changes,
        moves: one.shift.moves.iter().map(|one| Moved { id: id(one.submission), from: one.from, to: one.to }).collect(),
    });
    let resampled = study.resampled.as_ref().map(|resampled| Drawn {
        draws: resampled.draws,
        reviewers: resampled.reviewers,
        same_selection: share(resampled.same, resampled.draws),
        error: share(resampled.error(), 100),
    });
    let calibrated = study.calibrated.as_ref().map(|calibrated| match calibrated {
        SideBySide::NoTotals => Calibrated::Nothing { undefined: "no-totals" },
        SideBySide::Islands(islands) => Calibrated::Islands {
            islands: islands
                .iter()
                .map(|(reviewers, submissions)| Island {
                    reviewers: reviewers.iter().map(|reviewer| name(*reviewer)).collect(),
                    submissions: ids(submissions),
                })
                .collect(),
        },
        SideBySide::Given { rows, calibration } => Calibrated::Given {
            submissions: rows
                .iter()
                .map(|row| Pair {
                    id: id(row.submission),
                    raw_rank: row.raw_rank,
                    raw: number(&row.raw),
                    mean: row.mean.as_ref().map(number),
                    rank: row.rank,
                    calibrated: row.level.map(real),
                })
                .collect(),
            effects: calibration
                .effects
                .iter()
                .zip(&calibration.marks)
                .enumerate()
                .filter_map(|(reviewer, (effect, totals))| {
                    Some(Effect { reviewer: name(reviewer), points: real((*effect)?), totals: *totals })
                })
                .collect(),
        },
    });
    let document = Document {
        schema: "grille/panel/1",
        grid: grid_ref(evaluation.grid),
        asked: study.progress.asked,
        answered: study.progress.answered,
        seed: options.seed,
        draws: options.draws,
        reviewers: reviewers.collect(),
        submissions: submissions(evaluation, study),
        discuss: discuss.collect(),
        agreement: study.agreement.iter().map(|one| row(evaluation, one)).collect(),
        influence: influence.collect(),
        resampled,
        calibrated,
    };
    write(&document, out)
}

fn share(count: usize, of: usize) -> Number {
    let whole = |count: usize| crate::number::Exact::whole(i64::try_from(count).unwrap_or(i64::MAX));
    number(&whole(count).checked_div(&whole(of)).unwrap_or(crate::number::Exact::ZERO))
}

fn submissions<'a>(evaluation: &Evaluation<'a>, study: &Study) -> Vec<Submission<'a>> {
    let seats = &evaluation.ledger.panel.seats;
    let table = study.submissions.iter().zip(&study.progress.cells).zip(&study.totals).zip(&study.spreads);
    let rows = table.map(|(((submission, cells), totals), spread)| {
        let answers = seats.iter().zip(cells).zip(totals).filter_map(|((seat, cell), total)| {
            let (conflict, counts) = match cell {
                Asked::Nothing => return None,
                Asked::Conflict => (true, None),
                Asked::Answers { asked, answered, abstained } => (false, Some((*asked, *answered, *abstained))),
            };
            Some(Answers {
                reviewer: &seat.name,
                conflict,
                asked: counts.map(|counts| counts.0),
                answered: counts.map(|counts| counts.1),
                abstained: counts.map(|counts| counts.2),
                total: total.as_ref().map(number),
            })
        });
        let drawn = study.resampled.as_ref();
        let chance = |of: fn(&crate::analyse::panel::Chances) -> usize| {
            drawn.and_then(|drawn| Some(share(of(drawn.chances.get(*submission)?), drawn.draws)))
        };
        Submission {
            id: evaluation.submissions.id(*submission),
            answers: answers.collect(),
            totals: spread.count,
            range: spread.range.as_ref().map(number),
            deviation: spread.deviation.map(|deviation| number(&figure(deviation))),
            selected: chance(|chance| chance.selected),
            undecided: chance(|chance| chance.tied),
            unrated: chance(|chance| chance.unrated),
        }
    });
    rows.collect()
}

fn row<'a>(evaluation: &Evaluation<'a>, one: &Agreement) -> Row<'a> {
    Row {
        criterion: match one.of {
            AgreementOf::Totals => None,
            AgreementOf::Criterion(index) => evaluation.grid.criteria.get(index).map(|criterion| criterion.id.as_str()),
        },
        measurement: match one.measurement {
            Measurement::Nominal => "nominal",
            Measurement::Ordinal => "ordinal",
            Measurement::Interval => "interval",
            Measurement::Ratio => "ratio",
        },
        submissions: one.submissions,
        complete: one.complete,
        alpha: coefficient(one.alpha),
        icc_2_1: coefficient(one.single),
        icc_2_k: coefficient(one.average),
        kendall_w: coefficient(one.concordance),
        tau_b: coefficient(one.pairs),
    }
}

fn coefficient(coefficient: Coefficient) -> Figure {
    let value = |value: f64| number(&figure(value)).value;
    Figure {
        value: coefficient.value.ok().map(value),
        undefined: coefficient.value.err().map(|why| match why {
            Undefined::TooFew => "too-few",
            Undefined::NoVariation => "no-variation",
            Undefined::Negative => "negative",
            Undefined::NoPositiveVariance => "no-positive-variance",
        }),
        low: coefficient.interval.map(|interval| value(interval.0)),
        high: coefficient.interval.map(|interval| value(interval.1)),
    }
}
