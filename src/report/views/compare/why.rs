//! Why somebody enters and somebody leaves: the differences by criterion, before and after, which add up to the gaps.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::super::reasons::{failure_reasons, gap_reasons};
use super::{Case, MOST_ROWS, View};
use crate::analyse::compare::Crossing;
use crate::number::Exact;
use crate::text::Message;

/// So many are shown of each scenario.
const MOST_CROSSINGS: usize = 4;

impl<'a> View<'a> {
    pub(super) fn why(&self, blocks: &mut Vec<Block<'a>>) {
        if self.cases.iter().all(|case| case.comparison.crossings.is_empty()) {
            return;
        }
        blocks.push(Block::Heading(Message::HeadingWhyCross {}));
        for (at, case) in self.cases.iter().enumerate() {
            let crossings = &case.comparison.crossings;
            if self.cases.len() > 1 && !crossings.is_empty() {
                blocks.push(Block::Paragraph(self.called(at, case)));
            }
            for crossing in crossings.iter().take(MOST_CROSSINGS) {
                self.crossing(case, crossing, blocks);
            }
            let more = crossings.len().saturating_sub(MOST_CROSSINGS) + case.comparison.more;
            if more > 0 {
                blocks.push(Block::Paragraph(Message::MoreCrossings { count: more }));
            }
        }
    }

    /// Who a scenario excludes or leaves unrated, with the reasons.
    pub(super) fn gone(&self, blocks: &mut Vec<Block<'a>>) {
        let is_gone = |case: &Case<'_>| {
            let shift = &case.comparison.shift;
            !shift.excluded.is_empty() || !shift.unrated.is_empty()
        };
        if !self.cases.iter().any(is_gone) {
            return;
        }
        blocks.push(Block::Heading(Message::HeadingGone {}));
        for (at, case) in self.cases.iter().enumerate().filter(|(_, case)| is_gone(case)) {
            if self.cases.len() > 1 {
                blocks.push(Block::Paragraph(self.called(at, case)));
            }
            let (evaluation, shift) = (&case.then.evaluation, &case.comparison.shift);
            let excluded = shift.excluded.iter().map(|one| (*one, failure_reasons(evaluation, *one)));
            let unrated = shift.unrated.iter().map(|one| (*one, gap_reasons(evaluation, *one)));
            let line = |(one, reasons): (usize, Vec<Message>)| Message::GoneBecause {
                id: evaluation.submissions.id(one).to_owned(),
                reasons,
            };
            let lines: Vec<Message> = excluded.chain(unrated).take(MOST_ROWS).map(line).collect();
            blocks.push(Block::List(lines));
            let all = shift.excluded.len() + shift.unrated.len();
            if all > MOST_ROWS {
                blocks.push(Block::Paragraph(Message::MoreRows { count: all - MOST_ROWS }));
            }
        }
    }

    fn crossing(&self, case: &Case<'a>, crossing: &Crossing, blocks: &mut Vec<Block<'a>>) {
        let id = |submission: usize| case.then.evaluation.submissions.id(submission).to_owned();
        let (above, below) = (id(crossing.above), id(crossing.below));
        let (before, after) = crossing.gap.clone();
        let from = Box::new(Message::CrossFrom {
            above: above.clone(),
            below: below.clone(),
            before: before.clone(),
            after: after.clone(),
        });
        let most = crossing.most.and_then(|at| crossing.lines.get(at));
        let sentence = match most {
            Some(line) => Message::CrossMost { from, criterion: line.label.clone(), change: line.change() },
            None => Message::CrossPlain { from },
        };
        let sentence = if after.is_zero() { Message::CrossTied { from: Box::new(sentence) } } else { sentence };
        blocks.push(Block::Paragraph(sentence));
        if crossing.lines.is_empty() {
            return;
        }
        let row = |name: Message, before: Option<Exact>, after: Option<Exact>| {
            let value = |side: &Option<Exact>| side.clone().unwrap_or(Exact::ZERO);
            let change = &value(&after) - &value(&before);
            let signed = |side: Option<Exact>| side.map_or(Cell::Missing, Cell::Signed);
            vec![Cell::say(name), signed(before), signed(after), Cell::Signed(change)]
        };
        let mut rows: Vec<Vec<Cell<'a>>> = crossing
            .lines
            .iter()
            .map(|line| row(Message::Text { label: line.label.clone() }, line.before.clone(), line.after.clone()))
            .collect();
        let (early, late) = crossing.between.clone();
        if !early.is_zero() || !late.is_zero() {
            rows.push(row(Message::BetweenLine {}, Some(early), Some(late)));
        }
        rows.push(row(Message::TotalLine {}, Some(before), Some(after)));
        let decimals = self.now.evaluation.grid.decimals.max(2);
        let columns = vec![
            Column::text("criterion", Message::ColumnCriterion {}).flexible(),
            Column::number("before", Message::ColumnGapNow {}).decimals(decimals),
            Column::number("after", Message::ColumnGapThen {}).decimals(decimals),
            Column::number("change", Message::ColumnChange {}).decimals(decimals),
        ];
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        blocks.push(Block::Paragraph(Message::MeansCross { above, below }));
    }
}
