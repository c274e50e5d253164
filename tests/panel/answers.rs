//! The five answers: a mark, none yet, an abstention, “not applicable”, a recusal.

use super::{Folder, alone, by, combined, criterion, lacks, ranked, reviewers};

/// What the second of two reviewers, who writes `answer` on one criterion of two, is taken for.
fn taken_for(answer: &str, rules: &str, call: &str) -> String {
    let grid = criterion("a", 60, "{ points = 10 }") + &criterion("b", 40, "{ points = 10 }");
    let grid = format!("{grid}[rules]\nnot_applicable = \"leave-out\"\npanel = {{ {rules} }}\n");
    let marks = format!("submission,reviewer,a,b\nS,R1,8,8\nS,R2,\"{answer}\",4\n");
    let folder = Folder::new(&grid, call, &[("submissions.csv", "id\nS\n"), ("marks.csv", &marks)]);
    let explained = folder.json(&["explain", "S"]);
    let marks = &by(&explained["criteria"], "id", "a")["marks"];
    let own = marks.as_array().unwrap().iter().find(|mark| mark["reviewer"] == "R2");
    own.map_or("nothing".to_owned(), |mark| mark["mark"].as_str().unwrap().to_owned())
}

#[test]
fn each_word_in_both_languages() {
    for (words, means) in [
        (
            &[
                "abstained",
                "abstain",
                "Abstains",
                "abstention",
                "Abstention",
                "ABSTENTION",
                "s’abstient",
                "S'abstient",
                "abs.",
                "Abst.",
            ][..],
            "abstained",
        ),
        (
            &[
                "n/a",
                "N/A",
                "na",
                "NA",
                "n.a.",
                "not applicable",
                "Not Applicable",
                "s.o.",
                "S.O.",
                "s. o.",
                "s/o",
                "so",
                "Sans objet",
                "non applicable",
                "ne s’applique pas",
                "Ne s'applique pas",
            ],
            "n/a",
        ),
        (
            &[
                "conflict",
                "Conflict of interest",
                "recused",
                "RECUSAL",
                "conflit",
                "Conflit d’intérêts",
                "conflit d'intérêts",
                "conflit d’intérêt",
                "CONFLIT D'INTÉRÊT",
                "récusé",
                "Récusée",
                "récusation",
            ],
            "recused",
        ),
        (&["", "   "], "nothing"),
        (&["0", "0.0"], "0"),
    ] {
        for word in words {
            assert_eq!(taken_for(word, "quorum = 1", "").trim_end_matches(".0"), means, "{word:?}");
        }
    }
}

#[test]
fn a_call_adds_words_of_its_own() {
    let call = "[words]\n\"ne se prononce pas\" = \"abstained\"\n\"—\" = \"missing\"\n\"hors champ\" = \"not-applicable\"\n\"lié\" = \"recused\"\n\"n/a\" = \"abstained\"\n";
    for (word, means) in [
        ("ne se prononce pas", "abstained"),
        ("Ne Se Prononce Pas", "abstained"),
        ("—", "nothing"),
        ("Hors champ", "n/a"),
        ("LIÉ", "recused"),
        // What the call says wins over what the program knows.
        ("n/a", "abstained"),
    ] {
        assert_eq!(taken_for(word, "quorum = 1", call), means, "{word}");
    }
}

#[test]
fn who_has_not_answered_is_named_where_the_call_names_its_reviewers() {
    let call = reviewers(&["R1", "R2"]);
    assert_eq!(taken_for("", "quorum = 1", &call), "missing");
    assert_eq!(taken_for("abstention", "quorum = 1", &call), "abstained");
}

/// Marks of 8, an abstention and 4, by R1, R2 and R3; R4 has not answered.
fn abstaining(rules: &str) -> String {
    let grid = format!("{}[rules]\npanel = {{ {rules} }}\n", alone(10));
    let marks = "submission,reviewer,a\nS,R1,8\nS,R2,abstention\nS,R3,4\nS,R4,\n";
    let call = reviewers(&["R1", "R2", "R3", "R4"]);
    let json = Folder::new(&grid, &call, &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]).rank();
    match ranked(&json).as_slice() {
        [one] => one.strip_prefix("S 1 ").unwrap().to_owned(),
        _ => lacks(&json, "S").join("; "),
    }
}

