//! Which column of a table is which: our names, their labels in both languages, and the call's mapping of other
//! people's headings.

use crate::model::nearest::{nearest, same_word};
use crate::model::{At, Criterion, Fact, Findings, Grid, ListTally, Span, Table, rule};
use crate::text::Message;

/// Names that every table may use, with what French files call them.
pub(super) const ID: &[&str] = &["id", "identifiant", "nº", "no", "numéro"];
pub(super) const TITLE: &[&str] = &["title", "titre"];
pub(super) const SUBMISSION: &[&str] = &["submission", "candidature", "id", "identifiant"];
pub(super) const REVIEWER: &[&str] = &["reviewer", "évaluateur", "évaluatrice", "membre"];
pub(super) const CRITERION: &[&str] = &["criterion", "critère"];
pub(super) const MARK: &[&str] = &["mark", "note"];
pub(super) const REASON: &[&str] = &["reason", "motif"];
pub(super) const COMMENT: &[&str] = &["comment", "comments", "commentaire", "commentaires"];

/// Whether a heading means something of its own in a table, whatever the grid.
pub fn is_our_heading(name: &str) -> bool {
    let ours = [ID, TITLE, SUBMISSION, REVIEWER, CRITERION, MARK, COMMENT];
    ours.into_iter().flatten().any(|known| same_word(known, name))
}

/// So many names of a missing column are said: the identifier, and the name in each language.
const SHOWN_NAMES: usize = 3;

/// One line of the call's `[columns]`.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// The heading in the file.
    pub heading: String,
    /// Our name for it.
    pub target: String,
    /// Where the call says so; `None` on the command line.
    pub span: Option<Span>,
    /// Where it says our name for it, likewise.
    pub target_span: Option<Span>,
}

/// Says the names that the call gives to headings and that nothing bears: neither the grid, nor its lists, nor the conflicts.
pub(super) fn strange_targets(mappings: &[Mapping], grid: &Grid, conflict_facts: &[&str], findings: &mut Findings) {
    let ours = [ID, TITLE, SUBMISSION, REVIEWER, CRITERION, MARK, REASON, COMMENT];
    let of_lists = grid.facts.iter().filter_map(|fact| fact.count.as_ref()).flat_map(|count| {
        let tally = match &count.tally {
            ListTally::Rows => None,
            ListTally::Distinct(column) | ListTally::Sum(column) => Some(column.as_str()),
        };
        tally.into_iter().chain(count.only.iter().map(|(column, _)| column.as_str()))
    });
    let known: Vec<&str> = grid
        .facts
        .iter()
        .flat_map(Fact::names)
        .chain(grid.criteria.iter().flat_map(Criterion::names))
        .chain(of_lists)
        .chain(conflict_facts.iter().copied())
        .chain(ours.into_iter().flatten().copied())
        .collect();
    for mapping in mappings.iter().filter(|mapping| !known.iter().any(|name| same_word(name, &mapping.target))) {
        let at = mapping.target_span.clone().map_or(At::Arguments, At::Span);
        let near = nearest(&mapping.target, known.iter().copied());
        findings
            .push_at(&rule::COLUMN_TARGET, at, Message::HeadingTarget { target: mapping.target.clone(), near })
            .help(Message::HeadingTargetHelp {});
    }
}

/// A table seen through the call's mapping.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    pub(super) table: &'a Table,
    names: Vec<&'a str>,
    taken: Vec<bool>,
}

impl<'a> Columns<'a> {
    pub(super) fn new(table: &'a Table, mapping: &'a [Mapping]) -> Self {
        let name = |heading: &'a str| {
            mapping.iter().find(|map| same_word(&map.heading, heading)).map_or(heading, |map| map.target.as_str())
        };
        let names: Vec<&str> = table.headings().iter().map(|heading| name(&heading.name)).collect();
        let taken = vec![false; names.len()];
        Self { table, names, taken }
    }

    /// The column bearing one of these names, which is then no longer free.
    pub(super) fn take(&mut self, names: &[&str]) -> Option<usize> {
        let at = self.find(names)?;
        self.taken[at] = true;
        Some(at)
    }

    /// The column bearing one of these names.
    pub(super) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().zip(&self.taken).position(|(mine, taken)| !taken && same_word(mine, name)))
    }

    /// The column bearing any of these names, which is then no longer free.
    pub(super) fn take_any<'n>(&mut self, names: impl Iterator<Item = &'n str>) -> Option<usize> {
        self.take(&names.collect::<Vec<_>>())
    }

    /// The columns nobody asked for.
    pub(super) fn free(&self) -> Vec<usize> {
        (0..self.names.len()).filter(|&at| !self.taken[at]).collect()
    }

    /// The heading, from its first column to its last.
    pub(super) fn place(&self) -> Span {
        match (self.table.headings().first(), self.table.headings().last()) {
            (Some(first), Some(last)) => {
                Span::new(self.table.source(), first.span.range().start, last.span.range().end).first_line()
            }
            _ => Span::new(self.table.source(), 0, 0),
        }
    }

    /// Says that a column is missing, with the nearest heading there is; nothing of a file that has neither a column nor
    /// a row, as an empty YAML list.
    pub(super) fn missing(&self, names: &[&str], findings: &mut Findings) {
        if self.table.headings().is_empty() {
            return;
        }
        let headings = || self.table.headings().iter().map(|heading| heading.name.as_str());
        let wanted = names.first().copied().unwrap_or_default();
        let near = names.iter().find_map(|name| nearest(name, headings()));
        let mut shown: Vec<String> = Vec::new();
        for name in names {
            if shown.len() < SHOWN_NAMES && !shown.iter().any(|known| same_word(known, name)) {
                shown.push((*name).to_owned());
            }
        }
        let message = Message::ColumnMissing { names: shown, near };
        findings
            .push(&rule::COLUMN_MISSING, &self.place(), message)
            .help(Message::ColumnMissingHelp { column: wanted.to_owned(), found: headings().map(str::to_owned).collect() });
    }
}
