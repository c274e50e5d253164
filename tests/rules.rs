//! The rules and their pages: each rule of the registry has a page in both languages, fires on its wrong example where it says
//! it does, is silent on the right one, and stands in the documentation. The examples run through the real binary.

#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a failing test should stop at once")]

#[allow(dead_code, reason = "the workbooks of the examples are made part by part")]
#[path = "workbooks/build.rs"]
mod build;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use grille::model::rule::RULES;
use grille::model::{Rule, Severity};
use grille::read::pages::{Content, File, Page, page};
use grille::text::Lang;
use rayon::prelude::*;
use serde_json::Value;
use support::{Run, root, run};

/// Examples that cannot but show another rule as well: the rule of the page, and the other one.
const ALSO: &[(&str, &str)] = &[];

/// What is wrong, one line each; nothing is.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let files = fs::read_dir(root().join("rules")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pages: BTreeSet<String> = files.collect();
    assert_eq!(pages, RULES.iter().map(|rule| format!("{}.toml", rule.code)).collect());
}

/// French as in Québec, English with a typographer’s apostrophes; what stands between ticks is code.
fn typeset(text: &str, lang: Lang) -> Option<&'static str> {
    let prose: String = text.split('`').step_by(2).collect::<Vec<_>>().join("x");
    let bad: &[&str] = match lang {
        Lang::Fr => &["'", " :", " ;", " !", " ?", "« ", " »", "\u{a0};", "\u{a0}!", "\u{a0}?", " %"],
        Lang::En => &["'", "\"", "\u{a0}:", "«"],
    };
    bad.iter()
        .find(|bad| prose.contains(**bad))
        .copied()
        .or_else(|| (!text.matches('`').count().is_multiple_of(2)).then_some("`"))
}

#[test]
fn every_page_explains_in_both_languages() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let table: toml::Table = rule.page().parse().unwrap_or_else(|error| panic!("{}: {error}", rule.code));
        let parts: BTreeSet<&str> = table.keys().map(String::as_str).collect();
        let why: BTreeSet<&str> = table["why"].as_table().unwrap().keys().map(String::as_str).collect();
        if parts != BTreeSet::from(["why", "wrong", "right"]) || why != BTreeSet::from(["fr", "en"]) {
            wrong.push(format!("{}: {parts:?} {why:?}", rule.code));
        }
        let page = page(rule);
        for lang in Lang::ALL {
            let texts: Vec<&str> = page.why.iter().filter_map(|label| label.only(lang)).collect();
            if texts.len() != page.why.len() || texts.concat().chars().count() < 60 {
                wrong.push(format!("{} {}: {} paragraphs of {}", rule.code, lang.code(), texts.len(), page.why.len()));
            }
            for text in texts {
                if let Some(bad) = typeset(text, lang) {
                    wrong.push(format!("{} {}: {bad:?} in {text}", rule.code, lang.code()));
                }
            }
        }
        let same = page.right.iter().filter(|file| page.before(&file.name) == Some(file)).map(|file| &file.name);
        wrong.extend(same.map(|name| format!("{}: {name} is repaired to what it was", rule.code)));
        if page.wrong.is_empty() && page.right.is_empty() || page.right.is_empty() {
            wrong.push(format!("{}: no example", rule.code));
        }
    }
    none(&wrong);
}

/// `B2` for the second cell of the second row.
fn cell_name(row: usize, column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column).unwrap());
    format!("{letter}{}", row + 1)
}

/// A workbook with these cells: numbers, texts, errors (`#DIV/0!`) and formulas (`=A1+1`) without a result.
fn workbook(sheets: &[(String, Vec<Vec<String>>)]) -> Vec<u8> {
    let mut raw = Vec::new();
    for (name, rows) in sheets {
        let mut xml = String::new();
        for (row, cells) in rows.iter().enumerate() {
            write!(xml, "<row r=\"{}\">", row + 1).unwrap();
            for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                let place = cell_name(row, column);
                let plain = text.replace('&', "&amp;").replace('<', "&lt;");
                if text.starts_with('#') {
                    write!(xml, "<c r=\"{place}\" t=\"e\"><v>{plain}</v></c>").unwrap();
                } else if let Some(formula) = plain.strip_prefix('=') {
                    write!(xml, "<c r=\"{place}\"><f>{formula}</f></c>").unwrap();
                } else if matches!(build::value(text), build::Value::Number(_)) {
                    write!(xml, "<c r=\"{place}\"><v>{plain}</v></c>").unwrap();
                } else {
                    write!(xml, "<c r=\"{place}\" t=\"inlineStr\"><is><t>{plain}</t></is></c>").unwrap();
                }
            }
            xml.push_str("</row>");
        }
        raw.push((name.as_str(), "", xml));
    }
    build::xlsx_of(&raw)
}

