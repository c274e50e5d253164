//! The draft of a call: what `call.toml` and the command line say together, before any of the files they name is read.

use super::answers::{Answer, Sentinel, words};
use super::columns::{Mapping, strange_targets};
use super::numbers::Written;
use super::panel::PanelDraft;
use super::said::Said;
use super::shapes::CALL_FILE;
use super::walk::walk;
use crate::model::condition::Condition;
use crate::model::nearest::nearest;
use crate::model::{At, Call, Cutoff, Finding, Findings, Grid, Node, Placed, Severity, Table, rule};
use crate::number::{Date, DateForm, Decimal};
use crate::read::DecimalSign;
use crate::text::{Label, Message};

/// What a call says.
#[derive(Debug, Default)]
pub struct CallDraft {
    /// Whether there is a call file, which has then been held against the keys it must have.
    pub from_file: bool,
    /// Its name.
    pub title: Option<Label>,
    /// The grid: a file, or a shipped grid’s identifier.
    pub grid: Option<Said<String>>,
    /// The file of submissions.
    pub submissions: Option<Said<String>>,
    /// The files of marks, or patterns; empty where marks stand beside the facts.
    pub marks: Vec<Said<String>>,
    /// Whether nobody may have marked yet: mark files are not opened, and submissions need no columns of marks.
    pub before_marks: bool,
    /// The lists, by name.
    pub lists: Vec<(String, Said<String>)>,
    /// How far down the ranking submissions are selected.
    pub cutoff: Option<Said<Cutoff>>,
    /// The folder of the round before.
    pub previous: Option<Said<String>>,
    /// The reference date.
    pub as_of: Option<Date>,
    /// The ways chosen: criterion, way.
    pub ways: Vec<(Said<String>, Said<String>)>,
    /// Other people's headings.
    pub(super) columns: Vec<Mapping>,
    /// Who marks what.
    pub panel: PanelDraft,
    /// What other words mean in mark files.
    pub(super) words: Vec<(String, Answer)>,
    /// Numbers that are no marks.
    pub(super) sentinels: Vec<Sentinel>,
    /// What stands before the names of files, which the call itself does not write.
    pub prefix: String,
    /// How numbers and dates are written.
    pub written: Written,
    /// The encoding of the tables, when declared.
    pub encoding: Option<String>,
    /// The delimiter of CSV files, when declared.
    pub delimiter: Option<u8>,
}

/// What the command line says instead of, or beyond, `call.toml`.
#[derive(Debug, Default, Clone)]
pub struct Overrides {
    /// `--grid`
    pub grid: Option<String>,
    /// `--submissions`
    pub submissions: Option<String>,
    /// `--marks`
    pub marks: Vec<String>,
    /// `--list NAME=FILE`
    pub lists: Vec<(String, String)>,
    /// `--places`
    pub places: Option<usize>,
    /// `--as-of`
    pub as_of: Option<Date>,
    /// `--way CRITERION=WAY`
    pub ways: Vec<(String, String)>,
    /// `--column HEADING=NAME`
    pub columns: Vec<(String, String)>,
    /// `--decimal`
    pub decimal: Option<DecimalSign>,
    /// `--dates`
    pub dates: Option<DateForm>,
    /// `--encoding`
    pub encoding: Option<String>,
    /// `--delimiter`
    pub delimiter: Option<u8>,
}