#[test]
fn what_an_abstention_does() {
    let waiting = "waiting for R4";
    // (8 + 4) / 2, or with a lowest mark of 0 beside them: 12 / 3.
    assert_eq!(abstaining("quorum = 2"), "6");
    assert_eq!(abstaining("quorum = 2, abstained = \"excuse\""), "6");
    assert_eq!(abstaining("quorum = 2, abstained = \"lowest\""), "4");
    // An abstention is no mark: two are not three.
    for abstained in ["leave-out", "excuse", "lowest"] {
        let said = abstaining(&format!("quorum = 3, abstained = \"{abstained}\""));
        assert!(said.starts_with("Criterion a: 2 marks, quorum of 3") && said.ends_with(waiting), "{abstained}: {said}");
    }
    // Of four, more than half are three; of three, who is excused not being one, two.
    assert!(abstaining("quorum = \"majority\"").contains("2 marks, quorum of 3"));
    assert_eq!(abstaining("quorum = \"majority\", abstained = \"excuse\""), "6");
    assert!(abstaining("quorum = \"all\"").contains("2 marks, quorum of 4"));
    assert!(abstaining("quorum = \"all\", abstained = \"excuse\"").contains("2 marks, quorum of 3"));
}

#[test]
fn a_mark_that_one_reviewer_has_not_given() {
    // R4 counts as 0 where the grid says so: 12 / 3; and R2 too: 12 / 4.
    assert_eq!(abstaining("missing = \"lowest\", quorum = 2"), "4");
    assert_eq!(abstaining("missing = \"lowest\", abstained = \"lowest\", quorum = 2"), "3");
    // What is counted as the lowest is no mark that was given.
    assert!(abstaining("missing = \"lowest\", quorum = 3").contains("2 marks, quorum of 3"));
}

#[test]
fn the_lowest_is_that_of_the_scale() {
    let total = |scale: &str| {
        let grid = format!("total = 60\n{}[rules]\npanel = {{ missing = \"lowest\" }}\n", criterion("a", 60, scale));
        let marks = "submission,reviewer,a\nS,R1,3\n";
        Folder::new(&grid, &reviewers(&["R1", "R2"]), &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]).ranked()
    };
    // 3 and 1: 2, a sixth of the way from 1 to 7. Where 1 is best, the lowest is 7: 5, a third of the way.
    assert_eq!(total("{ min = 1, max = 7 }"), ["S 1 10"]);
    assert_eq!(total("{ min = 1, max = 7, best = \"lowest\" }"), ["S 1 20"]);
}

#[test]
fn a_zero_is_a_mark_until_the_call_says_otherwise() {
    let grid = format!("{}[rules]\npanel = {{ quorum = 1 }}\n", alone(10));
    let files = [
        ("submissions.csv", "id\nS\n"),
        ("marks-1.csv", "submission,reviewer,a\nS,R1,8\nS,R2,0\n"),
        ("marks-2.csv", "submission,reviewer,a\nS,R3,0\nS,R4,4\n"),
    ];
    // 12 / 4; without the zero of the first file, 12 / 3; without either, 12 / 2.
    assert_eq!(Folder::new(&grid, "", &files).ranked(), ["S 1 3"]);
    let sentinel = |files: &str, means: &str| format!("[[sentinel]]\nmarks = \"{files}\"\nvalue = 0\nmeans = \"{means}\"\n");
    for means in ["missing", "abstained"] {
        assert_eq!(Folder::new(&grid, &sentinel("marks-1.csv", means), &files).ranked(), ["S 1 4"], "{means}");
        assert_eq!(Folder::new(&grid, &sentinel("marks-*", means), &files).ranked(), ["S 1 6"], "{means}");
    }
    let said = Folder::new(&grid, &sentinel("marks-1.csv", "missing"), &files).run(&["rank"]).err;
    assert!(said.contains("marks-1.csv: 0 is read as a missing mark, as the call says: 1 time"), "{said}");
    assert!(!said.contains("marks-2.csv"), "{said}");
}

#[test]
fn a_sentinel_counts_what_it_met_in_wide_and_long_files() {
    let grid = super::two();
    let call = "[[sentinel]]\nmarks = \"marks.csv\"\nvalue = -9\nmeans = \"abstained\"\n";
    let wide = "submission,reviewer,a,b\nS,R1,8,-9\nS,R2,-9,4\nS,R3,-9.0,5\n";
    let long = "submission,reviewer,criterion,mark\nS,R1,a,8\nS,R1,b,-9\nS,R2,a,-9\nS,R2,b,4\nS,R3,Criterion a,-9.0\nS,R3,b,5\n";
    let mut told = Vec::new();
    for marks in [wide, long] {
        let folder = Folder::new(&grid, call, &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]);
        // 8 of ten on a, 4.5 on b: 48 + 18.
        assert_eq!(folder.ranked(), ["S 1 66"]);
        let said = folder.run(&["rank"]).err;
        assert!(said.contains("−9 is read as an abstention, as the call says: 3 times"), "{said}");
        told.push(folder.run(&["rank"]).out);
        // Without the call's word, it is off the scale.
        let bare = Folder::new(&grid, "", &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]).run(&["rank"]);
        assert!(bare.code == 2 && bare.err.contains("M403"), "{} {}", bare.code, bare.err);
    }
    assert_eq!(told[0], told[1]);
}

