//! The nearest known word to a mistyped one, and the comparison of words that people type.

/// The candidate most like `word`, if any is like enough (at most a third of its letters differ).
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let folded = fold(word);
    // A long text is not a mistyped word; comparing it would cost the square of its length.
    if folded.chars().count() > 80 {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&folded, &fold(candidate)), candidate))
        // One letter for another in a word of two is no slip: it is another word.
        .filter(|(distance, candidate)| *distance <= candidate.chars().count() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Words are compared trimmed, NFC (both done when a file is read) and without regard to case, nor to what a keyboard
/// and a typesetter do differently: the apostrophe of `l'appui` and of `l’appui`, plain and no-break spaces.
pub fn fold(word: &str) -> String {
    let lower = word.trim().to_lowercase();
    if lower.is_ascii() {
        return lower;
    }
    let plain = |c| match c {
        '\u{2019}' | '\u{2bc}' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        c => c,
    };
    lower.chars().map(plain).collect()
}

/// Whether two words are the same to a person who types them.
pub fn same_word(a: &str, b: &str) -> bool {
    // Most pairs differ by more than their apostrophes and spaces could: no text is made for those.
    a == b || (a.len().abs_diff(b.len()) < 16 && fold(a) == fold(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_what_is_near() {
        let words = ["weight", "label", "scale", "Oui"];
        assert_eq!(nearest("wieght", words).as_deref(), Some("weight"));
        assert_eq!(nearest("Ouii", words).as_deref(), Some("Oui"));
        assert_eq!(nearest("colour", words), None);
        assert_eq!(nearest("P7", ["P1", "P2"]), None);
        assert_eq!(nearest("|", [",", ";", "tab"]), None);
        assert!(same_word("Élevé", "élevé"));
        assert!(same_word("Appui de l’équipe\u{a0}: oui", "appui de l'équipe : oui"), "typed and typeset are one word");
        assert!(!same_word("oui", "ouii"));
    }
}
