//! The examples that are shipped: every number of a scenario worked out again from the ranking of the grid as it stands.

use std::collections::BTreeMap;

use num_rational::BigRational;
use serde_json::Value;

use super::{exact, ids, json, only, root, run, texts, weights};

fn zero() -> BigRational {
    BigRational::from_integer(0.into())
}

/// The points of each submission, by criterion, as `rank` gives them.
fn points(folder: &str) -> BTreeMap<String, BTreeMap<String, BigRational>> {
    let run = run(&root(), &["rank", folder, "--format", "json"], &[]);
    let ranking: Value = serde_json::from_str(&run.out).unwrap();
    let row = |row: &Value| {
        let points = row["criteria"].as_array().unwrap().iter();
        let points = points.map(|one| (one["id"].as_str().unwrap().to_owned(), exact(&one["points"])));
        (row["id"].as_str().unwrap().to_owned(), points.collect())
    };
    ranking["ranked"].as_array().unwrap().iter().map(row).collect()
}

/// Points are shares of weights: with another weight, they are multiplied by what the weight was.
fn worked_out(scenario: &Value, points: &BTreeMap<String, BTreeMap<String, BigRational>>) {
    let factors: BTreeMap<&str, BigRational> = scenario["weights"]
        .as_array()
        .unwrap()
        .iter()
        .map(|weight| (weight["id"].as_str().unwrap(), exact(&weight["to"]) / exact(&weight["from"])))
        .collect();
    let mut seen = 0;
    for row in scenario["ranking"].as_array().unwrap().iter().filter(|row| row["rank"].is_number()) {
        let own = &points[row["id"].as_str().unwrap()];
        let total: BigRational =
            own.iter().map(|(id, points)| factors.get(id.as_str()).map_or(points.clone(), |by| by * points)).sum();
        assert_eq!(exact(&row["score"]), total, "{row}");
        seen += 1;
    }
    assert!(seen > 0);
}

