//! No mark yet: the grid asks for one more reviewer, or for a discussion, and the submission waits.

use std::ops::Range;

use super::{Open, Policy, PolicyKind, Vote};
use crate::text::Message;

#[derive(Debug)]
struct Discuss;

pub(super) const KIND: PolicyKind = PolicyKind { word: "discuss", compile: |_, _| Some(Box::new(Discuss)) };

impl Policy for Discuss {
    fn kept(&self, _votes: &[Vote]) -> Result<Range<usize>, Open> {
        Err(Open::Discuss)
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
        Message::CombineDiscuss {}
    }
}
