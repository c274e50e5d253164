//! Names by which files may call a column or a value. A text that changes is wording; one that called one thing and now calls
//! another is not: the same file would then say something else.

use super::canon::Canon;
use super::walk::{Walk, id};
use super::{Part, What};
use crate::model::nearest::same_word;

/// The columns: facts and criteria, by their identifiers and names.
pub(super) fn columns(old: &Canon, new: &Canon, walk: &mut Walk) {
    let all = |grid: &Canon| {
        let sections = ["fact", "criterion"].into_iter().filter_map(|section| grid.get(section));
        sections.flat_map(Canon::items).map(|item| (id(item).to_owned(), item.clone())).collect::<Vec<_>>()
    };
    for what in moved(&all(old), &all(new)) {
        walk.push(&Part::Key("fact"), what, true);
    }
}

/// What names now call something else, among elements known by identifier.
pub(super) fn moved(old: &[(String, Canon)], new: &[(String, Canon)]) -> Vec<What> {
    let mut found = Vec::new();
    // What is gone has been said to be so.
    for (from, value) in old.iter().filter(|(from, _)| new.iter().any(|(id, _)| id == from)) {
        for text in texts(from, value) {
            let calls = |(id, value): &&(String, Canon)| texts(id, value).iter().any(|other| same_word(other, text));
            let mut called = new.iter().filter(calls).map(|(to, _)| to);
            if let Some(to) = called.clone().next().filter(|_| !called.any(|to| to == from)) {
                found.push(What::NameMoved(text.to_owned(), from.clone(), to.clone()));
            }
        }
    }
    found
}

/// The names of an element: its identifier, and its label in both languages.
fn texts<'c>(id: &'c str, value: &'c Canon) -> Vec<&'c str> {
    let label = match value {
        Canon::Label(label) => Some(label),
        _ => match value.get("label") {
            Some(Canon::Label(label)) => Some(label),
            _ => None,
        },
    };
    std::iter::once(id).chain(label.into_iter().flat_map(crate::text::Label::texts)).collect()
}
