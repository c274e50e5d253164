//! `grille/compare/1`: what scenarios change, for programs. Weights, points and scores are exact; statistics are rounded to
//! millionths.

use std::io;

use serde::Serialize;

use super::{GridRef, Number, Text, grid_ref, level, number, status, text, write};
use crate::analyse::compare::{Case, Crossing};
use crate::analyse::scenario::{How, Kept};
use crate::model::{Grid, Item};
use crate::number::Exact;
use crate::report::figure;
use crate::score::{Disposition, Ranking};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    grid: GridRef<'a>,
    /// As the grid stands.
    ranking: Vec<Row<'a>>,
    scenarios: Vec<Scenario<'a>>,
}

/// A submission in a ranking.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    id: &'a str,
    /// `in`, `tied-at-cut`, `out`, `ranked` without a cut-line, `rated` where nothing ranks, `excluded` or `unrated`.
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tied: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Number>,
}

#[derive(Serialize)]
pub(super) struct Scenario<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Text<'a>>,
    /// The grid it starts from; absent where that is the call's.
    #[serde(skip_serializing_if = "Option::is_none")]
    grid: Option<GridRef<'a>>,
    changes: Changes<'a>,
    /// Every weight that was named or that moved.
    weights: Vec<Weight<'a>>,
    /// What stays although one might think it moves.
    stays: Vec<Stays<'a>>,
    enter: Vec<&'a str>,
    leave: Vec<&'a str>,
    undecided: Vec<&'a str>,
    unrated: Vec<&'a str>,
    excluded: Vec<&'a str>,
    ranked: Vec<&'a str>,
    winner_changes: bool,
    /// Who is at another level of a classification.
    levels: Vec<Level<'a>>,
    moves: Vec<Moved<'a>>,
    /// How many are ranked on both sides.
    paired: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    tau_b: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    overlap: Option<Overlap>,
    crossings: Vec<Cross<'a>>,
    ranking: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Changes<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    set: Vec<Set<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    drop: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    panel: Option<&'static str>,
}

#[derive(Serialize)]
struct Set<'a> {
    id: &'a str,
    weight: Number,
}

#[derive(Serialize)]
struct Weight<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    track: Option<&'a str>,
    from: Number,
    to: Number,
    how: &'static str,
}

#[derive(Serialize)]
struct Stays<'a> {
    what: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    of: Vec<&'a str>,
}

/// A submission at another level; absent where it is at none.
#[derive(Serialize)]
struct Level<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
}

#[derive(Serialize)]
struct Moved<'a> {
    id: &'a str,
    from: u32,
    to: u32,
}

#[derive(Serialize)]
struct Overlap {
    before: usize,
    after: usize,
    common: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    jaccard: Option<Number>,
}

/// One who crosses the line beside the one whose place is at stake: the scores of the first less those of the second.
#[derive(Serialize)]
struct Cross<'a> {
    above: &'a str,
    below: &'a str,
    gap: Sides,
    criteria: Vec<Line<'a>>,
    /// What stands between points and totals.
    between: Sides,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<&'a str>,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(flatten)]
    sides: Sides,
}

#[derive(Serialize)]
struct Sides {
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Number>,
}

/// Writes a comparison.
///
/// # Errors
/// Those of `out`.
pub fn compare(now: &Ranking<'_>, cases: &[Case<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    let grid = now.evaluation.grid;
    let document = Document {
        schema: "grille/compare/1",
        grid: grid_ref(grid),
        ranking: rows(now),
        scenarios: cases.iter().map(|case| scenario(now, case, case.other.unwrap_or(grid))).collect(),
    };
    write(&document, out)
}

pub(super) fn scenario<'a>(now: &'a Ranking<'_>, case: &'a Case<'_>, grid: &'a Grid) -> Scenario<'a> {
    let (comparison, scenario) = (&case.comparison, case.scenario);
    let (shift, weighing) = (&comparison.shift, &scenario.weighing);
    let submissions = case.then.evaluation.submissions;
    let ids = |some: &[usize]| some.iter().map(|one| submissions.id(*one)).collect::<Vec<_>>();
    let items = |some: &[Item]| some.iter().map(|item| id(grid, *item)).collect::<Vec<_>>();
    Scenario {
        id: &scenario.id,
        label: scenario.label.as_ref().map(text),
        grid: case.other.map(grid_ref),
        changes: Changes {
            set: weighing.set.iter().map(|(item, weight)| Set { id: id(grid, *item), weight: number(weight) }).collect(),
            fix: items(&weighing.fix),
            drop: items(&weighing.drop),
            missing: scenario.missing.map(crate::model::Missing::word),
            panel: scenario.panel.as_ref().map(|policy| policy.word()),
        },
        weights: weights(case, grid),
        stays: case.applied.kept.iter().map(|kept| stays(kept, grid)).collect(),
        enter: ids(&shift.enters),
        leave: ids(&shift.leaves),
        undecided: ids(&shift.undecided),
        unrated: ids(&shift.unrated),
        excluded: ids(&shift.excluded),
        ranked: ids(&shift.ranked),
        winner_changes: shift.winner_changes,
        levels: comparison
            .levels
            .iter()
            .map(|one| Level {
                id: submissions.id(*one),
                from: level(&now.evaluation, *one),
                to: level(&case.then.evaluation, *one),
            })
            .collect(),
        moves: shift.moves.iter().map(|one| Moved { id: submissions.id(one.submission), from: one.from, to: one.to }).collect(),
        paired: comparison.paired,
        tau_b: comparison.tau.and_then(Result::ok).map(|tau| number(&figure(tau)).value),
        overlap: comparison.overlap.map(|overlap| Overlap {
            before: overlap.before,
            after: overlap.after,
            common: overlap.common,
            jaccard: overlap.jaccard().as_ref().map(number),
        }),
        crossings: comparison.crossings.iter().map(|one| crossing(one, &case.then)).collect(),
        ranking: rows(&case.then),
    }
}

