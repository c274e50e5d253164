//! Simulations beside closed forms, the two roads beside each other, and the same result however it is computed.

use proptest::prelude::*;

use super::*;
use crate::analyse::panel;
use crate::check::{self, CallDraft};
use crate::model::{Call, Findings, Ledger, Panel, Submissions};
use crate::number::Exact;
use crate::read;
use crate::score::{Evaluation, rank};

struct Loaded {
    grid: Grid,
    call: Call,
    submissions: Submissions,
    ledger: Ledger,
}

const HEAD: &str = "[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\nsource = \"This test\"\n";

/// A grid, the `[call]` table after its files, submissions, and marks where they have a file of their own.
fn load(grid: &str, call: &str, submissions: &str, marks: Option<&str>) -> Loaded {
    let mut findings = Findings::new();
    let mut source = |name: &str, text: &str| read::from_bytes(name, text.as_bytes().to_vec(), None, &mut findings).unwrap();
    let grid = source("grid.toml", &[HEAD, grid].concat());
    let call = source("call.toml", &format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n{call}"));
    let tables = [Some(submissions), marks].map(|text| text.map(|text| source("table.csv", text)));
    let said = |findings: &Findings| {
        format!("{:?}\n{}\n", findings.iter().map(|one| (&one.message, &one.help)).collect::<Vec<_>>(), grid.text())
    };
    let tree = read::toml::tree(&grid, &mut findings).unwrap();
    let compiled = check::grid(&grid, &tree, &mut findings).unwrap_or_else(|| panic!("{}", said(&findings)));
    let draft = CallDraft::from_tree(&read::toml::tree(&call, &mut findings).unwrap(), &mut findings);
    let call = draft.call(&compiled, &mut findings).unwrap_or_else(|| panic!("{}", said(&findings)));
    let options = read::csv::CsvOptions { delimiter: None };
    let mut tables = tables.into_iter().flatten().map(|table| read::csv::table(&table, &options, &mut findings).unwrap());
    let (submissions, marks) = (tables.next().unwrap(), tables.collect());
    let checked = check::submissions(submissions, &[], &compiled, &call, &draft, &mut findings);
    let checked = checked.unwrap_or_else(|| panic!("{}", said(&findings)));
    let ledger = check::marks(&checked, marks, &compiled, &call, Panel::default(), &draft, &mut findings)
        .unwrap_or_else(|| panic!("{}", said(&findings)));
    assert!(!findings.has_errors(), "{}", said(&findings));
    Loaded { grid: compiled, call, submissions: checked.submissions, ledger }
}

/// How one submission fares, by its id and without what depends on the order of the file.
type Fare = (String, Option<u32>, [u32; 4], Vec<u32>, Option<f64>, Option<Vec<f64>>, Vec<(String, u32)>);

/// Everything of a simulation, by id.
#[derive(Debug, PartialEq)]
struct Told {
    fares: Vec<Fare>,
    sets: Vec<(Vec<String>, Vec<String>, u32, bool)>,
    distinct: usize,
    same: u32,
}

impl Loaded {
    fn ranking(&self) -> Ranking<'_> {
        rank(Evaluation::new(&self.grid, &self.call, &self.submissions, &self.ledger))
    }

    fn simulate(&self, options: &Options, fast: bool) -> Simulation {
        let ranking = self.ranking();
        let linear = fast.then(|| Linear::new(&ranking).unwrap_or_else(|bent| panic!("{bent:?}")));
        simulate(&ranking, linear.as_ref(), options, &|_| {}).unwrap_or_else(|why| panic!("{why:?}"))
    }

    fn told(&self, found: &Simulation) -> Told {
        let id = |submission: &usize| self.submissions.id(*submission).to_owned();
        let fare = |(at, row): (usize, &Row)| {
            let mut ranks = found.rank_counts(row).to_vec();
            ranks.truncate(ranks.iter().rposition(|count| *count > 0).map_or(0, |last| last + 1));
            let pairs = match &found.pairs {
                Pairs::All(all) => {
                    found.rows.iter().zip(&all[at]).map(|(other, ahead)| (id(&other.submission), *ahead)).collect()
                }
                Pairs::Neighbours(_) => Vec::new(),
            };
            let counts = [row.selected, row.tied, row.unranked, row.first];
            (id(&row.submission), row.published, counts, ranks, row.expected_rank, row.central.clone(), pairs)
        };
        let ids = |all: &[usize]| all.iter().map(id).collect::<Vec<_>>();
        let set = |set: &SelectedSet| (ids(&set.selected), ids(&set.tied), set.draws, set.published);
        Told {
            fares: found.rows.iter().enumerate().map(fare).collect(),
            sets: found.sets.iter().map(set).collect(),
            distinct: found.distinct,
            same: found.same,
        }
    }
}

