//! What each kind of cell is read as, and where findings say it is.

use std::fmt::Write as _;

use grille::model::{Findings, Table};
use grille::read::{self, Input, TableOptions};

use crate::build::{ods_of, texts, typed, xlsx, xlsx_of};
use crate::{folder, found, grille, refusal};

/// Reads the only sheet of a workbook, as the library gives it.
fn table(ending: &str, bytes: &[u8]) -> (Option<Table>, Findings) {
    let name = format!("a.{ending}");
    let folder = folder(&[(&name, bytes)]);
    let mut findings = Findings::new();
    let input = Input::file(folder.path().join(&name), name);
    let table = read::table(&input, &[], &TableOptions::default(), &mut findings);
    (table, findings)
}

/// The cells of the column `x`: a `!` stands before those in the notation of the workbook itself.
fn column(table: &Table) -> Vec<String> {
    let cell = |row| format!("{}{}", if table.is_typed(row, 1) { "!" } else { "" }, table.cell(row, 1));
    (0..table.rows()).map(cell).collect()
}

#[test]
fn every_kind_of_cell_of_xlsx() {
    let cases: &[(&str, &str)] = &[
        ("<c r=\"B{}\" t=\"s\"><v>1</v></c>", "é"),
        ("<c r=\"B{}\" t=\"inlineStr\"><is><t> in </t><r><t>line</t></r></is></c>", "in line"),
        ("<c r=\"B{}\" t=\"str\"><f>A1&amp;\"\"</f><v>l&apos;un_x000A_deux</v></c>", "l'un\ndeux"),
        ("<c r=\"B{}\" t=\"str\"><f>\"\"</f><v></v></c>", ""),
        ("<c r=\"B{}\" t=\"str\"><f>\"\"</f></c>", ""),
        ("<c r=\"B{}\" t=\"inlineStr\"><is><t>007</t></is></c>", "007"),
        ("<c r=\"B{}\" t=\"inlineStr\"><is><t>12,5</t></is></c>", "12,5"),
        ("<c r=\"B{}\" t=\"inlineStr\"><is><t>e\u{301}te\u{301}\u{a0}</t></is></c>", "été"),
        ("<c r=\"B{}\"><v>12</v></c>", "!12"),
        ("<c r=\"B{}\" t=\"n\"><v>12.0</v></c>", "!12"),
        ("<c r=\"B{}\"><v>0.1</v></c>", "!0.1"),
        ("<c r=\"B{}\"><f>0.1+0.2</f><v>0.30000000000000004</v></c>", "!0.3"),
        ("<c r=\"B{}\"><v>8.1999999999999993</v></c>", "!8.2"),
        ("<c r=\"B{}\"><v>-1.5E-3</v></c>", "!-0.0015"),
        ("<c r=\"B{}\" s=\"2\"><v>0.25</v></c>", "!0.25"),
        ("<c r=\"B{}\" s=\"1\"><v>45323</v></c>", "!2024-02-01"),
        ("<c r=\"B{}\" s=\"4\"><v>45323.75</v></c>", "!2024-02-01T18:00:00"),
        ("<c r=\"B{}\" s=\"3\"><v>0.5</v></c>", "!12:00:00"),
        ("<c r=\"B{}\" t=\"d\"><v>2024-02-01T00:00:00Z</v></c>", "!2024-02-01"),
        ("<c r=\"B{}\" t=\"b\"><v>1</v></c>", "!true"),
        ("<c r=\"B{}\" t=\"b\"><f>1=2</f><v>0</v></c>", "!false"),
        ("<c r=\"B{}\" s=\"9\"/>", ""),
        ("<c r=\"B{}\" s=\"77\"><v>3</v></c>", "!3"),
    ];
    let head = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
    let mut rows = String::new();
    for (row, (cell, _)) in (2..).zip(cases) {
        let cell = cell.replace("{}", &row.to_string());
        write!(rows, "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c>{cell}</row>").unwrap();
    }
    let (read, findings) = table("xlsx", &xlsx_of(&[("Notes", "", format!("{head}{rows}"))]));
    let read = read.unwrap();
    assert_eq!(column(&read), cases.iter().map(|(_, read)| (*read).to_owned()).collect::<Vec<_>>());
    // Only the percentage is worth a word.
    let said: Vec<_> = findings.iter().map(|finding| finding.message.text(grille::text::Lang::En)).collect();
    assert_eq!(said, ["percentages are read as the numbers they stand for, as in “0.25” (B16)"]);
    assert_eq!(read.span(0, 1).spot(), "Notes!B2");
    assert_eq!(read.span(3, 1).spot(), "Notes!B5", "an empty cell has its place");
}

