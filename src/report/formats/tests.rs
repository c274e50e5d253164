//! One document in every form.

use super::*;
use crate::number::{Decimal, Exact};
use crate::report::{Block, Cell, Column, Sheet};
use crate::text::{Label, Message};

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
            Block::List(vec![text("Une note qui tient.", "A note that fits."), text("Une note assez longue pour qu’elle doive se poursuivre à la ligne suivante, sous son premier mot.", "A note long enough to have to go on in the next line, under its own first word and not under its mark.")]),
        ],
        data: Some(Sheet { columns: columns(), rows: Box::new(rows()) }),
    }
}

fn rendered(name: &str, document: &Document<'_>, style: &Style) -> String {
    let mut out = Vec::new();
    (by_name(name).unwrap().render)(document, style, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn look() {
    for width in [Some(140), Some(100), Some(80), Some(50), Some(20), None] {
        let out = rendered("table", &document(), &Style { lang: Lang::Fr, width, color: false });
        eprintln!("{}\n{out}", "=".repeat(width.unwrap_or(0)));
    }
    for name in ["markdown", "csv", "csv-excel"] {
        eprintln!("{}", rendered(name, &document(), &Style { lang: Lang::Fr, width: None, color: false }));
    }
}
