//! What bad input gets: the real binary on real files. Each folder of `tests/fixtures/bad` is a call with something
//! wrong in it; its whole message is held in a snapshot, in both languages, and its findings by invariants. The folders
//! of `tests/fixtures/good` look odd and are accepted.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop at once")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use grille::model::rule::RULES;
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

/// What a run of the binary gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Runs the binary in a folder, away from whatever the environment says.
fn grille_with(folder: &Path, args: &[&str], env: &[(&str, &str)], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_grille"))
        .current_dir(folder)
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LC_ALL", "C.UTF-8")
        .envs(env.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that is refused at once does not read its input: a closed pipe is no failure here.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!err.contains("panicked"), "{args:?}: {err}");
    let code = output.status.code().unwrap_or_else(|| panic!("{args:?} was killed: {err}"));
    Run { code, out: String::from_utf8(output.stdout).unwrap(), err }
}

fn grille(folder: &Path, args: &[&str]) -> Run {
    grille_with(folder, args, &[], b"")
}

fn fixture(kind: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind).join(name)
}

/// A call written for one test.
fn call(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::File::create(path).unwrap().write_all(bytes).unwrap();
    }
    folder
}

/// A file as text; what does not decode is shown as the finding about it shows it.
fn file(folder: &Path, name: &str) -> String {
    String::from_utf8_lossy(&bytes(&folder.join(name))).into_owned()
}

#[expect(clippy::disallowed_methods, reason = "a test reads what it has just written")]
fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("bad-{name}"), text));
}

/// Both languages of one refusal.
fn both(runs: [&Run; 2]) -> String {
    format!("──── français ────\n{}\n──── English ────\n{}", runs[0].err, runs[1].err)
}

/// Level words: those of one language never stand in the other's messages.
fn speaks_one_language(french: &str, english: &str) {
    for word in ["error[", "warning[", "= help", " to correct before"] {
        assert!(!french.contains(word), "{word:?} in French:\n{french}");
    }
    for word in ["erreur[", "avertissement[", "= aide", " à corriger avant"] {
        assert!(!english.contains(word), "{word:?} in English:\n{english}");
    }
}

/// Errors that need no help, and why.
const SELF_EXPLAINED: &[(&str, &str)] =
    &[("F032", "the sentence says what the value must be"), ("F033", "the sentence says what form the value must have")];

