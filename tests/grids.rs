//! The shipped library: every grid of `grids/` has an example call whose result, given by the real binary, is the one worked
//! out by hand, in exact numbers; and every shipped grid is in the table of `docs/grids.md`.
//!
//! Where the issuer published a worked number, its source stands beside it. Lists read as the program orders them; a number is
//! the program’s exact text (`12.5`, `85/3`).

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr as _;

use num_rational::BigRational;
use serde_json::Value;

// ── The table ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// One example call of a shipped grid.
struct Example {
    grid: &'static str,
    /// Below `examples/`.
    folder: &'static str,
    command: &'static str,
}

/// Each line makes a row of the table and a test of its own, which also holds what must be true of any result.
macro_rules! examples {
    ($($test:ident: $grid:literal, $command:literal $folder:literal;)*) => {
        const EXAMPLES: &[Example] = &[$(Example { grid: $grid, folder: $folder, command: $command }),*];
        mod by_hand {
            $(#[test] fn $test() {
                super::$test(&super::sound(&super::Example { grid: $grid, folder: $folder, command: $command }));
            })*
        }
    };
}

examples! {
    horizon_europe_ria: "horizon-europe-ria", "rank" "horizon-europe-ria";
    horizon_europe_ia: "horizon-europe-ia", "rank" "horizon-europe-ia";
    agree_ii: "agree-ii", "rank" "agree-ii";
    phac_best_practices: "phac-best-practices", "rank" "phac-best-practices";
    cihr_project: "cihr-project", "rank" "cihr-project";
    quebec_adjusted_price: "quebec-adjusted-price", "rank" "quebec-adjusted-price";
    lowest_bid_points: "lowest-bid-points", "rank" "lowest-bid-points";
    community_facilities_points: "community-facilities-points", "rank" "community-facilities-points";
    dot_raise: "dot-raise", "rank" "dot-raise";
    breeam_levels: "breeam-levels", "rank" "breeam-levels";
    green_flag: "green-flag", "rank" "green-flag";
    rank_sum: "rank-sum", "rank" "rank-sum";
    psat: "psat", "rank" "psat";
    trasss_letters: "trasss-letters", "rank" "trasss-two-rounds/letters";
    trasss: "trasss", "rank" "trasss-two-rounds/projects";
    inters4_fiches: "inters4-pratiques-inspirantes", "screen" "inters4-fiches";
    inters4: "inters4-pratiques-inspirantes", "screen" "inters4";
    ctreq_levels: "ctreq-levels", "rank" "ctreq-levels";
    consortium: "consortium-plan-attainment", "rank" "consortium-plan-attainment";
    consortium_activities: "consortium-plan-attainment", "rank" "consortium-plan-attainment/activities";
    implementation_support: "implementation-support-maturity", "rank" "implementation-support-maturity";
    transfer_readiness: "transfer-readiness", "rank" "transfer-readiness";
    communities_of_practice: "communities-of-practice", "rank" "communities-of-practice";
}

/// A grid cannot be shipped, nor an example of it added, without a line in the table.
#[test]
fn every_grid_and_every_example_is_in_the_table() {
    let shipped: BTreeSet<String> =
        files(&root().join("grids"), "toml").iter().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let held: BTreeSet<String> = EXAMPLES.iter().map(|example| example.grid.to_owned()).collect();
    assert_eq!(held, shipped);

    let folder = root().join("examples");
    let calls = files(&folder, "toml").into_iter().filter(|path| path.ends_with("call.toml"));
    let found: BTreeSet<(String, String)> = calls
        .filter_map(|path| {
            let grid = toml(&path)["call"]["grid"].as_str().unwrap().to_owned();
            let name = path.parent().unwrap().strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
            shipped.contains(&grid).then_some((grid, name))
        })
        .collect();
    let held: BTreeSet<_> = EXAMPLES.iter().map(|example| (example.grid.to_owned(), example.folder.to_owned())).collect();
    assert_eq!(held, found);
}

// ── Funding ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Thresholds: 3 on each criterion and 10 on the sum (Horizon Europe, evaluation form RIA and IA, version 2.0). R5 has
/// 3 + 3 + 3.5 = 9.5 < 10 and passes every criterion.
fn horizon_europe_ria(v: &Value) {
    assert_eq!(order(v), ["1 R2 13 in", "2 R1 13 in", "3 R3 12.5 in", "4 R4 12.5 out", "5 R7 10 out"]);
    assert_eq!(
        left_out(v, "excluded"),
        [
            "R5 pass 9.5: total of 9.5, below the pass mark of 10",
            "R6 minimum:excellence 2.5: Excellence: 2.5, below the minimum of 3",
        ]
    );
    assert_eq!((notes(v, "tie-broken"), v["places"].as_u64()), ("R2, R1; R3, R4".to_owned(), Some(3)));
    // 5 > 4.5 on excellence; then 4 = 4, and 4.5 > 4 on impact.
    assert_eq!(
        ["R2", "R1", "R3", "R4"].map(|id| points(v, id)),
        [
            "excellence 5, impact 3.5, implementation 4.5",
            "excellence 4.5, impact 4.5, implementation 4",
            "excellence 4, impact 4.5, implementation 4",
            "excellence 4, impact 4, implementation 4.5",
        ]
    );
    assert_eq!(distances(v), ["R2 0.5", "R1 0.5", "R3 0", "R4 0", "R7 -2.5"]);
}

