//! The mean without one highest and one lowest mark: one of each, however many are equal. One or two marks have no extremes.

use std::ops::Range;

use super::{Open, Policy, PolicyKind, Vote};
use crate::text::Message;

#[derive(Debug)]
struct Extremes;

pub(super) const KIND: PolicyKind = PolicyKind { word: "drop-extremes", compile: |_, _| Some(Box::new(Extremes)) };

impl Policy for Extremes {
    fn kept(&self, votes: &[Vote]) -> Result<Range<usize>, Open> {
        Ok(if votes.len() < 3 { 0..votes.len() } else { 1..votes.len() - 1 })
    }

    fn word(&self) -> &'static str {
        KIND.word
    }

    fn describe(&self) -> Message {
        Message::CombineExtremes {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::{mean_of, votes};
    use super::*;
    use crate::number::Exact;

    #[test]
    fn one_of_each_end_goes() {
        // Five marks without the extremes: (115 + 118 + 119) / 3 = 117.33.
        for (marks, num, den) in [
            (vec![112, 115, 118, 119, 121], 352, 3),
            (vec![1, 1, 1, 5], 1, 1),
            (vec![1, 5, 5], 5, 1),
            (vec![2, 4], 3, 1),
            (vec![2], 2, 1),
        ] {
            let votes = votes(&marks);
            let kept = Extremes.kept(&votes).unwrap();
            assert_eq!(mean_of(&votes[kept]), Exact::ratio(num, den), "{marks:?}");
        }
    }
}
