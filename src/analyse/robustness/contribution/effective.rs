//! What each criterion contributes to the spread of totals, beside what it weighs: a criterion on which all are alike decides
//! nothing, whatever its weight.

use rayon::prelude::*;

use crate::analyse::real::approximate;
use crate::model::{Item, Role};
use crate::number::Exact;
use crate::score::Ranking;

/// Nominal and effective weights of a ranking. Statistics: they decide nothing.
///
/// The effective weight of a criterion is its covariance share: with its points x and the totals S of the ranked,
/// Cov(x, S) ÷ Var(S). Since S is the sum of the x and of what stands beside them, the shares and the remainder add up to 1. A share
/// is negative where the criterion works against the total. Whether the variance is the population's or a sample's makes no
/// difference to the ratio. Where tracks are ranked apart, deviations are from the mean of each track and are then pooled.
///
/// After P. Paruolo, M. Saisana, A. Saltelli, "Ratings and rankings: voodoo or science?", *Journal of the Royal Statistical Society*
/// A 176(3) (2013), who compare nominal weights with a nonlinear measure (the correlation ratio); the totals here are sums, for which
/// the linear share is exact and adds up.
#[derive(Debug, Clone)]
pub struct Effective {
    /// How many ranked submissions it rests upon.
    pub submissions: usize,
    /// One a criterion that counts, in the order of the grid.
    pub rows: Vec<Weighing>,
    /// The share of what stands between the lines and the totals (caps, shared weight, declared roundings); `None` where nothing
    /// does.
    pub remainder: Option<f64>,
}

/// One criterion.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// The criterion, by index.
    pub criterion: usize,
    /// Its part of the grid's total as published, from 0 to 1: the mean over the ranked where tracks weigh it differently. `None`
    /// for a bonus or a malus, which is not a part of it.
    pub nominal: Option<Exact>,
    /// Its covariance share; 1 is all of the spread of totals.
    pub effective: f64,
    /// The mean of the shares of its points that the ranked reach, from 0 to 1; `None` where none has any.
    pub mean: Option<f64>,
    /// The standard deviation of those shares (of the population), within tracks that are ranked apart.
    pub deviation: Option<f64>,
    /// Whether all who are ranked together have the same share: it then decides nothing between them.
    pub alike: bool,
}

/// Why there are no effective weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEffect {
    /// The weights of the grid make no total.
    NoTotal,
    /// Fewer than three submissions have a total and are ranked: how many have.
    TooFew(usize),
    /// All who are ranked together have the same total.
    NoSpread,
}

/// So many are needed before a spread says anything.
const FEWEST: usize = 3;

/// A criterion is told as grossly other than it weighs where its effective weight is under half or over double of its nominal one,
/// and differs from it by this much of the whole at least.
const GROSS: f64 = 0.05;

impl Weighing {
    /// Whether it decides grossly less (`Some(false)`) or more (`Some(true)`) than it weighs: under half or over double, and by 5
    /// points of 100 at least. `None` where it does not, or where all are alike, which says it better.
    pub fn gross(&self) -> Option<bool> {
        let nominal = approximate(self.nominal.as_ref()?);
        let apart = self.effective - nominal;
        // What was computed in another order must not tip a published limit.
        let far = apart.abs() >= GROSS - 1e-12;
        match () {
            () if self.alike || !far => None,
            () if self.effective > 2.0 * nominal => Some(true),
            () if self.effective < nominal / 2.0 => Some(false),
            () => None,
        }
    }
}

/// One ranked submission: of each criterion its points in the total, its share and its weight, and the total.
struct Row {
    points: Vec<f64>,
    shares: Vec<Option<Exact>>,
    weights: Vec<Exact>,
    total: f64,
}

