//! Who competes with whom for the places, so that where a changed submission would stand is one comparison: with the last place
//! among the others.

use std::cmp::Ordering;

use super::is_touched;
use crate::score::{Bar, Changed, Disposition, Evaluation, Outcome, Ranking, Status};

/// Where a submission stands to the places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It is selected.
    In,
    /// It shares a rank that stretches across the cut-line: undecided.
    Tied,
    /// It is ranked beyond the places.
    Out,
    /// It is excluded.
    Excluded,
    /// It is unrated.
    Unrated,
}

impl Stand {
    /// 2 in the selected set, 1 undecided, 0 outside: the set is another one where this is.
    const fn selects(self) -> u8 {
        match self {
            Self::In => 2,
            Self::Tied => 1,
            Self::Out | Self::Excluded | Self::Unrated => 0,
        }
    }

    /// Whether the selected set would be another one.
    pub const fn differs(self, other: Self) -> bool {
        self.selects() != other.selects()
    }
}

/// What a change does to the selected set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Where the changed submission stands now.
    pub was: Stand,
    /// Where it would stand.
    pub then: Stand,
    /// Where it would stand with anything more, where that is worked out.
    pub after: Option<Stand>,
    /// Whose total draws the line for it: the submission that has the last place without it.
    pub rival: Option<usize>,
    /// The thresholds and gates that it would pass or fail and does not now.
    pub bars: Vec<Bar>,
    /// The others who would be selected and are not now.
    pub enters: Vec<usize>,
    /// The others who are selected and would be neither that nor undecided.
    pub leaves: Vec<usize>,
    /// The others who would be undecided and are not now.
    pub undecided: Vec<usize>,
}

/// The submissions of a ranking before its places.
pub(super) struct Field<'r> {
    pub(super) ranking: &'r Ranking<'r>,
    pub(super) bars: Vec<Bar>,
    /// Where each submission stands in the list of the ranked.
    places: Vec<Option<usize>>,
    /// Where each submission stands now.
    stands: Vec<Stand>,
    /// Whether thresholds stand on named totals that marks touch: more of something may then be too much.
    pub(super) named: bool,
}

impl<'r> Field<'r> {
    pub(super) fn new(ranking: &'r Ranking<'r>) -> Self {
        let mut places = vec![None; ranking.evaluation.submissions.len()];
        for (at, entry) in ranking.ranked.iter().enumerate() {
            if let Some(slot) = places.get_mut(entry.submission as usize) {
                *slot = Some(at);
            }
        }
        let evaluation = &ranking.evaluation;
        let bars = evaluation.bars();
        let stand = |(submission, place): (usize, &Option<usize>)| {
            let entry = place.and_then(|at| ranking.ranked.get(at));
            match entry.map(|entry| entry.status) {
                Some(Some(Status::In)) => Stand::In,
                Some(Some(Status::TiedAtCut)) => Stand::Tied,
                Some(Some(Status::Out) | None) => Stand::Out,
                None if evaluation.disposition(&bars, submission) == Disposition::Excluded => Stand::Excluded,
                None => Stand::Unrated,
            }
        };
        let stands = places.iter().enumerate().map(stand).collect();
        let named = bars.iter().any(|bar| matches!(bar, Bar::Total(_)));
        Self { ranking, bars, places, stands, named }
    }

    pub(super) fn evaluation(&self) -> &'r Evaluation<'r> {
        &self.ranking.evaluation
    }

    /// Where a submission stands.
    pub(super) fn now(&self, submission: usize) -> Stand {
        self.stands.get(submission).copied().unwrap_or(Stand::Unrated)
    }

    /// Whether no mark can help a submission: something that no mark touches excludes it, or leaves it unrated.
    pub(super) fn is_hopeless(&self, submission: usize) -> bool {
        let evaluation = self.evaluation();
        let fixed = self.bars.iter().filter(|bar| !is_touched(evaluation, **bar));
        fixed
            .map(|bar| evaluation.outcome(submission, *bar))
            .any(|outcome| [Outcome::Failed, Outcome::Undecided].contains(&outcome))
            || self.league(submission).is_none()
    }

    /// The places that a submission competes for, where it stands among those ranked with it, and where these are in the list.
    fn league(&self, submission: usize) -> Option<(usize, std::ops::Range<usize>)> {
        let apart = self.evaluation().grid.rules.tracks_apart;
        let track = if apart { Some(self.evaluation().track(submission)?) } else { None };
        let league = self.ranking.leagues.iter().find(|league| league.track == track)?;
        Some((league.cut.as_ref()?.places, league.range.clone()))
    }

