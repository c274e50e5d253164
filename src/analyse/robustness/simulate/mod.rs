//! How far a decision holds when weights, the panel or both are drawn anew: SMAA-2 (R. Lahdelma, P. Salminen, *Operations
//! Research* 49(3), 2001; T. Tervonen, R. Lahdelma, *EJOR* 178, 2007) and the bootstrap of reviewers.
//!
//! Two roads lead to the same counts: machine words where totals are linear in the weights and the panel stays, a whole ranking a
//! draw otherwise. A test holds them together.

mod chain;
mod compared;
mod counts;
mod fast;
mod general;
mod results;
mod sort;
mod standings;
#[cfg(test)]
mod tests;

pub use results::{Pairs, Row, SelectedSet, Simulation, sampling_error};

use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;

use super::draw::{Drawer, Undrawable};
use super::linear::Linear;
use super::region::Region;
use super::reweigh::{Reweigh, Unweighable};
use crate::analyse::panel::Panels;
use crate::analyse::stream::Stream;
use crate::model::Grid;
use crate::score::Ranking;
use counts::{Counts, Marks, Shape};
use fast::{Desk, Fast};
use general::General;
use standings::Standings;

/// So many draws, where nobody says how many: within 0.98 points of what endless draws would give, at 95 %. 9,604 give one point.
pub const DRAWS: u32 = 10_000;

/// So many draws are made one after the other from one stream of chance.
const CHUNK: u32 = 256;

/// Streams of weights, far from those of panels, so that both together are independent.
const WEIGHTS: u64 = 1 << 63;

/// What is drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// The weights; the panel stays.
    Weights,
    /// The panel, as many reviewers with replacement; the weights stay as published.
    Panel,
    /// Both, independently.
    Both,
}

impl Drawn {
    /// Whether weights are drawn.
    pub const fn weights(self) -> bool {
        matches!(self, Self::Weights | Self::Both)
    }

    /// Whether panels are drawn.
    pub const fn panel(self) -> bool {
        matches!(self, Self::Panel | Self::Both)
    }
}

/// What is asked of a simulation.
#[derive(Debug, Clone)]
pub struct Options {
    /// What is drawn.
    pub drawn: Drawn,
    /// From where weights are drawn; without meaning where they are not.
    pub region: Region,
    /// How often; one draw at least is made.
    pub draws: u32,
    /// Where chance starts.
    pub seed: u64,
}

/// Why there is nothing to simulate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undrawn {
    /// The grid ranks nothing.
    NoRanks,
    /// Its weights make no total.
    NoTotal,
    /// Tracks have weights of their own: there is no one set of weights to draw.
    Tracks,
    /// A group, by index, is held to a cap below what is in it: what it would weigh with other weights is not said.
    Capped(usize),
    /// Fewer than two criteria are weighed: there are no weights to move.
    OneCriterion,
    /// No weighting can be drawn from the region.
    Region(Undrawable),
    /// Fewer than two reviewers have marked: there is no panel to draw from.
    Reviewers,
}

impl From<Unweighable> for Undrawn {
    fn from(why: Unweighable) -> Self {
        match why {
            Unweighable::NoTotal => Self::NoTotal,
            Unweighable::Tracks => Self::Tracks,
            Unweighable::Capped(group) => Self::Capped(group),
            Unweighable::OneCriterion => Self::OneCriterion,
        }
    }
}

/// Draws weights, panels or both, and counts how everyone fares. `linear` is the ranking as a function of its weights, where it is
/// one: it makes draws of weights a thousand times as fast, and changes nothing else. `step` is told of draws that are done, so
/// many at a time, from any thread.
///
/// The result depends on the call and the options only: not on the number of threads, nor on the order of the submissions.
///
/// # Errors
/// Why nothing can be drawn.
pub fn simulate(
    ranking: &Ranking<'_>,
    linear: Option<&Linear>,
    options: &Options,
    step: &(dyn Fn(u64) + Sync),
) -> Result<Simulation, Undrawn> {
    let engine = Engine::new(ranking, linear, options)?;
    let counts = engine.run(step);
    Ok(results::results(&engine, ranking, options, counts))
}

/// Everything that stays the same from one draw to the next.
struct Engine<'a> {
    general: General<'a>,
    fast: Option<Fast>,
    drawer: Option<Drawer>,
    /// Submissions by slot.
    submissions: Vec<usize>,
    shape: Shape,
    marks: Marks,
    seed: u64,
    draws: u32,
}

/// What a worker keeps from one draw to the next, so that draws ask for no memory.
#[derive(Default)]
struct Hand {
    grid: Option<Box<Grid>>,
    weights: Vec<u32>,
    desk: Desk,
    standings: Standings,
}

