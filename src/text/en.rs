//! The English catalogue.

use super::{Lang, Message};
use crate::number::Exact;
use Message as M;

const LANG: Lang = Lang::En;

/// The sentence in English.
#[expect(clippy::match_same_arms, reason = "one arm a sentence: two that read alike today need not tomorrow")]
pub(super) fn sentence(message: &Message) -> String {
    match message {
        // ── composition ──
        M::Verbatim { text } => text.clone(),
        M::Text { label } => label.get(LANG).to_owned(),
        M::Number { value } => LANG.number(value),
        M::Day { date } => date.to_string(),

        // ── read: how files were read, and what is wrong with their form ──
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
        M::HelpFileIsWorkbook {} => "save the sheet as “CSV UTF-8” in the spreadsheet program, and name that file".to_owned(),
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
        } // ───

        // ── check: grids and calls ──
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
        },
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
        M::TestsFor { kind, tests } => {
            format!("what can be asked of a fact of type {kind}: {tests}", kind = LANG.quote(kind), tests = LANG.list(tests))
        }
        M::TestType { test, fact, kind } => format!(
            "{test} cannot be asked of {fact}, which is of type {kind}",
            test = LANG.quote(test),
            fact = LANG.quote(fact),
            kind = LANG.quote(kind)
        ),
        M::OnlyTrue { other } => format!("the only value is true; for the contrary, write {other} = true"),
        M::EmptyList {} => "the list is empty".to_owned(),
        M::EmptyListHelp {} => "give it at least one element, or remove it".to_owned(),
        M::ChoiceUnknown { value, fact, near } => format!(
            "{value} is not a value of {fact}{near}",
            value = LANG.quote(value),
            fact = LANG.quote(fact),
            near = near_hint(near.as_deref())
        ),
        M::FactUnknown { fact, near } => {
            format!("no fact is called {fact}{near}", fact = LANG.quote(fact), near = near_hint(near.as_deref()))
        }
        M::DeclaredFacts { known } => format!("the declared facts are {known}", known = LANG.list(known)),
        M::SourceMissing {} => "the grid does not say where it was published".to_owned(),
        M::SourceMissingHelp {} => "add source = \"…\", and say there what is your own addition".to_owned(),
        M::IdDuplicate { id, line } => {
            format!("the identifier {id} is already given on line {line}", id = LANG.quote(id), line = LANG.count(*line))
        }
        M::IdDuplicateHelp {} => "each identifier names one thing: change one of the two".to_owned(),
        M::FactKeyUseless { key, wanted, kind } => format!(
            "{key} is only for a fact of type {wanted}, and this one is {kind}",
            key = LANG.quote(key),
            wanted = LANG.quote(wanted),
            kind = LANG.quote(kind)
        ),
        M::FactKeyUselessHelp {} => "remove this key, or change the type".to_owned(),
        M::ChoiceWithoutValues {} => "a choice needs its values".to_owned(),
        M::ChoiceWithoutValuesHelp {} => "add values = { first = \"First value\", second = \"Second value\" }".to_owned(),
        M::ValuesClash { value, other } => format!(
            "the values {value} and {other} have a name in common: a cell could mean either",
            value = LANG.quote(value),
            other = LANG.quote(other)
        ),
        M::ValuesClashHelp {} => "give each value names of its own".to_owned(),
        M::ColumnsClash { id, other } => format!(
            "{id} and {other} have a name in common: a column could be either",
            id = LANG.quote(id),
            other = LANG.quote(other)
        ),
        M::ColumnsClashHelp {} => {
            "identifiers and labels of facts and criteria are column names: each must be its own".to_owned()
        }
        M::WeightNotPositive { weight } => {
            format!("a weight of {weight} gives nothing: it must be above zero", weight = LANG.number(weight))
        }
        M::WeightNotPositiveHelp {} => "give it a weight, or make it a gate".to_owned(),
        M::WeightsSum { sum, total } => {
            format!("the weights add up to {sum}, not {total}", sum = LANG.number(sum), total = LANG.number(total))
        }
        M::WeightsShort { gap, list } => {
            format!(
                "{gap} short ({list}); correct the weights, or declare another `total` under `[grid]`",
                gap = LANG.number(gap),
                list = texts(list).join("; ")
            )
        }
        M::WeightsOver { gap, list } => {
            format!(
                "{gap} too many ({list}); correct the weights, or declare another `total` under `[grid]`",
                gap = LANG.number(gap),
                list = texts(list).join("; ")
            )
        }
        M::WeightOf { id, weight } => format!("{id} {weight}", weight = LANG.number(weight)),
        M::TotalWithoutCriteria {} => "there is a total but no criterion to add up to it".to_owned(),
        M::TotalWithoutCriteriaHelp {} => "remove the total, or add `[[criterion]]` tables".to_owned(),
        M::NothingToDo {} => "the grid has neither a gate nor a criterion".to_owned(),
        M::NothingToDoHelp {} => "add [[gate]] or [[criterion]] tables".to_owned(),
        M::DecimalsRange { value } => format!("{value} decimals cannot be shown: 0 to 6", value = LANG.count(*value)),
        M::MinimumOnSum {} => "a minimum needs one mark to look at, and this criterion is a sum of facts".to_owned(),
        M::MinimumOnSumHelp {} => "put the requirement in a gate on the facts".to_owned(),
        M::MinimumOnLowest {} => "on a scale where the lowest is best, a minimum mark would exclude the best".to_owned(),
        M::MinimumOnLowestHelp {} => "remove the minimum; what a fact must reach goes into a gate".to_owned(),
        M::MinimumVacuous { minimum, low, high } => format!(
            "marks go from {low} to {high}: nobody can {verb} a minimum of {minimum}",
            verb = if minimum > high { "reach" } else { "miss" },
            low = LANG.number(low),
            high = LANG.number(high),
            minimum = LANG.number(minimum)
        ),
        M::MinimumVacuousHelp {} => "the minimum is in the units of the scale, not in points of the weight".to_owned(),
        M::ScaleMissing {} => "the criterion has no scale".to_owned(),
        M::ScaleMissingHelp {} => "for example scale = { points = 20, step = 0.5 }".to_owned(),
        M::ScaleBesideSum {} => "each part of a sum has its own scale: the criterion’s is not used".to_owned(),
        M::ScaleBesideSumHelp {} => "remove this scale".to_owned(),
        M::PartsSum { sum, weight } => format!(
            "the parts add up to {sum}, but the criterion weighs {weight}",
            sum = LANG.number(sum),
            weight = LANG.number(weight)
        ),
        M::PartsSumHelp {} => "correct the weights of the parts, or that of the criterion".to_owned(),
        M::ScaleFactType { fact, kind } => {
            format!("this scale cannot read {fact}, which is of type {kind}", fact = LANG.quote(fact), kind = LANG.quote(kind))
        }
        M::ScaleFactTypeHelp {} => {
            "a scale reads a number, a count or, where it has levels, a choice; change the scale or the fact".to_owned()
        }
        M::ScaleLacksValue { value, fact } => format!(
            "the scale does not say what {value}, a value of {fact}, is worth",
            value = LANG.quote(value),
            fact = LANG.quote(fact)
        ),
        M::ScaleLacksValueHelp {} => "add a level that bears this name".to_owned(),
        M::QuorumZero {} => "a quorum of zero would rate what nobody marked: it is at least 1".to_owned(),
        M::PassVacuous { pass, total } => format!(
            "totals go from 0 to {total}: nobody can {verb} a pass mark of {pass}",
            verb = if pass > total { "reach" } else { "miss" },
            total = LANG.number(total),
            pass = LANG.number(pass)
        ),
        M::PassVacuousHelp {} => "the pass mark is in points of the grid’s total".to_owned(),
        M::TieKeyTwice { id } => format!("{id} already stands in the chain: it cannot break a tie twice", id = LANG.quote(id)),
        M::TieKeyUnknown { id, near } => {
            format!("no criterion, group or total is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::WayNoneHelp {} => "remove this choice: the criterion is measured in one way only".to_owned(),
        M::WayUnknown { way, criterion, near } => format!(
            "{criterion} has no way called {way}{near}",
            criterion = LANG.quote(criterion),
            way = LANG.quote(way),
            near = near_hint(near.as_deref())
        ),
        M::AsOfMissing { gate } => {
            format!("{gate} depends on the call’s reference date, which is not given", gate = LANG.quote(gate.get(LANG)))
        }
        M::AsOfMissingHelp {} => "add as_of = 2024-02-01 to [call], or use --as-of: the clock is never used".to_owned(),
        M::ListUnused { list, near } => format!(
            "the grid counts nothing in a list called {list}{near}",
            list = LANG.quote(list),
            near = near_hint(near.as_deref())
        ),
        M::ListUnusedHelp {} => "remove this list: no fact of the grid is counted in a list".to_owned(),
        M::HeadingUnknown { heading, near } => format!(
            "no file of the call has a column {heading}{near}",
            heading = LANG.quote(heading),
            near = near_hint(near.as_deref())
        ),
        M::HeadingUnknownHelp {} => "write on the left the heading as it is in the file, and on the right the grid’s name for it".to_owned(),
        M::CallGridMissing {} => "nothing says which grid to use".to_owned(),
        M::CallGridMissingHelp {} => "give grid in call.toml, or --grid".to_owned(),
        M::CallSubmissionsMissing {} => "nothing says where the submissions are".to_owned(),
        M::CallSubmissionsMissingHelp {} => "give submissions in call.toml, or --submissions".to_owned(),
        M::GridUnknown { name, near } => {
            format!("no shipped grid is called {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref()))
        }
        M::GridUnknownHelp { known } => {
            format!("shipped grids: {known}; a file is named with its ending, .toml", known = LANG.list(known))
        }
        M::NotGridNorCall {} => "this file is neither a grid nor a call".to_owned(),
        M::NotGridNorCallHelp {} => "a grid begins with [grid], a call with [call]".to_owned(),
        M::NothingFound {} => "there is no grid and no call here".to_owned(),
        M::NothingFoundHelp {} => "give a file or a folder that holds grids, or a call’s folder with its call.toml".to_owned(),
        M::NoCallFile { folder } if folder == "." => "there is no call.toml here".to_owned(),
        M::NoCallFile { folder } => format!("the folder {folder} has no call.toml", folder = LANG.quote(folder)),
        M::NotAFolder { folder } => format!("{folder} is not a folder", folder = LANG.quote(folder)),
        M::FolderMissing { folder } => format!("the folder {folder} does not exist", folder = LANG.quote(folder)),
        M::NoCallFileHelp {} => {
            "start a call with “grille new DIR”, or name the files: --grid, --submissions, --marks".to_owned()
        }
        M::ItemUnknown { id, near } => format!("{id} is the name of no criterion, group or total{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::ItemOfGridUnknown { id, near } => format!("{id} is the name of no criterion or group{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::GroupUnknown { id, near } => format!("no group is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::TotalUnknown { id, near } => format!("no total is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::NoneDeclaredHelp {} => "the grid declares none: add one, or take this out".to_owned(),
        M::NoMainTotal {} => "this grid ranks nothing, so its weights make no total".to_owned(),
        M::NoMainTotalHelp {} => "name a `[[total]]`, or a group, or take `rank_by = \"none\"` out of `[rules]`".to_owned(),
        M::OnlyFactsHere { key } => format!("`{key}` cannot be looked at here: only facts are known before anyone marks"),
        M::OnlyFactsHereHelp {} => "look at a fact; gates and levels may look at marks and totals".to_owned(),
        M::CountNoLevel { level } => format!("some of these criteria have no level called {level}", level = LANG.quote(level)),
        M::CountNoTarget {} => "some of these criteria have no target".to_owned(),
        M::CountNoLevelHelp {} => "name with `among` the criteria that have it".to_owned(),
        M::CountAt { level } => format!("number of criteria at {level}", level = LANG.quote(&level.text(LANG))),
        M::CountAtLeast { level } => format!("number of criteria at {level} or better", level = LANG.quote(&level.text(LANG))),
        M::CountBelowTarget {} => "number of criteria below their target".to_owned(),
        M::WeightedItem { item, weight } => format!("{item} × {weight}", item = item.get(LANG), weight = LANG.number(weight)),
        M::FormWeights { weights, out_of } => format!("shares of {weights}, out of {out_of}", weights = texts(weights).join(" + "), out_of = LANG.number(out_of)),
        M::FormAdjustedPrice { price, quality, k, floor, span } => format!("{price} ÷ (1 + {k} × ({quality} − {floor}) ÷ {span})", price = price.text(LANG), quality = quality.text(LANG), k = LANG.number(k), floor = LANG.number(floor), span = LANG.number(span)),
        M::FormCostPerPoint { price, points } => format!("{price} ÷ {points}", price = price.text(LANG), points = points.text(LANG)),
        M::FormProduct { factors } => texts(factors).join(" × "),
        M::PriceTypeHelp {} => "only a number or a count can be compared or divided; name another fact".to_owned(),
        M::DivisorNotPositive { divisor } => format!("a quality of 0 would divide the price by {divisor}", divisor = LANG.number(divisor)),
        M::DivisorNotPositiveHelp {} => "k × floor ÷ span must stay under 1".to_owned(),
        M::ProductOfOne {} => "a product is of two at least".to_owned(),
        M::ProductOfOneHelp {} => "name a second criterion, group or total".to_owned(),
        M::ExtremeOfOne {} => "the higher or lower is of two at least".to_owned(),
        M::ExtremeOfOneHelp {} => "name a second fact, or write from = { fact = \"…\" }".to_owned(),
        M::ReadHighest { facts } => format!("the highest of {facts}", facts = LANG.list(&texts(facts))),
        M::ReadLowest { facts } => format!("the lowest of {facts}", facts = LANG.list(&texts(facts))),
        M::ReadTable { rows, columns, from, lines } => format!("{rows} (rows) by {columns} (columns from {from}): {lines}", rows = rows.get(LANG), columns = columns.get(LANG), from = texts(from).join(", "), lines = texts(lines).join("; ")),
        M::TableRow { from, points } => format!("from {from} → {points}", from = LANG.number(from), points = texts(points).join(", ")),
        M::TableShape { rows, columns } => format!("the points must be {rows} {rows_1} of {columns} {columns_1}, as the bounds say", rows = LANG.count(*rows), rows_1 = plural(*rows, "row", "rows"), columns = LANG.count(*columns), columns_1 = plural(*columns, "number", "numbers")),
        M::TableShapeHelp {} => "write one list a row, with one number a column".to_owned(),
        M::TableGapHelp {} => "begin the bounds of a count at 0".to_owned(),
        M::BoundsNotRising {} => "the bounds must rise from one to the next".to_owned(),
        M::BoundsNotRisingHelp {} => "write the lower bound of each line, from the lowest to the highest".to_owned(),
        M::ZeroInside { zero, bound } => format!("the mark worth nothing, {zero}, is better than {bound}, which is on the scale", zero = LANG.number(zero), bound = LANG.number(bound)),
        M::ZeroInsideHelp {} => "the mark worth nothing is the worse bound, or lies beyond it".to_owned(),
        M::ScaleFromZero { range, zero } => format!("{range}, {zero} being worth nothing", range = range.text(LANG), zero = LANG.number(zero)),
        M::ScaleRelativeLowest {} => "the lowest of those still in the running ÷ the value".to_owned(),
        M::ScaleRelativeHighest {} => "the value ÷ the highest of those still in the running".to_owned(),
        M::ScaleDecline { starts_at, less, every, after, down_to } => format!("{starts_at} up to {after}, then {less} less for each {every} beyond, never below {down_to}", starts_at = LANG.number(starts_at), less = LANG.number(less), every = LANG.number(every), after = LANG.number(after), down_to = LANG.number(down_to)),
        M::DeclineFloor { least, most } => format!("the points it does not go below ({least}) must be at least 0 and less than {most}", least = LANG.number(least), most = LANG.number(most)),
        M::BracketAbove { bound, points } => format!("above {bound} → {points}", bound = LANG.number(bound), points = LANG.number(points)),
        M::BracketAtMost { bound, points } => format!("{bound} or less → {points}", bound = LANG.number(bound), points = LANG.number(points)),
        M::BracketBelow { bound, points } => format!("below {bound} → {points}", bound = LANG.number(bound), points = LANG.number(points)),
        M::BracketEquals { bound, points } => format!("{bound} → {points}", bound = LANG.number(bound), points = LANG.number(points)),
        M::BracketBetween { low, high, points } => format!("{low} and {high} → {points}", low = low.text(LANG), high = high.text(LANG), points = LANG.number(points)),
        M::Above { bound } => format!("above {bound}", bound = LANG.number(bound)),
        M::AtLeast { bound } => format!("{bound} or more", bound = LANG.number(bound)),
        M::AtMost { bound } => format!("{bound} or less", bound = LANG.number(bound)),
        M::Below { bound } => format!("below {bound}", bound = LANG.number(bound)),
        M::BracketBoundTwice {} => "this line has two bounds on one side".to_owned(),
        M::BracketBoundTwiceHelp {} => "keep one of at_least and above, and one of at_most and below; equals stands alone".to_owned(),
        M::BracketEmpty {} => "no value is between the bounds of this line".to_owned(),
        M::BracketEmptyHelp {} => "the lower bound must come before the upper one".to_owned(),
        M::BracketHidden {} => "the lines above take every value of this one".to_owned(),
        M::BracketHiddenHelp {} => "lines are read from the top: move it up, or change its bounds".to_owned(),
        M::BracketOverlap {} => "a value of this line is in a line above too".to_owned(),
        M::BracketOverlapHelp {} => "write below instead of at_most, or above instead of at_least, where two lines meet".to_owned(),
        M::OneOfTwice { first, second } => format!("`{first}` and `{second}` cannot both be there"),
        M::OneOfNone { known } => format!("one of these keys must be there: {known}", known = LANG.choice(known)),
        M::TotalWithoutRank {} => "this grid ranks nothing, so there is no total".to_owned(),
        M::TotalWithoutRankHelp {} => "take `total` out, or say with `rank_by` what ranks".to_owned(),
        M::CountBoth {} => "a list gives a count of distinct values or a sum, not both".to_owned(),
        M::CountBothHelp {} => "keep `distinct` or `total`; a second fact can have the other".to_owned(),
        M::GroupInItself {} => "a group cannot stand in itself".to_owned(),
        M::GroupLater { id } => format!("the group {id} is declared after this one, which stands in it", id = LANG.quote(id)),
        M::GroupsTooDeep { most } => format!("groups stand in one another more than {most} deep", most = LANG.count(*most)),
        M::GroupInHelp {} => "a group comes after the one it stands in: move it, or take `in` out".to_owned(),
        M::GroupEmpty { group } => format!("nothing stands in the group {group}", group = LANG.quote(group.get(LANG))),
        M::GroupEmptyHelp {} => "give some criteria `group = \"…\"`, or take the group out".to_owned(),
        M::GroupSum { group, sum, weight } => format!("the weights in {group} add up to {sum}, not {weight}", group = LANG.quote(group.get(LANG)), sum = LANG.number(sum), weight = LANG.number(weight)),
        M::TrackGroupSum { track, group, sum, weight } => format!("on the track {track}, the weights in {group} add up to {sum}, not {weight}", track = LANG.quote(track.get(LANG)), group = LANG.quote(group.get(LANG)), sum = LANG.number(sum), weight = LANG.number(weight)),
        M::GroupShort { gap, list } => format!("{gap} short ({list}); correct these weights, or that of the group", gap = LANG.number(gap), list = texts(list).join("; ")),
        M::GroupOver { gap, list } => format!("{gap} too many ({list}); correct these weights, or that of the group", gap = LANG.number(gap), list = texts(list).join("; ")),
        M::TrackSum { track, sum, total } => format!("on the track {track}, the weights add up to {sum}, not {total}", track = LANG.quote(track.get(LANG)), sum = LANG.number(sum), total = LANG.number(total)),
        M::CapIsWeight { weight, cap } => format!("the group weighs {weight} but counts for {cap} at most", weight = LANG.number(weight), cap = LANG.number(cap)),
        M::CapIsWeightHelp {} => "what a capped group weighs is its cap: take `weight` out, or write the same number".to_owned(),
        M::CapUseless { cap, most } => format!("nothing can pass {cap}: there are {most} points at most", cap = LANG.number(cap), most = LANG.number(most)),
        M::CapUselessHelp {} => "take `at_most` out, or lower it".to_owned(),
        M::CapBelowChild { cap, group, item, weight } => format!("{group} counts for {cap} at most, but {item} alone weighs {weight}", group = LANG.quote(group.get(LANG)), cap = LANG.number(cap), item = LANG.quote(item.get(LANG)), weight = LANG.number(weight)),
        M::CapBelowChildHelp {} => "raise the cap to what one of its criteria can give, or lower that weight".to_owned(),
        M::WeightMissingHelp {} => "write weight = …: only a group that takes a mean, or a grid that ranks nothing, can do without".to_owned(),
        M::AsideWeighs {} => "a criterion that counts for nothing has no weight".to_owned(),
        M::AsideWeighsHelp {} => "take `weight` out, or take `role = \"aside\"` out".to_owned(),
        M::TargetNoScale {} => "a target needs one scale on which the highest is best".to_owned(),
        M::TargetNoScaleHelp {} => "take the target out; a requirement on a fact goes into a gate or a level".to_owned(),
        M::TargetUnknown { value } => format!("{value} is neither a mark nor a level of the scale", value = LANG.quote(value)),
        M::TargetVacuous { target, low, high } => format!("marks go from {low} to {high}: nobody can {verb} a target of {target}", verb = if target > high { "reach" } else { "miss" }, low = LANG.number(low), high = LANG.number(high), target = LANG.number(target)),
        M::TargetVacuousHelp {} => "the target is in the units of the scale, not in points of the weight".to_owned(),
        M::ScaleBesideOwn {} => "a condition or a two-way table gives points itself: a scale beside it is not used".to_owned(),
        M::TotalNameTaken { id } => format!("{id} is also the name of a criterion, a group or the total of the weights", id = LANG.quote(id)),
        M::TotalThreshold { bound, low, high } => format!("the value goes from {low} to {high}: with a bound of {bound}, all are on the same side", low = LANG.number(low), high = LANG.number(high), bound = LANG.number(bound)),
        M::TotalThresholdHelp {} => "the bound is in the units of what it bounds; change it, or take it out".to_owned(),
        M::StageMissing {} => "the grid has stages: this must say at which one it stands".to_owned(),
        M::StageUnknown { stage, near } => format!("no stage is called {stage}{near}", stage = LANG.quote(stage), near = near_hint(near.as_deref())),
        M::StageNoneHelp {} => "the grid declares no stage: add a `[[stage]]`, or take the key out".to_owned(),
        M::RestNotLast {} => "without `when`, this takes all the rest, and those below get nobody".to_owned(),
        M::RestNotLastHelp {} => "give it a condition, or put it last".to_owned(),
        M::TracksNone {} => "the grid declares no track".to_owned(),
        M::TracksNoneHelp {} => "add a `[[track]]`, or take `tracks` out".to_owned(),
        M::PlacesTogether {} => "tracks are ranked together, so a track has no places of its own".to_owned(),
        M::PlacesTogetherHelp {} => "add tracks = \"apart\" under `[rules]`, or give the places in the call".to_owned(),
        M::FactWrongType { key, fact, kind } => format!("`{key}` cannot take {fact}, which is of type {kind}", fact = LANG.quote(fact), kind = LANG.quote(kind)),
        M::FactWrongTypeHelp {} => "name another fact, or change its type".to_owned(),
        M::RuleWithoutRank { key } => format!("`{key}` makes no sense where nothing is ranked"),
        M::RuleWithoutRankHelp {} => "take it out, or say with `rank_by` what ranks".to_owned(),
        M::RankByUnknown { id, near } => format!("{id} is no total that can rank{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::TiedRanksUseless {} => "`tied_ranks` only serves where ranks add up".to_owned(),
        M::TiedRanksUselessHelp {} => "add combine = \"rank-sum\", or take it out".to_owned(),
        M::RoundRange { value } => format!("a rounding to {value} decimals: 0 to 9 can be declared", value = LANG.count(*value)),
        M::RatioOfTwo {} => "a ratio is of two facts".to_owned(),
        M::RatioOfTwoHelp {} => "write ratio = [\"what is divided\", \"what it is divided by\"]".to_owned(),
        M::TieNeedsBest {} => "nothing says which comes first, the highest or the lowest".to_owned(),
        M::TieNeedsBestHelp {} => "add best = \"lowest\" or best = \"highest\"".to_owned(),
        M::TieNeedsFirst { fact } => format!("nothing says which values of {fact} come first", fact = LANG.quote(fact)),
        M::TieNeedsFirstHelp {} => "add first = [\"…\"], in order".to_owned(),
        M::TieFirstOnNumber { fact } => format!("`first` goes with a choice or a yes-no, and {fact} is neither", fact = LANG.quote(fact)),
        M::LevelHidden { level, above } => format!("{level} is never given: whatever meets it is {above} already", level = LANG.quote(level.get(LANG)), above = LANG.quote(above.get(LANG))),
        M::LevelHiddenHelp {} => "levels are read from the top: put the more demanding one first".to_owned(),
        M::TrackUncovered { fact, value } => format!("no track takes those whose {fact} is {value}", fact = LANG.quote(fact.get(LANG)), value = LANG.quote(&value.text(LANG))),
        M::TrackUncoveredHelp {} => "add a track for it, or leave `when` out of the last one".to_owned(),
        M::BudgetWithoutCost {} => "the grid does not say which fact a budget is spent on".to_owned(),
        M::BudgetWithoutCostHelp {} => "add cost = \"…\" under `[rules]` of the grid".to_owned(),
        M::PlacesTwice {} => "the tracks of the grid have places of their own".to_owned(),
        M::PlacesTwiceHelp {} => "take the places out of the call, or out of every track".to_owned(),
        M::PlacesWithoutRank {} => "this grid ranks nothing, so there is nothing to cut".to_owned(),
        M::PlacesWithoutRankHelp {} => "take the places out of the call".to_owned(),
        M::ShareRange { share } => format!("a share of {share} is not between 0 and 1", share = LANG.number(share)),
        M::ShareRangeHelp {} => "write 0.3 for three in ten".to_owned(),
        M::CutoffTwice {} => "the call says in two ways how many can be selected".to_owned(),
        M::CutoffTwiceHelp {} => "keep one of `places`, `share` and `budget`".to_owned(),
        M::PreviousCircle { folder } => format!("the rounds before lead back to {folder}, or are too many", folder = LANG.quote(folder)),
        M::PreviousInvalid { folder, errors } => format!("the round before, {folder}, gives no result: {errors} {noun}", folder = LANG.quote(folder), errors = LANG.count(*errors), noun = plural(*errors, "error", "errors")),
        M::PreviousHelp {} => "`previous` names the folder of another call, which must be valid: try `grille check` on it".to_owned(),
        M::ScaleSlope { full, none } => format!("all at {full}, none at {none}, in proportion between", full = LANG.number(full), none = LANG.number(none)),
        M::SlopeFlat { value } => format!("{value} cannot give all the points and none", value = LANG.number(value)),
        M::SlopeFlatHelp {} => "full and none must differ".to_owned(),

        // ───

        // ── check: submissions and marks ──
        M::ColumnMissing { names, near } => {
            format!("no column is called {names}{near}", names = LANG.choice(&LANG.quote_each(names)), near = near_hint(near.as_deref()))
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
        M::MarkDuplicateHelp {} => {
            "keep one of the two; if two reviewers gave them, name them in a column `reviewer`".to_owned()
        }
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
        M::MarkNotApplicable { value } => format!("{value} says that the criterion does not apply, and the grid does not accept that", value = LANG.quote(value)),
        M::MarkNotApplicableHelp {} => "give a mark, or declare `not_applicable` under `[rules]` of the grid".to_owned(),
        M::RoundAppears { id } => format!("{id} was not in the round before"),
        M::RoundUndecided { id } => format!("{id} was undecided at the cut-line of the round before; being here, it counts as selected"),
        M::RoundAppearsHelp {} => "check the identifier; if it belongs here, nothing needs to be done".to_owned(),
        M::RoundDisappear { ids } => format!("selected in the round before, and not among the submissions: {ids}", ids = LANG.list(ids)),
        M::RankSumNeedsReviewers {} => "this mark has no reviewer, and the grid adds up the ranks that each reviewer gives".to_owned(),
        M::RankSumNeedsReviewersHelp {} => "give the marks in files of their own, with a column `reviewer`".to_owned(),

        // ───

        // ── score and analyse: reasons, notes, explanations ──
        M::ReasonGate { gate, found } => format!("{gate}: {found}", gate = gate.get(LANG), found = texts(found).join("; ")),
        M::ReasonGateSaid { gate, reason, found } => format!(
            "{gate}: {reason} ({found})",
            gate = gate.get(LANG),
            reason = reason.get(LANG),
            found = texts(found).join("; ")
        ),
        M::ReasonMinimum { criterion, minimum, mark } => format!(
            "{criterion}: {mark}, below the minimum of {minimum}",
            criterion = criterion.get(LANG),
            mark = LANG.number(mark),
            minimum = LANG.number(minimum)
        ),
        M::ReasonPass { total, pass } => {
            format!("total of {total}, below the pass mark of {pass}", total = LANG.number(total), pass = LANG.number(pass))
        }
        M::FoundFact { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.quote(value)),
        M::FoundCount { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.number(value)),
        M::FoundNothing { fact } => format!("{fact} is not given", fact = fact.get(LANG)),
        M::LackMarks { criterion } => format!("not marked: {criterion}", criterion = criterion.get(LANG)),
        M::LackQuorum { criterion, given, quorum } => format!(
            "{criterion}: {given} {given_2}, quorum of {quorum}",
            criterion = criterion.get(LANG),
            given = LANG.count(*given),
            given_2 = plural(*given, "mark", "marks"),
            quorum = LANG.count(*quorum)
        ),
        M::LackFact { criterion, fact } => {
            format!("{criterion}: {fact} is not given", criterion = criterion.get(LANG), fact = fact.get(LANG))
        }
        M::LackGate { gate, found } => {
            format!("{gate}: undecided ({found})", gate = gate.get(LANG), found = texts(found).join("; "))
        }
        M::NoteProvisional { unrated } => format!(
            "The ranking is provisional: {unrated} {unrated_1} unrated and may still enter it.",
            unrated = LANG.count(*unrated),
            unrated_1 = plural(*unrated, "submission is", "submissions are")
        ),
        M::NoteUndecided { tied, open } => format!(
            "Undecided between {tied}: {open} {open_2} for them all, and nothing the grid declares tells them apart.",
            tied = LANG.list(tied),
            open = LANG.count(*open),
            open_2 = plural(*open, "place", "places")
        ),
        M::NotePlacesLeft { ranked, places } => format!(
            "{places} {places_1} for {ranked} ranked: some stay empty.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ranked = LANG.count(*ranked)
        ),
        M::NoteTieBroken { above, below, total, criterion } => format!(
            "{above} and {below} have the same total, {total}; {criterion} puts {above} first.",
            total = LANG.number(total),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteTieBrokenAtCut { above, below, total, criterion } => format!(
            "{above} and {below} have the same total, {total}, on either side of the cut-line; {criterion} puts {above} first.",
            total = LANG.number(total),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteTieShared { tied, total, rank } => format!(
            "{tied} share rank {rank} with a total of {total}; their order in the table says nothing.",
            tied = LANG.list(tied),
            rank = LANG.count(*rank),
            total = LANG.number(total)
        ),
        M::NoteShownAlike { above, below, gap } => format!(
            "{above} and {below} are shown with the same total but differ by {gap}: this is no tie.",
            gap = LANG.number(gap)
        ),
        M::NoteNearAbove { id, bar, margin } => {
            format!("{id} passes by little: {bar}, with {margin} to spare.", bar = bar.text(LANG), margin = LANG.number(margin))
        }
        M::NoteNearExact { id, bar } => format!("{id} passes with nothing to spare: {bar}.", bar = bar.text(LANG)),
        M::NoteNearBelow { id, bar, margin } => {
            format!("{id} is excluded by little: {bar}, short by {margin}.", bar = bar.text(LANG), margin = LANG.number(margin))
        }
        M::BarMinimum { criterion, minimum } => format!(
            "minimum of {minimum} on {criterion}",
            minimum = LANG.number(minimum),
            criterion = LANG.quote(criterion.get(LANG))
        ),
        M::BarPass { pass } => format!("pass mark of {pass}", pass = LANG.number(pass)),
        M::NoteCountedLowest { id, criteria } => {
            format!("{id} has no mark on {criteria}: the grid then counts the lowest mark.", criteria = LANG.list(criteria))
        }
        M::NoteReweighted { id, weight } => format!(
            "{id} lacks marks on {weight} points of weight; the grid shares that weight among its other criteria.",
            weight = LANG.number(weight)
        ),
        M::NoteRoundedLines { ids } => format!(
            "As shown, the rounded points of {ids} do not add up to the rounded total; the exact ones do.",
            ids = LANG.list(ids)
        ),
        M::NoteWay { criterion, way } => format!(
            "{criterion} is measured by {way}, as this call chose.",
            criterion = LANG.quote(criterion.get(LANG)),
            way = LANG.quote(way)
        ),
        M::NoteMore { more } => {
            format!("… and {more} more like {more_1}.", more = LANG.count(*more), more_1 = plural(*more, "this one", "these"))
        }
        M::EdgeAbove { above, below, gap } => format!("{above} stands above {below} by {gap}.", gap = LANG.number(gap)),
        M::EdgeChain { above, below, criterion } => format!(
            "{above} and {below} have the same total; {criterion}, the first tie-breaking criterion on which they differ, puts {above} above.",
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::EdgeNothing { above, below } => {
            format!("{above} and {below} share a rank: nothing the grid declares tells them apart.")
        }
        M::EdgeNotRanked { above, above_is, below, below_is } => format!(
            "{above} is {above_is}; {below} is {below_is}: only ranked submissions stand above each other.",
            above_is = above_is.text(LANG),
            below_is = below_is.text(LANG)
        ),
        M::EdgeShared { rest } => format!(
            "{rest} of the gap between totals comes from weight left out for missing marks and shared among the other criteria.",
            rest = LANG.number(rest)
        ),
        M::EdgeMost { criterion, difference } => format!(
            "The largest difference is on {criterion}: {difference}.",
            criterion = LANG.quote(criterion.get(LANG)),
            difference = LANG.number(difference)
        ),
        M::FoundValue { value } => LANG.quote(value),
        M::FoundEmpty {} => "not given".to_owned(),
        M::ReasonGroup { group, minimum, points } => format!("{group}: {points}, below the minimum of {minimum}", group = group.get(LANG), points = LANG.number(points), minimum = LANG.number(minimum)),
        M::ReasonBelow { total, value, least } => format!("{total}: {value}, below the threshold of {least}", total = total.get(LANG), value = LANG.number(value), least = LANG.number(least)),
        M::ReasonAbove { total, value, most } => format!("{total}: {value}, above the limit of {most}", total = total.get(LANG), value = LANG.number(value), most = LANG.number(most)),
        M::ReasonCarried { round, reasons } => format!("{round}: {reasons}", round = round.get(LANG), reasons = texts(reasons).join("; ")),
        M::ReasonAtStage { stage, reason } => format!("{stage} — {reason}", stage = stage.get(LANG), reason = reason.text(LANG)),
        M::NotSelectedBefore {} => "not selected".to_owned(),
        M::UnratedBefore { reasons } => format!("unrated ({reasons})", reasons = texts(reasons).join("; ")),
        M::LackTrack {} => "no track is its own: the facts that tell it are missing".to_owned(),
        M::LackTotal { total } => format!("{total} cannot be computed: something it needs is missing, or it would divide by zero", total = total.get(LANG)),
        M::LackReviewer { reviewer } => format!("{reviewer} has not marked it whole, and each reviewer’s order counts"),
        M::LackNothingApplies {} => "nothing applies: no criterion is left to score".to_owned(),
        M::BarGroup { group, minimum } => format!("at least {minimum} on {group}", minimum = LANG.number(minimum), group = LANG.quote(group.get(LANG))),
        M::BarAtLeast { total, least } => format!("at least {least} on {total}", least = LANG.number(least), total = LANG.quote(total.get(LANG))),
        M::BarAtMost { total, most } => format!("at most {most} on {total}", most = LANG.number(most), total = LANG.quote(total.get(LANG))),
        M::BarBetween { total, least, most } => format!("from {least} to {most} on {total}", least = LANG.number(least), most = LANG.number(most), total = LANG.quote(total.get(LANG))),
        M::BarCarried { round } => format!("selected in the round before ({round})", round = round.get(LANG)),
        M::BarRateable {} => "can be rated".to_owned(),
        M::FoundScored { what, value } => format!("{what}: {value}", what = what.text(LANG), value = LANG.number(value)),
        M::NoteLeft { left } => format!("{left} of the budget is left.", left = LANG.number(left)),
        M::NoteNotApplicable { id, criteria } => format!("{id}: not applicable, and left out of its score: {criteria}.", criteria = LANG.list(criteria)),
        M::NoteCompared { criterion, best } => format!("{criterion} compares with {best}, the best of those that passed every gate and every minimum.", criterion = LANG.quote(criterion.get(LANG)), best = LANG.number(best)),
        M::Ratio { over, by } => format!("{over} ÷ {by}", over = over.get(LANG), by = by.get(LANG)),
        M::NoteIncomplete { unrated } => format!("{unrated} {noun} not rated yet.", unrated = LANG.count(*unrated), noun = plural(*unrated, "submission is", "submissions are")),
        M::GoneSince {} => "selected there, and not among these submissions".to_owned(),

        // ───

        // ── report: headings, columns, words ──
        M::LevelError { code } => format!("error[{code}]"),
        M::LevelWarning { code } => format!("warning[{code}]"),
        M::LevelNote { code } => format!("note[{code}]"),
        M::TheCommandLine {} => "command line".to_owned(),
        M::LevelHelp {} => "help".into(),
        M::NoFindings {} => "nothing to report".into(),
        M::FindingsCount { errors, warnings, notes } => {
            let part = |count: &usize, one: &str, many: &str| {
                (*count > 0).then(|| format!("{} {}", LANG.count(*count), if *count == 1 { one } else { many }))
            };
            let parts = [part(errors, "error", "errors"), part(warnings, "warning", "warnings"), part(notes, "note", "notes")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        M::MoreFindings { more, code } => format!("… and {} more of the same kind ({code})", LANG.count(*more)),
        M::FieldOf { label, value } => format!("{label}: {value}"),
        M::TitleRanking { call } => format!("{call} — ranking", call = call.get(LANG)),
        M::TitleScreening { call } => format!("{call} — exclusion report", call = call.get(LANG)),
        M::TitleExplanation { id, title } => format!("{id}: {title}"),
        M::TitleVersus { above, below } => format!("{above} and {below}"),
        M::TitleGrids {} => "Shipped grids".to_owned(),
        M::SummaryRanking { submitted, ranked, excluded, unrated } => format!(
            "{submitted} submitted: {ranked} ranked, {excluded} excluded, {unrated} unrated.",
            submitted = LANG.count(*submitted),
            ranked = LANG.count(*ranked),
            excluded = LANG.count(*excluded),
            unrated = LANG.count(*unrated)
        ),
        M::SummaryEligible { submitted, eligible, excluded, unrated } => format!(
            "{submitted} submitted: {eligible} eligible, {excluded} excluded, {unrated} unrated.",
            submitted = LANG.count(*submitted),
            eligible = LANG.count(*eligible),
            excluded = LANG.count(*excluded),
            unrated = LANG.count(*unrated)
        ),
        M::SelectedAre { places, ids } => format!(
            "Selected for {places} {places_1}: {ids}.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ids = LANG.list(ids)
        ),
        M::SelectedNone {} => "Nobody is selected.".to_owned(),
        M::EligibleAre { ids } => format!("Eligible: {ids}.", ids = LANG.list(ids)),
        M::GridLine { title, version } => format!("Grid: {title}, version {version}", title = title.get(LANG)),
        M::HeadingExcluded {} => "Excluded".to_owned(),
        M::HeadingUnrated {} => "Unrated".to_owned(),
        M::HeadingNotes {} => "Notes".to_owned(),
        M::HeadingReasons {} => "By reason".to_owned(),
        M::HeadingDetail {} => "Every line".to_owned(),
        M::HeadingNotPassed {} => "What is not passed".to_owned(),
        M::HeadingBars {} => "Exclusion criteria and thresholds".to_owned(),
        M::HeadingFacts {} => "Facts".to_owned(),
        M::HeadingCriteria {} => "Criteria".to_owned(),
        M::HeadingGates {} => "Exclusion criteria".to_owned(),
        M::HeadingRules {} => "Rules".to_owned(),
        M::ColumnRank {} => "Rank".to_owned(),
        M::ColumnId {} => "Id".to_owned(),
        M::ColumnTitle {} => "Practice".to_owned(),
        M::ColumnTotal {} => "Total".to_owned(),
        M::ColumnStatus {} => "Standing".to_owned(),
        M::ColumnDistance {} => "From cut-line".to_owned(),
        M::ColumnReason {} => "Reason".to_owned(),
        M::ColumnLack {} => "Missing".to_owned(),
        M::ColumnPlace {} => "Where".to_owned(),
        M::ColumnRule {} => "Rule".to_owned(),
        M::ColumnOutcome {} => "Outcome".to_owned(),
        M::ColumnFound {} => "Found".to_owned(),
        M::ColumnRequired {} => "Required".to_owned(),
        M::ColumnFailed {} => "Excluded".to_owned(),
        M::ColumnUndecided {} => "Undecided".to_owned(),
        M::ColumnPassed {} => "Passed".to_owned(),
        M::ColumnCriterion {} => "Criterion".to_owned(),
        M::ColumnWeight {} => "Weight".to_owned(),
        M::ColumnMarks {} => "Marks".to_owned(),
        M::ColumnMark {} => "Mark".to_owned(),
        M::ColumnShare {} => "Share".to_owned(),
        M::ColumnPoints {} => "Points".to_owned(),
        M::ColumnDifference {} => "Difference".to_owned(),
        M::ColumnScale {} => "Scale".to_owned(),
        M::ColumnName {} => "Name".to_owned(),
        M::ColumnIssuer {} => "Issuer".to_owned(),
        M::ColumnYear {} => "Year".to_owned(),
        M::ColumnCriteria {} => "Criteria".to_owned(),
        M::ColumnGates {} => "Gates".to_owned(),
        M::ColumnVersion {} => "Version".to_owned(),
        M::ColumnType {} => "Type".to_owned(),
        M::ColumnFile {} => "File".to_owned(),
        M::ColumnLine {} => "Line".to_owned(),
        M::ColumnColumn {} => "Column".to_owned(),
        M::ColumnMargin {} => "Margin".to_owned(),
        M::OutOf { weight } => format!("/{weight}", weight = LANG.number(weight)),
        M::StatusIn {} => "selected".to_owned(),
        M::StatusTied {} => "tied at the cut-line".to_owned(),
        M::StatusOut {} => "not selected".to_owned(),
        M::StatusRanked {} => "ranked".to_owned(),
        M::StatusExcluded {} => "excluded".to_owned(),
        M::StatusUnrated {} => "unrated".to_owned(),
        M::StatusEligible {} => "eligible".to_owned(),
        M::OutcomePassed {} => "passed".to_owned(),
        M::OutcomeFailed {} => "failed".to_owned(),
        M::OutcomeUndecided {} => "undecided".to_owned(),
        M::ResultRanked { rank, among, total } => format!(
            "Rank {rank} of {among}, with a total of {total}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            total = LANG.number(total)
        ),
        M::ResultRankedShared { rank, among, total } => format!(
            "Rank {rank} of {among}, shared, with a total of {total}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            total = LANG.number(total)
        ),
        M::ResultExcluded { reasons } => format!("Excluded — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultUnrated { reasons } => format!("Unrated — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultEligible {} => "Eligible: every exclusion criterion is passed.".to_owned(),
        M::ExactTotal { text } => format!("The exact total is {text}."),
        M::LeftOut { weight, total } => format!(
            "Marks are missing on {weight} points of weight; the points above are brought to {total} by sharing that weight in proportion.",
            weight = LANG.number(weight),
            total = LANG.number(total)
        ),
        M::TotalLine {} => "Total".to_owned(),
        M::MarkBy { reviewer, mark } => format!("{reviewer} {mark}", mark = LANG.number(mark)),
        M::PartMissing { fact } => format!("{fact} not given", fact = fact.text(LANG)),
        M::CountedLowestLine {} => "missing, counted as the lowest".to_owned(),
        M::Place { file, line, column } => format!("{file}:{line}:{column}"),
        M::CannotRank { title } => {
            format!("{title} has no criterion: it tells who is eligible and ranks nobody; `grille screen` gives them", title = LANG.quote(title.get(LANG)))
        }
        M::UnknownId { id, near } => {
            format!("no submission is called {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::UnknownGrid { name, near } => {
            format!("no shipped grid is called {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref()))
        }
        M::FolderNotEmpty { folder } => {
            format!("{folder} is not an empty folder: nothing was written; choose a new folder", folder = LANG.quote(folder))
        }
        M::CallStarted { folder, grid } => {
            format!("A call on {grid} is ready in {folder}.", grid = LANG.quote(grid.get(LANG)), folder = LANG.quote(folder))
        }
        M::CallStartedNext { check, rank } => format!("Fill in the submissions and the marks; then {check} and {rank}."),
        M::FinalRefused { unrated } => format!(
            "{unrated} {unrated_1} unrated: the ranking is not final",
            unrated = LANG.count(*unrated),
            unrated_1 = plural(*unrated, "submission is", "submissions are")
        ),
        M::InvalidInput { errors } => format!(
            "{errors} {errors_1} to correct before any result",
            errors = LANG.count(*errors),
            errors_1 = plural(*errors, "error", "errors")
        ),
        M::FormatNotHere { format } => format!("the form {format} does not suit this result", format = LANG.quote(format)),
        M::RuleMissing { policy } => format!("Missing marks: {policy}", policy = policy.text(LANG)),
        M::RulePass { pass } => format!("Pass mark: {pass}", pass = LANG.number(pass)),
        M::RuleTies { criteria } => {
            format!("Ties are broken by {criteria}, then ranks are shared", criteria = LANG.list(&texts(criteria)))
        }
        M::RuleTiesShared {} => "Ties share a rank".to_owned(),
        M::RuleQuorum { quorum } => format!(
            "Quorum: {quorum} {quorum_1} a criterion",
            quorum = LANG.count(*quorum),
            quorum_1 = plural(*quorum, "mark", "marks")
        ),
        M::RuleMean {} => "Reviewers combine by the exact mean of the marks given".to_owned(),
        M::PolicyUnrated {} => "the submission is unrated and the ranking provisional".to_owned(),
        M::PolicyError {} => "an error".to_owned(),
        M::PolicyReweight {} => "the criterion is left out and its weight shared among the others".to_owned(),
        M::PolicyLowest {} => "counted as the lowest mark".to_owned(),
        M::AspectsOf { aspects } => texts(aspects).join("; "),
        M::MinimumOf { minimum } => format!("minimum {minimum}", minimum = LANG.number(minimum)),
        M::WayNamed { way, scale } => format!("or, by {way}: {scale}", way = LANG.quote(way), scale = scale.text(LANG)),
        M::SourceLine { source } => format!("Source: {source}", source = source.get(LANG)),
        M::Labelled { what, scale } => format!("{what}: {scale}", what = what.get(LANG), scale = scale.text(LANG)),
        M::SelectedAndUndecided { places, ids, open, tied } => format!(
            "For {places} {places_1}: {ids} selected; undecided between {tied} for {open} {open_1}.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ids = list_or_nobody(ids),
            tied = LANG.list(tied),
            open = LANG.count(*open),
            open_1 = plural(*open, "place", "places")
        ),
        M::PartPoints { fact, value, points, weight } => format!(
            "{fact}: {value} → {points}/{weight}",
            fact = fact.text(LANG),
            value = LANG.number(value),
            points = LANG.number(points),
            weight = LANG.number(weight)
        ),
        M::FileNotes { file, notes } => format!("{file}: {notes}", notes = texts(notes).join("; ")),
        M::NewMarks {} => "one row a submission and a reviewer".to_owned(),
        M::ColumnKey {} => "Key".to_owned(),
        M::ColumnDefault {} => "Default".to_owned(),
        M::ColumnMeaning {} => "Meaning".to_owned(),
        M::NeedRequired {} => "required".to_owned(),
        M::KindText {} => "text".to_owned(),
        M::KindLabel {} => "text, or { fr, en }".to_owned(),
        M::KindId {} => "identifier".to_owned(),
        M::KindNumber {} => "exact number".to_owned(),
        M::KindWhole {} => "whole number".to_owned(),
        M::KindFlag {} => "true or false".to_owned(),
        M::KindDate {} => "date".to_owned(),
        M::KindWord { words } => LANG.choice(&words.iter().map(|word| plain_or_quoted(word)).collect::<Vec<_>>()),
        M::KindScalar {} => "text, number, date, true or false".to_owned(),
        M::KindList { of } => format!("list: {of}", of = of.text(LANG)),
        M::KindOneOrList { of } => format!("one or a list: {of}", of = of.text(LANG)),
        M::KindMap { of } => format!("name = {of}", of = of.text(LANG)),
        M::KindTable { name } => format!("table: {name}"),
        M::KindIdOr { keys } => format!("identifier, or table with {keys}", keys = LANG.choice(keys)),
        M::NeedOneOf {} => "one of these".to_owned(),
        M::KindVariant { keys } => format!("table with {keys}", keys = LANG.choice(keys)),
        M::TitleProfile { call } => format!("{call} — results", call = call.get(LANG)),
        M::SummaryProfile { submitted, rated, excluded, unrated } => format!("{submitted} submitted: {rated} rated, {excluded} excluded, {unrated} unrated.", submitted = LANG.count(*submitted), rated = LANG.count(*rated), excluded = LANG.count(*excluded), unrated = LANG.count(*unrated)),
        M::SelectedWithin { ids } => format!("Selected within the budget: {ids}.", ids = LANG.list(ids)),
        M::LevelHas { level, ids } => format!("{level}: {ids}", level = level.text(LANG), ids = LANG.list(ids)),
        M::ClassNone {} => "no level".to_owned(),
        M::ClassUndecided {} => "undecided".to_owned(),
        M::HeadingTrack { track } => track.get(LANG).to_owned(),
        M::HeadingLeftBefore {} => "Only in the round before".to_owned(),
        M::HeadingValidity {} => "Validity".to_owned(),
        M::HeadingSummaries {} => "Overall".to_owned(),
        M::HeadingGaps {} => "Gaps to the targets".to_owned(),
        M::NoGaps {} => "Every target is reached.".to_owned(),
        M::HeadingLevels {} => "Levels".to_owned(),
        M::HeadingTotals {} => "Totals".to_owned(),
        M::HeadingTracks {} => "Tracks".to_owned(),
        M::HeadingStages {} => "Stages".to_owned(),
        M::ColumnLevel {} => "Level".to_owned(),
        M::ColumnTrack {} => "Track".to_owned(),
        M::ColumnStage {} => "Stage".to_owned(),
        M::ColumnRankSum {} => "Sum of ranks".to_owned(),
        M::ColumnAdjustments {} => "Adjustments".to_owned(),
        M::ColumnTarget {} => "Target".to_owned(),
        M::ColumnGap {} => "Gap".to_owned(),
        M::ColumnFrom {} => "From".to_owned(),
        M::ColumnUntil {} => "Ends".to_owned(),
        M::ColumnState {} => "State".to_owned(),
        M::ColumnFamily {} => "Family".to_owned(),
        M::ColumnHow {} => "How it comes about".to_owned(),
        M::ColumnWhen {} => "What it takes".to_owned(),
        M::ColumnWhat {} => "What changes".to_owned(),
        M::StateValid {} => "valid".to_owned(),
        M::StateExpired {} => "expired".to_owned(),
        M::StateNotYet {} => "not yet".to_owned(),
        M::StateUnknown {} => "no reference date".to_owned(),
        M::SummaryLine { label, mean, count } => format!("{label}: {mean} ({count} {noun})", label = label.get(LANG), mean = LANG.number(mean), count = LANG.count(*count), noun = plural(*count, "submission", "submissions")),
        M::SummaryOf { label, value, mean, count } => format!("{label}, {value}: {mean} ({count} {noun})", label = label.get(LANG), value = value.text(LANG), mean = LANG.number(mean), count = LANG.count(*count), noun = plural(*count, "submission", "submissions")),
        M::NotSaid {} => "not said".to_owned(),
        M::OutcomeNotReached {} => "not reached".to_owned(),
        M::AdjustShared {} => "Weight left out and shared".to_owned(),
        M::AdjustCapped {} => "Above the cap".to_owned(),
        M::AdjustRounded {} => "Declared rounding".to_owned(),
        M::BetweenLine {} => "Shared weight, caps and roundings".to_owned(),
        M::SubtotalLine { group } => format!("Subtotal: {group}", group = group.get(LANG)),
        M::Indented { what } => {
            let (deep, what) = what.within();
            format!("{dots}{what}", dots = "· ".repeat(deep + 1), what = what.text(LANG))
        }
        M::NotReachedLine {} => "not asked: left at an earlier stage".to_owned(),
        M::LeftOutLine {} => "no mark: its weight is shared".to_owned(),
        M::NotApplicableBy { reviewer } => format!("{reviewer} n/a"),
        M::NotApplicableMark {} => "n/a".to_owned(),
        M::ResultProfile {} => "Rated; this grid ranks nothing.".to_owned(),
        M::ResultLevel { level } => format!("Level: {level}.", level = level.text(LANG)),
        M::ResultScored { rank, among, what, score } => format!("Rank {rank} of {among}: {what} {score}.", rank = LANG.count(*rank), among = LANG.count(*among), what = what.text(LANG), score = LANG.number(score)),
        M::TrackIs { track } => format!("Track: {track}", track = track.get(LANG)),
        M::TotalIs { total, value, how } => format!("{total}: {value} = {how}", total = total.get(LANG), value = LANG.number(value), how = how.text(LANG)),
        M::ValidUntil { label, from, ends, state } => format!("{label}: from {from}{until} — {state}", label = label.get(LANG), until = ends.map_or_else(String::new, |ends| format!(" to {ends}")), state = state.text(LANG)),
        M::AllTheRest {} => "all the rest".to_owned(),
        M::FamilySelection {} => "Selecting practices and projects".to_owned(),
        M::FamilyFunding {} => "Funding".to_owned(),
        M::FamilyProcurement {} => "Procurement".to_owned(),
        M::FamilyAppraisal {} => "Appraisal and certification".to_owned(),
        M::FamilyMaturity {} => "Maturity and self-assessment".to_owned(),
        M::FamilyEvaluation {} => "Evaluation of results".to_owned(),
        M::FamilyOther {} => "Other".to_owned(),
        M::RuleRankBy { what, best } => format!("Ranked by: {what}, {best} first", what = what.text(LANG), best = best.text(LANG)),
        M::RuleRanksNothing {} => "Nothing is ranked: each submission has its own results".to_owned(),
        M::BestHighest {} => "the highest".to_owned(),
        M::BestLowest {} => "the lowest".to_owned(),
        M::RuleRankSum { tied } => format!("Marks of several reviewers: each one’s totals become ranks, and the ranks add up; those level take {tied}", tied = tied.text(LANG)),
        M::TiedMean {} => "the mean of their ranks".to_owned(),
        M::TiedLowest {} => "the best of their ranks".to_owned(),
        M::RuleNotApplicable { policy } => format!("Marks “not applicable”: {policy}", policy = policy.text(LANG)),
        M::PolicyLeaveOut {} => "left out of the group’s score, whose maximum is adjusted".to_owned(),
        M::PolicyShareOut {} => "their weight is shared among all the other criteria".to_owned(),
        M::RuleRound { steps } => format!("Declared roundings, half up: {steps}", steps = LANG.list(&texts(steps))),
        M::RoundMarks { decimals } => format!("marks to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RoundPoints { decimals } => format!("points to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RoundGroups { decimals } => format!("groups to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RoundTotals { decimals } => format!("totals to {decimals} decimals", decimals = LANG.count(*decimals)),
        M::RuleCap { cap } => format!("The total counts for {cap} at most", cap = LANG.number(cap)),
        M::RuleApart {} => "Each track is ranked apart".to_owned(),
        M::RuleCost { cost } => format!("A budget is spent on: {cost}", cost = cost.get(LANG)),
        M::RuleDense {} => "After a shared rank, the next one follows: 1-2-2-3".to_owned(),
        M::CapOf { cap } => format!("{cap} at most", cap = LANG.number(cap)),
        M::GroupMean {} => "mean of what stands in it".to_owned(),
        M::GroupAdds {} => "sum of what stands in it".to_owned(),
        M::TargetOf { target } => format!("target {target}", target = LANG.number(target)),
        M::RoleBonus {} => "bonus".to_owned(),
        M::RoleMalus {} => "taken away".to_owned(),
        M::RoleAside {} => "does not count".to_owned(),
        M::AtStage { stage } => format!("stage: {stage}", stage = stage.get(LANG)),
        M::TrackWeight { item, weight } => format!("weight of {item}: {weight}", item = LANG.quote(item.get(LANG)), weight = LANG.number(weight)),
        M::TrackPlaces { places } => format!("{places} {noun}", places = LANG.count(*places), noun = plural(*places, "place", "places")),
        M::ValidFor { label, years, fact } => format!("{label}: {years} {noun} from {fact}", label = label.get(LANG), years = LANG.count(*years), noun = plural(*years, "year", "years"), fact = LANG.quote(fact.get(LANG))),
        M::FirstValues { fact, values } => format!("{fact}: {values} first", fact = fact.get(LANG), values = texts(values).join(", ")),
        M::WithBest { what, best } => format!("{what} ({best} first)", what = what.text(LANG), best = best.text(LANG)),
        M::PartOf { what, weight } => format!("{what} → {weight}", what = what.text(LANG), weight = LANG.number(weight)),
        M::PartOn { what, scale } => format!("{what}: {scale}", what = what.text(LANG), scale = scale.text(LANG)),
        M::ColumnNotReached {} => "Not reached".to_owned(),

        // ───

        // ── cli: usage, help, files ──
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
        M::CheckSummary { grids, calls, found } => {
            let grids_are = format!("{} {}", LANG.count(*grids), plural(*grids, "grid", "grids"));
            let calls_are = format!("{} {}", LANG.count(*calls), plural(*calls, "call", "calls"));
            let what = match (grids, calls) {
                (0, 0) | (1.., 1..) => format!("{grids_are} and {calls_are}"),
                (0, _) => calls_are,
                (_, 0) => grids_are,
            };
            format!("{what} checked: {found}", found = found.text(LANG))
        }
        M::FolderUnreadable { folder } => format!("{folder} cannot be read", folder = LANG.quote(folder)),
        M::FolderCannotBeMade { folder } => format!("{folder} cannot be made", folder = LANG.quote(folder)),
        // ───
    }
}

/// A sign such as `,` would be lost among the words of a list.
fn plain_or_quoted(word: &str) -> String {
    if word.chars().any(char::is_alphanumeric) { word.to_owned() } else { LANG.quote(word) }
}

/// A file as a sentence names it.
fn file(name: &str) -> String {
    if name == "-" { "the standard input".to_owned() } else { LANG.quote(name) }
}

fn texts(parts: &[Message]) -> Vec<String> {
    parts.iter().map(|part| part.text(LANG)).collect()
}

/// English counts one as one, and all else as many.
const fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

fn near_hint(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; did you mean {}?", LANG.quote(near)))
}

fn step_hint(step: Option<&Exact>) -> String {
    step.map_or_else(String::new, |step| format!(", by steps of {}", LANG.number(step)))
}

fn list_or_nobody(names: &[String]) -> String {
    if names.is_empty() { "nobody".to_owned() } else { LANG.list(names) }
}