/// The weight of 1.5 on impact is for the rank only: the threshold of 10 is on the unweighted sum (Horizon Europe, general
/// annexes of the work programme 2023–2024, parts D and F). N5 has 9.5 < 10, although its weighted total is 11.
fn horizon_europe_ia(v: &Value) {
    assert_eq!(order(v), ["1 N2 15 in", "2 N1 14.75 in", "3 N4 14 in", "4 N3 14 out"]);
    assert_eq!(["N1", "N2", "N3", "N4"].map(|id| total(v, id, "sum")), ["13", "12.5", "12", "11.5"], "the order by the sum");
    // Tied on 14; impact comes first in innovation actions: 5 × 1.5 > 4 × 1.5.
    assert_eq!(points(v, "N4"), "excellence 3, impact 7.5, implementation 3.5");
    assert_eq!(points(v, "N3"), "excellence 4, impact 6, implementation 4");
    assert_eq!(notes(v, "tie-broken"), "N4, N3");
    assert_eq!(
        left_out(v, "excluded"),
        [
            "N5 total:sum 9.5: Unweighted sum: 9.5, below the threshold of 10",
            "N6 minimum:impact 2.5: Impact: 2.5, below the minimum of 3",
        ]
    );
}

/// Fundable from 3.50; funding in rank order “until insufficient funds remain to fund the highest ranked” (CIHR, “The Project
/// Grant program funding decision process”): S4 costs 400 000 and stops it, although the 120 000 of S5 would fit in what is left.
fn cihr_project(v: &Value) {
    assert_eq!(order(v), ["1 S1 4.5 in", "2 S2 4.35 in", "3 S3 4.2 in", "4 S4 3.9 out", "5 S5 3.5 out"]);
    assert_eq!(left_out(v, "excluded"), ["S6 pass 52/15: total of ≈ 3.4667, below the pass mark of 3.5"]);
    // 2 000 000 − (700 000 + 650 000 + 500 000).
    assert_eq!(said(v, "budget-left"), ["150,000 of the budget is left."]);
}

/// Share of the grant in the cost: under 20 % 30 points, under 50 % 20, under 75 % 10, else none; hardship has a cap of 40
/// (7 CFR 4280.435).
fn community_facilities_points(v: &Value) {
    assert_eq!(order(v), ["1 F1 100 in", "2 F2 85 in", "3 F3 60 out", "4 F4 50 out", "5 F5 30 out"]);
    let counted = ["F1", "F2", "F3", "F4", "F5"]
        .map(|id| [point(v, id, "leverage"), point(v, id, "partners"), groups(v, id), adjustments(v, id)].join(" | "));
    assert_eq!(
        counted,
        [
            "30 | 10 | hardship 40 | cap hardship -10",
            "20 | 10 | hardship 25 | ",
            "20 | 5 | hardship 25 | ",
            "10 | 0 | hardship 40 | cap hardship -10",
            "0 | 10 | hardship 0 | "
        ]
    );
    // Bonuses add outside the 80 points of the weights.
    let bonus = ["F1", "F2", "F3", "F4", "F5"]
        .map(|id| ["state-plan", "health", "safety"].iter().map(|item| rational(&point(v, id, item))).sum::<BigRational>());
    assert_eq!(bonus, ["20", "30", "10", "0", "20"].map(rational));
    assert!(left_out(v, "excluded").is_empty());
}

/// “Highly recommended”: at least six “high” and no “non-responsive” (RAISE, merit criteria of 2024, after Lexipol). A1 has
/// six; A2 has seven and a “non-responsive”. The three other levels are a proposal of the grid.
fn dot_raise(v: &Value) {
    assert_eq!(
        order(v),
        [
            "A1 – highly-recommended",
            "A5 – highly-recommended",
            "A3 – recommended",
            "A2 – acceptable",
            "A6 – acceptable",
            "A4 – unacceptable",
        ]
    );
    // How many are high (3), medium (2), low (1) and non-responsive (0).
    let tally = |id: &str| {
        let marks = list(row(v, id), "criteria").iter().map(|one| exact(&one["mark"])).collect::<Vec<_>>();
        ["3", "2", "1", "0"].map(|level| marks.iter().filter(|mark| **mark == level).count())
    };
    assert_eq!(
        ["A1", "A2", "A3", "A4", "A5", "A6"].map(tally),
        [[6, 1, 1, 0], [7, 0, 0, 1], [5, 3, 0, 0], [2, 2, 1, 3], [8, 0, 0, 0], [2, 2, 4, 0]]
    );
}

// ── Procurement ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// K = 20 % and Q = 85 make a divisor of 1.10 (Regulation respecting the contracts of the Protecteur du citoyen, CQLR,
/// chapter P-32, r. 1, schedule 2: 1 + K × (Q − 70) / 30).
fn quebec_adjusted_price(v: &Value) {
    assert_eq!(order(v), ["1 B1 100000 in", "2 B2 101000 out", "3 B3 104000 out", "4 B4 105000 out"]);
    assert_eq!(v["order"], "ascending");
    let prices = [("B1", "85", "110000", "1.10"), ("B2", "70", "101000", "1"), ("B3", "91", "118560", "57/50")];
    for (id, quality, price, divisor) in prices.into_iter().chain([("B4", "85.5", "115850", "331/300")]) {
        assert_eq!(total(v, id, "total"), quality, "{id}");
        assert_eq!(rational(price) / rational(&total(v, id, "adjusted-price")), rational(divisor), "{id}");
    }
    assert_eq!(
        left_out(v, "excluded"),
        [
            "B5 pass 69.9: total of 69.9, below the pass mark of 70",
            "B6 gate:compliance non: Compliance: The bid is not compliant. (“non”)",
        ]
    );
}

/// 40 + 30 + 20 + 70 × 8000 / 10000 = 146 against 32 + 20 + 22 + 70 = 144 (Negometrix, “Low bid scoring formula”). The price
/// of B4, 6000, is no reference: the bid is not responsive.
fn lowest_bid_points(v: &Value) {
    assert_eq!(order(v), ["1 B1 146 in", "2 B2 144 out", "3 B3 138 out"]);
    assert_eq!(
        ["B1", "B2", "B3"].map(|id| points(v, id)),
        [
            "experience 40, quality-control 30, time 20, price 56",
            "experience 32, quality-control 20, time 22, price 70",
            "experience 45, quality-control 30, time 23, price 40",
        ]
    );
    assert_eq!(left_out(v, "excluded"), ["B4 gate:responsiveness non: Responsiveness: The bid is not responsive. (“non”)"]);
    assert_eq!(said(v, "compared"), ["“Price” compares with 8,000, the best of those that passed every gate and every minimum."]);
}

