//! The exact answers, tried.

use super::*;

const FIVE: &[(&str, &[u32])] = &[("A", &[9, 4, 6]), ("B", &[6, 8, 5]), ("C", &[7, 5, 7]), ("D", &[3, 9, 6]), ("E", &[8, 3, 2])];

#[test]
fn the_smallest_move_ties_and_a_little_more_replaces() {
    let folder = call(&[50, 30, 20], "", 2, FIVE);
    let json = folder.json(&["robustness"]);
    let shift = &json["exact"]["smallest_move"];
    // A 69, C 64, B 64, D 54, E 53: B and C share the last place. So: undecided, and no smallest move.
    assert_eq!((&json["undecided"], shift), (&serde_json::json!(["B", "C"]), &Value::Null));
    let folder = call(&[51, 29, 20], "", 2, FIVE);
    let json = folder.json(&["robustness"]);
    let shift = &json["exact"]["smallest_move"];
    // C 64.2, B 63.8: 0.4 apart. A point from c to b, where B has 0.2 less and 0.3 more than C, closes 0.5 of that.
    assert_eq!(exact(&shift["points"]), ratio(4, 5));
    assert_eq!(shift["event"], serde_json::json!({ "kind": "overtakes", "above": "B", "below": "C" }));
    let there = weights(&shift["weights"]);
    assert_eq!(selected_with(&folder, &there, None).1, ["B", "C"], "they tie there");
    assert_eq!(selected_with(&folder, &beyond(&shift["weights"], &ratio(1, 1000)), None).0, ["A", "B"]);
    assert_eq!(selected_with(&folder, &beyond(&shift["weights"], &ratio(-1, 1000)), None).0, ["A", "C"]);
}

#[test]
fn interval_ends_are_where_the_selection_changes() {
    let folder = call(&[51, 29, 20], "", 2, FIVE);
    let json = folder.json(&["robustness"]);
    let published = [51, 29, 20].map(|weight| ratio(weight, 1));
    let (now, none) = selected_with(&folder, &published, None);
    assert!(none.is_empty());
    let mut ends = 0;
    for (at, row) in json["exact"]["intervals"].as_array().unwrap().iter().enumerate() {
        // The others in proportion.
        let moved = |to: &BigRational| -> Vec<BigRational> {
            let factor = (ratio(100, 1) - to) / (ratio(100, 1) - &published[at]);
            (0..3).map(|other| if other == at { to.clone() } else { &published[other] * &factor }).collect()
        };
        for (end, sign) in [("low", -1), ("high", 1)] {
            let end = &row["selection"][end];
            // Where the axis ends, there is no further.
            if end["event"].is_null() || end["event"]["kind"] == "levels" {
                continue;
            }
            ends += 1;
            let to = exact(&end["at"]);
            assert_eq!(selected_with(&folder, &moved(&to), None).1.len(), 2, "a tie at {to}");
            let tiny = ratio(sign, 1000);
            assert_eq!(selected_with(&folder, &moved(&(&to - &tiny)), None), (now.clone(), Vec::new()), "inside");
            assert_ne!(selected_with(&folder, &moved(&(&to + &tiny)), None).0, now, "beyond");
        }
    }
    assert!(ends >= 3, "{json}");
}

