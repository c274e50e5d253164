//! Raters and units that marks hold together: two islands share no unit and no rater, and cannot be compared.

use super::Ratings;

/// Raters and units that a chain of marks connects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Island {
    /// The indexes of its raters, rising.
    pub raters: Vec<usize>,
    /// The indexes of its units, rising.
    pub units: Vec<usize>,
}

/// The islands, in the order of their first raters. A rater who marked nothing and a unit that nobody marked are on none.
pub fn islands(ratings: &Ratings) -> Vec<Island> {
    // Each rater points at an earlier one of the same island, the first at itself.
    let mut towards: Vec<usize> = (0..ratings.raters()).collect();
    for unit in 0..ratings.units() {
        let mut raters = ratings.marks(unit).map(|(rater, _)| rater);
        let Some(first) = raters.next() else { continue };
        for rater in raters {
            let (one, other) = (root(&mut towards, first), root(&mut towards, rater));
            towards[one.max(other)] = one.min(other);
        }
    }
    let mut islands: Vec<Island> = Vec::new();
    // The island of each first rater.
    let mut at: Vec<Option<usize>> = vec![None; ratings.raters()];
    for (rater, _) in ratings.by_rater().iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        let island = *at[root(&mut towards, rater)].get_or_insert(islands.len());
        if island == islands.len() {
            islands.push(Island { raters: Vec::new(), units: Vec::new() });
        }
        islands[island].raters.push(rater);
    }
    for unit in 0..ratings.units() {
        let island = ratings.marks(unit).next().and_then(|(rater, _)| at[root(&mut towards, rater)]);
        if let Some(island) = island {
            islands[island].units.push(unit);
        }
    }
    islands
}

/// The first rater of an island, and a shorter way to it for the next who asks.
fn root(towards: &mut [usize], mut rater: usize) -> usize {
    while towards[rater] != rater {
        towards[rater] = towards[towards[rater]];
        rater = towards[rater];
    }
    rater
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tables::{any_ratings, table};
    use super::*;

    fn island(raters: &[usize], units: &[usize]) -> Island {
        Island { raters: raters.to_vec(), units: units.to_vec() }
    }

    #[test]
    fn connected_or_not() {
        assert_eq!(islands(&table("1 2 / 3 4")), [island(&[0, 1], &[0, 1])]);
        assert_eq!(islands(&table("1 . / . 4")), [island(&[0], &[0]), island(&[1], &[1])]);
        // A chain is enough; who marked nothing and what nobody marked are nowhere.
        assert_eq!(islands(&table(". 2 . 3 / . . . . / 1 2 . . / . . . 5")), [island(&[0, 1, 3], &[0, 2, 3])]);
        let two = islands(&table("1 . . 2 / . 1 2 . / . . 3 . / 4 . . 4"));
        assert_eq!(two, [island(&[0, 3], &[0, 3]), island(&[1, 2], &[1, 2])]);
        assert_eq!(islands(&table(". . / . .")), []);
    }

    proptest! {
        #[test]
        fn every_mark_is_on_one_island(ratings in any_ratings()) {
            let islands = islands(&ratings);
            for unit in 0..ratings.units() {
                for (rater, _) in ratings.marks(unit) {
                    let on = |island: &&Island| island.units.contains(&unit) || island.raters.contains(&rater);
                    prop_assert_eq!(islands.iter().filter(on).count(), 1);
                }
            }
            let raters: usize = islands.iter().map(|island| island.raters.len()).sum();
            prop_assert_eq!(raters, ratings.without_silent().raters());
        }
    }
}
