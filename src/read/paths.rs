//! Patterns of file names (`marks/*.csv`) into inputs, in the order of their names. Opens nothing.

use std::path::{Component, Path, PathBuf};

use glob::{MatchOptions, Pattern};

use super::Input;
use super::source::sheet_of_pattern;
use crate::model::{At, Findings, rule};
use crate::text::Message;

/// The most files that a pattern may stand for.
const MOST: usize = 10_000;

/// The files that `pattern` stands for, relative to `base`; `at` is where the pattern is written.
///
/// A file with exactly that name wins over a pattern. A plain name is returned as it is, for `open` to say that it is missing.
pub fn expand(base: &Path, pattern: &str, at: &At, findings: &mut Findings) -> Vec<Input> {
    let plain = base.join(pattern);
    let is_pattern = pattern.contains(['*', '?', '[']);
    if !is_pattern || plain.exists() {
        return vec![input(base, plain)];
    }
    let (pattern, sheet) = match sheet_of_pattern(pattern) {
        Some(at) => (&pattern[..at], Some(&pattern[at + 1..])),
        None => (pattern, None),
    };
    // A base that is not UTF-8 cannot be written as a pattern; the lossy one matches nothing, which is said below.
    let whole = if Path::new(pattern).is_absolute() || base.as_os_str().is_empty() {
        pattern.to_owned()
    } else {
        format!("{}/{pattern}", Pattern::escape(&base.to_string_lossy()).trim_end_matches('/'))
    };
    let options = MatchOptions { require_literal_separator: true, require_literal_leading_dot: true, ..MatchOptions::default() };
    let mut inputs = Vec::new();
    match glob::glob_with(&whole, options) {
        Err(error) => {
            let message = Message::PatternMalformed { pattern: pattern.to_owned(), detail: error.msg.to_owned() };
            findings.push_at(&rule::FILE_UNREADABLE, at.clone(), message).help(Message::HelpPattern {});
            return inputs;
        }
        Ok(paths) => {
            for path in paths {
                match path {
                    // A spreadsheet that has a workbook open leaves its mark beside it.
                    Ok(path)
                        if path.is_dir() || path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$")) => {}
                    Ok(path) => inputs.push(input(base, path)),
                    Err(error) => {
                        let name = input(base, error.path().to_owned()).name().to_owned();
                        let detail = error.error().to_string();
                        findings
                            .push_at(&rule::FILE_UNREADABLE, at.clone(), Message::FileUnreadable { name, detail })
                            .help(Message::HelpFileUnreadable {});
                    }
                }
                if inputs.len() > MOST {
                    let message = Message::PatternMatchesTooMany { pattern: pattern.to_owned(), most: MOST };
                    findings.push_at(&rule::FILE_TOO_LARGE, at.clone(), message).help(Message::HelpPattern {});
                    return Vec::new();
                }
            }
        }
    }
    if inputs.is_empty() {
        let message = Message::PatternMatchesNothing { pattern: pattern.to_owned() };
        findings.push_at(&rule::FILE_UNREADABLE, at.clone(), message).help(Message::HelpPattern {});
    }
    inputs.sort_by(|a, b| a.name().cmp(b.name()));
    if let Some(named) = sheet {
        for input in &mut inputs {
            if let Input::File { sheet, .. } = input {
                *sheet = Some(named.to_owned());
            }
        }
    }
    inputs
}

/// A file, named relative to the base where it is under it, with `/`.
fn input(base: &Path, path: PathBuf) -> Input {
    let relative = path.strip_prefix(base).unwrap_or(&path);
    let mut name = String::new();
    for part in relative.components() {
        match part {
            Component::CurDir => continue,
            Component::RootDir => {
                name.push('/');
                continue;
            }
            _ => {}
        }
        if !name.is_empty() && !name.ends_with('/') {
            name.push('/');
        }
        name.push_str(&part.as_os_str().to_string_lossy());
    }
    Input::file(path, name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};

    fn names(base: &Path, pattern: &str) -> (Vec<String>, usize) {
        let mut findings = Findings::new();
        let inputs = expand(base, pattern, &At::Arguments, &mut findings);
        for input in &inputs {
            let Input::File { path, .. } = input else { panic!("a file") };
            assert!(path.exists() || !pattern.contains('*'));
        }
        (inputs.iter().map(|input| input.name().to_owned()).collect(), findings.count(crate::model::Severity::Error))
    }

    #[test]
    fn patterns() {
        let folder = tempfile::tempdir().unwrap();
        let base = folder.path().join("appel [1]");
        fs::create_dir_all(base.join("marks/deep.csv")).unwrap();
        for file in [
            "marks/b.csv",
            "marks/a.csv",
            "marks/é.csv",
            "marks/.hidden.csv",
            "marks/x.yaml",
            "marks/[x]*.csv",
            "top.csv",
            "marks/1.xlsx",
            "marks/2.xlsx",
            "marks/~$2.xlsx",
            "marks/3#4.xlsx",
        ] {
            File::create(base.join(file)).unwrap();
        }
        let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&base, "marks/*.csv"), (list(&["marks/[x]*.csv", "marks/a.csv", "marks/b.csv", "marks/é.csv"]), 0));
        assert_eq!(names(&base, "./marks/?.csv").0, list(&["marks/a.csv", "marks/b.csv", "marks/é.csv"]));
        assert_eq!(names(&base, "marks/[x]*.csv"), (list(&["marks/[x]*.csv"]), 0), "a literal name wins");
        assert_eq!(names(&base, "marks/?.xlsx#Notes"), (list(&["marks/1.xlsx", "marks/2.xlsx"]), 0));
        assert_eq!(names(&base, "marks/*2.xlsx").0, list(&["marks/2.xlsx"]), "the mark of an open workbook is none");
        assert_eq!(names(&base, "marks/*#4.xlsx").0, list(&["marks/3#4.xlsx"]));
        let sheets = expand(&base, "marks/*.xlsx#Notes", &At::Arguments, &mut Findings::new());
        assert!(sheets.iter().all(|input| matches!(input, Input::File { sheet: Some(sheet), .. } if sheet == "Notes")));
        assert_eq!(names(&base, "*.ods"), (vec![], 1));
        assert_eq!(names(&base, "absent.csv"), (list(&["absent.csv"]), 0));
        assert_eq!(names(&base, "marks/[.csv"), (vec![], 1));
        assert_eq!(names(&base.join("marks"), "../*.csv"), (list(&["../top.csv"]), 0));
    }
}
