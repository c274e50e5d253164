//! One submission as conditions and totals see it: its score is made once, and only where something asks for it.

use std::cell::OnceCell;

use super::combine::Settlement;
use super::evaluate::Evaluation;
use super::points::{Line, Who, line};
use super::tally::{Adjusted, Adjustment, Tally, tally};
use crate::model::{Counted, Item, Look, Measure, Seen, Share, Subject, TotalRef};
use crate::number::{Date, Exact};

/// One submission of an evaluation.
pub struct Sight<'e> {
    evaluation: &'e Evaluation<'e>,
    submission: usize,
    /// The reviewer whose marks alone count, where not the whole panel's.
    alone: Option<u32>,
    /// What one criterion has in the place of what the panel gives it.
    instead: Option<(usize, Instead)>,
    tally: OnceCell<Tally>,
    totals: OnceCell<Option<Settlement>>,
}

/// What a criterion would have.
#[derive(Debug, Clone)]
pub(super) enum Instead {
    /// This combined mark, or none.
    Mark(Option<Exact>),
    /// This share of its points; its mark, where a straight scale tells it.
    Share(Exact),
}

impl<'e> Sight<'e> {
    pub(super) const fn new(evaluation: &'e Evaluation<'e>, submission: usize) -> Self {
        Self { evaluation, submission, alone: None, instead: None, tally: OnceCell::new(), totals: OnceCell::new() }
    }

    /// As it would be with something else on one criterion.
    pub(super) const fn with(evaluation: &'e Evaluation<'e>, submission: usize, criterion: usize, instead: Instead) -> Self {
        let instead = Some((criterion, instead));
        Self { evaluation, submission, alone: None, instead, tally: OnceCell::new(), totals: OnceCell::new() }
    }

    /// As one reviewer sees it.
    pub(super) const fn alone(evaluation: &'e Evaluation<'e>, submission: usize, reviewer: u32) -> Self {
        let alone = Some(reviewer);
        Self { evaluation, submission, alone, instead: None, tally: OnceCell::new(), totals: OnceCell::new() }
    }

    /// The index of the submission.
    pub const fn submission(&self) -> usize {
        self.submission
    }

