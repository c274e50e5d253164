//! What a re-weighting is, on a grid with every kind of item: shares of the rest, groups in groups, means, caps, tracks.

use proptest::prelude::*;

use super::*;
use crate::check;
use crate::model::{Findings, Grid, GroupScore, Item, Role, Weighing};
use crate::number::Exact;
use crate::read;

fn grid(text: &str) -> Grid {
    let mut findings = Findings::new();
    let source = read::from_bytes("grid.toml", text.as_bytes().to_vec(), None, &mut findings).unwrap();
    let tree = read::toml::tree(&source, &mut findings).unwrap();
    let grid = check::grid(&source, &tree, &mut findings);
    grid.unwrap_or_else(|| panic!("{:?}\n{text}", findings.iter().collect::<Vec<_>>()))
}

/// Two criteria and three groups: one that adds up, with a group inside, one that takes a mean, one held to a cap.
const TREE: &str = r#"
[grid]
id = "tree"
version = "1"
title = "Tree"
total = 100

[[group]]
id = "need"
label = "Need"
weight = 40

[[group]]
id = "reach"
label = "Reach"
in = "need"
weight = 10

[[group]]
id = "team"
label = "Team"
weight = 20
score = "mean"

[[group]]
id = "extra"
label = "Extra"
at_most = 10

[[criterion]]
id = "a"
label = "A"
weight = 25
scale = { points = 25 }

[[criterion]]
id = "b"
label = "B"
weight = 5
scale = { points = 5 }

[[criterion]]
id = "c"
label = "C"
group = "need"
weight = 20
scale = { points = 20 }

[[criterion]]
id = "d"
label = "D"
group = "need"
weight = 10
scale = { points = 10 }

[[criterion]]
id = "e"
label = "E"
group = "reach"
weight = 4
scale = { points = 4 }

[[criterion]]
id = "f"
label = "F"
group = "reach"
weight = 6
scale = { points = 6 }

[[criterion]]
id = "g"
label = "G"
group = "team"
scale = { points = 5 }
minimum = 2

[[criterion]]
id = "h"
label = "H"
group = "team"
weight = 3
scale = { points = 5 }

[[criterion]]
id = "i"
label = "I"
group = "extra"
weight = 8
scale = { points = 8 }

[[criterion]]
id = "j"
label = "J"
group = "extra"
weight = 7
scale = { points = 7 }

[[criterion]]
id = "k"
label = "K"
role = "bonus"
weight = 5
scale = { points = 5 }

[[criterion]]
id = "l"
label = "L"
role = "aside"
scale = { points = 5 }

[rules]
ties = ["need", "g", "a"]
"#;

fn item(grid: &Grid, id: &str) -> Item {
    let criterion = grid.criterion(id).map(Item::Criterion);
    criterion.or_else(|| grid.groups.iter().position(|group| group.id == id).map(Item::Group)).unwrap()
}

/// `"a=30 !b -c"`: a is given, b is kept, c is dropped.
fn weighing(grid: &Grid, text: &str) -> Weighing {
    let mut weighing = Weighing::default();
    for word in text.split_whitespace() {
        match (word.strip_prefix('!'), word.strip_prefix('-'), word.split_once('=')) {
            (Some(id), ..) => weighing.fix.push(item(grid, id)),
            (_, Some(id), _) => weighing.drop.push(item(grid, id)),
            (.., Some((id, weight))) => {
                let (num, den) = weight.split_once('/').unwrap_or((weight, "1"));
                let weight = Exact::ratio(num.parse().unwrap(), den.parse().unwrap()).unwrap();
                weighing.set.push((item(grid, id), weight));
            }
            _ => panic!("{word}"),
        }
    }
    weighing
}

/// The weights that are not what the grid has, as `id weight`.
fn changed(base: &Grid, wishes: &str) -> String {
    let (other, _) = reweigh(base, &weighing(base, wishes)).unwrap();
    sums_hold(base, &other);
    let items = (0..base.groups.len()).map(Item::Group).chain((0..base.criteria.len()).map(Item::Criterion));
    let name = |item: Item| match item {
        Item::Criterion(index) => base.criteria[index].id.clone(),
        Item::Group(index) => base.groups[index].id.clone(),
    };
    let say = |item: Item| match other.role(item) {
        Role::Aside if base.role(item) != Role::Aside => Some(format!("{} aside", name(item))),
        _ if base.weight(item, None) == other.weight(item, None) => None,
        _ => Some(format!("{} {}", name(item), other.weight(item, None).to_exact_text())),
    };
    items.filter_map(say).collect::<Vec<_>>().join(", ")
}

