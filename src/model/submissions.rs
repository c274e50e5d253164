//! Submissions: identity, title and facts, column by column. Texts stay in the table they were read from.

use std::sync::Arc;

use super::{FactValue, Span, Table};

/// The submissions of a call, by index from 0 in the order of the file.
#[derive(Debug)]
pub struct Submissions {
    table: Arc<Table>,
    id: usize,
    title: Option<usize>,
    facts: Vec<FactColumn>,
    /// Columns that neither the grid nor the program knows: kept as texts.
    extra: Vec<usize>,
    /// The indices in the byte order of the ids.
    by_id: Vec<u32>,
}

/// The values of one declared fact.
#[derive(Debug)]
pub struct FactColumn {
    /// One value a submission.
    pub values: Vec<Option<FactValue>>,
    /// Where they come from.
    pub origin: FactOrigin,
}

/// Where the values of a fact come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactOrigin {
    /// A column of the submissions.
    Column(usize),
    /// Counted in a list, by name.
    List(String),
    /// Nowhere: the file has no such column, so every value is missing.
    Absent,
}

impl Submissions {
    /// Submissions whose ids are already known to be present and distinct; `by_id` lists them in the order of the ids.
    pub fn new(
        table: Arc<Table>,
        id: usize,
        title: Option<usize>,
        facts: Vec<FactColumn>,
        extra: Vec<usize>,
        by_id: Vec<u32>,
    ) -> Self {
        Self { table, id, title, facts, extra, by_id }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.table.rows()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The table they come from.
    pub fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// The identifier.
    pub fn id(&self, submission: usize) -> &str {
        self.table.cell(submission, self.id)
    }

    /// The title; empty where the file gives none.
    pub fn title(&self, submission: usize) -> &str {
        self.title.map_or("", |column| self.table.cell(submission, column))
    }

    /// Whether the file has titles at all.
    pub fn has_titles(&self) -> bool {
        self.title.is_some()
    }

    /// Where the submission stands.
    pub fn span(&self, submission: usize) -> Span {
        self.table.span(submission, self.id)
    }

    /// The submission called `id`.
    pub fn find(&self, id: &str) -> Option<usize> {
        let at = self.by_id.binary_search_by(|&index| self.id(index as usize).cmp(id)).ok()?;
        self.by_id.get(at).map(|&index| index as usize)
    }

    /// Indices in the byte order of the ids: for display inside a shared rank, where it says nothing.
    pub fn by_id(&self) -> &[u32] {
        &self.by_id
    }

    /// The ids, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|submission| self.id(submission))
    }

    /// The value of a declared fact.
    pub fn fact(&self, submission: usize, fact: usize) -> Option<FactValue> {
        self.facts.get(fact)?.values.get(submission).copied().flatten()
    }

    /// Where the values of a fact come from.
    pub fn origin(&self, fact: usize) -> &FactOrigin {
        self.facts.get(fact).map_or(&FactOrigin::Absent, |column| &column.origin)
    }

    /// What the file says for a fact, as written; empty for a count made in a list.
    pub fn fact_text(&self, submission: usize, fact: usize) -> &str {
        match self.origin(fact) {
            FactOrigin::Column(column) => self.table.cell(submission, *column),
            FactOrigin::List(_) | FactOrigin::Absent => "",
        }
    }

    /// Where the file says it.
    pub fn fact_span(&self, submission: usize, fact: usize) -> Option<Span> {
        match self.origin(fact) {
            FactOrigin::Column(column) => Some(self.table.span(submission, *column)),
            FactOrigin::List(_) | FactOrigin::Absent => None,
        }
    }

    /// The columns kept as undeclared texts: name and value for one submission.
    pub fn extra(&self, submission: usize) -> impl Iterator<Item = (&str, &str)> {
        self.extra.iter().filter_map(move |&column| {
            let heading = self.table.headings().get(column)?;
            Some((heading.name.as_str(), self.table.cell(submission, column)))
        })
    }
}
