//! `grille explain`: one total unfolded, or why one submission stands above another.

use crate::analyse;
use crate::cli::args::ExplainArgs;
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, load, present};
use crate::model::Submissions;
use crate::model::nearest::nearest;
use crate::report::{json, views};
use crate::score::{Evaluation, rank};
use crate::text::Message;

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result: an id that no submission has, first of all.
pub fn run(args: &ExplainArgs, context: &Context) -> anyhow::Result<Outcome> {
    let loaded = load::from_args(&args.which, None, context.lang);
    let Some(ready) = present::ready_or_refused(&loaded, context)? else { return Ok(Outcome::Refused) };
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let evaluation = &ranking.evaluation;
    let submission = find(&ready.submissions, &args.id)?;
    match &args.other {
        None => {
            let explanation = analyse::explain(&ranking, submission);
            let document = views::explanation(evaluation, &explanation);
            present::write(&document, &|out| json::explanation(evaluation, &explanation, out), context, &loaded.inputs)?;
        }
        Some(other) => {
            let other = find(&ready.submissions, other)?;
            let versus = analyse::versus(&ranking, submission, other);
            let document = views::versus(evaluation, &versus);
            present::write(&document, &|out| json::versus(evaluation, &versus, out), context, &loaded.inputs)?;
        }
    }
    present::remarks(&loaded, context)?;
    Ok(Outcome::Done)
}

fn find(submissions: &Submissions, id: &str) -> anyhow::Result<usize> {
    let near = || if submissions.len() <= 10_000 { nearest(id, submissions.ids()) } else { None };
    submissions.find(id.trim()).ok_or_else(|| Said(Message::UnknownId { id: id.to_owned(), near: near() }).into())
}
