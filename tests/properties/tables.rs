//! Tables on facts: bracket lines read from the top, two-way tables, declining scales. What is accepted is held against its
//! own lines, value by value; what is refused must show what is wrong with it.

use num_rational::BigRational;
use num_traits::Zero as _;
use proptest::prelude::*;

use crate::language::{Rows, Texts};
use crate::tree::whole;
use crate::{config, load, rational};

/// A line of a table, its bounds in quarters.
#[derive(Debug, Clone)]
struct Line {
    low: Option<(i64, bool)>,
    high: Option<(i64, bool)>,
    points: i64,
}

impl Line {
    fn toml(&self) -> String {
        let bound = |key: &str, value: i64| format!("{key} = {}, ", quarters(value));
        let bounds = match (self.low, self.high) {
            (Some((low, true)), Some((high, true))) if low == high => bound("equals", low),
            (low, high) => {
                let low = low.map(|(low, with)| bound(if with { "at_least" } else { "above" }, low));
                let high = high.map(|(high, with)| bound(if with { "at_most" } else { "below" }, high));
                low.unwrap_or_default() + &high.unwrap_or_default()
            }
        };
        format!("{{ {bounds}points = {} }}", self.points)
    }

    /// Whether it takes a value, in eighths.
    fn holds(&self, value: i64) -> bool {
        let above = self.low.is_none_or(|(low, with)| value > 2 * low || (with && value == 2 * low));
        let below = self.high.is_none_or(|(high, with)| value < 2 * high || (with && value == 2 * high));
        above && below
    }

    fn is_closed(&self) -> bool {
        self.low.is_some() && self.high.is_some()
    }
}

/// A quarter as a decimal.
fn quarters(value: i64) -> String {
    eighths(2 * value)
}

fn eighths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", value.abs() / 8, value.abs() % 8 * 125)
}

/// A grid of one criterion, and the points of each value.
fn points(
    facts: &str,
    from: &str,
    weight: &str,
    headings: &[&str],
    rows: Vec<Vec<String>>,
) -> Result<Vec<BigRational>, Vec<&'static str>> {
    let texts = Texts {
        grid: format!(
            "[grid]\nid = \"tables\"\nversion = \"1\"\ntitle = \"Tables\"\nsource = \"A test.\"\ntotal = {weight}\n{facts}\n\
             [[criterion]]\nid = \"c\"\nlabel = \"C\"\nweight = {weight}\n{from}\n"
        ),
        call: "[call]\ngrid = \"g\"\nsubmissions = \"s\"\n".to_owned(),
        yaml: false,
        submissions: Rows { headings: headings.iter().map(|heading| (*heading).to_owned()).collect(), rows },
        marks: None,
    };
    let loaded = load(&texts)?;
    let ranking = loaded.rank();
    Ok((0..loaded.submissions.len()).map(|at| rational(&ranking.evaluation.total(at).unwrap())).collect())
}

fn fact(id: &str, kind: &str) -> String {
    format!("[[fact]]\nid = \"{id}\"\nlabel = \"Fact {id}\"\ntype = \"{kind}\"\n")
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    // Anything at all, and cuts of the whole line in any order: only the second are often accepted.
    let bound = || proptest::option::weighted(0.6, (-2i64..24, any::<bool>()));
    let any_line = (bound(), bound(), 0i64..=9).prop_map(|(low, high, points)| Line { low, high, points });
    let anything = proptest::collection::vec(any_line, 1..5);
    let cuts = (
        proptest::collection::btree_set((0i64..24, any::<bool>()), 0..5),
        any::<bool>(),
        proptest::collection::vec((0i64..=9, any::<usize>()), 6),
    )
        .prop_map(|(cuts, rest, more)| {
            // A cut is just before a number (false) or just after it.
            let ends: Vec<Option<(i64, bool)>> = std::iter::once(None).chain(cuts.into_iter().map(Some)).chain([None]).collect();
            let mut lines: Vec<Line> = ends
                .windows(2)
                .zip(&more)
                .map(|(ends, (points, _))| Line {
                    low: ends[0].map(|(low, after)| (low, !after)),
                    high: ends[1],
                    points: *points,
                })
                .collect();
            let order: Vec<usize> = more.iter().map(|(_, pick)| *pick).collect();
            lines = crate::language::shuffle(&lines, &order);
            if rest && lines.len() > 1 {
                let last = lines.last_mut().unwrap();
                (last.low, last.high) = (None, None);
            }
            lines
        });
    prop_oneof![1 => anything, 2 => cuts]
}

