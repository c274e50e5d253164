//! How far a decision holds, with the real binary on real files. What is said of weights is tried: each smallest move, interval end
//! and witness is given back to the binary as a grid with those weights, and ranked.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]
#![allow(
    unreachable_pub,
    missing_docs,
    clippy::missing_panics_doc,
    clippy::format_collect,
    reason = "a test has no public interface, and texts are built as they read"
)]

mod bent;
mod drawn;
mod exact;
mod gates;

#[path = "../support/mod.rs"]
mod support;

pub use support::*;

use num_rational::BigRational;
use serde_json::Value;

/// A grid of criteria `a`, `b`, … out of ten, with these weights.
pub fn grid(weights: &[u32], more: &str) -> String {
    let total: u32 = weights.iter().sum();
    let criteria = weights.iter().zip('a'..).map(|(weight, id)| criterion(&id.to_string(), *weight, "{ points = 10 }"));
    format!("total = {total}\n{}{more}", criteria.collect::<String>())
}

/// Submissions and their marks out of ten, one a criterion.
pub fn files(rows: &[(&str, &[u32])]) -> Vec<(&'static str, String)> {
    let ids = rows.iter().map(|(id, _)| format!("{id}\n")).collect::<String>();
    let width = rows.first().map_or(0, |(_, marks)| marks.len());
    let heads = ('a'..).take(width).map(|id| format!(",{id}")).collect::<String>();
    let marks =
        rows.iter().map(|(id, marks)| format!("{id}{}\n", marks.iter().map(|mark| format!(",{mark}")).collect::<String>()));
    vec![("submissions.csv", format!("id\n{ids}")), ("marks.csv", format!("submission{heads}\n{}", marks.collect::<String>()))]
}

/// A call with these weights, places and marks.
pub fn call(weights: &[u32], more: &str, places: usize, rows: &[(&str, &[u32])]) -> Folder {
    let files = files(rows);
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Folder::new(&grid(weights, more), &format!("places = {places}\n"), &files)
}

/// Who is selected and who is undecided, when the criteria have these weights.
///
/// A grid holds decimals only: everything is multiplied until they are whole, which changes no rank.
pub fn selected_with(folder: &Folder, weights: &[BigRational], pass: Option<&BigRational>) -> (Vec<String>, Vec<String>) {
    let numbers = weights.iter().chain(pass);
    let scale = numbers.fold(num_bigint::BigInt::from(1), |scale, one| num_integer::Integer::lcm(&scale, one.denom()));
    let whole = |value: &BigRational| (value * BigRational::from_integer(scale.clone())).to_integer();
    let total: num_bigint::BigInt = weights.iter().map(whole).sum();
    // A criterion without weight is left out: a grid has none such.
    let criteria = weights.iter().zip('a'..).map(|(weight, id)| {
        let weight = whole(weight);
        let role = if weight == num_bigint::BigInt::from(0) { "role = \"aside\"\n" } else { "" };
        let weight = if role.is_empty() { format!("weight = {weight}\n") } else { String::new() };
        format!("[[criterion]]\nid = \"{id}\"\nlabel = \"Criterion {id}\"\n{weight}{role}scale = {{ points = 10 }}\n")
    });
    let rules = pass.map_or_else(String::new, |pass| format!("[rules]\npass = {{ total = {} }}\n", whole(pass)));
    let head = "[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\nsource = \"This test\"\n";
    folder.write("other.toml", &format!("{head}total = {total}\n{}{rules}", criteria.collect::<String>()));
    let json = folder.json(&["rank", "--grid", "other.toml"]);
    let with = |status: &str| {
        let own = json["ranked"].as_array().unwrap().iter().filter(|row| row["status"] == status);
        let mut ids: Vec<String> = own.map(|row| row["id"].as_str().unwrap().to_owned()).collect();
        ids.sort();
        ids
    };
    (with("in"), with("tied-at-cut"))
}

/// The weights of a move or a witness, in the order of the grid.
pub fn weights(list: &Value) -> Vec<BigRational> {
    list.as_array().unwrap().iter().map(|one| exact(&one["weight"])).collect()
}

/// Some weights and a little more of what leads from the published ones to them.
pub fn beyond(list: &Value, by: &BigRational) -> Vec<BigRational> {
    let change = |one: &Value| exact(&one["weight"]) + exact(&one["change"]) * by;
    list.as_array().unwrap().iter().map(change).collect()
}

pub fn ratio(num: i64, den: i64) -> BigRational {
    BigRational::new(num.into(), den.into())
}
