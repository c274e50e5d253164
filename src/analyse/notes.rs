//! What a committee should be told beside its ranking: ties and what broke them, thresholds nearly missed, what makes the
//! ranking provisional, what only the display shows.

use super::Answers;
use crate::model::condition::Condition;
use crate::model::{Item, Measure, Missing, Role};
use crate::number::Exact;
use crate::score::{Bar, CutBy, Disposition, LeftOut, Ranked, Ranking, Status};

/// One thing worth saying.
#[derive(Debug, Clone)]
pub enum Note {
    /// Submissions are unrated: the ranking may change.
    Provisional {
        /// How many.
        unrated: usize,
    },
    /// The money left does not pay for all who share the next rank.
    Unpaid {
        /// Those who share it.
        tied: Vec<usize>,
        /// What is left.
        left: Exact,
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
        /// On which track, where each is ranked apart.
        track: Option<usize>,
    },
    /// What is left of the budget.
    Left {
        /// How much.
        left: Exact,
        /// On which track, where each is ranked apart.
        track: Option<usize>,
    },
    /// How many marks went in, and what was left out.
    Answers {
        /// The counts.
        answers: Answers,
    },
    /// A lead that is smaller than what reviewers differ by on the two.
    Disagreement {
        /// The one above.
        above: usize,
        /// The one below.
        below: usize,
        /// The difference of their totals.
        lead: Exact,
        /// How many reviewers put the one below first.
        contrary: usize,
        /// How many gave both a total.
        reviewers: usize,
    },
    /// Equal totals, put in order by a key of the tie chain.
    TieBroken {
        /// The one above.
        above: usize,
        /// The one below.
        below: usize,
        /// Their total.
        total: Exact,
        /// The index of the tie key on which they differ.
        key: usize,
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
    /// Reviewers say that some criteria do not apply.
    NotApplicable {
        /// The submission.
        submission: usize,
        /// The indices of the criteria.
        criteria: Vec<usize>,
    },
    /// The combined mark of some is at no level of a scale, where conditions ask for exactly one.
    BetweenLevels {
        /// The index of the criterion.
        criterion: usize,
        /// The submissions.
        submissions: Vec<usize>,
    },
    /// A criterion compares with the best of those still in the running.
    Compared {
        /// The index of the criterion.
        criterion: usize,
        /// The value it compares with.
        best: Exact,
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
    kind(answers(ranking));
    kind(disagreements(ranking));
    kind(ties(ranking));
    kind(shown_alike(ranking));
    kind(near(ranking));
    kind(policies(ranking));
    kind(rounded_lines(ranking));
    kind(between_levels(ranking));
    kind(compared(ranking));
    kind(ways(ranking));
    notes
}

/// What was left out of the marks, where anything was.
fn answers(ranking: &Ranking<'_>) -> Vec<Note> {
    let ledger = ranking.evaluation.ledger;
    // Marks beside the facts, one a criterion, all of them given or empty, have nothing left out.
    let plain = ledger.columns.iter().flatten().all(|column| column.single().is_some());
    if plain {
        return Vec::new();
    }
    let answers = Answers::of(ranking);
    if answers.is_plain() { Vec::new() } else { vec![Note::Answers { answers }] }
}

/// The lead of the first over the second, and of the last selected over the first that is not, where it is smaller than the
/// standard deviation (n − 1) of the differences that reviewers see between the two, and some see the contrary.
fn disagreements(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let reviewers = u32::try_from(evaluation.ledger.panel.seats.len()).unwrap_or(0);
    if !evaluation.ranks_by_weights() || reviewers < 2 {
        return Vec::new();
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for league in &ranking.leagues {
        let entries = ranking.entries(league);
        let first = entries.windows(2).take(1);
        let cut = entries.windows(2).filter(|pair| pair[0].status == Some(Status::In) && pair[1].status == Some(Status::Out));
        for pair in first.chain(cut) {
            let pair = (pair[0].submission as usize, pair[1].submission as usize);
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    }
    pairs.into_iter().filter_map(|(above, below)| disagreement(ranking, above, below, reviewers)).collect()
}

fn disagreement(ranking: &Ranking<'_>, above: usize, below: usize, reviewers: u32) -> Option<Note> {
    let evaluation = &ranking.evaluation;
    let lead = &evaluation.total(above)? - &evaluation.total(below)?;
    let voting = |reviewer: &u32| evaluation.ledger.panel.seat(*reviewer).is_some_and(crate::model::Seat::votes);
    let difference = |reviewer: u32| Some(&evaluation.total_by(above, reviewer)? - &evaluation.total_by(below, reviewer)?);
    let differences: Vec<Exact> = (0..reviewers).filter(voting).filter_map(difference).collect();
    let count = i64::try_from(differences.len()).ok().filter(|count| *count > 1)?;
    let contrary = differences.iter().filter(|difference| difference.is_negative()).count();
    let mean = differences.iter().cloned().sum::<Exact>().checked_div(&Exact::whole(count))?;
    let squares = differences.iter().map(|difference| &(difference - &mean) * &(difference - &mean)).sum::<Exact>();
    // In squares: no root is needed to compare.
    let smaller = &(&lead * &lead) * &Exact::whole(count - 1) < squares;
    let reviewers = differences.len();
    (smaller && contrary > 0 && !lead.is_zero()).then_some(Note::Disagreement { above, below, lead, contrary, reviewers })
}

fn cut(ranking: &Ranking<'_>, notes: &mut Vec<Note>) {
    for league in &ranking.leagues {
        let Some(cut) = &league.cut else { continue };
        let entries = ranking.entries(league);
        if cut.tied > 0 {
            let tied = entries.iter().filter(|entry| entry.status == Some(Status::TiedAtCut));
            let tied = tied.map(|entry| entry.submission as usize).take(MOST + 1).collect();
            notes.push(match &cut.by {
                CutBy::Budget { left } => Note::Unpaid { tied, left: left.clone() },
                CutBy::Places | CutBy::Share => Note::Undecided { tied, open: cut.open },
            });
        }
        match &cut.by {
            CutBy::Budget { .. } if cut.tied > 0 => {}
            CutBy::Budget { left } => notes.push(Note::Left { left: left.clone(), track: league.track }),
            CutBy::Places | CutBy::Share if entries.len() < cut.places => {
                notes.push(Note::PlacesLeft { ranked: entries.len(), places: cut.places, track: league.track });
            }
            CutBy::Places | CutBy::Share => {}
        }
    }
}

fn ties(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    if !evaluation.grid.ranks() {
        return Vec::new();
    }
    let score = |entry: &Ranked| evaluation.score(entry.submission as usize);
    let mut notes = Vec::new();
    for entries in ranking.leagues.iter().map(|league| ranking.entries(league)) {
        for group in entries.chunk_by(|a, b| a.rank == b.rank).filter(|group| group.len() > 1) {
            // A tie across the cut-line has been said already.
            if group.first().is_some_and(|entry| entry.status != Some(Status::TiedAtCut))
                && let Some((first, total)) = group.first().and_then(|entry| Some((entry, score(entry)?)))
            {
                let tied = group.iter().map(|entry| entry.submission as usize).take(MOST + 1).collect();
                notes.push(Note::TieShared { tied, total, rank: first.rank as usize });
            }
        }
    }
    for entries in ranking.leagues.iter().map(|league| ranking.entries(league)) {
        for pair in entries.windows(2) {
            let [a, b] = pair else { continue };
            if a.rank == b.rank || score(a) != score(b) {
                continue;
            }
            let (above, below) = (a.submission as usize, b.submission as usize);
            if let (Some(key), Some(total)) = (settling_key(ranking, above, below), score(a)) {
                notes.push(Note::TieBroken { above, below, total, key, at_cut: a.status != b.status });
            }
        }
    }
    notes
}

/// The index of the first tie key on which two submissions differ.
pub(super) fn settling_key(ranking: &Ranking<'_>, a: usize, b: usize) -> Option<usize> {
    let evaluation = &ranking.evaluation;
    evaluation.grid.rules.ties.iter().position(|key| evaluation.compare_on(key, a, b).is_ne())
}

fn shown_alike(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let decimals = evaluation.grid.decimals;
    let pairs = ranking.leagues.iter().flat_map(|league| ranking.entries(league).windows(2)).filter_map(|pair| {
        let (above, below) = (pair.first()?.submission as usize, pair.get(1)?.submission as usize);
        let (a, b) = (evaluation.score(above)?, evaluation.score(below)?);
        let alike = a != b && a.to_fixed_text(decimals) == b.to_fixed_text(decimals);
        alike.then(|| Note::ShownAlike { above, below, gap: (&a - &b).abs() })
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
    let grid = evaluation.grid;
    let hundredth = |whole: Exact| whole.checked_div(&Exact::whole(100));
    match bar {
        Bar::Carried | Bar::Gate(_) | Bar::Rateable => None,
        Bar::Pass => hundredth(grid.total.into()),
        Bar::Group(index) => hundredth(grid.groups.get(index)?.weight.clone()),
        Bar::Total(index) => {
            let (low, high) = grid.totals.get(index)?.form.reach()?;
            hundredth(&high - &low)
        }
        Bar::Minimum(criterion) => match evaluation.call.measure(grid, criterion)? {
            Measure::Marks(scale) => scale.step().map(Exact::from).or_else(|| {
                let (low, high) = scale.bounds();
                (&Exact::from(high) - &Exact::from(low)).checked_div(&Exact::whole(20))
            }),
            Measure::Facts(_) => None,
        },
    }
}

fn policies(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    let says = |policy: Missing| (0..grid.criteria.len()).any(|criterion| grid.missing(criterion) == policy);
    let (lowest, reweight) = (says(Missing::Lowest), says(Missing::Reweight));
    let waives = evaluation.ledger.columns.iter().flatten().any(crate::model::MarkColumn::waives);
    if !(lowest || reweight || waives) {
        return Vec::new();
    }
    let mut notes = Vec::new();
    for submission in ranking.ranked.iter().map(|entry| entry.submission as usize) {
        let lines: Vec<_> = evaluation.lines(submission).collect();
        let of = |wanted: &dyn Fn(&crate::score::Line) -> bool| -> Vec<usize> {
            lines.iter().filter(|line| wanted(line)).map(|line| line.criterion).collect()
        };
        let counted = of(&|line| line.counted_lowest);
        if !counted.is_empty() {
            notes.push(Note::CountedLowest { submission, criteria: counted });
        }
        let weight = evaluation.left_out(submission, LeftOut::Missing);
        if !weight.is_zero() {
            notes.push(Note::Reweighted { submission, weight });
        }
        let waived = of(&|line| line.left_out == Some(LeftOut::NotApplicable));
        if !waived.is_empty() {
            notes.push(Note::NotApplicable { submission, criteria: waived });
        }
    }
    notes
}

/// A mean of several reviewers may fall between two levels, and then is at neither: worth saying where a condition asks for
/// exactly one.
fn between_levels(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let grid = evaluation.grid;
    let mut exact: Vec<usize> = grid.conditions().flat_map(Condition::exact_criteria).collect();
    exact.sort_unstable();
    exact.dedup();
    let between = |criterion: usize, submission: usize| {
        let scale = evaluation.call.measure(grid, criterion).and_then(Measure::scale)?;
        let mark = evaluation.line(submission, criterion).mark?;
        Some(!scale.words().is_empty() && scale.name_of(&mark).is_none())
    };
    // Also of those who are excluded: it may be the reason.
    let all = evaluation.submissions.len();
    let notes = exact.into_iter().map(|criterion| {
        let submissions = (0..all).filter(|&submission| between(criterion, submission) == Some(true)).collect();
        Note::BetweenLevels { criterion, submissions }
    });
    notes.filter(|note| !note.submissions().is_empty()).collect()
}

/// What criteria compare with, where they compare with the others.
fn compared(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let criteria = 0..evaluation.grid.criteria.len();
    criteria
        .filter_map(|criterion| Some(Note::Compared { criterion, best: evaluation.compared_with(criterion)?.clone() }))
        .collect()
}

/// Where the points as shown do not add up to the total as shown.
fn rounded_lines(ranking: &Ranking<'_>) -> Vec<Note> {
    let evaluation = &ranking.evaluation;
    let decimals = evaluation.grid.decimals;
    // Beyond what a person adds up by hand, nobody compares.
    if ranking.ranked.len() > 1_000 || !evaluation.grid.has_total() {
        return Vec::new();
    }
    let top: Vec<Item> =
        evaluation.grid.children(None).into_iter().filter(|item| evaluation.grid.role(*item) != Role::Aside).collect();
    let differs = |submission: &usize| {
        let points = top.iter().filter_map(|item| Some((*item, evaluation.item_points(*submission, *item)?)));
        let shown: Exact = points.map(|(item, points)| evaluation.in_sum(item, points.rounded(decimals))).sum();
        let beside = evaluation.adjustments(*submission).into_iter().filter(|line| line.of.is_none());
        // What stands between the lines and the total is shown as such.
        beside.count() == 0 && evaluation.total(*submission).is_some_and(|total| total.rounded(decimals) != shown)
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
            Self::Undecided { tied, .. } | Self::Unpaid { tied, .. } | Self::TieShared { tied, .. } => tied.clone(),
            Self::TieBroken { above, below, .. }
            | Self::ShownAlike { above, below, .. }
            | Self::Disagreement { above, below, .. } => vec![*above, *below],
            Self::Near { submission, .. }
            | Self::CountedLowest { submission, .. }
            | Self::NotApplicable { submission, .. }
            | Self::Reweighted { submission, .. } => vec![*submission],
            Self::RoundedLines { submissions } | Self::BetweenLevels { submissions, .. } => submissions.clone(),
            Self::Provisional { .. }
            | Self::Answers { .. }
            | Self::PlacesLeft { .. }
            | Self::Left { .. }
            | Self::Compared { .. }
            | Self::Way { .. }
            | Self::More { .. } => Vec::new(),
        }
    }

    /// A stable word for machines.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Provisional { .. } => "provisional",
            Self::Undecided { .. } | Self::Unpaid { .. } => "undecided",
            Self::PlacesLeft { .. } => "places-left",
            Self::Left { .. } => "budget-left",
            Self::Answers { .. } => "answers",
            Self::Disagreement { .. } => "disagreement",
            Self::TieBroken { .. } => "tie-broken",
            Self::TieShared { .. } => "tie-shared",
            Self::ShownAlike { .. } => "shown-alike",
            Self::Near { .. } => "near-threshold",
            Self::CountedLowest { .. } => "counted-lowest",
            Self::Reweighted { .. } => "reweighted",
            Self::NotApplicable { .. } => "not-applicable",
            Self::BetweenLevels { .. } => "between-levels",
            Self::Compared { .. } => "compared",
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
