//! `grille panel`: the committee at work: who is late, what to discuss first, who is severe, who decides.

use indicatif::{ProgressBar, ProgressDrawTarget};

use crate::analyse::panel::{Options, study};
use crate::cli::args::PanelArgs;
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, load, present};
use crate::report::{json, views};
use crate::score::{Evaluation, rank};
use crate::text::Message;

/// So many draws say a share within 3.1 points, at 95 %.
const DRAWS: usize = 1000;

/// Fewer submissions than this, all rankings together, are ranked before a bar could be read.
const LONG: usize = 200_000;

/// In calls larger than this, drawing that often takes more than a while: it is then asked for.
const LARGE: usize = 2000;

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result: marks without reviewers, first of all.
pub fn run(args: &PanelArgs, context: &Context) -> anyhow::Result<Outcome> {
    let loaded = load::from_args(&args.which, args.call.as_deref(), context.lang);
    let Some(ready) = present::ready_or_refused(&loaded, context)? else { return Ok(Outcome::Refused) };
    if ready.ledger.panel.seats.iter().all(|seat| seat.name.is_empty()) {
        return Err(Said(Message::PanelUnnamed {}).into());
    }
    let submissions = ready.submissions.len();
    let draws = args.draws.unwrap_or(if submissions <= LARGE { DRAWS } else { 0 });
    let options = Options { seed: args.seed, draws, calibrate: args.calibrate };
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let rankings = draws + ready.ledger.panel.seats.len();
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    bar.set_length(rankings as u64);
    // What is done in less than a second needs no bar.
    if context.notes.person && !context.quiet && rankings.saturating_mul(submissions) > LONG {
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
    }
    let study = study(&ranking, options, &|| bar.inc(1));
    bar.finish_and_clear();
    let document = views::panel(&ranking, &study, options);
    present::write(&document, &|out| json::panel(&ranking, &study, options, out), context, &loaded.inputs)?;
    if args.draws.is_none() && draws == 0 {
        context.note(&Message::DrawsNone { submissions });
    }
    present::remarks(&loaded, context)?;
    Ok(Outcome::Done)
}
