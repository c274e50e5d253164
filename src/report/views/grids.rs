//! The shipped library by family, and one grid as a committee reads it.

use super::super::document::{Block, Cell, Column, Document, Sheet};
use super::super::reasons;
use crate::model::{
    Abstained, Best, Combine, Consensus, Criterion, Family, Grid, Group, GroupScore, Item, Measure, Missing, NotApplicable,
    Quorum, RankBy, Ranks, Role, Rules, TieKey, TiedRanks,
};
use crate::number::Exact;
use crate::text::{Label, Message};

/// A family as people read it.
fn family(family: Option<Family>) -> Message {
    match family {
        Some(Family::Selection) => Message::FamilySelection {},
        Some(Family::Funding) => Message::FamilyFunding {},
        Some(Family::Procurement) => Message::FamilyProcurement {},
        Some(Family::Appraisal) => Message::FamilyAppraisal {},
        Some(Family::Maturity) => Message::FamilyMaturity {},
        Some(Family::Evaluation) => Message::FamilyEvaluation {},
        None => Message::FamilyOther {},
    }
}

/// One grid in the list.
fn listed(grid: &Grid, data: bool) -> Vec<Cell<'_>> {
    let label = |label: &Option<Label>| match label {
        Some(label) => Cell::say(Message::Text { label: label.clone() }),
        None => Cell::Missing,
    };
    let mut row = Vec::new();
    if data {
        row.push(Cell::Text(grid.family.map_or("", Family::word)));
    }
    row.extend([Cell::Text(&grid.id), Cell::say(Message::Text { label: grid.title.clone() })]);
    row.push(label(&grid.issuer));
    row.push(grid.year.map_or(Cell::Missing, |year| Cell::say(Message::Verbatim { text: year.to_string() })));
    row.extend([Cell::Count(grid.criteria.len()), Cell::Count(grid.gates.len())]);
    if data {
        row.push(Cell::Text(&grid.version));
        row.push(label(&grid.source));
    }
    row
}

/// The list of shipped grids, family by family.
pub fn grids(grids: &[Grid]) -> Document<'_> {
    let columns = vec![
        Column::text("id", Message::ColumnId {}),
        Column::text("title", Message::ColumnName {}).flexible(),
        Column::text("issuer", Message::ColumnIssuer {}).flexible(),
        Column::number("year", Message::ColumnYear {}),
        Column::number("criteria", Message::ColumnCriteria {}),
        Column::number("gates", Message::ColumnGates {}),
    ];
    let mut blocks = vec![Block::Title(Message::TitleGrids {})];
    for wanted in Family::ALL.into_iter().map(Some).chain([None]) {
        let mine: Vec<&Grid> = grids.iter().filter(|grid| grid.family == wanted).collect();
        if mine.is_empty() {
            continue;
        }
        // A column without a single year would only take the room of the names.
        let years = mine.iter().any(|grid| grid.year.is_some());
        let year_at = 3;
        let rows = mine.iter().map(|grid| {
            let mut row = listed(grid, false);
            if !years {
                row.remove(year_at);
            }
            row
        });
        let mut columns = columns.clone();
        columns.retain(|column| years || column.id != "year");
        blocks.push(Block::Heading(family(wanted)));
        blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows.collect::<Vec<_>>()) }));
    }
    let mut data_columns = vec![Column::text("family", Message::ColumnFamily {})];
    data_columns.extend(columns);
    data_columns.extend([Column::text("version", Message::ColumnVersion {}), Column::text("source", Message::ColumnIssuer {})]);
    let rows: Vec<Vec<Cell<'_>>> = grids.iter().map(|grid| listed(grid, true)).collect();
    Document { blocks, data: Some(Sheet { columns: data_columns, rows: Box::new(rows) }) }
}

fn text(label: &Label) -> Message {
    Message::Text { label: label.clone() }
}

