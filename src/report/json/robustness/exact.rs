//! The exact answers: intervals, smallest moves, possible ranks.

use serde::Serialize;

use super::super::{Number, number};
use super::item_id;
use crate::analyse::robustness::{Can, End, Event, Exactly, Interval, Reach, Reweighing};
use crate::model::Item;
use crate::report::reasons;
use crate::score::{Evaluation, Ranking};

#[derive(Serialize)]
pub(super) struct Exact<'a> {
    /// What changes the selection with the least weight moved; absent where nothing does, or where it is undecided.
    #[serde(skip_serializing_if = "Option::is_none")]
    smallest_move: Option<Move<'a>>,
    /// Likewise, the first place.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_place_move: Option<Move<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    intervals: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    neighbours: Vec<Neighbours<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    possible: Option<Vec<Possible<'a>>>,
    /// Pairs that no admissible weights reorder.
    #[serde(skip_serializing_if = "Option::is_none")]
    always: Option<Vec<Always<'a>>>,
    /// How many nodes each search looked at, at most.
    nodes: usize,
}

#[derive(Serialize)]
struct Move<'a> {
    points: Number,
    event: Happens<'a>,
    weights: Vec<Weight<'a>>,
}

#[derive(Serialize)]
struct Weight<'a> {
    criterion: &'a str,
    published: Number,
    #[serde(rename = "weight")]
    then: Number,
    change: Number,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Happens<'a> {
    /// The two tie; beyond, the first is above.
    Overtakes { above: &'a str, below: &'a str },
    /// The two tie, and go no further.
    Levels { above: &'a str, below: &'a str },
    /// It misses a threshold beyond.
    Fails { submission: &'a str, threshold: String },
    /// It meets a threshold from here on.
    Passes { submission: &'a str, threshold: String },
}

#[derive(Serialize)]
struct Row<'a> {
    item: &'a str,
    kind: &'static str,
    weight: Number,
    most: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    selection: Option<Span<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_place: Option<Span<'a>>,
    order: Span<'a>,
}

#[derive(Serialize)]
struct Span<'a> {
    low: Limit<'a>,
    high: Limit<'a>,
}

#[derive(Serialize)]
struct Limit<'a> {
    at: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<Happens<'a>>,
}

#[derive(Serialize)]
struct Neighbours<'a> {
    above: Vec<&'a str>,
    below: Vec<&'a str>,
    /// Between which weights of each criterion or group they stay in this order.
    intervals: Vec<PairSpan<'a>>,
    #[serde(rename = "move", skip_serializing_if = "Option::is_none")]
    shift: Option<Move<'a>>,
}

#[derive(Serialize)]
struct PairSpan<'a> {
    item: &'a str,
    low: Number,
    high: Number,
}

#[derive(Serialize)]
struct Possible<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    best: Rank<'a>,
    worst: Rank<'a>,
    can_be_selected: Answer<'a>,
    can_be_left_out: Answer<'a>,
    always_above: usize,
    always_below: usize,
}

#[derive(Serialize)]
struct Rank<'a> {
    /// Found with some weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<usize>,
    /// No weights go further than this.
    proven: usize,
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<Vec<Weight<'a>>>,
}

#[derive(Serialize)]
struct Answer<'a> {
    answer: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<Vec<Weight<'a>>>,
}

#[derive(Serialize)]
struct Always<'a> {
    above: &'a str,
    below: &'a str,
}

pub(super) fn exact<'a>(ranking: &Ranking<'a>, exact: &Exactly) -> Exact<'a> {
    let view = View { evaluation: &ranking.evaluation, ranking, exact };
    let set = exact.nearest.set.as_ref().ok().and_then(Option::as_ref);
    Exact {
        smallest_move: set.map(|shift| view.shift(shift)),
        first_place_move: exact.nearest.winner.as_ref().map(|shift| view.shift(shift)),
        intervals: exact.intervals.iter().map(|one| view.row(one)).collect(),
        neighbours: exact
            .nearest
            .pairs
            .iter()
            .enumerate()
            .map(|(at, pair)| Neighbours {
                intervals: view.pair_spans(at),
                above: view.ids(&pair.above),
                below: view.ids(&pair.below),
                shift: pair.shift.as_ref().map(|shift| view.shift(shift)),
            })
            .collect(),
        possible: exact.possible.as_ref().map(|all| all.iter().map(|one| view.possible(one)).collect()),
        always: exact
            .dominances
            .as_ref()
            .map(|all| all.iter().map(|pair| Always { above: view.id(pair.above), below: view.id(pair.below) }).collect()),
        nodes: exact.nodes,
    }
}

