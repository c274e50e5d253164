//! Opens an input (a path or the standard input) into a [`Source`]. What its bytes mean is told in `encoding`.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::encoding;
use crate::model::nearest::nearest;
use crate::model::{At, Findings, Source, rule};
use crate::text::Message;

/// So many files of a folder are compared with the name of one that is missing.
const NEIGHBOURS: usize = 1_000;

/// Where an input is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file, and its name as results show it: relative to the call, with `/`.
    File {
        /// Where to open it.
        path: PathBuf,
        /// How results call it.
        name: String,
        /// The sheet that is named after it: `marks.xlsx#Marks`.
        sheet: Option<String>,
    },
    /// The standard input, called `-`.
    Stdin,
}

/// What stands between the name of a workbook and that of a sheet.
const SHEET_SIGN: char = '#';

impl Input {
    /// A file, as `name` calls it. `path#Sheet` names a sheet of it, unless there is a file with that whole name.
    pub fn file(path: PathBuf, name: String) -> Self {
        if name.contains(SHEET_SIGN)
            && !path.exists()
            && let Some(whole) = path.to_str()
        {
            let at: Vec<usize> = name.match_indices(SHEET_SIGN).map(|(at, _)| at).collect();
            let before = |at: usize| whole.strip_suffix(&name[at..]).map(PathBuf::from);
            // Files and sheets may have the sign in their own names: a file that is there tells where the sheet begins.
            let there = at.iter().copied().find(|&at| before(at).is_some_and(|path| path.is_file()));
            let ending = || at.iter().copied().find(|&at| is_workbook_name(&name[..at]));
            if let Some(at) = there.or_else(ending)
                && let Some(path) = before(at)
            {
                return Self::File { path, sheet: Some(name[at + 1..].to_owned()), name: name[..at].to_owned() };
            }
        }
        Self::File { path, name, sheet: None }
    }

    /// How results call it.
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } => name,
            Self::Stdin => "-",
        }
    }
}

/// The ending of a file’s name, in lower case, without the point.
pub(super) fn ending(name: &str) -> Option<String> {
    name.rsplit(['/', '\\']).next().and_then(|file| file.rsplit_once('.')).map(|(_, ending)| ending.to_lowercase())
}

/// Where the sheet begins in a pattern of files (`marks/*.xlsx#Marks`).
pub(super) fn sheet_of_pattern(pattern: &str) -> Option<usize> {
    pattern.match_indices(SHEET_SIGN).map(|(at, _)| at).find(|&at| is_workbook_name(&pattern[..at]))
}

fn is_workbook_name(name: &str) -> bool {
    ending(name).is_some_and(|ending| super::workbook::ENDINGS.contains(&ending.as_str()))
}

/// How large an input may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Rows: 1 GiB (a table counts bytes with 32 bits).
    Rows,
    /// A tree, which takes many times its text in memory: 16 MiB.
    Tree,
    /// A workbook, which is unpacked in memory: 64 MiB.
    Workbook,
}

impl Limit {
    const fn mebibytes(self) -> u16 {
        match self {
            Self::Rows => 1024,
            Self::Tree => 16,
            Self::Workbook => 64,
        }
    }

    /// The most bytes that are read.
    pub const fn bytes(self) -> u64 {
        (self.mebibytes() as u64) << 20
    }
}

/// Opens an input and decodes it; `encoding` is the label that the call or the command line declares.
pub fn open(input: &Input, limit: Limit, encoding: Option<&str>, findings: &mut Findings) -> Option<Arc<Source>> {
    from_bytes(input.name(), bytes(input, limit, findings)?, encoding, findings)
}

/// The bytes of an input, as they are.
pub(super) fn bytes(input: &Input, limit: Limit, findings: &mut Findings) -> Option<Vec<u8>> {
    let name = input.name();
    let bytes = match input {
        Input::Stdin => read_up_to(io::stdin().lock(), 0, limit),
        Input::File { path, .. } => {
            // The kind is asked before opening: opening a pipe would wait for its other end.
            match fs::metadata(path) {
                Ok(about) if about.is_dir() => {
                    let message = Message::FileIsFolder { name: name.to_owned() };
                    refuse(name, message, Message::HelpFileIsFolder {}, findings);
                    return None;
                }
                Ok(about) if !about.is_file() => {
                    let message = Message::FileIsSpecial { name: name.to_owned() };
                    refuse(name, message, Message::HelpFileIsSpecial {}, findings);
                    return None;
                }
                Ok(about) if about.len() > limit.bytes() => {
                    too_large(name, limit, findings);
                    return None;
                }
                Ok(about) => File::open(path).and_then(|file| read_up_to(file, about.len(), limit)),
                Err(error) => Err(error),
            }
        }
    };
    match bytes {
        Ok(Some(bytes)) => Some(bytes),
        Ok(None) => {
            too_large(name, limit, findings);
            None
        }
        Err(error) => {
            let name_text = name.to_owned();
            let (message, help) = match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                    (Message::FileMissing { near: near(input), name: name_text }, Message::HelpFileMissing {})
                }
                io::ErrorKind::PermissionDenied => (Message::FileForbidden { name: name_text }, Message::HelpFileForbidden {}),
                _ => (Message::FileUnreadable { name: name_text, detail: error.to_string() }, Message::HelpFileUnreadable {}),
            };
            refuse(name, message, help, findings);
            None
        }
    }
}