fn refused(base: &Grid, wishes: &str) -> Refusal {
    reweigh(base, &weighing(base, wishes)).unwrap_err()
}

fn weighed(grid: &Grid, of: Option<usize>) -> Vec<Item> {
    grid.children(of).into_iter().filter(|item| grid.role(*item) == Role::Weighed).collect()
}

/// Whatever moves: the top adds up to the total, a group to its weight (one with a cap to as much more as before), on each track;
/// and nothing is below zero.
fn sums_hold(base: &Grid, other: &Grid) {
    let tracks = std::iter::once(None).chain((0..base.tracks.len()).map(Some));
    for track in tracks {
        let (old, new) = (track.map(|at| &base.tracks[at]), track.map(|at| &other.tracks[at]));
        let sum = |grid: &Grid, track, of| weighed(grid, of).into_iter().map(|item| grid.weight(item, track)).sum::<Exact>();
        if base.has_total() {
            assert_eq!(sum(other, new, None), other.total.into());
        }
        for (index, group) in other.groups.iter().enumerate().filter(|(_, group)| group.score == GroupScore::Sum) {
            if other.stands_aside(Item::Group(index)) || weighed(other, Some(index)).is_empty() {
                continue;
            }
            let own = other.weight(Item::Group(index), new);
            match (&group.cap, base.groups[index].cap.as_ref()) {
                (Some(cap), Some(_)) => {
                    assert_eq!(*cap, group.weight);
                    let before = base.weight(Item::Group(index), old);
                    assert_eq!(&sum(other, new, Some(index)) * &before, &sum(base, old, Some(index)) * &own);
                }
                _ => assert_eq!(sum(other, new, Some(index)), own),
            }
        }
        let items = (0..base.groups.len()).map(Item::Group).chain((0..base.criteria.len()).map(Item::Criterion));
        assert!(items.into_iter().all(|item| !other.weight(item, new).is_negative()));
    }
}

#[test]
fn what_is_given_stands_and_the_others_keep_their_proportions() {
    let base = grid(TREE);
    // The others had 75 and have 60: four fifths of each, and of what stands in them.
    let other = "need 32, reach 8, team 16, extra 8, a 40, b 4, c 16, d 8, e 3.2, f 4.8, i 6.4, j 5.6";
    assert_eq!(changed(&base, "a=40"), other);
    // Inside a group, the group keeps its weight.
    assert_eq!(changed(&base, "c=10"), "reach 15, c 10, d 15, e 6, f 9");
    assert_eq!(changed(&base, "e=5"), "e 5, f 5");
    // A group takes its children along, and moves the others; what is given inside it shares what it now has.
    assert_eq!(
        changed(&base, "need=55 c=10 reach=40"),
        "need 55, reach 40, team 15, extra 7.5, a 18.75, b 3.75, c 10, d 5, e 16, f 24, i 6, j 5.25"
    );
    // What is kept moves nothing: the others give all.
    assert_eq!(changed(&base, "a=40 !b !need"), "team 10, extra 5, a 40, i 4, j 3.5");
    assert_eq!(
        changed(&base, "need=20 !c"),
        "need 20, reach 0, team 80/3, extra 40/3, a 100/3, b 20/3, d 0, e 0, f 0, i 32/3, j 28/3"
    );
    // Nothing at all is a weight too.
    assert_eq!(changed(&base, "e=0"), "e 0, f 10");
    // All given, and they add up.
    assert_eq!(changed(&base, "e=1/3 f=29/3"), "e 1/3, f 29/3");
    assert_eq!(changed(&base, "a=25 !need"), "");
}

