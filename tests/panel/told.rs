//! What is said of marks: who gave which, what does not count, who is awaited; and that numbers in the place of names hide every
//! name.

use std::collections::BTreeSet;
use std::fs;

use super::{Folder, Run, alone, by, root, run};

/// Seven reviewers, one answer of each kind and two extremes, on S; on T, all the same.
fn folder() -> Folder {
    let grid = format!("{}[rules]\npanel = {{ combine = \"drop-extremes\" }}\n", alone(10));
    let names = [
        ("ann", "Ann Ek"),
        ("bo", "Bo Lund"),
        ("cy", "Cy Young"),
        ("dee", "Dee Dee"),
        ("eve", "Eve Adams"),
        ("flo", "Flo Rida"),
        ("gus", "Gus Moth"),
    ];
    let call = names.map(|(id, name)| super::reviewer(id, &format!("name = \"{name}\"\nrole = \"Expert {id}\""))).concat();
    let s = "S,ann,9\nS,bo,2\nS,cy,5\nS,dee,6\nS,eve,abstention\nS,flo,recused\n";
    let t = names.map(|(id, _)| format!("T,{id},4\n")).concat();
    Folder::new(&grid, &call, &[("submissions.csv", "id\nS\nT\n"), ("marks.csv", &format!("submission,reviewer,a\n{s}{t}"))])
}

#[test]
fn a_program_is_told_what_became_of_each_answer() {
    let explained = folder().json(&["explain", "S"]);
    let line = by(&explained["criteria"], "id", "a");
    // Without 2 and 9: (5 + 6) / 2.
    assert_eq!(line["mark"]["exact"], "5.5");
    let rows: Vec<String> = line["marks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {}", row["reviewer"].as_str().unwrap(), row["mark"].as_str().unwrap(), row["counts"]))
        .collect();
    let expected = [
        "Ann Ek 9 false",
        "Bo Lund 2 false",
        "Cy Young 5 null",
        "Dee Dee 6 null",
        "Eve Adams abstained null",
        "Flo Rida recused null",
        "Gus Moth missing null",
    ];
    assert_eq!(rows, expected);
    // Where an answer stands is said; what is not there stands nowhere.
    let place = |name: &str| by(&line["marks"], "reviewer", name);
    assert_eq!((&place("Bo Lund")["file"], &place("Bo Lund")["line"]), (&"marks.csv".into(), &3.into()));
    assert!(place("Gus Moth")["file"].is_null());
    // The same rows stand behind the ranking.
    let details = folder().json(&["rank", "--details"]);
    let ranked = by(&by(&details["ranked"], "id", "S")["criteria"], "id", "a");
    assert_eq!(ranked["marks"], line["marks"]);
    assert!(by(&by(&folder().rank()["ranked"], "id", "S")["criteria"], "id", "a")["marks"].is_null());
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_person_is_told_it_too() {
    // As Markdown, where no cell is cut into lines.
    let said = |lang: &str| words(&folder().run(&["explain", "S", "--lang", lang, "--format", "markdown"]).out);
    let (en, fr) = (said("en"), said("fr"));
    for part in ["Ann Ek 9 (not", "Bo Lund 2 (not", "Cy Young 5;", "Eve Adams abstains;", "Gus Moth missing;", "7 apart"] {
        assert!(en.contains(part), "{part}: {en}");
    }
    for part in ["Ann Ek 9 (ne", "Cy Young 5;", "Eve Adams s’abstient;", "Flo Rida en conflit;", "Gus Moth manque;", "écart de 7"]
    {
        assert!(fr.contains(part), "{part}: {fr}");
    }
    // Of one mark there is no distance.
    let grid = alone(10);
    let one = Folder::new(&grid, "", &[("submissions.csv", "id\nS\n"), ("marks.csv", "submission,reviewer,a\nS,R1,4\n")]);
    assert!(!one.run(&["explain", "S"]).out.contains("apart"));
}

/// Every name, identifier, role and mark file of a call that may not be in what a run says: whole words, in any case.
fn leaks(run: &Run, secrets: &BTreeSet<String>) -> Vec<String> {
    let text = format!("{}\n{}", run.out, run.err).to_lowercase();
    let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let is_said = |secret: &&String| {
        let secret = secret.to_lowercase();
        if secret.contains(' ') { text.contains(&secret) } else { words.contains(secret.as_str()) }
    };
    secrets.iter().filter(is_said).cloned().collect()
}

const COMMANDS: &[&[&str]] = &[
    &["rank", "--details"],
    &["explain", "S"],
    &["explain", "T"],
    &["explain", "S", "T"],
    &["panel", "--draws", "20", "--calibrate"],
    &["screen"],
    &["screen", "--by", "rule"],
];

fn in_every_form(commands: &[Vec<String>], mut check: impl FnMut(&[&str])) {
    for command in commands {
        for form in ["table", "json", "csv", "csv-excel", "markdown"] {
            for lang in ["fr", "en"] {
                let mut args: Vec<&str> = command.iter().map(String::as_str).collect();
                args.extend(["--anonymous", "--format", form, "--lang", lang]);
                check(&args);
            }
        }
    }
}