fn weights(draws: u32) -> Options {
    Options { drawn: Drawn::Weights, region: Region::All, draws, seed: 1 }
}

fn criteria(weights: &[&str]) -> String {
    let line = |(at, weight): (usize, &&str)| {
        format!("[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {weight}\nscale = {{ points = 1 }}\n")
    };
    let total: u32 = weights.iter().map(|weight| weight.parse::<u32>().unwrap()).sum();
    [format!("total = {total}\n")].into_iter().chain(weights.iter().enumerate().map(line)).collect()
}

/// A share of draws within four standard errors of what it should be.
#[track_caller]
fn near(count: u32, draws: u32, expected: f64) {
    let (n, found) = (f64::from(draws), f64::from(count) / f64::from(draws));
    let limit = 4.0 * (expected * (1.0 - expected) / n).sqrt();
    assert!((found - expected).abs() <= limit, "{found} beside {expected} ± {limit}");
}

/// Three corners of a cube and their middle: by symmetry and by areas of the triangle of weights, a corner is first with a quarter
/// of the weights (where its weight is above one half), second with a twelfth, third and fourth with a third each; the middle is
/// first with a quarter (no weight above one half) and second with the rest.
#[test]
fn corners_and_their_middle() {
    let submissions = "id,c0,c1,c2\nA,1,0,0\nB,0,1,0\nC,0,0,1\nD,0.5,0.5,0.5\n";
    let loaded = load(&criteria(&["1", "1", "1"]), "places = 1\n", submissions, None);
    let draws = 20_000;
    let found = loaded.simulate(&weights(draws), true);
    let third = 1.0 / 3.0;
    for row in &found.rows {
        let corner = row.submission < 3;
        let expected = if corner { [0.25, 1.0 / 12.0, third, third] } else { [0.25, 0.75, 0.0, 0.0] };
        for (count, expected) in found.rank_counts(row).iter().zip(expected) {
            near(*count, draws, expected);
        }
        near(row.selected, draws, 0.25);
        let mut central = [1.0; 3];
        if corner {
            central = [0.5; 3];
            central[row.submission] = 2.0;
        }
        for (found, expected) in row.central.as_ref().unwrap().iter().zip(central) {
            // A weight of at most three points varies by less than a point.
            assert!((found - expected).abs() < 4.0 / f64::from(row.first).sqrt(), "{row:?}");
        }
    }
    // Of two corners each is ahead half of the time; a corner is ahead of the middle where its weight is above one half.
    let Pairs::All(ahead) = &found.pairs else { panic!("four submissions are few") };
    let at = |submission: usize| found.rows.iter().position(|row| row.submission == submission).unwrap();
    near(ahead[at(0)][at(1)], draws, 0.5);
    near(ahead[at(0)][at(3)], draws, 0.25);
    near(ahead[at(3)][at(0)], draws, 0.75);
    assert_eq!(ahead[at(3)][at(3)], 0);
    assert_eq!((found.distinct, found.sets.len()), (4, 4));
    assert_eq!(found.sets.iter().map(|set| set.draws).sum::<u32>(), draws);
}

/// `0.1 + 0.2` and `0.3` are one number: three rows that tie at equal weights tie, whatever is drawn around them.
#[test]
fn what_ties_is_tied() {
    let submissions = "id,c0,c1\nA,0.3,0.3\nB,0.3,0.3\nC,0,0.6\nD,0.1,0.1\n";
    let loaded = load(&criteria(&["1", "1"]), "places = 1\n", submissions, None);
    let fixed = Region::Between(vec![(Exact::ONE, Exact::ONE), (Exact::ONE, Exact::ONE)]);
    let found = loaded.simulate(&Options { region: fixed, ..weights(300) }, true);
    let counts: Vec<[u32; 3]> = found.rows.iter().map(|row| [row.first, row.tied, row.selected]).collect();
    assert_eq!(counts, [[300, 300, 0], [300, 300, 0], [300, 300, 0], [0, 0, 0]]);
    assert_eq!((found.same, found.distinct, found.sets[0].tied.len()), (300, 1, 3));
    // Two rows that are the same tie under any weights.
    let found = loaded.simulate(&weights(2_000), true);
    assert_eq!(found.rank_counts(&found.rows[0]), found.rank_counts(&found.rows[1]));
    near(found.rows[0].tied, 2_000, 0.5);
    near(found.rows[2].selected, 2_000, 0.5);
}

