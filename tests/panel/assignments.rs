//! Who marks what, for how long, and with how many votes.

use serde_json::Value;

use super::{Folder, Run, by, ranked, reviewer, reviewers, two};

const SUBMISSIONS: &str = "id\nS\nT\n";

fn folder(rules: &str, call: &str, marks: &str, files: &[(&str, &str)]) -> Folder {
    let grid = format!("{}[rules]\npanel = {{ {rules} }}\n", two());
    let marks = format!("submission,reviewer,a,b\n{marks}");
    Folder::new(&grid, call, &[&[("submissions.csv", SUBMISSIONS), ("marks.csv", &marks)], files].concat())
}

/// `R1 S 2/2`, `R3 T conflict`: what is asked of whom, and what came.
fn asked(folder: &Folder) -> Vec<String> {
    let json = folder.json(&["panel", "--draws", "0"]);
    let rows = json["submissions"].as_array().unwrap().iter().flat_map(|row| {
        row["answers"].as_array().unwrap().iter().map(|one| {
            let (who, on) = (one["reviewer"].as_str().unwrap(), row["id"].as_str().unwrap());
            match one["conflict"].as_bool() {
                Some(true) => format!("{who} {on} conflict"),
                _ => format!("{who} {on} {}/{}", one["answered"], one["asked"]),
            }
        })
    });
    let rows: Vec<String> = rows.collect();
    let sum = |at: usize| {
        let counts = rows.iter().filter_map(|row| row.rsplit(' ').next()?.split('/').nth(at)?.parse::<u64>().ok());
        counts.sum::<u64>()
    };
    assert_eq!((json["answered"].as_u64(), json["asked"].as_u64()), (Some(sum(0)), Some(sum(1))));
    rows
}

#[test]
fn assignments_by_criterion_and_by_submission() {
    let call = reviewers(&["R1", "R2", "R3"])
        + "[[assignment]]\nreviewer = \"R1\"\n\
           [[assignment]]\nreviewer = \"R2\"\ncriterion = \"a\"\n\
           [[assignment]]\nreviewer = [\"R2\", \"R3\"]\nsubmission = \"T\"\ncriterion = [\"Criterion b\"]\n";
    // R1 marks everything, R2 criterion a everywhere and b of T, R3 only b of T.
    let marks = "S,R1,8,6\nS,R2,4,\nT,R1,5,5\nT,R2,7,2\nT,R3,,8\n";
    let folder = self::folder("quorum = \"all\"", &call, marks, &[]);
    // S: 6 and 6: 60. T: 6 and 5: 36 + 20.
    assert_eq!(folder.ranked(), ["S 1 60", "T 2 56"]);
    assert_eq!(asked(&folder), ["R1 S 2/2", "R2 S 1/1", "R1 T 2/2", "R2 T 2/2", "R3 T 1/1"]);
    // Without what R3 owes on b of T.
    let late = self::folder("quorum = \"all\"", &call, &marks.replace("T,R3,,8\n", ""), &[]);
    assert_eq!(late.lacks("T"), ["Criterion b: 2 marks, quorum of 3; waiting for R3"]);
    assert_eq!(asked(&late), ["R1 S 2/2", "R2 S 1/1", "R1 T 2/2", "R2 T 2/2", "R3 T 0/1"]);
    let text = late.run(&["panel", "--draws", "0"]).out;
    assert!(text.contains("• R3: 1 answer missing, on T"), "{text}");
}

fn refused(run: &Run, code: &str, count: usize) {
    assert_eq!((run.code, run.err.matches(code).count()), (2, count), "{}", run.err);
}

#[test]
fn a_mark_outside_the_assignments_is_refused() {
    let call = reviewers(&["R1", "R2"]) + "[panel]\nassignments = \"qui.csv\"\n";
    let who = [("qui.csv", "submission,reviewer,criterion\nS,R1,\nT,R1,\nS,R2,a\n")];
    let fine = folder("quorum = 1", &call, "S,R1,8,6\nS,R2,4,\nT,R1,5,5\n", &who);
    assert_eq!(ranked(&fine.rank()), ["S 1 60", "T 2 50"]);
    assert_eq!(asked(&fine), ["R1 S 2/2", "R2 S 1/1", "R1 T 2/2"]);
    // b of S, and a of T: one mark each.
    refused(&folder("quorum = 1", &call, "S,R1,8,6\nS,R2,4,4\nT,R1,5,5\n", &who).run(&["rank"]), "M414", 1);
    refused(&folder("quorum = 1", &call, "S,R1,8,6\nT,R2,4,\nT,R1,5,5\n", &who).run(&["rank"]), "M414", 1);
    // An abstention is no mark.
    let abstains = folder("quorum = 1", &call, "S,R1,8,6\nT,R2,abs.,\nT,R1,5,5\n", &who);
    assert_eq!(ranked(&abstains.rank()), ["S 1 68", "T 2 50"].map(|one| one.replace("68", "72")));
}

