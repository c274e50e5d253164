//! Typed readings of a draft table. They answer `None` where the key is absent or of another kind: the walker of `check`
//! has then already said so.

use super::{Fields, Node, Span, Value};
use crate::number::{Date, DateForm, Decimal};
use crate::text::Label;

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

impl Node {
    fn placed<T>(&self, value: T) -> Placed<T> {
        Placed { value, span: self.span.clone() }
    }

    /// The exact number it is.
    pub fn number(&self) -> Option<Decimal> {
        match &self.value {
            Value::Number(text) => Decimal::parse(text).ok(),
            _ => None,
        }
    }

    /// The date it is, quoted or not.
    pub fn date(&self) -> Option<Date> {
        match &self.value {
            Value::Date(text) | Value::Text(text) => Date::parse(text.trim(), DateForm::Iso),
            _ => None,
        }
    }

    /// The text in one or two languages it is.
    pub fn label(&self) -> Option<Label> {
        match &self.value {
            Value::Text(text) => Some(Label::same(text.trim())),
            Value::Table(fields) => {
                let language = |key| fields.get(key).and_then(Node::text).map(|text| text.trim().to_owned());
                Some(Label::new(language("fr"), language("en")))
            }
            _ => None,
        }
    }
}

impl Fields {
    /// A text.
    pub fn text(&self, key: &str) -> Option<Placed<&str>> {
        let node = self.get(key)?;
        Some(node.placed(node.text()?.trim()))
    }

    /// A text in one or two languages.
    pub fn label(&self, key: &str) -> Option<Label> {
        self.get(key)?.label()
    }

    /// An exact number.
    pub fn number(&self, key: &str) -> Option<Placed<Decimal>> {
        let node = self.get(key)?;
        Some(node.placed(node.number()?))
    }

    /// A whole number, zero or more.
    pub fn whole(&self, key: &str) -> Option<Placed<usize>> {
        let placed = self.number(key)?;
        let value = (placed.value.scale() == 0).then(|| usize::try_from(placed.value.mantissa()).ok()).flatten()?;
        Some(Placed { value, span: placed.span })
    }

    /// `true` or `false`.
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// A date.
    pub fn date(&self, key: &str) -> Option<Placed<Date>> {
        let node = self.get(key)?;
        Some(node.placed(node.date()?))
    }

    /// A list.
    pub fn list(&self, key: &str) -> &[Node] {
        self.get(key).and_then(Node::list).unwrap_or_default()
    }

    /// The texts of a list.
    pub fn texts(&self, key: &str) -> Vec<Placed<&str>> {
        self.list(key).iter().filter_map(|node| Some(node.placed(node.text()?.trim()))).collect()
    }

    /// A table.
    pub fn table(&self, key: &str) -> Option<&Fields> {
        self.get(key)?.table()
    }

    /// One value or a list of them, as a list.
    pub fn one_or_list(&self, key: &str) -> &[Node] {
        match self.get(key) {
            Some(Node { value: Value::List(items), .. }) => items,
            Some(node) => std::slice::from_ref(node),
            None => &[],
        }
    }
}
