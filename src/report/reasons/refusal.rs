//! Why weights cannot be changed as asked, in words, with the rule and what to do.

use crate::analyse::scenario::Refusal;
use crate::model::{Grid, Item, Rule, rule};
use crate::text::{Label, Message};

/// The rule, the sentence and the help.
pub fn refusal(grid: &Grid, why: &Refusal) -> (&'static Rule, Message, Message) {
    let id = |item: &Item| match item {
        Item::Criterion(index) => grid.criteria.get(*index).map(|criterion| criterion.id.clone()).unwrap_or_default(),
        Item::Group(index) => grid.groups.get(*index).map(|group| group.id.clone()).unwrap_or_default(),
    };
    let group = |of: &Option<usize>| of.map(|index| grid.item_label(Item::Group(index)));
    let track = |at: &Option<usize>| at.and_then(|index| grid.tracks.get(index)).map(|track| track.label.clone());
    let place = |of: &Option<usize>, at: &Option<usize>| -> (Option<Label>, Option<Label>) { (group(of), track(at)) };
    let (message, help) = match why {
        Refusal::Negative { item, weight } => {
            (Message::RefusedNegative { id: id(item), weight: weight.clone() }, Message::RefusedNegativeHelp {})
        }
        Refusal::Twice { item } => (Message::RefusedTwice { id: id(item) }, Message::RefusedTwiceHelp {}),
        Refusal::Contrary { item } => (Message::RefusedContrary { id: id(item) }, Message::RefusedContraryHelp {}),
        Refusal::Aside { item } => (Message::RefusedAside { id: id(item) }, Message::RefusedAsideHelp {}),
        Refusal::Dropped { item, group } => {
            (Message::RefusedDropped { id: id(item), group: id(&Item::Group(*group)) }, Message::RefusedDroppedHelp {})
        }
        Refusal::NothingLeft => (Message::RefusedNothingLeft {}, Message::RefusedNothingLeftHelp {}),
        Refusal::Sum { of, track, sum, held, others } => {
            let (group, track) = place(of, track);
            let help = if *others { Message::RefusedOverHelp {} } else { Message::RefusedSumHelp {} };
            (Message::RefusedSum { group, track, sum: sum.clone(), held: held.clone() }, help)
        }
        Refusal::Weightless { of, track, rest } => {
            let (group, track) = place(of, track);
            (Message::RefusedWeightless { group, track, rest: rest.clone() }, Message::RefusedWeightlessHelp {})
        }
        Refusal::RankSum => return (&rule::SCENARIO, Message::RefusedRankSum {}, Message::RefusedRankSumHelp {}),
        Refusal::EmptyMean { group, track } => {
            let (group, track) = place(&Some(*group), track);
            (Message::RefusedEmptyMean { group, track }, Message::RefusedEmptyMeanHelp {})
        }
    };
    (&rule::SCENARIO_WEIGHTS, message, help)
}