#[test]
fn a_mean_a_bonus_and_a_grid_without_total_move_nothing_else() {
    let base = grid(TREE);
    assert_eq!(changed(&base, "g=2"), "g 2");
    assert_eq!(changed(&base, "k=10"), "k 10");
    let profile = TREE.replace("total = 100", "").replace("ties =", "rank_by = \"none\"\n#");
    assert_eq!(changed(&grid(&profile), "a=40"), "a 40");
    assert_eq!(changed(&grid(&profile), "need=20"), "need 20, reach 5, c 10, d 5, e 2, f 3");
}

#[test]
fn what_is_dropped_counts_for_nothing() {
    let base = grid(TREE);
    assert_eq!(changed(&base, "-d"), "reach 40/3, c 80/3, d aside, e 16/3, f 8");
    // All that stands in a group: the group goes too, and its weight with it.
    assert_eq!(changed(&base, "-e -f"), "reach aside, c 80/3, d 40/3, e aside, f aside");
    // In a mean the others count for more of it by themselves.
    let (other, moved) = reweigh(&base, &weighing(&base, "-g")).unwrap();
    assert_eq!(changed(&base, "-g"), "g aside");
    assert_eq!((moved[0].how, &moved[0].to), (How::Dropped, &Exact::ZERO));
    // Its minimum and its place among what settles ties go with it.
    assert_eq!((other.criteria[6].minimum, other.rules.ties.len()), (None, 2));
    assert!(base.criteria[6].minimum.is_some());
    assert_eq!(changed(&base, "-k"), "k aside");
}

#[test]
fn what_cannot_be_is_refused_with_its_numbers() {
    let base = grid(TREE);
    let sum = |of, sum, held, others| Refusal::Sum { of, track: None, sum: Exact::whole(sum), held: Exact::whole(held), others };
    assert_eq!(refused(&base, "a=40 !b !need !team"), sum(None, 105, 100, true));
    assert_eq!(refused(&base, "a=20 !b !need !team !extra"), sum(None, 95, 100, false));
    assert_eq!(refused(&base, "e=5 f=6"), sum(Some(1), 11, 10, false));
    assert_eq!(refused(&base, "e=11"), sum(Some(1), 11, 10, true));
    assert_eq!(refused(&base, "need=10 !c"), sum(Some(0), 20, 10, true));
    let (zero, _) = reweigh(&base, &weighing(&base, "e=10")).unwrap();
    assert_eq!(refused(&zero, "e=4"), Refusal::Weightless { of: Some(1), track: None, rest: Exact::whole(6) });
    assert_eq!(refused(&base, "g=0 h=0"), Refusal::EmptyMean { group: 2, track: None });
    let one = |id| item(&base, id);
    assert_eq!(refused(&base, "a=-1"), Refusal::Negative { item: one("a"), weight: Exact::whole(-1) });
    assert_eq!(refused(&base, "a=1 a=2"), Refusal::Twice { item: one("a") });
    for wishes in ["a=1 !a", "a=1 -a", "!a -a"] {
        assert_eq!(refused(&base, wishes), Refusal::Contrary { item: one("a") });
    }
    assert_eq!(refused(&base, "l=1"), Refusal::Aside { item: one("l") });
    assert_eq!(refused(&base, "-need e=2"), Refusal::Dropped { item: one("e"), group: 0 });
    assert_eq!(refused(&base, "-e -f reach=2"), Refusal::Dropped { item: one("reach"), group: 1 });
    assert_eq!(refused(&base, "-a -b -need -team -extra"), Refusal::NothingLeft);
}

#[test]
fn tracks_with_weights_of_their_own_move_alike() {
    let track = r#"
[[fact]]
id = "kind"
label = "Kind"
type = "choice"
values = { rural = "rural", urban = "urban" }

[[track]]
id = "rural"
label = "Rural"
when = { fact = "kind", one_of = ["rural"] }
weights = { a = 5, b = 25 }

[[track]]
id = "other"
label = "Other"
"#;
    let base = grid(&format!("{TREE}{track}"));
    let (other, moved) = reweigh(&base, &weighing(&base, "a=24")).unwrap();
    sums_hold(&base, &other);
    let own = |id: &str| other.weight(item(&base, id), Some(&other.tracks[0]));
    // 95 for the others, and now 76.
    assert_eq!((own("a"), own("b"), own("need")), (Exact::whole(24), Exact::whole(20), Exact::whole(32)));
    // On the other one, the grid's weights: 75, and now 76.
    assert!(other.tracks[1].weights.is_empty());
    assert_eq!(other.criteria[1].weight, Exact::ratio(76, 15).unwrap());
    assert_eq!(moved.iter().filter(|one| one.how == How::Set).map(|one| one.track).collect::<Vec<_>>(), [None, Some(0)]);
    assert_eq!(
        refused(&base, "a=80 !b"),
        Refusal::Sum { of: None, track: Some(0), sum: Exact::whole(105), held: Exact::whole(100), others: true }
    );
}

