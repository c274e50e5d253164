//! English: what a re-weighting changes.

use super::{LANG, near_hint, plural, texts};
use crate::number::Exact;
use crate::text::message::Compare as M;
use crate::text::{Label, Message};

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleCompare { call } => format!("What changes: {}", call.get(LANG)),
        M::TheScenariosFile {} => "scenarios.toml".to_owned(),
        M::UsageNotWeight {} => "a criterion or a group, an equals sign and a number are expected, such as clarity=20 or clarity=17.5".to_owned(),
        M::CompareNothing {} => "there is nothing to compare with: give --set CRITERION=WEIGHT, --drop CRITERION, --missing, --panel or --grid, or a file of scenarios with --scenarios (in the call’s folder, scenarios.toml is read by itself)".to_owned(),
        M::CompareTwice { arg } => format!("{arg} is given twice, and one scenario has room for one: --each makes a scenario of each --set, --drop, --missing, --panel and --grid", arg = LANG.quote(arg)),
        M::CompareStdin {} => "another grid has the call loaded a second time, and standard input (-) can be read only once: put the file on disk".to_owned(),
        M::CompareNoCriteria { title } => format!("{} has no weighted criterion: there is nothing to weigh otherwise", LANG.quote(title.get(LANG))),
        M::ScenarioItemUnknown { id, grid, near } => format!("{grid} has no criterion and no group {id}{near}", grid = LANG.quote(grid.get(LANG)), id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::ScenarioTwice { id } => format!("two scenarios are called {}", LANG.quote(id)),
        M::ScenarioTwiceHelp {} => "give each an identifier of its own".to_owned(),
        M::ScenarioEmpty { id } => format!("scenario {} changes nothing", LANG.quote(id)),
        M::ScenarioEmptyHelp {} => "give it set, drop, missing, panel or grid; fix alone only keeps what nothing moves".to_owned(),
        M::RefusedNegative { id, weight } => format!("{id} would weigh {weight}", id = LANG.quote(id), weight = LANG.number(weight)),
        M::RefusedNegativeHelp {} => "give a weight of zero or more".to_owned(),
        M::RefusedTwice { id } => format!("the weight of {} is given twice", LANG.quote(id)),
        M::RefusedTwiceHelp {} => "keep one of the two; with --each, each is a scenario of its own".to_owned(),
        M::RefusedContrary { id } => format!("{} cannot be given a weight, kept and dropped in one scenario", LANG.quote(id)),
        M::RefusedContraryHelp {} => "keep one of set, fix and drop for it".to_owned(),
        M::RefusedAside { id } => format!("{} counts for nothing in this grid: it has no weight that could move", LANG.quote(id)),
        M::RefusedAsideHelp {} => "name a criterion or a group that is weighed, a bonus or a malus".to_owned(),
        M::RefusedDropped { id, group } => format!("{id} stands in {group}, of which nothing is left", id = LANG.quote(id), group = LANG.quote(group)),
        M::RefusedDroppedHelp {} => "what is dropped takes along all that stands in it: drop less, or ask nothing else of it".to_owned(),
        M::RefusedNothingLeft {} => "every weighted criterion would be dropped".to_owned(),
        M::RefusedNothingLeftHelp {} => "leave one at least".to_owned(),
        M::RefusedSum { group, track, sum, held } => format!("{}the weights would add up to {sum} of {held}", place(group.as_ref(), track.as_ref()), sum = LANG.number(sum), held = LANG.number(held)),
        M::RefusedSumHelp {} => "leave one free to take the difference, or give them all so that they add up".to_owned(),
        M::RefusedOverHelp {} => "the others would weigh less than nothing: give less, or free one that is kept".to_owned(),
        M::RefusedWeightless { group, track, rest } => format!("{}those that could move weigh nothing, and would have to share {rest} points: zero has no proportions to keep", place(group.as_ref(), track.as_ref()), rest = LANG.number(rest)),
        M::RefusedWeightlessHelp {} => "give them weights too".to_owned(),
        M::RefusedEmptyMean { group, track } => format!("{}nothing would weigh anything in the mean", place(group.as_ref(), track.as_ref())),
        M::RefusedEmptyMeanHelp {} => "leave one with a weight, or drop the group".to_owned(),
        M::RefusedRankSum {} => "this grid adds up the ranks that reviewers give: their marks are not combined, so that no other way to combine them applies".to_owned(),
        M::RefusedRankSumHelp {} => "compare with another grid (--grid) that combines marks".to_owned(),
        M::RefusedOtherGrid { id } => format!("scenario {}: the call does not hold with its grid", LANG.quote(id)),
        M::RefusedOtherGridHelp {} => "the findings that follow say why; a grid to compare with takes the same submissions, lists and marks".to_owned(),
        M::ScenarioSet { item, weight } => format!("{} at {weight}", LANG.quote(item.get(LANG)), weight = LANG.number(weight)),
        M::ScenarioFix { item } => format!("{} kept", LANG.quote(item.get(LANG))),
        M::ScenarioDrop { item } => format!("{} dropped", LANG.quote(item.get(LANG))),
        M::ScenarioUnrated {} => "missing marks leaving submissions unrated".to_owned(),
        M::ScenarioReweight {} => "the weight of missing marks shared".to_owned(),
        M::ScenarioLowest {} => "missing marks counted as the lowest".to_owned(),
        M::ScenarioPanel { policy } => policy.text(LANG),
        M::ScenarioGrid { grid } => format!("the grid {}", LANG.quote(grid.get(LANG))),
        M::ScenarioParts { parts } => LANG.list(&texts(parts)),
        M::WithScenario { what } => format!("With {}", what.text(LANG)),
        M::InScenario { label } => format!("In the scenario {}", LANG.quote(label.get(LANG))),
        M::InScenarioWith { label, what } => format!("{label}: {what}", label = label.get(LANG), what = what.text(LANG)),
        M::ScenarioOutcome { with, changes } => format!("{}, {}.", with.text(LANG), LANG.list(&texts(changes))),
        M::ChangeEnters { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "enters", "enter")),
        M::ChangeLeaves { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "leaves", "leave")),
        M::ChangeUndecided { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "is undecided at the cut-line", "are undecided at the cut-line")),
        M::ChangeExcluded { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "is excluded", "are excluded")),
        M::ChangeUnrated { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "is unrated", "are unrated")),
        M::ChangeRanked { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "is now ranked", "are now ranked")),
        M::ChangeFirst { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "comes first", "share the first rank")),
        M::ChangeNobody {} => "the same submissions are selected".to_owned(),
        M::ChangeMoves { count } => format!("{} {} rank", LANG.count(*count), plural(*count, "submission changes", "submissions change")),
        M::ChangeNoMove {} => "no rank changes".to_owned(),
        M::AlsoMoves { count } => format!("{} {} rank", LANG.count(*count), plural(*count, "changes", "change")),
        M::AsItStands { selected } => format!("With the call’s grid, {}", lower(&selected.text(LANG))),
        M::HeadingWeights {} => "Weights".to_owned(),
        M::HeadingWeightsTrack { track } => format!("Weights: {}", track.get(LANG)),
        M::ColumnGridNow {} => "Grid".to_owned(),
        M::ColumnScenario {} => "Scenario".to_owned(),
        M::ColumnScenarioNumber { number } => format!("({})", LANG.count(*number)),
        M::ScenarioNumbered { number, what } => format!("({}) {}", LANG.count(*number), what.text(LANG)),
        M::WeightSet { weight } => format!("{} set", LANG.number(weight)),
        M::WeightKept { weight } => format!("{} kept", LANG.number(weight)),
        M::WeightDropped {} => "dropped".to_owned(),
        M::WeightAside {} => "not weighed".to_owned(),
        M::WeightsProportion {} => "Weights marked “set” are as given; what stands beside them keeps its proportions, so that the weights add up as before.".to_owned(),
        M::WeightsKept {} => "Weights marked “kept” were held.".to_owned(),
        M::WeightsDroppedShare {} => "The weight of what is dropped is shared by what stands beside it, in proportion.".to_owned(),
        M::KeptThresholds {} => "Thresholds, caps and minimums in points stay as they are printed: they are points of the old weights.".to_owned(),
        M::KeptTotals { totals } => format!("Named totals keep the weights that they give their items: {}.", LANG.list(&texts(totals))),
        M::KeptRelative { groups } => format!("In a group that takes a mean, weights are relative: one is given and the others stay ({}).", LANG.list(&texts(groups))),
        M::KeptWithDropped {} => "What is dropped has no minimum and breaks no tie any more; conditions and named totals that look at it still do.".to_owned(),
        M::KeptMissing { criteria } => format!("What a missing mark means stays as the grid says it for {} alone.", LANG.list(&texts(criteria))),
        M::KeptCombine { criteria } => format!("How marks combine stays as the grid says it for {} alone.", LANG.list(&texts(criteria))),
        M::HeadingRanksBeside {} => "Ranks side by side".to_owned(),
        M::RankHere { rank, tied, moved, mark } => beside(*rank, [tied, moved, mark]),
        M::MovedUp { by } => format!(" ↑{}", LANG.count(*by)),
        M::MovedDown { by } => format!(" ↓{}", LANG.count(*by)),
        M::MarkTied {} => "=".to_owned(),
        M::MarkIn {} => " ✓".to_owned(),
        M::MarkAtCut {} => " ~".to_owned(),
        M::MeansRanksBeside {} => "✓ selected; ~ undecided at the cut-line; = shared rank; ↑ and ↓ by how many ranks, among those ranked on both sides.".to_owned(),
        M::MoreRanks { count } => format!("… and {} more that move less or not at all: --format csv has them all.", LANG.count(*count)),
        M::ColumnOnGrid { what } => format!("{} (grid)", what.text(LANG)),
        M::ColumnOnScenario { what } => format!("{} (scenario)", what.text(LANG)),
        M::ColumnFromCommon {} => "Moves from".to_owned(),
        M::ColumnToCommon {} => "To".to_owned(),
        M::ChangeNoRanks {} => "nothing is ranked and no level changes".to_owned(),
        M::ChangeLevel { ids } => format!("{} {} to another level", LANG.list(ids), plural(ids.len(), "goes", "go")),
        M::HeadingAlike {} => "How alike the rankings are".to_owned(),
        M::ColumnTauB {} => "Kendall’s τ-b".to_owned(),
        M::ColumnCommon {} => "Same selected".to_owned(),
        M::ColumnJaccard {} => "Jaccard".to_owned(),
        M::CommonOf { common, of } => format!("{} of {}", LANG.count(*common), LANG.count(*of)),
        M::MeansAlike {} => "τ-b compares the orders of those ranked on both sides: 1 is the same order, −1 the opposite one, 0 no relation. Jaccard is the selected on both sides as a share of those selected on either; who is undecided at the cut-line is not counted as selected.".to_owned(),
        M::HeadingWhyCross {} => "Why: who crosses the line".to_owned(),
        M::CrossFrom { above, below, before, after } => format!("{above} beside {below}: {before} with the grid, {after} with the scenario", before = gap(before), after = gap(after)),
        M::CrossMost { from, criterion, change } => format!("{from}. {criterion} does most of it: {change}.", from = from.text(LANG), criterion = LANG.quote(criterion.get(LANG)), change = signed(change)),
        M::CrossPlain { from } => format!("{}.", from.text(LANG)),
        M::CrossTied { from } => format!("{} Their scores are then equal: what breaks ties decides.", from.text(LANG)),
        M::GoneBecause { id, reasons } => format!("{id}: {}", LANG.list(&texts(reasons))),
        M::HeadingGone {} => "Why: who is no longer ranked".to_owned(),
        M::ColumnGapNow {} => "With the grid".to_owned(),
        M::ColumnGapThen {} => "With the scenario".to_owned(),
        M::ColumnChange {} => "Change".to_owned(),
        M::MeansCross { above, below } => format!("Points of {above} less those of {below}."),
        M::MoreCrossings { count } => format!("… and {} more: --format json has more of them.", LANG.count(*count)),
    }
}

