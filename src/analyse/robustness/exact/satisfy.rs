//! How many of several wishes about weights can be granted together: a maximum feasible subsystem, by branch and bound over exact
//! linear programs, within a number of nodes. What was proven by then is said; a clock would say something else on another day.
//!
//! The problem is hard in general (E. Amaldi, V. Kann, "The complexity and approximability of finding maximum feasible subsystems of
//! linear relations", *Theoretical Computer Science* 147, 1995), and small in a committee's call.

use super::super::region::{Frame, Region};
use super::simplex::{Program, Solution};
use crate::analyse::real::approximate;
use crate::number::Exact;

/// A condition on weights: `coefficients · weights + constant` is above zero, or not below it.
#[derive(Debug, Clone)]
pub(super) struct Condition {
    pub(super) coefficients: Vec<Exact>,
    pub(super) constant: Exact,
    /// Whether zero is not enough.
    pub(super) strict: bool,
}

/// Something that would be good: all the conditions of one of these lists hold.
pub(super) type Wish = Vec<Vec<Condition>>;

/// How many wishes can be granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Granted {
    /// So many are, with the weights of [`Self::witness`].
    pub(super) found: usize,
    /// More than so many never are.
    pub(super) most: usize,
    /// Weights that grant those found.
    pub(super) witness: Vec<Exact>,
}

impl Condition {
    fn value(&self, weights: &[Exact]) -> Exact {
        &super::super::linear::dot(&self.coefficients, weights) + &self.constant
    }

    fn admits(&self, value: &Exact) -> bool {
        !(value.is_negative() || (self.strict && value.is_zero()))
    }

    fn holds(&self, weights: &[Exact]) -> bool {
        self.admits(&self.value(weights))
    }

    /// Whether some weights of the region satisfy it.
    fn is_possible(&self, region: &Region, total: &Exact) -> bool {
        region.most(total, &self.coefficients).is_some_and(|(most, _)| self.admits(&(&most + &self.constant)))
    }

    /// Whether all of them do.
    fn is_certain(&self, region: &Region, total: &Exact) -> bool {
        let negated: Vec<Exact> = self.coefficients.iter().map(|one| -one).collect();
        region.most(total, &negated).is_some_and(|(least, _)| self.admits(&(&self.constant - &least)))
    }
}

/// Why no weights are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nothing {
    /// None satisfy what must hold.
    Never,
    /// None were found within the nodes.
    Unknown,
}

/// Grants as many wishes as can be, under conditions that must hold.
/// `starts` are weights to begin with, `enough` the number that ends the search.
pub(super) fn satisfy(
    (region, total): (&Region, &Exact),
    must: &[Condition],
    wishes: &[Wish],
    starts: &[Vec<Exact>],
    enough: usize,
    nodes: usize,
) -> Result<Granted, Nothing> {
    // What is always or never granted needs no search.
    let mut certain = 0;
    let mut open: Vec<Vec<&[Condition]>> = Vec::new();
    for wish in wishes {
        let possible: Vec<&[Condition]> = wish
            .iter()
            .map(Vec::as_slice)
            .filter(|way| way.iter().all(|condition| condition.is_possible(region, total)))
            .collect();
        if possible.iter().any(|way| way.iter().all(|condition| condition.is_certain(region, total))) {
            certain += 1;
        } else if !possible.is_empty() {
            open.push(possible);
        }
    }
    let mut search = Search { open, best: None };
    for weights in starts.iter().filter(|weights| must.iter().all(|condition| condition.holds(weights))) {
        search.look_at(weights);
    }
    let frame = region.frame(total, starts.first().map_or(0, Vec::len)).ok_or(Nothing::Never)?;
    let (most, whole) = search.run(&frame, (region, total), must, enough.saturating_sub(certain), nodes);
    let (found, witness) = search.best.ok_or(if whole { Nothing::Never } else { Nothing::Unknown })?;
    Ok(Granted { found: found + certain, most: most + certain, witness })
}

struct Search<'w> {
    open: Vec<Vec<&'w [Condition]>>,
    /// How many are granted at best so far, and where.
    best: Option<(usize, Vec<Exact>)>,
}

/// A part of the search: what is forced, which wishes are given up.
#[derive(Clone, Default)]
struct Node<'w> {
    forced: Vec<&'w Condition>,
    /// The wishes that are settled: granted by what is forced, or given up.
    settled: Vec<usize>,
    given_up: usize,
}

