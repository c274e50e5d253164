//! English: what keys must be; scales and conditions in words.

use super::{LANG, near_hint, plural, step_hint, texts};
use crate::text::message::Form as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TheGridFile {} => "the grid file".to_owned(),
        M::TheCallFile {} => "call.toml".to_owned(),
        M::ThisTable {} => "this table".to_owned(),
        M::KeyUnknown { key, table, near } => {
            format!(
                "unknown key in {table}: {key}{near}",
                key = LANG.quote(key),
                table = table.text(LANG),
                near = near_hint(near.as_deref())
            )
        }
        M::KnownKeys { known } => format!("the keys here are {known}", known = LANG.list(known)),
        M::KeyMissing { key, table } => {
            format!("the key {key} is missing from {table}", key = LANG.quote(key), table = table.text(LANG))
        }
        M::KeyMissingHelp { written, doc } => format!("add `{written}`: {doc}", doc = doc.get(LANG)),
        M::KnownValues { known } => format!("accepted: {known}", known = LANG.list(&LANG.quote_each(known))),
        M::KnownChoices { known } => format!("accepted: {known}", known = texts(known).join(", ")),
        M::ChoiceLine { id, label } => format!("{id} ({label})", label = label.get(LANG)),
        M::WantsTable { table } => format!("{table} must be a table: {{ key = value, … }}", table = LANG.quote(table)),
        M::WantsThisTable { table } => format!("{table} must be a table: {{ key = value, … }}", table = table.text(LANG)),
        M::WantsText { key } => format!("{key} must be a text between quotation marks", key = LANG.quote(key)),
        M::WantsLabel { key } => format!("{key} must be a text, or {{ fr = \"…\", en = \"…\" }}", key = LANG.quote(key)),
        M::WantsFlag { key } => format!("{key} must be true or false, without quotation marks", key = LANG.quote(key)),
        M::WantsList { key } => format!("{key} must be a list: [ …, … ]", key = LANG.quote(key)),
        M::WantsScalar { key } => format!("{key} must be one value, not a list or a table", key = LANG.quote(key)),
        M::WantsNumber { value } => format!("{value} is not a number", value = LANG.quote(value)),
        M::WantsNumberFor { key, value } => {
            format!("{key} must be a number, and {value} is not one", key = LANG.quote(key), value = LANG.quote(value))
        }
        M::WantsNumberHelp {} => "write a number without quotation marks, with a point before the decimals: 12.5".to_owned(),
        M::WantsWhole { key, value } => format!(
            "{key} must be a whole number, zero or more; found {value}",
            key = LANG.quote(key),
            value = LANG.number(value)
        ),
        M::WantsDate { value } => format!("{value} is not a date such as 2024-02-01", value = LANG.quote(value)),
        M::WantsYears { value } => format!("{value} is not a number of years between 1 and 1000", value = LANG.quote(value)),
        M::WantsYesNo { value } => format!("{value} is neither yes nor no", value = LANG.quote(value)),
        M::WantsTwoBounds {} => "a list of exactly two bounds is needed: [low, high]".to_owned(),
        M::BoundsReversed {} => "the lower bound is above the upper one: nothing can be between them".to_owned(),
        M::BoundsReversedHelp {} => "write the lower one first".to_owned(),
        M::NumberTooLong { value } => {
            format!("{value} has more than 18 digits: it is refused rather than rounded", value = LANG.quote(value))
        }
        M::NumberTooLongHelp {} => "keep at most 18 digits, decimals included".to_owned(),
        M::TextEmpty { key } => format!("{key} is an empty text", key = LANG.quote(key)),
        M::IdForm { id } => format!(
            "{id} is not an identifier: lower-case letters without accents, digits and hyphens, beginning with a letter",
            id = LANG.quote(id)
        ),
        M::IdFormHelp { suggestion } => format!("for example {suggestion}", suggestion = LANG.quote(suggestion)),
        M::WordUnknown { key, value, near } => format!(
            "{value} is not a value of {key}{near}",
            value = LANG.quote(value),
            key = LANG.quote(key),
            near = near_hint(near.as_deref())
        ),
        M::LanguageUnknown { key } => {
            format!("{key} is not a language of this program: a text has fr and en", key = LANG.quote(key))
        }
        M::LabelLanguage { key, language } => format!(
            "{key} has no text in {language}: readers of that language see the other one",
            key = LANG.quote(key),
            language = LANG.quote(language)
        ),
        M::VariantTwice { key, first, second } => format!(
            "{key} has both {first} and {second}: it can be only one of them",
            key = LANG.quote(key),
            first = LANG.quote(first),
            second = LANG.quote(second)
        ),
        M::VariantNone { key, near } => {
            format!("{key} does not say which kind it is{near}", key = LANG.quote(key), near = near_hint(near.as_deref()))
        }
        M::ScalePoints { points, step } => {
            format!("from 0 to {points}{step}", points = LANG.number(points), step = step_hint(step.as_ref()))
        }
        M::ScaleRange { min, max, step } => {
            format!("from {min} to {max}{step}", min = LANG.number(min), max = LANG.number(max), step = step_hint(step.as_ref()))
        }
        M::ScaleRangeLowest { min, max, step } => format!(
            "from {min} to {max}{step}, the lowest being best",
            min = LANG.number(min),
            max = LANG.number(max),
            step = step_hint(step.as_ref())
        ),
        M::ScaleLevels { levels } => format!("one of {levels}", levels = texts(levels).join(", ")),
        M::LevelLine { level, value } => format!("{level} ({value})", level = level.get(LANG), value = LANG.number(value)),
        M::ScaleYesNo { yes, no } => format!("yes ({yes}) or no ({no})", yes = LANG.number(yes), no = LANG.number(no)),
        M::ScaleBrackets { lines } => format!("by brackets: {lines}", lines = texts(lines).join("; ")),
        M::BracketLine { bound, points } => {
            format!("at least {bound} → {points}", bound = LANG.number(bound), points = LANG.number(points))
        }
        M::BracketRest { points } => format!("else → {points}", points = LANG.number(points)),
        M::ScaleNotPositive { value } => format!("{value} must be above zero", value = LANG.number(value)),
        M::StepMissesTop { step, min, max } => format!(
            "by steps of {step} from {min}, no mark falls on {max}",
            step = LANG.number(step),
            min = LANG.number(min),
            max = LANG.number(max)
        ),
        M::StepMissesTopHelp {} => "choose a step that divides the distance between the two bounds".to_owned(),
        M::ScaleBounds { min, max } => format!(
            "the scale goes from {min} to {max}: the highest mark must be above the lowest",
            min = LANG.number(min),
            max = LANG.number(max)
        ),
        M::ScaleBoundsHelp {} => "where the lowest mark is best, keep min below max and add best = \"lowest\"".to_owned(),
        M::LevelNegative { level } => format!("the level {level} is worth less than zero", level = LANG.quote(level)),
        M::LevelAmbiguous { level, other } => format!(
            "the levels {level} and {other} have a name in common: a mark could mean either",
            level = LANG.quote(level),
            other = LANG.quote(other)
        ),
        M::LevelsTooFew {} => "a scale of levels needs at least two, one of them worth more than zero".to_owned(),
        M::LevelsTooFewHelp {} => {
            "write levels = { high = { value = 2, label = \"High\" }, low = { value = 0, label = \"Low\" } }".to_owned()
        }
        M::YesIsNo { value } => format!("yes and no are both worth {value}", value = LANG.number(value)),
        M::BracketNegative { points } => {
            format!("a bracket cannot be worth {points}: zero at least", points = LANG.number(points))
        }
        M::BracketOrder { bound, above } => format!(
            "the bound {bound} comes after {above} and could never be reached: bounds must fall",
            bound = LANG.number(bound),
            above = LANG.number(above)
        ),
        M::BracketOrderHelp {} => "write the brackets from the highest bound to the lowest".to_owned(),
        M::BracketGap { value } => format!("nothing says what {value} is worth", value = LANG.number(value)),
        M::BracketGapHelp {} => "end the table with a line for all the rest: { points = 0 }".to_owned(),
        M::BracketsWorthless {} => "no bracket gives any point".to_owned(),
        M::BracketsBest { best, weight } => format!(
            "the best that it gives is {best} points, but the weight is {weight}",
            best = LANG.number(best),
            weight = LANG.number(weight)
        ),
        M::BracketsBestHelp {} => {
            "points written in a scale or a table are points of the weight: the best gives them all".to_owned()
        }
        M::BracketsNeedFact {} => "this scale is for a fact, and this criterion is marked by reviewers".to_owned(),
        M::BracketsNeedFactHelp {} => "add from = { fact = \"…\" }, or give a scale of points".to_owned(),
        M::MustBeOneOf { fact, values } => {
            format!("{fact}: {values}", fact = fact.text(LANG), values = LANG.choice(&texts(values)))
        }
        M::MustBeNoneOf { fact, values } => {
            format!("{fact}: anything but {values}", fact = fact.text(LANG), values = LANG.choice(&texts(values)))
        }
        M::MustBeAtLeast { fact, bound } => format!("{fact}: {bound} or more", fact = fact.text(LANG), bound = bound.text(LANG)),
        M::MustBeAtMost { fact, bound } => format!("{fact}: {bound} or less", fact = fact.text(LANG), bound = bound.text(LANG)),
        M::MustBeBetween { fact, low, high } => {
            format!("{fact}: from {low} to {high}", fact = fact.text(LANG), low = low.text(LANG), high = high.text(LANG))
        }
        M::MustBePresent { fact } => format!("{fact}: must be given", fact = fact.text(LANG)),
        M::MustBeAbsent { fact } => format!("{fact}: must be left empty", fact = fact.text(LANG)),
        M::MustBeBefore { fact, day } => format!("{fact}: before {day}", fact = fact.text(LANG), day = day.text(LANG)),
        M::MustBeAfter { fact, day } => format!("{fact}: after {day}", fact = fact.text(LANG), day = day.text(LANG)),
        M::MustBeWithinYears { fact, years } => format!(
            "{fact}: less than {years} {years_2} before the call’s reference date",
            fact = fact.text(LANG),
            years = LANG.count(*years),
            years_2 = plural(*years, "year", "years")
        ),
        M::AsOf {} => "the call’s reference date".to_owned(),
        M::ConditionAll { parts } => texts(parts).join("; "),
        M::ConditionAny { parts } => format!("at least one of: {parts}", parts = texts(parts).join("; ")),
        M::ConditionNot { part } => format!("not ({part})", part = part.text(LANG)),
        M::Yes {} => "yes".to_owned(),
        M::No {} => "no".to_owned(),
    }
}
