//! `per = "total"`: the total of each reviewer, combined as marks are.

use num_rational::BigRational;
use serde_json::Value;

use super::{Folder, by, exact, ranked, reviewers, two};

fn folder(rules: &str, call: &str, marks: &str) -> Folder {
    let grid = format!("{}[rules]\n{rules}\n", two());
    Folder::new(&grid, call, &[("submissions.csv", "id\nS\n"), ("marks.csv", &format!("submission,reviewer,a,b\n{marks}"))])
}

/// 60, 40 and 0.
const THREE: &str = "S,R1,10,0\nS,R2,0,10\nS,R3,0,0\n";

#[test]
fn the_median_of_totals_is_not_the_total_of_medians() {
    for (per, total) in [("criterion", "0"), ("total", "40")] {
        let folder = folder(&format!("panel = {{ combine = \"median\", per = \"{per}\" }}"), "", THREE);
        assert_eq!(folder.ranked(), [format!("S 1 {total}")], "{per}");
    }
    // A fourth one of 6 and 0, 36: of 0, 36, 40 and 60, the two in the middle.
    let folder = folder("panel = { combine = \"median\", per = \"total\" }", "", &format!("{THREE}S,R4,6,0\n"));
    assert_eq!(folder.ranked(), ["S 1 38"]);
}

#[test]
fn every_word_on_totals() {
    // 60, 40, 0, 36 and 50: R5 gives 5 and 5.
    let marks = format!("{THREE}S,R4,6,0\nS,R5,5,5\n");
    for (rules, total) in [
        // 186 / 5.
        ("combine = \"mean\"", "37.2"),
        ("combine = \"median\"", "40"),
        // 36, 40, 50.
        ("combine = \"drop-extremes\"", "42"),
        ("combine = \"trimmed\", trim = 0.2", "42"),
        // 36 and 40.
        ("combine = \"two-closest\"", "38"),
        // 60 apart, of 100.
        ("combine = \"mean\", cases = [{ apart = 0.6, combine = \"median\" }]", "37.2"),
        ("combine = \"mean\", cases = [{ apart = 0.59, combine = \"median\" }]", "40"),
    ] {
        let folder = folder(&format!("panel = {{ {rules}, per = \"total\" }}"), "", &marks);
        assert_eq!(folder.ranked(), [format!("S 1 {total}")], "{rules}");
    }
    let majority = |rows: &str| folder("panel = { combine = \"majority\", per = \"total\" }", "", rows).rank();
    // 60 from 10 and 0, and from 5 and 7.5 once more.
    assert_eq!(ranked(&majority("S,R1,10,0\nS,R2,5,7.5\nS,R3,0,0\n")), ["S 1 60"]);
    assert_eq!(super::lacks(&majority(THREE), "S").len(), 1);
}

/// The lines and what stands between them and the total.
fn sum(explanation: &Value) -> BigRational {
    let rows = |key: &str| explanation[key].as_array().map(Vec::as_slice).unwrap_or_default();
    let lines = rows("criteria").iter().map(|row| &row["points"]);
    lines.chain(rows("adjustments").iter().map(|row| &row["by"])).map(exact).sum()
}

/// The points of two lines.
fn points(explanation: &Value) -> [&str; 2] {
    ["a", "b"].map(|id| by(&explanation["criteria"], "id", id)["points"]["exact"].as_str().unwrap())
}

#[test]
fn lines_and_adjustments_add_up_to_the_total() {
    let folder = folder("panel = { combine = \"median\", per = \"total\" }", "", THREE);
    let explained = folder.json(&["explain", "S"]);
    // The lines are those of R2, whose total is in the middle.
    assert_eq!(points(&explained), ["0", "40"]);
    assert_eq!(sum(&explained), exact(&explained["total"]));

    // Each total is capped at 70: 70 and 50, of which the mean is 60. The lines are 7.5 of ten each: 45 and 30; their sum is
    // capped by 5, and what is left, −10, is that totals are combined and not marks.
    let folder = self::folder("at_most = 70\npanel = { per = \"total\" }", "", "S,R1,10,10\nS,R2,5,5\n");
    let explained = folder.json(&["explain", "S"]);
    assert_eq!(explained["total"]["exact"], "60");
    assert_eq!(points(&explained), ["45", "30"]);
    let adjustments = &explained["adjustments"];
    assert_eq!(by(adjustments, "why", "totals-combined")["by"]["exact"], "-10", "{adjustments}");
    assert_eq!(sum(&explained), exact(&explained["total"]));
    let text = folder.run(&["explain", "S"]).out;
    assert!(text.contains("Totals combined, not marks"), "{text}");
}

