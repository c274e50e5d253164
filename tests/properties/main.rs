//! The laws of scoring, held on random calls: written as texts, read, checked and scored by the library, and scored again
//! by another scorer that shares nothing with it.

#![allow(unreachable_pub, missing_docs, reason = "a test has no public interface")]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "texts are built as they read")]
#![allow(clippy::similar_names, clippy::single_match_else, reason = "call and cell, mark and marks: the words of the domain")]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test should stop at once")]

mod calls;
mod language;
mod panel;
mod scorer;
mod tables;
mod tree;

use std::collections::BTreeMap;
use std::str::FromStr as _;

use grille::check::{self, CallDraft};
use grille::model::{self, Findings, Ledger, Severity, Submissions};
use grille::read;
use grille::report::formats::{self, Style};
use grille::report::{json, views};
use grille::score::{Evaluation, LeftOut, Ranking, Status, rank};
use grille::text::Lang;
use num_rational::BigRational;
use proptest::prelude::*;

use language::{Call, Dec, Missing, Rows, Scale, Texts, Written, shuffle};
use scorer::{Standing, results};

/// A call that the library has read.
struct Loaded {
    grid: model::Grid,
    call: model::Call,
    submissions: Submissions,
    ledger: Ledger,
}

fn said(findings: &Findings) -> String {
    findings.iter().map(|finding| format!("{} {}\n", finding.rule.code, finding.message.text(Lang::En))).collect()
}

/// Reads and checks texts as the program does; the codes of the errors where there are any.
fn load(texts: &Texts) -> Result<Loaded, Vec<&'static str>> {
    let mut findings = Findings::new();
    let loaded = try_load(texts, &mut findings);
    if findings.has_errors() {
        return Err(findings.iter().filter(|finding| finding.rule.severity == Severity::Error).map(|f| f.rule.code).collect());
    }
    Ok(loaded.unwrap_or_else(|| panic!("refused without a word: {}", said(&findings))))
}

fn try_load(texts: &Texts, findings: &mut Findings) -> Option<Loaded> {
    let source =
        |name: &str, text: String, findings: &mut Findings| read::from_bytes(name, text.into_bytes(), None, findings).unwrap();
    let toml = |name: &str, text: &str, findings: &mut Findings| {
        let source = source(name, text.to_owned(), findings);
        let tree = read::toml::tree(&source, findings).unwrap_or_else(|| panic!("{text}"));
        (source, tree)
    };
    let table = |name: &str, rows: &Rows, findings: &mut Findings| {
        if texts.yaml {
            read::yaml::table(&source(&format!("{name}.yaml"), rows.yaml(), findings), findings)
        } else {
            let options = read::csv::CsvOptions { delimiter: None };
            read::csv::table(&source(&format!("{name}.csv"), rows.csv(), findings), &options, findings)
        }
    };
    let (file, tree) = toml("grid.toml", &texts.grid, findings);
    let grid = check::grid(&file, &tree, findings)?;
    let draft = CallDraft::from_tree(&toml("call.toml", &texts.call, findings).1, findings);
    let call = draft.call(&grid, findings)?;
    let submissions = table("submissions", &texts.submissions, findings)?;
    let marks = match &texts.marks {
        Some(rows) => vec![table("marks", rows, findings)?],
        None => Vec::new(),
    };
    let checked = check::submissions(submissions, &[], &grid, &call, &draft, findings)?;
    let ledger = check::marks(&checked, marks, &grid, &call, grille::model::Panel::default(), &draft, findings)?;
    Some(Loaded { grid, call, submissions: checked.submissions, ledger })
}

