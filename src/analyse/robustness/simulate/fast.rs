//! The fast road: totals that are linear in the weights, in machine words.

use std::ops::Range;

use num_integer::Integer as _;
use num_traits::ToPrimitive as _;

use super::super::draw::Drawer;
use super::super::linear::{Half, Linear};
use super::chain::Chain;
use super::sort::Sorter;
use super::standings::Standings;
use crate::model::Ranks;
use crate::number::Exact;
use crate::score::Ranking;

/// So many slots are weighed at a time.
const BLOCK: usize = 8;

/// Bits of a weighting's units: see [`Drawer::units`].
const WEIGHT_BITS: u32 = 30;

/// Everything laid out so that a draw is a few multiplications and a sort.
///
/// A key is what a submission's total falls short of the best possible, above its slot: the smallest key is the best total, and
/// equal totals stand in the order of the tie chain, which is that of the slots. Shares are whole numbers over one denominator.
/// Where that leaves no room in 64 bits for totals and slots (34 bits less those that count the submissions), shares are rounded
/// to what there is room for: totals nearer than that may change places, and the same shares stay the same.
pub(super) struct Fast {
    /// Submissions by slot.
    submissions: Vec<usize>,
    /// What each share falls short of one, in blocks of slots that stay in registers: for each block, a row a criterion.
    shares: Vec<[u32; BLOCK]>,
    criteria: usize,
    /// What the bonuses of each slot fall short of the most, times the units of a weighting.
    base: Vec<[u64; BLOCK]>,
    /// The bits of a slot.
    bits: u32,
    classes: Vec<u32>,
    moves: bool,
    watched: Vec<usize>,
    dense: bool,
    /// Where each league stands, and its places.
    leagues: Vec<(Range<usize>, Option<usize>)>,
    /// The thresholds of each slot; empty where nobody has any.
    bars: Vec<Vec<Bound>>,
}

/// Space to work in, kept from one draw to the next.
#[derive(Default)]
pub(super) struct Desk {
    keys: Vec<u64>,
    sorter: Sorter,
}

/// A threshold in units: `Σ coefficient × weight ≥ least`.
struct Bound {
    coefficients: Vec<i64>,
    least: i128,
}

impl Bound {
    fn new(half: &Half, linear: &Linear, units: &Exact) -> Option<Self> {
        let coefficients: Vec<Exact> = half.coefficients.iter().map(Exact::reduced).collect();
        let mut den = 1i64;
        for value in &coefficients {
            let part = value.small_fraction()?.1;
            den = (den / den.gcd(&part)).checked_mul(part)?;
        }
        let whole = coefficients.iter().map(|value| {
            let (num, part) = value.small_fraction()?;
            num.checked_mul(den / part)
        });
        // Weights are units × total ÷ all units: Σ c · units ≥ −constant × all units ÷ total, rounded up, since the left is whole.
        let bound = (&(&half.constant * units) * &Exact::whole(den)).checked_div(&linear.total)?;
        let least = -bound.floor().fraction().0.to_i128()?;
        Some(Self { coefficients: whole.collect::<Option<_>>()?, least })
    }

    fn holds(&self, weights: &[u32]) -> bool {
        let sum: i128 = self.coefficients.iter().zip(weights).map(|(of, weight)| i128::from(*of) * i128::from(*weight)).sum();
        sum >= self.least
    }
}

/// A whole number that is not negative.
fn whole(value: &Exact) -> Option<u64> {
    let (num, den) = value.rounded(0).reduced().small_fraction()?;
    if den == 1 { u64::try_from(num).ok() } else { None }
}

/// The smallest number that all values are fractions over, where it is at most `most`.
fn denominator<'v>(values: impl Iterator<Item = &'v Exact>, most: u64) -> Option<u64> {
    let mut den = 1u64;
    for value in values {
        let part = u64::try_from(value.reduced().small_fraction()?.1).ok()?;
        if !den.is_multiple_of(part) {
            den = (den / den.gcd(&part)).checked_mul(part).filter(|den| *den <= most)?;
        }
    }
    Some(den)
}

