//! What nobody would write on purpose: depths, circles, sizes, numbers at the edge, rounds without end, and the shipped
//! grids broken in thousands of ways. Nothing may panic, and every refusal must say what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use grille::read::library;
use toml::{Table, Value};

use super::{files, found, grille, helps, is_advice, put, sound, written};

/// Checks every file of a folder at once; every finding must be sound and helpful. Gives the files without an error.
fn checked(folder: &Path) -> BTreeSet<String> {
    let run = grille(folder, &["check", "--format", "json", "."]);
    assert!([0, 1].contains(&run.code), "{}: {}", run.code, run.err);
    let mut sane: BTreeSet<String> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let mut wrong = BTreeSet::new();
    for finding in found(&run) {
        if !helps(&finding) {
            wrong.insert(format!("nothing says what to do: {} {} {}", finding["rule"], finding["message"], finding["file"]));
        }
        assert!(!finding["help"].as_str().unwrap_or("-").trim_end().ends_with([':', ' ']), "{finding}");
        sound(folder, &finding);
        if finding["severity"] == "error" {
            sane.remove(finding["file"].as_str().unwrap());
        }
    }
    assert!(wrong.is_empty(), "{}", Vec::from_iter(wrong).join("\n"));
    assert_eq!(run.code == 0, sane.len() == folder.read_dir().unwrap().count(), "the exit code says whether there are errors");
    sane
}

/// One grid, which may be refused or not.
fn one(text: &str) -> bool {
    let folder = files(&[("g.toml", text)]);
    checked(folder.path()).contains("g.toml")
}

#[test]
fn conditions_within_conditions() {
    let test = "{ total = \"total\", at_least = 5 }";
    let nested = |open: &str, close: &str, deep: usize| format!("{}{test}{}", open.repeat(deep), close.repeat(deep));
    for (deep, accepted) in [(12, true), (3_000, false)] {
        let shapes = [("{ not = ", " }"), ("{ all = [", "] }"), ("{ any = [", "] }")];
        for condition in shapes.map(|(open, close)| nested(open, close, deep)) {
            let gate = format!("criterion = [$A, $B]\ngate = [{{ id = \"g\", label = \"G\", require = {condition} }}]");
            assert_eq!(one(&written(&gate)), accepted, "{deep}");
            let level = format!("criterion = [$A, $B]\nlevel = [{{ id = \"g\", label = \"G\", when = {condition} }}]");
            assert_eq!(one(&written(&level)), accepted, "{deep}");
        }
    }
}

#[test]
fn groups_in_a_circle() {
    let circle = r#"group = [{ id = "g", label = "G", in = "k", weight = 100 }, { id = "h", label = "H", in = "g", weight = 100 }, { id = "k", label = "K", in = "h", weight = 100 }]
criterion = [{ id = "a", label = "A", group = "k", weight = 100, scale = { points = 10 } }]"#;
    let folder = files(&[("g.toml", &written(circle))]);
    assert!(checked(folder.path()).is_empty());
    let found = found(&grille(folder.path(), &["check", "--format", "json", "g.toml"]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0]["rule"].as_str(), found[0]["text"].as_str()), (Some("G122"), Some("\"k\"")));
}

#[test]
fn groups_in_groups_in_groups() {
    for (deep, accepted) in [(32, true), (33, false), (1_000, false)] {
        let mut text = "group = [{ id = \"g0\", label = \"G0\", weight = 100 }".to_owned();
        for at in 1..deep {
            let _ = write!(text, ", {{ id = \"g{at}\", label = \"G{at}\", in = \"g{}\", weight = 100 }}", at - 1);
        }
        let _ = write!(
            text,
            "]\ncriterion = [{{ id = \"a\", label = \"A\", group = \"g{}\", weight = 100, scale = {{ points = 10 }} }}]",
            deep - 1
        );
        let call = "[call]\ngrid = \"g.toml\"\nsubmissions = \"s.csv\"\n";
        let folder = files(&[("g.toml", &written(&text)), ("call.toml", call), ("s.csv", "id,a\nP1,7\n")]);
        for args in [&["rank"][..], &["explain", "P1"], &["rank", "--format", "json"], &["screen"]] {
            let run = grille(folder.path(), args);
            assert_eq!(run.code, if accepted { 0 } else { 2 }, "{args:?}: {}{}", run.out, run.err);
            assert!(!accepted || args == ["screen"] || run.out.contains("70"), "{}", run.out);
        }
        let mut found = found(&grille(folder.path(), &["check", "--format", "json", "g.toml"]));
        found.retain(|one| !is_advice(one));
        assert_eq!(found.len(), usize::from(!accepted), "{found:?}");
        assert!(found.iter().all(|one| one["rule"] == "G122" && one["text"] == "\"g31\"" && helps(one)), "{found:?}");
    }
}