impl Loaded {
    fn rank(&self) -> Ranking<'_> {
        rank(Evaluation::new(&self.grid, &self.call, &self.submissions, &self.ledger))
    }

    /// By id: standing and exact total.
    fn standings(&self) -> BTreeMap<String, (Standing, Option<BigRational>)> {
        let ranking = self.rank();
        let mut out = BTreeMap::new();
        let mut put = |at: u32, standing: Standing| {
            let total = ranking.evaluation.total(at as usize).map(|total| rational(&total));
            let twice = out.insert(self.submissions.id(at as usize).to_owned(), (standing, total));
            assert!(twice.is_none(), "a submission in two lists");
        };
        for entry in &ranking.ranked {
            let status = entry.status.map(|status| match status {
                Status::In => "in",
                Status::TiedAtCut => "tied-at-cut",
                Status::Out => "out",
            });
            put(entry.submission, Standing::Ranked { rank: entry.rank as usize, tied: entry.tied, status });
        }
        ranking.excluded.iter().for_each(|&at| put(at, Standing::Excluded));
        ranking.unrated.iter().for_each(|&at| put(at, Standing::Unrated));
        assert_eq!(out.len(), self.submissions.len(), "ranked + excluded + unrated = submitted");
        out
    }

    fn csv(&self) -> String {
        let ranking = self.rank();
        let mut bytes = Vec::new();
        let style = Style { lang: Lang::Fr, width: None, color: false };
        (formats::by_name("csv").unwrap().render)(&views::ranking(&ranking, false), &style, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// Without the places, which are where they are.
    fn json(&self) -> serde_json::Value {
        let ranking = self.rank();
        let mut bytes = Vec::new();
        json::ranking(&ranking, false, &mut bytes).unwrap();
        let mut value = serde_json::from_slice(&bytes).unwrap();
        without_places(&mut value);
        value
    }
}

fn without_places(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            for key in ["file", "line", "column"] {
                map.remove(key);
            }
            map.values_mut().for_each(without_places);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

/// From the exact text that machines get: another road than the one that made it.
fn rational(value: &grille::number::Exact) -> BigRational {
    parsed(&value.to_exact_text())
}

fn parsed(text: &str) -> BigRational {
    match text.split_once('.') {
        Some((whole, part)) => {
            let digits = BigRational::from_str(&format!("{whole}{part}")).unwrap();
            digits / BigRational::from_integer(num_bigint::BigInt::from(10).pow(u32::try_from(part.len()).unwrap()))
        }
        None => BigRational::from_str(text).unwrap(),
    }
}

/// The result of a call; `None` where the grid refuses its gaps, as the library must.
fn loaded(call: &Call) -> Option<Loaded> {
    match (load(&call.texts()), results(call)) {
        (Ok(loaded), Some(_)) => Some(loaded),
        (Err(codes), None) => {
            assert!(codes.iter().all(|code| *code == "M410"), "{codes:?}");
            None
        }
        (Ok(_), None) => panic!("a missing mark should have been refused"),
        (Err(codes), Some(_)) => panic!("{codes:?} in a valid call:\n{}\n{:?}", call.texts().grid, call.texts()),
    }
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, max_shrink_time: 10_000, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(200))]

    /// Totals, lines, standings, ranks and statuses are those that another scorer finds.
    #[test]
    fn another_scorer_agrees(call in language::call()) {
        let Some(loaded) = loaded(&call) else { return Ok(()) };
        let standings = loaded.standings();
        let ranking = loaded.rank();
        for (submission, expected) in call.submissions.iter().zip(results(&call).unwrap()) {
            let (standing, total) = &standings[&submission.id];
            prop_assert_eq!(standing, &expected.standing, "{}", submission.id);
            prop_assert_eq!(total, &expected.total, "{}", submission.id);
            let at = loaded.submissions.find(&submission.id).unwrap();
            for (criterion, points) in expected.points.iter().enumerate() {
                prop_assert_eq!(&ranking.evaluation.points(at, criterion).as_ref().map(rational), points);
                prop_assert_eq!(&ranking.evaluation.line(at, criterion).points.as_ref().map(rational), points);
            }
            // Lines add up, but for the weight that a grid declares to be shared out.
            if ranking.evaluation.left_out(at, LeftOut::Missing).is_zero() {
                let sum: Option<BigRational> = expected.points.into_iter().sum();
                prop_assert_eq!(&sum, total);
            }
        }
    }

    /// What a spreadsheet gets is what was scored, within half of the sixth decimal.
    #[test]
    fn the_table_says_what_was_scored(call in language::call()) {
        let Some(loaded) = loaded(&call) else { return Ok(()) };
        let csv = loaded.csv();
        let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let head = lines.next().unwrap();
        let at = |name: &str| head.iter().position(|heading| *heading == name).unwrap();
        let expected: BTreeMap<&str, scorer::Result> =
            call.submissions.iter().map(|submission| submission.id.as_str()).zip(results(&call).unwrap()).collect();
        let half = BigRational::new(1.into(), 2_000_000.into());
        let mut seen = 0;
        for cells in lines {
            let expected = &expected[cells[at("id")]];
            seen += 1;
            let points = expected.points.iter().enumerate().map(|(criterion, points)| (at(&format!("c{criterion}")), points));
            for (column, value) in points.chain([(at("total"), &expected.total)]) {
                match value {
                    Some(value) => {
                        let gap = parsed(cells[column]) - value;
                        prop_assert!(gap <= half && -gap <= half, "{:?} for {}", cells, value);
                    }
                    None => prop_assert_eq!(cells[column], "", "{:?}", cells),
                }
            }
            let rank = match expected.standing {
                Standing::Ranked { rank, .. } => rank.to_string(),
                Standing::Excluded | Standing::Unrated => String::new(),
            };
            prop_assert_eq!(cells[at("rank")], rank);
        }
        prop_assert_eq!(seen, call.submissions.len());
    }

    /// Whoever is left out is told why: an exclusion has a reason, and so has a submission that cannot be rated.
    #[test]
    fn nobody_is_left_out_without_a_reason(call in language::call()) {
        let Some(loaded) = loaded(&call) else { return Ok(()) };
        let json = loaded.json();
        for list in ["excluded", "unrated"] {
            for row in json[list].as_array().unwrap() {
                prop_assert!(!row["reasons"].as_array().unwrap().is_empty(), "{} {}", list, row);
            }
        }
        for (row, line) in loaded.csv().lines().enumerate() {
            if line.contains("excluded") || line.contains("unrated") {
                prop_assert!(!line.ends_with(','), "{}: {}", row, line);
            }
        }
    }

    /// The cut-line gives no more places than there are, and leaves none of them unsaid.
    #[test]
    fn the_cut_line_is_drawn_whole(call in language::call()) {
        let Some(loaded) = loaded(&call) else { return Ok(()) };
        let ranking = loaded.rank();
        let Some(cut) = &ranking.leagues[0].cut else {
            prop_assert!(ranking.ranked.iter().all(|entry| entry.status.is_none()));
            return Ok(());
        };
        let with = |status| ranking.ranked.iter().filter(|entry| entry.status == Some(status)).collect::<Vec<_>>();
        let (inside, tied) = (with(Status::In), with(Status::TiedAtCut));
        prop_assert_eq!(cut.places, call.places.unwrap());
        prop_assert_eq!(inside.len() + cut.open, cut.places.min(ranking.ranked.len()));
        prop_assert_eq!(tied.len(), cut.tied);
        if !tied.is_empty() {
            prop_assert!(tied.windows(2).all(|pair| pair[0].rank == pair[1].rank));
            prop_assert!(0 < cut.open && cut.open < cut.tied);
        }
        for pair in ranking.ranked.windows(2) {
            prop_assert!(pair[0].rank <= pair[1].rank);
            if pair[0].rank == pair[1].rank {
                prop_assert!(pair[0].tied && pair[1].tied && pair[0].status == pair[1].status);
                let id = |at: u32| loaded.submissions.id(at as usize);
                prop_assert!(id(pair[0].submission) < id(pair[1].submission), "inside a shared rank, the order of the ids");
            }
        }
    }
}

