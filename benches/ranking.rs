//! The main job as people run it: a process, files in, a ranked CSV out. `cargo bench` prints the times.
//!
//! Against other tools in the same run: `benches/peers/run.sh`.

#![expect(clippy::expect_used, reason = "a bench that cannot make its files should stop at once")]

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

fn main() {
    divan::main();
}

/// A call in a folder of its own.
struct Call {
    folder: TempDir,
}

impl Call {
    /// Six criteria marked 0–10 by hundredths, the marks beside the ids; every value from a small generator of its own.
    fn of(submissions: usize) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str, text: &str| {
            File::create(folder.path().join(name)).and_then(|mut file| file.write_all(text.as_bytes())).expect("a file");
        };
        let mut grid = String::from("[grid]\nid = \"bench\"\nversion = \"1\"\ntitle = \"Bench\"\nsource = \"made up\"\n");
        for (at, weight) in [25, 20, 20, 15, 10, 10].into_iter().enumerate() {
            let _ = write!(
                grid,
                "[[criterion]]\nid = \"c{0}\"\nlabel = \"C{0}\"\nweight = {weight}\nscale = {{ points = 10, step = 0.01 }}\n",
                at + 1
            );
        }
        write("grid.toml", &grid);
        write("call.toml", "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions.csv\"\n");
        let mut rows = String::from("id,c1,c2,c3,c4,c5,c6\n");
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for submission in 0..submissions {
            let _ = write!(rows, "SUB-{submission:07}");
            for _ in 0..6 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let mark = (state >> 33) % 1001;
                let _ = write!(rows, ",{}.{:02}", mark / 100, mark % 100);
            }
            rows.push('\n');
        }
        write("submissions.csv", &rows);
        Self { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn rank(&self, arguments: &[&str]) {
        let status = Command::new(env!("CARGO_BIN_EXE_grille"))
            .arg("rank")
            .arg(self.path())
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the binary runs");
        assert!(status.success());
    }
}

/// Rows in, ranked rows out, all checks on.
#[divan::bench(args = [1_000, 100_000, 1_000_000], sample_count = 7, sample_size = 1)]
fn wide_csv(bencher: divan::Bencher<'_, '_>, submissions: usize) {
    let call = Call::of(submissions);
    let out: PathBuf = call.path().join("out.csv");
    let out = out.to_str().expect("a plain path").to_owned();
    bencher.counter(divan::counter::ItemsCount::new(submissions)).bench_local(|| call.rank(&["-o", &out]));
}

/// A committee's call, from the start of the process to the table.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn fifty_submissions_to_the_table(bencher: divan::Bencher<'_, '_>) {
    let call = Call::of(50);
    bencher.bench_local(|| call.rank(&[]));
}
