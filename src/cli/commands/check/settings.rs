//! Which `grille.toml` hold where: that of a file’s folder and those of the folders around, up to the root of the repository; where
//! there is none, up to the current folder, or to the one that was named. Nothing above is looked at: what lies in somebody’s home
//! changes nothing.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::kind::{Kind, SETTINGS_FILE, kind};
use super::paths::{File, Folder, STDIN};
use crate::check;
use crate::check::settings::{Judge, Judged, Setting, Which};
use crate::cli::names;
use crate::model::{Finding, Findings, Severity, rule};
use crate::read::{self, Input, Limit};
use crate::text::Message;

/// A folder’s settings file.
#[derive(Debug)]
struct Read {
    /// The folder.
    folder: PathBuf,
    /// What the judge calls it.
    number: usize,
}

/// The settings of every folder that is looked at.
#[derive(Debug)]
pub(super) struct Settings {
    judge: Judge,
    files: Vec<Read>,
    /// The settings file of each folder that was looked for one, as an index in `files`.
    own: HashMap<PathBuf, Option<usize>>,
    /// The numbers of those that hold in a folder, the nearest first.
    chains: HashMap<PathBuf, Vec<usize>>,
    findings: Findings,
    inputs: Vec<PathBuf>,
    /// The folder of each file that a finding is about, by the name of the file.
    folders: HashMap<String, PathBuf>,
    /// The folder from where findings name files: the current one.
    here: PathBuf,
    /// The folders that were named, without links.
    named: Vec<PathBuf>,
}

impl Settings {
    pub(super) fn new(line: Vec<Setting>, folders: &[Folder], here: &Path) -> Self {
        Self {
            judge: Judge::new(line),
            files: Vec::new(),
            own: HashMap::new(),
            chains: HashMap::new(),
            findings: Findings::new(),
            inputs: Vec::new(),
            folders: HashMap::new(),
            here: here.canonicalize().unwrap_or_default(),
            named: folders.iter().map(|folder| folder.real.clone()).collect(),
        }
    }

    /// Reads a settings file that was met.
    pub(super) fn read(&mut self, file: &File) {
        if let Some(folder) = file.path.canonicalize().ok().as_deref().and_then(Path::parent) {
            self.chain(folder);
        }
    }

    /// Reads those that hold where these files are.
    pub(super) fn climb(&mut self, files: &[PathBuf]) {
        let here = self.here.clone();
        self.chain(&here);
        for file in files {
            if let Some(folder) = file.canonicalize().ok().as_deref().and_then(Path::parent) {
                self.chain(folder);
            }
        }
    }

    /// What is wrong with them.
    pub(super) fn take_findings(&mut self) -> Findings {
        std::mem::take(&mut self.findings)
    }

