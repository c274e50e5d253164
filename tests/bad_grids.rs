//! One fault a grid: every message that `check` has about a grid or about what a call makes of it, as the real binary says
//! it. A row of [`GRIDS`] quotes what the finding must point at, and what to replace to be without reproach. Then what is
//! wrong in rounds, and what nobody would write: hostile and broken grids, which must be refused without a panic.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop at once")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use grille::model::rule::RULES;
use serde_json::Value;

#[path = "bad_grids/hostile.rs"]
mod hostile;
#[path = "bad_grids/table.rs"]
mod table;

use table::{CALLS, GRIDS, Grid, SHORT, written};

/// What a run of the binary gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Runs the binary in a folder, away from whatever the environment says.
fn grille(folder: &Path, args: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_grille"))
        .current_dir(folder)
        .args(args)
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!err.contains("panicked"), "{args:?}: {err}");
    let code = output.status.code().unwrap_or_else(|| panic!("{args:?} was killed: {err}"));
    Run { code, out: String::from_utf8(output.stdout).unwrap(), err }
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

/// Files written for one test.
fn files(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        put(folder.path(), name, text);
    }
    folder
}

#[expect(clippy::disallowed_methods, reason = "a test reads what it has just written")]
fn file(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// Where a line and a column (both from 1, the column in Unicode scalars) are in a text.
fn offset(text: &str, line: u64, column: u64) -> usize {
    let (line, column) = (usize::try_from(line).unwrap(), usize::try_from(column).unwrap());
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    start + text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
}

/// Sentences that say themselves what to do: their errors need no help.
const SELF_EXPLAINED: &[&str] = &[
    "F032",
    "F033", // what the value must be
    "must be above zero",
    "must be at least 0 and less than",
    "cannot both be there",
    "one of these keys must be there",
    "can be only one of them",
    "zero at least",
    "no bracket gives any point",
    "is worth less than zero",
    "have a name in common",
    "are both worth",
    "is not a language of this program",
];

/// Whether an error says what to do about it.
fn helps(finding: &Value) -> bool {
    let text = |key: &str| finding[key].as_str().unwrap_or_default();
    let excused = SELF_EXPLAINED.iter().any(|part| text("rule") == *part || text("message").contains(part));
    finding["severity"] != "error" || excused || !text("help").is_empty()
}

/// Holds what is true of any finding; gives the text it quotes.
fn sound(folder: &Path, finding: &Value) -> String {
    let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    assert!(RULES.iter().any(|rule| finding["rule"] == rule.code && finding["name"] == rule.name), "{finding}");
    assert!(!text("message").is_empty(), "{finding}");
    let (Some(line), path) = (finding["line"].as_u64(), folder.join(text("file"))) else { return String::new() };
    if !path.is_file() {
        return text("text");
    }
    let source = file(&path);
    let start = offset(&source, line, finding["column"].as_u64().unwrap());
    let end = offset(&source, finding["end"]["line"].as_u64().unwrap(), finding["end"]["column"].as_u64().unwrap());
    assert_eq!(source[start..end], text("text"), "{finding}");
    text("text")
}

/// What `check` says of grids and calls that are sound: those of the table say no more than what they are about.
const ADVICE: [&str; 6] = ["[G136]", "[G139]", "[C231]", "[C232]", "[S318]", "[M419]"];

fn is_advice(finding: &Value) -> bool {
    ADVICE.iter().any(|code| finding["rule"] == code.trim_matches(['[', ']']))
}

fn found(run: &Run) -> Vec<Value> {
    let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err));
    document["findings"].as_array().unwrap().clone()
}

/// A screen as one line, without what the layout adds.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Holds both languages of a refusal against what they must say; gives them for the record, and what is not as it must be.
fn says(folder: &Path, name: &str, target: &str, [code, quote, en, fr]: [&str; 4]) -> (String, Vec<String>) {
    let mut record = format!("── {name}\n");
    let json = grille(folder, &["check", "--format", "json", target]);
    let found: Vec<Value> = found(&json).into_iter().filter(|one| one["rule"] == code || !is_advice(one)).collect();
    let [finding] = found.as_slice() else {
        let listed: Vec<_> = found.iter().map(|one| format!("  {} {} {}", one["rule"], one["message"], one["text"])).collect();
        return (record, vec![format!("{name}: {} findings for one fault:\n{}", found.len(), listed.join("\n"))]);
    };
    let mut wrong = Vec::new();
    let mut hold = |held: bool, what: String| {
        if !held {
            wrong.push(format!("{name}: {what}"));
        }
    };
    hold(json.code == i32::from(finding["severity"] == "error"), format!("exit code {}", json.code));
    hold(finding["rule"] == code, format!("{code}, not {finding}"));
    hold(helps(finding), format!("nothing says what to do: {finding}"));
    let quoted = sound(folder, finding);
    hold(quoted == quote, format!("it quotes {quoted:?}, not {quote:?}"));
    for (lang, part, [level, help]) in [("en", en, ["error[", "= help: "]), ("fr", fr, ["erreur[", "= aide : "])] {
        let screen = grille(folder, &["check", "--lang", lang, target]);
        hold((screen.code, screen.err.as_str()) == (json.code, ""), screen.err);
        // A blank line stands after each finding.
        let blocks = screen.out.split("\n\n");
        let kept = blocks.filter(|block| block.contains(&format!("[{code}]")) || !ADVICE.iter().any(|code| block.contains(code)));
        let out = kept.collect::<Vec<_>>().join("\n\n");
        let text = flat(&out);
        hold(text.contains(part), format!("{part:?} is not in {text}"));
        hold(text.contains(&format!("[{code}]")), format!("no {code} in {text}"));
        hold(text.contains(level) == (finding["severity"] == "error"), format!("the level of {text}"));
        hold(text.contains(help) != finding["help"].is_null(), format!("the help of {text}"));
        let told = |line: &&str| line.contains(&format!("[{code}]")) || flat(line).contains(help.trim());
        for line in out.lines().filter(told) {
            let _ = writeln!(record, "{lang} {}", line.trim().trim_start_matches("= "));
        }
    }
    let _ = writeln!(record, "   {}", quote.lines().next().unwrap_or_default());
    (record, wrong)
}

