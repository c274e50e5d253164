//! What conditions can be together: every way in which the values that they look at can lie about the bounds that they name is
//! tried, one after the other. Exact, and silent where there are too many ways or where the call’s date decides.

use std::cell::Cell;

use super::sense::{has_malus, most};
use crate::model::condition::Condition;
use crate::model::scale::Scale;
use crate::model::{Combine, FactKind, Grid, Item, Look, NotApplicable, Role, Rounding, Seen, Share, Subject, TotalRef};
use crate::number::{Date, Exact};

/// So many tests are tried for one grid: thousands of times what a published grid needs, and an end to a hostile one.
const MOST: usize = 400_000;

/// Tries conditions of one grid.
pub(super) struct Reason<'g> {
    grid: &'g Grid,
    /// How many more tests may be tried.
    left: Cell<usize>,
}

/// One way in which values can lie: a value, or none, for each subject.
pub(super) struct Case<'c> {
    values: Vec<(&'c Subject, Option<Seen>)>,
}

impl Look for Case<'_> {
    fn seen(&self, subject: &Subject) -> Option<Seen> {
        self.values.iter().find(|(known, _)| *known == subject).and_then(|(_, value)| value.clone())
    }

    fn share(&self, _: Item) -> Share {
        Share::Missing
    }

    fn today(&self) -> Option<Date> {
        None
    }
}

impl<'g> Reason<'g> {
    pub(super) const fn new(grid: &'g Grid) -> Self {
        Self { grid, left: Cell::new(MOST) }
    }

    /// Takes from what may still be tried; `None` where nothing is left.
    pub(super) fn spend(&self, tests: usize) -> Option<()> {
        self.left.set(self.left.get().checked_sub(tests)?);
        Some(())
    }

    /// Whether `holds` in every case that these conditions tell apart. Subjects are tried independently of one another: there
    /// may be fewer cases in truth, and never others.
    pub(super) fn every(&self, conditions: &[&Condition], holds: impl Fn(&Case<'_>) -> bool) -> Option<bool> {
        let mut subjects: Vec<(&Subject, Vec<Seen>)> = Vec::new();
        let mut tests = 0usize;
        for condition in conditions {
            tests += condition.tests();
            for (subject, cuts) in condition.cuts()? {
                match subjects.iter_mut().find(|(known, _)| *known == subject) {
                    Some((_, known)) => known.extend(cuts),
                    None => subjects.push((subject, cuts)),
                }
            }
        }
        let domains: Vec<(&Subject, Vec<Option<Seen>>)> =
            subjects.into_iter().map(|(subject, cuts)| (subject, self.domain(subject, cuts))).collect();
        let cases = domains.iter().try_fold(1usize, |cases, (_, values)| cases.checked_mul(values.len()))?;
        self.spend(cases.checked_mul(tests)?)?;
        let mut at = vec![0usize; domains.len()];
        for _ in 0..cases {
            let values = domains.iter().zip(&at).map(|((subject, values), at)| (*subject, values.get(*at).cloned().flatten()));
            if !holds(&Case { values: values.collect() }) {
                return Some(false);
            }
            for (digit, (_, values)) in at.iter_mut().zip(&domains) {
                *digit += 1;
                if *digit < values.len() {
                    break;
                }
                *digit = 0;
            }
        }
        Some(true)
    }

    /// Whether a condition can be met by nobody.
    pub(super) fn never(&self, condition: &Condition) -> bool {
        // One part that nobody can meet is enough, and is seen where the whole is too large to try.
        let part = matches!(condition, Condition::All(parts) if parts.iter().any(|part| self.never(part)));
        part || self.every(&[condition], |case| condition.holds(case) != Some(true)) == Some(true)
    }

    /// Whether a condition can be failed by nobody; it may still wait for a value.
    pub(super) fn always(&self, condition: &Condition) -> bool {
        self.every(&[condition], |case| condition.holds(case) != Some(false)) == Some(true)
    }

    /// One value for each stretch that the cuts leave, the cuts themselves, and none.
    fn domain(&self, subject: &Subject, cuts: Vec<Seen>) -> Vec<Option<Seen>> {
        let mut values = vec![None];
        let fact = if let Subject::Fact(index) = subject { self.grid.facts.get(*index).map(|fact| &fact.kind) } else { None };
        match fact {
            Some(FactKind::Text) => values.push(Some(Seen::Text)),
            Some(FactKind::Choice(known)) => values.extend((0..known.len()).map(|index| Some(Seen::Choice(index)))),
            Some(FactKind::YesNo) => values.extend([true, false].map(|yes| Some(Seen::YesNo(yes)))),
            Some(FactKind::Date) => values.extend(days(cuts).into_iter().map(|day| Some(Seen::Date(day)))),
            Some(FactKind::Number | FactKind::Count) | None => {
                let (low, high) = self.reach(subject);
                let numbers = numbers(cuts, self.is_whole(subject), low.as_ref(), high.as_ref());
                values.extend(numbers.into_iter().map(|number| Some(Seen::Number(number))));
            }
        }
        values
    }

    /// Whether a subject has whole values only.
    pub(super) fn is_whole(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Count(_) => true,
            Subject::Fact(index) => self.grid.facts.get(*index).is_some_and(|fact| fact.kind == FactKind::Count),
            Subject::Criterion(_) | Subject::Group(_) | Subject::Total(_) => false,
        }
    }

