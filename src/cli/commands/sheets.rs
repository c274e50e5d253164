//! `grille sheets`: a score sheet for each reviewer, with what they are to mark and nothing else.

use std::path::Path;

use crate::analyse::{Duties, excluded_before_marks};
use crate::cli::args::{Format, SheetsArgs};
use crate::cli::failure::Said;
use crate::cli::{Context, Outcome, load, output, present};
use crate::model::nearest::{nearest, same_word};
use crate::model::{Measure, Panel, Seat, SeatPart};
use crate::report::formats::{self, Style};
use crate::report::sheets::{ScoreSheet, file_names, workbook};
use crate::report::views;
use crate::score::Evaluation;
use crate::text::Message;

/// So many identifiers of those left out are named.
const NAMED: usize = 20;

/// Runs the command.
///
/// # Errors
/// When the call names nobody, nobody has anything to mark, or the sheets cannot be written; none is then written.
pub fn run(args: &SheetsArgs, context: &Context) -> anyhow::Result<Outcome> {
    let format = match args.format {
        None | Some(Format::Xlsx) => Format::Xlsx,
        Some(format @ (Format::Csv | Format::CsvExcel)) => format,
        // Given before the name of the command, where any form is one.
        Some(Format::Table | Format::Markdown | Format::Json | Format::Github | Format::Sarif) => {
            return Err(Said(Message::SheetsFormat {}).into());
        }
    };
    let Some(folder) = context.output.as_deref() else { return Err(Said(Message::SheetsToStdout {}).into()) };
    if args.which.anonymous {
        return Err(Said(Message::SheetsAnonymous {}).into());
    }
    let loaded = load::before_marks(&args.which, args.call.as_deref(), context.lang);
    let Some(ready) = present::ready_or_refused(&loaded, context)? else { return Ok(Outcome::Refused) };
    let (grid, call, submissions) = (&ready.grid, &ready.call, &ready.submissions);
    if !(0..grid.criteria.len()).any(|at| matches!(call.measure(grid, at), Some(Measure::Marks(_)))) {
        return Err(Said(Message::SheetsNoMarks { title: grid.title.clone() }).into());
    }
    let (panel, chosen) = panel(&ready.ledger.panel, &args.reviewer)?;
    let excluded = excluded_before_marks(&Evaluation::new(grid, call, submissions, &ready.ledger));

    let (mut absent, mut consensus, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    let mut made: Vec<(usize, Duties<'_>)> = Vec::new();
    for (at, seat) in panel.seats.iter().enumerate().filter(|(at, _)| chosen.contains(at)) {
        let duties = u32::try_from(at).ok().and_then(|at| Duties::new(grid, call, submissions, &panel, at, &excluded));
        match duties {
            _ if !seat.sits => absent.push(seat.name.clone()),
            // A consensus is written once there are marks to agree on: its sheet is made when somebody asks for it.
            _ if seat.part == SeatPart::Consensus && args.reviewer.is_empty() => consensus.push(seat.name.clone()),
            Some(duties) if !duties.rows.is_empty() => made.push((at, duties)),
            _ => idle.push(seat.name.clone()),
        }
    }
    let left_out = [
        (!absent.is_empty()).then_some(Message::SheetsNotSitting { names: absent }),
        (!consensus.is_empty()).then_some(Message::SheetsConsensus { names: consensus }),
        (!idle.is_empty()).then_some(Message::SheetsIdle { names: idle }),
        out_of_it(&excluded, |at| submissions.id(at).to_owned()),
    ];
    left_out.into_iter().flatten().for_each(|message| context.note(&message));
    if made.is_empty() {
        return Err(Said(Message::SheetsNothing {}).into());
    }

    let names = file_names(&panel.seats, context.lang);
    let ending = if format == Format::Xlsx { "xlsx" } else { "csv" };
    let files: Vec<String> = made.iter().filter_map(|(at, _)| names.get(*at)).map(|name| format!("{name}.{ending}")).collect();
    let style = Style { lang: context.lang, width: None, color: false };
    output::write_new_files(folder, &files, |at| {
        let Some((_, duties)) = made.get(at) else { return Ok(Vec::new()) };
        let sheet = ScoreSheet { grid, call, submissions, duties, renamed: &loaded.renamed, lang: context.lang };
        match format {
            Format::Csv => rows(&sheet, "csv", &style),
            Format::CsvExcel => rows(&sheet, "csv-excel", &style),
            _ => workbook(&sheet).map_err(|message| Said(message).into()),
        }
    })?;

    let shown = folder.to_string_lossy().into_owned();
    let summary = views::sheets(&shown, &made.iter().map(|(_, duties)| duties).zip(&files).collect::<Vec<_>>());
    present::to_screen(&summary, context)?;
    present::remarks(&loaded, context)?;
    context.note(&Message::SheetsNext { pattern: pattern(folder, ending) });
    Ok(Outcome::Done)
}

/// The panel, and who of it was asked for; where the call names nobody, those who were.
fn panel(of_call: &Panel, named: &[String]) -> Result<(Panel, Vec<usize>), Said> {
    let mut panel = of_call.clone();
    if panel.declared {
        let mut chosen = Vec::new();
        for name in named {
            let found = panel.seats.iter().position(|seat| same_word(&seat.id, name) || same_word(&seat.name, name));
            chosen.push(found.ok_or_else(|| {
                let near = nearest(name, panel.seats.iter().flat_map(|seat| [seat.id.as_str(), seat.name.as_str()]));
                let known = panel.seats.iter().map(|seat| seat.id.clone()).collect();
                Said(Message::SheetsReviewerUnknown { name: name.clone(), near, known })
            })?);
        }
        let all = (0..panel.seats.len()).collect();
        return Ok((panel, if named.is_empty() { all } else { chosen }));
    }
    for name in named.iter().map(|name| name.trim()) {
        if !panel.seats.iter().any(|seat| same_word(&seat.id, name)) {
            panel.seats.push(Seat::named(name));
        }
    }
    if panel.seats.is_empty() {
        return Err(Said(Message::SheetsNobody {}));
    }
    let all = (0..panel.seats.len()).collect();
    Ok((panel, all))
}

/// Says which submissions are on no sheet.
fn out_of_it(excluded: &[bool], id: impl Fn(usize) -> String) -> Option<Message> {
    let out: Vec<usize> = excluded.iter().enumerate().filter(|(_, excluded)| **excluded).map(|(at, _)| at).collect();
    let ids = out.iter().take(NAMED).map(|at| id(*at)).collect();
    (!out.is_empty()).then(|| Message::SheetsExcluded { ids, more: out.len().saturating_sub(NAMED) })
}

fn rows(sheet: &ScoreSheet<'_>, form: &str, style: &Style) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(format) = formats::by_name(form) {
        (format.render)(&sheet.document(), style, &mut bytes)?;
    }
    Ok(bytes)
}

/// How a call names all of them.
fn pattern(folder: &Path, ending: &str) -> String {
    format!("{}/*.{ending}", folder.to_string_lossy().replace('\\', "/").trim_end_matches('/'))
}
