//! The ranking: order, shared ranks, the cut-line, and who is left out or cannot be ranked.

use std::cmp::Ordering;
use std::ops::Range;

use rayon::prelude::*;

use super::classify::Class;
use super::evaluate::{Evaluation, PART, Totals};
use super::screen::{Bar, Outcome};
use crate::model::{Best, Cutoff, FactValue, Item, Look as _, Ranks, Role, Seen, Subject, TieKey};
use crate::number::Exact;

/// What became of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// It has a rank.
    Ranked,
    /// It failed a gate or a threshold.
    Excluded,
    /// It failed nothing, but something it needs is missing.
    Unrated,
}

/// Where a ranked submission stands to the cut-line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Among the places.
    In,
    /// Its shared rank stretches across the cut-line: undecided.
    TiedAtCut,
    /// Beyond the places.
    Out,
}

/// A submission in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The index of the submission.
    pub submission: u32,
    /// The rank, from 1.
    pub rank: u32,
    /// Whether another submission shares it.
    pub tied: bool,
    /// Its standing, where the call has places.
    pub status: Option<Status>,
}

/// Submissions that are ranked together: all of them, or those of one track where tracks are ranked apart.
#[derive(Debug, Clone)]
pub struct League {
    /// The track, by index, where it is one track’s.
    pub track: Option<usize>,
    /// Where its submissions stand in the list of the ranked.
    pub range: Range<usize>,
    /// The cut-line, where the call has places.
    pub cut: Option<Cut>,
}

/// The cut-line of a call with places.
#[derive(Debug, Clone)]
pub struct Cut {
    /// How many places there are; where money is the limit, how many it reaches for.
    pub places: usize,
    /// What the cut-line is made of.
    pub by: CutBy,
    /// The score of the last that has a place, tied across the line or not.
    pub last_in: Option<Exact>,
    /// The score of the first that has none, tied across the line or not.
    pub first_out: Option<Exact>,
    /// How many share the rank that stretches across the line; 0 where it is decided.
    pub tied: usize,
    /// How many places those tied share.
    pub open: usize,
}

/// What a cut-line is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CutBy {
    /// A number of places.
    Places,
    /// A share of the submissions.
    Share,
    /// Money: what is left of it once the selected are paid.
    Budget {
        /// What is left.
        left: Exact,
    },
}

/// The result of a call.
#[derive(Debug)]
pub struct Ranking<'a> {
    /// The points behind it.
    pub evaluation: Evaluation<'a>,
    /// The ranked submissions, best first, one league after the other; inside a shared rank in the order of the ids, which
    /// says nothing. Where the grid ranks nothing: by level, then by id.
    pub ranked: Vec<Ranked>,
    /// Who is ranked together; one league at least, even an empty one.
    pub leagues: Vec<League>,
    /// The excluded, in the order of the file.
    pub excluded: Vec<u32>,
    /// The unrated, in the order of the file.
    pub unrated: Vec<u32>,
}

