//! How near each exclusion was to a pass, and each pass to an exclusion: every threshold on a number, and every gate that is made of
//! bounds on numbers.

use rayon::prelude::*;

use crate::model::condition::Condition;
use crate::model::{Item, Look as _, Subject, TotalRef};
use crate::number::Exact;
use crate::score::{Bar, Evaluation, Outcome, Ranking, Sight};

/// A number that stands before a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The submission.
    pub submission: usize,
    /// The threshold or gate.
    pub bar: Bar,
    /// What of the submission it looks at.
    pub subject: Subject,
    /// That number, in its own units.
    pub value: Exact,
    /// The bound, in the same units; it is included.
    pub threshold: Exact,
    /// How far the number is on the right side of the bound; negative on the wrong one.
    pub margin: Exact,
    /// How wide all there can be is, in the same units, to compare margins of different things: the scale, the weight of the group,
    /// the total of the grid; elsewhere the bound itself, or 1.
    pub width: Exact,
    /// Whether, for one that fails, nothing else stands in the way: no other bound, gate or missing value, and no later stage.
    pub only: bool,
}

/// What is near on each side, nearest first by margin for its width; of equals, in the order of the ids.
#[derive(Debug, Clone, Default)]
pub struct Nearness {
    /// The excluded, and what they failed.
    pub failed: Vec<Near>,
    /// The others, and what they passed; of a gate of several bounds, the tightest.
    pub passed: Vec<Near>,
}

/// Everything that is near a threshold.
pub fn near(ranking: &Ranking<'_>) -> Nearness {
    let evaluation = &ranking.evaluation;
    let bars = evaluation.bars();
    let found: Vec<(Vec<Near>, bool)> =
        (0..evaluation.submissions.len()).into_par_iter().map(|submission| of(evaluation, &bars, submission)).collect();
    let mut nearness = Nearness::default();
    for (near, excluded) in found {
        let side = if excluded { &mut nearness.failed } else { &mut nearness.passed };
        side.extend(near.into_iter().filter(|one| one.margin.is_negative() == excluded));
    }
    for side in [&mut nearness.failed, &mut nearness.passed] {
        let relative = |one: &Near| one.margin.abs().checked_div(&one.width).unwrap_or(Exact::ZERO);
        // Stable: several bounds of one submission keep the order of the grid.
        side.sort_by(|a, b| {
            let id = |one: &Near| evaluation.submissions.id(one.submission);
            relative(a).cmp(&relative(b)).then_with(|| id(a).cmp(id(b)))
        });
    }
    nearness
}

/// Where one submission stands before each bar it was held against, and whether it is excluded.
fn of(evaluation: &Evaluation<'_>, bars: &[Bar], submission: usize) -> (Vec<Near>, bool) {
    let outcomes: Vec<Outcome> = bars.iter().map(|bar| evaluation.outcome(submission, *bar)).collect();
    let count = |outcome: Outcome| outcomes.iter().filter(|one| **one == outcome).count();
    let open = count(Outcome::Failed) + count(Outcome::Undecided) + count(Outcome::NotReached);
    let excluded = outcomes.contains(&Outcome::Failed);
    let rated = !evaluation.grid.ranks() || evaluation.score(submission).is_some();
    let sight = evaluation.sight(submission);
    let mut near = Vec::new();
    for (bar, outcome) in bars.iter().zip(&outcomes) {
        let here = match outcome {
            Outcome::Passed | Outcome::Failed => held(evaluation, &sight, *bar),
            Outcome::Undecided | Outcome::NotReached => continue,
        };
        let failing = here.iter().filter(|one| one.margin.is_negative()).count();
        let alone = open == 1 && failing == 1 && rated;
        match outcome {
            Outcome::Failed => {
                let whole = is_all_bounds(evaluation, &sight, *bar);
                near.extend(
                    here.into_iter().filter(|one| one.margin.is_negative()).map(|one| Near { only: alone && whole, ..one }),
                );
            }
            _ if !excluded => near.extend(here.into_iter().min_by(|a, b| a.margin.cmp(&b.margin))),
            _ => {}
        }
    }
    (near, excluded)
}

