//! Marks as sentences: who gave what, what does not count, who is still expected, how far they are apart.

use super::{named, reviewer_names};
use crate::analyse::Behind;
use crate::model::{Given, Mark};
use crate::score::Evaluation;
use crate::text::Message;

/// The marks behind a line.
pub(in crate::report) fn marks(evaluation: &Evaluation<'_>, criterion: usize, behind: &Behind<'_>) -> Vec<Message> {
    let by = |reviewer: Option<&str>, mark: Message| match reviewer {
        Some(reviewer) => Message::MarkBy { reviewer: reviewer.to_owned(), mark: Box::new(mark) },
        None => mark,
    };
    let mark = |mark: &Mark<'_>| {
        let value = match mark.value {
            Given::Mark(value) => named(evaluation, criterion, &value.into()),
            Given::NotApplicable => Message::NotApplicableMark {},
            Given::Abstained => Message::MarkAbstained {},
            Given::Recused => Message::MarkRecused {},
        };
        let uncounted = mark.index.is_some_and(|index| behind.uncounted.contains(&index));
        by(mark.reviewer, if uncounted { Message::MarkUncounted { mark: Box::new(value) } } else { value })
    };
    let mut said: Vec<Message> = behind.marks.iter().map(mark).collect();
    let recused = reviewer_names(evaluation, &behind.recused);
    said.extend(recused.iter().map(|name| by(Some(name), Message::MarkRecused {})));
    let missing = reviewer_names(evaluation, &behind.missing);
    said.extend(missing.iter().map(|name| by(Some(name), Message::MarkAwaited {})));
    said.extend(behind.gap.clone().filter(|gap| !gap.is_zero()).map(|gap| Message::MarksApart { gap }));
    said
}
