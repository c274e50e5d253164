//! How many must have marked, and the consensus that replaces votes or bounds them.

use super::{Folder, alone, by, criterion, lacks, ranked, reviewer, reviewers, two};

fn folder(rules: &str, call: &str, marks: &str) -> Folder {
    let grid = format!("{}[rules]\npanel = {{ {rules} }}\n", two());
    let submissions = "id\nS\nT\n";
    Folder::new(&grid, call, &[("submissions.csv", submissions), ("marks.csv", &format!("submission,reviewer,a,b\n{marks}"))])
}

/// T is whole; of S, one mark on each criterion is there.
const SHORT: &str = "S,R1,8,6\nT,R1,5,5\nT,R2,5,5\nT,R3,5,5\n";

#[test]
fn below_the_quorum_nobody_is_rated_and_who_is_awaited_is_named() {
    let call = "[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\nname = \"Ada Roy\"\n[[reviewer]]\nid = \"R3\"\n";
    for (quorum, needed) in [("2", 2), ("\"majority\"", 2), ("\"all\"", 3)] {
        let folder = self::folder(&format!("quorum = {quorum}"), call, SHORT);
        let (json, en, fr) = (folder.rank(), folder.run(&["rank"]), folder.run(&["rank", "--lang", "fr"]));
        assert_eq!(ranked(&json), ["T 1 50"], "{quorum}");
        assert_eq!(json["provisional"], true);
        let about = format!("Criterion a and Criterion b: 1 mark, quorum of {needed}; waiting for Ada Roy and R3");
        assert_eq!(lacks(&json, "S"), [about.as_str()]);
        // The words of a cell are cut into lines.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&en.out).contains(&about), "{}", en.out);
        let about = format!("Criterion a et Criterion b : 1 note, quorum de {needed}; on attend Ada Roy et R3");
        assert!(words(&fr.out).contains(&words(&about)), "{}", fr.out);
        // With `--final`, that is a finding, until nothing is missing.
        assert_eq!(folder.run(&["rank", "--final"]).code, 1);
        let whole = self::folder(&format!("quorum = {quorum}"), call, &format!("{SHORT}S,R2,4,4\nS,R3,6,5\n"));
        assert_eq!(whole.run(&["rank", "--final"]).code, 0);
        assert_eq!(whole.ranked(), ["S 1 56", "T 2 50"]);
        assert_eq!(whole.rank()["provisional"], false);
    }
}

#[test]
fn a_quorum_of_reviewers_is_told_apart_from_one_of_marks() {
    let call = reviewers(&["R1", "R2", "R3"]);
    let marks = "S,R1,8,\nS,R2,,6\nT,R1,5,5\nT,R2,5,5\nT,R3,5,5\n";
    // Two have marked S, each on one criterion.
    assert_eq!(folder("reviewers = 2", &call, marks).ranked(), ["S 1 72", "T 2 50"]);
    assert_eq!(folder("reviewers = \"majority\"", &call, marks).ranked(), ["S 1 72", "T 2 50"]);
    let short = folder("reviewers = \"all\"", &call, marks);
    assert_eq!(short.lacks("S"), ["marked by 2 reviewers, quorum of 3; waiting for R3"]);
    // Two abstentions do not make a reviewer; they do excuse one, where the grid says so.
    let marks = format!("{marks}S,R3,abs.,abs.\n");
    assert_eq!(folder("reviewers = \"all\"", &call, &marks).lacks("S").len(), 1);
    assert_eq!(folder("reviewers = \"all\", abstained = \"excuse\"", &call, &marks).ranked(), ["S 1 72", "T 2 50"]);
}