/// A lower and an upper bound.
type Bounds = (Option<Exact>, Option<Exact>);

/// Whether everything in a gate that is no bound on a number holds: else the bounds are not all that stands in the way.
fn is_all_bounds(evaluation: &Evaluation<'_>, sight: &Sight<'_>, bar: Bar) -> bool {
    let Bar::Gate(gate) = bar else { return true };
    let Some(gate) = evaluation.grid.gates.get(gate) else { return false };
    match &gate.require {
        Condition::All(parts) => parts.iter().all(|part| bounds(part).is_some() || part.holds(sight) == Some(true)),
        one => bounds(one).is_some(),
    }
}

/// What a test looks at, and the numbers between which it holds, where that is all it says.
fn bounds(condition: &Condition) -> Option<(&Subject, Bounds)> {
    match condition {
        Condition::Test { subject, test } => Some((subject, test.bounds()?)),
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => None,
    }
}

/// The numbers that a bar looks at, each with its nearest bound.
fn held(evaluation: &Evaluation<'_>, sight: &Sight<'_>, bar: Bar) -> Vec<Near> {
    let grid = evaluation.grid;
    let submission = sight.submission();
    let near = |subject: &Subject, low: Option<Exact>, high: Option<Exact>| {
        let value = sight.number(subject)?;
        let above = low.map(|low| (&value - &low, low));
        let below = high.map(|high| (&high - &value, high));
        let (margin, threshold) = above.into_iter().chain(below).min_by(|a, b| a.0.cmp(&b.0))?;
        let width = width(evaluation, subject, &threshold);
        Some(Near { submission, bar, subject: subject.clone(), value, threshold, margin, width, only: false })
    };
    let one = match bar {
        Bar::Carried | Bar::Rateable => None,
        Bar::Gate(gate) => {
            let Some(gate) = grid.gates.get(gate) else { return Vec::new() };
            let parts = match &gate.require {
                Condition::All(parts) => parts.as_slice(),
                one => std::slice::from_ref(one),
            };
            let found = parts.iter().filter_map(bounds).filter_map(|(subject, (low, high))| near(subject, low, high));
            return found.collect();
        }
        // A minimum may not be asked for: of another track, or where the criterion does not apply.
        Bar::Minimum(index) => {
            let minimum = evaluation.minimum(submission, Item::Criterion(index));
            minimum.and_then(|minimum| near(&Subject::Criterion(index), Some(minimum), None))
        }
        Bar::Group(index) => {
            let minimum = evaluation.minimum(submission, Item::Group(index));
            minimum.and_then(|minimum| near(&Subject::Group(index), Some(minimum), None))
        }
        Bar::Total(index) => grid.totals.get(index).and_then(|total| {
            let subject = Subject::Total(TotalRef::Named(index));
            near(&subject, total.at_least.map(Exact::from), total.at_most.map(Exact::from))
        }),
        Bar::Pass => {
            let pass = evaluation.pass(submission);
            pass.and_then(|pass| near(&Subject::Total(TotalRef::Main), Some(pass), None))
        }
    };
    one.into_iter().collect()
}

