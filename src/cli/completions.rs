//! Completion scripts: clap's, with help in the reader's language, in which the identifiers of grids, rules, criteria,
//! submissions and reviewers are asked for when the key is pressed, from `grille ids`, which looks at the call at hand.

use std::fmt::Write as _;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory as _, ValueEnum as _};
use clap_complete::{Shell as Known, generate};

use super::args::{Cli, IdsOf, Shell};
use super::help;
use crate::text::Lang;

/// Stands in clap's script where the identifiers come, until they are asked for there.
const MARK: &str = "GRILLE_IDS_";

/// Which arguments are identifiers: the command (none for all), the argument, and of what.
const PLACES: &[(Option<&str>, &str, IdsOf)] = &[
    (None, "grid", IdsOf::Grid),
    (None, "way", IdsOf::Item),
    (Some("new"), "from", IdsOf::Shipped),
    (Some("grids"), "name", IdsOf::Shipped),
    (Some("rule"), "code", IdsOf::Rule),
    (Some("explain"), "id", IdsOf::Submission),
    (Some("explain"), "other", IdsOf::Submission),
    (Some("compare"), "set", IdsOf::Item),
    (Some("compare"), "fix", IdsOf::Item),
    (Some("compare"), "drop", IdsOf::Item),
    (Some("robustness"), "order", IdsOf::Item),
    (Some("robustness"), "range", IdsOf::Item),
    (Some("sheets"), "reviewer", IdsOf::Reviewer),
];

/// The script for a shell.
pub(super) fn script(shell: Shell, lang: Lang) -> String {
    let mut program = marked(lang);
    let known = match shell {
        Shell::Bash => Known::Bash,
        Shell::Zsh => Known::Zsh,
        Shell::Fish => Known::Fish,
        Shell::Powershell => Known::PowerShell,
    };
    let mut bytes = Vec::new();
    generate(known, &mut program, "grille", &mut bytes);
    let script = String::from_utf8_lossy(&bytes).into_owned();
    match shell {
        // Bash gives the values of every argument without dashes at once.
        Shell::Bash => asked(&once(script), "", "$(grille ids ", " -- \"${COMP_WORDS[@]:0:COMP_CWORD}\" 2>/dev/null)"),
        // A colon would end what zsh takes for the values of an option.
        Shell::Zsh => asked(&script, "", "$(grille ids ", " -- \"${(Q)words[@]}\" 2>/dev/null)"),
        Shell::Fish => {
            let script = script + &arguments_in_fish(&program);
            asked(&script, "\\t''", "(grille ids ", " -- (commandline -opc) 2>/dev/null)")
        }
        Shell::Powershell => with_values(&script, &program),
    }
}

/// The program without what is hidden, in `lang`, its identifiers marked.
fn marked(lang: Lang) -> Command {
    // Nothing cuts a script at a width.
    let dressed = help::dress(Cli::command(), lang, usize::from(u16::MAX));
    let shown = dressed.get_subcommands().filter(|command| !command.is_hide_set()).cloned().map(|command| {
        let name = command.get_name().to_owned();
        command.mut_args(|arg| mark(&name, arg))
    });
    Command::new("grille")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(dressed.get_arguments().cloned())
        .subcommands(shown.collect::<Vec<_>>())
}

fn mark(command: &str, arg: Arg) -> Arg {
    match of(command, arg.get_id().as_str()) {
        Some(ids) => arg.value_parser(PossibleValuesParser::new([marker(ids)])),
        None => arg,
    }
}

fn of(command: &str, arg: &str) -> Option<IdsOf> {
    let place = PLACES.iter().find(|(of, id, _)| of.is_none_or(|of| of == command) && *id == arg);
    place.map(|(_, _, ids)| *ids)
}

/// The mark for identifiers, which ends with the word that `grille ids` takes.
const fn marker(ids: IdsOf) -> &'static str {
    match ids {
        IdsOf::Shipped => "GRILLE_IDS_shipped",
        IdsOf::Grid => "GRILLE_IDS_grid",
        IdsOf::Rule => "GRILLE_IDS_rule",
        IdsOf::Item => "GRILLE_IDS_item",
        IdsOf::Submission => "GRILLE_IDS_submission",
        IdsOf::Reviewer => "GRILLE_IDS_reviewer",
    }
}