#[test]
fn witnesses_give_the_ranks_and_the_places_they_are_said_to() {
    let folder = call(&[51, 29, 20], "", 2, FIVE);
    for region in [&[][..], &["--band", "20%"], &["--order", "published"], &["--range", "b=20..35"]] {
        let json = folder.json(&[&["robustness"], region].concat());
        let sure = |answer: &Value| answer["answer"] != "unknown";
        for row in json["exact"]["possible"].as_array().unwrap() {
            let id = row["id"].as_str().unwrap();
            assert!(row["best"]["exact"] == true && row["worst"]["exact"] == true, "{row}");
            assert!(sure(&row["can_be_selected"]) && sure(&row["can_be_left_out"]));
            let (best, worst) = (row["best"]["found"].as_u64().unwrap(), row["worst"]["found"].as_u64().unwrap());
            let rank = row["rank"].as_u64().unwrap();
            assert!(best <= rank && rank <= worst, "{row}");
            if row["can_be_selected"]["answer"] == "yes" {
                assert!(best <= 2);
                let with = selected_with(&folder, &weights(&row["can_be_selected"]["weights"]), None).0;
                assert!(with.contains(&id.to_owned()), "{id} {with:?}");
            }
            if row["can_be_left_out"]["answer"] == "yes" {
                let with = selected_with(&folder, &weights(&row["can_be_left_out"]["weights"]), None).0;
                assert!(!with.contains(&id.to_owned()), "{id} {with:?}");
            } else {
                assert!(worst <= 2);
            }
        }
    }
}

/// A band of nothing is the published weights: everybody has one rank, and nothing depends on weights.
#[test]
fn a_band_of_nothing_is_the_published_ranking() {
    let folder = call(&[51, 29, 20], "", 2, FIVE);
    let json = folder.json(&["robustness", "--band", "0%"]);
    for row in json["exact"]["possible"].as_array().unwrap() {
        assert_eq!((&row["best"]["found"], &row["worst"]["found"]), (&row["rank"], &row["rank"]));
    }
    let out = folder.run(&["robustness", "--band", "0%"]).out.replace('\n', " ");
    assert!(out.contains("within 0% of the published one, the selection never changes"), "{out}");
}

#[test]
fn thresholds_count() {
    // A 69.3, C 64.2, B 63.8, D 51.6 and E 54.3 with a pass mark of 60: D and E are excluded, and one place is left empty.
    let rules = "[rules]\npass = { total = 60 }\n";
    let folder = call(&[51, 29, 20], rules, 4, FIVE);
    let json = folder.json(&["robustness"]);
    let shift = &json["exact"]["smallest_move"];
    // Every point from c to b gives B 0.3 more; but C loses 0.2: it is 4.2 above; A loses 0.5 a point from a to b, and is 9.3 above.
    // E gains 0.6 a point from c to a and lacks 5.7; D gains 0.6 from a to b and lacks 8.4: B falls first, by 0.2 from b to… c (0.3).
    let pass = ratio(60, 1);
    let published = [51, 29, 20].map(|weight| ratio(weight, 1));
    let now = selected_with(&folder, &published, Some(&pass));
    assert_eq!(now, (["A", "B", "C"].map(str::to_owned).to_vec(), Vec::new()));
    for by in [ratio(-1, 1000), ratio(1, 1000)] {
        let with = selected_with(&folder, &beyond(&shift["weights"], &by), Some(&pass));
        assert_eq!(with == now, by < ratio(0, 1), "{with:?} {shift}");
    }
    let said = folder.run(&["robustness"]).out;
    assert!(said.contains("threshold"), "{said}");
}

#[test]
fn who_is_excluded_may_come_in() {
    // A 66, B 54, C 42. Pass mark 50, and all places taken but one: C needs 8 more.
    let rows: &[(&str, &[u32])] = &[("A", &[7, 6]), ("B", &[5, 6]), ("C", &[3, 6])];
    let folder = call(&[60, 40], "[rules]\npass = { total = 50 }\n", 3, rows);
    let json = folder.json(&["robustness"]);
    let shift = &json["exact"]["smallest_move"];
    // C gains 0.3 a point from a to b: 26.67 points. B falls with 0.1 a point from b to a, from 54 to 50: 40 points.
    assert_eq!(exact(&shift["points"]), ratio(80, 3));
    assert_eq!(shift["event"], serde_json::json!({ "kind": "passes", "submission": "C", "threshold": "pass" }));
    let there = weights(&shift["weights"]);
    assert_eq!(selected_with(&folder, &there, Some(&ratio(50, 1))).0, ["A", "B", "C"], "at least is included");
}

