//! The mean of all votes.

use std::ops::Range;

use super::{Open, Policy, PolicyKind, Vote};
use crate::text::Message;

#[derive(Debug)]
pub(super) struct Mean;

pub(super) const KIND: PolicyKind = PolicyKind { word: "mean", compile: |_, _| Some(Box::new(Mean)) };

impl Policy for Mean {
    fn kept(&self, votes: &[Vote]) -> Result<Range<usize>, Open> {
        Ok(0..votes.len())
    }

    fn word(&self) -> &'static str {
        KIND.word
    }

    fn weighs(&self) -> bool {
        true
    }

    fn describe(&self) -> Message {
        Message::CombineMean {}
    }
}