/// The cheapest bid becomes the reference as soon as it is responsive: 70 × 6/10 = 42 and 70 × 6/8 = 52.5.
#[test]
fn a_responsive_bid_is_the_reference() {
    let folder = root().join("examples/lowest-bid-points");
    let copy = tempfile::tempdir().unwrap();
    let bids = fs::read_to_string(folder.join("submissions.csv")).unwrap();
    let changed = copy.path().join("submissions.csv");
    fs::write(&changed, bids.replace(",non,", ",oui,").replace(",non\n", ",oui\n")).unwrap();
    let v = run("rank", "lowest-bid-points", &["--submissions", changed.to_str().unwrap()], "");
    assert_eq!((point(&v, "B1", "price"), total(&v, "B1", "ranking")), ("42".to_owned(), "132".to_owned()));
    assert_eq!((point(&v, "B2", "price"), total(&v, "B2", "ranking")), ("52.5".to_owned(), "126.5".to_owned()));
}

// ── Appraisal and certification ────────────────────────────────────────────────────────────────────────────────────────────

/// Marks 5 6 6, 6 6 7, 2 4 3 and 3 3 2 make (53 − 12) / (84 − 12) = 41/72, that is 56.94 % (agreetrust.org, “Scoring the
/// AGREE II”, which prints 57 %).
fn agree_ii(v: &Value) {
    assert_eq!(order(v), ["G1 –", "G2 –"]);
    assert_eq!(groups(v, "G1"), "scope 1025/18, stakeholders 200/3, rigour 75, clarity 100, applicability 25, independence 0");
    assert_eq!(
        groups(v, "G2"),
        "scope 1525/18, stakeholders 425/9, rigour 32.8125, clarity 875/12, applicability 25/3, independence 200/3"
    );
    let published = BigRational::new((17 + 19 + 9 + 8 - 12).into(), (7 * 3 * 4 - 12).into());
    assert_eq!(rational(&group(v, "G1", "scope")), published * rational("100"));
    // Item 16 does not apply to G2: what it would have been worth goes to the two others.
    assert_eq!((notes(v, "not-applicable"), adjustments(v, "G2")), ("G2".to_owned(), "shared-weight clarity 875/36".to_owned()));
    assert_eq!(point(v, "G2", "item-16"), "–");
}

/// The sections of V1, each rounded to hundredths as printed, make 55.66; exactly, 55.68: “Very Good” either way (worked
/// example for BREEAM New Construction 2011, recalled and to be confirmed).
fn breeam_levels(v: &Value) {
    assert_eq!(
        order(v),
        [
            "1 V5 100 outstanding",
            "2 V3 549231/5720 excellent",
            "3 V2 28505539/360360 very-good",
            "4 V1 10031719/180180 very-good",
            "5 V4 1838423/36036 unclassified",
            "6 V6 13303867/360360 pass",
        ]
    );
    assert_eq!(
        groups(v, "V1"),
        "management 60/11, health 12, energy 152/15, transport 40/9, water 10/3, materials 6.25, waste 45/14, land 5, pollution 50/13"
    );
    let sections = list(row(v, "V1"), "groups").iter().map(|one| rational(&exact(&one["points"])));
    let printed = sections.map(|points| (points * rational("100")).round()).sum::<BigRational>() / rational("100");
    assert_eq!(printed + rational("2"), rational("55.66"));
    assert_eq!((rational(&total(v, "V1", "ranking")) * rational("100")).round(), rational("5568"));
    assert_eq!((point(v, "V1", "innovation"), adjustments(v, "V1")), ("2".to_owned(), String::new()));
    // The cap of 100: 1368/13 before it, which is 100 + 68/13.
    assert_eq!(adjustments(v, "V5"), "cap total -68/13");
    // A missing minimum lowers the level and leaves the total: one credit of two in Man 02, five of fifteen in Ene 01.
    let share = |id: &str, item: &str| exact(&criterion(v, id, item)["share"]);
    assert_eq!(share("V3", "man-02"), "0.5");
    assert_eq!(rational(&share("V2", "ene-01")), rational("5/15"));
    assert_eq!(share("V4", "man-01"), "0");
}

/// Desk 15 + field 42 = 57 < 66: both parts at their threshold still fail the total (Green Flag Award, “Green Flag Award
/// Judging”: 15 of 30, 42 of 70 and 66 in all).
fn green_flag(v: &Value) {
    assert_eq!(order(v), ["1 K2 70", "2 K5 66"]);
    assert_eq!(["K2", "K5"].map(|id| groups(v, id)), ["desk 21, field 49", "desk 24, field 42"]);
    assert_eq!(
        left_out(v, "excluded"),
        [
            "K1 pass 57: total of 57, below the pass mark of 66",
            "K3 minimum:desk 14.625: Desk assessment: 14.625, below the minimum of 15",
            "K4 minimum:field 41.5625: Field assessment: 41.5625, below the minimum of 42",
        ]
    );
    // K1 passes both parts with nothing to spare.
    assert_eq!(notes(v, "near-threshold"), "K1; K1; K4; K5; K5");
}

/// The definitions of the three levels (CTREQ, 2017); no number is published. C4 has an evaluation and nothing transferable:
/// no definition covers it.
fn ctreq_levels(v: &Value) {
    assert_eq!(order(v), ["C1 – exemplary", "C2 – promising", "C3 – emerging", "C4 – outside", "C5 – outside"]);
    assert_eq!(
        ["C1", "C2", "C3", "C4", "C5"].map(|id| marks(v, id)),
        ["1 1 2 1.5 1.5 1", "1 1 1.5 1 1 0.5", "1 0 0.5 0 0 0", "1 1 1.5 0 1 0", "0 0 0 0 0 0"]
    );
    assert_eq!(
        validity(v),
        ["C1 published-practice 2023-05-10 2028-05-10 valid", "C2 published-practice 2019-03-04 2024-03-04 expired",]
    );
}

