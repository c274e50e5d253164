//! What is said when a run fails: an error that carries a sentence of the catalogue, and the one place that prints it.

use std::fmt;
use std::io::{self, ErrorKind, Write};

use super::help::words;
use super::terminal::Screen;
use crate::text::{Lang, Message};

/// An error whose sentence is in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said(pub Message);

impl fmt::Display for Said {
    /// In English: only logs and tests see it, people get [`show`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text(Lang::En))
    }
}

impl std::error::Error for Said {}

impl From<Message> for Said {
    fn from(message: Message) -> Self {
        Self(message)
    }
}

/// Prints an error and what caused it.
///
/// # Errors
/// When `to` cannot be written; nothing can be done about it then.
pub fn show(error: &anyhow::Error, lang: Lang, screen: Screen, to: &mut dyn Write) -> io::Result<()> {
    // A sentence of the catalogue, however deep it stands, says more to people than what was wrapped around it.
    let said = error.downcast_ref::<Said>();
    let headline = said.map_or_else(|| phrase(error.as_ref(), lang), |said| said.0.text(lang));
    writeln!(to, "{} {headline}", words::error(lang, screen.color))?;
    let english = said.map(ToString::to_string);
    for cause in error.chain().skip(usize::from(said.is_none())).filter(|cause| Some(cause.to_string()) != english) {
        writeln!(to, "  {} {}", words::cause(lang), phrase(cause, lang))?;
    }
    Ok(())
}

/// Why an operation of the system failed: in the reader's language for the usual reasons, else in the system's words.
pub fn reason(error: &io::Error) -> Message {
    match error.kind() {
        ErrorKind::NotFound => Message::ReasonNotFound {},
        ErrorKind::PermissionDenied => Message::ReasonDenied {},
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Message::ReasonFull {},
        ErrorKind::ReadOnlyFilesystem => Message::ReasonReadOnlyPlace {},
        ErrorKind::NotADirectory => Message::ReasonNotFolder {},
        ErrorKind::InvalidFilename => Message::ReasonNameTooLong {},
        _ => Message::Verbatim { text: error.to_string() },
    }
}

fn phrase(error: &(dyn std::error::Error + 'static), lang: Lang) -> String {
    if let Some(said) = error.downcast_ref::<Said>() {
        return said.0.text(lang);
    }
    error.downcast_ref::<io::Error>().map_or_else(|| error.to_string(), |error| reason(error).text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(error: &anyhow::Error, lang: Lang) -> String {
        let mut bytes = Vec::new();
        show(error, lang, Screen::FILE, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_sentence_is_shown_in_the_language_with_its_causes() {
        let denied = || anyhow::Error::from(io::Error::from(ErrorKind::PermissionDenied));
        let error = denied().context(Said(Message::OutputReadOnly { path: "a.csv".into() }));
        assert_eq!(
            shown(&error, Lang::Fr),
            "erreur\u{a0}: le résultat ne peut être écrit dans «\u{a0}a.csv\u{a0}»\u{a0}: le fichier est en lecture seule\n  \
             cause\u{a0}: accès refusé\n"
        );
        assert_eq!(
            shown(&error, Lang::En),
            "error: the result cannot be written to “a.csv”: the file is read-only\n  cause: permission denied\n"
        );
    }

    #[test]
    fn other_errors_are_shown_as_they_are() {
        assert_eq!(shown(&anyhow::anyhow!("odd"), Lang::Fr), "erreur\u{a0}: odd\n");
        let wrapped = anyhow::Error::from(Said(Message::UsageNotDate {})).context("odd");
        assert_eq!(shown(&wrapped, Lang::En), "error: a day is written year-month-day, such as 2026-01-31\n  cause: odd\n");
    }
}
