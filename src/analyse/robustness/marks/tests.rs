//! What is reported, held against rankings that are really made again with the changed mark.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::model::{Given, Ledger, MarkColumn, Origins};
use crate::number::{Decimal, Exact};
use crate::score::loaded::{Loaded, load};
use crate::score::{Status, rank};

fn exact(text: &str) -> Exact {
    Decimal::parse(text).unwrap().into()
}

fn decimal(value: &Exact) -> Decimal {
    Decimal::parse(&value.to_exact_text()).unwrap()
}

/// A call of some criteria (weight, scale and further keys), with the marks of each submission by reviewer, empty for none.
fn call(criteria: &[(&str, &str)], rules: &str, places: usize, marks: &[Vec<Vec<String>>]) -> Loaded {
    let total: Exact = criteria.iter().map(|(weight, _)| exact(weight)).sum();
    let total = total.to_exact_text();
    let mut grid = format!("[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"A test.\"\ntotal = {total}\n");
    let mut header = String::from("submission,reviewer");
    for (at, (weight, keys)) in criteria.iter().enumerate() {
        let _ = write!(grid, "\n[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {weight}\n{keys}\n");
        let _ = write!(header, ",c{at}");
    }
    let _ = write!(grid, "\n[rules]\n{rules}\n");
    let call = format!(
        "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"marks.csv\"\nplaces = {places}\n\n[notation]\ndecimal = \"point\"\n"
    );
    let (mut rows, mut table) = (String::from("id,title\n"), header);
    for (submission, reviewers) in marks.iter().enumerate() {
        let _ = writeln!(rows, "P{submission},");
        for (reviewer, marks) in reviewers.iter().enumerate() {
            let _ = write!(table, "\nP{submission},R{reviewer},{}", marks.join(","));
        }
    }
    load(&grid, &call, &rows, &table)
}

/// The ledger with one mark in the place of another.
fn remarked(loaded: &Loaded, submission: usize, criterion: usize, reviewer: u32, mark: Decimal) -> Ledger {
    let submissions = loaded.submissions.len();
    let column = |(at, column): (usize, &Option<MarkColumn>)| {
        let column = column.as_ref()?;
        let all = (0..submissions).flat_map(|row| column.answers(row).map(move |(who, given)| (row, who.unwrap(), given)));
        let changed = all.map(|(row, who, given)| {
            let this = (row, at, who) == (submission, criterion, reviewer);
            (u32::try_from(row).unwrap(), who, if this { Given::Mark(mark) } else { given })
        });
        MarkColumn::several(submissions, &changed.collect::<Vec<_>>(), Origins::Cells(Vec::new(), Vec::new()))
    };
    let columns = loaded.ledger.columns.iter().enumerate().map(column).collect();
    Ledger { panel: loaded.ledger.panel.clone(), columns }
}

/// Who is selected (true) and who is undecided (false).
fn chosen(ranking: &Ranking<'_>) -> BTreeMap<usize, bool> {
    let own = ranking.ranked.iter().filter(|entry| matches!(entry.status, Some(Status::In | Status::TiedAtCut)));
    own.map(|entry| (entry.submission as usize, entry.status == Some(Status::In))).collect()
}

/// Who would be chosen with another mark, by a ranking made anew.
fn chosen_with(loaded: &Loaded, submission: usize, criterion: usize, reviewer: u32, mark: &Exact) -> BTreeMap<usize, bool> {
    let ledger = remarked(loaded, submission, criterion, reviewer, decimal(mark));
    chosen(&rank(Evaluation::new(&loaded.grid, &loaded.call, &loaded.submissions, &ledger)))
}

fn one_each(rows: &[[&str; 2]]) -> Vec<Vec<Vec<String>>> {
    rows.iter().map(|row| vec![row.iter().map(|mark| (*mark).to_owned()).collect()]).collect()
}

