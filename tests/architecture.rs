//! The shape of the house, read from its sources: which room may use which, what no room does, and that registries hold.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "the test reads sources; a failing test should stop at once")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use grille::model::condition::TESTS;
use grille::model::rule::RULES;
use grille::model::scale::SCALES;
use grille::read::{READERS, library};
use grille::report::formats::FORMATS;

/// The rooms, in the order of the data: each may use only those before it.
const ROOMS: [&str; 9] = ["number", "text", "model", "read", "check", "score", "analyse", "report", "cli"];

/// A file of `src/`.
struct File {
    /// Relative to `src/`, with `/`.
    path: String,
    text: String,
    /// Its lines that are neither comments nor tests, numbered from 1.
    code: Vec<(usize, String)>,
}

impl File {
    /// `["report", "views", "ranking"]`
    fn module(&self) -> Vec<&str> {
        let path = self.path.strip_suffix(".rs").unwrap();
        let mut parts: Vec<&str> = path.split('/').collect();
        if parts.last() == Some(&"mod") {
            parts.pop();
        }
        parts
    }

    fn room(&self) -> Option<&str> {
        let module = self.module();
        (module[0] != "lib" && module[0] != "main").then_some(module[0])
    }
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let mut files = Vec::new();
    let mut tests: BTreeSet<String> = BTreeSet::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let path = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let (code, out_of_line) = code(&text);
        let folder = path.strip_suffix("/mod.rs").or_else(|| path.strip_suffix(".rs")).unwrap().to_owned();
        tests.extend(out_of_line.iter().flat_map(|name| [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]));
        files.push(File { path, text, code });
    }
    for file in &mut files {
        if tests.contains(&file.path) {
            file.code.clear();
        }
    }
    files
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
}

/// The lines of code outside of comments and `#[cfg(test)]` modules; and the names of test modules kept in other files.
fn code(text: &str) -> (Vec<(usize, String)>, Vec<String>) {
    let (mut code, mut out_of_line) = (Vec::new(), Vec::new());
    let mut lines = text.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if line == "#[cfg(test)]" {
            for (_, line) in lines.by_ref() {
                if let Some(name) =
                    line.trim_start_matches("pub(super) ").strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'))
                {
                    out_of_line.push(name.to_owned());
                    break;
                }
                if line == "}" || line.ends_with(';') && !line.starts_with(' ') {
                    break;
                }
            }
        } else if !line.trim_start().starts_with("//") {
            code.push((at + 1, line.to_owned()));
        }
    }
    (code, out_of_line)
}

/// The identifier at the beginning of a text.
fn identifier(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// The rooms that a text right after `crate::` names: one, or those of a group.
fn named(rest: &str) -> Vec<&str> {
    match rest.strip_prefix('{') {
        // `{a::b, c::{d, e}}`: the identifiers at the first level.
        Some(group) => {
            let (mut depth, mut start, mut names) = (0usize, 0, Vec::new());
            for (at, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => {
                        names.push(group[start..at].trim());
                        return names.into_iter().map(identifier).collect();
                    }
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        names.push(group[start..at].trim());
                        start = at + 1;
                    }
                    _ => {}
                }
            }
            Vec::new()
        }
        None => vec![identifier(rest)],
    }
}

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    let mut wrong = Vec::new();
    let mut uses = 0;
    for file in sources() {
        let Some(room) = file.room() else { continue };
        let mine = ROOMS.iter().position(|known| *known == room).unwrap_or_else(|| panic!("{room} is no room"));
        let depth = file.module().len();
        // Groups may stretch over lines.
        let whole: String = file.code.iter().map(|(_, line)| line.trim()).collect::<Vec<_>>().join("\n");
        let mut names: Vec<&str> = Vec::new();
        for (at, _) in whole.match_indices("crate::") {
            if !whole[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                names.extend(named(whole[at + "crate::".len()..].trim_start()));
            }
        }
        // `super` as many times as the module is deep is the crate itself.
        let escape = "super::".repeat(depth);
        for (at, _) in whole.match_indices(&escape) {
            names.extend(named(&whole[at + escape.len()..]).into_iter().filter(|name| *name != "super"));
            wrong.push(format!("{}: `{escape}` leaves the room; write `crate::`", file.path));
        }
        for name in names {
            uses += 1;
            match ROOMS.iter().position(|known| *known == name) {
                Some(other) if other <= mine => {}
                Some(_) => wrong.push(format!("{}: `{room}` comes before `{name}` and cannot use it", file.path)),
                None => wrong.push(format!("{}: `crate::{name}` is no room", file.path)),
            }
        }
        for foreign in ["use grille::", "include!(", "#[path"] {
            if whole.contains(foreign) {
                wrong.push(format!("{}: `{foreign}` goes around the rooms", file.path));
            }
        }
    }
    assert!(uses > 200, "the reading of sources finds what they use: {uses}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reading_of_sources_is_not_fooled() {
    assert_eq!(named("model::{At, Rule};"), ["model"]);
    assert_eq!(named("{model::{At, Rule}, text::Lang, check};"), ["model", "text", "check"]);
    let (lines, tests) = code(
        "use a;\n// crate::cli\n#[cfg(test)]\nmod tests {\n    use crate::cli;\n}\nuse b;\n#[cfg(test)]\nmod more;\nuse c;\n",
    );
    assert_eq!(
        lines.iter().map(|(at, line)| (*at, line.as_str())).collect::<Vec<_>>(),
        [(1, "use a;"), (7, "use b;"), (10, "use c;")]
    );
    assert_eq!(tests, ["more"]);
}