/// One grid, as a committee reads it.
pub fn grid(grid: &Grid) -> Document<'_> {
    let mut blocks = vec![
        Block::Title(text(&grid.title)),
        Block::Paragraph(Message::GridLine { title: Label::same(&grid.id), version: grid.version.clone() }),
    ];
    if let Some(source) = &grid.source {
        blocks.push(Block::Paragraph(Message::SourceLine { source: source.clone() }));
    }
    let stages: Vec<Message> = grid.stages.iter().filter(|stage| !stage.id.is_empty()).map(|stage| text(&stage.label)).collect();
    if !stages.is_empty() {
        blocks.push(Block::Heading(Message::HeadingStages {}));
        blocks.push(Block::List(stages));
    }
    gates(grid, &mut blocks);
    let columns = || {
        vec![
            Column::text("criterion", Message::ColumnCriterion {}).flexible(),
            Column::number("weight", Message::ColumnWeight {}),
            Column::text("scale", Message::ColumnScale {}).flexible(),
        ]
    };
    if !grid.criteria.is_empty() {
        blocks.push(Block::Heading(Message::HeadingCriteria {}));
        let mut rows = Vec::new();
        branch(grid, None, 0, &mut rows);
        if grid.has_total() {
            rows.push(vec![Cell::say(Message::TotalLine {}), Cell::Exact(grid.total.into()), Cell::Text("")]);
        }
        blocks.push(Block::Table(Sheet { columns: columns(), rows: Box::new(rows) }));
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
    }
    totals(grid, &mut blocks);
    levels(grid, &mut blocks);
    tracks(grid, &mut blocks);
    if !grid.validities.is_empty() {
        blocks.push(Block::Heading(Message::HeadingValidity {}));
        let fact = |index: usize| reasons::fact_label(grid, index);
        let lines = grid.validities.iter().map(|validity| Message::ValidFor {
            label: validity.label.clone(),
            years: usize::from(validity.years),
            fact: fact(validity.fact),
        });
        blocks.push(Block::List(lines.collect()));
    }
    if !grid.criteria.is_empty() {
        blocks.push(Block::Heading(Message::HeadingRules {}));
        blocks.push(Block::List(rules(grid)));
    }
    let data: Vec<Vec<Cell<'_>>> = grid
        .criteria
        .iter()
        .map(|criterion| {
            vec![
                Cell::say(Message::Verbatim { text: criterion.id.clone() }),
                Cell::Exact(criterion.weight.clone()),
                Cell::say(Message::ConditionAll { parts: scales(grid, criterion) }),
            ]
        })
        .collect();
    Document { blocks, data: Some(Sheet { columns: columns(), rows: Box::new(data) }) }
}

fn gates<'a>(grid: &'a Grid, blocks: &mut Vec<Block<'a>>) {
    if grid.gates.is_empty() {
        return;
    }
    let staged = grid.stages.len() > 1;
    let rows: Vec<Vec<Cell<'_>>> = grid
        .gates
        .iter()
        .map(|gate| {
            let mut row = vec![Cell::say(text(&gate.label)), Cell::say(gate.require.describe(grid))];
            if let Some(stage) = grid.stages.get(gate.stage).filter(|_| staged) {
                row.insert(0, Cell::say(text(&stage.label)));
            }
            row
        })
        .collect();
    let mut columns = vec![
        Column::text("gate", Message::ColumnName {}).flexible(),
        Column::text("required", Message::ColumnRequired {}).flexible(),
    ];
    if staged {
        columns.insert(0, Column::text("stage", Message::ColumnStage {}));
    }
    blocks.push(Block::Heading(Message::HeadingGates {}));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

