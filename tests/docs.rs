//! The pages a reader follows are true: their commands are run and their output compared, their grids are checked, their
//! generated tables are made again, and their links lead somewhere.
//!
//! | in a page | what happens here |
//! |---|---|
//! | ` ```console ` | each `$ grille …` (or `$ cargo run --release -- …`) is run; what follows is its output, where a line `…` stands for any number of lines |
//! | `<!-- run: in a new folder -->` before it | it runs in an empty folder, and so do the next ones marked `<!-- run: in the same folder -->`; without a mark, at the root of the project |
//! | `<!-- file: NAME -->` before any block | the block is written to that file of the new folder |
//! | ` ```toml grid ` | `grille check` finds neither error nor warning; with `bad=G101`, it finds that |
//! | ` ```toml call ` | every key and value of the call is one that exists |
//! | `<!-- generated: … -->` … `<!-- end -->` | the table is the one the program gives |
//!
//! `UPDATE_DOCS=1 cargo test --test docs` writes outputs and tables anew; the difference is then for a person to read.

#![expect(clippy::panic, clippy::expect_used, reason = "a failing test should stop at once")]
#![expect(clippy::disallowed_methods, reason = "pages are read and written here, not inputs of the program")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use grille::model::Severity;
use grille::model::rule::RULES;

/// What the output of a command is shown at, and in which language when it does not say.
const WIDTH: &str = "100";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every page of the project, by name.
fn pages() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("a folder").flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && !name.starts_with('.') && name != "target" {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// Two tests may write the same page: one at a time.
static PAGES: Mutex<()> = Mutex::new(());

fn updating() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1")
}

/// A fenced block: where its content stands, what its fence says, and the comment just before it.
struct Block {
    /// The lines between the fences, as indices.
    lines: std::ops::Range<usize>,
    info: String,
    comment: Option<String>,
}

fn comment(line: &str) -> Option<&str> {
    line.trim().strip_prefix("<!--")?.strip_suffix("-->").map(str::trim)
}

fn blocks(lines: &[String]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut before: Option<String> = None;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at].trim();
        let ticks = line.chars().take_while(|&c| c == '`').count();
        if ticks >= 3 {
            let fence = "`".repeat(ticks);
            let end = (at + 1..lines.len()).find(|&end| lines[end].trim() == fence).expect("a fence is closed");
            found.push(Block { lines: at + 1..end, info: line[ticks..].trim().to_owned(), comment: before.take() });
            at = end;
        } else if let Some(text) = comment(line) {
            before = Some(text.to_owned());
        } else if !line.is_empty() {
            before = None;
        }
        at += 1;
    }
    found
}

fn read(page: &Path) -> Vec<String> {
    fs::read_to_string(page).expect("a page").lines().map(str::to_owned).collect()
}

/// The words of a command line, as a shell would cut them.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut any) = (Vec::new(), String::new(), None, false);
    for c in line.chars() {
        match quote {
            Some(mark) if c == mark => quote = None,
            None if c == '"' || c == '\'' => (quote, any) = (Some(c), true),
            None if c == ' ' => {
                if any {
                    words.push(std::mem::take(&mut word));
                }
                any = false;
            }
            _ => {
                word.push(c);
                any = true;
            }
        }
    }
    if any {
        words.push(word);
    }
    words
}

/// A reader at a terminal: where they stand, and how the last command ended.
struct Reader {
    folder: PathBuf,
    code: i32,
}

