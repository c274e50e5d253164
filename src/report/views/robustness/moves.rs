//! The answer in a sentence: the smallest change of weights that changes the decision; and that of each two neighbouring ranks.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::{MOST_ROWS, View, moved};
use crate::analyse::robustness::{Event, Exactly, Reweighing};
use crate::text::Message;

impl<'a> View<'a> {
    /// What would change the selection, and the first place.
    pub(super) fn answer(&self, exact: &Exactly, blocks: &mut Vec<Block<'a>>) {
        if self.ranking.ranked.is_empty() && exact.linear.candidates.is_empty() {
            blocks.push(Block::Paragraph(Message::SetNobody {}));
            return;
        }
        match &exact.nearest.set {
            Err(tied) => blocks.push(Block::Paragraph(Message::SetUndecided { ids: self.ids(tied) })),
            // Without a cut-line or a threshold, everybody is in.
            Ok(_) if !self.selects(exact) => {}
            Ok(None) => blocks.push(Block::Paragraph(Message::SetMoveNone {})),
            Ok(Some(shift)) => blocks.push(Block::Paragraph(self.set_move(exact, shift))),
        }
        self.within(exact, blocks);
        let mut first = self.ranking.ranked.iter().filter(|entry| entry.rank == 1);
        if let (Some(only), None) = (first.next(), first.next()) {
            let id = self.id(only.submission as usize);
            blocks.push(Block::Paragraph(match &exact.nearest.winner {
                None => Message::WinnerAlways { id },
                Some(shift) if matches!(shift.event, Event::Levels { .. }) => Message::WinnerAlways { id },
                Some(shift) => {
                    let event = Box::new(self.event(&shift.event));
                    Message::WinnerMove { id, points: moved(&shift.points), event }
                }
            }));
        }
    }

    /// Whether anybody is selected, or left out, at all.
    pub(super) fn selects(&self, exact: &Exactly) -> bool {
        self.ranking.has_cut() || exact.linear.candidates.iter().any(|one| !one.bars.is_empty())
    }

    fn set_move(&self, exact: &Exactly, shift: &Reweighing) -> Message {
        let (from, to) = self.path(exact, shift);
        let points = moved(&shift.points);
        match shift.event {
            Event::Overtakes { above, below } if shift.points.is_zero() => {
                Message::SetLevel { above: self.id(above), below: self.id(below) }
            }
            Event::Overtakes { above, below } => {
                Message::SetMoveSwap { points, from, to, above: self.id(above), below: self.id(below) }
            }
            Event::Levels { above, below } => {
                Message::SetMoveLevel { points, from, to, above: self.id(above), below: self.id(below) }
            }
            Event::Fails { submission, bar } => {
                Message::SetMoveFails { points, from, to, id: self.id(submission), bar: self.bar(submission, bar) }
            }
            Event::Passes { submission, bar } => {
                Message::SetMovePasses { points, from, to, id: self.id(submission), bar: self.bar(submission, bar) }
            }
        }
    }

    /// What happens at an end.
    pub(super) fn event(&self, event: &Event) -> Message {
        match *event {
            Event::Overtakes { above, below } => Message::EventOvertakes { above: self.id(above), below: self.id(below) },
            Event::Levels { above, below } => Message::EventLevels { above: self.id(above), below: self.id(below) },
            Event::Fails { submission, bar } => Message::EventFails { id: self.id(submission), bar: self.bar(submission, bar) },
            Event::Passes { submission, bar } => Message::EventPasses { id: self.id(submission), bar: self.bar(submission, bar) },
        }
    }

    /// Each two neighbouring ranks.
    pub(super) fn neighbours(&self, exact: &Exactly, blocks: &mut Vec<Block<'a>>) {
        let pairs = &exact.nearest.pairs;
        if pairs.is_empty() {
            return;
        }
        blocks.push(Block::Heading(Message::HeadingNeighbours {}));
        blocks.push(Block::Paragraph(Message::NeighboursHow {}));
        let decimals = self.evaluation.grid.decimals;
        let columns = vec![
            Column::text("above", Message::ColumnHigher {}),
            Column::text("below", Message::ColumnLower {}),
            Column::number("ahead", Message::ColumnAhead {}).decimals(decimals),
            Column::number("points_moved", Message::ColumnPointsMoved {}).decimals(2),
            Column::text("path", Message::ColumnMoved {}).flexible(),
        ];
        let score = |some: &[usize]| some.first().and_then(|one| self.evaluation.score(*one));
        let row = |pair: &crate::analyse::robustness::Neighbours| {
            let names = |some: &[usize]| Cell::say(Message::Verbatim { text: self.ids(some).join(", ") });
            let gap = score(&pair.above).zip(score(&pair.below)).map(|(above, below)| &above - &below);
            let (points, path) = match &pair.shift {
                Some(shift) => {
                    let (from, to) = self.path(exact, shift);
                    let points = moved(&shift.points);
                    let path = if points.is_zero() {
                        Cell::say(Message::SettledByRule {})
                    } else {
                        Cell::say(Message::WeightMove { points: points.clone(), from, to })
                    };
                    (Cell::Exact(points), path)
                }
                None => (Cell::Missing, Cell::say(Message::NoWeights {})),
            };
            vec![names(&pair.above), names(&pair.below), gap.map_or(Cell::Missing, Cell::Exact), points, path]
        };
        let rows: Vec<Vec<Cell<'a>>> = pairs.iter().take(MOST_ROWS).map(row).collect();
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        super::more(pairs.len(), blocks);
    }
}
