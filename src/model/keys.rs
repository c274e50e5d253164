//! The key table: which keys a file may have, of which kind, with which default and meaning. One declaration drives the
//! walker (`check`), the JSON Schema and the reference page.

use crate::text::Pair;

/// A table of a file: its keys.
#[derive(Debug)]
pub struct Shape {
    /// Its name in messages and in the schema: `criterion`.
    pub name: &'static str,
    /// What it is for.
    pub doc: Pair,
    /// Its keys, in the order the reference page shows them.
    pub keys: &'static [Key],
}

/// One key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The key as written in the file.
    pub name: &'static str,
    /// What its value must be.
    pub kind: Kind,
    /// Whether it must be there, and what its absence means.
    pub need: Need,
    /// What it means, in one or two sentences.
    pub doc: Pair,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Its absence is an error.
    Required,
    /// It may be absent, and then says nothing.
    Optional,
    /// Of all the keys of the table with this need, exactly one must be there.
    OneOf,
    /// It may be absent; this value, as TOML writes it, is then meant.
    Default(&'static str),
}

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// A text, or `{ fr = "…", en = "…" }`.
    Label,
    /// A stable identifier: lower-case ASCII letters, digits and hyphens, beginning with a letter.
    Id,
    /// An exact decimal.
    Number,
    /// A whole number, zero or more.
    Whole,
    /// A whole number, zero or more, or one of these words.
    WholeOr(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A date: `2024-02-01`, with or without quotation marks.
    Date,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Any scalar: a text, a number, a date, true or false.
    Scalar,
    /// A list of values of one kind.
    List(&'static Kind),
    /// One value or a list of them.
    OneOrList(&'static Kind),
    /// A table whose keys the author chooses.
    Map(&'static Kind),
    /// A table with these keys.
    Table(&'static Shape),
    /// An identifier, or a table of one of these shapes.
    IdOr(&'static [&'static Shape]),
    /// A table of one of these shapes, told apart by which shape's first key is there.
    Variant(&'static [&'static Shape]),
}
