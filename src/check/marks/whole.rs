//! What is asked of the marks as a whole: names where ranks add up, votes near the consensus, nothing missing where that is an
//! error.

use crate::model::{
    Abstained, Call, Consensus, Findings, Given, Grid, Ledger, MarkColumn, Missing, Panel, PanelRules, Quorum, SeatPart,
    Submissions, rule,
};
use crate::number::{Decimal, Exact};
use crate::text::Message;

/// Where ranks add up, each reviewer has an order of their own: marks without names have none.
pub(super) fn needs_reviewers(submissions: &Submissions, ledger: &Ledger, findings: &mut Findings) {
    let seats = &ledger.panel.seats;
    let named = !seats.is_empty() && seats.iter().all(|seat| !seat.name.is_empty());
    let marked = ledger.columns.iter().flatten().any(|column| column.most() > 0) && !submissions.is_empty();
    if named || !marked {
        return;
    }
    let first = (0..submissions.len()).find_map(|submission| {
        let mut marks = ledger.columns.iter().flatten().flat_map(|column| column.marks(submission, &ledger.panel));
        marks.find(|mark| mark.reviewer.is_none())
    });
    if let Some(mark) = first {
        findings
            .push(&rule::COLUMN_MISSING, &mark.span, Message::RankSumNeedsReviewers {})
            .help(Message::RankSumNeedsReviewersHelp {});
    }
}

/// Votes that depart from the consensus, or without one from the mean of the leads, by more than the grid admits.
pub(super) fn votes_in_band(submissions: &Submissions, ledger: &Ledger, band: Decimal, findings: &mut Findings) {
    for column in ledger.columns.iter().flatten() {
        for submission in 0..submissions.len() {
            let of = |part: SeatPart| {
                let own = column.answers(submission).filter_map(move |(reviewer, given)| match given {
                    Given::Mark(mark) => (ledger.panel.seat(reviewer?)?.part == part).then(|| Exact::from(mark)),
                    _ => None,
                });
                own.collect::<Vec<Exact>>()
            };
            let leads = of(SeatPart::Lead);
            let count = Exact::whole(i64::try_from(leads.len()).unwrap_or(i64::MAX));
            let reference = of(SeatPart::Consensus).pop().or_else(|| leads.into_iter().sum::<Exact>().checked_div(&count));
            let Some(reference) = reference else { continue };
            for mark in column.marks(submission, &ledger.panel) {
                let member =
                    mark.index.and_then(|index| ledger.panel.seat(index)).is_some_and(|seat| seat.part == SeatPart::Member);
                let Given::Mark(value) = mark.value else { continue };
                let value = Exact::from(value);
                if member && (&value - &reference).abs() > Exact::from(band) {
                    let message = Message::VoteOutOfBand { mark: value, consensus: reference.clone(), band: band.into() };
                    findings.push(&rule::MARK_OUT_OF_BAND, &mark.span, message).help(Message::VoteOutOfBandHelp {});
                }
            }
        }
    }
}

/// Where the grid says that a missing mark is an error.
pub(super) fn refuse_missing(submissions: &Submissions, ledger: &Ledger, grid: &Grid, call: &Call, findings: &mut Findings) {
    for submission in 0..submissions.len() {
        // Nobody marks what the round before stopped.
        let before = call.carried.as_ref().and_then(|carried| carried.submissions.get(submissions.id(submission)));
        if before.is_some_and(|carried| !carried.stopped.is_empty()) {
            continue;
        }
        let lacking: Vec<Message> = grid
            .criteria
            .iter()
            .enumerate()
            .zip(ledger.columns.iter())
            // Who left at a first stage is not asked at the next ones.
            .filter(|((index, criterion), _)| grid.missing(*index) == Missing::Error && criterion.stage == 0)
            .filter(|((index, _), column)| {
                column.as_ref().is_some_and(|column| is_short(column, &ledger.panel, &grid.rules.panel, *index, submission))
            })
            .map(|((_, criterion), _)| Message::Text { label: criterion.label.clone() })
            .collect();
        if !lacking.is_empty() {
            findings
                .push(
                    &rule::MARK_MISSING,
                    &submissions.span(submission),
                    Message::MarkMissing { id: submissions.id(submission).to_owned(), criteria: lacking },
                )
                .help(Message::MarkMissingHelp {});
        }
    }
}

/// Whether a criterion has fewer votes than the quorum, and neither a consensus in their place nor word that it does not apply.
fn is_short(column: &MarkColumn, panel: &Panel, rules: &PanelRules, criterion: usize, submission: usize) -> bool {
    let mut given = 0;
    let marks = column.answers(submission).filter(|(_, answer)| matches!(answer, Given::Mark(_)));
    for (reviewer, _) in marks {
        match reviewer.and_then(|reviewer| panel.seat(reviewer)) {
            Some(seat) if seat.part == SeatPart::Consensus && rules.consensus == Some(Consensus::Replaces) => return false,
            Some(seat) if !seat.votes() => {}
            _ => given += 1,
        }
    }
    let quorum = match rules.quorum {
        Quorum::Count(count) => count,
        quorum => {
            let mut able = panel.able(submission, Some(criterion));
            able.retain(|&reviewer| match column.answer_of(submission, reviewer) {
                Some(Given::Abstained) => rules.abstained != Abstained::Excuse,
                Some(Given::NotApplicable) => false,
                _ => true,
            });
            quorum.of(able.len())
        }
    };
    given < quorum && !column.is_waived(submission, panel)
}
