//! The form every text of a draft has: trimmed and NFC-normalised. Decides nothing about what the text means.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// White space, and the zero-width marks that spreadsheets and web pages leave around a text.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Where the text that matters begins and ends.
pub(super) fn trimmed(text: &str) -> (usize, usize) {
    // Nearly every cell begins and ends with a visible ASCII character.
    let visible = |byte: Option<&u8>| byte.is_some_and(|&byte| byte > b' ' && byte < 0x7f);
    let bytes = text.as_bytes();
    if visible(bytes.first()) && visible(bytes.last()) {
        return (0, text.len());
    }
    let end = text.trim_end_matches(is_edge).len();
    let start = end - text[..end].trim_start_matches(is_edge).len();
    (start, end)
}

/// The text in Normalization Form C.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let normal: String = text.nfc().collect();
    if normal == text { Cow::Borrowed(text) } else { Cow::Owned(normal) }
}

/// Trimmed, then normalised.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    let (start, end) = trimmed(text);
    nfc(&text[start..end])
}

/// What follows the apostrophe that keeps spreadsheets from computing a text; our own writer of CSV puts it there.
pub(super) fn freed(text: &str) -> Option<&str> {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']))
}

/// The beginning of a text, enough to recognise it in a sentence.
pub(super) fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.trim();
    text.char_indices().nth(MOST).map_or_else(|| text.to_owned(), |(end, _)| format!("{}…", text[..end].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_and_accents() {
        assert_eq!(tidy("\u{feff}\u{a0} e\u{301}te \t\u{202f}"), "éte");
        assert_eq!(tidy(" \u{a0}"), "");
        assert_eq!(trimmed(""), (0, 0));
        assert_eq!(trimmed("  "), (0, 0));
        assert!(matches!(tidy("été"), Cow::Borrowed("été")));
        assert_eq!(excerpt(" é "), "é");
        assert_eq!(excerpt(&"é".repeat(61)), "é".repeat(60) + "…");
    }
}
