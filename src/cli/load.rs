//! Loading a call: its file, its grid, its submissions, lists and marks, with everything wrong about any of them at once.

use std::path::{Path, PathBuf};

use super::args::CallArgs;
use super::{names, pinned};
use crate::analyse::diff::Drafted;
use crate::check::{self, CallDraft, List, Overrides, PanelTables, Pin, Said};
use crate::model::nearest::nearest;
use crate::model::{At, Call, Cutoff, Findings, Grid, Ledger, Node, Source, Submissions, Table, rule};
use crate::read::workbook::{ASSIGNMENTS, CONFLICTS, MARKS, SUBMISSIONS};
use crate::read::{self, Input, Limit, TableOptions, library};
use crate::text::{Lang, Message};

use std::sync::Arc;

/// The name of a call's file.
pub const CALL_FILE: &str = "call.toml";

/// What loading a call gave.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The call, when nothing is wrong with it.
    pub ready: Option<Ready>,
    /// Everything found on the way.
    pub findings: Findings,
    /// Every file that was opened: no output may replace one of them.
    pub inputs: Vec<PathBuf>,
    /// How many findings are not shown because they may name reviewers.
    pub hidden: usize,
    /// The headings that the call gives another meaning.
    pub renamed: Vec<String>,
    /// How far down the ranking submissions are selected, and where the call says so.
    pub cutoff: Option<Said<Cutoff>>,
}

/// A call that can be scored.
#[derive(Debug)]
pub struct Ready {
    /// Its grid.
    pub grid: Grid,
    /// What was decided before anyone marked.
    pub call: Call,
    /// What was submitted.
    pub submissions: Submissions,
    /// What was marked.
    pub ledger: Ledger,
}

/// Where the files of a call are, and how results name them.
pub(super) struct Place<'a> {
    pub(super) folder: &'a Path,
    /// Stands before the names of files: empty where names are relative to the call.
    pub(super) prefix: String,
    /// The folder as findings name it, for commands that they give.
    pub(super) named: String,
}

impl<'a> Place<'a> {
    fn new(folder: &'a Path, prefix: &str) -> Self {
        Self { folder, prefix: prefix.to_owned(), named: folder.to_string_lossy().into_owned() }
    }
}

/// Loads the call that the arguments name.
pub fn from_args(args: &CallArgs, argument: Option<&Path>, lang: Lang) -> Loaded {
    of_args(args, argument, lang, false)
}

/// The same, as it is before anyone marks: mark files are not opened, and need not be there.
pub fn before_marks(args: &CallArgs, argument: Option<&Path>, lang: Lang) -> Loaded {
    of_args(args, argument, lang, true)
}

fn of_args(args: &CallArgs, argument: Option<&Path>, lang: Lang, before_marks: bool) -> Loaded {
    let mut loaded = Loaded::default();
    let named = argument.or(args.dir.as_deref()).map(folder_of);
    let folder = named.unwrap_or(Path::new("."));
    let overrides = overrides(args);
    // Without a folder, a grid and submissions on the command line are a whole call: a call.toml that happens to lie
    // here has no say in it.
    let without_file = named.is_none() && overrides.grid.is_some() && overrides.submissions.is_some();
    let place = Place::new(folder, "");
    let mut draft = if without_file { Some(CallDraft::default()) } else { call_file(&place, &mut loaded) };
    if let Some(draft) = &mut draft {
        draft.override_with(&overrides);
        draft.before_marks = before_marks;
        loaded.renamed = draft.renamed();
        load(&place, draft, &[], &mut loaded);
    }
    loaded.findings.sort();
    if args.anonymous {
        loaded.hide_names(lang);
    }
    loaded
}

impl Loaded {
    /// Numbers the reviewers. What was found may quote a name: errors are said all the same, the rest is counted.
    fn hide_names(&mut self, lang: Lang) {
        if let Some(ready) = &mut self.ready {
            ready.ledger.panel.number(|number| Message::AnonymousReviewer { number }.text(lang));
        }
        if !self.findings.has_errors() {
            self.hidden = self.findings.len();
            self.findings = Findings::new();
        }
    }
}

