//! The names of the files of score sheets: the identifiers of reviewers, as every file system takes them.

use crate::model::Seat;
use crate::text::Lang;

/// The longest part of a name that comes from an identifier, in bytes: file systems take 255 for all of it.
const LONGEST: usize = 80;

/// The name without its ending for each reviewer of a panel. All differ, also where capitals do not count; a name depends on
/// those before it only, so that a sheet made again has the same.
pub fn file_names(seats: &[Seat], lang: Lang) -> Vec<String> {
    let stem = match lang {
        Lang::Fr => "notes",
        Lang::En => "marks",
    };
    let mut names: Vec<String> = Vec::with_capacity(seats.len());
    for seat in seats {
        let own = safe(&seat.id);
        // After the stem, `CON` and other names that some systems keep for themselves are names like any other.
        let base = if own.is_empty() { stem.to_owned() } else { format!("{stem}-{own}") };
        let taken = |name: &str| names.iter().any(|other| other.to_lowercase() == name.to_lowercase());
        let numbered = (2..).map(|number: usize| format!("{base}-{number}"));
        let free = std::iter::once(base.clone()).chain(numbered).find(|name| !taken(name));
        names.push(free.unwrap_or(base));
    }
    names
}

/// Letters and digits as they are, and single hyphens for all else.
fn safe(id: &str) -> String {
    let mut out = String::new();
    for ch in id.chars() {
        if out.len() + ch.len_utf8() > LONGEST {
            break;
        }
        if ch.is_alphanumeric() || ch == '_' {
            out.push(ch);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_differ() {
        let ids = ["r1", "../x", "CON", "a/b", "a b", "A?B", "…", "", "é_è", "a\0b\\c:d", "x.", "X", "marks"];
        let seats: Vec<Seat> = ids.iter().map(|id| Seat::named(id)).collect();
        let names = file_names(&seats, Lang::En);
        assert_eq!(
            names,
            [
                "marks-r1",
                "marks-x",
                "marks-CON",
                "marks-a-b",
                "marks-a-b-2",
                "marks-A-B-3",
                "marks",
                "marks-2",
                "marks-é_è",
                "marks-a-b-c-d",
                "marks-x-2",
                "marks-X-3",
                "marks-marks"
            ]
        );
        assert_eq!(file_names(&seats, Lang::Fr).first().map(String::as_str), Some("notes-r1"));
        let long = [Seat::named(&"é".repeat(500)), Seat::named(&"é".repeat(501))];
        assert!(file_names(&long, Lang::Fr).iter().all(|name| name.len() < 100));
    }
}