impl<'w> Search<'w> {
    /// Counts what some weights grant; gives back the wishes that they do not.
    fn look_at(&mut self, weights: &[Exact]) -> Vec<usize> {
        let granted = |wish: &Vec<&[Condition]>| wish.iter().any(|way| way.iter().all(|condition| condition.holds(weights)));
        let missed: Vec<usize> = (0..self.open.len()).filter(|at| !self.open.get(*at).is_some_and(granted)).collect();
        let found = self.open.len() - missed.len();
        if self.best.as_ref().is_none_or(|(best, _)| found > *best) {
            self.best = Some((found, weights.to_vec()));
        }
        missed
    }

    /// Searches; gives back the most that can be granted, as far as it is proven, and whether nothing was left to look at.
    fn run(
        &mut self,
        frame: &Frame,
        within: (&Region, &Exact),
        must: &'w [Condition],
        enough: usize,
        nodes: usize,
    ) -> (usize, bool) {
        let all = self.open.len();
        let mut stack = vec![Node { forced: must.iter().collect(), ..Node::default() }];
        let mut looked = 0;
        while let Some(node) = stack.pop() {
            let best = self.best.as_ref().map(|(best, _)| *best);
            if best.is_some_and(|best| best >= enough || best >= all - node.given_up) {
                if best.is_some_and(|best| best >= enough) {
                    stack.push(node);
                    break;
                }
                continue;
            }
            if looked == nodes {
                stack.push(node);
                break;
            }
            looked += 1;
            let Some(weights) = frame.point(within, &node.forced) else { continue };
            let missed = self.look_at(&weights);
            let Some(wish) = missed.into_iter().find(|wish| !node.settled.contains(wish)) else { continue };
            let settled: Vec<usize> = node.settled.iter().copied().chain([wish]).collect();
            // Looked at last: what is given up.
            stack.push(Node { forced: node.forced.clone(), settled: settled.clone(), given_up: node.given_up + 1 });
            for way in self.open.get(wish).into_iter().flatten() {
                let forced = node.forced.iter().copied().chain(way.iter()).collect();
                stack.push(Node { forced, settled: settled.clone(), given_up: node.given_up });
            }
        }
        let open = stack.iter().map(|node| all - node.given_up).max();
        (open.max(self.best.as_ref().map(|(best, _)| *best)).unwrap_or(0), stack.is_empty())
    }
}

impl Frame {
    /// Weights that satisfy every condition, as far from each of their bounds as can be; `None` where there are none.
    ///
    /// Floating point proposes: weights, which are then tried exactly, or a sum of conditions that no weights satisfy, which is then
    /// added up exactly. Where it cannot tell, exact numbers do.
    fn point(&self, (region, total): (&Region, &Exact), conditions: &[&Condition]) -> Option<Vec<Exact>> {
        match self.proposed(conditions) {
            Some(Proposal::Weights(weights)) if conditions.iter().all(|condition| condition.holds(&weights)) => {
                return Some(weights);
            }
            Some(Proposal::Contradiction(prices)) if contradicts(region, total, conditions, &prices) => return None,
            _ => {}
        }
        let (slack, weights) = self.farthest(conditions, |_| true)?;
        if !slack.is_zero() || conditions.iter().all(|condition| !condition.strict) {
            return Some(weights);
        }
        // Something can only be met just so: the others may still have room.
        self.farthest(conditions, |one| one.strict).filter(|(slack, _)| !slack.is_zero()).map(|(_, weights)| weights)
    }

