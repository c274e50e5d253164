//! What a committee should be told beside its ranking: ties and what broke them, thresholds nearly missed, what makes the
//! ranking provisional, what only the display shows.

use crate::number::Exact;
use crate::score::{Bar, Disposition, Ranked, Ranking};

/// One thing worth saying.
#[derive(Debug, Clone)]
pub enum Note {
    /// Submissions are unrated: the ranking may change.
    Provisional {
        /// How many.
        unrated: usize,
    },
    /// A shared rank stretches across the cut-line.
    Undecided {
        /// Those who share it.
        tied: Vec<usize>,
        /// How many of them have a place.
        open: usize,
    },
    /// Fewer are ranked than there are places.
    PlacesLeft {
        /// How many are ranked.
        ranked: usize,
        /// How many places there are.
        places: usize,
    },
    /// Equal totals, put in order by a criterion of the tie chain.
    TieBroken {
        /// The one above.
        above: usize,
        /// The one below.
        below: usize,
        /// Their total.
        total: Exact,
        /// The index of the criterion that differs.
        criterion: usize,
        /// Whether the cut-line passes between the two.
        at_cut: bool,
    },
    /// Equal totals that nothing puts in order.
    TieShared {
        /// Those who share the rank.
        tied: Vec<usize>,
        /// Their total.
        total: Exact,
        /// The rank.
        rank: usize,
    },
    /// Two neighbours whose totals differ but are shown alike.
    ShownAlike {
        /// The one above.
        above: usize,
        /// The one below.
        below: usize,
        /// How much their totals differ.
        gap: Exact,
    },
    /// A threshold passed or missed by little.
    Near {
        /// The submission.
        submission: usize,
        /// The threshold.
        bar: Bar,
        /// How far above it, or (negative) below.
        margin: Exact,
    },
    /// A missing mark was counted as the lowest.
    CountedLowest {
        /// The submission.
        submission: usize,
        /// The indices of the criteria.
        criteria: Vec<usize>,
    },
    /// A missing mark was left out and its weight shared.
    Reweighted {
        /// The submission.
        submission: usize,
        /// The weight left out.
        weight: Exact,
    },
    /// The shown points of some do not add up to their shown total.
    RoundedLines {
        /// The submissions.
        submissions: Vec<usize>,
    },
    /// A criterion is measured another way than the grid's own.
    Way {
        /// The index of the criterion.
        criterion: usize,
        /// The way.
        way: String,
    },
    /// More of one kind than a person would read.
    More {
        /// How many were not said.
        more: usize,
    },
}

/// More notes of one kind than this are counted, not listed.
const MOST: usize = 12;

/// All notes, in the order a chair needs them.
pub fn notes(ranking: &Ranking<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if ranking.provisional() {
        notes.push(Note::Provisional { unrated: ranking.unrated.len() });
    }
    cut(ranking, &mut notes);
    let mut kind = |found: Vec<Note>| {
        let more = found.len().saturating_sub(MOST);
        notes.extend(found.into_iter().take(MOST));
        if more > 0 {
            notes.push(Note::More { more });
        }
    };
    kind(ties(ranking));
    kind(shown_alike(ranking));
    kind(near(ranking));
    kind(policies(ranking));
    kind(rounded_lines(ranking));
    kind(ways(ranking));
    notes
}

fn cut(ranking: &Ranking<'_>, notes: &mut Vec<Note>) {
    let Some(cut) = &ranking.cut else { return };
    if cut.tied > 0 {
        let tied = ranking.ranked.iter().filter(|entry| entry.status == Some(crate::score::Status::TiedAtCut));
        notes
            .push(Note::Undecided { tied: tied.map(|entry| entry.submission as usize).take(MOST + 1).collect(), open: cut.open });
    }
    if ranking.ranked.len() < cut.places {
        notes.push(Note::PlacesLeft { ranked: ranking.ranked.len(), places: cut.places });
    }
}

fn ties(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let total = |entry: &Ranked| evaluation.total(entry.submission as usize);
    let mut notes = Vec::new();
    for group in ranking.ranked.chunk_by(|a, b| a.rank == b.rank).filter(|group| group.len() > 1) {
        // A tie across the cut-line has been said already.
        if group.first().is_some_and(|entry| entry.status != Some(crate::score::Status::TiedAtCut))
            && let Some((first, total)) = group.first().and_then(|entry| Some((entry, total(entry)?)))
        {
            let tied = group.iter().map(|entry| entry.submission as usize).take(MOST + 1).collect();
            notes.push(Note::TieShared { tied, total, rank: first.rank as usize });
        }
    }
    for pair in ranking.ranked.windows(2) {
        let [a, b] = pair else { continue };
        if a.rank == b.rank || total(a) != total(b) {
            continue;
        }
        let (above, below) = (a.submission as usize, b.submission as usize);
        let differs = |criterion: &&usize| evaluation.points(above, **criterion) != evaluation.points(below, **criterion);
        if let (Some(&criterion), Some(total)) = (evaluation.grid.rules.ties.iter().find(differs), total(a)) {
            notes.push(Note::TieBroken { above, below, total, criterion, at_cut: a.status != b.status });
        }
    }
    notes
}

