//! Exact answers about weights held against brute force, on small random calls full of ties, zero weights and thresholds.

use proptest::prelude::*;

use super::super::linear::dot;
use super::super::region::Frame;
use super::super::*;
use super::simplex::{Program, Solution};
use crate::model::{Criterion, Grid, Item};
use crate::number::Exact;
use crate::score::{Bar, Status};

/// A small call: shares in quarters, weights in whole points.
#[derive(Debug, Clone)]
struct Small {
    shares: Vec<Vec<i64>>,
    beside: Vec<i64>,
    weights: Vec<i64>,
    places: usize,
    /// A pass mark, in halves of a point.
    pass: Option<i64>,
    /// Whether ties are settled, here by the place in the file.
    chained: bool,
}

fn small(
    criteria: std::ops::RangeInclusive<usize>,
    submissions: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Small> {
    (criteria, submissions).prop_flat_map(|(criteria, submissions)| {
        let shares = prop_oneof![4 => 0i64..=4, 1 => Just(2)];
        let row = proptest::collection::vec(shares, criteria);
        (
            proptest::collection::vec(row, submissions),
            proptest::collection::vec(prop_oneof![5 => Just(0i64), 1 => 1i64..=2], submissions),
            proptest::collection::vec(prop_oneof![1 => Just(0i64), 6 => 1i64..=5], criteria),
            1..=submissions,
            proptest::option::weighted(0.4, 0i64..=20),
            any::<bool>(),
        )
            .prop_map(|(shares, beside, mut weights, places, pass, chained)| {
                if weights.iter().sum::<i64>() == 0 {
                    weights[0] = 3;
                }
                Small { shares, beside, weights, places, pass, chained }
            })
    })
}

fn whole(values: &[i64]) -> Vec<Exact> {
    values.iter().map(|value| Exact::whole(*value)).collect()
}

/// What some weights decide: the rank of each (0: excluded), and who is selected, or undecided.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    ranks: Vec<usize>,
    status: Vec<Option<Status>>,
}

impl Small {
    fn total(&self, at: usize, weights: &[Exact]) -> Exact {
        let points = self.shares[at].iter().zip(weights).map(|(share, weight)| &Exact::ratio(*share, 4).unwrap() * weight);
        points.sum::<Exact>() + Exact::whole(self.beside[at])
    }

    /// Scores from scratch.
    fn outcome(&self, weights: &[Exact]) -> Outcome {
        let count = self.shares.len();
        let totals: Vec<Exact> = (0..count).map(|at| self.total(at, weights)).collect();
        let ranked: Vec<usize> =
            (0..count).filter(|at| self.pass.is_none_or(|pass| totals[*at] >= Exact::ratio(pass, 2).unwrap())).collect();
        let before = |a: usize, b: usize| totals[a] > totals[b] || (self.chained && totals[a] == totals[b] && a < b);
        let mut outcome = Outcome { ranks: vec![0; count], status: vec![None; count] };
        for &one in &ranked {
            outcome.ranks[one] = 1 + ranked.iter().filter(|other| before(**other, one)).count();
            let level = ranked.iter().filter(|other| !before(**other, one) && !before(one, **other)).count();
            let rank = outcome.ranks[one];
            outcome.status[one] = Some(if rank + level - 1 <= self.places {
                Status::In
            } else if rank <= self.places {
                Status::TiedAtCut
            } else {
                Status::Out
            });
        }
        outcome
    }

    fn selected(&self, weights: &[Exact]) -> Vec<Option<Status>> {
        let of = |status: Option<Status>| status.filter(|status| *status != Status::Out);
        self.outcome(weights).status.into_iter().map(of).collect()
    }

