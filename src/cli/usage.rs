//! What is said about a command line that cannot be understood: clap's finding, in our words and the reader's language.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::failure::Said;
use super::help::{self, words};
use crate::text::{Lang, Message};

/// What is wrong, and what to do about it.
#[derive(Debug)]
struct Complaint {
    error: Message,
    help: Vec<Message>,
}

/// The page for an error of the parser: the error, what to do, the usage line of the command in question.
pub(super) fn page(error: &Error, program: &Command, args: &[OsString], lang: Lang, color: bool) -> String {
    // clap tells the usage line (ours) for most errors, under its own English word.
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string().split_once(": ").map(|(_, line)| line.trim().to_owned()),
        _ => None,
    };
    let usage = usage.unwrap_or_else(|| usage_of_named(program, args, lang));
    render(complaint(error, program, args), &usage, lang, color)
}

/// The page for what the parser cannot see.
pub(super) fn page_for(message: Message, program: &Command, args: &[OsString], lang: Lang, color: bool) -> String {
    render(Complaint { error: message, help: Vec::new() }, &usage_of_named(program, args, lang), lang, color)
}

fn render(complaint: Complaint, usage: &str, lang: Lang, color: bool) -> String {
    let Complaint { error, mut help } = complaint;
    if help.is_empty() {
        let command = usage.split(" [").next().unwrap_or(usage);
        help.push(Message::UsageSeeHelp { command: format!("{command} --help") });
    }
    let mut lines = vec![format!("{} {}", words::error(lang, color), error.text(lang))];
    lines.extend(help.iter().map(|help| format!("{} {}", words::help(lang, color), help.text(lang))));
    lines.push(String::new());
    lines.push(format!("{} {usage}\n", words::usage(lang, color)));
    lines.join("\n")
}

/// The usage line of the command that the arguments name, else of the program.
fn usage_of_named(program: &Command, args: &[OsString], lang: Lang) -> String {
    help::usage(program, command_named(program, args), lang)
}

fn command_named<'a>(program: &'a Command, args: &[OsString]) -> Option<&'a str> {
    let words = args.iter().skip(1).take_while(|arg| *arg != "--");
    words.filter_map(|arg| program.find_subcommand(arg)).map(Command::get_name).next()
}