/// What stands in a group, or at the top: each group before what stands in it.
fn branch<'a>(grid: &'a Grid, of: Option<usize>, depth: usize, rows: &mut Vec<Vec<Cell<'a>>>) {
    let indented = |message: Message| (0..depth).fold(message, |inner, _| Message::Indented { what: Box::new(inner) });
    for item in grid.children(of) {
        let label = indented(text(&grid.item_label(item)));
        match item {
            Item::Criterion(index) => {
                let Some(criterion) = grid.criteria.get(index) else { continue };
                let weighs = criterion.role != Role::Aside && (grid.has_total() || of.is_some());
                rows.push(vec![
                    Cell::say(label),
                    if weighs { Cell::Exact(criterion.weight.clone()) } else { Cell::Missing },
                    Cell::say(Message::ConditionAll { parts: scales(grid, criterion) }),
                ]);
            }
            Item::Group(index) => {
                let Some(group) = grid.groups.get(index) else { continue };
                rows.push(vec![
                    Cell::say(label),
                    Cell::Exact(group.weight.clone()),
                    Cell::say(Message::ConditionAll { parts: group_says(group) }),
                ]);
                branch(grid, Some(index), depth + 1, rows);
            }
        }
    }
}

fn role(role: Role) -> Option<Message> {
    match role {
        Role::Weighed => None,
        Role::Bonus => Some(Message::RoleBonus {}),
        Role::Malus => Some(Message::RoleMalus {}),
        Role::Aside => Some(Message::RoleAside {}),
    }
}

fn group_says(group: &Group) -> Vec<Message> {
    let mut parts = vec![match group.score {
        GroupScore::Sum => Message::GroupAdds {},
        GroupScore::Mean => Message::GroupMean {},
    }];
    parts.extend(role(group.role));
    parts.extend(group.cap.clone().map(|cap| Message::CapOf { cap }));
    parts.extend(group.minimum.map(|minimum| Message::MinimumOf { minimum: minimum.into() }));
    parts.extend(group.target.map(|target| Message::TargetOf { target: target.into() }));
    parts
}

/// How a criterion is measured, its minimum, and its other ways.
fn scales(grid: &Grid, criterion: &Criterion) -> Vec<Message> {
    let mut parts = vec![reasons::measure(grid, &criterion.measure)];
    parts.extend(role(criterion.role));
    parts.extend(criterion.minimum.map(|minimum| Message::MinimumOf { minimum: minimum.into() }));
    parts.extend(criterion.target.map(|target| Message::TargetOf { target: target.into() }));
    let stage = grid.stages.get(criterion.stage).filter(|stage| !stage.id.is_empty());
    parts.extend(stage.map(|stage| Message::AtStage { stage: stage.label.clone() }));
    parts.extend(
        criterion
            .ways
            .iter()
            .map(|(way, other)| Message::WayNamed { way: way.clone(), scale: Box::new(reasons::measure(grid, other)) }),
    );
    parts
}

fn best(best: Best) -> Message {
    match best {
        Best::Highest => Message::BestHighest {},
        Best::Lowest => Message::BestLowest {},
    }
}

fn totals<'a>(grid: &'a Grid, blocks: &mut Vec<Block<'a>>) {
    if grid.totals.is_empty() {
        return;
    }
    let rows: Vec<Vec<Cell<'_>>> = grid
        .totals
        .iter()
        .map(|total| {
            let mut how = vec![total.form.describe(grid)];
            how.extend(total.at_least.map(|bound| Message::AtLeast { bound: bound.into() }));
            how.extend(total.at_most.map(|bound| Message::AtMost { bound: bound.into() }));
            vec![Cell::say(text(&total.label)), Cell::say(Message::ConditionAll { parts: how })]
        })
        .collect();
    let columns =
        vec![Column::text("total", Message::ColumnName {}).flexible(), Column::text("of", Message::ColumnHow {}).flexible()];
    blocks.push(Block::Heading(Message::HeadingTotals {}));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

fn levels<'a>(grid: &'a Grid, blocks: &mut Vec<Block<'a>>) {
    if grid.levels.is_empty() {
        return;
    }
    let rows: Vec<Vec<Cell<'_>>> = grid
        .levels
        .iter()
        .map(|level| {
            let when = level.when.as_ref().map_or(Message::AllTheRest {}, |when| when.describe(grid));
            vec![Cell::say(text(&level.label)), Cell::say(when)]
        })
        .collect();
    let columns = vec![Column::text("level", Message::ColumnLevel {}), Column::text("when", Message::ColumnWhen {}).flexible()];
    blocks.push(Block::Heading(Message::HeadingLevels {}));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

