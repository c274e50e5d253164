//! A folder of grids as an automated job checks it: a process, a thousand grids and what they say, findings out. `cargo bench`
//! prints the times.

#![expect(clippy::expect_used, reason = "a bench that cannot make its files should stop at once")]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

fn main() {
    divan::main();
}

/// The grid that others are made of: groups, gates, brackets, texts in both languages.
const SHIPPED: &str = include_str!("../grids/trasss.toml");

/// So many grids stand in a folder beside each other.
const BESIDE: usize = 50;

/// A folder of grids, each with an identifier of its own; every tenth is a small one without a source.
fn folder_of(grids: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        File::create(path).and_then(|mut file| file.write_all(text.as_bytes())).expect("a file");
    };
    write(".gitignore", "*.draft.toml\nbuilt/\n");
    write("grille.toml", "[[check.allow]]\nrule = \"G118\"\nreason = \"made up\"\n");
    for at in 0..grids {
        let text =
            if at % 10 == 0 { small(at) } else { SHIPPED.replacen("id = \"trasss\"", &format!("id = \"trasss-{at}\""), 1) };
        write(&format!("{:03}/{at:04}.toml", at / BESIDE), &text);
    }
    folder
}

fn small(at: usize) -> String {
    let mut text = format!("[grid]\nid = \"small-{at}\"\nversion = \"1\"\ntitle = \"Made up\"\n");
    for criterion in 1..=4 {
        let _ = write!(
            text,
            "\n[[criterion]]\nid = \"c{criterion}\"\nlabel = {{ fr = \"C{criterion}\" }}\nweight = 25\nscale = {{ points = 10 }}\n"
        );
    }
    text
}

fn check(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_grille"))
        .arg("check")
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the binary runs");
    assert!(status.success());
}

/// From the start of the process to the last line.
#[divan::bench(args = [1, 100, 1_000], sample_count = 20, sample_size = 1)]
fn for_people(bencher: divan::Bencher<'_, '_>, grids: usize) {
    let folder = folder_of(grids);
    bencher.counter(divan::counter::ItemsCount::new(grids)).bench_local(|| check(folder.path(), &[]));
}

/// The same for a code host.
#[divan::bench(args = [1_000], sample_count = 20, sample_size = 1)]
fn as_sarif(bencher: divan::Bencher<'_, '_>, grids: usize) {
    let folder = folder_of(grids);
    bencher.counter(divan::counter::ItemsCount::new(grids)).bench_local(|| check(folder.path(), &["--format", "sarif"]));
}
