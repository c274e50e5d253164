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
    /// What is looked for.
    pub parts: Parts,
    /// What is drawn, where anything is to be.
    pub simulate: Option<Options>,
    /// What is drawn where exact answers do not apply.
    pub otherwise: Options,
}

/// What is looked for beside the smallest move of weights, and draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Intervals of weights, neighbouring ranks, what admissible weights can do.
    pub weights: bool,
    /// The smallest changes of marks, and what is near a threshold.
    pub marks: bool,
    /// What each criterion contributes, and the ranking without it.
    pub criteria: bool,
}

impl Parts {
    /// Everything.
    pub const ALL: Self = Self { weights: true, marks: true, criteria: true };
}

/// What there is to say.
#[derive(Debug)]
pub struct Study {
    /// The exact answers, or why there are none.
    pub exact: Result<Exactly, Vec<Bent>>,
    /// What was looked for; what was not is `None`, or empty.
    pub parts: Parts,
    /// What each criterion contributes to the spread of totals.
    pub effective: Option<Result<Effective, NoEffect>>,
    /// What becomes of the ranking without each criterion.
    pub without: Option<Result<Vec<Without>, NotWithout>>,
    /// How near each exclusion was to passing, and each pass to failing.
    pub near: Option<Nearness>,
    /// The smallest changes of marks and of points.
    pub changes: Option<SmallestChanges>,
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
    let parts = wanted.parts;
    let linear = Linear::new(ranking);
    let options = match (&wanted.simulate, &linear) {
        (Some(options), _) => Some(options),
        (None, Err(_)) => Some(&wanted.otherwise),
        (None, Ok(_)) => None,
    };
    let simulation = options.map(|options| simulate(ranking, linear.as_ref().ok(), options, step));
    let exact = linear.map(|linear| {
        let count = linear.candidates.len();
        let searched = parts.weights && (wanted.nodes.is_some() || count <= MANY);
        let nodes = wanted.nodes.unwrap_or_else(|| nodes_for(count));
        let asked = Asked { region: &wanted.region, nodes };
        Exactly {
            intervals: if parts.weights { intervals(&linear, ranking.evaluation.grid) } else { Vec::new() },
            nearest: nearest(&linear, parts.weights),
            possible: searched.then(|| possible(&linear, &asked, &|| step(0))),
            dominances: searched.then(|| dominances(&linear, &wanted.region)),
            nodes,
            linear,
        }
    });
    Study {
        exact,
        parts,
        effective: parts.criteria.then(|| effective(ranking)),
        without: parts.criteria.then(|| without(ranking, &|| ())),
        near: parts.marks.then(|| near(ranking)),
        changes: parts.marks.then(|| smallest_changes(ranking)),
        simulation,
    }
}

impl Study {
    /// Who shares a rank across the cut-line, by submission.
    pub fn tied(ranking: &Ranking<'_>) -> Vec<usize> {
        let tied = ranking.ranked.iter().filter(|entry| entry.status == Some(Status::TiedAtCut));
        tied.map(|entry| entry.submission as usize).collect()
    }
}
