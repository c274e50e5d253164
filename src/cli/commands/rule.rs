//! `grille rule`: every rule of `check` in a table, or why one is there, with its example.

use crate::cli::args::{Format, RuleArgs};
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, example, present};
use crate::model::rule::{RULES, named, nearest_to};
use crate::model::{Findings, Rule};
use crate::read::pages;
use crate::report::views::Explained;
use crate::report::{json, views};
use crate::text::Message;

/// Runs the command.
///
/// # Errors
/// When no rule has that code or name, or the output cannot be written.
pub fn run(args: &RuleArgs, context: &Context) -> anyhow::Result<Outcome> {
    let one = args.code.as_deref().map(wanted).transpose()?;
    let rules = one.as_ref().map_or(RULES, std::slice::from_ref);
    // For programs the examples are files: what `check` says of them, they can ask it.
    let tried = (one.is_some() || args.all) && context.format != Some(Format::Json);
    let explained: Vec<Explained> = rules.iter().map(|rule| explain(rule, tried)).collect();
    let document = match explained.as_slice() {
        [explained] if one.is_some() => views::rule(explained),
        every if args.all => views::all(every),
        _ => views::rules(rules),
    };
    present::write(&document, &|out| json::rules(&explained, out), context, &[])
}

fn explain(rule: &'static Rule, tried: bool) -> Explained {
    let page = pages::page(rule);
    let found = if tried { example::found(rule, &page) } else { Findings::new() };
    Explained { rule, page, found }
}

fn wanted(name: &str) -> anyhow::Result<&'static Rule> {
    named(name).ok_or_else(|| Said(Message::UnknownRule { name: name.to_owned(), near: nearest_to(name) }).into())
}
