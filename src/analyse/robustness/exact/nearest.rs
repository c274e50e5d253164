//! The smallest change of weights that changes a decision: in points moved, what some criteria lose and others gain, half the L1
//! distance of the weights.
//!
//! For one pair (or threshold) it is exact by giving to the criterion on which the difference of shares is smallest and taking
//! first from that on which it is largest: each point moved closes as much of the gap as any can. Where several conditions must
//! hold together (somebody excluded must pass and be high enough), it is a linear program.

use super::super::Linear;
use super::contest::{Contest, Decided, Event, order, selected};
use super::scaled::{Ask, Scaled, Whole, ask};
use super::simplex::{Program, Solution};
use crate::number::Exact;

/// The smallest change of weights that changes a decision.
#[derive(Debug, Clone)]
pub struct Reweighing {
    /// How many points move from some criteria to others. At this distance the decision is about to change: the two tie, or the
    /// threshold is just met.
    pub points: Exact,
    /// The weights there, one a criterion of [`Linear::criteria`].
    pub weights: Vec<Exact>,
    /// What happens there.
    pub event: Event,
}

/// What it takes to change each decision.
#[derive(Debug, Clone)]
pub struct Nearest {
    /// Who is selected; `Err` with those who share the cut-line, where that is undecided: nothing needs to move.
    pub set: Result<Option<Reweighing>, Vec<usize>>,
    /// Who is first; `None` where no weights make anybody else so, or where the first rank is shared.
    pub winner: Option<Reweighing>,
    /// For each two neighbouring ranks.
    pub pairs: Vec<Neighbours>,
}

/// Two neighbouring ranks.
#[derive(Debug, Clone)]
pub struct Neighbours {
    /// Who has the higher one, by submission; several where it is shared.
    pub above: Vec<usize>,
    /// Who has the lower one.
    pub below: Vec<usize>,
    /// What makes somebody of the lower reach somebody of the higher, whatever the thresholds; `None` where no weights do.
    pub shift: Option<Reweighing>,
}

/// Finds them, over all weights that are not negative; those of neighbouring ranks where `pairs` asks for them.
pub fn nearest(linear: &Linear, pairs: bool) -> Nearest {
    ask(linear, Question { linear, pairs })
}

struct Question<'a> {
    linear: &'a Linear,
    pairs: bool,
}

impl Ask for Question<'_> {
    type Answer = Nearest;

    fn ask<Z: Whole>(self, scaled: &Scaled<Z>) -> Nearest {
        let linear = self.linear;
        let search = |contests: &[Contest]| {
            let mut search = Search::new(linear, scaled);
            for contest in contests {
                search.contest(contest);
            }
            search.shift()
        };
        let order = order(linear);
        let set = match selected(linear, scaled) {
            Decided::Set(contests) => Ok(search(&contests)),
            Decided::Undecided(tied) => Err(tied),
        };
        let first = super::contest::first(linear, &order);
        let asked = if self.pairs { order.as_slice() } else { &[] };
        let pairs = asked.iter().flat_map(|ranks| ranks.windows(2)).filter_map(|two| match two {
            [above, below] => {
                let mut search = Search::new(linear, scaled);
                for above in above {
                    for below in below {
                        search.pair(*above, *below);
                    }
                }
                let of = |at: &usize| linear.candidates.get(*at).map(|one| one.submission);
                let (above, below) = (above.iter().filter_map(of).collect(), below.iter().filter_map(of).collect());
                Some(Neighbours { above, below, shift: search.shift() })
            }
            _ => None,
        });
        Nearest { set, winner: search(&first), pairs: pairs.collect() }
    }
}

/// A change of weights in whole numbers, over one denominator.
struct Found<Z> {
    /// Points moved, in weight units over `den`.
    moved: Z,
    den: Z,
    /// The weights, over `den`.
    weights: Vec<Z>,
    event: Event,
}

impl<Z: Whole> Found<Z> {
    fn shift(&self, scaled: &Scaled<Z>) -> Reweighing {
        let weights = self.weights.iter().map(|weight| scaled.points(weight, &self.den)).collect();
        Reweighing { points: scaled.points(&self.moved, &self.den), weights, event: self.event }
    }
}

struct Search<'a, Z> {
    linear: &'a Linear,
    scaled: &'a Scaled<Z>,
    best: Option<Found<Z>>,
    /// The best that a linear program gave: its numbers may be larger than `Z` holds.
    of_program: Option<Reweighing>,
}

impl<'a, Z: Whole> Search<'a, Z> {
    const fn new(linear: &'a Linear, scaled: &'a Scaled<Z>) -> Self {
        Self { linear, scaled, best: None, of_program: None }
    }

    fn shift(self) -> Option<Reweighing> {
        let best = self.best.map(|best| best.shift(self.scaled));
        // The first of equals.
        best.into_iter().chain(self.of_program).min_by(|a, b| a.points.cmp(&b.points))
    }