#[test]
fn who_may_not_mark_is_not_awaited() {
    let call = reviewers(&["R1", "R2", "R3"]) + "[[conflict]]\nreviewer = [\"R2\", \"R3\"]\nsubmission = \"S\"\n";
    let marks = "S,R1,8,6\nT,R1,5,5\nT,R2,5,5\nT,R3,5,5\n";
    for quorum in ["1", "\"majority\"", "\"all\""] {
        assert_eq!(folder(&format!("quorum = {quorum}, reviewers = {quorum}"), &call, marks).ranked(), ["S 1 72", "T 2 50"]);
    }
    // Two out of the one who may: said when the files are read, and in the reason.
    let out = folder("quorum = 2", &call, marks);
    assert_eq!(out.lacks("S"), ["Criterion a and Criterion b: 1 mark, quorum of 2; only 1 may mark"]);
    let said = out.run(&["rank"]).err;
    assert!(said.contains("C213") && said.contains("S: 1 may mark Criterion a, and the quorum is 2"), "{said}");
    let said = folder("reviewers = 2", &call, marks).run(&["rank"]).err;
    assert!(said.contains("C213") && said.contains("S: 1 may mark it, and 2 must"), "{said}");
    // Nobody at all.
    let call = reviewers(&["R1"]) + "[[conflict]]\nreviewer = \"R1\"\nsubmission = \"S\"\n";
    for quorum in ["1", "\"majority\"", "\"all\""] {
        let said = folder(&format!("quorum = {quorum}"), &call, "T,R1,5,5\n").run(&["rank"]).err;
        assert!(said.contains("S: 0 may mark Criterion a, and the quorum is 1"), "{quorum}: {said}");
    }
}

#[test]
fn an_error_where_the_grid_says_so_looks_at_the_same_quorum() {
    let folder = |rules: &str, marks: &str| {
        let grid = format!("{}[rules]\nmissing = \"error\"\nnot_applicable = \"leave-out\"\npanel = {{ {rules} }}\n", alone(10));
        let marks = format!("submission,reviewer,a\n{marks}");
        Folder::new(&grid, &reviewers(&["R1", "R2"]), &[("submissions.csv", "id\nS\n"), ("marks.csv", &marks)])
    };
    let refused = folder("quorum = \"all\"", "S,R1,8\n").run(&["rank"]);
    assert!(refused.code == 2 && refused.err.contains("M410"), "{}", refused.err);
    assert_eq!(folder("quorum = \"all\"", "S,R1,8\nS,R2,recused\n").ranked(), ["S 1 8"]);
    // Who is excused, and who says that it does not apply, is not among those who must mark.
    assert_eq!(folder("quorum = \"all\", abstained = \"excuse\"", "S,R1,8\nS,R2,abs.\n").ranked(), ["S 1 8"]);
    assert_eq!(folder("quorum = \"all\"", "S,R1,8\nS,R2,n/a\n").ranked(), ["S 1 8"]);
}

fn consensus(rules: &str, parts: &[(&str, &str)], marks: &[(&str, &str)]) -> Folder {
    let grid = format!("{}[rules]\npanel = {{ {rules} }}\n", alone(10));
    let call: String = parts.iter().map(|(id, part)| reviewer(id, &format!("part = \"{part}\""))).collect();
    let rows: String = marks.iter().map(|(id, mark)| format!("S,{id},{mark}\n")).collect();
    Folder::new(&grid, &call, &[("submissions.csv", "id\nS\n"), ("marks.csv", &format!("submission,reviewer,a\n{rows}"))])
}

#[test]
fn a_consensus_replaces_what_was_marked() {
    let panel = [("R1", "member"), ("R2", "member"), ("C", "consensus")];
    let of = |marks: &[(&str, &str)]| consensus("consensus = \"replaces\", quorum = \"all\"", &panel, marks);
    let folder = of(&[("R1", "4"), ("R2", "8"), ("C", "7.5")]);
    assert_eq!(folder.ranked(), ["S 1 7.5"]);
    let explained = folder.json(&["explain", "S"]);
    let marks = &by(&explained["criteria"], "id", "a")["marks"];
    assert_eq!(["R1", "R2", "C"].map(|id| by(marks, "reviewer", id)["counts"] == false), [true, true, false]);
    // Until there is one, the votes make the mark, and nobody waits for it; once it is there, no quorum is needed.
    assert_eq!(of(&[("R1", "4"), ("R2", "8")]).ranked(), ["S 1 6"]);
    assert_eq!(of(&[("C", "7.5")]).ranked(), ["S 1 7.5"]);
    assert_eq!(of(&[("R1", "4")]).lacks("S"), ["Criterion a: 1 mark, quorum of 2; waiting for R2"]);
}

/// Whether a vote beside leads and perhaps a consensus is refused, and what it makes where it is not.
fn bounded(marks: &[(&str, &str)]) -> Result<Vec<String>, String> {
    let panel = [("L1", "lead"), ("L2", "lead"), ("R1", "member"), ("R2", "member"), ("C", "consensus")];
    let folder = consensus("consensus = \"bounds\", band = 1.5", &panel, marks);
    let run = folder.run(&["rank"]);
    if run.code == 0 { Ok(folder.ranked()) } else { Err(run.err) }
}