// ── Selecting practices and projects ───────────────────────────────────────────────────────────────────────────────────────

/// The definitions of both levels (Canadian Best Practices Portal, “Best and Promising Practices”); no number is published.
fn phac_best_practices(v: &Value) {
    assert_eq!(order(v), ["H1 – best", "H2 – promising", "H3 – promising", "H4 – neither"]);
    // H2 falls short of “high”; H3 has the marks of H1 and is a pilot; the adaptability of H4 is not high.
    assert_eq!(["H1", "H2", "H3", "H4"].map(|id| marks(v, id)), ["3 3 3", "2.5 3 2", "3 3 3", "3 2.5 3"]);
    assert_eq!(
        left_out(v, "excluded"),
        [
            "H5 gate:not-individual oui: Not an individual treatment: It is an individual treatment or change. (“oui”)",
            "H6 gate:evaluated non: Available evaluation: No report or article describes its evaluation. (“non”); \
             gate:not-commercial oui: Free of commercial interest: A commercial interest is at stake. (“oui”)",
        ]
    );
}

/// A general form: no number is published. By the mean of the totals, C2 would be first.
fn rank_sum(v: &Value) {
    assert_eq!(order(v), ["1 C1 4 in", "2 C2 5.5 out", "3 C3 10.5 out", "4 C4 12 out", "5 C5 13 out"]);
    assert_eq!(["C1", "C2", "C3", "C4", "C5"].map(|id| total(v, id, "total")), ["82", "250/3", "68", "61.5", "169/3"]);
    assert_eq!(v["order"], "ascending");
}

/// With `tied_ranks = "lowest"` (1-2-2-4), the two who share a rank have 2 each: half a rank less for C2 and for C3.
#[test]
fn tied_ranks_of_one_reviewer_may_be_the_lowest() {
    let folder = tempfile::tempdir().unwrap();
    let grid = fs::read_to_string(root().join("grids/rank-sum.toml")).unwrap();
    let copy = folder.path().join("grid.toml");
    fs::write(&copy, grid.replace("tied_ranks = \"mean\"", "tied_ranks = \"lowest\"")).unwrap();
    let v = run("rank", "rank-sum", &["--grid", copy.to_str().unwrap()], "");
    assert_eq!(order(&v), ["1 C1 4 in", "2 C2 5 out", "3 C3 10 out", "4 C4 12 out", "5 C5 13 out"]);
}

/// Published: there were two rounds (TRASSS, 2011–2014). Points: 20 m / 3, 15 m / 3, 15 m / 3, where m is a mean from 0 to 3.
fn trasss_letters(v: &Value) {
    assert_eq!(
        order(v),
        [
            "1= T01 47.5 in",
            "1= T07 47.5 in",
            "3 T04 245/6 in",
            "4 T05 40 in",
            "5 T02 235/6 in",
            "6 T06 205/6 in",
            "7 T08 185/6 in",
            "8 T10 85/3 in",
            "9 T09 22.5 out",
        ]
    );
    assert_eq!(points(v, "T01"), "social-relevance 20, clarity 12.5, scientific-relevance 15");
    assert_eq!(points(v, "T09"), "social-relevance 10, clarity 7.5, scientific-relevance 5");
    assert_eq!(
        left_out(v, "excluded"),
        ["T03 gate:practice-type autre: Type of practice: The practice is neither leading-edge nor innovative. (“autre”)"]
    );
    assert_eq!(distances(v)[7..], ["T10 35/6", "T09 -35/6"]);
}

/// Four selected of seven (TRASSS, 2011–2014). T03 and T09 were left out of the letters and stay out, whatever they say now;
/// nobody is left before without being among the submissions, and a warning says that T08 does not come back.
fn trasss(v: &Value) {
    assert_eq!(
        order(v),
        ["1 T07 84.5 in", "2 T02 81 in", "3 T01 77.5 in", "4 T05 73.5 in", "5 T10 73.25 out", "6 T06 70 out", "7 T04 69 out"]
    );
    let columns = ["social-relevance", "clarity", "scientific-relevance", "feasibility", "sustainability", "network-interest"];
    let lines = ["T07", "T02", "T01", "T05", "T10", "T06", "T04"].map(|id| columns.map(|item| point(v, id, item)).join(" "));
    assert_eq!(
        lines,
        [
            "18 13.5 12.5 16 4.5 20",
            "15 11 11.5 15 3.5 25",
            "17.5 13 12 14 4 17",
            "16.5 11 10.5 15.5 3 17",
            "15.5 12 12 16.5 4.25 13",
            "15.5 12 11.5 17 4 10",
            "14 13 12 16 4 10",
        ]
    );
    assert_eq!(
        left_out(v, "excluded"),
        [
            "T03 round –: Fictional example: TRASSS letters of intent: Type of practice: The practice is neither leading-edge nor \
             innovative. (“autre”)",
            "T09 round –: Fictional example: TRASSS letters of intent: not selected",
        ]
    );
    // T08 was selected and is gone; the others are here.
    let gone: Vec<String> = list(v, "left_before").iter().map(|one| word(&one["id"])).collect();
    assert_eq!(gone, ["T08"]);
    assert_eq!(distances(v)[3..5], ["T05 0.25", "T10 -0.25"]);
    // T04: five expressions of interest, one of them sent twice.
    let explained = run("explain", "trasss-two-rounds/projects", &["T04"], "T08");
    let facts = |value: &Value| {
        let told = list(value, "facts").iter();
        told.map(|fact| format!("{} {} → {}", word(&fact["fact"]), word(&fact["value"]), exact(&fact["points"]))).collect()
    };
    let network: Vec<String> = facts(list(&explained, "criteria").last().unwrap());
    assert_eq!(network, ["establishments 4 → 6", "regions 3 → 4"]);
}

