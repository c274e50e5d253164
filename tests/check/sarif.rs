//! SARIF against the official schema (`tests/fixtures/sarif`), and what code hosts ask of it beyond the schema.

use std::collections::BTreeSet;
use std::fs;

use jsonschema::Validator;
use serde_json::Value;

use crate::{Place, root, unsourced, wrong};

fn validator() -> Validator {
    let text = fs::read_to_string(root().join("tests/fixtures/sarif/sarif-schema-2.1.0.json")).unwrap();
    // One bracket of the published text is a slip that regular expressions of today refuse; it is about languages.
    let slip = r"^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";
    assert_eq!(text.matches(slip).count(), 2);
    let schema: Value = serde_json::from_str(&text.replace(slip, "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$")).unwrap();
    assert_eq!(schema["title"], "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema");
    jsonschema::draft7::new(&schema).unwrap()
}

fn log(run: &crate::Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}{}", run.out, run.err))
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap()
}

#[test]
fn every_log_holds_the_official_schema() {
    let validator = validator();
    let mut rules = BTreeSet::new();
    for args in [
        &["tests/fixtures", "examples"][..],
        &["tests/fixtures", "--deny", "warnings", "--allow", "S313", "--lang", "fr"],
        &["grids"],
        &["nowhere"],
    ] {
        let log = log(&crate::run(&root(), &[&["check", "--format", "sarif"], args].concat(), &[]));
        let faults: Vec<String> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{args:?}: {}", faults.join("\n"));
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let described = run["tool"]["driver"]["rules"].as_array().unwrap();
        for result in results(&log) {
            let of_result = &described[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(of_result["id"], result["ruleId"]);
            let location = &result["locations"][0]["physicalLocation"];
            let uri = location["artifactLocation"]["uri"].as_str().unwrap();
            assert!(!uri.contains('\\') && !uri.contains(' ') && uri.is_ascii(), "{uri}");
            assert_eq!(location["artifactLocation"]["uriBaseId"], "%SRCROOT%");
            if let Some(region) = location.get("region") {
                let at = |key: &str| region[key].as_u64().unwrap();
                assert!(at("startLine") >= 1 && at("startColumn") >= 1, "{result}");
                assert!((at("endLine"), at("endColumn")) >= (at("startLine"), at("startColumn")), "{result}");
            }
            rules.insert(result["ruleId"].as_str().unwrap().to_owned());
        }
        let prints: BTreeSet<&str> =
            results(&log).iter().map(|result| result["partialFingerprints"]["grille/v1"].as_str().unwrap()).collect();
        assert_eq!(prints.len(), results(&log).len(), "each finding is told from the others");
    }
    assert!(rules.len() > 40, "{rules:?}");
    // A schema that takes anything would show nothing.
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{ "tool": {} }] })));
}

/// The level of a result is the one that settings give; that of the rule stays.
#[test]
fn a_level_is_that_of_the_settings() {
    let place = Place::new(&[("a.toml", &unsourced("a"))]);
    let log = log(&place.check(&["--format", "sarif", "--deny", "G118"]));
    assert_eq!(results(&log)[0]["level"], "error");
    let rule = &log["runs"][0]["tool"]["driver"]["rules"][0];
    assert_eq!((&rule["id"], &rule["name"]), (&"G118".into(), &"source-missing".into()));
    assert_eq!(rule["defaultConfiguration"]["level"], "warning");
    for key in ["shortDescription", "fullDescription", "help"] {
        assert!(rule[key]["text"].as_str().unwrap().len() > 10, "{rule}");
    }
    let help = rule["help"]["markdown"].as_str().unwrap();
    assert!(help.contains("**G118**") && help.contains("`grille rule G118`"), "{help}");
    // The page of the rule, and not its one line again.
    assert!(
        rule["fullDescription"]["text"].as_str().unwrap().len() > 2 * rule["shortDescription"]["text"].as_str().unwrap().len()
    );
}

