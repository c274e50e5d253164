//! The real binary: its help pages in both languages, its usage errors, and how it ends.

#![expect(clippy::expect_used, reason = "a failing test should stop at once")]

use std::process::{Command, Output, Stdio};

const COMMANDS: [&str; 14] = [
    "",
    "rank",
    "screen",
    "explain",
    "compare",
    "robustness",
    "panel",
    "check",
    "diff",
    "pin",
    "new",
    "sheets",
    "grids",
    "schema",
];
const LOCALES: [(&str, &str); 2] = [("en", "en_CA.UTF-8"), ("fr", "fr_CA.UTF-8")];

/// What clap would say if a text of ours were missing.
const ENGLISH: [&str; 12] = [
    "Usage",
    "Options:",
    "Arguments:",
    "Commands",
    "Print ",
    "default",
    "possible values",
    "values:",
    "Examples",
    "help:",
    "error:",
    "more with",
];

fn grille(locale: &str, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", locale).args(args).stdin(Stdio::null());
    command
}

fn run(locale: &str, args: &[&str]) -> Output {
    grille(locale, args).output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn help_pages() {
    for command in COMMANDS {
        for (lang, locale) in LOCALES {
            let args: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
            let output = run(locale, &args);
            let page = text(&output.stdout);
            assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""), "{command} {lang}");
            assert!(page.lines().count() <= 40, "{command} {lang}: {} lines do not fit a screen", page.lines().count());
            for line in page.lines() {
                assert!(line.chars().count() <= 80, "{command} {lang}: more than 80 columns: {line}");
                assert_eq!(line, line.trim_end(), "{command} {lang}: spaces at the end");
                if lang == "fr" {
                    for word in ENGLISH {
                        assert!(!line.contains(word), "{command}: {word:?} in French help: {line}");
                    }
                }
            }
            assert!(page.contains("\n  grille "), "{command} {lang}: no example");
            let short: Vec<&str> = command.split_whitespace().chain(["-h"]).collect();
            assert_eq!(text(&run(locale, &short).stdout), page, "{command} {lang}: -h and --help are one page");
            let name = if command.is_empty() { "grille" } else { command };
            insta::assert_snapshot!(format!("help_{name}_{lang}"), page);
        }
    }
}

#[test]
fn every_command_of_the_program_has_its_page_here() {
    let page = text(&run("en_CA.UTF-8", &["--help"]).stdout);
    let listed = page.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let listed: Vec<&str> =
        listed.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed, COMMANDS[1..]);
}

#[test]
fn the_flag_wins_over_the_locale() {
    let flagged = run("en_CA.UTF-8", &["rank", "--help", "--lang", "fr"]);
    assert_eq!(flagged.stdout, run("fr_CA.UTF-8", &["rank", "--help"]).stdout);
    assert_eq!(run("C", &["--help"]).stdout, run("en_CA.UTF-8", &["--help"]).stdout);
}

#[test]
fn usage_errors_go_to_stderr_with_code_2() {
    let output = run("fr_CA.UTF-8", &["rank", "--plaecs", "3"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
    assert_eq!(
        text(&output.stderr),
        "erreur\u{a0}: option inconnue\u{a0}: «\u{a0}--plaecs\u{a0}»\n\
         aide\u{a0}: vouliez-vous écrire «\u{a0}--places\u{a0}»?\n\n\
         Utilisation\u{a0}: grille rank [OPTIONS] [APPEL]\n"
    );
    let output = run("en_CA.UTF-8", &["rank", "--grid", "-", "--marks", "-"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
    assert!(text(&output.stderr).starts_with("error: standard input (-) can be read only once"));
}

#[test]
fn nothing_asked_shows_the_help_on_stderr() {
    for (_, locale) in LOCALES {
        let output = run(locale, &[]);
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
        assert_eq!(output.stderr, run(locale, &["--help"]).stdout);
    }
}

#[test]
fn the_version() {
    let output = run("fr_CA.UTF-8", &["--version"]);
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
    assert_eq!(text(&output.stdout), format!("grille {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn colours_only_when_asked_for_here() {
    let escape = '\u{1b}';
    assert!(!text(&run("en_CA.UTF-8", &["--help"]).stdout).contains(escape));
    let colored = text(&run("fr_CA.UTF-8", &["--help", "--color", "always"]).stdout);
    assert!(colored.contains("\u{1b}[1mUtilisation\u{a0}:"), "{colored}");
    let forced = grille("en_CA.UTF-8", &["rnk"]).env("CLICOLOR_FORCE", "1").output().expect("the binary runs");
    assert!(text(&forced.stderr).contains(escape));
    let never = grille("en_CA.UTF-8", &["rnk", "--color=never"]).env("CLICOLOR_FORCE", "1").output().expect("the binary runs");
    assert!(!text(&never.stderr).contains(escape));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = grille("en_CA.UTF-8", &["--help"]).stdout(writer).stderr(Stdio::piped()).output().expect("the binary runs");
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = grille("en_CA.UTF-8", &["rnk"]).stderr(writer).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(2), "an error nobody reads is still an error");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let output = grille("fr_CA.UTF-8", &["--help"]).stdout(full).stderr(Stdio::piped()).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "erreur\u{a0}: le résultat n’a pu être écrit à la sortie standard\u{a0}: il n’y a plus de place\n"
    );
}
