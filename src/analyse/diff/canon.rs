//! What a grid says, whichever way it is written: its draft walked through the key table, with the defaults written out and the
//! order of keys, the layout and the form of numbers gone. Nothing else is left out: two grids whose canonical forms are equal
//! mean the same.

use crate::check::GRID_FILE;
use crate::model::keys::{Key, Kind, Need, Shape};
use crate::model::{Fields, Grid, Node, Value};
use crate::number::Exact;
use crate::text::Label;

/// A value of a grid, in canonical form.
#[derive(Debug, Clone, PartialEq)]
pub enum Canon {
    /// A text, a word or a date.
    Text(String),
    /// The identifier of something.
    Id(String),
    /// A number.
    Number(Exact),
    /// A number in a list of values that may be names as well: as it is written.
    Written(String),
    /// `true` or `false`.
    Flag(bool),
    /// A text for people.
    Label(Label),
    /// A list, and whether its order decides anything.
    List {
        /// What stands in it.
        items: Vec<Canon>,
        /// Whether another order would mean something else.
        ordered: bool,
    },
    /// A table with the keys of a shape, in the order of the shape.
    Table {
        /// The name of the shape.
        shape: &'static str,
        /// Its keys.
        fields: Vec<(String, Canon)>,
    },
    /// A table whose keys the author chose, in the order of the file.
    Map(Vec<(String, Canon)>),
}

/// Lists in which every element counts for the same wherever it stands: shape and key. Any other list is told in its order.
const UNORDERED: [(&str, &str); 5] = [
    ("condition `all`", "all"),
    ("condition `any`", "any"),
    ("condition `one_of`", "one_of"),
    ("condition `none_of`", "none_of"),
    ("source `sum`", "sum"),
];

/// The canonical form of a grid. `root` is the draft that `grid` was made of.
pub(super) fn of_grid(grid: &Grid, root: &Node) -> Canon {
    let empty = Fields::default();
    let mut file = table(&GRID_FILE, root.table().unwrap_or(&empty));
    // Where a key may be left out because others tell its value, the compiled grid has that value.
    for (at, criterion) in grid.criteria.iter().enumerate() {
        file.put("criterion", at, "weight", Canon::Number(criterion.weight.clone()));
    }
    for (at, group) in grid.groups.iter().enumerate() {
        file.put("group", at, "weight", Canon::Number(group.weight.clone()));
    }
    for (at, total) in grid.totals.iter().enumerate() {
        file.put("total", at, "best", Canon::Text(total.best.word().to_owned()));
    }
    if let Some(panel) = file.get_mut("rules").and_then(|rules| rules.get_mut("panel"))
        && panel.get("tied_ranks").is_none()
    {
        panel.set("tied_ranks", Canon::Text("mean".to_owned()));
    }
    file
}

fn table(shape: &'static Shape, fields: &Fields) -> Canon {
    let known = shape.keys.iter().filter_map(|key| {
        let value = match fields.get(key.name) {
            Some(node) => Some(value(node, key.kind, shape.name, key.name)),
            None => implied(key),
        };
        Some((key.name.to_owned(), value?))
    });
    let mut all: Vec<(String, Canon)> = known.collect();
    // A valid grid has no other key; what is not known is never left out all the same.
    let other = fields.0.iter().filter(|field| !shape.keys.iter().any(|key| key.name == field.key));
    all.extend(other.map(|field| (field.key.clone(), Canon::Text(field.node.span.text().to_owned()))));
    Canon::Table { shape: shape.name, fields: all }
}

/// What is meant where a key is not there.
fn implied(key: &Key) -> Option<Canon> {
    match (key.need, key.kind) {
        (Need::Default(text), kind) => Some(default(text, kind)),
        // A table that may be left out, and all of whose keys may be, is the same as an empty one.
        (Need::Optional, Kind::Table(shape)) if shape.keys.iter().all(|key| may_be_absent(key.need)) => {
            Some(table(shape, &Fields::default()))
        }
        _ => None,
    }
}

const fn may_be_absent(need: Need) -> bool {
    matches!(need, Need::Optional | Need::Default(_))
}

/// A default as the key table writes it.
fn default(text: &str, kind: Kind) -> Canon {
    let bare = text.trim_matches('"');
    match (text, kind) {
        ("true" | "false", _) => Canon::Flag(text == "true"),
        (_, Kind::Id | Kind::IdOr(_)) => Canon::Id(bare.to_owned()),
        _ if bare.len() < text.len() => Canon::Text(bare.to_owned()),
        _ => number(text),
    }
}

fn number(text: &str) -> Canon {
    crate::number::Decimal::parse(text)
        .map_or_else(|_| Canon::Written(text.to_owned()), |number| Canon::Number(Exact::from(number)))
}

