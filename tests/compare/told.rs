//! What is said to people, and what stays: groups, means, tracks, thresholds, policies of one criterion.

use super::{Folder, only, texts, weights};

const FOUR: &str = "id,a,b,c,d\nP1,10,2,5,5\nP2,2,10,5,5\nP3,6,6,4,6\nP4,1,1,1,1\n";

/// Criteria a and b in a group of 60, c and d beside it.
fn grouped(more: &str) -> String {
    format!(
        r#"
[[group]]
id = "need"
label = "Need"
weight = 60
{more}
[[criterion]]
id = "a"
label = "A"
group = "need"
weight = 40
scale = {{ points = 10 }}
[[criterion]]
id = "b"
label = "B"
group = "need"
weight = 20
scale = {{ points = 10 }}
[[criterion]]
id = "c"
label = "C"
weight = 30
scale = {{ points = 10 }}
[[criterion]]
id = "d"
label = "D"
weight = 10
scale = {{ points = 10 }}
"#
    )
}

#[test]
fn a_group_keeps_its_weight_or_takes_its_children_along() {
    let folder = Folder::new(&grouped(""), "places = 1\n", FOUR);
    let inside = folder.json(&["--set", "b=45"]);
    assert_eq!(weights(only(&inside)), "a 15, b 45 set");
    // With a at 40, P1 leads P2 by 16 points; with b at 45, P2 leads by 24.
    assert_eq!((texts(&only(&inside)["enter"]), texts(&only(&inside)["leave"])), (vec!["P2"], vec!["P1"]));
    assert_eq!(weights(only(&folder.json(&["--set", "need=30"]))), "need 30 set, a 20, b 10, c 52.5, d 17.5");
    assert_eq!(weights(only(&folder.json(&["--drop", "need"]))), "need 0 dropped, a 0 dropped, b 0 dropped, c 75, d 25");
    assert_eq!(
        weights(only(&folder.json(&["--drop", "a", "--drop", "b"]))),
        "need 0 dropped, a 0 dropped, b 0 dropped, c 75, d 25"
    );
    let said = folder.run(&["compare", "--set", "b=45", "--lang", "en"]).out;
    assert!(
        said.starts_with("What changes: X\n\nWith “B” at 45, P2 enters, P1 leaves, P2 comes first and 2 change rank.\n"),
        "{said}"
    );
    assert!(said.contains("\nWith the call’s grid, selected for 1 place: P1.\n"), "{said}");
    let said = folder.run(&["compare", "--set", "b=45", "--lang", "fr"]).out;
    assert!(said.contains("Avec «\u{a0}B\u{a0}» à 45, P2 entre, P1 sort, P2 arrive première et 2 changent de rang."), "{said}");
}

#[test]
fn in_a_mean_weights_are_relative() {
    let grid = grouped("score = \"mean\"");
    let folder = Folder::new(&grid, "places = 1\n", FOUR);
    let document = folder.json(&["--set", "a=5"]);
    assert_eq!(weights(only(&document)), "a 5 set");
    assert_eq!(
        (only(&document)["stays"][0]["what"].as_str(), only(&document)["stays"][0]["of"][0].as_str()),
        (Some("means"), Some("need"))
    );
    let said = folder.run(&["compare", "--set", "a=5", "--lang", "en"]).out;
    assert!(said.contains("In a group that takes a mean, weights are relative"), "{said}");
}

#[test]
fn thresholds_stay_as_they_are_printed_and_that_is_said() {
    let grid = format!("{}\n[rules]\npass = {{ total = 50 }}\n", grouped(""));
    let folder = Folder::new(&grid, "places = 2\n", FOUR);
    // P3 has 24 + 12 + 12 + 6 = 54 with the grid; with c at 80, 2/7 of 42 and 32 make 44. P1 keeps 2/7 of 49 and 40: 54.
    let document = folder.json(&["--set", "c=80"]);
    let one = only(&document);
    assert_eq!(one["stays"][0]["what"], "thresholds");
    assert_eq!(texts(&one["excluded"]), ["P3"]);
    let said = folder.run(&["compare", "--set", "c=80", "--lang", "en"]).out;
    assert!(said.contains("P3 is excluded"), "{said}");
    assert!(said.contains("Thresholds, caps and minimums in points stay as they are printed"), "{said}");
    assert!(said.contains("Why: who is no longer ranked"), "{said}");
    // What moves no weight has nothing to say of thresholds.
    assert_eq!(only(&folder.json(&["--set", "c=30"]))["stays"].as_array().unwrap().len(), 0);
}

