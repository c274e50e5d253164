//! Conflicts of interest: who may not mark what, however it is declared, and that their marks change nothing.

use super::{Folder, by, ranked, reviewers, two};

const SUBMISSIONS: &str = "id,kind,place,house\nS,new,Nord,CIUSSS du Nord\nT,ripe,Sud,CISSS du Lac\nU,new,Nord,CISSS du Lac\n";

/// R3 gives ten everywhere.
const MARKS: &str =
    "submission,reviewer,a,b\nS,R1,8,5\nS,R2,6,5\nS,R3,10,10\nT,R1,4,4\nT,R2,8,6\nT,R3,10,10\nU,R1,2,2\nU,R2,2,2\nU,R3,10,10\n";

fn grid() -> String {
    let facts = "[[fact]]\nid = \"kind\"\nlabel = { fr = \"Sorte\", en = \"Kind\" }\ntype = \"choice\"\n\
                 values = { new = { fr = \"Nouvelle\", en = \"Fresh\" }, ripe = { fr = \"Mûre\", en = \"Mature\" } }\n\
                 [[fact]]\nid = \"place\"\nlabel = \"Place\"\ntype = \"text\"\n";
    format!("{facts}{}[rules]\npanel = {{ combine = \"mean\" }}\n", two())
}

fn folder(conflicts: &str, files: &[(&str, &str)], marks: &str) -> Folder {
    let call = reviewers(&["R1", "R2", "R3"]) + conflicts;
    Folder::new(&grid(), &call, &[&[("submissions.csv", SUBMISSIONS), ("marks.csv", marks)], files].concat())
}

/// The marks without those of R3 on some submissions.
fn without(submissions: &[&str]) -> String {
    let kept = MARKS.lines().filter(|line| !submissions.iter().any(|id| line.starts_with(&format!("{id},R3,"))));
    kept.map(|line| format!("{line}\n")).collect()
}

/// A call with a conflict says of each submission once that its marks do not count, and ranks as if they were not there.
fn bars(folder: &Folder, submissions: &[&str], bare: &Folder) {
    let (with, without) = (folder.rank(), bare.rank());
    assert_eq!(with["ranked"].to_string(), without["ranked"].to_string());
    let said = folder.run(&["rank", "--lang", "en"]).err;
    assert_eq!(said.matches("M412").count(), submissions.len(), "{said}");
    for id in submissions {
        assert!(said.contains(&format!("R3 is in conflict with {id} and gives it 2 marks, which do not count")), "{id}: {said}");
    }
}

#[test]
fn every_way_to_declare_a_conflict() {
    for (conflict, files, submissions) in [
        ("[[conflict]]\nreviewer = \"R3\"\nsubmission = \"S\"\n", &[][..], &["S"][..]),
        ("[[conflict]]\nreviewer = [\"R3\"]\nsubmission = [\"S\", \"U\"]\n", &[], &["S", "U"]),
        // A declared choice, by its identifier, or by its label in either language.
        ("[[conflict]]\nreviewer = \"r3\"\nfact = \"kind\"\nis = \"new\"\n", &[], &["S", "U"]),
        ("[[conflict]]\nreviewer = \"R3\"\nfact = \"Sorte\"\nis = \"nouvelle\"\n", &[], &["S", "U"]),
        ("[[conflict]]\nreviewer = \"R3\"\nfact = \"kind\"\nis = [\"MATURE\", \"Mûre\"]\n", &[], &["T"]),
        // A text, and a column that the grid does not know.
        ("[[conflict]]\nreviewer = \"R3\"\nfact = \"place\"\nis = \"nord\"\n", &[], &["S", "U"]),
        ("[[conflict]]\nreviewer = \"R3\"\nfact = \"house\"\nis = \"CISSS du Lac\"\n", &[], &["T", "U"]),
        // A file.
        (
            "[panel]\nconflicts = \"conflits.csv\"\n",
            &[("conflits.csv", "candidature;membre;motif\nS;R3;conjoint\nT;R3;\n")],
            &["S", "T"],
        ),
        // Twice the same is once.
        (
            "[panel]\nconflicts = \"conflits.csv\"\n[[conflict]]\nreviewer = \"R3\"\nsubmission = \"S\"\n",
            &[("conflits.csv", "submission,reviewer\nS,R3\n")],
            &["S"],
        ),
    ] {
        let bare = without(submissions);
        bars(&folder(conflict, files, MARKS), submissions, &folder(conflict, files, &bare));
        // Without the conflict too: what was barred is as if it had never been asked for.
        bars(&folder(conflict, files, MARKS), submissions, &folder("", &[], &bare));
    }
}