/// With weights w and 100 − w: A has 20 + 0.8 w, reaches 60 from w = 50 on, and 70, which B always has, from w = 62.5 on.
#[test]
fn thresholds_and_sets_are_intervals_of_one_weight() {
    let grid = [&criteria(&["60", "40"]), "[rules]\npass = { total = 60 }\n"].concat();
    let loaded = load(&grid, "places = 1\n", "id,c0,c1\nA,1,0.2\nB,0.7,0.7\nC,0.1,0.59\n", None);
    let draws = 20_000;
    for fast in [true, false] {
        let draws = if fast { draws } else { 1_000 };
        let found = loaded.simulate(&weights(draws), fast);
        // C never reaches the pass mark.
        assert_eq!(found.rows.len(), 2);
        let (a, b) = (found.row(0).unwrap(), found.row(1).unwrap());
        near(a.unranked, draws, 0.5);
        near(a.first, draws, 0.375);
        near(found.same, draws, 0.625);
        assert_eq!((b.unranked, b.first, a.selected), (0, found.same, a.first));
        assert_eq!(found.sets[0].selected, [1]);
        assert!(found.sets[0].published && !found.sets[1].published);
        // Ranks are counted where there are any.
        let mean = 1.0 + f64::from(draws - a.unranked - a.first) / f64::from(draws - a.unranked);
        assert!((a.expected_rank.unwrap() - mean).abs() < 1e-9);
    }
    // From w = 50 to 70 only, the pass mark excludes nobody, and A is ahead from 62.5 on: 3 draws of 8.
    let points = |low, high| (Exact::whole(low), Exact::whole(high));
    let region = Region::Between(vec![points(50, 70), points(0, 100)]);
    let found = loaded.simulate(&Options { region, ..weights(draws) }, true);
    assert_eq!(found.row(0).unwrap().unranked, 0);
    near(found.row(0).unwrap().first, draws, 0.375);
}

fn many(rows: &[usize]) -> String {
    let row = |at: &usize| format!("S{at},0.{},0.{},0.{}\n", at * 37 % 89 + 10, at * 53 % 90 + 10, (at * 71 + 3) % 88 + 10);
    ["id,c0,c1,c2\n".to_owned()].into_iter().chain(rows.iter().map(row)).collect()
}

/// The same at any number of threads, and with the rows of the file in any order.
#[test]
fn the_same_however_it_is_computed() {
    let grid = [&criteria(&["5", "3", "2"]), "[rules]\nties = [\"c2\"]\n"].concat();
    let order: Vec<usize> = (0..60).collect();
    let shuffled: Vec<usize> = (0..60).map(|at| at * 23 % 60).collect();
    let mut all = Vec::new();
    for rows in [&order, &shuffled] {
        let loaded = load(&grid, "places = 7\n", &many(rows), None);
        for threads in [1, 2, 7] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let done = std::sync::atomic::AtomicU64::new(0);
            let found = pool.install(|| {
                let ranking = loaded.ranking();
                let linear = Linear::new(&ranking).unwrap();
                let step = |count| _ = done.fetch_add(count, Ordering::Relaxed);
                simulate(&ranking, Some(&linear), &weights(1_000), &step).unwrap()
            });
            assert_eq!(done.into_inner(), 1_000);
            all.push(loaded.told(&found));
        }
    }
    assert!(all[0].distinct > 3);
    assert!(all.iter().all(|one| *one == all[0]));
    let other = load(&grid, "places = 7\n", &many(&order), None);
    assert_ne!(other.told(&other.simulate(&Options { seed: 2, ..weights(1_000) }, true)), all[0]);
}

