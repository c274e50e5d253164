//! What every command is told besides its own arguments.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::args::{Format, OutputArgs};
use super::terminal::Screen;
use crate::text::{Lang, Message};

/// What every command is told besides its own arguments.
#[derive(Debug, Clone)]
pub struct Context {
    /// The reader's language.
    pub lang: Lang,
    /// Where the result will be looked at; a file when there is an output file.
    pub screen: Screen,
    /// Where notes and findings will be looked at: standard error.
    pub notes: Screen,
    /// The form that was asked for, by name or by the ending of the output file.
    pub format: Option<Format>,
    /// The file that takes the result; none is standard output.
    pub output: Option<PathBuf>,
    /// What stands before a person while the result goes to a file: standard output, wherever the result goes.
    pub terminal: Screen,
    /// The language that `--lang` names: what is meant for programs follows it, and never the locale.
    pub asked: Option<Lang>,
    /// Whether notes are left out.
    pub quiet: bool,
}

impl Context {
    /// From the arguments and the terminal.
    pub fn new(lang: Lang, args: &OutputArgs) -> Self {
        let output = args.output.clone().filter(|path| path.as_os_str() != "-");
        let format = args.format.or_else(|| output.as_deref().and_then(Format::from_ending));
        let color = args.color.unwrap_or_default();
        let terminal = Screen::stdout(color);
        let screen = if output.is_some() { Screen::FILE } else { terminal };
        let asked = args.lang;
        Self { lang, screen, notes: Screen::stderr(color), format, output, terminal, asked, quiet: args.quiet }
    }

    /// Says why a run ends as it does, on standard error, whether quiet was asked for or not.
    pub fn insist(&self, message: &Message) {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(io::stderr().lock(), "{}", message.text(self.lang));
    }

    /// Says something beside the result, on standard error, unless quiet was asked for.
    pub fn note(&self, message: &Message) {
        if !self.quiet {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(io::stderr().lock(), "{}", message.text(self.lang));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::ColorWhen;

    fn context(format: Option<Format>, output: Option<&str>) -> Context {
        let output = output.map(PathBuf::from);
        Context::new(Lang::Fr, &OutputArgs { format, output, lang: None, color: Some(ColorWhen::Always), quiet: false })
    }

    #[test]
    fn a_file_has_no_colours_and_its_ending_picks_the_form() {
        let to_file = context(None, Some("a.csv"));
        assert_eq!((to_file.screen, to_file.format), (Screen::FILE, Some(Format::Csv)));
        assert_eq!(context(Some(Format::Json), Some("a.csv")).format, Some(Format::Json));
    }

    #[test]
    fn a_dash_is_standard_output() {
        let to_stdout = context(None, Some("-"));
        assert_eq!((to_stdout.output, to_stdout.screen.color), (None, true));
    }
}
