//! The mean without a share of the marks at each end: as many whole marks as fit into the share, so that a small panel may
//! lose none.

use std::ops::Range;

use super::{Open, Policy, PolicyKind, Vote};
use crate::model::{Fields, Findings, rule};
use crate::number::{Decimal, Exact};
use crate::text::Message;

#[derive(Debug)]
struct Trimmed {
    /// The share at each end, above 0 and below one half.
    share: Decimal,
}

pub(super) const KIND: PolicyKind = PolicyKind { word: "trimmed", compile };

fn compile(fields: &Fields, findings: &mut Findings) -> Option<Box<dyn Policy>> {
    let Some(share) = fields.number("trim") else {
        // Of another kind, the walker has said so.
        if let Some(word) = fields.text("combine").filter(|_| fields.get("trim").is_none()) {
            findings.push(&rule::COMBINE, &word.span, Message::TrimMissing {}).help(Message::TrimHelp {});
        }
        return None;
    };
    let twice = &Exact::from(share.value) + &Exact::from(share.value);
    if share.value <= Decimal::ZERO || twice >= Exact::ONE {
        findings.push(&rule::COMBINE, &share.span, Message::TrimRange { share: share.value.into() }).help(Message::TrimHelp {});
        return None;
    }
    Some(Box::new(Trimmed { share: share.value }))
}

impl Policy for Trimmed {
    fn kept(&self, votes: &[Vote]) -> Result<Range<usize>, Open> {
        let count = i64::try_from(votes.len()).unwrap_or(0);
        let (whole, one) = (&Exact::whole(count) * &Exact::from(self.share)).floor().small_fraction().unwrap_or((0, 1));
        let cut = usize::try_from(whole / one).unwrap_or(0);
        Ok(cut..votes.len() - cut)
    }

    fn word(&self) -> &'static str {
        KIND.word
    }

    fn describe(&self) -> Message {
        Message::CombineTrimmed { share: self.share.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::votes;
    use super::*;

    #[test]
    fn whole_marks_are_cut_at_each_end_and_never_all() {
        let trimmed = |share: &str| Trimmed { share: Decimal::parse(share).unwrap() };
        for (share, marks, kept) in [("0.2", 4, 0..4), ("0.2", 5, 1..4), ("0.2", 10, 2..8), ("0.49", 3, 1..2), ("0.49", 1, 0..1)]
        {
            assert_eq!(trimmed(share).kept(&votes(&vec![1; marks])), Ok(kept), "{share} of {marks}");
        }
    }
}
