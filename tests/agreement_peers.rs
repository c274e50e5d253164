//! The statistics of agreement beside those of other programs, on the tables that `benches/peers/agreement.sh` makes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a failing test should stop at once; the script that runs this one shows what was compared"
)]

use grille::analyse::agreement::{
    Anova, Measurement, Ratings, alpha, anova, bootstrap, calibrate, concordance, islands, mean_tau_b, severities,
};

const TOLERANCE: f64 = 1e-9;

fn table(text: &str) -> Ratings {
    let mark = |word: &str| (word != ".").then(|| word.parse().unwrap());
    let rows: Vec<Vec<Option<f64>>> = text.split('/').map(|row| row.split_whitespace().map(mark).collect()).collect();
    Ratings::new(rows[0].len(), rows).unwrap()
}

fn words(numbers: impl IntoIterator<Item = Option<f64>>) -> Vec<Option<f64>> {
    numbers.into_iter().collect()
}

/// What the peer says: nothing where it does not answer; else one number or several, each of which may be undefined.
fn said(cell: &str) -> Option<Vec<Option<f64>>> {
    let number = |word: &str| (word != ".").then(|| word.parse().unwrap());
    match cell {
        "?" => None,
        "" => Some(vec![None]),
        _ => Some(cell.split(' ').map(number).collect()),
    }
}

fn agree(ours: &[Option<f64>], theirs: &[Option<f64>]) -> bool {
    let near = |(ours, theirs): (&Option<f64>, &Option<f64>)| match (ours, theirs) {
        (Some(ours), Some(theirs)) => (ours - theirs).abs() <= TOLERANCE,
        (ours, theirs) => ours.is_none() && theirs.is_none(),
    };
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(near)
}

/// Our numbers for a column of the file.
fn ours(column: &str, ratings: &Ratings, case: u64) -> Vec<Option<f64>> {
    let one = |number: Option<f64>| vec![number];
    let count = |count: usize| u32::try_from(count).ok().map(f64::from);
    let of_alpha = |measurement| one(alpha(ratings, measurement).ok());
    let interval = || bootstrap(ratings, case, 200, |ratings| alpha(ratings, Measurement::Interval).ok());
    let anova = anova(ratings).ok();
    let concordance = concordance(ratings).ok();
    let pairwise = mean_tau_b(ratings);
    match column {
        "nominal" => of_alpha(Measurement::Nominal),
        "ordinal" => of_alpha(Measurement::Ordinal),
        "interval" => of_alpha(Measurement::Interval),
        "ratio" => of_alpha(Measurement::Ratio),
        "icc_single" => one(anova.as_ref().and_then(|anova| Anova::single(anova).ok())),
        "icc_average" => one(anova.as_ref().and_then(|anova| Anova::average(anova).ok())),
        "w" => one(concordance.map(|found| found.corrected)),
        "w_uncorrected" => one(concordance.map(|found| found.uncorrected)),
        "tau" => one(pairwise.mean.ok()),
        "tau_pairs" => words([pairwise.defined, pairwise.undefined, pairwise.apart].map(count)),
        "islands" => one(count(islands(ratings).len())),
        "effects" => calibrate(ratings).map_or_else(|_| one(None), |found| found.effects),
        "deviation" => one(calibrate(ratings).ok().and_then(|found| found.deviation)),
        "severity" => words(severities(ratings).iter().map(|rater| rater.deviation)),
        "low" => one(interval().map(|found| found.low)),
        "high" => one(interval().map(|found| found.high)),
        "draws_used" => one(interval().and_then(|found| count(found.draws_used))),
        other => panic!("an unknown column: {other}"),
    }
}

#[test]
#[ignore = "needs the numbers of benches/peers/agreement.sh"]
fn other_programs_say_the_same() {
    let path = std::env::var("GRILLE_PEERS").expect("GRILLE_PEERS names the file that benches/peers/agreement.sh makes");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let columns: Vec<String> = reader.headers().unwrap().iter().map(ToOwned::to_owned).collect();
    // Tables, numbers compared and questions left open, a column each.
    let mut told = vec![(0usize, 0usize, 0usize); columns.len()];
    let mut wrong = Vec::new();
    for record in reader.records() {
        let record = record.unwrap();
        let case: u64 = record[0].parse().unwrap();
        let ratings = table(&record[1]);
        for (at, column) in columns.iter().enumerate().skip(2) {
            let Some(theirs) = said(&record[at]) else {
                told[at].2 += 1;
                continue;
            };
            told[at].0 += 1;
            told[at].1 += theirs.iter().flatten().count();
            let ours = ours(column, &ratings, case);
            if !agree(&ours, &theirs) {
                wrong.push(format!("case {case}, {column}: {ours:?} and not {theirs:?} for {}", &record[1]));
            }
        }
    }
    for (column, (tables, numbers, open)) in columns.iter().zip(&told).skip(2) {
        println!("{column:14} {tables:4} tables, {numbers:4} numbers, {open:4} not asked");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(told.iter().skip(2).all(|(_, numbers, _)| *numbers > 0), "every column compares some number");
}
