//! What draws find, as people and programs read it: in rows and as JSON, whose numbers agree with each other.

use super::*;

/// B and D are one pair of marks, and are never apart. With w for a in hundredths: A 20 + 0.8 w, B and D 60 + 0.2 w, C 90 − 0.3 w.
/// A is ahead of B from 66.7 on, C until 60 (where all three tie, as published); at two places B and D are tied at the line but
/// where they are first, between.
const TWINS: &[(&str, &[u32])] = &[("A", &[10, 2]), ("B", &[8, 6]), ("C", &[6, 9]), ("D", &[8, 6]), ("E", &[1, 1])];

#[test]
fn shares_are_those_worked_out() {
    let folder = call(&[60, 40], "", 2, TWINS);
    let json = folder.json(&["robustness", "--simulate", "--draws", "2000", "--seed", "3"]);
    let drawn = &json["simulation"];
    let b = by(&drawn["submissions"], "id", "B");
    let (selected, tied) = (b["selected"].as_f64().unwrap(), b["tied"].as_u64().unwrap());
    // One fifteenth, within four standard errors.
    assert!((selected / 2000.0 - 1.0 / 15.0).abs() < 4.0 * (14.0f64 / 225.0 / 2000.0).sqrt(), "{b}");
    assert_eq!(b["selected"].as_u64().unwrap() + tied, 2000);
    let text = folder.run(&["robustness", "--simulate", "--draws", "2000", "--seed", "3"]).out;
    assert!(text.contains("2,000 weightings were drawn") && text.contains("By simulation"), "{text}");
}

/// The rows of the data and the JSON say the same, and each submission has one rank a draw.
#[test]
fn rows_and_json_agree() {
    let folder = call(&[60, 40], "", 2, TWINS);
    let args = ["robustness", "--simulate", "--draws", "2000", "--order", "published"];
    let json = folder.json(&args);
    let drawn = &json["simulation"];
    assert_eq!(drawn["weights"]["order"], serde_json::json!([["a"], ["b"]]));
    let rows = folder.run(&[&args[..], &["--format", "csv"]].concat()).out;
    let mut lines = rows.lines();
    let head =
        "id,title,rank,selected,undecided,unranked,first,expected_rank,central_a,central_b,rank_1,rank_2,rank_3,rank_4,rank_5";
    assert_eq!(lines.next(), Some(head));
    for (line, told) in lines.zip(drawn["submissions"].as_array().unwrap()) {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells[0], told["id"]);
        let draws = |at: usize| (cells[at].parse::<f64>().unwrap() * 2_000.0).round();
        for (at, key) in [(3, "selected"), (4, "tied"), (5, "unranked"), (6, "first")] {
            assert!((draws(at) - told[key].as_f64().unwrap()).abs() < 1e-9, "{line} {told}");
        }
        let ranks: f64 = (10..15).map(draws).sum();
        assert!((ranks - 2_000.0).abs() < 1e-9);
        let counts = told["acceptability"]["counts"].as_array().unwrap();
        assert_eq!(counts.iter().filter_map(Value::as_u64).sum::<u64>(), 2_000);
        // It weighs at least half wherever the order is kept.
        let central = &told["central_weights"];
        assert!(central.is_null() || central[0].as_f64().unwrap() >= 50.0);
    }
    let sets = drawn["sets"]["most_frequent"].as_array().unwrap();
    let all: u64 = sets.iter().filter_map(|set| set["draws"].as_u64()).sum();
    assert_eq!((all, drawn["sets"]["distinct"].as_u64()), (2_000, Some(sets.len() as u64)));
    let ahead = &drawn["ahead"];
    let both = |one: usize, other: usize| ahead[one][other].as_u64().unwrap() + ahead[other][one].as_u64().unwrap();
    assert!((0..5).all(|one| (0..5).all(|other| both(one, other) <= 2_000)));
}

