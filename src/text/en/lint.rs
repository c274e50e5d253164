//! English: what a grid or a call holds that is probably not meant.

use super::{LANG, near_hint, plural, texts};
use crate::text::message::Lint as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::ConditionNever {} => "nobody can meet this condition".to_owned(),
        M::ConditionNeverHelp {} => "its parts exclude one another, or ask for what cannot be: change a bound, or write `any` where one part is enough".to_owned(),
        M::GatesContradict { gate, other } => format!("nobody can pass both {gate} and {other}", gate = LANG.quote(gate.get(LANG)), other = LANG.quote(other.get(LANG))),
        M::GatesContradictAll { gate } => format!("nobody can pass {gate} who passes the gates above it", gate = LANG.quote(gate.get(LANG))),
        M::GatesContradictHelp {} => "everyone would be excluded: change one of them, or make one gate with `any` where either is enough".to_owned(),
        M::GateRedundant { gate, other } => format!("{gate} asks nothing that {other} does not ask already", gate = LANG.quote(gate.get(LANG)), other = LANG.quote(other.get(LANG))),
        M::GateUnderThreshold { gate } => format!("{gate} asks nothing that a minimum or the pass mark does not ask already", gate = LANG.quote(gate.get(LANG))),
        M::GateRedundantHelp {} => "take it out, or correct the one of the two that is not what was published".to_owned(),
        M::PartRedundant {} => "without this part, the condition would be the same".to_owned(),
        M::PartRedundantHelp {} => "take it out, or correct it".to_owned(),
        M::PartIdle {} => "every value meets this part of the condition: it asks nothing".to_owned(),
        M::PartNever {} => "nobody can meet this part of the condition: it opens nothing".to_owned(),
        M::PassRedundant { pass, least } => format!("whoever reaches every minimum has {least} points at least: a pass mark of {pass} stops nobody", least = LANG.number(least), pass = LANG.number(pass)),
        M::PassRedundantHelp {} => "raise it, or take it out".to_owned(),
        M::GateIdle { gate } => format!("{gate} excludes nobody: every value is let through", gate = LANG.quote(gate.get(LANG))),
        M::GateIdleHelp {} => "correct the bound or the list; to ask only that the fact be given, write `present = true`".to_owned(),
        M::LevelHiddenByAll { level } => format!("{level} is never given: the levels above take everyone", level = LANG.quote(level.get(LANG))),
        M::TrackHidden { track } => format!("nobody is on {track}: the tracks above take everyone it could take", track = LANG.quote(track.get(LANG))),
        M::TrackHiddenHelp {} => "tracks are read from the top: put the narrower one first, or correct its condition".to_owned(),
        M::LevelGap { level, above, value } => format!("{value} falls between {level} and {above}, and has no level", value = LANG.number(value), level = LANG.quote(level.get(LANG)), above = LANG.quote(above.get(LANG))),
        M::LevelGapRest { level, above, value, rest } => format!("{value} falls between {level} and {above}, and is given {rest}", value = LANG.number(value), level = LANG.quote(level.get(LANG)), above = LANG.quote(above.get(LANG)), rest = LANG.quote(rest.get(LANG))),
        M::LevelGapHelp {} => "levels are read from the top: `at_least` alone, from the best level down, leaves no gap".to_owned(),
        M::LevelsOverlap { level, other, value } => format!("{value} is both in {level} and in {other}, which is read first", value = LANG.number(value), level = LANG.quote(level.get(LANG)), other = LANG.quote(other.get(LANG))),
        M::LevelsOverlapHelp {} => "say to which of the two it belongs: `at_least` alone, from the best level down, leaves no doubt".to_owned(),
        M::CriterionFlat {} => "every value gives the same points: this tells nobody apart".to_owned(),
        M::WhenAlways {} => "nobody can fail this condition: everyone has the points".to_owned(),
        M::CriterionFlatHelp {} => "correct what is worth what, or take it out and give its weight to the others".to_owned(),
        M::MinimumAtTop { minimum } => format!("whoever reaches the minimum of {minimum} has all the points: the weight tells nobody apart", minimum = LANG.number(minimum)),
        M::MinimumAtTopHelp {} => "lower the minimum; or make a gate of it, and give the weight to the other criteria".to_owned(),
        M::TieIdle {} => "those who are tied are level on this too: it separates nobody".to_owned(),
        M::TieIdleHelp {} => "take it out: what ranks and the keys before it leave it nothing to differ by; name something else where ranks must not be shared".to_owned(),
        M::PoliciesImplicit { policies } => format!("left to their defaults: {policies}", policies = LANG.list(policies)),
        M::PoliciesImplicitHelp {} => "write them under `[rules]`, so that nobody has to ask what was decided".to_owned(),
        M::LabelsAlike { label, line } => format!("{label} is already the name of another one, on line {line}", label = LANG.quote(label), line = LANG.count(*line)),
        M::LabelsAlikeHelp {} => "readers see names, not identifiers: give each its own".to_owned(),
        M::AspectRepeated { aspect, line } => format!("{aspect} is already an aspect, on line {line}", aspect = LANG.quote(aspect), line = LANG.count(*line)),
        M::AspectRepeatedHelp {} => "leave it where it counts: what guides two marks counts twice".to_owned(),
        M::FactUnused { fact } => format!("nothing in the grid uses {fact}", fact = LANG.quote(fact.get(LANG))),
        M::FactUnusedHelp {} => "a gate or a criterion may be missing; a column that is only shown, or that conflicts look at, may stay".to_owned(),
        M::StageEmpty { stage } => format!("nothing is asked in {stage}", stage = LANG.quote(stage.get(LANG))),
        M::StageEmptyHelp {} => "name it as the `stage` of a gate or a criterion, or take it out".to_owned(),
        M::ValueTwice { value } => format!("{value} is in this list already", value = LANG.quote(value)),
        M::ValueTwiceHelp {} => "take it out, or write the value that was meant".to_owned(),
        M::ChoiceSingle { value } => format!("{value} is the only value of this choice: it tells nobody apart", value = LANG.quote(value)),
        M::ChoiceSingleHelp {} => "add the other values; for a box to tick, write type = \"yes-no\"".to_owned(),
        M::ReviewersIdle { reviewers, quorum } => format!("a quorum of {quorum} on each criterion asks for as many reviewers: {reviewers} asks for nothing more", quorum = LANG.count(*quorum), reviewers = LANG.count(*reviewers)),
        M::ReviewersIdleHelp {} => "raise `reviewers`, or take it out".to_owned(),
        M::CaseUnderQuorum { most, quorum } => format!("this case never comes: it takes {most} {noun} at most, and the quorum is {quorum}", most = LANG.count(*most), noun = plural(*most, "mark", "marks"), quorum = LANG.count(*quorum)),
        M::CaseUnderQuorumHelp {} => "under the quorum there is no mark to combine: lower the quorum, or take the case out".to_owned(),
        M::HeadingTarget { target, near } => format!("nothing in this call is called {target}{near}", target = LANG.quote(target), near = near_hint(near.as_deref())),
        M::HeadingTargetHelp {} => "give the identifier of a fact or a criterion; a column that only keeps its own name needs no line here".to_owned(),
        M::LevelsOrder { levels } => {
            format!("from one to the next, the values of these levels neither rise nor fall: {}", texts(levels).join(", "))
        }
        M::LevelsOrderHelp {} => "see whether two values have changed places; write the levels from the lowest to the highest, or the other way".to_owned(),
        M::PlacesIdle { places, submissions } => format!("{places} {noun} for {submissions} {of}: nobody is left out for want of a place", places = LANG.count(*places), noun = plural(*places, "place", "places"), submissions = LANG.count(*submissions), of = plural(*submissions, "submission", "submissions")),
        M::HeadingRepeated {} => "this row repeats the heading: it is no submission".to_owned(),
        M::HeadingRepeatedHelp {} => "remove the row; where files were put one after the other, keep the heading of the first".to_owned(),
        M::UnratedYet { count, ids } => format!("{count} {noun} not rated yet: {ids}", count = LANG.count(*count), noun = plural(*count, "submission is", "submissions are"), ids = LANG.list(ids)),
        M::UnratedYetHelp {} => "`grille panel` shows whose marks are still to come, and `grille rank` what each of them lacks".to_owned(),
        M::MarksToCome { name, count, ids } => format!(
            "{name} has marked nothing of {count} {noun} still to mark: {ids}",
            name = LANG.quote(name),
            count = LANG.count(*count),
            noun = plural(*count, "submission", "submissions"),
            ids = LANG.list(ids)
        ),
        M::MarksToComeHelp {} => {
            "add the marks; where none will come, write an abstention, or take the assignment out".to_owned()
        }
        M::WeightAlike { criterion } => format!("all who are ranked have the same points on {criterion}: it decides nothing here", criterion = LANG.quote(criterion.get(LANG))),
        M::WeightsApart { criteria } => {
            format!("what criteria weigh and what they make of the differences between totals are far apart: {}", texts(criteria).join("; "))
        }
        M::WeightApart { criterion, weight, effect } => {
            format!("{} weighs {weight}% and makes {effect}%", LANG.quote(criterion.get(LANG)))
        }
        M::WeightInEffectHelp {} => "it is neither right nor wrong: `grille robustness` shows what each criterion does; see whether its marks use the scale".to_owned(),
        M::FactEmpty { fact } => format!("no submission gives {fact}, which a result depends on", fact = LANG.quote(fact.get(LANG))),
        M::FactEmptyHelp {} => "fill in the column; if it has another name in the file, say so under `[columns]` of the call".to_owned(),
        M::ReviewerFlat { name, count } => format!("{name} gives all {count} submissions the same marks", name = LANG.quote(name), count = LANG.count(*count)),
        M::ReviewerFlatHelp {} => "these marks tell nobody apart: see with the reviewer whether they were meant, or copied down a column".to_owned(),
        M::ReviewerFlatOn { name, criterion, count } => format!("on {criterion}, {name} gives all {count} submissions the same mark, and others do not", name = LANG.quote(name), criterion = LANG.quote(criterion.get(LANG)), count = LANG.count(*count)),
    }
}
