//! Score sheets: what the real binary writes, cell by cell, and what it makes of sheets that come back filled in.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop at once")]
#![expect(clippy::disallowed_methods, reason = "results are read here, not inputs of the program")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Range, Reader as _, Xlsx, open_workbook};

const GRID: &str = r#"
[grid]
id = "spring"
version = "2026.1"
title = { fr = "Grille du printemps", en = "Spring grid" }
source = "Invented"

[[fact]]
id = "kind"
label = "Kind"
type = "choice"
values = { practice = "practice", other = "other" }

[[gate]]
id = "is-practice"
label = "A practice"
require = { fact = "kind", one_of = ["practice"] }

[[criterion]]
id = "relevance"
label = { fr = "Pertinence sociale, et portée", en = "Social relevance, and reach" }
weight = 40
scale = { points = 10, step = 0.5 }
aspects = [{ fr = "Le problème est documenté.", en = "The problem is documented." }]

[[criterion]]
id = "evidence"
label = { fr = "Preuves", en = "Evidence" }
weight = 30

[criterion.scale.levels]
strong = { value = 3, label = { fr = "Fortes, documentées", en = "Strong, documented" } }
fair = { value = 1.5, label = { fr = "Moyennes", en = "Fair" } }
weak = { value = 0, label = { fr = "Faibles", en = "Weak" } }

[[criterion]]
id = "ready"
label = { fr = "Transférable", en = "Transferable" }
weight = 10
scale = { yes = 1 }

[[criterion]]
id = "reach"
label = { fr = "Commentaire", en = "Comment" }
weight = 20
scale = { points = 100, step = 0.25 }

[rules]
not_applicable = "leave-out"
"#;

const CALL: &str = r#"
[call]
title = { fr = "Appel du printemps", en = "Spring call" }
grid = "grid.toml"
submissions = "submissions.csv"
marks = "sheets/*.csv"
places = 2

[[reviewer]]
id = "r1"
name = "Élise Tremblay"
role = "chercheuse"

[[reviewer]]
id = "r2"
name = "Marc <&> Roy"

[[reviewer]]
id = "r3"

[[assignment]]
reviewer = ["r1", "r2"]

[[assignment]]
reviewer = "r3"
submission = ["A1", "007"]
criterion = ["relevance", "evidence"]

[[assignment]]
reviewer = "r3"
submission = "A3"

[[conflict]]
reviewer = "r2"
submission = "A3"
reason = "a dirigé le projet"
"#;

const SUBMISSIONS: &str =
    "id,title,kind\nA1,=cmd|calc,practice\n007,Le jardin partagé,practice\nA3,Troisième,practice\nA4,Écartée,other\n";

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn grille(folder: &Path, args: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    let output = command.env("LC_ALL", "C").env_remove("COLUMNS").current_dir(folder).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let run = Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!run.err.contains("panicked"), "{args:?}: {}", run.err);
    run
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn spring() -> tempfile::TempDir {
    folder(&[("call.toml", CALL), ("grid.toml", GRID), ("submissions.csv", SUBMISSIONS)])
}