/// What is drawn lies within what is proven: no draw gives a rank that no weights give.
#[test]
fn draws_lie_within_the_exact_answers() {
    let folder = call(
        &[51, 29, 20],
        "",
        2,
        &[("A", &[9, 4, 6]), ("B", &[6, 8, 5]), ("C", &[7, 5, 7]), ("D", &[3, 9, 6]), ("E", &[8, 3, 2])],
    );
    for region in [&[][..], &["--band", "30%"], &["--order", "published"], &["--range", "a=40..60"]] {
        let json = folder.json(&[&["robustness", "--simulate", "--draws", "3000"], region].concat());
        for told in json["simulation"]["submissions"].as_array().unwrap() {
            let exact = by(&json["exact"]["possible"], "id", told["id"].as_str().unwrap());
            let (best, worst) = (exact["best"]["found"].as_u64().unwrap(), exact["worst"]["found"].as_u64().unwrap());
            let from = told["acceptability"]["from"].as_u64().unwrap();
            for (rank, count) in (from..).zip(told["acceptability"]["counts"].as_array().unwrap()) {
                assert!(count == 0 || (best..=worst).contains(&rank), "{region:?} {told} {exact}");
            }
            let selected = told["selected"].as_u64().unwrap();
            match exact["can_be_left_out"]["answer"].as_str() {
                Some("no") => assert_eq!(selected, 3000),
                _ if exact["can_be_selected"]["answer"] == "no" => assert_eq!(selected, 0),
                _ => {}
            }
        }
    }
}

/// R1 gives A 64 and B 60, R2 54 and 62, both together 59 and 61: A is first where R1 is drawn twice.
#[test]
fn panels_without_places() {
    let folder = call(&[60, 40], "", 1, &[("A", &[8, 4]), ("B", &[6, 6])]);
    folder.write("marks.csv", "submission,reviewer,a,b\nA,R1,8,4\nA,R2,5,6\nB,R1,6,6\nB,R2,7,5\n");
    let text = std::fs::read_to_string(folder.path().join("call.toml")).unwrap();
    folder.write("call.toml", &text.replace("places = 1\n", ""));
    let drawn = &folder.json(&["robustness", "--simulate=panel", "--draws", "2000"])["simulation"];
    assert!(drawn["sets"].is_null() && drawn["weights"].is_null() && drawn["same"].is_null() && drawn["reviewers"] == 2);
    let first = by(&drawn["submissions"], "id", "A")["first"].as_u64().unwrap();
    assert!((400..600).contains(&first), "one draw of four has R1 alone: {first}");
    let both = folder.json(&["robustness", "--simulate=both", "--draws", "300"]);
    assert!(both["simulation"]["weights"].is_object() && both["simulation"]["reviewers"] == 2);
}

#[test]
fn why_nothing_is_drawn() {
    let folder = call(&[60, 40], "", 2, TWINS);
    let json = folder.json(&["robustness", "--simulate=panel"]);
    assert_eq!((&json["not_drawn"], &json["simulation"]), (&"reviewers".into(), &Value::Null));
    let said = folder.run(&["robustness", "--simulate=panel"]).out;
    assert!(said.contains("Nothing could be drawn: fewer than two reviewers"), "{said}");
    let gate = folder.run(&["robustness", "--simulate=panel", "--min-selected", "50%"]);
    assert_eq!(gate.code, 1);
    assert!(gate.err.contains("cannot be vouched for"), "{}", gate.err);
}

/// The same bytes at one, two and seven threads, in both locales, and the same numbers with shuffled rows.
#[test]
fn chance_is_the_same_everywhere() {
    let folder = call(&[60, 40], "", 2, TWINS);
    let args = ["robustness", "--simulate", "--draws", "5000", "--format", "json"];
    let one = run(folder.path(), &args, &[("RAYON_NUM_THREADS", "1")]).out;
    for environment in [("RAYON_NUM_THREADS", "2"), ("RAYON_NUM_THREADS", "7"), ("LC_ALL", "fr_CA.UTF-8")] {
        assert_eq!(run(folder.path(), &args, &[environment]).out, one);
    }
    let mut shuffled = TWINS.to_vec();
    shuffled.rotate_left(2);
    let other = call(&[60, 40], "", 2, &shuffled).json(&args[..4]);
    let json: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(other["simulation"], json["simulation"]);
}