#[test]
fn the_same_answers_in_yaml() {
    let grid = super::two() + "[rules]\nnot_applicable = \"leave-out\"\npanel = { quorum = 1 }\n";
    let csv = "submission,reviewer,a,b\nS,R1,8,abstention\nS,R2,,4\nT,R1,récusé,5\nT,R2,6,n/a\n";
    let yaml = "- { submission: S, reviewer: R1, a: 8, b: abstention }\n- { submission: S, reviewer: R2, b: 4 }\n\
                - { submission: T, reviewer: R1, a: récusé, b: 5 }\n- { submission: T, reviewer: R2, a: 6, b: n/a }\n";
    let [csv, yaml] = [("marks.csv", csv), ("marks.yaml", yaml)].map(|marks| {
        let folder = Folder::new(&grid, "", &[("submissions.csv", "id\nS\nT\n"), marks]);
        (folder.ranked(), folder.run(&["rank", "--quiet"]).out, folder.run(&["explain", "T", "--quiet"]).out)
    });
    assert_eq!(csv, yaml);
    // S: 48 + 16. T: R1 is out, 6 of ten on a alone.
    assert_eq!(csv.0, ["S 1 64", "T 2 60"]);
}

#[test]
fn words_in_columns_of_the_submissions() {
    let grid = super::two() + "[rules]\nnot_applicable = \"leave-out\"\n";
    let call = "[words]\n\"pas encore\" = \"missing\"\n\"hors champ\" = \"not-applicable\"\n";
    let rows = "id,a,b\nS,8,5\nT,8,pas encore\nU,8,hors champ\nV,8,abstention\nW,8,s.o.\nX,8,conflit\nY,8,0\n";
    let json = Folder::new(&grid, call, &[("submissions.csv", rows)]).rank();
    assert_eq!(ranked(&json), ["U 1 80", "W 1 80", "S 3 68", "Y 4 48"]);
    for id in ["T", "V", "X"] {
        assert_eq!(lacks(&json, id), ["not marked: Criterion b"], "{id}");
    }
}

#[test]
fn not_applicable_is_neither_missing_nor_lowest() {
    // Two say that it does not apply, one marks it: the mark counts, and nobody is awaited.
    let grid = super::two()
        + "[rules]\nnot_applicable = \"leave-out\"\npanel = { quorum = \"all\", missing = \"lowest\", abstained = \"lowest\" }\n";
    let marks = "submission,reviewer,a,b\nS,R1,8,6\nS,R2,4,n/a\nS,R3,6,s.o.\n";
    let folder = Folder::new(&grid, &reviewers(&["R1", "R2", "R3"]), &[("submissions.csv", "id\nS\n"), ("marks.csv", marks)]);
    assert_eq!(folder.ranked(), ["S 1 60"]);
    assert_eq!(combined(10, "quorum = 1", &["8", "0", "4"]), "4");
}

#[test]
fn who_has_no_vote_neither_abstains_nor_waives_for_the_others() {
    let call = reviewers(&["R1", "R2"]) + &super::reviewer("R3", "votes = 0");
    let of = |rules: &str, marks: &str| {
        let grid = format!("{}[rules]\nnot_applicable = \"leave-out\"\npanel = {{ {rules} }}\n", super::two());
        let marks = format!("submission,reviewer,a,b\n{marks}");
        Folder::new(&grid, &call, &[("submissions.csv", "id\nS\n"), ("marks.csv", &marks)]).rank()
    };
    // The median of 8 and 6, and not of 8, 6 and a lowest 0.
    let abstains = "S,R1,8,8\nS,R2,6,6\nS,R3,abs.,abs.\n";
    assert_eq!(ranked(&of("combine = \"median\", abstained = \"lowest\"", abstains)), ["S 1 70"]);
    // An opinion that b does not apply leaves b unmarked; an opinion of 5 on b leaves it not applicable.
    assert_eq!(lacks(&of("quorum = 1", "S,R1,8,\nS,R2,6,\nS,R3,9,n/a\n"), "S").len(), 1);
    assert_eq!(ranked(&of("quorum = 1", "S,R1,8,n/a\nS,R2,6,n/a\nS,R3,9,5\n")), ["S 1 70"]);
}