impl CallDraft {
    /// Reads the tree of a `call.toml`. What the walker refuses is left out.
    pub fn from_tree(root: &Node, findings: &mut Findings) -> Self {
        walk(root, &CALL_FILE, findings);
        let mut draft = Self { from_file: true, ..Self::default() };
        let Some(fields) = root.table() else { return draft };
        let owned = |placed: Placed<&str>| Said::placed(Placed { value: placed.value.to_owned(), span: placed.span });
        if let Some(call) = fields.table("call") {
            draft.title = call.label("title");
            draft.grid = call.text("grid").map(owned);
            draft.submissions = call.text("submissions").map(owned);
            draft.marks = call
                .one_or_list("marks")
                .iter()
                .filter_map(|node| Some(Said { value: node.text()?.to_owned(), span: Some(node.span.clone()) }))
                .collect();
            draft.cutoff = cutoff(call, findings);
            draft.previous = call.text("previous").map(owned);
            draft.as_of = call.date("as_of").map(|date| date.value);
        }
        let pairs = |table: &str| {
            let fields = fields.table(table).map(|fields| fields.0.as_slice()).unwrap_or_default();
            fields.iter().filter_map(|field| {
                let key = Said { value: field.key.clone(), span: Some(field.key_span.clone()) };
                Some((key, Said { value: field.node.text()?.trim().to_owned(), span: Some(field.node.span.clone()) }))
            })
        };
        draft.lists = pairs("lists").map(|(name, file)| (name.value, file)).collect();
        draft.ways = pairs("ways").collect();
        draft.columns = pairs("columns")
            .map(|(heading, target)| Mapping {
                heading: heading.value,
                target: target.value,
                span: heading.span,
                target_span: target.span,
            })
            .collect();
        draft.panel = PanelDraft::from_fields(fields, findings);
        draft.words = words(fields, findings);
        draft.sentinels = fields.list("sentinel").iter().filter_map(|node| Sentinel::from_fields(node.table()?)).collect();
        if let Some(notation) = fields.table("notation") {
            draft.written.decimal = notation.text("decimal").and_then(|word| DecimalSign::from_word(word.value));
            draft.written.dates = notation.text("dates").and_then(|word| DateForm::from_word(word.value)).unwrap_or_default();
            draft.encoding = notation.text("encoding").map(|text| text.value.to_owned());
            draft.delimiter = notation.text("delimiter").and_then(|word| delimiter(word.value));
        }
        draft
    }

    /// The mark files are those of the call itself, and not some that the command line names.
    pub(super) fn has_own_marks(&self) -> bool {
        self.marks.iter().all(|said| said.span.is_some())
    }

    /// Other people's headings.
    pub fn mappings(&self) -> &[Mapping] {
        &self.columns
    }

    /// Lets the command line have the last word.
    pub fn override_with(&mut self, overrides: &Overrides) {
        if let Some(grid) = &overrides.grid {
            self.grid = Some(Said::argument(grid.clone()));
        }
        if let Some(submissions) = &overrides.submissions {
            self.submissions = Some(Said::argument(submissions.clone()));
        }
        if !overrides.marks.is_empty() {
            self.marks = overrides.marks.iter().cloned().map(Said::argument).collect();
        }
        for (name, file) in &overrides.lists {
            self.lists.retain(|(known, _)| known != name);
            self.lists.push((name.clone(), Said::argument(file.clone())));
        }
        if let Some(places) = overrides.places {
            self.cutoff = Some(Said::argument(Cutoff::Places(places)));
        }
        self.as_of = overrides.as_of.or(self.as_of);
        for (criterion, way) in &overrides.ways {
            self.ways.retain(|(known, _)| known.value != *criterion);
            self.ways.push((Said::argument(criterion.clone()), Said::argument(way.clone())));
        }
        for (heading, target) in &overrides.columns {
            self.columns.retain(|known| known.heading != *heading);
            self.columns.push(Mapping { heading: heading.clone(), target: target.clone(), span: None, target_span: None });
        }
        self.written.decimal = overrides.decimal.or(self.written.decimal);
        self.written.dates = overrides.dates.unwrap_or(self.written.dates);
        self.encoding = overrides.encoding.clone().or_else(|| self.encoding.take());
        self.delimiter = overrides.delimiter.or(self.delimiter);
    }

