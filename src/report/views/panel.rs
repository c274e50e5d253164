//! The panel at work: who is late, what to discuss first and why, whether anybody decides alone; then agreement, severity and
//! the rest in detail.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::{figure, reasons};
use super::{call_label, exact, title};
use crate::analyse::agreement::{Severity, Undefined};
use crate::analyse::panel::{Agreement, AgreementOf, Asked, Chances, Coefficient, Discussion, Influence, SideBySide, Study, Why};
use crate::number::Exact;
use crate::score::{Evaluation, Ranking};
use crate::text::Message;

/// Longer tables are for a spreadsheet.
const MOST_ROWS: usize = 40;

/// More reviewers than this do not fit beside each other.
const MOST_REVIEWERS: usize = 12;

/// A reviewer is called harsh or lenient from this share of the grid's total on.
const SEVERE: i64 = 20;

/// Fewer marks than this, on what others marked too, do not tell whether a reviewer is harsh.
const FEW_MARKS: usize = 10;

/// An effect that rests on fewer totals than this is hardly known.
const FEW: usize = 3;

/// What there is to say of how one reviewer marks.
type Marking<'a> = ((&'a Severity, &'a crate::analyse::panel::Beside), &'a crate::model::Seat);

/// The document of a panel.
pub fn panel<'a>(ranking: &'a Ranking<'a>, study: &'a Study, options: crate::analyse::panel::Options) -> Document<'a> {
    let evaluation = &ranking.evaluation;
    let view = View { evaluation, ranking, study };
    let seats = evaluation.ledger.panel.seats.iter().filter(|seat| seat.votes()).count();
    let (submissions, progress) = (study.submissions.len(), &study.progress);
    let mut blocks = vec![
        Block::Title(Message::TitlePanel { call: call_label(evaluation) }),
        Block::Paragraph(Message::SummaryPanel {
            reviewers: seats,
            submissions,
            answered: progress.answered,
            asked: progress.asked,
        }),
    ];
    let leagues = ranking.leagues.iter().filter_map(|league| super::ranking::selected(ranking, league));
    blocks.extend(leagues.map(Block::Paragraph));
    if ranking.provisional() {
        blocks.push(Block::Paragraph(Message::NoteProvisional { unrated: ranking.unrated.len() }));
    }
    view.late(&mut blocks);
    view.discuss(&mut blocks);
    view.conflicts(&mut blocks);
    view.influence(&mut blocks);
    view.severity(&mut blocks);
    view.agreement(&mut blocks, options);
    view.resampled(&mut blocks);
    view.calibrated(&mut blocks);
    view.spreads(&mut blocks);
    view.progress(&mut blocks);
    Document { blocks, data: Some(view.data()) }
}

struct View<'a> {
    evaluation: &'a Evaluation<'a>,
    ranking: &'a Ranking<'a>,
    study: &'a Study,
}