#[test]
fn ten_thousand_criteria_in_a_group() {
    let mut text = "group = [{ id = \"g\", label = \"G\", weight = 100 }]\n$HEAD".to_owned();
    for at in 0..10_000 {
        let _ = write!(
            text,
            "[[criterion]]\nid = \"c{at}\"\nlabel = \"Criterion {at}\"\ngroup = \"g\"\nweight = 0.01\nscale = {{ points = 10 }}\n"
        );
    }
    assert!(one(&written(&text)));
    assert!(!one(&written(&text.replacen("weight = 0.01", "weight = 0.02", 1))));
}

#[test]
fn numbers_at_the_edge() {
    let numbers =
        ["999999999999999999", "0.000000000000000001", "-999999999999999999", "-0.000000000000000001", "1e17", "1e-18", "0"];
    let places = [
        "criterion = [{ id = \"a\", label = \"A\", weight = #, scale = { points = 10 } }]\n$HEADtotal = #",
        "criterion = [$A, { id = \"b\", label = \"B\", weight = 40, minimum = #, target = #, scale = { min = #, max = 7, step = # } }]",
        "criterion = [$A, { id = \"b\", label = \"B\", weight = 40, scale = { min = 1, max = #, zero = # } }]",
        "fact = [$NUMBER]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { fact = \"n\" }, scale = { brackets = [{ at_least = #, points = 40 }, { above = -1, points = # }, { points = 0 }] } }]",
        "fact = [$COUNT]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { fact = \"c\" }, scale = { brackets = [{ below = #, points = 40 }, { at_least = #, below = 3, points = 0 }] } }]",
        "fact = [$NUMBER]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { fact = \"n\" }, scale = { brackets = [{ at_most = #, points = 40 }, { above = 3, points = 1 }] } }]",
        "fact = [$NUMBER]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { fact = \"n\" }, scale = { starts_at = 40, less = #, every = #, after = #, down_to = # } }]",
        "fact = [$NUMBER, $COUNT]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { table = { rows = \"n\", rows_from = [#], columns = \"c\", columns_from = [#, 999999999999999999], points = [[#, 40]] } } }]",
        "fact = [$NUMBER]\ncriterion = [$A, $B]\ntotal = [{ id = \"t\", label = \"T\", of = { adjusted_price = \"n\", k = #, floor = #, span = # }, at_least = # }]",
        "criterion = [$A, $B]\ntotal = [{ id = \"t\", label = \"T\", of = { weights = { a = #, b = # }, out_of = # }, at_most = # }]",
        "criterion = [$A, $B]\nrules = { at_most = #, pass = { total = # } }",
        "criterion = [$A, $B]\nlevel = [{ id = \"g\", label = \"G\", when = { total = \"total\", between = [#, 999999999999999999] } }]",
        "group = [{ id = \"g\", label = \"G\", at_most = #, minimum = #, target = # }]\ncriterion = [{ id = \"a\", label = \"A\", group = \"g\", weight = #, scale = { points = # } }]",
        "fact = [$DAY]\ncriterion = [$A, $B]\nvalidity = [{ id = \"v\", label = \"V\", fact = \"day\", years = # }]",
        "criterion = [$A, $B]\nrules = { panel = { quorum = # }, round = { marks = #, points = #, groups = #, totals = # } }\n$HEADdecimals = #",
    ];
    let folder = tempfile::tempdir().unwrap();
    for (at, place) in places.iter().enumerate() {
        for (which, number) in numbers.iter().enumerate() {
            put(folder.path(), &format!("g{at}-{which}.toml"), &written(&place.replace('#', number)));
        }
    }
    let sane = checked(folder.path());
    assert!(sane.contains("g0-0.toml") && sane.contains("g3-1.toml"), "{sane:?}");
    // What is accepted must be counted with, whatever the cells say.
    let cells = ["999999999999999999", "-999999999999999999", "0.000000000000000001", "-3", "0", ""];
    let rows: Vec<String> =
        cells.iter().enumerate().map(|(at, cell)| format!("P{at},{at},{at},{cell},{at},2024-02-01")).collect();
    put(folder.path(), "s.csv", &format!("id,a,b,n,c,day\n{}\n", rows.join("\n")));
    for grid in &sane {
        for command in ["rank", "screen"] {
            let args = [command, "--grid", grid, "--submissions", "s.csv", "--as-of", "2025-01-01", "--format", "json"];
            let run = grille(folder.path(), &args);
            assert!([0, 2].contains(&run.code), "{grid}: {}", run.err);
            assert!(run.code == 0 || run.err.contains("error["), "{grid}: {}", run.err);
        }
    }
}

