//! Reviewers whose marks tell nobody apart.

use crate::model::scale::Scale;
use crate::model::{At, Findings, Given, Grid, Mark, Measure, Seat, Span, rule};
use crate::number::{Decimal, Exact};
use crate::score::Ranking;
use crate::text::{Label, Message};

/// So many submissions must be marked alike on everything before it is worth saying.
const FEWEST: usize = 3;

/// So many on one criterion.
const FEWEST_ON_ONE: usize = 5;

/// What a reviewer gave on one criterion.
#[derive(Clone)]
struct Gave {
    first: Decimal,
    count: usize,
    alike: bool,
    span: Span,
}

/// One criterion that reviewers mark, and what each of them gave.
struct On<'g> {
    label: &'g Label,
    /// Whether the scale has more than two marks: all may well be a yes.
    wide: bool,
    given: Vec<Option<Gave>>,
}

/// Says who gives everyone the same marks, and who does so on a criterion on which others do not.
pub(super) fn flat(ranking: &Ranking<'_>, _: &At, findings: &mut Findings) {
    let evaluation = &ranking.evaluation;
    let (grid, panel) = (evaluation.grid, &evaluation.ledger.panel);
    // Without names, nobody gives several marks.
    if panel.anonymous || panel.seats.iter().all(|seat| seat.name.is_empty()) {
        return;
    }
    let on: Vec<On<'_>> = (0..grid.criteria.len()).filter_map(|at| criterion(ranking, grid, at)).collect();
    for (reviewer, seat) in panel.seats.iter().enumerate() {
        if !seat.votes() || seat.name.is_empty() {
            continue;
        }
        let own: Vec<(&On<'_>, &Gave)> = on.iter().filter_map(|on| Some((on, on.given.get(reviewer)?.as_ref()?))).collect();
        if let Some(count) = everything(&own) {
            let Some((_, first)) = own.first() else { continue };
            findings
                .push(&rule::REVIEWER_FLAT, place(seat, &first.span), Message::ReviewerFlat { name: seat.name.clone(), count })
                .help(Message::ReviewerFlatHelp {});
            continue;
        }
        for (on, given) in own.iter().filter(|(on, given)| on.wide && given.alike && given.count >= FEWEST_ON_ONE) {
            let told_apart = on.given.iter().flatten().any(|other| !other.alike);
            if told_apart {
                let (name, criterion, count) = (seat.name.clone(), on.label.clone(), given.count);
                findings
                    .push(&rule::CRITERION_FLAT, &given.span, Message::ReviewerFlatOn { name, criterion, count })
                    .help(Message::ReviewerFlatHelp {});
            }
        }
    }
}

/// Where a reviewer is named by the call, or else their first mark.
fn place<'s>(seat: &'s Seat, mark: &'s Span) -> &'s Span {
    seat.span.as_ref().unwrap_or(mark)
}

/// How many submissions have the same marks on everything, where that says something.
fn everything(own: &[(&On<'_>, &Gave)]) -> Option<usize> {
    let most = own.iter().map(|(_, given)| given.count).max()?;
    let fewest = if own.len() > 1 { FEWEST } else { FEWEST_ON_ONE };
    let wide = own.iter().any(|(on, given)| on.wide && given.count >= fewest);
    (wide && most >= fewest && own.iter().all(|(_, given)| given.alike)).then_some(most)
}

fn criterion<'g>(ranking: &Ranking<'_>, grid: &'g Grid, at: usize) -> Option<On<'g>> {
    let evaluation = &ranking.evaluation;
    let (ledger, submissions) = (evaluation.ledger, evaluation.submissions);
    let Some(Measure::Marks(scale)) = evaluation.call.measure(grid, at) else { return None };
    let column = ledger.column(at)?;
    let mut given: Vec<Option<Gave>> = vec![None; ledger.panel.seats.len()];
    for submission in 0..submissions.len() {
        for Mark { index, value, span, .. } in column.marks(submission, &ledger.panel) {
            let (Some(slot), Given::Mark(mark)) = (index.and_then(|index| given.get_mut(index as usize)), value) else {
                continue;
            };
            match slot {
                Some(known) => {
                    known.count += 1;
                    known.alike &= known.first == mark;
                }
                None => *slot = Some(Gave { first: mark, count: 1, alike: true, span }),
            }
        }
    }
    Some(On { label: &grid.criteria.get(at)?.label, wide: is_wide(&**scale), given })
}

fn is_wide(scale: &dyn Scale) -> bool {
    let (low, high) = scale.bounds();
    let one_step = scale.step().is_some_and(|step| Exact::from(high) == &Exact::from(low) + &Exact::from(step));
    scale.choices().len() != 2 && !one_step
}
