//! Where help texts are looked up: by command and argument, first among the command's own, then among the shared ones.

mod commands;
mod shared;

use crate::text::Pair;

/// What the help says of a command, or of the program.
pub(super) struct CommandText {
    /// Its name on the command line; the program's own name for the program.
    pub(super) name: &'static str,
    /// One sentence or two.
    pub(super) about: Pair,
    /// Its own arguments; those it shares with others are in `shared`.
    pub(super) args: &'static [ArgText],
    /// Two or three command lines, and what they do.
    pub(super) examples: &'static [Example],
}

/// What the help says of an argument.
pub(super) struct ArgText {
    /// Its name in the code (clap's id).
    pub(super) id: &'static str,
    /// The name of its value, if it takes one.
    pub(super) value: Option<Pair>,
    /// What it does, without a full stop.
    pub(super) help: Pair,
    /// Where it stands on the page.
    pub(super) heading: Heading,
}

/// A command line and what it does.
pub(super) struct Example {
    pub(super) line: Pair,
    pub(super) says: Pair,
}

/// The parts of a help page. clap writes the colon after each.
#[derive(Clone, Copy)]
pub(super) enum Heading {
    /// What the command needs.
    Arguments,
    /// What the command alone has.
    Options,
    /// Which call.
    Call,
    /// How its files are written.
    Notation,
    /// Nowhere: it is as for `grille rank`, and another line of a full page names it.
    Elsewhere,
    /// What every command has.
    General,
}

impl Heading {
    pub(super) const fn text(self) -> Pair {
        match self {
            Self::Arguments => Pair { fr: "Arguments\u{a0}", en: "Arguments" },
            Self::Options => Pair { fr: "Options\u{a0}", en: "Options" },
            Self::Call => Pair { fr: "Dossier d’appel\u{a0}", en: "Call" },
            // Not shown.
            Self::Elsewhere => same(""),
            Self::Notation => Pair { fr: "Écriture des fichiers\u{a0}", en: "How the files are written" },
            Self::General => Pair { fr: "Présentation\u{a0}", en: "Presentation" },
        }
    }
}

/// The text of the program or of a command.
pub(super) fn command(name: &str) -> Option<&'static CommandText> {
    commands::ALL.iter().find(|text| text.name == name)
}

/// The text of a command's argument.
pub(super) fn arg(command_name: &str, id: &str) -> Option<&'static ArgText> {
    let own = command(command_name).map_or(&[][..], |text| text.args);
    own.iter().chain(shared::ALL).find(|text| text.id == id)
}

/// The same word in both languages.
const fn same(text: &'static str) -> Pair {
    Pair { fr: text, en: text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::{Command, CommandFactory as _};

    fn tree() -> Vec<Command> {
        let program = Cli::command();
        let subcommands: Vec<Command> = program.get_subcommands().cloned().collect();
        std::iter::once(program).chain(subcommands).collect()
    }

    fn ids(command: &Command) -> Vec<String> {
        command.get_arguments().map(|arg| arg.get_id().to_string()).collect()
    }

    fn written(pair: Pair) -> bool {
        !pair.fr.trim().is_empty() && !pair.en.trim().is_empty()
    }

    #[test]
    fn every_command_and_argument_has_a_text_in_both_languages() {
        let mut lacking = Vec::new();
        for command in tree() {
            let name = command.get_name();
            let complete = super::command(name)
                .is_some_and(|text| written(text.about) && text.examples.iter().all(|e| written(e.line) && written(e.says)));
            if !complete {
                lacking.push(name.to_owned());
            }
            for arg in command.get_arguments() {
                let text = super::arg(name, arg.get_id().as_str());
                let named = arg.get_action().takes_values();
                if !text.is_some_and(|text| written(text.help) && text.value.is_some_and(written) == named) {
                    lacking.push(format!("{name} {}", arg.get_id()));
                }
            }
        }
        assert!(lacking.is_empty(), "no complete text for: {}", lacking.join(", "));
    }

    #[test]
    fn every_text_has_a_command_or_an_argument() {
        let tree = tree();
        for text in commands::ALL {
            let command = tree.iter().find(|command| command.get_name() == text.name);
            let ids = command.map_or_else(|| panic!("no command `{}`", text.name), ids);
            for arg in text.args {
                assert!(ids.iter().any(|id| id == arg.id), "`{}` has no argument `{}`", text.name, arg.id);
            }
        }
        for arg in shared::ALL {
            let users = tree.iter().filter(|command| ids(command).iter().any(|id| id == arg.id)).count();
            assert!(users > 0, "no command has an argument `{}`", arg.id);
        }
    }

    #[test]
    fn texts_are_typeset_like_sentences_of_the_catalogue() {
        let own = commands::ALL.iter().flat_map(|text| text.args);
        let mut french: Vec<&str> = own.chain(shared::ALL).map(|arg| arg.help.fr).collect();
        french.extend(commands::ALL.iter().map(|text| text.about.fr));
        french.extend(commands::ALL.iter().flat_map(|text| text.examples).map(|example| example.says.fr));
        for text in french {
            for bad in [" :", " ;", " !", " ?", "« ", " »", "'"] {
                assert!(!text.contains(bad), "{bad:?} in {text}");
            }
        }
    }

    #[test]
    fn examples_name_commands_that_exist() {
        for example in commands::ALL.iter().flat_map(|text| text.examples) {
            for line in [example.line.fr, example.line.en] {
                let args = line.split('|').next().unwrap().split_whitespace();
                let parsed = Cli::command().try_get_matches_from(args);
                assert!(parsed.is_ok(), "{line}: {}", parsed.unwrap_err());
            }
        }
    }
}
