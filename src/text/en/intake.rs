//! English: what is wrong with submissions and marks.

use super::{LANG, near_hint, plural, texts};
use crate::text::message::Intake as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::ColumnMissing { names, near } => {
            format!(
                "no column is called {names}{near}",
                names = LANG.choice(&LANG.quote_each(names)),
                near = near_hint(near.as_deref())
            )
        }
        M::ColumnMissingHelp { column, found } => format!(
            "the columns of this file are {found}; if one of them will do, declare it under `[columns]` of `call.toml`: \"its heading\" = \"{column}\"",
            found = LANG.list(&LANG.quote_each(found))
        ),
        M::ColumnsKept { count, names } => format!(
            "{count} {columns} not in the grid, kept as text: {names}",
            count = LANG.count(*count),
            columns = plural(*count, "column", "columns"),
            names = LANG.list(&LANG.quote_each(names))
        ),
        M::CountTwice { fact, list } => format!(
            "{fact} is counted in the list {list} and also given in this column",
            fact = LANG.quote(fact),
            list = LANG.quote(list)
        ),
        M::CountTwiceHelp {} => "keep one of the two: remove the column, or the list from call.toml".to_owned(),
        M::NoSubmission {} => "there is no submission yet".to_owned(),
        M::SubmissionWithoutId {} => "this submission has no identifier".to_owned(),
        M::SubmissionWithoutIdHelp {} => {
            "give each submission an identifier of its own; it is kept as text, zeros included".to_owned()
        }
        M::SubmissionDuplicate { id, line } => {
            format!("the submission {id} stands already on line {line}", id = LANG.quote(id), line = LANG.count(*line))
        }
        M::SubmissionDuplicateHelp {} => "keep one of the two rows, or give the second its own identifier".to_owned(),
        M::FactValueUnknown { value, fact, near } => format!(
            "{value} is not a value of {fact}{near}",
            value = LANG.quote(value),
            fact = LANG.quote(fact.get(LANG)),
            near = near_hint(near.as_deref())
        ),
        M::CellNotANumber { value, column } => format!(
            "{value} is not a number, and column {column} wants one",
            value = LANG.quote(value),
            column = LANG.quote(column)
        ),
        M::CellNotANumberHelp {} => "write digits only; leave the cell empty where there is no value".to_owned(),
        M::CellIsADateHelp {} => {
            "the spreadsheet turned what was typed into a date: give the cell the format of a number or a text, and type it again"
                .to_owned()
        }
        M::CellNotACount { value } => format!("{value} is not a count: a whole number, zero or more", value = LANG.quote(value)),
        M::NumbersTooLong {} => {
            "the numbers of this file need more than 18 digits together: they are refused rather than rounded".to_owned()
        }
        M::NumberAmbiguous { value } => {
            format!("{value} can be read in two ways: a decimal comma, or a comma between thousands", value = LANG.quote(value))
        }
        M::NumberAmbiguousHelp {} => {
            "say which in call.toml: [notation] decimal = \"comma\" (or \"point\"), or --decimal".to_owned()
        }
        M::NumberMixed { value } => {
            format!("{value} is not written as the other numbers of this file", value = LANG.quote(value))
        }
        M::NumberMixedHelp {} => {
            "write all numbers of a file with the same decimal sign, or declare it: [notation] decimal".to_owned()
        }
        M::DateAmbiguous { value } => {
            format!("{value} can be read in two ways: the day or the month first", value = LANG.quote(value))
        }
        M::DateAmbiguousHelp {} => {
            "write 2024-02-01, or say which in call.toml: [notation] dates = \"day-month-year\" (or \"month-day-year\")"
                .to_owned()
        }
        M::DateOtherOrder { value } => format!("{value} is not written year-month-day", value = LANG.quote(value)),
        M::DateOtherOrderHelp { order } => {
            format!("write 2024-02-01, or say the order in call.toml: [notation] dates = \"{order}\"")
        }
        M::DateNoSuchDay { value } => format!("{value} is not a day that exists", value = LANG.quote(value)),
        M::DateNoSuchDayHelp {} => "check the month and the day: the order is year-month-day".to_owned(),
        M::DateDeclaredHelp { order } => {
            format!("the call declares that its dates are written in the order `{order}`, with a year of four digits")
        }
        M::CellNotADate { value } => format!("{value} is not a date", value = LANG.quote(value)),
        M::CellNotADateHelp {} => "dates are written year-month-day: 2024-02-01".to_owned(),
        M::ListCellEmpty { column } => {
            format!("this row has nothing in {column} and counts for nothing", column = LANG.quote(column))
        }
        M::SubmissionUnknown { id, near } => {
            format!("no submission is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::SubmissionUnknownHelp {} => "correct the identifier here, or add the submission to its file".to_owned(),
        M::CriterionUnknown { criterion, near } => format!(
            "no criterion of the grid is called {criterion}{near}",
            criterion = LANG.quote(criterion),
            near = near_hint(near.as_deref())
        ),
        M::MarkOffScale { mark, scale } => {
            format!("the mark {mark} is off its scale ({scale})", mark = LANG.number(mark), scale = scale.text(LANG))
        }
        M::MarkOffStep { mark, scale } => format!(
            "the mark {mark} falls between two steps of its scale ({scale})",
            mark = LANG.number(mark),
            scale = scale.text(LANG)
        ),
        M::MarkOffScaleHelp {} => "correct the mark, or change the scale in the grid and its version with it".to_owned(),
        M::MarkWordUnknown { value, near } => format!(
            "{value} is neither a mark of this scale nor a number{near}",
            value = LANG.quote(value),
            near = near_hint(near.as_deref())
        ),
        M::MarkWordHelp { scale } => format!("accepted: {scale}", scale = scale.text(LANG)),
        M::MarksTwice { column } => format!(
            "the column {column} holds marks, and the call also has mark files: they could contradict each other",
            column = LANG.quote(column)
        ),
        M::MarksTwiceHelp {} => "keep marks in one place: remove this column, or marks from call.toml".to_owned(),
        M::MarkNotWanted { criterion } => format!(
            "{criterion} gets its points from facts in this call: reviewers do not mark it",
            criterion = LANG.quote(criterion.get(LANG))
        ),
        M::MarkNotWantedHelp {} => "remove the mark, or choose another way for this criterion in call.toml: [ways]".to_owned(),
        M::MarkColumnsMissing {} => "no column bears the name of a criterion that reviewers mark".to_owned(),
        M::MarkColumnsMissingHelp { known } => format!(
            "give one column a criterion: {known}; or three columns, `submission`, `criterion` and `mark`",
            known = texts(known).join(", ")
        ),
        M::MarksColumnUnknown { column, near } => format!(
            "the column {column} is neither a criterion nor one that mark files have; it is not used{near}",
            column = LANG.quote(column),
            near = near_hint(near.as_deref())
        ),
        M::MarkDuplicate { submission, criterion, reviewer, place } => format!(
            "{submission} already has a mark on {criterion}{who} ({place})",
            submission = LANG.quote(submission),
            who = reviewer.as_ref().map_or_else(String::new, |name| format!(", given by {}", LANG.quote(name))),
            criterion = LANG.quote(criterion.get(LANG)),
            place = place.text(LANG)
        ),
        M::MarkDuplicateHelp {} => "keep one of the two; if two reviewers gave them, name them in a column `reviewer`".to_owned(),
        M::MarkMissing { id, criteria } => {
            format!(
                "{id} lacks a mark on {criteria}, and the grid calls that an error",
                id = LANG.quote(id),
                criteria = LANG.list(&LANG.quote_each(&texts(criteria)))
            )
        }
        M::MarkMissingHelp {} => "complete the marks, or declare another policy in the grid: [rules] missing".to_owned(),
        M::CostMissing { id } => format!("{id} has no cost, and the budget pays in the order of the ranking"),
        M::CostMissingHelp {} => "fill in the cost, or give `places` instead of a `budget`".to_owned(),
        M::CostNegative { cost } => format!("a cost of {cost} is below zero", cost = LANG.number(cost)),
        M::MarkNotApplicable { value } => format!(
            "{value} says that the criterion does not apply, and the grid does not accept that",
            value = LANG.quote(value)
        ),
        M::MarkNotApplicableHelp {} => "give a mark, or declare `not_applicable` under `[rules]` of the grid".to_owned(),
        M::RoundAppears { id } => format!("{id} was not in the round before"),
        M::RoundUndecided { id } => {
            format!("{id} was undecided at the cut-line of the round before; being here, it counts as selected")
        }
        M::RoundAppearsHelp {} => "check the identifier; if it belongs here, nothing needs to be done".to_owned(),
        M::RoundDisappear { ids } => {
            format!("selected in the round before, and not among the submissions: {ids}", ids = LANG.list(ids))
        }
        M::RankSumNeedsReviewers {} => {
            "this mark has no reviewer, and the grid adds up the ranks that each reviewer gives".to_owned()
        }
        M::RankSumNeedsReviewersHelp {} => "give the marks in files of their own, with a column `reviewer`".to_owned(),
        M::FactOffScale { fact, value, scale } => format!(
            "{value} is not a value that gives points for {fact} ({scale})",
            value = LANG.number(value),
            fact = LANG.quote(fact.get(LANG)),
            scale = scale.text(LANG)
        ),
        M::FactOffScaleHelp {} => "correct the value, or the scale in the grid, and its version with it".to_owned(),
        M::CostNegativeHelp {} => "correct the cost, or give `places` instead of a `budget`".to_owned(),
    }
}
