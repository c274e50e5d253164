//! Intervals of numbers with open or closed ends: what bracket tables are held against for gaps, overlaps and hidden lines.

use std::cmp::Ordering;

use crate::number::Decimal;

/// A place between numbers: just before a number, or just after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) at: Decimal,
    pub(super) after: bool,
}

/// All numbers from one cut to another; `None` for no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) from: Option<Cut>,
    pub(super) to: Option<Cut>,
}

impl Cut {
    pub(super) const fn before(at: Decimal) -> Self {
        Self { at, after: false }
    }

    pub(super) const fn after(at: Decimal) -> Self {
        Self { at, after: true }
    }

    /// The cut just before the first whole number behind it, so that two cuts with no whole number between are one.
    fn whole(self) -> Self {
        let floor = self.at.floor();
        let first = if floor == self.at && !self.after { floor } else { floor.next_whole() };
        Self::before(first)
    }
}

impl Ord for Cut {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at.cmp(&other.at).then(self.after.cmp(&other.after))
    }
}

impl PartialOrd for Cut {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Interval {
    /// The same numbers among the whole ones from zero.
    fn of_counts(self) -> Self {
        let zero = Cut::before(Decimal::ZERO);
        Self { from: Some(self.from.map_or(zero, Cut::whole).max(zero)), to: self.to.map(Cut::whole) }
    }

    /// Whether it holds no number at all.
    pub(super) fn is_empty(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if from >= to)
    }

    /// Whether some number is in both.
    pub(super) fn meets(self, other: Self) -> bool {
        let from = self.from.max(other.from);
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        !Self { from, to }.is_empty()
    }
}

/// The first stretch of `whole` that none of `parts` covers.
fn uncovered(whole: Interval, parts: &[Interval]) -> Option<Interval> {
    let mut parts: Vec<Interval> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    // No beginning sorts first, as it should.
    parts.sort_by_key(|part| part.from);
    let mut reached = whole.from;
    for part in parts {
        if part.from > reached {
            break;
        }
        match part.to {
            None => return None,
            to if reached.is_none() || to > reached => reached = to,
            _ => {}
        }
    }
    let rest = Interval { from: reached, to: whole.to };
    (!rest.is_empty()).then_some(rest)
}

/// Whether `parts` together hold every number of `whole`.
pub(super) fn covers(whole: Interval, parts: &[Interval]) -> bool {
    uncovered(whole, parts).is_none()
}

/// A number that none of `parts` holds: among all numbers, or among whole ones from zero.
pub(super) fn gap(parts: &[Interval], counts: bool) -> Option<Decimal> {
    let everything = Interval { from: None, to: None };
    let (whole, parts): (Interval, Vec<Interval>) = if counts {
        (everything.of_counts(), parts.iter().map(|part| part.of_counts()).collect())
    } else {
        (everything, parts.to_vec())
    };
    let rest = uncovered(whole, &parts)?;
    let next = parts.iter().filter_map(|part| part.from).filter(|from| rest.from.is_none_or(|start| *from > start)).min();
    Some(match (rest.from, next) {
        (Some(from), _) if !from.after || counts => from.at,
        (Some(from), Some(next)) if next.at > from.at => from.at.middle(next.at),
        (Some(from), _) => from.at.next_whole(),
        (None, Some(next)) if next.after => next.at,
        (None, Some(next)) => next.at.previous_whole(),
        (None, None) => Decimal::ZERO,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    /// `[1,2)` and the like; nothing before or after the comma for no end.
    fn interval(text: &str) -> Interval {
        let (from, to) = text[1..text.len() - 1].split_once(',').unwrap();
        let end = |bound: &str, after: bool| (!bound.is_empty()).then(|| Cut { at: decimal(bound), after });
        Interval { from: end(from, text.starts_with('(')), to: end(to, text.ends_with(']')) }
    }

    #[test]
    fn gaps_among_numbers_and_among_counts() {
        let gap = |parts: &[&str], counts| {
            super::gap(&parts.iter().map(|part| interval(part)).collect::<Vec<_>>(), counts).map(|gap| gap.to_string())
        };
        assert_eq!(gap(&["(,20)", "[20,50)", "[50,)"], false), None);
        assert_eq!(gap(&["(,20)", "(20,50)", "[50,)"], false).as_deref(), Some("20"));
        assert_eq!(gap(&["(,20]", "[21,)"], false).as_deref(), Some("20.5"));
        assert_eq!(gap(&["(,20]", "[21,)"], true), None);
        assert_eq!(gap(&["[0,0]", "[1,4]", "[5,)"], true), None);
        assert_eq!(gap(&["[1,4]", "[5,)"], true).as_deref(), Some("0"));
        assert_eq!(gap(&["[0,3]", "[5,)"], true).as_deref(), Some("4"));
        assert_eq!(gap(&["[3,)"], false).as_deref(), Some("2"));
        assert_eq!(gap(&["(3,)"], false).as_deref(), Some("3"));
        assert_eq!(gap(&["(,3]"], false).as_deref(), Some("4"));
        assert_eq!(gap(&[], false).as_deref(), Some("0"));
    }

    #[test]
    fn covered_by_several() {
        let all = |parts: &[&str]| parts.iter().map(|part| interval(part)).collect::<Vec<_>>();
        assert!(covers(interval("[2,5]"), &all(&["(,3]", "(3,9]"])));
        assert!(!covers(interval("[2,5]"), &all(&["(,3)", "(3,9]"])));
        assert!(interval("[2,5]").meets(interval("[5,7]")) && !interval("[2,5)").meets(interval("[5,7]")));
        assert!(interval("[3,3)").is_empty() && !interval("[3,3]").is_empty());
    }
}
