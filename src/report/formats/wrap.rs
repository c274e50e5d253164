//! Lines of a given width, measured as a terminal shows them. No-break spaces do not break.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns a text takes on a terminal.
pub(in crate::report) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The widest word of a text.
pub(super) fn widest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or(0)
}

/// The text in lines no wider than `room` (at least 2, the width of an ideograph), broken at spaces; a word wider than
/// a line is cut between characters. At least one line.
pub(in crate::report) fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(2);
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let line = lines.last().map_or("", String::as_str);
        let (line_width, word_width) = (width(line), width(word));
        let gap = usize::from(line_width > 0);
        if line_width + gap + word_width <= room {
            if let Some(line) = lines.last_mut() {
                line.push_str(if gap > 0 { " " } else { "" });
                line.push_str(word);
            }
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        if word_width <= room {
            if let Some(line) = lines.last_mut() {
                line.push_str(word);
            }
        } else {
            cut(word, room, &mut lines);
        }
    }
    lines
}

/// Cuts a word too wide for a line, keeping marks and joined characters with what they belong to.
fn cut(word: &str, room: usize, lines: &mut Vec<String>) {
    let mut start = 0;
    let mut taken = 0;
    let mut joined = false;
    for (at, ch) in word.char_indices() {
        let own = UnicodeWidthChar::width(ch).unwrap_or(1);
        // A text can be narrower than the sum of its characters (joined emoji), and wider only by what a variation
        // selector adds to the character before it: that selector is counted here.
        let own = if ch == '\u{fe0f}' { 1 } else { own };
        if taken + own > room && own > 0 && !joined {
            if let Some(line) = lines.last_mut() {
                line.push_str(&word[start..at]);
            }
            lines.push(String::new());
            (start, taken) = (at, 0);
        }
        taken += own;
        joined = ch == '\u{200d}' && taken < room;
    }
    if let Some(line) = lines.last_mut() {
        line.push_str(&word[start..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(wrap("Précision et clarté de l’information", 13), ["Précision et", "clarté de", "l’information"]);
        assert_eq!(wrap("a\u{a0}:  b", 3), ["a\u{a0}:", "b"]);
        assert_eq!(wrap("漢字漢字漢", 4), ["漢字", "漢字", "漢"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 10), [""]);
        let families = "👩\u{200d}👩\u{200d}👧".repeat(5);
        for room in 2..9 {
            assert!(wrap(&families, room).iter().all(|line| width(line) <= room && !line.starts_with('\u{200d}')), "{room}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in "\\PC{0,80}", room in 2usize..40) {
            let lines = wrap(&text, room);
            for line in &lines {
                prop_assert!(width(line) <= room, "{} > {room}: {line:?}", width(line));
            }
            let squeeze = |text: &str| text.replace(' ', "");
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        }
    }
}