impl Fast {
    /// `None` where machine words do not do.
    pub(super) fn new(ranking: &Ranking<'_>, linear: &Linear, drawer: &Drawer) -> Option<Self> {
        let chain = Chain::new(ranking, linear, drawer);
        let candidates: Vec<_> = chain.order.iter().filter_map(|at| linear.candidates.get(*at)).collect();
        let bits = usize::BITS - candidates.len().max(2).saturating_sub(1).leading_zeros();
        let room = (1u64 << (u64::BITS - WEIGHT_BITS).checked_sub(bits)?) - 1;
        let most = room.min(u64::from(u32::MAX));
        // Bonuses, in shares of the total, below the most of them.
        let beside: Vec<Exact> = candidates.iter().map(|one| one.beside.checked_div(&linear.total)).collect::<Option<_>>()?;
        let best = beside.iter().max().cloned().unwrap_or(Exact::ZERO);
        let beside: Vec<Exact> = beside.iter().map(|own| (&best - own).reduced()).collect();
        let width = &Exact::ONE + beside.iter().max().unwrap_or(&Exact::ZERO);
        let least_room = Exact::whole(i64::try_from(room).ok()?).checked_div(&width)?.floor();
        let limit = whole(&least_room)?.min(most);
        let shares = || candidates.iter().flat_map(|one| &one.shares);
        let exact = denominator(shares().chain(&beside), limit);
        let den = exact.unwrap_or(limit);
        let scale = Exact::whole(i64::try_from(den).ok().filter(|den| *den > 0)?);
        let short = |share: &Exact| u32::try_from(whole(&(&(&Exact::ONE - share) * &scale))?).ok();
        let criteria = linear.criteria.len();
        let mut blocks = vec![[0; BLOCK]; candidates.len().div_ceil(BLOCK) * criteria];
        for (slot, one) in candidates.iter().enumerate() {
            let rows = blocks.get_mut(slot / BLOCK * criteria..)?;
            for (row, share) in rows.iter_mut().zip(&one.shares) {
                *row.get_mut(slot % BLOCK)? = short(share)?;
            }
        }
        let units = drawer.units();
        let mut base = vec![[0; BLOCK]; candidates.len().div_ceil(BLOCK)];
        for (of, own) in base.as_flattened_mut().iter_mut().zip(&beside) {
            *of = whole(&(own * &scale))?.checked_mul(units)?;
        }
        let fast_bars = || {
            let exact_units = Exact::whole(i64::try_from(units).ok()?);
            let of = |halves: &[Half]| halves.iter().map(|half| Bound::new(half, linear, &exact_units)).collect();
            candidates.iter().map(|one| of(&one.bars)).collect::<Option<Vec<Vec<Bound>>>>()
        };
        let bars = if candidates.iter().all(|one| one.bars.is_empty()) { Vec::new() } else { fast_bars()? };
        let mut start = 0;
        let leagues = linear.leagues.iter().enumerate().map(|(league, places)| {
            let count = candidates.iter().filter(|one| one.league == league).count();
            start += count;
            (start - count..start, *places)
        });
        let fast = Self {
            submissions: candidates.iter().map(|one| one.submission).collect(),
            shares: blocks,
            criteria,
            base,
            bits,
            classes: chain.classes,
            moves: chain.moves,
            watched: chain.watched,
            dense: ranking.evaluation.grid.rules.ranks == Ranks::Dense,
            leagues: leagues.collect(),
            bars,
        };
        // Rounding must not make a tie of what is none.
        (exact.is_some() || !fast.merges(linear, &chain.order)).then_some(fast)
    }

    /// Whether two submissions whose shares or bonuses differ have the same in whole numbers.
    fn merges(&self, linear: &Linear, order: &[usize]) -> bool {
        let row = |slot: usize| {
            let rows = self.shares.iter().skip(slot / BLOCK * self.criteria).take(self.criteria);
            let shares = rows.map(move |row| row.get(slot % BLOCK).copied());
            (self.base.as_flattened().get(slot).copied(), shares.collect::<Vec<_>>())
        };
        let mut slots: Vec<_> = (0..order.len()).map(|slot| (row(slot), slot)).collect();
        slots.sort();
        let exact = |slot: usize| order.get(slot).and_then(|at| linear.candidates.get(*at));
        slots.windows(2).any(|pair| match pair {
            [(a, one), (b, two)] if a == b => {
                let (one, two) = (exact(*one), exact(*two));
                one.map(|one| (&one.shares, &one.beside)) != two.map(|two| (&two.shares, &two.beside))
            }
            _ => false,
        })
    }

