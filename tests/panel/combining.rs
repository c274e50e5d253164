//! What each word of `combine` makes of one to five marks, and the table by panel size and by spread.

use super::{Folder, alone, combined, lacks, ranked};

/// One, two, three, four and five marks, out of 200.
const PANELS: [&[&str]; 5] =
    [&["112"], &["115", "112"], &["118", "112", "114"], &["114", "119", "118", "112"], &["119", "112", "121", "118", "115"]];

#[test]
fn each_word_on_panels_of_one_to_five() {
    for (rules, expected) in [
        // 227/2, 344/3, 463/4, 585/5.
        ("combine = \"mean\"", ["112", "113.5", "344/3", "115.75", "117"]),
        ("combine = \"median\"", ["112", "113.5", "114", "116", "118"]),
        // One whole mark in five fits into a fifth: (115 + 118 + 119) / 3, as published: 117.33.
        ("combine = \"trimmed\", trim = 0.2", ["112", "113.5", "344/3", "115.75", "352/3"]),
        // 0.34 × 3 = 1.02: one at each end of three, four (1.36) and five (1.7).
        ("combine = \"trimmed\", trim = 0.34", ["112", "113.5", "114", "116", "352/3"]),
        // 0.4 × 5 is exactly two: only the one in the middle is left.
        ("combine = \"trimmed\", trim = 0.4", ["112", "113.5", "114", "116", "118"]),
        ("combine = \"drop-extremes\"", ["112", "113.5", "114", "116", "352/3"]),
        // 112, 114; 118, 119; 118, 119.
        ("combine = \"two-closest\"", ["112", "113.5", "113", "118.5", "118.5"]),
    ] {
        for (panel, expected) in PANELS.iter().zip(expected) {
            assert_eq!(combined(200, rules, panel), expected, "{rules} of {panel:?}");
        }
    }
}

#[test]
fn two_closest_as_published() {
    let closest = |marks: &[&str]| combined(200, "combine = \"two-closest\"", marks);
    assert_eq!(closest(&["112", "114", "118"]), "113");
    // As far from 112 as from 118: the upper pair.
    assert_eq!(closest(&["112", "115", "118"]), "116.5");
    assert_eq!(closest(&["118", "115", "112"]), "116.5");
    // Two that are equal are nearest; of two such pairs, the higher.
    assert_eq!(closest(&["112", "112", "113", "118", "118"]), "118");
}

#[test]
fn one_extreme_of_each_end_goes_however_many_are_equal() {
    // (3 + 3 + 9) / 3, (3 + 9 + 9) / 3.
    assert_eq!(combined(10, "combine = \"drop-extremes\"", &["3", "3", "3", "9", "9"]), "5");
    assert_eq!(combined(10, "combine = \"drop-extremes\"", &["3", "3", "9", "9", "9"]), "7");
}

#[test]
fn a_majority_is_more_than_half() {
    let majority = |marks: &[&str]| combined(10, "combine = \"majority\"", marks);
    for (marks, expected) in [
        (&["7"][..], "7"),
        (&["7", "7"], "7"),
        (&["7", "2", "7"], "7"),
        // 7 and 7.0 are one mark.
        (&["7", "2", "7.0"], "7"),
        (&["7", "2", "7", "7"], "7"),
        (&["7", "2", "7", "0", "7"], "7"),
    ] {
        assert_eq!(majority(marks), expected, "{marks:?}");
    }
    for marks in [&["7", "2"][..], &["7", "2", "0"], &["7", "2", "7", "2"], &["7", "2", "7", "0", "1"]] {
        assert!(majority(marks).contains("no mark has more than half of the votes"), "{marks:?}: {}", majority(marks));
    }
}

#[test]
fn yes_and_no_by_majority() {
    let grid = "total = 10\n".to_owned()
        + "[[criterion]]\nid = \"a\"\nlabel = \"A\"\nweight = 10\nscale = { yes = 1, no = 0 }\n"
        + "[rules]\npanel = { combine = \"majority\" }\n";
    let marks = "submission,reviewer,a\nS,R1,yes\nS,R2,no\nS,R3,Oui\nT,R1,no\nT,R2,no\nT,R3,yes\nU,R1,yes\nU,R2,no\n";
    let json = Folder::new(&grid, "", &[("submissions.csv", "id\nS\nT\nU\n"), ("marks.csv", marks)]).rank();
    assert_eq!(ranked(&json), ["S 1 10", "T 2 0"]);
    assert_eq!(lacks(&json, "U").len(), 1);
}

