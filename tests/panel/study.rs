//! `grille panel`: who is late, what to discuss first, who decides, who is severe, how far reviewers agree.

use serde_json::Value;

use super::{Folder, alone, by, reviewer, reviewers, root, run, two};

fn folder(grid: &str, call: &str, submissions: &[&str], marks: &str) -> Folder {
    let rows: String = submissions.iter().map(|id| format!("{id}\n")).collect();
    Folder::new(grid, call, &[("submissions.csv", &format!("id\n{rows}")), ("marks.csv", marks)])
}

/// One criterion out of ten, `names` being submissions, each row the marks of R1, R2…; a dash where there is none.
fn table(call: &str, rules: &str, rows: &[(&str, &[&str])]) -> Folder {
    let mut marks = "submission,reviewer,a\n".to_owned();
    for (id, given) in rows {
        for (at, mark) in given.iter().enumerate().filter(|(_, mark)| **mark != "-") {
            marks += &[*id, ",R", &(at + 1).to_string(), ",", mark, "\n"].concat();
        }
    }
    let ids: Vec<&str> = rows.iter().map(|(id, _)| *id).collect();
    folder(&format!("{}[rules]\n{rules}\n", alone(10)), call, &ids, &marks)
}

fn study(folder: &Folder) -> Value {
    folder.json(&["panel", "--draws", "0"])
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

// ── Progress ──

fn comite(args: &[&str], environment: &[(&str, &str)]) -> String {
    let run = run(&root(), &[args, &["-C", "examples/comite", "--quiet"]].concat(), environment);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

#[test]
fn the_answers_asked_for_are_the_sum_of_the_cells() {
    let json: Value = serde_json::from_str(&comite(&["panel", "--draws", "0", "--format", "json"], &[])).unwrap();
    let cells = json["submissions"].as_array().unwrap().iter().flat_map(|row| row["answers"].as_array().unwrap());
    let cells: Vec<&Value> = cells.collect();
    let sum = |key: &str| cells.iter().filter_map(|cell| cell[key].as_u64()).sum::<u64>();
    assert_eq!((json["asked"].as_u64(), json["answered"].as_u64()), (Some(sum("asked")), Some(sum("answered"))));
    // 65 assignments of six criteria. The house of three submissions puts Gagnon in conflict with D01, D05 and D10, the last of
    // which is not assigned to her; Nguyen’s word, with D03.
    let rows = std::fs::read_to_string(root().join("examples/comite/attributions.csv")).unwrap().lines().count() - 1;
    assert_eq!(cells.len(), rows + 1);
    let conflicts = cells.iter().filter(|cell| cell["conflict"] == true).count();
    assert_eq!((rows, conflicts, sum("asked")), (65, 4, 6 * 62));
    // Lavoie owes twelve, Picard one.
    assert_eq!(sum("asked") - sum("answered"), 13);
    // Bouchard abstains on one criterion of each of seven submissions.
    assert_eq!(sum("abstained"), 7);
}

#[test]
fn who_has_most_to_answer_comes_first() {
    let call = reviewers(&["R1", "R2", "R3"]);
    let late = table(&call, "", &[("S", &["5", "-", "-"]), ("T", &["-", "-", "4"])]);
    let out = late.run(&["panel", "--draws", "0"]).out;
    let lines: Vec<&str> = out.lines().filter(|line| line.contains("missing, on")).collect();
    assert_eq!(
        lines,
        ["• R2: 2 answers missing, on S and T", "• R1: 1 answer missing, on T", "• R3: 1 answer missing, on S"],
        "{out}"
    );
    let whole = table(&call, "", &[("S", &["5", "abs.", "3"])]).run(&["panel", "--draws", "0"]).out;
    assert!(whole.contains("Everyone has answered everything."), "{whole}");
}

#[test]
fn a_spreadsheet_gets_a_row_for_each_submission_and_reviewer() {
    let call = reviewers(&["R1", "R2", "R3"]) + "[[conflict]]\nreviewer = \"R3\"\nsubmission = \"S\"\n";
    let marks = "submission,reviewer,a,b\nS,R1,5,5\nS,R2,4,\nT,R1,abs.,abs.\nT,R2,3,abs.\n";
    let csv = folder(&two(), &call, &["S", "T"], marks).run(&["panel", "--format", "csv", "--draws", "0"]).out;
    let expected = "submission,reviewer,state,asked,answered,abstained,total\n\
                    S,R1,complete,2,2,0,50\nS,R2,partial,2,1,0,\nS,R3,conflict,,,,\n\
                    T,R1,abstained,2,2,2,\nT,R2,complete,2,2,1,\nT,R3,none,2,0,0,\n";
    assert_eq!(csv.trim_start_matches('\u{feff}').replace('\r', ""), expected);
}

#[test]
fn marks_without_names_have_no_panel() {
    let unnamed = Folder::new(&alone(10), "", &[("submissions.csv", "id,a\nS,5\n")]);
    let run = unnamed.run(&["panel"]);
    assert!(run.code == 2 && run.out.is_empty() && !run.err.is_empty(), "{} {} {}", run.code, run.out, run.err);
}

// ── What to discuss ──

#[test]
fn what_is_open_comes_first_then_what_lies_across_the_line_then_what_is_far_apart() {
    // 8.5, 6 and 5.5 and lower: with two places, the line is at 5.75. From a tenth of the total on, totals are apart; three
    // submissions that are only that are enough, by how far they are.
    let rows: &[(&str, &[&str])] = &[
        ("A", &["9", "8"]),
        ("B", &["8", "4"]),
        ("C", &["6", "5"]),
        ("D", &["2", "8"]),
        ("E", &["1", "3"]),
        ("F", &["0", "1.5"]),
        ("G", &["0", "1"]),
        ("H", &["3", "3.5"]),
    ];
    let rules = "panel = { cases = [{ apart = 0.5, combine = \"discuss\" }] }";
    let study = study(&table("places = 2\n", rules, rows));
    let order: Vec<String> = study["discuss"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {}", one["id"].as_str().unwrap(), one["why"].as_str().unwrap(), one["range"]["exact"]))
        .collect();
    let expected = [
        "D unsettled \"6\"",
        "B across-the-cut \"4\"",
        "C across-the-cut \"1\"",
        "E apart \"2\"",
        "F apart \"1.5\"",
        "A apart \"1\"",
    ];
    assert_eq!(order, expected);
    let b = by(&study["discuss"], "id", "B");
    assert_eq!((&b["above"], &b["below"], &b["line"]["exact"]), (&1.into(), &1.into(), &"5.75".into()));
    assert_eq!(
        by(&study["discuss"], "id", "D")["reasons"][0],
        "Criterion a: marks 6 apart on a scale of 10, to be discussed or marked once more"
    );
}

#[test]
fn a_lead_smaller_than_the_disagreement_is_said() {
    // 7 and 6.5, but R2 sees it the other way: 6 and −5, whose deviation is 7.8.
    let apart = table("", "", &[("A", &["10", "4"]), ("B", &["4", "9"])]);
    let json = apart.rank();
    let note = by(&json["notes"], "code", "disagreement");
    assert_eq!(note["message"], "A leads B by 0.5, which is less than reviewers differ on the two: 1 of 2 puts B first.");
    assert_eq!(names(&note["submissions"]), ["A", "B"]);
    let fr = apart.run(&["rank", "--lang", "fr"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(fr.contains("A devance B de 0,5, ce qui est moins que") && fr.contains(": 1 sur 2 met B devant."), "{fr}");
    // All see it the same way, or the lead is larger than what they differ by: 6 and 4, deviation 1.4.
    for rows in [[("A", &["10", "9"][..]), ("B", &["4", "5"])], [("A", &["10", "4"]), ("B", &["1", "5"])]] {
        let json = table("", "", &rows).rank();
        let codes: Vec<&Value> = json["notes"].as_array().unwrap().iter().map(|note| &note["code"]).collect();
        assert_eq!(codes.contains(&&"disagreement".into()), rows[1].1[0] == "1", "{rows:?}: {codes:?}");
    }
}

// ── Influence ──

#[test]
fn one_reviewer_may_decide_alone() {
    // 20/3 and 13/3. Without R1, 5 and 6; without R2 or R3, 7.5 and 3.5.
    let one = table("places = 1\n", "", &[("A", &["10", "5", "5"]), ("B", &["1", "6", "6"])]);
    let influence = &study(&one)["influence"];
    let r1 = by(influence, "reviewer", "R1");
    assert_eq!((names(&r1["enter"]), names(&r1["leave"]), &r1["winner_changes"]), (vec!["B"], vec!["A"], &true.into()));
    for id in ["R2", "R3"] {
        let other = by(influence, "reviewer", id);
        assert!(names(&other["enter"]).is_empty() && names(&other["leave"]).is_empty() && other["winner_changes"] == false);
    }
    let out = one.run(&["panel", "--draws", "0"]).out;
    assert!(out.contains("Without the marks of R1, other submissions would be selected."), "{out}");
    assert!(
        one.run(&["panel", "--draws", "0", "--lang", "fr"])
            .out
            .contains("Sans les notes de R1, d’autres candidatures seraient retenues.")
    );
}

#[test]
fn or_nobody() {
    let nobody = table("places = 1\n", "", &[("A", &["9", "8", "9"]), ("B", &["5", "5", "4"])]);
    let out = nobody.run(&["panel", "--draws", "0"]).out;
    assert!(out.contains("No reviewer decides alone"), "{out}");
    // Without a cut-line, there is no selection to change.
    let no_line = table("", "", &[("A", &["9", "1"]), ("B", &["5", "5"])]);
    assert!(no_line.run(&["panel", "--draws", "0"]).out.contains("only ranks can change"));
    let influence = &study(&no_line)["influence"];
    // 5 and 5 are level; without R1, 1 and 5.
    assert_eq!(by(influence, "reviewer", "R1")["moves"].to_string(), r#"[{"from":1,"id":"A","to":2}]"#);
}

#[test]
fn without_a_reviewer_a_tie_or_a_gap() {
    // 7 and 6.5; without R2, 6 and 6: undecided. Without R1, 8 and 7.
    let tie = table("places = 1\n", "", &[("A", &["6", "8"]), ("B", &["6", "7"])]);
    let influence = &study(&tie)["influence"];
    assert_eq!(names(&by(influence, "reviewer", "R2")["undecided"]), ["A", "B"]);
    assert!(names(&by(influence, "reviewer", "R1")["undecided"]).is_empty());
    // A quorum of two.
    let few = table("places = 1\n", "panel = { quorum = 2 }", &[("A", &["6", "8", "-"]), ("B", &["6", "7", "5"])]);
    assert_eq!(names(&by(&study(&few)["influence"], "reviewer", "R1")["unrated"]), ["A"]);
    // Whatever the quorum counts, it looks at those who are left.
    for rules in ["quorum = \"all\"", "quorum = \"all\", per = \"total\"", "reviewers = \"all\"", "reviewers = \"majority\""] {
        let all = table("places = 1\n", &format!("panel = {{ {rules} }}"), &[("A", &["6", "8", "7"]), ("B", &["5", "7", "5"])]);
        for one in study(&all)["influence"].as_array().unwrap() {
            assert!(names(&one["unrated"]).is_empty() && names(&one["leave"]).is_empty(), "{rules}: {one}");
        }
    }
}

#[test]
fn who_only_gives_an_opinion_or_has_marked_nothing_owes_nothing() {
    let call = "places = 1\n".to_owned() + &reviewers(&["R1", "R2", "R3"]) + &reviewer("R4", "votes = 0");
    let some = table(&call, "", &[("A", &["9", "8", "-", "1"]), ("B", &["5", "5", "-", "9"])]);
    let influence = study(&some)["influence"].clone();
    let who: Vec<&str> = influence.as_array().unwrap().iter().map(|one| one["reviewer"].as_str().unwrap()).collect();
    assert_eq!(who, ["R1", "R2"]);
}

// ── Severity and spread ──

#[test]
fn severity_by_hand() {
    let marks = "submission,reviewer,a,b\nS,R1,8,6\nS,R2,4,4\nS,R3,2,\nT,R1,5,\nT,R2,7,5\n";
    let study = study(&folder(&two(), "", &["S", "T"], marks));
    // In points of the criterion: on a of S, R1 is .8 − (.4 + .2) / 2 = .5 above: 30; R2 .1 below: −6; R3 .4 below: −24. On b
    // of S, R1 and R2 are .2 apart: 8 and −8. On a of T, −12 and 12. On b of T, R2 is alone.
    // R1: (30 + 8 − 12) / (60 + 40 + 60); R2: (−6 − 8 + 12) / 160; R3: −24 / 60; each of 100.
    for (id, marks, shared, beside) in [("R1", 3, 3, "16.25"), ("R2", 4, 3, "-1.25"), ("R3", 1, 1, "-40")] {
        let row = by(&study["reviewers"], "name", id);
        assert_eq!((&row["marks"], &row["shared"]), (&marks.into(), &shared.into()), "{id}");
        assert_eq!(row["beside_the_others"]["exact"], beside, "{id}");
    }
}

#[test]
fn nobody_beside_is_no_comparison_and_one_total_no_spread() {
    let alone = table("", "", &[("A", &["9", "-"]), ("B", &["-", "5"])]);
    let json = study(&alone);
    for id in ["R1", "R2"] {
        let row = by(&json["reviewers"], "name", id);
        assert!(row["beside_the_others"].is_null() && row["same_order"].is_null() && row["constant"] == false, "{row}");
    }
    for id in ["A", "B"] {
        let row = by(&json["submissions"], "id", id);
        assert!(row["totals"] == 1 && row["range"].is_null() && row["deviation"].is_null(), "{row}");
    }
    // Nor a disagreement of zero in words.
    let out = alone.run(&["panel", "--draws", "0"]).out;
    let line = out.lines().find(|line| line.starts_with("A ") && line.contains("(R1)")).unwrap();
    assert!(!line.contains("0.00"), "{out}");
    // Two equal totals do have a spread, of zero.
    let equal = study(&table("", "", &[("A", &["4", "4"])]));
    let row = &equal["submissions"][0];
    assert_eq!((&row["range"]["exact"], &row["deviation"]["exact"]), (&"0".into(), &"0".into()));
}

#[test]
fn a_reviewer_who_always_gives_the_same_is_said_to() {
    let rows: &[(&str, &[&str])] = &[("A", &["5", "9"]), ("B", &["5", "4"]), ("C", &["5", "2"])];
    let json = study(&table("", "", rows));
    assert_eq!(["R1", "R2"].map(|id| by(&json["reviewers"], "name", id)["constant"] == true), [true, false]);
    // An order that is none cannot be the same as another.
    assert!(by(&json["reviewers"], "name", "R1")["same_order"].is_null());
    let out = table("", "", rows).run(&["panel", "--draws", "0"]).out;
    assert!(out.split_whitespace().collect::<Vec<_>>().join(" ").contains("always the same total"), "{out}");
}

// ── Agreement ──

/// P. E. Shrout, J. L. Fleiss, *Psychological Bulletin* 86 (1979): six targets, four judges.
const SHROUT_FLEISS: [(&str, &[&str]); 6] = [
    ("T1", &["9", "2", "5", "8"]),
    ("T2", &["6", "1", "3", "2"]),
    ("T3", &["8", "4", "6", "8"]),
    ("T4", &["7", "1", "2", "6"]),
    ("T5", &["10", "5", "6", "9"]),
    ("T6", &["6", "2", "4", "7"]),
];

fn near(value: &Value, expected: f64) {
    let found = value.as_f64().unwrap_or_else(|| panic!("{value}"));
    assert!((found - expected).abs() < 6e-7, "{found} {expected}");
}

#[test]
fn agreement_on_published_data() {
    let json = study(&table("", "", &SHROUT_FLEISS));
    // The totals are the marks.
    for row in [&json["agreement"][0], by(&json["agreement"], "criterion", "a")] {
        assert_eq!((&row["measurement"], &row["submissions"], &row["complete"]), (&"interval".into(), &6.into(), &6.into()));
        near(&row["icc_2_1"]["value"], 0.289_764);
        near(&row["icc_2_k"]["value"], 0.620_051);
        // Corrected for ties.
        near(&row["kendall_w"]["value"], 0.887_037);
        // By the definitions, in exact fractions: 1 − Do / De, and the mean over the six pairs of judges.
        near(&row["alpha"]["value"], 0.147_308);
        near(&row["tau_b"]["value"], 0.740_571);
    }
}

#[test]
fn alpha_admits_gaps() {
    // K. Krippendorff, *Computing Krippendorff’s Alpha-Reliability* (2011): four observers, twelve units.
    let observers = ["123321412---", "1233224125-3", "-3332342251-", "12332441251-"];
    let cell = |at: usize, who: &str| who[at..=at].to_owned();
    let columns: Vec<Vec<String>> = (0..12).map(|at| observers.iter().map(|who| cell(at, who)).collect()).collect();
    let mut marks = "submission,reviewer,a\n".to_owned();
    for (at, given) in columns.iter().enumerate() {
        for (who, mark) in given.iter().enumerate().filter(|(_, mark)| *mark != "-") {
            marks += &["U", &(at + 1).to_string(), ",R", &(who + 1).to_string(), ",", mark, "\n"].concat();
        }
    }
    let ids: Vec<String> = (1..=12).map(|at| format!("U{at}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let level = |at: u32| format!("l{at} = {{ value = {at}, label = \"Level {at}\" }}");
    let levels = format!("{{ levels = {{ {} }} }}", (1..=5).map(level).collect::<Vec<_>>().join(", "));
    for (scale, measurement, alpha) in [("{ min = 1, max = 5 }", "interval", 0.849_107), (levels.as_str(), "ordinal", 0.815_388)]
    {
        let grid = format!("total = 4\n{}", super::criterion("a", 4, scale));
        let json = study(&folder(&grid, "", &ids, &marks));
        let row = by(&json["agreement"], "criterion", "a");
        // Eleven units have two marks or more; nobody marked all.
        assert_eq!((&row["measurement"], &row["submissions"]), (&measurement.into(), &11.into()));
        near(&row["alpha"]["value"], alpha);
        assert!(row["alpha"]["undefined"].is_null());
    }
}

#[test]
fn what_has_no_value_says_why_and_is_never_zero() {
    let json = study(&table("", "", &[("A", &["5", "-"]), ("B", &["-", "5"])]));
    for key in ["alpha", "icc_2_1", "icc_2_k", "kendall_w", "tau_b"] {
        let figure = &json["agreement"][0][key];
        assert!(figure["value"].is_null() && figure["undefined"] == "too-few", "{key}: {figure}");
    }
    let json = study(&table("", "", &[("A", &["5", "5"]), ("B", &["5", "5"])]));
    assert_eq!(json["agreement"][0]["alpha"]["undefined"], "no-variation");
    let yes_no = format!("total = 10\n{}", super::criterion("a", 10, "{ yes = 1, no = 0 }"));
    let marks = "submission,reviewer,a\nA,R1,yes\nA,R2,no\nB,R1,yes\nB,R2,yes\nC,R1,no\nC,R2,no\n";
    let json = study(&folder(&yes_no, "", &["A", "B", "C"], marks));
    assert_eq!(by(&json["agreement"], "criterion", "a")["measurement"], "nominal");
    // Two disagreeing values of six: Do = 2/6; De = 2·3·3 / 30; 1 − 1/3 · 30/18.
    near(&by(&json["agreement"], "criterion", "a")["alpha"]["value"], 4.0 / 9.0);
}

// ── Calibration ──

fn calibrated(folder: &Folder) -> Value {
    folder.json(&["panel", "--draws", "0", "--calibrate"])["calibrated"].clone()
}

#[test]
fn calibration_on_published_data() {
    // Without the mark of judge 1 on target 1, whose fitted value is 8.
    let mut rows = SHROUT_FLEISS;
    rows[0].1 = &["-", "2", "5", "8"];
    let calibrated = calibrated(&table("", "", &rows));
    for (id, effect, totals) in [("R1", 2.25, 5), ("R2", -2.75, 6), ("R3", -0.916_667, 6), ("R4", 1.416_667, 6)] {
        let row = by(&calibrated["effects"], "reviewer", id);
        near(&row["points"]["value"], effect);
        assert_eq!(row["totals"], totals);
    }
    // The raw mean of T1 is 5; with the 8 that is fitted, 23 / 4.
    let first = by(&calibrated["submissions"], "id", "T1");
    assert_eq!(first["raw"]["exact"], "5");
    near(&first["calibrated"]["value"], 5.75);
    // In the order of the ranking, which is the raw one: 7.5, 6.5, 5, 4.75, 4, 3.
    let raw: Vec<&str> = calibrated["submissions"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(raw, ["T5", "T3", "T1", "T6", "T4", "T2"]);
}

#[test]
fn islands_are_refused_with_their_lists() {
    let islands = table("", "", &[("A", &["9", "8", "-", "-"]), ("B", &["5", "-", "-", "-"]), ("C", &["-", "-", "7", "6"])]);
    let expected = serde_json::json!({ "islands": [
        { "reviewers": ["R1", "R2"], "submissions": ["A", "B"] },
        { "reviewers": ["R3", "R4"], "submissions": ["C"] },
    ] });
    assert_eq!(calibrated(&islands), expected);
    let out = islands.run(&["panel", "--draws", "0", "--calibrate"]).out;
    assert!(out.contains("R1 and R2") && out.contains("R3 and R4"), "{out}");
    // A grid that does not rank by the total of its weights has nothing to calibrate.
    let ranks = table("", "panel = { combine = \"rank-sum\" }", &[("A", &["9", "8"]), ("B", &["5", "4"])]);
    assert_eq!(calibrated(&ranks)["undefined"], "no-totals");
}

#[test]
fn an_effect_that_rests_on_few_totals_is_warned_of() {
    let few = table("", "", &[("A", &["9", "8", "-"]), ("B", &["5", "3", "6"]), ("C", &["7", "4", "-"])]);
    let out = few.run(&["panel", "--draws", "0", "--calibrate"]).out;
    assert!(out.contains("R3 gave 1 total only: their effect is hardly known."), "{out}");
    assert!(!out.contains("R1 gave"), "{out}");
}

// ── The same bytes ──

#[test]
fn the_same_call_gives_the_same_bytes_on_any_number_of_threads() {
    for form in ["table", "json", "csv", "markdown"] {
        let args = ["panel", "--calibrate", "--draws", "200", "--format", form];
        let first = comite(&args, &[]);
        for threads in ["1", "2", "7"] {
            assert_eq!(comite(&args, &[("RAYON_NUM_THREADS", threads)]), first, "{form} {threads}");
        }
    }
}

#[test]
fn draws_start_where_they_are_told_to() {
    let of = |more: &[&str]| -> Value {
        serde_json::from_str(&comite(&[&["panel", "--format", "json"], more].concat(), &[])).unwrap()
    };
    let (one, again, two) =
        (of(&["--draws", "300"]), of(&["--draws", "300", "--seed", "1"]), of(&["--draws", "300", "--seed", "2"]));
    assert_eq!(one, again);
    assert_ne!(one["submissions"], two["submissions"]);
    assert_eq!((&two["seed"], &two["draws"]), (&2.into(), &300.into()));
    // What is no chance stays as it is.
    assert_eq!((&one["discuss"], &one["influence"], &one["reviewers"]), (&two["discuss"], &two["influence"], &two["reviewers"]));
    let none = of(&["--draws", "0"]);
    assert!(none["resampled"].is_null() && none["agreement"][0]["alpha"]["low"].is_null(), "{none}");
    assert!(none["submissions"].as_array().unwrap().iter().all(|row| row["selected"].is_null()));
    // Shares of the draws: of five places, never more than five are taken.
    let sum: f64 = one["submissions"].as_array().unwrap().iter().filter_map(|row| row["selected"]["value"].as_f64()).sum();
    assert!(sum > 3.0 && sum < 5.001, "{sum}");
    let run = run(&root(), &["panel", "examples/comite", "--draws", "many"], &[]);
    assert_eq!(run.code, 2, "{}", run.err);
}

// ── As people read it ──

/// The submissions that are assigned in the example, as often as they are.
fn assigned_in_the_example() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("examples/comite/attributions.csv")).unwrap();
    text.lines().skip(1).map(|line| line.split_once(';').unwrap().0.to_owned()).collect()
}

#[test]
fn as_people_read_it() {
    for (lang, headings) in [
        (
            "en",
            [
                "Missing answers",
                "To discuss first",
                "How far reviewers agree",
                "How solid the selection is",
                "Who has answered what",
            ],
        ),
        (
            "fr",
            [
                "Réponses manquantes",
                "À discuter d’abord",
                "Accord entre les membres",
                "Solidité du résultat",
                "Qui a répondu quoi",
            ],
        ),
    ] {
        let out = comite(&["panel", "--lang", lang], &[("COLUMNS", "100")]);
        for line in out.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 100, "{line}");
        }
        let at: Vec<usize> = headings.iter().map(|heading| out.find(heading).unwrap_or_else(|| panic!("{heading}"))).collect();
        assert!(at.is_sorted(), "{at:?}");
        // Every cell that is asked for is in the last table, under its own row.
        let table = &out[out.rfind("───").unwrap()..];
        let table = table.split("\n\n").next().unwrap();
        let rows = assigned_in_the_example();
        for id in (1..=14).map(|at| format!("D{at:02}")) {
            // Of a conflict it is said too where nothing was assigned.
            let asked = rows.iter().filter(|on| **on == id).count() + usize::from(id == "D10");
            let line = table.lines().find(|line| line.starts_with(&id)).unwrap();
            assert_eq!(line.split_whitespace().count() - 1, asked, "{line}");
        }
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("panel_comite_{lang}_100"), out);
        });
    }
}
