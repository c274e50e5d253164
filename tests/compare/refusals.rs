//! What is refused: on the command line with a sentence, in a file at its place; nothing is written and the exit code is 2. The
//! refusals of a file are also those of `grille check` (see the table of `bad_grids`).

use super::{Folder, Run, root, run};

const GRID: &str = r#"
criterion = [
    { id = "a", label = "A", weight = 60, scale = { points = 10 } },
    { id = "b", label = "B", weight = 40, scale = { points = 10 } },
]
"#;

fn folder() -> Folder {
    let folder = Folder::new("", "", "id,a,b\nP1,5,6\nP2,6,5\n");
    let head = "grid = { id = \"x\", version = \"1\", title = \"X\", source = \"This test\" }\n";
    folder.write("grid.toml", &format!("{GRID}{head}"));
    folder
}

fn refused(folder: &Folder, args: &[&str], en: &str, fr: &str) {
    for (lang, part) in [("en", en), ("fr", fr)] {
        let Run { code, out, err } = folder.run(&[&["compare", "--lang", lang], args].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        let flat = err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.replace('\u{a0}', " ").contains(part), "{args:?}: {part:?} is not in {err}");
    }
}

#[test]
fn options_that_say_too_much_or_nothing() {
    let folder = folder();
    refused(&folder, &[], "there is nothing to compare with: give --set", "il n’y a rien à comparer : donnez --set");
    refused(&folder, &["--fix", "a"], "there is nothing to compare with", "il n’y a rien à comparer");
    refused(&folder, &["--set", "a=1", "--set", "a=2"], "“--set a” is given twice", "« --set a » est donné deux fois");
    refused(&folder, &["--missing", "lowest", "--missing", "unrated"], "--each makes a scenario of each", "avec --each");
    refused(&folder, &["--panel", "mean", "--panel", "median"], "“--panel” is given twice", "« --panel » est donné deux fois");
    refused(&folder, &["--set", "a"], "such as clarity=20", "comme clarity=20");
    refused(&folder, &["--set", "a=much"], "an equals sign and a number", "un signe d’égalité et un nombre");
    refused(&folder, &["--missing", "error"], "write unrated, reweight or lowest", "écrivez unrated, reweight ou lowest");
    refused(&folder, &["--panel", "trimmed"], "write mean, median", "écrivez mean, median");
    refused(&folder, &["--set", "relevance=3"], "no criterion and no group “relevance”", "ni critère ni groupe « relevance »");
    refused(&folder, &["--set", "a=110"], "would add up to 110 of 100", "feraient 110 sur 100");
    refused(&folder, &["--set", "a=-1"], "“a” would weigh −1", "« a » pèserait −1");
    refused(&folder, &["--set", "a=60", "--set", "b=45"], "would add up to 105 of 100", "feraient 105 sur 100");
    refused(&folder, &["--set", "a=50", "--fix", "b"], "leave one free to take the difference", "laissez-en un libre");
    refused(&folder, &["--drop", "a", "--drop", "b"], "every weighted criterion", "plus aucun critère");
    refused(&folder, &["--scenarios", "none.toml"], "none.toml", "none.toml");
    refused(&folder, &["--grid", "none"], "no shipped grid is called “none”", "none");
    refused(
        &folder,
        &["--grid", "other.toml", "--submissions", "-", "-C", "."],
        "standard input (-) can be read only once",
        "l’entrée standard (-) ne se lit qu’une fois",
    );
}

/// The scenarios of a file are said where they stand, all at once, and by `check` too.
#[test]
fn a_file_of_scenarios_is_checked_whole() {
    let folder = folder();
    folder.write(
        "scenarios.toml",
        "[[scenario]]\nid = \"one\"\nset = { a = 70, b = 35 }\n\n[[scenario]]\nid = \"two\"\ndorp = \"a\"\nset = { clarity = 3 }\n\n\
         [[scenario]]\nid = \"three\"\ngrid = \"none\"\n",
    );
    let said = folder.run(&["compare", "--lang", "en"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    // What the walker refuses comes first; the rest once the keys are sound.
    assert!(said.err.contains("did you mean “drop”?") && said.err.contains("scenarios.toml:7:1"), "{}", said.err);
    folder
        .write("scenarios.toml", &std::fs::read_to_string(folder.path().join("scenarios.toml")).unwrap().replace("dorp", "drop"));
    let (said, check) = (folder.run(&["compare", "--lang", "en"]), folder.run(&["check", "--lang", "en"]));
    for (code, part) in [("C216", "105 of 100"), ("C215", "“clarity”"), ("C217", "scenario “three”"), ("C202", "“none”")]
    {
        for text in [&said.err, &check.out] {
            assert!(text.contains(code) && text.contains(part), "{part}: {text}");
        }
    }
    assert_eq!(check.code, 1);
    // Named by itself, the file is held against no grid.
    let alone = folder.run(&["check", "scenarios.toml", "--lang", "en"]);
    assert_eq!(alone.code, 0, "{}", alone.out);
}

/// Ranks that add up combine no marks.
#[test]
fn a_policy_where_ranks_add_up() {
    let said = run(&root(), &["compare", "examples/rank-sum", "--panel", "median", "--lang", "en"], &[]);
    assert!(said.code == 2 && said.err.contains("this grid adds up the ranks that reviewers give"), "{}", said.err);
}

/// A grid that is all gates.
#[test]
fn nothing_to_weigh() {
    let said = run(&root(), &["compare", "examples/inters4", "--drop", "x", "--lang", "en"], &[]);
    assert!(said.code == 2 && said.err.contains("has no weighted criterion"), "{} {}", said.code, said.err);
}
