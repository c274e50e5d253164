//! The two roads to a total, integers over one denominator and exact rationals, held together on random calls.

use proptest::prelude::*;

use super::evaluate::Totals;
use super::loaded::{Loaded, load};
use super::matrix::Matrix;
use super::{Evaluation, LeftOut, Ranking, rank};
use crate::number::{Decimal, Exact};

impl Loaded {
    fn on_road(&self, integers: bool) -> Ranking<'_> {
        rank(Evaluation::on_road(&self.grid, &self.call, &self.submissions, &self.ledger, integers))
    }

    /// Whether integers were enough.
    fn on_integers(&self) -> bool {
        matches!(self.on_road(true).evaluation.totals(), Totals::Integers { .. })
    }
}

/// One criterion: its weight, its scale in TOML, and its marks.
#[derive(Debug, Clone)]
struct Line {
    weight: Decimal,
    scale: String,
    marks: Vec<Vec<Option<Decimal>>>,
}

fn decimal(mantissa: i64, scale: u8) -> Decimal {
    Decimal::new(mantissa, scale).unwrap()
}

/// Marks in `0..=top` with so many decimals: a few close to each other, some anywhere.
fn line(reviewers: usize, submissions: usize) -> impl Strategy<Value = Line> {
    let decimals = prop_oneof![4 => 0u8..=2, 1 => 3u8..=15];
    (1i64..=60, 0u8..=2, 1i64..=99, decimals, any::<bool>(), any::<bool>()).prop_flat_map(
        move |(weight, weight_scale, top, decimals, from_zero, lowest)| {
            let most = top * 10i64.pow(u32::from(decimals));
            let mark = proptest::option::weighted(0.9, prop_oneof![0..=most, 0..=most.min(3)]);
            let marks = proptest::collection::vec(proptest::collection::vec(mark, reviewers), submissions);
            marks.prop_map(move |marks| {
                // A range may begin below zero: the same marks, lower.
                let low = if from_zero { 0 } else { 7 };
                let scale = if from_zero {
                    format!("{{ points = {top} }}")
                } else {
                    format!("{{ min = -{low}, max = {}{} }}", top - low, if lowest { ", best = \"lowest\"" } else { "" })
                };
                let shift = low * 10i64.pow(u32::from(decimals));
                let value = |mark: Option<i64>| mark.map(|mark| decimal(mark - shift, decimals));
                let marks = marks.into_iter().map(|marks| marks.into_iter().map(value).collect()).collect();
                Line { weight: decimal(weight, weight_scale), scale, marks }
            })
        },
    )
}

fn loaded(lines: &[Line], reviewers: usize, submissions: usize, rules: &str) -> Loaded {
    use std::fmt::Write as _;
    let total: Exact = lines.iter().map(|line| Exact::from(line.weight)).sum();
    let mut grid = format!(
        "[grid]\nid = \"roads\"\nversion = \"1\"\ntitle = \"Roads\"\nsource = \"A test.\"\ntotal = {}\n",
        total.to_exact_text()
    );
    for (at, line) in lines.iter().enumerate() {
        let _ = write!(
            grid,
            "\n[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {}\nscale = {}\n",
            line.weight, line.scale
        );
    }
    let _ = write!(grid, "\n[rules]\nties = [\"c0\"]\n{rules}\n");
    let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"marks.csv\"\nplaces = 2\n\n[notation]\ndecimal = \"point\"\n";
    let mut rows = String::from("id,title\n");
    let mut marks = String::from("submission,reviewer");
    for at in 0..lines.len() {
        let _ = write!(marks, ",c{at}");
    }
    for submission in 0..submissions {
        let _ = writeln!(rows, "S{submission},");
        for reviewer in 0..reviewers {
            let _ = write!(marks, "\nS{submission},R{reviewer}");
            for line in lines {
                let mark = line.marks[submission][reviewer];
                let _ = write!(marks, ",{}", mark.map_or_else(String::new, |mark| mark.to_string()));
            }
        }
    }
    load(&grid, call, &rows, &marks)
}