fn put(folder: &Path, file: &File) {
    let path = folder.join(&file.name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    match &file.content {
        Content::Text(text) => fs::write(path, text).unwrap(),
        Content::Workbook(sheets) => fs::write(path, workbook(sheets)).unwrap(),
    }
}

/// What `check` finds in an example.
fn found<'p>(files: impl Iterator<Item = &'p File>) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    files.for_each(|file| put(folder.path(), file));
    let Run { out, err, .. } = run(folder.path(), &["check", ".", "--format", "json", "--quiet"], &[]);
    let document: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{err}"));
    document["findings"].as_array().unwrap().clone()
}

/// Where a line and a column (both from 1, the column in Unicode scalars) are in a text.
fn offset(text: &str, place: &Value) -> Option<usize> {
    let of = |key: &str| usize::try_from(place[key].as_u64()?).ok();
    let (line, column) = (of("line")?, of("column")?);
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    Some(start + text.get(start..)?.chars().take(column - 1).map(char::len_utf8).sum::<usize>())
}

/// Why what a finding quotes is not what stands at the place it names; none where it is, or names no place in a file.
fn misquoted(page: &Page, finding: &Value) -> Option<String> {
    let quoted = finding["text"].as_str();
    let Some(file) = page.wrong.iter().find(|file| finding["file"] == file.name.as_str()) else {
        return (!finding["line"].is_null()).then(|| format!("{} is no file of the example", finding["file"]));
    };
    let stands = match &file.content {
        Content::Text(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            if finding["line"].is_null() {
                return None;
            }
            offset(text, finding).zip(offset(text, &finding["end"])).and_then(|(start, end)| text.get(start..end))
        }
        Content::Workbook(sheets) => {
            let cell = finding["cell"].as_str()?;
            let (_, rows) = sheets.iter().find(|(name, _)| finding["sheet"] == name.as_str())?;
            let cells = rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().enumerate().map(move |at| (row, at)));
            cells.into_iter().find(|(row, (column, _))| cell_name(*row, *column) == cell).map(|(_, (_, text))| text.as_str())
        }
    };
    (stands != quoted).then(|| format!("it quotes {quoted:?}, where {stands:?} stands"))
}

/// What is not as it must be with the example of a rule.
fn tried(rule: &'static Rule) -> Vec<String> {
    let page = page(rule);
    let mut wrong = Vec::new();
    let listed = |findings: &[&Value]| {
        findings.iter().map(|one| format!("{} {}", one["rule"], one["message"])).collect::<Vec<_>>().join("; ")
    };
    let (before, after) = (found(page.wrong.iter()), found(page.repaired()));

    let (own, others): (Vec<&Value>, Vec<&Value>) = before.iter().partition(|finding| finding["rule"] == rule.code);
    if own.is_empty() {
        wrong.push(format!("{}: silent on its wrong example: {}", rule.code, listed(&others)));
    }
    for finding in &own {
        if finding["name"] != rule.name || finding["severity"] != severity(rule) {
            wrong.push(format!("{}: {finding}", rule.code));
        }
    }
    wrong.extend(
        before.iter().filter_map(|finding| misquoted(&page, finding).map(|why| format!("{}: {why}: {finding}", rule.code))),
    );
    let also = |finding: &&&Value| ALSO.iter().any(|(code, other)| *code == rule.code && finding["rule"] == *other);
    let others: Vec<&Value> = others.iter().filter(|one| one["severity"] != "note" && !also(one)).copied().collect();
    if !others.is_empty() {
        wrong.push(format!("{}: other rules fire on the wrong example: {}", rule.code, listed(&others)));
    }

    let left: Vec<&Value> = after.iter().filter(|one| one["severity"] != "note" || one["rule"] == rule.code).collect();
    if !left.is_empty() {
        wrong.push(format!("{}: the right example is not: {}", rule.code, listed(&left)));
    }
    wrong
}

#[test]
fn every_rule_fires_on_its_wrong_example_and_is_silent_on_the_right_one() {
    let wrong: Vec<String> = RULES.par_iter().flat_map_iter(|rule| tried(rule)).collect();
    none(&wrong);
}

/// The parts of a page of documentation under a heading of each rule, by the heading.
fn sections(name: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("docs").join(name)).unwrap();
    let parts = text.split("\n## ").skip(1);
    parts.map(|part| part.split_once('\n').unwrap()).map(|(heading, rest)| (heading.to_owned(), rest.to_owned())).collect()
}

