//! Files that are no workbook, are damaged, or were made to do harm: each is refused with a sentence, in little memory.

use std::fmt::Write as _;

use grille::model::{Findings, Table};
use grille::read::{self, Input, TableOptions};
use proptest::prelude::*;

use crate::build::{ods_of, typed, xlsx, xlsx_of, xlsx_with, zip};
use crate::{folder, refusal};

const GRID: &[u8] = b"[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"Workbooks\"\nsource = \"Invented\"\n\n\
[[criterion]]\nid = \"quality\"\nlabel = \"Quality\"\nweight = 100\nscale = { points = 20 }\n";

fn read(name: &str, bytes: &[u8]) -> (Option<Table>, Findings) {
    let folder = folder(&[(name, bytes)]);
    let mut findings = Findings::new();
    let input = Input::file(folder.path().join(name), name.to_owned());
    let table = read::table(&input, &[], &TableOptions::default(), &mut findings);
    (table, findings)
}

/// The codes and the English of what is found.
fn said(name: &str, bytes: &[u8]) -> String {
    let (_, findings) = read(name, bytes);
    let lines = findings.iter().map(|finding| format!("{} {}", finding.rule.code, finding.message.text(grille::text::Lang::En)));
    lines.collect::<Vec<_>>().join("\n")
}

const HEAD: &str = "<row><c t=\"inlineStr\"><is><t>id</t></is></c></row>";

#[test]
fn what_is_no_workbook_says_what_to_do() {
    let ole = |inside: &str| {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.resize(1024, 0);
        bytes.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let encrypted = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            b"<m:manifest xmlns:m=\"u\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        ("content.xml", b"\x8f\x01\xc3"),
    ]);
    let whole = xlsx(&[("S", typed(&[&["id", "quality"], &["P1", "3"]]))]);
    let cases: &[(&str, &str, &[u8])] = &[
        ("none", "a.xlsx", b"id,quality\nP1,3\n"),
        ("csv", "a.csv", &whole),
        ("old", "a.xlsx", &ole("Workbook")),
        ("password", "a.xlsx", &ole("EncryptedPackage")),
        ("password-ods", "a.ods", &encrypted),
        ("other", "a.xlsx", &zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")])),
        ("cut", "a.xlsx", &whole[..whole.len() / 2]),
    ];
    for (case, name, bytes) in cases {
        let call = format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"{name}\"\n");
        let here = folder(&[("grid.toml", GRID), ("call.toml", call.as_bytes()), (name, bytes)]);
        refusal(&format!("refused-{case}"), here.path(), &["rank"]);
    }
    assert!(
        said(
            "a.ods",
            &zip(&[("content.xml", b"<office:document-content xmlns:office='u'><office:text/></office:document-content>")])
        )
        .starts_with("F008")
    );
    assert!(said("a.xlsx", &zip(&[("xl/workbook.bin", b"\x83\x01")])).starts_with("F008"), "the binary kind");
    assert!(said("a.xlsx", b"").starts_with("F002"));
    assert!(said("a.xlsx", b"PK").starts_with("F008"));
}

