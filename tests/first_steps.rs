//! What somebody meets in the first minutes: a folder that is not there, the call file named instead of its folder, a new
//! call, and the examples of the help pages.

#![expect(clippy::expect_used, reason = "a failing test should stop at once")]
#![expect(clippy::disallowed_methods, reason = "results are read here, not inputs of the program")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn grille(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    command.env("LC_ALL", "C").env_remove("COLUMNS").current_dir(folder).args(args).output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let output = grille(&root(), &["rank", "no-such-folder"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
    assert!(text(&output.stderr).contains("“no-such-folder” does not exist"), "{}", text(&output.stderr));
}

#[test]
fn without_a_call_here_the_help_says_how_to_begin() {
    let empty = tempfile::tempdir().expect("a folder");
    let output = grille(empty.path(), &["rank"]);
    let said = text(&output.stderr);
    assert!(
        output.status.code() == Some(2) && said.contains("there is no call.toml here") && said.contains("grille new"),
        "{said}"
    );
}

#[test]
fn the_call_file_stands_for_its_folder() {
    let by_folder = grille(&root(), &["rank", "examples/trasss"]);
    assert_eq!(by_folder.status.code(), Some(0));
    for (folder, args) in [
        (root(), ["rank", "examples/trasss/call.toml"].as_slice()),
        (root().join("examples/trasss"), ["rank", "call.toml"].as_slice()),
        (root().join("examples/trasss"), ["rank"].as_slice()),
    ] {
        assert_eq!(text(&grille(&folder, args).stdout), text(&by_folder.stdout), "{args:?}");
    }
}

#[test]
fn a_new_call_is_sound_and_legible_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    for grid in ["trasss", "inters4-pratiques-inspirantes"] {
        for lang in ["fr", "en"] {
            let name = format!("{grid}-{lang}");
            assert_eq!(grille(folder.path(), &["new", &name, "--from", grid, "--lang", lang]).status.code(), Some(0));
            let checked = grille(folder.path(), &["check", &name, "--lang", lang]);
            assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
            for entry in folder.path().join(&name).read_dir().expect("a folder").flatten() {
                let content = fs::read_to_string(entry.path()).expect("UTF-8");
                let odd = content.chars().find(|&c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
                assert_eq!(odd, None, "{}", entry.path().display());
            }
        }
    }
}

/// Every line is there, and what is not passed stands first.
#[test]
fn the_exclusion_report_lists_what_is_not_passed_first() {
    let data = text(&grille(&root(), &["screen", "examples/inters4", "--format", "csv"]).stdout);
    let outcomes = |outcome: &str| data.lines().skip(1).filter(|line| line.contains(&format!(",{outcome},"))).count();
    let (passed, failed, undecided) = (outcomes("passed"), outcomes("failed"), outcomes("undecided"));
    assert_eq!(passed + failed + undecided, data.lines().count() - 1);
    let shown = text(&grille(&root(), &["screen", "examples/inters4", "--lang", "en"]).stdout);
    let (first, all) = shown.split_once("Every line").expect("two tables");
    let words = |part: &str, word: &str| part.matches(&format!("  {word}  ")).count();
    assert_eq!(["passed", "failed", "undecided"].map(|word| words(first, word)), [0, failed, undecided], "{shown}");
    assert_eq!(["passed", "failed", "undecided"].map(|word| words(all, word)), [passed, failed, undecided], "{shown}");
}

/// The examples of the help pages, at the root of the project or in the call they are about.
#[test]
fn the_examples_of_the_help_pages_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path().join("examples/trasss");
    fs::create_dir_all(&here).expect("a folder");
    fs::create_dir(folder.path().join("grids")).expect("a folder");
    for part in ["examples/trasss", "grids"] {
        for entry in root().join(part).read_dir().expect("a folder").flatten() {
            fs::copy(entry.path(), folder.path().join(part).join(entry.file_name())).expect("a copy");
        }
    }
    let mut seen = 0;
    for page in ["", "rank", "screen", "explain", "compare", "robustness", "panel", "check", "new", "sheets", "grids", "schema"] {
        for lang in ["fr", "en"] {
            let args: Vec<&str> = page.split_whitespace().chain(["--help", "--lang", lang]).collect();
            let help = text(&grille(&root(), &args).stdout);
            for line in help.lines().filter_map(|line| line.strip_prefix("  grille ")) {
                let args: Vec<&str> = line.split("  ").next().unwrap_or_default().split_whitespace().collect();
                let place = if line.contains("examples/") || line.contains("appel-2026") { folder.path() } else { &here };
                if args[0] == "new" {
                    let _ = fs::remove_dir_all(folder.path().join(args[1]));
                }
                let output = grille(place, &args);
                assert_eq!(output.status.code(), Some(0), "{line}: {}", text(&output.stderr));
                seen += 1;
            }
        }
    }
    assert!(seen >= 28, "{seen}");
}