fn width(evaluation: &Evaluation<'_>, subject: &Subject, threshold: &Exact) -> Exact {
    let grid = evaluation.grid;
    let known = match subject {
        Subject::Criterion(index) => {
            let scale = evaluation.call.measure(grid, *index).and_then(crate::model::Measure::scale);
            scale.map(|scale| &Exact::from(scale.bounds().1) - &Exact::from(scale.bounds().0))
        }
        Subject::Group(index) => grid.groups.get(*index).map(|group| group.weight.clone()),
        Subject::Total(TotalRef::Main) => Some(grid.total.into()),
        Subject::Count(count) => i64::try_from(count.among.len()).ok().map(Exact::whole),
        Subject::Fact(_) | Subject::Total(TotalRef::Named(_)) => None,
    };
    let width = known.unwrap_or_else(|| threshold.abs());
    if width.is_zero() { Exact::ONE } else { width }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::loaded::{Loaded, load};

    const GRID: &str = "[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"A test.\"

[[fact]]
id = \"amount\"
label = \"Amount\"
type = \"number\"

[[fact]]
id = \"letters\"
label = \"Letters\"
type = \"number\"

[[fact]]
id = \"new\"
label = \"New\"
type = \"yes-no\"

[[gate]]
id = \"money\"
label = \"Money\"
require = { all = [{ fact = \"amount\", between = [100, 200] }, { fact = \"letters\", at_least = 2 }, { fact = \"new\", one_of = [\"yes\"] }] }

[[gate]]
id = \"either\"
label = \"Either\"
require = { any = [{ fact = \"amount\", at_most = 1000 }, { fact = \"letters\", at_least = 9 }] }

[[criterion]]
id = \"a\"
label = \"A\"
weight = 60
scale = { points = 10 }
minimum = 4

[[criterion]]
id = \"b\"
label = \"B\"
weight = 40
scale = { points = 10 }

[rules]
pass = { total = 50 }
";

    fn call(submissions: &str, marks: &str) -> Loaded {
        let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"marks.csv\"\nplaces = 1\n";
        load(GRID, call, submissions, marks)
    }

    fn told(loaded: &Loaded, side: &[Near]) -> Vec<(String, Bar, String, String, String, bool)> {
        let text = |value: &Exact| value.to_exact_text();
        let row = |one: &Near| {
            let id = loaded.submissions.id(one.submission).to_owned();
            (id, one.bar, text(&one.value), text(&one.threshold), text(&one.margin), one.only)
        };
        side.iter().map(row).collect()
    }

    fn row(
        id: &str,
        bar: Bar,
        value: &str,
        threshold: &str,
        margin: &str,
        only: bool,
    ) -> (String, Bar, String, String, String, bool) {
        (id.to_owned(), bar, value.to_owned(), threshold.to_owned(), margin.to_owned(), only)
    }

    #[test]
    fn nearest_first_on_each_side() {
        let submissions = "id,amount,letters,new\nA,150,5,yes\nB,210,2,yes\nC,150,1,no\nD,120,3,yes\nE,95,3,yes\nF,150,3,yes\n";
        // Totals: A 60·.5 + 40·.6 = 54, D 60·.3 + 40·.7 = 46, E and F 80 and 49.
        let loaded = call(submissions, "submission,a,b\nA,5,6\nB,9,9\nC,9,9\nD,3,7\nE,8,8\nF,4.5,5.5");
        let ranking = loaded.rank();
        let near = near(&ranking);
        // For their widths: 1 of 100; then 4 of 100; 5 of a bound of 100 and 10 of 200, whose order is that of the ids; 1 of 10;
        // 1 of 2.
        assert_eq!(
            told(&loaded, &near.failed),
            [
                row("F", Bar::Pass, "49", "50", "-1", true),
                row("D", Bar::Pass, "46", "50", "-4", false),
                row("B", Bar::Gate(0), "210", "200", "-10", true),
                row("E", Bar::Gate(0), "95", "100", "-5", true),
                row("D", Bar::Minimum(0), "3", "4", "-1", false),
                // It is not new either: another letter would not do.
                row("C", Bar::Gate(0), "1", "2", "-1", false),
            ]
        );
        // Of A's gate, the tightest bound: 3 letters more than needed, and not 50 of the money either way.
        assert_eq!(
            told(&loaded, &near.passed),
            [
                row("A", Bar::Pass, "54", "50", "4", false),
                row("A", Bar::Minimum(0), "5", "4", "1", false),
                row("A", Bar::Gate(0), "5", "2", "3", false),
            ]
        );
    }

    /// What is missing stands in the way as well: B would still be unrated with 20 less.
    #[test]
    fn a_missing_mark_is_another_obstacle() {
        let loaded = call("id,amount,letters,new\nA,150,5,yes\nB,210,2,yes\n", "submission,a,b\nA,5,6\nB,9,");
        let near = near(&loaded.rank());
        assert!(told(&loaded, &near.failed).iter().all(|row| row.0 == "B" && !row.5));
        assert_eq!(near.failed.len(), 1);
    }
}