/// Holds what must be true of any list of findings; gives the codes.
fn findings(folder: &Path, json: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(json).unwrap();
    let found = document["findings"].as_array().unwrap();
    for finding in found {
        let code = finding["rule"].as_str().unwrap();
        let rule = RULES.iter().find(|rule| rule.code == code).unwrap_or_else(|| panic!("{code} is no rule"));
        assert_eq!(finding["name"], rule.name);
        let text = |key: &str| finding[key].as_str().unwrap_or_else(|| panic!("{code} has no {key}: {finding}"));
        assert!(!text("message").is_empty());
        if finding["severity"] == "error" {
            let excused = SELF_EXPLAINED.iter().any(|(known, _)| *known == code);
            assert!(excused || !text("help").is_empty(), "{finding}");
        }
        let Some(line) = finding["line"].as_u64() else { continue };
        let name = text("file");
        // A shipped grid is named, and stands in no folder.
        if !folder.join(name).is_file() {
            continue;
        }
        let source = file(folder, name);
        let source = source.trim_start_matches('\u{feff}');
        let start = offset(source, line, finding["column"].as_u64().unwrap());
        let end = offset(source, finding["end"]["line"].as_u64().unwrap(), finding["end"]["column"].as_u64().unwrap());
        assert_eq!(&source[start..end], text("text"), "{finding}");
    }
    found.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

/// Where a line and a column (both from 1, the column in Unicode scalars) are in a text.
fn offset(text: &str, line: u64, column: u64) -> usize {
    let (line, column) = (usize::try_from(line).unwrap(), usize::try_from(column).unwrap());
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    start + text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
}

/// A call that must be refused: nothing on the standard output, nothing written, everything said, and `check` says it too.
fn refused_in(folder: &Path, name: &str, codes: &[&str]) {
    let before = names(folder);
    let runs = ["fr", "en"].map(|lang| {
        let run = grille(folder, &["rank", "--lang", lang]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
        let written = tempfile::tempdir().unwrap();
        let path = written.path().join("out.csv");
        let again = grille(folder, &["rank", "--lang", lang, "-o", path.to_str().unwrap()]);
        assert_eq!((again.code, again.out.as_str(), &again.err), (2, "", &run.err));
        assert!(names(written.path()).is_empty(), "{:?}", names(written.path()));
        let screen = grille(folder, &["screen", "--lang", lang]);
        assert_eq!((screen.code, screen.out.as_str(), &screen.err), (2, "", &run.err));
        let check = grille(folder, &["check", "--lang", lang, "call.toml"]);
        assert_eq!((check.code, check.err.as_str()), (1, ""), "{}", check.err);
        let last = |text: &str| text.trim_end().rsplit_once('\n').map_or(String::new(), |(rest, _)| rest.to_owned());
        assert_eq!(last(&check.out), last(&run.err), "check and rank say the same");
        run
    });
    speaks_one_language(&runs[0].err, &runs[1].err);
    let check = grille(folder, &["check", "--lang", "en", "--format", "json", "call.toml"]);
    assert_eq!((check.code, check.err.as_str()), (1, ""));
    assert_eq!(findings(folder, &check.out), codes, "{}", runs[1].err);
    assert_eq!(names(folder), before, "the call's folder is as it was");
    snapshot(name, &both([&runs[0], &runs[1]]));
}

/// What is wrong with the words of the command line, or with what they name: no call is needed to say so.
fn refused_arguments(folder: &Path, name: &str, args: &[&str], input: &[u8]) {
    let runs = ["fr", "en"].map(|lang| {
        let run = grille_with(folder, &[args, &["--lang", lang]].concat(), &[], input);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
        run
    });
    speaks_one_language(&runs[0].err, &runs[1].err);
    snapshot(name, &both([&runs[0], &runs[1]]));
}

/// A call that is accepted, by `rank` and by `check`.
fn accepted(folder: &Path) -> Run {
    let check = grille(folder, &["check", "--lang", "fr", "call.toml"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    let run = grille(folder, &["rank", "--lang", "fr"]);
    assert_eq!(run.code, 0, "{}", run.err);
    run
}

macro_rules! refused {
    ($($name:ident: $codes:expr;)*) => {
        $(#[test]
        fn $name() {
            let name = stringify!($name).replace('_', "-");
            refused_in(&fixture("bad", &name), &name, &$codes);
        })*

        #[test]
        fn every_bad_fixture_is_tested() {
            let tested: BTreeSet<String> = [$(stringify!($name).replace('_', "-")),*].into();
            assert_eq!(names(&fixture("bad", "")), tested);
        }
    };
}

refused! {
    as_of_missing: ["C204"];
    between_reversed: ["G116"];
    brackets_best: ["G112"];
    brackets_gap: ["G112"];
    brackets_marked: ["G110"];
    brackets_order: ["G112"];
    call_empty: ["F002"];
    call_misspelt: ["F030"];
    call_without_grid: ["F031"];
    call_without_submissions: ["F031"];
    cell_too_long: ["S305"];
    column_missing: ["S301", "S301", "S313"];
    columns_heading_unknown: ["C206", "S301", "S313"];
    count_twice: ["S310"];
    criterion_twice: ["G102"];
    csv_unclosed_quote: ["F021"];
    date_ambiguous: ["S309"];
    decimal_comma_in_csv: ["F020"];
    encoding_unknown: ["F005"];
    everything_at_once: ["S305", "S303", "S305", "M401", "M403"];
    file_empty: ["F002"];
    file_kind: ["F007"];
    file_missing: ["F001", "F001"];
    folder_for_file: ["F001"];
    gate_choice_unknown: ["G106"];
    gate_column_missing: ["S301"];
    gate_fact_unknown: ["G104"];
    gate_test_type: ["G105"];
    grid_empty: ["F002"];
    grid_unknown: ["C202"];
    heading_empty: ["F024"];
    heading_twice: ["F023"];
    id_empty: ["S302"];
    key_twice: ["F012"];
    key_unknown: ["F030"];
    list_orphan: ["S311"];
    list_unused: ["C205"];
    mark_missing: ["M410", "M410"];
    mark_off_scale: ["M403", "M403"];
    mark_off_step: ["M404"];
    mark_on_facts: ["M408"];
    mark_twice: ["M406", "M406"];
    mark_twice_nobody: ["M406"];
    mark_unknown_criterion: ["M402"];
    mark_unknown_submission: ["M401"];
    mark_word_unknown: ["M405", "M405", "M403"];
    marks_columns_unknown: ["S301", "M409", "M409"];
    marks_in_two_places: ["M407", "M407"];
    minimum_out_of_scale: ["G114"];
    not_a_count: ["S305", "S305"];
    not_a_date: ["S308", "S308", "S308", "S308", "S308"];
    number_ambiguous: ["F006", "S306"];
    number_mixed: ["F006", "S307"];
    number_too_long: ["F033"];
    parts_sum: ["G113"];
    pass_above_total: ["G114"];
    pattern_matches_nothing: ["F001"];
    quorum_zero: ["F033"];
    rows_refused_marks_read: ["F020", "M403"];
    rows_short_and_long: ["F020", "F020"];
    scale_missing: ["G111"];
    step_misses_top: ["G110"];
    submission_twice: ["S303"];
    text_for_number: ["S305", "S305", "S305", "S305"];
    tie_key_unknown: ["G115", "G115"];
    toml_five_keys: ["F033", "F032", "F030", "F032", "F035", "F033", "F034"];
    toml_five_mistakes: ["F010", "F010", "F010", "F010", "F010"];
    way_unknown: ["C203", "C203"];
    weight_zero: ["G103"];
    weights_over: ["G101"];
    weights_sum: ["G101"];
    word_misspelt: ["S304", "S304"];
    words_misspelt: ["F034", "F034"];
    workbook_named: ["F007"];
    workbook_none: ["F008"];
    yaml_bomb: ["F004"];
    yaml_key_twice: ["F012"];
    yaml_not_a_table: ["F025"];
    yaml_syntax: ["F011"];
}

// ── files that a text fixture cannot hold ──

const GRID: &str = include_str!("fixtures/good/whole/grid.toml");
const SUBMISSIONS: &str = include_str!("fixtures/good/whole/dossiers.csv");
const CALL: &str = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"dossiers.csv\"\n";

fn refused_submissions(name: &str, call_more: &str, submissions: &[u8], codes: &[&str]) {
    let text = format!("{CALL}{call_more}");
    let folder = call(&[("call.toml", text.as_bytes()), ("grid.toml", GRID.as_bytes()), ("dossiers.csv", submissions)]);
    refused_in(folder.path(), name, codes);
}

#[test]
fn a_binary_file() {
    refused_submissions("binary", "", b"\x7fELF\x02\x01\x01\0\0\0\0\x01\x02\x03", &["F003"]);
}

#[test]
fn a_pdf_called_csv() {
    refused_submissions("pdf", "", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", &["F003"]);
}

#[test]
fn a_workbook_called_csv() {
    refused_submissions("workbook", "", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml", &["F003"]);
}

#[test]
fn a_text_that_is_not_in_the_encoding_it_declares() {
    let latin = b"id,titre,Pertinence,Clart\xe9\nP1,Premi\xe8re,14,8\n";
    refused_submissions("encoding-wrong", "\n[notation]\nencoding = \"utf-8\"\n", latin, &["F005"]);
}

#[test]
fn a_text_in_another_encoding_is_read_and_it_is_said() {
    let latin = b"id,titre,Pertinence,Clart\xe9\nP1,Premi\xe8re pratique,14,8\n".to_vec();
    let utf16 = |big: bool| {
        let text = format!("\u{feff}{SUBMISSIONS}");
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect::<Vec<u8>>()
    };
    for (bytes, encoding) in [(latin, "windows-1252"), (utf16(false), "UTF-16LE"), (utf16(true), "UTF-16BE")] {
        let folder = call(&[("call.toml", CALL.as_bytes()), ("grid.toml", GRID.as_bytes()), ("dossiers.csv", &bytes)]);
        let run = accepted(folder.path());
        assert!(run.out.contains("Premi"), "{}", run.out);
        assert!(run.err.contains(encoding), "{encoding}: {}", run.err);
    }
}

#[test]
fn nesting_is_refused_and_never_overflows() {
    let deep = 2_000;
    let grid = format!("{GRID}\n[rules]\nties = {}{}\n", "[".repeat(deep), "]".repeat(deep));
    let inline = format!("{GRID}\n[rules]\npass = {}1{}\n", "{ a = ".repeat(deep), " }".repeat(deep));
    let dotted = format!("{GRID}\n[{}]\n", vec!["a"; deep].join("."));
    for text in [&grid, &inline, &dotted] {
        let folder =
            call(&[("call.toml", CALL.as_bytes()), ("grid.toml", text.as_bytes()), ("dossiers.csv", SUBMISSIONS.as_bytes())]);
        let run = grille(folder.path(), &["rank", "--lang", "en"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
        assert!(run.err.lines().count() < 60 && run.err.lines().all(|line| line.len() < 1_000), "{}", run.err);
    }
    let yaml_call = CALL.replace(".csv", ".yaml");
    let flow = format!("- id: P1\n  titre: {}x{}\n", "[".repeat(deep), "]".repeat(deep));
    let maps = format!("- id: P1\n  titre: {}x{}\n", "{a: ".repeat(deep), "}".repeat(deep));
    let dashes = format!("{}x\n", "- ".repeat(deep));
    for text in [&flow, &maps, &dashes] {
        let folder =
            call(&[("call.toml", yaml_call.as_bytes()), ("grid.toml", GRID.as_bytes()), ("dossiers.yaml", text.as_bytes())]);
        let run = grille(folder.path(), &["rank", "--lang", "en"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
        assert!(run.err.lines().all(|line| line.len() < 1_000), "{}", run.err);
    }
    let folder =
        call(&[("call.toml", CALL.as_bytes()), ("grid.toml", grid.as_bytes()), ("dossiers.csv", SUBMISSIONS.as_bytes())]);
    refused_in(folder.path(), "nesting-toml", &["F004"]);
}

// ── the command line ──

#[test]
fn an_id_that_nothing_has() {
    refused_arguments(&fixture("good", "whole"), "explain-unknown-id", &["explain", "P3"], b"");
    refused_arguments(&fixture("good", "whole"), "explain-far-id", &["explain", "P1", "projet-12"], b"");
}

#[test]
fn a_folder_without_a_call() {
    let folder = tempfile::tempdir().unwrap();
    refused_arguments(folder.path(), "no-call", &["rank"], b"");
    refused_arguments(folder.path(), "no-folder", &["rank", "appel-2026"], b"");
    let whole = fixture("good", "whole");
    refused_arguments(&whole, "not-a-folder", &["rank", "dossiers.csv"], b"");
    let by_file = grille(&whole, &["rank", "call.toml", "--lang", "fr"]);
    assert_eq!((by_file.code, by_file.out), (0, grille(&whole, &["rank", "--lang", "fr"]).out), "{}", by_file.err);
    refused_arguments(folder.path(), "no-files", &["rank", "--grid", "trasss", "--submissions", "dossiers.csv"], b"");
}

#[test]
fn the_standard_input_is_a_table() {
    let folder = fixture("good", "whole");
    let args = ["rank", "--grid", "grid.toml", "--submissions", "-", "--format", "csv", "--lang", "fr"];
    let piped = grille_with(&folder, &args, &[], SUBMISSIONS.as_bytes());
    assert_eq!(piped.code, 0, "{}", piped.err);
    let named = grille(&folder, &["rank", "--format", "csv", "--lang", "fr"]);
    assert_eq!(piped.out, named.out);
    let args = ["rank", "--grid", "grid.toml", "--submissions", "-"];
    refused_arguments(&folder, "stdin-mark-off-scale", &args, SUBMISSIONS.replace("14.5", "44.5").as_bytes());
    refused_arguments(&folder, "stdin-empty", &args, b"");
    refused_arguments(&folder, "stdin-binary", &args, b"PK\x03\x04\0\0");
}

#[test]
fn the_standard_input_is_read_once() {
    let folder = fixture("good", "whole");
    let args = ["rank", "--grid", "grid.toml", "--submissions", "-", "--marks", "-"];
    refused_arguments(&folder, "stdin-twice", &args, SUBMISSIONS.as_bytes());
}

#[test]
fn words_of_the_command_line_are_refused_as_those_of_a_file() {
    let folder = fixture("good", "whole");
    refused_arguments(&folder, "flag-grid-unknown", &["rank", "--grid", "tras", "--submissions", "dossiers.csv"], b"");
    refused_arguments(&folder, "flag-way-unknown", &["rank", "--way", "clarity=counts"], b"");
    refused_arguments(&folder, "flag-list-unused", &["rank", "--list", "interest=dossiers.csv"], b"");
    refused_arguments(&folder, "flag-column-unknown", &["rank", "--column", "Numéro=id"], b"");
    refused_arguments(&folder, "flag-encoding-unknown", &["rank", "--encoding", "latin-français"], b"");
    refused_arguments(&folder, "flag-pattern", &["rank", "--marks", "notes/*.csv"], b"");
}

#[test]
fn no_output_replaces_an_input() {
    let folder =
        call(&[("call.toml", CALL.as_bytes()), ("grid.toml", GRID.as_bytes()), ("dossiers.csv", SUBMISSIONS.as_bytes())]);
    let path = folder.path();
    let mut outputs = vec!["dossiers.csv", "./dossiers.csv", "grid.toml", "call.toml"];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("dossiers.csv", path.join("lien.csv")).unwrap();
        fs::hard_link(path.join("dossiers.csv"), path.join("double.csv")).unwrap();
        outputs.extend(["lien.csv", "double.csv"]);
    }
    let before = names(path);
    for output in outputs {
        let run = grille(path, &["rank", "--format", "csv", "--lang", "en", "-o", output]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{output}: {}", run.err);
        assert!(run.err.contains(output.trim_start_matches("./")), "{output}: {}", run.err);
        assert_eq!(file(path, "dossiers.csv"), SUBMISSIONS, "{output}");
        assert_eq!(file(path, "grid.toml"), GRID, "{output}");
        assert_eq!(names(path), before, "{output}");
    }
    refused_arguments(path, "output-is-input", &["rank", "-o", "dossiers.csv"], b"");
    refused_arguments(path, "output-no-folder", &["rank", "-o", "resultats/rang.csv"], b"");
}

// ── what looks odd and is accepted ──

#[test]
fn a_declared_notation_settles_what_was_ambiguous() {
    let number = accepted(&fixture("good", "number-declared"));
    assert!(number.err.contains("virgule décimale"), "{}", number.err);
    accepted(&fixture("good", "date-declared"));
    for (name, flag) in [("number-ambiguous", ["--decimal", "point"]), ("date-ambiguous", ["--dates", "day-month-year"])] {
        let folder = fixture("bad", name);
        let run = grille(&folder, &["rank", "--lang", "fr", flag[0], flag[1]]);
        assert_eq!(run.code, 0, "{name}: {}", run.err);
    }
}

#[test]
fn words_are_those_that_people_mean() {
    let run = accepted(&fixture("good", "words-loosely-written"));
    assert_eq!(run.err, "", "nothing to say about spaces and composed accents");
    assert!(run.out.contains("Premier projet écrit"), "{}", run.out);
}

#[test]
fn texts_stay_as_they_are_written() {
    for name in ["plain-texts", "plain-texts-yaml"] {
        let folder = fixture("good", name);
        accepted(&folder);
        let run = grille(&folder, &["explain", "010", "--lang", "fr"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.contains("010"), "{}", run.out);
        assert!(run.out.contains("NO"), "{name} shows the country: {}", run.out);
        let json: Value = serde_json::from_str(&grille(&folder, &["rank", "--format", "json"]).out).unwrap();
        let mut ids: Vec<&str> = json["ranked"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["010", "10"], "{name}");
    }
}

#[test]
fn a_file_with_a_heading_only_is_a_call_without_submissions() {
    let run = accepted(&fixture("good", "heading-only"));
    assert!(run.err.contains("pas encore de candidature"), "{}", run.err);
}

#[test]
fn a_misspelt_criterion_heading_is_a_warning() {
    let folder = fixture("good", "mark-column-misspelt");
    let run = accepted(&folder);
    assert!(
        run.err.contains("avertissement[M409]") && run.err.contains("vouliez-vous écrire") && run.err.contains("Clarté"),
        "{}",
        run.err
    );
}

/// Score sheets have a title beside each identifier, and people write comments: a reader needs neither.
#[test]
fn columns_for_people_in_a_mark_file_are_no_finding() {
    let grid = b"[grid]\nid = \"g\"\nversion = \"1\"\ntitle = \"G\"\nsource = \"Invented\"\n\n[[criterion]]\nid = \"c\"\nlabel = \"C\"\n\
        weight = 100\nscale = { points = 10 }\n";
    let call_file = b"[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = [\"wide.csv\", \"long.csv\"]\n";
    for (title, comment) in [("Titre", "Commentaires"), ("title", "Comments"), ("TITRE", "commentaire"), ("Title", "comment")] {
        let wide = format!("candidature,{title},membre,c,{comment}\nA,Un,x,8,bien\n");
        let long = format!("submission,{title},reviewer,criterion,mark,{comment}\nA,Un,y,c,6,bien\n");
        let folder = call(&[
            ("grid.toml", grid),
            ("call.toml", call_file),
            ("s.csv", b"id\nA\n"),
            ("wide.csv", wide.as_bytes()),
            ("long.csv", long.as_bytes()),
        ]);
        let run = grille(folder.path(), &["rank", "--format", "csv"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{title} {comment}");
        assert!(run.out.contains("70"), "{}", run.out);
    }
}

// ── hostile titles ──

/// Titles as an attacker, a spreadsheet or a careless copy would write them.
fn hostile_titles() -> Vec<String> {
    let mut titles: Vec<String> = [
        "\u{1b}[31mrouge\u{1b}[0m \u{1b}]0;titre\u{7} \u{1b}[2J",
        "sonnerie\u{7} recul\u{8}\u{8}\u{8} nul\u{1}fin \u{9b}31m",
        "=cmd|'/C calc'!A0",
        "=SUM(A1:A9)",
        "+1",
        "-2+3",
        "@x",
        "'=déjà gardé",
        "''deux apostrophes",
        "\t=tabulation",
        "<script>alert('x')</script>",
        "<b>gras</b> & <!-- rien -->",
        "a | b | c",
        "`code` *gras* _souligné_ [lien](http://exemple.org) ![i](x)",
        "# pas un titre",
        "première ligne\nseconde ligne",
        "retour\r\nchariot",
        "guillemets \" et ; et , et \\",
        "\u{202e}à l’envers\u{202c} \u{2066}isolé\u{2069}",
        "مشروع تجريبي ‏(2)",
        "プロジェクト第一号 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        "👩‍👩‍👧‍👦 famille e\u{301}\u{301}\u{301}",
        "\u{feff}marque au début",
        "zéro\u{200b}largeur",
    ]
    .map(str::to_owned)
    .into();
    titles.push("long ".repeat(40));
    titles.push("m".repeat(200));
    titles
}

/// A call with those titles. Ids are hostile as well: of them, only spaces at the ends are not kept.
fn hostile_call() -> (tempfile::TempDir, Vec<(String, String)>) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["id", "titre", "Pertinence", "Clarté"]).unwrap();
    let mut written = Vec::new();
    for (at, title) in hostile_titles().into_iter().enumerate() {
        let id = match at {
            0 => "=1+1".to_owned(),
            1 => "+7".to_owned(),
            2 => "<i>".to_owned(),
            3 => "a|b".to_owned(),
            at => format!("P{at}"),
        };
        let mark = (at / 2).to_string();
        writer.write_record([&id, &title, &mark, "5"]).unwrap();
        written.push((id, title));
    }
    let bytes = writer.into_inner().unwrap();
    let folder = call(&[("call.toml", CALL.as_bytes()), ("grid.toml", GRID.as_bytes()), ("dossiers.csv", &bytes)]);
    (folder, written)
}

/// The ids and titles of a ranking in JSON, by id.
fn titles_of(json: &str) -> Vec<(String, String)> {
    let json: Value = serde_json::from_str(json).unwrap();
    let rows = json["ranked"].as_array().unwrap();
    let mut titles: Vec<(String, String)> =
        rows.iter().map(|row| (row["id"].as_str().unwrap().to_owned(), row["title"].as_str().unwrap().to_owned())).collect();
    titles.sort();
    titles
}

/// What reading keeps of a title: its text without spaces at the ends, composed.
fn as_read(titles: &[(String, String)]) -> Vec<(String, String)> {
    use unicode_normalization::UnicodeNormalization as _;
    let read = |text: &str| text.trim().trim_start_matches('\u{feff}').nfc().collect::<String>();
    let mut read: Vec<_> = titles.iter().map(|(id, title)| (id.clone(), read(title))).collect();
    read.sort();
    read
}

#[test]
fn hostile_titles_stay_exact_in_json() {
    let (folder, titles) = hostile_call();
    let run = grille(folder.path(), &["rank", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    // An apostrophe before one of `= + - @` is the guard that our own CSV puts there.
    let exact: Vec<_> = as_read(&titles)
        .into_iter()
        .map(|(id, title)| (id, if title == "'=déjà gardé" { "=déjà gardé".to_owned() } else { title }))
        .collect();
    assert_eq!(titles_of(&run.out), exact);
    assert!(!run.out.bytes().any(|byte| byte < 0x20 && byte != b'\n'), "JSON escapes controls");
}

#[test]
fn hostile_titles_are_tame_in_a_table() {
    let (folder, titles) = hostile_call();
    for color in ["never", "auto"] {
        let run = grille_with(folder.path(), &["rank", "--lang", "fr", "--color", color], &[("COLUMNS", "80")], b"");
        assert_eq!(run.code, 0, "{}", run.err);
        for line in run.out.lines() {
            assert!(line.width() <= 80, "{} columns: {line}", line.width());
        }
        no_controls(&run.out);
        no_controls(&run.err);
        for (id, _) in &titles {
            assert!(run.out.contains(id.as_str()), "{id}");
        }
    }
    for (id, _) in &titles {
        let run = grille_with(folder.path(), &["explain", "--lang", "fr", "--", id], &[("COLUMNS", "80")], b"");
        assert_eq!(run.code, 0, "{id}: {}", run.err);
        no_controls(&run.out);
    }
}

/// No control character but the end of a line, and no unclosed change of direction.
fn no_controls(text: &str) {
    for line in text.lines() {
        let control = |ch: char| ch.is_control() || ('\u{202a}'..='\u{202e}').contains(&ch);
        assert!(!line.contains(control), "{line:?}");
        let opened = line.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
        assert_eq!(opened, line.matches('\u{2069}').count(), "{line:?}");
    }
}

#[test]
fn hostile_titles_are_tame_in_markdown() {
    let (folder, _) = hostile_call();
    let run = grille(folder.path(), &["rank", "--lang", "en", "--format", "markdown"]);
    assert_eq!(run.code, 0, "{}", run.err);
    no_controls(&run.out);
    // No character that opens a tag, an entity, code or a link without a backslash before it.
    for line in run.out.lines() {
        let mut before = ' ';
        for ch in line.chars() {
            let opens = ['<', '>', '&', '`', '[', '*', '_'].contains(&ch);
            assert!(!opens || before == '\\', "{ch} in {line}");
            before = if before == '\\' { ' ' } else { ch };
        }
    }
    // Every row of a table has as many cells as the table's heading.
    let bars = |line: &str| {
        let mut escaped = false;
        line.chars()
            .filter(|&ch| {
                let bar = ch == '|' && !escaped;
                escaped = ch == '\\' && !escaped;
                bar
            })
            .count()
    };
    let mut wanted = None;
    for line in run.out.lines() {
        if line.starts_with('|') {
            assert_eq!(bars(line), *wanted.get_or_insert(bars(line)), "{line}");
        } else {
            wanted = None;
        }
    }
    assert!(run.out.contains("| 36.00 |"), "numbers are as they are: {}", run.out);
}

/// What a spreadsheet is given for control characters: their pictures.
fn drawn(title: &str) -> String {
    let picture = |ch: char| match ch {
        '\n' => ch,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(ch)).unwrap(),
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        _ => ch,
    };
    title.replace("\r\n", "\n").chars().map(picture).collect()
}

#[test]
fn hostile_titles_are_tame_in_csv_and_come_back() {
    let (folder, _) = hostile_call();
    let mut before = titles_of(&grille(folder.path(), &["rank", "--format", "json"]).out);
    for (_, title) in &mut before {
        *title = drawn(title);
    }
    for (format, delimiter) in [("csv", b','), ("csv-excel", b';')] {
        let run = grille(folder.path(), &["rank", "--lang", "fr", "--format", format]);
        assert_eq!(run.code, 0, "{}", run.err);
        let text = run.out.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let column = |names: [&str; 2]| {
            let found = headings.iter().position(|heading| names.contains(&heading.to_lowercase().as_str()));
            found.unwrap_or_else(|| panic!("{headings:?}"))
        };
        let (id, title) = (column(["id", "nº"]), column(["title", "pratique"]));
        let mut rows = 0;
        let mut again = csv::Writer::from_writer(Vec::new());
        again.write_record(["id", "titre", "Pertinence", "Clarté"]).unwrap();
        for record in reader.records() {
            let record = record.unwrap();
            assert_eq!(record.len(), headings.len(), "{record:?}");
            for cell in &record {
                let number = cell.replace(',', ".").parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{format}: {cell:?}");
            }
            again.write_record([&record[id], &record[title], "1", "1"]).unwrap();
            rows += 1;
        }
        assert_eq!(rows, before.len());
        // Our own reader undoes the guard: the same ids and titles come back.
        let produced = call(&[
            ("call.toml", CALL.as_bytes()),
            ("grid.toml", GRID.as_bytes()),
            ("dossiers.csv", &again.into_inner().unwrap()),
        ]);
        let after = grille(produced.path(), &["rank", "--format", "json"]);
        assert_eq!(after.code, 0, "{}", after.err);
        assert_eq!(titles_of(&after.out), before, "{format}");
    }
}

#[test]
fn hostile_text_is_tame_in_findings() {
    let bad = "id,titre,Pertinence,Clarté\n\"P1\u{1b}[31m\",x,\"\u{1b}]0;x\u{7}\u{202e}20\",8\nP1\u{9b}2J,y,<script>,9\n";
    let folder = call(&[("call.toml", CALL.as_bytes()), ("grid.toml", GRID.as_bytes()), ("dossiers.csv", bad.as_bytes())]);
    for lang in ["fr", "en"] {
        let run = grille_with(folder.path(), &["rank", "--lang", lang, "--color", "never"], &[("COLUMNS", "80")], b"");
        assert_eq!(run.code, 2, "{}", run.err);
        no_controls(&run.err);
        let check = grille(folder.path(), &["check", "--lang", lang]);
        no_controls(&check.out);
    }
}