#[test]
fn numbers_hide_every_name_of_the_example() {
    let call = fs::read_to_string(root().join("examples/comite/call.toml")).unwrap();
    let value = |line: &str, key: &str| Some(line.strip_prefix(&format!("{key} = \""))?.strip_suffix('"')?.to_owned());
    let mut secrets = BTreeSet::new();
    for line in call.lines() {
        secrets.extend(["id", "name", "role"].iter().filter_map(|key| value(line, key)));
    }
    let names: Vec<String> = secrets.iter().flat_map(|secret| secret.split(' ').map(str::to_owned)).collect();
    // “Marche” and “milieu” are words like others; a family name is not.
    secrets.extend(names.into_iter().filter(|name| name.starts_with(char::is_uppercase)));
    assert_eq!(secrets.iter().filter(|secret| secret.contains(' ')).count(), 9 + 3);
    let on = |command: &[&str]| {
        let mut command: Vec<String> = command.iter().map(|word| (*word).to_owned()).collect();
        for word in &mut command[1..] {
            match word.as_str() {
                "S" => "D12".clone_into(word),
                "T" => "D03".clone_into(word),
                _ => {}
            }
        }
        command.extend(["-C".to_owned(), "examples/comite".to_owned()]);
        command
    };
    let commands: Vec<Vec<String>> = COMMANDS.iter().map(|command| on(command)).collect();
    let mut runs = 0;
    in_every_form(&commands, |args| {
        let run = run(&root(), args, &[]);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert_eq!(leaks(&run, &secrets), Vec::<String>::new(), "{args:?}");
        assert!(!run.out.contains("notes/") && !run.err.contains("notes/"), "{args:?}: {}{}", run.out, run.err);
        runs += 1;
    });
    assert_eq!(runs, COMMANDS.len() * 10);
    // The test would see a leak: with names, almost all of these are said.
    let named = run(&root(), &["panel", "examples/comite", "--draws", "0"], &[]);
    assert!(leaks(&named, &secrets).len() > 20, "{:?}", leaks(&named, &secrets));
}

#[test]
fn numbers_hide_what_is_said_of_a_reviewer() {
    let grid = format!("{}[rules]\nnot_applicable = \"leave-out\"\npanel = {{ quorum = \"all\" }}\n", super::two());
    let call = "as_of = 2026-06-30\n\
                [[reviewer]]\nid = \"zoe\"\nname = \"Zoé Q\"\nrole = \"Chaire\"\n\
                [[reviewer]]\nid = \"yan\"\nuntil = 2026-01-01\n\
                [[reviewer]]\nid = \"xia\"\nvotes = 0\n\
                [[reviewer]]\nid = \"wil\"\n\
                [[conflict]]\nreviewer = \"zoe\"\nsubmission = \"S\"\nreason = \"parenté\"\n\
                [[assignment]]\nreviewer = [\"zoe\", \"yan\", \"wil\"]\n\
                [[sentinel]]\nmarks = \"marks-zoe.csv\"\nvalue = 0\nmeans = \"abstained\"\n";
    // In conflict, out of term, without a vote, late; an empty file of a name.
    let files = [
        ("submissions.csv", "id\nS\nT\nU\n"),
        ("marks-zoe.csv", "submission,reviewer,a,b,comment\nS,Zoé Q,8,6,\nT,zoe,7,0,oui\nU,zoe,6,6,\n"),
        ("marks-yan.yaml", "- { submission: S, reviewer: yan, a: 9, b: 5 }\n"),
        ("marks-xia.csv", "submission,reviewer,a,b\nT,xia,1,1\n"),
        ("marks-wil.csv", "submission,reviewer,a,b\nT,wil,9,\nU,wil,5,5\n"),
    ];
    let secrets: BTreeSet<String> =
        ["zoe", "zoé", "zoé q", "yan", "xia", "wil", "chaire"].map(str::to_owned).into_iter().collect();
    let folder = Folder::new(&grid, call, &files);
    let commands: Vec<Vec<String>> =
        COMMANDS.iter().map(|command| command.iter().map(|word| (*word).to_owned()).collect()).collect();
    in_every_form(&commands, |args| {
        let run = folder.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert_eq!(leaks(&run, &secrets), Vec::<String>::new(), "{args:?}: {}{}", run.out, run.err);
        assert!(!run.out.contains("marks-") && !run.err.contains("marks-"), "{args:?}: {}{}", run.out, run.err);
    });
    let named = folder.run(&["rank", "--details"]);
    assert!(named.err.contains("M412") && named.err.contains("M415") && named.err.contains("marks-zoe.csv"), "{}", named.err);
    let said = folder.run(&["rank", "--anonymous"]).err;
    assert!(said.contains("remarks may name reviewers and are left out"), "{said}");
}

/// In the order of their names, numbers would tell who bears them.
#[test]
fn numbers_stand_in_their_own_order() {
    let call = "[[reviewer]]\nid = \"r1\"\nname = \"Zoé\"\n[[reviewer]]\nid = \"r2\"\nname = \"Ann\"\n[[reviewer]]\nid = \"r3\"\nname = \"Max\"\n";
    let marks = "submission,reviewer,a\nS,Max,4\nS,Zoé,5\nS,Ann,6\n";
    let folder = Folder::new(&alone(10), call, &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]);
    for (args, expected) in [
        (&["explain", "S"][..], ["Zoé", "Ann", "Max"]),
        (&["explain", "S", "--anonymous"], ["Reviewer 1", "Reviewer 2", "Reviewer 3"]),
    ] {
        let explained = folder.json(args);
        let rows = by(&explained["criteria"], "id", "a")["marks"].as_array().unwrap();
        let names: Vec<&str> = rows.iter().map(|row| row["reviewer"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{args:?}");
    }
}
