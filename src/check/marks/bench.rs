//! What the panel does to the marks gathered: recusals take marks away, terms are told, the order of names is settled.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::intake::{Entry, Intake, span_of};
use crate::model::{Conflict, Findings, Given, Span, Table, rule};
use crate::text::Message;

impl Intake<'_> {
    /// Where the call names nobody, reviewers are in the order of their names: that of the files must say nothing.
    pub(super) fn by_name(&mut self) {
        if self.panel.declared || self.panel.seats.is_sorted_by(|a, b| a.name <= b.name) {
            return;
        }
        let mut order: Vec<usize> = (0..self.panel.seats.len()).collect();
        order.sort_by(|a, b| self.panel.seats[*a].name.cmp(&self.panel.seats[*b].name));
        let mut place = vec![0u32; order.len()];
        for (to, from) in (0u32..).zip(&order) {
            place[*from] = to;
        }
        let at = |reviewer: u32| place.get(reviewer as usize).copied().unwrap_or(reviewer);
        self.entries.iter_mut().flatten().for_each(|entry| entry.reviewer = at(entry.reviewer));
        let conflicts = std::mem::take(&mut self.panel.conflicts);
        let moved = conflicts.iter().map(|((submission, who), one)| ((*submission, at(*who)), one.clone()));
        self.panel.conflicts = Arc::new(moved.collect());
        self.panel.seats.sort_by(|a, b| a.name.cmp(&b.name));
    }

    /// Who is in conflict with a submission, by the call or by their own word, gives it no mark: one that is there is said
    /// and does not count.
    pub(super) fn recuse(&mut self, tables: &[Arc<Table>], findings: &mut Findings) {
        let place = |entry: &Entry| span_of(tables, entry.cell);
        for entry in self.entries.iter().flatten().filter(|entry| entry.value == Given::Recused) {
            let own = || Conflict { reason: String::new(), span: place(entry) };
            Arc::make_mut(&mut self.panel.conflicts).entry((entry.submission, entry.reviewer)).or_insert_with(own);
        }
        if self.panel.conflicts.is_empty() {
            return;
        }
        let mut marked: BTreeMap<(u32, u32), (Span, usize)> = BTreeMap::new();
        for entry in self.entries.iter_mut().flatten() {
            let key = (entry.submission, entry.reviewer);
            if self.panel.conflicts.contains_key(&key) {
                if matches!(entry.value, Given::Mark(_)) {
                    marked.entry(key).or_insert_with(|| (place(entry), 0)).1 += 1;
                }
                entry.value = Given::Recused;
            }
        }
        for ((submission, reviewer), (span, count)) in marked {
            let id = self.submissions.id(submission as usize).to_owned();
            let name = self.panel.seat(reviewer).map(|seat| seat.name.clone()).unwrap_or_default();
            findings
                .push(&rule::MARK_IN_CONFLICT, &span, Message::MarkInConflict { name, id, count })
                .help(Message::MarkInConflictHelp {});
        }
    }

    /// Who does not sit on the reference date and has marked all the same: the marks count, and it is said.
    pub(super) fn out_of_term(&self, tables: &[Arc<Table>], findings: &mut Findings) {
        for (reviewer, seat) in (0u32..).zip(&self.panel.seats).filter(|(_, seat)| !seat.sits) {
            let own = |entry: &&Entry| entry.reviewer == reviewer && matches!(entry.value, Given::Mark(_));
            let mut marks = self.entries.iter().flatten().filter(own);
            if let Some(first) = marks.next() {
                let (name, count) = (seat.name.clone(), marks.count() + 1);
                findings
                    .push(&rule::MARK_OUT_OF_TERM, &span_of(tables, first.cell), Message::MarkOutOfTerm { name, count })
                    .help(Message::MarkOutOfTermHelp {});
            }
        }
    }
}
