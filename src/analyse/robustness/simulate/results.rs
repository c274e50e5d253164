//! What a simulation finds. Shares of draws are statistics, with their error; what is counted is exact.

use std::cmp::Reverse;

use super::counts::Counts;
use super::{Drawn, Engine, Options};
use crate::analyse::real::approximate;
use crate::analyse::robustness::region::Region;
use crate::number::Exact;
use crate::score::Ranking;

/// So many sets are named.
const MOST_SETS: usize = 10;

/// What draws find.
#[derive(Debug, Clone)]
pub struct Simulation {
    /// How many draws.
    pub draws: u32,
    /// Where chance started.
    pub seed: u64,
    /// What was drawn.
    pub drawn: Drawn,
    /// From where weights were drawn; `None` where they were not.
    pub region: Option<Region>,
    /// From how many reviewers panels were drawn; `None` where they were not.
    pub reviewers: Option<usize>,
    /// The criteria whose weights were drawn, by index.
    pub criteria: Vec<usize>,
    /// What each of them weighs as published, in points of the total.
    pub weights: Vec<Exact>,
    /// Whether there is a cut-line: else nobody is selected, and there are no sets.
    pub cut: bool,
    /// Everyone who is ranked in some draw, or as published: in the order of the published ranking, then by id.
    pub rows: Vec<Row>,
    /// So many ranks are counted one by one, from the first: all, but in very large calls.
    pub ranks: usize,
    /// Who is ahead of whom.
    pub pairs: Pairs,
    /// The sets that are selected most often, the most frequent first, ten at most.
    pub sets: Vec<SelectedSet>,
    /// How many different sets are selected.
    pub distinct: usize,
    /// How many draws select exactly the published set, with the same undecided.
    pub same: u32,
    counts: Vec<u32>,
}

/// How one submission fares.
#[derive(Debug, Clone)]
pub struct Row {
    /// The submission, by index.
    pub submission: usize,
    /// Its published rank.
    pub published: Option<u32>,
    /// Draws in which it is selected.
    pub selected: u32,
    /// Draws in which it is tied across the cut-line.
    pub tied: u32,
    /// Draws in which it has no rank: excluded, or unrated.
    pub unranked: u32,
    /// Draws in which it is first, alone or not.
    pub first: u32,
    /// The mean of its ranks, over the draws in which it has one.
    pub expected_rank: Option<f64>,
    /// The mean of the weights with which it is first, in points of the total, one a criterion of [`Simulation::criteria`]: a typical
    /// weighting that makes it the best. `None` where it never is, or where weights are not drawn.
    pub central: Option<Vec<f64>>,
    slot: usize,
}

/// How often one submission is ahead of another. Who has no rank is behind all who have one; equal ranks are ahead of nobody.
#[derive(Debug, Clone)]
pub enum Pairs {
    /// Each of [`Simulation::rows`] (a row) ahead of each (a column), in draws.
    All(Vec<Vec<u32>>),
    /// With many submissions: neighbours in the published ranking, by their place in [`Simulation::rows`]: the better one, the
    /// other, the draws in which it is ahead, and those in which it is behind.
    Neighbours(Vec<(usize, usize, u32, u32)>),
}

/// A set of submissions that some draws select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectedSet {
    /// Who is selected, by index, in the order of [`Simulation::rows`].
    pub selected: Vec<usize>,
    /// Who is tied across the cut-line.
    pub tied: Vec<usize>,
    /// In how many draws.
    pub draws: u32,
    /// Whether it is the published one.
    pub published: bool,
}

/// How far a share of `draws` may be from what endless draws would give, at 95 %: 1.96 √(p (1 − p) ÷ n), from 0 to 1. Where all
/// draws agree, that is nothing, and the rule of three says what it may be: 3 ÷ n (J. A. Hanley, A. Lippman-Hand, *JAMA* 249, 1983).
pub fn sampling_error(count: u32, draws: u32) -> f64 {
    let n = f64::from(draws.max(1));
    if count == 0 || count >= draws {
        return (3.0 / n).min(1.0);
    }
    let p = f64::from(count) / n;
    1.96 * (p * (1.0 - p) / n).sqrt()
}

impl Simulation {
    /// How far any share of draws may be from what endless draws would give, at 95 % and at most: 0.98 ÷ √n, from 0 to 1.
    pub fn worst_error(&self) -> f64 {
        0.98 / f64::from(self.draws.max(1)).sqrt()
    }

    /// How often a submission has each rank, from the first: [`Self::ranks`] of them.
    pub fn rank_counts(&self, row: &Row) -> &[u32] {
        self.counts.get(row.slot * self.ranks..(row.slot + 1) * self.ranks).unwrap_or_default()
    }

    /// The row of a submission.
    pub fn row(&self, submission: usize) -> Option<&Row> {
        self.rows.iter().find(|row| row.submission == submission)
    }
}