impl<'a> View<'a> {
    fn name(&self, reviewer: usize) -> &'a str {
        self.evaluation.ledger.panel.seats.get(reviewer).map_or("", |seat| seat.name.as_str())
    }

    fn id(&self, submission: usize) -> String {
        self.evaluation.submissions.id(submission).to_owned()
    }

    fn ids(&self, submissions: &[usize]) -> Vec<String> {
        reasons::submission_names(self.evaluation, submissions)
    }

    fn late(&self, blocks: &mut Vec<Block<'a>>) {
        let late = self.study.progress.late();
        if late.is_empty() {
            blocks.push(Block::Paragraph(Message::AllAnswered {}));
            return;
        }
        let line = |(reviewer, count, rows): &(usize, usize, Vec<usize>)| {
            let on: Vec<usize> = rows.iter().filter_map(|row| self.study.submissions.get(*row).copied()).collect();
            Message::LateReviewer { name: self.name(*reviewer).to_owned(), count: *count, on: self.ids(&on) }
        };
        blocks.push(Block::Heading(Message::HeadingLate {}));
        blocks.push(Block::List(late.iter().take(MOST_ROWS).map(line).collect()));
        more(late.len(), blocks);
        let mut rows: Vec<usize> = late.iter().flat_map(|(.., rows)| rows.iter().copied()).collect();
        rows.sort_unstable();
        rows.dedup();
        let ranked = rows.into_iter().filter_map(|row| self.study.submissions.get(row).copied());
        let ranked: Vec<usize> = ranked.filter(|submission| self.ranking.entry(*submission).is_some()).collect();
        if !ranked.is_empty() {
            blocks.push(Block::Paragraph(Message::LateRanked { ids: self.ids(&ranked) }));
        }
    }

    /// Who may not mark what, with the reasons on record.
    fn conflicts(&self, blocks: &mut Vec<Block<'a>>) {
        let conflicts = &self.evaluation.ledger.panel.conflicts;
        let mut lines: Vec<Message> = Vec::new();
        for reviewer in 0..self.evaluation.ledger.panel.seats.len() {
            let own = || conflicts.iter().filter(|((_, who), _)| *who as usize == reviewer);
            let submissions: Vec<usize> = own().map(|((submission, _), _)| *submission as usize).collect();
            let mut reasons: Vec<String> = own().map(|(_, one)| one.reason.clone()).filter(|reason| !reason.is_empty()).collect();
            reasons.dedup();
            if self.evaluation.ledger.panel.anonymous {
                // A reason tells who somebody is.
                reasons.clear();
            }
            if !submissions.is_empty() {
                lines.push(Message::ConflictsOf { name: self.name(reviewer).to_owned(), ids: self.ids(&submissions), reasons });
            }
        }
        if !lines.is_empty() {
            blocks.push(Block::Heading(Message::HeadingConflicts {}));
            blocks.push(Block::List(lines));
        }
    }

    /// Whether a reviewer is harsh or generous, where enough marks tell.
    fn leaning(&self, reviewer: usize) -> Option<Message> {
        let beside = self.study.severity.get(reviewer).filter(|beside| beside.shared >= FEW_MARKS)?;
        let (deviation, limit) = (beside.deviation.as_ref()?, self.limit());
        if *deviation <= -&limit {
            Some(Message::RemarkHarsh {})
        } else if *deviation >= limit {
            Some(Message::RemarkLenient {})
        } else {
            None
        }
    }

    /// A reviewer by name, with how they lean.
    fn with_leaning(&self, reviewer: usize) -> Box<Message> {
        let name = self.name(reviewer).to_owned();
        Box::new(match self.leaning(reviewer) {
            Some(remark) => Message::NameRemark { name, remark: Box::new(remark) },
            None => Message::Verbatim { text: name },
        })
    }

    fn discuss(&self, blocks: &mut Vec<Block<'a>>) {
        blocks.push(Block::Heading(Message::HeadingDiscuss {}));
        let all = &self.study.discussions;
        if all.is_empty() {
            blocks.push(Block::Paragraph(Message::DiscussNothing {}));
            return;
        }
        let row = |discussion: &Discussion| {
            let why = match &discussion.why {
                Why::Unsettled => Message::DiscussUnsettled { reasons: reasons::gaps(self.evaluation, discussion.submission) },
                Why::AcrossTheCut { above, below, line } => {
                    Message::DiscussAcross { above: *above, below: *below, line: line.clone() }
                }
                Why::Apart => Message::DiscussApart { limit: crate::analyse::panel::notable(self.evaluation) },
            };
            let spread = self.study.spreads.iter().find(|spread| spread.submission == discussion.submission);
            let between = spread.and_then(|spread| spread.low.as_ref().zip(spread.high.as_ref()).filter(|_| spread.count > 1));
            let between = between.map(|(low, high)| Message::RangeBy {
                low: low.1.clone(),
                low_by: self.with_leaning(low.0),
                high: high.1.clone(),
                high_by: self.with_leaning(high.0),
            });
            vec![
                Cell::Text(self.evaluation.submissions.id(discussion.submission)),
                Cell::Text(title(self.evaluation, discussion.submission)),
                Cell::say(why),
                exact(discussion.range.clone()),
                between.map_or(Cell::Missing, Cell::say),
            ]
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::text("why", Message::ColumnReason {}).flexible(),
            Column::number("range", Message::ColumnRange {}).decimals(self.evaluation.grid.decimals),
            Column::text("between", Message::ColumnTotalsGiven {}).flexible(),
        ];
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
    }

    fn influence(&self, blocks: &mut Vec<Block<'a>>) {
        let all = &self.study.influences;
        if all.is_empty() {
            return;
        }
        blocks.push(Block::Heading(Message::HeadingInfluence {}));
        let deciders: Vec<String> =
            all.iter().filter(|one| one.decides()).map(|one| self.name(one.reviewer as usize).to_owned()).collect();
        let unsettling: Vec<Message> = all
            .iter()
            .map(|one| (one, one.unsettles()))
            .filter(|(_, lost)| !lost.is_empty())
            .map(|(one, lost)| {
                let reading = lost.iter().all(|submission| one.awaits_reading.contains(submission));
                let why = Box::new(if reading { Message::WhyReading {} } else { Message::WhyTooFew {} });
                Message::InfluenceQuorum { name: self.name(one.reviewer as usize).to_owned(), ids: self.ids(&lost), why }
            })
            .collect();
        if self.ranking.has_cut() {
            match deciders.as_slice() {
                [] if unsettling.is_empty() => blocks.push(Block::Paragraph(Message::InfluenceNone {})),
                [] => {}
                [name] => blocks.push(Block::Paragraph(Message::InfluenceOne { name: name.clone() })),
                _ => blocks.push(Block::Paragraph(Message::InfluenceSome { names: deciders.clone() })),
            }
            if !unsettling.is_empty() {
                blocks.push(Block::List(unsettling));
            }
            let others = all.iter().any(|one| !one.decides() && one.unsettles().is_empty());
            if others && all.iter().any(|one| one.decides() || !one.unsettles().is_empty()) {
                blocks.push(Block::Paragraph(Message::InfluenceOthers {}));
            }
        } else {
            blocks.push(Block::Paragraph(Message::InfluenceNoCut {}));
        }
        let named = |submissions: &[usize]| match submissions {
            [] => Cell::Missing,
            some => Cell::say(Message::Verbatim { text: self.ids(some).join(", ") }),
        };
        let undecided = all.iter().any(|one| !one.undecided.is_empty());
        let row = |one: &Influence| {
            let mut widest: Vec<Message> = Vec::new();
            widest.extend(one.widest().map(|one| Message::MoveOf {
                id: self.id(one.submission),
                from: one.from as usize,
                to: one.to as usize,
            }));
            if !one.unrated.is_empty() {
                widest.push(Message::BecomesUnrated { ids: self.ids(&one.unrated) });
            }
            let mut row = vec![Cell::Text(self.name(one.reviewer as usize)), named(&one.enters), named(&one.leaves)];
            if undecided {
                row.push(named(&one.undecided));
            }
            row.push(Cell::Count(one.moves.len()));
            row.push(if widest.is_empty() { Cell::Missing } else { Cell::say(super::joined(widest)) });
            row
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let mut columns = vec![
            Column::text("without", Message::ColumnWithout {}).flexible(),
            Column::text("enter", Message::ColumnEnters {}),
            Column::text("leave", Message::ColumnLeaves {}),
        ];
        if undecided {
            columns.push(Column::text("undecided", Message::ColumnOpened {}));
        }
        columns.push(Column::number("moves", Message::ColumnMoves {}));
        columns.push(Column::text("widest", Message::ColumnWidest {}).flexible());
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
    }

    /// The difference from which a reviewer is called harsh or lenient.
    fn limit(&self) -> Exact {
        Exact::from(self.evaluation.grid.total).checked_div(&Exact::whole(SEVERE)).unwrap_or(Exact::ZERO)
    }

    fn severity(&self, blocks: &mut Vec<Block<'a>>) {
        let seats = &self.evaluation.ledger.panel.seats;
        let table = self.study.moments.iter().zip(&self.study.severity).zip(seats);
        let all: Vec<(usize, Marking<'a>)> = table.enumerate().filter(|(_, ((_, beside), _))| beside.marks > 0).collect();
        if all.is_empty() {
            return;
        }
        let limit = self.limit();
        let roles = seats.iter().any(|seat| !seat.role.is_empty());
        let row = |(reviewer, ((severity, beside), seat)): &(usize, Marking<'a>)| {
            let marks = severity.marks.as_ref();
            let few = beside.shared < FEW_MARKS;
            let beside = beside.deviation.clone();
            let mut remarks = Vec::new();
            if few {
                remarks.push(Message::RemarkFew {});
            }
            if marks.is_some_and(|marks| marks.count > 1 && marks.is_constant()) {
                remarks.push(Message::RemarkConstant {});
            }
            remarks.extend(self.leaning(*reviewer));
            if marks.is_none() {
                remarks.push(Message::RemarkNoTotal {});
            }
            if severity.agreement.is_ok_and(|tau| tau < 0.0) {
                remarks.push(Message::RemarkContrary {});
            }
            let moment = |of: fn(&crate::analyse::agreement::Moments) -> f64| exact(marks.map(|marks| figure(of(marks))));
            let mut row = vec![Cell::Text(&seat.name)];
            if roles {
                row.push(Cell::Text(&seat.role));
            }
            row.extend([
                Cell::Count(marks.map_or(0, |marks| marks.count)),
                moment(|marks| marks.mean),
                moment(|marks| marks.min),
                moment(|marks| marks.max),
                beside.map_or(Cell::Missing, Cell::Signed),
                exact(severity.agreement.ok().map(figure)),
                if remarks.is_empty() { Cell::Missing } else { Cell::say(super::joined(remarks)) },
            ]);
            row
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let mut columns = vec![Column::text("reviewer", Message::ColumnReviewer {}).flexible()];
        if roles {
            columns.push(Column::text("role", Message::ColumnRole {}).repeats());
        }
        columns.extend([
            Column::number("totals", Message::ColumnTotalsGiven {}),
            Column::number("mean", Message::ColumnMean {}).decimals(2),
            Column::number("lowest", Message::ColumnLowest {}).decimals(2),
            Column::number("highest", Message::ColumnHighest {}).decimals(2),
            Column::number("beside", Message::ColumnBeside {}).decimals(2),
            Column::number("agrees", Message::ColumnPairs {}).decimals(2),
            Column::text("remark", Message::ColumnRemark {}),
        ]);
        blocks.push(Block::Heading(Message::HeadingSeverity {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
        blocks.push(Block::Paragraph(Message::MeansSeverity { limit }));
    }

    fn agreement(&self, blocks: &mut Vec<Block<'a>>, options: crate::analyse::panel::Options) {
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

    fn resampled(&self, blocks: &mut Vec<Block<'a>>) {
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

    fn calibrated(&self, blocks: &mut Vec<Block<'a>>) {
        let Some(calibrated) = &self.study.calibrated else { return };
        blocks.push(Block::Heading(Message::HeadingCalibrated {}));
        let (rows, calibration) = match calibrated {
            SideBySide::NoTotals => return blocks.push(Block::Paragraph(Message::NothingToCalibrate {})),
            SideBySide::Islands(islands) => {
                let named = |(reviewers, submissions): &(Vec<usize>, Vec<usize>)| Message::IslandOf {
                    names: reviewers.iter().map(|reviewer| self.name(*reviewer).to_owned()).collect(),
                    ids: self.ids(submissions),
                };
                blocks.push(Block::Paragraph(Message::Islands { count: islands.len() }));
                return blocks.push(Block::List(islands.iter().take(MOST_ROWS).map(named).collect()));
            }
            SideBySide::Given { rows, calibration } => (rows, calibration),
        };
        blocks.push(Block::Paragraph(Message::MeansCalibrated {}));
        let rank = |rank: u32| Cell::Rank { rank: rank as usize, tied: false };
        let row = |row: &crate::analyse::panel::Calibrated| {
            vec![
                rank(row.raw_rank),
                row.rank.map_or(Cell::Missing, rank),
                Cell::Text(self.evaluation.submissions.id(row.submission)),
                Cell::Text(title(self.evaluation, row.submission)),
                Cell::Exact(row.raw.clone()),
                exact(row.mean.clone()),
                exact(row.level.map(figure)),
            ]
        };
        let table: Vec<Vec<Cell<'a>>> = rows.iter().take(MOST_ROWS).map(row).collect();
        let columns = vec![
            Column::number("raw_rank", Message::ColumnRawRank {}),
            Column::number("calibrated_rank", Message::ColumnCalibratedRank {}),
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::number("raw", Message::ColumnRaw {}).decimals(2),
            Column::number("mean", Message::ColumnPlainMean {}).decimals(2),
            Column::number("calibrated", Message::ColumnCalibrated {}).decimals(2),
        ];
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(table) }));
        more(rows.len(), blocks);
        let effects = calibration.effects.iter().zip(&calibration.marks).enumerate();
        let mut lines: Vec<Message> = Vec::new();
        for (reviewer, (effect, marks)) in effects {
            let Some(effect) = effect else { continue };
            let name = self.name(reviewer).to_owned();
            lines.push(Message::EffectOf { name: name.clone(), effect: figure(*effect), marks: *marks });
            if *marks < FEW {
                lines.push(Message::EffectFew { name, marks: *marks });
            }
        }
        blocks.push(Block::List(lines));
    }

    fn spreads(&self, blocks: &mut Vec<Block<'a>>) {
        let mut all: Vec<_> = self.study.spreads.iter().filter(|spread| spread.count > 0).collect();
        if all.is_empty() {
            return;
        }
        all.sort_by(|a, b| b.range.cmp(&a.range).then_with(|| self.id(a.submission).cmp(&self.id(b.submission))));
        let by = |end: &Option<(usize, Exact)>| match end {
            Some((reviewer, value)) => {
                Cell::say(Message::ByReviewer { value: value.clone(), name: self.name(*reviewer).to_owned() })
            }
            None => Cell::Missing,
        };
        let row = |spread: &&crate::analyse::panel::Spread| {
            vec![
                Cell::Text(self.evaluation.submissions.id(spread.submission)),
                Cell::Text(title(self.evaluation, spread.submission)),
                Cell::Count(spread.count),
                by(&spread.low),
                by(&spread.high),
                exact(spread.range.clone()),
                exact(spread.deviation.map(figure)),
            ]
        };
        let rows: Vec<Vec<Cell<'a>>> = all.iter().take(MOST_ROWS).map(row).collect();
        let columns = vec![
            Column::text("id", Message::ColumnId {}),
            Column::text("title", Message::ColumnTitle {}).flexible(),
            Column::number("totals", Message::ColumnTotalsGiven {}),
            Column::text("lowest", Message::ColumnLowest {}),
            Column::text("highest", Message::ColumnHighest {}),
            Column::number("range", Message::ColumnRange {}).decimals(2),
            Column::number("deviation", Message::ColumnDeviation {}).decimals(2),
        ];
        blocks.push(Block::Heading(Message::HeadingSpread {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(all.len(), blocks);
    }

    /// Submissions by reviewers; of many reviewers, the list of those who are late says it.
    fn progress(&self, blocks: &mut Vec<Block<'a>>) {
        let seats = &self.evaluation.ledger.panel.seats;
        if seats.len() > MOST_REVIEWERS || self.study.submissions.is_empty() {
            return;
        }
        let row = |(submission, cells): (&usize, &Vec<Asked>)| {
            let mut row = vec![Cell::Text(self.evaluation.submissions.id(*submission))];
            row.extend(cells.iter().map(|cell| asked(*cell)));
            row
        };
        let rows = self.study.submissions.iter().zip(&self.study.progress.cells).take(MOST_ROWS);
        let rows: Vec<Vec<Cell<'a>>> = rows.map(row).collect();
        let mut columns = vec![Column::text("id", Message::ColumnId {})];
        columns.extend(seats.iter().map(|seat| {
            let name = Message::Verbatim { text: seat.name.clone() };
            Column::text(seat.id.clone(), name).short(Some(Message::Verbatim { text: seat.id.clone() }))
        }));
        blocks.push(Block::Heading(Message::HeadingProgress {}));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
        more(self.study.submissions.len(), blocks);
        blocks.push(Block::Paragraph(Message::MeansProgress {}));
    }

    /// A row a submission and reviewer of whom something is asked.
    fn data(&self) -> Sheet<'a> {
        let columns = vec![
            Column::text("submission", Message::ColumnId {}),
            Column::text("reviewer", Message::ColumnReviewer {}),
            Column::text("state", Message::ColumnRemark {}),
            Column::number("asked", Message::ColumnCompared {}),
            Column::number("answered", Message::ColumnCompared {}),
            Column::number("abstained", Message::ColumnCompared {}),
            Column::number("total", Message::ColumnTotalsGiven {}),
        ];
        let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
        let table = self.study.submissions.iter().zip(&self.study.progress.cells).zip(&self.study.totals);
        for ((submission, cells), totals) in table {
            for ((reviewer, cell), total) in cells.iter().enumerate().zip(totals) {
                let mut row = vec![Cell::Text(self.evaluation.submissions.id(*submission)), Cell::Text(self.name(reviewer))];
                row.extend(match cell {
                    Asked::Nothing => continue,
                    Asked::Conflict => [conflict(), Cell::Missing, Cell::Missing, Cell::Missing],
                    Asked::Answers { asked, answered, abstained } => {
                        let state = match (*answered, *abstained) {
                            (0, _) => Cell::Word { code: "none", say: || Message::MarkAwaited {} },
                            (answered, abstained) if answered == abstained && answered == *asked => abstains(),
                            (answered, _) if answered < *asked => Cell::Word { code: "partial", say: || Message::MarkAwaited {} },
                            _ => Cell::Word { code: "complete", say: || Message::StatusRated {} },
                        };
                        [state, Cell::Count(*asked), Cell::Count(*answered), Cell::Count(*abstained)]
                    }
                });
                row.push(exact(total.clone()));
                rows.push(row);
            }
        }
        Sheet { columns, rows: Box::new(rows) }
    }
}

fn conflict() -> Cell<'static> {
    Cell::Word { code: "conflict", say: || Message::CellConflict {} }
}

fn abstains() -> Cell<'static> {
    Cell::Word { code: "abstained", say: || Message::MarkAbstained {} }
}

fn asked(cell: Asked) -> Cell<'static> {
    match cell {
        Asked::Nothing => Cell::Missing,
        Asked::Conflict => conflict(),
        Asked::Answers { asked, abstained, .. } if abstained == asked => abstains(),
        Asked::Answers { asked, answered, .. } => Cell::say(Message::AnswersOf { answered, asked }),
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

/// Says how many rows are not shown.
fn more(rows: usize, blocks: &mut Vec<Block<'_>>) {
    if rows > MOST_ROWS {
        blocks.push(Block::Paragraph(Message::MoreRows { count: rows - MOST_ROWS }));
    }
}