#[test]
fn votes_are_bounded_by_the_consensus_or_by_the_mean_of_the_leads() {
    // The leads, 4 and 7, have the mean 5.5: votes from 4 to 7. They are in no mark.
    let leads = [("L1", "4"), ("L2", "7")];
    let with = |more: &[(&'static str, &'static str)]| bounded(&[&leads, more].concat());
    assert_eq!(with(&[("R1", "4"), ("R2", "7")]), Ok(vec!["S 1 5.5".to_owned()]));
    assert_eq!(with(&[("R1", "4"), ("R2", "4.5")]), Ok(vec!["S 1 4.25".to_owned()]));
    for out in ["3.9", "7.1"] {
        let said = with(&[("R1", "5"), ("R2", out)]).unwrap_err();
        assert_eq!(said.matches("M416").count(), 1, "{said}");
        assert!(said.contains(&format!("{out} is more than 1.5 from the consensus, 5.5")), "{said}");
    }
    // A consensus of 8, whatever the leads say: from 6.5 to 9.5.
    assert_eq!(with(&[("C", "8"), ("R1", "6.5"), ("R2", "9.5")]), Ok(vec!["S 1 8".to_owned()]));
    assert!(with(&[("C", "8"), ("R1", "6")]).unwrap_err().contains("6 is more than 1.5 from the consensus, 8"));
    // One lead is its own mean.
    assert!(bounded(&[("L1", "4"), ("R1", "6")]).unwrap_err().contains("from the consensus, 4"));
}

#[test]
fn without_a_consensus_or_a_lead_nobody_is_rated() {
    assert_eq!(bounded(&[("R1", "1"), ("R2", "9")]), Ok(Vec::new()));
    let panel = [("L1", "lead"), ("R1", "member"), ("C", "consensus")];
    let folder = consensus("consensus = \"bounds\", band = 1", &panel, &[("R1", "6")]);
    assert_eq!(folder.lacks("S"), ["Criterion a: no consensus yet, nor marks of leads"]);
    // Leads alone are no votes.
    let folder = consensus("consensus = \"bounds\", band = 1", &panel, &[("L1", "6")]);
    assert_eq!(folder.lacks("S").len(), 1);
}

#[test]
fn leads_make_no_quorum_where_they_bound_votes() {
    let panel = [("L1", "lead"), ("L2", "lead"), ("R1", "member")];
    let folder = consensus("consensus = \"bounds\", band = 1, quorum = 2", &panel, &[("L1", "5"), ("L2", "6"), ("R1", "6")]);
    assert_eq!(folder.lacks("S"), ["Criterion a: 1 mark, quorum of 2; only 1 may mark"]);
    let said = folder.run(&["rank"]).err;
    assert!(said.contains("C213") && said.contains("S: 1 may mark Criterion a, and the quorum is 2"), "{said}");
}

#[test]
fn a_lead_who_abstains_votes_no_more_than_one_who_marks() {
    let panel = [("L1", "lead"), ("L2", "lead"), ("R1", "member")];
    let rules = "consensus = \"bounds\", band = 1, abstained = \"lowest\"";
    assert_eq!(consensus(rules, &panel, &[("L1", "5"), ("L2", "abs."), ("R1", "6")]).ranked(), ["S 1 6"]);
}

#[test]
fn leads_vote_where_nothing_is_bounded() {
    // The grid knows no lead: said, and their mark is a vote.
    let run = consensus("quorum = 1", &[("L1", "lead"), ("R1", "member")], &[("L1", "4"), ("R1", "6")]).run(&["rank"]);
    assert!(run.err.contains("C210") && run.code == 2, "{} {}", run.code, run.err);
}

#[test]
fn each_criterion_waits_for_its_own() {
    let grid = criterion("a", 60, "{ points = 10 }")
        + &criterion("b", 40, "{ yes = 1, no = 0 }")
        + "[rules]\nmissing = \"lowest\"\npanel = { quorum = 2 }\n";
    let files = [
        ("submissions.csv", "id\nS\nT\n"),
        ("marks.csv", "submission,reviewer,a,b\nS,R1,8,yes\nS,R2,6,\nT,R1,8,yes\nT,R2,6,no\n"),
    ];
    // b of S has one mark of two: the grid counts it as the lowest.
    assert_eq!(Folder::new(&grid, "", &files).ranked(), ["T 1 62", "S 2 42"]);
}
