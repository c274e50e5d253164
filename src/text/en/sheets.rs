//! English: score sheets.

use super::{LANG, near_hint, plural, texts};
use crate::text::message::Sheets as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::SheetMarks {} => "Marks".to_owned(),
        M::SheetInstructions {} => "Instructions".to_owned(),
        M::SheetLists {} => "Lists".to_owned(),
        M::SheetSubmission {} => "Submission".to_owned(),
        M::SheetTitle {} => "Title".to_owned(),
        M::SheetReviewer {} => "Reviewer".to_owned(),
        M::SheetComment {} => "Comment".to_owned(),
        M::WordAbstained {} => "abstained".to_owned(),
        M::WordNotApplicable {} => "n/a".to_owned(),
        M::WordConflict {} => "conflict".to_owned(),
        M::WordAbstainedMeans {} => "you give no mark here".to_owned(),
        M::WordNotApplicableMeans {} => "the criterion does not apply to this submission".to_owned(),
        M::WordConflictMeans {} => {
            "you are in a conflict of interest with this submission: none of your marks on it counts".to_owned()
        }
        M::SheetGrid {} => "Grid".to_owned(),
        M::SheetGridVersion { title, version } => format!("{title}, version {version}", title = title.get(LANG)),
        M::SheetReviewerRole { name, role } => format!("{name} ({role})"),
        M::SheetToMark {} => "To mark".to_owned(),
        M::SheetToMarkCount { count } => {
            format!("{count} {}", plural(*count, "submission", "submissions"), count = LANG.count(*count))
        }
        M::SheetHow {} => "How to fill it in".to_owned(),
        M::SheetHowCells {} => {
            "On the sheet “Marks”, a row is a submission and a column is a criterion. Fill in the white cells; the others are locked."
                .to_owned()
        }
        M::SheetHowEmpty {} => "An empty cell is a mark that is not given: never a zero.".to_owned(),
        M::SheetHowGrey {} => "A grey cell is a criterion that is not yours to mark.".to_owned(),
        M::SheetHowComment {} => "The last column is for your comments; nothing is computed from them.".to_owned(),
        M::SheetWords {} => "Instead of a mark".to_owned(),
        M::SheetCriteria {} => "Criteria".to_owned(),
        M::SheetGroup { group } => group.get(LANG).to_owned(),
        M::SheetWeight { weight } => format!("Weight: {weight}", weight = LANG.number(weight)),
        M::SheetScale { scale } => format!("Mark: {scale}", scale = scale.text(LANG)),
        M::SheetAsked { parts } => texts(parts).join(" · "),
        M::SheetAspect { aspect } => format!("• {aspect}", aspect = aspect.get(LANG)),
        M::SheetConflicts {} => "Conflicts of interest".to_owned(),
        M::SheetConflictsLeftOut {} => "These submissions are not among yours:".to_owned(),
        M::SheetConflictWhy { title, reason } => format!("{title} — {reason}"),
        M::SheetRefusedTitle {} => "Not on the scale".to_owned(),
        M::SheetRefused { scale, words } => {
            format!("A mark: {scale}; else {words}.", scale = scale.text(LANG), words = LANG.choice(words))
        }
        M::SheetsMade { count, folder } => format!(
            "{count} score {} in {folder}.",
            plural(*count, "sheet", "sheets"),
            count = LANG.count(*count),
            folder = LANG.quote(folder)
        ),
        M::SheetsColumnConflicts {} => "In conflict".to_owned(),
        M::SheetsNext { pattern } => format!("Once filled in, they are mark files: `--marks {pattern}`, or the key `marks` in call.toml."),
        M::SheetsNotSitting { names } => {
            format!("No sheet for {names}, not sitting on the reference date.", names = LANG.list(names))
        }
        M::SheetsConsensus { names } => format!(
            "No sheet for {names}: a consensus is written once the others have marked; `--reviewer` makes one then.",
            names = LANG.list(names)
        ),
        M::SheetsIdle { names } => format!("No sheet for {names}, with nothing to mark.", names = LANG.list(names)),
        M::SheetsExcluded { ids, more } => {
            let mut ids = ids.clone();
            if *more > 0 {
                ids.push(format!("{} more", LANG.count(*more)));
            }
            format!("On no sheet, being excluded before anyone marks: {ids}.", ids = LANG.list(&ids))
        }
        M::SheetsNobody {} => {
            "the call names no reviewer; name each in call.toml ([[reviewer]] id = \"…\") or on the command line (--reviewer)"
                .to_owned()
        }
        M::SheetsNoMarks { title } => {
            format!("nobody marks on {title}: facts give all its points", title = LANG.quote(title.get(LANG)))
        }
        M::SheetsReviewerUnknown { name, near, known } => format!(
            "no reviewer of the call is called {name} (there are {known}){near}",
            name = LANG.quote(name),
            near = near_hint(near.as_deref()),
            known = LANG.list(known)
        ),
        M::SheetsNothing {} => "there is no sheet to make: none of these reviewers has anything to mark".to_owned(),
        M::SheetsExist { paths } => format!(
            "already there, and perhaps filled in: {paths}; nothing was written; move them, or choose another folder",
            paths = LANG.list(&LANG.quote_each(paths))
        ),
        M::SheetsFormat {} => "score sheets are made as xlsx, csv-excel or csv".to_owned(),
        M::SheetsToStdout {} => "score sheets are files in a folder: give one to -o".to_owned(),
        M::SheetsNotFolder { path } => format!("the sheets cannot be written in {path}: it is not a folder", path = LANG.quote(path)),
        M::SheetTooManyRows { rows, most } => format!(
            "a sheet of {rows} rows is more than a workbook holds ({most}); --format csv has no such limit",
            rows = LANG.count(*rows),
            most = LANG.count(*most)
        ),
        M::SheetTooManyColumns { columns, most } => format!(
            "a sheet of {columns} columns is more than a workbook holds ({most}); --format csv has no such limit",
            columns = LANG.count(*columns),
            most = LANG.count(*most)
        ),
        M::SheetTextTooLong { text, most } => format!(
            "the identifier {text} is longer than a cell of a workbook holds ({most} characters)",
            text = LANG.quote(text),
            most = LANG.count(*most)
        ),
        M::SheetFailed { detail } => format!("the workbook could not be made: {detail}"),
    }
}