/// A sheet is published for five years (Consortium `InterS4`, “Pratiques inspirantes en région”).
fn inters4_fiches(v: &Value) {
    assert_eq!(standing(v), ["F1 ranked", "F2 ranked", "F3 ranked", "F4 ranked", "F5 excluded: gate:not-yet-national oui"]);
    assert_eq!(validity(v), ["F1 sheet 2023-03-15 2028-03-15 valid", "F2 sheet 2019-10-07 2024-10-07 expired"]);
}

/// The same eight conditions without the columns of the sheets.
fn inters4(v: &Value) {
    assert_eq!(
        standing(v),
        [
            "I1 ranked",
            "I2 ranked",
            "I3 excluded: gate:not-yet-national oui",
            "I4 excluded: gate:executive-backing ni l’un ni l’autre, gate:recent-practice non",
            "I5 unrated",
            "I6 excluded: gate:managerial-or-clinical autre, gate:health-or-social autre, gate:regional non",
        ]
    );
    assert!(v.get("validity").is_none(), "nothing was published: {v}");
}

// ── Maturity and self-assessment ───────────────────────────────────────────────────────────────────────────────────────────

/// Eight domains of five items, scores from 1 to 7 (sustaintool.org); no worked number is published.
fn psat(v: &Value) {
    assert_eq!(order(v), ["T1 –", "T2 –"]);
    let domains = ["environmental-support", "funding-stability", "partnerships", "organizational-capacity", "program-evaluation"];
    let domains = domains.iter().chain(&["program-adaptation", "communications", "strategic-planning"]);
    let scores = |id: &str| domains.clone().map(|domain| group(v, id, domain)).collect::<Vec<_>>();
    assert_eq!(scores("T1"), ["5.4", "3", "5.4", "5.2", "4.5", "5.5", "4.4", "3.2"]);
    assert_eq!(scores("T2"), ["7", "5.7", "4", "6.6", "6.2", "6.6", "6", "5.6"]);
    for (id, overall, of_items) in [("T1", "183/40", "119/26"), ("T2", "477/80", "461/76")] {
        let found = rational(&total(v, id, "overall"));
        assert!(found == rational(overall) && found != rational(of_items), "{id}: the mean of the domains, not of the items");
        assert_eq!(scores(id).iter().map(|score| rational(score)).sum::<BigRational>() / rational("8"), found);
    }
    assert_eq!(notes(v, "not-applicable"), "T1; T2");
    assert_eq!(["pa-1", "pa-2"].map(|item| point(v, "T2", item)), ["–", "–"]);
}

/// The five practices (MSSS, 2023); the scale and the target of 3 are a proposal.
fn implementation_support(v: &Value) {
    assert_eq!(order(v), ["E1 –", "E2 –", "E3 –"]);
    assert_eq!(["E1", "E2", "E3"].map(|id| marks(v, id)), ["3 3.5 2.5 3.5 3", "2.5 1 2 3 1.5", "1 0 1 2 0"]);
    let collaboration = "Coordinate collaboration in a vast network";
    let [positioning, governance] = ["Position itself in the ecosystem", "Set up a governance structure"];
    let [process, skills] = ["Follow an optimal implementation process", "Develop the key actors’ skills"];
    assert_eq!(
        gaps("implementation-support-maturity"),
        [
            ("E1", collaboration, "−0.50"),
            ("E2", positioning, "−0.50"),
            ("E2", governance, "−2.00"),
            ("E2", collaboration, "−1.00"),
            ("E2", skills, "−1.50"),
            ("E3", positioning, "−2.00"),
            ("E3", governance, "−3.00"),
            ("E3", collaboration, "−2.00"),
            ("E3", process, "−1.00"),
            ("E3", skills, "−3.00"),
        ]
        .map(owned)
    );
}

/// Ready where nothing is below its target: no number is published (TRASSS, 2011–2014, diagnostic tool). E1 is exactly at
/// target everywhere; E2 has far higher means and one gap.
fn transfer_readiness(v: &Value) {
    assert_eq!(order(v), ["E1 – ready", "E2 – not-ready", "E3 – not-ready"]);
    assert_eq!(["E1", "E2", "E3"].map(|id| marks(v, id)), ["2 2 2 1 3 2 1 2", "3 3 3 3 2 3 3 3", "2 1 2 0 3 1 0 2"]);
    assert_eq!(
        ["E1", "E2", "E3"].map(|id| groups(v, id)),
        ["expertise 175/3, resources 200/3", "expertise 100, resources 275/3", "expertise 125/3, resources 50"]
    );
    // Without an answer on the budget, E4 has none or one criterion below target: undecided.
    assert_eq!(left_out(v, "unrated"), ["E4 – –: not marked: Budget for transfer"]);
    assert_eq!(v["provisional"], true);
    assert_eq!(
        gaps("transfer-readiness"),
        [
            ("E2", "Support of the executive team", "−1.00"),
            ("E3", "Adapt knowledge to the setting", "−1.00"),
            ("E3", "Evaluate the transfer", "−1.00"),
            ("E3", "Time set aside for transfer", "−1.00"),
            ("E3", "Budget for transfer", "−1.00"),
        ]
        .map(owned)
    );
}

// ── Evaluation of results ──────────────────────────────────────────────────────────────────────────────────────────────────

/// 92 %, 90 % and 91 % of the planned activities, 91 % in all (Consortium `InterS4`, results 2017–2020): (92 + 90 + 91) / 3 = 91.
fn consortium(v: &Value) {
    assert_eq!(order(v), ["1 O1 92", "2 O3 91", "3 O2 90"]);
    assert_eq!(
        summaries(v),
        [
            "overall 91 (3)",
            "by-scope 91 (3)",
            "by-scope supra-regional 92 (1)",
            "by-scope inter-partner 90 (1)",
            "by-scope intra-partner 91 (1)",
            "by-strand 91 (3)",
            // No percentage was published by strand.
            "by-strand ? 91 (3)",
        ]
    );
}