/// In large calls only neighbours are compared, and the counts of their ranks add up all the same.
#[test]
fn many_submissions() {
    let rows: Vec<usize> = (0..300).collect();
    let loaded = load(&criteria(&["5", "3", "2"]), "places = 20\n", &many(&rows), None);
    let found = loaded.simulate(&weights(500), true);
    let Pairs::Neighbours(pairs) = &found.pairs else { panic!("300 submissions are many") };
    assert_eq!((found.rows.len(), pairs.len()), (300, 299));
    for (one, other, ahead, behind) in pairs {
        assert!(*other == one + 1 && ahead + behind <= 500);
        let (one, other) = (&found.rows[*one], &found.rows[*other]);
        assert!(one.published <= other.published);
    }
    for row in &found.rows {
        assert_eq!(found.rank_counts(row).iter().sum::<u32>(), 500);
        let own = found.rank_counts(row).iter().zip(1u32..).map(|(count, rank)| count * rank).sum::<u32>();
        assert!((row.expected_rank.unwrap() - f64::from(own) / 500.0).abs() < 1e-9);
    }
    let selected: u32 = found.rows.iter().map(|row| row.selected).sum();
    assert!(selected <= 500 * 20 && selected > 500 * 19);
}

const PANEL: &str = "[[criterion]]\nid = \"a\"\nlabel = \"A\"\nweight = 60\nscale = { points = 10 }\n\
    [[criterion]]\nid = \"b\"\nlabel = \"B\"\nweight = 40\nscale = { points = 10 }\n";
const MARKS: &str = "submission,reviewer,a,b\nA,R1,8,4\nA,R2,5,6\nA,R3,7,\nB,R1,6,6\nB,R2,7,5\nB,R3,6,7\nC,R1,5,9\nC,R2,6,5\n";

/// Panels are those of `grille panel`: the same seed draws the same reviewers.
#[test]
fn panels_are_those_of_the_study_of_the_panel() {
    let loaded = load(PANEL, "marks = \"marks.csv\"\nplaces = 1\n", "id\nA\nB\nC\n", Some(MARKS));
    let ranking = loaded.ranking();
    let study = panel::study(&ranking, panel::Options { seed: 5, draws: 600, calibrate: false }, &|| {});
    let resampled = study.resampled.unwrap();
    let options = Options { drawn: Drawn::Panel, region: Region::All, draws: 600, seed: 5 };
    let found = simulate(&ranking, None, &options, &|_| {}).unwrap();
    assert_eq!(found.reviewers, Some(3));
    assert_eq!((found.region.clone(), found.criteria.len()), (None, 0));
    assert_eq!(found.same as usize, resampled.same);
    for row in &found.rows {
        let chance = resampled.chances[row.submission];
        let own = [row.selected, row.tied, row.unranked].map(|count| count as usize);
        assert_eq!(own, [chance.selected, chance.tied, chance.unrated]);
        assert_eq!(row.central, None);
    }
    // A linear function of the weights is of no use when the panel is drawn, and does no harm.
    let linear = Linear::new(&ranking).unwrap();
    let both = Options { drawn: Drawn::Both, ..options };
    let told = |linear| loaded.told(&simulate(&ranking, linear, &both, &|_| {}).unwrap());
    assert_eq!(told(Some(&linear)), told(None));
    // Weights move too: other sets are possible.
    assert_ne!(told(None), loaded.told(&found));
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let refused = |loaded: &Loaded, options: &Options| simulate(&loaded.ranking(), None, options, &|_| {}).unwrap_err();
    let one = load(&criteria(&["5"]), "", "id,c0\nA,1\n", None);
    assert_eq!(refused(&one, &weights(10)), Undrawn::OneCriterion);
    let alone = Options { drawn: Drawn::Panel, ..weights(10) };
    assert_eq!(refused(&one, &alone), Undrawn::Reviewers);
    let capped = "total = 10\n[[group]]\nid = \"g\"\nlabel = \"G\"\nweight = 6\nat_most = 6\n\
        [[criterion]]\nid = \"a\"\nlabel = \"A\"\ngroup = \"g\"\nweight = 5\nscale = { points = 1 }\n\
        [[criterion]]\nid = \"b\"\nlabel = \"B\"\ngroup = \"g\"\nweight = 4\nscale = { points = 1 }\n\
        [[criterion]]\nid = \"c\"\nlabel = \"C\"\nweight = 4\nscale = { points = 1 }\n";
    let capped = load(capped, "", "id,a,b,c\nA,1,1,1\n", None);
    assert_eq!(refused(&capped, &weights(10)), Undrawn::Capped(0));
    let two = load(&criteria(&["5", "5"]), "", "id,c0,c1\nA,1,1\n", None);
    let region = Region::Between(vec![(Exact::ZERO, Exact::ONE), (Exact::ZERO, Exact::ONE)]);
    let narrow = Options { region, ..weights(10) };
    assert_eq!(refused(&two, &narrow), Undrawn::Region(Undrawable::Impossible));
    // Without places nobody is selected, and ranks are counted all the same.
    let found = two.simulate(&weights(10), true);
    assert_eq!((found.cut, found.sets.len(), found.rows[0].first), (false, 0, 10));
}