    /// The least and the greatest number that a subject can be, where they are known for sure.
    fn reach(&self, subject: &Subject) -> (Option<Exact>, Option<Exact>) {
        let grid = self.grid;
        let beside = grid.criteria.iter().any(|criterion| matches!(criterion.role, Role::Bonus | Role::Malus))
            || grid.groups.iter().any(|group| matches!(group.role, Role::Bonus | Role::Malus));
        // A track may weigh a group otherwise, and what does not apply may give its weight to others.
        let reweighed =
            grid.tracks.iter().any(|track| !track.weights.is_empty()) || grid.rules.not_applicable == NotApplicable::ShareOut;
        // A bonus inside a group is beside the weights that make the total.
        let nested = (0..grid.criteria.len())
            .map(Item::Criterion)
            .chain((0..grid.groups.len()).map(Item::Group))
            .any(|item| grid.role(item) == Role::Bonus && !grid.children(None).contains(&item));
        // A half that is rounded up may pass what bounds it.
        let rounds = grid.rules.round != Rounding::default();
        match subject {
            Subject::Fact(_) if self.is_whole(subject) => (Some(Exact::ZERO), None),
            Subject::Fact(_) => (None, None),
            Subject::Criterion(_) | Subject::Group(_) | Subject::Total(_) if rounds => (None, None),
            Subject::Criterion(index) => {
                let criterion = grid.criteria.get(*index);
                let scale = criterion.filter(|criterion| criterion.ways.is_empty()).and_then(|criterion| criterion.scale());
                match scale.filter(|scale| scale.line().is_some()).map(Scale::bounds) {
                    Some((low, high)) => (Some(low.into()), Some(high.into())),
                    None => (None, None),
                }
            }
            Subject::Group(_) if beside || reweighed => (None, None),
            Subject::Group(index) => (Some(Exact::ZERO), grid.groups.get(*index).map(|group| group.weight.clone())),
            Subject::Total(TotalRef::Main) if matches!(grid.rules.combine, Combine::RankSum { .. }) => (None, None),
            Subject::Total(TotalRef::Main) => {
                let top = grid.rules.cap.map_or_else(|| most(grid), Exact::from);
                ((!has_malus(grid)).then_some(Exact::ZERO), Some(top).filter(|_| !nested || grid.rules.cap.is_some()))
            }
            Subject::Total(TotalRef::Named(index)) => match grid.totals.get(*index).and_then(|total| total.form.reach()) {
                Some((low, high)) => (Some(low), Some(high)),
                None => (None, None),
            },
            Subject::Count(count) => (Some(Exact::ZERO), i64::try_from(count.among.len()).ok().map(Exact::whole)),
        }
    }
}

/// The number in the middle of two.
pub(super) fn middle(a: &Exact, b: &Exact) -> Exact {
    (a + b).checked_div(&Exact::whole(2)).unwrap_or_else(|| a.clone())
}

fn numbers(cuts: Vec<Seen>, whole: bool, low: Option<&Exact>, high: Option<&Exact>) -> Vec<Exact> {
    let mut bounds: Vec<Exact> = cuts
        .into_iter()
        .filter_map(|cut| match cut {
            Seen::Number(number) => Some(number),
            Seen::Text | Seen::Choice(_) | Seen::Date(_) | Seen::YesNo(_) => None,
        })
        .chain(low.cloned())
        .chain(high.cloned())
        .collect();
    bounds.sort();
    bounds.dedup();
    let mut values: Vec<Exact> = Vec::new();
    if whole {
        for bound in &bounds {
            let floor = bound.floor();
            values.extend([&floor - &Exact::ONE, &floor + &Exact::ONE, floor]);
        }
    } else {
        values.extend(bounds.first().map(|first| first - &Exact::ONE));
        values.extend(bounds.windows(2).filter_map(|pair| Some(middle(pair.first()?, pair.last()?))));
        values.extend(bounds.last().map(|last| last + &Exact::ONE));
        values.extend(bounds);
    }
    if values.is_empty() {
        values.push(Exact::ZERO);
    }
    values.retain(|value| low.is_none_or(|low| value >= low) && high.is_none_or(|high| value <= high));
    values.sort();
    values.dedup();
    values
}

fn days(cuts: Vec<Seen>) -> Vec<Date> {
    let mut days: Vec<Date> = cuts
        .into_iter()
        .filter_map(|cut| match cut {
            Seen::Date(day) => Some(day),
            Seen::Text | Seen::Choice(_) | Seen::Number(_) | Seen::YesNo(_) => None,
        })
        .flat_map(|day| [day.previous_day(), Some(day), day.next_day()])
        .flatten()
        .collect();
    if days.is_empty() {
        days.extend(Date::new(2000, 1, 1));
    }
    days.sort();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_for_each_stretch() {
        let seen = |values: &[i64]| values.iter().map(|value| Seen::Number(Exact::whole(*value))).collect::<Vec<_>>();
        let texts = |values: Vec<Exact>| values.iter().map(Exact::to_exact_text).collect::<Vec<_>>().join(" ");
        assert_eq!(texts(numbers(seen(&[2, 5]), false, None, None)), "1 2 3.5 5 6");
        assert_eq!(texts(numbers(seen(&[2, 5]), true, Some(&Exact::ZERO), None)), "0 1 2 3 4 5 6");
        assert_eq!(texts(numbers(seen(&[2]), false, Some(&Exact::ZERO), Some(&Exact::whole(10)))), "0 1 2 6 10");
        assert_eq!(texts(numbers(seen(&[20]), false, Some(&Exact::ZERO), Some(&Exact::whole(10)))), "0 5 10");
        assert_eq!(texts(numbers(Vec::new(), false, None, None)), "0");
    }
}
