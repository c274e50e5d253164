//! `grille diff`: everything that changes a result is said, what only reads otherwise is told from it, and nothing else is.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop at once")]
#![expect(clippy::disallowed_methods, reason = "grids are written and read by the tests themselves")]

mod support;

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use grille::analyse::diff::{Differ, Drafted, What, diff};
use grille::check;
use grille::model::keys::{Kind, Need, Shape};
use grille::model::{Field, Fields, Findings, Grid, Node, Source, Span, Value};
use grille::read::{library, toml};
use grille::text::Label;
use serde_json::Value as Json;
use support::{Folder, by, root, run};

const GRID: &str = r#"
[[fact]]
id = "kind"
label = { fr = "Type", en = "Type of practice" }
type = "choice"
values = { new = { fr = "nouvelle", en = "new" }, old = { fr = "ancienne", en = "old" } }

[[fact]]
id = "sites"
label = { fr = "Lieux", en = "Sites" }
type = "count"

[[gate]]
id = "kind"
label = { fr = "Type admis", en = "Type accepted" }
require = { fact = "kind", one_of = ["new"] }

[[criterion]]
id = "reach"
label = { fr = "Portée", en = "Reach" }
weight = 60
from = { fact = "sites" }
scale = { brackets = [{ at_least = 5, points = 60 }, { at_least = 2, points = 30 }, { points = 0 }] }

[[criterion]]
id = "clarity"
label = { fr = "Clarté", en = "Clarity" }
weight = 40
scale = { points = 40 }
aspects = ["One", "Two"]

[rules]
pass = { total = 60 }
ties = ["reach"]
"#;

fn folder() -> Folder {
    let files = [
        ("submissions.csv", "id,title,kind,sites\nA,Alpha,new,6\nB,Beta,new,3\nC,Gamma,new,2\n"),
        ("marks.csv", "submission,reviewer,clarity\nA,R,20\nB,R,40\nC,R,36\n"),
    ];
    Folder::new(GRID, "places = 1\n", &files)
}

/// What `diff` says of a grid and the same with other words in it.
fn changed(folder: &Folder, changes: &[(&str, &str)]) -> (i32, Json) {
    let mut text = fs::read_to_string(folder.path().join("grid.toml")).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    folder.write("other.toml", &text);
    let run = folder.run(&["diff", "grid.toml", "other.toml", "--format", "json"]);
    assert!(run.code < 2, "{}", run.err);
    (run.code, serde_json::from_str(&run.out).unwrap())
}