/// Who names the call file itself means its folder.
pub(super) fn folder_of(named: &Path) -> &Path {
    if named.ends_with(CALL_FILE) && named.is_file() {
        return named.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    }
    named
}

/// Loads the call in a folder, naming its files, and the folder, as seen from where `prefix` starts.
pub fn from_folder(folder: &Path, prefix: &str) -> Loaded {
    let named = prefix.trim_end_matches('/').to_owned();
    round_at(&Place { named, ..Place::new(folder, prefix) }, &[])
}

/// The call that a text is which is not in a `call.toml`: its files are in `folder`.
pub fn from_source(source: &Arc<Source>, folder: &Path, prefix: &str) -> Loaded {
    let mut loaded = Loaded::default();
    let root = read::toml::tree(source, &mut loaded.findings);
    if let Some(root) = root {
        let mut draft = CallDraft::from_tree(&root, &mut loaded.findings);
        prefix.clone_into(&mut draft.prefix);
        load(&Place::new(folder, prefix), &draft, &[], &mut loaded);
    }
    loaded
}

/// The same with another grid: a file, or the identifier of a shipped one.
pub fn from_folder_with(folder: &Path, prefix: &str, grid: &Path) -> Loaded {
    let mut loaded = Loaded::default();
    let place = Place::new(folder, prefix);
    if let Some(mut draft) = call_file(&place, &mut loaded) {
        prefix.clone_into(&mut draft.prefix);
        draft.grid = Some(Said::argument(grid.to_string_lossy().into_owned()));
        load(&place, &draft, &[], &mut loaded);
    }
    loaded
}

/// Loads the call in a folder, as a round before those of the folders `later`.
pub(super) fn round(folder: &Path, prefix: &str, later: &[PathBuf]) -> Loaded {
    round_at(&Place::new(folder, prefix), later)
}

fn round_at(place: &Place<'_>, later: &[PathBuf]) -> Loaded {
    let mut loaded = Loaded::default();
    if let Some(mut draft) = call_file(place, &mut loaded) {
        draft.prefix.clone_from(&place.prefix);
        load(place, &draft, later, &mut loaded);
    }
    loaded
}

fn overrides(args: &CallArgs) -> Overrides {
    use super::args::Input as Arg;
    let path = |input: &Arg| input.path().map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned());
    let pairs = |pairs: &[super::args::KeyValue]| pairs.iter().map(|pair| (pair.key.clone(), pair.value.clone())).collect();
    Overrides {
        grid: args.grid.as_ref().map(path),
        submissions: args.submissions.as_ref().map(path),
        marks: args.marks.iter().map(path).collect(),
        lists: pairs(&args.list),
        places: args.places,
        as_of: args.as_of,
        ways: pairs(&args.way),
        columns: pairs(&args.column),
        decimal: args.notation.decimal.map(Into::into),
        dates: args.notation.dates.map(Into::into),
        encoding: args.notation.encoding.clone(),
        delimiter: args.notation.delimiter.map(super::args::Delimiter::sign),
    }
}

impl Place<'_> {
    /// The input that a value names: relative to the call in its file, to the current folder on the command line.
    pub(super) fn input(&self, said: &Said<String>) -> Input {
        if said.span.is_none() {
            if said.value == "-" {
                return Input::Stdin;
            }
            let path = PathBuf::from(&said.value);
            let name = path.strip_prefix(self.folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            return Input::file(path, name);
        }
        Input::file(self.folder.join(&said.value), names::under(&self.prefix, &said.value))
    }
}

impl Loaded {
    pub(super) fn opened(&mut self, input: &Input) {
        if let Input::File { path, .. } = input {
            self.inputs.push(path.clone());
        }
    }
}

fn call_file(place: &Place<'_>, loaded: &mut Loaded) -> Option<CallDraft> {
    let (_, root) = call_tree(place, loaded)?;
    Some(CallDraft::from_tree(&root, &mut loaded.findings))
}