/// Values that tell every bound apart from its neighbours, in eighths: numbers, or whole numbers from zero.
fn sample(counts: bool) -> Vec<i64> {
    if counts { (0..10).map(|value| 8 * value).collect() } else { (-24..=72).collect() }
}

proptest! {
    #![proptest_config(config(300))]

    /// An accepted table gives every value the points of the first line that takes it. A refused one has a value that no line
    /// takes, a line to which those above leave nothing, or two closed lines that share a value.
    #[test]
    fn a_table_says_what_every_value_is_worth(mut lines in lines(), counts in any::<bool>(), best in any::<usize>()) {
        let at = best % lines.len();
        lines[at].points = 10;
        let written: Vec<String> = lines.iter().map(Line::toml).collect();
        let from = format!("from = {{ fact = \"n\" }}\nscale = {{ brackets = [{}] }}", written.join(", "));
        let values = sample(counts);
        let cell = |value: i64| if counts { (value / 8).to_string() } else { eighths(value) };
        let rows = values.iter().enumerate().map(|(at, value)| vec![format!("S{at}"), cell(*value)]).collect();
        let taken = |lines: &[Line], value: i64| lines.iter().any(|line| line.holds(value));
        match points(&fact("n", if counts { "count" } else { "number" }), &from, "10", &["id", "n"], rows) {
            Ok(found) => {
                for (value, found) in values.iter().zip(found) {
                    let line = lines.iter().find(|line| line.holds(*value));
                    prop_assert_eq!(line.map(|line| whole(line.points)), Some(found), "{} on {}", from, value);
                }
                // Every line takes something of its own, among numbers.
                for (at, line) in lines.iter().enumerate() {
                    prop_assert!(sample(false).into_iter().any(|value| line.holds(value) && !taken(&lines[..at], value)), "{}", from);
                }
            }
            Err(codes) => {
                prop_assert!(codes.iter().all(|code| *code == "G112"), "{:?} {}", codes, from);
                let gap = values.iter().any(|value| !taken(&lines, *value));
                let hidden = lines.iter().enumerate().any(|(at, line)| {
                    sample(false).into_iter().all(|value| !line.holds(value) || taken(&lines[..at], value))
                });
                let overlap = (0..lines.len()).any(|at| {
                    (0..at).any(|other| {
                        lines[at].is_closed() && lines[other].is_closed()
                            && sample(false).into_iter().any(|value| lines[at].holds(value) && lines[other].holds(value))
                    })
                });
                prop_assert!(gap || hidden || overlap, "nothing is wrong with {}", from);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(80))]

    /// Two facts pick a row and a column: the last whose bound they reach.
    #[test]
    fn a_two_way_table_is_read_by_both_its_bounds(
        rows in proptest::collection::btree_set(-3i64..12, 1..4),
        columns in proptest::collection::btree_set(1i64..12, 0..4),
        cells in proptest::collection::vec(0i64..=20, 16),
        values in proptest::collection::vec((-20i64..60, 0i64..14), 1..12),
    ) {
        let rows: Vec<i64> = rows.into_iter().collect();
        let columns: Vec<i64> = std::iter::once(0).chain(columns).collect();
        let cell = |row: usize, column: usize| cells[(row * columns.len() + column) % cells.len()];
        let grid: Vec<Vec<i64>> = (0..rows.len()).map(|row| (0..columns.len()).map(|column| cell(row, column)).collect()).collect();
        let weight = grid.iter().flatten().copied().max().unwrap();
        prop_assume!(weight > 0);
        // What is below every bound is nowhere in the table.
        let values: Vec<(i64, i64)> = values.into_iter().map(|(a, b)| (a.max(4 * rows[0]), b)).collect();
        let list = |numbers: &[i64]| numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
        let points_of = grid.iter().map(|row| format!("[{}]", list(row))).collect::<Vec<_>>().join(", ");
        let from = format!(
            "from = {{ table = {{ rows = \"a\", rows_from = [{}], columns = \"b\", columns_from = [{}], points = [{points_of}] }} }}",
            list(&rows), list(&columns)
        );
        let written = values.iter().enumerate().map(|(at, (a, b))| vec![format!("S{at}"), quarters(*a), b.to_string()]).collect();
        let facts = fact("a", "number") + &fact("b", "count");
        let found = points(&facts, &from, &weight.to_string(), &["id", "a", "b"], written).unwrap();
        for ((a, b), found) in values.iter().zip(found) {
            let row = rows.iter().rposition(|row| 4 * row <= *a).unwrap();
            let column = columns.iter().rposition(|column| column <= b).unwrap();
            prop_assert_eq!(found, whole(grid[row][column]), "{} on {} and {}", from, a, b);
        }
    }

    /// Taken away step by step: as many times `less` as whole steps above `after`, and never below the floor.
    #[test]
    fn a_declining_scale_goes_down_by_whole_steps(
        start in 1i64..20, less in 1i64..7, every in 1i64..9, after in -4i64..9, floor in 0i64..19,
        values in proptest::collection::vec(-20i64..90, 1..12),
    ) {
        let floor = floor % start;
        let from = format!(
            "from = {{ fact = \"a\" }}\nscale = {{ starts_at = {start}, less = {}, every = {}, after = {}, down_to = {floor} }}",
            quarters(less), quarters(every), quarters(after)
        );
        let written = values.iter().enumerate().map(|(at, a)| vec![format!("S{at}"), quarters(*a)]).collect();
        let found = points(&fact("a", "number"), &from, &start.to_string(), &["id", "a"], written).unwrap();
        for (a, found) in values.iter().zip(found) {
            let mut expected = whole(start);
            let mut reached = after + every;
            while reached <= *a {
                expected -= BigRational::new(less.into(), 4.into());
                reached += every;
            }
            prop_assert_eq!(found, expected.max(whole(floor)), "{} on {}", from, a);
        }
    }

    /// The parts of a sum by themselves: the highest and the lowest of facts, and a condition.
    #[test]
    fn parts_of_a_sum_add_up(values in proptest::collection::vec((0i64..=10, 0i64..=10, any::<bool>()), 1..8), weights in [1i64..20, 1i64..20, 1i64..20]) {
        let [high, low, when] = weights;
        let from = format!(
            "from = {{ sum = [\
             {{ highest = [\"a\", \"b\"], weight = {high}, scale = {{ points = 10 }} }}, \
             {{ lowest = [\"a\", \"b\"], weight = {low}, scale = {{ min = 0, max = 10, best = \"lowest\" }} }}, \
             {{ when = {{ fact = \"y\", one_of = [\"yes\"] }}, weight = {when} }}] }}"
        );
        let row = |(at, (a, b, y)): (usize, &(i64, i64, bool))| {
            vec![format!("S{at}"), a.to_string(), b.to_string(), if *y { "oui" } else { "non" }.to_owned()]
        };
        let facts = fact("a", "number") + &fact("b", "count") + &fact("y", "yes-no");
        let rows = values.iter().enumerate().map(row).collect();
        let found = points(&facts, &from, &(high + low + when).to_string(), &["id", "a", "b", "y"], rows).unwrap();
        for ((a, b, y), found) in values.iter().zip(found) {
            let tenth = |points: i64| BigRational::new(points.into(), 10.into());
            let yes = if *y { whole(when) } else { BigRational::zero() };
            prop_assert_eq!(found, tenth(high * a.max(b)) + tenth(low * (10 - a.min(b))) + yes);
        }
    }
}
