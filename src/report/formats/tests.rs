//! One document in every form.

use proptest::prelude::*;

use super::{FORMATS, Style, by_file_name, by_name, hostile, wrap};
use crate::number::{Decimal, Exact};
use crate::report::{Block, Cell, Column, Document, Sheet};
use crate::text::{Label, Lang, Message};

fn text(fr: &str, en: &str) -> Message {
    Message::Text { label: Label::new(Some(fr.into()), Some(en.into())) }
}

fn exact(text: &str) -> Exact {
    Decimal::parse(text).unwrap().into()
}

const CRITERIA: [(&str, &str, &str, &str, &str); 6] = [
    ("social", "Pertinence sociale du problème visé par la pratique", "Sociale", "Social relevance of the problem", "20"),
    ("clarity", "Précision et clarté de l’information", "Précision", "Precision and clarity of the information", "15"),
    ("science", "Pertinence scientifique", "Science", "Scientific relevance", "15"),
    ("feasible", "Faisabilité de l’implantation", "Faisabilité", "Feasibility of implementation", "20"),
    ("lasting", "Pérennité potentielle", "Pérennité", "Potential sustainability", "5"),
    ("network", "Intérêt du réseau", "Réseau", "Interest of the network", "25"),
];

fn columns() -> Vec<Column> {
    let mut columns = vec![
        Column::number("rank", text("Rang", "Rank")),
        Column::text("id", text("Id", "Id")),
        Column::text("title", text("Pratique", "Practice")).flexible(),
    ];
    for (id, fr, short, en, weight) in CRITERIA {
        let short = text(short, en.split(' ').next().unwrap());
        columns.push(Column::number(id, text(fr, en)).short(Some(short)).under(Message::Verbatim { text: format!("/{weight}") }));
    }
    columns.push(Column::number("total", text("Total", "Total")).under(Message::Verbatim { text: "/100".into() }).decimals(2));
    columns.push(Column::number("gap", text("Écart", "Gap")).decimals(2));
    columns
}

fn rows() -> Vec<Vec<Cell<'static>>> {
    let titles = [
        ("P-03", "Accompagnement par les pairs en santé mentale jeunesse", 1, false),
        ("P-01", "Repérage précoce de la fragilité chez les aînés vivant à domicile et orientation vers les services", 2, true),
        ("P-07", "Télésoins en dermatologie", 2, true),
        ("P-02", "Clinique mobile de dépistage", 4, false),
        ("P-05", "Équipe d’intervention de crise intersectorielle de la région de la Capitale-Nationale", 5, false),
        ("P-04", "=HYPERLINK(\"x\";\"y\") \u{1b}[31m | <b>", 6, false),
        ("P-06", "שלום עולם \u{202e}123", 7, false),
    ];
    let marks = ["18", "12.5", "13", "17.25", "4", "25"];
    titles
        .into_iter()
        .enumerate()
        .map(|(at, (id, title, rank, tied))| {
            let mut row = vec![Cell::Rank { rank, tied }, Cell::Text(id), Cell::Text(title)];
            row.extend(marks.iter().map(|mark| if at == 6 { Cell::Missing } else { Cell::Exact(exact(mark)) }));
            row.push(Cell::Exact(Exact::ratio(269 - 5 * i64::try_from(at).unwrap(), 3).unwrap()));
            row.push(if at == 0 { Cell::Missing } else { Cell::Signed(exact("-1.675")) });
            row
        })
        .collect()
}

fn document() -> Document<'static> {
    Document {
        blocks: vec![
            Block::Title(text("Classement des pratiques", "Ranking of practices")),
            Block::Paragraph(text(
                "Sept propositions ont été évaluées selon la grille\u{a0}; deux sont à égalité au deuxième rang, et le classement reste provisoire.",
                "Seven submissions were scored against the grid; two share the second rank, and the ranking is still provisional.",
            )),
            Block::Table(Sheet { columns: columns(), rows: Box::new(rows()) }),
            Block::Heading(text("À savoir", "Notes")),
            Block::List(vec![
                text("Une note qui tient.", "A note that fits."),
                text(
                    "Une note assez longue pour qu’elle doive se poursuivre à la ligne suivante, sous son premier mot.",
                    "A note long enough to have to go on in the next line, under its own first word and not under its mark.",
                ),
            ]),
        ],
        data: Some(Sheet { columns: columns(), rows: Box::new(rows()) }),
    }
}

