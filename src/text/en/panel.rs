//! English: how reviewers combine, and what a call says of its panel.

use super::{LANG, near_hint, plural, texts};
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
            format!("the term ends on {until}, before it begins on {from}", until = until, from = from)
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
        M::ReviewerUnassigned { name } => format!("{name} has nothing to mark", name = name),
        M::ReviewerUnassignedHelp {} => "add an assignment, or remove the reviewer".to_owned(),
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
        M::ReadAsSentinel { value, means, count } => format!(
            "{value} is read as “{means}”, as the call says: {count} {count_1}",
            value = LANG.number(value),
            means = means,
            count = LANG.count(*count),
            count_1 = plural(*count, "time", "times")
        ),
        M::MarkInConflict { name, id, count } => format!(
            "{name} is in conflict with {id} and gives it {count} {count_1}, which {count_2} not count",
            name = name,
            id = id,
            count = LANG.count(*count),
            count_1 = plural(*count, "mark", "marks"),
            count_2 = plural(*count, "does", "do")
        ),
        M::MarkInConflictHelp {} => "remove the marks, or the conflict if it is over".to_owned(),
        M::MarkUnassigned { name, id } => format!("{name} marks {id} here, which is not assigned to them", name = name, id = id),
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
        M::LackDiscuss { what, gap } => format!(
            "{what}: marks {gap} apart, to be discussed or marked once more",
            what = what.text(LANG),
            gap = LANG.number(gap)
        ),
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
    }
}

/// What follows after a semicolon.
fn after(parts: &[Message]) -> String {
    parts.iter().map(|part| format!("; {}", part.text(LANG))).collect()
}