/// A grid with all that the fast road knows: groups, a bonus, a malus, a threshold, tie keys of every kind, leagues.
fn full(pass: u8, minimum: u8, ties: &str, dense: bool, apart: bool) -> String {
    let pass = if pass == 0 { String::new() } else { format!("pass = {{ total = {pass} }}\n") };
    let minimum = if minimum == 0 { String::new() } else { format!("minimum = {minimum}\n") };
    let tracks = if apart {
        "[[track]]\nid = \"t\"\nlabel = \"T\"\nplaces = 1\nwhen = { fact = \"kind\", one_of = [\"t\"] }\n\
         [[track]]\nid = \"u\"\nlabel = \"U\"\nplaces = 2\nwhen = { fact = \"kind\", one_of = [\"u\"] }\n"
    } else {
        ""
    };
    let rules = format!(
        "[rules]\n{pass}ties = [{ties}]\n{}{}",
        if dense { "ranks = \"dense\"\n" } else { "" },
        if apart { "tracks = \"apart\"\n" } else { "" }
    );
    let scale = "scale = { points = 3 }";
    format!(
        "[[fact]]\nid = \"kind\"\nlabel = \"Kind\"\ntype = \"choice\"\nvalues = {{ t = \"T\", u = \"U\" }}\n[[fact]]\nid = \"size\"\nlabel = \"Size\"\ntype = \"number\"\n\
         [[group]]\nid = \"g\"\nlabel = \"G\"\nweight = 60\n{minimum}\
         [[criterion]]\nid = \"a\"\nlabel = \"A\"\ngroup = \"g\"\nweight = 35\n{scale}\n\
         [[criterion]]\nid = \"b\"\nlabel = \"B\"\ngroup = \"g\"\nweight = 25\n{scale}\n\
         [[criterion]]\nid = \"c\"\nlabel = \"C\"\nweight = 40\n{scale}\n\
         [[criterion]]\nid = \"plus\"\nlabel = \"Plus\"\nrole = \"bonus\"\nweight = 5\n{scale}\n\
         [[criterion]]\nid = \"less\"\nlabel = \"Less\"\nrole = \"malus\"\nweight = 4\n{scale}\n{tracks}{rules}"
    )
}

const TIES: [&str; 6] = [
    "",
    "\"c\", { fact = \"size\", best = \"lowest\" }",
    "{ fact = \"size\", best = \"highest\" }, \"plus\"",
    "\"g\", \"a\"",
    "\"a\", \"g\"",
    "\"b\", { fact = \"kind\", first = [\"u\"] }",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Both roads count the same on the same draws, draw by draw: coarse marks make many equal rows.
    #[test]
    fn the_two_roads(
        rows in proptest::collection::vec((proptest::collection::vec(0u8..=3, 5), any::<bool>(), 1u8..3), 2..12),
        (pass, minimum) in (prop_oneof![Just(0u8), 20u8..70], prop_oneof![Just(0u8), 10u8..40]),
        (ties, dense, apart, places, seed) in (0usize..TIES.len(), any::<bool>(), any::<bool>(), 0usize..4, any::<u64>()),
        region in 0u8..4,
    ) {
        let mut csv = "id,kind,size,a,b,c,plus,less\n".to_owned();
        for (at, (marks, kind, size)) in rows.iter().enumerate() {
            let marks: Vec<String> = marks.iter().map(ToString::to_string).collect();
            csv += &[&*format!("S{at}"), if *kind { "t" } else { "u" }, &size.to_string(), &marks.join(",")].join(",");
            csv += "\n";
        }
        let call = if places == 0 || apart { String::new() } else { format!("places = {places}\n") };
        let loaded = load(&full(pass, minimum, TIES[ties], dense, apart), &call, &csv, None);
        let weights: Vec<Exact> = [35, 25, 40].map(Exact::whole).to_vec();
        let zero = (Exact::ZERO, Exact::ZERO);
        let region = match region {
            0 => Region::All,
            1 => Region::band(&weights, &Exact::ratio(1, 2).unwrap()),
            2 => Region::in_order_of(&weights),
            // One criterion weighs nothing, always: it settles no tie.
            _ => Region::Between(vec![zero, (Exact::ZERO, Exact::whole(100)), (Exact::ZERO, Exact::whole(100))]),
        };
        let options = Options { drawn: Drawn::Weights, region, draws: 40, seed };
        let (fast, general) = (loaded.simulate(&options, true), loaded.simulate(&options, false));
        prop_assert_eq!(loaded.told(&fast), loaded.told(&general));
    }
}

