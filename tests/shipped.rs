//! What is shipped: every grid of `grids/` is without reproach, and every call of `examples/` gives the result that was
//! worked out by hand. What commands print is tested elsewhere.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop at once")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use grille::check::{self, CallDraft, List};
use grille::model::{Call, Finding, Findings, Grid, Ledger, Node, Severity, Source, Submissions};
use grille::read::{self, Input, Limit, TableOptions};
use grille::score::{Bar, Evaluation, Outcome, Ranking, Status, rank};
use grille::text::Lang;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn tree(path: &Path, findings: &mut Findings) -> (Arc<Source>, Node) {
    let input = Input::file(path.to_owned(), path.file_name().unwrap().to_string_lossy().into_owned());
    let source = read::open(&input, Limit::Tree, None, findings).unwrap_or_else(|| panic!("{}", path.display()));
    let tree = read::toml::tree(&source, findings).unwrap_or_else(|| panic!("{}: {}", path.display(), said(findings)));
    (source, tree)
}

fn grid(path: &Path, findings: &mut Findings) -> Grid {
    let (source, tree) = tree(path, findings);
    check::grid(&source, &tree, findings).unwrap_or_else(|| panic!("{}: {}", path.display(), said(findings)))
}

fn said(findings: &Findings) -> String {
    let line = |finding: &Finding| format!("{} {}", finding.rule.code, finding.message.text(Lang::En));
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The codes of what was found, in order, each as often as it fired.
fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule.code).collect()
}

/// A call of `examples/`, read whole.
struct Example {
    grid: Grid,
    call: Call,
    submissions: Submissions,
    ledger: Ledger,
    findings: Findings,
}

impl Example {
    fn open(name: &str) -> Self {
        Self::from_text(name, |text| text)
    }

    /// The example, its `call.toml` changed first.
    fn from_text(name: &str, change: impl Fn(String) -> String) -> Self {
        let folder = root().join("examples").join(name);
        let mut findings = Findings::new();
        let (source, _) = tree(&folder.join("call.toml"), &mut findings);
        let source = read::from_bytes("call.toml", change(source.text().to_owned()).into_bytes(), None, &mut findings).unwrap();
        let draft = CallDraft::from_tree(&read::toml::tree(&source, &mut findings).unwrap(), &mut findings);
        let named = &draft.grid.as_ref().unwrap().value;
        // A name without an ending is that of a shipped grid.
        let path =
            if Path::new(named).extension().is_some() { folder.join(named) } else { root().join(format!("grids/{named}.toml")) };
        let grid = grid(&path, &mut findings);
        let call = draft.call(&grid, &mut findings).unwrap_or_else(|| panic!("{name}: {}", said(&findings)));
        let options = TableOptions { delimiter: draft.delimiter, encoding: draft.encoding.clone() };
        let table = |file: &str, findings: &mut Findings| {
            let input = Input::file(folder.join(file), file.to_owned());
            read::table(&input, &[], &options, findings).unwrap_or_else(|| panic!("{name}/{file}: {}", said(findings)))
        };
        let lists: Vec<List> = draft
            .lists
            .iter()
            .map(|(list, file)| List { name: list.clone(), table: table(&file.value, &mut findings) })
            .collect();
        let submissions = table(&draft.submissions.as_ref().unwrap().value, &mut findings);
        let marks: Vec<_> = draft.marks.iter().map(|file| table(&file.value, &mut findings)).collect();
        let tables: Vec<_> = lists.iter().map(|list| &list.table).chain(&marks).chain([&submissions]).collect();
        draft.unused_columns(&tables, &mut findings);
        drop(tables);
        let checked = check::submissions(submissions, &lists, &grid, &call, &draft, &mut findings)
            .unwrap_or_else(|| panic!("{name}: {}", said(&findings)));
        let ledger = check::marks(&checked, marks, &grid, &call, grille::model::Panel::default(), &draft, &mut findings)
            .unwrap_or_else(|| panic!("{name}: {}", said(&findings)));
        assert_eq!(findings.count(Severity::Error) + findings.count(Severity::Warning), 0, "{name}: {}", said(&findings));
        Self { grid, call, submissions: checked.submissions, ledger, findings }
    }

