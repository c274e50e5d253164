//! A budget is spent on costs: who may be paid from one must have its cost.

use crate::model::{Call, Cutoff, FactValue, Findings, Grid, Item, Look, Seen, Share, Subject, Submissions, rule};
use crate::number::Date;
use crate::text::Message;

/// A submission by its facts alone.
struct Declared<'a> {
    submissions: &'a Submissions,
    submission: usize,
    today: Option<Date>,
}

impl Look for Declared<'_> {
    fn seen(&self, subject: &Subject) -> Option<Seen> {
        let Subject::Fact(fact) = subject else { return None };
        self.submissions.fact(self.submission, *fact).map(Into::into)
    }

    fn share(&self, _: Item) -> Share {
        Share::Missing
    }

    fn today(&self) -> Option<Date> {
        self.today
    }
}

/// A budget is spent in the order of the ranking: without a cost, nobody knows where it ends. The budget of a track asks
/// nothing of those on others.
pub(super) fn check(submissions: &Submissions, grid: &Grid, call: &Call, findings: &mut Findings) {
    let Some(cost) = grid.rules.cost.filter(|_| grid.spends(call)) else { return };
    let of_tracks = !matches!(call.cutoff, Some(Cutoff::Budget(_)));
    for submission in 0..submissions.len() {
        let declared = Declared { submissions, submission, today: call.as_of };
        let track = grid.track_of(&declared).and_then(|track| grid.tracks.get(track));
        if of_tracks && track.is_none_or(|track| track.budget.is_none()) {
            continue;
        }
        let place = || submissions.fact_span(submission, cost).unwrap_or_else(|| submissions.span(submission));
        match submissions.fact(submission, cost) {
            Some(FactValue::Number(cost)) if !cost.is_negative() => {}
            Some(FactValue::Number(cost)) => {
                findings
                    .push(&rule::COST_MISSING, &place(), Message::CostNegative { cost: cost.into() })
                    .help(Message::CostNegativeHelp {});
            }
            _ => {
                findings
                    .push(&rule::COST_MISSING, &place(), Message::CostMissing { id: submissions.id(submission).to_owned() })
                    .help(Message::CostMissingHelp {});
            }
        }
    }
}
