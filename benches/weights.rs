//! Exact answers about weights, from a call that is loaded: how far each weight may move, and the smallest move, for a thousand
//! submissions and fifty places.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench that cannot write its inputs should stop at once")]

use std::fmt::Write as _;

use divan::Bencher;
use grille::analyse::robustness::{Linear, intervals, nearest};
use grille::cli::load;
use grille::score::{Evaluation, rank};

fn main() {
    divan::main();
}

const SUBMISSIONS: usize = 1000;
const PLACES: usize = 50;

/// A call of six criteria out of ten, marked in hundredths by a generator of whole numbers.
fn call(folder: &std::path::Path) -> load::Loaded {
    let mut grid = "[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\nsource = \"This bench\"\ntotal = 100\n".to_owned();
    for (at, weight) in [25, 20, 20, 15, 10, 10].into_iter().enumerate() {
        let _ = write!(grid, "[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {weight}\nscale = {{ points = 10 }}\n");
    }
    let (mut ids, mut marks) = ("id\n".to_owned(), "submission,c0,c1,c2,c3,c4,c5\n".to_owned());
    let mut state: u64 = 1;
    for submission in 0..SUBMISSIONS {
        let _ = writeln!(ids, "S{submission:04}");
        let _ = write!(marks, "S{submission:04}");
        for _ in 0..6 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let mark = (state >> 33) % 1001;
            let _ = write!(marks, ",{}.{:02}", mark / 100, mark % 100);
        }
        marks.push('\n');
    }
    let files = [("grid.toml", grid), ("s.csv", ids), ("m.csv", marks)];
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let call = format!("[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\nplaces = {PLACES}\n");
    std::fs::write(folder.join("call.toml"), call).unwrap();
    load::from_folder(folder, "")
}

#[divan::bench]
fn intervals_and_smallest_move(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let loaded = call(folder.path());
    let ready = loaded.ready.as_ref().unwrap();
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    bencher.bench_local(|| {
        let linear = Linear::new(&ranking).unwrap();
        (intervals(&linear, &ready.grid), nearest(&linear, true))
    });
}