#[test]
fn who_is_assigned_nothing_is_said() {
    let call = reviewers(&["R1", "R2"]) + "[[assignment]]\nreviewer = \"R1\"\n";
    let run = folder("quorum = 1", &call, "S,R1,8,6\nT,R1,5,5\n", &[]).run(&["rank"]);
    assert!(run.code == 0 && run.err.contains("C212") && run.err.contains("R2 has nothing to mark"), "{}", run.err);
    // Who has no vote needs no assignment.
    let call = reviewers(&["R1"]) + &reviewer("R2", "votes = 0") + "[[assignment]]\nreviewer = \"R1\"\n";
    assert!(!folder("quorum = 1", &call, "S,R1,8,6\nT,R1,5,5\nT,R2,1,1\n", &[]).run(&["rank"]).err.contains("C212"));
}

#[test]
fn who_does_not_sit_is_not_awaited_and_counts_if_they_mark() {
    let call = |terms: &str| format!("as_of = 2026-06-30\n{}{}", reviewers(&["R1", "R2"]), reviewer("R3", terms));
    let marks = "S,R1,8,6\nS,R2,4,4\nT,R1,5,5\nT,R2,5,5\n";
    for (terms, sits) in [
        ("until = 2026-06-29", false),
        ("until = 2026-06-30", true),
        ("from = 2026-06-30", true),
        ("from = 2026-07-01", false),
        ("from = 2026-01-01\nuntil = 2026-12-31", true),
    ] {
        let folder = self::folder("quorum = \"all\"", &call(terms), marks, &[]);
        assert_eq!(folder.lacks("S").is_empty(), !sits, "{terms}");
        assert_eq!(asked(&folder).len(), if sits { 6 } else { 4 }, "{terms}");
    }
    // 8, 4 and 3 on a; 6, 4 and 8 on b: 30 + 24.
    let folder = self::folder("quorum = \"all\"", &call("until = 2026-06-29"), &format!("{marks}S,R3,3,8\n"), &[]);
    assert_eq!(folder.ranked(), ["S 1 54", "T 2 50"]);
    let run = folder.run(&["rank"]);
    assert!(run.err.contains("M415") && run.err.contains("2 marks of theirs count all the same"), "{}", run.err);
    // `--as-of` moves the day.
    assert!(!folder.run(&["rank", "--as-of", "2026-06-29"]).err.contains("M415"));
}

fn marks_of<'v>(explained: &'v Value, criterion: &str, reviewer: &str) -> &'v Value {
    by(&by(&explained["criteria"], "id", criterion)["marks"], "reviewer", reviewer)
}

#[test]
fn an_opinion_is_shown_and_does_not_count() {
    let call = reviewers(&["R1", "R2"]) + &reviewer("R3", "votes = 0");
    let folder = self::folder("quorum = \"all\"", &call, "S,R1,8,6\nS,R2,4,4\nS,R3,0,0\nT,R1,5,5\nT,R2,5,5\n", &[]);
    assert_eq!(folder.ranked(), ["S 1 56", "T 2 50"]);
    let explained = folder.json(&["explain", "S"]);
    let opinion = marks_of(&explained, "a", "R3");
    assert_eq!((&opinion["mark"], &opinion["counts"]), (&Value::from("0"), &Value::from(false)));
    assert_eq!(asked(&folder).iter().filter(|row| row.starts_with("R3")).count(), 0);
    let text = folder.run(&["explain", "S"]).out;
    assert!(text.replace('\n', " ").contains("R3 0 (not counted)"), "{text}");
    // An opinion makes no quorum: T has one vote only.
    let short = self::folder("quorum = 2", &call, "S,R1,8,6\nS,R2,4,4\nT,R1,5,5\nT,R3,5,5\n", &[]);
    assert_eq!(short.lacks("T"), ["Criterion a and Criterion b: 1 mark, quorum of 2; waiting for R2"]);
}

#[test]
fn two_votes_in_a_mean_and_in_a_majority() {
    let call = reviewer("R1", "votes = 2") + &reviewers(&["R2", "R3"]);
    let marks = "S,R1,8,6\nS,R2,4,4\nS,R3,4,2\nT,R1,1,1\nT,R2,2,2\nT,R3,3,3\n";
    // (2 × 8 + 4 + 4) / 4 = 6, (12 + 4 + 2) / 4 = 4.5: 36 + 18. T: (2 + 2 + 3) / 4 = 1.75 on both.
    assert_eq!(folder("quorum = 3", &call, marks, &[]).ranked(), ["S 1 54", "T 2 17.5"]);
    // Votes are not marks: of three marks, four votes make no quorum of four.
    assert_eq!(folder("quorum = 4", &call, marks, &[]).lacks("S").len(), 1);
    // 2 against 1 and 1 is half: no majority. With R2 as R3, 2 against 2: none either; R2 as R1, 3 of 4.
    let majority = |votes: &str, marks: &str| {
        let call = reviewer("R1", votes) + &reviewers(&["R2", "R3"]);
        folder("combine = \"majority\"", &call, marks, &[]).rank()
    };
    assert_eq!(super::lacks(&majority("votes = 2", marks), "T").len(), 2);
    assert_eq!(ranked(&majority("votes = 2.5", marks))[1..], ["T 2 10"]);
    assert_eq!(super::lacks(&majority("votes = 2", marks), "S").len(), 2);
    assert_eq!(ranked(&majority("votes = 2", "S,R1,8,6\nS,R2,8,4\nS,R3,4,6\n")), ["S 1 72"]);
}
