//! English: reasons, notes, explanations.

use super::{LANG, plural, texts};
use crate::text::message::Results as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::ReasonGate { gate, found } => format!("{gate}: {found}", gate = gate.get(LANG), found = texts(found).join("; ")),
        M::ReasonGateSaid { gate, reason, found } => format!(
            "{gate}: {reason} ({found})",
            gate = gate.get(LANG),
            reason = reason.get(LANG),
            found = texts(found).join("; ")
        ),
        M::ReasonMinimum { criterion, minimum, mark } => format!(
            "{criterion}: {mark}, below the minimum of {minimum}",
            criterion = criterion.get(LANG),
            mark = LANG.number(mark),
            minimum = LANG.number(minimum)
        ),
        M::ReasonPass { total, pass } => {
            format!("total of {total}, below the pass mark of {pass}", total = LANG.number(total), pass = LANG.number(pass))
        }
        M::FoundFact { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.quote(value)),
        M::FoundCount { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.number(value)),
        M::FoundNothing { fact } => format!("{fact} is not given", fact = fact.get(LANG)),
        M::LackFact { criterion, fact } => {
            format!("{criterion}: {fact} is not given", criterion = criterion.get(LANG), fact = fact.get(LANG))
        }
        M::LackGate { gate, found } => {
            format!("{gate}: undecided ({found})", gate = gate.get(LANG), found = texts(found).join("; "))
        }
        M::NoteProvisional { unrated } => format!(
            "The ranking is provisional: {unrated} {unrated_1} unrated and may still enter it.",
            unrated = LANG.count(*unrated),
            unrated_1 = plural(*unrated, "submission is", "submissions are")
        ),
        M::NoteUndecided { tied, open } => format!(
            "Undecided between {tied}: {open} {open_2} for them all, and nothing the grid declares tells them apart.",
            tied = LANG.list(tied),
            open = LANG.count(*open),
            open_2 = plural(*open, "place", "places")
        ),
        M::NotePlacesLeft { ranked, places } => format!(
            "{places} {places_1} for {ranked} ranked: some stay empty.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ranked = LANG.count(*ranked)
        ),
        M::NoteTieBroken { above, below, total, criterion } => format!(
            "{above} and {below} have the same total, {total}; {criterion} puts {above} first.",
            total = LANG.number(total),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteTieBrokenAtCut { above, below, total, criterion } => format!(
            "{above} and {below} have the same total, {total}, on either side of the cut-line; {criterion} puts {above} first.",
            total = LANG.number(total),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteTieShared { tied, total, rank } => format!(
            "{tied} share rank {rank} with a total of {total}; their order in the table says nothing.",
            tied = LANG.list(tied),
            rank = LANG.count(*rank),
            total = LANG.number(total)
        ),
        M::NoteShownAlike { above, below, gap } => format!(
            "{above} and {below} are shown with the same total but differ by {gap}: this is no tie.",
            gap = LANG.number(gap)
        ),
        M::NoteNearAbove { id, bar, margin } => {
            format!("{id} passes by little: {bar}, with {margin} to spare.", bar = bar.text(LANG), margin = LANG.number(margin))
        }
        M::NoteNearExact { id, bar } => format!("{id} passes with nothing to spare: {bar}.", bar = bar.text(LANG)),
        M::NoteNearBelow { id, bar, margin } => {
            format!("{id} is excluded by little: {bar}, short by {margin}.", bar = bar.text(LANG), margin = LANG.number(margin))
        }
        M::BarMinimum { criterion, minimum } => format!(
            "minimum of {minimum} on {criterion}",
            minimum = LANG.number(minimum),
            criterion = LANG.quote(criterion.get(LANG))
        ),
        M::BarPass { pass } => format!("pass mark of {pass}", pass = LANG.number(pass)),
        M::NoteCountedLowest { id, criteria } => {
            format!(
                "{id} has no mark on {criteria}: the grid then counts the lowest mark.",
                criteria = LANG.list(&texts(criteria))
            )
        }
        M::NoteReweighted { id, weight } => format!(
            "{id} lacks marks on {weight} points of weight; the grid shares that weight among its other criteria.",
            weight = LANG.number(weight)
        ),
        M::NoteRoundedLines { ids } => format!(
            "As shown, the rounded points of {ids} do not add up to the rounded total; the exact ones do.",
            ids = LANG.list(ids)
        ),
        M::NoteWay { criterion, way } => format!(
            "{criterion} is measured by {way}, as this call chose.",
            criterion = LANG.quote(criterion.get(LANG)),
            way = LANG.quote(way)
        ),
        M::NoteMore { more } => {
            format!("… and {more} more like {more_1}.", more = LANG.count(*more), more_1 = plural(*more, "this one", "these"))
        }
        M::EdgeAbove { above, below, gap } => format!("{above} stands above {below} by {gap}.", gap = LANG.number(gap)),
        M::EdgeChain { above, below, criterion } => format!(
            "{above} and {below} have the same total; {criterion}, the first tie-breaking criterion on which they differ, puts {above} above.",
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::EdgeNothing { above, below } => {
            format!("{above} and {below} share a rank: nothing the grid declares tells them apart.")
        }
        M::EdgeNotRanked { above, above_is, below, below_is } => format!(
            "{above} is {above_is}; {below} is {below_is}: only ranked submissions stand above each other.",
            above_is = above_is.text(LANG),
            below_is = below_is.text(LANG)
        ),
        M::EdgeShared { rest } => format!(
            "{rest} of the gap between totals comes from what stands between lines and totals: shared weight, caps and roundings.",
            rest = LANG.number(rest)
        ),
        M::EdgeMost { criterion, difference } => format!(
            "The largest difference is on {criterion}: {difference}.",
            criterion = LANG.quote(criterion.get(LANG)),
            difference = LANG.number(difference)
        ),
        M::FoundValue { value } => LANG.quote(value),
        M::FoundEmpty {} => "not given".to_owned(),
        M::ReasonGroup { group, minimum, points } => format!(
            "{group}: {points}, below the minimum of {minimum}",
            group = group.get(LANG),
            points = LANG.number(points),
            minimum = LANG.number(minimum)
        ),
        M::ReasonBelow { total, value, least } => format!(
            "{total}: {value}, below the threshold of {least}",
            total = total.get(LANG),
            value = LANG.number(value),
            least = LANG.number(least)
        ),
        M::ReasonAbove { total, value, most } => format!(
            "{total}: {value}, above the limit of {most}",
            total = total.get(LANG),
            value = LANG.number(value),
            most = LANG.number(most)
        ),
        M::ReasonCarried { round, reasons } => {
            format!("{round}: {reasons}", round = round.get(LANG), reasons = texts(reasons).join("; "))
        }
        M::ReasonAtStage { stage, reason } => format!("{stage} — {reason}", stage = stage.get(LANG), reason = reason.text(LANG)),
        M::NotSelectedBefore {} => "not selected".to_owned(),
        M::UnratedBefore { reasons } => format!("unrated ({reasons})", reasons = texts(reasons).join("; ")),
        M::LackTrack {} => "no track is its own: the facts that tell it are missing".to_owned(),
        M::LackTotal { total } => format!(
            "{total} cannot be computed: something it needs is missing, or it would divide by zero",
            total = total.get(LANG)
        ),
        M::LackReviewer { reviewer } => format!("{reviewer} has not marked it whole, and each reviewer’s order counts"),
        M::LackNothingApplies {} => "nothing applies: no criterion is left to score".to_owned(),
        M::BarGroup { group, minimum } => {
            format!("at least {minimum} on {group}", minimum = LANG.number(minimum), group = LANG.quote(group.get(LANG)))
        }
        M::BarAtLeast { total, least } => {
            format!("at least {least} on {total}", least = LANG.number(least), total = LANG.quote(total.get(LANG)))
        }
        M::BarAtMost { total, most } => {
            format!("at most {most} on {total}", most = LANG.number(most), total = LANG.quote(total.get(LANG)))
        }
        M::BarBetween { total, least, most } => format!(
            "from {least} to {most} on {total}",
            least = LANG.number(least),
            most = LANG.number(most),
            total = LANG.quote(total.get(LANG))
        ),
        M::BarCarried { round } => format!("selected in the round before ({round})", round = round.get(LANG)),
        M::BarRateable {} => "can be rated".to_owned(),
        M::FoundScored { what, value } => format!("{what}: {value}", what = what.text(LANG), value = value.text(LANG)),
        M::NoteLeft { left } => format!("{left} of the budget is left.", left = LANG.number(left)),
        M::NoteNotApplicable { id, criteria } => {
            format!("{id}: not applicable, and left out of its score: {criteria}.", criteria = LANG.list(&texts(criteria)))
        }
        M::NoteCompared { criterion, best } => format!(
            "{criterion} compares with {best}, the best of those that passed every gate and every minimum.",
            criterion = LANG.quote(criterion.get(LANG)),
            best = LANG.number(best)
        ),
        M::Ratio { over, by } => format!("{over} ÷ {by}", over = over.get(LANG), by = by.get(LANG)),
        M::NoteIncomplete { unrated } => format!(
            "{unrated} {noun} not rated yet.",
            unrated = LANG.count(*unrated),
            noun = plural(*unrated, "submission is", "submissions are")
        ),
        M::GoneSince {} => "selected there, and not among these submissions".to_owned(),
        M::NoteScoreBroken { above, below, what, score, criterion } => format!(
            "{above} and {below} are level ({what}: {score}); {criterion} puts {above} first.",
            what = what.text(LANG),
            score = LANG.number(score),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteScoreShared { tied, what, score, rank } => format!(
            "{tied} share rank {rank} ({what}: {score}); their order in the table says nothing.",
            tied = LANG.list(tied),
            rank = LANG.count(*rank),
            what = what.text(LANG),
            score = LANG.number(score)
        ),
        M::WentOn {} => "went on".to_owned(),
        M::NewHere {} => "was not there".to_owned(),
        M::NoteBetweenLevels { criterion, ids } => format!(
            "{criterion}: the marks of {ids} combine into one that is at no level, and a condition asks for exactly one; a rounding of the marks, declared in the grid, may bring it to a level.",
            criterion = LANG.quote(criterion.get(LANG)),
            ids = LANG.list(ids)
        ),
        M::EdgeNoRanks { above, above_is, below, below_is } => format!(
            "This grid ranks nothing. {above}: {above_is}; {below}: {below_is}.",
            above_is = above_is.text(LANG),
            below_is = below_is.text(LANG)
        ),
        M::EdgeApart { above, above_rank, above_track, below, below_rank, below_track } => format!(
            "{above} has rank {above_rank} of {above_track}, {below} has rank {below_rank} of {below_track}: tracks ranked apart, so neither stands above the other.",
            above_rank = LANG.count(*above_rank),
            above_track = LANG.quote(above_track.get(LANG)),
            below_rank = LANG.count(*below_rank),
            below_track = LANG.quote(below_track.get(LANG))
        ),
        M::NoteUnpaid { tied, left } => format!(
            "Undecided between {tied}: the {left} left does not pay for them all, and nothing the grid declares tells them apart.",
            tied = LANG.list(tied),
            left = LANG.number(left)
        ),
    }
}
