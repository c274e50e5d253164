//! How far the decision holds: the answer in a sentence or two, then one weight at a time, neighbouring ranks, and what admissible
//! weights can do.

mod contribution;
mod data;
mod marks;
mod moves;
mod possible;
mod simulation;
mod simulation_rows;
mod weights;

#[cfg(test)]
mod tests;

use super::super::document::{Block, Document};
use super::super::reasons;
use super::call_label;
use crate::analyse::robustness::{Exactly, Region, Reweighing, Study};
use crate::model::{Grid, Item};
use crate::number::Exact;
use crate::score::{Evaluation, Ranking};
use crate::text::Message;

/// Longer tables are for a spreadsheet.
const MOST_ROWS: usize = 40;

/// What was asked, as the report says it.
#[derive(Debug, Clone)]
pub struct RobustnessAsked {
    /// The admissible weightings.
    pub region: Region,
    /// By what share weights may differ, where that is how the region was given.
    pub band: Option<Exact>,
    /// Whether the rows of submissions tell of draws, and not of exact answers.
    pub drawn: bool,
    /// Whether a row of the data is a criterion, and not a submission.
    pub by_criterion: bool,
}

/// The document of a study.
pub fn robustness<'a>(ranking: &'a Ranking<'a>, study: &'a Study, asked: &'a RobustnessAsked) -> Document<'a> {
    let evaluation = &ranking.evaluation;
    let view = View { evaluation, ranking, study, asked };
    let mut blocks = vec![Block::Title(Message::TitleRobustness { call: call_label(evaluation) })];
    let leagues = ranking.leagues.iter().filter_map(|league| super::ranking::selected(ranking, league));
    blocks.extend(leagues.map(Block::Paragraph));
    if ranking.provisional() {
        blocks.push(Block::Paragraph(Message::NoteProvisional { unrated: ranking.unrated.len() }));
    }
    match &study.exact {
        Ok(exact) => {
            view.answer(exact, &mut blocks);
            blocks.extend(study.changes.as_ref().and_then(|found| marks::answer(evaluation, found)).map(Block::Paragraph));
            if study.parts.weights {
                view.weights(exact, &mut blocks);
                view.possible(exact, &mut blocks);
                view.neighbours(exact, &mut blocks);
            }
        }
        Err(bent) => {
            let tied = Study::tied(ranking);
            if !tied.is_empty() {
                blocks.push(Block::Paragraph(Message::SetUndecided { ids: view.ids(&tied) }));
            }
            blocks.push(Block::Paragraph(Message::BentIntro {}));
            blocks.push(Block::List(bent.iter().map(|one| reasons::bent(evaluation, one)).collect()));
            if study.simulation.as_ref().is_some_and(Result::is_ok) {
                blocks.push(Block::Paragraph(Message::BentSimulated {}));
            }
            view.simulation(&mut blocks);
        }
    }
    if let Some(found) = &study.changes {
        marks::smallest_changes(ranking, found, &mut blocks);
    }
    if let Some(found) = &study.near {
        contribution::near_thresholds(ranking, found, &mut blocks);
    }
    if let Some(found) = &study.effective {
        contribution::effective_weights(ranking, found, &mut blocks);
    }
    if let Some(found) = &study.without {
        contribution::without_each(ranking, found, &mut blocks);
    }
    if study.exact.is_ok() {
        view.simulation(&mut blocks);
    }
    Document { blocks, data: Some(view.data()) }
}

struct View<'a> {
    evaluation: &'a Evaluation<'a>,
    ranking: &'a Ranking<'a>,
    study: &'a Study,
    asked: &'a RobustnessAsked,
}

impl<'a> View<'a> {
    /// What draws found, or why there are none.
    fn simulation(&self, blocks: &mut Vec<Block<'a>>) {
        match &self.study.simulation {
            Some(Ok(found)) => simulation::simulation(self.ranking, found, blocks),
            Some(Err(why)) => blocks.push(Block::Paragraph(Message::NothingDrawn {
                why: Box::new(simulation_rows::undrawn(self.evaluation.grid, *why)),
            })),
            None => {}
        }
    }
}

impl View<'_> {
    fn id(&self, submission: usize) -> String {
        self.evaluation.submissions.id(submission).to_owned()
    }

    fn ids(&self, submissions: &[usize]) -> Vec<String> {
        reasons::submission_names(self.evaluation, submissions)
    }

    fn bar(&self, submission: usize, bar: crate::score::Bar) -> Box<Message> {
        Box::new(reasons::required(self.evaluation, submission, bar))
    }

    /// From where points move, and to where.
    fn path(&self, exact: &Exactly, shift: &Reweighing) -> (Vec<Message>, Vec<Message>) {
        let changes = shift.changes(&exact.linear);
        let side = |loses: bool| {
            let own: Vec<(usize, Exact)> = exact
                .linear
                .criteria
                .iter()
                .copied()
                .zip(changes.iter())
                .filter(|(_, change)| !change.is_zero() && change.is_negative() == loses)
                .map(|(criterion, change)| (criterion, change.abs()))
                .collect();
            let several = own.len() > 1;
            let part = |(criterion, points): (usize, Exact)| {
                let name = item_name(self.evaluation.grid, Item::Criterion(criterion));
                if several { Message::MovedPart { name: Box::new(name), points: points.rounded(2) } } else { name }
            };
            own.into_iter().map(part).collect::<Vec<Message>>()
        };
        (side(true), side(false))
    }
}

/// A criterion or group by its short name, where it has one.
fn item_name(grid: &Grid, item: Item) -> Message {
    let short = match item {
        Item::Criterion(index) => grid.criteria.get(index).and_then(|criterion| criterion.short.clone()),
        Item::Group(index) => grid.groups.get(index).and_then(|group| group.short.clone()),
    };
    Message::Text { label: short.unwrap_or_else(|| grid.item_label(item)) }
}

/// A number of points moved, rounded up: so much is always enough.
fn moved(points: &Exact) -> Exact {
    points.rounded_up(2)
}

/// Says that a table goes on elsewhere.
fn more(rows: usize, blocks: &mut Vec<Block<'_>>) {
    if rows > MOST_ROWS {
        blocks.push(Block::Paragraph(Message::MoreRows { count: rows - MOST_ROWS }));
    }
}
