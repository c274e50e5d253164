//! The words of the domain as types: if it exists, it is valid. No input or output happens here.

mod access;
mod best;
mod call;
pub mod combine;
pub mod condition;
mod criterion;
pub mod fact;
mod finding;
mod grid;
mod group;
pub mod keys;
mod marks;
pub mod names;
pub mod nearest;
mod node;
mod outcome;
mod panel;
pub mod reading;
pub mod rule;
mod rules;
pub mod scale;
mod scenario;
mod source;
pub mod subject;
mod submissions;
mod table;
pub mod total;

pub use access::Placed;
pub use best::Best;
pub use call::{Call, Carried, CarriedOver, Cutoff};
pub use criterion::{Criterion, Measure, Part, Role};
pub use fact::{ChoiceValue, CountOf, Fact, FactKind, FactValue, ListTally};
pub use finding::{At, Finding, Findings, Severity};
pub use grid::{Family, Gate, Grid};
pub use group::{Group, GroupScore};
pub use marks::{Given, Ledger, MISSING, Mark, MarkColumn, Origins, Packed};
pub use node::{Field, Fields, Node, Value};
pub use outcome::{Level, Stage, Summary, Track, Validity};
pub use panel::{Assignments, Conflict, Panel, Seat, SeatPart};
pub use rule::Rule;
pub use rules::{
    Abstained, Combine, Consensus, Missing, NotApplicable, PanelRules, Quorum, RankBy, Ranks, Rounding, Rules, TieKey, TiedRanks,
};
pub use scenario::{Scenario, Weighing};
pub use source::{CellName, Position, Sheet, Source, Span, column_letters};
pub use subject::{Counted, Item, LevelCount, Look, Seen, Share, Subject, Topic, TotalRef};
pub use submissions::{FactColumn, FactOrigin, Submissions};
pub use table::{Heading, Table, TableBuilder};
pub use total::Total;