    /// The call, once its grid is known.
    pub fn call(&self, grid: &Grid, findings: &mut Findings) -> Option<Call> {
        let errors = findings.count(Severity::Error);
        let mut ways = vec![None; grid.criteria.len()];
        for (criterion, way) in &self.ways {
            let Some(index) = grid.criterion(&criterion.value) else {
                let known = || grid.criteria.iter().map(|criterion| criterion.id.as_str());
                let message =
                    Message::CriterionUnknown { criterion: criterion.value.clone(), near: nearest(&criterion.value, known()) };
                said(findings, &criterion.at(), message)
                    .help(Message::KnownValues { known: known().map(str::to_owned).collect() });
                continue;
            };
            let known = || grid.criteria[index].ways.iter().map(|(name, _)| name.as_str());
            if known().any(|name| name == way.value) {
                ways[index] = Some(way.value.clone());
            } else {
                let message = Message::WayUnknown {
                    way: way.value.clone(),
                    criterion: criterion.value.clone(),
                    near: nearest(&way.value, known()),
                };
                let help = if known().next().is_none() {
                    Message::WayNoneHelp {}
                } else {
                    Message::KnownValues { known: known().map(str::to_owned).collect() }
                };
                said(findings, &way.at(), message).help(help);
            }
        }
        // Without its ways a call asks for other columns; whatever else is wrong leaves the files to be checked all the same.
        let sound = findings.count(Severity::Error) == errors;
        if self.as_of.is_none() {
            for label in dated(grid, &ways) {
                let at = self.grid.as_ref().map_or(At::Arguments, Said::at);
                findings
                    .push_at(&rule::AS_OF_MISSING, at, Message::AsOfMissing { gate: label })
                    .help(Message::AsOfMissingHelp {});
            }
        }
        if let Some(Said { value: Cutoff::Budget(_), .. }) = &self.cutoff
            && grid.rules.cost.is_none()
        {
            let at = self.cutoff.as_ref().map_or(At::Arguments, Said::at);
            findings.push_at(&rule::CUTOFF, at, Message::BudgetWithoutCost {}).help(Message::BudgetWithoutCostHelp {});
        }
        if let Some(cutoff) =
            self.cutoff.as_ref().filter(|said| grid.rules.tracks_apart && matches!(said.value, Cutoff::Budget(_)))
        {
            findings.push_at(&rule::CUTOFF, cutoff.at(), Message::BudgetApart {}).help(Message::BudgetApartHelp {});
        }
        let own_cut = grid.tracks.iter().any(|track| track.places.is_some() || track.budget.is_some());
        let apart = |said: &&Said<Cutoff>| grid.rules.tracks_apart && matches!(said.value, Cutoff::Budget(_));
        if let Some(cutoff) = self.cutoff.as_ref().filter(|said| own_cut && !apart(said)) {
            findings.push_at(&rule::CUTOFF, cutoff.at(), Message::PlacesTwice {}).help(Message::PlacesTwiceHelp {});
        }
        if let Some(cutoff) = self.cutoff.as_ref().filter(|_| !grid.ranks() && !grid.criteria.is_empty()) {
            findings.push_at(&rule::CUTOFF, cutoff.at(), Message::PlacesWithoutRank {}).help(Message::PlacesWithoutRankHelp {});
        }
        for (name, file) in &self.lists {
            let known = || grid.facts.iter().filter_map(|fact| fact.count.as_ref()).map(|count| count.list.as_str());
            if !known().any(|list| list == name) {
                let known_lists: Vec<String> = known().map(str::to_owned).collect();
                let help =
                    if known_lists.is_empty() { Message::ListUnusedHelp {} } else { Message::KnownValues { known: known_lists } };
                findings
                    .push_at(
                        &rule::LIST_UNUSED,
                        file.at(),
                        Message::ListUnused { list: name.clone(), near: nearest(name, known()) },
                    )
                    .help(help);
            }
        }
        strange_targets(&self.columns, grid, &self.panel.conflict_facts(), findings);
        let cutoff = self.cutoff.as_ref().map(|said| said.value);
        sound.then(|| Call { title: self.title.clone(), cutoff, as_of: self.as_of, ways, carried: None })
    }