/// A flat grid with these weights.
fn flat(weights: &[i64]) -> Grid {
    let total: i64 = weights.iter().sum();
    let lines = weights.iter().enumerate().map(|(at, weight)| {
        format!("[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {weight}\nscale = {{ points = {weight} }}\n")
    });
    grid(&format!("[grid]\nid = \"flat\"\nversion = \"1\"\ntitle = \"Flat\"\ntotal = {total}\n{}", lines.collect::<String>()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Shares of the whole: `w′ = w (1 − t) / (1 − w_k)` for each other one, so that any two of them keep their ratio.
    #[test]
    fn one_weight_moves_as_the_formula_says(weights in proptest::collection::vec(1i64..50, 2..7), at in any::<prop::sample::Index>(), num in 0i64..100, den in 1i64..7) {
        let base = flat(&weights);
        let (at, total) = (at.index(weights.len()), weights.iter().sum::<i64>());
        let to = Exact::ratio(num * total, 100 * den).unwrap();
        let set = Weighing { set: vec![(Item::Criterion(at), to.clone())], ..Weighing::default() };
        let (other, _) = reweigh(&base, &set).unwrap();
        sums_hold(&base, &other);
        for (index, weight) in weights.iter().enumerate() {
            let share = |value: &Exact| value.checked_div(&Exact::whole(total)).unwrap();
            let (old, own, given) = (share(&Exact::whole(*weight)), share(&Exact::whole(weights[at])), share(&to));
            let expected = &(&old * &(&Exact::ONE - &given)).checked_div(&(&Exact::ONE - &own)).unwrap() * &Exact::whole(total);
            prop_assert_eq!(&other.criteria[index].weight, if index == at { &to } else { &expected });
        }
        // Back again, and given what it has: nothing has moved.
        prop_assume!(to != Exact::whole(total));
        let back = Weighing { set: vec![(Item::Criterion(at), Exact::whole(weights[at]))], ..Weighing::default() };
        for grid in [&other, &base] {
            let (again, _) = reweigh(grid, &back).unwrap();
            prop_assert!(again.criteria.iter().zip(&weights).all(|(one, weight)| one.weight == Exact::whole(*weight)));
        }
    }

    /// Whatever is asked of the tree is refused, or leaves every sum as it must be, what is given as given, and what is kept kept.
    #[test]
    fn every_wish_holds_or_is_refused(wishes in proptest::collection::vec((0usize..15, 0i64..45, 0u8..8), 1..5)) {
        let base = grid(TREE);
        let items: Vec<Item> = (0..4).map(Item::Group).chain((0..11).map(Item::Criterion)).collect();
        let mut weighing = Weighing::default();
        for (at, weight, wish) in wishes {
            match wish {
                0 => weighing.fix.push(items[at]),
                1 => weighing.drop.push(items[at]),
                _ => weighing.set.push((items[at], Exact::whole(weight))),
            }
        }
        if let Ok((other, moved)) = reweigh(&base, &weighing) {
            sums_hold(&base, &other);
            prop_assert!(weighing.set.iter().all(|(item, weight)| other.weight(*item, None) == *weight));
            prop_assert!(weighing.fix.iter().all(|item| other.weight(*item, None) == base.weight(*item, None)));
            prop_assert!(weighing.drop.iter().all(|item| other.role(*item) == Role::Aside));
            prop_assert!(moved.iter().all(|one| one.how == How::Dropped || other.weight(one.item, None) == one.to));
        }
    }
}