proptest! {
    #![proptest_config(config(80))]

    /// Weights, total and pass mark in another unit change no rank and no standing.
    #[test]
    fn the_unit_of_the_weights_says_nothing(call in language::call(), k in 2i64..=7) {
        let Some(before) = loaded(&call) else { return Ok(()) };
        let after = loaded(&Call { grid: call.grid.times(k), ..call.clone() }).unwrap();
        let k = BigRational::from_integer(k.into());
        for ((id, (before, total)), (_, (after, scaled))) in before.standings().into_iter().zip(after.standings()) {
            prop_assert_eq!(before, after, "{}", id);
            prop_assert_eq!(total.map(|total| total * &k), scaled, "{}", id);
        }
    }

    /// The order of the rows, columns and reviewers of the mark files changes no byte; that of the submissions, only the
    /// order in which those without a rank are listed.
    #[test]
    fn the_order_of_the_files_says_nothing(
        call in language::call(),
        picks in proptest::collection::vec(any::<usize>(), 12),
        turn in 0usize..3,
    ) {
        let Some(before) = loaded(&call) else { return Ok(()) };
        let texts = call.texts();

        let marks = texts.marks.as_ref().map(|rows| rows.shuffled(&picks));
        let after = load(&Texts { marks, ..texts.clone() }).unwrap();
        prop_assert_eq!(before.csv(), after.csv());
        prop_assert_eq!(before.json(), after.json());

        if call.written != Written::Beside {
            let mut turned = call.clone();
            turned.submissions.iter_mut().for_each(|submission| submission.marks[..call.reviewers].rotate_left(turn % call.reviewers));
            let after = loaded(&turned).unwrap();
            // Only whom an unrated submission waits for is another one.
            let unnamed = |text: String| (0..call.reviewers).fold(text, |text, at| text.replace(&format!("Reviewer {at}"), "Reviewer"));
            prop_assert_eq!(unnamed(before.csv()), unnamed(after.csv()));
            prop_assert_eq!(unnamed(before.json().to_string()), unnamed(after.json().to_string()));
        }

        let after = load(&Texts { submissions: texts.submissions.shuffled(&picks), ..texts }).unwrap();
        let sorted = |text: String| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let ranked = lines.iter().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count();
            lines[1 + ranked..].sort();
            lines
        };
        prop_assert_eq!(sorted(before.csv()), sorted(after.csv()));
        let (before, after) = (before.json(), after.json());
        for key in ["ranked", "provisional", "places", "grid"] {
            prop_assert_eq!(&before[key], &after[key]);
        }
    }

    /// Other ids give the same ranks: an id breaks no tie.
    #[test]
    fn an_id_breaks_no_tie(call in language::call(), picks in proptest::collection::vec(any::<usize>(), 9)) {
        let Some(before) = loaded(&call) else { return Ok(()) };
        let mut renamed = call.clone();
        let ids: Vec<String> = call.submissions.iter().map(|submission| submission.id.clone()).collect();
        for (submission, id) in renamed.submissions.iter_mut().zip(shuffle(&ids, &picks)) {
            submission.id = id;
        }
        let (before, after) = (before.standings(), loaded(&renamed).unwrap().standings());
        for (old, new) in call.submissions.iter().zip(&renamed.submissions) {
            prop_assert_eq!(&before[&old.id], &after[&new.id]);
        }
    }

    /// A higher mark, where higher is better, never costs a rank.
    #[test]
    fn a_better_mark_never_harms(call in language::call(), who in any::<[usize; 3]>(), up in 1u16..20) {
        let Some(before) = loaded(&call) else { return Ok(()) };
        if call.submissions.is_empty() {
            return Ok(());
        }
        let (who, reviewer, criterion) =
            (who[0] % call.submissions.len(), who[1] % call.marking(), who[2] % call.grid.criteria.len());
        let scale = &call.grid.criteria[criterion].scale;
        if matches!(scale, Scale::Counts(_) | Scale::Range { lowest: true, .. }) {
            return Ok(());
        }
        let Some(mark) = call.submissions[who].marks[reviewer][criterion] else { return Ok(()) };
        let raised = (mark % scale.marks()) + up;
        let (old, new) = (scale.mark(mark).0, scale.mark(raised).0);
        if raised >= scale.marks() || scorer::rational(new) < scorer::rational(old) {
            return Ok(());
        }
        let mut better = call.clone();
        better.submissions[who].marks[reviewer][criterion] = Some(raised);
        let id = &call.submissions[who].id;
        let (before, after) = (before.standings()[id].0, loaded(&better).unwrap().standings()[id].0);
        match (before, after) {
            (Standing::Ranked { rank: before, .. }, Standing::Ranked { rank: after, .. }) => prop_assert!(after <= before),
            (Standing::Ranked { .. }, _) => prop_assert!(false, "{} lost its rank", id),
            (Standing::Excluded, _) => {}
            (Standing::Unrated, after) => prop_assert_eq!(after, Standing::Unrated),
        }
    }
}