fn none_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("bad-{name}"), text));
}

#[test]
fn names_are_given_once() {
    let names: BTreeSet<&str> = GRIDS.iter().map(|grid| grid.name).chain(CALLS.iter().map(|call| call.name)).collect();
    assert_eq!(names.len(), GRIDS.len() + CALLS.len());
}

#[test]
fn every_fault_of_a_grid_is_said_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (mut record, mut wrong) = (String::new(), Vec::new());
    for grid in GRIDS {
        let target = format!("{}.toml", grid.name);
        put(folder.path(), &target, &written(grid.text));
        let (said, not) = says(folder.path(), grid.name, &target, [grid.code, &written_quote(grid), grid.en, grid.fr]);
        record += &said;
        wrong.extend(not);
    }
    none_wrong(&wrong);
    snapshot("grids-of-the-table", &record);
}

/// The quoted text, abbreviations written out.
fn written_quote(grid: &Grid) -> String {
    SHORT.iter().fold(grid.quote.to_owned(), |text, (short, long)| text.replace(short, long))
}

/// Whether a finding is advice that the grid of the table is not about.
fn is_advice_elsewhere(finding: &Value) -> bool {
    let name = finding["file"].as_str().unwrap_or_default().trim_end_matches(".toml");
    is_advice(finding) && GRIDS.iter().any(|grid| grid.name == name && finding["rule"] != grid.code)
}

/// What was wrong was one thing: a grid with that one thing replaced has nothing against it.
#[test]
fn every_repaired_grid_is_without_reproach() {
    let folder = tempfile::tempdir().unwrap();
    for grid in GRIDS {
        let [from, to] = grid.repair;
        assert_eq!(grid.text.matches(from).count(), 1, "{}: {from:?} must be there once", grid.name);
        // In one folder, each grid has a version of its own.
        let text = written(&grid.text.replace(from, to)).replacen("version = \"1\"", &format!("version = \"{}\"", grid.name), 1);
        put(folder.path(), &format!("{}.toml", grid.name), &text);
    }
    let run = grille(folder.path(), &["check", "--format", "json", "."]);
    let left: Vec<String> = found(&run)
        .iter()
        .filter(|one| !is_advice_elsewhere(one))
        .map(|one| format!("{} {} {}", one["file"], one["rule"], one["message"]))
        .collect();
    none_wrong(&left);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn every_fault_of_a_call_is_said_where_it_is() {
    let (mut record, mut wrong) = (String::new(), Vec::new());
    for call in CALLS {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in call.files {
            let text = if name.ends_with("grid.toml") { written(text) } else { (*text).to_owned() };
            put(folder.path(), name, &text);
        }
        let (said, not) = says(folder.path(), call.name, "call.toml", [call.code, call.quote, call.en, call.fr]);
        record += &said;
        wrong.extend(not);
        let (name, from, to) = call.repair;
        let repaired = file(&folder.path().join(name));
        assert_eq!(repaired.matches(from).count(), 1, "{}: {from:?} must be there once", call.name);
        put(folder.path(), name, &repaired.replace(from, to));
        let run = grille(folder.path(), &["check", "--format", "json", "call.toml"]);
        let left = found(&run).into_iter().filter(|one| one["rule"] == call.code || !is_advice(one));
        wrong.extend(left.map(|one| format!("{} repaired: {one}", call.name)));
        let rank = grille(folder.path(), &["rank"]);
        if rank.code != 0 {
            wrong.push(format!("{} repaired: {}", call.name, rank.err));
        }
    }
    none_wrong(&wrong);
    snapshot("calls-of-the-table", &record);
}

/// A rule of grids, calls, submissions or marks that no fixture and no row of the table triggers could be dead, or wrong.
#[test]
fn every_rule_is_triggered() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    let run = grille(&fixtures, &["check", "--format", "json", "."]);
    let mut triggered: BTreeSet<String> = found(&run).iter().map(|one| one["rule"].as_str().unwrap().to_owned()).collect();
    // Settings hold for a whole folder: those that do not have folders of their own.
    let settings = grille(&fixtures.with_file_name("settings"), &["check", "--format", "json", "."]);
    triggered.extend(found(&settings).iter().map(|one| one["rule"].as_str().unwrap().to_owned()));
    triggered.extend(GRIDS.iter().map(|grid| grid.code.to_owned()));
    triggered.extend(CALLS.iter().map(|call| call.code.to_owned()));
    let kept = |code: &&str| code.starts_with('G') || code.starts_with('C') || code.starts_with('M') || code.starts_with('S');
    let silent: Vec<&str> = RULES.iter().map(|rule| rule.code).filter(kept).filter(|code| !triggered.contains(*code)).collect();
    // A folder without a call is said by `bad_input`: here there is always one.
    assert_eq!(silent, ["C201"]);
}