#[test]
fn tracks_with_their_own_weights_have_a_table_each() {
    let grid = format!(
        "{}\n[[fact]]\nid = \"kind\"\nlabel = \"Kind\"\ntype = \"choice\"\nvalues = {{ rural = \"rural\", urban = \"urban\" }}\n\
         [[track]]\nid = \"rural\"\nlabel = \"Rural\"\nwhen = {{ fact = \"kind\", one_of = [\"rural\"] }}\nweights = {{ c = 10, d = 30 }}\n\
         [[track]]\nid = \"others\"\nlabel = \"Others\"\n",
        grouped("")
    );
    let folder = Folder::new(&grid, "places = 1\n", "id,kind,a,b,c,d\nP1,rural,5,5,9,1\nP2,urban,5,5,9,1\n");
    let document = folder.json(&["--set", "c=20"]);
    // 80 for what had 70; on the track, 80 for what had 90.
    assert_eq!(
        weights(only(&document)),
        "need 480/7, a 320/7, b 160/7, c 20 set, d 80/7, rural: need 160/3, rural: a 320/9, rural: b 160/9, rural: c 20 set, rural: d 80/3"
    );
    let said = folder.run(&["compare", "--set", "c=20", "--lang", "en"]).out;
    assert!(said.contains("Weights: Rural"), "{said}");
}

#[test]
fn a_missing_mark_means_something_else_except_where_a_criterion_says_so() {
    let grid = grouped("").replace("id = \"d\"\n", "id = \"d\"\nmissing = \"unrated\"\n");
    let folder = Folder::new(&grid, "places = 1\n", "id,a,b,c,d\nP1,9,9,,9\nP2,5,5,5,5\nP3,9,9,9,\n");
    let document = folder.json(&["--missing", "lowest", "--missing", "reweight", "--each"]);
    let all = document["scenarios"].as_array().unwrap();
    for one in all {
        assert_eq!(texts(&one["ranked"]), ["P1"]);
        assert_eq!((one["stays"][0]["what"].as_str(), one["stays"][0]["of"][0].as_str()), (Some("missing"), Some("d")));
    }
    // 36 + 18 + 9 of 70 left; as the lowest, 63.
    let score = |at: usize| {
        all[at]["ranking"].as_array().unwrap().iter().find(|row| row["id"] == "P1").unwrap()["score"]["exact"].clone()
    };
    assert_eq!((score(0), score(1)), ("63".into(), "90".into()));
    let said = folder.run(&["compare", "--missing", "lowest", "--lang", "en"]).out;
    assert!(said.contains("With missing marks counted as the lowest, P1 enters, P2 leaves"), "{said}");
    assert!(said.contains("What a missing mark means stays as the grid says it for D alone."), "{said}");
}

/// More than forty rows: those that change first.
#[test]
fn of_many_those_that_change_first() {
    let mut rows: Vec<String> = (0..59).map(|at| format!("P{at:02},5,5,5,5")).collect();
    rows.push("P59,0,5,10,5".to_owned());
    let folder = Folder::new(&grouped(""), "places = 59\n", &format!("id,a,b,c,d\n{}\n", rows.join("\n")));
    let said = folder.run(&["compare", "--set", "a=1", "--lang", "en"]).out;
    let table = said.split("Ranks side by side").nth(1).unwrap();
    assert!(table.lines().nth(3).unwrap().starts_with("P59"), "{table}");
    assert!(said.contains("… and 20 more that move less or not at all"), "{said}");
    assert_eq!(folder.run(&["compare", "--set", "a=1", "--format", "csv"]).out.lines().count(), 61);
}