/// What is allowed is no result (hosts would show it all the same), and is counted.
#[test]
fn what_is_allowed_is_counted() {
    let place = Place::new(&[("a.toml", &unsourced("a")), ("b.toml", &wrong("b"))]);
    let log = log(&place.check(&["--format", "sarif", "--allow", "G118"]));
    assert_eq!(results(&log).len(), 1);
    let counts = &log["runs"][0]["properties"];
    assert_eq!((counts["allowed"].as_u64(), counts["errors"].as_u64(), counts["files"].as_u64()), (Some(1), Some(1), Some(2)));
}

/// Lines above, and a place that moves, change no fingerprint; another text does.
#[test]
fn fingerprints_survive_a_moved_line() {
    let print = |text: &str| -> Vec<Value> {
        let place = Place::new(&[("a.toml", text)]);
        let log = log(&place.check(&["--format", "sarif"]));
        results(&log).iter().map(|result| result["partialFingerprints"].clone()).collect()
    };
    let before = print(&wrong("a"));
    assert_eq!(before.len(), 1);
    assert_eq!(print(&format!("# One\n\n# Two\n{}", wrong("a"))), before);
    assert_ne!(print(&wrong("a").replace("weight = 90", "weight = 80")), before);
}

/// Names of files as addresses, and cells of workbooks in the sentence.
#[test]
fn odd_names_and_hostile_texts() {
    let title = "label = { fr = \"Un\" }";
    let text = unsourced("a")
        .replace("label = { fr = \"Un\", en = \"One\" }", title)
        .replace("[[criterion]]\nid = \"a\"", "[[criterion]]\nid = \"A [x](https://example.org)\"");
    let place = Place::new(&[("été 1#2%/a.toml", &text)]);
    let run = place.check(&["--format", "sarif"]);
    let log = log(&run);
    assert!(validator().is_valid(&log));
    for result in results(&log) {
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(uri, "%C3%A9t%C3%A9%201%232%25/a.toml");
        let message = result["message"]["text"].as_str().unwrap();
        assert!(!message.replace("\\](", "").contains("]("), "{message}");
    }
    assert!(
        results(&log).iter().any(|result| result["message"]["text"].as_str().unwrap().contains("A [x\\](https://example.org)")),
        "{}",
        run.out
    );
}

/// Columns count characters, not bytes nor UTF-16 units.
#[test]
fn columns_count_code_points() {
    let place = Place::new(&[("a.toml", &wrong("a").replace("id = \"a\"\nversion", "\"é😀\" = 1\nid = \"a\"\nversion"))]);
    let log = log(&place.check(&["--format", "sarif"]));
    let region = &results(&log)[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["snippet"]["text"], "\"é😀\"");
    let at = |key: &str| region[key].as_u64().unwrap();
    assert_eq!([at("startLine"), at("startColumn"), at("endLine"), at("endColumn")], [2, 1, 2, 5]);
}

#[test]
fn no_more_results_than_hosts_read() {
    let place =
        Place::new(&[("grid.toml", &unsourced("a")), ("call.toml", "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n")]);
    // Every row but the first is a mistake of its own in a file of its own: findings of one kind in one file are counted after a hundred.
    for folder in 0..251 {
        let rows: String = (0..100).map(|row| format!("scale{row} = 1\n")).collect();
        place.write(&format!("{folder}.toml"), &format!("{}{rows}", unsourced(&format!("g{folder}"))));
    }
    place.write("s.csv", "id,title,a,more\nP1,One,5,x\n");
    let log = log(&place.check(&["--format", "sarif"]));
    assert_eq!(results(&log).len(), 25_000);
    let counts = &log["runs"][0]["properties"];
    assert!(counts["errors"].as_u64().unwrap() > 25_000, "{counts}");
    assert!(results(&log).iter().all(|result| result["level"] == "error"), "warnings and notes give way");
    let notice = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    assert!(notice["message"]["text"].as_str().unwrap().starts_with("25,000 findings of 25,"), "{notice}");
}
