//! How high a row must be for its texts. A file that leaves this open is shown by some spreadsheets with every row one line
//! high, and the texts over one another.

use unicode_width::UnicodeWidthStr as _;

/// The height of a line, in points, at the usual size of letters.
const LINE: usize = 15;
/// The highest row that spreadsheets take.
const HIGHEST: usize = 409;

/// The height of a row, from its texts, each with the width of its column.
pub(super) fn height<'t>(texts: impl IntoIterator<Item = (&'t str, usize)>) -> f64 {
    let lines = texts.into_iter().map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    f64::from(u16::try_from((lines * LINE).min(HIGHEST)).unwrap_or(u16::MAX))
}

/// In how many lines a text is broken, in a column so many digits wide. A guess that is rather too high: most letters are
/// narrower than a digit, and fonts differ from one machine to the next.
fn lines(text: &str, width: usize) -> usize {
    let width = width.max(1);
    let (mut lines, mut filled) = (1, 0);
    for word in text.split_whitespace() {
        let long = word.width();
        if filled > 0 && filled + 1 + long > width {
            (lines, filled) = (lines + 1, 0);
        }
        filled += long + usize::from(filled > 0);
        // A word that is longer than a line is broken.
        lines += filled.saturating_sub(1) / width;
        filled -= filled.saturating_sub(1) / width * width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_take_lines() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("one two", 10), 1);
        assert_eq!(lines("one two three", 10), 2);
        assert_eq!(lines(&"x".repeat(90), 10), 9);
        assert_eq!(lines("a b", 0), 2);
        assert!((height([("one two three", 10), ("", 5)]) - 30.0).abs() < 1e-9);
        assert!((height([(" x".repeat(9_000).as_str(), 10)]) - 409.0).abs() < 1e-9);
    }
}
