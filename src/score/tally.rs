//! The tree of one submission added up: criteria into groups, groups into the total, with a line for everything that is
//! neither: weight that was shared, caps, declared roundings. Lines and adjustments add up to the total, exactly.

use super::points::{LeftOut, Line};
use super::weights::Weights;
use crate::model::{Grid, Item, NotApplicable, Role, Share};
use crate::number::Exact;

/// Everything behind one total.
#[derive(Debug, Clone)]
pub struct Tally {
    /// One line a criterion, in the order of the grid.
    pub lines: Vec<Line>,
    /// One line a group, in the order of the grid.
    pub groups: Vec<GroupLine>,
    /// What stands between the lines and the total.
    pub adjustments: Vec<Adjustment>,
    /// The total that the weights make; `None` where something is missing, or where the grid has none.
    pub total: Option<Exact>,
}

/// The score of one group.
#[derive(Debug, Clone)]
pub struct GroupLine {
    /// The index of the group.
    pub group: usize,
    /// Its points, in points of the total; `None` where something in it is missing or all of it is left out.
    pub points: Option<Exact>,
    /// What it weighs, in points of the total.
    pub weight: Exact,
    /// Whether all of it is left out.
    pub left_out: bool,
}

/// Points of a total that are no line's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// Why.
    pub why: Adjusted,
    /// The group it happens in, by index; `None` for the total.
    pub of: Option<usize>,
    /// How many points of the total it adds; negative where it takes away.
    pub by: Exact,
}

/// Why points are added or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adjusted {
    /// Weight that was left out and shared among the others.
    Shared,
    /// More than it may count for.
    Capped,
    /// A rounding that the grid declares.
    Rounded,
    /// The totals of reviewers were combined, and not their marks.
    Combined,
}

/// What some children make together.
struct Fold {
    points: Option<Exact>,
    /// The weight that has points.
    applied: Exact,
    /// The weight left out whose share goes to all the grid.
    shared_out: Exact,
}

/// Adds up the tree.
pub(super) fn tally(grid: &Grid, tree: &[Vec<Item>], weights: &Weights, lines: Vec<Line>) -> Tally {
    let groups = weights.groups.iter().enumerate();
    let groups = groups.map(|(group, weight)| GroupLine { group, points: None, weight: weight.clone(), left_out: false });
    let mut adder =
        Adder { grid, tree, weights, tally: Tally { lines, groups: groups.collect(), adjustments: Vec::new(), total: None } };
    let whole = adder.fold(None);
    let mut tally = adder.tally;
    for adjustment in &mut tally.adjustments {
        if adjustment.of.is_some_and(|group| grid.takes_away(Item::Group(group))) {
            adjustment.by = -&adjustment.by;
        }
    }
    if !grid.has_total() {
        return tally;
    }
    let Some(mut total) = whole.points else { return tally };
    if !whole.shared_out.is_zero() {
        // Bonuses and maluses are not scaled: only what the weights make.
        let weighed = weighed_points(grid, tree, &tally);
        let factor = (&whole.applied + &whole.shared_out).checked_div(&whole.applied);
        let Some(factor) = factor else { return tally };
        let by = &(&weighed * &factor) - &weighed;
        total = &total + &by;
        tally.adjustments.push(Adjustment { why: Adjusted::Shared, of: None, by });
    }
    total = adjust(&mut tally.adjustments, None, total, grid.rules.cap.map(Exact::from), grid.rules.round.totals, &Exact::ONE);
    tally.total = Some(total);
    tally
}

