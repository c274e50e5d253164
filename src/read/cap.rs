//! Keeps one mistake repeated a million times from making a million findings. Says how many more there are.

use crate::model::{At, Finding, Findings, Rule, Source, Span};
use crate::text::Message;

/// How many findings of one rule one file may have.
const MOST: usize = 100;

/// The findings of one rule in one file, up to a hundred.
#[derive(Debug, Clone, Copy)]
pub(super) struct Capped {
    rule: &'static Rule,
    count: usize,
}

impl Capped {
    pub(super) const fn new(rule: &'static Rule) -> Self {
        Self { rule, count: 0 }
    }

    /// Whether the next finding would still be listed: below that, its sentence need not be made.
    pub(super) const fn has_room(&self) -> bool {
        self.count < MOST
    }

    /// Adds a finding, or counts it.
    pub(super) fn push<'a>(&mut self, findings: &'a mut Findings, span: &Span, message: Message) -> Option<&'a mut Finding> {
        let room = self.has_room();
        self.count += 1;
        room.then(|| findings.push(self.rule, span, message))
    }

    /// Counts a finding that [`Self::has_room`] said would not be listed.
    pub(super) const fn skip(&mut self) {
        self.count += 1;
    }

    /// Takes in what a later stretch of the same file found, listed or only counted.
    pub(super) fn absorb(&mut self, later: Self, found: Findings, findings: &mut Findings) {
        for finding in found {
            if self.has_room() {
                findings.push_again(finding);
            }
            self.count += 1;
        }
        self.count += later.count.saturating_sub(MOST);
    }

    /// Says how many were counted and not listed.
    pub(super) fn finish(self, findings: &mut Findings, source: &Source) {
        if let Some(count) = self.count.checked_sub(MOST).filter(|&count| count > 0) {
            let name = source.name().to_owned();
            findings.push_at(
                self.rule,
                At::File(name.clone()),
                Message::MoreOfTheSame { name, count, code: self.rule.code.to_owned() },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rule;

    #[test]
    fn a_hundred_then_a_count() {
        let source = Source::new("a.csv".into(), "x".into(), None);
        let (mut findings, mut capped) = (Findings::new(), Capped::new(&rule::CSV_SHAPE));
        for _ in 0..250 {
            capped.push(&mut findings, &Span::new(&source, 0, 1), Message::Verbatim { text: "x".into() });
        }
        capped.finish(&mut findings, &source);
        assert_eq!(findings.iter().count(), MOST + 1);
        assert!(matches!(findings.iter().last().unwrap().message, Message::MoreOfTheSame { count: 150, .. }));
    }
}