    fn rank(&self) -> Ranking<'_> {
        rank(Evaluation::new(&self.grid, &self.call, &self.submissions, &self.ledger))
    }

    fn ids(&self, indices: &[u32]) -> Vec<&str> {
        indices.iter().map(|&index| self.submissions.id(index as usize)).collect()
    }

    fn total(&self, ranking: &Ranking<'_>, id: &str) -> Option<String> {
        ranking.evaluation.total(self.submissions.find(id).unwrap()).map(|total| total.to_exact_text())
    }

    /// The names of the bars a submission has not passed, with how.
    fn not_passed(&self, ranking: &Ranking<'_>, id: &str) -> Vec<String> {
        let submission = self.submissions.find(id).unwrap();
        let name = |bar: Bar| match bar {
            Bar::Gate(gate) => self.grid.gates[gate].id.clone(),
            Bar::Minimum(criterion) => format!("minimum {}", self.grid.criteria[criterion].id),
            Bar::Pass => "pass".to_owned(),
            Bar::Group(group) => format!("minimum {}", self.grid.groups[group].id),
            Bar::Total(total) => format!("total {}", self.grid.totals[total].id),
            Bar::Carried => "round".to_owned(),
            Bar::Rateable => "rateable".to_owned(),
        };
        let evaluation = &ranking.evaluation;
        evaluation
            .bars()
            .into_iter()
            .filter_map(|bar| match evaluation.outcome(submission, bar) {
                Outcome::Passed | Outcome::NotReached => None,
                Outcome::Failed => Some(name(bar)),
                Outcome::Undecided => Some(format!("{}?", name(bar))),
            })
            .collect()
    }
}

/// Rank, id, exact total and standing, best first.
fn order(example: &Example, ranking: &Ranking<'_>) -> Vec<(u32, String, String, Option<Status>)> {
    let line = |ranked: &grille::score::Ranked| {
        let id = example.submissions.id(ranked.submission as usize);
        (ranked.rank, id.to_owned(), example.total(ranking, id).unwrap(), ranked.status)
    };
    ranking.ranked.iter().map(line).collect()
}

fn line(rank: u32, id: &str, total: &str, status: Status) -> (u32, String, String, Option<Status>) {
    (rank, id.to_owned(), total.to_owned(), Some(status))
}

#[test]
fn every_shipped_grid_is_without_reproach() {
    let mut seen = 0;
    for entry in std::fs::read_dir(root().join("grids")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let mut findings = Findings::new();
        let grid = grid(&path, &mut findings);
        assert!(findings.is_empty(), "{}: {}", path.display(), said(&findings));
        assert_eq!(path.file_stem().unwrap().to_str(), Some(grid.id.as_str()), "a shipped grid’s file bears its identifier");
        assert!(grid.source.is_some() && grid.family.is_some(), "{}", grid.id);
        // Forms that many use and nobody issued.
        let nobodys = ["rank-sum", "community-facilities-points"].contains(&grid.id.as_str());
        assert_eq!(grid.issuer.is_none(), nobodys, "{}", grid.id);
        seen += 1;
    }
    assert!(seen >= 2);
}

#[test]
fn the_trasss_grid_is_as_published() {
    let grid = grid(&root().join("grids/trasss.toml"), &mut Findings::new());
    let weights: Vec<String> = grid.criteria.iter().map(|criterion| criterion.weight.to_exact_text()).collect();
    assert_eq!(weights, ["20", "15", "15", "20", "5", "25"]);
    assert!(grid.criteria.iter().all(|criterion| !criterion.aspects.is_empty() && criterion.short.is_some()));
    assert!(grid.rules.pass.is_none() && grid.rules.ties.is_empty());
    assert!(grid.criteria.iter().all(|criterion| criterion.minimum.is_none()));
    let ways: Vec<&str> = grid.criteria.iter().flat_map(|criterion| &criterion.ways).map(|(name, _)| name.as_str()).collect();
    assert_eq!(ways, ["counts"]);
}