#[test]
fn the_map_of_the_house_names_every_room() {
    let lib = sources().into_iter().find(|file| file.path == "lib.rs").unwrap();
    let map: Vec<&str> = lib.text.lines().filter_map(|line| line.strip_prefix("//! | [`")).map(identifier).collect();
    assert_eq!(map, ROOMS);
    let modules: BTreeSet<&str> = lib.text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(modules, ROOMS.into_iter().collect());
}

#[test]
fn every_file_says_what_lives_in_it() {
    for file in sources() {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{} opens with: {first}", file.path);
    }
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut paths = Vec::new();
    walk(&tests, &mut paths);
    for path in paths {
        assert!(fs::read_to_string(&path).unwrap().starts_with("//! "), "{}", path.display());
    }
}

/// The lines of some files that contain one of these words.
fn lines_with(words: &[&str], which: impl Fn(&str) -> bool) -> Vec<String> {
    let contains = |line: &str, word: &str| {
        line.match_indices(word).any(|(at, _)| {
            let joined = |c: char| c.is_alphanumeric() || c == '_';
            let open = word.starts_with(joined) && line[..at].ends_with(joined);
            let closed = word.ends_with(joined) && line[at + word.len()..].starts_with(joined);
            !open && !closed
        })
    };
    let mut found = Vec::new();
    for file in sources().iter().filter(|file| which(&file.path)) {
        for (at, line) in &file.code {
            if words.iter().any(|word| contains(line, word)) {
                found.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    found
}

#[test]
fn files_are_opened_in_two_places() {
    let may = |path: &str| path.starts_with("cli/") || ["read/source.rs", "read/paths.rs"].contains(&path);
    let words =
        ["std::fs", "fs::", "File::open", "OpenOptions", ".exists()", ".is_dir()", ".is_file()", ".read_dir()", ".metadata()"];
    let found = lines_with(&words, |path| !may(path));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_decides_has_no_floating_point_number() {
    let rooms = ["number/", "model/", "score/"];
    let found = lines_with(&["f32", "f64"], |path| rooms.iter().any(|room| path.starts_with(room)));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_looks_at_a_clock_or_at_chance() {
    let found = lines_with(&["SystemTime", "Instant", "RandomState", "thread_rng"], |_| true);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn unique<'a>(what: &str, names: impl IntoIterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(!name.is_empty() && seen.insert(name), "{what}: `{name}` is there twice, or empty");
    }
    assert!(!seen.is_empty(), "{what}: empty");
}

#[test]
fn no_registry_has_a_name_twice() {
    unique("FORMATS", FORMATS.iter().map(|format| format.name));
    unique("endings of FORMATS", FORMATS.iter().flat_map(|format| format.endings).copied());
    unique("READERS", READERS.iter().map(|reader| reader.name));
    unique("endings of READERS", READERS.iter().flat_map(|reader| reader.endings).copied());
    unique("codes of RULES", RULES.iter().map(|rule| rule.code));
    unique("names of RULES", RULES.iter().map(|rule| rule.name));
    unique("SCALES", SCALES.iter().map(|kind| kind.shape.name));
    unique("first keys of SCALES", SCALES.iter().map(|kind| kind.shape.keys[0].name));
    unique("TESTS", TESTS.iter().map(|kind| kind.shape.name));
    unique("first keys of TESTS", TESTS.iter().map(|kind| kind.shape.keys[0].name));
    unique("GRIDS", library::GRIDS.iter().map(|grid| grid.id));
    for format in FORMATS {
        assert!(format.endings.iter().all(|ending| *ending == ending.to_lowercase()), "{}", format.name);
    }
}

#[test]
fn every_grid_of_the_folder_is_shipped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("grids");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let shipped: BTreeSet<String> = library::GRIDS.iter().map(|grid| grid.id.to_owned()).collect();
    assert_eq!(files, shipped);
}

#[test]
fn every_rule_is_used() {
    let files = sources();
    let registry = files.iter().find(|file| file.path == "model/rule.rs").unwrap();
    let used: String = files
        .iter()
        .filter(|file| file.path != "model/rule.rs")
        .flat_map(|file| file.code.iter().map(|(_, line)| line.as_str()))
        .collect::<Vec<_>>()
        .join("\n");
    let mut seen = 0;
    for (_, line) in &registry.code {
        let mut words = line.split_whitespace();
        let (Some(name), Some(code)) = (words.next(), words.next()) else { continue };
        if RULES.iter().any(|rule| code == format!("{:?}", rule.code)) {
            let named = used
                .match_indices(&format!("rule::{name}"))
                .any(|(at, text)| identifier(&used[at + 6..]).len() == text.len() - 6);
            assert!(named, "no check ever says {name}");
            seen += 1;
        }
    }
    assert_eq!(seen, RULES.len());
}

/// A sentence that nothing says is dead.
#[test]
fn every_sentence_is_said_somewhere() {
    let said: String = sources().into_iter().filter(|file| !file.path.starts_with("text/")).map(|file| file.text).collect();
    let dead: Vec<&str> = grille::text::Message::samples()
        .into_iter()
        .map(|sample| sample.name)
        .filter(|name| !said.contains(&format!("Message::{name} ")))
        .collect();
    assert!(dead.is_empty(), "{dead:?}");
}
