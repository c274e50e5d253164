//! English: how reviewers combine, and what a call says of its panel.

use super::{LANG, near_hint, plural, texts};
use crate::number::Exact;
use crate::text::Message;
use crate::text::message::Panel as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::CombineMean {} => "the exact mean of the marks given".to_owned(),
        M::CombineMedian {} => "the median of the marks given".to_owned(),
        M::CombineTrimmed { share } => {
            format!("the mean of the marks given without a share of {share} at each end", share = LANG.number(share))
        }
        M::CombineExtremes {} => "the mean of the marks given without one highest and one lowest".to_owned(),
        M::CombineTwoClosest {} => "the mean of the two marks nearest to each other".to_owned(),
        M::CombineMajority {} => "the mark that more than half of the votes give".to_owned(),
        M::CombineDiscuss {} => "no mark yet: another reviewer or a discussion".to_owned(),
        M::RuleCombine { policy } => format!("Reviewers combine by {policy}", policy = policy.text(LANG)),
        M::RuleCombineTotals { policy } => {
            format!("Each reviewer’s total is worked out, and the totals combine by {policy}", policy = policy.text(LANG))
        }
        M::RuleCase { marks, apart, policy } => {
            let apart =
                apart.as_ref().map_or_else(String::new, |apart| format!(" more than {}% of the scale apart", LANG.number(apart)));
            format!("With {marks}{apart}: {policy}", marks = marks.text(LANG), policy = policy.text(LANG))
        }
        M::MarksExactly { count } => {
            format!("{count} {count_1}", count = LANG.count(*count), count_1 = plural(*count, "mark", "marks"))
        }
        M::MarksAtLeast { count } => format!("{count} marks or more", count = LANG.count(*count)),
        M::MarksAtMost { count } => {
            format!("{count} {count_1} at most", count = LANG.count(*count), count_1 = plural(*count, "mark", "marks"))
        }
        M::MarksBetween { least, most } => {
            format!("{least} to {most} marks", least = LANG.count(*least), most = LANG.count(*most))
        }
        M::QuorumMajority {} => "Quorum: more than half of those who may mark".to_owned(),
        M::QuorumAll {} => "Quorum: all those who may mark".to_owned(),
        M::QuorumReviewers { quorum } => format!("For a submission to be rated, reviewers: {quorum}", quorum = quorum.text(LANG)),
        M::QuorumNumber { count } => format!("{count} at least", count = LANG.count(*count)),
        M::QuorumHalf {} => "more than half of those who may mark".to_owned(),
        M::QuorumEveryone {} => "all those who may mark".to_owned(),
        M::RuleAbstainedExcuse {} => "Who abstains is not counted among those who may mark".to_owned(),
        M::RuleAbstainedLowest {} => "An abstention counts as the lowest mark".to_owned(),
        M::RuleOneMissingLowest {} => "A mark that one reviewer has not given counts as the lowest".to_owned(),
        M::RuleConsensusReplaces {} => "A consensus mark, where it is given, replaces the others".to_owned(),
        M::RuleConsensusBounds { band } => format!(
            "Votes are within {band} of the consensus or, without one, of the mean of the leads",
            band = LANG.number(band)
        ),
        M::RuleRankMean { tied } => format!(
            "Each reviewer’s totals become ranks, of which the lowest mean wins; those level share {tied}",
            tied = tied.text(LANG)
        ),
        M::TrimMissing {} => "“trimmed” needs the share to take away".to_owned(),
        M::TrimRange { share } => {
            format!("a share of {share} at each end leaves nothing, or takes nothing", share = LANG.number(share))
        }
        M::TrimHelp {} => "write trim = 0.1 for one mark in ten at each end; it is above 0 and below 0.5".to_owned(),
        M::PanelKeyUseless { key } => format!("{key} has no effect beside the other keys of this panel", key = LANG.quote(key)),
        M::PanelKeyUselessHelp { key } => {
            format!("remove {key}, or see in the reference what it goes with", key = LANG.quote(key))
        }
        M::CombineNever {} => "with “discuss” alone, nobody is ever rated".to_owned(),
        M::CombineNeverHelp {} => "say in `cases` for how many marks, or how far apart, there is one".to_owned(),
        M::BandNegative {} => "a band cannot be below zero".to_owned(),
        M::BandMissing {} => "“bounds” needs a band".to_owned(),
        M::BandHelp {} => "write band = 0.5 for votes within half a mark of the consensus".to_owned(),
        M::ApartRange { share } => {
            format!("{share} is not a share of the scale that marks could pass", share = LANG.number(share))
        }
        M::ApartRangeHelp {} => {
            "write apart = 0.3 for marks more than 30% of the scale apart; it is from 0 to less than 1".to_owned()
        }
        M::CaseHidden {} => "an earlier case holds wherever this one does".to_owned(),
        M::CaseHiddenHelp {} => "put it before the wider one, or remove it".to_owned(),
        M::CaseNever {} => "no number of marks fits this case".to_owned(),
        M::CaseNeverHelp {} => "at_least is at most at_most, and both are 1 or more".to_owned(),
        M::CaseTwoSizes {} => "this case gives the number of marks twice".to_owned(),
        M::CaseTwoSizesHelp {} => "write `marks` alone, or `at_least` and `at_most`".to_owned(),
        M::CaseAlways {} => "this case always holds".to_owned(),
        M::CaseAlwaysHelp {} => {
            "give it `marks`, `at_least`, `at_most` or `apart`, or write its `combine` for the whole panel".to_owned()
        }
        M::PanelWithoutReviewers {} => "the call has conflicts or assignments, and no reviewers".to_owned(),
        M::PanelWithoutReviewersHelp {} => "name each of them: [[reviewer]] id = \"…\"".to_owned(),
        M::ReviewerTwice { name } => format!("the reviewer {name} is named twice", name = LANG.quote(name)),
        M::ReviewerTwiceHelp {} => "identifiers and names must each mean one person: remove one, or tell them apart".to_owned(),
        M::ReviewerUnknown { name, near } => {
            format!("no reviewer of the call is called {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref()))
        }
        M::VotesNegative { votes } => format!("{votes} votes: nobody votes against their own mark", votes = LANG.number(votes)),
        M::VotesHelp {} => "write 0 for who only gives an opinion, 1 for one vote".to_owned(),
        M::VotesUnweighed { votes, combine } => format!(
            "the grid combines by {combine}, where everyone has one vote or none, and this reviewer has {votes}",
            combine = LANG.quote(combine),
            votes = LANG.number(votes)
        ),
        M::VotesUnweighedHelp {} => "write votes = 1; means, majorities and ranks know several votes".to_owned(),
        M::PartUnknown { part } => format!("the grid knows no {part}", part = LANG.quote(part)),
        M::PartUnknownHelp {} => {
            "a consensus needs `consensus` under [rules.panel] of the grid; leads need consensus = \"bounds\"".to_owned()
        }
        M::TermBackward { from, until } => {
            format!("the term ends on {until}, before it begins on {from}")
        }
        M::TermHelp {} => "correct one of the two days".to_owned(),
        M::ConflictAboutNothing {} => "this conflict does not say with what".to_owned(),
        M::ConflictAboutNothingHelp {} => "write `submission` alone, or `fact` together with `is`".to_owned(),
        M::ConflictFactUnknown { fact, near } => format!(
            "neither a fact nor a column of the submissions is called {fact}{near}",
            fact = LANG.quote(fact),
            near = near_hint(near.as_deref())
        ),
        M::ConflictIdle { value, near } => {
            format!("no submission has the value {value}{near}", value = LANG.quote(value), near = near_hint(near.as_deref()))
        }
        M::ConflictIdleHelp {} => "check the value; if nobody submitted from there, nothing needs to be done".to_owned(),
        M::ReviewerUnassigned { name } => format!("{name} has nothing to mark"),
        M::ReviewerUnassignedHelp {} => "who is named in no assignment marks nothing as soon as there is one: add theirs, or remove the reviewer".to_owned(),
        M::QuorumUnreachable { id, criterion, able, quorum } => format!(
            "{id}: {able} may mark {criterion}, and the quorum is {quorum}",
            id = id,
            able = LANG.count(*able),
            criterion = criterion.get(LANG),
            quorum = LANG.count(*quorum)
        ),
        M::QuorumUnreachableWhole { id, able, quorum } => format!(
            "{id}: {able} may mark it, and {quorum} must",
            id = id,
            able = LANG.count(*able),
            quorum = LANG.count(*quorum)
        ),
        M::QuorumUnreachableHelp {} => "assign it to more reviewers; as it stands, no mark can make it rated".to_owned(),
        M::WordIsNumber { word } => format!("{word} reads as a number, and a number is a mark", word = LANG.quote(word)),
        M::WordIsNumberHelp {} => "where one file writes a number for something else, say so under [[sentinel]]".to_owned(),
        M::SentinelIdle { files, near } => {
            format!("no mark file is called {files}{near}", files = LANG.quote(files), near = near_hint(near.as_deref()))
        }
        M::SentinelIdleHelp {} => "write the name as results show it, from the call’s folder; `*` is allowed".to_owned(),
        M::ReadAsSentinel { value, means, count } => format!("{value} is read as {means}, as the call says: {count} {count_1}", value = LANG.number(value), means = means.text(LANG), count = LANG.count(*count), count_1 = plural(*count, "time", "times")),
        M::MarkInConflict { name, id, count } => format!(
            "{name} is in conflict with {id} and gives it {count} {count_1}, which {count_2} not count",
            name = name,
            id = id,
            count = LANG.count(*count),
            count_1 = plural(*count, "mark", "marks"),
            count_2 = plural(*count, "does", "do")
        ),
        M::MarkInConflictHelp {} => "remove the marks, or the conflict if it is over".to_owned(),
        M::MarkUnassigned { name, id } => format!("{name} marks {id} here, which is not assigned to them"),
        M::MarkUnassignedHelp {} => "add the assignment, or remove the mark".to_owned(),
        M::MarkOutOfTerm { name, count } => format!(
            "{name} does not sit on the reference date; {count} {count_1} of theirs {count_2} all the same",
            name = name,
            count = LANG.count(*count),
            count_1 = plural(*count, "mark", "marks"),
            count_2 = plural(*count, "counts", "count")
        ),
        M::MarkOutOfTermHelp {} => "if they should not count, remove them".to_owned(),
        M::VoteOutOfBand { mark, consensus, band } => format!(
            "{mark} is more than {band} from the consensus, {consensus}",
            mark = LANG.number(mark),
            band = LANG.number(band),
            consensus = LANG.number(consensus)
        ),
        M::VoteOutOfBandHelp {} => "correct the vote, or the consensus".to_owned(),
        M::LackMarksOf { criteria, given, quorum, then } => {
            let about = LANG.list(&texts(criteria));
            let what = if *given == 0 && *quorum == 1 {
                format!("not marked: {about}")
            } else {
                format!(
                    "{about}: {given} {}, quorum of {quorum}",
                    plural(*given, "mark", "marks"),
                    given = LANG.count(*given),
                    quorum = LANG.count(*quorum)
                )
            };
            format!("{what}{}", after(then))
        }
        M::LackReviewersOf { done, given, quorum, then } => {
            let done = done.text(LANG);
            format!(
                "{done} {given} {}, quorum of {quorum}{}",
                plural(*given, "reviewer", "reviewers"),
                after(then),
                given = LANG.count(*given),
                quorum = LANG.count(*quorum)
            )
        }
        M::WaitingFor { names } => format!("waiting for {names}", names = LANG.list(names)),
        M::OnlyMay { able } => format!("only {able} may mark", able = LANG.count(*able)),
        M::MarkedBy {} => "marked by".to_owned(),
        M::MarkedWholeBy {} => "marked whole by".to_owned(),
        M::LackDiscuss { what, gap, width } => format!("{what}: marks {gap} apart on a scale of {width}, to be discussed or marked once more", what = what.text(LANG), gap = LANG.number(gap), width = LANG.number(width)),
        M::LackMajority { what } => format!("{what}: no mark has more than half of the votes", what = what.text(LANG)),
        M::LackConsensus { criterion } => {
            format!("{criterion}: no consensus yet, nor marks of leads", criterion = criterion.get(LANG))
        }
        M::AdjustCombined {} => "Totals combined, not marks".to_owned(),
        M::MarkAbstained {} => "abstains".to_owned(),
        M::MarkRecused {} => "in conflict".to_owned(),
        M::MarkAwaited {} => "missing".to_owned(),
        M::MarkUncounted { mark } => format!("{mark} (not counted)", mark = mark.text(LANG)),
        M::MarksApart { gap } => format!("{gap} apart", gap = LANG.number(gap)),
        M::TitlePanel { call } => format!("{call} — report on the panel", call = call.get(LANG)),
        M::SummaryPanel { reviewers, submissions, answered, asked } => format!("{reviewers} {r}, {submissions} {s}: {answered} of the {asked} answers expected are in.", reviewers = LANG.count(*reviewers), submissions = LANG.count(*submissions), answered = LANG.count(*answered), asked = LANG.count(*asked), r = plural(*reviewers, "reviewer", "reviewers"), s = plural(*submissions, "submission", "submissions")),
        M::AllAnswered {} => "Everyone has answered everything.".to_owned(),
        M::LateReviewer { name, count, on } => format!("{name}: {count} {c} missing, on {on}", count = LANG.count(*count), on = LANG.list(on), c = plural(*count, "answer", "answers")),
        M::HeadingLate {} => "Missing answers".to_owned(),
        M::HeadingDiscuss {} => "To discuss first".to_owned(),
        M::DiscussNothing {} => "Nothing calls for a discussion: no total is on both sides of the cut-line, and none is far from the others.".to_owned(),
        M::DiscussUnsettled { reasons } => texts(reasons).join("; "),
        M::DiscussAcross { above, below, line } => format!("{above} {a} it above the cut-line ({line}), {below} below", above = LANG.count(*above), below = LANG.count(*below), line = LANG.fixed(line, 2), a = plural(*above, "reviewer puts", "reviewers put")),
        M::DiscussApart { limit } => format!("its totals are {limit} or more apart", limit = LANG.number(limit)),
        M::RangeBy { low, low_by, high, high_by } => format!("from {low} ({low_by}) to {high} ({high_by})", low = LANG.fixed(low, 2), low_by = low_by.text(LANG), high = LANG.fixed(high, 2), high_by = high_by.text(LANG)),
        M::HeadingInfluence {} => "The result without each reviewer".to_owned(),
        M::InfluenceNone {} => {
            "No reviewer decides alone by their marks: without those of any one of them, the selected submissions stay the same.".to_owned()
        }
        M::InfluenceSome { names } => format!("Without the marks of any one of these, other submissions would be selected: {names}.", names = LANG.list(names)),
        M::InfluenceNoCut {} => "The call has no cut-line: only ranks can change.".to_owned(),
        M::ColumnWithout {} => "Without".to_owned(),
        M::ColumnEnters {} => "Enter".to_owned(),
        M::ColumnLeaves {} => "Leave".to_owned(),
        M::ColumnOpened {} => "Undecided".to_owned(),
        M::ColumnMoves {} => "Rank changes".to_owned(),
        M::ColumnWidest {} => "Widest move".to_owned(),
        M::MoveOf { id, from, to } => format!("{id}: {from} → {to}", from = LANG.count(*from), to = LANG.count(*to)),
        M::BecomesUnrated { ids } => format!("unrated: {ids}", ids = LANG.list(ids)),
        M::HeadingAgreement {} => "How far reviewers agree".to_owned(),
        M::ColumnOn {} => "On".to_owned(),
        M::ColumnCompared {} => "Compared".to_owned(),
        M::ColumnAlpha {} => "Alpha".to_owned(),
        M::ColumnSingle {} => "ICC(2,1)".to_owned(),
        M::ColumnAverage {} => "ICC(2,k)".to_owned(),
        M::ColumnConcordance {} => "W".to_owned(),
        M::ColumnPairs {} => "Tau-b".to_owned(),
        M::ComparedUnits { submissions, complete } => format!("{submissions}, {complete} whole", submissions = LANG.count(*submissions), complete = LANG.count(*complete)),
        M::FigureBetween { value, low, high } => format!("{value} [{low}, {high}]", value = LANG.fixed(value, 2), low = LANG.fixed(low, 2), high = LANG.fixed(high, 2)),
        M::FigureAlone { value } => LANG.fixed(value, 2),
        M::NoFigureTooFew {} => "too few".to_owned(),
        M::NoFigureNoVariation {} => "all equal".to_owned(),
        M::NoFigureNegative {} => "below zero".to_owned(),
        M::NoFigureVariance {} => "no agreement".to_owned(),
        M::MeansAlpha { alpha, verdict } => format!("Alpha {alpha}: {verdict}. It is 1 where all marks agree and 0 where they agree no more than by chance, and admits missing marks.", alpha = LANG.fixed(alpha, 2), verdict = verdict.text(LANG)),
        M::VerdictReliable {} => "reviewers agree enough to rely upon their marks (0.80 or more)".to_owned(),
        M::VerdictTentative {} => "reviewers agree enough for tentative conclusions only (0.667 to 0.80)".to_owned(),
        M::VerdictUnreliable {} => "reviewers agree too little to rely upon their marks without discussion (below 0.667)".to_owned(),
        M::MeansSingle {} => "ICC(2,1) says how much of the differences between single marks comes from the submissions rather than from who marked; ICC(2,k), the same of the mean of this panel.".to_owned(),
        M::MeansOrder {} => "W and tau-b look at orders only: 1 where all reviewers put the submissions in the same order, whatever their severity; W is 0 and tau-b near 0 where orders have nothing in common.".to_owned(),
        M::MeansInterval { draws, seed } => format!("Between brackets: a margin of uncertainty at 95% ({draws} draws of submissions, seed {seed}). With few submissions, the true uncertainty is larger.", draws = LANG.count(*draws)),
        M::HeadingSeverity {} => "How each reviewer marks".to_owned(),
        M::ColumnReviewer {} => "Reviewer".to_owned(),
        M::ColumnRole {} => "Role".to_owned(),
        M::ColumnTotalsGiven {} => "Totals".to_owned(),
        M::ColumnMean {} => "Mean".to_owned(),
        M::ColumnLowest {} => "Lowest".to_owned(),
        M::ColumnHighest {} => "Highest".to_owned(),
        M::ColumnBeside {} => "Vs the others".to_owned(),
        M::ColumnRemark {} => "Remark".to_owned(),
        M::RemarkHarsh {} => "harsh".to_owned(),
        M::RemarkLenient {} => "generous".to_owned(),
        M::RemarkConstant {} => "always the same total".to_owned(),
        M::RemarkFew {} => "few marks".to_owned(),
        M::RemarkContrary {} => "contrary order".to_owned(),
        M::MeansSeverity { limit } => format!("Vs the others: by how many points of the total a reviewer’s marks are above (+) or below (−) the mean of the others on the same criteria of the same submissions; harsh or generous from {limit} points. Tau-b: 1 where their totals order the submissions as the mean of the others does, −1 in the contrary order.", limit = LANG.number(limit)),
        M::HeadingSpread {} => "How far totals are apart".to_owned(),
        M::ColumnRange {} => "Range".to_owned(),
        M::ColumnDeviation {} => "Std. dev.".to_owned(),
        M::ByReviewer { value, name } => format!("{value} ({name})", value = LANG.fixed(value, 2)),
        M::HeadingProgress {} => "Who has answered what".to_owned(),
        M::AnswersOf { answered, asked } => format!("{answered}/{asked}", answered = LANG.count(*answered), asked = LANG.count(*asked)),
        M::CellConflict {} => "conflict".to_owned(),
        M::MoreRows { count } => format!("… and {count} more: --format csv has them all.", count = LANG.count(*count)),
        M::HeadingResampled {} => "How solid the selection is".to_owned(),
        M::SummaryResampled { same, draws, reviewers, error, seed } => format!("{draws} panels of {reviewers} were drawn from this one, the same reviewer coming back or not (seed {seed}): {same}% select exactly the same submissions, within {error} points at most.", same = LANG.count(*same), draws = LANG.count(*draws), reviewers = LANG.count(*reviewers), error = LANG.count(*error)),
        M::ColumnSelectedShare {} => "Selected".to_owned(),
        M::ColumnUnratedShare {} => "Unrated".to_owned(),
        M::Percent { value } => format!("{value}%", value = LANG.count(*value)),
        M::MeansResampled {} => "Neighbouring figures are worth the same. A draw that leaves a submission with too few marks leaves it unrated, and so not selected.".to_owned(),
        M::HeadingCalibrated {} => "Totals without severity".to_owned(),
        M::MeansCalibrated {} => "For information; the ranking stays that of the raw totals. Corrected: the plain mean of totals, as if all reviewers were as severe (additive effects by least squares, on all totals together: they differ a little from the differences above). To be compared with the plain mean, and not with the raw total, which the grid combines in its own way.".to_owned(),
        M::ColumnRawRank {} => "Raw rank".to_owned(),
        M::ColumnRaw {} => "Raw".to_owned(),
        M::ColumnCalibrated {} => "Corrected".to_owned(),
        M::ColumnCalibratedRank {} => "Corrected rank".to_owned(),
        M::EffectOf { name, effect, marks } => format!("{name}: {effect} on {marks} {m}", effect = signed(effect), marks = LANG.count(*marks), m = plural(*marks, "total", "totals")),
        M::EffectFew { name, marks } => format!("{name} gave {marks} {m} only: their effect is hardly known.", marks = LANG.count(*marks), m = plural(*marks, "total", "totals")),
        M::Islands { count } => format!("Totals cannot be calibrated: reviewers fall into {count} groups that marked nothing in common, and nothing tells a harsh group from weak submissions.", count = LANG.count(*count)),
        M::IslandOf { names, ids } => format!("{names}: {ids}", names = LANG.list(names), ids = LANG.list(ids)),
        M::NothingToCalibrate {} => "There are no totals of single reviewers to calibrate, or the ranking is not by the total of the weights.".to_owned(),
        M::PanelUnnamed {} => "the marks of this call have no reviewers, so that there is no panel to speak of; give mark files a column `reviewer`".to_owned(),
        M::AnonymousReviewer { number } => format!("Reviewer {number}", number = LANG.count(*number)),
        M::FindingsHidden { count } => format!("{count} {c} may name reviewers and {v} left out.", count = LANG.count(*count), c = plural(*count, "remark", "remarks"), v = plural(*count, "is", "are")),
        M::HeadingMarks {} => "The marks behind the points".to_owned(),
        M::NoteDisagreement { above, below, lead, contrary, reviewers } => format!("{above} leads {below} by {lead}, which is less than reviewers differ on the two: {contrary} of {reviewers} {puts} {below} first.", puts = plural(*contrary, "puts", "put"), lead = LANG.number(lead), contrary = LANG.count(*contrary), reviewers = LANG.count(*reviewers)),
        M::UsageDraws { most } => format!("this is at most {most}", most = LANG.count(*most)),
        M::InfluenceOne { name } => format!("Without the marks of {name}, other submissions would be selected."),
        M::MeansComplete {} => "ICC and W look only at what every reviewer marked: here too little to give them. Alpha and tau-b do with what there is.".to_owned(),
        M::DrawsNone { submissions } => format!("No draws: with {submissions} submissions they take a while. --draws 1000 makes them.", submissions = LANG.count(*submissions)),
        M::InfluenceQuorum { name, ids, why } => format!("Without {name}, {ids} would not be selected: {why}.", ids = LANG.list(ids), why = why.text(LANG)),
        M::InfluenceOthers {} => "Without the marks of any other reviewer, the selected submissions stay the same.".to_owned(),
        M::WhyTooFew {} => "too few marks would be left".to_owned(),
        M::WhyReading {} => "the marks left would be too far apart, and another reading would have to be awaited".to_owned(),
        M::RemarkNoTotal {} => "no whole total".to_owned(),
        M::LateRanked { ids } => format!("Ranked without waiting for these answers: {ids}.", ids = LANG.list(ids)),
        M::HeadingConflicts {} => "Conflicts of interest".to_owned(),
        M::ConflictsOf { name, ids, reasons } => format!("{name}: {ids}{reasons}", ids = LANG.list(ids), reasons = reasons.iter().flat_map(|reason| [" — ", reason.as_str()]).collect::<String>()),
        M::NameRemark { name, remark } => format!("{name}, {remark}", remark = remark.text(LANG)),
        M::ColumnPlainMean {} => "Plain mean".to_owned(),
        M::MeansProgress {} => "Answers given and asked; nothing is asked where a cell is empty.".to_owned(),
        M::MeansPairs {} => "Tau-b looks at orders only: 1 where reviewers put the submissions in the same order, whatever their severity; near 0 where orders have nothing in common.".to_owned(),
        M::NoteAnswers { counted, out } => format!("{counted} {w}; left out: {out}.", counted = LANG.count(*counted), w = plural(*counted, "mark counts", "marks count"), out = LANG.list(&texts(out))),
        M::OutUncounted { count } => format!("{count} that the rules do not count", count = LANG.count(*count)),
        M::OutMissing { count } => format!("{count} missing", count = LANG.count(*count)),
        M::OutAbstained { count } => format!("{count} {w}", count = LANG.count(*count), w = plural(*count, "abstention", "abstentions")),
        M::OutNotApplicable { count } => format!("{count} not applicable", count = LANG.count(*count)),
        M::OutRecused { count } => format!("{count} in conflict", count = LANG.count(*count)),
        M::ConsensusTwice {} => "there is a consensus already".to_owned(),
        M::ConsensusTwiceHelp {} => "a consensus is one: keep one of the two, or make the other a member".to_owned(),
        M::MarksOfNobody { column } => format!("the call names its reviewers, and nothing says who gave the marks of the column {column}", column = LANG.quote(column)),
        M::MarksOfNobodyHelp {} => "put the marks into a file of their own, with a column `reviewer`, or remove the reviewers from call.toml".to_owned(),
        M::MovesMean {} => "Ranks are counted among the submissions that are rated in both cases.".to_owned(),
        M::MoreApart { count, limit } => format!("{count} more {w} totals {limit} or more apart.", count = LANG.count(*count), w = plural(*count, "has", "have"), limit = LANG.number(limit)),
        M::UnratedAre { ids } => format!("Unrated: {ids}.", ids = LANG.list(ids)),
        M::RemarkAbstains {} => "no whole total for abstaining".to_owned(),
        M::ColumnResult {} => "Result".to_owned(),
        M::AnswerMissing {} => "a missing mark".to_owned(),
        M::AnswerAbstained {} => "an abstention".to_owned(),
        M::AnswerNotApplicable {} => "not applicable".to_owned(),
        M::AnswerRecused {} => "a conflict of interest".to_owned(),
        M::LackDiscussTotals { gap, width } => format!("totals {gap} apart out of {width}, to be discussed or marked once more", gap = LANG.number(gap), width = LANG.number(width)),
        M::PanelExcluded { excluded } => format!("{excluded} excluded {w} left out of this report.", excluded = LANG.count(*excluded), w = plural(*excluded, "submission is", "submissions are")),
        M::SheetsAnonymous {} => "a score sheet goes to somebody by name, and could not be read back without it: leave --anonymous out".to_owned(),
        M::RuleCombineOwn { criterion, policy } => format!("On {criterion}, by {policy}", criterion = criterion.get(LANG), policy = policy.text(LANG)),
    }
}

/// What follows after a semicolon.
fn after(parts: &[Message]) -> String {
    texts(parts).iter().flat_map(|part| ["; ", part.as_str()]).collect()
}

/// A difference with its sign.
fn signed(value: &Exact) -> String {
    let text = LANG.fixed(value, 2);
    if value.is_negative() || value.is_zero() { text } else { format!("+{text}") }
}
