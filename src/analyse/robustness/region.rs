//! Admissible weightings: which weights a committee could also have published, and the best of them for a linear function.

use crate::number::Exact;

/// A set of weightings of some criteria: no weight is negative, and they add up to the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Region {
    /// All of them.
    All,
    /// Those between two bounds a criterion, ends included, in points of the total.
    Between(Vec<(Exact, Exact)>),
    /// Those that keep an order of importance: no criterion weighs less than one of a later block. Criteria, by their place among
    /// the weighed ones, stand in one block at most; those in none are free.
    Order(Vec<Vec<usize>>),
}

impl Region {
    /// Those that differ from `weights` by a share of each at most, from 0 to 1.
    pub fn band(weights: &[Exact], share: &Exact) -> Self {
        let (less, more) = (&Exact::ONE - share, &Exact::ONE + share);
        Self::Between(weights.iter().map(|weight| (weight * &less, weight * &more)).collect())
    }

    /// Those in the order of `weights`: heavier ones first, equal ones in one block.
    pub fn in_order_of(weights: &[Exact]) -> Self {
        let mut places: Vec<usize> = (0..weights.len()).collect();
        // Stable: equal ones stay in the order of the grid.
        places.sort_by(|a, b| weights.get(*b).cmp(&weights.get(*a)));
        let blocks = places.chunk_by(|a, b| weights.get(*a) == weights.get(*b));
        Self::Order(blocks.map(<[usize]>::to_vec).collect())
    }

    /// Whether there is any such weighting.
    pub fn is_possible(&self, total: &Exact) -> bool {
        let Self::Between(bounds) = self else { return true };
        let low: Exact = bounds.iter().map(|(low, _)| low.clone()).sum();
        let high: Exact = bounds.iter().map(|(_, high)| high.clone()).sum();
        bounds.iter().all(|(low, high)| low <= high && !low.is_negative()) && low <= *total && high >= *total
    }
}

impl Region {
    /// Whether weights that add up to the total are in it.
    pub(super) fn contains(&self, total: &Exact, weights: &[Exact]) -> bool {
        let sum: Exact = weights.iter().cloned().sum();
        let sound = sum == *total && weights.iter().all(|weight| !weight.is_negative());
        let within = match self {
            Self::All => true,
            Self::Between(bounds) => weights.iter().zip(bounds).all(|(weight, (low, high))| low <= weight && weight <= high),
            Self::Order(blocks) => blocks.windows(2).all(|two| {
                let of = |block: &[usize]| block.iter().filter_map(|at| weights.get(*at)).cloned().collect::<Vec<Exact>>();
                let (heavy, light) = match two {
                    [heavy, light] => (of(heavy), of(light)),
                    _ => return true,
                };
                heavy.iter().min().zip(light.iter().max()).is_none_or(|(least, most)| least >= most)
            }),
        };
        sound && within
    }
}

/// A region laid out for linear programs: weights are `origin + Σ x · direction`, with no `x` below zero and every row's
/// `coefficients · x ≤ bound`, where no bound is below zero. The origin is a corner of the region.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) origin: Vec<Exact>,
    /// One a variable, each as long as there are criteria.
    pub(super) directions: Vec<Vec<Exact>>,
    pub(super) rows: Vec<(Vec<Exact>, Exact)>,
}

impl Region {
    /// The greatest value of `coefficients · weights` in the region, and weights that reach it; `None` where the region is empty.
    ///
    /// Over all weightings it is reached with everything on one criterion; between bounds, by filling the best criteria first; in
    /// an order of importance, with equal weights on a beginning of it, since those are the corners.
    pub(super) fn most(&self, total: &Exact, coefficients: &[Exact]) -> Option<(Exact, Vec<Exact>)> {
        if !self.is_possible(total) {
            return None;
        }
        let weights = match self {
            Self::All => {
                let best = (0..coefficients.len()).max_by(|a, b| first_of_best(coefficients, *a, *b))?;
                equal(&[best], coefficients.len(), total)?
            }
            Self::Between(bounds) => {
                let mut weights: Vec<Exact> = bounds.iter().map(|(low, _)| low.clone()).collect();
                let mut left = total - &weights.iter().cloned().sum::<Exact>();
                let mut best: Vec<usize> = (0..coefficients.len()).collect();
                best.sort_by(|a, b| first_of_best(coefficients, *b, *a));
                for at in best {
                    let (slot, (low, high)) = weights.get_mut(at).zip(bounds.get(at))?;
                    let gain = (high - low).min(left.clone());
                    *slot = &*slot + &gain;
                    left = &left - &gain;
                }
                weights
            }
            Self::Order(blocks) => {
                let mut best: Option<(Exact, Vec<usize>)> = None;
                let mut try_one = |places: &[usize]| {
                    let sum: Exact = places.iter().filter_map(|at| coefficients.get(*at)).cloned().sum();
                    let mean = sum.checked_div(&Exact::whole(i64::try_from(places.len()).ok()?));
                    let better = mean.filter(|mean| best.as_ref().is_none_or(|(best, _)| mean > best));
                    if let Some(mean) = better {
                        best = Some((mean, places.to_vec()));
                    }
                    Some(())
                };
                for at in free(blocks, coefficients.len()) {
                    try_one(&[at])?;
                }
                let mut before: Vec<usize> = Vec::new();
                for block in blocks {
                    let mut own = block.clone();
                    own.sort_by(|a, b| first_of_best(coefficients, *b, *a));
                    for at in own {
                        before.push(at);
                        try_one(&before)?;
                    }
                }
                equal(&best?.1, coefficients.len(), total)?
            }
        };
        Some((super::linear::dot(coefficients, &weights), weights))
    }

