//! `grille rank`: the ranked table, with what is excluded and unrated.

use crate::cli::args::{Format, RankArgs};
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, load, present};
use crate::report::{Document, json, views};
use crate::score::{Evaluation, rank};
use crate::text::Message;

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result.
pub fn run(args: &RankArgs, context: &Context) -> anyhow::Result<Outcome> {
    let loaded = load::from_args(&args.which, args.call.as_deref(), context.lang);
    let Some(ready) = present::ready_or_refused(&loaded, context)? else { return Ok(Outcome::Refused) };
    if ready.grid.criteria.is_empty() {
        return Err(Said(Message::CannotRank { title: ready.grid.title.clone() }).into());
    }
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let document = match context.format {
        Some(Format::Csv | Format::CsvExcel) => views::ranking_rows(&ranking),
        // JSON is made from the ranking itself.
        Some(Format::Json) => Document { blocks: Vec::new(), data: None },
        Some(Format::Table | Format::Markdown | Format::Xlsx | Format::Github | Format::Sarif) | None => {
            views::ranking(&ranking, args.details)
        }
    };
    present::write(&document, &|out| json::ranking(&ranking, args.details, out), context, &loaded.inputs)?;
    present::remarks(&loaded, context)?;
    if args.final_ranking && ranking.provisional() {
        context.note(&Message::FinalRefused { unrated: ranking.unrated.len() });
        return Ok(Outcome::Findings);
    }
    Ok(Outcome::Done)
}