    /// Every one that was opened.
    pub(super) fn inputs(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.inputs)
    }

    /// Judges findings, then says which exceptions met none of them.
    pub(super) fn judge(&mut self, findings: Findings) -> Judged {
        let mut judged = Judged::default();
        // An exception of a folder with an error may yet be needed: an error keeps rules from looking further.
        let mut broken: Vec<PathBuf> = Vec::new();
        for finding in findings {
            let folder = self.folder_of(&finding);
            if finding.severity == Severity::Error && broken.last() != Some(&folder) {
                broken.push(folder.clone());
            }
            let chain = self.chain(&folder).to_vec();
            self.judge.judge(finding, &chain, &mut judged);
        }
        for finding in self.unused(&broken) {
            let folder = self.folder_of(&finding);
            let chain = self.chain(&folder).to_vec();
            self.judge.judge(finding, &chain, &mut judged);
        }
        judged.findings.sort();
        judged
    }

    /// The exceptions that met nothing, of folders that were looked at as a whole.
    fn unused(&self, broken: &[PathBuf]) -> Findings {
        let mut findings = Findings::new();
        for file in &self.files {
            let whole = self.named.iter().any(|named| file.folder.starts_with(named));
            if !whole || broken.iter().any(|broken| broken.starts_with(&file.folder)) {
                continue;
            }
            for entry in self.judge.unmet(file.number) {
                // An exception to this very rule would be its own.
                if entry.which != Which::Rule(&rule::SETTING_UNUSED) {
                    let message = Message::SettingUnused { rule: entry.which.word().to_owned() };
                    findings.push(&rule::SETTING_UNUSED, &entry.span, message).help(Message::SettingUnusedHelp {});
                }
            }
        }
        findings
    }

    /// The folder in which the file of a finding is: the current one where it is in none.
    fn folder_of(&mut self, finding: &Finding) -> PathBuf {
        let file = finding.file();
        if let Some(known) = self.folders.get(file) {
            return known.clone();
        }
        let folder = Path::new(file).parent().filter(|_| !file.is_empty() && file != STDIN);
        let real = folder.and_then(|folder| self.here.join(folder).canonicalize().ok()).unwrap_or_else(|| self.here.clone());
        self.folders.insert(file.to_owned(), real.clone());
        real
    }

    /// The numbers of the settings that hold in a folder, the nearest first.
    fn chain(&mut self, folder: &Path) -> &[usize] {
        if !self.chains.contains_key(folder) {
            let top = self.top(folder);
            let mut numbers = Vec::new();
            for ancestor in folder.ancestors() {
                if let Some(file) = self.own(ancestor) {
                    numbers.extend(self.files.get(file).map(|file| file.number));
                }
                if ancestor == top {
                    break;
                }
            }
            self.chains.insert(folder.to_owned(), numbers);
        }
        self.chains.get(folder).map_or(&[], Vec::as_slice)
    }

    /// The last folder, upwards, whose settings count.
    fn top(&self, folder: &Path) -> PathBuf {
        let repository = folder.ancestors().find(|ancestor| ancestor.join(".git").exists());
        let around = || {
            let known = self.named.iter().chain([&self.here]).map(PathBuf::as_path);
            known.filter(|known| folder.starts_with(known)).min_by_key(|known| known.as_os_str().len())
        };
        repository.or_else(around).unwrap_or(folder).to_owned()
    }

    /// The settings file of one folder.
    fn own(&mut self, folder: &Path) -> Option<usize> {
        if let Some(known) = self.own.get(folder) {
            return *known;
        }
        let read = self.open(folder);
        self.own.insert(folder.to_owned(), read);
        read
    }

    fn open(&mut self, folder: &Path) -> Option<usize> {
        let path = folder.join(SETTINGS_FILE);
        if !path.is_file() {
            return None;
        }
        let mut findings = Findings::new();
        let source = read::open(&Input::file(path.clone(), self.name(&path)), Limit::Tree, None, &mut findings);
        if source.as_ref().is_some_and(|source| kind(&path, source.text()) != Some(Kind::Settings)) {
            return None;
        }
        let root = source.and_then(|source| read::toml::tree(&source, &mut findings));
        let entries = root.map(|root| check::settings::settings(&root, &mut findings)).unwrap_or_default();
        self.findings.extend(findings);
        self.inputs.push(path);
        let number = self.judge.folder(entries);
        self.files.push(Read { folder: folder.to_owned(), number });
        Some(self.files.len() - 1)
    }

    /// How findings name it: as seen from the current folder.
    fn name(&self, path: &Path) -> String {
        if let Ok(below) = path.strip_prefix(&self.here) {
            return names::name(below);
        }
        let above = self.here.ancestors().enumerate().find_map(|(up, ancestor)| Some((up, path.strip_prefix(ancestor).ok()?)));
        match above {
            // From the root of the system, its own path says more.
            Some((up, below)) if up < self.here.components().count().saturating_sub(1) => {
                names::name(&Path::new(&"../".repeat(up)).join(below))
            }
            _ => names::name(path),
        }
    }
}