#[test]
fn negative_facts_on_bracket_tables() {
    let text = "fact = [$NUMBER]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { fact = \"n\" }, scale = { brackets = [{ at_least = 10, points = 40 }, { below = -5, points = 10 }, { points = 0 }] } }]";
    let call = "[call]\ngrid = \"g.toml\"\nsubmissions = \"s.csv\"\n";
    let folder = files(&[("g.toml", &written(text)), ("call.toml", call), ("s.csv", "id,a,n\nP1,0,-6\nP2,0,-5\nP3,0,10\n")]);
    let run = grille(folder.path(), &["rank", "--format", "csv"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let row = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = run.out.lines().map(row).collect();
    let column = |name: &str| rows[0].iter().position(|heading| heading == name).unwrap();
    let total = |id: &str| rows.iter().find(|row| row[column("id")] == id).map(|row| row[column("total")].as_str());
    assert_eq!(["P1", "P2", "P3"].map(total), [Some("10"), Some("0"), Some("40")], "{}", run.out);
    let counted =
        text.replace("$NUMBER", "$COUNT").replace("fact = \"n\"", "fact = \"c\"").replace("{ below = -5, points = 10 }, ", "");
    let folder = files(&[("g.toml", &written(&counted)), ("call.toml", call), ("s.csv", "id,a,c\nP1,0,-6\n")]);
    let run = grille(folder.path(), &["rank", "--lang", "en"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("“-6” is not a count"), "{}", run.err);
}

#[test]
fn budgets_beyond_all_money() {
    let grid = written("fact = [$NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"n\" }");
    let budgets = [("999999999999999999", 0, 3), ("0.000000000000000001", 0, 0), ("1000000000000000000", 2, 0), ("1e999", 2, 0)];
    for (budget, code, selected) in budgets {
        let call = format!("[call]\ngrid = \"g.toml\"\nsubmissions = \"s.csv\"\nbudget = {budget}\n");
        let rows = "id,a,b,n\nP1,9,9,333333333333333333\nP2,8,8,333333333333333333\nP3,7,7,333333333333333333\n";
        let folder = files(&[("g.toml", &grid), ("call.toml", &call), ("s.csv", rows)]);
        let run = grille(folder.path(), &["rank", "--format", "csv"]);
        assert_eq!(run.code, code, "{budget}: {}", run.err);
        assert_eq!(run.out.matches(",in,").count(), selected, "{budget}: {}", run.out);
    }
}

/// So many rounds, each after the other, the last in `r0`.
fn rounds(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..count {
        let previous = if at + 1 < count { format!("previous = \"../r{}\"\n", at + 1) } else { String::new() };
        let call = format!("[call]\ngrid = \"g.toml\"\nsubmissions = \"s.csv\"\n{previous}");
        put(folder.path(), &format!("r{at}/call.toml"), &call);
        put(folder.path(), &format!("r{at}/g.toml"), &written("criterion = [$A, $B]"));
        put(folder.path(), &format!("r{at}/s.csv"), "id,a,b\nP1,8,9\n");
    }
    folder
}

#[test]
fn rounds_without_end() {
    for (count, accepted) in [(2, true), (9, true), (10, false), (20, false)] {
        let folder = rounds(count);
        let run = grille(folder.path(), &["check", "--format", "json", "r0/call.toml"]);
        let codes: Vec<String> = found(&run).iter().filter(|one| !is_advice(one)).map(|one| one["rule"].to_string()).collect();
        assert_eq!((run.code == 0, codes.is_empty()), (accepted, accepted), "{count}: {codes:?}");
        assert!(codes.iter().all(|code| code == "\"C208\""), "{count}: {codes:?}");
        assert!(found(&run).iter().all(helps), "{}", run.out);
        let rank = grille(folder.path(), &["rank", "-C", "r0"]);
        assert_eq!(rank.code, if accepted { 0 } else { 2 }, "{count}: {}", rank.err);
    }
}

#[test]
fn rounds_in_a_circle() {
    let folder = rounds(3);
    put(folder.path(), "r2/call.toml", "[call]\ngrid = \"g.toml\"\nsubmissions = \"s.csv\"\nprevious = \"../r0\"\n");
    for round in ["r0", "r1", "r2"] {
        let run = grille(folder.path(), &["rank", "-C", round, "--lang", "en"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains("lead back to"), "{}", run.err);
    }
}

#[test]
fn a_round_with_errors_before() {
    let folder = rounds(2);
    put(folder.path(), "r1/s.csv", "id,a,b\nP1,88,9\n");
    let run = grille(folder.path(), &["check", "--format", "json", "r0/call.toml"]);
    let found = found(&run);
    let said: Vec<(&str, &str)> =
        found.iter().map(|one| (one["rule"].as_str().unwrap(), one["file"].as_str().unwrap())).collect();
    assert_eq!(said, [("C208", "r0/call.toml"), ("M403", "r1/s.csv")], "the error of the round before is said in its own file");
    assert!(found.iter().all(helps), "{}", run.out);
    // Marks and reasons of a round that cannot be ranked must not reach this one.
    assert_eq!(grille(folder.path(), &["rank", "-C", "r0"]).code, 2);
}

// ── shipped grids, broken ──

/// Every place of a tree, from the root.
fn places(value: &Value, here: &[Step], found: &mut Vec<Vec<Step>>) {
    let mut below = |step: Step, value: &Value| {
        let path = [here, &[step]].concat();
        found.push(path.clone());
        places(value, &path, found);
    };
    match value {
        Value::Table(table) => table.iter().for_each(|(key, value)| below(Step::Key(key.clone()), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| below(Step::At(at), value)),
        _ => {}
    }
}

#[derive(Debug, Clone)]
enum Step {
    Key(String),
    At(usize),
}

fn at<'v>(root: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Key(key) => value.get_mut(key.as_str()),
        Step::At(at) => value.get_mut(*at),
    })
}

fn all_places(root: &Value) -> Vec<Vec<Step>> {
    let mut found = Vec::new();
    places(root, &[], &mut found);
    found
}

/// The places of a tree, of those alike (the third label, the fourth weight) only the first two.
fn telling_places(root: &Value) -> Vec<Vec<Step>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let like = |path: &[Step]| -> String {
        path.iter().map(|step| if let Step::Key(key) = step { format!("{key}.") } else { "#.".to_owned() }).collect()
    };
    let mut places = all_places(root);
    places.retain(|path| {
        let times = seen.entry(like(path)).or_default();
        *times += 1;
        *times <= 2
    });
    places
}

fn tree(text: &str) -> Value {
    Value::Table(text.parse::<Table>().unwrap())
}

/// A grid as a file that is recognised as one, whatever became of its head.
fn as_file(root: &Value) -> String {
    let text = toml::to_string(root).unwrap();
    if text.contains("[grid]") || text.contains("[[criterion]]") { text } else { format!("{text}\n# was\n[grid]\n") }
}

/// A value of another kind.
fn strange(which: usize) -> Value {
    match which {
        0 => Value::Integer(7),
        1 => Value::String("x".to_owned()),
        2 => Value::Array(Vec::new()),
        3 => Value::Table(Table::new()),
        4 => Value::Boolean(false),
        5 => Value::Float(-0.5),
        6 => Value::Array(vec![Value::Integer(1), Value::String("total".to_owned())]),
        7 => Value::Datetime("2024-02-01".parse().unwrap()),
        _ => Value::String(String::new()),
    }
}

/// Each value of each shipped grid, in turn, of each other kind.
#[test]
fn every_key_of_the_wrong_type() {
    let (mut broken_grids, mut sane) = (0, 0);
    for grid in library::GRIDS {
        let folder = tempfile::tempdir().unwrap();
        let whole = tree(grid.text);
        for (nth, path) in telling_places(&whole).iter().enumerate() {
            // Another kind at the next place: all kinds meet all keys over the grids, and it stays fast.
            let which = (nth * 5 + 3) % 9;
            let mut broken = whole.clone();
            *at(&mut broken, path).unwrap() = strange(which);
            put(folder.path(), &format!("{}-{nth}-{which}.toml", grid.id), &as_file(&broken));
            broken_grids += 1;
        }
        sane += checked(folder.path()).len();
    }
    assert!(broken_grids > 1_000, "{broken_grids}");
    // Most of it is refused; a text may be another text, a number another number.
    assert!(sane > 0 && sane < broken_grids / 3, "{sane} of {broken_grids}");
}

/// Each list and each table of each shipped grid, in turn, empty; each other key, in turn, not there.
#[test]
fn every_list_empty_and_every_key_missing() {
    let mut sane = 0;
    for grid in library::GRIDS {
        let folder = tempfile::tempdir().unwrap();
        let whole = tree(grid.text);
        for (nth, path) in telling_places(&whole).iter().enumerate() {
            let mut broken = whole.clone();
            match at(&mut broken, path).unwrap() {
                Value::Array(items) => items.clear(),
                Value::Table(table) => table.clear(),
                _ => remove(&mut broken, path),
            }
            put(folder.path(), &format!("{}-{nth}.toml", grid.id), &as_file(&broken));
        }
        sane += checked(folder.path()).len();
    }
    assert!(sane > 100, "{sane}");
}

fn remove(root: &mut Value, path: &[Step]) {
    let Some((last, parents)) = path.split_last() else { return };
    match (at(root, parents), last) {
        (Some(Value::Table(table)), Step::Key(key)) => drop(table.remove(key)),
        (Some(Value::Array(items)), Step::At(at)) if *at < items.len() => drop(items.remove(*at)),
        _ => {}
    }
}

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }
}

