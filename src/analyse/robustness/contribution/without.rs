//! The ranking without each criterion: what it would be if the others shared its weight.

use crate::analyse::Shift;
use crate::analyse::agreement::{Undefined, tau_b};
use crate::analyse::scenario::{How, reweigh};
use crate::analyse::shift::both_ranks;
use crate::model::{Grid, Item, Weighing};
use crate::score::{Evaluation, Ranking, rank};

/// What becomes of the ranking without one criterion.
#[derive(Debug, Clone)]
pub struct Without {
    /// The criterion, by index.
    pub criterion: usize,
    /// What was left out: the criterion, or the outermost group in which it is all that is weighed.
    pub item: Item,
    /// From the published ranking to that without it.
    pub shift: Shift,
    /// How far both put those they rank in the same order, from −1 to 1 (Kendall's τ-b); `None` where tracks are ranked apart.
    pub tau: Option<Result<f64, Undefined>>,
}

/// Why no criterion can be left out of a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWithout {
    /// The grid ranks nothing.
    NoRanks,
    /// Its weights make no total.
    NoTotal,
    /// Only one criterion has a weight: without it there is nothing to share it among.
    Alone,
}

/// How many criteria would be left out: so often the ranking is made again.
fn leavable(grid: &Grid) -> Vec<usize> {
    (0..grid.criteria.len()).filter(|criterion| grid.is_weighed(*criterion)).collect()
}

/// The ranking without each weighed criterion, in the order of the grid; on those that cannot be left out, nothing. `step` is called
/// after each.
///
/// # Errors
/// Why there is none at all.
pub fn without(ranking: &Ranking<'_>, step: &(dyn Fn() + Sync)) -> Result<Vec<Without>, NotWithout> {
    let Evaluation { grid, call, submissions, ledger, .. } = &ranking.evaluation;
    if !grid.ranks() {
        return Err(NotWithout::NoRanks);
    }
    if !grid.has_total() {
        return Err(NotWithout::NoTotal);
    }
    let one = |criterion: usize| {
        let (other, item) = with_weight_shared(grid, criterion)?;
        let then = rank(Evaluation::new(&other, call, submissions, ledger));
        let shift = Shift::between(ranking, &then);
        let tau = (!grid.rules.tracks_apart).then(|| tau_b(&both_ranks(ranking, &then)));
        step();
        Some(Without { criterion, item, shift, tau })
    };
    let all: Vec<Without> = leavable(grid).into_iter().filter_map(one).collect();
    if all.is_empty() { Err(NotWithout::Alone) } else { Ok(all) }
}

/// A grid in which a criterion counts for nothing, as `grille compare --drop` makes it, and what was put aside: the criterion, or the
/// outermost group in which it is all that is weighed. `None` where nothing is left to share the weight.
fn with_weight_shared(grid: &Grid, criterion: usize) -> Option<(Grid, Item)> {
    let weighing = Weighing { drop: vec![Item::Criterion(criterion)], ..Weighing::default() };
    let (other, moved) = reweigh(grid, &weighing).ok()?;
    // In the order of the grid, a group before what stands in it.
    let groups = moved.iter().filter(|one| one.how == How::Dropped && matches!(one.item, Item::Group(_)));
    let outermost = groups.map(|one| one.item).min_by_key(|item| depth(grid, *item));
    Some((other, outermost.unwrap_or(Item::Criterion(criterion))))
}