#[test]
fn what_unpacks_without_end_is_refused_by_its_directory() {
    let zeros = vec![b' '; 17 << 20];
    let bomb = xlsx_with(&[("S", "", HEAD.to_owned())], &[("xl/media/a.png", &zeros)]);
    assert!(bomb.len() < 100_000);
    let call = b"[call]\ngrid = \"grid.toml\"\nsubmissions = \"a.xlsx\"\n";
    let here = folder(&[("grid.toml", GRID), ("call.toml", call), ("a.xlsx", &bomb)]);
    refusal("refused-bomb", here.path(), &["rank"]);

    // Many parts, none of which is odd alone.
    let part = &zeros[..15 << 20];
    let names: Vec<String> = (0..18).map(|at| format!("xl/media/{at}.png")).collect();
    let more: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), part)).collect();
    assert!(said("a.xlsx", &xlsx_with(&[("S", "", HEAD.to_owned())], &more)).starts_with("F004 “a.xlsx” unpacks"));
    let names: Vec<String> = (0..10_001).map(|at| format!("{at}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(said("a.xlsx", &zip(&many)).starts_with("F004 “a.xlsx” is made of more"));
    assert!(said("a.ods", &ods_of(&"<table:table/>".repeat(10_001))).starts_with("F004 “a.ods” is made of more"));
}

/// The directory says ten bytes; the part has more than a workbook may.
#[test]
fn a_directory_that_lies_is_not_believed() {
    let sheet = format!("<worksheet><sheetData>{HEAD}</sheetData></worksheet>{}", " ".repeat(300 << 20));
    let mut bytes = xlsx_with(&[("S", "", String::new())], &[("xl/worksheets/sheet1.xml", sheet.as_bytes())]);
    let size = u32::try_from(sheet.len()).unwrap().to_le_bytes();
    for at in (0..bytes.len() - 4).filter(|&at| bytes[at..at + 4] == size).collect::<Vec<_>>() {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let said = said("a.xlsx", &bytes);
    assert!(said.starts_with("F004") || said.starts_with("F008"), "{said}");
}

#[test]
fn far_cells_cost_nothing() {
    let rows = format!("{HEAD}<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c><c r=\"XFD1048576\"><v>1</v></c></row>");
    assert!(said("a.xlsx", &xlsx_of(&[("S", "", rows)])).starts_with("F024 column XFD has no name"));
    for row in ["<row r=\"1048577\"><c><v>1</v></c></row>", "<row><c r=\"XFE2\"><v>1</v></c></row>"] {
        assert!(said("a.xlsx", &xlsx_of(&[("S", "", format!("{HEAD}{row}"))])).starts_with("F004"), "{row}");
    }
    for row in ["<row r=\"-1\"/>", "<row><c r=\"2B\"/></row>", "<row><c t=\"s\"><v>9</v></c></row>"] {
        assert!(said("a.xlsx", &xlsx_of(&[("S", "", format!("{HEAD}{row}"))])).starts_with("F008"), "{row}");
    }

    // A thousand headings, and rows of one cell: a place for each would be three hundred million.
    let mut rows = String::from("<row>");
    (0..16_384).for_each(|at| write!(rows, "<c t=\"inlineStr\"><is><t>h{at}</t></is></c>").unwrap());
    rows.push_str("</row>");
    (0..2_000).for_each(|at| write!(rows, "<row><c><v>{at}</v></c></row>").unwrap());
    assert!(said("a.xlsx", &xlsx_of(&[("S", "", rows)])).starts_with("F004"));
}

#[test]
fn what_is_repeated_is_counted_first() {
    let text = |more: &str, text: &str| {
        format!("<table:table-cell {more} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let book = |rows: &str| ods_of(&format!("<table:table table:name=\"S\">{rows}</table:table>"));
    let row = |more: &str, cells: &str| format!("<table:table-row {more}>{cells}</table:table-row>");
    let many = "table:number-columns-repeated=\"16384\"";
    let all = "table:number-rows-repeated=\"1048576\"";
    for rows in [
        row(all, &text(many, "x")),
        row(all, &text("table:number-columns-repeated=\"100\"", "x")),
        row("", &text("table:number-columns-repeated=\"4000000000\"", "x")),
        row("table:number-rows-repeated=\"4000000000\"", &text("", "x")),
        row("", &text(many, &"y".repeat(100_000))),
    ] {
        let said = said("a.ods", &book(&rows));
        assert!(said.starts_with("F004"), "{said} {}", rows.len());
    }
    // Spaces that say how many they are.
    let (table, _) = read("a.ods", &book(&row("", &text("", "a<text:s text:c=\"4000000000\"/>b"))));
    assert!(table.unwrap().headings()[0].name.len() < 2_000);
    // A whole empty sheet after the table is what every spreadsheet writes.
    let rows = row("", &text("", "id")) + &row("", &text("", "P1")) + &row(all, &format!("<table:table-cell {many}/>"));
    assert_eq!(read("a.ods", &book(&rows)).0.unwrap().rows(), 1);
}

#[test]
fn shared_texts_are_not_multiplied_without_end() {
    let long = format!("<sst><si><t>{}</t></si></sst>", "z".repeat(1 << 20));
    let mut rows = HEAD.to_owned();
    (0..300).for_each(|_| rows.push_str("<row><c t=\"s\"><v>0</v></c></row>"));
    assert!(said("a.xlsx", &xlsx_with(&[("S", "", rows)], &[("xl/sharedStrings.xml", long.as_bytes())])).starts_with("F004"));
}

fn whole() -> [(&'static str, Vec<u8>); 2] {
    let rows = typed(&[&["id", "since", "quality"], &["P1", "2024-02-01", "12.5"], &["P2 & é", "", "-3"]]);
    [("a.xlsx", xlsx(&[("S", rows.clone()), ("T", rows.clone())])), ("a.ods", crate::build::ods(&[("S", rows)]))]
}

/// Bytes changed after packing mostly end at the checks of the zip: here the parts themselves are changed.
fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damaged_files_are_read_or_refused(
        which in 0usize..2,
        cut in proptest::option::of(any::<prop::sample::Index>()),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let (name, mut bytes) = whole()[which].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        said(name, &bytes);
    }

    #[test]
    fn damaged_parts_are_read_or_refused(
        which in 0usize..2,
        part in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"<>/\"'&;= 0129-.AZrst\xc3\0".to_vec())), 1..4),
        cut in proptest::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let (name, bytes) = whole()[which].clone();
        let mut parts = parts_of(&bytes);
        let at = part.index(parts.len());
        let part = &mut parts[at].1;
        for (at, byte) in changes {
            let at = at.index(part.len().max(1));
            if let Some(old) = part.get_mut(at) {
                *old = byte;
            }
        }
        if let Some(cut) = cut {
            part.truncate(cut.index(part.len() + 1));
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        said(name, &zip(&parts));
    }
}
