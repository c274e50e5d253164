//! Bytes into drafts whose values can name their place. The only room that opens inputs; it decides nothing.
//!
//! A way to read tables is one file here and one line of [`READERS`].

mod cap;
pub mod csv;
mod encoding;
mod lex;
pub mod library;
mod notation;
pub mod pages;
mod paths;
mod source;
mod tidy;
pub mod toml;
mod toml_errors;
pub mod workbook;
pub mod yaml;

use std::sync::Arc;

pub use notation::{DecimalSign, Evidence, Notation, NumberProblem, detect};
pub use paths::expand;
pub use source::{Input, Limit, from_bytes, open};

use crate::model::{At, Findings, Severity, Source, Table, rule};
use crate::text::Message;
use workbook::Sought;

/// What a call or the command line declares about how its tables are written.
#[derive(Debug, Clone, Default)]
pub struct TableOptions {
    /// The field delimiter of CSV files; found in the heading when absent.
    pub delimiter: Option<u8>,
    /// The label of a character encoding; found in the bytes when absent.
    pub encoding: Option<String>,
}

/// A way to read tables.
#[derive(Debug)]
pub struct Reader {
    /// Its name: `csv`.
    pub name: &'static str,
    /// The endings of the file names it reads, lower case, without the point.
    pub endings: &'static [&'static str],
    limit: Limit,
    read: Read,
}

