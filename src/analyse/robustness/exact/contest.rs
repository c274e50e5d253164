//! What must stay for a decision to stay: who must stand above whom, and which thresholds must hold.

use super::super::Linear;
use super::scaled::{Row, Scaled, Whole};
use crate::score::{Bar, Status};

/// What happens where a decision changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The two tie here; beyond, the first stands above the second.
    Overtakes {
        /// The submission that rises, by index.
        above: usize,
        /// The submission that falls, by index.
        below: usize,
    },
    /// The two tie here, and go no further: no weights on this way put the first above the second.
    Levels {
        /// The submission that rises, by index.
        above: usize,
        /// The one that it comes level with.
        below: usize,
    },
    /// A submission meets a threshold here, and misses it beyond.
    Fails {
        /// The submission, by index.
        submission: usize,
        /// The threshold.
        bar: Bar,
    },
    /// A submission that was excluded meets a threshold from here on, and stands high enough.
    Passes {
        /// The submission, by index.
        submission: usize,
        /// The threshold.
        bar: Bar,
    },
}

/// One decision: those inside must stay above those outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contest {
    /// The candidates that are in, by their place in [`Linear::candidates`].
    pub(super) inside: Vec<usize>,
    /// All others that compete with them.
    pub(super) outside: Vec<usize>,
    /// Whether who comes in takes somebody's place; else there are places left, or no end of them.
    pub(super) full: bool,
}

/// What is decided about the selected set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decided {
    /// In every league it is decided who is selected.
    Set(Vec<Contest>),
    /// In some league the cut-line goes through a tie: those who share it, as submissions.
    Undecided(Vec<usize>),
}

/// Who is selected, league by league. Without places, whoever reaches the thresholds is.
pub(super) fn selected<Z: Whole>(linear: &Linear, scaled: &Scaled<Z>) -> Decided {
    let with = |wanted: Status| linear.candidates.iter().filter(move |one| one.status == Some(wanted));
    let tied: Vec<usize> = with(Status::TiedAtCut).map(|one| one.submission).collect();
    if !tied.is_empty() {
        return Decided::Undecided(tied);
    }
    let contests = linear.leagues.iter().enumerate().map(|(league, places)| {
        let own = || linear.candidates.iter().enumerate().filter(move |(_, one)| one.league == league);
        let is_in = |at: usize, status: Option<Status>| match places {
            Some(_) => status == Some(Status::In),
            None => scaled.rows.get(at).is_some_and(Row::passes),
        };
        let (inside, outside): (Vec<_>, Vec<_>) = own().partition(|(at, one)| is_in(*at, one.status));
        let inside: Vec<usize> = inside.into_iter().map(|(at, _)| at).collect();
        let full = places.is_some_and(|places| inside.len() >= places);
        Contest { inside, outside: outside.into_iter().map(|(at, _)| at).collect(), full }
    });
    Decided::Set(contests.collect())
}

/// The ranked of each league, best first, those who share a rank together; by their place in [`Linear::candidates`].
pub(super) fn order(linear: &Linear) -> Vec<Vec<Vec<usize>>> {
    let leagues = (0..linear.leagues.len()).map(|league| {
        let own = linear.candidates.iter().enumerate().filter(|(_, one)| one.league == league);
        let mut ranked: Vec<(u32, usize)> = own.filter_map(|(at, one)| Some((one.rank?, at))).collect();
        ranked.sort_unstable();
        ranked.chunk_by(|a, b| a.0 == b.0).map(|same| same.iter().map(|(_, at)| *at).collect()).collect()
    });
    leagues.collect()
}

/// Who is first, league by league; a league whose first rank is shared, or empty, decides none.
pub(super) fn first(linear: &Linear, order: &[Vec<Vec<usize>>]) -> Vec<Contest> {
    let mut contests = Vec::new();
    for (league, ranks) in order.iter().enumerate() {
        let Some([first]) = ranks.first().map(Vec::as_slice) else { continue };
        let others = linear.candidates.iter().enumerate().filter(|(at, one)| one.league == league && at != first);
        contests.push(Contest { inside: vec![*first], outside: others.map(|(at, _)| at).collect(), full: true });
    }
    contests
}
