//! The JSON Schemas of `schema/`: they are those of the program, they accept every file that is shipped, and they refuse
//! what the program refuses.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a failing test should stop at once")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use grille::check::{CALL_FILE, GRID_FILE, SCENARIOS_FILE, SETTINGS_FILE};
use grille::model::keys::{Kind, Shape};
use jsonschema::Validator;
use serde_json::{Value, json};

#[allow(dead_code, reason = "the findings that the table foretells are for `bad_grids`")]
#[path = "bad_grids/table.rs"]
mod table;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn committed(name: &str) -> String {
    fs::read_to_string(root().join(format!("schema/{name}.schema.json"))).unwrap()
}

fn validator(name: &str) -> Validator {
    let schema: Value = serde_json::from_str(&committed(name)).unwrap();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert!(jsonschema::draft7::meta::is_valid(&schema), "{name} is no draft-07 schema");
    jsonschema::draft7::new(&schema).unwrap()
}

/// What an editor makes of TOML: dates are texts.
fn to_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(to_json).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), to_json(value))).collect::<serde_json::Map<_, _>>().into()
        }
    }
}

fn parse(text: &str) -> Value {
    to_json(&toml::Value::Table(text.parse::<toml::Table>().unwrap()))
}

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The TOML files of a folder and of its folders, of one kind by their name.
fn files(folder: &Path, kind: impl Fn(&str) -> bool + Copy) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, kind));
        } else if path.extension().is_some_and(|ending| ending == "toml") && kind(&path.file_name().unwrap().to_string_lossy()) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn grids() -> Vec<PathBuf> {
    let mut found = files(&root().join("grids"), |_| true);
    found.extend(files(&root().join("examples"), |name| name == "grid.toml"));
    found
}

fn calls() -> Vec<PathBuf> {
    files(&root().join("examples"), |name| name == "call.toml")
}

fn scenarios() -> Vec<PathBuf> {
    files(&root().join("examples"), |name| name == "scenarios.toml")
}

#[test]
fn the_committed_schemas_are_those_of_the_program() {
    for name in ["grid", "call", "scenarios", "settings"] {
        let output = Command::new(env!("CARGO_BIN_EXE_grille")).args(["schema", name]).output().unwrap();
        assert!(output.status.success());
        assert!(
            output.stdout == committed(name).into_bytes(),
            "schema/{name}.schema.json is not what the program says; refresh it with\n  \
             cargo run -- schema {name} -o schema/{name}.schema.json"
        );
    }
}

#[test]
fn every_file_that_is_shipped_is_accepted() {
    for (name, paths) in [("grid", grids()), ("call", calls()), ("scenarios", scenarios())] {
        let validator = validator(name);
        assert!(paths.len() >= if name == "scenarios" { 1 } else { 4 }, "{name}: {paths:?}");
        for path in paths {
            let found = faults(&validator, &parse(&fs::read_to_string(&path).unwrap()));
            assert!(found.is_empty(), "{}:\n{}", path.display(), found.join("\n"));
        }
    }
}

/// An editor finds the schema by the first line.
#[test]
fn every_file_that_is_shipped_names_its_schema() {
    for (name, paths) in [("grid", grids()), ("call", calls()), ("scenarios", scenarios())] {
        for path in paths {
            let text = fs::read_to_string(&path).unwrap();
            let named = text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).unwrap_or_default();
            let schema = fs::canonicalize(path.parent().unwrap().join(named))
                .unwrap_or_else(|error| panic!("{}: {named:?}: {error}", path.display()));
            assert_eq!(
                schema,
                fs::canonicalize(root().join(format!("schema/{name}.schema.json"))).unwrap(),
                "{}",
                path.display()
            );
        }
    }
}

const GRID: &str = r#"
[grid]
id = "g"
version = "1"
title = { fr = "Grille", en = "Grid" }
total = 30

[[fact]]
id = "size"
label = "Size"
type = "count"

[[fact]]
id = "since"
label = "Since"
type = "date"

[[gate]]
id = "old"
label = "Old enough"
require = { all = [{ fact = "since", before = 2024-02-01 }, { not = { fact = "size", at_most = 2 } }] }

[[criterion]]
id = "a"
label = "A"
weight = 10.5
scale = { points = 10, step = 0.5 }
minimum = 3

