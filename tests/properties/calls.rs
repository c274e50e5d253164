//! What surrounds the weights: tracks, stages, prices compared, ranks that add up, money, ties. Each law is told by a shorter
//! call, or by counting.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use grille::score::{CutBy, Status};
use num_rational::BigRational;
use num_traits::Zero as _;
use proptest::prelude::*;

use crate::language::{Rows, Texts, shuffle};
use crate::scorer::Standing;
use crate::tree::whole;
use crate::{Loaded, config, load, rational};

const HEAD: &str = "[grid]\nid = \"calls\"\nversion = \"1\"\ntitle = \"Calls\"\nsource = \"A test.\"\n";

fn texts(grid: &str, call: &str, headings: &[&str], rows: Vec<Vec<String>>) -> Texts {
    Texts {
        grid: HEAD.to_owned() + grid,
        call: format!("[call]\ngrid = \"g\"\nsubmissions = \"s\"\n{call}"),
        yaml: false,
        submissions: Rows { headings: headings.iter().map(|heading| (*heading).to_owned()).collect(), rows },
        marks: None,
    }
}

fn loaded(texts: &Texts) -> Loaded {
    load(texts).unwrap_or_else(|codes| panic!("{codes:?}\n{}\n{}\n{}", texts.grid, texts.call, texts.submissions.csv()))
}

type Standings = BTreeMap<String, (Standing, Option<BigRational>)>;

// ── Tracks ──

#[derive(Debug, Clone)]
struct Track {
    weights: [i64; 3],
    minimum: Option<i64>,
    pass: Option<i64>,
    places: Option<usize>,
}

/// Three weights of 60, a minimum on the second criterion, a pass mark.
fn track() -> impl Strategy<Value = Track> {
    (1i64..30, 1i64..30, proptest::option::of(1i64..6), proptest::option::of(1i64..45), proptest::option::of(0usize..4))
        .prop_map(|(a, b, minimum, pass, places)| Track { weights: [a, b, 60 - a - b], minimum, pass, places })
}

fn three_criteria(weights: [i64; 3], minimum: Option<i64>) -> String {
    let minimum = |at| minimum.filter(|_| at == 1).map_or_else(String::new, |minimum| format!("minimum = {minimum}\n"));
    let criterion = |(at, weight): (usize, i64)| {
        format!("[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {weight}\nscale = {{ points = 8 }}\n{}", minimum(at))
    };
    weights.into_iter().enumerate().map(criterion).collect()
}

/// A submission of one track, with a mark on each of three criteria.
type Marked = (usize, [Option<u8>; 3]);

fn marked() -> impl Strategy<Value = Vec<Marked>> {
    let mark = || proptest::option::weighted(0.95, 0u8..=8);
    proptest::collection::vec((0usize..3, [mark(), mark(), mark()]), 0..10)
}

fn row(at: usize, marks: [Option<u8>; 3]) -> Vec<String> {
    let cell = |mark: Option<u8>| mark.map_or_else(String::new, |mark| mark.to_string());
    std::iter::once(format!("S{at}")).chain(marks.map(cell)).collect()
}

/// Track 0 and 1 say what is their own; 2 is all the rest, by the rules of the grid.
fn tracks_grid(tracks: &[Track], apart: bool) -> String {
    let mut out = format!(
        "total = 60\n[[fact]]\nid = \"kind\"\nlabel = \"Kind\"\ntype = \"choice\"\nvalues = {{ a = \"sorte a\", b = \"sorte b\", c = \"sorte c\" }}\n{}",
        three_criteria(tracks[2].weights, tracks[2].minimum)
    );
    for (at, track) in tracks.iter().enumerate() {
        out += &format!("[[track]]\nid = \"t{at}\"\nlabel = \"Track {at}\"\n");
        if at < 2 {
            let [a, b, c] = track.weights;
            out += &format!("when = {{ fact = \"kind\", one_of = [\"{}\"] }}\n", ["a", "b"][at]);
            out += &format!("weights = {{ c0 = {a}, c1 = {b}, c2 = {c} }}\n");
            out += &track.minimum.map_or_else(String::new, |minimum| format!("minimums = {{ c1 = {minimum} }}\n"));
            out += &track.pass.map_or_else(String::new, |pass| format!("pass = {pass}\n"));
        }
        out += &track.places.filter(|_| apart).map_or_else(String::new, |places| format!("places = {places}\n"));
    }
    out += &format!("[rules]\ntracks = \"{}\"\n", if apart { "apart" } else { "together" });
    out + &tracks[2].pass.map_or_else(String::new, |pass| format!("pass = {{ total = {pass} }}\n"))
}

