//! Sheets of workbooks (XLSX, ODS) into a [`Table`] whose places are cells: which kind a workbook is, and which of its sheets
//! is read. Formulas are never computed and macros never run.

mod cells;
mod formats;
mod ods;
mod package;
mod table;
mod value;
mod xlsx;
mod xml;

use cells::{Cells, MOST_CELLS, Shared};
use package::{MOST_MEBIBYTES, MOST_PARTS, MOST_RATIO, Package, Trouble};

use crate::model::nearest::{nearest, same_word};
use crate::model::{At, Findings, Table, rule};
use crate::text::Message;

/// The endings of the names of workbooks.
pub const ENDINGS: &[&str] = &["xlsx", "xlsm", "ods"];

/// The names of a sheet that holds submissions, where the call names none.
pub const SUBMISSIONS: &[&str] = &["submissions", "candidatures"];

/// The names of a sheet that holds marks, where the call names none.
pub const MARKS: &[&str] = &["marks", "notes"];

/// The names of a sheet that holds conflicts of interest, likewise.
pub const CONFLICTS: &[&str] = &["conflicts", "conflits"];

/// The names of a sheet that holds assignments, likewise.
pub const ASSIGNMENTS: &[&str] = &["assignments", "attributions"];

/// How a file of the kind that came before, and of protected workbooks, begins.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// How the zip of a workbook begins.
const ZIP: &[u8] = b"PK";

/// Which sheet is meant.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// The one that the call names.
    pub sheet: Option<&'a str>,
    /// The words that name it where the call does not and several have something.
    pub words: &'a [&'a str],
}

/// A sheet of a workbook.
#[derive(Debug)]
struct Listed {
    name: String,
    hidden: Hidden,
}

/// Whether a sheet is hidden: it is then read only where it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hidden {
    Yes,
    No,
}

/// A workbook of either kind.
enum Book<'a> {
    Xlsx(xlsx::Book<'a>),
    Ods(ods::Book),
}

impl<'a> Book<'a> {
    /// The content of a file tells its kind: its name may say another one.
    fn open(bytes: &'a [u8]) -> Result<Self, Trouble> {
        let package = Package::open(bytes)?;
        if ods::is_ods(&package) { ods::Book::open(package).map(Self::Ods) } else { xlsx::Book::open(package).map(Self::Xlsx) }
    }

    fn sheets(&self) -> &[Listed] {
        match self {
            Self::Xlsx(book) => &book.sheets,
            Self::Ods(book) => &book.sheets,
        }
    }

    fn cells(&mut self, sheet: usize, one_is_enough: bool) -> Result<Cells, Trouble> {
        match self {
            Self::Xlsx(book) => book.cells(sheet, one_is_enough),
            Self::Ods(book) => book.cells(sheet, one_is_enough),
        }
    }

    fn into_shared(self) -> Shared {
        match self {
            Self::Xlsx(book) => book.shared,
            Self::Ods(_) => Shared::default(),
        }
    }
}

/// Reads the sheet that is meant, or says why it cannot be read.
pub fn table(name: &str, bytes: Vec<u8>, sought: &Sought<'_>, findings: &mut Findings) -> Option<Table> {
    if bytes.is_empty() {
        super::source::empty(name, findings);
        return None;
    }
    if let Some((message, help)) = not_a_package(name, &bytes) {
        findings.push_at(&rule::WORKBOOK, At::File(name.to_owned()), message).help(help);
        return None;
    }
    let mut sheet = String::new();
    let table = read(name, bytes, sought, &mut sheet, findings);
    table.unwrap_or_else(|trouble| {
        say(trouble, name, &sheet, findings);
        None
    })
}

/// What is no zip at all cannot be a workbook that is read.
fn not_a_package(name: &str, bytes: &[u8]) -> Option<(Message, Message)> {
    let name = name.to_owned();
    if bytes.starts_with(ZIP) {
        return None;
    }
    if !bytes.starts_with(OLE) {
        return Some((Message::WorkbookNone { name }, Message::HelpWorkbookNone {}));
    }
    // A protected workbook is kept whole in an old container, under this name in UTF-16.
    let hidden: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    Some(if memchr::memmem::find(bytes, &hidden).is_some() {
        (Message::WorkbookProtected { name }, Message::HelpWorkbookProtected {})
    } else {
        (Message::WorkbookKind { name }, Message::HelpWorkbookKind {})
    })
}