impl<'a> Engine<'a> {
    fn new(ranking: &'a Ranking<'a>, linear: Option<&Linear>, options: &Options) -> Result<Self, Undrawn> {
        let evaluation = &ranking.evaluation;
        if !evaluation.grid.ranks() {
            return Err(Undrawn::NoRanks);
        }
        let reweigh = if options.drawn.weights() { Some(Reweigh::new(evaluation.grid)?) } else { None };
        let drawer = match &reweigh {
            Some(reweigh) => {
                let drawer = Drawer::new(&options.region, &reweigh.total, reweigh.criteria.len());
                Some(drawer.map_err(Undrawn::Region)?)
            }
            None => None,
        };
        let panels = if options.drawn.panel() { Some(Panels::new(evaluation).ok_or(Undrawn::Reviewers)?) } else { None };
        let fast = match (linear, &drawer) {
            (Some(linear), Some(drawer)) if panels.is_none() => Fast::new(ranking, linear, drawer),
            _ => None,
        };
        let submissions =
            fast.as_ref().map_or_else(|| (0..evaluation.submissions.len()).collect(), |fast| fast.submissions().to_vec());
        let mut slots = vec![None; evaluation.submissions.len()];
        for (slot, submission) in (0u32..).zip(&submissions) {
            if let Some(own) = slots.get_mut(*submission) {
                *own = Some(slot);
            }
        }
        let of = |submission: u32| slots.get(submission as usize).copied().flatten();
        let neighbours = ranking.leagues.iter().flat_map(|league| {
            let own = ranking.entries(league).windows(2);
            own.filter_map(|pair| match pair {
                [one, other] => Some((of(one.submission)?, of(other.submission)?)),
                _ => None,
            })
        });
        let criteria = reweigh.as_ref().map_or(0, |reweigh| reweigh.criteria.len());
        let mut shape =
            Shape { slots: submissions.len(), criteria, neighbours: neighbours.collect(), cut: ranking.has_cut(), published: 0 };
        let marks = Marks::new(shape.slots);
        let general = General { ranking, reweigh, panels, seed: options.seed, slots };
        let mut standings = Standings::default();
        general.read(ranking, shape.slots, &mut standings);
        shape.published = marks.set(&standings);
        Ok(Self { general, fast, drawer, submissions, shape, marks, seed: options.seed, draws: options.draws.max(1) })
    }

    /// Makes one draw, whose number this is: its weights are the next of `stream`.
    fn draw(&self, draw: u32, stream: &mut Stream, hand: &mut Hand) {
        if let Some(drawer) = &self.drawer {
            drawer.draw(stream, &mut hand.weights);
        }
        if let Some(fast) = &self.fast
            && fast.rank(&hand.weights, &mut hand.desk, &mut hand.standings)
        {
            return;
        }
        let weights = self.drawer.as_ref().map(|drawer| (hand.weights.as_slice(), drawer));
        self.general.rank(draw, weights, &mut hand.grid, self.shape.slots, &mut hand.standings);
    }

    fn stream(&self, chunk: u32) -> Stream {
        Stream::new(self.seed, WEIGHTS | u64::from(chunk))
    }

    /// Makes one draw again.
    fn again(&self, draw: u32) -> Standings {
        let mut stream = self.stream(draw / CHUNK);
        let mut hand = Hand::default();
        if let Some(drawer) = &self.drawer {
            for _ in 0..draw % CHUNK {
                drawer.draw(&mut stream, &mut hand.weights);
            }
        }
        self.draw(draw, &mut stream, &mut hand);
        hand.standings
    }

    /// Makes all draws. Workers take chunks as they come: what is counted adds up to the same in any order.
    fn run(&self, step: &(dyn Fn(u64) + Sync)) -> Counts {
        let chunks = self.draws.div_ceil(CHUNK);
        let next = AtomicU32::new(0);
        let work = |_: usize| {
            let mut counts = Counts::new(&self.shape);
            let mut hand = Hand::default();
            loop {
                let chunk = next.fetch_add(1, Ordering::Relaxed);
                if chunk >= chunks {
                    return counts;
                }
                let mut stream = self.stream(chunk);
                let first = chunk * CHUNK;
                let last = first.saturating_add(CHUNK).min(self.draws);
                for draw in first..last {
                    self.draw(draw, &mut stream, &mut hand);
                    counts.add(&self.shape, &self.marks, draw, &hand.standings, &hand.weights);
                }
                step(u64::from(last - first));
            }
        };
        let workers = rayon::current_num_threads().min(chunks as usize).max(1);
        let all = (0..workers).into_par_iter().with_max_len(1).map(work);
        let counts = all.reduce_with(Counts::merged);
        counts.unwrap_or_else(|| Counts::new(&self.shape)).finished()
    }
}