    /// Submissions by slot.
    pub(super) fn submissions(&self) -> &[usize] {
        &self.submissions
    }

    /// Ranks everyone under the weights of a draw; `false` where equal totals are settled by something that weights change, so
    /// that a whole ranking has to be made. `desk` is space to work in.
    pub(super) fn rank(&self, weights: &[u32], desk: &mut Desk, standings: &mut Standings) -> bool {
        let Desk { keys, sorter } = desk;
        let moves = self.moves || self.watched.iter().any(|at| weights.get(*at) == Some(&0));
        standings.clear(self.submissions.len());
        keys.clear();
        let mut slot = 0;
        for (rows, base) in self.shares.chunks_exact(self.criteria.max(1)).zip(&self.base) {
            let mut sums = *base;
            for (row, weight) in rows.iter().zip(weights) {
                let weight = u64::from(*weight);
                for (sum, short) in sums.iter_mut().zip(row) {
                    *sum += u64::from(*short) * weight;
                }
            }
            for sum in &mut sums {
                *sum = (*sum << self.bits) | slot;
                slot += 1;
            }
            keys.extend_from_slice(&sums);
        }
        // The last block is filled up with nobody.
        keys.truncate(self.submissions.len());
        let mut settled = true;
        for (range, places) in &self.leagues {
            let own = keys.get_mut(range.clone()).unwrap_or_default();
            let count = if self.bars.is_empty() { own.len() } else { self.keep(own, weights) };
            let own = own.get_mut(..count).unwrap_or_default();
            sorter.sort(own);
            settled &= self.place(own, moves, *places, standings);
        }
        settled
    }

    fn slot(&self, key: u64) -> usize {
        // A slot is below the number of submissions.
        usize::try_from(key & ((1 << self.bits) - 1)).unwrap_or(0)
    }

    /// Moves those that reach every threshold to the front, and counts them.
    fn keep(&self, keys: &mut [u64], weights: &[u32]) -> usize {
        let mut kept = 0;
        for at in 0..keys.len() {
            let Some(key) = keys.get(at).copied() else { continue };
            let bars = self.bars.get(self.slot(key)).map(Vec::as_slice).unwrap_or_default();
            if bars.iter().all(|bar| bar.holds(weights)) {
                keys.swap(kept, at);
                kept += 1;
            }
        }
        kept
    }

    /// Ranks the sorted keys of a league; whether nothing but equal classes share a rank.
    fn place(&self, keys: &[u64], moves: bool, places: Option<usize>, standings: &mut Standings) -> bool {
        let class = |slot: usize| self.classes.get(slot);
        // No total is the largest number there is.
        let (mut group, mut rank, mut before) = (0, 0, (u64::MAX, 0));
        for (at, &key) in (1u32..).zip(keys) {
            let (slot, total) = (self.slot(key), key >> self.bits);
            let equal = before.0 == total;
            if equal && moves {
                return false;
            }
            if !equal || class(slot) != class(before.1) {
                group += 1;
                rank = if self.dense { group } else { at };
            }
            before = (total, slot);
            if let Some(slot) = standings.ranks.get_mut(slot) {
                *slot = rank;
            }
        }
        let firsts = keys.iter().map(|key| self.slot(*key)).take_while(|slot| standings.ranks.get(*slot) == Some(&1));
        standings.first.extend(firsts.filter_map(|slot| u32::try_from(slot).ok()));
        let Some(places) = places else { return true };
        let rank_at = |at: usize| keys.get(at).and_then(|key| standings.ranks.get(self.slot(*key)).copied());
        let (last, next) = (places.checked_sub(1).and_then(rank_at), rank_at(places));
        let across = last.filter(|_| last == next);
        for (at, &key) in keys.iter().enumerate() {
            let slot = self.slot(key);
            let rank = standings.ranks.get(slot).copied();
            if across.is_some() && rank == across {
                standings.tied.extend(u32::try_from(slot));
            } else if at < places {
                standings.selected.extend(u32::try_from(slot));
            } else {
                // What is shared across the line stands together.
                break;
            }
        }
        true
    }
}
