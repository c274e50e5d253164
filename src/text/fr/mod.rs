//! The French catalogue, as a Québec committee writes. One file a room; words that several need are here.

mod check;
mod cli;
mod compare;
mod composition;
mod contribution;
mod form;
mod intake;
mod lint;
mod panel;
mod read;
mod report;
mod results;
mod robustness;
mod rules;
mod settings;
mod sheets;
mod simulation;

use super::message::Said;
use super::{Lang, Message};
use crate::number::Exact;

const LANG: Lang = Lang::Fr;

/// The sentence.
pub(super) fn sentence(message: &Message) -> String {
    match message.said() {
        Said::Composition(message) => composition::sentence(message),
        Said::Read(message) => read::sentence(message),
        Said::Form(message) => form::sentence(message),
        Said::Check(message) => check::sentence(message),
        Said::Lint(message) => lint::sentence(message),
        Said::Intake(message) => intake::sentence(message),
        Said::Panel(message) => panel::sentence(message),
        Said::Results(message) => results::sentence(message),
        Said::Report(message) => report::sentence(message),
        Said::Compare(message) => compare::sentence(message),
        Said::Robustness(message) => robustness::sentence(message),
        Said::Simulation(message) => simulation::sentence(message),
        Said::Contribution(message) => contribution::sentence(message),
        Said::Rules(message) => rules::sentence(message),
        Said::Sheets(message) => sheets::sentence(message),
        Said::Cli(message) => cli::sentence(message),
        Said::Settings(message) => settings::sentence(message),
    }
}

/// A sign such as `,` would be lost among the words of a list.
fn plain_or_quoted(word: &str) -> String {
    if word.chars().any(char::is_alphanumeric) { word.to_owned() } else { LANG.quote(word) }
}

/// A file as a sentence names it.
fn file(name: &str) -> String {
    if name == "-" { "l’entrée standard".to_owned() } else { LANG.quote(name) }
}

fn texts(parts: &[Message]) -> Vec<String> {
    parts.iter().map(|part| part.text(LANG)).collect()
}

/// French counts zero and one as one.
const fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count < 2 { one } else { many }
}

fn near_hint(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; vouliez-vous écrire {}?", LANG.quote(near)))
}

fn step_hint(step: Option<&Exact>) -> String {
    step.map_or_else(String::new, |step| format!(", par pas de {}", LANG.number(step)))
}

fn list_or_nobody(names: &[String]) -> String {
    match names {
        [] => "aucune n’est retenue".to_owned(),
        [one] => format!("{one} est retenue"),
        _ => format!("{} sont retenues", LANG.list(names)),
    }
}
