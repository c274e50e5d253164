//! What holds of any scenario on any call: nothing given is nothing changed, a scale of weights is no scale of ranks, what is
//! dropped is as if nobody had marked it, and the order of the rows says nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use grille::analyse::compare::{Comparison, compare};
use grille::analyse::scenario::{Applied, Refusal, apply};
use grille::check::{self, CallDraft};
use grille::model::{Call, Findings, Grid, Item, Ledger, Panel, Scenario, Submissions, Weighing};
use grille::number::Exact;
use grille::read;
use grille::report::json;
use grille::score::{Evaluation, Ranking, rank};
use proptest::prelude::*;

/// A small call: weights of criteria, the first `grouped` of which stand in a group, and marks out of ten.
#[derive(Debug, Clone)]
struct Drawn {
    weights: Vec<i64>,
    grouped: usize,
    marks: Vec<Vec<i64>>,
    places: usize,
}

struct Loaded {
    grid: Grid,
    call: Call,
    submissions: Submissions,
    ledger: Ledger,
}

impl Drawn {
    /// The call with its weights multiplied, its rows in the order of their numbers, or in another one.
    fn load(&self, times: i64, order: &[usize]) -> Loaded {
        let total: i64 = self.weights.iter().sum::<i64>() * times;
        let mut grid = format!("[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"Drawn\"\ntotal = {total}\n");
        if self.grouped > 0 {
            let weight: i64 = self.weights[..self.grouped].iter().sum::<i64>() * times;
            let _ = write!(grid, "[[group]]\nid = \"group\"\nlabel = \"Group\"\nweight = {weight}\n");
        }
        for (at, weight) in self.weights.iter().enumerate() {
            let group = if at < self.grouped { "group = \"group\"\n" } else { "" };
            let _ = write!(
                grid,
                "[[criterion]]\nid = \"c{at}\"\nlabel = \"Criterion {at}\"\n{group}weight = {}\nscale = {{ points = 10 }}\n",
                weight * times
            );
        }
        let mut rows = String::from("id");
        (0..self.weights.len()).for_each(|at| write!(rows, ",c{at}").unwrap());
        for row in order {
            let _ = write!(rows, "\nP{row:02}");
            self.marks[*row].iter().for_each(|mark| write!(rows, ",{mark}").unwrap());
        }
        rows.push('\n');
        let call = format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nplaces = {}\n", self.places);
        let mut findings = Findings::new();
        let mut source = |name: &str, text: &str| read::from_bytes(name, text.as_bytes().to_vec(), None, &mut findings).unwrap();
        let (grid, call, rows) = (source("grid.toml", &grid), source("call.toml", &call), source("s.csv", &rows));
        let tree = read::toml::tree(&grid, &mut findings).unwrap();
        let checked = check::grid(&grid, &tree, &mut findings);
        let grid = checked.unwrap_or_else(|| panic!("{:?}\n{}", findings.iter().collect::<Vec<_>>(), grid.text()));
        let draft = CallDraft::from_tree(&read::toml::tree(&call, &mut findings).unwrap(), &mut findings);
        let call = draft.call(&grid, &mut findings).unwrap();
        let table = read::csv::table(&rows, &read::csv::CsvOptions { delimiter: None }, &mut findings).unwrap();
        let checked = check::submissions(table, &[], &grid, &call, &draft, &mut findings).unwrap();
        let ledger = check::marks(&checked, Vec::new(), &grid, &call, Panel::default(), &draft, &mut findings).unwrap();
        Loaded { grid, call, submissions: checked.submissions, ledger }
    }

    fn plain(&self) -> Loaded {
        self.load(1, &(0..self.marks.len()).collect::<Vec<_>>())
    }
}

impl Loaded {
    fn rank<'a>(&'a self, grid: &'a Grid) -> Ranking<'a> {
        rank(Evaluation::new(grid, &self.call, &self.submissions, &self.ledger))
    }

    fn apply(&self, weighing: Weighing) -> Result<Applied, Refusal> {
        apply(&self.grid, &Scenario { weighing, ..Scenario::default() })
    }
}

/// Rank and standing by id.
fn places(ranking: &Ranking<'_>) -> BTreeMap<String, String> {
    let ids = |at: u32| ranking.evaluation.submissions.id(at as usize).to_owned();
    ranking.ranked.iter().map(|entry| (ids(entry.submission), format!("{} {:?}", entry.rank, entry.status))).collect()
}

fn bytes(ranking: &Ranking<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    json::ranking(ranking, true, &mut bytes).unwrap();
    bytes
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (2usize..6, 2usize..9).prop_flat_map(|(criteria, submissions)| {
        let marks = proptest::collection::vec(proptest::collection::vec(0i64..=10, criteria), submissions);
        (proptest::collection::vec(1i64..30, criteria), 0..criteria, marks, 1..submissions)
            .prop_map(|(weights, grouped, marks, places)| Drawn { weights, grouped, marks, places })
    })
}

