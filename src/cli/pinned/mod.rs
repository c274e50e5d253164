//! The grid that a call pins: held against the one that is there, and what has changed since.

mod edit;

use std::sync::Arc;

pub use edit::{Pinned, lines, with_pin};

use super::commands::new::copied;
use super::load::{Loaded, Place, drafted};
use crate::analyse::diff::{Differ, Drafted, diff};
use crate::check::Pin;
use crate::model::{Findings, Source, rule};
use crate::read::{self, Limit, library};
use crate::report::changes;
use crate::text::Message;

/// So many changes are told beside an error; `grille diff` tells all.
const MOST: usize = 6;
/// So much of a hash is shown where two of them only have to be told apart.
const SHORT: usize = 12;

/// Holds the grid of a call against its pin. `grid` is none where the file is no valid grid.
pub(super) fn check(place: &Place<'_>, pin: &Pin, file: &Arc<Source>, grid: Option<&Drafted>, loaded: &mut Loaded) {
    // The copy is a file of the call as any other: it is opened whether or not it is needed.
    let old = source(place, pin, loaded);
    let sha256 = file.sha256();
    let version = grid.map(|grid| grid.grid.version.clone());
    if sha256 == pin.sha256.value {
        if let Some(version) = version.filter(|version| *version != pin.version.value) {
            let message = Message::PinVersion { pinned: pin.version.value.clone(), version };
            let help = Message::PinVersionHelp { command: command(place) };
            loaded.findings.push_at(&rule::PIN, pin.version.at(), message).help(help);
        }
        return;
    }
    let what = match &pin.copy {
        Some(copy) if old.is_some() => Message::PinGone { copy: copy.value.clone() },
        _ => Message::PinBack {},
    };
    let why = why(old.as_ref(), grid, file.name());
    let message = Message::GridChanged {
        grid: file.name().to_owned(),
        pinned: pin.version.value.clone(),
        pinned_sha256: short(&pin.sha256.value),
        version,
        sha256: short(&sha256),
    };
    let help = Message::GridChangedHelp { why: Box::new(why), what: Box::new(what), command: command(place) };
    loaded.findings.push_at(&rule::GRID_CHANGED, pin.sha256.at(), message).help(help);
}

/// What has changed since the call pinned its grid.
fn why(old: Option<&Arc<Source>>, grid: Option<&Drafted>, name: &str) -> Message {
    let Some(new) = grid else { return Message::PinInvalid {} };
    let Some(old) = old.and_then(|old| drafted(old, &mut Findings::new())) else {
        return Message::PinNoCopy { grid: name.to_owned() };
    };
    since(&old, new)
}

/// What has changed from one grid to another, in a sentence.
pub(super) fn since(old: &Drafted, new: &Drafted) -> Message {
    let found = diff(old, new);
    let meaning = found.differ() == Differ::Meaning;
    let mut changes = changes::lines(&found, old, new, meaning);
    let more = changes.len().saturating_sub(MOST);
    changes.truncate(MOST);
    match found.differ() {
        Differ::Nothing => Message::PinSinceNothing {},
        Differ::Wording => Message::PinSinceWording { changes, more },
        Differ::Meaning => Message::PinSince { count: found.of(true).count(), changes, more },
    }
}

/// The text of the pinned grid: its copy, or a shipped grid that is it.
pub(super) fn source(place: &Place<'_>, pin: &Pin, loaded: &mut Loaded) -> Option<Arc<Source>> {
    if let Some(copy) = &pin.copy {
        let input = place.input(copy);
        loaded.opened(&input);
        let since = loaded.findings.len();
        let source = read::open(&input, Limit::Tree, None, &mut loaded.findings);
        if let Some(place) = &copy.span {
            loaded.findings.point_at(since, place);
        }
        match source {
            Some(source) if source.sha256() == pin.sha256.value => return Some(source),
            Some(_) => {
                let help = Message::PinCopyOtherHelp { command: command(place) };
                let message = Message::PinCopyOther { copy: copy.value.clone() };
                loaded.findings.push_at(&rule::PIN, copy.at(), message).help(help);
            }
            None => {}
        }
    }
    let texts = library::GRIDS.iter().flat_map(|grid| [(grid.id, grid.text), (grid.id, copied(grid.text))]);
    let mut sources = texts.map(|(id, text)| Source::new(format!("grids/{id}.toml"), text.to_owned(), None));
    sources.find(|source| source.sha256() == pin.sha256.value)
}

/// The command that pins the grid anew.
fn command(place: &Place<'_>) -> String {
    let folder = &place.named;
    if folder == "." || folder.is_empty() { "grille pin".to_owned() } else { format!("grille pin {folder}") }
}

/// The beginning of a hash.
fn short(sha256: &str) -> String {
    format!("{}…", sha256.get(..SHORT).unwrap_or(sha256))
}