/// A call without a folder: its grid is the one to change, and a file of scenarios that happens to lie here has no say.
#[test]
fn a_call_of_options_alone() {
    let folder = Folder::new(&grouped(""), "", FOUR);
    folder.write("scenarios.toml", "[[scenario]]\nid = \"x\"\ndrop = \"a\"\n");
    let bare = ["--grid", "grid.toml", "--submissions", "s.csv", "--places", "1"];
    let one = folder.json(&[&bare[..], &["--set", "b=45"]].concat());
    assert_eq!(weights(only(&one)), "a 15, b 45 set");
    let refused = folder.run(&[&["compare", "--lang", "en"], &bare[..]].concat());
    assert!(refused.code == 2 && refused.err.contains("there is nothing to compare with"), "{}", refused.err);
    let named = folder.json(&[&bare[..], &["--scenarios", "scenarios.toml"]].concat());
    assert_eq!(only(&named)["id"], "x");
    // Options beside a file add a scenario to its own.
    let both = folder.json(&["--scenarios", "scenarios.toml", "--set", "b=45"]);
    assert_eq!(super::ids(&both["scenarios"]), ["x", "b=45"]);
}

/// The grid of a scenario is found from the folder of its file.
#[test]
fn the_grid_of_a_scenario() {
    let folder = Folder::new(&grouped(""), "places = 1\n", FOUR);
    std::fs::create_dir(folder.path().join("what-if")).unwrap();
    let other = std::fs::read_to_string(folder.path().join("grid.toml")).unwrap();
    folder.write(
        "what-if/other.toml",
        &other.replace("weight = 40", "weight = 20").replace(
            "id = \"b\"\nlabel = \"B\"\ngroup = \"need\"\nweight = 20",
            "id = \"b\"\nlabel = \"B\"\ngroup = \"need\"\nweight = 40",
        ),
    );
    folder.write("what-if/list.toml", "[[scenario]]\nid = \"other\"\ngrid = \"other.toml\"\nset = { c = 20 }\n");
    let document = folder.json(&["--scenarios", "what-if/list.toml"]);
    // 80 for what had 70: a at 20 and b at 40 become 160/7 and 320/7.
    assert_eq!(weights(only(&document)), "need 480/7, a 160/7, b 320/7, c 20 set, d 80/7");
    assert_eq!(texts(&only(&document)["enter"]), ["P2"]);
    // Its file and its grid are inputs: no output replaces them.
    for name in ["what-if/list.toml", "what-if/other.toml", "grid.toml"] {
        let refused = folder.run(&["compare", "--scenarios", "what-if/list.toml", "-o", name, "--format", "csv"]);
        assert_eq!(refused.code, 2, "{name}");
    }
}

/// Nothing ranks: levels and profiles have nothing that a weight could move, and that is no error.
#[test]
fn a_tie_at_the_line_and_a_grid_that_ranks_nothing() {
    let folder = Folder::new(&grouped(""), "places = 1\n", "id,a,b,c,d\nP1,10,4,5,5\nP2,6,8,5,5\n");
    // 40·1 + 20·0.4 = 48 against 24 + 16 = 40; at 30 and 30, 42 each.
    let document = folder.json(&["--set", "a=30"]);
    assert_eq!(texts(&only(&document)["undecided"]), ["P1", "P2"]);
    let said = folder.run(&["compare", "--set", "a=30", "--lang", "en"]).out;
    assert!(said.contains("P1 and P2 are undecided at the cut-line"), "{said}");
    let profile = format!("{}\n[rules]\nrank_by = \"none\"\n", grouped(""));
    let folder = Folder::new(&profile, "", FOUR);
    let document = folder.json(&["--set", "a=30"]);
    assert!(only(&document)["overlap"].is_null() && only(&document)["tau_b"].is_null());
    let said = folder.run(&["compare", "--set", "a=30", "--lang", "en"]).out;
    assert!(said.contains("With “A” at 30, nothing is ranked and no level changes.") && !said.contains("Kendall"), "{said}");
    // Levels look at points, and points follow weights: P2 has 2 of 10 on a, and 10 on b.
    let levels = "[[level]]\nid = \"high\"\nlabel = \"High\"\nwhen = { group = \"need\", at_least = 30 }\n[[level]]\nid = \"low\"\nlabel = \"Low\"\n";
    let folder = Folder::new(&format!("{profile}\n{levels}"), "", FOUR);
    let document = folder.json(&["--set", "b=40"]);
    let at = |at: usize| only(&document)["levels"][at].clone();
    assert_eq!(at(0), serde_json::json!({ "id": "P1", "from": "high", "to": "low" }));
    assert_eq!(at(1), serde_json::json!({ "id": "P2", "from": "low", "to": "high" }));
}
