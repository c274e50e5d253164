//! What draws find, as people and programs read it: in both languages, in rows, and as JSON, whose numbers agree with each other.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once")]

use grille::analyse::robustness::{Drawn, Linear, Options, Region, Simulation, Undrawable, Undrawn, simulate};
use grille::check::{self, CallDraft};
use grille::model::{Call, Findings, Grid, Ledger, Panel, Submissions};
use grille::number::Exact;
use grille::read;
use grille::report::formats::{self, Style};
use grille::report::{Document, json, views};
use grille::score::{Evaluation, Ranking, rank};
use grille::text::Lang;
use serde_json::Value;

const GRID: &str = "[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\nsource = \"This test\"\n\
    [[criterion]]\nid = \"need\"\nlabel = { fr = \"Besoin\", en = \"Need\" }\nweight = 60\nscale = { points = 10 }\n\
    [[criterion]]\nid = \"reach\"\nlabel = { fr = \"Portée\", en = \"Reach\" }\nweight = 40\nscale = { points = 10 }\n";
const SUBMISSIONS: &str = "id,title,need,reach\nA,Alpha,10,2\nB,Bravo,8,6\nC,Charlie,6,9\nD,Delta,8,6\nE,Echo,1,1\n";

struct Loaded {
    grid: Grid,
    call: Call,
    submissions: Submissions,
    ledger: Ledger,
}

fn load(grid: &str, call: &str, submissions: &str, marks: Option<&str>) -> Loaded {
    let mut findings = Findings::new();
    let mut source = |name: &str, text: &str| read::from_bytes(name, text.as_bytes().to_vec(), None, &mut findings).unwrap();
    let (grid, call) = (source("grid.toml", grid), source("call.toml", call));
    let tables = [Some(submissions), marks].map(|text| text.map(|text| source("table.csv", text)));
    let tree = read::toml::tree(&grid, &mut findings).unwrap();
    let grid = check::grid(&grid, &tree, &mut findings).unwrap();
    let draft = CallDraft::from_tree(&read::toml::tree(&call, &mut findings).unwrap(), &mut findings);
    let call = draft.call(&grid, &mut findings).unwrap();
    let options = read::csv::CsvOptions { delimiter: None };
    let mut tables = tables.into_iter().flatten().map(|table| read::csv::table(&table, &options, &mut findings).unwrap());
    let (submissions, marks) = (tables.next().unwrap(), tables.collect());
    let checked = check::submissions(submissions, &[], &grid, &call, &draft, &mut findings).unwrap();
    let ledger = check::marks(&checked, marks, &grid, &call, Panel::default(), &draft, &mut findings).unwrap();
    Loaded { grid, call, submissions: checked.submissions, ledger }
}

fn call(rest: &str) -> String {
    format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n{rest}")
}

impl Loaded {
    fn ranking(&self) -> Ranking<'_> {
        rank(Evaluation::new(&self.grid, &self.call, &self.submissions, &self.ledger))
    }
}

fn options(drawn: Drawn, region: Region) -> Options {
    Options { drawn, region, draws: 2_000, seed: 3 }
}

fn found(ranking: &Ranking<'_>, options: &Options) -> Simulation {
    let linear = Linear::new(ranking).ok();
    simulate(ranking, linear.as_ref(), options, &|_| {}).unwrap()
}

fn render(document: &Document<'_>, form: &str, lang: Lang) -> String {
    let mut bytes = Vec::new();
    let style = Style { lang, width: Some(100), color: false };
    (formats::by_name(form).unwrap().render)(document, &style, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn document<'a>(ranking: &'a Ranking<'a>, found: &'a Simulation) -> Document<'a> {
    let mut blocks = Vec::new();
    views::simulation(ranking, found, &mut blocks);
    Document { blocks, data: Some(views::simulation_rows(ranking, found)) }
}

/// B and D are one pair of marks, and are never apart. With w for the need in hundredths: A 20 + 0.8 w, B and D 60 + 0.2 w, C 90 −
/// 0.3 w. A is ahead of B from 66.7 on, C until 60 (where all three tie, as published); at two places B and D are tied at the line
/// but where they are first, between.
#[test]
fn what_people_read() {
    let loaded = load(GRID, &call("places = 2\n"), SUBMISSIONS, None);
    let ranking = loaded.ranking();
    let found = found(&ranking, &options(Drawn::Weights, Region::All));
    let document = document(&ranking, &found);
    insta::assert_snapshot!("simulation_en", render(&document, "table", Lang::En));
    insta::assert_snapshot!("simulation_fr", render(&document, "table", Lang::Fr));
    let both = f64::from(found.row(1).unwrap().selected) / f64::from(found.draws);
    // One fifteenth, within four standard errors.
    assert!((both - 1.0 / 15.0).abs() < 4.0 * (14.0f64 / 225.0 / 2_000.0).sqrt(), "{both}");
    assert_eq!(found.row(1).unwrap().selected + found.row(1).unwrap().tied, found.draws);
}

