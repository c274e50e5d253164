//! Bytes into text: which character encoding a file is in, said when it is not plain UTF-8. Never puts a replacement
//! character where a byte did not decode.

use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::model::{At, Findings, Source, Span, rule};
use crate::text::Message;

/// How much of a file is looked at to tell what it is.
const SAMPLE: usize = 64 * 1024;

/// What the first bytes of well-known binary files are.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"PK\x03\x04", Kind::Workbook),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Workbook),
    (b"%PDF-", Kind::Pdf),
    (b"\x1f\x8b", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"\x89PNG", Kind::Image),
    (b"\xff\xd8\xff", Kind::Image),
    (b"SQLite format 3\0", Kind::Other),
];

#[derive(Clone, Copy)]
enum Kind {
    Workbook,
    Pdf,
    Archive,
    Image,
    Other,
}

/// The text of a file, as a source; `None` and a finding when it has none.
pub(super) fn decode(name: &str, bytes: Vec<u8>, label: Option<&str>, findings: &mut Findings) -> Option<Arc<Source>> {
    if let Some(&(_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return binary(name, kind, findings);
    }
    if let Some(label) = label {
        return declared(name, bytes, label, findings);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return with(name, bytes, encoding, mark, findings);
    }
    if bytes.contains(&0) {
        return match utf16_without_mark(&bytes) {
            Some(encoding) => with(name, bytes, encoding, 0, findings),
            None => binary(name, Kind::Other, findings),
        };
    }
    if has_many_controls(&bytes) {
        return binary(name, Kind::Other, findings);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(Source::new(name.to_owned(), text, None)),
        Err(error) => with(name, error.into_bytes(), WINDOWS_1252, 0, findings),
    }
}

fn declared(name: &str, bytes: Vec<u8>, label: &str, findings: &mut Findings) -> Option<Arc<Source>> {
    let Some(mut encoding) = Encoding::for_label_no_replacement(label.trim().as_bytes()) else {
        let message = Message::EncodingUnknown { label: label.to_owned() };
        findings.push_at(&rule::ENCODING, At::File(name.to_owned()), message).help(Message::HelpEncodingUnknown {});
        return None;
    };
    let mark = Encoding::for_bom(&bytes);
    // The label `utf-16` alone leaves the order of the bytes to the mark.
    if mark.is_some_and(|(marked, _)| marked == UTF_16BE) && label.trim().eq_ignore_ascii_case("utf-16") {
        encoding = UTF_16BE;
    }
    let skipped = mark.filter(|(marked, _)| *marked == encoding).map_or(0, |(_, length)| length);
    with(name, bytes, encoding, skipped, findings)
}

/// Decodes all bytes after the mark, strictly.
fn with(name: &str, bytes: Vec<u8>, encoding: &'static Encoding, mark: usize, findings: &mut Findings) -> Option<Arc<Source>> {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]) else {
        // A lenient reading finds the place; it goes nowhere else than into this finding.
        let (lenient, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let at = lenient.find('\u{fffd}').unwrap_or(0);
        malformed(name, lenient.into_owned(), at, encoding, findings);
        return None;
    };
    if encoding == WINDOWS_1252
        && let Some(at) = text.find(['\u{81}', '\u{8d}', '\u{8f}', '\u{90}', '\u{9d}'])
    {
        // The web's table gives the five unused bytes a control character; no spreadsheet ever wrote one.
        malformed(name, text.into_owned(), at, encoding, findings);
        return None;
    }
    if text.contains('\0') {
        return binary(name, Kind::Other, findings);
    }
    let marked = mark > 0;
    let text = text.trim_start_matches('\u{feff}').to_owned();
    if encoding == UTF_8 && text.len() == bytes.len() {
        return Some(Source::new(name.to_owned(), text, None));
    }
    let source = Source::new(name.to_owned(), text, Some(bytes));
    let encoding = encoding.name().to_owned();
    let message = if marked { Message::ReadAsMarked { encoding } } else { Message::ReadAsEncoding { encoding } };
    findings.push_at(&rule::READ_AS, At::File(name.to_owned()), message);
    Some(source)
}

fn malformed(name: &str, text: String, at: usize, encoding: &'static Encoding, findings: &mut Findings) {
    let source = Source::new(name.to_owned(), text, None);
    let length = source.text()[at..].chars().next().map_or(0, char::len_utf8);
    findings
        .push(
            &rule::ENCODING,
            &Span::new(&source, at, at + length),
            Message::EncodingMalformed { encoding: encoding.name().to_owned() },
        )
        .help(Message::HelpEncodingMalformed {});
}

fn binary(name: &str, kind: Kind, findings: &mut Findings) -> Option<Arc<Source>> {
    let named = name.to_owned();
    let (message, help) = match kind {
        Kind::Workbook if name == "-" => (Message::FileIsWorkbook { name: named }, Message::HelpWorkbookOnStdin {}),
        Kind::Workbook => (Message::FileIsWorkbook { name: named }, Message::HelpFileIsWorkbook {}),
        Kind::Pdf => (Message::FileIsPdf { name: named }, Message::HelpFileBinary {}),
        Kind::Archive => (Message::FileIsArchive { name: named }, Message::HelpFileIsArchive {}),
        Kind::Image => (Message::FileIsImage { name: named }, Message::HelpFileBinary {}),
        Kind::Other => (Message::FileBinary { name: named }, Message::HelpFileBinary {}),
    };
    findings.push_at(&rule::FILE_BINARY, At::File(name.to_owned()), message).help(help);
    None
}

/// Western text in UTF-16 has a zero in nearly every pair of bytes, always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut first, mut second) = (0, 0);
    for pair in sample.chunks_exact(2) {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    let pairs = sample.len() / 2;
    if second * 5 > pairs * 4 && first * 20 <= pairs {
        Some(UTF_16LE)
    } else if first * 5 > pairs * 4 && second * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// One byte in ten is a control character that no text editor writes.
fn has_many_controls(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let odd = |byte: u8| (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)) || byte == 0x7f;
    sample.iter().filter(|&&byte| odd(byte)).count() * 10 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8], label: Option<&str>) -> (Option<String>, Vec<&'static str>, Findings) {
        let mut findings = Findings::new();
        let source = decode("a.csv", bytes.to_vec(), label, &mut findings);
        let codes = findings.iter().map(|finding| finding.rule.code).collect();
        (source.map(|source| source.text().to_owned()), codes, findings)
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn each_encoding_that_committees_send() {
        let text = "id;Évaluation\nP1;œuvre à 5 €\n";
        let (cp1252, _, _) = WINDOWS_1252.encode(text);
        let cases: Vec<(Vec<u8>, Option<&str>, &[&str])> = vec![
            (text.as_bytes().to_vec(), None, &[]),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), None, &["F006"]),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Some("utf-8"), &["F006"]),
            ([b"\xff\xfe".to_vec(), utf16(text, u16::to_le_bytes)].concat(), None, &["F006"]),
            ([b"\xfe\xff".to_vec(), utf16(text, u16::to_be_bytes)].concat(), None, &["F006"]),
            ([b"\xfe\xff".to_vec(), utf16(text, u16::to_be_bytes)].concat(), Some("UTF-16"), &["F006"]),
            (utf16(text, u16::to_le_bytes), None, &["F006"]),
            (utf16(text, u16::to_be_bytes), None, &["F006"]),
            (utf16(text, u16::to_be_bytes), Some("utf-16be"), &["F006"]),
            (cp1252.to_vec(), None, &["F006"]),
            (cp1252.to_vec(), Some("latin1"), &["F006"]),
            (text.as_bytes().to_vec(), Some("utf8"), &[]),
        ];
        for (bytes, label, codes) in cases {
            let (read, found, _) = read(&bytes, label);
            assert_eq!(read.as_deref(), Some(text), "{label:?} {bytes:x?}");
            assert_eq!(found, codes, "{label:?} {bytes:x?}");
        }
        let (read, found, _) = read(b"caf\x8e", Some("macintosh"));
        assert_eq!((read.as_deref(), found), (Some("café"), vec!["F006"]));
    }

    #[test]
    fn the_hash_is_that_of_the_file() {
        let mut findings = Findings::new();
        let bytes = b"\xef\xbb\xbfid\n".to_vec();
        let whole = Source::new("a".into(), String::from_utf8(bytes.clone()).unwrap(), None).sha256();
        assert_eq!(decode("a", bytes, None, &mut findings).unwrap().sha256(), whole);
    }

    #[test]
    fn what_is_not_text_says_what_it_is() {
        for bytes in [&b"PK\x03\x04\x14"[..], b"%PDF-1.7", b"\x1f\x8b\x08", b"a\0b", b"a\0bcd", b"\x01\x02\x03\x04abc"] {
            let (read, codes, findings) = read(bytes, None);
            assert_eq!((read, codes), (None, vec!["F003"]), "{bytes:x?}");
            assert!(findings.iter().all(|finding| finding.help.is_some()));
        }
        assert_eq!(read(b"a\0b", Some("utf-8")).1, ["F003"]);
    }

    #[test]
    fn a_byte_that_does_not_decode_has_a_place() {
        for (bytes, label, place) in [
            (&b"id\ncaf\x81\n"[..], None, (2, 4)),
            (b"id\ncaf\xe9\n", Some("utf-8"), (2, 4)),
            (b"\xef\xbb\xbfid\n\xe9\n", None, (2, 1)),
            (b"\xff\xfei\0\n\0\x00\xd8\n\0", None, (2, 1)),
        ] {
            let (read, codes, findings) = read(bytes, label);
            assert_eq!((read, codes), (None, vec!["F005"]), "{bytes:x?}");
            let At::Span(span) = &findings.iter().next().unwrap().at else { panic!("no place") };
            let position = span.position();
            assert_eq!((position.line.get(), position.column.get()), place, "{bytes:x?}");
        }
        assert_eq!(read(b"id", Some("utf-9")).1, ["F005"]);
    }

    proptest! {
        #[test]
        fn any_bytes_decode_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), label in 0usize..6) {
            let label = [None, Some("utf-8"), Some("utf-16"), Some("macintosh"), Some("iso-2022-jp"), Some("shift_jis")][label];
            let (text, codes, findings) = read(&bytes, label);
            prop_assert_eq!(text.is_none(), findings.has_errors());
            if let Some(text) = text {
                let clean = !text.contains('\0') && !text.starts_with('\u{feff}');
                prop_assert!(clean);
                if label.is_none() && text.contains('\u{fffd}') {
                    let whole = String::from_utf8(bytes).is_ok() || !codes.is_empty();
                    prop_assert!(whole, "a replacement character out of nothing");
                }
            }
        }
    }
}