/// Ranks everything that can be ranked. Ranked + excluded + unrated = submitted.
pub fn rank(evaluation: Evaluation<'_>) -> Ranking<'_> {
    let bars = evaluation.bars();
    let submissions = (0..evaluation.submissions.len()).into_par_iter().with_min_len(PART / 16);
    let dispositions: Vec<Disposition> = submissions.map(|submission| evaluation.disposition(&bars, submission)).collect();
    let with = |wanted: Disposition| {
        let indices = (0u32..).zip(&dispositions).filter(move |(_, disposition)| **disposition == wanted);
        indices.map(|(index, _)| index).collect::<Vec<u32>>()
    };
    let (excluded, unrated) = (with(Disposition::Excluded), with(Disposition::Unrated));
    let mut candidates: Vec<u32> = Vec::with_capacity(evaluation.submissions.len());
    let is_ranked = |index: &u32| dispositions.get(*index as usize) == Some(&Disposition::Ranked);
    candidates.extend(evaluation.submissions.by_id().iter().copied().filter(is_ranked));
    let (mut ranked, mut leagues) = (Vec::new(), Vec::new());
    if evaluation.grid.rules.tracks_apart {
        for track in 0..evaluation.grid.tracks.len() {
            let of_track = |index: &u32| evaluation.track(*index as usize) == Some(track);
            let mine: Vec<u32> = candidates.iter().copied().filter(of_track).collect();
            let submitted = (0..evaluation.submissions.len()).filter(|at| evaluation.track(*at) == Some(track)).count();
            league(&evaluation, &mine, Some(track), submitted, &mut ranked, &mut leagues);
        }
    } else {
        league(&evaluation, &candidates, None, evaluation.submissions.len(), &mut ranked, &mut leagues);
    }
    Ranking { evaluation, ranked, leagues, excluded, unrated }
}

fn league(
    evaluation: &Evaluation<'_>,
    candidates: &[u32],
    track: Option<usize>,
    submitted: usize,
    ranked: &mut Vec<Ranked>,
    leagues: &mut Vec<League>,
) {
    let start = ranked.len();
    let mut mine = if evaluation.grid.ranks() { order(evaluation, candidates) } else { by_level(evaluation, candidates) };
    let track_of = track.and_then(|track| evaluation.grid.tracks.get(track));
    let places = track_of.and_then(|track| track.places.map(Cutoff::Places).or(track.budget.map(Cutoff::Budget)));
    let cutoff = places.or(evaluation.call.cutoff).filter(|_| evaluation.grid.ranks());
    let cut = cutoff.map(|cutoff| draw_cut(evaluation, &mut mine, cutoff, submitted));
    ranked.append(&mut mine);
    leagues.push(League { track, range: start..ranked.len(), cut });
}

/// Best score first; equal scores go through the tie chain, and what it leaves equal shares a rank, in the order it came
/// in, which is that of the ids.
fn order(evaluation: &Evaluation<'_>, candidates: &[u32]) -> Vec<Ranked> {
    let placed = || (0u32..).zip(candidates.iter().copied());
    let best = evaluation.grid.best();
    let exact = |values: &[Option<Exact>]| {
        let score = |at: u32| values.get(at as usize)?.as_ref();
        shared_ranks(evaluation, best, placed().filter_map(|(place, at)| Some((score(at)?, place, at))).collect())
    };
    match (evaluation.scores(), evaluation.totals()) {
        (Some(values), _) => exact(values),
        (None, Totals::Exact(values)) => exact(values),
        (None, Totals::Integers { values, .. }) => shared_ranks(
            evaluation,
            best,
            placed().filter_map(|(place, at)| Some((*values.get(at as usize)?, place, at))).collect(),
        ),
    }
}

/// Where nothing ranks: the levels of the grid in their order, then who has none, each in the order of the ids.
fn by_level(evaluation: &Evaluation<'_>, candidates: &[u32]) -> Vec<Ranked> {
    let level = |submission: u32| match evaluation.class(submission as usize) {
        Some(Class::Level(index)) => index,
        Some(Class::None) | None => evaluation.grid.levels.len(),
        Some(Class::Undecided) => evaluation.grid.levels.len() + 1,
    };
    let mut keyed: Vec<(usize, u32)> = candidates.iter().map(|&submission| (level(submission), submission)).collect();
    // Stable: inside a level the ids keep their order.
    keyed.sort_by_key(|(level, _)| *level);
    keyed.into_iter().map(|(_, submission)| Ranked { submission, rank: 0, tied: false, status: None }).collect()
}

fn shared_ranks<K: Ord + Copy + Send>(evaluation: &Evaluation<'_>, best: Best, mut keyed: Vec<(K, u32, u32)>) -> Vec<Ranked> {
    // Equals stay in the order they came in, here by their place in it, below because the sort is stable.
    match best {
        Best::Highest => keyed.par_sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1))),
        Best::Lowest => keyed.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1))),
    }
    let dense = evaluation.grid.rules.ranks == Ranks::Dense;
    let chained = !evaluation.grid.rules.ties.is_empty();
    let mut ranked = Vec::with_capacity(keyed.len());
    let mut groups = 0u32;
    for equals in keyed.chunk_by_mut(|a, b| a.0 == b.0) {
        if chained {
            equals.sort_by(|a, b| chain(evaluation, a.2, b.2));
        }
        for same in equals.chunk_by(|a, b| !chained || chain(evaluation, a.2, b.2) == Ordering::Equal) {
            groups += 1;
            let rank = if dense { groups } else { u32::try_from(ranked.len() + 1).unwrap_or(u32::MAX) };
            ranked.extend(same.iter().map(|&(_, _, submission)| Ranked { submission, rank, tied: same.len() > 1, status: None }));
        }
    }
    ranked
}

