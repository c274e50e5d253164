//! What each reviewer is to mark, before anyone does.

use crate::model::subject::Subject;
use crate::model::{Call, Conflict, Grid, Measure, Panel, Seat, SeatPart, Submissions};
use crate::score::{Bar, Evaluation, Outcome};

/// What one reviewer is to mark.
#[derive(Debug)]
pub struct Duties<'a> {
    /// Who.
    pub seat: &'a Seat,
    /// The criteria that they mark on some submission, by index.
    pub criteria: Vec<usize>,
    /// The submissions, in the order of the file.
    pub rows: Vec<Duty>,
    /// The submissions that would be theirs, were it not for a conflict of interest.
    pub conflicts: Vec<(usize, &'a Conflict)>,
}

/// What one reviewer is to mark of one submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The submission, by index.
    pub submission: usize,
    /// Whether each of [`Duties::criteria`] is theirs to mark here.
    pub theirs: Vec<bool>,
}

impl<'a> Duties<'a> {
    /// The duties of a reviewer of the panel; of those who are excluded already, nobody has any.
    pub fn new(
        grid: &Grid,
        call: &Call,
        submissions: &Submissions,
        panel: &'a Panel,
        reviewer: u32,
        excluded: &[bool],
    ) -> Option<Self> {
        let seat = panel.seat(reviewer)?;
        let marked: Vec<usize> =
            (0..grid.criteria.len()).filter(|at| matches!(call.measure(grid, *at), Some(Measure::Marks(_)))).collect();
        // A consensus is on everything, whoever the marks behind it are assigned to.
        let all = seat.part == SeatPart::Consensus;
        let (mut rows, mut conflicts) = (Vec::new(), Vec::new());
        for submission in (0..submissions.len()).filter(|at| excluded.get(*at) != Some(&true)) {
            let theirs: Vec<bool> =
                marked.iter().map(|criterion| all || panel.assigned(submission, Some(*criterion), reviewer)).collect();
            if !theirs.contains(&true) {
                continue;
            }
            match panel.conflict(submission, reviewer) {
                Some(conflict) => conflicts.push((submission, conflict)),
                None => rows.push(Duty { submission, theirs }),
            }
        }
        let kept: Vec<bool> = (0..marked.len()).map(|at| rows.iter().any(|duty| duty.theirs.get(at) == Some(&true))).collect();
        for duty in &mut rows {
            duty.theirs = only(&duty.theirs, &kept);
        }
        Some(Self { seat, criteria: only(&marked, &kept), rows, conflicts })
    }
}

fn only<T: Copy>(items: &[T], kept: &[bool]) -> Vec<T> {
    items.iter().zip(kept).filter(|(_, kept)| **kept).map(|(item, _)| *item).collect()
}

/// For each submission, whether it is excluded whatever marks it may get: the round before stopped it, or a gate that looks at
/// facts only does.
pub fn excluded_before_marks(evaluation: &Evaluation<'_>) -> Vec<bool> {
    let on_facts = |subject: &&Subject| matches!(subject, Subject::Fact(_));
    let gates = evaluation.grid.gates.iter().enumerate();
    let known: Vec<Bar> =
        gates.filter(|(_, gate)| gate.require.subjects().iter().all(on_facts)).map(|(index, _)| Bar::Gate(index)).collect();
    let excluded = |submission: usize| {
        evaluation.is_stopped_before(submission)
            || known.iter().any(|bar| evaluation.outcome(submission, *bar) == Outcome::Failed)
    };
    (0..evaluation.submissions.len()).map(excluded).collect()
}
