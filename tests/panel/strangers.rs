//! What people who had never seen the program ran into.

use crate::{Folder, by, criterion};

/// A sentinel names files as the call does, wherever the call is seen from.
#[test]
fn a_sentinel_holds_from_another_folder() {
    let grid = criterion("a", 100, "{ points = 10 }");
    let call = "[[sentinel]]\nmarks = \"marks.csv\"\nvalue = 99\nmeans = \"missing\"\n";
    let marks = "submission,reviewer,a\nS,R1,99\nS,R2,6\n";
    let folder = Folder::new(&grid, call, &[("submissions.csv", "id\nS\n"), ("marks.csv", marks), ("marks-2.csv", marks)]);
    folder.write("marks-2.csv", "submission,reviewer,a\nS,R3,8\n");
    let inside = folder.path().file_name().unwrap().to_str().unwrap().to_owned();
    let checked = crate::run(folder.path().parent().unwrap(), &["check", &inside], &[]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert!(checked.out.contains("99 is read as a missing mark"), "{}", checked.out);
    assert_eq!(folder.ranked(), ["S 1 70"]);
    // Of mark files that the command line names, the one with the sentinel need not be.
    let one = folder.run(&["rank", "--marks", "marks-2.csv"]);
    assert_eq!(one.code, 0, "{}", one.err);
}

/// An opinion without a vote is shown, and is not held against the votes.
#[test]
fn an_opinion_does_not_widen_the_gap() {
    let grid = criterion("a", 100, "{ points = 20 }");
    let call = "[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\nvotes = 0\n";
    let marks = "submission,reviewer,a\nS,R1,16\nS,R2,18\nS,R3,10\n";
    let folder = Folder::new(&grid, call, &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]);
    let said = folder.run(&["explain", "S"]).out;
    assert!(said.contains("R3 10 (not counted)") && said.contains("2 apart"), "{said}");
}

/// What stands aside makes nobody harsh.
#[test]
fn severity_is_told_on_what_counts() {
    let grid = criterion("a", 100, "{ points = 10 }")
        + "[[criterion]]\nid = \"b\"\nlabel = \"B\"\nrole = \"aside\"\nscale = { points = 10 }\n";
    let marks = "submission,reviewer,a,b\nS,R1,6,10\nS,R2,8,0\n";
    let folder = Folder::new(&grid, "", &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]);
    let study = folder.json(&["panel", "--draws", "0"]);
    // 60 and 80 of 100.
    let beside = |name: &str| by(&study["reviewers"], "name", name)["beside_the_others"]["exact"].as_str().unwrap().to_owned();
    assert_eq!([beside("R1"), beside("R2")], ["-20", "20"]);
}

/// A gate on a mark that has no majority leaves the submission open: it is said why, and it is to be discussed.
#[test]
fn a_gate_that_votes_leave_open() {
    let grid = criterion("a", 100, "{ points = 10 }")
        + "[[criterion]]\nid = \"b\"\nlabel = \"B\"\nrole = \"aside\"\nscale = { points = 1 }\n\
           [[gate]]\nid = \"g\"\nlabel = \"Ethics\"\nrequire = { criterion = \"b\", at_least = 1 }\n\
           [rules.panel]\ncombine = \"majority\"\n";
    let marks = "submission,reviewer,a,b\nS,R1,6,1\nS,R2,6,0\n";
    let folder = Folder::new(&grid, "", &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]);
    let lacks = folder.lacks("S");
    assert!(lacks.iter().any(|lack| lack == "B: no mark has more than half of the votes"), "{lacks:?}");
    let study = folder.json(&["panel", "--draws", "0"]);
    assert_eq!((study["discuss"][0]["id"].as_str(), study["discuss"][0]["why"].as_str()), (Some("S"), Some("unsettled")));
}

#[test]
fn a_score_sheet_has_a_name() {
    let grid = criterion("a", 100, "{ points = 10 }");
    let call = "[[reviewer]]\nid = \"R1\"\n";
    let folder = Folder::new(&grid, call, &[("submissions.csv", "id\nS\n")]);
    let run = folder.run(&["sheets", "-o", "out", "--anonymous"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("leave --anonymous out") && !folder.path().join("out").exists(), "{}", run.err);
}
