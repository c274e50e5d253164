//! One weight at a time: between which weights of one criterion or group a decision stays, its siblings keeping their
//! proportions.
//!
//! For A above B, with `d` the difference of their totals, `e` that of their shares on a criterion that weighs `w`, and weights
//! that sum to 1, the two meet where it weighs `w + d(1 − w)/(d − e)`: above `w` where `e < d`, below where `e > d`, nowhere where
//! they are equal. A decision holds on the intersection over every pair that makes it. Here weights are points of the grid's
//! total, and a weight moves inside its group: what its siblings weigh together takes the place of `1 − w`.

use super::super::Linear;
use super::contest::{Contest, Decided, Event, first, order, selected};
use super::scaled::{Ask, Row, Scaled, Whole, ask, dot};
use crate::model::{Grid, Item, Role};
use crate::number::Exact;

/// The weights of one item between which decisions stay.
#[derive(Debug, Clone)]
pub struct Intervals {
    /// The criterion or group.
    pub item: Item,
    /// What it weighs as published, in points of the total.
    pub weight: Exact,
    /// The most it can weigh: what it and its siblings weigh together.
    pub most: Exact,
    /// Where the selected set stays; `None` where a tie across the cut-line leaves it undecided.
    pub set: Option<Interval>,
    /// Where whoever is first stays so; `None` where the first rank is shared, or nobody is ranked.
    pub winner: Option<Interval>,
    /// Where the whole order stays, shared ranks and who is excluded included.
    pub order: Interval,
    /// Where each two neighbouring ranks stay in their order, whatever the thresholds: one for each of [`super::Nearest::pairs`].
    pub pairs: Vec<Interval>,
}

/// An interval of one weight, in points of the total. Inside, the decision stays; at an end where something happens, it is about
/// to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

/// An end of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The weight there.
    pub at: Exact,
    /// What happens there; `None` where the weight can go no further.
    pub why: Option<Event>,
}

/// Every item whose weight can move, in the order of the grid, a group before what stands in it.
pub fn intervals(linear: &Linear, grid: &Grid) -> Vec<Intervals> {
    let mut items = Vec::new();
    walk(grid, None, &mut items);
    let leaves = |item: Item| -> Vec<usize> {
        let within = |criterion: usize| match item {
            Item::Criterion(own) => own == criterion,
            Item::Group(group) => grid.stands_in(criterion, group),
        };
        (0..linear.criteria.len()).filter(|at| linear.criteria.get(*at).is_some_and(|criterion| within(*criterion))).collect()
    };
    let moves = items.into_iter().filter_map(|(item, siblings)| {
        let own = leaves(item);
        let others: Vec<usize> = siblings.into_iter().flat_map(leaves).collect();
        (!own.is_empty() && !others.is_empty()).then_some(Move { item, own, others })
    });
    ask(linear, AllMoves { linear, moves: moves.collect() })
}

/// Each weighed item with its weighed siblings.
fn walk(grid: &Grid, of: Option<usize>, items: &mut Vec<(Item, Vec<Item>)>) {
    let weighed: Vec<Item> = grid.children(of).into_iter().filter(|item| grid.role(*item) == Role::Weighed).collect();
    for item in &weighed {
        items.push((*item, weighed.iter().copied().filter(|other| other != item).collect()));
        if let Item::Group(group) = item {
            walk(grid, Some(*group), items);
        }
    }
}

/// A weight that moves.
struct Move {
    item: Item,
    /// The criteria it is made of, by place among the weighed ones.
    own: Vec<usize>,
    /// Those that give or take what it takes or gives.
    others: Vec<usize>,
}

struct AllMoves<'a> {
    linear: &'a Linear,
    moves: Vec<Move>,
}