/// The text and the tree of the call in a folder.
fn call_tree(place: &Place<'_>, loaded: &mut Loaded) -> Option<(Arc<Source>, Node)> {
    let path = place.folder.join(CALL_FILE);
    let name = format!("{}{CALL_FILE}", place.prefix);
    if !place.folder.is_dir() {
        let folder = place.folder.to_string_lossy().into_owned();
        let message = if place.folder.exists() { Message::NotAFolder { folder } } else { Message::FolderMissing { folder } };
        loaded.findings.push_at(&rule::CALL_INCOMPLETE, At::Arguments, message).help(Message::NoCallFileHelp {});
        return None;
    }
    if !path.exists() {
        let folder = place.folder.to_string_lossy().into_owned();
        loaded
            .findings
            .push_at(&rule::CALL_INCOMPLETE, At::File(name), Message::NoCallFile { folder })
            .help(Message::NoCallFileHelp {});
        return None;
    }
    let input = Input::file(path, name);
    loaded.opened(&input);
    let source = read::open(&input, Limit::Tree, None, &mut loaded.findings)?;
    let root = read::toml::tree(&source, &mut loaded.findings)?;
    Some((source, root))
}

/// Reads and checks everything the draft names, as far as each part allows.
fn load(place: &Place<'_>, draft: &CallDraft, later: &[PathBuf], loaded: &mut Loaded) {
    loaded.cutoff.clone_from(&draft.cutoff);
    let grid = grid(place, draft, loaded);
    load_on(place, draft, grid, later, loaded);
}

/// The same with a grid that has been read.
fn load_on(place: &Place<'_>, draft: &CallDraft, grid: Option<Grid>, later: &[PathBuf], loaded: &mut Loaded) {
    let options = TableOptions { delimiter: draft.delimiter, encoding: draft.encoding.clone() };
    let submissions = match &draft.submissions {
        Some(said) => table(&place.input(said), SUBMISSIONS, said, &options, loaded),
        None => {
            let at = At::File(format!("{}{CALL_FILE}", place.prefix));
            // A call file without the key has been told so by the walker.
            if !draft.from_file {
                loaded
                    .findings
                    .push_at(&rule::CALL_INCOMPLETE, at, Message::CallSubmissionsMissing {})
                    .help(Message::CallSubmissionsMissingHelp {});
            }
            None
        }
    };
    let lists: Vec<Option<List>> = draft
        .lists
        .iter()
        .map(|(name, said)| {
            let table = table(&place.input(said), &[name], said, &options, loaded)?;
            Some(List { name: name.clone(), table })
        })
        .collect();
    let marks = if draft.before_marks { Some(Vec::new()) } else { mark_tables(place, draft, &options, loaded) };
    let mut of_panel = |said: &Option<Said<String>>, words: &[&str]| {
        said.as_ref().map(|said| table(&place.input(said), words, said, &options, loaded))
    };
    let conflicts = of_panel(&draft.panel.conflict_file, CONFLICTS);
    let assignments = of_panel(&draft.panel.assignment_file, ASSIGNMENTS);
    let (Some(grid), Some(submissions)) = (grid, submissions) else { return };
    let Some(lists) = lists.into_iter().collect::<Option<Vec<List>>>() else { return };
    let (Some(conflicts), Some(assignments)) =
        (conflicts.map_or(Some(None), |read| read.map(Some)), assignments.map_or(Some(None), |read| read.map(Some)))
    else {
        return;
    };
    let of_panel = PanelTables { conflicts, assignments };
    let findings = &mut loaded.findings;
    // A heading may be one of the mark files, which are not open then.
    if let Some(marks) = marks.as_ref().filter(|_| !draft.before_marks) {
        let tables: Vec<&Table> = std::iter::once(&submissions)
            .chain(lists.iter().map(|list| &list.table))
            .chain(marks)
            .chain(of_panel.tables())
            .collect();
        draft.unused_columns(&tables, findings);
    }
    let Some(mut call) = draft.call(&grid, findings) else { return };
    if let Some(said) = &draft.previous {
        call.carried = super::round::carried(place, said, later, loaded);
    }
    let findings = &mut loaded.findings;
    let Some(checked) = check::submissions(submissions, &lists, &grid, &call, draft, findings) else { return };
    if let Some(said) = draft.previous.as_ref().filter(|_| checked.ids_known) {
        super::round::changes(&call, said, &checked.submissions, findings);
    }
    let Some(marks) = marks else { return };
    let panel = check::panel(&draft.panel, draft.mappings(), &of_panel, &grid, &call, &checked, findings);
    let Some(panel) = panel else { return };
    let ledger = if draft.before_marks {
        Some(check::no_marks(&checked, &grid, &call, panel))
    } else {
        check::marks(&checked, marks, &grid, &call, panel, draft, findings)
    };
    let Some(ledger) = ledger else { return };
    check::quorums(&grid, &call, &checked.submissions, &ledger.panel, findings);
    if !findings.has_errors() {
        loaded.ready = Some(Ready { grid, call, submissions: checked.submissions, ledger });
    }
}