/// Makes sheets, which must succeed.
fn made(folder: &Path, args: &[&str]) -> Run {
    let run = grille(folder, &[&["sheets"], args].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn page(file: &Path, name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    book.worksheet_range(name).unwrap()
}

/// The rows of a sheet as texts; an empty cell is an empty text.
fn cells(range: &Range<Data>) -> Vec<Vec<String>> {
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// A part of a workbook, as it stands in the file.
fn part(file: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Whether a cell of the first sheet may be changed.
fn unlocked(file: &Path, cell: &str) -> bool {
    let (sheet, styles) = (part(file, "xl/worksheets/sheet1.xml"), part(file, "xl/styles.xml"));
    let after = sheet.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap_or_else(|| panic!("no cell {cell} with a style")).1;
    let style: usize = after.split_once('"').unwrap().0.parse().unwrap();
    let formats = styles.split_once("<cellXfs").unwrap().1.split_once("</cellXfs>").unwrap().0;
    formats.split("<xf ").nth(style + 1).unwrap().contains("locked=\"0\"")
}

/// The rule that a column of the first sheet is held by.
fn rule(file: &Path, range: &str) -> String {
    let sheet = part(file, "xl/worksheets/sheet1.xml");
    let rules = sheet.split("<dataValidation ").find(|rule| rule.contains(&format!("sqref=\"{range}\"")));
    rules.unwrap_or_else(|| panic!("{range} has no rule")).split("</dataValidation>").next().unwrap().to_owned()
}

#[test]
fn a_sheet_for_each_reviewer_in_french() {
    let folder = spring();
    let run = made(folder.path(), &["-o", "feuilles", "--lang", "fr"]);
    assert_eq!(
        run.out,
        "3 feuilles de notes dans «\u{a0}feuilles\u{a0}».\n\n\
         Membre          Fichier        À noter  En conflit\n\
         ──────────────────────────────────────────────────\n\
         Élise Tremblay  notes-r1.xlsx        3           0\n\
         Marc <&> Roy    notes-r2.xlsx        2           1\n\
         r3              notes-r3.xlsx        3           0\n"
    );
    assert_eq!(
        run.err,
        "Sur aucune feuille, étant écartées avant toute note\u{a0}: A4.\n\
         Une fois remplies, ce sont des fichiers de notes\u{a0}: `--marks feuilles/*.xlsx`, ou la clé `marks` de call.toml.\n"
    );
    let sheets = folder.path().join("feuilles");
    assert_eq!(names(&sheets), ["notes-r1.xlsx", "notes-r2.xlsx", "notes-r3.xlsx"].map(str::to_owned).into());

    let file = sheets.join("notes-r1.xlsx");
    let book: Xlsx<_> = open_workbook(&file).unwrap();
    assert_eq!(book.sheet_names(), ["Notes", "Consignes", "Listes"]);
    let row = |id: &str, title: &str| [id, title, "r1", "", "", "", "", ""].map(str::to_owned).to_vec();
    assert_eq!(
        cells(&page(&file, "Notes")),
        [
            // A criterion called like the comments goes by its identifier.
            [
                "Candidature",
                "Titre",
                "Membre",
                "Pertinence sociale, et portée",
                "Preuves",
                "Transférable",
                "reach",
                "Commentaire"
            ]
            .map(str::to_owned)
            .to_vec(),
            row("A1", "=cmd|calc"),
            row("007", "Le jardin partagé"),
            row("A3", "Troisième"),
        ]
    );
    assert_eq!(page(&file, "Notes").get_value((2, 0)), Some(&Data::String("007".to_owned())), "an identifier is a text");
    let lists = cells(&page(&file, "Listes"));
    let list = |at: usize| lists.iter().map(|row| row[at].as_str()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>();
    assert_eq!(
        list(0),
        [
            "0",
            "0.5",
            "1",
            "1.5",
            "2",
            "2.5",
            "3",
            "3.5",
            "4",
            "4.5",
            "5",
            "5.5",
            "6",
            "6.5",
            "7",
            "7.5",
            "8",
            "8.5",
            "9",
            "9.5",
            "10",
            "abstention",
            "s.o.",
            "conflit"
        ]
    );
    assert_eq!(page(&file, "Listes").get_value((1, 0)), Some(&Data::Float(0.5)), "a number is a number");
    assert_eq!(list(1), ["Fortes, documentées", "Moyennes", "Faibles", "abstention", "s.o.", "conflit"]);
    assert_eq!(list(2), ["oui", "non", "abstention", "s.o.", "conflit"]);

    let of_conflict = cells(&page(&sheets.join("notes-r2.xlsx"), "Notes"));
    assert_eq!(of_conflict.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["Candidature", "A1", "007"]);
}

#[test]
fn only_what_is_to_be_filled_in_can_be() {
    let folder = spring();
    made(folder.path(), &["-o", "feuilles", "--lang", "fr"]);
    let file = folder.path().join("feuilles/notes-r3.xlsx");
    // Assigned two criteria of the first submissions, and all those of the last.
    for (cell, open) in [
        ("A1", false),
        ("D1", false),
        ("A2", false),
        ("B2", false),
        ("C2", false),
        ("D2", true),
        ("E2", true),
        ("F2", false),
        ("G2", false),
        ("H2", true),
        ("F4", true),
        ("G4", true),
    ] {
        assert_eq!(unlocked(&file, cell), open, "{cell}");
    }
    for sheet in 1..=3 {
        let xml = part(&file, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("<sheetProtection sheet=\"1\"") && !xml.contains("password"), "{xml}");
    }
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<pane xSplit=\"2\" ySplit=\"1\""), "the heading stays in sight: {sheet}");
    let hidden = sheet.split("<col ").find(|col| col.contains("min=\"3\"")).unwrap();
    assert!(hidden.contains("hidden=\"1\""), "{hidden}");
    assert!(part(&file, "xl/workbook.xml").contains("<sheet name=\"Listes\" sheetId=\"3\" state=\"hidden\""));
    for (range, list) in [("D2:D4", "Listes!$A$1:$A$24"), ("E2:E4", "Listes!$B$1:$B$6"), ("F2:F4", "Listes!$C$1:$C$5")] {
        let rule = rule(&file, range);
        assert!(rule.contains("type=\"list\"") && rule.contains(&format!("<formula1>{list}</formula1>")), "{rule}");
        assert!(!rule.contains("errorStyle"), "what is refused is refused: {rule}");
    }
    let long = rule(&file, "G2:G4");
    assert!(long.contains("type=\"custom\""), "{long}");
    assert!(
        long.contains(
            "<formula1>IF(ISNUMBER(G2),AND(G2&gt;=0,G2&lt;=100,ROUND((G2-(0))/0.25,6)=ROUND((G2-(0))/0.25,0)),\
             OR(G2=\"abstention\",G2=\"s.o.\",G2=\"conflit\"))</formula1>"
        ),
        "{long}"
    );
    let said = "Une note\u{a0}: de 0 à 100, par pas de 0,25; sinon abstention, s.o. ou conflit.";
    assert!(long.contains(&format!("error=\"{said}\"")) && long.contains(&format!("prompt=\"{said}\"")), "{long}");
}

#[test]
fn the_instructions_say_what_is_asked_in_both_languages() {
    let folder = spring();
    made(folder.path(), &["-o", "en", "--lang", "en"]);
    made(folder.path(), &["-o", "fr", "--lang", "fr"]);
    let text = |file: &str, name: &str| {
        let rows = cells(&page(&folder.path().join(file), name)).into_iter();
        rows.map(|row| row.join(" | ")).filter(|row| row != " | ").collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("sheets-instructions-en", text("en/marks-r2.xlsx", "Instructions"));
    insta::assert_snapshot!("sheets-instructions-fr", text("fr/notes-r3.xlsx", "Consignes"));
    let marks = cells(&page(&folder.path().join("en/marks-r1.xlsx"), "Marks"));
    assert_eq!(
        marks[0],
        ["Submission", "Title", "Reviewer", "Social relevance, and reach", "Evidence", "Transferable", "reach", "Comment"]
    );
    let yes_no = cells(&page(&folder.path().join("en/marks-r1.xlsx"), "Lists"));
    assert_eq!(
        yes_no.iter().map(|row| row[2].as_str()).take(5).collect::<Vec<_>>(),
        ["yes", "no", "abstained", "n/a", "conflict"]
    );
}

#[test]
fn the_bytes_are_the_same_on_every_run() {
    let folder = spring();
    for form in ["xlsx", "csv-excel", "csv"] {
        let (one, two) = (format!("{form}-1"), format!("{form}-2"));
        made(folder.path(), &["-o", &one, "--format", form]);
        std::thread::sleep(std::time::Duration::from_millis(1100));
        made(folder.path(), &["-o", &two, "--format", form]);
        for name in names(&folder.path().join(&one)) {
            let bytes = |dir: &str| fs::read(folder.path().join(dir).join(&name)).unwrap();
            assert!(bytes(&one) == bytes(&two), "{name}");
        }
    }
}

/// Sheets of a call that has no mark yet, filled in and read where the call looks for marks.
#[test]
fn filled_sheets_are_mark_files() {
    for (lang, form, marks) in [
        ("fr", "csv-excel", ["9,5;Fortes, documentées;oui;80,25;bien", "7;moyennes;non;s.o.;", "abstention;Faibles;oui;100;"]),
        ("en", "csv-excel", ["9.5,\"Strong, documented\",yes,80.25,good", "7,fair,no,n/a,", "abstained,Weak,yes,100,"]),
        ("fr", "csv", ["9.5,strong,yes,80.25,bien", "7,fair,non,n/a,", "abstained,weak,oui,100,"]),
    ] {
        let folder = spring();
        made(folder.path(), &["-o", "sheets", "--format", form, "--lang", lang]);
        let sign = if marks[0].contains(';') { ';' } else { ',' };
        for name in names(&folder.path().join("sheets")) {
            let path = folder.path().join("sheets").join(&name);
            let text = fs::read_to_string(&path).unwrap();
            let line = |line: &str| {
                let Some(at) = ["A1", "007", "A3"].iter().position(|id| line.starts_with(id)) else { return line.to_owned() };
                let known = line.trim_end_matches(sign);
                // Who is to mark two criteria of the first two leaves the other cells empty.
                if name.contains("r3") && at < 2 {
                    let mark = marks[at].split(sign).next().unwrap();
                    return format!("{known}{sign}{mark}{}", sign.to_string().repeat(4));
                }
                format!("{known}{sign}{}", marks[at])
            };
            let filled: Vec<String> = text.lines().map(line).collect();
            fs::write(&path, filled.join("\r\n") + "\r\n").unwrap();
        }
        let run = grille(folder.path(), &["rank", "--format", "csv", "--lang", "en"]);
        assert_eq!(run.code, Some(0), "{form} {lang}: {}", run.err);
        assert!(!run.err.contains("M409") && !run.err.contains("warning"), "{}", run.err);
        // A1: 9.5 and strong, yes, 80.25: 38 + 30 + 10 + 16.05. 007: 7, fair, no, and the reach left out, of 80 points: 43 / 80.
        // A3: everyone abstains on relevance: unrated.
        let ranked: Vec<Vec<&str>> = run.out.lines().map(|line| line.split(',').collect()).collect();
        let ids: Vec<&str> =
            ranked[1..].iter().filter_map(|row| row.iter().find(|cell| ["A1", "007", "A3"].contains(cell))).copied().collect();
        assert_eq!(ids, ["A1", "007", "A3"], "{}", run.out);
        assert!(run.out.contains("94.05") && run.out.contains("53.75"), "{form} {lang}: {}", run.out);
    }
}

/// The workbooks themselves, filled in as a spreadsheet does it and read back in any order, whatever their names.
#[test]
fn filled_workbooks_are_mark_files() {
    let folder = spring();
    made(folder.path(), &["-o", "sheets", "--lang", "fr"]);
    let sheets = folder.path().join("sheets");
    let marks: [&[(&str, &str)]; 3] = [
        &[("D2", "9.5"), ("E2", "Fortes, documentées"), ("F2", "oui"), ("G2", "80.25"), ("H2", "bien")],
        &[("D3", "7"), ("E3", "moyennes"), ("F3", "non"), ("G3", "s.o.")],
        &[("D4", "abstention"), ("E4", "Faibles"), ("F4", "oui"), ("G4", "100")],
    ];
    let names = names(&sheets);
    for name in &names {
        let file = sheets.join(name);
        let rows = cells(&page(&file, "Notes"));
        let mut values: Vec<(String, &str)> = Vec::new();
        for (at, row) in rows.iter().enumerate().skip(1) {
            let Some(which) = ["A1", "007", "A3"].iter().position(|id| row[0] == *id) else { continue };
            // Who is to mark relevance alone finds the other cells locked.
            let own = marks[which].iter().filter(|(cell, _)| unlocked(&file, &format!("{}{}", &cell[..1], at + 1)));
            values.extend(own.map(|(cell, value)| (format!("{}{}", &cell[..1], at + 1), *value)));
        }
        let values: Vec<(&str, &str)> = values.iter().map(|(cell, value)| (cell.as_str(), *value)).collect();
        let filled = filled(&file, &values);
        fs::write(&file, filled).unwrap();
    }
    fs::rename(sheets.join(names.first().unwrap()), sheets.join("zzz.xlsx")).unwrap();
    let run = grille(folder.path(), &["rank", "--marks", "sheets/*.xlsx", "--format", "csv", "--lang", "en"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(!run.err.contains("warning"), "{}", run.err);
    // The sums of `filled_sheets_are_mark_files`.
    assert!(run.out.contains("94.05") && run.out.contains("53.75"), "{}", run.out);

    // A mark off its scale is named by file, sheet and cell.
    let file = sheets.join("zzz.xlsx");
    let row = cells(&page(&file, "Notes")).iter().position(|row| row[0] == "A1").unwrap() + 1;
    let wrong = edited(&file, |sheet| sheet.replace("<v>9.5</v>", "<v>95</v>"));
    fs::write(&file, wrong).unwrap();
    let run = grille(folder.path(), &["rank", "--marks", "sheets/*.xlsx", "--lang", "fr"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains(&format!("sheets/zzz.xlsx:Notes!D{row}")) && run.err.contains("M403"), "{}", run.err);
}

#[test]
fn what_is_there_is_never_written_over() {
    let folder = spring();
    made(folder.path(), &["-o", "out"]);
    fs::write(folder.path().join("out/marks-r2.xlsx"), "filled in").unwrap();
    fs::remove_file(folder.path().join("out/marks-r3.xlsx")).unwrap();
    let run = grille(folder.path(), &["sheets", "-o", "out", "-q"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(
        run.err,
        "error: already there, and perhaps filled in: “out/marks-r1.xlsx” and “out/marks-r2.xlsx”; nothing was written; move \
         them, or choose another folder\n"
    );
    assert_eq!(fs::read_to_string(folder.path().join("out/marks-r2.xlsx")).unwrap(), "filled in");
    assert_eq!(names(&folder.path().join("out")).len(), 2);
    // The others of the panel can be had beside them.
    made(folder.path(), &["-o", "out", "--reviewer", "r3"]);
    assert_eq!(names(&folder.path().join("out")).len(), 3);
    assert!(grille(folder.path(), &["sheets", "-o", "call.toml"]).err.contains("it is not a folder"));
    assert!(grille(folder.path(), &["sheets", "-o", "-"]).err.contains("give one to -o"));
    let missing = grille(folder.path(), &["sheets"]);
    assert_eq!(missing.code, Some(2));
    assert!(missing.err.contains("--output"), "{}", missing.err);
    assert!(grille(folder.path(), &["--format", "json", "sheets", "-o", "other"]).err.contains("xlsx, csv-excel or csv"));
    assert!(!folder.path().join("other").exists());
    assert_eq!(grille(folder.path(), &["rank", "--format", "xlsx"]).code, Some(2), "no other result is a workbook");
}

#[test]
fn names_and_titles_of_strangers() {
    let call = CALL.replace("\"r1\"", "\"../x\"").replace("\"r2\"", "\"CON\"").replace("\"r3\"", "\"a/b\"");
    let long = "x".repeat(40_000);
    let titles = ["+1", "\u{1}\u{2}b\u{202e}c", "_x0041_ <&> \"'", &long];
    let ids = ["A1", "007", "A3", "A4"];
    let rows = ids.iter().zip(titles).map(|(id, title)| format!("{id},\"{}\",practice\n", title.replace('"', "\"\"")));
    let rows: Vec<String> = rows.collect();
    let folder =
        folder(&[("call.toml", &call), ("grid.toml", GRID), ("submissions.csv", &format!("id,title,kind\n{}", rows.concat()))]);
    let run = made(folder.path(), &["-o", "out"]);
    assert_eq!(names(folder.path()).len(), 4, "nothing beside the folder: {}", run.out);
    let out = folder.path().join("out");
    assert_eq!(names(&out), ["marks-x.xlsx", "marks-CON.xlsx", "marks-a-b.xlsx"].map(str::to_owned).into());
    let marks = cells(&page(&out.join("marks-x.xlsx"), "Marks"));
    let shown: Vec<&str> = marks[1..].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(shown[..3], ["+1", "␁␂bc", "_x0041_ <&> \"'"]);
    assert_eq!((shown[3].chars().count(), shown[3].ends_with('…')), (1_000, true));
    assert!(marks[1..].iter().all(|row| row[2] == "../x"), "the reviewer goes by the identifier of the call");
    assert!(!part(&out.join("marks-x.xlsx"), "xl/worksheets/sheet1.xml").contains("<f>"), "no cell is a formula");
}

#[test]
fn texts_that_no_cell_holds() {
    let id = "i".repeat(40_000);
    let submissions = format!("id,title,kind\n{id},T,practice\n");
    let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n";
    let folder = folder(&[("call.toml", call), ("grid.toml", GRID), ("submissions.csv", &submissions)]);
    let run = grille(folder.path(), &["sheets", "-o", "out", "--reviewer", "Jo"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("is longer than a cell of a workbook holds (32,767 characters)"), "{}", run.err);
    assert!(!folder.path().join("out").exists(), "nothing is left behind");
    made(folder.path(), &["-o", "out", "--reviewer", "Jo", "--format", "csv"]);
}

#[test]
fn who_gets_a_sheet() {
    let nobody = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\nmarks = \"no-such-folder/*.csv\"\n";
    let call = folder(&[("call.toml", nobody), ("grid.toml", GRID), ("submissions.csv", SUBMISSIONS)]);
    let run = grille(call.path(), &["sheets", "-o", "out"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("the call names no reviewer") && run.err.contains("--reviewer"), "{}", run.err);
    made(call.path(), &["-o", "out", "--reviewer", "Jo Roy", "Jo/Roy", "jo roy"]);
    assert_eq!(names(&call.path().join("out")), ["marks-Jo-Roy.xlsx", "marks-Jo-Roy-2.xlsx"].map(str::to_owned).into());

    let panel = format!(
        "{}\n[[reviewer]]\nid = \"past\"\nuntil = 2020-01-01\n\n[[reviewer]]\nid = \"all\"\npart = \"consensus\"\n\n[[reviewer]]\nid = \"idle\"\nvotes = 0\n",
        CALL.replace("places = 2", "places = 2\nas_of = 2026-01-01")
    );
    let grid = GRID.replace("[rules]", "[rules]\npanel = { consensus = \"replaces\" }");
    let call = folder(&[("call.toml", &panel), ("grid.toml", &grid), ("submissions.csv", SUBMISSIONS)]);
    let run = made(call.path(), &["-o", "out"]);
    assert_eq!(names(&call.path().join("out")).len(), 3);
    for said in ["No sheet for past, not sitting", "No sheet for all: a consensus", "No sheet for idle, with nothing to mark"] {
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    assert!(made(call.path(), &["-o", "all", "--reviewer", "ALL"]).out.contains("marks-all.xlsx"));
    assert_eq!(cells(&page(&call.path().join("all/marks-all.xlsx"), "Marks")).len(), 4);
    let run = grille(call.path(), &["sheets", "-o", "none", "--reviewer", "idle"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("there is no sheet to make") && !call.path().join("none").exists(), "{}", run.err);
    let run = grille(call.path(), &["sheets", "-o", "none", "--reviewer", "Élise Tremblai"]);
    assert!(run.err.contains("no reviewer of the call is called “Élise Tremblai”"), "{}", run.err);
    assert!(run.err.contains("did you mean “Élise Tremblay”?"), "{}", run.err);
}

#[test]
fn headings_that_a_call_renames_are_not_used() {
    let call = CALL.replace("[[reviewer]]\nid = \"r1\"", "[columns]\n\"Candidature\" = \"title\"\n\n[[reviewer]]\nid = \"r1\"");
    let submissions = SUBMISSIONS.replace("id,title", "id,Candidature");
    let folder = folder(&[("call.toml", &call), ("grid.toml", GRID), ("submissions.csv", &submissions)]);
    made(folder.path(), &["-o", "sheets", "--format", "csv-excel", "--lang", "fr"]);
    let text = fs::read_to_string(folder.path().join("sheets/notes-r1.csv")).unwrap();
    assert!(text.starts_with("\u{feff}submission;Titre;Membre;"), "{text}");
    let run = grille(folder.path(), &["rank"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn a_grid_on_which_nobody_marks_has_no_sheet() {
    let grid = "[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"Invented\"\n\n[[fact]]\nid = \"n\"\nlabel = \"N\"\n\
                type = \"number\"\n\n[[criterion]]\nid = \"c\"\nlabel = \"C\"\nweight = 100\nscale = { points = 10 }\n\
                from = { fact = \"n\" }\n";
    let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n";
    let folder = folder(&[("call.toml", call), ("grid.toml", grid), ("submissions.csv", "id,n\nA,1\n")]);
    let run = grille(folder.path(), &["sheets", "-o", "out", "--reviewer", "Jo"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("nobody marks on “G”"), "{}", run.err);
}

/// A workbook with another first sheet.
fn edited(file: &Path, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            bytes = edit(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The same workbook with values in cells of its first sheet, as a spreadsheet would have written them.
fn filled(file: &Path, values: &[(&str, &str)]) -> Vec<u8> {
    edited(file, |sheet| {
        values.iter().fold(sheet, |sheet, (cell, value)| {
            let (before, after) = sheet.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap();
            let (style, after) = after.split_once("\"/>").unwrap();
            let cell = match value.parse::<f64>() {
                Ok(_) => format!("<c r=\"{cell}\" s=\"{style}\"><v>{value}</v></c>"),
                Err(_) => format!("<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
            };
            format!("{before}{cell}{after}")
        })
    })
}

fn convert(folder: &Path, file: &str, to: &str) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let args = [profile.as_str(), "--headless", "--convert-to", to, file];
    let output = Command::new("soffice").args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Through a spreadsheet of another family and back. Run it where there is one: `cargo test --test sheets -- --ignored`.
#[test]
#[ignore = "needs LibreOffice (soffice)"]
fn locks_rules_and_marks_survive_libreoffice() {
    let folder = spring();
    made(folder.path(), &["-o", "out", "--lang", "fr"]);
    let out = folder.path().join("out");
    let values = [("D2", "9.5"), ("E2", "Fortes, documentées"), ("F2", "oui"), ("G2", "80.25"), ("H2", "- bien"), ("D3", "s.o.")];
    fs::write(out.join("filled.xlsx"), filled(&out.join("notes-r1.xlsx"), &values)).unwrap();

    // To the other format: locks, rules, the hidden column and sheet.
    convert(&out, "filled.xlsx", "ods");
    let content = part(&out.join("filled.ods"), "content.xml");
    assert!(content.matches("table:protected=\"true\"").count() >= 3, "the three sheets are protected");
    assert!(content.contains("style:cell-protect=\"none\""), "some cells are open");
    for rule in [
        "of:cell-content-is-in-list([$Listes.$A$1:.$A$24])",
        "of:cell-content-is-in-list([$Listes.$B$1:.$B$6])",
        "of:cell-content-is-in-list([$Listes.$C$1:.$C$5])",
        "of:is-true-formula(IF(ISNUMBER([.G2])",
    ] {
        assert!(content.contains(rule), "{rule}: {content}");
    }
    assert!(content.contains("table:visibility=\"collapse\""), "the hidden column stays hidden");
    let mut book: calamine::Ods<_> = open_workbook(out.join("filled.ods")).unwrap();
    let ods = cells(&book.worksheet_range("Notes").unwrap());
    assert_eq!(ods[1], ["A1", "=cmd|calc", "r1", "9.5", "Fortes, documentées", "oui", "80.25", "- bien"]);
    assert_eq!(ods[2][..4], ["007", "Le jardin partagé", "r1", "s.o."]);

    // And back: every cell as it was, and open or not as it was.
    fs::create_dir(out.join("back")).unwrap();
    fs::rename(out.join("filled.ods"), out.join("back/filled.ods")).unwrap();
    convert(&out.join("back"), "filled.ods", "xlsx");
    let back = out.join("back/filled.xlsx");
    assert_eq!(cells(&page(&back, "Notes"))[..4], ods[..4]);
    assert!(part(&back, "xl/worksheets/sheet1.xml").contains("<sheetProtection "));

    // As a CSV, it is a mark file.
    convert(&out, "filled.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1");
    let run = grille(folder.path(), &["rank", "--marks", "out/filled.csv", "--format", "csv"]);
    assert!(run.code == Some(0) && run.out.contains("94.05"), "{}\n{}", run.out, run.err);
}

/// The rule of a long scale, computed by a spreadsheet.
#[test]
#[ignore = "needs LibreOffice (soffice)"]
fn the_rule_of_a_long_scale_holds_where_it_should() {
    let folder = spring();
    made(folder.path(), &["-o", "out", "--lang", "fr"]);
    let rule = rule(&folder.path().join("out/notes-r1.xlsx"), "G2:G4");
    let formula = rule.split_once("<formula1>").unwrap().1.split_once("</formula1>").unwrap().0;
    let formula = formula.replace("&gt;", ">").replace("&lt;", "<");
    let cases = [
        ("0", true),
        ("100", true),
        ("33.25", true),
        ("99.75", true),
        ("0.1", false),
        ("33.2500001", true),
        ("33.251", false),
        ("-0.25", false),
        ("100.25", false),
        ("abstention", true),
        ("Abstention", true),
        ("s.o.", true),
        ("conflit", true),
        ("beaucoup", false),
        ("", false),
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (at, (value, _)) in (0u32..).zip(cases) {
        match value.parse::<f64>() {
            Ok(number) => page.write_number(at, 6, number).unwrap(),
            Err(_) => page.write_string(at, 6, value).unwrap(),
        };
        page.write_formula(at, 7, format!("={}", formula.replace("G2", &format!("G{}", at + 1))).as_str()).unwrap();
    }
    let file = folder.path().join("rules.xlsx");
    book.save(&file).unwrap();
    // Without a value beside the formula, the spreadsheet has to compute it.
    let uncomputed = edited(&file, |sheet| sheet.replace("</f><v>0</v>", "</f>"));
    fs::write(&file, uncomputed).unwrap();
    convert(folder.path(), "rules.xlsx", "ods");
    let mut book: calamine::Ods<_> = open_workbook(folder.path().join("rules.ods")).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    for (at, (value, held)) in (0u32..).zip(cases) {
        let found = range.get_value((at, 7)).map(ToString::to_string).unwrap_or_default();
        assert_eq!(found.eq_ignore_ascii_case("true") || found == "1", held, "{value}: {found}");
    }
}