/// Where shares have no common denominator that fits, they are rounded, and what is equal stays equal.
#[test]
fn shares_that_do_not_fit() {
    let primes = [3, 7, 11, 13, 17, 19, 23, 29];
    let line = |(at, prime): (usize, &usize)| {
        format!("[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = 1\nscale = {{ points = {prime} }}\n")
    };
    let lines: String = primes.iter().enumerate().map(line).collect();
    let grid = ["total = 8\n", &lines].concat();
    let row = |id: &str, of: usize| {
        let marks: Vec<String> = primes.iter().enumerate().map(|(at, prime)| (of * (at + 3) % (prime + 1)).to_string()).collect();
        format!("{id},{}\n", marks.join(","))
    };
    let head = "id,c0,c1,c2,c3,c4,c5,c6,c7\n".to_owned();
    let rows: String = (1..12).map(|of| row(&format!("S{of}"), of)).collect();
    let loaded = load(&grid, "places = 3\n", &[head, rows, row("T5", 5)].concat(), None);
    let (fast, general) = (loaded.simulate(&weights(200), true), loaded.simulate(&weights(200), false));
    assert_eq!(loaded.told(&fast), loaded.told(&general));
    let of = |id: &str| fast.rows.iter().find(|row| loaded.submissions.id(row.submission) == id).unwrap();
    assert_eq!(fast.rank_counts(of("S5")), fast.rank_counts(of("T5")));
}

/// Weights are set in groups of every kind, and published weights set anew change nothing.
#[test]
fn weights_are_set_in_groups() {
    let grid = "[[group]]\nid = \"m\"\nlabel = \"M\"\nweight = 60\nscore = \"mean\"\n\
        [[group]]\nid = \"n\"\nlabel = \"N\"\nin = \"m\"\nweight = 2\nscore = \"mean\"\nat_most = 1.5\n\
        [[criterion]]\nid = \"a\"\nlabel = \"A\"\ngroup = \"m\"\nweight = 1\nscale = { points = 4 }\n\
        [[criterion]]\nid = \"b\"\nlabel = \"B\"\ngroup = \"n\"\nweight = 1\nscale = { points = 4 }\n\
        [[criterion]]\nid = \"c\"\nlabel = \"C\"\ngroup = \"n\"\nweight = 1\nscale = { points = 4 }\n\
        [[criterion]]\nid = \"d\"\nlabel = \"D\"\nweight = 40\nscale = { points = 4 }\n";
    let loaded = load(grid, "", "id,a,b,c,d\nA,4,4,4,4\nB,1,2,3,4\n", None);
    let reweigh = Reweigh::new(&loaded.grid).unwrap();
    assert_eq!(reweigh.weights, [20, 20, 20, 40].map(Exact::whole));
    let totals = |weights: &[i64]| {
        let mut grid = loaded.grid.clone();
        reweigh.set(&mut grid, &weights.iter().map(|weight| Exact::whole(*weight)).collect::<Vec<_>>());
        let other = Evaluation::new(&grid, &loaded.call, &loaded.submissions, &loaded.ledger);
        [other.total(0).unwrap(), other.total(1).unwrap()]
    };
    let published = Evaluation::new(&loaded.grid, &loaded.call, &loaded.submissions, &loaded.ledger);
    assert_eq!(totals(&[20, 20, 20, 40]), [published.total(0).unwrap(), published.total(1).unwrap()]);
    // The cap stays 1.5 × 20 = 30 points of the total: A gets 10 + 30 + 20; B 2.5 + 15 + 30 (held to 30) + 20.
    assert_eq!(totals(&[10, 30, 40, 20]), [Exact::whole(60), Exact::ratio(105, 2).unwrap()]);
    // Without any weight in the group, nothing of it counts.
    assert_eq!(totals(&[0, 0, 0, 100]), [Exact::whole(100), Exact::whole(100)]);
}

#[test]
fn errors_of_sampling() {
    // 1.96 √(¼ ÷ 9604) is one hundredth.
    assert!((sampling_error(4_802, 9_604) - 0.01).abs() < 1e-12);
    assert!((sampling_error(0, 10_000) - 0.0003).abs() < 1e-12 && (sampling_error(10_000, 10_000) - 0.0003).abs() < 1e-12);
}