#[test]
fn a_word_on_one_criterion_bars_the_whole_submission() {
    // On b alone; the mark on a does not count either.
    let marks = MARKS.replace("S,R3,10,10", "S,R3,10,conflit");
    let barred = folder("", &[], &marks);
    let bare = folder("", &[], &without(&["S"]));
    assert_eq!(barred.rank()["ranked"].to_string(), bare.rank()["ranked"].to_string());
    // 7 and 5: 42 + 20.
    assert!(ranked(&bare.rank()).contains(&"S 2 62".to_owned()), "{:?}", ranked(&bare.rank()));
    let said = barred.run(&["rank"]).err;
    assert!(said.contains("R3 is in conflict with S and gives it 1 mark, which does not count"), "{said}");
    for id in ["a", "b"] {
        let explained = barred.json(&["explain", "S"]);
        assert_eq!(by(&by(&explained["criteria"], "id", id)["marks"], "reviewer", "R3")["mark"], "recused", "{id}");
    }
    // A word that stands for nothing but itself is not a mark that is said not to count.
    let quiet = folder("", &[], &MARKS.replace("S,R3,10,10", "S,R3,récusé,conflit"));
    assert!(!quiet.run(&["rank"]).err.contains("M412"));
    assert_eq!(quiet.rank()["ranked"].to_string(), bare.rank()["ranked"].to_string());
}

#[test]
fn the_same_word_where_nobody_is_declared() {
    let marks = |row: &str| [("submissions.csv", SUBMISSIONS.to_owned()), ("marks.csv", MARKS.replace("S,R3,10,10", row))];
    let of = |row: &str| {
        let files = marks(row);
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        Folder::new(&grid(), "", &files)
    };
    let (barred, bare) = (of("S,R3,10,recused"), of("S,R3,,"));
    assert_eq!(barred.rank()["ranked"].to_string(), bare.rank()["ranked"].to_string());
}

#[test]
fn conflicts_in_a_long_file() {
    let long: String = MARKS.lines().skip(1).fold("submission,reviewer,criterion,mark\n".to_owned(), |text, line| {
        let cells: Vec<&str> = line.split(',').collect();
        text + &format!("{},{},a,{}\n{},{},b,{}\n", cells[0], cells[1], cells[2], cells[0], cells[1], cells[3])
    });
    let conflict = "[[conflict]]\nreviewer = \"R3\"\nsubmission = \"S\"\n";
    bars(&folder(conflict, &[], &long), &["S"], &folder(conflict, &[], &without(&["S"])));
}

#[test]
fn the_reviewers_name_is_as_good_as_the_identifier() {
    let call = "[[reviewer]]\nid = \"R1\"\nname = \"Ada\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\nname = \"Éva L’Heureux\"\n\
                [[conflict]]\nreviewer = \"éva l'heureux\"\nsubmission = \"S\"\n";
    let marks = MARKS.replace(",R3,", ",Éva L'Heureux,").replace(",R1,", ",ada,");
    let named = Folder::new(&grid(), call, &[("submissions.csv", SUBMISSIONS), ("marks.csv", &marks)]);
    assert_eq!(named.ranked(), folder("", &[], &without(&["S"])).ranked());
}

#[test]
fn a_value_that_nobody_has_is_said_and_bars_nobody() {
    let conflict = "[[conflict]]\nreviewer = \"R3\"\nfact = \"place\"\nis = \"Nort\"\n";
    let idle = folder(conflict, &[], MARKS);
    let said = idle.run(&["rank"]);
    assert!(said.code == 0 && said.err.contains("C211") && said.err.contains("Nord"), "{}", said.err);
    assert_eq!(idle.rank()["ranked"].to_string(), folder("", &[], MARKS).rank()["ranked"].to_string());
}