#[test]
fn seven_practices_for_four_places() {
    for name in ["trasss", "trasss-yaml"] {
        let example = Example::open(name);
        assert!(example.findings.is_empty(), "{name}: {}", said(&example.findings));
        let ranking = example.rank();
        // 55/3 + 38/3 + 27/2 + 101/6 + 13/3 + 25 = 272/3 for P4; the tie of P2 and P3 is broken by 103/6 > 31/2.
        let expected = [
            line(1, "P4", "272/3", Status::In),
            line(2, "P3", "233/3", Status::In),
            line(3, "P2", "233/3", Status::In),
            line(4, "P6", "71.5", Status::In),
            line(5, "P1", "425/6", Status::Out),
            line(6, "P5", "65.25", Status::Out),
        ];
        assert_eq!(order(&example, &ranking), expected, "{name}");
        assert!(ranking.ranked.iter().all(|ranked| !ranked.tied), "{name}");
        assert_eq!(example.ids(&ranking.excluded), ["P7"], "{name}");
        assert_eq!(example.not_passed(&ranking, "P7"), ["practice-type"], "{name}");
        assert!(!ranking.provisional(), "{name}");
        let network = example.grid.criterion("network-interest").unwrap();
        let points: Vec<String> = ["P1", "P2", "P3", "P4", "P5", "P6"]
            .map(|id| ranking.evaluation.points(example.submissions.find(id).unwrap(), network).unwrap().to_exact_text())
            .to_vec();
        assert_eq!(points, ["17", "21", "21", "25", "11", "15"], "{name}: distinct establishments and regions");
        let last_in = ranking.entry(example.submissions.find("P6").unwrap()).unwrap();
        assert_eq!(ranking.distance(last_in).unwrap().to_exact_text(), "2/3", "{name}");
    }
}

#[test]
fn the_published_grid_counts_too() {
    // The example’s files on the shipped grid, with the table it proposes.
    let change = |text: String| text.replace("\"grid.toml\"", "\"trasss\"") + "\n[ways]\nnetwork-interest = \"counts\"\n";
    let example = Example::from_text("trasss", change);
    let ranking = example.rank();
    // Establishments and regions in that table: P1 6 + 4, P2 6 + 7, P3 10 + 4, P4 10 + 7, P5 6 + 4, P6 10 + 4, on the same marks.
    let expected = [
        line(1, "P4", "248/3", Status::In),
        line(2, "P3", "212/3", Status::In),
        line(3, "P6", "70.5", Status::In),
        line(4, "P2", "209/3", Status::In),
        line(5, "P5", "64.25", Status::Out),
        line(6, "P1", "383/6", Status::Out),
    ];
    assert_eq!(order(&example, &ranking), expected);
}

#[test]
fn a_tie_across_the_cut_line_stays_undecided() {
    let example = Example::open("cut-line");
    let ranking = example.rank();
    let expected = [
        line(1, "D01", "565/6", Status::In),
        line(2, "D02", "77", Status::TiedAtCut),
        line(2, "D03", "77", Status::TiedAtCut),
        line(4, "D07", "185/3", Status::Out),
    ];
    assert_eq!(order(&example, &ranking), expected);
    let cut = ranking.leagues[0].cut.as_ref().unwrap();
    assert_eq!((cut.places, cut.tied, cut.open), (2, 2, 1));
    assert_eq!(example.ids(&ranking.excluded), ["D04", "D05"]);
    assert_eq!(example.not_passed(&ranking, "D04"), ["minimum feasibility"]);
    assert_eq!(example.not_passed(&ranking, "D05"), ["pass"]);
    assert_eq!(example.total(&ranking, "D04").as_deref(), Some("517/6"));
    assert_eq!(example.total(&ranking, "D05").as_deref(), Some("715/12"));
    assert_eq!(example.ids(&ranking.unrated), ["D06"]);
    assert_eq!(example.not_passed(&ranking, "D06"), ["pass?"]);
    assert!(ranking.provisional());
    let extra: Vec<_> = example.submissions.extra(0).collect();
    assert_eq!(extra, [("Région", "Haute-Chimère")]);
    assert_eq!(example.submissions.title(1), "Le chœur des matins");
    // What was read in another notation than the plain one is said; nothing else is.
    let mut codes = codes(&example.findings);
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes, ["F006", "S313"], "{}", said(&example.findings));
}

#[test]
fn eligibility_is_told_without_a_ranking() {
    let example = Example::open("inters4");
    assert!(example.findings.is_empty(), "{}", said(&example.findings));
    let ranking = example.rank();
    let eligible: Vec<u32> = ranking.ranked.iter().map(|ranked| ranked.submission).collect();
    assert_eq!(example.ids(&eligible), ["I1", "I2"]);
    assert_eq!(example.ids(&ranking.excluded), ["I3", "I4", "I6"]);
    assert_eq!(example.ids(&ranking.unrated), ["I5"]);
    for (id, bars) in [
        ("I1", vec![]),
        ("I3", vec!["not-yet-national"]),
        ("I4", vec!["executive-backing", "recent-practice"]),
        ("I5", vec!["better-services?"]),
        ("I6", vec!["managerial-or-clinical", "health-or-social", "regional", "working-practice?"]),
    ] {
        assert_eq!(example.not_passed(&ranking, id), bars, "{id}");
    }
}