    /// The headings to which `[columns]` gives a meaning.
    pub fn renamed(&self) -> Vec<String> {
        self.columns.iter().map(|mapping| mapping.heading.clone()).collect()
    }

    /// Lines of `[columns]` whose heading is in none of the tables.
    pub fn unused_columns(&self, tables: &[&Table], findings: &mut Findings) {
        for mapping in &self.columns {
            let headings = || tables.iter().flat_map(|table| table.headings()).map(|heading| heading.name.as_str());
            if !headings().any(|heading| crate::model::nearest::same_word(heading, &mapping.heading)) {
                let at = mapping.span.clone().map_or(At::Arguments, At::Span);
                let message =
                    Message::HeadingUnknown { heading: mapping.heading.clone(), near: nearest(&mapping.heading, headings()) };
                findings.push_at(&rule::COLUMN_MAP, at, message).help(Message::HeadingUnknownHelp {});
            }
        }
    }
}

/// What of a grid looks at the call’s reference date, by name, each once.
fn dated(grid: &Grid, ways: &[Option<String>]) -> Vec<Label> {
    let gates = grid.gates.iter().filter(|gate| gate.require.needs_today()).map(|gate| gate.label.clone());
    let needs = |when: &Option<Condition>| when.as_ref().is_some_and(Condition::needs_today);
    let levels = grid.levels.iter().filter(|level| needs(&level.when)).map(|level| level.label.clone());
    let tracks = grid.tracks.iter().filter(|track| needs(&track.when)).map(|track| track.label.clone());
    let criteria =
        grid.criteria.iter().zip(ways).filter(|(criterion, way)| {
            criterion.measure(way.as_deref()).parts().iter().any(|part| part.reading.needs_today(grid))
        });
    gates.chain(levels).chain(tracks).chain(criteria.map(|(criterion, _)| criterion.label.clone())).collect()
}

/// The one way in which a call says how many can be selected.
fn cutoff(call: &crate::model::Fields, findings: &mut Findings) -> Option<Said<Cutoff>> {
    let places = call.whole("places").map(|places| Placed { value: Cutoff::Places(places.value), span: places.span });
    let share = call.number("share").and_then(|share| {
        if share.value <= Decimal::ZERO || share.value > Decimal::ONE {
            findings
                .push(&rule::CUTOFF, &share.span, Message::ShareRange { share: share.value.into() })
                .help(Message::ShareRangeHelp {});
            return None;
        }
        Some(Placed { value: Cutoff::Share(share.value), span: share.span })
    });
    let budget = call.number("budget").and_then(|budget| {
        if budget.value <= Decimal::ZERO {
            findings.push(&rule::CUTOFF, &budget.span, Message::ScaleNotPositive { value: budget.value.into() });
            return None;
        }
        Some(Placed { value: Cutoff::Budget(budget.value), span: budget.span })
    });
    let mut said = [places, share, budget].into_iter().flatten();
    let (first, second) = (said.next(), said.next());
    if let Some(second) = second {
        findings.push(&rule::CUTOFF, &second.span, Message::CutoffTwice {}).help(Message::CutoffTwiceHelp {});
    }
    first.map(Said::placed)
}

fn said<'a>(findings: &'a mut Findings, at: &At, message: Message) -> &'a mut Finding {
    findings.push_at(&rule::WAY_UNKNOWN, at.clone(), message)
}

/// The byte that a word of `notation.delimiter` or `--delimiter` means.
pub fn delimiter(word: &str) -> Option<u8> {
    match word {
        "," => Some(b','),
        ";" => Some(b';'),
        "tab" | "\t" => Some(b'\t'),
        _ => None,
    }
}
