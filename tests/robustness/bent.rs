//! Where totals are no linear function of the weights: named, never guessed.

use super::*;

const THREE: &[(&str, &[u32])] = &[("A", &[9, 4]), ("B", &[6, 8]), ("C", &[7, 5])];

fn reasons(folder: &Folder) -> Vec<String> {
    let json = folder.json(&["robustness", "--draws", "50"]);
    assert!(json["exact"].is_null(), "{json}");
    json["not_exact"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_reason_is_named() {
    for (rules, code) in [
        ("[rules]\nat_most = 90\n", "capped"),
        ("[rules]\nround = { totals = 0 }\n", "rounded"),
        ("[rules]\nround = { points = 1 }\n", "rounded"),
        ("[rules]\npanel = { per = \"total\", combine = \"median\" }\n", "totals-combined"),
        ("[rules]\npanel = { combine = \"rank-sum\" }\n", "rank-sum"),
        ("[[gate]]\nid = \"g\"\nlabel = \"G\"\nrequire = { total = \"total\", at_least = 10 }\n", "threshold"),
        (
            "[[total]]\nid = \"t\"\nlabel = \"T\"\nof = { weights = { a = 1 } }\n[rules]\nrank_by = \"t\"\n",
            "ranked-by-another-total",
        ),
    ] {
        let folder = call(&[60, 40], rules, 1, THREE);
        if rules.contains("panel") {
            let marks = "submission,reviewer,a,b\nA,R,9,4\nB,R,6,8\nC,R,7,5\nA,S,8,4\nB,S,6,7\nC,S,7,5\n";
            folder.write("marks.csv", marks);
        }
        assert!(reasons(&folder).contains(&code.to_owned()), "{code}: {:?}", reasons(&folder));
    }
}

#[test]
fn a_criterion_that_is_left_out_names_its_submission() {
    let folder = call(&[60, 40], "[rules]\nmissing = \"reweight\"\n", 1, THREE);
    folder.write("marks.csv", "submission,a,b\nA,9,4\nB,6,\nC,7,5\n");
    assert_eq!(reasons(&folder), ["left-out"]);
    let said = folder.run(&["robustness", "--draws", "50"]).out;
    assert!(said.contains("criteria are left out of B") && said.contains("simulation"), "{said}");
    // Where the missing mark counts as the lowest, its share is one like any other.
    folder.write("grid.toml", &std::fs::read_to_string(folder.path().join("grid.toml")).unwrap().replace("reweight", "lowest"));
    assert!(folder.json(&["robustness"])["exact"].is_object());
}

#[test]
fn money_draws_its_own_line() {
    let more = "[[fact]]\nid = \"cost\"\nlabel = \"Cost\"\ntype = \"number\"\n[rules]\ncost = \"cost\"\n";
    let folder = call(&[60, 40], more, 1, THREE);
    folder.write("submissions.csv", "id,cost\nA,5\nB,5\nC,5\n");
    let text = std::fs::read_to_string(folder.path().join("call.toml")).unwrap();
    folder.write("call.toml", &text.replace("places = 1", "budget = 10"));
    assert_eq!(reasons(&folder), ["budget"]);
}

#[test]
fn a_grid_that_ranks_nothing_has_no_decision() {
    let folder = call(&[60, 40], "[rules]\nrank_by = \"none\"\n", 1, THREE);
    let text = std::fs::read_to_string(folder.path().join("call.toml")).unwrap();
    folder.write("call.toml", &text.replace("places = 1\n", ""));
    let run = folder.run(&["robustness"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("ranks nothing"), "{}", run.err);
}

#[test]
fn regions_that_say_nothing_are_refused() {
    let folder = call(&[60, 40], "", 1, THREE);
    for (args, says) in [
        (
            &["--range", "a=70..90", "--range", "b=40..50"][..],
            "no weights satisfy these bounds: they allow between 110 and 140 points",
        ),
        (&["--range", "aa=1..2"], "“aa” is no weighed criterion of this grid"),
        (&["--order", "a,b,a"], "“a” is named twice"),
        (&["--order", "a,c"], "“c” is no weighed criterion"),
        (&["--band", "0.2"], "such as 20%"),
        (&["--range", "a=5..1"], "such as feasibility=10..30"),
        (&["--order", "a"], "the heaviest first"),
        (&["--min-move", "0"], "a number of points above zero"),
        (&["--min-selected", "120%", "--simulate"], "a probability is expected"),
        (&["--draws", "0", "--simulate"], "from 1 to 10,000,000"),
    ] {
        let run = folder.run(&[&["robustness"], args].concat());
        assert_eq!(run.code, 2, "{args:?}: {}", run.out);
        assert!(run.err.contains(says), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_single_weight_has_no_others_to_admit() {
    let folder = call(&[100], "", 1, &[("A", &[9]), ("B", &[6])]);
    let run = folder.run(&["robustness", "--band", "20%"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("two criteria at least") && run.err.contains("leave the option out"), "{}", run.err);
    assert_eq!(folder.run(&["robustness"]).code, 0);
}

/// A call before anybody has submitted anything: what there is to say is said, and nothing is laid out.
#[test]
fn nobody_yet() {
    let folder = call(&[60, 40], "", 1, &[]);
    folder.write("marks.csv", "submission,a,b\n");
    let run = folder.run(&["robustness"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("Nobody is ranked") && !run.out.contains("What admissible weights can do"), "{}", run.out);
}