/// Reads a table; of a workbook, the sheet that is named, or else the one that one of these words names.
fn table(input: &Input, words: &[&str], said: &Said<String>, options: &TableOptions, loaded: &mut Loaded) -> Option<Table> {
    loaded.opened(input);
    let since = loaded.findings.len();
    let table = read::table(input, words, options, &mut loaded.findings);
    if let Some(place) = &said.span {
        loaded.findings.point_at(since, place);
    }
    table
}

/// Every mark file, patterns expanded; `None` when one of them could not be read.
fn mark_tables(place: &Place<'_>, draft: &CallDraft, options: &TableOptions, loaded: &mut Loaded) -> Option<Vec<Table>> {
    let mut tables = Vec::new();
    let mut sound = true;
    for said in &draft.marks {
        let inputs = match place.input(said) {
            Input::Stdin => vec![Input::Stdin],
            Input::File { .. } if said.span.is_none() => {
                read::expand(Path::new("."), &said.value, &said.at(), &mut loaded.findings)
            }
            Input::File { .. } => {
                let found = read::expand(place.folder, &said.value, &said.at(), &mut loaded.findings);
                let prefixed = found.into_iter().map(|input| match input {
                    Input::File { path, name, sheet } => Input::File { path, name: names::under(&place.prefix, &name), sheet },
                    Input::Stdin => Input::Stdin,
                });
                prefixed.collect()
            }
        };
        sound &= !inputs.is_empty();
        for input in inputs {
            match table(&input, MARKS, said, options, loaded) {
                Some(table) => tables.push(table),
                None => sound = false,
            }
        }
    }
    sound.then_some(tables)
}

/// The grid of a call, held against the one that the call pins. One that the command line names is another question.
fn grid(place: &Place<'_>, draft: &CallDraft, loaded: &mut Loaded) -> Option<Grid> {
    let Some(said) = &draft.grid else {
        // A call file without the key has been told so by the walker.
        if !draft.from_file {
            let at = At::File(format!("{}{CALL_FILE}", place.prefix));
            loaded
                .findings
                .push_at(&rule::CALL_INCOMPLETE, at, Message::CallGridMissing {})
                .help(Message::CallGridMissingHelp {});
        }
        return None;
    };
    let source = grid_source(place, said, loaded)?;
    let grid = drafted(&source, &mut loaded.findings);
    if let Some(pin) = draft.pin.as_ref().filter(|_| said.span.is_some()) {
        pinned::check(place, pin, &source, grid.as_ref(), loaded);
    }
    grid.map(|grid| grid.grid)
}

/// The text of the grid that a value names.
fn grid_source(place: &Place<'_>, said: &Said<String>, loaded: &mut Loaded) -> Option<Arc<Source>> {
    let input = place.input(said);
    match (&input, library::shipped(&said.value)) {
        // A name without the ending of a file is a shipped grid's, unless a file bears it.
        (Input::File { path, .. }, shipped) if !is_file_name(&said.value) && !path.exists() => {
            let Some(shipped) = shipped else {
                let near = nearest(&said.value, library::GRIDS.iter().map(|grid| grid.id));
                let known = library::GRIDS.iter().map(|grid| grid.id.to_owned()).collect();
                loaded
                    .findings
                    .push_at(&rule::GRID_UNKNOWN, said.at(), Message::GridUnknown { name: said.value.clone(), near })
                    .help(Message::GridUnknownHelp { known });
                return None;
            };
            Some(shipped_source(shipped))
        }
        _ => {
            loaded.opened(&input);
            let since = loaded.findings.len();
            let source = read::open(&input, Limit::Tree, None, &mut loaded.findings);
            if let Some(place) = &said.span {
                loaded.findings.point_at(since, place);
            }
            source
        }
    }
}