fn tracks<'a>(grid: &'a Grid, blocks: &mut Vec<Block<'a>>) {
    if grid.tracks.is_empty() {
        return;
    }
    let rows: Vec<Vec<Cell<'_>>> = grid
        .tracks
        .iter()
        .map(|track| {
            let when = track.when.as_ref().map_or(Message::AllTheRest {}, |when| when.describe(grid));
            let weights = track
                .weights
                .iter()
                .map(|(item, weight)| Message::TrackWeight { item: grid.item_label(*item), weight: weight.clone() });
            let minimums = track
                .minimums
                .iter()
                .map(|(item, minimum)| Message::BarMinimum { criterion: grid.item_label(*item), minimum: (*minimum).into() });
            let pass = track.pass.map(|pass| Message::BarPass { pass: pass.into() });
            let places = track.places.map(|places| Message::TrackPlaces { places });
            let budget = track.budget.map(|budget| Message::TrackBudget { budget: budget.into() });
            let changes = weights.chain(minimums).chain(pass).chain(places).chain(budget).collect();
            vec![Cell::say(text(&track.label)), Cell::say(when), Cell::say(Message::ConditionAll { parts: changes })]
        })
        .collect();
    let columns = vec![
        Column::text("track", Message::ColumnTrack {}),
        Column::text("when", Message::ColumnWhen {}).flexible(),
        Column::text("changes", Message::ColumnWhat {}).flexible(),
    ];
    blocks.push(Block::Heading(Message::HeadingTracks {}));
    blocks.push(Block::Table(Sheet { columns, rows: Box::new(rows) }));
}

fn rules(grid: &Grid) -> Vec<Message> {
    let rules = &grid.rules;
    let mut said = Vec::new();
    if !grid.ranks() {
        said.push(Message::RuleRanksNothing {});
    } else if rules.rank_by != RankBy::Total(crate::model::TotalRef::Main) {
        let what = Box::new(reasons::what_ranks(grid));
        said.push(Message::RuleRankBy { what, best: Box::new(best(grid.best())) });
    }
    let policy = match rules.missing {
        Missing::Unrated => Message::PolicyUnrated {},
        Missing::Error => Message::PolicyError {},
        Missing::Reweight => Message::PolicyReweight {},
        Missing::Lowest => Message::PolicyLowest {},
    };
    // Where facts give all the points, there are no marks to combine.
    if grid.criteria.iter().any(|criterion| matches!(criterion.measure, Measure::Marks(_))) {
        said.push(Message::RuleMissing { policy: Box::new(policy) });
        match rules.not_applicable {
            NotApplicable::Refuse => {}
            NotApplicable::LeaveOut => said.push(Message::RuleNotApplicable { policy: Box::new(Message::PolicyLeaveOut {}) }),
            NotApplicable::ShareOut => said.push(Message::RuleNotApplicable { policy: Box::new(Message::PolicyShareOut {}) }),
        }
        said.extend(panel(rules));
        said.extend(grid.criteria.iter().filter_map(|criterion| {
            let policy = Box::new(criterion.combine.as_ref()?.describe());
            Some(Message::RuleCombineOwn { criterion: criterion.label.clone(), policy })
        }));
    }
    said.extend(rounding(grid));
    said.extend(rules.cap.map(|cap| Message::RuleCap { cap: cap.into() }));
    said.extend(rules.pass.map(|pass| Message::RulePass { pass: pass.into() }));
    if rules.tracks_apart {
        said.push(Message::RuleApart {});
    }
    said.extend(rules.cost.map(|cost| Message::RuleCost { cost: reasons::fact_label(grid, cost) }));
    if grid.ranks() {
        said.push(if rules.ties.is_empty() {
            Message::RuleTiesShared {}
        } else {
            Message::RuleTies { criteria: rules.ties.iter().map(|key| tie(grid, key)).collect() }
        });
    }
    if rules.ranks == Ranks::Dense {
        said.push(Message::RuleDense {});
    }
    said
}

