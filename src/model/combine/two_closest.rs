//! The mean of the two marks that are nearest to each other; of two such pairs, the higher. Not monotone: raising a mark may
//! change which pair is nearest.

use std::ops::Range;

use super::{Open, Policy, PolicyKind, Vote};
use crate::text::Message;

#[derive(Debug)]
struct TwoClosest;

pub(super) const KIND: PolicyKind = PolicyKind { word: "two-closest", compile: |_, _| Some(Box::new(TwoClosest)) };

impl Policy for TwoClosest {
    fn kept(&self, votes: &[Vote]) -> Result<Range<usize>, Open> {
        let distance = |at: usize| Some(&votes.get(at + 1)?.value - &votes.get(at)?.value);
        // The last of the smallest: the higher pair wins.
        let nearest = (0..votes.len().saturating_sub(1)).rev().min_by_key(|&at| distance(at));
        Ok(nearest.map_or(0..votes.len(), |at| at..at + 2))
    }

    fn word(&self) -> &'static str {
        KIND.word
    }

    fn is_monotone(&self) -> bool {
        false
    }

    fn describe(&self) -> Message {
        Message::CombineTwoClosest {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::{mean_of, votes};
    use super::*;
    use crate::number::Exact;

    #[test]
    fn the_nearest_pair_and_the_higher_of_two() {
        for (marks, num, den) in [
            (vec![112, 114, 118], 113, 1),
            (vec![112, 115, 118], 233, 2),
            (vec![1, 2, 3, 3], 3, 1),
            (vec![4, 8], 6, 1),
            (vec![4], 4, 1),
        ] {
            let votes = votes(&marks);
            let kept = TwoClosest.kept(&votes).unwrap();
            assert_eq!(mean_of(&votes[kept]), Exact::ratio(num, den), "{marks:?}");
        }
    }
}
