//! English: headings, columns, words.

use super::{LANG, list_or_nobody, near_hint, plain_or_quoted, plural, texts};
use crate::number::Exact;
use crate::text::message::Report as M;

/// The sentence.
#[expect(clippy::match_same_arms, reason = "one arm a sentence: two that read alike today need not tomorrow")]
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::LevelError { code } => format!("error[{code}]"),
        M::LevelWarning { code } => format!("warning[{code}]"),
        M::LevelNote { code } => format!("note[{code}]"),
        M::TheCommandLine {} => "command line".to_owned(),
        M::LevelHelp {} => "help".into(),
        M::NoFindings {} => "nothing to report".into(),
        M::FindingsCount { errors, warnings, notes } => {
            let part = |count: &usize, one: &str, many: &str| {
                (*count > 0).then(|| format!("{} {}", LANG.count(*count), if *count == 1 { one } else { many }))
            };
            let parts = [part(errors, "error", "errors"), part(warnings, "warning", "warnings"), part(notes, "note", "notes")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        M::MoreFindings { more, code } => format!("… and {} more of the same kind ({code})", LANG.count(*more)),
        M::FieldOf { label, value } => format!("{label}: {value}"),
        M::TitleRanking { call } => format!("{call} — ranking", call = call.get(LANG)),
        M::TitleScreening { call } => format!("{call} — exclusion report", call = call.get(LANG)),
        M::TitleExplanation { id, title } => format!("{id}: {title}"),
        M::TitleVersus { above, below } => format!("{above} and {below}"),
        M::TitleGrids {} => "Shipped grids".to_owned(),
        M::SummaryRanking { submitted, ranked, excluded, unrated } => format!(
            "{submitted} submitted: {ranked} ranked, {excluded} excluded, {unrated} unrated.",
            submitted = LANG.count(*submitted),
            ranked = LANG.count(*ranked),
            excluded = LANG.count(*excluded),
            unrated = LANG.count(*unrated)
        ),
        M::SummaryEligible { submitted, eligible, excluded, unrated } => format!(
            "{submitted} submitted: {eligible} eligible, {excluded} excluded, {unrated} unrated.",
            submitted = LANG.count(*submitted),
            eligible = LANG.count(*eligible),
            excluded = LANG.count(*excluded),
            unrated = LANG.count(*unrated)
        ),
        M::SelectedAre { places, ids } => format!(
            "Selected for {places} {places_1}: {ids}.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ids = LANG.list(ids)
        ),
        M::SelectedNone {} => "Nobody is selected.".to_owned(),
        M::EligibleAre { ids } => format!("Eligible: {ids}.", ids = LANG.list(ids)),
        M::GridLine { title, version } => format!("Grid: {title}, version {version}", title = title.get(LANG)),
        M::HeadingExcluded {} => "Excluded".to_owned(),
        M::HeadingUnrated {} => "Unrated".to_owned(),
        M::HeadingNotes {} => "Notes".to_owned(),
        M::HeadingReasons {} => "By reason".to_owned(),
        M::HeadingDetail {} => "Every line".to_owned(),
        M::HeadingNotPassed {} => "What is not passed".to_owned(),
        M::HeadingBars {} => "Exclusion criteria and thresholds".to_owned(),
        M::HeadingFacts {} => "Facts".to_owned(),
        M::HeadingCriteria {} => "Criteria".to_owned(),
        M::HeadingGates {} => "Exclusion criteria".to_owned(),
        M::HeadingRules {} => "Rules".to_owned(),
        M::ColumnRank {} => "Rank".to_owned(),
        M::ColumnId {} => "Id".to_owned(),
        M::ColumnTitle {} => "Practice".to_owned(),
        M::ColumnTotal {} => "Total".to_owned(),
        M::ColumnStatus {} => "Standing".to_owned(),
        M::ColumnDistance {} => "From cut-line".to_owned(),
        M::ColumnReason {} => "Reason".to_owned(),
        M::ColumnLack {} => "Missing".to_owned(),
        M::ColumnPlace {} => "Where".to_owned(),
        M::ColumnRule {} => "Rule".to_owned(),
        M::ColumnOutcome {} => "Outcome".to_owned(),
        M::ColumnFound {} => "Found".to_owned(),
        M::ColumnRequired {} => "Required".to_owned(),
        M::ColumnFailed {} => "Excluded".to_owned(),
        M::ColumnUndecided {} => "Undecided".to_owned(),
        M::ColumnPassed {} => "Passed".to_owned(),
        M::ColumnCriterion {} => "Criterion".to_owned(),
        M::ColumnWeight {} => "Weight".to_owned(),
        M::ColumnMarks {} => "Marks".to_owned(),
        M::ColumnMark {} => "Mark".to_owned(),
        M::ColumnShare {} => "Share".to_owned(),
        M::ColumnPoints {} => "Points".to_owned(),
        M::ColumnDifference {} => "Difference".to_owned(),
        M::ColumnScale {} => "Scale".to_owned(),
        M::ColumnName {} => "Name".to_owned(),
        M::ColumnIssuer {} => "Issuer".to_owned(),
        M::ColumnYear {} => "Year".to_owned(),
        M::ColumnCriteria {} => "Criteria".to_owned(),
        M::ColumnGates {} => "Gates".to_owned(),
        M::ColumnVersion {} => "Version".to_owned(),
        M::ColumnType {} => "Type".to_owned(),
        M::ColumnFile {} => "File".to_owned(),
        M::ColumnLine {} => "Line".to_owned(),
        M::ColumnColumn {} => "Column".to_owned(),
        M::ColumnMargin {} => "Margin".to_owned(),
        M::OutOf { weight } => format!("/{weight}", weight = LANG.number(weight)),
        M::StatusIn {} => "selected".to_owned(),
        M::StatusTied {} => "tied at the cut-line".to_owned(),
        M::StatusOut {} => "not selected".to_owned(),
        M::StatusRanked {} => "ranked".to_owned(),
        M::StatusExcluded {} => "excluded".to_owned(),
        M::StatusUnrated {} => "unrated".to_owned(),
        M::StatusEligible {} => "eligible".to_owned(),
        M::OutcomePassed {} => "passed".to_owned(),
        M::OutcomeFailed {} => "failed".to_owned(),
        M::OutcomeUndecided {} => "undecided".to_owned(),
        M::ResultRanked { rank, among, total } => format!(
            "Rank {rank} of {among}, with a total of {total}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            total = LANG.number(total)
        ),
        M::ResultRankedShared { rank, among, total } => format!(
            "Rank {rank} of {among}, shared, with a total of {total}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            total = LANG.number(total)
        ),
        M::ResultExcluded { reasons } => format!("Excluded — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultUnrated { reasons } => format!("Unrated — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultEligible {} => "Eligible: every exclusion criterion is passed.".to_owned(),
        M::ExactTotal { total } => format!("The exact total is {}.", exactly(total)),
        M::LeftOut { weight, total } => format!(
            "Marks are missing on {weight} points of weight; the points above are brought to {total} by sharing that weight in proportion.",
            weight = LANG.number(weight),
            total = LANG.number(total)
        ),
        M::TotalLine {} => "Total".to_owned(),
        M::MarkBy { reviewer, mark } => format!("{reviewer} {mark}", mark = mark.text(LANG)),
        M::PartMissing { fact } => format!("{fact} not given", fact = fact.text(LANG)),
        M::CountedLowestLine {} => "missing, counted as the lowest".to_owned(),
        M::Place { file, spot } => format!("{file}:{spot}"),
        M::CannotRank { title } => {
            format!(
                "{title} has no criterion: it tells who is eligible and ranks nobody; `grille screen` gives them",
                title = LANG.quote(title.get(LANG))
            )
        }
        M::UnknownId { id, near } => {
            format!("no submission is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::UnknownGrid { name, near } => {
            format!("no shipped grid is called {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref()))
        }
        M::FolderNotEmpty { folder } => {
            format!("{folder} is not an empty folder: nothing was written; choose a new folder", folder = LANG.quote(folder))
        }
        M::CallStarted { folder, grid } => {
            format!("A call on {grid} is ready in {folder}.", grid = LANG.quote(grid.get(LANG)), folder = LANG.quote(folder))
        }
        M::CallStartedNext { check, rank } => format!("Fill in the submissions and the marks; then {check} and {rank}."),
        M::FinalRefused { unrated } => format!(
            "{unrated} {unrated_1} unrated: the ranking is not final",
            unrated = LANG.count(*unrated),
            unrated_1 = plural(*unrated, "submission is", "submissions are")
        ),
        M::InvalidInput { errors } => format!(
            "{errors} {errors_1} to correct before any result",
            errors = LANG.count(*errors),
            errors_1 = plural(*errors, "error", "errors")
        ),
        M::FormatNotHere { format } => format!("the form {format} does not suit this result", format = LANG.quote(format)),
        M::RuleMissing { policy } => format!("Missing marks: {policy}", policy = policy.text(LANG)),
        M::RulePass { pass } => format!("Pass mark: {pass}", pass = LANG.number(pass)),
        M::RuleTies { criteria } => {
            format!("Ties are broken by {criteria}, then ranks are shared", criteria = LANG.list(&texts(criteria)))
        }
        M::RuleTiesShared {} => "Ties share a rank".to_owned(),
        M::RuleQuorum { quorum } => format!(
            "Quorum: {quorum} {quorum_1} a criterion",
            quorum = LANG.count(*quorum),
            quorum_1 = plural(*quorum, "mark", "marks")
        ),
        M::PolicyUnrated {} => "the submission is unrated and the ranking provisional".to_owned(),
        M::PolicyError {} => "an error".to_owned(),
        M::PolicyReweight {} => "the criterion is left out and its weight shared among the others".to_owned(),
        M::PolicyLowest {} => "counted as the lowest mark".to_owned(),
        M::AspectsOf { aspects } => texts(aspects).join("; "),
        M::MinimumOf { minimum } => format!("minimum {minimum}", minimum = LANG.number(minimum)),
        M::WayNamed { way, scale } => format!("or, by {way}: {scale}", way = LANG.quote(way), scale = scale.text(LANG)),
        M::SourceLine { source } => format!("Source: {source}", source = source.get(LANG)),
        M::Labelled { what, scale } => format!("{what}: {scale}", what = what.get(LANG), scale = scale.text(LANG)),
        M::SelectedAndUndecided { places, ids, open, tied } => format!(
            "For {places} {places_1}: {ids} selected; undecided between {tied} for {open} {open_1}.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ids = list_or_nobody(ids),
            tied = LANG.list(tied),
            open = LANG.count(*open),
            open_1 = plural(*open, "place", "places")
        ),
        M::PartPoints { fact, value, points, weight } => format!(
            "{fact}: {value} → {points}/{weight}",
            fact = fact.text(LANG),
            value = LANG.number(value),
            points = LANG.number(points),
            weight = LANG.number(weight)
        ),
        M::FileNotes { file, notes } => format!("{file}: {notes}", notes = texts(notes).join("; ")),
        M::NewMarks {} => "one row a submission and a reviewer".to_owned(),
        M::ColumnKey {} => "Key".to_owned(),
        M::ColumnDefault {} => "Default".to_owned(),
        M::ColumnMeaning {} => "Meaning".to_owned(),
        M::NeedRequired {} => "required".to_owned(),
        M::KindText {} => "text".to_owned(),
        M::KindLabel {} => "text, or { fr, en }".to_owned(),
        M::KindId {} => "identifier".to_owned(),
        M::KindNumber {} => "exact number".to_owned(),
        M::KindWhole {} => "whole number".to_owned(),
        M::KindFlag {} => "true or false".to_owned(),
        M::KindDate {} => "date".to_owned(),
        M::KindWord { words } => LANG.choice(&words.iter().map(|word| plain_or_quoted(word)).collect::<Vec<_>>()),
        M::KindScalar {} => "text, number, date, true or false".to_owned(),
        M::KindList { of } => format!("list: {of}", of = of.text(LANG)),
        M::KindOneOrList { of } => format!("one or a list: {of}", of = of.text(LANG)),
        M::KindMap { of } => format!("name = {of}", of = of.text(LANG)),
        M::KindTable { name } => format!("table: {name}"),
        M::KindIdOr { keys } => format!("identifier, or table with {keys}", keys = LANG.choice(keys)),
        M::NeedOneOf {} => "one of these".to_owned(),
        M::KindVariant { keys } => format!("table with {keys}", keys = LANG.choice(keys)),
        M::TitleProfile { call } => format!("{call} — results", call = call.get(LANG)),
        M::SummaryProfile { submitted, rated, excluded, unrated } => format!(
            "{submitted} submitted: {rated} rated, {excluded} excluded, {unrated} unrated.",
            submitted = LANG.count(*submitted),
            rated = LANG.count(*rated),
            excluded = LANG.count(*excluded),
            unrated = LANG.count(*unrated)
        ),
        M::SelectedWithin { ids } => format!("Selected within the budget: {ids}.", ids = LANG.list(ids)),
        M::LevelHas { level, ids } => format!("{level}: {ids}", level = level.text(LANG), ids = LANG.list(ids)),
        M::ClassNone {} => "no level".to_owned(),
        M::ClassUndecided {} => "undecided".to_owned(),
        M::HeadingTrack { track } => track.get(LANG).to_owned(),
        M::HeadingLeftBefore {} => "Only in the round before".to_owned(),
        M::HeadingValidity {} => "Validity".to_owned(),
        M::HeadingSummaries {} => "Overall".to_owned(),
        M::HeadingGaps {} => "Gaps to the targets".to_owned(),
        M::NoGaps {} => "Every target is reached.".to_owned(),
        M::HeadingLevels {} => "Levels".to_owned(),
        M::HeadingTotals {} => "Totals".to_owned(),
        M::HeadingTracks {} => "Tracks".to_owned(),
        M::HeadingStages {} => "Stages".to_owned(),
        M::ColumnLevel {} => "Level".to_owned(),
        M::ColumnTrack {} => "Track".to_owned(),
        M::ColumnStage {} => "Stage".to_owned(),
        M::ColumnRankSum {} => "Sum of ranks".to_owned(),
        M::ColumnAdjustments {} => "Adjustments".to_owned(),
        M::ColumnTarget {} => "Target".to_owned(),
        M::ColumnGap {} => "Gap".to_owned(),
        M::ColumnFrom {} => "From".to_owned(),
        M::ColumnUntil {} => "Ends".to_owned(),
        M::ColumnState {} => "State".to_owned(),
        M::ColumnFamily {} => "Family".to_owned(),
        M::ColumnHow {} => "How it comes about".to_owned(),
        M::ColumnWhen {} => "What it takes".to_owned(),
        M::ColumnWhat {} => "What changes".to_owned(),
        M::StateValid {} => "valid".to_owned(),
        M::StateExpired {} => "expired".to_owned(),
        M::StateNotYet {} => "not yet".to_owned(),
        M::StateUnknown {} => "no reference date".to_owned(),
        M::SummaryLine { label, mean, count } => format!(
            "{label}: {mean} ({count} {noun})",
            label = label.get(LANG),
            mean = LANG.number(mean),
            count = LANG.count(*count),
            noun = plural(*count, "submission", "submissions")
        ),
        M::SummaryOf { label, value, mean, count } => format!(
            "{label}, {value}: {mean} ({count} {noun})",
            label = label.get(LANG),
            value = value.text(LANG),
            mean = LANG.number(mean),
            count = LANG.count(*count),
            noun = plural(*count, "submission", "submissions")
        ),
        M::NotSaid {} => "not said".to_owned(),
        M::OutcomeNotReached {} => "not reached".to_owned(),
        M::AdjustShared {} => "Weight left out and shared".to_owned(),
        M::AdjustCapped {} => "Above the cap".to_owned(),
        M::AdjustRounded {} => "Declared rounding".to_owned(),
        M::BetweenLine {} => "Shared weight, caps and roundings".to_owned(),
        M::SubtotalLine { group } => format!("Subtotal: {group}", group = group.get(LANG)),
        M::Indented { what } => {
            let (deep, what) = what.within();
            format!("{dots}{what}", dots = "· ".repeat(deep + 1), what = what.text(LANG))
        }
        M::NotReachedLine {} => "not asked: left at an earlier stage".to_owned(),
        M::LeftOutLine {} => "no mark: its weight is shared".to_owned(),
        M::NotApplicableMark {} => "n/a".to_owned(),
        M::ResultProfile {} => "Rated; this grid ranks nothing.".to_owned(),
        M::ResultLevel { level } => format!("Level: {level}.", level = level.text(LANG)),
        M::ResultScored { rank, among, what, score } => format!(
            "Rank {rank} of {among}: {what} {score}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            what = what.text(LANG),
            score = LANG.number(score)
        ),
        M::TrackIs { track } => format!("Track: {track}", track = track.get(LANG)),
        M::TotalIs { total, value, how } => {
            format!("{total}: {value} = {how}", total = total.get(LANG), value = LANG.number(value), how = how.text(LANG))
        }
        M::ValidUntil { label, from, ends, state } => format!(
            "{label}: from {from}{until} — {state}",
            label = label.get(LANG),
            until = ends.map_or_else(String::new, |ends| format!(" to {ends}")),
            state = state.text(LANG)
        ),
        M::AllTheRest {} => "all the rest".to_owned(),
        M::FamilySelection {} => "Selecting practices and projects".to_owned(),
        M::FamilyFunding {} => "Funding".to_owned(),
        M::FamilyProcurement {} => "Procurement".to_owned(),
        M::FamilyAppraisal {} => "Appraisal and certification".to_owned(),
        M::FamilyMaturity {} => "Maturity and self-assessment".to_owned(),
        M::FamilyEvaluation {} => "Evaluation of results".to_owned(),
        M::FamilyOther {} => "Other".to_owned(),
        M::RuleRankBy { what, best } => {
            format!("Ranked by: {what}, {best} first", what = what.text(LANG), best = best.text(LANG))
        }
        M::RuleRanksNothing {} => "Nothing is ranked: each submission has its own results".to_owned(),
        M::BestHighest {} => "the highest".to_owned(),
        M::BestLowest {} => "the lowest".to_owned(),
        M::RuleRankSum { tied } => format!(
            "Marks of several reviewers: each one’s totals become ranks, and the ranks add up; those level take {tied}",
            tied = tied.text(LANG)
        ),
        M::TiedMean {} => "the mean of their ranks".to_owned(),
        M::TiedLowest {} => "the best of their ranks".to_owned(),
        M::RuleNotApplicable { policy } => format!("Marks “not applicable”: {policy}", policy = policy.text(LANG)),
        M::PolicyLeaveOut {} => "left out of the group’s score, whose maximum is adjusted".to_owned(),
        M::PolicyShareOut {} => "their weight is shared among all the other criteria".to_owned(),
        M::RuleRound { steps } => format!("Declared roundings, half up: {steps}", steps = LANG.list(&texts(steps))),
        M::RoundMarks { decimals } => format!("marks to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RoundPoints { decimals } => format!("points to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RoundGroups { decimals } => format!("groups to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RoundTotals { decimals } => format!("totals to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RuleCap { cap } => format!("The total counts for {cap} at most", cap = LANG.number(cap)),
        M::RuleApart {} => "Each track is ranked apart".to_owned(),
        M::RuleCost { cost } => format!("A budget is spent on: {cost}", cost = cost.get(LANG)),
        M::RuleDense {} => "After a shared rank, the next one follows: 1-2-2-3".to_owned(),
        M::CapOf { cap } => format!("{cap} at most", cap = LANG.number(cap)),
        M::GroupMean {} => "mean of what stands in it".to_owned(),
        M::GroupAdds {} => "sum of what stands in it".to_owned(),
        M::TargetOf { target } => format!("target {target}", target = LANG.number(target)),
        M::RoleBonus {} => "bonus".to_owned(),
        M::RoleMalus {} => "taken away".to_owned(),
        M::RoleAside {} => "does not count".to_owned(),
        M::AtStage { stage } => format!("stage: {stage}", stage = stage.get(LANG)),
        M::TrackWeight { item, weight } => {
            format!("weight of {item}: {weight}", item = LANG.quote(item.get(LANG)), weight = LANG.number(weight))
        }
        M::TrackPlaces { places } => {
            format!("{places} {noun}", places = LANG.count(*places), noun = plural(*places, "place", "places"))
        }
        M::ValidFor { label, years, fact } => format!(
            "{label}: {years} {noun} from {fact}",
            label = label.get(LANG),
            years = LANG.count(*years),
            noun = plural(*years, "year", "years"),
            fact = LANG.quote(fact.get(LANG))
        ),
        M::FirstValues { fact, values } => {
            format!("{fact}: {values} first", fact = fact.get(LANG), values = texts(values).join(", "))
        }
        M::WithBest { what, best } => format!("{what} ({best} first)", what = what.text(LANG), best = best.text(LANG)),
        M::PartOf { what, weight } => format!("{what} → {weight}", what = what.text(LANG), weight = LANG.number(weight)),
        M::PartOn { what, scale } => format!("{what}: {scale}", what = what.text(LANG), scale = scale.text(LANG)),
        M::ColumnNotReached {} => "Not reached".to_owned(),
        M::LeftOutWaived { weight } => {
            format!("Not applicable: {weight} points of weight, shared as the grid says.", weight = LANG.number(weight))
        }
        M::NoMarkLine {} => "no mark".to_owned(),
        M::SummaryRateable { submitted, rated, not_rateable, excluded, unrated } => format!(
            "{submitted} submitted: {rated} rated, {not_rateable} not rateable, {excluded} excluded, {unrated} unrated.",
            submitted = LANG.count(*submitted),
            rated = LANG.count(*rated),
            not_rateable = LANG.count(*not_rateable),
            excluded = LANG.count(*excluded),
            unrated = LANG.count(*unrated)
        ),
        M::StatusRated {} => "rated".to_owned(),
        M::TrackBudget { budget } => format!("budget of {budget}", budget = LANG.number(budget)),
        M::SelectedAndUnpaid { ids, tied, left } => format!(
            "Selected within the budget: {ids}; undecided between {tied}, for whom {left} is left.",
            ids = list_or_nobody(ids),
            tied = LANG.list(tied),
            left = LANG.number(left)
        ),
        M::PartUncompared { fact, value } => {
            format!("{fact}: {value}, which is not compared", fact = fact.text(LANG), value = LANG.number(value))
        }
        M::KindWholeOr { words } => format!("whole number, or {words}", words = LANG.choice(&LANG.quote_each(words))),
    }
}

/// All its decimals where they end, else the fraction.
fn exactly(value: &Exact) -> String {
    value.decimals().map_or_else(|| value.to_exact_text(), |decimals| LANG.fixed(value, decimals))
}