/// Totals 80.0, 70.0, 69.3 and 40.0 for two places. 0.7 points more for P2 put it level with P1, whichever criterion they are on; on
/// the first it has 6.4 points of room, on the second 24.3.
#[test]
fn level_with_the_last_place_then_in_its_place() {
    let scales = [("20", "scale = { points = 20 }"), ("80", "scale = { points = 80 }")];
    let loaded = call(&scales, "", 2, &one_each(&[["20", "60"], ["15", "55"], ["13.6", "55.7"], ["10", "30"]]));
    let ranking = loaded.rank();
    let found = smallest_changes(&ranking);
    let points = found.points.unwrap();
    let first = &points[0];
    assert_eq!((first.submission, first.criterion, first.beyond), (1, 1, false), "equals stand in the order of the ids");
    assert_eq!((first.by(), &first.effect.rival, first.effect.then), (exact("-0.7"), &Some(2), Stand::Tied));
    assert_eq!(first.effect.after, Some(Stand::Out));
    let second = &points[1];
    assert_eq!((second.submission, second.criterion), (2, 1), "more room there");
    assert_eq!((&second.from, &second.to), (&exact("55.7"), &exact("56.4")));
    assert_eq!((second.effect.was, second.effect.then, second.effect.after), (Stand::Out, Stand::Tied, Some(Stand::In)));
    assert_eq!((&second.effect.rival, &second.effect.undecided, &second.effect.leaves), (&Some(1), &vec![1], &vec![]));
    assert_eq!(second.marks, Some((exact("55.7"), exact("56.4"))));
    // P0 falls level with P2 by losing 10.7; P3 needs 30.
    assert_eq!(
        points.iter().map(|one| (one.submission, one.by())).skip(2).collect::<Vec<_>>(),
        [(0, exact("-10.7")), (3, exact("30"))]
    );
    let marks = found.marks.unwrap();
    assert_eq!((marks.marks, marks.cut_short), (8, 0));
    // Of a scale of 80, 0.7 is less than of a scale of 20.
    assert_eq!(
        (marks.changes[0].criterion, marks.changes[0].size.clone(), marks.changes[0].grain),
        (1, exact("0.00875"), Grain::Any)
    );
}

/// With a tie key, being level is enough for whoever it favours: P2 has more on the first criterion.
#[test]
fn a_tie_key_settles_who_is_level() {
    let scales = [("20", "scale = { points = 20 }"), ("80", "scale = { points = 80 }")];
    let marks = one_each(&[["20", "60"], ["12", "58"], ["13.6", "55.7"]]);
    let loaded = call(&scales, "ties = [\"c0\"]", 2, &marks);
    let ranking = loaded.rank();
    let points = smallest_changes(&ranking).points.unwrap();
    let raised = points.iter().find(|one| one.submission == 2).unwrap();
    assert_eq!((raised.by(), raised.effect.then, raised.beyond), (exact("0.7"), Stand::In, false));
    assert_eq!((&raised.effect.enters, &raised.effect.leaves), (&vec![], &vec![1]));
    // P1 has to fall level, and is then behind.
    let lowered = points.iter().find(|one| one.submission == 1).unwrap();
    assert_eq!((lowered.by(), lowered.effect.then, lowered.beyond), (exact("-0.7"), Stand::Out, false));
}

/// A threshold counts too: P1 is 0.2 above the pass mark and 5 ahead of the next, P2 is excluded by 0.5 and would be second.
#[test]
fn a_threshold_may_be_nearer_than_a_rival() {
    let scales = [("20", "scale = { points = 20 }"), ("80", "scale = { points = 80 }")];
    let marks = one_each(&[["20", "60"], ["15", "55.2"], ["14", "55.5"], ["15", "55.5"]]);
    let loaded = call(&scales, "pass = { total = 70 }", 2, &marks);
    let ranking = loaded.rank();
    assert_eq!(chosen(&ranking), BTreeMap::from([(0, true), (3, true)]));
    let points = smallest_changes(&ranking).points.unwrap();
    let of = |submission: usize| points.iter().find(|one| one.submission == submission).unwrap();
    assert_eq!((of(3).by(), of(3).effect.then), (exact("-0.3"), Stand::Tied));
    // 69.5 reaches 70 with 0.5, and P3 with 1.
    assert_eq!((of(2).by(), of(2).effect.then, of(2).effect.bars.clone()), (exact("1"), Stand::Tied, vec![Bar::Pass]));
    let two = call(&scales, "pass = { total = 70 }", 3, &one_each(&[["20", "60"], ["15", "55.2"], ["14", "55.5"]]));
    let ranking = two.rank();
    let points = smallest_changes(&ranking).points.unwrap();
    let first = &points[0];
    // At 70 exactly it still passes.
    assert_eq!((first.submission, first.by(), first.beyond), (1, exact("-0.2"), true));
    assert_eq!((first.effect.then, &first.effect.bars, &first.effect.leaves), (Stand::Excluded, &vec![Bar::Pass], &vec![]));
    assert_eq!((points[1].submission, points[1].by(), points[1].effect.then), (2, exact("0.5"), Stand::In));
}

