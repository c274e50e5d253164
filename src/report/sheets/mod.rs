//! Score sheets: what one reviewer fills in, as rows for CSV or as a workbook. The columns are those that mark files have, so
//! that a sheet is read back as it is.

mod allowed;
mod height;
mod instructions;
mod names;
mod workbook;

pub use names::file_names;
pub use workbook::{fits, workbook};

use super::document::{Cell, Column, Document, Sheet};
use crate::analyse::Duties;
use crate::check::is_our_heading;
use crate::model::nearest::same_word;
use crate::model::scale::Scale;
use crate::model::{Call, Grid, Measure, Submissions};
use crate::text::{Lang, Message};

/// A heading longer than this is hard to read and to type: the identifier stands in its place.
const HEADING: usize = 200;

/// What one reviewer fills in.
#[derive(Debug)]
pub struct ScoreSheet<'a> {
    /// The grid.
    pub grid: &'a Grid,
    /// The call.
    pub call: &'a Call,
    /// What was submitted.
    pub submissions: &'a Submissions,
    /// Who marks what.
    pub duties: &'a Duties<'a>,
    /// The headings that the call gives another meaning: none of them may stand here.
    pub renamed: &'a [String],
    /// The committee's language.
    pub lang: Lang,
}

/// The names of the columns.
#[derive(Debug)]
struct Headings {
    submission: String,
    title: Option<String>,
    reviewer: String,
    criteria: Vec<String>,
    comment: String,
}

impl ScoreSheet<'_> {
    /// The scale of a criterion that reviewers mark.
    fn scale(&self, criterion: usize) -> Option<&dyn Scale> {
        match self.call.measure(self.grid, criterion)? {
            Measure::Marks(scale) => Some(&**scale),
            Measure::Facts(_) => None,
        }
    }

    /// The first of some names that a reader will take for what it is here.
    fn pick<'n>(&self, names: &[&'n str], own: impl Fn(&str) -> bool) -> &'n str {
        let renamed = |name: &str| self.renamed.iter().any(|heading| same_word(heading, name));
        let sound = |name: &str| name.chars().count() <= HEADING && !name.chars().any(char::is_control);
        let found = names.iter().find(|name| !renamed(name) && own(name) && sound(name));
        found.or(names.last()).copied().unwrap_or_default()
    }

    /// Headings in `lang`; for programs, identifiers.
    fn headings(&self, lang: Lang, codes: bool) -> Headings {
        let word = |message: &Message, names: &[&str]| {
            let said = message.text(lang);
            let names: Vec<&str> = std::iter::once(said.as_str()).filter(|_| !codes).chain(names.iter().copied()).collect();
            self.pick(&names, |_| true).to_owned()
        };
        let criteria = self.duties.criteria.iter().filter_map(|index| self.grid.criteria.get(*index)).map(|criterion| {
            let said = std::iter::once(criterion.label.get(lang)).filter(|_| !codes);
            let names: Vec<&str> = said.chain(criterion.names()).collect();
            // A criterion called “Comment” would not be told from the comments.
            self.pick(&names, |name| !is_our_heading(name)).to_owned()
        });
        Headings {
            submission: word(&Message::SheetSubmission {}, &["submission", "candidature", "identifiant", "id"]),
            title: self.submissions.has_titles().then(|| word(&Message::SheetTitle {}, &["title", "titre"])),
            reviewer: word(&Message::SheetReviewer {}, &["reviewer", "membre", "évaluateur", "évaluatrice"]),
            criteria: criteria.collect(),
            comment: word(&Message::SheetComment {}, &["comment", "commentaire", "comments", "commentaires"]),
        }
    }

    /// The sheet as rows, for the forms of CSV: marks and comments are left empty.
    pub fn document(&self) -> Document<'_> {
        let (machine, said) = (self.headings(Lang::En, true), self.headings(self.lang, false));
        let all = |headings: Headings| {
            let title = headings.title.into_iter();
            let criteria = headings.criteria.into_iter();
            std::iter::once(headings.submission)
                .chain(title)
                .chain([headings.reviewer])
                .chain(criteria)
                .chain([headings.comment])
                .collect::<Vec<String>>()
        };
        let columns = all(machine).into_iter().zip(all(said)).map(|(id, text)| Column::text(id, Message::Verbatim { text }));
        let rows: Vec<Vec<Cell<'_>>> = self
            .duties
            .rows
            .iter()
            .map(|duty| {
                let mut row = vec![Cell::Text(self.submissions.id(duty.submission))];
                row.extend(self.submissions.has_titles().then(|| Cell::Text(self.submissions.title(duty.submission))));
                row.push(Cell::Text(&self.duties.seat.id));
                row.extend(duty.theirs.iter().map(|_| Cell::Missing));
                row.push(Cell::Missing);
                row
            })
            .collect();
        Document { blocks: Vec::new(), data: Some(Sheet { columns: columns.collect(), rows: Box::new(rows) }) }
    }
}

/// The beginning of a text, at most `most` units of UTF-16, as workbooks count.
fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let mut out = String::new();
    for ch in text.chars() {
        let Some(rest) = left.checked_sub(ch.len_utf16()) else { break };
        left = rest;
        out.push(ch);
    }
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_headings_are_those_of_mark_files() {
        for lang in Lang::ALL {
            let headings =
                [Message::SheetSubmission {}, Message::SheetTitle {}, Message::SheetReviewer {}, Message::SheetComment {}];
            for heading in headings {
                assert!(is_our_heading(&heading.text(lang)), "{heading:?}");
            }
        }
    }

    #[test]
    fn a_text_is_cut_where_a_workbook_counts() {
        assert_eq!(cut("abcdef", 6), "abcdef");
        assert_eq!(cut("abcdefg", 6), "abcde…");
        // Two units each: half of one is not a character.
        assert_eq!(cut("😀😀😀", 4), "😀…");
        assert_eq!(cut("x", 0), "…");
    }
}