/// The rules of one track by themselves: its own, else the grid’s.
fn alone(tracks: &[Track], at: usize) -> String {
    let (track, grid) = (&tracks[at], &tracks[2]);
    let pass = track.pass.or(grid.pass).map_or_else(String::new, |pass| format!("[rules]\npass = {{ total = {pass} }}\n"));
    format!("total = 60\n{}{pass}", three_criteria(track.weights, track.minimum.or(grid.minimum)))
}

proptest! {
    #![proptest_config(config(60))]

    /// Tracks ranked apart are as many calls, each with the weights, thresholds and places of its own. Ranked together, each
    /// submission has the total and the thresholds of its track, and the ranks are those of the totals.
    #[test]
    fn tracks_are_calls_of_their_own(tracks in [track(), track(), track()], marked in marked()) {
        let rows = |marked: &[(usize, Marked)]| marked.iter().map(|(at, (_, marks))| row(*at, *marks)).collect::<Vec<_>>();
        let all: Vec<(usize, Marked)> = marked.iter().copied().enumerate().collect();
        let both = |apart: bool| {
            let kinds = all.iter().map(|(_, (track, _))| ["a", "b", "c"][*track].to_owned());
            let rows = rows(&all).into_iter().zip(kinds).map(|(mut row, kind)| { row.push(kind); row }).collect();
            loaded(&texts(&tracks_grid(&tracks, apart), "", &["id", "c0", "c1", "c2", "kind"], rows)).standings()
        };
        let mut separate: Standings = BTreeMap::new();
        for (at, track) in tracks.iter().enumerate() {
            let mine: Vec<(usize, Marked)> = all.iter().copied().filter(|(_, (track, _))| *track == at).collect();
            let places = track.places.map_or_else(String::new, |places| format!("places = {places}\n"));
            separate.extend(loaded(&texts(&alone(&tracks, at), &places, &["id", "c0", "c1", "c2"], rows(&mine))).standings());
        }
        prop_assert_eq!(both(true), separate.clone());
        let ranked: Vec<&BigRational> = separate
            .values()
            .filter(|(standing, _)| matches!(standing, Standing::Ranked { .. }))
            .filter_map(|(_, total)| total.as_ref())
            .collect();
        let together = separate.clone().into_iter().map(|(id, (standing, total))| {
            let standing = match (standing, &total) {
                (Standing::Ranked { .. }, Some(mine)) => Standing::Ranked {
                    rank: 1 + ranked.iter().filter(|other| **other > mine).count(),
                    tied: ranked.iter().filter(|other| **other == mine).count() > 1,
                    status: None,
                },
                (standing, _) => standing,
            };
            (id, (standing, total))
        });
        prop_assert_eq!(both(false), together.collect::<Standings>());
    }

    /// Whoever fails at a stage is not asked for what comes after: without those marks, nothing that is said changes; nor is
    /// a gap there an error.
    #[test]
    fn later_stages_are_not_asked(
        minimums in [proptest::option::of(1i64..5), proptest::option::of(1i64..5), proptest::option::of(1i64..5)],
        stages in [0usize..3, 0usize..3, 0usize..3],
        gate in 0usize..3,
        pass in proptest::option::of(10i64..40),
        missing in prop_oneof![Just("unrated"), Just("lowest"), Just("reweight"), Just("error")],
        marked in proptest::collection::vec((any::<bool>(), [0u8..=8, 0u8..=8, 0u8..=8]), 1..8),
    ) {
        let mut grid = "total = 60\n[[fact]]\nid = \"fit\"\nlabel = \"Fit\"\ntype = \"yes-no\"\n".to_owned();
        grid += &(0..3).map(|at| format!("[[stage]]\nid = \"s{at}\"\nlabel = \"Stage {at}\"\n")).collect::<String>();
        grid += &format!("[[gate]]\nid = \"fit\"\nlabel = \"Fit\"\nstage = \"s{gate}\"\nrequire = {{ fact = \"fit\", one_of = [\"yes\"] }}\n");
        for at in 0..3 {
            grid += &format!("[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = 20\nstage = \"s{}\"\nscale = {{ points = 8 }}\n", stages[at]);
            grid += &minimums[at].map_or_else(String::new, |minimum| format!("minimum = {minimum}\n"));
        }
        grid += &format!("[rules]\nmissing = \"{missing}\"\n");
        grid += &pass.map_or_else(String::new, |pass| format!("pass = {{ total = {pass} }}\n"));
        // The stage at which a submission fails, counted here.
        let failed = |(fit, marks): &(bool, [u8; 3])| {
            let low = (0..3).filter(|at| minimums[*at].is_some_and(|minimum| i64::from(marks[*at]) < minimum)).map(|at| stages[at]);
            low.chain((!fit).then_some(gate)).min()
        };
        let rows = |asked: bool| {
            let row = |(at, submission): (usize, &(bool, [u8; 3]))| {
                let left = failed(submission).unwrap_or(2);
                let cell = |at: usize| if asked || stages[at] <= left { submission.1[at].to_string() } else { String::new() };
                let fit = if submission.0 { "yes" } else { "no" };
                // What the gate of a later stage looks at is not asked either.
                let fit = if asked || gate <= left { fit } else { "" };
                std::iter::once(format!("S{at}")).chain((0..3).map(cell)).chain([fit.to_owned()]).collect()
            };
            marked.iter().enumerate().map(row).collect::<Vec<Vec<String>>>()
        };
        let headings = ["id", "c0", "c1", "c2", "fit"];
        let (before, after) = (loaded(&texts(&grid, "", &headings, rows(true))), loaded(&texts(&grid, "", &headings, rows(false))));
        prop_assert_eq!(before.standings(), after.standings());
        prop_assert_eq!(before.json(), after.json());
        for (at, submission) in marked.iter().enumerate() {
            let total = whole(submission.1.iter().map(|mark| i64::from(*mark)).sum()) * whole(20) / whole(8);
            let (standing, found) = &after.standings()[&format!("S{at}")];
            let below = pass.is_some_and(|pass| total < whole(pass));
            prop_assert_eq!(*standing == Standing::Excluded, failed(submission).is_some() || below, "S{}", at);
            if !matches!(standing, Standing::Excluded) {
                prop_assert_eq!(found, &Some(total));
            }
        }
    }

    /// A price against the lowest: what counts is the ratio, and only among those that passed what does not itself compare.
    #[test]
    fn prices_are_compared_among_those_that_passed(
        bids in proptest::collection::vec((1i64..60, 0u8..=8, any::<bool>()), 1..8),
        k in 2i64..9,
        cheap in 1i64..60,
        minimum in 0u8..6,
        highest in any::<bool>(),
    ) {
        let end = if highest { "highest" } else { "lowest" };
        let minimum_line = if minimum > 0 { format!("minimum = {minimum}\n") } else { String::new() };
        let grid = format!(
            "[[fact]]\nid = \"price\"\nlabel = \"Price\"\ntype = \"number\"\n\
             [[fact]]\nid = \"fit\"\nlabel = \"Fit\"\ntype = \"yes-no\"\n\
             [[gate]]\nid = \"fit\"\nlabel = \"Fit\"\nrequire = {{ fact = \"fit\", one_of = [\"yes\"] }}\n\
             [[criterion]]\nid = \"quality\"\nlabel = \"Quality\"\nweight = 40\nscale = {{ points = 8 }}\n{minimum_line}\
             [[criterion]]\nid = \"cost\"\nlabel = \"Cost\"\nweight = 60\nfrom = {{ fact = \"price\" }}\nscale = {{ relative_to = \"{end}\" }}\n\
             [rules]\npass = {{ total = 35 }}\n"
        );
        let result = |bids: &[(i64, u8, bool)], k: i64| {
            let row = |(at, (price, quality, fit)): (usize, &(i64, u8, bool))| {
                vec![format!("S{at}"), format!("{}.{}", price * k / 10, price * k % 10), if *fit { "yes" } else { "no" }.to_owned(), quality.to_string()]
            };
            loaded(&texts(&grid, "", &["id", "price", "fit", "quality"], bids.iter().enumerate().map(row).collect())).standings()
        };
        let found = result(&bids, 10);
        let pool = |(_, quality, fit): &&(i64, u8, bool)| *fit && *quality >= minimum;
        let prices = || bids.iter().filter(pool).map(|bid| bid.0);
        let best = if highest { prices().max() } else { prices().min() };
        let total = |bid: &(i64, u8, bool)| {
            let price = if highest { BigRational::new(bid.0.into(), best?.into()) } else { BigRational::new(best?.into(), bid.0.into()) };
            pool(&bid).then(|| price * whole(60) + whole(5 * i64::from(bid.1)))
        };
        let ranked: Vec<BigRational> = bids.iter().filter_map(total).filter(|total| *total >= whole(35)).collect();
        for (at, bid) in bids.iter().enumerate() {
            let (standing, found) = &found[&format!("S{at}")];
            match total(bid) {
                Some(total) if total >= whole(35) => {
                    prop_assert_eq!(found, &Some(total.clone()));
                    let Standing::Ranked { rank, .. } = standing else { panic!("S{at}: {standing:?}") };
                    prop_assert_eq!(*rank, 1 + ranked.iter().filter(|other| **other > total).count());
                }
                _ => prop_assert_eq!(*standing, Standing::Excluded),
            }
        }
        prop_assert_eq!(&result(&bids, 10 * k), &found, "in another currency");
        let mut more = bids.clone();
        more.push(if highest { (cheap + 60, 8, false) } else { (1, 8, false) });
        let mut with = result(&more, 10);
        prop_assert_eq!(with.remove(&format!("S{}", bids.len())).unwrap().0, Standing::Excluded);
        prop_assert_eq!(with, found, "beside a better price that is excluded");
    }

    /// Ranks that add up: with the mean of tied ranks every reviewer gives n(n+1)/2 in all; who the reviewers are says nothing.
    #[test]
    fn ranks_add_up(
        marks in (1usize..4, 1usize..7).prop_flat_map(|(reviewers, submissions)| {
            proptest::collection::vec(proptest::collection::vec([0u8..=4, 0u8..=4], submissions), reviewers)
        }),
        lowest in any::<bool>(),
    ) {
        let grid = format!(
            "{}[rules]\npanel = {{ combine = \"rank-sum\"{} }}\n",
            "[[criterion]]\nid = \"c0\"\nlabel = \"C0\"\nweight = 60\nscale = { points = 4 }\n\
             [[criterion]]\nid = \"c1\"\nlabel = \"C1\"\nweight = 40\nscale = { points = 4 }\n",
            if lowest { ", tied_ranks = \"lowest\"" } else { "" }
        );
        let count = marks[0].len();
        let result = |order: &[usize]| {
            let mut rows = Vec::new();
            for (name, reviewer) in order.iter().enumerate() {
                for (at, [a, b]) in marks[*reviewer].iter().enumerate() {
                    rows.push(vec![format!("S{at}"), format!("R{name}"), a.to_string(), b.to_string()]);
                }
            }
            let mut texts = texts(&grid, "marks = \"m\"\n", &["id"], (0..count).map(|at| vec![format!("S{at}")]).collect());
            let headings = ["submission", "reviewer", "c0", "c1"].map(str::to_owned).to_vec();
            texts.marks = Some(Rows { headings, rows });
            let loaded = loaded(&texts);
            let ranking = loaded.rank();
            (0..count)
                .map(|at| {
                    let at = loaded.submissions.find(&format!("S{at}")).unwrap();
                    let entry = ranking.entry(at).unwrap();
                    (rational(&ranking.evaluation.score(at).unwrap()), entry.rank as usize, entry.tied)
                })
                .collect::<Vec<_>>()
        };
        let order: Vec<usize> = (0..marks.len()).collect();
        let found = result(&order);
        // Twice the rank: one more than twice those before, and one for each other beside.
        let sum = |at: usize| -> BigRational {
            let one = |reviewer: &Vec<[u8; 2]>| {
                let total = |[a, b]: [u8; 2]| 60 * i64::from(a) + 40 * i64::from(b);
                let before = reviewer.iter().filter(|other| total(**other) > total(reviewer[at])).count();
                let beside = reviewer.iter().filter(|other| total(**other) == total(reviewer[at])).count() - 1;
                i64::try_from(2 + 2 * before + if lowest { 0 } else { beside }).unwrap()
            };
            BigRational::new(marks.iter().map(one).sum::<i64>().into(), 2.into())
        };
        for (at, (score, rank, tied)) in found.iter().enumerate() {
            prop_assert_eq!(score, &sum(at));
            prop_assert_eq!(*rank, 1 + (0..count).filter(|other| sum(*other) < sum(at)).count());
            prop_assert_eq!(*tied, (0..count).filter(|other| sum(*other) == sum(at)).count() > 1);
        }
        if !lowest {
            let all: BigRational = found.iter().map(|found| found.0.clone()).sum();
            prop_assert_eq!(all, BigRational::new((marks.len() * count * (count + 1)).into(), 2.into()));
        }
        let turned: Vec<usize> = order.iter().rev().copied().collect();
        prop_assert_eq!(result(&turned), found);
    }

    /// The selected are the longest run of whole shared ranks that the money covers; after them nobody is.
    #[test]
    fn money_goes_down_the_ranks(
        submissions in proptest::collection::vec((0u8..=6, 0i64..50), 0..9),
        budget in 1i64..200,
        dense in any::<bool>(),
    ) {
        let grid = format!(
            "[[fact]]\nid = \"amount\"\nlabel = \"Amount\"\ntype = \"number\"\n\
             [[criterion]]\nid = \"c0\"\nlabel = \"C0\"\nweight = 100\nscale = {{ points = 6 }}\n\
             [rules]\ncost = \"amount\"\nranks = \"{}\"\n",
            if dense { "dense" } else { "competition" }
        );
        let row = |(at, (mark, cost)): (usize, &(u8, i64))| vec![format!("S{at}"), mark.to_string(), cost.to_string()];
        let loaded = loaded(&texts(&grid, &format!("budget = {budget}\n"), &["id", "c0", "amount"], submissions.iter().enumerate().map(row).collect()));
        let ranking = loaded.rank();
        // From the best mark down, those who have it are paid together or not at all.
        let (mut left, mut open, mut inside) = (budget, true, Vec::new());
        for mark in (0..=6u8).rev() {
            let cost: i64 = submissions.iter().filter(|submission| submission.0 == mark).map(|submission| submission.1).sum();
            open &= cost <= left;
            if open {
                left -= cost;
                inside.push(mark);
            }
        }
        for entry in &ranking.ranked {
            let (mark, _) = submissions[loaded.submissions.id(entry.submission as usize)[1..].parse::<usize>().unwrap()];
            prop_assert_eq!(entry.status == Some(Status::In), inside.contains(&mark), "{:?}", entry);
            if entry.status == Some(Status::TiedAtCut) {
                let tied: Vec<i64> = submissions.iter().filter(|other| other.0 == mark).map(|other| other.1).collect();
                prop_assert!(tied.len() > 1 && *tied.iter().min().unwrap() <= left, "the money covers one of them at least");
                prop_assert!(inside.iter().all(|other| *other > mark));
            }
        }
        let cut = ranking.leagues[0].cut.as_ref().unwrap();
        let CutBy::Budget { left: found } = &cut.by else { panic!("{cut:?}") };
        prop_assert_eq!(rational(found), whole(left));
    }

    /// The chain of ties is one order: criterion, fact, choice, ratio, each before the next; who has no value comes last, and
    /// so does a ratio whose divisor is zero.
    #[test]
    fn ties_are_broken_in_the_declared_order(
        submissions in proptest::collection::vec(((0u8..=2, 0u8..=2), (proptest::option::weighted(0.8, 0i64..3), proptest::option::weighted(0.8, 0i64..3), proptest::option::weighted(0.8, 0i64..3)), proptest::option::weighted(0.8, 0usize..3)), 0..9),
        picks in proptest::collection::vec(any::<usize>(), 4),
        keys in 1usize..=4,
        lowest in any::<[bool; 2]>(),
        dense in any::<bool>(),
    ) {
        let best = |lowest: bool| if lowest { "lowest" } else { "highest" };
        let all = [
            "\"c0\"".to_owned(),
            format!("{{ fact = \"amount\", best = \"{}\" }}", best(lowest[0])),
            "{ fact = \"kind\", first = [\"b\", \"a\"] }".to_owned(),
            format!("{{ ratio = [\"cost\", \"units\"], best = \"{}\" }}", best(lowest[1])),
        ];
        let chain: Vec<usize> = shuffle(&[0, 1, 2, 3], &picks).into_iter().take(keys).collect();
        let written: Vec<&str> = chain.iter().map(|key| all[*key].as_str()).collect();
        let number = |id: &str| format!("[[fact]]\nid = \"{id}\"\nlabel = \"Fact {id}\"\ntype = \"number\"\n");
        let grid = format!(
            "{}{}{}[[fact]]\nid = \"kind\"\nlabel = \"Kind\"\ntype = \"choice\"\nvalues = {{ a = \"sorte a\", b = \"sorte b\", c = \"sorte c\" }}\n\
             [[criterion]]\nid = \"c0\"\nlabel = \"C0\"\nweight = 50\nscale = {{ points = 2 }}\n\
             [[criterion]]\nid = \"c1\"\nlabel = \"C1\"\nweight = 50\nscale = {{ points = 2 }}\n\
             [rules]\nties = [{}]\nranks = \"{}\"\n",
            number("amount"), number("cost"), number("units"), written.join(", "), if dense { "dense" } else { "competition" }
        );
        let rows = submissions.iter().enumerate().map(|(at, ((a, b), (amount, cost, units), kind))| {
            let number = |number: &Option<i64>| number.map_or_else(String::new, |number| number.to_string());
            let kind = kind.map_or("", |kind| ["a", "b", "c"][kind]);
            vec![format!("S{at}"), a.to_string(), b.to_string(), number(amount), number(cost), number(units), kind.to_owned()]
        });
        let found = loaded(&texts(&grid, "", &["id", "c0", "c1", "amount", "cost", "units", "kind"], rows.collect())).standings();
        // Lists of numbers: more is better, nothing is worst.
        let key = |at: usize| -> Vec<Option<BigRational>> {
            let ((a, b), (amount, cost, units), kind) = submissions[at];
            let signed = |value: Option<BigRational>, lowest: bool| value.map(|value| if lowest { -value } else { value });
            let one = |key: &usize| match key {
                0 => Some(whole(a.into())),
                1 => signed(amount.map(whole), lowest[0]),
                2 => Some(whole(match kind { Some(1) => 2, Some(0) => 1, _ => 0 })),
                _ => signed(cost.zip(units.filter(|units| *units != 0)).map(|(cost, units)| BigRational::new(cost.into(), units.into())), lowest[1]),
            };
            std::iter::once(Some(whole((a + b).into()))).chain(chain.iter().map(one)).collect()
        };
        for at in 0..submissions.len() {
            let mut above: Vec<Vec<Option<BigRational>>> =
                (0..submissions.len()).map(key).filter(|other| other.cmp(&key(at)) == Ordering::Greater).collect();
            let tied = (0..submissions.len()).filter(|other| key(*other) == key(at)).count() > 1;
            if dense {
                above.sort();
                above.dedup();
            }
            prop_assert_eq!(found[&format!("S{at}")].0, Standing::Ranked { rank: 1 + above.len(), tied, status: None }, "S{}", at);
        }
    }

    /// Named totals come from shares, marks and prices by their own arithmetic; one of them ranks, and its bound excludes.
    #[test]
    fn named_totals_are_worked_out_and_rank(
        submissions in proptest::collection::vec(([0i64..=8, 0i64..=8], 1i64..500), 0..8),
        weights in [1i64..9, 1i64..9],
        out_of in proptest::option::of(1i64..40),
        by in 0usize..4,
        floor in 10i64..50,
        best in proptest::option::of(any::<bool>()),
    ) {
        let names = ["own", "adjusted", "each", "product"];
        let best_line = |at: usize| match best {
            Some(lowest) if at == by => format!("best = \"{}\"\n", if lowest { "lowest" } else { "highest" }),
            _ => String::new(),
        };
        let forms = [
            format!("{{ weights = {{ c0 = {}, c1 = {} }}{} }}", weights[0], weights[1], out_of.map_or_else(String::new, |out_of| format!(", out_of = {out_of}"))),
            format!("{{ adjusted_price = \"price\", k = 0.2, floor = {floor}, span = 30 }}"),
            "{ cost_per_point = \"price\", points = \"g\" }".to_owned(),
            "{ product = [\"c0\", \"c1\", \"own\"] }".to_owned(),
        ];
        let totals: String = (0..4).map(|at| format!("[[total]]\nid = \"{0}\"\nlabel = \"Total {0}\"\nof = {1}\n{2}", names[at], forms[at], best_line(at))).collect();
        let grid = format!(
            "[[fact]]\nid = \"price\"\nlabel = \"Price\"\ntype = \"number\"\n[[group]]\nid = \"g\"\nlabel = \"G\"\nweight = 100\n\
             [[criterion]]\nid = \"c0\"\nlabel = \"C0\"\ngroup = \"g\"\nweight = 60\nscale = {{ points = 8 }}\n\
             [[criterion]]\nid = \"c1\"\nlabel = \"C1\"\ngroup = \"g\"\nweight = 40\nscale = {{ min = 0, max = 8, zero = -8 }}\n\
             {totals}[rules]\nrank_by = \"{}\"\n", names[by]
        );
        let row = |(at, ([a, b], price)): (usize, &([i64; 2], i64))| vec![format!("S{at}"), a.to_string(), b.to_string(), price.to_string()];
        let rows = submissions.iter().enumerate().map(row).collect();
        let loaded = loaded(&texts(&grid, "", &["id", "c0", "c1", "price"], rows));
        let ranking = loaded.rank();
        let part = |over: i64, by: i64| BigRational::new(over.into(), by.into());
        let values = |([a, b], price): ([i64; 2], i64)| -> [Option<BigRational>; 4] {
            let (first, second) = (part(a, 8), part(b + 8, 16));
            let quality = &first * whole(60) + &second * whole(40);
            let sum = weights[0] + weights[1];
            let own = (first * whole(weights[0]) + second * whole(weights[1])) * part(out_of.unwrap_or(sum), sum);
            let divisor = whole(1) + part(1, 5) * (&quality - whole(floor)) / whole(30);
            [Some(own.clone()), Some(whole(price) / divisor), (!quality.is_zero()).then(|| whole(price) / quality), Some(whole(a * b) * own)]
        };
        let lowest = best.unwrap_or(by == 1 || by == 2);
        let key = |at: usize| values(submissions[at])[by].clone().map(|value| if lowest { -value } else { value });
        for at in 0..submissions.len() {
            let index = loaded.submissions.find(&format!("S{at}")).unwrap();
            for (total, expected) in values(submissions[at]).into_iter().enumerate() {
                prop_assert_eq!(ranking.evaluation.named(index, total).as_ref().map(rational), expected, "{} of S{}", names[total], at);
            }
            let entry = ranking.entry(index);
            prop_assert_eq!(entry.is_some(), key(at).is_some());
            if let Some(entry) = entry {
                let above = (0..submissions.len()).filter(|other| key(*other) > key(at)).count();
                prop_assert_eq!(entry.rank as usize, 1 + above, "S{}", at);
            }
        }
    }
}
