//! `grille robustness`: how far the decision holds, and whether that is far enough.

mod gates;
mod region;

use indicatif::{ProgressBar, ProgressDrawTarget};

use crate::analyse::robustness::{DRAWS, Drawn, Options, Parts, Wanted, study};
use crate::cli::args::{self, Part, RobustnessArgs, RowsBy};
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, load, present};
use crate::report::views::RobustnessAsked;
use crate::report::{json, views};
use crate::score::{Evaluation, rank};
use crate::text::Message;

/// So many draws where each is a whole ranking made anew, unless more are asked for.
const FEW_DRAWS: u32 = 1000;

/// Fewer draws times submissions than this are made before a bar could be read.
const LONG: u64 = 2_000_000;

/// Runs the command.
///
/// # Errors
/// Whatever keeps it from giving a result: a grid that ranks nothing, a region without weights.
pub fn run(args: &RobustnessArgs, context: &Context) -> anyhow::Result<Outcome> {
    let loaded = load::from_args(&args.which, args.call.as_deref(), context.lang);
    let Some(ready) = present::ready_or_refused(&loaded, context)? else { return Ok(Outcome::Refused) };
    if !ready.grid.ranks() {
        return Err(Said(Message::RobustnessNoRanks {}).into());
    }
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    let region = region::region(args, &ready.grid)?;
    let options = |drawn: Drawn, few: bool| Options {
        drawn,
        region: region.clone(),
        draws: args.draws.unwrap_or(if few { FEW_DRAWS } else { DRAWS }),
        seed: args.seed,
    };
    let drawn = args.simulate.map(|drawn| match drawn {
        args::Drawn::Weights => Drawn::Weights,
        args::Drawn::Panel => Drawn::Panel,
        args::Drawn::Both => Drawn::Both,
    });
    let all = args.only.is_empty();
    let asks = |part: Part| all || args.only.contains(&part);
    let parts = Parts { weights: asks(Part::Weights), marks: asks(Part::Marks), criteria: asks(Part::Criteria) };
    let drawn = drawn.or_else(|| args.only.contains(&Part::Draws).then_some(Drawn::Weights));
    let wanted = Wanted {
        parts,
        region: region.clone(),
        nodes: args.nodes,
        simulate: drawn.map(|drawn| options(drawn, drawn != Drawn::Weights)),
        otherwise: options(Drawn::Weights, true),
    };
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    let draws = u64::from(wanted.simulate.as_ref().map_or(0, |options| options.draws));
    bar.set_length(draws);
    // What is done in less than a second needs no bar.
    if context.notes.person && !context.quiet && draws.saturating_mul(ready.submissions.len() as u64) > LONG {
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
    }
    let study = study(&ranking, &wanted, &|draws| bar.inc(draws));
    bar.finish_and_clear();
    let drawn = wanted.simulate.is_some() || study.exact.is_err();
    let asked = RobustnessAsked { region, band: args.band.clone(), drawn, by_criterion: args.by == RowsBy::Criterion };
    let document = views::robustness(&ranking, &study, &asked);
    let criteria: Vec<usize> = (0..ready.grid.criteria.len()).filter(|criterion| ready.grid.is_weighed(*criterion)).collect();
    present::write(&document, &|out| json::robustness(&ranking, &study, &asked, &criteria, out), context, &loaded.inputs)?;
    present::remarks(&loaded, context)?;
    let failed = gates::failed(args, &ranking, &study);
    for message in &failed {
        context.insist(message);
    }
    Ok(if failed.is_empty() { Outcome::Done } else { Outcome::Findings })
}