    /// Whether a distance is less than the best so far.
    fn is_better(&self, moved: &Z, den: &Z) -> bool {
        self.best.as_ref().is_none_or(|best| moved.clone() * best.den.clone() < best.moved.clone() * den.clone())
    }

    fn offer(&mut self, found: Option<Found<Z>>) {
        if let Some(found) = found.filter(|found| self.is_better(&found.moved, &found.den)) {
            self.best = Some(found);
        }
    }

    fn submission(&self, at: usize) -> usize {
        self.linear.candidates.get(at).map_or(usize::MAX, |one| one.submission)
    }

    fn contest(&mut self, contest: &Contest) {
        let score = |at: &usize| self.scaled.rows.get(*at).map(|row| row.score.clone());
        let (mut inside, mut outside) = (contest.inside.clone(), contest.outside.clone());
        // The closest first: what they need bounds what is worth looking at.
        inside.sort_by_key(score);
        outside.sort_by_key(|at| std::cmp::Reverse(score(at)));
        for at in &inside {
            self.failing(*at);
        }
        for rises in &outside {
            let excluded = self.scaled.rows.get(*rises).is_some_and(|row| !row.passes());
            if !contest.full {
                if excluded {
                    self.together(*rises, None);
                }
                continue;
            }
            for falls in &inside {
                if excluded || self.scaled.rows.get(*rises).is_some_and(|row| !row.bars.is_empty()) {
                    self.together(*rises, Some(*falls));
                } else {
                    self.pair(*falls, *rises);
                }
            }
        }
    }

    /// What makes somebody who is in miss a threshold.
    fn failing(&mut self, at: usize) {
        let Some((row, own)) = self.scaled.rows.get(at).zip(self.linear.candidates.get(at)) else { return };
        for (bar, half) in row.bars.iter().zip(&own.bars) {
            let event = Event::Fails { submission: own.submission, bar: half.bar };
            let found = self.lowered(&bar.coefficients, &bar.margin, event);
            self.offer(found);
        }
    }

    /// What makes the lower of two reach the higher.
    fn pair(&mut self, above: usize, below: usize) {
        let (Some(a), Some(b)) = (self.scaled.rows.get(above), self.scaled.rows.get(below)) else { return };
        let difference: Vec<Z> = a.shares.iter().zip(&b.shares).map(|(a, b)| a.clone() - b.clone()).collect();
        let gap = a.score.clone() - b.score.clone();
        let event = Event::Overtakes { above: self.submission(below), below: self.submission(above) };
        let found = self.lowered(&difference, &gap, event);
        self.offer(found);
    }

    /// The least that must move for `coefficients · weights`, which make `value` of a sum that is at zero or above, to come down to
    /// zero; `None` where nothing does, or not with less than the best so far. A value of zero needs nothing to move, as long as
    /// anything can bring it below.
    fn lowered(&self, coefficients: &[Z], value: &Z, event: Event) -> Option<Found<Z>> {
        let (lowest, least) = coefficients.iter().enumerate().min_by(|a, b| a.1.cmp(b.1))?;
        let most = coefficients.iter().zip(&self.scaled.weights).filter(|(_, weight)| weight.is_positive());
        let most = most.map(|(one, _)| one).max()?;
        let reach = most.clone() - least.clone();
        // No point moved closes more of the gap than this.
        if !reach.is_positive() || !self.is_better(value, &reach) {
            return None;
        }
        let mut givers: Vec<usize> = (0..coefficients.len()).filter(|at| *at != lowest).collect();
        givers.sort_by(|a, b| coefficients.get(*b).cmp(&coefficients.get(*a)).then(a.cmp(b)));
        let (mut need, mut moved, mut emptied) = (value.clone(), Z::zero(), Vec::new());
        for giver in givers {
            let (weight, gain) = (self.scaled.weights.get(giver)?, coefficients.get(giver)?.clone() - least.clone());
            if !gain.is_positive() {
                break;
            }
            let all = weight.clone() * gain.clone();
            if all < need {
                need = need - all;
                moved = moved + weight.clone();
                emptied.push(giver);
                continue;
            }
            let total_moved = moved * gain.clone() + need.clone();
            // With everything on one criterion, and no further: they only come level there.
            let event = match event {
                Event::Overtakes { above, below }
                    if total_moved == gain.clone() * (self.scaled.total.clone() - self.scaled.weights.get(lowest)?.clone()) =>
                {
                    Event::Levels { above, below }
                }
                event => event,
            };
            let mut weights: Vec<Z> = self.scaled.weights.iter().map(|one| one.clone() * gain.clone()).collect();
            for at in emptied {
                *weights.get_mut(at)? = Z::zero();
            }
            let slot = weights.get_mut(giver)?;
            *slot = slot.clone() - need;
            let slot = weights.get_mut(lowest)?;
            *slot = slot.clone() + total_moved.clone();
            return Some(Found { moved: total_moved, den: gain, weights, event });
        }
        None
    }