// ── Worked by hand ──

/// A call on two or more criteria, from its texts.
fn by_hand(criteria: &[(&str, &str)], total: &str, rules: &str, marks: &str) -> Result<Loaded, Vec<&'static str>> {
    let mut grid = format!("[grid]\nid = \"hand\"\nversion = \"1\"\ntitle = \"Hand\"\nsource = \"A test.\"\ntotal = {total}\n");
    for (at, (weight, scale)) in criteria.iter().enumerate() {
        grid += &format!("\n[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {weight}\n{scale}\n");
    }
    grid += &format!("\n[rules]\n{rules}\n");
    let mut rows = marks.trim().lines().map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    let marks = Rows { headings: rows.next().unwrap(), rows: rows.collect() };
    let mut ids: Vec<String> = marks.rows.iter().map(|row| row[0].clone()).collect();
    ids.dedup();
    load(&Texts {
        grid,
        call: "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n".to_owned(),
        yaml: false,
        submissions: Rows { headings: vec!["id".to_owned()], rows: ids.into_iter().map(|id| vec![id]).collect() },
        marks: Some(marks),
    })
}

/// `id rank total` of the ranked, then `id excluded total`, then `id unrated`.
fn told(loaded: &Loaded) -> Vec<String> {
    let ranking = loaded.rank();
    let id = |at: u32| loaded.submissions.id(at as usize);
    let total = |at: u32| ranking.evaluation.total(at as usize).map_or_else(|| "-".to_owned(), |total| total.to_exact_text());
    let ranked = ranking.ranked.iter().map(|e| format!("{} {} {}", id(e.submission), e.rank, total(e.submission)));
    let excluded = ranking.excluded.iter().map(|&at| format!("{} excluded {}", id(at), total(at)));
    let unrated = ranking.unrated.iter().map(|&at| format!("{} unrated {}", id(at), total(at)));
    ranked.chain(excluded).chain(unrated).collect()
}