    /// The submissions that compete with one, best first, without it.
    fn others(&self, submission: usize) -> Vec<(usize, u32)> {
        let range = self.league(submission).map_or(0..0, |(_, range)| range);
        let entries = self.ranking.ranked.get(range).unwrap_or_default();
        entries.iter().map(|entry| (entry.submission as usize, entry.rank)).filter(|(other, _)| *other != submission).collect()
    }

    /// The submission that has the last place among the others: with this one ahead of it, this one is selected.
    pub(super) fn rival(&self, submission: usize) -> Option<usize> {
        let (places, range) = self.league(submission)?;
        let last = range.start + places.checked_sub(1)?;
        let own = self.places.get(submission).copied().flatten();
        let last = if own.is_some_and(|own| own <= last) { last + 1 } else { last };
        let entry = self.ranking.ranked.get(last).filter(|_| last < range.end)?;
        Some(entry.submission as usize)
    }

    /// Where a changed submission would stand.
    pub(super) fn then(&self, submission: usize, changed: &Changed<'_>) -> Stand {
        match changed.disposition(&self.bars) {
            Disposition::Excluded => return Stand::Excluded,
            Disposition::Unrated => return Stand::Unrated,
            Disposition::Ranked => {}
        }
        match (self.league(submission), self.rival(submission)) {
            (None | Some((0, _)), _) => Stand::Out,
            (Some(_), None) => Stand::In,
            (Some(_), Some(rival)) => match changed.compare(rival) {
                Ordering::Less => Stand::In,
                Ordering::Equal => Stand::Tied,
                Ordering::Greater => Stand::Out,
            },
        }
    }

    /// What a change does, that would put a submission where it then stands.
    pub(super) fn effect(&self, submission: usize, changed: &Changed<'_>, after: Option<Stand>) -> Effect {
        let evaluation = self.evaluation();
        let (was, then) = (self.now(submission), self.then(submission, changed));
        let others = self.others(submission);
        let places = self.league(submission).map_or(0, |(places, _)| places);
        let (before, with) = (split(&others, places, was), split(&others, places, then));
        // By standing: 2 selected, 1 undecided, 0 outside.
        let level = |at: usize, (selected, undecided): (usize, usize)| match at {
            at if at < selected => 2,
            at if at < undecided => 1,
            _ => 0,
        };
        let moved = |wanted: &dyn Fn(i32, i32) -> bool| {
            let some = others.iter().enumerate().filter(|(at, _)| wanted(level(*at, before), level(*at, with)));
            let mut some: Vec<usize> = some.map(|(_, (other, _))| *other).collect();
            some.sort_unstable();
            some
        };
        let held = |bar: &&Bar| {
            let now = evaluation.outcome(submission, **bar);
            let then = changed.outcome(**bar);
            now != then && [now, then].contains(&Outcome::Failed)
        };
        Effect {
            was,
            then,
            after,
            rival: self.rival(submission),
            bars: self.bars.iter().filter(held).copied().collect(),
            enters: moved(&|before, then| before < 2 && then == 2),
            leaves: moved(&|before, then| before == 2 && then == 0),
            undecided: moved(&|before, then| before != 1 && then == 1),
        }
    }
}

/// How many of the others are selected, and how many are selected or undecided, where the one they compete with stands so.
fn split(others: &[(usize, u32)], places: usize, stand: Stand) -> (usize, usize) {
    let rank = |at: usize| others.get(at).map(|(_, rank)| *rank);
    // Those who share a rank stand together.
    let run = |at: usize| {
        let same = |other: &(usize, u32)| Some(other.1) == rank(at);
        (
            others.partition_point(|other| Some(other.1) < rank(at)),
            others.iter().skip(at).take_while(|other| same(other)).count() + at,
        )
    };
    let cut = |places: usize| match places.checked_sub(1) {
        Some(last) if rank(last).is_some() && rank(last) == rank(places) => run(last),
        _ => (places.min(others.len()), places.min(others.len())),
    };
    match (stand, places.checked_sub(1)) {
        (Stand::In, Some(left)) => cut(left),
        (Stand::Tied, Some(last)) if last < others.len() => run(last),
        _ => cut(places),
    }
}