fn shown_alike(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let decimals = evaluation.grid.decimals;
    let pairs = ranking.ranked.windows(2).filter_map(|pair| {
        let (above, below) = (pair.first()?.submission as usize, pair.get(1)?.submission as usize);
        let (a, b) = (evaluation.total(above)?, evaluation.total(below)?);
        let alike = a != b && a.to_fixed_text(decimals) == b.to_fixed_text(decimals);
        alike.then(|| Note::ShownAlike { above, below, gap: &a - &b })
    });
    pairs.collect()
}

/// By little: less than one step of the scale (or a twentieth of its length where it has none), less than one point in a
/// hundred of the total for the pass mark.
fn near(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let bars: Vec<(Bar, Exact)> = evaluation.bars().into_iter().filter_map(|bar| Some((bar, little(ranking, bar)?))).collect();
    if bars.is_empty() {
        return Vec::new();
    }
    let mut notes = Vec::new();
    for submission in 0..evaluation.submissions.len() {
        for (bar, little) in &bars {
            if let Some(margin) = evaluation.margin(submission, *bar).filter(|margin| margin.abs() < *little) {
                notes.push(Note::Near { submission, bar: *bar, margin });
            }
        }
    }
    notes
}

fn little(ranking: &Ranking<'_>, bar: Bar) -> Option<Exact> {
    let evaluation = &ranking.evaluation;
    match bar {
        Bar::Gate(_) => None,
        Bar::Pass => Exact::from(evaluation.grid.total).checked_div(&Exact::whole(100)),
        Bar::Minimum(criterion) => match evaluation.call.measure(evaluation.grid, criterion)? {
            crate::model::Measure::Marks(scale) => scale.step().map(Exact::from).or_else(|| {
                let (low, high) = scale.bounds();
                (&Exact::from(high) - &Exact::from(low)).checked_div(&Exact::whole(20))
            }),
            crate::model::Measure::Facts(_) => None,
        },
    }
}

fn policies(ranking: &Ranking<'_>) -> Vec<Note> {
    use crate::model::Missing;
    let evaluation = &ranking.evaluation;
    let policy = evaluation.grid.rules.missing;
    if !matches!(policy, Missing::Lowest | Missing::Reweight) {
        return Vec::new();
    }
    let ranked = ranking.ranked.iter().map(|entry| entry.submission as usize);
    ranked
        .filter_map(|submission| match policy {
            Missing::Lowest => {
                let criteria: Vec<usize> =
                    evaluation.lines(submission).filter(|line| line.counted_lowest).map(|line| line.criterion).collect();
                (!criteria.is_empty()).then_some(Note::CountedLowest { submission, criteria })
            }
            _ => {
                let weight = evaluation.left_out(submission);
                (!weight.is_zero()).then_some(Note::Reweighted { submission, weight })
            }
        })
        .collect()
}

/// Where the points as shown do not add up to the total as shown.
fn rounded_lines(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let decimals = evaluation.grid.decimals;
    // Beyond what a person adds up by hand, nobody compares.
    if ranking.ranked.len() > 1_000 {
        return Vec::new();
    }
    let differs = |submission: &usize| {
        let shown: Exact =
            evaluation.lines(*submission).filter_map(|line| line.points).map(|points| points.rounded(decimals)).sum();
        evaluation.left_out(*submission).is_zero()
            && evaluation.total(*submission).is_some_and(|total| total.rounded(decimals) != shown)
    };
    let submissions: Vec<usize> = ranking.ranked.iter().map(|entry| entry.submission as usize).filter(differs).collect();
    if submissions.is_empty() { Vec::new() } else { vec![Note::RoundedLines { submissions }] }
}

fn ways(ranking: &Ranking<'_>) -> Vec<Note> {
    let ways = ranking.evaluation.call.ways.iter().enumerate();
    ways.filter_map(|(criterion, way)| Some(Note::Way { criterion, way: way.clone()? })).collect()
}

impl Note {
    /// The submissions it is about.
    pub fn submissions(&self) -> Vec<usize> {
        match self {
            Self::Undecided { tied, .. } | Self::TieShared { tied, .. } => tied.clone(),
            Self::TieBroken { above, below, .. } | Self::ShownAlike { above, below, .. } => vec![*above, *below],
            Self::Near { submission, .. } | Self::CountedLowest { submission, .. } | Self::Reweighted { submission, .. } => {
                vec![*submission]
            }
            Self::RoundedLines { submissions } => submissions.clone(),
            Self::Provisional { .. } | Self::PlacesLeft { .. } | Self::Way { .. } | Self::More { .. } => Vec::new(),
        }
    }

    /// A stable word for machines.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Provisional { .. } => "provisional",
            Self::Undecided { .. } => "undecided",
            Self::PlacesLeft { .. } => "places-left",
            Self::TieBroken { .. } => "tie-broken",
            Self::TieShared { .. } => "tie-shared",
            Self::ShownAlike { .. } => "shown-alike",
            Self::Near { .. } => "near-threshold",
            Self::CountedLowest { .. } => "counted-lowest",
            Self::Reweighted { .. } => "reweighted",
            Self::RoundedLines { .. } => "rounded-lines",
            Self::Way { .. } => "way",
            Self::More { .. } => "more",
        }
    }
}

/// What became of a submission, as a stable word for machines.
pub const fn disposition_code(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::Ranked => "ranked",
        Disposition::Excluded => "excluded",
        Disposition::Unrated => "unrated",
    }
}