/// Whatever the order of the rows, the number of threads and the locale: the same bytes to programs.
#[test]
fn the_same_bytes_however_it_is_run() {
    let folder = call(&[51, 29, 20], "", 2, FIVE);
    let args = ["robustness", "--format", "json"];
    let one = run(folder.path(), &args, &[("RAYON_NUM_THREADS", "1")]).out;
    for environment in [("RAYON_NUM_THREADS", "2"), ("RAYON_NUM_THREADS", "7"), ("LC_ALL", "fr_CA.UTF-8")] {
        assert_eq!(run(folder.path(), &args, &[environment]).out, one);
    }
    let mut shuffled = FIVE.to_vec();
    shuffled.reverse();
    let (folder, json): (Folder, Value) = (call(&[51, 29, 20], "", 2, &shuffled), serde_json::from_str(&one).unwrap());
    let other = folder.json(&["robustness"]);
    assert_eq!(other["exact"]["smallest_move"], json["exact"]["smallest_move"]);
    assert_eq!(other["exact"]["intervals"], json["exact"]["intervals"]);
    for row in json["exact"]["possible"].as_array().unwrap() {
        let same = by(&other["exact"]["possible"], "id", row["id"].as_str().unwrap());
        assert_eq!((&same["best"]["found"], &same["worst"]["found"]), (&row["best"]["found"], &row["worst"]["found"]));
    }
}

#[test]
fn data_of_criteria_and_of_submissions() {
    let folder = call(&[51, 29, 20], "", 2, FIVE);
    let rows = |by: &str| {
        let run = folder.run(&["robustness", "--format", "csv", "--by", by]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out.lines().count()
    };
    assert_eq!((rows("submission"), rows("criterion")), (6, 4));
}

#[test]
fn groups_move_as_one() {
    let grid = "total = 100\n[[group]]\nid = \"g\"\nlabel = \"G\"\nweight = 60\n".to_owned()
        + &criterion("a", 40, "{ points = 10 }").replace("scale", "group = \"g\"\nscale")
        + &criterion("b", 20, "{ points = 10 }").replace("scale", "group = \"g\"\nscale")
        + &criterion("c", 40, "{ points = 10 }");
    let files = files(FIVE);
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = Folder::new(&grid, "places = 2\n", &files);
    let json = folder.json(&["robustness"]);
    let items: Vec<(&str, &str)> = json["exact"]["intervals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["item"].as_str().unwrap(), row["most"]["exact"].as_str().unwrap()))
        .collect();
    // Inside the group, a criterion can take what its sibling has; the group and its sibling share the total.
    assert_eq!(items, [("g", "100"), ("a", "60"), ("b", "60"), ("c", "100")]);
}

#[test]
fn only_the_parts_that_are_asked_for() {
    let folder = call(&[51, 29, 20], "", 2, FIVE);
    let whole = folder.json(&["robustness", "--simulate", "--draws", "100"]);
    let keys = ["smallest_changes", "thresholds", "effective_weights", "without_each", "simulation"];
    assert!(keys.iter().all(|key| whole[key].is_object()), "{whole}");
    for (only, has) in [
        ("weights", &[][..]),
        ("marks", &["smallest_changes", "thresholds"]),
        ("criteria", &["effective_weights", "without_each"]),
        ("draws", &["simulation"]),
        ("marks,draws", &["smallest_changes", "thresholds", "simulation"]),
    ] {
        let part = folder.json(&["robustness", "--draws", "100", "--only", only]);
        for key in keys {
            let expected = if has.contains(&key) { &whole[key] } else { &Value::Null };
            assert_eq!(&part[key], expected, "{only} {key}");
        }
        assert_eq!(part["exact"]["smallest_move"], whole["exact"]["smallest_move"], "the answer is always there");
        assert_eq!(part["exact"]["intervals"].is_array(), only == "weights");
    }
}
