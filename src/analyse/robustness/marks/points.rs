//! The smallest change of the points of one criterion that changes who is selected.

use rayon::prelude::*;

use super::field::{Effect, Field, Stand};
use super::turn::{critical, first_turn};
use crate::model::{Item, Measure};
use crate::number::Exact;

/// For one submission, the smallest change of its points on one criterion that changes the selected set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointsChange {
    /// The submission.
    pub submission: usize,
    /// The criterion: of several on which the same change would do, the one with the most room.
    pub criterion: usize,
    /// Its points there, of its weight in points of the total.
    pub from: Exact,
    /// The points at which the set is another one; with [`Self::beyond`], with anything more.
    pub to: Exact,
    /// What the criterion weighs.
    pub weight: Exact,
    /// The combined mark before and after, where a straight scale tells it.
    pub marks: Option<(Exact, Exact)>,
    /// Whether the set is still the same at exactly `to`.
    pub beyond: bool,
    /// What becomes of the selected set.
    pub effect: Effect,
}

impl PointsChange {
    /// By how many points; negative for fewer.
    pub fn by(&self) -> Exact {
        &self.to - &self.from
    }
}

/// One for each submission that can change the set so, the smallest first; of equals, in the order of the ids.
pub(super) fn all(field: &Field<'_>) -> Vec<PointsChange> {
    let submissions = field.evaluation().submissions.len();
    let mut found: Vec<PointsChange> =
        (0..submissions).into_par_iter().filter_map(|submission| of_submission(field, submission)).collect();
    let id = |one: &PointsChange| field.evaluation().submissions.id(one.submission);
    found.sort_by(|a, b| a.by().abs().cmp(&b.by().abs()).then(a.beyond.cmp(&b.beyond)).then_with(|| id(a).cmp(id(b))));
    found
}

fn of_submission(field: &Field<'_>, submission: usize) -> Option<PointsChange> {
    if field.is_hopeless(submission) || field.now(submission) == Stand::Unrated {
        return None;
    }
    let mut best: Option<(PointsChange, Exact)> = None;
    for criterion in 0..field.evaluation().grid.criteria.len() {
        let Some((change, room)) = on_criterion(field, submission, criterion) else { continue };
        let better = |(other, most): &(PointsChange, Exact)| {
            let order = change.by().abs().cmp(&other.by().abs()).then(change.beyond.cmp(&other.beyond));
            order.then(most.cmp(&room)).is_lt()
        };
        if best.as_ref().is_none_or(better) {
            best = Some((change, room));
        }
    }
    best.map(|(change, _)| change)
}

/// The smallest change on one criterion, up or down, and how many points are left in that direction.
fn on_criterion(field: &Field<'_>, submission: usize, criterion: usize) -> Option<(PointsChange, Exact)> {
    let evaluation = field.evaluation();
    let (grid, item) = (evaluation.grid, Item::Criterion(criterion));
    let Some(Measure::Marks(scale)) = evaluation.call.measure(grid, criterion) else { return None };
    if grid.stands_aside(item) {
        return None;
    }
    let line = evaluation.line(submission, criterion);
    // What has no mark has none to change.
    let now = line.share.clone().filter(|_| !line.counted_lowest && line.mark.is_some())?;
    let (low, high) = scale.bounds();
    let ends = [scale.share(&low.into()), scale.share(&high.into())];
    let (low, high) = if scale.is_ordered() { (ends.iter().min()?, ends.iter().max()?) } else { (&Exact::ZERO, &Exact::ONE) };
    if low >= high || line.weight.is_zero() {
        return None;
    }
    let was = field.now(submission);
    let probe = |share: &Exact| evaluation.with_share(submission, criterion, share);
    let stand = |share: &Exact| field.then(submission, &probe(share));
    let differs = |share: &Exact| was.differs(stand(share));
    // More points never do harm, unless they are taken away: if neither end changes anything, nothing between them does.
    if !grid.takes_away(item) && !field.named && !differs(low) && !differs(high) {
        return None;
    }
    let places = critical(field, submission, (low, &now, high), &probe)?;
    let turns = [high, low].into_iter().filter_map(|end| Some((first_turn(&now, end, &places, &differs)?, end)));
    let distance = |at: &Exact| (at - &now).abs();
    let (turn, end) = turns.min_by(|a, b| distance(&a.0.at).cmp(&distance(&b.0.at)).then(a.0.beyond.cmp(&b.0.beyond)))?;
    let (from, to) = (&now * &line.weight, &turn.at * &line.weight);
    let mark = |share: &Exact| {
        let (slope, offset) = scale.line()?;
        (share - &offset).checked_div(&slope)
    };
    let after = turn.further.as_ref().map(stand);
    let change = PointsChange {
        submission,
        criterion,
        from,
        to,
        weight: line.weight.clone(),
        marks: mark(&now).zip(mark(&turn.at)),
        beyond: turn.beyond,
        effect: field.effect(submission, &probe(&turn.sample), after),
    };
    Some((change, distance(end) * line.weight))
}
