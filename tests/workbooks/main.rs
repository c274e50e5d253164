//! Workbooks, with the real binary: the same call as CSV, as XLSX and as ODS gives the same result; what each kind of cell
//! is read as; which sheet is read; what cannot be read says so in both languages; and what was made to do harm does none.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]

mod build;
mod cells;
mod hostile;
mod sheets;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use build::{Sheet, Value, ods, value, xlsx};
use serde_json::Value as Json;

/// What a run of the binary gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn grille_with(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_grille"))
        .current_dir(folder)
        .args(args)
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that is refused at once does not read its input: a closed pipe is no failure here.
    let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), input);
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!err.contains("panicked"), "{args:?}: {err}");
    let code = output.status.code().unwrap_or_else(|| panic!("{args:?} was killed: {err}"));
    Run { code, out: String::from_utf8(output.stdout).unwrap(), err }
}

fn grille(folder: &Path, args: &[&str]) -> Run {
    grille_with(folder, args, b"")
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// Both languages of one refusal.
fn refusal(name: &str, folder: &Path, args: &[&str]) -> [String; 2] {
    let run = |lang: &str| {
        let run = grille(folder, &[args, &["--lang", lang]].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}: {}", run.err);
        run.err
    };
    let said = [run("fr"), run("en")];
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots");
    settings.set_omit_expression(true);
    let both = format!("──── français ────\n{}\n──── English ────\n{}", said[0], said[1]);
    settings.bind(|| insta::assert_snapshot!(format!("workbook-{name}"), both));
    for (text, foreign) in [(&said[0], ["error[", "= help"]), (&said[1], ["erreur[", "= aide"])] {
        assert!(foreign.iter().all(|word| !text.contains(word)), "{text}");
        assert!(text.lines().any(|line| line.contains("= aide") || line.contains("= help")), "says what to do: {text}");
    }
    said
}

/// The findings of `grille check`: code, sheet and cell of each.
fn found(folder: &Path) -> Vec<String> {
    let run = grille(folder, &["check", "--format", "json", "--lang", "en"]);
    let document: Json = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let findings = document["findings"].as_array().unwrap().iter();
    let findings = findings.filter(|finding| finding["severity"] != "note");
    let line = |finding: &Json| format!("{} {}!{}", text(&finding["rule"]), text(&finding["sheet"]), text(&finding["cell"]));
    findings.map(line).collect()
}

// ── the same call in three forms ──

/// A copy of a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// The rows of a CSV file, as a spreadsheet has them once it was typed: numbers are numbers, whatever their decimal sign.
fn rows(path: &Path) -> Vec<Vec<Value>> {
    let input = grille::read::Input::file(path.to_owned(), "a.csv".to_owned());
    let mut findings = grille::model::Findings::new();
    let table = grille::read::table(&input, &[], &grille::read::TableOptions::default(), &mut findings).unwrap();
    let head = table.headings().iter().map(|heading| Value::Text(heading.name.clone())).collect();
    let text = fs::read_to_string(path).unwrap_or_default();
    let semicolons = text.lines().next().is_some_and(|line| line.contains(';'));
    let cell = |row, column| {
        let text: &str = table.cell(row, column);
        let as_number = text.replacen(',', ".", 1);
        match value(&as_number) {
            number @ Value::Number(_) if semicolons || !text.contains(',') => number,
            _ => value(text),
        }
    };
    let columns = table.headings().len();
    std::iter::once(head).chain((0..table.rows()).map(|row| (0..columns).map(|column| cell(row, column)).collect())).collect()
}

/// Takes places out of a document: they are what differs.
fn without_places(value: &mut Json) {
    match value {
        Json::Object(fields) => {
            for place in ["file", "line", "column", "sheet", "cell"] {
                fields.remove(place);
            }
            fields.values_mut().for_each(without_places);
        }
        Json::Array(values) => values.iter_mut().for_each(without_places),
        _ => {}
    }
}

/// What a call gives, without places; a grid that ranks nobody is screened.
fn result(folder: &Path) -> Json {
    let rank = grille(folder, &["rank", "--format", "json"]);
    let run = if rank.code == 0 { rank } else { grille(folder, &["screen", "--format", "json"]) };
    assert!(run.code == 0, "{}: {}{}", folder.display(), run.out, run.err);
    let mut document = serde_json::from_str(&run.out).unwrap();
    without_places(&mut document);
    document
}

type Write = fn(&[Sheet<'_>]) -> Vec<u8>;

#[test]
fn every_example_is_the_same_in_each_form() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut compared = 0;
    let forms: [(&str, Write); 2] = [("xlsx", xlsx), ("ods", ods)];
    for (ending, write) in forms {
        let scratch = tempfile::tempdir().unwrap();
        let copied = scratch.path().join("examples");
        copy(&examples, &copied);
        for path in files(&copied) {
            if path.extension().is_some_and(|ending| ending == "csv") {
                fs::write(path.with_extension(ending), write(&[("Feuille 1", rows(&path))])).unwrap();
                fs::remove_file(&path).unwrap();
            } else if path.ends_with("call.toml") {
                let call = fs::read_to_string(&path).unwrap();
                fs::write(&path, call.replace(".csv", &format!(".{ending}"))).unwrap();
            }
        }
        for path in files(&copied).into_iter().filter(|path| path.ends_with("call.toml")) {
            let folder = path.parent().unwrap();
            let original = examples.join(folder.strip_prefix(&copied).unwrap());
            assert_eq!(result(folder), result(&original), "{ending}: {}", original.display());
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
}

/// The office suite opens what another program wrote, and writes it in its own way in both formats. Not every machine has it:
/// `cargo test --test workbooks -- --ignored`.
#[test]
#[ignore = "needs LibreOffice"]
#[expect(clippy::print_stderr, reason = "a test that is passed over says so")]
fn libreoffice_writes_the_same() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path();
    let convert = |file: &str, ending: &str, to: &str| {
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
        let args = [profile.as_str(), "--headless", "--convert-to", ending, "--outdir", to, file];
        Command::new("soffice").current_dir(folder).args(args).stdout(Stdio::null()).stderr(Stdio::null()).status()
    };
    if Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        eprintln!("passed over: there is no soffice on this machine");
        return;
    }
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/trasss");
    copy(&original, folder);
    let call = fs::read_to_string(folder.join("call.toml")).unwrap();
    for ending in ["ods", "xlsx"] {
        for path in files(&original).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "csv")) {
            let name = path.strip_prefix(&original).unwrap().with_extension("xlsx");
            fs::write(folder.join(&name), xlsx(&[("Feuille 1", rows(&path))])).unwrap();
            // Through the other format and back, so that LibreOffice has written what is read.
            let (file, to) = (name.to_string_lossy(), name.parent().unwrap().to_string_lossy().into_owned());
            let to = if to.is_empty() { ".".to_owned() } else { to };
            assert!(convert(&file, "ods", &to).unwrap().success());
            if ending == "xlsx" {
                assert!(convert(&file.replace(".xlsx", ".ods"), "xlsx", &to).unwrap().success());
            }
        }
        fs::write(folder.join("call.toml"), call.replace(".csv", &format!(".{ending}"))).unwrap();
        assert_eq!(result(folder), result(&original), "{ending}");
    }
}
