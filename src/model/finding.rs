//! What is wrong, or worth saying, about an input: a rule, a place, a sentence, and what to do.

use std::collections::HashMap;

use super::{Rule, Span, rule};
use crate::text::Message;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// For information: how something was read.
    Note,
    /// Probably not what was meant; the result still stands.
    Warning,
    /// No result may be given.
    Error,
}

/// Where a finding is.
#[derive(Debug, Clone)]
pub enum At {
    /// In a source.
    Span(Span),
    /// A file as a whole, by the name that was asked for.
    File(String),
    /// On the command line.
    Arguments,
}

/// One thing found by a rule.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that fired.
    pub rule: &'static Rule,
    /// How much it matters here: what the rule says, unless the settings of a folder or the command line raise it.
    pub severity: Severity,
    /// Where.
    pub at: At,
    /// What is wrong, with the offending text.
    pub message: Message,
    /// What to do about it.
    pub help: Option<Message>,
}

/// Everything found, in the order it was found.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// None yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a finding at a span; chain [`Finding::help`]-setting through the returned reference.
    pub fn push(&mut self, rule: &'static Rule, span: &Span, message: Message) -> &mut Finding {
        self.push_at(rule, At::Span(span.clone()), message)
    }

    /// Adds a finding anywhere.
    pub fn push_at(&mut self, rule: &'static Rule, at: At, message: Message) -> &mut Finding {
        let index = self.0.len();
        self.0.push(Finding { rule, severity: rule.severity, at, message, help: None });
        &mut self.0[index]
    }

    /// Adds a finding made elsewhere.
    pub fn push_again(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// What was found since about a file or a sheet that is not there, or not of a kind that is read, points at where it is named.
    pub fn point_at(&mut self, since: usize, place: &Span) {
        for finding in self.0.iter_mut().skip(since) {
            if matches!(finding.at, At::File(_))
                && [rule::FILE_UNREADABLE.code, rule::FILE_KIND.code, rule::SHEET.code].contains(&finding.rule.code)
            {
                finding.at = At::Span(place.clone());
            }
        }
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether any of them forbids a result.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|finding| finding.severity == severity).count()
    }

    /// All of them, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// Takes in the findings of another collection.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Source order: by file in the order of first mention, then by place, then by code.
    pub fn sort(&mut self) {
        let mut files: HashMap<String, usize> = HashMap::new();
        let mut keyed: Vec<_> = std::mem::take(&mut self.0)
            .into_iter()
            .map(|finding| {
                let (name, start) = match &finding.at {
                    // Each sheet of a workbook is a text of its own.
                    At::Span(span) => {
                        let sheet = span.cell().map_or_else(String::new, |cell| format!("#{}", cell.sheet));
                        (format!("{}{sheet}", span.source().name()), span.range().start + 1)
                    }
                    At::File(name) => (name.clone(), 0),
                    At::Arguments => (String::new(), 0),
                };
                let next = files.len();
                let file = *files.entry(name).or_insert(next);
                ((file, start, finding.rule.code), finding)
            })
            .collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0));
        self.0 = keyed.into_iter().map(|(_, finding)| finding).collect();
    }

    /// Of findings in source order, keeps one where several say the same of the same place.
    pub fn dedup(&mut self) {
        self.0.dedup_by(|later, earlier| later.repeats(earlier));
    }
}

impl Finding {
    /// The file it is about, as results name it; empty for the command line.
    pub fn file(&self) -> &str {
        match &self.at {
            At::Span(span) => span.source().name(),
            At::File(name) => name,
            At::Arguments => "",
        }
    }

    /// The text it points at, where it points at one.
    pub fn quoted(&self) -> Option<&str> {
        self.span().map(Span::text)
    }

    /// The stretch of a file it points at, where it points at one.
    pub const fn span(&self) -> Option<&Span> {
        match &self.at {
            At::Span(span) => Some(span),
            At::File(_) | At::Arguments => None,
        }
    }

    /// Whether it says the same of the same place: a file that is reached in two ways is checked twice.
    fn repeats(&self, other: &Self) -> bool {
        let range = |finding: &Self| finding.span().map(|span| (span.range(), span.cell().map(|cell| cell.to_string())));
        self.rule.code == other.rule.code
            && self.file() == other.file()
            && range(self) == range(other)
            && self.message == other.message
    }

    /// Says what to do.
    pub fn help(&mut self, help: Message) -> &mut Self {
        self.help = Some(help);
        self
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
