//! The parts of a workbook: a zip, whose directory is looked at before anything is unpacked, and whose parts are unpacked
//! only as far as is bearable. What is in them is read elsewhere.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that a workbook may unpack to.
pub(super) const MOST_MEBIBYTES: u16 = 256;
const MOST_BYTES: u64 = (MOST_MEBIBYTES as u64) << 20;
/// The most parts that it may have, and the most sheets: each sheet, picture and style sheet is a part.
pub(super) const MOST_PARTS: usize = 10_000;
/// A part that unpacks to more than so many times its size was made to be a trap.
pub(super) const MOST_RATIO: u64 = 500;
/// Parts below this size may be as dense as they like.
const WORTH_A_LOOK: u64 = 16 << 20;

/// Why a workbook cannot be read.
#[derive(Debug)]
pub(super) enum Trouble {
    /// It is not built as it should be.
    Damaged(String),
    /// A password protects it.
    Protected,
    /// It is no workbook, or one of a kind that is not read.
    Foreign,
    /// It unpacks to more than [`MOST_BYTES`].
    Unpacks,
    /// A part of it is packed [`MOST_RATIO`] times.
    Packed,
    /// It has more than [`MOST_PARTS`] parts or sheets.
    Parts,
    /// The sheet has more cells or more text than is read.
    Cells,
}

impl From<ZipError> for Trouble {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Self::Protected,
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// A workbook by its parts.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The number of each part, by its name in lower case: the format compares names so.
    names: HashMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Looks at the directory, and unpacks nothing.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Trouble> {
        // Each entry of the directory begins so: the reader of the directory makes room for as many as it has.
        if memchr::memmem::find_iter(bytes, b"PK\x01\x02").take(MOST_PARTS + 1).count() > MOST_PARTS {
            return Err(Trouble::Parts);
        }
        let archive = ZipArchive::new(Cursor::new(bytes))?;
        let mut names = HashMap::new();
        let mut total: u64 = 0;
        for at in 0..archive.len() {
            let entry = archive.by_index_data(at)?;
            total = total.saturating_add(entry.size());
            if entry.size() > WORTH_A_LOOK && entry.size() / MOST_RATIO > entry.compressed_size() {
                return Err(Trouble::Packed);
            }
            // A part whose name does not decode is none that is looked for.
            if let Ok(name) = entry.name() {
                names.insert(normal(&name), at);
            }
        }
        if total > MOST_BYTES {
            return Err(Trouble::Unpacks);
        }
        // A sheet may be looked at before it is read.
        Ok(Self { archive, names, left: MOST_BYTES * 2 })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&normal(name))
    }

    /// The text of a part; `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Trouble> {
        let Some(&at) = self.names.get(&normal(name)) else { return Ok(None) };
        let file = self.archive.by_index(at)?;
        let most = self.left.min(MOST_BYTES);
        let mut bytes = Vec::with_capacity(usize::try_from(file.size().min(most)).unwrap_or(0));
        // The directory may lie about sizes, and name the same bytes many times.
        let read = file.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|error| Trouble::Damaged(format!("{name}, {error}")))?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Trouble::Unpacks);
        }
        self.left -= length;
        text(bytes).map(Some).ok_or_else(|| Trouble::Damaged(name.to_owned()))
    }
}

/// Names are compared without regard to case; some programs write them from the root, or with the separators of Windows.
fn normal(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

/// XML is in UTF-8 unless a mark says UTF-16.
fn text(bytes: Vec<u8>) -> Option<String> {
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
            Some(text.into_owned())
        }
        None => String::from_utf8(bytes).ok(),
    }
}
