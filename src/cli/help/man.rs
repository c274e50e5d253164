//! The manual pages, in the reader's language: the texts of the help pages, laid out for `man`. Written here and not by clap's
//! own generator, whose headings are English.

use std::fmt::Write as _;

use clap::Command;

use super::page;
use super::texts::{self, CommandText};
use crate::text::{Lang, Pair};

const NAME: Pair = Pair { fr: "NOM", en: "NAME" };
const SYNOPSIS: Pair = Pair { fr: "SYNOPSIS", en: "SYNOPSIS" };
const COMMANDS: Pair = Pair { fr: "COMMANDES", en: "COMMANDS" };
const EXAMPLES: Pair = Pair { fr: "EXEMPLES", en: "EXAMPLES" };
const EXIT: Pair = Pair { fr: "CODE DE SORTIE", en: "EXIT STATUS" };
const SEE_ALSO: Pair = Pair { fr: "VOIR AUSSI", en: "SEE ALSO" };
const MANUAL: Pair = Pair { fr: "Manuel de grille", en: "Manual of grille" };
const CODES: [(&str, Pair); 3] = [
    ("0", Pair { fr: "c’est fait", en: "done" }),
    ("1", Pair { fr: "c’est fait, et il y a des constats", en: "done, and there are findings" }),
    ("2", Pair { fr: "cela n’a pu se faire", en: "could not run" }),
];

/// The pages of the program and of each command that is not hidden, each with its name: `grille`, `grille-rank`.
pub(crate) fn manual(program: &Command, lang: Lang) -> Vec<(String, String)> {
    // Nothing cuts a page here: `man` knows how wide the screen is. Building gives commands the options that all have.
    let mut dressed = page::dress(program.clone(), lang, usize::from(u16::MAX));
    dressed.build();
    let shown: Vec<&Command> = dressed.get_subcommands().filter(|command| !command.is_hide_set()).collect();
    let names: Vec<String> = shown.iter().map(|command| format!("grille-{}", command.get_name())).collect();
    let mut pages = vec![("grille".to_owned(), one(&dressed, "grille", &shown, &names, lang))];
    let own = |(command, name): (&&Command, &String)| (name.clone(), one(command, name, &[], &["grille".to_owned()], lang));
    pages.extend(shown.iter().zip(&names).map(own));
    pages
}

fn one(command: &Command, name: &str, commands: &[&Command], see_also: &[String], lang: Lang) -> String {
    let text = texts::command(command.get_name());
    let about = text.map_or("", |text| text.about.get(lang));
    let mut out =
        format!(".TH {} 1 \"\" \"grille {}\" \"{}\"\n", name.to_uppercase(), env!("CARGO_PKG_VERSION"), MANUAL.get(lang));
    section(&mut out, NAME.get(lang));
    line(&mut out, &format!("{name} \\- {}", plain(about.trim_end_matches('.'))));
    section(&mut out, SYNOPSIS.get(lang));
    let usage = command.clone().render_usage().to_string();
    line(&mut out, &plain(usage.split_once(": ").map_or(usage.as_str(), |(_, line)| line)));
    arguments(&mut out, command);
    if !commands.is_empty() {
        section(&mut out, COMMANDS.get(lang));
        for command in commands {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            item(&mut out, command.get_name(), &about);
        }
    }
    examples(&mut out, text, lang);
    section(&mut out, EXIT.get(lang));
    for (code, says) in CODES {
        item(&mut out, code, says.get(lang));
    }
    section(&mut out, SEE_ALSO.get(lang));
    line(&mut out, &see_also.iter().map(|name| format!("\\fB{}\\fR(1)", plain(name))).collect::<Vec<_>>().join(", "));
    out
}

/// The arguments under the headings of the help page, in its order.
fn arguments(out: &mut String, command: &Command) {
    let mut headings: Vec<&str> = Vec::new();
    for heading in command.get_arguments().filter_map(|arg| arg.get_help_heading()) {
        if !heading.is_empty() && !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    for heading in headings {
        section(out, &heading.trim_end_matches('\u{a0}').to_uppercase());
        for arg in command.get_arguments().filter(|arg| arg.get_help_heading() == Some(heading)) {
            let names = [arg.get_short().map(|short| format!("-{short}")), arg.get_long().map(|long| format!("--{long}"))];
            let names = names.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let takes = arg.is_positional() || arg.get_action().takes_values();
            let value = arg.get_value_names().filter(|_| takes).and_then(|names| names.first()).map(ToString::to_string);
            let name = match value {
                Some(value) if names.is_empty() => value,
                Some(value) => format!("{names} {value}"),
                None => names,
            };
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            item(out, &name, &help);
        }
    }
}

fn examples(out: &mut String, text: Option<&CommandText>, lang: Lang) {
    let examples = text.map_or(&[][..], |text| text.examples);
    if examples.is_empty() {
        return;
    }
    section(out, EXAMPLES.get(lang));
    for example in examples {
        item(out, example.line.get(lang), example.says.get(lang));
    }
}

fn section(out: &mut String, name: &str) {
    // Writing to a text never fails.
    let _ = writeln!(out, ".SH {}", plain(name));
}

fn item(out: &mut String, name: &str, says: &str) {
    let _ = writeln!(out, ".TP\n\\fB{}\\fR", plain(name));
    line(out, &plain(says));
}

/// A line of text: one that begins with a point or an apostrophe would be an order.
fn line(out: &mut String, text: &str) {
    let guard = if text.starts_with(['.', '\'']) { "\\&" } else { "" };
    let _ = writeln!(out, "{guard}{text}");
}

/// A text in which nothing is an order: a hyphen is one that can be copied into a terminal.
fn plain(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('\u{a0}', "\\ ").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::CommandFactory as _;

    #[test]
    fn every_shown_argument_of_every_command_is_in_its_page() {
        for lang in Lang::ALL {
            let pages = manual(&Cli::command(), lang);
            for (name, page) in &pages {
                assert!(page.starts_with(".TH GRILLE"), "{name}");
                for line in page.lines() {
                    assert!(
                        !line.starts_with('.') || [".TH ", ".SH ", ".TP"].iter().any(|order| line.starts_with(order)),
                        "{line}"
                    );
                }
            }
            let rank = &pages.iter().find(|(name, _)| name == "grille-rank").unwrap().1;
            for option in ["\\fB\\-\\-final\\fR", "\\fB\\-\\-places N\\fR", "\\fB\\-q, \\-\\-quiet\\fR"] {
                assert!(rank.contains(option), "{option} in {rank}");
            }
            assert!(!pages.iter().any(|(name, _)| name == "grille-ids"));
        }
    }

    #[test]
    fn french_pages_are_french() {
        for (name, page) in manual(&Cli::command(), Lang::Fr) {
            for word in ["NAME", "Usage", "Print", "[default", "OPTIONS:"] {
                assert!(!page.contains(word), "{name}: {word} in {page}");
            }
            assert!(page.contains(".SH NOM\n") && page.contains(".SH CODE DE SORTIE\n"), "{name}");
        }
    }
}