/// Where weights must add up, to stand before a sentence.
fn place(group: Option<&Label>, track: Option<&Label>) -> String {
    let group = group.map(|group| format!("in {}, ", LANG.quote(group.get(LANG)))).unwrap_or_default();
    let track = track.map(|track| format!("on the track {}, ", LANG.quote(track.get(LANG)))).unwrap_or_default();
    format!("{track}{group}")
}

fn gap(points: &Exact) -> String {
    let size = short(&points.abs());
    match (points.is_zero(), points.is_negative()) {
        (true, _) => format!("level ({size})"),
        (_, true) => format!("{size} behind"),
        _ => format!("{size} ahead"),
    }
}

fn signed(points: &Exact) -> String {
    let sign = if points.is_negative() || points.is_zero() { "" } else { "+" };
    format!("{sign}{}", short(points))
}

fn beside(rank: usize, parts: [&Option<Box<Message>>; 3]) -> String {
    let parts = parts.into_iter().flatten().map(|part| part.text(LANG));
    std::iter::once(LANG.count(rank)).chain(parts).collect()
}

/// Two decimals are enough, unless they would hide that there is something.
fn short(points: &Exact) -> String {
    let has_more = points.decimals().is_none_or(|decimals| decimals > 2);
    if has_more && !points.rounded(2).is_zero() { LANG.fixed(points, 2) } else { LANG.number(points) }
}

/// A sentence that goes on after a comma.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
