//! What is counted over draws. Whole numbers only, which add up to the same in any order, and a size that draws do not change
//! but for the sets that they select.

use std::collections::BTreeMap;

use super::compared::Compared;
use super::standings::Standings;
use crate::analyse::stream::Stream;

/// Where so many cells do not hold every rank of every submission, only the first ranks are counted one by one.
const CELLS: usize = 1 << 22;

/// With more submissions than this, only neighbours in the published ranking are compared.
const MOST_PAIRED: usize = 100;

/// What is counted.
pub(super) struct Shape {
    /// How many may be ranked.
    pub(super) slots: usize,
    /// How many weights are drawn.
    pub(super) criteria: usize,
    /// Neighbours in the published ranking, the better one first.
    pub(super) neighbours: Vec<(u32, u32)>,
    /// Whether there is a cut-line.
    pub(super) cut: bool,
    /// The set selected as published.
    pub(super) published: u128,
}

impl Shape {
    /// How many ranks are counted one by one.
    pub(super) fn ranks(&self) -> usize {
        let slots = self.slots.max(1);
        slots.min((CELLS / slots).max(1))
    }

    /// Whether every pair is compared.
    pub(super) fn pairs(&self) -> bool {
        self.slots <= MOST_PAIRED
    }
}

/// Counts over some draws.
pub(super) struct Counts {
    /// How often each slot has each rank, a row a slot.
    pub(super) ranks: Vec<u32>,
    /// How often it has none.
    pub(super) unranked: Vec<u32>,
    pub(super) rank_sums: Vec<u64>,
    pub(super) selected: Vec<u32>,
    pub(super) tied: Vec<u32>,
    /// How often it is first.
    pub(super) first: Vec<u32>,
    /// The sum of the weights with which it is, a row a slot.
    pub(super) central: Vec<u64>,
    /// How often the slot of a row is ahead of that of a column, in rows of [`Shape::slots`]; or each neighbour ahead of the next
    /// one, and behind it.
    pub(super) ahead: Vec<u32>,
    /// How often each set is selected, and the first draw that does.
    pub(super) sets: BTreeMap<u128, (u32, u32)>,
    pub(super) same: u32,
    /// Counts of ranks not yet added to `ranks`, of at most 65,535 draws: half as much to keep at hand.
    recent: Vec<u16>,
    recent_draws: u16,
    draws: u32,
    pairs: Compared,
}

/// Two numbers of 128 bits for each slot: selected, and tied. What is selected in a draw is known by those of its members, added
/// bit by bit.
fn mark(slot: u32, tied: bool) -> u128 {
    let mut stream = Stream::new(u64::from(slot), u64::from(tied));
    let mut half = || u128::from(stream.below(u64::MAX));
    (half() << 64) | half()
}

/// The marks of all slots.
pub(super) struct Marks(Vec<[u128; 2]>);

impl Marks {
    pub(super) fn new(slots: usize) -> Self {
        Self((0u32..).take(slots).map(|slot| [mark(slot, false), mark(slot, true)]).collect())
    }

    /// The set that is selected, with who is undecided.
    pub(super) fn set(&self, standings: &Standings) -> u128 {
        let of = |slot: &u32, at: usize| self.0.get(*slot as usize).and_then(|marks| marks.get(at)).copied().unwrap_or(0);
        let selected = standings.selected.iter().fold(0, |set, slot| set ^ of(slot, 0));
        standings.tied.iter().fold(selected, |set, slot| set ^ of(slot, 1))
    }
}

impl Counts {
    pub(super) fn new(shape: &Shape) -> Self {
        let slots = shape.slots;
        let ahead = if shape.pairs() { slots * slots } else { 2 * shape.neighbours.len() };
        Self {
            ranks: Vec::new(),
            unranked: vec![0; slots],
            rank_sums: vec![0; slots],
            selected: vec![0; slots],
            tied: vec![0; slots],
            first: vec![0; slots],
            central: vec![0; slots * shape.criteria],
            ahead: vec![0; ahead],
            sets: BTreeMap::new(),
            same: 0,
            recent: vec![0; slots * shape.ranks()],
            recent_draws: 0,
            draws: 0,
            pairs: Compared::new(if shape.pairs() { slots } else { 0 }),
        }
    }