/// A grid and its draft.
pub(super) fn drafted(source: &Arc<Source>, findings: &mut Findings) -> Option<Drafted> {
    let root = Arc::new(read::toml::tree(source, findings)?);
    let grid = check::grid(source, &root, findings)?;
    Some(Drafted { grid, root })
}

/// A grid without a call: a file, the identifier of a shipped one, or `-`.
pub fn grid_alone(name: &str, loaded: &mut Loaded) -> Option<Drafted> {
    let place = Place::new(Path::new("."), "");
    let source = grid_source(&place, &Said::argument(name.to_owned()), loaded)?;
    drafted(&source, &mut loaded.findings)
}

/// Loads the call in a folder with a grid that has been read.
pub fn from_folder_on(folder: &Path, grid: &Drafted) -> Loaded {
    let mut loaded = Loaded::default();
    let place = Place::new(folder, "");
    if let Some(draft) = call_file(&place, &mut loaded) {
        loaded.renamed = draft.renamed();
        load_on(&place, &draft, Some(grid.grid.clone()), &[], &mut loaded);
    }
    loaded.findings.sort();
    loaded
}

/// A call and its grid, as they are for a pin.
#[derive(Debug)]
pub struct ToPin {
    /// The text of the call.
    pub file: Arc<Source>,
    /// Its tree.
    pub root: Node,
    /// What it pins already.
    pub pin: Option<Pin>,
    /// Its grid.
    pub grid: Drafted,
    /// How the call names it.
    pub name: String,
}

/// Reads the call in a folder and its grid. What is wrong with the pin that it has is no matter: it is to have another.
pub fn to_pin(folder: &Path, loaded: &mut Loaded) -> Option<ToPin> {
    let place = Place::new(folder, "");
    let (file, root) = call_tree(&place, loaded)?;
    let draft = CallDraft::from_tree(&root, &mut loaded.findings);
    loaded.findings.leave_out(&rule::PIN);
    let said = draft.grid.as_ref()?;
    let source = grid_source(&place, said, loaded)?;
    let grid = drafted(&source, &mut loaded.findings)?;
    (!loaded.findings.has_errors()).then(|| ToPin { file, root, pin: draft.pin, grid, name: said.value.clone() })
}

impl ToPin {
    /// The name of the copy of the grid, in the folder of the call. It does not end as a grid does: nobody should take it for one
    /// to work on, and no search for grids finds it.
    pub fn copy_name(&self) -> String {
        let name =
            Path::new(&self.name).file_name().map_or_else(|| self.name.clone(), |name| name.to_string_lossy().into_owned());
        if is_file_name(&name) { format!("{name}.pinned") } else { format!("{name}.toml.pinned") }
    }

    /// What has changed since the call pinned its grid before, where that is known.
    pub fn since(&self, pin: &Pin, folder: &Path) -> Option<Message> {
        let place = Place::new(folder, "");
        let old = pinned::source(&place, pin, &mut Loaded::default())?;
        Some(pinned::since(&drafted(&old, &mut Findings::new())?, &self.grid))
    }
}

/// Whether a text names a file rather than a shipped grid.
pub(super) fn is_file_name(text: &str) -> bool {
    Path::new(text).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

fn shipped_source(shipped: &library::Shipped) -> Arc<Source> {
    Source::new(format!("grids/{}.toml", shipped.id), shipped.text.to_owned(), None)
}

/// A shipped grid; a test holds that each of them is valid.
pub fn shipped_grid(shipped: &library::Shipped) -> Option<Grid> {
    let mut findings = Findings::new();
    let source = shipped_source(shipped);
    let root = read::toml::tree(&source, &mut findings)?;
    check::grid(&source, &root, &mut findings)
}
