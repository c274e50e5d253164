//! The English catalogue.

use super::{Lang, Message};
use Message as M;

const LANG: Lang = Lang::En;

/// The sentence in English.
pub(super) fn sentence(message: &Message) -> String {
    match message {
        // ── composition ──
        M::Verbatim { text } => text.clone(),
        M::Text { label } => label.get(LANG).to_owned(),
        M::Number { value } => LANG.number(value),
        M::Day { date } => date.to_string(),

        // ── read: how files were read, and what is wrong with their form ──
        M::FileMissing { name } => format!("{} does not exist.", LANG.quote(name)),
        M::FileIsFolder { name } => format!("{} is a folder, not a file.", LANG.quote(name)),
        M::FileIsSpecial { name } => format!("{} is a device or a pipe, not a file.", LANG.quote(name)),
        M::FileForbidden { name } => format!("You may not read {}.", LANG.quote(name)),
        M::FileUnreadable { name, detail } => format!("{} cannot be read ({detail}).", LANG.quote(name)),
        M::FileEmpty { name } => format!("{} is empty.", LANG.quote(name)),
        M::FileTooLarge { name, mebibytes } => {
            format!("{} is larger than {} MiB, the most that is read.", LANG.quote(name), LANG.count(*mebibytes))
        }
        M::FileBinary { name } => format!("{} is not a text file.", LANG.quote(name)),
        M::FileIsWorkbook { name } => format!("{} looks like a workbook, not a text file.", LANG.quote(name)),
        M::FileIsPdf { name } => format!("{} is a PDF document, not a text file.", LANG.quote(name)),
        M::FileIsArchive { name } => format!("{} is a compressed file, not a text file.", LANG.quote(name)),
        M::FileIsImage { name } => format!("{} is an image, not a text file.", LANG.quote(name)),
        M::FileKindUnknown { name } => format!("The ending of {} does not say how to read it.", LANG.quote(name)),
        M::HelpFileMissing {} => "Check the name and the folder; names are relative to the call’s folder.".to_owned(),
        M::HelpFileIsFolder {} => "Name a file in it, or a pattern such as `marks/*.csv`.".to_owned(),
        M::HelpFileIsSpecial {} => "Copy its content to a file, or give it on the standard input as `-`.".to_owned(),
        M::HelpFileForbidden {} => "Change the permissions of the file, or copy it to a folder of yours.".to_owned(),
        M::HelpFileUnreadable {} => "Check that the file opens in another program, then try again.".to_owned(),
        M::HelpFileEmpty {} => "Fill it, or take it out of the call.".to_owned(),
        M::HelpFileTooLarge {} => "Split the file, or keep only the columns that the call uses.".to_owned(),
        M::HelpFileBinary {} => "Give a text file: CSV or YAML for tables, TOML for grids and calls.".to_owned(),
        M::HelpFileIsWorkbook {} => "Save the sheet as “CSV UTF-8” in the spreadsheet program, and name that file.".to_owned(),
        M::HelpFileIsArchive {} => "Decompress it, and name the file that it contains.".to_owned(),
        M::HelpFileKindUnknown { endings } => {
            format!("Rename it with one of the endings that are read: {}.", LANG.choice(endings))
        }
        M::EncodingUnknown { label } => format!("{} is not a known character encoding.", LANG.quote(label)),
        M::EncodingMalformed { encoding } => format!("This character does not decode as {encoding}."),
        M::HelpEncodingUnknown {} => {
            "Use a label of the web, such as `utf-8`, `windows-1252`, `macintosh` or `utf-16`.".to_owned()
        }
        M::HelpEncodingMalformed {} => {
            "Save the file as UTF-8, or declare its encoding: `encoding` under `[notation]` of `call.toml`, or `--encoding`."
                .to_owned()
        }
        M::ReadAsEncoding { encoding } => format!("Read as {encoding}, not as UTF-8."),
        M::ReadAsMarked { encoding } => format!("Read as {encoding}, as its byte-order mark says."),
        M::ReadAsDelimiter { delimiter } => format!("Fields are separated by {}.", LANG.quote(delimiter)),
        M::ReadAsBlankRows { count } => format!("Rows without any value that were left out: {}.", LANG.count(*count)),
        M::ReadAsEmptyColumns { count } => format!("Columns without name or value that were left out: {}.", LANG.count(*count)),
        M::ReadAsDecimalComma { example } => format!("Numbers are read with a decimal comma, as in {}.", LANG.quote(example)),
        M::ReadAsGrouped { example } => format!("Groups of three digits are read as thousands, as in {}.", LANG.quote(example)),
        M::MoreOfTheSame { name, count, code } => {
            format!("{} has more findings of rule {code} that are not listed: {}.", LANG.quote(name), LANG.count(*count))
        }
        M::CsvTooFewFields { expected, found } => {
            format!("This row is short of fields: {}, where the heading has {}.", LANG.count(*found), LANG.count(*expected))
        }
        M::CsvTooManyFields { expected, found } => {
            format!("This row has too many fields: {}, where the heading has {}.", LANG.count(*found), LANG.count(*expected))
        }
        M::CsvDecimalComma { expected, found, number } => format!(
            "This row has {} fields where the heading has {}: {} looks like a decimal comma in a comma-separated file.",
            LANG.count(*found),
            LANG.count(*expected),
            LANG.quote(number)
        ),
        M::CsvUnclosedQuote {} => "This quotation mark is never closed; the rest of the file was not read.".to_owned(),
        M::CsvDelimiter { candidates } => format!(
            "The field delimiter cannot be told: the rows agree with the heading as well for each of {}.",
            LANG.choice(candidates)
        ),
        M::HelpCsvTooFewFields { delimiter } => {
            format!("Write every field, also the empty ones, each after a {}.", LANG.quote(delimiter))
        }
        M::HelpCsvTooManyFields { delimiter } => format!(
            "Put a text that contains {} between quotation marks (\"…\"), or remove the extra fields.",
            LANG.quote(delimiter)
        ),
        M::HelpCsvDecimalComma { number } => {
            format!("Put quotation marks around the number (\"{number}\"), or separate the fields with `;`.")
        }
        M::HelpCsvUnclosedQuote {} => "Close it with `\"`; inside a quoted field, write `\"\"` for a quotation mark.".to_owned(),
        M::HelpCsvDelimiter {} => {
            "Declare it: `delimiter = \";\"` under `[notation]` of `call.toml`, or `--delimiter`.".to_owned()
        }
        M::HeadingDuplicate { name, first, second } => {
            format!("Column {} has the same name as column {}: {}.", LANG.count(*second), LANG.count(*first), LANG.quote(name))
        }
        M::HeadingEmpty { column, value } => {
            format!("Column {} has no name, yet has values such as {}.", LANG.count(*column), LANG.quote(value))
        }
        M::HelpHeadingDuplicate {} => "Rename one of the two columns, or remove it.".to_owned(),
        M::HelpHeadingEmpty {} => "Give the column a name, or empty it.".to_owned(),
        M::DuplicateKey { key } => format!("The key {} is written a second time.", LANG.quote(key)),
        M::DuplicateKeyAt { key, line } => format!("The key {} is already on line {line}.", LANG.quote(key)),
        M::HelpDuplicateKey {} => "Keep one of the two.".to_owned(),
        M::TooDeep { most } => format!("Lists and tables stand in one another more than {} deep.", LANG.count(*most)),
        M::HelpTooDeep {} => "Simplify the file: nothing that this program reads needs that much.".to_owned(),
        M::TomlUnclosedText { text } => format!("This text begins with a quotation mark and never ends: {}.", LANG.quote(text)),
        M::TomlMissingEquals { text } => format!("This line has no `=`: {}.", LANG.quote(text)),
        M::TomlMissingValue {} => "There is no value after `=`.".to_owned(),
        M::TomlMissingKey {} => "There is no key before `=`.".to_owned(),
        M::TomlDecimalComma { written } => {
            format!("{} has a decimal comma; TOML writes decimals with a point.", LANG.quote(written))
        }
        M::TomlUnquoted { text } => format!("{} is a text without quotation marks.", LANG.quote(text)),
        M::TomlCurlyQuotes { text } => {
            format!("{} has typographic quotation marks; TOML knows only straight ones.", LANG.quote(text))
        }
        M::TomlUnclosed { bracket } => format!("This {} is never closed.", LANG.quote(bracket)),
        M::TomlMissingComma {} => "A comma is missing here.".to_owned(),
        M::TomlBackslash {} => "A backslash in a text begins a special character, and this one is none.".to_owned(),
        M::TomlBareKey { key } => format!(
            "The key {} needs quotation marks: it has other characters than letters without accents, digits, `-` and `_`.",
            LANG.quote(key)
        ),
        M::TomlFlag { text } => format!("{} is neither `true` nor `false`.", LANG.quote(text)),
        M::TomlDate { text } => format!("{} is not a date that exists.", LANG.quote(text)),
        M::TomlNumber { text } => format!("{} is not written as a number of TOML.", LANG.quote(text)),
        M::TomlNotFinite { text } => format!("{} is not a number that can be counted with.", LANG.quote(text)),
        M::TomlOther { detail } => format!("This is not valid TOML ({detail})."),
        M::HelpTomlUnclosedText {} => "Close it with the same quotation mark, on the same line unless it is tripled.".to_owned(),
        M::HelpTomlMissingEquals {} => "Write a key, `=` and a value: `weight = 20`.".to_owned(),
        M::HelpTomlMissingValue {} => "Write a value after it, or remove the line.".to_owned(),
        M::HelpTomlDecimalComma { fixed } => format!("Write {}.", LANG.quote(fixed)),
        M::HelpTomlQuotes {} => "Put straight quotation marks around a text: \"…\".".to_owned(),
        M::HelpTomlUnclosed {} => "Close it where the list or the table ends.".to_owned(),
        M::HelpTomlMissingComma {} => "Write `,` between the values of a list, and between the keys of `{ … }`.".to_owned(),
        M::HelpTomlBackslash {} => {
            "Write `\\\\`, or put the text between apostrophes, where a backslash is an ordinary character.".to_owned()
        }
        M::HelpTomlBareKey { quoted } => format!("Write `{quoted}`."),
        M::HelpTomlFlag {} => "Write `true` or `false`, in lower case and without quotation marks.".to_owned(),
        M::HelpTomlDate {} => "Write a date as year-month-day: `2026-02-01`.".to_owned(),
        M::HelpTomlNumber {} => {
            "Write digits and one point, such as `0.5` or `12`; put a text between quotation marks.".to_owned()
        }
        M::HelpTomlOther {} => "Compare with a shipped grid, line by line: `grille grids` lists them.".to_owned(),
        M::YamlSeveralDocuments {} => "The file has several documents; only one can be read.".to_owned(),
        M::YamlMergeKey {} => "The merge key `<<` is not read.".to_owned(),
        M::YamlComplexKey {} => "A key is a list or a map.".to_owned(),
        M::YamlAliasLoop {} => "This alias stands inside what it names.".to_owned(),
        M::YamlUnknownAlias {} => "This alias names nothing that stands above it.".to_owned(),
        M::YamlTooManyCopies { most } => format!("The aliases of this file repeat more than {} values.", LANG.count(*most)),
        M::YamlTooManyValues { most } => format!("This file has more than {} values.", LANG.count(*most)),
        M::YamlTag { tag } => format!("The tag {} is not one of YAML’s own.", LANG.quote(tag)),
        M::YamlTab {} => "A tab indents this line or separates its parts.".to_owned(),
        M::YamlUnclosedQuote {} => "A quotation mark is opened and never closed.".to_owned(),
        M::YamlUnclosedBracket {} => "A bracket is opened and never closed, or closed by another one.".to_owned(),
        M::YamlIndentation { detail } => format!("The indentation does not fit what stands above ({detail})."),
        M::YamlColon {} => "A colon stands where no key may begin.".to_owned(),
        M::YamlOther { detail } => format!("This is not acceptable YAML ({detail})."),
        M::YamlNotATable {} => "The file is neither a list of maps nor a map of maps.".to_owned(),
        M::YamlNotARow {} => "This is a single value where a map of columns was expected.".to_owned(),
        M::YamlIdTwice {} => "The id is given twice: by the name of the map and by its key `id`.".to_owned(),
        M::YamlEmptyKey {} => "A key has no name.".to_owned(),
        M::YamlNestedCell {} => "A list or a map stands where a single value was expected.".to_owned(),
        M::HelpYamlSeveralDocuments {} => "Keep one document, or make a file of each.".to_owned(),
        M::HelpYamlMergeKey {} => "Write the keys out.".to_owned(),
        M::HelpYamlComplexKey {} => "Write a single word or text before the colon.".to_owned(),
        M::HelpYamlAlias {} => "Write the value out, or put the anchor `&name` on a value above.".to_owned(),
        M::HelpYamlTag {} => "Remove the tag.".to_owned(),
        M::HelpYamlTab {} => "Indent with spaces.".to_owned(),
        M::HelpYamlUnclosedQuote {} => "Close it with the same mark; an apostrophe inside `'…'` is written twice.".to_owned(),
        M::HelpYamlUnclosedBracket {} => {
            "Close each `[` with `]` and each `{` with `}`, or quote a text that begins with one of them.".to_owned()
        }
        M::HelpYamlIndentation {} => "Align the keys of a map, and the dashes of a list, with one another.".to_owned(),
        M::HelpYamlColon {} => "Put a text that contains a colon between quotation marks.".to_owned(),
        M::HelpYamlOther {} => "Compare with the example files, or use CSV.".to_owned(),
        M::HelpYamlNotATable {} => "Write a list of maps (`- id: P1`), or a map of maps by id (`P1: { … }`).".to_owned(),
        M::HelpYamlIdTwice {} => "Remove the key `id`.".to_owned(),
        M::HelpYamlNestedCell {} => "Write one value for each column.".to_owned(),
        M::PatternMalformed { pattern, detail } => format!("The pattern {} is malformed ({detail}).", LANG.quote(pattern)),
        M::PatternMatchesNothing { pattern } => format!("The pattern {} matches no file.", LANG.quote(pattern)),
        M::PatternMatchesTooMany { pattern, most } => {
            format!("The pattern {} matches more than {} files.", LANG.quote(pattern), LANG.count(*most))
        }
        M::HelpPattern {} => {
            "`*` stands for any characters of a name, `?` for one, `**` for folders; patterns are relative to the call’s folder."
                .to_owned()
        } // ───

          // ── check: grids and calls ──

        // ───

        // ── check: grids and calls ──

        // ───

        // ── check: submissions and marks ──

        // ───

        // ── score and analyse: reasons, notes, explanations ──

        // ───

        // ── report: headings, columns, words ──

        // ───

        // ── cli: usage, help, files ──

        // ───
    }
}
