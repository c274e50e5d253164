//! What `check` makes of a slip, in process: where it says something new, or whether what compiles is the same.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use grille::check;
use grille::cli::{advice, load};
use grille::model::{At, Finding, Findings, Given, Grid, Source};
use grille::read;
use grille::text::Lang;

use crate::corrupt::Slip;

/// A file to slip in, and what it belongs to.
pub struct Target {
    /// The folder of its call, in a copy; a grid by itself has none.
    call: Option<PathBuf>,
    /// The file within that folder, or the grid’s name.
    file: String,
    text: String,
    sound: Seen,
}

/// What is said of files, and what they make.
struct Seen {
    findings: Vec<Said>,
    model: Option<String>,
}

/// One finding.
#[derive(Clone)]
struct Said {
    code: &'static str,
    message: String,
    help: String,
    file: String,
    /// The lines it spans, from 0; none where it is about a file as a whole.
    lines: Option<(usize, usize)>,
    text: String,
}

/// Where a slip is said.
pub enum Place {
    /// In a line that changed, or in the table that a line has left.
    Here,
    /// At the other end of what the slip breaks: what is said there names what stood, or stands, in the line that changed.
    There,
}

pub enum Verdict {
    Found(Place),
    /// The model is equal, field by field.
    Harmless,
    /// The model is another one.
    Another,
    /// It is said at a place that nothing leads from or to.
    Astray(String),
    /// Nothing is said, and nothing compiles.
    Silent,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[expect(clippy::disallowed_methods, reason = "a test reads what is shipped")]
fn text_of(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

#[expect(clippy::disallowed_methods, reason = "a test writes into a copy of its own")]
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Every grid that is shipped, and every file of tables or TOML of the calls. Files in another encoding are left to other tests.
pub fn targets(copy: &Path) -> Vec<Target> {
    let mut targets = Vec::new();
    let mut grids = Vec::new();
    files(&root().join("grids"), &mut grids);
    for path in grids {
        let text = text_of(&path).unwrap();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let sound = grid(&file, &text);
        assert!(sound.model.is_some(), "{file} is not sound");
        targets.push(Target { call: None, file, text, sound });
    }
    let mut originals = Vec::new();
    files(&root().join("examples"), &mut originals);
    let mut all = Vec::new();
    for path in originals {
        let to = copy.join(path.strip_prefix(root()).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(path, &to).unwrap();
        all.push(to);
    }
    let calls: Vec<&Path> = all.iter().filter(|path| path.ends_with("call.toml")).map(|path| path.parent().unwrap()).collect();
    for path in &all {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        // The call that a file belongs to is in its folder, or above.
        let of = calls.iter().filter(|call| path.starts_with(call)).max_by_key(|call| call.components().count());
        let text = text_of(path).filter(|_| ["toml", "csv"].contains(&ending) && !path.ends_with("scenarios.toml"));
        let (Some(call), Some(text)) = (of, text) else { continue };
        let sound = look(call);
        let file = path.strip_prefix(call).unwrap().to_string_lossy().replace('\\', "/");
        assert!(sound.model.is_some(), "{} is not sound", path.display());
        targets.push(Target { call: Some(call.to_path_buf()), file, text, sound });
    }
    targets
}

impl Target {
    pub fn is_grid(&self) -> bool {
        self.call.is_none()
    }

    pub fn is_table(&self) -> bool {
        Path::new(&self.file).extension().is_some_and(|ending| ending == "csv")
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn name(&self) -> String {
        let folder = self.call.as_ref().and_then(|call| call.to_str()?.split_once("examples"));
        folder.map_or_else(|| format!("grids/{}", self.file), |(_, folder)| format!("examples{folder}/{}", self.file))
    }

    pub fn judge(&self, slip: &Slip) -> Verdict {
        let now = match &self.call {
            None => grid(&self.file, &slip.text),
            Some(call) => {
                write(&call.join(&self.file), &slip.text);
                let seen = look(call);
                write(&call.join(&self.file), &self.text);
                seen
            }
        };
        let new = new(&self.sound.findings, &now.findings);
        if new.is_empty() {
            return match now.model {
                None => Verdict::Silent,
                model if model == self.sound.model => Verdict::Harmless,
                Some(_) => Verdict::Another,
            };
        }
        let ranges = self.ranges(slip);
        let here = |said: &&Said| {
            said.file == self.file
                && said.lines.is_some_and(|(from, to)| ranges.iter().any(|(start, end)| from <= *end && *start <= to))
        };
        if new.iter().any(|said| here(&said)) {
            return Verdict::Found(Place::Here);
        }
        // What a heading names is the column under it.
        let heading = self.is_table() && slip.lines.first() == Some(&0);
        if new.iter().any(|said| leads(said, slip) || (heading && said.file == self.file)) {
            return Verdict::Found(Place::There);
        }
        let list = new
            .iter()
            .map(|said| format!("{} {}:{:?} {} | {} | {}", said.code, said.file, said.lines, said.message, said.help, said.text));
        Verdict::Astray(list.collect::<Vec<_>>().join("\n   "))
    }

    /// The lines where a slip can be said to be: those that changed, and the tables that a line has left. A line of TOML belongs
    /// to the table of the heading above it, as far as the next one: what it leaves behind (a key that is missing, a sum that is
    /// short, an element that has run into the one before) can only be said of that table. A row of a table of cells leaves nothing.
    fn ranges(&self, slip: &Slip) -> Vec<(usize, usize)> {
        let mut ranges: Vec<(usize, usize)> = slip.lines.iter().map(|at| (*at, *at)).collect();
        if self.is_table() {
            return ranges;
        }
        let lines: Vec<&str> = slip.text.lines().collect();
        let heading = |line: &&str| line.starts_with('[');
        for &at in &slip.left {
            let start = lines.iter().take(at).rposition(heading).unwrap_or(0);
            let end = lines.iter().skip(at).position(heading).map_or(lines.len(), |next| at + next);
            ranges.push((start, end.saturating_sub(1).max(start)));
        }
        ranges
    }
}

/// Whether what is said names something that stood or stands in the lines that changed.
fn leads(said: &Said, slip: &Slip) -> bool {
    let words = |text: &str| -> Vec<String> {
        let word = |c: char| !(c.is_alphanumeric() || "-_.".contains(c));
        text.split(word).map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let told: Vec<String> =
        [&said.message, &said.help, &said.text, &said.file].into_iter().flat_map(|text| words(text)).collect();
    [&slip.before, &slip.after].into_iter().flat_map(|text| words(text)).any(|word| told.contains(&word))
}

/// What is said that was not said before.
fn new(before: &[Said], now: &[Said]) -> Vec<Said> {
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for said in before {
        *known.entry((said.code, said.message.as_str())).or_default() += 1;
    }
    let mut new = Vec::new();
    for said in now {
        match known.get_mut(&(said.code, said.message.as_str())) {
            Some(left) if *left > 0 => *left -= 1,
            _ => new.push(said.clone()),
        }
    }
    new
}

fn said(finding: &Finding) -> Said {
    let (file, lines, text) = match &finding.at {
        At::Span(span) => {
            let bytes = span.source().text().as_bytes();
            let line = |at: usize| bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
            let range = span.range();
            // An end is not in the line after it.
            let last = range.end.saturating_sub(1).max(range.start);
            let text = span.source().text()[range.clone()].to_owned();
            (span.source().name().to_owned(), Some((line(range.start), line(last))), text)
        }
        At::File(name) => (name.clone(), None, String::new()),
        At::Arguments => (String::new(), None, String::new()),
    };
    let help = finding.help.as_ref().map_or_else(String::new, |help| help.text(Lang::En));
    Said { code: finding.rule.code, message: finding.message.text(Lang::En), help, file, lines, text }
}

/// A grid as its fields say it, without the text it comes from.
fn fields(grid: &Grid) -> String {
    format!("{:?}", Grid { file: Source::new(String::new(), String::new(), None), ..grid.clone() })
}

fn grid(name: &str, text: &str) -> Seen {
    let mut findings = Findings::new();
    let model = read::from_bytes(name, text.as_bytes().to_vec(), None, &mut findings).and_then(|source| {
        let root = read::toml::tree(&source, &mut findings)?;
        let grid = check::grid(&source, &root, &mut findings)?;
        check::advice::grid(&grid, &root, &mut findings);
        Some(fields(&grid))
    });
    Seen { findings: findings.iter().map(said).collect(), model }
}

/// The call in a folder.
fn look(call: &Path) -> Seen {
    let loaded = load::from_folder(call, "");
    let mut findings = Findings::new();
    advice::call(&loaded, "call.toml", &mut findings);
    let findings = loaded.findings.iter().chain(&findings).map(said).collect();
    Seen { findings, model: loaded.ready.as_ref().map(model) }
}

/// Everything that a result can depend on, or shows.
fn model(ready: &load::Ready) -> String {
    let load::Ready { grid, call, submissions, ledger } = ready;
    let mut text = format!("{}\n{call:?}\n", fields(grid));
    // The order of the rows of a file says nothing.
    let mut order: Vec<usize> = (0..submissions.len()).collect();
    order.sort_by_key(|at| submissions.id(*at));
    for &at in &order {
        let _ = write!(text, "{} {} |", submissions.id(at), submissions.title(at));
        for fact in 0..grid.facts.len() {
            let _ = write!(text, " {:?} {}", submissions.fact(at, fact), submissions.fact_text(at, fact));
        }
        let _ = write!(text, " {:?} |", submissions.extra(at).collect::<Vec<_>>());
        for column in ledger.columns.iter().flatten() {
            let answers: Vec<(Option<u32>, Given)> = column.answers(at).collect();
            let _ = write!(text, " {answers:?}");
        }
        text.push('\n');
    }
    let panel = &ledger.panel;
    for (at, seat) in panel.seats.iter().enumerate() {
        let _ = writeln!(text, "{} {} {} {:?} {} {}", seat.id, seat.name, seat.role, seat.part, seat.votes, seat.sits);
        let reviewer = u32::try_from(at).unwrap();
        for &submission in &order {
            let conflict = panel.conflict(submission, reviewer).map(|conflict| &conflict.reason);
            let assigned: Vec<bool> =
                (0..grid.criteria.len()).map(|criterion| panel.assigned(submission, Some(criterion), reviewer)).collect();
            let _ = write!(text, "{conflict:?} {assigned:?} ");
        }
    }
    text
}
