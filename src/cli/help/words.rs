//! The single words around help pages and errors: headings and labels, with the colours they wear.

use anstyle::{AnsiColor, Style};

use crate::text::{Lang, Pair};

/// Headings of help pages and the first word of usage lines.
pub(super) const HEADING: Style = Style::new().bold();

const ERROR: Pair = Pair { fr: "erreur\u{a0}:", en: "error:" };
const HELP: Pair = Pair { fr: "aide\u{a0}:", en: "help:" };
const CAUSE: Pair = Pair { fr: "cause\u{a0}:", en: "cause:" };
const USAGE: Pair = Pair { fr: "Utilisation\u{a0}:", en: "Usage:" };

/// The label of an error.
pub(crate) fn error(lang: Lang, color: bool) -> String {
    worn(ERROR.get(lang), AnsiColor::Red.on_default().bold(), color)
}

/// The label of what to do.
pub(crate) fn help(lang: Lang, color: bool) -> String {
    worn(HELP.get(lang), AnsiColor::Cyan.on_default().bold(), color)
}

/// The label of a usage line.
pub(crate) fn usage(lang: Lang, color: bool) -> String {
    worn(USAGE.get(lang), HEADING, color)
}

/// The label of what is behind an error.
pub(crate) const fn cause(lang: Lang) -> &'static str {
    CAUSE.get(lang)
}

fn worn(text: &str, style: Style, color: bool) -> String {
    if color { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