/// The effective weights of a ranking.
///
/// # Errors
/// Why it has none.
pub fn effective(ranking: &Ranking<'_>) -> Result<Effective, NoEffect> {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    if !grid.has_total() {
        return Err(NoEffect::NoTotal);
    }
    let criteria: Vec<usize> = (0..grid.criteria.len()).filter(|at| !grid.stands_aside(Item::Criterion(*at))).collect();
    let row = |submission: usize| {
        let total = evaluation.total(submission)?;
        let tally = evaluation.tally(submission);
        let mut row = Row { points: Vec::new(), shares: Vec::new(), weights: Vec::new(), total: approximate(&total) };
        for line in criteria.iter().filter_map(|criterion| tally.lines.get(*criterion)) {
            let points = line.points.clone().map(|points| evaluation.in_sum(Item::Criterion(line.criterion), points));
            row.points.push(points.as_ref().map_or(0.0, approximate));
            row.shares.push(line.share.clone());
            row.weights.push(line.weight.clone());
        }
        Some(row)
    };
    let leagues: Vec<Vec<Row>> = ranking
        .leagues
        .iter()
        .map(|league| ranking.entries(league).par_iter().filter_map(|entry| row(entry.submission as usize)).collect())
        .collect();
    let count: usize = leagues.iter().map(Vec::len).sum();
    if count < FEWEST {
        return Err(NoEffect::TooFew(count));
    }
    let first = |league: &[Row]| league.first().map_or(0.0, |row| row.total);
    if leagues.iter().all(|league| league.iter().all(|row| row.total.total_cmp(&first(league)).is_eq())) {
        return Err(NoEffect::NoSpread);
    }
    let variance = covariance(&leagues, |row| row.total, |row| row.total);
    let of = |value: &dyn Fn(&Row) -> f64| covariance(&leagues, value, |row| row.total) / variance;
    let rows: Vec<Weighing> = criteria
        .iter()
        .enumerate()
        .map(|(at, &criterion)| {
            let points = |row: &Row| row.points.get(at).copied().unwrap_or(0.0);
            let share = |row: &Row| row.shares.get(at).cloned().flatten();
            let alike = leagues.iter().all(|league| league.windows(2).all(|pair| share(&pair[0]) == share(&pair[1])));
            let weighed = grid.is_weighed(criterion) && grid.role(Item::Criterion(criterion)) == Role::Weighed;
            let nominal = || {
                let all = leagues.iter().flatten().filter_map(|row| row.weights.get(at).cloned());
                let mean = all.sum::<Exact>().checked_div(&Exact::whole(i64::try_from(count).ok()?))?;
                mean.checked_div(&grid.total.into())
            };
            let (mean, deviation) = moments(&leagues, share);
            let nominal = if weighed { nominal() } else { None };
            Weighing { criterion, nominal, effective: of(&points), mean, deviation, alike }
        })
        .collect();
    let between = |row: &Row| row.total - row.points.iter().sum::<f64>();
    // What floating point leaves of nothing is nothing.
    let some = leagues.iter().flatten().any(|row| between(row).abs() > 1e-9 * (1.0 + row.total.abs()));
    Ok(Effective { submissions: count, rows, remainder: some.then(|| of(&between)) })
}

/// The sum of products of deviations from the mean of each league.
fn covariance(leagues: &[Vec<Row>], a: impl Fn(&Row) -> f64, b: impl Fn(&Row) -> f64) -> f64 {
    let within = |league: &Vec<Row>| {
        let (mean_a, mean_b) = (mean(league.iter().map(&a)), mean(league.iter().map(&b)));
        league.iter().map(|row| (a(row) - mean_a) * (b(row) - mean_b)).sum::<f64>()
    };
    leagues.iter().map(within).sum()
}

/// The mean of the shares there are, and their standard deviation from the mean of each league.
fn moments(leagues: &[Vec<Row>], share: impl Fn(&Row) -> Option<Exact>) -> (Option<f64>, Option<f64>) {
    let leagues: Vec<Vec<f64>> =
        leagues.iter().map(|league| league.iter().filter_map(|row| Some(approximate(&share(row)?))).collect()).collect();
    let count: usize = leagues.iter().map(Vec::len).sum();
    if count == 0 {
        return (None, None);
    }
    let squares: f64 = leagues
        .iter()
        .map(|league| {
            let mean = mean(league.iter().copied());
            league.iter().map(|share| (share - mean) * (share - mean)).sum::<f64>()
        })
        .sum();
    let all = mean(leagues.iter().flatten().copied());
    (Some(all), Some((squares / real(count)).sqrt()))
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    if count == 0 { 0.0 } else { sum / real(count) }
}

