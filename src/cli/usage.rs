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
    render(complaint(error, program), program, args, lang, color)
}

/// The page for what the parser cannot see.
pub(super) fn page_for(message: Message, program: &Command, args: &[OsString], lang: Lang, color: bool) -> String {
    render(Complaint { error: message, help: Vec::new() }, program, args, lang, color)
}

fn render(complaint: Complaint, program: &Command, args: &[OsString], lang: Lang, color: bool) -> String {
    let command = command_named(program, args);
    let name = command.map_or_else(|| program.get_name().to_owned(), |name| format!("{} {name}", program.get_name()));
    let Complaint { error, mut help } = complaint;
    if help.is_empty() {
        help.push(Message::UsageSeeHelp { command: format!("{name} --help") });
    }
    let mut lines = vec![format!("{} {}", words::error(lang, color), error.text(lang))];
    lines.extend(help.iter().map(|help| format!("{} {}", words::help(lang, color), help.text(lang))));
    lines.push(String::new());
    lines.push(format!("{} {}\n", words::usage(lang, color), help::usage(program, command, lang)));
    lines.join("\n")
}

/// The command that the arguments name: clap's errors do not always tell.
fn command_named<'a>(program: &'a Command, args: &[OsString]) -> Option<&'a str> {
    let words = args.iter().skip(1).take_while(|arg| *arg != "--");
    words.filter_map(|arg| program.find_subcommand(arg)).map(Command::get_name).next()
}

fn complaint(error: &Error, program: &Command) -> Complaint {
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
            help.extend(did_you_mean(error, ContextKind::SuggestedSubcommand));
            if help.is_empty() {
                help.push(Message::UsageCommands { names: commands(program) });
            }
            Message::UsageCommandUnknown { name: one(error, ContextKind::InvalidSubcommand) }
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
    program.get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// The commands that have a long option which stands where none of them is expected.
fn commands_with(program: &Command, flag: &str) -> Vec<String> {
    let long = flag.trim_start_matches('-');
    let has = |command: &&Command| command.get_arguments().any(|arg| arg.get_long() == Some(long));
    program.get_subcommands().filter(has).map(|command| command.get_name().to_owned()).collect()
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
