//! English: usage, help, files.

use super::{LANG, plural};
use crate::text::message::Cli as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::UsageValueRefused { value, arg } => {
            format!("invalid value {value} for {arg}", value = LANG.quote(value), arg = LANG.quote(arg))
        }
        M::UsageValueRefusedBecause { value, arg, reason } => {
            format!(
                "invalid value {value} for {arg}: {reason}",
                value = LANG.quote(value),
                arg = LANG.quote(arg),
                reason = reason.text(LANG)
            )
        }
        M::UsageValueMissing { arg } => {
            format!("{arg} needs a value", arg = LANG.quote(arg))
        }
        M::UsageValuesAllowed { values } => {
            format!("write {values}", values = LANG.choice(values))
        }
        M::UsageOptionUnknown { arg } => {
            format!("unknown option {arg}", arg = LANG.quote(arg))
        }
        M::UsageArgumentTooMany { arg } => {
            format!("one argument too many: {arg}", arg = LANG.quote(arg))
        }
        M::UsageCommandUnknown { name } => {
            format!("unknown command {name}", name = LANG.quote(name))
        }
        M::UsageCommandMissing {} => "no command is given".to_owned(),
        M::UsageCommands { names } => {
            format!("the commands are {names}", names = LANG.list(names))
        }
        M::UsageDidYouMean { names } => {
            format!("did you mean {names}?", names = LANG.choice(&LANG.quote_each(names)))
        }
        M::UsageBelongsTo { arg, commands } => {
            format!("{arg} goes after one of these commands: {commands}", arg = LANG.quote(arg), commands = LANG.choice(commands))
        }
        M::UsageEqualsNeeded { arg } => {
            format!("an equals sign must join {arg} and its value", arg = LANG.quote(arg))
        }
        M::UsageOneValueTooMany { value, arg } => {
            format!("{arg} does not take the value {value}", arg = LANG.quote(arg), value = LANG.quote(value))
        }
        M::UsageTooFewValues { arg, needed, given } => {
            format!(
                "{arg} needs at least {needed} values, {given} given",
                arg = LANG.quote(arg),
                needed = LANG.count(*needed),
                given = LANG.count(*given)
            )
        }
        M::UsageOtherCount { arg, needed, given } => {
            format!(
                "{arg} needs exactly {needed} values, {given} given",
                arg = LANG.quote(arg),
                needed = LANG.count(*needed),
                given = LANG.count(*given)
            )
        }
        M::UsageRepeated { arg } => {
            format!("{arg} can be given only once", arg = LANG.quote(arg))
        }
        M::UsageConflict { arg, others } => {
            format!("{arg} cannot be used with {others}", arg = LANG.quote(arg), others = LANG.list(&LANG.quote_each(others)))
        }
        M::UsageConflictUnnamed {} => "some of these options cannot be used together".to_owned(),
        M::UsageChooseOne {} => "keep one and remove the other".to_owned(),
        M::UsageMissing { args } => {
            format!("missing: {args}", args = LANG.list(&LANG.quote_each(args)))
        }
        M::UsageNotUnicode {} => "an argument holds bytes that are not text (invalid UTF-8)".to_owned(),
        M::UsageOther { detail } => format!("the command line cannot be understood: {detail}"),
        M::UsageSeeHelp { command } => {
            format!("{command} shows what can be written", command = LANG.quote(command))
        }
        M::UsageNotPair {} => "a name, an equals sign and a value are expected, such as name=value".to_owned(),
        M::UsageNotWhole {} => "a whole number is expected, such as 12".to_owned(),
        M::UsageNotDate {} => "a day is written year-month-day, such as 2026-01-31".to_owned(),
        M::UsageOneStdin { args } => {
            format!("standard input (-) can be read only once, yet several options ask for it: {args}", args = LANG.list(args))
        }
        M::OutputIsFolder { path } => {
            format!("the result cannot be written to {path}: it is a folder", path = LANG.quote(path))
        }
        M::OutputNoFolder { path, folder } => {
            format!(
                "the result cannot be written to {path}: the folder {folder} does not exist",
                path = LANG.quote(path),
                folder = LANG.quote(folder)
            )
        }
        M::OutputIsInput { path } => {
            format!("the result cannot be written to {path}: it was read as an input, and would be lost", path = LANG.quote(path))
        }
        M::OutputReadOnly { path } => {
            format!("the result cannot be written to {path}: the file is read-only", path = LANG.quote(path))
        }
        M::OutputFailed { path, reason } => {
            format!("the result could not be written to {path}: {reason}", path = LANG.quote(path), reason = reason.text(LANG))
        }
        M::OutputScreenFailed { reason } => {
            format!("the result could not be written to standard output: {reason}", reason = reason.text(LANG))
        }
        M::ReasonNotFound {} => "it does not exist".to_owned(),
        M::ReasonDenied {} => "permission denied".to_owned(),
        M::ReasonFull {} => "no space left".to_owned(),
        M::ReasonReadOnlyPlace {} => "the place is read-only".to_owned(),
        M::ReasonNotFolder {} => "a part of the path is not a folder".to_owned(),
        M::ReasonNameTooLong {} => "the name is not one that this system accepts".to_owned(),
        M::NewReadme { title, grid, marks } => format!(
            "# {title}\n\nA call on the grid {grid}.\n\n1. `submissions.csv`: one row a submission.{marks}\n\nThen `grille check` says what is wrong, and `grille rank` (or `grille screen`) gives the result. `call.toml` holds the number of places and the names of the files; `grid.toml` is this call’s own copy of the grid: once the call is published, change its version whenever you change it.\n",
            title = title.get(LANG),
            grid = LANG.quote(grid.get(LANG)),
            marks = marks.as_ref().map_or_else(String::new, |it| format!("\n2. `marks.csv`: {}.", it.text(LANG)))
        ),
        M::CallCommentPlaces {} => "# places = 4            how many submissions can be selected".to_owned(),
        M::CallCommentAsOf {} => "# as_of = 2024-02-01    the reference date of rules about dates".to_owned(),
        M::CheckSummary { files, grids, calls, found, allowed } => {
            let grids_are = format!("{} {}", LANG.count(*grids), plural(*grids, "grid", "grids"));
            let calls_are = format!("{} {}", LANG.count(*calls), plural(*calls, "call", "calls"));
            let what = match (grids, calls) {
                (0, 0) | (1.., 1..) => format!("{grids_are} and {calls_are}"),
                (0, _) => calls_are,
                (_, 0) => grids_are,
            };
            // A grid is a file: said only where there is more to count.
            let in_files = if *files == *grids && *calls == 0 {
                String::new()
            } else {
                format!(" in {} {}", LANG.count(*files), plural(*files, "file", "files"))
            };
            let allowed = if *allowed == 0 { String::new() } else { format!(" ({} allowed)", LANG.count(*allowed)) };
            format!("{what}{in_files} checked: {found}{allowed}", found = found.text(LANG))
        }
        M::FolderUnreadable { folder } => format!("{folder} cannot be read", folder = LANG.quote(folder)),
        M::ManualMade { count, folder } => {
            format!("{} {} in {}", LANG.count(*count), plural(*count, "manual page", "manual pages"), LANG.quote(folder))
        }
        M::FolderCannotBeMade { folder } => format!("{folder} cannot be made", folder = LANG.quote(folder)),
    }
}
