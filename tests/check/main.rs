//! `grille check` as people and automated jobs run it, with the real binary on folders made for it: what it finds, what settings
//! make of findings, and the forms that code hosts read.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]
#![allow(
    unreachable_pub,
    missing_docs,
    clippy::missing_panics_doc,
    clippy::format_collect,
    reason = "a test has no public interface, and texts are built as they read"
)]

mod clash;
mod forms;
mod sarif;
mod settings;
mod stdin;
mod walk;

#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
pub use support::{Run, root, run};

/// A folder of its own, with files in it.
pub struct Place(tempfile::TempDir);

impl Place {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            place.write(name, text);
        }
        place
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn check(&self, args: &[&str]) -> Run {
        run(self.path(), &[&["check"], args].concat(), &[])
    }

    /// What is found, as programs read it: `G118 warning a.toml:1`.
    pub fn found(&self, args: &[&str]) -> Vec<String> {
        lines(&self.json(args)["findings"])
    }

    pub fn json(&self, args: &[&str]) -> Value {
        let run = self.check(&[args, &["--format", "json"]].concat());
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{args:?}: {}{}", run.out, run.err))
    }

    /// The same from standard input.
    pub fn pipe(&self, args: &[&str], input: &str) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_grille"))
            .current_dir(self.path())
            .arg("check")
            .args(args)
            .env("LC_ALL", "en_CA.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// Findings in a line each.
pub fn lines(findings: &Value) -> Vec<String> {
    let line = |one: &Value| {
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let place = one["line"].as_u64().map_or_else(String::new, |line| format!(":{line}"));
        format!("{} {} {}{place}", text("rule"), text("severity"), text("file"))
    };
    findings.as_array().unwrap().iter().map(line).collect()
}

/// A grid of one criterion without a source, which is a warning (G118).
pub fn unsourced(id: &str) -> String {
    format!(
        "[grid]\nid = \"{id}\"\nversion = \"1\"\ntitle = {{ fr = \"Grille\", en = \"Grid\" }}\n\n[[criterion]]\nid = \"a\"\n\
         label = {{ fr = \"Un\", en = \"One\" }}\nweight = 100\nscale = {{ points = 10 }}\n\n\
         [rules]\nmissing = \"unrated\"\nties = []\npanel = {{ combine = \"mean\", quorum = 1 }}\n"
    )
}

/// The same, with a source: nothing is said of it.
pub fn sound(id: &str) -> String {
    unsourced(id).replacen("\n\n", "\nsource = \"This test\"\n\n", 1)
}

/// The same, with weights that do not add up, which is an error (G101).
pub fn wrong(id: &str) -> String {
    sound(id).replace("weight = 100", "weight = 90")
}

/// An exception or a refusal.
pub fn setting(wish: &str, rule: &str) -> String {
    format!("[[check.{wish}]]\nrule = \"{rule}\"\nreason = \"It is so\"\n\n")
}