/// Fictional activities: the overall mean is that of the seven activities (589.5 / 7), not that of the three scopes (1019/12).
fn consortium_activities(v: &Value) {
    assert_eq!(order(v), ["1 A1 100", "2 A6 99", "3 A3 95", "4 A4 85.5", "5 A2 80", "6 A5 70", "7 A7 60"]);
    assert_eq!(
        summaries(v),
        [
            "overall 1179/14 (7)",
            "by-scope 1179/14 (7)",
            "by-scope supra-regional 80 (3)",
            "by-scope inter-partner 90.25 (2)",
            "by-scope intra-partner 84.5 (2)",
            "by-strand 1179/14 (7)",
            "by-strand training 97.5 (2)",
            "by-strand projects 75 (2)",
            "by-strand access-to-knowledge 81.5 (3)",
        ]
    );
}

/// Three groups of indicators held against norms (TRASSS, 2011–2014); indicators and norms are a proposal. A range from 1 to 5
/// counts for (m − 1) / 4.
fn communities_of_practice(v: &Value) {
    assert_eq!(order(v), ["K1 –", "K2 –"]);
    assert_eq!(
        ["K1", "K2"].map(|id| groups(v, id)),
        ["structure 92.5, process 485/6, effects 305/6", "structure 110/3, process 230/3, effects 190/3"]
    );
    assert_eq!(["K1", "K2"].map(|id| marks(v, id)), ["4.5 90 1 100 55 4.5 4 40 2.5", "3 60 0 75 80 4 3.5 65 3.5"]);
    assert_eq!(
        gaps("communities-of-practice"),
        [
            ("K1", "Attendance of the members", "−5.00"),
            ("K1", "Changes in the ways of working", "−10.00"),
            ("K1", "Benefits for the services", "−0.50"),
            ("K2", "Common purpose known to the members", "−1.00"),
            ("K2", "Time granted by the establishments", "−20.00"),
            ("K2", "Facilitation ensured", "−1.00"),
            ("K2", "Regularity of the meetings", "−5.00"),
            ("K2", "Knowledge gained by the members", "−0.50"),
        ]
        .map(owned)
    );
}

// ── What must be true of any result ────────────────────────────────────────────────────────────────────────────────────────

/// Runs an example and holds what is true of any result: nobody is lost, the points and adjustments at each step of the tree
/// add up exactly to what stands above them, a cap takes away, order and rank agree.
fn sound(example: &Example) -> Value {
    let warned = if example.folder == "trasss-two-rounds/projects" { "T08" } else { "" };
    let v = run(example.command, example.folder, &[], warned);
    assert_eq!(v["grid"]["id"], example.grid);
    let grid = toml(&root().join(format!("grids/{}.toml", example.grid)));
    if example.command == "screen" {
        let ids: Vec<String> = list(&v, "submissions").iter().map(|row| word(&row["id"])).collect();
        assert_eq!(ids, submitted(example.folder));
        return v;
    }
    let ids: BTreeSet<String> =
        ["ranked", "excluded", "unrated"].iter().flat_map(|key| list(&v, key)).map(|row| word(&row["id"])).collect();
    let count = ["ranked", "excluded", "unrated"].map(|key| list(&v, key).len()).iter().sum::<usize>();
    let all = submitted(example.folder);
    assert_eq!((ids, count), (all.iter().cloned().collect(), all.len()), "{}: everyone is somewhere, once", example.folder);
    assert_eq!(v["provisional"], !list(&v, "unrated").is_empty());
    let has_levels = grid.get("level").is_some();
    for row in list(&v, "ranked") {
        adds_up(&grid, row);
        assert_eq!(row.get("level").is_some(), has_levels, "{row}");
        assert_eq!(row.get("rank").is_none(), v["order"] == "none", "{row}");
        assert_eq!(row["totals"].get("ranking").is_none(), v["order"] == "none", "{row}");
    }
    if v["order"] != "none" {
        for pair in list(&v, "ranked").windows(2) {
            let [above, below] = [&pair[0], &pair[1]].map(|row| rational(&exact(&row["totals"]["ranking"])));
            assert!(above == below || (above > below) == (v["order"] == "descending"), "{}: {pair:?}", example.folder);
            assert!(pair[0]["rank"].as_u64() <= pair[1]["rank"].as_u64());
        }
        let chosen = list(&v, "ranked").iter().filter(|row| row["status"] == "in").count();
        assert_eq!(v["places"].as_u64().map_or(0, |places| usize::try_from(places).unwrap()), chosen, "{}", example.folder);
    }
    for row in list(&v, "excluded").iter().chain(list(&v, "unrated")) {
        assert!(!list(row, "reasons").is_empty() && row.get("rank").is_none(), "{row}");
    }
    v
}

/// Children and adjustments of each group add up to its points, and those at the top to the total of the weights.
fn adds_up(grid: &toml::Value, row: &Value) {
    let items = |table: &str, key: &str| {
        let all = grid.get(table).and_then(toml::Value::as_array).into_iter().flatten();
        all.map(|one| (one["id"].as_str().unwrap().to_owned(), one.get(key).map(|of| of.as_str().unwrap().to_owned())))
            .collect::<Vec<_>>()
    };
    let [criteria, groups] = [items("criterion", "group"), items("group", "in")];
    let told = |list: &str, id: &str| {
        let mut all = row[list].as_array().into_iter().flatten();
        let one = all.find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id} in {row}"));
        one.get("points").map_or_else(|| rational("0"), |points| rational(&exact(points)))
    };
    let below = |parent: Option<&str>| {
        let own = |list: &[(String, Option<String>)], name: &str| {
            let of = list.iter().filter(|(_, of)| of.as_deref() == parent);
            of.map(|(id, _)| told(name, id)).sum::<BigRational>()
        };
        let adjusted = row["adjustments"].as_array().into_iter().flatten();
        let adjusted = adjusted.filter(|one| one.get("group").and_then(Value::as_str) == parent);
        own(&criteria, "criteria")
            + own(&groups, "groups")
            + adjusted.map(|one| rational(&exact(&one["by"]))).sum::<BigRational>()
    };
    for (id, _) in &groups {
        assert_eq!(below(Some(id)), told("groups", id), "{id} in {row}");
    }
    if let Some(total) = row["totals"].get("total").or_else(|| row["totals"].get("ranking")) {
        assert_eq!(below(None), rational(&exact(total)), "{row}");
    }
    for one in row["adjustments"].as_array().into_iter().flatten().filter(|one| one["why"] == "cap") {
        assert!(rational(&exact(&one["by"])) < rational("0"), "{row}");
    }
}

