//! Linear programs in exact numbers: the simplex method on a dictionary, with Bland's rule, which never cycles. Meant for the few
//! dozen rows and columns of questions about weights, where a tie must be seen as one.
//!
//! G. B. Dantzig, *Linear Programming and Extensions* (1963); R. G. Bland, "New finite pivoting rules for the simplex method",
//! *Mathematics of Operations Research* 2 (1977).

use crate::number::Exact;

/// Maximise `objective · x` with every row's `coefficients · x ≤ bound`, and no `x` below zero.
#[derive(Debug, Clone)]
pub(super) struct Program {
    pub(super) objective: Vec<Exact>,
    pub(super) rows: Vec<(Vec<Exact>, Exact)>,
}

/// What comes of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Solution {
    /// The best value, where it is reached, and the price of each row: how much the value would gain by one more of its bound.
    Best { value: Exact, at: Vec<Exact>, prices: Vec<Exact> },
    /// No point satisfies every row.
    Impossible,
    /// There is no best value.
    Unbounded,
}

/// Basic variables as what is left of their bounds: `basic = bound − Σ coefficient · free`.
struct Dictionary {
    rows: Vec<Vec<Exact>>,
    bounds: Vec<Exact>,
    /// The objective over the free variables.
    objective: Vec<Exact>,
    value: Exact,
    /// Which variable is free in each column and basic in each row: the `x` first, then the slack of each row.
    free: Vec<usize>,
    basic: Vec<usize>,
}

impl Program {
    /// Solves it.
    pub(super) fn solve(&self) -> Solution {
        let width = self.objective.len();
        let mut dictionary = Dictionary {
            rows: self.rows.iter().map(|(coefficients, _)| coefficients.clone()).collect(),
            bounds: self.rows.iter().map(|(_, bound)| bound.clone()).collect(),
            objective: vec![Exact::ZERO; width],
            value: Exact::ZERO,
            free: (0..width).collect(),
            basic: (width..width + self.rows.len()).collect(),
        };
        if dictionary.bounds.iter().any(Exact::is_negative) && !dictionary.find_feasible() {
            return Solution::Impossible;
        }
        dictionary.aim(&self.objective);
        if !dictionary.climb() {
            return Solution::Unbounded;
        }
        let mut at = vec![Exact::ZERO; width];
        for (variable, bound) in dictionary.basic.iter().zip(&dictionary.bounds) {
            if let Some(slot) = at.get_mut(*variable) {
                *slot = bound.clone();
            }
        }
        let mut prices = vec![Exact::ZERO; self.rows.len()];
        for (variable, gain) in dictionary.free.iter().zip(&dictionary.objective) {
            if let Some(slot) = variable.checked_sub(width).and_then(|row| prices.get_mut(row)) {
                *slot = -gain;
            }
        }
        Solution::Best { value: dictionary.value, at, prices }
    }
}

impl Dictionary {
    /// The variable that only the search for a first point knows.
    const AUXILIARY: usize = usize::MAX;

    /// Looks for a point that satisfies every row: how far below their bounds all of them can be held together.
    fn find_feasible(&mut self) -> bool {
        for row in &mut self.rows {
            row.push(Exact::whole(-1));
        }
        self.objective = vec![Exact::ZERO; self.free.len()];
        self.objective.push(Exact::whole(-1));
        self.free.push(Self::AUXILIARY);
        let worst = (0..self.bounds.len()).min_by(|a, b| self.bounds.get(*a).cmp(&self.bounds.get(*b)));
        let Some(worst) = worst else { return true };
        self.pivot(worst, self.free.len() - 1);
        // The auxiliary variable is never below zero, so that there is a best value.
        self.climb();
        if !self.value.is_zero() {
            return false;
        }
        if let Some(row) = self.basic.iter().position(|variable| *variable == Self::AUXILIARY) {
            // It is zero: any column that moves it takes its place.
            let column = self.rows.get(row).and_then(|row| row.iter().position(|value| !value.is_zero()));
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
    fn aim(&mut self, objective: &[Exact]) {
        self.value = Exact::ZERO;
        self.objective = self.free.iter().map(|variable| objective.get(*variable).cloned().unwrap_or(Exact::ZERO)).collect();
        for (row, variable) in self.basic.iter().enumerate() {
            let Some(gain) = objective.get(*variable).filter(|gain| !gain.is_zero()) else { continue };
            let (Some(coefficients), Some(bound)) = (self.rows.get(row), self.bounds.get(row)) else { continue };
            self.value = &self.value + &(gain * bound);
            for (slot, coefficient) in self.objective.iter_mut().zip(coefficients) {
                *slot = &*slot - &(gain * coefficient);
            }
        }
    }

    /// Climbs to the best value; `false` where there is none.
    fn climb(&mut self) -> bool {
        loop {
            // Bland: of the columns that gain, and of the rows that bind first, the lowest variable.
            let gains = self.objective.iter().enumerate().filter(|(_, gain)| !gain.is_negative() && !gain.is_zero());
            let Some((column, _)) = gains.min_by_key(|(column, _)| self.free.get(*column)) else { return true };
            let mut leaves: Option<(Exact, usize, usize)> = None;
            for (row, coefficients) in self.rows.iter().enumerate() {
                let Some(coefficient) = coefficients.get(column).filter(|value| !value.is_negative() && !value.is_zero()) else {
                    continue;
                };
                let (Some(bound), Some(variable)) = (self.bounds.get(row), self.basic.get(row)) else { continue };
                let Some(room) = bound.checked_div(coefficient) else { continue };
                let sooner =
                    leaves.as_ref().is_none_or(|(least, other, _)| room < *least || (room == *least && variable < other));
                if sooner {
                    leaves = Some((room, *variable, row));
                }
            }
            let Some((.., row)) = leaves else { return false };
            self.pivot(row, column);
        }
    }

    /// Swaps a basic variable with a free one.
    fn pivot(&mut self, row: usize, column: usize) {
        let Some(pivot) = self.rows.get(row).and_then(|row| row.get(column)).cloned() else { return };
        let over = |value: &Exact| value.checked_div(&pivot).unwrap_or(Exact::ZERO).reduced();
        // The row solved for the free variable.
        let (Some(own), Some(bound)) = (self.rows.get_mut(row), self.bounds.get_mut(row)) else { return };
        for (at, value) in own.iter_mut().enumerate() {
            *value = if at == column { over(&Exact::ONE) } else { over(value) };
        }
        *bound = over(bound);
        let (own, bound) = (own.clone(), bound.clone());
        // Put into the others.
        let substitute = |values: &mut Vec<Exact>, column: usize| -> Option<Exact> {
            let factor = values.get(column).filter(|factor| !factor.is_zero())?.clone();
            for (at, (value, own)) in values.iter_mut().zip(&own).enumerate() {
                let less = &factor * own;
                *value = if at == column { -&less } else { &*value - &less }.reduced();
            }
            Some(factor)
        };
        for (at, values) in self.rows.iter_mut().enumerate().filter(|(at, _)| *at != row) {
            if let (Some(factor), Some(slot)) = (substitute(values, column), self.bounds.get_mut(at)) {
                *slot = (&*slot - &(&factor * &bound)).reduced();
            }
        }
        if let Some(factor) = substitute(&mut self.objective, column) {
            self.value = (&self.value + &(&factor * &bound)).reduced();
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