#[test]
fn every_kind_of_cell_of_ods() {
    let cases: &[(&str, &str)] = &[
        ("office:value-type=\"string\"><text:p>un</text:p><text:p>deux<text:s text:c=\"2\"/>x</text:p>", "un\ndeux  x"),
        ("office:value-type=\"string\" office:string-value=\"dit\"><text:p>montré</text:p>", "dit"),
        (
            "office:value-type=\"string\"><text:p><text:span>ga</text:span><text:a>rdé</text:a></text:p><office:annotation><text:p>non</text:p></office:annotation>",
            "gardé",
        ),
        ("table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"><text:p/>", ""),
        ("office:value-type=\"string\"><text:p>12,5</text:p>", "12,5"),
        ("><text:p>sans sorte</text:p>", "sans sorte"),
        ("office:value-type=\"float\" office:value=\"12\"><text:p>12,00</text:p>", "!12"),
        ("table:formula=\"of:=0.1+0.2\" office:value-type=\"float\" office:value=\"0.30000000000000004\">", "!0.3"),
        ("office:value-type=\"percentage\" office:value=\"0.25\"><text:p>25 %</text:p>", "!0.25"),
        ("office:value-type=\"currency\" office:currency=\"CAD\" office:value=\"9500.5\"><text:p>9 500,50 $</text:p>", "!9500.5"),
        ("office:value-type=\"date\" office:date-value=\"2024-02-01\"><text:p>1er février</text:p>", "!2024-02-01"),
        ("office:value-type=\"date\" office:date-value=\"2024-02-01T00:00:00\">", "!2024-02-01"),
        ("office:value-type=\"date\" office:date-value=\"2024-02-01T18:00:00.000\">", "!2024-02-01T18:00:00"),
        ("office:value-type=\"time\" office:time-value=\"PT12H00M00S\">", "!12:00:00"),
        ("office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>VRAI</text:p>", "!true"),
        ("office:value-type=\"boolean\" office:boolean-value=\"false\">", "!false"),
        (">", ""),
    ];
    let cell = |inner: &str| format!("<table:table-cell {inner}</table:table-cell>");
    let text = |text: &str| cell(&format!("office:value-type=\"string\"><text:p>{text}</text:p>"));
    let mut rows = format!(
        "<table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows>",
        text("a"),
        text("x")
    );
    for (at, (inner, _)) in cases.iter().enumerate() {
        write!(rows, "<table:table-row>{}{}</table:table-row>", text(&format!("P{at}")), cell(inner)).unwrap();
    }
    let (read, findings) = table(
        "ods",
        &ods_of(&format!(
            "<table:table table:name=\"Notes\"><table:shapes><text:p>x</text:p></table:shapes>{rows}</table:table>"
        )),
    );
    assert!(!findings.has_errors(), "{findings:?}");
    let read = read.unwrap();
    assert_eq!(column(&read), cases.iter().map(|(_, read)| (*read).to_owned()).collect::<Vec<_>>());
    assert_eq!(read.span(2, 1).spot(), "Notes!B4");
}

#[test]
fn rows_and_columns_without_anything_are_passed_over() {
    let rows = "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"s\"><v>1</v></c><c r=\"E3\" s=\"1\"/></row>\
                <row r=\"5\"><c r=\"D5\"><v>5</v></c><c r=\"B5\"><v>4</v></c></row>\
                <row><c/><c><v>6</v></c><c><v></v></c><c><v>7</v></c></row><row r=\"9000\"><c r=\"B9000\" s=\"1\"/></row>";
    let (read, findings) = table("xlsx", &xlsx_of(&[("S", "", rows.to_owned())]));
    let read = read.unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    let spots = |row| [read.span(row, 0), read.span(row, 1)].map(|span| (span.spot(), span.text().to_owned()));
    assert_eq!(spots(0), [("S!B5".into(), "4".into()), ("S!D5".into(), "5".into())]);
    assert_eq!(spots(1), [("S!B6".into(), "6".into()), ("S!D6".into(), "7".into())]);
    assert_eq!((read.rows(), read.headings()[1].span.spot()), (2, "S!D3".to_owned()));
}

#[test]
fn what_merged_cells_hide_is_not_read() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
                <row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c><c r=\"B3\"><v>4</v></c></row>";
    let sheet = format!(
        "<worksheet><sheetData>{rows}</sheetData><autoFilter><x/></autoFilter><mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"?\"/></mergeCells></worksheet>"
    );
    let bytes = crate::build::xlsx_with(&[("S", "", String::new())], &[("xl/worksheets/sheet1.xml", sheet.as_bytes())]);
    assert_eq!(column(&table("xlsx", &bytes).0.unwrap()), ["!2", ""]);

    // All there is may be hidden.
    let sheet = "<worksheet><sheetData><row><c r=\"B2\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
    let bytes = crate::build::xlsx_with(&[("S", "", String::new())], &[("xl/worksheets/sheet1.xml", sheet.as_bytes())]);
    let (none, findings) = table("xlsx", &bytes);
    assert!(none.is_none() && findings.has_errors());
}