/// The declared tie-break chain: the first key on which the two differ.
fn chain(evaluation: &Evaluation<'_>, a: u32, b: u32) -> Ordering {
    let ties = &evaluation.grid.rules.ties;
    let orders = ties.iter().map(|key| evaluation.compare_on(key, a as usize, b as usize));
    orders.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

impl Evaluation<'_> {
    /// What becomes of a submission: one failed bar excludes, at the first stage where one fails; else one undecided bar or a
    /// missing score leaves unrated. `bars` are those of [`Self::bars`].
    pub fn disposition(&self, bars: &[Bar], submission: usize) -> Disposition {
        let mut undecided = !self.is_scored(submission);
        if !bars.is_empty() {
            let sight = self.sight(submission);
            for &bar in bars.iter().filter(|bar| !self.is_behind(submission, **bar)) {
                match self.outcome_at(&sight, bar) {
                    Outcome::Failed => return Disposition::Excluded,
                    Outcome::Undecided => undecided = true,
                    Outcome::Passed | Outcome::NotReached => {}
                }
            }
        }
        if undecided || self.left_at(submission).is_some() { Disposition::Unrated } else { Disposition::Ranked }
    }

    /// How two submissions stand on a tie key: less is better. Who has no value comes after all who have one.
    pub fn compare_on(&self, key: &TieKey, a: usize, b: usize) -> Ordering {
        match key {
            TieKey::First { fact, values } => {
                let place = |submission: usize| {
                    let seen = self.submissions.fact(submission, *fact).map(Seen::from);
                    values.iter().position(|value| Some(value) == seen.as_ref()).unwrap_or(values.len())
                };
                place(a).cmp(&place(b))
            }
            TieKey::Scored { best, .. } | TieKey::Fact { best, .. } | TieKey::Ratio { best, .. } => {
                order_on(self.tie_value(key, a), self.tie_value(key, b), *best)
            }
        }
    }

    /// The number that a tie key compares; a ratio whose divisor is zero has none.
    pub fn tie_value(&self, key: &TieKey, submission: usize) -> Option<Exact> {
        let fact = |fact: usize| match self.submissions.fact(submission, fact)? {
            FactValue::Number(number) => Some(Exact::from(number)),
            FactValue::Date(date) => Some(Exact::whole(date.ordinal())),
            FactValue::Text | FactValue::Choice(_) | FactValue::YesNo(_) => None,
        };
        match key {
            // What stands aside has no weight, and so no points that a rule could round.
            TieKey::Scored { subject: Subject::Criterion(criterion), .. }
                if self.grid.role(Item::Criterion(*criterion)) == Role::Aside =>
            {
                self.line(submission, *criterion).share
            }
            TieKey::Scored { subject: Subject::Criterion(criterion), .. } => self.points(submission, *criterion),
            TieKey::Scored { subject, .. } => self.sight(submission).number(subject),
            TieKey::Fact { fact: index, .. } => fact(*index),
            TieKey::Ratio { over, by, .. } => fact(*over)?.checked_div(&fact(*by)?),
            TieKey::First { .. } => None,
        }
    }
}

/// How two values of a tie key stand: less is better, and any value is better than none.
pub(super) fn order_on(a: Option<Exact>, b: Option<Exact>, best: Best) -> Ordering {
    match (a, b, best) {
        (Some(a), Some(b), Best::Highest) => b.cmp(&a),
        (Some(a), Some(b), Best::Lowest) => a.cmp(&b),
        (a, b, _) => b.is_some().cmp(&a.is_some()),
    }
}

fn draw_cut(evaluation: &Evaluation<'_>, ranked: &mut [Ranked], cutoff: Cutoff, submitted: usize) -> Cut {
    let (places, by) = match cutoff {
        Cutoff::Places(places) => (places, CutBy::Places),
        Cutoff::Share(share) => {
            let places = &Exact::from(share) * &Exact::whole(i64::try_from(submitted).unwrap_or(i64::MAX));
            let places = places.floor().small_fraction().and_then(|(num, _)| usize::try_from(num).ok());
            (places.unwrap_or(0), CutBy::Share)
        }
        Cutoff::Budget(budget) => return spend(evaluation, ranked, &budget.into()),
    };
    let across = match (places.checked_sub(1).and_then(|at| ranked.get(at)), ranked.get(places)) {
        (Some(inside), Some(outside)) if inside.rank == outside.rank => Some(inside.rank),
        _ => None,
    };
    let (mut tied, mut open) = (0, 0);
    for (at, entry) in ranked.iter_mut().enumerate() {
        entry.status = Some(if Some(entry.rank) == across {
            tied += 1;
            open += usize::from(at < places);
            Status::TiedAtCut
        } else if at < places {
            Status::In
        } else {
            Status::Out
        });
    }
    cut(evaluation, ranked, places, by, tied, open)
}