/// Rounds where the rule rounds, then holds to the cap: each a line of its own. `unit`: what a point of the item is in points
/// of the total, since it is its own points that a rule rounds.
fn adjust(
    adjustments: &mut Vec<Adjustment>,
    of: Option<usize>,
    points: Exact,
    cap: Option<Exact>,
    round: Option<usize>,
    unit: &Exact,
) -> Exact {
    let mut now = points;
    let rounded = round.and_then(|decimals| Some(&now.checked_div(unit)?.rounded(decimals) * unit));
    for (why, other) in [(Adjusted::Rounded, rounded), (Adjusted::Capped, cap.filter(|cap| *cap < now))] {
        if let Some(other) = other.filter(|other| *other != now) {
            adjustments.push(Adjustment { why, of, by: &other - &now });
            now = other;
        }
    }
    now
}

/// The points at the top of the grid that the weights make.
fn weighed_points(grid: &Grid, tree: &[Vec<Item>], tally: &Tally) -> Exact {
    let top = tree.first().map(Vec::as_slice).unwrap_or_default();
    let weighed = top.iter().filter(|item| grid.role(**item) == Role::Weighed);
    let own: Exact = weighed.filter_map(|item| tally.points(*item)).sum();
    // What a rule shared at the top already is weighed too.
    let shared = tally.adjustments.iter().filter(|adjustment| adjustment.of.is_none() && adjustment.why == Adjusted::Shared);
    own + shared.map(|adjustment| adjustment.by.clone()).sum::<Exact>()
}

struct Adder<'a> {
    grid: &'a Grid,
    tree: &'a [Vec<Item>],
    weights: &'a Weights,
    tally: Tally,
}

impl Adder<'_> {
    fn fold(&mut self, of: Option<usize>) -> Fold {
        let children = self.tree.get(of.map_or(0, |group| group + 1)).map(Vec::as_slice).unwrap_or_default();
        let (mut weighed, mut beside) = (Exact::ZERO, Exact::ZERO);
        let (mut applied, mut left_out, mut shared_out) = (Exact::ZERO, Exact::ZERO, Exact::ZERO);
        let mut missing = false;
        for &item in children {
            let role = self.grid.role(item);
            let (points, whole) = match item {
                Item::Criterion(index) => self.criterion(index),
                Item::Group(index) => self.group(index),
            };
            match (points, role) {
                (_, Role::Aside) => {}
                (Child::Missing, _) => missing = true,
                (Child::Points { points, applied: part, shared_out: out }, Role::Weighed) => {
                    weighed = weighed + points;
                    applied = applied + part;
                    shared_out = shared_out + out;
                }
                (Child::Points { points, .. }, Role::Bonus) => beside = beside + points,
                (Child::Points { points, .. }, Role::Malus) => beside = &beside - &points,
                (Child::LeftOut { to_all: true }, Role::Weighed) => shared_out = shared_out + whole,
                (Child::LeftOut { to_all: false }, Role::Weighed) => left_out = left_out + whole,
                (Child::LeftOut { .. }, _) => {}
            }
        }
        if missing {
            return Fold { points: None, applied: Exact::ZERO, shared_out: Exact::ZERO };
        }
        if applied.is_zero() && !(left_out.is_zero() && shared_out.is_zero()) {
            // Nothing is left to share the weight among.
            return Fold { points: None, applied, shared_out };
        }
        if !left_out.is_zero() {
            let scaled = (&weighed * &(&applied + &left_out)).checked_div(&applied).unwrap_or(Exact::ZERO);
            let by = &scaled - &weighed;
            if !by.is_zero() {
                self.tally.adjustments.push(Adjustment { why: Adjusted::Shared, of, by });
            }
            weighed = scaled;
            applied = applied + left_out;
        }
        Fold { points: Some(weighed + beside), applied, shared_out }
    }

    fn criterion(&self, index: usize) -> (Child, Exact) {
        let weight = self.weights.criteria.get(index).cloned().unwrap_or(Exact::ZERO);
        let Some(line) = self.tally.lines.get(index) else { return (Child::Missing, weight) };
        let child = match (&line.points, line.left_out) {
            (Some(points), _) => Child::Points { points: points.clone(), applied: weight.clone(), shared_out: Exact::ZERO },
            (None, Some(why)) => Child::LeftOut { to_all: self.to_all(why) },
            (None, None) => Child::Missing,
        };
        (child, weight)
    }

    fn to_all(&self, why: LeftOut) -> bool {
        why == LeftOut::NotApplicable && self.grid.rules.not_applicable == NotApplicable::ShareOut
    }

    fn group(&mut self, index: usize) -> (Child, Exact) {
        let whole = self.weights.groups.get(index).cloned().unwrap_or(Exact::ZERO);
        let fold = self.fold(Some(index));
        let Some(points) = fold.points else {
            let empty = fold.applied.is_zero() && self.all_left_out(index);
            if let Some(line) = self.tally.groups.get_mut(index) {
                line.left_out = empty;
            }
            let child = if empty { Child::LeftOut { to_all: !fold.shared_out.is_zero() } } else { Child::Missing };
            return (child, whole);
        };
        let cap = self.weights.caps.get(index).cloned().flatten();
        let unit = self.weights.units.get(index).unwrap_or(&Exact::ONE);
        let points = adjust(&mut self.tally.adjustments, Some(index), points, cap, self.grid.rules.round.groups, unit);
        if let Some(line) = self.tally.groups.get_mut(index) {
            line.points = Some(points.clone());
        }
        // A cap makes the group count for less than its children weigh together: only what is out of reach is shared out.
        let applied = if fold.shared_out.is_zero() { whole.clone() } else { fold.applied.min(whole.clone()) };
        let shared_out = &whole - &applied;
        (Child::Points { points, applied, shared_out }, whole)
    }

    fn all_left_out(&self, group: usize) -> bool {
        let children = self.tree.get(group + 1).map(Vec::as_slice).unwrap_or_default();
        let weighed = || children.iter().filter(|child| self.grid.role(**child) == Role::Weighed);
        weighed().count() > 0 && weighed().all(|child| self.tally.share(*child) == Share::LeftOut)
    }
}

