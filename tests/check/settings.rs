//! What `grille.toml` and the command line make of findings: never an error into none, and nothing without being counted.

use crate::{Place, root, setting, sound, unsourced, wrong};

#[test]
fn a_folder_allows_with_a_reason_and_what_it_allows_is_counted() {
    let place = Place::new(&[("a.toml", &unsourced("a")), ("grille.toml", &setting("allow", "source-missing"))]);
    let run = place.check(&[]);
    assert_eq!((run.code, run.out.as_str()), (0, "1 grid in 2 files checked: nothing to report (1 allowed)\n"));
    let french = place.check(&["--lang", "fr"]);
    assert_eq!(french.out, "1 grille vérifiée (2 fichiers)\u{a0}: rien à signaler (1 toléré)\n");
    let json = place.json(&[]);
    assert_eq!((json["allowed"].as_u64(), json["warnings"].as_u64()), (Some(1), Some(0)));
    let silenced = &json["silenced"][0];
    assert_eq!((&silenced["by"], &silenced["reason"]["en"]), (&"settings".into(), &"It is so".into()));
    assert_eq!((&silenced["setting"]["file"], &silenced["setting"]["line"]), (&"grille.toml".into(), &2.into()));
    assert_eq!(silenced["rule"], "G118");
}

/// An exception whose reason says nothing excuses nothing, like one without a reason.
#[test]
fn an_empty_reason_is_none() {
    let empty = "[[check.allow]]\nrule = \"source-missing\"\nreason = \"\"\n";
    let none = "[[check.allow]]\nrule = \"source-missing\"\n";
    for (settings, code) in [(empty, "F033 error grille.toml:3"), (none, "F031 error grille.toml:1")] {
        let place = Place::new(&[("a.toml", &unsourced("a")), ("grille.toml", settings)]);
        let found = place.found(&[]);
        assert!(found.contains(&"G118 warning a.toml:1".to_owned()) && found.contains(&code.to_owned()), "{found:?}");
        assert_eq!(place.json(&[])["allowed"], 0);
    }
}

/// The folder nearest to a file wins, and the command line wins over all.
#[test]
fn the_nearest_wins() {
    let place = Place::new(&[
        ("grille.toml", &setting("deny", "G118")),
        ("a.toml", &unsourced("a")),
        ("drafts/grille.toml", &setting("allow", "G118")),
        ("drafts/b.toml", &unsourced("b")),
        ("drafts/final/grille.toml", &setting("deny", "warnings")),
        ("drafts/final/c.toml", &unsourced("c")),
    ]);
    // What is said of a rule wins over what is said of all warnings, however near.
    assert_eq!(place.found(&[]), ["G118 error a.toml:1"]);
    assert_eq!(place.json(&[])["allowed"], 2);
    assert_eq!(place.found(&["--deny", "warnings"]), ["G118 error a.toml:1"], "what has a reason stays allowed");
    assert_eq!(
        place.found(&["--deny", "G118"]),
        ["G118 error a.toml:1", "G118 error drafts/b.toml:1", "G118 error drafts/final/c.toml:1"]
    );
    assert_eq!(place.found(&["--allow", "G118"]), Vec::<String>::new());
    assert_eq!(place.json(&["--allow", "G118"])["silenced"][0]["by"], "command-line");
}

