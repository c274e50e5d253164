//! The forms of findings: a file beside what people see, annotations of GitHub, and JSON against its schema.

use std::fs;

use serde_json::Value;

use crate::{Place, root, setting, unsourced, wrong};

/// The ending of the file picks its form, and people see the findings all the same.
#[test]
fn a_file_is_written_beside_what_people_see() {
    let place = Place::new(&[("a.toml", &unsourced("a")), ("b.toml", &wrong("b"))]);
    let people = place.check(&["a.toml", "b.toml"]);
    for (name, begins) in
        [("out.sarif", "{\n  \"$schema\""), ("out.json", "{\n  \"schema\""), ("out.sarif.json", "{\n  \"$schema\"")]
    {
        let run = place.check(&["a.toml", "b.toml", "-o", name]);
        assert_eq!((run.code, &run.out, run.err.as_str()), (1, &people.out, ""), "{name}");
        assert!(fs::read_to_string(place.path().join(name)).unwrap().starts_with(begins), "{name}");
    }
    let run = place.check(&["a.toml", "--format", "github", "-o", "log.txt"]);
    assert_eq!((run.code, fs::read_to_string(place.path().join("log.txt")).unwrap().starts_with("::warning ")), (0, true));
    // Never over an input, settings among them.
    place.write("grille.toml", &setting("allow", "G118"));
    for name in ["a.toml", "grille.toml"] {
        let before = fs::read_to_string(place.path().join(name)).unwrap();
        let run = place.check(&["a.toml", "--format", "json", "-o", name]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}");
        assert_eq!(fs::read_to_string(place.path().join(name)).unwrap(), before);
    }
    // No other command has these forms.
    let run = crate::run(&root(), &["rank", "examples/trasss", "-o", "/nowhere/out.sarif"], &[]);
    assert!(
        run.code == 2 && run.err.contains("the form sarif does not suit this result") || run.err.contains("“sarif”"),
        "{}",
        run.err
    );
    assert_eq!(crate::run(&root(), &["rank", "examples/trasss", "--format", "sarif"], &[]).code, 2);
}

#[test]
fn annotations_of_github() {
    let place = Place::new(&[("dossier, 100 %: a/a.toml", &unsourced("a")), ("b.toml", &wrong("b"))]);
    let run = place.check(&["--format", "github"]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(run.code, 1);
    assert!(lines[0].starts_with("::error file=b.toml,line=10,col="), "{}", lines[0]);
    assert!(lines[0].contains(",title=G101 weights-sum::"), "{}", lines[0]);
    assert!(
        lines[1].starts_with("::warning file=dossier%2C 100 %25%3A a/a.toml,line=1,col=2,endLine=1,endColumn=6,title=G118 "),
        "{}",
        lines[1]
    );
    assert_eq!(lines[2..], ["2 grids checked: 1 error, 1 warning"]);
    // What is raised is shown as raised.
    let raised = place.check(&["--format", "github", "--deny", "warnings"]).out;
    assert_eq!(raised.matches("::error ").count(), 2);
    // The locale says nothing; who asks for a language gets it.
    let french = |args: &[&str]| {
        crate::run(place.path(), &[&["check", "--format", "github"], args].concat(), &[("LC_ALL", "fr_CA.UTF-8")]).out
    };
    assert_eq!(french(&[]), run.out);
    assert!(french(&["--lang", "fr"]).contains("%0Aaide\u{a0}: "));
}

/// Every finding of the bad fixtures, of every kind of place, is what the schema says.
#[test]
fn json_holds_its_schema() {
    let schema: Value = serde_json::from_str(&fs::read_to_string(root().join("schema/findings.schema.json")).unwrap()).unwrap();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let mut seen = 0;
    for args in [
        &["tests/fixtures", "examples"][..],
        &["tests/fixtures", "--allow", "S313", "--deny", "warnings", "--lang", "fr"],
        &["examples", "-q"],
        &["nowhere"],
    ] {
        let run = crate::run(&root(), &[&["check", "--format", "json"], args].concat(), &[]);
        let found: Value = serde_json::from_str(&run.out).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&found).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{args:?}: {}", faults.join("\n"));
        let list = found["findings"].as_array().unwrap();
        for severity in ["error", "warning", "note"] {
            let count = list.iter().filter(|finding| finding["severity"] == severity).count();
            assert_eq!(found[format!("{severity}s")], count, "{args:?}");
        }
        assert_eq!(found["allowed"], found["silenced"].as_array().unwrap().len());
        seen += list.len();
    }
    assert!(seen > 200, "{seen}");
    // A schema that takes anything would show nothing.
    let broken = serde_json::json!({ "schema": "grille/findings/1", "findings": [{ "rule": "X1" }] });
    assert!(!validator.is_valid(&broken));
}

/// Every span, cut out of its file, is the text quoted.
#[test]
fn spans_are_the_text_that_is_quoted() {
    let found: Value =
        serde_json::from_str(&crate::run(&root(), &["check", "tests/fixtures", "--format", "json"], &[]).out).unwrap();
    let mut seen = 0;
    for finding in found["findings"].as_array().unwrap() {
        let (Some(text), Some(line)) = (finding["text"].as_str(), finding["line"].as_u64()) else { continue };
        let Ok(file) = fs::read_to_string(root().join(finding["file"].as_str().unwrap())) else { continue };
        if finding["end"]["line"] != finding["line"] || finding.get("cell").is_some() {
            continue;
        }
        let file = file.replace("\r\n", "\n");
        let line = file.trim_start_matches('\u{feff}').split('\n').nth(usize::try_from(line).unwrap() - 1).unwrap();
        let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap() - 1;
        let (start, end) = (at(&finding["column"]), at(&finding["end"]["column"]));
        let cut: String = line.chars().skip(start).take(end - start).collect();
        assert_eq!(cut, text, "{finding}");
        seen += 1;
    }
    assert!(seen > 80, "{seen}");
}

/// Quiet spares people the notes; programs get everything, and the summary counts.
#[test]
fn quiet_leaves_notes_out() {
    let place = Place::new(&[("b.toml", &unsourced("b"))]);
    let b = place.path().join("b.toml").display().to_string();
    let loud = crate::run(&root(), &["check", "examples", &b], &[]);
    let quiet = crate::run(&root(), &["check", "examples", &b, "-q"], &[]);
    assert!(loud.out.contains("note[") && !quiet.out.contains("note["));
    assert!(quiet.out.contains("warning[") && quiet.out.contains(" notes ("), "{}", quiet.out);
    assert_eq!(loud.out.lines().last(), quiet.out.lines().last());
}