    /// Its score, line by line.
    pub fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| {
            let grid = self.evaluation.grid;
            let lines = (0..grid.criteria.len()).map(|criterion| self.line(criterion));
            let mut tally = tally(grid, self.evaluation.tree(), self.evaluation.weights(self.submission), lines.collect());
            if let Some(totals) = self.totals() {
                settle_total(&mut tally, totals.outcome.as_ref().ok().map(|settled| &settled.mark));
            }
            if !self.evaluation.has_track(self.submission) {
                // Nobody knows what its marks weigh.
                tally.total = None;
                tally.groups.iter_mut().for_each(|group| group.points = None);
            }
            tally
        })
    }

    /// One line of it.
    pub(super) fn line(&self, criterion: usize) -> Line {
        match self.instead.as_ref().filter(|(other, _)| *other == criterion) {
            Some((_, Instead::Mark(mark))) => return line(self.evaluation, self, criterion, Who::Instead(mark.as_ref())),
            Some((_, Instead::Share(share))) => return self.line_with_share(criterion, share),
            None => {}
        }
        let who = match (self.alone, self.totals()) {
            (Some(reviewer), _) => return line(self.evaluation, self, criterion, Who::Alone(reviewer)),
            (None, Some(totals)) if self.evaluation.committee().own_policy(criterion).is_none() => totals,
            (None, _) => return line(self.evaluation, self, criterion, Who::Panel),
        };
        let kept = match &who.outcome {
            Ok(settled) => who.votes.get(settled.kept.clone()).unwrap_or_default(),
            Err(_) => who.votes.as_slice(),
        };
        let kept: Vec<(u32, Exact)> = kept.iter().filter_map(|vote| Some((vote.by?, vote.votes.clone()))).collect();
        line(self.evaluation, self, criterion, Who::Kept(&kept))
    }

    fn line_with_share(&self, criterion: usize, share: &Exact) -> Line {
        let evaluation = self.evaluation;
        let mut line = line(evaluation, self, criterion, Who::Panel);
        let straight = match evaluation.call.measure(evaluation.grid, criterion) {
            Some(Measure::Marks(scale)) => scale.line(),
            _ => None,
        };
        if let Some(mark) = straight.and_then(|(slope, offset)| (share - &offset).checked_div(&slope)) {
            line.mark = Some(mark);
        }
        line.points = Some(share * &line.weight);
        line.share = Some(share.clone());
        (line.left_out, line.counted_lowest) = (None, false);
        line
    }

    /// Where the totals of reviewers are combined: how.
    pub fn totals(&self) -> Option<&Settlement> {
        if self.alone.is_some() || !self.evaluation.committee().combines_totals() {
            return None;
        }
        self.totals.get_or_init(|| Some(self.evaluation.settle_totals(self.submission))).as_ref()
    }

    /// The total that the weights make.
    fn main_total(&self) -> Option<Exact> {
        self.tally().total.clone()
    }

    /// A named total, rounded where the grid says so.
    pub(super) fn named(&self, index: usize) -> Option<Exact> {
        let grid = self.evaluation.grid;
        let value = grid.totals.get(index)?.form.value(self)?;
        Some(match grid.rules.round.totals {
            Some(decimals) => value.rounded(decimals),
            None => value,
        })
    }

    /// The mark that conditions and minimums look at: the combined one, or the lowest of the scale where the grid says that
    /// a missing mark counts as that.
    pub(super) fn counted(&self, criterion: usize) -> Option<Exact> {
        let line = self.tally().lines.get(criterion)?;
        if line.mark.is_some() || !line.counted_lowest {
            return line.mark.clone();
        }
        match self.evaluation.call.measure(self.evaluation.grid, criterion)? {
            Measure::Marks(scale) => scale.worst(),
            // A minimum stands on a single fact only.
            Measure::Facts(parts) => parts.first()?.scale.worst(),
        }
    }

    fn count(&self, what: &Counted, among: &[(usize, crate::number::Decimal)]) -> Option<Exact> {
        let mut count = 0;
        for (criterion, level) in among {
            let level = Exact::from(*level);
            let Some(mark) = self.counted(*criterion) else {
                // What is left out is at no level and below no target.
                if self.tally().lines.get(*criterion).is_some_and(|line| line.left_out.is_some()) {
                    continue;
                }
                return None;
            };
            count += i64::from(match what {
                Counted::At(_) => mark == level,
                Counted::AtLeast(_) => mark >= level,
                Counted::Below(_) | Counted::BelowTarget => mark < level,
            });
        }
        Some(Exact::whole(count))
    }
}

/// Puts the combined total in the place of the one that the lines make; what is between the two is a line of its own.
fn settle_total(tally: &mut Tally, total: Option<&Exact>) {
    if let (Some(lines), Some(total)) = (&tally.total, total)
        && lines != total
    {
        tally.adjustments.push(Adjustment { why: Adjusted::Combined, of: None, by: total - lines });
    }
    tally.total = tally.total.as_ref().and(total).cloned();
}

impl Look for Sight<'_> {
    fn seen(&self, subject: &Subject) -> Option<Seen> {
        match subject {
            Subject::Fact(fact) => self.evaluation.submissions.fact(self.submission, *fact).map(Into::into),
            Subject::Criterion(criterion) => self.counted(*criterion).map(Seen::Number),
            Subject::Group(group) => self.evaluation.group_points(self.tally(), self.submission, *group).map(Seen::Number),
            Subject::Total(TotalRef::Main) => self.main_total().map(Seen::Number),
            Subject::Total(TotalRef::Named(index)) => self.named(*index).map(Seen::Number),
            Subject::Count(count) => self.count(&count.what, &count.among).map(Seen::Number),
        }
    }

    fn share(&self, item: Item) -> Share {
        self.tally().share(item)
    }

    fn today(&self) -> Option<Date> {
        self.evaluation.call.as_of
    }
}
