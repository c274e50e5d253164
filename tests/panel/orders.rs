//! Ranks of each reviewer, added up or as a mean.

use super::{Folder, alone, ranked, reviewer, reviewers};

fn folder(rules: &str, call: &str, marks: &str) -> Folder {
    let grid = format!("{}[rules]\npanel = {{ {rules} }}\n", alone(10));
    Folder::new(&grid, call, &[("submissions.csv", "id\nA\nB\nC\n"), ("marks.csv", &format!("submission,reviewer,a\n{marks}"))])
}

/// R1: A, B, C. R2: B, A, C.
const ORDERS: &str = "A,R1,9\nB,R1,8\nC,R1,1\nA,R2,5\nB,R2,6\nC,R2,4\n";

#[test]
fn ranks_add_up_or_make_a_mean() {
    assert_eq!(folder("combine = \"rank-sum\"", "", ORDERS).ranked(), ["A 1 3", "B 1 3", "C 3 6"]);
    assert_eq!(folder("combine = \"rank-mean\"", "", ORDERS).ranked(), ["A 1 1.5", "B 1 1.5", "C 3 3"]);
    // Level with R3: the three share the mean of 1, 2 and 3, or the best of them.
    let level = format!("{ORDERS}A,R3,5\nB,R3,5\nC,R3,5\n");
    assert_eq!(folder("combine = \"rank-sum\"", "", &level).ranked(), ["A 1 5", "B 1 5", "C 3 8"]);
    assert_eq!(folder("combine = \"rank-sum\", tied_ranks = \"lowest\"", "", &level).ranked(), ["A 1 4", "B 1 4", "C 3 7"]);
}

#[test]
fn a_conflict_leaves_a_sum_open_and_a_mean_to_those_who_may() {
    let conflict = reviewers(&["R1", "R2"]) + "[[conflict]]\nreviewer = \"R2\"\nsubmission = \"A\"\n";
    let sum = folder("combine = \"rank-sum\"", &conflict, ORDERS);
    assert_eq!(sum.lacks("A").len(), 1);
    assert!(sum.lacks("A")[0].contains("R2"), "{:?}", sum.lacks("A"));
    // R1 still has three to put in order, R2 two: B has 2 + 1, C 3 + 2.
    assert_eq!(sum.ranked(), ["B 1 3", "C 2 5"]);
    let mean = folder("combine = \"rank-mean\"", &conflict, ORDERS);
    assert_eq!(mean.ranked(), ["A 1 1", "B 2 1.5", "C 3 2.5"]);
    // Who has merely not answered is awaited.
    let late = folder("combine = \"rank-mean\"", &reviewers(&["R1", "R2"]), &ORDERS.replace("A,R2,5\n", ""));
    assert_eq!(late.lacks("A").len(), 1);
    assert_eq!(late.ranked(), ["B 1 1.5", "C 2 2.5"]);
}

#[test]
fn a_mean_is_over_those_who_are_assigned() {
    let call = reviewers(&["R1", "R2"])
        + "[[assignment]]\nreviewer = \"R1\"\n[[assignment]]\nreviewer = \"R2\"\nsubmission = [\"B\", \"C\"]\n";
    let marks = ORDERS.replace("A,R2,5\n", "");
    assert_eq!(folder("combine = \"rank-mean\"", &call, &marks).ranked(), ["A 1 1", "B 2 1.5", "C 3 2.5"]);
    assert_eq!(folder("combine = \"rank-sum\"", &call, &marks).lacks("A").len(), 1);
}

#[test]
fn votes_weigh_ranks_and_an_opinion_has_none() {
    // Twice R1: A 2·1 + 2, B 2·2 + 1, C 2·3 + 3; as means over three votes.
    let call = reviewer("R1", "votes = 2") + &reviewers(&["R2"]);
    assert_eq!(folder("combine = \"rank-sum\"", &call, ORDERS).ranked(), ["A 1 4", "B 2 5", "C 3 9"]);
    assert_eq!(folder("combine = \"rank-mean\"", &call, ORDERS).ranked(), ["A 1 4/3", "B 2 5/3", "C 3 3"]);
    let call = reviewers(&["R1"]) + &reviewer("R2", "votes = 0");
    assert_eq!(folder("combine = \"rank-sum\"", &call, ORDERS).ranked(), ["A 1 1", "B 2 2", "C 3 3"]);
}

#[test]
fn who_does_not_sit_is_not_awaited_for_a_sum_of_ranks() {
    let call = format!("as_of = 2026-06-30\n{}{}", reviewers(&["R1", "R2"]), reviewer("R3", "until = 2026-01-01"));
    for word in ["rank-sum", "rank-mean"] {
        let json = folder(&format!("combine = \"{word}\""), &call, ORDERS).rank();
        assert_eq!(ranked(&json).len(), 3, "{word}: {json}");
    }
    // Of nobody's ranks there is no sum.
    let call = format!("as_of = 2026-06-30\n{}", reviewer("R1", "until = 2026-01-01") + &reviewer("R2", "votes = 0"));
    for word in ["rank-sum", "rank-mean"] {
        let nobody = folder(&format!("combine = \"{word}\""), &call, "A,R2,9\nB,R2,8\n");
        assert!(nobody.ranked().is_empty(), "{word}: {:?}", nobody.ranked());
        assert_eq!(nobody.lacks("A").len(), 1, "{word}");
    }
}