fn set(at: usize, weight: Exact) -> Weighing {
    Weighing { set: vec![(Item::Criterion(at), weight)], ..Weighing::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn its_own_weight_changes_nothing(drawn in drawn(), at in any::<prop::sample::Index>()) {
        let loaded = drawn.plain();
        let at = at.index(drawn.weights.len());
        // The only one of a group can have no other weight, and its own is that.
        let applied = loaded.apply(set(at, Exact::whole(drawn.weights[at]))).unwrap();
        let (now, then) = (loaded.rank(&loaded.grid), loaded.rank(&applied.grid));
        prop_assert_eq!(bytes(&now), bytes(&then));
        let Comparison { shift, overlap, crossings, .. } = compare(&now, &then);
        prop_assert!(!shift.changes_selection() && shift.moves.is_empty() && crossings.is_empty());
        prop_assert!(overlap.is_some_and(|overlap| overlap.common == overlap.before));
    }

    #[test]
    fn a_scale_of_weights_is_none_of_ranks(drawn in drawn(), at in any::<prop::sample::Index>(), share in 0i64..=10, times in 2i64..9) {
        let at = at.index(drawn.weights.len());
        let held: i64 = if at < drawn.grouped { drawn.weights[..drawn.grouped].iter().sum() } else { drawn.weights.iter().sum() };
        let weight = |times: i64| Exact::ratio(held * share * times, 10).unwrap();
        let order: Vec<usize> = (0..drawn.marks.len()).collect();
        let (one, other) = (drawn.load(1, &order), drawn.load(times, &order));
        // Refused alike, where what stands beside cannot make room.
        match (one.apply(set(at, weight(1))), other.apply(set(at, weight(times)))) {
            (Ok(a), Ok(b)) => prop_assert_eq!(places(&one.rank(&a.grid)), places(&other.rank(&b.grid))),
            (a, b) => prop_assert!(a.is_err() && b.is_err()),
        }
    }

    #[test]
    fn dropped_is_as_if_nobody_had_marked_it(drawn in drawn(), at in any::<prop::sample::Index>(), other in any::<u8>()) {
        let at = at.index(drawn.weights.len());
        let loaded = drawn.plain();
        let drop = Weighing { drop: vec![Item::Criterion(at)], ..Weighing::default() };
        let Ok(dropped) = loaded.apply(drop.clone()) else { return Ok(()) };
        // The same with other marks on it.
        let mut remarked = drawn.clone();
        for (row, marks) in remarked.marks.iter_mut().enumerate() {
            marks[at] = i64::from(other.wrapping_mul(u8::try_from(row).unwrap())) % 11;
        }
        let remarked = remarked.plain();
        let again = remarked.apply(drop).unwrap();
        prop_assert_eq!(places(&loaded.rank(&dropped.grid)), places(&remarked.rank(&again.grid)));
        // And as at zero, where it does not take its group along.
        if let Ok(zero) = loaded.apply(set(at, Exact::ZERO)) {
            prop_assert_eq!(places(&loaded.rank(&dropped.grid)), places(&loaded.rank(&zero.grid)));
        }
    }

    #[test]
    fn the_order_of_the_rows_says_nothing(
        (drawn, order) in drawn().prop_flat_map(|drawn| {
            let order = Just((0..drawn.marks.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(drawn), order)
        }),
        share in 0i64..=10,
    ) {
        let held: i64 = if drawn.grouped > 0 { drawn.weights[..drawn.grouped].iter().sum() } else { drawn.weights.iter().sum() };
        let weighing = set(0, Exact::ratio(held * share, 10).unwrap());
        let (one, other) = (drawn.plain(), drawn.load(1, &order));
        let (Ok(a), Ok(b)) = (one.apply(weighing.clone()), other.apply(weighing)) else { return Ok(()) };
        let (then, then_too) = (one.rank(&a.grid), other.rank(&b.grid));
        prop_assert_eq!(places(&then), places(&then_too));
        let names = |loaded: &Loaded, some: &[usize]| {
            let mut names: Vec<String> = some.iter().map(|at| loaded.submissions.id(*at).to_owned()).collect();
            names.sort();
            names
        };
        let (a, b) = (compare(&one.rank(&one.grid), &then), compare(&other.rank(&other.grid), &then_too));
        prop_assert_eq!(names(&one, &a.shift.enters), names(&other, &b.shift.enters));
        prop_assert_eq!(names(&one, &a.shift.leaves), names(&other, &b.shift.leaves));
        prop_assert_eq!((a.overlap, a.paired, a.crossings.len()), (b.overlap, b.paired, b.crossings.len()));
        match (a.tau, b.tau) {
            (Some(Ok(a)), Some(Ok(b))) => prop_assert!((a - b).abs() < 1e-12),
            (a, b) => prop_assert_eq!(a, b),
        }
        // Differences add up to the gaps.
        for crossing in &a.crossings {
            let sum = |side: fn(&grille::analyse::compare::Line) -> &Option<Exact>| {
                crossing.lines.iter().filter_map(|line| side(line).clone()).sum::<Exact>()
            };
            prop_assert_eq!(&sum(|line| &line.before) + &crossing.between.0, crossing.gap.0.clone());
            prop_assert_eq!(&sum(|line| &line.after) + &crossing.between.1, crossing.gap.1.clone());
            prop_assert!(!crossing.gap.1.is_negative());
        }
    }
}