struct View<'v, 'a> {
    evaluation: &'v Evaluation<'a>,
    ranking: &'v Ranking<'a>,
    exact: &'v Exactly,
}

impl<'a> View<'_, 'a> {
    fn id(&self, submission: usize) -> &'a str {
        self.evaluation.submissions.id(submission)
    }

    fn ids(&self, submissions: &[usize]) -> Vec<&'a str> {
        submissions.iter().map(|one| self.id(*one)).collect()
    }

    fn weights(&self, weights: &[crate::number::Exact]) -> Vec<Weight<'a>> {
        let linear = &self.exact.linear;
        let all = linear.criteria.iter().zip(&linear.weights).zip(weights);
        all.map(|((criterion, published), weight)| Weight {
            criterion: item_id(self.evaluation, Item::Criterion(*criterion)),
            published: number(published),
            then: number(weight),
            change: number(&(weight - published)),
        })
        .collect()
    }

    fn shift(&self, shift: &Reweighing) -> Move<'a> {
        Move { points: number(&shift.points), event: self.event(&shift.event), weights: self.weights(&shift.weights) }
    }

    fn event(&self, event: &Event) -> Happens<'a> {
        let threshold = |bar| reasons::bar_code(self.evaluation.grid, bar);
        match *event {
            Event::Overtakes { above, below } => Happens::Overtakes { above: self.id(above), below: self.id(below) },
            Event::Levels { above, below } => Happens::Levels { above: self.id(above), below: self.id(below) },
            Event::Fails { submission, bar } => Happens::Fails { submission: self.id(submission), threshold: threshold(bar) },
            Event::Passes { submission, bar } => Happens::Passes { submission: self.id(submission), threshold: threshold(bar) },
        }
    }

    fn span(&self, interval: &Interval) -> Span<'a> {
        let limit = |end: &End| Limit { at: number(&end.at), event: end.why.as_ref().map(|event| self.event(event)) };
        Span { low: limit(&interval.low), high: limit(&interval.high) }
    }

    /// Where the neighbouring ranks at this place of the list stay in their order.
    fn pair_spans(&self, at: usize) -> Vec<PairSpan<'a>> {
        let own = self.exact.intervals.iter().filter_map(|one| Some((one.item, one.pairs.get(at)?)));
        own.map(|(item, interval)| PairSpan {
            item: item_id(self.evaluation, item),
            low: number(&interval.low.at),
            high: number(&interval.high.at),
        })
        .collect()
    }

    fn row(&self, one: &crate::analyse::robustness::Intervals) -> Row<'a> {
        Row {
            item: item_id(self.evaluation, one.item),
            kind: match one.item {
                Item::Criterion(_) => "criterion",
                Item::Group(_) => "group",
            },
            weight: number(&one.weight),
            most: number(&one.most),
            selection: one.set.as_ref().map(|interval| self.span(interval)),
            first_place: one.winner.as_ref().map(|interval| self.span(interval)),
            order: self.span(&one.order),
        }
    }

    fn possible(&self, one: &crate::analyse::robustness::Possible) -> Possible<'a> {
        let rank = |reach: &Reach| Rank {
            found: reach.found,
            proven: reach.proven,
            exact: reach.is_exact(),
            weights: reach.weights.as_ref().map(|weights| self.weights(weights)),
        };
        let answer = |can: &Can| match can {
            Can::Yes(weights) => Answer { answer: "yes", weights: Some(self.weights(weights)) },
            Can::No => Answer { answer: "no", weights: None },
            Can::Unknown => Answer { answer: "unknown", weights: None },
        };
        Possible {
            id: self.id(one.submission),
            rank: self.ranking.entry(one.submission).map(|entry| entry.rank),
            best: rank(&one.best),
            worst: rank(&one.worst),
            can_be_selected: answer(&one.selected),
            can_be_left_out: answer(&one.left_out),
            always_above: one.always_above,
            always_below: one.always_below,
        }
    }
}