fn messages(json: &Json) -> Vec<String> {
    json["changes"].as_array().unwrap().iter().map(|one| one["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn changes_are_said_in_the_terms_of_the_grid() {
    let folder = folder();
    for (change, message) in [
        (
            (
                "weight = 60\nfrom = { fact = \"sites\" }\nscale = { brackets = [{ at_least = 5, points = 60 }",
                "weight = 60\nfrom = { fact = \"sites\" }\nscale = { brackets = [{ at_least = 4, points = 60 }",
            ),
            "Reach (reach): scale › brackets 1 › minimum 5 → 4",
        ),
        (("total = 60", "total = 55"), "the rules: pass mark lowered from 60 to 55"),
        (("total = 60", "total = 65.5"), "the rules: pass mark raised from 60 to 65.5"),
        (("pass = { total = 60 }\n", ""), "the rules: pass mark removed, it was 60"),
        (("[\"new\"]", "[\"old\"]"), "gate “Type accepted” (kind): requirement › one of new → old"),
        (
            ("require = { fact = \"kind\", one_of = [\"new\"] }", "require = { fact = \"sites\", at_least = 1 }"),
            "gate “Type accepted” (kind): requirement Type of practice: new → Sites: 1 or more",
        ),
        (("ties = [\"reach\"]", "ties = [\"clarity\", \"reach\"]"), "the rules: ties broken by reach → clarity, reach"),
        (("scale = { points = 40 }", "scale = { points = 40, step = 0.5 }"), "Clarity (clarity): scale › step added, 0.5"),
        (("scale = { points = 40 }", "scale = { min = 0, max = 4 }"), "Clarity (clarity): scale from 0 to 40 → from 0 to 4"),
        (
            ("{ at_least = 2, points = 30 }, ", ""),
            "Reach (reach): scale › brackets 2 removed, it was { at_least = 2, points = 30 }",
        ),
        (("type = \"count\"", "type = \"number\""), "fact “Sites” (sites): type count → number"),
    ] {
        let (code, json) = changed(&folder, &[change]);
        assert_eq!(messages(&json), [message]);
        assert_eq!((code, &json["differ"], &json["changes"][0]["kind"]), (1, &"meaning".into(), &"meaning".into()), "{message}");
    }
    let gate = "[[gate]]\nid = \"many\"\nlabel = \"Several sites\"\nrequire = { fact = \"sites\", at_least = 2 }\n\n[rules]";
    let (_, json) = changed(&folder, &[("[rules]", gate)]);
    assert_eq!(messages(&json), ["gate added: Several sites (many), Sites: 2 or more"]);
    assert_eq!(json["changes"][0]["after"]["require"]["at_least"]["exact"], "2");
    let (_, json) =
        changed(&folder, &[("weight = 60", "weight = 50"), ("points = 60", "points = 50"), ("weight = 40", "weight = 50")]);
    assert_eq!(
        messages(&json),
        [
            "Reach (reach): weight 60 → 50",
            "Reach (reach): scale › brackets 1 › points 60 → 50",
            "Clarity (clarity): weight 40 → 50"
        ]
    );
}

#[test]
fn wording_is_told_from_meaning() {
    let folder = folder();
    let (code, json) = changed(
        &folder,
        &[
            ("version = \"1\"", "version = \"2\""),
            ("en = \"Reach\"", "en = \"Scope\""),
            ("aspects = [\"One\", \"Two\"]", "aspects = [\"One\", \"Three\", \"Two\"]"),
            ("en = \"old\"", "en = \"former\""),
        ],
    );
    assert_eq!((code, &json["differ"]), (0, &"wording".into()));
    assert_eq!(
        messages(&json),
        [
            "the grid: version 1 → 2",
            "fact “Type of practice” (kind): values old (en) “old” → “former”",
            "Scope (reach): name (en) “Reach” → “Scope”",
            "Clarity (clarity): aspects 2 added, “Three”",
        ]
    );
    let run = folder.run(&["diff", "grid.toml", "other.toml"]);
    assert!(run.out.contains("Only the wording differs, in 4 places"), "{}", run.out);
    assert!(run.out.replace('\n', " ").contains("files that use the old one must be changed too"), "{}", run.out);
    let french = folder.run(&["diff", "grid.toml", "other.toml", "--lang", "fr"]);
    assert!(french.out.contains("Seule la formulation diffère, à 4 endroits\u{a0}: les mêmes notes"), "{}", french.out);
}

/// A name by which files call a value is wording, until it calls another one: the same file would then say something else.
#[test]
fn a_name_that_calls_something_else_is_a_change_of_meaning() {
    let folder = folder();
    let swap = [
        ("fr = \"nouvelle\"", "fr = \"autre\""),
        ("fr = \"ancienne\"", "fr = \"nouvelle\""),
        ("fr = \"autre\"", "fr = \"ancienne\""),
    ];
    let (code, json) = changed(&folder, &swap);
    assert_eq!(code, 1, "{json}");
    assert!(messages(&json).iter().any(|one| one.contains("the name “nouvelle”, which called new, now calls old")), "{json}");
    let (code, json) = changed(&folder, &[("fr = \"Portée\"", "fr = \"Clarté!\""), ("fr = \"Clarté\"", "fr = \"Portée\"")]);
    assert_eq!(code, 1);
    assert!(messages(&json).iter().any(|one| one.contains("the name “Portée”, which called reach, now calls clarity")), "{json}");
}

#[test]
fn another_identifier_for_the_same_thing_is_said_as_that() {
    let folder = folder();
    let (code, json) = changed(&folder, &[("id = \"reach\"", "id = \"portee\""), ("ties = [\"reach\"]", "ties = [\"portee\"]")]);
    assert_eq!(code, 1, "files may name columns by it");
    assert_eq!(messages(&json), ["Reach (portee): identifier reach → portee"]);
    let (_, json) = changed(
        &folder,
        &[
            ("id = \"sites\"", "id = \"places\""),
            ("from = { fact = \"sites\" }", "from = { fact = \"places\" }"),
            ("weight = 40", "weight = 40.0"),
        ],
    );
    assert_eq!(messages(&json), ["fact “Sites” (places): identifier sites → places"]);
    // With another name it is another thing.
    let (_, json) = changed(&folder, &[("id = \"clarity\"", "id = \"style\""), ("en = \"Clarity\"", "en = \"Style\"")]);
    assert_eq!(
        json["changes"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap()).collect::<Vec<_>>(),
        ["removed", "added"]
    );
}

#[test]
fn another_order_is_said_and_decides_only_where_it_decides() {
    let level = |id: &str, least: &str| {
        format!("[[level]]\nid = \"{id}\"\nlabel = \"{id}\"\nwhen = {{ total = \"total\", at_least = {least} }}\n")
    };
    let [a, b] = [level("high", "80"), level("good", "70")];
    let last = "[[level]]\nid = \"rest\"\nlabel = \"Rest\"\n";
    let folder = Folder::new(&format!("{GRID}{a}{b}{last}"), "", &[("submissions.csv", "id\n")]);
    let text = fs::read_to_string(folder.path().join("grid.toml")).unwrap();
    let (gate, rest) = (text.find("[[gate]]").unwrap(), text.find("[[criterion]]").unwrap());
    let criteria: Vec<&str> = text[rest..].splitn(3, "[[criterion]]").collect();
    let (second, rules) = criteria[2].split_once("[rules]").unwrap();
    let swapped = format!("{}[[criterion]]{second}[[criterion]]{}[rules]{rules}", &text[..rest], criteria[1]);
    assert!(gate < rest);
    folder.write("other.toml", &swapped);
    let run = folder.run(&["diff", "grid.toml", "other.toml"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("criteria in another order, now clarity and reach"), "{}", run.out);
}

#[test]
fn layout_is_no_change() {
    let folder = folder();
    let (code, json) = changed(
        &folder,
        &[
            ("weight = 60\nfrom", "# a remark\nweight   = 60.00\nfrom"),
            ("pass = { total = 60 }", "missing = \"unrated\"\npass.total = 6e1\nranks = 'competition'\npanel = { quorum = 1 }"),
        ],
    );
    assert_eq!((code, &json["differ"], messages(&json).len()), (0, &"nothing".into(), 0), "{json}");
    let run = folder.run(&["diff", "grid.toml", "other.toml"]);
    assert!(run.out.contains("Nothing differs: the same grid, laid out otherwise."), "{}", run.out);
    assert!(folder.run(&["diff", "grid.toml", "grid.toml"]).out.contains("the two files are the same"));
}

#[test]
fn a_pipe_is_read_as_it_stands_in_the_documentation() {
    let grids = root();
    let old = fs::read(grids.join("grids/trasss.toml")).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_grille"))
        .args(["diff", "-", "grids/trasss.toml", "--lang", "en"])
        .current_dir(&grids)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let earlier = String::from_utf8(old).unwrap().replace("quorum = 1", "quorum = 2");
    child.stdin.take().unwrap().write_all(earlier.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{out}");
    assert!(out.contains("From the standard input (version 1) to “grids/trasss.toml” (version 1)."), "{out}");
    assert!(out.contains("quorum lowered from 2 to 1"), "{out}");
    let twice = run(&grids, &["diff", "-", "-"], &[]);
    assert_eq!(twice.code, 2, "standard input can be read once");
}

#[test]
fn what_a_change_does_to_a_call() {
    let folder = folder();
    let (_, json) = changed(
        &folder,
        &[
            ("weight = 60", "weight = 20"),
            ("points = 60", "points = 20"),
            ("points = 30", "points = 10"),
            ("weight = 40", "weight = 80"),
        ],
    );
    assert_eq!(json["call"], Json::Null);
    let run = folder.run(&["diff", "grid.toml", "other.toml", "-C", ".", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let json: Json = serde_json::from_str(&run.out).unwrap();
    let effect = &json["call"]["effect"];
    // 60 + 20 = 80, 30 + 40 = 70, 30 + 36 = 66; then 20 + 40 = 60, 10 + 80 = 90, 10 + 72 = 82.
    assert_eq!((&effect["enter"], &effect["leave"]), (&serde_json::json!(["B"]), &serde_json::json!(["A"])));
    assert_eq!(by(&effect["moves"], "id", "A")["to"], 3);
    let text = folder.run(&["diff", "grid.toml", "other.toml", "-C", "."]);
    assert!(text.out.contains("With the new grid, B enters"), "{}", text.out);
    assert!(text.out.contains("grille compare . --grid other.toml"), "{}", text.out);
    // From another grid than the one that the call has, that command would answer another question.
    let back = folder.run(&["diff", "other.toml", "grid.toml", "-C", "."]);
    assert!(back.out.contains("With the new grid, A enters") && !back.out.contains("grille compare"), "{}", back.out);
    insta::assert_snapshot!("diff_call", text.out);
    insta::assert_snapshot!("diff_call_fr", folder.run(&["diff", "grid.toml", "other.toml", "-C", ".", "--lang", "fr"]).out);
    insta::assert_snapshot!(
        "diff_call_md",
        folder.run(&["diff", "grid.toml", "other.toml", "-C", ".", "--format", "markdown"]).out
    );
    insta::assert_snapshot!("diff_csv", folder.run(&["diff", "grid.toml", "other.toml", "--format", "csv"]).out);
    // A call that does not hold with the new grid: what changed is said all the same, and why it does not hold.
    let (_, _) = changed(
        &folder,
        &[
            ("id = \"sites\"", "id = \"addresses\""),
            ("en = \"Sites\"", "en = \"Addresses\""),
            ("fact = \"sites\"", "fact = \"addresses\""),
        ],
    );
    let run = folder.run(&["diff", "grid.toml", "other.toml", "-C", "."]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("Addresses (addresses)"), "{}", run.out);
    assert!(run.err.contains("S301") && run.err.contains("cannot be ranked with the new grid"), "{}", run.err);
}

// ── The mechanism: every draft against every compiled grid ──

fn drafted(text: &str) -> Option<Drafted> {
    let source = Source::new("grid.toml".to_owned(), text.to_owned(), None);
    let mut findings = Findings::new();
    let root = toml::tree(&source, &mut findings)?;
    let grid = check::grid(&source, &root, &mut findings).filter(|_| !findings.has_errors())?;
    Some(Drafted { grid, root: root.into() })
}

/// Every field of a compiled grid, without the text that it was made of.
fn fields(grid: &Grid) -> String {
    let grid = Grid { file: Source::new(String::new(), String::new(), None), ..grid.clone() };
    format!("{grid:?}")
}

/// The same without the texts that decide nothing.
fn meaning(grid: &Grid) -> String {
    let nothing = |label: &mut Label| *label = Label::default();
    let mut grid = grid.clone();
    (grid.id, grid.version, grid.family, grid.year, grid.decimals) = (String::new(), String::new(), None, None, 0);
    nothing(&mut grid.title);
    grid.criteria.iter_mut().for_each(|criterion| criterion.aspects.clear());
    (grid.issuer, grid.source) = (None, None);
    let text = fields(&grid);
    // Labels inside scales and choices are printed as the others.
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("Label {") {
        out.push_str(&rest[..at]);
        let mut quoted = false;
        let mut skip = false;
        let end = rest[at..].char_indices().find(|&(_, c)| {
            if skip {
                skip = false;
            } else if c == '\\' && quoted {
                skip = true;
            } else if c == '"' {
                quoted = !quoted;
            }
            c == '}' && !quoted
        });
        rest = &rest[at + end.unwrap().0 + 1..];
    }
    out.push_str(rest);
    // A short name or a reason that is there only for people.
    out.replace("short: Some()", "short: None").replace("reason: Some()", "reason: None")
}

/// A small generator of numbers: the same on every machine.
struct Rng(u64);

impl Rng {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

/// A draft as a file, all tables on a line; with `rng`, the keys of the language in any order and remarks in between.
fn written(root: &Node, rng: Option<&mut Rng>) -> String {
    let mut rng = rng;
    let mut out = String::new();
    for field in ordered(root.table().unwrap(), "", rng.as_deref_mut()) {
        if rng.is_some() {
            out.push_str("# a remark\n\n");
        }
        let value = inline(&field.node, &field.key, rng.as_deref_mut());
        out.extend([quoted(&field.key).as_str(), " = ", &value, "\n"]);
    }
    out
}

/// Keys under which authors choose the keys, whose order is told.
const CHOSEN: [&str; 7] = ["values", "levels", "ways", "weights", "minimums", "only", "reason"];

fn ordered<'n>(fields: &'n Fields, key: &str, rng: Option<&mut Rng>) -> Vec<&'n Field> {
    let mut fields: Vec<&Field> = fields.0.iter().collect();
    if let Some(rng) = rng.filter(|_| !CHOSEN.contains(&key)) {
        for at in (1..fields.len()).rev() {
            fields.swap(at, rng.below(at + 1));
        }
    }
    fields
}

fn quoted(text: &str) -> String {
    ::toml::Value::String(text.to_owned()).to_string().replace('\n', "\\n").replace("\"\"\"\\n", "\"").replace("\"\"\"", "\"")
}

fn inline(node: &Node, key: &str, mut rng: Option<&mut Rng>) -> String {
    match &node.value {
        Value::Text(text) => {
            let escaped: String = text
                .chars()
                .flat_map(|c| {
                    if c.is_control() || c == '"' || c == '\\' {
                        format!("\\u{:04x}", u32::from(c)).chars().collect::<Vec<_>>()
                    } else {
                        vec![c]
                    }
                })
                .collect();
            format!("\"{escaped}\"")
        }
        Value::Number(text) | Value::Date(text) => text.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::Empty => "\"\"".to_owned(),
        Value::List(items) => {
            format!("[{}]", items.iter().map(|item| inline(item, "", rng.as_deref_mut())).collect::<Vec<_>>().join(", "))
        }
        Value::Table(fields) => {
            let fields = ordered(fields, key, rng.as_deref_mut());
            let fields = fields
                .into_iter()
                .map(|field| format!("{} = {}", quoted(&field.key), inline(&field.node, &field.key, rng.as_deref_mut())));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

fn shipped() -> Vec<(&'static str, Drafted)> {
    let mut grids: Vec<(&str, Drafted)> = library::GRIDS.iter().map(|grid| (grid.id, drafted(grid.text).unwrap())).collect();
    grids.push((
        "the grid of these tests",
        drafted(&format!("[grid]\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\n{GRID}")).unwrap(),
    ));
    grids
}

/// Laid out otherwise, with remarks and keys in any order, a grid is the same.
#[test]
fn a_grid_laid_out_otherwise_is_the_same() {
    let mut rng = Rng(1);
    for (name, grid) in shipped() {
        for _ in 0..5 {
            let text = written(&grid.root, Some(&mut rng));
            let other = drafted(&text).unwrap_or_else(|| panic!("{name} does not hold any more:\n{text}"));
            let found = diff(&grid, &other);
            assert_eq!(found.differ(), Differ::Nothing, "{name}: {:?}", found.changes);
            assert_eq!(fields(&grid.grid), fields(&other.grid), "{name}");
        }
    }
}

/// Every default that the key table gives, written out where a grid leaves it out: the compiled grid is the same, and so is what is
/// said. One at a time, since some may only be written where they mean something.
#[test]
fn a_default_that_is_written_out_is_no_change() {
    let mut tried = 0;
    for (name, grid) in shipped() {
        let mut places = Vec::new();
        defaults(&grid.root, &check::GRID_FILE, &mut Vec::new(), &mut places);
        for (path, key, default) in places {
            let mut root = (*grid.root).clone();
            let source = Source::new(String::new(), "x".to_owned(), None);
            let span = Span::new(&source, 0, 0);
            let value = match default {
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                _ if default.starts_with('"') => Value::Text(default.trim_matches('"').to_owned()),
                _ => Value::Number(default.to_owned()),
            };
            let Value::Table(fields_there) = &mut at(&mut root, &path).value else { panic!("a table") };
            fields_there.0.push(Field { key: key.to_owned(), key_span: span.clone(), node: Node { span, value } });
            let Some(other) = drafted(&written(&root, None)) else { continue };
            tried += 1;
            let found = diff(&grid, &other);
            assert_eq!(found.differ(), Differ::Nothing, "{name}, {path:?} {key}: {:?}", found.changes);
            assert_eq!(fields(&grid.grid), fields(&other.grid), "{name}, {path:?} {key}");
        }
    }
    assert!(tried > 200, "{tried}");
}

fn at<'n>(node: &'n mut Node, path: &[usize]) -> &'n mut Node {
    path.iter().fold(node, |node, step| match &mut node.value {
        Value::List(items) => &mut items[*step],
        Value::Table(fields) => &mut fields.0[*step].node,
        _ => panic!("a way down"),
    })
}

/// Where a key with a default is left out: the table, the key, the default.
fn defaults(
    node: &Node,
    shape: &'static Shape,
    path: &mut Vec<usize>,
    found: &mut Vec<(Vec<usize>, &'static str, &'static str)>,
) {
    let Some(fields) = node.table() else { return };
    for key in shape.keys {
        match (fields.0.iter().position(|field| field.key == key.name), key.need) {
            (Some(place), _) => {
                path.push(place);
                within(&fields.0[place].node, key.kind, path, found);
                path.pop();
            }
            (None, Need::Default(default)) => found.push((path.clone(), key.name, default)),
            (None, _) => {}
        }
    }
}

fn within(node: &Node, kind: Kind, path: &mut Vec<usize>, found: &mut Vec<(Vec<usize>, &'static str, &'static str)>) {
    match kind {
        Kind::Table(shape) => defaults(node, shape, path, found),
        Kind::Variant(shapes) | Kind::IdOr(shapes) => {
            let Some(fields) = node.table() else { return };
            if let Some(shape) = shapes.iter().find(|shape| fields.get(shape.keys[0].name).is_some()) {
                defaults(node, shape, path, found);
            }
        }
        Kind::List(inner) | Kind::OneOrList(inner) => {
            for (place, item) in node.list().unwrap_or_default().iter().enumerate() {
                path.push(place);
                within(item, *inner, path, found);
                path.pop();
            }
        }
        Kind::Map(inner) => {
            for (place, field) in node.table().map_or(&[][..], |fields| fields.0.as_slice()).iter().enumerate() {
                path.push(place);
                within(&field.node, *inner, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

/// Every place in a draft.
fn places(node: &Node, path: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    found.push(path.clone());
    let inner: Vec<&Node> = match &node.value {
        Value::List(items) => items.iter().collect(),
        Value::Table(fields) => fields.0.iter().map(|field| &field.node).collect(),
        _ => Vec::new(),
    };
    for (place, node) in inner.into_iter().enumerate() {
        path.push(place);
        places(node, path, found);
        path.pop();
    }
}

/// One value that is another: a number, a text of the same grid, an element or a key less, two that change places.
fn mutate(root: &mut Node, texts: &[String], rng: &mut Rng) {
    let mut all = Vec::new();
    places(root, &mut Vec::new(), &mut all);
    let path = all[1 + rng.below(all.len() - 1)].clone();
    let choice = rng.below(4);
    let node = at(root, &path);
    match &mut node.value {
        Value::Number(text) => {
            let whole: Option<i64> = text.parse().ok();
            *text = match (choice, whole) {
                (0, Some(number)) => (number + 1).to_string(),
                (1, Some(number)) => (number - 1).to_string(),
                (2, Some(number)) => format!("{number}.5"),
                (_, Some(number)) => (number * 2).to_string(),
                (_, None) => format!("{text}1"),
            };
        }
        Value::Text(text) if choice == 0 => text.push('x'),
        Value::Text(text) => text.clone_from(&texts[rng.below(texts.len())]),
        Value::Flag(flag) => *flag = !*flag,
        Value::List(items) if items.len() > 1 => match choice {
            0 => items.swap(0, 1),
            1 => items.push(items[0].clone()),
            _ => drop(items.remove(rng.below(items.len()))),
        },
        Value::Table(fields) if fields.0.len() > 1 => match choice {
            0 => fields.0.swap(0, 1),
            1 => {
                let value = fields.0[0].node.value.clone();
                fields.0[0].node.value = std::mem::replace(&mut fields.0[1].node.value, value);
            }
            _ => drop(fields.0.remove(rng.below(fields.0.len()))),
        },
        Value::List(_) | Value::Table(_) | Value::Date(_) | Value::Empty => {}
    }
}

/// Whatever value of a grid is another: where the compiled grids differ in a field, that is said; where it is said to be wording,
/// they differ in texts alone; where nothing is said, they are equal field by field.
#[test]
fn no_change_goes_unsaid() {
    let mut rng = Rng(42);
    let (mut valid, mut meant, mut worded) = (0, 0, 0);
    for (name, grid) in shipped() {
        let mut texts = Vec::new();
        collect(&grid.root, &mut texts);
        let before = (fields(&grid.grid), meaning(&grid.grid));
        for _ in 0..60 {
            let mut root = (*grid.root).clone();
            mutate(&mut root, &texts, &mut rng);
            let Some(other) = drafted(&written(&root, None)) else { continue };
            valid += 1;
            let found = diff(&grid, &other);
            match found.differ() {
                Differ::Nothing => assert_eq!(before.0, fields(&other.grid), "{name}: nothing is said"),
                Differ::Wording => {
                    worded += 1;
                    // Another order on paper is another order of the fields.
                    if !found.changes.iter().any(|change| matches!(change.what, What::Order(_))) {
                        assert_eq!(before.1, meaning(&other.grid), "{name}: {:?}", found.changes);
                    }
                }
                Differ::Meaning => meant += 1,
            }
            // The same way back.
            assert_eq!(diff(&other, &grid).differ(), found.differ(), "{name}: {:?}", found.changes);
        }
    }
    assert!(valid > 300 && meant > 60 && worded > 60, "{valid} valid, {meant} meant, {worded} worded");
}

fn collect(node: &Node, texts: &mut Vec<String>) {
    match &node.value {
        Value::Text(text) => texts.push(text.clone()),
        Value::List(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Table(fields) => fields.0.iter().for_each(|field| collect(&field.node, texts)),
        _ => {}
    }
}
