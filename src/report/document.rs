//! The neutral document: blocks and typed cells, no strings of any format. Renderers turn it into text.

use std::io;
use std::ops::Range;

use super::chart::Chart;
use crate::model::Findings;
use crate::number::Exact;
use crate::text::Message;

/// What a command has to say, before any form is chosen.
#[derive(Debug)]
pub struct Document<'a> {
    /// For people, in reading order: the answer, the reason, the detail.
    pub blocks: Vec<Block<'a>>,
    /// For spreadsheets and programs (`csv`, `csv-excel`): the one table that holds every row.
    pub data: Option<Sheet<'a>>,
}

/// A part of a document.
#[derive(Debug)]
pub enum Block<'a> {
    /// The document's title.
    Title(Message),
    /// The title of a part.
    Heading(Message),
    /// A sentence or several.
    Paragraph(Message),
    /// Points of equal standing.
    List(Vec<Message>),
    /// A paragraph of the program's own, in which `code` is marked as in Markdown.
    Prose(Message),
    /// Lines of a file.
    Excerpt(Excerpt),
    /// What `check` says.
    Findings(&'a Findings),
    /// Rows and columns.
    Table(Sheet<'a>),
    /// A picture of numbers.
    Chart(Box<Chart>),
}

/// Lines of a file, in their order; some may be left out.
#[derive(Debug)]
pub struct Excerpt {
    /// The name of the file.
    pub name: String,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A line of an [`Excerpt`].
#[derive(Debug)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// What stands in it.
    pub text: String,
    /// Whether it is what the excerpt is shown for.
    pub marked: bool,
}

/// A table whose rows are pulled one by one.
pub struct Sheet<'a> {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has one cell a column.
    pub rows: Box<dyn Rows + 'a>,
}

/// A column of a [`Sheet`].
#[derive(Debug, Clone)]
pub struct Column {
    /// The stable, English name that machine formats use.
    pub id: String,
    /// The heading people read.
    pub label: Message,
    /// A shorter heading for narrow places, if there is one.
    pub short: Option<Message>,
    /// A second line under the heading (`/20`), if any.
    pub under: Option<Message>,
    /// Numbers stand to the right.
    pub numeric: bool,
    /// Takes what width is left: titles and sentences.
    pub flexible: bool,
    /// Says again what stands elsewhere in the document: a narrow terminal may leave it out.
    pub repeats: bool,
    /// For people, exact numbers are shown with this many decimals, rounded half away from zero; else as they are.
    pub decimals: Option<usize>,
}

/// A value in a [`Sheet`].
#[derive(Debug, Clone)]
pub enum Cell<'a> {
    /// Nothing to show: not applicable, or missing.
    Missing,
    /// Text from a file: hostile.
    Text(&'a str),
    /// A rank, and whether it is shared.
    Rank {
        /// From 1.
        rank: usize,
        /// Whether another submission has it too.
        tied: bool,
    },
    /// An exact number.
    Exact(Exact),
    /// An exact number whose sign is always shown to people (a difference).
    Signed(Exact),
    /// A count or a line number.
    Count(usize),
    /// A stable word for machines and its wording for people.
    Word {
        /// The machine's word.
        code: &'static str,
        /// What people read, made only when a person reads it.
        say: fn() -> Message,
    },
    /// A sentence, in the language of the reader (English for machines).
    Say(Box<Message>),
}

/// A source of rows, which several threads may read at once.
pub trait Rows: Sync {
    /// How many there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Hands the rows of `part`, a range within `0..len()`, in order to `visit`, which may stop with an error.
    ///
    /// # Errors
    /// The error of `visit`.
    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()>;

    /// Hands every row in order to `visit`, which may stop with an error.
    ///
    /// # Errors
    /// The error of `visit`.
    fn visit(&self, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        self.visit_part(0..self.len(), visit)
    }
}

/// Rows made in advance, for small tables.
impl Rows for Vec<Vec<Cell<'_>>> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn visit_part(&self, part: Range<usize>, visit: &mut dyn FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        self.get(part).unwrap_or_default().iter().try_for_each(|row| visit(row))
    }
}

impl Cell<'_> {
    /// A sentence.
    pub fn say(message: Message) -> Self {
        Self::Say(Box::new(message))
    }
}

impl Column {
    /// A column of texts.
    pub fn text(id: impl Into<String>, label: Message) -> Self {
        Self { id: id.into(), label, short: None, under: None, numeric: false, flexible: false, repeats: false, decimals: None }
    }

    /// A column of numbers, to the right.
    pub fn number(id: impl Into<String>, label: Message) -> Self {
        Self { numeric: true, ..Self::text(id, label) }
    }

    /// Takes what width is left.
    #[must_use]
    pub fn flexible(self) -> Self {
        Self { flexible: true, ..self }
    }

    /// Says again what stands elsewhere: a narrow terminal may leave it out.
    #[must_use]
    pub fn repeats(self) -> Self {
        Self { repeats: true, ..self }
    }

    /// Shows exact numbers to people with so many decimals.
    #[must_use]
    pub fn decimals(self, decimals: usize) -> Self {
        Self { decimals: Some(decimals), ..self }
    }

    /// With a shorter heading for narrow places.
    #[must_use]
    pub fn short(self, short: Option<Message>) -> Self {
        Self { short, ..self }
    }

    /// With a second line under the heading.
    #[must_use]
    pub fn under(self, under: Message) -> Self {
        Self { under: Some(under), ..self }
    }
}

impl std::fmt::Debug for Sheet<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sheet").field("columns", &self.columns).field("rows", &self.rows.len()).finish()
    }
}
