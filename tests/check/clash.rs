//! One identifier and one version are one text, in a whole folder.

use crate::{Place, sound, wrong};

#[test]
fn another_text_under_the_same_name_is_said_and_a_copy_is_not() {
    let changed = sound("a").replace("One", "Other");
    let place = Place::new(&[
        ("1.toml", &sound("a")),
        ("copy/2.toml", &sound("a")),
        ("later/3.toml", &changed),
        ("later/4.toml", &changed),
        ("next/5.toml", &changed.replace("version = \"1\"", "version = \"2\"")),
        ("other/6.toml", &sound("b")),
    ]);
    let json = place.json(&[]);
    let expected = ["C221 warning later/3.toml:3", "C221 warning later/4.toml:3"];
    assert_eq!(crate::lines(&json["findings"]), expected);
    for finding in json["findings"].as_array().unwrap() {
        assert_eq!(finding["text"], "\"1\"");
        let message = finding["message"].as_str().unwrap();
        assert!(message.contains("“a”") && message.contains("“1.toml”"), "{message}");
    }
    assert_eq!(place.check(&[]).code, 0);
    assert_eq!(place.check(&["--deny", "grid-clash"]).code, 1);
    assert_eq!(place.found(&["later"]), Vec::<String>::new(), "only what is looked at is compared");
}

/// A grid need not be valid to bear a name.
#[test]
fn a_grid_with_errors_clashes_as_well() {
    let place = Place::new(&[("1.toml", &sound("a")), ("2.toml", &wrong("a"))]);
    assert_eq!(place.found(&[]), ["C221 warning 2.toml:3", "G101 error 2.toml:10"]);
    let french = place.check(&["--lang", "fr"]).out;
    assert!(
        french.contains("la grille «\u{a0}a\u{a0}», version «\u{a0}1\u{a0}», est un autre texte dans «\u{a0}1.toml\u{a0}»"),
        "{french}"
    );
}
