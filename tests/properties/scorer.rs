//! Another scorer, as short as it can be: from the specification of a call to its result, by big rationals alone. It
//! shares no code with the library.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero as _;

use crate::language::{Call, Dec, Missing, Scale, Submission, Table};

pub fn rational(dec: Dec) -> BigRational {
    BigRational::new(dec.mantissa.into(), BigInt::from(10).pow(dec.scale))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Ranked { rank: usize, tied: bool, status: Option<&'static str> },
    Excluded,
    Unrated,
}

/// One submission's result.
#[derive(Debug, Clone)]
pub struct Result {
    pub total: Option<BigRational>,
    pub points: Vec<Option<BigRational>>,
    pub standing: Standing,
}

/// The results, one a submission; `None` where the grid calls a missing mark an error and one is missing.
pub fn results(call: &Call) -> Option<Vec<Result>> {
    let grid = &call.grid;
    let lacking = |submission: &Submission| {
        let marked = (0..grid.criteria.len()).filter(|at| !matches!(grid.criteria[*at].scale, Scale::Counts(_)));
        marked.into_iter().any(|at| marks(call, submission, at).len() < grid.quorum)
    };
    if grid.missing == Missing::Error && call.submissions.iter().any(lacking) {
        return None;
    }
    let mut results: Vec<Result> = call.submissions.iter().map(|submission| score(call, submission)).collect();
    let ranked: Vec<usize> = (0..results.len()).filter(|&at| matches!(results[at].standing, Standing::Ranked { .. })).collect();
    // Above and beside are counted, not sorted.
    let places: Vec<(usize, Standing)> = ranked
        .iter()
        .map(|&mine| {
            let order = |other: &usize| compare(call, &results[*other], &results[mine]);
            let above: Vec<usize> = ranked.iter().copied().filter(|other| order(other) == Ordering::Greater).collect();
            let equal = ranked.iter().filter(|other| order(other) == Ordering::Equal).count();
            let mut groups: Vec<usize> = Vec::new();
            for &other in &above {
                if groups.iter().all(|&known| compare(call, &results[known], &results[other]) != Ordering::Equal) {
                    groups.push(other);
                }
            }
            let status = call.places.map(|places| {
                if above.len() + equal <= places {
                    "in"
                } else if above.len() >= places {
                    "out"
                } else {
                    "tied-at-cut"
                }
            });
            let rank = 1 + if grid.dense { groups.len() } else { above.len() };
            (mine, Standing::Ranked { rank, tied: equal > 1, status })
        })
        .collect();
    for (at, standing) in places {
        results[at].standing = standing;
    }
    Some(results)
}

/// More is better: the total, then the chain; a criterion without points is below any with some.
fn compare(call: &Call, a: &Result, b: &Result) -> Ordering {
    let chain = call.grid.ties.iter().map(|&tie| a.points[tie].cmp(&b.points[tie]));
    std::iter::once(a.total.cmp(&b.total)).chain(chain).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn marks(call: &Call, submission: &Submission, criterion: usize) -> Vec<BigRational> {
    let scale = &call.grid.criteria[criterion].scale;
    let given = submission.marks[..call.marking()].iter().filter_map(|marks| marks[criterion]);
    given.map(|position| rational(scale.mark(position).0)).collect()
}

fn brackets(table: &Table, count: u32) -> BigRational {
    let line = table.lines.iter().find(|(bound, _)| count >= *bound);
    rational(line.map_or(table.rest, |(_, points)| *points))
}

fn score(call: &Call, submission: &Submission) -> Result {
    let grid = &call.grid;
    let (mut failed, mut undecided) = (false, false);
    if grid.gate {
        failed |= submission.kind == Some('c');
        undecided |= submission.kind.is_none();
    }
    let mut points = Vec::new();
    for (at, criterion) in grid.criteria.iter().enumerate() {
        let weight = rational(criterion.weight);
        // The value that a minimum looks at, the points, and the bottom of the scale.
        let (value, mut gained, bottom) = match &criterion.scale {
            Scale::Counts(tables) => {
                let counts: Option<Vec<u32>> = (0..tables.len()).map(|table| submission.counts[at][table]).collect();
                let gained =
                    counts.as_ref().map(|counts| counts.iter().zip(tables).map(|(count, table)| brackets(table, *count)).sum());
                let value = counts.map(|counts| BigRational::from_integer(counts[0].into()));
                (value, gained, BigRational::zero())
            }
            scale => {
                let given = marks(call, submission, at);
                let mean = (given.len() >= grid.quorum)
                    .then(|| given.iter().sum::<BigRational>() / BigRational::from_integer(given.len().into()));
                let (bottom, top) = match scale {
                    Scale::Points { points, .. } => (Dec::new(0, 0), *points),
                    // Falling: the bottom is where no point is earned.
                    Scale::Range { min, max, lowest, .. } => {
                        if *lowest {
                            (*max, *min)
                        } else {
                            (*min, *max)
                        }
                    }
                    Scale::Levels(levels) => (Dec::new(0, 0), *levels.iter().max_by_key(|level| level.mantissa).expect("levels")),
                    Scale::YesNo { yes, no } => {
                        if yes.mantissa > no.mantissa {
                            (*no, *yes)
                        } else {
                            (*yes, *no)
                        }
                    }
                    Scale::Counts(_) => unreachable!(),
                };
                let (bottom, top) = (rational(bottom), rational(top));
                let gained = mean.clone().map(|mark| (mark - &bottom) / (&top - &bottom) * &weight);
                (mean, gained, bottom)
            }
        };
        let counted = value.or_else(|| (grid.missing == Missing::Lowest).then_some(bottom));
        if gained.is_none() && grid.missing == Missing::Lowest {
            gained = Some(BigRational::zero());
        }
        if let Some(minimum) = criterion.minimum {
            match counted {
                Some(value) => failed |= value < rational(minimum),
                None => undecided = true,
            }
        }
        points.push(gained);
    }
    let total = if grid.missing == Missing::Reweight {
        let given: Vec<usize> = (0..points.len()).filter(|&at| points[at].is_some()).collect();
        let weight: BigRational = given.iter().map(|&at| rational(grid.criteria[at].weight)).sum();
        let sum: BigRational = given.iter().filter_map(|&at| points[at].clone()).sum();
        (!weight.is_zero()).then(|| sum * rational(grid.total) / weight)
    } else {
        points.iter().cloned().sum::<Option<BigRational>>()
    };
    undecided |= total.is_none();
    if let (Some(pass), Some(total)) = (grid.pass, &total) {
        failed |= *total < rational(pass);
    }
    let standing = if failed {
        Standing::Excluded
    } else if undecided {
        Standing::Unrated
    } else {
        Standing::Ranked { rank: 0, tied: false, status: None }
    };
    Result { total, points, standing }
}