/// One to three changes of a grid: values deleted, doubled, swapped, of another kind, or taken from elsewhere.
fn mutated(whole: &Value, dice: &mut Dice) -> Value {
    let mut broken = whole.clone();
    for _ in 0..=dice.next(3) {
        let places = all_places(&broken);
        let (one, other) = (&places[dice.next(places.len())], &places[dice.next(places.len())]);
        let Some(value) = at(&mut broken, one).map(|value| value.clone()) else { continue };
        match dice.next(7) {
            0 => remove(&mut broken, one),
            1 => {
                if let (Some(Step::At(_)), Some(Value::Array(items))) = (one.last(), at(&mut broken, &one[..one.len() - 1])) {
                    items.push(value);
                }
            }
            2 => {
                let Some(second) = at(&mut broken, other).map(|value| value.clone()) else { continue };
                *at(&mut broken, one).unwrap() = second;
                // One may stand in the other, which is then no longer there.
                if let Some(place) = at(&mut broken, other) {
                    *place = value;
                }
            }
            3 => *at(&mut broken, one).unwrap() = strange(dice.next(9)),
            4 => {
                let number = [0, 1, -1, 3, 100, i64::MAX / 10][dice.next(6)];
                *at(&mut broken, one).unwrap() = Value::Integer(number);
            }
            5 => {
                if let Some(Value::Table(table)) = at(&mut broken, &one[..one.len() - 1]) {
                    table.insert(["role", "group", "in", "stage", "minimum", "target"][dice.next(6)].to_owned(), value);
                }
            }
            _ => {
                if let Value::String(text) = at(&mut broken, one).unwrap() {
                    text.insert(0, 'x');
                }
            }
        }
    }
    broken
}

