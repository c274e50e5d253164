//! What a chair or a CI job asks of a decision: each that fails is a sentence.

use crate::analyse::robustness::Study;
use crate::cli::args::RobustnessArgs;
use crate::number::Exact;
use crate::score::{Ranking, Status};
use crate::text::Message;

/// Why the decision does not hold as far as the arguments ask; nothing where it does. What is not known is not vouched for.
pub(super) fn failed(args: &RobustnessArgs, ranking: &Ranking<'_>, study: &Study) -> Vec<Message> {
    let names = |some: &[usize]| some.iter().map(|one| ranking.evaluation.submissions.id(*one).to_owned()).collect::<Vec<_>>();
    let tied = Study::tied(ranking);
    let mut failed = Vec::new();
    if args.no_cut_line_tie && !tied.is_empty() {
        failed.push(Message::GateTie { ids: names(&tied) });
    }
    if let Some(least) = &args.min_move {
        let moved = match &study.exact {
            Err(_) => Err(()),
            Ok(exact) => Ok(match &exact.nearest.set {
                Err(_) => Some(Exact::ZERO),
                Ok(shift) => shift.as_ref().map(|shift| shift.points.clone()),
            }),
        };
        match moved {
            Err(()) => failed.push(Message::GateMinMoveUnknown { least: least.clone() }),
            // Compared exactly; shown rounded down, so that it never looks like enough.
            Ok(Some(points)) if points < *least => {
                failed.push(Message::GateMinMove { least: least.clone(), points: points.rounded_down(2) });
            }
            Ok(_) => {}
        }
    }
    if let (Some(least), Some(Ok(simulation))) = (&args.min_selected, &study.simulation) {
        for entry in ranking.ranked.iter().filter(|entry| entry.status == Some(Status::In)) {
            let selected = simulation.row(entry.submission as usize).map_or(0, |row| row.selected);
            let share = Exact::ratio(i64::from(selected), i64::from(simulation.draws.max(1))).unwrap_or(Exact::ZERO);
            if share < *least {
                let hundred = Exact::whole(100);
                failed.push(Message::GateMinSelected {
                    id: ranking.evaluation.submissions.id(entry.submission as usize).to_owned(),
                    percent: (&share * &hundred).rounded_down(2),
                    least: least * &hundred,
                });
            }
        }
    }
    if let (Some(least), None | Some(Err(_))) = (&args.min_selected, &study.simulation) {
        failed.push(Message::GateMinSelectedUnknown { least: least * &Exact::whole(100) });
    }
    failed
}
