//! `grille screen`: the exclusion report.

use crate::cli::args::{By, ScreenArgs};
use crate::cli::{Context, Outcome, load, present};
use crate::report::{json, views};
use crate::score::{Evaluation, rank};

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(args: &ScreenArgs, context: &Context) -> anyhow::Result<Outcome> {
    let loaded = load::from_args(&args.which, args.call.as_deref(), context.lang);
    let Some(ready) = present::ready_or_refused(&loaded, context)? else { return Ok(Outcome::Refused) };
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let order = match args.by {
        By::Submission => views::Order::Submission,
        By::Rule => views::Order::Rule,
    };
    let document = views::screening(&ranking, order);
    present::write(&document, &|out| json::screening(&ranking, out), context, &loaded.inputs)?;
    present::remarks(&loaded, context)?;
    Ok(Outcome::Done)
}
