//! The mark in the middle; of an even number, the mean of the two in the middle.

use std::ops::Range;

use super::{Open, Policy, PolicyKind, Vote};
use crate::text::Message;

#[derive(Debug)]
struct Median;

pub(super) const KIND: PolicyKind = PolicyKind { word: "median", compile: |_, _| Some(Box::new(Median)) };

impl Policy for Median {
    fn kept(&self, votes: &[Vote]) -> Result<Range<usize>, Open> {
        let last = votes.len().saturating_sub(1);
        Ok(last / 2..last.div_ceil(2) + 1)
    }

    fn word(&self) -> &'static str {
        KIND.word
    }

    fn describe(&self) -> Message {
        Message::CombineMedian {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::{mean_of, votes};
    use super::*;
    use crate::number::Exact;

    #[test]
    fn odd_even_and_alone() {
        for (marks, num, den) in [(vec![7], 7, 1), (vec![1, 9], 5, 1), (vec![9, 1, 2], 2, 1), (vec![1, 2, 5, 9], 7, 2)] {
            let votes = votes(&marks);
            let kept = Median.kept(&votes).unwrap();
            assert_eq!(mean_of(&votes[kept]), Exact::ratio(num, den), "{marks:?}");
        }
    }
}