#[test]
fn a_heading_that_is_an_error_is_said_once() {
    let rows = "<row><c t=\"e\"><v>#REF!</v></c><c t=\"s\"><v>0</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>";
    let (read, findings) = table("xlsx", &xlsx_of(&[("S", "", rows.to_owned())]));
    assert_eq!(findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>(), ["F027"]);
    assert_eq!(read.unwrap().headings().len(), 1);
    let (read, findings) = table("xlsx", &xlsx_of(&[("S", "", rows.replace("t=\"s\"", "t=\"e\""))]));
    assert_eq!((read.unwrap().rows(), findings.len()), (0, 2));
}

/// What is repeated, merged or of the year 1904.
#[test]
fn odd_ways_of_writing() {
    let cell =
        |more: &str, value: u32| format!("<table:table-cell {more} office:value-type=\"float\" office:value=\"{value}\"/>");
    let head = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell>\
                <table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let rows = format!(
        "<table:table table:name=\"S\">{head}<table:table-row table:number-rows-repeated=\"2\">{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>\
         <table:table-row>{}<table:covered-table-cell office:value-type=\"float\" office:value=\"9\"/></table:table-row></table:table>",
        cell("table:number-columns-repeated=\"2\"", 4),
        cell("table:number-columns-spanned=\"2\"", 5)
    );
    let (read, _) = table("ods", &ods_of(&rows));
    let read = read.unwrap();
    let cells: Vec<_> = (0..read.rows()).map(|row| [read.cell(row, 0), read.cell(row, 1)]).collect();
    assert_eq!(cells, [["4", "4"], ["4", "4"], ["5", ""]]);
    assert_eq!(read.span(2, 0).spot(), "S!A7");

    let head = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";
    let rows = format!("{head}<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>43861</v></c></row>");
    let workbook = "<x:workbook xmlns:x=\"u\" xmlns:r=\"v\"><x:workbookPr date1904=\"1\"/><x:sheets><x:sheet name=\"S\" r:id=\"rId1\"/></x:sheets></x:workbook>";
    let bytes = crate::build::xlsx_with(&[("S", "", rows)], &[("xl/workbook.xml", workbook.as_bytes())]);
    assert_eq!(column(&table("xlsm", &bytes).0.unwrap()), ["!2024-02-01"], "another prefix, another epoch, another ending");
    assert_eq!(column(&table("ods", &bytes).0.unwrap()), ["!2024-02-01"], "the content tells the kind");
}