const TENTHS: (&str, &str) = ("50", "scale = { points = 1 }");

/// Ties that floating point breaks: (.1+.2, .3), (.3, .1+.2) and (0, .6) at equal weights tie all three. Here the sums
/// are means: two marks of .2 and .4 have the mean of two of .3, and of 0 and .6.
#[test]
fn a_tenth_and_two_tenths_tie_with_three_tenths() {
    let marks = "submission,reviewer,c0,c1\nA,x,0.1,0.3\nA,y,0.2,0\nB,x,0.3,0.1\nB,y,0,0.2\nC,x,0,0.6\nC,y,0,0";
    let loaded = by_hand(&[TENTHS, TENTHS], "100", "", marks).unwrap();
    assert_eq!(told(&loaded), ["A 1 15", "B 1 15", "C 1 15"]);
    // The same on sums of criteria: .1 + .2 on two against .3 on one.
    let third = ("10", "scale = { points = 1 }");
    let marks = "submission,c0,c1,c2\nA,0.1,0.2,0.3\nB,0.3,0,0.3\nC,0,0,0.6";
    let loaded = by_hand(&[third, third, third], "30", "", marks).unwrap();
    assert_eq!(told(&loaded), ["A 1 6", "B 1 6", "C 1 6"]);
}

/// The weighted sum with min–max normalisation: S = Σ w (v − worst) / (best − worst), the worst and the best being those of
/// the column. Rows (7,5,35) (5,4,26) (5,6,28) (1,7,30) (5,8,30), max/max/min, w = (2,4,1)/7; A = (2·1 + 4·¼ + 1·0)/7 = 3/7.
#[test]
fn weighted_sum_of_min_max_shares() {
    let criteria = [
        ("2", "scale = { min = 1, max = 7 }"),
        ("4", "scale = { min = 4, max = 8 }"),
        ("1", "scale = { min = 26, max = 35, best = \"lowest\" }"),
    ];
    let marks = "submission,c0,c1,c2\nA,7,5,35\nB,5,4,26\nC,5,6,28\nD,1,7,30\nE,5,8,30";
    let loaded = by_hand(&criteria, "7", "", marks).unwrap();
    let ranking = loaded.rank();
    let seven = grille::number::Exact::whole(7);
    let shares: Vec<String> =
        (0..5).map(|at| ranking.evaluation.total(at).unwrap().checked_div(&seven).unwrap().to_fixed_text(6)).collect();
    assert_eq!(shares, ["0.428571", "0.333333", "0.587302", "0.507937", "0.841270"]);
    let order: Vec<&str> = ranking.ranked.iter().map(|entry| loaded.submissions.id(entry.submission as usize)).collect();
    assert_eq!(order, ["E", "C", "D", "A", "B"]);
}