/// What is called nearly so in the folder where a missing file was looked for.
fn near(input: &Input) -> Option<String> {
    let Input::File { path, name, .. } = input else { return None };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> = folder
        .read_dir()
        .ok()?
        .take(NEIGHBOURS)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    // Folders list their files in no order of their own.
    names.sort();
    let before = name.rfind(['/', '\\']).map_or("", |at| &name[..=at]);
    nearest(&name[before.len()..], names.iter().map(String::as_str)).map(|near| format!("{before}{near}"))
}

/// Decodes bytes that are already in memory.
pub fn from_bytes(name: &str, bytes: Vec<u8>, encoding: Option<&str>, findings: &mut Findings) -> Option<Arc<Source>> {
    let source = if bytes.is_empty() { None } else { Some(encoding::decode(name, bytes, encoding, findings)?) };
    if let Some(source) = source.filter(|source| source.text().contains(|c: char| !c.is_whitespace() && c != '\u{feff}')) {
        return Some(source);
    }
    empty(name, findings);
    None
}

pub(super) fn empty(name: &str, findings: &mut Findings) {
    findings
        .push_at(&rule::FILE_EMPTY, At::File(name.to_owned()), Message::FileEmpty { name: name.to_owned() })
        .help(Message::HelpFileEmpty {});
}

/// All the bytes, or `None` when there are more than the limit.
fn read_up_to(from: impl Read, expected: u64, limit: Limit) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(limit.bytes()) + 1).unwrap_or(0));
    from.take(limit.bytes() + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit.bytes()).then_some(bytes))
}

fn refuse(name: &str, message: Message, help: Message, findings: &mut Findings) {
    findings.push_at(&rule::FILE_UNREADABLE, At::File(name.to_owned()), message).help(help);
}

pub(super) fn too_large(name: &str, limit: Limit, findings: &mut Findings) {
    let message = Message::FileTooLarge { name: name.to_owned(), mebibytes: usize::from(limit.mebibytes()) };
    findings.push_at(&rule::FILE_TOO_LARGE, At::File(name.to_owned()), message).help(Message::HelpFileTooLarge {});
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(path: PathBuf, limit: Limit) -> &'static str {
        let mut findings = Findings::new();
        assert!(open(&Input::file(path, "x.csv".into()), limit, None, &mut findings).is_none());
        let found: Vec<_> = findings.iter().collect();
        assert_eq!(found.len(), 1);
        assert!(found[0].help.is_some());
        found[0].rule.code
    }

    #[test]
    fn what_cannot_be_opened_says_so() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(code_of(folder.path().join("absent.csv"), Limit::Rows), "F001");
        assert_eq!(code_of(folder.path().to_owned(), Limit::Rows), "F001");
        for (text, code) in [("", "F002"), (" \r\n\t\u{a0}\u{feff}", "F002"), ("a\0b", "F003")] {
            let path = folder.path().join("x.csv");
            io::Write::write_all(&mut File::create(&path).unwrap(), text.as_bytes()).unwrap();
            assert_eq!(code_of(path, Limit::Rows), code, "{text:?}");
        }
        let path = folder.path().join("big.csv");
        File::create(&path).unwrap().set_len(Limit::Tree.bytes() + 1).unwrap();
        assert_eq!(code_of(path, Limit::Tree), "F004");
    }

    #[test]
    fn a_sheet_is_named_after_its_file() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.xlsx", "b#1.xlsx", "c.xlsx#x", "d.csv"] {
            File::create(folder.path().join(name)).unwrap();
        }
        let read = |name: &str| match Input::file(folder.path().join(name), name.to_owned()) {
            Input::File { path, name, sheet } => {
                assert_eq!(path, folder.path().join(&name));
                (name, sheet)
            }
            Input::Stdin => panic!("a file"),
        };
        let named = |name: &str, sheet: Option<&str>| (name.to_owned(), sheet.map(str::to_owned));
        assert_eq!(read("a.xlsx"), named("a.xlsx", None));
        assert_eq!(read("a.xlsx#Feuille 1"), named("a.xlsx", Some("Feuille 1")));
        assert_eq!(read("a.xlsx#no#1.xlsx"), named("a.xlsx", Some("no#1.xlsx")));
        assert_eq!(read("a.xlsx#"), named("a.xlsx", Some("")));
        assert_eq!(read("b#1.xlsx#Notes"), named("b#1.xlsx", Some("Notes")));
        assert_eq!(read("c.xlsx#x"), named("c.xlsx#x", None), "a file that is there wins");
        assert_eq!(read("d.csv#x"), named("d.csv", Some("x")));
        assert_eq!(read("absent.ods#x"), named("absent.ods", Some("x")));
        assert_eq!(read("absent#1.csv"), named("absent#1.csv", None));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused_without_being_opened() {
        assert_eq!(code_of(PathBuf::from("/dev/zero"), Limit::Rows), "F001");
    }

    #[test]
    fn a_stream_is_read_up_to_the_limit() {
        assert!(read_up_to(io::repeat(b'x'), 0, Limit::Tree).unwrap().is_none());
        assert_eq!(read_up_to(&b"abc"[..], 0, Limit::Tree).unwrap().unwrap(), b"abc");
    }
}