/// No shipped grid has a malus: a small one shows that it takes away, and that lines still add up.
#[test]
fn a_malus_shows_as_negative() {
    let grid = r#"
        [grid]
        id = "malus"
        version = "1"
        title = "Malus"
        source = "Invented."
        total = 10
        [[criterion]]
        id = "quality"
        label = "Quality"
        weight = 10
        scale = { points = 10 }
        [[criterion]]
        id = "late"
        label = "Late"
        role = "malus"
        weight = 3
        scale = { points = 3 }
    "#;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("grid.toml"), grid).unwrap();
    fs::write(folder.path().join("call.toml"), "[call]\ngrid = \"grid.toml\"\nsubmissions = \"all.csv\"\n").unwrap();
    fs::write(folder.path().join("all.csv"), "id,title,quality,late\nA,One,8,2\nB,Two,7,0\n").unwrap();
    let v = run_in(&["rank", "-C", folder.path().to_str().unwrap()], "");
    assert_eq!(order(&v), ["1 B 7", "2 A 6"]);
    assert_eq!(["A", "B"].map(|id| points(&v, id)), ["quality 8, late -2", "quality 7, late 0"]);
    for row in list(&v, "ranked") {
        adds_up(&toml::from_str(grid).unwrap(), row);
    }
}

/// Where nothing is ranked, nobody has a rank, in an explanation either.
#[test]
fn an_explanation_has_no_rank_where_nothing_is_ranked() {
    assert!(run("explain", "agree-ii", &["G1"], "").get("rank").is_none());
    assert_eq!(run("explain", "green-flag", &["K5"], "")["rank"], 2);
}

// ── The page ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Each shipped grid is one row of the tables of `docs/grids.md`, under its family, with the issuer and the year it says.
#[test]
fn the_page_has_every_shipped_grid() {
    let page = fs::read_to_string(root().join("docs/grids.md")).unwrap();
    let mut family = "";
    let mut rows = Vec::new();
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            family = heading;
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if let (true, Some(id)) = (line.starts_with("| ["), cells[0].split(['[', ']', '`']).nth(2)) {
            assert_eq!(cells.len(), 5, "grid, issuer, year, language, worked number: {line}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{line}");
            rows.push(format!("{family} | {id} | {} | {}", cells[1], cells[2]));
        }
    }
    let shipped = run_in(&["grids"], "");
    let told: Vec<String> = list(&shipped, "grids")
        .iter()
        .map(|grid| {
            let family = match word(&grid["family"]).as_str() {
                "selection" => "Selecting practices and projects",
                "funding" => "Funding",
                "procurement" => "Procurement",
                "appraisal" => "Appraisal and certification",
                "maturity" => "Maturity and self-assessment",
                "evaluation" => "Evaluation of results",
                other => panic!("a family without a heading: {other}"),
            };
            let year = grid.get("year").map_or_else(|| "–".to_owned(), Value::to_string);
            format!("{family} | {} | {} | {year}", word(&grid["id"]), word(&grid["issuer"]["en"]))
        })
        .collect();
    let sorted = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
    assert_eq!(sorted(&rows), sorted(&told));
    assert_eq!(rows.len(), told.len(), "once each");
}

// ── Reading JSON ───────────────────────────────────────────────────────────────────────────────────────────────────────────

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The binary, in English whatever the machine says. Standard error says nothing but what must be in it.
fn output(args: &[&str], warned: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    for name in ["LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    let output = command.current_dir(root()).env("LC_ALL", "C").args(args).stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {said}");
    assert!(said.is_empty() == warned.is_empty() && said.contains(warned), "{args:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn run_in(args: &[&str], warned: &str) -> Value {
    let args: Vec<&str> = args.iter().chain(&["--format", "json"]).copied().collect();
    serde_json::from_str(&output(&args, warned)).unwrap()
}

fn run(command: &str, folder: &str, args: &[&str], warned: &str) -> Value {
    let folder = format!("examples/{folder}");
    run_in(&[&[command, "-C", &folder], args].concat(), warned)
}

fn toml(path: &Path) -> toml::Value {
    fs::read_to_string(path).unwrap().parse::<toml::Table>().unwrap().into()
}

/// The files of a folder and of its folders with an ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|one| one == ending) {
            found.push(path);
        }
    }
    found
}

/// The identifiers of the submissions of an example, read without the library.
fn submitted(folder: &str) -> Vec<String> {
    let folder = root().join("examples").join(folder);
    let file = toml(&folder.join("call.toml"))["call"]["submissions"].as_str().unwrap().to_owned();
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    reader.records().map(|record| record.unwrap()[0].to_owned()).collect()
}

fn rational(text: &str) -> BigRational {
    match text.split_once('.') {
        Some((whole, part)) => {
            let power = num_bigint::BigInt::from(10).pow(u32::try_from(part.len()).unwrap());
            BigRational::from_str(&format!("{whole}{part}")).unwrap() / BigRational::from_integer(power)
        }
        None => BigRational::from_str(text).unwrap(),
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("no list `{key}` in {value}"))
}

/// A text, or `–` where there is none.
fn word(value: &Value) -> String {
    value.as_str().unwrap_or("–").to_owned()
}

/// The exact text of a number, or `–` where there is none.
fn exact(value: &Value) -> String {
    word(&value["exact"])
}

fn row<'a>(v: &'a Value, id: &str) -> &'a Value {
    list(v, "ranked").iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{id} is not ranked: {v}"))
}

