//! Raw and calibrated ranks side by side: what the totals would be if every reviewer were as severe as the others on average.
//! Never in the place of the ranking.

use super::super::agreement::{Calibration, Island, Ratings, Uncalibrated, calibrate};
use crate::analyse::real::approximate;
use crate::number::Exact;
use crate::score::Ranking;

/// One ranked submission, raw and calibrated.
#[derive(Debug, Clone)]
pub struct Calibrated {
    /// The submission.
    pub submission: usize,
    /// Its rank.
    pub raw_rank: u32,
    /// Its total.
    pub raw: Exact,
    /// The plain mean of the totals that reviewers give it, which is what calibration corrects; `None` where there is none.
    pub mean: Option<Exact>,
    /// Its calibrated total, in points of the grid's total; `None` where no reviewer gave it a whole total.
    pub level: Option<f64>,
    /// The rank that makes, among those that have one; totals closer than a billionth share it.
    pub rank: Option<u32>,
}

/// What calibration gives, or why it gives nothing.
#[derive(Debug, Clone)]
pub enum SideBySide {
    /// Raw and calibrated, in the order of the ranking, with the effect of each reviewer and how many totals it rests upon.
    Given {
        /// The submissions.
        rows: Vec<Calibrated>,
        /// The effects and what they rest upon.
        calibration: Calibration,
    },
    /// Reviewers fall into groups that marked nothing in common: there is no telling a severe group from weak submissions. The
    /// groups, each with its reviewers and its submissions by index.
    Islands(Vec<(Vec<usize>, Vec<usize>)>),
    /// There are no totals of single reviewers, or the ranking is not by the total of the weights.
    NoTotals,
}

/// Totals closer than this, as a share of the grid's total, are one in floating point.
const SAME: f64 = 1e-9;

pub(super) fn calibrated(
    ranking: &Ranking<'_>,
    submissions: &[usize],
    exact: &[Vec<Option<Exact>>],
    totals: &Ratings,
) -> SideBySide {
    let evaluation = &ranking.evaluation;
    if !evaluation.ranks_by_weights() || !evaluation.grid.has_total() {
        return SideBySide::NoTotals;
    }
    let calibration = match calibrate(totals) {
        Ok(calibration) => calibration,
        Err(Uncalibrated::NoMarks) => return SideBySide::NoTotals,
        Err(Uncalibrated::Islands(islands)) => {
            let own = |island: Island| {
                let units = island.units.iter().filter_map(|unit| submissions.get(*unit).copied()).collect();
                (island.raters, units)
            };
            return SideBySide::Islands(islands.into_iter().map(own).collect());
        }
    };
    let level = |submission: usize| {
        let at = submissions.binary_search(&submission).ok()?;
        calibration.levels.get(at).copied().flatten()
    };
    let mean = |submission: usize| {
        let own: Vec<&Exact> = exact.get(submissions.binary_search(&submission).ok()?)?.iter().flatten().collect();
        let count = i64::try_from(own.len()).ok()?;
        own.into_iter().cloned().sum::<Exact>().checked_div(&Exact::whole(count))
    };
    let mut rows: Vec<Calibrated> = ranking
        .ranked
        .iter()
        .filter_map(|entry| {
            let submission = entry.submission as usize;
            let raw = evaluation.total(submission)?;
            let (level, mean) = (level(submission), mean(submission));
            Some(Calibrated { submission, raw_rank: entry.rank, raw, mean, level, rank: None })
        })
        .collect();
    let noise = SAME * approximate(&evaluation.grid.total.into());
    let mut levels: Vec<f64> = rows.iter().filter_map(|row| row.level).collect();
    levels.sort_unstable_by(f64::total_cmp);
    for row in &mut rows {
        let better = |level: f64| levels.len() - levels.partition_point(|other| *other <= level + noise);
        row.rank = row.level.and_then(|level| u32::try_from(better(level) + 1).ok());
    }
    SideBySide::Given { rows, calibration }
}
