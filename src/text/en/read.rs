//! English: how files were read, and what is wrong with their form.

use super::{LANG, file, near_hint};
use crate::text::message::Read as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::FileMissing { name, near } => format!("{} does not exist{}", file(name), near_hint(near.as_deref())),
        M::FileIsFolder { name } => format!("{} is a folder, not a file", file(name)),
        M::FileIsSpecial { name } => format!("{} is a device or a pipe, not a file", file(name)),
        M::FileForbidden { name } => format!("you may not read {}", file(name)),
        M::FileUnreadable { name, detail } => format!("{} cannot be read ({detail})", file(name)),
        M::FileEmpty { name } => format!("{} is empty", file(name)),
        M::FileTooLarge { name, mebibytes } => {
            format!("{} is larger than {} MiB, the most that is read", file(name), LANG.count(*mebibytes))
        }
        M::FileBinary { name } => format!("{} is not a text file", file(name)),
        M::FileIsWorkbook { name } => format!("{} looks like a workbook, not a text file", file(name)),
        M::FileIsPdf { name } => format!("{} is a PDF document, not a text file", file(name)),
        M::FileIsArchive { name } => format!("{} is a compressed file, not a text file", file(name)),
        M::FileIsImage { name } => format!("{} is an image, not a text file", file(name)),
        M::FileKindUnknown { name } => format!("the ending of {} does not say how to read it", file(name)),
        M::HelpFileMissing {} => {
            "check the name and the folder: names in `call.toml` start from its folder, those of the command line from the current one"
                .to_owned()
        },
        M::HelpFileIsFolder {} => "name a file in it, or a pattern such as `marks/*.csv`".to_owned(),
        M::HelpFileIsSpecial {} => "copy its content to a file, or give it on the standard input as `-`".to_owned(),
        M::HelpFileForbidden {} => "change the permissions of the file, or copy it to a folder of yours".to_owned(),
        M::HelpFileUnreadable {} => "check that the file opens in another program, then try again".to_owned(),
        M::HelpFileEmpty {} => "fill it, or take it out of the call".to_owned(),
        M::HelpFileTooLarge {} => "split the file, or keep only the columns that the call uses".to_owned(),
        M::HelpFileBinary {} => "give a text file: CSV or YAML for tables, TOML for grids and calls".to_owned(),
        M::HelpFileIsWorkbook {} => {
            "give it the ending of a workbook that is read, `.xlsx` or `.ods`, or save the sheet as “CSV UTF-8” and name that file"
                .to_owned()
        }
        M::HelpWorkbookOnStdin {} => "the standard input is for text files: name the workbook instead".to_owned(),
        M::HelpFileIsArchive {} => "decompress it, and name the file that it contains".to_owned(),
        M::HelpFileKindUnknown { endings } => {
            format!("rename it with one of the endings that are read: {}", LANG.choice(endings))
        }
        M::EncodingUnknown { label } => format!("{} is not a known character encoding", LANG.quote(label)),
        M::EncodingMalformed { encoding } => format!("this character does not decode as {encoding}"),
        M::HelpEncodingUnknown {} => {
            "use a label of the web, such as `utf-8`, `windows-1252`, `macintosh` or `utf-16`".to_owned()
        }
        M::HelpEncodingMalformed {} => {
            "save the file as UTF-8, or declare its encoding: `encoding` under `[notation]` of `call.toml`, or `--encoding`"
                .to_owned()
        }
        M::ReadAsEncoding { encoding } => format!("read as {encoding}, not as UTF-8"),
        M::ReadAsMarked { encoding } => format!("read as {encoding}, as its byte-order mark says"),
        M::ReadAsDelimiter { delimiter } => format!("fields are separated by {}", LANG.quote(delimiter)),
        M::ReadAsBlankRows { count } => format!("rows without any value that were left out: {}", LANG.count(*count)),
        M::ReadAsEmptyColumns { count } => format!("columns without name or value that were left out: {}", LANG.count(*count)),
        M::ReadAsDecimalComma { example } => format!("numbers are read with a decimal comma, as in {}", LANG.quote(example)),
        M::ReadAsGrouped { example } => format!("groups of three digits are read as thousands, as in {}", LANG.quote(example)),
        M::MoreOfTheSame { name, count, code } => {
            format!("{} has more findings of rule {code} that are not listed: {}", LANG.quote(name), LANG.count(*count))
        }
        M::CsvTooFewFields { expected, found } => {
            format!("this row is short of fields: {}, where the heading has {}", LANG.count(*found), LANG.count(*expected))
        }
        M::CsvTooManyFields { expected, found } => {
            format!("this row has too many fields: {}, where the heading has {}", LANG.count(*found), LANG.count(*expected))
        }
        M::CsvDecimalComma { expected, found, number } => format!(
            "this row has {} fields where the heading has {}: {} looks like a decimal comma in a comma-separated file",
            LANG.count(*found),
            LANG.count(*expected),
            LANG.quote(number)
        ),
        M::CsvUnclosedQuote {} => "this quotation mark is never closed; the rest of the file was not read".to_owned(),
        M::CsvDelimiter { candidates } => format!(
            "the field delimiter cannot be told: the rows agree with the heading as well for each of {}",
            LANG.choice(candidates)
        ),
        M::HelpCsvTooFewFields { delimiter } => {
            format!("write every field, also the empty ones, each after a {}", LANG.quote(delimiter))
        }
        M::HelpCsvTooManyFields { delimiter } => format!(
            "put a text that contains {} between quotation marks (\"…\"), or remove the extra fields",
            LANG.quote(delimiter)
        ),
        M::HelpCsvDecimalComma { number } => {
            format!("put quotation marks around the number (\"{number}\"), or separate the fields with `;`")
        }
        M::HelpCsvUnclosedQuote {} => "close it with `\"`; inside a quoted field, write `\"\"` for a quotation mark".to_owned(),
        M::HelpCsvDelimiter {} => {
            "declare it: `delimiter = \";\"` under `[notation]` of `call.toml`, or `--delimiter`".to_owned()
        }
        M::WorkbookNone { name } => format!("{} has the ending of a workbook, and is none", file(name)),
        M::WorkbookKind { name } => format!("{} is not a workbook of a kind that is read", file(name)),
        M::WorkbookProtected { name } => format!("{} is protected by a password", file(name)),
        M::WorkbookDamaged { name, detail } => format!("{} is damaged: it is not built as a workbook is ({detail})", file(name)),
        M::WorkbookUnpacks { name, mebibytes } => {
            format!("{} unpacks to more than {} MiB, the most that is read", file(name), LANG.count(*mebibytes))
        }
        M::WorkbookPacked { name, times } => {
            format!("a part of {} unpacks to more than {} times its size", file(name), LANG.count(*times))
        }
        M::WorkbookParts { name, most } => format!("{} is made of more than {} parts", file(name), LANG.count(*most)),
        M::HelpWorkbookNone {} => {
            "give it the ending of what it is: `.csv` for a text file, `.xlsx` or `.ods` for a workbook saved as such".to_owned()
        }
        M::HelpWorkbookKind {} => {
            "open it in the spreadsheet program, save it as `.xlsx`, `.ods` or “CSV UTF-8”, and name that file".to_owned()
        }
        M::HelpWorkbookProtected {} => {
            "open it in the spreadsheet program, save a copy without password, and name that copy".to_owned()
        }
        M::HelpWorkbookDamaged {} => "open it in the spreadsheet program, and save it again under another name".to_owned(),
        M::HelpWorkbookUnpacks {} => "keep only the sheets that the call uses, without pictures, or save them as CSV".to_owned(),
        M::SheetUnknown { name, sheet, near } => {
            format!("{} has no sheet called {}{}", file(name), LANG.quote(sheet), near_hint(near.as_deref()))
        }
        M::SheetsSeveral { name, sheets } => {
            format!("several sheets of {} have something: {}", file(name), LANG.list(&LANG.quote_each(sheets)))
        }
        M::SheetsNotHere { name, sheet } => {
            format!("{} is not a workbook: it has no sheet called {}", file(name), LANG.quote(sheet))
        }
        M::SheetEmpty { name, sheet } => format!("the sheet {} of {} is empty", LANG.quote(sheet), file(name)),
        M::SheetTooLarge { name, sheet, most } => {
            format!("the sheet {} of {} has more than {} cells, or as much text", LANG.quote(sheet), file(name), LANG.count(*most))
        }
        M::HelpSheetUnknown { known } => format!("its sheets are {}", LANG.list(&LANG.quote_each(known))),
        M::HelpSheetsSeveral { example } => format!("name one after the file, as in `{example}`"),
        M::HelpSheetEmpty {} => "fill it, or name another sheet".to_owned(),
        M::HelpSheetsNotHere {} => "remove `#` and what follows it".to_owned(),
        M::HelpSheetTooLarge {} => "empty the rows and columns that are not used, or save the sheet as CSV".to_owned(),
        M::ReadAsSheet { sheet } => format!("of its sheets, {} is read", LANG.quote(sheet)),
        M::ReadAsPercent { cell, value } => {
            format!("percentages are read as the numbers they stand for, as in {} ({cell})", LANG.quote(value))
        }
        M::CellError { cell, error } => format!("{cell} shows the error {}", LANG.quote(error)),
        M::CellNoResult { cell } => format!("{cell} has a formula, and the workbook has no result for it"),
        M::HelpCellError {} => "correct its formula, or empty the cell where there is no value".to_owned(),
        M::HelpCellNoResult {} => {
            "open the workbook in a spreadsheet program and save it: results are kept with the formulas".to_owned()
        }
        M::HeadingDuplicateCell { name, first, second } => {
            format!("column {second} has the same name as column {first}: {}", LANG.quote(name))
        }
        M::HeadingEmptyCell { column, value } => {
            format!("column {column} has no name, yet has values such as {}", LANG.quote(value))
        }
        M::HelpHeadingEmptyCell { row } => format!(
            "give the column a name, or empty it; the names are those of row {}, the first that is not empty",
            LANG.count(*row)
        ),
        M::HeadingDuplicate { name, first, second } => {
            format!("column {} has the same name as column {}: {}", LANG.count(*second), LANG.count(*first), LANG.quote(name))
        }
        M::HeadingEmpty { column, value } => {
            format!("column {} has no name, yet has values such as {}", LANG.count(*column), LANG.quote(value))
        }
        M::HelpHeadingDuplicate {} => "rename one of the two columns, or remove it".to_owned(),
        M::HelpHeadingEmpty {} => "give the column a name, or empty it".to_owned(),
        M::DuplicateKey { key } => format!("the key {} is written a second time", LANG.quote(key)),
        M::DuplicateKeyAt { key, line } => format!("the key {} is already on line {line}", LANG.quote(key)),
        M::HelpDuplicateKey {} => "keep one of the two".to_owned(),
        M::TooDeep { most } => format!("lists and tables stand in one another more than {} deep", LANG.count(*most)),
        M::HelpTooDeep {} => "simplify the file: nothing that this program reads needs that much".to_owned(),
        M::TomlUnclosedText { text } => format!("this text begins with a quotation mark and never ends: `{text}`"),
        M::TomlMissingEquals { text } => format!("this line has no `=`: {}", LANG.quote(text)),
        M::TomlMissingValue {} => "there is no value after `=`".to_owned(),
        M::TomlMissingKey {} => "there is no key before `=`".to_owned(),
        M::TomlDecimalComma { written } => {
            format!("{} has a decimal comma; TOML writes decimals with a point", LANG.quote(written))
        }
        M::TomlUnquoted { text } => format!("{} is a text without quotation marks", LANG.quote(text)),
        M::TomlCurlyQuotes { text } => {
            format!("`{text}` has typographic quotation marks; TOML knows only straight ones")
        }
        M::TomlUnclosed { bracket } => format!("this {} is never closed", LANG.quote(bracket)),
        M::TomlMissingComma {} => "a comma is missing here".to_owned(),
        M::TomlBackslash {} => "a backslash in a text begins a special character, and this one is none".to_owned(),
        M::TomlBareKey { key } => format!(
            "the key {} needs quotation marks: it has other characters than letters without accents, digits, `-` and `_`",
            LANG.quote(key)
        ),
        M::TomlFlag { text } => format!("{} is neither `true` nor `false`", LANG.quote(text)),
        M::TomlDate { text } => format!("{} is not a date that exists", LANG.quote(text)),
        M::TomlNumber { text } => format!("{} is not written as a number of TOML", LANG.quote(text)),
        M::TomlNotFinite { text } => format!("{} is not a number that can be counted with", LANG.quote(text)),
        M::TomlOther { detail } => format!("this is not valid TOML ({detail})"),
        M::HelpTomlUnclosedText {} => "close it with the same quotation mark, on the same line unless it is tripled".to_owned(),
        M::HelpTomlMissingEquals {} => "write a key, `=` and a value: `weight = 20`".to_owned(),
        M::HelpTomlMissingValue {} => "write a value after it, or remove the line".to_owned(),
        M::HelpTomlDecimalComma { fixed } => format!("write {}", LANG.quote(fixed)),
        M::HelpTomlQuotes {} => "put straight quotation marks around a text: \"…\"".to_owned(),
        M::HelpTomlUnclosed {} => "close it where the list or the table ends".to_owned(),
        M::HelpTomlMissingComma {} => "write `,` between the values of a list, and between the keys of `{ … }`".to_owned(),
        M::HelpTomlBackslash {} => {
            "write `\\\\`, or put the text between apostrophes, where a backslash is an ordinary character".to_owned()
        }
        M::HelpTomlBareKey { quoted } => format!("write `{quoted}`"),
        M::HelpTomlFlag {} => "write `true` or `false`, in lower case and without quotation marks".to_owned(),
        M::HelpTomlDate {} => "write a date as year-month-day: `2026-02-01`".to_owned(),
        M::HelpTomlNumber {} => {
            "write digits and one point, such as `0.5` or `12`; put a text between quotation marks".to_owned()
        }
        M::HelpTomlOther {} => "compare with a shipped grid, line by line: `grille grids` lists them".to_owned(),
        M::YamlSeveralDocuments {} => "the file has several documents; only one can be read".to_owned(),
        M::YamlMergeKey {} => "the merge key `<<` is not read".to_owned(),
        M::YamlComplexKey {} => "a key is a list or a map".to_owned(),
        M::YamlAliasLoop {} => "this alias stands inside what it names".to_owned(),
        M::YamlUnknownAlias {} => "this alias names nothing that stands above it".to_owned(),
        M::YamlTooManyCopies { most } => format!("the aliases of this file repeat more than {} values", LANG.count(*most)),
        M::YamlTooManyValues { most } => format!("this file has more than {} values", LANG.count(*most)),
        M::YamlTag { tag } => format!("the tag {} is not one of YAML’s own", LANG.quote(tag)),
        M::YamlTab {} => "a tab indents this line or separates its parts".to_owned(),
        M::YamlUnclosedQuote {} => "a quotation mark is opened and never closed".to_owned(),
        M::YamlUnclosedBracket {} => "a bracket is opened and never closed, or closed by another one".to_owned(),
        M::YamlIndentation { detail } => format!("the indentation does not fit what stands above ({detail})"),
        M::YamlColon {} => "a colon stands where no key may begin".to_owned(),
        M::YamlOther { detail } => format!("this is not acceptable YAML ({detail})"),
        M::YamlNotATable {} => "the file is neither a list of maps nor a map of maps".to_owned(),
        M::YamlNotARow {} => "this is a single value where a map of columns was expected".to_owned(),
        M::YamlIdTwice {} => "the id is given twice: by the name of the map and by its key `id`".to_owned(),
        M::YamlEmptyKey {} => "a key has no name".to_owned(),
        M::YamlNestedCell {} => "a list or a map stands where a single value was expected".to_owned(),
        M::HelpYamlSeveralDocuments {} => "keep one document, or make a file of each".to_owned(),
        M::HelpYamlMergeKey {} => "write the keys out".to_owned(),
        M::HelpYamlComplexKey {} => "write a single word or text before the colon".to_owned(),
        M::HelpYamlAlias {} => "write the value out, or put the anchor `&name` on a value above".to_owned(),
        M::HelpYamlTag {} => "remove the tag".to_owned(),
        M::HelpYamlTab {} => "indent with spaces".to_owned(),
        M::HelpYamlUnclosedQuote {} => "close it with the same mark; an apostrophe inside `'…'` is written twice".to_owned(),
        M::HelpYamlUnclosedBracket {} => {
            "close each `[` with `]` and each `{` with `}`, or quote a text that begins with one of them".to_owned()
        }
        M::HelpYamlIndentation {} => "align the keys of a map, and the dashes of a list, with one another".to_owned(),
        M::HelpYamlColon {} => "put a text that contains a colon between quotation marks".to_owned(),
        M::HelpYamlOther {} => "compare with the example files, or use CSV".to_owned(),
        M::HelpYamlNotATable {} => "write a list of maps (`- id: P1`), or a map of maps by id (`P1: { … }`)".to_owned(),
        M::HelpYamlIdTwice {} => "remove the key `id`".to_owned(),
        M::HelpYamlNestedCell {} => "write one value for each column".to_owned(),
        M::PatternMalformed { pattern, detail } => format!("the pattern {} is malformed ({detail})", LANG.quote(pattern)),
        M::PatternMatchesNothing { pattern } => format!("the pattern {} matches no file", LANG.quote(pattern)),
        M::PatternMatchesTooMany { pattern, most } => {
            format!("the pattern {} matches more than {} files", LANG.quote(pattern), LANG.count(*most))
        }
        M::HelpPattern {} => {
            "`*` stands for any characters of a name, `?` for one, `**` for folders; patterns are relative to the call’s folder"
                .to_owned()
        }
    }
}