/// As the Green Flag Award judges: a desk and a field mark, each with its minimum, and a pass mark on the total. A desk
/// mark of 15 and a field mark of 42 reach both minimums, and their total of 57 does not reach 66.
#[test]
fn both_minimums_met_and_the_total_missed() {
    let criteria = [("30", "scale = { points = 30 }\nminimum = 15"), ("70", "scale = { points = 70 }\nminimum = 42")];
    let marks = "submission,c0,c1\nA,15,42\nB,15,51\nC,14.9,70\nD,30,41.9\nE,24,42";
    let loaded = by_hand(&criteria, "100", "pass = { total = 66 }", marks).unwrap();
    assert_eq!(told(&loaded), ["B 1 66", "E 1 66", "A excluded 57", "C excluded 84.9", "D excluded 71.9"]);
}

/// AGREE II (2010 user's manual): the sum over what is possible, 17 + 19 + 9 + 8 over three items from 1 to 7, four
/// appraisers: (53 − 12) / (84 − 12) = 41/72. One criterion an item gives the same; the split between items is ours.
#[test]
fn agree_ii_domain_score() {
    let item = ("24", "scale = { min = 1, max = 7, step = 1 }");
    let marks = "submission,reviewer,c0,c1,c2\nG,1,5,6,6\nG,2,6,6,7\nG,3,2,4,3\nG,4,3,3,2";
    let loaded = by_hand(&[item, item, item], "72", "", marks).unwrap();
    assert_eq!(told(&loaded), ["G 1 41"]);
}

#[test]
fn a_zero_is_a_mark_and_an_empty_cell_is_not() {
    let criteria = [TENTHS, TENTHS];
    let marks = "submission,reviewer,c0,c1\nA,x,0,1\nA,y,1,1\nB,x,,1\nB,y,1,1\nC,x,0,0\nC,y,0,0\nD,x,,1\nD,y,,1";
    let loaded = by_hand(&criteria, "100", "", marks).unwrap();
    // A: the mean of 0 and 1; B: the mean of 1 alone; C has marks, all of them 0; D has none on c0.
    assert_eq!(told(&loaded), ["B 1 100", "A 2 75", "C 3 0", "D unrated -"]);
}

const GAPS: &str = "submission,c0,c1,c2\nA,8,,5\nB,,,5\nC,,,\nD,8,4,5";

fn gaps(missing: &str, more: &str) -> Result<Loaded, Vec<&'static str>> {
    let criteria = [
        ("50", "scale = { points = 10 }"),
        ("30", "scale = { points = 10 }"),
        ("20", "scale = { min = 1, max = 9, best = \"lowest\" }"),
    ];
    by_hand(&criteria, "100", &format!("missing = \"{missing}\"\n{more}"), GAPS)
}