/// How the marks of several reviewers combine.
fn panel(rules: &Rules) -> Vec<Message> {
    let panel = &rules.panel;
    let tied = |tied| match tied {
        TiedRanks::Mean => Box::new(Message::TiedMean {}),
        TiedRanks::Lowest => Box::new(Message::TiedLowest {}),
    };
    let policy = || Box::new(panel.policy.describe());
    let mut said = vec![match rules.combine {
        Combine::Marks => Message::RuleCombine { policy: policy() },
        Combine::Totals => Message::RuleCombineTotals { policy: policy() },
        Combine::RankSum { tied: rank, mean: false } => Message::RuleRankSum { tied: tied(rank) },
        Combine::RankSum { tied: rank, mean: true } => Message::RuleRankMean { tied: tied(rank) },
    }];
    said.extend(panel.cases.iter().map(|case| {
        let marks = match (case.least, case.most) {
            (least, Some(most)) if least == most => Message::MarksExactly { count: least },
            (1, Some(most)) => Message::MarksAtMost { count: most },
            (least, Some(most)) => Message::MarksBetween { least, most },
            (least, None) => Message::MarksAtLeast { count: least },
        };
        let apart = case.apart.map(|apart| &Exact::from(apart) * &Exact::whole(100));
        Message::RuleCase { marks: Box::new(marks), apart, policy: Box::new(case.policy.describe()) }
    }));
    said.push(match panel.quorum {
        Quorum::Count(quorum) => Message::RuleQuorum { quorum },
        Quorum::Majority => Message::QuorumMajority {},
        Quorum::All => Message::QuorumAll {},
    });
    said.extend(panel.reviewers.map(|quorum| Message::QuorumReviewers {
        quorum: Box::new(match quorum {
            Quorum::Count(count) => Message::QuorumNumber { count },
            Quorum::Majority => Message::QuorumHalf {},
            Quorum::All => Message::QuorumEveryone {},
        }),
    }));
    said.extend(match panel.abstained {
        Abstained::LeaveOut => None,
        Abstained::Excuse => Some(Message::RuleAbstainedExcuse {}),
        Abstained::Lowest => Some(Message::RuleAbstainedLowest {}),
    });
    said.extend(panel.missing_is_lowest.then_some(Message::RuleOneMissingLowest {}));
    said.extend(panel.consensus.map(|consensus| match consensus {
        Consensus::Replaces => Message::RuleConsensusReplaces {},
        Consensus::Bounds(band) => Message::RuleConsensusBounds { band: band.into() },
    }));
    said
}

/// A tie key with what comes first on it.
fn tie(grid: &Grid, key: &TieKey) -> Message {
    let what = reasons::tie_key(grid, key);
    match key {
        TieKey::Scored { .. } => what,
        TieKey::Fact { best: end, .. } | TieKey::Ratio { best: end, .. } => {
            Message::WithBest { what: Box::new(what), best: Box::new(best(*end)) }
        }
        TieKey::First { fact, values } => {
            let kind = grid.facts.get(*fact).map(|fact| &fact.kind);
            let value = |seen: &crate::model::Seen| match (seen, kind) {
                (crate::model::Seen::Choice(index), Some(crate::model::FactKind::Choice(values))) => {
                    values.get(*index).map(|value| text(&value.label))
                }
                (crate::model::Seen::YesNo(yes), _) => Some(if *yes { Message::Yes {} } else { Message::No {} }),
                _ => None,
            };
            Message::FirstValues { fact: reasons::fact_label(grid, *fact), values: values.iter().filter_map(value).collect() }
        }
    }
}

fn rounding(grid: &Grid) -> Option<Message> {
    let round = grid.rules.round;
    let steps: Vec<Message> = [
        round.marks.map(|decimals| Message::RoundMarks { decimals }),
        round.points.map(|decimals| Message::RoundPoints { decimals }),
        round.groups.map(|decimals| Message::RoundGroups { decimals }),
        round.totals.map(|decimals| Message::RoundTotals { decimals }),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!steps.is_empty()).then_some(Message::RuleRound { steps })
}
