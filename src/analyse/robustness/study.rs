//! Everything there is to say about how far a decision holds: exactly where totals are linear in the weights, and by draws where
//! they are not, or where they are asked for.

use super::{
    Asked, Bent, Dominance, Effective, Intervals, Linear, Nearest, Nearness, NoEffect, NotWithout, Options, Possible, Region,
    Simulation, SmallestChanges, Undrawn, Without, dominances, effective, intervals, near, nearest, nodes_for, possible,
    simulate, smallest_changes, without,
};
use crate::score::{Ranking, Status};

/// In larger calls, possible ranks are looked for only where they are asked for.
pub const MANY: usize = 300;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The admissible weightings.
    pub region: Region,
    /// How many nodes each search for a possible rank looks at; `None` for what a call of its size can bear.
    pub nodes: Option<usize>,
    /// What is drawn, where anything is to be.
    pub simulate: Option<Options>,
    /// What is drawn where exact answers do not apply.
    pub otherwise: Options,
}

/// What there is to say.
#[derive(Debug)]
pub struct Study {
    /// The exact answers, or why there are none.
    pub exact: Result<Exactly, Vec<Bent>>,
    /// What each criterion contributes to the spread of totals.
    pub effective: Result<Effective, NoEffect>,
    /// What becomes of the ranking without each criterion.
    pub without: Result<Vec<Without>, NotWithout>,
    /// How near each exclusion was to passing, and each pass to failing.
    pub near: Nearness,
    /// The smallest changes of marks and of points.
    pub changes: SmallestChanges,
    /// What draws find, or why nothing can be drawn; `None` where nothing was to be.
    pub simulation: Option<Result<Simulation, Undrawn>>,
}

/// The exact answers.
#[derive(Debug)]
pub struct Exactly {
    /// The totals as functions of the weights.
    pub linear: Linear,
    /// One weight at a time.
    pub intervals: Vec<Intervals>,
    /// The smallest changes.
    pub nearest: Nearest,
    /// What admissible weights can do, one a candidate; `None` in a large call where it was not asked for.
    pub possible: Option<Vec<Possible>>,
    /// The pairs that no admissible weights reorder; likewise.
    pub dominances: Option<Vec<Dominance>>,
    /// How many nodes each search looked at, at most.
    pub nodes: usize,
}

/// Studies how far a ranking holds. `step` is told of draws, and of submissions whose ranks have been searched, from any thread.
pub fn study(ranking: &Ranking<'_>, wanted: &Wanted, step: &(dyn Fn(u64) + Sync)) -> Study {
    let linear = Linear::new(ranking);
    let options = match (&wanted.simulate, &linear) {
        (Some(options), _) => Some(options),
        (None, Err(_)) => Some(&wanted.otherwise),
        (None, Ok(_)) => None,
    };
    let simulation = options.map(|options| simulate(ranking, linear.as_ref().ok(), options, step));
    let exact = linear.map(|linear| {
        let count = linear.candidates.len();
        let searched = wanted.nodes.is_some() || count <= MANY;
        let nodes = wanted.nodes.unwrap_or_else(|| nodes_for(count));
        let asked = Asked { region: &wanted.region, nodes };
        Exactly {
            intervals: intervals(&linear, ranking.evaluation.grid),
            nearest: nearest(&linear),
            possible: searched.then(|| possible(&linear, &asked, &|| step(0))),
            dominances: searched.then(|| dominances(&linear, &wanted.region)),
            nodes,
            linear,
        }
    });
    let (effective, without) = (effective(ranking), without(ranking, &|| ()));
    Study { exact, effective, without, near: near(ranking), changes: smallest_changes(ranking), simulation }
}

impl Study {
    /// Who shares a rank across the cut-line, by submission.
    pub fn tied(ranking: &Ranking<'_>) -> Vec<usize> {
        let tied = ranking.ranked.iter().filter(|entry| entry.status == Some(Status::TiedAtCut));
        tied.map(|entry| entry.submission as usize).collect()
    }
}
