//! Grids and calls from standard input, which findings call `-`.

use crate::{Place, lines, setting, sound, unsourced};

fn found(place: &Place, args: &[&str], input: &str) -> Vec<String> {
    let run = place.pipe(&[args, &["--format", "json"]].concat(), input);
    lines(&serde_json::from_str::<serde_json::Value>(&run.out).unwrap()["findings"])
}

#[test]
fn a_grid() {
    let place = Place::new(&[("b.toml", &unsourced("b"))]);
    assert_eq!(found(&place, &["-"], &unsourced("a")), ["G118 warning -:1"]);
    assert_eq!(found(&place, &["b.toml", "-", "-"], &unsourced("a")), ["G118 warning b.toml:1", "G118 warning -:1"]);
    let people = place.pipe(&["-"], &unsourced("a"));
    assert!(people.code == 0 && people.out.contains(" --> -:1:2"), "{}", people.out);
    assert!(people.out.ends_with("1 grid checked: 1 warning\n"), "{}", people.out);
}

/// Its files are looked for in the current folder.
#[test]
fn a_call() {
    let place = Place::new(&[("grid.toml", &unsourced("a")), ("s.csv", "id,title,a\nP1,One,5\nP1,Two,6\n")]);
    let call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nplace = 3\n";
    assert_eq!(found(&place, &["-"], call), ["F030 error -:4", "G118 warning grid.toml:1", "S303 error s.csv:3"]);
}

#[test]
fn what_is_neither_is_said() {
    let place = Place::new(&[]);
    assert_eq!(found(&place, &["-"], "a = 1\n"), ["C201 error -:1"]);
    assert_eq!(found(&place, &["-"], ""), ["F002 error -"]);
    assert_eq!(place.pipe(&["-"], &sound("a")).code, 0);
}

/// The settings of the current folder hold.
#[test]
fn settings() {
    let place = Place::new(&[("grille.toml", &setting("allow", "G118"))]);
    assert_eq!(found(&place, &["-"], &unsourced("a")), Vec::<String>::new());
}