fn complaint(error: &Error, program: &Command, args: &[OsString]) -> Complaint {
    let arg = || one(error, ContextKind::InvalidArg);
    let value = || one(error, ContextKind::InvalidValue);
    let number = |kind| match error.get(kind) {
        Some(ContextValue::Number(number)) => usize::try_from(*number).unwrap_or_default(),
        _ => 0,
    };
    let mut help = Vec::new();
    let said = match error.kind() {
        ErrorKind::InvalidValue => {
            help.extend(did_you_mean(error, ContextKind::SuggestedValue));
            help.extend(some(many(error, ContextKind::ValidValue)).map(|values| Message::UsageValuesAllowed { values }));
            match value() {
                empty if empty.is_empty() => Message::UsageValueMissing { arg: arg() },
                value => Message::UsageValueRefused { value, arg: arg() },
            }
        }
        ErrorKind::ValueValidation => {
            Message::UsageValueRefusedBecause { value: value(), arg: arg(), reason: Box::new(reason(error)) }
        }
        ErrorKind::UnknownArgument => {
            help.extend(did_you_mean(error, ContextKind::SuggestedArg));
            let arg = arg();
            let commands = commands_with(program, &arg);
            if arg.starts_with('-') {
                if help.is_empty() && !commands.is_empty() {
                    help.push(Message::UsageBelongsTo { arg: arg.clone(), commands });
                }
                Message::UsageOptionUnknown { arg }
            } else {
                Message::UsageArgumentTooMany { arg }
            }
        }
        ErrorKind::InvalidSubcommand => {
            let name = one(error, ContextKind::InvalidSubcommand);
            help.extend(did_you_mean(error, ContextKind::SuggestedSubcommand));
            if name == "help" {
                // Other tools have such a command.
                let command = command_named(program, args).map_or_else(String::new, |name| format!(" {name}"));
                help = vec![Message::UsageSeeHelp { command: format!("{}{command} --help", program.get_name()) }];
            } else if help.is_empty() {
                help.push(Message::UsageCommands { names: commands(program) });
            }
            Message::UsageCommandUnknown { name }
        }
        ErrorKind::MissingSubcommand => {
            help.push(Message::UsageCommands { names: commands(program) });
            Message::UsageCommandMissing {}
        }
        ErrorKind::NoEquals => Message::UsageEqualsNeeded { arg: arg() },
        ErrorKind::TooManyValues => Message::UsageOneValueTooMany { value: value(), arg: arg() },
        ErrorKind::TooFewValues => Message::UsageTooFewValues {
            arg: arg(),
            needed: number(ContextKind::MinValues),
            given: number(ContextKind::ActualNumValues),
        },
        ErrorKind::WrongNumberOfValues => Message::UsageOtherCount {
            arg: arg(),
            needed: number(ContextKind::ExpectedNumValues),
            given: number(ContextKind::ActualNumValues),
        },
        ErrorKind::ArgumentConflict => {
            let prior = many(error, ContextKind::PriorArg);
            match (arg(), prior) {
                (arg, _) if arg.is_empty() => Message::UsageConflictUnnamed {},
                (arg, others) if others.is_empty() || others == [arg.as_str()] => Message::UsageRepeated { arg },
                (arg, others) => {
                    help.push(Message::UsageChooseOne {});
                    Message::UsageConflict { arg, others }
                }
            }
        }
        ErrorKind::MissingRequiredArgument => Message::UsageMissing { args: many(error, ContextKind::InvalidArg) },
        ErrorKind::InvalidUtf8 => Message::UsageNotUnicode {},
        _ => Message::UsageOther { detail: error.to_string().trim().to_owned() },
    };
    Complaint { error: said, help }
}

/// Why one of our own value readers refused a value.
fn reason(error: &Error) -> Message {
    let source = std::error::Error::source(error);
    let said = source.and_then(|source| source.downcast_ref::<Said>()).map(|said| said.0.clone());
    said.unwrap_or_else(|| Message::Verbatim { text: source.map(ToString::to_string).unwrap_or_default() })
}

fn did_you_mean(error: &Error, kind: ContextKind) -> Option<Message> {
    some(many(error, kind)).map(|names| Message::UsageDidYouMean { names })
}

fn commands(program: &Command) -> Vec<String> {
    program.get_subcommands().filter(|command| !command.is_hide_set()).map(|command| command.get_name().to_owned()).collect()
}

/// The commands that have a long option which stands where none of them is expected.
fn commands_with(program: &Command, flag: &str) -> Vec<String> {
    let long = flag.trim_start_matches('-');
    let has = |command: &&Command| command.get_arguments().any(|arg| arg.get_long() == Some(long));
    program
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
        .filter(has)
        .map(|command| command.get_name().to_owned())
        .collect()
}

fn some(values: Vec<String>) -> Option<Vec<String>> {
    (!values.is_empty()).then_some(values)
}

fn one(error: &Error, kind: ContextKind) -> String {
    many(error, kind).into_iter().next().unwrap_or_default()
}