[[criterion]]
id = "b"
label = "B"
weight = 19.5
from = { fact = "size" }
scale = { brackets = [{ at_least = 10, points = 19.5 }, { points = 0 }] }

[rules]
missing = "lowest"
panel = { combine = "mean", quorum = 2 }
pass = { total = 15 }
ties = ["a"]
"#;

const CALL: &str = r#"
[call]
title = "Call"
grid = "grid.toml"
submissions = "s.csv"
marks = ["a.csv", "b/*.csv"]
places = 4
as_of = 2024-02-01

[lists]
interest = "i.csv"

[columns]
"No" = "id"

[notation]
decimal = "comma"
delimiter = ";"
"#;

#[test]
fn what_the_program_refuses_is_refused() {
    let broken = [
        ("grid", GRID, "id = \"g\"", "id = \"G 1\""),
        ("grid", GRID, "version = \"1\"\n", ""),
        ("grid", GRID, "version = \"1\"", "version = 1"),
        ("grid", GRID, "en = \"Grid\"", "de = \"Raster\""),
        ("grid", GRID, "weight = 10.5", "weigth = 10.5"),
        ("grid", GRID, "weight = 10.5", "weight = \"10,5\""),
        ("grid", GRID, "points = 10, step", "points = 10, min = 0, step"),
        ("grid", GRID, "type = \"count\"", "type = \"integer\""),
        ("grid", GRID, "at_most = 2", "atmost = 2"),
        ("grid", GRID, "fact = \"size\", at_most", "at_most"),
        ("grid", GRID, "missing = \"lowest\"", "missing = \"zero\""),
        ("grid", GRID, "quorum = 2", "quorum = -1"),
        ("grid", GRID, "{ points = 0 }", "{ else = 0 }"),
        ("call", CALL, "[call]", "[appel]"),
        ("call", CALL, "grid = \"grid.toml\"\n", ""),
        ("call", CALL, "places = 4", "places = 4.5"),
        ("call", CALL, "as_of = 2024-02-01", "as_of = 2024"),
        ("call", CALL, "\"comma\"", "\"virgule\""),
        ("call", CALL, "[\"a.csv\", \"b/*.csv\"]", "[1]"),
    ];
    for (name, text) in [("grid", GRID), ("call", CALL)] {
        let found = faults(&validator(name), &parse(text));
        assert!(found.is_empty(), "{name}: {}", found.join("\n"));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("grid.toml");
    for (name, text, from, to) in broken {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        assert!(!validator(name).is_valid(&parse(&changed)), "{name}: {to:?} is accepted by the schema");
        if name == "grid" {
            // The walker and the schema come from one table: what one refuses, the other does.
            fs::write(&file, &changed).unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_grille")).arg("check").arg(&file).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{to:?} is accepted by the program");
        }
    }
    fs::write(&file, GRID).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_grille")).arg("check").arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

/// The keys of each table, by the name of the table: as the key table of the parser has them.
fn parsed_keys(shape: &'static Shape, found: &mut BTreeMap<String, BTreeSet<String>>) {
    let name = shape.name.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let name = name.collect::<Vec<_>>().join("-");
    if found.contains_key(&name) {
        return;
    }
    found.insert(name, shape.keys.iter().map(|key| key.name.to_owned()).collect());
    for key in shape.keys {
        for inner in shapes_in(key.kind) {
            parsed_keys(inner, found);
        }
    }
}

fn shapes_in(kind: Kind) -> Vec<&'static Shape> {
    match kind {
        Kind::Table(shape) => vec![shape],
        Kind::Variant(shapes) | Kind::IdOr(shapes) => shapes.to_vec(),
        Kind::List(inner) | Kind::OneOrList(inner) | Kind::Map(inner) => shapes_in(*inner),
        _ => Vec::new(),
    }
}