/// The rows of the data and the JSON say the same, and each submission has one rank a draw.
#[test]
fn what_programs_read() {
    let loaded = load(GRID, &call("places = 2\n"), SUBMISSIONS, None);
    let ranking = loaded.ranking();
    let found = found(&ranking, &options(Drawn::Weights, Region::in_order_of(&[Exact::whole(60), Exact::whole(40)])));
    let json = serde_json::to_value(json::simulated(&ranking, &found)).unwrap();
    assert_eq!(json["weights"]["order"], serde_json::json!([["need"], ["reach"]]));
    let rows = render(&document(&ranking, &found), "csv", Lang::Fr);
    let mut lines = rows.lines();
    let head = "id,title,rank,selected,undecided,unranked,first,expected_rank,central_need,central_reach,rank_1,rank_2,rank_3,rank_4,rank_5";
    assert_eq!(lines.next(), Some(head));
    for (line, told) in lines.zip(json["submissions"].as_array().unwrap()) {
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
        // The need weighs at least half wherever the order is kept.
        let central = &told["central_weights"];
        assert!(central.is_null() || central[0].as_f64().unwrap() >= 50.0);
    }
    let sets = json["sets"]["most_frequent"].as_array().unwrap();
    let all: u64 = sets.iter().filter_map(|set| set["draws"].as_u64()).sum();
    assert_eq!((all, json["sets"]["distinct"].as_u64()), (2_000, Some(sets.len() as u64)));
    let ahead = &json["ahead"];
    assert!(
        (0..5).all(|one| (0..5).all(|other| ahead[one][other].as_u64().unwrap() + ahead[other][one].as_u64().unwrap() <= 2_000))
    );
}

/// Panels, and no places: nobody is selected, and there are neither sets nor typical weights.
#[test]
fn panels_without_places() {
    let marks = "submission,reviewer,need,reach\nA,R1,8,4\nA,R2,5,6\nB,R1,6,6\nB,R2,7,5\n";
    let loaded = load(GRID, &call("marks = \"marks.csv\"\n"), "id\nA\nB\n", Some(marks));
    let ranking = loaded.ranking();
    let found = found(&ranking, &options(Drawn::Panel, Region::All));
    let text = render(&document(&ranking, &found), "table", Lang::En);
    assert!(text.contains("2,000 panels of 2") && !text.contains("Selected") && !text.contains("with which weights"), "{text}");
    let json = serde_json::to_value(json::simulated(&ranking, &found)).unwrap();
    assert!(json["sets"].is_null() && json["weights"].is_null() && json["same"].is_null() && json["reviewers"] == 2);
    // R1 gives A 64 and B 60, R2 54 and 62, both together 59 and 61: A is first where R1 is drawn twice.
    let first = found.row(0).unwrap().first;
    assert!((400..600).contains(&first), "one draw of four has R1 alone: {first}");
}

#[test]
fn why_nothing_is_drawn() {
    let loaded = load(GRID, &call("places = 2\n"), SUBMISSIONS, None);
    let ranking = loaded.ranking();
    let alone = simulate(&ranking, None, &options(Drawn::Panel, Region::All), &|_| {}).unwrap_err();
    assert_eq!(alone, Undrawn::Reviewers);
    let region = Region::Between(vec![(Exact::ZERO, Exact::ONE), (Exact::ZERO, Exact::ONE)]);
    let none = simulate(&ranking, None, &options(Drawn::Weights, region), &|_| {}).unwrap_err();
    assert_eq!(none, Undrawn::Region(Undrawable::Impossible));
    assert_eq!((json::undrawn_code(alone), json::undrawn_code(none)), ("reviewers", "impossible"));
    let said = views::undrawn(&loaded.grid, none);
    assert!(said.text(Lang::En).contains("add up to the total") && said.text(Lang::Fr).contains("ne font le total"));
}