    /// Adds a draw.
    pub(super) fn add(&mut self, shape: &Shape, marks: &Marks, draw: u32, standings: &Standings, weights: &[u32]) {
        let kept = shape.ranks();
        if kept < shape.slots {
            for (rank, sum) in standings.ranks.iter().zip(&mut self.rank_sums) {
                *sum += u64::from(*rank);
            }
            for (rank, unranked) in standings.ranks.iter().zip(&mut self.unranked) {
                *unranked += u32::from(*rank == 0);
            }
        }
        for (rank, counts) in standings.ranks.iter().zip(self.recent.chunks_exact_mut(kept)) {
            // No rank is the last number there is, and so no cell.
            if let Some(count) = counts.get_mut(rank.wrapping_sub(1) as usize) {
                *count += 1;
            }
        }
        for slot in &standings.first {
            self.first(*slot as usize, shape.criteria, weights);
        }
        for (list, counts) in [(&standings.selected, &mut self.selected), (&standings.tied, &mut self.tied)] {
            for slot in list {
                if let Some(count) = counts.get_mut(*slot as usize) {
                    *count += 1;
                }
            }
        }
        if shape.cut {
            let set = marks.set(standings);
            self.same += u32::from(set == shape.published);
            let (count, first) = self.sets.entry(set).or_insert((0, draw));
            *count += 1;
            *first = draw.min(*first);
        }
        self.draws += 1;
        self.recent_draws += 1;
        if self.recent_draws == u16::MAX {
            self.flush_ranks();
        }
        if shape.pairs() {
            if self.pairs.add(&standings.ranks) {
                self.pairs.flush(&mut self.ahead);
            }
        } else {
            // Who has no rank comes after all who have one.
            let of = |slot: u32| standings.ranks.get(slot as usize).map_or(u32::MAX, |rank| rank.wrapping_sub(1));
            for ((one, other), ahead) in shape.neighbours.iter().zip(self.ahead.chunks_exact_mut(2)) {
                let (one, other) = (of(*one), of(*other));
                for (ahead, is) in ahead.iter_mut().zip([one < other, other < one]) {
                    *ahead += u32::from(is);
                }
            }
        }
    }

    fn first(&mut self, slot: usize, criteria: usize, weights: &[u32]) {
        if let Some(count) = self.first.get_mut(slot) {
            *count += 1;
        }
        let sums = self.central.get_mut(slot * criteria..(slot + 1) * criteria).unwrap_or_default();
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += u64::from(*weight);
        }
    }

    fn flush_ranks(&mut self) {
        if self.ranks.is_empty() {
            self.ranks = vec![0; self.recent.len()];
        }
        for (count, recent) in self.ranks.iter_mut().zip(&mut self.recent) {
            *count += u32::from(*recent);
            *recent = 0;
        }
        self.recent_draws = 0;
    }

    /// Both together.
    pub(super) fn merged(self, other: Self) -> Self {
        fn add<T: Copy + std::ops::AddAssign>(sums: &mut [T], others: &[T]) {
            for (sum, other) in sums.iter_mut().zip(others) {
                *sum += *other;
            }
        }
        let (mut own, other) = (self.finished(), other.finished());
        add(&mut own.ranks, &other.ranks);
        add(&mut own.unranked, &other.unranked);
        add(&mut own.rank_sums, &other.rank_sums);
        add(&mut own.selected, &other.selected);
        add(&mut own.tied, &other.tied);
        add(&mut own.first, &other.first);
        add(&mut own.central, &other.central);
        add(&mut own.ahead, &other.ahead);
        for (set, (count, first)) in other.sets {
            let own = own.sets.entry(set).or_insert((0, first));
            *own = (own.0 + count, own.1.min(first));
        }
        own.same += other.same;
        own.draws += other.draws;
        own.finished()
    }

    /// With everything added up.
    pub(super) fn finished(mut self) -> Self {
        self.flush_ranks();
        self.pairs.flush(&mut self.ahead);
        let slots = self.unranked.len();
        if self.ranks.len() == slots * slots {
            // Every rank is counted: who has none, and what ranks add up to, follows.
            let sums = self.rank_sums.iter_mut().zip(&mut self.unranked);
            for ((sum, unranked), counts) in sums.zip(self.ranks.chunks_exact(slots.max(1))) {
                *sum = (1u64..).zip(counts).map(|(rank, count)| rank * u64::from(*count)).sum();
                *unranked = self.draws - counts.iter().sum::<u32>();
            }
        }
        self
    }
}