#[expect(clippy::cast_precision_loss, reason = "submissions stay far below 2^53")]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::*;
    use crate::score::loaded::{Loaded, load};

    /// Two criteria of 60 and 40, marked out of 10, and a bonus of 5; a row a submission.
    fn call(rules: &str, rows: &[[i64; 3]]) -> Loaded {
        let criterion = |id: &str, weight: i64, more: &str| {
            format!("\n[[criterion]]\nid = \"{id}\"\nlabel = \"{id}\"\nweight = {weight}\nscale = {{ points = 10 }}\n{more}\n")
        };
        let grid = format!(
            "[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"A test.\"\n{}{}{}\n[rules]\n{rules}\n",
            criterion("x", 60, ""),
            criterion("y", 40, ""),
            criterion("z", 5, "role = \"bonus\"")
        );
        let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"marks.csv\"\nplaces = 1\n";
        let (mut ids, mut marks) = (String::from("id,title\n"), String::from("submission,x,y,z"));
        for (at, [x, y, z]) in rows.iter().enumerate() {
            let _ = writeln!(ids, "P{at},");
            let _ = write!(marks, "\nP{at},{x},{y},{z}");
        }
        load(&grid, call, &ids, &marks)
    }

    fn shares(found: &Effective) -> Vec<f64> {
        found.rows.iter().map(|row| row.effective).collect()
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    /// By hand. Points of x: 6, 12, 24, of y: 4, 4, 4: all of the spread is that of x, whatever y weighs.
    #[test]
    fn what_is_the_same_for_all_decides_nothing() {
        let loaded = call("", &[[1, 1, 0], [2, 1, 0], [4, 1, 0]]);
        let found = effective(&loaded.rank()).unwrap();
        assert!(close(found.rows[0].effective, 1.0) && close(found.rows[1].effective, 0.0));
        assert_eq!(found.rows.iter().map(|row| row.alike).collect::<Vec<_>>(), [false, true, true]);
        assert_eq!(found.rows.iter().map(Weighing::gross).collect::<Vec<_>>(), [None, None, None], "1 is not over double of 0.6");
        assert_eq!(found.rows[0].nominal, Exact::ratio(6, 10));
        assert_eq!((found.rows[2].nominal.clone(), found.remainder, found.submissions), (None, None, 3));
        // Shares of x: 0.1, 0.2, 0.4, whose mean is 7/30 and whose variance is 7/450.
        assert!(close(found.rows[0].mean.unwrap(), 7.0 / 30.0));
        assert!(close(found.rows[0].deviation.unwrap(), (7.0f64 / 450.0).sqrt()));
    }

    /// By hand. x: 0, 12, 24 and y: 16, 8, 0 make 16, 20, 24: Var(S) = 32/3, Cov(x, S) = 32, Cov(y, S) = −64/3.
    #[test]
    fn a_criterion_may_work_against_the_total() {
        let loaded = call("", &[[0, 4, 0], [2, 2, 0], [4, 0, 0]]);
        let found = effective(&loaded.rank()).unwrap();
        assert!(close(found.rows[0].effective, 3.0) && close(found.rows[1].effective, -2.0));
        assert_eq!((found.rows[0].gross(), found.rows[1].gross()), (Some(true), Some(false)));
    }

    #[test]
    fn without_spread_or_with_too_few_it_says_why() {
        assert_eq!(effective(&call("", &[[1, 1, 0], [2, 1, 0]]).rank()).unwrap_err(), NoEffect::TooFew(2));
        assert_eq!(effective(&call("", &[[1, 1, 0]; 4]).rank()).unwrap_err(), NoEffect::NoSpread);
    }

    #[test]
    fn gross_is_under_half_or_over_double_and_five_points() {
        let gross = |nominal: i64, effective: f64| {
            let nominal = Exact::ratio(nominal, 100);
            Weighing { criterion: 0, nominal, effective, mean: None, deviation: None, alike: false }.gross()
        };
        assert_eq!((gross(20, 0.41), gross(20, 0.40), gross(20, 0.09), gross(20, 0.10)), (Some(true), None, Some(false), None));
        assert_eq!((gross(4, 0.085), gross(4, 0.09), gross(9, 0.041), gross(10, 0.0499)), (None, Some(true), None, Some(false)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        /// Against Cov(x, S) ÷ Var(S) worked out with exact numbers, with a cap that stands between the lines and the total.
        #[test]
        fn shares_add_up_to_one(rows in proptest::collection::vec(proptest::array::uniform3(0i64..=10), 3..8), cap in proptest::option::of(40i64..=80)) {
            let rules = cap.map_or(String::new(), |cap| format!("at_most = {cap}"));
            let loaded = call(&rules, &rows);
            let ranking = loaded.rank();
            let points = |row: &[i64; 3]| [Exact::whole(6 * row[0]), Exact::whole(4 * row[1]), Exact::ratio(row[2], 2).unwrap()];
            let total = |row: &[i64; 3]| {
                let sum: Exact = points(row).into_iter().sum();
                cap.map_or(sum.clone(), |cap| sum.min(Exact::whole(cap)))
            };
            let count = Exact::whole(i64::try_from(rows.len()).unwrap());
            let mean = |values: &[Exact]| values.iter().cloned().sum::<Exact>().checked_div(&count).unwrap();
            let cov = |a: &[Exact], b: &[Exact]| {
                let (mean_a, mean_b) = (mean(a), mean(b));
                a.iter().zip(b).map(|(a, b)| &(a - &mean_a) * &(b - &mean_b)).sum::<Exact>()
            };
            let totals: Vec<Exact> = rows.iter().map(total).collect();
            let variance = cov(&totals, &totals);
            match effective(&ranking) {
                Err(why) => prop_assert_eq!((why, variance.is_zero()), (NoEffect::NoSpread, true)),
                Ok(found) => {
                    let own = |at: usize| rows.iter().map(|row| points(row)[at].clone()).collect::<Vec<_>>();
                    for (at, share) in shares(&found).into_iter().enumerate() {
                        let exact = cov(&own(at), &totals).checked_div(&variance).unwrap();
                        prop_assert!((share - approximate(&exact)).abs() < 1e-9);
                    }
                    let sum = shares(&found).iter().sum::<f64>() + found.remainder.unwrap_or(0.0);
                    prop_assert!(close(sum, 1.0), "{sum}");
                    let capped = rows.iter().any(|row| points(row).into_iter().sum::<Exact>() != total(row));
                    prop_assert_eq!(found.remainder.is_some(), capped);
                }
            }
        }
    }
}
