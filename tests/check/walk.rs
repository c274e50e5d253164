//! Which files of a folder are checked, in which order, and each of them once.

use crate::{Place, sound, unsourced, wrong};

const CALL: &str = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n";

/// Git’s own rules: the nearest file, what it takes back, the folders around up to the root of the repository.
#[test]
fn what_git_ignores_is_passed_over() {
    let place = Place::new(&[
        (".gitignore", "built/\n*.draft.toml\n"),
        ("a.toml", &unsourced("a")),
        ("b.draft.toml", &wrong("b")),
        ("built/c.toml", &wrong("c")),
        ("kept/.gitignore", "!d.draft.toml\n/e.toml\n"),
        ("kept/d.draft.toml", &unsourced("d")),
        ("kept/e.toml", &wrong("e")),
        (".hidden/f.toml", &wrong("f")),
        ("target/g.toml", &wrong("g")),
    ]);
    assert_eq!(place.found(&[]), ["G118 warning a.toml:1", "G118 warning kept/d.draft.toml:1"]);
    // Who names a file means it.
    assert_eq!(place.found(&["b.draft.toml", "built"]), ["G101 error b.draft.toml:10", "G101 error built/c.toml:10"]);
}

/// In a repository, what its root says holds in a folder that is checked alone; above the root, nothing does.
#[test]
fn the_repository_is_the_limit() {
    let place = Place::new(&[
        (".gitignore", "*\n"),
        ("repository/.git/HEAD", "ref: refs/heads/main\n"),
        ("repository/.git/info/exclude", "b.toml\n"),
        ("repository/.gitignore", "a.toml\n"),
        ("repository/grids/a.toml", &wrong("a")),
        ("repository/grids/b.toml", &unsourced("b")),
    ]);
    // What only one clone ignores is checked: the same files are, everywhere.
    assert_eq!(place.found(&["repository/grids"]), ["G118 warning repository/grids/b.toml:1"]);
    let alone = Place::new(&[(".gitignore", "*\n"), ("grids/a.toml", &unsourced("a"))]);
    assert_eq!(alone.found(&["grids"]), ["G118 warning grids/a.toml:1"], "without a repository, no folder around is asked");
}

#[test]
fn a_call_comes_first_then_files_then_folders() {
    let place = Place::new(&[
        ("z.toml", &unsourced("z")),
        ("a/call.toml", &CALL.replace("submissions.csv", "none.csv")),
        ("a/grid.toml", &unsourced("ag")),
        ("a/deeper/b.toml", &unsourced("b")),
        ("a/aa.toml", &unsourced("aa")),
        ("Cargo.toml", "[package]\nname = \"x\"\n"),
        ("notes.csv", "a,b\n"),
    ]);
    let expected = [
        "G118 warning z.toml:1",
        // A file that a call names comes where it is first spoken of.
        "G118 warning a/grid.toml:1",
        "F001 error a/call.toml:3",
        "G118 warning a/aa.toml:1",
        "G118 warning a/deeper/b.toml:1",
    ];
    assert_eq!(place.found(&[]), expected);
    let json = place.json(&[]);
    assert_eq!([&json["grids"], &json["calls"], &json["files"]].map(|count| count.as_u64().unwrap()), [4, 1, 6]);
    // The same files, however often and in whichever way they are named.
    assert_eq!(place.found(&["./z.toml", "a/..", "a/./grid.toml", "."]), expected);
}

/// A grid that three calls name is found fault with once, under its own name.
#[test]
fn a_grid_that_several_calls_name_is_said_once() {
    let call = "[call]\ngrid = \"../../grids/shared.toml\"\nsubmissions = \"submissions.csv\"\n";
    let place = Place::new(&[("grids/shared.toml", &unsourced("shared"))]);
    for number in 1..=3 {
        place.write(&format!("calls/{number}/call.toml"), call);
        place.write(&format!("calls/{number}/submissions.csv"), "id,title,a\nP1,One,5\n");
    }
    let of_grid =
        |args: &[&str]| -> Vec<String> { place.found(args).into_iter().filter(|line| line.starts_with("G118")).collect() };
    assert_eq!(of_grid(&[]), ["G118 warning grids/shared.toml:1"]);
    assert_eq!(of_grid(&["calls"]), ["G118 warning grids/shared.toml:1"]);
}