    /// The region for linear programs; `None` where it is empty.
    pub(super) fn frame(&self, total: &Exact, count: usize) -> Option<Frame> {
        if !self.is_possible(total) {
            return None;
        }
        let (zero, one) = (|| vec![Exact::ZERO; count], Exact::ONE);
        let put = |changes: &[(usize, Exact)]| {
            let mut direction = zero();
            for (at, change) in changes {
                if let Some(slot) = direction.get_mut(*at) {
                    *slot = &*slot + change;
                }
            }
            direction
        };
        let minus = Exact::whole(-1);
        match self {
            Self::All => {
                let directions: Vec<Vec<Exact>> = (1..count).map(|at| put(&[(at, one.clone()), (0, minus.clone())])).collect();
                let rows = vec![(vec![Exact::ONE; directions.len()], total.clone())];
                Some(Frame { origin: put(&[(0, total.clone())]), directions, rows })
            }
            Self::Between(bounds) => {
                // A corner: criteria are filled one after the other, and one of them, the hinge, takes what is left.
                let room = |at: usize| bounds.get(at).map_or(Exact::ZERO, |(low, high)| high - low);
                let mut left = total - &bounds.iter().map(|(low, _)| low.clone()).sum::<Exact>();
                let mut origin: Vec<Exact> = bounds.iter().map(|(low, _)| low.clone()).collect();
                let (mut hinge, mut filled) = (None, vec![false; count]);
                for at in 0..count {
                    let gain = room(at).min(left.clone());
                    if gain < room(at) && hinge.is_none() {
                        hinge = Some((at, gain.clone()));
                    } else if hinge.is_none() {
                        *filled.get_mut(at)? = true;
                    }
                    if let Some(slot) = origin.get_mut(at) {
                        *slot = &*slot + &gain;
                    }
                    left = &left - &gain;
                }
                let (hinge, held) = hinge.unwrap_or((count.checked_sub(1)?, room(count - 1)));
                let others: Vec<usize> = (0..count).filter(|at| *at != hinge).collect();
                let sign = |at: usize| if filled.get(at).copied().unwrap_or(false) { -1 } else { 1 };
                let directions =
                    others.iter().map(|at| put(&[(*at, Exact::whole(sign(*at))), (hinge, Exact::whole(-sign(*at)))]));
                let mut rows: Vec<(Vec<Exact>, Exact)> = others
                    .iter()
                    .map(|at| {
                        let own = others.iter().map(|other| if other == at { Exact::ONE } else { Exact::ZERO });
                        (own.collect(), room(*at))
                    })
                    .collect();
                // The hinge stays between its own bounds.
                rows.push((others.iter().map(|at| Exact::whole(sign(*at))).collect(), held.clone()));
                rows.push((others.iter().map(|at| Exact::whole(-sign(*at))).collect(), &room(hinge) - &held));
                Some(Frame { origin, directions: directions.collect(), rows })
            }
            Self::Order(blocks) => {
                // A weight is what it has above the heaviest of the next block, plus that one: so nothing is ever negative.
                let free = free(blocks, count);
                let hinge = blocks.iter().flatten().chain(&free).next().copied()?;
                let mut directions = Vec::new();
                // What stands in which variable: that of a criterion, or that of a block for the heaviest of the next.
                let own: Vec<usize> = blocks.iter().flatten().chain(&free).copied().filter(|at| *at != hinge).collect();
                for at in &own {
                    directions.push(put(&[(*at, one.clone()), (hinge, minus.clone())]));
                }
                let steps = blocks.len().saturating_sub(1);
                for block in blocks.iter().take(steps) {
                    let lifted = block.iter().filter(|at| **at != hinge);
                    let changes: Vec<(usize, Exact)> =
                        lifted.flat_map(|at| [(*at, one.clone()), (hinge, minus.clone())]).collect();
                    directions.push(put(&changes));
                }
                let width = directions.len();
                let mut rows = Vec::new();
                // What the hinge is left with is at least the step of its block.
                let mut hinge_row: Vec<Exact> =
                    directions.iter().map(|one| one.get(hinge).map_or(Exact::ZERO, |value| -value)).collect();
                if let Some(slot) = hinge_row.get_mut(own.len()).filter(|_| steps > 0) {
                    *slot = &*slot + &Exact::ONE;
                }
                rows.push((hinge_row, total.clone()));
                for (step, block) in blocks.iter().skip(1).enumerate() {
                    for at in block {
                        let mut row = vec![Exact::ZERO; width];
                        let place = own.iter().position(|other| other == at)?;
                        *row.get_mut(place)? = Exact::ONE;
                        *row.get_mut(own.len() + step)? = minus.clone();
                        if let Some(next) = row.get_mut(own.len() + step + 1).filter(|_| step + 1 < steps) {
                            *next = Exact::ONE;
                        }
                        rows.push((row, Exact::ZERO));
                    }
                }
                Some(Frame { origin: put(&[(hinge, total.clone())]), directions, rows })
            }
        }
    }
}

/// Greater is later; of equals the first criterion is.
fn first_of_best(coefficients: &[Exact], a: usize, b: usize) -> std::cmp::Ordering {
    coefficients.get(a).cmp(&coefficients.get(b)).then(b.cmp(&a))
}

/// The criteria that stand in no block.
fn free(blocks: &[Vec<usize>], count: usize) -> Vec<usize> {
    (0..count).filter(|at| !blocks.iter().any(|block| block.contains(at))).collect()
}

/// The total in equal parts on some criteria.
fn equal(places: &[usize], count: usize, total: &Exact) -> Option<Vec<Exact>> {
    let part = total.checked_div(&Exact::whole(i64::try_from(places.len()).ok()?))?;
    Some((0..count).map(|at| if places.contains(&at) { part.clone() } else { Exact::ZERO }).collect())
}
