//! Puts the texts of one language on clap's commands and arguments, so that its help pages speak that language only.

use clap::builder::{Resettable, StyledStr, Styles};
use clap::{Arg, Command};

use super::texts::{self, ArgText, CommandText, Heading};
use super::words;
use crate::text::{Lang, Pair};

const VALUES: Pair = Pair { fr: "valeurs\u{a0}: ", en: "values: " };
const DEFAULT: Pair = Pair { fr: "par défaut\u{a0}: ", en: "by default: " };
// clap writes the colon after a heading itself.
const COMMANDS: Pair = Pair { fr: "Commandes\u{a0}", en: "Commands" };
const EXAMPLES: Pair = Pair { fr: "Exemples\u{a0}:", en: "Examples:" };
const OPTIONS: &str = "[OPTIONS]";
const COMMAND: Pair = Pair { fr: "<COMMANDE>", en: "<COMMAND>" };

/// The program's commands with all their texts in `lang`, laid out for `width` columns.
pub(crate) fn dress(program: Command, lang: Lang, width: usize) -> Command {
    let styles = Styles::plain().header(words::HEADING).usage(words::HEADING).literal(words::HEADING);
    let program = program.styles(styles).term_width(width).subcommand_help_heading(COMMANDS.get(lang));
    dress_command(program, lang).mut_subcommands(|command| dress_command(command, lang))
}

/// The usage line of the program (no name) or of one of its commands.
pub(crate) fn usage(program: &Command, name: Option<&str>, lang: Lang) -> String {
    let command = name.and_then(|name| program.find_subcommand(name));
    let mut line = String::from(program.get_name());
    if let Some(command) = command {
        line = format!("{line} {}", command.get_name());
    }
    usage_line(line, command.unwrap_or(program), lang)
}

fn usage_line(mut line: String, command: &Command, lang: Lang) -> String {
    line = format!("{line} {OPTIONS}");
    for arg in command.get_arguments().filter(|arg| arg.is_required_set() && !arg.is_positional()) {
        let name =
            arg.get_short().map_or_else(|| arg.get_long().map(|long| format!("--{long}")), |short| Some(format!("-{short}")));
        let value = texts::arg(command.get_name(), arg.get_id().as_str()).and_then(|text| text.value);
        line = format!("{line} {} <{}>", name.unwrap_or_default(), value.map_or("", |value| value.get(lang)));
    }
    for arg in command.get_positionals() {
        let name = texts::arg(command.get_name(), arg.get_id().as_str())
            .and_then(|text| text.value)
            .map_or_else(|| arg.get_id().as_str(), |value| value.get(lang));
        let more = if arg.get_num_args().is_some_and(|range| range.max_values() > 1) { "..." } else { "" };
        let (open, close) = if arg.is_required_set() { ('<', '>') } else { ('[', ']') };
        line = format!("{line} {open}{name}{close}{more}");
    }
    if command.has_subcommands() { format!("{line} {}", COMMAND.get(lang)) } else { line }
}

fn dress_command(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let text = texts::command(&name);
    let about = text.map_or("", |text| text.about.get(lang));
    let line = usage_line(if command.has_subcommands() { name.clone() } else { format!("grille {name}") }, &command, lang);
    let mut order = 0;
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words::usage(lang, true));
    command
        .about(about)
        .long_about(Resettable::Reset)
        .override_usage(line)
        .help_template(StyledStr::from(template))
        .after_help(text.map_or_else(StyledStr::new, |text| examples(text, lang)))
        .mut_args(|arg| {
            let text = texts::arg(&name, arg.get_id().as_str());
            // Left alone, clap puts an argument without dashes after the options of its part of the page.
            order += 1;
            dress_arg(arg, text, lang).display_order(order)
        })
}

fn dress_arg(arg: Arg, text: Option<&ArgText>, lang: Lang) -> Arg {
    let Some(text) = text else { return arg.help(Resettable::Reset).long_help(Resettable::Reset) };
    let mut help = text.help.get(lang).to_owned();
    for (label, values) in [(VALUES, choices(&arg)), (DEFAULT, defaults(&arg))] {
        if !values.is_empty() {
            help = format!("{help} [{}{}]", label.get(lang), values.join(", "));
        }
    }
    let arg = arg.help(help).long_help(Resettable::Reset).help_heading(text.heading.text().get(lang));
    let arg = arg.hide(matches!(text.heading, Heading::Elsewhere));
    match text.value {
        Some(value) => arg.value_name(value.get(lang)).hide_possible_values(true).hide_default_value(true),
        None => arg,
    }
}

fn choices(arg: &Arg) -> Vec<String> {
    let shown = arg.get_action().takes_values();
    let values = if shown { arg.get_possible_values() } else { Vec::new() };
    values.iter().filter(|value| !value.is_hide_set()).map(|value| value.get_name().to_owned()).collect()
}

fn defaults(arg: &Arg) -> Vec<String> {
    let shown = arg.get_action().takes_values();
    arg.get_default_values().iter().filter(|_| shown).map(|value| value.to_string_lossy().into_owned()).collect()
}

fn examples(text: &CommandText, lang: Lang) -> StyledStr {
    let style = words::HEADING;
    let widest = text.examples.iter().map(|example| example.line.get(lang).len()).max().unwrap_or_default();
    let heading = format!("{style}{}{style:#}", EXAMPLES.get(lang));
    let lines = text.examples.iter().map(|example| format!("  {:widest$}  {}", example.line.get(lang), example.says.get(lang)));
    StyledStr::from(std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\n"))
}
