//! What is known about where text will be looked at: its width, its colours, and whether a person looks at all.

use std::ffi::OsString;
use std::io::{IsTerminal as _, stderr, stdout};

use super::args::ColorWhen;

/// A terminal that does not tell its width.
const USUAL_WIDTH: usize = 80;

/// Where text will be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// How many columns there are; none when nothing limits them (a file, a pipe).
    pub width: Option<usize>,
    /// Whether to use colours.
    pub color: bool,
    /// Whether a person looks.
    pub person: bool,
}

impl Screen {
    /// A file: no limit, no colour, nobody.
    pub const FILE: Self = Self { width: None, color: false, person: false };

    /// Standard output.
    pub fn stdout(when: ColorWhen) -> Self {
        Self::new(when, stdout().is_terminal(), terminal_size::terminal_size_of(stdout()), |name| std::env::var_os(name))
    }

    /// Standard error.
    pub fn stderr(when: ColorWhen) -> Self {
        Self::new(when, stderr().is_terminal(), terminal_size::terminal_size_of(stderr()), |name| std::env::var_os(name))
    }

    fn new(
        when: ColorWhen,
        terminal: bool,
        size: Option<(terminal_size::Width, terminal_size::Height)>,
        env: impl Fn(&str) -> Option<OsString>,
    ) -> Self {
        // A pseudo-terminal without a window says 0.
        let told = size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0);
        let wished = || env("COLUMNS").and_then(|text| text.to_str()?.parse().ok()).filter(|width| *width > 0);
        let width = told.filter(|_| terminal).or_else(wished).or(terminal.then_some(USUAL_WIDTH));
        Self { width, color: color(when, terminal, env), person: terminal }
    }
}

/// The option, then <https://no-color.org>, then <https://bixense.com/clicolors>, then the terminal itself.
fn color(when: ColorWhen, terminal: bool, env: impl Fn(&str) -> Option<OsString>) -> bool {
    let set = |name| env(name).filter(|value| !value.is_empty());
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto if set("NO_COLOR").is_some() => false,
        ColorWhen::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        ColorWhen::Auto => {
            terminal && set("TERM").is_none_or(|term| term != "dumb") && set("CLICOLOR").is_none_or(|value| value != "0")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use terminal_size::{Height, Width};

    fn screen(when: ColorWhen, terminal: bool, columns: Option<u16>, env: &[(&str, &str)]) -> Screen {
        let size = columns.map(|columns| (Width(columns), Height(40)));
        Screen::new(when, terminal, size, |name| env.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value)))
    }

    #[test]
    fn colours_follow_the_option_then_the_environment_then_the_terminal() {
        use ColorWhen::{Always, Auto, Never};
        let color = |when, terminal, env: &[(&str, &str)]| screen(when, terminal, None, env).color;
        assert!(color(Auto, true, &[]));
        assert!(!color(Auto, false, &[]));
        assert!(color(Always, false, &[("NO_COLOR", "1")]));
        assert!(!color(Never, true, &[("CLICOLOR_FORCE", "1")]));
        assert!(!color(Auto, true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(color(Auto, true, &[("NO_COLOR", "")]), "an empty NO_COLOR says nothing");
        assert!(color(Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!color(Auto, false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!color(Auto, true, &[("TERM", "dumb")]));
        assert!(!color(Auto, true, &[("CLICOLOR", "0")]));
    }

    #[test]
    fn a_pipe_has_no_width_unless_columns_gives_one() {
        let width = |terminal, size, env: &[(&str, &str)]| screen(ColorWhen::Auto, terminal, size, env).width;
        assert_eq!(width(true, Some(132), &[("COLUMNS", "60")]), Some(132));
        assert_eq!(width(true, Some(0), &[("COLUMNS", "60")]), Some(60));
        assert_eq!(width(true, None, &[]), Some(80));
        assert_eq!(width(false, None, &[]), None);
        assert_eq!(width(false, None, &[("COLUMNS", "60")]), Some(60));
        assert_eq!(width(false, None, &[("COLUMNS", "many")]), None);
        assert_eq!(width(false, None, &[("COLUMNS", "0")]), None);
    }
}
