//! Notes as sentences.

use super::{criterion_label, required, tie_key, what_ranks};
use crate::analyse::Note;
use crate::model::Grid;
use crate::score::Evaluation;
use crate::text::Message;

/// Names of submissions by id, the first ones when there are many.
pub(in crate::report) fn names(evaluation: &Evaluation<'_>, submissions: &[usize]) -> Vec<String> {
    const MOST: usize = 12;
    let mut names: Vec<String> = submissions.iter().take(MOST).map(|&at| evaluation.submissions.id(at).to_owned()).collect();
    if submissions.len() > MOST {
        names.push("…".to_owned());
    }
    names
}

/// A note about one track, which it names.
fn on_track(grid: &Grid, track: Option<usize>, note: Message) -> Message {
    match track.and_then(|track| grid.tracks.get(track)) {
        Some(track) => Message::ReasonAtStage { stage: track.label.clone(), reason: Box::new(note) },
        None => note,
    }
}

/// A note as a sentence.
pub(in crate::report) fn note(evaluation: &Evaluation<'_>, note: &Note) -> Message {
    let grid = evaluation.grid;
    let id = |submission: &usize| evaluation.submissions.id(*submission).to_owned();
    let criterion = |index: &usize| criterion_label(grid, *index);
    match note {
        Note::Provisional { unrated } if grid.ranks() => Message::NoteProvisional { unrated: *unrated },
        Note::Provisional { unrated } => Message::NoteIncomplete { unrated: *unrated },
        Note::Answers { answers } => {
            let one = |count: usize, say: fn(usize) -> Message| (count > 0).then(|| say(count));
            let out = [
                one(answers.uncounted, |count| Message::OutUncounted { count }),
                one(answers.missing, |count| Message::OutMissing { count }),
                one(answers.abstained, |count| Message::OutAbstained { count }),
                one(answers.not_applicable, |count| Message::OutNotApplicable { count }),
                one(answers.recused, |count| Message::OutRecused { count }),
            ];
            Message::NoteAnswers { counted: answers.counted, out: out.into_iter().flatten().collect() }
        }
        Note::Disagreement { above, below, lead, contrary, reviewers } => Message::NoteDisagreement {
            above: id(above),
            below: id(below),
            lead: lead.clone(),
            contrary: *contrary,
            reviewers: *reviewers,
        },
        Note::Unpaid { tied, left } => Message::NoteUnpaid { tied: names(evaluation, tied), left: left.clone() },
        Note::Undecided { tied, open } => Message::NoteUndecided { tied: names(evaluation, tied), open: *open },
        Note::PlacesLeft { ranked, places, track } => {
            on_track(grid, *track, Message::NotePlacesLeft { ranked: *ranked, places: *places })
        }
        Note::Left { left, track } => on_track(grid, *track, Message::NoteLeft { left: left.clone() }),
        Note::BetweenLevels { criterion: index, submissions } => {
            Message::NoteBetweenLevels { criterion: criterion(index), ids: names(evaluation, submissions) }
        }
        Note::TieBroken { above, below, total, key, at_cut } => {
            let key = grid.rules.ties.get(*key).map_or(Message::TotalLine {}, |key| tie_key(grid, key));
            let (above, below, total, criterion) = (id(above), id(below), total.clone(), Box::new(key));
            if !evaluation.ranks_by_weights() {
                let what = Box::new(what_ranks(grid));
                return Message::NoteScoreBroken { above, below, what, score: total, criterion };
            }
            if *at_cut {
                Message::NoteTieBrokenAtCut { above, below, total, criterion }
            } else {
                Message::NoteTieBroken { above, below, total, criterion }
            }
        }
        Note::TieShared { tied, total, rank } if !evaluation.ranks_by_weights() => Message::NoteScoreShared {
            tied: names(evaluation, tied),
            what: Box::new(what_ranks(grid)),
            score: total.clone(),
            rank: *rank,
        },
        Note::TieShared { tied, total, rank } => {
            Message::NoteTieShared { tied: names(evaluation, tied), total: total.clone(), rank: *rank }
        }
        Note::ShownAlike { above, below, gap } => {
            Message::NoteShownAlike { above: id(above), below: id(below), gap: gap.clone() }
        }
        Note::Near { submission, bar, margin } => {
            let (id, bar) = (id(submission), Box::new(required(evaluation, *submission, *bar)));
            if margin.is_zero() {
                Message::NoteNearExact { id, bar }
            } else if margin.is_negative() {
                Message::NoteNearBelow { id, bar, margin: margin.abs() }
            } else {
                Message::NoteNearAbove { id, bar, margin: margin.clone() }
            }
        }
        Note::CountedLowest { submission, criteria } => {
            let criteria = criteria.iter().map(|index| Message::Text { label: criterion(index) });
            Message::NoteCountedLowest { id: id(submission), criteria: criteria.collect() }
        }
        Note::NotApplicable { submission, criteria } => {
            let criteria = criteria.iter().map(|index| Message::Text { label: criterion(index) });
            Message::NoteNotApplicable { id: id(submission), criteria: criteria.collect() }
        }
        Note::Compared { criterion: index, best } => Message::NoteCompared { criterion: criterion(index), best: best.clone() },
        Note::Reweighted { submission, weight } => Message::NoteReweighted { id: id(submission), weight: weight.clone() },
        Note::RoundedLines { submissions } => Message::NoteRoundedLines { ids: names(evaluation, submissions) },
        Note::Way { criterion: index, way } => Message::NoteWay { criterion: criterion(index), way: way.clone() },
        Note::More { more } => Message::NoteMore { more: *more },
    }
}