const GRID: &[u8] = b"[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"Workbooks\"\nsource = \"Invented\"\n\n\
[[fact]]\nid = \"since\"\nlabel = \"Since\"\ntype = \"date\"\n\n[[fact]]\nid = \"open\"\nlabel = \"Open\"\ntype = \"yes-no\"\n\n\
[[gate]]\nid = \"recent\"\nlabel = \"Recent\"\nrequire = { fact = \"since\", after = 2020-01-01 }\n\n\
[[gate]]\nid = \"public\"\nlabel = \"Public\"\nrequire = { fact = \"open\", one_of = [true] }\n\n\
[[criterion]]\nid = \"quality\"\nlabel = \"Quality\"\nweight = 100\nscale = { points = 20 }\n";

const CALL: &[u8] = b"[call]\ngrid = \"grid.toml\"\nsubmissions = \"dossiers.xlsx\"\n";

/// A workbook whose table begins at `B3`, with a column of nothing.
fn shifted(cells: &[[&str; 4]]) -> Vec<u8> {
    let mut rows: Vec<Vec<&str>> = vec![vec![], vec![]];
    rows.push(vec!["", "id", "since", "", "open", "quality"]);
    rows.extend(cells.iter().map(|[id, since, open, quality]| vec!["", *id, *since, "", *open, *quality]));
    xlsx(&[("Dossiers reçus", typed(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>()))])
}

#[test]
fn places_are_cells_wherever_they_are_shown() {
    let good = [["P1", "2024-02-01", "oui", "15.5"], ["P2", "2019-05-01", "oui", "12"]];
    let here = folder(&[("grid.toml", GRID), ("call.toml", CALL), ("dossiers.xlsx", &shifted(&good))]);
    let screen = grille(here.path(), &["screen", "--lang", "fr"]);
    assert!(screen.out.contains(" dossiers.xlsx:'Dossiers") && screen.out.contains(" reçus'!C5"), "{}{}", screen.out, screen.err);
    for (args, place) in [(&["rank"][..], "C5"), (&["explain", "P1"], "C4"), (&["screen"], "E4")] {
        let run = grille(here.path(), &[args, &["--format", "markdown"]].concat());
        assert!(run.out.contains(&format!("dossiers.xlsx:'Dossiers reçus'\\!{place}")), "{args:?} {}{}", run.out, run.err);
    }
    let document: serde_json::Value = serde_json::from_str(&grille(here.path(), &["rank", "--format", "json"]).out).unwrap();
    let reason = &document["excluded"][0]["reasons"][0];
    assert_eq!(
        ["file", "sheet", "cell"].map(|key| reason[key].as_str().unwrap()),
        ["dossiers.xlsx", "Dossiers reçus", "C5"],
        "{document}"
    );
    assert_eq!(["line", "column"].map(|key| reason[key].as_u64()), [Some(5), Some(3)]);
    let data = grille(here.path(), &["screen", "--format", "csv"]).out;
    assert!(data.lines().any(|line| line.contains(",dossiers.xlsx,5,3")), "{data}");

    let bad =
        [["P1", "2024-02-01", "oui", "21"], ["P1", "hier", "peut-être", "bien"], ["P3", "2024-02-30x", "non", "2024-04-03"]];
    let here = folder(&[("grid.toml", GRID), ("call.toml", CALL), ("dossiers.xlsx", &shifted(&bad))]);
    let cells = ["M403", "S303", "S308", "S304", "S305", "S308", "S305"];
    let mut codes: Vec<String> = found(here.path());
    assert_eq!(codes.len(), cells.len(), "{codes:?}");
    codes.sort();
    assert_eq!(
        codes,
        [
            "M403 Dossiers reçus!F4",
            "S303 Dossiers reçus!B5",
            "S304 Dossiers reçus!E5",
            "S305 Dossiers reçus!F5",
            "S305 Dossiers reçus!F6",
            "S308 Dossiers reçus!C5",
            "S308 Dossiers reçus!C6",
        ]
    );
    let [_, english] = refusal("places", here.path(), &["rank"]);
    assert!(english.contains("already on line 4"), "{english}");
}

