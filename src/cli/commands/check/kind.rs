//! What a TOML file of this house is, by its content: enough to tell even a file that does not parse.

use std::path::Path;

use crate::cli::load::CALL_FILE;

/// The name of a settings file.
pub(super) const SETTINGS_FILE: &str = "grille.toml";

/// What a TOML file of this house is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Grid,
    Call,
    Scenarios,
    Settings,
}

/// A grid has a `[grid]` table, a call a `[call]` table or its own name. A `grille.toml` that is none of them holds settings: the
/// word is French for a grid, and a committee may well name its grid so.
pub(super) fn kind(path: &Path, text: &str) -> Option<Kind> {
    let has = |header: &str| text.lines().any(|line| line.trim_start().starts_with(header));
    let is_named = |name: &str| path.file_name().is_some_and(|own| own == name);
    if has("[call]") || is_named(CALL_FILE) {
        Some(Kind::Call)
    } else if has("[grid]") || has("[[criterion]]") || has("[[gate]]") {
        Some(Kind::Grid)
    } else if has("[[scenario]]") {
        Some(Kind::Scenarios)
    } else if is_named(SETTINGS_FILE) {
        Some(Kind::Settings)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells() {
        let kind = |name: &str, text: &str| kind(Path::new(name), text);
        assert_eq!(kind("a.toml", "[grid]\nid = "), Some(Kind::Grid));
        assert_eq!(kind("a/call.toml", ""), Some(Kind::Call));
        assert_eq!(kind("appel.toml", "  [call]"), Some(Kind::Call));
        assert_eq!(kind("grille.toml", "[[check.allow]]\n"), Some(Kind::Settings));
        assert_eq!(kind("grille.toml", "# nothing yet\n"), Some(Kind::Settings));
        assert_eq!(kind("grille.toml", "[grid]\n[[criterion]]\n"), Some(Kind::Grid), "a grid that is called grid in French");
        assert_eq!(kind("Cargo.toml", "[package]\n"), None);
        assert_eq!(kind("-", "[[scenario]]\n"), Some(Kind::Scenarios));
    }
}
