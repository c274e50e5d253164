//! The real binary on the shipped examples: what people and programs get, as snapshots, and beside every snapshot what
//! must be true of it whatever it looks like.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::str::FromStr as _;

use grille::read::library;
use num_rational::BigRational;
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

const LANGS: [(&str, &str); 2] = [("fr", "fr_CA.UTF-8"), ("en", "en_CA.UTF-8")];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The binary, run from the root of the repository, at a width, in a locale.
fn run_in(folder: &Path, locale: &str, width: Option<usize>, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    if let Some(width) = width {
        command.env("COLUMNS", width.to_string());
    }
    command.current_dir(folder).env("LC_ALL", locale).args(args).stdin(Stdio::null()).output().unwrap()
}

fn run(locale: &str, width: Option<usize>, args: &[&str]) -> Output {
    run_in(&root(), locale, width, args)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a run that ends well prints on standard output; standard error must say nothing but how files were read.
fn good(locale: &str, width: Option<usize>, args: &[&str]) -> String {
    let output = run(locale, width, args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {said}");
    assert_eq!(
        said.is_empty(),
        !args.iter().any(|arg| arg.contains("cut-line")) || args.contains(&"--quiet"),
        "{args:?}: {said}"
    );
    text(&output.stdout)
}

/// Both languages of one command, each no wider than asked, with headings of its own.
fn people(name: &str, width: usize, args: &[&str]) {
    let [fr, en] = LANGS.map(|(lang, locale)| {
        let out = good(locale, Some(width), args);
        for line in out.lines() {
            assert!(line.width() <= width, "{args:?} in {lang}: more than {width} columns: {line}");
            assert_eq!(line.trim_end(), line, "{args:?} in {lang}: spaces at the end");
        }
        assert!(out.ends_with('\n') && !out.ends_with("\n\n"), "{args:?} in {lang}");
        insta::assert_snapshot!(format!("{name}_{lang}_{width}"), out);
        out
    });
    own_headings(name, &headings(&fr), &headings(&en));
    french(name, &fr);
}

/// The headings of the tables of a terminal: what stands above a rule, or before a colon at the beginning of a line.
fn headings(out: &str) -> BTreeSet<String> {
    let lines: Vec<&str> = out.lines().collect();
    let above = lines.windows(2).filter(|pair| pair[1].starts_with("──")).flat_map(|pair| pair[0].split("  "));
    let before = lines
        .iter()
        .filter(|line| !line.starts_with(['•', ' ']))
        .filter_map(|line| line.split_once(':'))
        .map(|(head, _)| head)
        .filter(|head| !head.contains("  "));
    above.chain(before).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Words that are the same in both languages, and identifiers.
fn own_headings(name: &str, fr: &BTreeSet<String>, en: &BTreeSet<String>) {
    let same = [
        "Total",
        "Points",
        "Source",
        "Note",
        "Notes",
        "Type",
        "Science",
        "InterS4",
        "Horizon Europe",
        "AGREE II",
        "· Ene 01",
        "· Ene 02",
        "· Man 01",
        "· Man 02",
        "· Man 04",
        "· Pollution",
        "· Transport",
        "Green Flag Award",
    ];
    let shared: Vec<&String> = fr
        .intersection(en)
        .filter(|text| !same.contains(&text.split(" (/").next().unwrap()))
        .filter(|text| !text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '/'))
        .collect();
    assert!(!fr.is_empty() && shared.is_empty(), "{name}: headings that are not translated: {shared:?}");
}

fn french(name: &str, out: &str) {
    for bad in [" : ", "« ", " »", " ;", " !", "'"] {
        assert!(!out.contains(bad), "{name}: {bad:?} in\n{out}");
    }
}

/// A machine form: the same bytes in every locale and language, at every width.
fn machine(args: &[&str]) -> String {
    let out = good("C", None, args);
    for (locale, width, lang) in
        [("fr_CA.UTF-8", Some(40), None), ("en_CA.UTF-8", Some(200), Some("fr")), ("fr_CA.UTF-8", None, Some("en"))]
    {
        let mut args = args.to_vec();
        args.extend(lang.iter().flat_map(|lang| ["--lang", lang]));
        assert_eq!(good(locale, width, &args), out, "{args:?} under {locale}");
    }
    out
}

/// JSON in a snapshot of that name, the hash of the grid left out, and parsed.
fn json(name: Option<&str>, args: &[&str]) -> Value {
    let args: Vec<&str> = args.iter().copied().chain(["--format", "json"]).collect();
    let out = machine(&args);
    if let Some(name) = name {
        let hashes = out.split('"').filter(|text| text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()));
        let shown = hashes.fold(out.clone(), |out, hash| out.replace(hash, "‹sha256›"));
        insta::assert_snapshot!(format!("{name}_json"), shown);
    }
    serde_json::from_str(&out).unwrap()
}

/// The hash that pins a file.
fn sha256(path: &str) -> String {
    hash(&fs::read(root().join(path)).unwrap())
}

fn hash(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Rows of a CSV text, all of one length; headings first.
fn records(csv: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn rational(text: &str) -> BigRational {
    match text.split_once('.') {
        Some((whole, part)) => {
            let power = num_bigint::BigInt::from(10).pow(u32::try_from(part.len()).unwrap());
            BigRational::from_str(&format!("{whole}{part}")).unwrap() / BigRational::from_integer(power)
        }
        None => BigRational::from_str(text).unwrap(),
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("no list `{key}` in {value}"))
}

/// How many candidates an example has, counted without the library.
fn submitted(example: &str) -> usize {
    let folder = root().join("examples").join(example);
    match example {
        "trasss-yaml" => fs::read_to_string(folder.join("practices.yaml")).unwrap().matches("titre:").count().max(7),
        "trasss" => fs::read_to_string(folder.join("practices.csv")).unwrap().lines().count() - 1,
        "inters4" => fs::read_to_string(folder.join("pratiques.csv")).unwrap().lines().count() - 1,
        _ => lines("cut-line", "dossiers.csv").len() - 1,
    }
}

/// The lines of a file of an example, decoded as the example says.
fn lines(example: &str, file: &str) -> Vec<String> {
    let bytes = fs::read(root().join("examples").join(example).join(file)).unwrap();
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| encoding_rs::WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned());
    text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
}

/// The field of a file that begins at a place, as that file separates fields.
fn field(example: &str, place: &Value) -> String {
    let [line, column] = ["line", "column"].map(|key| usize::try_from(place[key].as_u64().unwrap()).unwrap());
    let file = place["file"].as_str().unwrap();
    let line = lines(example, file)[line - 1].clone();
    let rest: String = line.chars().skip(column - 1).collect();
    let end = match Path::new(file).extension().unwrap().to_str().unwrap() {
        "yaml" => '\n',
        _ if example == "cut-line" => ';',
        _ => ',',
    };
    rest.split(end).next().unwrap().to_owned()
}

/// Every reason names a place whose text is the value it gives, or marks whose mean it is.
fn reasons_slice(example: &str, reasons: &[Value]) {
    for reason in reasons {
        if reason["fact"].is_string() && reason["value"].is_string() && reason["file"].is_string() {
            let (value, found) = (reason["value"].as_str().unwrap(), field(example, reason));
            let number = found.replace([' ', '\u{a0}'], "").replace(',', ".");
            let same = value == found || (number.parse::<f64>().is_ok() && rational(&number) == rational(value));
            assert!(same, "{example}: {value:?} is not {found:?} at {reason}");
        }
        let mut places: Vec<&Value> = reason["marks"].as_array().into_iter().flatten().collect();
        if reason["rule"].as_str().is_some_and(|rule| rule.starts_with("minimum:")) {
            if reason["file"].is_string() {
                places.push(reason);
            }
            let marks: Vec<BigRational> = places.iter().map(|place| rational(&field(example, place).replace(',', "."))).collect();
            let mean = marks.iter().sum::<BigRational>() / BigRational::from_integer(marks.len().into());
            assert_eq!(mean, rational(reason["value"].as_str().unwrap()), "{example}: {reason}");
        }
    }
}

#[test]
fn rank_for_people() {
    for example in ["trasss", "cut-line"] {
        let folder = format!("examples/{example}");
        for width in [80, 140] {
            people(&format!("rank_{example}"), width, &["rank", &folder]);
        }
        for (lang, locale) in LANGS {
            let markdown = good(locale, None, &["rank", &folder, "--format", "markdown"]);
            // Cells of a row are as many as those of its table's heading.
            let bars = |line: &str| line.replace("\\|", "").matches('|').count();
            for pair in markdown.lines().collect::<Vec<_>>().windows(2) {
                if pair.iter().all(|line| line.starts_with('|')) {
                    assert_eq!(bars(pair[0]), bars(pair[1]), "{}", pair[1]);
                }
            }
            if lang == "fr" {
                french(example, &markdown);
            }
            insta::assert_snapshot!(format!("rank_{example}_{lang}_markdown"), markdown);
        }
    }
}

/// The narrowest terminal people use shows a table, not a list of fields, and no place is cut in two.
#[test]
fn eighty_columns_are_enough_for_a_table() {
    for example in ["trasss", "cut-line"] {
        let table = good("C", Some(80), &["rank", &format!("examples/{example}")]);
        assert!(table.lines().any(|line| line.starts_with("Rank  Id")), "{table}");
        assert!(!table.contains("Rank: "), "{table}");
        let places = table.split_whitespace().filter(|word| word.contains(".csv:"));
        assert!(places.clone().count() > 0 && places.clone().all(|place| place.matches(':').count() == 2), "{table}");
    }
}

#[test]
fn rank_for_spreadsheets() {
    for example in ["trasss", "cut-line"] {
        let folder = format!("examples/{example}");
        let mut heads: Vec<BTreeSet<String>> = Vec::new();
        for (lang, locale) in LANGS {
            let excel = good(locale, None, &["rank", &folder, "--format", "csv-excel"]);
            let rows = records(excel.strip_prefix('\u{feff}').unwrap(), if lang == "fr" { b';' } else { b',' });
            assert_eq!(rows.len(), submitted(example) + 1);
            assert!(excel.lines().count() == excel.matches("\r\n").count(), "{example}: CRLF everywhere");
            heads.push(rows[0].iter().cloned().collect());
            insta::assert_snapshot!(
                format!("rank_{example}_{lang}_csv-excel"),
                excel.replace('\u{feff}', "‹BOM›").replace("\r\n", "‹CRLF›\n")
            );
        }
        own_headings(example, &heads[0], &heads[1]);
    }
}

#[test]
fn rank_for_programs() {
    for example in ["trasss", "trasss-yaml", "cut-line"] {
        let folder = format!("examples/{example}");
        let csv = machine(&["rank", &folder, "--format", "csv"]);
        let rows = records(&csv, b',');
        assert_eq!(rows.len(), submitted(example) + 1, "{example}: one row a submission");
        let name = format!("rank_{example}");
        let value = json((example != "trasss-yaml").then_some(&name), &["rank", &folder]);
        let lists = ["ranked", "excluded", "unrated"].map(|key| list(&value, key));
        assert_eq!(lists.iter().map(|list| list.len()).sum::<usize>(), submitted(example), "{example}: everyone is somewhere");
        let ids: Vec<&str> = lists.iter().flat_map(|list| list.iter().map(|row| row["id"].as_str().unwrap())).collect();
        let id = rows[0].iter().position(|heading| heading == "id").unwrap();
        assert_eq!(ids, rows[1..].iter().map(|row| row[id].as_str()).collect::<Vec<_>>(), "{example}: both in one order");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert_eq!(value["provisional"], !lists[2].is_empty());
        for row in lists[0] {
            let sum: BigRational =
                list(row, "criteria").iter().map(|line| rational(line["points"]["exact"].as_str().unwrap())).sum();
            assert_eq!(sum, rational(row["totals"]["ranking"]["exact"].as_str().unwrap()), "{example}: {row}");
        }
        for row in lists[1].iter().chain(lists[2]) {
            assert!(row.get("rank").is_none() && !list(row, "reasons").is_empty(), "{example}: {row}");
            reasons_slice(example, list(row, "reasons"));
        }
        if example != "trasss-yaml" {
            insta::assert_snapshot!(format!("rank_{example}_csv"), csv);
            assert_eq!(value["grid"]["sha256"], sha256(&format!("{folder}/grid.toml")), "the bytes of the file");
        }
    }
}

/// The ids and totals worked out by hand in `tests/shipped.rs`, seen from outside.
#[test]
fn the_rankings_are_those_worked_out_by_hand() {
    let value = json(None, &["rank", "examples/trasss"]);
    let told: Vec<String> = list(&value, "ranked")
        .iter()
        .map(|row| {
            format!("{} {} {}", row["rank"], row["id"].as_str().unwrap(), row["totals"]["ranking"]["exact"].as_str().unwrap())
        })
        .collect();
    assert_eq!(told, ["1 P4 272/3", "2 P3 233/3", "3 P2 233/3", "4 P6 71.5", "5 P1 425/6", "6 P5 65.25"]);
    let out = run("C", None, &["rank", "examples/cut-line", "--final", "--quiet"]);
    assert_eq!(out.status.code(), Some(1), "one is unrated: not final");
    assert_eq!(run("C", None, &["rank", "examples/trasss", "--final"]).status.code(), Some(0));
}

#[test]
fn csv_and_yaml_say_the_same() {
    for command in [vec!["rank"], vec!["screen"]] {
        let of = |example: &str, format: &str| {
            let folder = format!("examples/{example}");
            let args: Vec<&str> = command.iter().copied().chain([folder.as_str(), "--format", format]).collect();
            good("C", None, &args)
        };
        if command == ["rank"] {
            assert_eq!(of("trasss", "csv"), of("trasss-yaml", "csv"));
        }
        let [a, b] = ["trasss", "trasss-yaml"].map(|example| {
            let mut value: Value = serde_json::from_str(&of(example, "json")).unwrap();
            without_places(&mut value);
            value
        });
        assert!(a["grid"]["sha256"].is_string());
        assert_eq!(a, b, "{command:?}");
    }
}

fn without_places(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for key in ["file", "line", "column"] {
                map.remove(key);
            }
            map.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

#[test]
fn screen() {
    for example in ["trasss", "cut-line", "inters4"] {
        let folder = format!("examples/{example}");
        for by in ["submission", "rule"] {
            people(&format!("screen_{example}_by_{by}"), 100, &["screen", &folder, "--by", by]);
        }
        let value = json(Some(&format!("screen_{example}")), &["screen", &folder]);
        assert_eq!(list(&value, "submissions").len(), submitted(example));
        for count in list(&value, "counts") {
            let sum: u64 = ["failed", "undecided", "passed"].iter().map(|key| count[key].as_u64().unwrap()).sum();
            assert_eq!(usize::try_from(sum).unwrap(), submitted(example), "{example}: {count}");
        }
        for row in list(&value, "submissions") {
            let failed = list(row, "rules").iter().any(|rule| rule["outcome"] == "failed");
            assert_eq!(row["standing"] == "excluded", failed, "{example}: {row}");
            reasons_slice(example, list(row, "rules"));
        }
        let csv = machine(&["screen", &folder, "--format", "csv"]);
        assert!(records(&csv, b',').len() > submitted(example));
        insta::assert_snapshot!(format!("screen_{example}_csv"), csv);
    }
}

#[test]
fn a_grid_without_criteria_ranks_nothing() {
    for (lang, locale) in LANGS {
        let output = run(locale, None, &["rank", "examples/inters4"]);
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
        insta::assert_snapshot!(format!("rank_inters4_{lang}"), text(&output.stderr));
    }
}

#[test]
fn explain() {
    let cases: [(&str, &[&str]); 8] = [
        ("trasss", &["P2"]),
        ("trasss", &["P4", "P2"]),
        ("trasss", &["P3", "P2"]),
        ("trasss", &["P7"]),
        ("cut-line", &["D01"]),
        ("cut-line", &["D02", "D03"]),
        ("cut-line", &["D05"]),
        ("cut-line", &["D06"]),
    ];
    for (example, ids) in cases {
        let folder = format!("examples/{example}");
        let args: Vec<&str> = ["explain"].iter().chain(ids).copied().chain(["-C", &folder]).collect();
        let name = format!("explain_{example}_{}", ids.join("_"));
        people(&name, 100, &args);
        let value = json(Some(&name), &args);
        assert!(value["schema"].as_str().unwrap().starts_with("grille/"), "{name}");
    }
}

#[test]
fn an_explanation_adds_up() {
    for (example, id) in [("trasss", "P2"), ("trasss", "P4"), ("cut-line", "D01"), ("cut-line", "D05")] {
        let folder = format!("examples/{example}");
        let value = json(None, &["explain", id, "-C", &folder]);
        let mut sum = rational("0");
        let mut weights = rational("0");
        for line in list(&value, "criteria") {
            let get = |key: &str| rational(line[key]["exact"].as_str().unwrap_or_else(|| panic!("{key} in {line}")));
            assert_eq!(get("share") * get("weight"), get("points"), "{line}");
            sum += get("points");
            weights += get("weight");
        }
        assert_eq!(weights, rational("100"));
        assert_eq!(sum, rational(value["total"]["exact"].as_str().unwrap()), "{example} {id}");
    }
}

#[test]
fn grids_and_checks() {
    people("grids", 100, &["grids"]);
    for grid in library::GRIDS {
        people(&format!("grids_{}", grid.id), 100, &["grids", grid.id]);
        let value = json(Some(&format!("grids_{}", grid.id)), &["grids", grid.id]);
        let criteria = list(&value, "criteria");
        let groups = value["groups"].as_array().cloned().unwrap_or_default();
        let weighed = |line: &&Value| line["role"] == "weighed" && line["group"].is_null() && line["in"].is_null();
        let top = criteria.iter().chain(&groups).filter(weighed);
        let weights: BigRational = top.map(|line| rational(line["weight"]["exact"].as_str().unwrap())).sum();
        if let Some(total) = value["total"]["exact"].as_str() {
            assert_eq!(weights, rational(total), "{}", grid.id);
        }
        assert_eq!(value["rules"].is_object(), !criteria.is_empty(), "{}", grid.id);
        assert_eq!(value["sha256"], sha256(&format!("grids/{}.toml", grid.id)));
    }
    assert_eq!(list(&json(None, &["grids"]), "grids").len(), library::GRIDS.len());
    for (lang, locale) in LANGS {
        let output = run(locale, Some(100), &["check", "grids", "examples"]);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
        insta::assert_snapshot!(format!("check_{lang}"), text(&output.stdout));
    }
    // Places of findings are lines of the files, from 1, with the text that is quoted.
    for finding in list(&json(Some("check"), &["check", "grids", "examples"]), "findings") {
        assert_eq!(finding["severity"], "note", "{finding}");
        let Some(text) = finding["text"].as_str() else { continue };
        let file = Path::new(finding["file"].as_str().unwrap());
        // A note about a shipped grid stands beside the examples.
        let folder = file.parent().unwrap();
        let example = folder.strip_prefix("examples").map_or_else(|_| Path::new("..").join(folder), Path::to_owned);
        let example = example.to_str().unwrap();
        let [line, column] = ["line", "column"].map(|key| usize::try_from(finding[key].as_u64().unwrap()).unwrap());
        let line = lines(example, file.file_name().unwrap().to_str().unwrap())[line - 1].clone();
        let found: String = line.chars().skip(column - 1).take(text.chars().count()).collect();
        assert!(!text.is_empty() && found == text, "{finding}");
    }
}

/// The files of a folder, by name, with what is in them.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    found.sort();
    found
}

#[test]
fn a_new_call_is_a_valid_one() {
    for grid in library::GRIDS {
        for (lang, locale) in LANGS {
            let place = tempfile::tempdir().unwrap();
            let here = |args: &[&str]| run_in(place.path(), locale, Some(100), args);
            let made = here(&["new", "my call", "--from", grid.id]);
            assert_eq!((made.status.code(), text(&made.stdout).as_str()), (Some(0), ""), "{}: {}", grid.id, text(&made.stderr));
            let files = contents(&place.path().join("my call"));
            for (name, bytes) in &files {
                let content = text(bytes);
                assert!(!content.contains('\0') && !content.is_empty(), "{} {lang}: {name}", grid.id);
                if lang == "fr" && name != "grid.toml" {
                    french(name, &content);
                }
                if name == "grid.toml.pinned" {
                    assert_eq!(Some(bytes), files.iter().find(|(name, _)| name == "grid.toml").map(|(_, bytes)| bytes));
                } else if name != "grid.toml" {
                    let hash = hash(files.iter().find(|(name, _)| name == "grid.toml").map_or(&[], |(_, bytes)| bytes));
                    assert_eq!(content.contains(&hash), name == "call.toml", "{name}");
                    let shown = content.replace('\u{feff}', "‹BOM›").replace("\r\n", "‹CRLF›\n").replace(&hash, "‹SHA-256›");
                    insta::assert_snapshot!(format!("new_{}_{lang}_{name}", grid.id), shown);
                }
            }
            let result = if grid.id == "inters4-pratiques-inspirantes" { "screen" } else { "rank" };
            for command in ["check", result, "screen"] {
                let output = here(&[command, "my call"]);
                let said = text(&output.stdout) + &text(&output.stderr);
                assert_eq!(output.status.code(), Some(0), "{} {lang} {command}: {said}", grid.id);
            }
            // A second time over it: refused, and nothing is touched.
            for folder in ["my call", "my call/grid.toml"] {
                let again = here(&["new", folder, "--from", grid.id]);
                assert_eq!((again.status.code(), text(&again.stdout).as_str()), (Some(2), ""));
                assert!(!again.stderr.is_empty());
                assert_eq!(contents(&place.path().join("my call")), files);
            }
            let names: Vec<_> = fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(names, ["my call"], "nothing is left beside");
            // An empty folder is as good as none.
            fs::create_dir(place.path().join("empty")).unwrap();
            assert_eq!(here(&["new", "empty", "--from", grid.id]).status.code(), Some(0));
            assert_eq!(contents(&place.path().join("empty")).len(), files.len());
        }
    }
}

#[test]
fn a_file_gets_what_the_screen_gets() {
    let place = tempfile::tempdir().unwrap();
    for ending in ["csv", "json", "md"] {
        let path = place.path().join(format!("out.{ending}"));
        let out = good("C", None, &["rank", "examples/trasss", "-o", path.to_str().unwrap()]);
        assert_eq!(out, "");
        let format = if ending == "md" { "markdown" } else { ending };
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            good("C", None, &["rank", "examples/trasss", "--format", format]),
            "{ending}"
        );
    }
}
