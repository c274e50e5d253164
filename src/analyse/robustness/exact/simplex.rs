//! Linear programs: the simplex method on a dictionary, with Bland's rule, which never cycles. Meant for the few dozen rows and
//! columns of questions about weights, where a tie must be seen as one: in exact numbers, then. The same in floating point is many
//! times as fast, and proposes answers that whoever asks must check exactly.
//!
//! G. B. Dantzig, *Linear Programming and Extensions* (1963); R. G. Bland, "New finite pivoting rules for the simplex method",
//! *Mathematics of Operations Research* 2 (1977).

use std::cmp::Ordering;

use crate::number::Exact;

/// The numbers a program is solved in.
pub(super) trait Figure: Clone + PartialOrd {
    fn zero() -> Self;
    fn one() -> Self;
    fn minus(&self, other: &Self) -> Self;
    fn times(&self, other: &Self) -> Self;
    fn over(&self, other: &Self) -> Self;
    fn negated(&self) -> Self;
    /// Below zero, zero or above, as far as these numbers can tell.
    fn sign(&self) -> Ordering;
    /// So many pivots are enough: numbers that are rounded might go round in circles for ever.
    const MOST_PIVOTS: usize;
}

impl Figure for Exact {
    const MOST_PIVOTS: usize = usize::MAX;

    fn zero() -> Self {
        Self::ZERO
    }
    fn one() -> Self {
        Self::ONE
    }
    fn minus(&self, other: &Self) -> Self {
        (self - other).reduced()
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn over(&self, other: &Self) -> Self {
        // A pivot is never zero.
        self.checked_div(other).unwrap_or(Self::ZERO).reduced()
    }
    fn negated(&self) -> Self {
        -self
    }
    fn sign(&self) -> Ordering {
        self.cmp(&Self::ZERO)
    }
}

impl Figure for f64 {
    const MOST_PIVOTS: usize = 400;

    fn zero() -> Self {
        0.0
    }
    fn one() -> Self {
        1.0
    }
    fn minus(&self, other: &Self) -> Self {
        self - other
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn over(&self, other: &Self) -> Self {
        self / other
    }
    fn negated(&self) -> Self {
        -self
    }
    fn sign(&self) -> Ordering {
        const NOTHING: f64 = 1e-10;
        if self.abs() < NOTHING { Ordering::Equal } else { self.total_cmp(&0.0) }
    }
}

/// Maximise `objective · x` with every row's `coefficients · x ≤ bound`, and no `x` below zero.
#[derive(Debug, Clone)]
pub(super) struct Program<N = Exact> {
    pub(super) objective: Vec<N>,
    pub(super) rows: Vec<(Vec<N>, N)>,
}

/// What comes of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Solution<N = Exact> {
    /// The best value, where it is reached, and the price of each row: how much the value would gain by one more of its bound.
    Best { value: N, at: Vec<N>, prices: Vec<N> },
    /// No point satisfies every row.
    Impossible,
    /// There is no best value, or rounded numbers found none.
    Unbounded,
}

/// Basic variables as what is left of their bounds: `basic = bound − Σ coefficient · free`.
struct Dictionary<N> {
    rows: Vec<Vec<N>>,
    bounds: Vec<N>,
    /// The objective over the free variables.
    objective: Vec<N>,
    value: N,
    /// Which variable is free in each column and basic in each row: the `x` first, then the slack of each row.
    free: Vec<usize>,
    basic: Vec<usize>,
    pivots: usize,
}

impl<N: Figure> Program<N> {
    /// Solves it.
    pub(super) fn solve(&self) -> Solution<N> {
        let width = self.objective.len();
        let mut dictionary = Dictionary {
            rows: self.rows.iter().map(|(coefficients, _)| coefficients.clone()).collect(),
            bounds: self.rows.iter().map(|(_, bound)| bound.clone()).collect(),
            objective: vec![N::zero(); width],
            value: N::zero(),
            free: (0..width).collect(),
            basic: (width..width + self.rows.len()).collect(),
            pivots: 0,
        };
        if dictionary.bounds.iter().any(|bound| bound.sign().is_lt()) && !dictionary.find_feasible() {
            return Solution::Impossible;
        }
        dictionary.aim(&self.objective);
        if !dictionary.climb() {
            return Solution::Unbounded;
        }
        let mut at = vec![N::zero(); width];
        for (variable, bound) in dictionary.basic.iter().zip(&dictionary.bounds) {
            if let Some(slot) = at.get_mut(*variable) {
                *slot = bound.clone();
            }
        }
        let mut prices = vec![N::zero(); self.rows.len()];
        for (variable, gain) in dictionary.free.iter().zip(&dictionary.objective) {
            if let Some(slot) = variable.checked_sub(width).and_then(|row| prices.get_mut(row)) {
                *slot = gain.negated();
            }
        }
        Solution::Best { value: dictionary.value, at, prices }
    }
}

impl<N: Figure> Dictionary<N> {
    /// The variable that only the search for a first point knows.
    const AUXILIARY: usize = usize::MAX;

