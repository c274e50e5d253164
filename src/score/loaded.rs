//! Small calls from texts, for tests of what rests upon a ranking.

use super::{Evaluation, Ranking, rank};
use crate::check::{self, CallDraft};
use crate::model::{Call, Findings, Grid, Ledger, Panel, Submissions};
use crate::read;

/// A call in memory.
pub(crate) struct Loaded {
    pub(crate) grid: Grid,
    pub(crate) call: Call,
    pub(crate) submissions: Submissions,
    pub(crate) ledger: Ledger,
}

impl Loaded {
    /// Its ranking.
    pub(crate) fn rank(&self) -> Ranking<'_> {
        rank(Evaluation::new(&self.grid, &self.call, &self.submissions, &self.ledger))
    }
}

/// A call from the texts of its files; the test fails where they do not check.
pub(crate) fn load(grid: &str, call: &str, submissions: &str, marks: &str) -> Loaded {
    let mut findings = Findings::new();
    let mut source = |name: &str, text: &str| read::from_bytes(name, text.as_bytes().to_vec(), None, &mut findings).unwrap();
    let (grid, call) = (source("grid.toml", grid), source("call.toml", call));
    let (submissions, marks) = (source("submissions.csv", submissions), source("marks.csv", marks));
    let said = |findings: &Findings| format!("{:?}\n{}", findings.iter().collect::<Vec<_>>(), grid.text());
    let tree = read::toml::tree(&grid, &mut findings).unwrap();
    let compiled = check::grid(&grid, &tree, &mut findings).unwrap_or_else(|| panic!("{}", said(&findings)));
    let draft = CallDraft::from_tree(&read::toml::tree(&call, &mut findings).unwrap(), &mut findings);
    let call = draft.call(&compiled, &mut findings).unwrap();
    let options = read::csv::CsvOptions { delimiter: None };
    let submissions = read::csv::table(&submissions, &options, &mut findings).unwrap();
    let marks = read::csv::table(&marks, &options, &mut findings).unwrap();
    let checked = check::submissions(submissions, &[], &compiled, &call, &draft, &mut findings).unwrap();
    let ledger = check::marks(&checked, vec![marks], &compiled, &call, Panel::default(), &draft, &mut findings)
        .unwrap_or_else(|| panic!("{}", said(&findings)));
    Loaded { grid: compiled, call, submissions: checked.submissions, ledger }
}