/// What a reader starts from.
#[derive(Debug)]
enum Read {
    /// A text, decoded.
    Text(fn(&Arc<Source>, &TableOptions, &mut Findings) -> Option<Table>),
    /// The name and the bytes of a workbook, and which of its sheets is meant.
    Workbook(fn(&str, Vec<u8>, &Sought<'_>, &mut Findings) -> Option<Table>),
}

/// Every way to read tables. The first one is taken for the standard input, unless the text looks like another's.
pub static READERS: &[Reader] = &[
    Reader {
        name: "csv",
        endings: &["csv", "tsv", "txt"],
        limit: Limit::Rows,
        read: Read::Text(|source, options, findings| {
            csv::table(source, &csv::CsvOptions { delimiter: options.delimiter }, findings)
        }),
    },
    Reader {
        name: "yaml",
        endings: &["yaml", "yml"],
        limit: Limit::Tree,
        read: Read::Text(|source, _, findings| yaml::table(source, findings)),
    },
    Reader { name: "workbook", endings: workbook::ENDINGS, limit: Limit::Workbook, read: Read::Workbook(workbook::table) },
];

/// Opens an input and reads it as a table, by the ending of its name. Rows with something wrong in their form are left
/// out, and the table then says that it is partial. `words` are those that tell which sheet of a workbook holds it.
pub fn table(input: &Input, words: &[&str], options: &TableOptions, findings: &mut Findings) -> Option<Table> {
    let errors = findings.count(Severity::Error);
    let table = whole_or_part(input, words, options, findings)?;
    Some(if findings.count(Severity::Error) > errors { table.partial() } else { table })
}

fn whole_or_part(input: &Input, words: &[&str], options: &TableOptions, findings: &mut Findings) -> Option<Table> {
    let label = options.encoding.as_deref();
    match input {
        Input::File { name, sheet, .. } => {
            let ending = source::ending(name);
            let reader = READERS.iter().find(|reader| ending.as_deref().is_some_and(|ending| reader.endings.contains(&ending)));
            let Some(reader) = reader else {
                let (message, help) = match ending.as_deref() {
                    // Another name would not make a table of these.
                    Some("xls" | "xlsb" | "numbers") => {
                        (Message::WorkbookKind { name: name.clone() }, Message::HelpWorkbookKind {})
                    }
                    Some("pdf") => (Message::FileIsPdf { name: name.clone() }, Message::HelpFileBinary {}),
                    _ => {
                        let endings = READERS.iter().flat_map(|reader| reader.endings);
                        let endings = endings.map(|ending| format!(".{ending}")).collect();
                        (Message::FileKindUnknown { name: name.clone() }, Message::HelpFileKindUnknown { endings })
                    }
                };
                findings.push_at(&rule::FILE_KIND, At::File(name.clone()), message).help(help);
                return None;
            };
            match reader.read {
                Read::Text(read) => {
                    if let Some(sheet) = sheet {
                        let message = Message::SheetsNotHere { name: name.clone(), sheet: sheet.clone() };
                        findings.push_at(&rule::SHEET, At::File(name.clone()), message).help(Message::HelpSheetsNotHere {});
                        return None;
                    }
                    let source = open(input, reader.limit, label, findings)?;
                    read(&source, options, findings)
                }
                Read::Workbook(read) => {
                    let bytes = source::bytes(input, reader.limit, findings)?;
                    read(name, bytes, &Sought { sheet: sheet.as_deref(), words }, findings)
                }
            }
        }
        Input::Stdin => {
            let source = open(input, Limit::Rows, label, findings)?;
            let reader = READERS.iter().find(|reader| (reader.name == "yaml") == looks_like_yaml(source.text()))?;
            if source.text().len() as u64 > reader.limit.bytes() {
                source::too_large("-", reader.limit, findings);
                return None;
            }
            let Read::Text(read) = reader.read else { return None };
            read(&source, options, findings)
        }
    }
}

/// Whether a text that came without a name is YAML: its first line that says something begins a list or a map.
fn looks_like_yaml(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    first == "-" || first == "---" || first.starts_with("- ") || first.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_do_not_share_an_ending_or_a_name() {
        let endings: Vec<_> = READERS.iter().flat_map(|reader| reader.endings).collect();
        for (at, ending) in endings.iter().enumerate() {
            assert!(!endings[..at].contains(ending), "{ending}");
            assert_eq!(**ending, ending.to_lowercase());
        }
        for (at, reader) in READERS.iter().enumerate() {
            assert!(READERS[..at].iter().all(|other| other.name != reader.name));
        }
    }

    #[test]
    fn a_file_is_read_by_its_ending() {
        let folder = tempfile::tempdir().unwrap();
        let read = |file: &str, bytes: &[u8]| {
            let path = folder.path().join(file);
            std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), bytes).unwrap();
            let mut findings = Findings::new();
            let table = table(&Input::file(path, file.to_owned()), &[], &TableOptions::default(), &mut findings);
            (table, findings)
        };
        for (file, text) in
            [("a.csv", "id,title\nP1,Un\n"), ("b.YML", "- id: P1\n  title: Un\n"), ("c.yaml", "P1: {title: Un}\n")]
        {
            let (table, findings) = read(file, text.as_bytes());
            let table = table.unwrap();
            assert!(findings.is_empty(), "{file}: {findings:?}");
            assert_eq!([table.cell(0, 0), table.cell(0, 1)], ["P1", "Un"], "{file}");
        }
        for (file, bytes, code) in
            [("d.xls", &b"\xd0\xcf"[..], "F007"), ("e.xlsx", b"PK\x03\x04", "F008"), ("f.csv", b"PK\x03\x04", "F003")]
        {
            let (none, findings) = read(file, bytes);
            assert!(none.is_none());
            assert_eq!(findings.iter().next().unwrap().rule.code, code, "{file}");
        }
        let (none, findings) = read("marks", b"a\n");
        assert!(none.is_none() && findings.has_errors());
    }

    #[test]
    fn yaml_on_the_standard_input_is_told_by_its_first_line() {
        for text in ["- id: P1", "\n---\n- a", "P1:\n  title: x", "# marks\n- a: 1", "-\n  id: 1"] {
            assert!(looks_like_yaml(text), "{text}");
        }
        for text in ["id,title\nP1,x", "", "id\n", "a: b, c\n"] {
            assert!(!looks_like_yaml(text), "{text}");
        }
    }
}
