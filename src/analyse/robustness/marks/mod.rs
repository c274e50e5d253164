//! The smallest change of a mark that changes who is selected: of the points of one criterion, and of one mark of one reviewer; and
//! how near each submission is to a threshold.

mod field;
mod near;
mod points;
mod turn;
mod votes;

pub use field::{Effect, Stand};
pub use near::{Near, Nearness, near};
pub use points::PointsChange;
pub use votes::{Grain, MarkChange, MarkChanges};

use crate::model::{Combine, Consensus, Cutoff, RankBy, Subject, TotalRef};
use crate::score::{Bar, Evaluation, Ranking};
use field::Field;

/// The smallest changes that change the selected set, of the points of a criterion and of the marks of reviewers; each of them, or
/// every reason why there are none. The set also changes where somebody in it, or out of it, becomes undecided at the cut-line.
#[derive(Debug, Clone)]
pub struct SmallestChanges {
    /// For each submission that can change the set at all by the points of one criterion, the smallest change that does; the
    /// smallest first.
    pub points: Result<Vec<PointsChange>, Vec<Still>>,
    /// For each submission that can change it by one mark, the smallest mark that does; the smallest change, for its scale, first.
    pub marks: Result<MarkChanges, Vec<Still>>,
}

/// Why the smallest change of a mark is not looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Still {
    /// The grid ranks nothing.
    NoRanks,
    /// Its weights make no total.
    NoTotal,
    /// There is no cut-line: nobody is selected.
    NoCut,
    /// A named total ranks, by index.
    RankedBy(usize),
    /// Ranks of reviewers add up.
    RankSum,
    /// The totals of reviewers are combined, and not their marks.
    Totals,
    /// Money draws the line: who is selected depends on the costs of those who come next.
    Budget,
    /// Prices are compared with those that pass, so that one mark may change the points of all.
    Pool,
    /// Points or totals are rounded on the way: points do not move in proportion (of points only).
    Rounded,
    /// A gate or level looks at marks or points in its own way (of points only).
    Bar(Bar),
    /// Marks must stay near a consensus (of marks only).
    Consensus,
    /// Nobody marks anything: facts give all points.
    NoMarks,
}

/// The smallest changes that change who is selected.
pub fn smallest_changes(ranking: &Ranking<'_>) -> SmallestChanges {
    let evaluation = &ranking.evaluation;
    let both = whole(ranking);
    let with = |some: Vec<Still>| both.iter().cloned().chain(some).collect::<Vec<Still>>();
    let round = &evaluation.grid.rules.round;
    let mut of_points: Vec<Still> = Vec::new();
    of_points.extend([round.points, round.groups, round.totals].iter().any(Option::is_some).then_some(Still::Rounded));
    of_points.extend(opaque(evaluation).into_iter().map(Still::Bar));
    let bounded = matches!(evaluation.grid.rules.panel.consensus, Some(Consensus::Bounds(_)));
    let (of_points, of_marks) = (with(of_points), with(bounded.then_some(Still::Consensus).into_iter().collect()));
    let field = Field::new(ranking);
    SmallestChanges {
        points: if of_points.is_empty() { Ok(points::all(&field)) } else { Err(of_points) },
        marks: if of_marks.is_empty() { Ok(votes::all(&field)) } else { Err(of_marks) },
    }
}

/// What stands in the way of both.
fn whole(ranking: &Ranking<'_>) -> Vec<Still> {
    let evaluation = &ranking.evaluation;
    let (grid, rules) = (evaluation.grid, &evaluation.grid.rules);
    let mut still = Vec::new();
    match (rules.rank_by, rules.combine) {
        (RankBy::Nothing, _) => still.push(Still::NoRanks),
        (_, Combine::RankSum { .. }) => still.push(Still::RankSum),
        (RankBy::Total(TotalRef::Named(index)), _) => still.push(Still::RankedBy(index)),
        (RankBy::Total(TotalRef::Main), _) if !grid.has_total() => still.push(Still::NoTotal),
        (RankBy::Total(TotalRef::Main), _) => {}
    }
    if rules.combine == Combine::Totals {
        still.push(Still::Totals);
    }
    if grid.ranks() && !ranking.has_cut() {
        still.push(Still::NoCut);
    }
    if matches!(evaluation.call.cutoff, Some(Cutoff::Budget(_))) || grid.tracks.iter().any(|track| track.budget.is_some()) {
        still.push(Still::Budget);
    }
    let measures = || (0..grid.criteria.len()).filter_map(|criterion| evaluation.call.measure(grid, criterion));
    if measures().any(crate::model::Measure::is_relative) {
        still.push(Still::Pool);
    }
    if measures().all(|measure| !measure.parts().is_empty()) {
        still.push(Still::NoMarks);
    }
    still
}

/// The gates and levels that look at marks or points otherwise than by a threshold whose margin is known.
fn opaque(evaluation: &Evaluation<'_>) -> Vec<Bar> {
    let odd = |bar: &Bar| matches!(bar, Bar::Gate(_) | Bar::Rateable) && is_touched(evaluation, *bar);
    evaluation.bars().into_iter().filter(odd).collect()
}

/// Whether a mark can change what a bar says.
fn is_touched(evaluation: &Evaluation<'_>, bar: Bar) -> bool {
    let grid = evaluation.grid;
    let by_marks = |subjects: Vec<&Subject>| subjects.into_iter().any(|subject| !matches!(subject, Subject::Fact(_)));
    match bar {
        Bar::Carried => false,
        Bar::Gate(gate) => grid.gates.get(gate).is_some_and(|gate| by_marks(gate.require.subjects())),
        Bar::Rateable => {
            let conditions = grid.levels.iter().filter_map(|level| level.when.as_ref());
            by_marks(conditions.flat_map(|when| when.subjects()).collect())
        }
        Bar::Minimum(_) | Bar::Group(_) | Bar::Total(_) | Bar::Pass => true,
    }
}

#[cfg(test)]
mod tests;