/// A mark that stands twice in a row, once.
fn once(script: String) -> String {
    IdsOf::value_variants().iter().map(|ids| marker(*ids)).fold(script, |script, mark| {
        script.replace(&format!("{mark} {mark}"), mark).replace(&format!("{mark}\\t''\n{mark}"), mark)
    })
}

/// Puts a question to the program in place of each mark, and of what clap writes `after` it.
fn asked(script: &str, after: &str, before: &str, rest: &str) -> String {
    IdsOf::value_variants().iter().map(|ids| marker(*ids)).fold(script.to_owned(), |script, mark| {
        let word = mark.trim_start_matches(MARK);
        script.replace(&format!("{mark}{after}"), &format!("{before}{word}{rest}"))
    })
}

/// clap's script for Fish completes no argument without dashes: these lines do.
fn arguments_in_fish(program: &Command) -> String {
    let mut lines = String::new();
    for command in program.get_subcommands() {
        let values = command.get_positionals().flat_map(Arg::get_possible_values);
        let values: Vec<String> = values.map(|value| value.get_name().to_owned()).collect();
        if !values.is_empty() {
            let (name, values) = (command.get_name(), once(values.join("\\t''\n")));
            // Writing to a text never fails.
            let _ = writeln!(lines, "complete -c grille -n \"__fish_grille_using_subcommand {name}\" -f -a \"{values}\\t''\"");
        }
    }
    lines
}

/// clap's script for `PowerShell` completes commands and options only; the values of options, and the first argument, are put
/// before them.
fn with_values(script: &str, program: &Command) -> String {
    let mut cases = String::new();
    for command in program.get_subcommands() {
        for arg in command.get_arguments() {
            let name = command.get_name();
            let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            let Some(values) = values_in_powershell(&values) else { continue };
            let flag = arg.get_long().map_or_else(String::new, |long| format!("--{long}"));
            let _ = writeln!(cases, "        '{name} {flag}' {{ {values}; break }}");
            if let Some(short) = arg.get_short() {
                let _ = writeln!(cases, "        '{name} -{short}' {{ {values}; break }}");
            }
        }
    }
    let values = format!(
        "    $words = @($commandElements | Where-Object {{ $_.Extent.EndOffset -lt $cursorPosition }} | ForEach-Object {{ $_.ToString() }})\n    \
         $previous = if ($words[-1].StartsWith('-')) {{ $words[-1] }} else {{ '' }}\n    \
         $values = @(switch (\"$($words[1]) $previous\") {{\n{cases}    }})\n    \
         if ($values -and -not $wordToComplete.StartsWith('-')) {{\n        \
         return $values.Where{{ $_ -like \"$wordToComplete*\" }} | ForEach-Object {{ [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_) }}\n    }}\n"
    );
    let start = "    $commandElements = $commandAst.CommandElements\n";
    script.replacen(start, &format!("{start}{values}"), 1)
}

/// What gives the values: words between quotation marks, or the question to the program; nothing for an argument without any.
fn values_in_powershell(values: &[String]) -> Option<String> {
    match values {
        [] => None,
        [one] if one.starts_with(MARK) => Some(format!("grille ids {} -- @words 2>$null", one.strip_prefix(MARK)?)),
        words => Some(words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_an_argument_and_every_mark_is_asked_for() {
        let program = Cli::command();
        for (command, id, _) in PLACES {
            let mut commands = program.get_subcommands().filter(|known| command.is_none_or(|name| known.get_name() == name));
            assert!(commands.any(|known| known.get_arguments().any(|arg| arg.get_id() == *id)), "{command:?} {id}");
        }
        for shell in Shell::value_variants() {
            for lang in Lang::ALL {
                let script = script(*shell, lang);
                assert!(!script.contains(MARK), "{shell:?}");
                for ids in IdsOf::value_variants() {
                    let word = ids.to_possible_value().unwrap().get_name().to_owned();
                    assert_eq!(marker(*ids), format!("{MARK}{word}"));
                    assert!(script.contains(&format!("grille ids {word} -- ")), "{shell:?} {ids:?}");
                }
            }
        }
    }
}