fn many(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::{Arg, CommandFactory as _};

    fn pages(make: impl Fn(Lang) -> Command, args: &[OsString]) -> [String; 2] {
        [Lang::En, Lang::Fr].map(|lang| {
            let mut program = make(lang);
            let error = program.try_get_matches_from_mut(args).unwrap_err();
            page(&error, &program, args, lang, false)
        })
    }

    fn program(lang: Lang) -> Command {
        help::dress(Cli::command(), lang, 80)
    }

    /// No-break spaces are shown as `~`, so that the expected texts can be read.
    fn check(found: &str, error_and_help: &str, usage: &str) {
        let word = if error_and_help.starts_with("error") { "Usage:" } else { "Utilisation~:" };
        assert_eq!(found.replace('\u{a0}', "~"), format!("{error_and_help}\n\n{word} {usage}\n"));
    }

    fn said(line: &str, english: (&str, &str), french: (&str, &str)) {
        let args: Vec<OsString> = std::iter::once("grille").chain(line.split_whitespace()).map(OsString::from).collect();
        let [en, fr] = pages(program, &args);
        check(&en, english.0, english.1);
        check(&fr, french.0, french.1);
    }

    const RANK: (&str, &str) = ("grille rank [OPTIONS] [CALL]", "grille rank [OPTIONS] [APPEL]");
    const PROGRAM: (&str, &str) = ("grille [OPTIONS] <COMMAND>", "grille [OPTIONS] <COMMANDE>");
    const SEE_RANK: (&str, &str) =
        ("help: “grille rank --help” shows what can be written", "aide~: «~grille rank --help~» montre ce qui peut s’écrire");

    #[test]
    fn refused_values() {
        said(
            "rank --format exel",
            ("error: invalid value “exel” for “--format <NAME>”\nhelp: write table, markdown, csv, csv-excel or json", RANK.0),
            (
                "erreur~: valeur refusée pour «~--format <FORME>~»~: «~exel~»\naide~: écrivez table, markdown, csv, csv-excel ou json",
                RANK.1,
            ),
        );
        said(
            "schema grids",
            (
                "error: invalid value “grids” for “<NAME>”\nhelp: did you mean “grid”?\nhelp: write grid, call, scenarios or settings",
                "grille schema [OPTIONS] <NAME>",
            ),
            (
                "erreur~: valeur refusée pour «~<NOM>~»~: «~grids~»\naide~: vouliez-vous écrire «~grid~»?\naide~: écrivez grid, call, scenarios ou settings",
                "grille schema [OPTIONS] <NOM>",
            ),
        );
        said(
            "rank --places",
            (&format!("error: “--places <N>” needs a value\n{}", SEE_RANK.0), RANK.0),
            (&format!("erreur~: «~--places <N>~» attend une valeur\n{}", SEE_RANK.1), RANK.1),
        );
    }

    #[test]
    fn values_that_our_own_readers_refuse() {
        said(
            "rank --places x",
            (
                &format!("error: invalid value “x” for “--places <N>”: a whole number is expected, such as 12\n{}", SEE_RANK.0),
                RANK.0,
            ),
            (
                &format!(
                    "erreur~: valeur refusée pour «~--places <N>~»~: «~x~» (il faut un nombre entier, comme 12)\n{}",
                    SEE_RANK.1
                ),
                RANK.1,
            ),
        );
        said(
            "rank --as-of 31/01/2026",
            (
                &format!(
                    "error: invalid value “31/01/2026” for “--as-of <DATE>”: a day is written year-month-day, such as 2026-01-31\n{}",
                    SEE_RANK.0
                ),
                RANK.0,
            ),
            (
                &format!(
                    "erreur~: valeur refusée pour «~--as-of <DATE>~»~: «~31/01/2026~» (un jour s’écrit année-mois-jour, comme 2026-01-31)\n{}",
                    SEE_RANK.1
                ),
                RANK.1,
            ),
        );
        said(
            "rank --list a",
            (
                &format!(
                    "error: invalid value “a” for “--list <NAME=FILE>”: a name, an equals sign and a value are expected, such as name=value\n{}",
                    SEE_RANK.0
                ),
                RANK.0,
            ),
            (
                &format!(
                    "erreur~: valeur refusée pour «~--list <NOM=FICHIER>~»~: «~a~» (il faut un nom, un signe d’égalité et une valeur, comme nom=valeur)\n{}",
                    SEE_RANK.1
                ),
                RANK.1,
            ),
        );
    }

    #[test]
    fn unknown_options_and_arguments() {
        said(
            "rank --plaecs 3",
            ("error: unknown option “--plaecs”\nhelp: did you mean “--places”?", RANK.0),
            ("erreur~: option inconnue~: «~--plaecs~»\naide~: vouliez-vous écrire «~--places~»?", RANK.1),
        );
        said(
            "rank -z",
            (&format!("error: unknown option “-z”\n{}", SEE_RANK.0), RANK.0),
            (&format!("erreur~: option inconnue~: «~-z~»\n{}", SEE_RANK.1), RANK.1),
        );
        said(
            "rank a b",
            (&format!("error: one argument too many: “b”\n{}", SEE_RANK.0), RANK.0),
            (&format!("erreur~: argument en trop~: «~b~»\n{}", SEE_RANK.1), RANK.1),
        );
        said(
            "--grid g.toml rank",
            (
                "error: unknown option “--grid”\nhelp: “--grid” goes after one of these commands: rank, screen, explain, compare, robustness, panel or sheets",
                PROGRAM.0,
            ),
            (
                "erreur~: option inconnue~: «~--grid~»\naide~: «~--grid~» s’écrit après l’une de ces commandes~: rank, screen, explain, compare, robustness, panel ou sheets",
                PROGRAM.1,
            ),
        );
    }

    #[test]
    fn commands_unknown_or_missing() {
        said(
            "rnk",
            ("error: unknown command “rnk”\nhelp: did you mean “rank”?", PROGRAM.0),
            ("erreur~: commande inconnue~: «~rnk~»\naide~: vouliez-vous écrire «~rank~»?", PROGRAM.1),
        );
        said(
            "zzz",
            (
                "error: unknown command “zzz”\nhelp: the commands are rank, screen, explain, compare, robustness, panel, check, diff, pin, new, sheets, grids, rule, schema, completions and man",
                PROGRAM.0,
            ),
            (
                "erreur~: commande inconnue~: «~zzz~»\naide~: les commandes sont rank, screen, explain, compare, robustness, panel, check, diff, pin, new, sheets, grids, rule, schema, completions et man",
                PROGRAM.1,
            ),
        );
        said(
            "help rank",
            (&format!("error: unknown command “help”\n{}", SEE_RANK.0), PROGRAM.0),
            (&format!("erreur~: commande inconnue~: «~help~»\n{}", SEE_RANK.1), PROGRAM.1),
        );
        said(
            "--quiet",
            (
                "error: no command is given\nhelp: the commands are rank, screen, explain, compare, robustness, panel, check, diff, pin, new, sheets, grids, rule, schema, completions and man",
                PROGRAM.0,
            ),
            (
                "erreur~: aucune commande n’est donnée\naide~: les commandes sont rank, screen, explain, compare, robustness, panel, check, diff, pin, new, sheets, grids, rule, schema, completions et man",
                PROGRAM.1,
            ),
        );
    }

    #[test]
    fn too_many_too_few_and_together() {
        said(
            "rank --quiet=x",
            (&format!("error: “--quiet” does not take the value “x”\n{}", SEE_RANK.0), RANK.0),
            (&format!("erreur~: «~--quiet~» ne prend pas la valeur «~x~»\n{}", SEE_RANK.1), RANK.1),
        );
        said(
            "rank --places 1 --places 2",
            (&format!("error: “--places <N>” can be given only once\n{}", SEE_RANK.0), RANK.0),
            (&format!("erreur~: «~--places <N>~» ne peut être donné qu’une fois\n{}", SEE_RANK.1), RANK.1),
        );
        said(
            "rank a -C b",
            ("error: “[CALL]” cannot be used with “--call <DIR>”\nhelp: keep one and remove the other", RANK.0),
            ("erreur~: «~[APPEL]~» ne peut accompagner «~--call <DOSSIER>~»\naide~: gardez l’un et retirez l’autre", RANK.1),
        );
        said(
            "new",
            ("error: missing: “<DIR>”\nhelp: “grille new --help” shows what can be written", "grille new [OPTIONS] <DIR>"),
            (
                "erreur~: il manque «~<DOSSIER>~»\naide~: «~grille new --help~» montre ce qui peut s’écrire",
                "grille new [OPTIONS] <DOSSIER>",
            ),
        );
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_not_text() {
        use std::os::unix::ffi::OsStringExt as _;
        let args = ["grille", "explain"].map(OsString::from).into_iter().chain([OsString::from_vec(vec![0xff])]);
        let [en, fr] = pages(program, &args.collect::<Vec<_>>());
        check(
            &en,
            "error: an argument holds bytes that are not text (invalid UTF-8)\nhelp: “grille explain --help” shows what can be written",
            "grille explain [OPTIONS] <ID> [OTHER]",
        );
        check(
            &fr,
            "erreur~: un argument contient des octets qui ne sont pas du texte (UTF-8 non valide)\n\
             aide~: «~grille explain --help~» montre ce qui peut s’écrire",
            "grille explain [OPTIONS] <ID> [AUTRE]",
        );
    }

    /// Kinds that no argument of ours can cause today.
    #[test]
    fn kinds_for_arguments_to_come() {
        let tool = |arg: Arg| move |_| Command::new("tool").override_usage("tool [OPTIONS]").arg(arg.clone());
        let line = |args: &[&str]| args.iter().map(OsString::from).collect::<Vec<_>>();
        let see = ("help: “tool --help” shows what can be written", "aide~: «~tool --help~» montre ce qui peut s’écrire");
        let said = |pages: [String; 2], english: &str, french: &str| {
            check(&pages[0], &format!("{english}\n{}", see.0), "tool [OPTIONS]");
            check(&pages[1], &format!("{french}\n{}", see.1), "tool [OPTIONS]");
        };
        said(
            pages(tool(Arg::new("set").long("set").require_equals(true)), &line(&["tool", "--set", "x"])),
            "error: an equals sign must join “--set=<set>” and its value",
            "erreur~: un signe d’égalité doit joindre «~--set=<set>~» et sa valeur",
        );
        said(
            pages(tool(Arg::new("set").long("set").num_args(2..=3)), &line(&["tool", "--set", "x"])),
            "error: “--set <set> <set>...” needs at least 2 values, 1 given",
            "erreur~: «~--set <set> <set>...~» attend au moins 2 valeurs, nombre donné~: 1",
        );
        said(
            pages(tool(Arg::new("set").long("set").num_args(2)), &line(&["tool", "--set", "x"])),
            "error: “--set <set> <set>” needs exactly 2 values, 1 given",
            "erreur~: «~--set <set> <set>~» attend exactement 2 valeurs, nombre donné~: 1",
        );
        let program = Command::new("tool").override_usage("tool [OPTIONS]");
        let error = Error::raw(ErrorKind::Format, "odd").with_cmd(&program);
        assert!(
            page(&error, &program, &[], Lang::Fr, false)
                .starts_with("erreur\u{a0}: la ligne de commande ne peut être comprise\u{a0}: ")
        );
        let error = Error::raw(ErrorKind::ArgumentConflict, "odd").with_cmd(&program);
        assert!(
            page(&error, &program, &[], Lang::En, false).starts_with("error: some of these options cannot be used together\n")
        );
    }

    #[test]
    fn standard_input_is_read_once() {
        let args: Vec<OsString> = ["grille", "rank", "--grid", "-", "--marks", "-"].map(OsString::from).into();
        let message = Message::UsageOneStdin { args: vec!["--grid".to_owned(), "--marks".to_owned()] };
        let page = page_for(message, &program(Lang::En), &args, Lang::En, false);
        check(
            &page,
            &format!(
                "error: standard input (-) can be read only once, yet several options ask for it: --grid and --marks\n{}",
                SEE_RANK.0
            ),
            RANK.0,
        );
    }
}