    /// Looks for a point that satisfies every row: how far below their bounds all of them can be held together.
    fn find_feasible(&mut self) -> bool {
        let minus = N::one().negated();
        for row in &mut self.rows {
            row.push(minus.clone());
        }
        self.objective = vec![N::zero(); self.free.len()];
        self.objective.push(minus);
        self.free.push(Self::AUXILIARY);
        let mut worst = 0;
        for (at, bound) in self.bounds.iter().enumerate() {
            if self.bounds.get(worst).is_some_and(|least| bound < least) {
                worst = at;
            }
        }
        self.pivot(worst, self.free.len() - 1);
        // The auxiliary variable is never below zero, so that there is a best value.
        if !self.climb() || self.value.sign().is_ne() {
            return false;
        }
        if let Some(row) = self.basic.iter().position(|variable| *variable == Self::AUXILIARY) {
            // It is zero: any column that moves it takes its place.
            let column = self.rows.get(row).and_then(|row| row.iter().position(|value| value.sign().is_ne()));
            if let Some(column) = column {
                self.pivot(row, column);
            }
        }
        if let Some(column) = self.free.iter().position(|variable| *variable == Self::AUXILIARY) {
            self.free.remove(column);
            for row in &mut self.rows {
                row.remove(column);
            }
        } else if let Some(row) = self.basic.iter().position(|variable| *variable == Self::AUXILIARY) {
            self.basic.remove(row);
            self.rows.remove(row);
            self.bounds.remove(row);
        }
        true
    }

    /// Takes another objective, given over the original variables.
    fn aim(&mut self, objective: &[N]) {
        self.value = N::zero();
        self.objective = self.free.iter().map(|variable| objective.get(*variable).cloned().unwrap_or_else(N::zero)).collect();
        for (row, variable) in self.basic.iter().enumerate() {
            let Some(gain) = objective.get(*variable).filter(|gain| gain.sign().is_ne()) else { continue };
            let (Some(coefficients), Some(bound)) = (self.rows.get(row), self.bounds.get(row)) else { continue };
            self.value = self.value.minus(&gain.times(bound).negated());
            for (slot, coefficient) in self.objective.iter_mut().zip(coefficients) {
                *slot = slot.minus(&gain.times(coefficient));
            }
        }
    }

    /// Climbs to the best value; `false` where there is none.
    fn climb(&mut self) -> bool {
        while self.pivots < N::MOST_PIVOTS {
            // Bland: of the columns that gain, and of the rows that bind first, the lowest variable.
            let gains = self.objective.iter().enumerate().filter(|(_, gain)| gain.sign().is_gt());
            let Some((column, _)) = gains.min_by_key(|(column, _)| self.free.get(*column)) else { return true };
            let mut leaves: Option<(N, usize, usize)> = None;
            for (row, coefficients) in self.rows.iter().enumerate() {
                let Some(coefficient) = coefficients.get(column).filter(|value| value.sign().is_gt()) else { continue };
                let (Some(bound), Some(variable)) = (self.bounds.get(row), self.basic.get(row)) else { continue };
                let room = bound.over(coefficient);
                let sooner =
                    leaves.as_ref().is_none_or(|(least, other, _)| room < *least || (room == *least && variable < other));
                if sooner {
                    leaves = Some((room, *variable, row));
                }
            }
            let Some((.., row)) = leaves else { return false };
            self.pivot(row, column);
        }
        false
    }