/// Points where marked: 40 of 50, 12 of 30, 10 of 20.
#[test]
fn what_a_missing_mark_means() {
    // A: 50/70 of 100; B: 10/20 of 100; C has nothing to share among.
    assert_eq!(told(&gaps("reweight", "").unwrap()), ["A 1 500/7", "D 2 62", "B 3 50", "C unrated -"]);
    assert_eq!(told(&gaps("lowest", "").unwrap()), ["D 1 62", "A 2 50", "B 3 10", "C 4 0"]);
    assert_eq!(told(&gaps("unrated", "").unwrap()), ["D 1 62", "A unrated -", "B unrated -", "C unrated -"]);
    assert_eq!(gaps("error", "").err().unwrap(), ["M410", "M410", "M410"]);
    // The pass mark looks at the total that counts.
    let pass = "pass = { total = 50 }";
    assert_eq!(told(&gaps("lowest", pass).unwrap()), ["D 1 62", "A 2 50", "B excluded 10", "C excluded 0"]);
    assert_eq!(told(&gaps("reweight", pass).unwrap()), ["A 1 500/7", "D 2 62", "B 3 50", "C unrated -"]);
}

/// What counts as the lowest mark is below any minimum; what is left out cannot be held against one.
#[test]
fn a_missing_mark_against_a_minimum() {
    let criteria = [("50", "scale = { points = 10 }\nminimum = 4"), ("50", "scale = { points = 10 }")];
    let marks = "submission,c0,c1\nA,4,10\nB,3.9,10\nC,,10";
    let load = |missing: &str| by_hand(&criteria, "100", &format!("missing = \"{missing}\""), marks).unwrap();
    assert_eq!(told(&load("lowest")), ["A 1 70", "B excluded 69.5", "C excluded 50"]);
    assert_eq!(told(&load("reweight")), ["A 1 70", "B excluded 69.5", "C unrated 100"]);
    assert_eq!(told(&load("unrated")), ["A 1 70", "B excluded 69.5", "C unrated -"]);
    for missing in ["lowest", "reweight", "unrated"] {
        let json = load(missing).json();
        for row in json["excluded"].as_array().unwrap().iter().chain(json["unrated"].as_array().unwrap()) {
            assert_eq!(row["reasons"].as_array().unwrap().len(), 1, "{missing}: {row}");
        }
    }
}

/// A file without a submission yet, whichever way it is empty, gives an empty ranking; so do marks without a row.
#[test]
fn nothing_yet_is_not_an_error() {
    let texts = |yaml: bool| {
        Texts {
        grid: "[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"A test.\"\n[[criterion]]\nid = \"c\"\nlabel = \"C\"\nweight = 100\nscale = { points = 5 }\n".to_owned(),
        call: "[call]\ngrid = \"g\"\nsubmissions = \"s\"\nmarks = \"m\"\n".to_owned(),
        yaml,
        submissions: Rows { headings: vec!["id".to_owned()], rows: Vec::new() },
        marks: Some(Rows { headings: vec!["id".to_owned(), "c".to_owned()], rows: Vec::new() }),
    }
    };
    for yaml in [false, true] {
        assert_eq!(told(&load(&texts(yaml)).unwrap()), Vec::<String>::new(), "yaml: {yaml}");
    }
}

#[test]
fn decimals_of_the_test_are_written_as_people_do() {
    for (mantissa, scale, text) in [(150, 2, "1.50"), (-5, 1, "-0.5"), (0, 0, "0"), (7, 2, "0.07"), (-3, 0, "-3")] {
        assert_eq!(Dec::new(mantissa, scale).text(), text);
    }
    assert_eq!(parsed("78.5"), BigRational::new(157.into(), 2.into()));
    assert_eq!(parsed("-235/3"), BigRational::new((-235).into(), 3.into()));
    assert_ne!(Missing::Unrated, Missing::Error);
}
