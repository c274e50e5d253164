//! Which ranks each submission can have under admissible weightings, whether any lets it in or shuts it out, and which pairs stand
//! in the same order whatever the weights.

use rayon::prelude::*;

use super::super::region::Region;
use super::super::{Candidate, Linear};
use super::satisfy::{Condition, Granted, Nothing, Wish, satisfy};
use crate::number::Exact;

/// What admissible weightings can do for one submission. Ranks are counted as 1-2-2-4, best first, those level sharing one.
#[derive(Debug, Clone)]
pub struct Possible {
    /// The submission, by index.
    pub submission: usize,
    /// The best rank it can have.
    pub best: Reach,
    /// The worst rank it can have while it is ranked.
    pub worst: Reach,
    /// Whether any admissible weighting selects it, without a tie.
    pub selected: Can,
    /// Whether any admissible weighting leaves it out: others take the places, or it misses a threshold.
    pub left_out: Can,
    /// How many submissions stand below it, and how many above, whatever the admissible weights.
    pub always_above: usize,
    /// See [`Self::always_above`].
    pub always_below: usize,
}

/// A rank that can be reached: exactly, where both are the same; else what is proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// No weights give a better one (or, of a worst rank, a worse one).
    pub proven: usize,
    /// Some weights give this one; `None` where none were found with which the submission is ranked at all.
    pub found: Option<usize>,
    /// Those weights, one a criterion of [`Linear::criteria`].
    pub weights: Option<Vec<Exact>>,
}

/// Whether something can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Can {
    /// With these weights, among others.
    Yes(Vec<Exact>),
    /// With none.
    No,
    /// It was not found out within the nodes that were looked at.
    Unknown,
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked<'r> {
    /// The admissible weightings.
    pub region: &'r Region,
    /// How many nodes each search looks at, at most.
    pub nodes: usize,
}

impl Reach {
    /// Whether the rank is known, and not only bounded.
    pub fn is_exact(&self) -> bool {
        self.found == Some(self.proven)
    }
}

/// A pair whose order no admissible weights change, while both are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dominance {
    /// Who stands above, by submission; with some weights at least, level with others.
    pub above: usize,
    /// Who stands below.
    pub below: usize,
}

/// So many nodes for each search in a call of so many candidates: all of them together take about as long.
pub fn nodes_for(candidates: usize) -> usize {
    (200_000 / candidates.max(1).pow(2)).min(2000)
}

/// What the region can do for each candidate, in their order; nothing where the region is empty.
pub fn possible(linear: &Linear, asked: &Asked<'_>, step: &(dyn Fn() + Sync)) -> Vec<Possible> {
    let starts = starts(linear, asked.region);
    let one = |at: usize| {
        let own = linear.candidates.get(at)?;
        let target = Target { linear, asked, starts: &starts, own };
        let found = target.study(at);
        step();
        Some(found)
    };
    (0..linear.candidates.len()).into_par_iter().filter_map(one).collect()
}

/// Every pair whose order no weights of the region change, in the order of the candidates.
pub fn dominances(linear: &Linear, region: &Region) -> Vec<Dominance> {
    let all = &linear.candidates;
    let of_one = |above: &Candidate| {
        let pairs = all.iter().filter(|below| below.league == above.league && stays_above(linear, region, above, below));
        pairs.map(|below| Dominance { above: above.submission, below: below.submission }).collect::<Vec<_>>()
    };
    all.par_iter().flat_map(of_one).collect()
}

/// Whether one is never below the other, and not always level with it.
fn stays_above(linear: &Linear, region: &Region, above: &Candidate, below: &Candidate) -> bool {
    let gap = gap(above, below);
    let negated: Vec<Exact> = gap.0.iter().map(|one| -one).collect();
    let least = region.most(&linear.total, &negated).map(|(most, _)| &gap.1 - &most);
    let most = || region.most(&linear.total, &gap.0).map(|(most, _)| &most + &gap.1);
    least.is_some_and(|least| !least.is_negative()) && most().is_some_and(|most| !most.is_zero())
}

/// The difference of two totals, as a linear function.
fn gap(a: &Candidate, b: &Candidate) -> (Vec<Exact>, Exact) {
    (a.shares.iter().zip(&b.shares).map(|(a, b)| a - b).collect(), &a.beside - &b.beside)
}

/// Weights of the region worth a look: the published ones, and those best for each criterion.
fn starts(linear: &Linear, region: &Region) -> Vec<Vec<Exact>> {
    let count = linear.weights.len();
    let corners = (0..count).filter_map(|at| {
        let wish: Vec<Exact> = (0..count).map(|other| if other == at { Exact::ONE } else { Exact::ZERO }).collect();
        region.most(&linear.total, &wish).map(|(_, weights)| weights)
    });
    let published = region.contains(&linear.total, &linear.weights).then(|| linear.weights.clone());
    published.into_iter().chain(corners).collect()
}

struct Target<'a> {
    linear: &'a Linear,
    asked: &'a Asked<'a>,
    starts: &'a [Vec<Exact>],
    own: &'a Candidate,
}

