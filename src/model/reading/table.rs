//! `{ table = { rows = "establishments", rows_from = [0, 3], columns = "regions", columns_from = [0, 2], points = [[0, 2], [5, 9]] } }`:
//! two facts combined by a table with two entries.

use super::{Read, Reading, ReadingKind};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::names::Names;
use crate::model::scale::{self, Scale};
use crate::model::subject::{Look, Subject};
use crate::model::{FactKind, Fields, Findings, Grid, Node, Placed, rule};
use crate::number::{Decimal, Exact};
use crate::text::{Message, Pair};

const KEY: Key = Key {
    name: "table",
    kind: Kind::Table(&TABLE),
    need: Need::Required,
    doc: Pair { fr: "Le tableau à double entrée.", en: "The table with two entries." },
};

pub(super) const IN_PART: Key = Key { need: Need::OneOf, ..KEY };

pub(super) static SHAPE: Shape = Shape {
    name: "source `table`",
    doc: Pair {
        fr: "Deux renseignements donnent ensemble des points, par un tableau à double entrée. Sans échelle.",
        en: "Two facts together give points, by a table with two entries. Without a scale.",
    },
    keys: &[KEY],
};

static TABLE: Shape = Shape {
    name: "two-way table",
    doc: Pair { fr: "Un tableau à double entrée.", en: "A table with two entries." },
    keys: &[
        Key {
            name: "rows",
            kind: Kind::Id,
            need: Need::Required,
            doc: Pair { fr: "Le renseignement qui choisit la ligne.", en: "The fact that picks the row." },
        },
        Key {
            name: "rows_from",
            kind: Kind::List(&Kind::Number),
            need: Need::Required,
            doc: Pair {
                fr: "La borne inférieure de chaque ligne, comprise, en ordre croissant.",
                en: "The lower bound of each row, included, rising.",
            },
        },
        Key {
            name: "columns",
            kind: Kind::Id,
            need: Need::Required,
            doc: Pair { fr: "Le renseignement qui choisit la colonne.", en: "The fact that picks the column." },
        },
        Key {
            name: "columns_from",
            kind: Kind::List(&Kind::Number),
            need: Need::Required,
            doc: Pair {
                fr: "La borne inférieure de chaque colonne, comprise, en ordre croissant.",
                en: "The lower bound of each column, included, rising.",
            },
        },
        Key {
            name: "points",
            kind: Kind::List(&Kind::List(&Kind::Number)),
            need: Need::Required,
            doc: Pair {
                fr: "Les points, une liste par ligne; la meilleure case donne tout le poids.",
                en: "The points, one list a row; the best cell gives all the weight.",
            },
        },
    ],
};

pub(super) const KIND: ReadingKind = ReadingKind { shape: &SHAPE, compile };

/// One entry of the table: a fact, and the lower bounds it is held against.
#[derive(Debug)]
struct Entry {
    fact: usize,
    from: Vec<Decimal>,
}

#[derive(Debug)]
struct TwoWay {
    rows: Entry,
    columns: Entry,
    points: Vec<Vec<Decimal>>,
}

fn compile(fields: &Fields, weight: Decimal, names: &Names<'_>, findings: &mut Findings) -> Option<Read> {
    let node = fields.get("table")?;
    let table = node.table()?;
    let rows = entry(table, "rows", "rows_from", names, findings);
    let columns = entry(table, "columns", "columns_from", names, findings);
    let (rows, columns) = (rows?, columns?);
    let mut points: Vec<Vec<Decimal>> = Vec::new();
    let mut sound = table.list("points").len() == rows.from.len();
    for row in table.list("points") {
        let cells: Vec<Decimal> = row.list()?.iter().map(Node::number).collect::<Option<_>>()?;
        sound &= cells.len() == columns.from.len();
        points.push(cells);
    }
    let place = table.get("points")?.span.clone();
    if !sound {
        let (rows, columns) = (rows.from.len(), columns.from.len());
        findings.push(&rule::BRACKETS, &place, Message::TableShape { rows, columns }).help(Message::TableShapeHelp {});
        return None;
    }
    if let Some(&points) = points.iter().flatten().find(|points| points.is_negative()) {
        findings.push(&rule::BRACKETS, &place, Message::BracketNegative { points: points.into() });
        return None;
    }
    let best = points.iter().flatten().copied().max().unwrap_or(Decimal::ZERO);
    if best != weight {
        findings
            .push(&rule::BRACKETS, &place, Message::BracketsBest { best: best.into(), weight: weight.into() })
            .help(Message::BracketsBestHelp {});
        return None;
    }
    let scale = scale::points_out_of(best)?;
    Some(Read { reading: Box::new(TwoWay { rows, columns, points }), scale: Some(scale), suits: Vec::new() })
}

