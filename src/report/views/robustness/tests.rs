//! The parts of a call whose answers are known, as people and programs get them.

use super::contribution::{effective_weights, near_thresholds, without_each};
use super::marks::smallest_changes;
use crate::analyse::robustness;
use crate::report::formats::{Style, by_name};
use crate::report::{Block, Document};
use crate::score::Ranking;
use crate::score::loaded::{Loaded, load};
use crate::text::Lang;

const GRID: &str = "[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"A test.\"

[[criterion]]
id = \"relevance\"
label = { fr = \"Pertinence\", en = \"Relevance\" }
weight = 60
scale = { min = 0, max = 10, step = 1 }
minimum = 2

[[criterion]]
id = \"feasibility\"
label = { fr = \"Faisabilité\", en = \"Feasibility\" }
weight = 30
scale = { points = 30 }

[[criterion]]
id = \"reach\"
label = { fr = \"Portée\", en = \"Reach\" }
weight = 10
scale = { points = 10 }

[rules]
pass = { total = 50 }
";

/// Totals: P1 91, P2 75, P3 74.5, P4 61, P5 49 (excluded by one point), P6 excluded by its relevance of 1.
fn call() -> Loaded {
    let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"marks.csv\"\nplaces = 2\n\n[notation]\ndecimal = \"point\"\n";
    let submissions = "id,title\nP1,Repérage\nP2,Télésoins\nP3,Clinique mobile\nP4,Accompagnement\nP5,Équipe\nP6,Jardin\n";
    let marks = "submission,reviewer,relevance,feasibility,reach
P1,Ana,10,26,5\nP2,Ana,9,16,5\nP3,Ana,7,27.5,5\nP4,Ana,6,20,5\nP5,Ana,5,14,5\nP6,Ana,1,30,5";
    load(GRID, call, submissions, marks)
}

fn blocks<'a>(ranking: &'a Ranking<'a>) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    effective_weights(ranking, &robustness::effective(ranking), &mut blocks);
    without_each(ranking, &robustness::without(ranking, &|| {}), &mut blocks);
    near_thresholds(ranking, &robustness::near(ranking), &mut blocks);
    smallest_changes(ranking, &robustness::smallest_changes(ranking), &mut blocks);
    blocks
}

fn rendered(form: &str, lang: Lang, width: Option<usize>) -> String {
    let loaded = call();
    let ranking = loaded.rank();
    let document = Document { blocks: blocks(&ranking), data: None };
    let mut out = Vec::new();
    (by_name(form).unwrap().render)(&document, &Style { lang, width, color: false }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn in_words() {
    let (en, fr) = (rendered("table", Lang::En, Some(100)), rendered("table", Lang::Fr, Some(100)));
    // One place between P2 and P3, half a point apart; feasibility has 14 points of room, reach 5, relevance 6 by whole marks.
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat(&en).contains(
            "0.5 points fewer for P2 on Relevance (54 → 53.5 of 60): level with P3, undecided; anything less leaves it out."
        ),
        "{en}"
    );
    assert!(flat(&fr).contains("0,5 point de moins pour P2 au critère Pertinence (54 → 53,5 sur 60) : à égalité avec P3, en suspens; le moindre point de moins l’écarte."), "{fr}");
    assert!(
        flat(&en).contains(
            "If Ana had given P2 15.5 on Feasibility instead of 16: level with P3, undecided; anything less leaves it out."
        ),
        "{en}"
    );
    assert!(flat(&en).contains("All have the same share of the points on Reach: nothing is decided there."), "{en}");
    // P5 is a point under the pass mark, and P6 a mark under the minimum: 41 in all, so that this is not its only obstacle.
    let only: Vec<&str> = en.lines().filter(|line| line.contains("its only obstacle")).collect();
    assert_eq!(only.len(), 1);
    assert!(only[0].starts_with("P5") && only[0].contains("−1"), "{en}");
    insta::assert_snapshot!("en", en);
    insta::assert_snapshot!("fr", fr);
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    for lang in Lang::ALL {
        for room in [60, 80, 140] {
            let out = rendered("table", lang, Some(room));
            assert!(out.lines().all(|line| line.chars().count() <= room), "{out}");
        }
        let markdown = rendered("markdown", lang, None);
        assert_eq!(markdown.matches("\n## ").count() + usize::from(markdown.starts_with("## ")), 4);
    }
}

#[test]
fn for_programs() {
    use crate::report::json::robustness::{contribution as json, marks as json_marks};
    let loaded = call();
    let ranking = loaded.rank();
    let value = |one: serde_json::Result<serde_json::Value>| one.unwrap();
    let weights = value(serde_json::to_value(json::effective_weights(&ranking, &robustness::effective(&ranking))));
    let sum: f64 = weights["criteria"].as_array().unwrap().iter().map(|row| row["effective"]["value"].as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 1e-5, "{weights}");
    assert_eq!(weights["criteria"][2]["alike"], true);
    let without = value(serde_json::to_value(json::without_each(&ranking, &robustness::without(&ranking, &|| {}))));
    // Without relevance, P3 is before P2, and P6 is first: its minimum goes with the criterion.
    assert_eq!(without["criteria"][0]["enter"], serde_json::json!(["P3", "P6"]));
    assert_eq!(without["criteria"][0]["leave"], serde_json::json!(["P1", "P2"]));
    let near = value(serde_json::to_value(json::near_thresholds(&ranking, &robustness::near(&ranking))));
    assert_eq!(near["failed"][0]["id"], "P5");
    assert_eq!((near["failed"][0]["margin"]["exact"].as_str(), near["failed"][0]["rule"].as_str()), (Some("-1"), Some("pass")));
    let smallest = value(serde_json::to_value(json_marks::smallest_changes(&ranking, &robustness::smallest_changes(&ranking))));
    assert_eq!(smallest["points"][0]["by"]["exact"], "-0.5");
    assert_eq!(smallest["points"][0]["level_with"], "P3");
    assert_eq!((smallest["marks"][0]["among"].as_str(), smallest["marks_tried"].as_u64()), (Some("any"), Some(18)));
}