enum Child {
    Points { points: Exact, applied: Exact, shared_out: Exact },
    Missing,
    LeftOut { to_all: bool },
}

impl Tally {
    /// The points of an item.
    pub fn points(&self, item: Item) -> Option<Exact> {
        match item {
            Item::Criterion(index) => self.lines.get(index)?.points.clone(),
            Item::Group(index) => self.groups.get(index)?.points.clone(),
        }
    }

    /// The share of an item.
    pub fn share(&self, item: Item) -> Share {
        let (share, left_out) = match item {
            Item::Criterion(index) => match self.lines.get(index) {
                Some(line) => (line.share.clone(), line.left_out.is_some()),
                None => (None, false),
            },
            Item::Group(index) => match self.groups.get(index) {
                Some(line) => (line.points.as_ref().and_then(|points| points.checked_div(&line.weight)), line.left_out),
                None => (None, false),
            },
        };
        match share {
            Some(share) => Share::Given(share),
            None if left_out => Share::LeftOut,
            None => Share::Missing,
        }
    }

    /// Whether something that a group weighs is left out for want of a mark, rather than for not applying.
    pub(super) fn is_unmarked(&self, grid: &Grid, tree: &[Vec<Item>], group: usize) -> bool {
        let children = tree.get(group + 1).map(Vec::as_slice).unwrap_or_default();
        children.iter().filter(|child| grid.role(**child) == Role::Weighed).any(|child| match *child {
            Item::Criterion(index) => self.lines.get(index).is_some_and(|line| line.left_out == Some(LeftOut::Missing)),
            Item::Group(index) => self.is_unmarked(grid, tree, index),
        })
    }

    /// The weight that was left out for a reason, in points of the total.
    pub fn left_out(&self, grid: &Grid, why: LeftOut) -> Exact {
        let lines = self.lines.iter().filter(|line| line.left_out == Some(why) && grid.is_weighed(line.criterion));
        lines.map(|line| line.weight.clone()).sum()
    }
}