fn cut(evaluation: &Evaluation<'_>, ranked: &[Ranked], places: usize, by: CutBy, tied: usize, open: usize) -> Cut {
    let score = |at: usize| ranked.get(at).and_then(|ranked| evaluation.score(ranked.submission as usize));
    Cut { places, by, last_in: places.checked_sub(1).and_then(score), first_out: score(places), tied, open }
}

/// In the order of the ranking until the money does not cover the next one; a shared rank that it covers only in part is
/// undecided. A submission without a cost was said while checking, and stops the spending.
fn spend(evaluation: &Evaluation<'_>, ranked: &mut [Ranked], budget: &Exact) -> Cut {
    let cost = |submission: u32| {
        let fact = evaluation.grid.rules.cost?;
        match evaluation.submissions.fact(submission as usize, fact)? {
            FactValue::Number(number) => Some(Exact::from(number)),
            _ => None,
        }
    };
    let mut left = budget.clone();
    let (mut places, mut tied, mut open, mut stopped) = (0, 0, 0, false);
    let mut start = 0;
    while start < ranked.len() {
        let rank = ranked[start].rank;
        let end = ranked[start..].iter().position(|entry| entry.rank != rank).map_or(ranked.len(), |at| start + at);
        let costs: Option<Vec<Exact>> = ranked[start..end].iter().map(|entry| cost(entry.submission)).collect();
        let whole: Option<Exact> = costs.as_ref().map(|costs| costs.iter().cloned().sum());
        let status = match (&whole, stopped) {
            (Some(whole), false) if *whole <= left => {
                left = &left - whole;
                places = end;
                Status::In
            }
            (_, false) => {
                stopped = true;
                // How many of those tied the money covers, the cheapest first: at most so many.
                let mut cheapest = costs.unwrap_or_default();
                cheapest.sort();
                let mut rest = left.clone();
                let fits = cheapest.iter().take_while(|cost| {
                    rest = &rest - *cost;
                    !rest.is_negative()
                });
                open = fits.count();
                if open > 0 && end - start > 1 {
                    tied = end - start;
                    places += open;
                    Status::TiedAtCut
                } else {
                    Status::Out
                }
            }
            _ => Status::Out,
        };
        for entry in &mut ranked[start..end] {
            entry.status = Some(status);
        }
        start = end;
    }
    if tied == 0 {
        open = 0;
    }
    cut(evaluation, ranked, places, CutBy::Budget { left }, tied, open)
}

impl Ranking<'_> {
    /// Whether something is unrated, so that the ranking may still change.
    pub fn provisional(&self) -> bool {
        !self.unrated.is_empty()
    }

    /// Whether there is a cut-line anywhere.
    pub fn has_cut(&self) -> bool {
        self.leagues.iter().any(|league| league.cut.is_some())
    }

    /// The entries of a league.
    pub fn entries(&self, league: &League) -> &[Ranked] {
        self.ranked.get(league.range.clone()).unwrap_or_default()
    }

    /// The league of an entry.
    pub fn league_of(&self, entry: &Ranked) -> Option<&League> {
        match self.leagues.as_slice() {
            [one] => Some(one),
            several => {
                let track = self.evaluation.track(entry.submission as usize);
                several.iter().find(|league| league.track == track)
            }
        }
    }

    /// How far a ranked submission is from the cut-line: ahead of the first without a place, or (negative) behind the last
    /// with one.
    pub fn distance(&self, entry: &Ranked) -> Option<Exact> {
        self.distance_of(entry, &self.evaluation.score(entry.submission as usize)?)
    }

    /// As [`Self::distance`], for a score that is already at hand.
    pub fn distance_of(&self, entry: &Ranked, score: &Exact) -> Option<Exact> {
        let cut = self.league_of(entry)?.cut.as_ref()?;
        let ahead = |of: &Exact| match self.evaluation.grid.best() {
            Best::Highest => score - of,
            Best::Lowest => of - score,
        };
        match entry.status? {
            Status::In => Some(ahead(cut.first_out.as_ref()?)),
            Status::TiedAtCut => Some(Exact::ZERO),
            Status::Out => Some(ahead(cut.last_in.as_ref()?)),
        }
    }

    /// The place of a submission in the ranking.
    pub fn entry(&self, submission: usize) -> Option<&Ranked> {
        self.ranked.iter().find(|entry| entry.submission as usize == submission)
    }

    /// What became of a submission.
    pub fn disposition(&self, submission: usize) -> Disposition {
        self.evaluation.disposition(&self.evaluation.bars(), submission)
    }
}
