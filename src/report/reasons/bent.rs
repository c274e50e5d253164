//! Why exact answers about weights do not apply to a call, in words.

use crate::analyse::robustness::Bent;
use crate::model::Item;
use crate::score::Evaluation;
use crate::text::Message;

/// Why exact answers do not apply.
pub(in crate::report) fn bent(evaluation: &Evaluation<'_>, bent: &Bent) -> Message {
    let grid = evaluation.grid;
    match bent {
        Bent::NoRanks => Message::BentNoRanks {},
        Bent::NoTotal => Message::BentNoTotal {},
        Bent::RankedBy(total) => {
            let total = grid.totals.get(*total).map(|total| total.label.clone()).unwrap_or_default();
            Message::BentRankedBy { total }
        }
        Bent::RankSum => Message::BentRankSum {},
        Bent::Totals => Message::BentTotals {},
        Bent::Rounded => Message::BentRounded {},
        Bent::Capped(None) => Message::BentCappedTotal {},
        Bent::Capped(Some(group)) => Message::BentCappedGroup { group: grid.item_label(Item::Group(*group)) },
        Bent::Tracks => Message::BentTracks {},
        Bent::LeftOut(submissions) => Message::BentLeftOut { ids: super::submission_names(evaluation, submissions) },
        Bent::Bar(bar) => Message::BentBar { bar: Box::new(super::bar_message(grid, evaluation.call, *bar)) },
        Bent::Pool => Message::BentPool {},
        Bent::Budget => Message::BentBudget {},
        Bent::Adjusted(submissions) => Message::BentAdjusted { ids: super::submission_names(evaluation, submissions) },
    }
}