fn rendered(name: &str, document: &Document<'_>, style: &Style) -> String {
    let mut out = Vec::new();
    (by_name(name).unwrap().render)(document, style, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn style(lang: Lang, width: Option<usize>) -> Style {
    Style { lang, width, color: false }
}

/// The expected texts stand in `snapshots`; `INSTA_UPDATE=always cargo test` writes them anew.
fn same(name: &str, got: &str) {
    insta::assert_snapshot!(name, got);
}

#[test]
fn the_registry() {
    for format in FORMATS {
        assert_eq!(FORMATS.iter().filter(|other| other.name == format.name).count(), 1, "{}", format.name);
        for ending in format.endings {
            assert!(ending.bytes().all(|b| b.is_ascii_lowercase()), "{ending}");
            assert_eq!(by_file_name(&format!("a/b.{}", ending.to_uppercase())).map(|found| found.name), Some(format.name));
        }
    }
    assert!(by_name("table").is_some() && by_name("json").is_none() && by_file_name("csv").is_none());
}

#[test]
fn terminal() {
    for lang in Lang::ALL {
        for room in [140, 110, 80, 50, 24] {
            let out = rendered("table", &document(), &style(lang, Some(room)));
            for line in out.lines() {
                assert!(wrap::width(line) <= room, "{} > {room}: {line}", wrap::width(line));
                assert_eq!(line.trim_end(), line);
            }
            for id in 1..=7 {
                assert_eq!(out.matches(&format!("P-0{id}")).count(), 1, "P-0{id} at {room}");
            }
            if lang == Lang::Fr {
                same(&format!("terminal_{room}"), &out);
            }
        }
    }
}

#[test]
fn headings_are_full_then_short_then_letters() {
    let at = |room| rendered("table", &document(), &style(Lang::Fr, Some(room)));
    assert!(at(140).contains("Intérêt") && !at(140).contains("Réseau"));
    assert!(at(115).contains("Réseau") && !at(115).contains("Intérêt"));
    assert!(at(80).contains("\nF  Intérêt du réseau /25\n"));
    assert!(at(50).contains("\nRéseau\u{a0}: 25\n"));
}

#[test]
fn bold_changes_nothing_but_itself() {
    let plain = rendered("table", &document(), &style(Lang::Fr, Some(80)));
    let bold = rendered("table", &document(), &Style { color: true, ..style(Lang::Fr, Some(80)) });
    assert_ne!(bold, plain);
    assert_eq!(bold.replace("\u{1b}[1m", "").replace("\u{1b}[0m", ""), plain);
}

#[test]
fn long_tables_look_as_short_ones() {
    let sheet = |count: usize| {
        let rows: Vec<_> = (0..count).map(|at| vec![Cell::Count(at), Cell::Text("é\u{301}漢")]).collect();
        let columns = vec![Column::number("n", text("N", "N")), Column::text("t", text("T", "T")).flexible()];
        Document { blocks: vec![Block::Table(Sheet { columns, rows: Box::new(rows) })], data: None }
    };
    let out = rendered("table", &sheet(1234), &style(Lang::Fr, Some(60)));
    assert_eq!(out.lines().count(), 1234 + 2);
    assert_eq!(out.matches('T').count(), 1);
    assert!(out.lines().last().unwrap().starts_with("1\u{a0}233  é"));
    assert_eq!(rendered("table", &sheet(0), &style(Lang::Fr, Some(60))), "N  T\n─────\n");
}

#[test]
fn markdown() {
    let out = rendered("markdown", &document(), &style(Lang::Fr, None));
    let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
    let rows: Vec<&str> = out.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 2 + 7);
    assert!(rows.iter().all(|row| bars(row) == 12), "{out}");
    assert!(!out.contains('\u{1b}') && !out.contains("<b>"));
    same("markdown", &out);
}

fn read_back(bytes: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_says_the_same_as_the_rows() {
    let out = rendered("csv", &document(), &style(Lang::Fr, None));
    assert_eq!(out, rendered("csv", &document(), &style(Lang::En, Some(20))), "language and width change nothing");
    let records = read_back(&out, b',');
    assert_eq!(records[0], columns().iter().map(|column| column.id.clone()).collect::<Vec<_>>());
    assert_eq!(records.len(), 1 + rows().len());
    for (record, row) in records[1..].iter().zip(rows()) {
        for (field, cell) in record.iter().zip(row) {
            match cell {
                Cell::Missing => assert_eq!(field, ""),
                Cell::Text(text) if text.starts_with('=') => assert_eq!(*field, format!("'{}", text.replace('\u{1b}', "␛"))),
                Cell::Text(text) => assert_eq!(field, text),
                Cell::Rank { rank, .. } => assert_eq!(*field, rank.to_string()),
                Cell::Exact(value) | Cell::Signed(value) => assert_eq!(exact(field), value.rounded(6)),
                Cell::Count(_) | Cell::Word { .. } | Cell::Say(_) => unreachable!(),
            }
        }
    }
    same("csv", &out);
}

#[test]
fn csv_for_excel() {
    for (lang, delimiter, sign) in [(Lang::Fr, b';', ','), (Lang::En, b',', '.')] {
        let out = rendered("csv-excel", &document(), &style(lang, None));
        let records = read_back(out.strip_prefix('\u{feff}').unwrap(), delimiter);
        assert_eq!(out.matches("\r\n").count(), records.len());
        assert_eq!(out.matches('\n').count(), records.len());
        assert_eq!(records[1][9], format!("89{sign}666667"));
        assert!(records[0][3].ends_with("(/20)"));
        same(&format!("csv_excel_{}", lang.code()), &out);
    }
}

#[test]
fn words_are_codes_for_machines_and_words_for_people() {
    let row =
        || vec![vec![Cell::Word { code: "tied-at-cut", say: || text("à égalité", "tied") }, Cell::say(text("Non.", "No."))]];
    let document = || {
        let columns = vec![Column::text("status", text("Statut", "Status")), Column::text("why", text("Motif", "Reason"))];
        Document { blocks: vec![Block::Table(Sheet { columns, rows: Box::new(row()) })], data: None }
    };
    assert_eq!(rendered("csv", &document(), &style(Lang::Fr, None)), "status,why\ntied-at-cut,No.\n");
    assert_eq!(rendered("csv-excel", &document(), &style(Lang::Fr, None)), "\u{feff}Statut;Motif\r\nà égalité;Non.\r\n");
    assert!(rendered("table", &document(), &style(Lang::Fr, Some(80))).contains("à égalité  Non."));
}

proptest! {
    #[test]
    fn any_text_in_any_form(title in any::<String>(), id in any::<String>(), say in any::<String>(), mark in any::<i32>(), room in proptest::option::of(12usize..160)) {
        let message = Message::Verbatim { text: say.clone() };
        let sheet = || {
            let columns = vec![
                Column::text("id", message.clone()),
                Column::text("title", message.clone()).flexible().under(message.clone()),
                Column::number("mark", message.clone()).short(Some(message.clone())),
            ];
            let rows = vec![vec![Cell::Text(&id), Cell::Text(&title), Cell::Exact(Exact::ratio(mark.into(), 7).unwrap())]];
            Sheet { columns, rows: Box::new(rows) }
        };
        let document = Document {
            blocks: vec![Block::Title(message.clone()), Block::Paragraph(message.clone()), Block::List(vec![message.clone()]), Block::Table(sheet())],
            data: Some(sheet()),
        };
        let style = style(Lang::Fr, room);
        let table = rendered("table", &document, &style);
        prop_assert!(!table.chars().any(|ch| ch != '\n' && ch.is_control()));
        for line in table.lines() {
            prop_assert!(wrap::width(line) <= room.unwrap_or(usize::MAX), "{line:?}");
        }
        let markdown = rendered("markdown", &document, &style);
        prop_assert!(!markdown.chars().any(|ch| ch != '\n' && ch.is_control()));
        rendered("csv-excel", &document, &style);
        let records = read_back(&rendered("csv", &document, &style), b',');
        prop_assert_eq!(records.len(), 2);
        for (field, text) in records[1].iter().zip([&id, &title]) {
            prop_assert_eq!(field.as_str(), hostile::csv(text));
        }
    }
}
