//! Gates: exit code 1 with the reason, 0 where the decision holds as far as is asked.

use super::*;

const FOUR: &[(&str, &[u32])] = &[("A", &[9, 4]), ("B", &[6, 8]), ("C", &[7, 5]), ("D", &[3, 3])];

#[test]
fn the_smallest_move() {
    // A 70, B 68, C 62, D 30; two places. B falls to C's level where 3 ÷ 10 (of b to a) gains… 6 apart, 0.4 a point: 15 points.
    let folder = call(&[60, 40], "", 2, FOUR);
    let points = exact(&folder.json(&["robustness"])["exact"]["smallest_move"]["points"]);
    assert_eq!(points, ratio(15, 1));
    assert_eq!(folder.run(&["robustness", "--min-move", "15"]).code, 0, "exactly as much is enough");
    let run = folder.run(&["robustness", "--min-move", "15.01"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("the selection changes with 15 points moved; --min-move asks for 15.01 at least"), "{}", run.err);
    assert!(run.out.contains("15"), "the report is there all the same");
    let quiet = folder.run(&["robustness", "--min-move", "15.01", "-q"]);
    assert_eq!(quiet.code, 1);
    assert!(quiet.err.lines().count() == 1 && quiet.err.contains("--min-move"), "the reason is no remark: {}", quiet.err);
}

#[test]
fn a_tie_across_the_line() {
    let rows: &[(&str, &[u32])] = &[("A", &[9, 4]), ("B", &[6, 8]), ("C", &[6, 8])];
    let folder = call(&[60, 40], "", 2, rows);
    assert_eq!(folder.run(&["robustness"]).code, 0);
    let run = folder.run(&["robustness", "--no-cut-line-tie"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("a tie between B and C"), "{}", run.err);
    assert_eq!(folder.run(&["robustness", "--min-move", "0.01"]).code, 1, "nothing has to move");
    assert!(run.out.contains("undecided"), "{}", run.out);
}

#[test]
fn what_is_not_known_is_not_vouched_for() {
    let folder = call(&[60, 40], "[rules]\nround = { totals = 0 }\n", 2, FOUR);
    let run = folder.run(&["robustness", "--min-move", "1", "--draws", "50"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("is not known for this call"), "{}", run.err);
}

#[test]
fn how_often_each_is_selected() {
    let folder = call(&[60, 40], "", 2, FOUR);
    // D is never selected, and A, B and C each in many draws; none in all.
    let run = folder.run(&["robustness", "--simulate", "--draws", "400", "--min-selected", "99.9%"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("--min-selected asks for 99.9% at least"), "{}", run.err);
    assert_eq!(folder.run(&["robustness", "--simulate", "--draws", "400", "--min-selected", "0.01"]).code, 0);
    assert_eq!(folder.run(&["robustness", "--min-selected", "0.01"]).code, 2, "it needs draws");
}

/// Two that are one pair of marks are tied across the line whatever the weights: neither in nor out.
#[test]
fn twins_across_the_line_are_always_tied() {
    let rows: &[(&str, &[u32])] = &[("A", &[9, 9]), ("B", &[6, 8]), ("C", &[6, 8])];
    let folder = call(&[60, 40], "", 2, rows);
    for region in [&[][..], &["--band", "20%"]] {
        let out = folder.run(&[&["robustness"], region].concat()).out;
        assert!(out.contains("Tied across the cut-line whatever the admissible weights: B and C"), "{out}");
        assert!(!out.contains("Never selected") && !out.contains("the selection never changes"), "{out}");
    }
}
