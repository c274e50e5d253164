//! Quorums that no further mark can reach.

use crate::model::{Call, Findings, Grid, Measure, Panel, Submissions, rule};
use crate::text::Message;

/// Recusals that leave fewer than the quorum: what no further mark can mend.
pub fn quorums(grid: &Grid, call: &Call, submissions: &Submissions, panel: &Panel, findings: &mut Findings) {
    if !panel.declared {
        return;
    }
    let rules = &grid.rules.panel;
    let marked: Vec<usize> =
        (0..grid.criteria.len()).filter(|at| matches!(call.measure(grid, *at), Some(Measure::Marks(_)))).collect();
    let able = |submission: usize, criterion: Option<usize>| panel.able(submission, criterion).len();
    for submission in 0..submissions.len() {
        let short = marked.iter().find_map(|&criterion| {
            let (able, quorum) = (able(submission, Some(criterion)), rules.quorum);
            // Of nobody, there is no majority.
            (able < quorum.of(able)).then(|| (able, quorum.of(able), Some(criterion)))
        });
        let few =
            rules.reviewers.map(|quorum| (able(submission, None), quorum)).filter(|(able, quorum)| *able < quorum.of(*able));
        let Some((able, quorum, criterion)) = short.or(few.map(|(able, quorum)| (able, quorum.of(able), None))) else { continue };
        let about = criterion.and_then(|at| grid.criteria.get(at)).map(|criterion| criterion.label.clone());
        let id = submissions.id(submission).to_owned();
        let message = match about {
            Some(criterion) => Message::QuorumUnreachable { id, criterion, able, quorum },
            None => Message::QuorumUnreachableWhole { id, able, quorum },
        };
        findings.push(&rule::QUORUM_UNREACHABLE, &submissions.span(submission), message).help(Message::QuorumUnreachableHelp {});
    }
}
