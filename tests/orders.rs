//! What a ranking owes to everybody in it: who has no track is said to lack one, who is unrated is told why, and a
//! reviewer’s order follows the total that ranks.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a failing test should stop at once")]

use std::fs;
use std::process::Command;

const HEAD: &str = "[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\nsource = \"This test\"\n\n";

const CRITERIA: &str = "
[[criterion]]
id = \"a\"
label = \"Alpha\"
weight = 60
scale = { points = 10 }

[[criterion]]
id = \"b\"
label = \"Beta\"
weight = 40
scale = { points = 10 }
";

/// A command on a grid, its submissions and, where there are any, the marks in a file of their own.
fn said(command: &[&str], grid: &str, submissions: &str, marks: Option<&str>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("grid.toml", &format!("{HEAD}{grid}"));
    write("submissions.csv", submissions);
    let of_marks = if marks.is_some() { "marks = \"marks.csv\"\n" } else { "" };
    write("call.toml", &format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n{of_marks}"));
    if let Some(marks) = marks {
        write("marks.csv", marks);
    }
    let mut binary = Command::new(env!("CARGO_BIN_EXE_grille"));
    let output = binary.current_dir(folder.path()).args(command).args(["--lang", "en"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8(output.stderr).unwrap());
    String::from_utf8(output.stdout).unwrap()
}

fn ranked(grid: &str, submissions: &str, marks: Option<&str>) -> Vec<Vec<String>> {
    let csv = said(&["rank", "--format", "csv"], grid, submissions, marks);
    let mut lines = csv.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let column = |name: &str| head.iter().position(|title| title.trim_start_matches('\u{feff}') == name).unwrap();
    let columns = ["status", "rank", "id"].map(column);
    lines.map(|line| columns.map(|column| line[column].clone()).to_vec()).collect()
}

#[test]
fn who_has_no_track_is_unrated_whether_tracks_are_together_or_apart() {
    let tracks = "
[[fact]]
id = \"kind\"
label = \"Kind\"
type = \"choice\"
values = { new = \"new\", ripe = \"ripe\" }

[[track]]
id = \"new\"
label = \"New\"
when = { fact = \"kind\", one_of = [\"new\"] }
weights = { a = 30, b = 70 }

[[track]]
id = \"ripe\"
label = \"Ripe\"
when = { fact = \"kind\", one_of = [\"ripe\"] }
minimums = { b = 5 }
pass = 55
";
    for apart in ["together", "apart"] {
        let grid = format!("{tracks}{CRITERIA}\n[rules]\ntracks = \"{apart}\"\npass = {{ total = 40 }}\n");
        // Whatever its marks: nobody knows what they weigh, nor which threshold they must reach.
        for marks in ["9,9", "1,1"] {
            let found = ranked(&grid, &format!("id,kind,a,b\nA,new,4,8\nB,,{marks}\n"), None);
            let outcomes: Vec<(&str, &str)> = found.iter().map(|row| (row[2].as_str(), row[0].as_str())).collect();
            assert_eq!(outcomes, [("A", "ranked"), ("B", "unrated")], "{apart} {marks}");
        }
    }
}

#[test]
fn a_reviewers_order_follows_the_total_that_ranks() {
    let grid = format!(
        "[[fact]]\nid = \"cost\"\nlabel = \"Cost\"\ntype = \"number\"\n{CRITERIA}
[[total]]\nid = \"per-point\"\nlabel = \"Cost per point\"\nof = {{ cost_per_point = \"cost\" }}\n
[rules]\nrank_by = \"per-point\"\npanel = {{ combine = \"rank-sum\" }}\n"
    );
    let marks = "submission,reviewer,a,b\nA,R1,8,4\nA,R2,6,8\nB,R1,9,9\nB,R2,5,5\n";
    let found = ranked(&grid, "id,cost\nA,100\nB,900\n", Some(marks));
    assert_eq!(found, [["ranked", "1", "A"], ["ranked", "2", "B"]]);
}

#[test]
fn an_unrated_submission_always_has_a_reason() {
    let total = |of: &str, rest: &str| format!("[[total]]\nid = \"t\"\nlabel = \"Other\"\nof = {of}\n{rest}\n");
    // What ranks is there; what a threshold looks at is not.
    let beside = total("{ product = [\"a\", \"b\"] }", "at_least = 2") + "[rules]\nnot_applicable = \"leave-out\"\n";
    let main = total("{ weights = { a = 5 } }", "") + "[rules]\nrank_by = \"t\"\npass = { total = 50 }\n";
    for (rules, mark, reason) in [(beside, "n/a", "Other cannot be computed"), (main, "", "not marked: Beta")] {
        let grid = format!("{CRITERIA}{rules}");
        let out = said(&["rank"], &grid, &format!("id,a,b\nA,5,{mark}\n"), None);
        assert!(out.contains("1 unrated") && out.contains(reason), "{out}");
    }
}

/// What ranks, is excluded or is compared where tracks have rankings of their own.
const APART: &str = "
[[fact]]
id = \"kind\"
label = \"Kind\"
type = \"choice\"
values = { new = \"new\", ripe = \"ripe\" }

[[fact]]
id = \"cost\"
label = \"Cost\"
type = \"number\"

[[track]]
id = \"new\"
label = \"New\"
when = { fact = \"kind\", one_of = [\"new\"] }
budget = 100

[[track]]
id = \"ripe\"
label = \"Ripe\"

[rules]
tracks = \"apart\"
cost = \"cost\"
";

#[test]
fn who_is_on_another_track_stands_neither_above_nor_level() {
    let grid = format!("{CRITERIA}{APART}");
    let submissions = "id,kind,cost,a,b\nS1,new,10,6,6\nS2,ripe,,9,9\nS3,new,10,9,9\n";
    for other in ["S1", "S3"] {
        let text = said(&["explain", other, "S2"], &grid, submissions, None).replace('\n', " ");
        assert!(text.contains("neither stands above the other"), "{text}");
        assert!(!text.contains("share a rank"), "{text}");
        let json = said(&["explain", other, "S2", "--format", "json"], &grid, submissions, None);
        assert!(json.contains("\"tracks-apart\""), "{json}");
    }
}

#[test]
fn a_tie_that_money_cuts_has_no_number_of_places() {
    let grid = format!("{CRITERIA}{APART}");
    let submissions = "id,kind,cost,a,b\nS1,new,250,6,6\nS2,new,60,6,6\nS3,new,30,6,6\n";
    let text = said(&["rank"], &grid, submissions, None);
    assert!(text.contains("undecided between S1, S2 and S3, for whom 100 is left"), "{text}");
    assert!(!text.contains("for 2 places"), "{text}");
}

#[test]
fn differences_add_up_to_the_gap_where_one_side_does_not_apply() {
    let grid = "
[[group]]
id = \"g\"
label = \"G\"
weight = 30

[[criterion]]
id = \"a\"
label = \"Alpha\"
group = \"g\"
weight = 15
scale = { points = 10 }

[[criterion]]
id = \"b\"
label = \"Beta\"
group = \"g\"
weight = 15
scale = { points = 10 }

[[criterion]]
id = \"c\"
label = \"Gamma\"
weight = 70
scale = { points = 10 }

[rules]
not_applicable = \"leave-out\"
";
    let csv = "id,a,b,c\nS1,6,n/a,9\nS2,5,5,8\n";
    let text = said(&["explain", "S1", "S2"], grid, csv, None);
    // 9 − 7.5, then 0 − 7.5, then 63 − 56; the weight of Beta gives S1 9 points more: 81 − 71 = 10.
    for row in [["Alpha", "+1.50"], ["Beta", "−7.50"], ["Gamma", "+7.00"], ["Total", "+10.00"]] {
        let line = text.lines().find(|line| line.starts_with(row[0])).unwrap();
        assert!(line.ends_with(row[1]), "{text}");
    }
    assert!(text.contains("+9.00"), "{text}");
}

/// What becomes of S1, whose days are given, and of S2, whose are not, where a gate bounds the days.
fn bounded_days(scale: &str, at_most: u32, days: u32) -> [String; 2] {
    let grid = format!(
        "
[[fact]]
id = \"days\"
label = \"Days\"
type = \"number\"

[[criterion]]
id = \"a\"
label = \"Alpha\"
weight = 60
from = {{ fact = \"days\" }}
scale = {scale}

[[criterion]]
id = \"b\"
label = \"Beta\"
weight = 40
scale = {{ points = 10 }}

[[gate]]
id = \"soon\"
label = \"Soon\"
require = {{ criterion = \"a\", at_most = {at_most} }}

[rules]
missing = \"lowest\"
"
    );
    let rows = ranked(&grid, &format!("id,days,b\nS1,{days},8\nS2,,8\n"), None);
    ["S1", "S2"].map(|id| rows.iter().find(|row| row[2] == id).unwrap()[0].clone())
}

#[test]
fn a_missing_fact_counts_as_the_worst_of_a_scale_that_falls() {
    assert_eq!(bounded_days("{ full = 30, none = 90 }", 60, 45), ["ranked", "excluded"]);
    // From 60 points down to 10 in steps of 20: three steps of a week, the last one short, after day 30: day 51 at the least.
    let decline = "{ starts_at = 60, less = 20, every = 7, after = 30, down_to = 10 }";
    assert_eq!(bounded_days(decline, 50, 45), ["ranked", "excluded"]);
    assert_eq!(bounded_days(decline, 51, 45), ["ranked", "ranked"]);
    // Of prices there is no worst one: nobody knows whether the bound holds.
    assert_eq!(bounded_days("{ relative_to = \"lowest\" }", 60, 45), ["ranked", "unrated"]);
}
