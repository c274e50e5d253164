//! A panel at work, with the real binary on small real files: how marks combine, the five answers, conflicts, assignments,
//! quorums, the consensus, ranks that add up, and what is said of all that. Every number is worked out by hand beside it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]
#![allow(
    unreachable_pub,
    missing_docs,
    clippy::missing_panics_doc,
    clippy::format_collect,
    reason = "a test has no public interface, and texts are built as they read"
)]

mod answers;
mod assignments;
mod combining;
mod conflicts;
mod orders;
mod quorums;
mod strangers;
mod study;
mod told;
mod totals;

#[path = "../support/mod.rs"]
mod support;

pub use support::*;

/// One criterion out of so many points, which weighs as much: a total is the combined mark.
pub fn alone(points: u32) -> String {
    format!("total = {points}\n{}", criterion("a", points, &format!("{{ points = {points} }}")))
}

/// Two criteria out of ten, with 60 and 40 points.
pub fn two() -> String {
    criterion("a", 60, "{ points = 10 }") + &criterion("b", 40, "{ points = 10 }")
}

/// Reviewers of these identifiers.
pub fn reviewers(ids: &[&str]) -> String {
    ids.iter().map(|id| reviewer(id, "")).collect()
}

pub fn reviewer(id: &str, more: &str) -> String {
    format!("[[reviewer]]\nid = \"{id}\"\n{more}\n")
}

/// One submission `S` and its marks on criterion `a`, by reviewers R1, R2…
pub fn marks(given: &[&str]) -> String {
    let rows = given.iter().enumerate().map(|(at, mark)| format!("S,R{},{mark}\n", at + 1));
    "submission,reviewer,a\n".to_owned() + &rows.collect::<String>()
}

/// How marks on one criterion out of so many points combine: the total, or why there is none.
pub fn combined(points: u32, rules: &str, given: &[&str]) -> String {
    let grid = format!("{}[rules]\npanel = {{ {rules} }}\n", alone(points));
    let folder = Folder::new(&grid, "", &[("submissions.csv", "id\nS\n"), ("marks.csv", &marks(given))]);
    let json = folder.rank();
    match (ranked(&json).as_slice(), lacks(&json, "S").as_slice()) {
        ([one], []) => one.strip_prefix("S 1 ").unwrap().to_owned(),
        ([], [why]) => why.clone(),
        _ => panic!("{json}"),
    }
}
