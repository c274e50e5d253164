//! What a cell of a score sheet may hold: a list to choose from where it is short, else any number of the scale; and the words
//! for answers that are no mark.

use super::ScoreSheet;
use crate::model::NotApplicable;
use crate::model::scale::Scale;
use crate::number::Decimal;
use crate::text::{Lang, Message};

/// A list longer than this is slower to choose from than to type.
const LONGEST: usize = 30;
/// The name of a level that is longer than this is no entry of a list.
const NAME: usize = 200;

/// What a cell may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Allowed {
    /// One of these.
    List(Vec<Entry>),
    /// A number from the lowest to the highest, a whole number of steps above the lowest; or one of the words.
    Number { min: Decimal, max: Decimal, step: Option<Decimal>, words: Vec<String> },
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// A number, which each spreadsheet shows with its own decimal sign.
    Number(Decimal),
    /// A word.
    Word(String),
}

/// The words that may stand in place of a mark, with what each means.
pub(super) fn words(sheet: &ScoreSheet<'_>) -> Vec<(Message, Message)> {
    let mut words = vec![(Message::WordAbstained {}, Message::WordAbstainedMeans {})];
    if sheet.grid.rules.not_applicable != NotApplicable::Refuse {
        words.push((Message::WordNotApplicable {}, Message::WordNotApplicableMeans {}));
    }
    words.push((Message::WordConflict {}, Message::WordConflictMeans {}));
    words
}

/// The same, on one scale: a level of that name is a mark.
pub(super) fn words_on(sheet: &ScoreSheet<'_>, scale: &dyn Scale) -> Vec<String> {
    let words = words(sheet).into_iter().map(|(word, _)| word.text(sheet.lang));
    words.filter(|word| scale.word(word).is_none()).collect()
}

/// What the cells of a scale may hold.
pub(super) fn allowed(scale: &dyn Scale, words: Vec<String>, lang: Lang) -> Allowed {
    let names: Vec<Entry> = scale.choices().into_iter().map(|(id, name)| entry(id, name.text(lang))).collect();
    let marks = if names.is_empty() { steps(scale) } else { Some(names) };
    match marks {
        Some(mut entries) => {
            entries.extend(words.into_iter().map(Entry::Word));
            Allowed::List(entries)
        }
        None => {
            let (min, max) = scale.bounds();
            Allowed::Number { min, max, step: scale.step(), words }
        }
    }
}

/// The name of a level as people choose it. One that looks like a number is a number to a spreadsheet.
fn entry(id: String, name: String) -> Entry {
    let sound = name.chars().count() <= NAME && !name.chars().any(char::is_control);
    let word = if sound { name } else { id };
    Decimal::parse(&word).map_or(Entry::Word(word), Entry::Number)
}

/// Every mark of a scale that goes by steps, the lowest first; `None` where there are none, or too many for a list.
fn steps(scale: &dyn Scale) -> Option<Vec<Entry>> {
    let ((min, max), step) = (scale.bounds(), scale.step()?);
    let decimals = min.scale().max(max.scale()).max(step.scale());
    let [low, high, step] = [min, max, step].map(|value| value.mantissa_at(decimals));
    let (low, high, step) = (low?, high?, step.filter(|step| *step > 0)?);
    let last = usize::try_from(high.checked_sub(low)? / step).ok().filter(|last| *last < LONGEST)?;
    let marks = (0..=last).map(|at| Decimal::new(low + i64::try_from(at).ok()? * step, decimals).map(Entry::Number));
    marks.collect()
}