    fn linear(&self) -> Linear {
        let weights = whole(&self.weights);
        let outcome = self.outcome(&weights);
        let candidate = |at: usize| {
            let shares: Vec<Exact> = self.shares[at].iter().map(|share| Exact::ratio(*share, 4).unwrap()).collect();
            let bars = self.pass.iter().map(|pass| Half {
                bar: Bar::Pass,
                coefficients: shares.clone(),
                constant: &Exact::whole(self.beside[at]) - &Exact::ratio(*pass, 2).unwrap(),
            });
            let rank = u32::try_from(outcome.ranks[at]).ok().filter(|rank| *rank > 0);
            let (beside, status) = (Exact::whole(self.beside[at]), outcome.status[at]);
            Candidate { submission: at, bars: bars.collect(), shares, beside, league: 0, rank, status }
        };
        Linear {
            criteria: (0..self.weights.len()).collect(),
            total: weights.iter().cloned().sum(),
            weights,
            candidates: (0..self.shares.len()).map(candidate).collect(),
            leagues: vec![Some(self.places)],
        }
    }

    /// The weights where one criterion weighs so much and the others keep their proportions.
    fn moved(&self, at: usize, to: &Exact) -> Vec<Exact> {
        let weights = whole(&self.weights);
        let total: Exact = weights.iter().cloned().sum();
        let others = &total - &weights[at];
        let factor = (&total - to).checked_div(&others).unwrap();
        (0..weights.len()).map(|other| if other == at { to.clone() } else { &weights[other] * &factor }).collect()
    }
}

/// A flat grid of so many criteria, of which only the tree is looked at.
fn grid(count: usize) -> Grid {
    let shipped = crate::read::library::shipped("trasss").unwrap();
    let source = crate::model::Source::new("trasss.toml".to_owned(), shipped.text.to_owned(), None);
    let mut findings = crate::model::Findings::new();
    let tree = crate::read::toml::tree(&source, &mut findings).unwrap();
    let mut grid = crate::check::grid(&source, &tree, &mut findings).unwrap();
    let first: Criterion = grid.criteria[0].clone();
    grid.groups.clear();
    grid.criteria = (0..count).map(|_| Criterion { group: None, ..first.clone() }).collect();
    grid
}

