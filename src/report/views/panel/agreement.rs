//! How far reviewers agree, and how solid the selection is.

use super::super::super::document::{Block, Cell, Column, Sheet};
use super::super::super::{figure, reasons};
use super::super::title;
use super::{MOST_ROWS, View, more};
use crate::analyse::agreement::Undefined;
use crate::analyse::panel::{Agreement, AgreementOf, Chances, Coefficient, Options};
use crate::text::Message;

impl<'a> View<'a> {
    pub(super) fn agreement(&self, blocks: &mut Vec<Block<'a>>, options: Options) {
        let all = &self.study.agreement;
        if all.iter().all(|one| one.submissions == 0) {
            return;
        }
        // Coefficients that nothing can be said of are told in one sentence.
        let complete = all.iter().any(|one| one.complete > 1);
        let row = |one: &Agreement| {
            let on = match one.of {
                AgreementOf::Totals => Message::ColumnTotalsGiven {},
                AgreementOf::Criterion(index) => Message::Text { label: reasons::criterion_label(self.evaluation.grid, index) },
            };
            let compared = Message::ComparedUnits { submissions: one.submissions, complete: one.complete };
            let figures: Vec<Coefficient> = if complete {
                vec![one.alpha, one.single, one.average, one.concordance, one.pairs]
            } else {
                vec![one.alpha, one.pairs]
            };
            let figures = figures.into_iter().map(|one| Cell::say(said(one)));
            [Cell::say(on), Cell::say(compared)].into_iter().chain(figures).collect()
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().map(row).collect();
        let mut columns = vec![
            Column::text("on", Message::ColumnOn {}).flexible(),
            Column::text("compared", Message::ColumnCompared {}),
            Column::text("alpha", Message::ColumnAlpha {}),
        ];
        if complete {
            columns.push(Column::text("single", Message::ColumnSingle {}));
            columns.push(Column::text("average", Message::ColumnAverage {}));
            columns.push(Column::text("concordance", Message::ColumnConcordance {}));
        }
        columns.push(Column::text("pairs", Message::ColumnPairs {}));
        blocks.push(Block::Heading(Message::HeadingAgreement {}));
        let first = all.first().and_then(|one| one.alpha.value.ok());
        blocks.extend(first.map(|alpha| {
            // K. Krippendorff, Content Analysis (2004), p. 241: rely on variables from .800, draw tentative conclusions from .667.
            let verdict = match alpha {
                alpha if alpha >= 0.8 => Message::VerdictReliable {},
                alpha if alpha >= 0.667 => Message::VerdictTentative {},
                _ => Message::VerdictUnreliable {},
            };
            Block::Paragraph(Message::MeansAlpha { alpha: figure(alpha), verdict: Box::new(verdict) })
        }));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        let mut means =
            if complete { vec![Message::MeansSingle {}, Message::MeansOrder {}] } else { vec![Message::MeansPairs {}] };
        if !complete {
            means.push(Message::MeansComplete {});
        }
        if options.draws > 0 {
            let seed = usize::try_from(options.seed).unwrap_or(usize::MAX);
            means.push(Message::MeansInterval { draws: options.draws, seed });
        }
        blocks.push(Block::List(means));
    }

    pub(super) fn resampled(&self, blocks: &mut Vec<Block<'a>>) {
        let Some(resampled) = &self.study.resampled else { return };
        let percent = |count: usize| share(count, resampled.draws);
        let mut order: Vec<usize> =
            self.study.submissions.iter().copied().filter(|at| resampled.chances.get(*at).is_some()).collect();
        let chance = |submission: usize| resampled.chances.get(submission).copied().unwrap_or_default();
        order.sort_by_key(|submission| std::cmp::Reverse((chance(*submission).selected, chance(*submission).tied)));
        let said = |count: usize| if count == 0 { Cell::Missing } else { Cell::say(Message::Percent { value: percent(count) }) };
        let any_tied = resampled.chances.iter().any(|chance| chance.tied > 0);
        let row = |submission: &usize| {
            let Chances { selected, tied, unrated } = chance(*submission);
            let mut row = vec![
                Cell::Text(self.evaluation.submissions.id(*submission)),
                Cell::Text(title(self.evaluation, *submission)),
                Cell::say(Message::Percent { value: percent(selected) }),
            ];
            if any_tied {
                row.push(said(tied));
            }
            row.push(said(unrated));
            row
        };
        let rows: Vec<Vec<Cell<'a>>> = order.iter().take(MOST_ROWS).map(row).collect();
        let mut columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::number("selected", Message::ColumnSelectedShare {}),
        ];
        if any_tied {
            columns.push(Column::number("tied", Message::ColumnOpened {}));
        }
        columns.push(Column::number("unrated", Message::ColumnUnratedShare {}));
        blocks.push(Block::Heading(Message::HeadingResampled {}));
        blocks.push(Block::Paragraph(Message::SummaryResampled {
            same: percent(resampled.same),
            draws: resampled.draws,
            reviewers: resampled.reviewers,
            error: resampled.error(),
            seed: usize::try_from(resampled.seed).unwrap_or(usize::MAX),
        }));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(order.len(), blocks);
        blocks.push(Block::Paragraph(Message::MeansResampled {}));
    }
}

/// A coefficient with its interval, or why it has none.
fn said(coefficient: Coefficient) -> Message {
    match (coefficient.value, coefficient.interval) {
        (Ok(value), Some((low, high))) => Message::FigureBetween { value: figure(value), low: figure(low), high: figure(high) },
        (Ok(value), None) => Message::FigureAlone { value: figure(value) },
        (Err(Undefined::TooFew), _) => Message::NoFigureTooFew {},
        (Err(Undefined::NoVariation), _) => Message::NoFigureNoVariation {},
        (Err(Undefined::Negative), _) => Message::NoFigureNegative {},
        (Err(Undefined::NoPositiveVariance), _) => Message::NoFigureVariance {},
    }
}

/// A count out of many, in hundredths, rounded half up.
const fn share(count: usize, of: usize) -> usize {
    if of == 0 { 0 } else { (200 * count + of) / (2 * of) }
}