#[test]
fn a_quorum_counts_whole_totals() {
    let marks = "S,R1,10,5\nS,R2,0,\nS,R3,,7\n";
    // Each criterion has two marks: 5 and 6 make 30 + 24.
    assert_eq!(folder("panel = { quorum = 2 }", "", marks).ranked(), ["S 1 54"]);
    let folder = folder("panel = { quorum = 2, per = \"total\" }", "", marks);
    assert_eq!(folder.lacks("S"), ["marked whole by 1 reviewer, quorum of 2; waiting for R2 and R3"]);
    // A quorum of one looks at R1 only.
    let one = self::folder("panel = { per = \"total\" }", "", marks);
    assert_eq!(one.ranked(), ["S 1 80"]);
    let explained = one.json(&["explain", "S"]);
    let b = &by(&explained["criteria"], "id", "b")["marks"];
    assert_eq!(by(b, "reviewer", "R1")["counts"], Value::Null);
    assert_eq!(by(b, "reviewer", "R3")["counts"], false);
}

#[test]
fn whoever_has_a_conflict_is_not_among_those_whose_totals_are_needed() {
    let call = reviewers(&["R1", "R2", "R3"]) + "[[conflict]]\nreviewer = \"R3\"\nsubmission = \"S\"\n";
    let rules = "panel = { per = \"total\", quorum = \"all\" }";
    assert_eq!(folder(rules, &call, "S,R1,10,5\nS,R2,0,5\n").ranked(), ["S 1 50"]);
    assert_eq!(folder(rules, &call, "S,R1,10,5\nS,R2,0,5\nS,R3,10,10\n").ranked(), ["S 1 50"]);
    assert_eq!(folder(rules, &call, "S,R1,10,5\n").lacks("S"), ["marked whole by 1 reviewer, quorum of 2; waiting for R2"]);
}

#[test]
fn abstentions_and_gaps_in_totals() {
    let call = reviewers(&["R1", "R2"]);
    let marks = "S,R1,10,5\nS,R2,8,abstention\n";
    let total = |rules: &str, marks: &str| folder(&format!("panel = {{ per = \"total\", {rules} }}"), &call, marks).rank();
    // R2 has no whole total; or 48, with nothing on b: (80 + 48) / 2.
    assert_eq!(ranked(&total("quorum = 1", marks)), ["S 1 80"]);
    assert_eq!(ranked(&total("abstained = \"lowest\", quorum = 2", marks)), ["S 1 64"]);
    assert_eq!(ranked(&total("missing = \"lowest\", quorum = 2", "S,R1,10,5\nS,R2,8,\n")), ["S 1 64"]);
    // Who abstains stays among those whose totals a quorum needs, unless they are excused.
    assert_eq!(super::lacks(&total("quorum = \"all\"", marks), "S").len(), 1);
    assert_eq!(ranked(&total("quorum = \"all\", abstained = \"excuse\"", marks)), ["S 1 80"]);
}

/// The mean of totals is the total of means wherever everyone counts on each criterion.
#[test]
fn what_counts_as_the_lowest_does_so_whole_or_in_part() {
    let call = reviewers(&["R1", "R2", "R3"]);
    // R3 gives nothing at all: (80 + 40 + 0) / 3.
    for (rules, marks) in [
        ("missing = \"lowest\"", "S,R1,8,8\nS,R2,4,4\n"),
        ("abstained = \"lowest\"", "S,R1,8,8\nS,R2,4,4\nS,R3,abs.,abs.\n"),
        ("missing = \"lowest\", abstained = \"lowest\"", "S,R1,8,8\nS,R2,4,4\nS,R3,abs.,\n"),
    ] {
        for per in ["criterion", "total"] {
            let found = folder(&format!("panel = {{ per = \"{per}\", {rules} }}"), &call, marks).ranked();
            assert_eq!(found, ["S 1 40"], "{rules} {per}");
            // It is no total that was given.
            let short = folder(&format!("panel = {{ per = \"{per}\", quorum = 3, {rules} }}"), &call, marks);
            assert!(!short.lacks("S").is_empty(), "{rules} {per}");
        }
    }
    // Nor is anything missing from whoever is in conflict, or is not asked.
    let barred = format!("{call}[[conflict]]\nreviewer = \"R3\"\nsubmission = \"S\"\n");
    let rules = "panel = { per = \"total\", missing = \"lowest\" }";
    assert_eq!(folder(rules, &barred, "S,R1,8,8\nS,R2,4,4\n").ranked(), ["S 1 60"]);
    let part =
        format!("{call}[[assignment]]\nreviewer = [\"R1\", \"R2\"]\n[[assignment]]\nreviewer = \"R3\"\ncriterion = \"a\"\n");
    assert_eq!(folder(rules, &part, "S,R1,8,8\nS,R2,4,4\nS,R3,9,\n").ranked(), ["S 1 60"]);
}

#[test]
fn votes_weigh_totals() {
    let call = super::reviewer("R1", "votes = 3") + &reviewers(&["R2"]);
    // (3 × 60 + 40) / 4, and each line likewise.
    let folder = folder("panel = { per = \"total\" }", &call, "S,R1,10,0\nS,R2,0,10\n");
    assert_eq!(folder.ranked(), ["S 1 55"]);
    assert_eq!(points(&folder.json(&["explain", "S"])), ["45", "10"]);
}