/// A median moves only as far as its neighbours let it: of 4, 5 and 9, raising the 5 to 6 raises the mark by 1, raising the 4 does
/// nothing before it passes the 5.
#[test]
fn a_mark_works_through_the_policy() {
    let scale = "scale = { min = 0, max = 10, step = 1 }";
    let marks: Vec<Vec<Vec<String>>> = [["4", "5", "9"], ["6", "6", "6"], ["1", "1", "1"]]
        .iter()
        .map(|row| row.iter().map(|mark| vec![(*mark).to_owned()]).collect())
        .collect();
    let loaded = call(&[("10", scale)], "panel = { combine = \"median\" }", 1, &marks);
    let ranking = loaded.rank();
    let marks = smallest_changes(&ranking).marks.unwrap();
    assert_eq!(marks.marks, 9);
    let raised = marks.changes.iter().find(|one| one.submission == 0).unwrap();
    assert_eq!((raised.reviewer, &raised.from, &raised.to), (Some(1), &exact("5"), &exact("6")));
    assert_eq!((raised.effect.then, raised.grain), (Stand::Tied, Grain::Scale));
    // Six, six and anything lower: the median stays six.
    assert!(marks.changes.iter().all(|one| one.submission != 1));
}

#[test]
fn what_does_not_apply_says_why() {
    let scales = [("20", "scale = { points = 20 }"), ("80", "scale = { points = 80 }")];
    let marks = one_each(&[["20", "60"], ["15", "55"]]);
    let still = |rules: &str| {
        let loaded = call(&scales, rules, 1, &marks);
        let ranking = loaded.rank();
        let found = smallest_changes(&ranking);
        (found.points.err().unwrap_or_default(), found.marks.err().unwrap_or_default())
    };
    assert_eq!(still(""), (vec![], vec![]));
    assert_eq!(still("panel = { combine = \"rank-sum\" }"), (vec![Still::RankSum], vec![Still::RankSum]));
    assert_eq!(still("panel = { combine = \"median\", per = \"total\" }"), (vec![Still::Totals], vec![Still::Totals]));
    assert_eq!(still("round = { totals = 0 }"), (vec![Still::Rounded], vec![]));
}

/// Marks of 2 criteria by some reviewers, in units of a step.
fn marks(reviewers: usize, submissions: usize, most: i64) -> impl Strategy<Value = Vec<Vec<Vec<i64>>>> {
    proptest::collection::vec(proptest::collection::vec(proptest::collection::vec(0..=most, 2), reviewers), submissions)
}