impl Ask for AllMoves<'_> {
    type Answer = Vec<Intervals>;

    fn ask<Z: Whole>(self, scaled: &Scaled<Z>) -> Vec<Intervals> {
        use rayon::prelude::*;
        let order = order(self.linear);
        let decided = selected(self.linear, scaled);
        let first = first(self.linear, &order);
        let one = |one: Move| {
            let line = Line::new(&one, scaled)?;
            let over = |contests: &[Contest]| {
                let sides = [false, true].map(|up| {
                    let events = contests.iter().filter_map(|contest| line.first_event(self.linear, contest, up));
                    events.reduce(sooner)
                });
                line.interval(sides)
            };
            let set = match &decided {
                Decided::Set(contests) => Some(over(contests)),
                Decided::Undecided(_) => None,
            };
            let winner = (!first.is_empty()).then(|| over(&first));
            let of_pair = |two: &[Vec<usize>]| match two {
                [above, below] => {
                    let sides = [false, true].map(|up| {
                        let all = above.iter().flat_map(|falls| below.iter().map(move |rises| (*rises, *falls)));
                        all.filter_map(|(rises, falls)| line.catches(self.linear, rises, falls, up)).reduce(sooner)
                    });
                    Some(line.interval(sides))
                }
                _ => None,
            };
            let pairs = order.iter().flat_map(|ranks| ranks.windows(2).filter_map(of_pair)).collect();
            let sides = [false, true].map(|up| line.first_disorder(self.linear, &order, up));
            let order = line.interval(sides);
            let points = |value: &Z| scaled.points(value, &Z::one());
            let most = points(&(line.weight.clone() + line.others.clone()));
            Some(Intervals { item: line.item, weight: points(&line.weight), most, set, winner, order, pairs })
        };
        self.moves.into_par_iter().filter_map(one).collect()
    }
}

/// How far along a line something is: a fraction above or at zero, and what it is.
struct When<Z> {
    num: Z,
    /// Above zero.
    den: Z,
    event: Event,
}

fn before<Z: Whole>(a: (&Z, &Z), b: (&Z, &Z)) -> bool {
    a.0.clone() * b.1.clone() < b.0.clone() * a.1.clone()
}

/// The sooner of two; the first of equals.
fn sooner<Z: Whole>(a: When<Z>, b: When<Z>) -> When<Z> {
    if before((&b.num, &b.den), (&a.num, &a.den)) { b } else { a }
}

/// A straight line of weights: one weight moves, its siblings keep their proportions. One unit along it changes a total by its
/// slope over `per`.
struct Line<'s, Z> {
    scaled: &'s Scaled<Z>,
    item: Item,
    /// What the item weighs, and its siblings together.
    weight: Z,
    others: Z,
    per: Z,
    /// The slope of each candidate's total, then those of its thresholds.
    slopes: Vec<Slopes<Z>>,
}

impl<'s, Z: Whole> Line<'s, Z> {
    /// The line of a move; `None` where the siblings weigh nothing, so that there are no proportions to keep.
    fn new(of: &Move, scaled: &'s Scaled<Z>) -> Option<Self> {
        let sum = |places: &[usize]| {
            places.iter().filter_map(|at| scaled.weights.get(*at)).fold(Z::zero(), |sum, one| sum + one.clone())
        };
        let (weight, others) = (sum(&of.own), sum(&of.others));
        if others.is_zero() || (weight.is_zero() && of.own.len() > 1) {
            return None;
        }
        // What each weight gains, times `per`, where the item gains one.
        let single = of.own.len() == 1;
        let per = if single { others.clone() } else { others.clone() * weight.clone() };
        let mut direction = vec![Z::zero(); scaled.weights.len()];
        for (at, slot) in direction.iter_mut().enumerate() {
            let Some(own) = scaled.weights.get(at) else { continue };
            if of.own.contains(&at) {
                *slot = if single { others.clone() } else { own.clone() * others.clone() };
            } else if of.others.contains(&at) {
                *slot = -(if single { own.clone() } else { own.clone() * weight.clone() });
            }
        }
        let slopes = scaled.rows.iter().map(|row| {
            let bars = row.bars.iter().map(|bar| dot(&bar.coefficients, &direction));
            (dot(&row.shares, &direction), bars.collect())
        });
        Some(Self { scaled, item: of.item, weight, others, per, slopes: slopes.collect() })
    }