impl Reader {
    /// What a command prints: its result, then what it says beside it.
    fn run(&mut self, line: &str) -> String {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let args = match words.as_slice() {
            ["grille", args @ ..] | ["cargo", "run", "--release", "--", args @ ..] => args,
            ["cd", folder] => {
                self.folder.push(folder);
                assert!(self.folder.is_dir(), "{line}: no such folder");
                return String::new();
            }
            ["cat", file] => return fs::read_to_string(self.folder.join(file)).expect(line).replace('\u{feff}', ""),
            ["echo", "$?"] => return format!("{}\n", self.code),
            _ => panic!("not a command of these pages: {line}"),
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
        for name in ["LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").env("COLUMNS", WIDTH).current_dir(&self.folder).args(args).stdin(Stdio::null());
        let output = command.output().expect("the binary runs");
        self.code = output.status.code().unwrap_or(-1);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n").replace('\u{feff}', "");
        format!("{}{}", text(output.stdout), text(output.stderr))
    }
}

/// Whether what is shown is what was printed, a line `…` standing for any number of lines.
fn same(shown: &[&str], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|skip| same(rest, &printed[skip..])),
        Some((line, rest)) => printed.split_first().is_some_and(|(first, more)| line == first && same(rest, more)),
    }
}

fn tidy(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Runs a console block and gives it as it should be.
fn console(page: &Path, body: &[String], reader: &mut Reader, wrong: &mut String) -> Vec<String> {
    let mut fresh = Vec::new();
    let mut at = 0;
    while at < body.len() {
        let Some(line) = body[at].strip_prefix("$ ") else { panic!("{}: {} has no command", shown(page), body[at]) };
        let end = (at + 1..body.len()).find(|&next| body[next].starts_with("$ ")).unwrap_or(body.len());
        let told = tidy(&body[at + 1..end].join("\n"));
        let printed = tidy(&reader.run(line));
        let asked = body.get(end).is_some_and(|next| next == "$ echo $?");
        if reader.code != 0 && !asked && !line.starts_with("echo") {
            let _ = writeln!(wrong, "{}: `{line}` ends with {}: {}", shown(page), reader.code, printed.join("\n"));
        }
        let refs = |lines: &[String]| -> Vec<String> { lines.to_vec() };
        let (left, right) = (refs(&told), refs(&printed));
        let equal =
            same(&left.iter().map(String::as_str).collect::<Vec<_>>(), &right.iter().map(String::as_str).collect::<Vec<_>>());
        let cut = told.iter().any(|line| line == "…");
        fresh.push(body[at].clone());
        if equal || (cut && updating()) {
            if !equal {
                let _ = writeln!(wrong, "{}: `{line}` is shown in part and has changed: refresh it by hand", shown(page));
            }
            fresh.extend(told);
        } else {
            if !updating() {
                let _ = writeln!(
                    wrong,
                    "{}: `{line}` prints\n{}\nand is shown as\n{}\n",
                    shown(page),
                    printed.join("\n"),
                    told.join("\n")
                );
            }
            fresh.extend(printed);
        }
        // An empty line between two commands is for the eye.
        if end < body.len() && body[end - 1].is_empty() {
            fresh.push(String::new());
        }
        at = end;
    }
    fresh
}

#[test]
fn commands_print_what_is_shown() {
    let _guard = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
    let mut wrong = String::new();
    for page in pages() {
        let mut lines = read(&page);
        let mut folder: Option<tempfile::TempDir> = None;
        let mut reader = Reader { folder: root(), code: 0 };
        let mut replaced = Vec::new();
        for block in blocks(&lines) {
            let mark = block.comment.as_deref().unwrap_or_default();
            if let Some(name) = mark.strip_prefix("file:") {
                let folder = folder.get_or_insert_with(|| tempfile::tempdir().expect("a new folder"));
                let path = folder.path().join(name.trim());
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(&path, lines[block.lines.clone()].join("\n") + "\n").expect("a file");
            }
            if block.info != "console" {
                continue;
            }
            match mark {
                "run: in a new folder" => {
                    let new = tempfile::tempdir().expect("a new folder");
                    reader.folder = new.path().to_owned();
                    folder = Some(new);
                }
                "run: in the same folder" => {
                    let there = folder.as_ref().unwrap_or_else(|| panic!("{}: no folder yet", shown(&page))).path();
                    if !reader.folder.starts_with(there) {
                        reader.folder = there.to_owned();
                    }
                }
                _ => reader.folder = root(),
            }
            let fresh = console(&page, &lines[block.lines.clone()], &mut reader, &mut wrong);
            replaced.push((block.lines, fresh));
        }
        if updating() && !replaced.is_empty() {
            for (range, fresh) in replaced.into_iter().rev() {
                lines.splice(range, fresh);
            }
            fs::write(&page, lines.join("\n") + "\n").expect("a page");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The codes that `grille check` finds in a file, with their severity.
fn check(name: &str, text: &str) -> Vec<(String, String, String)> {
    let folder = tempfile::tempdir().expect("a new folder");
    fs::write(folder.path().join(name), text).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_grille"));
    let output = command.args(["check", "--format", "json", name]).current_dir(&folder).output().expect("the binary runs");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let list = found["findings"].as_array().expect("findings");
    list.iter().map(|finding| (text(finding, "rule"), text(finding, "severity"), text(finding, "message"))).collect()
}

/// What the pages leave out of their smallest grids, as they say.
const HEADING: &str = "[grid]\nid = \"example\"\nversion = \"1\"\ntitle = \"Example\"\nsource = \"This page\"\n\n";

#[test]
fn grids_and_calls_are_what_they_are_said_to_be() {
    let (mut wrong, mut seen) = (String::new(), 0);
    for page in pages() {
        let lines = read(&page);
        for block in blocks(&lines) {
            let info: Vec<&str> = block.info.split_whitespace().collect();
            let text = lines[block.lines.clone()].join("\n") + "\n";
            let place = format!("{}:{}", shown(&page), block.lines.start + 1);
            match info.as_slice() {
                ["toml", "grid", rest @ ..] => {
                    seen += 1;
                    let text = if text.contains("[grid]") { text } else { format!("{HEADING}{text}") };
                    let found = check("grid.toml", &text);
                    if let Some(code) = rest.iter().find_map(|word| word.strip_prefix("bad=")) {
                        if !found.iter().any(|(rule, _, _)| rule == code) {
                            let _ = writeln!(wrong, "{place}: {code} is announced, {found:?} is found");
                        }
                    } else if found.iter().any(|(_, severity, _)| severity != "note") {
                        let _ = writeln!(wrong, "{place}: {found:?}");
                    }
                }
                ["toml", "call"] => {
                    seen += 1;
                    // The files of such a call are not there; what is written in it must hold all the same.
                    let of_form = |rule: &str| rule.starts_with("F01") || rule.starts_with("F03");
                    let text = if text.contains("[call]") {
                        text
                    } else {
                        format!("[call]\ngrid = \"trasss\"\nsubmissions = \"submissions.csv\"\n\n{text}")
                    };
                    if let Some(found) = check("call.toml", &text).iter().find(|(rule, _, _)| of_form(rule)) {
                        let _ = writeln!(wrong, "{place}: {found:?}");
                    }
                }
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(seen > 10, "the pages have lost their examples");
}

/// The table that a comment asks for.
fn generated(what: &str) -> Vec<String> {
    if let Some(prefixes) = what.strip_prefix("rules ") {
        return rules(&words(prefixes));
    }
    let mut reader = Reader { folder: root(), code: 0 };
    let printed = tidy(&reader.run(what));
    // The page has its own title, and these headings come one level below its own.
    let body = printed.into_iter().skip_while(|line| line.starts_with("# ") || line.is_empty());
    let mut fence: Option<String> = None;
    let deeper = body.map(|line| {
        let ticks: String = line.chars().take_while(|&c| c == '`').collect();
        match &fence {
            // A `#` in a block of code is a comment.
            Some(open) if *open == line => fence = None,
            None if ticks.len() >= 3 => fence = Some(ticks),
            None if line.starts_with('#') => return format!("#{line}"),
            _ => {}
        }
        line
    });
    deeper.collect()
}

/// The rules whose codes begin so.
fn rules(prefixes: &[String]) -> Vec<String> {
    let mut lines = vec!["| Code | Name | Level | What it says |".to_owned(), "|---|---|---|---|".to_owned()];
    for rule in RULES.iter().filter(|rule| prefixes.iter().any(|prefix| rule.code.starts_with(prefix))) {
        let level = match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        lines.push(format!("| `{}` | `{}` | {level} | {} |", rule.code, rule.name, rule.summary.en));
    }
    lines
}

#[test]
fn generated_tables_are_up_to_date() {
    let _guard = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
    let (mut wrong, mut seen) = (String::new(), 0);
    for page in pages() {
        let mut lines = read(&page);
        let mut at = 0;
        let mut changed = false;
        while at < lines.len() {
            if let Some(what) = comment(&lines[at]).and_then(|text| text.strip_prefix("generated:")).map(str::trim) {
                seen += 1;
                let end = (at..lines.len()).find(|&end| comment(&lines[end]) == Some("end")).expect("an end");
                let mut fresh = vec![String::new()];
                fresh.extend(generated(what));
                fresh.push(String::new());
                if lines[at + 1..end] != fresh {
                    let _ = writeln!(wrong, "{}: `{what}` has changed", shown(&page));
                    lines.splice(at + 1..end, fresh);
                    changed = true;
                }
            }
            at += 1;
        }
        if changed && updating() {
            fs::write(&page, lines.join("\n") + "\n").expect("a page");
        }
    }
    assert!(updating() || wrong.is_empty(), "{wrong}`UPDATE_DOCS=1 cargo test --test docs` writes them anew");
    assert!(seen >= 4, "the pages have lost their generated tables");
}

/// The anchor that a code host gives a heading.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    heading.trim_start_matches('#').trim().to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The targets of the links of a page, outside its code.
fn links(lines: &[String]) -> Vec<String> {
    let fenced = blocks(lines);
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if fenced.iter().any(|block| block.lines.contains(&at)) {
            continue;
        }
        let mut rest = line.as_str();
        while let Some((_, after)) = rest.split_once("](") {
            let Some((target, more)) = after.split_once(')') else { break };
            found.push(target.to_owned());
            rest = more;
        }
    }
    found
}

#[test]
fn links_lead_somewhere() {
    let mut wrong = String::new();
    for page in pages() {
        for link in links(&read(&page)) {
            if link.contains("://") {
                continue;
            }
            let (file, place) = link.split_once('#').map_or((link.as_str(), None), |(file, place)| (file, Some(place)));
            let target = if file.is_empty() { page.clone() } else { page.parent().unwrap_or(Path::new("")).join(file) };
            let there = target.exists()
                && place.is_none_or(|place| read(&target).iter().any(|line| line.starts_with('#') && anchor(line) == place));
            if !there {
                let _ = writeln!(wrong, "{}: {link}", shown(&page));
            }
        }
    }
    assert!(wrong.is_empty(), "links that lead nowhere:\n{wrong}");
}

#[test]
fn pages_are_typeset() {
    let mut wrong = String::new();
    for page in pages() {
        let lines = read(&page);
        let fenced = blocks(&lines);
        // A page in French, or the French half of one.
        let french = page.file_name().is_some_and(|name| name == "tutoriel.md" || name == "regles.md");
        for (at, line) in lines.iter().enumerate().filter(|(at, _)| !fenced.iter().any(|block| block.lines.contains(at))) {
            let text = line.split('`').step_by(2).collect::<Vec<_>>().join("x");
            let bad: &[&str] = if french { &[" :", " ;", " !", " ?", "« ", " »", "'"] } else { &["'"] };
            let is_comment = line.trim_start().starts_with("<!--");
            if let Some(bad) = bad.iter().find(|bad| !is_comment && text.contains(**bad)) {
                let _ = writeln!(wrong, "{}:{}: {bad:?}", shown(&page), at + 1);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
