//! What draws find, for programs. Counts of draws are whole numbers, so that any share, and its error, can be made of them.

use serde::Serialize;

use super::super::{Line, Number, number};
use crate::analyse::robustness::{Drawn, Pairs, Region, Row, Simulation, Undrawable, Undrawn};
use crate::number::Exact;
use crate::report::figure;
use crate::score::Ranking;

/// A simulation, as it stands in a document. Everything called `selected`, `tied`, `unranked`, `first`, `counts`, `ahead`,
/// `behind`, `draws` and `same` counts draws.
#[derive(Serialize)]
pub(super) struct Simulated<'a> {
    drawn: &'static str,
    draws: u32,
    seed: u64,
    /// At most, at 95 %, as a share.
    error: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<Weights<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewers: Option<usize>,
    /// Draws that select exactly the published set; absent without a cut-line.
    #[serde(skip_serializing_if = "Option::is_none")]
    same: Option<u32>,
    /// How many ranks are counted one by one, from the first.
    ranks: usize,
    submissions: Vec<Submission<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sets: Option<Sets<'a>>,
    /// A row a submission, a column a submission, both in the order of `submissions`: the draws in which the row is ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    ahead: Option<Vec<Line<&'a [u32]>>>,
    /// With many submissions, neighbours in the published ranking only.
    #[serde(skip_serializing_if = "Option::is_none")]
    neighbours: Option<Vec<Neighbours<'a>>>,
}

#[derive(Serialize)]
struct Weights<'a> {
    criteria: Vec<&'a str>,
    /// In points of the total.
    published: Vec<Number>,
    region: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Vec<Number>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Vec<Number>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<Vec<Vec<&'a str>>>,
}

#[derive(Serialize)]
struct Submission<'a> {
    id: &'a str,
    /// As published.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    selected: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tied: Option<u32>,
    unranked: u32,
    first: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_rank: Option<serde_json::Number>,
    /// The first rank that it has in some draw, and from there on how often it has each.
    #[serde(skip_serializing_if = "Option::is_none")]
    acceptability: Option<Acceptability<'a>>,
    /// One a criterion, in points of the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    central_weights: Option<Line<Vec<serde_json::Number>>>,
}

#[derive(Serialize)]
struct Acceptability<'a> {
    from: usize,
    counts: Line<&'a [u32]>,
}

#[derive(Serialize)]
struct Sets<'a> {
    distinct: usize,
    most_frequent: Vec<Set<'a>>,
}

#[derive(Serialize)]
struct Set<'a> {
    draws: u32,
    published: bool,
    selected: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tied: Vec<&'a str>,
}

#[derive(Serialize)]
struct Neighbours<'a> {
    above: &'a str,
    below: &'a str,
    ahead: u32,
    behind: u32,
}

/// The projection of a simulation.
pub(super) fn simulated<'a>(ranking: &'a Ranking<'a>, found: &'a Simulation) -> Simulated<'a> {
    let evaluation = &ranking.evaluation;
    let id = |submission: usize| evaluation.submissions.id(submission);
    let ids = |submissions: &[usize]| submissions.iter().map(|one| id(*one)).collect::<Vec<&str>>();
    let real = |value: f64| number(&figure(value)).value;
    let submission = |row: &'a Row| Submission {
        id: id(row.submission),
        rank: row.published,
        selected: found.cut.then_some(row.selected),
        tied: found.cut.then_some(row.tied),
        unranked: row.unranked,
        first: row.first,
        expected_rank: row.expected_rank.map(real),
        acceptability: acceptability(found.rank_counts(row)),
        central_weights: row.central.as_ref().map(|central| Line(central.iter().copied().map(real).collect())),
    };
    let set = |set: &crate::analyse::robustness::SelectedSet| Set {
        draws: set.draws,
        published: set.published,
        selected: ids(&set.selected),
        tied: ids(&set.tied),
    };
    let (ahead, neighbours) = match &found.pairs {
        Pairs::All(all) => (Some(all.iter().map(|row| Line(row.as_slice())).collect()), None),
        Pairs::Neighbours(pairs) => {
            let of = |row: usize| found.rows.get(row).map_or("", |row| id(row.submission));
            let own = pairs.iter().map(|(above, below, ahead, behind)| Neighbours {
                above: of(*above),
                below: of(*below),
                ahead: *ahead,
                behind: *behind,
            });
            (None, Some(own.collect()))
        }
    };
    Simulated {
        drawn: match found.drawn {
            Drawn::Weights => "weights",
            Drawn::Panel => "panel",
            Drawn::Both => "both",
        },
        draws: found.draws,
        seed: found.seed,
        error: number(&figure(found.worst_error())),
        weights: found.region.as_ref().map(|region| weights(ranking, found, region)),
        reviewers: found.reviewers,
        same: found.cut.then_some(found.same),
        ranks: found.ranks,
        submissions: found.rows.iter().map(submission).collect(),
        sets: found.cut.then(|| Sets { distinct: found.distinct, most_frequent: found.sets.iter().map(set).collect() }),
        ahead,
        neighbours,
    }
}

/// Counts of ranks without the zeros at both ends.
fn acceptability(counts: &[u32]) -> Option<Acceptability<'_>> {
    let first = counts.iter().position(|count| *count > 0)?;
    let last = counts.iter().rposition(|count| *count > 0)?;
    Some(Acceptability { from: first + 1, counts: Line(counts.get(first..=last)?) })
}

fn weights<'a>(ranking: &'a Ranking<'a>, found: &'a Simulation, region: &'a Region) -> Weights<'a> {
    let grid = ranking.evaluation.grid;
    let id = |place: usize| {
        let criterion = found.criteria.get(place).and_then(|criterion| grid.criteria.get(*criterion));
        criterion.map_or("", |criterion| criterion.id.as_str())
    };
    let bounds = |of: fn(&(Exact, Exact)) -> &Exact| match region {
        Region::Between(bounds) => Some(bounds.iter().map(|pair| number(of(pair))).collect()),
        Region::All | Region::Order(_) => None,
    };
    Weights {
        criteria: (0..found.criteria.len()).map(id).collect(),
        published: found.weights.iter().map(number).collect(),
        region: match region {
            Region::All => "all",
            Region::Between(_) => "between",
            Region::Order(_) => "order",
        },
        low: bounds(|pair| &pair.0),
        high: bounds(|pair| &pair.1),
        order: match region {
            Region::Order(blocks) => Some(blocks.iter().map(|block| block.iter().copied().map(id).collect()).collect()),
            Region::All | Region::Between(_) => None,
        },
    }
}

/// The stable word for why there is nothing to draw.
pub(super) const fn undrawn_code(why: Undrawn) -> &'static str {
    match why {
        Undrawn::NoRanks => "no-ranks",
        Undrawn::NoTotal => "no-total",
        Undrawn::Tracks => "tracks",
        Undrawn::Capped(_) => "capped",
        Undrawn::OneCriterion => "one-criterion",
        Undrawn::Region(Undrawable::Impossible) => "impossible",
        Undrawn::Region(Undrawable::Narrow) => "narrow",
        Undrawn::Region(Undrawable::Fine) => "fine",
        Undrawn::Reviewers => "reviewers",
    }
}
