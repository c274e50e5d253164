//! `grille/robustness/1`: how far the decision holds, for programs.

pub(in crate::report) mod contribution;
mod exact;
pub(in crate::report) mod marks;
mod simulation;

use std::io;

use serde::Serialize;

use super::{GridRef, Number, grid_ref, number, say, write};
use crate::analyse::robustness::{Bent, Region, Study};
use crate::model::Item;
use crate::report::reasons;
use crate::report::views::RobustnessAsked;
use crate::score::{Evaluation, Ranking};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    grid: GridRef<'a>,
    provisional: bool,
    selected: Vec<&'a str>,
    /// Those who share a rank across the cut-line.
    undecided: Vec<&'a str>,
    region: Admissible<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<exact::Exact<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effective_weights: Option<contribution::EffectiveWeights<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without_each: Option<contribution::WithoutEach<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thresholds: Option<contribution::Thresholds<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    smallest_changes: Option<marks::Smallest<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simulation: Option<simulation::Simulated<'a>>,
    /// Why nothing could be drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_drawn: Option<&'static str>,
    /// Why exact answers do not apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_exact: Vec<Reason>,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    message: String,
}

/// The admissible weightings.
#[derive(Serialize)]
struct Admissible<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<Number>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bounds: Vec<Bound<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    order: Vec<Vec<&'a str>>,
}

#[derive(Serialize)]
struct Bound<'a> {
    criterion: &'a str,
    low: Number,
    high: Number,
}

/// Writes a study. `criteria` are the weighed criteria, by index, in the order of the region.
///
/// # Errors
/// Those of `out`.
pub fn robustness(
    ranking: &Ranking<'_>,
    study: &Study,
    asked: &RobustnessAsked,
    criteria: &[usize],
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let evaluation = &ranking.evaluation;
    let with = |status: crate::score::Status| {
        let own = ranking.ranked.iter().filter(move |entry| entry.status == Some(status));
        own.map(|entry| evaluation.submissions.id(entry.submission as usize)).collect()
    };
    let document = Document {
        schema: "grille/robustness/1",
        grid: grid_ref(evaluation.grid),
        provisional: ranking.provisional(),
        selected: with(crate::score::Status::In),
        undecided: with(crate::score::Status::TiedAtCut),
        region: admissible(evaluation, asked, criteria),
        exact: study.exact.as_ref().ok().map(|exact| exact::exact(ranking, exact)),
        effective_weights: study.effective.as_ref().map(|found| contribution::effective_weights(ranking, found)),
        without_each: study.without.as_ref().map(|found| contribution::without_each(ranking, found)),
        thresholds: study.near.as_ref().map(|found| contribution::near_thresholds(ranking, found)),
        smallest_changes: study.changes.as_ref().map(|found| marks::smallest_changes(ranking, found)),
        simulation: study
            .simulation
            .as_ref()
            .and_then(|drawn| drawn.as_ref().ok())
            .map(|found| simulation::simulated(ranking, found)),
        not_drawn: study.simulation.as_ref().and_then(|drawn| drawn.as_ref().err()).map(|why| simulation::undrawn_code(*why)),
        not_exact: study
            .exact
            .as_ref()
            .err()
            .map(|bent| bent.iter().map(|one| reason(evaluation, one)).collect())
            .unwrap_or_default(),
    };
    write(&document, out)
}

fn admissible<'a>(evaluation: &Evaluation<'a>, asked: &RobustnessAsked, criteria: &[usize]) -> Admissible<'a> {
    let name = |at: usize| item_id(evaluation, Item::Criterion(criteria.get(at).copied().unwrap_or(usize::MAX)));
    match &asked.region {
        Region::All => Admissible { kind: "all", band: None, bounds: Vec::new(), order: Vec::new() },
        Region::Between(bounds) => Admissible {
            kind: if asked.band.is_some() { "band" } else { "bounds" },
            band: asked.band.as_ref().map(number),
            bounds: bounds
                .iter()
                .enumerate()
                .map(|(at, (low, high))| Bound { criterion: name(at), low: number(low), high: number(high) })
                .collect(),
            order: Vec::new(),
        },
        Region::Order(blocks) => Admissible {
            kind: "order",
            band: None,
            bounds: Vec::new(),
            order: blocks.iter().map(|block| block.iter().map(|at| name(*at)).collect()).collect(),
        },
    }
}

/// The identifier of an item.
fn item_id<'a>(evaluation: &Evaluation<'a>, item: Item) -> &'a str {
    let grid = evaluation.grid;
    match item {
        Item::Criterion(index) => grid.criteria.get(index).map_or("", |criterion| criterion.id.as_str()),
        Item::Group(index) => grid.groups.get(index).map_or("", |group| group.id.as_str()),
    }
}

fn reason(evaluation: &Evaluation<'_>, bent: &Bent) -> Reason {
    let code = match bent {
        Bent::NoRanks => "no-ranks",
        Bent::NoTotal => "no-total",
        Bent::RankedBy(_) => "ranked-by-another-total",
        Bent::RankSum => "rank-sum",
        Bent::Totals => "totals-combined",
        Bent::Rounded => "rounded",
        Bent::Capped(_) => "capped",
        Bent::Tracks => "tracks",
        Bent::LeftOut(_) => "left-out",
        Bent::Bar(_) => "threshold",
        Bent::Pool => "pool",
        Bent::Budget => "budget",
        Bent::Adjusted(_) => "adjusted",
    };
    Reason { code, message: say(&reasons::bent(evaluation, bent)) }
}