fn check_interval(small: &Small, at: usize, interval: &Interval, same: &dyn Fn(&[Exact]) -> bool) -> Result<(), TestCaseError> {
    let total: Exact = whole(&small.weights).into_iter().sum();
    let now = Exact::whole(small.weights[at]);
    prop_assert!(interval.low.at <= now && now <= interval.high.at, "{interval:?}");
    for step in 0..=60 {
        let to = &total * &Exact::ratio(step, 60).unwrap();
        if interval.low.at < to && to < interval.high.at {
            prop_assert!(same(&small.moved(at, &to)), "it changes inside, at {}: {interval:?}", to.to_exact_text());
        }
    }
    let tiny = Exact::ratio(1, 1_000_000).unwrap();
    for (end, beyond) in [(&interval.low, &interval.low.at - &tiny), (&interval.high, &interval.high.at + &tiny)] {
        match end.why {
            None => prop_assert!(end.at.is_zero() || end.at == total),
            // The weight can go no further than to a tie, which the tie rule may settle as before.
            Some(Event::Levels { above, below }) => {
                prop_assert!(end.at.is_zero() || end.at == total);
                let there = small.moved(at, &end.at);
                prop_assert_eq!(small.total(above, &there), small.total(below, &there));
            }
            Some(_) => {
                let further = !beyond.is_negative() && beyond <= total && !same(&small.moved(at, &beyond));
                prop_assert!(further || !same(&small.moved(at, &end.at)), "nothing changes at {end:?}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn intervals_hold_inside_and_end_where_something_happens(small in small(2..=4, 2..=6)) {
        let linear = small.linear();
        let published = small.outcome(&linear.weights);
        let (selected, undecided) = (small.selected(&linear.weights), published.status.contains(&Some(Status::TiedAtCut)));
        for found in intervals(&linear, &grid(small.weights.len())) {
            let Item::Criterion(at) = found.item else { unreachable!() };
            prop_assert_eq!(found.set.is_none(), undecided);
            if let Some(set) = &found.set {
                check_interval(&small, at, set, &|weights| small.selected(weights) == selected)?;
            }
            let firsts = |ranks: &[usize]| ranks.iter().map(|rank| *rank == 1).collect::<Vec<bool>>();
            prop_assert_eq!(found.winner.is_some(), firsts(&published.ranks).iter().filter(|first| **first).count() == 1);
            if let Some(winner) = &found.winner {
                let same = |weights: &[Exact]| firsts(&small.outcome(weights).ranks) == firsts(&published.ranks);
                check_interval(&small, at, winner, &same)?;
            }
            check_interval(&small, at, &found.order, &|weights| small.outcome(weights).ranks == published.ranks)?;
            let ranked = super::contest::order(&linear).remove(0);
            prop_assert_eq!(found.pairs.len(), ranked.len().saturating_sub(1));
            for (two, interval) in ranked.windows(2).zip(&found.pairs) {
                // Without thresholds, and with the tie rule where there is one.
                let ahead = |weights: &[Exact]| {
                    let stays = |above: usize, below: usize| {
                        let (a, b) = (small.total(above, weights), small.total(below, weights));
                        a > b || (a == b && small.chained && above < below)
                    };
                    two[0].iter().all(|above| two[1].iter().all(|below| stays(*above, *below)))
                };
                check_interval(&small, at, interval, &ahead)?;
            }
        }
    }

    #[test]
    fn the_smallest_move_is_the_smallest(small in small(2..=5, 2..=6), tries in proptest::collection::vec(proptest::collection::vec(0i64..=50, 5), 40)) {
        let linear = small.linear();
        let selected = small.selected(&linear.weights);
        let found = nearest(&linear, true);
        let Ok(set) = found.set else {
            prop_assert!(selected.contains(&Some(Status::TiedAtCut)));
            return Ok(());
        };
        let distance = |weights: &[Exact]| {
            let moved = weights.iter().zip(&linear.weights).map(|(now, was)| (now - was).abs());
            &moved.sum::<Exact>() * &Exact::ratio(1, 2).unwrap()
        };
        if let Some(shift) = &set {
            prop_assert_eq!(shift.weights.iter().cloned().sum::<Exact>(), linear.total.clone());
            prop_assert!(shift.weights.iter().all(|weight| !weight.is_negative()));
            prop_assert_eq!(distance(&shift.weights), shift.points.clone());
        }
        // As a linear program for each way in which the set can change, the least of all.
        prop_assert_eq!(set.as_ref().map(|shift| shift.points.clone()), by_programs(&small, &linear));
        // Nothing nearer changes it.
        for parts in tries {
            let other = &parts[..small.weights.len()];
            let sum: i64 = other.iter().sum();
            if sum == 0 {
                continue;
            }
            let other: Vec<Exact> = other.iter().map(|part| &linear.total * &Exact::ratio(*part, sum).unwrap()).collect();
            let to = match &set {
                Some(shift) => shift.points.clone(),
                None => linear.total.clone(),
            };
            let far = distance(&other);
            // On the way there, just before the distance at which something may happen.
            let part = if far <= to { Exact::ONE } else { to.checked_div(&far).unwrap() };
            let part = &part * &Exact::ratio(999, 1000).unwrap();
            let near: Vec<Exact> =
                linear.weights.iter().zip(&other).map(|(was, then)| was + &(&(then - was) * &part)).collect();
            if distance(&near) < to {
                prop_assert_eq!(&small.selected(&near), &selected, "{:?} changes it", near.iter().map(Exact::to_exact_text).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn the_best_of_a_region_is_that_of_a_linear_program(
        coefficients in proptest::collection::vec(-5i64..=5, 1..=6),
        lows in proptest::collection::vec(0i64..=3, 6),
        widths in proptest::collection::vec(0i64..=4, 6),
        cuts in proptest::collection::vec(any::<bool>(), 6),
        order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle(),
        listed in 0usize..=6,
        total in 1i64..=20,
    ) {
        let count = coefficients.len();
        let total = Exact::whole(total);
        let coefficients = whole(&coefficients);
        let bounds = (0..count).map(|at| (Exact::whole(lows[at]), Exact::whole(lows[at] + widths[at]))).collect();
        let mut blocks: Vec<Vec<usize>> = Vec::new();
        for (place, at) in order.into_iter().filter(|at| *at < count).take(listed).enumerate() {
            match blocks.last_mut().filter(|_| cuts[place]) {
                Some(block) => block.push(at),
                None => blocks.push(vec![at]),
            }
        }
        for region in [Region::All, Region::Between(bounds), Region::Order(blocks)] {
            let (closed, frame) = (region.most(&total, &coefficients), region.frame(&total, count));
            prop_assert_eq!(closed.is_some(), region.is_possible(&total));
            prop_assert_eq!(closed.is_some(), frame.is_some());
            let (Some((value, weights)), Some(frame)) = (closed, frame) else { continue };
            prop_assert!(region.contains(&total, &weights) && region.contains(&total, &frame.origin), "{region:?}");
            prop_assert_eq!(dot(&coefficients, &weights), value.clone());
            prop_assert!(frame.rows.iter().all(|(_, bound)| !bound.is_negative()));
            prop_assert_eq!(most_of(&frame, &coefficients), value, "{:?}", region);
        }
    }
}

fn most_of(frame: &Frame, coefficients: &[Exact]) -> Exact {
    let objective = frame.directions.iter().map(|direction| dot(coefficients, direction)).collect();
    let Solution::Best { value, .. } = (Program { objective, rows: frame.rows.clone() }).solve() else {
        panic!("a region has a best")
    };
    value + dot(coefficients, &frame.origin)
}

/// The least that must move, by one linear program for each way in which the selected set can change.
fn by_programs(small: &Small, linear: &Linear) -> Option<Exact> {
    let rows: Vec<(usize, &Candidate)> = linear.candidates.iter().enumerate().collect();
    let is_in = |one: &Candidate| one.status == Some(Status::In);
    let full = rows.iter().filter(|(_, one)| is_in(one)).count() >= small.places;
    let mut ways: Vec<Vec<(Vec<Exact>, Exact)>> = Vec::new();
    for (_, one) in rows.iter().filter(|(_, one)| is_in(one)) {
        for half in &one.bars {
            // Below the threshold: at it, and on the other side.
            ways.push(vec![(half.coefficients.iter().map(|value| -value).collect(), -&half.constant)]);
        }
    }
    for (_, rises) in rows.iter().filter(|(_, one)| !is_in(one)) {
        let bars: Vec<(Vec<Exact>, Exact)> =
            rises.bars.iter().map(|half| (half.coefficients.clone(), half.constant.clone())).collect();
        if !full {
            ways.push(bars);
            continue;
        }
        for (_, falls) in rows.iter().filter(|(_, one)| is_in(one)) {
            let gap: Vec<Exact> = rises.shares.iter().zip(&falls.shares).map(|(a, b)| a - b).collect();
            let level = (gap, &rises.beside - &falls.beside);
            ways.push(bars.iter().cloned().chain([level]).collect());
        }
    }
    let count = linear.weights.len();
    let least = ways.into_iter().filter_map(|way| {
        // Level already, or just at a threshold, with nothing that any weight could give: it stays as the tie rule has it.
        let gains = |coefficients: &[Exact]| {
            let from =
                coefficients.iter().zip(&linear.weights).filter(|(_, weight)| !weight.is_zero()).map(|(value, _)| value).min();
            coefficients.iter().max() > from
        };
        let value = |(coefficients, constant): &(Vec<Exact>, Exact)| dot(coefficients, &linear.weights) + constant.clone();
        if way.iter().all(|one| !value(one).is_negative()) && way.last().is_some_and(|last| !gains(&last.0)) {
            return None;
        }
        let mut rows: Vec<(Vec<Exact>, Exact)> = Vec::new();
        for (at, weight) in linear.weights.iter().enumerate() {
            let unit = (0..2 * count).map(|other| if other == count + at { Exact::ONE } else { Exact::ZERO });
            rows.push((unit.collect(), weight.clone()));
        }
        for sign in [1, -1] {
            rows.push(((0..2 * count).map(|at| Exact::whole(if at < count { sign } else { -sign })).collect(), Exact::ZERO));
        }
        for (coefficients, constant) in &way {
            let row = coefficients.iter().map(|value| -value).chain(coefficients.iter().cloned()).collect();
            rows.push((row, dot(coefficients, &linear.weights) + constant.clone()));
        }
        let objective = (0..2 * count).map(|at| Exact::whole(if at < count { -1 } else { 0 })).collect();
        match (Program { objective, rows }).solve() {
            Solution::Best { value, .. } => Some(-&value),
            _ => None,
        }
    });
    least.min()
}

/// Weights that meet every face of the arrangement in which totals of two, or of three criteria stand level: the corners, what is
/// between two of them, and the middles of three.
fn representatives(small: &Small, total: &Exact, region: &Region) -> Vec<Vec<Exact>> {
    let count = small.weights.len();
    let rows = small.shares.len();
    // Lines `coefficients · weights + constant = 0`: where two are level, where one is at the pass mark, the borders.
    let mut lines: Vec<(Vec<Exact>, Exact)> = (0..count)
        .map(|at| ((0..count).map(|other| if other == at { Exact::ONE } else { Exact::ZERO }).collect(), Exact::ZERO))
        .collect();
    let unit = |at: usize| (0..count).map(|other| if other == at { Exact::ONE } else { Exact::ZERO }).collect::<Vec<Exact>>();
    match region {
        Region::All => {}
        Region::Between(bounds) => {
            for (at, (low, high)) in bounds.iter().enumerate() {
                lines.extend([(unit(at), -low), (unit(at), -high)]);
            }
        }
        Region::Order(blocks) => {
            for two in blocks.windows(2) {
                let pairs = two[0].iter().flat_map(|heavy| two[1].iter().map(|light| (*heavy, *light)));
                lines.extend(pairs.map(|(heavy, light)| {
                    let gap = unit(heavy).iter().zip(&unit(light)).map(|(a, b)| a - b).collect();
                    (gap, Exact::ZERO)
                }));
            }
        }
    }
    let quarters = |row: &[i64]| row.iter().map(|share| Exact::ratio(*share, 4).unwrap()).collect::<Vec<Exact>>();
    for a in 0..rows {
        let (own, beside) = (quarters(&small.shares[a]), Exact::whole(small.beside[a]));
        for b in a + 1..rows {
            let other = quarters(&small.shares[b]);
            let gap = own.iter().zip(&other).map(|(a, b)| a - b).collect();
            lines.push((gap, &beside - &Exact::whole(small.beside[b])));
        }
        if let Some(pass) = small.pass {
            lines.push((own, &beside - &Exact::ratio(pass, 2).unwrap()));
        }
    }
    let mut corners: Vec<Vec<Exact>> = Vec::new();
    let mut push = |weights: Vec<Exact>| {
        if weights.iter().all(|weight| !weight.is_negative()) && !corners.contains(&weights) {
            corners.push(weights);
        }
    };
    for (at, (a, c)) in lines.iter().enumerate() {
        if count == 2 {
            // a₀w + a₁(T − w) + c = 0
            let slope = &a[0] - &a[1];
            if let Some(w) = (-&(&(&a[1] * total) + c)).checked_div(&slope) {
                push(vec![w.clone(), total - &w]);
            }
            continue;
        }
        for (b, d) in &lines[at + 1..] {
            // Two equations in the first two weights, the third being the rest.
            let of = |row: &[Exact], constant: &Exact| (&row[0] - &row[2], &row[1] - &row[2], -&(&(&row[2] * total) + constant));
            let (one, two) = (of(a, c), of(b, d));
            let determinant = &(&one.0 * &two.1) - &(&one.1 * &two.0);
            let first = (&(&one.2 * &two.1) - &(&one.1 * &two.2)).checked_div(&determinant);
            let second = (&(&one.0 * &two.2) - &(&one.2 * &two.0)).checked_div(&determinant);
            if let (Some(first), Some(second)) = (first, second) {
                let third = total - &(&first + &second);
                push(vec![first, second, third]);
            }
        }
    }
    let middle = |some: &[&Vec<Exact>]| -> Vec<Exact> {
        let part = Exact::ratio(1, i64::try_from(some.len()).unwrap()).unwrap();
        (0..count).map(|at| &some.iter().map(|one| one[at].clone()).sum::<Exact>() * &part).collect()
    };
    let mut all = corners.clone();
    for (at, a) in corners.iter().enumerate() {
        for (next, b) in corners.iter().enumerate().skip(at + 1) {
            all.push(middle(&[a, b]));
            if count == 3 {
                all.extend(corners.iter().skip(next + 1).map(|c| middle(&[a, b, c])));
            }
        }
    }
    all
}

fn check_possible(small: &Small, region: &Region) -> Result<(), TestCaseError> {
    let linear = small.linear();
    let inside = |weights: &&Vec<Exact>| region.contains(&linear.total, weights);
    let all = representatives(small, &linear.total, region);
    // Without the tie rule: what weights alone can do.
    let free = Small { chained: false, ..small.clone() };
    let outcomes: Vec<Outcome> = all.iter().filter(inside).map(|weights| free.outcome(weights)).collect();
    let asked = Asked { region, nodes: 100_000 };
    for found in possible(&linear, &asked, &|| ()) {
        let own = found.submission;
        let ranks: Vec<usize> = outcomes.iter().map(|outcome| outcome.ranks[own]).filter(|rank| *rank > 0).collect();
        let (best, worst) = (ranks.iter().min().copied(), ranks.iter().max().copied());
        prop_assert_eq!(found.best.found, best, "best of {}", own);
        prop_assert_eq!(found.worst.found, worst, "worst of {}", own);
        prop_assert!(best.is_none() || (found.best.is_exact() && found.worst.is_exact()), "{found:?}");
        let selected = outcomes.iter().any(|outcome| outcome.status[own] == Some(Status::In));
        prop_assert_eq!(matches!(found.selected, Can::Yes(_)), selected, "{:?}", found);
        prop_assert!(found.selected != Can::Unknown && found.left_out != Can::Unknown);
        let out = outcomes.iter().any(|outcome| matches!(outcome.status[own], Some(Status::Out) | None));
        prop_assert_eq!(matches!(found.left_out, Can::Yes(_)), out, "{:?}", found);
        for (weights, wanted) in [(&found.best.weights, found.best.found), (&found.worst.weights, found.worst.found)] {
            let Some(weights) = weights else { continue };
            prop_assert!(region.contains(&linear.total, weights));
            prop_assert_eq!(Some(free.outcome(weights).ranks[own]), wanted);
        }
        if let Can::Yes(weights) = &found.selected {
            prop_assert_eq!(free.outcome(weights).status[own], Some(Status::In));
        }
        // With few nodes: bounds that hold.
        let hasty = possible(&linear, &Asked { region, nodes: 1 }, &|| ());
        let hasty = &hasty[own];
        prop_assert!(hasty.best.proven <= found.best.proven && hasty.worst.proven >= found.worst.proven);
        prop_assert!(hasty.best.found.is_none_or(|rank| best.is_some_and(|best| rank >= best)));
    }
    if small.pass.is_none() {
        for above in 0..small.shares.len() {
            for below in 0..small.shares.len() {
                let dominates = dominances(&linear, region).contains(&Dominance { above, below });
                let gap = |weights: &Vec<Exact>| &small.total(above, weights) - &small.total(below, weights);
                let gaps: Vec<Exact> = all.iter().filter(inside).map(gap).collect();
                let expected = gaps.iter().all(|gap| !gap.is_negative()) && gaps.iter().any(|gap| !gap.is_zero());
                prop_assert_eq!(dominates, expected, "{} over {}", above, below);
            }
        }
    }
    Ok(())
}

/// A region of some kind around the weights of a call.
fn region(small: &Small, kind: usize) -> Region {
    let weights = whole(&small.weights);
    match kind {
        0 => Region::band(&weights, &Exact::ratio(1, 5).unwrap()),
        1 => Region::in_order_of(&weights),
        2 => Region::Between(weights.iter().map(|weight| (&Exact::ZERO * weight, weight + &Exact::ONE)).collect()),
        _ => Region::All,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn possible_ranks_of_two_criteria_are_those_of_every_order(small in small(2..=2, 2..=6), kind in 0usize..=3) {
        check_possible(&small, &region(&small, kind))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn possible_ranks_of_three_criteria_are_those_of_every_order(small in small(3..=3, 2..=4), kind in 0usize..=3) {
        check_possible(&small, &region(&small, kind))?;
    }
}
