//! The second sheet of a workbook: for whom it is, how to fill it in, what each criterion asks, and which conflicts of interest
//! are known.

use super::ScoreSheet;
use super::allowed::words;
use crate::model::{Criterion, Item, Role};
use crate::text::Message;

/// A line of the sheet: a name on the left, a text on the right.
#[derive(Debug)]
pub(super) enum Line {
    /// The title of the sheet.
    Title(Message),
    /// The title of a part.
    Heading(Message),
    /// A name, and what it is.
    Named(Message, Message),
    /// A name that those below it stand under.
    Group(Message),
    /// A text without a name.
    Text(Message),
    /// Nothing.
    Blank,
}

fn verbatim(text: &str) -> Message {
    Message::Verbatim { text: text.to_owned() }
}

/// Every line, in reading order.
pub(super) fn lines(sheet: &ScoreSheet<'_>) -> Vec<Line> {
    let grid = sheet.grid;
    let (seat, rows) = (sheet.duties.seat, &sheet.duties.rows);
    let title = sheet.call.title.clone().unwrap_or_else(|| grid.title.clone());
    let reviewer = match seat.role.as_str() {
        "" => verbatim(&seat.name),
        role => Message::SheetReviewerRole { name: seat.name.clone(), role: role.to_owned() },
    };
    let version = Message::SheetGridVersion { title: grid.title.clone(), version: grid.version.clone() };
    let mut lines = vec![
        Line::Title(Message::Text { label: title }),
        Line::Named(Message::SheetGrid {}, version),
        Line::Named(Message::SheetReviewer {}, reviewer),
        Line::Named(Message::SheetToMark {}, Message::SheetToMarkCount { count: rows.len() }),
        Line::Blank,
        Line::Heading(Message::SheetHow {}),
        Line::Text(Message::SheetHowCells {}),
        Line::Text(Message::SheetHowEmpty {}),
    ];
    if rows.iter().any(|duty| duty.theirs.contains(&false)) {
        lines.push(Line::Text(Message::SheetHowGrey {}));
    }
    lines.push(Line::Text(Message::SheetHowComment {}));
    lines.extend([Line::Blank, Line::Heading(Message::SheetWords {})]);
    lines.extend(words(sheet).into_iter().map(|(word, means)| Line::Named(word, means)));
    lines.extend([Line::Blank, Line::Heading(Message::SheetCriteria {})]);
    let mut group = None;
    for &index in &sheet.duties.criteria {
        let Some(criterion) = grid.criteria.get(index) else { continue };
        if criterion.group != group {
            group = criterion.group;
            if let Some(index) = group {
                lines.extend([Line::Blank, Line::Group(Message::SheetGroup { group: grid.item_label(Item::Group(index)) })]);
            }
        }
        lines.push(Line::Named(Message::Text { label: criterion.label.clone() }, asked(sheet, index, criterion)));
        lines.extend(criterion.aspects.iter().map(|aspect| Line::Text(Message::SheetAspect { aspect: aspect.clone() })));
    }
    if !sheet.duties.conflicts.is_empty() {
        lines.extend([Line::Blank, Line::Heading(Message::SheetConflicts {}), Line::Text(Message::SheetConflictsLeftOut {})]);
        for &(submission, conflict) in &sheet.duties.conflicts {
            let (title, reason) = (sheet.submissions.title(submission), conflict.reason.as_str());
            let says = match (title, reason) {
                (title, "") => verbatim(title),
                ("", reason) => verbatim(reason),
                _ => Message::SheetConflictWhy { title: title.to_owned(), reason: reason.to_owned() },
            };
            lines.push(Line::Named(verbatim(sheet.submissions.id(submission)), says));
        }
    }
    lines
}

/// What a criterion weighs, and which marks it takes.
fn asked(sheet: &ScoreSheet<'_>, index: usize, criterion: &Criterion) -> Message {
    let grid = sheet.grid;
    let mut parts = Vec::new();
    let weighs = criterion.role != Role::Aside && (grid.has_total() || criterion.group.is_some());
    // A weight that depends on the track cannot be said of all rows at once.
    let several = grid.tracks.iter().any(|track| track.weights.iter().any(|(item, _)| *item == Item::Criterion(index)));
    if weighs && !several {
        parts.push(Message::SheetWeight { weight: criterion.weight.clone() });
    }
    parts.extend(match criterion.role {
        Role::Weighed => None,
        Role::Bonus => Some(Message::RoleBonus {}),
        Role::Malus => Some(Message::RoleMalus {}),
        Role::Aside => Some(Message::RoleAside {}),
    });
    let stage = grid.stages.get(criterion.stage).filter(|stage| !stage.id.is_empty());
    parts.extend(stage.map(|stage| Message::AtStage { stage: stage.label.clone() }));
    parts.extend(criterion.minimum.map(|minimum| Message::MinimumOf { minimum: minimum.into() }));
    parts.extend(sheet.scale(index).map(|scale| Message::SheetScale { scale: Box::new(scale.describe()) }));
    Message::SheetAsked { parts }
}