fn value(node: &Node, kind: Kind, shape: &'static str, key: &str) -> Canon {
    let trimmed = || node.scalar().unwrap_or_else(|| node.span.text()).trim().to_owned();
    match kind {
        Kind::Label => node.label().map_or_else(|| Canon::Text(node.span.text().to_owned()), Canon::Label),
        Kind::Id => Canon::Id(trimmed()),
        Kind::Word(_) => Canon::Text(trimmed()),
        Kind::Date => Canon::Text(node.date().map_or_else(trimmed, |date| date.to_string())),
        Kind::Text | Kind::Number | Kind::Whole | Kind::WholeOr(_) | Kind::Flag | Kind::Scalar => scalar(node),
        Kind::List(inner) => list(node.list().unwrap_or_default(), *inner, shape, key),
        Kind::OneOrList(inner) => match node.list() {
            Some(items) => list(items, *inner, shape, key),
            None => list(std::slice::from_ref(node), *inner, shape, key),
        },
        Kind::Map(inner) => {
            let fields = node.table().map(|fields| fields.0.as_slice()).unwrap_or_default();
            Canon::Map(fields.iter().map(|field| (field.key.clone(), value(&field.node, *inner, shape, key))).collect())
        }
        Kind::Table(inner) => node.table().map_or_else(|| scalar(node), |fields| table(inner, fields)),
        Kind::Variant(shapes) => variant(node, shapes),
        Kind::IdOr(shapes) => match node.table() {
            Some(_) => variant(node, shapes),
            None => Canon::Id(trimmed()),
        },
    }
}

fn list(items: &[Node], inner: Kind, shape: &'static str, key: &str) -> Canon {
    let one = |node: &Node| match (&node.value, inner) {
        // There, "5.0" may be another name than "5".
        (Value::Number(text), Kind::Scalar) => Canon::Written(text.clone()),
        _ => value(node, inner, shape, key),
    };
    Canon::List { items: items.iter().map(one).collect(), ordered: !UNORDERED.contains(&(shape, key)) }
}

fn scalar(node: &Node) -> Canon {
    match &node.value {
        Value::Number(text) => number(text),
        Value::Flag(flag) => Canon::Flag(*flag),
        _ => Canon::Text(node.scalar().unwrap_or_else(|| node.span.text()).to_owned()),
    }
}

fn variant(node: &Node, shapes: &'static [&'static Shape]) -> Canon {
    let Some(fields) = node.table() else { return scalar(node) };
    let own = shapes.iter().find(|shape| shape.keys.first().is_some_and(|key| fields.get(key.name).is_some()));
    own.map_or_else(|| Canon::Text(node.span.text().to_owned()), |shape| table(shape, fields))
}

impl Canon {
    /// The keys of a table, of whichever kind.
    pub fn fields(&self) -> &[(String, Self)] {
        match self {
            Self::Table { fields, .. } | Self::Map(fields) => fields,
            _ => &[],
        }
    }

    /// The elements of a list.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List { items, .. } => items,
            _ => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.fields().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The text of a text or of an identifier.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Id(text) | Self::Written(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is one value, and no list or table.
    pub const fn is_leaf(&self) -> bool {
        !matches!(self, Self::List { .. } | Self::Table { .. } | Self::Map(_))
    }

    /// Whether it is nothing but texts for people.
    pub(super) fn is_label(&self) -> bool {
        match self {
            Self::Label(_) => true,
            Self::List { items, .. } => !items.is_empty() && items.iter().all(Self::is_label),
            _ => false,
        }
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let (Self::Table { fields, .. } | Self::Map(fields)) = self else { return None };
        fields.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    fn set(&mut self, key: &str, value: Self) {
        if let Some(known) = self.get_mut(key) {
            *known = value;
        } else if let Self::Table { fields, .. } | Self::Map(fields) = self {
            fields.push((key.to_owned(), value));
        }
    }

    /// Sets a key of the element of a section.
    fn put(&mut self, section: &str, at: usize, key: &str, value: Self) {
        if let Some(Self::List { items, .. }) = self.get_mut(section)
            && let Some(item) = items.get_mut(at)
        {
            item.set(key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every table that a file of this shape may hold.
    fn shapes(of: &'static Shape, found: &mut Vec<&'static Shape>) {
        if found.iter().any(|known| std::ptr::eq(*known, of)) {
            return;
        }
        found.push(of);
        of.keys.iter().for_each(|key| within(key.kind, found));
    }

    fn within(kind: Kind, found: &mut Vec<&'static Shape>) {
        match kind {
            Kind::List(inner) | Kind::OneOrList(inner) | Kind::Map(inner) => within(*inner, found),
            Kind::Table(shape) => shapes(shape, found),
            Kind::Variant(several) | Kind::IdOr(several) => several.iter().for_each(|shape| shapes(shape, found)),
            _ => {}
        }
    }

    #[test]
    fn lists_without_order_are_keys_of_the_grid_language() {
        let mut all = Vec::new();
        shapes(&GRID_FILE, &mut all);
        for (shape, key) in UNORDERED {
            let shape = all.iter().find(|known| known.name == shape).unwrap_or_else(|| panic!("no shape {shape}"));
            let key = shape.keys.iter().find(|known| known.name == key).unwrap_or_else(|| panic!("no key {key}"));
            assert!(matches!(key.kind, Kind::List(_)), "{}", key.name);
        }
    }

    /// Two tables of one name would be taken for the same.
    #[test]
    fn tables_of_the_grid_language_have_names_of_their_own() {
        let mut all = Vec::new();
        shapes(&GRID_FILE, &mut all);
        let mut names: Vec<&str> = all.iter().map(|shape| shape.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