/// The same as the committed schema has them; every table and every key has a description in both languages.
fn described_keys(schema: &Value, root: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let tables = schema["definitions"].as_object().unwrap().iter().map(|(name, table)| (name.as_str(), table));
    for (name, table) in tables.chain([(root, schema)]) {
        let properties = table["properties"].as_object().unwrap();
        for (key, value) in properties.iter().map(|(key, value)| (key.as_str(), value)).chain([("", table)]) {
            let description = value["description"].as_str().unwrap_or_default();
            let parts: Vec<&str> = description.split("\n\n").collect();
            assert!(matches!(parts.as_slice(), [fr, en] if !fr.is_empty() && !en.is_empty()), "{name}.{key}: {description:?}");
        }
        assert_eq!(table["additionalProperties"], false, "{name}");
        found.insert(name.to_owned(), properties.keys().cloned().collect());
    }
    found
}

#[test]
fn every_key_of_the_parser_is_in_the_schema_and_the_other_way_round() {
    for (name, root, shape) in [
        ("grid", "grid-file", &GRID_FILE),
        ("call", "call-file", &CALL_FILE),
        ("scenarios", "scenarios-file", &SCENARIOS_FILE),
        ("settings", "settings-file", &SETTINGS_FILE),
    ] {
        let mut parsed = BTreeMap::new();
        parsed_keys(shape, &mut parsed);
        let schema: Value = serde_json::from_str(&committed(name)).unwrap();
        assert_eq!(described_keys(&schema, root), parsed, "{name}");
    }
}

/// What the program says of the shape of files: for each, whether a rule from F030 to F035 fires.
fn refused_by_the_program(files: &[(String, String)]) -> BTreeMap<String, bool> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    let output = command.current_dir(&folder).args(["check", "--format", "json", "."]).output().unwrap();
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut refused: BTreeMap<String, bool> = files.iter().map(|(name, _)| (name.clone(), false)).collect();
    for finding in found["findings"].as_array().unwrap() {
        let (rule, file) = (finding["rule"].as_str().unwrap(), finding["file"].as_str().unwrap());
        assert!(!["F010", "F012"].contains(&rule), "{file} is no TOML any more: {finding}");
        if rule.starts_with("F03")
            && rule != "F036"
            && let Some(said) = refused.get_mut(file)
        {
            *said = true;
        }
    }
    refused
}

/// What the program refuses under these codes, and no schema can: conditions between keys, and the inside of values.
/// Of each, what the name of the file has in it.
const BEYOND_A_SCHEMA: &[&[&str]] = &[
    // An empty file is said to be empty, and nothing else.
    &["bad/grid-empty/"],
    &["bad/call-empty/"],
    // More digits than the program keeps.
    &["bad/number-too-long/"],
    // Bounds of one key.
    &["bad/quorum-zero/"],
    &["table/round-range.toml"],
    &["table/decimals-range.toml"],
    &["table/validity-years.toml"],
    &["table/way-name.toml"],
    // A key that only some tables need, and two that do not go together.
    &["table/weight-missing.toml"],
    &["table/weight-missing-group.toml"],
    &["table/list-counted-and-added.toml"],
    &["-gone-criterion.", ".weight."],
    &["-gone-group.", ".weight."],
    // A bound of a condition is of the kind of what it is about.
    &["-word-", ".at_least."],
    &["-empty-", ".at_least."],
    &["-word-", ".one_of."],
    &["-empty-", ".one_of."],
    &["-number-", ".one_of."],
];

