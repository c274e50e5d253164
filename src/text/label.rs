//! A text in one or two languages: the grid's own ([`Label`]) and the program's constants ([`Pair`]).

use super::Lang;

/// A text that a file gives in French, in English, in both, or once for both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    fr: Option<String>,
    en: Option<String>,
}

impl Label {
    /// The same text in both languages (names, identifiers).
    pub fn same(text: &str) -> Self {
        Self { fr: Some(text.to_owned()), en: Some(text.to_owned()) }
    }

    /// A text with what each language has.
    pub const fn new(fr: Option<String>, en: Option<String>) -> Self {
        Self { fr, en }
    }

    /// The text in `lang`, else in the other language, else empty.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Fr => (&self.fr, &self.en),
            Lang::En => (&self.en, &self.fr),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }

    /// The text in exactly `lang`.
    pub fn only(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Fr => self.fr.as_deref(),
            Lang::En => self.en.as_deref(),
        }
    }

    /// The distinct texts, French first.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let english = self.en.as_deref().filter(|en| Some(*en) != self.fr.as_deref());
        self.fr.as_deref().into_iter().chain(english)
    }
}

/// A constant of the program in both languages: what a key means, what a rule checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Français.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

impl Pair {
    /// The text in `lang`.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }
}