fn texts(marks: &[Vec<Vec<i64>>], decimals: u8) -> Vec<Vec<Vec<String>>> {
    let text = |mark: &i64| Decimal::new(*mark, decimals).unwrap().to_string();
    marks.iter().map(|row| row.iter().map(|own| own.iter().map(text).collect()).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every mark of every scale really tried: the reported one is the smallest that changes the set, and where none is reported
    /// none does.
    #[test]
    fn the_smallest_mark_of_a_scale(
        (reviewers, given) in (1usize..=4).prop_flat_map(|reviewers| (Just(reviewers), marks(reviewers, 4, 5))),
        policy in prop_oneof![Just("mean"), Just("median"), Just("trimmed"), Just("drop-extremes"), Just("two-closest"), Just("majority")],
        places in 1usize..=3,
        pass in proptest::option::of(3i64..=9),
        minimum in proptest::option::of(1i64..=3),
        chain in any::<bool>(),
    ) {
        let scale = "scale = { min = 0, max = 5, step = 1 }";
        let with_minimum = minimum.map_or(scale.to_owned(), |minimum| format!("{scale}\nminimum = {minimum}"));
        let mut rules = format!("panel = {{ combine = \"{policy}\"{} }}\n", if policy == "trimmed" { ", trim = 0.25" } else { "" });
        if let Some(pass) = pass {
            let _ = writeln!(rules, "pass = {{ total = {pass} }}");
        }
        if chain {
            rules.push_str("ties = [\"c0\"]\n");
        }
        let loaded = call(&[("5", &with_minimum), ("10", scale)], &rules, places, &texts(&given, 0));
        let ranking = loaded.rank();
        let now = chosen(&ranking);
        let found = smallest_changes(&ranking).marks.unwrap();
        prop_assert_eq!(found.marks, 4 * reviewers * 2);
        for (submission, row) in given.iter().enumerate() {
            let mut smallest: Option<i64> = None;
            for (reviewer, own) in (0u32..).zip(row) {
                for (criterion, mark) in own.iter().enumerate() {
                    for other in (0..=5).filter(|other| other != mark) {
                        if chosen_with(&loaded, submission, criterion, reviewer, &Exact::whole(other)) != now {
                            let size = (other - mark).abs();
                            smallest = Some(smallest.map_or(size, |smallest| smallest.min(size)));
                        }
                    }
                }
            }
            let reported = found.changes.iter().find(|one| one.submission == submission);
            prop_assert_eq!(reported.map(|one| one.size.clone()), smallest.map(|size| Exact::ratio(size, 5).unwrap()), "{} {:?}", submission, reported);
            let Some(one) = reported else { continue };
            let then = chosen_with(&loaded, submission, one.criterion, one.reviewer.unwrap(), &one.to);
            prop_assert_ne!(&then, &now);
            // What is said of the others is what becomes of them.
            let others = |set: &BTreeMap<usize, bool>, at: bool| set.iter().filter(|(who, is_in)| **who != submission && **is_in == at).map(|(who, _)| *who).collect::<Vec<_>>();
            let enters: Vec<usize> = others(&then, true).into_iter().filter(|who| now.get(who) != Some(&true)).collect();
            let leaves: Vec<usize> = others(&now, true).into_iter().filter(|who| !then.contains_key(who)).collect();
            let undecided: Vec<usize> = others(&then, false).into_iter().filter(|who| now.get(who) != Some(&false)).collect();
            prop_assert_eq!((&one.effect.enters, &one.effect.leaves, &one.effect.undecided), (&enters, &leaves, &undecided));
            let stand = then.get(&submission).map_or(0, |is_in| 1 + i32::from(*is_in));
            prop_assert_eq!(stand, match one.effect.then { Stand::In => 2, Stand::Tied => 1, _ => 0 });
        }
    }

    /// Where the scale has all numbers: the set is another one at the reported mark, or with anything more, and the same before it;
    /// no mark on a finer grid does with less.
    #[test]
    fn the_smallest_of_all_numbers(
        given in (1usize..=3).prop_flat_map(|reviewers| marks(reviewers, 4, 40)),
        places in 1usize..=3,
        pass in proptest::option::of(6i64..=30),
        chain in any::<bool>(),
    ) {
        let scale = "scale = { points = 10 }";
        let mut rules = pass.map_or(String::new(), |pass| format!("pass = {{ total = {pass} }}\n"));
        if chain {
            rules.push_str("ties = [\"c0\"]\n");
        }
        // Quarters, as 0.25, so that equal totals are frequent.
        let quarters: Vec<Vec<Vec<i64>>> = given.iter().map(|row| row.iter().map(|own| own.iter().map(|mark| mark * 25).collect()).collect()).collect();
        let loaded = call(&[("10", scale), ("20", scale)], &rules, places, &texts(&quarters, 2));
        let ranking = loaded.rank();
        let now = chosen(&ranking);
        let found = smallest_changes(&ranking);
        let marks = found.marks.unwrap();
        let nudge = Exact::ratio(1, 1_000_000).unwrap();
        for one in &marks.changes {
            prop_assert_eq!(one.grain, Grain::Any);
            let up = one.effect.then == Stand::In || (one.effect.then == Stand::Tied && one.effect.was != Stand::In);
            let step = if one.to > one.from || (one.to == one.from && up) { nudge.clone() } else { -&nudge };
            let with = |mark: &Exact| chosen_with(&loaded, one.submission, one.criterion, one.reviewer.unwrap(), mark);
            let (changed, same) = if one.beyond { (&one.to + &step, one.to.clone()) } else { (one.to.clone(), &one.to - &step) };
            prop_assert_ne!(&with(&changed), &now, "{:?}", one);
            prop_assert_eq!(&with(&same), &now, "{:?}", one);
        }
        // Nothing smaller among the quarters.
        for (submission, row) in quarters.iter().enumerate() {
            let reported = marks.changes.iter().find(|one| one.submission == submission).map(|one| &one.size * &Exact::whole(10));
            for (reviewer, own) in (0u32..).zip(row) {
                for (criterion, mark) in own.iter().enumerate() {
                    for other in (0..=1000).step_by(125).filter(|other| other != mark) {
                        let distance = Exact::ratio((other - mark).abs(), 100).unwrap();
                        if reported.as_ref().is_none_or(|reported| distance < *reported) {
                            let then = chosen_with(&loaded, submission, criterion, reviewer, &Exact::ratio(other, 100).unwrap());
                            prop_assert_eq!(&then, &now, "{} {} {} {}", submission, criterion, reviewer, other);
                        }
                    }
                }
            }
        }
    }

    /// Points of a criterion, where a single reviewer's mark is its mark.
    #[test]
    fn the_smallest_change_of_points(
        given in marks(1, 5, 20),
        places in 1usize..=4,
        pass in proptest::option::of(6i64..=30),
        minimum in proptest::option::of(1i64..=6),
        chain in any::<bool>(),
    ) {
        let minimum = minimum.map_or(String::new(), |minimum| format!("\nminimum = {minimum}"));
        let mut rules = pass.map_or(String::new(), |pass| format!("pass = {{ total = {pass} }}\n"));
        if chain {
            rules.push_str("ties = [\"c1\"]\n");
        }
        let halves: Vec<Vec<Vec<i64>>> = given.iter().map(|row| row.iter().map(|own| own.iter().map(|mark| mark * 5).collect()).collect()).collect();
        let loaded = call(&[("10", &format!("scale = {{ points = 10 }}{minimum}")), ("20", "scale = { points = 10 }")], &rules, places, &texts(&halves, 1));
        let ranking = loaded.rank();
        let now = chosen(&ranking);
        let points = smallest_changes(&ranking).points.unwrap();
        let nudge = Exact::ratio(1, 1_000_000).unwrap();
        for (submission, row) in halves.iter().enumerate() {
            let reported = points.iter().find(|one| one.submission == submission);
            if let Some(one) = reported {
                let (from, to) = one.marks.clone().unwrap();
                prop_assert_eq!(&from, &Exact::ratio(row[0][one.criterion], 10).unwrap());
                let up = one.effect.then == Stand::In || (one.effect.then == Stand::Tied && one.effect.was != Stand::In);
                let step = if to > from || (to == from && up) { nudge.clone() } else { -&nudge };
                let with = |mark: &Exact| chosen_with(&loaded, submission, one.criterion, 0, mark);
                let (changed, same) = if one.beyond { (&to + &step, to.clone()) } else { (to.clone(), &to - &step) };
                prop_assert_ne!(&with(&changed), &now, "{:?}", one);
                prop_assert_eq!(&with(&same), &now, "{:?}", one);
            }
            for (criterion, weight) in [(0, 1), (1, 2)] {
                let mark = row[0][criterion];
                for other in (0..=100).step_by(5).filter(|other| *other != mark) {
                    let distance = Exact::ratio((other - mark).abs() * weight, 10).unwrap();
                    if reported.is_none_or(|reported| distance < reported.by().abs()) {
                        let then = chosen_with(&loaded, submission, criterion, 0, &Exact::ratio(other, 10).unwrap());
                        prop_assert_eq!(&then, &now, "{} {} {}", submission, criterion, other);
                    }
                }
            }
        }
    }
}
