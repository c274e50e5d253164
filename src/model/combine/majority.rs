//! The mark that more than half of the votes give, as for yes or no; without one, nothing is settled.

use std::ops::Range;

use super::{Open, Policy, PolicyKind, Vote};
use crate::number::Exact;
use crate::text::Message;

#[derive(Debug)]
struct Majority;

pub(super) const KIND: PolicyKind = PolicyKind { word: "majority", compile: |_, _| Some(Box::new(Majority)) };

impl Policy for Majority {
    fn kept(&self, votes: &[Vote]) -> Result<Range<usize>, Open> {
        let weight = |votes: &[Vote]| votes.iter().map(|vote| vote.votes.clone()).sum::<Exact>();
        let all = weight(votes);
        let mut at = 0;
        for equal in votes.chunk_by(|a, b| a.value == b.value) {
            let own = weight(equal);
            if &own + &own > all {
                return Ok(at..at + equal.len());
            }
            at += equal.len();
        }
        Err(Open::NoMajority)
    }

    fn word(&self) -> &'static str {
        KIND.word
    }

    fn weighs(&self) -> bool {
        true
    }

    fn always_settles(&self) -> bool {
        false
    }

    fn describe(&self) -> Message {
        Message::CombineMajority {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::votes;
    use super::*;

    #[test]
    fn more_than_half_or_nothing() {
        assert_eq!(Majority.kept(&votes(&[1, 0, 1])), Ok(1..3));
        assert_eq!(Majority.kept(&votes(&[0])), Ok(0..1));
        assert_eq!(Majority.kept(&votes(&[1, 0])), Err(Open::NoMajority));
        assert_eq!(Majority.kept(&votes(&[0, 1, 2])), Err(Open::NoMajority));
        let mut chair = votes(&[0, 1]);
        chair[0].votes = Exact::whole(2);
        assert_eq!(Majority.kept(&chair), Ok(0..1));
    }
}
