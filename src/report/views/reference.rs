//! The reference page of a file people write: every key, its kind, its default and its meaning, from the key table.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::text::{Label, Message, Pair};

/// The reference of a file whose root is `shape`.
pub fn reference(shape: &'static Shape) -> Document<'static> {
    let mut blocks = vec![Block::Title(text(&shape.doc))];
    let mut seen: Vec<*const Shape> = Vec::new();
    section(shape, &mut blocks, &mut seen, true);
    let columns = vec![
        Column::text("table", Message::ColumnName {}),
        Column::text("key", Message::ColumnKey {}),
        Column::text("kind", Message::ColumnType {}),
        Column::text("default", Message::ColumnDefault {}),
        Column::text("meaning", Message::ColumnMeaning {}),
    ];
    let mut rows = Vec::new();
    let mut visited: Vec<*const Shape> = Vec::new();
    data(shape, &mut rows, &mut visited);
    Document { blocks, data: Some(Sheet { columns, rows: Box::new(rows) }) }
}

fn text(pair: &Pair) -> Message {
    Message::Text { label: label(pair) }
}

fn label(pair: &Pair) -> Label {
    Label::new(Some(pair.fr.to_owned()), Some(pair.en.to_owned()))
}

/// The shapes that a kind leads to, in order.
fn inside(kind: Kind) -> Vec<&'static Shape> {
    match kind {
        Kind::Table(shape) => vec![shape],
        Kind::Variant(shapes) => shapes.to_vec(),
        Kind::List(inner) | Kind::OneOrList(inner) | Kind::Map(inner) => inside(*inner),
        _ => Vec::new(),
    }
}

fn section(shape: &'static Shape, blocks: &mut Vec<Block<'static>>, seen: &mut Vec<*const Shape>, root: bool) {
    if seen.iter().any(|known| std::ptr::eq(*known, shape)) {
        return;
    }
    seen.push(shape);
    blocks.push(Block::Heading(Message::Verbatim { text: shape.name.to_owned() }));
    if !root {
        blocks.push(Block::Paragraph(text(&shape.doc)));
    }
    let columns = vec![
        Column::text("key", Message::ColumnKey {}),
        Column::text("kind", Message::ColumnType {}),
        Column::text("default", Message::ColumnDefault {}),
        Column::text("meaning", Message::ColumnMeaning {}).flexible(),
    ];
    let rows: Vec<Vec<Cell<'static>>> = shape.keys.iter().map(row).collect();
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    for key in shape.keys {
        for inner in inside(key.kind) {
            section(inner, blocks, seen, false);
        }
    }
}

fn data(shape: &'static Shape, rows: &mut Vec<Vec<Cell<'static>>>, seen: &mut Vec<*const Shape>) {
    if seen.iter().any(|known| std::ptr::eq(*known, shape)) {
        return;
    }
    seen.push(shape);
    for key in shape.keys {
        let mut cells = vec![Cell::Text(shape.name)];
        cells.extend(row(key));
        rows.push(cells);
    }
    for key in shape.keys {
        for inner in inside(key.kind) {
            data(inner, rows, seen);
        }
    }
}

fn row(key: &'static Key) -> Vec<Cell<'static>> {
    let need = match key.need {
        Need::Required => Cell::Word { code: "required", say: || Message::NeedRequired {} },
        Need::Optional => Cell::Text(""),
        Need::OneOf => Cell::Word { code: "one-of", say: || Message::NeedOneOf {} },
        Need::Default(default) => Cell::Text(default),
    };
    vec![Cell::Text(key.name), Cell::say(kind(key.kind)), need, Cell::say(text(&key.doc))]
}

fn kind(value: Kind) -> Message {
    let of = |inner: &Kind| Box::new(kind(*inner));
    match value {
        Kind::Text => Message::KindText {},
        Kind::Label => Message::KindLabel {},
        Kind::Id => Message::KindId {},
        Kind::Number => Message::KindNumber {},
        Kind::Whole => Message::KindWhole {},
        Kind::WholeOr(words) => Message::KindWholeOr { words: words.iter().map(|word| (*word).to_owned()).collect() },
        Kind::Flag => Message::KindFlag {},
        Kind::Date => Message::KindDate {},
        Kind::Word(words) => Message::KindWord { words: words.iter().map(|word| (*word).to_owned()).collect() },
        Kind::Scalar => Message::KindScalar {},
        Kind::List(inner) => Message::KindList { of: of(inner) },
        Kind::OneOrList(inner) => Message::KindOneOrList { of: of(inner) },
        Kind::Map(inner) => Message::KindMap { of: of(inner) },
        Kind::Table(shape) => Message::KindTable { name: shape.name.to_owned() },
        Kind::Variant(shapes) => Message::KindVariant { keys: firsts(shapes) },
        Kind::IdOr(shapes) => Message::KindIdOr { keys: firsts(shapes) },
    }
}

/// The keys that tell shapes apart.
fn firsts(shapes: &[&Shape]) -> Vec<String> {
    shapes.iter().map(|shape| shape.keys.first().map_or("", |key| key.name).to_owned()).collect()
}