/// Holds schema and program to one verdict on each file; gives how many each refuses.
fn agree(name: &str, files: &[(String, String)]) -> usize {
    let validator = validator(name);
    let refused = refused_by_the_program(files);
    let mut wrong = Vec::new();
    for (file, text) in files {
        let faults = faults(&validator, &parse(text));
        if refused[file] == faults.is_empty()
            && !BEYOND_A_SCHEMA.iter().any(|beyond| beyond.iter().all(|part| file.contains(part)))
        {
            let program = if refused[file] { "refuses" } else { "accepts" };
            wrong.push(format!("{file}: the program {program} it, the schema says {faults:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), files.len(), wrong.join("\n"));
    refused.values().filter(|refused| **refused).count()
}

/// The files of a kind in a folder of fixtures that are TOML at all.
fn fixtures(folder: &str, file_name: &str) -> Vec<(String, String)> {
    let paths = files(&root().join(folder), |name| name == file_name);
    let readable = paths.into_iter().filter_map(|path| Some((path.clone(), fs::read_to_string(path).ok()?)));
    let parsed = readable.filter(|(_, text)| text.parse::<toml::Table>().is_ok());
    parsed.map(|(path, text)| (path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"), text)).collect()
}

#[test]
fn the_schema_and_the_program_agree_on_every_fixture() {
    for (name, file_name) in [("grid", "grid.toml"), ("call", "call.toml"), ("scenarios", "scenarios.toml")] {
        let mut files = fixtures("tests/fixtures", file_name);
        files.extend(fixtures("examples", file_name));
        if name == "grid" {
            let rows = table::GRIDS.iter();
            files.extend(rows.map(|row| (format!("table/{}.toml", row.name), table::written(row.text))));
            let rows = table::GRIDS.iter();
            files.extend(rows.map(|row| {
                let [from, to] = row.repair;
                (format!("repaired/{}.toml", row.name), table::written(&row.text.replace(from, to)))
            }));
        }
        assert!(!files.is_empty(), "{name}");
        agree(name, &files);
    }
}

/// Every value of a document, by where it stands; of a list the first two.
fn places(value: &toml::Value, at: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let inside: Vec<(String, &toml::Value)> = match value {
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), value)).collect(),
        toml::Value::Array(items) => items.iter().take(2).enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in inside {
        at.push(key);
        found.push(at.clone());
        places(value, at, found);
        at.pop();
    }
}

fn at<'v>(value: &'v mut toml::Value, place: &[String]) -> &'v mut toml::Value {
    place.iter().fold(value, |value, key| match value {
        toml::Value::Array(items) => &mut items[key.parse::<usize>().unwrap()],
        other => other.get_mut(key.as_str()).unwrap(),
    })
}

/// The same document with one value gone, of another kind, or under a name that does not exist.
fn bent(text: &str, name: &str, head: &str) -> Vec<(String, String)> {
    let whole = toml::Value::Table(text.parse().unwrap());
    let mut found = Vec::new();
    places(&whole, &mut Vec::new(), &mut found);
    let mut files = Vec::new();
    for (number, place) in found.iter().enumerate() {
        let (key, parent) = place.split_last().unwrap();
        let mut put = |kind: &str, change: &dyn Fn(&mut toml::Value)| {
            let mut changed = whole.clone();
            change(at(&mut changed, parent));
            let spot = place.join(".");
            // What tells a grid, a call and scenarios apart stays.
            let text = toml::to_string(&changed).unwrap();
            if text.contains(head) {
                files.push((format!("{name}-{number}-{kind}-{spot}.toml").replace(['/', ' ', '«', '»'], "_"), text));
            }
        };
        let other = |value: toml::Value| move |parent: &mut toml::Value| *at(parent, std::slice::from_ref(key)) = value.clone();
        put("number", &other(toml::Value::Float(-2.5)));
        put("list", &other(toml::Value::Array(vec![toml::Value::Boolean(true)])));
        put("table", &other(toml::Value::Table(toml::Table::new())));
        put("empty", &other(toml::Value::String(" ".into())));
        put("word", &other(toml::Value::String("Zut".into())));
        put("gone", &|parent| {
            if let toml::Value::Table(table) = parent {
                table.remove(key);
            }
        });
        put("renamed", &|parent| {
            if let toml::Value::Table(table) = parent
                && let Some(value) = table.remove(key)
            {
                table.insert("zut".into(), value);
            }
        });
    }
    files
}

/// What is done to a file by hand is mostly this: a value gone, misspelt, or of another kind.
#[test]
fn the_schema_and_the_program_agree_on_bent_files() {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let mut refused = 0;
    for (name, head, path) in [
        ("grid", "[grid]", "examples/trasss/grid.toml"),
        ("grid", "[grid]", "examples/comite/grid.toml"),
        ("grid", "[grid]", "grids/breeam-levels.toml"),
        ("call", "[call]", "examples/trasss/call.toml"),
        ("call", "[call]", "examples/comite/call.toml"),
        ("scenarios", "[[scenario]]", "examples/trasss/scenarios.toml"),
    ] {
        let files = bent(&read(path), name, head);
        let files = if name == "call" {
            files.into_iter().map(|(file, text)| (format!("{file}/call.toml"), text)).collect()
        } else {
            files
        };
        assert!(files.len() > 20, "{path}: {}", files.len());
        refused += agree(name, &files);
    }
    assert!(refused > 500, "{refused}");
}
