//! The JSON Schemas of `schema/`: they are those of the program, they accept every file that is shipped, and they refuse
//! what the program refuses.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a failing test should stop at once")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jsonschema::Validator;
use serde_json::{Value, json};

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