/// Where a folder is checked from within, what holds there is the same.
#[test]
fn settings_are_found_upwards_to_the_root_of_the_repository() {
    let place = Place::new(&[
        ("grille.toml", &setting("deny", "G118")),
        ("repository/.git/HEAD", "ref: refs/heads/main\n"),
        ("repository/grille.toml", &setting("allow", "G118")),
        ("repository/grids/a.toml", &unsourced("a")),
    ]);
    assert_eq!(place.found(&["repository"]), Vec::<String>::new());
    let inside = Place::check;
    assert_eq!(inside(&place, &["repository/grids/a.toml"]).code, 0);
    let from_within = crate::run(&place.path().join("repository/grids"), &["check", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&from_within.out).unwrap();
    assert_eq!(json["silenced"][0]["setting"]["file"], "../grille.toml");
    assert_eq!((json["allowed"].as_u64(), json["files"].as_u64()), (Some(1), Some(2)));
    // Outside of a repository, nothing above what is named, or above the current folder, is asked.
    let plain = Place::new(&[("grille.toml", &setting("deny", "G118")), ("in/a.toml", &unsourced("a"))]);
    let from_within = crate::run(&plain.path().join("in"), &["check"], &[]);
    assert_eq!(from_within.code, 0, "{}", from_within.out);
    assert_eq!(plain.check(&["in"]).code, 1);
}

/// The files of a call have the settings of the folders they are in.
#[test]
fn the_files_of_a_call_have_settings_of_their_own() {
    let place = Place::new(&[
        ("call/call.toml", "[call]\ngrid = \"../grids/a.toml\"\nsubmissions = \"s.csv\"\n"),
        ("call/s.csv", "id,title,a,more\nP1,One,5,x\n"),
        ("call/grille.toml", &setting("deny", "columns-kept")),
        ("grids/a.toml", &unsourced("a")),
        ("grids/grille.toml", &setting("allow", "G118")),
    ]);
    assert_eq!(place.found(&["call"]), ["S313 error call/s.csv:1"], "a note can be refused as well");
    assert_eq!(place.json(&["call"])["allowed"], 1);
}

/// An exception that excuses nothing is said where everything it could excuse was looked at, and nothing was left unlooked at.
#[test]
fn an_exception_that_excuses_nothing_is_said() {
    let settings = format!("{}{}", setting("allow", "F036"), setting("deny", "S313"));
    let place = Place::new(&[("grids/a.toml", &sound("a")), ("grids/grille.toml", &settings)]);
    assert_eq!(place.found(&[]), ["C220 warning grids/grille.toml:2"]);
    assert_eq!(place.found(&["--deny", "warnings"]), ["C220 error grids/grille.toml:2"]);
    // A hook checks the files that changed, and others may need it.
    assert_eq!(place.found(&["grids/a.toml"]), Vec::<String>::new());
    place.write("grids/b.toml", &wrong("b"));
    assert_eq!(place.found(&[]), ["G101 error grids/b.toml:10"], "an error may hide what it is for");
    place.write("grids/b.toml", &unsourced("b").replace("label = { fr = \"Un\", en = \"One\" }", "label = { fr = \"Un\" }"));
    assert_eq!(place.found(&[]), ["G118 warning grids/b.toml:1"]);
}

/// Everything that is wrong with a settings file, at its place; what holds is in force.
#[test]
fn what_is_wrong_with_settings() {
    let fixtures = root().join("tests/fixtures/settings");
    for (lang, name) in [("en", "settings_en"), ("fr", "settings_fr")] {
        let run = crate::run(&fixtures, &["check", "--lang", lang], &[("COLUMNS", "100")]);
        assert_eq!(run.code, 1);
        for part in ["C222", "C220", "F031", "weights-sum", "label-language", "source-missing"] {
            assert!(run.out.contains(part), "{lang}: {part}: {}", run.out);
        }
        insta::assert_snapshot!(name, run.out);
    }
    let named = crate::run(&fixtures, &["check", "refused/grille.toml", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&named.out).unwrap();
    let file = std::fs::read_to_string(fixtures.join("refused/grille.toml")).unwrap();
    assert_eq!(json["errors"], 4);
    for finding in json["findings"].as_array().unwrap() {
        let line = file.lines().nth(usize::try_from(finding["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
        assert!(line.contains(finding["text"].as_str().unwrap()), "{finding}");
    }
}

/// A settings file that does not parse is an error, whatever is allowed on the command line; it hides nothing.
#[test]
fn broken_settings_excuse_nothing() {
    for text in ["[[check.allow]\nrule = \"G118\"\n", "\u{0}", "[check]\nallow = \"G118\"\n", "allow = 1\n"] {
        let place = Place::new(&[("a.toml", &unsourced("a")), ("grille.toml", text)]);
        let found = place.found(&[]);
        assert!(found.iter().any(|line| line == "G118 warning a.toml:1"), "{text}: {found:?}");
        assert!(found.iter().any(|line| line.contains("error grille.toml")), "{text}: {found:?}");
        assert_eq!(place.check(&["--allow", "G118"]).code, 1);
    }
}

/// A committee that writes French may call its grid by that name.
#[test]
fn a_grid_may_be_called_grille() {
    let place = Place::new(&[
        ("call.toml", "[call]\ngrid = \"grille.toml\"\nsubmissions = \"s.csv\"\n"),
        ("s.csv", "id,title,a\nP1,One,5\n"),
        ("grille.toml", &unsourced("a")),
    ]);
    assert_eq!(place.found(&[]), ["G118 warning grille.toml:1"]);
    assert_eq!(place.json(&[])["grids"], 1);
}

#[test]
fn the_command_line_is_told_what_cannot_be() {
    let place = Place::new(&[("a.toml", &unsourced("a"))]);
    for (args, part) in [
        (&["--allow", "G101"][..], "G101 (weights-sum) is an error, and an error cannot be allowed"),
        (&["--allow", "weights-sum"], "cannot be allowed"),
        (&["--allow", "warnings"], "no rule has the code or the name “warnings”"),
        (&["--deny", "sorce-missing"], "did you mean “source-missing”?"),
        (&["--deny", "G118", "--allow", "source-missing"], "G118 cannot be both allowed and denied"),
        (&["--deny"], ""),
    ] {
        let run = place.check(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(part), "{args:?}: {}", run.err);
    }
    assert_eq!(place.check(&["--deny", "g118"]).code, 1);
    assert_eq!(place.found(&["--deny=G118", "--deny=F036"]), ["G118 error a.toml:1"]);
}
