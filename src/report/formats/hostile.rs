//! Texts from files, made harmless for each form of output. Titles may hold terminal escapes, bidirectional overrides,
//! Markdown, or formulas: what they may not do is act.

use std::borrow::Cow;

/// More marks than this on one base are not a word of any language; they would draw over the lines around.
const MARKS: usize = 8;

/// Characters that reorder the text around them: marks, embeddings, overrides, isolates.
const fn is_bidi_control(ch: char) -> bool {
    matches!(ch, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that show nothing and only serve to make two texts look alike. The joiners U+200C and U+200D are not
/// among them: Persian, Indic scripts and emoji need them.
const fn is_invisible(ch: char) -> bool {
    matches!(
        ch,
        '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// What stands for a control character: its picture, or the replacement character where there is none.
const fn picture(ch: char) -> Option<char> {
    match ch {
        '\0'..='\u{1f}' => match char::from_u32(0x2400 + ch as u32) {
            Some(picture) => Some(picture),
            None => Some('\u{fffd}'),
        },
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some('\u{fffd}'),
        _ => None,
    }
}

const fn is_line_break(ch: char) -> bool {
    matches!(ch, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// One line of text for a terminal (or any plain display): line breaks and tabs are spaces, control characters are
/// shown as pictures, what reorders or hides text is left out.
pub(in crate::report) fn visible(text: &str) -> Cow<'_, str> {
    // The printable ASCII characters, and those of Latin scripts with their accents, need no look.
    if text.chars().all(|ch| matches!(ch, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        if ch == '\r' && chars.peek() == Some(&'\n') || is_bidi_control(ch) || is_invisible(ch) {
            continue;
        }
        if is_line_break(ch) || ch == '\t' {
            out.push(' ');
        } else if let Some(picture) = picture(ch) {
            out.push(picture);
        } else {
            marks = if is_zero_width(ch) { marks + 1 } else { 0 };
            if marks <= MARKS {
                out.push(ch);
            }
        }
    }
    Cow::Owned(out)
}

fn is_zero_width(ch: char) -> bool {
    unicode_width::UnicodeWidthChar::width(ch) == Some(0)
}

/// What a character of a source line is shown as where a finding points at it. Unlike in [`visible`], nothing is left
/// out: the character may be what the finding is about.
pub(in crate::report) fn push_source_char(ch: char, out: &mut String) {
    if ch == '\t' {
        out.push_str("    ");
    } else if is_bidi_control(ch) || is_invisible(ch) || is_line_break(ch) && !ch.is_ascii() {
        out.push('\u{fffd}');
    } else {
        out.push(picture(ch).unwrap_or(ch));
    }
}

/// A printed line that holds right-to-left text, isolated so that what follows it in the row stays in place.
pub(in crate::report) fn isolated(line: String) -> String {
    if line.chars().any(is_right_to_left) { format!("\u{2068}{line}\u{2069}") } else { line }
}

const fn is_right_to_left(ch: char) -> bool {
    matches!(ch, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// One line of Markdown (GitHub's dialect) that renders as the text and nothing else.
///
/// Every character that could open a construct has a backslash, which Markdown takes before any ASCII punctuation.
/// Links: an address in a title stays plain text, since nobody vouches for it: the colon of `http://` (any colon with
/// no space after it, which also covers `mailto:` and `:emoji:`), the dot of `www.` and `@` have a backslash each.
pub(in crate::report) fn markdown(text: &str) -> String {
    let text = visible(text);
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    let opening = text.find(|ch: char| !ch.is_ascii_digit()).unwrap_or(text.len());
    for (at, ch) in text.char_indices() {
        let next = text[at + ch.len_utf8()..].chars().next();
        let escaped = match ch {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '!' | '$' | '@' | '^' => true,
            // What would become a link or a small picture by itself; a place such as `a.csv:5:27` is left as it is.
            ':' => {
                let before = text[..at].to_ascii_lowercase();
                let link = text[at + 1..].starts_with('/') || before.ends_with("mailto") || before.ends_with("xmpp");
                link || text[at + 1..].split_once(':').is_some_and(|(name, _)| is_picture(name))
            }
            // A list, a rule or a heading at the start of a line.
            '-' | '+' | '=' => at == 0,
            // The number of a list, which a space follows; that of a weight or a total is left as it is.
            ')' => at > 0 && at == opening && next.is_none_or(char::is_whitespace),
            '.' => {
                (at > 0 && at == opening && next.is_none_or(char::is_whitespace))
                    || text.as_bytes()[..at].last_chunk::<3>().is_some_and(|www| www.eq_ignore_ascii_case(b"www"))
            }
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(ch);
    }
    out
}

/// Whether code hosts may show `:name:` as a picture. Of the names made of digits only these two are.
fn is_picture(name: &str) -> bool {
    let word = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte));
    word && (["100", "1234"].contains(&name) || name.bytes().any(|byte| !byte.is_ascii_digit()))
}

/// Whether a spreadsheet could take the text for a formula. Apostrophes before it count as well, so that a reader that
/// takes one apostrophe away gets back every text as it was.
pub(in crate::report) fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text for CSV, without its quotation marks: an apostrophe before what would be a formula, control characters other
/// than the line break as pictures.
pub(in crate::report) fn csv(text: &str) -> Cow<'_, str> {
    let formula = is_formula(text);
    if !formula && !text.chars().any(|ch| ch != '\n' && ch.is_control()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    if formula {
        out.push('\'');
    }
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '\n' => out.push('\n'),
            '\r' if chars.peek() == Some(&'\n') => {}
            _ => out.push(picture(ch).unwrap_or(ch)),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn terminal_texts_cannot_act() {
        assert_eq!(visible("\u{1b}[31mRouge\u{1b}[0m"), "␛[31mRouge␛[0m");
        assert_eq!(visible("a\r\nb\tc\u{2028}d"), "a b c d");
        assert_eq!(visible("\0\u{7f}\u{9b}"), "␀␡\u{fffd}");
        assert_eq!(visible("ab\u{202e}cd\u{2066}e\u{200f}"), "abcde");
        assert_eq!(visible("pa\u{200b}y\u{feff}pal\u{ad}"), "paypal");
        assert_eq!(visible(&format!("e{}", "\u{301}".repeat(500))).chars().count(), 1 + MARKS);
        assert!(matches!(visible("« Été » – l’œuvre"), Cow::Borrowed(_)));
        assert_eq!(isolated("שלום 1".into()), "\u{2068}שלום 1\u{2069}");
        assert_eq!(isolated("été".into()), "été");
    }

    #[test]
    fn markdown_texts_cannot_act() {
        assert_eq!(markdown("a|b"), r"a\|b");
        assert_eq!(markdown("<script>[x](y)"), r"\<script\>\[x\](y)");
        assert_eq!(markdown("https://a.b www.c.d e@f.g :x:"), r"https\://a.b www\.c.d e\@f.g \:x:");
        assert_eq!(markdown("- a\n# b"), r"\- a \# b");
        assert_eq!(markdown("1. a 2. b"), r"1\. a 2. b");
        assert_eq!(markdown("2)"), r"2\)");
        assert_eq!(markdown("36.00"), "36.00");
        assert_eq!(markdown("a.csv:5:27"), "a.csv:5:27");
        assert_eq!(markdown("a.csv:100:27"), r"a.csv\:100:27");
        assert_eq!(markdown("Titre\u{a0}: sous-titre"), "Titre\u{a0}: sous-titre");
        assert_eq!(markdown("\\"), r"\\");
    }

    #[test]
    fn spreadsheet_texts_cannot_act() {
        for (text, written) in [
            ("=SUM(A1)", "'=SUM(A1)"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("'=x", "''=x"),
            ("'quoted'", "'quoted'"),
            ("a=b", "a=b"),
            ("a\0b\r\nc\td", "a␀b\nc␉d"),
            ("\t=1", "'␉=1"),
        ] {
            assert_eq!(csv(text), written);
        }
    }

    proptest! {
        #[test]
        fn no_control_character_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(|ch| ch.is_control() || is_bidi_control(ch)));
            prop_assert!(!markdown(&text).chars().any(char::is_control));
            prop_assert!(!csv(&text).chars().any(|ch| ch != '\n' && ch.is_control()));
        }
    }
}
