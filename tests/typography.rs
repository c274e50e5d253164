//! The French of constants: what a key means, what a rule checks, what the shipped grids say.

use std::collections::BTreeSet;

use grille::check::{CALL_FILE, GRID_FILE};
use grille::model::keys::{Kind, Shape};
use grille::model::rule::RULES;
use grille::text::{Lang, Message, Pair};

/// What a Québec typesetter would correct; code between backquotes is left alone.
fn faults(french: &str) -> Vec<String> {
    let text: String = french.split('`').step_by(2).collect::<Vec<_>>().join("`");
    let chars: Vec<char> = text.chars().collect();
    let mut faults = Vec::new();
    for (at, &sign) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied().unwrap_or('\u{a0}');
        let after = chars.get(at + 1).copied().unwrap_or('\u{a0}');
        let fault = match sign {
            // `http://` and `12:30` are no punctuation.
            ':' if after == ' ' || after == '\u{a0}' => before != '\u{a0}',
            '«' => after != '\u{a0}',
            '»' => before != '\u{a0}',
            ';' | '!' | '?' => before.is_whitespace(),
            '%' => before == ' ',
            '\'' => true,
            _ => sign.is_control() && sign != '\n',
        };
        if fault {
            faults.push(format!("{sign:?} after {before:?} in: {french}"));
        }
    }
    faults
}

fn walk(shape: &'static Shape, seen: &mut BTreeSet<&'static str>, texts: &mut Vec<Pair>) {
    if !seen.insert(shape.name) {
        return;
    }
    texts.push(shape.doc);
    for key in shape.keys {
        texts.push(key.doc);
        kind(key.kind, seen, texts);
    }
}

fn kind(kind: Kind, seen: &mut BTreeSet<&'static str>, texts: &mut Vec<Pair>) {
    match kind {
        Kind::Table(shape) => walk(shape, seen, texts),
        Kind::Variant(shapes) => shapes.iter().for_each(|shape| walk(shape, seen, texts)),
        Kind::List(inner) | Kind::OneOrList(inner) | Kind::Map(inner) => self::kind(*inner, seen, texts),
        _ => {}
    }
}

#[test]
fn a_typesetter_finds_what_there_is_to_find() {
    for bad in ["mot: suite", "mot : suite", "« mot»", "« mot\u{a0}»", "l'art", "non ; oui", "20 %", "quoi\u{a0}?"] {
        assert!(!faults(bad).is_empty(), "{bad}");
    }
    for good in ["mot\u{a0}: suite", "«\u{a0}mot\u{a0}»", "l’art; `a: b` et http://x.org", "20\u{a0}%", "quoi?"] {
        assert_eq!(faults(good), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn the_meaning_of_every_key_is_well_set() {
    let (mut seen, mut texts) = (BTreeSet::new(), Vec::new());
    for shape in [&GRID_FILE, &CALL_FILE] {
        walk(shape, &mut seen, &mut texts);
    }
    assert!(seen.len() > 30, "the walk reaches scales and conditions");
    let found: Vec<String> = texts.iter().flat_map(|text| faults(text.fr)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    for text in texts {
        assert!(!text.fr.is_empty() && !text.en.is_empty() && !text.en.contains('\''), "{text:?}");
        assert!(text.fr.ends_with('.') && text.en.ends_with('.'), "a sentence ends with a point: {text:?}");
    }
}

#[test]
fn the_summary_of_every_rule_is_well_set() {
    let found: Vec<String> = RULES.iter().flat_map(|rule| faults(rule.summary.fr)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_sentence_is_well_set() {
    let found: Vec<String> = Message::samples().iter().flat_map(|sample| faults(&sample.message.text(Lang::Fr))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn shipped_grids_are_well_set() {
    for grid in grille::read::library::GRIDS {
        for (at, line) in grid.text.lines().enumerate() {
            for bad in [" : ", " :\"", "« ", " »", " ;", " !", " ?"] {
                assert!(!line.contains(bad), "{}:{}: {bad:?} in {line}", grid.id, at + 1);
            }
        }
    }
}