#[test]
fn every_rule_is_in_the_documentation() {
    for (name, lang) in [("rules.md", Lang::En), ("regles.md", Lang::Fr)] {
        let sections = sections(name);
        for rule in RULES {
            let section =
                sections.get(&format!("{} {}", rule.code, rule.name)).unwrap_or_else(|| panic!("{name}: no {}", rule.code));
            let [wrong, right] = match lang {
                Lang::Fr => ["### À corriger", "### Corrigé"],
                Lang::En => ["### Wrong", "### Right"],
            };
            let page = page(rule);
            let why = page.why.iter().map(|label| label.get(lang));
            for part in why.chain([wrong, right]) {
                assert!(section.contains(part), "{name}: {}: {part}", rule.code);
            }
        }
        let listed = sections.keys().filter(|heading| RULES.iter().any(|rule| heading.starts_with(rule.code))).count();
        assert_eq!(listed, RULES.len(), "{name}");
    }
}

fn rule(args: &[&str]) -> Run {
    run(&root(), &[&["rule"], args].concat(), &[])
}

#[test]
fn a_rule_is_asked_for_by_code_or_name_in_any_case() {
    let page = rule(&["G101"]);
    assert_eq!((page.code, page.err.as_str()), (0, ""));
    assert_eq!(page.out, rule(&["weights-sum"]).out);
    assert_eq!(page.out, rule(&["g101"]).out);
    assert_eq!(page.out, rule(&["Weights-Sum"]).out);
    // What `check` says of the example is what the page shows.
    assert!(page.out.contains("error[G101]: the weights add up to 95, not 100"), "{}", page.out);
    for (asked, near) in [("weight-sum", "weights-sum"), ("G1O1", "G101")] {
        let unknown = rule(&[asked]);
        assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
        assert!(unknown.err.contains(&format!("did you mean “{near}”?")), "{}", unknown.err);
    }
    let both = rule(&["G101", "--all"]);
    assert_eq!(both.code, 2, "{}", both.err);
}

#[test]
fn the_table_has_every_rule() {
    let table = rule(&[]);
    let codes: Vec<&str> = table
        .out
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|word| RULES.iter().any(|rule| rule.code == *word))
        .collect();
    assert_eq!(codes, RULES.iter().map(|rule| rule.code).collect::<Vec<_>>());
    let rows = rule(&["--format", "csv"]).out;
    let mut rows = csv::Reader::from_reader(rows.as_bytes());
    for (row, rule) in rows.records().map(Result::unwrap).zip(RULES) {
        assert_eq!(row.iter().collect::<Vec<_>>(), [rule.code, rule.name, severity(rule), rule.summary.en]);
    }
}

#[test]
fn programs_get_the_pages_whole_and_in_both_languages() {
    let read = |args: &[&str]| -> Value { serde_json::from_str(&rule(&[args, &["--format", "json"]].concat()).out).unwrap() };
    let all = read(&[]);
    assert_eq!(all["schema"], "grille/rules/1");
    assert_eq!(all["rules"].as_array().unwrap().len(), RULES.len());
    assert_eq!(all, read(&["--all", "--lang", "fr"]), "the language changes nothing for programs");
    for (row, known) in all["rules"].as_array().unwrap().iter().zip(RULES) {
        let page = page(known);
        assert_eq!((row["code"].as_str(), row["name"].as_str()), (Some(known.code), Some(known.name)));
        assert_eq!(row["severity"], severity(known));
        assert_eq!(row["summary"]["fr"], known.summary.fr);
        for (part, files) in [("wrong", &page.wrong), ("right", &page.right)] {
            let rows = row[part].as_array().unwrap();
            assert_eq!(rows.len(), files.len(), "{}", known.code);
            for (row, file) in rows.iter().zip(files) {
                assert_eq!(row["file"], file.name.as_str());
                match &file.content {
                    Content::Text(text) => assert_eq!(row["text"], text.as_str()),
                    Content::Workbook(sheets) => assert_eq!(row["sheets"].as_array().unwrap().len(), sheets.len()),
                }
            }
        }
    }
    let one = read(&["M403"]);
    assert_eq!(one["rules"].as_array().unwrap().as_slice(), [support::by(&all["rules"], "code", "M403").clone()]);
}

/// A page is read on a screen: no line is wider than it, and none acts on it.
#[test]
fn every_page_is_shown_whole_and_harmless() {
    for lang in Lang::ALL {
        let all = rule(&["--all", "--lang", lang.code()]);
        assert_eq!((all.code, all.err.as_str()), (0, ""));
        let acting = all.out.chars().find(|ch| ch.is_control() && *ch != '\n');
        assert_eq!(acting, None);
        // The folder in which an example is tried is gone when its page is read.
        let tried = std::env::temp_dir().to_string_lossy().into_owned();
        assert!(!all.out.contains(&tried), "{lang:?} names {tried}");
        for line in all.out.lines() {
            let width = unicode_width::UnicodeWidthStr::width(line);
            assert!(width <= 100, "{width}: {line}");
        }
        for known in RULES {
            let text = page(known).why.iter().map(|label| label.get(lang)).collect::<Vec<_>>().join(" ");
            let words = text.split(' ').next_back().unwrap().to_owned();
            assert!(all.out.contains(&words), "{}: {words}", known.code);
        }
    }
}