impl Target<'_> {
    fn study(&self, at: usize) -> Possible {
        let rivals: Vec<&Candidate> = self
            .linear
            .candidates
            .iter()
            .enumerate()
            .filter(|(other, one)| *other != at && one.league == self.own.league)
            .map(|(_, one)| one)
            .collect();
        let places = self.linear.leagues.get(self.own.league).copied().flatten();
        let count = rivals.len();
        // Wishes granted are rivals that are not above it, then rivals that are.
        let behind = self.search(&rivals, |rival| self.behind(rival, false), usize::MAX);
        let ahead = self.search(&rivals, |rival| self.ahead(rival), usize::MAX);
        let never = behind.as_ref().is_err_and(|nothing| *nothing == Nothing::Never);
        let reach = |found: Result<Granted, Nothing>, unknown: usize, rank: &dyn Fn(usize) -> usize| match found {
            Ok(granted) => Reach { proven: rank(granted.most), found: Some(rank(granted.found)), weights: Some(granted.witness) },
            Err(_) => Reach { proven: unknown, found: None, weights: None },
        };
        let best = reach(behind, 1, &|granted| count - granted + 1);
        let worst = reach(ahead, count + 1, &|granted| granted + 1);
        let selected = if never { Can::No } else { self.can_be_selected(&rivals, places, &best) };
        let left_out = self.can_be_left_out(places, &worst);
        let above = |one: &Candidate, other: &Candidate| stays_above(self.linear, self.asked.region, one, other);
        let always_above = rivals.iter().filter(|rival| above(self.own, rival)).count();
        let always_below = rivals.iter().filter(|rival| above(rival, self.own)).count();
        Possible { submission: self.own.submission, best, worst, selected, left_out, always_above, always_below }
    }

    fn search(&self, rivals: &[&Candidate], wish: impl Fn(&Candidate) -> Wish, enough: usize) -> Result<Granted, Nothing> {
        let wishes: Vec<Wish> = rivals.iter().map(|rival| wish(rival)).collect();
        let region = (self.asked.region, &self.linear.total);
        satisfy(region, &thresholds(self.own, false), &wishes, self.starts, enough, self.asked.nodes)
    }

    /// A rival that does not keep it back: not above it (`strict`: below it), or excluded.
    fn behind(&self, rival: &Candidate, strict: bool) -> Wish {
        let (coefficients, constant) = gap(self.own, rival);
        let below = vec![Condition { coefficients, constant, strict }];
        let excluded = thresholds(rival, true).into_iter().map(|condition| vec![condition.denied()]);
        std::iter::once(below).chain(excluded).collect()
    }

    /// A rival that is ranked above it.
    fn ahead(&self, rival: &Candidate) -> Wish {
        let (coefficients, constant) = gap(rival, self.own);
        let above = Condition { coefficients, constant, strict: true };
        vec![std::iter::once(above).chain(thresholds(rival, false)).collect()]
    }

    fn can_be_selected(&self, rivals: &[&Candidate], places: Option<usize>, best: &Reach) -> Can {
        let Some(places) = places else {
            // Whoever is ranked is selected.
            return best.weights.clone().map_or(Can::Unknown, Can::Yes);
        };
        if places == 0 || best.proven > places {
            return Can::No;
        }
        // So many rivals at least must be below it, without a tie.
        let enough = (rivals.len() + 1).saturating_sub(places);
        match self.search(rivals, |rival| self.behind(rival, true), enough) {
            Ok(granted) if granted.found >= enough => Can::Yes(granted.witness),
            Ok(granted) if granted.most < enough => Can::No,
            Err(Nothing::Never) => Can::No,
            Ok(_) | Err(Nothing::Unknown) => Can::Unknown,
        }
    }

    fn can_be_left_out(&self, places: Option<usize>, worst: &Reach) -> Can {
        for missed in thresholds(self.own, false) {
            let negated: Vec<Exact> = missed.coefficients.iter().map(|one| -one).collect();
            if let Some((most, weights)) = self.asked.region.most(&self.linear.total, &negated)
                && (&missed.constant - &most).is_negative()
            {
                return Can::Yes(weights);
            }
        }
        let Some(places) = places else { return Can::No };
        match (worst.found, &worst.weights) {
            (Some(found), Some(weights)) if found > places => Can::Yes(weights.clone()),
            _ if worst.proven <= places => Can::No,
            _ => Can::Unknown,
        }
    }
}

/// The thresholds that weights touch; met, where zero is enough.
fn thresholds(one: &Candidate, strict: bool) -> Vec<Condition> {
    let half = |half: &super::super::Half| Condition {
        coefficients: half.coefficients.clone(),
        constant: half.constant.clone(),
        strict,
    };
    one.bars.iter().map(half).collect()
}

impl Condition {
    /// The contrary of a condition: what is below zero where it wants zero or above, and so on.
    fn denied(self) -> Self {
        let coefficients = self.coefficients.iter().map(|one| -one).collect();
        Self { coefficients, constant: -&self.constant, strict: self.strict }
    }
}
