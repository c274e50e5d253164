//! `grille compare` with the real binary on real and small files: what scenarios change, what is said of it, what is refused; and
//! the laws that any scenario obeys.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]
#![allow(unreachable_pub, missing_docs, clippy::missing_panics_doc, reason = "a test has no public interface")]

mod examples;
mod laws;
mod refusals;
mod told;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use num_rational::BigRational;
use serde_json::Value;

/// What a run of the binary left.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the binary in a folder, away from whatever the environment says.
pub fn run(folder: &Path, args: &[&str], env: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    command.current_dir(folder).args(args).env_clear().env("LC_ALL", "C.UTF-8").envs(env.iter().copied());
    let output = command.stdin(Stdio::null()).output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(!err.contains("panicked"), "{args:?}: {err}");
    Run { code: output.status.code().unwrap_or_else(|| panic!("{args:?} was killed: {err}")), out, err }
}

/// What `grille compare` says to programs, where it ends well.
pub fn json(folder: &Path, args: &[&str]) -> Value {
    let run = run(folder, &[&["compare"], args, &["--format", "json"]].concat(), &[]);
    assert_eq!(run.code, 0, "{args:?}: {}", run.err);
    let value: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(value["schema"], "grille/compare/1");
    value
}

/// A call in a folder of its own.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// A grid after its head, a call after its files, the submissions with their marks.
    pub fn new(grid: &str, call: &str, submissions: &str) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        let head = "[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\nsource = \"This test\"\n";
        folder.write("grid.toml", &format!("{head}{grid}"));
        folder.write("call.toml", &format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n{call}"));
        folder.write("s.csv", submissions);
        folder
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn run(&self, args: &[&str]) -> Run {
        run(self.path(), args, &[])
    }

    pub fn json(&self, args: &[&str]) -> Value {
        json(self.path(), args)
    }
}

pub fn exact(value: &Value) -> BigRational {
    let text = value["exact"].as_str().unwrap_or_else(|| panic!("no number: {value}"));
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if let Some((num, den)) = text.split_once('/') {
        return BigRational::new(num.parse().unwrap(), den.parse().unwrap());
    }
    BigRational::new(
        format!("{whole}{part}").parse().unwrap(),
        num_bigint::BigInt::from(10).pow(u32::try_from(part.len()).unwrap()),
    )
}

pub fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

/// The ids of a list of objects.
pub fn ids(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

/// The only scenario.
pub fn only(document: &Value) -> &Value {
    let all = document["scenarios"].as_array().unwrap();
    assert_eq!(all.len(), 1);
    &all[0]
}

/// `id weight` of everything that was named or that moved.
pub fn weights(scenario: &Value) -> String {
    let one = |weight: &Value| {
        let text = |key: &str| weight[key].as_str().unwrap_or_default().to_owned();
        let how = match text("how").as_str() {
            "in-proportion" => String::new(),
            how => format!(" {how}"),
        };
        let track = weight["track"].as_str().map_or_else(String::new, |track| format!("{track}: "));
        format!("{track}{} {}{how}", text("id"), weight["to"]["exact"].as_str().unwrap())
    };
    scenario["weights"].as_array().unwrap().iter().map(one).collect::<Vec<_>>().join(", ")
}