    /// What floating point makes of the conditions.
    fn proposed(&self, conditions: &[&Condition]) -> Option<Proposal> {
        let width = self.directions.len();
        let rough = |values: &[Exact]| values.iter().map(approximate).collect::<Vec<f64>>();
        let directions: Vec<Vec<f64>> = self.directions.iter().map(|direction| rough(direction)).collect();
        let origin = rough(&self.origin);
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let told: Vec<(Vec<f64>, f64)> =
            conditions.iter().map(|condition| (rough(&condition.coefficients), approximate(&condition.constant))).collect();
        let values: Vec<f64> = told.iter().map(|(coefficients, constant)| product(coefficients, &origin) + constant).collect();
        // What all are above zero together, lifted so that the origin is a first point.
        let lift = values.iter().fold(0.0f64, |lift, value| lift.max(-value));
        let mut rows: Vec<(Vec<f64>, f64)> =
            self.rows.iter().map(|(row, bound)| (rough(row).into_iter().chain([0.0]).collect(), approximate(bound))).collect();
        let mut cap = vec![0.0; width];
        cap.push(1.0);
        rows.push((cap, lift + 1.0));
        for ((coefficients, _), value) in told.iter().zip(&values) {
            let along = directions.iter().map(|direction| -product(coefficients, direction));
            rows.push((along.chain([1.0]).collect(), value + lift));
        }
        let mut objective = vec![0.0; width];
        objective.push(1.0);
        let Solution::Best { value, at, prices } = (Program { objective, rows }).solve() else { return None };
        let slack = value - lift;
        if slack > 1e-7 {
            let amounts: Vec<Exact> = at.iter().take(width).map(|amount| grained(*amount)).collect::<Option<_>>()?;
            let within = self.rows.iter().all(|(row, bound)| super::super::linear::dot(row, &amounts) <= *bound);
            return within.then(|| Proposal::Weights(self.weights(&amounts)));
        }
        (slack < -1e-7).then(|| {
            let own = prices.iter().skip(self.rows.len() + 1);
            Proposal::Contradiction(own.map(|price| grained(price.max(0.0)).unwrap_or(Exact::ZERO)).collect())
        })
    }

    /// The weights so far along each direction.
    fn weights(&self, amounts: &[Exact]) -> Vec<Exact> {
        let mut weights = self.origin.clone();
        for (amount, direction) in amounts.iter().zip(&self.directions).filter(|(amount, _)| !amount.is_zero()) {
            for (weight, along) in weights.iter_mut().zip(direction).filter(|(_, along)| !along.is_zero()) {
                *weight = (&*weight + &(amount * along)).reduced();
            }
        }
        weights
    }

    /// The most that all of the chosen conditions can be above zero together, at most one; the others are held at zero or above.
    fn farthest(&self, conditions: &[&Condition], chosen: impl Fn(&Condition) -> bool) -> Option<(Exact, Vec<Exact>)> {
        let width = self.directions.len();
        let rows = self.rows.iter().map(|(row, bound)| (row.iter().cloned().chain([Exact::ZERO]).collect(), bound.clone()));
        let mut rows: Vec<(Vec<Exact>, Exact)> = rows.collect();
        let mut cap = vec![Exact::ZERO; width];
        cap.push(Exact::ONE);
        rows.push((cap, Exact::ONE));
        for condition in conditions {
            let along = self.directions.iter().map(|direction| -&super::super::linear::dot(&condition.coefficients, direction));
            let slack = if chosen(condition) { Exact::ONE } else { Exact::ZERO };
            rows.push((along.chain([slack]).collect(), condition.value(&self.origin)));
        }
        let mut objective = vec![Exact::ZERO; width];
        objective.push(Exact::ONE);
        let Solution::Best { value, at, .. } = (Program { objective, rows }).solve() else { return None };
        Some((value, self.weights(&at)))
    }
}

/// What floating point says of conditions, to be checked.
enum Proposal {
    /// These weights satisfy all of them.
    Weights(Vec<Exact>),
    /// So much of each adds up to something that no weights satisfy.
    Contradiction(Vec<Exact>),
}

/// Whether conditions, each taken so many times, add up to something that no weights of the region satisfy: where all held, their
/// sum would not be below zero.
fn contradicts(region: &Region, total: &Exact, conditions: &[&Condition], times: &[Exact]) -> bool {
    let count = conditions.first().map_or(0, |condition| condition.coefficients.len());
    let (mut sum, mut constant) = (vec![Exact::ZERO; count], Exact::ZERO);
    for (condition, times) in conditions.iter().zip(times).filter(|(_, times)| !times.is_zero()) {
        for (slot, coefficient) in sum.iter_mut().zip(&condition.coefficients) {
            *slot = &*slot + &(times * coefficient);
        }
        constant = &constant + &(times * &condition.constant);
    }
    region.most(total, &sum).is_some_and(|(most, _)| (&most + &constant).is_negative())
}

/// A floating-point number from zero, rounded down to a fraction with a small denominator: exact numbers stay small with it.
fn grained(value: f64) -> Option<Exact> {
    const GRAINS: i64 = 1 << 20;
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a proposal, which is checked exactly")]
    let grains =
        if value.is_finite() && (0.0..1e9).contains(&value) { (value * GRAINS as f64).floor() as i64 } else { return None };
    Exact::ratio(grains, GRAINS)
}