    fn interval(&self, [down, up]: [Option<When<Z>>; 2]) -> Interval {
        let end = |when: Option<When<Z>>, up: bool| {
            // Beyond what the item, or its siblings, have there is nothing to give.
            let room = if up { &self.others } else { &self.weight };
            let (limit, one) = (room, Z::one());
            // A threshold that is just met where the weight can go no further is never missed.
            let comes = |when: &When<Z>| match when.event {
                Event::Fails { .. } => before((&when.num, &when.den), (limit, &one)),
                _ => !before((limit, &one), (&when.num, &when.den)),
            };
            match when.filter(comes) {
                Some(when) => {
                    let is_end = when.num == limit.clone() * when.den.clone();
                    let gone = if up { when.num } else { -when.num };
                    let at = self.scaled.points(&(self.weight.clone() * when.den.clone() + gone), &when.den);
                    let why = match when.event {
                        Event::Overtakes { above, below } if is_end => Event::Levels { above, below },
                        event => event,
                    };
                    End { at, why: Some(why) }
                }
                None if up => End { at: self.scaled.points(&(self.weight.clone() + room.clone()), &Z::one()), why: None },
                None => End { at: Exact::ZERO, why: None },
            }
        };
        Interval { low: end(down, false), high: end(up, true) }
    }

    fn row(&self, at: usize) -> Option<(&Row<Z>, &Slopes<Z>)> {
        self.scaled.rows.get(at).zip(self.slopes.get(at))
    }

    /// From when to when a value that starts at `value` and changes by `slope` is at zero or above; `None` for never, and without
    /// an end where it stays so.
    fn holds(&self, value: &Z, slope: &Z, up: bool) -> Option<(Turn<Z>, Option<Turn<Z>>)> {
        let slope = if up { slope.clone() } else { -slope.clone() };
        let turn = || (value.abs() * self.per.clone(), slope.abs());
        match (value.is_negative(), slope.is_zero(), slope.is_negative()) {
            (true, false, false) => Some((turn(), None)),
            (true, ..) => None,
            (false, _, true) => Some(((Z::zero(), Z::one()), Some(turn()))),
            (false, ..) => Some(((Z::zero(), Z::one()), None)),
        }
    }

    /// Where one that is outside first stands where it would be in: its thresholds hold and, where `over` says above whom, it has
    /// caught up.
    fn enters(&self, linear: &Linear, one: usize, over: Option<usize>, up: bool) -> Option<When<Z>> {
        let ((row, slopes), own) = (self.row(one)?, linear.candidates.get(one)?);
        let (mut from, mut until): (Option<When<Z>>, Option<Turn<Z>>) = (None, None);
        let mut starts = |(num, den): Turn<Z>, event: Event| {
            if from.as_ref().is_none_or(|from| !before((&num, &den), (&from.num, &from.den))) {
                from = Some(When { num, den, event });
            }
        };
        let mut ends = |end: Option<Turn<Z>>| {
            let Some(end) = end else { return };
            if until.as_ref().is_none_or(|until| before((&end.0, &end.1), (&until.0, &until.1))) {
                until = Some(end);
            }
        };
        for ((bar, slope), half) in row.bars.iter().zip(&slopes.1).zip(&own.bars) {
            let (start, end) = self.holds(&bar.margin, slope, up)?;
            ends(end);
            if bar.margin.is_negative() {
                starts(start, Event::Passes { submission: own.submission, bar: half.bar });
            }
        }
        if let Some(other) = over {
            let ((their, their_slopes), below) = (self.row(other)?, linear.candidates.get(other)?);
            let (gap, slope) = (row.score.clone() - their.score.clone(), slopes.0.clone() - their_slopes.0.clone());
            let gains = if up { slope.is_positive() } else { slope.is_negative() };
            // Level as published, and settled by the tie rule: only what gains on it passes it.
            if gap.is_zero() && !gains && row.passes() {
                return None;
            }
            let (start, end) = self.holds(&gap, &slope, up)?;
            ends(end);
            // Who was above all the time, and excluded, does not catch up here.
            if !gap.is_positive() {
                starts(start, Event::Overtakes { above: own.submission, below: below.submission });
            }
        }
        let from = from?;
        let gone = until.is_some_and(|until| before((&until.0, &until.1), (&from.num, &from.den)));
        (!gone).then_some(from)
    }