/// The published table: two readings; a third where they are more than 30 % of the scale apart, and then the two that are
/// nearest to each other; of four or more, without the extremes.
const TABLE: &str = "cases = [
    { marks = 2, apart = 0.3, combine = \"discuss\" },
    { marks = 3, combine = \"two-closest\" },
    { at_least = 4, combine = \"drop-extremes\" },
]";

#[test]
fn two_marks_too_far_apart_are_discussed_and_a_third_settles_it() {
    // Of 10 points, 3 are exactly 30 %.
    assert_eq!(combined(10, TABLE, &["4", "7"]), "5.5");
    assert_eq!(combined(10, TABLE, &["4", "4"]), "4");
    assert_eq!(
        combined(10, TABLE, &["4", "7.01"]),
        "Criterion a: marks 3.01 apart on a scale of 10, to be discussed or marked once more"
    );
    assert_eq!(combined(10, TABLE, &["4", "7.01", "5"]), "4.5");
    // One reading is no case: the mean of it.
    assert_eq!(combined(10, TABLE, &["4"]), "4");
    // 4, 7 and 10: of two pairs, the higher. Then without 0 and 10: (4 + 7) / 2; without 0 and 10 of five: (4 + 7 + 7) / 3.
    assert_eq!(combined(10, TABLE, &["4", "7", "10"]), "8.5");
    assert_eq!(combined(10, TABLE, &["4", "7", "10", "0"]), "5.5");
    assert_eq!(combined(10, TABLE, &["4", "7", "10", "0", "7"]), "6");
}

const LEVELS: &str = "{ levels = { low = { value = 0, label = \"Low\" }, fair = { value = 1, label = \"Fair\" }, good = { value = 4, label = \"Good\" } } }";

#[test]
fn apart_is_a_share_of_the_whole_scale() {
    let said = |scale: &str, marks: &str| {
        let grid = format!("total = 10\n{}[rules]\npanel = {{ {TABLE} }}\n", super::criterion("a", 10, scale));
        Folder::new(&grid, "", &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]).lacks("S").len()
    };
    let marks = |low: &str, high: &str| format!("submission,reviewer,a\nS,R1,{low}\nS,R2,{high}\n");
    // From 1 to 7 there are six steps: 30 % are 1.8.
    assert_eq!(said("{ min = 1, max = 7 }", &marks("2", "3.8")), 0);
    assert_eq!(said("{ min = 1, max = 7 }", &marks("2", "3.9")), 1);
    assert_eq!(said("{ min = 1, max = 7, best = \"lowest\" }", &marks("3.9", "2")), 1);
    // Levels are as wide as from 0 to the best.
    assert_eq!(said(LEVELS, &marks("low", "fair")), 0);
    assert_eq!(said(LEVELS, &marks("fair", "good")), 1);
}

#[test]
fn the_first_case_that_holds_decides() {
    let cases = "combine = \"median\", cases = [
        { apart = 0.5, at_least = 3, combine = \"discuss\" },
        { at_most = 3, combine = \"mean\" },
    ]";
    // 6 apart of 10: only from three marks on.
    assert_eq!(combined(10, cases, &["2", "8"]), "5");
    assert!(combined(10, cases, &["2", "3", "8"]).contains("6 apart"));
    assert_eq!(combined(10, cases, &["2", "3", "7"]), "4");
    assert_eq!(combined(10, cases, &["2", "2", "3", "7"]), "2.5");
}

#[test]
fn the_scale_of_another_criterion_has_no_say() {
    let grid = alone(10) + &super::criterion("b", 90, "{ points = 90 }");
    let grid = grid.replacen("total = 10\n", "", 1) + &format!("[rules]\npanel = {{ {TABLE} }}\n");
    let marks = "submission,reviewer,a,b\nS,R1,4,20\nS,R2,8,40\n";
    let folder = Folder::new(&grid, "", &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]);
    // 4 of 10 is too much, 20 of 90 is not.
    assert_eq!(folder.lacks("S"), ["Criterion a: marks 4 apart on a scale of 10, to be discussed or marked once more"]);
}

/// A yes or no that a gate looks at goes by majority, while the other marks make means, or reviewers' totals a median.
#[test]
fn a_criterion_may_combine_in_its_own_way() {
    for (rules, total) in [
        // 6, 8 and 10 of ten.
        ("combine = \"mean\"", "80"),
        ("combine = \"median\"\nper = \"total\"", "80"),
    ] {
        let grid = super::criterion("a", 100, "{ points = 10 }")
            + "[[criterion]]\nid = \"b\"\nlabel = \"B\"\nrole = \"aside\"\ncombine = \"majority\"\nscale = { points = 1 }\n\
               [[gate]]\nid = \"g\"\nlabel = \"Ethics\"\nrequire = { criterion = \"b\", at_least = 1 }\n[rules.panel]\n"
            + rules;
        // The one in the middle says no, and is outvoted. Of T, two say no.
        let marks = "submission,reviewer,a,b\nS,R1,6,1\nS,R2,8,0\nS,R3,10,1\nT,R1,6,0\nT,R2,8,1\nT,R3,10,0\n";
        let folder = Folder::new(&grid, "", &[("submissions.csv", "id\nS\nT\n"), ("marks.csv", marks)]);
        assert_eq!(folder.ranked(), [format!("S 1 {total}")], "{rules}");
        let excluded = folder.rank()["excluded"].clone();
        assert_eq!(excluded[0]["id"], "T", "{excluded}");
        let said = folder.run(&["explain", "S"]).out;
        assert!(said.contains("R1 1; R2 0 (not counted); R3 1"), "{said}");
    }
}