fn criterion<'a>(v: &'a Value, id: &str, item: &str) -> &'a Value {
    list(row(v, id), "criteria").iter().find(|one| one["id"] == item).unwrap_or_else(|| panic!("no {item}: {v}"))
}

/// `1= T01 47.5 level in`: rank, tie, identifier, what ranks, level, standing; `–` for the total where nothing is ranked.
fn order(v: &Value) -> Vec<String> {
    let line = |row: &Value| {
        let rank = row["rank"]
            .as_u64()
            .map_or_else(String::new, |rank| format!("{rank}{} ", if row["tied"] == true { "=" } else { "" }));
        let mut line = format!("{rank}{} {}", word(&row["id"]), exact(&row["totals"]["ranking"]));
        for key in ["level", "status"] {
            if let Some(text) = row[key].as_str() {
                line = line + " " + text;
            }
        }
        line
    };
    list(v, "ranked").iter().map(line).collect()
}

/// `R5 pass 9.5: sentence`, several reasons after one another.
fn left_out(v: &Value, key: &str) -> Vec<String> {
    let reason = |one: &Value| format!("{} {}: {}", word(&one["rule"]), word(&one["value"]), word(&one["message"]));
    let line = |row: &Value| {
        let reasons: Vec<String> = list(row, "reasons").iter().map(reason).collect();
        format!("{} {}", word(&row["id"]), reasons.join("; "))
    };
    // Spaces that keep a number together are spaces here.
    list(v, key).iter().map(|row| line(row).replace('\u{a0}', " ")).collect()
}

/// `F5 excluded: rule value`, of an exclusion report.
fn standing(v: &Value) -> Vec<String> {
    let line = |row: &Value| {
        let failed = list(row, "rules").iter().filter(|one| one["outcome"] == "failed");
        let failed: Vec<String> = failed.map(|one| format!("{} {}", word(&one["rule"]), word(&one["value"]))).collect();
        let colon = if failed.is_empty() { "" } else { ": " };
        format!("{} {}{colon}{}", word(&row["id"]), word(&row["standing"]), failed.join(", "))
    };
    list(v, "submissions").iter().map(line).collect()
}

fn point(v: &Value, id: &str, item: &str) -> String {
    exact(&criterion(v, id, item)["points"])
}

/// `item points` of each criterion.
fn points(v: &Value, id: &str) -> String {
    let all = list(row(v, id), "criteria").iter().map(|one| format!("{} {}", word(&one["id"]), exact(&one["points"])));
    all.collect::<Vec<_>>().join(", ")
}

/// The combined marks, in the order of the grid.
fn marks(v: &Value, id: &str) -> String {
    list(row(v, id), "criteria").iter().map(|one| exact(&one["mark"])).collect::<Vec<_>>().join(" ")
}

/// `group points` of each group.
fn groups(v: &Value, id: &str) -> String {
    let all = list(row(v, id), "groups").iter().map(|one| format!("{} {}", word(&one["id"]), exact(&one["points"])));
    all.collect::<Vec<_>>().join(", ")
}

fn group(v: &Value, id: &str, name: &str) -> String {
    let one = list(row(v, id), "groups").iter().find(|one| one["id"] == name).unwrap();
    exact(&one["points"])
}

fn total(v: &Value, id: &str, name: &str) -> String {
    exact(&row(v, id)["totals"][name])
}

/// `why where by` of what stands between the lines and what they make.
fn adjustments(v: &Value, id: &str) -> String {
    let all = row(v, id)["adjustments"].as_array().into_iter().flatten();
    let line = |one: &Value| format!("{} {} {}", word(&one["why"]), one["group"].as_str().unwrap_or("total"), exact(&one["by"]));
    all.map(line).collect::<Vec<_>>().join(", ")
}

/// How far each stands from the cut-line.
fn distances(v: &Value) -> Vec<String> {
    list(v, "ranked").iter().map(|row| format!("{} {}", word(&row["id"]), exact(&row["distance"]))).collect()
}

/// Whom the notes of a kind are about.
fn notes(v: &Value, code: &str) -> String {
    let of = list(v, "notes").iter().filter(|note| note["code"] == code);
    of.map(|note| list(note, "submissions").iter().map(word).collect::<Vec<_>>().join(", ")).collect::<Vec<_>>().join("; ")
}

/// What the notes of a kind say.
fn said(v: &Value, code: &str) -> Vec<String> {
    list(v, "notes").iter().filter(|note| note["code"] == code).map(|note| word(&note["message"])).collect()
}

fn validity(v: &Value) -> Vec<String> {
    let line = |one: &Value| ["submission", "validity", "from", "ends", "state"].map(|key| word(&one[key])).join(" ");
    list(v, "validity").iter().map(line).collect()
}

/// `summary value mean (count)`; `?` for those whose value is not stated.
fn summaries(v: &Value) -> Vec<String> {
    let line = |one: &Value| {
        let of = one["of"].as_str().map_or_else(String::new, |of| format!(" {}", if of.is_empty() { "?" } else { of }));
        format!("{}{of} {} ({})", word(&one["id"]), exact(&one["mean"]), one["count"])
    };
    list(v, "summaries").iter().map(line).collect()
}

/// The gaps to the targets: identifier, criterion, gap. JSON does not have them; the table for people does.
fn gaps(folder: &str) -> Vec<[String; 3]> {
    let markdown = output(&["rank", &format!("examples/{folder}"), "--lang", "en", "--format", "markdown"], "");
    let table = markdown.split("## Gaps to the targets").nth(1).unwrap().split("\n\n").nth(1).unwrap();
    let mut id = String::new();
    let rows = table.lines().skip(2).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if !cells[0].is_empty() {
            cells[0].clone_into(&mut id);
        }
        [id.clone(), cells[1].to_owned(), cells[4].to_owned()]
    });
    rows.collect()
}

fn owned(line: (&str, &str, &str)) -> [String; 3] {
    [line.0, line.1, line.2].map(str::to_owned)
}