fn entry(table: &Fields, name: &'static str, from: &'static str, names: &Names<'_>, findings: &mut Findings) -> Option<Entry> {
    let id: Placed<&str> = table.text(name)?;
    let index = names.fact(&id, findings)?;
    let fact = names.facts.get(index)?.as_ref()?;
    if !matches!(fact.kind, FactKind::Number | FactKind::Count) {
        findings
            .push(
                &rule::TEST_TYPE,
                &id.span,
                Message::TestType { test: "table".to_owned(), fact: fact.id.clone(), kind: fact.kind.word().to_owned() },
            )
            .help(Message::PriceTypeHelp {});
        return None;
    }
    let bounds: Vec<Decimal> = table.list(from).iter().map(Node::number).collect::<Option<_>>()?;
    let place = table.get(from)?;
    if bounds.is_empty() {
        findings.push(&rule::EMPTY_LIST, &place.span, Message::EmptyList {}).help(Message::BoundsNotRisingHelp {});
        return None;
    }
    if !bounds.is_sorted_by(|a, b| a < b) {
        findings.push(&rule::BRACKETS, &place.span, Message::BoundsNotRising {}).help(Message::BoundsNotRisingHelp {});
        return None;
    }
    // A count begins at zero; a number under the first bound is refused where it stands.
    if fact.kind == FactKind::Count && bounds.first().is_some_and(|first| *first > Decimal::ZERO) {
        findings
            .push(&rule::BRACKETS, &place.span, Message::BracketGap { value: Decimal::ZERO.into() })
            .help(Message::TableGapHelp {});
        return None;
    }
    Some(Entry { fact: index, from: bounds })
}

impl Entry {
    fn place(&self, look: &dyn Look) -> Option<usize> {
        let value = look.number(&Subject::Fact(self.fact))?;
        let reached = self.from.iter().filter(|from| value >= Exact::from(**from)).count();
        Some(reached.saturating_sub(1))
    }
}

impl Reading for TwoWay {
    fn value(&self, look: &dyn Look, _: &dyn Scale) -> Option<Exact> {
        let (row, column) = (self.rows.place(look)?, self.columns.place(look)?);
        self.points.get(row)?.get(column).map(|points| (*points).into())
    }

    fn facts(&self) -> Vec<usize> {
        if self.rows.fact == self.columns.fact { vec![self.rows.fact] } else { vec![self.rows.fact, self.columns.fact] }
    }

    fn admits(&self, fact: usize, value: Decimal) -> bool {
        let entries = [&self.rows, &self.columns].into_iter().filter(|entry| entry.fact == fact);
        entries.filter_map(|entry| entry.from.first()).all(|first| value >= *first)
    }

    fn brings_its_scale(&self) -> bool {
        true
    }

    fn is_flat(&self) -> bool {
        let mut points = self.points.iter().flatten();
        let first = points.next();
        points.all(|points| Some(points) == first)
    }

    fn describe(&self, grid: &Grid) -> Message {
        let label = |fact: usize| grid.facts.get(fact).map(|fact| fact.label.clone()).unwrap_or_default();
        let rows = self.rows.from.iter().zip(&self.points).map(|(from, points)| Message::TableRow {
            from: (*from).into(),
            points: points.iter().map(|points| Message::Number { value: (*points).into() }).collect(),
        });
        Message::ReadTable {
            rows: label(self.rows.fact),
            columns: label(self.columns.fact),
            from: self.columns.from.iter().map(|from| Message::Number { value: (*from).into() }).collect(),
            lines: rows.collect(),
        }
    }
}
