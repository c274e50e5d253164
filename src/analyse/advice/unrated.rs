//! Submissions that nothing excludes and that cannot be ranked yet.

use crate::model::{At, Findings, rule};
use crate::score::Ranking;
use crate::text::Message;

/// So many are named; the others are counted.
const NAMED: usize = 5;

/// Says once who waits for marks or facts while others have theirs. Before anyone marks, everybody waits.
pub(super) fn waiting(ranking: &Ranking<'_>, _: &At, findings: &mut Findings) {
    let submissions = ranking.evaluation.submissions;
    let Some(first) = ranking.unrated.first().filter(|_| !ranking.ranked.is_empty()) else { return };
    let count = ranking.unrated.len();
    let ids = ranking.unrated.iter().take(NAMED).map(|at| submissions.id(*at as usize).to_owned()).collect();
    findings
        .push(&rule::UNRATED, &submissions.span(*first as usize), Message::UnratedYet { count, ids })
        .help(Message::UnratedYetHelp {});
}