    /// Swaps a basic variable with a free one.
    fn pivot(&mut self, row: usize, column: usize) {
        self.pivots = self.pivots.saturating_add(1);
        let Some(pivot) = self.rows.get(row).and_then(|row| row.get(column)).cloned() else { return };
        // The row solved for the free variable.
        let (Some(own), Some(bound)) = (self.rows.get_mut(row), self.bounds.get_mut(row)) else { return };
        for (at, value) in own.iter_mut().enumerate() {
            *value = if at == column { N::one().over(&pivot) } else { value.over(&pivot) };
        }
        *bound = bound.over(&pivot);
        let (own, bound) = (own.clone(), bound.clone());
        // Put into the others.
        let substitute = |values: &mut Vec<N>, column: usize| -> Option<N> {
            let factor = values.get(column).filter(|factor| factor.sign().is_ne())?.clone();
            for (at, (value, own)) in values.iter_mut().zip(&own).enumerate() {
                let less = factor.times(own);
                *value = if at == column { N::zero().minus(&less) } else { value.minus(&less) };
            }
            Some(factor)
        };
        for (at, values) in self.rows.iter_mut().enumerate().filter(|(at, _)| *at != row) {
            if let (Some(factor), Some(slot)) = (substitute(values, column), self.bounds.get_mut(at)) {
                *slot = slot.minus(&factor.times(&bound));
            }
        }
        if let Some(factor) = substitute(&mut self.objective, column) {
            self.value = self.value.minus(&factor.times(&bound).negated());
        }
        if let (Some(free), Some(basic)) = (self.free.get_mut(column), self.basic.get_mut(row)) {
            std::mem::swap(free, basic);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(objective: &[i64], rows: &[(&[i64], i64)]) -> Program {
        let whole = |values: &[i64]| values.iter().map(|value| Exact::whole(*value)).collect::<Vec<Exact>>();
        Program {
            objective: whole(objective),
            rows: rows.iter().map(|(row, bound)| (whole(row), Exact::whole(*bound))).collect(),
        }
    }

    /// T. H. Cormen and others, *Introduction to Algorithms*, 3rd ed. (2009), section 29.3: 28 at (8, 4, 0).
    #[test]
    fn the_textbook_program() {
        let program = program(&[3, 1, 2], &[(&[1, 1, 3], 30), (&[2, 2, 5], 24), (&[4, 1, 2], 36)]);
        let Solution::Best { value, at, prices } = program.solve() else { panic!("it has a best value") };
        assert_eq!(value, Exact::whole(28));
        assert_eq!(at, [8, 4, 0].map(Exact::whole));
        // Strong duality: the prices of the bounds make the value.
        let bounds = [30, 24, 36].map(Exact::whole);
        assert_eq!(prices.iter().zip(&bounds).map(|(price, bound)| price * bound).sum::<Exact>(), value);
    }

    #[test]
    fn a_first_point_is_looked_for() {
        // Minimise x + y with x + 2y ≥ 4, 3x + y ≥ 6: (8/5, 6/5).
        let least = program(&[-1, -1], &[(&[-1, -2], -4), (&[-3, -1], -6)]);
        let Solution::Best { value, at, .. } = least.solve() else { panic!("it has a best value") };
        assert_eq!(value, Exact::ratio(-14, 5).unwrap());
        assert_eq!(at, [Exact::ratio(8, 5).unwrap(), Exact::ratio(6, 5).unwrap()]);
        assert_eq!(program(&[1], &[(&[1], 1), (&[-1], -2)]).solve(), Solution::Impossible);
        let rounded = Program { objective: vec![-1.0, -1.0], rows: vec![(vec![-1.0, -2.0], -4.0), (vec![-3.0, -1.0], -6.0)] };
        let Solution::Best { value, .. } = rounded.solve() else { panic!("it has a best value") };
        assert!((value + 2.8).abs() < 1e-12);
        assert_eq!(program(&[1, 0], &[(&[-1, 1], 1)]).solve(), Solution::Unbounded);
    }

    /// E. M. L. Beale's program, on which the plain method goes round in circles: 1/20.
    #[test]
    fn no_circles() {
        let ratio = |num: i64, den: i64| Exact::ratio(num, den).unwrap();
        let program = Program {
            objective: vec![ratio(3, 4), ratio(-150, 1), ratio(1, 50), ratio(-6, 1)],
            rows: vec![
                (vec![ratio(1, 4), ratio(-60, 1), ratio(-1, 25), ratio(9, 1)], Exact::ZERO),
                (vec![ratio(1, 2), ratio(-90, 1), ratio(-1, 50), ratio(3, 1)], Exact::ZERO),
                (vec![Exact::ZERO, Exact::ZERO, Exact::ONE, Exact::ZERO], Exact::ONE),
            ],
        };
        let Solution::Best { value, .. } = program.solve() else { panic!("it has a best value") };
        assert_eq!(value, ratio(1, 20));
    }
}