fn weights<'a>(case: &Case<'_>, grid: &'a Grid) -> Vec<Weight<'a>> {
    let moved = case.applied.moved.iter().map(|one| Weight {
        id: id(grid, one.item),
        track: one.track.and_then(|track| grid.tracks.get(track)).map(|track| track.id.as_str()),
        from: number(&one.from),
        to: number(&one.to),
        how: match one.how {
            How::Set => "set",
            How::Kept => "fixed",
            How::Dropped => "dropped",
            How::InProportion => "in-proportion",
        },
    });
    moved.collect()
}

fn stays<'a>(kept: &Kept, grid: &'a Grid) -> Stays<'a> {
    let criteria = |some: &[usize]| some.iter().map(|index| id(grid, Item::Criterion(*index))).collect();
    let (what, of) = match kept {
        Kept::Thresholds => ("thresholds", Vec::new()),
        Kept::WithDropped => ("dropped-minimums-and-ties", Vec::new()),
        Kept::Relative(groups) => ("means", groups.iter().map(|index| id(grid, Item::Group(*index))).collect()),
        Kept::OwnMissing(some) => ("missing", criteria(some)),
        Kept::OwnCombine(some) => ("combine", criteria(some)),
        Kept::Totals(totals) => {
            ("totals", totals.iter().filter_map(|index| Some(grid.totals.get(*index)?.id.as_str())).collect())
        }
    };
    Stays { what, of }
}

fn crossing<'a>(crossing: &'a Crossing, then: &'a Ranking<'_>) -> Cross<'a> {
    let submissions = then.evaluation.submissions;
    let sides = |before: Option<&Exact>, after: Option<&Exact>| Sides { before: before.map(number), after: after.map(number) };
    Cross {
        above: submissions.id(crossing.above),
        below: submissions.id(crossing.below),
        gap: sides(Some(&crossing.gap.0), Some(&crossing.gap.1)),
        criteria: crossing
            .lines
            .iter()
            .map(|line| Line { id: &line.id, sides: sides(line.before.as_ref(), line.after.as_ref()) })
            .collect(),
        between: sides(Some(&crossing.between.0), Some(&crossing.between.1)),
        most: crossing.most.and_then(|at| crossing.lines.get(at)).map(|line| line.id.as_str()),
    }
}

/// Every submission: the ranked in their order, then the others in that of the file.
pub(super) fn rows<'a>(ranking: &'a Ranking<'_>) -> Vec<Row<'a>> {
    let evaluation = &ranking.evaluation;
    let ranks = evaluation.grid.ranks();
    let ranked = ranking.ranked.iter().map(|entry| Row {
        id: evaluation.submissions.id(entry.submission as usize),
        status: entry.status.map_or(if ranks { "ranked" } else { "rated" }, status),
        rank: ranks.then_some(entry.rank),
        tied: ranks.then_some(entry.tied),
        score: evaluation.score(entry.submission as usize).filter(|_| ranks).as_ref().map(number),
    });
    let others = (0..evaluation.submissions.len()).filter_map(|at| {
        let status = match ranking.disposition(at) {
            Disposition::Excluded => "excluded",
            Disposition::Unrated => "unrated",
            Disposition::Ranked => return None,
        };
        Some(Row { id: evaluation.submissions.id(at), status, rank: None, tied: None, score: None })
    });
    ranked.chain(others).collect()
}

fn id(grid: &Grid, item: Item) -> &str {
    match item {
        Item::Criterion(index) => grid.criteria.get(index).map_or("", |criterion| criterion.id.as_str()),
        Item::Group(index) => grid.groups.get(index).map_or("", |group| group.id.as_str()),
    }
}