/// The order of findings does not depend on which core was first.
#[test]
fn the_same_bytes_on_every_run() {
    let place = Place::new(&[]);
    for at in 0..60 {
        place.write(&format!("{}/{at}.toml", at % 7), &unsourced(&format!("g{at}")));
    }
    let first = place.check(&["--format", "json"]).out;
    assert_eq!(first.matches("G118").count(), 60);
    for threads in ["1", "2", "5"] {
        let again = crate::run(place.path(), &["check", "--format", "json"], &[("RAYON_NUM_THREADS", threads)]);
        assert_eq!(again.out, first, "{threads}");
    }
}

/// Other commands look for `call.toml`, and would not find it.
#[test]
fn a_call_under_another_name_is_refused_unless_there_is_the_right_one() {
    let place = Place::new(&[("appel.toml", CALL), ("grid.toml", &sound("a")), ("submissions.csv", "id,title,a\nP1,One,5\n")]);
    assert_eq!(place.found(&[]), ["C201 error appel.toml:1"]);
    // What else is wrong with it is said at once.
    place.write("appel.toml", &CALL.replace("submissions.csv", "nowhere.csv"));
    let found = ["C201 error appel.toml:1", "F001 error appel.toml:3"];
    assert_eq!(place.found(&[]), found);
    place.write("call.toml", CALL);
    assert_eq!(place.found(&[]), Vec::<String>::new());
    assert_eq!(place.json(&[])["calls"], 1);
    // Who names it wants to know.
    assert_eq!(place.found(&["appel.toml"]), found);
}

#[test]
fn nothing_to_check_is_said() {
    let place = Place::new(&[(".gitignore", "a.toml\n"), ("a.toml", &sound("a")), ("empty/notes.txt", "x")]);
    let run = place.check(&["empty"]);
    assert!(run.code == 1 && run.out.contains("there is no grid and no call here"), "{}", run.out);
    assert_eq!(place.check(&["empty", "."]).code, 1);
    assert_eq!(place.check(&["a.toml"]).code, 0);
}

/// 0: nothing that is an error; 1: errors; 2: what was named cannot be opened, or asked for.
#[test]
fn exit_codes() {
    let place = Place::new(&[("a.toml", &sound("a")), ("w.toml", &unsourced("w")), ("e.toml", &wrong("e"))]);
    for (args, code) in [
        (&["a.toml"][..], 0),
        (&["w.toml"], 0),
        (&["w.toml", "--deny", "warnings"], 1),
        (&["e.toml"], 1),
        (&["none.toml"], 2),
        (&["none.toml", "e.toml"], 2),
        (&["a.toml", "--deny", "nothing"], 2),
        (&["a.toml", "--format", "csv"], 2),
    ] {
        assert_eq!(place.check(args).code, code, "{args:?}");
    }
    // A file that is not there keeps nothing else from being said.
    assert_eq!(place.found(&["none.toml", "e.toml"]), ["F001 error none.toml", "G101 error e.toml:10"]);
}

/// A link that leads back to its own folder has no end to it.
#[cfg(unix)]
#[test]
fn links_that_go_round_end() {
    use std::os::unix::fs::symlink;
    let place = Place::new(&[("a/b.toml", &unsourced("b"))]);
    symlink("..", place.path().join("a/up")).unwrap();
    symlink("nowhere.toml", place.path().join("a/broken.toml")).unwrap();
    symlink("b.toml", place.path().join("a/same.toml")).unwrap();
    assert_eq!(place.found(&[]), ["G118 warning a/b.toml:1"]);
}