pub(super) fn results(engine: &Engine<'_>, ranking: &Ranking<'_>, options: &Options, counts: Counts) -> Simulation {
    let shape = &engine.shape;
    let draws = engine.draws;
    let mut order: Vec<(usize, Option<u32>)> =
        ranking.ranked.iter().map(|entry| (entry.submission as usize, Some(entry.rank))).collect();
    let mut is_new = vec![true; ranking.evaluation.submissions.len()];
    for (submission, _) in &order {
        if let Some(is_new) = is_new.get_mut(*submission) {
            *is_new = false;
        }
    }
    let others = ranking.evaluation.submissions.by_id().iter().map(|one| *one as usize);
    let others = others.filter(|submission| is_new.get(*submission) == Some(&true));
    order.extend(others.map(|submission| (submission, None)));
    let slot_of = |submission: usize| engine.general.slots.get(submission).copied().flatten().map(|slot| slot as usize);
    let at = |all: &[u32], slot: usize| all.get(slot).copied().unwrap_or(0);
    let total = engine.general.reweigh.as_ref().map_or(0.0, |reweigh| approximate(&reweigh.total));
    let units = engine.drawer.as_ref().map_or(1, super::Drawer::units);
    let rows = order.into_iter().filter_map(|(submission, published)| {
        let slot = slot_of(submission)?;
        let (unranked, first) = (at(&counts.unranked, slot), at(&counts.first, slot));
        if published.is_none() && unranked == draws {
            return None;
        }
        let sum = counts.rank_sums.get(slot).copied().unwrap_or(0);
        let central = || {
            let sums = counts.central.get(slot * shape.criteria..(slot + 1) * shape.criteria)?;
            let mean = |sum: &u64| real(*sum) / f64::from(first) / real(units) * total;
            (first > 0 && !sums.is_empty()).then(|| sums.iter().map(mean).collect())
        };
        Some(Row {
            submission,
            published,
            selected: at(&counts.selected, slot),
            tied: at(&counts.tied, slot),
            unranked,
            first,
            expected_rank: (unranked < draws).then(|| real(sum) / f64::from(draws - unranked)),
            central: central(),
            slot,
        })
    });
    let rows: Vec<Row> = rows.collect();
    let mut place = vec![usize::MAX; shape.slots];
    for (at, row) in rows.iter().enumerate() {
        if let Some(place) = place.get_mut(row.slot) {
            *place = at;
        }
    }
    let pairs = if shape.pairs() {
        let of = |row: &Row| rows.iter().map(|other| at(&counts.ahead, row.slot * shape.slots + other.slot)).collect();
        Pairs::All(rows.iter().map(of).collect())
    } else {
        let of = |slot: u32| place.get(slot as usize).copied();
        let own = shape.neighbours.iter().zip(counts.ahead.chunks_exact(2));
        let own = own.filter_map(|((one, other), ahead)| Some((of(*one)?, of(*other)?, at(ahead, 0), at(ahead, 1))));
        Pairs::Neighbours(own.collect())
    };
    let sets = sets(engine, &counts, &place);
    Simulation {
        draws,
        seed: engine.seed,
        drawn: options.drawn,
        region: options.drawn.weights().then(|| options.region.clone()),
        reviewers: engine.general.panels.as_ref().map(super::Panels::reviewers),
        criteria: engine.general.reweigh.as_ref().map(|reweigh| reweigh.criteria.clone()).unwrap_or_default(),
        weights: engine.general.reweigh.as_ref().map(|reweigh| reweigh.weights.clone()).unwrap_or_default(),
        cut: shape.cut,
        rows,
        ranks: shape.ranks(),
        pairs,
        sets,
        distinct: counts.sets.len(),
        same: counts.same,
        counts: counts.ranks,
    }
}

/// The most frequent sets: their members are those of the first draw that selects them, made again.
fn sets(engine: &Engine<'_>, counts: &Counts, place: &[usize]) -> Vec<SelectedSet> {
    let mut sets: Vec<(u128, u32, u32)> = counts.sets.iter().map(|(set, (count, first))| (*set, *count, *first)).collect();
    sets.sort_unstable_by_key(|(_, count, first)| (Reverse(*count), *first));
    sets.truncate(MOST_SETS);
    let named = |slots: &[u32]| {
        let mut slots: Vec<u32> = slots.to_vec();
        slots.sort_unstable_by_key(|slot| place.get(*slot as usize).copied());
        slots.iter().filter_map(|slot| engine.submissions.get(*slot as usize).copied()).collect::<Vec<usize>>()
    };
    let set = |(set, draws, first): (u128, u32, u32)| {
        let standings = engine.again(first);
        let (selected, tied) = (named(&standings.selected), named(&standings.tied));
        SelectedSet { selected, tied, draws, published: set == engine.shape.published }
    };
    sets.into_iter().map(set).collect()
}

/// Sums of draws and of units are far below 2⁵³, or lose nothing that a statistic would show.
#[expect(clippy::cast_precision_loss, reason = "statistics")]
fn real(value: u64) -> f64 {
    value as f64
}
