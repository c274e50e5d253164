//! English: draws.

use super::{LANG, plural, texts};
use crate::number::Exact;
use crate::text::message::Simulation as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::HeadingSimulation {} => "By simulation".to_owned(),
        M::SimulationWeights { draws, region, seed } => format!("{draws} weightings were drawn {region} (seed {seed}).", draws = LANG.count(*draws), region = region.text(LANG), seed = LANG.count(*seed)),
        M::SimulationPanel { draws, reviewers, seed } => format!("{draws} panels of {reviewers} were drawn from this one, the same reviewer coming back or not (seed {seed}); the weights stay as published.", draws = LANG.count(*draws), reviewers = LANG.count(*reviewers), seed = LANG.count(*seed)),
        M::SimulationBoth { draws, region, reviewers, seed } => format!("{draws} times, weights were drawn {region}, and a panel of {reviewers} from this one, the same reviewer coming back or not (seed {seed}).", draws = LANG.count(*draws), region = region.text(LANG), reviewers = LANG.count(*reviewers), seed = LANG.count(*seed)),
        M::DrawnFromAll {} => "from all those possible, each as likely as the next".to_owned(),
        M::DrawnBetween {} => "between the bounds of each criterion, each as likely as the next".to_owned(),
        M::DrawnInOrder { blocks } => format!("in this order of importance, each as likely as the next: {}", texts(blocks).join(", then ")),
        M::RegionBlock { criteria } => LANG.list(criteria),
        M::RegionFree { criteria } => format!("{} anywhere", LANG.list(criteria)),
        M::SimulationError { points } => format!("Shares are within {} points of what endless draws would give, 19 times out of 20.", LANG.fixed(points, 2)),
        M::SimulationSame { same } => format!("The published set is selected in {} of the draws.", percent(same)),
        M::SimulationAlways {} => "The published set is selected in every draw.".to_owned(),
        M::SimulationNever {} => "The published set is selected in none of the draws.".to_owned(),
        M::SimulationContested { parts } => format!("Not always on the same side of the line: {}.", LANG.list(&texts(parts))),
        M::SimulationFirst { parts } => format!("First: {} of the draws.", LANG.list(&texts(parts))),
        M::SimulationNobody {} => "Nobody is ranked in any draw.".to_owned(),
        M::InShare { id, share } => format!("{id} in {}", percent(share)),
        M::SharePercent { share } => percent(share),
        M::ColumnUnrankedShare {} => "Not ranked".to_owned(),
        M::ColumnExpectedRank {} => "Mean rank".to_owned(),
        M::ColumnFrequentRanks {} => "Most frequent ranks".to_owned(),
        M::RankShare { rank, share } => format!("{rank}: {share}", rank = LANG.count(*rank), share = percent(share)),
        M::MeansSimulated {} => "Selected, undecided, not ranked: the share of the draws. Mean rank: over the draws with a rank. A share of 100.0% or 0.0% says that no draw, or next to none, differs: not that none could.".to_owned(),
        M::MeansRanks {} => "Shares are of the draws; the mean rank is over those with a rank. A share of 100.0% or 0.0% says that no draw, or next to none, differs: not that none could.".to_owned(),
        M::HeadingSets {} => "The sets selected most often".to_owned(),
        M::MeansSets { distinct } => format!("{distinct} {w} selected in some draw; beside each, who enters and who leaves the published one.", distinct = LANG.count(*distinct), w = plural(*distinct, "set is", "different sets are")),
        M::ColumnDraws {} => "Draws".to_owned(),
        M::SetPublished {} => "the published set".to_owned(),
        M::HeadingCentral {} => "Who is first, and with which weights".to_owned(),
        M::MeansCentral {} => "The mean of the weights with which a submission is first, alone or not: what one has to find important to put it there.".to_owned(),
        M::CentralWide { criteria } => format!("The mean weights of the {criteria} criteria are in the data forms: --format csv or json.", criteria = LANG.count(*criteria)),
        M::ColumnFirstShare {} => "First".to_owned(),
        M::WeightsPublished {} => "published".to_owned(),
        M::HeadingPairs {} => "Who is ahead of whom".to_owned(),
        M::MeansAhead {} => "The share of the draws in which the submission of the row is ahead of that of the column; who is not ranked is behind.".to_owned(),
        M::ColumnAheadOf {} => "Ahead of".to_owned(),
        M::ColumnCentral { criterion } => format!("Mean weight: {}", criterion.get(LANG)),
        M::ColumnRankNumber { rank } => format!("Rank {}", LANG.count(*rank)),
        M::UndrawnNoRanks {} => "the grid ranks nothing: there is no decision on ranks to simulate".to_owned(),
        M::UndrawnNoTotal {} => "the weights of the grid make no total: there is nothing to draw".to_owned(),
        M::UndrawnTracks {} => "tracks have weights of their own: there is no one set of weights to draw".to_owned(),
        M::UndrawnCapped { group } => format!("the group {} is held to a cap below what is in it, and the grid does not say what it would weigh with other weights", LANG.quote(group.get(LANG))),
        M::UndrawnOneCriterion {} => "fewer than two criteria have a weight: there is nothing to move".to_owned(),
        M::UndrawnImpossible {} => "no weights are between these bounds and add up to the total".to_owned(),
        M::UndrawnNarrow {} => "so few weights are between these bounds that fewer than one attempt in 10,000 finds any; wider bounds can be drawn from".to_owned(),
        M::UndrawnFine {} => "the bounds have more decimals than weights can be drawn with: give them with fewer".to_owned(),
        M::UndrawnReviewers {} => "fewer than two reviewers have given marks: there is no panel to draw from".to_owned(),
    }
}

/// A share of a hundred, with one decimal.
fn percent(share: &Exact) -> String {
    format!("{}%", LANG.fixed(share, 1))
}