/// In how many groups an item stands.
fn depth(grid: &Grid, item: Item) -> usize {
    let parent = |item: Item| match item {
        Item::Criterion(index) => grid.criteria.get(index).and_then(|criterion| criterion.group),
        Item::Group(index) => grid.groups.get(index).and_then(|group| group.parent),
    };
    std::iter::successors(parent(item), |group| parent(Item::Group(*group))).count()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::*;
    use crate::number::Exact;
    use crate::score::loaded::{Loaded, load};

    /// A grid of one criterion a line (identifier, weight, further keys), marked out of 10; a row of marks a submission.
    fn call(groups: &str, criteria: &[(&str, &str, &str)], rest: &str, rows: &[Vec<i64>]) -> Loaded {
        let mut grid = format!("[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"A test.\"\n{groups}");
        let (mut ids, mut marks) = (String::from("id,title\n"), String::from("submission"));
        for (id, weight, more) in criteria {
            let _ = write!(
                grid,
                "\n[[criterion]]\nid = \"{id}\"\nlabel = \"{id}\"\nweight = {weight}\nscale = {{ points = 10 }}\n{more}\n"
            );
            let _ = write!(marks, ",{id}");
        }
        grid.push_str(rest);
        for (at, row) in rows.iter().enumerate() {
            let _ = writeln!(ids, "P{at},");
            let row: Vec<String> = row.iter().map(ToString::to_string).collect();
            let _ = write!(marks, "\nP{at},{}", row.join(","));
        }
        let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"marks.csv\"\nplaces = 1\n";
        load(&grid, call, &ids, &marks)
    }

    fn total(ranking: &Ranking<'_>, submission: usize) -> String {
        ranking.evaluation.total(submission).unwrap().to_exact_text()
    }

    /// Without the 50, weights of 30 and 20 become 60 and 40. P0: 10 of 10 on the first, then 2 and 4 make 66 with it and 28 without;
    /// P1: 5, 7 and 6 make 58 and 66.
    #[test]
    fn the_others_share_the_weight_in_proportion() {
        let loaded = call("", &[("a", "50", ""), ("b", "30", ""), ("c", "20", "")], "", &[vec![10, 2, 4], vec![5, 7, 6]]);
        let ranking = loaded.rank();
        assert_eq!((total(&ranking, 0), total(&ranking, 1)), ("64".to_owned(), "58".to_owned()));
        let (grid, item) = with_weight_shared(&loaded.grid, 0).unwrap();
        assert_eq!(item, Item::Criterion(0));
        assert_eq!((&grid.criteria[1].weight, &grid.criteria[2].weight), (&Exact::whole(60), &Exact::whole(40)));
        let then = rank(Evaluation::new(&grid, &loaded.call, &loaded.submissions, &loaded.ledger));
        assert_eq!((total(&then, 0), total(&then, 1)), ("28".to_owned(), "66".to_owned()));
        let all = without(&ranking, &|| {}).unwrap();
        assert_eq!((&all[0].shift.enters, &all[0].shift.leaves, all[0].shift.moves.len()), (&vec![1], &vec![0], 2));
        assert!(all[0].shift.winner_changes && all[0].tau == Some(Ok(-1.0)));
        assert!(all[1].shift.moves.is_empty() && !all[1].shift.changes_selection() && all[1].tau == Some(Ok(1.0)));
    }

    /// `one` is alone in its group: without it, the group is left out, and the other group, with all that adds up in it, takes all.
    /// `two` and `three` share inside theirs; in a mean, weights only compare and stay as they are.
    #[test]
    fn groups_keep_their_weight_unless_nothing_is_left_in_them() {
        let groups = "\n[[group]]\nid = \"alone\"\nlabel = \"A\"\nweight = 40\nminimum = 1\n\n[[group]]\nid = \"sum\"\nlabel = \"S\"\nweight = 60\n\n[[group]]\nid = \"mean\"\nlabel = \"M\"\nin = \"sum\"\nweight = 30\nscore = \"mean\"\n";
        let criteria = [
            ("one", "40", "group = \"alone\""),
            ("two", "10", "group = \"sum\""),
            ("three", "20", "group = \"sum\""),
            ("four", "1", "group = \"mean\""),
            ("five", "2", "group = \"mean\""),
        ];
        let loaded = call(groups, &criteria, "", &[vec![10, 5, 5, 0, 10], vec![4, 10, 10, 10, 10]]);
        let weights = |criterion: usize| {
            let (grid, item) = with_weight_shared(&loaded.grid, criterion).unwrap();
            let of =
                |all: &mut dyn Iterator<Item = Exact>| all.map(|weight| weight.to_exact_text()).collect::<Vec<_>>().join(" ");
            let criteria = of(&mut grid.criteria.iter().map(|criterion| criterion.weight.clone()));
            let groups = of(&mut grid.groups.iter().map(|group| group.weight.clone()));
            let then = rank(Evaluation::new(&grid, &loaded.call, &loaded.submissions, &loaded.ledger));
            (item, criteria, groups, total(&then, 0), total(&then, 1))
        };
        // 5/10 of 50, then two thirds of 50.
        let all =
            |criteria: &str, groups: &str, a: &str, b: &str| (criteria.to_owned(), groups.to_owned(), a.to_owned(), b.to_owned());
        let (item, criteria, groups, a, b) = weights(0);
        assert_eq!(item, Item::Group(0));
        assert_eq!((criteria, groups, a, b), all("40 50/3 100/3 1 2", "40 100 50", "175/3", "100"));
        let (item, criteria, groups, a, b) = weights(1);
        assert_eq!(item, Item::Criterion(1));
        // 20 + 30 have to make 60; 40 + 12 + 24.
        assert_eq!((criteria, groups, a, b), all("40 10 24 1 2", "40 60 36", "76", "76"));
        let (_, criteria, groups, a, b) = weights(3);
        assert_eq!((criteria, groups, a, b), all("40 10 20 1 2", "40 60 30", "85", "76"));
    }

    #[test]
    fn on_each_track_by_its_own_weights() {
        let tracks = "\n[[fact]]\nid = \"size\"\nlabel = \"S\"\ntype = \"number\"\n\n[[track]]\nid = \"small\"\nlabel = \"S\"\nwhen = { fact = \"size\", at_most = 5 }\nweights = { a = 20, b = 60 }\n\n[[track]]\nid = \"rest\"\nlabel = \"R\"\n";
        let mut grid = String::from("[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"A test.\"\n");
        for (id, weight) in [("a", 50), ("b", 30), ("c", 20)] {
            let _ =
                write!(grid, "\n[[criterion]]\nid = \"{id}\"\nlabel = \"{id}\"\nweight = {weight}\nscale = {{ points = 10 }}\n");
        }
        let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"marks.csv\"\nplaces = 1\n";
        let loaded = load(&(grid + tracks), call, "id,size\nP0,1\nP1,9\n", "submission,a,b,c\nP0,0,10,0\nP1,0,10,0");
        let (grid, _) = with_weight_shared(&loaded.grid, 0).unwrap();
        let then = rank(Evaluation::new(&grid, &loaded.call, &loaded.submissions, &loaded.ledger));
        // 60 beside 20 make 100 as 75 and 25; 30 beside 20 as 60 and 40.
        assert_eq!((total(&then, 0), total(&then, 1)), ("75".to_owned(), "60".to_owned()));
    }

    #[test]
    fn a_single_criterion_cannot_be_left_out() {
        let loaded = call("", &[("a", "100", "")], "", &[vec![1], vec![2]]);
        assert!(with_weight_shared(&loaded.grid, 0).is_none());
        assert_eq!(without(&loaded.rank(), &|| {}).unwrap_err(), NotWithout::Alone);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        /// Against totals worked out by themselves: shares times weights over what is left of the weights.
        #[test]
        fn as_worked_out_by_hand(weights in proptest::collection::vec(1i64..=9, 2..5), seed in proptest::collection::vec(proptest::collection::vec(0i64..=3, 5), 2..7)) {
            let names = ["a", "b", "c", "d", "e"];
            let texts: Vec<String> = weights.iter().map(ToString::to_string).collect();
            let criteria: Vec<(&str, &str, &str)> = names.iter().zip(&texts).map(|(name, text)| (*name, text.as_str(), "")).collect();
            let rows: Vec<Vec<i64>> = seed.iter().map(|row| row[..weights.len()].to_vec()).collect();
            let total = format!("total = {}\n", weights.iter().sum::<i64>());
            let loaded = call(&total, &criteria, "", &rows);
            let ranking = loaded.rank();
            let all = without(&ranking, &|| {}).unwrap();
            prop_assert_eq!(all.len(), weights.len());
            for one in all {
                let score = |row: &Vec<i64>| -> i64 { (0..weights.len()).filter(|at| *at != one.criterion).map(|at| row[at] * weights[at]).sum() };
                let rank_of = |score: &dyn Fn(&Vec<i64>) -> i64, row: &Vec<i64>| 1 + rows.iter().filter(|other| score(other) > score(row)).count();
                let full = |row: &Vec<i64>| -> i64 { row.iter().zip(&weights).map(|(mark, weight)| mark * weight).sum() };
                let moved: Vec<(usize, usize, usize)> = rows.iter().enumerate().map(|(at, row)| (at, rank_of(&full, row), rank_of(&score, row))).filter(|(_, from, to)| from != to).collect();
                let found: Vec<(usize, usize, usize)> = one.shift.moves.iter().map(|one| (one.submission, one.from as usize, one.to as usize)).collect();
                prop_assert_eq!(found, moved);
                // One place: whoever is first alone has it.
                let first = |score: &dyn Fn(&Vec<i64>) -> i64| {
                    let best: Vec<usize> = (0..rows.len()).filter(|at| rank_of(score, &rows[*at]) == 1).collect();
                    if best.len() == 1 { best } else { Vec::new() }
                };
                let enters: Vec<usize> = first(&score).into_iter().filter(|one| !first(&full).contains(one)).collect();
                prop_assert_eq!(&one.shift.enters, &enters);
            }
        }
    }
}