fn compare(loaded: &Loaded) -> Result<(), TestCaseError> {
    let (integers, exact) = (loaded.on_road(true), loaded.on_road(false));
    prop_assert!(matches!(exact.evaluation.totals(), Totals::Exact(_)));
    prop_assert_eq!(&integers.ranked, &exact.ranked);
    prop_assert_eq!(&integers.excluded, &exact.excluded);
    prop_assert_eq!(&integers.unrated, &exact.unrated);
    for submission in 0..loaded.submissions.len() {
        prop_assert_eq!(integers.evaluation.total(submission), exact.evaluation.total(submission));
        prop_assert_eq!(integers.evaluation.lacks(submission), exact.evaluation.lacks(submission));
        let mut sum = Some(Exact::ZERO);
        for criterion in 0..loaded.grid.criteria.len() {
            let points = integers.evaluation.points(submission, criterion);
            prop_assert_eq!(&points, &exact.evaluation.points(submission, criterion));
            prop_assert_eq!(&points, &integers.evaluation.line(submission, criterion).points);
            sum = sum.zip(points).map(|(sum, points)| sum + points);
        }
        if integers.evaluation.left_out(submission, LeftOut::Missing).is_zero() {
            prop_assert_eq!(sum, integers.evaluation.total(submission));
        }
        for bar in integers.evaluation.bars() {
            prop_assert_eq!(integers.evaluation.outcome(submission, bar), exact.evaluation.outcome(submission, bar));
            prop_assert_eq!(integers.evaluation.margin(submission, bar), exact.evaluation.margin(submission, bar));
        }
    }
    if let Some(matrix) = Matrix::new(&integers.evaluation) {
        for submission in 0..loaded.submissions.len() {
            let row: Vec<Option<Exact>> = matrix.row(submission).iter().map(|&value| matrix.exact(value)).collect();
            let points = (0..loaded.grid.criteria.len()).map(|criterion| exact.evaluation.points(submission, criterion));
            let expected: Vec<Option<Exact>> = points.chain([exact.evaluation.total(submission)]).collect();
            prop_assert_eq!(row, expected);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_roads_lead_to_the_same_place(
        (reviewers, submissions, lines) in (1usize..=4, 0usize..=6).prop_flat_map(|(reviewers, submissions)| {
            (Just(reviewers), Just(submissions), proptest::collection::vec(line(reviewers, submissions), 1..5))
        }),
        missing in prop_oneof![Just("unrated"), Just("reweight"), Just("lowest")],
        quorum in 1usize..=2,
        pass in 20i64..=90,
    ) {
        let total: Exact = lines.iter().map(|line| Exact::from(line.weight)).sum();
        let pass = (&total * &Exact::ratio(pass, 100).unwrap()).to_exact_text();
        let rules = format!("missing = \"{missing}\"\npanel = {{ quorum = {quorum} }}\npass = {{ total = {pass} }}");
        compare(&loaded(&lines, reviewers, submissions, &rules))?;
    }
}

#[test]
fn integers_serve_while_they_fit() {
    let line = |scale: &str, marks: &[Decimal]| Line {
        weight: decimal(47, 0),
        scale: scale.to_owned(),
        marks: marks.iter().map(|mark| vec![Some(*mark), Some(decimal(1, 0)), Some(decimal(0, 0))]).collect(),
    };
    let plain = line("{ min = 0, max = 7 }", &[decimal(35, 1), decimal(2, 0)]);
    let small = loaded(&[plain.clone(), plain.clone()], 3, 2, "");
    assert!(small.on_integers() && Matrix::new(&small.on_road(true).evaluation).is_some());
    compare(&small).unwrap();
    // Eighteen digits over sevenths and thirds do not fit 64 bits.
    let long = line("{ min = 0, max = 7 }", &[decimal(333_333_333_333_333_333, 17), decimal(333_333_333_333_333_334, 17)]);
    let large = loaded(&[long, plain], 3, 2, "");
    assert!(!large.on_integers());
    compare(&large).unwrap();
}
