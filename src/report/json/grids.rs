//! `grille/grids/1` and `grille/grid/1`: the shipped library and one of its grids, for programs.

use std::io;

use serde::Serialize;

use super::{Number, Text, number, say, text, write};
use crate::model::condition::Condition;
use crate::model::{Combine, Grid, GroupScore, Quorum, RankBy, Ranks, Subject, combine};
use crate::number::Decimal;
use crate::report::reasons;
use crate::text::Label;

#[derive(Serialize)]
struct List<'a> {
    schema: &'static str,
    grids: Vec<Entry<'a>>,
}

/// A number, or `majority` or `all`.
#[derive(Serialize)]
#[serde(untagged)]
enum Quota {
    Count(usize),
    Word(&'static str),
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    version: &'a str,
    title: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Text<'a>>,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Number>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stages: Vec<Named<'a>>,
    gates: Vec<Gate<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group<'a>>,
    criteria: Vec<Criterion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    totals: Vec<Total<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<Level<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tracks: Vec<Track<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    validities: Vec<Validity<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Rules>,
}

#[derive(Serialize)]
struct One<'a> {
    schema: &'static str,
    #[serde(flatten)]
    entry: Entry<'a>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    label: Text<'a>,
}

#[derive(Serialize)]
struct Gate<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    require: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'a str>,
}

#[derive(Serialize)]
struct Group<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    #[serde(skip_serializing_if = "Option::is_none", rename = "in")]
    parent: Option<&'a str>,
    weight: Number,
    score: &'static str,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Number>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'a str>,
    weight: Number,
    role: &'static str,
    /// How its marks combine, where that is not what the rules say.
    #[serde(skip_serializing_if = "Option::is_none")]
    combine: Option<&'static str>,
    scale: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Number>,
}

#[derive(Serialize)]
struct Total<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    of: String,
    best: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<Number>,
}

#[derive(Serialize)]
struct Level<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    rateable: bool,
}

#[derive(Serialize)]
struct Track<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
}

#[derive(Serialize)]
struct Validity<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    fact: &'a str,
    years: u16,
}

/// The policies, where something is marked, in the words of the grid language.
#[derive(Serialize)]
struct Rules {
    missing: &'static str,
    not_applicable: &'static str,
    combine: &'static str,
    quorum: Quota,
    rank_by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pass: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<Number>,
    ties: Vec<String>,
    ranks: &'static str,
}

fn named<'a>(id: &'a str, label: &'a Label) -> Named<'a> {
    Named { id, label: text(label) }
}

fn stage(grid: &Grid, stage: usize) -> Option<&str> {
    grid.stages.get(stage).map(|stage| stage.id.as_str()).filter(|id| !id.is_empty())
}

fn group(grid: &Grid, group: Option<usize>) -> Option<&str> {
    grid.groups.get(group?).map(|group| group.id.as_str())
}

fn decimal(value: Option<Decimal>) -> Option<Number> {
    value.map(|value| number(&value.into()))
}

fn rules(grid: &Grid) -> Rules {
    let rules = &grid.rules;
    Rules {
        missing: rules.missing.word(),
        not_applicable: rules.not_applicable.word(),
        combine: match rules.combine {
            Combine::RankSum { mean: false, .. } => combine::RANK_SUM,
            Combine::RankSum { mean: true, .. } => combine::RANK_MEAN,
            Combine::Marks | Combine::Totals => rules.panel.policy.word(),
        },
        quorum: match rules.panel.quorum {
            Quorum::Count(count) => Quota::Count(count),
            Quorum::Majority => Quota::Word("majority"),
            Quorum::All => Quota::Word("all"),
        },
        rank_by: match rules.rank_by {
            RankBy::Nothing => "none".to_owned(),
            RankBy::Total(total) => grid.topic(&Subject::Total(total)).map_or_else(String::new, |topic| topic.id.to_owned()),
        },
        pass: decimal(rules.pass),
        at_most: decimal(rules.cap),
        ties: rules.ties.iter().map(|key| reasons::tie_code(grid, key)).collect(),
        ranks: match rules.ranks {
            Ranks::Competition => "competition",
            Ranks::Dense => "dense",
        },
    }
}

fn entry(grid: &Grid) -> Entry<'_> {
    let criteria = grid.criteria.iter().map(|criterion| Criterion {
        named: named(&criterion.id, &criterion.label),
        group: group(grid, criterion.group),
        stage: stage(grid, criterion.stage),
        weight: number(&criterion.weight),
        role: criterion.role.word(),
        combine: criterion.combine.as_ref().map(|policy| policy.word()),
        scale: say(&reasons::measure(grid, &criterion.measure)),
        minimum: decimal(criterion.minimum),
        target: decimal(criterion.target),
    });
    let when = |when: &Option<Condition>| when.as_ref().map(|when| say(&when.describe(grid)));
    let gate = |gate: &'_ crate::model::Gate| say(&gate.require.describe(grid));
    let groups = grid.groups.iter().map(|one| Group {
        named: named(&one.id, &one.label),
        parent: group(grid, one.parent),
        weight: number(&one.weight),
        score: match one.score {
            GroupScore::Sum => "sum",
            GroupScore::Mean => "mean",
        },
        role: one.role.word(),
        at_most: one.cap.as_ref().map(number),
        minimum: decimal(one.minimum),
        target: decimal(one.target),
    });
    let totals = grid.totals.iter().map(|total| Total {
        named: named(&total.id, &total.label),
        of: say(&total.form.describe(grid)),
        best: total.best.word(),
        at_least: decimal(total.at_least),
        at_most: decimal(total.at_most),
    });
    let validities = grid.validities.iter().map(|validity| Validity {
        named: named(&validity.id, &validity.label),
        fact: grid.facts.get(validity.fact).map_or("", |fact| fact.id.as_str()),
        years: validity.years,
    });
    Entry {
        id: &grid.id,
        version: &grid.version,
        title: text(&grid.title),
        family: grid.family.map(crate::model::Family::word),
        issuer: grid.issuer.as_ref().map(text),
        year: grid.year,
        source: grid.source.as_ref().map(text),
        sha256: grid.file.sha256(),
        total: Some(grid.total).filter(|_| grid.has_total()).and_then(|total| decimal(Some(total))),
        stages: grid.stages.iter().filter(|stage| !stage.id.is_empty()).map(|stage| named(&stage.id, &stage.label)).collect(),
        gates: grid
            .gates
            .iter()
            .map(|one| Gate { named: named(&one.id, &one.label), require: gate(one), stage: stage(grid, one.stage) })
            .collect(),
        groups: groups.collect(),
        criteria: criteria.collect(),
        totals: totals.collect(),
        levels: grid
            .levels
            .iter()
            .map(|level| Level { named: named(&level.id, &level.label), when: when(&level.when), rateable: level.rateable })
            .collect(),
        tracks: grid
            .tracks
            .iter()
            .map(|track| Track { named: named(&track.id, &track.label), when: when(&track.when) })
            .collect(),
        validities: validities.collect(),
        rules: (!grid.criteria.is_empty()).then(|| rules(grid)),
    }
}

/// Writes the shipped library.
///
/// # Errors
/// Those of `out`.
pub fn grids(grids: &[Grid], out: &mut dyn io::Write) -> io::Result<()> {
    write(&List { schema: "grille/grids/1", grids: grids.iter().map(entry).collect() }, out)
}

/// Writes one grid.
///
/// # Errors
/// Those of `out`.
pub fn grid(grid: &Grid, out: &mut dyn io::Write) -> io::Result<()> {
    write(&One { schema: "grille/grid/1", entry: entry(grid) }, out)
}
