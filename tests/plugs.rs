//! Where the program is plugged in: completion scripts, manual pages, the hook of pre-commit and the action of GitHub. What a
//! shell makes of a script is tried where that shell is there.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use support::{Folder, criterion, root, run};

const SHELLS: [&str; 4] = ["bash", "zsh", "fish", "powershell"];

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = run(&root(), &["--help"], &[]).out;
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    listed.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn script(shell: &str, lang: &str) -> String {
    let run = run(&root(), &["completions", shell, "--lang", lang], &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{shell}");
    run.out
}

fn is_there(shell: &str) -> bool {
    Command::new(shell).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

#[test]
fn every_script_has_every_command_and_no_other() {
    let commands = commands();
    assert!(commands.len() > 12, "{commands:?}");
    for shell in SHELLS {
        for lang in ["en", "fr"] {
            let script = script(shell, lang);
            for command in &commands {
                let named = match shell {
                    "bash" => format!("grille,{command})"),
                    "zsh" => format!("'{command}:"),
                    "fish" => format!("-a \"{command}\""),
                    _ => format!("'grille;{command}'"),
                };
                assert!(script.contains(&named), "{shell}: {named}");
            }
            for hidden in ["grille,ids)", "'ids:", "-a \"ids\"", "'grille;ids'"] {
                assert!(!script.contains(hidden), "{shell}: {hidden}");
            }
        }
    }
    // Zsh, Fish and PowerShell show what a command is for: in the reader’s language.
    for shell in &SHELLS[1..] {
        assert!(script(shell, "en").contains("Starts a call") && script(shell, "fr").contains("Ouvre un dossier"), "{shell}");
    }
}

#[test]
fn every_script_is_one_for_its_shell() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish"].into_iter().filter(|shell| is_there(shell)) {
        for lang in ["en", "fr"] {
            let path = folder.path().join(format!("{shell}-{lang}"));
            fs::write(&path, script(shell, lang)).unwrap();
            let output = Command::new(shell).arg("-n").arg(&path).output().unwrap();
            assert!(output.status.success() && output.stderr.is_empty(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

/// Where the binary is found by its name.
fn path_with_binary() -> std::ffi::OsString {
    let folder = Path::new(env!("CARGO_BIN_EXE_grille")).parent().unwrap().to_path_buf();
    let others = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&others))).unwrap()
}

/// What Bash completes the last word of a line to.
fn bash(folder: &Path, line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let (current, previous) = (words[words.len() - 1], words[words.len() - 2]);
    let program = format!(
        "{}\nCOMP_WORDS=({line}{})\nCOMP_CWORD={}\n_grille grille '{current}' '{previous}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        script("bash", "en"),
        if current.is_empty() { "''" } else { "" },
        words.len() - 1,
    );
    let mut command = Command::new("bash");
    command.args(["--norc", "-c", &program]).current_dir(folder).env("PATH", path_with_binary()).env("LC_ALL", "C.UTF-8");
    let output = command.output().unwrap();
    assert!(output.stderr.is_empty(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_what_the_program_and_the_call_know() {
    if !is_there("bash") {
        return;
    }
    let here = root();
    assert_eq!(bash(&here, "grille ran"), ["rank"]);
    assert_eq!(bash(&here, "grille new --from trasss"), ["trasss-letters", "trasss"]);
    assert_eq!(bash(&here, "grille rank --grid grids/green"), ["grids/green-flag.toml"]);
    assert_eq!(bash(&here, "grille rule G10"), (101..110).map(|code| format!("G{code}")).collect::<Vec<_>>());
    assert_eq!(bash(&here, "grille compare -C examples/trasss --drop cl"), ["clarity"]);
    assert_eq!(bash(&here, "grille compare examples/trasss --set network"), ["network-interest"]);
    assert_eq!(bash(&here.join("examples/trasss"), "grille robustness --range soc"), ["social-relevance"]);
    assert!(bash(&here, "grille compare --drop ").join("").is_empty(), "no call is here");
    assert!(bash(&here.join("examples/trasss"), "grille explain P").contains(&"P4".to_owned()));
    assert_eq!(bash(&here, "grille rank --format m"), ["markdown"]);
}

#[test]
fn fish_completes_what_the_program_and_the_call_know() {
    if !is_there("fish") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("script"), script("fish", "en")).unwrap();
    let completed = |line: &str| -> Vec<String> {
        let program = format!("source {}/script; complete -C '{line}'", folder.path().display());
        let mut command = Command::new("fish");
        command.args(["--no-config", "-c", &program]).current_dir(root()).env("PATH", path_with_binary());
        let output = command.env("HOME", folder.path()).output().unwrap();
        let words = String::from_utf8(output.stdout).unwrap();
        words.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(completed("grille rule G10"), (101..110).map(|code| format!("G{code}")).collect::<Vec<_>>());
    assert_eq!(completed("grille compare -C examples/trasss --drop cl"), ["clarity"]);
    assert_eq!(completed("grille new --from trasss"), ["trasss", "trasss-letters"]);
    assert!(completed("grille schema g").contains(&"grid".to_owned()));
}

/// Zsh ends the values of an option at a colon: a question to the program has none.
#[test]
fn zsh_reads_each_question_whole() {
    let script = script("zsh", "en");
    let questions: Vec<&str> =
        script.split("$(grille ids ").skip(1).filter_map(|rest| rest.split_once(" 2>/dev/null")).map(|(it, _)| it).collect();
    assert!(questions.len() > 8, "{questions:?}");
    assert!(questions.iter().all(|question| !question.contains(':')), "{questions:?}");
}

/// A file may hold anything, and shells expand what they complete.
#[test]
fn an_identifier_that_a_shell_would_run_is_not_completed() {
    let files = [
        ("submissions.csv", "id,title\nP1,One\n$(touch ran),Two\n`touch ran`,Three\nP;touch ran,Four\n"),
        ("marks.csv", "submission,reviewer,a\nP1,Roy,5\nP1,$(touch ran),5\n"),
    ];
    let folder = Folder::new(&criterion("a", 100, "{ points = 10 }"), "", &files);
    assert_eq!(folder.rank()["ranked"].as_array().unwrap().len(), 1, "the call holds");
    assert_eq!(folder.run(&["ids", "submission"]).out, "P1\n");
    assert_eq!(folder.run(&["ids", "reviewer"]).out, "Roy\n");
    if is_there("bash") {
        assert_eq!(bash(folder.path(), "grille explain P"), ["P1"]);
        assert_eq!(bash(folder.path(), "grille sheets --reviewer "), ["Roy"]);
        assert!(!folder.path().join("ran").exists());
    }
}

#[test]
fn a_call_that_does_not_hold_completes_to_nothing() {
    let folder = Folder::new(&criterion("a", 90, "{ points = 10 }"), "", &[("submissions.csv", "id,title\nP1,One\n")]);
    let ids = folder.run(&["ids", "item"]);
    assert_eq!((ids.code, ids.out.as_str(), ids.err.as_str()), (0, "", ""));
}

#[test]
fn manual_pages() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, [name, exit]) in [("en", [".SH NAME", ".SH EXIT STATUS"]), ("fr", [".SH NOM", ".SH CODE DE SORTIE"])] {
        let into = folder.path().join(lang);
        let made = run(&root(), &["man", "--lang", lang, "-o", into.to_str().unwrap()], &[]);
        assert_eq!((made.code, made.out.as_str()), (0, ""), "{}", made.err);
        let names: BTreeSet<String> =
            fs::read_dir(&into).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let own = commands().into_iter().map(|command| format!("grille-{command}.1"));
        assert_eq!(names, own.chain(["grille.1".to_owned()]).collect());
        for file in &names {
            let page = fs::read_to_string(into.join(file)).unwrap();
            assert!(page.contains(name) && page.contains(exit), "{file}");
            // Every option that the help page of the command has.
            let command = file.trim_end_matches(".1").trim_start_matches("grille").trim_start_matches('-');
            let args: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
            for option in run(&root(), &args, &[]).out.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 3)
            {
                let option: String = option.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                assert!(page.contains(&option.replace('-', "\\-")), "{file}: {option}");
            }
            if is_there("groff") {
                let output =
                    Command::new("groff").args(["-man", "-Kutf8", "-Tutf8", "-ww", "-z"]).arg(into.join(file)).output().unwrap();
                assert!(output.stderr.is_empty(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
            }
        }
        let main = run(&root(), &["man", "--lang", lang], &[]).out;
        assert_eq!(main, fs::read_to_string(into.join("grille.1")).unwrap());
        // An earlier version’s pages are replaced.
        assert_eq!(run(&root(), &["man", "--lang", lang, "-o", into.to_str().unwrap()], &[]).code, 0);
    }
}

fn yaml(name: &str) -> Value {
    serde_saphyr::from_str(&fs::read_to_string(root().join(name)).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The long options in a text.
fn options(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(|word| word.len() > 3);
    words.filter(|word| word.starts_with("--")).map(str::to_owned).collect()
}

/// Everything after `grille check` in a text, line by line.
fn checks(text: &str) -> Vec<&str> {
    let after = |line: &str| ["grille check", "bin/grille\" check"].iter().find_map(|name| line.split_once(name)).is_some();
    text.lines().filter(|line| after(line)).collect()
}

#[test]
fn options_that_are_shown_to_others_exist() {
    let help = options(&run(&root(), &["check", "--help"], &[]).out);
    for name in [".pre-commit-hooks.yaml", "action.yml", "docs/ci.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        let used: BTreeSet<String> = checks(&text).into_iter().flat_map(options).collect();
        let unknown: Vec<&String> = used.iter().filter(|option| !help.contains(*option) && *option != "--help").collect();
        assert!(unknown.is_empty(), "{name}: {unknown:?}");
    }
}

#[test]
fn the_hook_of_pre_commit() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let [hook] = hooks.as_array().unwrap().as_slice() else { panic!("{hooks}") };
    assert_eq!(hook["entry"], "grille check");
    assert_eq!((hook["language"].as_str(), hook["pass_filenames"].as_bool()), (Some("rust"), Some(false)));
    // Every file that a call can be made of sets it off.
    let files = hook["files"].as_str().unwrap().trim_start_matches("\\.(").trim_end_matches(")$");
    let endings: Vec<&str> = files.split('|').collect();
    for ending in grille::read::READERS.iter().flat_map(|reader| reader.endings).chain(&["toml"]) {
        assert!(endings.iter().any(|known| known == ending || *known == "ya?ml" && ["yaml", "yml"].contains(ending)), "{ending}");
    }
    let page = fs::read_to_string(root().join("docs/ci.md")).unwrap();
    assert!(page.contains(&format!("- id: {}\n", hook["id"].as_str().unwrap())));
}

#[test]
fn the_action() {
    let text = fs::read_to_string(root().join("action.yml")).unwrap();
    let action = yaml("action.yml");
    assert_eq!(action["runs"]["using"], "composite");
    let named = |prefix: &str| -> BTreeSet<String> {
        let word = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        text.match_indices(prefix).map(|(at, _)| word(&text[at + prefix.len()..])).collect()
    };
    let inputs: BTreeSet<String> = action["inputs"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(named("inputs."), inputs, "every input is used, and none is used that does not exist");
    let steps = action["runs"]["steps"].as_array().unwrap();
    let ids: BTreeSet<String> = steps.iter().filter_map(|step| step["id"].as_str()).map(str::to_owned).collect();
    assert_eq!(named("steps."), ids);
    for step in steps.iter().filter(|step| step["run"].is_string()) {
        let script = step["run"].as_str().unwrap();
        assert_eq!(step["shell"], "bash");
        // What somebody writes in an input or a branch’s name reaches the shell as a value, never as a part of the script.
        assert!(!script.contains("${{"), "{script}");
        if is_there("bash") {
            let output = Command::new("bash").args(["-n", "-c", script]).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
    // The page has the same inputs.
    let page = fs::read_to_string(root().join("docs/ci.md")).unwrap();
    let rows: BTreeSet<String> =
        page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | ").map(|(name, _)| name.to_owned())).collect();
    assert!(inputs.is_subset(&rows), "{inputs:?} {rows:?}");
}

/// The step of the action that checks, run as it is: a folder with an error fails it, one without does not.
#[test]
fn the_action_checks() {
    if !is_there("bash") {
        return;
    }
    let action = yaml("action.yml");
    let steps = action["runs"]["steps"].as_array().unwrap();
    let script = steps.iter().find(|step| step["id"] == "check").unwrap()["run"].as_str().unwrap().to_owned();
    let files = [("submissions.csv", "id,title\nP1,One\n"), ("marks.csv", "submission,reviewer,a\nP1,Roy,5\n")];
    let folder = Folder::new(&criterion("a", 90, "{ points = 10 }"), "", &files);
    let tools = tempfile::tempdir().unwrap();
    fs::create_dir(tools.path().join("bin")).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_grille"), tools.path().join("bin/grille")).unwrap();
    let outputs: PathBuf = tools.path().join("outputs");
    let code = || {
        let mut command = Command::new("bash");
        command.args(["-e", "-o", "pipefail", "-c", &script]).current_dir(folder.path());
        for (name, value) in [("PATHS", ".\n"), ("FORMAT", "json"), ("DENY", ""), ("SARIF", "")] {
            command.env(name, value);
        }
        command.env("ROOT", tools.path()).env("GITHUB_OUTPUT", &outputs).stdout(Stdio::null()).status().unwrap().code()
    };
    assert_eq!(code(), Some(1));
    let text = fs::read_to_string(folder.path().join("grid.toml")).unwrap();
    folder.write("grid.toml", &text.replace("weight = 90", "weight = 100"));
    assert_eq!(code(), Some(0));
}
