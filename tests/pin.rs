//! The grid that a call pins: written without a loss, held by every command, and what changed since is said.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop at once")]
#![expect(clippy::disallowed_methods, reason = "calls are written and read by the tests themselves")]

mod support;

use std::fs;

use support::{Folder, criterion, run};

const FILES: [(&str, &str); 2] = [
    ("submissions.csv", "id,title\nA,Alpha\nB,Beta\n"),
    ("marks.csv", "submission,reviewer,reach,clarity\nA,R,50,20\nB,R,30,40\n"),
];

fn folder() -> Folder {
    let grid = format!("{}{}", criterion("reach", 60, "{ points = 60 }"), criterion("clarity", 40, "{ points = 40 }"));
    Folder::new(&grid, "# the places\nplaces = 1 # one\n", &FILES)
}

fn read(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

/// Another grid in place of the one that was pinned.
fn reweigh(folder: &Folder) {
    let grid = read(folder, "grid.toml")
        .replace("weight = 60", "weight = 50")
        .replace("weight = 40", "weight = 50")
        .replace("version = \"1\"", "version = \"2\"");
    folder.write("grid.toml", &grid);
}

#[test]
fn a_pin_is_written_into_the_call_and_nothing_else_is_touched() {
    let folder = folder();
    let before = read(&folder, "call.toml");
    let run = folder.run(&["pin"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let after = read(&folder, "call.toml");
    assert!(after.starts_with(&before), "{after}");
    assert_eq!(after[before.len()..].lines().filter(|line| line.contains(" = ")).count(), 3, "{after}");
    assert_eq!(read(&folder, "grid.toml.pinned"), read(&folder, "grid.toml"));
    assert_eq!(folder.run(&["check"]).code, 0);
    let again = folder.run(&["pin"]);
    assert!(again.err.contains("pins this grid already"), "{}", again.err);
    assert_eq!(read(&folder, "call.toml"), after, "a second time changes nothing");
    assert_eq!(folder.ranked(), ["A 1 70", "B 1 70"]);
}

#[test]
fn a_grid_that_changed_is_an_error_of_every_command_that_says_what_changed() {
    let folder = folder();
    assert_eq!(folder.run(&["pin"]).code, 0);
    reweigh(&folder);
    for command in [
        &["rank"][..],
        &["screen"],
        &["explain", "A"],
        &["panel"],
        &["robustness"],
        &["compare", "--set", "reach=70"],
        &["sheets", "-o", "sheets"],
    ] {
        let run = folder.run(command);
        assert_eq!(run.code, 2, "{command:?}");
        assert!(
            run.err.contains("error[C218]") && run.err.contains("Criterion reach (reach): weight 60 → 50"),
            "{command:?}: {}",
            run.err
        );
    }
    let run = folder.run(&["check"]);
    assert_eq!(run.code, 1);
    for said in ["version “1”", "version “2”", "2 changes of meaning since", "weight 40 → 50", "grid.toml.pinned", "`grille pin`"]
    {
        assert!(run.out.replace('\n', " ").contains(said), "{said}: {}", run.out);
    }
    let french = folder.run(&["check", "--lang", "fr"]);
    assert!(french.out.contains("a changé depuis que l’appel l’a figée"), "{}", french.out);
    // Another grid on the command line is another question.
    assert_eq!(folder.run(&["rank", "--grid", "grid.toml"]).code, 0);
    assert_eq!(folder.run(&["diff", "grid.toml.pinned", "grid.toml", "-C", "."]).code, 1);
    // Agreed upon, it is pinned anew.
    let run = folder.run(&["pin"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("in place of version “1”") && run.err.contains("weight 60 → 50"), "{}", run.err);
    assert_eq!(folder.run(&["check"]).code, 0);
    assert_eq!(read(&folder, "grid.toml.pinned"), read(&folder, "grid.toml"));
    assert_eq!(read(&folder, "call.toml").matches("[pin]").count(), 1);
}

#[test]
fn where_only_the_wording_differs_that_is_said() {
    let folder = folder();
    assert_eq!(folder.run(&["pin"]).code, 0);
    let grid = read(&folder, "grid.toml");
    folder.write("grid.toml", &grid.replace("Criterion reach", "Range"));
    let run = folder.run(&["rank"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("only the wording differs"), "{}", run.err);
    folder.write("grid.toml", &format!("# a remark\n{grid}"));
    assert!(folder.run(&["rank"]).err.contains("nothing differs but the layout"));
    folder.write("grid.toml", &grid.replace("weight = 40", "weight = 41"));
    let run = folder.run(&["check"]);
    assert!(run.out.contains("G101") && run.out.contains("once the grid is valid again"), "{}", run.out);
    folder.write("grid.toml", &grid);
    assert_eq!(folder.run(&["rank"]).code, 0, "the pinned grid put back");
}

#[test]
fn without_a_copy_the_error_says_where_to_look() {
    let folder = folder();
    assert_eq!(folder.run(&["pin"]).code, 0);
    let call = read(&folder, "call.toml").replace("copy = \"grid.toml.pinned\"\n", "");
    folder.write("call.toml", &call);
    assert_eq!(folder.run(&["rank"]).code, 0);
    reweigh(&folder);
    let run = folder.run(&["rank"]);
    assert!(run.err.contains("git show REVISION:grid.toml | grille diff - grid.toml"), "{}", run.err);
}

#[test]
fn a_pin_that_does_not_hold_together_is_an_error() {
    let folder = folder();
    assert_eq!(folder.run(&["pin"]).code, 0);
    let call = read(&folder, "call.toml");
    let (start, _) = call.split_once("sha256 = \"").unwrap();
    for (text, said) in [
        (format!("{start}sha256 = \"abc\"\n"), "is not a SHA-256"),
        (call.replace("version = \"1\"", "version = \"7\""), "is version “1”, and the pin says “7”"),
        (call.replace("grid.toml.pinned", "marks.csv"), "is not a copy of the pinned grid"),
        (call.replace("grid.toml.pinned", "gone.pinned"), "gone.pinned"),
    ] {
        folder.write("call.toml", &text);
        let run = folder.run(&["check"]);
        assert_eq!(run.code, 1, "{said}");
        assert!(run.out.replace('\n', " ").contains(said), "{said}: {}", run.out);
    }
    // What is wrong with a pin does not keep it from being renewed.
    folder.write("call.toml", &call.replace("version = \"1\"", "version = \"7\""));
    assert_eq!(folder.run(&["pin"]).code, 0);
    assert_eq!(read(&folder, "call.toml"), call);
}

#[test]
fn nothing_is_lost() {
    let folder = folder();
    let call = read(&folder, "call.toml");
    folder.write("grid.toml.pinned", "mine\n");
    let run = folder.run(&["pin"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is no copy of the grid"), "{}", run.err);
    assert_eq!((read(&folder, "call.toml"), read(&folder, "grid.toml.pinned")), (call.clone(), "mine\n".to_owned()));
    fs::remove_file(folder.path().join("grid.toml.pinned")).unwrap();
    fs::write(folder.path().join("call.toml"), [b"\xef\xbb\xbf", call.as_bytes()].concat()).unwrap();
    let run = folder.run(&["pin"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("byte-order mark"), "{}", run.err);
    assert!(!folder.path().join("grid.toml.pinned").exists(), "nothing is written at all");
    // A grid that is not valid is not pinned.
    folder.write("call.toml", &call);
    folder.write("grid.toml", &read(&folder, "grid.toml").replace("weight = 40", "weight = 41"));
    assert_eq!(folder.run(&["pin"]).code, 2);
    assert_eq!(read(&folder, "call.toml"), call);
}

/// A grid of the program is pinned as any other: a release with another one is found out.
#[test]
fn a_shipped_grid_is_pinned_too() {
    let folder = folder();
    folder.write("call.toml", "[call]\ngrid = \"rank-sum\"\nsubmissions = \"submissions.csv\"\n");
    let run = folder.run(&["pin"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let call = read(&folder, "call.toml");
    let digits = call.split_once("sha256 = \"").unwrap().1;
    let other = if digits.starts_with('0') { "1" } else { "0" };
    folder.write("call.toml", &call.replace(&digits[..64], &format!("{other}{}", &digits[1..64])));
    let run = folder.run(&["check"]);
    assert!(run.out.contains("C218") && run.out.contains("grids/rank-sum.toml"), "{}", run.out);
}

#[test]
fn a_new_call_pins_its_grid() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(folder.path(), &["new", "a"], &[]).code, 0);
    let call = folder.path().join("a");
    let again = run(&call, &["pin"], &[]);
    assert!(again.err.contains("pins this grid already"), "{}", again.err);
    let grid = fs::read_to_string(call.join("grid.toml")).unwrap();
    fs::write(call.join("grid.toml"), grid.replace("quorum = 1", "quorum = 2")).unwrap();
    let run = run(&call, &["rank"], &[]);
    assert!(run.err.contains("quorum raised from 1 to 2"), "{}", run.err);
}