/// The first places, in the order of exact scores: who is selected.
fn selected(ranking: &Value) -> Vec<&str> {
    let rows = ranking.as_array().unwrap().iter().filter(|row| row["status"] == "in");
    let mut ids: Vec<&str> = rows.map(|row| row["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids
}

/// What is said of two rankings follows from the two.
fn follows(document: &Value) {
    let before = selected(&document["ranking"]);
    for scenario in document["scenarios"].as_array().unwrap() {
        let after = selected(&scenario["ranking"]);
        let enter: Vec<&str> = after.iter().copied().filter(|id| !before.contains(id)).collect();
        assert_eq!(texts(&scenario["enter"]), enter);
        let common = after.len() - enter.len();
        let (overlap, count) = (&scenario["overlap"], |value: usize| Value::from(value));
        assert_eq!(
            (&overlap["before"], &overlap["after"], &overlap["common"]),
            (&count(before.len()), &count(after.len()), &count(common))
        );
        let jaccard = BigRational::new(common.into(), (before.len() + after.len() - common).into());
        assert_eq!(exact(&overlap["jaccard"]), jaccard);
        tau(document, scenario);
        for crossing in scenario["crossings"].as_array().unwrap() {
            for side in ["before", "after"] {
                let lines = crossing["criteria"].as_array().unwrap().iter().filter(|line| !line[side].is_null());
                let sum = lines.map(|line| exact(&line[side])).sum::<BigRational>() + exact(&crossing["between"][side]);
                assert_eq!(sum, exact(&crossing["gap"][side]), "{crossing}");
            }
            let scores = |ranking: &Value, id: &Value| {
                exact(&ranking.as_array().unwrap().iter().find(|row| row["id"] == *id).unwrap()["score"])
            };
            for (side, ranking) in [("before", &document["ranking"]), ("after", &scenario["ranking"])] {
                let gap = scores(ranking, &crossing["above"]) - scores(ranking, &crossing["below"]);
                assert_eq!(gap, exact(&crossing["gap"][side]));
            }
            // Who crosses is above afterwards.
            assert!(exact(&crossing["gap"]["after"]) >= zero());
        }
    }
}

/// Kendall's tau-b by its definition, over every pair of those ranked on both sides.
fn tau(document: &Value, scenario: &Value) {
    let ranks = |ranking: &Value| -> BTreeMap<String, i64> {
        let rows = ranking.as_array().unwrap().iter();
        rows.filter_map(|row| Some((row["id"].as_str()?.to_owned(), row["rank"].as_i64()?))).collect()
    };
    let (one, other) = (ranks(&document["ranking"]), ranks(&scenario["ranking"]));
    let pairs: Vec<(i64, i64)> = one.iter().filter_map(|(id, rank)| Some((*rank, *other.get(id)?))).collect();
    assert_eq!(scenario["paired"], pairs.len());
    let (mut sum, mut first, mut second) = (0i32, 0i32, 0i32);
    for (at, a) in pairs.iter().enumerate() {
        for b in &pairs[..at] {
            let sign = |x: i64, y: i64| i32::from(x > y) - i32::from(x < y);
            let (x, y) = (sign(a.0, b.0), sign(a.1, b.1));
            (sum, first, second) = (sum + x * y, first + x * x, second + y * y);
        }
    }
    let expected = f64::from(sum) / (f64::from(first) * f64::from(second)).sqrt();
    assert!((scenario["tau_b"].as_f64().unwrap() - expected).abs() < 1e-6);
}

/// The file of scenarios in the example's folder is read by itself.
#[test]
fn the_scenarios_of_trasss() {
    let document = json(&root(), &["examples/trasss"]);
    assert_eq!(document, json(&root(), &["examples/trasss/call.toml"]));
    assert_eq!(ids(&document["scenarios"]), ["network-first", "lasting", "median"]);
    follows(&document);
    let all = document["scenarios"].as_array().unwrap();
    // 55 points for what had 70.
    assert_eq!(
        weights(&all[0]),
        "social-relevance 110/7, clarity 165/14, scientific-relevance 165/14, feasibility 110/7, sustainability 5 fixed, \
         network-interest 40 set"
    );
    // 20 of the dropped criterion and 100 − 20 − 15 = 65 for what had 60.
    assert_eq!(
        weights(&all[1]),
        "social-relevance 0 dropped, clarity 15 fixed, scientific-relevance 16.25, feasibility 65/3, sustainability 20 set, \
         network-interest 325/12"
    );
    assert_eq!(all[1]["stays"][0]["what"], "dropped-minimums-and-ties");
    assert_eq!(weights(&all[2]), "");
    for scenario in all {
        assert_eq!((texts(&scenario["enter"]), texts(&scenario["leave"])), (vec!["P1"], vec!["P6"]));
    }
    let points = points("examples/trasss");
    worked_out(&all[0], &points);
    worked_out(&all[1], &points);
    assert_eq!(all[0]["crossings"][0]["most"], "network-interest");
}

/// One scenario of all the options, or one each.
#[test]
fn options_together_or_each() {
    let together = json(&root(), &["examples/trasss", "--set", "clarity=20", "--drop", "sustainability", "--fix", "feasibility"]);
    follows(&together);
    let one = only(&together);
    assert_eq!(one["id"], "clarity=20 drop=sustainability fix=feasibility");
    // 60 for what had 60.
    assert_eq!(weights(one), "clarity 20 set, feasibility 20 fixed, sustainability 0 dropped");
    worked_out(one, &points("examples/trasss"));
    let each = json(
        &root(),
        &[
            "examples/trasss",
            "--set",
            "clarity=20",
            "--set",
            "clarity=5",
            "--drop",
            "clarity",
            "--panel",
            "median",
            "--fix",
            "feasibility",
            "--each",
        ],
    );
    follows(&each);
    assert_eq!(ids(&each["scenarios"]), ["clarity=20", "clarity=5", "drop=clarity", "panel=median"]);
    assert!(each["scenarios"].as_array().unwrap().iter().all(|one| one["changes"]["fix"][0] == "feasibility"));
}

#[test]
fn another_way_to_combine_forgets_the_cases_of_the_grid() {
    let document = json(&root(), &["examples/comite", "--panel", "mean"]);
    follows(&document);
    let one = only(&document);
    // D11 waits for a third reading with the grid, and for nobody where any two marks make a mean.
    assert_eq!((texts(&one["enter"]), texts(&one["leave"]), texts(&one["ranked"])), (vec!["D07"], vec!["D06"], vec!["D11"]));
}

#[test]
fn another_grid_has_the_call_loaded_again() {
    let document = json(&root(), &["examples/trasss", "--grid", "trasss"]);
    let one = only(&document);
    // The published grid has network interest marked, and nobody has marked it.
    assert_eq!(texts(&one["unrated"]), ["P1", "P2", "P3", "P4", "P5", "P6"]);
    assert_eq!((one["paired"].as_u64(), one["tau_b"].is_null()), (Some(0), true));
    assert_eq!(one["grid"]["id"], "trasss");
    assert!(document["grid"]["sha256"] != one["grid"]["sha256"]);
    // The same grid: nothing changes, to the last digit.
    let same = json(&root(), &["examples/trasss", "--grid", "examples/trasss/grid.toml"]);
    assert_eq!(only(&same)["ranking"], same["ranking"]);
    assert_eq!(only(&same)["tau_b"], 1);
}

/// Whatever the number of threads and the language: the same bytes for programs, and every row.
#[test]
fn the_same_bytes_and_every_row() {
    let args = ["compare", "examples/comite", "--set", "interet=40", "--drop", "science", "--each", "--format"];
    for form in ["json", "csv"] {
        let args = [&args[..], &[form]].concat();
        let one = run(&root(), &args, &[("RAYON_NUM_THREADS", "1")]).out;
        let many = run(&root(), &args, &[("RAYON_NUM_THREADS", "4"), ("LC_ALL", "fr_CA.UTF-8")]).out;
        assert_eq!(one, many);
        if form == "csv" {
            assert_eq!(one.lines().count(), 1 + 2 * 14, "{one}");
        }
    }
}
