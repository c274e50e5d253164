//! Which sheet of a workbook is read, and how a call names it.

use crate::build::{Sheet, Value, ods, ods_of, texts, typed, xlsx, xlsx_of};
use crate::{folder, grille, grille_with, refusal};

const GRID: &[u8] = b"[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"Workbooks\"\nsource = \"Invented\"\n\n\
[[fact]]\nid = \"partners\"\nlabel = \"Partners\"\ntype = \"count\"\ncount = { list = \"lettres\" }\n\n\
[[gate]]\nid = \"partnered\"\nlabel = \"Partnered\"\nrequire = { fact = \"partners\", at_least = 1 }\n\n\
[[criterion]]\nid = \"quality\"\nlabel = \"Quality\"\nweight = 100\nscale = { points = 20 }\n";

fn call(submissions: &str, marks: &str, list: &str) -> Vec<u8> {
    format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"{submissions}\"\nmarks = {marks}\n\n[lists]\nlettres = \"{list}\"\n")
        .into_bytes()
}

/// The sheets of a call in one workbook, under these names, after one of notes to oneself.
fn book([submissions, marks, list]: [&'static str; 3]) -> Vec<Sheet<'static>> {
    vec![
        ("Brouillon", texts(&[&["à faire"]])),
        (submissions, typed(&[&["id", "titre"], &["P1", "Un"], &["P2", "Deux"]])),
        (marks, typed(&[&["candidature", "membre", "quality"], &["P1", "A", "12"], &["P2", "A", "15.5"], &["P2", "B", "14"]])),
        (list, typed(&[&["candidature"], &["P1"], &["P2"], &["P2"]])),
        ("Vide", vec![vec![Value::Empty]]),
    ]
}

/// The order of a ranking.
fn order(here: &std::path::Path, args: &[&str]) -> String {
    let run = grille(here, &[&["rank", "--format", "json"], args].concat());
    assert_eq!(run.code, 0, "{args:?}: {}", run.err);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let rows = document["ranked"].as_array().unwrap().iter();
    rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn one_workbook_holds_a_whole_call() {
    for (names, marks) in [
        (["Candidatures", "Notes", "Lettres"], "\"a.xlsx\""),
        (["submissions", "MARKS", "lettres"], "\"a.xlsx\""),
        (["Submissions", "Notes du jury", "lettres"], "[\"a.xlsx#Notes du jury\"]"),
        (["Submissions", "Notes du jury", "lettres"], "\"a.xlsx#notes du jury\""),
    ] {
        let bytes = [xlsx(&book(names)), ods(&book(names))];
        for (ending, bytes) in ["xlsx", "ods"].iter().zip(&bytes) {
            let file = format!("a.{ending}");
            let call = call(&file, &marks.replace("xlsx", ending), &file);
            let here = folder(&[("grid.toml", GRID), ("call.toml", &call), (&file, bytes)]);
            assert_eq!(order(here.path(), &[]), "P2 P1", "{names:?} {ending}");
        }
    }
    // Without a call, with patterns, in several files, each with other things in it.
    let all = book(["Candidatures", "Notes", "Lettres"]);
    let (first, second) = (xlsx(&all), ods(&all));
    let here = folder(&[("grid.toml", GRID), ("a.xlsx", &first), ("b.ods", &second), ("~$a.xlsx", b"\x05Moi")]);
    let base = ["--grid", "grid.toml", "--list", "lettres=b.ods#Lettres"];
    for (submissions, marks) in [("a.xlsx", "b.ods"), ("b.ods#Candidatures", "*.xlsx#Notes"), ("a.xlsx#candidatures", "?.ods")] {
        assert_eq!(order(here.path(), &[&base[..], &["--submissions", submissions, "--marks", marks]].concat()), "P2 P1");
    }
    let run =
        grille(here.path(), &[&["rank"], &base[..], &["--submissions", "a.xlsx", "--marks", "b.ods", "--lang", "fr"]].concat());
    assert!(run.err.contains("a.xlsx\u{a0}: de ses feuilles, «\u{a0}Candidatures\u{a0}» est celle qui est lue"), "{}", run.err);
}

/// An output never replaces an input, whichever way the input is named.
#[test]
fn a_workbook_is_not_written_over() {
    let all = xlsx(&book(["Candidatures", "Notes", "Lettres"]));
    let call = call("a.xlsx#Candidatures", "\"a.xlsx\"", "a.xlsx");
    let here = folder(&[("grid.toml", GRID), ("call.toml", &call), ("a.xlsx", &all)]);
    let run = grille(here.path(), &["rank", "--format", "csv", "-o", "a.xlsx"]);
    assert!(run.code == 2 && run.err.contains("a.xlsx"), "{}", run.err);
    assert!(std::fs::read(here.path().join("a.xlsx")).unwrap() == all);
}

#[test]
fn a_sign_in_the_name_of_a_file_is_no_sheet() {
    let all = book(["Candidatures", "Notes", "Lettres"]);
    let whole = xlsx(&all);
    let here =
        folder(&[("grid.toml", GRID), ("no#1.xlsx", &whole), ("no#1.xlsx#Notes.xlsx", &whole), ("c#1.csv", b"id\nP1\nP2\n")]);
    let base = ["--grid", "grid.toml", "--list", "lettres=no#1.xlsx#Lettres"];
    for (submissions, marks) in
        [("no#1.xlsx", "no#1.xlsx#Notes"), ("c#1.csv", "no#1.xlsx#Notes.xlsx"), ("no#1.xlsx#Candidatures", "no#1.xlsx")]
    {
        assert_eq!(order(here.path(), &[&base[..], &["--submissions", submissions, "--marks", marks]].concat()), "P2 P1");
    }
}

#[test]
fn hidden_sheets_are_read_where_they_are_named() {
    let row = |cells: &[&str]| {
        let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
    };
    let shown = row(&["id"]) + &row(&["P1"]);
    let hidden = row(&["id"]) + &row(&["P2"]);
    let bytes = xlsx_of(&[
        ("Secret", "state=\"hidden\"", hidden.clone()),
        ("Très secret", "state=\"veryHidden\"", hidden),
        ("Vide", "", String::new()),
        ("Liste", "", shown),
    ]);
    let list = |ids: &str, style: &str, name: &str| {
        let row = |text: &str| {
            format!(
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell></table:table-row>"
            )
        };
        let rows = row("id") + &row(ids);
        format!("<table:table table:name=\"{name}\" table:style-name=\"{style}\">{rows}</table:table>")
    };
    let other = ods_of(&format!(
        "<table:tracked-changes><table:table-cell/></table:tracked-changes>{}{}",
        list("P2", "hid", "Secret"),
        list("P1", "ta1", "Liste")
    ));
    let grid = String::from_utf8_lossy(GRID);
    let grid = format!("{}{}", &grid[..grid.find("[[fact]]").unwrap()], &grid[grid.find("[[criterion]]").unwrap()..]);
    let marks = b"submission,quality\nP1,3\n";
    let secret = b"submission,quality\nP2,3\n";
    let here =
        folder(&[("grid.toml", grid.as_bytes()), ("a.xlsx", &bytes), ("b.ods", &other), ("m.csv", marks), ("s.csv", secret)]);
    for (submissions, marks, ranked) in [
        ("a.xlsx", "m.csv", "P1"),
        ("a.xlsx#Secret", "s.csv", "P2"),
        ("a.xlsx#très secret", "s.csv", "P2"),
        ("b.ods", "m.csv", "P1"),
        ("b.ods#Secret", "s.csv", "P2"),
    ] {
        let args = ["--grid", "grid.toml", "--submissions", submissions, "--marks", marks];
        assert_eq!(order(here.path(), &args), ranked, "{submissions}");
    }
}

#[test]
fn a_sheet_that_cannot_be_told_says_what_there_is() {
    let all = xlsx(&book(["Dossiers", "Notes", "Lettres"]));
    let files = |call: &[u8]| folder(&[("grid.toml", GRID), ("call.toml", call), ("a.xlsx", &all), ("c.csv", b"id\nP1\n")]);
    let here = files(&call("a.xlsx", "\"a.xlsx\"", "a.xlsx"));
    let [_, english] = refusal("sheets-several", here.path(), &["rank"]);
    assert!(english.contains("call.toml:3:15") && english.contains("`a.xlsx#Brouillon`"), "{english}");
    let here = files(&call("a.xlsx#Dossier", "\"a.xlsx#Note\"", "a.xlsx#Annexe"));
    let [_, english] = refusal("sheet-unknown", here.path(), &["rank"]);
    assert!(english.contains("did you mean “Dossiers”?"), "{english}");
    let here = files(&call("a.xlsx#Vide", "\"a.xlsx\"", "c.csv#Lettres"));
    refusal("sheet-empty", here.path(), &["rank"]);
    let empty = xlsx(&[("A", vec![]), ("B", vec![])]);
    let here = folder(&[("grid.toml", GRID), ("call.toml", &call("a.xlsx", "\"a.xlsx\"", "a.xlsx")), ("a.xlsx", &empty)]);
    assert!(grille(here.path(), &["rank"]).err.contains("error[F002]: “a.xlsx” is empty"));
    let here = files(&call("absent.xlsx#Notes", "\"a.xlsx\"", "a.xlsx"));
    assert!(grille(here.path(), &["rank"]).err.contains("“absent.xlsx” does not exist"));
}

#[test]
fn the_standard_input_is_no_workbook() {
    let all = xlsx(&book(["Candidatures", "Notes", "Lettres"]));
    let here = folder(&[("grid.toml", GRID), ("a.xlsx", &all)]);
    let args = ["rank", "--grid", "grid.toml", "--submissions", "-", "--marks", "a.xlsx", "--list", "lettres=a.xlsx#Lettres"];
    let english = grille_with(here.path(), &args, &all);
    assert!(english.code == 2 && english.err.contains("name the workbook instead"), "{}", english.err);
    let french = grille_with(here.path(), &[&args[..], &["--lang", "fr"]].concat(), &all);
    assert!(french.err.contains("nommez plutôt le classeur"), "{}", french.err);
    let read = grille_with(here.path(), &args, b"id\nP1\nP2\n");
    assert_eq!(read.code, 0, "{}", read.err);
}