fn read(
    name: &str,
    bytes: Vec<u8>,
    sought: &Sought<'_>,
    sheet: &mut String,
    findings: &mut Findings,
) -> Result<Option<Table>, Trouble> {
    let mut book = Book::open(&bytes)?;
    let Some(at) = choose(name, &mut book, sought, findings)? else { return Ok(None) };
    if let Some(listed) = book.sheets().get(at) {
        sheet.clone_from(&listed.name);
    }
    let mut cells = book.cells(at, false)?;
    cells.put_in_order();
    if cells.list.is_empty() {
        let message = Message::SheetEmpty { name: name.to_owned(), sheet: sheet.clone() };
        findings.push_at(&rule::SHEET, At::File(name.to_owned()), message).help(Message::HelpSheetEmpty {});
        return Ok(None);
    }
    let shared = book.into_shared();
    table::table(name, bytes, sheet, &cells, &shared, findings).map(Some)
}

/// The sheet that is named; else the only one that is shown and has something; else, of several, the one that a word names.
fn choose(name: &str, book: &mut Book<'_>, sought: &Sought<'_>, findings: &mut Findings) -> Result<Option<usize>, Trouble> {
    let file = || At::File(name.to_owned());
    let all = || (0..book.sheets().len()).collect::<Vec<usize>>();
    let called = |at: usize, book: &Book<'_>| book.sheets().get(at).map_or_else(String::new, |sheet| sheet.name.clone());
    if book.sheets().is_empty() {
        return Err(Trouble::Foreign);
    }
    if let Some(wanted) = sought.sheet {
        let exact = all().into_iter().find(|&at| called(at, book) == wanted);
        let found = exact.or_else(|| all().into_iter().find(|&at| same_word(&called(at, book), wanted)));
        if found.is_none() {
            let known: Vec<String> = all().into_iter().map(|at| called(at, book)).collect();
            let near = nearest(wanted, known.iter().map(String::as_str));
            let message = Message::SheetUnknown { name: name.to_owned(), sheet: wanted.to_owned(), near };
            findings.push_at(&rule::SHEET, file(), message).help(Message::HelpSheetUnknown { known });
        }
        return Ok(found);
    }
    let shown: Vec<usize> = all().into_iter().filter(|&at| book.sheets()[at].hidden == Hidden::No).collect();
    if let [only] = shown[..] {
        return Ok(Some(only));
    }
    let mut filled = Vec::new();
    for at in shown {
        if !book.cells(at, true)?.list.is_empty() {
            filled.push(at);
        }
    }
    match filled[..] {
        [] => {
            super::source::empty(name, findings);
            return Ok(None);
        }
        [only] => return Ok(Some(only)),
        _ => {}
    }
    let is_named = |at: &usize| sought.words.iter().any(|word| same_word(word, &called(*at, book)));
    let named: Vec<usize> = filled.iter().copied().filter(is_named).collect();
    if let [only] = named[..] {
        let message = Message::ReadAsSheet { sheet: called(only, book) };
        findings.push_at(&rule::READ_AS, file(), message);
        return Ok(Some(only));
    }
    let sheets: Vec<String> = filled.into_iter().map(|at| called(at, book)).collect();
    let example = format!("{name}#{}", sheets.first().map_or("", String::as_str));
    let message = Message::SheetsSeveral { name: name.to_owned(), sheets };
    findings.push_at(&rule::SHEET, file(), message).help(Message::HelpSheetsSeveral { example });
    Ok(None)
}

fn say(trouble: Trouble, name: &str, sheet: &str, findings: &mut Findings) {
    let named = name.to_owned();
    let (rule, message, help) = match trouble {
        Trouble::Damaged(detail) => {
            (&rule::WORKBOOK, Message::WorkbookDamaged { name: named, detail }, Message::HelpWorkbookDamaged {})
        }
        Trouble::Protected => (&rule::WORKBOOK, Message::WorkbookProtected { name: named }, Message::HelpWorkbookProtected {}),
        Trouble::Foreign => (&rule::WORKBOOK, Message::WorkbookKind { name: named }, Message::HelpWorkbookKind {}),
        Trouble::Unpacks => {
            let message = Message::WorkbookUnpacks { name: named, mebibytes: usize::from(MOST_MEBIBYTES) };
            (&rule::FILE_TOO_LARGE, message, Message::HelpWorkbookUnpacks {})
        }
        Trouble::Packed => {
            let message = Message::WorkbookPacked { name: named, times: usize::try_from(MOST_RATIO).unwrap_or(usize::MAX) };
            (&rule::FILE_TOO_LARGE, message, Message::HelpWorkbookDamaged {})
        }
        Trouble::Parts => {
            let message = Message::WorkbookParts { name: named, most: MOST_PARTS };
            (&rule::FILE_TOO_LARGE, message, Message::HelpWorkbookUnpacks {})
        }
        Trouble::Cells => {
            let message = Message::SheetTooLarge { name: named, sheet: sheet.to_owned(), most: MOST_CELLS };
            (&rule::FILE_TOO_LARGE, message, Message::HelpSheetTooLarge {})
        }
    };
    findings.push_at(rule, At::File(name.to_owned()), message).help(help);
}
