//! The shipped library as a list, and one grid as a committee reads it.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::reasons;
use crate::model::{Criterion, Grid, Measure, Missing};
use crate::text::{Label, Message};

/// The list of shipped grids.
pub fn grids(grids: &[Grid]) -> Document<'_> {
    let rows = |data: bool| -> Vec<Vec<Cell<'_>>> {
        grids
            .iter()
            .map(|grid| {
                let label = |label: &Option<Label>| match label {
                    Some(label) => Cell::say(Message::Text { label: label.clone() }),
                    None => Cell::Missing,
                };
                let mut row = vec![
                    Cell::Text(&grid.id),
                    Cell::say(Message::Text { label: grid.title.clone() }),
                    label(&grid.issuer),
                    grid.year.map_or(Cell::Missing, |year| Cell::say(Message::Verbatim { text: year.to_string() })),
                    Cell::Count(grid.criteria.len()),
                    Cell::Count(grid.gates.len()),
                ];
                if data {
                    row.push(Cell::Text(&grid.version));
                    row.push(label(&grid.source));
                }
                row
            })
            .collect()
    };
    let mut columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("title", Message::ColumnName {}).flexible(),
        Column::text("issuer", Message::ColumnIssuer {}).flexible(),
        Column::number("year", Message::ColumnYear {}),
        Column::number("criteria", Message::ColumnCriteria {}),
        Column::number("gates", Message::ColumnGates {}),
    ];
    let table = Sheet { columns: columns.clone(), rows: Box::new(rows(false)) };
    columns.extend([Column::text("version", Message::ColumnVersion {}), Column::text("source", Message::ColumnIssuer {})]);
    let mut blocks = vec![Block::Title(Message::TitleGrids {}), Block::Table(table)];
    let sources = grids.iter().filter_map(|grid| {
        let source = grid.source.clone()?;
        Some(Message::Labelled { what: Label::same(&grid.id), scale: Box::new(Message::Text { label: source }) })
    });
    blocks.push(Block::List(sources.collect()));
    Document { blocks, data: Some(Sheet { columns, rows: Box::new(rows(true)) }) }
}

/// One grid, as a committee reads it.
pub fn grid(grid: &Grid) -> Document<'_> {
    let text = |label: &Label| Message::Text { label: label.clone() };
    let mut blocks = vec![
        Block::Title(text(&grid.title)),
        Block::Paragraph(Message::GridLine { title: Label::same(&grid.id), version: grid.version.clone() }),
    ];
    if let Some(source) = &grid.source {
        blocks.push(Block::Paragraph(Message::SourceLine { source: source.clone() }));
    }
    if !grid.gates.is_empty() {
        blocks.push(Block::Heading(Message::HeadingGates {}));
        let rows: Vec<Vec<Cell<'_>>> = grid
            .gates
            .iter()
            .map(|gate| vec![Cell::say(text(&gate.label)), Cell::say(gate.require.describe(&grid.facts))])
            .collect();
        let columns = vec![
            Column::text("gate", Message::ColumnName {}).flexible(),
            Column::text("required", Message::ColumnRequired {}).flexible(),
        ];
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
    }
    let columns = || {
        vec![
            Column::text("criterion", Message::ColumnCriterion {}).flexible(),
            Column::number("weight", Message::ColumnWeight {}),
            Column::text("scale", Message::ColumnScale {}).flexible(),
        ]
    };
    let rows = |ids: bool| -> Vec<Vec<Cell<'_>>> {
        let row = |criterion: &'_ Criterion| {
            let first =
                if ids { Cell::say(Message::Verbatim { text: criterion.id.clone() }) } else { Cell::say(text(&criterion.label)) };
            vec![first, Cell::Exact(criterion.weight.into()), Cell::say(Message::ConditionAll { parts: scales(grid, criterion) })]
        };
        grid.criteria.iter().map(row).collect()
    };
    if !grid.criteria.is_empty() {
        blocks.push(Block::Heading(Message::HeadingCriteria {}));
        let mut all = rows(false);
        all.push(vec![Cell::say(Message::TotalLine {}), Cell::Exact(grid.total.into()), Cell::Text("")]);
        blocks.push(Block::Table(Sheet { columns: columns(), rows: Box::new(all) }));
        let guided = grid.criteria.iter().filter(|criterion| !criterion.aspects.is_empty());
        let aspects: Vec<Message> = guided
            .map(|criterion| Message::Labelled {
                what: criterion.label.clone(),
                scale: Box::new(Message::AspectsOf { aspects: criterion.aspects.iter().map(text).collect() }),
            })
            .collect();
        if !aspects.is_empty() {
            blocks.push(Block::List(aspects));
        }
        blocks.push(Block::Heading(Message::HeadingRules {}));
        blocks.push(Block::List(rules(grid)));
    }
    Document { blocks, data: Some(Sheet { columns: columns(), rows: Box::new(rows(true)) }) }
}

/// How a criterion is measured, its minimum, and its other ways.
fn scales(grid: &Grid, criterion: &Criterion) -> Vec<Message> {
    let mut parts = vec![measure(grid, &criterion.measure)];
    parts.extend(criterion.minimum.map(|minimum| Message::MinimumOf { minimum: minimum.into() }));
    parts.extend(
        criterion.ways.iter().map(|(way, other)| Message::WayNamed { way: way.clone(), scale: Box::new(measure(grid, other)) }),
    );
    parts
}

fn measure(grid: &Grid, measure: &Measure) -> Message {
    match measure {
        Measure::Marks(scale) => scale.describe(),
        Measure::Facts(parts) => {
            let part = |part: &crate::model::Part| Message::Labelled {
                what: reasons::fact_label(grid, part.fact),
                scale: Box::new(part.scale.describe()),
            };
            Message::ConditionAll { parts: parts.iter().map(part).collect() }
        }
    }
}

fn rules(grid: &Grid) -> Vec<Message> {
    let rules = &grid.rules;
    let policy = match rules.missing {
        Missing::Unrated => Message::PolicyUnrated {},
        Missing::Error => Message::PolicyError {},
        Missing::Reweight => Message::PolicyReweight {},
        Missing::Lowest => Message::PolicyLowest {},
    };
    let mut said = vec![
        Message::RuleMissing { policy: Box::new(policy) },
        Message::RuleMean {},
        Message::RuleQuorum { quorum: rules.quorum },
    ];
    said.extend(rules.pass.map(|pass| Message::RulePass { pass: pass.into() }));
    said.push(if rules.ties.is_empty() {
        Message::RuleTiesShared {}
    } else {
        let criteria = rules.ties.iter().filter_map(|&key| grid.criteria.get(key));
        Message::RuleTies { criteria: criteria.map(|criterion| Message::Text { label: criterion.label.clone() }).collect() }
    });
    said
}
