//! Which end of a range is better.

/// Which end of a range is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Best {
    /// More is better.
    Highest,
    /// Less is better.
    Lowest,
}

impl Best {
    /// The words for them in a grid.
    pub const WORDS: &[&str] = &["highest", "lowest"];

    /// The end a word means.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "highest" => Some(Self::Highest),
            "lowest" => Some(Self::Lowest),
            _ => None,
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Highest => "highest",
            Self::Lowest => "lowest",
        }
    }
}