    /// Where one that is in first misses a threshold.
    fn leaves(&self, linear: &Linear, one: usize, up: bool) -> Option<When<Z>> {
        let ((row, slopes), own) = (self.row(one)?, linear.candidates.get(one)?);
        let falls = row.bars.iter().zip(&slopes.1).zip(&own.bars).filter_map(|((bar, slope), half)| {
            let (num, den) = self.holds(&bar.margin, slope, up)?.1?;
            Some(When { num, den, event: Event::Fails { submission: own.submission, bar: half.bar } })
        });
        falls.reduce(sooner)
    }

    /// Where a contest first changes.
    fn first_event(&self, linear: &Linear, contest: &Contest, up: bool) -> Option<When<Z>> {
        let failing = contest.inside.iter().filter_map(|one| self.leaves(linear, *one, up));
        let entering = contest.outside.iter().flat_map(|one| {
            let over = contest.inside.iter().map(|other| Some(*other)).filter(|_| contest.full);
            let free = (!contest.full).then_some(None);
            // By far the most frequent case: nothing but the other's total stands in its way.
            let plain = contest.full && self.scaled.rows.get(*one).is_some_and(|row| row.bars.is_empty());
            over.chain(free).filter_map(move |other| match other.filter(|_| plain) {
                Some(other) => self.catches(linear, *one, other, up),
                None => self.enters(linear, *one, other, up),
            })
        });
        failing.chain(entering).reduce(sooner)
    }

    /// Where the order first changes: somebody overtakes the next, a shared rank parts, somebody is excluded or no longer is.
    fn first_disorder(&self, linear: &Linear, order: &[Vec<Vec<usize>>], up: bool) -> Option<When<Z>> {
        let all = order.iter().flatten().flatten();
        let failing = all.filter_map(|one| self.leaves(linear, *one, up));
        let excluded = (0..self.scaled.rows.len()).filter(|at| self.scaled.rows.get(*at).is_some_and(|row| !row.passes()));
        let entering = excluded.filter_map(|one| self.enters(linear, one, None, up));
        let swaps = order.iter().flat_map(|ranks| {
            ranks.windows(2).flat_map(|two| match two {
                [above, below] => above.iter().flat_map(|a| below.iter().map(|b| (*b, *a))).collect::<Vec<_>>(),
                _ => Vec::new(),
            })
        });
        let overtaking = swaps.filter_map(|(rises, falls)| self.catches(linear, rises, falls, up));
        let parting = order.iter().flatten().flat_map(|same| same.windows(2)).filter_map(|two| match two {
            [a, b] => self.catches(linear, *a, *b, up).or_else(|| self.catches(linear, *b, *a, up)),
            _ => None,
        });
        failing.chain(entering).chain(overtaking).chain(parting).reduce(sooner)
    }

    /// Where one that is ranked reaches the total of another, whatever their thresholds.
    fn catches(&self, linear: &Linear, rises: usize, falls: usize, up: bool) -> Option<When<Z>> {
        let ((row, slopes), (their, their_slopes)) = (self.row(rises)?, self.row(falls)?);
        let (gap, slope) = (row.score.clone() - their.score.clone(), slopes.0.clone() - their_slopes.0.clone());
        let slope = if up { slope } else { -slope };
        if !slope.is_positive() {
            return None;
        }
        let (above, below) = (linear.candidates.get(rises)?.submission, linear.candidates.get(falls)?.submission);
        Some(When { num: -gap * self.per.clone(), den: slope, event: Event::Overtakes { above, below } })
    }
}

/// How fast the total of a candidate changes along a line, and each of its thresholds.
type Slopes<Z> = (Z, Vec<Z>);

/// A distance along a line: numerator and denominator.
type Turn<Z> = (Z, Z);
