//! What several test crates use: the real binary on small real files of a folder of its own, and what it says to programs.

#![allow(
    unreachable_pub,
    missing_docs,
    dead_code,
    clippy::missing_panics_doc,
    clippy::format_collect,
    reason = "a test has no public interface, and each crate uses a part"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr as _;

use num_rational::BigRational;
use serde_json::Value;

/// A call in a folder of its own.
pub struct Folder(tempfile::TempDir);

/// What a run of the binary left.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A grid of some criteria and rules, a call beside its `[call]` table, and files: `submissions.csv`, and any whose name
    /// starts with `marks`.
    pub fn new(grid: &str, call: &str, files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        let head = "[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\nsource = \"This test\"\n";
        folder.write("grid.toml", &format!("{head}{grid}"));
        let marked = files.iter().any(|(name, _)| name.starts_with("marks"));
        let marks = if marked { "marks = \"marks*\"\n" } else { "" };
        folder.write("call.toml", &format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n{marks}{call}"));
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn run(&self, args: &[&str]) -> Run {
        run(self.0.path(), args, &[])
    }

    /// What a command says to programs, where it ends well.
    pub fn json(&self, args: &[&str]) -> Value {
        let run = self.run(&[args, &["--format", "json"]].concat());
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        serde_json::from_str(&run.out).unwrap()
    }

    pub fn rank(&self) -> Value {
        self.json(&["rank"])
    }

    /// The exact total of everyone who is ranked, in the order of the ranking: `A 1 235/3`.
    pub fn ranked(&self) -> Vec<String> {
        ranked(&self.rank())
    }

    /// The reasons why a submission is unrated; none where it is not.
    pub fn lacks(&self, id: &str) -> Vec<String> {
        lacks(&self.rank(), id)
    }
}

pub fn run(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.current_dir(folder).args(args).stdin(Stdio::null()).env("LC_ALL", "en_CA.UTF-8");
    let output = command.envs(environment.iter().copied()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn ranked(json: &Value) -> Vec<String> {
    let row = |row: &Value| {
        format!("{} {} {}", row["id"].as_str().unwrap(), row["rank"], row["totals"]["ranking"]["exact"].as_str().unwrap())
    };
    json["ranked"].as_array().unwrap().iter().map(row).collect()
}

pub fn lacks(json: &Value, id: &str) -> Vec<String> {
    let row = json["unrated"].as_array().unwrap().iter().find(|row| row["id"] == id);
    let reasons = row.map_or(&[][..], |row| row["reasons"].as_array().unwrap());
    reasons.iter().map(|reason| reason["message"].as_str().unwrap().to_owned()).collect()
}

/// One element of a list, by what it has at a key.
pub fn by<'v>(list: &'v Value, key: &str, value: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|one| one[key] == value).unwrap_or_else(|| panic!("{key} {value} in {list}"))
}

pub fn criterion(id: &str, weight: u32, scale: &str) -> String {
    format!("[[criterion]]\nid = \"{id}\"\nlabel = \"Criterion {id}\"\nweight = {weight}\nscale = {scale}\n")
}

/// An exact number of a result.
pub fn exact(value: &Value) -> BigRational {
    BigRational::from_str(value["exact"].as_str().unwrap()).unwrap_or_else(|_| {
        let (whole, part) = value["exact"].as_str().unwrap().split_once('.').unwrap();
        let digits = BigRational::from_str(&format!("{whole}{part}")).unwrap();
        digits / BigRational::from_integer(num_bigint::BigInt::from(10).pow(u32::try_from(part.len()).unwrap()))
    })
}
