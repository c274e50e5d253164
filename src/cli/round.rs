//! The round before: its call is loaded and ranked, and what became of each submission is carried over with its reasons.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::load::{self, Loaded, Place, Ready};
use crate::check::Said;
use crate::model::{At, Call, Carried, CarriedOver, Findings, Severity, Submissions, rule};
use crate::report::{failure_reasons, gap_reasons};
use crate::score::{Disposition, Evaluation, Status, rank};
use crate::text::Message;

/// So many rounds may come one before the other.
const DEPTH: usize = 8;

/// What the round before decided, as its own call gives it; `None` where there is none, or a finding says why not.
pub(super) fn carried(place: &Place<'_>, said: &Said<String>, earlier: &[PathBuf], loaded: &mut Loaded) -> Option<CarriedOver> {
    let folder = place.folder.join(&said.value);
    let refuse = |message: Message, loaded: &mut Loaded| {
        loaded.findings.push_at(&rule::PREVIOUS, said.at(), message).help(Message::PreviousHelp {});
    };
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut rounds = earlier.to_vec();
    rounds.push(whole(place.folder));
    if rounds.contains(&whole(&folder)) || rounds.len() > DEPTH {
        refuse(Message::PreviousCircle { folder: said.value.clone() }, loaded);
        return None;
    }
    let name = || said.value.clone();
    let missing = if !folder.exists() {
        Some(Message::FolderMissing { folder: name() })
    } else if !folder.is_dir() {
        Some(Message::NotAFolder { folder: name() })
    } else if !folder.join(load::CALL_FILE).exists() {
        Some(Message::NoCallFile { folder: name() })
    } else {
        None
    };
    if let Some(message) = missing {
        refuse(message, loaded);
        return None;
    }
    let prefix = format!("{}{}/", place.prefix, said.value.replace('\\', "/").trim_end_matches('/'));
    let before = load::round(&folder, &prefix, &rounds);
    loaded.inputs.extend(before.inputs);
    let Some(ready) = before.ready else {
        let errors = before.findings.count(Severity::Error);
        refuse(Message::PreviousInvalid { folder: said.value.clone(), errors }, loaded);
        loaded.findings.extend(before.findings);
        return None;
    };
    Some(decided(&ready))
}

fn decided(ready: &Ready) -> CarriedOver {
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let evaluation = &ranking.evaluation;
    let mut submissions: BTreeMap<String, Carried> = BTreeMap::new();
    for submission in 0..ready.submissions.len() {
        let stopped = match ranking.disposition(submission) {
            Disposition::Excluded => failure_reasons(evaluation, submission),
            Disposition::Unrated => vec![Message::UnratedBefore { reasons: gap_reasons(evaluation, submission) }],
            Disposition::Ranked => Vec::new(),
        };
        let title = ready.submissions.title(submission).to_owned();
        submissions.insert(ready.submissions.id(submission).to_owned(), Carried { title, stopped, undecided: false });
    }
    for entry in &ranking.ranked {
        let Some(carried) = submissions.get_mut(ready.submissions.id(entry.submission as usize)) else { continue };
        match entry.status {
            Some(Status::Out) => carried.stopped.push(Message::NotSelectedBefore {}),
            Some(Status::TiedAtCut) => carried.undecided = true,
            Some(Status::In) | None => {}
        }
    }
    let title = ready.call.title.clone().unwrap_or_else(|| ready.grid.title.clone());
    // Who had left before that round has left this one too.
    if let Some(earlier) = &ready.call.carried {
        for (id, one) in earlier.submissions.iter().filter(|(_, one)| !one.stopped.is_empty()) {
            submissions.entry(id.clone()).or_insert_with(|| Carried {
                title: one.title.clone(),
                stopped: vec![Message::ReasonCarried { round: earlier.title.clone(), reasons: one.stopped.clone() }],
                undecided: false,
            });
        }
    }
    CarriedOver { title, submissions }
}

/// Says who appears in this round, who disappears from it, and who was undecided in the one before.
pub(super) fn changes(call: &Call, said: &Said<String>, submissions: &Submissions, findings: &mut Findings) {
    let Some(carried) = &call.carried else { return };
    for submission in 0..submissions.len() {
        let id = submissions.id(submission);
        let message = match carried.submissions.get(id) {
            None => Message::RoundAppears { id: id.to_owned() },
            Some(one) if one.undecided => Message::RoundUndecided { id: id.to_owned() },
            Some(_) => continue,
        };
        findings.push(&rule::ROUNDS, &submissions.span(submission), message).help(Message::RoundAppearsHelp {});
    }
    let gone =
        carried.submissions.iter().filter(|(id, one)| one.stopped.is_empty() && !one.undecided && submissions.find(id).is_none());
    let gone: Vec<String> = gone.map(|(id, _)| id.clone()).collect();
    if !gone.is_empty() {
        let at = said.span.clone().map_or(At::Arguments, At::Span);
        findings.push_at(&rule::ROUNDS, at, Message::RoundDisappear { ids: gone });
    }
}