    /// What lets somebody who is out pass every threshold and, where somebody must fall for it, reach their total.
    fn together(&mut self, rises: usize, falls: Option<usize>) {
        let Some((row, own)) = self.scaled.rows.get(rises).zip(self.linear.candidates.get(rises)) else { return };
        // Each condition alone is a lower bound, and exact where its answer satisfies the others.
        let mut conditions: Vec<(Vec<Z>, Z, Event)> = row
            .bars
            .iter()
            .zip(&own.bars)
            .map(|(bar, half)| {
                (bar.coefficients.clone(), bar.margin.clone(), Event::Passes { submission: own.submission, bar: half.bar })
            })
            .collect();
        if let Some((at, other)) = falls.and_then(|at| Some((at, self.scaled.rows.get(at)?))) {
            let difference = row.shares.iter().zip(&other.shares).map(|(a, b)| a.clone() - b.clone()).collect();
            let event = Event::Overtakes { above: own.submission, below: self.submission(at) };
            conditions.push((difference, row.score.clone() - other.score.clone(), event));
        }
        let negated = |values: &[Z]| values.iter().map(|value| -value.clone()).collect::<Vec<Z>>();
        let mut hardest: Option<Found<Z>> = None;
        for (coefficients, value, event) in &conditions {
            let open = value.is_negative() || (value.is_zero() && matches!(event, Event::Overtakes { .. }));
            if !open {
                continue;
            }
            // Not at all, or not with less than the best so far.
            let Some(found) = self.lowered(&negated(coefficients), &-value.clone(), *event) else { return };
            if hardest
                .as_ref()
                .is_none_or(|hardest| hardest.moved.clone() * found.den.clone() < found.moved.clone() * hardest.den.clone())
            {
                hardest = Some(found);
            }
        }
        let Some(hardest) = hardest else { return };
        let holds = |(coefficients, value, _): &(Vec<Z>, Z, Event)| {
            let change =
                coefficients.iter().zip(&hardest.weights).zip(&self.scaled.weights).fold(Z::zero(), |sum, ((one, now), was)| {
                    sum + one.clone() * (now.clone() - was.clone() * hardest.den.clone())
                });
            !(value.clone() * hardest.den.clone() + change).is_negative()
        };
        if conditions.iter().all(holds) {
            self.offer(Some(hardest));
        } else if let Some(shift) = self.program(&conditions)
            && self.of_program.as_ref().is_none_or(|best| shift.points < best.points)
        {
            self.of_program = Some(shift);
        }
    }

    /// The least that must move for all conditions to hold together, as a linear program: what each criterion gains, then what it
    /// loses.
    fn program(&self, conditions: &[(Vec<Z>, Z, Event)]) -> Option<Reweighing> {
        let count = self.scaled.weights.len();
        let exact = |value: &Z| Exact::big_ratio(value.clone().into(), 1.into()).unwrap_or(Exact::ZERO);
        let unit =
            |at: usize| (0..2 * count).map(|other| if other == at { Exact::ONE } else { Exact::ZERO }).collect::<Vec<Exact>>();
        let mut rows: Vec<(Vec<Exact>, Exact)> =
            self.scaled.weights.iter().enumerate().map(|(at, weight)| (unit(count + at), exact(weight))).collect();
        let balance =
            |sign: i64| (0..2 * count).map(|at| Exact::whole(if at < count { sign } else { -sign })).collect::<Vec<Exact>>();
        rows.push((balance(1), Exact::ZERO));
        rows.push((balance(-1), Exact::ZERO));
        for (coefficients, value, _) in conditions {
            let gains = coefficients.iter().map(|one| -&exact(one));
            rows.push((gains.chain(coefficients.iter().map(exact)).collect(), exact(value)));
        }
        let objective = (0..2 * count).map(|at| Exact::whole(if at < count { -1 } else { 0 })).collect();
        let Solution::Best { value, at, prices } = (Program { objective, rows }).solve() else { return None };
        // The condition that costs most to satisfy is what happens there.
        let costs = prices.iter().skip(count + 2).zip(conditions);
        let event = costs.max_by(|a, b| a.0.cmp(b.0)).map(|(_, (.., event))| *event)?;
        let (gained, lost) = at.split_at_checked(count)?;
        // The program counts in the units of the scaled weights.
        let grain = Exact::big_ratio(1.into(), self.scaled.grain.clone())?;
        let changes = gained.iter().zip(lost).map(|(gain, loss)| &(gain - loss) * &grain);
        let weights = self.linear.weights.iter().zip(changes).map(|(weight, change)| weight + &change);
        Some(Reweighing { points: &-&value * &grain, weights: weights.collect(), event })
    }
}

impl Reweighing {
    /// What each criterion gains (or, negative, loses), in points, one a criterion of [`Linear::criteria`].
    pub fn changes(&self, linear: &Linear) -> Vec<Exact> {
        self.weights.iter().zip(&linear.weights).map(|(now, was)| now - was).collect()
    }
}
