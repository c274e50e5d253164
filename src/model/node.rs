//! A draft in tree form: what a TOML or YAML file says, before anyone decides what it means.

use super::Span;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// The bytes of the value.
    pub span: Span,
    /// What it says.
    pub value: Value,
}

/// A value as written. Numbers and dates keep their text: what they mean is decided later, exactly.
#[derive(Debug, Clone)]
pub enum Value {
    /// A text; for YAML, any scalar that is not empty.
    Text(String),
    /// A number, as written, without digit separators.
    Number(String),
    /// A TOML date, as written.
    Date(String),
    /// `true` or `false`.
    Flag(bool),
    /// Nothing: an empty YAML value.
    Empty,
    /// A list.
    List(Vec<Node>),
    /// A table, in the order of the file.
    Table(Fields),
}

/// The keys of a table, in the order of the file, without repetition.
#[derive(Debug, Clone, Default)]
pub struct Fields(pub Vec<Field>);

/// One key of a table.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key as written.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub node: Node,
}

impl Fields {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.field(key).map(|field| &field.node)
    }

    /// A key with its place.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.key == key)
    }
}

impl Node {
    /// Its keys, when it is a table.
    pub fn table(&self) -> Option<&Fields> {
        match &self.value {
            Value::Table(fields) => Some(fields),
            _ => None,
        }
    }

    /// Its elements, when it is a list.
    pub fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// Its text, when it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Its text as written, when it is any scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(text) | Value::Date(text) => Some(text),
            Value::Flag(true) => Some("true"),
            Value::Flag(false) => Some("false"),
            Value::Empty => Some(""),
            Value::List(_) | Value::Table(_) => None,
        }
    }
}
