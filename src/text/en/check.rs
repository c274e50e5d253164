//! English: what is wrong with grids and calls, and how their parts are described.

use super::{LANG, near_hint, plural, texts};
use crate::text::message::Check as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TestsFor { kind, tests } => {
            format!("what can be asked of a fact of type {kind}: {tests}", kind = LANG.quote(kind), tests = LANG.list(tests))
        }
        M::TestType { test, fact, kind } => format!(
            "{test} cannot be asked of {fact}, which is of type {kind}",
            test = LANG.quote(test),
            fact = LANG.quote(fact),
            kind = LANG.quote(kind)
        ),
        M::OnlyTrue { other } => format!("the only value is true; for the contrary, write {other} = true"),
        M::EmptyList {} => "the list is empty".to_owned(),
        M::EmptyListHelp {} => "give it at least one element, or remove it".to_owned(),
        M::ChoiceUnknown { value, fact, near } => format!(
            "{value} is not a value of {fact}{near}",
            value = LANG.quote(value),
            fact = LANG.quote(fact),
            near = near_hint(near.as_deref())
        ),
        M::FactUnknown { fact, near } => {
            format!("no fact is called {fact}{near}", fact = LANG.quote(fact), near = near_hint(near.as_deref()))
        }
        M::DeclaredFacts { known } => format!("the declared facts are {known}", known = LANG.list(known)),
        M::SourceMissing {} => "the grid does not say where it was published".to_owned(),
        M::SourceMissingHelp {} => "add source = \"…\", and say there what is your own addition".to_owned(),
        M::IdDuplicate { id, line } => {
            format!("the identifier {id} is already given on line {line}", id = LANG.quote(id), line = LANG.count(*line))
        }
        M::IdDuplicateHelp {} => "each identifier names one thing: change one of the two".to_owned(),
        M::FactKeyUseless { key, wanted, kind } => format!(
            "{key} is only for a fact of type {wanted}, and this one is {kind}",
            key = LANG.quote(key),
            wanted = LANG.quote(wanted),
            kind = LANG.quote(kind)
        ),
        M::FactKeyUselessHelp {} => "remove this key, or change the type".to_owned(),
        M::ChoiceWithoutValues {} => "a choice needs its values".to_owned(),
        M::ChoiceWithoutValuesHelp {} => "add values = { first = \"First value\", second = \"Second value\" }".to_owned(),
        M::ValuesClash { value, other } => format!(
            "the values {value} and {other} have a name in common: a cell could mean either",
            value = LANG.quote(value),
            other = LANG.quote(other)
        ),
        M::ValuesClashHelp {} => "give each value names of its own".to_owned(),
        M::ColumnsClash { id, other } => format!(
            "{id} and {other} have a name in common: a column could be either",
            id = LANG.quote(id),
            other = LANG.quote(other)
        ),
        M::ColumnsClashHelp {} => {
            "identifiers and labels of facts and criteria are column names: each must be its own".to_owned()
        }
        M::WeightNotPositive { weight } => {
            format!("a weight of {weight} gives nothing: it must be above zero", weight = LANG.number(weight))
        }
        M::WeightNotPositiveHelp {} => "give it a weight, or make it a gate".to_owned(),
        M::WeightsSum { sum, total } => {
            format!("the weights add up to {sum}, not {total}", sum = LANG.number(sum), total = LANG.number(total))
        }
        M::WeightsShort { gap, list } => {
            format!(
                "{gap} short ({list}); correct the weights, or declare another `total` under `[grid]`",
                gap = LANG.number(gap),
                list = texts(list).join("; ")
            )
        }
        M::WeightsOver { gap, list } => {
            format!(
                "{gap} too many ({list}); correct the weights, or declare another `total` under `[grid]`",
                gap = LANG.number(gap),
                list = texts(list).join("; ")
            )
        }
        M::WeightOf { id, weight } => format!("{id} {weight}", weight = LANG.number(weight)),
        M::TotalWithoutCriteria {} => "there is a total but no criterion to add up to it".to_owned(),
        M::TotalWithoutCriteriaHelp {} => "remove the total, or add `[[criterion]]` tables".to_owned(),
        M::NothingToDo {} => "the grid has neither a gate nor a criterion".to_owned(),
        M::NothingToDoHelp {} => "add [[gate]] or [[criterion]] tables".to_owned(),
        M::DecimalsRange { value } => format!("{value} decimals cannot be shown: 0 to 6", value = LANG.count(*value)),
        M::MinimumOnSum {} => "a minimum needs one mark to look at, and this criterion is a sum of facts".to_owned(),
        M::MinimumOnSumHelp {} => "put the requirement in a gate on the facts".to_owned(),
        M::MinimumOnLowest {} => "on a scale where the lowest is best, a minimum mark would exclude the best".to_owned(),
        M::MinimumOnLowestHelp {} => "remove the minimum; what a fact must reach goes into a gate".to_owned(),
        M::MinimumVacuous { minimum, low, high } => format!(
            "marks go from {low} to {high}: nobody can {verb} a minimum of {minimum}",
            verb = if minimum > high { "reach" } else { "miss" },
            low = LANG.number(low),
            high = LANG.number(high),
            minimum = LANG.number(minimum)
        ),
        M::MinimumVacuousHelp {} => "the minimum is in the units of the scale, not in points of the weight".to_owned(),
        M::ScaleMissing {} => "the criterion has no scale".to_owned(),
        M::ScaleMissingHelp {} => "for example scale = { points = 20, step = 0.5 }".to_owned(),
        M::ScaleBesideSum {} => "each part of a sum has its own scale: the criterion’s is not used".to_owned(),
        M::ScaleBesideSumHelp {} => "remove this scale".to_owned(),
        M::PartsSum { sum, weight } => format!(
            "the parts add up to {sum}, but the criterion weighs {weight}",
            sum = LANG.number(sum),
            weight = LANG.number(weight)
        ),
        M::PartsSumHelp {} => "correct the weights of the parts, or that of the criterion".to_owned(),
        M::ScaleFactType { fact, kind } => {
            format!("this scale cannot read {fact}, which is of type {kind}", fact = LANG.quote(fact), kind = LANG.quote(kind))
        }
        M::ScaleFactTypeHelp {} => {
            "a scale reads a number, a count or, where it has levels, a choice; change the scale or the fact".to_owned()
        }
        M::ScaleLacksValue { value, fact } => format!(
            "the scale does not say what {value}, a value of {fact}, is worth",
            value = LANG.quote(value),
            fact = LANG.quote(fact)
        ),
        M::ScaleLacksValueHelp {} => "add a level that bears this name".to_owned(),
        M::QuorumZero {} => "a quorum of zero would rate what nobody marked: it is at least 1".to_owned(),
        M::PassVacuous { pass, total } => format!(
            "totals go from 0 to {total}: nobody can {verb} a pass mark of {pass}",
            verb = if pass > total { "reach" } else { "miss" },
            total = LANG.number(total),
            pass = LANG.number(pass)
        ),
        M::PassVacuousHelp {} => "the pass mark is in points of the grid’s total".to_owned(),
        M::TieKeyTwice { id } => format!("{id} already stands in the chain: it cannot break a tie twice", id = LANG.quote(id)),
        M::TieKeyUnknown { id, near } => {
            format!("no criterion, group or total is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::WayNoneHelp {} => "remove this choice: the criterion is measured in one way only".to_owned(),
        M::WayUnknown { way, criterion, near } => format!(
            "{criterion} has no way called {way}{near}",
            criterion = LANG.quote(criterion),
            way = LANG.quote(way),
            near = near_hint(near.as_deref())
        ),
        M::AsOfMissing { gate } => {
            format!("{gate} depends on the call’s reference date, which is not given", gate = LANG.quote(gate.get(LANG)))
        }
        M::AsOfMissingHelp {} => "add as_of = 2024-02-01 to [call], or use --as-of: the clock is never used".to_owned(),
        M::ListUnused { list, near } => format!(
            "the grid counts nothing in a list called {list}{near}",
            list = LANG.quote(list),
            near = near_hint(near.as_deref())
        ),
        M::ListUnusedHelp {} => "remove this list: no fact of the grid is counted in a list".to_owned(),
        M::HeadingUnknown { heading, near } => format!(
            "no file of the call has a column {heading}{near}",
            heading = LANG.quote(heading),
            near = near_hint(near.as_deref())
        ),
        M::HeadingUnknownHelp {} => {
            "write on the left the heading as it is in the file, and on the right the grid’s name for it".to_owned()
        }
        M::CallGridMissing {} => "nothing says which grid to use".to_owned(),
        M::CallGridMissingHelp {} => "give grid in call.toml, or --grid".to_owned(),
        M::CallSubmissionsMissing {} => "nothing says where the submissions are".to_owned(),
        M::CallSubmissionsMissingHelp {} => "give submissions in call.toml, or --submissions".to_owned(),
        M::GridUnknown { name, near } => {
            format!("no shipped grid is called {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref()))
        }
        M::GridUnknownHelp { known } => {
            format!("shipped grids: {known}; a file is named with its ending, .toml", known = LANG.list(known))
        }
        M::NotGridNorCall {} => "this file is neither a grid nor a call".to_owned(),
        M::CallFileName {} => "this is a call under another name than call.toml".to_owned(),
        M::CallFileNameHelp {} => {
            "no other command finds it: give it a folder of its own and the name `call.toml`, or remove it".to_owned()
        }
        M::NotGridNorCallHelp {} => "a grid begins with [grid], a call with [call]".to_owned(),
        M::NothingFound {} => "there is no grid and no call here".to_owned(),
        M::NothingFoundHelp {} => "give a file or a folder that holds grids, or a call’s folder with its call.toml".to_owned(),
        M::NoCallFile { folder } if folder == "." => "there is no call.toml here".to_owned(),
        M::NoCallFile { folder } => format!("the folder {folder} has no call.toml", folder = LANG.quote(folder)),
        M::NotAFolder { folder } => format!("{folder} is not a folder", folder = LANG.quote(folder)),
        M::FolderMissing { folder } => format!("the folder {folder} does not exist", folder = LANG.quote(folder)),
        M::NoCallFileHelp {} => {
            "start a call with “grille new DIR”, or name the files: --grid, --submissions, --marks".to_owned()
        }
        M::ItemUnknown { id, near } => format!(
            "{id} is the name of no criterion, group or total{near}",
            id = LANG.quote(id),
            near = near_hint(near.as_deref())
        ),
        M::ItemOfGridUnknown { id, near } => {
            format!("{id} is the name of no criterion or group{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::GroupUnknown { id, near } => {
            format!("no group is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::TotalUnknown { id, near } => {
            format!("no total is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::NoneDeclaredHelp {} => "the grid declares none: add one, or take this out".to_owned(),
        M::NoMainTotal {} => "this grid ranks nothing, so its weights make no total".to_owned(),
        M::NoMainTotalHelp {} => "name a `[[total]]`, or a group, or take `rank_by = \"none\"` out of `[rules]`".to_owned(),
        M::OnlyFactsHere { key } => format!("`{key}` cannot be looked at here: only facts are known before anyone marks"),
        M::OnlyFactsHereHelp {} => "look at a fact; gates and levels may look at marks and totals".to_owned(),
        M::CountNoLevel { level } => format!("these criteria do not all have a level called {level}", level = LANG.quote(level)),
        M::CountNoTarget {} => "these criteria do not all have a target".to_owned(),
        M::CountNoLevelHelp {} => "name with `among` the criteria that have it".to_owned(),
        M::CountAt { level } => format!("number of criteria at {level}", level = LANG.quote(&level.text(LANG))),
        M::CountAtLeast { level } => format!("number of criteria at {level} or better", level = LANG.quote(&level.text(LANG))),
        M::CountBelowTarget {} => "number of criteria below their target".to_owned(),
        M::WeightedItem { item, weight } => format!("{item} × {weight}", item = item.get(LANG), weight = LANG.number(weight)),
        M::FormWeights { weights, out_of } => {
            format!("shares of {weights}, out of {out_of}", weights = texts(weights).join(" + "), out_of = LANG.number(out_of))
        }
        M::FormAdjustedPrice { price, quality, k, floor, span } => format!(
            "{price} ÷ (1 + {k} × ({quality} − {floor}) ÷ {span})",
            price = price.text(LANG),
            quality = quality.text(LANG),
            k = LANG.number(k),
            floor = LANG.number(floor),
            span = LANG.number(span)
        ),
        M::FormCostPerPoint { price, points } => {
            format!("{price} ÷ {points}", price = price.text(LANG), points = points.text(LANG))
        }
        M::FormProduct { factors } => texts(factors).join(" × "),
        M::PriceTypeHelp {} => "only a number or a count can be compared or divided; name another fact".to_owned(),
        M::DivisorNotPositive { divisor } => {
            format!("a quality of 0 would divide the price by {divisor}", divisor = LANG.number(divisor))
        }
        M::DivisorNotPositiveHelp {} => "k × floor ÷ span must stay under 1".to_owned(),
        M::ProductOfOne {} => "a product is of two at least".to_owned(),
        M::ProductOfOneHelp {} => "name a second criterion, group or total".to_owned(),
        M::ExtremeOfOne {} => "the higher or lower is of two at least".to_owned(),
        M::ExtremeOfOneHelp {} => "name a second fact, or write from = { fact = \"…\" }".to_owned(),
        M::ReadHighest { facts } => format!("the highest of {facts}", facts = LANG.list(&texts(facts))),
        M::ReadLowest { facts } => format!("the lowest of {facts}", facts = LANG.list(&texts(facts))),
        M::ReadTable { rows, columns, from, lines } => format!(
            "{rows} (rows) by {columns} (columns from {from}): {lines}",
            rows = rows.get(LANG),
            columns = columns.get(LANG),
            from = texts(from).join(", "),
            lines = texts(lines).join("; ")
        ),
        M::TableRow { from, points } => {
            format!("from {from} → {points}", from = LANG.number(from), points = texts(points).join(", "))
        }
        M::TableShape { rows, columns } => format!(
            "the points must be {rows} {rows_1} of {columns} {columns_1}, as the bounds say",
            rows = LANG.count(*rows),
            rows_1 = plural(*rows, "row", "rows"),
            columns = LANG.count(*columns),
            columns_1 = plural(*columns, "number", "numbers")
        ),
        M::TableShapeHelp {} => "write one list a row, with one number a column".to_owned(),
        M::TableGapHelp {} => "begin the bounds of a count at 0".to_owned(),
        M::BoundsNotRising {} => "the bounds must rise from one to the next".to_owned(),
        M::BoundsNotRisingHelp {} => "write the lower bound of each line, from the lowest to the highest".to_owned(),
        M::ZeroInside { zero, bound } => format!(
            "the mark worth nothing, {zero}, is better than {bound}, which is on the scale",
            zero = LANG.number(zero),
            bound = LANG.number(bound)
        ),
        M::ZeroInsideHelp {} => "the mark worth nothing is the worse bound, or lies beyond it".to_owned(),
        M::ScaleFromZero { range, zero } => {
            format!("{range}, {zero} being worth nothing", range = range.text(LANG), zero = LANG.number(zero))
        }
        M::ScaleRelativeLowest {} => "the lowest of those still in the running ÷ the value".to_owned(),
        M::ScaleRelativeHighest {} => "the value ÷ the highest of those still in the running".to_owned(),
        M::ScaleDecline { starts_at, less, every, after, down_to } => format!(
            "{starts_at} up to {after}, then {less} less for each {every} beyond, never below {down_to}",
            starts_at = LANG.number(starts_at),
            less = LANG.number(less),
            every = LANG.number(every),
            after = LANG.number(after),
            down_to = LANG.number(down_to)
        ),
        M::DeclineFloor { least, most } => format!(
            "the points it does not go below ({least}) must be at least 0 and less than {most}",
            least = LANG.number(least),
            most = LANG.number(most)
        ),
        M::BracketAbove { bound, points } => {
            format!("above {bound} → {points}", bound = LANG.number(bound), points = LANG.number(points))
        }
        M::BracketAtMost { bound, points } => {
            format!("{bound} or less → {points}", bound = LANG.number(bound), points = LANG.number(points))
        }
        M::BracketBelow { bound, points } => {
            format!("below {bound} → {points}", bound = LANG.number(bound), points = LANG.number(points))
        }
        M::BracketEquals { bound, points } => {
            format!("{bound} → {points}", bound = LANG.number(bound), points = LANG.number(points))
        }
        M::BracketBetween { low, high, points } => {
            format!("{low} and {high} → {points}", low = low.text(LANG), high = high.text(LANG), points = LANG.number(points))
        }
        M::Above { bound } => format!("above {bound}", bound = LANG.number(bound)),
        M::AtLeast { bound } => format!("{bound} or more", bound = LANG.number(bound)),
        M::AtMost { bound } => format!("{bound} or less", bound = LANG.number(bound)),
        M::Below { bound } => format!("below {bound}", bound = LANG.number(bound)),
        M::BracketBoundTwice {} => "this line has two bounds on one side".to_owned(),
        M::BracketBoundTwiceHelp {} => {
            "keep one of at_least and above, and one of at_most and below; equals stands alone".to_owned()
        }
        M::BracketEmpty {} => "no value is between the bounds of this line".to_owned(),
        M::BracketEmptyHelp {} => "the lower bound must come before the upper one".to_owned(),
        M::BracketHidden {} => "the lines above take every value of this one".to_owned(),
        M::BracketHiddenHelp {} => "lines are read from the top: move it up, or change its bounds".to_owned(),
        M::BracketOverlap {} => "a value of this line is in a line above too".to_owned(),
        M::BracketOverlapHelp {} => {
            "write below instead of at_most, or above instead of at_least, where two lines meet".to_owned()
        }
        M::OneOfTwice { first, second } => format!("`{first}` and `{second}` cannot both be there"),
        M::OneOfNone { known } => format!("one of these keys must be there: {known}", known = LANG.choice(known)),
        M::TotalWithoutRank {} => "this grid ranks nothing, so there is no total".to_owned(),
        M::TotalWithoutRankHelp {} => "take `total` out, or say with `rank_by` what ranks".to_owned(),
        M::CountBoth {} => "a list gives a count of distinct values or a sum, not both".to_owned(),
        M::CountBothHelp {} => "keep `distinct` or `total`; a second fact can have the other".to_owned(),
        M::GroupInItself {} => "a group cannot stand in itself".to_owned(),
        M::GroupLater { id } => format!("the group {id} is declared after this one, which stands in it", id = LANG.quote(id)),
        M::GroupsTooDeep { most } => format!("groups stand in one another more than {most} deep", most = LANG.count(*most)),
        M::GroupInHelp {} => "a group comes after the one it stands in: move it, or take `in` out".to_owned(),
        M::GroupEmpty { group } => format!("nothing stands in the group {group}", group = LANG.quote(group.get(LANG))),
        M::GroupEmptyHelp {} => "give some criteria `group = \"…\"`, or take the group out".to_owned(),
        M::GroupSum { group, sum, weight } => format!(
            "the weights in {group} add up to {sum}, not {weight}",
            group = LANG.quote(group.get(LANG)),
            sum = LANG.number(sum),
            weight = LANG.number(weight)
        ),
        M::TrackGroupSum { track, group, sum, weight } => format!(
            "on the track {track}, the weights in {group} add up to {sum}, not {weight}",
            track = LANG.quote(track.get(LANG)),
            group = LANG.quote(group.get(LANG)),
            sum = LANG.number(sum),
            weight = LANG.number(weight)
        ),
        M::GroupShort { gap, list } => format!(
            "{gap} short ({list}); correct these weights, or that of the group",
            gap = LANG.number(gap),
            list = texts(list).join("; ")
        ),
        M::GroupOver { gap, list } => format!(
            "{gap} too many ({list}); correct these weights, or that of the group",
            gap = LANG.number(gap),
            list = texts(list).join("; ")
        ),
        M::TrackSum { track, sum, total } => format!(
            "on the track {track}, the weights add up to {sum}, not {total}",
            track = LANG.quote(track.get(LANG)),
            sum = LANG.number(sum),
            total = LANG.number(total)
        ),
        M::CapIsWeight { weight, cap } => format!(
            "the group weighs {weight} but counts for {cap} at most",
            weight = LANG.number(weight),
            cap = LANG.number(cap)
        ),
        M::CapIsWeightHelp {} => "what a capped group weighs is its cap: take `weight` out, or write the same number".to_owned(),
        M::CapUseless { cap, most } => {
            format!("nothing can pass {cap}: there are {most} points at most", cap = LANG.number(cap), most = LANG.number(most))
        }
        M::CapUselessHelp {} => "take `at_most` out, or lower it".to_owned(),
        M::CapBelowChild { cap, group, item, weight } => format!(
            "{group} counts for {cap} at most, but {item} alone weighs {weight}",
            group = LANG.quote(group.get(LANG)),
            cap = LANG.number(cap),
            item = LANG.quote(item.get(LANG)),
            weight = LANG.number(weight)
        ),
        M::CapBelowChildHelp {} => "raise the cap to what one of its criteria can give, or lower that weight".to_owned(),
        M::WeightMissingHelp {} => {
            "write weight = …: only a group that takes a mean, or a grid that ranks nothing, can do without".to_owned()
        }
        M::AsideWeighs {} => "a criterion that counts for nothing has no weight".to_owned(),
        M::AsideWeighsHelp {} => "take `weight` out, or take `role = \"aside\"` out".to_owned(),
        M::TargetNoScale {} => "a target needs one scale on which the highest is best".to_owned(),
        M::TargetNoScaleHelp {} => "take the target out; a requirement on a fact goes into a gate or a level".to_owned(),
        M::TargetUnknown { value } => format!("{value} is neither a mark nor a level of the scale", value = LANG.quote(value)),
        M::TargetVacuous { target, low, high } => format!(
            "marks go from {low} to {high}: nobody can {verb} a target of {target}",
            verb = if target > high { "reach" } else { "miss" },
            low = LANG.number(low),
            high = LANG.number(high),
            target = LANG.number(target)
        ),
        M::TargetVacuousHelp {} => "the target is in the units of the scale, not in points of the weight".to_owned(),
        M::ScaleBesideOwn {} => "a condition or a two-way table gives points itself: a scale beside it is not used".to_owned(),
        M::TotalNameTaken { id } => {
            format!("{id} is also the name of a criterion, a group or the total of the weights", id = LANG.quote(id))
        }
        M::TotalThreshold { bound, low, high } => format!(
            "the value goes from {low} to {high}: with a bound of {bound}, all are on the same side",
            low = LANG.number(low),
            high = LANG.number(high),
            bound = LANG.number(bound)
        ),
        M::TotalThresholdHelp {} => "the bound is in the units of what it bounds; change it, or take it out".to_owned(),
        M::StageMissing {} => "the grid has stages: this must say at which one it stands".to_owned(),
        M::StageUnknown { stage, near } => {
            format!("no stage is called {stage}{near}", stage = LANG.quote(stage), near = near_hint(near.as_deref()))
        }
        M::StageNoneHelp {} => "the grid declares no stage: add a `[[stage]]`, or take the key out".to_owned(),
        M::RestNotLast {} => "without `when`, this takes all the rest, and those below get nobody".to_owned(),
        M::RestNotLastHelp {} => "give it a condition, or put it last".to_owned(),
        M::TracksNone {} => "the grid declares no track".to_owned(),
        M::TracksNoneHelp {} => "add a `[[track]]`, or take `tracks` out".to_owned(),
        M::PlacesTogether {} => "tracks are ranked together, so a track has neither places nor a budget of its own".to_owned(),
        M::PlacesTogetherHelp {} => {
            "add tracks = \"apart\" under `[rules]`, or give the places or the budget in the call".to_owned()
        }
        M::FactWrongType { key, fact, kind } => {
            format!("`{key}` cannot take {fact}, which is of type {kind}", fact = LANG.quote(fact), kind = LANG.quote(kind))
        }
        M::FactWrongTypeHelp {} => "name another fact, or change its type".to_owned(),
        M::RuleWithoutRank { key } => format!("`{key}` makes no sense where nothing is ranked"),
        M::RuleWithoutRankHelp {} => "take it out, or say with `rank_by` what ranks".to_owned(),
        M::RankByUnknown { id, near } => {
            format!("{id} is no total that can rank{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::TiedRanksUseless {} => "`tied_ranks` only serves where ranks add up".to_owned(),
        M::TiedRanksUselessHelp {} => "add combine = \"rank-sum\", or take it out".to_owned(),
        M::RoundRange { value } => format!("a rounding to {value} decimals: 0 to 9 can be declared", value = LANG.count(*value)),
        M::RatioOfTwo {} => "a ratio is of two facts".to_owned(),
        M::RatioOfTwoHelp {} => "write ratio = [\"what is divided\", \"what it is divided by\"]".to_owned(),
        M::TieNeedsBest {} => "nothing says which comes first, the highest or the lowest".to_owned(),
        M::TieNeedsBestHelp {} => "add best = \"lowest\" or best = \"highest\"".to_owned(),
        M::TieNeedsFirst { fact } => format!("nothing says which values of {fact} come first", fact = LANG.quote(fact)),
        M::TieNeedsFirstHelp {} => "add first = [\"…\"], in order".to_owned(),
        M::TieFirstOnNumber { fact } => {
            format!("`first` goes with a choice or a yes-no, and {fact} is neither", fact = LANG.quote(fact))
        }
        M::LevelHidden { level, above } => format!(
            "{level} is never given: whatever meets it is {above} already",
            level = LANG.quote(level.get(LANG)),
            above = LANG.quote(above.get(LANG))
        ),
        M::LevelHiddenHelp {} => "levels are read from the top: put the more demanding one first".to_owned(),
        M::TrackUncovered { fact, value } => format!(
            "no track takes those whose {fact} is {value}",
            fact = LANG.quote(fact.get(LANG)),
            value = LANG.quote(&value.text(LANG))
        ),
        M::TrackUncoveredHelp {} => "add a track for it, or leave `when` out of the last one".to_owned(),
        M::BudgetWithoutCost {} => "the grid does not say which fact a budget is spent on".to_owned(),
        M::BudgetWithoutCostHelp {} => "add cost = \"…\" under `[rules]` of the grid".to_owned(),
        M::PlacesTwice {} => "the tracks of the grid have places or budgets of their own".to_owned(),
        M::PlacesTwiceHelp {} => {
            "take `places`, `share` or `budget` out of the call, or the places and budgets out of every track".to_owned()
        }
        M::PlacesWithoutRank {} => "this grid ranks nothing, so there is nothing to cut".to_owned(),
        M::PlacesWithoutRankHelp {} => "take the places out of the call".to_owned(),
        M::ShareRange { share } => format!("a share of {share} is not between 0 and 1", share = LANG.number(share)),
        M::ShareRangeHelp {} => "write 0.3 for three in ten".to_owned(),
        M::CutoffTwice {} => "the call says in two ways how many can be selected".to_owned(),
        M::CutoffTwiceHelp {} => "keep one of `places`, `share` and `budget`".to_owned(),
        M::PreviousCircle { folder } => {
            format!("the rounds before lead back to {folder}, or are too many", folder = LANG.quote(folder))
        }
        M::PreviousInvalid { folder, errors } => format!(
            "the round before, {folder}, gives no result: {errors} {noun}",
            folder = LANG.quote(folder),
            errors = LANG.count(*errors),
            noun = plural(*errors, "error", "errors")
        ),
        M::PreviousHelp {} => {
            "`previous` names the folder of another call, which must be valid: try `grille check` on it".to_owned()
        }
        M::ScaleSlope { full, none } => {
            format!("all at {full}, none at {none}, in proportion between", full = LANG.number(full), none = LANG.number(none))
        }
        M::SlopeFlat { value } => format!("{value} cannot give all the points and none", value = LANG.number(value)),
        M::SlopeFlatHelp {} => "full and none must differ".to_owned(),
        M::BudgetApart {} => "tracks are ranked apart, and each would spend this budget".to_owned(),
        M::BudgetApartHelp {} => {
            "give each track its `budget` or its `places` in the grid, or hold a call for each track".to_owned()
        }
        M::CountBelow { level } => format!("number of criteria below {level}", level = LANG.quote(&level.text(LANG))),
        M::TrackCutTwice {} => "the track says in two ways how many can be selected".to_owned(),
        M::TrackCutTwiceHelp {} => "keep `places` or `budget`".to_owned(),
    }
}