#[test]
fn what_is_declared_of_texts_says_nothing_of_numbers() {
    let mut call = CALL.to_vec();
    call.extend_from_slice(b"[notation]\ndecimal = \"comma\"\ndates = \"day-month-year\"\n");
    let rows: &[&[&str]] =
        &[&["id", "since", "open", "quality"], &["P1", "2024-02-01", "true", "1.234"], &["P2", "01/02/2024", "oui", "12,5"]];
    let here = folder(&[("grid.toml", GRID), ("call.toml", &call), ("dossiers.xlsx", &xlsx(&[("S", typed(rows))]))]);
    let run = grille(here.path(), &["rank", "--format", "csv"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let totals: Vec<&str> = run.out.lines().filter(|line| line.contains(",P")).collect();
    assert!(totals.len() == 2 && totals[0].contains("62.5") && totals[1].contains("6.17"), "{}", run.out);

    // Beside numbers, a text with a comma has a notation of its own to prove.
    let here = folder(&[("grid.toml", GRID), ("call.toml", CALL), ("dossiers.xlsx", &xlsx(&[("S", typed(&rows[..2]))]))]);
    assert_eq!(grille(here.path(), &["rank"]).code, 0);
    let rows: &[&[&str]] = &[rows[0], rows[1], &["P2", "2024-02-01", "oui", "12,5"]];
    let here = folder(&[("grid.toml", GRID), ("call.toml", CALL), ("dossiers.xlsx", &xlsx(&[("S", typed(rows))]))]);
    let run = grille(here.path(), &["rank"]);
    assert!(run.code == 0 && run.err.contains("decimal comma"), "{}{}", run.out, run.err);
}

#[test]
fn cells_that_have_no_value_are_said() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>since</t></is></c>\
                <c r=\"C1\" t=\"inlineStr\"><is><t>open</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>quality</t></is></c></row>\
                <row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>45323</v></c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\"><f>SUM(E2:F2)</f></c></row>\
                <row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"e\"><f>X</f><v>#N/A</v></c><c r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\"><f>D2*2</f><v></v></c></row>\
                <row r=\"4\"><c r=\"A4\"><v>4</v></c><c r=\"F4\"><v>3</v></c></row>";
    let here =
        folder(&[("grid.toml", GRID), ("call.toml", CALL), ("dossiers.xlsx", &xlsx_of(&[("Notes", "", rows.to_owned())]))]);
    assert_eq!(found(here.path()), ["F027 Notes!D2", "F027 Notes!B3", "F027 Notes!D3", "F024 Notes!F4"]);
    refusal("values", here.path(), &["rank"]);

    let cell = |more: &str| format!("<table:table-cell {more}</table:table-cell>");
    let text = |text: &str| cell(&format!("office:value-type=\"string\"><text:p>{text}</text:p>"));
    let head = ["id", "since", "open", "quality"].map(text).concat();
    let wrong = [
        cell(
            "table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#N/A</text:p>",
        ),
        cell("table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"><text:p>Err:503</text:p>"),
        cell("table:formula=\"of:=SUM([.B1])\">"),
    ];
    let rows = format!(
        "<table:table table:name=\"N\"><table:table-row>{head}</table:table-row><table:table-row>{}{}</table:table-row></table:table>",
        text("P1"),
        wrong.concat()
    );
    let call = String::from_utf8_lossy(CALL).replace("xlsx", "ods");
    let here = folder(&[("grid.toml", GRID), ("call.toml", call.as_bytes()), ("dossiers.ods", &ods_of(&rows))]);
    assert_eq!(found(here.path()), ["F027 N!B2", "F027 N!C2", "F027 N!D2"]);
}

#[test]
fn headings_of_one_name() {
    let rows: &[&[&str]] = &[&["id", "Quality", "since", "quality ", "open"], &["P1", "3", "2024-02-01", "4", "oui"]];
    let here = folder(&[("grid.toml", GRID), ("call.toml", CALL), ("dossiers.xlsx", &xlsx(&[("S", texts(rows))]))]);
    let [french, _] = refusal("heading-twice", here.path(), &["rank"]);
    assert!(french.contains("la colonne D a le même nom que la colonne B"), "{french}");
}