/// The folders of the example calls of a shipped grid.
fn examples(id: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let named = |folder: &PathBuf| {
        let call = folder.join("call.toml");
        call.is_file() && super::file(&call).lines().any(|line| line.starts_with(&format!("grid = \"{id}\"")))
    };
    let mut folders: Vec<PathBuf> = root.read_dir().unwrap().map(|entry| entry.unwrap().path()).filter(named).collect();
    folders.sort();
    folders
}

#[test]
fn shipped_grids_broken_at_random_never_panic() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let folder = tempfile::tempdir().unwrap();
    for grid in library::GRIDS {
        let whole = tree(grid.text);
        for nth in 0..40 {
            put(folder.path(), &format!("{}-{nth}.toml", grid.id), &as_file(&mutated(&whole, &mut dice)));
        }
    }
    let sane = checked(folder.path());
    assert!(sane.len() > 20, "{}", sane.len());
    // What is still a grid must rank what its example submits, or say why not.
    let mut ranked = 0;
    for name in &sane {
        let id = name.trim_end_matches(".toml").rsplit_once('-').unwrap().0;
        let path = folder.path().join(name);
        for example in examples(id) {
            for command in ["rank", "screen"] {
                let run = grille(&example, &[command, "--grid", path.to_str().unwrap(), "--format", "json"]);
                assert!([0, 2].contains(&run.code), "{name}: {}", run.err);
                assert!(run.code == 0 || run.err.contains("error"), "{name}: {}", run.err);
                ranked += usize::from(run.code == 0);
            }
        }
    }
    assert!(ranked > 20, "{ranked}");
}
